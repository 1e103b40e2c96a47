"""Choose who spoke quoted words where somebody else is far likelier than whom the rules name."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from importlib.resources import files
from math import exp
from typing import Final, NamedTuple

from readout.records import Involvement
from readout.stages.involve.speaker_pages import PageSigns
from readout.stages.involve.speaker_signs import Asked, asked

NAMED: Final = 3  # signs that a reason names


class Weights(NamedTuple):
    """What each sign adds in natural log odds; by how much the chance of another must be larger than that of the rules' choice."""

    of: Mapping[str, float]
    margin: float


@lru_cache(maxsize=1)
def weights() -> Weights:
    """Read the published weights."""
    raw = tomllib.loads((files("readout.lexicon") / "speaker_weights.toml").read_text("utf-8"))
    return Weights(raw["signs"], raw["margin"])


def likelier(pages: Iterable[PageSigns]) -> Iterator[Involvement]:
    """Give the quoted sayings of pages whose likeliest speaker is somebody named whom the rules did not choose.

    Method: a conditional logit over the candidates and nobody (McFadden 1974), weights by `training/speakers`.
    """
    for page in pages:
        for case in asked(page):
            row = another(case)
            if row:
                yield row


def another(case: Asked) -> Involvement | None:
    """Write the speaker of one saying where it is another than the rules name; null where they stand.

    Somebody whom the page names or describes as who spoke stands, and nobody is never put in the place of somebody.
    """
    known = weights()
    shares = chances(case.signs, known.of)
    best = max(range(len(shares)), key=lambda i: shares[i])
    entity = case.among[best]
    if best == case.chosen or entity is None or case.stands or shares[best] - shares[case.chosen] <= known.margin:
        return None
    adding = {name: known.of.get(name, 0.0) * value for name, value in case.signs[best].items() if value}
    strongest = sorted(adding, key=lambda name: (-adding[name], name))[:NAMED]
    was = case.among[case.chosen]
    rules = was.name if was else "nobody named"
    told = ", ".join(name.replace("_", " ") for name in strongest)
    why = f"the likeliest of {len(shares)} to have spoken ({shares[best]:.2f}: {told}); the rules: {rules}"
    return Involvement(case.a.attribution_id, "speaker", 0, entity.entity_id, entity.name, entity.country, why)


def chances(signs: Sequence[Mapping[str, float]], of: Mapping[str, float]) -> list[float]:
    """Give the chance of each candidate."""
    odds = [sum(of.get(name, 0.0) * held[name] for name in sorted(held)) for held in signs]
    most = max(odds)
    shares = [exp(o - most) for o in odds]
    return [share / sum(shares) for share in shares]
