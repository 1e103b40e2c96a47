"""Compare the names of outlets and agencies."""

from __future__ import annotations

import re
from collections.abc import Sequence

NOT_LETTER = re.compile(r"[\W_]+")
DOMAIN_END = re.compile(r"^(?:https?://)?(?:www\.)?|\.[a-z]{2,12}(?:/.*)?$", re.I)


def plain_name(name: str) -> str:
    """Reduce the name of an outlet or agency for comparing."""
    return NOT_LETTER.sub(" ", DOMAIN_END.sub("", name.strip()).casefold()).strip().removeprefix("the ").strip()


def letters_of(name: str, outlet: str) -> bool:
    """Tell whether a name is the letters an agency signs with: NPA for Norda Press Agency."""
    words = [word for word in outlet.split() if word not in ("of", "de", "and")]
    return len(words) > 2 and name == "".join(word[0] for word in words)


def abbreviates(letters: str, outlet: str) -> bool:
    """Tell whether capital letters may be short for an outlet: they stand in its name in this order, its first letter first."""
    name = iter(plain_name(outlet).replace(" ", ""))
    short = letters.casefold()
    begins = plain_name(outlet)[:1] == short[:1]
    return letters.isupper() and len(letters) > 1 and begins and all(letter in name for letter in short)


def same_words(one: str, other: str) -> bool:
    """Tell whether one name holds all words of the other, or is its web address: nwtimes for North Wind Times."""
    a, b = one.split(), other.split()
    return (
        set(a) <= set(b) or set(b) <= set(a) or shortens(one.replace(" ", ""), b) or shortens(other.replace(" ", ""), a)
    )


def shortens(run: str, words: Sequence[str]) -> bool:
    """Tell whether letters in a run are some words in full and the others by their first letter, one in full at least."""
    if len(words) < 2:
        return run == "".join(words)
    rest = {(run, False)}
    for word in words:
        rest = {
            (left[len(part) :], full or part == word)
            for left, full in rest
            for part in (word, word[0])
            if left.startswith(part)
        }
    return ("", True) in rest


def initials(name: str) -> str:
    """Give the letters a name of three words or more is shortened to; empty for a shorter one."""
    words = [w for w in re.split(r"[\s-]+", re.sub(r"^[Tt]he\s+", "", name.strip())) if w[:1].isupper()]
    return "".join(w[0] for w in words) if len(words) > 2 else ""
