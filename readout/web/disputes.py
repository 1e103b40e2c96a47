"""Where the reports disagree, value by value: who gives each, and why they do or do not fit."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from readout.pile import Pile
from readout.records import Finding, FindingValue
from readout.web.lines import Line, Part
from readout.web.phrases import PROPERTIES, counted, label, listed, quoted, shown_value, voices_in_words
from readout.web.tellings import REAL, near, tells_much, weights

MARKS = '"“”‘’«»„ ,'
TOLLS = frozenset(("deaths", "injuries", "missing", "damage"))
TALKED = frozenset(("CONSULT", "AGREE", "REQUEST", "REJECT", "ACCUSE", "THREATEN", "SUPPORT"))  # acts of words
VERDICT = {"conflict": "The reports contradict each other", "partly": "Some of the values fit, some do not",
           "compatible": "The reports differ and can all be right"}  # fmt: skip

VARIED = "The reports give different answers"
ANSWERS = frozenset(("reason", "outcome", "status"))  # of two that differ neither is part of the other


def disputed(pile: Pile) -> list[Finding]:
    """Give the findings whose values cannot all be right, the weightiest occurrence first, contradictions before the rest."""
    weight = weights(pile)
    differing = (f for f in pile.findings if f.agreement in ("conflict", "partly") and comparable(pile, f) and told_of(pile, f))
    found = [f for f in (timely(pile, f) for f in differing) if len(f.values) > 1]
    return sorted(found, key=lambda f: (f.agreement != "conflict", -weight.get(f.about, 0.0), f.finding_id))


def told_of(pile: Pile, finding: Finding) -> bool:
    """Tell whether what a finding is about can be named: a whole story cannot."""
    return about(pile, finding.about) != finding.about


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
    crowd = finding.property != "participants" or (about is not None and about.type in ("PROTEST", "MOBILIZE"))
    return finding.property != "count" and not refusal and crowd


def reconciled(pile: Pile) -> list[Finding]:
    """Give the findings whose numbers differ and can all be right."""
    weight = weights(pile)
    fit = [f for f in pile.findings if f.agreement == "compatible" and comparable(pile, f)]
    told = [f for f in fit if tells_much(pile.occurrences.get(f.about), f)]
    found = [f for f in told if near(f.values) or "parts and whole" in f.because or "day of writing" in f.because]
    return sorted(found, key=lambda f: (-weight.get(f.about, 0.0), f.finding_id))


def varied(finding: Finding) -> bool:
    """Tell whether pages answer in words that do not fit, without shutting each other out: two causes, a fact and its denial."""
    return finding.agreement == "partly" and finding.property in ANSWERS


def apart(finding: Finding) -> bool:
    """Tell whether values only differ: reasons of which one does not shut out the other."""
    return "do not exclude each other" in finding.because


def finding_line(pile: Pile, finding: Finding) -> Line:
    """Write one finding: what it is about, the verdict with its reason, a part for each value."""
    lead = f"{about(pile, finding.about)}: {property_in_words(finding.property)}"
    origins = {o for v in finding.values for o in v.origins}
    if finding.agreement == "compatible":
        note = f"{VERDICT['compatible']}: {finding.because}"
        evidence = tuple(v.evidence[0] for v in finding.values if v.evidence)
        return Line(finding.finding_id, lead, "", note, evidence, ())
    note = f"{VARIED if varied(finding) else VERDICT.get(finding.agreement, finding.agreement)}: {finding.because}"
    note += f" ({counted(len(finding.values), 'value')} from {counted(len(origins), 'origin')})"
    return Line(finding.finding_id, lead, "", note, (), tuple(parts(pile, finding)))


def parts(pile: Pile, finding: Finding) -> Iterator[Part]:
    """Write each value with its voices, who gives it, and the words it rests on."""
    for value in sorted(finding.values, key=lambda v: (-v.voices_low, v.value)):
        first = in_words(pile, finding, value)
        told = shown_value(pile, value)
        yield Part(told, first if first != told else "", givers(pile, value), value.evidence[:4])


def in_words(pile: Pile, finding: Finding, value: FindingValue) -> str:
    """Give the words a value rests on; for what became of an act its whole sentence, since the verb alone tells nothing."""
    if not value.evidence:
        return ""
    span = value.evidence[0]
    sentence = pile.sentence(span.doc_id, span.start) if finding.property == "status" else None
    return quoted(pile, sentence or span, 240)


def givers(pile: Pile, value: FindingValue) -> str:
    """Say who gives a value: its voices by name, and how many pages carry it."""
    names = listed(sorted(pile.origin(o) for o in value.origins))
    pages = counted(len({e.doc_id for e in value.evidence}), "page")
    return f"{voices_in_words(value.voices_low, value.voices_high)} ({names}), {pages}"


def about(pile: Pile, wanted: str) -> str:
    """Name what a finding is about."""
    occurrence = pile.occurrences.get(wanted)
    if occurrence:
        return label(pile, occurrence)
    said = next((u.best_words for u in pile.utterances if u.utterance_id == wanted), None)
    return f"“{said.strip(MARKS)}”" if said else pile.name(wanted)


def property_in_words(name: str) -> str:
    """Name a property for people; what is told apart by a number only is that of another part."""
    plain, _, part = name.partition(": ")
    found = PROPERTIES.get(name) or PROPERTIES.get(plain, plain.replace("_", " "))
    if not part or name in PROPERTIES:
        return found
    return f"{found}, of another part" if part.isdigit() else f"{found}: {part.replace('_', ' ')}"
