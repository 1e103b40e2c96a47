"""Tell one body whose name joins two fields from two bodies: the Federation of Tram and Bus Crews; the Union of Miners, X Steel."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from readout.text.event_lists import listed
from readout.text.names_known import NameWords, Places, folded
from readout.text.names_tokens import Habits, Reading, Token
from readout.text.people_nouns import are_people
from readout.text.rarity import stem_counts
from readout.text.stem import stem

JOINERS: Final = frozenset(("and", "&"))
LEADS: Final = frozenset(("of", "for"))  # between a body and its fields
SMALL: Final = frozenset(("of", "for", "and", "&", "the", "in", "on", ",", "(", "'", "’"))
# Words that name bodies by their "for" or "of".
BANKS: Final = frozenset(("Bank", "Banks", "Executive", "Conference", "Convention", "Campaign"))
# Endings of nouns for fields and of adjectives that part them, though no list of words has them: hygiene, veterinary.
FIELD_ENDS: Final = tuple(listed("tion sion ment ness ity ance ence ism ure ing age ics ship dom doms logy graphy iene ary al ic"))
NO_FIELDS: Final = listed("president minister mayor governor king queen prince princess bishop")


def joins_names(r: Reading, i: int, j: int, places: Places, words: NameWords, habit: Habits) -> bool:
    """Tell whether token j joins, within one name that begins at token i, the fields or the people that a body is of.

    Both sides must be of common nouns, and both or neither of people; what the page also writes alone is a name of its own.
    Initials in brackets that hold both sides decide for one name.
    """
    tokens = r.tokens
    if tokens[j].low not in JOINERS and tokens[j].text != ",":
        return False
    opened = opening(tokens, i, j, words)
    if opened is None:
        return False
    stop = field_end(r, j + 1)
    if stop == j + 1:
        return False
    if tokens[j].text == ",":
        return goes_on(r, stop) and fits(r, (last_field(tokens, opened, j), j, stop), places, words, habit) and joins_names(
            r, i, next_joiner(tokens, stop), places, words, habit
        )  # fmt: skip
    return spelled(tokens, i, stop) or fits(r, (last_field(tokens, opened, j), j, stop), places, words, habit)


def opening(tokens: Sequence[Token], i: int, j: int, words: NameWords) -> int | None:
    """The word behind "of" or "for" with which the fields of the body begin that is named at token i; None where it is none."""
    leads = [k for k in range(i + 1, j) if tokens[k].low in LEADS]
    bodies = words.bodies | BANKS
    if not leads or not any(t.text in bodies for t in tokens[i : leads[0]]):
        return None
    return leads[-1] + 1


def field_end(r: Reading, start: int) -> int:
    """The token behind the capitalised words that begin at one."""
    k = start
    while k < len(r.tokens) and r.tokens[k].is_word and r.tokens[k].is_capital:
        k += 1
    return k


def last_field(tokens: Sequence[Token], opened: int, j: int) -> int:
    """The first word of the field before token j."""
    joined = [k + 1 for k in range(opened, j) if tokens[k].low in JOINERS or tokens[k].text == ","]
    first = joined[-1] if joined else opened
    return first + (tokens[first].low == "the")


def goes_on(r: Reading, stop: int) -> bool:
    """A list of fields goes on to its "and": Transport, | Housing and Urban Affairs."""
    return next_joiner(r.tokens, stop) >= 0


def next_joiner(tokens: Sequence[Token], stop: int) -> int:
    """The joiner right behind a field, past a comma before it; -1 where there is none."""
    for k in (stop, stop + 1):
        if k < len(tokens) and tokens[k].low in JOINERS:
            return k
        if k >= len(tokens) or tokens[k].text != ",":
            return -1
    return -1


def fits(r: Reading, span: tuple[int, int, int], places: Places, words: NameWords, habit: Habits) -> bool:
    """Tell whether the words before and behind a joiner are two fields, or two kinds of people, of one body."""
    first, j, stop = span
    left, right = r.tokens[first:j], r.tokens[j + 1 : stop]
    shared = (
        len(right) > 1 and len(left) == 1 and people(right[-1])
    )  # their trade before it may be any: Tram and Bus Crews
    if called(right, places):
        return False
    known = right if shared and not named(left[0], places, words, habit, rare=True) else (*left, *right)
    if not left or not all(is_common(t, places, words, habit) for t in known):
        return False
    if right[-1].text in words.bodies or any(t.low in words.offices or t.low in NO_FIELDS for t in right[:-1]):
        return False
    if " ".join(t.text for t in right) in habit.apart or (len(right) == 1 and right[0].low in NO_FIELDS):
        return False
    many = right[-1].low.endswith("s") and (people(right[-1]) or right[-1].text not in words.company_ends)
    return many or not people(left[-1])


def called(right: Sequence[Token], places: Places) -> bool:
    """The words behind begin with the listed name of a body: Union of Nurses and | Doctors Without Borders."""
    return any("organisation" in places.kinds(" ".join(t.text for t in right[:k])) for k in range(1, len(right) + 1))


def people(t: Token) -> bool:
    """Tell a word for people who may have a body of their own."""
    return are_people(t.low) or t.low in ("crews", "staffs", "peoples")


def is_common(t: Token, places: Places, words: NameWords, habit: Habits) -> bool:
    """Tell a common noun or adjective, such as fields and people are called by, from the name of a place, person or firm."""
    if t.ner.endswith("PER") or (t.text.isupper() and len(t.text) > 1) or t.text in words.honorifics:
        return False
    if t.low in words.portfolios or people(t):
        return True
    if {"country", "capital", "region", "organisation"} & set(places.kinds(t.text)):
        return False
    if t.low in habit.lower:
        return True
    return stem(t.low) in stem_counts() or t.low.endswith(FIELD_ENDS)


def spelled(tokens: Sequence[Token], i: int, stop: int) -> bool:
    """The initials of all the words stand behind them in brackets: Federation of Tram and Bus Crews | (FTBC)."""
    if stop + 1 >= len(tokens) or tokens[stop].text != "(" or not tokens[stop + 1].text.isupper():
        return False
    letters = "".join(t.text[0] for t in tokens[i:stop] if t.low not in SMALL and t.is_word)
    return letters.upper() == tokens[stop + 1].text.replace(".", "")


def leads_a_body(r: Reading, i: int, j: int, places: Places, words: NameWords, habit: Habits) -> bool:
    """Token j is "and" between two fields before the noun of one body: the Rail | and Port Workers' Union."""
    tokens = r.tokens
    left = tokens[i:j]
    if tokens[j].low not in JOINERS or not 1 <= len(left) <= 2 or r.title_case:
        return False
    if any(t.text in words.bodies or t.text in BANKS or named(t, places, words, habit) for t in left):
        return False
    fields = list(before_body(r, j + 1, words))
    alone = " ".join(t.text for t in left) in habit.apart
    return bool(fields) and not alone and not any(named(t, places, words, habit) for t in fields)


def before_body(r: Reading, start: int, words: NameWords) -> Iterator[Token]:
    """The capitalised words before the noun of a body, past the apostrophe of people; none where no such noun follows."""
    found: list[Token] = []
    for t in r.tokens[start:]:
        if t.text in words.bodies | BANKS and found:
            yield from found
            return
        if t.text in ("'", "’", "'s", "’s") and found and people(found[-1]):
            continue
        if not (t.is_word and t.is_capital) or t.text in words.bodies:
            return
        found.append(t)


def named(t: Token, places: Places, words: NameWords, habit: Habits, *, rare: bool = False) -> bool:
    """Tell a word before a body that is of somebody or of a place, or no word that lists know; `rare` lets those pass."""
    given = folded(t.text) in words.given and t.low not in words.portfolios
    called = given or bool(places.kinds(t.text)) or t.low in words.offices or t.ner.endswith("PER")
    return called or not (rare or is_common(t, places, words, habit))
