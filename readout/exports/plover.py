"""PLOVER as JSON Lines, with the field names of its manual; what is ours stands in one object, `readout`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from readout import __version__
from readout.exports.told import code, located, named
from readout.pile import Pile
from readout.records import Document, Event, Evidence, Participant

FIELDS = (
    "id", "date", "enddate", "time", "actor", "recipient", "event", "mode", "context", "quad_code", "event_scale", "event_loc",
    "event_text", "text_info", "cite_info", "readout",
)  # fmt: skip
PARTY = ("code", "sector", "entity_text", "identifier_id", "identifier_text", "office")
PLACE = ("extracted_place", "resolved_place", "geonameid", "lat", "lon", "city", "province", "country", "country_code",
         "feature_code", "resolution")  # fmt: skip


def plover_rows(pile: Pile, *, with_text: bool = False) -> Iterator[dict[str, Any]]:
    """Give every coded event in page order; what the status table makes no event of is left out."""
    number: dict[str, int] = {}
    for e in sorted(pile.events.values(), key=lambda e: (pile.documents[e.doc_id].external_id, e.start, e.event_id)):
        if e.coded_type is not None:
            number[e.doc_id] = number.get(e.doc_id, 0) + 1
            yield plover_row(pile, e, number[e.doc_id], with_text)


def plover_row(pile: Pile, e: Event, sequence: int, with_text: bool) -> dict[str, Any]:
    """Write one event."""
    d = pile.documents[e.doc_id]
    sentence = pile.sentence(e.doc_id, e.start) or Evidence(e.doc_id, e.start, e.end)
    text = {"text": d.text[sentence.start : sentence.end]} if with_text else {}
    return {
        "id": e.event_id, "date": e.date_start, "enddate": e.date_end, "time": None,
        "actor": parties(pile, e.actors), "recipient": parties(pile, e.recipients),
        "event": [e.coded_type], "mode": [e.mode] if e.mode else [], "context": list(e.contexts), "quad_code": e.quad,
        "event_scale": None, "event_loc": place(e), "event_text": [d.text[e.start : e.end]], **text,
        "text_info": {"sequence": sequence, "start": sentence.start, "end": sentence.end}, "cite_info": citation(d),
        "readout": ours(pile, e),
    }  # fmt: skip


def parties(pile: Pile, listed: Sequence[Participant]) -> list[dict[str, Any]]:
    """Write actors or recipients."""
    return [
        {"code": code(p.country, None), "sector": p.sector, "entity_text": " ".join(p.text.split()), "identifier_id": p.entity_id,
         "identifier_text": named(pile, p) if p.entity_id else None, "office": pile.office(p.entity_id) if p.entity_id else None}
        for p in listed
    ]  # fmt: skip


def place(e: Event) -> dict[str, Any]:
    """Write where it was; no outside identifier is made up."""
    where = located(e)
    city = where.name if where and where.precision in ("city", "site") else None
    values = (e.place, where.name if where else None, None, where.latitude if where else None, where.longitude if where else None,
              city, None, None, where.country if where else None, None, where.precision if where else None)  # fmt: skip
    return dict(zip(PLACE, values, strict=True))


def citation(d: Document) -> dict[str, Any]:
    """Write where it was read."""
    return {"url": d.url, "title": d.title, "language": d.language, "publication": d.outlet, "codebook": "PLOVER",
            "version": f"readout {__version__}"}  # fmt: skip


def ours(pile: Pile, e: Event) -> dict[str, Any]:
    """Write what PLOVER has no field for: status, voices, evidence, reason."""
    occurrence = pile.occurrences.get(e.occurrence_id or "")
    report = next((r for r in pile.reports_of.get(e.occurrence_id or "", ()) if r.doc_id == e.doc_id), None)
    return {
        "doc_id": e.doc_id, "start": e.start, "end": e.end, "type": e.type, "status": e.status, "negated": e.negated,
        "date_precision": e.date_precision, "date_basis": e.date_basis, "attributed_to": e.attributed_to,
        "occurrence_id": e.occurrence_id, "voices_low": occurrence.voices_low if occurrence else None,
        "voices_high": occurrence.voices_high if occurrence else None, "is_copy": report.is_copy if report else None,
        "attributes": [{"name": a.name, "value": a.value, "number": a.number, "unit": a.unit, "modifier": a.modifier,
                        "start": a.start, "end": a.end} for a in e.attributes],
        "because": e.because,
    }  # fmt: skip
