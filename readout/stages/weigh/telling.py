"""Choose the findings a careful reader would write down: what differs, and numbers worth knowing."""

from __future__ import annotations

from collections.abc import Sequence

from readout.stages.weigh.judge import CLASSES, days_apart
from readout.stages.weigh.values import Said

# Properties worth a row where only one value is given.
WORTH = frozenset((
    "duration", "deaths", "injuries", "missing", "arrests", "released", "participants", "displaced", "first_since", "amount",
))  # fmt: skip
MANY = 5  # a count by one page alone is worth a row from here on; ours
FEW = 3  # differing counts below this are mostly articles: one of, two of; ours


def worth_telling(name: str, groups: Sequence[Sequence[Said]]) -> bool:
    """Tell whether a property is worth a finding."""
    if name == "status":
        return len({CLASSES.get(g[0].value, "") for g in groups}) > 1
    if name == "date":
        moved = len({g[0].unit for g in groups}) > 1
        return moved and any(days_apart(a[0].value, b[0].value) > 1 for a in groups for b in groups)
    if name == "reason":
        return len(groups) > 1 and len({o for g in groups for s in g for o in s.origins}) > 1
    if name in WORTH:
        return True
    top = max((s.range.low for g in groups for s in g if s.range), default=0.0)
    pages = {s.evidence.doc_id for g in groups for s in g}
    return top >= MANY or (len(pages) > 1 and top >= FEW)
