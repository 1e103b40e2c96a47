"""Take those out of an act who only deal with it: the mayor called the march off, the police walked beside it, a prosecutor looks
into the clashes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from readout.text.event_actors import ActorWords, is_name
from readout.text.event_arguments import Parties, by_preposition, subjects
from readout.text.event_found import EventWords, Found
from readout.text.event_outcomes import code
from readout.text.event_tree import Tree, listed

# Sectors of those who let people march or forbid it, and watch over them.
AUTHORITIES: Final = frozenset({"GOV", "COP", "JUD", "MIL", "LEG"})
HOLDING: Final = frozenset({"LAB", "PTY", "OPP", "NGO", "REL", "EDU", "REB"})  # who hold protests: the union's leader
# What the authorities do to a protest that others hold.
CALLING_OFF: Final = listed(
    "call cancel postpone ban forbid prohibit stop halt prevent allow permit approve authorise authorize suspend"
)
WATCHING: Final = listed(
    "accompany escort watch monitor observe police guard protect film photograph surround shadow follow oversee supervise see "
    "visit address face meet greet pass contain cover report"
)
DEALING: Final = CALLING_OFF | WATCHING
# Who does not want, or looks into, acts of force does none.
WISHING: Final = listed("want wish fear expect foresee see anticipate dread await predict need")
LOOKING: Final = listed(
    "inquiry enquiry investigation probe question report review inquest examination hearing case study account evidence file"
)
FORCE: Final = frozenset({"ASSAULT", "COERCE", "PROTEST", "SANCTION"})
OFFICES: Final = listed(
    "president premier minister chancellor king queen governor mayor judge general bishop ambassador"
)


def without_bystanders(tree: Tree, found: Sequence[Found], words: EventWords) -> list[Found]:
    """Give the events without those who only deal with the act, an act done "to protest" once, an absence as no protest."""
    triggers = {f.trigger for f in found if f.frame.type == "PROTEST"}
    kept = [f for f in found if not told_as_purpose(tree, f, triggers)]
    return [absence(tree, freed(tree, f, words.actors), words) for f in kept]


def freed(tree: Tree, f: Found, known: ActorWords) -> Found:
    """The event less the actors who are bystanders."""
    if f.frame.type not in FORCE or f.frame.pos != "n" or not f.parties.actors:
        return f
    inside = set(tree.under(f.trigger))
    beyond = [a for a in f.parties.actors if a not in inside]
    gone = [a for a in beyond if stands_by(tree, f, a, known)]
    if not gone:
        return f
    actors = tuple(a for a in f.parties.actors if a not in gone)
    holding = [
        h for h in by_preposition(tree, f.trigger, "of") if h in f.parties.recipients
    ]  # the rally of the farmers
    if f.frame.type == "PROTEST" and not actors and holding:
        rest = tuple(r for r in f.parties.recipients if r not in holding)
        return replace(f, parties=Parties(tuple(holding), rest, f"{f.parties.because}; who holds it, by of"))
    return replace(
        f, parties=replace(f.parties, actors=actors, because=f"{f.parties.because}; who deals with it is no party")
    )


def stands_by(tree: Tree, f: Found, actor: int, known: ActorWords) -> bool:
    """Tell whether a party outside the phrase of an act only deals with it."""
    up = tree.head(f.trigger)
    if up < 0:
        return False
    led = tree.rel(f.trigger) == "nmod" and tree.cases(f.trigger) & {"into", "of", "on", "about", "over"}
    if led and tree.lemma(up) in LOOKING:
        return True
    if f.frame.type != "PROTEST" and tree.lemma(up) in WISHING and tree.rel(f.trigger) == "obj":
        return True
    if f.frame.type != "PROTEST" or tree.words[up].upos != "VERB" or actor not in subjects(tree, up)[0]:
        return False
    return tree.lemma(up) in DEALING and in_authority(tree, actor, known)


def in_authority(tree: Tree, i: int, known: ActorWords) -> bool:
    """Tell whether a party is of those in power: the police, Mayor Poe, the interior minister."""
    near = [i, *tree.of(i, "compound", "appos", "nmod:desc", "flat")]
    beside = [k for n in near for k in tree.of(n, "compound", "nmod", "nmod:poss")]
    if any(known.sectors.get(tree.lemma(k)) in HOLDING for k in (*near, *beside)):
        return False
    return any(known.sectors.get(tree.lemma(k)) in AUTHORITIES or tree.lemma(k) in OFFICES for k in near)


def told_as_purpose(tree: Tree, f: Found, protests: set[int]) -> bool:
    """Tell whether "to protest" says why another protest of the sentence was held: they gathered to demonstrate."""
    if f.frame.type != "PROTEST" or f.frame.pos != "v" or tree.rel(f.trigger) not in ("advcl", "xcomp"):
        return False
    to = any(tree.lows[m] == "to" for m in tree.of(f.trigger, "mark"))
    return to and tree.head(f.trigger) in protests


def absence(tree: Tree, f: Found, words: EventWords) -> Found:
    """One person in office who stays away has turned an invitation down, and protested at nothing."""
    if f.frame.type != "PROTEST" or tree.lemma(f.trigger) != "stay" or len(f.parties.actors) != 1:
        return f
    one = f.parties.actors[0]
    if not (is_name(tree, one) or tree.words[one].upos == "NOUN") or not in_authority(tree, one, words.actors):
        return f
    if tree.lows[one].endswith("s") and not is_name(tree, one):
        return f
    kind = code(tree, f.trigger, "REJECT", f.reading, words.modality)
    return replace(f, frame=replace(f.frame, type="REJECT", mode=None), coded=kind)
