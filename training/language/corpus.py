"""Read treebanks and name corpora into one kind of sentence. A label of None means: not annotated, learn nothing."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

NER_TAGS: Final = ("O", "B-PER", "I-PER", "B-ORG", "I-ORG", "B-LOC", "I-LOC")


@dataclass(frozen=True)
class Token:
    """One syntactic word with the labels its corpus gives."""

    form: str
    upos: str | None = None
    lemma: str | None = None
    head: int | None = None  # 1-based, 0 for the root
    deprel: str | None = None
    ner: str | None = None
    misc: str = ""


@dataclass(frozen=True)
class Sentence:
    """The words of one sentence."""

    name: str
    tokens: tuple[Token, ...]
    comments: tuple[str, ...] = field(default=(), repr=False)


def blocks(path: Path) -> Iterator[tuple[list[str], list[str]]]:
    """The comment lines and the word lines of each sentence of a column file."""
    comments: list[str] = []
    rows: list[str] = []
    for line in [*path.read_text("utf-8").splitlines(), ""]:
        if line.startswith("# "):
            comments.append(line)
        elif line.strip():
            rows.append(line)
        elif rows:
            yield comments, rows
            comments, rows = [], []


def name_of(comments: Iterable[str]) -> str:
    """The `sent_id` among the comments, or nothing."""
    return next((c.split("=", 1)[1].strip() for c in comments if c.startswith("# sent_id")), "")


def read_conllu(path: Path) -> list[Sentence]:
    """A treebank's sentences; multiword ranges and empty nodes are left out, as their words stand below them."""
    found = []
    for comments, rows in blocks(path):
        cells = [row.split("\t") for row in rows]
        tokens = tuple(_word(c) for c in cells if c[0].isdigit())
        found.append(Sentence(name_of(comments), tokens, tuple(comments)))
    return found


def _word(cells: list[str]) -> Token:
    return Token(cells[1], cells[3], cells[2], int(cells[6]), cells[7], misc=cells[9])


def read_uner(path: Path) -> dict[str, list[str]]:
    """Sentence name → tags. What is no person, organisation or location (OTH, the marker B-O) is read as O."""
    found = {}
    for comments, rows in blocks(path):
        tags = [row.split("\t")[2] for row in rows]
        found[name_of(comments)] = [t if t in NER_TAGS else "O" for t in tags]
    return found


def read_columns(path: Path, types: dict[str, str | None]) -> list[Sentence]:
    """A file of `word … tag` lines. `types` maps its types to PER, ORG, LOC, or None (learn nothing there)."""
    found = []
    for _, rows in blocks(path):
        cells = [row.split() for row in rows]
        tags = _mapped([c[-1] for c in cells], types)
        tokens = tuple(Token(c[0], ner=t) for c, t in zip(cells, tags, strict=True))
        found.append(Sentence("", tokens))
    return found


def _mapped(tags: list[str], types: dict[str, str | None]) -> list[str | None]:
    """Tags in B-/I- form over our three types; IOB1 input (I- opening a name) is brought to B-."""
    mapped: list[str | None] = []
    before = "O"
    for tag in tags:
        kind = types.get(tag[2:], "O") if tag != "O" else "O"
        opens = tag[0] == "B" or before[2:] != tag[2:]
        mapped.append(kind if kind in (None, "O") else f"{'B' if opens else 'I'}-{kind}")
        before = tag
    return mapped


def with_names(sentences: Iterable[Sentence], names: dict[str, list[str]]) -> list[Sentence]:
    """The sentences with name tags laid over them where the name file has the same sentence, word for word."""
    return [_tagged(s, names.get(s.name, [])) for s in sentences]


def _tagged(sentence: Sentence, tags: list[str]) -> Sentence:
    if len(tags) != len(sentence.tokens):
        return sentence
    pairs = zip(sentence.tokens, tags, strict=True)
    tokens = tuple(Token(t.form, t.upos, t.lemma, t.head, t.deprel, tag, t.misc) for t, tag in pairs)
    return Sentence(sentence.name, tokens, sentence.comments)
