"""Find the words that name who spoke: around a cue, without a parser."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final

from readout.text.collectives import BODIES
from readout.text.cues import Cue, SpeechWords, Token, hearsay, skip_adverbs_back

Range = tuple[int, int]  # token numbers [first, last]

PARTY: Final = re.compile(r"[RDI]-[A-Z]")
LONGEST: Final = 40  # words of one source at most; a source with its apposition is shorter


def source_after(words: list[Token], i: int, known: SpeechWords) -> Range | None:
    """Read who spoke behind a cue: said SOURCE. A name takes its apposition along, but no phrase of time or place."""
    first, in_role = i, False
    while i < len(words) and i - first < LONGEST and not ends_source(words, i, first, in_role, known):
        in_role = in_role or (words[i].is_word and not words[i].is_capital and words[i].low not in known.in_name)
        i += 1
    last = i - 1
    while last >= first and not words[last].is_word:
        last -= 1
    return (first, last) if last >= first else None


def ends_source(words: list[Token], i: int, first: int, in_role: bool, known: SpeechWords) -> bool:
    """Judge whether the source ends before token i."""
    low, word = words[i].low, words[i]
    if low == ",":
        return not apposition(words, i + 1, known)
    if not word.is_word:
        return low not in "’'-&()" and not (
            low == "." and words[i - 1].is_capital and i + 1 < len(words) and words[i + 1].is_capital
        )
    if i == first:
        return low in known.prepositions or low in ("that", "adding")
    if low == "by" and words[i - 1].low in ISSUED:
        return False  # a note signed by Poe
    if low in ("morning", "evening") and word.is_capital and i + 1 < len(words) and words[i + 1].is_capital:
        return False  # the Evening | Chronicle
    if low in known.prepositions:
        role = in_role or low == "of"
        return not (role and low in known.in_role) or medium_follows(words, i, known)
    return (
        low in known.joins - {"and"}
        or low in known.times
        or (low == "and" and not (i + 1 < len(words) and words[i + 1].is_capital))
    )


ISSUED: Final = frozenset(("signed", "issued", "sent", "written", "posted", "published", "penned", "drafted", "left"))


def medium_follows(words: list[Token], i: int, known: SpeechWords) -> bool:
    """The preposition at token i leads to how, when or where it was said: in a statement, on Monday, at a rally."""
    ahead = [w.low for w in words[i + 1 : i + 5]]
    return any(a in known.media or a in known.times for a in ahead) and ahead[:1] != ["the"] if ahead else True


def apposition(words: list[Token], i: int, known: SpeechWords) -> bool:
    """The words behind a comma say more of the one just named: "a Democrat of Ohio", "who", "D-Calif.", "58"."""
    if i >= len(words) or not words[i].is_word:
        return False
    low = words[i].low
    if known.forms.get(low) in ("report", "write", "say", "quote") and low not in known.base:
        return False  # said the deputy, reported the agency
    if low.endswith(("ing", "ly")) or low in known.joins or low in known.times or low in known.adverbs:
        return False
    if low in ("who", "whose", "a", "an", "the", "one") or low.isdigit() or PARTY.match(words[i].text):
        return True
    return low not in known.prepositions


def source_before(words: list[Token], cue: Cue, known: SpeechWords) -> Range | None:
    """Read who spoke before a cue: SOURCE said."""
    told = hearsay(words, cue.first)
    j = skip_adverbs_back(words, (cue.first if told is None else told) - 1, known)
    if (
        j < 0
        or (cue.form == "participle" and not words[j].is_capital)
        or words[j].low in ("and", "but", "to", "or", "in", "by")
    ):
        return subject(words[: max(j, 0)] or words[: cue.first], known)
    if words[j].low in ("who", "that", "which"):
        return chunk_left(words, j - 1 - (j > 0 and words[j - 1].low == ","), known)
    if words[j].low == ",":
        return with_parenthesis(words, j, known)
    return chunk_left(words, j, known)


def with_parenthesis(words: list[Token], j: int, known: SpeechWords) -> Range | None:
    """Read "NAME, a Democrat of Ohio," before the comma at token j."""
    k = j - 1
    while k >= 0 and words[k].low != ",":
        k -= 1
    if k <= 0:
        return subject(words[:j], known)
    named = chunk_left(words, k - 1, known)
    if named and not apposition(words, k + 1, known):
        return named
    return (named[0], j - 1) if named else None


def chunk_left(words: list[Token], j: int, known: SpeechWords) -> Range | None:
    """Take the group of words that ends at token j, back to a comma, conjunction, verb or leading preposition."""
    if j < 0 or not words[j].is_word:
        return None
    if words[j].low in known.pronouns:
        return j, j
    i = j
    while i > 0 and j - i < LONGEST and not begins_chunk(words, i - 1, known):
        i -= 1
    i = without_lead(words, i, j, known)
    return (i, j) if i <= j and (i < j or words[i].low not in PARTICIPLES) else None


PARTICIPLES: Final = frozenset(("having", "being"))  # they lead a clause, and name nobody


def begins_chunk(words: list[Token], i: int, known: SpeechWords) -> bool:
    """Token i stands before the group of words that names the source."""
    w = words[i]
    if not w.is_word:
        return w.low not in "’'-&.()" or (w.low == "." and not words[i - 1].is_capital)
    if w.low == "and" and i and words[i - 1].is_capital and words[i + 1].is_capital:
        return False
    finite = w.low in known.forms and not w.is_capital and w.low not in known.base and w.low not in known.titles
    return w.low in known.joins or finite or w.low in known.adverbs - {"first", "then", "’s", "'s"}


def without_lead(words: list[Token], i: int, j: int, known: SpeechWords) -> int:
    """Drop a leading phrase such as "On Monday" or "In a statement" from tokens i to j."""
    if words[i].low in known.prepositions and words[i].low not in ("of",):
        while j > i and not (
            words[j - 1].low in known.prepositions or words[j - 1].low in known.times or not same_name(words, j)
        ):
            j -= 1
        return j
    return i + 1 if words[i].low in known.times and i < j else i


def same_name(words: list[Token], j: int) -> bool:
    """Tokens j - 1 and j may stand in one name or one describing group of words."""
    return words[j - 1].is_word and (words[j - 1].is_capital or not words[j].is_capital)


def subject(words: list[Token], known: SpeechWords) -> Range | None:
    """Read the subject of a sentence: its first group of words behind a leading phrase."""
    i = 0
    while i < len(words) and (words[i].low in known.joins or not words[i].is_word):
        i += 1
    if 0 < i < len(words) and words[i - 1].low in UNDER and words[i].low in known.pronouns:
        i = next((k + 1 for k in range(i, len(words)) if words[k].low == ","), i)  # whether he did or not, | Poe
    if i < len(words) and (
        words[i].low in known.prepositions or words[i].low.endswith(("ing", "ly", "ed")) or words[i].low in known.times
    ):
        comma = next((k for k in range(i, len(words)) if words[k].low == ","), None)
        if comma is None:
            return None
        i = comma + 1
    if i >= len(words):
        return None
    if words[i].low in known.pronouns:
        return i, i
    last = i
    while last + 1 < len(words) and last - i < LONGEST and in_subject(words, i, last + 1, known):
        last += 1
    return i, last


UNDER: Final = frozenset(("whether", "if", "when", "while", "although", "though", "because", "since", "once", "until", "unless"))


def in_subject(words: list[Token], first: int, i: int, known: SpeechWords) -> bool:
    """Token i goes on with a subject that began at token first."""
    w, before = words[i], words[i - 1]
    if w.is_capital:
        return w.is_word
    if w.low in ("’", "'", ".", "-", "&"):
        return i + 1 < len(words) and words[i + 1].is_capital
    if (
        not w.is_word
        or w.low in known.adverbs
        or w.low in known.joins - {"and"}
        or w.low in known.forms
        or w.low.endswith("ed")
    ):
        return False
    if w.low in known.in_name:
        return i + 1 < len(words) and (words[i + 1].is_capital or words[first].low in known.roles)
    led = i - 1 == first + 1 and words[first].low in known.determiners
    of_land = led and w.low in known.roles | known.titles  # the Norlandic | minister
    return ((not before.is_capital or i - 1 == first) and words[first].low in known.roles) or (before.is_capital and of_land)


# --- the name in the words ------------------------------------------------------------------------------------------


def name_in(words: list[Token], where: Range, known: SpeechWords) -> str | None:
    """Give the name in the source words, titles left out; None for pronouns and mere descriptions.

    The first one named speaks, but a person behind a body speaks for it: Foreign Ministry spokeswoman Ada Poe.
    """
    inside = words[where[0] : where[1] + 1]
    runs = (bare(run, known) for run in name_runs(inside, known) if not describes(run, inside, known))
    found = [run for run in runs if run]
    persons = [run for run in found[1:] if is_personal(run, known)]
    if found and is_body(found[0], known) and persons:
        return joined(persons[0])
    if len(found) > 1 and is_personal(found[1], known) and beside_another(inside, found[0], found[1]):
        return joined(found[1])
    return joined(found[0]) if found else None


def beside_another(inside: list[Token], first: list[Token], second: list[Token]) -> bool:
    """The second name is set behind a description by the first: a lawyer for Roe, Poe; no list of names."""
    a, b = inside.index(first[-1]), inside.index(second[0])
    led = any(w.low in ("of", "for", "to") for w in inside[: inside.index(first[0])])
    after = inside[inside.index(second[-1]) + 1 :]
    return led and b == a + 2 and inside[a + 1].low == "," and (not after or after[0].low == ",")


FEW: Final = 3  # adjectives before the word for a country; ours


def describes(run: list[Token], inside: list[Token], known: SpeechWords) -> bool:
    """One capitalised word between an article and a noun says of what kind: the Norlandic delegation."""
    at = lead = inside.index(run[0])
    if (at or inside[-1].is_capital) and before_a_body(inside, at + len(run)):
        return True
    while lead > 1 and at - lead < FEW and inside[lead - 1].is_word and not inside[lead - 1].is_capital:
        if inside[lead - 1].low in known.determiners | known.prepositions:
            break
        lead -= 1  # a retired | Norlandic officer
    if len(run) > 1 or not at or at + 1 == len(inside) or inside[lead - 1].low not in known.determiners:
        return False
    after = inside[at + 1]
    return after.is_word and not after.is_capital and after.low not in known.joins | known.prepositions | known.in_name


# Parts of bodies and of their premises, which speak in the name of a town: the union's Port Selma branch.
PARTS: Final = frozenset(
    ("branch", "chapter", "section", "wing", "local", "clinic", "school", "college", "prison", "refinery", "plant")
)


def before_a_body(inside: list[Token], at: int) -> bool:
    """Words in lower case with the noun of a body stand behind a name: the Port Selma | university hospital."""
    behind = at
    while behind < len(inside) and inside[behind].is_word and not inside[behind].is_capital and behind - at < FEW:
        behind += 1
    led = [w.low for w in inside[at:behind]]
    if behind < len(inside) and inside[behind].is_capital:  # the Port Selma hospital director | Ada Poe
        return not PREMISES.isdisjoint(led[:-1])
    return bool(led) and led[-1] in PREMISES and not any(w.is_capital for w in inside[behind:])


PREMISES: Final = BODIES - {"leadership", "staff", "crowd", "police"} | PARTS


def bare(run: list[Token], known: SpeechWords) -> list[Token]:
    """Leave titles out of a run, unless it names a body; nothing is left of a title, role or pronoun alone."""
    if is_body(run, known):
        return run if len(run) > 1 else []
    left = without_titles(run, known)
    alone = known.titles | known.pronouns | known.roles | NO_NAMES
    return [] if len(left) == 1 and left[0].low.rstrip(".") in alone else left


# Words in capitals at the beginning of a sentence that say of nobody in particular that they spoke.
NO_NAMES: Final = frozenset((
    "according", "reports", "someone", "somebody", "anyone", "everyone", "nobody", "others", "some", "many", "most", "several",
    "sources", "witnesses", "critics", "supporters", "observers", "analysts", "experts", "officials", "residents", "locals",
    "rumours", "rumors",
    "statements", "documents", "papers", "records", "figures", "asked", "speaking", "quoting", "citing", "told",
))  # fmt: skip


def is_body(run: list[Token], known: SpeechWords) -> bool:
    """A body is named by its last word: State Department."""
    return run[-1].low in known.bodies


def without_titles(run: list[Token], known: SpeechWords) -> list[Token]:
    """Drop titles before a name: Secretary of State John Kerry. A title with a place alone is no name."""
    at = 0
    while at < len(run) - 1 and (
        run[at].low.rstrip(".") in known.titles
        or not run[at].is_word
        or (at and run[at].low in ("of", "for", "the", "and"))
    ):
        at += 1
    return [] if at and run[at - 1].low in ("of", "for", "the") and len(run) - at == 1 else run[at:]


def name_runs(words: list[Token], known: SpeechWords) -> list[list[Token]]:
    """Cut source words into runs of capitalised words; "of" and the like join them where a capital follows."""
    runs: list[list[Token]] = [[]]
    led = False
    for i, w in enumerate(words):
        after = words[i + 1] if i + 1 < len(words) else None
        joins = bool(runs[-1]) and after is not None and after.is_capital
        if w.is_word and w.is_capital and not (i == 0 and w.low in known.roles):
            runs[-1].append(w)
            if w.low.endswith(("’s", "'s")):
                runs[-1] = []  # the owner is not the speaker: Trump's lawyer
        elif runs[-1] and w.text.isdigit() and words[i - 1] is runs[-1][-1]:
            runs[-1].append(w)  # Channel 6
        elif joins and (
            (w.low in known.in_name - {"and", "for"} and not (w.low == "of" and is_personal(runs[-1], known)))
            or w.low in "’'-&."
            or (w.low == "." and len(words[i - 1].text) <= 4)
        ):
            runs[-1].append(w)
        elif w.low in "’'" and led and i and words[i - 1].is_capital:
            runs.append([])  # the head of the Growers' | League
        else:
            runs.append([])
            led = w.low in known.prepositions or (led and w.low in known.determiners)
        if runs[-1] and led:
            runs[-1] = []  # a spokesman for NAME, a friend of NAME: not the one who spoke
    return [r for r in runs if r]


def is_personal(run: list[Token], known: SpeechWords) -> bool:
    """Two or more words that are no titles: a person, whose "of" leads to a place, while Bank of Spain goes on."""
    return len(run) > 1 and run[-1].low not in known.titles | known.bodies


def joined(run: list[Token]) -> str:
    """Write a run of tokens as it stands in the text, one blank between words."""
    made = run[0].text
    for left, right in pairwise(run):
        made += (" " if right.start > left.end else "") + right.text
    return made
