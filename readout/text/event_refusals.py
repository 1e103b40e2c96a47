"""Who refuses what whom asks for: the court dismissed a request by the opposition to annul the vote."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from readout.text.event_arguments import agents, subjects
from readout.text.event_found import Found
from readout.text.event_tree import Tree, listed

ASKS: Final = listed(
    "request demand appeal call petition motion application plea bid proposal ultimatum entreaty claim complaint suit lawsuit"
)
REFUSING: Final = listed("reject dismiss turn decline deny refuse rebuff spurn throw ignore overrule wave")


def with_refusals(tree: Tree, found: Sequence[Found]) -> list[Found]:
    """Make who refuses a request its actor and who made it its recipient; refusing one counts as REJECT, whatever was asked for."""
    return [refusal(tree, f) for f in found]


def refusal(tree: Tree, f: Found) -> Found:
    """Read the parties of a refused request from the words around it; any other event as it is."""
    verb = f.reading.holder
    if f.reading.status != "refused" or verb is None or tree.lemma(verb) not in REFUSING:
        return f
    above = set(tree.above(f.trigger)) | {f.trigger}
    asked = [o for o in tree.of(verb, "obj", "nsubj:pass") if tree.lemma(o) in ASKS and o in above]
    if not asked:
        return f
    who = agents(tree, verb) if tree.is_passive(verb) else subjects(tree, verb)[0]
    askers = tuple(c for c in tree.of(asked[0], "nmod") if tree.cases(c) & {"by", "from"} or "poss" in tree.words[c].deprel)
    askers += tuple(c for c in tree.of(asked[0], "obl", "obl:agent") if "by" in tree.cases(c))
    if not askers and any(low in ("by", "from") for low in tree.lows[asked[0] : f.trigger]):
        askers = tuple(a for a in f.parties.actors if asked[0] < a < f.trigger)
    actors = tuple(who) or tuple(a for a in f.parties.actors if a not in askers)
    parties = replace(f.parties, actors=actors, recipients=askers or f.parties.recipients)
    return replace(f, parties=parties, coded=f.coded or "REJECT")
