"""Lines on channels: what is open, frozen, being restored."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from readout.ids import make_id
from readout.lexicon.channels import ChannelWords
from readout.records import Evidence, Parse, Relation
from readout.stages.relate.pile import Pile
from readout.tables import Table
from readout.text.channels import Channel, channels
from readout.text.stem import stem

Seen = tuple[Channel, Evidence]
WORDS = {"frozen": "frozen", "restored": "restored", "open": "open"}
AHEAD = {"frozen": "to be frozen", "restored": "to be restored", "open": "to be opened"}


def channel_lines(pile: Pile, parses: Table[Parse], known: ChannelWords) -> Iterator[Relation]:
    """Write one line per channel and pair of sides, its states in the order in which the pages were written."""
    found: dict[tuple[tuple[str, ...], str], list[Seen]] = defaultdict(list)
    for parse in parses:
        for channel in channels(parse.words, known):
            at = Evidence(parse.doc_id, parse.start, parse.end)
            sides = pile.sides([e for e in pile.within(at) if pile.entities[e].type != "place"])
            if sides:
                found[sides, key_of(pile, channel, parse.doc_id)].append((channel, at))
    for (sides, _), seen in sorted(found.items()):
        yield line(pile, sides, seen)


def key_of(pile: Pile, channel: Channel, doc_id: str) -> str:
    """Give the stems of a channel's name, so that one channel has one line."""
    words = pile.documents[doc_id].text[channel.start : channel.end].lower().split()
    return " ".join(sorted({stem(w) for w in words if w.isalpha() and len(w) > 3})) or channel.head


def line(pile: Pile, sides: tuple[str, ...], seen: list[Seen]) -> Relation:
    """Write one channel with its states in time."""
    ordered = sorted(seen, key=lambda s: (pile.written(s[1].doc_id), s[1].doc_id, s[1].start))
    states = list(dict.fromkeys((AHEAD if c.ahead else WORDS)[c.state] for c, _ in ordered))
    channel, at = ordered[0]
    what = pile.words(Evidence(at.doc_id, channel.start, channel.end))
    evidence = tuple(dict.fromkeys(e for _, e in ordered))
    return Relation(make_id("rel", "channel", *sides, what), "channel", sides, what, "; ".join(states), None, evidence)
