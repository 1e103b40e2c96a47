"""Say what a number in a sentence tells of a meeting, a march, an attack or a disaster, by the words around it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Final, NamedTuple

from readout.text.acts import CALAMITY
from readout.text.quantities import Quantity
from readout.text.told_lengths import elided_length
from readout.text.told_people import FAR, KINDS, MANY, NOT_THEIRS, PEOPLE, crowd, fates, is_person

MINUTES: Final = {"second": 1 / 60, "minute": 1.0, "hour": 60.0, "day": 1440.0, "week": 10080.0}
# What can be as long as a length of time beside it, and the types of acts that it is.
LASTING: Final = (
    (("CONSULT",), re.compile(
        r"\b(?:talks?|talked|received|met|meet|meets|meeting|negotiat\w+|conversations?|conferred|together|"
        r"at the table|session|"
        r"summit|stayed|"
        r"called in|summoned|consultations?|discussions?|round|chats?|sat (?:down|across)|spent|audience|"
        r"hearing|dinner|visit|"
        r"spoke|conversed)\b", re.I,
    )),
    (("PROTEST",), re.compile(
        r"\b(?:march\w*|protest\w*|demonstrat\w+|rall(?:y|ies)|procession|crowd|turnout|sit-in|vigil|strike|"
        r"blockade)\b", re.I,
    )),
    (("MOBILIZE", "COOPERATE"), re.compile(r"\b(?:exercises?|drills?|manoeuvres?|maneuvers?)\b", re.I)),
    (("ASSAULT", "COERCE", CALAMITY), re.compile(
        r"\b(?:siege|stand-?off|shoot-?out|gun ?battle|hostages?|fighting|shelling|barrage|blaze|fire|rain(?:ed|"
        r"s|fall)?|downpour|storm)\b", re.I,
    )),
)  # fmt: skip
SUMMONS: Final = re.compile(r"\b(?:called in|summon\w*|ambassador)\b", re.I)  # who is called in, is met and accused
RAIN: Final = re.compile(r"\b(?:rain(?:ed|s|fall)?|downpours?|snow(?:ed|fall)?)\b", re.I)
# What lasts and is no act of those: a speech of six minutes, a drive of two hours.
OTHERWISE: Final = re.compile(
    r"\b(?:address|speech|broadcast|(?:press|news) conference|briefing|statement|interview|film|journey|flight|"
    r"drive|programmes?|"
    r"delay|bus ride|listened|walk|sleep|notice|late|video)\b", re.I,
)  # fmt: skip
# Before or behind a length of time these make it a date or a term, not how long something took.
TERM_BEFORE: Final = re.compile(
    r"(?:\b(?:in|within|inside|every|further|each|next|last|past|coming|by|aged?|than|another)\s+(?:the\s+)?(?:next|"
    r"last|past|course of\s+)?)$", re.I
)  # fmt: skip
TERM_BEHIND: Final = re.compile(
    r"^\s*(?:ago|earlier|later|longer|more|less|shorter|than|before|after|from|away|old|early|late|in advance|of age|"
    r"upstream|-old|of (?:notice|mourning|leave))\b",
    re.I,
)  # fmt: skip
# "After seven hours at the palace, the two agreed": how long those who agree sat together.
SAT: Final = re.compile(r"^\W*(?:[Aa]fter|[Ff]ollowing)\s+$|[.;:]\s+After\s+$")
SAT_BEHIND: Final = re.compile(
    r"^\s+(?:at|in|behind closed doors|with|together|around)\b[^.]{0,120}\b(?:agree|"
    r"said|sign|part|emerg|announc|initial|had)",
    re.I,
)
# How long a ban is to last, not how long it took to impose it.
BAN_BEHIND: Final = re.compile(r"^[ -](?:[a-z]+ )?(?:ban|suspension|exclusion|embargo)\b", re.I)
BANNED: Final = re.compile(r"\b(?:banned|barred|suspended|excluded|disqualified)\b[^.;:]{0,40}\bfor\s+$", re.I)
# "The two shook hands after twelve hours in a hotel": the same told the other way round.
SAT_LAST: Final = re.compile(
    r"\b(?:agree\w*|shook hands|sign(?:ed)?|struck|reached|initialled|parted|emerged|settled|"
    r"clinched)\b[^.;]{0,80}\bafter\s+$",
    re.I,
)
SAT_IN: Final = re.compile(r"^\s+(?:in|at|around|behind|of (?:talks|negotiations|haggling|bargaining))\b", re.I)
ON_TOP: Final = re.compile(r"\b(?:further|another|additional|extra)\b", re.I)
PART_OF: Final = re.compile(r"\b(?:some|most|many|others?|one|two|three) of (?:them|whom|those)\b[^.;]{0,20}$", re.I)
YEAR: Final = re.compile(r"\b(?:1[89]|20)\d\d\b")
SINCE_YEAR: Final = re.compile(r"\bsince\b[^.;,]{0,40}$", re.I)
CLOCK: Final = re.compile(
    r"^\s*(?:in the (?:morning|afternoon|evening)|o[’']clock|a\.?m\b|p\.?m\b|at night|local time)", re.I
)
INHABITANTS: Final = re.compile(r"\b(?:town|city|village|population|country|island|port) of\s*$", re.I)
DATED: Final = re.compile(
    r"\b(?:January|February|March|April|May|June|July|August|September|October|November|"
    r"December)(?:\s+\d{1,2})?(?:\s+to|\s*[-–])?\s*$|^\s*(?:to\s+\d{1,2}\s+)?(?:January|February|March|April|"
    r"May|June|July|August|September|October|November|December)\b"
)
LENGTH: Final = re.compile(r"\b(?:hours?|minutes?|days?|weeks?)\b", re.I)  # a debate of nine hours is no age
AGE: Final = re.compile(
    r"\b(?:boys?|girls?|aged?|age|child(?:ren)?|teenagers?|man|woman|son|daughter) of\s*$|\baged?\s*$|"
    r"\ban? (?:[\w-]+ )?(?!crowd|group|team|total|toll|staff|crew|party|delegation|majority|number|force|family|"
    r"fleet|field|class|squad|"
    r"column|convoy|gang|list|band|chorus|margin|minority|maximum|minimum|mixture|mission|board|panel|jury|"
    r"committee)[a-z-]{4,} of\s*$",
    re.I,
)
PRISON: Final = re.compile(
    r"^(?:[’']s?)?\s*(?:in (?:prison|jail|custody|a labou?r camp)|behind bars|"
    r"(?:of )?imprisonment|jail (?:term|sentence)|prison (?:term|sentence))",
    re.I,
)
SENTENCED: Final = re.compile(
    r"\b(?:sentenced to|jailed for|imprisoned for|go to (?:prison|jail) for|"
    r"sent to (?:prison|jail) for|sentence (?:was|of))\s*$",
    re.I,
)
GETS: Final = re.compile(r"\b(?:gets?|got|is given|was given|handed|receives?|received)\s*$", re.I)
GOT: Final = re.compile(r"^\s*(?:$|[;,.]|(?:for|over|in)\b)")
WANTED: Final = re.compile(
    r"\b(?:asked for|demand\w*|sought|seek\w*|request\w*|faces?|faced|up to|could|may|"
    r"might|risk\w*|maximum)\b[^.;]{0,40}$",
    re.I,
)
CORRECTED: Final = re.compile(
    r"\b(?:earlier (?:version|report|edition)|correction|wrongly (?:said|gave|put|"
    r"reported)|in error)\b",
    re.I,
)
CAPACITY: Final = re.compile(
    r"\b(?:built|licen[sc]ed|designed|certified|approved|allowed|meant|room|space|seats?|beds?|"
    r"capacity)\b(?: to \w+| for| of)*\s*$", re.I
)  # fmt: skip
ALL_BUT: Final = re.compile(r"\b(?:all but|except(?: for)?|other than)\s+(?:about |some |around )?$", re.I)
PASSED: Final = re.compile(
    r"\b(?:pass(?:es|ed)|tops?|topped|exceed(?:s|ed)?|surpass(?:es|ed)?|crossed|climbed (?:above|past|over)|"
    r"r(?:ose|isen|ises) (?:above|past|over)|went (?:above|past|over))\s+(?:the )?$", re.I,
)  # fmt: skip
LISTED: Final = re.compile(r"^[.)]\s")  # the number of an item of a list
# Bare numbers behind these are what somebody gives for the thing spoken of just before: the police say 18,000; by one it was 57.
GIVEN: Final = re.compile(
    r"\b(?:said|says?|spoke of|speaks? of|put|puts|told|gave|gives|maintain\w*|claim\w*|estimat\w*|count(?:s|"
    r"ed)?|thinks?|thought|believes?|reckons?|nearer(?: to)?|closer to|more like|arrived at|arrives at|"
    r"figures?|numbers?|toll|there (?:were|are)|it (?:was|is|had risen to|stood at|reached|rose to|climbed to)|"
    r"announc\w+|"
    r"mention\w*|expect\w*|"
    r"reported|risen to|rose to|stood at|stands at|reached|climbed to|fell to|fallen to|revised|corrected)\b", re.I,
)  # fmt: skip
MONEY: Final = re.compile(r"\b(?:million|billion|trillion|bn|mn|m)\b", re.I)
DAMAGE: Final = re.compile(
    r"\b(?:damages?|loss(?:es)?|costs?|destruction|insured|insurers|repairs?|rebuilding)\b", re.I
)
TOPICS: Final = (
    ("participants", re.compile(r"\b(?:crowds?|turnout|estimates of|how many (?:had |have )?(?:come|came|"
        r"marched|took part)|numbers? of (?:protesters|demonstrators|marchers|participants))\b", re.I)),
    ("deaths", re.compile(r"\b(?:death toll|the toll|number of (?:the )?dead|how many (?:had |have )?died|"
        r"dead)\b", re.I)),
    ("missing", re.compile(r"\bnumber of (?:the )?missing\b", re.I)),
    ("arrests", re.compile(r"\b(?:number of arrests|in custody|arrests?)\b", re.I)),
    ("injuries", re.compile(r"\bnumber of (?:the )?(?:injured|wounded)\b", re.I)),
)  # fmt: skip
NONE: Final = re.compile(
    r"\b(?:no (?P<a>deaths?|fatalities|casualties|injuries|victims|arrests)\b|(?:no one|nobody|none) (?:was |"
    r"were |has |had |have )?(?:been )?"
    r"(?P<b>killed|died|hurt|injured|harmed|wounded|arrested|detained)\b)", re.I,
)  # fmt: skip
NONE_OF: Final = {
    "death": ("deaths",), "fatalit": ("deaths",), "victim": ("deaths",), "killed": ("deaths",), "died": ("deaths",),
    "casualt": ("deaths", "injuries"), "injur": ("injuries",), "hurt": ("injuries",), "harmed": ("injuries",),
    "wounded": ("injuries",),
    "arrest": ("arrests",), "detain": ("arrests",),
}  # fmt: skip


class Topic(NamedTuple):
    """What was counted just before: the property, and how many, where a number was told."""

    property: str
    number: float | None = None


Governed = Callable[[int, int], str | None]  # start and end of a count in the text → the fate its syntax tells


class Told(NamedTuple):
    """What a quantity tells: the property, and types of acts it can belong to."""

    property: str
    kinds: tuple[str, ...]
    quantity: Quantity
    note: str | None = None  # shows a sum


def told_numbers(
    sentence: str, offset: int, quantities: Sequence[Quantity], year: int | None = None, topic: Topic | None = None,
    governed: Governed = lambda start, end: None,
) -> Iterator[Told]:  # fmt: skip
    """Give what the quantities of a sentence tell; `offset` is where it begins in the text that their spans point into.

    What the sentence dates to a year before `year`, that of writing, is background and tells nothing of today; a bare number
    that somebody gives tells of the `topic` of the sentence before. `governed` asks the parse what became of those counted.
    """
    yield from summed(sentence, offset, tuple(each_told(sentence, offset, quantities, year, topic, governed)))


def summed(sentence: str, offset: int, told: Sequence[Told]) -> Iterator[Told]:
    """Add up two numbers of one fate that stand side by side: seven passengers and two crew died."""
    left = list(told)
    while left:
        one = left.pop(0)
        other = left[0] if left else None
        a, b = one.quantity, other.quantity if other else None
        between = sentence[a.end - offset : b.start - offset] if b else ""
        alike = other and b and other.property == one.property and one.property in KINDS
        if (
            alike
            and other
            and b
            and a.value
            and b.value
            and {a.modifier, b.modifier} <= {"exact", "at_least"}
            and JOINED.match(between)
            and not BEFALLEN.search(between)
        ):
            both = replace(
                a, end=b.end, value=a.value + b.value, unit="person", modifier=max(a.modifier, b.modifier, key=len)
            )
            left[0] = Told(one.property, one.kinds, both, f"{a.value:g} + {b.value:g} = {a.value + b.value:g}")
        else:
            yield one


# What became of the first of two is told before the second.
BEFALLEN: Final = re.compile(r"\b(?:was|were|is|are|has|have|had|been)\b|\w+ed\b")
JOINED: Final = re.compile(r"^(?:\s+[\w-]+){0,2},?\s+(?:and|plus|as well as)\s+$", re.I)


def each_told(
    sentence: str, offset: int, quantities: Sequence[Quantity], year: int | None, topic: Topic | None, governed: Governed
) -> Iterator[Told]:
    """Give what each quantity of a sentence tells."""
    last: Quantity | None = None
    for q in quantities if not CORRECTED.search(sentence) else ():
        last, before = q, last
        length = before and before.kind == "duration"
        if length and elided_length(sentence[: q.start - offset], sentence[q.end - offset :]):
            continue  # under four minutes, he says it was more like ten
        q = replace(q, modifier="more_than") if PASSED.search(sentence[: q.start - offset]) else q
        start, end = q.start - offset, q.end - offset
        if (
            (q.modifier == "part" and (q.value or 0) < TWO)
            or other(sentence, start, end)
            or background(sentence, start, year)
        ):
            continue
        if q.kind == "duration" and sentenced(sentence, start, end):
            yield Told("sentence", ("SANCTION", "COERCE"), q)
        elif q.kind == "duration" and (
            q.unit in MINUTES or BAN_BEHIND.match(sentence[end:]) or BANNED.search(sentence[:start])
        ):
            name, kinds = lasting(sentence, start, end)
            if kinds:
                yield Told(name, kinds, q)
        elif q.kind in ("count", "money"):
            told = list(counted(sentence, (start, end), q, topic, governed(q.start, q.end)))
            topic = topic_told(told) or topic
            yield from told


def other(sentence: str, start: int, end: int) -> bool:
    """Tell numbers of other things: items of a list, hours, days, ages, inhabitants, what a ship may carry."""
    before, behind = sentence[:start], sentence[end:]
    return bool(
        (start == 0 and LISTED.match(behind)) or CLOCK.match(behind) or DATED.search(before) or DATED.search(behind)
        or INHABITANTS.search(before) or (AGE.search(before) and not LENGTH.search(sentence[start:end]))
        or CAPACITY.search(before) or ALL_BUT.search(before)
    )  # fmt: skip


LOST_BY: Final = (CALAMITY, "ASSAULT", "PROTEST", "SANCTION")  # what costs money


def background(sentence: str, start: int, year: int | None) -> bool:
    """Tell whether a number stands in what a sentence tells of an earlier year; "the worst since 1983" alone is no such thing."""
    for m in YEAR.finditer(sentence) if year is not None else ():
        early = year is not None and int(m.group()) < year
        if early and (start > m.start() or not SINCE_YEAR.search(sentence[: m.start()])):
            return True
    return False


def sentenced(sentence: str, start: int, end: int) -> bool:
    """Tell whether a length of time is what a court gave somebody, and not what was asked for or could be given."""
    said = PRISON.match(sentence[end:]) or SENTENCED.search(sentence[:start])
    said = said or (GETS.search(sentence[:start]) and GOT.match(sentence[end:]))
    return bool(said) and not WANTED.search(sentence[:start])


def lasting(sentence: str, start: int, end: int) -> tuple[str, tuple[str, ...]]:
    """Say what a length of time can be the length of."""
    before, behind = sentence[:start], sentence[end:]
    if BAN_BEHIND.match(behind) or BANNED.search(before):
        return "duration", ("COERCE", "SANCTION")
    if TERM_BEFORE.search(before) or TERM_BEHIND.search(behind) or PART_OF.search(before):
        return "", ()
    if ON_TOP.search(sentence[start:end]) or OTHERWISE.search(before[-FAR:]) or OTHERWISE.search(behind[:25]):
        return "", ()
    if SAT.search(before) and SAT_BEHIND.match(behind) and "day" not in sentence[start:end]:
        return "duration", ("CONSULT",)
    if SAT_LAST.search(before) and SAT_IN.match(behind) and "hour" in sentence[start:end]:
        return "duration", ("CONSULT",)
    near = [(distance(m, start, end), n) for n, (_, pattern) in enumerate(LASTING) for m in pattern.finditer(sentence)]
    near = [item for item in near if item[0] <= FAR]
    if not near:
        return "", ()
    kinds = LASTING[min(near)[1]][0]
    if kinds == ("CONSULT",) and SUMMONS.search(sentence):
        kinds = ("CONSULT", "ACCUSE")
    if re.search(r"\b(?:days?|weeks?)\b", sentence[start:end]) and kinds == ("CONSULT",):
        return "", ()
    return ("duration of rain" if kinds[-1] == CALAMITY and RAIN.search(sentence) else "duration"), kinds


def distance(m: re.Match[str], start: int, end: int) -> int:
    """Give the characters between a match and a stretch."""
    return min(abs(m.start() - end), abs(start - m.end()))


def topic_told(told: Sequence[Told]) -> Topic | None:
    """Give what the numbers of a sentence have counted, the first of them."""
    for t in told:
        if t.property in KINDS or t.property == "participants":
            return Topic(t.property, t.quantity.value or t.quantity.low)
    return None


def of_topic(topic: Topic, number: float, noun: str | None) -> bool:
    """Tell whether a number can be of what was counted before: of people without further name, and of like size."""
    if noun is not None and noun not in PEOPLE:
        return False
    if topic.number is None:
        return number >= (MANY if topic.property == "participants" else TWO)
    return topic.number / LIKE <= number <= topic.number * LIKE


LIKE: Final = 10  # times as many, or as few, as counted before that a bare number may be; ours
TWO: Final = 2


def counted(
    sentence: str, span: tuple[int, int], q: Quantity, topic: Topic | None, governed: str | None
) -> Iterator[Told]:
    """Say what a count counts: people and what became of them, a crowd, money lost, or what was spoken of just before."""
    start, end = span
    number = q.value or q.low or 0
    if q.kind == "money" or (MONEY.search(sentence[start:end]) and not is_person(q.unit)):
        if DAMAGE.search(sentence) or (topic is not None and topic.property == "damage" and GIVEN.search(sentence)):
            yield Told("damage", LOST_BY, q)
        return
    if number < 1:
        return
    noun = None if re.search(r"\bof (?:them|whom|those|us)\b", sentence[start:end], re.I) else q.unit
    found = list(fates(sentence, start, end, q.unit, governed))
    gathered = crowd(sentence, start, end, noun, number)
    if found and not (gathered and gathered.kinds == ("PROTEST",) and number >= 1000):
        yield from (Told(f.property, f.kinds, q) for f in found)
    elif gathered:
        yield Told(gathered.property, gathered.kinds, q)
    elif topic and governed != NOT_THEIRS and of_topic(topic, number, noun) and given(sentence[:start]):
        yield Told(topic.property, TOPIC_KINDS.get(topic.property, KINDS.get(topic.property, ())), q)


def give_or_take(sentence: str, offset: int, quantities: Sequence[Quantity]) -> list[Quantity]:
    """Join "31,000, give or take three thousand" to one number with its bounds."""
    made: list[Quantity] = []
    for q in quantities:
        last = made[-1] if made else None
        between = sentence[last.end - offset : q.start - offset] if last else ""
        if last and last.value is not None and q.value is not None and GIVE_OR_TAKE.match(between):
            made[-1] = replace(last, end=q.end, low=last.value - q.value, high=last.value + q.value, modifier="between")
        else:
            made.append(q)
    return made


GIVE_OR_TAKE: Final = re.compile(r"^,?\s*(?:give or take|plus or minus|±|\+/-)\s*(?:about|some)?\s*$", re.I)


def given(before: str) -> bool:
    """Tell whether a bare number is what somebody gives: words of saying stand close before it, and it is no part of others."""
    return bool(GIVEN.search(before[-CLOSE:])) and not re.search(r"\b(?:one|two|three) of(?: the)?\s*$", before, re.I)


CLOSE: Final = 45  # characters before a bare number in which it is said to be given; ours
TOPIC_KINDS: Final = {
    "participants": ("PROTEST",), "deaths": (CALAMITY, "ASSAULT"), "missing": (CALAMITY, "ASSAULT"),
    "arrests": ("COERCE", "PROTEST"),
    "injuries": (CALAMITY, "ASSAULT", "PROTEST"),
}  # fmt: skip


def topic_of(sentence: str) -> Topic | None:
    """Name the number that a sentence speaks of, so that a bare one in the next can be taken for it; null where it is none."""
    return next((Topic(name) for name, pattern in TOPICS if pattern.search(sentence)), None)


def none_of(sentence: str) -> Iterator[tuple[str, int, int]]:
    """Give what a sentence says nobody suffered: property, start, end."""
    for m in NONE.finditer(sentence):
        word = (m.group("a") or m.group("b")).lower()
        for stem, names in NONE_OF.items():
            if word.startswith(stem):
                yield from ((name, m.start(), m.end()) for name in names)
