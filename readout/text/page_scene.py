"""Lay out a page for whom later words can mean: its sentences, the nouns in them, who has acted and spoken so far."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Final

from readout.text.clause_trees import Span, Tree
from readout.text.noun_phrases import Noun, Who, noun_phrases
from readout.text.reporting import ReportingWords
from readout.text.speaking_parties import Party, parties, party
from readout.text.unit_reading import Said

NEUTER: Final = frozenset(("it", "its", "they", "their"))
PERSONAL: Final = {"he": "male", "him": "male", "his": "male", "she": "female", "her": "female", "hers": "female"}
MOUTHS: Final = frozenset((
    "spokesman", "spokeswoman", "spokesperson", "spokesmen", "spokespeople", "statement", "readout", "report", "release",
    "letter", "website", "communique", "communiqué", "press", "announcement", "summary", "bulletin", "notice", "post",
    "tweet", "filing", "account", "notification", "office",
))  # fmt: skip
COMPANY: Final = frozenset((
    "company", "firm", "group", "line", "chain", "lender", "carmaker", "developer", "insurer", "brewer", "supplier", "utility",
    "operator", "manufacturer", "owner", "business", "maker", "carrier", "airline", "retailer",
))  # fmt: skip
TEXTS: Final = frozenset((
    "statement", "readout", "report", "release", "letter", "communique", "communiqué", "announcement", "summary", "bulletin",
    "notice", "post", "tweet", "filing", "notification", "document", "text", "indictment", "memo", "memorandum", "paper", "note",
    "message", "decision", "ruling", "judgment", "verdict", "complaint", "lawsuit", "study", "survey", "declaration", "resolution",
    "petition", "email", "e-mail", "leaflet", "review", "findings", "audit", "article", "editorial", "order", "circular",
))  # fmt: skip
ANY_TEXT: Final = frozenset(("document", "text", "paper"))  # words for any of them that was told of before
DETERMINERS: Final = frozenset((
    "the", "a", "an", "this", "that", "one", "another", "its", "their", "his", "her", "our", "same", "said",
))  # fmt: skip
BACK: Final = 2  # sentences back in which a pronoun for a body finds it, in the same paragraph or at the end of the one before
FAR: Final = 3  # paragraphs back in which "the company" finds a company that is named only
LONG: Final = 12  # words of a noun phrase that holds more than a name and its description
WORD: Final = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
NAME: Final = r"(?:[A-Z][\w&.’'-]*)(?:\s+(?:(?:of|for|and|the|de|&)\s+)?[A-Z&\d][\w&.’'-]*)*"
EPITHET: Final = re.compile(r"^[Tt]he\b.*(?:\b(?:mother|father|mum|mom|dad)-of-|-year-old\b)")
NameOf = Callable[[Span], str | None]


@dataclass
class Scene:
    """The sentences of a page with whom and what they name, and who has spoken so far; local to who asks."""

    text: str
    sentences: Sequence[tuple[int, int, int]]  # start, end and paragraph of each
    trees: Mapping[int, Tree]  # by where their sentence starts
    known: ReportingWords
    gender_of: Callable[[str], str | None]
    quoted: Sequence[Span] = ()  # of quotations, in text order
    named: Who | None = None  # who words name, where that is known; else what the reader of names takes them for
    spoke: list[Party] = field(default_factory=list)
    acting: dict[int, list[Party]] = field(default_factory=dict)
    made: dict[int, list[Noun]] = field(default_factory=dict)

    @cached_property
    def places(self) -> frozenset[str]:
        """Words that the page names as a place or body more often than as a person."""
        count: Counter[str] = Counter()
        for tree in self.trees.values():
            for w in tree.words:
                if w.ner != "O":
                    count[self.text[w.start : w.end]] += -1 if w.ner.endswith("PER") else 1
        return frozenset(word for word, more in count.items() if more > 0)

    def is_place(self, p: Party) -> bool:
        """A party of one word that the page mostly names as a place or body, whatever it was read as here."""
        return self.text[slice(*p.span)] in self.places

    def sentence(self, at: int) -> int:
        """Number the sentence in which a place of the page lies."""
        return bisect_right(self.sentences, at, key=lambda s: s[0]) - 1

    def paragraph(self, number: int) -> int:
        return self.sentences[number][2]

    def tree(self, number: int) -> Tree | None:
        return self.trees.get(self.sentences[number][0]) if 0 <= number < len(self.sentences) else None

    def quote(self, at: int) -> Span | None:
        """Give the quotation in which a place lies."""
        before = bisect_right(self.quoted, (at, len(self.text) + 1)) - 1
        return self.quoted[before] if before >= 0 and at < self.quoted[before][1] else None

    def who(self, span: Span) -> tuple[str, str] | None:
        """Say whom words name: an id and a type."""
        return self.named(span) if self.named else by_name(self.text, self.tree(self.sentence(span[0])), span)

    def nouns(self, number: int) -> list[Noun]:
        """List the noun phrases of a sentence in text order, those joined by "and" also as one."""
        if number not in self.made:
            tree = self.tree(number)
            found = noun_phrases(tree, number, self.who) if tree else ()
            self.made[number] = sorted(found, key=lambda n: (n.span, n.word))
        return self.made[number]

    def party(self, span: Span) -> Party | None:
        """Describe the noun phrase in a span as somebody who can act or speak."""
        number = self.sentence(span[0])
        tree = self.tree(number)
        noun = next((n for n in self.nouns(number) if n.span == span), None)
        if tree is None or noun is None:
            return None
        return party(tree, noun.word, max(tree.head(noun.word), 0), number, self.paragraph(number), self.known, False)

    def subjects(self, number: int) -> list[Party]:
        """The subjects of the main clauses of a sentence."""
        if number not in self.acting:
            tree = self.tree(number)
            found = parties(tree, number, self.paragraph(number), self.known) if tree else []
            self.acting[number] = [self.as_known(p) for p in found]
        return self.acting[number]

    @cached_property
    def surnames(self) -> frozenset[str]:
        """The last words of the full names of persons on the page, but for those that mostly name a place or body."""
        return frozenset(self.text[slice(*p)].split()[-1] for p in full_names(self.text, self.trees)) - self.places

    def as_known(self, p: Party) -> Party:
        """A party of one capitalised word is the person whom the page names in full elsewhere, whatever it was read as here."""
        words = self.text[slice(*p.span)]
        return replace(p, sort="person") if p.proper and p.sort != "person" and words in self.surnames else p

    def is_quoted(self, number: int) -> bool:
        """A sentence is nothing but quoted words: its first and its last word are."""
        tree = self.tree(number)
        words = [w for w in tree.words if w.upos != "PUNCT"] if tree else []
        return bool(words) and self.quote(words[0].start) is not None and self.quote(words[-1].start) is not None

    def called(self, number: int, noun: str) -> list[Party]:
        """Whatever a sentence calls by a noun, subject or not."""
        tree = self.tree(number)
        found = [n for n, low in enumerate(tree.lows) if low == noun and tree.upos(n) in ("NOUN", "PROPN")] if tree else []
        made = (
            party(tree, n, max(tree.head(n), 0), number, self.paragraph(number), self.known, False)
            for n in found if tree
        )  # fmt: skip
        return [p for p in made if p]

    def leaders(self, number: int) -> list[Party]:
        """Who speaks in a sentence, else who acts in it; the first one leads."""
        spoke = [p for p in self.spoke if p.sentence == number]
        acting = [p for p in self.subjects(number) if self.quote(p.span[0]) is None]
        return sorted(spoke, key=lambda p: p.aside) or acting


TYPES: Final = {"PER": "person", "ORG": "organisation", "LOC": "country", "GPE": "country"}


def by_name(text: str, tree: Tree | None, span: Span) -> tuple[str, str] | None:
    """Say what the words of a span are by the reader of names alone, which the word that heads them tells."""
    inside = [i for i, w in enumerate(tree.words) if span[0] <= w.start and w.end <= span[1]] if tree else []
    top = next((i for i in inside if tree and tree.head(i) not in inside), None)
    kind = TYPES.get(tree.words[top].ner[2:]) if tree and top is not None else None
    return (text[slice(*span)], kind) if kind else None


def full_names(text: str, trees: Mapping[int, Tree]) -> Iterator[Span]:
    """The names of persons in two words or more."""
    for start in sorted(trees):
        first = end = -1
        for w in (*trees[start].words, None):
            if w is not None and w.ner == "I-PER" and first >= 0:
                end = w.end
                continue
            if first >= 0 and " " in text[first:end]:
                yield first, end
            first, end = (w.start, w.end) if w is not None and w.ner == "B-PER" else (-1, -1)


def spoken(page: Scene, s: Said, meant: Party | None) -> list[Party]:
    """Who spoke, as a party that later words can mean."""
    assert s.source is not None  # told by the caller
    number = page.sentence(s.source[0])
    if meant:
        mouth = meant.sort == "body" and any(w.lower().startswith("spokes") for w in WORD.findall(page.text[slice(*s.source)]))
        return [replace(meant, sentence=number, paragraph=page.paragraph(number), said=True, mouth=mouth)]
    tree = page.tree(number)
    span = naming(tree, s) if tree else s.source
    if s.act == "ask" and s.occasion.addressee and page.text[slice(*s.source)].lower() in ("i", "we"):
        span = s.occasion.addressee  # who is asked by the reporter goes on to speak
    inside = [n for n, w in enumerate(tree.words) if span[0] <= w.start and w.end <= span[1]] if tree else []
    top = next((n for n in inside if tree and tree.head(n) not in inside), None)
    if tree is None or top is None:
        return []
    made = party(tree, top, max(tree.head(top), 0), number, page.paragraph(number), page.known, True)
    inner = s.source[0] <= span[0] and span[1] <= s.source[1]
    described = made is not None and (made.sort == "body" or (made.sort == "person" and not made.proper))
    whole = inner and described and len(inside) < LONG
    aside = s.frame.startswith(("claim ", "promise "))
    if made is None:
        return []
    cited = s.frame == "according to"
    made = page.as_known(made)
    return [replace(made, span=s.source if whole else span, quoted=s.kind == "direct", aside=aside, cited=cited)]


def naming(tree: Tree, s: Said) -> Span:
    """Of the words that name who spoke, those with a person's name, else the first."""
    assert s.source is not None  # told by the caller
    with_name = (x for x in s.named if any(x[0] <= w.start < x[1] and w.ner.endswith("PER") for w in tree.words))
    return next(with_name, (s.named or (s.source,))[0])
