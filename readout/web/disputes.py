"""Where the reports disagree, value by value: who gives each, and why they do or do not fit."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations, pairwise

from readout.pile import KIND_RANK, PRONOUNS, Pile
from readout.records import Event, Evidence, Finding, FindingValue
from readout.text.day_bases import by_text
from readout.text.told_hours import CLOCK
from readout.web.details import FAR, REAL, beside_act, near, tells_much
from readout.web.lines import Line, Part
from readout.web.phrases import (
    PROPERTIES,
    counted,
    day_in_words,
    days_in_words,
    label,
    listed,
    quoted,
    shown_value,
    value_in_words,
    voices_in_words,
)
from readout.web.retold import named_in
from readout.web.standing import ELLIPTIC
from readout.web.tellings import clumsy, days_named, weights

MARKS = '"“”‘’«»„ ,'
TOLLS = frozenset(("deaths", "injuries", "missing", "damage"))
TALKED = frozenset(("CONSULT", "AGREE", "REQUEST", "REJECT", "ACCUSE", "THREATEN", "SUPPORT"))  # acts of words
VERDICT = {"conflict": "The reports contradict each other", "partly": "Some of the values fit, some do not",
           "compatible": "The reports differ and can all be right"}  # fmt: skip

WORD = re.compile(r"\w+")
CITED = 4  # passages a value is footnoted with
MOSTLY = 0.6  # share of the words of the shorter of two wordings from which they are of one saying; ours
VARIED = "The reports give different answers"
ANSWERS = frozenset(("reason", "outcome", "status"))  # of two that differ neither is part of the other


def disputed(pile: Pile) -> list[Finding]:
    """Give the findings whose values cannot all be right, the weightiest occurrence first, contradictions before the rest."""
    weight = weights(pile)
    differing = (f for f in pile.findings if f.agreement in ("conflict", "partly") and comparable(pile, f) and told_of(pile, f))
    kept = ((f, timely(pile, f)) for f in differing)
    found = [g for f, g in kept if len(g.values) > 1 and still_told(f, g) and same_words(pile, g) and at_one_time(pile, g)]
    return sorted(found, key=lambda f: (f.agreement != "conflict", -weight.get(f.about, 0.0), f.finding_id))


def still_told(whole: Finding, kept: Finding) -> bool:
    """Tell whether a verdict still stands on the values that are left: what it names is among them."""
    left_out = [v for v in whole.values if v not in kept.values]
    return not any(names(whole.because, w) for v in left_out for w in (v.value, value_in_words(v)))


def names(because: str, value: str) -> bool:
    """Tell whether a verdict names a value, and not a longer one that begins or ends so."""
    return bool(re.search(rf"(?<![\w.,]){re.escape(value)}(?![\w.,]*\w| \d| and a half)", because))


def same_words(pile: Pile, finding: Finding) -> bool:
    """Tell whether a saying given to two speakers is one saying: its wordings share most of the words of the shorter."""
    if finding.property != "speaker":
        return True
    told = [[{w.lower() for w in WORD.findall(pile.words(e))} for e in v.evidence] for v in finding.values]
    pairs = [(a, b) for one, other in combinations(told, 2) for a in one for b in other]
    if any(by_pronoun(pile, v) for v in finding.values):
        return False
    if any(names_other(pile, v, w) for v in finding.values for w in finding.values if v is not w):
        return False
    return any(len(a & b) >= MOSTLY * min(len(a), len(b)) for a, b in pairs if a and b)


def by_pronoun(pile: Pile, value: FindingValue) -> bool:
    """Tell whether pages give words to a speaker by a pronoun only: whom it means may be the other."""
    said = [a for e in value.evidence for a in pile.attributions_in.get(e.doc_id, ())
            if any(s < e.end and e.start < t for s, t in a.content) and a.source]  # fmt: skip
    words = [pile.words(Evidence(a.doc_id, s, t)).lower() for a in said for s, t in a.source]
    return bool(words) and all(w in PRONOUNS for w in words)


def names_other(pile: Pile, value: FindingValue, other: FindingValue) -> bool:
    """Tell whether a wording given to one speaker names the other: it runs on into what he says, so that it is his."""
    last = other.value.split()[-1:]
    return bool(last) and any(re.search(rf"\b{re.escape(last[0])}\b", pile.words(e)) for e in value.evidence)


def at_one_time(pile: Pile, finding: Finding) -> bool:
    """Tell whether the two of a toll that are said to be given at one time are of one day: a copy is as old as what it copies,
    and a count told for a day is of that day."""
    named, at, _ = finding.because.partition(" are given by different people at one time")
    if not at:
        return True
    told = [days_of(pile, v) for v in finding.values if names(named, value_in_words(v))]
    return len(told) < TWO or any(a & b for a, b in combinations(told, 2))


TWO = 2


def days_of(pile: Pile, value: FindingValue) -> set[str]:
    """Give the days for which pages tell a value: the one its sentence names, else that of the page it goes back to."""
    origins = [one.origin or "" for o in value.origins if (one := pile.lineages.get(o))]
    roots = [pile.documents[d].published for d in origins if d in pile.documents]
    first = roots[0] if len(value.origins) == 1 and roots else None
    days = set()
    for e in value.evidence:
        written = first or pile.documents[e.doc_id].published
        sentence = pile.sentence(e.doc_id, e.start)
        named = {start for start, end in days_named(pile, sentence) if start == end} if sentence else set()
        days |= named if len(named) == 1 else {written[:10]} if written else set()
    return days


def told_of(pile: Pile, finding: Finding) -> bool:
    """Tell whether what a finding is about can be named: a whole story cannot, nor an act of nobody on no day."""
    name = about(pile, finding.about)
    return name != finding.about and (name.startswith("“") or ": " in name or ", " in name) and not pointed(pile, finding)


def pointed(pile: Pile, finding: Finding) -> bool:
    """Tell whether a reason is one of what the sentence before tells: he puts that down to the rain."""
    spans = [[s for e in v.evidence if (s := pile.sentence(e.doc_id, e.start))] for v in finding.values]
    return finding.property == "reason" and any(found and all(ELLIPTIC.search(pile.words(s)) for s in found) for found in spans)


def timely(pile: Pile, finding: Finding) -> Finding:
    """Leave out what was written before an act that took place, by the page it goes back to: it tells nothing of it."""
    about = pile.occurrences.get(finding.about)
    day = about.date_start if about and about.status in REAL else None
    if not day or finding.property == "status":
        return finding

    def early(value: FindingValue) -> bool:
        roots = [one.origin or "" if (one := pile.lineages.get(o)) else o for o in value.origins]
        known = [d for d in roots if d in pile.documents] or [e.doc_id for e in value.evidence]
        written = [pile.documents[d].published for d in known]
        return any(written) and all(w[:10] < day for w in written if w)

    return replace(finding, values=tuple(v for v in finding.values if not early(v)))


def comparable(pile: Pile, finding: Finding) -> bool:
    """Tell whether values are of one thing: bare counts are not, and "refused" told of a refusal is no denial of it."""
    about = pile.occurrences.get(finding.about)
    refusal = about is not None and about.type == "REJECT" and finding.property == "status"
    if finding.property == "status" and not {v.value for v in finding.values} & {"denied", "negated"}:
        return False  # planned, called off, held: mostly two acts told as one, and no page contradicts another
    if finding.property in TOLLS and about is not None and (about.type in TALKED or about.status not in REAL):
        return False  # nobody dies of a strike that was called off
    if finding.property in TOLLS:
        places = {(t.event.doc_id, t.sentence.start) for t in pile.told(finding.about)}
        if not any(beside_act(pile, v, places) for v in finding.values):
            return False  # the dead of what came of it, counted apart
    origins = {o for v in finding.values for o in v.origins}
    if finding.property == "reason" and finding.agreement != "conflict" and len(origins) < TWO:
        return False  # what one page tells as two sides is as often no reason at all
    if not alike_things(pile, finding):
        return False
    crowd = not finding.property.startswith("participants") or (about is not None and about.type in ("PROTEST", "MOBILIZE"))
    return finding.property != "count" and not refusal and crowd


def alike_things(pile: Pile, finding: Finding) -> bool:
    """Tell whether things that are counted go by one name: two Odran barges and three Velmish ones are not."""
    told = [{w for e in v.evidence for w in KIND.findall(pile.words(e))} for v in finding.values if v.evidence]
    return all(not a or not b or a & b for a, b in combinations(told, 2))


KIND = re.compile(r"\b[A-Z][a-z]+(?:an|ian|ese|ish|i|ic)\b")  # of which country: Odran, Velmish


def reconciled(pile: Pile) -> list[Finding]:
    """Give the findings whose numbers differ and can all be right."""
    weight = weights(pile)
    fit = [f for f in pile.findings if f.agreement == "compatible" and comparable(pile, f)]
    told = [f for f in fit if tells_much(pile.occurrences.get(f.about), f)]
    sure = (f for f in told if "nothing ties them" not in f.because and told_with(pile, f))
    found = [f for f in sure if near(f.values) or "parts and whole" in f.because or ("day of writing" in f.because and grows(f))]
    return sorted(found, key=lambda f: (-weight.get(f.about, 0.0), f.finding_id))


RISING = frozenset(("deaths", "injuries", "arrests", "released"))  # counts that later pages give no lower


def told_with(pile: Pile, finding: Finding) -> bool:
    """Tell whether numbers that differ are told of one act: it took place, two of them stand in sentences that tell it, and what
    only rises is not told lower later."""
    act = pile.occurrences.get(finding.about)
    if act is None or act.status not in REAL:
        return False
    places = {(t.event.doc_id, t.sentence.start) for t in pile.told(finding.about)}
    beside = [v for v in finding.values if beside_act(pile, v, places)]
    if finding.property not in TOLLS | {"participants", "arrests", "released"}:
        return True
    steps = sorted((min(days), n) for v in finding.values if (days := days_of(pile, v)) and (n := number_of(v)) is not None)
    falls = any(b < a for (_, a), (_, b) in pairwise(steps))
    return len(beside) >= TWO and not (finding.property in RISING and falls and "day of writing" in finding.because)


def number_of(value: FindingValue) -> float | None:
    """Read the number of a value; null for words."""
    last = value.value.rpartition(" ")[2]
    return float(last) if last.replace(".", "", 1).isdigit() else None


def grows(finding: Finding) -> bool:
    """Tell whether the values of a number that changes are steps of one: none is far from the next; two and fourteen hurt are not
    of one count."""
    numbers = sorted({float(n) for v in finding.values if (n := v.value.rpartition(" ")[2]).replace(".", "", 1).isdigit()})
    return all(b <= FAR * max(a, 1.0) for a, b in pairwise(numbers))


def varied(finding: Finding) -> bool:
    """Tell whether pages answer in words that do not fit, without shutting each other out: two causes, a fact and its denial."""
    return finding.agreement == "partly" and finding.property in ANSWERS


def finding_line(pile: Pile, finding: Finding) -> Line:
    """Write one finding: what it is about, the verdict with its reason, a part for each value; what no act can be named for
    says so by the words of its values."""
    what, of = property_in_words(finding.property), of_which(pile, finding)
    lead = f"{what[:1].upper()}{what[1:]}{f': {of}' if of else ''}"
    origins = {o for v in finding.values for o in v.origins}
    because = GIVEN_BY.sub("", finding.because)  # the sentences below say whose number it is
    note = f"{VARIED if varied(finding) else VERDICT.get(finding.agreement, finding.agreement)}: {because}"
    note += f" ({counted(len(finding.values), 'value')} from {counted(len(origins), 'origin')})"
    return Line(finding.finding_id, lead, "", note, (), tuple(parts(pile, finding)))


GIVEN_BY = re.compile(r" \(given by: [^()]*\)")


def of_which(pile: Pile, finding: Finding) -> str:
    """Say of which act a finding is, by a noun for it that stands beside two of the values, and by its day where two pages that
    give them date it so; whose act it is their sentences say. Of a saying its words."""
    act = pile.occurrences.get(finding.about)
    if act is None:
        named = about(pile, finding.about)
        return named if named.startswith("“") else ""
    told = pile.told(act.occurrence_id)
    beside: dict[str, set[int]] = defaultdict(set)
    dated = set()
    for n, v in enumerate(finding.values):
        there = {(s.doc_id, s.start) for e in v.evidence if (s := pile.sentence(e.doc_id, e.start))}
        for t in told:
            if (t.sentence.doc_id, t.sentence.start) in there:
                dated |= {t.event.doc_id} if t.event.date_start == act.date_start and by_text(t.event.date_basis) else set()
                if by_noun(pile, t.event):
                    beside[pile.words(Evidence(t.event.doc_id, t.event.start, t.event.end)).lower()].add(n)
    several = {w: len(n) for w, n in beside.items() if len(n) >= TWO and w not in finding.property}
    word = min(several, key=lambda w: (-several[w], w), default="")
    day = days_in_words(act.date_start, act.date_end) if len(dated) >= TWO else ""
    return ", ".join(p for p in (f"“{word}”" if word else "", day) if p)




def by_noun(pile: Pile, event: Event) -> bool:
    """Tell whether a noun tells an act: the march, rather than what marched."""
    sentence = pile.sentence(event.doc_id, event.start)
    words = pile.parsed.get((event.doc_id, sentence.start), ()) if sentence else ()
    return any(w.upos == "NOUN" and w.start < event.end and event.start < w.end for w in words)


def parts(pile: Pile, finding: Finding) -> Iterator[Part]:
    """Write each value with its voices, who gives it, and the words it rests on."""
    growing = finding.agreement == "compatible"
    seen: set[str] = set()
    for value in ordered(pile, finding):
        told = shown_value(pile, value)
        first = in_words(pile, finding, value)
        again = first in seen
        seen.add(first)
        days = days_of(pile, value) if growing else set()
        when = f"{day_in_words(min(days))}; " if len(days) == 1 else ""
        note = ("in the same sentence; " if again else when) + givers(pile, value) + hour_of(pile, finding, value)
        yield Part(told, first if first != told and not again else "", note, cited(pile, finding, value))


def cited(pile: Pile, finding: Finding, value: FindingValue) -> tuple[Evidence, ...]:
    """Give the evidence a value is footnoted with, that in the passage shown first."""
    if not value.evidence:
        return ()
    shown = told_in(pile, finding, value)
    first = [e for e in value.evidence if e.doc_id == shown.doc_id and shown.start <= e.start < shown.end]
    return (*first, *(e for e in value.evidence if e not in first))[:CITED]


def ordered(pile: Pile, finding: Finding) -> list[FindingValue]:
    """Give the values of a finding: what can all be right in the order in which it was written, the rest by voices."""
    growing = finding.agreement == "compatible"

    def order(v: FindingValue) -> tuple[str, int, str]:
        return min(days_of(pile, v), default="") if growing else "", -v.voices_low, v.value

    return sorted(finding.values, key=order)


def hour_of(pile: Pile, finding: Finding, value: FindingValue) -> str:
    """Say at what hour a crowd or toll was counted, where the one sentence that gives it begins with that: it is of its hour."""
    sentences = {s for e in value.evidence if (s := pile.sentence(e.doc_id, e.start))}
    if finding.property not in TOLLS | {"participants"} or len(sentences) != 1:
        return ""
    words = pile.words(next(iter(sentences)))
    found = CLOCK.match(words)
    return f"; “{found[0].strip()}”" if found else ""


def in_words(pile: Pile, finding: Finding, value: FindingValue) -> str:
    """Give the words a value rests on; of what became of an act and of a number the whole sentence, since it alone tells
    nothing."""
    return quoted(pile, told_in(pile, finding, value), 240) if value.evidence else ""


def told_in(pile: Pile, finding: Finding, value: FindingValue) -> Evidence:
    """Choose the passage a value is shown by: of a reason or speaker the words that say most like the others, else the sentence
    that stands alone best, on a page that changed nothing."""
    if finding.property in ("reason", "speaker"):
        others = {w for v in finding.values if v is not value for e in v.evidence for w in WORD.findall(pile.words(e))}
        return max(value.evidence, key=lambda e: len(others.intersection(WORD.findall(pile.words(e)))))
    spans = [pile.sentence(e.doc_id, e.start) or e for e in value.evidence]
    rank = {d.doc_id: KIND_RANK[d.kind] for d in pile.documents.values()}
    return min(spans, key=lambda s: (clumsy(pile, s), rank[s.doc_id], s.doc_id, s.start))


def givers(pile: Pile, value: FindingValue) -> str:
    """Say who gives a value: its voices by name, and how many pages carry it."""
    names = listed(sorted(pile.origin(o) for o in value.origins), last="and" if len(value.origins) <= value.voices_low else "or")
    pages = counted(len({e.doc_id for e in value.evidence}), "page")
    return f"{voices_in_words(value.voices_low, value.voices_high)} ({names}), {pages}"


def named_beside(pile: Pile, finding: Finding) -> set[str]:
    """Give whom the sentences with the values of a finding name, with the countries they stand for."""
    spans = {s for v in finding.values for e in v.evidence if (s := pile.sentence(e.doc_id, e.start))}
    here = {w for s in spans for w in named_in(pile, s)}
    return here | {e.country for w in here if (e := pile.entities.get(w)) and e.country}


def about(pile: Pile, wanted: str, beside: set[str] | None = None) -> str:
    """Name what a finding is about; with those of its parties that the sentences `beside` name, where they name one."""
    occurrence = pile.occurrences.get(wanted)
    if occurrence and beside is not None:
        there = [{w for w in who if w in beside or ((e := pile.entities.get(w)) and e.country in beside)}
                 for who in (occurrence.actors, occurrence.recipients)]  # fmt: skip
        if any(there):
            actors, recipients = (tuple(w for w in who if w in kept)
                                  for who, kept in zip((occurrence.actors, occurrence.recipients), there, strict=True))  # fmt: skip
            occurrence = replace(occurrence, actors=actors, recipients=recipients)
    if occurrence:
        return label(pile, occurrence)
    said = next((u.best_words for u in pile.utterances if u.utterance_id == wanted), None)
    return f"“{said.strip(MARKS)}”" if said else pile.name(wanted)


def property_in_words(name: str) -> str:
    """Name a property for people; what is told apart by a number only is that of another part."""
    plain, _, part = name.partition(": ")
    found = PROPERTIES.get(name) or PROPERTIES.get(plain, plain.replace("_", " "))
    if not part or name in PROPERTIES or plain == "participants":
        return found
    return f"{found}, of another part" if part.isdigit() else f"{found}: {part.replace('_', ' ')}"
