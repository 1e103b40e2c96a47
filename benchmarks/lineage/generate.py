"""Write a pile of articles with planted copies and look-alikes, and the truth about it.

python -m benchmarks.lineage.generate --ud DIR --synonyms FILE --out DIR --split heldout
"""

import hashlib
import json
import random
import sys
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import NamedTuple

import click

from benchmarks.lineage.families import plant_all
from benchmarks.lineage.negatives import look_alikes, unrelated
from benchmarks.lineage.truth import Laid, lay, origins, reuses, voices
from benchmarks.lineage.world import Page, World

LOOK_ALIKE_SHARE = 0.2
EPOCH = datetime(2024, 1, 1, tzinfo=UTC)
FILES = ("documents.jsonl", "reuses.jsonl", "families.jsonl", "negatives.jsonl", "voices.jsonl")
Rows = Iterable[dict[str, object]]


class Order(NamedTuple):
    """What the command line asks for."""

    ud: Path
    synonyms: Path
    out: Path
    families: int
    documents: int
    seed: int
    split: str
    times: str


def say(text: str) -> None:
    click.echo(text, err=True)


def doc_id(seed: int, number: int) -> str:
    """An id that tells nothing of order or family."""
    return "d" + hashlib.blake2b(f"{seed}/{number}".encode(), digest_size=8).hexdigest()


def write_rows(path: Path, rows: Rows) -> int:
    count = 0
    with path.open("w", encoding="utf-8", newline="\n") as out:
        for row in rows:
            out.write(json.dumps(row, ensure_ascii=False, sort_keys=True) + "\n")
            count += 1
    return count


def document_row(laid: Laid, shown: bool) -> dict[str, object]:
    printed = (EPOCH + timedelta(minutes=laid.page.minute)).isoformat() if shown else None
    return {"id": laid.doc, "text": laid.text, "outlet": laid.page.outlet.name, "published": printed}


def family_rows(pages: list[Laid], rows: Rows, seed: int) -> Rows:
    """Family rows with the ids of their members and what each copier did."""
    members: dict[str, list[Laid]] = defaultdict(list)
    for laid in pages:
        for name in laid.page.families:
            members[name].append(laid)
    for row in rows:
        held = sorted(members[str(row["family"])], key=lambda laid: laid.doc)
        origin = doc_id(seed, row["origin"]) if isinstance(row["origin"], int) else None
        made = {laid.doc: {"doings": laid.page.doings, "credits": laid.page.credits or None} for laid in held}
        yield {**row, "origin": origin, "members": [laid.doc for laid in held], "made": made}


def ordered(category: str, one: str, other: str) -> dict[str, object]:
    return {"left_doc": min(one, other), "right_doc": max(one, other), "category": category}


def within_groups(pages: list[Laid]) -> Rows:
    groups: dict[tuple[str, str], list[str]] = defaultdict(list)
    for laid in pages:
        if laid.page.group:
            groups[(laid.page.category, laid.page.group)].append(laid.doc)
    for (category, _), docs in sorted(groups.items()):
        yield from (ordered(category, a, b) for i, a in enumerate(docs) for b in docs[i + 1 :])


def neighbours(
    pages: list[Laid], kind: Callable[[Page], object], apart: Callable[[Page], str]
) -> Iterator[tuple[Laid, Laid]]:
    """Each page with the last one before it of the same kind, where the two are of different groups."""
    last: dict[object, Laid] = {}
    for laid in pages:
        value = kind(laid.page)
        before = last.get(value)
        if value and before and apart(before.page) != apart(laid.page):
            yield before, laid
        last[value] = laid


def same_hand(page: Page) -> object:
    return (page.category, page.hand) if page.hand else None


def lone_outlet(page: Page) -> object:
    """The outlet of a page that belongs to no family and no group."""
    return None if page.families or page.group else page.outlet.name


def negative_rows(pages: list[Laid]) -> Rows:
    yield from within_groups(pages)
    yield from (ordered("same_hand", a.doc, b.doc) for a, b in neighbours(pages, same_hand, lambda p: p.group))
    yield from (
        ordered("boilerplate", a.doc, b.doc) for a, b in neighbours(pages, lone_outlet, lambda p: str(p.number))
    )


def voice_rows(pages: list[Laid], author: dict[int, int]) -> Rows:
    total = origins(pages)
    yield {"about": "record", "low": total, "high": total}
    for laid in pages:
        low, high = voices(laid, author)
        yield {"about": laid.doc, "low": low, "high": high}


def fill(world: World, families: int, documents: int) -> tuple[list[Page], Rows]:
    """All pages of the pile: families first, then look-alikes, then pages that share nothing."""
    pages, rows = plant_all(world, families, say)
    pages += look_alikes(world, round(documents * LOOK_ALIKE_SHARE))
    if len(pages) > documents:
        raise click.UsageError(
            f"{families} families and look-alikes fill {len(pages)} pages: raise --documents, now {documents}"
        )
    return pages + unrelated(world, documents - len(pages)), rows


def digest(folder: Path) -> str:
    """One digest over the five files, in their fixed order."""
    sums = [hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in FILES]
    return hashlib.sha256("".join(sums).encode()).hexdigest()


def generate(world: World, out: Path, size: tuple[int, int], seed: int, shown: bool) -> str:
    """Write the five files and return their digest."""
    pages, families = fill(world, *size)
    rng = random.Random(f"pages/{seed}")
    laid = sorted((lay(p, doc_id(seed, p.number), rng) for p in pages), key=lambda one: one.doc)
    out.mkdir(parents=True, exist_ok=True)
    tables = ((document_row(one, shown) for one in laid), reuses(laid, shown), family_rows(laid, families, seed),
              negative_rows(laid), voice_rows(laid, world.author))  # fmt: skip
    for name, rows in zip(FILES, tables, strict=True):
        say(f"{name}: {write_rows(out / name, rows)} rows")
    return digest(out)


@click.command()
@click.option("--ud", type=click.Path(exists=True, path_type=Path), required=True, help="folder of CoNLL-U treebanks")
@click.option(
    "--synonyms",
    type=click.Path(exists=True, path_type=Path),
    required=True,
    help="synsets: id, part, members|…",
)
@click.option("--out", type=click.Path(path_type=Path), required=True)
@click.option("--families", type=int, default=900, show_default=True)
@click.option("--documents", type=int, default=20_000, show_default=True)
@click.option("--seed", type=int, default=1, show_default=True)
@click.option("--split", type=click.Choice(["tuning", "heldout"]), default="tuning", show_default=True)
@click.option("--times", type=click.Choice(["shown", "hidden"]), default="hidden", show_default=True)
def main(**given: object) -> None:
    """Write documents and truth; the digest goes to stdout."""
    order = Order(**given)
    world = World(order.ud, order.synonyms, order.split, order.seed)
    size = (order.families, order.documents)
    click.echo(generate(world, order.out, size, order.seed, order.times == "shown"))


if __name__ == "__main__":
    sys.exit(main())
