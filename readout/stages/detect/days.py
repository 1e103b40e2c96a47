"""Give acts that no words date the day that their page tells of around them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from readout.records import Event, Sentence
from readout.text.day_bases import NARRATIVE, PUBLICATION, by_text
from readout.text.narrative_days import Act, narrative_day

BEFORE = 40  # characters before an act that are looked at


def with_days(events: Sequence[Event], sentences: Sequence[Sentence], text: str, published: date | None) -> Iterator[Event]:
    """Give the events of a page, those that no words date with the day they are likely of, or with none."""
    acts = acts_of(events, sentences, text)
    for event, act in zip(events, acts, strict=True):
        chosen = narrative_day(act, acts, published, len(sentences)) if published and not event.date_start else None
        if chosen is None or published is None:
            yield event
            continue
        basis = PUBLICATION if chosen.day == published.isoformat() else NARRATIVE
        why = f"no words date it; the page tells of {chosen.day} around it (chance {chosen.chance:.2f})"
        yield replace(
            event,
            date_start=chosen.day,
            date_end=chosen.day,
            date_precision="day",
            date_basis=basis,
            because=f"{event.because}; {why}",
        )


def acts_of(events: Sequence[Event], sentences: Sequence[Sentence], text: str) -> list[Act]:
    """Give the acts of a page in the order of its events."""
    ordered = sorted(sentences, key=lambda s: (s.start, s.end))
    place = {s.sentence_id: (n, s.paragraph) for n, s in enumerate(ordered)}
    return [
        Act(e.start, *place[e.sentence_id], e.type, e.status, own_day(e), text[max(0, e.start - BEFORE) : e.start]) for e in events
    ]


def own_day(event: Event) -> str | None:
    """Give the one day that the text itself gives to an act."""
    one = event.date_precision == "day" and event.date_start == (event.date_end or event.date_start)
    return event.date_start if one and by_text(event.date_basis) else None
