"""repeats: paragraphs of a page that stand earlier in it already."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from readout.records import Repeat
from readout.stages.clean.line import Line

SHORTEST = 40  # characters: shorter lines recur by chance
NOT_WORD = re.compile(r"[\W_]+")
NO_LETTERS = {n: " " for n in range(128) if not chr(n).isalnum()}
MARKS = "’“”‘–—…\xa0"  # what stands between the words of English text and is not ASCII


def repeats(doc_id: str, body: Sequence[Line]) -> Iterator[Repeat]:
    """Give each later copy of a paragraph with the first one; case, space and punctuation aside."""
    seen: dict[str, Line] = {}
    for line in body:
        if line.end - line.start < SHORTEST:
            continue
        first = seen.setdefault(words_of(line.text.casefold()), line)
        if first is not line:
            because = "the same paragraph stands earlier in the page" + (
                "" if first.text == line.text else ", but for punctuation"
            )
            yield Repeat(doc_id, line.start, line.end, first.start, first.end, because)


def words_of(text: str) -> str:
    """Leave the words of a text, a blank between; ASCII goes by a table, ten times as fast as by the pattern."""
    if not text.isascii():
        for mark in MARKS:
            text = text.replace(mark, " ")
    return " ".join(text.translate(NO_LETTERS).split()) if text.isascii() else NOT_WORD.sub(" ", text).strip()
