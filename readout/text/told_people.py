"""Say what became of the people whom a number counts: dead, injured, missing, arrested …; or that they are a crowd."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from readout.text.acts import CALAMITY
from readout.text.event_lists import listed
from readout.text.number_words import NUMBER_WORDS
from readout.text.person_nouns import PERSONS

SPELLED: Final = frozenset(w for w, kind in NUMBER_WORDS.items() if kind in ("ONES", "TEENS", "TENS")) - {"one"}
FAR: Final = 60  # characters between a number and the word that says what it counts; ours


# The words that say what became of the people counted.
FATES: Final = tuple(
    (name, re.compile(rf"\b(?:{words})\b", re.I))
    for name, words in (
        (
            "deaths",
            "kill(?:ed|ing|s)|dead|died|dies|die|dying|deaths?|death toll|toll|bodies|drowned|perished|lives|victims|"
            "fatalit(?:y|ies)|slain|shot dead|succumbed|massacred|executed|lost (?:his|her|their) li(?:fe|ves)",
        ),
        (
            "injuries",
            "injur(?:ed|ing|es)|wound(?:ed|ing|s)|hurt|hurting|injur(?:y|ies)|treated|hospitali[sz]ed|"
            "(?:were|was|been|badly|severely) burned|maimed|"
            "(?:taken|rushed|brought) to (?:\\w+ )?hospitals?|in hospital|hospitals? admitted",
        ),
        ("missing", "missing|unaccounted"),
        (
            "arrests",
            "arrest(?:s|ed|ing)?|(?:took|taken|led) (?:\\w+ ){0,4}?away|"
            "detain\\w*|detentions?|in custody|(?:been|were|was|are|is|being|still) (?:held|seized)|held|"
            "apprehended|behind bars|rounded up|jailed",
        ),
        (
            "displaced",
            "evacuat(?:ed|ion|e|ing)|"
            "(?<!for )(?<!of )displac(?:ed|ing)(?! (?:people|persons|families) (?:around|in|at|near))|homeless|"
            "(?:left|fled|lost|leave|flee) (?:their|his|her) homes?|fled|uprooted|"
            "driven from (?:their )?homes?|moved to (?:higher ground|safety)|shelters?|forced (?:out|from)",
        ),
        (
            "cases",
            "sicken(?:ed|ing)|infected|(?:fell|fallen|falling|taken|counted as|was|were|are|"
            "been) (?:\\w+ )?(?:ill|sick|poisoned)|ill after|"
            "(?:people|children|guests|pupils) (?:ill|sick)|cases",
        ),
        ("released", "released|freed|let go|set free|sent home|walked free|released on bail"),
        ("rescued", "rescued|saved|survived|surviving|survivors?|pulled (?:alive|from)|plucked|brought to safety"),
        ("hostages", "hostages?|abducted|kidnapped|captives?"),
    )
)
KINDS: Final = {
    "deaths": (CALAMITY, "ASSAULT", "PROTEST"), "injuries": (CALAMITY, "ASSAULT", "PROTEST"), "missing": (CALAMITY, "ASSAULT"),
    "displaced": (CALAMITY, "ASSAULT"), "arrests": ("COERCE", "PROTEST"), "in custody": ("COERCE",),
    "released": ("CONCEDE", "RETREAT", "COERCE", "AID"), "people aboard": (CALAMITY, "ASSAULT", "COERCE"),
    "rescued": (CALAMITY, "AID", "ASSAULT"), "hostages": ("ASSAULT", "COERCE"),
    "bodies recovered": ("AID", CALAMITY, "ASSAULT"), "casualties": (CALAMITY, "ASSAULT"), "cases": (CALAMITY,),
}  # fmt: skip
# What a subgroup's fate is called: six officers injured.
PAST: Final = {
    "deaths": "killed", "injuries": "injured", "missing": "missing", "arrests": "arrested", "displaced": "displaced",
    "released": "released", "rescued": "rescued", "hostages": "held hostage", "in custody": "in custody",
    "casualties": "among the casualties", "cases": "infected",
}  # fmt: skip
STILL: Final = re.compile(r"\b(?:still|remain\w*|left (?:at|in)|yet to be)\b", re.I)
CUSTODY: Final = re.compile(r"\b(?:in custody|behind bars|in (?:jail|prison|detention)|held|detained)\b", re.I)
PART_BEHIND: Final = re.compile(
    r"(?:^|\b)\s*(?:of (?:them|whom|those|these|the (?:\w+ )?(?:dead|injured|wounded|victims|detained|missing)))\b",
    re.I,
)
PART_BEFORE: Final = re.compile(
    r"\b(?:including|among (?:them|those|whom|the (?:dead|injured|wounded|victims|missing|arrested)(?: (?:are|"
    r"is|were|was))?)|of (?:them|whom)|as well as)\s+(?:at least\s+|about\s+|some\s+)?$",
    re.I,
)
MORE_BEFORE: Final = re.compile(r"\b(?:another|a further|an additional)\s+$", re.I)
MORE_BEHIND: Final = re.compile(r"^\s*(?:more|additional|further)\b(?! than)|\bmore\b", re.I)
CROWD: Final = re.compile(
    r"\b(?:crowds?|turnout|march\w*|protest\w*|demonstrat\w+|rall(?:y|ied|ies)|procession|(?:took|taken|"
    r"taking) part|attend\w*|"
    r"turned out|gather\w*|assembl\w*|to the streets|on strike|walk(?:ed|ing)? (?:out|off)|walkout|"
    r"stop(?:ped)? work|downed tools|"
    r"strikers?|in the (?:square|streets)|(?:in|on|at) (?:the )?(?:\w+ ){0,2}Square|outside (?:the )?\w+|"
    r"stood (?:in front of|before|at)|"
    r"(?:come|came) to .{0,30}(?:square|parliament))\b", re.I,
)  # fmt: skip
TEAM: Final = re.compile(
    r"\b(?:delegation|team|group|party|entourage|mission|contingent)s? of\s*(?:about|some|around)?\s*$", re.I
)
NAMED_GROUP: Final = re.compile(r"\b(?:Group|Team|Party) of\s*$")  # the Group of Seven is no delegation
TEAM_BEHIND: Final = re.compile(
    r"^(?:-(?:member|man|person|strong))?\s+(?:\w+ )?(?:delegation|team|group|mission|contingent|party)\b", re.I
)
MANY: Final = 20  # people from which a number beside a crowd's words is the crowd; ours

PEOPLE: Final = listed(
    "person people man woman child protester demonstrator marcher participant resident worker supporter sailor passenger villager "
    "victim patient prisoner inmate convict commuter motorist cyclist pedestrian shopper worshipper "
    "detainee survivor human civilian inhabitant citizen life casualty individual other"
)
UNIFORMED: Final = listed(
    "officer policeman policewoman soldier guard firefighter fireman gendarme trooper constable serviceman "
    "gunman militant rebel fighter attacker insurgent terrorist assailant commando"
)
# Those of them who are a side's losses in a fight, where police officers are a group beside others.
FIGHTING: Final = listed("soldier serviceman trooper marine")
# Other nouns for people: who takes part in something, counted by what they are.
ROLES: Final = listed(
    "opponent critic backer sympathiser "
    "student fisherman crewman crewmember rescuer diver expert engineer official delegate negotiator diplomat envoy observer "
    "monitor inspector volunteer troop fighter militant rebel gunman lawmaker senator deputy minister member leader mayor judge "
    "lawyer journalist reporter doctor nurse medic teacher pupil farmer driver pilot docker miner striker employee staff "
    "refugee migrant pilgrim tourist player fan boy girl mother father relative neighbour neighbor candidate voter "
    "signatory activist campaigner monk priest hostage captive technician scientist paramedic veteran peacekeeper marine "
    "shepherd trader merchant vendor guest spectator visitor mourner bystander pensioner widow youth teenager adult infant baby"
)


TAKING: Final = re.compile(
    r"\b(?:arrest|detain|apprehend|round)\w*\s*$", re.I
)  # "arrested 43 of them" are all the arrests
ALL: Final = re.compile(r"\ball (?:of )?(?:the )?$", re.I)
ABOARD: Final = re.compile(r"^\s*(?:\w+ )?(?:on board|aboard)\b", re.I)
CARRYING: Final = re.compile(r"\b(?:carrying|crew of)\s+(?:about |some |around )?$", re.I)
FREED: Final = re.compile(r"\b(?:releas\w+|freed|let go|set free|walked free)\b", re.I)  # workers too are sent home
FOUND: Final = re.compile(r"\b(?:recover\w*|found|brought|pulled|retriev\w+|dug)\b", re.I)
# Nouns that are what became of people, counted: 51 detentions.
COUNTED_FATES: Final = {
    "life": "deaths", "arrest": "arrests", "detention": "arrests", "death": "deaths", "fatality": "deaths", "injury": "injuries",
    "evacuee": "displaced", "infection": "cases",
}  # fmt: skip
NAMED: Final = {"hostage": "hostages", "captive": "hostages", "survivor": "rescued", "casualty": "casualties"}


DISEASE: Final = re.compile(
    r"\b(?:cases? (?:of|were|was|had been|have been) (?:\w+ )?(?:registered|confirmed|reported|recorded|cholera|"
    r"measles|fever|flu|"
    r"infection|poisoning|disease)|cholera|outbreak|virus|epidemic|infect\w+|disease|fever|measles|vaccin\w+)\b", re.I,
)  # fmt: skip


AGAINST: Final = re.compile(
    r"\b(?:gunm[ae]n|militants?|rebels?|fighters?|attackers?|insurgents?|terrorists?|assailants?)\b", re.I
)


IMPRISONED: Final = frozenset(("prisoner", "inmate", "convict", "detainee", "captive", "hostage"))
FREEING: Final = re.compile(
    r"\b(?:freedom|release|liberty|amnesty|pardon|exchange|swap)\b[^.;]{0,25}$|\b(?:free|release|swap|exchange|"
    r"pardon)\s+(?:the |some |another )*$",
    re.I,
)
ARRESTED: Final = re.compile(r"\b(?:arrest|detain|in custody|apprehend|jail)", re.I)


NOT_THEIRS: Final = ""  # what syntax tells of those counted is no fate


class Fate(NamedTuple):
    """What became of those counted, and the types of acts that can have done it."""

    property: str
    kinds: tuple[str, ...]


def is_person(noun: str | None) -> bool:
    """Tell whether a counted noun stands for people."""
    return noun is not None and (
        noun in PEOPLE or noun in ROLES or noun in UNIFORMED or noun in PERSONS or noun.endswith(("man", "woman", "men"))
    )


_TAKEN = r"(?:arrested|detained|held|seized|captured|jailed|taken)"
_MANY = r"(?:\d[\d,]*|[a-z]+(?:-[a-z]+)?)"
_THEM = rf"(?:{_MANY} )?(?:[\w-]+ ){{0,3}}?{_TAKEN}\b"
# So many of those arrested: what became of these stands behind, before the number, or behind it where the whole is told first.
OF_THE_TAKEN = re.compile(rf"\s*(?:[a-z]+ )?of (?:the|those|its|their|his|her) {_THEM}(?P<rest>[^.;]*)", re.I)
TAKEN_BEFORE = re.compile(rf"\b[Oo]f (?:the|those) {_THEM}[^.;]*?, *(?:only |about |some )?$")
BECAME = re.compile(
    r"\b(?:was|were|is|are|has been|have been|had been|will be|remain\w*) (?:[a-z]+ly |now |since |already |later )?"
    r"(?P<fate>[a-z]+ed|let|sent|taken|shot|dead)\b"
)
TRIED = re.compile(r"charged|indicted|convicted|sentenced|acquitted|deported|bailed|released|freed|fined|remanded")
DEALT_WITH = re.compile(
    r"\b(?P<fate>charged?|indicte?d?|released?|freed?|let go|convicte?d?|sentenced?|acquitte?d?|deporte?d?|baile?d?)"
    r"\s*(?:only |about |some )?$", re.I,
)  # fmt: skip


def afterwards(sentence: str, start: int, end: int) -> str | None:
    """Give what became of so many of those arrested: of the 17 people arrested, 14 were charged; null where they were arrested."""
    behind, dealt = OF_THE_TAKEN.match(sentence, end), DEALT_WITH.search(sentence[:start])
    if behind:
        became = BECAME.search(behind["rest"])
        return dealt["fate"] if dealt else became["fate"] if became else None
    became = BECAME.match(sentence[end:].lstrip())
    if became is None or re.fullmatch(_TAKEN, became["fate"]):
        return None
    return became["fate"] if TAKEN_BEFORE.search(sentence[:start]) or TRIED.fullmatch(became["fate"]) else None


def fates(sentence: str, start: int, end: int, noun: str | None, governed: str | None = None) -> Iterator[Fate]:
    """Say what became of the people counted at a place of a sentence; nothing where its words do not tell.

    `governed` is the fate that its syntax tells, empty where that tells none, null where there is no parse to ask.
    """
    if noun == "body" and not increment(sentence, start, end):
        yield Fate("bodies recovered", KINDS["bodies recovered"])
    if noun == "body":
        return
    if noun == "case" and DISEASE.search(sentence):
        yield Fate("cases", KINDS["cases"])
        return
    if noun in COUNTED_FATES:
        yield Fate(COUNTED_FATES[noun], KINDS[COUNTED_FATES[noun]])
        return
    if noun is not None and not is_person(noun):
        return
    if (
        ABOARD.match(sentence[end:])
        or CARRYING.search(sentence[:start])
        or (noun == "passenger" and not (governed or nearest(sentence, start, end)))
    ):
        yield Fate("people aboard", KINDS["people aboard"])
        if ALL.search(sentence[:start]) and nearest(sentence, start, end) == "deaths":
            yield Fate("deaths", KINDS["deaths"])
        return
    near = nearest(sentence, start, end) if governed is None else governed
    name = near or NAMED.get(noun or "")
    if name is None or (increment(sentence, start, end) and alone(sentence, name)):
        return
    if name == "released" and noun is None and not FREED.search(sentence):
        return
    if name == "deaths" and re.match(r"\s*of the dead\b", sentence[end:], re.I) and FOUND.search(sentence):
        yield Fate("bodies recovered", KINDS["bodies recovered"])
        return
    if name == "arrests" and (since := afterwards(sentence, start, end)):
        if FREED.search(since):
            yield Fate("released", KINDS["released"])
        return
    clause = re.split(r"[;,]| and | but ", sentence[start:])[0]
    if name == "arrests" and CUSTODY.search(clause) and STILL.search(clause):
        name = "in custody"
    if name == "arrests" and (noun in IMPRISONED or FREEING.search(sentence[:start])) and not ARRESTED.search(clause):
        return  # prisoners whose release is asked for
    if name == "arrests" and noun in UNIFORMED and not ARRESTED.search(clause):
        name = "hostages"  # guards who are held
    group = subgroup(sentence, start, end, noun, name)
    if group is None:
        yield Fate(name, KINDS[name])
    elif group:
        yield Fate(f"{group} {PAST[name]}", KINDS[name])


def increment(sentence: str, start: int, end: int) -> bool:
    """Tell a number that comes on top of one told before: three more people."""
    return bool(MORE_BEFORE.search(sentence[:start]) or MORE_BEHIND.search(sentence[start:end].split(" ", 1)[-1]) or
                MORE_BEHIND.match(sentence[end:]))  # fmt: skip


def alone(sentence: str, name: str) -> bool:
    """Tell whether a sentence tells no other fate: with another, "another five injured" are all the injured."""
    return not any(other != name and pattern.search(sentence) for other, pattern in FATES)


# What rises or stands at a number, however far before it: the death toll from … rose to 14.
SUBJECTS: Final = tuple(
    (name, re.compile(rf"\b(?:{words})\b[^.;:]{{0,140}}?\b(?:to|at|was|is|reache[sd]|of|now|hit)\s+(?:at least |"
        rf"about |some |around )?$", re.I))
    for name, words in (
        ("deaths", "death toll|toll|number of (?:the )?(?:dead|deaths|victims)|"
            "number of people (?:known to have died|killed)"),
        ("arrests", "number of (?:arrests|detainees|those arrested)"),
        ("injuries", "number of (?:the )?(?:injured|wounded)"),
        ("missing", "number of (?:the )?missing"),
    )
)  # fmt: skip


ASIDE: Final = re.compile(
    r", (?:including|among (?:them|whom)|most of them|some of them|many of them|mostly|mainly) [^,]*,"
)


def nearest(sentence: str, start: int, end: int) -> str | None:
    """Name the fate told nearest to a number; what stands behind it in its clause comes first."""
    subject = next((name for name, pattern in SUBJECTS if pattern.search(sentence[:start])), None)
    if subject:
        return subject
    near = []
    for name, pattern in FATES:
        for m in pattern.finditer(sentence):
            between = sentence[end : m.start()] if m.start() >= end else sentence[m.end() : start]
            between = ASIDE.sub("", between)
            breaks = re.findall(r"[,;:]| and | but ", between)
            words = between.lower().split()  # a number right before the fate has it: 200 people and seven arrests
            numbers = [w for w in words[-1:] if m.start() >= end and (w[0].isdigit() or w in SPELLED)]
            if m.start() >= end or m.end() <= start:
                near.append((len(between) + 20 * len(breaks) + 40 * len(numbers) + 5 * (m.end() <= start), name))
    best = min(near, default=None)
    return best[1] if best and best[0] <= FAR else None


def subgroup(sentence: str, start: int, end: int, noun: str | None, name: str) -> str | None:
    """Name the group that is a part of those counted, in the plural; empty for a part without a name, null for no part."""
    part = (
        PART_BEHIND.match(sentence[end:])
        or PART_BEHIND.search(sentence[start:end])
        or PART_BEFORE.search(sentence[:start])
    )
    if noun and (
        (noun in UNIFORMED and (noun not in FIGHTING or AGAINST.search(sentence)))
        or (part and noun not in ("person", "people"))
    ):
        return plural(noun)
    took = TAKING.search(sentence[:start]) or name in ("in custody", "released")
    return "" if part and not took else None


def crowd(sentence: str, start: int, end: int, noun: str | None, number: float) -> Fate | None:
    """Say that a number tells how many took part: in a march, or in a delegation."""
    if (TEAM.search(sentence[:start]) and not NAMED_GROUP.search(sentence[:start])) or TEAM_BEHIND.match(
        sentence[end:]
    ):
        return Fate("participants", ("CONSULT",))
    counted = (noun is None or is_person(noun)) and noun not in UNIFORMED and number >= MANY
    if counted and CROWD.search(sentence) and not of_members(sentence, start):
        return Fate("participants", ("PROTEST",))
    return None


# What stands before the number of those whom a body has, or of whom others are a part: it represents 1,100 of the 1,400 workers.
MEMBERS: Final = re.compile(
    r"\b(?:(?:represent|employ|compris|organis|organiz)\w*|of (?:the|its|their))\s+"
    r"(?:(?:some|about|around|nearly|almost|more than|over)\s+)?$", re.I,
)  # fmt: skip


def of_members(sentence: str, start: int) -> bool:
    """Tell whether a number is of those who belong to a body or a place, and not of those who came."""
    return bool(MEMBERS.search(sentence[:start]))


def plural(noun: str) -> str:
    """Give the plural of a noun."""
    known = {"person": "people", "man": "men", "woman": "women", "child": "children", "life": "lives", "body": "bodies"}
    if noun in known:
        return known[noun]
    if noun.endswith(("man", "woman")):
        return noun[:-2] + "en"
    if noun.endswith(("men", "s", "people", "staff", "police")):
        return noun
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("x", "ch", "sh")) else "s")
