"""What a name may be, by the words in it and around it: each clue is a vote with its reason."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, Literal, NamedTuple

from readout.text.names_joined import BANKS
from readout.text.names_known import NameWords, Places, folded
from readout.text.names_roles import POSSESSIVE, Role
from readout.text.names_runs import GOES_ON, written
from readout.text.names_tokens import Token
from readout.text.number_words import ONES, TEENS

Kind = Literal["person", "organisation", "place", "country", "adjective", "vessel", "government"]
# Weights are ours: 5 decides alone, 3 is strong, 1 to 2 leans; a list alone (2 to 3) gives way to the words around.
NER: Final[dict[str, Kind]] = {"PER": "person", "ORG": "organisation", "LOC": "place"}
OF_STATE: Final = frozenset(  # what only a country has
    (
        "president", "king", "queen", "premier", "parliament", "navy", "army", "government", "exports", "economy",
        "capital", "ambassador", "embassy", "coast", "territory", "borders", "sovereignty", "constitution",
    )
)  # fmt: skip
OF_TOWN: Final = frozenset(  # what only a town, a county or a province has
    ("mayor", "governor", "airport", "streets", "suburbs", "outskirts", "harbour", "harbor", "residents", "inhabitants", "townhall")
)
ADJECTIVE_ENDS: Final = ("an", "ian", "ean", "ese", "ish", "ic", "i", "ite", "ois", "ch", "er")


class Vote(NamedTuple):
    """One clue: what the name may be, how strongly, and why."""

    kind: Kind
    weight: float
    because: str


def votes(
    tokens: Sequence[Token], span: tuple[int, int], places: Places, words: NameWords,
    *, honorific: bool, role: Role | None,
) -> tuple[Vote, ...]:  # fmt: skip
    """Collect the clues for the name at tokens [first, stop), strongest first."""
    first, stop = span
    core = tokens[first:stop]
    before, after = tokens[max(0, first - 4) : first], tokens[stop : stop + 4]
    found = [
        *by_title(honorific, role), *by_lists(core, places, words), *by_form(core, places, words),
        *by_before(before, core, words), *by_after(before, core, after, words), *by_tagger(core),
        *as_adjective(core, before, after, places, words),
    ]  # fmt: skip
    return tuple(sorted(found, key=lambda v: (-v.weight, v.kind, v.because)))


def by_title(honorific: bool, role: Role | None) -> Iterator[Vote]:
    """Someone with a title or an office is a person."""
    if honorific:
        yield Vote("person", 5.0, "a title of address before it")
    if role:
        yield Vote("person", 4.0, f"the office of {role.role} beside it")


SHIPS: Final = frozenset(
    ("MV", "MS", "MT", "USS", "HMS", "SS", "RMS", "HMCS", "HMAS", "INS", "USNS", "FV", "RV", "BRP")
)
JOURNEYS: Final = frozenset((
    "visit", "visits", "trip", "trips", "journey", "flight", "flights", "travel", "travels", "travelled", "traveled",
    "travelling", "traveling", "flew", "fly", "flying", "flown", "drove", "sailed", "returned", "return", "returning", "fled",
    "moved", "tour", "ferry", "train", "road", "bus", "back",
))  # fmt: skip
NOBLE: Final = frozenset(("Lady", "Princess", "Prince", "Queen", "King", "Lord", "Saint", "Duke", "Duchess"))


NAMED_AFTER: Final = frozenset(("Typhoon", "Hurricane", "Cyclone", "Storm", "Operation", "Tropical"))
SIDES: Final = frozenset(
    ("North", "South", "East", "West", "Northern", "Southern", "Eastern", "Western", "Greater", "Upper", "Lower")
)
NUMBERS: Final = frozenset((*ONES, *TEENS))
NUMBERED: Final = frozenset(
    ("Pier", "Gate", "Terminal", "Sector", "Zone", "Block", "Camp", "Checkpoint", "Berth", "Dock", "Quay", "Highway", "Route",
     "Junction", "Building", "Hall", "Platform", "Hangar", "Warehouse", "Depot")
)  # fmt: skip


def by_lists(core: Sequence[Token], places: Places, words: NameWords) -> Iterator[Vote]:
    """Say what the lists know; none of it decides."""
    name = unshouted(core, places)
    weight: dict[str, tuple[Kind, float]] = {
        "country": ("country", 4.0), "organisation": ("organisation", 3.5), "seat": ("organisation", 6.0),
        "capital": ("place", 3.0 if len(core) == 1 else 4.5), "region": ("place", 3.0),
        "city": ("place", 0.0 if name in words.bodies | words.features | GOES_ON else 1.0 if len(core) == 1 else 2.0),
    }  # fmt: skip
    for kind in places.kinds(name):
        if kind in weight:
            meant, strength = weight[kind]
            yield Vote(meant, strength, f"listed as a {kind}")
    if len(core) > 1 and folded(core[0].text) in words.given:
        yield Vote("person", 2.0, "its first word is listed as a given name")
    if len(core) < 4 and folded(core[-1].text) in words.surnames:
        yield Vote("person", 0.5, "its last word is listed as a surname")


def unshouted(core: Sequence[Token], places: Places) -> str:
    """Write a name; one in capitals that only a list of places knows in lower case as that list has it: PARIS."""
    name = written(core)
    plain = name.title()
    return plain if len(name) > 3 and name.isupper() and not places.kinds(name) and places.kinds(plain) else name


def by_form(core: Sequence[Token], places: Places, words: NameWords) -> Iterator[Vote]:
    """Say what the words of a name make it: the Y Commission, the X Strait, an acronym."""
    texts = [t.text for t in core] if len(core) > 1 else [unshouted(core, places)]
    head = texts[texts.index("of") - 1] if "of" in texts[1:] else texts[-1]
    if "country" in places.kinds(written(core)):
        return
    if len(texts) > 1 and texts[0] in NAMED_AFTER:
        yield Vote("vessel", 6.0, "a storm or an operation by its first word")
    elif len(texts) > 1 and texts[-1] in words.matters:
        yield Vote("vessel", 5.0, "an event, text or matter by its words")
    elif len(texts) > 1 and texts[0].replace(".", "") in SHIPS:
        yield Vote("vessel", 6.0, "a ship by the letters before its name")
    elif len(texts) > 2 and texts[:2] == ["Bank", "of"]:
        yield Vote("organisation", 5.0, "a body by its words")
    elif "and" in texts[1:-1] and set(texts) & (words.bodies | BANKS):
        yield Vote("organisation", 5.0, "a body by its words, of two fields or of two kinds of people")
    elif len(texts) > 1 and head in words.features and head not in words.bodies:
        yield Vote("place", 2.0 if is_surname(core, words) else 5.0, "a feature by its words")
    elif len(texts) > 1 and (head in words.bodies or texts[0] in words.bodies):
        yield Vote("organisation", 2.0 if is_surname(core, words) else 5.0, "a body by its words")
    elif "&" in texts[1:-1]:
        yield Vote("organisation", 4.0, "names joined by &")
    elif len(texts) > 1 and texts[-1].lower() in NUMBERS:
        yield Vote("place" if texts[0] in words.features | NUMBERED else "vessel", 4.0, "a thing with a number")
    elif len(texts) > 1 and head in words.company_ends:
        human = folded(core[0].text) in words.given or is_surname(core, words)  # Ann Power
        yield Vote("organisation", 3.5 if human else 6.0, "the name of a company by its last word")
    elif len(texts) > 1 and head in words.press_ends:
        yield Vote("organisation", 3.5, "the name of a paper or station by its last word")
    elif len(texts) > 1 and texts[0] in SIDES:
        weight = 2.0 if any(t.ner.endswith("ORG") for t in core) else 3.0
        yield Vote("place", weight, "a part of a place by its first word")
    elif len(texts) > 1 and texts[0] in words.streets:
        yield Vote("place", 4.0, "a street or feature by its first word")
    elif len(texts) > 1 and texts[0] in words.feature_first:
        yield Vote("place", 2.0, "a feature by its first word")
    elif len(texts) == 1 and texts[0].lower().endswith(("bank", "banken", "banque")) and len(texts[0]) > 6:
        yield Vote("organisation", 3.0, "called a bank")
    elif len(texts) == 1 and texts[0].isupper() and 1 < len(texts[0]) <= 6:
        unsaid = not set(texts[0]) & set("AEIOUY") or len(texts[0]) < 4
        yield Vote("organisation", 2.5 if unsaid else 1.5, "written as an acronym")
    elif 1 < len(texts) <= 3 and all(t.is_capital for t in core) and not of_country(core[0], places):
        yield Vote("person", 1.0, "two or three capitalised words")


def is_surname(core: Sequence[Token], words: NameWords) -> bool:
    """Tell a given name and a surname that is also a common word, by list and tagger: Jonah Park."""
    return len(core) == 2 and folded(core[0].text) in words.given and all(t.ner.endswith("PER") for t in core)


def of_country(t: Token, places: Places) -> bool:
    """Tell the name or adjective of a country, which begins no person's name."""
    return bool({"country", "adjective"} & set(places.kinds(t.text))) and not t.ner.endswith("PER")


def by_before(before: Sequence[Token], core: Sequence[Token], words: NameWords) -> Iterator[Vote]:
    """Say what the words before a name make it."""
    if not before:
        return
    last = before[-1].low
    article = last == "the"
    lead = before[-2].low if article and len(before) > 1 else last
    if last in words.vessels or (last in ("“", '"') and len(before) > 1 and before[-2].low in words.vessels):
        yield Vote("vessel", 6.0, f"the {last} before it")
    if before[-1].text in NAMED_AFTER:
        yield Vote("vessel", 6.0, f"{before[-1].text} before it")
    if article and len(before) > 2 and before[-2].text == "," and before[-3].low in words.vessels:
        yield Vote("vessel", 6.0, f"the {before[-3].low} beside it")
    if article and len(core) > 1 and core[0].text in NOBLE:
        yield Vote("vessel", 6.0, "a noble title behind the, as ships are called")
    if last == "aboard" or (article and before[-2:-1] and before[-2].low == "aboard"):
        yield Vote("vessel", 4.0, "aboard before it")
    if last == "of" and len(core) == 1 and len(before) > 1 and before[-2].is_word and not before[-2].is_capital:
        yield Vote("place", 1.0, "of before it")
    if last in words.place_nouns and len(before) > 1 and not before[-1].is_capital:
        yield Vote("place", 4.0, f"the word {last} before it")
    if last == "of" and len(before) > 1 and before[-2].low in words.place_nouns_many:
        yield Vote("place", 3.0, f"{before[-2].low} of before it")
    if last == "," and len(core) == 1 and len(before) > 2 and before[-2].low == "capital":
        yield Vote("place", 3.5, "the capital before it")
    if last == "(" and len(core) == 1:
        yield Vote("organisation", 2.0, "in brackets by itself")
    if last == "to" and len(before) > 1 and before[-2].low in JOURNEYS:
        yield Vote("place", 1.6, f"{before[-2].low} to before it")
    if last in words.directions:
        yield Vote("place", 2.5, f"{last} before it")
    if last in words.body_nouns and not before[-1].is_capital:
        yield Vote("organisation", 4.0, f"the word {last} before it")
    if article and lead in ("at", "in", "near", "outside") and not core[-1].text.isupper():
        yield Vote("place", 2.0, f"{lead} the before it")
    if lead in words.strong_place and not article:
        yield Vote("place", 2.0 if lead == "in" else 3.5, f"{lead} before it")
    elif lead == "on" and not article and len(core) > 1:
        yield Vote("place", 2.5, "on before it")
    elif lead in ("to", "from", "at", "toward", "towards", "into") and not article:
        yield Vote("place", 0.7, f"{lead} before it")
    if article and len(core) == 1 and not core[0].text.isupper():
        yield Vote("organisation", 0.6, "an article before it")
    if last in ("called", "named") and len(before) > 1 and is_someone(before[-2].low, words):
        yield Vote("person", 3.5, f"{before[-2].low} {last} before it")
    if last in ("said", "told", "asked", "added") and len(core) > 1:
        yield Vote("person", 1.5, f"{last} before it")
    if len(before) > 1 and before[-2].low in ("government", "republic", "people", "citizens") and last == "of":
        yield Vote("country", 4.0, f"{before[-2].low} of before it")


def is_someone(noun: str, words: NameWords) -> bool:
    """Tell a noun for someone: a man, a driver, a cousin."""
    many = f"{noun}s" in words.groups
    return many or noun in words.offices or noun in words.male_words | words.female_words | words.relations | SOMEONE


SOMEONE: Final = frozenset(
    ("boy", "girl", "youth", "teenager", "patient", "victim", "suspect", "passenger", "prisoner", "hostage", "survivor",
     "miner", "pilot", "singer", "actor", "actress", "player", "coach", "footballer")
)  # fmt: skip


def by_after(
    before: Sequence[Token], core: Sequence[Token], after: Sequence[Token], words: NameWords
) -> Iterator[Vote]:  # fmt: skip
    """Say what the words behind a name make it."""
    if not after:
        return
    nxt = after[0].low
    if nxt in words.person_verbs and not (before and before[-1].low in ("the", "in", "of")):
        yield Vote("person", 1.0, f"{nxt} behind it")
    if nxt == "," and len(after) > 2 and after[1].text.isdigit() and after[2].text == ",":
        yield Vote("person", 3.0, "an age behind it")
    if len(after) > 1 and nxt in (",", "and") and after[1].low == "who":
        yield Vote("person", 2.5, "who behind it")
    if nxt in words.place_nouns and nxt not in ("state", "capital", "coast", "border", "region"):
        yield Vote("place", 3.0, f"the word {nxt} behind it")
    if nxt == "," and len(after) > 2 and after[1].is_capital and after[2].text == "," and before[-1:] and (
        before[-1].low in words.place_prepositions
    ):  # fmt: skip
        yield Vote("place", 2.0, "a larger place behind a comma")
    if nxt in POSSESSIVE and len(after) > 1:
        yield from by_owned(after[1:], words)
    if nxt == "(" and len(after) > 2 and after[1].text.isupper() and after[2].text == ")" and len(core) > 1:
        yield Vote("organisation", 4.0, "an acronym behind it")


def by_owned(owned: Sequence[Token], words: NameWords) -> Iterator[Vote]:
    """Whose foreign minister, parliament, navy or exports are spoken of is a country."""
    low = [t.low for t in owned[:3]]
    office = (
        low[0] in words.portfolios and len(low) > 1 and low[1] in ("minister", "ministry", "ministers", "secretary")
    )
    prime = low[:2] in (["prime", "minister"], ["coast", "guard"], ["foreign", "policy"], ["armed", "forces"])
    if low[0] in OF_TOWN:
        yield Vote("place", 2.5, f"its {low[0]}")
    if office or prime or low[0] in OF_STATE:
        yield Vote("country", 3.0, f"its {' '.join(low[: 1 + (office or prime)])}")


def by_tagger(core: Sequence[Token]) -> Iterator[Vote]:
    """Say what the tagger makes of most words of a name; a lone word unknown to it is often taken for a person."""
    tags = [t.ner[2:] for t in core if t.ner[:1] in ("B", "I")]
    for tag in dict.fromkeys(tags):
        if tag in NER and tags.count(tag) * 2 > len(core):
            yield Vote(NER[tag], 2.5 if len(core) > 1 else 1.5, f"tagged {tag}")


def as_adjective(
    core: Sequence[Token], before: Sequence[Token], after: Sequence[Token], places: Places, words: NameWords
) -> Iterator[Vote]:  # fmt: skip
    """Tell the adjective of a country, listed or by its ending, before a noun in lower case."""
    if len(core) > 2:
        return
    kinds = places.kinds(written(core))
    noun = bool(after) and after[0].is_word and not after[0].is_capital and after[0].low not in words.inside
    noun = noun and after[0].low not in words.agency and after[0].low not in words.person_verbs
    if kinds[:1] == ("adjective",):
        yield Vote("adjective", 6.0, "listed as an adjective")
    elif "adjective" in kinds and noun and after[0].low not in words.place_prepositions:
        yield Vote("adjective", 4.5, "listed as an adjective, a noun behind it")
    elif len(core) == 1 and not kinds and core[0].low.endswith(ADJECTIVE_ENDS) and noun and before:
        determined = before[-1].low in ("the", "a", "an", "two", "some", "its", "of", "no", "many", "several", "more")
        if determined and after[0].low not in words.inside and after[0].low not in words.place_prepositions:
            yield Vote("adjective", 4.0, "the form of an adjective, a noun behind it")
