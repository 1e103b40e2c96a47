"""Find the one person whom something befell: a driver was hurt in the hand, one of the sailors was killed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from readout.text.person_nouns import PERSONS

_SOMEBODY: Final = "|".join(sorted((
    *PERSONS, "person", "docker", "policeman", "policewoman", "protester", "firefighter", "crewman", "pilot", "engineer",
    "labourer", "prisoner", "nurse", "doctor", "teacher", "reporter", "shopkeeper", "clerk",
)))  # fmt: skip
_WHO: Final = rf"(?:one (?:of (?:the|its|his|her|their|them) ?)?|an? (?=(?:[\w-]+ ){{0,4}}?(?:{_SOMEBODY})\b))"
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


# A fourth death: so many by now.
_NTH: Final = (
    "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth",
)  # fmt: skip
NTH: Final = re.compile(
    rf"\b(?:an?|the) (?P<nth>{'|'.join(_NTH)}) (?:[\w-]+ )?(?:(?P<what>death|fatality|victim|arrest|case)\b|"
    r"(?:man|woman|person|boy|girl|child|suspect|patient|worker|passenger|soldier|inmate)\b(?P<then>[^.;]{0,40}))",
    re.I,
)
_BEFORE: Final = re.compile(r"\b(?:arrested|detained|held|charged)\s+$", re.I)
_NTH_OF: Final = {"death": "deaths", "fatality": "deaths", "victim": "deaths", "arrest": "arrests", "case": "cases"}
_THEN: Final = (
    ("deaths", re.compile(r"^(?: [\w-]+){0,3} (?:died|was killed|has died|had died|was found dead)\b", re.I)),
    ("arrests", re.compile(r"^(?: [\w-]+){0,2} (?:was|has been|had been|is) (?:arrested|detained|held)\b", re.I)),
)


def nths(sentence: str) -> Iterator[tuple[str, int, int, int]]:
    """Give the count that an ordinal tells: property, start, end, number; a fourth death is four deaths by now."""
    for m in NTH.finditer(sentence):
        number = _NTH.index(m.group("nth").lower()) + 2
        what, then = m.group("what"), m.group("then") or ""
        name = _NTH_OF[what.lower()] if what else next((n for n, p in _THEN if p.match(then)), None)
        if name is None and _BEFORE.search(sentence[: m.start()]):
            name = "arrests"
        if name:
            yield name, m.start(), m.start("then") if not what else m.end(), number


def ones(sentence: str) -> Iterator[tuple[str, int, int]]:
    """Give what befell one person in a sentence: property, start, end; nothing where it is only supposed."""
    for name, pattern in ONE:
        m = pattern.search(sentence)
        if m and not NO_ONE.search(sentence) and not re.search(r"\d", m.group()):
            yield name, m.start(), m.end()
