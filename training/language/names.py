"""What each name corpus calls a person, an organisation or a location, and the two that need care.

re3d marks whole descriptions as persons and organisations; only spans made of capitalised words are taken.
GUM marks all mentions, not names; from its entities only those are taken whose head is a proper noun.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

from training.language.corpus import Sentence, Token, read_columns

WIKIGOLD: Final[dict[str, str | None]] = {"PER": "PER", "ORG": "ORG", "LOC": "LOC"}
RE3D: Final[dict[str, str | None]] = {
    "Person": "PER", "Organisation": "ORG", "Location": "LOC", "MilitaryPlatform": None,
}  # fmt: skip
CROSSNER: Final[dict[str, str | None]] = {
    **dict.fromkeys(["person", "politician", "writer", "musicalartist", "scientist", "researcher"], "PER"),
    **dict.fromkeys(["organisation", "politicalparty", "band", "university"], "ORG"),
    **dict.fromkeys(["location", "country"], "LOC"),
    **dict.fromkeys(["misc", "magazine", "academicjournal", "conference", "event", "astronomicalobject"], None),
}
_GUM: Final = {"person": "PER", "organization": "ORG", "place": "LOC"}
_TITLE_WORDS: Final = (
    "mr mrs ms miss dr prof professor president minister prime secretary senator sen rep representative judge king "
    "queen prince princess sir lord lady pope bishop general colonel captain sergeant governor mayor chancellor "
    "chairman director ambassador justice"
)
_TITLES: Final = frozenset(_TITLE_WORDS.split())
_LINKS: Final = frozenset({"of", "the", "and", "-", "&", "for"})
_MARK: Final = re.compile(r"\((\d+)-([a-z]+)[^()]*\)|\((\d+)-([a-z]+)[^()]*|(\d+)\)")


def wikigold(folder: Path) -> list[Sentence]:
    """Wikipedia, with its types as they are."""
    return read_columns(folder / "wikigold.conll.txt", WIKIGOLD)


def crossner(folder: Path) -> list[Sentence]:
    """Wikipedia by field; types that UNER would split between O and a name are masked."""
    files = sorted((folder / "crossner").glob("*.txt"))
    return [s for f in files for s in read_columns(f, CROSSNER)]


def re3d(folder: Path) -> list[Sentence]:
    """Government releases; descriptions that are no names are masked."""
    files = sorted((folder / "re3d").glob("*.conll"))
    return [_names_only(s) for f in files for s in read_columns(f, RE3D)]


def _names_only(sentence: Sentence) -> Sentence:
    tokens = list(sentence.tokens)
    for start, end in spans([t.ner or "O" for t in tokens]):
        kind = (tokens[start].ner or "O")[2:]
        tokens[start:end] = _as_name(tokens[start:end], kind)
    return replace(sentence, tokens=tuple(tokens))


def _as_name(span: list[Token], kind: str) -> list[Token]:
    """The span with its articles and titles outside, or masked where it holds a common word."""
    skip = next((i for i, t in enumerate(span) if t.form.lower() not in {"the", "a", *_TITLES}), len(span))
    rest = span[skip:]
    described = kind == "PER" and (len(rest) > 3 or any(t.form.lower() in _TITLES for t in rest))
    if not rest or described or not all(t.form[:1].isupper() or t.form in {"of", "and", "'s", "-"} for t in rest):
        return [replace(t, ner=None) for t in span]
    named = [replace(t, ner=f"{'I' if i else 'B'}-{kind}") for i, t in enumerate(rest)]
    return [*(replace(t, ner="O") for t in span[:skip]), *named]


def spans(tags: Sequence[str]) -> Iterator[tuple[int, int]]:
    """The half-open token spans of the names in a tag sequence."""
    start = None
    for at, tag in enumerate([*tags, "O"]):
        if start is not None and tag[0] != "I":
            yield start, at
            start = None
        if tag[0] == "B":
            start = at


def from_gum(sentence: Sentence) -> Sentence:
    """GUM entities as names: a run of proper nouns around the head of a person, place or organisation.

    Proper nouns in no such run are masked (GUM has no names as such); other words are O.
    """
    tags: list[str | None] = [None if t.upos == "PROPN" else "O" for t in sentence.tokens]
    for start, end, kind in sorted(_entities(sentence.tokens), key=lambda e: e[1] - e[0]):
        head = _head(sentence.tokens, start, end)
        if sentence.tokens[head].upos == "PROPN":
            _lay(tags, sentence.tokens, _run(sentence.tokens, head, start, end), _GUM.get(kind))
    tokens = tuple(replace(t, ner=tag) for t, tag in zip(sentence.tokens, tags, strict=True))
    return replace(sentence, tokens=tokens)


def _entities(tokens: Sequence[Token]) -> Iterator[tuple[int, int, str]]:
    """Entities that open and close in this sentence: (start, end, type)."""
    opened: dict[str, list[tuple[int, str]]] = {}
    for at, token in enumerate(tokens):
        value = next((m[7:] for m in token.misc.split("|") if m.startswith("Entity=")), "")
        for whole, kind, begun, begun_kind, ended in _MARK.findall(value):
            if whole:
                yield at, at + 1, kind
            elif begun:
                opened.setdefault(begun, []).append((at, begun_kind))
            elif opened.get(ended):
                start, kind = opened[ended].pop()
                yield start, at + 1, kind


def _head(tokens: Sequence[Token], start: int, end: int) -> int:
    """The word of the span whose own head lies outside it."""
    return next(i for i in range(start, end) if not start <= (tokens[i].head or 0) - 1 < end)


def _run(tokens: Sequence[Token], head: int, start: int, end: int) -> tuple[int, int]:
    left, right = head, head + 1
    while left > start and tokens[left - 1].upos == "PROPN":
        left -= 1
    while right < end and tokens[right].upos == "PROPN":
        right += 1
    while left < right - 1 and tokens[left].form.lower().strip(".") in _TITLES:
        left += 1
    return left, right


def _lay(tags: list[str | None], tokens: Sequence[Token], run: tuple[int, int], kind: str | None) -> None:
    """Write one name over its words and O over the titles before it.

    Where `of` or the like goes on to another proper noun, a place or an organisation may end there or further on
    (Gulf of Mexico, the Senate of Canada): all of it is masked.
    """
    left, right = run
    if kind is None or all(t.form.lower().strip(".") in _TITLES for t in tokens[left:right]):
        return
    end = right if kind == "PER" else _goes_on(tokens, right)
    names = [f"{'I' if i else 'B'}-{kind}" for i in range(right - left)]
    tags[left:end] = names if end == right else [None] * (end - left)
    for at in range(left - 1, -1, -1):
        if tokens[at].form.lower().strip(".") not in _TITLES:
            break
        tags[at] = "O"


def _goes_on(tokens: Sequence[Token], at: int) -> int:
    """Where the last proper noun ends that linking words join to the name before `at`."""
    end = at
    while at < len(tokens) and (tokens[at].upos == "PROPN" or tokens[at].form in _LINKS):
        at += 1
        end = at if tokens[at - 1].upos == "PROPN" else end
    return end
