"""Choose the sentence that tells an occurrence best, rank occurrences, and write each as a line."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from math import log2

from readout.pile import ALTERED_KINDS, KIND_RANK, PRONOUNS, Pile, Told
from readout.records import Attribution, Event, Evidence, FindingValue, Occurrence
from readout.text.day_bases import OF_PAGE, by_text
from readout.text.main_act import MAIN, NAMED, PASSING, standing
from readout.text.stem import stem
from readout.text.times import read_times
from readout.web.behind import alike, behind, same
from readout.web.details import DAY, REAL, TOLLS, told_details
from readout.web.due import past_plan
from readout.web.fates import gainsaid, senseless
from readout.web.lapsed import lapsed
from readout.web.lines import Line
from readout.web.phrases import counted, day_in_words, days_in_words, listed, named, noun_of
from readout.web.standing import lacking, leaning, meant, passage

AHEAD = frozenset(("planned", "proposed", "conditional", "postponed", "threatened"))
OFF = frozenset(("cancelled", "denied", "negated", "refused", "failed"))
STOPPED = frozenset(("cancelled", "postponed"))
STOPPING = frozenset(("cancel", "call", "scrap", "postpone", "put", "drop", "abandon", "delay", "defer", "adjourn", "suspend"))
SPEAKS_FIRST = re.compile(r"[\"“‘«„]")
AHEAD_WORDS = re.compile(
    r"\b(?:will|would|shall|(?:is|are|was|were) (?:to|due to|set to|expected to|scheduled)|plans? to|planned|if|might"
    r"|may (?=[a-z]))\b"
)
WISHED = re.compile(
    r"\b(?:expect|hop|wish|want|aim|intend|propos|offer|invit|call(?:s|ed)? for|ask|urg|demand|warn|threat|vow|pledg|promis|agree"
    r"|next|soon|due|schedul|upcoming|forthcoming|consider|seek|prepar|request|anticipat)\w*",
    re.IGNORECASE,
)
# What stands behind these, up to the act, tells it only in passing.
IN_PASSING = re.compile(
    r"\b(?:when|while|after|before|since|which|whom|where|because|although|though|whether)\b[^,;:.]*$|^The(?: \w+)?$", re.I
)
# What only describes a thing of which the sentence tells something else: the master of the vessel detained on 9 March said …
DESCRIBED = re.compile(r"\b(?:the|an?|his|her|its|their|of|\w+[’']s) (?:[\w-]+ ){0,2}[a-z]+$", re.I)
MODIFYING = re.compile(
    r"(?:on|in|by|at|last|this|near|off|since|for|over|under) [^,;:]{2,60}(?:,|\b(?:is|was|were|are|has|had|said|will)\b)"
)
# What a sentence only speaks of: criticism of the deal, because of the arrest.
OF_WHICH = re.compile(
    r"\b(?:because of|due to|over|despite|(?:criticism|critics|opposition|reaction|anger|news|terms|text|details|breach|account|"
    r"supporters|opponents|hopes?|doubts?|talk|question|fate|future|aftermath|cause|report)s? (?:of|to|about|on|over|for|against)) "
    r"(?:the|an?|its|their|his|her) (?:[\w-]+ )?$", re.I,
)  # fmt: skip
SPOKEN_OF = re.compile(
    r"\b(?:of|for|over|about|against|after|since|by|despite|as to|because of) (?:the|its|their|his|her|this|that|\w+day[’']s) "
    r"(?:[\w-]+ )?$", re.I,
)  # fmt: skip
LISTED = re.compile(r"^(?:\(?\d{1,2}[.)]|[•–-]|#+)\s+(?=\S)")  # the number or mark of a point in a list
HEADS = frozenset(("title", "kicker", "heading"))  # a headline says little without its page
DAY_WORD = re.compile(
    r"\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|yesterday|today|tomorrow|(?:January|February|March|April|May|June|July|August"
    r"|September|October|November|December) \d{1,2}|\d{1,2} (?:January|February|March|April|May|June|July|August|September|October"
    r"|November|December))\b"
)
WEEK_WORD = re.compile(r"\b(?:this|last|next) (?:week|month|year|spring|summer|autumn|winter)\b", re.I)
FATE = re.compile(r"(?:kill|dead|die|dying|death|hurt|injur|wound|casualt|victim|toll|miss|surviv|hospital)", re.I)
LONG, SHORT = 320, 40  # characters; a brief's line is a sentence, neither a headline nor a paragraph
DONE_FIRST = {"planned": "planned", "proposed": "proposed", "conditional": "on a condition", "postponed": "put off",
              "threatened": "threatened", "cancelled": "called off", "denied": "denied", "negated": "said not to be so",
              "refused": "refused", "failed": "failed"}  # fmt: skip


def clumsy(pile: Pile, sentence: Evidence) -> int:
    """Count what keeps a sentence from standing alone: leaning on the one before, opening on a quotation, length, role."""
    words = pile.words(sentence)
    role = pile.role(sentence.doc_id, sentence.start)
    aside = 3 if role in HEADS else int(role not in ("body", "deck"))
    return 2 * leaning(pile, sentence) + bool(SPEAKS_FIRST.match(words)) + (len(words) > LONG) + 3 * (len(words) < SHORT) + aside


def clearest(pile: Pile, occurrence: Occurrence) -> Told | None:
    """Choose the event that tells an occurrence best, once for each pile."""
    if occurrence not in pile.clearest:
        pile.clearest[occurrence] = best_told(pile, occurrence)
    return pile.clearest[occurrence]


def best_told(pile: Pile, occurrence: Occurrence) -> Told | None:
    """Choose by the status that holds and no word against it, unaltered words, a sentence that tells the act rather than mentions
    it, and stands alone."""
    return min(
        pile.told(occurrence.occurrence_id), default=None,
        key=lambda t: (
            not tells_fate(occurrence, t.event), gainsaid(occurrence.status, pile.words(t.sentence)),
            KIND_RANK[pile.documents[t.event.doc_id].kind] >= 4, in_passing(pile, t), t.event.status != occurrence.status,
            occurrence.type not in (t.event.type, t.event.coded_type),
            clumsy(pile, t.sentence) + ambiguous(pile, t) + LACKING * lacking(pile, t.sentence)
            + OTHER_DAY * other_day(pile, occurrence, t) + badly_named(pile, occurrence, t) + stands(pile, t)
            + TAKEN_UP * taken_up(pile, t),
            t.event.attributed_to is not None, t.event.start // TOP,
            -len(t.event.actors) - len(t.event.recipients), t.event.date_start is None,
            KIND_RANK[pile.documents[t.event.doc_id].kind], t.event.doc_id, t.event.start,
        ),
    )  # fmt: skip


TAKEN_UP = 3  # faults of a sentence that takes its act for known; ours
TOP = 1200  # characters: what a page tells in its first so many is what it is about; ours


def tells_fate(occurrence: Occurrence, event: Event) -> bool:
    """Tell whether an event has the fate of its occurrence: done, whether it is over or goes on, stopped, whether for good or for
    later, or of one status; a promise to pay, read as an agreement, tells that this was made."""
    both = {event.status, occurrence.status}
    if len(both) == 1 or both <= REAL or both <= STOPPED:
        return True
    if occurrence.type == event.type == "THREATEN" and both <= {*REAL, "threatened"}:
        return True  # what was threatened lies ahead, the threat was made
    return occurrence.status in REAL and event.type != occurrence.type and event.coded_type == occurrence.type


def stands(pile: Pile, told: Told) -> int:
    """Give how an act stands in its sentence: told, named by a clause that tells something, or mentioned in passing. Where its
    sentence tells another part of the same it is named: four were killed after a blast tore through the mill."""
    words = pile.parsed.get((told.sentence.doc_id, told.sentence.start), ())
    own = standing(words, told.event.start, told.event.end)
    if own < PASSING:
        return own
    beside = pile.events_in.get((told.event.doc_id, told.event.sentence_id), ())
    same = (e for e in beside if e.occurrence_id == told.event.occurrence_id and e.status in REAL and told.event.status in REAL)
    return NAMED if any(standing(words, e.start, e.end) == MAIN for e in same) else own


def taken_up(pile: Pile, told: Told) -> bool:
    """Tell whether a sentence takes an act for known: the blast happened at six, behind a blast tore through the mill."""
    before = pile.words(Evidence(told.event.doc_id, told.sentence.start, told.event.start))
    return bool(KNOWN.search(f"{before} "))


KNOWN = re.compile(r"\b(?:[Tt]he|[Tt]h(?:is|at|ese|ose)|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er) (?:[\w-]+ )?$")


def in_passing(pile: Pile, told: Told) -> bool:
    """Tell whether a sentence only mentions its act: it tells another."""
    return stands(pile, told) >= PASSING


LACKING = 3  # faults of a sentence that cannot be told alone; ours
OTHER_DAY = 3  # faults of a sentence that names a day on which the act was not; ours


def badly_named(pile: Pile, occurrence: Occurrence, told: Told) -> int:
    """Count what keeps an event from telling its act: of what befell, that it tells what became of people or of the fire behind
    the blast; of what was done, that it tells nobody who did it."""
    event = told.event
    if occurrence.type is not None:
        return 2 * (not event.actors)
    fate = FATE.match(pile.words(Evidence(event.doc_id, event.start, event.end)))
    modes = Counter(t.event.mode or "" for t in pile.told(occurrence.occurrence_id))
    return 4 * bool(fate or modes[event.mode or ""] < max(modes.values()))


def other_day(pile: Pile, occurrence: Occurrence, told: Told) -> bool:
    """Tell whether the only days a sentence names are not those of the act: the toll by Monday noon of a blast on Sunday."""
    first, last = occurrence.date_start, occurrence.date_end or occurrence.date_start
    if not first or not last or len(first) < DAY:
        return False
    named = days_named(pile, told.sentence, told.event.start)
    return bool(named) and not any(start <= last and first <= end for start, end in named)


def days_named(pile: Pile, sentence: Evidence, at: int | None = None) -> list[tuple[str, str]]:
    """Read the days a sentence names, each as first and last; of an act `at` a place not those of a clause it is not in."""
    written = pile.documents[sentence.doc_id].published
    anchor = date.fromisoformat(written[:DAY]) if written and len(written) >= DAY else None
    words = pile.words(sentence)
    found = []
    for t in read_times(words, anchor) if DAY_WORD.search(words) else ():
        clause = RELATIVE.search(words[: t.start])
        apart = clause is not None and at is not None and not clause.start() <= at - sentence.start < t.end
        if t.precision == "day" and t.date_start and t.date_end and not apart:
            found.append((t.date_start, t.date_end))
    return found


# A relative clause that is still open: the demands that the guild had made on …
RELATIVE = re.compile(r"(?<!said )(?<!says )(?<!announced )\b(?:that|which|who|whom|whose)\b[^,;:]*$")


def ambiguous(pile: Pile, told: Told) -> int:
    """Count what makes a sentence tell its act badly: it looks ahead while the act is done, or tells it in passing."""
    words, d = pile.words(told.sentence), pile.documents[told.event.doc_id]
    ahead = 3 * bool(told.event.status in REAL and AHEAD_WORDS.search(words))
    flat = 3 * bool(told.event.status in AHEAD and not (AHEAD_WORDS.search(words) or WISHED.search(words)))
    before = pile.words(Evidence(told.event.doc_id, told.sentence.start, told.event.start))
    behind = pile.words(Evidence(told.event.doc_id, told.event.end, told.sentence.end))
    passing = bool(IN_PASSING.search(before)) or bool(DESCRIBED.search(before) and MODIFYING.match(behind))
    late = (told.event.start - told.sentence.start) > 0.55 * (told.sentence.end - told.sentence.start)
    deep = told.sentence.start > 0.5 * len(d.text)
    second = any(e.start < told.event.start and e.occurrence_id != told.event.occurrence_id and e.status in REAL
                 for e in pile.events_in.get((told.event.doc_id, told.event.sentence_id), ()))  # fmt: skip
    passing = passing or bool(SPOKEN_OF.search(f"{before} "))
    nobody = 2 * (told.event.type == "CONSULT" and not names_any(pile, told))
    return ahead + flat + late + deep + second + nobody + 2 * passing + 3 * (d.kind in ALTERED_KINDS)


def names_any(pile: Pile, told: Told) -> bool:
    """Tell whether a sentence names somebody who takes part in its act: half the town talked that week tells of no meeting."""
    occurrence = pile.occurrences.get(told.event.occurrence_id or "")
    who = {*occurrence.actors, *occurrence.recipients} if occurrence else set()
    doc_id, start, end = told.sentence.doc_id, told.sentence.start, told.sentence.end
    return not who or any(start <= m.start < end for w in who for m in pile.mentions_by_entity.get((w, doc_id), ()))


def weights(pile: Pile) -> Mapping[str, float]:
    """Weigh every occurrence: voices first, then how many pages, how central who takes part, how much is told."""
    central: Counter[str] = Counter()
    for o in pile.occurrences.values():
        central.update(dict.fromkeys({*o.actors, *o.recipients}, o.voices_low))
    most = max(central.values(), default=1) or 1
    return {o.occurrence_id: weight(pile, o, central, most) for o in pile.occurrences.values()}


def weight(pile: Pile, o: Occurrence, central: Mapping[str, float], most: float) -> float:
    """Weigh one occurrence."""
    who = max((central[e] / most for e in (*o.actors, *o.recipients)), default=0.0)
    told = bool(o.date_start) + 0.5 * bool(o.place) + 0.4 * min(4, len(pile.findings_about.get(o.occurrence_id, ())))
    return 2.0 * voices_for(pile, o) + log2(1 + o.reports) + 2.0 * who + told - 2.0 * (o.status == "negated")


def voices_for(pile: Pile, o: Occurrence) -> int:
    """Count the voices behind what became of an occurrence: of one that is done, those that tell it as done."""
    stations = next((f for f in pile.findings_about.get(o.occurrence_id, ()) if f.property == "status"), None)
    if o.status not in REAL or stations is None:
        return o.voices_low
    return min(o.voices_low, len({origin for v in stations.values if v.value in REAL for origin in v.origins}))


def ranked(pile: Pile, occurrences: Iterable[Occurrence]) -> list[tuple[Occurrence, Told]]:
    """Order occurrences by weight, those no sentence can tell alone last; one sentence stands once. What a sentence says the
    contrary of is left out."""
    found = [(o, t) for o in occurrences if (t := clearest(pile, o))]
    fit = [(o, t) for o, t in found if not senseless(o.type, o.status, t.event)]
    chosen = [(o, t) for o, t in fit if not gainsaid(o.status, pile.words(t.sentence))]
    heavy = weights(pile)
    rank = {o.occurrence_id: burden(pile, o, t) - heavy[o.occurrence_id] for o, t in chosen}
    chosen.sort(key=lambda pair: (rank[pair[0].occurrence_id], pair[0].occurrence_id))
    kept: dict[str, tuple[Occurrence, Told]] = {}
    for o, t in chosen:
        kept.setdefault(shown_words(pile, o, t) or o.occurrence_id, (o, t))
    return list(kept.values())


def burden(pile: Pile, occurrence: Occurrence, told: Told) -> float:
    """Weigh what speaks against showing an occurrence: the faults of its sentence, and the voices and pages that do not tell it."""
    faults = 1.5 * (clumsy(pile, told.sentence) + ambiguous(pile, told))
    if not shown_words(pile, occurrence, told):
        return faults
    back = behind(pile, occurrence, told)
    return faults + 2.0 * (occurrence.voices_low - back.low) + log2(1 + occurrence.reports) - log2(1 + back.pages)


def shown_words(pile: Pile, occurrence: Occurrence, told: Told) -> str:
    """Give the sentence that tells an act; empty where the pages mention it only in passing or tell another fate of it. That an act
    was called off is told in whatever clause it is the act of which that is said."""
    stopped = occurrence.status in STOPPED and told.event.holder in STOPPING
    if (in_passing(pile, told) and not stopped) or not tells_fate(occurrence, told.event):
        return ""
    return LISTED.sub("", pile.words(told.sentence))


def occurrence_line(pile: Pile, occurrence: Occurrence, told: Told) -> Line:
    """Write one occurrence: when and where, the sentence, who stands behind it and what else is told of it; in words of ours where
    no sentence tells it."""
    words = shown_words(pile, occurrence, told)
    back = behind(pile, occurrence, told if words else None)
    others = [e for e in one_per_origin(pile, occurrence, told if words else None) if e != told.sentence]
    span = passage(pile, told.sentence) if words else told.sentence
    evidence = (span, *others)
    if not words:
        named = in_our_words(pile, occurrence)
        return Line(occurrence.occurrence_id, named, "", back.in_words(), evidence, (), (back.low, back.high))
    details = [f"{name}: {listed(values)}" for name, values in told_details(pile, occurrence)]
    facts = [*announced(pile, occurrence), *details, *outdated(pile, occurrence, told), *attributed(pile, told)]
    note = "; ".join([back.in_words(), *facts, *meant(pile, span)])
    words = LISTED.sub("", pile.words(span))
    return Line(occurrence.occurrence_id, lead_of(pile, occurrence, told), words, note, evidence, (), (back.low, back.high))


def passing_line(pile: Pile, occurrence: Occurrence, told: Told) -> Line:
    """Write an act that pages only mention by the sentence that does, rather than by a label: who takes part in what is told in
    passing is guessed too often."""
    back = behind(pile, occurrence, told)
    trigger = pile.words(Evidence(told.event.doc_id, told.event.start, told.event.end))
    fits = occurrence.status not in REAL and told.event.status == occurrence.status
    lead = f"{fate_in_words(pile, occurrence, told)}, told in passing (“{trigger}”)" if fits else f"told in passing (“{trigger}”)"
    note = "; ".join([back.in_words(), *attributed(pile, told), *meant(pile, told.sentence)])
    words = LISTED.sub("", pile.words(told.sentence))
    return Line(occurrence.occurrence_id, lead[:1].upper() + lead[1:], words, note, (told.sentence,), (), (back.low, back.high))


def lead_of(pile: Pile, occurrence: Occurrence, told: Told) -> str:
    """Write what became of an act, when and where it was; of a plan without a day, when it was written."""
    when = day_told(pile, occurrence)
    where = occurrence.place if told.event.place == occurrence.place else None
    where = where if where and where not in pile.words(told.sentence) else ""
    trigger = pile.words(Evidence(told.event.doc_id, told.event.start, told.event.end))
    how = "" if occurrence.status in REAL else f"{fate_in_words(pile, occurrence, told)} (“{trigger}”)"
    lead = ", ".join(p for p in (how, when or as_of(pile, occurrence, told), where) if p)
    return lead[:1].upper() + lead[1:]


def fate_in_words(pile: Pile, occurrence: Occurrence, told: Told) -> str:
    """Write what became of an act that was not done; called off only where its sentence does not say put off."""
    words = pile.words(told.sentence)
    told_why = PUT_OFF.search(words) or CALLED_OFF.search(words)
    if occurrence.status == "cancelled" and NOT_AS_PLANNED.search(words) and not told_why:
        return "not done as planned"
    late = occurrence.status == "cancelled" and PUT_OFF.search(words) and not CALLED_OFF.search(words)
    if occurrence.status in ("planned", "proposed") and (said := said_of_a_plan(pile, told)):
        return said
    return DONE_FIRST["postponed" if late else occurrence.status] if occurrence.status in DONE_FIRST else occurrence.status


def said_of_a_plan(pile: Pile, told: Told) -> str:
    """Say what is said of an act that is ahead where it is no plan: what somebody wants, hopes or is asked for, or what may be.
    Known by the word on which the act hangs, else by the words that lead to it."""
    if known := SAID_OF_A_PLAN.get(told.event.holder or ""):
        return known
    before = pile.words(Evidence(told.event.doc_id, told.sentence.start, told.event.start))
    led = LEADS_TO.search(f"{before.strip()} ")
    return (SAID_OF_A_PLAN.get(stem(led["word"].lower()), "") if led["word"] else "possible") if led else ""


LEADS_TO = re.compile(
    r"\b(?:(?P<word>wants?|wanted|wish(?:es|ed)?|hop(?:es?|ed|ing)|seeks?|sought|aims?|aimed|expected|likely) (?:[\w’'-]+ ){0,3}?"
    r"(?:to|of) (?:[\w’'-]+ )?|(?<!that )(?:might|may) (?:(?!not\b)[\w’'-]+ ){0,2}?)$"
)
# What is said of an act that is ahead by the word on which it hangs.
SAID_OF_A_PLAN = {
    **dict.fromkeys(("want", "wish", "desire", "like", "seek", "sought", "aim"), "wanted"),
    **dict.fromkeys(("hope", "hop", "long"), "hoped for"),
    **dict.fromkeys(("expect", "anticipate", "predict", "forecast", "likely"), "expected"),
    **dict.fromkeys(("consider", "weigh", "mull", "discuss", "ponder"), "considered"),
    **dict.fromkeys(("ask", "urge", "request", "appeal", "plead", "beg", "encourage"), "asked for"),
    **dict.fromkeys(("demand", "insist"), "demanded"),
    **dict.fromkeys(("offer", "volunteer"), "offered"),
    **dict.fromkeys(("propose", "suggest", "proposal", "suggestion"), "proposed"),
    **dict.fromkeys(("promise", "pledge", "vow", "undertake", "guarantee", "assure"), "promised"),
    **dict.fromkeys(("invite", "invitation"), "invited"), **dict.fromkeys(("threaten", "threat", "ultimatum"), "threatened"),
}  # fmt: skip
NOT_AS_PLANNED = re.compile(r"\b(?:was|were) to have\b|\bhad been (?:due|set|planned|scheduled|meant|expected) to\b")
PUT_OFF = re.compile(r"\b(?:postpon\w*|put(?:s|ting)? (?:\w+ ){0,3}off|delay\w*|deferr\w*|adjourn\w*|reschedul\w*)\b", re.I)
CALLED_OFF = re.compile(r"\b(?:cancel\w*|call\w* (?:\w+ ){0,3}off|scrap\w*|abandon\w*|drop\w*|withdr\w+)\b", re.I)


def as_of(pile: Pile, occurrence: Occurrence, told: Told) -> str:
    """Write on which day a page told a plan, where others were written later: what is planned one day may be done the next."""
    written = pile.documents[told.event.doc_id].published
    last = max((d.published[:DAY] for d in pile.documents.values() if d.published), default="")
    return f"as of {day_in_words(written)}" if occurrence.status in AHEAD and written and written[:DAY] < last else ""


def in_our_words(pile: Pile, occurrence: Occurrence) -> str:
    """Name an act that no sentence tells: its kind and the word of the pages for it, who takes part by most of them, the day where
    they agree on it, and what became of it where it was not done."""
    events = [t.event for t in pile.told(occurrence.occurrence_id)]
    day = {e.date_start for e in events if by_text(e.date_basis)} == {occurrence.date_start}
    when = days_in_words(occurrence.date_start, occurrence.date_end) if day else ""
    how = "" if occurrence.status in REAL else DONE_FIRST.get(occurrence.status, occurrence.status)
    who = occurrence.place if occurrence.type is None else listed(named(pile, mostly(occurrence, events)), 3)
    noun = noun_of(occurrence, events)
    words = [pile.words(Evidence(e.doc_id, e.start, e.end)) for e in events if e.start < e.end]
    noun = f"{noun} (“{words[0].lower()}”)" if words and words[0].lower() != noun.lower() else noun
    return ", ".join(p for p in (f"{noun}: {who}" if who else noun, when, how) if p)


def mostly(occurrence: Occurrence, events: Sequence[Event]) -> list[str]:
    """Give who takes part in an occurrence by more than half of its pages."""
    told = {(e.doc_id, p.entity_id) for e in events for p in (*e.actors, *e.recipients) if p.entity_id}
    pages = Counter(who for _, who in told)
    return [w for w in (*occurrence.actors, *occurrence.recipients) if 2 * pages[w] > occurrence.reports]


def day_told(pile: Pile, occurrence: Occurrence) -> str:
    """Write when it was; a day that rests on the page's date alone is given as that of the report. A day that does not fit
    what became of the act (done after it was written, planned for before) is not given."""
    start, end = day_shown(pile, occurrence)
    when = days_in_words(start, end)
    told = [t.event for t in pile.told(occurrence.occurrence_id) if t.event.date_start == start]
    written = [d[:10] for e in told if (d := pile.documents[e.doc_id].published)]
    if start and told and all(far_off(pile, start, e.doc_id) for e in told):
        return ""
    if not when or not start or (occurrence.status in REAL and written and start > max(written)):
        return ""
    if occurrence.status in AHEAD and written and (end or start) < min(written):
        return ""
    if not firm(pile, occurrence, told) or of_what_was_said(pile, occurrence):
        return ""
    basis = {e.date_basis for e in told}
    if year_of_another(pile, occurrence, start):
        return ""
    if not (basis and basis <= OF_PAGE) and not borne_out(pile, occurrence, (start, end or start), told):
        return ""
    return f"probably {when}" if basis and basis <= OF_PAGE else when


def year_of_another(pile: Pile, occurrence: Occurrence, day: str) -> bool:
    """Tell whether the sentence shown tells a year only as that of a thing: against a 2009 treaty, under the pact of 2006."""
    shown = clearest(pile, occurrence)
    if shown is None or (len(day) >= DAY and not day.endswith("-01-01")):
        return False
    words = pile.words(shown.sentence)
    led = r"in|since|from|until|till|by|during|before|after|early|late|mid|[Jj]anuary|[Jj]an\.?|\d,"
    own = rf"\b(?:{led})(?: |-)(?:(?!an? |the )\w+ ){{0,2}}?{day[:4]}\b|"
    own += rf"\b(?:spring|summer|autumn|fall|winter|end|start|beginning|course) of {day[:4]}\b"
    return day[:4] in words and not re.search(own, words, re.I)


HALF_A_YEAR = 200  # days from a page beyond which a day that it names without its year may be of another year; ours


def far_off(pile: Pile, day: str, doc_id: str) -> bool:
    """Tell whether a day is so far from that of its page that the page would name its year, and does not."""
    written = pile.documents[doc_id].published
    if not written or len(written) < DAY or day[:4] in pile.documents[doc_id].text:
        return False
    named = date.fromisoformat(f"{day}-01-01"[:DAY] if len(day) < len("2000-01") else f"{day}-01"[:DAY])
    return abs((named - date.fromisoformat(written[:DAY])).days) > HALF_A_YEAR


OF_WORDS = frozenset(("ACCUSE", "REJECT", "REQUEST"))
SOON = 12  # characters behind the word for an act within which a day is its own: denied on Monday that …


def of_what_was_said(pile: Pile, occurrence: Occurrence) -> bool:
    """Tell whether the only day in the sentence of an accusation, a denial or a demand belongs to what was said: blamed the guild
    for Sunday's fire."""
    shown = clearest(pile, occurrence)
    if shown is None or occurrence.type not in OF_WORDS or shown.event.date_basis in OF_PAGE:
        return False
    behind_it = pile.words(Evidence(shown.event.doc_id, shown.event.end, shown.sentence.end))
    before = pile.words(Evidence(shown.event.doc_id, shown.sentence.start, shown.event.start))
    day = DAY_WORD.search(behind_it)
    if day is None or DAY_WORD.search(before):
        return False
    led = re.search(r"\b(?:for|of|over|in|to|that|from)\b", behind_it[: day.start()])
    return day.start() > SOON and led is not None


def borne_out(pile: Pile, occurrence: Occurrence, days: tuple[str, str], told: Sequence[Event]) -> bool:
    """Tell whether days stand on what is shown: its sentence names one of them, or names none and pages of two origins date the
    act so; what was called off, refused or denied has no day but one that its sentence names."""
    shown = clearest(pile, occurrence)
    named = days_named(pile, shown.sentence, shown.event.start) if shown else []
    if shown and not named and days_named(pile, shown.sentence):
        return False  # the only day it names is that of something else
    if named or len(days[0]) < DAY:
        return len(days[0]) < DAY or any(first <= days[1] and days[0] <= last for first, last in named)
    roots = {r.origin_id or r.doc_id for r in pile.reports_of.get(occurrence.occurrence_id, ())
             if r.doc_id in {e.doc_id for e in told if e.date_basis not in OF_PAGE}}  # fmt: skip
    spread = days[0] != days[1]
    return spread or (occurrence.status not in OFF and len(roots) > 1)


def day_shown(pile: Pile, occurrence: Occurrence) -> tuple[str | None, str | None]:
    """Give the day of the sentence shown, where it tells one of its own: it cannot stand under another."""
    shown = clearest(pile, occurrence)
    if shown is None or shown.event.date_basis in OF_PAGE or shown.event.status != occurrence.status:
        return occurrence.date_start, occurrence.date_end
    if shown.event.date_start and not within(shown.event, occurrence):
        return shown.event.date_start, shown.event.date_end
    return occurrence.date_start, occurrence.date_end


def within(event: Event, occurrence: Occurrence) -> bool:
    """Tell whether the days of an event and of its occurrence meet."""
    if not (event.date_start and occurrence.date_start):
        return False
    return event.date_start <= (occurrence.date_end or occurrence.date_start) and occurrence.date_start <= (
        event.date_end or event.date_start
    )


def firm(pile: Pile, occurrence: Occurrence, told: Sequence[Event]) -> bool:
    """Tell whether a day stands on the sentence shown, or on its page and another: one reading of one page may be that of another
    act."""
    shown = clearest(pile, occurrence)
    words = pile.words(shown.sentence) if shown else ""
    if WEEK_WORD.search(words) and not DAY_WORD.search(words):
        return False  # it tells a week, no day
    if shown is not None and shown.event in told:
        return True
    if shown is not None and shown.event.date_start is None and DAY_WORD.search(words):
        return False  # it names a day that is not known to be that of the act
    pages = {e.doc_id for e in told}
    return len(pages) > 1 and shown is not None and shown.event.doc_id in pages


def announced(pile: Pile, occurrence: Occurrence) -> list[str]:
    """Say who only announced what others report as done."""
    if occurrence.status not in REAL:
        return []
    stations = next((f for f in pile.findings_about.get(occurrence.occurrence_id, ()) if f.property == "status"), None)
    before = [v for v in stations.values if v.value in AHEAD and in_time(pile, occurrence, v) and same_plan(pile, occurrence, v)
              ] if stations else []  # fmt: skip
    return [f"{counted(v.voices_low, 'voice')} wrote when it was still {DONE_FIRST[v.value]}" for v in before]


def contested(pile: Pile, occurrence: Occurrence) -> bool:
    """Tell whether some page tells of an act that it did not happen."""
    stations = (f for f in pile.findings_about.get(occurrence.occurrence_id, ()) if f.property == "status")
    return any(v.value in ("denied", "negated") for f in stations for v in f.values)


def same_plan(pile: Pile, occurrence: Occurrence, value: FindingValue) -> bool:
    """Tell whether a page that tells an act as ahead tells the one that is shown: for its day or of two who take part, and in
    like words; an offer to be host one day is no plan of another meeting."""
    shown, at = clearest(pile, occurrence), {(e.doc_id, e.start) for e in value.evidence}
    told = [t for t in pile.told(occurrence.occurrence_id) if (t.event.doc_id, t.event.start) in at]
    who = {*occurrence.actors, *occurrence.recipients}

    def fits(t: Told) -> bool:
        taking = {p.entity_id for p in (*t.event.actors, *t.event.recipients)}
        return (within(t.event, occurrence) or len(taking & who) > 1) and shown is not None and alike(pile, shown, t)

    return any(fits(t) for t in told)


def outdated(pile: Pile, occurrence: Occurrence, told: Told) -> list[str]:
    """Say of which day the toll in a sentence is, where another page gives another: it is told with an act of which it is not the
    last word."""
    written, span = pile.documents[told.event.doc_id].published, told.sentence
    tolls = [f for f in pile.findings_about.get(occurrence.occurrence_id, ()) if f.property in TOLLS and len(f.values) > 1]
    inside = any(e.doc_id == span.doc_id and span.start <= e.start < span.end for f in tolls for v in f.values for e in v.evidence)
    return [f"numbers as told {day_in_words(written)}"] if inside and written else []


def in_time(pile: Pile, occurrence: Occurrence, value: FindingValue) -> bool:
    """Tell whether who gives a value wrote before an act was over; of an act without a day nothing is said."""
    over = occurrence.date_end or occurrence.date_start
    written = [pile.documents[e.doc_id].published for e in value.evidence]
    return over is not None and bool(written) and all(d is not None and d[:10] <= over for d in written)


def attributed(pile: Pile, told: Told) -> list[str]:
    """Say whose word it is, where the act stands inside what someone said and the sentence does not name him itself."""
    said = pile.attributions.get(told.event.attributed_to or "")
    if said is None or not said.speaker_name or says_so(pile, told.sentence, said):
        return []
    return [f"so {said.speaker_name}"]


def says_so(pile: Pile, sentence: Evidence, said: Attribution) -> bool:
    """Tell whether a sentence itself says, by more than a pronoun, who says what it tells."""
    within = [pile.words(Evidence(said.doc_id, s, t)) for s, t in said.source if sentence.start <= s < sentence.end]
    return said.doc_id == sentence.doc_id and any(w.lower() not in PRONOUNS for w in within)


def one_per_origin(pile: Pile, occurrence: Occurrence, told: Told | None) -> list[Evidence]:
    """Give one sentence for each origin of an occurrence, from the page closest to it; of a sentence that tells it only pages that
    are counted with it, for what others tell may be something else."""
    best: dict[str, Told] = {}
    origin = {r.doc_id: r.origin_id or r.doc_id for r in pile.reports_of.get(occurrence.occurrence_id, ())}
    kinds = pile.documents
    for t in sorted(
        pile.told(occurrence.occurrence_id), key=lambda t: (KIND_RANK[kinds[t.event.doc_id].kind], t.event.event_id)
    ):
        alike_fate = t.event.status == occurrence.status or {t.event.status, occurrence.status} <= REAL
        if alike_fate and (told is None or same(pile, told, t)):
            best.setdefault(origin[t.event.doc_id], t)
    return [t.sentence for t in best.values()][:4]


def by_section(pile: Pile) -> Mapping[str, Sequence[Occurrence]]:
    """Sort occurrences by what became of them, then by what kind of act they are."""
    sections: dict[str, list[Occurrence]] = defaultdict(list)
    last = max((d.published[:10] for d in pile.documents.values() if d.published), default="")
    for o in pile.occurrences.values():
        section = section_of(o, last)
        if section == "ahead" and (past_plan(pile, o, last) or lapsed(pile, o, last)):
            section = "before"
        sections["happened" if section == "agreed" and ruled(pile, o) else section].append(o)
    return sections


COURT = re.compile(r"\b(?:courts?|tribunal|judges?|magistrates?|jury)\b", re.I)


def ruled(pile: Pile, occurrence: Occurrence) -> bool:
    """Tell whether a court did it: what it orders is no promise."""
    return bool(occurrence.actors) and all(COURT.search(pile.name(p)) for p in occurrence.actors)


def section_of(occurrence: Occurrence, last: str = "") -> str:
    """Name the section an occurrence belongs to: what is ahead or off never stands under what happened, and what was planned for
    a day before the last page was written lies ahead no more."""
    day = occurrence.date_end or occurrence.date_start or ""
    if occurrence.status in AHEAD:
        return "before" if last and len(day) == len(last) and day < last else "ahead"
    if occurrence.status in OFF:
        return "off"
    if occurrence.status not in REAL:
        return "before"
    if occurrence.type in ("AGREE", "SUPPORT"):
        return "agreed"
    return "demanded" if occurrence.type in ("REQUEST", "ACCUSE", "REJECT", "THREATEN") else "happened"
