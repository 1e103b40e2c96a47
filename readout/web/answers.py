"""Answer a question with sentences of the pages, grouped by voice; where none answers it, say so. Nothing is made up."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from math import log
from typing import Any

from readout.pile import KIND_RANK, Pile
from readout.records import Evidence, Finding
from readout.store.search import any_of
from readout.text.origins import Origins, origins_of
from readout.text.stem import stem
from readout.web.question import Question, Term, read_question

NOTHING = "no sentence found that answers this"
UNSPOKEN = "no report speaks of this"  # none of the words asked about stands in a sentence
UNASKED = "nothing was asked: give a question in words"
WORD = re.compile(r"\w+(?:-\w+)*")
MONTH = "January|February|March|April|May|June|July|August|September|October|November|December"
NUMERAL = r"(?:\d[\d,.]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|sixty"
NUMERAL += (
    r"|seventy|eighty|ninety|dozens?|hundreds?|thousands?|millions?|tens of thousands|half|several|no one|nobody|none)"
)
HOLDS = {
    "duration": re.compile(rf"\b{NUMERAL}(?: (?:and|a|half|full|more|long|{NUMERAL}))* (?:minute|hour|day|week|month)s?\b"
                           r"|\ball (?:day|night)\b|\bovernight\b|\bday-long\b|\bhalf an hour\b|\ban hour\b", re.I),
    "number": re.compile(rf"\b{NUMERAL}\b", re.I),
    "date": re.compile(rf"\b(?:{MONTH}|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b|\b(?:Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec)\."
                       r"|\b(?:19|20)\d\d\b|\b(?:today|yesterday|tomorrow|tonight)\b|\b(?:last|next|this) (?:week|month|year|"
                       r"spring|summer|autumn|fall|winter)\b|\b\d{1,2}[:.]\d\d\b|"
                       r"\b\d{1,2} ?[ap]\.?m\b|\b(?:at )?(?:noon|midnight|dawn)\b"),
    "place": re.compile(r"\b(?:in|at|near|outside|inside|off|from|to|on|across)\s+(?:the\s+)?(?:\w+\s+)?[A-Z]\w+"),
    "reason": re.compile(r"\b(?:because|due to|owing to|as a result|so that|in (?:protest|response|retaliation|order)|since|caused|"
                         r"cause|blam\w+|reason|after|over|against|to protest)\b", re.I),
    "cause": re.compile(r"\b(?:because|due to|owing to|as a result|result of|caus\w+|blam\w+|trigger\w+|spark\w+|set off|led to)\b",
                        re.I),
    "who": re.compile(r"[A-Z]\w+|\b(?:minister|president|police|government|officials?|spokes\w+|residents?|workers?)\b"),
}  # fmt: skip
ENOUGH = 0.62  # share of the question's words, by weight, that a sentence must carry; ours, on invented questions
NEAR_BEST = 0.2  # answers this much weaker than the best one are left out
BY_SYNONYM, BY_TYPE, BY_PAGE = 0.6, 0.7, 0.4  # what a match by synonym, by kind of act, or by the page around counts
MEASURED = ("date", "duration", "number")  # asked for by a form that few sentences have: a word more may be missing
CANDIDATES = 400


@dataclass(frozen=True, slots=True)
class Answer:
    """A sentence that answers, with where it stands and how well it fits."""

    span: Evidence
    score: float
    because: str
    side: str = ""  # which of several answers it gives: the value it holds, or that it was denied


class Asked:
    """A question held against a pile."""

    def __init__(self, pile: Pile, question: Question) -> None:
        self.pile, self.question = pile, question
        self.names = [self.entity_words(name) for name in question.names]
        self.types_at: dict[Evidence, set[str]] = defaultdict(set)
        wanted = {t for term in question.terms for t in term.types}
        for e in pile.events.values():
            sentence = pile.sentence(e.doc_id, e.start) if e.type in wanted else None
            if sentence and e.type:
                self.types_at[sentence].add(e.type)

    def entity_words(self, name: str) -> frozenset[str]:
        """Give the entity ids a name of the question can mean, and the name itself."""
        folded = name.lower()
        same = {
            e.entity_id for e in self.pile.entities.values()
            if folded in {w.lower() for w in (e.name, *e.aliases)} or folded in e.name.lower().split()
            or (e.type in LANDS and is_of(folded, e.name.lower()))
        }  # fmt: skip
        return frozenset({folded, *same})

    def candidates(self) -> list[Evidence]:
        """Find the sentences worth weighing: those with a word of the question, or an act of its kind."""
        words = [t.stem if len(t.stem) > 3 else t.word for t in self.question.terms]
        words += [s for t in self.question.terms for s in sorted(t.alike) if len(s) > 3]
        words += [w for n in self.question.names for w in n.split()]
        hits = any_of(self.pile.search_index, words, CANDIDATES)
        found = [Evidence(h.doc_id, h.start, h.end) for h in hits]
        return list(dict.fromkeys([*found, *self.types_at]))

    def scored(self) -> list[Answer]:
        """Weigh every candidate; a rare word of the question weighs more."""
        spans = self.candidates()
        stems = {s: stems_of(self.pile.words(s)) for s in spans}
        held = {t: sum(t.stem in found for found in stems.values()) for t in self.question.terms}
        weight = {t: log(2 + len(spans) / (1 + n)) for t, n in held.items()}
        return [a for s in spans if (a := self.judged(s, stems[s], weight))]

    def judged(self, span: Evidence, stems: frozenset[str], weight: Mapping[Term, float]) -> Answer | None:
        """Weigh one sentence; null where a name of the question stands nowhere on its page."""
        names = [self.named(span, wanted) for wanted in self.names]
        if 0.0 in names:
            return None
        sure = bool(names) and min(names) == 1.0
        fit = {t: self.shared(t, span, stems, sure) for t in weight}
        words = sum(w * fit[t] for t, w in weight.items())
        held = sorted(t.word for t, how in fit.items() if how == 1.0)
        missing = sum(not how for how in fit.values())
        spare = max(0, (len(fit) - (self.question.asked not in MEASURED)) // 2)
        lone = len(fit) == 1 and self.question.asked in MEASURED and not missing  # its one word in another word: the blast
        if not lone and (words < ENOUGH * sum(weight.values()) or missing > spare or not (held or sure)):
            return None
        total = sum(weight.values()) + 2.0 * len(names)
        score = (words + 2.0 * sum(names)) / total if total else 0.0
        return Answer(span, score, f"shares {', '.join(held)}" if held else "tells an act of the kind asked about")

    def shared(self, term: Term, span: Evidence, stems: frozenset[str], sure: bool) -> float:
        """Say how surely a sentence shares a word of the question; `sure` where all its names stand in it."""
        if term.stem in stems:
            return 1.0
        if term.types:  # a word for an act: another word for an act of its kind, never a loose synonym
            return (BY_TYPE if sure else BY_SYNONYM) * bool(term.types & self.types_at.get(span, set()))
        return BY_SYNONYM * bool(term.alike & stems)

    def named(self, span: Evidence, wanted: frozenset[str]) -> float:
        """Say how surely a sentence is about someone: by its words or a resolved mention 1, by its page less, else 0."""
        words = self.pile.words(span).lower()
        if any(w in words for w in wanted if not w.startswith("ent:")):
            return 1.0
        if any(span.start <= m.start < span.end for e in wanted for m in self.pile.mentions_of(e, span.doc_id)):
            return 1.0
        page = self.pile.documents[span.doc_id].text.lower()
        return BY_PAGE if any(w in page for w in wanted if not w.startswith("ent:")) else 0.0


LANDS = frozenset(("country", "government", "place"))


def is_of(word: str, land: str) -> bool:
    """Tell whether a word is the adjective of a land: Norlandish, of Norland; its last letters may change."""
    stemmed = land.rstrip("aeiouy") if len(land) > 4 else land
    return len(stemmed) > 3 and word != land and word.startswith(stemmed) and len(word) - len(stemmed) <= 4


def stems_of(words: str) -> frozenset[str]:
    """Give the stems of a stretch; names of months are none, so that March is not a march."""
    return frozenset(stem(w.lower()) for w in WORD.findall(re.sub(rf"\b(?:{MONTH})\b", " ", words)))


def answers(pile: Pile, text: str) -> list[Answer]:
    """Give the sentences that answer a question, best first; none where no report does."""
    question = read_question(text)
    if not question.terms and not question.names:
        return []
    if question.asked == "said" and question.names:
        return said(pile, question)
    if question.asked == "office":
        return offices(pile, question) or stated(pile, Question(text, "who", question.names, question.terms))
    return stated(pile, question)


def stated(pile: Pile, question: Question) -> list[Answer]:
    """Give the sentences that share enough with the question and hold what it asks for."""
    if not question.terms and question.asked not in ("who", "any", "said"):
        return []
    scored = Asked(pile, question).scored()
    known = [a for a in of_findings(pile, question, scored) if a.span not in {s.span for s in scored}]
    fit = [a for a in scored if holds(pile, question, a.span)]
    best = max((a.score for a in fit), default=0.0)
    found = [*(a for a in fit if a.score >= best - NEAR_BEST), *known]
    found = with_sides(pile, question, found)
    return sorted(found, key=lambda a: (-a.score, a.span.doc_id, a.span.start))


def with_sides(pile: Pile, question: Question, found: Sequence[Answer]) -> list[Answer]:
    """Say which side each answer takes, and add the sentences that say otherwise: another number for the same thing, a denial."""
    denied = denials(pile)
    made = {a.span: replace(a, side="denied" if a.span in denied else "") for a in found}
    for f in pile.findings:
        told = sides_of(pile, question, f)
        score = max((a.score for a in found if a.span in told), default=0.0)
        for sentence, value in told.items() if score else ():
            why = "says otherwise of the same act" if f.property == "status" else f"gives another {f.property}"
            held = made.get(sentence) or Answer(sentence, score - 0.01, why)
            made[sentence] = replace(held, side=held.side or value)
    return list(made.values())


def sides_of(pile: Pile, question: Question, finding: Finding) -> dict[Evidence, str]:
    """Give the sentences of a finding with several values that bears on a question, each with the value it holds."""
    if len(finding.values) < 2 or not bears_on(question, finding):
        return {}
    told = {pile.sentence(e.doc_id, e.start) or e: v.value for v in finding.values for e in v.evidence}
    return {s: "denied" if v == "denied" else "" for s, v in told.items()} if finding.property == "status" else told


def denials(pile: Pile) -> set[Evidence]:
    """Give the sentences that tell what somebody denies."""
    events = ((e.doc_id, e.start) for e in pile.events.values() if e.status == "denied")
    sayings = ((a.doc_id, a.content[0][0]) for a in pile.attributions.values() if a.act == "deny" and a.content)
    return {s for doc_id, at in (*events, *sayings) if (s := pile.sentence(doc_id, at))}


def bears_on(question: Question, finding: Finding) -> bool:
    """Tell whether the values of a finding are what a question asks for: how long, how many of what, whether it happened."""
    if finding.property == "status":
        return question.asked not in MEASURED
    if question.asked == "duration":
        return finding.property.startswith("duration")
    if question.asked != "number" or finding.property.startswith(("duration", "date", "time", "status", "reason", "first")):
        return False
    named = {stem(w) for w in finding.property.partition(":")[0].replace("_", " ").split()}
    asked = {s for t in question.terms for s in (t.stem, *t.alike)}
    kinds = {word for t in question.terms for word in COUNTED if t.stem.startswith(COUNTED[word])}
    return bool(named & asked) or finding.property in kinds


# What is counted, by the beginnings of the words that ask for it.
COUNTED: Mapping[str, tuple[str, ...]] = {
    "deaths": ("die", "dead", "kill", "death", "dy", "victim", "perish"), "injuries": ("injur", "hurt", "wound"),
    "arrests": ("arrest", "detain", "held", "custod"), "missing": ("miss",), "released": ("releas", "free", "freed"),
    "participants": ("people", "took", "part", "march", "protest", "ralli", "demonstr", "attend", "join", "rally", "crowd"),
    "amount": ("cost", "pay", "paid", "much"),
}  # fmt: skip


def holds(pile: Pile, question: Question, span: Evidence) -> bool:
    """Tell whether a sentence holds what is asked for, beyond the words of the question itself."""
    if question.asked not in HOLDS:
        return True
    words = pile.words(span)
    for name in question.names:
        words = words.replace(name, " ")
    if question.asked == "number":
        words = re.sub(rf"\b(?:\d{{1,2}} )?(?:{MONTH})(?: \d{{1,2}})?(?:,? \d{{4}})?\b|\b(?:19|20)\d\d\b", " ", words)
    return bool(HOLDS[question.asked].search(words))


def of_findings(pile: Pile, question: Question, scored: Iterable[Answer]) -> Iterator[Answer]:
    """Add the words that other reports of the same occurrence give for the property asked for."""
    wanted = {
        "duration": ("duration", "duration_minutes"),
        "date": ("date",),
        "place": ("place",),
        "reason": ("reason",),
    }
    spans = {a.span: a.score for a in scored}
    seen: set[Evidence] = set()
    for occurrence_id in pile.occurrences:
        score = max((spans.get(t.sentence, 0.0) for t in pile.told(occurrence_id)), default=0.0)
        for f in pile.findings_about.get(occurrence_id, ()) if score else ():
            for e in (e for v in f.values for e in v.evidence) if f.property in wanted.get(question.asked, ()) else ():
                sentence = pile.sentence(e.doc_id, e.start) or e
                if sentence not in seen and holds(pile, question, sentence):
                    seen.add(sentence)
                    yield Answer(
                        sentence, score - 0.01, f"another report of the same occurrence gives its {f.property}"
                    )


def said(pile: Pile, question: Question) -> list[Answer]:
    """Give what the named speaker is reported to have said, about the words of the question where there are any."""
    asked = Asked(pile, question)
    speakers = {e for n in asked.names for e in n}
    found = []
    for a in pile.attributions.values():
        who = {a.speaker, (a.speaker_name or "").lower()} - {None, ""}
        if not who & speakers or a.kind == "term":
            continue
        words = frozenset(w for s, e in a.content for w in stems_of(pile.documents[a.doc_id].text[s:e]))
        share = sum(t.stem in words for t in question.terms) / len(question.terms) if question.terms else 1.0
        start = min(s for s, _ in a.content)
        sentence = pile.sentence(a.doc_id, start) or Evidence(a.doc_id, start, max(e for _, e in a.content))
        if share >= 0.5:
            found.append(Answer(sentence, share, f"{a.kind} words of {a.speaker_name or 'the speaker'}"))
    best: dict[Evidence, Answer] = {}
    for answer in sorted(found, key=lambda a: -a.score):
        best.setdefault(answer.span, answer)
    rank = {a.span: KIND_RANK[pile.documents[a.span.doc_id].kind] for a in best.values()}
    return sorted(best.values(), key=lambda a: (-a.score, rank[a.span], a.span.doc_id, a.span.start))


def offices(pile: Pile, question: Question) -> list[Answer]:
    """Give the words that state an office: of the person named, or of whoever holds the office named."""
    asked = Asked(pile, question)
    named = {e for n in asked.names for e in n}
    people = {e for e in named if e in pile.entities and pile.entities[e].type == "person"}
    role = {t.stem for t in question.terms}
    found = []
    for entity_id, listed in pile.offices_of.items():
        for o in listed:
            of = " ".join(w for w in (o.organisation, o.country, pile.country_names.get(o.country or "")) if w).lower()
            stems = stems_of(f"{o.role} {of}")
            fits = entity_id in people if people else bool(role) and role <= stems and all(
                any(w in of for w in n if not w.startswith("ent:")) for n in asked.names
            )  # fmt: skip
            if fits:
                sentence = pile.sentence(o.doc_id, o.start) or Evidence(o.doc_id, o.start, o.end)
                found.append(Answer(sentence, 1.0, f"states an office: {pile.office_words(o)}"))
    return list({a.span: a for a in reversed(found)}.values())[::-1]


def by_voice(pile: Pile, found: Sequence[Answer]) -> list[dict[str, Any]]:
    """Group answers by the origin they go back to and by what they say: the best sentence of each, the pages that carry it too."""
    origins: Origins = origins_of(pile.lineages.values(), pile.reuses)
    groups: dict[tuple[str, str], list[Answer]] = defaultdict(list)
    for a in found:
        groups[origins.of((a.span.doc_id, a.span.start, a.span.end))[0], a.side].append(a)
    for origin, _ in [g for g in groups if not g[1]]:
        told = next((g for g in groups if g[0] == origin and g[1] not in ("", "denied")), None)
        if told:  # sentences of which no value was read go with those of their voice that give one
            groups[told] += groups.pop((origin, ""))
    return [row(pile, g[0], mine) for g, mine in sorted(groups.items(), key=lambda g: (-g[1][0].score, g[0]))]


def row(pile: Pile, origin: str, mine: Sequence[Answer]) -> dict[str, Any]:
    """Write one voice: its best sentence and the other pages."""
    rank = {a.span: KIND_RANK[pile.documents[a.span.doc_id].kind] for a in mine}
    best = min(mine, key=lambda a: (rank[a.span] >= 4, -a.score, rank[a.span], a.span.doc_id, a.span.start))
    d = pile.documents[best.span.doc_id]
    more = [a.span for a in mine if a.span != best.span and a.score >= best.score - NEAR_BEST]
    others = sorted({pile.documents[s.doc_id].external_id for s in more} - {d.external_id})
    return {
        "voice": pile.origin(origin), "words": pile.words(best.span), "doc_id": d.doc_id, "start": best.span.start,
        "end": best.span.end, "external_id": d.external_id, "outlet": d.outlet, "published": d.published,
        "because": best.because, "score": round(best.score, 3), "also": others,
        "more": [{"doc_id": s.doc_id, "start": s.start, "end": s.end} for s in more],
    }  # fmt: skip


def nothing(pile: Pile, text: str) -> str:
    """Say why a question has no answer: nothing asked, no word of it on any page, or no sentence that answers."""
    question = read_question(text)
    if not question.terms and not question.names:
        return UNASKED if not text.strip() else NOTHING
    return NOTHING if Asked(pile, question).candidates() else UNSPOKEN


def ask(pile: Pile, text: str) -> list[dict[str, Any]]:
    """Answer a question: one row a voice, best first; empty where no sentence answers."""
    return by_voice(pile, answers(pile, text))
