"""Who stands behind two values, from how many origins, and whether they are told in like words."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from readout.stages.weigh.values import Said
from readout.text.figure_contexts import synonyms


def one_origin(groups: Sequence[Sequence[Said]]) -> bool:
    """Tell whether one page and its copies alone set the values side by side: weak ground for a conflict."""
    return len({o for g in groups for s in g for o in s.origins}) <= 1


def of_one_word(one: Said, other: Said) -> bool:
    """Tell whether the words that tell two statuses are of one act: denied the attack, attacked; strike and raid."""
    return any(a == b or synonyms(a) & synonyms(b) for a in one.stems for b in other.stems)


def one_side(one: Said, other: Said) -> bool:
    """Tell whether two tellings are given by one side: the officer on duty of the police; the police."""
    ours, theirs = (frozenset((s.giver or "").lower().split()) - ARTICLES for s in (one, other))
    small, large = sorted((ours, theirs), key=len)
    return one.evidence.doc_id == other.evidence.doc_id and bool(small) and small <= large


ARTICLES = frozenset(("the", "a", "an", "its", "their", "his", "her"))


def by_others(one: Sequence[Said], other: Sequence[Said]) -> bool:
    """Tell whether two values are given by different people, some of them named on both sides."""
    mine, theirs = ({s.attributed for s in g} - {None} for g in (one, other))
    if any(same_name(s.giver, t.giver) for s in one for t in other):
        return False
    return bool(mine and theirs) and not mine & theirs


def same_name(one: str | None, other: str | None) -> bool:
    """Tell whether a full name is part of another with a title: Ada Brenn; Interior Minister Ada Brenn."""
    ours, theirs = (set((words or "").lower().split()) for words in (one, other))
    return min(len(ours), len(theirs)) > 1 and (ours <= theirs or theirs <= ours)


def reasons_of_sides(groups: Sequence[Sequence[Said]]) -> bool:
    """Tell whether two named sides give reasons that differ: both told as reasons, or set against each other and one told so."""
    return any(by_others(a, b) and told_as_reasons(a, b) for a, b in combinations(groups, 2))


def told_as_reasons(one: Sequence[Said], other: Sequence[Said]) -> bool:
    """Tell whether two accounts are told as reasons, or one of them where a page sets it against the other."""
    apart = one[0].against != other[0].against
    return all(s.causal for s in (*one, *other)) or (apart and any(s.causal for s in (*one, *other)))
