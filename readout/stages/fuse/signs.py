"""What a group of events shows of itself: the named signs by which it is judged whether it is worth a row."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from math import log2
from typing import Final

from readout.stages.fuse.rows import kind_of, latest_status
from readout.stages.fuse.telling import Party, Telling
from readout.stages.fuse.worth import inside_marks
from readout.text.acts import CALAMITY
from readout.text.day_bases import by_text
from readout.text.event_tree import listed

PRONOUNS: Final = listed(
    "they we it he she them us him her you i this that these those who which one some others"
)
OURS: Final = re.compile(r"\b(?:I|we|my|our|me|us|you|We|My|Our|You)\b")
TOP: Final = 3  # sentences from the head of a page that hold its news; ours
MOST: Final = 3  # attributes of an event beyond which more say nothing; ours
FEWEST: Final = 8  # pages of a story from which the share of those that tell an act says something; of two pages one is half; ours
UNREAD: Final = 0.8  # what stands for a chance that no network gave: about the mean of those it gives
TYPES: Final = ("SUPPORT", "CONSULT", "COOPERATE", "PROTEST", "COERCE")


def signs(told: Sequence[Telling], pages_of_story: int) -> Mapping[str, float]:
    """Give the signs of a group by name: each 0 to 1 or a small number."""
    pages = {t.event.doc_id for t in told}
    kind, status = kind_of(told), latest_status(told)
    held = {
        "spread": (len(pages) - 1) / max(FEWEST, pages_of_story - 1),
        "tellings": log2(len(told)),
        "a_page": len(told) / len(pages),
        "status_called_off": float(status in OFF),
        "status_differs": float(len({t.status for t in told}) > 1),
        **{f"type_{name.lower()}": float(kind == name) for name in TYPES},
    }
    return held | of_parties(told) | of_days(told) | of_words(told) | of_reading(told)


def of_parties(told: Sequence[Telling]) -> dict[str, float]:
    """Give the signs of who takes part: the best known on each side; nobody does a calamity."""
    done = not any(t.kind == CALAMITY for t in told)
    actor = max(rank(p for p in (*t.actors, *t.implied)) for t in told)
    recipient = max(rank(p for p in (*t.recipients, *t.answered)) for t in told)
    return {
        "actor_nobody": float(done and actor == NOBODY),
        "actor_pronoun": float(actor == PRONOUN),
        "actor_country": float(actor == COUNTRY),
        "actor_person": float(actor == PERSON),
        "recipient_described": float(recipient == DESCRIBED),
        "recipient_person": float(recipient == PERSON),
        "nobody_known": float(done and max(actor, recipient) < DESCRIBED),
        "two_known": float(any(two_sides(t) for t in told)),
    }


NOBODY, PRONOUN, NOUN, DESCRIBED, COUNTRY, BODY, PERSON = range(7)


def rank(parties: Iterable[Party]) -> int:
    """Rank how well the best known of some parties is known: from nobody and pronouns to persons by name."""
    return max((known(p) for p in parties), default=NOBODY)


def known(party: Party) -> int:
    """Rank how well a party is known."""
    if party.entity:
        return PERSON if party.person else COUNTRY if party.bare else DESCRIBED if party.generic else BODY
    if party.country:
        return DESCRIBED
    return PRONOUN if party.key in PRONOUNS else NOUN


def two_sides(told: Telling) -> bool:
    """Tell whether two parties are known by name."""
    return len({p.key for p in told.parties if p.entity and not p.outlet}) > 1


def of_days(told: Sequence[Telling]) -> dict[str, float]:
    """Give the signs of when: a day told, the day of the page alone, none, a meeting ahead."""
    dated = [t for t in told if t.days]
    days = [t for t in dated if by_text(t.event.date_basis)]
    return {
        "day_told": float(any(t.event.date_precision == "day" for t in days)),
        "day_of_page": float(bool(dated) and all(not by_text(t.event.date_basis) for t in dated)),
        "no_day": float(not dated),
        "meeting_ahead": float(any(t.kind == "CONSULT" and t.status in AHEAD for t in days)),
    }


OFF: Final = frozenset(("cancelled", "postponed"))
AHEAD: Final = OFF | {"planned"}


def of_words(told: Sequence[Telling]) -> dict[str, float]:
    """Give the signs of how and where on its page it is told."""
    return {
        "definite": share(told, lambda t: t.definite),
        "in_quotation": share(told, lambda t: inside_marks(t.sentence, t.words_of_trigger)),
        "in_first_person": float(all(OURS.search(t.sentence) for t in told)),
        "of_another_act": share(told, lambda t: t.kind != (t.event.type or CALAMITY)),
        "attributes": float(min(MOST, max(len(t.event.attributes) for t in told))),
        "at_the_top": float(min(t.depth for t in told) < TOP),
    }


def of_reading(told: Sequence[Telling]) -> dict[str, float]:
    """Give the signs of how sure the reading is."""
    events = [t.event for t in told]
    return {
        "by_network_alone": share(told, lambda t: t.event.found_by == "network"),
        "act_chance": max(UNREAD if e.act_chance is None else e.act_chance for e in events),
        "status_chance": max(UNREAD if e.status_chance is None else e.status_chance for e in events),
    }


def share(told: Sequence[Telling], holds: Callable[[Telling], bool]) -> float:
    """Give the share of tellings of which something holds."""
    return sum(map(holds, told)) / len(told)
