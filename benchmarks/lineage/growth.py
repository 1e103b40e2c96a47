"""Write piles of any size with known copies, streamed, from a vocabulary of treebank words (or of the demo's, without one).

python -m benchmarks.lineage.growth make [--ud DIR] --out DIR --documents 1000000
python -m benchmarks.lineage.growth check OUT_DIR REUSES.jsonl [--ids DOCUMENTS.jsonl]
"""

import json
import re
import sys
import time
from collections import Counter
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import NamedTuple, TextIO

import click
import numpy as np

from benchmarks.lineage.rows import read_ids, read_json_lines
from benchmarks.lineage.treebank import read_blocks

WORDS = 400
BATCH = 2_000
COPY_SHARE = 0.2
ROOTS_HELD = 4_096  # originals a later page may copy; bounds memory and spreads a family over the pile
EDITS = (0.05, 0.30)
SENTENCE = 18
STEPS = 1 << 21
PLAIN = re.compile(r"\b[a-z]+\b")
ZIPF = 1.05  # exponent near that of English words; ranks beyond the treebank's are cut
FRESH_WORDS = 40_000  # invented words, so that a pile of 10⁶ has names and rare words as real ones do


class Batch(NamedTuple):
    """Word ranks (pages x 400, int32), and for each page the number of the page it copies, or -1."""

    words: np.ndarray
    copy_of: np.ndarray


def treebank_words(folder: Path) -> list[str]:
    """Plain lower-case words of the training parts, most frequent first."""
    counts: Counter[str] = Counter()
    for path in sorted(folder.glob("*-train.conllu")):
        for block in read_blocks(path):
            counts.update(line.split("\t")[1] for line in block if not line.startswith("#"))
    return [
        w for w, _ in sorted(counts.items(), key=lambda c: (-c[1], c[0])) if w.isascii() and w.isalpha() and w.islower()
    ]


def demo_words() -> list[str]:
    """Plain lower-case words of the agency's pages in the demo, most frequent first."""
    with (files("readout.demo") / "pages" / "agency.jsonl").open(encoding="utf-8") as lines:
        counts = Counter(w for line in lines for w in PLAIN.findall(json.loads(line).get("text", "")))
    return [w for w, _ in sorted(counts.items(), key=lambda c: (-c[1], c[0]))]


def invented_words(count: int, rng: np.random.Generator) -> list[str]:
    """Words of three or four open syllables, no two alike."""
    heads = [c + v for c in "bdfgklmnprstvz" for v in "aeiou"]
    made: dict[str, None] = {}
    while len(made) < count:
        made["".join(heads[i] for i in rng.integers(0, len(heads), rng.integers(3, 5)))] = None
    return list(made)


def vocabulary(folder: Path | None, rng: np.random.Generator) -> list[str]:
    known = treebank_words(folder) if folder else demo_words()
    return known + invented_words(FRESH_WORDS, rng)


def printed_forms(words: list[str]) -> np.ndarray:
    """Each word plain, ending a sentence, and opening one: rank, rank + n, rank + 2 n."""
    return np.array([*words, *(w + "." for w in words), *(w.capitalize() for w in words)], dtype=object)


def quantiles(count: int) -> np.ndarray:
    """A rank for each of 2²¹ equal steps of probability: drawing a word is one look-up."""
    weights = np.arange(1, count + 1) ** -ZIPF
    steps = (np.arange(STEPS) + 0.5) / STEPS
    return np.minimum(np.searchsorted(np.cumsum(weights / weights.sum()), steps), count - 1).astype(np.int32)


def draw(shape: tuple[int, int], ranks: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    return ranks[rng.integers(0, STEPS, shape, dtype=np.int32)]


def batches(documents: int, ranks: np.ndarray, rng: np.random.Generator) -> Iterator[Batch]:
    """Pages in order; one in five copies an original written before, 5 to 30 % of its words replaced."""
    roots, numbers, filled = np.zeros((ROOTS_HELD, WORDS), np.int32), np.zeros(ROOTS_HELD, np.int64), 0
    for first in range(0, documents, BATCH):
        size = min(BATCH, documents - first)
        words, copy_of = draw((size, WORDS), ranks, rng), np.full(size, -1, np.int64)
        rows = np.flatnonzero(rng.random(size) < COPY_SHARE) if filled else np.zeros(0, np.int64)
        held = rng.integers(0, max(1, filled), len(rows))
        kept = rng.random((len(rows), WORDS)) >= rng.uniform(*EDITS, (len(rows), 1))
        words[rows] = np.where(kept, roots[held], words[rows])
        copy_of[rows] = numbers[held]
        yield Batch(words, copy_of)
        fresh = np.flatnonzero(copy_of < 0)[: ROOTS_HELD // 8]
        slots = (
            rng.permutation(ROOTS_HELD)[: len(fresh)]
            if filled == ROOTS_HELD
            else np.arange(filled, min(ROOTS_HELD, filled + len(fresh)))
        )
        roots[slots], numbers[slots] = words[fresh[: len(slots)]], first + fresh[: len(slots)]
        filled = max(filled, min(ROOTS_HELD, filled + len(slots)))


def printed(words: np.ndarray, forms: np.ndarray) -> list[str]:
    """Texts with a capital and a full stop every 18 words and four paragraphs."""
    shown, count = words.copy(), len(forms) // 3
    shown[:, SENTENCE - 1 :: SENTENCE] += count
    shown[:, ::SENTENCE] += 2 * count
    return [" ".join(row) for row in forms[shown].tolist()]


def write_pile(out: Path, documents: int, folder: Path | None, seed: int) -> int:
    """Write documents.jsonl and copies.jsonl; give the characters of text written."""
    rng = np.random.default_rng(seed)
    words = vocabulary(folder, rng)
    forms, written, first = printed_forms(words), 0, 0
    out.mkdir(parents=True, exist_ok=True)
    with (out / "documents.jsonl").open("w") as pages, (out / "copies.jsonl").open("w") as copies:
        for batch in batches(documents, quantiles(len(words)), rng):
            texts = printed(batch.words, forms)
            pages.writelines(f'{{"id": "g{first + i:08}", "text": "{text}"}}\n' for i, text in enumerate(texts))
            write_copies(copies, batch, first)
            written, first = written + sum(map(len, texts)), first + len(texts)
    return written


def write_copies(out: TextIO, batch: Batch, first: int) -> None:
    rows = np.flatnonzero(batch.copy_of >= 0)
    out.writelines(f'{{"id": "g{first + r:08}", "of": "g{batch.copy_of[r]:08}"}}\n' for r in rows)


def joined(pairs: Iterator[tuple[str, str]]) -> dict[str, str]:
    """The smallest member of each one's connected group."""
    parent: dict[str, str] = {}

    def root(name: str) -> str:
        while parent.setdefault(name, name) != name:
            parent[name] = parent[parent[name]]
            name = parent[name]
        return name

    for one, other in pairs:
        a, b = sorted((root(one), root(other)))
        parent[b] = a
    return {name: root(name) for name in list(parent)}


def families_right(truth: Path, predicted: Path, names: dict[str, str]) -> dict[str, float]:
    """Share of copies grouped with their original, and share of found groups that mix no two families."""
    true = joined((str(r["id"]), str(r["of"])) for r in read_json_lines(truth))
    ends = ((str(r["left_doc"]), str(r["right_doc"])) for r in read_json_lines(predicted))
    found = joined((names.get(a, a), names.get(b, b)) for a, b in ends)
    pairs = [(str(r["id"]), str(r["of"])) for r in read_json_lines(truth)]
    together = sum(a in found and found[a] == found.get(b) for a, b in pairs)
    held: dict[str, set[str]] = {}
    for name, group in found.items():
        held.setdefault(group, set()).add(true.get(name, name))
    pure = sum(len(families) == 1 for families in held.values())
    return {
        "together": together / max(1, len(pairs)),
        "pure": pure / max(1, len(held)),
        "copies": len(pairs),
        "groups": len(held),
    }


@click.group()
def main() -> None:
    """Piles for the growth curve."""


@main.command()
@click.option("--ud", type=click.Path(exists=True, path_type=Path), help="treebanks; words of the demo without")
@click.option("--out", type=click.Path(path_type=Path), required=True)
@click.option("--documents", type=int, default=10_000, show_default=True)
@click.option("--seed", type=int, default=1, show_default=True)
def make(ud: Path | None, out: Path, documents: int, seed: int) -> None:
    """Stream a pile to disk."""
    start = time.perf_counter()
    written = write_pile(out, documents, ud, seed)
    seconds = time.perf_counter() - start
    click.echo(
        json.dumps(
            {
                "documents": documents,
                "characters": written,
                "seconds": round(seconds, 2),
                "mb_per_s": round(written / seconds / 1e6, 1),
            }
        )
    )


@main.command()
@click.argument("folder", type=click.Path(exists=True, path_type=Path))
@click.argument("predicted", type=click.Path(exists=True, path_type=Path))
@click.option("--ids", type=click.Path(exists=True, path_type=Path))
def check(folder: Path, predicted: Path, ids: Path | None) -> None:
    """Say how many families came out right."""
    click.echo(json.dumps(families_right(folder / "copies.jsonl", predicted, read_ids(ids))))


if __name__ == "__main__":
    sys.exit(main())
