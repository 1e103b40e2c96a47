"""Tell what the sentence leaves open: words that somebody only denies, asks about or charges another with having said."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from readout.text.clause_trees import Tree
from readout.text.reporting import ReportingWords, Saying
from readout.text.reporting_manner import is_denied
from readout.text.reporting_sources import PASSIVE, SUBJECT

DOUBTING: Final = frozenset(("deny", "ask", "demand"))  # acts whose content nobody states
SET_APART: Final = frozenset((  # beside the clause
    "set_in", "around", "according to", "view", "colon", "colon_refusal", "heading", "colon_clause",
))  # fmt: skip
CHARGING: Final = frozenset(("accuse", "charge", "allege"))  # others blame for what was said: criticised him for saying S


def doubted(tree: Tree, s: Saying, found: Iterable[Saying], known: ReportingWords) -> bool:
    """Nobody states that it was said: denied that Poe had told them to go; nobody can prove that Poe told them to go."""
    if s.frame.startswith(("claim", "promise to")) or s.frame in SET_APART or goes_on(tree, s):
        return False
    over = {o.at for o in found if o.at != s.at and s.at in o.content and (o.act in DOUBTING or o.lemma in CHARGING)}
    at = s.at
    while tree.head(at) >= 0 and not apart(tree, at):
        above = tree.head(at)
        below = tree.rel(at) in ("ccomp", "xcomp", "csubj") and at != s.at
        if above in over or (tree.rel(at) == "ccomp" and is_denied(tree, above, known)):
            return True
        if below and is_denied(tree, above, known):
            return True
        at = above
    return False


def goes_on(tree: Tree, s: Saying) -> bool:
    """The speaker's own next words: denied the charge, saying that S; denied it and said that S."""
    if tree.having(s.at, *SUBJECT, *PASSIVE):
        return False
    participle = tree.lows[s.at].endswith("ing") and s.at > 0 and tree.lows[s.at - 1] in (",", "”", '"')
    return participle or (tree.rel(s.at) == "conj" and not tree.having(s.at, "mark", "aux"))


def apart(tree: Tree, at: int) -> bool:
    """The page itself tells the clause: the charge, which the union had repeated; as Poe had said."""
    if tree.rel(at) in ("acl:relcl", "parataxis"):
        return True
    return tree.rel(at) == "advcl" and any(tree.lows[m] in ("as", "after", "when", "since") for m in tree.having(at, "mark"))
