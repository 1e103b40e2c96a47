"""What lies ahead though no word of will or plan governs it, and what is done by another act: called to a session, the first time
that they would meet, a panel appointed to look into it."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from readout.text.event_clauses import SETTING
from readout.text.event_coding import REAL
from readout.text.event_frames import Frame
from readout.text.event_lists import listed
from readout.text.event_modality import Modality, Reading
from readout.text.event_moods import mood_of
from readout.text.event_tree import Tree

SITTINGS: Final = listed("session meeting talk summit conference sitting consultation negotiation round")
CHAIRING: Final = listed("chair head lead preside host moderate mediate convene")
AHEAD: Final = frozenset({"planned", "conditional", "proposed"})


def ahead(tree: Tree, trigger: int, reading: Reading, words: Modality) -> Reading:
    """Read as planned what is told as fact but only lies ahead by its clause."""
    if reading.status not in REAL:
        return reading
    if called_to(tree, trigger):
        return replace(reading, status="planned", because="called to it")
    if first_time(tree, trigger, words):
        return replace(reading, status="planned", because="the first time that it would be")
    return reading


def called_to(tree: Tree, trigger: int) -> bool:
    """Tell whether somebody is only called to a meeting: called the council to an emergency session on Monday."""
    verb = trigger if tree.lemma(trigger) == "call" else tree.head(trigger)
    if verb < 0 or tree.lemma(verb) not in ("call", "summon") or tree.words[verb].upos != "VERB":
        return False
    to = [c for c in tree.of(verb, "obl", "nmod") if "to" in tree.cases(c) and tree.lemma(c) in SITTINGS]
    called = tree.of(verb, "obj", "nsubj:pass")
    return bool(to and called) and (trigger == verb or trigger in to)


def first_time(tree: Tree, trigger: int, words: Modality) -> bool:
    """Tell whether a clause says what would be or will be done for the first time: it would be the first time that they met."""
    up = tree.head(trigger)
    if up < 0 or tree.rel(trigger) not in ("acl", "ccomp") or tree.lemma(up) not in ("time", "occasion", "meeting", "visit"):
        return False
    once = any(tree.lows[c] in ("first", "second", "third") for c in tree.of(up, "amod"))
    return once and mood_of(tree, up, words).status in AHEAD


def led_ahead(tree: Tree, node: int, up: int) -> bool:
    """Tell whether a participle only says who leads what is planned: a new meeting, chaired by a judge, is set for Friday."""
    participle = tree.words[node].deprel == "acl" and not tree.lows[node].endswith("ing")
    return participle and tree.lemma(node) in CHAIRING and tree.lemma(up) in SITTINGS


# --- done by another act -------------------------------------------------------------------------------------------

APPOINTING: Final = listed("appoint name commission instruct task create establish form launch hire assign mandate set order")
LAWFUL: Final = listed(
    "parliament assembly council senate house chamber congress diet cabinet legislature deputy lawmaker legislator senator mp "
    "commission committee board bundestag knesset"
)
BY_LAW: Final = frozenset({"SANCTION", "CONCEDE"})
SPEAKING: Final = frozenset({"REQUEST", "ACCUSE", "SUPPORT", "REJECT", "AGREE"})
# What one does to say something: marches to demand, goes on television to promise, telephones to express.
COMING_OUT: Final = listed(
    "gather march rally demonstrate block strike stop walk take assemble go appear write telephone phone ring call summon "
    "travel come turn down"
)
UTTERED: Final = listed(
    "demand protest express thank promise condemn denounce praise urge congratulate apologise apologize voice"
)
AIMS: Final = frozenset({"a purpose", "an infinitive"})


def done_by_it(tree: Tree, i: int, frame: Frame, reading: Reading, words: Modality) -> Reading:
    """Read what is told as the aim of an act that took place as done where the one does the other."""
    up = tree.head(i)
    if reading.status != "planned" or up < 0 or tree.words[up].upos not in ("VERB", "NOUN"):
        return reading
    aimed = reading.because in AIMS or reading.because == f"'{tree.lemma(up)} to'"
    if not aimed or not served(tree, i, up, frame, reading) or not took_place(tree, up, words):
        return reading
    return Reading("happened", because=f"done by '{tree.lemma(up)}'")


def served(tree: Tree, i: int, up: int, frame: Frame, reading: Reading) -> bool:
    """Tell whether one act does the other: appointed to look into, voted to lift, gathered to demand."""
    verb = tree.lemma(up)
    if frame.type == "ACCUSE" and frame.mode == "investigate":
        return verb in APPOINTING
    if verb == "vote":
        bodies = tree.of(up, "nsubj")
        return frame.type in BY_LAW and any(tree.lemma(s) in LAWFUL for s in bodies)
    return frame.type in SPEAKING and verb in COMING_OUT and tree.lemma(i) in UTTERED


def took_place(tree: Tree, verb: int, words: Modality) -> bool:
    """Tell whether a verb by itself tells an act as done, and nothing above it takes that back."""
    mood = mood_of(tree, verb, words)
    if tree.words[verb].upos != "VERB" or mood.status not in REAL or mood.negated or tree.lows[verb] == tree.lemma(verb):
        return False
    return tree.rel(verb) in ("root", "conj", "ccomp", "parataxis", "acl", "advcl") and not any(
        tree.lows[m] in ("to", "if", "unless") for m in tree.of(verb, "mark")
    )


def under_way(tree: Tree, i: int) -> bool:
    """Tell whether what somebody called goes on by what is told of it: a strike called by the union shut the schools; the second
    day of a boycott called by parents."""
    noun = tree.head(i)
    if noun < 0 or tree.words[i].deprel != "acl" or tree.words[noun].upos != "NOUN" or ahead_of_it(tree, i):
        return False
    up = tree.head(noun)
    if up < 0:
        return False
    if tree.lemma(up) in ("day", "week", "hour", "month") and "of" in tree.cases(noun):
        return True
    told = tree.rel(noun) == "nsubj" and tree.words[up].upos == "VERB" and tree.lemma(up) not in SETTING
    helpers = set(tree.verb_group(up))
    return told and helpers <= {"has", "have", "had"} and tree.lows[up].endswith(("ed", *STRONG)) and bool(tree.of(up, "obj"))


STRONG: Final = ("shut", "hit", "brought", "left", "kept", "cut", "put")


def ahead_of_it(tree: Tree, i: int) -> bool:
    """Tell whether a participle has a day that something is set for: called for Friday."""
    return any("for" in tree.cases(c) or "from" in tree.cases(c) for c in tree.of(i, "obl"))
