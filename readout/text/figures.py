"""Read the figures of a page with what they are figures of: the noun counted and the words of the clause they stand in."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final, NamedTuple

from readout.records import Word
from readout.text.event_lists import listed
from readout.text.quantities import Quantity
from readout.text.quantity_words import singular
from readout.text.stem import stem
from readout.text.told_lengths import elided_length
from readout.text.told_money import is_currency
from readout.text.told_numbers import MONEY, background, given, other
from readout.text.told_things import NO_THINGS

# Weights of a word by where it stands: in the phrase counted, the clause, the sentence, the sentence before; ours.
PHRASE, CLAUSE, SENTENCE, BEFORE = 1.0, 0.8, 0.35, 0.15
BARE = 0.5  # of the sentence before, where the figure names nothing that it counts; ours
CLAUSES: Final = frozenset(("root", "ccomp", "advcl", "acl", "parataxis", "conj", "csubj", "xcomp"))
TELLING: Final = frozenset(("NOUN", "PROPN", "VERB", "ADJ"))
# Words that tell nothing of what is counted.
EMPTY: Final = frozenset(stem(w) for w in listed(
    "say tell put give speak be have do make take go come get number figure total count estimate about some more most least many "
    "other first last new own same such day week month year hour minute time monday tuesday wednesday thursday friday saturday "
    "sunday morning evening night afternoon today yesterday tomorrow accord report claim add call spokesman spokeswoman official "
    "source mr mrs ms minister ministry government people person according up only late early next still already"
))  # fmt: skip
KINDS: Final = frozenset(
    ("count", "money", "percent", "fraction", "duration", "volume", "distance", "area", "mass", "speed", "score")
)


class Figure(NamedTuple):
    """A quantity with what it is of: kind, the noun or unit, the weights of the words around it, the number of its sentence;
    `given`: it names nothing that it counts and somebody gives it; `old`: it is dated to an earlier year."""

    start: int
    end: int
    kind: str
    unit: str | None
    quantity: Quantity
    keys: Mapping[str, float]
    sentence: int
    given: bool
    old: bool = False


class Line(NamedTuple):
    """A sentence: its span and its words, none where it was not parsed."""

    start: int
    end: int
    words: Sequence[Word]


def figures(
    text: str, lines: Sequence[Line], quantities: Sequence[Quantity], year: int | None, skipped: Collection[int] = ()
) -> Iterator[Figure]:
    """Give the figures of a page that could be told otherwise elsewhere; no ranks, ages, dates; `year` is that of writing,
    `skipped` are places that are read otherwise."""
    before: Mapping[str, float] = {}
    recent: list[Figure] = []
    at = 0
    for number, line in enumerate(lines):
        sentence = text[line.start : line.end]
        own = line_keys(text, line)
        while at < len(quantities) and quantities[at].start < line.end:
            q = quantities[at]
            at += 1
            if (
                q.start < line.start
                or q.start in skipped
                or q.kind not in KINDS
                or not worth(q, sentence, line.start)
            ):
                continue
            one = carried(read(q, line, number, text, (own, before)), recent, text[line.start : line.end], line.start)
            recent = [*(f for f in recent if number - f.sentence <= TWO), one]
            yield one._replace(old=background(sentence, q.start - line.start, year))
        before = own


def read(
    q: Quantity, line: Line, number: int, text: str, keys: tuple[Mapping[str, float], Mapping[str, float]]
) -> Figure:
    """Read one quantity as a figure."""
    kind, unit = kind_of(q, text)
    if kind == "count":
        unit = None if verb_at(line.words, q.end) else unit
        unit = unit or counted_before(text[line.start : q.start])
    bare = (
        unit is None
        and q.kind == "count"
        and given(text[line.start : q.start])
        and not PART.match(text[q.end : line.end])
    )
    return Figure(
        q.start, q.end, kind, unit, in_percent(q), around((q.start, q.end), line, *keys, named=bool(unit)), number, bare
    )


def verb_at(words: Sequence[Word], end: int) -> bool:
    """Tell whether the word that ends a stretch is a verb: its figure of 2,100 leaves out the night shift."""
    return any(w.end == end and w.upos in ("VERB", "AUX") and w.deprel not in ("acl", "amod") for w in words)


def counted_before(before: str) -> str | None:
    """Give the noun of "the number of cases has risen to"."""
    found = NUMBER_OF.search(before)
    return singular(found.group("noun").lower()) if found else None


NUMBER_OF: Final = re.compile(
    r"\bnumber of (?:[\w-]+ ){0,2}?(?P<noun>[a-z]{3,}s|people|children|men|women)\b(?: [\w ]{0,25}?)?"
    r"(?: (?:is|was|at|to|of|stood at|stands at|reached|put at|passed|exceeded))\s+"
    r"(?:about |some |around |at least |more than |over )?$", re.I,
)  # fmt: skip
PART: Final = re.compile(
    r"\s+(?:of|or|in|more|out|weeks?|days?|years?)\b", re.I
)  # what stands behind a bare number that counts a part


def carried(one: Figure, recent: Sequence[Figure], sentence: str, offset: int) -> Figure:
    """Take a bare number that somebody gives for one of the kind told just before: 61 percent, the observers said 57."""
    number = one.quantity.value or one.quantity.low or one.quantity.high or 0
    for last in reversed(recent) if one.given and number else ():
        theirs = last.quantity.value or last.quantity.low or last.quantity.high or 0
        scale = scale_of(number, theirs, last.kind)
        if not scale or one.sentence - last.sentence > TWO:
            continue
        if last.kind == "duration" and not elided_length(sentence[: one.start - offset], sentence[one.end - offset :]):
            continue
        if last.kind in CARRYING or (last.kind == "percent" and number <= WHOLE):
            value, low, high = (None if v is None else v * scale for v in (one.quantity.value, one.quantity.low, one.quantity.high))
            quantity = replace(one.quantity, kind=last.kind, unit=last.quantity.unit, value=value, low=low, high=high)
            return one._replace(kind=last.kind, unit=last.unit, quantity=quantity)
    return one


def scale_of(number: float, other: float, kind: str) -> float | None:
    """Say by what a bare number is to be multiplied to be like one told before it, 14 behind a loss of 16 million; null where
    it is not of like size."""
    for scale in (1.0, 1e3, 1e6, 1e9) if kind == "money" else (1.0,):
        if other / LIKE <= number * scale <= other * LIKE and other >= scale:
            return scale
    return None


LIKE: Final = 4  # times as large as the one before that a bare number of its kind may be; ours
WHOLE: Final = 100
CARRYING: Final = frozenset(("money", "distance", "volume", "area", "mass", "speed", "duration"))


def kind_of(q: Quantity, text: str) -> tuple[str, str | None]:
    """Give the kind of a quantity and its unit: millions without a noun are money, a share is one in percent."""
    words = text[q.start : q.end]
    if q.kind == "count" and q.unit and re.search(rf"\b{re.escape(q.unit[:4].capitalize())}", words):
        return q.kind, "person"  # two of the 46 Torvians
    money = q.kind == "count" and (
        is_currency(q.unit, bool(MONEY.search(words))) or (q.unit is None and MONEY.search(words))
    )
    if q.kind == "money" or money:
        return "money", q.unit
    if q.kind == "score":
        return "count", "vote"
    return ("percent", "percent") if q.kind == "fraction" else (q.kind, q.unit)


def worth(q: Quantity, sentence: str, offset: int) -> bool:
    """Tell whether a quantity can be a figure of something: of things with a name, and more than the number of its article."""
    number = q.value if q.value is not None else q.low if q.low is not None else q.high
    start, end = q.start - offset, q.end - offset
    if (
        number is None
        or number < 0
        or (q.kind == "score" and not VOTED.search(sentence))
        or (q.kind == "count" and (number < TWO or (q.unit in NOTHING and not (q.unit == "case" and number >= TWENTY))))
    ):
        return False
    if (q.modifier == "vague" and q.kind != "duration") or (
        q.kind == "count" and q.unit is None and number <= DIAL and HOUR.search(sentence[:start])
    ):
        return False
    if COMMA.search(sentence[:start]):
        return False  # 1,8 million, written with a comma: no eight million
    if q.kind == "duration" and (AGO.match(sentence[end:]) or WORKING.match(sentence[end:])):
        return False
    if q.kind == "duration" and (WORKING_BEFORE.search(sentence[:start]) or CAREER.search(sentence[:start])):
        return False
    if q.kind == "count" and number < TWENTY and SPEAKING.match(sentence[end:]):
        return False  # two people briefed on the talks said
    return not (other(sentence, start, end) or NOT_COUNTED.search(sentence[start:end]))


# A score is counted in votes where its sentence tells of a vote: carried by 31 to 12.
VOTED: Final = re.compile(
    r"\b(?:vot(?:e[sd]?|ing)|ballot|motion|bill|majority|passed|carried|adopted|approved|rejected|defeated|lost by)\b",
    re.I,
)
TWO: Final = 2
NOTHING: Final = NO_THINGS | {"them", "more", "extra", "other", "name", "time", "instance", "pair"}
NOT_COUNTED: Final = re.compile(
    r"\b(?:(?:one|two|three) of (?:us|them|whom|those|these|the)|second|third|others?)\b", re.I
)
COMMA: Final = re.compile(r"\d,$")
DIAL: Final = 24
SPEAKING: Final = re.compile(
    r"\s*(?:who\b|with (?:direct )?knowledge|familiar with|close to|briefed|informed|present|in the room|on condition|"
    r"(?:[\w’'-]+ ){0,3}(?:said|say|says|told|confirmed|spoke|stated)\b)"
)
TWENTY: Final = 20  # cases from which they are those of a disease; ours
HOUR: Final = re.compile(
    r"\b(?:at|since|by|before|until|till|past|from|towards?|after)\s+(?:about\s+|around\s+)?$", re.I
)
# A week of 35 hours, and how long one works in it, is no length of an act.
WORKING: Final = re.compile(r"[ -]?(?:working )?(?:week|day|shift|clock)\b(?!s)", re.I)
WORKING_BEFORE: Final = re.compile(r"\b(?:working (?:week|day|time)|shifts?|week)\b[^.;]{0,25}\b(?:of|at|to|is|was)\s+$", re.I)
# What somebody's life is told by, and no act: a keeper who has spent 30 years on the coast.
CAREER: Final = re.compile(
    r"\bwho(?:[’']s|[’']d| has| have| had)? (?:\w+ly )?"
    r"(?:been|spent|lived|served|worked|led|run|headed|taught|held|ruled|governed|kept)\b[^,.;:]*$",
    re.I,
)
AGO: Final = re.compile(r"\s+(?:ago|earlier|later|(?:before|after) (?!\w+ing\b)|late|past|old|to midnight|away)\b", re.I)


def around(
    span: tuple[int, int], line: Line, own: Mapping[str, float], before: Mapping[str, float], *, named: bool = True
) -> dict[str, float]:
    """Weigh the words around a stretch by where they stand; `named`: it says itself what it is of."""
    made = {k: w * (BEFORE if named else BARE) for k, w in before.items()}
    made.update({k: SENTENCE * w for k, w in own.items()})
    words = line.words
    at = next((i for i, w in enumerate(words) if w.start < span[1] and span[0] < w.end and w.upos in COUNTING), None)
    if at is None:
        return made
    made.update(keys_of(words, clause_of(words, at), CLAUSE))
    made.update(keys_of(words, phrase_of(words, at), PHRASE))
    return made


def line_keys(text: str, line: Line) -> dict[str, float]:
    """Give the telling words of a sentence."""
    return keys_of(line.words, range(len(line.words))) if line.words else plain_keys(text[line.start : line.end])


COUNTING: Final = frozenset(("NUM", "NOUN", "ADJ", "DET", "PROPN", "SYM"))


def keys_of(words: Sequence[Word], which: Iterable[int], weight: float = 1.0) -> dict[str, float]:
    """Give the stems of the telling words of a stretch."""
    found = {}
    for i in which:
        key = stem(words[i].lemma.lower())
        if words[i].upos in TELLING and key not in EMPTY and len(key) > TWO and key[0].isalpha():
            found[key] = weight
    return found


def plain_keys(sentence: str) -> dict[str, float]:
    """Give the stems of the longer words of a sentence that was not parsed."""
    keys = (stem(w.lower()) for w in LONGER.findall(sentence))
    return {k: 1.0 for k in keys if k not in EMPTY}


LONGER: Final = re.compile(r"[^\W\d_]{4,}")


def clause_of(words: Sequence[Word], at: int) -> frozenset[int]:
    """Give the words of the clause a word stands in, without the clauses in it; a relative clause with the noun it is of."""
    children = hanging(words)
    top, seen = at, {at}
    while words[top].head >= 0 and words[top].head not in seen and not opens(words, top):
        top = words[top].head
        seen.add(top)
    found = below(children, top, lambda c: not opens(words, c) or words[c].deprel in ("xcomp", "acl", "acl:relcl"))
    head = words[top].head
    if head >= 0 and words[top].deprel.startswith(("acl", "xcomp", "conj")):
        found |= {
            head,
            *(c for c in children[head] if words[c].deprel in ("nsubj", "nsubj:pass", "compound", "amod", "obj")),
        }
    return frozenset(found)


def opens(words: Sequence[Word], i: int) -> bool:
    """Tell whether a word is the head of a clause of its own."""
    w = words[i]
    return (w.deprel.split(":")[0] in CLAUSES and w.upos in ("VERB", "AUX")) or w.head < 0


def phrase_of(words: Sequence[Word], at: int) -> frozenset[int]:
    """Give the words of the noun phrase a number counts, with what hangs on it: voters registered in the district."""
    top, seen = at, {at}
    while words[top].head >= 0 and words[top].head not in seen and words[top].deprel.split(":")[0] in WITHIN:
        top = words[top].head
        seen.add(top)
        if words[top].upos in ("NOUN", "PROPN", "SYM"):
            break
    return frozenset(below(hanging(words), top, lambda c: words[c].deprel.split(":")[0] in HANGING))


WITHIN: Final = frozenset(("nummod", "compound", "amod", "advmod", "det"))
HANGING: Final = frozenset(("compound", "amod", "nmod", "acl", "flat", "appos"))


def hanging(words: Sequence[Word]) -> list[list[int]]:
    """Give the words that hang on each word."""
    children: list[list[int]] = [[] for _ in words]
    for i, w in enumerate(words):
        if 0 <= w.head < len(words) and w.head != i:
            children[w.head].append(i)
    return children


def below(children: Sequence[Sequence[int]], top: int, fits: Callable[[int], bool]) -> set[int]:
    """Give a word and what hangs on it, as far as it fits."""
    found, todo = {top}, [top]
    while todo:
        for c in children[todo.pop()]:
            if c not in found and fits(c):
                found.add(c)
                todo.append(c)
    return found


def in_percent(q: Quantity) -> Quantity:
    """Write a share as one in percent: two thirds, about half."""
    if q.kind != "fraction":
        return q
    value, low, high = (None if v is None else round(v * WHOLE, 1) for v in (q.value, q.low, q.high))
    modifier = "exact" if q.modifier == "fraction" else q.modifier
    return replace(q, value=value, low=low, high=high, modifier=modifier, unit="percent", kind="percent")
