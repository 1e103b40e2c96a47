"""clean: Layout → Document, Block, Repeat."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from readout.ids import document_id
from readout.lexicon.agencies import agencies
from readout.ports import LanguageIdentifier
from readout.records import Block, Document, Layout, Repeat
from readout.stage import stage
from readout.stages.clean.cut import cut
from readout.stages.clean.datelines import dateline
from readout.stages.clean.dispatches import as_issued
from readout.stages.clean.judge import judge
from readout.stages.clean.line import Line, Verdict, line_of
from readout.stages.clean.page import language, outlet_above, parted_title, published, shown_dates, writers
from readout.stages.clean.repeats import repeats
from readout.stages.clean.upstream import Placed, credited, host, own_agency, taken_from, written_by
from readout.tables import Table
from readout.text.houses import abbreviates

FIRST_PARAGRAPHS = 3  # a dateline stands before the first of them, below a deck that was taken for text before the next
Judged = list[tuple[Line, Verdict]]
Made = tuple[Document, list[Block], list[Repeat]]


LONGEST_ANALYSED = 250_000
"""Characters of one page that are analysed: a hundred newspaper articles. What follows grows faster than its length. Ours."""
TOO_LONG = (
    "its text has {} characters, more than the 250,000 that are analysed: read, traced and searched only; "
    "cut it into its articles and read those"
)


@stage(version=15)
def clean(
    layouts: Table[Layout], *, identify: LanguageIdentifier
) -> tuple[Table[Document], Table[Block], Table[Repeat]]:
    """Tell what each stretch of a page is for, and what the page says of itself: day, language, writers, upstream.

    Makes: one Document per layout; Blocks that do not overlap and cover all non-space text, each with its reason;
    one Repeat per paragraph of 40 characters or more that stands earlier in the same page.
    Units: offsets are code points of `Layout.text`, which becomes `Document.text` unchanged.
    Cost: linear in characters.
    Does not: cut anything out, or mark a line that may be text: in doubt a line is body.
    Method: ours; words of web furniture in `lexicon/boilerplate.toml`, agencies in `lexicon/agencies.toml`.
    """
    made = [cleaned(layout, identify) for layout in layouts]
    return (
        Table.of(Document, (document for document, _, _ in made)),
        Table.of(Block, (block for _, blocks, _ in made for block in blocks)),
        Table.of(Repeat, (repeat for _, _, found in made for repeat in found)),
    )


def cleaned(layout: Layout, identify: LanguageIdentifier) -> Made:
    """Clean one layout."""
    doc_id = document_id(layout.external_id, layout.url, layout.capture_sha256)
    placed = list(with_datelines(judge(cut(layout), layout.title)))
    judged = [(p.line, verdict) for p, verdict in placed]
    body = [line for line, verdict in judged if verdict.role == "body"]
    blocks = [Block(doc_id, line.start, line.end, verdict.role, verdict.because) for line, verdict in judged]
    made = described(layout, doc_id, [p for p, _ in placed], judged, identify)
    return as_issued(made, blocks), blocks, list(repeats(doc_id, body))


def described(
    layout: Layout, doc_id: str, placed: list[Placed], judged: Judged, identify: LanguageIdentifier
) -> Document:
    """Make the row of a document."""
    titles = [line.text for line, verdict in judged if verdict.role == "title"]
    titles = [title.strip("# ") if layout.media_type == "text/markdown" else title for title in titles]
    titles = [title for title in titles if not title.endswith(("…", "..."))] or titles
    body = "\n".join(line.text for line, verdict in judged if verdict.role == "body")
    code, analysed, why = language(body or layout.text, layout.declared_language, identify)
    if analysed and len(body) > LONGEST_ANALYSED:
        analysed, why = False, f"{why}; {TOO_LONG.format(len(body))}"
    title, behind = parted_title(" ".join(titles[0].split())) if titles else (None, None)
    outlet = layout.outlet or host(layout.url) or outlet_above(judged) or behind
    candidates = tuple(dict.fromkeys((*layout.date_candidates, *shown_dates(judged, layout.captured_at))))
    outlet = outlet or own_agency(placed)
    if outlet and not (layout.outlet or host(layout.url)) and taken_from(outlet, placed):
        outlet = None  # the name beside the writer's is that of the paper the text was taken from
    day, basis = published(candidates, layout.captured_at)
    own = [outlet or "", host(layout.url) or ""]
    credit = credited(placed, own) or written_by(layout.bylines, own)
    if credit and layout.outlet and is_own(credit.name, layout.outlet, placed):
        credit = None
    return Document(
        doc_id, layout.external_id, layout.url, layout.capture_sha256, outlet,
        layout.title or title, writers(layout, judged),
        day, basis, candidates, code, analysed, why,
        credit.name if credit else None, credit.because if credit else None, text=layout.text,
    )  # fmt: skip


def is_own(letters: str, outlet: str, placed: Sequence[Placed]) -> bool:
    """Tell letters that an item which names its outlet in a field of its own, and has no head, signs its dateline with: an agency's
    for itself, where they are no other's that is known."""
    headless = bool(placed) and placed[0].role == "dateline" and placed[0].dateline_agency == letters
    return headless and not agencies().is_agency(letters) and abbreviates(letters, outlet)


def with_datelines(judged: Sequence[tuple[Line, Verdict]]) -> Iterator[tuple[Placed, Verdict]]:
    """Cut the dateline off the first paragraphs; the rest stays body."""
    seen = 0
    for line, verdict in judged:
        bare = len(line.text) == line.end - line.start  # else marks of emphasis stand around it
        found = dateline(line.text) if verdict.role == "body" and seen < FIRST_PARAGRAPHS and bare else None
        seen += verdict.role == "body"
        if found is None:
            yield Placed(line, verdict.role), verdict
            continue
        head, rest = parted(line, found.length)
        yield (
            Placed(head, "dateline", found.agency),
            Verdict("dateline", "place, day or agency before the first sentence"),
        )
        yield Placed(rest, "body"), verdict


def parted(line: Line, length: int) -> tuple[Line, Line]:
    """Cut a line after its dateline; the space between belongs to neither."""
    tail = line.text[length:]
    start = length + len(tail) - len(tail.lstrip())
    head, rest = line_of(0, length, line.text, line.hint), line_of(start, len(line.text), line.text, line.hint)
    return (
        Line(line.start, line.start + length, head.text, head.hint, head.plain, head.words),
        Line(line.start + start, line.end, rest.text, rest.hint, rest.plain, rest.words),
    )
