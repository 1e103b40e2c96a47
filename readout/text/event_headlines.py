"""Find the verb of sentences that were parsed as a heap of nouns: Police arrest editor; The navy disputed claims that it fired."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from readout.records import Word
from readout.text.event_lists import listed

NAMING: Final = frozenset({"NOUN", "PROPN"})
OBJECTS: Final = frozenset({"NOUN", "PROPN", "DET", "ADJ", "NUM", "PRON", "VERB"})
COLLECTIVE: Final = frozenset({"police", "people", "troops", "forces", "crew", "staff", "military"})
# Words that are nouns or adjectives as well as verbs, and in a headline behind those who act mostly verbs.
ACTING: Final = listed(
    "arrest free strike protest attack raid storm visit order demand vote release ban bomb shell jail sign back reject accuse "
    "condemn warn threaten urge cancel meet hold launch block clash seize sack fire open close lift shoot sue quit welcome "
    "blast slam boycott blockade praise honour hail oust deport detain expel kill join drop halt veto "
    "scrap stop delay postpone shelve cut freeze suspend resume call"
)


def verbless(lows: Sequence[str], lemmas: Sequence[str], words: list[Word]) -> None:
    """Make the word a verb that can only be one, where a sentence was parsed without any."""
    root = next((i for i, w in enumerate(words) if w.head < 0), None)
    if root is None or words[root].upos not in NAMING:
        return
    if any(w.head == root and (w.upos == "AUX" or w.deprel in ("cop", "nsubj", "nsubj:pass")) for w in words):
        return
    verb = next((i for i in range(1, len(words) - 1) if acting(lows, lemmas, words, i)), None)
    if verb is not None and verb != root:
        rehang(words, verb, root)


def acting(lows: Sequence[str], lemmas: Sequence[str], words: Sequence[Word], i: int) -> bool:
    """Tell whether a word behind a noun and before another is the verb of the sentence."""
    if words[i - 1].upos not in NAMING or words[i + 1].upos not in OBJECTS:
        return False
    told = words[i].upos == "VERB" and words[i].deprel == "amod" and lows[-1] == "."
    if told and lows[i].endswith("ed"):
        return True
    plural = lows[i - 1].endswith("s") and not lows[i - 1].endswith("ss")
    several = plural or lows[i - 1] in COLLECTIVE
    if lows[-1] == "." or words[i].deprel == "root":
        return False
    return lows[i] in ACTING if several else lows[i].removesuffix("s") in ACTING and lows[i].endswith("s")


def rehang(words: list[Word], verb: int, root: int) -> None:
    """Put a verb above what stood around it: its subject in front, its object behind."""
    for k, w in enumerate(words):
        if k == verb:
            words[k] = replace(w, upos="VERB", head=-1, deprel="root")
        elif k == verb - 1:
            words[k] = replace(w, head=verb, deprel="nsubj")
        elif k < verb - 1 and (w.head >= verb or w.head < 0):
            words[k] = replace(w, head=verb - 1, deprel="compound" if w.head < 0 else w.deprel)
        elif k == root:
            words[k] = replace(w, head=verb, deprel="obj")
        elif k > verb and 0 <= w.head < verb:
            words[k] = replace(w, head=verb, deprel="obj" if w.upos in NAMING else w.deprel)


def perfect(lows: Sequence[str], words: list[Word]) -> None:
    """Read "has not withdrawn" as active, where it was parsed as a passive without "been"."""
    for k, w in enumerate(words):
        if w.deprel != "nsubj:pass" or w.head < 0:
            continue
        helpers = [lows[j] for j, h in enumerate(words) if h.head == w.head and h.deprel.startswith("aux")]
        if helpers and helpers[-1] in ("has", "have", "had", "'ve"):
            words[k] = replace(w, deprel="nsubj")
