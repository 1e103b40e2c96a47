"""A small invented record made row by row: four pages on one meeting, two of them copies."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256 as digest
from pathlib import Path
from typing import Any

from readout.api import Record
from readout.ids import make_id
from readout.records import (
    Attribute,
    Attribution,
    Block,
    Capture,
    Document,
    Entity,
    Event,
    Evidence,
    Finding,
    FindingValue,
    Kind,
    Lineage,
    Link,
    Mention,
    Occurrence,
    Office,
    Participant,
    Relation,
    Report,
    Reuse,
    Row,
    Sentence,
    Utterance,
    Voice,
)  # fmt: skip
from readout.store import search
from readout.store.generation import create, write_generation
from readout.tables import Table

LEAD = "Envoy Ada Brenn met Minister Olek Marsh in Varn on Tuesday for four hours."
SHORT = "Ada Brenn and Olek Marsh talked for barely two hours in Varn on Tuesday, officials said."
PLAN = "Brenn will visit Torve on 9 April, her office said."
NO = "Marsh refused to free the captain of the ferry."
QUOTE, NEARER, SPUN = "“We are closer than last week,”", "“We are nearer than last week,”", "“We stand more proximate,”"
HOSTILE = "<script>alert(1)</script> </details> {{ 7*7 }} [x](javascript:alert)"
TEXTS = {
    "post.txt": ("Morning Post", "2031-03-04", f"Envoys meet in Varn\n\n{LEAD}\n\n{QUOTE} Brenn said.\n\n{PLAN} {NO}\n"),
    "echo.txt": ("Echo Daily", "2031-03-05", f"Envoys meet in Varn\n\n{LEAD}\n\n{QUOTE} Brenn said.\n"),
    "mill.txt": ("Spin Mill", "2031-03-05", f"Legates gather\n\n{LEAD.replace('met', 'encountered')}\n\n{SPUN} Brenn said.\n"),
    "news.txt": ("Harbour News", None, f"Short talks {HOSTILE}\n\n{SHORT}\n\n{NEARER} Brenn said.\n"),
}  # fmt: skip
KINDS = {"post.txt": "original", "echo.txt": "republication", "mill.txt": "spun", "news.txt": "original"}
BRENN, MARSH = make_id("ent", "Ada Brenn"), make_id("ent", "Olek Marsh")
FAMILY, ALONE = make_id("lin", "post"), make_id("lin", "news")
TALKS, VISIT, REFUSAL = make_id("occ", "talks"), make_id("occ", "visit"), make_id("occ", "refusal")
SAID = make_id("utt", "closer")


def doc(name: str) -> str:
    """Name a page."""
    return make_id("doc", name)


def span(name: str, words: str) -> Evidence:
    """Find words on a page."""
    start = TEXTS[name][2].index(words)
    return Evidence(doc(name), start, start + len(words))


def documents() -> Iterable[Row]:
    for name, (outlet, day, text) in TEXTS.items():
        title = text.split("\n")[0]
        basis: Any = "meta" if day else "none"
        yield Document(doc(name), name, f"https://x.example/{name}", digest(text.encode()).hexdigest(), outlet, title, ("By Ilse Toren",), day,
                       basis, (), "en", True, "English", None, None, text=text)  # fmt: skip
        yield Capture(
            name, name, digest(text.encode()).hexdigest(), "text/plain", len(text.encode()), None, None, (doc(name),)
        )
        yield Kind(doc(name), KINDS[name], "as made")
        yield Voice(doc(name), 1, 1, (ALONE if name == "news.txt" else FAMILY,), "as made")
        at, role = 0, "title"
        for number, paragraph in enumerate(text.split("\n\n")):
            start = text.index(paragraph, at)
            end = start + len(paragraph.rstrip())
            yield Block(doc(name), start, end, role, "as made")  # type: ignore[arg-type]  # a test's choice
            yield from sentences(name, start, end, number)
            at, role = end, "body"


def sentences(name: str, start: int, end: int, paragraph: int) -> Iterable[Row]:
    text = TEXTS[name][2]
    cut = start + len(PLAN) if text.startswith(PLAN, start) else end
    pieces = [(start, cut), (cut + 1, end)] if cut < end else [(start, end)]
    for s, e in pieces:
        yield Sentence(make_id("sen", doc(name), s, e), doc(name), s, e, paragraph)


def event(name: str, trigger: str, type_: str, status: str, occurrence: str, **more: Any) -> Event:
    e = span(name, trigger)
    text = TEXTS[name][2]
    people = [Participant(i, w, text.index(w), text.index(w) + len(w), None, "GOV") for i, w in more.pop("who", ())]
    values: dict[str, Any] = {"coded_type": type_, "mode": None, "quad": 1, "date_start": None, "date_end": None, "place": None,
                              "attributes": (), "attributed_to": None, **more}  # fmt: skip
    return Event(
        event_id=make_id("evt", doc(name), e.start, type_), doc_id=e.doc_id, start=e.start, end=e.end, sentence_id="sen:1", type=type_,
        actors=tuple(people[:1]), recipients=tuple(people[1:]), date_precision="day" if values["date_start"] else "unknown",
        date_basis="stated" if values["date_start"] else None, status=status, negated=False, contexts=(), occurrence_id=occurrence,
        **values,
    )  # type: ignore[arg-type]  # fmt: skip


def happenings() -> Iterable[Row]:
    both = ((BRENN, "Ada Brenn"), (MARSH, "Olek Marsh"))
    told = {"post.txt": ("met", "four hours", 240.0), "echo.txt": ("met", "four hours", 240.0),
            "mill.txt": ("encountered", "four hours", 240.0), "news.txt": ("talked", "barely two hours", 120.0)}  # fmt: skip
    day = {"date_start": "2031-03-04", "date_end": "2031-03-04", "place": "Varn"}
    events = []
    for name, (trigger, words, minutes) in told.items():
        at = span(name, words)
        length = Attribute(
            "duration", words, minutes, "minute", "barely" if minutes == 120 else "exact", at.start, at.end
        )
        events.append(event(name, trigger, "CONSULT", "happened", TALKS, who=both, attributes=(length,), **day))
    plan = event(
        "post.txt",
        "visit",
        "CONSULT",
        "planned",
        VISIT,
        who=((BRENN, "Brenn"),),
        date_start="2031-04-09",
        date_end="2031-04-09",
    )
    no = event("post.txt", "refused", "REJECT", "happened", REFUSAL, who=((MARSH, "Marsh"),), quad=3)
    yield from (*events, plan, no)
    yield Occurrence(
        TALKS,
        "CONSULT",
        "CONSULT",
        LEAD,
        (BRENN, MARSH),
        (),
        "2031-03-04",
        "2031-03-04",
        "Varn",
        "happened",
        4,
        2,
        2,
        2,
    )
    yield Occurrence(
        VISIT, "CONSULT", None, PLAN, (BRENN,), (), "2031-04-09", "2031-04-09", None, "planned", 1, 0, 1, 1
    )
    yield Occurrence(REFUSAL, "REJECT", "REJECT", NO, (MARSH,), (), None, None, None, "happened", 1, 0, 1, 1)
    for e in events:
        mine = e.doc_id == doc("news.txt")
        copy = None if e.doc_id in (doc("post.txt"), doc("news.txt")) else doc("post.txt")
        yield Report(TALKS, e.doc_id, (e.event_id,), ALONE if mine else FAMILY, copy is not None, copy)
    yield Report(VISIT, plan.doc_id, (plan.event_id,), FAMILY, False, None)
    yield Report(REFUSAL, no.doc_id, (no.event_id,), FAMILY, False, None)
    for e in (*events, plan, no):
        yield Link(e.event_id, str(e.occurrence_id), "same", 0.9, "as made", "fuse")
    yield Voice(TALKS, 2, 2, (ALONE, FAMILY), "as made")
    four = FindingValue(
        make_id("val", "4"),
        "240",
        "minute",
        (span("post.txt", "four hours"), span("echo.txt", "four hours")),
        (FAMILY,),
        1,
        1,
    )
    two = FindingValue(
        make_id("val", "2"), "barely 120", "minute", (span("news.txt", "barely two hours"),), (ALONE,), 1, 1
    )
    yield Finding(
        make_id("fin", TALKS, "duration"),
        TALKS,
        "duration",
        (four, two),
        "conflict",
        "240, barely 120: no number fits them",
    )


def words_said() -> Iterable[Row]:
    given = {"post.txt": QUOTE, "echo.txt": QUOTE, "mill.txt": SPUN, "news.txt": NEARER}
    ids = []
    for name, words in given.items():
        at, cue, who = span(name, words), span(name, "said."), span(name, "Brenn said.")
        made = Attribution(make_id("att", doc(name)), doc(name), "direct", ((at.start, at.end),), ((cue.start, cue.end - 1),),
                           ((who.start, who.start + 5),), BRENN, "Ada Brenn", utterance_id=SAID, because="as made")  # fmt: skip
        ids.append(made.attribution_id)
        yield made
        yield Link(made.attribution_id, SAID, "same", 0.9, "as made", "utter")
    yield Utterance(SAID, BRENN, make_id("att", doc("post.txt")), tuple(sorted(ids)), 2, "Ada Brenn", QUOTE)


def others() -> Iterable[Row]:
    for name in TEXTS:
        for entity_id, words in ((BRENN, "Ada Brenn"), (MARSH, "Olek Marsh")):
            at = span(name, words)
            mention_id = make_id("men", at.doc_id, at.start, at.end)
            yield Mention(mention_id, at.doc_id, at.start, at.end, "name")
            yield Link(*sorted((entity_id, mention_id)), "same", 0.9, "as made", "resolve")  # type: ignore[arg-type]
    yield Entity(BRENN, "person", "Ada Brenn", "Torve", ("Brenn",), "as made")
    yield Entity(MARSH, "person", "Olek Marsh", "Varn", ("Marsh",), "as made")
    at = span("post.txt", "Envoy Ada Brenn")
    yield Office(BRENN, "envoy", None, "Torve", "current", at.doc_id, at.start, at.end)
    yield Entity(make_id("ent", "Torve"), "country", "Torve", "Torve", (), "as made")
    yield Lineage(
        FAMILY,
        doc("post.txt"),
        "Morning Post",
        tuple(sorted(map(doc, ("post.txt", "echo.txt", "mill.txt")))),
        "as made",
    )
    yield Lineage(ALONE, doc("news.txt"), "Harbour News", (doc("news.txt"),), "as made")
    yield Voice("record", 2, 2, (ALONE, FAMILY), "as made")
    for name, kind in (("echo.txt", "verbatim"), ("mill.txt", "spun")):
        sides = sorted(((doc("post.txt"), 0, len(TEXTS["post.txt"][2]) // 2), (doc(name), 0, len(TEXTS[name][2]) // 2)))
        way: Any = "right_from_left" if sides[0][0] == doc("post.txt") else "left_from_right"
        yield Reuse(make_id("reu", name), *sides[0], *sides[1], kind, 0.9, way, "as made")  # type: ignore[arg-type]
    promise = (span("post.txt", PLAN),)
    yield Relation(make_id("rel", "visit"), "upcoming", (BRENN,), "visit to Torve", "announced", "2031-04-09", promise)


def make_record(path: Path) -> Record:
    """Write the record."""
    rows: dict[type[Row], list[Row]] = {}
    for one in (*documents(), *happenings(), *words_said(), *others()):
        rows.setdefault(type(one), []).append(one)
    create(path)
    tables = {t.__table__: Table.of(t, listed).to_arrow().to_batches() for t, listed in rows.items()}
    texts = {doc(name): text for name, (_, _, text) in TEXTS.items()}

    def index(folder: Path) -> None:
        found = ((s.doc_id, s.start, s.end, texts[s.doc_id][s.start : s.end]) for s in rows[Sentence])  # type: ignore[attr-defined]
        search.build(folder / "search.sqlite", found)

    write_generation(path, 1, tables, {}, index)
    return Record(path)
