"""Read "according to X": what it is set into or set off from was said by X."""

from __future__ import annotations

from typing import Final

from readout.text.clause_trees import Tree
from readout.text.reporting import ReportingWords, Saying
from readout.text.reporting_manner import VERBAL, speaks
from readout.text.reporting_sources import core, noun_phrase, source_of


def according(tree: Tree, i: int, known: ReportingWords) -> Saying | None:
    """Read "according to X" around noun i: what it is set into was said by X."""
    case = tree.case(i)
    if case not in known.according or tree.head(i) < 0:
        return None
    if tree.lows[i] in ("whom", "which"):
        return according_to_whom(tree, i)
    cue = [k for m in tree.having(i, "case", "mark") for k in (m, *tree.having(m, "fixed"))]
    own = set(tree.subtree(i))
    top = covered(tree, i, set_off(tree, own))
    words = [n for n in tree.subtree(top) if n not in own and n not in cue]
    source = tuple(n for n in noun_phrase(tree, i, i) if n not in cue)
    if not source:
        return None
    if tree.lemma(i) in COPIES and (shown := by_own_words(tree, top, words, known)):
        return shown
    beside = name_beside(tree, source[-1])
    source, words = (*source, *beside), [n for n in words if n not in beside]
    content, named = tuple(without_lead(tree, words)), core(tree, i, source)
    teller = next((k for k in tree.kids[i] if tree.lemma(i) in TOLD and tree.rel(k) == "nmod" and tree.case(k) == "of"), None)
    if teller is not None:
        named = tuple(n for n in noun_phrase(tree, teller, teller) if tree.lows[n] != "of")
    return Saying(i, tuple(sorted(cue)), source, named, content, "according", "state", "according to")


def by_own_words(tree: Tree, top: int, words: list[int], known: ReportingWords) -> Saying | None:
    """What a copy shows that somebody says is said by him: Poe regrets that S, according to a copy of the letter."""
    lemma, behind = tree.lemma(top), tuple(n for n in words if n > top)
    if tree.upos(top) != "VERB" or not behind or (lemma not in known.acts and lemma not in SHOWN):
        return None
    who = source_of(tree, top)
    if not who.words or not speaks(tree, who.named or who.words, known):
        return None
    return Saying(top, (top,), who.words, who.named, behind, lemma, known.acts.get(lemma, "state"), "clause")


# Nouns for what only shows what somebody said or wrote, and verbs of telling what somebody feels.
COPIES: Final = frozenset((
    "copy", "transcript", "recording", "tape", "draft", "minutes", "video", "footage", "screenshot", "excerpt",
))  # fmt: skip
SHOWN: Final = frozenset(("express", "voice", "convey"))


def according_to_whom(tree: Tree, i: int) -> Saying | None:
    """Read "Poe, according to whom S, went": the clause up to the next comma, said by the one named right before."""
    comma = i - 3
    if comma < 1 or tree.lows[comma] != "," or tree.lows[i - 2] != "according":
        return None
    end = next((n for n in range(i + 1, len(tree.words)) if tree.lows[n] == ","), len(tree.words))
    top = next((n for n in range(comma - 1, -1, -1) if tree.head(n) >= comma or tree.head(n) < 0), None)
    if top is None or tree.upos(top) not in ("NOUN", "PROPN") or end < i + 3:
        return None
    named = tuple(n for n in noun_phrase(tree, top, i) if n < comma)
    return Saying(i, (i - 2, i - 1), (i,), named, tuple(range(i + 1, end)), "according", "state", "according to")


# Nouns for what somebody tells: according to the words of Poe.
TOLD: Final = frozenset(("word", "account", "version", "recollection", "words"))


def name_beside(tree: Tree, last: int) -> list[int]:
    """The name behind a comma of the one described, wherever the parse hangs it: the leader of the union, Ada Poe."""
    first = last + 2
    if first >= len(tree.words) or tree.lows[last + 1] != "," or not tree.words[first].ner.endswith("PER"):
        return []
    end = first
    while end < len(tree.words) and tree.words[end].ner.endswith("PER"):
        end += 1
    ends = all(tree.upos(n) == "PUNCT" for n in range(end, len(tree.words))) or tree.lows[end] == ","
    return list(range(last + 1, end)) if ends else []


def covered(tree: Tree, i: int, outside: bool) -> int:
    """The head of what "according to X" covers: the clause it stands in, or the whole sentence it is set off from."""
    top, nominal = tree.head(i), ("nmod", "obl", "obj", "amod", "appos", "compound")
    while tree.head(top) >= 0:
        climbs = outside and tree.rel(top) in WITHIN and ";" not in tree.lows[tree.head(top) : i]
        if not climbs and (tree.upos(top) in VERBAL or tree.rel(top) not in nominal):
            break
        top = tree.head(top)
    return top


WITHIN: Final = frozenset(("advcl", "acl", "acl:relcl", "ccomp", "xcomp", "conj"))


def set_off(tree: Tree, own: set[int]) -> bool:
    """The phrase stands at the end of the sentence behind a comma, or at its beginning: it is of the whole sentence."""
    first, last = min(own), max(own)
    behind = all(tree.upos(n) == "PUNCT" for n in range(last + 1, len(tree.words)))
    return first == 0 or (behind and bool({tree.lows[first - 1], tree.lows[first]} & {",", "”", '"'}))


def without_lead(tree: Tree, words: list[int]) -> list[int]:
    """Leave out a conjunction that joins the sentence to the one before it."""
    lead = next(iter(words), None)
    return words[1:] if lead is not None and tree.upos(lead) == "CCONJ" else words
