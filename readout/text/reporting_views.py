"""Read whose view a sentence gives, where no verb of saying tells it: in her view, S; for Ann Poe, X is Y; S, so Poe.

Some are English of all sorts, others habits of other languages that translators keep ("S, so Poe"; "as informed the ministry, S").
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from readout.text.clause_trees import Tree
from readout.text.reporting import ReportingWords, Saying
from readout.text.reporting_manner import speaks
from readout.text.reporting_sources import core, noun_phrase

VIEWS: Final = frozenset((
    "opinion", "view", "words", "eyes", "assessment", "estimation", "judgement", "judgment", "account", "reckoning",
    "estimate", "telling", "calculation", "calculations", "phrase", "formulation", "formula", "expression",
))  # fmt: skip
MINDS: Final = frozenset(("mind", "thinking", "eyes", "ears", "taste"))  # to her mind
OWNERS: Final = frozenset(("his", "her", "their", "its"))
BE: Final = frozenset(("is", "are", "was", "were", "remains", "remained"))
NOW: Final = frozenset(("is", "are", "remains"))
OPENING: Final = frozenset(("“", '"', "‘", "``", "«", "„"))
LONGEST: Final = 4  # words that name who spoke behind "so"
FAR: Final = 24  # words of a clause that ends with its verb of saying; ours
LEAD: Final = 12  # words at the beginning of a sentence in which its view is told; ours


def view(tree: Tree, i: int, known: ReportingWords) -> Saying | None:
    """Read word i as the beginning of words that tell whose view the sentence gives."""
    low = tree.lows[i]
    if i == 0 and low in ("in", "by"):
        return in_view_of(tree, known)
    if i == 0 and low == "for":
        return seen_by(tree)
    if i == 0 and low == "as":
        return as_informed(tree, known) or as_told(tree, known)
    if low in ("in", "by", "to") and tree.lows[i - 1] in (",", *BE):
        return set_in_view(tree, i) or (in_words_of(tree, i, known) if low != "to" else None)
    return so_named(tree, i, known) if low == "so" and i else None


def made(tree: Tree, cue: Sequence[int], source: Sequence[int], content: Sequence[int], frame: str) -> Saying | None:
    """Write a saying whose content begins behind a comma or blank; without content there is none."""
    told = [n for n in content if tree.upos(n) != "PUNCT"]
    if not source or len(told) < 2:
        return None
    top = next((n for n in source if tree.head(n) not in source), source[0])
    named = core(tree, top, tuple(source))
    return Saying(cue[0], tuple(cue), tuple(source), named, tuple(content), "say", "state", frame)


def in_view_of(tree: Tree, known: ReportingWords) -> Saying | None:
    """In the view of X, S; by her reckoning S; in Poe's words, S."""
    n = next((k for k in range(1, min(LEAD, len(tree.words))) if tree.lows[k] in VIEWS), None)
    if n is None:
        return None
    lead = list(range(1, n))
    if [tree.lows[k] for k in lead] in (["the"], ["the", "own"]) and n + 2 < len(tree.words) and tree.lows[n + 1] == "of":
        of = next((k for k in tree.having(n, "nmod") if tree.case(k) == "of"), None)
        source = tuple(k for k in noun_phrase(tree, of, n) if k > n) if of is not None else ()
        end, cue = max(source, default=n), [0, *lead, n, n + 1]
    elif lead and (tree.lows[lead[0]] in OWNERS or tree.lows[lead[-1]] in ("'s", "’s")) and "of" not in tree.lows[n + 1 : n + 2]:
        source = tuple(k for k in lead if tree.lows[k] not in ("'s", "’s", "own"))
        end, cue = n, [0, n]
    else:
        return None
    speaking = (len(source) == 1 and tree.lows[source[0]] in OWNERS) or speaks(tree, source, known)
    return made(tree, cue, source, range(end + 1, len(tree.words)), "view") if speaking else None


def set_in_view(tree: Tree, i: int) -> Saying | None:
    """S, by his words, T; S, in her words; S, to her mind, T."""
    end = i + 2
    if end >= len(tree.words) or tree.lows[i + 1] not in OWNERS or tree.lows[end] not in (MINDS if tree.lows[i] == "to" else VIEWS):
        return None
    behind = tree.lows[end + 1 : end + 2]
    if tree.lows[i - 1] != ",":  # it was in her words "S"
        content = [*range(i), *range(end + 1, len(tree.words))]
        return made(tree, (i, end), (i + 1,), content, "view") if {*behind} & OPENING else None
    if behind and behind[0] not in (",", ".", ";"):
        return None
    return made(tree, (i, end), (i + 1,), [*range(i - 1), *range(end + 2, len(tree.words))], "view")


def in_words_of(tree: Tree, i: int, known: ReportingWords) -> Saying | None:
    """S, in the words of Poe; S, in the phrase of its mayor, Ada Poe."""
    n = i + 2
    if tree.lows[i - 1] != "," or n + 2 >= len(tree.words) or tree.lows[i + 1] != "the":
        return None
    if tree.lows[n] not in VIEWS or tree.lows[n + 1] != "of":
        return None
    of = next((k for k in tree.having(n, "nmod") if tree.case(k) == "of"), None)
    source = tuple(k for k in noun_phrase(tree, of, n) if k > n + 1) if of is not None else ()
    if not source or not speaks(tree, source, known):
        return None
    behind = source[-1] + 1
    more = range(behind, len(tree.words)) if behind < len(tree.words) and tree.lows[behind] == "," else ()
    return made(tree, range(i, n + 2), source, [*range(i - 1), *more], "view")


def seen_by(tree: Tree) -> Saying | None:
    """For Ann Poe, X is Y: somebody named, then a judgement with a form of "be", quoted or in the present tense."""
    first = next((n for n in range(1, min(LEAD, len(tree.words))) if tree.words[n].ner.endswith("PER")), None)
    lead = range(1, first - 1 if first and tree.lows[first - 1] == "," else first or 1)  # for the bishop, | Ada Poe
    if first is None or any(tree.upos(n) not in ("DET", "ADJ", "NOUN", "PROPN") and tree.lows[n] != "of" for n in lead):
        return None
    end = first
    while end + 1 < len(tree.words) and tree.words[end + 1].ner.endswith("PER"):
        end += 1
    start = behind_description(tree, end + 1)
    if start is None and (clause := judged_in_marks(tree, end + 1)) is not None:
        start = clause
    judged = start is not None and set(tree.lows[start : start + LEAD]) & BE
    if start is None or not judged or not (judged & NOW or any(w in OPENING for w in tree.lows[start:])):
        return None
    return made(tree, [0], range(1, end + 1), range(start, len(tree.words)), "view")


def judged_in_marks(tree: Tree, n: int) -> int | None:
    """A noun phrase right behind a name, a form of "be" and then words in marks: for Poe | the plan is “S”."""
    be = next((k for k in range(n + 1, min(n + LEAD, len(tree.words))) if tree.lows[k] in BE), None)
    led = be is not None and tree.upos(n) in ("DET", "PRON") and be + 1 < len(tree.words) and tree.lows[be + 1] in OPENING
    plain = be is not None and all(tree.upos(k) in ("DET", "PRON", "ADJ", "NOUN", "PROPN", "ADP", "NUM") for k in range(n, be))
    return n if led and plain else None


def behind_description(tree: Tree, n: int) -> int | None:
    """Where the judgement begins: here, behind a comma, or behind a description between commas."""
    if n >= len(tree.words):
        return None
    if tree.lows[n] != ",":
        return n if tree.lows[n] in BE or tree.lows[n] == "of" else None
    while n + 1 < len(tree.words) and tree.lows[n + 1] in ("who", "whose", "a", "an", "which", "the"):
        comma = next((k for k in range(n + 1, len(tree.words)) if tree.lows[k] == ","), None)
        judged = comma is not None and tree.lows[n + 1] == "the" and any(tree.lows[k] in BE for k in range(n + 1, comma))
        if judged or comma is None or comma + 1 >= len(tree.words):
            break
        n = comma  # behind one description there may be another: the minister, who had S, it was
    turned = tree.lows[n + 1 : n + 3] in (("instead", ","), ("however", ","), ("though", ","))
    return n + 3 if turned else n + 1


def as_informed(tree: Tree, known: ReportingWords) -> Saying | None:
    """As informed the ministry, S: the verb before its subject."""
    if len(tree.words) < 5 or known.forms.get(tree.lows[1]) not in known.clause or tree.upos(1) not in ("VERB", "AUX", "ADJ"):
        return None
    comma = next((n for n in range(3, min(LEAD, len(tree.words))) if tree.lows[n] == ","), None)
    source = range(2, comma) if comma else ()
    if not comma or tree.upos(2) not in ("DET", "PROPN") or not speaks(tree, tuple(source), known):
        return None
    return made(tree, [1], source, range(comma + 1, len(tree.words)), "view")


def as_told(tree: Tree, known: ReportingWords) -> Saying | None:
    """As Poe at a conference of an hour declared, S: the verb at the end of its clause, as other languages have it."""
    comma = next((n for n in range(3, min(FAR, len(tree.words))) if tree.lows[n] == ","), None)
    if comma is None or tree.upos(comma - 1) != "VERB" or known.forms.get(tree.lows[comma - 1]) not in known.clause:
        return None
    end = next((n for n in range(2, comma - 1) if tree.upos(n) in ("ADP", "ADV") and tree.lows[n] != "of"), comma - 1)
    source = range(1, end)
    if any(tree.upos(n) in ("VERB", "AUX", "SCONJ", "PRON") for n in source) or not speaks(tree, tuple(source), known):
        return None
    return made(tree, [comma - 1], source, range(comma + 1, len(tree.words)), "as told")


def so_named(tree: Tree, i: int, known: ReportingWords) -> Saying | None:
    """S, so Poe; S, so the minister; about two hundred, so Poe, are gone."""
    end = i + 1
    while end < len(tree.words) and tree.upos(end) in ("PROPN", "DET", "NOUN", "ADJ") and end - i <= LONGEST:
        end += 1
    source = range(i + 1, end)
    if not source or tree.lows[i - 1] not in (",", "”", '"', "»", "“", "’", "'") or not speaks(tree, tuple(source), known):
        return None
    named = all(tree.upos(n) == "PROPN" for n in source)
    closed = end == len(tree.words) or tree.upos(end) == "PUNCT" or (named and tree.upos(end) == "ADP")
    if not closed or not (named or tree.lows[i + 1] == "the"):
        return None
    more = end < len(tree.words) and tree.lows[end] == ","
    if named and not more and closed and end < len(tree.words) and tree.upos(end) == "ADP":  # S, so Poe before the house, T
        end = next((n for n in range(end, min(end + LONGEST + 1, len(tree.words))) if tree.lows[n] == ","), len(tree.words))
    content = [*range(i), *range(end, len(tree.words))] if more or (named and end < len(tree.words)) else [*range(i)]
    return made(tree, [i], source, content, "view")
