"""Events of one page: each sentence with its block, its speaker and the date of the page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from readout.lexicon.contexts import context_book
from readout.records import Attribution, Block, Document, Event, Mention, Parse, Sentence
from readout.stages.detect.rows import Told, event_row
from readout.text.event_judgement import EventJudge
from readout.text.event_reading import EventWords
from readout.text.event_telling import day_of, numbers_of, tellings
from readout.text.event_tree import Tree
from readout.text.lexemes import tokenize

LEAD_PARAGRAPHS = 3  # headline and paragraphs in which an act without a date of its own is news of the day; ours


@dataclass(frozen=True, slots=True)
class Page:
    """One document with what was read of it."""

    document: Document
    blocks: Sequence[Block]
    sentences: Sequence[Sentence]
    parses: Sequence[Parse]
    mentions: Sequence[Mention]
    attributions: Sequence[Attribution]


def page_events(page: Page, known: EventWords, judge: EventJudge | None = None) -> Iterator[Event]:
    """Give the events of a page in text order."""
    doc = page.document
    by_span = {s.start: s for s in page.sentences}
    first = min((s.paragraph for s in page.sentences), default=0)
    sayings = [(a, c) for a in page.attributions if a.kind != "term" for c in a.content]
    sayings.sort(key=lambda pair: (pair[1][0] - pair[1][1], pair[0].attribution_id))  # the innermost last
    numbers = numbers_of(doc.text, day_of(doc.published), tokenize(doc.text))
    for parse in sorted(page.parses, key=lambda p: p.start):
        sentence = by_span.get(parse.start)
        if sentence is None or not parse.words:
            continue
        tree = Tree(doc.text, parse.words, known.forms)
        contexts = context_book().told(tree.lemmas, tree.lows)
        lead = sentence.paragraph - first < LEAD_PARAGRAPHS
        for telling in tellings(tree, numbers, known, lead=lead, judge=judge):
            word = tree.words[telling.found.trigger]
            said = [a for a, (start, end) in sayings if start <= word.start < end]
            told = Told(doc, sentence, said[-1].attribution_id if said else None, contexts)
            yield event_row(tree, telling, told, known)
