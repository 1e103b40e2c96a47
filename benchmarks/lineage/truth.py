"""Print pages to text and read the truth off their atoms: who shares what with whom, which way, and how changed."""

import random
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from benchmarks.lineage.furniture import credit
from benchmarks.lineage.treebank import CONTENT, Sentence, Word
from benchmarks.lineage.world import Page

KINDS = ("verbatim", "edited", "spun")
MIN_PASSAGE_WORDS = 8  # shorter common runs are phrases, not passages
MINOR_WORDS = 25  # pairs that share less are neither demanded nor forbidden
EVIDENT_CHANGE = 0.10  # share of changed content words from which damage shows the way; below it the pair may be mute


class Laid(NamedTuple):
    """A printed page: text, and for each body sentence its words with their starts."""

    page: Page
    text: str
    sentences: tuple[tuple[Sentence, tuple[int, ...]], ...]
    doc: str


class Passage(NamedTuple):
    """A run of body sentences common to two pages: first and last index on each side, one past the end."""

    left: tuple[int, int]
    right: tuple[int, int]


def with_furniture(page: Page, rng: random.Random) -> list[tuple[Sentence, ...]]:
    """The body between the outlet's own lines and the credit, if the page gives one."""
    framed = rng.random() < 0.6
    named = [(credit(page.credits, rng),)] if page.credits else []
    top = [page.outlet.top] if framed else []
    bottom = [(line,) for line in page.outlet.bottom] if framed else []
    return [*top, *page.body, *named, *bottom]


def lay(page: Page, doc: str, rng: random.Random) -> Laid:
    """Print a page; words get the addresses that the text really gives them."""
    text: list[str] = []
    at, spots = 0, []
    for paragraph in with_furniture(page, rng):
        for n, sentence in enumerate(paragraph):
            starts = []
            for i, word in enumerate(sentence.words):
                starts.append(at)
                last = i + 1 == len(sentence.words)
                gap = ("\n\n" if n + 1 == len(paragraph) else " ") if last else word.gap
                text.append(word.form + gap)
                at += len(text[-1])
            if sentence.sid >= 0:
                spots.append((sentence, tuple(starts)))
    return Laid(page, "".join(text), tuple(spots), doc)


def places(laid: Laid) -> dict[int, list[int]]:
    found: dict[int, list[int]] = defaultdict(list)
    for i, (sentence, _) in enumerate(laid.sentences):
        found[sentence.sid].append(i)
    return found


def common_runs(left: Laid, right: Laid) -> list[Passage]:
    """Longest runs of sentences that follow each other on both pages; within one page a sentence never meets itself."""
    there = places(right)
    same = left is right
    hits = {(i, j) for i, (s, _) in enumerate(left.sentences) for j in there.get(s.sid, ()) if not same or i < j}
    out = []
    for i, j in sorted(hits):
        if (i - 1, j - 1) in hits:
            continue
        n = 1
        while (i + n, j + n) in hits:
            n += 1
        out.append(Passage((i, i + n), (j, j + n)))
    return out


def atoms(laid: Laid, ends: tuple[int, int]) -> dict[int, tuple[Word, int]]:
    """The words with an address of their own in a stretch of sentences, with their starts."""
    stretch = laid.sentences[ends[0] : ends[1]]
    return {w.atom: (w, at) for s, starts in stretch for w, at in zip(s.words, starts, strict=True) if w.atom >= 0}


def span(words: dict[int, tuple[Word, int]], shared: set[int]) -> tuple[int, int]:
    """From the first to the end of the last shared word, as printed."""
    row = [words[a] for a in shared]
    return min(at for _, at in row), max(at + len(w.form) for w, at in row)


def changed_share(left: dict[int, tuple[Word, int]], right: dict[int, tuple[Word, int]]) -> tuple[int, int]:
    """Content words of either side that the other lacks or has in another form, and all content words."""
    content = {a for side in (left, right) for a, (w, _) in side.items() if w.upos in CONTENT}
    kept = sum(a in left and a in right and left[a][0].form.lower() == right[a][0].form.lower() for a in content)
    return len(content) - kept, len(content)


def direction(left: Page, right: Page) -> str:
    if left.number in right.upstream:
        return "right_from_left"
    return "left_from_right" if right.number in left.upstream else "common_upstream"


def passage_kind(left: Laid, right: Laid, passage: Passage) -> str:
    pair = [s for laid, (a, b) in ((left, passage.left), (right, passage.right)) for s, _ in laid.sentences[a:b]]
    return "shared_quote" if all(s.quote for s in pair) else KINDS[max(s.level for s in pair)]


def evidence(left: Laid, right: Laid, changed: float, shown: bool) -> list[str]:
    """What a careful reader could tell the direction from."""
    found = []
    for one, other in ((left.page, right.page), (right.page, left.page)):
        if one.credits and one.credits == other.outlet.name:
            found.append("credit")
    if left.page.credits and left.page.credits == right.page.credits:
        found.append("same_credit")
    return [*found, *(["damage"] if changed >= EVIDENT_CHANGE else []), *(["clock"] if shown else [])]


def pair_rows(left: Laid, right: Laid, shown: bool) -> list[dict[str, object]]:
    """The truth of one pair, a row for each passage; `changed`, `minor` and `accept` speak of the pair."""
    rows, touched, content, total = [], 0, 0, 0
    for passage in common_runs(left, right):
        a, b = atoms(left, passage.left), atoms(right, passage.right)
        shared = a.keys() & b.keys()
        if len(shared) < MIN_PASSAGE_WORDS:
            continue
        (ls, le), (rs, re) = span(a, shared), span(b, shared)
        t, c = changed_share(a, b)
        touched, content, total = touched + t, content + c, total + len(shared)
        ends = {"left_start": ls, "left_end": le, "right_start": rs, "right_end": re}
        rows.append({"left_doc": left.doc, "right_doc": right.doc, **ends, "kind": passage_kind(left, right, passage)})
    changed = touched / content if content else 0.0
    way = direction(left.page, right.page) if left is not right else "left_from_right"
    equal = left is not right and body_text(left) == body_text(right)
    about = {"direction": way, "accept": [way, "same_text"] if equal else [way], "changed": round(changed, 3)}
    about |= {"evidence": evidence(left, right, changed, shown), "minor": total < MINOR_WORDS}
    return [{**row, **about} for row in rows]


def body_text(laid: Laid) -> list[str]:
    return [s.text() for s, _ in laid.sentences]


def meeting_pairs(pages: list[Laid]) -> Iterator[tuple[Laid, Laid]]:
    """All pairs of pages that print a sentence of the same origin; a page with itself where it repeats one."""
    holders: dict[int, list[int]] = defaultdict(list)
    for i, laid in enumerate(pages):
        for sentence, _ in laid.sentences:
            holders[sentence.sid].append(i)
    pairs = {(a, b) for where in holders.values() for n, a in enumerate(where) for b in where[n + 1 :]}
    for a, b in sorted(pairs, key=lambda p: (pages[p[0]].doc, pages[p[1]].doc)):
        yield (pages[a], pages[b]) if pages[a].doc <= pages[b].doc else (pages[b], pages[a])


def reuses(pages: list[Laid], shown: bool) -> Iterator[dict[str, object]]:
    for left, right in meeting_pairs(pages):
        yield from pair_rows(left, right, shown)


def voices(laid: Laid, author: dict[int, int]) -> tuple[int, int]:
    """Writers of at least a quarter of the page's words, and writers of any sentence; quotations do not count."""
    words: Counter[int] = Counter()
    for sentence, _ in laid.sentences:
        if not sentence.quote:
            words[author[sentence.sid]] += len(sentence.words)
    whole = sum(words.values())
    return max(1, sum(n * 4 >= whole for n in words.values())), max(1, len(words))


def origins(pages: Iterable[Laid]) -> int:
    """Distinct origins of the pile: pages that descend from no other, and roots kept out of it."""
    here = list(pages)
    numbers = {laid.page.number for laid in here}
    roots = {number for laid in here for number in laid.page.upstream if number not in numbers}
    ancestors = {n: laid.page.upstream for laid in here for n in [laid.page.number]}
    out = {laid.page.number for laid in here if not laid.page.upstream}
    return len(out) + len({r for r in roots if not ancestors.get(r)})
