"""What a sentence plainly tells as done, under way or ahead by its own grammar: admits that it did, is under way, did so."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import Final

from readout.text.event_coding import REAL
from readout.text.event_lists import listed
from readout.text.event_modality import Reading
from readout.text.event_tree import Tree

UNDER_WAY: Final = "under way"
SUCCEEDED: Final = "'succeed'"
DID_SO: Final = "did so"
DENYING: Final = listed(
    "deny denial reject dismiss refute rebut contradict dispute contest repudiate disown disavow disclaim untrue false lie "
    "nonsense baseless unfounded groundless fabrication fabricate fiction hoax myth invention invent fantasy rubbish wrong "
    "no not n't never neither nor none nothing nobody without"
)
SEEING: Final = listed("watch see hear witness observe")
ENDING: Final = listed("end conclude finish close last")
SPANS: Final = listed("hour day night week month year")
DECIDING: Final = listed("decide choose opt elect resolve")  # not to do it: refuses
NEGATED: Final = listed("not n't never no")


def plainly(tree: Tree, trigger: int, reading: Reading, theirs: str) -> bool:
    """Tell whether grammar speaks so plainly for what the rules read that the network's status does not count."""
    if reading.because in (SUCCEEDED, UNDER_WAY, DID_SO):
        return True
    if reading.status not in REAL:
        return False
    if theirs == "denied":
        return not tree.told & DENYING
    if theirs in ("cancelled", "postponed", "failed"):
        return ran_out(tree, trigger)
    return theirs in ("planned", "proposed", "threatened", "hypothetical") and seen(tree, trigger)


def seen(tree: Tree, i: int) -> bool:
    """Tell whether somebody saw or heard an act being done: watched them hold a drill."""
    above = [i, *tree.above(i)][:3]  # the verb itself, or the light verb of a noun
    for below, up in pairwise(above):
        if tree.lemma(up) in SEEING and tree.rel(below) in ("xcomp", "ccomp") and past(tree, up):
            return not tree.of(below, "mark")
    return False


def ran_out(tree: Tree, noun: int) -> bool:
    """Tell whether a verb in the past says that what a noun tells came to its end: the visit has ended, the talks lasted."""
    up = tree.head(noun)
    ended = up >= 0 and tree.rel(noun) == "nsubj" and tree.lemma(up) in ENDING and past(tree, up)
    return ended and not {tree.lows[c] for c in tree.children[up]} & NEGATED


def past(tree: Tree, verb: int) -> bool:
    """Tell whether a verb stands in the past, or has or had been done."""
    form = tree.lows[verb] != tree.lemma(verb) and not tree.lows[verb].endswith(("ing", "s"))
    marked = any(tree.lows[m] == "to" for m in tree.of(verb, "mark"))
    return form and set(tree.verb_group(verb)) <= {"has", "have", "had"} and not marked


def under_way(tree: Tree, trigger: int) -> bool:
    """Tell whether an event noun is told as going on now: are on strike, is in its fourth day."""
    if tree.lemma(trigger) == "strike" and "on" in tree.cases(trigger):
        return set(tree.verb_group(trigger)) in ({"is"}, {"are"}, {"'re"})
    verb = tree.head(trigger)
    if verb < 0 or tree.rel(trigger) != "nsubj":
        return False
    copula = set(tree.verb_group(verb))
    ordinal = any(tree.lows[c].endswith(("th", "first", "second", "third")) for c in tree.of(verb, "amod"))
    within = tree.lemma(verb) in SPANS and bool(tree.cases(verb) & {"in", "into"})
    return within and ordinal and copula in ({"is"}, {"are"})


def plain(tree: Tree, trigger: int, reading: Reading) -> Reading:
    """Read as under way what goes on by its own sentence, as done what somebody then did, as ahead who is only expected."""
    if reading.status == "happened" and under_way(tree, trigger):
        return replace(reading, status="ongoing", because=UNDER_WAY)
    if reading.status in ("planned", "proposed") and did_so(tree, trigger):
        return Reading("happened", because=DID_SO)
    if reading.status == "happened" and awaited(tree, trigger):
        return Reading("planned", trigger, because=f"'{tree.lows[trigger]}'")
    return reading


def did_so(tree: Tree, trigger: int) -> bool:
    """Tell whether the sentence says behind a plan or demand that it was done: was told to withdraw, and did so at noon."""
    for k in range(trigger + 1, len(tree.lows) - 1):
        if tree.lows[k : k + 2] in (["did", "so"], ["done", "so"]):
            near = tree.lows[max(trigger, k - 3) : k]
            return not {"to", "if", "will", "would", "may", "could", "not", "n't", "never", "until", "unless"} & set(near)
    return False


def awaited(tree: Tree, trigger: int) -> bool:
    """Tell whether somebody is only expected somewhere: is expected in the capital today."""
    anew = any(tree.lows[c] == "now" for c in tree.of(trigger, "advmod"))  # is now expected: put off
    return tree.lemma(trigger) in ("expect", "await") and tree.is_passive(trigger) and not anew and not tree.of(trigger, "xcomp")


def parted(tree: Tree, node: int) -> int:
    """The verb that a joined verb goes on from: its head; where it stands in the past and its head is an infinitive, the verb above
    that: agreed to free them and freed them."""
    up = tree.head(node)
    if up < 0 or tree.lows[node] == tree.lemma(node) or tree.lows[node].endswith(("ing", "s")) or tree.words[node].upos != "VERB":
        return up
    marked = any(tree.lows[m] == "to" for m in tree.of(up, "mark"))
    infinitive = marked and tree.lows[up] == tree.lemma(up) and not tree.verb_group(up)
    finite = not tree.verb_group(node) and tree.rel(up) in ("xcomp", "acl", "advcl") and tree.head(up) >= 0
    return tree.head(up) if infinitive and finite else up

