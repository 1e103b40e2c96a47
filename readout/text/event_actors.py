"""Who can act or be acted on: judge the head of a noun phrase, and split compound participants into lists."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from readout.text.event_lists import CALENDAR
from readout.text.event_tree import NOMINAL, Tree, listed
from readout.text.names_known import Places, folded

PERSONAL: Final = listed("he she they we i him her them us you me who whom himself herself themselves")
PRONOUNS: Final = listed("it both those others some many one none nobody anyone someone everyone everybody anybody somebody")
POSSESSIVE: Final = listed("his their our my your its")
# Nouns that count or part others: the ones meant stand behind "of".
COUNTING: Final = listed(
    "dozen hundred thousand million score number group series round lot rest majority handful couple host string wave "
    "member part half third quarter total list range set pair bulk kind type sort piece column batch contingent "
    "convoy fleet crowd team ton tonne barrel billion trillion spate last remainder remnant"
)


@dataclass(frozen=True, slots=True)
class ActorWords:
    """Nouns by what they can be in an event; see `lexicon/actors.toml`."""

    sectors: Mapping[str, str]
    who: frozenset[str]
    things: frozenset[str]
    abstract: frozenset[str]
    weapons: frozenset[str]
    lifeless: frozenset[str]
    domains: frozenset[str]
    places: Places

    def country(self, words: str) -> str | None:
        """The country a phrase names by itself or by an adjective in it; null where it names none or several."""
        whole = self.places.countries.get(folded(words))
        if whole:
            return whole
        found = {c for c in map(self._one, words.replace("’", "'").replace("'s", " ").split()) if c}
        return found.pop() if len(found) == 1 else None

    def _one(self, word: str) -> str | None:
        key = folded(word.strip('.,;:()"“”'))
        if not key[:1].isupper():
            return None
        return self.places.countries.get(key) or self.places.adjectives.get(key) or self.places.peoples.get(key)

    def nationality(self, word: str) -> bool:
        """Tell whether an adjective is of a country: French, Israeli."""
        return folded(word) in self.places.adjectives or folded(word) in self.places.countries

    def of_a_people(self, tree: Tree, i: int) -> bool:
        """Tell whether a word in front of a noun is an adjective of a people: listed, or an adjective in capitals."""
        words = surface(tree, i)
        return self.nationality(words) or (tree.words[i].upos == "ADJ" and i > 0 and words[:1].isupper())


def is_name(tree: Tree, i: int) -> bool:
    """Tell whether a noun phrase is headed by a name."""
    word = tree.words[i]
    return word.upos == "PROPN" or word.ner != "O"


FLYING: Final = listed("stone bottle brick rock egg cobblestone bullet shot shell rocket missile molotov firebomb punch fist")


def is_missile(tree: Tree, i: int) -> bool:
    """Tell whether a word is of something that flies and does nothing of itself, in capitals at the start of a sentence too."""
    return tree.lemma(i) in FLYING and tree.words[i].ner == "O"


def can_act(tree: Tree, i: int, known: ActorWords) -> bool:
    """Tell whether the head of a noun phrase names someone who can act: person, body, country, group."""
    word = tree.words[i]
    lemma = tree.lemma(i)
    if is_missile(tree, i):
        return False
    if word.upos == "PRON":
        return tree.lows[i] in PERSONAL or tree.lows[i] in PRONOUNS
    if lemma in known.sectors or lemma in known.who or is_name(tree, i):
        return not is_calendar(tree, i)
    if word.upos == "NUM":
        return word.deprel in ("nsubj", "nsubj:pass", "obj") and not tree.of(i, "nmod:npmod", "compound")
    if word.upos == "ADJ" and known.nationality(tree.text[word.start : word.end]):
        return True
    if lemma in COUNTING:
        return any(can_act(tree, c, known) for c in tree.of(i, "nmod"))
    return (
        word.upos == "NOUN" and lemma.endswith(("er", "or", "ist", "ian", "man", "men")) and lemma not in NOT_PERSONS
        and lemma not in known.things and lemma not in known.abstract and lemma not in known.lifeless
    )  # fmt: skip


# Endings of nouns that are of deeds and states, and of nobody.
STATELY: Final = (
    "tion",
    "sion",
    "ment",
    "ness",
    "ity",
    "ance",
    "ence",
    "ism",
    "ure",
    "ing",
    "age",
    "ics",
    "ship",
    "dom",
)


def may_act(tree: Tree, i: int, known: ActorWords) -> bool:
    """Tell whether a head can act, or is a noun of which nothing says that it cannot: the abbot, a canton."""
    if can_act(tree, i, known):
        return True
    lemma = tree.lemma(i)
    if tree.words[i].upos != "NOUN" or lemma.endswith(STATELY) or is_calendar(tree, i):
        return False
    return not (lemma in known.things or lemma in known.abstract or lemma in known.lifeless or lemma in known.weapons)


NOT_PERSONS: Final = listed(
    "power order number letter matter paper water weather winter summer corner chapter border river tower answer "
    "offer former latter center counter danger disaster dinner dollar error factor favor floor flower former honor "
    "horror hour labor layer manner mirror murder master motor neither order other over paper poster quarter register "
    "remainder rumor sector sister shelter silver tenor terror transfer tractor under vapor vigor encounter exposure "
    "behavior behaviour endeavor ladder laughter ledger lumber metaphor minor monitor never october november december "
    "september newspaper oyster pepper plaster powder prior proper reactor rather rubber rotor semester soldier's spider "
    "slaughter temper theater thunder timber trailer trigger ulcer user whether wonder oil woman hunger anger cover "
    "finger feather gender gutter hammer helicopter hydrogen character cancer calendar charter computer"
)


def is_calendar(tree: Tree, i: int) -> bool:
    """Tell whether a word is a day or month, which no treebank tag tells from a name."""
    return tree.lows[i] in CALENDAR and tree.words[i].ner == "O"


def is_person(tree: Tree, i: int, known: ActorWords) -> bool:
    """Tell whether a head names persons, rather than a body, a place or a thing."""
    word = tree.words[i]
    if any(tree.lemma(c) in PERSONS_TITLES for c in tree.of(i, "compound", "appos", "nmod:desc")) and is_name(tree, i):
        return True
    if word.ner.endswith("LOC") or not can_act(tree, i, known):
        return False
    if word.ner.endswith("ORG"):
        return False
    return tree.lemma(i) not in known.things


PERSONS_TITLES: Final = listed(
    "president premier minister chancellor king queen prince princess emperor sultan emir senator governor mayor general "
    "colonel admiral captain commander judge bishop archbishop pope imam sheikh ambassador envoy mr mrs ms dr professor sir lord"
)


def can_be_struck(tree: Tree, i: int, known: ActorWords) -> bool:
    """Tell whether a head names someone or something that can be attacked, entered, taken."""
    return can_act(tree, i, known) or tree.lemma(i) in known.things or tree.lemma(i) in COUNTING


POLITICAL: Final = frozenset(
    {"GOV", "MIL", "LEG", "JUD", "COP", "SPY", "REB", "OPP", "PTY", "IGO", "REF", "CRM", "LAB"}
)


def is_political(tree: Tree, i: int, known: ActorWords) -> bool:
    """Tell whether a head is of public life: a government, an army, a court, a people."""
    start, end = tree.phrase(i)
    return known.sectors.get(tree.lemma(i)) in POLITICAL or known.country(tree.text[start:end]) is not None


def owners(tree: Tree, i: int, known: ActorWords) -> list[int]:
    """The actors that a noun phrase belongs to: its possessor, 'of X', 'by X', a nationality in front."""
    found: list[int] = []
    for c in tree.children[i]:
        rel = tree.words[c].deprel
        named = rel == "nmod:poss" or (rel in ("nmod", "obl") and tree.cases(c) & {"of", "by", "from", "in"})
        front = rel in ("amod", "compound", "nmod:desc") and (is_name(tree, c) or known.of_a_people(tree, c))
        if (named or front) and (can_act(tree, c, known) or front):
            found += tree.conjuncts(c) if named else [c]
    return found


def surface(tree: Tree, i: int) -> str:
    """A word as written."""
    return tree.text[tree.words[i].start : tree.words[i].end]


def members(tree: Tree, i: int) -> list[int]:
    """The participants that a nominal names: itself and those joined to it."""
    return [m for m in tree.conjuncts(i) if tree.words[m].upos in NOMINAL or tree.words[m].upos == "ADJ"]
