"""predicates: verbs, nouns and phrases that report political acts, by PLOVER type and mode. Written by us.

A section `== mode | v>slots | n>slots | need` gives the mode and where the recipient stands for verbs and nouns; its
entries follow on lines that begin with v or n, parted by semicolons. A section whose need is "sure" holds what the event
network was not taught and does not decide on:
`lemma other words =objects <subjects >slots !need`: the head, words that must stand with it, objects one of which it must take
(kinds of objects as @name; see `objects.txt`; a second list, or ~words, asks for a word anywhere beneath), subjects one of
which must do it, slots of its own, and a letter for what its parties must be (see `event_frames`).
Slots: obj, comp (subject of the clause that follows), or prepositions.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from readout.text.event_frames import Frame, FrameBook, PartOfSpeech

TYPES = (
    "agree", "consult", "support", "concede", "cooperate", "aid", "retreat", "request", "accuse", "reject", "threaten",
    "protest", "sanction", "mobilize", "coerce", "assault",
)  # fmt: skip


@cache
def frame_book() -> FrameBook:
    """Give all frames, most particular first for each head."""
    found: dict[str, dict[str, list[Frame]]] = {"v": {}, "n": {}}
    for name in TYPES:
        text = files(__name__).joinpath(f"{name}.txt").read_text("utf-8")
        for frame in frames(name.upper(), text):
            found[frame.pos].setdefault(frame.head, []).append(frame)
    verbs, nouns = (
        {head: tuple(sorted(of, key=lambda f: (-f.particular, "8" not in f.need))) for head, of in found[pos].items()}
        for pos in "vn"
    )
    light = tomllib.loads(files("readout.lexicon").joinpath("light_verbs.toml").read_text("utf-8"))
    return FrameBook(
        verbs,
        nouns,
        frozenset(light["object"]),
        frozenset(light["undergone"]),
        frozenset(light["apart"]),
        frozenset(light["subject"]),
    )


def frames(kind: str, text: str) -> Iterator[Frame]:
    """Read one file."""
    mode: str | None = None
    slots: dict[str, tuple[str, ...]] = {}
    sure = ""
    for line in text.splitlines():
        if line.startswith("== "):
            cells = [cell.strip() for cell in line[3:].split("|")]
            mode = None if cells[0] == "-" else cells[0]
            slots = {cell[0]: tuple(cell[2:].split(",")) for cell in cells[1:3]}
            sure = "8" if cells[3] == "sure" else ""
        elif line[:2] in ("v ", "n "):
            pos: PartOfSpeech = "v" if line[0] == "v" else "n"
            for entry in line[2:].split(";"):
                if entry.strip():
                    yield one([*entry.split(), *([f"!{sure}"] if sure else [])], kind, mode, pos, slots[pos])


def one(parts: list[str], kind: str, mode: str | None, pos: PartOfSpeech, slots: tuple[str, ...]) -> Frame:
    """Read one entry."""
    words = [p for p in parts if p[0] not in "=>!<~"]
    groups = [widened(set(p[1:].split(","))) for p in parts if p[0] == "="]
    doers = widened({o for p in parts if p[0] == "<" for o in p[1:].split(",")}, enough=False)
    objects, beneath = (groups[0], tuple(groups[1:])) if groups else (frozenset[str](), ())
    own = [tuple(p[1:].split(",")) for p in parts if p[0] == ">"]
    need = "".join(p[1:] for p in parts if p[0] == "!")
    head, others = head_of(words, pos)
    beneath += tuple(widened(set(p[1:].split(",")), enough=False) for p in parts if p[0] == "~")
    return Frame(kind, mode, pos, head, others, objects, own[0] if own else slots, need, doers, beneath)


ENOUGH = 3  # objects of one kind that a list must name to stand for the kind; ours


@cache
@cache
def kinds() -> dict[str, frozenset[str]]:
    """Give the kinds of objects by name."""
    lines = files(__name__).joinpath("objects.txt").read_text("utf-8").splitlines()
    rows = [line.partition(":") for line in lines if line and not line.startswith("#")]
    return {name: frozenset(words.split()) for name, _, words in rows}


def widened(objects: set[str], *, enough: bool = True) -> frozenset[str]:
    """Put the nouns of a kind for the kind, where a list asks for it or, for objects, names enough of it."""
    named = {o for o in objects if o[0] != "@"}
    unknown = {o for o in objects - named if o[1:] not in kinds()}
    if unknown:
        raise ValueError(f"no kind of objects is called {sorted(unknown)}; see objects.txt")
    whole = [
        words for name, words in kinds().items()
        if f"@{name}" in objects or (enough and name.islower() and len(words & named) >= ENOUGH)
    ]  # fmt: skip
    return frozenset(named.union(*whole))


def head_of(words: list[str], pos: PartOfSpeech) -> tuple[str, tuple[str, ...]]:
    """Part a phrase into its head and the rest: a verb comes first, a noun last or before 'of'."""
    if pos == "n" and "of" in words:
        return words[0], tuple(w for w in words[1:] if w != "of")
    if pos == "n":
        return words[-1], tuple(words[:-1])
    adverbs = [w for w in words[:-1] if w.endswith("ly") and w != "fly"][:1]
    verbs = [w for w in words if w not in adverbs]
    return verbs[0], tuple(verbs[1:] + adverbs)
