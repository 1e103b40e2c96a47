"""Measure a record of the demo world against its truth: `python -m evaluation.demo [RECORD]`.

Without RECORD the demo pages are read into a temporary record. Prints each measure with what went wrong, and one JSON
object of right and wanted numbers last. The demo is also what the stages were written beside, so these are no figures of
quality on unseen news; they are the golden test.
"""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from readout.api import Record, read
from readout.demo import pages_path, truth_path

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Measure:
    """How many of the wanted rows are right, and the others in words."""

    name: str
    wanted: int
    wrong: tuple[str, ...]

    @property
    def right(self) -> int:
        return self.wanted - len(self.wrong)


def truth(table: str) -> list[Row]:
    """Read a truth table."""
    return [json.loads(line) for line in (truth_path() / f"{table}.jsonl").read_text("utf-8").splitlines()]


def folded(words: str) -> str:
    """Fold white space, as markup does, and quotation marks at the ends."""
    return " ".join(words.split()).strip("“”„\"'‘’«»`,. ")


@dataclass(frozen=True, slots=True)
class Read:
    """What the record holds, by page."""

    documents: dict[str, Row]
    blocks: dict[str, list[Row]]
    quotes: dict[str, list[Row]]

    @classmethod
    def of(cls, record: Record) -> Read:
        documents = {d["external_id"]: d for d in record.documents}
        return cls(documents, by_page(record, documents, record.blocks), by_page(record, documents, record.quotes))

    def text(self, page: str, row: Row) -> str:
        return " ".join(self.documents[page]["text"][row["start"] : row["end"]].split())


def by_page(record: Record, documents: dict[str, Row], rows: Iterable[Row]) -> dict[str, list[Row]]:
    """Group rows under the external id of their page."""
    names = {d["doc_id"]: name for name, d in documents.items()}
    groups: dict[str, list[Row]] = {name: [] for name in documents}
    for row in rows:
        groups[names[row["doc_id"]]].append(row)
    return groups


def field(name: str) -> Callable[[Read], Iterator[str]]:
    """Compare one field of the documents with the truth."""

    def compare(made: Read) -> Iterator[str]:
        for want in truth("documents"):
            got = made.documents[want["external_id"]][name]
            if not same(name, want[name], got):
                yield f"{want['external_id']}: {name} is {got!r}, should be {want[name]!r}"

    return compare


def same(name: str, want: Any, got: Any) -> bool:
    """Compare a field as a reader would: names without case, several credits in any order."""
    if isinstance(want, list) or isinstance(got, list):
        return {folded(w).lower() for w in want or ()} == {folded(g).lower() for g in got or ()}
    if name == "credited_source" and want and got:
        return {folded(w).lower() for w in want.split(";")} == {folded(g).lower() for g in re.split(";| and ", got)}
    return (folded(want).lower() if want else None) == (folded(got).lower() if got else None)


def boilerplate_as_body(made: Read) -> Iterator[str]:
    """Stretches that are no body text, but stand in a block called body."""
    for want in truth("boilerplate"):
        page, words = want["external_id"], " ".join(want["words"].split())
        holders = [b for b in made.blocks[page] if words in made.text(page, b)]
        if want.get("nth", 1) == 1 and any(b["role"] == "body" for b in holders) and len(holders) == 1:
            yield f"{page}: {words[:70]!r} is body, should be {want['role']}"


def body_as_boilerplate(made: Read) -> Iterator[str]:
    """Body sentences that look like boilerplate and were taken for it."""
    for want in truth("body_sentences"):
        page, words = want["external_id"], " ".join(want["words"].split())
        if not any(words in made.text(page, b) and b["role"] == "body" for b in made.blocks[page]):
            yield f"{page}: {words[:70]!r} should be body"


def quoted_body_kept(made: Read) -> Iterator[str]:
    """Quoted words whose block is called boilerplate, or that the text lost."""
    for want in truth("quotes"):
        page = want["external_id"]
        for words in want["words"]:
            held = [b["role"] for b in made.blocks[page] if folded(words) in made.text(page, b)]
            if not held or set(held) == {"boilerplate"}:
                yield f"{page}: {words[:60]!r} is {'lost' if not held else 'boilerplate'}"


def content(made: Read, page: str, quote: Row) -> list[str]:
    """Give the content spans of a quotation as folded words."""
    return [folded(made.documents[page]["text"][s:e]) for s, e in quote["content"]]


def holder(made: Read, want: Row) -> Row | None:
    """Find the row that holds the first stretch of a wanted quotation."""
    page, first = want["external_id"], folded(want["words"][0])
    rows = [q for q in made.quotes[page] if any(first in c for c in content(made, page, q))]
    return rows[0] if rows else None


def quotes_found(made: Read) -> Iterator[str]:
    """Quotations with no row, or with a stretch of theirs in no row."""
    for want in truth("quotes"):
        page = want["external_id"]
        held = [c for q in made.quotes[page] for c in content(made, page, q)]
        missing = [w for w in want["words"] if not any(folded(w) in c for c in held)]
        if missing:
            yield f"{page}: no row for {missing[0][:60]!r}"


def quotes_whole(made: Read) -> Iterator[str]:
    """Direct quotations whose stretches are not exactly one row's."""
    for want in (w for w in truth("quotes") if w["kind"] == "direct"):
        row = holder(made, want)
        got = content(made, want["external_id"], row) if row else []
        if [folded(w) for w in want["words"]] != got:
            yield f"{want['external_id']}: {got} should be {want['words']}"


def quote_kinds(made: Read) -> Iterator[str]:
    """Quotations of another kind than the truth says."""
    for want in truth("quotes"):
        row = holder(made, want)
        if row is None or row["kind"] != want["kind"]:
            yield f"{want['external_id']}: {want['words'][0][:50]!r} is {row and row['kind']}, should be {want['kind']}"


def quote_sources(made: Read) -> Iterator[str]:
    """Quotations whose source words miss those of the truth, or that have one where the page names none."""
    for want in (w for w in truth("quotes") if w["kind"] != "term"):
        row = holder(made, want)
        got = (row or {}).get("source_words")
        if not agree(want["source"], got):
            yield f"{want['external_id']}: {want['words'][0][:50]!r} by {got!r}, should be {want['source']!r}"


def agree(want: str | None, got: str | None) -> bool:
    """Tell whether two source phrases name alike: the last word of the one stands in the other."""
    if want is None or got is None:
        return want is None and got is None
    want_words, got_words = re.findall(r"\w+", want.lower()), re.findall(r"\w+", got.lower())
    return bool(set(want_words) & set(got_words)) and (want_words[-1] in got_words or got_words[-1] in want_words)


MEASURES: dict[str, tuple[str, Callable[[Read], Iterator[str]]]] = {
    "title": ("documents", field("title")),
    "outlet": ("documents", field("outlet")),
    "bylines": ("documents", field("bylines")),
    "published": ("documents", field("published")),
    "language": ("documents", field("language")),
    "credited_source": ("documents", field("credited_source")),
    "boilerplate_not_body": ("boilerplate", boilerplate_as_body),
    "body_not_boilerplate": ("body_sentences", body_as_boilerplate),
    "quoted_words_kept": ("quotes", quoted_body_kept),
    "quotes_found": ("quotes", quotes_found),
    "direct_quotes_whole": ("quotes", quotes_whole),
    "quote_kinds": ("quotes", quote_kinds),
    "quote_sources": ("quotes", quote_sources),
}


def measure(record: Record) -> list[Measure]:
    """Compare a record of the demo with its truth."""
    made = Read.of(record)
    return [Measure(name, len(truth(table)), tuple(compare(made))) for name, (table, compare) in MEASURES.items()]


def main() -> None:
    """Print every measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("record", nargs="?", help="a record of the demo pages")
    chosen = parser.parse_args()
    record = Record(Path(chosen.record)) if chosen.record else read(str(pages_path()))
    measures = measure(record)
    for m in measures:
        print(f"{m.name}: {m.right} of {m.wanted}")
        for fault in m.wrong:
            print(f"    {fault}")
    print(json.dumps({m.name: [m.right, m.wanted] for m in measures}))


if __name__ == "__main__":
    main()
