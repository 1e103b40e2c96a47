"""Read who is described and not named: a hospital official, one of the rowers, residents, his lawyer, the union."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from typing import Final, Literal

from readout.text.collectives import BODIES, singular
from readout.text.event_lists import listed
from readout.text.told_people import is_person

Type = Literal["person", "group"]

HUMAN_ENDINGS: Final = ("er", "or", "ist", "man", "men", "woman", "women", "person", "people", "ian", "ant", "ent", "ee", "crat")
NO_HUMAN: Final = (
    "ment", "tee", "tter", "over", "ower", "ctor", "olor", "bour", "aper", "umber", "vent", "rder", "tent", "ient",
)  # fmt: skip
# Nouns for one person that no ending and no other list tells.
CALLINGS: Final = listed(
    "president premier chancellor secretary governor ambassador general colonel admiral captain commander chairman chairwoman "
    "chair chief director head commissioner bishop boxer footballer coach singer actor actress author historian economist "
    "professor politician banker builder architect publisher editor founder heir billionaire prosecutor statesman stateswoman "
    "pastor imam source insider eyewitness local native nephew niece uncle aunt cousin son daughter wife husband brother "
    "sister grandmother grandfather partner friend colleague ally rival aide boss deputy skipper referee umpire keeper "
    "goalkeeper striker midwife surgeon vet cook chef clerk cleaner barber baker butcher rower cyclist runner swimmer skier "
    "athlete sprinter climber guide conductor steward stewardess porter janitor apprentice foreman miller king queen prince "
    "princess defendant plaintiff suspect accused applicant claimant complainant executive representative delegate associate "
    "magistrate attorney counsel advocate passer-by bystander onlooker newcomer nun rabbi cleric churchwarden verger warden "
    "ranger forester hunter angler diver beekeeper grower breeder potter mower thrower sower sexton functionary dignitary monarch "
    "sovereign"
)
# Nouns for several people or a body in the singular, besides those of `collectives`.
TOGETHER: Final = listed(
    "family couple crew team staff leadership opposition delegation crowd audience choir troupe household camp side pair duo "
    "trio owner operator employer manufacturer supplier carrier airline retailer newspaper broadcaster publisher society fund "
    "charity school museum club laboratory lab watchdog regulator band campaign chamber clinic developer insurer bloc "
    "secretariat directorate inspectorate observatory bank port railway railways railroad railroads zoo theatre orchestra "
    "cooperative co-operative foundation consulate prosecution defence defense jury brigade utility refinery shipyard "
    "shipowner parish diocese"
)
# Endings of `HUMAN_ENDINGS` that tell of things.
THINGS: Final = listed(
    "answer offer order power number paper letter poster banner charter ledger newsletter sticker chapter register folder "
    "counter center border river tower error factor sector mirror computer matter manner dinner winter summer weather "
    "calculator water cover indicator document moment statement agreement argument comment judgment judgement department "
    "government parliament element instrument incident accident present percent event content intent extent plant grant "
    "restaurant account amount mount front point print hint paint committee coffee fee degree tree guarantee barometer "
    "thermometer meter scanner printer proper corner disaster danger anger fever cancer hunger thunder fiber fibre rubber "
    "timber feather leather elevator escalator tractor motor reactor generator rumor humor honor labor harbor flavor color "
    "odor terror horror minor major ocean median joint newspaper rather other another either neither whether together former "
    "latter trailer ladder folder buffer copper silver butter chamber"
)
ONE: Final = frozenset(("one", "another"))
SEVERAL: Final = listed("two three four five six seven eight nine ten eleven twelve several")
THEM: Final = re.compile(r"(?:one|another|two|three|several) of (?:them|those|these|us)$", re.I)
# What ends the description: what is told of the one described in a clause, or set off by commas.
CLAUSE: Final = re.compile(
    r"\s*[,;:(–—]|\s+-\s|\s+(?:who|whose|whom|which|that|speaking|asking|identified|identifying|reached|contacted|quoted|cited|"
    r"questioned|interviewed|watching|waiting|standing|holding|carrying|wearing)\b"
)
PREPOSITION: Final = re.compile(
    r"\s(?:of|for|from|in|at|with|to|on|near|by|among|inside|outside|close|familiar|behind|aboard|briefed|involved|present|aware)\s"
)
WORD: Final = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*[’']?")
POSSESSIVE: Final = frozenset(("his", "her", "its", "their", "my", "our"))
ARTICLES: Final = re.compile(r"^(?:the|a|an|this|that)\s+(?:same\s+)?", re.I)
NOBODY: Final = listed(
    "thing things one ones some many most other others both people those these all few part lot number side sides case report"
)


@dataclass(frozen=True, slots=True)
class Described:
    """Somebody described: the words, whether one person or several, the noun, and how it begins."""

    name: str
    type: Type
    noun: str
    definite: bool  # the mayor, and not a mayor
    whole: bool  # a description beyond the noun: the mayor of the town


def described(words: str, texts: Collection[str] = ()) -> Described | None:
    """Read the words that say who spoke as a description; null where they name somebody or tell of no one in particular.

    `texts` holds nouns for texts, which nobody is: the statement.
    """
    plain = phrase(" ".join(words.split()))
    before = PREPOSITION.split(f" {plain} ", maxsplit=1)[0].strip()
    found = WORD.findall(before)
    if not found or not plain:
        return None
    low = [w.lower() for w in found]
    if low[0] in ONE | SEVERAL and len(found) == 1:
        return partitive(plain, low[0])
    noun = low[-1]
    if (found[-1][0].isupper() and len(found) > 1) or (noun in texts and noun not in BODIES):
        return None
    if noun in NOBODY and not (noun == "people" and len(plain) > len(before)):
        return None
    if len(found) == 1 and found[0][0].isupper() and not is_common(noun):
        return None  # Reuters
    sort = sort_of(noun)
    if sort is None or low[0] == "whose" or (len(found) == 1 and found[0][0].isupper() and sort == "person"):
        return None  # a title that stands before a name, or a name
    name = plain if len(found) > 1 and found[0][0].isupper() and low[0] not in LOWERED else plain[0].lower() + plain[1:]
    return Described(name, sort, noun, low[0] in ("the", "this", "that"), len(plain.split()) > 2)


LOWERED: Final = listed(
    "the a an this that one another two three four five six several some many his her its their my our local senior former"
)


def phrase(words: str) -> str:
    """The description itself: without clauses; of "one of them, a retired captain" what stands behind the comma."""
    first = CLAUSE.search(words)
    head = words[: first.start()] if first else words
    names = LIST.match(words) if first and first[0].strip() == "," else None
    if names:
        return names[0]
    if THEM.match(head) and first and words[first.start() :].startswith(", a"):
        return phrase(words[first.start() + 2 :])
    return DANGLING.sub("", head.strip())


DANGLING: Final = re.compile(r"(?:\s+(?:of|for|from|in|at|with|to|on|both|the|a|and))+$")
# People or bodies in a list whom the one described is of: supporters of Roe, Lee and the club.
CAPITALS: Final = r"[A-Z][\w’'-]*(?: [A-Z][\w’'-]*)*"
LIST: Final = re.compile(
    rf"[^,;:]*\b(?:of|for|from|between) (?:the )?{CAPITALS}(?:, (?:the )?{CAPITALS})+,? and (?:the )?[\w’'-]+(?: [A-Z][\w’'-]*)*"
)


def partitive(plain: str, first: str) -> Described | None:
    """One of the rowers; two of his lawyers."""
    inner = re.match(r"\w+ of ((?:the|his|her|its|their) .*)", plain, re.I)
    noun = described(inner[1]) if inner else None
    if noun is None or noun.type != "group":
        return None
    name = plain[0].lower() + plain[1:]
    return Described(name, "person" if first in ONE else "group", noun.noun, False, True)


def sort_of(noun: str) -> Type | None:
    """Tell one person from several people or a body by the noun; null for things."""
    if noun in BODIES or noun in TOGETHER:
        return "group"
    if is_one(noun):
        return "person"
    several = noun.endswith("s") and not noun.endswith("ss") and (is_one(singular(noun)) or singular(noun) in BODIES | TOGETHER)
    return "group" if several or noun.endswith(("men", "women")) or noun in MASSES or noun == "people" else None


MASSES: Final = listed("passers-by police clergy personnel troops prosecutors organisers organizers locals lawyers children")


def is_common(noun: str) -> bool:
    """A noun of the lists, whatever its ending."""
    return noun in BODIES | TOGETHER | MASSES or is_person(singular(noun)) or singular(noun) in CALLINGS


def is_one(noun: str) -> bool:
    """A noun for one person, by the lists or by its ending."""
    if noun in THINGS or noun.endswith(("men", "women", "people")):
        return False
    by_ending = noun.endswith(HUMAN_ENDINGS) and not noun.endswith(NO_HUMAN) and len(noun) > SHORT
    known = noun in CALLINGS or is_person(noun) or by_ending
    return known or noun.endswith(("woman", "person", "-old"))


SHORT: Final = 4  # letters up to which an ending tells nothing: user; ours


def alone(name: str) -> str:
    """A description without its article."""
    return ARTICLES.sub("", name)
