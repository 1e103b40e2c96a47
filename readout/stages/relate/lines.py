"""Lines on channels: what is open, frozen, being restored."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from readout.ids import make_id
from readout.lexicon.channels import ChannelWords
from readout.records import Evidence, Parse, Relation
from readout.stages.relate.mains import word_at
from readout.stages.relate.parties import PAIR, belongs, clause_top, takes_part
from readout.stages.relate.pile import Pile
from readout.stages.relate.wording import stretched
from readout.tables import Table
from readout.text.channels import Channel, channels
from readout.text.stem import stem

Seen = tuple[Channel, Evidence]
Found = dict[tuple[tuple[str, ...], str], list[Seen]]
# What comes before what where one page tells both.
ORDER = {s: n for n, s in enumerate((
    "frozen", "closed", "cancelled", "to be frozen", "to be closed", "to be cancelled", "open", "to be opened", "open, to stay so",
    "to be restored", "restored", "broken off",
))}  # fmt: skip
WORDS = {s: s for s in ("frozen", "closed", "cancelled", "open", "restored")} | {"kept": "open", "broken": "broken off"}
AHEAD = {s: f"to be {s}" for s in ("frozen", "closed", "cancelled", "restored")}
AHEAD |= {"open": "to be opened", "kept": "open, to stay so", "broken": "broken off"}
POST = re.compile(
    r"\b(?:embassy|consulate|mission|hotline|crossing|checkpoint|legation)\b", re.I
)  # a way to a side, no side
HOTLINES = frozenset(("hotline", "line"))  # two sides have one


def channel_lines(pile: Pile, parses: Table[Parse], known: ChannelWords) -> Iterator[Relation]:
    """Write one line per channel and pair of sides, its states in the order in which the pages were written."""
    found: Found = defaultdict(list)
    for parse in parses:
        at = Evidence(parse.doc_id, parse.start, parse.end)
        abroad = sum(pile.entities[e].type in ("country", "government") for e in pile.sides(pile.within(at))) > 1
        for channel in channels(parse.words, known, abroad=abroad):
            sides = both(pile, at, near(pile, parse, channel))
            if sides and not pile.in_headline(at) and not pile.reworded(at.doc_id):  # a headline tells plans as done
                found[sides, key_of(pile, channel, parse.doc_id)].append((channel, at))
    for (sides, _), seen in sorted(gathered(found).items()):
        yield line(pile, sides, seen)


def near(pile: Pile, parse: Parse, channel: Channel) -> list[str]:
    """Give who is named in the clause of a channel; where that is nobody, in the nearest clause over it."""
    at = word_at(parse.words, channel.start, channel.end)
    named = pile.beginning(parse.doc_id, parse.start, parse.end)
    if at is None:
        return [e for _, _, e in named]
    top = clause_top(parse.words, at)
    there = [(word_at(parse.words, s, t), e) for s, t, e in named]
    own = [(i, e) for i, e in there if takes_part(parse, i, top)]
    while not own and parse.words[top].head >= 0:
        top = clause_top(parse.words, parse.words[top].head)
        own = [(i, e) for i, e in there if takes_part(parse, i, top)]
    many = len(pile.sides([e for _, e in own])) > PAIR
    if many:  # who opens it, and whom the channel's own phrase names
        inner: list[tuple[int | None, str]]
        inner = [(i, e) for i, e in own if i is not None and (opens(parse, i, top) or belongs(parse, i, at))]
        own = inner or own
    return [e for _, e in own] or [e for _, _, e in named]


def opens(parse: Parse, at: int, top: int) -> bool:
    """Tell whether a word stands in the subject of a clause."""
    while parse.words[at].head >= 0 and parse.words[at].head != top:
        at = parse.words[at].head
    return parse.words[at].head == top and parse.words[at].deprel.startswith("nsubj")


def both(pile: Pile, at: Evidence, near: list[str]) -> tuple[str, ...]:
    """Give the sides that a channel's clause names; where it names only one, or only the joint body, the two the page tells of."""
    named = [e for e in near if pile.party(e) and not pile.is_place(e) and not pile.joint(e)
             and not POST.search(pile.entities[e].name)]  # fmt: skip
    sides = pile.sides(named)
    bodies = tuple(s for s in sides if pile.entities[s].type != "person")
    sides = bodies or sides
    countries = tuple(s for s in sides if pile.entities[s].type in ("country", "government"))
    if len(countries) > 1 or len(sides) > 1:
        return countries if len(countries) > 1 else sides
    pair = pile.two(at.doc_id)
    alone = all(pile.entities[s].type == "person" for s in sides)  # a person has no channel to himself
    return pair if pair and (alone or set(sides) <= set(pair)) else sides


def gathered(found: Found) -> Found:
    """Put together lines on one channel under shorter names: the hotline, the hotline between the navies."""
    kept: Found = {}
    for (sides, name), seen in sorted(found.items(), key=lambda item: (-len(item[1]), item[0])):
        akin = (k for k in kept if set(sides) <= set(k[0]) or set(k[0]) <= set(sides))
        at = next((k for k in akin if one_name(name, k[1], seen, kept[k])), (sides, name))
        kept.setdefault(at, []).extend(seen)
    return kept


def one_name(name: str, other: str, seen: list[Seen], held: list[Seen]) -> bool:
    """Tell whether two names can mean one channel: one head, and the words of one among those of the other."""
    ours, theirs = set(name.split()), set(other.split())
    if {seen[0][0].head, held[0][0].head} <= HOTLINES:
        return True
    return seen[0][0].head == held[0][0].head and (
        ours <= theirs or theirs <= ours or bool(ours & theirs - {stem(seen[0][0].head)})
    )


def key_of(pile: Pile, channel: Channel, doc_id: str) -> str:
    """Give the stems of a channel's name, so that one channel has one line."""
    words = pile.documents[doc_id].text[channel.start : channel.end].lower().split()
    return " ".join(sorted({stem(w) for w in words if w.isalpha() and len(w) > 3})) or channel.head


def line(pile: Pile, sides: tuple[str, ...], seen: list[Seen]) -> Relation:
    """Write one channel with its states in time."""
    ordered = sorted(seen, key=lambda s: (pile.written(s[1].doc_id), s[1].doc_id, s[1].start))
    first: dict[str, str] = {}
    for c, at in ordered:
        first.setdefault((AHEAD if c.ahead else WORDS)[c.state], pile.written(at.doc_id))
    states = sorted(first, key=lambda s: (first[s], ORDER[s]))
    channel, at = max(
        ordered, key=lambda s: (min(s[0].end - s[0].start, 60), not pile.reworded(s[1].doc_id), s[1].doc_id)
    )
    what = pile.words(Evidence(at.doc_id, *stretched(pile.documents[at.doc_id].text, channel.start, channel.end)))
    evidence = tuple(dict.fromkeys(e for _, e in ordered))
    return Relation(make_id("rel", "channel", *sides, what), "channel", sides, what, "; ".join(states), None, evidence)
