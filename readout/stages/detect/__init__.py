"""detect: Document, Block, Sentence, Parse, Mention, Attribution → Event."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from readout.errors import SpanError
from readout.lexicon.events import event_words
from readout.records import Attribution, Block, Document, Event, Mention, Parse, Sentence
from readout.stage import stage
from readout.stages.detect.page import Page, pages_events
from readout.tables import Table
from readout.text.event_judgement import EventJudge


@stage(version=66)
def detect(
    documents: Table[Document], blocks: Table[Block], sentences: Table[Sentence], parses: Table[Parse],
    mentions: Table[Mention], attributions: Table[Attribution], *, judge: EventJudge | None = None,
) -> Table[Event]:  # fmt: skip
    """Find who did what to whom in each sentence, when, where, how many, and whether it happened.

    Makes: one Event per predicate that reports a political act (PLOVER); speech that only leads to what was said is
    none. Floods, fires, crashes and other calamities are events without a type; `mode` says which. `status` is that
    of the act; `coded_type` is the type after the status table, null where it is no event.
    Units: spans are code points of `Document.text`.
    Cost: linear in words.
    Raises: SpanError if a parse lies outside its document.
    `judge`, where given, says of every word whether it tells an act; it is weighed with the rules.
    Does not: join reports of one happening, see `fuse`; say who the parties are, see `involve`.
    Method: ours: frames of predicates over the syntax (`lexicon/predicates`), status from the words above the act
        (`lexicon/modality.toml`); ontology PLOVER (Halterman et al. 2023).
    """
    known = event_words()
    of_block, of_sentence, of_parse = blocks.by("doc_id"), sentences.by("doc_id"), parses.by("doc_id")
    of_mention, of_saying = mentions.by("doc_id"), attributions.by("doc_id")

    def pages() -> Iterator[Page]:
        for d in documents:
            read = in_place(of_parse.get(d.doc_id, ()))
            if not d.analysed or not read:
                continue
            for p in read:
                if not 0 <= p.start < p.end <= len(d.text):
                    raise SpanError.outside(p.start, p.end, d.doc_id, len(d.text))
            said = sorted(of_saying.get(d.doc_id, ()), key=lambda a: (a.content, a.attribution_id))
            yield Page(
                d, in_place(of_block.get(d.doc_id, ())), in_place(of_sentence.get(d.doc_id, ())), read,
                in_place(of_mention.get(d.doc_id, ())), said,
            )  # fmt: skip

    return Table.of(Event, pages_events(pages(), known, judge))


def in_place(rows: Sequence[Any]) -> tuple[Any, ...]:
    """Put rows in the order of their places, so that the order in which they came does not matter."""
    return tuple(sorted(rows, key=lambda r: (r.start, r.end)))
