"""Describe in named signs each one who may have spoken quoted words that neither marks nor syntax give to anybody."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from readout.text.clause_trees import Span
from readout.text.mark_grammar import Stretch
from readout.text.page_scene import PERSONAL, WORD, Scene, naming
from readout.text.pronoun_antecedents import gender_of_noun, given_names
from readout.text.reporting_sources import PASSIVE, SUBJECT
from readout.text.speaking_parties import Party, party
from readout.text.unit_reading import Said

BEFORE: Final = 5  # sentences before the quoted words in which those who may speak are looked for; ours
LONG: Final = 3  # letters beyond which a word of a title begins with a capital
FEWEST: Final = 2  # words in marks that may be somebody's, where no word says that anything was said
OBJECT: Final = frozenset(("him", "her"))
FIRST: Final = frozenset(("i", "my", "me", "i'm", "i've", "i’m", "i’ve", "i'd", "i’d", "myself"))


@dataclass(frozen=True, slots=True)
class Quoted:
    """Quoted words that wait for a speaker: where they begin and end, their sentences, and the pronoun that speaks, if any."""

    said: Said
    start: int
    end: int
    first: int
    last: int
    pronoun: str | None


@dataclass(slots=True)
class Candidate:
    """One who may speak: how the page calls them near the quoted words, and where they spoke."""

    key: str
    told: list[Party] = field(default_factory=list)  # places that tell of them, in text order
    spoke: list[Party] = field(default_factory=list)

    @property
    def near(self) -> Party:
        """The place that tells of them last."""
        return max([*self.told, *self.spoke], key=lambda p: (p.sentence, p.span))


def waiting(page: Scene, s: Said, stretches: Sequence[Stretch]) -> Quoted | None:
    """The saying as quoted words that nothing gives to anybody, or only to "he" or "she"; else null."""
    inside = [x for x in stretches if any(a <= x.start and x.end <= b for a, b in s.content)]
    if not inside or s.kind == "indirect" or s.name or s.named:
        return None
    word = page.text[slice(*s.source)].lower() if s.source else ""
    if s.source and word not in PERSONAL:
        return None
    start, end = inside[0].start, inside[-1].end
    if s.kind == "term" and len(WORD.findall(page.text[start:end])) < FEWEST:
        return None  # a word set apart
    return Quoted(s, start, end, page.sentence(start), page.sentence(end - 1), word or None)


def voices(page: Scene, made: Sequence[Said]) -> list[Party]:
    """Who speaks in each saying whose speaker is told, in text order."""
    found = []
    for s in made:
        if s.source is None or s.kind == "term":
            continue
        span = s.named[0] if s.named else s.source
        number = page.sentence(span[0])
        tree = page.tree(number)
        span = naming(tree, s) if tree and page.sentence(s.source[0]) == number else span
        spoke = of_span(page, span, number)
        if spoke:
            at = page.sentence(s.source[0])
            found.append(replace(spoke, sentence=at, paragraph=page.paragraph(at)))
    return sorted(found, key=lambda p: (p.sentence, p.span))


def of_span(page: Scene, span: Span, number: int) -> Party | None:
    """Who the words of a span are."""
    tree = page.tree(number)
    inside = [n for n, w in enumerate(tree.words) if span[0] <= w.start and w.end <= span[1]] if tree else []
    top = next((n for n in inside if tree and tree.head(n) not in inside), None)
    if tree is None or top is None:
        return None
    made = party(tree, top, max(tree.head(top), 0), number, page.paragraph(number), page.known, True)
    return page.as_known(made) if made else None


def key_of(page: Scene, p: Party) -> str:
    """What a page calls somebody by again: the last name of a person, the name or noun of a body."""
    words = WORD.findall(page.text[slice(*p.span)])
    names = [w for w in words if w[0].isupper()]
    if p.proper and p.sort == "person" and names:
        tree = page.tree(page.sentence(p.span[0]))
        inside = [w for w in (tree.words if tree else ()) if p.span[0] <= w.start < p.span[1]]
        marked = [page.text[w.start : w.end] for w in inside if w.ner.endswith("PER")]
        return (marked or names)[-1].lower()
    return " ".join(w.lower() for w in words if w.lower() not in ("the", "a", "an")) if p.proper else p.head


def persons_named(page: Scene, number: int, taken: Sequence[Party]) -> Iterator[Party]:
    """The persons that a sentence names beside its subjects, outside quoted words."""
    tree = page.tree(number)
    for n, w in enumerate(tree.words if tree else ()):
        if (
            tree is None
            or w.ner != "B-PER"
            or page.quote(w.start)
            or any(p.span[0] <= w.start < p.span[1] for p in taken)
        ):
            continue
        made = party(tree, n, max(tree.head(n), 0), number, page.paragraph(number), page.known, False)
        if made:
            yield replace(made, sort="person")


def candidates(page: Scene, q: Quoted, spoke: Sequence[Party], held: Sequence[Stretch]) -> list[Candidate]:
    """List those who act, speak or are named in the sentences around quoted words, outside quotations."""
    found: dict[str, Candidate] = {}
    for number in range(max(0, q.first - BEFORE), min(len(page.sentences), q.last + 2)):
        if number == q.first and q.pronoun in OBJECT:
            continue  # whoever is named beside "quoted him as saying" is another
        leads = [p for p in page.subjects(number) if p.sort != "other"]
        for p in (*leads, *persons_named(page, number, leads)):
            if not any(x.start <= p.span[0] < x.end for x in held):
                found.setdefault(key_of(page, p), Candidate(key_of(page, p))).told.append(p)
    for p in spoke:
        if q.first - 2 * BEFORE <= p.sentence <= q.first - (q.pronoun in OBJECT):
            found.setdefault(key_of(page, p), Candidate(key_of(page, p))).spoke.append(p)
    sorts = ("person",) if q.pronoun else ("person", "body")  # he or she is no country
    return [c for c in found.values() if c.near.sort in sorts]


def governing(page: Scene, q: Quoted) -> int:
    """Where the subject begins of the narrator's clause in which quoted words stand; -1 where they stand in none."""
    tree = page.tree(q.first)
    if tree is None:
        return -1
    at = next((n for n, w in enumerate(tree.words) if w.start >= q.start and w.upos != "PUNCT"), -1)
    for _ in tree.words:
        outside = (k for k in tree.having(at, *SUBJECT, *PASSIVE) if not q.start <= tree.words[k].start < q.end)
        subject = next(outside, None) if at >= 0 else None
        if subject is not None or at < 0:
            return tree.words[subject].start if subject is not None else -1
        at = tree.head(at)
    return -1


def signs(
    page: Scene, q: Quoted, c: Candidate, others: Sequence[Candidate], spoke: Sequence[Party]
) -> dict[str, float]:
    """Say in numbers, by name, what speaks for a candidate."""
    back, near = q.first - c.near.sentence, [o for o in others if o is not c and abs(q.first - o.near.sentence) <= 1]
    held = {
        "person": c.near.sort == "person",
        "proper": c.near.proper,
        "one_back": back == 1,
        "pronoun_one_back": q.pronoun is not None and back == 1,
        "paragraph_same": c.near.paragraph == page.paragraph(q.first),
        **of_gender(page, q, c),
        **of_place(page, q, c),
        **of_speech(page, q, c, spoke),
        **of_words(page.text[q.start : q.end], q, c),
    }
    rivals = {"rivals": float(min(6, len(others) - 1)), "rivals_near": float(min(4, len(near)))}
    return {name: float(value) for name, value in held.items()} | rivals


def of_gender(page: Scene, q: Quoted, c: Candidate) -> dict[str, bool]:
    """Signs of "he" and "she"."""
    wanted, told = PERSONAL.get(q.pronoun or ""), gender_told(page, c)
    known = wanted is not None and told is not None
    return {"gender_same": known and told == wanted, "gender_other": known and told != wanted}


def of_place(page: Scene, q: Quoted, c: Candidate) -> dict[str, bool]:
    """Signs of where the page tells of a candidate, beside their own sentence: before the words, as their subject."""
    here = [p for p in c.told if p.sentence == q.first]
    subject, lead = governing(page, q), q.first if here else q.first - 1
    governs = any(p.span[0] <= subject < p.span[1] for p in c.told)
    leaders = [p for p in page.subjects(lead) if p.sort == "person"] if lead >= 0 else []
    fragment = q.said.kind in ("term", "partial", "mixed")
    return {
        "here": bool(here),
        "before_in_sentence": any(p.span[1] <= q.start for p in here),
        "governs": governs,
        "governs_fragment": governs and fragment,
        "fragment_here": fragment and bool(here),
        "colon": bool(here) and ":" in page.text[c.near.span[1] : q.start],
        "leads_before": any(key_of(page, p) == c.key for p in leaders),
    }


def of_speech(page: Scene, q: Quoted, c: Candidate, spoke: Sequence[Party]) -> dict[str, bool]:
    """Signs of what a candidate has said so far."""
    before = [p for p in spoke if p.sentence < q.first or (p.sentence == q.first and p.span[1] <= q.start)]
    return {
        "spoke": bool(c.spoke),
        "spoke_last": bool(before) and key_of(page, before[-1]) == c.key,
        "spoke_back_one": any(p.sentence == q.first - 1 for p in c.spoke),
    }


def of_words(quoted: str, q: Quoted, c: Candidate) -> dict[str, bool]:
    """Signs of the quoted words themselves."""
    words, ends = WORD.findall(quoted), quoted[-2:].strip("”\"'’»")[-1:] in (".", ",", "?", "!")
    long = [w for w in words if len(w) > LONG]
    return {
        "whole": ends and quoted[1:2].isupper(),
        "title": bool(long) and all(w[0].isupper() for w in long),  # capitals as in the name of a film
        "bare": q.said.bare,
        "first_person": c.near.sort == "person" and any(w.lower() in FIRST for w in words),
    }


def gender_told(page: Scene, c: Candidate) -> str | None:
    """What given names or nouns tell of a candidate's gender; null where nothing does, or both."""
    found: set[str] = set()
    for p in (*c.told, *c.spoke):
        if p.sort != "person":
            continue
        at = replace(p, sentence=page.sentence(p.span[0]))
        names = given_names(page, at) if p.proper else []
        told = {g for w in names if (g := page.gender_of(w))} if p.proper else {gender_of_noun(p.head)} - {None}
        found |= {g for g in told if g}
    return found.pop() if len(found) == 1 else None
