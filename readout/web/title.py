"""Title a brief: who the pile is about, and the days on which its pages were written."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from functools import lru_cache

from readout.lexicon import read
from readout.pile import Pile
from readout.records import Entity
from readout.text import log_odds
from readout.web.details import DAY
from readout.web.importance import body_of, importance
from readout.web.phrases import days_in_words, listed

PARTIES = 3  # names in a title at most; the first whatever its chance, the others where they are likely right
OPENING = 500  # characters behind the title in which a page tells what it is about; ours
SHORT = 5  # letters of a name all in capitals that is an agency's; ours
STATES = frozenset(("country", "government"))
TYPES = ("country", "person", "organisation", "place")
NOBODY = frozenset(("government", "parliament", "police", "union", "army", "court", "president"))  # whose is not told


@lru_cache(maxsize=1)
def weights() -> log_odds.Decision:
    """Read the published weights."""
    return log_odds.decision(read("title_weights"))


def titled(pile: Pile) -> str:
    """Give the title: the main parties, then the days; the name of the record where neither is known."""
    who = parties(pile)
    days = sorted(d.published[:DAY] for d in pile.documents.values() if d.published and len(d.published) >= DAY)
    when = stretch(days[0], days[-1]) if days else ""
    return ", ".join(p for p in (listed(who), when) if p) or pile.record.path.stem


def stretch(first: str, last: str) -> str:
    """Write a stretch of days with the month and the year once: 4 to 10 May 2025; a whole month by its name."""
    written = days_in_words(first, last)
    start, to, end = written.partition(" to ")
    same = (" " + end.split(" ", 1)[-1]) if first[:7] == last[:7] else f" {last[:4]}" if first[:4] == last[:4] else ""
    return f"{start.removesuffix(same)}{to}{end}" if to else written


def parties(pile: Pile) -> list[str]:
    """Name whom the pile is about: the likeliest by their signs, whoever is named by a word of another's name left out."""
    signed = candidates(pile)
    chances = {name: weights().chance(signs) for name, signs in signed.items()}
    ranked = sorted(chances, key=lambda name: (-chances[name], name))
    further = [name for name in ranked[1:] if chances[name] >= weights().threshold and not signed[name]["is place"]]
    likely = [*ranked[:1], *further]  # a place leads a title only as what a pile is about: a capital is no party
    fit = [name for name in likely if not any(within(name, other) for other in likely)]
    return fit[:PARTIES]


def within(name: str, other: str) -> bool:
    """Tell whether the words of a name are some of another's."""
    return {*name.split()} < {*other.split()}


def candidates(pile: Pile) -> Mapping[str, Mapping[str, float]]:
    """Give the signs of everybody who may stand in the title, by name; of several of one name the one that pages open on."""
    opened, titles, told = named_on(pile)
    own, states = taking_part(pile)
    most = max((*own.values(), *states.values()), default=0.0) or 1.0
    found: dict[str, dict[str, float]] = {}
    for key in sorted({*opened, *own}):
        e = pile.entities.get(key)
        if e is None or not fit_for_title(pile, e):
            continue
        state = states.get(e.name, 0.0) if e.type in STATES else 0.0
        pages = len(pile.documents)
        mine = {
            "opened": opened[key] / pages, "titles": titles[key] / pages, "told": told[key] / pages,
            "part": own.get(key, 0.0) / most, "state": state / most, "words": len(e.name.split()),
            "of state": float(bool(e.country) and e.type not in STATES), **{f"is {t}": float(e.type == t) for t in TYPES},
        }  # fmt: skip
        if e.name not in found or mine["opened"] + mine["part"] > found[e.name]["opened"] + found[e.name]["part"]:
            found[e.name] = mine
    return found


def fit_for_title(pile: Pile, e: Entity) -> bool:
    """Tell whether somebody can stand in a title: by a name of his own, and not as who wrote the pages."""
    outlets = {(d.outlet or "").lower() for d in pile.documents.values()}
    agency = e.name.lower() in outlets or (e.name.isupper() and len(e.name) <= SHORT)
    return e.name[:1].isupper() and e.name.lower() not in NOBODY and not agency


def named_on(pile: Pile) -> tuple[Counter[str], Counter[str], Counter[str]]:
    """Count the pages that name each entity where they open, in their title, and anywhere."""
    opened, titles, told = Counter[str](), Counter[str](), Counter[str]()
    for doc_id in pile.documents:
        body = body_of(pile, doc_id)
        places = [(str(m.entity_id), m.start) for m in pile.named.get(doc_id, ()) if m.entity_id]
        told.update({who for who, _ in places})
        opened.update({who for who, at in places if at < body + OPENING})
        titles.update({who for who, at in places if at < body})
    return opened, titles, told


def taking_part(pile: Pile) -> tuple[Mapping[str, float], Mapping[str, float]]:
    """Weigh how far each entity, and each state by name, takes part in the acts that an editor has on his page."""
    own, states = defaultdict[str, float](float), defaultdict[str, float](float)
    for o in pile.occurrences.values():
        weight = importance(pile).get(o.occurrence_id, 0.0)
        for key in {*o.actors, *o.recipients}:
            own[key] += weight
        for name in names_of_states(pile, {*o.actors, *o.recipients}):
            states[name] += weight
    return own, states


def names_of_states(pile: Pile, who: Iterable[str]) -> set[str]:
    """Name the states that entities are, or are of."""
    return {name for key in who if (e := pile.entities.get(key)) and (name := state_of(pile, e))}


def state_of(pile: Pile, e: Entity) -> str | None:
    """Give the name of the state that an entity is, or is of."""
    return pile.country_names.get(e.country or "", e.name if e.type in STATES else None)
