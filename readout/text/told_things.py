"""Know which counted nouns tell nothing to compare, and which are two words for one thing."""

from __future__ import annotations

import re
from typing import Final

# Nouns of which a count tells nothing that pages could differ on.
NO_THINGS: Final = frozenset((
    "hundred", "thousand", "dozen", "million", "billion", "percent", "point", "side", "party", "year", "month", "week", "day",
    "hour",
    "minute", "second", "thing", "reason", "question", "word", "kind", "sort", "way", "case", "issue", "part", "half", "century",
    "country", "government", "nation", "state", "neighbour", "neighbor", "capital", "minister", "leader",
))  # fmt: skip
# In the words of a count these say what became of people, who are counted elsewhere.
FATE: Final = re.compile(r"\b(?:aboard|dead|injured|hurt|missing|killed|held|more)\b", re.I)
# Two words for one thing that pages count.
SAME: Final = {
    "ship": "vessel", "boat": "vessel", "warship": "vessel", "cutter": "vessel", 
    "jet": "aircraft", "plane": "aircraft", "airplane": "aircraft",
    "truck": "lorry", "house": "home", "projectile": "round", "bullet": "round", "shell": "round", "rocket": "missile",
    "object": "item", "piece": "item", "artefact": "item", "artifact": "item",
    "dwelling": "home", "chopper": "helicopter", "ballot": "vote",
}  # fmt: skip
