"""Read who speaks the quoted words behind a colon: the minister was blunt: "No"; her answer: "No"."""

from __future__ import annotations

from typing import Final

from readout.text.clause_trees import Tree
from readout.text.refused_offers import refuser
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
    if tree.lows[i] != ":" or not i or i + 2 >= len(tree.words):
        return None
    start = max(
        (n + 1 for n in range(i) if tree.lows[n] in (";", ".") or (tree.lows[n][0].isdigit() and not n)), default=0
    )
    refused = refuser(tree, i) if tree.lows[i + 1] in OPENING else None
    who = refused[0] if refused else speaker_before(tree, range(start, i))
    if who is None or (tree.lows[i + 1] not in OPENING and not announces(tree, range(start, i), i)):
        return None
    source = noun_phrase(tree, who, i)
    source = tuple(n for n in source if start <= n < i and tree.lows[n] not in ("'s", "’s"))
    found = as_source(tree, who, source)
    frame = "colon_refusal" if refused else "colon"
    owner = tree.rel(who) == "nmod:poss" and tree.upos(who) == "PRON"
    if not source or not (owner or speaks(tree, found.named or source, known)):
        return None
    return Saying(i, (i,), found.words, found.named, tuple(range(i + 1, len(tree.words))), "say", "state", frame)


def announces(tree: Tree, before: range, i: int) -> bool:
    """Words before a colon and a clause that can only bring in what somebody says: Poe was blunt: S; she gave a reason: S."""
    top = next((n for n in before if tree.head(n) not in before and tree.upos(n) != "PUNCT"), None)
    clause = [n for n in range(i + 1, len(tree.words)) if tree.rel(n).startswith(("nsubj", "expl"))]
    if top is None or not clause or any(tree.lows[n] in ("not", "n't", "n’t", "never", "if") for n in before):
        return False
    subject = next((k for k in tree.having(top, *SUBJECT) if k in before), None)
    if subject is None:
        return tree.lemma(top) in SPOKEN and bool(tree.having(top, "nmod:poss"))
    if tree.lemma(subject) in SPOKEN:
        return bool(tree.having(subject, "nmod:poss")) and tree.one(top, "cop") is not None
    if tree.one(top, "cop") is not None:
        return tree.lemma(top) in OUTSPOKEN
    what = tree.one(top, "obj")
    return what is not None and tree.lemma(top) in GIVING and tree.lemma(what) in SPOKEN | TOLD


OUTSPOKEN: Final = frozenset((
    "blunt", "clear", "adamant", "unequivocal", "firm", "categorical", "terse", "curt", "brief", "frank", "candid", "emphatic",
    "defiant", "dismissive", "cautious", "scathing", "laconic", "succinct", "direct", "certain", "sure", "convinced", "explicit",
    "unambiguous", "plain", "harsh", "harsher", "blunter", "clearer", "specific", "insistent", "damning", "pessimistic",
    "optimistic", "sceptical",
))  # fmt: skip
GIVING: Final = frozenset(("give", "have", "offer", "repeat", "issue", "deliver", "send", "add", "name", "cite", "provide", "put"))
TOLD: Final = frozenset((
    "reason", "version", "theory", "account", "demand", "condition", "prediction", "reassurance", "excuse", "threat",
))  # fmt: skip


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
