"""Which events are of public life, and which of sport, stage or page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from readout.text.acts import CALAMITY
from readout.text.event_actors import is_political
from readout.text.event_found import EventWords, Found
from readout.text.event_tree import Tree, listed


def of_public_life(tree: Tree, found: Sequence[Found], words: EventWords) -> Iterator[Found]:
    """Leave out events of sport, stage or page in which nobody of public life takes part."""
    scenes = {lemma for lemma in tree.lemmas if lemma in words.actors.domains}
    return (f for f in found if f.frame.type == CALAMITY or not played(tree, f, scenes) or public(tree, f, words))


def played(tree: Tree, f: Found, scenes: set[str]) -> bool:
    """Tell whether an event is of sport, stage or page: several words of those stand by, or one at the act itself."""
    if f.frame.type in GOVERNING or f.frame.head in POSTS:
        return False
    if len(scenes) != 1:
        return bool(scenes)
    near = {
        f.trigger,
        f.anchor,
        *f.parties.actors,
        *f.parties.recipients,
        *tree.children[f.trigger],
        *tree.children[f.anchor],
    }
    return bool(scenes & {tree.lemma(i) for i in near})


# What leagues and clubs do as bodies do, in sport as anywhere.
GOVERNING: Final = frozenset({"SANCTION", "PROTEST", "ACCUSE", "REQUEST", "AGREE", "THREATEN", "REJECT"})

POSTS: Final = listed("appoint name hire reinstate quit resign step bow tender recall lift overturn quash admit merge stage")


def public(tree: Tree, f: Found, words: EventWords) -> bool:
    """Tell whether a party of an event is of public life, and not of a match or a novel."""
    return any(is_political(tree, h, words.actors) for h in (*f.parties.actors, *f.parties.recipients))
