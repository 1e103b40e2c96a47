"""Which pages are copies of what: families with their origin, single pages together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from readout.pile import Pile
from readout.records import Document, Evidence, Lineage
from readout.web.lines import Line, Part
from readout.web.phrases import counted, day_in_words, listed

KIND_WORDS = {"republication": "a copy", "edited": "an edited copy", "spun": "reworded by machine", "translated": "a translation",
              "mixed": "put together from several", "original": "its own words", "unknown": "not told"}  # fmt: skip

SHARES = "a shared passage in a page of its own words"
WHOLE = "nearly all of it the same text"
QUOTES = "shares words that somebody said"
MOSTLY = 0.6  # share of a page from which a passage it shares is the page; ours


def whole(document: Document) -> Evidence:
    """Give the span of a page's headline, or of its first characters."""
    return Evidence(document.doc_id, 0, min(len(document.text), max(1, len(document.title or "") or 80)))


def dated(document: Document, origin: str = "") -> str:
    """Name a page with its day; a copy that carries the name of its `origin` only by its file."""
    outlet = document.outlet if document.outlet != origin else None
    return f"{outlet or document.external_id}, {day_in_words(document.published) if document.published else 'no date'}"


def family_lines(pile: Pile) -> list[Line]:
    """Write each family of copies: what they go back to, and every page with how it was made; the largest first."""
    shared = [one for one in pile.lineages.values() if len(one.members) > 1 or one.origin is None]
    shared.sort(key=lambda one: (-len(one.members), one.lineage_id))
    return [family_line(pile, one) for one in shared]


def family_line(pile: Pile, one: Lineage) -> Line:
    """Write one family."""
    root = pile.documents.get(one.origin or "")
    name = one.origin_name or (pile.page(one.origin) if one.origin else "an upstream no page names")
    lead = name if root else f"{name} (not among the pages)"
    text = root.title or root.external_id if root else ""
    members = sorted((pile.documents[m] for m in one.members if m != one.origin and m in pile.documents),
                     key=lambda d: (d.published or "9", d.external_id))  # fmt: skip
    parts = tuple(
        Part(dated(d, name), d.title or d.external_id, how_made(pile, d, one), taken_over(pile, d, one))
        for d in members
    )
    note = f"{counted(len(members), 'page')} {'goes' if len(members) == 1 else 'go'} back to it"
    return Line(one.lineage_id, lead, text, note, (whole(root),) if root else (), parts)


def how_made(pile: Pile, page: Document, one: Lineage) -> str:
    """Say how a page of a family was made, by how much of it stands on the others too."""
    part = covered(pile, page, one)
    if page.kind == "original":
        return SHARES if part < MOSTLY else WHOLE
    if page.kind in ("republication", "edited", "mixed") and not part:
        return QUOTES  # what it shares is what somebody said
    return KIND_WORDS[page.kind]


def covered(pile: Pile, page: Document, one: Lineage) -> float:
    """Give the share of a page that stands, in longer stretches than a quotation, on another page of its family."""
    spans: set[int] = set()
    for r in pile.reuses_of.get(page.doc_id, ()):
        here, there = (r.left_doc, r.right_doc) if r.left_doc == page.doc_id else (r.right_doc, r.left_doc)
        start, end = (r.left_start, r.left_end) if here == r.left_doc else (r.right_start, r.right_end)
        if r.kind != "shared_quote" and there in one.members:
            spans.update(range(start, end))
    return len(spans) / max(1, len(page.text))


def taken_over(pile: Pile, page: Document, one: Lineage) -> tuple[Evidence, ...]:
    """Give the longest stretch a page shares with its origin, else with another page of the family."""
    found: list[tuple[bool, int, Evidence]] = []
    for r in pile.reuses_of.get(page.doc_id, ()):
        here, there = (r.left_doc, r.right_doc) if r.left_doc == page.doc_id else (r.right_doc, r.left_doc)
        start, end = (r.left_start, r.left_end) if here == r.left_doc else (r.right_start, r.right_end)
        if r.kind != "shared_quote" and there in one.members and there != here:
            found.append((there == one.origin, end - start, Evidence(here, start, end)))
    return (max(found, key=lambda f: (f[0], f[1], -f[2].start))[2],) if found else (whole(page),)


def single_line(pile: Pile, named: bool) -> Line | None:
    """Write the pages that share text with none in one line, by name if wanted."""
    held = {m for one in pile.lineages.values() if len(one.members) > 1 or one.origin is None for m in one.members}
    single = sorted((d for d in pile.documents.values() if d.doc_id not in held), key=lambda d: d.external_id)
    if not single:
        return None
    names = "; ".join(f"{dated(d)}: {d.title or d.external_id}" for d in single) if named else ""
    count = counted(len(single), "page")
    return Line(
        None, f"{count} {'stands' if len(single) == 1 else 'stand'} alone", names, "no other page shares its text", ()
    )


COVERED = "en"  # a page in it that was not analysed tells itself why


def unread_line(pile: Pile) -> Line | None:
    """Say which pages were not analysed, and why."""
    skipped = [d for d in pile.documents.values() if not d.analysed]
    if not skipped:
        return None
    languages = listed(sorted({d.language or "language not told" for d in skipped}))
    evidence = tuple(whole(d) for d in skipped[:8])
    reasons = listed(sorted({d.analysed_because for d in skipped if d.language == COVERED}))
    note = reasons or f"{languages}: only English is analysed"
    return Line(None, f"{counted(len(skipped), 'page')} read and searched, not analysed", "", note, evidence)


def cited(pile: Pile, spans: Iterable[Evidence]) -> Sequence[Document]:
    """List the pages that evidence stands on, by external id."""
    return sorted({pile.documents[s.doc_id] for s in spans}, key=lambda d: d.external_id)
