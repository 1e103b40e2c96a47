"""Say who is named as giving a number: the speaker of what is said, else the subject of the words that put, say or count it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from readout.records import Attribution, Document, Evidence, Involvement
from readout.text.stem import stem

REACH = 90  # characters before a number in which its giver is looked for; ours
WORD = re.compile(r"[^\W\d_]{3,}")
SAYING = re.compile(
    r"(?P<who>(?:[\w’'-]+ ){0,5}[\w’'-]+),? (?:puts?|says?|said|spoke of|speaks? of|estimate[ds]?|counts?|"
    r"counted|gave|gives?|maintain\w*|claim\w*|"
    r"reported|announced|told|believes?|blam\w+|accus\w+)\b[^.;]{0,60}$"
)
ACCORDING = re.compile(r"^[^.;]{0,60}?,? according to (?P<who>(?:[\w’'-]+ ){0,4}[\w’'-]+)", re.I)
BEHIND = re.compile(r"^[^.;]{0,50}?, (?P<who>(?:[\w’'-]+ ){0,5}[\w’'-]+) (?:said|says|reported|estimated)\b", re.I)
NOBODY = frozenset(
    ("that", "which", "who", "they", "it", "he", "she", "the", "was", "were", "had", "has", "and", "but")
)


@dataclass(frozen=True)
class Givers:
    """The sayings of each page with who is named as speaker, ready to be asked."""

    sayings: Mapping[str, Sequence[tuple[int, int, str]]]
    texts: Mapping[str, Document]

    def of(self, place: Evidence) -> str | None:
        """Name who gives what stands at a place; null where nobody is named."""
        said = [(t - s, who) for s, t, who in self.sayings.get(place.doc_id, ()) if s <= place.start and place.end <= t]
        if said:
            return min(said)[1]
        text = self.texts[place.doc_id].text
        before, behind = text[max(0, place.start - REACH) : place.start], text[place.end : place.end + REACH]
        clause = re.split(r"[.;:\n]| and (?=the |[A-Z])", before)[-1]
        found = SAYING.search(clause) or ACCORDING.search(behind) or BEHIND.search(behind)
        return folded(found.group("who")) if found else None


def folded(words: str) -> str | None:
    """Fold the words that name a giver to the stem of their last word: the police, a police spokeswoman."""
    kept = [w for w in WORD.findall(words.lower()) if w not in NOBODY]
    return stem(kept[-1]) if kept else None


def givers_of(
    documents: Iterable[Document], attributions: Iterable[Attribution], involvements: Iterable[Involvement]
) -> Givers:
    """Index who says what on which page."""
    named = {i.about: i.entity_id or i.country for i in involvements if i.role == "speaker"}
    texts = {d.doc_id: d for d in documents}
    sayings: dict[str, list[tuple[int, int, str]]] = defaultdict(list)
    for a in attributions:
        who = named.get(a.attribution_id)
        words = " ".join(texts[a.doc_id].text[s:t] for s, t in a.source) if a.doc_id in texts else ""
        who = who or folded(words)
        if who:
            sayings[a.doc_id] += [(s, t, who) for s, t in a.content]
    return Givers(sayings, texts)
