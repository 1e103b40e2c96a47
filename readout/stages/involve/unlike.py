"""Leave out as speaker whom the words around a saying cannot mean: a person is no "it"; whom a decree accuses did not say so."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from readout.records import Attribution, Involvement
from readout.stages.involve.groups import Key
from readout.stages.involve.known import Known

TITLE: Final = 30  # characters of a title before a name; ours
BESIDE: Final = re.compile(r"(?:[A-Z][\w.-]*\s+){0,3}")  # title of a name: Mrs, Prime Minister
NEUTER: Final = frozenset(("it", "its"))


def possible(rows: Mapping[Key, Involvement], spoken: Sequence[Attribution], known: Mapping[str, Known]) -> dict[Key, Involvement]:
    """Give the rows, those of speakers without the persons who cannot have spoken."""
    made = dict(rows)
    for a in spoken:
        key: Key = (a.attribution_id, "speaker", 0)
        row = made.get(key)
        why = unlike(a, row, known[a.doc_id]) if row and row.entity_id else None
        if row and why:
            made[key] = replace(row, entity_id=None, name=None, country=None, because=why, unnamed=False)
    return made


def unlike(a: Attribution, row: Involvement, known: Known) -> str | None:
    """Say why somebody cannot be who spoke; null where he can."""
    if row.entity_id not in {e.entity_id for _, e in known.mentions if e.type == "person"}:
        return None
    if {known.text[s:e].lower() for s, e in a.source} & NEUTER:
        return f"it is no person, as {row.name} is"
    return f"{row.name} is whom the words are said of" if accused(a, known) == row.entity_id else None


def accused(a: Attribution, known: Known) -> str | None:
    """Give the person whom the words behind a word of saying begin with, where its subject does not name him: the decree accuses
    | Poe of neglect."""
    if not (a.source and a.cue and a.content) or not a.source[0][1] <= a.cue[0][0] < a.cue[0][1] <= a.content[0][0]:
        return None
    start = a.content[0][0]
    named = known.inside((start, a.content[0][1]))
    pair = next(((m, e) for m, e in named if e.type == "person" and m.form == "name" and m.start - start <= TITLE), None)
    if pair is None or not BESIDE.fullmatch(known.text, start, pair[0].start):
        return None
    found, who = pair[0], pair[1].entity_id
    if known.text[found.end : found.end + 1] not in (" ", ","):
        return None  # Poe's party
    own = any(e.entity_id == who for span in a.source for _, e in known.inside(span))
    return None if own or known.text[a.content[0][0] - 5 : a.content[0][0]].strip().endswith("that") else who
