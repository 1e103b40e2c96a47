"""Which sentence tells an act as its main act, and who takes part in it there."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from readout.records import Event, Occurrence, Parse, Word
from readout.stages.relate.pile import Pile

# From a word up to the verb of its sentence: what keeps to the main act, and what leads to another clause.
OWN = frozenset((
    "obj", "nsubj", "csubj", "xcomp", "compound", "conj", "ccomp", "parataxis", "iobj", "flat", "amod", "nmod", "appos", "root",
    "cop", "aux", "list", "dislocated",
))  # fmt: skip
CLAUSES = frozenset(("acl", "advcl", "ccomp", "parataxis"))
SAYING = frozenset((
    "say", "report", "announce", "confirm", "tell", "write", "state", "add", "show", "declare", "note", "claim", "accord", "agree",
    "promise", "pledge", "plan", "decide", "threaten", "demand", "refuse", "deny", "allege", "believe", "learn", "hear", "mean",
))  # fmt: skip
# Verbs that do not tell that what stands with them was done: they see the ban as a provocation, the quarrels range from a to b.
VIEWING = frozenset((
    "see", "view", "regard", "consider", "deem", "perceive", "range", "include", "concern", "involve", "resemble", "cover", "span",
    "list", "mention", "compare", "liken",
))  # fmt: skip
NAMING = frozenset(("flat", "compound", "appos", "conj"))
DEEP = 8  # words climbed at most


def is_main(pile: Pile, event: Event) -> bool:
    """Tell whether an act is what its sentence is about: its verb, or the subject or object of it, also in what somebody is
    reported to have said; not a thing named in passing. True where the sentence was not parsed."""
    parse = pile.parses.get((event.doc_id, event.sentence_id))
    at = None if parse is None else word_at(parse.words, event.start, event.end)
    if parse is None or at is None:
        return True
    for _ in range(DEEP):
        word = parse.words[at]
        relation = word.deprel.split(":")[0]
        if word.head < 0:
            return True
        if word.deprel == "acl:relcl" or relation not in OWN:
            return False
        if relation in ("nmod", "conj") and word.upos not in ("VERB", "AUX") and parse.words[word.head].upos != "NOUN":
            return False
        if relation == "ccomp" and parse.words[word.head].lemma.lower() not in SAYING:
            return False
        if word.upos not in ("VERB", "AUX") and parse.words[word.head].lemma.lower() in VIEWING:
            return False
        at = word.head
    return False


def word_at(words: Sequence[Word], start: int, end: int) -> int | None:
    """Give the word of a stretch that the rest of it hangs on."""
    inside = [i for i, w in enumerate(words) if w.start < end and start < w.end]
    return next((i for i in inside if words[i].head not in inside), None)


def taking_part(pile: Pile, o: Occurrence, events: Iterable[Event]) -> list[str]:
    """Give the actors and recipients of an occurrence, those left out whom its sentences only name in another clause: of two
    sailors held by Marn who were received by the president of Ostrava, Marn."""
    there, apart = told_there(pile, events)
    return [p for p in (*o.actors, *o.recipients) if p in there or p not in apart]


def told_there(pile: Pile, events: Iterable[Event]) -> tuple[set[str], set[str]]:
    """Give who is named in the clauses of some events, and who is only named in another clause."""
    apart: set[str] = set()
    there: set[str] = set()
    for e in events:
        parse = pile.parses.get((e.doc_id, e.sentence_id))
        for i in pile.involved.get(e.event_id, ()):
            if not i.entity_id:
                continue
            listed = e.actors if i.role == "actor" else e.recipients
            told = listed[i.position] if i.position < len(listed) else None
            if parse is None or told is None or told.start is None or told.end is None:
                there.add(i.entity_id)
            else:
                (there if shares_clause(parse, e, told.start, told.end) else apart).add(i.entity_id)
    return there, apart


def shares_clause(parse: Parse, event: Event, start: int, end: int) -> bool:
    """Tell whether no clause that tells something else stands between words and the act; true where they stand elsewhere."""
    words = parse.words
    at, trigger = word_at(words, start, end), word_at(words, event.start, event.end)
    if at is None or trigger is None:
        return True
    above = {trigger, *heads(words, trigger)}
    if words[trigger].deprel == "acl:relcl" and at == words[trigger].head:
        return True
    path = [at, *heads(words, at)]
    return not any(words[i].deprel.split(":")[0] in CLAUSES and words[i].upos == "VERB"
                   for i in path[: next((n for n, i in enumerate(path) if i in above), len(path))])  # fmt: skip


def heads(words: Sequence[Word], at: int) -> list[int]:
    """Give the words above a word, the nearest first."""
    found: list[int] = []
    while words[at].head >= 0 and len(found) < len(words):
        at = words[at].head
        found.append(at)
    return found


def before(words: Sequence[Word], verb: int) -> set[int]:
    """Give the names right before a verb that the parse gives no subject: of two joined by "and" both."""
    if not verb or words[verb - 1].upos != "PROPN":
        return set()
    at = words[verb - 1].head if words[verb - 1].deprel.startswith("flat") else verb - 1
    return {at, words[at].head} if words[at].deprel == "conj" and words[at].head >= 0 else {at}


def subjects(pile: Pile, event: Event) -> tuple[str, ...]:
    """Give whom the subject of an act's verb names, each of several: the minister and the president of the guild signed."""
    parse = pile.parses.get((event.doc_id, event.sentence_id))
    verb = None if parse is None else word_at(parse.words, event.start, event.end)
    if parse is None or verb is None:
        return ()
    named = {i for i, w in enumerate(parse.words) if w.head == verb and w.deprel == "nsubj"} or before(
        parse.words, verb
    )
    for _ in range(DEEP):
        named |= {i for i, w in enumerate(parse.words) if w.head in named and w.deprel.split(":")[0] in NAMING}
    return pile.named_by(parse, sorted(named))
