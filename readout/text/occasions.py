"""Read on what occasion something was said: to whom, in what, where, when, from the syntax around the cue."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from readout.text.clause_trees import Span, Tree
from readout.text.reporting import ReportingWords

PHRASES: Final = ("obl", "obl:unmarked", "nmod", "nmod:unmarked", "advmod", "advcl")
IN_MEDIUM: Final = frozenset(("in", "on", "via", "by", "over", "through", "to"))
IN_VENUE: Final = frozenset(("in", "at", "during", "outside", "inside", "before", "after", "from", "near"))


@dataclass(frozen=True, slots=True)
class Occasion:
    """Spans of the one told, the medium, the venue and the time; null where the sentence does not tell."""

    addressee: Span | None = None
    medium: Span | None = None
    venue: Span | None = None
    time: Span | None = None


NO_OCCASION: Final = Occasion()


def occasion(tree: Tree, i: int, content: tuple[int, ...], known: ReportingWords) -> Occasion:
    """Read what stands beside predicate i and outside what was said."""
    inside = set(content)
    found: dict[str, Span] = {}
    for k in sorted(around(tree, i)):
        if k in inside or k == i:
            continue
        role = role_of(tree, i, k, known)
        if role and role not in found:
            found[role] = span_of(tree, k)
    return Occasion(**found)


def around(tree: Tree, i: int) -> Iterator[int]:
    """The phrases that hang on the predicate, or on the verb that a participle of saying goes with."""
    for k in tree.kids[i]:
        yield k
        if tree.rel(k) in ("obj", "iobj", "obl"):
            yield from tree.having(k, "nmod")  # told reporters at a rally
    above = tree.head(i)
    if above >= 0 and tree.rel(i) == "advcl":
        yield from tree.having(above, "obl", "obl:unmarked")


def role_of(tree: Tree, i: int, k: int, known: ReportingWords) -> str | None:
    """What phrase k tells of the saying."""
    rel, case, lemma = tree.rel(k), tree.case(k), tree.lemma(k)
    if (
        rel in ("obj", "iobj")
        and tree.upos(k) in ("NOUN", "PROPN", "PRON")
        and known.forms.get(tree.lows[i]) in known.hearers
    ):
        return "addressee"
    if rel not in PHRASES or tree.upos(k) not in ("NOUN", "PROPN", "ADV", "NUM"):
        return None
    if lemma in known.days or tree.lows[k] in known.days:
        return "time"
    if case in IN_MEDIUM and (lemma in known.media or tree.lows[k] in known.networks):
        return "medium"
    if case == "to" and k > i and (tree.words[k].ner != "O" or lemma in known.persons or tree.lows[k] in known.told):
        return "addressee"
    if case in IN_VENUE and (lemma in known.venues or tree.words[k].ner.endswith("LOC")):
        return "venue"
    return None


def span_of(tree: Tree, k: int) -> Span:
    """The phrase without its preposition and without what describes it in a clause."""
    left_out = {
        n
        for n in tree.kids[k]
        if tree.rel(n) in ("case", "mark", "acl:relcl", "acl", "parataxis", "punct", "conj", "cc")
    }
    left_out |= {n for n in tree.kids[k] if tree.rel(n) in ("nmod", "obl") and tree.case(n) != "of"}
    run = next((r for r in tree.runs(tree.subtree(k, without=left_out)) if k in r), [k])
    return tree.words[run[0]].start, tree.words[run[-1]].end
