"""Who did it to whom: the parties of an event noun, within its phrase and from the verb that carries it."""

from __future__ import annotations

from typing import Final

from readout.text.event_actors import ActorWords, can_act, is_calendar, is_name, members, surface
from readout.text.event_arguments import Parties, agents, by_preposition, real, subjects
from readout.text.event_frames import Frame, FrameBook, phrasal
from readout.text.event_tree import Tree, listed

# Acts both sides do together: 'between A and B', 'A and B', 'A-B'.
MUTUAL: Final = frozenset({"CONSULT", "AGREE", "COOPERATE"})
ATTENDING: Final = frozenset({"after", "during", "at", "for", "from", "in", "before", "ahead", "following"})


JOINING: Final = frozenset({"take", "join", "attend", "participate", "boycott"})


def carrier(tree: Tree, n: int, book: FrameBook) -> int | None:
    """The light verb that an event noun is the object or subject of."""
    up, rel = tree.head(n), tree.words[n].deprel
    if rel == "conj" and up >= 0:
        return carrier(tree, up, book)
    if rel in ("nmod",) and up >= 0 and tree.lemma(up) in ("series", "round", "number", "wave", "string", "set"):
        return carrier(tree, up, book)
    light = participle(tree, n, book)
    joined = up >= 0 and tree.lemma(up) in JOINING and rel in ("obj", "obl")  # will take part in an inquiry led by a judge
    if light is not None and not joined:
        return light
    if up < 0 or tree.words[up].upos not in ("VERB", "AUX"):
        return None
    names = set(phrasal(tree, up))
    if rel == "obl" and not tree.cases(n) & {"with", "in", "for", "on", "to", "into", "of"}:
        return None
    if rel in ("obj", "nsubj:pass", "obl") and names & book.light:
        return up
    if rel in ("nsubj", "nsubj:outer") and names & book.light_subject:
        return up
    return None


def participle(tree: Tree, n: int, book: FrameBook) -> int | None:
    """The light verb in a clause behind the noun: talks held in X, an attack launched by X, the visit they made."""
    for c in tree.of(n, "acl"):
        if set(phrasal(tree, c)) & book.light and not tree.of(c, "obj"):
            return c
    return None


def noun_parties(tree: Tree, n: int, frame: Frame, book: FrameBook, known: ActorWords) -> Parties:
    """The parties of an event noun that fits a frame."""
    actors, recipients, how = inside(tree, n, frame, known)
    verb = carrier(tree, n, book)
    if verb is not None:
        more, others, rule = outside(tree, n, verb, frame, book)
        actors = actors or [a for a in more if a not in recipients]
        recipients = recipients or [r for r in others if r not in actors and can_act(tree, r, known)]
        how = how or rule
    elif not actors and frame.type == "CONSULT" and attended(tree, n):
        actors = [a for a in above_subject(tree, n) if can_act(tree, a, known) and a not in recipients]
        how = "the subject of the clause around it"
    return Parties(tuple(actors), tuple(r for r in recipients if r not in actors), how or "named beside it")


LENGTHS: Final = listed("hour day week minute month round session night couple stretch")


def attended(tree: Tree, n: int) -> bool:
    """Tell whether a meeting only says when or where the clause around it is: after the talks, during six hours of talks."""
    while tree.rel(n) == "nmod" and tree.head(n) >= 0 and tree.lemma(tree.head(n)) in LENGTHS:
        n = tree.head(n)
    return tree.rel(n) == "obl" and bool(tree.cases(n) & ATTENDING)


def above_subject(tree: Tree, n: int) -> list[int]:
    """The subject of the nearest verb above a noun."""
    for up in tree.above(n):
        if tree.words[up].upos == "VERB":
            return [] if tree.is_passive(up) and agents(tree, up) else subjects(tree, up)[0]
    return []


def inside(tree: Tree, n: int, frame: Frame, known: ActorWords) -> tuple[list[int], list[int], str]:
    """Parties named within the noun phrase: possessor, by, between, front nouns, prepositions of the frame."""
    recipients = [
        g for slot in frame.slots if slot not in ("of", "by", "between") for h in by_preposition(tree, n, slot)
        for g in real(tree, h, known) or [h]
    ]  # fmt: skip
    actors = agents(tree, n)
    how = "by" if actors else ""
    both = by_preposition(tree, n, "between") + by_preposition(tree, n, "among")
    if both:
        return actors or both, recipients, "between the parties"
    possessors = [m for c in tree.of(n, "nmod:poss") for m in members(tree, c) if not is_calendar(tree, m)]
    behind = [h for h in by_preposition(tree, n, "of") if tree.lemma(h) not in frame.objects]  # a round of talks
    behind = [h for h in behind if not tree.lows[h].isdigit()]  # the treaty of 1987
    whole = [g for h in behind for g in real(tree, h, known) or [h]]
    undergone = "of" in frame.slots
    if possessors and undergone and not recipients and not actors and not whole and frame.type not in MUTUAL:
        recipients = [] if frame.slots[0] != "of" else possessors
        actors = [] if recipients else possessors
        how = "the possessor"
    elif possessors:
        actors, how = actors or possessors, "the possessor"
    if whole:
        if undergone and not (frame.slots[0] != "of" and recipients):
            recipients = recipients or whole
        else:
            actors = actors or whole
    actors = actors or in_front(tree, n, known)
    return actors, recipients, how


def in_front(tree: Tree, n: int, known: ActorWords) -> list[int]:
    """Names and nationalities in front of the noun: Israeli strike, NATO bombing, French-German talks."""
    found = []
    for c in tree.of(n, "amod", "compound", "nmod:desc"):
        named = tree.words[c].ner[-3:] in ("ORG", "PER") and tree.words[c].upos == "PROPN"
        if known.of_a_people(tree, c) or named or (is_name(tree, c) and "-" in surface(tree, c)):
            found.append(c)
            found += [k for k in tree.of(c, "conj", "amod", "compound") if known.of_a_people(tree, k)]
        elif tree.words[c].deprel == "compound" and tree.lemma(c) in known.sectors and can_act(tree, c, known):
            found.append(c)
    return sorted(set(found))


BLAMING: Final = frozenset({"accuse", "blame", "charge", "suspect"})


def outside(
    tree: Tree, n: int, verb: int, frame: Frame, book: FrameBook
) -> tuple[list[int], list[int], str]:  # fmt: skip
    """Parties that hang on the light verb which carries the noun."""
    names = set(phrasal(tree, verb))
    others = [
        h for slot in frame.slots if slot != "by" for h in by_preposition(tree, verb, slot) if h != n
    ] + tree.of(verb, "iobj")  # fmt: skip
    both = by_preposition(tree, verb, "between") if frame.type in MUTUAL else []
    if both:
        return both, [o for o in others if o not in both], "between the parties"
    if names & book.apart:
        return [], others, ""
    if tree.is_passive(verb):
        return agents(tree, verb), others, "by, of the verb that carries it"
    if tree.words[n].deprel == "nsubj" and tree.head(n) == verb:
        return [], others, ""
    if tree.lemma(verb) in BLAMING and (accused := tree.of(verb, "obj")) and n not in accused:
        return list(accused), [o for o in others if o not in accused], "the one blamed for it"
    found = subjects(tree, verb)[0]
    if names & book.undergone:
        return [], found, "the one that undergoes it"
    return [s for s in found if s not in (n, tree.head(n))], others, "the subject of the verb that carries it"


TALKING: Final = listed(
    "talk talks negotiation negotiations discussion discussions dialogue debate conversation consultations meeting"
)


def is_topic(tree: Tree, i: int) -> bool:
    """Tell what talks are about, which is no act of its own: they put off talks on a fisheries agreement."""
    if not tree.cases(i) & {"on", "about", "over", "regarding", "concerning"}:
        return False
    up, rel = tree.head(i), tree.rel(i)
    talks = [up] if rel == "nmod" else [c for c in tree.of(up, "obj", "nsubj", "nsubj:pass") if c < i] if rel == "obl" else []
    return any(tree.lows[k] in TALKING for k in talks)
