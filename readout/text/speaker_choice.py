"""Choose by signs who spoke quoted words that neither marks nor syntax give to anybody; where it is not clear, nobody."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from readout.text import log_odds
from readout.text.mark_grammar import Stretch
from readout.text.page_scene import NameOf, Scene
from readout.text.speaker_signs import Candidate, Quoted, candidates, signs, voices, waiting
from readout.text.speaking_parties import Party
from readout.text.unit_reading import Said

NAMED: Final = 2  # signs that a reason names
APART: Final = 0.6  # of the chance of the likeliest, what the next may have at most; ours
SURE: Final = 0.79  # a choice is never surer than a speaker carried from the sentence before


@dataclass(frozen=True, slots=True)
class SpeakerWeights:
    """A linear decision: what each sign adds, in natural log odds, from its mean; the chance from which somebody is named."""

    bias: float
    threshold: float
    of: Mapping[str, float]
    means: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Chooser:
    """What the choice rests on: the weights, and how names are read."""

    weights: SpeakerWeights
    name_of: NameOf


def chosen(page: Scene, made: Sequence[Said], stretches: Sequence[Stretch], by: Chooser) -> list[Said]:
    """Give each quotation that waits for a speaker the one whom the signs favour clearly.

    Cost: linear, with a look at the sentences around each that waits.
    Method: ours: logistic regression on named signs (`lexicon/speaker_weights.toml`), one candidate at a time.
    """
    open_ones = {i: q for i, s in enumerate(made) if (q := waiting(page, s, stretches))}
    if not open_ones or not page.sentences:
        return list(made)
    spoke = voices(page, made)
    return [
        with_choice(page, s, open_ones[i], spoke, stretches, by) if i in open_ones else s for i, s in enumerate(made)
    ]


def with_choice(
    page: Scene, s: Said, q: Quoted, spoke: Sequence[Party], stretches: Sequence[Stretch], by: Chooser
) -> Said:  # fmt: skip
    """The saying with the likeliest speaker, where the chance is enough and the next one's far less."""
    others = candidates(page, q, spoke, stretches)
    judged = sorted(((*odds(page, q, c, others, spoke, by), c) for c in others), key=lambda x: (-x[0], x[2].near.span))
    if not judged:
        return s
    chance, why, best = judged[0]
    if page.paragraph(q.first) == 0 and not best.near.proper:
        return s  # a headline calls by a noun whom the text names
    if chance < by.weights.threshold or (len(judged) > 1 and judged[1][0] > APART * chance):
        return s
    span = naming_span(page, best)
    because = f"{s.because}; signs favour {' '.join(page.text[slice(*span)].split())!r} ({chance:.2f}; {why})"
    named = (span,) if s.source else ()
    kind = "partial" if s.kind == "term" else s.kind
    told = replace(s, kind=kind, source=s.source or span, named=named, name=by.name_of(span))
    return replace(told, because=because, score=min(SURE, chance), bare=False)


def naming_span(page: Scene, c: Candidate) -> tuple[int, int]:
    """The words that name a candidate: the last that hold a name, else the last."""
    proper = [p for p in (*c.told, *c.spoke) if p.proper]
    return max(proper or [*c.told, *c.spoke], key=lambda p: p.span).span


def odds(
    page: Scene, q: Quoted, c: Candidate, others: Sequence[Candidate], spoke: Sequence[Party], by: Chooser
) -> tuple[float, str]:  # fmt: skip
    """The chance that a candidate spoke, and what told most."""
    held = signs(page, q, c, others, spoke)
    adding = {name: by.weights.of[name] * (value - by.weights.means[name]) for name, value in held.items()}
    strongest = sorted(adding, key=lambda name: (-abs(adding[name]), name))[:NAMED]
    told = ", ".join(f"{name.replace('_', ' ')} {adding[name]:+.2f}" for name in strongest)
    return log_odds.chance(by.weights.bias + sum(adding[name] for name in sorted(adding))), told
