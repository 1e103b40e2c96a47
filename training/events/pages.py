"""Pages of story packs as training material: their sentences, with the clauses that tell an act a careful reader listed.

A clause is known by where it stands, its type and its status, not by the word that tells the act; words outside all clauses tell
none that the reader found worth listing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from evaluation.stories.acts import DONE, YIELDING
from evaluation.stories.pack import Pack, Row
from training.events.examples import Act, Line, Span
from training.piles import pack_of, record_of

TYPELESS = "-"  # what no type of PLOVER fits: an accident, a funeral


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch of a sentence that tells an act. `status` is what the sentence says of it, as far as can be known from what became
    of the act and from the day of writing; null where it cannot."""

    span: Span
    type: str
    status: str | None
    actors: frozenset[str] = frozenset()  # keys of the pack's entities
    recipients: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Named:
    """A form of an entity of the truth in a sentence. `side` is its country, or its own key where it has none."""

    span: Span
    key: str
    side: str


@dataclass(frozen=True, slots=True)
class PageLine:
    """One sentence of a page of a pack, no sentence twice in a pack, and where the truth's entities are named in it."""

    pack: str
    text: str
    clauses: tuple[Clause, ...]
    named: tuple[Named, ...] = ()
    opening: str | None = None  # the first sentence of its page, null where it is that
    before: str | None = None  # the sentence before, where that is another


def pages(pack: Pack) -> Iterator[PageLine]:
    """Give the sentences of a pack in the order of its record."""
    clauses, forms = told(pack), forms_of(pack)
    seen: set[str] = set()
    opening, before, last = None, None, None
    for s in pack.rows("sentences"):
        page = pack.page_of[s["doc_id"]]
        start, end = s["start"], s["end"]
        text = pack.documents[page]["text"][start:end]
        if page != last:
            opening, before, last = None, None, page
        around = opening, before if before != opening else None
        opening, before = opening or text, text
        if text in seen:
            continue
        seen.add(text)
        inside = (
            replace(c, span=(max(c.span[0] - start, 0), min(c.span[1], end) - start))
            for c in clauses.get(page, ())
            if c.span[0] < end and start < c.span[1]
        )
        yield PageLine(pack.name, text, tuple(inside), tuple(named(pack, text, forms)), *around)


def forms_of(pack: Pack) -> dict[str, str]:
    """Give the forms of the truth's entities, the longest first; one that means several is left out."""
    meant: dict[str, set[str]] = {}
    for key, row in pack.truth_entities.items():
        for form in {row["name"], *(row.get("aliases") or ())}:
            if form and len(form) > 1:
                meant.setdefault(form.removeprefix("the ").removeprefix("The "), set()).add(key)
    clear = ((form, min(keys)) for form, keys in meant.items() if len(keys) == 1)
    return dict(sorted(clear, key=lambda pair: (-len(pair[0]), pair[0])))


def named(pack: Pack, text: str, forms: dict[str, str]) -> Iterator[Named]:
    """Find the entities named in a sentence, no stretch twice, the longest form first."""
    taken: list[Span] = []
    for form, key in forms.items():
        for m in re.finditer(rf"(?<!\w){re.escape(form)}(?!\w)", text):
            if all(m.end() <= s or t <= m.start() for s, t in taken):
                taken.append(m.span())
                yield Named(m.span(), key, pack.side_of(key))


def told(pack: Pack) -> dict[str, list[Clause]]:
    """Give the clauses of each page, in its text."""
    found: dict[str, list[Clause]] = {}
    for act in pack.table("occurrences"):
        for m in act.get("mentions") or ():
            page = m["external_id"]
            for span in pack.places(page, m["words"])[:1]:
                status = status_there(act, pack.documents[page]["published"])
                sides = frozenset(act["actors"]), frozenset(act["recipients"])
                found.setdefault(page, []).append(Clause(span, act["type"] or TYPELESS, status, *sides))
    return found


def status_there(act: Row, published: str | None) -> str | None:
    """What a page could say of an act: of what happened later, that it was planned."""
    if act["status"] not in DONE:
        return str(act["status"])
    day = act["date_start"]
    if not day or not published:
        return None if act["status"] == "reported" else str(act["status"])
    return "planned" if published[:10] < day[:10] else str(act["status"])


def one_type(kind: str) -> str:
    """Take both ways of yielding for one."""
    return YIELDING.get(kind, kind)


def as_line(page_line: PageLine) -> Line:
    """Give a sentence with every clause as the trigger of its act, its parties unknown."""
    acts = (Act(c.type, c.status or "", c.span, (), ()) for c in page_line.clauses)
    return Line(page_line.text, tuple(acts), True, True)


def read_packs(packs: Iterable[Path], records: Sequence[Path]) -> list[PageLine]:
    """Give the sentences of several packs; what none of `records` holds is read first."""
    return [line for pack in packs for line in pages(pack_of(pack, record_of(pack, records)))]
