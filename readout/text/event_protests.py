"""Acts done in protest: whatever people do "in protest at" something is a protest, where it is no act of another kind."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Final

from readout.text.event_actors import ActorWords, can_act, may_act, owners
from readout.text.event_arguments import Parties, by_preposition, subjects
from readout.text.event_frames import Frame
from readout.text.event_tree import Tree

PROTESTING: Final = Frame("PROTEST", None, "v", "protest", (), frozenset(), (), "")
AGAINST: Final = ("at", "against", "over")


def in_protest(tree: Tree, taken: Collection[int | None], known: ActorWords) -> Iterator[tuple[int, Parties]]:
    """Give each verb that something is done "in protest" by, where the verb is no event yet, with who does it at whom."""
    for i, low in enumerate(tree.lows):
        if low != "protest" or tree.cases(i) != {"in"}:
            continue
        verb = next((up for up in tree.above(i) if tree.words[up].upos == "VERB"), None)
        if verb is None or verb in taken or tree.is_passive(verb):
            continue
        actors = tuple(a for a in subjects(tree, verb)[0] if may_act(tree, a, known))
        if actors:
            against = [h for slot in AGAINST for h in by_preposition(tree, i, slot)]
            whose = [o for h in against for o in ([h] if can_act(tree, h, known) else owners(tree, h, known))]
            yield verb, Parties(actors, tuple(o for o in whose if o not in actors), "actor: who acts in protest")
