"""Lines on acts: what was agreed, what was done to the other side, what lies ahead."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Literal

from readout.ids import make_id
from readout.records import Event, Evidence, Occurrence, Relation
from readout.stages.relate.mains import is_main, subjects, taking_part, word_at
from readout.stages.relate.parties import own
from readout.stages.relate.pile import Pile
from readout.stages.relate.wording import DEALT, NO_DEAL, PROMISED
from readout.tables import Table
from readout.text.acts import PROMISING, REAL, act_of
from readout.text.stem import stem
from readout.text.times import read_times

Category = Literal["commitment", "incident", "position", "upcoming"]
HOSTILE = frozenset(("ASSAULT", "COERCE", "SANCTION"))
AHEAD = frozenset(("planned", "proposed", "postponed"))
# What ties a clause to another, which a line does not tell.
LED = re.compile(r"^(?:when|while|because|although|though|whereas) (?!\w+ing\b)", re.I)
ENOUGH = 4  # content words from which a clause says enough; ours
SENTENCE, MOSTLY = (
    170,
    0.6,
)  # characters of a sentence that is told whole, and the share of it that the clause must be; ours
BEFORE = 60  # characters before a deal in which its breach is told; ours
DAY = 10  # characters of an ISO day
WEEKDAY = re.compile(r"day\b|\b\d{1,2}\b")
LINE = 90  # characters from which a longer clause tells no more; ours
FEWEST = 4  # words of a clause that can be read by itself; ours
PAIR = 2  # who are both
MOST = 3  # parties of a line that others are added to
BODIES = frozenset(("country", "government", "organisation"))
ASKED = re.compile(
    r"\b(?:demand|call(?:s|ed|ing)? (?:for|on)|urg|want|ask|refus|reject|threat|would|offer|petition)", re.I
)
# What tells that something did not come about.
FAILED = re.compile(
    r"\b(?:never|did not|didn['’]t|failed to) (?:\w+ )?"
    r"(?:take place|took place|taken place|happen|begin|start|go ahead|come about|materiali[sz]e)\b|"
    r"\b(?:was|were|been) (?:never held|not held)\b", re.I,
)  # fmt: skip
ORPHAN = re.compile(r"^[a-z]+, (?=\w)")  # the last word of a time that the clause has lost: morning, the two signed
LEANING = frozenset((
    "which", "who", "that", "whom", "whose", "it", "they", "them", "to", "of", "where", "be", "and", "or", "but", "nor", "was",
    "were", "is", "are", "been", "being", "has", "have", "had", "will", "would", "did", "does", "do", "by", "than", "as", "said",
    "says",
))  # fmt: skip
# What one puts into a diary: also a trial, a motion, sanctions that take effect.
EVENTS = frozenset((
    "CONSULT", "MOBILIZE", "PROTEST", "COOPERATE", "AID", "AGREE", "COERCE", "ACCUSE", "SANCTION", "RETREAT",
))  # fmt: skip
SHORTEST = 28  # days of the shortest month
OFFER = stem("offer")
BROKERED = frozenset(map(stem, ("broker", "brokered", "mediate", "mediated", "announce", "announced")))  # for others
DEALS = frozenset(map(stem, (
    "sign", "initial", "conclude", "strike", "clinch", "seal", "ratify", "deal", "accord", "pact", "protocol", "treaty",
    "agreement", "truce", "ceasefire", "settlement", "memorandum", "contract", "compromise",
)))  # fmt: skip
# Protest that does harm to the other side: modes, and stems of words that tell it.
# Words that tell that a deal was made, not what was agreed.
MAKING = DEALS | frozenset(map(stem, (
    "agree", "reach", "signed", "signing", "initialled", "concluded", "struck", "call", "talks", "meeting", "round", "minutes",
    "hours", "which", "lasted", "second", "third", "nothing", "everything", "text", "document", "names", "paper",
    "statement", "member", "country", "page",
)))  # fmt: skip
# What is done to a deal that stands, which makes none: they accuse each other of breaking it, leave it, act against it.
SPOILED = re.compile(
    r"\b(?:br(?:eak|oke|each)|violat|infring|flout|ignor|disregard|defy|defied|circumvent|undermin|sabotag|endanger|jeopardi[sz]|"
    r"t(?:ear\w*|ore|orn) up|scrap|abandon|reneg|void|annul|terminat|suspend|quit|"
    r"withdr[ae]w\w* from|pull\w* out of|back\w* out of|"
    r"walk\w* away from|contrary to|against|without|accus|renegotiat|revis|criticis|denounc|oppos|reject)\w*"
    r"(?:\s+(?:of|on|with))?\s+(?:the|its|their|his|her|that|this|any|a|an)\s+(?:[\w’'-]+\s+){0,2}$", re.I,
)  # fmt: skip
UNRULY = frozenset(
    ("riot", "obstruct", "strike", "boycott", *map(stem, ("stop", "walkout", "stoppage", "blockade", "sit-in")))
)
TRIPS = frozenset(map(stem, ("visit", "trip", "travel", "journey", "tour")))
WORD = re.compile(r"[^\W\d_]{4,}")
# Words that say nothing of what is demanded, refused or promised.
_EMPTY = (
    "this that these those they them there here with from will would could should must have been were being said says also told "
    "accusation allegation charge claim offer proposal demand request idea matter question comment report rumour rumor absurd time "
    "demanded asked wanted wants urged called rejected refused denied declined turned down accused promised agreed pledged opposed "
    "minister president government ministry spokesman spokeswoman office foreign prime deputy interior defence leader both side "
    "else nothing everything anything "
    "first before after until while again still already once more less much many some such same even just only "
    "monday tuesday wednesday thursday friday saturday sunday week month year today yesterday tomorrow principle"
)
EMPTY = frozenset(stem(w) for w in _EMPTY.split())


def acts(pile: Pile, occurrences: Table[Occurrence]) -> Iterator[Relation]:
    """Write the lines that occurrences give."""
    for o in occurrences:
        category = category_of(pile, o)
        if category:
            made = line(pile, o, category)
            if made.parties and said_enough(made.what) and weighs(pile, o, category, made):
                yield made


def said_enough(words: str) -> bool:
    """Tell whether a clause can be read by itself."""
    listed = words.split()
    return len(listed) >= FEWEST and listed[0].lower() not in LEANING


def weighs(pile: Pile, o: Occurrence, category: Category, made: Relation) -> bool:
    """Tell whether a line belongs on the sheet: an act that its words tell, between sides or told by several pages, a day that has
    not passed."""
    if not subject(pile, made, 2 if category == "commitment" else 1):
        return False
    if category == "upcoming":
        return o.date_start is not None and not FAILED.search(made.what) and not pile.passed(o.date_end or o.date_start)
    if category == "incident":
        if o.status == "denied" and len(made.parties) < 2 and o.reports < 2:
            return False
        return told_for_itself(pile, o) and any(not pile.is_place(p) for p in made.parties)
    return True


def told_for_itself(pile: Pile, o: Occurrence) -> bool:
    """Tell whether some sentence is about an act, or several pages tell it in a clause of its own, not only by a noun."""
    told = pile.members.get(o.occurrence_id, ())
    return o.type is None or any(is_main(pile, e) or (o.reports > 1 and by_verb(pile, e)) for e in told)


def by_verb(pile: Pile, event: Event) -> bool:
    """Tell whether a verb tells an event; true where its sentence was not parsed."""
    parse = pile.parses.get((event.doc_id, event.sentence_id))
    at = word_at(parse.words, event.start, event.end) if parse else None
    return parse is None or at is None or parse.words[at].upos == "VERB"


def subject(pile: Pile, made: Relation, fewest: int) -> bool:
    """Tell whether a line says what is promised, done or planned, beside by whom and that."""
    named = {*made.parties, *(n for e in made.evidence[:1] for n in pile.within(e))}
    names = {stem(w) for p in named if p in pile.entities for w in WORD.findall(pile.entities[p].name.lower())}
    told = contents(made.what) - names - (MAKING if made.category == "commitment" else frozenset())
    return len(told) >= fewest


def contents(words: str) -> frozenset[str]:
    """Give the stems of what words tell, those that say nothing left out."""
    return frozenset(stem(w.lower()) for w in WORD.findall(words)) - EMPTY


def category_of(pile: Pile, o: Occurrence) -> Category | None:
    """Say on which part of the sheet an occurrence belongs; null for none."""
    words = {pile.trigger(e) for e in pile.members.get(o.occurrence_id, ())}
    if commits(pile, o) and OFFER not in words and not words & BROKERED:
        return "commitment"
    if o.type in EVENTS and o.status in AHEAD:
        offered = OFFER in words or all(e.holder == "offer" for e in pile.members.get(o.occurrence_id, ()))
        return None if offered else "upcoming"
    if o.type in HOSTILE and o.status in REAL | {"denied"}:
        return "incident"
    if o.type is None and o.status in REAL - {"historical"}:
        return "incident"  # a fire, a crash, a dam that broke
    if (
        o.type == "RETREAT"
        and o.status in REAL - {"historical"}
        and "resign" in modes(pile, o)
        and not asked_for(pile, o)
    ):
        return "incident"
    if (
        o.type == "PROTEST"
        and o.status in (REAL | {"cancelled"}) - {"historical"}
        and (modes(pile, o) | words) & UNRULY
    ):
        return "incident"
    called_off = o.type == "CONSULT" and o.status == "cancelled" and bool(words & TRIPS)
    return "incident" if called_off and between_sides(pile, o) else None


def asked_for(pile: Pile, o: Occurrence) -> bool:
    """Tell whether the clauses that tell an act only speak of it: a demand for somebody's resignation."""
    return all(ASKED.search(pile.words(pile.clause(e))) for e in pile.members.get(o.occurrence_id, ()))


def modes(pile: Pile, o: Occurrence) -> frozenset[str]:
    """Give the ways in which an act was done."""
    return frozenset(e.mode for e in pile.members.get(o.occurrence_id, ()) if e.mode)


def commits(pile: Pile, o: Occurrence) -> bool:
    """Tell whether an occurrence binds somebody: a deal that was made, or a concession that lies ahead; one that was made is no
    promise, and promises are read from their own words."""
    members = [e for e in pile.members.get(o.occurrence_id, ()) if not spoiled(pile, e)]
    if o.type == "CONCEDE":
        return o.status == "planned" and any(e.holder in PROMISING for e in members)
    members = [e for e in members if not NO_DEAL.search(pile.words(pile.clause(e)))]
    dealt = any(set(WORD.findall(f"{pile.trigger(e)} {stem(e.holder or '')}")) & DEALS for e in members)
    return o.type == "AGREE" and o.status in REAL - {"historical"} and dealt


def spoiled(pile: Pile, event: Event) -> bool:
    """Tell whether an event names a deal only as what somebody breaks, leaves or speaks against."""
    return bool(SPOILED.search(pile.documents[event.doc_id].text[max(0, event.start - BEFORE) : event.start]))


def between_sides(pile: Pile, o: Occurrence) -> bool:
    """Tell whether an act goes from one country to another."""
    members = pile.members.get(o.occurrence_id, ())
    if o.type == "CONSULT":
        both = pile.between([*o.actors, *o.recipients], members)
        return sum(bool(pile.entities[p].country) for p in both if p in pile.entities) > 1
    ours, theirs = pile.sides(o.actors), pile.sides(o.recipients)
    known = [
        all(pile.entities[p].country for p in side if p in pile.entities) and bool(side) for side in (ours, theirs)
    ]
    return all(known) and not set(ours) & set(theirs)


def line(pile: Pile, o: Occurrence, category: Category) -> Relation:
    """Write one line."""
    events = sorted(pile.members.get(o.occurrence_id, ()), key=lambda e: (pile.written(e.doc_id), e.doc_id, e.start))
    signing = [s for e in events for s in subjects(pile, e) if pile.party(s)] if o.type == "AGREE" else []
    sides = pile.between([*taking_part(pile, o, events), *(s for s in signing if not pile.is_place(s))], events)
    sides += tuple(s for s in held_in(pile, events) if s not in sides) if len(sides) < MOST else ()
    if not sides and o.type is None:  # a crash: whose plane, where
        named = [
            n
            for e in events
            for n in pile.within(pile.clause(e))
            if pile.party(n) and pile.entities[n].type != "person"
        ]
        sides = pile.sides([n for n in named if not pile.is_place(n)] or named)[:MOST]
    shown = shown_of(pile, o, events)
    parties = own(
        pile, tuple(s for s in sides if not pile.is_place(s)) or sides, shown, events, deed=category == "incident"
    )
    if o.type is None:  # those whom it befell are no party to it, nor is any person: nobody does a calamity
        bodies = tuple(p for p in parties if p in pile.entities and pile.entities[p].type in BODIES)
        parties = bodies or tuple(p for p in parties if p in pile.entities and pile.entities[p].type != "person")
    key = make_id("rel", category, o.occurrence_id)
    evidence = tuple(dict.fromkeys(pile.clause(e) for e in events))
    words = what(pile, o, events)
    state = status_of(pile, o, category, events, words) if len({*signing}) < PAIR else told_by(pile, "agreed", events)
    return Relation(key, category, parties, words, state, when(o.date_start, o.date_end), evidence)


def held_in(pile: Pile, events: Sequence[Event]) -> tuple[str, ...]:
    """Give the bodies whose people or goods were in an act: of nine employees of the waterworks, the waterworks."""
    spans = [
        (p, e.doc_id) for e in events for p in (*e.actors, *e.recipients) if p.start is not None and p.end is not None
    ]
    found = [n for p, doc_id in spans for n in pile.within(Evidence(doc_id, p.start, p.end))]
    return pile.sides([n for n in found if pile.entities[n].type in BODIES and pile.party(n) and not pile.joint(n)])


def when(start: str | None, end: str | None) -> str | None:
    """Write a stretch of days that is a month or a year as such: 2025-09, 2025."""
    if not start or not end or len(start) < 10 or start == end:
        return start
    if start.endswith("-01-01") and end == f"{start[:4]}-12-31":
        return start[:4]
    whole = start.endswith("-01") and start[:7] == end[:7] and int(end[8:10]) >= SHORTEST
    return start[:7] if whole else start


def what(pile: Pile, o: Occurrence, events: Sequence[Event]) -> str:
    """Give the words of the event that tells most: its sentence, if that is short and mostly its clause, else its clause."""
    best = shown_of(pile, o, events)
    if best is None:
        return o.summary
    return whole(pile, best) or ORPHAN.sub("", LED.sub("", pile.words(pile.clause(best))))


def shown_of(pile: Pile, o: Occurrence, events: Sequence[Event]) -> Event | None:
    """Give the event that tells most: with the status that holds, with parties, long enough."""
    if not events:
        return None
    told = {e.event_id: pile.words(pile.clause(e)) for e in events}
    fitting = [e for e in events if act_of(e, None, None).status == o.status] or list(events)
    if all(pile.reworded(e.doc_id) for e in fitting):
        # A plan in a page's own words does not stand for the deed that only reworded pages tell.
        done = o.status in REAL
        own = [e for e in events if not pile.reworded(e.doc_id) and (act_of(e, None, None).status in REAL) == done]
        fitting = own or fitting
    return max(
        fitting,
        key=lambda e: (
            said_enough(told[e.event_id]),
            headed(pile, e),
            not pile.reworded(e.doc_id),
            not on_another_day(pile, o, e),
            not spoken_of(pile, e),
            not pile.headline(e),
            o.type is None or is_main(pile, e),
            o.type in (e.type, act_of(e, None, None).kind),
            min(len(contents(told[e.event_id])), ENOUGH),
            min(len(e.actors), 1) + min(len(e.recipients), 1),
            min(len(told[e.event_id]), LINE),
            e.event_id,
        ),
    )


SPOKEN_OF = re.compile(r"\b(?:of|for|after|over|by|from|since|about) (?:the|an?|its|their) (?:[\w-]+ )?$", re.I)


def spoken_of(pile: Pile, event: Event) -> bool:
    """Tell whether a clause only speaks of an act: the dead of the blast, for the first time since the seizure."""
    return bool(SPOKEN_OF.search(pile.documents[event.doc_id].text[pile.clause(event).start : event.start]))


def on_another_day(pile: Pile, o: Occurrence, event: Event) -> bool:
    """Tell whether the only days a clause names are not those of its act: the toll by Monday noon of a blast on Sunday."""
    words, written = pile.words(pile.clause(event)), pile.written(event.doc_id)
    if not (o.date_start and len(o.date_start) >= DAY <= len(written) and WEEKDAY.search(words)):
        return False
    times = read_times(words, date.fromisoformat(written[:DAY]))
    days = [(t.date_start, t.date_end) for t in times if t.precision == "day" and t.date_start and t.date_end]
    return bool(days) and not any(s <= (o.date_end or o.date_start) and o.date_start <= t for s, t in days)


def headed(pile: Pile, event: Event) -> bool:
    """Tell whether the clause of an event begins with who acts, not with the verb: dragged two others away."""
    parse, at = pile.parses.get((event.doc_id, event.sentence_id)), pile.clause(event)
    first = next((w for w in parse.words if w.start >= at.start), None) if parse else None
    return first is None or first.upos not in ("VERB", "AUX")


def whole(pile: Pile, event: Event) -> str | None:
    """Give the sentence of an event where it is short and mostly the clause that tells it."""
    parse, at = pile.parses.get((event.doc_id, event.sentence_id)), pile.clause(event)
    leans = pile.words(at).split(" ")[0].lower() in LEANING
    if parse is None or parse.end - parse.start > SENTENCE or not is_main(pile, event):
        return None
    if not leans and at.end - at.start < MOSTLY * (parse.end - parse.start):
        return None
    return pile.words(Evidence(event.doc_id, parse.start, parse.end)).strip("#*- ").rstrip(".")


def status_of(pile: Pile, o: Occurrence, category: Category, events: Sequence[Event], words: str) -> str:
    """Say how things stand, and whether it is one side's word: agreed or promised by the words shown, else by who takes part."""
    if category == "commitment":
        dealt, promised = bool(DEALT.search(words)), bool(PROMISED.search(words))
        several = len(pile.sides(o.actors)) > 1
        return told_by(pile, "agreed" if (dealt if dealt != promised else several) else "promised", events)
    return o.status


def told_by(pile: Pile, state: str, events: Sequence[Event]) -> str:
    """Say whether the reports are one side's word."""
    sides = {
        i.entity_id for e in events if e.attributed_to for i in pile.involved.get(e.attributed_to, ()) if i.entity_id
    }
    tellers = pile.sides(sorted(sides))
    if len(tellers) == 1 and all(e.attributed_to for e in events):
        name = pile.entities[tellers[0]].name if tellers[0] in pile.entities else tellers[0]
        return f"{state}; by the word of {name} alone"
    return state
