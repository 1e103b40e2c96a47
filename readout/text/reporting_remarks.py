"""Read whose words marked ones are that a noun or a passive brings in: Poe's description of them as “S”; hailed by Poe as “S”."""

from __future__ import annotations

from typing import Final

from readout.text.clause_trees import Tree
from readout.text.reporting import ReportingWords, Saying
from readout.text.reporting_attitudes import TAKING, WITH_PARTICLE, is_taking, listed_lemma, marked_behind
from readout.text.reporting_manner import is_denied, speaks
from readout.text.reporting_sources import as_source, is_passive, noun_phrase, with_name_behind

# Nouns for what somebody says of something, with the prepositions that bring in the words themselves.
NAMED: Final = {
    "as": frozenset((
        "description", "characterisation", "characterization", "portrayal", "dismissal", "denunciation", "condemnation",
        "depiction", "praise", "criticism",
    )),
    "to": frozenset(("reference", "allusion")),
    "of": frozenset(("promise", "warning", "talk", "accusation", "threat", "mention", "prediction", "offer", "assurance")),
    "about": frozenset(("remark", "comment", "warning", "joke", "quip", "complaint", "talk")),
}  # fmt: skip
CALLING: Final = frozenset(("call", "describe", "dub", "label", "brand", "term", "characterise", "characterize"))
JUDGING: Final = CALLING | TAKING | frozenset((
    "hail", "praise", "denounce", "condemn", "dismiss", "reject", "deride", "mock", "portray", "criticise", "criticize", "decry",
    "laud", "slam", "refer", "depict",
))  # fmt: skip


def remark(tree: Tree, i: int, known: ReportingWords) -> Saying | None:
    """Read noun i, whose owner is named, with the marked words that it brings in: the promise of the mayor, Ada Poe, of “S”."""
    if tree.upos(i) != "NOUN" or (marks := marked_behind(tree, i, apposed=True)) is None:
        return None
    lead = tree.lows[marks[0] - 1]
    if tree.lemma(i) not in NAMED.get(lead, ()) or any(tree.lows[n] in ("and", "or") for n in range(i, marks[0])):
        return None
    by = tree.one(i, "nmod:poss")
    if by is None and lead != "of":
        by = next((k for k in tree.having(i, "nmod") if tree.case(k) in ("of", "by")), None)
    elif by is None:
        by = next((k for k in tree.having(i, "nmod") if tree.case(k) in ("of", "by") and k < marks[0] - 1), None)
    words = noun_phrase(tree, by, i) if by is not None else ()
    source = tuple(n for n in words if n < marks[0] - 1 and tree.lows[n] not in ("'s", "’s", "'", "’"))
    if by is None or not source or not (tree.upos(by) == "PRON" or speaks(tree, source, known)):
        return None
    found = as_source(tree, by, source)
    content = tuple(range(marks[0], marks[1] + 1))
    return Saying(
        i, (i,), found.words, found.named, content, tree.lemma(i), known.acts.get(tree.lemma(i)), f"claim {lead}"
    )


def came_from(tree: Tree, i: int, known: ReportingWords) -> Saying | None:
    """Read "From Poe came praise for “S”" at its verb: what came from somebody is what they said."""
    if tree.lemma(i) != "come" or tree.lows[0] != "from" or (marks := marked_behind(tree, i, apposed=True)) is None:
        return None
    noun = next((n for n in range(i + 1, marks[0]) if tree.upos(n) == "NOUN" and tree.lemma(n) in CAME), None)
    words = tuple(n for n in range(1, i) if tree.lows[n] != "from")
    while words and tree.upos(words[-1]) in ("PUNCT", "AUX", "ADV"):
        words = words[:-1]
    if noun is None or not words or any(tree.upos(n) in ("VERB", "AUX") for n in range(1, i) if tree.rel(n) == "root"):
        return None
    top = next((n for n in words if tree.head(n) not in words), words[0])
    found = as_source(tree, top, words)
    if not speaks(tree, found.named or words, known):
        return None
    content = tuple(range(marks[0], marks[1] + 1))
    return Saying(i, (i,), found.words, found.named, content, tree.lemma(noun), known.acts.get(tree.lemma(noun), "state"), "phrase")


CAME: Final = frozenset((
    "praise", "criticism", "talk", "warning", "condemnation", "complaint", "mention", "word", "promise", "call", "thanks", "demand",
    "scorn", "mockery", "support", "congratulation", "reply", "answer", "rebuke", "accusation", "condolence", "regret",
))  # fmt: skip


def by_agent(tree: Tree, i: int, known: ReportingWords) -> Saying | None:
    """Read a passive with who calls it so, before or right behind the marked words: hailed by Poe as “S”, called “S” by Poe."""
    lemma = tree.lemma(i) if tree.lemma(i) in JUDGING else listed_lemma(tree.lemma(i))
    passive = is_passive(tree, i) or any(
        tree.lows[k] in ("been", "was", "were", "is", "being") for k in tree.kids[i] if k < i
    )
    taking = lemma in JUDGING or (lemma in WITH_PARTICLE and is_taking(tree, i, min(i + 3, len(tree.words))))
    if not taking or not passive or is_denied(tree, i, known):
        return None
    marks = marked_behind(tree, i, apposed=True)
    if marks is None or not (tree.lows[marks[0] - 1] == "as" or (lemma in CALLING and marks[0] == i + 1)):
        return None
    by = next((n for n in (*range(i + 1, marks[0]), marks[1] + 1) if tree.lows[n : n + 1] == ("by",)), None)
    top = tree.head(by) if by is not None else -1
    if by is None or top < by or (by < marks[0] and top > marks[0]):
        return None
    source = tuple(n for n in noun_phrase(tree, top, i) if n > by and (n < marks[0] - 1 or n > marks[1]))
    source = with_name_behind(tree, source)
    if not source or not speaks(tree, source, known):
        return None
    found = as_source(tree, top, source)
    content = tuple(range(marks[0], marks[1] + 1))
    return Saying(i, (i,), found.words, found.named, content, lemma, "state", "phrase")
