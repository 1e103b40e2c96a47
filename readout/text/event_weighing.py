"""What speaks for rules and for network where both have a say of an event: named features, weighed by published numbers.

Five questions are asked: does an event of the rules stand, is a word that only the network sees an event, is the network's
type right where the two differ, is its status, and is a word the head of an actor or of a recipient. The numbers are in
`lexicon/event_weights.toml`, fitted by `training/events/weigh.py` to held-out lines.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import log
from typing import Final

from readout.text.event_actors import ActorWords, can_act, is_political, may_act
from readout.text.event_calamities import CALAMITY
from readout.text.event_found import Features, Found
from readout.text.event_judgement import Said, WordJudgement
from readout.text.event_lists import listed
from readout.text.event_tree import Tree

LEAST: Final = 0.002  # chances are taken for no smaller, nor for nearer to one
PARTICULAR: Final = 3
FACT: Final = "stated as fact"
UNDONE: Final = frozenset({"cancelled", "postponed"})  # what is called off in so many words is an act
ANSWERS: Final = frozenset({"REJECT", "CONCEDE"})  # what companies and charities do to what they are charged with
CORPORATE: Final = frozenset({"BUS", "NGO", "REL"})
# Verbs that tell of nothing but public life, whoever does it.
CERTAIN: Final = listed(
    "protest demonstrate riot arrest assassinate deport extradite bombard release free jail imprison sentence acquit "
    "convict indict pardon evict evacuate kidnap abduct vaccinate quarantine rescue sack veto legalise outlaw "
    "decriminalise nationalise privatise boycott picket blockade besiege storm loot lynch torture massacre behead "
    "execute ambush bomb shell annex invade mobilise mobilize disarm surrender"
)
# Words that put an act into the past.
PAST: Final = listed(
    "ago earlier previously formerly once decade century last past then since war old years year ever before"
)


def odds(chance: float) -> float:
    """The log odds of a chance."""
    kept = min(max(chance, LEAST), 1 - LEAST)
    return log(kept / (1 - kept))


def likely(shares: Mapping[str, float], name: str) -> float:
    """The log of a share."""
    return log(max(shares.get(name, 0.0), LEAST))


def told_by(f: Found) -> list[int]:
    """The words that an event of the rules is told by."""
    return [i for i in (f.trigger, f.over, f.taken, f.carrier) if i is not None]


def no_act(f: Found, i: int, said: Said) -> float:
    """How likely a word tells no act of anybody; zero where the network did not read it."""
    verdict = said.words.get(i)
    chance = verdict.types[CALAMITY] if verdict is not None and f.frame.type != CALAMITY else 0.0
    return said.none[i] + chance if i < len(said.none) else 0.0


def read_by_network(f: Found, said: Said) -> bool:
    """Tell whether the network read every word that an event is told by."""
    return all(i < len(said.none) for i in told_by(f))


def standing(tree: Tree, f: Found, said: Said, known: ActorWords) -> Features:
    """What speaks for an event of the rules."""
    heads = (*f.parties.actors, *f.parties.recipients)
    verb = tree.words[f.trigger].upos == "VERB"
    agreed = max((likely(said.words[i].types, f.frame.type) for i in told_by(f) if i in said.words), default=log(LEAST))
    none = odds(min(no_act(f, i, said) for i in told_by(f)))
    return {
        "none": none, "agreed": agreed,
        "particular": f.frame.particular >= PARTICULAR, "somewhat": 0 < f.frame.particular < PARTICULAR,
        "carried": f.carrier is not None, "untaught": "8" in f.frame.need, "plain": bool(set("E6K") & set(f.frame.need)),
        "calamity": f.frame.type == CALAMITY, "fell": f.frame.type == CALAMITY and verb, "undone": f.reading.status in UNDONE,
        "political": any(is_political(tree, h, known) for h in heads), "named": any(named(tree, h, known) for h in heads),
        "certain": verb and tree.lemma(f.trigger) in CERTAIN, "noun": f.frame.pos == "n",
        "answering": f.frame.type in ANSWERS and any(corporate(tree, h, known) for h in f.parties.actors),
        "actor": bool(f.parties.actors), "recipient": bool(f.parties.recipients), "under": f.over is not None,
    }  # fmt: skip


def adding(
    tree: Tree, f: Found, verdict: WordJudgement, kept: Sequence[Found], known: ActorWords, none: float
) -> Features:
    """What speaks for an event that only the network sees."""
    heads, rel = (*f.parties.actors, *f.parties.recipients), tree.rel(f.trigger)
    return {
        "type": odds(verdict.types[verdict.type]), "none": odds(none),
        "noun": tree.words[f.trigger].upos == "NOUN", "adjective": tree.words[f.trigger].upos == "ADJ",
        "actor": bool(f.parties.actors), "recipient": bool(f.parties.recipients),
        "political": any(is_political(tree, h, known) for h in heads), "named": any(named(tree, h, known) for h in heads),
        "below": any(tree.head(f.trigger) in told_by(k) for k in kept),
        "above": any(tree.head(k.trigger) == f.trigger for k in kept),
        "root": rel == "root", "clause": rel == "ccomp", "joined": rel == "conj", "loose": rel in ("xcomp", "advcl"),
        "modifier": rel in ("amod", "compound"),
    }  # fmt: skip


def retyping(f: Found, verdict: WordJudgement, none: float) -> Features:
    """What speaks for the network's type, where the rules have another."""
    return {
        "network": likely(verdict.types, verdict.type), "rules": likely(verdict.types, f.frame.type), "none": odds(none),
        "particular": f.frame.particular >= PARTICULAR, "somewhat": 0 < f.frame.particular < PARTICULAR,
        "untaught": bool({"8", "F"} & set(f.frame.need)), "noun": f.frame.pos == "n", "carried": f.carrier is not None,
        "under": f.over is not None,
    }  # fmt: skip


def restating(tree: Tree, f: Found, verdict: WordJudgement) -> Features:
    """What speaks for the network's status, where the rules have another."""
    mine, theirs, seen = f.reading.status, verdict.status, f.reading.because != FACT
    historical = theirs == "historical"
    return {
        "network": likely(verdict.statuses, theirs), "rules": likely(verdict.statuses, mine), "seen": seen,
        "held": f.reading.holder is not None, "aim": f.reading.aim, "noun": f.frame.pos == "n",
        "happened": theirs == "happened", "ongoing": theirs == "ongoing", "historical": historical,
        "past": historical and long_ago(tree, f.trigger),
        "from_happened": mine == "happened", "from_reported": mine == "reported",
    }  # fmt: skip


def taking_part(
    tree: Tree, f: Found, h: int, verdict: WordJudgement | None, actor: bool, known: ActorWords
) -> Features:
    """What speaks for a word as the head of an actor, or of a recipient."""
    sides = (f.parties.actors, f.parties.recipients)
    mine, other = sides if actor else sides[::-1]
    shares = (verdict.acting, verdict.undergoing) if verdict is not None else ({}, {})
    here, there = shares if actor else shares[::-1]
    by_rule, share = h in mine, odds(here.get(h, NOT_TOLD))
    rivals = max((s for i, s in here.items() if i != h), default=0.0)
    return {
        "network": share, "elsewhere": odds(there.get(h, NOT_TOLD)), "rule": by_rule, "rule_network": by_rule * share,
        "rule_elsewhere": h in other, "no_rule": not mine, "no_rule_network": (not mine) * share, "rivals": odds(rivals),
        "may_act": may_act(tree, h, known), "pronoun": tree.words[h].upos == "PRON", "noun": f.frame.pos == "n",
        "rule_noun": by_rule and f.frame.pos == "n", "passive": tree.is_passive(f.trigger),
        "rule_passive": by_rule and tree.is_passive(f.trigger), "blames": blames(tree, f), "under": f.over is not None,
    }  # fmt: skip


NOT_TOLD: Final = 0.03  # the share of a word of which the network says nothing: under what it tells


def corporate(tree: Tree, h: int, known: ActorWords) -> bool:
    """Tell whether a party is a company, a charity or a church."""
    return known.sectors.get(tree.lemma(h)) in CORPORATE


def named(tree: Tree, h: int, known: ActorWords) -> bool:
    """Tell whether a party is named as a person or body."""
    return tree.words[h].ner[2:] in ("PER", "ORG") and can_act(tree, h, known)


def long_ago(tree: Tree, i: int) -> bool:
    """Tell whether a sentence has a word or a year that puts an act into the past."""
    group = set(tree.verb_group(i)) if tree.words[i].upos == "VERB" else set[str]()
    if group & {"has", "have", "'ve"} and not {"before", "once", "ever"} & set(tree.lows):
        return False
    years = any(
        len(low) == 4 and low.isdigit() and low[:2] in ("15", "16", "17", "18", "19", "20") for low in tree.lows
    )
    return years or bool(PAST & set(tree.lemmas)) or "had" in group


def blames(tree: Tree, f: Found) -> bool:
    """Tell an act of force in the passive whose doer the sentence leaves out: four were killed in clashes between two sides."""
    return f.frame.type in ("ASSAULT", "COERCE") and not f.parties.actors and tree.is_passive(f.trigger)
