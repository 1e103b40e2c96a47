"""A plain present that names the day of an act still to come: the cabinet meets on Thursday, she flies to the coast today."""

from __future__ import annotations

from typing import Final

from readout.text.event_lists import listed
from readout.text.event_tree import Tree

UNCHANGED: Final = listed(
    "put cut set hit shut let quit beat cost hurt spread read bid shed burst cast split thrust slit rid forecast broadcast "
    "offset upset wed slam knit shed spit bet"
)
DAYS: Final = listed(
    "monday tuesday wednesday thursday friday saturday sunday tomorrow tonight january february march april may june july "
    "august september october november december"
)


# What a present tense tells of today is still to come.
SETTING_OUT: Final = listed("fly travel leave arrive depart meet visit begin open start host receive convene vote")


def scheduled(tree: Tree, node: int, group: list[str]) -> bool:
    """Tell whether a plain present in running text names the day of the act: the cabinet meets on Thursday."""
    low = tree.lows[node]
    lemma = tree.lemma(node)
    present = low in (lemma, f"{lemma}s", f"{lemma}es", f"{lemma[:-1]}ies")
    if group or not present or low in UNCHANGED or tree.lows[-1] not in ".\"”’" or tree.rel(node) in ("xcomp", "acl"):
        return False
    if not tree.of(node, "nsubj") or any(m < node for m in tree.of(node, "mark")):
        return False
    subject = tree.of(node, "nsubj")[0]
    one = tree.words[subject].upos in ("NOUN", "PROPN") and tree.lows[subject] == tree.lemma(subject)
    if low == tree.lemma(node) and one and not tree.of(subject, "conj"):
        return False  # the river burst its banks on Tuesday
    today = frozenset({"today"}) if tree.lemma(node) in SETTING_OUT else frozenset()
    days = [c for c in tree.of(node, "obl", "advmod") if tree.lows[c] in DAYS | today or dated(tree, c)]
    return any(not any(tree.lows[d] == "every" for d in tree.of(c, "det")) for c in days)


def dated(tree: Tree, i: int) -> bool:
    """Tell whether a word is a day of a month or of the next week: on the 4th, on 3 June, next week."""
    low = tree.lows[i]
    if low[:1].isdigit() and low[-2:] in ("th", "st", "nd", "rd") and "on" in tree.cases(i):
        return True
    return low in ("week", "month", "year") and any(tree.lows[c] == "next" for c in tree.of(i, "amod"))
