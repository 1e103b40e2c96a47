"""Find what was said where the words of saying are set into it or behind it: the plan, she added, was dead."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from readout.text.clause_trees import Tree
from readout.text.cues import DASHES
from readout.text.reporting import ReportingWords
from readout.text.reporting_sources import is_passive, own_subject

BREAKS: Final = frozenset((",", "”", '"', "''", "’", "'", "»", "?", "!", "--", *DASHES[1:]))
CUTS: Final = frozenset((":", ";"))
OPENING: Final = frozenset(("“", '"', "‘", "``", "«", "„"))
BESIDE: Final = ("advmod", "aux", "punct")  # what may stand with the subject before its verb
ASIDE: Final = frozenset(
    ("as", "while", "when", "after", "before", "amid", "following", "with", "who", "which", "whose", "because")
)
MARKS: Final = ("that", "to", "as", "if", "whether")
TENSED: Final = ("VERB", "AUX")
BROKEN: Final = frozenset(("AUX", "ADP", "DET", "CCONJ", "SCONJ"))  # a clause does not end with one of them
CONDITIONS: Final = frozenset(
    ("if", "unless", "when", "once", "although", "though", "while", "because", "until", "since", "should")
)
ANSWERED: Final = frozenset(
    ("asked", "questioned", "pressed", "quizzed", "challenged", "speaking", "addressing", "responding", "replying")
)
HALVES: Final = frozenset(("had", "has", "have", "was", "were", "is", "are", "be", "been", "being", "to", "would", "will"))
Range = tuple[int, int]  # word numbers [first, last]


def set_in(tree: Tree, i: int, lemma: str, known: ReportingWords) -> list[int]:
    """The words around a clause of saying between commas, or before one at the end, however the parse hangs them."""
    if lemma not in known.clause or is_passive(tree, i):
        return []
    tag = clause_of_saying(tree, i, lemma, known)
    if tag is None or not tag[0]:
        return []
    first, last = tag
    before = since_cut(tree, range(first))
    behind = [n for n in range(last + 1, len(tree.words)) if tree.upos(n) != "PUNCT"]
    if any(tree.lows[n] in OPENING for n in range(last + 1, min(behind, default=0))) and not is_part(tree, before, behind):
        behind = []  # quoted words are read by their marks
    if not tells(tree, before, bool(behind)):
        return []
    quoted = bool(behind) and any(tree.lows[n] in OPENING for n in range(last + 1, behind[0]))
    more = behind and (quoted or tree.lows[last + 1] in CUTS or goes_on(tree, before, behind))
    return [*before, *(range(last + 2, len(tree.words)) if more else ())]


def is_part(tree: Tree, before: Sequence[int], behind: Sequence[int]) -> bool:
    """Quoted words that complete what stands before: Norland, she said, "remembers"."""
    first = tree.text[tree.words[behind[0]].start]
    return first.islower()


def clause_of_saying(tree: Tree, i: int, lemma: str, known: ReportingWords) -> Range | None:
    """Where the clause of saying begins and ends: a comma, who spoke, the verb, to whom, when and where, and no more."""
    who = own_subject(tree, i)
    if who is None:
        return None
    noun = tree.subtree(who)
    while tree.lows[noun[0]] in BREAKS and len(noun) > 1:
        noun = noun[1:]  # the parse may hang the comma before it on the subject
    first, behind = (min(*noun, i), i) if who < i else (i, max(noun))
    while first and tree.rel(first - 1) in ("advmod", "aux") and tree.head(first - 1) == i:
        first -= 1
    if not first or tree.lows[first - 1] not in BREAKS:
        return None
    inside = {*noun, i} | {k for k in tree.kids[i] if tree.rel(k) in BESIDE}
    if any(n not in inside and tree.rel(n) not in BESIDE for n in range(first, behind + 1)):
        return None
    last = next((n - 1 for n in range(behind + 1, len(tree.words)) if stops(tree, n)), len(tree.words) - 1)
    if last + 1 < len(tree.words) and tree.lows[last + 1] in OPENING and tree.upos(last) in BROKEN:
        return None  # what stands in marks completes the clause: complained of "S"
    return (first, last) if is_bare(tree, i, range(behind + 1, last + 1), lemma, known) else None


def stops(tree: Tree, n: int) -> bool:
    """A mark that ends a clause of saying."""
    return tree.lows[n] in (",", ";", ":", ".", "?", "!", "--") or tree.lows[n] in OPENING or tree.lows[n] in DASHES[1:]


def is_bare(tree: Tree, i: int, words: Sequence[int], lemma: str, known: ReportingWords) -> bool:
    """Behind the verb stands nothing that was said: no verb, no object but the one told."""
    if any(tree.upos(n) in TENSED or (tree.lows[n] in MARKS and tree.rel(n) == "mark") for n in words):
        return False
    objects = [n for n in words if tree.head(n) == i and tree.rel(n) in ("obj", "xcomp", "ccomp")]
    return not objects or lemma in known.hearers


def since_cut(tree: Tree, words: Sequence[int]) -> list[int]:
    """The words behind the last colon or semicolon among them."""
    cut = max((n for n in words if tree.lows[n] in CUTS), default=-1)
    return [n for n in words if n > cut]


def tells(tree: Tree, before: Sequence[int], more: bool) -> bool:
    """The words before can be what was said: not only when, where or on what question it was said."""
    told = [n for n in before if tree.upos(n) != "PUNCT" and not (n == 0 and ":" in tree.lows[n])]
    if not told or any(tree.lows[n] in OPENING for n in before):
        return False
    subjects = sum(tree.rel(n).startswith(("nsubj", "csubj", "expl")) for n in told)
    first = tree.upos(told[0])
    if tree.lows[told[0]] in ANSWERED:
        return False
    if tree.lows[told[0]].endswith(("ing", "ed")) and first == "VERB":
        return subjects > 0 and not more
    if more:
        return True
    if first == "ADP" and not subjects:
        return False
    if first == "SCONJ" or tree.lows[told[0]] in ASIDE:
        return subjects > 1
    return subjects > 0 or (first in ("NUM", "NOUN", "PROPN", "DET", "ADJ", "PRON") and len(told) > 2)


def goes_on(tree: Tree, before: Sequence[int], behind: Sequence[int]) -> bool:
    """What stands behind the clause of saying is said too: it completes what stands before, or is joined to it."""
    lead = tree.lows[behind[0]]
    if lead.endswith("ing") or lead in ASIDE:
        return not is_whole(tree, before) and not lead.endswith("ing")
    if lead in ("that", "unless", "provided"):
        return True
    return not is_whole(tree, before) or tree.upos(behind[0]) == "CCONJ" or tree.head(behind[0]) in before


def is_whole(tree: Tree, words: Sequence[int]) -> bool:
    """The words hold a subject with its verb, and do not break off: they had, she said, "forgotten"."""
    held = set(words)
    last = next((n for n in reversed(words) if tree.upos(n) != "PUNCT"), None)
    if last is not None and (tree.upos(last) in BROKEN or tree.lows[last] in HALVES):
        return False
    subjects = [n for n in words if tree.rel(n).startswith(("nsubj", "expl")) and tree.head(n) in held]
    first = next((n for n in words if tree.upos(n) != "PUNCT"), None)
    if first is not None and tree.lows[first] in CONDITIONS and len(subjects) == 1:
        return False  # if nothing changes, they say, S
    return any(tree.rel(n).startswith(("nsubj", "expl")) and tree.head(n) in held for n in words)
