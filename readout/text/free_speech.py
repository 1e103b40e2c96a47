"""Find what goes on to be said in sentences without words of saying, and quoted words by whoever the sentence before is about."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from readout.text.clause_trees import Span, Tree
from readout.text.mark_grammar import Stretch
from readout.text.reporting import ReportingWords
from readout.text.reporting_sources import PASSIVE, SUBJECT
from readout.text.speaking_parties import Party, parties, persons_acting
from readout.text.unit_reading import Said
from readout.text.units import is_title

GUESSED: Final = 0.6  # how surely somebody goes on speaking though no word says so; ours, far below what may be published
SHIFTED: Final = frozenset(("had", "would", "could", "might", "must", "should"))  # the past of what somebody said then
BE: Final = frozenset(("is", "are", "was", "were", "be", "been"))
CHAIN: Final = 2  # sentences in a row in which somebody goes on without a word of saying


@dataclass(frozen=True, slots=True)
class Page:
    """The sentences of a page with their paragraphs and syntax, its quoted stretches, and what is known of saying."""

    text: str
    sentences: Sequence[Span]
    paragraphs: Sequence[int]  # the paragraph of each sentence
    trees: Mapping[int, Tree]
    stretches: Sequence[Stretch]
    known: ReportingWords
    name_of: Callable[[Span], str | None]
    surnames: frozenset[str]  # the last words of the names of persons

    def number(self, at: int) -> int:
        """The sentence that holds a place."""
        return bisect_right([a for a, _ in self.sentences], at) - 1

    def tree(self, number: int) -> Tree | None:
        return self.trees.get(self.sentences[number][0])


def going_on(page: Page, made: Sequence[Said]) -> list[Said]:
    """Give quoted words that nothing says who spoke to whoever speaks, or alone acts, in the sentence before.

    Makes: a part of a sentence in marks, behind a saying in the same paragraph, is the speaker's where its sentence stands in
    the past of what was said or judges with a form of "be"; whole quoted sentences behind one about a single person are theirs.
    Cost: linear. Method: ours.
    """
    made = [summed_up(page, s) for s in made]
    of_sentence: dict[int, list[int]] = {}
    for i, s in enumerate(made):
        of_sentence.setdefault(page.number(s.content[0][0] if s.cue is None else s.cue[0]), []).append(i)
    found = list(made)
    gone: set[int] = set()
    last: Said | None = None
    steps = 0
    for n in range(len(page.sentences)):
        if n == 0 or page.paragraphs[n] != page.paragraphs[n - 1]:
            last = None
        here = [found[i] for i in of_sentence.get(n, ())]
        spoke = [s for s in here if s.source and s.cue and not s.frame.startswith(("claim ", "promise "))]
        if spoke:
            last, steps = spoke[-1], 0
            continue
        nearer = acting(page, n - 1) if steps or last is None else None
        last = None if nearer else last
        leader = last or nearer
        if leader is None or any(s.cue for s in here):
            last = None
            continue
        if last and not steps and not here and (free := said_on(page, n, last)):
            found.append(free)
        for i in of_sentence.get(n, ()):
            carried = with_speaker(page, n, found[i], leader, last is not None, steps)
            if carried and carried.content in {found[k].content for k in of_sentence[n] if k != i}:
                gone.add(i)
            elif carried:
                found[i] = carried
        steps += 1
        last = last if steps < CHAIN and not another_leads(page, n) else None
    return [s for i, s in enumerate(found) if i not in gone]


def summed_up(page: Page, s: Said) -> Said:
    """Give quoted words alone to who leads the sentence right behind, where that points back to them: Poe thus summed up."""
    n = page.number(s.content[-1][1] - 1) + 1
    if not s.bare or s.cue or s.kind != "direct" or n >= len(page.sentences) or page.paragraphs[n] != page.paragraphs[n - 1]:
        return s
    start, end = page.sentences[n]
    tree = page.tree(n)
    if tree is None or not THUS.search(page.text, start, end) or any(start <= x.start < end for x in page.stretches):
        return s
    found = [p for p in parties(tree, n, page.paragraphs[n], page.known) if p.sort == "person"]
    if len(found) != 1:
        return s
    by = led(page, found[0])
    why = f"{BARE}; the sentence behind them says that the one named spoke so"
    return replace(s, source=by.source, name=by.name, named=(), score=GUESSED, because=why)


BARE: Final = "quoted words alone, no cue beside them"
# What points back to words quoted before, in translations above all: with these words Poe has closed the meeting.
THUS: Final = re.compile(
    r"\b(?:[Tt]hus|[Ss]o|[Ii]n this way)\s+(?:\w+\s+){0,2}?"
    r"(?:summ\w+|spoke|spoken|put|described|commented|concluded|answered|replied|reacted|explained|expressed|defined|judged)\b"
    r"|\b(?:[Ww]ith|[Ii]n|[Bb]y) (?:these|those) words\b"
)


def said_on(page: Page, n: int, leader: Said) -> Said | None:
    """A sentence without words of saying right behind what somebody said, ahead of what was said then: The port would open."""
    tree = page.tree(n)
    if tree is None or leader.kind == "direct" or any(tree.lows[k] in ("“", '"', "«", ":") for k in range(len(tree.words))):
        return None
    roots = [i for i in range(len(tree.words)) if tree.head(i) < 0]
    ahead = any(tree.lows[a] == "would" for r in roots for a in tree.having(r, "aux"))
    past = any(tree.lows[a] in ("have", "had") for r in roots for a in tree.having(r, "aux"))
    led_in = tree.lows[0] in ("if", "had", "were", "that", "it", "this") or another_leads(page, n)
    if not ahead or past or led_in or len(tree.words) < SHORTEST:
        return None
    why = "no word of saying, but the sentence before says that the one named spoke, and this tells what was to come then"
    return Said(
        "indirect", tree.spans(range(len(tree.words))), None, leader.source, leader.name, None, why, page.paragraphs[n], -1, (),
        named=leader.named, score=GUESSED,
    )  # fmt: skip


SHORTEST: Final = 5  # words of a sentence that is taken for speech without a word of saying; ours


def another_leads(page: Page, n: int) -> bool:
    """A person, or somebody named, leads sentence n, so that what follows may be theirs."""
    tree = page.tree(n)
    found = parties(tree, n, page.paragraphs[n], page.known) if tree else []
    return any(p.sort == "person" or (p.proper and p.sort == "body") for p in found)


def with_speaker(page: Page, n: int, s: Said, leader: Said, spoke: bool, steps: int) -> Said | None:
    """The words of sentence n as the leader's, where there is evidence; else null. `steps` counts sentences since they spoke."""
    why = "the sentence before says that the one named spoke" if spoke else "the sentence before is about the one named alone"
    if s.source or s.cue:
        return None
    told = {"source": leader.source, "name": leader.name, "named": leader.named, "score": GUESSED}
    if s.kind == "direct" and s.bare and (not spoke or steps):
        return replace(s, **told, because=f"{s.because}; {why}")  # type: ignore[arg-type]  # a mapping of known fields
    if s.kind not in ("term", "partial") or any(is_title(page.text, x) for x in inside(page, s)):
        return None
    tree = page.tree(n)
    if tree is None or not (is_shifted(tree) or (spoke and judges(page, tree, s))):
        return None
    content = tree.spans(range(len(tree.words)))
    because = f"no word of saying, but {why}, and this goes on in the past of what was said or judges"
    return replace(s, **told, kind="mixed", content=content, because=because)  # type: ignore[arg-type]  # as above


def inside(page: Page, s: Said) -> list[Stretch]:
    """The stretches of a content."""
    return [x for x in page.stretches if any(a <= x.start and x.end <= b for a, b in s.content)]


def is_shifted(tree: Tree) -> bool:
    """The main verb stands in the past of what was said then: had come, would not be, could have."""
    roots = [i for i in range(len(tree.words)) if tree.head(i) < 0]
    return any(tree.lows[a] in SHIFTED for r in roots for a in tree.having(r, "aux"))


def judges(page: Page, tree: Tree, s: Said) -> bool:
    """The quoted words are what something is said to be: the inspection was "a farce"; not how somebody felt."""
    roots = [i for i in range(len(tree.words)) if tree.head(i) < 0]
    for r in roots:
        held = any(x.start <= tree.words[r].start < x.end for x in inside(page, s))
        if not held or not any(tree.lows[c] in BE for c in tree.having(r, "cop")):
            continue
        subject = tree.one(r, *SUBJECT, *PASSIVE)
        person = subject is not None and tree.words[subject].ner.endswith("PER")
        return tree.upos(r) == "NOUN" or not person
    return False


def acting(page: Page, n: int) -> Said | None:
    """Who alone acts in sentence n, which holds no quoted words, written as one who leads what follows."""
    tree = page.tree(n) if n >= 0 else None
    if tree is None or any(page.sentences[n][0] <= x.start < page.sentences[n][1] for x in page.stretches):
        return None
    found = parties(tree, n, page.paragraphs[n], page.known)
    if len(found) != 1 or not found[0].proper:
        return None
    if found[0].sort != "person" and page.text[slice(*found[0].span)] not in page.surnames:
        return None
    start, end = found[0].span
    others = any(w.ner.endswith("PER") and not start <= w.start < end for w in tree.words)
    return None if others or persons_acting(tree, found[0].span, page.known) > 1 else led(page, found[0])


def led(page: Page, p: Party) -> Said:
    """A party as the source of what follows."""
    return Said("indirect", (p.span,), None, p.span, page.name_of(p.span), None, "", p.paragraph, -1, ())
