"""Signs by which a line of the brief is judged true: what stands behind it, how it is cut, how its passages fit its words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date
from math import log2

from readout.pile import KIND_RANK, PRONOUNS, Pile
from readout.records import Evidence, Occurrence, Relation
from readout.text.day_bases import OF_PAGE, by_text
from readout.web.behind import behind, trigger
from readout.web.details import DAY
from readout.web.fates import overtaken
from readout.web.lines import Line
from readout.web.phrases import named
from readout.web.retold import events, likeness, named_in, whole
from readout.web.sharing import fate
from readout.web.sheet import CONDITION, more_may, origins, shown_in, told_parties
from readout.web.standing import lacking, leaning
from readout.web.tellings import ambiguous, clearest, clumsy, days_named, in_passing, shown_words

ACTS = frozenset(("happened", "agreed", "demanded", "ahead", "off", "before"))
PRONOUN = re.compile(rf"\b(?:{'|'.join(sorted(PRONOUNS))}|this|these|those|both)\b", re.I)
BARE_START = re.compile(r"(?:\w+: )?(?:[a-z]+(?:ed|ing|s)?\b)")
CUT_TAIL = re.compile(
    r"\s*[,;:—–-]?\s*(?:and|but|or|without|unless|if|until|after|before|when|while|with|which|who|that|because|although)\b"
)
DEFINITE = re.compile(r"\b[Tt]he [a-z]+\b")
# A thing that another sentence tells: the proposal, the order; not the order to leave, nor the order of the court.
POINTED = re.compile(
    r"\b(?:[Tt]he|[Tt]h(?:is|at|ese|ose)|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir) (?:proposal|offer|order|decision|ruling|note|promise|"
    r"statement|agreement|accord|deal|clause|terms?|"
    r"demand|request|claim|charge|accusation|allegation|plan|text|step|move|measures?|letter|call|vote|bill|law|report|inquiry|visit|"
    r"meeting|talks|attack|incident|protest|strike|march|crowd|ship|vessel|boat|crew|building|others?|two|three|rest|result|package|"
    r"petition|suit|motion|post|return|agency|ministry|government|party|union|company|council|court|minister|capital|town|city|act|way)s?"
    r"\b(?! (?:of|to|that|for|by|between|made|reached|signed|on|over|in|with|which|who|at|against|from)\b)"
)
AGO = re.compile(
    r"\b(?:earlier|later|before|previous|at once|afterwards|again|instead|still|also|meanwhile|otherwise|likewise|in turn|too"
    r"|however)\b"
)
DETAILS = re.compile(r"; (?:lasted|arrests|deaths|injuries|participants|amount|released|missing)")
DIGIT = re.compile(r"\d")
MOST = 4.0  # of what is counted more tells no more; ours
STATES = ("planned", "agreed", "promised", "demand", "proposal", "stated", "held", "happened", "frozen", "support", "threat",
          "refusal")  # fmt: skip
OPEN = ("threat", "proposal", "planned", "demand", "frozen", "to be", "promised")  # what another page may close


def signs(pile: Pile, section: str, line: Line) -> dict[str, float]:
    """Give the signs of one line; those of another kind of line are left out."""
    about = line.about or ""
    if section in ACTS and about in pile.occurrences:
        return act_signs(pile, section, line, pile.occurrences[about])
    return sheet_signs(pile, line, pile.relation_by_id[about])


def act_signs(pile: Pile, section: str, line: Line, o: Occurrence) -> dict[str, float]:
    """Give the signs of a line that tells an act."""
    told = clearest(pile, o)
    if told is None:
        return {}
    words = shown_words(pile, o, told)
    back = behind(pile, o, told if words else None)
    all_told = pile.told(o.occurrence_id)
    found = {f"{section} line": 1.0, "act line": 1.0}
    found |= {f"act {n}": v for n, v in text_signs(pile, told.sentence, line.text).items()} if words else {}
    found |= {f"act {n}": v for n, v in passages(pile, told.sentence, [t.sentence for t in all_told]).items()}
    return found | {
        "act without words": float(not words),
        "act voices": min(MOST, back.low), "act doubt": min(MOST, back.high - back.low), "act more": min(MOST, back.more),
        "act pages": log2(1 + back.pages), "act kept": back.pages / max(1, o.reports),
        "act events": log2(len(all_told)), "act passing": share(in_passing(pile, t) for t in all_told),
        "act fates": share(fate(t.event.status) != fate(o.status) for t in all_told),
        "act status": share(t.event.status != o.status for t in all_told),
        "act types": share(t.event.type != o.type for t in all_told),
        "act words": len({trigger(pile, t) for t in all_told}) / len(all_told),
        "act clumsy": min(MOST, clumsy(pile, told.sentence)), "act ambiguous": min(MOST, ambiguous(pile, told)),
        "act chance": 0.8 if told.event.act_chance is None else told.event.act_chance,
        "act status chance": 0.8 if told.event.status_chance is None else told.event.status_chance,
        "act by network": float(told.event.found_by == "network"),
        "act dated": float(bool(line.lead)), "act by page day": float(told.event.date_basis in OF_PAGE),
        "act day told": float(told.event.date_basis == "stated"),
        "act nobody": float(not told.event.actors), "act said": float(told.event.attributed_to is not None),
        "act of words": float(o.type in ("CONSULT", "AGREE", "REQUEST", "REJECT", "ACCUSE", "THREATEN", "SUPPORT")),
        "act befell": float(o.type is None),
        "act details": float(bool(DETAILS.search(line.note))),
        "act meant": float("; “" in line.note), "act so": float("; so " in line.note),
        "act overtaken": float(overtaken(pile, told.event)),
        "act days": float(len({t.event.date_start for t in all_told if by_text(t.event.date_basis)}) > 1),
    }  # fmt: skip


def sheet_signs(pile: Pile, line: Line, r: Relation) -> dict[str, float]:
    """Give the signs of a line of the sheet."""
    shown = shown_in(pile, r) or r.evidence[0]
    sentence = whole(pile, shown)
    first = (r.status or "").split(";")[0]
    parties = told_parties(pile, r, shown_in(pile, r))
    here = named_in(pile, shown)
    o = pile.occurrence_of_line.get(r.relation_id)
    found = {f"{r.category} line": 1.0, "sheet line": 1.0, **{f"sheet is {s}": float(first.startswith(s)) for s in STATES}}
    found |= {f"sheet {n}": v for n, v in text_signs(pile, shown, r.what).items()}
    found |= {f"sheet {n}": v for n, v in passages(pile, sentence, [whole(pile, e) for e in r.evidence]).items()}
    rest = pile.documents[shown.doc_id].text[shown.end : sentence.end]
    before = pile.documents[shown.doc_id].text[sentence.start : shown.start]
    return found | {
        "sheet chance": r.chance or 0.0, "sheet voices": min(MOST, len(origins(pile, r))),
        "sheet pages": log2(1 + len({e.doc_id for e in r.evidence})),
        "sheet parties": min(MOST, len(r.parties)), "sheet parties kept": len(parties) / max(1, len(r.parties)),
        "sheet one party": float(len(named(pile, parties)) < 2), "sheet parties here": share(p in here for p in parties),
        "sheet persons": share((e := pile.entities.get(p)) is not None and e.type == "person" for p in parties),
        "sheet states": share((e := pile.entities.get(p)) is not None and e.type in ("country", "government") for p in parties),
        "sheet bare start": float(bool(BARE_START.match(r.what))), "sheet cut front": float(len(before.strip()) > 2),
        "sheet cut tail": float(len(rest.strip(" .”\"’")) > 2), "sheet goes on": float(bool(CUT_TAIL.match(rest))),
        "sheet condition cut": float(bool(CONDITION.search(rest) or CONDITION.search(before))),
        "sheet agreed by one": float(first.startswith("agreed") and len(parties) < 2),
        "sheet nobody": float(not parties),
        "sheet open": float(is_open := first.startswith(OPEN)),
        "sheet open of old": is_open * min(age(pile, e) for e in r.evidence) / 10,
        "sheet whole": float(len(rest.strip(" .”\"’")) < 3 and len(before.strip()) < 3),
        "sheet opens on name": float(any(m.start - shown.start in range(5) for m in pile.named.get(shown.doc_id, ()))),
        "sheet talks": float(": " in r.what[:8]),
        "sheet dated": float(bool(r.date)), "sheet states told": float(";" in (r.status or "")),
        "sheet act": float(o is not None), "sheet so": float("; so " in line.note), "sheet meant": float("; “" in line.note),
        "sheet more": float(more_may(pile, r, shown_in(pile, r))), "sheet first": float(shown is r.evidence[0]),
        **{f"sheet opens on {k}": float(k == opens_on(pile, shown, r)) for k in OPENINGS},
        "sheet off": float(first in ("cancelled", "postponed", "refused")),
        "sheet overtaken": float(any(overtaken(pile, e) for e in events(pile, sentence))),
    }  # fmt: skip


OPENINGS = ("nobody", "party", "its side", "another")


def opens_on(pile: Pile, shown: Evidence, r: Relation) -> str:
    """Say whom words name first: nobody, a party of the line, somebody of its country, another."""
    first = min((m for m in pile.named.get(shown.doc_id, ()) if shown.start <= m.start < shown.end and m.entity_id),
                key=lambda m: m.start, default=None)  # fmt: skip
    if first is None or first.entity_id is None:
        return "nobody"
    if first.entity_id in r.parties:
        return "party"
    sides = {e.country for p in r.parties if (e := pile.entities.get(p)) and e.type in ("country", "government")} - {None}
    named = pile.entities.get(first.entity_id)
    return "its side" if named and named.country in sides else "another"


def text_signs(pile: Pile, shown: Evidence, words: str) -> dict[str, float]:
    """Give the signs of the words shown: length, what they point at, how old they are."""
    d = pile.documents[shown.doc_id]
    inside = events(pile, whole(pile, shown))
    return {
        "length": min(3.0, len(words) / 100), "short": float(len(words) < 50),
        "pronouns": min(3.0, len(PRONOUN.findall(words))), "leaning": float(leaning(pile, shown)),
        "lacking": float(lacking(pile, shown)),
        "numbers": min(3.0, len(DIGIT.findall(words)) / 2), "quoting": float(bool(re.search("[“\"]", words))),
        "pointed": min(3.0, len(POINTED.findall(words))), "after another": min(2.0, len(AGO.findall(words))),
        "the": min(3.0, len(DEFINITE.findall(words))), "commas": min(MOST, words.count(",") + words.count(";")),
        "acts": min(5.0, len({e.occurrence_id for e in inside})), "names": min(MOST, len(named_in(pile, shown))),
        "age": min(20.0, age(pile, shown)) / 10, "days": min(2.0, len(days_named(pile, whole(pile, shown)))),
        "taken over": float(KIND_RANK[d.kind] in (1, 2, 3)), "changed": float(KIND_RANK[d.kind] >= 4),
        "top": float(shown.start < 1200), "headline": float(pile.role(shown.doc_id, shown.start) not in ("body", "deck")),
        "past before": float(bool(re.search(r"\bhad (?:\w+ )?(?:\w+ed|been)\b", words))),
    }  # fmt: skip


def passages(pile: Pile, shown: Evidence, told: Sequence[Evidence]) -> dict[str, float]:
    """Give how likely the passages behind a line tell what is shown."""
    others = [t for t in dict.fromkeys(told) if t != shown]
    found = [likeness(pile, shown, t) for t in others]
    scores = [s for t in others for e in events(pile, t) if (s := pile.score(e)) is not None]
    return {
        "likeness": sum(found) / len(found) if found else 0.8, "least likeness": min(found, default=0.8),
        "alone": float(not found), "score": sum(scores) / len(scores) if scores else 0.8,
    }  # fmt: skip


def share(of: Iterable[bool]) -> float:
    """Give the share of what is so; 0 of nothing."""
    listed = list(of)
    return sum(listed) / len(listed) if listed else 0.0


def age(pile: Pile, at: Evidence) -> float:
    """Count the days from a page to the last page of the pile."""
    days = sorted(d.published[:DAY] for d in pile.documents.values() if d.published and len(d.published) >= DAY)
    written = pile.documents[at.doc_id].published
    if not days or not written or len(written) < DAY:
        return 0.0
    return float((date.fromisoformat(days[-1]) - date.fromisoformat(written[:DAY])).days)
