"""Read the noun phrases of a sentence, so that later words can mean them: with number, sort and part in the clause."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from readout.text.clause_trees import Span, Tree
from readout.text.collectives import PEOPLE
from readout.text.event_lists import listed
from readout.text.people_nouns import are_people
from readout.text.speaking_parties import BODY

Sort = Literal["person", "people", "body", "country", "place", "thing", "pronoun"]
SUBJECTS: Final = ("nsubj", "nsubj:pass", "csubj")
PLURALS: Final = listed("they them their theirs themselves")
SINGULARS: Final = listed("it its itself")
PERSONS: Final = {"he": "m", "him": "m", "his": "m", "she": "f", "her": "f", "hers": "f"}
DAYS: Final = listed(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october "
    "november december christmas easter"
)
BOTH: Final = listed("both two")
ACTING: Final = frozenset(("person", "people", "body", "country"))
OUTSIDE: Final = ("acl", "appos", "parataxis", "conj", "cc", "advcl", "punct", "dep", "discourse", "orphan")
PLACED: Final = (
    "nsubj",
    "obj",
    "iobj",
    "obl",
    "nmod",
    "conj",
    "root",
    "parataxis",
    "xcomp",
    "ccomp",
    "advcl",
    "dislocated",
)
UNCOUNTED: Final = listed(
    "people men women children police staff clergy crew personnel troops youths families couples both"
)


@dataclass(frozen=True, slots=True)
class Noun:
    """A noun phrase: its words, the sentence and word of its head, what it is, whether it is several, and its part."""

    span: Span
    sentence: int
    word: int
    lemma: str
    sort: Sort
    several: bool
    subject: bool
    main: bool
    verb: int
    key: str
    parts: tuple[Span, ...] = ()


# What an entity is: its id and type; null where words name nobody known.
Who = Callable[[Span], tuple[str, str] | None]


def noun_phrases(tree: Tree, number: int, who: Who) -> Iterator[Noun]:
    """Make the noun phrases of a sentence, those joined by "and" also as one."""
    for i in range(len(tree.words)):
        if tree.rel(i).split(":")[0] not in PLACED or tree.upos(i) not in ("NOUN", "PROPN", "NUM", "PRON", "ADJ"):
            continue
        if tree.upos(i) in ("ADJ", "NUM") and tree.rel(i).split(":")[0] not in ("nsubj", "obj", "iobj"):
            continue
        if tree.rel(i) == "nmod:poss" and tree.upos(i) == tree.upos(tree.head(i)) == "PROPN" and are_people(tree.lows[i]):
            continue  # part of a name: the Rowers' League
        one = noun_phrase(tree, i, number, who)
        yield one
        joined = [noun_phrase(tree, k, number, who) for k in tree.having(i, "conj") if tree.upos(k) in ("NOUN", "PROPN")]
        if joined and tree.rel(i) != "conj" and all(j.sort in ACTING for j in (one, *joined)):
            yield whole(one, joined)


def noun_phrase(tree: Tree, i: int, number: int, who: Who) -> Noun:
    """Describe the noun phrase of one word."""
    span = phrase(tree, i)
    top = joined_to(tree, i)
    rel = tree.rel(top)
    verb = tree.head(top)
    sort, key = sort_of(tree, i, span, who)
    main = verb < 0 or tree.head(verb) < 0 or tree.rel(verb).split(":")[0] in ("conj", "parataxis")
    return Noun(
        span, number, i, tree.lemma(i), sort, is_several(tree, i), rel in SUBJECTS, main, verb, key, (span,)
    )


def sort_of(tree: Tree, i: int, span: Span, who: Who) -> tuple[Sort, str]:
    """Say what a noun phrase is, and a key by which two that mean one are told: of an entity its id."""
    low, lemma = tree.lows[i], tree.lemma(i)
    if tree.upos(i) == "PRON" and low not in BOTH:
        return "pronoun", low
    if tree.upos(i) == "NUM" or low in BOTH:
        return "pronoun", "those"
    entity = who(span)
    if entity:
        return SORT_OF.get(entity[1], "body"), entity[0]
    if tree.words[i].ner.endswith("PER") and not begins_with_people(tree, i):
        return "person", " ".join(tree.lows[k] for k in tree.subtree(i))
    if low in PEOPLE or (is_several(tree, i) and are_people(low)):
        return "people", lemma
    if low in BODY or lemma in BODY:
        return "body", lemma
    if tree.upos(i) == "PROPN":
        return ("thing" if low in DAYS else "body"), low
    return ("person" if are_people(f"{lemma}s") and not is_several(tree, i) else "thing"), lemma


SORT_OF: Final[Mapping[str, Sort]] = {
    "person": "person", "country": "country", "government": "body", "organisation": "body", "group": "people", "place": "place",
}  # fmt: skip


def whole(one: Noun, joined: Sequence[Noun]) -> Noun:
    """Make one noun phrase of several joined by "and"."""
    parts = tuple(n.span for n in (one, *joined))
    sort: Sort = "people" if one.sort == "person" else one.sort
    key = " ".join(n.key for n in (one, *joined))
    return Noun((one.span[0], joined[-1].span[1]), one.sentence, one.word, one.lemma, sort, True, one.subject, one.main,
                one.verb, key, parts)  # fmt: skip


def joined_to(tree: Tree, i: int) -> int:
    """Give the first of those to which a word is joined by "and"."""
    for _ in range(len(tree.words)):
        if tree.rel(i) != "conj" or tree.head(i) < 0:
            break
        i = tree.head(i)
    return i


def phrase(tree: Tree, i: int) -> Span:
    """Give the words of a noun phrase without its clauses, appositions and what is joined to it."""
    out = [k for n in tree.subtree(i) for k in tree.kids[n] if tree.rel(k).split(":")[0] in OUTSIDE]
    kept = [n for n in tree.subtree(i, ()) if not any(tree.within(n, k) for k in out)]
    kept = [n for n in kept if tree.rel(n) != "case" or tree.head(n) != i]
    run = [n for n in kept if n <= i] + [n for n in kept if n > i]
    return tree.words[min(run)].start, tree.words[max(run)].end


def is_several(tree: Tree, i: int) -> bool:
    """Tell whether a noun or number stands for several."""
    low = tree.lows[i]
    if low in UNCOUNTED or low in BOTH:
        return True
    if tree.upos(i) == "NUM":
        return low not in ("one", "1")
    return (tree.upos(i) == "NOUN" and low != tree.lemma(i) and low.endswith("s")) or begins_with_people(tree, i)


def begins_with_people(tree: Tree, i: int) -> bool:
    """Tell whether a noun for people stands in capitals only because it begins a sentence: Bakers marched."""
    return i == 0 and tree.upos(i) == "PROPN" and not tree.having(i, "flat") and are_people(tree.lows[i])
