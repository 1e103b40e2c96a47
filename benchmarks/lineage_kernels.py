"""Time the lineage kernels on one core, with memcpy, a plain hash and the libraries people use beside them.

Usage: python benchmarks/lineage_kernels.py TREEBANK.conllu... [--documents N]

The documents are cut from treebank text; every second one is an edited copy of the one before it (15 % of words
dropped, replaced or followed by another). Peers that are not installed are left out, with a word.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib.util
import random
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np

from readout.text.align import EQUAL, align
from readout.text.chains import chains
from readout.text.seeds import CAP, Pairs, hits, pairs
from readout.text.sharing import sharing
from readout.text.shingles import shingles
from readout.text.words import words_of_texts, words_of_utf8

WORDS, EDITED, REPEATS = 400, 0.15, 3
DATASKETCH_GRID = [(permutations, threshold) for permutations in (64, 128) for threshold in (0.1, 0.2, 0.3, 0.5)]


def articles(paths: list[Path]) -> Iterator[str]:
    """Cut the sentences of CoNLL-U files into stretches of about WORDS words."""
    held: list[str] = []
    for path in paths:
        for line in path.read_text("utf-8").splitlines():
            if line.startswith("# text = "):
                held += line[9:].split()
            if len(held) >= WORDS:
                yield " ".join(held)
                held = []


def edited(text: str, rng: random.Random, vocabulary: list[str]) -> str:
    """Drop, replace or follow by another a share of EDITED of the words."""
    made: list[str] = []
    for word in text.split():
        kind = rng.randrange(3) if rng.random() < EDITED else 3
        made += [[], [rng.choice(vocabulary)], [word, rng.choice(vocabulary)], [word]][kind]
    return " ".join(made)


def corpus(paths: list[Path], count: int) -> list[str]:
    """Give originals and copies in turn; once the treebank is used up, originals are words drawn from it."""
    rng = random.Random(0)
    originals = list(articles(paths))[: count // 2]
    vocabulary = " ".join(originals).split()
    while len(originals) < count // 2:
        originals.append(" ".join(rng.choices(vocabulary, k=WORDS)))
    return [text for one in originals for text in (one, edited(one, rng, vocabulary))]


def timed(call: Callable[[], Any]) -> tuple[float, Any]:
    """Give the best of REPEATS processor times, and the last result."""
    best, made = float("inf"), None
    for _ in range(REPEATS):
        start = time.process_time()
        made = call()
        best = min(best, time.process_time() - start)
    return best, made


def quality(found: set[tuple[int, int]], count: int) -> str:
    """Recall and precision against the planted pairs (0, 1), (2, 3) …"""
    right = sum(left % 2 == 0 and other == left + 1 for left, other in found)
    return f"recall {right / (count // 2):.3f}  precision {right / max(1, len(found)):.3f}"


def kernels(texts: list[str]) -> None:
    """Time each kernel by itself, then the candidate search as a whole."""
    data = np.frombuffer("".join(texts).encode(), np.uint8)
    offsets = np.cumsum([0, *(len(text.encode()) for text in texts)])
    size = len(data) / 1e6
    cut = words_of_utf8(data, offsets)
    made = shingles(cut.hashes, cut.firsts)
    found = hits(made)
    print(f"{len(texts)} documents, {size:.1f} MB, {len(cut.hashes)} words, {len(found.left)} hits")
    for name, call in {
        "memcpy": data.copy,
        "blake2b": lambda: hashlib.blake2b(data).digest(),
        "words": lambda: words_of_utf8(data, offsets),
        "shingles": lambda: shingles(cut.hashes, cut.firsts),
        "hits": lambda: hits(made),
        "pairs": lambda: pairs(found),
        "hits and pairs": lambda: sharing(made, CAP),
        "candidate search": lambda: search(data, offsets),
    }.items():
        seconds, _ = timed(call)
        print(f"{name:18s} {size / seconds:10.1f} MB/s {len(texts) / seconds:12.0f} documents/s")
    best = pairs(found, 3)
    print("pairs with 3 hits ", quality(set(zip(best.left.tolist(), best.right.tolist(), strict=True)), len(texts)))


def search(data: Any, offsets: Any) -> Any:
    cut = words_of_utf8(data, offsets)
    return sharing(shingles(cut.hashes, cut.firsts), CAP)


def planted(found: Pairs) -> Pairs:
    """Keep the candidates that are an original and its copy."""
    return found.only((found.left % 2 == 0) & (found.right == found.left + 1))


def alignment(texts: list[str]) -> None:
    """Time chains and alignment against rapidfuzz word opcodes on the planted pairs, words cut beforehand for both."""
    cut = words_of_texts(texts)
    found = planted(pairs(hits(shingles(cut.hashes, cut.firsts))))
    seconds, made = timed(lambda: chains(cut.hashes, cut.firsts, found))
    more, edits = timed(lambda: align(cut.hashes, cut.firsts, (found.left, found.right), made))
    equal = int((edits.left_end - edits.left)[edits.kinds == EQUAL].sum())
    print(f"chains             {seconds / len(found.left) * 1e6:8.1f} us/pair, {len(found.left)} pairs")
    print(f"align              {more / len(found.left) * 1e6:8.1f} us/pair, {len(made.scores)} chains, {equal} equal words")
    if importlib.util.find_spec("rapidfuzz") is None:
        return print("rapidfuzz is not installed")
    from rapidfuzz.distance import Levenshtein

    split = [text.lower().split() for text in texts]
    count = len(texts) // 2
    seconds, opcodes = timed(lambda: [Levenshtein.opcodes(split[2 * i], split[2 * i + 1]) for i in range(count)])
    same = sum(op.src_end - op.src_start for ops in opcodes for op in ops if op.tag == "equal")
    print(f"rapidfuzz opcodes  {seconds / count * 1e6:8.1f} us/pair, {count} pairs, {same} equal words")
    return None


def datasketch(texts: list[str]) -> None:
    """Run MinHash-LSH over word 3-grams at each setting of the grid, shingling timed too."""
    if importlib.util.find_spec("datasketch") is None:
        return print("datasketch is not installed")
    for permutations, threshold in DATASKETCH_GRID:
        start = time.process_time()
        found = lsh(texts, permutations, threshold)
        rate = len(texts) / (time.process_time() - start)
        print(f"datasketch {permutations:4d} {threshold:.1f} {rate:12.0f} documents/s  {quality(found, len(texts))}")
    return None


def lsh(texts: list[str], permutations: int, threshold: float) -> set[tuple[int, int]]:
    from datasketch import MinHash, MinHashLSH

    index = MinHashLSH(threshold=threshold, num_perm=permutations)
    found: set[tuple[int, int]] = set()
    for i, text in enumerate(texts):
        split = text.lower().split()
        sketch = MinHash(permutations)
        sketch.update_batch([" ".join(split[k : k + 3]).encode() for k in range(len(split) - 2)])
        found |= {(int(other), i) for other in index.query(sketch)}
        index.insert(str(i), sketch)
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("treebanks", nargs="+", type=Path)
    parser.add_argument("--documents", type=int, default=2000)
    given = parser.parse_args()
    texts = corpus(given.treebanks, given.documents)
    kernels(texts)
    alignment(texts)
    datasketch(texts)


if __name__ == "__main__":
    main()
