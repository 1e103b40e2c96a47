"""What became of an act by the words beside it: set for May but called off, fallen through, voted for, allowed by a law."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from readout.records import Status
from readout.text.event_clauses import OCCURRING
from readout.text.event_coding import REAL
from readout.text.event_frames import phrasal
from readout.text.event_lists import listed
from readout.text.event_modality import Modality, Reading
from readout.text.event_moods import Mood, voiced
from readout.text.event_tree import Tree

GONE: Final = frozenset({"cancelled", "postponed"})
FALLING: Final = frozenset({"fall through", "fall apart", "fall victim", "fall foul", "come to nothing"})
RULING: Final = listed("allow permit forbid ban prohibit require oblige provide entitle empower let envisage foresee")
RULES: Final = listed(
    "law constitution rule treaty statute contract code charter clause article regulation bylaw convention licence mandate will "
    "paragraph"
)
WEEKLY: Final = listed("mondays tuesdays wednesdays thursdays fridays saturdays sundays weekdays weekends mornings evenings")
# Acts that a vote for them does.
VOTED: Final = frozenset({"AGREE", "REJECT", "SUPPORT", "ACCUSE", "REQUEST"})


def fated(tree: Tree, trigger: int, carrier: int | None, reading: Reading, words: Modality) -> Reading:
    """Read what stands beside a planned or told act: called off in the same breath, fallen through, a thing of habit or law."""
    if reading.status == "hypothetical" and obliged(tree, trigger) and voiced(tree, tree.head(trigger), words):
        return replace(reading, status="proposed", holder=None, because="'has to', as somebody says")
    if reading.status not in (*REAL, "planned", "conditional"):
        return reading
    if "without" in tree.cases(trigger):
        return replace(reading, status="negated", negated=True, because="'without'")
    node = trigger if carrier is None else carrier
    noun = tree.words[trigger].upos != "VERB"
    if noun or reading.status == "planned":
        for verb, word in undoing(tree, node, words):
            return Reading(word, verb, because=f"and then '{tree.lemma(verb)}'")
    if noun and (fallen := falls(tree, trigger)) is not None:
        return Reading("cancelled", fallen, because=f"'{tree.lemma(fallen)}'")
    if reading.status in REAL and (habitual(tree, node) or by_rule(tree, trigger)):
        return replace(reading, status="hypothetical", because="a habit or a rule")
    return reading


def struck(tree: Tree, verb: int, mood: Mood, reading: Reading) -> bool:
    """Tell whether a plan is said not to come about: the hearing planned for June did not happen; it will not go ahead."""
    place = tree.lemma(verb) == "take" and any(tree.lemma(o) == "place" for o in tree.of(verb, "obj"))
    held = tree.lemma(verb) == "hold" and tree.is_passive(verb)
    goes = tree.lemma(verb) != "go" or any(tree.lows[c] == "ahead" for c in tree.of(verb, "advmod"))
    alone = goes and (place or not tree.of(verb, "obj"))
    ahead = alone and mood.status == "refused" and reading.status in (*REAL, "planned")  # will not go ahead
    return (ahead or (reading.status == "planned" and mood.negated)) and (place or held or tree.lemma(verb) in OCCURRING)


def undoing(tree: Tree, node: int, words: Modality) -> list[tuple[int, Status]]:
    """The verbs joined to the one that plans an act, and passive like it, that call it off or put it off."""
    up = node if tree.words[node].upos in ("VERB", "ADJ") else tree.head(node)
    around = [node, up, *([tree.head(up)] if up >= 0 and tree.rel(up) in ("xcomp", "advcl") else [])]
    joined = [c for i in around if i >= 0 for c in tree.of(i, "conj") if tree.words[c].upos == "VERB" and c > i]
    found = []
    for c in joined:
        subject = tree.of(c, "nsubj")
        same = not subject or tree.lows[subject[0]] in ("it", "this", "that")
        denied = any(tree.lows[a] in ("not", "n't", "never") for a in tree.of(c, "advmod"))
        status = next((words.verbs[n] for n in phrasal(tree, c) if n in words.verbs), None)
        if status in GONE and same and tree.is_passive(c) and not denied and not tree.of(c, "obj"):
            found.append((c, status))
    return found


def falls(tree: Tree, noun: int) -> int | None:
    """The verb that says of a plan that it came to nothing: the visit fell through."""
    up = tree.head(noun)
    if up < 0 or tree.rel(noun) != "nsubj" or tree.words[up].upos != "VERB":
        return None
    return up if set(phrasal(tree, up)) & FALLING and not any(tree.lows[c] == "not" for c in tree.of(up, "advmod")) else None


def habitual(tree: Tree, verb: int) -> bool:
    """Tell whether a verb says what is done again and again: sits on Mondays, meets every Thursday."""
    lemma = tree.lemma(verb)
    present = tree.words[verb].upos == "VERB" and tree.lows[verb] in (lemma, f"{lemma}s", f"{lemma}es")
    if not present or tree.verb_group(verb):
        return False
    times = tree.of(verb, "obl", "nmod", "advmod")
    return any(tree.lows[t] in WEEKLY or any(tree.lows[d] == "every" for d in tree.of(t, "det")) for t in times)


def by_rule(tree: Tree, trigger: int) -> bool:
    """Tell whether a law or contract speaks of an act: the law allows strikes."""
    for up in list(tree.above(trigger))[:2]:
        if tree.lemma(up) in RULING and any(tree.lemma(s) in RULES for s in tree.of(up, "nsubj")):
            return True
    return False


def obliged(tree: Tree, verb: int) -> bool:
    """Tell whether an act has to be done: has to leave, needs to go."""
    up = tree.head(verb)
    return up >= 0 and tree.rel(verb) == "xcomp" and tree.lows[up] in ("has", "have", "needs") and not tree.of(up, "obj")


def voted(kind: str, reading: Reading) -> Reading:
    """Take what a body has voted to accept, reject, approve or demand for done by the vote."""
    if kind not in VOTED or reading.status != "planned" or reading.because != "'vote to'":
        return reading
    return replace(reading, status="happened", aim=False, because="by a vote")
