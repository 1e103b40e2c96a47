"""W3C Web Annotation (Recommendation of 2017), one annotation a line, with PROV for where it comes from.

Positions count code points of the text as read; the quote with its surroundings finds the place in the page itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from readout import __version__
from readout.pile import Pile
from readout.records import Attribution, Document, Event

CONTEXT = ["http://www.w3.org/ns/anno.jsonld", {"prov": "http://www.w3.org/ns/prov#", "readout": "urn:readout:"}]
AROUND = 40  # characters of prefix and suffix


def annotation_rows(pile: Pile) -> Iterator[dict[str, Any]]:
    """Give an annotation for every event and every attribution, page by page."""
    for e in sorted(pile.events.values(), key=lambda e: (e.doc_id, e.start, e.event_id)):
        yield event_annotation(pile, e)
    for a in sorted(pile.attributions.values(), key=lambda a: (a.doc_id, a.content, a.attribution_id)):
        if a.content:
            yield saying_annotation(pile, a)


def event_annotation(pile: Pile, e: Event) -> dict[str, Any]:
    """Annotate the words that tell an event."""
    tags = [e.type or e.mode or "calamity", e.status, *(["negated"] if e.negated else [])]
    about = [pile.name(p.entity_id) for p in (*e.actors, *e.recipients) if p.entity_id]
    return annotation(pile.documents[e.doc_id], e.event_id, [(e.start, e.end)], tags, about, e.because, e.occurrence_id)


def saying_annotation(pile: Pile, a: Attribution) -> dict[str, Any]:
    """Annotate the words someone is reported to have said."""
    about = [name for name in (pile.name(a.speaker) if a.speaker else a.speaker_name,) if name]
    tags = [f"{a.kind} speech", *([f"act: {a.act}"] if a.act not in (None, "state") else [])]
    return annotation(pile.documents[a.doc_id], a.attribution_id, a.content, tags, about, a.because, a.utterance_id)


def annotation(
    d: Document, row_id: str, spans: Sequence[tuple[int, int]], tags: Sequence[str], about: Sequence[str], because: str,
    part_of: str | None,
) -> dict[str, Any]:  # fmt: skip
    """Write one annotation: tags and names as bodies, a target for each span."""
    bodies = [{"type": "TextualBody", "value": t, "purpose": "tagging", "format": "text/plain"} for t in tags]
    bodies += [{"type": "TextualBody", "value": n, "purpose": "identifying", "format": "text/plain"} for n in about]
    bodies += (
        [{"type": "TextualBody", "value": because, "purpose": "commenting", "format": "text/plain"}] if because else []
    )
    return {
        "@context": CONTEXT, "id": urn(row_id), "type": "Annotation", "motivation": "tagging", "body": bodies,
        "target": [target(d, start, end) for start, end in spans],
        "creator": {"id": "urn:readout:software", "type": "Software", "name": f"Readout {__version__}"},
        "prov:wasDerivedFrom": {"id": f"urn:sha256:{d.capture_sha256}"},
        **({"readout:partOf": urn(part_of)} if part_of else {}),
    }  # fmt: skip


def target(d: Document, start: int, end: int) -> dict[str, Any]:
    """Write where a span stands, by its words and by its position."""
    quote = {
        "type": "TextQuoteSelector", "exact": d.text[start:end], "prefix": d.text[max(0, start - AROUND) : start],
        "suffix": d.text[end : end + AROUND],
    }  # fmt: skip
    return {
        "type": "SpecificResource", "source": d.url or urn(d.doc_id),
        "selector": [quote, {"type": "TextPositionSelector", "start": start, "end": end}],
    }  # fmt: skip


def urn(row_id: str) -> str:
    """Make a URN of an id."""
    return f"urn:readout:{row_id}"
