"""Who a pronoun in the part of an actor means, where the sentence itself leaves no doubt: X said it would, X called off
his meeting."""

from __future__ import annotations

from typing import Final

from readout.text.event_actors import ActorWords, can_act, is_person
from readout.text.event_tree import Tree, listed

PERSONS: Final = listed("he she him her his hers himself herself")
THINGS: Final = listed("it its itself")
PLURALS: Final = listed("they them their theirs themselves")


def meant(tree: Tree, pronoun: int, trigger: int, known: ActorWords) -> int:
    """The subject of the nearest clause above that a pronoun fits; the pronoun itself where none does."""
    low = tree.lows[pronoun]
    if low not in PERSONS | THINGS | PLURALS:
        return pronoun
    for up in (trigger, *tree.above(trigger)):
        for s in described(tree, up):
            if s < pronoun and s not in (pronoun, trigger) and fits(tree, s, low, known):
                return s
    return pronoun


def described(tree: Tree, up: int) -> list[int]:
    """The subjects of a verb; for a relative clause the noun that it describes: the minister, who said she would stay."""
    found = tree.of(up, "nsubj")
    relative = tree.words[up].deprel == "acl:relcl" and any(tree.lows[s] in ("who", "which", "that") for s in found)
    return [tree.head(up)] if relative and tree.head(up) >= 0 else found


def fits(tree: Tree, i: int, pronoun: str, known: ActorWords) -> bool:
    """Tell whether a pronoun can mean a noun: person, thing or several."""
    if tree.words[i].upos == "PRON" or not can_act(tree, i, known):
        return False
    several = bool(tree.of(i, "conj")) or (tree.lows[i] != tree.lemma(i) and tree.words[i].upos == "NOUN")
    if pronoun in PLURALS:
        return several or tree.lemma(i) in COLLECTIVE
    if several:
        return False
    personal = is_person(tree, i, known) and tree.lemma(i) not in BODIES
    return personal if pronoun in PERSONS else not (personal and tree.words[i].ner.endswith("PER"))


COLLECTIVE: Final = listed(
    "police government team family couple group party union staff opposition crowd army majority"
)
BODIES: Final = listed(
    "government administration cabinet ministry parliament senate congress assembly army military navy police party union "
    "company firm bank court council commission committee agency department embassy country state republic alliance group "
    "coalition opposition regime junta house office board league federation association organisation organization"
)
