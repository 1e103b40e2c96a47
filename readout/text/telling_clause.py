"""Cut the clause that tells an act out of its sentence: the words a reader would write down."""

from __future__ import annotations

from collections.abc import Sequence

from readout.records import Word

CLAUSAL = frozenset(("VERB", "AUX"))
# What hangs on a clause and tells another thing: another clause, an aside.
APART = frozenset(("conj", "cc", "parataxis", "advcl", "punct", "mark", "discourse", "dep"))
CLIMB = frozenset(
    ("obj", "nsubj", "obl", "nmod", "compound", "amod", "xcomp", "conj", "acl", "ccomp", "advcl", "appos")
)
CONTENTS = frozenset(("ccomp", "xcomp", "advcl", "acl", "obj"))
DEPENDENT = frozenset(("xcomp", "ccomp", "advcl", "acl", "conj"))  # verbs that may lean on the subject of another
BESIDE = frozenset(("det", "amod", "compound", "nummod", "nmod", "flat"))
LONGEST = 150  # characters of a clause; ours


def clause(words: Sequence[Word], start: int, end: int, *, above: bool = False) -> tuple[int, int] | None:
    """Give the span of the clause whose verb a trigger is or hangs on; null where the parse does not hold the trigger.

    `above` asks for the clause over it where the trigger tells what is demanded, promised or refused there.
    """
    at = next((i for i, w in enumerate(words) if w.start < end and start < w.end), None)
    if at is None:
        return None
    verb = governing(words, at)
    if above and words[verb].deprel.split(":")[0] in CONTENTS and words[verb].head >= 0:
        verb = governing(words, words[verb].head)
    kept = kept_under(words, verb)
    if words[verb].deprel.split(":")[0] == "acl" and words[verb].head >= 0 and not has_subject(words, verb):
        kept |= described(words, words[verb].head)
    return trimmed(words, verb, kept)


def governing(words: Sequence[Word], at: int) -> int:
    """Climb from a noun to the verb it stands with."""
    for _ in range(4):
        word = words[at]
        relation = word.deprel.split(":")[0]
        another = (
            relation == "conj" and word.upos == "VERB"
        )  # she met him and promised …: the second verb tells its own act
        leaning = relation in DEPENDENT and not has_subject(words, at)
        participle = relation == "acl" and word.upos == "VERB" and not any(w.head == at and is_to(w) for w in words)
        complete = word.upos in CLAUSAL and (another or participle or not leaning)
        if complete or word.head < 0 or word.deprel.split(":")[0] not in CLIMB:
            return at
        at = word.head
    return at


def described(words: Sequence[Word], noun: int) -> set[int]:
    """Give a noun that a participle describes, with what stands before it: the three trawlers seized in May."""
    return {noun, *(i for i, w in enumerate(words) if w.head == noun and i < noun and w.deprel.split(":")[0] in BESIDE)}


def has_subject(words: Sequence[Word], verb: int) -> bool:
    """Tell whether a verb has a subject of its own."""
    return any(w.head == verb and w.deprel.split(":")[0] in ("nsubj", "csubj") for w in words)


def kept_under(words: Sequence[Word], top: int) -> set[int]:
    """Give a word and what hangs on it, other clauses left out."""
    children: dict[int, list[int]] = {}
    for i, w in enumerate(words):
        children.setdefault(w.head, []).append(i)
    kept, todo = {top}, [top]
    while todo:
        head = todo.pop()
        for c in children.get(head, ()):
            relation = words[c].deprel.split(":")[0]
            apart = relation in APART and (head == top or relation in ("parataxis", "advcl"))
            belongs = is_to(words[c]) or (
                relation == "advcl" and c > head and any(is_to(words[k]) for k in children.get(c, ()))
            )
            if c not in kept and (belongs or not apart):
                kept.add(c)
                todo.append(c)
    return kept


def is_to(word: Word) -> bool:
    """Tell whether a word is the "to" of an infinitive, which stands between a subject and its verb: she is to meet."""
    return word.upos == "PART" and word.lemma.lower() == "to"


def trimmed(words: Sequence[Word], top: int, kept: set[int]) -> tuple[int, int]:
    """Give the unbroken stretch around the verb that is kept, no longer than a line."""
    first = last = top
    while first - 1 in kept or (first - 2 in kept and words[first - 1].upos == "PUNCT"):
        first -= 1
    while last + 1 in kept or (last + 2 in kept and words[last + 1].upos == "PUNCT"):
        last += 1
    while first < last and (words[first].upos in ("PUNCT", "CCONJ", "SCONJ") or is_to(words[first])):
        first += 1
    while last > first and (words[last].upos == "PUNCT" or words[last].end - words[top].start > LONGEST):
        last -= 1
    while first < top and words[top].end - words[first].start > LONGEST:
        first += 1
    return words[first].start, words[last].end
