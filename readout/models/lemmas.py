"""Lemmas as edit scripts: a small class that turns a word form into its lemma.

A script is `case cut+add`: take the form in that case (l lower, k kept, t Title), cut so many characters off its
end, add some. Method: after Chrupała (2006); the classes are collected from the treebanks at training time.
"""

from functools import lru_cache

from readout.models.forms import plain


def script_of(form: str, lemma: str) -> str:
    """The shortest script that makes `lemma` from `form`."""
    shadow = plain(form)
    return min((_script(case, shadow, lemma) for case in "lkt"), key=_length)


@lru_cache(maxsize=100_000)
def apply_script(form: str, script: str) -> str:
    """The lemma that the script makes of the form; a form shorter than the cut keeps nothing but the addition."""
    base = _cased(script[0], plain(form))
    cut, _, add = script[1:].partition("+")
    return base[: max(0, len(base) - int(cut))] + add or base


def _script(case: str, form: str, lemma: str) -> str:
    base = _cased(case, form)
    shared = 0
    while shared < min(len(base), len(lemma)) and base[shared] == lemma[shared]:
        shared += 1
    return f"{case}{len(base) - shared}+{lemma[shared:]}"


def _length(script: str) -> int:
    cut, _, add = script[1:].partition("+")
    return int(cut) + len(add)


def _cased(case: str, form: str) -> str:
    if case == "l":
        return form.lower()
    return form.capitalize() if case == "t" else form
