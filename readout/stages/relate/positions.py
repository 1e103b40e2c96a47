"""Lines on positions: what the sides say they want, reject, demand or hold."""

from __future__ import annotations

import re
from collections.abc import Iterator

from readout.ids import make_id
from readout.records import Attribution, Evidence, Relation
from readout.stages.relate.pile import Pile
from readout.tables import Table

# Words by which a statement takes a stand, as general English has them.
STAND = re.compile(
    r"\b(?:must|should|ought to|has to|have to|need to|needs to|will not|won't|would not|cannot|never|oppose[sd]?|reject(?:s|ed)?|"
    r"demand(?:s|ed)?|insist(?:s|ed)?|support(?:s|ed)?|condemn(?:s|ed)?|refuse[sd]?|illegal|unlawful|unacceptable|red line|"
    r"inalienable|sovereign\w*|right to|committed to|ready to|willing to|stand by|stand up for|interests?|principles?)\b", re.I,
)  # fmt: skip


def positions(pile: Pile, attributions: Table[Attribution]) -> Iterator[Relation]:
    """Write one line per stand that a government, a body or someone who speaks for a country is quoted with."""
    for a in attributions:
        if a.kind == "term":
            continue
        who = [i.entity_id for i in pile.involved.get(a.attribution_id, ()) if i.role == "speaker" and i.entity_id]
        sides = [e for e in pile.sides(who) if e in pile.entities and pile.entities[e].type != "person"]
        evidence = tuple(Evidence(a.doc_id, s, e) for s, e in a.content)
        words = " … ".join(pile.words(e) for e in evidence)
        if sides and STAND.search(words):
            key = make_id("rel", "position", a.attribution_id)
            yield Relation(key, "position", tuple(sides), words, None, a.date, evidence)
