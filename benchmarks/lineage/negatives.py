"""Look-alikes that are no copies: two hands on one event, shared quotations, statistics, templates, statements."""

import random
import re
import tomllib
from pathlib import Path

from benchmarks.lineage.furniture import NAMES, choose, named, person, town
from benchmarks.lineage.reshape import Paragraph, paragraphs
from benchmarks.lineage.treebank import Sentence, Word, plain
from benchmarks.lineage.world import MINUTES_PER_PILE, Page, World

HANDS = tomllib.loads((Path(__file__).parent / "hands.toml").read_text(encoding="utf-8"))
EVENTS = ("accident", "meeting", "vote", "court", "storm", "strike")
TEMPLATES = ("weather", "markets", "results")
SHAPES = (("event", 40), ("statistics", 15), ("press", 20), ("template", 15), ("joint", 10))


def facts(rng: random.Random) -> dict[str, str]:
    """One event's facts: the same table for every hand."""
    table = {name: rng.choice(values) for name, values in NAMES["choices"].items()}
    table |= {name: str(rng.randint(*ends)) for name, ends in NAMES["numbers"].items()}
    table |= {f"rate{i}": f"{rng.randint(0, 19)}.{rng.randint(0, 9)}" for i in ("", 2, 3, 4)}
    table |= {"place": town(rng), "place2": town(rng), "land": town(rng) + rng.choice(("ia", "land"))}
    table |= {
        "person": person(rng),
        "person2": person(rng),
        "day": named("days", rng),
        "month": named("months", rng),
    }
    table |= {
        f"firm{i}": f"{town(rng)} {rng.choice(('Holdings', 'Motors', 'Foods', 'Bank', 'Energy'))}" for i in ("", 2)
    }
    return table | {"hour": f"{rng.randint(1, 12)}.{rng.randint(0, 59):02} {rng.choice(('am', 'pm'))}"}


def told(line: str, table: dict[str, str], rng: random.Random) -> Sentence:
    """One line with its choices made and its facts filled in."""
    return plain(re.sub(r"<(\w+)>", lambda m: table[m[1]], choose(line, rng)))


def woven(lines: list[Sentence], own: list[Sentence], rng: random.Random) -> tuple[Paragraph, ...]:
    """Lines in their order with own sentences in between."""
    row = list(lines)
    for sentence in own:
        row.insert(rng.randint(1, len(row)), sentence)
    return paragraphs(row, rng)


def said(statement: Sentence, speaker: str, hand: str, rng: random.Random) -> Sentence:
    """The shared words within quotation marks, framed in the hand's way."""
    inner = list(statement.words[:-1] if statement.words[-1].upos == "PUNCT" else statement.words)
    inner[-1] = inner[-1]._replace(gap="")
    verb = rng.choice(("said", "told reporters") if hand == "a" else ("declared", "insisted", "remarked"))
    if hand == "a":
        framed = [Word('"', ""), *inner, Word(',"'), *(Word(w) for w in f"{speaker} {verb}.".split())]
    else:
        framed = [
            *(Word(w) for w in f"{speaker.split()[-1]} {verb}:".split()),
            Word('"', ""),
            *inner,
            Word('."'),
        ]
    return statement._replace(words=tuple(framed), quote=True, arcs=None)


def page(world: World, body: tuple[Paragraph, ...], marks: tuple[str, str, str]) -> Page:
    category, group, hand = marks
    minute = world.rng.randrange(MINUTES_PER_PILE)
    return Page(
        world.number(),
        body,
        world.rng.choice(world.outlets),
        minute,
        doings=("look-alike",),
        category=category,
        group=group,
        hand=hand,
    )


def report(world: World, kind: str, hand: str, table: dict[str, str]) -> list[Sentence]:
    lines = HANDS[kind][hand]["lines"]
    kept = [lines[0], *(line for line in lines[1:] if world.rng.random() < 0.85)]
    return [told(line, table, world.rng) for line in kept]


def two_hands(world: World, kind: str, category: str, group: str) -> list[Page]:
    """The same facts told by both hands, each with own sentences around."""
    table, made = facts(world.rng), []
    for hand in ("a", "b"):
        own = world.write_many(world.next_page, 4, 8)
        made.append(page(world, woven(report(world, kind, hand, table), own, world.rng), (category, group, hand)))
    return made


def press_conference(world: World, group: str) -> list[Page]:
    """Two to four quotations shared word for word, all else told by each hand."""
    table, made = facts(world.rng), []
    statements = world.write_many(-1, 2, 4)
    for hand in ("a", "b"):
        quoted = [said(s, table["person"], hand, world.rng) for s in statements if world.rng.random() < 0.9] or [
            said(statements[0], table["person"], hand, world.rng)
        ]
        own = [*quoted, *world.write_many(world.next_page, 4, 8)]
        made.append(page(world, woven(report(world, "press", hand, table), own, world.rng), ("press", group, hand)))
    return made


def joint_statement(world: World, group: str) -> list[Page]:
    """One statement printed whole by both, each with own narration."""
    table, made = facts(world.rng), []
    statement = [s._replace(quote=True, arcs=None) for s in world.write_many(-1, 4, 7)]
    for hand in ("a", "b"):
        frame = report(world, "joint", hand, table)
        after = tuple(world.write_many(world.next_page, 4, 8))
        made.append(page(world, (tuple(frame), *paragraphs(statement, world.rng), after), ("joint", group, hand)))
    return made


def bulletins(world: World, group: str) -> list[Page]:
    """Six days of one outlet's template."""
    kind, outlet = world.rng.choice(TEMPLATES), world.rng.choice(world.outlets)
    made = []
    for _ in range(6):
        table = facts(world.rng)
        lines = [told(line, table, world.rng) for line in HANDS[kind]["lines"]]
        made.append(page(world, paragraphs(lines, world.rng), ("template", group, kind))._replace(outlet=outlet))
    return made


def look_alikes(world: World, pages: int) -> list[Page]:
    """Groups of look-alikes until the wanted number of pages is reached: each shape once, then by chance."""
    made: list[Page] = []
    names, weights = zip(*SHAPES, strict=True)
    first = iter(names)
    while len(made) < pages:
        shape, group = next(first, None) or world.rng.choices(names, weights)[0], f"n{len(made):06}"
        if shape in ("event", "statistics"):
            kind = world.rng.choice(EVENTS) if shape == "event" else "statistics"
            made.extend(two_hands(world, kind, shape, group))
        else:
            build = {"press": press_conference, "template": bulletins, "joint": joint_statement}[shape]
            made.extend(build(world, group))
    return made


def unrelated(world: World, pages: int) -> list[Page]:
    """Pages that share nothing but their outlet's boilerplate."""
    made = []
    for _ in range(pages):
        body = paragraphs(world.write_many(world.next_page, 8, 20), world.rng)
        made.append(page(world, body, ("", "", ""))._replace(doings=("unrelated",)))
    return made
