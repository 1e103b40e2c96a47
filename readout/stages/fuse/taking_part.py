"""What speaks for one that an occurrence's tellings name having taken part in it: named signs, weighed by published numbers.

Every telling of an act names somebody, and some name somebody wrong: the one who only speaks of it, the country it is about, whom
the parser hung on the verb. Who took part is judged over all of them.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from math import log1p
from typing import NamedTuple

from readout.lexicon import read
from readout.stages.fuse.telling import Party, Telling
from readout.text import log_odds


class Named(NamedTuple):
    """One that tellings name, with what they name it as."""

    party: Party
    acting: frozenset[int]  # numbers of the tellings in which it acts
    acted_on: frozenset[int]
    itself: frozenset[int]  # in which it is not only behind another: a joint body, an embassy, whose offer is refused

    @property
    def told(self) -> frozenset[int]:
        """The numbers of the tellings that name it."""
        return self.acting | self.acted_on


def named_in(told: Sequence[Telling]) -> dict[str, Named]:
    """List who is known by entity, by key."""
    found: dict[str, Party] = {}
    roles: dict[str, tuple[set[int], set[int], set[int]]] = defaultdict(lambda: (set(), set(), set()))
    for n, t in enumerate(told):
        behind = ((*t.implied, *t.acting_for), (*t.answered, *t.standing_for))
        for role, (itself, others) in enumerate(zip((t.actors, t.recipients), behind, strict=True)):
            for p in map(standing_for, (*itself, *others)):
                if p.entity:
                    found.setdefault(p.key, p)
                    roles[p.key][role].add(n)
            for p in map(standing_for, itself):
                roles[p.key][2].add(n)
    return {key: Named(found[key], *map(frozenset, roles[key])) for key in sorted(found)}


def standing_for(party: Party) -> Party:
    """Give the state or body whose people a group is, the party itself where it is nobody's."""
    return party.owner or party


def in_own_words(told: Sequence[Telling]) -> Sequence[Telling]:
    """Leave out pages that a machine reworded, where others tell the act too and name somebody."""
    own = [t for t in told if not t.reworded]
    return own if any(p.entity for t in own for p in t.parties) else told


def signs(
    kind: str | None, told: Sequence[Telling], firm: Sequence[Telling], named: Mapping[str, Named]
) -> dict[str, dict[str, float]]:
    """Give the signs of each one named by `firm`, the tellings that count for what became of the act: who was only expected at
    what took place is no party of it."""
    counting = {id(t) for t in firm}
    sure = frozenset(n for n, t in enumerate(told) if id(t) in counting)
    most = max((len(w.told) for w in named.values()), default=1)
    sent = {w.party.country for w in named.values() if w.party.person} - {None}
    alike = Counter((w.party.words, w.party.country) for w in named.values())
    return {key: dict(of_one(w, kind, told, sure, most, sent, alike, len(named))) for key, w in named.items() if w.told & sure}


def of_one(
    w: Named, kind: str | None, told: Sequence[Telling], sure: frozenset[int], most: int, sent: set[str | None],
    alike: Mapping[tuple[frozenset[str], str | None], int], many: int,
) -> Iterator[tuple[str, float]]:  # fmt: skip
    """Give the signs of one that is named."""
    p, n = w.party, len(told)
    what = "person" if p.person else "place" if p.place else "country" if p.bare else "described" if p.generic else "body"
    share = len(w.told) / n
    origins = {told[i].origins for i in w.told}
    all_origins = {t.origins for t in told}
    yield "share of tellings", share
    yield "share of sure tellings", len(w.told & sure) / max(1, len(sure))
    yield "of the most named", len(w.told) / most
    yield "tellings", log1p(n)
    yield "named by", log1p(len(w.told))
    yield "origins", len(origins) / len(all_origins)
    yield "several origins", float(len(origins) > 1)
    yield "once of several", float(len(w.told) == 1 and n > 2)
    yield "acting", len(w.acting) / len(w.told)
    yield "both roles", float(bool(w.acting and w.acted_on))
    yield "only beside", float(not w.itself)
    yield "named alone", float(many == 1)
    yield "many named", log1p(many)
    yield "in a headline", float(any(told[i].theme.headline for i in w.told))
    yield "first", sum(any(standing_for(q).key == p.key for q in told[i].actors[:1]) for i in w.told) / len(w.told)
    yield "among how many", sum(len(told[i].actors) + len(told[i].recipients) for i in w.itself) / max(1, len(w.itself))
    yield "sent by it", float(not p.person and p.country in sent)
    yield "called alike", float(not p.person and alike[p.words, p.country] > 1)
    yield "seen by the network alone", sum(told[i].event.found_by == "network" for i in w.told) / len(w.told)
    yield "of no known country", float(p.country is None)
    yield "where it was", sum(p.key in told[i].there for i in w.told) / len(w.told)
    yield f"a {what}", 1.0
    yield f"a {what} at {kind}", 1.0
    yield f"a {what} acting", len(w.acting) / len(w.told)
    yield f"a {what}, share", share
    yield f"acts at {kind}", len(w.acting) / len(w.told)


@lru_cache(maxsize=1)
def weights() -> log_odds.Decision:
    """Read the published weights."""
    return log_odds.decision(read("party_weights"))


def took_part(kind: str | None, told: Sequence[Telling], firm: Sequence[Telling]) -> list[Named]:
    """Give those who took part: all who are likely enough; where nobody is, the likeliest."""
    own = in_own_words(told)
    named = named_in(own)
    likely = {key: chance(held) for key, held in signs(kind, own, firm, named).items()}
    sure = [key for key in likely if likely[key] >= weights().threshold]
    return [named[key] for key in sure or sorted(likely, key=lambda key: (-likely[key], key))[:1]]


def chance(held: Mapping[str, float]) -> float:
    """How likely one took part; a sign that is not told is zero."""
    return weights().chance({name: held.get(name, 0.0) for name in weights().of})
