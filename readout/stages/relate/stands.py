"""Lines on stands and promises as the sentences tell them: who demands, refuses, denies, offers, threatens or promises what."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from readout.ids import make_id
from readout.lexicon.stands import StandWords
from readout.records import Evidence, Parse, Relation
from readout.stages.relate.acts import SENTENCE, contents
from readout.stages.relate.mains import word_at
from readout.stages.relate.parties import takes_part
from readout.stages.relate.pile import COURT, Pile
from readout.stages.relate.voices import Heard
from readout.tables import Table
from readout.text.stands import Stand, called, phrase, stands

NUMBER = re.compile(r"\b\d[\d.,]*\b")
TO_COME = re.compile(r"\b(?:will|would|shall|won['’]t)\b|['’]ll\b", re.I)
NEAR = 3  # sentences back to what a refusal without an object answers; ours
SAME = 0.4  # share of the shorter stand's words from which two stands are one; ours
ANSWERED = 0.6  # share of a refusal's words that stand in the demand it answers; ours
MOST = 3  # parties of a stand: its holder and whom it is addressed to
SELF = frozenset(("i", "we"))
MET = frozenset(("meet", "receive", "host", "negotiate", "talk", "confer", "speak", "telephone", "phone"))
PAIR = 2  # parties that are both
POINTED = frozenset(("they", "it"))
SIDES = frozenset(
    ("side", "government", "country", "party", "state", "nation", "delegation", "capital", "neighbour", "ministry")
)
MEETING = frozenset(("ministers", "leaders", "presidents", "delegations", "negotiators", "parties", "sides"))
ANSWERS = frozenset(("refusal", "denial"))
ASKED = frozenset(("demand", "proposal", "accusation", "threat", "legal action"))
DENIED = frozenset(("accusation", "threat"))  # what one denies; a demand is refused
TOLD = {"refusal": "refused", "denial": "denied"}


@dataclass(frozen=True)
class Taken:
    """One stand of known parties, with the words that tell what it is about."""

    kind: str
    holders: tuple[str, ...]
    hearers: tuple[str, ...]
    what: str
    at: Evidence
    about: Evidence | None  # the sentence before, where the stand only points back to it
    words: frozenset[str]
    dealt: bool = False  # whether a deal binds the holder to it

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        return (self.at, self.about) if self.about else (self.at,)


def stands_of(pile: Pile, parses: Table[Parse], heard: Heard, known: StandWords) -> list[Taken]:
    """List the stands and promises that the pages tell."""
    return [t for page in by_page(parses) for t in taken(pile, page, heard, known)]


def stand_lines(pile: Pile, found: Sequence[Taken], heard: Heard) -> Iterator[Relation]:
    """Write one line per stand, with the answer the other side gives, and one per promise."""
    promises = [t for t in found if t.kind == "promise"]
    others = [t for t in found if t.kind != "promise"]
    for group in grouped(promises):
        yield promise_line(pile, group, heard)
    asked, answers = grouped(t for t in others if t.kind in ASKED), grouped(t for t in others if t.kind in ANSWERS)
    met: dict[int, list[list[Taken]]] = defaultdict(list)
    near = indexed(asked)
    for answer in answers:
        close = sorted({n for t in answer for k in ((t.about.doc_id,) if t.about else t.words) for n in near[k]})
        n = next((n for n in close if answered(asked[n], answer)), None)
        if n is None and best(pile, answer).about is None:
            yield stand_line(pile, answer, [])
        elif n is None:
            continue
        else:
            met[n].append(answer)
    for n, group in enumerate(asked):
        yield stand_line(pile, group, met[n])


def indexed(groups: Sequence[Sequence[Taken]]) -> dict[str, list[int]]:
    """List the stands of each page and with each word."""
    found: dict[str, list[int]] = defaultdict(list)
    for n, group in enumerate(groups):
        for key in dict.fromkeys(k for t in group for k in (t.at.doc_id, *sorted(t.words))):
            found[key].append(n)
    return found


def by_page(parses: Table[Parse]) -> Iterator[Sequence[Parse]]:
    """Give the sentences of each page in text order."""
    for _, page in sorted(parses.by("doc_id").items(), key=lambda item: str(item[0])):
        yield sorted(page, key=lambda p: p.start)


def taken(pile: Pile, page: Sequence[Parse], heard: Heard, known: StandWords) -> Iterator[Taken]:
    """Give the stands of one page whose holder is a party."""
    last: Evidence | None = None
    asked: tuple[int, Evidence] | None = None  # the last demand, offer, accusation or threat, and in which sentence
    acted: tuple[str, ...] = ()
    for number, parse in enumerate(page if not pile.reworded(page[0].doc_id) else ()):  # a machine's words are nobody's
        asks = pile.words(Evidence(parse.doc_id, parse.start, parse.end)).rstrip('”"’») ').endswith("?")
        said = [] if asks else list(stands(parse.words, known))
        for stand in said:
            if any(COURT.search(parse.words[i].lemma) for i in stand.holders):
                continue  # it rules
            holders = held_by(pile, parse, stand, heard, acted)
            if not any(pile.party(h) and not pile.judges(h) for h in holders) or relative(parse, stand):
                continue
            at = Evidence(parse.doc_id, stand.start, stand.end)
            about = None
            if stand.pointing:
                near = asked is not None and number - asked[0] <= NEAR and stand.kind in ANSWERS
                about = asked[1] if asked and near else None if stand.kind == "refusal" else last
                if about is None:
                    continue
            what = told(pile, parse, stand, at, holders)
            what = what if about is None else f"{pile.words(about)} — {what}"
            hearers = addressed(pile, parse, stand, holders)
            assured = parse.words[stand.at].lemma.lower() == "assure" and not TO_COME.search(what)
            words = subject_words(pile, what, holders)
            idle = long_ago(pile, parse, stand) or (stand.kind in ASKED and empty(what, words))
            if not assured and not idle and (stand.kind != "accusation" or hearers):
                asked = (number, at) if stand.kind in ASKED else asked
                yield Taken(stand.kind, holders, hearers, what, at, about, words)
        last, acted = Evidence(parse.doc_id, parse.start, parse.end), actor_of(pile, parse) or acted


def addressed(pile: Pile, parse: Parse, stand: Stand, holders: Sequence[str]) -> tuple[str, ...]:
    """Give whom else the words of a stand name, but in a clause that only describes something, or to say where."""
    named = pile.beginning(parse.doc_id, stand.start, stand.end)
    near = [e for s, t, e in named if t <= stand.end and takes_part(parse, word_at(parse.words, s, t), stand.at)]
    apart = (*holders, *(e for e in near if pile.is_place(e) or pile.joint(e) or pile.judges(e)))
    return tuple(e for e in near if e not in apart and pile.party(e))


def relative(parse: Parse, stand: Stand) -> bool:
    """Tell whether a stand is told in passing, of a thing that a relative clause describes: a strike that it had threatened, a
    tax with which it threatens others."""
    verb = parse.words[stand.at]
    return verb.upos == "VERB" and verb.deprel == "acl:relcl" and any(
        w.head == stand.at and w.deprel.split(":")[0] in ("obj", "obl") and w.lemma.lower() in ("that", "which", "who", "what")
        for w in parse.words
    )  # fmt: skip


def long_ago(pile: Pile, parse: Parse, stand: Stand) -> bool:
    """Tell whether a stand was taken in a year before that of its page."""
    written, text = pile.written(parse.doc_id)[:4], pile.documents[parse.doc_id].text
    own = [text[w.start : w.end] for w in parse.words if w.head == stand.at and w.deprel.startswith("obl")]
    return bool(written) and any(len(y) == len(written) and y.isdigit() and y < written for y in own)


def empty(what: str, words: frozenset[str]) -> bool:
    """Tell whether a stand says but one thing, of something that only a pronoun names: wants it to stop."""
    return len(words) < 2 and any(w in ("it", "them", "this", "these", "so") for w in what.lower().split())


def told(pile: Pile, parse: Parse, stand: Stand, at: Evidence, holders: Sequence[str]) -> str:
    """Give the words of a stand, with the name of its holder where they stand before another verb."""
    words = pile.words(at)
    if any(stand.start <= parse.words[i].start < stand.end for i in stand.holders) or not holders:
        return words
    if parse.end - parse.start <= SENTENCE:
        return pile.words(Evidence(parse.doc_id, parse.start, parse.end)).strip("#*- ").rstrip(".")
    return f"{' and '.join(pile.entities[h].name for h in holders)} {words}"


def held_by(pile: Pile, parse: Parse, stand: Stand, heard: Heard, acted: tuple[str, ...]) -> tuple[str, ...]:
    """Give whose stand it is: who is named, who speaks where it says I, who acted before where it says they."""
    lows = {parse.words[i].lemma.lower() for i in stand.holders}
    at = Evidence(parse.doc_id, stand.start, stand.end)
    named = pile.named_by(parse, stand.holders) or pile.named_by(parse, called(parse.words, stand.holders))
    if named and not ("they" in lows and len(named) < PAIR == len(acted)):
        return named
    if lows & SELF:
        return heard.speaker(at)
    forms = {
        pile.words(Evidence(parse.doc_id, parse.words[i].start, parse.words[i].end)).lower() for i in stand.holders
    }
    if lows & {"both", "each"} or two_sides(parse, stand.holders) or forms & MEETING:
        return acted if len(acted) == PAIR else pile.two(parse.doc_id)
    if len(stand.holders) > 1 or not lows & POINTED:
        return ()
    sayer = said_by(parse, stand.holders[0])
    if sayer is not None and sayer > stand.holders[0]:
        return ()  # he had been against it, two who were there said: he is none of them
    if sayer is not None:  # the club said it would appeal: the club is meant, known or not
        return pile.named_by(parse, phrase(parse.words, sayer)) or heard.speaker(at)
    several = len(acted) > 1
    return tuple(e for e in acted if ("they" in lows) == (several or pile.entities[e].name.lower().endswith("s")))


def two_sides(parse: Parse, holders: Sequence[int]) -> bool:
    """Tell whether holders are the two sides: two governments, not two members of a party."""
    return any(
        parse.words[i].lemma.lower() in SIDES and parse.words[i].head not in holders
        and any(parse.words[k].lemma.lower() in ("two", "2") and parse.words[k].head == i for k in holders)
        for i in holders
    )  # fmt: skip


def said_by(parse: Parse, at: int) -> int | None:
    """Give the subject of the verb under which a clause with a pronoun stands in one sentence."""
    verb = parse.words[at].head
    for _ in range(4):
        verb = parse.words[verb].head if verb >= 0 else -1
        if verb < 0:
            return None
        own = next(
            (i for i, w in enumerate(parse.words) if w.head == verb and w.deprel in ("nsubj", "nsubj:pass")), None
        )
        if own is not None and own != at:
            return own
    return None


def actor_of(pile: Pile, parse: Parse) -> tuple[str, ...]:
    """Give the bodies, or the persons where there are several, that are the subject of a sentence; of a meeting of two both."""
    met = [i for i, w in enumerate(parse.words) if w.upos == "VERB" and w.lemma.lower() in MET]
    for verb in met:
        ends = [(i, *(k for k, c in enumerate(parse.words) if c.head == i))
                for i, w in enumerate(parse.words) if w.head == verb and w.deprel in ("nsubj", "obj", "obl")]  # fmt: skip
        sides = pile.sides(
            [e for end in ends for e in pile.named_by(parse, end) if pile.party(e) and not pile.is_place(e)]
        )
        if len(sides) == 2:
            return sides
    for i, w in enumerate(parse.words):
        if w.deprel in ("nsubj", "nsubj:pass"):
            found = pile.named_by(parse, (i, *(k for k, c in enumerate(parse.words) if c.head == i)))
            bodies = tuple(e for e in found if pile.entities[e].type not in ("person", "place"))
            if bodies or len(found) > 1:
                return bodies or found
    return ()


def subject_words(pile: Pile, what: str, holders: Sequence[str]) -> frozenset[str]:
    """Give the stems of what a stand is about, its holder's names left out."""
    return (contents(what) - frozenset().union(*(contents(pile.entities[h].name) for h in holders))) | {
        *NUMBER.findall(what)
    }


def grouped(found: Iterator[Taken] | Sequence[Taken]) -> list[list[Taken]]:
    """Put together what is one stand of one side."""
    groups: list[list[Taken]] = []
    held: dict[tuple[str, str], list[int]] = defaultdict(list)
    for t in sorted(found, key=lambda t: (-len(t.words), t.at.doc_id, t.at.start)):
        if not t.words:
            continue
        near = sorted({n for h in t.holders for n in held[t.kind, h]})
        n = next((n for n in near if alike(groups[n][0], t)), None)
        if n is None:
            n = len(groups)
            groups.append([])
        groups[n].append(t)
        for h in groups[n][0].holders:
            if n not in held[t.kind, h][-1:]:
                held[t.kind, h].append(n)
    return groups


def one_side(one: Taken, other: Taken) -> bool:
    return bool(set(one.holders) & set(other.holders))


def alike(one: Taken, other: Taken) -> bool:
    """Tell whether two stands are about the same."""
    if set(one.evidence) & set(other.evidence):
        return True
    shared = len(one.words & other.words)
    return shared >= min(2, len(one.words), len(other.words)) and shared >= SAME * min(len(one.words), len(other.words))


def answered(asked: Sequence[Taken], answer: Sequence[Taken]) -> bool:
    """Tell whether a refusal or denial answers a demand, offer or accusation of another side."""
    for a in asked:
        for b in answer:
            if one_side(a, b) or (b.kind == "denial" and a.kind not in DENIED):
                continue
            if b.about and overlap(a.at, b.about):
                return True
            if not b.about and len(a.words & b.words) > 1 and len(a.words & b.words) >= ANSWERED * len(b.words):
                return True
    return False


def overlap(one: Evidence, other: Evidence) -> bool:
    return one.doc_id == other.doc_id and one.start < other.end and other.start < one.end


def best(pile: Pile, group: Sequence[Taken]) -> Taken:
    """Give the telling one would write down: no machine's words, no headline, the fullest within a line."""
    return max(group, key=lambda t: (
        not pile.reworded(t.at.doc_id), not pile.in_headline(t.at), t.about is None, min(len(t.words), 8), -len(t.what), t.what,
    ))  # fmt: skip


def stand_line(pile: Pile, group: Sequence[Taken], answers: Sequence[Sequence[Taken]]) -> Relation:
    """Write one stand with the answers to it."""
    first = best(pile, group)
    sides = pile.sides(first.holders)
    state = [first.kind]
    parties = list(dict.fromkeys((*sides, *(pile.sides(first.hearers)))))[:MOST]
    told = list(ordered(pile, group))
    for answer in answers:
        other = pile.sides(best(pile, answer).holders)
        state.append(f"{TOLD[answer[0].kind]} by {' and '.join(pile.entities[e].name for e in other)}")
        parties += [e for e in other if e not in parties]
        told += [e for e in ordered(pile, answer) if e not in told]
    key = make_id("rel", "position", first.kind, *sides, first.at.doc_id, str(first.at.start))
    return Relation(key, "position", tuple(parties), first.what, "; ".join(dict.fromkeys(state)), None, tuple(told))


def ordered(pile: Pile, group: Sequence[Taken]) -> Iterator[Evidence]:
    """Give the evidence of a stand: the telling that is shown first, then the others as they were written."""
    first = best(pile, group)
    rest = sorted(group, key=lambda t: (t is not first, pile.written(t.at.doc_id), t.at.doc_id, t.at.start))
    yield from dict.fromkeys(e for t in rest for e in t.evidence)


def promise_line(pile: Pile, group: Sequence[Taken], heard: Heard) -> Relation:
    """Write one promise or deal."""
    first = best(pile, group)
    sides = pile.sides([h for t in group for h in t.holders])
    told = tuple(ordered(pile, group))
    tellers = {pile.sides(heard.speaker(t.at)) for t in group}
    bodies = [s for s in pile.sides(first.holders) if pile.entities[s].type != "person"]
    both = len(bodies) > 1 or (len(first.holders) > 1 and (not bodies or " agreed " in f" {first.what} "))
    state = "agreed" if both or any(t.dealt for t in group) else "promised"
    alone = next(iter(tellers)) if len(tellers) == 1 else ()
    alone = (
        () if any(pile.entities[e].type == "group" for e in alone if e in pile.entities) else alone
    )  # both sides' ministers
    if alone and (
        len(sides) > 1 or not set(alone) & set(sides)
    ):  # that somebody promised by his own word goes without saying
        state += f"; by the word of {' and '.join(pile.entities[e].name for e in alone)} alone"
    key = make_id("rel", "commitment", *sides, first.at.doc_id, str(first.at.start))
    parties = tuple(dict.fromkeys((*sides, *pile.sides(first.hearers))))
    return replace(Relation(key, "commitment", parties, first.what, state, None, told))
