"""What a pile of sibling translations lets anybody find: how often the nearest page is a sibling, by three profiles of a page.

    python -m benchmarks.lineage.translation_limits DIR

`words`: cosine of words weighed by how few pages have them; `numbers`: the same of numbers alone; `layout`: as many
paragraphs, and their lengths in step (lengths of translations go together: Gale and Church 1993). Each for all pages with
siblings and system by system, beside what chance would give. Where a system's pages come out by chance, its texts render none
of the originals, and no method finds their siblings. Measuring only: nothing of the package uses these profiles.
"""

from __future__ import annotations

import math
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from itertools import chain
from pathlib import Path

import click
import numpy as np
from numpy.typing import NDArray

from benchmarks.lineage.rows import read_json_lines

Table = NDArray[np.float64]


def cosines(bags: Sequence[Counter[str]]) -> Table:
    """Compare bags of words, weighed by how few of them hold a word."""
    held = Counter(word for bag in bags for word in bag)
    column = {word: k for k, word in enumerate(held)}
    made = np.zeros((len(bags), len(column)))
    for row, bag in zip(made, bags, strict=True):
        for word, count in bag.items():
            row[column[word]] = (1 + math.log(count)) * math.log2(1 + len(bags) / held[word])
    made /= np.maximum(np.linalg.norm(made, axis=1, keepdims=True), 1e-9)
    table: Table = made @ made.T
    return table


def words(texts: Sequence[str]) -> Table:
    """Compare pages by their words."""
    return cosines([Counter(re.findall(r"\w+", text.lower())) for text in texts])


def numbers(texts: Sequence[str]) -> Table:
    """Compare pages by their numbers."""
    return cosines([Counter(re.findall(r"\d[\d.,]*", text)) for text in texts])


def layout(texts: Sequence[str]) -> Table:
    """Compare pages of as many paragraphs by how the lengths of these go together."""
    lengths = [np.log1p([len(part) for part in text.split("\n\n")]) for text in texts]
    table = np.full((len(texts), len(texts)), -1.0)
    for a, one in enumerate(lengths):
        for b, other in enumerate(lengths):
            if len(one) == len(other) and one.std() and other.std():
                table[a, b] = np.corrcoef(one, other)[0, 1]
    return table


PROFILES: dict[str, Callable[[Sequence[str]], Table]] = {"words": words, "numbers": numbers, "layout": layout}


def nearest_is_sibling(table: Table, originals: Sequence[str]) -> list[bool]:
    """Tell of each page whether the nearest other page renders the same original."""
    alone = table.copy()
    np.fill_diagonal(alone, -np.inf)
    return [originals[a] == originals[int(b)] for a, b in enumerate(alone.argmax(axis=1))]


@click.command()
@click.argument("folder", type=click.Path(exists=True, path_type=Path))
def main(folder: Path) -> None:
    """Print R@1 by profile, of all pages with siblings and of each system."""
    texts = {str(d["id"]): str(d["text"]) for d in read_json_lines(folder / "documents.jsonl")}
    truth = {str(r["id"]): r for r in read_json_lines(folder / "siblings.jsonl")}
    names = sorted(texts)
    originals = [str(truth[n]["original"]) for n in names]
    of_system: dict[str, list[int]] = defaultdict(list)
    for k, name in enumerate(names):
        if not truth[name]["lonely"]:
            of_system[str(truth[name]["system"])].append(k)
    hits = {p: nearest_is_sibling(compare([texts[n] for n in names]), originals) for p, compare in PROFILES.items()}
    shares = {o: (n - 1) / (len(names) - 1) for o, n in Counter(originals).items()}
    for system, rows in {"all": sorted(chain(*of_system.values())), **dict(sorted(of_system.items()))}.items():
        parts = [f"{p} {sum(held[k] for k in rows)}" for p, held in hits.items()]
        chance = sum(shares[originals[k]] for k in rows)
        click.echo(f"{system:20} {', '.join(parts)} of {len(rows)}; by chance {chance:.1f}")


if __name__ == "__main__":
    sys.exit(main())
