"""Find who is the subject of a predicate of saying: its own, an inherited one, or the noun it describes."""

from __future__ import annotations

from typing import Final

from readout.text.clause_trees import Tree

SUBJECT: Final = ("nsubj", "nsubj:outer", "csubj")
PASSIVE: Final = ("nsubj:pass", "csubj:pass")
RELATIVE: Final = frozenset(("who", "which", "that", "whom"))
INHERITS: Final = frozenset(("conj", "advcl", "ccomp", "xcomp", "parataxis", "dep"))
NOBODY: Final = frozenset(("this", "that", "there", "what", "which", "whatever", "nobody", "nothing"))
STEPS: Final = 6


def source_of(tree: Tree, i: int) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """The words that say who spoke, by predicate i, and those that name them where the first are a relative pronoun;
    empty where the sentence does not tell."""
    found = speaker(tree, i)
    if found is None:
        return (), ()
    at, word = found
    if tree.lows[word] in RELATIVE and tree.rel(at).startswith("acl"):
        named = antecedent(tree, at)
        return (word,), noun_phrase(tree, named, i) if named is not None else ()
    return ((), ()) if tree.lows[word] in NOBODY else (noun_phrase(tree, word, i), ())


def speaker(tree: Tree, i: int) -> tuple[int, int] | None:
    """The head word of who spoke, and the predicate whose subject it is."""
    at = i
    for _ in range(STEPS):
        own = agent(tree, at) if at == i else subject(tree, at)
        if own is not None:
            return at, own
        if at == i and is_passive(tree, at):
            return None
        above = inherits_from(tree, at)
        if above is None:
            noun = antecedent(tree, at) if tree.rel(at) in ("acl", "acl:relcl") else None
            return (at, noun) if noun is not None else None
        at = above
    return None


def agent(tree: Tree, i: int) -> int | None:
    """Who does what verb i says: its subject, or the by-phrase of a passive."""
    if is_passive(tree, i):
        by = tree.one(i, "obl:agent")
        return by if by is not None else next((k for k in tree.having(i, "obl") if tree.case(k) == "by"), None)
    own = tree.one(i, *SUBJECT, *PASSIVE)  # without an auxiliary what looks like a passive subject is none
    below = (s for k in tree.having(i, "ccomp") if k > i for s in tree.having(k, *SUBJECT, *PASSIVE) if s < i)
    return own if own is not None else next(below, None)  # the parse may hang it on the clause that was said


def subject(tree: Tree, i: int) -> int | None:
    """The subject of word i, of a passive too."""
    return tree.one(i, *SUBJECT, *PASSIVE)


def is_passive(tree: Tree, i: int) -> bool:
    """A participle with a passive auxiliary or subject, or one that describes a noun: the report published by X."""
    if tree.one(i, "aux:pass") is not None:
        return True
    if tree.one(i, "obl:agent") is not None:
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
