"""Measure how names are found and told apart on short news pieces of our own, their truth marked in the text.

usage: python -m evaluation.names [FOLDER …] [--show]

A piece: lines `key type name country`, a line `---`, then its text with `[name|key]` and `<description or pronoun|key>`;
a key of three capitals is the country, `gov:CODE` its government. Titles and bodies' articles do not count in a span.
Names (names, metonyms, adjectives) must all be found; a description or pronoun that is linked must be right. Persons
are invented. All pieces were scored once before they were looked at and mended for: the first figures are in the docs.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from evaluation.conll18 import f1
from readout.ids import make_id
from readout.models.english import English, load_english
from readout.records import Block, Document, Entity, Link, Parse, Sentence, Word
from readout.stages.mention import mention
from readout.stages.resolve import resolve
from readout.stages.segment import segment
from readout.tables import Table

PIECES = Path(__file__).parent / "names_data"
Span = tuple[int, int]
Meant = dict[Span, tuple[str, Entity | None]]


@dataclass(frozen=True)
class Gold:
    """One marked stretch: span, key of the entity, and whether it is a name."""

    span: Span
    key: str
    is_name: bool


@dataclass(frozen=True)
class Piece:
    """A text with its truth; `facts` are (type, name, country) by key."""

    name: str
    text: str
    gold: tuple[Gold, ...]
    facts: dict[str, tuple[str, str, str | None]]


@dataclass
class Score:
    """Counts over pieces, and what went wrong in words."""

    right: Counter[str] = field(default_factory=Counter)
    wanted: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)


def read_piece(path: Path) -> Piece:
    """Read one piece."""
    head, _, marked = path.read_text("utf-8").partition("---\n")
    facts = {}
    for line in head.splitlines():
        if line and not line.startswith("#"):
            key, kind, *name, country = line.split()
            facts[key] = (kind, " ".join(name), None if country == "-" else country)
    text, gold = unmarked(marked.strip())
    return Piece(path.stem, text, gold, facts)


def unmarked(marked: str) -> tuple[str, tuple[Gold, ...]]:
    """Take the marks out of a text and give them as spans; they may be nested."""
    text, opened, gold = "", list[tuple[int, bool]](), []
    for part in re.findall(r"[\[<]|\|[\w:]+[\]>]|[^\[<|]+", marked):
        if part in "[<":
            opened.append((len(text), part == "["))
        elif part[0] == "|":
            start, is_name = opened.pop()
            gold.append(Gold((start, len(text)), part[1:-1], is_name))
        else:
            text += part
    return text, tuple(gold)


def tables_of(piece: Piece, english: English) -> tuple[Table[Document], Table[Block], Table[Sentence], Table[Parse]]:
    """Lay a piece out as the stages before would: all body, parsed."""
    doc_id = make_id("doc", piece.name)
    row = (doc_id, doc_id, None, "0", None, None, (), None, "none", (), "en", True, "English", None, None)
    documents = Table.of(Document, [Document(*row, text=piece.text)])
    blocks = Table.of(Block, [Block(doc_id, *m.span(), "body", "a paragraph") for m in re.finditer(r".+", piece.text)])
    sentences = segment(documents, blocks)
    return documents, blocks, sentences, Table.of(Parse, parsed(piece.text, sentences, english))


def parsed(text: str, sentences: Table[Sentence], english: English) -> Iterator[Parse]:
    """Parse every sentence."""
    for s, words in zip(sentences, english.parse([text[s.start : s.end] for s in sentences]), strict=True):
        moved = (Word(s.start + w.start, s.start + w.end, *w[2:]) for w in words)
        yield Parse(s.doc_id, s.start, s.end, tuple(moved))


def bare(text: str, span: Span) -> Span:
    """Leave a leading article out of a span."""
    start, end = span
    lead = re.match(r"(the|its|his|her|a)\s+", text[start:end], re.IGNORECASE)
    return (start + lead.end() if lead else start), end


def score(pieces: Sequence[Piece], english: English) -> Score:
    """Score pieces one by one."""
    total = Score()
    for piece in pieces:
        tables = tables_of(piece, english)
        mentions = mention(*tables)
        entities, _, links = resolve(*tables, mentions)
        ids = {e.entity_id: e for e in entities}
        of = {(a if b in ids else b): ids[b if b in ids else a] for a, b in same(links)}
        meant = {bare(piece.text, (m.start, m.end)): (m.form, of.get(m.mention_id)) for m in mentions}
        compare(piece, meant, total)
    return total


def same(links: Table[Link]) -> list[tuple[str, str]]:
    """Give the ends of the links that say `same`."""
    return [(link.left, link.right) for link in links if link.verdict == "same"]


def compare(piece: Piece, meant: Meant, total: Score) -> None:
    """Add one piece to the score: spans of names, their types and entities, then descriptions that are linked."""
    gold = {bare(piece.text, g.span): g for g in piece.gold}
    names = {span for span, g in gold.items() if g.is_name}
    given = {span for span, (form, one) in meant.items() if form in ("name", "metonym", "adjective")}
    total.wanted["spans"] += len(names)
    total.found["spans"] += len(given)
    total.right["spans"] += len(names & given)
    total.faults += [f"{piece.name}: missed {piece.text[a:b]!r}" for a, b in sorted(names - given)]
    total.faults += [f"{piece.name}: no name {piece.text[a:b]!r}" for a, b in sorted(given - set(gold))]
    score_entities(piece, gold, meant, total)
    merges(gold, meant, piece.name, total)


def score_entities(piece: Piece, gold: dict[Span, Gold], meant: Meant, total: Score) -> None:
    """Count whom each marked stretch is taken for."""
    for span, g in gold.items():
        form, one = meant.get(span, ("none", None))
        kind, right = truth(piece, g.key), is_right(piece, g.key, one)
        which = kind[0] if g.is_name else "group" if kind[0] == "group" else "descriptions"
        total.wanted[which] += 1
        total.right[which] += right
        if right and one and kind[2] and kind[0] in ("person", "organisation", "place"):
            total.wanted["countries"] += 1
            total.right["countries"] += one.country == kind[2]
        total.found[which] += one is not None if not g.is_name else 0
        if not right:
            got = f"{one.type} {one.name} {one.country}" if one else f"nothing ({form})"
            stretch = piece.text[span[0] : span[1]]
            total.faults.append(f"{piece.name}: {stretch!r} should be {' '.join(map(str, kind))}, is {got}")


def merges(gold: dict[Span, Gold], meant: Meant, name: str, total: Score) -> None:
    """Look for entities that hold two keys, and for keys in two entities."""
    keys: dict[tuple[str, str], set[str]] = defaultdict(set)
    ids: dict[str, set[str]] = defaultdict(set)
    for span, g in gold.items():
        one = meant.get(span, ("", None))[1]
        if one is not None:
            keys[one.name, one.type].add(g.key)
            ids[g.key].add(one.entity_id)
    wrong = [(entity, sorted(k)) for (entity, _), k in keys.items() if len(k) > 1]
    total.right["merges"] += len(wrong)
    total.right["splits"] += sum(len(i) > 1 for i in ids.values())
    total.faults += [f"{name}: MERGED in {entity}: {k}" for entity, k in wrong]
    total.faults += [f"{name}: split {k}" for k, i in ids.items() if len(i) > 1]


def truth(piece: Piece, key: str) -> tuple[str, str, str | None]:
    """Give type, name and country of a key."""
    if key in piece.facts:
        return piece.facts[key]
    return ("government", "", key[4:]) if key.startswith("gov:") else ("country", "", key)


def is_right(piece: Piece, key: str, one: Entity | None) -> bool:
    """The entity is of the type and country of the truth, and of its name where that is not told by these."""
    kind, name, country = truth(piece, key)
    if one is None or one.type != kind:
        return False
    if kind in ("country", "government") or clash(one.country, country):
        return one.country == country
    if kind == "group":
        return True
    return without_article(name) in {without_article(n) for n in (one.name, *one.aliases)}


def without_article(name: str) -> str:
    """Fold a name for comparison."""
    return name.removeprefix("the ").casefold()


def clash(found: str | None, told: str | None) -> bool:
    """Both are known, and they differ; an unknown country is no fault."""
    return found is not None and told is not None and found != told


def main() -> None:
    """Print the scores."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="*", type=Path, default=[PIECES])
    parser.add_argument("--show", action="store_true", help="print what went wrong")
    chosen = parser.parse_args()
    pieces = [read_piece(p) for folder in chosen.folders for p in sorted(folder.glob("*.txt"))]
    total = score(pieces, load_english("accurate"))
    if chosen.show:
        print("\n".join(total.faults))
    counts = (side["spans"] for side in (total.right, total.wanted, total.found))
    result: dict[str, object] = {"span_f": round(f1(*counts), 1)}
    kinds = ("person", "organisation", "government", "country", "place", "group", "descriptions", "countries")
    result |= {k: f"{total.right[k]} of {total.wanted[k]}" for k in kinds}
    result["descriptions_linked"] = total.found["descriptions"]
    print(json.dumps(result | {k: total.right[k] for k in ("merges", "splits")}))


if __name__ == "__main__":
    main()
