"""Read all names of a page, and decide there which of them are mentions and of which form."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from readout.errors import SpanError
from readout.ports import ParsedWord
from readout.records import Block, Document, Parse, Sentence
from readout.text.names import INDEFINITE, Named, Reader
from readout.text.names_atlas import Atlas, Page, atlas
from readout.text.names_ballot import Verdict
from readout.text.names_known import NameWords, Places
from readout.text.names_roles import Role
from readout.text.names_runs import key_of
from readout.text.names_tokens import habits, reading
from readout.text.names_votes import Vote
from readout.text.quotations import quotations

Prose = tuple[int, int, int]  # a sentence: first code point, one past the last, number of its paragraph


def pages_of(
    documents: Iterable[Document], sentences: Mapping[Hashable, Sequence[Sentence]],
    blocks: Mapping[Hashable, Sequence[Block]], parses: Mapping[Hashable, Sequence[Parse]],
    places: Places, words: NameWords,
) -> Iterator[Page]:  # fmt: skip
    """Read every document that is analysed, in the order of ids; the rows that belong to it are given by id."""
    for d in sorted(documents, key=lambda d: d.doc_id):
        if d.analysed:
            own = sentences.get(d.doc_id, ()), blocks.get(d.doc_id, ()), parses.get(d.doc_id, ())
            yield page_of(d, *own, places, words)


def page_of(
    document: Document, sentences: Sequence[Sentence], blocks: Sequence[Block], parses: Sequence[Parse],
    places: Places, words: NameWords,
) -> Page:  # fmt: skip
    """Read one document: its sentences, and the datelines above them, by their parses where they have one.

    Raises: SpanError where one lies outside the document.
    """
    prose: list[Prose] = [(s.start, s.end, s.paragraph) for s in sentences]
    prose += [span for b in blocks if b.role == "dateline" for span in dateline_parts(document.text, b.start, b.end)]
    for start, end, _ in prose:
        if not 0 <= start < end <= len(document.text):
            raise SpanError.outside(start, end, document.doc_id, len(document.text))
    parsed = {(p.start, p.end): p.words for p in parses}
    page = read_page(document.doc_id, document.text, sorted(prose), places, words, parsed)
    return replace(page, outlets=tuple(name for name in (document.outlet, document.credited_source) if name))


def dateline_parts(text: str, start: int, end: int) -> Iterator[Prose]:
    """Part the agency in brackets from the place and day before it; the whole where no bracket stands in a dateline."""
    opened, closed = text.find("(", start, end), text.find(")", start, end)
    if opened < 0 or closed < opened or not text[opened + 1 : closed].strip() or " " not in text[opened + 1 : closed]:
        yield start, end, -1
        return
    if text[start:opened].strip():
        yield start, opened, -1
    yield opened + 1, closed, -1


def read_page(
    doc_id: str, text: str, prose: Sequence[Prose], places: Places, words: NameWords,
    parsed: Mapping[tuple[int, int], Sequence[ParsedWord]] | None = None,
) -> Page:  # fmt: skip
    """Read the names of one page; a sentence that is not among `parsed` is read by capitals and lists."""
    readings = [reading(text, (a, b), p, (parsed or {}).get((a, b))) for a, b, p in prose]
    reader = Reader(places, words, habits(readings))
    named = [
        n
        for number, r in enumerate(readings)
        for n in written_from(text, prose[number], number, reader.read(number, r))
    ]
    named = list(parted(named))
    marked = quoted_spans(text, prose)
    named = [replace(n, quoted=any(a < n.start < b for a, b in marked)) for n in named]
    known = atlas((Page("", "", tuple(named)),), places)
    ships = frozenset(key for key, verdict in known.verdicts.items() if verdict.kind == "vessel" and " " in key)
    return Page(doc_id, text, tuple(formed(named, known)), tuple(plural(named)), vessels=ships)


def written_from(text: str, prose: Prose, number: int, named: Iterable[Named]) -> Iterator[Named]:
    """Take the words in capitals that open a dateline for one place: PORT MARLO, May 4; initials name an agency."""
    start, end, paragraph = prose
    found = SHOUTED.match(text, start, end) if paragraph < 0 else None
    if found is None or len(found.group()) < SHORTEST_TOWN:
        yield from named
        return
    town = (Vote("place", 5.0, "in capitals at the head of a dateline"),)
    yield Named(start, found.end(), found.group().title(), "name", number, paragraph, votes=town, subject=True)
    yield from (n for n in named if n.start >= found.end())


SHORTEST_TOWN = 5
SHOUTED = re.compile(r"[A-ZÀ-Þ][A-ZÀ-Þ.'’-]+(?: [A-ZÀ-Þ][A-ZÀ-Þ.'’-]+){0,3}(?=\s*(?:$|[,(:–—-]))")


def parted(named: Sequence[Named]) -> Iterator[Named]:
    """Part a hyphen between two whom the page also names apart, as persons: the Dorn-Reyl talks."""
    votes = [n for n in named if n.form == "name" and "-" not in n.text]
    persons = {key_of(n.text.split()[-1]) for n in votes if n.honorific or any(v.kind == "person" for v in n.votes)}
    for n in named:
        left, _, right = n.text.partition("-")
        both = n.form == "name" and right and key_of(left) in persons and key_of(right) in persons
        if both and n.end - n.start == len(n.text) and not (n.honorific or n.roles):
            yield replace(n, end=n.start + len(left), text=left, votes=())
            yield replace(n, start=n.end - len(right), text=right, votes=(), subject=False)
        else:
            yield n


def quoted_spans(text: str, prose: Sequence[Prose]) -> list[tuple[int, int]]:
    """Give the stretches in quotation marks."""
    paragraphs: dict[int, tuple[int, int]] = {}
    for start, end, number in prose:
        first, last = paragraphs.get(number, (start, end))
        paragraphs[number] = (min(first, start), max(last, end))
    return [(s.start, s.end) for s in quotations(text, sorted(paragraphs.values())).stretches]


def plural(named: Sequence[Named]) -> Iterator[tuple[Role, str | None]]:
    """List the offices in the plural: the foreign ministers of X, with the name behind "and"."""
    ordered = sorted((n for n in named if n.form == "name"), key=lambda n: n.start)
    for n in named:
        if n.role and n.role.plural and n.form in ("descriptor", "title"):
            after = next((m.text for m in ordered if n.end < m.start <= n.end + len(" and the ")), None)
            yield n.role, after


def formed(named: Sequence[Named], known: Atlas) -> Iterator[Named]:
    """Settle each form by a vote over the page: a place that acts is a metonym; what is no one's name goes."""
    verdicts = known.verdicts
    adjectives = {key_of(n.text) for n in named if n.form == "adjective"}
    full = {word for n in named if n.form == "name" and " " in n.text for word in key_of(n.text).split()}
    seen: set[tuple[int, int]] = set()
    for n in sorted(named, key=lambda n: (n.start, -n.end, n.form)):
        if (n.start, n.end) in seen or (n.form in ("title", "descriptor") and not describes(n)):
            continue
        if n.form == "descriptor" and n.role is None and n.text.startswith(INDEFINITE) and not comes_back(n, named):
            continue
        seen.add((n.start, n.end))
        verdict = verdicts.get(key_of(n.text))
        if n.form != "name" or not (verdict and verdict.kind == "vessel"):
            if n.form == "name" and key_of(n.text) in adjectives and key_of(n.text) in known.learned:
                n = replace(n, form="adjective")
            metonym = n.form == "name" and n.actor and key_of(n.text) not in full and not known.country(n.text)
            yield replace(n, form="metonym") if metonym and is_seat(n.text, verdict, known.places) else n


def describes(n: Named) -> bool:
    """A description that means one in particular: definite, singular, not the title before a name; or a body's spokesman."""
    role = n.role
    if role and role.key == "spokesperson" and (role.body or role.country) and not (role.plural or n.honorific):
        return True
    return not n.honorific and (role is None or (role.definite and not role.plural))


def comes_back(n: Named, named: Sequence[Named]) -> bool:
    """A body that is brought in with "a" is spoken of again by some of its words, its last among them: the commission."""
    words = n.text.casefold().split()[1:]
    again = (m.text.casefold().split() for m in named if m.start > n.end and m.form == "descriptor" and m.role is None)
    return any(w[0] == "the" and w[-1] == words[-1] and set(w[1:]) <= set(words) for w in again)


def is_seat(name: str, verdict: Verdict | None, places: Places) -> bool:
    """A name that stands for a government where it acts: a known seat or capital, or a place by all the page says."""
    kinds = places.kinds(name)
    if "country" in kinds or "organisation" in kinds or (verdict is not None and verdict.kind == "person"):
        return False
    return bool({"seat", "capital"} & set(kinds)) or (verdict is not None and verdict.kind == "place")
