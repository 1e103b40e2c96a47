"""Outlets, their boilerplate, credit lines and invented names: the page around an article."""

import random
import tomllib
from pathlib import Path
from typing import NamedTuple

from benchmarks.lineage.treebank import Sentence, plain

NAMES = tomllib.loads((Path(__file__).parent / "names.toml").read_text(encoding="utf-8"))
BOILERPLATE = (
    "{Subscribe|Sign up} to the {paper} newsletter and get the {best|top} stories of the day by mail every morning.",
    "Copyright {paper}. All rights reserved. This text may not be published, broadcast, rewritten or redistributed.",
    "Follow {paper} on all your favourite channels and never miss a story from {town} and the world.",
    "By using this site you agree to our terms of service and our privacy policy, which were last updated this year.",
    "Do you have a tip for the newsroom of the {paper}? Write to us or call the desk in {town} at any hour.",
    "Read more from the {paper}: opinion, sport, culture and the weather for {town} in one place.",
    "Comments are moderated by the staff of the {paper}. Please keep the debate civil and stay on the topic.",
    "Advertisement. Story continues below. Support independent journalism in {town} with a small monthly gift.",
    "You have read one of your free articles this month. Log in or register to continue reading the {paper}.",
)
CREDITS = (
    "This article was first published by the {paper}.",
    "Source: {paper}",
    "With material from the {paper}.",
    "({paper})",
    "As first reported by the {paper}, and reproduced here in part.",
)


class Outlet(NamedTuple):
    name: str
    town: str
    top: tuple[Sentence, ...]
    bottom: tuple[Sentence, ...]


def choose(text: str, rng: random.Random) -> str:
    """Resolve each {a|b} in the text, innermost first."""
    while "{" in text:
        end = text.index("}")
        start = text.rindex("{", 0, end)
        text = text[:start] + rng.choice(text[start + 1 : end].split("|")) + text[end + 1 :]
    return text


def named(kind: str, rng: random.Random) -> str:
    """One of the names of a kind: heads, tails, given, papers, days or months."""
    return rng.choice(NAMES[kind].split())


def town(rng: random.Random) -> str:
    return named("heads", rng) + named("tails", rng)


def person(rng: random.Random) -> str:
    return f"{named('given', rng)} {town(rng)}"


def filled(text: str, paper: str, place: str, rng: random.Random) -> Sentence:
    return plain(choose(text.replace("{paper}", paper).replace("{town}", place), rng))


def outlets(count: int, rng: random.Random) -> list[Outlet]:
    """Outlets with names all their own and two to five lines of boilerplate each, the same on all their pages."""
    made: dict[str, Outlet] = {}
    while len(made) < count:
        place = town(rng)
        name = f"{place} {named('papers', rng)}" if rng.random() < 0.8 else f"{place} News Agency"
        lines = [filled(t, name, place, rng) for t in rng.sample(BOILERPLATE, rng.randint(2, 5))]
        made.setdefault(name, Outlet(name, place, tuple(lines[:1]), tuple(lines[1:])))
    return list(made.values())


def credit(paper: str, rng: random.Random) -> Sentence:
    return plain(rng.choice(CREDITS).replace("{paper}", paper))
