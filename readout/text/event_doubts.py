"""Where rules see nobody of public life in an event, the event head says whether it is one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from readout.text.event_actors import ActorWords, can_act, is_political
from readout.text.event_calamities import CALAMITY
from readout.text.event_judgement import EventJudge, Span
from readout.text.event_lists import listed
from readout.text.event_reading import EventWords, Found
from readout.text.event_tree import Tree

# A doubtful event is given up where the head finds "no event" so likely; chosen on held-out lines of our corpus.
DOUBT: Final = 0.35


def undoubted(tree: Tree, found: Sequence[Found], words: EventWords, judge: EventJudge | None) -> list[Found]:
    """Give up doubtful events that the head takes for none."""
    if judge is None:
        return list(found)
    return [f for f in found if not doubtful(tree, f, words.actors) or chance_of_none(tree, f, judge) < DOUBT]


def doubtful(tree: Tree, f: Found, known: ActorWords) -> bool:
    """Tell whether no party is a government, force, court, party, country, or a person or body by name."""
    if f.frame.type == CALAMITY or (f.frame.pos == "n" and f.carrier is not None and not f.parties.actors):
        return False
    heads = (*f.parties.actors, *f.parties.recipients)
    if tree.lemma(f.trigger) in CERTAIN and tree.words[f.trigger].upos == "VERB":
        return False
    answering = f.frame.type in ANSWERS and any(corporate(tree, h, known) for h in f.parties.actors)
    return not answering and not any(is_political(tree, h, known) or named(tree, h, known) for h in heads)


ANSWERS: Final = frozenset({"REJECT", "CONCEDE"})  # what companies and charities do to what they are charged with
CORPORATE: Final = frozenset({"BUS", "NGO", "REL"})


def corporate(tree: Tree, h: int, known: ActorWords) -> bool:
    """Tell whether a party is a company, a charity or a church."""
    return known.sectors.get(tree.lemma(h)) in CORPORATE


# Verbs that tell of nothing but public life, whoever does it.
CERTAIN: Final = listed("protest demonstrate riot arrest assassinate deport extradite bombard release free")


def named(tree: Tree, h: int, known: ActorWords) -> bool:
    """Tell whether a party is named as a person or body."""
    return tree.words[h].ner[2:] in ("PER", "ORG") and can_act(tree, h, known)


def chance_of_none(tree: Tree, f: Found, judge: EventJudge) -> float:
    """How likely the head finds that there is no event."""
    base, end = tree.words[0].start, tree.words[-1].end

    def span(heads: Sequence[int]) -> Span | None:
        if not heads:
            return None
        start, stop = tree.phrase(heads[0])
        return start - base, stop - base

    word = tree.words[f.trigger]
    trigger = (word.start - base, word.end - base)
    return judge(tree.text[base:end], span(f.parties.actors), span(f.parties.recipients), trigger).none
