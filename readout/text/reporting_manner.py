"""Judge a predicate of saying: whether it was said at all, and whether who is named can speak."""

from __future__ import annotations

from typing import Final

from readout.text.clause_trees import Tree
from readout.text.collectives import BODIES
from readout.text.reporting import ReportingWords
from readout.text.reporting_sources import subject
from readout.text.unnamed_speakers import CALLINGS, HUMAN_ENDINGS, NO_HUMAN

VERBAL: Final = frozenset(("VERB", "AUX"))
PERSONAL: Final = frozenset(
    ("he", "it", "she", "they", "i", "we", "you", "who", "some", "many", "others", "both", "one")
)


def is_denied(tree: Tree, i: int, known: ReportingWords) -> bool:
    """The sentence says that it was not said."""
    beside = tree.having(i, "advmod", "cc:preconj", "det")
    if any(tree.lows[n] in known.negations for k in beside for n in (k, *tree.kids[k])):
        return True
    by = subject(tree, i)
    return by is not None and any(tree.lows[n] in NO_ONE for n in (by, *tree.kids[by]))


NO_ONE: Final = frozenset(("no", "nobody", "none", "neither", "not"))


def is_possible(tree: Tree, i: int, known: ReportingWords) -> bool:
    """The sentence says only that it may be, will be or should be said, or asks whether it was."""
    aux = {tree.lows[k] for k in tree.having(i, "aux")}
    if tree.rel(i) == "conj" and not aux and subject(tree, i) is None and tree.head(i) >= 0:
        aux = {tree.lows[k] for k in tree.having(tree.head(i), "aux")}
    beside = {tree.lows[k] for k in tree.having(i, "advmod")}
    if aux & known.possible and "later" not in beside and not ("would" in aux and beside & {"only", "merely", "just"}):
        return True
    if any(tree.lows[k] in ("if", "unless", "whether") for k in tree.having(i, "mark")):
        return True
    if tree.lows[i].endswith("ing") and tree.rel(i) in ("xcomp", "ccomp", "obj") and tree.lemma(tree.head(i)) in ENDING:
        return True
    to = any(tree.lows[k] == "to" for k in tree.having(i, "mark"))
    return to and not is_real(tree, i, known)


# Verbs below which an -ing form was not done, or is over: have stopped asking for names.
ENDING: Final = frozenset(("stop", "cease", "quit", "avoid", "risk", "consider", "discontinue", "resist", "delay", "postpone"))


def is_real(tree: Tree, i: int, known: ReportingWords) -> bool:
    """An infinitive below a verb that leaves it a fact: went on to say."""
    above = tree.head(i)
    if above < 0 or tree.upos(above) not in VERBAL or is_denied(tree, above, known):
        return False
    if is_possible(tree, above, known):
        return False
    if tree.rel(i) == "advcl":
        return tree.lows[above] != tree.lemma(above) and not tree.lows[above].endswith("s")
    return tree.rel(i) in ("xcomp", "conj") and tree.lemma(above) in known.real


def speaks(tree: Tree, source: tuple[int, ...], known: ReportingWords) -> bool:
    """The source is a person, a body or a text that speaks, as far as words tell."""
    return any(may_speak(tree, n, known) for n in source)


def may_speak(tree: Tree, n: int, known: ReportingWords) -> bool:
    """Word n names a person, body or text: by its name, by its ending, or by the list."""
    low, lemma = tree.lows[n], tree.lemma(n)
    if tree.upos(n) == "PROPN" or low in PERSONAL or low in known.texts or lemma in known.texts or lemma in BODIES:
        return True
    by_ending = lemma.endswith(HUMAN_ENDINGS) and not lemma.endswith(NO_HUMAN)
    return tree.upos(n) in ("NOUN", "ADJ") and (by_ending or lemma in known.persons or low in known.persons or lemma in CALLINGS)


def is_somebody(tree: Tree, n: int, known: ReportingWords) -> bool:
    """Word n is a noun for a person or a body, whatever capitals it has in a heading."""
    low, lemma = tree.lows[n], tree.lemma(n)
    by_ending = lemma.endswith(HUMAN_ENDINGS) and not lemma.endswith(NO_HUMAN)
    listed = lemma in known.persons or low in known.persons or lemma in CALLINGS or lemma in BODIES
    return tree.upos(n) in ("NOUN", "PROPN", "ADJ") and (by_ending or listed or low in PERSONAL)
