"""Plant families: an original, its copies, copies of copies, merged wires, origins kept out of the pile."""

from collections.abc import Callable

from benchmarks.lineage.reshape import (
    Body,
    edited,
    insert_own,
    merge,
    relead,
    reorder,
    sentences_of,
    truncate,
)
from benchmarks.lineage.spin_heldout import spin_page
from benchmarks.lineage.spin_tuning import spin
from benchmarks.lineage.treebank import Sentence
from benchmarks.lineage.world import MINUTES_PER_PILE, Page, World

# Shares chosen so that each kind and shape has hundreds of pairs in a pile of 20,000; ours.
WITHHELD = 0.15
FROM_A_COPY = 0.25
CREDITED = 0.5
WRONG_CLOCK = 0.1
BIG_FAMILY = 0.01
WORDINGS = ("verbatim",) * 30 + ("edited",) * 35 + ("spun",) * 35
SHAPES = (
    ("truncate", 0.3),
    ("reorder", 0.2),
    ("merge", 0.08),
    ("relead", 0.25),
    ("insert", 0.25),
    ("repeat", 0.05),
)


def family_size(world: World) -> int:
    """Copies besides the original: mostly one to four, sometimes a wire that thirty reprint."""
    if world.rng.random() < BIG_FAMILY:
        return world.rng.randint(20, 38)
    size = 1
    while size < 9 and world.rng.random() < 0.6:
        size += 1
    return size


def rebuilt(body: Body, sentences: list[Sentence]) -> Body:
    """The same paragraphs with new sentences in the old places."""
    supply = iter(sentences)
    return tuple(tuple(next(supply) for _ in paragraph) for paragraph in body)


def worded(body: Body, wording: str, world: World) -> tuple[Body, str]:
    """The body in the copier's words, and a note of how much was touched."""
    rng, sentences = world.rng, sentences_of(body)
    if wording == "edited":
        share = rng.uniform(0.05, 0.30)
        return rebuilt(body, [edited(s, rng, share, world.lexicon) for s in sentences]), f"edited:{share:.2f}"
    if wording == "spun":
        rate = rng.uniform(0.2, 1.0)
        if world.split == "heldout":
            return rebuilt(body, spin_page(sentences, rng, rate, world.lexicon)), f"spun:{rate:.2f}"
        return rebuilt(body, [spin(s, rng, rate, world.lexicon) for s in sentences]), f"spun:{rate:.2f}"
    return body, "verbatim"


def chosen_shapes(world: World, wording: str, others: list[Page]) -> list[str]:
    drawn = [name for name, share in SHAPES if world.rng.random() < share]
    return [n for n in drawn if (n != "merge" or others) and (n != "repeat" or wording == "spun")]


def shaped(
    parent: Page, other: Page | None, number: int, world: World, shapes: list[str], wording: str
) -> tuple[Body, str]:
    """Apply the shapes that come before the wording, the wording, then those the copier writes in own words."""
    rng, write = world.rng, lambda: world.write(number)
    body = truncate(parent.body, rng) if "truncate" in shapes else parent.body
    body = reorder(body, rng) if "reorder" in shapes else body
    body = merge(body, other.body, rng) if other else body
    plain_body = body
    body, note = worded(body, wording, world)
    body = relead(body, rng, write) if "relead" in shapes else body
    body = insert_own(body, rng, write) if "insert" in shapes else body
    repeat = plain_body[-2:] if "repeat" in shapes else ()
    return (*body, *repeat), note


def copied(parent: Page, other: Page | None, world: World, shapes: list[str]) -> Page:
    """A new page made from one parent, or from two."""
    rng, number = world.rng, world.number()
    wording = "spun" if "repeat" in shapes else rng.choice(WORDINGS)
    body, note = shaped(parent, other, number, world, shapes, wording)
    minute = parent.minute + rng.randint(10, 2880)
    upstream = parent.upstream | {parent.number} | ((other.upstream | {other.number}) if other else frozenset())
    families = tuple(dict.fromkeys(parent.families + (other.families if other else ())))
    credits = parent.outlet.name if rng.random() < CREDITED else ""
    clock = parent.minute - rng.randint(10, 600) if rng.random() < WRONG_CLOCK else minute
    outlet = rng.choice([o for o in rng.sample(world.outlets, 4) if o.name != parent.outlet.name])
    return Page(number, body, outlet, clock, frozenset(upstream), families, (*shapes, note), credits)


def plant(world: World, name: str, others: list[Page]) -> tuple[list[Page], dict[str, object]]:
    """One family: its pages, and its row of truth."""
    rng, number = world.rng, world.number()
    body, natural = world.original(number)
    root = Page(
        number,
        body,
        rng.choice(world.outlets),
        rng.randrange(MINUTES_PER_PILE),
        families=(name,),
        doings=("original",),
    )
    pages = [root]
    for _ in range(family_size(world)):
        parent = rng.choice(pages[1:]) if len(pages) > 1 and rng.random() < FROM_A_COPY else root
        wording = rng.choice(WORDINGS)
        shapes = chosen_shapes(world, wording, others)
        other = rng.choice(others) if "merge" in shapes else None
        pages.append(copied(parent, other, world, shapes))
    withheld = len(pages) > 2 and rng.random() < WITHHELD
    row = {
        "family": name,
        "natural": natural,
        "origin": None if withheld else root.number,
        "origin_outlet": root.outlet.name,
    }
    return (pages[1:] if withheld else pages), {**row, "root": root}


def plant_all(world: World, count: int, progress: Callable[[str], None]) -> tuple[list[Page], list[dict[str, object]]]:
    """All families; a merged wire takes its second source from a family planted before."""
    pages: list[Page] = []
    rows: list[dict[str, object]] = []
    roots: list[Page] = []
    for i in range(count):
        planted, row = plant(world, f"f{i:05}", roots)
        roots.append(row.pop("root"))
        pages.extend(planted)
        rows.append(row)
    progress(f"{count} families, {len(pages)} pages, {sum(bool(r['natural']) for r in rows)} of natural text")
    return pages, rows
