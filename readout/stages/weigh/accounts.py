"""Set the accounts that several people give of one act side by side: why it was called off, what caused it, who did it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from readout.records import Attribution, Document, Evidence, Sentence
from readout.stages.weigh.acts import Acts, Place
from readout.stages.weigh.givers import Giver
from readout.stages.weigh.loose import BEFELL, CAUSED, Loose, by_page
from readout.stages.weigh.motives import LOOSELY
from readout.stages.weigh.sides import same_name
from readout.stages.weigh.values import Pages
from readout.text.acts import CALAMITY
from readout.text.number_words import VALUES
from readout.text.rarity import rarity
from readout.text.told_accounts import (
    ABOUT_THEM,
    ANOTHER,
    DIFFERS,
    NO_REASON,
    OTHERWISE,
    PUNISHED,
    REBUTS,
    SET_APART,
    TO_COME,
    UNDONE,
    accused_of,
    asks_why,
    clause,
    fragments,
)
from readout.text.told_faults import tells_beginning, tells_fault

FAR = 2  # sentences from one account to the one set against it; ours
FURTHER = 6  # the same, where what was said is a reason and the other is called another story; ours
ANSWERS = 3  # sentences behind a question in which it is answered; ours
COLON = 4  # characters before what is said in which a colon leads to it; ours
NO_ACCOUNT = frozenset(("deny", "accuse"))
SAYINGS = frozenset(("REJECT", "REQUEST", "THREATEN"))  # acts of words, which are mostly not what reasons are given of
SPOKEN_OF = frozenset(("ask", "demand", "promise", "threaten", "praise"))  # sayings that give no account


class Saying(NamedTuple):
    """One account: where it stands, who gives it, the number of its sentence, the act of speech, and how it is told."""

    start: int
    end: int
    who: Giver
    sentence: int
    act: str | None
    kind: str
    reason: Loose | None = None  # read as a reason already


@dataclass(frozen=True)
class Page:
    """A page with its sentences and the accounts told in each."""

    document: Document
    lines: Sequence[Sentence]
    sayings: Mapping[int, Sequence[Saying]]

    def words(self, number: int) -> str:
        """Give the words of a sentence; none beyond the ends of the page."""
        if not 0 <= number < len(self.lines):
            return ""
        return self.document.text[self.lines[number].start : self.lines[number].end]

    def told(self, first: int, last: int) -> list[Saying]:
        """List the accounts of some sentences in text order."""
        return [s for n in range(first, last + 1) for s in self.sayings.get(n, ())]


def accounts(
    documents: Iterable[Document], sentences: Mapping[str, Sequence[Sentence]], attributions: Mapping[str, Sequence[Attribution]],
    loose: Sequence[Loose], known: tuple[Acts, Pages],
) -> Iterator[Loose]:  # fmt: skip
    """Give what pages tell with the accounts that they set against each other, as reasons of the act they are of."""
    rest, reasons = by_page(loose)
    yield from rest
    for d in documents:
        if d.analysed:
            lines = sorted(sentences.get(d.doc_id, ()), key=lambda s: (s.start, s.end))
            yield from of_page(page_of(d, lines, attributions.get(d.doc_id, ()), reasons.get(d.doc_id, ()), known[1]), known[0])


def page_of(
    d: Document,
    lines: Sequence[Sentence],
    attributions: Sequence[Attribution],
    reasons: Sequence[Loose],
    pages: Pages,
) -> Page:
    """Sort what a page tells by sentence; what is told as a reason is told once."""
    told: dict[int, list[Saying]] = {}
    for n, line in enumerate(lines):
        listed = [said_as(r, n, pages) for r in reasons if line.start <= r.start < line.end]
        for a in attributions:
            if a.content and line.start <= a.content[0][0] < line.end and a.act not in SPOKEN_OF:
                s, e = a.content[0]
                who = pages.givers.speaker(d.doc_id, s, e)
                listed.append(Saying(s, min(e, line.end), who, n, a.act, a.kind))
        for s, e in fragments(d.text[line.start : line.end]):
            start, end = line.start + s, line.start + e
            if not any(x.start < end and start < x.end for x in listed):
                who = pages.giver(Evidence(d.doc_id, start, end))
                listed.append(Saying(start, end, who if who.key else Giver("folk", None), n, None, "fragment"))
        told[n] = sorted(listed, key=lambda s: (s.start, s.end))
    return Page(d, lines, told)


def said_as(r: Loose, number: int, pages: Pages) -> Saying:
    """Take a reason for an account."""
    who = pages.giver(Evidence(r.doc_id, r.start, r.end))
    return Saying(r.start, r.end, who, number, None, "reason", r)


def of_page(page: Page, acts: Acts) -> Iterator[Loose]:
    """Give the reasons of one page and the accounts set against each other, each stretch once."""
    done: dict[int, Loose] = {}
    for find in (answered, accused, opposed, told_otherwise):
        for n in range(len(page.lines)):
            group = [s for s in find(page, n) if s.start not in done]
            if len({s.who.key for s in group}) > 1:
                done.update((x.start, x) for x in side_by_side(page, n, group, acts))
    yield from done.values()
    for s in page.told(0, len(page.lines)):
        if any(x.start < s.end and s.start < x.end for x in done.values()):
            continue
        told = s.reason or blamed(page, s, acts)
        if told:
            yield told


def blamed(page: Page, s: Saying, acts: Acts) -> Loose | None:
    """Give what somebody says went wrong, or who began, as a reason of what befell; it tells beside another's account alone."""
    account = cut(page, s) if s.who.key and s.kind != "fragment" and s.act != "deny" and not counts(page, s) else None
    if account is None:
        return None
    words = page.document.text[account.start : account.end]
    kinds = ((CALAMITY,) if tells_fault(words) else ()) + (("ASSAULT", "PROTEST") if tells_beginning(words) else ())
    line = page.lines[s.sentence]
    place = Place(page.document.doc_id, line.start, line.end, None, None)
    about = acts.choose(place, kinds, "reason") if kinds else None
    if about is None:
        return None
    giver = s.who if s.who.key != "folk" else None
    return Loose(about, page.document.doc_id, "reason", account.start, account.end, None, gated=True, giver=giver, causal=True)


def side_by_side(page: Page, number: int, group: Sequence[Saying], acts: Acts) -> Iterator[Loose]:
    """Write accounts as reasons of one act."""
    about = next((s.reason.about for s in group if s.reason), None) or act_of(page, number, group[0], acts)
    name, about = undone_apart(page, number, about, acts)
    defence = group[0].reason and PUNISHED.search(page.words(number)) and not UNDONE.search(page.words(number))
    known = acts.known.get(about)
    why_not = known is not None and known.status in UNDONE_ACTS and any(s.reason for s in group)
    # Why it did not come about, or what is told otherwise: who answers one account gives another.
    asked = asks_why(page.words(number)) or why_not or OTHERWISE.search(page.words(number)) is not None
    for n, s in enumerate(group):
        giver = s.who if s.who.key != "folk" else None
        against = n > 0 and not defence  # a defence is a dispute where somebody is named for the charge
        causal = s.reason is not None or asked
        yield Loose(about, page.document.doc_id, name, s.start, s.end, None, against=against, giver=giver, causal=causal)


def undone_apart(page: Page, number: int, about: str, acts: Acts) -> tuple[str, str]:
    """Name the property and the act of reasons told of what no act found was: kept apart on the story, so that why a ceremony was
    put off is no cause of the crash told beside it."""
    doc_id, known = page.document.doc_id, acts.known.get(about)
    undone = UNDONE.search(page.words(number)) or UNDONE.search(page.words(number - 1))
    if known and (
        not undone or asks_why(page.words(number)) or known.status in UNDONE_ACTS or known.type in SELF_UNDONE
    ):
        return "reason", about
    told = (sorted(w for w in WORD.findall(page.words(n)) if w.islower()) for n in range(number, number - FURTHER, -1))
    words = next(
        (w for n, w in enumerate(told) if w and (undone is None or UNDONE.search(page.words(number - n)) or n > 1)), []
    )
    rarest = max(words, key=lambda w: (rarity(w), w), default=None)
    return (f"reason: {rarest}" if rarest else "reason"), acts.story.get(doc_id, doc_id)


UNDONE_ACTS = frozenset(("cancelled", "postponed", "refused", "negated"))
SELF_UNDONE = frozenset(("REJECT", "RETREAT", "CONCEDE", "SANCTION"))  # acts by which something is given up
WORD = re.compile(r"[^\W\d_]{5,}")


def act_of(page: Page, number: int, first: Saying, acts: Acts) -> str:
    """Give the act that accounts are of: what befell, one not done told just before, the one told beside; else the story."""
    line = page.lines[number]
    place = Place(page.document.doc_id, line.start, line.end, None, None)
    story = acts.story.get(place.doc_id, place.doc_id)
    if BEFELL.search(page.words(number)):
        return acts.choose(place, CAUSED, "reason") or story
    near = acts.undone_before(place) or acts.nearby(place, line.start) or acts.last_before(place, first.start)
    return near if near and acts.known[near].type not in SAYINGS else story


def cut(page: Page, s: Saying, least: int = 2) -> Saying | None:
    """Cut an account to its first clause; null where nothing is left of it. A fragment and a reason stay whole."""
    if s.kind in ("fragment", "reason"):
        return s
    found = clause(page.document.text, s.start, s.end, least)
    return s._replace(start=found.start, end=found.end) if found else None


def denies(page: Page, s: Saying) -> bool:
    """Tell whether a saying only denies; what stands behind its colon is an account."""
    return s.act == "deny" and ":" not in page.document.text[max(0, s.start - COLON) : s.start]


def answered(page: Page, number: int) -> list[Saying]:
    """List the answers of several people to a question why."""
    if not asks_why(page.words(number)):
        return []
    made: list[Saying] = []
    for s in page.told(number, number + ANSWERS):
        last = made[-1] if made else None
        told_on = (
            last and last.kind == "fragment" and s.sentence == last.sentence
        )  # the timetable, she said; two had trains to catch
        told_again = last and last.who.key == "folk" and s.kind == "direct" and s.sentence == last.sentence + 1
        if told_on or told_again:
            continue
        answer = cut(page, s, 1)  # the ministry speaks of jobs
        if answer and answer.who.key and all(answer.who.key != m.who.key for m in made) and not denies(page, s):
            made.append(answer)
    return made


def accused(page: Page, number: int) -> list[Saying]:
    """List what somebody is accused of and what is said against it by who rebuts it."""
    for a in page.sayings.get(number, ()):
        at = accused_of(page.document.text[a.start : a.end]) if a.act == "accuse" else None
        charge = cut(page, a._replace(start=a.start + at)) if at else None
        if charge is None or not charge.who.key:
            continue
        for n in range(number, min(number + FAR + 1, len(page.lines))):
            where = REBUTS.search(page.words(n))
            if where is None or page.lines[n].start + where.start() < a.end:
                continue
            for b in page.told(n, n + 1):
                answer = None if b.kind == "direct" or denies(page, b) or b.act == "accuse" else cut(page, b)
                if answer and b.start > a.end and answer.who.key not in (None, charge.who.key):
                    return [charge, answer]
            break
    return []


def opposed(page: Page, number: int) -> list[Saying]:
    """List two accounts set against each other: of a reason, or of something given up or kept from taking place."""
    for a in anchors(page, number):
        for b in page.told(number, number + (FURTHER if a.reason else FAR + 1)):
            no_account = b.kind == "direct" or denies(page, b) or b.act == "accuse"
            if b.start <= a.end or no_account or one_giver(a, b) or counts(page, a) or counts(page, b):
                continue
            answer = cut(page, instead(page, b)) if b.who.key or b.reason else None
            if answer and set_apart(page, a, answer):
                return [a, answer]
    return []


def told_otherwise(page: Page, number: int) -> list[Saying]:
    """List an account and the one of somebody who, in so many words, rejects it or tells another: the ministry rejected that
    account and said that he had drowned."""
    where = OTHERWISE.search(page.words(number))
    at = page.lines[number].start + where.start() if where else 0
    before = [s for s in page.told(max(0, number - FAR), number) if s.end <= at and account_of(page, s)]
    if where is None or not before:
        return []
    first = next((s for s in reversed(before) if s.reason), before[-1])
    rejecters = {s.who.key for s in page.told(number, number) if s.end > at} - {first.who.key, None}
    for s in page.told(number, number + 1):
        own = s.who.key in rejecters or not rejecters or s.sentence == number
        if s.start >= at + len(where.group()) and own and account_of(page, s) and not one_giver(first, s):
            answer = cut(page, s)
            one = cut(page, first)
            return [one, answer] if one and answer else []
    return []


def account_of(page: Page, s: Saying) -> bool:
    """Tell whether a saying can be somebody's account of what happened: no bare denial, no charge, no number, nothing to come."""
    told = page.document.text[s.start : s.end]
    named = (s.who.key is not None or s.reason is not None) and not QUOTED.search(told)
    return named and s.kind != "direct" and not denies(page, s) and not counts(page, s) and not TO_COME.search(told)


QUOTED = re.compile(r"[“”\"«»]")  # a word for what happened rather than what happened: as "an outrage"


def instead(page: Page, b: Saying) -> Saying:
    """Give what somebody says in the next sentence who only says that a reason told is none; else what is said."""
    if not NO_REASON.search(page.document.text[b.start : b.end]):
        return b
    behind = [s for s in page.told(b.sentence, b.sentence + 1) if s.start >= b.end and s.who.key == b.who.key]
    return behind[0]._replace(sentence=b.sentence) if behind else b


def counts(page: Page, s: Saying) -> bool:
    """Tell whether a saying, no reason, tells a number; those are set side by side otherwise."""
    return s.reason is None and bool(COUNTED.search(page.document.text[s.start : s.end]))


SPELLED = "|".join(sorted(w for w in VALUES if len(w) > 2))
LOST = r"died|dead|deaths?|killed|lost|lives|hurt|injured|wounded|arrested|detained|missing|captured|taken"
COUNTED = re.compile(
    rf"^.{{0,24}}\d|\b(?:number|total|toll) of\b|\bhas (?:risen|fallen) to\b|"
    rf"^.{{0,24}}\b(?:{SPELLED})\b.{{0,60}}\b(?:{LOST})\b|\b(?:{LOST})\s(?:[\w-]+\s)?(?:{SPELLED})\b",
    re.I,
)


def of_one_undone(page: Page, a: Saying, b: Saying) -> bool:
    """Tell whether two sayings, one behind the other, both say why something was not done: behind a reason given for it, or the
    second of the first's giver."""
    text = page.document.text
    behind = UNDONE.search(page.words(a.sentence - 1)) or (
        a.reason and (UNDONE.search(page.words(a.sentence)) or PUNISHED.search(page.words(a.sentence)))
    )
    if not behind or b.kind != "indirect" or any(TO_COME.search(text[s.start : s.end]) for s in (a, b)):
        return False
    told = text[b.start : b.end]
    giver = (a.who.words or "").split()[-1:]
    return bool(a.reason or ABOUT_THEM.match(told) or any(w in told for w in giver))


def one_giver(a: Saying, b: Saying) -> bool:
    """Tell whether two accounts are given by one: Salen; Interior Minister Duarte Salen."""
    return bool(a.who.key and a.who.key == b.who.key) or same_name(a.who.words, b.who.words)


def anchors(page: Page, number: int) -> Iterator[Saying]:
    """Give the accounts of a sentence that another can be set against."""
    undone = UNDONE.search(page.words(number)) or UNDONE.search(page.words(number - 1))
    listed = page.sayings.get(number, ())
    for s in listed:
        if s.reason and s.reason.aspect == LOOSELY:
            continue
        if not s.reason and any(r.reason and r.start < s.end and s.start < r.end for r in listed):
            continue
        anchor = cut(page, s) if s.reason or (undone and s.kind != "direct" and s.act not in NO_ACCOUNT) else None
        if anchor and (s.reason or (anchor.who.key and not UNDONE.search(page.document.text[s.start : s.end]))):
            yield anchor


def set_apart(page: Page, a: Saying, b: Saying) -> bool:
    """Tell whether a page sets one account against another: in one sentence, in the next, or in the one behind a sentence that
    says so."""
    if a.sentence == b.sentence:
        return bool(SET_APART.search(page.document.text[a.end : b.start]))
    own, before = page.words(b.sentence), page.words(b.sentence - 1)
    if b.sentence - a.sentence == 1:
        return bool(DIFFERS.search(own)) or of_one_undone(page, a, b)
    near = b.sentence - a.sentence == FAR and not page.sayings.get(b.sentence - 1)
    return bool(ANOTHER.search(own) or ANOTHER.search(before) or (near and DIFFERS.search(before)))
