"""Reduce English words to stems, so that inflected forms of one word compare as one."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files

DOUBLED = frozenset("bdgklmnprt")  # consonants that double before -ed and -ing, so that stop meets stopped
VOWELS = frozenset("aeiouy")


@lru_cache(maxsize=1 << 16)
def stem(word: str) -> str:
    """Strip a folded word's inflection: talks, talked, talking → talk; made, makes, making → mak.

    A stem is a key for comparing, not a word. Derived forms (talker, maker) keep theirs.
    Method: ours; English inflection only, irregular forms from `lexicon/irregular_forms.txt`.
    """
    base = irregular_forms().get(word, word)
    if len(base) < 4 or not base.isalpha():
        return base
    stripped = unended(unplural(base))
    if len(stripped) > 3 and stripped[-1] == stripped[-2] and stripped[-1] in DOUBLED:
        return stripped[:-1]
    return stripped[:-1] if len(stripped) > 3 and stripped[-1] == "e" else stripped


def unplural(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "xes", "zes", "ches", "shes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


def unended(word: str) -> str:
    """Strip -ed and -ing where a syllable remains."""
    if word.endswith("ied") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith("eed"):
        return word if len(word) < 6 or word.endswith("ceed") else word[:-1]
    for ending in ("ing", "ed"):
        rest = word.removesuffix(ending)
        if rest != word and len(rest) > 2 and VOWELS.intersection(rest):
            return rest
    return word


@lru_cache(maxsize=1)
def irregular_forms() -> dict[str, str]:
    """Map each irregular form to its base form."""
    lines = (files("readout.lexicon") / "irregular_forms.txt").read_text("utf-8").splitlines()
    rows = [line.split() for line in lines if not line.startswith("#")]
    return {form: base for base, *forms in rows for form in forms}
