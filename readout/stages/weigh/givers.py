"""Say who is named as giving a number: the speaker of what is said, else the subject of the words that put, say or count it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from readout.records import Attribution, Document, Entity, Evidence, Involvement
from readout.text.stem import stem

REACH = 90  # characters before a number in which its giver is looked for; ours
WORD = re.compile(r"[^\W\d_]{3,}")
SAYING = re.compile(
    r"(?P<who>(?:[\w’'-]+ ){0,5}[\w’'-]+),? (?:puts?(?! (?:up|out|down|off|on|back|forward|aside|through|together)\b)|"
    r"says?|said|spoke of|speaks? of|estimate[ds]?|counts?|"
    r"counted|gave|gives?|maintain\w*|claim\w*|"
    r"reported|announced|told|believes?|cit(?:ed|es)|name[sd]?|suspects?|blam\w+|accus\w+)\b[^.;]{0,60}$"
)
ACCORDING = re.compile(r"^[^.;]{0,60}?,? according to (?P<who>(?:[\w’'-]+ ){0,4}[\w’'-]+)", re.I)
BEHIND = re.compile(r"^[^.;]{0,50}?, (?P<who>(?:[\w’'-]+ ){0,5}[\w’'-]+) (?:said|says|reported|estimated)\b", re.I)
INVERTED = re.compile(
    r"^,? (?:says?|said|swears?|insists?|insisted|claims?|claimed|believes?|maintains?) (?!that\b|he\b|she\b|it\b|they\b)"
    r"(?P<who>(?:the |a |an )?[\w’'-]+(?: [\w’'-]+){0,4})",
    re.I,
)
COUNT_OF = re.compile(r"^[^.;]{0,30}?,? by (?P<who>(?:the )?[\w-]+?)[’']s? (?:own )?(?:count|estimate|figures)\b", re.I)
# When something was given, not by whom: an hour later, last night.
WHEN = re.compile(r"(?:.* )?(?:hour|day|week|month|year|minute|night|moment)s?(?: (?:later|before|ago|earlier))?$", re.I)
NOBODY = frozenset(
    ("that", "which", "who", "they", "it", "he", "she", "the", "was", "were", "had", "has", "and", "but")
)


class Giver(NamedTuple):
    """Who gives something: an entity or the stem of the words that name them, and these words."""

    key: str | None = None
    words: str | None = None


NOBODY_NAMED = Giver()


@dataclass(frozen=True)
class Givers:
    """The sayings of each page with who is named as speaker, ready to be asked."""

    sayings: Mapping[str, Sequence[tuple[int, int, Giver]]]
    texts: Mapping[str, Document]

    def of(self, place: Evidence) -> Giver:
        """Name who gives what stands at a place: in its own clause, else in the saying it is part of."""
        text = self.texts[place.doc_id].text
        before, behind = text[max(0, place.start - REACH) : place.start], text[place.end : place.end + REACH]
        clause = re.split(
            r"[.;:\n]| and (?=the |[A-Z])|, (?=(?:[A-Z]|the )[\w ]{2,40} (?:says|said|put|spoke|counted)\b)", before
        )[-1]
        found = gapped(before) or SAYING.search(clause)
        said = [(t - s, who) for s, t, who in self.sayings.get(place.doc_id, ()) if s <= place.start and place.end <= t]
        if said and not found:
            return min(said)[1]
        found = (
            found
            or INVERTED.match(behind)
            or ACCORDING.search(behind)
            or BEHIND.search(behind)
            or COUNT_OF.search(behind)
        )
        if found and PRONOUN.match(found.group("who")):  # it put the losses at eight: who spoke before
            earlier = [*SPOKE.finditer(text[max(0, place.start - AGO) : place.start - len(clause)])]
            person = not re.search(r"\b(?:it|they)$", found.group("who"), re.I)
            found = earlier[-1] if earlier else None
            found = None if found and person and BODY.search(found.group("who")) else found  # he is no board
        key = folded(found.group("who")) if found and not WHEN.match(found.group("who")) else None
        return Giver(key, trimmed(found.group("who"))) if found and key else NOBODY_NAMED

    def speaker(self, doc_id: str, start: int, end: int) -> Giver:
        """Name who says what stands exactly there."""
        return next((who for s, t, who in self.sayings.get(doc_id, ()) if (s, t) == (start, end)), NOBODY_NAMED)


GAPPED = re.compile(
    r"[,;] (?:and |but |while )?(?P<who>(?:the |an? |[A-Z])[\w’' -]{2,40}?)(?: at| of|,| only|:)"
    r"(?: about| some| around| only| more than| nearly)?\s*$"
)


def gapped(before: str) -> re.Match[str] | None:
    """Find who gives a number where the words of saying are left out: the organisers put it at 50,000, the police at 15,000."""
    clause = re.split(r"[.\n]", before)[-1]
    found = GAPPED.search(clause)
    return (
        found
        if found
        and re.search(r"\b(?:puts?|spoke|speaks?|counted|estimated|said|says?|gave)\b", clause[: found.start()])
        else None
    )


def trimmed(words: str) -> str | None:
    """Take what leads to a name off its front: that the police, at noon the union; null for a pronoun and for what is no name."""
    kept = re.split(
        r"\s(?:rejected|denied|dismissed|confirmed|disputed|has|have|had|is|was|were|and (?:that|it))\b",
        " ".join(words.split()),
    )[0]
    kept = re.sub(r"^(?:(?:that|and|but|while|which|who|as|although)\s+)+", "", kept)
    kept = re.sub(r"\s(?:still|also|now|later|only|speaks?|spoke)\b.*$", "", kept)
    if LED_TO.match(kept):
        kept = (re.search(r"\b(?:the|a|an) [^,]*$", kept) or re.search(r"$", kept)).group()  # type: ignore[union-attr]  # the end is always found
    return None if not kept or PRONOUN.match(kept) or NO_NAME.search(kept) or NO_GIVER.search(kept) else kept


NO_NAME = re.compile(
    r"\b(?:and|that|who|which|them|him|of|to|before|with|by|the|an?)$|^\d|^(?:if|when|whether|because|since|so|where)\b|"
    r"^[a-z]+s (?:the|an?|its|his|her|their)\b|^(?:stood|asked|told|said|being|having|has|have|had|is|was|were)\b",
    re.I,
)


# No giver of a number: when it was given, what happened, words that run into another clause, a pronoun at their end.
NO_GIVER = re.compile(
    r"\b(?:explosion|blast|earthquake|quake|flood|crash|attack|shooting|wildfire|storm|toll)s?(?: (?:in|at|of|near|on) [^,]*)?$|"
    r"^(?:(?:last|this|next|that) (?:night|week|month|year|morning|evening)|an? (?:hour|day|week|month|year|minute|moment)|"
    r"yesterday|today)\b|\b(?:all|this|that|every) (?:day|night|week|morning|afternoon|evening)$|"
    r"\b(?:he|she|it|they)$|\b(?:came|come|comes|went|goes|places?|placed|puts?|gave|took|takes|left|made|makes)\b",
    re.I,
)


LED_TO = re.compile(
    r"^(?:[Aa]t|[Oo]n|[Ii]n|[Bb]y|[Aa]fter|[Ff]or|[Ff]rom|[Ww]ith|[Aa]sked|[Ll]ater|[Ee]arlier|\w+day)\b"
)


AGO = 400  # characters back to the one whom a pronoun that gives a number stands for; ours
BODY = re.compile(
    r"\b(?:board|ministry|government|police|company|firm|union|council|office|agency|party|court|committee|authority|service|army|navy|"
    r"league|club|camp|team|bank|group|commission|department|staff|statement|report)$",
    re.I,
)
PRONOUN = re.compile(r"^(?:(?:and|but|that)\s+)*(?:it|they|he|she)$", re.I)
SPOKE = re.compile(
    r"(?P<who>(?:[Tt]he |[A-Z])(?:[\w’'-]+ ){0,4}?[\w’'-]+),? (?:said|says|told|announced|reported|claimed)\b"
)


def folded(words: str) -> str | None:
    """Fold the words that name a giver to the stem of their last word: the police, a police spokeswoman."""
    kept = [w for w in WORD.findall(words.lower()) if w not in NOBODY]
    return stem(kept[-1]) if kept else None


def givers_of(
    documents: Iterable[Document],
    attributions: Iterable[Attribution],
    involvements: Iterable[Involvement],
    entities: Iterable[Entity],
) -> Givers:
    """Index who says what on which page."""
    names = {e.entity_id: e.name for e in entities}
    named = {i.about: i.entity_id or i.country for i in involvements if i.role == "speaker"}
    texts = {d.doc_id: d for d in documents}
    sayings: dict[str, list[tuple[int, int, Giver]]] = defaultdict(list)
    for a in attributions:
        who = named.get(a.attribution_id)
        words = " ".join(texts[a.doc_id].text[s:t] for s, t in a.source) if a.doc_id in texts else ""
        who = who or folded(words)
        if who:
            sayings[a.doc_id] += [(s, t, Giver(who, names.get(who) or trimmed(words))) for s, t in a.content]
    return Givers(sayings, texts)
