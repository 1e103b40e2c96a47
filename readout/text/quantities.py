"""Read the quantities of English text: how many of what, how much, how sure.

Method: ours. Numbers in words and figures with what bounds them ("at least", "nearly", "between … and …"), what they measure or
count, and what is no quantity left out: dates, names with numbers, codes.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from readout.records import Word
from readout.text.clock_words import clock_words
from readout.text.lexemes import Tokens, tokenize
from readout.text.quantity_atoms import NUMERIC, Atom, atom_at, fraction_at, measure_at
from readout.text.quantity_lengths import lengths
from readout.text.quantity_nouns import counted
from readout.text.quantity_singles import Draft, Page, is_name, is_pronoun, is_spelled_name, single
from readout.text.quantity_spreads import of_whole, spread
from readout.text.quantity_words import (
    AROUND,
    RATIOS,
    STOP,
    Modifier,
    modifier_after,
    modifier_before,
    singular,
)
from readout.text.time_words import TENSE
from readout.text.times import Time, read_times

BEGINS: Final = NUMERIC | {"VAGUE", "FEW", "HALF", "ORDINAL", "SECOND", "DECADE"}


@dataclass(frozen=True, slots=True)
class Quantity:
    """A quantity: span in code points with its modifier and unit; value, bounds (null where open), modifier, unit, kind."""

    start: int
    end: int
    value: float | None
    low: float | None
    high: float | None
    modifier: Modifier
    unit: str | None
    kind: str


def read_quantities(
    text: str, words: Sequence[Word] = (), *, times: Sequence[Time] | None = None, tokens: Tokens | None = None
) -> list[Quantity]:
    """Read the quantities of a text, in text order, none inside another.

    `words` are those of a parse, spans in the text; `times` its time expressions, read here if not given. Cost: linear.
    """
    cut = tokens if tokens is not None else tokenize(text)
    found = times if times is not None else read_times(text, tokens=cut)
    inside = frozenset(i for t in found if t.type != "DURATION" for i in token_range(cut, t))
    inside |= {i for s, t in clock_words(text) for i in tokens_in(cut, s, t)}
    drafts = list(lengths(cut, found))
    inside |= {i for d in drafts for i in range(d[0], d[1])}
    page = Page(cut, inside, {w.start: tuple(words) for w in words})
    made = [Draft(*d) for d in drafts] + list(drafts_of(page))
    return merged([bounded(draft, page) for draft in sorted(made, key=lambda d: d.first) if draft.kind != "code"])


def token_range(cut: Tokens, time: Time) -> Iterator[int]:
    """Give the tokens of a time expression."""
    yield from tokens_in(cut, time.start, time.end)


def tokens_in(cut: Tokens, start: int, end: int) -> Iterator[int]:
    """Give the tokens that begin in a stretch."""
    at = bisect_left(cut.starts, start)
    while at < len(cut.starts) and cut.starts[at] < end:
        yield at
        at += 1


def merged(made: Sequence[Quantity]) -> list[Quantity]:
    """Drop a quantity that begins inside the one before."""
    kept: list[Quantity] = []
    for quantity in made:
        if not kept or quantity.start >= kept[-1].end:
            kept.append(quantity)
    return kept


def drafts_of(page: Page) -> Iterator[Draft]:
    """Read every number of a page that is no date, name or code."""
    done = 0
    for at, name in enumerate(page.cut.names):
        if at < done or at in page.dated or (name not in BEGINS and page.cut.words[at] not in RATIOS and name != "ART"):
            continue
        for draft in read_at(page, at):
            yield draft
            done = draft.last


def read_at(page: Page, at: int) -> list[Draft]:
    """Read what begins at a token."""
    cut, name = page.cut, page.cut.names[at]
    part = fraction_at(cut, at) if name != "ORDINAL" else None
    if part:
        return [share(page, part)]
    if name in ("ORDINAL", "SECOND"):
        return rank(page, at)
    if name in ("VAGUE", "FEW"):
        return vague(page, at)
    if cut.words[at] in RATIOS or (name in NUMERIC and cut.word(at + 1) == "times"):
        return ratio(page, at)
    atom = atom_at(cut, at)
    if atom is None or is_name(cut, atom) or is_spelled_name(cut, atom):
        return []
    made = spread(page, atom) or of_whole(page, atom) or [single(page, atom)]
    if name == "FRACTION" and made[0].kind == "count":
        return [share(page, atom)] if atom.value < 1 and cut.word(atom.last) == "of" else []
    return [] if is_pronoun(cut, atom, made[0].unit) else made


def share(page: Page, atom: Atom) -> Draft:
    """Read two thirds of voters: a fraction of what follows."""
    noun = counted(page.cut, atom.last, atom.value, page.parsed)
    whole = Draft(atom.first, atom.last, atom.value, "fraction", None, "fraction")
    return whole if page.cut.word(atom.last) == "-" else whole.of(noun)


def rank(page: Page, at: int) -> list[Draft]:
    """Read the third round, the first since 2018: a place in an order."""
    cut = page.cut
    value = cut.values.get(at, 2.0 if cut.words[at] == "second" else 0.0)
    behind, led = cut.word(at + 1), cut.word(at - 1) in AROUND["determiners"]
    noun = (
        cut.name(at + 1) in ("WORD", "HALF")
        and cut.raw(at + 1)[0].islower()
        and behind not in AROUND["behind_rank"] | STOP
    )
    if not led and (behind.endswith("ed") or behind in TENSE["past"]):
        return []
    if not (noun or led or behind in ("since", "in", "to")):
        return []
    return [Draft(at, at + 1 + noun, value, "rank", singular(behind) if noun else None)]


def vague(page: Page, at: int) -> list[Draft]:
    """Read dozens of people, hundreds, several hundred, a few days: no number told."""
    cut, value = page.cut, page.cut.values.get(at)
    if cut.words[at] == "many":
        return []
    first = at - (cut.name(at - 1) == "ART")
    some = Draft(first, at + 1, None, "count", None, "vague", 2.0 if value is None else value)
    measure = measure_at(cut, at + 1 + (cut.word(at + 1) == "of"), 2.0)
    if measure:
        return [some._replace(last=measure.last, kind=measure.kind, unit=measure.unit)]
    noun = counted(cut, at + 1, None, page.parsed)
    return [] if noun is None and cut.names[at] == "FEW" else [some.of(noun)]


def ratio(page: Page, at: int) -> list[Draft]:
    """Read twice as long, three times more, double the price: so many times something else; met three times."""
    cut = page.cut
    number = cut.words[at] not in RATIOS
    value = cut.values.get(at) if number else float(RATIOS[cut.words[at]])
    last = at + 1 + number
    if cut.word(last) in AROUND["comparing"] and cut.words[at] != "once":
        return [Draft(at, last, value, "ratio", "time")]
    return [Draft(at, last, value, "count", "time")] if number or cut.words[at] in ("twice", "thrice") else []


def bounded(draft: Draft, page: Page) -> Quantity:
    """Give a draft its modifier and bounds from the words before and behind it."""
    cut = page.cut
    first, last, said = draft.first, draft.last, draft.modifier
    before = modifier_before(cut.words, first)
    if before and not skipped(draft, cut, before[1]):
        first = before[1]
        said = before[0] if said in (None, "fraction") and before[0] != "exact" else said
    behind = modifier_after(cut.words, last)
    if behind and said is None:
        said, last = behind
    low, high = limits(said or "exact", draft)
    return Quantity(
        cut.starts[first], cut.ends[last - 1], draft.value, low, high, said or "exact", draft.unit, draft.kind
    )


def skipped(draft: Draft, cut: Tokens, at: int) -> bool:
    """Tell words that only look like a modifier: held over two days; ranks have none."""
    over = cut.words[at] == "over" and draft.kind == "duration"
    return draft.kind in ("rank", "score") or (over and cut.word(at - 1) not in AROUND["before_over"])


def limits(modifier: Modifier, draft: Draft) -> tuple[float | None, float | None]:
    """Give the least and the most that words allow; null where they leave it open."""
    if draft.low is not None or draft.high is not None or draft.value is None:
        return draft.low, draft.high
    value = draft.value
    return {
        "more_than": (value, None), "at_least": (value, None), "at_most": (None, value), "less_than": (None, value),
        "up_to": (None, value), "almost": (None, value), "part": (None, value), "about": (None, None), "vague": (None, None),
    }.get(modifier, (value, value))  # fmt: skip
