"""Read offices in words: foreign minister of X, the acting head of the Y, X's former ambassador to Z."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final, Literal

from readout.text.names_known import NameWords, Phrases, Places
from readout.text.names_runs import written
from readout.text.names_tokens import Token, holder_at

Status = Literal["current", "former", "acting"]
POSSESSIVE: Final = frozenset(("'s", "’s", "'", "’"))
DETERMINERS: Final = frozenset(("the", "a", "an", "its", "his", "her", "their", "our", "my", "one", "another", "this"))
LONGEST: Final = 9  # words of an office before its head; "the former deputy prime minister and X" is within
LEADS: Final = frozenset(("of", "for", "to", "at"))
_CLOSED: Final = (
    "and or but who which that when where while after before because if as with by from in on is was are were be "
    "been has had have will would can could may might must should said says told than then not no so he she it they "
    "we i you him them us me there here into over under about against between during also only just even now still "
    "since until among amid despite per via around without within toward towards upon through throughout across "
    "behind beside near outside inside like unlike except though although whether whose how why what once yet both "
    "either neither"
)
STATE_BODIES: Final = ("Ministry", "Department", "Office")  # their field before them: Foreign Ministry spokesman
CLOSED: Final = frozenset(_CLOSED.split())


@dataclass(frozen=True, slots=True)
class Role:
    """An office as words give it: tokens [first, stop), characters [start, end), what it is and of whom."""

    first: int
    stop: int
    start: int
    end: int
    role: str  # as written in lower case, "minister of X" for ministers
    key: str  # one form for all wordings of an office
    body: str | None
    country: str | None  # the words that name the country or its adjective
    status: Status
    plural: bool
    definite: bool  # the one known: the, its, X's; or a bare title
    plain: bool = False  # the country is a bare word before the office: the X president


@dataclass
class Parts:
    """What has been read of an office so far."""

    status: Status = "current"
    portfolio: str | None = None
    deputy: bool = False
    body: list[str] = field(default_factory=list)
    names: list[str] = field(default_factory=list)  # capitalised modifiers and owners
    subject: list[str] = field(default_factory=list)  # the portfolio as written
    nouns: list[str] = field(default_factory=list)  # lower-case nouns before the head
    of_thing: str | None = None  # the noun right before the head: the conference president
    definite: bool = True
    plain: bool = False  # the last name stands before the head without a possessive


@dataclass(frozen=True, slots=True)
class Grammar:
    """The lists that the reading of offices needs."""

    places: Places
    words: NameWords

    def role_at(self, tokens: Sequence[Token], i: int) -> Role | None:
        """Read the office whose words begin at token i; None where none does."""
        parts, j = Parts(), i
        if tokens[i].low in DETERMINERS:
            parts.definite = tokens[i].low not in ("a", "an", "one", "another")
            j += 1
        while j < len(tokens) and j - i < LONGEST:
            heads = longest(tokens, j, self.words.offices, 5, plural=True), longest(tokens, j, self.words.ranks, 3)
            head = max((h for h in heads if h), key=lambda h: h[0], default=None)
            if head and not self.goes_on(tokens, j, head[0]) and not is_no_noun(tokens[j : head[0]]):
                return self.with_tail(tokens, i, head, parts)
            step = self.modifier(tokens, j, parts, begun=j > i)
            if not step:
                return None
            j = step
        return None

    def goes_on(self, tokens: Sequence[Token], j: int, stop: int) -> bool:
        """The words at j only look like a head: another office word follows, as in deputy | fire chief."""
        if stop >= len(tokens):
            return False
        nxt = longest(tokens, stop, self.words.offices, 4, plural=True)
        following = tokens[stop].low
        if tokens[j].low in self.words.portfolios and following.removesuffix("s") in ("minister", "secretary", "ministry"):
            return True  # the justice | minister
        of_body = following in self.words.lower_bodies or tokens[stop].text in self.words.bodies
        possessed = following in POSSESSIVE and stop + 1 < len(tokens)
        return of_body or possessed or (nxt is not None and tokens[j].low in self.words.deputy)

    def modifier(self, tokens: Sequence[Token], j: int, parts: Parts, begun: bool) -> int | None:
        """Take one modifier before the head; give the token behind it, None where no office can go on."""
        t = tokens[j]
        for k in (j + 3, j + 2):  # a country of several words: New Zealand, Saudi Arabia
            if t.is_capital and k <= len(tokens) and "country" in self.places.kinds(written(tokens[j:k])):
                parts.names = [*parts.names[-1:], written(tokens[j:k])]
                parts.plain = k < len(tokens) and tokens[k].low not in POSSESSIVE
                return k
        if t.low in self.words.former or t.low in self.words.acting:
            parts.status = "former" if t.low in self.words.former else "acting"
            return j + 2 if tokens[j + 1 : j + 2] and tokens[j + 1].text == "-" else j + 1
        if t.low in self.words.deputy:
            parts.deputy = True
            return j + 1
        portfolio = longest(tokens, j, self.words.portfolios, 4)
        if portfolio and (not t.is_capital or self.leads_to_head(tokens, portfolio[0])):
            parts.portfolio = portfolio[1]
            parts.subject = [k.low for k in tokens[j : portfolio[0]]]
            return portfolio[0]
        if t.low in self.words.rank or (t.text == "-" and begun) or t.low in POSSESSIVE:
            return j + 1
        if of_fields := self.body_before(tokens, j):
            parts.body = [written(tokens[j:of_fields])]
            parts.names = self.country_words(tokens[j:of_fields])
            return of_fields
        if t.is_capital and t.text in STATE_BODIES and (parts.portfolio or parts.names):
            parts.body, parts.subject, parts.portfolio = [*parts.subject, t.low], [], None
            return j + 1
        if t.is_capital and t.is_word:
            follows = j > 0 and tokens[j - 1].is_capital and bool(parts.names) and tokens[j - 1].text in parts.names[-1]
            parts.names[-1:] = [f"{parts.names[-1]} {t.text}"] if follows else [*parts.names[-1:], t.text]
            parts.plain = j + 1 < len(tokens) and tokens[j + 1].low not in POSSESSIVE
            return j + 1
        return self.noun(tokens, j, parts, begun)

    def body_before(self, tokens: Sequence[Token], j: int) -> int | None:
        """The end of the name of a body with "of" or "for" at token j, before an office: Union of X and Y | president."""
        behind = tokens[j + 1].low if j + 1 < len(tokens) else ""
        if tokens[j].text not in self.words.bodies or behind not in ("of", "for"):
            return None
        k = j + 1
        while k + 1 < len(tokens) and k - j < LONGEST and tokens[k].low in ("of", "for", "and", "the"):
            k += 1
            while k < len(tokens) and tokens[k].is_capital and tokens[k].is_word:
                k += 1
        office = k < len(tokens) and tokens[k - 1].is_capital and longest(tokens, k, self.words.offices, 5)
        return k if office else None

    def leads_to_head(self, tokens: Sequence[Token], j: int) -> bool:
        """Behind a capitalised portfolio an office must come soon, else it is a word of some name."""
        ahead = tokens[j : j + 3]
        return any(t.low in self.words.offices or t.low in self.words.lower_bodies for t in ahead)

    def noun(self, tokens: Sequence[Token], j: int, parts: Parts, begun: bool) -> int | None:
        """Take a lower-case noun before the head: ministry spokeswoman, the port workers' union leader."""
        t = tokens[j]
        if t.low in self.words.lower_bodies:
            parts.body.extend([*parts.nouns, t.low])
            parts.nouns.clear()
            return j + 1
        verb = t.low in self.words.agency or t.low in self.words.person_verbs or t.upos in ("VERB", "AUX", "ADV")
        if not t.is_word or verb or t.low in CLOSED | LEADS | DETERMINERS or len(parts.nouns) > 2 or not begun:
            return None
        parts.nouns.append(t.low)
        parts.of_thing = t.low if t.upos == "NOUN" else None
        return j + 1

    def with_tail(self, tokens: Sequence[Token], first: int, head: tuple[int, str], parts: Parts) -> Role:
        """Read what follows the head: of foreign affairs, for the X ministry, to Y."""
        stop, key = head
        plural = tokens[stop - 1].low.endswith(("s", "men", "women")) and tokens[stop - 1].low not in self.words.offices
        plural = plural or tokens[stop - 1].low == "ministers"
        surface = spelled(tokens[stop - len(key_words(tokens, stop, self.words)) : stop])
        while stop + 1 < len(tokens) and tokens[stop].low in LEADS:
            names = list(parts.names)
            step = self.tail(tokens, stop + 1, parts)
            if not step:
                break
            if tokens[stop].low == "to" or (tokens[stop].low == "for" and key in ("ambassador", "negotiator")):
                parts.names = names  # an ambassador to X is not of X
            stop = step
        return made(tokens[first:stop], first, (key, surface), parts, plural)

    def tail(self, tokens: Sequence[Token], j: int, parts: Parts) -> int | None:
        """Read a portfolio or a body behind "of"."""
        if tokens[j].low == "state" and not parts.portfolio:
            return j + 1
        portfolio = longest(tokens, j, self.words.portfolios, 4)
        if portfolio and not parts.portfolio:
            parts.portfolio = portfolio[1]
            return portfolio[0]
        found = self.body_at(tokens, j)
        if not found:
            return None
        stop, is_body = found
        if not is_body and stop >= j + 3 and holder_at(tokens, j + 1, self.words):
            stop = j + 1
        words = [t for t in tokens[j:stop] if t.low != "the"]
        if is_body:
            parts.body = [written(words)]
        parts.names += self.country_words(words) if is_body else [" ".join(t.text for t in words)]
        parts.plain = False
        return stop

    def body_at(self, tokens: Sequence[Token], j: int) -> tuple[int, bool] | None:
        """Read a name, or a described body, from token j: its end, and whether it is a body."""
        k = j + (tokens[j].low == "the")
        body = False
        while k < len(tokens) and k - j < LONGEST:
            t = tokens[k]
            if t.text == "-" and tokens[k + 1 : k + 2] and tokens[k + 1].low in ("based", "led", "backed", "run"):
                k += 2
                continue
            ends = self.body_word(tokens, k)
            if ends:
                return ends, True
            after = tokens[k + 1] if k + 1 < len(tokens) else None
            joins = (
                t.low in ("of", "for", "and")
                and body
                and after is not None
                and (after.is_capital or after.low == "the")
            )
            if not (t.is_capital and t.is_word) and not joins:
                break
            body = body or t.text in self.words.bodies
            k += 1 + (joins and after is not None and after.low == "the")
        if k > j + (tokens[j].low == "the") and tokens[k - 1].is_capital:
            ahead = self.lower_body(tokens, k)
            return (ahead, True) if ahead else (k, body)
        ahead = self.lower_body(tokens, k)
        return (ahead, True) if ahead else None

    def lower_body(self, tokens: Sequence[Token], k: int) -> int | None:
        """Find a lower-case body within four words: port workers' union, foreign ministry."""
        for at in range(k, min(k + 4, len(tokens))):
            ends = self.body_word(tokens, at)
            if ends:
                return ends
            if not (tokens[at].is_word or tokens[at].low in POSSESSIVE) or tokens[at].low in CLOSED | LEADS:
                return None
        return None

    def body_word(self, tokens: Sequence[Token], k: int) -> int | None:
        """Find a word for a body at token k, in lower case unless it opens the sentence: coast guard, ministry."""
        if tokens[k].is_capital and k > 0:
            return None
        lengths = range(min(3, len(tokens) - k), 0, -1)
        return next((k + n for n in lengths if spelled(tokens[k : k + n]) in self.words.lower_bodies), None)

    def country_words(self, words: Sequence[Token]) -> list[str]:
        """Pick the words in a body's name that may name its country: the first and the last capitalised ones."""
        based = {a.start for a, b in pairwise(words) if b.text == "-"}  # X-based is not of X
        named = [t.text for t in words if t.start not in based and t.is_capital and t.text not in self.words.bodies]
        named = [n for n in named if n.lower() not in self.words.portfolios and n not in ("Foreign", "Affairs")]
        if any(t.low == "and" for t in words):  # fields or people that a name joins are no country
            named = [n for n in named if self.places.kinds(n)]
        return named[-1:] if any(t.low == "of" for t in words) else named[:1]


def made(words: Sequence[Token], first: int, head: tuple[str, str], parts: Parts, plural: bool) -> Role:
    """Put the parts of an office together; `head` is its canonical word and the word as written."""
    key, surface = head
    role = surface if not plural and not is_short(surface) else key
    if key in ("minister", "deputy minister", "secretary", "undersecretary") and parts.portfolio:
        role = key = f"{key} of {parts.portfolio}"
    elif (parts.nouns or parts.subject) and key in (
        "head",
        "leader",
        "expert",
        "director",
        "worker",
        "activist",
        "adviser",
    ):
        role = f"{' '.join([*parts.subject, *parts.nouns])} {role}"
    if key == "president" and parts.of_thing:
        role = key = f"{parts.of_thing} president"
    if parts.deputy and not key.startswith("deputy"):
        role, key = f"deputy {role}", f"deputy {key}"
    if key == "prime minister":
        role = key
    country = parts.names[-1] if parts.names else None
    where = (first, first + len(words), words[0].start, words[-1].end)
    return Role(
        *where, role, key, " ".join(parts.body) or None, country, parts.status, plural, parts.definite, parts.plain
    )


def is_no_noun(words: Sequence[Token]) -> bool:
    """Tell words that only look like an office: who heads the union, a major step, at 5 pm."""
    last = words[-1]
    other = last.upos in ("VERB", "AUX", "ADV") or (last.upos == "ADJ" and len(words) == 1)
    return (other and not last.is_capital) or (len(words) == 1 and last.low == "pm" and last.text != "PM")


def is_short(surface: str) -> bool:
    """Tell a title cut short: Gen., Sen, Lt. Col."""
    return "." in surface or surface in (
        "gen",
        "lt",
        "col",
        "sgt",
        "capt",
        "maj",
        "adm",
        "mp",
        "ceo",
        "pm",
        "sen",
        "rep",
        "gov",
    )


def key_words(tokens: Sequence[Token], stop: int, words: NameWords) -> Sequence[Token]:
    """Give the words of the head that ends before token stop."""
    for length in (5, 4, 3, 2):
        head = spelled(tokens[stop - length : stop])
        if stop >= length and (head in words.offices or head in words.ranks):
            return tokens[stop - length : stop]
    return tokens[stop - 1 : stop]


def spelled(tokens: Sequence[Token]) -> str:
    """Write tokens in lower case with single blanks, none around a hyphen."""
    return " ".join(t.low for t in tokens).replace(" - ", "-")


def longest(
    tokens: Sequence[Token], i: int, listing: Phrases, most: int, plural: bool = False
) -> tuple[int, str] | None:  # fmt: skip
    """Find the longest entry of a listing that begins at token i: the token behind it and what it stands for."""
    if not any(first in listing.starts for first in spellings(tokens[i].low, plural)):
        return None
    for length in range(min(most, len(tokens) - i), 0, -1):
        for phrase in spellings(spelled(tokens[i : i + length]), plural):
            if phrase in listing:
                return i + length, listing[phrase]
    return None


def spellings(phrase: str, plural: bool) -> Iterator[str]:
    """Give a phrase, and its singular."""
    yield phrase
    if plural:
        if phrase.endswith("s"):
            yield phrase[:-1]
        if phrase.endswith("men"):
            yield phrase[:-2] + "an"
