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
    "arrest free strike protest attack raid storm visit order demand vote release ban bomb shell jail sign back reject "
    "accuse condemn warn threaten urge cancel meet hold launch block clash seize sack fire open close lift shoot sue quit "
    "welcome blast slam boycott blockade praise honour hail oust deport detain expel kill join drop halt veto scrap stop "
    "delay postpone shelve cut freeze suspend resume call approve bar outlaw strip clear evict recall reopen shut curb ease "
    "slap impose target summon expand sentence convict fine charge nab hand give send fly pull push dump lose win face deny "
    "defend appoint name elect vow pledge offer agree seek ask want tell save rescue help bury flood sink damage destroy "
    "batter gut swamp fault faults mourn thank pardon ratify adopt endorse ship seal jeer heckle occupy paralyse spurn "
    "rebuff snub reinforce deploy mass invade bombard torch loot"
)
# Of these the noun is as common: verbs only before what they are done to.
DOUBTFUL: Final = listed("ship seal sign vote back hand call claim order visit fault target name face gut mass bar fine")


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
    elif verb is None and lows[-1] not in ".!?":
        headed(lows, words, root)


def headed(lows: Sequence[str], words: list[Word], root: int) -> None:
    """Make the head of a headline a verb where nouns hang behind it, which stand before the head of a phrase of nouns:
    City outlaws scooters."""
    behind = [k for k, w in enumerate(words) if k > root and w.head == root and w.deprel in ("compound", "obj", "flat")]
    if not behind or root == 0 or words[root - 1].upos not in NAMING or base(lows[root]) not in ACTING:
        return
    words[root] = replace(words[root], upos="VERB")
    for k in behind:
        words[k] = replace(words[k], deprel="obj")
    if words[root - 1].head == root:
        words[root - 1] = replace(words[root - 1], deprel="nsubj")


def base(low: str) -> str:
    """The verb of a form in -s: buries, pushes, ships."""
    if low.endswith("ies"):
        return f"{low[:-3]}y"
    stem = low.removesuffix("s")
    return low.removesuffix("es") if stem not in ACTING and low.endswith("es") else stem


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
    if base(lows[i]) in DOUBTFUL and (words[i + 1].upos == "VERB" or i + 2 >= len(words)):
        return False
    return lows[i] in ACTING if several else base(lows[i]) in ACTING and lows[i].endswith("s")


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


PARTICIPLES: Final = listed(
    "shot hit struck beaten stabbed slain hanged shut hurt held sent cut put let stolen taken driven seen sunk torn thrown "
    "burnt caught found fought bought sold broken frozen given left lost made paid brought sought struck hidden swept"
)


def participle(lows: Sequence[str], words: list[Word]) -> None:
    """Read a past form without an object in a headline as passive, since headlines tell in the present: Editor jailed over poem."""
    if not words or not lows[-1][:1].isalnum() or len(words) > HEADLINE:
        return
    for k, w in enumerate(words):
        past = lows[k].endswith("ed") or lows[k] in PARTICIPLES
        if w.upos != "VERB" or not past or w.deprel not in ("root", "conj", "parataxis", "ccomp", "advcl"):
            continue
        mine = [j for j, c in enumerate(words) if c.head == k]
        if any(words[j].deprel in ("obj", "ccomp", "xcomp", "aux", "aux:pass", "iobj") for j in mine):
            continue
        for j in mine:
            if words[j].deprel == "nsubj" and j < k:
                words[j] = replace(words[j], deprel="nsubj:pass")


HEADLINE: Final = 16  # words a headline has at most; ours


def perfect(lows: Sequence[str], words: list[Word]) -> None:
    """Read "has not withdrawn" as active, where it was parsed as a passive without "been"."""
    for k, w in enumerate(words):
        if w.deprel != "nsubj:pass" or w.head < 0:
            continue
        helpers = [lows[j] for j, h in enumerate(words) if h.head == w.head and h.deprel.startswith("aux")]
        if helpers and helpers[-1] in ("has", "have", "had", "'ve"):
            words[k] = replace(w, deprel="nsubj")
