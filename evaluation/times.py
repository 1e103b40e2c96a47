"""Measure the reader of time expressions on TimeML files: `python -m evaluation.times FOLDER... [--by-category]`.

Given each document's creation time, over the text inside <TEXT>. Relaxed: spans share a character, one to one, as in
TempEval-3 (UzZaman et al. 2013); strict: the same span. Type and value count as F1 over the relaxed matches. `_95` are 95 %
intervals by drawing documents anew. With --by-category counts follow by rule and by the shape of values, without words.
The last line of each folder is one JSON object.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

from evaluation.conll18 import f1
from evaluation.intervals import f1_interval
from readout.text.times import Time, read_times


@dataclass(frozen=True)
class Gold:
    """One annotated expression."""

    start: int
    end: int
    type: str
    value: str


@dataclass(frozen=True)
class Document:
    """A TimeML file: text, day of writing, annotated expressions."""

    name: str
    text: str
    written: date | None
    gold: tuple[Gold, ...]


def read_document(path: Path) -> Document:
    """Read a TimeML file."""
    root = ElementTree.fromstring(path.read_text("utf-8"))
    body = root.find("TEXT")
    parts: list[str] = []
    gold: list[Gold] = []
    if body is not None:
        walk(body, parts, gold)
    made = next((t.get("value", "") for t in root.iter("TIMEX3") if t.get("functionInDocument") == "CREATION_TIME"), "")
    found = re.match(r"\d{4}-\d\d-\d\d", made)
    return Document(path.stem, "".join(parts), date.fromisoformat(found[0]) if found else None, tuple(gold))


def walk(node: ElementTree.Element, parts: list[str], gold: list[Gold]) -> None:
    """Gather text and expressions of an element, its tail left out."""
    start = sum(map(len, parts))
    parts.append(node.text or "")
    for child in node:
        walk(child, parts, gold)
        parts.append(child.tail or "")
    end = sum(map(len, parts))
    if node.tag == "TIMEX3" and end > start:
        gold.append(Gold(start, end, node.get("type", ""), node.get("value", "")))


def matched(gold: Sequence[Gold], found: Sequence[Time]) -> Iterator[tuple[Gold, Time]]:
    """Pair expressions that overlap, one to one, from the left."""
    left = list(found)
    for g in gold:
        hit = next((f for f in left if f.start < g.end and g.start < f.end), None)
        if hit:
            left.remove(hit)
            yield g, hit


@dataclass
class Tally:
    """Places (document numbers) of gold items, found items and hits of each measure."""

    gold: list[int]
    found: list[int]
    hits: dict[str, list[int]]

    def scores(self, borders: Sequence[int]) -> dict[str, object]:
        """F1 of every measure with its interval."""
        made: dict[str, object] = {}
        for name, places in self.hits.items():
            made[name] = round(f1(len(places), len(self.gold), len(self.found)), 2)
            made[f"{name}_95"] = f1_interval(borders, places, self.gold, self.found)
        for name, whole in (("precision", self.found), ("recall", self.gold)):
            made[f"relaxed_{name}"] = round(100 * len(self.hits["relaxed"]) / max(1, len(whole)), 2)
        return made


def shape(value: str) -> str:
    """Write the form of a value without its figures."""
    return re.sub(r"\d", "9", value)


def measure(documents: Sequence[Document], counts: dict[str, Counter[str]]) -> dict[str, object]:
    """Read every document and score it."""
    tally = Tally([], [], {name: [] for name in ("relaxed", "strict", "type", "value")})
    for number, document in enumerate(documents):
        found = read_times(document.text, document.written)
        tally.gold += [number] * len(document.gold)
        tally.found += [number] * len(found)
        pairs = list(matched(document.gold, found))
        for g, f in pairs:
            same = {
                "relaxed": True,
                "strict": (g.start, g.end) == (f.start, f.end),
                "type": g.type == f.type,
                "value": g.value == f.value,
            }
            for name, right in same.items():
                tally.hits[name] += [number] * right
            note_pair(g, f, counts)
        note_unpaired(document.gold, found, pairs, counts)
    return {"documents": len(documents), "expressions": len(tally.gold)} | tally.scores(range(len(documents)))


def note_pair(gold: Gold, found: Time, counts: dict[str, Counter[str]]) -> None:
    """Count a pair by rule and shapes where type or value differ."""
    rule = found.because.partition(":")[0]
    counts["right by rule" if gold.value == found.value else "wrong by rule"][rule] += 1
    if gold.value != found.value:
        counts["value"][
            f"{rule}: {gold.type} {shape(gold.value)} read as {found.type} {shape(found.value)}{off(gold.value, found.value)}"
        ] += 1
    if gold.type != found.type:
        counts["type"][f"{rule}: {gold.type} read as {found.type}"] += 1


def off(gold: str, found: str) -> str:
    """Say by how many days or years two values of one shape differ."""
    if shape(gold) == shape(found) == "9999-99-99":
        days = (date.fromisoformat(found) - date.fromisoformat(gold)).days
        years = round(days / 365.25)
        return (
            f" by {days} days"
            if abs(days) < 15
            else f" by {years} years"
            if abs(days - 365.25 * years) < 2
            else " by weeks"
        )
    years = [re.match(r"\d{4}", v) for v in (gold, found)]
    return f" by {int(years[1][0]) - int(years[0][0])} years" if years[0] and years[1] else ""


def note_unpaired(
    gold: Sequence[Gold], found: Sequence[Time], pairs: Sequence[tuple[Gold, Time]], counts: dict[str, Counter[str]]
) -> None:
    """Count what was missed by type and shape, what was found beside the gold by rule."""
    for g in gold:
        if not any(g is p for p, _ in pairs):
            counts["missed"][f"{g.type} {shape(g.value)}"] += 1
    for f in found:
        if not any(f is p for _, p in pairs):
            counts["beside the gold"][f.because.partition(":")[0]] += 1


def main() -> None:
    """Read the command line, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="+", type=Path, help="folders of .tml files")
    parser.add_argument("--by-category", action="store_true", help="print counts by rule and by shape of value")
    chosen = parser.parse_args()
    for folder in chosen.folders:
        names = ("right by rule", "wrong by rule", "value", "type", "missed", "beside the gold")
        counts: dict[str, Counter[str]] = {name: Counter() for name in names}
        result = measure([read_document(path) for path in sorted(folder.glob("*.tml"))], counts)
        for name in names if chosen.by_category else ():
            print(f"# {name}")
            for what, count in counts[name].most_common(45):
                print(f"{count:5} {what}")
        print(json.dumps({"folder": folder.name, **result}))


if __name__ == "__main__":
    main()
