"""News habits laid over training sentences: headlines in capitals or title case, dropped full stops, other names.

Curly quotes and long dashes need none of this: the shadow form of a word makes them plain before the network.
Shares are ours; each keeps most sentences as they were.
"""

import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Final

from training.language.corpus import Sentence, Token

# Shares of sentences changed, chosen so that about nine in ten stay as written.
_CAPITALS, _TITLE_CASE, _LOWER, _NO_STOP, _OTHER_NAMES = 0.015, 0.02, 0.01, 0.03, 0.2
_SMALL: Final = "a an the of in on at to for by and or but with from as"
_SMALL_WORDS: Final = frozenset(_SMALL.split())

Names = Mapping[str, Sequence[str]]


def augmented(sentence: Sentence, names: Names, chance: random.Random) -> Sentence:
    """The sentence, or a variant of it with the same words, tree and tags."""
    if chance.random() < _OTHER_NAMES:
        sentence = renamed(sentence, names, chance)
    if chance.random() < _NO_STOP:
        sentence = without_stop(sentence)
    recase = _chosen_case(chance.random())
    return sentence if recase is None else recase(sentence)


def _chosen_case(draw: float) -> Callable[[Sentence], Sentence] | None:
    if draw < _CAPITALS:
        return capitals
    if draw < _CAPITALS + _TITLE_CASE:
        return title_case
    return lower_case if draw < _CAPITALS + _TITLE_CASE + _LOWER else None


def _with_forms(sentence: Sentence, change: Callable[[Token], str]) -> Sentence:
    return replace(sentence, tokens=tuple(replace(t, form=change(t)) for t in sentence.tokens))


def capitals(sentence: Sentence) -> Sentence:
    """A headline in capitals."""
    return _with_forms(sentence, lambda t: t.form.upper())


def lower_case(sentence: Sentence) -> Sentence:
    """All in lower case."""
    return _with_forms(sentence, lambda t: t.form.lower())


def title_case(sentence: Sentence) -> Sentence:
    """A Headline With Capitals on All but Small Words."""
    return _with_forms(sentence, lambda t: t.form if t.form in _SMALL_WORDS else t.form[:1].upper() + t.form[1:])


def without_stop(sentence: Sentence) -> Sentence:
    """The sentence without its last full stop, where no word hangs on it."""
    last = len(sentence.tokens)
    hangs = any(t.head == last for t in sentence.tokens)
    if last < 3 or sentence.tokens[-1].form != "." or hangs:
        return sentence
    return replace(sentence, tokens=sentence.tokens[:-1])


def renamed(sentence: Sentence, names: Names, chance: random.Random) -> Sentence:
    """Other names in the place of persons' and places': as many words, so the tree stays."""
    tokens = list(sentence.tokens)
    for at, token in enumerate(tokens):
        if token.ner in ("B-PER", "I-PER") and _plain_name(token.form):
            last = at + 1 == len(tokens) or tokens[at + 1].ner != "I-PER"
            tokens[at] = _called(token, chance.choice(names["surnames" if last else "given"]))
        elif token.ner == "B-LOC" and _alone(tokens, at) and _plain_name(token.form):
            tokens[at] = _called(token, chance.choice(names["places"]))
    return replace(sentence, tokens=tuple(tokens))


def _called(token: Token, name: str) -> Token:
    same = token.lemma == token.form
    return replace(token, form=name, lemma=name if same else token.lemma)


def _plain_name(form: str) -> bool:
    return len(form) > 2 and form.isalpha() and form[0].isupper() and not form.isupper()


def _alone(tokens: Sequence[Token], at: int) -> bool:
    return at + 1 == len(tokens) or tokens[at + 1].ner != "I-LOC"
