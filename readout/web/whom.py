"""Tell whom a pronoun or an office of a sentence means, where the sentences before it leave no other reading."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from readout.pile import Pile
from readout.records import Evidence, Mention

SUBJECTS = frozenset(("he", "she", "it", "they"))
PERSONAL = frozenset(("he", "she"))
OFFICES = frozenset(("ministers", "presidents", "envoys"))
NEAREST = 4  # sentences before a pronoun in which whoever is named last is likely meant; ours


def whom(pile: Pile, sentence: Evidence, pronoun: re.Match[str]) -> str | None:
    """Give whom a pronoun means as far as a reader can be told: he or she is the first whom the nearest sentence before that names
    anybody names, or who speaks in it; where that is somebody else nobody is sure."""
    who = pile.pronouns.get((sentence.doc_id, pronoun.start()))
    if who is None or pronoun[0].lower() not in PERSONAL:
        return who
    likely = told_of_before(pile, sentence)
    return who if not likely or who in likely else None


def told_of_before(pile: Pile, sentence: Evidence) -> set[str]:
    """Give the first person whom the nearest of the sentences before one that names anybody names, and who speaks in it; a pronoun
    names who is meant."""
    starts = pile.sentence_starts.get(sentence.doc_id, ())
    at = bisect_right(starts, sentence.start) - 1
    named = [(m.start, str(m.entity_id)) for m in pile.named.get(sentence.doc_id, ()) if is_person(pile, m)]
    named += [(place, who) for place, who in pile.pronouns_of.get(sentence.doc_id, ()) if known_person(pile, who)]
    for back in range(at - 1, max(-1, at - 1 - NEAREST), -1):
        inside = [(place, who) for place, who in named if starts[back] <= place < starts[back + 1]]
        if inside:
            said = (a for a in pile.attributions_in.get(sentence.doc_id, ()) if a.speaker and a.source)
            speakers = {str(a.speaker) for a in said if starts[back] <= a.source[0][0] < starts[back + 1]}
            return {min(inside)[1], *speakers}
    return set()


def known_person(pile: Pile, who: str) -> bool:
    """Tell whether an entity is a person."""
    found = pile.entities.get(who)
    return found is not None and found.type == "person"


def is_person(pile: Pile, mention: Mention) -> bool:
    """Tell whether a mention names a person."""
    return known_person(pile, str(mention.entity_id))


def rivalled(pile: Pile, sentence: Evidence, pronoun: re.Match[str]) -> bool:
    """Tell whether somebody else whom the sentence names before a pronoun of the subject can be meant by it: the firm said that it
    would sue; then nothing is said of whom it means."""
    if pronoun[0].lower() not in SUBJECTS:
        return False
    before = (m for m in pile.named.get(sentence.doc_id, ()) if sentence.start <= m.start < pronoun.start())
    found = {e.type for m in before if (e := pile.entities.get(str(m.entity_id)))}
    person = pronoun[0].lower() in ("he", "she")
    return bool(found & {"person"} if person else found - {"person", "place"})


def holds(pile: Pile, entity_id: str, noun: str) -> bool:
    """Tell whether a page says that somebody holds an office by some noun."""
    return any(noun.lower() in o.role.lower() for o in pile.offices_of.get(entity_id, ()))


def all_hold(pile: Pile, names: Sequence[str], people: str) -> bool:
    """Tell whether people, by name, all hold the office by whose plural they are spoken of: two ministers; men hold none."""
    if people.lower() not in OFFICES:
        return True
    keys = [e.entity_id for e in pile.entities.values() if e.type == "person" and e.name in names]
    return all(any(holds(pile, k, people[:-1]) for k in keys if pile.name(k) == name) for name in names)
