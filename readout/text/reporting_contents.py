"""Find what was said, by a predicate of saying: a clause, an infinitive, a phrase, an object or what stands around it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from readout.text.clause_trees import Tree
from readout.text.reporting import EMPTY, ReportingWords
from readout.text.reporting_sources import PASSIVE, SUBJECT, is_passive

Found = tuple[str, list[int]]  # frame and word numbers of the content


def content_of(tree: Tree, i: int, lemma: str, known: ReportingWords) -> Found | None:
    """What was said by verb i, with the frame it was read in."""
    for frame in FRAMES:
        found = frame(tree, i, lemma, known)
        if found:
            return frame.__name__, found
    return None


def clause(tree: Tree, i: int, lemma: str, known: ReportingWords) -> list[int]:
    """A clause below the verb: said that S; "S," said X."""
    if lemma not in known.clause:
        return []
    heads = [k for k in tree.having(i, "ccomp", "csubj") if not is_further_saying(tree, k, known)]
    heads = heads or [k for k in tree.having(i, "parataxis") if behind_colon(tree, i, k)] or in_statement(tree, i)
    return [n for k in heads for n in tree.subtree(k) if k < i or n > i]


def in_statement(tree: Tree, i: int) -> list[int]:
    """The clause where it hangs on the occasion: said in a statement that S."""
    told = [k for k in tree.having(i, "obl", "obj", "iobj") if k > i and tree.upos(k) in ("NOUN", "PROPN")]
    return [c for k in told for c in tree.having(k, "acl", "ccomp") if c > k and "that" in marks(tree, c)]


def is_further_saying(tree: Tree, k: int, known: ReportingWords) -> bool:
    """A participle of saying behind a comma, which is a report of its own: …, adding that."""
    participle = tree.lows[k].endswith("ing") and not tree.having(k, *SUBJECT, "aux", "mark")
    return participle and known.forms.get(tree.lows[k]) in known.clause


def behind_colon(tree: Tree, i: int, k: int) -> bool:
    """A colon or an opening mark stands between verb i and the clause that follows it."""
    first = tree.subtree(k)[0]
    return k > i and any(tree.lows[n] in (":", "“", '"') for n in range(i, max(first + 1, i)))


def around(tree: Tree, i: int, lemma: str, known: ReportingWords) -> list[int]:
    """The clause that the verb is set into or behind: S, X said; as X said, S."""
    above = clause_above(tree, i)
    if lemma not in known.clause or above < 0 or is_passive(tree, i) or not tree.having(i, *SUBJECT):
        return []
    if any(tree.lows[k] != "it" for k in tree.having(i, "obj", "xcomp")):
        return []
    as_clause = tree.rel(i) in ("advcl", "parataxis") and "as" in {
        tree.lows[k] for k in tree.having(i, "mark", "advmod")
    }
    inserted = tree.rel(i) == "parataxis" and not tree.having(i, "mark")
    own = set(tree.subtree(i))
    words = [n for n in tree.subtree(above) if n not in own]
    return words if as_clause or (inserted and touches(words, own)) else []


def clause_above(tree: Tree, i: int) -> int:
    """The head of the clause that word i is set into, also where it hangs on a noun of that clause."""
    above, steps = tree.head(i), 0
    while above >= 0 and tree.head(above) >= 0 and tree.rel(above).split(":")[0] in NOMINAL and steps < STEPS:
        above, steps = tree.head(above), steps + 1
    return above


STEPS: Final = 6
NOMINAL: Final = frozenset(
    ("nsubj", "obj", "obl", "nmod", "amod", "appos", "compound", "advmod", "iobj", "flat", "conj")
)


def touches(words: list[int], own: set[int]) -> bool:
    """Some of the words stand before the inserted clause."""
    return bool(words) and words[0] < min(own)


def infinitive(tree: Tree, i: int, lemma: str, known: ReportingWords) -> list[int]:
    """What is promised, threatened or asked for: vowed to S, urged X to S."""
    told = any(
        tree.rel(k) != "obl" or tree.case(k) in ADDRESSING for k in tree.having(i, "obj", "iobj", "nsubj:pass", "obl")
    )
    if lemma == "call" and not any(tree.case(k) in ("on", "upon", "for") for k in tree.having(i, "obl")):
        return []
    for k in tree.having(i, "xcomp", "ccomp", "advcl"):
        if k < i or "to" not in marks(tree, k) or "order" in marks(tree, k):
            continue
        below = tree.rel(k) != "advcl"
        if below and lemma in known.subject_infinitive:
            return tree.subtree(k)
        if told and lemma in known.hearer_infinitive and (below or lemma in ADVERBIAL):
            return tree.subtree(k)
    return []


def marks(tree: Tree, k: int) -> set[str]:
    """The words that mark clause k, as written: to, in order to."""
    return {tree.lows[n] for m in tree.having(k, "mark") for n in (m, *tree.having(m, "fixed"))}


ADDRESSING: Final = frozenset(("on", "upon", "to", "for", "with"))
ADVERBIAL: Final = frozenset(("call", "appeal", "plead", "urge"))


def naming(tree: Tree, i: int, lemma: str, known: ReportingWords) -> list[int]:
    """What something is called: called it a disgrace."""
    if lemma not in known.naming:
        return []
    if tree.rel(i).startswith("acl") and is_passive(tree, i):
        return []  # a man called Poe
    named = [k for k in tree.having(i, "xcomp") if k > i]
    of = tree.having(i, "obj", *PASSIVE)
    return [n for k in (*of[:1], *named) for n in tree.subtree(k)] if named else []


def phrase(tree: Tree, i: int, lemma: str, known: ReportingWords) -> list[int]:
    """A phrase with the preposition of the verb: accused X of S, described X as Y, called for Y."""
    takes = known.prepositions.get(lemma)
    if not takes:
        return []
    below = tree.having(i, "obl", "advcl", "xcomp", "obl:unmarked", "ccomp")
    held = [k for k in below if k > i and tree.case(k).split(" ")[0] in takes]
    if not held:
        on_object = tree.having(i, "obj", *PASSIVE)[:1] if lemma not in HEARER_OBJECT else []
        return [
            n
            for k in on_object
            if any(tree.case(c).split(" ")[0] in takes for c in tree.having(k, "acl", "nmod"))
            for n in tree.subtree(k)
        ]
    if any(tree.lows[k] == "saying" for k in held):
        return []
    of = [] if lemma in HEARER_OBJECT else tree.having(i, "obj", *PASSIVE)
    bare = not of and tree.case(held[0]) in ("for", "to", "at", "on")
    left_out = {m for k in held for m in tree.having(k, "case")} if bare else set()
    return [n for k in (*of[:1], *held) for n in tree.subtree(k, without=left_out)]


HEARER_OBJECT: Final = frozenset(
    ("tell", "remind", "assure", "inform", "notify", "warn", "ask", "caution", "advise", "beg")
)


def object_alone(tree: Tree, i: int, lemma: str, known: ReportingWords) -> list[int]:
    """An object that says what was said: demanded the release of S."""
    if lemma not in known.object or lemma == "call":
        return []
    passive = is_passive(tree, i)
    if passive and (tree.one(i, "obl:agent") is None or tree.rel(i).startswith("acl")):
        return []
    k = tree.one(i, *(PASSIVE if passive else ("obj",)))
    if k is None or (k < i) != passive or tree.upos(k) not in ("NOUN", "PROPN", "ADJ") or tree.lows[k] in EMPTY:
        return []
    return tree.subtree(k)


Frame = Callable[[Tree, int, str, ReportingWords], list[int]]
FRAMES: Final[tuple[Frame, ...]] = (clause, around, infinitive, naming, phrase, object_alone)
