"""One row per occurrence and page, with the columns of the R package eventreport (MAVERICK) first, ours after them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from readout.exports.told import CAMEO, bounds, code, copy_share, digest, first, located, named, phrase, precision
from readout.ids import make_id
from readout.pile import Pile
from readout.records import Event, Participant, Report
from readout.text.place_lookup import FoundPlace

PARTY = ("", "_id", "_type", "_precision")
COLUMNS = (
    "id", "event_id", "country", "date_start", "date_end", "city", "location", "latitude", "longitude", "geo_precision",
    *(f"actor{n}{part}" for n in (1, 2) for part in PARTY),
    *(f"{what}_{which}" for what in ("deaths", "injuries") for which in ("best", "low", "high")),
    "source", "source_author", "source_type", "number_of_sources", "unit_of_analysis", "aggregation",
)  # fmt: skip
OURS = (
    "plover_type", "plover_mode", "cameo", "quad", "status", "participants", "duration_minutes", "outcome", "origin_id", "is_copy",
    "copy_of", "copy_kind", "copy_share", "language", "doc_id", "url", "published", "date_basis", "place_basis", "sentence_id",
    "char_start", "char_end", "evidence_text", "evidence_sha256", "attributed_to", "run_id", "occurrence_id", "events",
)  # fmt: skip


def report_rows(pile: Pile) -> Iterator[dict[str, Any]]:
    """Give every report, in the order of occurrence and page."""
    shares = copy_share(pile)
    run = next((r["run_id"] for r in pile.record.sql("SELECT run_id FROM runs ORDER BY started DESC LIMIT 1")), None)
    for occurrence_id in sorted(pile.occurrences):
        for report in sorted(pile.reports_of.get(occurrence_id, ()), key=lambda r: r.doc_id):
            events = [pile.events[e] for e in report.events if e in pile.events]
            if events:
                yield report_row(pile, report, fullest(events), shares, run)


def fullest(events: list[Event]) -> Event:
    """Choose the event of a page that tells most."""
    return max(events, key=lambda e: (len(e.attributes), e.date_start is not None, e.place is not None,
                                      len(e.actors) + len(e.recipients), -e.start))  # fmt: skip


def report_row(pile: Pile, r: Report, e: Event, shares: Mapping[str, float], run: str | None) -> dict[str, Any]:
    """Write one report."""
    d, occurrence = pile.documents[r.doc_id], pile.occurrences[r.occurrence_id]
    sentence = next((t.sentence for t in pile.told(r.occurrence_id) if t.event.event_id == e.event_id), None)
    words = d.text[sentence.start : sentence.end] if sentence else d.text[e.start : e.end]
    where = located(e)
    made = {
        "id": make_id("rep", r.occurrence_id, r.doc_id), "event_id": r.occurrence_id, **place(e, where),
        "date_start": e.date_start, "date_end": e.date_end, **parties(pile, e),
        **numbers(e, "deaths"), **numbers(e, "injuries"),
        "source": d.outlet, "source_author": "; ".join(d.bylines) or None, "source_type": None,
        "number_of_sources": occurrence.voices_low, "unit_of_analysis": "report", "aggregation": None,
        "plover_type": e.type, "plover_mode": e.mode, "cameo": CAMEO.get(e.type or ""), "quad": e.quad, "status": e.status,
        "participants": first(e, "participants"), "duration_minutes": first(e, "duration_minutes") or first(e, "duration"),
        "outcome": phrase(e, "outcome"), "origin_id": r.origin_id, "is_copy": r.is_copy, "copy_of": r.copy_of,
        "copy_kind": d.kind if r.is_copy else None, "copy_share": shares.get(d.doc_id, 0.0), "language": d.language,
        "doc_id": d.doc_id, "url": d.url, "published": d.published, "date_basis": e.date_basis,
        "place_basis": "stated" if e.place else None, "sentence_id": e.sentence_id,
        "char_start": sentence.start if sentence else e.start, "char_end": sentence.end if sentence else e.end,
        "evidence_text": words, "evidence_sha256": digest(words), "attributed_to": e.attributed_to, "run_id": run,
        "occurrence_id": r.occurrence_id, "events": list(r.events),
    }  # fmt: skip
    return {name: made[name] for name in (*COLUMNS, *OURS)}


def place(e: Event, where: FoundPlace | None) -> dict[str, Any]:
    """Write where it was: the words, and what the gazetteer knows of them."""
    city = where.name if where and where.precision in ("city", "site") else None
    return {
        "country": where.country if where else None, "city": city, "location": e.place,
        "latitude": where.latitude if where else None, "longitude": where.longitude if where else None,
        "geo_precision": where.precision if where else None,
    }  # fmt: skip


def parties(pile: Pile, e: Event) -> dict[str, Any]:
    """Write the first actor, and the first recipient or second actor."""
    others = [*e.recipients, *e.actors[1:]]
    pair: list[Participant | None] = [e.actors[0] if e.actors else None, others[0] if others else None]
    made: dict[str, Any] = {}
    for n, party in enumerate(pair, 1):
        values: tuple[str | None, ...] = (None,) * 4
        if party:
            values = named(pile, party), party.entity_id, code(party.country, party.sector), precision(party)
        made |= {f"actor{n}{part}": value for part, value in zip(PARTY, values, strict=True)}
    return made


def numbers(e: Event, name: str) -> dict[str, Any]:
    """Write a number with its bounds."""
    return {f"{name}_{which}": value for which, value in zip(("best", "low", "high"), bounds(e, name), strict=True)}
