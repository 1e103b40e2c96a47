"""weigh: Document, Sentence, Event, Link, Occurrence, Story, Utterance, Attribution,
Involvement, Entity, Reuse, Lineage, Parse → Finding, Voice."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from readout.ids import make_id
from readout.records import (
    Attribution,
    Document,
    Entity,
    Event,
    Finding,
    FindingValue,
    Involvement,
    Lineage,
    Link,
    Occurrence,
    Parse,
    Reuse,
    Sentence,
    Story,
    Utterance,
    Voice,
)
from readout.stage import stage
from readout.stages.weigh.accounts import accounts
from readout.stages.weigh.acts import Acts, acts_of
from readout.stages.weigh.ballots import Given as Votes
from readout.stages.weigh.ballots import beside, free_of, places_of, voted
from readout.stages.weigh.denials import denials
from readout.stages.weigh.givers import givers_of
from readout.stages.weigh.heaped import heaped
from readout.stages.weigh.histories import as_told_first, histories
from readout.stages.weigh.homes import homed
from readout.stages.weigh.judge import judge
from readout.stages.weigh.lines import Lines
from readout.stages.weigh.loose import Loose, loose_numbers
from readout.stages.weigh.motives import with_grounds, with_motives
from readout.stages.weigh.naming import spelled_out
from readout.stages.weigh.parts import parts_brought
from readout.stages.weigh.rejoin import rejoined
from readout.stages.weigh.speakers import speakers
from readout.stages.weigh.spots import woven
from readout.stages.weigh.statuses import circumstances, of_another, witnesses
from readout.stages.weigh.values import Pages, Said, attributes, by_property, loose_value
from readout.stages.weigh.weave import interwoven
from readout.stages.weigh.wording import told
from readout.stages.weigh.worth import Row, worth_a_row
from readout.tables import Table
from readout.text.day_bases import by_text
from readout.text.doubts import LIKELY, doubt
from readout.text.origins import Origins, origins_of
from readout.text.rarity import rarity
from readout.text.told_people import KINDS


@stage(version=60, scope="story")
def weigh(
    documents: Table[Document], sentences: Table[Sentence], events: Table[Event], links: Table[Link],
    occurrences: Table[Occurrence], stories: Table[Story], utterances: Table[Utterance],
    attributions: Table[Attribution], involvements: Table[Involvement], entities: Table[Entity],
    reuses: Table[Reuse], lineages: Table[Lineage], parses: Table[Parse],
) -> tuple[Table[Finding], Table[Voice]]:  # fmt: skip
    """Set the values that pages give for each property of an occurrence side by side, and judge whether they agree.

    Makes: one Finding per occurrence and property worth telling, and per saying that pages give to different speakers; its values
    with evidence, origins and voices; a Voice per value.
    Units: durations in minutes; counts as numbers; dates as ISO days or start/end.
    Cost: linear in characters and events.
    Does not: say which value is true; count a copy as a voice.
    Method: ours: figures of one thing by a fit (`text/figure_pairs`); ranges of hedged and
    rounded numbers, sums of parts, days of writing, common words.
    """
    texts = {d.doc_id: d for d in sorted(documents, key=lambda d: d.doc_id)}
    spans = {s.sentence_id: s for s in sentences}
    countries = frozenset(e.name for e in entities if e.type in ("country", "government"))
    lines = Lines(parses.by("doc_id"), sentences.by("doc_id"))  # type: ignore[arg-type]  # keys are strings
    givers = givers_of(documents, attributions, involvements, entities)
    pages = Pages(texts, spans, countries, origins_of(lineages, reuses), givers, lines)
    known = {o.occurrence_id: o for o in occurrences}
    members = members_of(events, links, known)
    story = {doc_id: s.story_id for s in stories for doc_id in s.doc_ids}
    acts = acts_of(members, known, story, texts, spans, entities)
    votes = voted(tuple(texts.values()), acts, pages)
    loose = tuple(free_of(loose_numbers(tuple(texts.values()), lines, acts, pages.aspect), places_of(votes)))
    loose = tuple(with_motives(loose, texts.values(), parses.by("doc_id"), acts))  # type: ignore[arg-type]  # keys are strings
    loose = tuple(accounts(texts.values(), sentences.by("doc_id"), attributions.by("doc_id"), loose, (acts, pages)))  # type: ignore[arg-type]  # keys are strings
    loose = tuple(with_grounds(loose, texts, lines))
    joined = frozenset(e.event_id for told in members.values() for e in told)
    denied = tuple(denials(events, joined, spans, acts, pages))
    said = list(by_occurrence(members, acts, Beside(loose, denied, votes), pages))
    said += list(speakers(utterances, attributions, involvements, entities, pages))
    rows = [
        Row(about, name, groups, judge(name, groups).agreement)
        for about, by_property in said
        for name, given in sorted(by_property.items())
        for groups in [grouped(given)]
    ]
    findings = [finding(r.about, r.property, r.groups, pages.origins) for r in worth_a_row(rows, acts)]
    voices = [v for f, groups in findings for v in value_voices(f, groups)]
    return Table.of(Finding, (f for f, _ in findings)), Table.of(Voice, voices)


class Beside(NamedTuple):
    """What stands beside the events: numbers of sentences, denials, votes."""

    loose: Sequence[Loose]
    denied: Sequence[tuple[str, Event]]
    votes: Votes


def by_occurrence(
    members: Mapping[str, Sequence[Event]],
    acts: Acts,
    others: Beside,
    pages: Pages,
) -> Iterator[tuple[str, Mapping[str, list[Said]]]]:
    """Give the values of each occurrence by property; numbers of a thin report go with the act it most likely tells of."""
    given: dict[str, list[Said]] = defaultdict(list)
    taken: dict[str, list[tuple[int, int]]] = defaultdict(list)
    spare: list[Said] = []
    for doc_id, places in places_of(others.votes).items():
        taken[doc_id] += places
    for one in others.loose:
        (given[one.about] if one.about else spare).append(loose_value(one, pages))
        if not one.gated:
            taken[one.doc_id].append((one.start, one.end))
    home = histories(members, acts)
    for about, events in sorted(members.items()):
        main = acts.main(about)
        for event in events:
            if not calls_off(event, acts.known[about]):
                history = home.get(about, about)
                for s in circumstances(event, pages):
                    if s.property != "status" or not of_another(event, acts.known[history]):
                        given[history if s.property == "status" else about].append(s)
            given[main] += (s for s in attributes(event, pages) if free(s, taken[event.doc_id]))
    for about, event in others.denied:
        given[about] += (replace(s, value="denied") for s in circumstances(event, pages) if s.property == "status")
    days = dated(members)
    for about, said in given.items():
        given[about] = [replace(s, day=days.get((about, s.evidence.doc_id))) for s in witnesses(said, pages)]
    weighed = rejoined({a: by_property(said) for a, said in sorted(given.items())}, spare, acts)
    stories = woven(tuple(pages.documents.values()), pages.lines, beside(weighed, others.votes), acts, pages)
    spread = parts_brought({a: dict(n) for a, n in interwoven(weighed, stories, acts, pages).items()}, members, pages.lines)
    for about, by_name in sorted(beside(heaped(homed(spread, acts), stories, acts), others.votes).items()):
        own = {n: as_told_first(said) if n == "status" else said for n, said in by_name.items()}
        now = {n: of_now(said, pages) if n in KINDS else said for n, said in own.items()}
        yield about, spelled_out({n: said for n, said in now.items() if not gated(said, pages.origins)}, pages.lines)


def of_now(said: Sequence[Said], pages: Pages) -> list[Said]:
    """Leave out of what became of people what a sentence tells of an earlier year, where others are told of now: in 1983 a flood
    drowned 112."""
    return [s for s in said if not pages.of_old(s.evidence)] or list(said)


def dated(members: Mapping[str, Sequence[Event]]) -> Mapping[tuple[str, str], str]:
    """Give the one day to which a page dates an occurrence, by occurrence and page; none where it gives several or none."""
    told: dict[tuple[str, str], set[str]] = defaultdict(set)
    for about, events in members.items():
        for e in events:
            if e.date_start and by_text(e.date_basis) and e.date_precision == "day":
                told[about, e.doc_id].add(e.date_start)
    return {key: next(iter(days)) for key, days in told.items() if len(days) == 1}


def calls_off(event: Event, occurrence: Occurrence) -> bool:
    """Tell whether an event is the calling off of an occurrence: it happened on its own day, and the act did not."""
    undone = occurrence.status in ("cancelled", "postponed")
    return undone and event.type != occurrence.type and event.status in ("happened", "reported")


def gated(said: Sequence[Said], origins: Origins) -> bool:
    """Tell whether numbers that tell only beside another voice, or another named giver, have none beside them."""
    if len({s.attributed for s in said if s.attributed}) > 1 and len({s.value for s in said}) > 1:
        return False
    return all(s.gated for s in said) and origins.count(s.origins for s in said).low < 2


def free(said: Said, taken: Sequence[tuple[int, int]]) -> bool:
    """Tell whether a value is no number that its sentence has been read to tell of something already."""
    e = said.evidence
    return said.range is None or not any(s < e.end and e.start < t for s, t in taken)


def members_of(events: Table[Event], links: Table[Link], known: Mapping[str, Occurrence]) -> dict[str, list[Event]]:
    """Give the events of each occurrence."""
    by_id = {e.event_id: e for e in events}
    members: dict[str, list[Event]] = defaultdict(list)
    for link in links:
        if link.verdict == "same" and link.right in known and link.left in by_id:
            members[link.right].append(by_id[link.left])
    return members


Groups = list[list[Said]]


def finding(
    about: str, name: str, groups: Sequence[Sequence[Said]], origins: Origins
) -> tuple[Finding, Sequence[Sequence[Said]]]:
    """Write one finding of grouped values."""
    judged = judge(name, groups)
    listed = tuple(value_row(about, name, g, origins) for g in groups)
    because = judged.because + doubted(groups)
    return Finding(make_id("fin", about, name), about, name, listed, judged.agreement, because), groups


def doubted(groups: Sequence[Sequence[Said]]) -> str:
    """Say which of several values is least surely of one thing with the others, where that is not likely."""
    likely = [(min((s.sure for s in g if s.sure is not None), default=1.0), told(g)) for g in groups]
    least, value = min(likely, default=(1.0, ""))
    return doubt(value, least) if len(groups) > 1 and least < LIKELY else ""


def grouped(said: Sequence[Said]) -> Groups:
    """Put equal values together, in the order of their words; reasons and terms that can be one are equal."""
    groups: dict[tuple[str, str], list[Said]] = defaultdict(list)
    for s in said:
        key = s.value.lower() if s.range is None else f"{s.range.low:g}–{s.range.high:g}"
        groups[key, "" if s.property.split(":")[0] in KINDS else s.unit or ""].append(s)
    for key, unit in [*groups]:
        named = [u for k, u in groups if k == key and u] if not unit else []
        if len(named) == 1:  # two million, two million crowns
            groups[key, named[0]] += groups.pop((key, unit))
    listed = [g for _, g in sorted(groups.items())]
    if said and said[0].property.split(":")[0] in LOOSE_WORDS:
        listed = joined(listed)
    return [sorted(g, key=lambda s: (s.evidence.doc_id, s.evidence.start)) for g in listed]


LOOSE_WORDS = frozenset(("reason", "deadline"))  # properties told in words of the page's own


def joined(groups: Groups) -> Groups:
    """Join groups of phrases with a rare word in common, or of terms that run out on one day."""
    made: Groups = []
    for group in groups:
        mine = next((g for g in made if any(alike(a, b) for a in g for b in group)), None)
        if mine is None:
            made.append(list(group))
        else:
            mine += group
    return made


def alike(one: Said, other: Said) -> bool:
    """Tell whether two phrases give one reason or term."""
    if one.range and other.range:
        return one.value.lower() == other.value.lower() and one.range.meets(other.range)
    if one.evidence.doc_id == other.evidence.doc_id and one.attributed != other.attributed:
        return False  # a page that gives two people's reasons gives two
    return any(rarity(w) >= TELLING for w in one.stems & other.stems) and one.against == other.against


TELLING = 10.0  # bits of rarity from which a word that two reasons share makes them one; ours


def value_row(about: str, name: str, group: Sequence[Said], origins: Origins) -> FindingValue:
    """Write one value with who gives it."""
    first = group[0]
    voices = origins.count(s.origins for s in group)
    evidence = tuple(dict.fromkeys(s.evidence for s in group))
    reach = f"{first.range.low:g}–{first.range.high:g}" if first.range else None
    key = make_id("val", about, name, first.value, first.unit, reach)
    return FindingValue(key, first.value, first.unit, evidence, voices.origins, voices.low, voices.high)


def value_voices(found: Finding, groups: Sequence[Sequence[Said]]) -> Iterator[Voice]:
    """Write the voices behind each value."""
    for value, group in zip(found.values, groups, strict=True):
        pages = len({s.evidence.doc_id for s in group})
        because = f"{pages} {'page gives' if pages == 1 else 'pages give'} {value.value} as {found.property}"
        yield Voice(value.value_id, value.voices_low, value.voices_high, value.origins, because)
