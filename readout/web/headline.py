"""The line that stands over a brief: what the pile is about.

Of the lines of acts it is the one that by its signs most likely tells the acts without which a reader is lost, of those that
can be read by themselves (`training/leads.py`).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from readout.lexicon import read
from readout.pile import Pile
from readout.text import log_odds
from readout.web.importance import Around, body_of, by_story, held, importance, mean, words_in
from readout.web.lines import Line
from readout.web.standing import meant
from readout.web.tellings import contested

OBJECTS = ("“them”", "“him”", "“her”")  # whom a sentence that says who acts has most often named itself
TODAY = re.compile(r"\b(?:today|tonight|tomorrow|yesterday|this (?:morning|afternoon|evening))\b", re.I)  # days of the page alone
LONG = 400  # characters from which a sentence tells no more; ours
MOST = 3.0  # acts of full weight beyond which more of them tell no more; ours


@lru_cache(maxsize=1)
def weights() -> log_odds.Decision:
    """Read the published weights."""
    return log_odds.decision(read("lead_weights"))


def headline(pile: Pile, acts: Sequence[tuple[str, Line]]) -> Line | None:
    """Choose the line that says what the pile is about, of lines of acts with their sections, the weightiest first: of those
    whose sentence can be read alone, that no page denies and that tells no day of its page alone, the likeliest."""
    told = [line for _, line in acts if line.text and line.evidence]
    around = around_of(pile) if told else None

    def rank(line: Line) -> tuple[bool, bool, bool, bool, float]:
        whole = line.text[:1].isalpha() and line.text.endswith(".")
        alone = all(m.startswith(OBJECTS) for m in meant(pile, line.evidence[0]))
        disputed = line.about in pile.occurrences and contested(pile, pile.occurrences[str(line.about)])
        chance = weights().chance(signs(pile, around, line)) if around else 0.0
        return alone, whole, not disputed, not TODAY.search(line.text), chance

    return max(told, default=None, key=rank)


def around_of(pile: Pile) -> Around | None:
    """Give what the lines of a pile are measured by: the story of which it tells most acts."""
    return max(by_story(pile), key=lambda found: len(found[1]), default=(None, ()))[0]


def signs(pile: Pile, around: Around, line: Line) -> Mapping[str, float]:
    """Give the signs of a line: the weight of the acts that its sentence tells, of how much of what pages open on it holds the
    words, where on its page it stands, and how long it is."""
    at, weight = line.evidence[0], importance(pile)
    words = words_in(pile.words(at))
    acts = {e.occurrence_id for e in pile.events_of.get(at.doc_id, ()) if at.start <= e.start < at.end and e.occurrence_id}
    heavy = sorted((weight.get(o, 0.0) for o in acts), reverse=True)
    return {
        "own": weight.get(line.about or "", 0.0), "most": heavy[0] if heavy else 0.0, "second": heavy[1] if heavy[1:] else 0.0,
        "mass": min(MOST, sum(heavy)), "leads": mean([held(opening, words) for opening in around.leads]),
        "depth": (at.start - body_of(pile, at.doc_id)) / max(1, len(pile.documents[at.doc_id].text)),
        "length": min(LONG, len(line.text)) / LONG, "alone": float(not meant(pile, at)),
    }  # fmt: skip
