"""Read who speaks the quoted words behind a colon: the minister was blunt: "No"; her answer: "No"."""

from __future__ import annotations

from typing import Final

from readout.text.clause_trees import Tree
from readout.text.reporting import ReportingWords, Saying
from readout.text.reporting_manner import speaks
from readout.text.reporting_sources import PASSIVE, SUBJECT, as_source, noun_phrase

OPENING: Final = frozenset(("“", '"', "‘", "``", "«", "„", "'"))
SPOKEN: Final = frozenset((
    "answer", "reply", "response", "reaction", "verdict", "comment", "message", "word", "words", "advice", "explanation", "motto",
    "slogan", "remark", "conclusion", "warning", "assessment", "summary", "plea", "appeal", "statement", "tweet", "post",
))  # fmt: skip


def colon(tree: Tree, i: int, known: ReportingWords) -> Saying | None:
    """Read the colon at word i, with quoted words behind it, as words of saying of whoever the words before it are about."""
    if tree.lows[i] != ":" or not i or i + 2 >= len(tree.words) or tree.lows[i + 1] not in OPENING:
        return None
    start = max(
        (n + 1 for n in range(i) if tree.lows[n] in (";", ".") or (tree.lows[n][0].isdigit() and not n)), default=0
    )
    who = speaker_before(tree, range(start, i))
    if who is None:
        return None
    source = noun_phrase(tree, who, i)
    source = tuple(n for n in source if start <= n < i and tree.lows[n] not in ("'s", "’s"))
    found = as_source(tree, who, source)
    owner = tree.rel(who) == "nmod:poss" and tree.upos(who) == "PRON"
    if not source or not (owner or speaks(tree, found.named or source, known)):
        return None
    return Saying(i, (i,), found.words, found.named, tuple(range(i + 1, len(tree.words))), "say", "state", "colon")


def speaker_before(tree: Tree, words: range) -> int | None:
    """The head of who speaks: the subject of what stands before the colon, or its noun; whose answer, where it is one."""
    tops = [n for n in words if tree.head(n) not in words and tree.upos(n) != "PUNCT"]
    top = max(tops, key=lambda n: len(tree.subtree(n)), default=None)
    if top is None:
        return None
    who = next((k for k in tree.having(top, *SUBJECT, *PASSIVE) if k in words), None)
    if who is None:
        who = top if tree.upos(top) in ("NOUN", "PROPN") and no_phrase(tree, top, words) else None
    if who is not None and tree.lemma(who) in SPOKEN:
        return next((k for k in tree.having(who, "nmod:poss") if k in words), None)
    return who


def no_phrase(tree: Tree, top: int, words: range) -> bool:
    """The noun stands without a preposition and without a form of "be"."""
    return not any(k in words for k in tree.having(top, "case", "cop"))
