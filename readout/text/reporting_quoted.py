"""Read predicates that say something only with quoted words or a colon behind them: saw it “at its worst”; made “demands”."""

from __future__ import annotations

from typing import Final

from readout.text.clause_trees import Tree
from readout.text.reporting import ReportingWords, Saying
from readout.text.reporting_attitudes import attitude
from readout.text.reporting_manner import is_denied, is_possible, speaks
from readout.text.reporting_remarks import by_agent
from readout.text.reporting_sources import SUBJECT, Source, as_source, is_passive, noun_phrase, source_of

OPENING: Final = frozenset(("“", '"', "‘", "``", "«", "„"))
CLOSING: Final = frozenset(("”", '"', "’", "''", "»", "“"))
VIEWING: Final = frozenset(("see", "view", "regard", "consider", "perceive", "judge", "remember", "fear", "expect"))
MAKING: Final = frozenset(("make", "issue", "voice", "express", "raise", "set", "repeat", "put", "have", "lay", "lodge", "deliver"))
DESCRIBING: Final = frozenset(("describe", "call", "characterise", "characterize", "term", "label", "brand", "condemn", "portray"))
ASKED: Final = frozenset((
    "demand", "message", "warning", "advice", "condition", "request", "answer", "position", "appeal", "plea", "promise", "call",
    "line", "word", "reply", "verdict", "conclusion", "threat", "offer", "ultimatum",
))  # fmt: skip
DUTY: Final = frozenset(("should", "must", "need", "needs", "have", "has", "would", "will", "ought"))
NEAR: Final = 12  # words between a predicate and the quoted words that complete it; ours


def quoted_view(tree: Tree, i: int, known: ReportingWords) -> Saying | None:
    """Read verb i as a predicate of saying by what is quoted behind it."""
    if tree.lows[i] == ":":
        return asked(tree, i, known)
    if tree.upos(i) not in ("VERB", "AUX") or is_denied(tree, i, known):
        return None
    lemma = tree.lemma(i)
    if is_possible(tree, i, known) and not (lemma in ("have", "prefer") and tree.lows[i - 1] == "rather"):
        return None
    if said := by_agent(tree, i, known):
        return said
    if lemma in DESCRIBING and is_passive(tree, i):
        return described_in(tree, i, known)
    source = source_of(tree, i) if not is_passive(tree, i) else Source()
    if not source.words or not speaks(tree, source.named or source.words, known):
        return None
    if lemma in FINDING | VIEWING and (told := found_that(tree, i, source)):
        return told
    if lemma in VIEWING:
        return seen(tree, i, source)
    return attitude(tree, i, source) or made(tree, i, source, known)


def found_that(tree: Tree, i: int, source: Source) -> Saying | None:
    """Read "found that the guards used “undue force”": a finding of which a part is quoted."""
    clause = next((k for k in tree.having(i, "ccomp") if k > i), None)
    words = sorted(tree.subtree(clause)) if clause is not None else []
    if not words or tree.lows[words[0]] in OPENING or not any(tree.lows[n] in OPENING for n in words):
        return None
    return Saying(i, (i,), source.words, source.named, tuple(words), "say", "state", "clause")


FINDING: Final = frozenset(("find", "establish", "determine", "judge"))


def stretch_behind(tree: Tree, i: int) -> tuple[int, int] | None:
    """The marks of the first quoted words behind word i, in its clause."""
    first = next((n for n in range(i + 1, min(len(tree.words), i + NEAR)) if tree.lows[n] in OPENING), None)
    if first is None or any(tree.upos(n) in ("VERB", "AUX") or tree.lows[n] in (":", ";") for n in range(i + 1, first)):
        return None
    last = next((n for n in range(first + 1, len(tree.words)) if tree.lows[n] in CLOSING), None)
    return (first, last) if last is not None else None


def seen(tree: Tree, i: int, source: Source) -> Saying | None:
    """Read "saw the ties “at their worst point”", "regards it as “an insult”"."""
    marks, of = stretch_behind(tree, i), tree.one(i, "obj")
    if marks and tree.lows[i + 1] == "as" and not any(tree.upos(n) == "PUNCT" for n in range(i + 1, marks[0])):
        content = tuple(range(i + 2, marks[1] + 1))  # a step that she regards as | a trap “in silk”
        return Saying(i, (i, i + 1), source.words, source.named, content, "say", "state", "phrase")
    if marks and marks[0] == i + 1 and tree.text[tree.words[i + 2].start].islower():
        return Saying(i, (i,), source.words, source.named, tuple(range(marks[0], marks[1] + 1)), "say", "state", "object_alone")
    if marks is None or of is None or not i < of < marks[0] or tree.lows[marks[0] + 1][:1].isupper():
        return None
    start = min(n for n in tree.subtree(of) if n > i)
    return Saying(i, (i,), source.words, source.named, tuple(range(start, marks[1] + 1)), "say", "state", "naming")


def made(tree: Tree, i: int, source: Source, known: ReportingWords) -> Saying | None:
    """Read "made “clear demands on the port”": a noun of saying in marks."""
    marks = stretch_behind(tree, i)
    if tree.lemma(i) not in MAKING or marks is None or any(tree.upos(n) != "DET" for n in range(i + 1, marks[0])):
        return None
    noun = next((n for n in range(marks[0] + 1, marks[1]) if tree.lemma(n) in known.nouns["any"] | ASKED), None)
    if noun is None or tree.upos(noun) != "NOUN":
        return None
    act = known.acts.get(tree.lemma(noun), "state")
    return Saying(i, (i,), source.words, source.named, tuple(range(marks[0], marks[1] + 1)), "say", act, "object_alone")


def asked(tree: Tree, cut: int, known: ReportingWords) -> Saying | None:
    """Read the colon of "had one demand: the port must open", which tells what somebody demands."""
    verb = next((n for n in range(cut) if tree.lemma(n) in MAKING and tree.upos(n) == "VERB"), None)
    if verb is None or cut + 3 >= len(tree.words) or tree.lows[cut + 1] in OPENING or is_denied(tree, verb, known):
        return None
    noun = any(tree.lemma(n) in ASKED and tree.upos(n) == "NOUN" for n in range(verb + 1, cut))
    behind = range(cut + 1, len(tree.words))
    duty = any(tree.lows[n] in DUTY and tree.upos(n) in ("AUX", "VERB") for n in behind)
    source = source_of(tree, verb)
    if not (noun and duty and any(tree.rel(n) in SUBJECT for n in behind)) or not source.words or is_passive(tree, verb):
        return None
    if not speaks(tree, source.named or source.words, known) or is_possible(tree, verb, known):
        return None
    return Saying(cut, (cut,), source.words, source.named, tuple(behind), "demand", "demand", "colon_clause")


def described_in(tree: Tree, i: int, known: ReportingWords) -> Saying | None:
    """Read "was described as “frank” in the ministry's summary": the text says so, or whose it is."""
    marks = stretch_behind(tree, i)
    if marks is None or any(tree.rel(k) == "obl:agent" for k in tree.kids[i]):
        return None
    within = next((n for n in range(marks[1] + 1, min(marks[1] + NEAR, len(tree.words))) if is_text(tree, n, known)), None)
    if within is None or tree.lows[marks[1] + 1] != "in":
        return None
    source = noun_phrase(tree, within, i)
    source = tuple(n for n in source if n > marks[1] and tree.lows[n] != "in")
    first = i + 1 if tree.lows[i + 1] == "as" else marks[0]
    found = as_source(tree, within, source)
    return Saying(i, (i,), found.words, found.named, tuple(range(first, marks[1] + 1)), "say", "state", "phrase")


def is_text(tree: Tree, n: int, known: ReportingWords) -> bool:
    """The noun of a text with "in" before it: in the ministry's summary."""
    text = tree.lemma(n) in known.texts or tree.lemma(n) in ("summary", "wording")
    return text and tree.upos(n) == "NOUN" and any(tree.lows[k] == "in" for k in tree.having(n, "case"))
