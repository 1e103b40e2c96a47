"""Lines on positions: what the sides are quoted with as their stand, by more than one page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from readout.ids import make_id
from readout.records import Attribution, Evidence, Relation, Utterance
from readout.stages.relate.pile import Pile
from readout.tables import Table

# Words by which a statement takes a stand, as general English has them.
STAND = re.compile(
    r"\b(?:must|ought to|will not|won't|would not|oppose[sd]?|reject(?:s|ed)?|"
    r"demand(?:s|ed)?|insist(?:s|ed)?|refuse[sd]?|illegal|unlawful|unacceptable|"
    r"red line|inalienable|sovereign\w*|right to|no \w+ will|not going to)\b", re.I,
)  # fmt: skip
# What draws a line by itself, even where one page quotes it.
FIRM = re.compile(
    r"\b(?:must|will not|not going to|won['’]t|would not|shall not|as long as|unless|not (?:be )?before|only if|not negotiable|"
    r"(?:not|off) (?:on )?the table|no question of|out of the question|red line|under no circumstances)\b", re.I,
)  # fmt: skip
LONG = 220  # characters above which words quoted are a speech; ours
SHORT = 25  # characters below which words quoted state no position; ours


def positions(pile: Pile, attributions: Table[Attribution], utterances: Table[Utterance]) -> Iterator[Relation]:
    """Write one line per stand that a government, a body or someone who speaks for a country takes, by utterance."""
    by_id = {a.attribution_id: a for a in attributions}
    for u in utterances:
        said = [by_id[name] for name in u.wordings if name in by_id]
        firm = FIRM.search(u.best_words) and len(u.best_words) <= LONG
        widely = len({a.doc_id for a in said}) > 1 and STAND.search(u.best_words)
        if not (firm or widely) or len(u.best_words) < SHORT:
            continue
        sides = speakers(pile, said)
        if sides:
            evidence = tuple(dict.fromkeys(Evidence(a.doc_id, s, e) for a in said for s, e in a.content))
            words = u.best_words.removeprefix("that ")
            yield Relation(make_id("rel", "position", u.utterance_id), "position", sides, words, "stated", u.date, evidence)


def speakers(pile: Pile, said: list[Attribution]) -> tuple[str, ...]:
    """Give the side that most wordings name as the speaker's; none where it is a private person."""
    named: Counter[str] = Counter()
    for a in said:
        who = [i.entity_id for i in pile.involved.get(a.attribution_id, ()) if i.role == "speaker" and i.entity_id]
        named.update(pile.sides([e for e in who if pile.party(e)]))
    return (min(named, key=lambda e: (-named[e], e)),) if named else ()
