"""Count the votes on what each name is, over a document or a pile."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from readout.text.names import Named
from readout.text.names_runs import key_of
from readout.text.names_votes import Kind, Vote

STRONG = 2.5  # a clue of this weight is a reason of its own
DECIDES = 1.5  # a name whose best clue is weaker is left open; ours: one lean (acronym, article) is not enough


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a name is taken for, how strongly, and the clue that weighed most."""

    kind: Kind
    score: float
    because: str


def ballot(named: Iterable[Named], others: Mapping[str, list[Vote]] | None = None) -> dict[str, Verdict]:
    """Decide for each name; `others` are votes from elsewhere. Adjectives and descriptions do not vote."""
    uses: dict[str, int] = defaultdict(int)
    cast: dict[str, list[Vote]] = defaultdict(list)
    for n in named:
        if n.form in ("name", "metonym"):
            uses[key_of(n.text)] += 1
            cast[key_of(n.text)] += [v for v in n.votes if v.kind != "adjective"]
    for key, votes in (others or {}).items():
        if key in uses:
            cast[key] += votes
    return {key: found for key, count in uses.items() if (found := decide(cast[key], count)) is not None}


def decide(votes: Iterable[Vote], uses: int) -> Verdict | None:
    """Decide for one name.

    A kind's score is its strongest vote, plus the mean of its votes per use, plus a half for each other reason of
    strength: one sure clue counts wherever the name stands, a weak clue repeated does not outgrow it.
    """
    kinds: dict[Kind, list[Vote]] = defaultdict(list)
    for v in votes:
        kinds[v.kind].append(v)
    scores = {k: max(v.weight for v in of) + sum(v.weight for v in of) / uses + more(of) for k, of in kinds.items()}
    if not scores:
        return None
    best = min(scores, key=lambda k: (-scores[k], k))
    if scores[best] < DECIDES:
        return None
    top = min(kinds[best], key=lambda v: (-v.weight, v.because))
    return Verdict(best, scores[best], top.because)


def more(votes: Iterable[Vote]) -> float:
    """Give a half for each strong reason beyond the first, three at most."""
    strong = {v.because for v in votes if v.weight >= STRONG}
    return 0.5 * min(max(len(strong) - 1, 0), 3)
