"""Read a question: which property it asks for, about whom, and which words an answer must share with it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from readout.lexicon.events import event_words
from readout.text.stem import stem
from readout.text.synonyms import synonym_sets

# The first pattern that fits names what an answer must hold; ours.
ASKED = (
    ("duration", r"how long|for how many (?:hours|minutes|days)|how many (?:hours|minutes|days|weeks|months)"),
    ("number", r"how (?:many|much)|what (?:number|share|percentage)|which number"),
    ("date", r"when|since when|(?:on |by |at )?(?:what|which) (?:day|date|month|year|time)"),
    ("place", r"where|(?:in |at )?(?:what|which) (?:city|town|country|place|building|port)"),
    ("cause", r"what (?:caused|causes|triggered|sparked|set off|led to|was the cause|is the cause)"),
    ("reason", r"why|for what reason|what (?:caused|was the (?:cause|reason))|what is the (?:cause|reason)"),
    ("office", r"who (?:is|was|are)\b(?! (?:said|blamed|accused|killed|held|to))|what (?:office|role|post|position|job)"),
    ("said", r"what (?:did|does|has|have|do|had) .{2,60}?\b(?:say|said|tell|told|claim|claimed|think|write|written|call|called)\b"),
    ("said", r"(?:what|which) (?:words|quote|quotation|statement)"),
    ("who", r"who|whom|whose|which (?:minister|president|party|group|country|countries|company|organisation|side)"),
)  # fmt: skip
WORD = re.compile(r"\w+(?:['’]s?\b)?(?:-\w+)*")
# Words of a question that its answer need not repeat: function words and words that only carry the question.
_EMPTY = (
    "a an the of in on at by for to from with about into over under between and or not no nor as than that this these those it "
    "its he she they them their his her him we you i who whom whose what which when where why how long many much did do does "
    "done is are was were be been being has have had will would can could should may might must there last take took taken "
    "place happen happened occur people person persons say said says tell told claim claimed think reason cause caused "
    "triggered sparked day "
    "date time hours minutes days weeks months city town country place number any anyone anybody anything ever since office "
    "role post position job call called words word statement report reports reported according during after before if whether "
    "each other one another hold held got get got made make both also yet so exactly"
)
EMPTY = frozenset(_EMPTY.split())


@dataclass(frozen=True, slots=True)
class Term:
    """A word an answer should share: its stem, else a synonym's, else an act of one of its types."""

    word: str
    stem: str
    alike: frozenset[str]
    types: frozenset[str]


@dataclass(frozen=True, slots=True)
class Question:
    """A question read: the property asked for (`any` where none is told), names and other words."""

    text: str
    asked: str
    names: tuple[str, ...]
    terms: tuple[Term, ...]


def read_question(text: str) -> Question:
    """Read a question."""
    folded = " ".join(text.lower().split())
    asked = next((name for name, pattern in ASKED if re.match(rf"(?:and |so |but )?(?:{pattern})\b", folded)), "any")
    asked = (
        asked if asked != "any" else next((name for name, p in ASKED[:2] if re.search(rf"\b(?:{p})\b", folded)), "any")
    )
    words = [re.sub(r"['’]s?$", "", m.group()) for m in WORD.finditer(text)]
    names = names_in(words)
    named = {w.lower() for name in names for w in name.split()}
    rest = [w for w in words if w.lower() not in EMPTY and w.lower() not in named]
    terms = tuple(dict.fromkeys(term(w.lower()) for w in rest))
    return Question(text, asked, names, terms)


def names_in(words: list[str]) -> tuple[str, ...]:
    """Give the stretches of capitalised words, the first word of the question aside where it is no name."""
    names: list[list[str]] = []
    joined = False
    for number, word in enumerate(words):
        capital = word[:1].isupper() and word.lower() not in EMPTY and (number > 0 or len(words) == 1)
        if capital and joined:
            names[-1].append(word)
        elif capital:
            names.append([word])
        joined = capital
    return tuple(dict.fromkeys(" ".join(n) for n in names))


def term(word: str) -> Term:
    """Make a term of a word: its stem and the types of act it can name by itself."""
    known = event_words()
    frames = [
        f for kind, book in (("v", known.frames.verbs), ("n", known.frames.nouns))
        for f in book.get(known.forms.get(f"{kind}:{word}", word), ()) if not f.others and not f.objects
    ]  # fmt: skip
    return Term(word, stem(word), synonyms_of(stem(word)), frozenset(f.type for f in frames))


def synonyms_of(wanted: str) -> frozenset[str]:
    """Give the single-word stems that share a set of synonyms with a stem."""
    sets = synonym_sets()
    mine = set(sets.get(wanted, ()))
    return frozenset(
        s for s, numbers in sets.items() if mine and " " not in s and s != wanted and not mine.isdisjoint(numbers)
    )
