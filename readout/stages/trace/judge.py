"""Judge what two pages share: copied text, words both quote, or a form both fill in; few features, each with a name."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from typing import Literal, NamedTuple

import numpy as np

from readout.lexicon import read
from readout.stages.trace.blocks import Pair
from readout.stages.trace.passages import SOLID, Passage
from readout.stages.trace.pile import Pile
from readout.text import log_odds
from readout.text.align import DELETE, INSERT
from readout.text.words import DIGIT

FREE = 8  # words outside quotation marks below which nothing but a phrase is shared
QUOTE = 5  # words of one quotation below which two pages may use them by chance
VERBATIM = 0.98  # of the words of the longer side; the rest is a misprint or a trimmed end
A_CUT = 4  # words that one side alone has, from which they were cut out or put in as a piece
SWAPPED = 0.15  # of the changed words: synonyms in their place; word-by-word edits show under a tenth
REPEATED = 12  # equal words from which a page may be said to print a passage twice
FEWEST_SWAPS = 3
THIN_WORDS = math.log2(1 + 33)  # and
THIN_COVER = 0.25  # of the shorter page: all nine weak false pairs of the tuning pile share less
STATEMENT = re.compile(
    r"\b(?:statement|communiqu[eé]|declaration|common line|resolution|treaty|full text|in full|text of)\b|:\s*$", re.I
)
ANNOUNCES = 300  # characters before a passage within which a page may say that a statement follows
WHOLE_PAGE = 0.65  # of the shorter page: a page that is little but a statement is a copy of it, not a report with it
Kind = Literal["verbatim", "edited", "spun", "translated", "shared_quote"]


class Features(NamedTuple):
    """What the decision looks at, over all passages that two pages share."""

    words: float  # log2 of 1 + words matched outside quotation marks
    cover: float  # share of the shorter page that matches
    facts: float  # names and numbers that agree, of those that stand within the passages; smoothed towards .5
    clashes: float  # log2 of 1 + the names and numbers that do not agree
    stock: float  # log2 of 1 + the number of other pages that carry the same runs, on average
    lone: float  # 1 where both pages are of one outlet


Stock = Callable[[Sequence[Passage]], float]


class Bar(NamedTuple):
    """The chance from which a pair is a copy, whether thin cases need more, what share of the names and numbers must agree
    below even odds, and what is added to why."""

    chance: float
    thin: bool = True
    facts: float = 0.0
    because: str = ""


# Two pages of one family share text, too: of pairs below .18 nearly all in one family do.
KIN = Bar(0.005, thin=False, because="; both are of one family")
# Two pages that nobody else has all of: on tuning piles a quarter finds a fifth more copies than even odds, and forms
# filled in differently, whose names and numbers clash, are most of what it would find wrongly.
APART = Bar(0.25, facts=0.5, because="; other pages have these words only in pieces")


class Verdict(NamedTuple):
    """A passage with its kind and why."""

    passage: Passage
    kind: Kind
    because: str


def verdicts(pile: Pile, rows: Sequence[Passage], stock: Stock, *, bar: Bar | None = None) -> list[Verdict]:
    """Judge the passages of one pair of texts: copies together, since they are made together; quotations apart. `stock` says
    how many other families have what some passages share; it is asked only where that decides."""
    if rows[0].left == rows[0].right:
        return [Verdict(p, kind_of(p, is_swapped([p])), within_because(p)) for p in rows if is_repeated(pile, p)]
    quoted = [p for p in rows if is_quotation(p) or is_statement(pile, p)]
    others = [p for p in rows if p not in quoted]
    found = [Verdict(p, "shared_quote", quote_because(p)) for p in quoted]
    free = sum(p.free + p.like.swaps for p in others)
    if others and free >= FREE and (because := copied(pile, others, stock, bar or Bar(weights().threshold))):
        swapped = is_swapped(others)
        found += [Verdict(p, kind_of(p, swapped), because + changes(p)) for p in others]
    return found


def doubtful(pile: Pile, pairs: Iterable[Sequence[Passage]]) -> dict[Pair, Sequence[Passage]]:
    """Give the pairs that would be copies if no page had them as one text, with the passages that decide it. One of these
    must reach over the end of a sentence: a single sentence built as another is may be found anywhere."""
    asked: dict[Pair, Sequence[Passage]] = {}

    def told_of(rows: Sequence[Passage]) -> float:
        if any(reaches_over(pile, p) for p in rows):
            asked[rows[0].left, rows[0].right] = rows
        return math.inf

    for rows in pairs:
        verdicts(pile, rows, told_of, bar=APART)
    return asked


def reaches_over(pile: Pile, p: Passage) -> bool:
    """Tell whether a passage has words of two sentences on both sides."""
    bases = (int(pile.cut.firsts[text]) for text in (p.left, p.right))
    ends = [(base + p.bounds[k], base + p.bounds[k + 1] - 1) for base, k in zip(bases, (0, 2), strict=True)]
    return all(pile.sentences[first] < pile.sentences[last] for first, last in ends)


def copied(pile: Pile, rows: Sequence[Passage], stock: Stock, bar: Bar) -> str:
    """Say why the passages of one pair are copied; nothing where they are not."""
    held = features(pile, rows)
    if probability(held) < bar.chance:  # the more pages have it too, the less it counts
        return ""
    held = held._replace(stock=math.log2(1 + stock(rows)))
    chance = probability(held)
    weak = chance < 0.5 and ((bar.thin and is_thin(held)) or held.facts < bar.facts)
    if chance < bar.chance or weak:
        return ""
    return spelt_out(held, chance) + bar.because


def is_thin(held: Features) -> bool:
    """Tell whether too little is shared for a weak case: two reports of one event share some sentences' worth of words."""
    return held.words < THIN_WORDS and held.cover < THIN_COVER


def is_repeated(pile: Pile, p: Passage) -> bool:
    """Tell whether a page prints a passage twice: whole sentences, nearly all of whose words match; a form that a page
    fills in again and again covers parts of sentences, and other names."""
    longer = max(p.bounds[1] - p.bounds[0], p.bounds[3] - p.bounds[2])
    agree = p.like.function is None or p.like.function >= 0.6
    named = p.like.names is None or p.like.names >= 0.5
    counted = p.like.numbers is None or p.like.numbers >= 0.5
    apart = p.bounds[1] <= p.bounds[2] and not any(in_title(pile, p.left, *p.bounds[k : k + 2]) for k in (0, 2))
    return (
        apart and p.same >= REPEATED and p.whole >= 0.75 and p.explained >= 0.6 * longer and agree and named and counted
    )


def in_title(pile: Pile, text: int, first: int, last: int) -> bool:
    """Tell whether some of the words stand in a headline."""
    base = int(pile.cut.firsts[text])
    return bool(pile.titles[base + first : base + last].any())


def within_because(p: Passage) -> str:
    """Say why two stretches of one page count as one text printed twice."""
    return f"the page has the passage twice: {p.same} words equal, {p.like.swaps} swapped, names and numbers the same"


def is_quotation(p: Passage) -> bool:
    """Tell whether what a passage shares is someone's words: quoted, or a statement both pages announce."""
    return p.solid >= QUOTE and (p.opening or p.free < max(SOLID, 0.2 * p.solid))


def is_statement(pile: Pile, p: Passage) -> bool:
    """Tell whether both pages print a statement that each announces in a paragraph of its own; a page that holds little
    else is a copy of the statement."""
    shorter = min(np.diff(pile.cut.firsts)[[p.left, p.right]])
    if p.like.exact < VERBATIM or p.same >= WHOLE_PAGE * shorter:
        return False
    return announces(pile, p.left, p.bounds[0]) and announces(pile, p.right, p.bounds[2])


def announces(pile: Pile, text: int, first: int) -> bool:
    """Tell whether a passage opens a paragraph and the words before it say that a statement follows."""
    document = pile.documents[text].text
    start = pile.span(text, first, first + 1)[0]
    before = document[max(0, start - ANNOUNCES) : start].rstrip(" \t“\"'‘*_>")
    return before.endswith("\n") and bool(STATEMENT.search(before.strip()))


def quote_because(p: Passage) -> str:
    """Say why words count as quoted."""
    if p.free >= max(SOLID, 0.2 * p.solid) and not p.opening:
        return f"a statement that both pages announce and print, {p.same} words; no sign of copying"
    what = (
        "both pages announce it with a colon"
        if p.opening
        else f"{p.solid - p.free} of {p.solid} shared words are quoted"
    )
    return f"the same words of someone else: {what}; no sign of copying"


def features(pile: Pile, rows: Sequence[Passage]) -> Features:
    """Measure the passages of one pair, as though no other page had anything of them."""
    agree, clash = np.sum([p.facts for p in rows], axis=0)
    whole = np.diff(pile.cut.firsts)
    shorter = max(1, min(whole[rows[0].left], whole[rows[0].right]))
    one, other = pile.documents[rows[0].left], pile.documents[rows[0].right]
    return Features(
        words=math.log2(1 + sum(p.free + p.like.swaps for p in rows)),
        cover=min(1.0, float(sum(p.like.words for p in rows) / shorter)),
        facts=float((agree + 1) / (agree + clash + 2)),
        clashes=math.log2(1 + clash),
        stock=0.0,
        lone=float(bool(one.outlet) and one.outlet == other.outlet),
    )


class Weights(NamedTuple):
    """A linear decision: what each feature adds, in natural log odds."""

    bias: float
    threshold: float
    of: dict[str, float]


@lru_cache(maxsize=1)
def weights() -> Weights:
    """Read the published weights."""
    raw = read("copy_weights")
    return Weights(raw["bias"], raw["threshold"], raw["features"])


def probability(held: Features) -> float:
    """Give the chance that what two pages share was copied."""
    odds = weights().bias + sum(weights().of[name] * value for name, value in zip(held._fields, held, strict=True))
    return log_odds.chance(odds)


def spelt_out(held: Features, chance: float) -> str:
    """Say in words what the decision rests on."""
    return (
        f"copied ({chance:.2f}): {2**held.words - 1:.0f} words match outside quotations, {held.cover:.0%} of the shorter "
        f"page; {2**held.clashes - 1:.0f} names or numbers differ"
    )


def changes(p: Passage) -> str:
    """Say how a passage was changed."""
    swaps = f", {p.like.swaps} swapped for synonyms or other forms" if p.like.swaps else ""
    return f"; here {p.like.exact:.0%} of the words are equal{swaps}"


def is_swapped(rows: Sequence[Passage]) -> bool:
    """Tell whether the changes between two pages are mostly swaps for synonyms."""
    swaps = sum(p.like.swaps for p in rows)
    changed = sum(max(p.bounds[1] - p.bounds[0], p.bounds[3] - p.bounds[2]) - p.same for p in rows)
    return swaps >= FEWEST_SWAPS and swaps >= SWAPPED * changed


def kind_of(p: Passage, swapped: bool) -> Kind:
    """Name how a passage was reused."""
    if untouched(p) >= VERBATIM:
        return "verbatim"
    return "spun" if swapped else "edited"


def untouched(p: Passage) -> float:
    """Give the share of the words that are equal, of the longer side; a sentence that one side dropped is a cut, and says
    nothing of the words that are left."""
    e = p.edits
    sizes = [p.bounds[1] - p.bounds[0], p.bounds[3] - p.bounds[2]]
    for kind, low, high, side in ((DELETE, e.left, e.left_end, 0), (INSERT, e.right, e.right_end, 1)):
        runs = (high - low)[e.kinds == kind]
        sizes[side] -= int(runs[runs >= A_CUT].sum())
    return p.same / max(*sizes, 1)


def fact_words(pile: Pile, text: int, first: int, last: int) -> np.ndarray:
    """Give the distinct names and numbers in the words `[first, last)` of a text."""
    base = int(pile.cut.firsts[text])
    here = slice(base + first, base + last)
    return np.unique(pile.cut.hashes[here][pile.named[here] | (pile.cut.flags[here] & DIGIT > 0)])
