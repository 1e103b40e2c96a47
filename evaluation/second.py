"""Score second readers of piles as if their tables were records: `python -m evaluation.second [FOLDER]`.

FOLDER holds the packs (default `training/packs`); the second readers' tables lie in `evaluation/second_readers`. Printed are the
measures of `evaluation.stories` that need no more than the tables: what two careful readers of the same pages agree on is as far
as a record can be said to be right.
"""

from __future__ import annotations

import json
import sys
import tempfile
from pathlib import Path

from evaluation.stories import acts, contents, pages
from evaluation.stories.__main__ import show
from evaluation.stories.pack import Pack, Row, Score
from readout.api import Record
from readout.pipeline import Settings
from readout.reading import Plan, read_into

HERE = Path(__file__).parent
TABLES = HERE / "second_readers"
MEASURES = (pages.quotes, acts.occurrences, contents.findings_by_content, pages.relations, acts.voices)


Spans = dict[tuple[str, str], tuple[int, int]]


def main() -> None:
    """Print every measure over all packs."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else HERE.parent / "training" / "packs"
    totals: dict[str, list[float]] = {}
    for tables in sorted(p for p in TABLES.iterdir() if p.is_dir()):
        for score in scores(folder / tables.name, tables):
            total = totals.setdefault(score.name, [0, 0, 0])
            total[0] += score.right
            total[1] += score.wanted
            total[2] += score.extra
    for name, (right, wanted, extra) in totals.items():
        show(Score(name, int(wanted), right, int(extra)), False)


def scores(pack: Path, tables: Path) -> list[Score]:
    """Score the tables of a second reader against those of the first."""
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / f"{pack.name}.readout"
        read_into(Plan((str(pack / "pages"),), target, settings=Settings(trace=False)))
        second = Pack(pack.name, pack / "truth", Record(target))
        second.read.update(rows_of(second, tables))
        return [score for measure in MEASURES for score in measure(second)]


def rows_of(pack: Pack, tables: Path) -> dict[str, list[Row]]:
    """Give the tables of a second reader in the columns of a record; texts and ids of pages are those of `pack`."""
    doc = {page: row["doc_id"] for page, row in pack.documents.items()}
    occurrences, events = told(tables, "occurrences"), list[Row]()
    spans: Spans = {}
    for o in occurrences:
        for m in o.get("mentions") or ():
            for start, end in pack.places(m["external_id"], m["words"])[:1]:
                spans.setdefault((o["key"], m["external_id"]), (start, end))
                events.append({
                    "event_id": f"{o['key']} {len(events)}", "occurrence_id": o["key"], "doc_id": doc[m["external_id"]],
                    "start": start, "end": end, "type": o["type"], "coded_type": o["type"],
                })  # fmt: skip
    return {
        "entities": [
            {**e, "entity_id": e["key"], "aliases": e.get("aliases") or [], "because": ""} for e in told(tables, "entities")
        ],
        "occurrences": [{**o, "occurrence_id": o["key"], "coded_type": o["type"]} for o in occurrences],
        "events": events,
        "voices": [{**o, "about": o["key"]} for o in occurrences],
        "attributions": [attribution(pack, q) for q in told(tables, "quotes") if q["external_id"] in doc],
        "findings": [finding(f, number, spans, doc) for number, f in enumerate(told(tables, "findings"))],
        "relations": [
            {**r, "relation_id": str(n), "evidence": [{"doc_id": doc[e], "start": 0, "end": 0} for e in r["external_ids"]]}
            for n, r in enumerate(told(tables, "relations"))
        ],
    }  # fmt: skip


def told(tables: Path, name: str) -> list[Row]:
    """Read a table."""
    return [json.loads(line) for line in (tables / f"{name}.jsonl").read_text("utf-8").splitlines() if line.strip()]


def attribution(pack: Pack, quote: Row) -> Row:
    """Give a quotation as an attribution."""
    stretches = quote["words"] if isinstance(quote["words"], list) else [quote["words"]]
    content = [place for words in stretches for place in pack.places(quote["external_id"], words)[:1]]
    doc_id = pack.documents[quote["external_id"]]["doc_id"]
    return {"doc_id": doc_id, "content": content, "speaker": quote["speaker"], "speaker_name": None}


def finding(row: Row, number: int, spans: Spans, doc: dict[str, str]) -> Row:
    """Give a finding; the evidence of a value are the words that tell its act on a page of it."""
    values = []
    for n, v in enumerate(row["values"]):
        places = [(doc[page], *spans.get((row["occurrence"], page), (0, 0))) for page in v["external_ids"]]
        evidence = [{"doc_id": d, "start": s, "end": t} for d, s, t in places]
        values.append({"value_id": f"{number} {n}", "value": str(v["value"]), "unit": v.get("unit"), "evidence": evidence})
    about = row["occurrence"]
    return {**row, "finding_id": str(number), "about": about, "values": values, "because": row.get("why", "")}


if __name__ == "__main__":
    main()
