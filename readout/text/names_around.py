"""Read what stands around a name: the office beside it, the country it is of, whether it acts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final, Literal

from readout.text.names_agency import head_of, stands_for_people
from readout.text.names_known import Gender, NameWords
from readout.text.names_roles import LEADS, POSSESSIVE, Grammar, Role, longest
from readout.text.names_runs import written
from readout.text.names_tokens import Token

NAMED_TO = frozenset(("appoint", "name", "elect", "reelect", "re-elect", "choose", "confirm", "install", "swear"))
TAKES = frozenset(("become", "take", "serve", "act", "resign"))
OPEN = frozenset(("will", "would", "may", "might", "could", "can", "should", "not", "n't", "never", "if", "to", "who"))

# What nouns for kin tell of gender.
KIN: Final[Mapping[str, Gender]] = {
    **dict.fromkeys(("wife", "widow", "mother", "sister", "daughter", "aunt", "niece", "grandmother", "girlfriend"), "female"),
    **dict.fromkeys(("husband", "widower", "father", "brother", "son", "uncle", "nephew", "grandfather", "boyfriend"), "male"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Around:
    """Reads the words before and behind a name."""

    grammar: Grammar
    words: NameWords

    def role_after(self, tokens: Sequence[Token], stop: int) -> Role | None:
        """Find the office given to the name that ends before token stop, beside it behind a comma."""
        if stop + 1 < len(tokens) and tokens[stop].text in (",", "(", "—", "–"):
            at = stop + 1 + (tokens[stop + 1].low in ("now", "who", "currently", "then"))
            if at < len(tokens) and (told := self.beside(tokens, at)):
                return told
        if stop + 1 < len(tokens) and tokens[stop].low == "is":  # NAME is the mayor
            role = self.grammar.role_at(tokens, stop + 1)
            return role if role and role.definite and not role.plural and not is_led(tokens, role.stop) else None
        if stop < len(tokens) and tokens[stop].low == "the":
            role = self.grammar.role_at(tokens, stop)  # NAME the mayor said
            return role if role and not role.plural and not is_led(tokens, role.stop) else None
        took = self.taken(tokens, stop)
        if took:
            return took
        at = stop + 3  # said NAME, but also: NAME of X, the minister
        if stop + 3 < len(tokens) and tokens[stop].low == "of" and tokens[stop + 2].text == ",":
            return self.beside(tokens, at)
        return None

    def taken(self, tokens: Sequence[Token], stop: int) -> Role | None:
        """Read the office that someone has taken, in the clause whose subject the name is: was elected | president of X."""
        top = stop - 1
        while tokens[top].deprel in ("flat", "appos") and 0 <= tokens[top].head < top:
            top = tokens[top].head
        verb = tokens[top].head if tokens[top].deprel.startswith("nsubj") else -1
        if not stop <= verb < len(tokens) or is_open(tokens, verb):
            return None
        at, way = verb + 1, tokens[verb].lemma
        if way == "take" and at < len(tokens) and tokens[at].low in ("over", "office"):
            at += 1
        led = at < len(tokens) and tokens[at].low == "as"
        named = tokens[top].deprel == "nsubj:pass" and way in NAMED_TO
        if at + led >= len(tokens) or not (named or (way in TAKES and (led or way == "become"))):
            return None
        role = self.grammar.role_at(tokens, at + led)
        if not role or role.plural or is_led(tokens, role.stop):
            return None
        return replace(role, status="former") if way == "resign" else role

    def is_held(self, tokens: Sequence[Token], stop: int) -> bool:
        """The name that ends before token stop has an office before it behind a comma: the mayor, A, | the bishop, B."""
        first = stop
        while first > 0 and tokens[first - 1].is_capital:
            first -= 1
        if first in (0, stop) or tokens[first - 1].text != ",":
            return False
        held = (self.grammar.role_at(tokens, i) for i in range(max(0, first - 12), first - 1))
        return any(role is not None and role.definite and role.stop == first - 1 for role in held)

    def is_next_ones(self, tokens: Sequence[Token], role: Role) -> bool:
        """The office behind a name that has one already is that of the next: the mayor, A, the bishop, B, and others."""
        rest = tokens[role.stop : role.stop + 3]
        named = len(rest) == 3 and rest[0].text == "," and rest[1].is_capital and rest[2].is_capital
        return named and rest[1].text not in self.words.honorifics

    def is_brought_in(self, tokens: Sequence[Token], first: int, stop: int) -> bool:
        """A name that is no one's to whom an office is given behind it: in TOWN the mayor, A B; to X, the premier, A B, said.

        Who is given an office is named in full there, and not as a place is.
        """
        return stop - first == 1 or (first > 0 and tokens[first - 1].low in self.words.place_prepositions)

    def beside(self, tokens: Sequence[Token], at: int) -> Role | None:
        """Read an apposition, or "who leads the union"."""
        if tokens[at - 1].low == "who":
            leads = at < len(tokens) and tokens[at].low in (
                "leads",
                "heads",
                "runs",
                "chairs",
                "led",
                "headed",
                "ran",
                "chaired",
            )
            found = self.grammar.body_at(tokens, at + 1) if leads and at + 1 < len(tokens) else None
            if not found:
                return None
            body = tokens[at + 1 : found[0]]
            country = self.grammar.country_words([t for t in body if t.low != "the"])
            name = written([t for t in body if t.low != "the"])
            status: Literal["former", "current"] = "former" if tokens[at].low in ("led", "headed", "ran") else "current"
            office = "head"
            if "ministry" in [t.low for t in body]:
                field = next((f for i in range(len(body)) if (f := longest(body, i, self.words.portfolios, 4))), None)
                office = f"minister of {field[1]}" if field else office
            where = (at, found[0], tokens[at].start, tokens[found[0] - 1].end)
            return Role(*where, office, office, name, country[0] if country else None, status, False, True)
        role = self.grammar.role_at(tokens, at)
        if role and self.is_of_another(tokens, role, at):
            return None
        heads_a_name = role is not None and role.stop < len(tokens) and tokens[role.stop].is_capital
        return role if role and not role.plural and not heads_a_name else None

    def is_of_another(self, tokens: Sequence[Token], role: Role, at: int) -> bool:
        """By syntax the words of an office behind a name are a clause's subject or object, no apposition to it."""
        head = tokens[head_of(tokens, role.first, role.stop)]
        return head.deprel.startswith(("nsubj", "obj", "obl", "root")) and not 0 <= head.head < at

    def role_before(self, tokens: Sequence[Token], first: int) -> Role | None:
        """Read the office that ends right before the name, or before a comma before it; the longest reading counts."""
        end = first
        while end > 0 and (tokens[end - 1].text in self.words.honorifics):
            end -= 1
        comma = end > 0 and tokens[end - 1].text == ","
        is_one = end > 1 and tokens[end - 1].low == "is"  # the mayor is NAME
        end -= comma or is_one
        if end > 1 and tokens[end - 1].low in ("the", *LEADS):  # the captain of the | Golden Star
            return None
        for i in range(max(0, end - 12), end):
            if i and tokens[i - 1].is_capital and tokens[i].is_capital and tokens[i - 1].is_word:
                continue
            role = self.grammar.role_at(tokens, i)
            if comma and role and role.stop == end and self.is_related(tokens, i):
                return None
            if role and role.stop == end and not ((comma or is_one) and (role.plural or not role.definite)):
                alone = not comma or i < 2 or tokens[i - 1].text != "," or not tokens[i - 2].is_capital
                return role if alone or self.is_held(tokens, i - 1) else None
        held = (
            first > 0
            and tokens[first - 1].text in self.words.honorifics
            and tokens[first - 1].low in self.words.offices
        )
        return self.grammar.role_at(tokens, first - 1) if held else None

    def shared_role(self, tokens: Sequence[Token], first: int, stop: int) -> Role | None:
        """Read an office that two hold, each named with what it is of: the two presidents, X of A and Y of B."""
        if not self.of(tokens, stop):
            return self.joint_role(tokens, first)
        start = first
        if first > 1 and tokens[first - 1].low == "and":
            start = first - 1
            while start > 0 and (tokens[start - 1].is_capital or tokens[start - 1].low in ("of", "the")):
                start -= 1
        if start < 2 or tokens[start - 1].text != ",":
            return None
        found = (self.grammar.role_at(tokens, i) for i in range(max(0, start - 9), start - 1))
        return next(
            (replace(r, plural=False) for r in found if r and r.stop == start - 1 and r.plural and r.definite), None
        )

    def joint_role(self, tokens: Sequence[Token], first: int) -> Role | None:
        """Read the office in the plural before two names for the second: foreign ministers A and | B."""
        start = first - 1
        if start < 2 or tokens[start].low != "and":
            return None
        while start > 0 and tokens[start - 1].is_capital and tokens[start - 1].low not in self.words.offices.ends:
            start -= 1
        found = (self.grammar.role_at(tokens, i) for i in range(max(0, start - 6), start))
        role = next((r for r in found if r and r.stop == start and r.plural), None)
        return replace(role, plural=False) if role and start < first - 1 else None

    def is_related(self, tokens: Sequence[Token], i: int) -> bool:
        """The office at token i is that of someone else, to whom the one named is something: a cousin of the president."""
        lead = tokens[i - 1].low if i > 1 else ""
        return lead in LEADS and (tokens[i - 2].low in self.words.relations or tokens[i - 2].low in self.words.offices)

    def gender(self, tokens: Sequence[Token], roles: Sequence[Role]) -> Gender:
        """Say what the words of offices tell of gender."""
        low = {t.low for role in roles for t in tokens[role.first : role.stop]}
        if low & self.words.male_words:
            return "male"
        return "female" if low & self.words.female_words else None

    def kin(self, tokens: Sequence[Token], first: int, stop: int) -> Gender:
        """Say what a noun of kin beside a name tells of gender: his wife Ada Poe; the exile's wife, Ada Poe, left."""
        lows = [t.low for t in tokens[max(0, first - 2) : first]]
        ends = stop >= len(tokens) or not tokens[stop].is_word
        if lows and lows[-1] in KIN:
            return KIN[lows[-1]]
        if len(lows) > 1 and lows[1] == "," and ends:
            return KIN.get(lows[0])
        behind = [t.low for t in tokens[stop : stop + 4]]
        own = len(behind) > 2 and behind[0] == "," and behind[1] in ("his", "her", "the", "a")
        return KIN.get(behind[2]) if own and (len(behind) == 3 or not tokens[stop + 3].is_word) else None

    def of(self, tokens: Sequence[Token], stop: int, lead: str = "of") -> str | None:
        """Give X in "NAME of X"."""
        if stop + 1 < len(tokens) and tokens[stop].low == lead:
            at = stop + 1 + (tokens[stop + 1].low == "the")
            end = at
            while end < len(tokens) and self.is_place_word(tokens, end):
                end += 1
            return written(tokens[at:end]) or None
        return None

    def leads(self, tokens: Sequence[Token], first: int) -> bool:
        """Only words of a title, or a mark, stand before the name in its sentence."""
        role = self.grammar.role_at(tokens, 0)
        return (role is not None and role.stop == first) or all(
            not t.is_word or t.text in self.words.honorifics for t in tokens[:first]
        )

    def acts(self, tokens: Sequence[Token], first: int, stop: int) -> bool:
        """By syntax it stands for people; or a verb only an actor does stands behind it, and no preposition before."""
        if is_dateline(tokens, first, stop):
            return False
        led = first > 0 and (
            tokens[first - 1].low in self.words.place_prepositions or tokens[first - 1].low in ("of", "to")
        )
        ahead = [t.low for t in tokens[stop : stop + 3]]
        helped = ahead[:1] and ahead[0] in ("has", "had", "have", "will", "would") and set(ahead[1:]) & self.words.mind
        bare = first > 0 and tokens[first - 1].low in ("that", "which", "as", "what")
        acts = (ahead and ahead[0] in self.words.mind) or helped or (bare and set(ahead[:1]) & self.words.agency)
        return bool(acts and not led) or stands_for_people(tokens, first, stop, self.words)

    def is_place_word(self, tokens: Sequence[Token], i: int) -> bool:
        """A capitalised word that is no day or month."""
        return tokens[i].is_capital and tokens[i].is_word and tokens[i].text.rstrip(".") not in self.words.calendar


def is_open(tokens: Sequence[Token], verb: int) -> bool:
    """A verb that tells of no fact: will be, may be, was not elected."""
    low = {t.low for t in tokens if t.head == verb and t.deprel in ("aux", "aux:pass", "advmod", "mark")}
    return bool(low & OPEN)


def is_led(tokens: Sequence[Token], stop: int) -> bool:
    """The words before token stop are no whole: a name or a noun follows."""
    return stop < len(tokens) and (tokens[stop].is_capital or tokens[stop].upos in ("NOUN", "PROPN"))


def is_dateline(tokens: Sequence[Token], first: int, stop: int) -> bool:
    """The name opens its sentence in capitals, or before a dash, colon or bracket: the place a page is written from."""
    shouted = all(t.text.isupper() for t in tokens[first:stop]) and len(tokens[first].text) > 3
    marked = stop < len(tokens) and tokens[stop].text in ("-", "—", "–", "--", ":", "(")
    return (first == 0 or (first == 1 and tokens[0].low == "the")) and (shouted or marked)


def is_party_seat(tokens: Sequence[Token], first: int) -> bool:
    """Tell the state in a party tag that was cut at its hyphen: (I-Vt.)."""
    marks = [t.text for t in tokens[max(0, first - 3) : first]]
    return len(marks) == 3 and marks[0] == "(" and len(marks[1]) == 1 and marks[2] == "-"


def owner(tokens: Sequence[Token], first: int) -> str | None:
    """Give X in "X's NAME"."""
    if first < 2 or tokens[first - 1].low not in POSSESSIVE:
        return None
    start = first - 1
    while start > 0 and tokens[start - 1].is_capital:
        start -= 1
    return written(tokens[start : first - 1]) or None
