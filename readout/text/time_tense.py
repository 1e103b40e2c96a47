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
ENDS = frozenset({"DOT", "STOP", "BREAK", "SEMI"})


def looks_forward(tokens: Tokens, first: int, last: int) -> bool | None:
    """Decide by the nearest verb before the expression in its sentence, else by the first one after it.

    True for the future, False for the past, None where no word tells. Method: ours; word lists and the ending -ed.
    """
    if tokens.word(first - 2) in ("is", "are") and tokens.word(first - 1) in ("on", "in", "at"):
        return True  # elections are in October
    if tokens.word(first - 1) == "from" and tokens.word(last) in UNTIL and put_off(tokens, first):
        return True  # moved the hearing from Tuesday to Thursday
    for at in range(first - 1, max(-1, first - 1 - REACH), -1):
        if tokens.names[at] in ENDS and not _initial(tokens, at):
            break
        told = tells(tokens, at)
        if told is not None:
            return told
    for at in range(last, min(len(tokens.words), last + REACH)):
        if tokens.names[at] in ENDS and not _initial(tokens, at):
            break
        told = tells(tokens, at)
        if told is not None:
            return told
    return None


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
    """Tell that a past form stands behind "will", "to" and the like with no more than "be", "not" or an adverb between."""
    at -= 1
    while tokens.word(at) in TENSE["between"] or tokens.word(at).endswith("ly"):
        at -= 1
    return tokens.word(at) in TENSE["auxiliaries"]


def _base(tokens: Tokens, at: int) -> bool:
    """Guess that a word behind "to" is a verb: lower case, no article, no ending of a noun or number."""
    word = tokens.word(at)
    plain = tokens.name(at) == "WORD" and tokens.raw(at).islower() and word not in TENSE["no_verb"]
    return plain and not word.endswith(("s", "ing", "ion", "ity"))


def _initial(tokens: Tokens, at: int) -> bool:
    """Tell that a full stop belongs to an abbreviation or initial: Mr., U.S., Jan."""
    return tokens.names[at] == "DOT" and at > 0 and len(tokens.words[at - 1]) <= 4 and tokens.raw(at - 1)[:1].isupper()
