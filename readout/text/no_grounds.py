"""Tell what cannot be why something was done: a name, people or a body that do nothing, a bare word for a talk, a torn piece."""

from __future__ import annotations

import re
from typing import Final

from readout.text.clause_trees import Tree
from readout.text.event_lists import listed
from readout.text.told_people import is_person

Span = tuple[int, int]
NAMES: Final = ("PER", "ORG", "LOC", "GPE")
# Bodies and places: they bring nothing about by being there.
BODIES: Final = listed(
    "authority government ministry minister party union company police army navy side court committee council agency office team "
    "group country state nation people crowd parliament cabinet opposition movement organisation organization commission board "
    "ocean sea river lake city town village capital continent island region world neighbour neighbor head chairman owner member"
)
# Words that only say that something was talked of, asked or made known.
BARE: Final = listed(
    "debate matter question issue thing point talk announcement statement move case situation position topic subject conversation "
    "news discussion story report decision leave other"
)
# With which no piece of language ends, or which none begins with that is whole.
OPEN_ENDED: Final = frozenset(("ADP", "DET", "CCONJ", "SCONJ", "AUX", "PART"))
FINITE: Final = frozenset(
    ("is", "are", "was", "were", "has", "had", "have", "do", "does", "did", "will", "would", "can", "could")
)
RELATIVE: Final = frozenset(("whose", "which", "who", "whom"))
MARKS: Final = {"“": "”", "‘": "’", "'": "'", "«": "»", "„": "“", '"': '"'}
APOSTROPHES: Final = frozenset("‘'")
CLOSERS: Final = re.compile(r"[.,!?]?[”“\"»’']")
CLOCK: Final = re.compile(r"\d$")


def grounds(tree: Tree, start: int, end: int) -> Span | None:
    """Give the stretch of a reason, with the mark that closes its quotation; null where it is none. A sentence without a parse is
    only looked at for torn quotations and names."""
    end = closed(tree.text, start, end)
    if end < 0 or (CLOCK.search(tree.text[start:end]) and re.match(r"[:.,]\d", tree.text[end : end + 2])):
        return None  # at 11, where it goes on with :05
    inside = [i for i, w in enumerate(tree.words) if start <= w.start and w.end <= end and w.upos != "PUNCT"]
    if not inside:
        return (start, end) if not tree.words else None
    return None if torn(tree, inside) or idle(tree, inside) else (start, end)


def closed(text: str, start: int, end: int) -> int:
    """Give where a stretch ends with its quotation closed: behind the mark that follows it; -1 where it breaks off inside one."""
    for mark, closer in MARKS.items():
        told = text[start:end]
        opened = told.count(mark) % 2 if mark == closer else told.count(mark) > told.count(closer)
        if mark in APOSTROPHES:  # which also leave out a letter, or stand behind whose something is
            opened = bool(re.search(rf"(?:^|\s){mark}\w", told)) and not re.search(rf"[\w.,!?]{closer}(?!\w)", told)
        if opened:
            behind = CLOSERS.match(text[end : end + 2])
            if behind is None:
                return -1
            end += behind.end()
    return end


def torn(tree: Tree, inside: list[int]) -> bool:
    """Tell whether words are torn out of a sentence: they end in a word that leads on, or begin with a verb and not with whose."""
    first, last = inside[0], inside[-1]
    particle = tree.rel(last).startswith(("compound:prt", "advmod")) or (
        tree.upos(last) == "ADP" and tree.upos(tree.head(last)) == "VERB"
    )
    if (tree.upos(last) in OPEN_ENDED and not particle) or tree.lows[last] in RELATIVE | FINITE:
        return True
    return tree.lows[first] in FINITE or tree.lows[first] in RELATIVE


def idle(tree: Tree, inside: list[int]) -> bool:
    """Tell whether words name somebody or something and tell of nothing done, as it is or done to them."""
    if any(tree.upos(i) == "VERB" for i in inside) or any(
        tree.upos(i) == "AUX" and tree.having(tree.head(i), "nsubj") for i in inside
    ):
        return False
    tops = [i for i in inside if tree.head(i) not in inside and tree.upos(i) != "ADV"] or inside[-1:]
    if all(mere(tree, i) for i in tops):
        return True
    top = tops[0]
    bare = all(tree.upos(i) in ("DET", "PRON") or i == top for i in inside)
    return bare and tree.lemma(top) in BARE


def mere(tree: Tree, i: int) -> bool:
    """Tell whether a word stands for somebody, a body or a place, and for nothing that is done; at the head of a sentence frost is
    written as a name is."""
    if tree.upos(i) == "PROPN":
        return i > 0 and tree.words[i].ner.endswith(NAMES)
    return tree.upos(i) == "PRON" or (tree.upos(i) == "NOUN" and (is_person(tree.lemma(i)) or tree.lemma(i) in BODIES))
