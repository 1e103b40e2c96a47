"""One event where the words tell one act twice: a bombing and its dead, an attack and its blast."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from readout.text.event_arguments import Parties
from readout.text.event_found import Found
from readout.text.event_tree import Tree, listed

# Verbs that tell what an attack did, where they hang on the attack without a mark: bombed the bridge, killing two.
OUTCOMES: Final = listed("kill injure wound destroy damage maim hurt claim leave")
RALLYING: Final = listed("protest demonstrate rally march")
LINKED: Final = listed("advcl conj acl parataxis")


def merged(tree: Tree, found: Sequence[Found]) -> list[Found]:
    """Give up the outcome of an attack as an event of its own; those hurt join its recipients."""
    kept: list[Found] = []
    for f in found:
        attack = next((k for k in kept if is_outcome(tree, f, k)), None)
        if attack is None:
            kept.append(f)
            continue
        more = tuple(r for r in f.parties.recipients if r not in attack.parties.recipients)
        parties = Parties(attack.parties.actors, (*attack.parties.recipients, *more), attack.parties.because)
        kept[kept.index(attack)] = replace(attack, parties=parties)
    return kept


def is_outcome(tree: Tree, f: Found, attack: Found) -> bool:
    """Tell whether an event only says what an attack did, or what an act of its own type was for: marched to protest."""
    alike = f.frame.type == attack.frame.type or (attack.frame.type == "PROTEST" and tree.lemma(f.trigger) in RALLYING)
    if f.reading.aim and f.frame.pos == "v" and alike and tree.head(f.trigger) in (attack.trigger, attack.carrier):
        return True
    if f.frame.type != "ASSAULT" or attack.frame.type != "ASSAULT" or tree.lemma(f.trigger) not in OUTCOMES:
        return False
    if tree.head(f.trigger) not in (attack.trigger, attack.carrier) or tree.rel(f.trigger) not in LINKED:
        return False
    return not tree.of(f.trigger, "nsubj", "mark")
