"""recur: Document, Block → Recurrence."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b

from readout.records import Block, Document, Recurrence
from readout.stage import stage
from readout.tables import Table

NOT_WORD = re.compile(r"[\W_]+")
TO_READER = re.compile(
    r"\b(?:you|your|yours|our|us|we|subscri\w+|newsletter|sign up|follow|click|copyright|©|rights|e-?mail|website|"
    r"app|editor\w*|newsroom|advert\w*|"
    r"abonnieren|abonnez|suscr\w+)\b|https?://|www\.|@",
    re.I,
)
ENDS = re.compile(r"[.!?…][\"'”’»)\]]*$")
QUOTED = re.compile(r"[“”«»„]|\"")
JUDGED = frozenset(("body", "heading", "deck", "caption", "note", "kicker"))
EDGE = frozenset(
    (
        "title", "kicker", "deck", "byline", "dateline", "caption", "credit", "note", "source_line", "page_date",
        "boilerplate",
    )
)  # fmt: skip
COMMON = 0.5  # two pages that share half of their paragraphs are one page in two states, not two pages
LONGEST = 400  # characters; furniture that runs on is cut in lines


@dataclass(frozen=True, slots=True)
class Page:
    """A document's blocks in order, each with its comparing form."""

    document: Document
    blocks: tuple[Block, ...]
    keys: tuple[str, ...]


@stage(version=1, scope="corpus")
def recur(documents: Table[Document], blocks: Table[Block], *, min_pages: int = 3) -> Table[Recurrence]:
    """Find what stands at the edge of several pages of one outlet whose texts differ: its furniture.

    Makes: one Recurrence per such block that is not marked as furniture already.
    Cost: linear in blocks, plus pairs of pages that carry one block, at most `min_pages` kept apart each.
    Does not: mark what stands among paragraphs, what reports something, or what several copies of one page share.
    Method: ours.
    """
    held = blocks.by("doc_id")
    groups: dict[str, list[Page]] = defaultdict(list)
    for document in documents:
        if document.outlet:
            groups[document.outlet].append(page_of(document, held.get(document.doc_id, ())))
    found = (
        row
        for outlet, pages in sorted(groups.items())
        if len(pages) >= min_pages
        for row in in_outlet(pages, outlet, min_pages)
    )
    return Table.of(Recurrence, found)


def page_of(document: Document, blocks: Sequence[Block]) -> Page:
    """Lay a page out for comparing."""
    ordered = tuple(sorted(blocks, key=lambda b: b.start))
    return Page(document, ordered, tuple(key(document.text[b.start : b.end]) for b in ordered))


def key(text: str) -> str:
    """Reduce a text to a digest of its words."""
    return blake2b(NOT_WORD.sub(" ", text.casefold()).strip().encode("utf-8", "replace"), digest_size=12).hexdigest()


def in_outlet(pages: Sequence[Page], outlet: str, min_pages: int) -> Iterator[Recurrence]:
    """Find what recurs within one outlet."""
    carriers: dict[str, list[Page]] = defaultdict(list)
    for page in pages:
        for k in set(page.keys):
            carriers[k].append(page)
    counts = {k: different(found, min_pages) for k, found in carriers.items() if len(found) >= min_pages}
    recurring = {k: n for k, n in counts.items() if n >= min_pages}
    for page in pages:
        yield from at_edges(page, recurring, outlet)


def different(pages: Sequence[Page], min_pages: int) -> int:
    """Count the pages whose texts differ, greedily and in a fixed order: copies and later states of one page are one.
    Past ten times the wanted number the count stops being exact and goes on as a lower bound."""
    apart: list[frozenset[str]] = []
    for page in sorted(pages, key=lambda p: p.document.doc_id):
        text = frozenset(k for b, k in zip(page.blocks, page.keys, strict=True) if b.role == "body")
        if len(apart) < 10 * min_pages and all(
            len(text & other) <= COMMON * min(len(text), len(other)) for other in apart
        ):
            apart.append(text)
    return len(apart)


def at_edges(page: Page, recurring: Mapping[str, int], outlet: str) -> Iterator[Recurrence]:
    """Walk in from both ends of a page as long as there is furniture, and give what recurs on the way."""
    order = range(len(page.blocks))
    for walk in (order, reversed(order)):
        for i in walk:
            block, pages = page.blocks[i], recurring.get(page.keys[i])
            text = page.document.text[block.start : block.end]
            if pages and block.role in JUDGED and is_furniture(text, outlet):
                because = f"stands at the edge of {pages} different pages of {outlet}"
                yield Recurrence(page.document.doc_id, block.start, block.end, pages, because)
            elif block.role not in EDGE:
                break


def is_furniture(text: str, outlet: str) -> bool:
    """Tell what may be furniture by its words: a line without a stop, or one to the reader or of the outlet;
    never quoted speech."""
    if len(text) > LONGEST or QUOTED.search(text):
        return False
    plain_outlet = NOT_WORD.sub(" ", outlet.casefold()).removeprefix("the ").strip()
    return not ENDS.search(text) or bool(TO_READER.search(text)) or plain_outlet in NOT_WORD.sub(" ", text.casefold())
