"""Rules and event network together: which events stand, which are added, with what status and parties.

The rules say what they saw and why; the network says of every word how likely it tells an act. Who is believed is weighed by
what `event_weighing` names.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final, cast

from readout.records import Status
from readout.text.event_actors import can_act
from readout.text.event_arguments import Parties
from readout.text.event_calamities import CALAMITY
from readout.text.event_coding import REAL
from readout.text.event_found import EventWords, Found
from readout.text.event_frames import Frame, PartOfSpeech
from readout.text.event_judgement import BY_NETWORK, Said, WordJudgement
from readout.text.event_lists import listed
from readout.text.event_modality import Reading
from readout.text.event_moods import mood_of
from readout.text.event_nouns import carrier
from readout.text.event_outcomes import by_hearsay, by_victim, code, warned, willing
from readout.text.event_plain import UNDER_WAY, plainly
from readout.text.event_prospects import took_place
from readout.text.event_public import of_public_life
from readout.text.event_reading import governed_once
from readout.text.event_reading import named as with_names
from readout.text.event_status import read_status
from readout.text.event_tree import Tree
from readout.text.event_weighing import (
    FACT,
    adding,
    read_by_network,
    restating,
    retyping,
    standing,
    taking_part,
    told_by,
)

OPEN: Final = frozenset(
    {"hypothetical", "negated", "failed", "question"}
)  # the word that says so is no act: weighing sanctions
TELLING: Final = ("VERB", "NOUN", "ADJ")


def weighed(tree: Tree, found: Sequence[Found], words: EventWords, said: Said | None) -> list[Found]:
    """Give up, mend and add events by what the network says."""
    if said is None:
        return list(found)
    kept = [mended(tree, f, words, said) for f in found if stands(tree, f, words, said)]
    new = [f for i in sorted(said.words) if (f := added(tree, i, kept, words, said)) is not None]
    if not new:
        return kept
    new = [with_names(tree, f, words) for f in of_public_life(tree, new, words)]
    return sorted(governed_once(tree, [*kept, *new], words), key=lambda f: f.trigger)


def stands(tree: Tree, f: Found, words: EventWords, said: Said) -> bool:
    """Tell whether an event of the rules is one; words that the network did not read are left to the rules."""
    if not read_by_network(f, said) or f.reading.because == UNDER_WAY:
        return True
    return words.weighing.chance("stands", standing(tree, f, said, words.actors)) >= words.weighing.bar("stands")


# --- mended --------------------------------------------------------------------------------------------------------


def mended(tree: Tree, f: Found, words: EventWords, said: Said) -> Found:
    """Take the network's type, status and parties where they are to be trusted."""
    verdict = said.words.get(f.trigger)
    if verdict is None or f.frame.type == CALAMITY:
        return f
    parties, reading, frame = shared(tree, f, verdict, words), settled(tree, f, verdict, words), f.frame
    if other_type(f, verdict, words, said.none[f.trigger]):
        parties = replace(
            parties, because=f"{parties.because}; {verdict.type} by the network, {frame.type} by the rules"
        )
        frame = replace(frame, type=verdict.type, mode=None)
    if reading is f.reading and frame is f.frame:
        return replace(f, parties=parties)
    kind = code(tree, f.trigger, frame.type, reading, words.modality)
    return replace(f, frame=frame, parties=parties, reading=reading, coded=kind)


def other_type(f: Found, verdict: WordJudgement, words: EventWords, none: float) -> bool:
    """Tell whether the network's type counts instead of the rules'."""
    if verdict.type in (f.frame.type, CALAMITY):
        return False
    return words.weighing.chance("type", retyping(f, verdict, none)) >= words.weighing.bar("type")


def settled(tree: Tree, f: Found, verdict: WordJudgement, words: EventWords) -> Reading:
    """The status by rules and network; against a word that the rules saw, more is asked for."""
    status = cast(Status, verdict.status)
    if status == f.reading.status or reserved(tree, f, status, words):
        return f.reading
    bar = words.weighing.bar("status" if f.reading.because == FACT else "status against a word")
    if words.weighing.chance("status", restating(tree, f, verdict)) < bar:
        return f.reading
    why = f"{BY_NETWORK} ({verdict.statuses[status]:.2f}); {f.reading.status} by the rules: {f.reading.because}"
    return Reading(status, None, status == "negated", because=why)


def reserved(tree: Tree, f: Found, theirs: Status, words: EventWords) -> bool:
    """Tell what is left to the rules: whose word it is, for they know who speaks; what they say was not done stays undone, unless
    the word that they saw often tells that something was; and what they say was not called off or put off was neither."""
    mine = f.reading
    stands = theirs in ("cancelled", "postponed") and mine.because.startswith("not ")
    stands = stands or plainly(tree, f.trigger, mine, theirs)
    return stands or theirs == "reported" or (theirs in REAL and mine.status not in REAL and not done_by_word(tree, f, words))


# Verbs that take back what was said or granted, which is an act itself: withdrew his confession, revoked the licence.
UNMAKING: Final = listed("withdraw revoke drop rescind retract annul repeal scrap")
# What is called off before it took place, or is ended where it stood for a time: of these such a verb makes no act done.
ENDED: Final = frozenset({"CONSULT", "PROTEST", "MOBILIZE", "AID", "AGREE", "COOPERATE", "SANCTION", "COERCE"})
SETTLING: Final = frozenset({"'set'", "'set up'", "'approve'", "'approve by'"})  # an inquiry set up, a sale approved
# Verbs under which an aim is only what others are to do, may do, or are still to decide.
LEAVING_OPEN: Final = listed(
    "give hand grant have ask want wait need call leave allow vote agree hope decide meet try be do order tell urge invite set plan"
)


def done_by_word(tree: Tree, f: Found, words: EventWords) -> bool:
    """Tell whether the word by which the rules read an act as ahead or called off can be the doing of it: used tear gas to disperse
    them, withdrew his confession, the sale was approved."""
    mine, up = f.reading, tree.head(f.trigger)
    if mine.status == "cancelled":
        return up >= 0 and up == mine.holder and tree.lemma(up) in UNMAKING and f.frame.type not in ENDED
    if mine.status != "planned":
        return False
    if mine.because == "a purpose":
        served = up >= 0 and tree.words[f.trigger].upos == "VERB" and tree.lemma(up) not in LEAVING_OPEN
        return served and took_place(tree, up, words.modality)
    return mine.because in SETTLING and mine.holder is not None and mood_of(tree, mine.holder, words.modality).status in REAL


def shared(tree: Tree, f: Found, verdict: WordJudgement, words: EventWords) -> Parties:
    """The parties by rules and network."""
    before = f.parties

    def chances(actor: bool) -> dict[int, float]:
        mine = (before.actors, verdict.acting) if actor else (before.recipients, verdict.undergoing)
        role = "actor" if actor else "recipient"
        bar, further = words.weighing.bar(role), words.weighing.bar(f"further {role}")
        asked = (
            (h, words.weighing.chance(role, features(h, actor)))
            for h in {*mine[0], *mine[1]}
        )
        found: dict[int, float] = {}
        for h, share in sorted(asked):
            if share >= bar and h != f.trigger:
                top = headed(tree, h, f.trigger, words)
                found[top] = max(share, found.get(top, 0.0))
        likeliest = max(found, key=lambda h: (found[h], -h), default=-1)
        beside = listed_with(tree, likeliest) if found else frozenset[int]()
        return {h: share for h, share in found.items() if share >= further or h == likeliest or h in beside}

    def features(h: int, actor: bool) -> dict[str, float]:
        return dict(taking_part(tree, f, h, verdict, actor, words.actors))

    acting, acted = chances(True), chances(False)
    actors = apart(tree, {h: share for h, share in acting.items() if share >= acted.get(h, 0.0)})
    recipients = apart(tree, {h: share for h, share in acted.items() if h not in actors})
    return Parties(actors, recipients, f"{before.because}{changed(before, actors, recipients)}")


def listed_with(tree: Tree, h: int) -> frozenset[int]:
    """The members of the list that a nominal stands in: Poe, Roe and Doe."""
    while tree.rel(h) == "conj" and tree.head(h) >= 0:
        h = tree.head(h)
    return frozenset(tree.conjuncts(h))


def headed(tree: Tree, h: int, trigger: int, words: EventWords) -> int:
    """The noun that a word of a name or title says more of, where that noun can act: rail and port | workers."""
    up = tree.head(h)
    if up >= 0 and up != trigger and (tree.rel(h) == "flat" or in_one_name(tree, h, up)):
        return headed(tree, up, trigger, words)
    before = tree.words[h].deprel in ("compound", "nmod:desc") and h < up != trigger
    return up if before and tree.words[up].upos in ("NOUN", "PROPN") and can_act(tree, up, words.actors) else h


def in_one_name(tree: Tree, h: int, up: int) -> bool:
    """Tell whether a word and the noun it hangs on belong to one name: New | Haven."""
    first, *others = (tree.words[i].ner for i in range(min(h, up), max(h, up) + 1))
    return first != "O" and all(tag == f"I-{first[2:]}" for tag in others)


def changed(before: Parties, actors: tuple[int, ...], recipients: tuple[int, ...]) -> str:
    """Say what the network changed."""
    roles = (("actor", before.actors, actors), ("recipient", before.recipients, recipients))
    names = " and ".join(name for name, mine, now in roles if set(mine) != set(now))
    return f"; {names} by rules and network" if names else ""


def apart(tree: Tree, chances: dict[int, float]) -> tuple[int, ...]:
    """Heads in text order; of two that name one phrase the likelier."""
    kept: list[int] = []
    for h in sorted(chances, key=lambda h: (-chances[h], h)):
        if not any(within(tree, h, k) or within(tree, k, h) for k in kept):
            kept.append(h)
    return tuple(sorted(kept))


def within(tree: Tree, h: int, other: int) -> bool:
    """Tell whether a word stands inside the phrase of another."""
    start, end = tree.phrase(other)
    return start <= tree.words[h].start < end


# --- added ---------------------------------------------------------------------------------------------------------


def draft(tree: Tree, i: int, verdict: WordJudgement, words: EventWords) -> Found:
    """What the network sees in a word, with the status that the rules read there."""
    pos: PartOfSpeech = "v" if tree.words[i].upos == "VERB" else "n"
    frame = Frame(verdict.type, None, pos, tree.lemma(i), (), frozenset(), (), "")
    light = carrier(tree, i, words.frames) if pos == "n" else None
    reading = warned(tree, verdict.type, read_status(tree, i, light, words.modality))
    return Found(
        frame,
        i,
        None,
        light,
        Parties((), (), f"type by the network ({verdict.types[verdict.type]:.2f})"),
        reading,
        None,
    )


def open_to_network(tree: Tree, i: int, kept: Sequence[Found]) -> bool:
    """Tell whether the rules leave it to the network what a word tells."""
    if tree.words[i].upos not in TELLING:
        return False
    if any(i in told_by(f) or (i == f.reading.holder and f.reading.status in OPEN) for f in kept):
        return False
    return tree.words[i].upos != "ADJ" or not any(
        tree.head(i) in (f.trigger, f.taken) for f in kept
    )  # direct talks: the talks


def added(tree: Tree, i: int, kept: Sequence[Found], words: EventWords, said: Said) -> Found | None:
    """An event that only the network sees; null where it is not sure or the rules have one there."""
    verdict = said.words[i]
    if verdict.type == CALAMITY or not open_to_network(tree, i, kept):
        return None
    f = draft(tree, i, verdict, words)
    f = replace(f, parties=shared(tree, f, verdict, words))
    features = adding(tree, f, verdict, kept, words.actors, said)
    if words.weighing.chance("added", features) < words.weighing.bar("added"):
        return None
    reading = willing(f.frame, by_hearsay(f.frame, settled(tree, f, verdict, words)))
    reading = by_victim(tree, i, f.frame, f.parties, reading, words.modality)
    coded = code(tree, i, f.frame.type, reading, words.modality)
    return replace(f, reading=reading, coded=coded, by_network=True)
