"""Numbers and phrases that belong to an event: how long, how many, how much, why, where, the how-manieth."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest
from typing import Final

from readout.records import Attribute
from readout.text.changed_numbers import went_from
from readout.text.event_actors import ActorWords, is_name
from readout.text.event_calamities import CALAMITY
from readout.text.event_found import Found
from readout.text.event_times import anchors_of, owner_of, top_of
from readout.text.event_tree import Tree, listed
from readout.text.quantities import Quantity

PERIODS: Final = listed(
    "holiday weekend season spring summer autumn winter quarter period decade century fortnight easter christmas ramadan"
)
HOURS: Final = listed("noon midnight dawn dusk tomorrow tonight nightfall sunrise sunset")
MINUTES: Final = {"second": 1 / 60, "minute": 1, "hour": 60, "day": 1440, "week": 10080, "month": 43200, "year": 525600}
KILLING: Final = listed("kill die dead death murder assassinate massacre slay perish behead execute drown lynch")
HURTING: Final = listed("injure wound hurt injury injured wounded maim")
TAKING: Final = listed("arrest detain jail imprison round")
FREEING: Final = listed("release free exchange swap")
LOCATIVE: Final = listed("in at near outside inside on off over around across along beside throughout")
REASONS: Final = listed("over because due following owing thanks")


def attributes_of(
    tree: Tree, found: Sequence[Found], quantities: Sequence[Quantity], known: ActorWords
) -> list[tuple[Attribute, ...]]:  # fmt: skip
    """The attributes of each event of a sentence."""
    anchors = anchors_of(found)
    made: list[list[Attribute]] = [list(phrases(tree, f, known)) for f in found]
    for q, after in zip_longest(quantities, quantities[1:]):
        top = top_of(tree, q.start, q.end)
        if top is None or (after and went_from(tree.text, q.start, q.end, after.start)):
            continue
        owner = owner_of(tree, top, anchors)
        if owner is None:
            continue
        name = name_of(tree, top, q, found[owner])
        if name:
            made[owner].append(ordered(tree, written(tree, name, q), top) if name == "order" else written(tree, name, q))
    return [tuple(sorted(set(m), key=lambda a: (a.start, a.name))) for m in made]


def written(tree: Tree, name: str, q: Quantity) -> Attribute:
    """Write a quantity; durations in minutes."""
    number = q.value if q.value is not None else q.low if q.low is not None else q.high
    unit = q.unit
    if name == "duration_minutes" and number is not None:
        number, unit = number * MINUTES.get(unit or "minute", 1), "minute"
    return Attribute(name, tree.text[q.start : q.end], number, unit, q.modifier, q.start, q.end)


def ordered(tree: Tree, told: Attribute, top: int) -> Attribute:
    """Take what bounds a rank into it: the first visit since 2011, the third in two years."""
    heads = [top, tree.head(top)] if tree.head(top) >= 0 else [top]
    bounds = [c for h in heads for c in tree.of(h, "nmod", "obl") if tree.cases(c) & {"since", "in"} and timed_or_year(tree, c)]
    end = max([told.end, *(tree.words[tree.under(c)[-1]].end for c in bounds if c > top)])
    return replace(told, value=tree.text[told.start : end], end=end) if end - told.end < LONGEST else told


LONGEST: Final = 60  # characters between a rank and what bounds it; ours


def timed_or_year(tree: Tree, c: int) -> bool:
    """Tell whether a phrase is a time or a year."""
    return timed(tree, c) or (tree.lows[c].isdigit() and len(tree.lows[c]) == 4)


def name_of(tree: Tree, top: int, q: Quantity, f: Found) -> str | None:
    """What a quantity tells of the event it hangs on."""
    if q.kind == "duration":
        return "duration_minutes" if lasting(tree, q) else None
    if q.kind == "money":
        return "amount"
    if q.kind == "rank":
        return "order"
    if q.kind != "count":
        return None
    if top in f.parties.actors and q.value == 2:
        return None  # the two sides
    if top in f.parties.actors and f.frame.type in ("PROTEST", "MOBILIZE", "CONSULT"):
        return "participants"
    own = tree.lemma(f.trigger)
    words = {own} if own in KILLING | HURTING else {own, *(tree.lemma(u) for u in list(tree.above(top))[:3])}
    told = [i for i, w in enumerate(tree.words) if w.start < q.end and w.end > q.start]
    undergoing = any(i in f.parties.recipients or tree.rel(i) in ("obj", "nsubj") for i in (top, *told))
    if undergoing and words & HURTING and not words & KILLING:
        return "injuries"
    if undergoing and words & KILLING:
        return "deaths"
    if undergoing and f.frame.mode == "arrest" and words & TAKING:
        return "arrests"
    if undergoing and words & FREEING:
        return "released"
    return "count"


LASTING: Final = listed("for lasting lasted lasts last spent spend took take over during")
SPAN: Final = re.compile(r"\S+")


def lasting(tree: Tree, q: Quantity) -> bool:
    """Tell whether a stretch of time is how long the act took: for five hours, hours of talks, a three-hour meeting."""
    before = SPAN.findall(tree.text[max(0, q.start - 24) : q.start])
    after = SPAN.findall(tree.text[q.end : q.end + 24])
    if after[:1] in (["ago"], ["later"], ["earlier"], ["after"], ["before"], ["since"], ["into"]):
        return False
    attached = tree.text[q.start : q.end].count("-") > 0 or tree.text[q.end : q.end + 1] == "-"
    return attached or (before[-1:] and before[-1].lower() in LASTING) or after[:1] == ["of"] or before[-1:] == ["of"]


def phrases(tree: Tree, f: Found, known: ActorWords) -> Iterator[Attribute]:
    """Venue, topic, reason and deadline, as phrases of the event's own clause."""
    for i in dict.fromkeys(i for i in (f.trigger, f.carrier, f.taken) if i is not None):
        yield from reasons(tree, i)
        for c in tree.of(i, "obl", "nmod"):
            cases = tree.cases(c)
            about = f.frame.type == "CONSULT" and cases & {"on", "about", "over"}
            if about and not is_name(tree, c) and not dayish(tree, c):
                yield phrase(tree, c, "topic")
            elif cases & REASONS and reasonable(tree, c, cases):
                yield phrase(tree, c, "reason")
            elif cases == {"at"} and (is_name(tree, c) or tree.lemma(c) in known.things):
                yield phrase(tree, c, "venue")
            elif cases & TERM and timed(tree, c) and f.reading.status in AHEAD:
                yield phrase(tree, c, "deadline")


TERM: Final = frozenset({"by", "within", "before", "until", "till"})
AHEAD: Final = frozenset({"planned", "conditional", "proposed", "threatened", "happened"})


def reasonable(tree: Tree, c: int, cases: frozenset[str]) -> bool:
    """Tell whether a phrase can be a reason: no day, length of time, amount, or place that something goes over."""
    if dayish(tree, c) or timed(tree, c) or tree.words[c].upos in ("NUM", "SYM"):
        return False
    return not (cases == {"over"} and (is_name(tree, c) or tree.of(c, "nummod")))


def timed(tree: Tree, c: int) -> bool:
    """Tell whether a phrase is a time or a length of time."""
    return tree.lemma(c) in MINUTES or tree.lemma(c) in PERIODS or dayish(tree, c) or tree.lows[c] in HOURS


def reasons(tree: Tree, i: int) -> Iterator[Attribute]:
    """Reasons told in a clause or a set phrase: because …, citing …, in protest at …, in response to …."""
    for c in tree.of(i, "advcl"):
        marks = {tree.lows[m] for m in tree.of(c, "mark", "advmod") if m < c}
        if "because" in marks:
            yield stretch(tree, c, "reason")
        elif tree.lows[c] == "citing":
            yield from (phrase(tree, o, "reason") for o in tree.of(c, "obj"))
    for c in tree.of(i, "obl"):
        if tree.lemma(c) in ("protest", "response", "retaliation", "reaction", "reply") and "in" in tree.cases(c):
            behind = [o for o in tree.of(i, "obl") if o > c and tree.cases(o) & {"at", "against", "over", "to"}]
            yield from (phrase(tree, o, "reason") for o in (tree.of(c, "nmod") or behind) if not timed(tree, o))
    for c in (k for o in (i, *tree.of(i, "obj", "nsubj:pass")) for k in tree.of(o, "obl", "nmod", "advcl")):
        if tree.lows[c].endswith("ing") and "for" in tree.cases(c) | {tree.lows[m] for m in tree.of(c, "mark")}:
            yield phrase(tree, c, "reason") if tree.words[c].upos == "NOUN" else stretch(tree, c, "reason")


def stretch(tree: Tree, c: int, name: str) -> Attribute:
    """Write a clause, without the word that introduces it."""
    inside = [k for k in tree.under(c) if tree.words[k].upos != "PUNCT" and tree.lows[k] not in ("because", "for")]
    start, end = tree.words[inside[0]].start, tree.words[inside[-1]].end
    return Attribute(name, tree.text[start:end], None, None, None, start, end)


def dayish(tree: Tree, i: int) -> bool:
    """Tell whether a phrase is of a day or month: on Monday, on 6 May."""
    return any(tree.lows[k] in DAYS for k in (i, *tree.of(i, "compound", "nmod", "nummod")))


DAYS: Final = listed(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
    "september october november december day week weekend month morning afternoon evening night eve phone"
)


def phrase(tree: Tree, c: int, name: str) -> Attribute:
    """Write a phrase."""
    start, end = tree.phrase(c)
    return Attribute(name, tree.text[start:end], None, None, None, start, end)


def place_of(tree: Tree, f: Found, known: ActorWords) -> tuple[int, int] | None:
    """Where an event took place: a named place in its own clause, the place it was done to, the goal of a visit."""
    own = dict.fromkeys(i for i in (f.trigger, f.carrier, f.taken) if i is not None)
    for i in own:
        near = tree.of(i, "obl", "nmod")
        near += [k for c in near if tree.lemma(c) in MINUTES or dayish(tree, c) for k in tree.of(c, "nmod")]
        for c in near:
            if tree.cases(c) & LOCATIVE and is_place(tree, c, known) and not dayish(tree, c):
                return tree.phrase(c)
    if f.frame.type in SITED:
        beside = [c for h in (*f.parties.recipients, *f.parties.actors) for c in tree.of(h, "nmod")]
        for c in beside:
            if tree.cases(c) & {"in", "near", "outside"} and is_place(tree, c, known) and not dayish(tree, c):
                return tree.phrase(c)
    if f.frame.mode == "visit" or f.frame.type in ("ASSAULT", "COERCE", CALAMITY):
        for r in f.parties.recipients:
            if tree.words[r].ner.endswith("LOC"):
                return tree.phrase(r)
    return None


# Acts that take place where those they are done by or to are said to be: clashed with protesters in X, a court in X jailed.
SITED: Final = frozenset({"ASSAULT", "PROTEST", "COERCE"})


def is_place(tree: Tree, i: int, known: ActorWords) -> bool:
    """Tell whether a phrase names a place: tagged so, or a name that no person or body bears."""
    word = tree.words[i]
    if word.ner.endswith("LOC"):
        return True
    return word.upos == "PROPN" and word.ner == "O" and bool(tree.cases(i) & {"in", "near", "outside"})
