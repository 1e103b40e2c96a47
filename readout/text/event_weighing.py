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
        **telling(tree, f, said.words.get(f.trigger), known), **around(said, f.trigger),
    }  # fmt: skip


def adding(
    tree: Tree, f: Found, verdict: WordJudgement, kept: Sequence[Found], known: ActorWords, said: Said
) -> Features:
    """What speaks for an event that only the network sees."""
    heads, rel, none = (*f.parties.actors, *f.parties.recipients), tree.rel(f.trigger), said.none[f.trigger]
    return {
        "type": odds(verdict.types[verdict.type]), "none": odds(none),
        "noun": tree.words[f.trigger].upos == "NOUN", "adjective": tree.words[f.trigger].upos == "ADJ",
        "actor": bool(f.parties.actors), "recipient": bool(f.parties.recipients),
        "political": any(is_political(tree, h, known) for h in heads), "named": any(named(tree, h, known) for h in heads),
        "below": any(tree.head(f.trigger) in told_by(k) for k in kept),
        "above": any(tree.head(k.trigger) == f.trigger for k in kept),
        "root": rel == "root", "clause": rel == "ccomp", "joined": rel == "conj", "loose": rel in ("xcomp", "advcl"),
        "modifier": rel in ("amod", "compound"), **telling(tree, f, verdict, known), **around(said, f.trigger),
    }  # fmt: skip


def telling(tree: Tree, f: Found, verdict: WordJudgement | None, known: ActorWords) -> dict[str, float]:
    """How an act is told: as what, with what status, by which word at which place of the tree, in somebody's own words, by whom;
    and how far rules and network tell the same."""
    i, heads = f.trigger, (*f.parties.actors, *f.parties.recipients)
    found = {
        f"act {f.frame.type}": 1.0, f"status {f.reading.status}": 1.0,
        f"a {tree.words[i].upos}": 1.0, f"as {tree.words[i].deprel}": 1.0,
        "quoted": float(quoted(tree, i)), "long": len(tree.words) / LONG, "deep": float(len(list(tree.above(i)))),
        "actors": float(len(f.parties.actors)), "recipients": float(len(f.parties.recipients)),
        "by a pronoun": float(any(tree.words[h].upos == "PRON" for h in heads)),
        "first person": float(any(tree.lows[h] in FIRST for h in heads)),
        "able": float(any(can_act(tree, h, known) for h in heads)),
        "a thing": float(any(tree.lemma(h) in words for h in heads for words in (known.things, known.abstract))),
    }  # fmt: skip
    found |= {f"with {kind}": float(any(tree.words[h].ner[2:] == kind for h in heads)) for kind in ("PER", "ORG", "LOC")}
    if verdict is None:
        return found
    found |= {f"network {verdict.type}": 1.0, "one type": float(verdict.type == f.frame.type), "share": verdict.types[verdict.type]}
    found |= {f"network {verdict.status}": 1.0, "one status": float(verdict.status == f.reading.status)}
    shares = (("acting", verdict.acting), ("undergoing", verdict.undergoing))
    return found | {name: max(held.values(), default=0.0) for name, held in shares}


LONG: Final = 30.0  # words of a sentence; ours
FIRST: Final = frozenset({"i", "we", "you"})


def quoted(tree: Tree, i: int) -> bool:
    """Tell whether a word stands behind a quotation mark of its sentence that is open."""
    before = tree.text[tree.words[0].start : tree.words[i].start]
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1


def around(said: Said, i: int) -> dict[str, float]:
    """How likely other words of a sentence tell an act: the likeliest, and how many there may be."""
    others = [1 - none for n, none in enumerate(said.none) if n != i]
    return {"another": max(others, default=0.0), "acts": sum(others)}


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
        **standing_there(tree, f, h), **naming(tree, h, known), f"act {f.frame.type}": 1.0,
    }  # fmt: skip


def standing_there(tree: Tree, f: Found, h: int) -> dict[str, float]:
    """Where a word stands in the tree, seen from the act: the relations of the way up from the act and down to the word, how long
    it is, what it goes through, on which side of the act the word is."""
    ups, downs = min((way(tree, t, h) for t in told_by(f)), key=lambda w: (len(w[0]) + len(w[1]) + 2 * bool(w[0])))
    found = {f"up through {r}": 1.0 for r in ups if r in CROSSED} | {f"down through {r}": 1.0 for r in downs[:-1] if r in CROSSED}
    if ups:
        found |= {f"up by {ups[0]}": 1.0, f"up from {ups[-1]}": 1.0}
    found |= {f"down by {downs[0]}": 1.0, f"down as {downs[-1]}": 1.0} if downs else {"above": 1.0}
    gap = abs(h - f.trigger)
    return found | {
        "steps up": float(len(ups)), "steps down": float(len(downs)), "near": float(gap <= NEAR), "far": float(gap > FAR),
        "after": float(h > f.trigger), "inside": float(not ups),
    }  # fmt: skip


# Relations that lead into another clause or phrase.
CROSSED: Final = frozenset({"ccomp", "advcl", "acl", "xcomp", "conj", "parataxis", "obl", "nmod"})
NEAR, FAR = 3, 10  # words; ours


def way(tree: Tree, start: int, end: int) -> tuple[list[str], list[str]]:
    """The relations from one word up to the first that has both below it, and from there down to the other."""
    ups, downs = [start, *tree.above(start)], list[str]()
    for w in (end, *tree.above(end)):
        if w in ups:
            return [tree.rel(i) for i in ups[: ups.index(w)]], downs[::-1]
        downs.append(tree.rel(w))
    return [], downs[::-1]


def naming(tree: Tree, h: int, known: ActorWords) -> dict[str, float]:
    """What a word is: its part of speech, kind of name, prepositions, what the lists know of it."""
    word, lemma = tree.words[h], tree.lemma(h)
    found = {f"led by {' '.join(sorted(tree.cases(h)))}": 1.0, f"named {word.ner[2:] or 'not'}": 1.0, f"a {word.upos}": 1.0}
    lists = (("thing", known.things), ("abstract", known.abstract), ("lifeless", known.lifeless))
    return found | {name: float(lemma in words) for name, words in lists} | {"can act": float(can_act(tree, h, known))}


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
