"""Find the words that say that something was said."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from readout.text.turned_verbs import ADVERBS, TURNING

TOKEN: Final = re.compile(
    r"\d{1,2}:\d\d\b|(?:[A-Z]\.){2,}|[A-Z][a-z]{0,4}\.(?=\s+[A-Z])|[^\W_]+(?:[’'.&-][^\W_]+|\.(?=[^\W_]))*(?:\.(?=[,’']))?|[^\w\s]"
)

# Dashes as the Unicode Standard counts them (general category Pd, scripts of their own left out); U+2015 is its quotation dash.
DASHES: Final = "-‐‑‒–—―⸺⸻﹘﹣－"
BE: Final = frozenset(("was", "were", "is", "are", "be", "been", "being"))


@dataclass(frozen=True, slots=True)
class SpeechWords:
    """What is known of words of saying; see `lexicon/speech_verbs.toml`."""

    forms: Mapping[str, str]  # form → lemma
    base: frozenset[str]  # lemmas, which are forms too
    acts: Mapping[str, str]  # lemma → act
    only_beside: frozenset[str]
    naming: frozenset[str]
    hearer: frozenset[str]
    phrases: Mapping[str, frozenset[str]]  # lemma of the verb → words that may follow it
    according: tuple[tuple[str, ...], ...]
    nouns: frozenset[str]
    pronouns: frozenset[str]
    titles: frozenset[str]
    bodies: frozenset[str]
    roles: frozenset[str]
    adverbs: frozenset[str]  # auxiliaries and adverbs, which may stand between a source and its cue
    determiners: frozenset[str]
    takes_base: frozenset[str]
    prepositions: frozenset[str]
    joins: frozenset[str]
    times: frozenset[str]
    media: frozenset[str]
    in_role: frozenset[str]
    in_name: frozenset[str]
    persons: frozenset[str]
    hearers: frozenset[str]


@dataclass(frozen=True, slots=True)
class Token:
    """A word or a mark with its place."""

    start: int
    end: int
    text: str
    low: str

    @property
    def is_word(self) -> bool:
        return self.text[0].isalnum()

    @property
    def is_capital(self) -> bool:
        return self.text[0].isupper()


@dataclass(frozen=True, slots=True)
class Cue:
    """Words of saying as token numbers [first, last]; `lemma` of the verb or noun, `act` what it does."""

    first: int
    last: int
    lemma: str
    form: str  # finite | participle | noun | according | colon


def tokens(text: str, start: int, end: int) -> list[Token]:
    """Cut a stretch of narrative into words and marks."""
    return [Token(*m.span(), m.group(), m.group().lower()) for m in TOKEN.finditer(text, start, end)]


def cue_at(words: list[Token], i: int, known: SpeechWords, beside: bool = False) -> Cue | None:
    """Read a verb of saying, with its particle, at token i; `beside` also admits verbs with other main uses."""
    lemma = known.forms.get(words[i].low)
    if lemma is None or lemma not in known.acts or is_noun(words, i, known):
        return phrase_at(words, i, known)
    if lemma in known.only_beside and not beside:
        return phrase_at(words, i, known)
    if i + 1 < len(words) and words[i + 1].low in TURNING.get(lemma, frozenset()) & ADVERBS:
        return phrase_at(words, i, known)
    last = i + particle(words, i, lemma, known)
    return Cue(i, last, lemma, "participle" if words[i].low.endswith("ing") else "finite")


def is_passive(words: list[Token], i: int) -> bool:
    """A form of "be" stands right before the participle at token i, an adverb between them aside."""
    if words[i].low.endswith("ing"):
        return False
    return any(w.low in BE for w in words[max(0, i - 2) : i])


def hearsay(words: list[Token], i: int) -> int | None:
    """Where the words begin by which others say that a verb at token i was said: was heard to | say; is said to have | told."""
    at = i - 1 if i and words[i - 1].low == "have" else i
    passive = at > 2 and words[at - 1].low == "to" and words[at - 2].low in HEARD
    if not passive:
        return None
    first = next((k for k in range(at - 3, max(-1, at - 6), -1) if words[k].low in BE), None)
    return first if first and all(w.low in AROUND | BE or w.low.endswith("ly") for w in words[first : at - 2]) else None


HEARD: Final = frozenset((
    "said", "heard", "overheard", "reported", "known", "alleged", "believed", "understood", "quoted", "recorded", "claimed",
    "rumoured", "rumored", "supposed", "seen", "thought",
))  # fmt: skip
# What somebody writes or sends, and says in it what it holds: wrote a letter, her statement said.
WRITINGS: Final = frozenset((
    "letter", "note", "statement", "message", "post", "tweet", "memo", "email", "e-mail", "diary", "telegram", "text", "column",
    "article", "memoir", "memoirs", "testimony", "affidavit", "speech", "reply", "answer", "communique", "communiqué", "postcard",
    "card", "leaflet", "petition",
))  # fmt: skip
AROUND: Final = frozenset(("also", "later", "once", "then", "even", "been", "only"))


def phrase_at(words: list[Token], i: int, known: SpeechWords) -> Cue | None:
    """Read a phrase of saying whose verb alone says nothing: went on, put it, made clear."""
    low = words[i].low
    if low in ("let", "lets") and [w.low for w in words[i + 1 : i + 4]] == ["it", "be", "known"]:
        return Cue(i, i + 3, "say", "finite")
    lemma = known.forms.get(low, low)
    extra = particle(words, i, lemma, known) if lemma in known.phrases else 0
    return Cue(i, i + extra, lemma, "participle" if low.endswith("ing") else "finite") if extra else None


def particle(words: list[Token], i: int, lemma: str, known: SpeechWords) -> int:
    """Count the words behind a verb that belong to it, as in pointed out."""
    after = known.phrases.get(lemma, frozenset())
    return int(i + 1 < len(words) and words[i + 1].low in after)


def is_noun(words: list[Token], i: int, known: SpeechWords) -> bool:
    """A form that here is a noun: after an article, or a bare form that no plural subject or auxiliary precedes."""
    if words[i].is_capital and not words[i].low.endswith("ing") and (i == 0 or words[i - 1].is_word):
        return True  # a title, a name, or "Asked about it, ..."
    before = words[i - 1].low if i else ""
    low = words[i].low
    if low not in known.base and low.endswith("s") and before in LEADING:
        return True  # came to talks
    if low in known.base:
        return not (
            before in known.takes_base
            or (before.endswith("s") and not before.endswith(("'s", "’s")) and before not in known.determiners)
            or before == "people"
        )
    if low in known.nouns or low.removesuffix("s") in known.nouns:
        return before in known.determiners or not before or before.endswith(("’s", "'s"))
    return before in ("a", "an", "the") or (low.endswith("ing") and before in known.determiners)


LEADING: Final = frozenset((
    "to", "of", "in", "for", "from", "with", "into", "after", "before", "over", "at", "during", "between", "about", "against",
))  # fmt: skip


def according_at(words: list[Token], i: int, known: SpeechWords) -> Cue | None:
    """Read "according to" and the like at token i."""
    for phrase in known.according:
        if words[i].low == phrase[0] and tuple(w.low for w in words[i : i + len(phrase)]) == phrase:
            return Cue(i, i + len(phrase) - 1, phrase[0], "according")
    return None


def cues(words: list[Token], known: SpeechWords, beside: bool = False) -> list[Cue]:
    """List all cues of a stretch of narrative."""
    found = (according_at(words, i, known) or cue_at(words, i, known, beside) for i in range(len(words)))
    return [c for c in found if c]


def noun_cue(words: list[Token], known: SpeechWords) -> Cue | None:
    """Give the last noun of saying: in his statement: "..."."""
    for i in range(len(words) - 1, -1, -1):
        low = words[i].low
        if low in known.nouns or (low.endswith("s") and low[:-1] in known.nouns):
            return Cue(i, i, low, "noun")
    return None


def skip_adverbs_back(words: list[Token], i: int, known: SpeechWords) -> int:
    """Go left from token i over auxiliaries and adverbs; give the first that is neither, or -1."""
    while i >= 0 and (words[i].low in known.adverbs or (words[i].low.endswith("ly") and not words[i].is_capital)):
        i -= 1
    return i
