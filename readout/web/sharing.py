"""What two reports of acts have in common: what became of them, who takes part, on which days."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from readout.pile import Pile
from readout.records import Event
from readout.text.day_bases import by_text
from readout.web.details import DAY

DONE = frozenset(("happened", "ongoing", "reported", "historical"))
AHEAD = frozenset(("planned", "proposed", "conditional", "threatened"))


def fate(status: str) -> str:
    """Give what became of an act in one of three words: done, ahead or off."""
    return "done" if status in DONE else "ahead" if status in AHEAD else "off"


def dated(event: Event) -> bool:
    """Tell whether the words of a page say when an event was."""
    return event.date_start is not None and by_text(event.date_basis)


def shared(pile: Pile, a: Event, b: Event) -> int:
    """Count who takes part in both of two events: themselves, or the countries they stand for."""
    return max(len(taking(a) & taking(b)), len(countries(pile, taking(a)) & countries(pile, taking(b))))


def taking(event: Event) -> set[str]:
    """Give who takes part in an event, as far as it is known."""
    return {p.entity_id for p in (*event.actors, *event.recipients) if p.entity_id}


def countries(pile: Pile, who: Iterable[str]) -> set[str]:
    """Give the countries of some entities."""
    return {e.country for w in who if (e := pile.entities.get(w)) and e.country}


def days_apart(a: Event, b: Event) -> bool:
    """Tell whether two events are dated by their own words to days more than one apart: a week before is no exact day."""
    if not (dated(a) and dated(b)):
        return False
    return last_day(a) < first_day(b) - 1 or last_day(b) < first_day(a) - 1


def first_day(event: Event) -> int:
    """Number the first day of an event."""
    return date.fromisoformat(f"{event.date_start}-01-01"[:DAY]).toordinal()


def last_day(event: Event) -> int:
    """Number the last day of an event."""
    return date.fromisoformat(f"{event.date_end or event.date_start}-01-01"[:DAY]).toordinal()
