"""Say by the syntax of a sentence what became of the people whom a number counts: by the words that govern it and hang on it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from typing import Final

from readout.records import Word
from readout.text.event_lists import listed
from readout.text.figures import hanging
from readout.text.told_people import FATES, NOT_THEIRS

COUNTING: Final = frozenset(("NUM", "NOUN", "PROPN", "PRON", "ADJ", "DET"))
UP: Final = frozenset(
    ("nummod", "compound", "det", "amod", "advmod", "flat", "fixed")
)  # from a number to the noun counted
OWN: Final = frozenset(("amod", "acl", "appos", "advmod", "compound"))  # what hangs on that noun and tells of it
BESIDE: Final = frozenset(
    ("xcomp", "obl", "advmod", "obj", "compound", "ccomp", "dobj")
)  # what a predicate tells with others
ROLES: Final = frozenset(("nsubj", "obj", "iobj", "csubj"))
# Predicates that tell no fate of their own: what stands with them does, or another part of the sentence.
LIGHT: Final = listed(
    "make leave be have get become find count report record register confirm list put rise climb stand reach grow increase go "
    "fall drop remain include number total give say believe know fear think presume see bring come stay do take claim estimate "
    "exceed pass top double jump swell stay compare"
)
DONE_TO_OTHERS: Final = listed(
    "kill injure wound hurt arrest detain hold seize release free rescue save evacuate treat execute massacre abduct kidnap jail "
    "apprehend displace uproot infect sicken poison shoot capture attack"
)
# Fates that one word tells where it hangs on a number or governs it, though it tells none elsewhere in a sentence.
ALONE: Final = (("cases", re.compile(r"\b(?:ill|sick|unwell|infected|poisoned|sickened|contracted|caught)\b", re.I)),)


SENT: Final = re.compile(r"\bsen[dt]\b[^.;]*\bhome\b", re.I)  # pupils and diplomats are sent home, who were not held


def governed_fate(text: str, words: Sequence[Word], start: int, end: int) -> str | None:
    """Name the fate of the people counted at a stretch; `NOT_THEIRS` where their predicate is another, null where syntax is mute.

    The words that hang on the noun come first, then its predicate with what that says, then the noun it is a part of, then what
    rises to or stands at the number.
    """
    inside = [i for i, w in enumerate(words) if w.start < end and start < w.end and w.upos in COUNTING]
    at = next((i for i in inside if words[i].upos == "NUM"), next(iter(inside), None))
    if at is None:
        return None
    noun, children = counted_noun(words, at), hanging(words)
    for told in (on_noun(words, children, noun, at), *governing(words, children, noun)):
        phrase_told = " ".join(text[words[i].start : words[i].end] for i in sorted(told))
        name = fate_in(phrase_told)
        if name:
            return NOT_THEIRS if name == "released" and SENT.search(phrase_told) else name
    return NOT_THEIRS if telling(words, noun) else None


def fate_in(phrase: str) -> str | None:
    """Name the fate that a phrase tells first; null where it tells none."""
    found = [(m.start(), name) for name, pattern in (*FATES, *ALONE) for m in pattern.finditer(phrase)]
    return min(found)[1] if found else None


def counted_noun(words: Sequence[Word], at: int) -> int:
    """Give the noun that a number counts, or the number where it stands for one."""
    for _ in words:
        head = words[at].head
        if head < 0 or words[at].deprel.split(":")[0] not in UP or words[head].upos in ("VERB", "AUX"):
            break
        if words[head].deprel == "xcomp" and words[head].upos == "ADJ":
            return head  # nine dead
        at = head
    return at


def on_noun(words: Sequence[Word], children: Sequence[Sequence[int]], noun: int, at: int) -> set[int]:
    """Give the noun and what hangs on it: wounded, killed in the blast, who were hurt."""
    found = {noun, *phrase(words, children, noun, OWN)} - {at}
    found -= {
        i for c in children[noun] if words[c].deprel.startswith("acl") for i in phrase(words, children, c, OWN) | {c}
    }
    for c in children[noun]:
        if words[c].deprel.startswith("acl") and not counts_others(words, children, c):
            found |= said_with(words, children, c, noun)
    return found


def next_told(words: Sequence[Word], children: Sequence[Sequence[int]], top: int, noun: int) -> int:
    """Give the predicate told behind a subject that was hung on the one before: three were killed and 17 injured."""
    if top > noun or not words[noun].deprel.startswith("nsubj"):
        return top
    behind = [
        c
        for c in children[top]
        if c > noun and words[c].deprel == "conj" and not any(words[g].deprel.startswith("nsubj") for g in children[c])
    ]
    return min(behind, default=top)


def counts_others(words: Sequence[Word], children: Sequence[Sequence[int]], clause: int) -> bool:
    """Tell whether a clause on a noun counts others in its subject: of whom 31 were detained."""
    return any(
        words[c].deprel.startswith("nsubj")
        and (words[c].upos == "NUM" or any(words[g].upos == "NUM" for g in children[c]))
        for c in children[clause]
    )


def governing(words: Sequence[Word], children: Sequence[Sequence[int]], noun: int) -> Iterator[set[int]]:
    """Give what governs the noun, the nearest first."""
    noun = first_told(words, noun)
    top, role = words[noun].head, words[noun].deprel.split(":")[0]
    if role in ROLES and top >= 0:
        top = next_told(words, children, top, noun)
        yield said_with(words, children, top, noun)
        if words[top].deprel == "xcomp" and words[top].head >= 0:
            yield said_with(words, children, words[top].head, noun)
    elif role == "nmod" and top >= 0:
        yield {top, *phrase(words, children, top, ("amod", "compound"))}
    elif top >= 0 and role in ("obl", "xcomp", "ccomp", "advmod"):
        yield {top, *subjects(words, children, top)}
    elif role in ("root", "conj", "parataxis", "ccomp"):
        yield subjects(words, children, noun)


def first_told(words: Sequence[Word], noun: int) -> int:
    """Give the first of those told side by side with one, which has the role of all."""
    for _ in words:
        head = words[noun].head
        if words[noun].deprel != "conj" or head < 0 or words[head].upos in ("VERB", "AUX"):
            break
        noun = head
    return noun


def said_with(words: Sequence[Word], children: Sequence[Sequence[int]], top: int, noun: int) -> set[int]:
    """Give a predicate with what it says of its subject and objects, without the noun and without clauses of their own."""
    found = set() if does(words, children, top, noun) else {top}
    for c in children[top]:
        if c == noun or words[c].deprel.split(":")[0] not in BESIDE:
            continue
        if words[c].deprel == "ccomp" or any(words[g].upos == "NUM" for g in children[c]):
            continue
        found |= {c, *phrase(words, children, c, ("case", "amod", "compound"))}
    return found


def does(words: Sequence[Word], children: Sequence[Sequence[int]], top: int, noun: int) -> bool:
    """Tell whether those counted do to others what a verb says: three gunmen killed a guard."""
    acting = words[noun].deprel == "nsubj" and words[top].lemma.lower() in DONE_TO_OTHERS
    return acting and any(words[c].deprel == "obj" for c in children[top])


def subjects(words: Sequence[Word], children: Sequence[Sequence[int]], top: int) -> set[int]:
    """Give the subject of a predicate with its phrase: the number of injured."""
    found: set[int] = set()
    for c in children[top]:
        if words[c].deprel.split(":")[0] == "nsubj":
            found |= {c, *phrase(words, children, c, ("amod", "compound", "nmod", "acl"))}
    return found


def phrase(words: Sequence[Word], children: Sequence[Sequence[int]], top: int, kinds: Collection[str]) -> set[int]:
    """Give the words of some kinds that hang on a word, one below another."""
    found: set[int] = set()
    for c in children[top]:
        if words[c].deprel.split(":")[0] in kinds and words[c].upos != "NUM":
            found |= {c, *phrase(words, children, c, kinds)}
    return found


def telling(words: Sequence[Word], noun: int) -> bool:
    """Tell whether the number is subject or object of a predicate that says something of its own."""
    noun = first_told(words, noun)
    top = words[noun].head
    if top < 0 or words[noun].deprel.split(":")[0] not in ROLES:
        return False
    return words[top].lemma.lower() not in LIGHT and words[top].upos == "VERB"
