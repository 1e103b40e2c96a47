"""Find pages that betray themselves alone: a machine reworded or translated them, whether or not the original is here."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Hashable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Literal, NamedTuple

from readout.lexicon.betrayals import Wording, foreign_agencies, habits, spun, translated
from readout.records import Block, Document
from readout.stages.trace.pile import BODY, span_of
from readout.text.phrases import Phrases, longest, occurrences, phrases
from readout.text.words import Words

LEAST = 3.0  # weight of the wordings together; of 1,150 pages of honest English none reached it, one 2.5
FEWEST = 2  # different wordings: one may be chance, or quoted
DECISIVE = 3.0  # of one mark of a machine
CREDIT = 2.0  # weight of an upstream that writes in another language: then one sign more is enough
BREAK = re.compile(r"[^\w\s'’-]")  # between the words of a phrase: then they are none
LONGEST_NOTE = 30  # words of a line on how a page was made
MACHINE_MADE = re.compile(
    r"(?i)\b(?:machine[- ]translat\w+|translated\s+(?:\w+\s+){0,3}?by\s+(?:a\s+)?machine|"
    r"(?:machine|automatic|automated)\s+translation|automatically\s+translated|translated\s+automatically)\b"
)
ON_ITSELF = re.compile(
    r"(?i)^\W*(?:(?:this|the)\s+(?:\w+\s+)?(?:text|article|page|report|story|item|dispatch|translation|version)\b|"
    r"(?:machine|automatic|automated|automatically)\b)"
)
SHOWN = 4
SHOWN_ROLES = BODY | {"caption"}
Sign = Literal["spun", "translated"]


class Tell(NamedTuple):
    """A stretch that betrays a page: code points, weight, and what it shows."""

    start: int
    end: int
    weight: float
    what: str


class Suspicion(NamedTuple):
    """What a page seems to be, by its wording alone."""

    kind: Sign
    weight: float
    tells: tuple[Tell, ...]
    because: str


def suspicions(
    documents: Sequence[Document], cut: Words, by_page: Mapping[Hashable, Sequence[Block]]
) -> dict[int, Suspicion]:
    """Give the pages that betray themselves, by number. Captions speak too: they are rendered with the rest."""
    signs: dict[Sign, dict[int, list[Tell]]] = {"spun": defaultdict(list), "translated": defaultdict(list)}
    for kind, wordings in (("spun", spun_phrases()), ("translated", translated_phrases())):
        for text, tell in worded(documents, cut, *wordings):
            signs[kind][text].append(tell)  # type: ignore[index]  # the two keys of the literal above
    found: dict[int, Suspicion] = {}
    for text, document in enumerate(documents):
        if document.language in ("en", None):
            blocks = by_page.get(document.doc_id, ())
            shown = [(b.start, b.end) for b in blocks if b.role in SHOWN_ROLES]
            signs["translated"][text] += declared(document, blocks)
            made = [suspected(kind, document, held(document, kind, signs[kind].get(text, []), shown)) for kind in signs]
            best = max((s for s in made if s), key=lambda s: s.weight, default=None)
            if best:
                found[text] = best
    return found


@lru_cache(maxsize=1)
def spun_phrases() -> tuple[tuple[Wording, ...], Phrases]:
    """Prepare the wordings of rewriting machines."""
    return spun(), phrases([w.words for w in spun()])


@lru_cache(maxsize=1)
def translated_phrases() -> tuple[tuple[Wording, ...], Phrases]:
    """Prepare the wordings of translations."""
    return translated(), phrases([w.words for w in translated()])


def worded(
    documents: Sequence[Document], cut: Words, wordings: Sequence[Wording], known: Phrases
) -> Iterator[tuple[int, Tell]]:
    """Find wordings in the words that may link pages; a stop or a quotation mark within parts them."""
    for text, first, number in occurrences(cut, known):
        start, end = span_of(cut, text, first, first + len(known.words[number]))
        if not BREAK.search(documents[text].text[start:end]):
            yield text, Tell(start, end, wordings[number].weight, wordings[number].what)


def held(document: Document, kind: Sign, tells: Sequence[Tell], shown: Sequence[tuple[int, int]]) -> list[Tell]:
    """Add the habits of a page to its wordings, and of those that overlap keep the longest."""
    found = [Tell(*m.span(), p.weight, p.what) for p in habits(kind) for m in p.finditer(document.text)]
    made = {*tells, *(t for t in found if any(a <= t.start and t.end <= b for a, b in shown))}
    kept = set(longest([(t.start, t.end) for t in made]))
    return [t for t in sorted(made) if (t.start, t.end) in kept]


def declared(document: Document, blocks: Sequence[Block]) -> Iterator[Tell]:
    """Find a line of a page's head or foot, or a short one on the text itself, that says a machine translated it."""
    for b in blocks:
        words = document.text[b.start : b.end]
        short = len(words.split()) <= LONGEST_NOTE and (b.role not in BODY or b.role == "deck" or ON_ITSELF.match(words))
        if short and (found := MACHINE_MADE.search(words)):
            yield Tell(b.start + found.start(), b.start + found.end(), DECISIVE, "says that a machine translated it")


def suspected(kind: Sign, document: Document, tells: Sequence[Tell]) -> Suspicion | None:
    """Add up what speaks for a kind; each wording counts once, each habit twice at most."""
    text = document.text
    once: dict[str, Tell] = {}
    for t in tells:
        once.setdefault(text[t.start : t.end].casefold(), t)
    by_what: dict[str, list[Tell]] = defaultdict(list)
    for t in once.values():
        by_what[t.what].append(t)
    weight = sum(t.weight for group in by_what.values() for t in sorted(group, key=lambda t: -t.weight)[:2])
    foreign = kind == "translated" and is_foreign(document.credited_source)
    weight += CREDIT if foreign else 0.0
    enough = len(once) + foreign >= FEWEST or any(t.weight >= DECISIVE and "machine" in t.what for t in once.values())
    if weight < LEAST or not once or not enough:
        return None
    shown = sorted(once.values(), key=lambda t: (-t.weight, t.start))
    return Suspicion(kind, weight, tuple(sorted(shown)), spelt_out(kind, document, shown, foreign))


def is_foreign(credited: str | None) -> bool:
    """Tell whether the upstream a page names writes in another language."""
    agencies, foreign_name = foreign_agencies()
    names = [n.strip() for n in (credited or "").split(";")]
    return any(n in agencies or bool(foreign_name.search(n)) for n in names)


def spelt_out(kind: Sign, document: Document, tells: Sequence[Tell], foreign: bool) -> str:
    """Name the stretches that betray a page."""
    who = "reworded by machine" if kind == "spun" else "translated from another language"
    named = [
        f"“{' '.join(document.text[t.start : t.end].split())[:60]}” ({t.start}–{t.end}) {t.what}" for t in tells[:SHOWN]
    ]
    more = [f"and {len(tells) - SHOWN} more"] if len(tells) > SHOWN else []
    credit = [f"it credits {document.credited_source}, which writes in another language"] if foreign else []
    return f"suspected: {who}; " + "; ".join([*credit, *named, *more])
