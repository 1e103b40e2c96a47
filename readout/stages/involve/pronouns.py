"""Who pronouns among the parties of an event mean: whoever speaks the words they stand in, or by them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from readout.records import Attribution, Entity, Involvement, Participant
from readout.stages.involve.groups import Key
from readout.text.event_tree import listed

OWN: Final = listed("i me we us")
BODIES: Final = listed("it they")
PERSONS: Final = listed("he she")
OPENING: Final = re.compile(r"^\W*(?:that\b)?\W*$", re.I)


class Speakers:
    """The sayings of a pile whose speaker is known, by page and place."""

    def __init__(self, spoken: Iterable[Attribution], rows: Iterable[Involvement], entities: Mapping[str, Entity]) -> None:
        known = {r.about: r for r in rows if r.role == "speaker" and r.entity_id in entities}
        self.entities = entities
        self.of_page: dict[str, list[tuple[int, int, Attribution, Involvement]]] = defaultdict(list)
        self.sources: dict[tuple[str, int, int], Involvement] = {}
        for a in sorted(spoken, key=lambda a: a.attribution_id):
            row = known.get(a.attribution_id)
            if row is None or a.kind == "term":
                continue
            self.of_page[a.doc_id] += [(s, e, a, row) for s, e in a.content]
            for s, e in a.source:
                self.sources.setdefault((a.doc_id, s, e), row)
        for listed_ in self.of_page.values():
            listed_.sort(key=lambda found: (found[0], -found[1], found[2].attribution_id))

    def meant(self, doc_id: str, text: str, p: Participant) -> Involvement | None:
        """Give the speaker whom a pronoun stands for; null where nothing tells."""
        word = p.text.lower()
        if word not in OWN | BODIES | PERSONS:
            return None
        beside = self.sources.get((doc_id, p.start, p.end))
        if beside is not None:
            return beside
        for start, _end, a, row in reversed(list(self.around(doc_id, p))):
            entity = self.entities[str(row.entity_id)]
            if word in OWN:
                return row if a.kind in ("direct", "mixed", "partial") else None
            person = entity.type == "person"
            opens = a.kind == "indirect" and OPENING.match(text[start : p.start]) is not None
            return row if opens and person == (word in PERSONS) else None
        return None

    def around(self, doc_id: str, p: Participant) -> Iterator[tuple[int, int, Attribution, Involvement]]:
        """List the stretches of speech that hold a participant, the innermost last."""
        listed_ = self.of_page.get(doc_id, [])
        last = bisect_right(listed_, p.start, key=lambda found: found[0])
        yield from (found for found in listed_[:last] if p.end <= found[1])


def spoken_for(
    taking_part: Sequence[tuple[Key, Participant]], speakers: Speakers, pages: Mapping[str, str], texts: Mapping[str, str]
) -> Iterator[Involvement]:
    """Name who speaks for the pronouns among the parties of events: she urged; "we shall not pay"; said it would march."""
    for key, p in taking_part:
        doc_id = pages[key[0]]
        row = speakers.meant(doc_id, texts.get(doc_id, ""), p) if key[1] != "speaker" else None
        if row is not None:
            why = f"{p.text!r} at [{p.start}, {p.end}) is who speaks: {row.because}"
            yield Involvement(key[0], key[1], key[2], row.entity_id, row.name, row.country, why)  # type: ignore[arg-type]  # role is one of the three
