"""Weigh which way the text of a pair went: explicit credit first, then what the changes show, dates last."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Literal, NamedTuple

import numpy as np

from readout.lexicon.agencies import agencies
from readout.records import Document
from readout.stages.trace.betrayals import Suspicion
from readout.stages.trace.judge import Verdict
from readout.stages.trace.pile import Pile
from readout.text.houses import abbreviates, initials, letters_of, plain_name, same_words

Way = Literal["left_from_right", "right_from_left", "common_upstream", "same_text", "undetermined"]
FEWEST_SHIFTED = 4  # swaps from which their rarity speaks: one or two may go either way
LEAST_GAP = 2.0  # between the weights of what betrays two pages
CITED = 2.0  # for a page that says that the other reported it; ours
# For an agency's page beside one of none: with the agency's own dateline, and by the name of its outlet alone; ours.
WIRE, NAMED_WIRE = 2.0, 0.5
TOP = 600  # characters in which a dateline stands
# Characters at the top of a page in which its outlet may be named, words of such a line, words beside the name; ours.
HEAD, LONGEST, BESIDE = 400, 20, 2
PARTS = re.compile(r"\s*[,|•·/;*_#()]+\s*|\s+[–—-]+\s+|\.\s+")
SHIFT = 1.0  # bits; a page reworded by machine is 2 to 4 bits rarer in the swapped words, two siblings differ by less


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


def credits(one: Document, other: Document) -> bool:
    """Tell whether a document names another's outlet as its source."""
    if not one.credited_source:
        return False
    names = [plain_name(n) for n in re.split(r";| and |,", one.credited_source)]
    outlet = plain_name(other.outlet or "")
    if outlet and any(outlet == n or same_words(outlet, n) or letters_of(n, outlet) for n in names if n):
        return True
    if any(signs_itself(n, other) for n in re.split(r";| and |,", one.credited_source)):
        return True
    # its name may stand in its head, made as no outlet's is known to be
    return not other.credited_source and any(" " in n and in_head(n, other.text) for n in names)


def signs_itself(letters: str, document: Document) -> bool:
    """Tell whether an outlet signs its own dispatch with letters: they stand in the dateline and may be short for its name."""
    if document.credited_source or not abbreviates(letters, document.outlet or ""):
        return False
    return re.search(rf"[(\[/]\s*{re.escape(letters)}\s*[)\]/]", document.text[:TOP]) is not None


def in_head(name: str, text: str) -> bool:
    """Tell whether a name stands as a part of a line above the text of a page, maybe with a word or two beside it."""
    lines = [line for line in text[:HEAD].splitlines() if len(line.split()) <= LONGEST]
    parts = (plain_name(part) for line in lines for part in PARTS.split(line))
    return any(f" {name} " in f" {part} " and len(part.split()) <= len(name.split()) + BESIDE for part in parts)


def by_credit(left: Document, right: Document) -> list[Evidence]:
    """Weigh who credits whom."""
    found = []
    if credits(right, left) and not credits(left, right):
        found.append(Evidence(6.0, f"the right page credits {left.outlet or right.credited_source}", said=True))
    if credits(left, right) and not credits(right, left):
        found.append(Evidence(-6.0, f"the left page credits {right.outlet or left.credited_source}", said=True))
    return found


def cites(one: Document, other: Document) -> bool:
    """Tell whether the text of a page says that another's outlet reported what it tells: X reported, according to X."""
    if not other.outlet:
        return False
    names = "|".join(re.escape(name) for name in {other.outlet, initials(other.outlet)} if len(name) > 1)
    said = r"(?:\s+news\s+agency)?\s+(?:has\s+)?(?:reported|reports|wrote|writes|said\s+in\s+a\s+(?:report|dispatch))\b"
    told = rf"\b(?:{names}){said}|\b(?:according\s+to|reported\s+by)\s+(?:the\s+)?(?:{names})\b"
    return re.search(told, one.text) is not None


def by_citing(left: Document, right: Document) -> list[Evidence]:
    """Weigh who says that the other reported something: of two pages that share text it has that from there."""
    found = (cites(left, right), cites(right, left))
    if found[0] == found[1]:
        return []
    citing, name = ("right", left.outlet) if found[1] else ("left", right.outlet)
    return [Evidence(CITED if found[1] else -CITED, f"the {citing} page says that {name} reported it")]


def by_agency(left: Document, right: Document) -> list[Evidence]:
    """Weigh that papers print what agencies send: an agency's page beside one that is none."""
    weights = (wire(left), wire(right))
    if bool(weights[0]) == bool(weights[1]):
        return []
    side = "left" if weights[0] else "right"
    return [Evidence(weights[0] - weights[1], f"the {side} page is an agency's dispatch")]


def wire(document: Document) -> float:
    """Weigh what makes a page an agency's dispatch: its own dateline, or only the name of who published it, since agencies
    print what others wrote, too."""
    outlet = document.outlet or ""
    if not outlet or document.credited_source:
        return 0.0
    names = "|".join(re.escape(name) for name in {outlet, initials(outlet)} if len(name) > 1)
    if re.search(rf"[(\[/]\s*(?:{names})\s*[)\]/]", document.text[:TOP]):
        return WIRE
    return NAMED_WIRE if agencies().is_agency(outlet) else 0.0


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
    words = f"the {swaps} swapped words are {2 ** abs(shift):.0f} times rarer in English on the {side}, as a machine makes them"
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
    about = [*by_credit(left, right), *by_citing(left, right), *by_agency(left, right)]
    return [*about, *by_rarity(rows), *by_article(pile, rows), *told, *by_date(left, right)]
