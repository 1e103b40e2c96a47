"""Tell how an act stands in a sentence: as what it tells, as what its clause names, or in passing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from readout.ports import ParsedWord

MAIN: Final = 0  # the sentence tells it: its root, a clause beside the root, what is said or decided to be so
NAMED: Final = 1  # a noun of such a clause: police broke up a protest, killed in an explosion
PASSING: Final = 2  # it stands in a clause or phrase that only describes, dates or explains something else

SAME: Final = frozenset((
    "conj", "parataxis", "xcomp", "csubj", "aux", "cop", "flat", "fixed", "goeswith", "list", "dep", "orphan", "discourse",
))  # fmt: skip
CORE: Final = frozenset(("nsubj", "obj", "iobj"))
VERBAL: Final = frozenset(("VERB", "AUX"))
# A clause that opens so asks or sets a condition; it tells nothing.
OPEN: Final = frozenset(("whether", "if", "why", "how", "when", "where", "unless", "what", "who", "which"))
# Nouns that only measure or group the noun behind "of": rounds of talks, a wave of arrests.
MEASURING: Final = frozenset((
    "series", "round", "number", "wave", "string", "set", "day", "hour", "week", "minute", "dozen", "bout",
))  # fmt: skip
# Verbs that only say that what their object, or their subject, names took place.
HOLDING: Final = frozenset((
    "hold", "have", "conduct", "carry", "launch", "mount", "stage", "make", "issue", "give", "begin", "start", "open",
    "resume", "continue", "end", "finish", "conclude", "sign", "reach", "strike", "seal", "impose", "declare", "announce",
    "call", "convene", "lodge", "file", "commit", "pay", "perform", "deliver", "wage", "lead", "grant", "lift", "cancel",
    "postpone", "plan", "schedule", "arrange", "agree",
))  # fmt: skip
OCCURRING: Final = frozenset((
    "occur", "happen", "take", "begin", "start", "end", "last", "continue", "break", "erupt", "resume", "conclude", "open",
    "close", "come", "go", "proceed", "spread", "rage", "hit", "strike", "rip", "tear", "shake", "rock", "sweep", "destroy",
    "kill", "injure", "wound", "damage", "fail", "collapse", "stall", "follow", "bring", "draw", "paralyse", "paralyze",
    "halt", "shut", "disrupt", "cripple", "level", "gut", "cut",
))  # fmt: skip
INTO: Final = frozenset(("in", "on", "into", "with", "by", "for"))
KNOWN: Final = frozenset(("the", "this", "that", "these", "those", "its", "their", "his", "her", "our"))
DEEPEST: Final = 12  # steps from a word to the root


def standing(words: Sequence[ParsedWord], start: int, end: int) -> int:
    """Give the standing of the act that a span tells in its sentence; MAIN where nothing of it was parsed."""
    inside = {i for i, w in enumerate(words) if w.start < end and start < w.end}
    tops = [i for i in sorted(inside) if words[i].head not in inside and words[i].deprel != "punct"]
    return level(words, tops[0], DEEPEST) if tops else MAIN


def level(words: Sequence[ParsedWord], at: int, steps: int) -> int:
    """Climb from a word to the root of its sentence."""
    word, relation = words[at], words[at].deprel.split(":")[0]
    if word.head < 0 or relation == "root":
        return MAIN
    if steps == 0:
        return PASSING
    above = words[word.head]
    if relation in SAME or (relation == "ccomp" and not asks(words, at)):
        return level(words, word.head, steps - 1)
    if relation in CORE and above.upos in VERBAL:
        carried = MAIN if light(words, at) else NAMED
        return higher(carried, level(words, word.head, steps - 1))
    if relation == "obl" and above.upos in (*VERBAL, "ADJ") and introduced(words, at):
        return higher(NAMED, level(words, word.head, steps - 1))
    if relation == "nmod" and above.lemma.lower() in MEASURING and "of" in under(words, at, "case"):
        return level(words, word.head, steps - 1)
    return PASSING


def higher(own: int, over: int) -> int:
    """Give the standing of a noun in a clause of some standing."""
    return PASSING if over == PASSING else max(own, over)


def under(words: Sequence[ParsedWord], at: int, *relations: str) -> set[str]:
    """Give the lemmas of what hangs on a word in some relations."""
    return {w.lemma.lower() for w in words if w.head == at and w.deprel.split(":")[0] in relations}


def asks(words: Sequence[ParsedWord], at: int) -> bool:
    """Tell whether a clause asks, or supposes, rather than tells."""
    return bool(under(words, at, "mark", "advmod", "nsubj", "obj") & OPEN)


def light(words: Sequence[ParsedWord], at: int) -> bool:
    """Tell whether the verb over a noun only says that what the noun names took place: held talks, an explosion occurred."""
    relation, verb = words[at].deprel, words[words[at].head].lemma.lower()
    return verb in (OCCURRING if relation == "nsubj" else HOLDING)


def introduced(words: Sequence[ParsedWord], at: int) -> bool:
    """Tell whether a noun behind a preposition is told of for the first time: in an explosion, in clashes."""
    return bool(under(words, at, "case") & INTO) and not under(words, at, "det", "nmod") & KNOWN


def verb_over(words: Sequence[ParsedWord], start: int, end: int) -> str | None:
    """Give the lemma of the verb that does something to the noun of an act, where it is governed by another: refused to ban the
    strike; null where the noun stands right under what governs it or the verb only says that it takes place."""
    at = next((i for i, w in enumerate(words) if w.start < end and start < w.end and w.upos in ("NOUN", "PROPN")), None)
    if at is None or words[at].deprel.split(":")[0] not in ("obj", "obl") or words[at].head < 0:
        return None
    verb = words[words[at].head]
    if verb.deprel.split(":")[0] not in ("xcomp", "ccomp") or verb.lemma.lower() in HOLDING:
        return None
    return verb.lemma.lower()
