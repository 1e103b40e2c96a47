"""Say whom pronouns and bare nouns among the parties of acts mean: they, both, the company, his side."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from readout.records import Entity, Event, Involvement, Participant
from readout.stages.involve.groups import Key
from readout.stages.involve.known import Known, Span, involvement
from readout.stages.involve.pages import NAMING, Pages
from readout.stages.involve.pronouns import Speakers
from readout.text.event_lists import listed
from readout.text.noun_phrases import PERSONS
from readout.text.page_scene import Scene
from readout.text.party_antecedents import MEANING, antecedents, numbered, opposed, pair, several_named, standing_for
from readout.text.party_labels import (
    OF_STATE,
    definite,
    fitting,
    label_in,
    meant_by,
    named_like,
    owned,
    two_called,
)
from readout.text.people_nouns import singular

ANYBODY = listed("man woman person people child boy girl official source other member country state city side nation")
SIDES = listed("side delegation camp people men negotiators team")
FOLLOWERS = listed("member supporter follower activist leadership backer leader")


@dataclass
class Meanings:
    """Whom participants mean by what stands before them: rows where that is known, else the words for them."""

    rows: dict[Key, Involvement] = field(default_factory=dict)
    words: dict[Key, Participant] = field(default_factory=dict)

    def add(self, key: Key, p: Participant, spans: Sequence[Span], page: Known, free: Iterable[int]) -> None:
        """Add the meaning of one participant; further ones than the first get places behind the list."""
        places = [key[2], *(n for n, _ in zip(free, spans[1:], strict=False))]
        for position, span in zip(places, spans, strict=False):
            found = involvement(key[0], key[1], position, span, page)
            at = (key[0], key[1], position)
            if found and found.entity_id:
                self.rows[at] = replace(found, because=f"{p.text!r} at [{p.start}, {p.end}) stands for {found.because}")
            else:
                words = " ".join(page.text[slice(*span)].split())
                self.words[at] = Participant(None, words, *span, found.country if found else None, p.sector)


def meanings(
    events: Iterable[Event], rows: Mapping[Key, Involvement], pages: Pages, speakers: Speakers
) -> Meanings:  # fmt: skip
    """Find whom the open participants of events mean."""
    made = Meanings()
    for e in events:
        scene = pages.scenes.get(e.doc_id)
        if scene is None:
            continue
        for role, parties in (("actor", e.actors), ("recipient", e.recipients)):
            others = {r.entity_id for (about, r_, _), r in beside(e, rows) if r_ != role and r.entity_id}
            free = iter(range(len(parties), len(parties) + 4))
            for position, p in enumerate(parties):
                key = (e.event_id, role, position)
                row = rows.get(key)
                if row and (row.entity_id or row.country):
                    continue
                if speakers.meant(e.doc_id, scene.text, p):
                    continue
                spans = meant(p, e.doc_id, scene, pages)
                entity = None if spans else elsewhere(p, e.doc_id, scene, pages)
                if entity and entity.entity_id not in others:
                    why = f"{p.text!r} at [{p.start}, {p.end}) stands for the only one called so on pages that name the same people"
                    made.rows[key] = Involvement(*key, entity.entity_id, entity.name, entity.country, why)  # type: ignore[arg-type]  # role is one of the three
                if spans and not clash(spans, scene, others, pages):
                    made.add(key, p, spans, pages.known[e.doc_id], free)
    return made


def beside(event: Event, rows: Mapping[Key, Involvement]) -> Iterable[tuple[Key, Involvement]]:
    """List the rows of an event's participants."""
    for role, parties in (("actor", event.actors), ("recipient", event.recipients)):
        for n in range(len(parties)):
            row = rows.get((event.event_id, role, n))
            if row:
                yield (event.event_id, role, n), row


def clash(spans: Sequence[Span], scene: Scene, others: set[str], pages: Pages) -> bool:
    """Tell whether words name who takes part on the other side already, or two of whom one is of its country or unknown."""
    ids = [found[0] if (found := scene.who(span)) else None for span in spans]
    if any(i in others for i in ids if i):
        return True
    lands = {pages.entities[o].country for o in others if o and o in pages.entities} - {None}
    return len(spans) > 1 and (None in ids or any(pages.entities[i].country in lands for i in ids if i))


def meant(p: Participant, doc_id: str, scene: Scene, pages: Pages) -> tuple[Span, ...]:
    """Give the words for whom a participant means; none where the page does not tell."""
    low, span = p.text.lower(), (p.start, p.end)
    if low in MEANING:
        return resolved_further(antecedents(scene, span), doc_id, scene, pages)
    if PART.fullmatch(low):
        counted = OF_NUMBER.search(low) or (OF_NUMBER.fullmatch(low) if definite(scene.text, span) else None)
        found = (numbered(scene, p.start, counted[1]) if counted else ()) or standing_for(scene, span, "those")
        wrong = any(HOLDING.search(scene.text[slice(*s)]) for s in found) or "person" in kinds_of(found, scene)
        return () if wrong or scene.text.startswith((" of the ", " of its "), p.end) else found
    return part_of_name(p, pages.known[doc_id]) or described(span, doc_id, scene, pages)


NUMBERS: Final = "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|\\d{1,3}"
# Those who hold people, of whom nobody counts some without a word for them.
HOLDING: Final = re.compile(
    r"\b(?:police|prosecutors|officers|soldiers|troops|judges|officials|authorities|agents)\b", re.I
)
# A number or part of people told of before: two of them, the other three, all.
PART: Final = re.compile(
    r"(?:(?:the|all but|at least|about|some) )?(?:(?:other|last|first|remaining|another) )?(?:all|most|many|some|none|half|several|"
    rf"one|{NUMBERS}|others|rest)"
    r"(?: more| others)?(?: of (?:them|whom|those|these|the (?:" + NUMBERS + ")))?"
)
OF_NUMBER: Final = re.compile(rf"(?:.* of the )?({NUMBERS})")


def resolved_further(spans: tuple[Span, ...], doc_id: str, scene: Scene, pages: Pages) -> tuple[Span, ...]:
    """Give words that name somebody for those of a bare noun: it, the company, Poe & Co."""
    if len(spans) != 1 or scene.who(spans[0]):
        return spans
    return described(spans[0], doc_id, scene, pages) or spans


def described(span: Span, doc_id: str, scene: Scene, pages: Pages) -> tuple[Span, ...]:
    """Give the words by which the page names whom a noun with an article or a possessive means, or who speaks by a mouth."""
    words, number, page = scene.text[slice(*span)], scene.sentence(span[0]), pages.known[doc_id]
    if (mouth := MOUTH.match(words)) and not mouth[1].lower().startswith("the head"):
        start = span[0] + mouth.start(1)
        return ((start, span[1]),) if scene.who((start, span[1])) else described((start, span[1]), doc_id, scene, pages)
    labels = pages.labels[doc_id]
    noun = label_in(words, labels)
    if sides := SIDES_OF.fullmatch(words):
        return both_of(sides[1] is not None, sides[2].lower(), span, doc_id, pages)
    if noun and noun not in ANYBODY and definite(scene.text, span):
        entity = meant_by(noun, labels, number, states_on(page)) or named_like(words, labels)
        return named_by(entity, page, span[0]) if entity else ()
    if (entity := named_like(words, labels)) is not None:
        return named_by(entity, page, span[0])
    tree = scene.tree(number)
    having = owned(tree, span) if tree else None
    return of_owner(having, span, doc_id, scene, pages) if having else ()


def both_of(told: bool, noun: str, span: Span, doc_id: str, pages: Pages) -> tuple[Span, ...]:
    """Give the two whom a noun in the plural means: the ministers, both sides; `told`: the words say that they are two."""
    scene, page = pages.scenes[doc_id], pages.known[doc_id]
    if noun in SEVERAL:
        found = pair(scene, span) if told else ()
        found = found or opposed(scene)
        return (
            found
            if all(k in ("organisation", "country", "government", "group") for k in kinds_of(found, scene))
            else ()
        )
    named = several_named(scene, span[0], singular(noun))
    if named or not definite(scene.text, span):
        return named
    two = two_called(noun, pages.labels[doc_id])
    return tuple(s for e in two for s in named_by(e, page, span[0])) or (pair(scene, span) if told else ())


def kinds_of(spans: Iterable[Span], scene: Scene) -> Iterable[str | None]:
    """Give the types of the entities that some words name."""
    return [found[1] if (found := scene.who(span)) else None for span in spans]


MOUTH: Final = re.compile(
    r"(?:(?:a|an|the|its|his|her|one) )?spokes(?:man|woman|person|men|people) (?:for|of) (?:the )?(.+)", re.S
)
SEVERAL: Final = listed("sides parties camps")
SIDES_OF: Final = re.compile(
    r"(?:the )?((?:both|two|the two|both the) )?(?:[a-z]+ )?(sides|parties|camps|rivals|men|women|leaders|ministers|presidents|"
    r"premiers|teams|clubs|unions|companies|firms|bosses|chiefs|directors|captains|mayors|governors|envoys|negotiators|"
    r"candidates|judges)",
    re.I,
)


def part_of_name(p: Participant, page: Known) -> tuple[Span, ...]:
    """Give the name of which the words of a participant are a part: Front, of the Marsh Front."""
    for m, e in page.mentions:
        if (
            m.start <= p.start
            and p.end <= m.end
            and m.end - m.start > p.end - p.start
            and m.form == "name"
            and e.type not in ("person", "place")
        ):
            return ((m.start, m.end),)
    return ()


def states_on(page: Known) -> int:
    """Count the states that a page tells of."""
    return len({e.country for _, e in page.mentions if e.country and e.type in ("country", "government")})


def elsewhere(p: Participant, doc_id: str, scene: Scene, pages: Pages) -> Entity | None:
    """Give the one entity that pages on the same people call by a noun which this page gives to nobody: the director."""
    labels = pages.around[doc_id]
    noun = label_in(p.text, labels)
    if not noun or noun in ANYBODY | OF_STATE or not definite(scene.text, (p.start, p.end)):
        return None
    found = fitting(noun, labels) & labels.proper
    return pages.entities.get(found.pop()) if len(found) == 1 else None


def named_by(entity: str, page: Known, at: int) -> tuple[Span, ...]:
    """Give the words by which a page names an entity, the last before a place, else the first behind it."""
    spans = [(m.start, m.end) for m, e in page.mentions if e.entity_id == entity and m.form in NAMING]
    earlier = [s for s in spans if s[1] <= at]
    return (earlier[-1] if earlier else spans[0],) if spans else ()


def of_owner(
    having: tuple[Span, str], span: Span, doc_id: str, scene: Scene, pages: Pages
) -> tuple[Span, ...]:  # fmt: skip
    """Give who is meant by his side, her party, its members: the body that the one before speaks for, or that body itself."""
    owner, noun = having
    low = scene.text[slice(*owner)].lower()
    if low in PERSONS:
        person = person_of(owner, scene)
        bodies = pages.organisations.get(person or "", frozenset())
        found = {e for e, words in pages.labels[doc_id].words.items()
                 if pages.labels[doc_id].types[e] != "person" and any(is_body(b, pages.entities[e]) for b in bodies)
                 and (noun in words or noun in SIDES or noun in FOLLOWERS)}  # fmt: skip
        if len(found) == 1:
            return named_by(found.pop(), pages.known[doc_id], span[0])
        return (
            named_by(person, pages.known[doc_id], span[0]) if person and noun in SIDES | FOLLOWERS | {"party"} else ()
        )
    if noun in FOLLOWERS | SIDES:
        return antecedents(scene, owner)
    return ()


def is_body(words: str, entity: Entity) -> bool:
    """Tell whether an office's body is an entity."""
    names = {n.lower().removeprefix("the ") for n in (entity.name, *entity.aliases)}
    return words.removeprefix("the ") in names


def person_of(owner: Span, scene: Scene) -> str | None:
    """Give the person that his or her means: by the page's reader of names, else by what stands before."""
    known = scene.who(owner)
    if known and known[1] == "person":
        return known[0]
    meant = [found for span in antecedents(scene, owner) if (found := scene.who(span))]
    return meant[0][0] if len(meant) == 1 and meant[0][1] == "person" else None
