"""What several formats need of an event: codes, days, places with degrees, numbers with their bounds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from hashlib import sha256

from readout.lexicon.places import gazetteer
from readout.pile import Pile
from readout.records import Attribute, Event, Participant
from readout.text.place_lookup import FoundPlace, find_place

# Roots of CAMEO (Schrodt 2012) to which PLOVER's types go back (PLOVER codebook, Halterman et al. 2023, table of types).
CAMEO = {
    "AGREE": "03", "CONSULT": "04", "SUPPORT": "05", "COOPERATE": "06", "AID": "07", "CONCEDE": "08", "RETREAT": "08",
    "REQUEST": "10", "ACCUSE": "11", "REJECT": "12", "THREATEN": "13", "PROTEST": "14", "MOBILIZE": "15", "SANCTION": "16",
    "COERCE": "17", "ASSAULT": "18",
}  # fmt: skip
AT_LEAST = frozenset(("at_least", "more_than", "minimum"))
AT_MOST = frozenset(("at_most", "less_than", "fewer_than", "maximum", "up_to"))


def bounds(event: Event, name: str) -> tuple[float | None, float | None, float | None]:
    """Give best, low and high of a number of an event; a bound the words leave open is null."""
    found: Attribute | None = next((a for a in event.attributes if a.name == name and a.number is not None), None)
    if found is None or found.number is None:
        return None, None, None
    modifier = (found.modifier or "exact").replace(" ", "_")
    low = None if modifier in AT_MOST else found.number
    high = None if modifier in AT_LEAST else found.number
    return found.number, low, high


def first(event: Event, name: str) -> float | None:
    """Give a number of an event; null where it tells none."""
    return bounds(event, name)[0]


def phrase(event: Event, name: str) -> str | None:
    """Give a phrase of an event; null where it tells none."""
    return next((" ".join(a.value.split()) for a in event.attributes if a.name == name), None)


def located(event: Event) -> FoundPlace | None:
    """Look up the place of an event, offline; null where it has none or the name could be several."""
    if not event.place:
        return None
    near = next((p.country for p in (*event.actors, *event.recipients) if p.country and len(p.country) == 3), None)
    return find_place(event.place, gazetteer(), near)


def code(country: str | None, sector: str | None) -> str | None:
    """Write the code of a party: country and sector."""
    return f"{(country or '').upper()}{sector or ''}"[:12] or None


def named(pile: Pile, party: Participant) -> str:
    """Name a party: its entity where it is known, else its words."""
    return pile.name(party.entity_id) if party.entity_id else " ".join(party.text.split())


def precision(party: Participant) -> str:
    """Say how exactly a party is known: as an entity, or by its words alone."""
    return "entity" if party.entity_id else "words"


def digest(words: str) -> str:
    """Digest the words an export rests on."""
    return sha256(words.encode()).hexdigest()


def copy_share(pile: Pile) -> Mapping[str, float]:
    """Give the share of each page's characters that stands in passages shared with another page."""
    covered: dict[str, list[tuple[int, int]]] = {}
    for r in pile.reuses:
        if r.kind != "shared_quote" and r.left_doc != r.right_doc:
            covered.setdefault(r.left_doc, []).append((r.left_start, r.left_end))
            covered.setdefault(r.right_doc, []).append((r.right_start, r.right_end))
    return {d: round(length(spans) / max(1, len(pile.documents[d].text)), 3) for d, spans in covered.items()}


def length(spans: Sequence[tuple[int, int]]) -> int:
    """Measure the characters that spans cover together."""
    total = reached = 0
    for start, end in sorted(spans):
        total += max(0, end - max(start, reached))
        reached = max(reached, end)
    return total
