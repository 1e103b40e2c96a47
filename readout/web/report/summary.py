"""The four things to know first: the record in one sentence, best supported, most disputed, loudest single voice."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from readout.pile import Pile
from readout.web.differences import worth_telling
from readout.web.disputes import disputed, finding_line
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


DONE = ("happened", "agreed", "demanded")
FEWEST = 3  # pages from which one voice is loud; ours


def tellable(shown: Sequence[Happening]) -> list[Happening]:
    """Give what is reported as done in a sentence that tells it and stands alone, who takes part being known or befallen."""
    known = (h for h in shown if h.row.type is None or h.row.actors)
    return [h for h in known if h.section in DONE and h.sentence and h.alone]


def supported(shown: Sequence[Happening]) -> Card | None:
    """Give what most voices report as done."""
    done = tellable(shown)
    best = max(done, key=lambda h: (h.behind.low, h.behind.high, -shown.index(h)), default=None)
    return Card("Best supported", words(best), best.backing, best.anchor) if best else None


FREE = frozenset(("reason", "outcome", "topic"))  # properties told in words: several can be right


def most_disputed(pile: Pile) -> Card | None:
    """Give the contradiction that an editor would miss first, else the first of all that is no matter of words alone."""
    found = disputed(pile)
    other = next((f for f in found if f.property not in FREE), None)
    first = next((f for f in worth_telling(pile) if f.agreement == "conflict"), other)
    if first is None:
        return None
    line = finding_line(pile, first)
    note = f"{counted(max(1, len(found)), 'finding')} in dispute; here: {line.note}"
    return Card("Most disputed", line.lead, note, anchor(first.finding_id))


def loudest(pile: Pile, shown: Sequence[Happening]) -> Card | None:
    """Give what stands on most pages and goes back to one voice alone."""
    single = [h for h in tellable(shown) if h.behind.high == 1 and h.behind.pages >= FEWEST]
    best = max(single, key=lambda h: (h.behind.pages, -shown.index(h)), default=None)
    if best is None:
        return None
    origins = sorted({r.origin_id or r.doc_id for r in pile.reports_of[best.row.occurrence_id]})
    who = f": {pile.origin(origins[0])}" if len(origins) == 1 else ""
    return Card(
        "Loudest single voice",
        words(best),
        f"{counted(best.behind.pages, 'page')}, {voices_in_words(1, 1)}{who}",
        best.anchor,
    )


def words(h: Happening) -> str:
    """Give the sentence of an occurrence."""
    return " ".join((h.sentence.before + h.sentence.words + h.sentence.after).split()) if h.sentence else h.label
