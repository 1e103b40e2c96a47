"""Words of a sentence as the reading of names sees them, and a document's habits of writing capitals."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from readout.ports import ParsedWord
from readout.text.event_lists import CALENDAR
from readout.text.names_known import NameWords, Places, folded
from readout.text.rarity import word_counts
from readout.text.tokens import words

Span = tuple[int, int]
TAGS_OF_NAMES: Final = ("PROPN", "NOUN", "ADJ", "X")  # of capitalised words; a verb or an adverb is none
OPENING: Final = frozenset("“\"‘'«([{—–-:;•*#_|>…")
# A line without a stop in which more than this share of words is capitalised is a headline in title case. Ours: text
# seldom passes a half, title case has all but the function words.
TITLE_CASE: Final = 0.8
_FUNCTION_WORDS: Final = (
    "a an the this that these those each every either neither some any no all both half such another other many "
    "much few most i you he she it we they his her its our their my your and or but nor so yet if as at by for from "
    "in into of off on out over to up with after before since until while when where why how who what which whose "
    "because though although than then there here now once only also even not via will would can could may might "
    "shall should must do does did has have had is are was were be"
)
FUNCTION_WORDS: Final = frozenset(_FUNCTION_WORDS.split())


class Token(NamedTuple):
    """A word with its span in the document; tags are empty where nothing was parsed."""

    start: int
    end: int
    text: str
    low: str
    upos: str = ""
    ner: str = ""
    lemma: str = ""
    head: int = -1
    deprel: str = ""

    @property
    def is_capital(self) -> bool:
        return self.text[0].isupper()

    @property
    def is_word(self) -> bool:
        return self.text[0].isalpha()


@dataclass(frozen=True, slots=True)
class Reading:
    """A sentence ready to be read: its words, its paragraph, and whether it is written in title case."""

    tokens: tuple[Token, ...]
    paragraph: int
    title_case: bool


@dataclass(frozen=True, slots=True)
class Habits:
    """How a document writes its words: with a capital where none is due, in lower case, and apart as a name of their own."""

    capital: frozenset[str]
    lower: frozenset[str]
    apart: frozenset[str] = frozenset()


def reading(text: str, span: Span, paragraph: int, parsed: Sequence[ParsedWord] | None = None) -> Reading:
    """Cut one sentence of a document into words; `parsed` are its words as the parser gave them, in the same text."""
    start, end = span
    if parsed is None:
        found = tuple(token(text, start + a, start + b) for a, b in words(text[start:end]))
    else:
        found = tuple(token(text, w.start, w.end, w) for w in parsed)
    return Reading(found, paragraph, in_title_case(found))


def token(text: str, start: int, end: int, word: ParsedWord | None = None) -> Token:
    """Make one token."""
    form = text[start:end]
    if word is None:
        return Token(start, end, form, form.lower())
    return Token(start, end, form, form.lower(), word.upos, word.ner, word.lemma.lower(), word.head, word.deprel)


def in_title_case(tokens: Sequence[Token]) -> bool:
    """Judge whether a sentence is a headline that capitalises (nearly) every word but the small ones."""
    large = [t for t in tokens[1:] if t.is_word and len(t.text) > 2 and t.low not in FUNCTION_WORDS]
    if len(large) > 1 and all(t.text.isupper() for t in large):
        return True
    stopped = bool(tokens) and tokens[-1].text in (".", "”", '"')
    return len(large) > 3 and not stopped and sum(t.is_capital for t in large) > TITLE_CASE * len(large)


def habits(readings: Sequence[Reading]) -> Habits:
    """Collect how a document writes its words, headlines in title case left out."""
    capital: set[str] = set()
    lower: set[str] = set()
    for r in readings:
        for i, t in enumerate(r.tokens):
            if not t.is_word or r.title_case:
                continue
            if not t.is_capital:
                lower.add(t.low)
            elif not begins(r.tokens, i):
                capital.add(t.text)
    alone = frozenset(name for r in readings if not r.title_case for name in apart(r.tokens))
    return Habits(frozenset(capital), frozenset(lower), alone)


# What joins capitalised words to more of them.
BORDERS: Final = frozenset(("and", "&", ",", "of", "for", "(", "'", "’", "'s", "’s"))


def apart(tokens: Sequence[Token]) -> Iterator[str]:
    """Give the capitalised words that stand alone, joined to nothing before or behind; a single one not where it begins."""
    i = 0
    while i < len(tokens):
        j = i
        while j < len(tokens) and tokens[j].is_word and tokens[j].is_capital and tokens[j].low not in CALENDAR:
            j += 1
        before, behind = tokens[i - 1].low if i else "", tokens[j].low if j < len(tokens) else ""
        if j > i and before not in BORDERS and behind not in BORDERS and (j > i + 1 or not begins(tokens, i)):
            yield " ".join(t.text for t in tokens[i:j])
        i = max(j, i + 1)


def begins(tokens: Sequence[Token], i: int) -> bool:
    """Tell a word that would have a capital in any case: the first, or one behind an opening mark or a number."""
    if i == 0:
        return True
    before = tokens[i - 1].text
    return before[0] in OPENING or (before == "." and (i < 3 or tokens[i - 2].text.isdigit())) or before in ("!", "?")


def is_name_word(r: Reading, i: int, habit: Habits, places: Places, known: NameWords) -> bool:
    """Judge whether token i may be a word of a name."""
    t = r.tokens[i]
    if not t.is_word or not t.is_capital or is_calendar(r.tokens, i, known):
        return False
    if t.text in known.no_names and not leads_name(r, i):
        return False
    if t.low in FUNCTION_WORDS and t.text.isupper() and len(t.text) > 1 and not is_listed(t.text, places):
        return False
    led = i + 1 < len(r.tokens) and r.tokens[i + 1].is_capital
    if r.title_case and t.text.isupper() and t.text.capitalize() in habit.capital and t.low not in habit.lower:
        return True
    if t.text in habit.capital and (led or t.low not in habit.lower) and (r.title_case or begins(r.tokens, i)):
        return True
    if r.title_case:
        return is_listed(t.text, places) or (t.ner[:1] in ("B", "I") and t.low not in habit.lower)
    if t.upos and t.ner[:1] not in ("B", "I") and t.upos not in TAGS_OF_NAMES and not is_listed(t.text, places):
        return False
    if not begins(r.tokens, i):
        return True
    if t.upos:
        return t.upos == "PROPN" or t.ner[:1] in ("B", "I") or is_listed(t.text, places)
    return may_be_name_first(r.tokens, i, habit, places, known)


LEADS_NAMES: Final = frozenset(("World", "English", "Soviet", "Internet"))


def leads_name(r: Reading, i: int) -> bool:
    """Tell a word that is a name only with the next: World | Chess Federation."""
    after = r.tokens[i + 1] if i + 1 < len(r.tokens) else r.tokens[i]
    return r.tokens[i].text in LEADS_NAMES and after.is_capital and after.is_word and not r.title_case


def is_calendar(tokens: Sequence[Token], i: int, known: NameWords) -> bool:
    """Tell a day or month from a part of a person's name: Jan Krol, April Osei, Theresa May."""
    t = tokens[i]
    if t.text.rstrip(".") not in known.calendar:
        return False
    after = tokens[i + 1] if i + 1 < len(tokens) else t
    opens = t.ner == "B-PER" and after.ner == "I-PER" and (after.is_capital or after.low in known.particles)
    ends = t.ner == "I-PER" and i > 0 and tokens[i - 1].ner[2:] == "PER" and tokens[i - 1].is_capital
    return not (opens or ends)


def holder_at(tokens: Sequence[Token], j: int, words: NameWords) -> bool:
    """Behind the country of an office stands who holds it, by a given name: president of Xland | Anna Voss."""
    named = j + 1 < len(tokens) and tokens[j].is_capital and tokens[j + 1].is_capital
    return named and folded(tokens[j].text) in words.given and folded(tokens[j - 1].text) not in words.given


def may_be_name_first(
    tokens: Sequence[Token], i: int, habit: Habits, places: Places, known: NameWords
) -> bool:  # fmt: skip
    """Judge a capitalised word at the head of a sentence without a parser: by lists, rarity and what follows."""
    t = tokens[i]
    if is_listed(t.text, places) or t.text.rstrip(".") + "." in known.honorifics or t.text in known.honorifics:
        return True
    after = tokens[i + 1] if i + 1 < len(tokens) else None
    if t.low in FUNCTION_WORDS:
        return False
    rare = t.low not in word_counts()[0] and t.low not in habit.lower
    if after is not None and after.is_capital and after.is_word:
        given = folded(t.text) in known.given
        return (rare or given or is_title_word(t, known)) and after.text.rstrip(".") not in known.calendar
    speaks = after is not None and (after.low in known.agency or after.low in ("’s", "'s", ",", "and"))
    return rare and speaks and not t.low.endswith(("ers", "ing", "ly", "ed", "ists", "ions", "men"))


def is_title_word(t: Token, known: NameWords) -> bool:
    """Tell a word that stands in titles: an office, a portfolio, a rank."""
    return t.low in known.offices or t.low in known.portfolios or t.low in known.ranks or t.low in known.former


def is_listed(word: str, places: Places) -> bool:
    """Tell a country, people, capital or body of the lists; a city may share its name with any word."""
    known = {"country", "adjective", "capital", "organisation", "seat"}
    shouted = len(word) > 3 and word.isupper()
    return bool(known & {*places.kinds(word), *(places.kinds(word.title()) if shouted else ())})
