"""Read gold data: CoNLL-U treebanks with their paragraphs, and files of name tags."""

import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

Span = tuple[int, int]
Entity = tuple[int, int, str]

_KINDS = {
    "PER": "PER", "PERSON": "PER", "ORG": "ORG", "ORGANIZATION": "ORG", "ORGANISATION": "ORG",
    "LOC": "LOC", "LOCATION": "LOC", "GPE": "LOC",
}  # fmt: skip


class Unreadable(ValueError):
    """A gold file that breaks its format; says where."""


@dataclass(frozen=True)
class GoldWord:
    """One syntactic word; words of one multiword token share its span and have `multiword` set."""

    form: str
    lemma: str
    upos: str
    head: int  # 1-based in the sentence, 0 for the root
    deprel: str
    span: Span
    multiword: bool


@dataclass(frozen=True)
class GoldSentence:
    """A sentence with its text; spans are offsets in it. `opens` says that a paragraph begins here."""

    name: str
    text: str
    words: tuple[GoldWord, ...]
    opens: bool


def read_treebank(path: Path) -> list[GoldSentence]:
    """The sentences of a CoNLL-U file; a text that is not given, or is not that of the words, is put together of them."""
    found = []
    for comments, lines in blocks(path):
        rows = [r.split("\t") for r in lines]
        told = [c.lstrip("# ") for c in comments]
        text = next((c.partition("=")[2].strip() for c in told if re.match(r"text\s*=", c)), None)
        opens = any(c.startswith(("newpar", "newdoc")) for c in told)
        name = _name(comments)
        try:
            words = tuple(_words(rows, text or "", name))
        except Unreadable as reason:
            if text is not None:
                print(f"{path.name}: text put together from the words: {reason}", file=sys.stderr)
            text = spelled(rows)
            words = tuple(_words(rows, text, name))
        if words:
            found.append(GoldSentence(name, text or "", words, opens))
    return found


def spelled(rows: Sequence[Sequence[str]]) -> str:
    """The text that the tokens of a sentence spell, with a space behind each unless its last column denies it."""
    text, inside = "", 0
    for row in rows:
        if "." in row[0]:
            continue
        if "-" in row[0]:
            first, last = map(int, row[0].split("-"))
            inside = last - first + 1
        elif inside:
            inside -= 1
            continue
        text += row[1] + ("" if "SpaceAfter=No" in row[-1] else " ")
    return text.strip()


def blocks(path: Path) -> Iterator[tuple[list[str], list[str]]]:
    """The comment lines and the other lines of each sentence of a column file."""
    comments: list[str] = []
    rows: list[str] = []
    for line in [*path.read_text("utf-8-sig").replace("\r\n", "\n").split("\n"), ""]:
        if line.startswith("# ") or (line.startswith("#") and "\t" not in line and not rows):
            comments.append(line)
        elif line.strip():
            rows.append(line)
        elif rows:
            yield comments, rows
            comments, rows = [], []


def _name(comments: Sequence[str]) -> str:
    return next((c.partition("=")[2].strip() for c in comments if re.match(r"#\s*sent_id", c)), "")


def _words(rows: Sequence[Sequence[str]], text: str, name: str) -> Iterator[GoldWord]:
    """Words with the spans of their tokens, found in the text from left to right."""
    at, inside, shared = 0, 0, (0, 0)
    for row in rows:
        if "." in row[0]:
            continue
        if "-" in row[0]:
            first, last = map(int, row[0].split("-"))
            shared = found(row[1], text, at, name)
            inside, at = last - first + 1, shared[1]
            continue
        span = shared if inside else found(row[1], text, at, name)
        at = span[1]
        head = int(row[6]) if row[6].isdigit() else 0
        yield GoldWord(row[1], row[2], row[3], head, row[7], span, inside > 0)
        inside = max(0, inside - 1)


def found(form: str, text: str, at: int, name: str) -> Span:
    """The span of a form at or after a place; only space may be skipped. Spaces inside a form may differ."""
    pattern = r"\s*(" + r"\s*".join(re.escape(c) for c in form if not c.isspace()) + ")"
    match = re.compile(pattern).match(text, at)
    if match is None:
        raise Unreadable(f"sentence {name!r}: {form!r} is not at character {at} of its text")
    return match.span(1)


@dataclass(frozen=True)
class Tagged:
    """A sentence of a name file: its tokens and tags."""

    name: str
    tokens: tuple[str, ...]
    tags: tuple[str, ...]


def read_names(path: Path) -> list[Tagged]:
    """Sentences of `number token tag …` lines (tabs) or `token … tag` lines; types other than ours are O."""
    read = []
    for comments, rows in blocks(path):
        cells = [r.split("\t") if r.count("\t") > 1 else r.split() for r in rows]
        numbered = all(c[0].isdigit() for c in cells) and len(cells[0]) > 2
        pairs = [(c[1], c[2]) if numbered else (c[0], c[-1]) for c in cells]
        read.append(Tagged(_name(comments), tuple(t for t, _ in pairs), tuple(_tag(t) for _, t in pairs)))
    return read


def _tag(tag: str) -> str:
    kind = _KINDS.get(tag[2:].upper())
    return f"{tag[0]}-{kind}" if kind and tag[:2] in ("B-", "I-") else "O"


def entities(tags: Sequence[str], spans: Sequence[Span]) -> set[Entity]:
    """The names in a tag sequence as character spans with types; an I- with no name before it opens one."""
    made: set[Entity] = set()
    first, kind = 0, ""
    for at, tag in enumerate([*tags, "O"]):
        goes_on = tag[0] == "I" and tag[2:] == kind
        if kind and not goes_on:
            made.add((spans[first][0], spans[at - 1][1], kind))
            kind = ""
        if tag != "O" and not goes_on:
            first, kind = at, tag[2:]
    return made
