"""Tell whether the words around a time expression look to the past or the future, without a parse."""

from __future__ import annotations

from itertools import pairwise

from readout.text.lexemes import Tokens
from readout.text.time_words import TENSE

REACH = 14  # tokens looked at on each side; ours
BE = frozenset({"is", "are", "be", "was", "were", "s", "re", "been", "am"})
AHEAD = frozenset({"to", "on", "by", "for", "next"})
# "postponed to September", "due in May" look ahead whatever their tense.
MOVED = frozenset({"postponed", "deferred", "adjourned", "rescheduled", "delayed", "moved", "shifted"})
PUT = frozenset({"put", "pushed", "held", "set", "moved"})
ASIDE = frozenset({"back", "off", "over"})
UNTIL = frozenset({"to", "until", "till"})
AWAITED = frozenset({"due", "slated"})
AT = frozenset({"in", "on", "at", "by"})
# What was to be and may not have been: was to have begun, should have opened.
NOT_TO_BE = frozenset({"to", "would", "should", "ought"})
SURELY_PAST = frozenset({"may", "might", "could", "must", "can"})  # before "have" and a past form
PRESENT = frozenset({"is", "are", "s", "re", "am", "has", "have", "will"})
STILL_TO_COME = frozenset({"before", "ahead", "until", "till", "upcoming", "coming"})
HELD_BASE = frozenset({"happen", "occur", "begin", "start", "open", "materialise", "materialize", "proceed", "end"})
HELD_PAST = [["happened"], ["occurred"], ["began"], ["started"], ["opened"], ["collapsed"], ["proceeded"], ["ended"], ["failed"]]
PROPOSED = frozenset({"proposed", "suggested", "named", "fixed", "set", "offered", "chose", "picked", "gave"})
ENDS = frozenset({"DOT", "STOP", "BREAK", "SEMI"})


def looks_forward(tokens: Tokens, first: int, last: int) -> bool | None:
    """Decide by the nearest verb before the expression in its sentence, else by the first one after it.

    True for the future, False for the past, None where no word tells. Method: ours; word lists and the ending -ed.
    """
    if tokens.word(first - 2) in ("is", "are") and tokens.word(first - 1) in ("on", "in", "at"):
        return True  # elections are in October
    if tokens.word(first - 1) == "from" and tokens.word(last) in UNTIL and put_off(tokens, first):
        return True  # moved the hearing from Tuesday to Thursday
    if tokens.word(first - 1) in PROPOSED and tokens.word(last) == "as":
        return True  # proposed Friday as a new date
    at = telling_before(tokens, first)
    at = telling_after(tokens, last) if at is None else at
    return None if at is None else tells(tokens, at)


def telling_before(tokens: Tokens, first: int) -> int | None:
    """Give the nearest word before an expression, in its sentence, that tells past or future."""
    for at in range(first - 1, max(-1, first - 1 - REACH), -1):
        if tokens.names[at] in ENDS and not _initial(tokens, at):
            return None
        if tells(tokens, at) is not None:
            return at
    return None


def telling_after(tokens: Tokens, last: int) -> int | None:
    """Give the first word behind an expression, in its sentence, that tells past or future."""
    for at in range(last, min(len(tokens.words), last + REACH)):
        if tokens.names[at] in ENDS and not _initial(tokens, at):
            return None
        if tells(tokens, at) is not None:
            return at
    return None


def set_before(tokens: Tokens, first: int, last: int) -> bool | None:
    """Say what became of what was set for the day of an expression that looks ahead: true where the words tell that the day is
    past (the talks planned for Sunday did not take place), false where it may be past or not (were due to meet on Sunday; a march
    planned for Sunday), null where it is told as still to come, or as no more than said.
    """
    at = telling_before(tokens, first)
    if at is None or not (unfulfilled(tokens, at) or was_arranged(tokens, at)):
        return None
    if not STILL_TO_COME.isdisjoint(tokens.words[max(0, at - 4) : at]):
        return None  # before the vote planned for Sunday
    after = telling_after(tokens, last)
    if after is None or not tells(tokens, after):
        return after is not None and came_about(tokens, after)
    return None


def unfulfilled(tokens: Tokens, at: int) -> bool:
    """Tell a past form of what should have been: was to have begun, would have opened."""
    if not is_past_form(tokens, at):
        return False
    stop = auxiliary_before(tokens, at)
    return "have" in tokens.words[stop + 1 : at] and tokens.word(stop) in NOT_TO_BE


def was_arranged(tokens: Tokens, at: int) -> bool:
    """Tell a word of arranging that is in no present: planned for, was due to, was to; not is planned, has been set."""
    before = tokens.words[max(0, at - 4) : at]
    if not PRESENT.isdisjoint(before):
        return False
    if tokens.words[at] == "to":
        return before[-1:] in (["was"], ["were"]) or not TENSE["arranged"].isdisjoint(before[-2:])
    return tokens.words[at] in TENSE["arranged"] or tokens.words[at] in AWAITED


def came_about(tokens: Tokens, at: int) -> bool:
    """Tell a past verb that says whether something was held at all: never took place, began, was held, failed to start."""
    words = [w for w in tokens.words[at : at + 5] if w not in TENSE["between"] and not w.endswith("ly")]
    if words[:1] == ["did"]:
        words = [w for w in words[1:] if w not in ("n't", "t")]
        return bool(words) and (words[0] in HELD_BASE or words[:2] in (["take", "place"], ["go", "ahead"]))
    if words[:1] in (["was"], ["were"]):
        return words[1:2] == ["held"]
    return words[:1] in HELD_PAST or words[:2] in (["took", "place"], ["went", "ahead"])


def put_off(tokens: Tokens, first: int) -> bool:
    """Tell whether what was set for a day is put off from it: the nearest such verb before it in its sentence."""
    for at in range(first - 2, max(-1, first - 1 - REACH), -1):
        if tokens.names[at] in ENDS and not _initial(tokens, at):
            return False
        if tokens.words[at] in MOVED or (tokens.words[at] in ASIDE and tokens.word(at - 1) in PUT):
            return True
    return False


def undone(tokens: Tokens, first: int, last: int) -> bool:
    """Tell whether what is set for a time had been set for it, or is called off: the day may have passed when the text was
    written."""
    before: list[str] = []
    behind: list[str] = []
    for at in range(first - 1, max(-1, first - 1 - NEAR), -1):
        if tokens.names[at] in ENDS:
            break
        before.append(tokens.words[at])
    for at in range(last + 1, min(len(tokens.words), last + 1 + NEAR)):
        if tokens.names[at] in ENDS and not _initial(tokens, at):
            break
        behind.append(tokens.words[at])
    had = ("had" in before and not MADE_UP.isdisjoint(before)) or ("have" in before and "to" in before and "been" not in before)
    off = any(pair == ("called", "off") for pair in pairwise(behind))
    return had or off or not CALLED_OFF.isdisjoint(behind)


NEAR = 9  # tokens on each side in which it is told that what was set did not come about; ours
MADE_UP = frozenset({"been", "due", "set", "planned", "scheduled", "hoped"})
CALLED_OFF = frozenset({"cancelled", "canceled", "scrapped", "dropped", "abandoned"})


def tells(tokens: Tokens, at: int) -> bool | None:
    """Say what one word tells: a past form behind an auxiliary or "to" looks ahead, as in "will be held"."""
    word = tokens.words[at]
    if word in TENSE["future"] and tokens.raw(at)[0].islower():
        return True
    before = tokens.words[max(0, at - 4) : at]
    if word == "to" and _base(tokens, at + 1):
        return True if (before[-1:] and before[-1] in BE) or not TENSE["aims"].isdisjoint(before) else None
    following = tokens.word(at + 1)
    moved = word in MOVED or (word in ASIDE and tokens.word(at - 1) in PUT)
    if (moved and following in UNTIL) or (word in AWAITED and following in AT):
        return True
    if word in TENSE["arranged"]:
        return True if not BE.isdisjoint(before) or tokens.word(at + 1) in AHEAD else None
    return behind_auxiliary(tokens, at) if is_past_form(tokens, at) else None


def is_past_form(tokens: Tokens, at: int) -> bool:
    """Guess a past form or participle by list and ending."""
    word = tokens.words[at]
    ends = len(word) > 4 and word.endswith("ed") and word not in TENSE["not_past"] and tokens.names[at] == "WORD"
    return ends or word in TENSE["past"]


def behind_auxiliary(tokens: Tokens, at: int) -> bool:
    """Tell that a past form stands behind "will", "to" and the like with no more than "be", "not" or an adverb between, or behind
    a bare "be": demands that they be freed; not behind what speaks of the past, as in "may have been"."""
    stop = auxiliary_before(tokens, at)
    between = tokens.words[stop + 1 : at]
    if "have" in between and tokens.word(stop) in SURELY_PAST:
        return False
    return tokens.word(stop) in TENSE["auxiliaries"] or "be" in between


def auxiliary_before(tokens: Tokens, at: int) -> int:
    """Give the place of the word before a past form and what may stand between an auxiliary and its verb."""
    at -= 1
    while at >= 0 and (tokens.word(at) in TENSE["between"] or tokens.word(at).endswith("ly")):
        at -= 1
    return at


def _base(tokens: Tokens, at: int) -> bool:
    """Guess that a word behind "to" is a verb: lower case, no article, no ending of a noun or number."""
    word = tokens.word(at)
    plain = tokens.name(at) == "WORD" and tokens.raw(at).islower() and word not in TENSE["no_verb"]
    return plain and not word.endswith(("s", "ing", "ion", "ity"))


def _initial(tokens: Tokens, at: int) -> bool:
    """Tell that a full stop belongs to an abbreviation or initial: Mr., U.S., Jan."""
    return tokens.names[at] == "DOT" and at > 0 and len(tokens.words[at - 1]) <= 4 and tokens.raw(at - 1)[:1].isupper()
