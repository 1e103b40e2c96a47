"""Whom of those a page names it describes by an office: the head of government, of its prime minister; the pilot, of one it
names only later."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from readout.records import Attribution, Entity, Office
from readout.stages.involve.known import Known, Span
from readout.text.event_lists import listed
from readout.text.office_nouns import MEANT
from readout.text.unnamed_speakers import Described

Titles = Mapping[str, Sequence[frozenset[str]]]  # by entity, the words of each office and of each noun that pages call them by

LEADING: Final = re.compile(r"^(?:the|this|that)\s+(?:same\s+)?", re.I)
CABINET: Final = re.compile(r"\b(?:executive|cabinet)\b")
LED_BY: Final = re.compile(r"\b(?:head|chief|leader|boss) of (?:the )?(government|state|diplomacy)\b")
TAIL: Final = re.compile(r"\s(?:of|for|from|in|at|with|to|on)\s")
LIGHT: Final = listed("visiting veteran embattled outgoing new own same two-term incumbent visibly tired young old elderly senior")
COMMON: Final = frozenset(("man", "woman", "boy", "girl", "child", "person", "source", "resident", "witness", "victim"))
WORD: Final = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
FAR: Final = 2  # paragraphs back from which one of several so called is meant no more where another was named since


def titles_of(offices: Iterable[Office]) -> Titles:
    """The words of the offices that each holds, as all pages tell; of those given up none."""
    found: dict[str, list[frozenset[str]]] = defaultdict(list)
    for o in offices:
        words = frozenset(w.lower() for w in WORD.findall(f"{o.role} {o.organisation or ''}"))
        if o.status != "former" and words not in found[o.entity_id]:
            found[o.entity_id].append(words)
    return found


def with_nouns(titles: Titles, nouns: Mapping[str, Iterable[str]]) -> Titles:
    """Titles, and the nouns by which a page calls those it names."""
    made = {key: list(held) for key, held in titles.items()}
    for noun, who in nouns.items():
        for key in who:
            made.setdefault(key, []).append(frozenset(noun.split()))
    return made


def holders(by: Described, span: Span, known: Known, titles: Titles) -> list[Entity]:
    """The one person named on the page who holds the office by which a definite description, or a bare noun of a heading,
    tells who spoke; none where the page tells of several or of nobody so called."""
    heading = by.name.split()[0] == by.noun and in_heading(known.text, span)
    if by.type != "person" or by.noun in COMMON or not (by.definite or heading):
        return []
    low, countries = without_countries(by, span, known)
    before = [(m.start, e) for m, e in known.mentions if e.type == "person" and m.form == "name" and (heading or m.start < span[0])]
    people = {e.entity_id: e for _, e in before}
    fitting = {
        key: how for key, e in people.items()
        if (not countries or e.country in countries) and (how := fit(low, titles.get(key, ())))
    }  # fmt: skip
    best = max(fitting.values(), default=0)
    found = [key for key, how in fitting.items() if how == best]
    if len(found) > 1 and not heading:
        found = latest(found, before, span, known.text)
    return [people[key] for key in found] if len(found) == 1 else []


def without_countries(by: Described, span: Span, known: Known) -> tuple[str, set[str]]:
    """The words of a description in lower case without article and countries, and those countries: the Norlandic | minister."""
    words = LEADING.sub("", by.name)
    countries = set()
    for m, e in known.inside(span):
        if e.type in ("country", "government") and e.country and m.form in ("adjective", "name"):
            countries.add(e.country)
            words = words.replace(known.text[m.start : m.end], " ").replace("’s ", " ").replace("'s ", " ")
    low = " ".join(words.lower().split())
    return LED_BY.sub(r"head of \1", CABINET.sub("government", low)).removesuffix(" of"), countries


def fit(low: str, titles: Sequence[frozenset[str]]) -> int:
    """How well a description fits one of some titles: 2 by its own words, 1 by a word for such an office, else 0."""
    if low in MEANT:
        return max((2 if {*low.split()} <= t else int(any(one <= t for one in MEANT[low])) for t in titles), default=0)
    head, *tail = TAIL.split(low)
    words = [w for w in WORD.findall(head) if w not in LIGHT]
    if not words or (tail and not all(any(w in t for t in titles) for w in WORD.findall(tail[0]) if w != "the")):
        return 0
    noun, more = words[-1], frozenset(words[:-1])
    own = any({noun, *more} <= t for t in titles)
    return 2 if own else int(any(one | more <= t for one in MEANT.get(noun, ()) for t in titles))


def latest(found: Sequence[str], before: Sequence[tuple[int, Entity]], span: Span, text: str) -> list[str]:
    """Of several so called the one whom the page named last, where the others were named paragraphs before."""
    at = {key: max(start for start, e in before if e.entity_id == key) for key in found}
    first, second, *_ = sorted(found, key=lambda key: -at[key])
    since = text.count("\n\n", at[second], span[0]) or text.count("\n", at[second], span[0])
    return [first] if since >= FAR and text.count("\n\n", at[first], span[0]) < FAR else list(found)


def in_heading(text: str, span: Span) -> bool:
    """Words stand in a line without a full stop at its end, near the beginning of the page."""
    start, end = text.rfind("\n", 0, span[0]) + 1, text.find("\n", span[1])
    line = text[start : end if end >= 0 else len(text)].strip()
    return text.count("\n", 0, start) <= HEAD and not line.endswith((".", ".”", '."'))


HEAD: Final = 3  # lines from the beginning of a page in which its headings stand


class Later(NamedTuple):
    """Somebody who is described as speaking, and by which words."""

    span: Span
    start: int  # of what is said


def named_later(described: Sequence[Later], spoken: Sequence[Attribution], known: Known) -> Iterator[tuple[Span, Entity]]:
    """Give those whom a page describes as speaking and names only with what they say next: "The pilot who …, said he had called.
    “S,” Ada Poe told the court".

    A name in full that the page gives for the first time, beside a verb of saying and without a word on whose it is, is of one
    who was told of before.
    """
    quoted = (a for a in spoken if a.content and a.source and a.kind != "indirect")
    sayings = sorted(quoted, key=lambda a: (a.content, a.attribution_id))
    for one in described:
        if any(e.type == "person" and m.form == "name" for m, e in known.inside((lead_of(known.text, one.span), one.span[0]))):
            continue  # somebody named before may be meant
        later = next((a for a in sayings if a.content[0][0] > max(one.start, one.span[0]) and a.source[0] != one.span), None)
        entity = first_named(later, one, known) if later else None
        if entity:
            yield one.span, entity


def lead_of(text: str, span: Span) -> int:
    """Where the paragraph before that of some words begins."""
    return text.rfind("\n\n", 0, max(0, text.rfind("\n\n", 0, span[0]))) + 1


def first_named(later: Attribution, one: Later, known: Known) -> Entity | None:
    """The person whom the source of a saying names for the first time on the page, in full and with nothing beside the name."""
    (start, end), text = later.source[0], known.text
    named = [(m, e) for m, e in known.mentions if m.form == "name" and e.type == "person"]
    entity = next((e for m, e in named if (m.start, m.end) == (start, end)), None)
    if entity is None or len(text[start:end].split()) < 2 or text[end : end + 1] in (",", "(") or start < one.span[1]:
        return None
    if any(e.entity_id == entity.entity_id and m.start < start for m, e in known.mentions):
        return None
    others = any(one.span[1] < m.start < start for m, _ in named)
    away = text[one.span[1] : min(start, later.content[0][0])].count("\n\n")
    bare = BESIDE.search(text[max(0, start - 20) : start]) is None
    return entity if bare and not others and away <= 1 else None


BESIDE: Final = re.compile(r"\b(?!said\b|says\b|told\b|and\b|but\b|added\b)[\w’'-]+\s$")  # a word before a name, but of saying
