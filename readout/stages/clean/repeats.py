"""repeats: paragraphs of a page that stand earlier in it already."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from readout.records import Repeat
from readout.stages.clean.line import Line

SHORTEST = 40  # characters: shorter lines recur by chance
NOT_WORD = re.compile(r"[\W_]+")


def repeats(doc_id: str, body: Sequence[Line]) -> Iterator[Repeat]:
    """Give each later copy of a paragraph with the first one; case, space and punctuation aside."""
    seen: dict[str, Line] = {}
    for line in body:
        if line.end - line.start < SHORTEST:
            continue
        key = NOT_WORD.sub(" ", line.text.casefold()).strip()
        first = seen.setdefault(key, line)
        if first is not line:
            because = "the same paragraph stands earlier in the page" + (
                "" if first.text == line.text else ", but for punctuation"
            )
            yield Repeat(doc_id, line.start, line.end, first.start, first.end, because)
