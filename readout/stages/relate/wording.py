"""The words of a line: whole names, no stump of a clause; which words make a commitment, a refusal, a threat."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import replace

from readout.records import Evidence, Parse, Relation, Word
from readout.stages.relate.pile import Pile

WHOLE = 300  # characters of a sentence that is shown whole where its clause is a stump; ours
# Relations that hold a phrase together: words so joined are not parted.
PHRASE = frozenset((
    "nmod", "compound", "amod", "det", "case", "flat", "nummod", "obj", "obl", "fixed", "goeswith", "advmod", "aux", "cop", "xcomp",
    "nsubj", "iobj", "mark", "appos", "conj", "acl", "ccomp", "expl",
))  # fmt: skip
BEFORE = frozenset(
    ("case", "det", "amod", "compound", "nummod", "mark", "cc", "flat")
)  # of what stands before its head
NAME = re.compile(r"(?:(?:[A-Z][\w’'.]*|[\w’']+(?:[-‐‑–]\w+)+) )+$")
# Words by which somebody binds himself, or is bound.
COMMITS = re.compile(
    r"\b(?:agree\w*|accords?|deal|pact|treaty|truce|ceasefire|pledg\w*|promis\w*|undert\w*|commit\w*|sign\w*|initial\w*|guarant\w*"
    r"|assur\w*|vow\w*|swor\w*|word (?:that|to)|will|would|shall|(?:is|are) to|accept\w*|approv\w*|settle\w*|ratif\w*"
    r"|offer\w*)\b", re.I,
)  # fmt: skip
# What is no deal: what somebody signs alone, for himself; a promise that is missed.
NO_DEAL = re.compile(
    r"\bsign(?:s|ed|ing)? for\b|\bin vain for\b|\bwithout (?:a|any|the) (?:promise|pledge|assurance|guarantee)\b|"
    r"\bsign(?:s|ed|ing)?\b[^.;]{0,20}\b(?:receipt|petition|letter|register|cheque|warrant|book of condolence|autographs?|form)\b",
    re.I,
)
DEALT = re.compile(
    r"\b(?:agree\w*|accords?|deal|pact|treaty|truce|ceasefire|sign(?:ed|s)|initial(?:l?ed|s)|settle\w*|conclu\w*)\b",
    re.I,
)
PROMISED = re.compile(r"\b(?:pledg\w*|promis\w*|vow\w*|assur\w*|swor\w*|undert\w*|guarantee\w*|offer\w*)\b", re.I)
# What the words of a stand must hold to be one: of a refusal a word that refuses or negates, of a threat one that warns.
TELLING = {
    "refusal": re.compile(
        r"\b(?:refus\w*|reject\w*|declin\w*|den(?:y|ies|ied|ial)\w*|oppos\w*|dismiss\w*|turn\w* (?:\w+ ){0,4}(?:down|away|back)|"
        r"rul\w* out|rebuff\w*|spurn\w*|veto\w*|resist\w*|brush\w*|thr[eo]w\w*|struck|vot\w*|contest\w*|disput\w*|refut\w*|"
        r"not|no|never|nothing|nobody|none|neither|nor|cannot|without|against|snub\w*|stay\w* away|walk\w* out|withdr\w*|annul\w*|"
        r"overturn\w*|quash\w*|defi\w*|defy|boycott\w*|shun\w*|insist\w*|ignor\w*|preclud\w*|exclud\w*)\b|n[’']t\b", re.I,
    ),
    "threat": re.compile(
        r"\b(?:threat\w*|warn\w*|caution\w*|ultimatum|will|would|shall|unless|otherwise|vow\w*|menac\w*|reserv\w*|consequences?|"
        r"go(?:es|ing)? to|if|retaliat\w*)\b|[’']ll\b", re.I,
    ),
}  # fmt: skip
RELATIVE = re.compile(
    r"(?:[a-z]+ )?(?:which|whom|whose|who)\b", re.I
)  # how a clause begins that only describes something
VERBAL = frozenset(("commitment", "position"))  # what somebody promises or refuses is told by a clause
UNREAL = re.compile(r"\b(?:would|could|might) (?:not )?have\b", re.I)  # a refusal that would have hurt was none
EASING = re.compile(
    r"\b(?:readiness|ready|willing\w*|eager\w*|hop(?:e|es|ed|ing)) to (?:eas|talk|help|work|coop|improv|reopen)", re.I
)


def stretched(text: str, start: int, end: int) -> tuple[int, int]:
    """Give a stretch with the rest of the words it begins and ends in: high-level, not level."""
    while start and (text[start - 1].isalnum() or text[start - 1] in "-‐‑’'") and not text[start - 1].isspace():
        start -= 1
    while end < len(text) and (text[end].isalnum() or (text[end] in "-‐‑’'" and text[end + 1 : end + 2].isalnum())):
        end += 1
    while start < end and not text[start].isalnum():
        start += 1
    return start, end


def named_whole(text: str, start: int) -> int:
    """Give where a name begins that a stretch starts in the middle of: the Inland Waters Transport committee, not Transport."""
    line = text.rfind("\n", 0, start) + 1
    before = NAME.search(text[line:start]) if text[start : start + 1].isupper() else None
    return line + before.start() if before else start


def worded(pile: Pile, sentences: Mapping[str, Sequence[Parse]], one: Relation) -> Relation:
    """Write a line whose words are a stump of their clause in whole: its sentence if that is short, else up to the next pause."""
    for n, at in enumerate(one.evidence):
        prefix, _, own = one.what.rpartition(": ") if one.category == "channel" else ("", "", one.what)
        if pile.words(at).rstrip(".") != own.rstrip("."):
            continue
        parse = over(sentences.get(at.doc_id, ()), at)
        whole = parse and closed(pile, grown(pile, parse, at, verbal=one.category in VERBAL))
        if not whole or whole == at:
            return one
        told = pile.words(whole).strip("#*- ").rstrip(".,;: ")
        listed = tuple(dict.fromkeys((*one.evidence[:n], whole, *one.evidence[n + 1 :])))
        return replace(one, what=f"{prefix}: {told}" if prefix else told, evidence=listed)
    return one


def closed(pile: Pile, at: Evidence) -> Evidence:
    """Give words with the mark that closes a quotation which they open."""
    text = pile.documents[at.doc_id].text
    told, behind = text[at.start : at.end], text[at.end : at.end + 2]
    opened = told.count("“") > told.count("”") or told.count("„") > told.count("“") or told.count('"') % 2 == 1
    mark = next((n for n, c in enumerate(behind, 1) if c in '”“"'), 0)
    return Evidence(at.doc_id, at.start, at.end + mark) if opened and mark and not behind[: mark - 1].isalnum() else at


def over(parses: Sequence[Parse], at: Evidence) -> Parse | None:
    """Give the sentence that some words stand in."""
    n = bisect_right([p.start for p in parses], at.start) - 1
    return parses[n] if n >= 0 and at.end <= parses[n].end else None


def grown(pile: Pile, parse: Parse, at: Evidence, *, verbal: bool) -> Evidence:
    """Give the words of a clause grown to where no phrase is cut, and, if asked, to where they hold a verb."""
    words = parse.words
    inside = [i for i, w in enumerate(words) if at.start <= w.start and w.end <= at.end]
    if not inside:
        return at
    first, last = inside[0], inside[-1]
    bare = verbal and not any(words[i].upos in ("VERB", "AUX") for i in inside)
    left = bare or cut_before(words, first, last) or RELATIVE.match(pile.words(at)) is not None
    right = cut_behind(words, first, last)
    if not left and not right:
        return at
    if parse.end - parse.start <= WHOLE:
        return Evidence(at.doc_id, parse.start, parse.end)
    while left and first and words[first - 1].upos != "PUNCT":
        first -= 1
    while right and last + 1 < len(words) and words[last + 1].upos != "PUNCT":
        last += 1
    return Evidence(at.doc_id, words[first].start, words[last].end)


def cut_before(words: Sequence[Word], first: int, last: int) -> bool:
    """Tell whether a stretch begins in the middle of a phrase: | Ingrid Solbakk, of talks between her and others."""
    if first and words[first - 1].lemma.lower() in ("nor", "neither"):
        return True  # nor | would they pay
    if not first or words[first - 1].upos in ("PUNCT", "CCONJ", "VERB", "AUX"):
        return False
    if words[first - 1].lemma.lower() in ("that", "which", "whom") and words[first - 1].deprel.split(":")[0] in (
        "obj",
        "obl",
    ):
        return True  # a tax that | they threaten to bring in
    if words[first - 1].upos == "SCONJ":
        return False
    if words[first - 1].upos in ("ADP", "DET") and words[first - 1].deprel.split(":")[0] in ("case", "det"):
        return first <= words[first - 1].head <= last
    joined = words[first].head
    return joined == first - 1 and words[first].deprel.split(":")[0] in PHRASE - {"ccomp", "acl", "conj", "mark"}


def cut_behind(words: Sequence[Word], first: int, last: int) -> bool:
    """Tell whether a stretch breaks off in the middle of a phrase: 1.5 million less | than was asked."""
    after = last + 1
    if after < len(words) and words[after].lemma.lower() in ("as", "than") and words[last].upos in ("ADV", "ADJ"):
        return True  # for as long | as it lasts
    if after >= len(words) or words[after].upos in ("PUNCT", "CCONJ", "SCONJ"):
        return words[last].upos in ("ADP", "DET", "CCONJ", "AUX") and after < len(words)
    if words[last].head > last and words[last].deprel.split(":")[0] in BEFORE:
        return True
    held = [i for i in range(after, min(after + 4, len(words))) if first <= words[i].head <= last]
    return any(words[i].deprel.split(":")[0] in PHRASE for i in held)


def tells(one: Relation) -> bool:
    """Tell whether the words of a line can tell what it is: a commitment by a word that binds, a stand by one that was taken."""
    if one.category == "commitment":
        return COMMITS.search(one.what) is not None
    return one.category != "position" or one.status == "stated" or not UNREAL.search(one.what)
