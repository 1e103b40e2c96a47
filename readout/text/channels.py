"""Find what a sentence says of channels between two sides: hotlines, embassies, flights; frozen, restored, open."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple, Protocol

from readout.records import Word


class Words(Protocol):
    """What is asked of the lexicon of channels."""

    @property
    def nouns(self) -> frozenset[str]: ...
    @property
    def alone(self) -> frozenset[str]: ...
    @property
    def beside(self) -> frozenset[str]: ...
    @property
    def between(self) -> frozenset[str]: ...
    @property
    def carriers(self) -> frozenset[str]: ...
    @property
    def mutual(self) -> frozenset[str]: ...
    @property
    def states(self) -> Mapping[str, str]: ...


class Channel(NamedTuple):
    """A channel with what becomes of it: the words of the noun phrase, its head, the state, whether it is only ahead."""

    start: int
    end: int
    head: str
    state: str
    ahead: bool
    because: str


NAMING = frozenset(("amod", "compound", "det", "nmod", "nmod:poss", "flat", "case", "obl", "appos", "nummod"))
AHEAD_VERBS = frozenset((
    "agree", "plan", "want", "hope", "decide", "promise", "expect", "intend", "aim", "seek", "try", "propose", "offer",
    "pledge", "vow", "urge", "call", "demand", "need", "discuss", "consider", "ask",
))  # fmt: skip
DENYING = frozenset(("deny", "dispute", "refute", "rumour", "rumor", "refuse", "reject", "decline", "oppose", "threaten"))
WIRES = frozenset(("line", "link", "route", "service", "phone", "telephone"))
OF_CHANNEL = frozenset(("staff", "operation", "traffic", "process", "connection"))  # what is said of it is said of the channel
TALKS = frozenset(("talk", "negotiation", "consultation", "flight", "train"))
DEEDS = frozenset(("crossing", "exchange", "contact", "communication"))  # nouns that are an act as well
# What tells that a noun is an act that was done once.
ONCE = frozenset((
    "illegal", "unlawful", "unauthorised", "unauthorized", "attempted", "alleged", "illicit", "clandestine",
    "dangerous",
))  # fmt: skip
STAYING = frozenset(("stay", "remain", "keep", "go", "fall", "stand"))
AHEAD_WORDS = frozenset(("will", "would", "should", "could", "may", "might", "must", "can", "shall"))


def channels(words: Sequence[Word], known: Words, *, abroad: bool = False) -> Iterator[Channel]:
    """Give the channels a parsed sentence speaks of together with a verb that says what becomes of them; `abroad` tells that it
    names two countries."""
    for at, word in enumerate(words):
        if word.upos not in ("NOUN", "PROPN") or word.lemma.lower() not in known.nouns:
            continue
        if deed(words, at):
            continue
        named = is_channel(words, at, known) and (abroad or not domestic(words, at, known))
        if named or (abroad and word.lemma.lower() in known.between):
            start, end = phrase(words, at)
            for verb in dict.fromkeys((*describing(words, at, known), governing(words, at, known, 3 if named else 1))):
                if verb is not None and not denied(words, verb):
                    state = known.states[words[verb].lemma.lower()]
                    if state in ("open", "kept") and any(w.head == verb and w.lemma.lower() == "again" for w in words):
                        state = "restored"
                    why = f"{words[verb].lemma} says that it is {state}"
                    yield Channel(start, end, word.lemma.lower(), state, is_ahead(words, verb), why)


def deed(words: Sequence[Word], at: int) -> bool:
    """Tell whether a noun is what somebody does, no way to the other side: an illegal crossing, the crossing of a river."""
    if words[at].lemma.lower() not in DEEDS:
        return False
    below = [i for i, w in enumerate(words) if w.head == at]
    return any(words[i].lemma.lower() in ONCE for i in below) or any(
        w.lemma.lower() in ("of", "by") and w.deprel == "case" and w.head in below and words[w.head].upos != "PROPN" for w in words
    )


def domestic(words: Sequence[Word], at: int, known: Words) -> bool:
    """Tell whether a noun is a way that runs inside a country as well: most passenger trains; a ferry is its country's own."""
    if words[at].lemma.lower() not in known.carriers:
        return False
    ends = [w.head for w in words if w.deprel == "case" and w.lemma.lower() == "between" and w.head >= 0]
    beside = any(w.head == at and w.lemma.lower() in known.mutual for w in words)
    return not beside and not any(words[i].head == at for i in ends)


def describing(words: Sequence[Word], at: int, known: Words) -> Iterator[int]:
    """Find the verbs of clauses that describe a channel: a commission suspended in March; one that has been closed since 2023."""
    for i, w in enumerate(words):
        if w.head == at and w.deprel.startswith("acl") and w.upos == "VERB" and w.lemma.lower() in known.states:
            yield i


def denied(words: Sequence[Word], verb: int) -> bool:
    """Tell whether what becomes of a channel is negated, denied, or only a condition."""
    for _ in range(4):
        below = [w for w in words if w.head == verb]
        if any(w.lemma.lower() in ("not", "never", "n't") for w in below):
            return True
        if any(w.deprel == "mark" and w.lemma.lower() in ("if", "unless", "whether") for w in below):
            return True
        if words[verb].deprel.split(":")[0] not in ("xcomp", "ccomp", "acl", "advcl", "obj") or words[verb].head < 0:
            return False
        verb = words[verb].head
        if words[verb].lemma.lower() in DENYING:
            return True
    return False


def is_channel(words: Sequence[Word], at: int, known: Words) -> bool:
    """Tell whether a noun names a channel here: by itself, or by a word beside it."""
    if words[at].lemma.lower() in known.alone:
        return True
    between = any(w.deprel == "case" and w.lemma.lower() == "between" and w.head >= 0 and words[w.head].head == at for w in words)
    if between and words[at].lemma.lower() in WIRES | TALKS:
        return True  # the line between the two commands
    return any(w.head == at and w.lemma.lower() in known.beside for w in words)


def governing(words: Sequence[Word], at: int, known: Words, steps: int = 3) -> int | None:
    """Find the verb, or the noun made of one, that says what becomes of a channel, so many words above it."""
    head, relation = words[at].head, words[at].deprel
    for step in range(steps):
        if head < 0:
            return None
        if relation.split(":")[0] in ("obj", "nsubj", "obl", "nmod"):
            if words[head].lemma.lower() in STAYING:
                state = next((i for i, w in enumerate(words) if w.head == head and w.deprel in ("xcomp", "advmod", "acl")
                              and w.lemma.lower() in known.states), None)  # fmt: skip
                if state is not None:
                    return state
            if words[head].lemma.lower() in known.states:
                return None if does(words, at, head) else head
        if relation not in ("conj", "nmod", "appos", "compound") or step == 2:
            return None
        if relation == "compound" and words[head].lemma.lower() not in known.nouns | OF_CHANNEL:
            return None  # they broke two embassy windows
        head, relation = words[head].head, words[head].deprel
    return None


def does(words: Sequence[Word], at: int, verb: int) -> bool:
    """Tell whether a verb speaks of another thing than the channel: the commission will open the safe, they opened fire on a
    checkpoint."""
    relation = words[at].deprel.split(":")[0]
    if words[at].head != verb or words[at].deprel == "nsubj:pass" or relation not in ("nsubj", "obl"):
        return False
    others = ("obj", "nsubj:pass") if relation == "obl" else ("obj",)
    return any(w.head == verb and w.deprel in others for w in words)


def is_ahead(words: Sequence[Word], verb: int) -> bool:
    """Tell whether the act is only agreed, planned, wanted or asked for."""
    if any(w.head == verb and w.deprel == "aux" and w.lemma.lower() in AHEAD_WORDS for w in words):
        return True
    infinitive = any(w.head == verb and w.upos == "PART" and w.lemma.lower() == "to" for w in words)
    while words[verb].deprel == "conj" and words[verb].head >= 0 and not any(
        w.head == verb and w.deprel.startswith("nsubj") for w in words
    ):
        verb = words[verb].head  # agreed to reopen the road and to set up a commission
        infinitive = infinitive or any(w.head == verb and w.upos == "PART" and w.lemma.lower() == "to" for w in words)
    if infinitive and words[verb].deprel in ("root", "acl"):
        return True  # naval line to open again
    head, relation = words[verb].head, words[verb].deprel
    return relation in ("xcomp", "ccomp", "advcl", "acl") and head >= 0 and words[head].lemma.lower() in AHEAD_VERBS


def phrase(words: Sequence[Word], at: int) -> tuple[int, int]:
    """Give the span of the noun phrase without clauses."""
    inside = {at}
    for _ in range(4):
        inside |= {i for i, w in enumerate(words) if w.head in inside and w.deprel in NAMING}
    run = [at]
    while run[0] - 1 in inside:
        run.insert(0, run[0] - 1)
    while run[-1] + 1 in inside:
        run.append(run[-1] + 1)
    while len(run) > 1 and words[run[-1]].upos == "ADP":
        run.pop()
    first = run[0] + (1 if words[run[0]].deprel == "case" and words[run[0]].head == at and len(run) > 1 else 0)
    return words[first].start, words[run[-1]].end
