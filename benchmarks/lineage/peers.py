"""Candidate search side by side on one corpus: datasketch, rensa, gaoya, and ours through a hook.

    python -m benchmarks.lineage.peers TRUTH_DIR [--ours module:function] [--only NAME,...]

Features are the same for all: sets of lower-case word 3-grams; making them is timed. One core for everybody, in processor
time of the process and its threads, so that other jobs on the machine do not decide.
`--ours` names a function from a list of texts to pairs of their positions.
"""

import hashlib
import importlib
import json
import os
import re
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NamedTuple

os.environ["RAYON_NUM_THREADS"] = "1"  # before the peers start their thread pools

import click

from benchmarks.lineage.rows import COPY_KINDS, read_json_lines, read_reuses

WORD = re.compile(r"\w+")
ENOUGH = 0.90
# (bands, rows): from the strict end to the widest opening whose candidates still fit memory.
GRID = ((16, 8), (20, 5), (25, 4), (42, 3), (64, 3), (64, 2), (128, 2))
SEED = 1
Numbers = tuple[int, int]
Search = Callable[[list[str], int, int], set[Numbers]]


class Measured(NamedTuple):
    name: str
    setting: str
    recall: float
    precision: float
    candidates: int
    seconds: float
    docs_per_s: float
    mb_per_s: float


def shingles(text: str) -> set[str]:
    words = WORD.findall(text.lower())
    return {" ".join(words[i : i + 3]) for i in range(len(words) - 2)} or {text}


def paired(answers: Iterable[tuple[int, Iterable[int]]]) -> set[Numbers]:
    return {(min(i, j), max(i, j)) for i, found in answers for j in found if i != j}


def with_datasketch(texts: list[str], bands: int, rows: int) -> set[Numbers]:
    from datasketch import MinHash, MinHashLSH

    features = [[s.encode() for s in shingles(t)] for t in texts]
    hashes = list(MinHash.bulk(features, num_perm=bands * rows, seed=SEED))
    index = MinHashLSH(num_perm=bands * rows, params=(bands, rows))
    with index.insertion_session() as session:
        for i, one in enumerate(hashes):
            session.insert(i, one, check_duplication=False)
    return paired((i, index.query(one)) for i, one in enumerate(hashes))


def with_rensa(texts: list[str], bands: int, rows: int) -> set[Numbers]:
    from rensa import RMinHash, RMinHashLSH

    hashes = RMinHash.from_token_sets([list(shingles(t)) for t in texts], bands * rows, SEED)
    index = RMinHashLSH(threshold=0.5, num_perm=bands * rows, num_bands=bands)
    index.insert_many(hashes, 0)
    return paired(enumerate(index.query_all(hashes)))


def with_gaoya(texts: list[str], bands: int, rows: int) -> set[Numbers]:
    from gaoya.minhash import MinHashStringIndex

    # Its own shingler, in Rust, is faster than handing over our sets; similarity 0 keeps every candidate of the bands.
    index = MinHashStringIndex(32, 0.0, bands, rows, None, "word", True, (3, 3), "vec")
    index.par_bulk_insert_docs(list(range(len(texts))), texts)
    return paired(enumerate(index.par_bulk_query(texts)))


PEERS: dict[str, Search] = {"datasketch": with_datasketch, "rensa": with_rensa, "gaoya": with_gaoya}


def pin_to_one_core() -> None:
    """Give the whole process a single core, where the system knows how."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})


def measured(name: str, setting: str, search: Callable[[list[str]], set[Numbers]], corpus: "Corpus") -> Measured:
    start = time.process_time()
    found = search(corpus.texts)
    seconds = time.process_time() - start
    recall = len(found & corpus.wanted) / max(1, len(corpus.wanted))
    precision = len(found & corpus.allowed) / max(1, len(found))
    size = sum(map(len, corpus.texts)) / 1e6
    return Measured(name, setting, recall, precision, len(found), seconds, len(corpus.texts) / seconds, size / seconds)


class Corpus(NamedTuple):
    """Texts; the pairs a lexical search should find; the pairs it may find (spun ones too)."""

    texts: list[str]
    wanted: set[Numbers]
    allowed: set[Numbers]


def read_corpus(folder: Path, kinds: set[str]) -> Corpus:
    documents = list(read_json_lines(folder / "documents.jsonl"))
    place = {str(d["id"]): i for i, d in enumerate(documents)}
    wanted, allowed = set(), set()
    for (a, b), rows in read_reuses(folder / "reuses.jsonl", {}).items():
        pair = (min(place[a], place[b]), max(place[a], place[b]))
        held = {r.kind for r in rows}
        if a != b and held & set(COPY_KINDS):
            allowed.add(pair)
            if held <= kinds and not rows[0].minor:
                wanted.add(pair)
    return Corpus([str(d["text"]) for d in documents], wanted, allowed)


def best(rows: list[Measured]) -> Measured:
    """The fastest setting that finds enough, else the one that finds most."""
    enough = [r for r in rows if r.recall >= ENOUGH]
    return max(enough, key=lambda r: r.docs_per_s) if enough else max(rows, key=lambda r: (r.recall, r.docs_per_s))


def limits(texts: list[str]) -> dict[str, float]:
    """What copying the bytes and hashing them once costs on this machine, MB/s."""
    whole = bytearray("".join(texts).encode())
    out = {}
    for name, act in (("memcpy", lambda: bytes(whole)), ("blake2b", lambda: hashlib.blake2b(whole).digest())):
        start = time.process_time()
        act()
        out[f"{name}_mb_per_s"] = round(len(whole) / (time.process_time() - start) / 1e6, 1)
    return out


def load(path: str) -> Callable[[list[str]], set[Numbers]]:
    module, _, name = path.partition(":")
    search = getattr(importlib.import_module(module), name)
    return lambda texts: {(min(i, j), max(i, j)) for i, j in search(texts) if i != j}


def show(row: Measured) -> None:
    click.echo(
        f"{row.name:11} {row.setting:9} recall {row.recall:.4f}  precision {row.precision:.4f}"
        f"  candidates {row.candidates:>9}  {row.seconds:8.2f} s"
        f"  {row.docs_per_s:9.0f} docs/s  {row.mb_per_s:7.2f} MB/s"
    )


def run_grid(name: str, corpus: Corpus, settings: str) -> Measured:
    """Time one peer at every setting of the grid, or at some."""
    rows = []
    for bands, width in [g for g in GRID if not settings or f"{g[0]}x{g[1]}" in settings.split(",")]:
        row = measured(name, f"{bands}x{width}", lambda t, b=bands, w=width: PEERS[name](t, b, w), corpus)
        show(row)
        rows.append(row)
    return best(rows)


@click.command()
@click.argument("folder", type=click.Path(exists=True, path_type=Path))
@click.option("--ours", help="module:function, list of texts → pairs of positions")
@click.option("--only", default=",".join(PEERS), show_default=True, help="peers to run")
@click.option("--kinds", default="verbatim,edited", show_default=True, help="kinds of copies the search must find")
@click.option("--documents", type=int, default=0, help="use only the first so many documents")
@click.option("--settings", default="", help="only these of the grid, as 64x2,128x2")
def main(folder: Path, ours: str | None, only: str, kinds: str, documents: int, settings: str) -> None:
    """Print the grid, the best setting of each, and one JSON object."""
    pin_to_one_core()
    corpus = read_corpus(folder, set(kinds.split(",")))
    if documents:
        corpus = Corpus(corpus.texts[:documents], *({p for p in s if p[1] < documents} for s in corpus[1:]))
    held = [run_grid(name, corpus, settings) for name in only.split(",") if name]
    if ours:
        search = load(ours)
        search(corpus.texts[:200])  # compile before the clock starts; printed settings of peers have no such step
        held.append(measured("ours", "default", search, corpus))
    click.echo("\nbest of each")
    for row in held:
        show(row)
    click.echo(json.dumps({"documents": len(corpus.texts), "best": [r._asdict() for r in held]} | limits(corpus.texts)))


if __name__ == "__main__":
    sys.exit(main())
