"""What an act is about: the words of its clause, of its sentence, and of what was told just before it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from readout.ids import make_id
from readout.records import Event, Parse, Sentence, Word
from readout.text.day_bases import LEAD_PARAGRAPHS
from readout.text.rarity import stem_rarity
from readout.text.stem import stem
from readout.text.telling_clause import clause

WORD = re.compile(r"[^\W\d_]{3,}")
NUMBER = re.compile(r"\d[\d,.]*")
FULL = 2  # words of a clause from which it says itself what it is about; ours
PLAIN = 6.0  # bits of rarity up to which a word says nothing of what is told, as "people" and "time"; ours
UNKNOWN = 99  # the number of a sentence that is not known
BEFORE = 2  # sentences before it that a clause which points back may mean; ours

_COMMON = (
    "the and for that with from this have has had was were been being are will would could should may might must can "
    "which who whom whose what when where while after before about into over under between among against during "
    "their his her its they them she him said says say told according also more most than then there here not but "
    "one two three first second last year years month months week weeks day days today yesterday tomorrow monday "
    "tuesday wednesday thursday friday saturday sunday january february march april june july august september "
    "october november december new other some any all both each such only own same"
)
COMMON = frozenset(stem(w) for w in _COMMON.split())
# Nouns that only point at something said or done before: who denied the accusation denied what was told above.
_POINTING = (
    "accusation allegation charge claim offer proposal demand request plan idea move suggestion report rumour rumor call appeal "
    "criticism blame matter issue question step decision deal agreement pledge promise version account link responsibility "
    "involvement wrongdoing it that this so do"
)
POINTING = frozenset(stem(w) for w in _POINTING.split())


class Theme(NamedTuple):
    """Stems and numbers of the clause that tells an act, of its sentence, and with what it points back to."""

    clause: frozenset[str]
    sentence: frozenset[str]
    context: frozenset[str]
    headline: bool = False

    @property
    def points_back(self) -> bool:
        """Tell whether the clause leaves open what it is about, or a headline tells in short what the text below it does."""
        return self.headline or len(self.clause - POINTING) < FULL


class Wordings:
    """The stretches that tell events: clauses by the parse, sentences, and the sentences before them."""

    def __init__(self, texts: Mapping[str, str], sentences: Iterable[Sentence], parses: Iterable[Parse]) -> None:
        self.texts = texts
        self.at: dict[str, tuple[str, int]] = {}
        self.listed: dict[str, list[tuple[int, int]]] = {}
        self.leading: set[str] = set()  # sentences of headline and first paragraphs
        first: dict[str, int] = {}
        for s in sorted(sentences, key=lambda s: (s.doc_id, s.start)):
            if s.paragraph - first.setdefault(s.doc_id, s.paragraph) < LEAD_PARAGRAPHS:
                self.leading.add(s.sentence_id)
            spans = self.listed.setdefault(s.doc_id, [])
            self.at[s.sentence_id] = s.doc_id, len(spans)
            spans.append((s.start, s.end))
        self.parses = {make_id("sen", p.doc_id, p.start, p.end): p for p in parses}

    def sentence(self, event: Event) -> tuple[int, int]:
        """Give the span of the sentence that holds an event; its trigger's where none is known."""
        doc_id, number = self.at.get(event.sentence_id, ("", 0))
        return self.listed[doc_id][number] if doc_id else (event.start, event.end)

    def depth(self, event: Event) -> int:
        """Give how many sentences of its page stand before that of an event."""
        return self.at.get(event.sentence_id, ("", UNKNOWN))[1]

    def words(self, event: Event) -> Sequence[Word]:
        """Give the parsed words of the sentence that holds an event; none where it was not parsed."""
        parse = self.parses.get(event.sentence_id)
        return parse.words if parse else ()

    def theme(self, event: Event, named: frozenset[str], own: bool) -> Theme:
        """Give what an event is about; words that name its participants left out, and where the act is the trigger's own (not what
        is demanded, promised or refused with it) those of the trigger."""
        text = self.texts[event.doc_id]
        start, end = self.sentence(event)
        parse = self.parses.get(event.sentence_id)
        span = clause(parse.words, event.start, event.end) if parse else None
        trigger = stems(text[event.start : event.end]) if own else frozenset()
        whole = content(text[start:end]) - named
        inside = (content(text[span[0] : span[1]]) - named if span else whole) - trigger
        doc_id, number = self.at.get(event.sentence_id, ("", 0))
        first = bool(doc_id) and number == 0 and not text[start:end].rstrip("”\"’'» ").endswith((".", "!", "?", "…"))
        near = slice(1, 1 + BEFORE) if first else slice(max(0, number - BEFORE), number)
        around = self.listed[doc_id][near] if doc_id else []
        return Theme(inside, whole, whole.union(*(content(text[s:t]) for s, t in around)) - named, first)


def stems(words: str) -> frozenset[str]:
    """Give the stems of a stretch."""
    return frozenset(stem(w.lower()) for w in WORD.findall(words))


def content(words: str) -> frozenset[str]:
    """Give the stems of a stretch that say what it is about: content words and numbers."""
    return (stems(words) | frozenset(NUMBER.findall(words))) - COMMON


def likeness(one: frozenset[str], other: frozenset[str]) -> float:
    """Give the cosine of two themes, words weighted by how rare they are in English, whatever else the pile tells."""
    shared = one & other
    product = weight(one) * weight(other) if shared else 0.0
    return weight(shared) / product**0.5 if product else 0.0


@lru_cache(maxsize=1 << 14)
def weight(words: frozenset[str]) -> float:
    """Add up the squared weights of words."""
    return sum(max(0.0, stem_rarity(w) - PLAIN) ** 2 for w in sorted(words))
