"""Which day a page tells of where a sentence names none: a page that says "on Tuesday" goes on telling of Tuesday.

The days that a page gives to its acts, the day it was written and the day before are weighed by named signs of each with published
numbers: whether the act told last before, or next, or first on the page is of that day, how far away, how many are.
Method: ours: logistic regression over the acts that careful readers date (`training/events/days.py`).
"""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import lru_cache
from importlib.resources import files
from math import log1p
from typing import Final, NamedTuple

from readout.text import log_odds

RECENT: Final = 8  # days before its day of writing that a page still tells as news; ours
# Statuses of acts that have a day behind that of writing.
TOLD_BACK: Final = frozenset(
    ("happened", "ongoing", "refused", "cancelled", "denied", "reported", "postponed", "threatened", "proposed")
)
SPOKEN_OF: Final = ("refused", "cancelled", "proposed", "threatened", "reported", "denied")  # statuses with weights of their own
BEFORE: Final = re.compile(r"\bhad (?:\w+ ){0,2}$", re.I)
PERFECT: Final = re.compile(r"\b(?:has|have|having) (?:\w+ ){0,2}$", re.I)


class Act(NamedTuple):
    """An act of a page: where it stands (character, sentence, paragraph), type, status, its day where the text gives one, and the
    words before it."""

    start: int
    sentence: int
    paragraph: int
    type: str | None
    status: str
    day: str | None
    before: str = ""


class Chosen(NamedTuple):
    """The day that an act is most likely of, and how likely."""

    day: str
    chance: float


def narrative_day(act: Act, others: Sequence[Act], published: date, sentences: int) -> Chosen | None:
    """Give the day of an act without one of its own; null where no day that the page itself tells of is likely enough.

    `others`: the acts of the page in text order. `sentences`: how many the page has.
    """
    if act.status not in TOLD_BACK:
        return None
    days = signs(act, others, published, sentences)
    chance, day = max((weights().chance(held), day) for day, held in sorted(days.items()))
    return Chosen(day, chance) if "told" in days[day] and chance >= weights().threshold else None


def signs(act: Act, others: Sequence[Act], published: date, sentences: int) -> dict[str, dict[str, float]]:
    """Give the signs of each day that an act can be of."""
    dated = [o for o in others if o.day and o.start != act.start]
    recent = [o for o in dated if 0 <= gap(o, published) <= RECENT and o.status in ("happened", "ongoing", "historical")]
    days = {o.day for o in recent if o.day} | {published.isoformat(), (published - timedelta(1)).isoformat()}
    return {day: dict(of_day(day, act, recent, dated, published, sentences)) for day in sorted(days)}


def gap(act: Act, published: date) -> int:
    """Give the days from that of an act to that of writing."""
    return (published - date.fromisoformat(str(act.day))).days


def of_day(
    day: str, act: Act, recent: Sequence[Act], dated: Sequence[Act], published: date, sentences: int
) -> Iterator[tuple[str, float]]:
    """Give the signs of one day."""
    before, after = [o for o in recent if o.start < act.start], [o for o in recent if o.start > act.start]
    last, following, first = before[-1:], after[:1], recent[:1]
    mine, theirs = [o for o in before if o.day == day][-1:], [o for o in after if o.day == day][:1]
    is_last, is_next, is_first = (any(o.day == day for o in some) for some in (last, following, first))
    between = [gap(o, published) for o in dated for b in last if b.start < o.start < act.start]
    held = Counter(o.day for o in recent)
    back = (published - date.fromisoformat(day)).days
    kinds = {"day of page": back == 0, "day before": back == 1, "two days before": back == 2, "longer ago": back > 2}
    places = {"title": act.sentence == 0, "first": act.sentence == 1, "second": act.sentence == 2}
    held_by = {"last": is_last, "next": is_next, "of the first": is_first}
    told = {**kinds, **places, **held_by}
    told |= {
        "none before": not before, "none behind": not after, "none": not recent, "told": held[day] > 0,
        "last is first": is_last and is_first, "last is next": is_last and is_next,
        "older between": any(b > RECENT for b in between), "later between": any(b < 0 for b in between),
        "had": bool(BEFORE.search(act.before)), "has": bool(PERFECT.search(act.before)),
        "had, last": is_last and bool(BEFORE.search(act.before)), "has, last": is_last and bool(PERFECT.search(act.before)),
        "has, day of page": back == 0 and bool(PERFECT.search(act.before)),
    }  # fmt: skip
    told |= {f"{place}, {name}": places[place] and {**kinds, **held_by}[name] for place in ("title", "first")
             for name in ("day of page", "day before", "of the first", "next")}  # fmt: skip
    told |= {f"{name}, {kind}": held_by[name] and kinds[kind] for name in ("last", "of the first")
             for kind in ("day of page", "day before")}  # fmt: skip
    told |= {f"{status}, last": act.status == status and is_last for status in SPOKEN_OF}
    for side, some in (("before", mine), ("behind", theirs)):
        for o in some:
            far = abs(act.sentence - o.sentence)
            told |= {f"{side} {name}": name == distance(far) for name in DISTANCES}
            told |= {f"{side}, one paragraph": o.paragraph == act.paragraph, f"{side}, one type": o.type == act.type}
    yield from ((name, 1.0) for name, value in told.items() if value)
    yield "share", held[day] / max(1, len(recent))
    yield "how many", log1p(held[day])
    yield "how far down", act.sentence / max(1, sentences)


DISTANCES: Final = ("in the sentence", "a sentence off", "two off", "some off", "many off")


def distance(sentences: int) -> str:
    """Name how many sentences away something stands."""
    return DISTANCES[sentences] if sentences < 3 else DISTANCES[3] if sentences <= 5 else DISTANCES[4]


@lru_cache(maxsize=1)
def weights() -> log_odds.Decision:
    """Read the published weights."""
    return log_odds.decision(tomllib.loads((files("readout.lexicon") / "day_weights.toml").read_text("utf-8")))
