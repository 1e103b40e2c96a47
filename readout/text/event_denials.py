"""Denials: who denies an act rejects the claim of it, so the denying is an event beside the act that is denied."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from readout.text.event_arguments import Parties, agents, subjects
from readout.text.event_coding import FORCEFUL, REAL, coded
from readout.text.event_found import Found
from readout.text.event_frames import Frame
from readout.text.event_status import Reading
from readout.text.event_tree import Tree

DENYING = frozenset({"deny", "disavow", "disclaim"})
DENIAL = Frame("REJECT", None, "v", "deny", (), frozenset(), (), "")
NEVER = frozenset({"not", "n't", "never"})
DEPTH = 4  # steps from the denied act up to the word of denying


def with_denials(tree: Tree, found: Sequence[Found]) -> list[Found]:
    """Read hostile acts that are the object of denying as denied, and add the denying itself, in text order."""
    read = [denied(f) if object_of_denying(tree, f) else f for f in found]
    return sorted([*read, *denials(tree, read)], key=lambda f: f.trigger)


def object_of_denying(tree: Tree, f: Found) -> bool:
    """Tell whether an act is a noun that a verb of denying has for its object: denied the attack, the raid was denied, the arrest
    was reported by two stations but denied by the prosecutor."""
    up = tree.head(f.trigger)
    role = tree.words[f.trigger].deprel
    return (
        f.frame.type in FORCEFUL and f.frame.pos == "n" and f.reading.status in REAL and up >= 0
        and role in ("obj", "nsubj:pass") and (tree.lemma(up) in DENYING or (role == "nsubj:pass" and denied_beside(tree, up)))
    )  # fmt: skip


def denied_beside(tree: Tree, verb: int) -> bool:
    """Tell whether a verb of denying, in the passive and about the same, is joined to a verb."""
    return any(tree.lemma(c) in DENYING and not tree.of(c, "nsubj", "nsubj:pass", "obj") for c in tree.of(verb, "conj"))


def denied(f: Found) -> Found:
    """Read an act as denied."""
    return replace(f, reading=replace(f.reading, status="denied", because="the object of denying"), coded=None)


def denials(tree: Tree, found: Sequence[Found]) -> Iterator[Found]:
    """Give an event for each verb of denying above an act read as denied, where the verb is no event yet."""
    taken = {f.trigger for f in found}
    plain = {v for v in range(len(tree.words)) if denies_a_clause(tree, v)}
    above = {v for f in found if f.reading.status == "denied" for v in denying(tree, f.trigger)}
    verbs = sorted((plain | above) - taken)
    for v in verbs:
        actors, rule = (agents(tree, v), "by") if tree.is_passive(v) else subjects(tree, v)
        if actors:
            reading = Reading("happened", None, because="the denying is told as fact")
            parties = Parties(tuple(actors), (), f"actor: {rule}")
            yield Found(DENIAL, v, None, None, parties, reading, coded("REJECT", "happened"))


def denies_a_clause(tree: Tree, v: int) -> bool:
    """Tell whether somebody denied, as fact, what a clause says: denied that a shot had been fired."""
    if tree.words[v].upos != "VERB" or tree.lemma(v) not in DENYING or tree.rel(v) not in ("root", "conj", "parataxis"):
        return False
    helped = any(tree.lemma(c) not in ("have", "be") for c in tree.of(v, "aux"))
    return bool(tree.of(v, "ccomp")) and not helped and not any(tree.lows[c] in NEVER for c in tree.of(v, "advmod"))


def denying(tree: Tree, i: int) -> Iterator[int]:
    """Give the verb of denying that stands above a word."""
    for _ in range(DEPTH):
        i = tree.head(i)
        if i < 0:
            return
        if tree.words[i].upos == "VERB" and tree.lemma(i) in DENYING:
            yield i
            return
