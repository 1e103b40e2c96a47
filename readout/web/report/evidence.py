"""The evidence behind an occurrence: every report with its sentence, its voice, and its place on the page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from readout.pile import HEADING, KIND_RANK, Pile, Told
from readout.records import Document, Evidence, Finding, Occurrence
from readout.web.behind import Behind, behind
from readout.web.details import REAL
from readout.web.disputes import GIVEN_BY, VERDICT, givers, in_words, ordered, property_in_words, told_in
from readout.web.families import KIND_WORDS
from readout.web.pages import anchor, place
from readout.web.phrases import label, shown_value
from readout.web.standing import lacking
from readout.web.tellings import DONE_FIRST, clearest, clumsy, contested, day_told, section_of, shown_words

DOTS = 14  # dots shown before the rest is given as a number
REPORTS = 12  # reports an evidence card shows in full


@dataclass(frozen=True, slots=True)
class Dot:
    """One page behind something: filled where it is a voice of its own, hollow where it is a copy."""

    filled: bool
    title: str


@dataclass(frozen=True, slots=True)
class Witness:
    """One page's report: the sentence cut around the words that tell it."""

    page: Document
    place: str
    before: str
    words: str
    after: str
    filled: bool
    voice: str
    kind: str
    status: str
    because: str
    span: Evidence


@dataclass(frozen=True, slots=True)
class FoundValue:
    """A property with its values in words."""

    anchor: str
    name: str
    agreement: str
    verdict: str
    because: str
    values: tuple[tuple[str, str, str, str], ...]  # value, words, who gives it, place


@dataclass(frozen=True, slots=True)
class Happening:
    """An occurrence as the report shows it."""

    row: Occurrence
    anchor: str
    section: str
    label: str
    when: str
    status: str
    sentence: Witness | None
    behind: Behind
    alone: bool  # its sentence can be read without its page and nobody denies it
    dots: tuple[Dot, ...]
    more_dots: int
    witnesses: tuple[Witness, ...]
    more: int
    findings: tuple[FoundValue, ...]

    @property
    def backing(self) -> str:
        """Say in words what stands behind it."""
        return self.behind.in_words()

    @property
    def sentences(self) -> list[tuple[Witness, ...]]:
        """Give the reports by the sentence that tells it, so that what is copied is shown once."""
        found: dict[tuple[str, str, str, str, str], list[Witness]] = {}
        for w in self.witnesses:
            found.setdefault((w.before, w.words, w.after, w.status, w.because), []).append(w)
        return [tuple(same) for same in found.values()]

    @property
    def pages(self) -> str:
        """Name the pages behind the dots."""
        return "; ".join(d.title for d in self.dots)


def witness(pile: Pile, told: Told, origins: dict[str, str], copies: set[str]) -> Witness:
    """Show one report."""
    page = pile.documents[told.event.doc_id]
    text, s, e = page.text, told.sentence, told.event
    return Witness(
        page, place(s), HEADING.sub("", text[s.start : e.start]), text[e.start : e.end], text[e.end : s.end],
        page.doc_id not in copies,
        pile.origin(origins.get(page.doc_id, page.doc_id)), KIND_WORDS[page.kind], e.status, e.because, s,
    )  # fmt: skip


def happening(pile: Pile, occurrence: Occurrence) -> Happening:
    """Show one occurrence with its reports, voices first, then copies."""
    listed = pile.reports_of.get(occurrence.occurrence_id, ())
    origins = {r.doc_id: r.origin_id or r.doc_id for r in listed}
    copies = {r.doc_id for r in listed if r.is_copy}
    best: dict[str, Told] = {}
    for t in pile.told(occurrence.occurrence_id):
        best.setdefault(t.event.doc_id, t)
    ordered = sorted(best.values(), key=lambda t: (t.event.doc_id in copies, KIND_RANK[pile.documents[t.event.doc_id].kind],
                                                   pile.documents[t.event.doc_id].published or "9", t.event.doc_id))  # fmt: skip
    witnesses = [witness(pile, t, origins, copies) for t in ordered]
    dots = [Dot(w.filled, f"{pile.page(w.page.doc_id)}, {'a voice' if w.filled else w.kind}") for w in witnesses]
    told = clearest(pile, occurrence)
    told = told if told and shown_words(pile, occurrence, told) else None
    alone = told is not None and not (clumsy(pile, told.sentence) or lacking(pile, told.sentence) or contested(pile, occurrence))
    status = occurrence.status if occurrence.status in REAL else DONE_FIRST.get(occurrence.status, occurrence.status)
    return Happening(
        occurrence, anchor(occurrence.occurrence_id), section_of(occurrence), label(pile, occurrence), day_told(pile, occurrence),
        status, witness(pile, told, origins, copies) if told else None, behind(pile, occurrence, told), alone, tuple(dots[:DOTS]),
        max(0, len(dots) - DOTS), tuple(witnesses[:REPORTS]), max(0, len(witnesses) - REPORTS),
        tuple(found_value(pile, f) for f in pile.findings_about.get(occurrence.occurrence_id, ()) if f.property != "status"),
    )  # fmt: skip


def found_value(pile: Pile, finding: Finding) -> FoundValue:
    """Show one finding."""
    values = tuple(
        (
            shown_value(pile, v),
            in_words(pile, finding, v),
            givers(pile, v),
            place_of(pile, (told_in(pile, finding, v),) if v.evidence else ()),
        )
        for v in ordered(pile, finding)
    )
    verdict = VERDICT.get(
        finding.agreement, {"agree": "All agree", "single": "One voice gives it"}.get(finding.agreement, "")
    )
    return FoundValue(anchor(finding.finding_id), property_in_words(finding.property), finding.agreement, verdict,
                      GIVEN_BY.sub("", finding.because), values)  # fmt: skip


def place_of(pile: Pile, evidence: Sequence[Evidence]) -> str:
    """Name the anchor of the sentence the first piece of evidence lies in."""
    if not evidence:
        return ""
    return place(pile.sentence(evidence[0].doc_id, evidence[0].start) or evidence[0])
