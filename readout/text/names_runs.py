"""Find the runs of words that are names, and part titles from what they stand before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Final

from readout.text.names_joined import BANKS, joins_names, leads_a_body
from readout.text.names_known import NameWords, Places, folded
from readout.text.names_tokens import FUNCTION_WORDS, Habits, Reading, Token, holder_at, is_calendar, is_name_word

_ARTICLES: Final = "al el ash as ad ar at an ul ed es"
ARTICLES: Final = frozenset(_ARTICLES.split())
MOST_LISTED: Final = 8  # words of the longest listed name
# Words before "of" that a name goes on from: House of Commons, Bank of Y, Republic of Z.
_GOES_ON: Final = (
    "Republic Kingdom State States House Bank Gulf Bay Strait Straits Sea Cape Isle Isles Duke Earl Prince Princess "
    "Lord Order Court Chamber Temple Tower Church University Ministry Department Office College School Institute "
    "Council Union League Federation Confederation Commonwealth Organisation Organization Association Society Party "
    "Army Front Congress Academy Board Bureau Community Treaty Horn Sultanate Emirate Principality Museum Port "
    "Museums Group Committee Commission Assembly Center Centre Province City Friends Sons Daughters Lords Commons "
    "Duchy Empire Battle"
)
GOES_ON: Final = frozenset(_GOES_ON.split())


@dataclass(frozen=True, slots=True)
class Run:
    """Tokens [first, stop) that stand as one name; `listed` where a list knows the whole of it."""

    first: int
    stop: int
    listed: bool = False


@dataclass(frozen=True, slots=True)
class Finder:
    """Finds runs of name words with the lists and a document's habits."""

    places: Places
    words: NameWords
    habit: Habits

    def runs(self, r: Reading) -> Iterator[Run]:
        """List the runs of a sentence from left to right."""
        i = 0
        while i < len(r.tokens):
            listed = self.listed(r, i)
            if listed:
                yield listed
                i = listed.stop
            elif is_name_word(r, i, self.habit, self.places, self.words) or past_article(r.tokens, i) > i:
                run = Run(i, self.end(r, i))
                yield run
                i = run.stop
            else:
                i += 1

    def listed(self, r: Reading, i: int) -> Run | None:
        """Find the longest listed name of two or more words at token i."""
        if not r.tokens[i].is_capital:
            return None
        for length in range(min(MOST_LISTED, len(r.tokens) - i), 1, -1):
            last = r.tokens[i + length - 1]
            if not (last.is_capital or last.text == "." or last.text.isdigit()):
                continue
            kinds = self.places.kinds(written(r.tokens[i : i + length]))
            named_the = r.tokens[i].low != "the" or {"city", "capital"} & set(kinds)
            if kinds and kinds != ("city",) and named_the and not self.continues(r, i + length, kinds):
                return Run(i, i + length, True)
        return None

    def continues(self, r: Reading, stop: int, kinds: Sequence[str]) -> bool:
        """A listed adjective or region may be the first part of a longer name: South China | Sea."""
        following = r.tokens[stop] if stop < len(r.tokens) else None
        return following is not None and following.is_capital and (
            following.text in self.words.features or (following.text in self.words.bodies and "adjective" not in kinds)
        )  # fmt: skip

    def end(self, r: Reading, i: int) -> int:
        """Give the token behind the run that begins at token i."""
        j = past_article(r.tokens, i) + 1
        while j < len(r.tokens):
            if self.holder_follows(r.tokens, i, j) or member_follows(r.tokens, i, j) or addressed(r.tokens, j):
                break
            if (k := past_article(r.tokens, j)) > j and r.tokens[j - 1].is_capital:
                j = k + 1
            elif self.is_part(r, j) and not self.is_whole(r, j):
                j += 1
            elif (k := past_particles(r.tokens, j, self.words)) > j and self.is_part(r, k):
                j = k + 1
            elif self.joins(r, i, j):
                j += 2
            elif r.tokens[j].low in ("of", "for", "on") and self.opens_of(r.tokens, i, j) and j + 2 < len(r.tokens):
                step = j + 1 + (r.tokens[j + 1].low == "the")
                if step >= len(r.tokens) or not self.is_part(r, step):
                    break
                j = step + 1
            else:
                break
        return j

    def holder_follows(self, tokens: Sequence[Token], i: int, j: int) -> bool:
        """Behind an office of a country of one word stands who holds it: president of Xland | Anna Voss."""
        if j != i + 1 or i < 2 or tokens[i - 1].low != "of" or tokens[i - 2].low not in self.words.offices.ends:
            return False
        return holder_at(tokens, j, self.words)

    def joins(self, r: Reading, i: int, j: int) -> bool:
        """Token j joins what stands before and behind it to one name."""
        if of_people(r.tokens, j) and r.tokens[j + 1].text in self.words.bodies:
            return True
        if self.joins_saint(r.tokens, i, j) or joins_names(r, i, j, self.places, self.words, self.habit):
            return True
        if leads_a_body(r, i, j, self.places, self.words, self.habit):
            return True
        return joined_by(r.tokens, i, j, self.words) and not self.is_pair(r.tokens, j) and self.is_part(r, j + 1)

    def joins_saint(self, tokens: Sequence[Token], i: int, j: int) -> bool:
        """Token j stands between a saint and what is called after him: St Anna | 's | Hospital."""
        saint = tokens[i].text in ("St", "St.", "Saint") and tokens[j].low in ("'s", "’s") and j + 1 < len(tokens)
        return saint and tokens[j + 1].text in self.words.bodies | self.words.features

    def is_whole(self, r: Reading, j: int) -> bool:
        """In a headline the name of a country ends before a word that is no body's or feature's: US | Stop."""
        known = {"country", "adjective"} & set(self.places.kinds(r.tokens[j - 1].text))
        return r.title_case and bool(known) and r.tokens[j].text not in self.words.bodies | self.words.features

    def is_pair(self, tokens: Sequence[Token], j: int) -> bool:
        """A hyphen between two countries parts two names: the China-Japan border."""
        sides = (tokens[j - 1].text, tokens[j + 1].text)
        return tokens[j].text in "-–" and any({"country", "adjective"} & set(self.places.kinds(s)) for s in sides)

    def is_part(self, r: Reading, j: int) -> bool:
        """Token j can go on with a run."""
        t = r.tokens[j]
        if not t.is_word or not t.is_capital or is_calendar(r.tokens, j, self.words):
            return False
        if t.text.isupper() and len(t.text) > 3 and t.upos in ("VERB", "AUX", "ADV") and t.ner[:1] not in ("B", "I"):
            return False
        if r.title_case or (t.text.isupper() and len(t.text) > 1 and t.low in FUNCTION_WORDS):
            return is_name_word(r, j, self.habit, self.places, self.words)
        return r.tokens[j - 1].end < t.start or r.tokens[j - 1].text in "-–&/.'’" or not r.tokens[j - 1].is_word

    def opens_of(self, tokens: Sequence[Token], i: int, j: int) -> bool:
        """The words before "of" are such that a name goes on behind it."""
        known = self.words
        head = tokens[j - 1].text
        if j - i > 1 and folded(tokens[j - 2].text) in known.given:
            title = tokens[j - 3].low if j - i > 2 else ""
            if tokens[j - 1].ner.endswith("PER") or title in known.offices or title in known.ranks:
                return False  # a given name and a surname that is also a word: Jonah Park | of Y
        if tokens[j].low == "of" and tokens[i].text in known.bodies and any(t.low in ("for", "against") for t in tokens[i:j]):
            return True  # Movement for the Defence | of X
        if tokens[j].low != "of":
            if any(t.low == "of" and tokens[k - 1].text in known.bodies for k, t in enumerate(tokens[i:j], i)):
                return "Ministry" not in (t.text for t in tokens[i:j]) and not tokens[j - 1].ner.endswith(("PER", "LOC"))
            return head in known.bodies | BANKS and head not in ("Ministry", "Police", "Army", "Navy")
        return (
            head in GOES_ON
            or head in known.bodies
            or head in known.features
            or head in known.matters
            or (tokens[j - 1].text == "Affairs" and any(t.text in self.words.bodies for t in tokens[i:j]))
        )


def joined_by(tokens: Sequence[Token], i: int, j: int, words: NameWords) -> bool:
    """Token j joins two parts of a name: a hyphen, "&", or "and" within the name of a ministry."""
    t, after = tokens[j], tokens[j + 1] if j + 1 < len(tokens) else None
    if after is None or not after.is_capital:
        return False
    if t.text in "-–&" or (t.text in "'’" and t.start == tokens[j - 1].end):
        return t.text == "&" or (t.start == tokens[j - 1].end and after.start == t.end)
    if t.low == "and":
        return any(k.text in ("Ministry", "Department") for k in tokens[i:j]) and after.low in words.portfolios
    return False


def of_people(tokens: Sequence[Token], j: int) -> bool:
    """Token j is the apostrophe of people whose body may follow: the Transport Workers' | Federation."""
    plural = tokens[j - 1].low.endswith(("ers", "ors", "ists", "ents", "ians", "ees", "men", "people", "nurses", "pilots"))
    return tokens[j].text in ("'", "’", "'s", "’s") and tokens[j].start == tokens[j - 1].end and plural and j + 1 < len(tokens)


def past_article(tokens: Sequence[Token], i: int) -> int:
    """Give the token behind an Arabic article and its hyphen, as in al-Masri; i itself where none stands there."""
    ahead = tokens[i : i + 3]
    article = len(ahead) == 3 and ahead[0].low in ARTICLES and ahead[1].text == "-" and ahead[2].is_capital
    return i + 2 if article and ahead[0].end == ahead[1].start and ahead[1].end == ahead[2].start else i


def past_particles(tokens: Sequence[Token], j: int, words: NameWords) -> int:
    """Give the token behind particles of a name, as in van der; j itself where none stands there."""
    k = j
    while k + 1 < len(tokens) and k - j < 3 and tokens[k].low in words.particles and not tokens[k].is_capital:
        k += 1
    return j if tokens[j - 1].text.isupper() or not tokens[k].is_capital else k


def written(tokens: Sequence[Token]) -> str:
    """Write tokens as they stand, with single blanks where there was space."""
    made = tokens[0].text if tokens else ""
    for left, right in pairwise(tokens):
        made += (" " if right.start > left.end else "") + right.text
    return made


def display(tokens: Sequence[Token]) -> str:
    """Write a name as running text would: words in capitals throughout become capitalised unless short."""
    if any(shouted(t.text) for t in tokens) and all(t.text.isupper() for t in tokens if t.is_word):
        tokens = [t._replace(text=t.text.capitalize()) if len(t.text) > 3 else t for t in tokens]
    return written([t._replace(text=t.text.capitalize()) if shouted(t.text) else t for t in tokens])


ADDRESSES: Final = frozenset(("Mr", "Mr.", "Mrs", "Mrs.", "Ms", "Ms."))


def addressed(tokens: Sequence[Token], j: int) -> bool:
    """A name begins at token j, as it does behind Mr and Mrs wherever they stand: the Minister of the Republic | Mr. Roe."""
    return j + 1 < len(tokens) and tokens[j].text in ADDRESSES and (tokens[j + 1].is_capital or tokens[j + 1].text == ".")


def shouted(word: str) -> bool:
    """Tell a word set in capitals for its place (a dateline, a headline) from an acronym."""
    return len(word) > 5 and word.isupper() and "." not in word


def core_of(tokens: Sequence[Token], words: NameWords) -> Sequence[Token]:
    """Drop a suffix: Jr., III."""
    while len(tokens) > 1 and tokens[-1].text in words.suffixes:
        tokens = tokens[:-1]
    return tokens


@lru_cache(maxsize=200_000)
def key_of(name: str) -> str:
    """Give the form names are compared in."""
    return folded(name).replace("’", "'").casefold()


def member_follows(tokens: Sequence[Token], i: int, j: int) -> bool:
    """Behind a ministry and its field stands who speaks for it, as the tagger has both: Ministry of Foreign Affairs | Ada Poe."""
    body = tokens[i].low in ("ministry", "department") and any(t.low == "of" for t in tokens[i + 1 : j - 1])
    tagged = body and tokens[j - 1].ner.endswith("ORG") and tokens[j].ner == "B-PER"
    return tagged and j + 1 < len(tokens) and tokens[j + 1].ner == "I-PER"
