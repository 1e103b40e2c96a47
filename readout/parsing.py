"""Analyse any text, outside of a record: sentences with words, tags, lemmas, dependencies and names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Any, Final, NamedTuple

from readout.models.english import English, Word
from readout.text.sentences import paragraphs

Cut = tuple[int, int, bool]
# Sentences that are parsed at once: many enough that some are of one length.
TOGETHER: Final = 1000


class Analysed(NamedTuple):
    """One sentence of a text: its span, whether it opens a paragraph, its words (spans in the sentence)."""

    start: int
    end: int
    opens: bool
    words: list[Word]


def analysed(text: str, english: English) -> Iterator[Analysed]:
    """Cut a text into paragraphs and sentences and parse the sentences, some hundreds at a time."""
    for portion in batched(cut(text, english), TOGETHER):
        parsed = english.parse([text[start:end] for start, end, _ in portion])
        yield from (Analysed(*at, words) for at, words in zip(portion, parsed, strict=True) if words)


def batched(cuts: Iterator[Cut], size: int) -> Iterator[list[Cut]]:
    """Give the items in lists of at most `size`."""
    while portion := list(islice(cuts, size)):
        yield portion


def cut(text: str, english: English) -> Iterator[Cut]:
    """Give the sentences of a text: start, end, whether it opens a paragraph."""
    for first, last in paragraphs(text):
        for number, (start, end) in enumerate(english.sentences(text[first:last])):
            yield first + start, first + end, number == 0


def conllu(text: str, english: English) -> Iterator[str]:
    """Give the lines of the analysis in CoNLL-U; MISC holds SpaceAfter=No and the name tag as NER=B-PER."""
    for number, sentence in enumerate(analysed(text, english), 1):
        words = text[sentence.start : sentence.end]
        if sentence.opens:
            yield "# newpar"
        yield f"# sent_id = {number}"
        yield f"# text = {' '.join(words.split())}"
        yield from word_lines(words, sentence.words)
        yield ""


def word_lines(text: str, words: Sequence[Word]) -> Iterator[str]:
    """Give one line a word."""
    for at, w in enumerate(words):
        glued = at + 1 < len(words) and words[at + 1].start == w.end
        misc = ["SpaceAfter=No"] * glued + [f"NER={w.ner}"] * (w.ner != "O")
        form, lemma = ("_".join(part.split()) or "_" for part in (text[w.start : w.end], w.lemma))
        columns = (at + 1, form, lemma, w.upos, "_", "_", w.head + 1, w.deprel, "_", "|".join(misc) or "_")
        yield "\t".join(map(str, columns))


def sentence_rows(text: str, english: English) -> Iterator[dict[str, Any]]:
    """Give each sentence as a plain row; spans are code points of the text, heads count words, -1 the root."""
    for s in analysed(text, english):
        words = [{**w._asdict(), "start": s.start + w.start, "end": s.start + w.end} for w in s.words]
        yield {"start": s.start, "end": s.end, "text": text[s.start : s.end], "words": words}
