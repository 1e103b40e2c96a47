"""Find who is the subject of a predicate of saying: its own, an inherited one, or the noun it describes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from readout.text.clause_trees import Tree
from readout.text.collectives import BODIES
from readout.text.told_people import is_person

SUBJECT: Final = ("nsubj", "nsubj:outer", "csubj")
PASSIVE: Final = ("nsubj:pass", "csubj:pass")
RELATIVE: Final = frozenset(("who", "which", "that", "whom"))
INHERITS: Final = frozenset(("conj", "advcl", "ccomp", "xcomp", "parataxis", "dep"))
NOBODY: Final = frozenset(("this", "that", "there", "what", "which", "whatever", "nobody", "nothing"))
STEPS: Final = 6


@dataclass(frozen=True, slots=True)
class Source:
    """Who spoke, as word numbers: the words that say so, and those among them (or of their noun) that name the speaker."""

    words: tuple[int, ...] = ()
    named: tuple[int, ...] = ()


def source_of(tree: Tree, i: int) -> Source:
    """Who spoke, by predicate i; empty where the sentence does not tell."""
    found = speaker(tree, i)
    if found is None:
        return Source()
    at, word = found
    if tree.lows[word] in RELATIVE and tree.rel(at).startswith("acl"):
        noun = antecedent(tree, at)
        return Source((word,), core(tree, noun, noun_phrase(tree, noun, i)) if noun is not None else ())
    return Source() if tree.lows[word] in NOBODY else as_source(tree, word, whole_subject(tree, at, word, i))


def name_before(tree: Tree, words: tuple[int, ...]) -> range:
    """The name at the beginning of the sentence that a noun phrase behind a comma describes: Harbour Trust, the group that …"""
    comma = words[0] - 1
    name = range(comma + 1)
    bare = tree.upos(words[0]) == "NOUN" and tree.lows[words[-1] + 1 : words[-1] + 2] == (",",)  # Ada Poe, head of the trust, said
    described = (tree.lows[words[0]] in ("the", "a", "an") or bare) and comma > 0 and tree.lows[comma] == ","
    return name if described and all(tree.upos(n) == "PROPN" for n in range(comma)) else range(0)


def as_source(tree: Tree, top: int, words: tuple[int, ...]) -> Source:
    """A noun phrase as source, with what of it names the speaker."""
    return Source(words, core(tree, top, words))


def whole_subject(tree: Tree, at: int, word: int, i: int) -> tuple[int, ...]:
    """The noun phrase of a subject; what the parse takes for two subjects side by side is one: M. Jane Poe said."""
    words = noun_phrase(tree, word, i)
    words = (*name_before(tree, words), *words)
    rest = set(tree.subtree(word)) - {n for k in tree.kids[word] if tree.within(i, k) for n in tree.subtree(k)}
    for k in tree.having(at, *SUBJECT, *PASSIVE):
        if k > word and is_beside(tree, word, k):
            words = (*range(words[0], min(tree.subtree(k))), *noun_phrase(tree, k, i))
        elif k > word and words and min(tree.subtree(k)) == words[-1] + 1:
            words += noun_phrase(tree, k, i)
            while words[-1] + 1 in rest and tree.rel(words[-1] + 1) not in ("acl:relcl", "punct"):
                words += (words[-1] + 1,)  # J. Ann Poe, where the parse parts the initial from the names
    return words


# Texts that speak for who issues them.
ISSUED: Final = frozenset((
    "statement", "communique", "communiqué", "note", "letter", "message", "memo", "memorandum", "release", "bulletin", "notice",
))  # fmt: skip


def core(tree: Tree, top: int, words: tuple[int, ...]) -> tuple[int, ...]:
    """What of a noun phrase names the speaker: without clauses, places, and people that the speaker is somebody's of."""
    inside = set(words)
    by = [k for k in tree.having(top, "nmod") if tree.case(k) in ("by", "from") and k in inside]
    if by and tree.lemma(top) in ISSUED:
        return tuple(n for n in noun_phrase(tree, by[0], top) if n > top)  # a statement by the board
    left_out = {k for n in words for k in tree.kids[n] if k in inside and describes(tree, k)}
    gone = {n for k in left_out for n in tree.subtree(k)}
    beside = {*name_at_end(tree, words), *names_behind_commas(tree, words), *name_behind_body(tree, top, words)}
    kept = tuple(n for n in words if n not in gone or n in beside)
    return kept if top in kept else words


def names_behind_commas(tree: Tree, words: tuple[int, ...]) -> set[int]:
    """The persons named right behind a comma: the governor of the lower province, Ada Poe."""
    found: set[int] = set()
    for n in words:
        starts = tree.words[n].ner.endswith("PER") and n > words[0] and (tree.lows[n - 1] == "," or n - 1 in found)
        if starts:
            found.add(n)
    owners = {n for n in found if n + 1 < len(tree.words) and tree.lows[n + 1] in ("'s", "’s")}
    return set() if owners else found


def name_behind_body(tree: Tree, top: int, words: tuple[int, ...]) -> list[int]:
    """The person named right behind a body or people, whom no such noun can describe: the head of the press service Ada Poe."""
    last = words[-1]
    start = last
    while start > words[0] and tree.words[start].ner == "I-PER":
        start -= 1
    before = start - 1
    if before > top and tree.lows[before] in IN_PLACES and last - start > 1 and tree.words[start].ner == "B-PER":
        return list(range(start + 1, last + 1))  # the envoy in Lusmar Ada Poe, where all three are taken for the name
    named = start < last and tree.words[start].ner == "B-PER" and before > top
    named = named and tree.upos(top) in ("NOUN", "PROPN") and tree.words[top].ner == "O"
    if not named or tree.lows[top].endswith("s"):
        return []
    noun, ner = tree.lows[before], tree.words[before].ner
    several = tree.upos(before) == "NOUN" and (noun in BODIES or (noun.endswith("s") and not noun.endswith("ss")))
    closed = noun in ("»", "”", '"') and before - 1 > top
    placed = tree.upos(before) == "PROPN" and tree.lows[before - 1] in IN_PLACES  # the envoy in Lusmar Ada Poe
    return list(range(start, last + 1)) if several or closed or placed or ner.endswith(("ORG", "LOC")) else []


IN_PLACES: Final = frozenset(("in", "at", "near"))


def name_at_end(tree: Tree, words: tuple[int, ...]) -> list[int]:
    """A name behind the last comma names the speaker, wherever the parse hangs it: the firm that owns the ferry, Nordwerk."""
    comma = max((n for n in words if tree.lows[n] == ","), default=-1)
    behind = [n for n in words if n > comma]
    whole = comma >= 0 and bool(behind) and all(tree.upos(n) == "PROPN" for n in behind)
    return behind if whole and not tree.words[behind[0]].ner.endswith("LOC") else []


def with_name_behind(tree: Tree, words: tuple[int, ...]) -> tuple[int, ...]:
    """The words of who spoke with the rest of the name, or the name right behind a noun, that the parse hangs elsewhere: by the
    painter | Ada Poe."""
    end = words[-1] + 1 if words else len(tree.words)
    noun = bool(words) and tree.upos(words[-1]) == "NOUN" and tree.words[words[-1]].ner == "O"
    if end < len(tree.words) and (tree.words[end].ner == "I-PER" or (noun and tree.words[end].ner == "B-PER")):
        words, end = (*words, end), end + 1
        while end < len(tree.words) and tree.words[end].ner == "I-PER":
            words, end = (*words, end), end + 1
    return words


def describes(tree: Tree, k: int) -> bool:
    """Words that tell of the speaker by somebody or something else: Poe's lawyer, the minister in talks with Lee."""
    rel = tree.rel(k)
    if rel.startswith(("acl", "obl", "parataxis", "advcl")):
        return tree.lemma(k) not in NAMES or not any(tree.upos(n) == "PROPN" for n in tree.subtree(k))
    if rel == "amod" and k > tree.head(k):
        return bool(tree.having(k, "obl", "nmod"))  # a source close to Poe
    if not rel.startswith("nmod") or rel in ("nmod:desc", "nmod:unmarked"):
        return False
    of_body = tree.case(k) == "of" and tree.lows[tree.head(k)] in BODIES
    person = any(tree.words[n].ner.endswith("PER") for n in tree.subtree(k)) and not of_body
    place = tree.words[k].ner.endswith("LOC") and tree.case(k) in ("in", "at", "near", "on", "outside", "from")
    return person or place or tree.case(k) in ASIDE


NAMES: Final = frozenset(("call", "name", "know", "identify", "nickname", "dub"))
ASIDE: Final = frozenset(
    ("in", "on", "near", "with", "about", "against", "during", "after", "before", "like", "among", "between")
)


def speaker(tree: Tree, i: int) -> tuple[int, int] | None:
    """The head word of who spoke, and the predicate whose subject it is."""
    at = i
    for _ in range(STEPS):
        own = agent(tree, at) if at == i else subject(tree, at)
        if own is not None:
            return at, own
        if at == i and is_passive(tree, at):
            return None
        above = inherits_from(tree, at) if tree.rel(at) != "acl" or not by_doing(tree, at) else verb_above(tree, at)
        if above is None:
            noun = antecedent(tree, at) if tree.rel(at) in ("acl", "acl:relcl") else None
            return (at, noun) if noun is not None else None
        at = above
    return None


def by_doing(tree: Tree, i: int) -> bool:
    """A participle that says how something was done: by saying."""
    return any(tree.lows[k] in ("by", "while", "when", "after", "before", "in") for k in tree.having(i, "mark"))


def verb_above(tree: Tree, i: int) -> int | None:
    """The next verb above word i."""
    at = tree.head(i)
    for _ in range(STEPS):
        if at < 0 or tree.upos(at) == "VERB":
            break
        at = tree.head(at)
    return at if at >= 0 else None


def agent(tree: Tree, i: int) -> int | None:
    """Who does what verb i says: its subject, or the by-phrase of a passive."""
    if is_passive(tree, i):
        by = tree.one(i, "obl:agent")
        return by if by is not None else next((k for k in tree.having(i, "obl") if tree.case(k) == "by"), None)
    own = own_subject(tree, i)
    below = (s for k in tree.having(i, "ccomp") if k > i for s in tree.having(k, *SUBJECT, *PASSIVE) if s < i)
    return own if own is not None else next(below, None)  # the parse may hang it on the clause that was said


def own_subject(tree: Tree, i: int) -> int | None:
    """The subject of verb i; of two that a comma parts the first is of what was said: She would go, she said."""
    found = tree.having(i, *SUBJECT, *PASSIVE)  # without an auxiliary what looks like a passive subject is none
    if (not found or tree.lows[i - 1] == ",") and (behind := behind_verb(tree, i)) is not None:
        return behind
    if not found and (within := of_relative(tree, i)) is not None:
        return within
    if len(found) > 1 and found[1] < i and "," in tree.lows[found[0] : found[1]] and not is_beside(tree, found[0], found[1]):
        return found[1]
    return found[0] if found else None


def of_relative(tree: Tree, i: int) -> int | None:
    """Who does what a relative clause says of its object, where the parse hangs him elsewhere: a step that an aide called “S”."""
    what = tree.one(i, "obj") if tree.rel(i) == "acl:relcl" else None
    if what is None or not what < i or tree.lows[what] not in ("that", "which", "whom"):
        return None
    inside = range(what + 1, i)
    nouns = (n for n in inside if tree.upos(n) in ("NOUN", "PROPN", "PRON") and tree.head(n) not in inside)
    return next(nouns, None)


def behind_verb(tree: Tree, i: int) -> int | None:
    """What the parse takes for the object of a verb that ends a heading or leads it with "as", and who speaks: S, says union;
    as noted the commander, S."""
    what = tree.having(i, "obj")
    who = what[0] if len(what) == 1 and what[0] > i else -1
    if who < 0 or tree.upos(who) not in ("NOUN", "PROPN") or tree.rel(i) not in ("root", "parataxis", "advcl"):
        return None
    tag = i > 1 and tree.lows[i - 1] in (",", "-", "–", "—") and tree.lows[i] in TAGS
    heading = tag and max(tree.subtree(who)) >= len(tree.words) - 2
    leads = tree.rel(i) == "advcl" and tree.lows[0] == "as" and i <= LEAD and tree.lows[i].endswith(("ed", "said"))
    speaks = tree.lows[who] in BODIES or tree.upos(who) == "PROPN"
    speaks = speaks or is_person(tree.lemma(who)) or tree.lows[who].endswith(MOUTHS)
    return who if (heading or leads) and speaks else None


TAGS: Final = frozenset(("says", "say", "said", "claims", "warns", "insists", "admits", "vows", "argues", "warn", "claim"))
MOUTHS: Final = ("chief", "boss", "head", "chair", "source", "sources", "aide", "aides", "president", "experts", "chairman")
LEAD: Final = 3  # the furthest that the verb of "as earlier noted" stands from the beginning


def is_beside(tree: Tree, one: int, other: int) -> bool:
    """Nothing but a comma stands between two noun phrases: Poe and the head of the port, Ann Lee."""
    end = max(n for n in tree.subtree(one) if n < other)
    start = next(n for n in tree.subtree(other) if tree.lows[n] != ",")
    end = end - 1 if tree.lows[end] == "," else end
    return start - end == 2 and tree.lows[end + 1] == "," and any(tree.upos(n) == "CCONJ" for n in range(one, end))


def subject(tree: Tree, i: int) -> int | None:
    """The subject of word i, of a passive too."""
    return tree.one(i, *SUBJECT, *PASSIVE)


def is_passive(tree: Tree, i: int) -> bool:
    """A participle with a passive auxiliary or subject, or one that describes a noun: the report published by X."""
    if tree.one(i, "aux:pass") is not None:
        return True
    by = tree.one(i, "obl:agent")
    if by is not None and tree.case(by) != "for":
        return True
    bare = tree.rel(i) in ("advcl", "acl") and tree.one(i, "nsubj", "obj", "mark", "aux") is None
    return bare and tree.lows[i].endswith(("ed", "told"))


def inherits_from(tree: Tree, i: int) -> int | None:
    """The word whose subject is that of word i too."""
    above, rel = tree.head(i), tree.rel(i)
    if above < 0 or rel.split(":")[0] not in INHERITS or rel == "acl:relcl":
        return None
    marked = tree.one(i, "mark")
    if marked is None or rel in ("conj", "xcomp") or purpose(tree, i):
        return above
    return above if tree.lows[marked] in SHARING else None


SHARING: Final = frozenset(("while", "when", "before", "after", "as", "by", "without", "in"))


def purpose(tree: Tree, i: int) -> bool:
    """An infinitive: took the floor to say."""
    return any(tree.lows[k] == "to" for k in tree.having(i, "mark"))


def antecedent(tree: Tree, i: int) -> int | None:
    """The noun that a relative or participial clause describes."""
    above = tree.head(i)
    return above if above >= 0 and tree.upos(above) in ("NOUN", "PROPN", "PRON", "NUM", "ADJ") else None


def noun_phrase(tree: Tree, top: int, predicate: int) -> tuple[int, ...]:
    """The words of a noun phrase without its preposition and without the clause that holds the predicate."""
    left_out = {k for k in tree.kids[top] if tree.within(predicate, k) or tree.rel(k) in OUTSIDE}
    if top > predicate or not tree.within(predicate, top):
        left_out |= {k for k in tree.kids[top] if tree.rel(k) in ("case", "mark", "parataxis")}
    words = tree.subtree(top, without=left_out)
    for run in tree.runs(words):
        if top in run:
            return tuple(run)
    return (top,)


OUTSIDE: Final = frozenset(("case", "mark", "cc:preconj", "cop", "nsubj", "aux", "dep", "ccomp", "discourse"))
