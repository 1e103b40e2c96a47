"""What became of an act as a whole: threats, one side's word, attempts in vain, chance; and the type that analysts count."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from readout.text.event_arguments import Parties
from readout.text.event_coding import FORCEFUL, REAL, class_of, coded
from readout.text.event_frames import Frame
from readout.text.event_hearsay import ACCORDING, CHARGING, told_by_the_struck
from readout.text.event_lists import listed
from readout.text.event_modality import Modality, Reading
from readout.text.event_speakers import speaker_of
from readout.text.event_tree import Tree

SAID = frozenset({"REQUEST", "ACCUSE", "REJECT", "THREATEN"})


def willing(frame: Frame, reading: Reading) -> Reading:
    """Read a hostile act that somebody simply will not do as negated: nobody asked for it."""
    if class_of(frame.type) == "hostile" and reading.status == "refused" and reading.because in WILL_NOT:
        return replace(reading, status="negated", negated=True)
    return reading


WILL_NOT = frozenset({"'will not'", "'would not'", "said it would not"})


VICTIM: Final = "told by those it was done to"
MISSED: Final = "carried out in vain"
# Words of an attempt that was carried out, though in vain.
FIGHTING: Final = listed("battle clash repel repulse fight fire gunfire shoot shootout miss wound injure kill explode beat")


def in_vain(tree: Tree, i: int, frame: Frame, reading: Reading) -> Reading:
    """Read an attack that missed as failed."""
    joined = [c for c in tree.of(i, "conj", "advcl") if tree.lemma(c) == "miss" and not tree.of(c, "nsubj", "obj")]
    missed = any(not {"not", "n't", "never"} & {tree.lows[a] for a in tree.of(c, "advmod")} for c in joined)
    if frame.type != "ASSAULT" or reading.status != "happened" or not missed:
        return reading
    return replace(reading, status="failed", because=MISSED)


LASTED: Final = "called off when it had lasted so long"
# Longer than what is announced beforehand, as a rule: twelve days, weeks, a month-old.
LASTING: Final = re.compile(
    r"\b(?:(?:[5-9]|\d{2,}|five|six|seven|eight|nine|ten|eleven|twelve|fourteen|hundred)[ -](?:day|week|month|year)s?"
    r"|(?:two|three|four|\d)[ -](?:week|month|year)s?|(?:weeks?|months?|years?)(?=[ -](?:long|old)))"
    r"(?:[ -](?:long|old))?\s+(?:[\w-]+\s+){0,2}$"
)
AHEAD: Final = re.compile(
    r"\b(?:planned|scheduled|due|set|slated|to (?:begin|start|be)|next|would|expected|announced|threatened)\b"
)


def lasted(tree: Tree, i: int, reading: Reading) -> Reading:
    """Take what is called off after it has lasted so long for done: they called off a 12-day strike."""
    start, first, end = tree.words[i].start, tree.words[0].start, tree.words[-1].end
    long = LASTING.search(tree.text[max(first, start - 60) : start]) and not AHEAD.search(tree.text[start:end])
    if reading.status != "cancelled" or not long:
        return reading
    return replace(reading, status="happened", because=LASTED)


def by_hearsay(frame: Frame, reading: Reading) -> Reading:
    """Take what is no hostile act for happened where it is told according to somebody."""
    if reading.because == ACCORDING and (class_of(frame.type) != "hostile" or frame.type == "PROTEST"):
        return replace(reading, status="happened")
    return reading


def by_victim(tree: Tree, i: int, frame: Frame, parties: Parties, reading: Reading, words: Modality) -> Reading:
    """Take a hostile act that those it was done to lay on somebody for reported."""
    if frame.type not in FORCEFUL or reading.status not in REAL or not parties.actors:
        return reading
    if told_by_the_struck(tree, speaker_of(tree, i, words), parties.recipients):
        return replace(reading, status="reported", because=VICTIM)
    return reading


WARNING = frozenset({"warn", "vow", "swear", "threaten", "promise", "pledge", "hint"})


def undone_force(kind: str, reading: Reading) -> bool:
    """Tell whether an act of force is called off."""
    return reading.status == "cancelled" and class_of(kind) == "hostile"


def warned(tree: Tree, kind: str, reading: Reading) -> Reading:
    """Take a hostile act that is warned of or sworn for threatened."""
    over = tree.lemma(reading.holder) if reading.holder is not None else ""
    if class_of(kind) == "hostile" and over in WARNING and reading.status in ("planned", "conditional"):
        return replace(reading, status="threatened", because=f"'{over}'")
    return reading


def code(tree: Tree, i: int, kind: str, reading: Reading, words: Modality) -> str | None:
    """Apply the status table to what was read."""
    holder = reading.holder
    why = tree.lemma(holder) if holder is not None else ""
    if reading.status == "reported" and class_of(kind) == "hostile" and kind not in SAID:
        attribute = holder is not None and tree.words[holder].deprel == "amod"  # the alleged attack: by whom?
        charged = (why in CHARGING and not attribute) or reading.because in (ACCORDING, VICTIM)
        charged = charged or reading.because.strip("'") in CHARGING
        return "ACCUSE" if charged else None
    fought = any(lemma in FIGHTING for lemma in tree.lemmas) and not any(lemma in FOILING for lemma in tree.lemmas)
    foiled = not (fought or reading.because == MISSED)
    chance = reading.status == "cancelled" and (
        reading.because == "'was to have'" or by_chance(tree, i, holder, words)
    )
    if reading.status == "postponed" and kind == "CONSULT" and any(lemma in SNUBBING for lemma in tree.lemmas):
        return "REJECT"
    weighed = why in WEIGHED and reading.status == "planned" and class_of(kind) == "hostile"
    return coded(kind, reading.status, by_party=not (chance or weighed), foiled=foiled, aim=reading.aim)


WEIGHED = frozenset({"expect", "anticipate", "await", "foresee", "project", "hope", "expected", "likely", "imminent"})


FOILING: Final = listed("foil thwart prevent stop intercept avert disrupt overpower restrain frustrate")


def chanced(tree: Tree, reading: Reading, words: Modality) -> Reading:
    """Read what a storm or landslide rules out as cancelled."""
    if reading.status != "refused" or reading.holder is None:
        return reading
    subject = tree.of(reading.holder, "nsubj")
    chance = bool(subject) and tree.lemma(subject[0]) in words.chance
    return replace(reading, status="cancelled") if chance else reading


SNUBBING: Final = listed("snub indefinitely boycott anger retaliation protest refuse rebuff insult")


def by_chance(tree: Tree, i: int, holder: int | None, words: Modality) -> bool:
    """Tell whether weather or chance called it off: because of the storm, after he fell ill; a storm forced it."""
    node = holder if holder is not None else i
    causes = tree.of(node, "obl", "advcl", "nmod", "nsubj")
    over = tree.head(node)
    if (tree.words[node].upos != "VERB" or tree.rel(node) in ("xcomp", "ccomp")) and over >= 0:
        causes += tree.of(over, "nsubj", "obl", "advcl")
        causes += tree.of(tree.head(over), "nsubj") if tree.rel(over) in ("xcomp", "ccomp") else []
    return any(tree.lemma(k) in words.chance and not willed(tree, k) for c in causes if c != i for k in tree.under(c))


def willed(tree: Tree, i: int) -> bool:
    """Tell whether a word of chance is somebody's act here: an air strike, the breakdown of the talks."""
    if tree.lemma(i) == "strike":
        return bool(tree.of(i, "compound", "amod")) or any(tree.cases(c) & {"on", "against"} for c in tree.of(i, "nmod"))
    return tree.lemma(i) in ("breakdown", "delay") and bool(tree.of(i, "nmod"))
