"""involve: Attribution, Event, Mention, Entity, Link → Involvement."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from readout.records import Attribution, Entity, Event, Involvement, Link, Mention, Participant
from readout.stage import stage
from readout.tables import Table

# Which mention speaks for a span, best first: a name before the description it stands beside.
RANK = {"name": 0, "metonym": 1, "title": 2, "descriptor": 2, "adjective": 3, "pronoun": 4}
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Known:
    """The mentions of one document whose entity is known, in text order."""

    starts: tuple[int, ...]
    mentions: tuple[tuple[Mention, Entity], ...]

    def inside(self, span: Span) -> list[tuple[Mention, Entity]]:
        """Give the mentions that lie within a span."""
        first = bisect_left(self.starts, span[0])
        last = bisect_left(self.starts, span[1])
        return [pair for pair in self.mentions[first:last] if pair[0].end <= span[1]]


@stage(version=1, scope="story")
def involve(
    attributions: Table[Attribution], events: Table[Event], mentions: Table[Mention], entities: Table[Entity],
    links: Table[Link],
) -> Table[Involvement]:  # fmt: skip
    """Say who the speakers of attributions and the actors and recipients of events are.

    Makes: one Involvement per speaker, actor or recipient whose words hold a mention that `resolve` knows.
    Units: spans are code points of `Document.text`.
    Cost: linear in rows, a search per span.
    Does not: guess: words that hold no resolved mention get no row.
    Method: ours: the name in the span, else the description, adjective or pronoun that begins first.
    """
    known = resolved(mentions, entities, links)
    nothing = Known((), ())
    rows = [row for a in attributions for row in speakers(a, known.get(a.doc_id, nothing))]
    rows += [row for e in events for row in participants(e, known.get(e.doc_id, nothing))]
    return Table.of(Involvement, rows)


def resolved(mentions: Table[Mention], entities: Table[Entity], links: Table[Link]) -> Mapping[str, Known]:
    """Give each document's mentions with their entities."""
    by_id = {e.entity_id: e for e in entities}
    meant: dict[str, Entity] = {}
    for link in links:
        if link.verdict == "same":
            for one, other in ((link.left, link.right), (link.right, link.left)):
                if one in by_id and other not in by_id:
                    meant[other] = by_id[one]
    of_document: dict[str, list[tuple[Mention, Entity]]] = defaultdict(list)
    for m in mentions:
        if m.mention_id in meant:
            of_document[m.doc_id].append((m, meant[m.mention_id]))
    made = {}
    for doc_id, pairs in of_document.items():
        pairs.sort(key=lambda pair: (pair[0].start, pair[0].end))
        made[doc_id] = Known(tuple(m.start for m, _ in pairs), tuple(pairs))
    return made


def speakers(attribution: Attribution, known: Known) -> Iterator[Involvement]:
    """Give the speaker of an attribution, from its source words, or those that name a relative pronoun."""
    for span in attribution.named or attribution.source:
        best = chosen(known.inside(span), ("person",))
        if best:
            yield involvement(attribution.attribution_id, "speaker", 0, best)
            return


def participants(event: Event, known: Known) -> Iterator[Involvement]:
    """Give the actors and recipients of an event."""
    for role, listed in (("actor", event.actors), ("recipient", event.recipients)):
        yield from parts(event.event_id, role, listed, known)


def parts(about: str, role: str, listed: Sequence[Participant], known: Known) -> Iterator[Involvement]:
    """Give the participants of one role, each by its own words."""
    for position, participant in enumerate(listed):
        best = chosen(known.inside((participant.start, participant.end)), ())
        if best:
            yield involvement(about, role, position, best)


def chosen(pairs: Sequence[tuple[Mention, Entity]], first: Sequence[str]) -> tuple[Mention, Entity] | None:
    """Choose the mention that speaks for a span: of a wanted type, then by form, then the one that begins first."""
    ranked = sorted(pairs, key=lambda pair: (pair[1].type not in first, RANK[pair[0].form], pair[0].start))
    return ranked[0] if ranked else None


def involvement(about: str, role: str, position: int, best: tuple[Mention, Entity]) -> Involvement:
    """Write one row."""
    mention, entity = best
    because = f"{mention.form} at [{mention.start}, {mention.end}), {mention.mention_id}"
    return Involvement(about, role, position, entity.entity_id, entity.name, entity.country, because)  # type: ignore[arg-type]  # role is one of the three
