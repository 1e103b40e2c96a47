"""The four things to know first: the record in one sentence, best supported, most disputed, loudest single voice."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from readout.pile import Pile
from readout.web.disputes import about, disputed, property_in_words
from readout.web.pages import anchor
from readout.web.phrases import counted, voices_in_words
from readout.web.report.evidence import Happening


@dataclass(frozen=True, slots=True)
class Card:
    """One thing to know: a heading, what it is, why, and where it stands."""

    heading: str
    text: str
    note: str
    target: str


def summary(pile: Pile, shown: Sequence[Happening]) -> list[Card]:
    """Give the cards a pile has; none where it tells nothing of the kind."""
    return [card for card in (supported(shown), most_disputed(pile), loudest(pile, shown)) if card]


def supported(shown: Sequence[Happening]) -> Card | None:
    """Give what most voices report as done."""
    done = [h for h in shown if h.section in ("happened", "agreed", "demanded") and h.sentence]
    best = max(done, key=lambda h: (h.row.voices_low, h.row.voices_high, -shown.index(h)), default=None)
    return Card("Best supported", words(best), best.backing, best.anchor) if best else None


def most_disputed(pile: Pile) -> Card | None:
    """Give the contradiction about the weightiest occurrence."""
    found = disputed(pile)
    if not found:
        return None
    first = found[0]
    what = f"{about(pile, first.about)}: {property_in_words(first.property)}"
    return Card(
        "Most disputed",
        what,
        f"{counted(len(found), 'finding')} in dispute; here: {first.because}",
        anchor(first.finding_id),
    )


def loudest(pile: Pile, shown: Sequence[Happening]) -> Card | None:
    """Give what stands on most pages and goes back to one voice alone."""
    single = [h for h in shown if h.row.voices_high == 1 and h.row.reports > 1]
    best = max(single, key=lambda h: (h.row.reports, -shown.index(h)), default=None)
    if best is None:
        return None
    origins = sorted({r.origin_id or r.doc_id for r in pile.reports_of[best.row.occurrence_id]})
    who = f": {pile.origin(origins[0])}" if len(origins) == 1 else ""
    return Card(
        "Loudest single voice",
        words(best),
        f"{counted(best.row.reports, 'page')}, {voices_in_words(1, 1)}{who}",
        best.anchor,
    )


def words(h: Happening) -> str:
    """Give the sentence of an occurrence."""
    return " ".join((h.sentence.before + h.sentence.words + h.sentence.after).split()) if h.sentence else h.label
