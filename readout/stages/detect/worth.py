"""Which events of a page on which acts are rare are acts worth their type: named signs, weighed by published numbers.

Web logs, news groups and the lives of scholars use the words of public life for what is none: a painter fights a dragon, a judge
permits discovery, polls close. What is sure on a page of news is not on these, and least what the network alone saw.
"""

from __future__ import annotations

from base64 import b64decode
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import log
from typing import Final

import numpy as np

from readout.lexicon import read
from readout.records import Event
from readout.text import log_odds
from readout.text.event_rarity import UNSEEN, WORDS
from readout.text.event_weighing import odds
from readout.text.senses import SIZE, STEPS

# Rarity from which the whole chance is asked for; ours: pages of packs are mostly below, and lost acts that their readers list.
WHOLE: Final = 0.67
COMMON: Final = 0.5  # acts to a sentence as of a story, which every page is read as having besides its own


@dataclass(frozen=True, slots=True)
class PageOfEvents:
    """A page by the events told of it: how many the rules see and how many there are to a sentence's words, in logs, and what share
    of those named in them are of a sector or country."""

    by_rules: float
    of_all: float
    of_sectors: float
    of_countries: float
    rarity: float


def page_of(events: Sequence[Event], words: int, rarity: float) -> PageOfEvents:
    """Sum up the events of a page."""
    acts = [e for e in events if e.coded_type is not None and e.type is not None]
    sentences = words / WORDS + UNSEEN
    named = [p for e in acts for p in (*e.actors, *e.recipients)]
    return PageOfEvents(
        log((sum(e.found_by != "network" for e in acts) + COMMON * UNSEEN) / sentences),
        log((len(acts) + COMMON * UNSEEN) / sentences),
        sum(p.sector is not None for p in named) / max(1, len(named)),
        sum(p.country is not None for p in named) / max(1, len(named)),
        rarity,
    )


def signs(e: Event, page: PageOfEvents) -> Iterator[tuple[str, float]]:
    """What speaks for an event."""
    alone = float(e.found_by == "network")
    sure = odds(e.act_chance or 0.0)
    yield "act, by rules", sure * (1 - alone)
    yield "act, by the network alone", sure * alone
    yield "by the network alone", alone
    yield "acts by rules", page.by_rules
    yield "acts by rules, by the network alone", page.by_rules * alone
    yield "acts", page.of_all
    yield "of sectors", page.of_sectors
    yield "of countries", page.of_countries
    yield "rarity", page.rarity
    yield f"act {e.type}", 1.0
    if e.sense:
        held = np.frombuffer(b64decode(e.sense), np.int8)[:SIZE] / STEPS
        yield from ((f"sense {n:02}", float(v)) for n, v in enumerate(held))


@lru_cache(maxsize=1)
def weights() -> log_odds.Decision:
    """Read the published weights."""
    return log_odds.decision(read("worth_weights"))


def worth_telling(events: Sequence[Event], words: int, rarity: float) -> list[Event]:
    """Leave out the acts of a page of so many words that are not worth telling, where acts are rare; what nobody judged stays."""
    if not rarity:
        return list(events)
    page, fit = page_of(events, words, rarity), weights()
    return [e for e in events if e.coded_type is None or e.type is None or e.act_chance is None or is_worth(e, page, fit)]


def is_worth(e: Event, page: PageOfEvents, fit: log_odds.Decision) -> bool:
    """Tell whether an act is worth telling; the less rare acts are on the page, the less is asked."""
    asked = fit.threshold * min(1.0, page.rarity / WHOLE)
    return fit.chance({**dict.fromkeys(fit.of, 0.0), **dict(signs(e, page))}) >= asked
