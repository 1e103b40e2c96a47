"""Weigh which way the text of a pair went: explicit credit first, then what the changes show, dates last."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Literal, NamedTuple

import numpy as np

from readout.records import Document
from readout.stages.trace.betrayals import Suspicion
from readout.stages.trace.judge import Verdict
from readout.stages.trace.pile import Pile

Way = Literal["left_from_right", "right_from_left", "common_upstream", "same_text", "undetermined"]
FEWEST_SHIFTED = 4  # swaps from which their rarity speaks: one or two may go either way
LEAST_GAP = 2.0  # between the weights of what betrays two pages
SHIFT = 1.0  # bits; a page reworded by machine is 2 to 4 bits rarer in the swapped words, two siblings differ by less
NOT_LETTER = re.compile(r"[\W_]+")
DOMAIN_END = re.compile(r"^(?:https?://)?(?:www\.)?|\.[a-z]{2,12}(?:/.*)?$", re.I)


class Evidence(NamedTuple):
    """One reason for a direction: positive means that the right page has it from the left, and how much it weighs."""

    weight: float
    because: str
    textual: bool = False  # read off the words of the texts, not off what stands beside them
    said: bool = False  # a page says it

    def turned(self) -> Evidence:
        """Say the same with the pages swapped."""
        swapped = re.sub(r"\b(left|right)\b", lambda m: "right" if m[0] == "left" else "left", self.because)
        return Evidence(-self.weight, swapped, self.textual, self.said)


def plain_name(name: str) -> str:
    """Reduce the name of an outlet or agency for comparing."""
    return NOT_LETTER.sub(" ", DOMAIN_END.sub("", name.strip()).casefold()).strip().removeprefix("the ").strip()


def credits(one: Document, other: Document) -> bool:
    """Tell whether a document names another's outlet as its source."""
    if not one.credited_source or not other.outlet:
        return False
    outlet = plain_name(other.outlet)
    names = [plain_name(n) for n in re.split(r";| and |,", one.credited_source)]
    return bool(outlet) and any(outlet == n or same_words(outlet, n) or letters_of(n, outlet) for n in names if n)


def letters_of(name: str, outlet: str) -> bool:
    """Tell whether a name is the letters an agency signs with: NPA for Norda Press Agency."""
    words = [word for word in outlet.split() if word not in ("of", "de", "and")]
    return len(words) > 2 and name == "".join(word[0] for word in words)


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


def by_credit(left: Document, right: Document) -> list[Evidence]:
    """Weigh who credits whom."""
    found = []
    if credits(right, left) and not credits(left, right):
        found.append(Evidence(6.0, f"the right page credits {left.outlet}", said=True))
    if credits(left, right) and not credits(right, left):
        found.append(Evidence(-6.0, f"the left page credits {right.outlet}", said=True))
    return found


def by_date(left: Document, right: Document) -> list[Evidence]:
    """Weigh the publication dates; a clock may be wrong and a page may be redated, so little."""
    if not left.published or not right.published or left.published[:10] == right.published[:10]:
        return []
    earlier = left.published[:10] < right.published[:10]
    return [Evidence(1.5 if earlier else -1.5, f"the {'left' if earlier else 'right'} page is dated earlier")]


def by_rarity(rows: Sequence[Verdict]) -> list[Evidence]:
    """Weigh the spin arrow: a machine goes from common words to rare ones."""
    swaps = sum(v.passage.like.swaps for v in rows)
    if swaps < FEWEST_SHIFTED:
        return []
    shift = sum(v.passage.like.rarity_shift * v.passage.like.swaps for v in rows) / swaps
    side = "right" if shift > 0 else "left"
    words = f"the {swaps} swapped words are {abs(shift):.1f} bits rarer on the {side}"
    return (
        [Evidence(float(np.clip(shift, -3, 3)) * min(2.0, swaps**0.5 / 3), words, True)] if abs(shift) >= SHIFT else []
    )


def by_article(pile: Pile, rows: Sequence[Verdict]) -> list[Evidence]:
    """Weigh broken articles ("a early", "an big"): word-by-word rewriting leaves them, people do not."""
    broken = [0, 0]
    for v in rows:
        p = v.passage
        for k, (text, first, last) in enumerate(((p.left, *p.bounds[:2]), (p.right, *p.bounds[2:]))):
            start, end = pile.span(text, first, last)
            broken[k] += len(BROKEN.findall(pile.documents[text].text[start:end]))
    if broken[0] == broken[1]:
        return []
    side = "right" if broken[1] > broken[0] else "left"
    gap = broken[1] - broken[0]
    words = f'{max(broken)} articles do not fit the next word ("a early") on the {side}, {min(broken)} on the other'
    return [Evidence(float(np.clip(gap, -3, 3)), words, True)]


# Sounds decide, spelling nearly always tells; words in u, eu, h, one-, and initials, where it does not, are left out.
BROKEN = re.compile(r"\ba (?=[aeio](?!ne\b|nce\b|ne-|u)[a-z]{2})\w+|\ban (?=[bcdfgjklmnpqrstvwyz][a-z]{2})\w+")


def by_tells(left: Suspicion | None, right: Suspicion | None) -> list[Evidence]:
    """Weigh wordings of a machine on one page, which the other has in plain English."""
    gap = (right.weight if right else 0.0) - (left.weight if left else 0.0)
    if abs(gap) < LEAST_GAP:
        return []
    side, marked = ("right", right) if gap > 0 else ("left", left)
    kind = marked.kind if marked else ""
    return [Evidence(float(np.clip(gap, -3, 3)), f"the {side} page shows the wording of a machine ({kind})")]


def evidence(
    pile: Pile, pair: tuple[int, int], rows: Sequence[Verdict], suspected: Mapping[int, Suspicion]
) -> list[Evidence]:
    """Gather what speaks for a direction between two documents whose copied passages were judged."""
    left, right = pile.documents[pair[0]], pile.documents[pair[1]]
    told = by_tells(suspected.get(pair[0]), suspected.get(pair[1]))
    return [*by_credit(left, right), *by_rarity(rows), *by_article(pile, rows), *told, *by_date(left, right)]
