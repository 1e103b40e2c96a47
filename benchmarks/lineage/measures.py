"""Counts of one pair of documents, and the measures made of summed counts."""

from collections import Counter
from collections.abc import Callable, Iterable

import numpy as np

from benchmarks.lineage.rows import COPY_KINDS, Reuse, Span

KINDS = ("verbatim", "edited", "spun", "shared_quote")
SPUN_FROM = 0.40  # the bar for spun copies speaks of pairs with at least this share of content words changed
Counts = Counter[str]
Sum = Callable[[str], np.ndarray]


def covered(spans: Iterable[Span]) -> list[Span]:
    """Disjoint spans that cover the same characters."""
    out: list[Span] = []
    for start, end in sorted(spans):
        if out and start <= out[-1][1]:
            out[-1] = (out[-1][0], max(end, out[-1][1]))
        else:
            out.append((start, end))
    return out


def size(spans: Iterable[Span]) -> int:
    return sum(end - start for start, end in spans)


def common(one: Iterable[Span], other: Iterable[Span]) -> int:
    """Characters in both."""
    a, b = covered(one), covered(other)
    return size(a) + size(b) - size(covered([*a, *b]))


def overlap(true: Reuse, found: Reuse) -> int:
    """Characters two passages share, both sides needed."""
    left, right = common([true.left], [found.left]), common([true.right], [found.right])
    return left + right if left and right else 0


def pair_kind(rows: list[Reuse]) -> str:
    """The furthest kind of the pair's copied passages; `shared_quote` where nothing is copied."""
    held = {r.kind for r in rows}
    return next((k for k in ("translated", "spun", "edited", "verbatim") if k in held), "shared_quote")


def copies(rows: list[Reuse]) -> list[Reuse]:
    return [r for r in rows if r.kind in COPY_KINDS]


def passage_counts(true: list[Reuse], found: list[Reuse]) -> Counts:
    """Characters right, found and true on both sides, and how many findings each found passage is split into."""
    counts: Counts = Counter()
    for side in ("left", "right"):
        t, f = [getattr(r, side) for r in true], [getattr(r, side) for r in found]
        counts.update(chars_right=common(t, f), chars_found=size(covered(f)), chars_true=size(covered(t)))
    pieces = [sum(overlap(t, f) > 0 for f in found) for t in true]
    counts.update(passages_hit=sum(p > 0 for p in pieces), pieces=sum(pieces))
    return counts


def kind_counts(true: list[Reuse], found: list[Reuse]) -> Counts:
    """Per true passage, the kind of the finding that covers most of it."""
    counts: Counts = Counter()
    for passage in true:
        best = max(found, key=lambda f: (overlap(passage, f), f.kind), default=None)
        given = best.kind if best and overlap(passage, best) else None
        if given == passage.kind:
            counts[f"kind_{given}_right"] += 1
        else:
            counts[f"kind_{passage.kind}_missed"] += 1
            counts[f"kind_{given}_wrong"] += given is not None
    return counts


def direction_counts(true: list[Reuse], found: list[Reuse]) -> Counts:
    """One answer a pair: the direction most of its found characters claim."""
    weight: Counts = Counter()
    for row in found:
        weight[row.direction] += size([row.left, row.right])
    answer = max(weight, key=lambda w: (weight[w], w))
    muted = answer == "undetermined" or (
        answer == "same_text" and answer not in true[0].accept and pair_kind(true) == "verbatim"
    )
    verdict = "open" if muted else "right" if answer in true[0].accept else "wrong"
    counts: Counts = Counter({f"way_{verdict}": 1})
    if true[0].evident:
        counts[f"evident_{verdict}"] += 1
    return counts


def pair_counts(true: list[Reuse], found: list[Reuse]) -> Counts:
    """All counts of one pair of different documents."""
    wanted, given = copies(true), copies(found)
    counts = kind_counts([] if true and true[0].minor and wanted else true, found)
    if true and true[0].minor:
        return counts
    hit = "right" if wanted and given else "missed" if wanted else "wrong" if given else "quiet"
    counts[f"pair_{hit}"] += 1
    if wanted:
        spun = pair_kind(wanted) == "spun" and wanted[0].changed >= SPUN_FROM
        counts[f"{'spun40' if spun else pair_kind(wanted)}_{hit}"] += 1
    elif given and pair_kind(given) == "spun":
        counts["spun40_wrong"] += 1
    counts.update(passage_counts(wanted, given))
    if hit == "right":
        counts.update(direction_counts(wanted, given))
    return counts


def ratio(part: np.ndarray, whole: np.ndarray) -> np.ndarray:
    """part / whole, not-a-number where there is nothing to divide by."""
    return np.divide(part, whole, out=np.full(np.shape(whole), np.nan), where=whole > 0)


def f1(right: np.ndarray, wrong: np.ndarray, missed: np.ndarray) -> np.ndarray:
    return ratio(2 * right, 2 * right + wrong + missed)


def measures(sums: dict[str, np.ndarray]) -> dict[str, np.ndarray]:
    """Every figure of the score, from summed counts (arrays: one value a bootstrap sample)."""
    zero = np.zeros_like(next(iter(sums.values()), np.zeros(1)))

    def n(name: str) -> np.ndarray:
        return sums.get(name, zero)

    right, wrong, missed = n("pair_right"), n("pair_wrong"), n("pair_missed")
    out = {"pair_precision": ratio(right, right + wrong), "pair_recall": ratio(right, right + missed)}
    out["pair_f1"] = f1(right, wrong, missed)
    out["pair_precision_plain"] = ratio(right, right + wrong - n("wrong_look_alike"))
    out["passage_precision"] = ratio(n("chars_right"), n("chars_found"))
    out["passage_recall"] = ratio(n("chars_right"), n("chars_true"))
    out["passage_f1"] = ratio(2 * n("chars_right"), n("chars_found") + n("chars_true"))
    out["granularity"] = ratio(n("pieces"), n("passages_hit"))
    for kind in ("verbatim", "edited", "spun", "spun40"):
        out[f"recall_{kind}"] = ratio(n(f"{kind}_right"), n(f"{kind}_right") + n(f"{kind}_missed"))
    out["spun40_f1"] = f1(n("spun40_right"), n("spun40_wrong"), n("spun40_missed"))
    out["recall_within_page"] = ratio(n("within_right"), n("within_right") + n("within_missed"))
    return out | kind_measures(n) | direction_measures(n)


def kind_measures(n: Sum) -> dict[str, np.ndarray]:
    each = [f1(n(f"kind_{k}_right"), n(f"kind_{k}_wrong"), n(f"kind_{k}_missed")) for k in KINDS]
    return {f"kind_f1_{k}": v for k, v in zip(KINDS, each, strict=True)} | {"kind_macro_f1": np.mean(each, axis=0)}


NAMED_WAYS = (("way", "direction"), ("evident", "direction_evident"), ("natural", "direction_natural"))


def direction_measures(n: Sum) -> dict[str, np.ndarray]:
    out = {}
    for name, label in NAMED_WAYS:
        right, wrong, open_ = n(f"{name}_right"), n(f"{name}_wrong"), n(f"{name}_open")
        out[f"{label}_answered"] = ratio(right + wrong, right + wrong + open_)
        out[f"{label}_right"] = ratio(right, right + wrong)
    return out
