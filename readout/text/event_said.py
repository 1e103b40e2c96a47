"""What the verb of saying above an act makes of it, and who speaks for whom."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from readout.text.event_coding import REAL
from readout.text.event_hearsay import ALLEGING
from readout.text.event_lists import listed
from readout.text.event_modality import Reading
from readout.text.event_tree import Tree

MENACES: Final = listed("threat warning notice ultimatum")
# Who speaks for a party rather than of it.
MOUTHS: Final = listed(
    "spokesman spokeswoman spokesperson office palace ministry embassy army navy junta regime headquarters command "
    "government presidency chancellery company"
)


def own_mouth(tree: Tree, speaker: Sequence[int]) -> bool:
    """Tell whether the speaker speaks for a party: its general, a palace spokesman, the ministry."""
    return bool(speaker) and (
        tree.lemma(speaker[0]) in MOUTHS or any(tree.words[c].upos == "PRON" for c in tree.of(speaker[0], "nmod:poss"))
    )


def said(tree: Tree, node: int, up: int, reading: Reading) -> Reading:
    """What is said keeps its own status; 'said it would' is a plan of the one who speaks."""
    doer = tree.of(node, "nsubj", "nsubj:pass")
    speaker = tree.of(up, "nsubj")
    same = not doer or tree.lows[doer[0]] in ("it", "he", "she", "they", "we", "i") or (
        bool(speaker) and tree.lemma(doer[0]) == tree.lemma(speaker[0])
    )  # fmt: skip
    if speaker and tree.lemma(speaker[0]) in MENACES and reading.status in ("planned", "conditional"):
        return replace(reading, status="threatened", holder=speaker[0], because=f"'{tree.lemma(speaker[0])}'")
    if reading.status == "conditional" and reading.because.startswith("'would'") and "'if'" not in reading.because:
        return replace(reading, status="planned", holder=up if same else None, because="said it would")
    mine = same or own_mouth(tree, speaker)
    if reading.status in ("planned", "conditional") and mine and tree.lemma(up) in ("warn", "vow", "swear", "threaten", "hint"):
        return replace(reading, holder=up)
    if reading.status == "negated" and tree.lemma(up) in ("insist", "protest", "swear", "maintain"):
        return replace(reading, status="denied", because="insisted it did not")
    if reading.status in ("negated", "refused") and same and reading.because == "'would not'":
        return replace(reading, status="refused", because="said it would not")
    plain = bool(tree.of(node, "aux", "nsubj:pass")) and not tree.lows[node].endswith("ing")
    if reading.status == "negated" and plain and (same or own_mouth(tree, speaker)):
        return replace(reading, status="denied", because="said it did not")
    if tree.lemma(up) in ALLEGING and reading.status in REAL:
        return replace(reading, status="reported", holder=up, because=f"'{tree.lemma(up)}'")
    if reading.status == "proposed" and not same:
        return replace(reading, holder=up)
    return reading


# Verbs of saying that ask something of another when a clause with 'should' or a bare verb follows.
ASKING: Final = listed("insist suggest propose recommend ask tell demand urge request")


def asks(tree: Tree, node: int, verb: str, reading: Reading) -> bool:
    """Tell whether the clause behind a verb of saying asks for an act: insisted that they leave."""
    bare = tree.lows[node] == tree.lemma(node) and not tree.verb_group(node) and bool(tree.of(node, "nsubj"))
    return verb in ASKING and (bare or reading.status == "proposed" or tree.lows[node] == "be")
