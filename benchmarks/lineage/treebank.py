"""Read open treebanks into sentences whose words keep an address for life."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

ATOMS_PER_SENTENCE = 1024
SPLIT_PARTS = {"tuning": ("train",), "heldout": ("dev", "test")}
CONTENT = frozenset({"NOUN", "VERB", "ADJ", "ADV"})
# A news page prints whole sentences; fragments and pasted addresses of web text would be noise in every document.
MIN_WORDS, MAX_WORDS = 6, 45
WEB_NOISE = re.compile(r"https?:|www\.|@|[_=*~<>|]{2,}|\.com\b")
SHARED_RUN = 8  # two natural sentences sharing 8 words running are not independent; the later one is left out


class Word(NamedTuple):
    """A word, the space behind it, and its atom: the address it keeps through every copy (-1: added by a copier)."""

    form: str
    gap: str = " "
    lemma: str = ""
    upos: str = ""
    xpos: str = ""
    atom: int = -1


class Sentence(NamedTuple):
    """Words with an origin id; level 0 verbatim, 1 edited, 2 spun; arcs only while the parse still fits the words."""

    words: tuple[Word, ...]
    sid: int = -1
    arcs: tuple[tuple[int, str], ...] | None = None
    level: int = 0
    quote: bool = False

    def text(self) -> str:
        return "".join(w.form + w.gap for w in self.words).strip()


def plain(text: str) -> Sentence:
    """A sentence of page furniture or narration: no origin, never part of a reused passage."""
    return Sentence(tuple(Word(form) for form in text.split()))


def stamped(sentence: Sentence, sid: int) -> Sentence:
    """The sentence with its own origin id and a fresh atom in each word."""
    words = tuple(w._replace(atom=sid * ATOMS_PER_SENTENCE + i) for i, w in enumerate(sentence.words))
    return sentence._replace(words=words, sid=sid)


def read_blocks(path: Path) -> Iterator[list[str]]:
    """The lines of each sentence block of a CoNLL-U file."""
    block: list[str] = []
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            if line.strip():
                block.append(line.rstrip("\n"))
            elif block:
                yield block
                block = []
    if block:
        yield block


def parse_block(block: Iterable[str]) -> Sentence:
    """Words and arcs of one CoNLL-U block; multiword tokens stay as their parts, glued by an empty gap."""
    words, arcs, glued_to = [], [], 0
    for cells in (line.split("\t") for line in block if not line.startswith("#")):
        if "-" in cells[0]:
            glued_to, glue_last = int(cells[0].split("-")[1]), cells[9]
        elif cells[0].isdigit():
            inside, last = int(cells[0]) < glued_to, int(cells[0]) == glued_to
            misc = glue_last if last else cells[9]
            gap = "" if inside or "SpaceAfter=No" in misc else " "
            words.append(Word(cells[1], gap, cells[2], cells[3], cells[4]))
            arcs.append((int(cells[6]) - 1, cells[7]))
    return Sentence(tuple(words), arcs=tuple(arcs))


def block_text(block: Iterable[str]) -> str:
    return next((line[9:] for line in block if line.startswith("# text = ")), "")


def is_prose(sentence: Sentence, text: str) -> bool:
    """True for a whole printed sentence that the words rebuild exactly."""
    spelled = [w for w in sentence.words if w.form[0].isalpha()]
    return (
        MIN_WORDS <= len(spelled) <= MAX_WORDS
        and sentence.text() == text
        and text[0].isupper()
        and text[-1] in ".!?"
        and not WEB_NOISE.search(text)
        and not text.isupper()
    )


def runs(sentence: Sentence) -> list[tuple[str, ...]]:
    forms = [w.form.lower() for w in sentence.words if w.form[0].isalnum()]
    return [tuple(forms[i : i + SHARED_RUN]) for i in range(max(1, len(forms) - SHARED_RUN + 1))]


def read_documents(folder: Path, split: str) -> list[list[Sentence]]:
    """The prose of each treebank document of the split's parts, no two sentences sharing a long run of words."""
    paths = [p for part in SPLIT_PARTS[split] for p in sorted(folder.glob(f"*-{part}.conllu"))]
    if not paths:
        raise FileNotFoundError(
            f"no *-{'|'.join(SPLIT_PARTS[split])}.conllu in {folder}; give the treebank folder with --ud"
        )
    seen: set[tuple[str, ...]] = set()
    documents: list[list[Sentence]] = []
    for block in (b for path in paths for b in read_blocks(path)):
        if any(line.startswith("# newdoc") for line in block) or not documents:
            documents.append([])
        sentence = parse_block(block)
        if is_prose(sentence, block_text(block)) and seen.isdisjoint(runs(sentence)):
            seen.update(runs(sentence))
            documents[-1].append(sentence)
    return [d for d in documents if d]
