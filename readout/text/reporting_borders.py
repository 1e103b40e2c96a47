"""Mend the borders of what was said: conditions that belong to it, clauses of the page's own that do not."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from readout.text.clause_trees import Tree
from readout.text.reporting_sources import PASSIVE, RELATIVE, SUBJECT, core, noun_phrase

UNDER: Final = (
    ("but", "only"), ("but", "not"), ("only", "if"), ("unless",), ("provided",), ("providing",), ("on", "condition"),
    ("as", "long", "as"), ("so", "long", "as"), ("except",),
)  # fmt: skip
STATING: Final = frozenset(("clause", "infinitive", "gerund"))
OWN: Final = frozenset(("phrase", "object_alone"))
OPENING: Final = frozenset(("“", '"', "‘", "``", "«", "„"))


def with_borders(tree: Tree, i: int, frame: str, words: Sequence[int]) -> list[int]:
    """The words of what was said by verb i, with its condition and without what the page adds."""
    made = [*words]
    if frame in STATING:
        made = with_condition(tree, i, made)
    if frame in OWN:
        made = without_remark(tree, made)
    return with_antecedent(tree, i, made) if frame in (*OWN, "naming") else made


def with_condition(tree: Tree, i: int, words: list[int]) -> list[int]:
    """Take along the condition right behind what was said, wherever the parse hangs it: would come, but only if S."""
    last = max(words, default=-1)
    if last < i:
        return words
    first = last + 2 if tree.lows[last + 1 : last + 2] == (",",) else last + 1
    if not any(tree.lows[first : first + len(lead)] == lead for lead in UNDER):
        return words
    end = next((n for n in range(first, len(tree.words)) if tree.lows[n] in (";", ":") or tree.lows[n] in OPENING), len(tree.words))
    return [*words, *range(last + 1, end)]


def without_remark(tree: Tree, words: list[int]) -> list[int]:
    """Leave out a clause behind a comma with which the page ends: condemned the raid, in which four died."""
    for n in words:
        behind = tree.lows[n + 1 : n + 3]
        wh = behind[:1] in (("which",), ("who",), ("whose",)) or (len(behind) == 2 and behind[1] in ("which", "whom", "whose"))
        if tree.lows[n] == "," and wh and n > words[0] and not any(tree.lows[k] in OPENING for k in words if k > n):
            clause = next((k for k in words if k > n and tree.rel(k).startswith("acl")), None)
            if clause is not None and max(tree.subtree(clause)) >= words[-1] - 1:
                return [k for k in words if k < n]
    return words


def with_antecedent(tree: Tree, i: int, words: list[int]) -> list[int]:
    """Put the noun in the place of its relative pronoun: Poe, who is accused of S; the reply, which he called honest. What
    "which" means behind a phrase with a preposition the parse cannot tell: then nothing is read."""
    pronoun = next((n for n in words if tree.lows[n] in RELATIVE and tree.head(n) == i and n < i), None)
    noun = tree.head(i)
    if pronoun is None or not tree.rel(i).startswith("acl") or noun < 0:
        return words
    named = [n for n in range(pronoun) if tree.words[n].ner.endswith("PER")]
    before = pronoun - 1 if tree.lows[pronoun - 1] == "," else pronoun
    run = [n for n in named if all(k in named for k in range(n, before))]
    if tree.lows[pronoun] != "which" and run:
        return sorted({*run, *(n for n in words if n != pronoun)})
    if tree.lows[pronoun] == "which" and tree.having(noun, "case"):
        return []
    return sorted({*core(tree, noun, noun_phrase(tree, noun, i)), *(n for n in words if n != pronoun)})


def begins_late(tree: Tree, i: int, k: int) -> int | None:
    """What the parse hangs on verb i though it is the subject of the clause k behind it: said data from two wells showed that S."""
    if k < i or has_subject(tree, k) or tree.lows[k].endswith("ing") or tree.having(k, "mark"):
        return None
    return next((o for o in tree.having(i, "obj", *SUBJECT) if i < o < k and tree.upos(o) in ("NOUN", "PROPN")), None)


def is_taken_out(tree: Tree, i: int, k: int) -> bool:
    """The subject of clause k stands before the words of saying: what both sides say happened."""
    if k < i or has_subject(tree, k) or tree.lows[k].endswith("ing") or tree.having(k, "mark"):
        return False
    own = tree.one(i, *SUBJECT)
    if tree.rel(i) == "acl:relcl" and tree.lows[tree.head(i)] in ("what", "whatever"):
        return True
    first = min(tree.subtree(own)) if own is not None and own < i else i
    return first > 0 and tree.lows[first - 1] in ("what", "whatever")


def has_subject(tree: Tree, k: int) -> bool:
    """Clause k has a subject of its own."""
    return bool(tree.having(k, *SUBJECT, *PASSIVE, "expl"))
