"""Rules and event network together: which events stand, which are added, with what status and parties.

The rules say what they saw and why; the network says of every word how likely it tells an act. Numbers here were chosen on
held-out lines of our corpus and stories (training/events), which nothing was made from.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final, cast

from readout.records import Status
from readout.text.event_actors import ActorWords, can_act, is_political, may_act
from readout.text.event_arguments import Parties
from readout.text.event_calamities import CALAMITY
from readout.text.event_found import EventWords, Found
from readout.text.event_frames import Frame
from readout.text.event_judgement import BY_NETWORK, Said, WordJudgement
from readout.text.event_lists import listed
from readout.text.event_modality import Reading
from readout.text.event_nouns import carrier
from readout.text.event_outcomes import by_hearsay, by_victim, code, warned, willing
from readout.text.event_public import of_public_life
from readout.text.event_reading import governed_once
from readout.text.event_reading import named as with_names
from readout.text.event_status import read_status
from readout.text.event_tree import Tree

# An event of the rules is given up where the network finds "none" so likely; sooner where nobody of public life is named.
NONE_SURE: Final = 0.85
NONE_DOUBTFUL: Final = 0.6
# A word is an event by the network alone where one type is so likely; without any party it must be likelier.
TOLD: Final = 0.6
TOLD_OF_NOBODY: Final = 0.8
# Another type than the rules' counts from here on; later where the rules matched a verb with its object.
OTHER_TYPE: Final = 0.7
OTHER_THAN_PARTICULAR: Final = 0.9
PARTICULAR: Final = 3
# Frames of sections marked "sure" tell acts that the network was not taught; a verb with its object says much by itself,
# and so does a verb that carries an event noun.
UNTAUGHT: Final = "8"
NONE_OF_UNTAUGHT: Final = 0.97
UNDONE: Final = frozenset({"cancelled", "postponed"})  # what is called off in so many words is an act
# The network's status counts from here on where the rules saw no word of status; sooner for its own events, later for what
# is only background. One side's word ("reported") is left to the rules, which know whose word it is.
UNSEEN: Final = 0.7
UNSEEN_OF_ITS_OWN: Final = 0.5
BACKGROUND: Final = 0.8
OPEN: Final = frozenset({"hypothetical", "negated", "failed", "question"})  # the word that says so is no act: weighing sanctions
FACT: Final = "stated as fact"


def weighed(tree: Tree, found: Sequence[Found], words: EventWords, said: Said | None) -> list[Found]:
    """Give up, mend and add events by what the network says."""
    if said is None:
        return list(found)
    kept = [mended(tree, f, words, said) for f in found if not given_up(tree, f, words.actors, said)]
    new = [f for i, w in sorted(said.words.items()) if (f := proposed(tree, i, w, kept, words)) is not None]
    if not new:
        return kept
    new = [with_names(tree, f, words) for f in of_public_life(tree, new, words)]
    return sorted(governed_once(tree, [*kept, *new], words), key=lambda f: f.trigger)


# --- given up ------------------------------------------------------------------------------------------------------


def given_up(tree: Tree, f: Found, known: ActorWords, said: Said) -> bool:
    """Tell whether the network takes an event for none."""
    if set("E6K") & set(f.frame.need):
        return False  # a visit ahead, an occasion and its day, a charge in plain words: such frames ask for all that tells one
    fell = f.frame.type == CALAMITY and tree.words[f.trigger].upos == "VERB"  # the roof came down: of a thing that can
    told = fell or f.frame.particular >= PARTICULAR or f.carrier is not None or f.reading.status in UNDONE
    if UNTAUGHT in f.frame.need or told:
        return none_of(f, said) >= NONE_OF_UNTAUGHT
    bar = NONE_DOUBTFUL if doubtful(tree, f, known) else NONE_SURE
    return none_of(f, said) >= bar


def none_of(f: Found, said: Said) -> float:
    """How likely none of the words of an event tells an act, or but a calamity; zero where the network did not read them."""
    mine = [i for i in (f.trigger, f.over, f.taken, f.carrier) if i is not None]
    return min(no_act(f, i, said) for i in mine)


def no_act(f: Found, i: int, said: Said) -> float:
    """How likely a word tells no act of anybody."""
    verdict = said.words.get(i)
    chance = verdict.types[CALAMITY] if verdict is not None and f.frame.type != CALAMITY else 0.0
    return said.none[i] + chance if i < len(said.none) else 0.0


def doubtful(tree: Tree, f: Found, known: ActorWords) -> bool:
    """Tell whether no party is a government, force, court, party, country, or a person or body by name."""
    if f.frame.type == CALAMITY or (f.frame.pos == "n" and f.carrier is not None and not f.parties.actors):
        return False
    heads = (*f.parties.actors, *f.parties.recipients)
    if tree.lemma(f.trigger) in CERTAIN and tree.words[f.trigger].upos == "VERB":
        return False
    answering = f.frame.type in ANSWERS and any(corporate(tree, h, known) for h in f.parties.actors)
    return not answering and not any(is_political(tree, h, known) or named(tree, h, known) for h in heads)


ANSWERS: Final = frozenset({"REJECT", "CONCEDE"})  # what companies and charities do to what they are charged with
CORPORATE: Final = frozenset({"BUS", "NGO", "REL"})
# Verbs that tell of nothing but public life, whoever does it.
CERTAIN: Final = listed(
    "protest demonstrate riot arrest assassinate deport extradite bombard release free jail imprison sentence acquit "
    "convict indict pardon evict evacuate kidnap abduct vaccinate quarantine rescue sack veto legalise outlaw "
    "decriminalise nationalise privatise boycott picket blockade besiege storm loot lynch torture massacre behead "
    "execute ambush bomb shell annex invade mobilise mobilize disarm surrender"
)


def corporate(tree: Tree, h: int, known: ActorWords) -> bool:
    """Tell whether a party is a company, a charity or a church."""
    return known.sectors.get(tree.lemma(h)) in CORPORATE


def named(tree: Tree, h: int, known: ActorWords) -> bool:
    """Tell whether a party is named as a person or body."""
    return tree.words[h].ner[2:] in ("PER", "ORG") and can_act(tree, h, known)


# --- mended --------------------------------------------------------------------------------------------------------


def mended(tree: Tree, f: Found, words: EventWords, said: Said) -> Found:
    """Take the network's type and status where they are to be trusted, and its parties where the rules found none."""
    verdict = said.words.get(f.trigger)
    if verdict is None or f.frame.type == CALAMITY:
        return f
    parties = filled(tree, f.parties, verdict if not blames(tree, f) else replace(verdict, actors=()), words.actors)
    reading, frame = settled(f.reading, verdict), f.frame
    if reading.status == "historical" and reading is not f.reading and not long_ago(tree, f.trigger):
        reading = f.reading
    bar = OTHER_THAN_PARTICULAR if frame.particular >= PARTICULAR else OTHER_TYPE
    bar = 2.0 if {UNTAUGHT, "F"} & set(frame.need) else bar
    if f.over is None and verdict.type not in (frame.type, CALAMITY) and verdict.types[verdict.type] >= bar:
        parties = replace(parties, because=f"{parties.because}; {verdict.type} by the network, {frame.type} by the rules")
        frame = replace(frame, type=verdict.type, mode=None)
    if reading is f.reading and frame is f.frame:
        return replace(f, parties=parties)
    kind = code(tree, f.trigger, frame.type, reading, words.modality)
    return replace(f, frame=frame, parties=parties, reading=reading, coded=kind)


# Words that put an act into the past; the network alone takes "jailed for nine years" for long ago.
PAST: Final = listed("ago earlier previously formerly once decade century last past then since war old years year ever before")


def long_ago(tree: Tree, i: int) -> bool:
    """Tell whether a sentence has a word or a year that puts an act into the past."""
    group = set(tree.verb_group(i)) if tree.words[i].upos == "VERB" else set[str]()
    if group & {"has", "have", "'ve"} and not {"before", "once", "ever"} & set(tree.lows):
        return False
    years = any(len(low) == 4 and low.isdigit() and low[:2] in ("15", "16", "17", "18", "19", "20") for low in tree.lows)
    return years or bool(PAST & set(tree.lemmas)) or "had" in group


def blames(tree: Tree, f: Found) -> bool:
    """Tell an act of force in the passive whose doer the sentence leaves out: four were killed in clashes between two sides."""
    return f.frame.type in ("ASSAULT", "COERCE") and not f.parties.actors and tree.is_passive(f.trigger)


def settled(reading: Reading, verdict: WordJudgement, bar: float = UNSEEN) -> Reading:
    """The status by rules and network: where the rules saw a word it stands, else a status that is not "happened" does."""
    status, seen = cast(Status, verdict.status), reading.because != FACT
    share = verdict.statuses[status]
    if seen or status in (reading.status, "reported") or share < (BACKGROUND if status == "historical" else bar):
        return reading
    return Reading(status, None, status == "negated", because=f"{BY_NETWORK} ({share:.2f}), no word of the rules says so")


def filled(tree: Tree, parties: Parties, verdict: WordJudgement, known: ActorWords) -> Parties:
    """Put in the network's parties where the rules have none."""
    taken = {*parties.actors, *parties.recipients}
    actors = parties.actors or tuple(a for a in verdict.actors if a not in taken and may_act(tree, a, known))
    recipients = parties.recipients or tuple(r for r in verdict.recipients if r not in {*taken, *actors})
    roles = (("actor", parties.actors, actors), ("recipient", parties.recipients, recipients))
    added = " and ".join(name for name, before, after in roles if before != after)
    return Parties(actors, recipients, f"{parties.because}; {added} by the network") if added else parties


# --- added ---------------------------------------------------------------------------------------------------------


def proposed(tree: Tree, i: int, verdict: WordJudgement, kept: Sequence[Found], words: EventWords) -> Found | None:
    """An event that only the network sees; null where it is not sure or the rules have one there."""
    kind, word = verdict.type, tree.words[i]
    bar = TOLD if verdict.actors or verdict.recipients else TOLD_OF_NOBODY
    if verdict.types[kind] < bar or kind == CALAMITY or word.upos not in ("VERB", "NOUN", "ADJ"):
        return None
    if any(i in (f.trigger, f.over, f.taken, f.carrier) or (i == f.reading.holder and f.reading.status in OPEN) for f in kept):
        return None
    if word.upos == "ADJ" and any(tree.head(i) in (f.trigger, f.taken) for f in kept):
        return None  # direct talks: the talks
    actors = tuple(a for a in verdict.actors if a != i)
    recipients = tuple(r for r in verdict.recipients if r != i and r not in actors)
    parties = Parties(actors, recipients, f"type and parties by the network ({verdict.types[kind]:.2f})")
    frame = Frame(kind, None, "v" if word.upos == "VERB" else "n", tree.lemma(i), (), frozenset(), (), "")
    light = carrier(tree, i, words.frames) if frame.pos == "n" else None
    reading = warned(tree, kind, read_status(tree, i, light, words.modality))
    reading = willing(frame, by_hearsay(frame, settled(reading, verdict, UNSEEN_OF_ITS_OWN)))
    reading = by_victim(tree, i, frame, parties, reading, words.modality)
    coded = code(tree, i, kind, reading, words.modality)
    return Found(frame, i, None, light, parties, reading, coded, by_network=True)
