"""The state of relations: channels, commitments, incidents, positions, dates ahead."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from readout.pile import ALTERED_KINDS, Pile, Told
from readout.records import Attribution, Evidence, Occurrence, Relation
from readout.text.day_bases import OF_PAGE
from readout.web.behind import behind, same
from readout.web.details import DAY
from readout.web.fates import TO_COME as TO_COME_STATES
from readout.web.fates import overtaken
from readout.web.lapsed import over
from readout.web.lines import Line
from readout.web.phrases import counted, day_in_words, days_in_words, listed, named
from readout.web.retold import named_in, retells
from readout.web.standing import PAIR, lacking, meant
from readout.web.tellings import CALLED_OFF, PUT_OFF, days_named, far_off

WORD = re.compile(r"\w+")
# A clause that has lost who acts, or what is told of them: sealed the office; are to meet; the mayor, who refused to go.
HEADLESS = re.compile(
    r"(?:\w+: )?(?:(?:in |of |with |for |on |at |to |by |from |under |after |over )?"
    r"(?:which|whom|whose|who|that|where|when|while)\b|[a-z]{2,}ing\b|"
    r"[a-z]+ed (?!by\b|in\b|on\b|at\b)|said\b|(?:is|are|was|were|will|would|has|had|have|to) )|"
    r"[\w-]+ (?:hours?|days?|weeks?|months?|years?) (?:before|after) [^,]*$|[^,]+, who [^,]+$|.*\b(?:according|said)$|"
    r"(?:\d[\d,]*|[Tt]he|[A-Z]?[a-z]+)(?: [\w-]+){0,2} (?:held|detained|seized|arrested|killed|abducted)"
    r"(?: (?:in|on|at|by|since) [^,]+)?$"
)
CONDITION = re.compile(
    r"\b(?:unless|(?<!ask )(?<!asked )(?<!see )(?<!know )(?<!as )if|provided that|on condition|as long as|so long as)\b", re.I)
_IF = r"(?:unless|if|provided|on condition|as long as|so long as)"
CONDITION_BEHIND = re.compile(rf"[\s,”\"’]*(?P<told>{_IF}\b[^,;:.“”\"]+)", re.I)
CONDITION_BEFORE = re.compile(rf"(?P<told>{_IF}\b[^,;:.“”\"]+),", re.I)
# What hangs on a condition if its sentence tells one: plans, promises, offers, threats.
HANGING = re.compile(r"(?:planned|promised|agreed|proposal|threat|conditional)")
PASSED = re.compile(r"\bhad (?:\w+ )?(?:\w+ed|been)\b")
TO_COME = re.compile(r"\b(?:will|would|shall|(?:is|are|was|were) to|due|planned|set|scheduled|expected|next|going)\b", re.I)
TWO = 2
PRESS = re.compile(r"\b(?:newspapers?|papers?|media|press|broadcasters?|magazines?|reports?|rumou?rs?)\b", re.I)
CATEGORIES = {"channel": "Channel", "commitment": "Commitment", "incident": "Incident", "position": "Position",
              "upcoming": "Ahead"}  # fmt: skip


LONG = dict.fromkeys(CATEGORIES, 40)  # lines of a category in the report
SHORT = {
    "channel": 5,
    "commitment": 4,
    "incident": 3,
    "position": 4,
    "upcoming": 4,
}  # lines of a category in the short brief


def relation_lines(pile: Pile) -> list[Line]:
    """Write every line of the sheet, by category, then by date."""
    order = list(CATEGORIES)
    rows = sorted(pile.relations, key=lambda r: (order.index(r.category), r.date or "9999", r.relation_id))
    return [relation_line(pile, r) for r in rows]


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the sheet: its title and lines; without lines where no page tells of any."""

    title: str
    lines: tuple[Line, ...]


PARTS = {"channel": "Channels", "commitment": "Commitments", "incident": "Incidents", "position": "Positions",
         "upcoming": "Days ahead"}  # fmt: skip


def parts_of_sheet(pile: Pile) -> list[Part]:
    """Give the whole sheet part by part, days ahead in their order; nothing where no part has a line."""
    rows = main_relations(pile, LONG)
    rows += sorted((r for r in pile.relations if r.category == "upcoming" and not r.parties), key=lambda r: r.relation_id)
    by_part = {c: [r for r in rows if r.category == c] for c in PARTS}
    by_part["upcoming"].sort(key=lambda r: (r.date or "9999", r.relation_id))
    parts = [Part(PARTS[c], tuple(bare(relation_line(pile, r)) for r in listed)) for c, listed in by_part.items()]
    return parts if any(p.lines for p in parts) else []


def bare(line: Line) -> Line:
    """Leave the name of the part out of a line's lead."""
    return replace(line, lead=line.lead.partition(": ")[2])


def unlabelled(line: Line) -> Line:
    """Leave the parties out of a line's lead: its words name them."""
    return replace(line, lead=line.lead.partition(": ")[0])


def main_relations(pile: Pile, most: Mapping[str, int]) -> list[Relation]:
    """Give the lines of each category that weigh most: both parties known, likeliest to be written down by a careful reader, most
    voices; what was long ago is left out."""
    kept: list[Relation] = []
    for category in CATEGORIES:
        rows = [r for r in pile.relations if r.category == category and r.status != "historical"]
        rows = [r for r in rows if r.parties or category == "incident"]  # of a fire nobody need be a party
        rows.sort(key=lambda r: (len(r.parties) < 2, -(r.chance or 0.0), -len(origins(pile, r)), -len(r.evidence), r.relation_id))
        distinct = {key(r): r for r in reversed(rows)}
        fit = [r for r in rows if distinct[key(r)] is r and not altered_only(pile, r) and stands(pile, r)]
        kept += fit[: most[category]]
    return kept


def stands(pile: Pile, relation: Relation) -> bool:
    """Tell whether the words of a line can be read alone, say who acts, and are not those of a page that a machine reworded; and
    whether whose position it is has a name."""
    shown = shown_in(pile, relation)
    if gone_by(pile, relation):
        return False
    if relation.category == "channel" and len(named(pile, told_parties(pile, relation, shown))) < TWO:
        return False  # between one and nobody there is no channel
    if relation.category == "position" and len(named(pile, relation.parties)) < len(relation.parties):
        return False
    if HEADLESS.match(relation.what) or (
        relation.category == "upcoming" and PASSED.search(relation.what) and not TO_COME.search(relation.what)
    ):
        return False
    if shown and any(PRESS.search(pile.documents[a.doc_id].text[s:t]) for a in sayings_over(pile, shown) for s, t in a.source):
        return False  # what a newspaper is said to write
    return shown is None or not (lacking(pile, shown) or pile.documents[shown.doc_id].kind in ALTERED_KINDS)


PLANNED = re.compile(r"(?:planned|to be|proposed|threat|proposal)")


def gone_by(pile: Pile, relation: Relation) -> bool:
    """Tell whether what a line tells as ahead was due before the last page was written, or is told as done on a later one."""
    if not PLANNED.match(relation.status or ""):
        return False
    last = max((d.published[:DAY] for d in pile.documents.values() if d.published), default="")
    if relation.date and len(relation.date) >= DAY and last and relation.date < last and relation.category != "position":
        return True
    spans = [s for e in relation.evidence if (s := pile.sentence(e.doc_id, e.start))]
    told = (Told(e, s) for s in spans for e in pile.events_of.get(s.doc_id, ()) if s.start <= e.start < s.end)
    ahead = [t for t in told if t.event.status in TO_COME_STATES]
    return any(overtaken(pile, t.event) for t in ahead) or (bool(ahead) and all(over(pile, t, last) for t in ahead))


def said_by(pile: Pile, shown: Evidence, relation: Relation) -> list[str]:
    """Say whose word the words of a line are, where they stand in what somebody said and do not name him."""
    for a in sayings_over(pile, shown):
        name = a.speaker_name
        if name and not TORN.search(name) and not {*WORD.findall(name)} & {*WORD.findall(relation.what)}:
            return [f"so {name}"]
    return []


def sayings_over(pile: Pile, shown: Evidence) -> list[Attribution]:
    """Give the sayings that some words are part of."""
    listed = pile.attributions_in.get(shown.doc_id, ())
    return [a for a in listed if any(s <= shown.start and shown.end <= t + 1 for s, t in a.content)]


def conditional(pile: Pile, shown: Evidence) -> list[str]:
    """Say on what condition something hangs, which its sentence tells and the words shown leave out: in the words that follow them,
    or lead to them."""
    sentence = pile.sentence(shown.doc_id, shown.start)
    if sentence is None or CONDITION.search(pile.words(shown)):
        return []
    rest = pile.words(Evidence(shown.doc_id, min(shown.end, sentence.end), sentence.end))
    before = pile.words(Evidence(shown.doc_id, sentence.start, max(shown.start, sentence.start)))
    told = CONDITION_BEHIND.match(rest) or CONDITION_BEFORE.match(before)
    if told:
        return [f"on a condition: “{told['told'].strip()}”"]
    return ["on a condition"] if CONDITION.search(rest) or CONDITION.search(before) else []


def told_parties(pile: Pile, relation: Relation, shown: Evidence | None) -> list[str]:
    """Give the parties of a line that its words name, by name, pronoun or country; all where they speak of both sides or are put
    together, nobody where they name others but none of them: the words say who it is."""
    if shown is None or any(PAIR.search(pile.words(s)) for s in (shown, pile.sentence(shown.doc_id, shown.start)) if s):
        return [p for p in relation.parties if well_named(pile, p)]
    here = named_in(pile, shown)
    of = {e.country for n in here if (e := pile.entities.get(n)) and e.country}
    countries = {p: e.country for p in relation.parties if (e := pile.entities.get(p)) and e.type in ("country", "government")}
    return [p for p in relation.parties if (p in here or countries.get(p) in of) and well_named(pile, p)]


# What is no name: a torn piece, words of a clause.
TORN = re.compile(r"^\W|\b[a-z]{3,}ed (?:the|an?|his|her|its|their)\b|\d{3}|\b(?:Mrs?|Ms|Dr)\.? ")


def well_named(pile: Pile, party: str) -> bool:
    """Tell whether the name of a party is one."""
    return not TORN.search(pile.name(party))


def shown_in(pile: Pile, relation: Relation) -> Evidence | None:
    """Give the words of a page that a line shows: as long as the line; null where it is put together."""
    for e in relation.evidence:
        words = pile.words(e)
        if words and (words.startswith(relation.what[:20]) or relation.what.rpartition(": ")[2].startswith(words[:20])):
            return e
    return None


def day_of(pile: Pile, relation: Relation, shown: Evidence | None) -> str | None:
    """Write the day of a line: a stretch of days as one; none where the words shown name another day only."""
    if not relation.date or all(far_off(pile, relation.date, e.doc_id) for e in relation.evidence):
        return None
    o = pile.occurrence_of_line.get(relation.relation_id)
    first, last = (o.date_start, o.date_end) if o and o.date_start == relation.date else (relation.date, relation.date)
    if o and o.date_start == relation.date and relation.category == "incident":
        bases = {t.event.date_basis for t in pile.told(o.occurrence_id) if t.event.date_start == relation.date}
        if bases and bases <= OF_PAGE:
            return None  # the day of the page that tells it
    named = days_named(pile, shown) if shown else []
    if relation.category == "channel" and not named:  # one line for several rounds: the day of which?
        named = [d for e in relation.evidence if (s := pile.sentence(e.doc_id, e.start)) for d in days_named(pile, s)]
        if any(not (s <= relation.date <= t) for s, t in named):
            return None
    if len(relation.date) >= DAY and named and not any(s <= (last or relation.date) and relation.date <= t for s, t in named):
        return None
    return days_in_words(first, last) or day_in_words(relation.date)


def key(relation: Relation) -> tuple[str, frozenset[str]]:
    """Fold a line so that the same thing in other marks meets."""
    return " ".join(sorted(relation.parties)), frozenset(WORD.findall(relation.what.lower()))


def altered_only(pile: Pile, relation: Relation) -> bool:
    """Tell whether only reworded or translated pages carry a line."""
    return all(pile.documents[e.doc_id].kind in ALTERED_KINDS for e in relation.evidence)


def origins(pile: Pile, relation: Relation) -> set[str]:
    """Give the origins of the sentences a line rests on: of each the one it is known to have, else the first of its page."""
    return {origin(pile, e) for e in relation.evidence}


def origin(pile: Pile, at: Evidence) -> str:
    """Give the origin of some words of a page."""
    sentence, page = pile.sentence(at.doc_id, at.start), pile.voices.get(at.doc_id)
    known = pile.origin_at.get((at.doc_id, sentence.start)) if sentence else None
    return known or (page.origins[0] if page and page.origins else at.doc_id)


def backed(pile: Pile, relation: Relation, shown: Evidence | None) -> str:
    """Say what stands behind a line: of an act what stands behind the sentence shown, as in the line that tells it; of another the
    passages that retell it."""
    o = pile.occurrence_of_line.get(relation.relation_id)
    if o is not None:
        return behind(pile, o, telling(pile, o, shown)).in_words()
    kept = resting_on(pile, relation, shown)
    return f"{counted(len({origin(pile, e) for e in kept}), 'voice')}, {counted(len({e.doc_id for e in kept}), 'page')}"


def more_may(pile: Pile, relation: Relation, shown: Evidence | None) -> bool:
    """Tell whether a line rests on pages too that are not sure to tell what it shows."""
    o = pile.occurrence_of_line.get(relation.relation_id)
    if o is not None:
        return behind(pile, o, telling(pile, o, shown)).more > 0
    return {e.doc_id for e in resting_on(pile, relation, shown)} < {e.doc_id for e in relation.evidence}


def telling(pile: Pile, occurrence: Occurrence, shown: Evidence | None) -> Told | None:
    """Give the event of an occurrence whose sentence holds the words shown."""
    return next((t for t in pile.told(occurrence.occurrence_id) if shown and holds(t.sentence, shown)), None)


def resting_on(pile: Pile, relation: Relation, shown: Evidence | None) -> list[Evidence]:
    """Give the passages of a line that tell what it shows, these words first; all where it shows none of one page."""
    if shown is None:
        return list(relation.evidence)
    o = pile.occurrence_of_line.get(relation.relation_id)
    told = telling(pile, o, shown) if o else None
    others = pile.told(o.occurrence_id) if o else []
    counts = [e for e in relation.evidence if retells(pile, shown, e)]
    if told:
        counts = [e for e in counts if any(holds(t.sentence, e) and same(pile, told, t) for t in others)]
    return list(dict.fromkeys([shown, *counts]))


def holds(sentence: Evidence, part: Evidence) -> bool:
    """Tell whether a sentence holds some words."""
    return sentence.doc_id == part.doc_id and sentence.start <= part.start < sentence.end


def state_of(pile: Pile, relation: Relation, shown: Evidence | None) -> str | None:
    """Give the status of a line; called off only where its sentence does not say put off or suspended."""
    sentence = pile.sentence(shown.doc_id, shown.start) if shown else None
    words = pile.words(sentence) if sentence else relation.what
    if not (relation.status or "").startswith("cancelled") or CALLED_OFF.search(words):
        return relation.status
    told = "postponed" if PUT_OFF.search(words) else "suspended" if SUSPENDED.search(words) else "cancelled"
    return str(relation.status).replace("cancelled", told, 1)


SUSPENDED = re.compile(r"\bsuspen(?:d|s)\w*\b|\b(?:froze|frozen|freez\w+|halt\w*)\b", re.I)


OPEN_END = re.compile(r"[^\s.,:;!?)\]”\"’»…—–-]")  # how what follows begins where words break off
WHOLE = 300  # characters to which words that break off are shown to the end of their sentence; ours


def to_the_end(pile: Pile, shown: Evidence) -> Evidence:
    """Give words with the rest of their sentence where they break off in it: three million less | than was asked."""
    sentence = pile.sentence(shown.doc_id, shown.start)
    text = pile.documents[shown.doc_id].text
    rest = text[shown.end : sentence.end] if sentence else ""
    if sentence is None or not OPEN_END.match(rest.lstrip()) or "\n" in rest or sentence.end - shown.start > WHOLE:
        return shown
    return Evidence(shown.doc_id, shown.start, sentence.end)


def head_of(relation: Relation, state: str | None) -> str:
    """Name the part of the sheet of a line; what was called off is not ahead."""
    if relation.category == "upcoming":
        return NOT_AHEAD.get((state or "").split(";")[0], CATEGORIES["upcoming"])
    return CATEGORIES[relation.category]


NOT_AHEAD = {"cancelled": "Called off", "postponed": "Put off", "suspended": "Suspended"}


def relation_line(pile: Pile, relation: Relation) -> Line:
    """Write one line: category and parties, what, its state and date, and who says so."""
    shown = shown_in(pile, relation)
    whole = to_the_end(pile, shown) if shown else None
    what = relation.what
    if shown and whole and whole != shown:
        what = f"{what} {pile.words(Evidence(shown.doc_id, shown.end, whole.end))}"
    who = listed(named(pile, told_parties(pile, relation, shown)), 5)
    status = state_of(pile, relation, shown)
    state = [s for s in (status, day_of(pile, relation, shown)) if s]
    hangs = relation.category == "upcoming" or HANGING.match(relation.status or "")
    ahead = conditional(pile, whole) if whole and hangs else []
    whom = [*ahead, *said_by(pile, shown, relation), *meant(pile, shown)] if shown else []
    note = "; ".join([*state, backed(pile, relation, shown), *whom])
    head = head_of(relation, status)
    cited = [whole if e == shown and whole else e for e in resting_on(pile, relation, shown)[:4]]
    return Line(relation.relation_id, f"{head}: {who}" if who else head, what, note, tuple(cited))
