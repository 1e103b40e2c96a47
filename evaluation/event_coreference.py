"""Measure events across documents on the MEANTIME annotation of Wikinews (Minard et al. 2016).

    python -m evaluation.event_coreference FOLDER

Every folder of annotated pages is a topic; all pages are read as one pile. A gold event is what mentions of any page refer to; ours
is an occurrence of the record. The CoNLL F1 is printed over all mentions (one that only one side has stands against it),
and over the mentions both have. `stories` is B-cubed of pages over topics: a topic of the annotation holds many stories of ours, so
its recall is low by design and its precision says whether two topics were mixed. The last line printed is one JSON object.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from collections.abc import Hashable, Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from evaluation.coreference import b_cubed, conll, grouped
from readout.api import Record
from readout.pipeline import Settings
from readout.reading import Plan, read_into

Span = tuple[int, int]


def page(path: Path) -> tuple[dict[str, Any], dict[Span, str]]:
    """Lay out a page as running text, with the span of each event mention and the event it refers to."""
    root = ElementTree.parse(path).getroot()
    text, spans, before = "", {}, None
    for token in root.iter("token"):
        number, form = token.get("sentence"), token.text or ""
        text += "" if before is None else " " if number == before else "\n\n"
        spans[token.get("t_id")] = (len(text), len(text) + len(form))
        text, before = text + form, number
    names = {e.get("m_id"): e.get("instance_id") or f"{path.name} {e.get('m_id')}" for e in root.iter("EVENT")}
    event_of = {
        source.get("m_id"): names[target.get("m_id")]
        for link in root.iter("REFERS_TO")
        if (target := link.find("target")) is not None and target.get("m_id") in names
        for source in link.iter("source")
    }
    mentions = {}
    for mention in root.iter("EVENT_MENTION"):
        anchors = [spans[a.get("t_id")] for a in mention.iter("token_anchor") if a.get("t_id") in spans]
        if anchors and mention.get("m_id") in event_of:
            mentions[min(anchors)[0], max(anchors)[1]] = event_of[mention.get("m_id")]
    written = next(
        (t.get("value") for t in root.iter("TIMEX3") if t.get("functionInDocument") == "CREATION_TIME"), None
    )
    row = {"id": path.stem, "text": text, "title": text.split("\n\n", 1)[0], "outlet": "Wikinews", "published": written}
    return row, mentions


def told(record: Record) -> Iterator[tuple[str, str, int, int]]:
    """Give document, occurrence and trigger of every event of the record that is part of an occurrence."""
    yield from (
        (row["external_id"], row["occurrence_id"], row["start"], row["end"])
        for row in record.sql("""SELECT d.external_id, r.occurrence_id, e."start", e."end"
                                 FROM (SELECT occurrence_id, unnest(events) AS event_id FROM reports) r
                                 JOIN events e USING (event_id) JOIN documents d ON d.doc_id = e.doc_id""")
    )


def labels(
    gold: dict[tuple[str, Span], str], record: Record
) -> tuple[dict[Hashable, Hashable], dict[Hashable, Hashable]]:
    """Name the cluster of each mention on both sides; a mention of ours that touches a gold one is that mention."""
    theirs: dict[Hashable, Hashable] = dict(gold)
    ours: dict[Hashable, Hashable] = {}
    for name, occurrence, start, end in sorted(told(record)):
        hit = next((m for m in gold if m[0] == name and m[1][0] < end and start < m[1][1]), (name, (start, end)))
        ours.setdefault(hit, occurrence)
    return theirs, ours


def main() -> None:
    """Read the pages, print the scores."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    args = parser.parse_args()
    rows, gold, topic = [], {}, {}
    for path in sorted(args.folder.rglob("*.xml")):
        row, mentions = page(path)
        rows.append(row)
        topic[row["id"]] = path.parent.name
        gold |= {(row["id"], span): event for span, event in mentions.items()}
    with tempfile.TemporaryDirectory() as folder:
        pile, target = Path(folder) / "pages.jsonl", Path(folder) / "pages.readout"
        pile.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
        read_into(Plan((str(pile),), target, settings=Settings(trace=True)))
        record = Record(target)
        theirs, ours = labels(gold, record)
        names = {d["doc_id"]: d["external_id"] for d in record.documents}
        stories = [frozenset(names[i] for i in s["doc_ids"]) for s in record.stories]
    both = theirs.keys() & ours.keys()
    alone = [frozenset([i]) for i in topic if not any(i in s for s in stories)]
    show({
        "pages": len(rows), "mentions": len(theirs), "ours": len(ours), "both": len(both),
        "all mentions": conll(grouped(theirs), grouped(ours)),
        "mentions of both": conll(*(grouped({m: side[m] for m in sorted(both, key=str)}) for side in (theirs, ours))),
        "stories": b_cubed(grouped(dict(topic)), [*stories, *alone]),
    })  # fmt: skip


def show(found: dict[str, Any]) -> None:
    """Print each figure on a line of its own, then all as JSON."""
    for name, value in found.items():
        lines = value.items() if isinstance(value, dict) else [("", value)]
        for part, figure in lines:
            print(f"{name} {part}".strip().ljust(28), *(f"{x:.3f}" if isinstance(x, float) else x for x in one(figure)))
    print(json.dumps(found))


def one(figure: Any) -> tuple[Any, ...]:
    return figure if isinstance(figure, tuple) else (figure,)


if __name__ == "__main__":
    main()
