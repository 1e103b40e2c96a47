"""The line that stands over a brief: what the pile is about."""

from __future__ import annotations

import re
from collections.abc import Sequence

from readout.pile import Pile
from readout.web.lines import Line
from readout.web.standing import meant
from readout.web.tellings import clearest, contested

OBJECTS = ("“them”", "“him”", "“her”")  # whom a sentence that says who acts has most often named itself
TODAY = re.compile(r"\b(?:today|tonight|tomorrow|yesterday|this (?:morning|afternoon|evening))\b", re.I)  # days of the page alone
LEAD = 500  # characters in which a page tells what it is about; ours
HEADLINES = 5  # lines among which the headline is looked for
FACTS = ("happened", "agreed")


def headline(pile: Pile, acts: Sequence[tuple[str, Line]]) -> Line | None:
    """Choose the line that says what the pile is about, of lines of acts with their sections, the weightiest first: of the
    first few whose sentence stands alone and tells its act, those that name who takes part or tell what befell; of these the
    one told as fact, at the top of its page, and weightiest."""
    few = [line for section, line in acts if line.text and section in FACTS][:HEADLINES]
    whole = [line for line in few if line.text[:1].isalpha() and line.text.endswith(".")]
    alone = [line for line in whole if all(m.startswith(OBJECTS) for m in meant(pile, line.evidence[0]))]
    known = [line for line in alone if names_party(pile, line) or befell(pile, line)]
    chosen = known or alone or whole or few[:1] or [line for _, line in acts if line.text][:1]

    def rank(line: Line) -> tuple[bool, bool, bool, int]:
        return not claimed(pile, line), not TODAY.search(line.text), line.evidence[0].start < LEAD, -chosen.index(line)

    return max(chosen, default=None, key=rank)


def claimed(pile: Pile, line: Line) -> bool:
    """Tell whether a line tells what somebody who takes part in it says, or what others deny: not what pages tell as fact."""
    told = pile.occurrences.get(line.about or "")
    shown = clearest(pile, told) if told else None
    said = pile.attributions.get(shown.event.attributed_to or "") if shown else None
    ours = bool(told and said and (told.status == "reported" or said.speaker in (*told.actors, *told.recipients)))
    return ours or (told is not None and contested(pile, told))


def befell(pile: Pile, line: Line) -> bool:
    """Tell whether a line tells what befell people: a flood, a blast."""
    told = pile.occurrences.get(line.about or "")
    return told is not None and told.type is None


def names_party(pile: Pile, line: Line) -> bool:
    """Tell whether a line's sentence names somebody who takes part in what it tells."""
    told = pile.occurrences.get(line.about or "")
    at = line.evidence[0]
    mentions = (m for who in ((*told.actors, *told.recipients) if told else ()) for m in pile.mentions_of(who, at.doc_id))
    return any(at.start <= m.start < at.end and m.form != "pronoun" for m in mentions)
