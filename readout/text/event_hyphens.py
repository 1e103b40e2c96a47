"""Words with a hyphen that the parser cuts in pieces: a sit-in, the run-off, a stand-off."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from readout.records import Word


def hyphened(lows: list[str], lemmas: list[str], words: Sequence[Word], known: Mapping[str, str]) -> Sequence[Word]:
    """Make the head of each noun in pieces stand for the whole, where lists know it."""
    if "-" not in lows:
        return words
    made = list(words)
    for k, low in enumerate(lows):
        if low != "-" or not 0 < k < len(lows) - 1:
            continue
        first, last = k - 1, k + 1
        while last + 2 < len(lows) and lows[last + 1] == "-" and joined(made, last, last + 2):
            last += 2
        noun = known.get("n:" + "".join(lows[first : last + 1])) if joined(made, first, last) else None
        heads = [i for i in range(first, last + 1) if not first <= made[i].head <= last]
        if noun is None or len(heads) != 1:
            continue
        head = heads[0]
        lemmas[head], lows[head] = noun, "".join(lows[first : last + 1])
        made[head] = replace(standing(made, head), start=made[first].start, end=made[last].end)
    return made


def joined(words: Sequence[Word], first: int, last: int) -> bool:
    """Tell whether words follow each other without a space."""
    return all(words[i].end == words[i + 1].start for i in range(first, last))


def standing(words: Sequence[Word], i: int) -> Word:
    """Make a word a noun; what was parsed as an adverb is the object of its verb."""
    word = words[i]
    if word.upos in ("NOUN", "PROPN"):
        return word
    adverb = word.deprel in ("advmod", "compound:prt") and word.head >= 0 and words[word.head].upos == "VERB"
    return replace(word, upos="NOUN", deprel="obj" if adverb else word.deprel)
