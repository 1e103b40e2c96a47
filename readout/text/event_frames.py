"""Frames of predicates: which words report which act, and where in the clause the parties stand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final, Literal

from readout.text.event_actors import COUNTING, is_calendar
from readout.text.event_tree import Tree, listed

# Particles that leave the meaning of the verb as it is.
DOING = frozenset({"who", "which", "that"})
SMALL = frozenset({"off", "out", "up", "down", "back", "over"})  # in a noun they are no particle: the run-off
FAINT = frozenset({"together", "back", "ahead"})
PartOfSpeech = Literal["v", "n"]
# What the parties of a predicate must be, by the letter that stands behind it in the lexicon.
BOTH = frozenset("nsohqfi")
RECIPIENT = frozenset("rSd")
PERSON = frozenset("Py")
STRUCK = frozenset("RlLt")
ACTOR = frozenset("agGMe")
# What stands behind a preposition without being what the verb is about: called the minister for twenty minutes.
TIMES = frozenset({"second", "minute", "hour", "day", "week", "month", "year", "morning", "afternoon", "evening", "night", "time"})


@dataclass(frozen=True, slots=True)
class Frame:
    """One predicate: its head lemma, further words it needs, one of some objects it needs, and where its parties are."""

    type: str
    mode: str | None
    pos: PartOfSpeech
    head: str
    others: tuple[str, ...]
    objects: frozenset[str]
    slots: tuple[str, ...]
    need: str
    doers: frozenset[str] = frozenset()  # one of which must be the subject, if any are named
    beneath: tuple[frozenset[str], ...] = ()  # further words, one of each group of which must stand beneath the verb

    @property
    def particular(self) -> int:
        """How much a match of this frame says: words, objects and subjects it asks for."""
        return 3 * bool(self.objects) + 2 * len(self.others) + 2 * bool(self.doers) + len(self.beneath)


@dataclass(frozen=True, slots=True)
class FrameBook:
    """All frames by the lemma of their head, most particular first; light verbs by what their subject is."""

    verbs: Mapping[str, tuple[Frame, ...]]
    nouns: Mapping[str, tuple[Frame, ...]]
    light: frozenset[str]
    undergone: frozenset[str]
    apart: frozenset[str]
    light_subject: frozenset[str]


def particles(tree: Tree, i: int) -> set[str]:
    """The small words that make a phrasal verb: particles, adverbs, the prepositions of what hangs on it."""
    found = {tree.lows[c] for c in tree.of(i, "compound", "advmod", "xcomp", "obl", "obj") if c > i}
    found |= {case for c in tree.of(i, "obl", "nmod") if not timed(tree, c) for case in tree.cases(c)}
    found |= beside(tree, i)
    found |= {"against" for c in tree.of(i, "advcl") if any(tree.lows[m] == "against" for m in tree.of(c, "mark"))}
    near = tree.of(i, "xcomp", "obj", "obl", "advmod")
    return found | {tree.lemma(c) for c in near if tree.words[c].upos != "NOUN" or tree.lemma(c) not in SMALL}


def timed(tree: Tree, i: int) -> bool:
    """Tell whether a nominal is a time."""
    return tree.lemma(i) in TIMES or is_calendar(tree, i)


def beside(tree: Tree, i: int) -> set[str]:
    """The small word right behind a verb, whatever the parser hangs it on: called off his visit; not called for Monday."""
    following = i + 1 < len(tree.words) and tree.words[i + 1].upos in ("ADP", "ADV")
    if not following or (tree.rel(i + 1) == "case" and is_calendar(tree, tree.head(i + 1))):
        return set()
    return {tree.lows[i + 1]}


def phrasal(tree: Tree, i: int) -> Iterator[str]:
    """The names a verb goes by in word lists: with its particle, then alone."""
    lemma = tree.lemma(i)
    for small in beside(tree, i):
        yield f"{lemma} {small}"
    for c in tree.children[i]:
        if c > i and tree.words[c].deprel in ("compound:prt", "advmod", "compound"):
            yield f"{lemma} {tree.lows[c]}"
    for c in tree.of(i, "obl", "nmod"):
        for case in () if is_calendar(tree, c) else sorted(tree.cases(c)):  # called for Monday asks for nothing
            yield f"{lemma} {case}"
    for c in tree.of(i, "obj"):
        if not tree.children[c]:
            yield f"{lemma} {tree.lemma(c)}"
    yield lemma


# What goods come in: litres of milk, a lorryload of blankets.
LOADS: Final = listed(
    "litre liter gallon tonne ton kilo kilogram pound load lorryload truckload shipload planeload boatload cartload busload "
    "consignment shipment delivery cargo batch pile heap bucket sack bag crate box carton bottle barrel tanker pallet parcel stack "
    "container handful quantity amount supply stock convoy fleet column"
)


def object_heads(tree: Tree, i: int) -> list[int]:
    """The nominals a verb takes beside its subject, those joined to them, and what stands behind 'dozens of'."""
    heads = tree.of(i, "obj", "iobj", "nsubj:pass", "obl", "xcomp", "compound", "advmod", "ccomp", "nmod")
    heads = [h for h in heads if tree.words[h].deprel not in ("nsubj", "obl:agent")]
    if tree.words[i].deprel.startswith("acl") and not any(tree.lows[s] in DOING for s in tree.of(i, "nsubj")):
        marks = {tree.lows[m] for m in tree.of(i, "mark")}
        whole = ("to" in marks and bool(tree.of(i, "obj"))) or ("that" in marks and bool(tree.of(i, "nsubj")))
        heads += [] if whole else [tree.head(i)]  # demands to withdraw the troops
    more = [m for h in heads for m in tree.of(h, "conj")]
    counts = (h for h in heads if tree.lemma(h) in COUNTING or tree.lemma(h) in LOADS or tree.words[h].upos == "NUM")
    counted = [m for h in counts for m in tree.of(h, "nmod") if "of" in tree.cases(m)]
    called = [c for h in heads for c in tree.of(h, "appos")]
    return heads + more + counted + called


def is_month(tree: Tree, i: int) -> bool:
    """Tell whether a word is the month: in March, since March, on 9 March."""
    word = tree.words[i]
    if tree.lows[i] != "march" or not tree.text[word.start].isupper():
        return False
    numbered = any(tree.words[k].upos == "NUM" for k in (i - 1, i + 1) if 0 <= k < len(tree.words))
    return word.upos == "PROPN" or numbered or bool(tree.cases(i) & BEFORE_MONTHS)


BEFORE_MONTHS: Final = frozenset({"in", "since", "by", "until", "from", "before", "after", "during"})


def begins_a_place(tree: Tree, i: int) -> bool:
    """Tell whether a word is the first of a longer name of a place, and no port, mount or lake: in Port Lowe."""
    after = tree.words[i + 1].ner if i + 1 < len(tree.words) else "O"
    return tree.words[i].ner == "B-LOC" and after == "I-LOC"


def answered(tree: Tree, i: int) -> bool:
    """Tell whether a word is an answer in a clause of its own, and not what is said: say that the answer will be yes."""
    return tree.words[i].upos == "INTJ" and bool(tree.of(i, "cop"))


def objects_of(tree: Tree, i: int) -> list[tuple[int, frozenset[str]]]:
    """The nominals among a verb's dependents, each with the words that a frame may ask for."""
    return [
        (h, frozenset((tree.lemma(h), tree.lows[h], *(tree.lemma(c) for c in tree.of(h, "compound", "amod", "fixed", "flat")))))
        for h in object_heads(tree, i) if not (is_month(tree, h) or begins_a_place(tree, h) or answered(tree, h))
    ]  # fmt: skip


def object_match(tree: Tree, objects: list[tuple[int, frozenset[str]]], frame: Frame) -> int | None:
    """The nominal among a verb's dependents that the frame asks for."""
    for h, names in objects:
        if names.isdisjoint(frame.objects) or "without" in tree.cases(h):
            continue
        if tree.rel(h) == "obl" and tree.cases(h) & ({"at", "against"} - set(frame.slots) - set(frame.others)):
            continue  # fired at the mayor is not fired the mayor
        return h
    return None


def doer_match(tree: Tree, i: int, frame: Frame) -> bool:
    """Tell whether the subject of a verb, or of the verb it hangs on without one of its own, is what the frame asks for."""
    if tree.is_passive(i):
        heads = tree.of(i, "obl:agent")
        if not frame.objects and "obj" not in frame.slots:
            return False
        return not heads or any(tree.lemma(h) in frame.doers for h in heads)
    heads = tree.of(i, "nsubj", "nsubj:pass")
    up = tree.head(i)
    if not heads and up >= 0 and tree.rel(i) in ("xcomp", "conj", "advcl"):
        heads = tree.of(up, "nsubj", "nsubj:pass", "obj")
    if not heads and tree.rel(i) == "acl" and up >= 0:
        heads = [up]
    if heads and tree.lows[heads[0]] in DOING and up >= 0 and tree.words[i].deprel == "acl:relcl":
        heads = [up]
    counted = [m for h in heads if tree.lemma(h) in COUNTING for m in tree.of(h, "nmod")]
    heads = [m for h in heads for m in tree.conjuncts(h)]
    return any(tree.lemma(h) in frame.doers for h in (*heads, *counted, *(c for h in heads for c in tree.of(h, "compound"))))


def verb_matches(tree: Tree, i: int, book: FrameBook) -> Iterator[tuple[Frame, int | None]]:
    """The frames a verb fits by its words, most particular first, with the object the frame asked for."""
    # A frame whose words the sentence does not hold is left out at once.
    told = tree.told
    frames = [
        f for f in book.verbs.get(tree.lemma(i), ())
        if told.issuperset(f.others) and not (f.objects and told.isdisjoint(f.objects))
    ]  # fmt: skip
    if not frames:
        return
    small = particles(tree, i) if any(f.others for f in frames) else set[str]()
    objects = objects_of(tree, i) if any(f.objects for f in frames) else []
    phrasal_verb = {tree.lows[c] for c in tree.of(i, "compound") if tree.words[c].deprel == "compound:prt"} - FAINT
    for frame in frames:
        if frame.others and not small.issuperset(frame.others):
            continue
        if phrasal_verb and not phrasal_verb & set(frame.others):
            continue
        if frame.doers and not doer_match(tree, i, frame):
            continue
        if frame.beneath and not all(any(tree.lemma(k) in g or tree.lows[k] in g for k in tree.under(i)) for g in frame.beneath):
            continue
        if not frame.objects:
            yield frame, None
            continue
        h = object_match(tree, objects, frame)
        if h is None or (tree.words[h].upos == "VERB" and any(f.type == frame.type for f in book.verbs.get(tree.lemma(h), ()))):
            continue  # began to talk: the talking is an event of its own
        yield frame, h


def noun_matches(tree: Tree, i: int, book: FrameBook) -> Iterator[Frame]:
    """The frames an event noun fits by its words, most particular first."""
    frames = book.nouns.get(tree.lemma(i), ()) or book.nouns.get(tree.lows[i], ())
    if not frames:
        return
    if not tree.children[i]:
        yield from (f for f in frames if not f.others and not f.objects)
        return
    near = {tree.lemma(c) for c in tree.of(i, "compound", "amod", "nmod", "advmod", "punct", "case", "flat")}
    near |= {tree.lemma(g) for c in tree.of(i, "compound") for g in tree.children[c]}
    for frame in frames:
        if frame.others and not near.issuperset(frame.others):
            continue
        if not frame.objects or near & frame.objects:
            yield frame
