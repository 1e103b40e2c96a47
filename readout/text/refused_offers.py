"""Read who turns an offer down at the end of a clause, and so speaks behind it: an offer that Poe turned down. "S," she said."""

from __future__ import annotations

from typing import Final

from readout.text.clause_trees import Tree
from readout.text.reporting_sources import PASSIVE, SUBJECT

# Verbs by which one who was offered or asked for something says no; some need the particle behind the bar of `WITH`.
REFUSING: Final = frozenset((
    "refuse", "reject", "decline", "rebuff", "spurn", "dismiss", "deny", "resist", "oppose", "veto", "ignore", "rebuke", "contest",
    "dispute",
))  # fmt: skip
WITH: Final = {
    "turn": frozenset(("down", "away", "aside")), "rule": frozenset(("out",)), "brush": frozenset(("aside", "off")),
    "wave": frozenset(("away", "aside", "off")), "shrug": frozenset(("off",)), "laugh": frozenset(("off",)),
    "throw": frozenset(("out",)), "knock": frozenset(("back",)), "push": frozenset(("back", "aside")),
}  # fmt: skip
BEHIND: Final = 6  # words of time and manner that may stand behind the verb: rejected on the spot; ours
TAKING_UP: Final = "who turned down what the sentence before tells of"


def refuser(tree: Tree, end: int) -> tuple[int, int] | None:
    """The subject and verb of the relative clause that ends right before word `end` and tells that something was turned down."""
    verb = next((n for n in range(end - 1, max(0, end - 2 - BEHIND), -1) if tree.upos(n) in ("VERB", "AUX")), None)
    if verb is None or not is_refusal(tree, verb, end) or not tree.rel(verb).startswith("acl"):
        return None
    behind = [n for n in range(verb + 1, end) if tree.upos(n) != "PUNCT" or tree.lows[n] in (",", ";", ":")]
    who = next((k for k in tree.having(verb, *SUBJECT) if k < verb), None)
    if who is None or tree.having(verb, "aux:pass", *PASSIVE) or any(tree.upos(n) in ("PUNCT", "CCONJ", "SCONJ") for n in behind):
        return None
    own = tree.lows[who] in ("that", "which", "who", "whom", "it", "this")
    denied = any(tree.lows[k] in ("not", "n't", "n’t", "never", "would", "may", "could") for k in tree.kids[verb])
    return None if own or denied else (who, verb)


def is_refusal(tree: Tree, verb: int, end: int) -> bool:
    """A verb that says no, alone or with its particle."""
    particles = WITH.get(tree.lemma(verb), frozenset())
    return tree.lemma(verb) in REFUSING or any(tree.lows[n] in particles for n in range(verb + 1, min(verb + 3, end)))
