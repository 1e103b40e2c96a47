"""Find whom a page means by "it", "the company", "its spokesman" or "a ministry statement" where it says who spoke."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from readout.text.clause_trees import Span, Tree
from readout.text.reporting import ReportingWords
from readout.text.speaking_parties import BODY, Party, parties, party, persons_acting
from readout.text.unit_reading import Said

NEUTER: Final = frozenset(("it", "its", "they", "their"))
PERSONAL: Final = {"he": "male", "him": "male", "his": "male", "she": "female", "her": "female"}
MOUTHS: Final = frozenset((
    "spokesman", "spokeswoman", "spokesperson", "spokesmen", "spokespeople", "statement", "readout", "report", "release",
    "letter", "website", "communique", "communiqué", "press", "announcement", "summary", "bulletin", "notice", "post",
    "tweet", "filing", "account", "notification", "office",
))  # fmt: skip
COMPANY: Final = frozenset((
    "company", "firm", "group", "operator", "manufacturer", "owner", "business", "maker", "carrier", "airline", "retailer",
))  # fmt: skip
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
class Page:
    """What a page has told so far of who acts and speaks; local to `with_antecedents`."""

    text: str
    starts: Sequence[int]  # of its sentences
    paragraphs: Sequence[int]  # the paragraph of each sentence
    trees: Mapping[int, Tree]
    known: ReportingWords
    gender_of: Callable[[str], str | None]
    spoke: list[Party] = field(default_factory=list)
    acting: dict[int, list[Party]] = field(default_factory=dict)

    def sentence(self, at: int) -> int:
        return bisect_right(self.starts, at) - 1

    def subjects(self, number: int) -> list[Party]:
        """The subjects of the main clauses of a sentence."""
        if number not in self.acting:
            tree = self.trees.get(self.starts[number])
            self.acting[number] = parties(tree, number, self.paragraphs[number], self.known) if tree else []
        return self.acting[number]

    def called(self, number: int, noun: str) -> list[Party]:
        """Whatever a sentence calls by a noun, subject or not."""
        tree = self.trees.get(self.starts[number])
        found = [n for n, low in enumerate(tree.lows) if low == noun and tree.upos(n) in ("NOUN", "PROPN")] if tree else []
        made = (
            party(tree, n, max(tree.head(n), 0), number, self.paragraphs[number], self.known, False)
            for n in found if tree
        )  # fmt: skip
        return [p for p in made if p]

    def leaders(self, number: int) -> list[Party]:
        """Who speaks in a sentence, else who acts in it; the first one leads."""
        return [p for p in self.spoke if p.sentence == number] or self.subjects(number)


def with_antecedents(
    text: str, made: Sequence[Said], sentences: Sequence[tuple[int, int]], trees: Mapping[int, Tree], known: ReportingWords,
    name_of: NameOf, gender_of: Callable[[str], str | None],
) -> list[Said]:  # fmt: skip
    """Name the words before that say who is meant, where the words beside the cue do not; `named` holds their span.

    `sentences` lists start and paragraph of each sentence. What they do not settle stays as it is.
    Cost: linear, with a look back for each.
    """
    page = Page(text, [a for a, _ in sentences], [p for _, p in sentences], trees, known, gender_of)
    found: dict[int, Said] = {}
    order = sorted(range(len(made)), key=lambda i: (made[i].source or made[i].content[0], i))
    for i in order:
        s = made[i]
        if s.source is None or s.kind == "term" or not page.starts:
            continue
        meant = None if s.name else antecedent(page, s.source, s.content)
        if meant:
            words = " ".join(text[slice(*meant.span)].split())
            why = f"{s.because}; {text[slice(*s.source)]!r} stands for {words!r} before"
            name = name_of(meant.span) if meant.proper else None
            found[i] = replace(s, named=(meant.span,), name=name, because=why)
        page.spoke += spoken(page, s, meant)
    return [found.get(i, s) for i, s in enumerate(made)]


def spoken(page: Page, s: Said, meant: Party | None) -> list[Party]:
    """Who spoke, as a party that later words can mean."""
    assert s.source is not None  # told by the caller
    number = page.sentence(s.source[0])
    if meant:
        return [replace(meant, sentence=number, paragraph=page.paragraphs[number], said=True)]
    tree = page.trees.get(page.starts[number])
    span = naming(tree, s) if tree else s.source
    if s.act == "ask" and s.occasion.addressee and page.text[slice(*s.source)].lower() in ("i", "we"):
        span = s.occasion.addressee  # who is asked by the reporter goes on to speak
    inside = [n for n, w in enumerate(tree.words) if span[0] <= w.start and w.end <= span[1]] if tree else []
    top = next((n for n in inside if tree and tree.head(n) not in inside), None)
    if tree is None or top is None:
        return []
    made = party(tree, top, max(tree.head(top), 0), number, page.paragraphs[number], page.known, True)
    inner = s.source[0] <= span[0] and span[1] <= s.source[1]
    whole = inner and made is not None and made.sort == "body" and len(inside) < LONG
    return [replace(made, span=s.source if whole else span, quoted=s.kind == "direct")] if made else []


def naming(tree: Tree, s: Said) -> Span:
    """Of the words that name who spoke, those with a person's name, else the first."""
    assert s.source is not None  # told by the caller
    with_name = (x for x in s.named if any(x[0] <= w.start < x[1] and w.ner.endswith("PER") for w in tree.words))
    return next(with_name, (s.named or (s.source,))[0])


# --- whom words mean ----------------------------------------------------------------------------------------------------


def antecedent(page: Page, source: Span, content: Sequence[Span]) -> Party | None:
    """Whom the words of a source mean, by what stands before them."""
    words = WORD.findall(page.text[slice(*source)])
    lows = [w.lower() for w in words]
    if not lows:
        return None
    if len(lows) == 1 and lows[0] in NEUTER:
        return fully(page, body_before(page, source[0]))
    if len(lows) == 1 and lows[0] in PERSONAL:
        return person_before(page, source[0], lows[0], content)
    return described(page, source, words, lows)


def body_before(page: Page, at: int) -> Party | None:
    """The body that "it" means: who spoke or acted in this sentence, or shortly before it."""
    here = page.sentence(at)
    own = [p for p in page.subjects(here) if p.sort == "body" and p.span[1] <= at]
    own = [p for p in own if page.text[slice(*p.span)].split()[0].lower() not in NEUTER]
    if own:
        return own[-1]
    for number in range(here - 1, max(-1, here - 1 - BACK), -1):
        apart = page.paragraphs[here] - page.paragraphs[number]
        if apart > 1:
            return None
        bodies = [p for p in page.leaders(number) if p.sort == "body"]
        if bodies:
            return bodies[0]
        if apart or any(p.sort == "other" and p.proper for p in page.subjects(number)):
            return None
    return None


def fully(page: Page, found: Party | None) -> Party | None:
    """The words that say more of a body found: of "the group", those that name the group."""
    words = [w.lower() for w in WORD.findall(page.text[slice(*found.span)])] if found else []
    bare = found and [w for w in words if w not in DETERMINERS] == [found.head]
    return (same_noun(page, found.head, found.span[0]) or found) if found and bare else found


def person_before(page: Page, at: int, pronoun: str | None, content: Sequence[Span]) -> Party | None:
    """Who led the sentence before, where "he" or "she" can mean them: by name, or described and named nowhere.

    One, a nurse, said S. "T," she said.
    """
    here = page.sentence(at)
    own = [p for p in page.subjects(here) if p.sort == "person" and p.span[1] <= at]
    if any(not (a <= p.span[0] < b) for p in own for a, b in content):
        return None  # somebody leads this sentence
    for number in range(here - 1, max(-1, here - 1 - BACK), -1):
        apart = page.paragraphs[here] - page.paragraphs[number]
        leaders = page.leaders(number) if apart <= 1 else []
        first = next((p for p in leaders if p.sort == "person"), None)
        if first is None:
            if any(p.proper for p in leaders):
                return None  # perhaps somebody whom nothing tells to be a person
            continue
        if not first.proper:
            return first if number == here - 1 and not apart and is_someone(page, first) else None
        tree = page.trees.get(page.starts[number])
        if first.quoted and len({p.span for p in leaders if p.sort == "person"}) == 1:
            return first if may_be(page, first, pronoun) else None  # who is quoted there goes on
        alone = tree is not None and persons_acting(tree, first.span, page.known) <= 1 and (first.said or number == here - 1)
        return first if alone and may_be(page, first, pronoun) else None
    return None


def is_someone(page: Page, p: Party) -> bool:
    """One whom the page describes and does not know: a nurse; another."""
    first = WORD.findall(page.text[slice(*p.span)])[0].lower()
    return first in ("a", "an", "one", "another") and not p.head.endswith("s")


def may_be(page: Page, p: Party, pronoun: str | None) -> bool:
    """Nothing that is known of given names speaks against he or she."""
    if pronoun is None:
        return True
    genders = {g for w in WORD.findall(page.text[slice(*p.span)]) if w[0].isupper() and (g := page.gender_of(w))}
    return genders <= {PERSONAL[pronoun]}


def described(page: Page, source: Span, words: Sequence[str], lows: Sequence[str]) -> Party | None:
    """Whom "the company", "a ministry statement", "its spokesman" mean."""
    plain = [w for w, low in zip(words, lows, strict=True) if low not in DETERMINERS]
    if EPITHET.search(page.text[slice(*source)].split(",")[0]):
        return person_before(page, source[0], None, ())
    if any(w[0].isupper() for w in plain[1:]) or any(w[0].isupper() and w.lower() not in BODY | MOUTHS for w in plain):
        return None
    own = next((low for low in lows if low in NEUTER), None)
    heads = [w.lower() for w in plain]
    if own and heads and heads[-1] in MOUTHS:
        return fully(page, body_before(page, source[0]))
    if heads and heads[-1] in MOUTHS and lows[0] in ("the", "this", "a", "an"):
        heads = heads[:-1]
        if not heads:
            return last_body(page, source[0]) if lows[0] in ("the", "this") else None
    if not heads or heads[-1] not in BODY or len(heads) > 1 or own:
        return None
    return same_noun(page, heads[0], source[0])


def last_body(page: Page, at: int) -> Party | None:
    """The body that spoke last, in this paragraph or the one before: the statement, the report."""
    here = page.paragraphs[page.sentence(at)]
    spoke = [p for p in page.spoke if here - p.paragraph <= 1 and p.span[1] <= at]
    return spoke[-1] if spoke and spoke[-1].sort == "body" else None


def same_noun(page: Page, noun: str, at: int) -> Party | None:
    """The body that a page has described by this noun before, and more fully: the union, of the dockers' union."""
    here = page.sentence(at)
    earlier = [p for n in range(here) for p in (*page.subjects(n), *page.called(n, noun))] + page.spoke
    beside = named_beside(page, noun, at)
    if beside:
        return beside
    called = [p for p in earlier if p.span[1] <= at and p.sort == "body" and p.head == noun]
    fuller = [p for p in called if is_fuller(page.text[slice(*p.span)], noun)]
    if fuller:
        return max(fuller, key=lambda p: p.span)
    if noun in COMPANY:
        near = [p for p in earlier if p.sort == "body" and p.proper and p.span[1] <= at]
        near = [p for p in near if page.paragraphs[here] - p.paragraph < FAR]
        if len({page.text[slice(*p.span)] for p in near}) == 1:
            return near[-1]
    return None


def is_fuller(words: str, noun: str) -> bool:
    """The words end with the noun, or have it before a preposition, and say more than the noun alone."""
    found = [w.lower() for w in WORD.findall(words)]
    plain = [w for w in found if w not in DETERMINERS]
    return noun in plain and len(plain) > 1


def named_beside(page: Page, noun: str, at: int) -> Party | None:
    """A name that the noun stands beside before: the aid group Bridge of Hands; Nordwerk, the company."""
    before = page.text[:at]
    patterns = (
        rf"\b{noun}\s+(?P<name>{NAME})",
        rf"(?P<name>{NAME}),\s+(?:the|a|an|its|their)\s+(?:[\w’'-]+\s+){{0,4}}{noun}\b",
        rf"\b[Tt]he\s+{noun}\s+(?:that|which|whose)\s[^.;]{{3,80}},\s+(?P<name>{NAME}),",
    )
    hits = [m for p in patterns for m in re.finditer(p, before)]
    if not hits:
        return None
    last = max(hits, key=lambda m: m.start("name"))
    number = page.sentence(last.start("name"))
    return Party(last.span("name"), noun, "body", number, page.paragraphs[number], True, False)


