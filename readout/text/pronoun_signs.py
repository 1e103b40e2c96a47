"""Signs by which "he" or "she" is given one of the persons told of before, or nobody, and how likely each is."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from functools import lru_cache
from importlib.resources import files
from math import exp, log
from typing import Final, NamedTuple

from readout.text.names import Named
from readout.text.names_known import Gender

VERBS: Final = (
    r"(?:said|says|saying|told|tells|added|adds|asked|asks|wrote|writes|insisted|insists|argued|argues|replied|replies|answered|"
    r"answers|warned|warns|explained|explains|continued|continues|went on|declared|declares|stated|states|claimed|claims|noted|"
    r"notes|conceded|concedes|admitted|admits|recalled|recalls|remarked|remarks|joked|jokes|quipped|concluded|concludes|observed|"
    r"stressed|stresses|called|calls|announced|announces|promised|promises|denied|denies|repeated|repeats|put it|urged|urges|"
    r"demanded|demands|complained|complains|suggested|suggests|acknowledged|acknowledges|mentioned|voiced|appended|commented|"
    r"thanked|thanks|praised|praises|welcomed|welcomes|hailed|hails|condemned|condemns|denounced|denounces|deplored|deplores|"
    r"accused|accuses|blamed|blames|criticised|criticises|criticized|criticizes|mocked|mocks|dismissed|dismisses|rejected|rejects|"
    r"disputed|disputes|described|describes|termed|terms|labelled|likened|likens|confirmed|confirms|estimated|estimates|predicted|"
    r"predicts|pledged|pledges|vowed|vows|swore|threatened|threatens|apologised|apologized|apologises|apologizes|boasted|boasts|"
    r"spoke of|speaks of|reiterated|reiterates|affirmed|affirms|assured|assures|pointed out|points out|testified|testifies)"
)  # fmt: skip
SAYS: Final = re.compile(rf"\s+(?:(?:had|has|also|then|later|again|\w+ly)\s+){{0,2}}{VERBS}\b")
SAID: Final = re.compile(rf"[”\"'’»,]\s*{VERBS}\s+$")
# Words quoted further on in the clause that a pronoun leads: he thanked the crew for its "patience".
QUOTES: Final = re.compile(r"\s+[^\W\d_]+(?:\s+[\w’'-]+){0,6}\s+[“«„\"](?=\w)")
REACH: Final = 30  # characters before a pronoun in which the verb is looked for
FEW: Final = 5  # sentences back, beyond which somebody was told of long ago; ours
NAMED: Final = 2  # signs that a reason names


class Candidate(NamedTuple):
    """A person whom a pronoun may mean: every mention before it in text order, the gender that is told, and the likely one."""

    uses: Sequence[Named]
    gender: Gender
    likely: Gender


class Weights(NamedTuple):
    """What each sign adds in natural log odds, for pronouns that speak and for others; the chance from which one means somebody."""

    speaking: Mapping[str, float]
    other: Mapping[str, float]
    threshold: float


@lru_cache(maxsize=1)
def weights() -> Weights:
    """Read the published weights."""
    file = files("readout.lexicon") / "share_alike" / "pronoun_weights.toml"
    raw = tomllib.loads(file.read_text("utf-8"))
    return Weights(raw["speaking"], raw["other"], raw["threshold"])


def speaks(text: str, start: int, end: int) -> bool:
    """Tell whether a verb of saying stands right beside a pronoun, or its clause quotes: she also said, said he."""
    behind = SAYS.match(text, end) or QUOTES.match(text, end)
    return bool(behind or SAID.search(text, max(0, start - REACH), start))


def signs(pronoun: Named, among: Sequence[Candidate]) -> tuple[list[Mapping[str, float]], Mapping[str, float]]:
    """Give the signs of each candidate, and those of nobody among them."""
    lately = sorted(range(len(among)), key=lambda i: (-among[i].uses[-1].start, i))
    near = sum(pronoun.sentence - c.uses[-1].sentence <= 1 for c in among)
    each = [of_candidate(pronoun, c, lately.index(i)) for i, c in enumerate(among)]
    for held in each:
        held["alone"] = float(len(among) == 1)
        held["alone_near"] = float(near == 1 and held["same_sentence"] + held["one_back"] > 0)
    nobody = {
        "nobody": 1.0, "nobody_quoted": float(pronoun.quoted), "nobody_subject": float(pronoun.subject),
        "nobody_inside_words_quoted": float(pronoun.quoted and not pronoun.subject), "nobody_near": float(near == 0),
        "several_near": float(near > 1),
    }  # fmt: skip
    return [*each], nobody


def of_candidate(pronoun: Named, candidate: Candidate, rank: int) -> dict[str, float]:
    """Give the signs of one candidate, the `rank`-th counted back from the pronoun."""
    uses, last = candidate.uses, candidate.uses[-1]
    back = pronoun.sentence - last.sentence
    led_before = any(m.subject and pronoun.sentence - m.sentence == 1 for m in uses)
    led_here = any(m.subject and m.sentence == pronoun.sentence for m in uses)
    held = {
        "same_sentence": back == 0, "one_back": back == 1, "two_back": back == 2,
        "few_back": 2 < back <= FEW, "far_back": back > FEW,
        "led_before": led_before, "led_here": led_here, "leads_on": pronoun.subject and led_before,
        "led_here_not_subject": led_here and not pronoun.subject,
        "acted_here": any(m.actor and m.subject and m.sentence == pronoun.sentence for m in uses),
        "acted_before": any(m.actor and m.subject and pronoun.sentence - m.sentence == 1 for m in uses),
        "acts_on": pronoun.subject and last.actor,
        "latest": rank == 0, "second_latest": rank == 1, "third_latest": rank == 2,
        "same_paragraph": last.paragraph == pronoun.paragraph, "paragraph_before": pronoun.paragraph - last.paragraph == 1,
        "called_so_before": last.form == "pronoun", "called_so_just_before": last.form == "pronoun" and back <= 1,
        "gender_told": candidate.gender == pronoun.gender,
        "gender_likely": candidate.gender is None and candidate.likely == pronoun.gender,
        "gender_unknown": candidate.gender is None and candidate.likely is None,
        "out_of_quotation": last.quoted and not pronoun.quoted, "in_one_quotation": last.quoted and pronoun.quoted,
        "into_quotation": pronoun.quoted and not last.quoted,
        "told_twice_near": sum(pronoun.sentence - m.sentence <= 2 for m in uses) > 1,
    }  # fmt: skip
    return {name: float(value) for name, value in held.items()} | {"uses": log(len(uses))}


class Meant(NamedTuple):
    """Which candidate a pronoun most likely means, how likely it is, and why."""

    number: int
    chance: float
    because: str


def likeliest(pronoun: Named, among: Sequence[Candidate], *, speaking: bool) -> Meant | None:
    """Choose whom a pronoun means that speaks or does not; null where nobody is likely enough.

    Method: a conditional logit over the candidates and nobody (McFadden 1974), weights by `training/pronouns`.
    """
    if not among:
        return None
    known = weights()
    of = known.speaking if speaking else known.other
    each, nobody = signs(pronoun, among)
    odds = [sum(of.get(name, 0.0) * value for name, value in held.items()) for held in (*each, nobody)]
    most = max(odds)
    shares = [exp(o - most) for o in odds]
    chosen = max(range(len(among)), key=lambda i: shares[i])
    value = shares[chosen] / sum(shares)
    if value < known.threshold:
        return None
    adding = {name: of.get(name, 0.0) * number for name, number in each[chosen].items() if number}
    strongest = sorted(adding, key=lambda name: (-adding[name], name))[:NAMED]
    told = ", ".join(name.replace("_", " ") for name in strongest)
    return Meant(chosen, value, f"the likeliest of {len(among)} told of before ({value:.2f}: {told})")
