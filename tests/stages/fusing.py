"""Small hand-made pages, events and entities for tests of the story stages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from unittest.mock import patch

from readout.ids import make_id
from readout.records import (
    Attribute,
    Attribution,
    Document,
    Entity,
    Event,
    Involvement,
    Kind,
    Lineage,
    Link,
    Occurrence,
    Office,
    Parse,
    Participant,
    Report,
    Reuse,
    Sentence,
    Story,
    Voice,
)
from readout.stages.fuse import fuse, odds
from readout.tables import Table

PEOPLE = (
    Entity("ent:kol", "person", "Ana Kol", "Ostrava", (), ""),
    Entity("ent:ruse", "person", "Ilir Ruse", "Marn", (), ""),
    Entity("ent:dane", "person", "Tova Dane", "Marn", (), ""),
    Entity("ent:ostrava", "country", "Ostrava", "Ostrava", (), ""),
    Entity("ent:marn", "country", "Marn", "Marn", (), ""),
)  # fmt: skip


def page(name: str, text: str, published: str | None = "2025-03-10") -> Document:
    """Make a page."""
    return Document(
        f"doc:{name}",
        name,
        None,
        "0" * 64,
        name,
        name,
        (),
        published,
        "given",
        (),
        "en",
        True,
        "",
        None,
        None,
        text=text,
    )


def event(
    document: Document, trigger: str, kind: str, who: Sequence[str], *, status: str = "happened", **more: object
) -> Event:
    """Make an event whose trigger stands in the page; `who` are the words that name its actors."""
    start = document.text.index(trigger)
    actors = tuple(
        Participant(None, w, document.text.index(w), document.text.index(w) + len(w), None, None) for w in who
    )
    made = Event(
        make_id("evt", document.doc_id, start, kind), document.doc_id, start, start + len(trigger),
        make_id("sen", document.doc_id, 0, len(document.text)), kind, kind, None, 1, actors, (), None, None, "unknown", None,
        None, status, False, (), (), None,  # type: ignore[arg-type]  # tests give statuses as words
    )  # fmt: skip
    return replace(made, **more)  # type: ignore[arg-type]  # columns by name


def on(day: str) -> dict[str, str]:
    """Date an event."""
    return {"date_start": day, "date_end": day, "date_precision": "day", "date_basis": "stated"}


def lasting(document: Document, words: str, minutes: float, modifier: str | None = None) -> tuple[Attribute, ...]:
    """Give an event a duration told in words of the page."""
    start = document.text.index(words)
    return (Attribute("duration_minutes", words, minutes, "minute", modifier, start, start + len(words)),)


def involvements(events: Sequence[Event]) -> list[Involvement]:
    """Say who the actors are, by surname or name of the country."""
    known = {e.name.split()[-1]: e for e in PEOPLE}
    made = []
    for e in events:
        for n, p in enumerate(e.actors):
            entity = known.get(p.text.split()[-1])
            if entity:
                made.append(Involvement(e.event_id, "actor", n, entity.entity_id, entity.name, entity.country, ""))
    return made


Fused = tuple[Table[Occurrence], Table[Report], Table[Link], Table[Voice]]


def fused(
    pages: Sequence[Document], events: Sequence[Event], reuses: Sequence[Reuse] = (), lineages: Sequence[Lineage] = (),
    kinds: Sequence[Kind] = (), parses: Sequence[Parse] = (), offices: Sequence[Office] = (),
) -> Fused:  # fmt: skip
    """Fuse the events of one story; a group is taken for worth a row from a chance on at which sentences without a page around
    them still are."""
    sentences = [Sentence(make_id("sen", d.doc_id, 0, len(d.text)), d.doc_id, 0, len(d.text), 0) for d in pages]
    story = Story("sto:1", tuple(sorted(d.doc_id for d in pages)), "")
    lenient = replace(odds.weights(), threshold=0.15)
    with patch.object(odds, "weights", lambda: lenient), patch.object(odds, "LENIENT", 1.0):
        return fuse(
            Table.of(Document, pages), Table.of(Sentence, sentences), Table.of(Parse, parses), Table.of(Attribution, ()),
            Table.of(Event, events), Table.of(Involvement, involvements(events)), Table.of(Entity, PEOPLE),
            Table.of(Office, offices), Table.of(Story, [story]), Table.of(Reuse, reuses), Table.of(Lineage, lineages), Table.of(Kind, kinds),
        )  # fmt: skip
