"""Find the occurrence that somebody denies where the denial itself was joined to none: not one shot was fired, he repeated."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from readout.records import Event, Sentence
from readout.stages.weigh.acts import Acts, stems
from readout.stages.weigh.values import Pages
from readout.text.acts import CALAMITY, REAL

SHARED = 3  # words, the denied one among them, that a denial has in common with what it denies; ours
DENYING = frozenset(("denied", "negated"))


SAYINGS = frozenset(
    ("ACCUSE", "REQUEST", "REJECT", "THREATEN", "CONSULT")
)  # who denies these mostly says how things stand
PAST = re.compile(r"\b(?:was|were|been|has|have|had|did|didn[’']t)\b[^.;]{0,30}$", re.I)


def past(text: str, sentence: Sentence, event: Event) -> bool:
    """Tell whether what is negated is said of the past: not one shot was fired; "you do not invite a guest" is said of no act."""
    return bool(PAST.search(text[sentence.start : event.start]))


def denials(
    events: Iterable[Event], joined: frozenset[str], spans: Mapping[str, Sentence], acts: Acts, pages: Pages
) -> Iterator[tuple[str, Event]]:
    """Give the events by which a named person or side denies what pages tell as done, each with that occurrence.

    It is of the denied type, goes by the denied word, and shares more words with the sentence that denies than any other.
    """
    for e in events:
        sentence = spans.get(e.sentence_id)
        if e.status not in DENYING or e.event_id in joined or sentence is None:
            continue
        page = pages.documents[e.doc_id]
        if e.type in SAYINGS or (e.status == "negated" and not (e.attributed_to and past(page.text, sentence, e))):
            continue
        words, trigger = stems(page.text[sentence.start : sentence.end]), stems(page.text[e.start : e.end])
        story = acts.story.get(e.doc_id, e.doc_id)
        found = sorted(
            ((len(words & acts.told[o.occurrence_id].stems), o.occurrence_id)
             for o in acts.candidates(e.doc_id, story, e.type or CALAMITY)
             if o.status in REAL and trigger and trigger <= acts.told[o.occurrence_id].stems),
            reverse=True,
        )  # fmt: skip
        if found and found[0][0] >= SHARED and (len(found) == 1 or found[0][0] > found[1][0]):
            yield found[0][1], e
