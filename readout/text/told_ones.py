"""Find the one person whom something befell: a driver was hurt in the hand, one of the sailors was killed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

_WHO: Final = (
    r"(?:one (?:of (?:the|its|his|her|their|them) ?)?|an? (?=(?:[\w-]+ ){0,4}?(?:man|woman|boy|girl|child|person|driver|worker|"
    r"docker|"
    r"sailor|soldier|officer|policeman|policewoman|passenger|guard|student|pupil|fisherman|miner|farmer|pensioner|protester|demonstrator|"
    r"bystander|resident|cyclist|pedestrian|firefighter|nurse|doctor|teacher|reporter|journalist|spectator|visitor|guest|tourist|"
    r"villager|crewman|pilot|engineer|technician|labourer|clerk|shopkeeper)\b))"
)
_BETWEEN: Final = r"(?:[\w’'-]+ ){0,6}?"
_IS: Final = r"(?:was|is|has been|had been|being|got)(?: (?:slightly|lightly|badly|seriously|critically|fatally|also|then))*"
ONE: Final = (
    ("injuries", re.compile(rf"\b{_WHO}{_BETWEEN}{_IS} (?:hurt|injured|wounded|burned|taken to hospital)\b", re.I)),
    ("deaths", re.compile(rf"\b{_WHO}{_BETWEEN}(?:{_IS} (?:killed|shot dead|drowned|crushed to death|found dead)|died)\b", re.I)),
    ("arrests", re.compile(rf"\b{_WHO}{_BETWEEN}{_IS} (?:arrested|detained|taken into custody)\b", re.I)),
)  # fmt: skip
# Who died of what had been told of him before, in another year, or perhaps, is no victim to count.
NO_ONE: Final = re.compile(
    r"\b(?:if|would|could|may|might|nobody|no one|not|never|rumou?rs?|den(?:y|ied|ies)|"
    r"false|feared|whether|another|more|earlier|years? (?:ago|before|earlier))\b|"
    r"\bone (?:day|night|morning|evening|thing|year|week|side)\b", re.I,
)  # fmt: skip


def ones(sentence: str) -> Iterator[tuple[str, int, int]]:
    """Give what befell one person in a sentence: property, start, end; nothing where it is only supposed."""
    for name, pattern in ONE:
        m = pattern.search(sentence)
        if m and not NO_ONE.search(sentence) and not re.search(r"\d", m.group()):
            yield name, m.start(), m.end()
