"""Events of one page: each sentence with its block, its speaker and the date of the page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from readout.records import Attribution, Block, Document, Event, Mention, Parse, Sentence
from readout.stages.detect.rows import Told, event_row
from readout.text.event_reading import EventWords, read_events
from readout.text.event_tree import Tree

LEAD_PARAGRAPHS = 2  # paragraphs in which an act without a date of its own is news of the day


@dataclass(frozen=True, slots=True)
class Page:
    """One document with what was read of it."""

    document: Document
    blocks: Sequence[Block]
    sentences: Sequence[Sentence]
    parses: Sequence[Parse]
    mentions: Sequence[Mention]
    attributions: Sequence[Attribution]


def page_events(page: Page, known: EventWords) -> Iterator[Event]:
    """Give the events of a page in text order."""
    by_span = {s.start: s for s in page.sentences}
    first = min((s.paragraph for s in page.sentences), default=0)
    sayings = [(a, c) for a in page.attributions if a.kind != "term" for c in a.content]
    sayings.sort(key=lambda pair: (pair[1][0] - pair[1][1], pair[0].attribution_id))  # the innermost last
    for parse in sorted(page.parses, key=lambda p: p.start):
        sentence = by_span.get(parse.start)
        if sentence is None or not parse.words:
            continue
        tree = Tree(page.document.text, parse.words, known.forms)
        lead = sentence.paragraph - first < LEAD_PARAGRAPHS
        for found in read_events(tree, known):
            word = tree.words[found.trigger]
            said = [a for a, (start, end) in sayings if start <= word.start < end]
            told = Told(page.document, sentence, lead, said[-1].attribution_id if said else None)
            yield event_row(tree, found, told, known)
