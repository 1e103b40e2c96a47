"""Give those who speak and are not named a row of their own: a hospital official, one of the rowers, residents, the union."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from readout.ids import make_id
from readout.records import Attribution, Entity, Involvement
from readout.stages.involve.known import Known, Span
from readout.stages.involve.so_called import Later, Titles, holders, named_later
from readout.text.noun_antecedents import PUBLIC
from readout.text.page_scene import COMPANY
from readout.text.unnamed_speakers import POSSESSIVE, Described, alone, described

WHY: Final = "somebody who speaks and is described, not named"


@dataclass(frozen=True, slots=True)
class Told:
    """One saying by somebody described."""

    a: Attribution
    span: Span  # the words that describe
    by: Described


def unnamed(
    spoken: Iterable[Attribution], rows: Iterable[Involvement], known: Mapping[str, Known], texts: Collection[str],
    outlets: Mapping[str, frozenset[str]], titles: Callable[[str], Titles] = lambda doc_id: {},
) -> tuple[list[Involvement], list[Entity]]:  # fmt: skip
    """Give the sayings of each page whose speaker is only described to somebody named on the page whom the description
    clearly means, else to an entity of the page's own.

    `rows` holds what is known of speakers, `texts` nouns for texts, `outlets` the names of those who publish a page, `titles` gives
    what a page and all others call those it names.
    Two pages share an entity only where the same words describe who said the same words: copies do.
    """
    told = {r.about: r for r in rows if r.role == "speaker"}
    pages: dict[str, list[Told]] = defaultdict(list)
    all_of: dict[str, list[Attribution]] = defaultdict(list)
    for a in sorted(spoken, key=lambda a: (a.doc_id, a.content, a.attribution_id)):
        row = told.get(a.attribution_id)
        all_of[a.doc_id].append(a)
        found = None if row and row.entity_id else of_source(a, known[a.doc_id], texts)
        if found:
            pages[a.doc_id].append(found)
    made: list[Involvement] = []
    met: dict[str, Entity] = {}
    for doc_id, sayings in pages.items():
        later = dict(named_later([Later(t.span, t.a.content[0][0]) for t in sayings if lone(t)], all_of[doc_id], known[doc_id]))
        held = titles(doc_id)
        named = {t.a.attribution_id: so_called(t, known[doc_id], outlets.get(doc_id, frozenset()), held, later) for t in sayings}
        for t, entity in who_they_are(sayings, known[doc_id], named):
            row = told.get(t.a.attribution_id)
            country = entity.country or (row.country if row else None)
            own = entity.because == WHY
            met |= {entity.entity_id: entity} if own else {}
            why = f"{'described' if own else 'meant'} at [{t.span[0]}, {t.span[1]}): “{t.by.name}”"
            made.append(
                Involvement(t.a.attribution_id, "speaker", 0, entity.entity_id, entity.name, country, why, unnamed=own)
            )
    return made, [met[key] for key in sorted(met)]


def of_source(a: Attribution, known: Known, texts: Collection[str]) -> Told | None:
    """The description in the words that say who spoke; null where they hold a name or tell of nobody."""
    if a.kind == "term" or not a.source or not a.content or a.speaker_name:
        return None
    inner = any(s < end and start < e for s, e in a.source for start, end in a.named)
    spans = (a.source[0], *a.named) if inner or not a.named else a.named
    found = ((span, described(known.text[slice(*span)], texts)) for span in spans[:2])
    return next((Told(a, span, by) for span, by in found if by), None)


def lone(t: Told) -> bool:
    """One person is described, by the noun of what he is."""
    return t.by.type == "person" and t.by.noun not in COMMON and t.by.name.split()[0] not in POSSESSIVE


def so_called(
    t: Told, known: Known, outlets: frozenset[str], titles: Titles, later: Mapping[Span, Entity]
) -> list[Entity]:  # fmt: skip
    """Those named on the page whom a description can mean."""
    if t.by.type != "person":
        return bodies_so_called(t, known, outlets)
    return holders(t.by, t.span, known, titles) or people_so_called(t, known) or [e for e in (later.get(t.span),) if e]


def who_they_are(
    sayings: Sequence[Told], known: Known, so_called: Mapping[str, Sequence[Entity]]
) -> Iterator[tuple[Told, Entity]]:  # fmt: skip
    """Say who speaks in each saying of a page; sayings whose description could mean several people named give nobody."""
    of_span: dict[Span, Entity] = {}
    of_name: dict[str, Entity] = {}
    of_noun: dict[str, list[Entity]] = defaultdict(list)
    for t in sayings:
        named = so_called[t.a.attribution_id]
        if len(named) > 1:
            continue
        owner = owner_of(t, known)
        name = f"{owner}'s {t.by.name.split(' ', 1)[1]}" if owner else t.by.name
        again = of_noun[t.by.noun] if t.by.definite and not t.by.whole else []
        lasting = t.by.definite or owner or name.lower().split()[0] in POSSESSIVE or "spokes" in t.by.noun
        found = next(iter(named), None) or of_span.get(t.span) or (of_name.get(name.lower()) if lasting else None)
        entity = found or (again[0] if len(again) == 1 else None) or entity_of(t, name, known)
        of_span.setdefault(t.span, entity)
        of_name.setdefault(name.lower(), entity)
        if entity.because == WHY and entity not in of_noun[t.by.noun]:
            of_noun[t.by.noun].append(entity)
        yield t, entity


def entity_of(t: Told, name: str, known: Known) -> Entity:
    """Write somebody described, by the description and the first words they say."""
    words = " ".join(known.text[s:e] for s, e in t.a.content).split()
    said = " ".join(words[:FIRST]).strip("“”\"'‘’«»„.,").lower()
    key = said if len(words) >= FEWEST else f"{t.a.doc_id} {said}"
    aliases = tuple(sorted({alone(name), " ".join(known.text[slice(*t.span)].split()), t.by.name} - {name}))
    return Entity(make_id("ent", name.lower(), t.by.type, key), t.by.type, name, None, aliases, WHY)


FIRST: Final = 12  # words of a saying that tell it from another
FEWEST: Final = 4


def owner_of(t: Told, known: Known) -> str | None:
    """Whose lawyer "his lawyer" is, where the pronoun is resolved to a person."""
    first = t.by.name.split()[0]
    if first not in POSSESSIVE or " " not in t.by.name:
        return None
    found = [e for m, e in known.inside((t.span[0], t.span[0] + len(first))) if e.type == "person"]
    return found[0].name if found else None


def people_so_called(t: Told, known: Known) -> list[Entity]:
    """The persons of the page whom the noun of a definite description stands beside before: the spokeswoman, of spokeswoman Poe."""
    if not t.by.definite or t.by.whole or t.by.noun in COMMON:
        return []
    before = re.compile(rf"\b{re.escape(t.by.noun)},?\s+(?:[A-Z][\w.’'-]*\s+){{0,2}}$", re.I)
    behind = re.compile(rf",\s+(?:[\w’'-]+\s+){{0,5}}?{re.escape(t.by.noun)}\b", re.I)
    found: dict[str, Entity] = {}
    for m, e in known.mentions:
        if e.type != "person" or m.form != "name" or m.start >= t.span[0]:
            continue
        if before.search(known.text[max(0, m.start - NEAR) : m.start]) or behind.match(known.text[m.end : m.end + NEAR]):
            found[e.entity_id] = e
    return list(found.values())


COMMON: Final = frozenset(("man", "woman", "boy", "girl", "child", "person"))
NEAR: Final = 80  # characters around a name in which a noun describes it


def bodies_so_called(t: Told, known: Known, outlets: frozenset[str]) -> list[Entity]:
    """The bodies named on the page before whose name has the noun: the union; for a company any that may be one."""
    if not t.by.definite or t.by.whole:
        return []
    before = {e.entity_id: e for m, e in known.mentions if m.start < t.span[0] and m.form == "name" and e.type in BODILY}
    words = {key: {w.lower() for name in (e.name, *e.aliases) for w in WORD.findall(name)} for key, e in before.items()}
    called = [e for key, e in before.items() if t.by.noun in words[key]]
    if called or t.by.noun not in COMPANY:
        return called
    credited = {e.entity_id for m, e in known.mentions if known.text[m.start - 1 : m.start] == "("}
    private = (key for key, e in before.items() if e.type == "organisation" and not words[key] & PUBLIC)
    firms = [before[key] for key in private if key not in credited]
    firms = [e for e in firms if not {e.name.lower(), *(n.lower() for n in e.aliases)} & outlets]
    start = known.text.rfind("\n", 0, t.span[0]) + 1
    here = {e.entity_id for _, e in known.inside((start, t.span[0]))}
    near = [e for e in firms if e.entity_id in here]  # of several the only one of the paragraph
    return near if len(near) == 1 else firms


BODILY: Final = ("organisation", "government")
WORD: Final = re.compile(r"[^\W\d_]+")
