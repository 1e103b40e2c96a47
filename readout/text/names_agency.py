"""Tell by syntax a place that acts, is acted on or owns as only a government does: Beijing refused, talks with Beijing."""

from __future__ import annotations

from collections.abc import Sequence

from readout.text.names_known import NameWords
from readout.text.names_tokens import Token

ARMS = frozenset(("nuclear", "missile", "weapons", "space", "ballistic", "chemical"))
STEPS = 4  # conjuncts to climb: A, B, C and D


def stands_for_people(tokens: Sequence[Token], first: int, stop: int, words: NameWords) -> bool:
    """Judge the name at tokens [first, stop) by its part in its clause; False where nothing was parsed."""
    top = head_of(tokens, first, stop)
    if not tokens[top].deprel:
        return False
    at = first_conjunct(tokens, top)
    t, case = tokens[at], case_of(tokens, at)
    head = tokens[t.head] if t.head >= 0 else None
    if head is None:  # a headline without a verb: A and B at odds
        return any(k.head == at and k.lemma == "odds" for k in tokens)
    if t.deprel == "nsubj":
        return does(head, words)
    if t.deprel in ("obj", "iobj"):
        return head.lemma in words.done_to_people or is_made_to(tokens, t.head)
    if t.deprel == "nmod:poss":
        return head.lemma in words.owned_by_people or is_armed(tokens, t.head)
    if t.deprel == "obl:agent" or case == "according":
        return True
    return (with_case(case, head, words) or is_put_on(tokens, t.head, case, words)) if case else False


def head_of(tokens: Sequence[Token], first: int, stop: int) -> int:
    """Give the token of a name whose head lies outside it."""
    return next((i for i in range(first, stop) if not first <= tokens[i].head < stop), stop - 1)


def first_conjunct(tokens: Sequence[Token], at: int) -> int:
    """Give the first of the words joined with this one; it tells the part they all play."""
    for _ in range(STEPS):
        if tokens[at].deprel != "conj" or tokens[at].head < 0:
            break
        at = tokens[at].head
    return at


def case_of(tokens: Sequence[Token], at: int) -> str | None:
    """Give the preposition of a word."""
    return next((t.low for t in tokens if t.head == at and t.deprel == "case" and t.low not in ("'s", "’s")), None)


def does(head: Token, words: NameWords) -> bool:
    """A subject of this word acts or is minded: verbs but those of lying somewhere; ready, at odds."""
    if head.upos == "VERB":
        return head.lemma not in words.done_by_places
    return head.lemma in words.minded


def with_case(case: str, head: Token, words: NameWords) -> bool:
    """What is had with, between, from or against it, only people can have."""
    if case in ("with", "between"):
        return head.lemma in words.had_with_people
    if case in ("from", "by", "to"):
        return head.lemma in words.had_from_people
    if case == "for":
        return head.lemma in words.had_for_people
    return case in ("against", "on", "upon") and head.lemma in words.had_against_people


def is_made_to(tokens: Sequence[Token], verb: int) -> bool:
    """A verb that has its object do something: want Beijing to stop."""
    return any(t.head == verb and t.deprel == "xcomp" and t.upos == "VERB" for t in tokens)


def is_armed(tokens: Sequence[Token], noun: int) -> bool:
    """A programme that only a state has: its nuclear programme."""
    kinds = {t.low for t in tokens if t.head == noun and t.deprel in ("amod", "compound")}
    return tokens[noun].lemma in ("programme", "program", "arsenal") and bool(kinds & ARMS)


def is_put_on(tokens: Sequence[Token], verb: int, case: str, words: NameWords) -> bool:
    """Something that weighs on people is put on it: put pressure on Beijing."""
    put = [t.lemma for t in tokens if t.head == verb and t.deprel == "obj"]
    return case in ("on", "upon") and any(lemma in words.put_on_people for lemma in put)
