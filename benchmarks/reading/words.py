"""Article text for made pages: paragraphs of open text, or English sentences of an invented continent."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Protocol

PLACES = (
    "Adrel", "Bostan", "Corvia", "Dunmar", "Estoria", "Falken", "Gresk",
    "Halvia", "Istra", "Jorvan", "Kestria", "Lomar", "Marn", "Norvia", "Ostrel",
)  # fmt: skip
FIRST = (
    "Ada", "Bruno", "Clara", "Dario", "Elsa", "Franz", "Greta", "Hugo", "Ilse",
    "Jonas", "Karin", "Lena", "Milo", "Nora", "Oskar", "Petra", "Rolf", "Sonja",
)  # fmt: skip
LAST = (
    "Aldane", "Brenn", "Corvin", "Dask", "Ekman", "Farrow", "Gorin", "Hest", "Imber",
    "Jarl", "Kolt", "Lund", "Merrow", "Nadel", "Orlov", "Prent", "Quill", "Rask",
)  # fmt: skip
OFFICES = ("foreign minister", "prime minister", "deputy president", "special envoy", "trade secretary", "ambassador")
BODIES = ("the cabinet", "the border commission", "the grain board", "the upper house", "the port authority")
SUBJECTS = ("the ceasefire", "the fishing treaty", "grain exports", "the rail link", "prisoner lists", "the gas price")
VERBS = ("said", "told reporters", "wrote on Tuesday", "repeated", "insisted", "warned", "added")
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
FRAMES = (
    "The {office} of {place}, {name}, arrived in {town} on {day} for talks about {subject}.",
    "“We have agreed on most of {subject},” {name} {verb}. “What is left will take {number} more weeks.”",
    "Officials in {town} did not say whether {body} had been told of the plan before {day}.",
    "According to two people who were in the room, the talks lasted {number} hours and ended without a statement.",
    "{body_start} rejected the proposal in March, when {place} asked for an extra {number},000 tonnes of wheat a year.",
    "{name}, who has led the delegation since {day}, called the report “a list of half-truths”.",
    "Later that evening the U.S. envoy, Mr. {last}, met {name} at 7:30 p.m. for what an aide called a short dinner.",
    "Prices rose by {number}.5 percent in {town} after the announcement, and shops in the old harbour closed early.",
    "A spokeswoman for {body} said that nothing had been signed, although both sides were “closer than last week”.",
    "It was not clear on {day} how {subject} would be paid for, or by whom.",
    "“Nobody in {place} wants another winter like that one,” said {name}, a teacher from {town}.",
    "The two governments have quarrelled over {subject} since {body} moved its office from {town} to the coast.",
)


class Paragraphs(Protocol):
    """Gives paragraphs of article text."""

    def some(self, chance: Random, count: int) -> list[str]: ...


@dataclass(frozen=True, slots=True)
class Invented:
    """Sentences of fixed frames filled by chance: English enough to be taken for English."""

    def some(self, chance: Random, count: int) -> list[str]:
        """Make paragraphs of two to five sentences."""
        return [" ".join(sentence(chance) for _ in range(chance.randint(2, 5))) for _ in range(count)]


@dataclass(frozen=True, slots=True)
class Given:
    """Paragraphs of texts that stand in a folder, taken in runs from a place given by chance."""

    paragraphs: tuple[str, ...]

    def some(self, chance: Random, count: int) -> list[str]:
        """Take paragraphs that stand together, going round at the end."""
        start = chance.randrange(len(self.paragraphs))
        return [self.paragraphs[(start + i) % len(self.paragraphs)] for i in range(count)]


def sentence(chance: Random) -> str:
    """Fill one frame."""
    body, last = chance.choice(BODIES), chance.choice(LAST)
    return chance.choice(FRAMES).format(
        office=chance.choice(OFFICES), place=chance.choice(PLACES), town=chance.choice(PLACES), last=last, body=body,
        name=f"{chance.choice(FIRST)} {last}", day=chance.choice(DAYS), subject=chance.choice(SUBJECTS),
        verb=chance.choice(VERBS), number=chance.randint(2, 40), body_start=body[0].upper() + body[1:],
    )  # fmt: skip


def headline(chance: Random) -> str:
    """Make a headline."""
    place, other = chance.sample(PLACES, 2)
    return f"{place} and {other} to talk about {chance.choice(SUBJECTS)} on {chance.choice(DAYS)}"


def paragraphs_of(folder: Path | None) -> Paragraphs:
    """Give the paragraphs of the `.txt` and `.conllu` files under a folder; without one, invented text."""
    if folder is None:
        return Invented()
    files = sorted(p for p in folder.rglob("*") if p.suffix in (".txt", ".conllu"))
    found = tuple(paragraph for file in files for paragraph in read_file(file) if len(paragraph) >= 40)
    if not found:
        raise SystemExit(f"{folder} holds no .txt or .conllu file with a paragraph of 40 characters")
    return Given(found)


def read_file(file: Path) -> Iterator[str]:
    """Read the paragraphs of a text, or of a treebank, whose comments hold its sentences."""
    text = file.read_text("utf-8")
    if file.suffix == ".txt":
        yield from (" ".join(part.split()) for part in text.split("\n\n"))
        return
    held: list[str] = []
    for line in text.splitlines():
        if line.startswith(("# newpar", "# newdoc")) and held:
            yield " ".join(held)
            held = []
        elif line.startswith("# text = "):
            held.append(line.removeprefix("# text = "))
    yield " ".join(held)
