"""Name the bodies and groups that words mean by what they are: the police, protesters, the transport union."""

from __future__ import annotations

import re
from collections.abc import Iterable

from readout.text.event_lists import listed
from readout.text.people_nouns import are_people
from readout.text.told_people import is_person

# Nouns for bodies that act as one; plurals of nouns for people are groups as well.
BODIES = listed(
    "administration agency alliance army assembly association authority bank board brigade broadcaster cabinet charity church "
    "club coalition coastguard coastguards commission committee company congress consortium consulate corps council court crowd "
    "delegation department embassy federation firm fleet force garrison gendarmerie government group guard hospital "
    "house institute junta league leadership majority media military militia ministry mission mob movement navy network office "
    "operator opposition organisation organization panel parliament party police presidency press public regiment regime "
    "guild bureau prosecution directorate observatory chamber "
    "senate service staff syndicate team tribunal union unit university"
)
MANY = listed(
    "union party company firm bank airline hospital university court militia faction gang club school association authority"
)
PEOPLE = listed("police clergy personnel troops rebels insurgents militants guerrillas separatists gunmen organisers organizers")
# Plurals that name no group one could tell from another.
VAGUE = listed(
    "others those these some many both sides two three hundreds thousands dozens members persons things times others "
    "officials men women ministers presidents leaders governments countries nations delegations parties hands "
    "years days hours reports words news"
)
ANYBODY = listed("people persons humans folk folks men women children boys girls individuals citizens civilians youths adults")
LEADING = re.compile(
    r"^(?:(?:the|a|an|its|his|her|their|our|some|many|several|most|all|both|other|about|around|nearly|almost|more|fewer|less|"
    r"over|up to|at least|than|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|"
    r"(?:seven|eigh|nine)ty|a?\s?dozen|dozens|hundreds|"
    r"thousands|tens|scores|of|an? estimated|local|\d[\d,.]*|hundred|thousand|forty|fifty|twenty|thirty|"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day(?: (?:morning|afternoon|evening|night))?(?! (?-i:[A-Z])))[\s-]+)+",
    re.I,
)
TAIL = re.compile(r"\s*(?:[,;:(–—]|\b(?:of|in|from|for|at|on|with|to|by|who|which|that|whose|led)\b).*$", re.S)
WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*['’]?")


def collective(words: str) -> str | None:
    """Give the name of the body or group that a noun phrase means; null where it means a single person or a thing."""
    plain = TAIL.sub("", LEADING.sub("", " ".join(words.split())))
    listed = WORD.findall(plain)
    if not listed:
        return None
    head = listed[-1].lower()
    if head in VAGUE or not (head in BODIES or head in PEOPLE or plural(head)):
        return None
    return " ".join(listed)


def people_called(words: str) -> str | None:
    """Give the name of a body or group, or of any people whom a noun in the plural means; null for persons and things."""
    name = collective(words)
    plain = name or TAIL.sub("", LEADING.sub("", " ".join(words.split())))
    listed = WORD.findall(plain)
    if name or not listed or listed[-1].lower() in VAGUE or not are_people(listed[-1]):
        return name
    if len(listed) == 1 and listed[0].lower() in ANYBODY:
        return None
    return " ".join(listed)


def is_body(name: str) -> bool:
    """Tell whether a name ends with the noun of a body: the river authority."""
    return name.split()[-1].lower() in BODIES | PEOPLE


def plural(head: str) -> bool:
    """Tell whether a noun stands in the plural and means people: officers, fishermen, students."""
    many = head.endswith(("men", "ers", "ors", "ists", "ians", "ents", "ants", "ees", "ards", "ials", "ives"))
    return many or (head.endswith("s") and (is_person(singular(head)) or singular(head) in MANY))


def singular(head: str) -> str:
    """Give the singular of a noun for people: deputies, nurses."""
    return f"{head[:-3]}y" if head.endswith("ies") else head.removesuffix("s")


def fullest(name: str, names: Iterable[str]) -> str:
    """Give the one longer name in capitals that ends with this one ("federation"); itself where there is none or several."""
    low = name.lower()
    longer = {n for n in names if n.lower().endswith(f" {low}") and n[:1].isupper()}
    return longer.pop() if len(longer) == 1 else name
