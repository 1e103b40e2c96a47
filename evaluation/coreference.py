"""Scores of coreference between two groupings of mentions: MUC, B-cubed, entity CEAF, and their mean, the CoNLL F1.

MUC: Vilain et al. 1995; B-cubed: Bagga and Baldwin 1998; CEAF with similarity phi-4: Luo 2005; the mean of the three: Pradhan et
al. 2012. A grouping is a list of clusters, each a frozen set of mentions; mentions may be missing from either side.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence

Cluster = frozenset[Hashable]
Parts = tuple[float, float, float]


def grouped(labels: Mapping[Hashable, Hashable]) -> list[Cluster]:
    """Turn mention → cluster name into clusters."""
    found: dict[Hashable, set[Hashable]] = defaultdict(set)
    for mention, name in labels.items():
        found[name].add(mention)
    return [frozenset(members) for members in found.values()]


def conll(gold: Sequence[Cluster], ours: Sequence[Cluster]) -> dict[str, Parts]:
    """Give precision, recall and F1 of each measure, and under `conll` the means."""
    made = {"muc": muc(gold, ours), "b_cubed": b_cubed(gold, ours), "ceaf_e": ceaf(gold, ours)}
    p, r, f = (sum(parts[i] for parts in made.values()) / len(made) for i in range(3))
    return made | {"conll": (p, r, f)}


def muc(gold: Sequence[Cluster], ours: Sequence[Cluster]) -> Parts:
    """Links: a cluster of n mentions has n - 1, and loses one for each part the other side cuts it into."""
    return harmonic(links_kept(ours, gold), links_kept(gold, ours))


def links_kept(clusters: Sequence[Cluster], other: Sequence[Cluster]) -> float:
    home = {mention: i for i, cluster in enumerate(other) for mention in cluster}
    kept = total = 0
    for cluster in clusters:
        parts = len({home.get(mention, ("alone", mention)) for mention in cluster})
        kept, total = kept + len(cluster) - parts, total + len(cluster) - 1
    return kept / total if total else 0.0


def b_cubed(gold: Sequence[Cluster], ours: Sequence[Cluster]) -> Parts:
    """The share of a mention's cluster that is in its other cluster, averaged over mentions."""
    return harmonic(mentions_kept(ours, gold), mentions_kept(gold, ours))


def mentions_kept(clusters: Sequence[Cluster], other: Sequence[Cluster]) -> float:
    home = {mention: i for i, cluster in enumerate(other) for mention in cluster}
    shares = 0.0
    for cluster in clusters:
        sizes = Counter(home[mention] for mention in cluster if mention in home)
        shares += sum(n * n for n in sizes.values()) / len(cluster)
    total = sum(map(len, clusters))
    return shares / total if total else 0.0


def ceaf(gold: Sequence[Cluster], ours: Sequence[Cluster]) -> Parts:
    """The best pairing of clusters one to one, by Dice similarity (phi-4)."""
    home = {mention: j for j, cluster in enumerate(ours) for mention in cluster}
    alike: dict[int, dict[int, float]] = {}
    for i, cluster in enumerate(gold):
        shared = Counter(home[mention] for mention in cluster if mention in home)
        alike[i] = {j: 2 * n / (len(cluster) + len(ours[j])) for j, n in shared.items()}
    total = best_pairing(alike)
    return harmonic(total / len(ours) if ours else 0.0, total / len(gold) if gold else 0.0)


def best_pairing(alike: Mapping[int, Mapping[int, float]]) -> float:
    """Sum the best one-to-one pairing, component by component (Kuhn 1955, with potentials)."""
    return sum(assigned(rows, columns, alike) for rows, columns in components(alike))


def components(alike: Mapping[int, Mapping[int, float]]) -> Iterable[tuple[list[int], list[int]]]:
    """Part rows and columns into what hangs together."""
    rows_of: dict[int, list[int]] = defaultdict(list)
    for i, row in alike.items():
        for j in row:
            rows_of[j].append(i)
    seen: set[int] = set()
    for start in alike:
        if start in seen:
            continue
        rows, columns, waiting = [], set(), [start]
        seen.add(start)
        while waiting:
            i = waiting.pop()
            rows.append(i)
            columns |= alike[i].keys()
            more = {k for j in alike[i] for k in rows_of[j]} - seen
            seen |= more
            waiting += more
        yield rows, sorted(columns)


def assigned(rows: Sequence[int], columns: Sequence[int], alike: Mapping[int, Mapping[int, float]]) -> float:
    """The best assignment of one component; rows and columns are few."""
    n = len(rows)
    width = max(n, len(columns))
    cost = [[-alike[i].get(columns[j], 0.0) if j < len(columns) else 0.0 for j in range(width)] for i in rows]
    u, v, match = [0.0] * (n + 1), [0.0] * (width + 1), [0] * (width + 1)
    for i in range(1, n + 1):
        augment(i, cost, (u, v, match))
    return -sum(cost[match[j] - 1][j - 1] for j in range(1, width + 1) if match[j])


def augment(i: int, cost: Sequence[Sequence[float]], state: tuple[list[float], list[float], list[int]]) -> None:
    """Give row i a column by the shortest augmenting path; indices from 1, column 0 stands for none."""
    u, v, match = state
    width = len(v) - 1
    far, way, done = [float("inf")] * (width + 1), [0] * (width + 1), [False] * (width + 1)
    match[0], at = i, 0
    while match[at]:
        done[at] = True
        row, step, nearest = match[at], float("inf"), 0
        for j in (j for j in range(1, width + 1) if not done[j]):
            slack = cost[row - 1][j - 1] - u[row] - v[j]
            if slack < far[j]:
                far[j], way[j] = slack, at
            if far[j] < step:
                step, nearest = far[j], j
        for j in range(width + 1):
            if done[j]:
                u[match[j]] += step
                v[j] -= step
            else:
                far[j] -= step
        at = nearest
    while at:
        match[at] = match[way[at]]
        at = way[at]


def harmonic(precision: float, recall: float) -> Parts:
    total = precision + recall
    return precision, recall, 2 * precision * recall / total if total else 0.0
