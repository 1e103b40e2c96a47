"""Give lengths of time back to the acts they are told beside, and "the first since" to the act of its sentence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from readout.stages.weigh.acts import Acts
from readout.stages.weigh.value_signs import base
from readout.stages.weigh.values import Said

ENDS = (". ", "\n", "! ", "? ")  # what ends a sentence, near enough
BESIDE = 12  # characters between a length of time and the act that it is told of: talked for two hours; ours

Given = Mapping[str, Mapping[str, Sequence[Said]]]  # occurrence → property → values


def homed(given: Given, acts: Acts) -> Given:
    """Give each length of time to the act told right beside it, where that has other parties than the one it was laid on, and each
    "first since" to the act told before it in its sentence, where that does not tell the one it was laid on."""
    made: dict[str, dict[str, list[Said]]] = {
        a: {n: list(s) for n, s in by_name.items()} for a, by_name in given.items()
    }
    for about, by_name in sorted(given.items()):
        for name, said in sorted(by_name.items()):
            for s in said if base(name) == "duration" else ():
                home = told_beside(s, acts)
                if home is not None and of_others(home, about, acts):
                    move(made, s, (about, name), home)
            for s in said if base(name) == "first_since" else ():
                told = told_with(s, acts)
                if told and about not in told:
                    move(made, s, (about, name), told[-1])
    return {a: kept for a, by_name in made.items() if (kept := {n: s for n, s in by_name.items() if s})}


def move(made: dict[str, dict[str, list[Said]]], said: Said, place: tuple[str, str], home: str) -> None:
    """Take a value from the row it stands on to that of another act."""
    made[place[0]][place[1]].remove(said)
    made.setdefault(home, {}).setdefault(base(place[1]), []).append(said)


def told_with(said: Said, acts: Acts) -> list[str]:
    """Give the occurrences that the sentence of a value tells, the one told nearest before it last."""
    at, text = said.evidence, acts.texts[said.evidence.doc_id]
    start = max(text.rfind(end, 0, at.start) for end in ENDS) + 1
    end = min((k for end in ENDS if (k := text.find(end, at.end)) >= 0), default=len(text))
    inside = [(e.start, acts.main(about)) for e, about in acts.events.get(at.doc_id, ()) if start <= e.start < end]
    return [about for place, about in sorted(inside, key=lambda one: (one[0] < at.start, one[0]))]


def of_others(one: str, other: str, acts: Acts) -> bool:
    """Tell whether two acts have parties, and those of no country in common."""
    mine, theirs = (
        {e.country or e.name for p in (*o.actors, *o.recipients) if (e := acts.parties.get(p))}
        for o in (acts.known[one], acts.known[other])
    )
    return bool(mine and theirs) and not mine & theirs


def told_beside(said: Said, acts: Acts) -> str | None:
    """Give the occurrence of the act told right beside a value; null where there is none."""
    at = said.evidence
    near = ((min(abs(e.start - at.end), abs(at.start - e.end)), about) for e, about in acts.events.get(at.doc_id, ()))
    found = min((one for one in near if one[0] <= BESIDE), default=None)
    return acts.main(found[1]) if found else None
