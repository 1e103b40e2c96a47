"""Read the names of a document: who and what its words name, how, and what the words around say of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final, Literal

from readout.text.names_around import Around, is_party_seat, owner
from readout.text.names_groups import groups
from readout.text.names_known import Gender, NameWords, Places, folded
from readout.text.names_roles import DETERMINERS, POSSESSIVE, Grammar, Role, longest
from readout.text.names_runs import Finder, Run, core_of, display, written
from readout.text.names_tokens import Habits, Reading, Token
from readout.text.names_votes import NOBLE, Kind, Vote, is_someone, unshouted, votes

Form = Literal["name", "title", "descriptor", "adjective", "metonym", "pronoun"]
SUBJECTS: Final = ("he", "she")
TITLE_ENDS: Final = ("state", "affairs", "staff", "relations", "officer", "secretary", "house", "general")
STATE_NOUNS: Final = frozenset(("government", "republic", "ministry", "affairs", "cabinet", "of", "the"))
INDEFINITE: Final = ("a ", "an ")  # what brings in a body that is new to the reader
LEADING: Final = ("the", "its", "their", "his", "her")  # what a description of a body begins with
CLOSING: Final = ("”", '"', "’", "''", "»")  # "…," | he said
ADDRESS: Final = frozenset(
    ("Mr", "Mr.", "Mrs", "Mrs.", "Ms", "Ms.", "Miss", "Mx", "Mx.")
)  # never in the name of a body or street
PARTY_TAG: Final = re.compile(r"[A-Z]-[A-Z][A-Za-z]+\.?")  # (R-Texas), behind the name of a member of a parliament
BARE: Final = ("police", "prosecutors", "parliament")  # bodies that need no article


@dataclass(frozen=True, slots=True)
class Named:
    """Words that name: their span and form, the name they hold, and what stands around them.

    `votes` say what it may be; `roles` are offices the words around give to a name, or the one described;
    `of` is the country or body a name is said to be of; `subject` is true where it opens its sentence, `actor` where
    it does what only an actor does, `quoted` where it stands in quotation marks; `within` is the place in "NAME in X",
    `owner` X in "X's NAME".
    """

    start: int
    end: int
    text: str
    form: Form
    sentence: int
    paragraph: int
    votes: tuple[Vote, ...] = ()
    gender: Gender = None
    roles: tuple[Role, ...] = ()
    of: str | None = None
    honorific: bool = False
    subject: bool = False
    actor: bool = False
    quoted: bool = False
    within: str | None = None
    owner: str | None = None
    suffix: str | None = None  # Jr, II: what parts a son from his father

    @property
    def role(self) -> Role | None:
        """Give the first office."""
        return self.roles[0] if self.roles else None


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads the names of one document."""

    places: Places
    words: NameWords
    habit: Habits

    @property
    def grammar(self) -> Grammar:
        return Grammar(self.places, self.words)

    @property
    def around(self) -> Around:
        return Around(self.grammar, self.words)

    def read(self, number: int, r: Reading) -> Iterator[Named]:
        """Read one sentence."""
        taken: list[tuple[int, int]] = []
        for run in Finder(self.places, self.words, self.habit).runs(r):
            for named, span in self.in_run(number, r, run):
                taken.append(span)
                yield named
        yield from self.descriptions(number, r, taken)
        for span in groups(r.tokens, self.places, self.words):
            yield self.described(number, r, span, "descriptor", None)
        yield from self.pronouns(number, r)

    def in_run(self, number: int, r: Reading, run: Run) -> Iterator[tuple[Named, tuple[int, int]]]:
        """Part a run into title, adjective and name."""
        if is_party_seat(r.tokens, run.first):
            return
        first, gender, title = self.title_end(r.tokens, run)
        if first < run.stop and self.is_title(r.tokens[first : run.stop]):
            first = run.stop
        if not run.listed:
            yield from self.adjectives(number, r, run.first, first)
        if first >= run.stop or (run.stop - first == 1 and len(r.tokens[first].text.rstrip(".")) == 1):
            return
        core = core_of(r.tokens[first : run.stop], self.words)
        if PARTY_TAG.fullmatch(written(core)):
            return
        country = "country" in self.places.kinds(core[0].text) and core[-1].text in self.words.matters - {"War"}
        stop = first + (1 if country and len(core) == 2 else len(core))  # a matter is no name, its country is: X Talks
        yield self.named(number, r, (first, stop), gender, title), (first, run.stop)

    def title_end(self, tokens: Sequence[Token], run: Run) -> tuple[int, Gender, bool]:
        """Find where titles at the head of a run end; what they tell of gender; whether there was an honorific."""
        i, gender, honorific = run.first, None, False
        if run.listed or self.is_body(tokens[run.first : run.stop]):
            return i, None, False
        for at in range(max(0, i - 3), i + 1 if not self.names_a_ship(tokens, i) else 0):
            role = self.grammar.role_at(tokens, at)
            if role is None or not i < role.stop <= run.stop or not self.ends_as_title(tokens[role.stop - 1]):
                continue
            own = at == run.first or all(self.is_title_or_state(t) for t in tokens[i : role.stop])
            if own and self.titled(tokens[at : role.stop - 1]):
                i = role.stop
                break
        while i < run.stop and tokens[i].text in self.words.honorifics and not self.names_a_ship(tokens, i):
            gender, honorific, i = self.words.honorifics[tokens[i].text] or gender, True, i + 1
            i += i < run.stop and tokens[i].text == "."
        if run.first < i < run.stop - 1 and tokens[i].low in (
            "secretary",
            "minister",
        ):  # Justice Secretary X is no judge
            i += 1
        if i < run.stop and i == run.first and (self.is_adjective(tokens, run) or self.calls_someone(tokens, run)):
            i += 1
        return i, gender, honorific

    def names_a_ship(self, tokens: Sequence[Token], i: int) -> bool:
        """A noble title behind "the" or the word for a ship is part of its name: the ferry | Lady Ines."""
        before = tokens[i - 1].low if i else ""
        return tokens[i].text in NOBLE and (before == "the" or before in self.words.vessels)

    def ends_as_title(self, t: Token) -> bool:
        """The last word of an office is of the title, not the name of a country behind "of"."""
        known = self.words
        low = t.low.removesuffix("s") if t.low.endswith("ministers") else t.low
        return low in known.offices.ends or low in known.portfolios or low in known.ranks or low in TITLE_ENDS

    def is_body(self, tokens: Sequence[Token]) -> bool:
        """Tell a run that is the name of a body or a feature, though it may begin with words of a title."""
        words = [t.text for t in tokens]
        of = words.index("of") if "of" in words else len(words)
        body = self.words.bodies | self.words.features
        if len(words) == 2 and words[0] in ADDRESS:
            return False
        if any(self.leads_to_someone(tokens, at) for at in range(1, of - 1)):
            return False
        return len(words) > 1 and (words[-1] in body or words[of - 1] in body or words[0] in self.words.bodies)

    def leads_to_someone(self, tokens: Sequence[Token], at: int) -> bool:
        """Tell a given name behind nothing but a title, a surname behind it: Foreign Minister | Jonah Park, Gov. | Jonah Park."""
        last = tokens[at - 1]
        held = last.low in self.words.offices or last.low in self.words.ranks or self.ends_as_title(last)
        titled = held or last.text in self.words.honorifics
        if not titled or folded(tokens[at].text) not in self.words.given or self.is_title_word(tokens[at]):
            return False
        return is_short(last) or self.titled(tokens[: at - 1])

    def is_title(self, tokens: Sequence[Token]) -> bool:
        """Tell words that are all of titles or common nouns of the state: the Governments, Prime Minister."""
        if (len(tokens) > 1 and tokens[-1].low in ("ministry", "ministries")) or self.is_called(tokens):
            return False
        role = self.grammar.role_at(tokens, 0)
        whole = role is not None and role.stop == len(tokens) and self.titled(tokens[:-1])
        return whole or all(self.is_title_word(t) for t in tokens)

    def is_called(self, tokens: Sequence[Token]) -> bool:
        """Tell words that name a body though each may stand in titles: by list, by its head, by the tagger."""
        if "organisation" in self.places.kinds(written(tokens)) or self.is_body(tokens):
            return True
        head = tokens[-1].low
        held = head in self.words.offices or head in self.words.ranks
        return all(t.ner.endswith("ORG") for t in tokens) and not held and head not in TITLE_ENDS

    def titled(self, tokens: Sequence[Token]) -> bool:
        """Words before the head of an office are of titles or of a country; the first may be unknown to all lists."""
        unknown = [t for t in tokens if t.is_capital and not self.is_title_word(t)]
        named = {"country", "adjective", "organisation"}
        unknown = [t for t in unknown if not named & set(self.places.kinds(t.text))]
        return all(folded(t.text) not in self.words.given for t in unknown)

    def is_title_or_state(self, t: Token) -> bool:
        """Tell a word of titles, a country or its adjective."""
        return self.is_title_word(t) or bool({"country", "adjective"} & set(self.places.kinds(t.text)))

    def is_title_word(self, t: Token) -> bool:
        """Tell a word of titles or a common noun of the state, in either number."""
        known, forms = self.words, (t.low, t.low.removesuffix("s"))
        listed = (
            known.offices.words,
            known.portfolios.words,
            known.ranks.words,
            STATE_NOUNS,
            known.former,
            known.acting,
        )
        return any(form in of for of in listed for form in forms)

    def is_adjective(self, tokens: Sequence[Token], run: Run) -> bool:
        """The first word of a run is the adjective of a country, and a name of a person follows."""
        rest = run.stop - run.first - 1
        kinds, named = self.places.kinds(tokens[run.first].text), written(tokens[run.first + 1 : run.stop])
        listed = "country" in kinds and "organisation" in self.places.kinds(named)
        return listed or (rest > 1 and kinds[:1] == ("adjective",))

    def calls_someone(self, tokens: Sequence[Token], run: Run) -> bool:
        """A noun that opens the sentence says what someone is, whose name follows: Hostage | Lena Orr."""
        if run.stop - run.first < 3 or (run.first and tokens[run.first - 1].is_word):
            return False
        noun, given = tokens[run.first], tokens[run.first + 1]
        tagged = noun.ner == "O" and given.ner == "B-PER" and folded(noun.text) not in self.words.given
        return tagged or (is_someone(noun.low, self.words) and folded(given.text) in self.words.given)

    def adjectives(self, number: int, r: Reading, first: int, stop: int) -> Iterator[tuple[Named, tuple[int, int]]]:
        """Give the adjectives and names of countries, and the bodies by their initials, among the words of a title."""
        for i in range(first, stop):
            if r.tokens[i].text.isupper() and self.places.kinds(r.tokens[i].text)[:1] == ("organisation",):
                yield replace(self.named(number, r, (i, i + 1), None, False), roles=()), (i, i + 1)
            elif {"adjective", "country"} & set(self.places.kinds(r.tokens[i].text)):
                found = self.named(number, r, (i, i + 1), None, False)
                yield replace(found, form="adjective", roles=()), (i, i + 1)

    def named(self, number: int, r: Reading, span: tuple[int, int], gender: Gender, honorific: bool) -> Named:
        """Put together what is said of one name."""
        first, stop = span
        tokens = r.tokens
        before = self.around.role_before(tokens, first) or self.around.shared_role(tokens, first, stop)
        office = (
            self.around.role_before(tokens, before.first)
            if before and before.role in self.words.ranks.values()
            else None
        )
        behind = self.around.role_after(tokens, stop)
        if behind and self.around.is_next_ones(tokens, behind) and (before or self.around.is_brought_in(tokens, first, stop)):
            behind = None
        roles = tuple(r for r in (office, before, behind) if r)
        found = votes(tokens, span, self.places, self.words, honorific=honorific, role=roles[0] if roles else None)
        form: Form = "adjective" if found and found[0].kind == "adjective" else "name"
        return Named(
            tokens[first].start, tokens[stop - 1].end, self.shown(tokens[first:stop]), form, number, r.paragraph,
            votes=found, gender=gender or self.around.gender(tokens, roles) or self.around.kin(tokens, first, stop), roles=roles,
            of=self.around.of(tokens, stop), within=self.around.of(tokens, stop, "in"),
            owner=owner(tokens, first), honorific=honorific, suffix=self.suffix(tokens, first, stop),
            subject=first == 0 or self.around.leads(tokens, first), actor=self.around.acts(tokens, first, stop),
        )  # fmt: skip

    def suffix(self, tokens: Sequence[Token], first: int, stop: int) -> str | None:
        """Give what parts two of one name: NAME Jr., the younger NAME."""
        before, after = tokens[first - 1].low if first else "", tokens[stop].text if stop < len(tokens) else ""
        if after in self.words.suffixes:
            return after.rstrip(".")
        return {"younger": "Jr", "elder": "Sr"}.get(before)

    def shown(self, tokens: Sequence[Token]) -> str:
        """Write a name as running text would: ORLY, in a dateline, as Orly."""
        return (
            display(tokens) if len(tokens) > 1 or display(tokens) != tokens[0].text else unshouted(tokens, self.places)
        )

    def descriptions(self, number: int, r: Reading, taken: list[tuple[int, int]]) -> Iterator[Named]:
        """Read titles and descriptions that stand without a name: the foreign minister, the X coast guard."""
        tokens, i = r.tokens, 0
        inside = {k for first, stop in taken for k in range(first, stop)}
        while i < len(tokens):
            found = self.description(number, r, self.owner_first(tokens, i)) if self.opens(tokens, i, inside) else None
            if found:
                named, stop = found
                before_name = stop in inside or (stop < len(tokens) and tokens[stop].text in self.words.honorifics)
                yield replace(named, honorific=before_name)
                yield from self.inner(number, r, i + 1, stop)
                i = stop
            else:
                i += 1

    def owner_first(self, tokens: Sequence[Token], i: int) -> int:
        """Give the first word of the country of several words whose last stands at token i: New | Zealand's delegation."""
        if i + 1 < len(tokens) and tokens[i + 1].low in POSSESSIVE:
            for k in (i - 2, i - 1):
                if k >= 0 and "country" in self.places.kinds(written(tokens[k : i + 1])):
                    return k
        return i

    def inner(self, number: int, r: Reading, first: int, stop: int) -> Iterator[Named]:
        """Give the body inside an office: spokesman for | the X ministry."""
        for i in range(first, stop):
            before = r.tokens[i - 1]
            if r.tokens[i].low == "the" or (r.tokens[i].is_capital and before.low != "the" and not before.is_capital):
                found = self.grammar.body_at(r.tokens, i)
                if found and found[1] and found[0] == stop and not r.tokens[stop - 1].is_capital:
                    yield self.described(number, r, (i, stop), "descriptor", None)
                    return

    def opens(self, tokens: Sequence[Token], i: int, inside: set[int]) -> bool:
        """A description can begin at token i: a determiner, or a bare title that is no part of a name."""
        t = tokens[i]
        before = tokens[i - 1].low if i else ""
        if t.low in DETERMINERS or (i == 0 and t.low in BARE and t.is_capital):
            return True
        behind = tokens[i + 1].low if i + 1 < len(tokens) else ""
        acts = behind in (*self.words.mind, "in", "have", "has") or f"{behind}s" in self.words.mind  # that it reject
        if t.low in BARE and acts:
            return not before or before in (",", "and", "but", "that", "”", '"')
        if i + 1 < len(tokens) and tokens[i + 1].low in POSSESSIVE:
            return t.is_capital
        role_word = t.low in self.words.offices or t.low in self.words.portfolios or t.low in self.words.former
        return ((i not in inside or t.is_capital) and role_word and before not in DETERMINERS) or (
            i in inside and self.places.kinds(t.text)[:1] == ("adjective",) and before not in DETERMINERS
        )  # fmt: skip

    def description(self, number: int, r: Reading, i: int) -> tuple[Named, int] | None:
        """Read an office or a body at token i."""
        role = self.grammar.role_at(r.tokens, i)
        if role and role.role == "head" and role.stop == i + 2 and r.tokens[i].low in ("his", "her", "my", "their", "our"):
            return None  # shook his head
        if role and role.role == "justice" and role.stop == i + 1:
            return None  # justice for all
        if role and not (role.plural and r.tokens[i].low in BARE):
            words = r.tokens[i : role.stop]
            titled = any(t.is_capital and t.low in (*self.words.offices, *self.words.ranks) for t in words[i > 0 :])
            return self.described(number, r, (i, role.stop), "title" if titled else "descriptor", role), role.stop
        low = r.tokens[i].low
        end = next((k for k in (i + 1, i + 2, i + 3) if k + 1 < len(r.tokens) and r.tokens[k].low in POSSESSIVE), i)
        owned = end > i and all(t.is_capital for t in r.tokens[i:end])
        at = end + 1 if owned else i
        brings_in = f"{r.tokens[i].text} " in INDEFINITE
        found = self.grammar.body_at(r.tokens, at) if owned or low in LEADING or low in BARE else None
        if brings_in:
            found = self.brought_in(r.tokens, i)
        if found and found[1] and (found[0] == 1 or not r.tokens[found[0] - 1].is_capital):
            stop = self.located(r.tokens, found[0])
            return self.described(number, r, (i, stop), "descriptor", None), stop
        return None

    def brought_in(self, tokens: Sequence[Token], i: int) -> tuple[int, bool] | None:
        """Read a body that is new to the reader, described by two words or more: a trade commission | that met."""
        found = self.grammar.body_at(tokens, i + 1) if i + 1 < len(tokens) else None
        goes_on = found and found[0] < len(tokens) and tokens[found[0]].upos in ("NOUN", "PROPN", "PART")
        return None if not found or goes_on or found[0] < i + 3 or tokens[i + 1].is_capital else found

    def located(self, tokens: Sequence[Token], stop: int) -> int:
        """Take the place or country of a body along: the coast guard of X, prosecutors in Y, a body of X and Z."""
        if tokens[stop - 1].low in ("ministry", "department") and stop + 1 < len(tokens) and tokens[stop].low == "of":
            field = longest(tokens, stop + 1, self.words.portfolios, 4)
            stop = field[0] if field else stop
        if stop + 1 >= len(tokens) or tokens[stop].low not in ("of", "in") or not tokens[stop + 1].is_capital:
            return stop
        end = stop + 1
        while end < len(tokens) and self.around.is_place_word(tokens, end):
            end += 1
        joined = tokens[stop].low == "of" and end + 1 < len(tokens) and tokens[end].low == "and"
        if joined and self.around.is_place_word(tokens, end + 1) and end > stop + 1:
            end += 2
        return end if end > stop + 1 else stop

    def described(
        self, number: int, r: Reading, span: tuple[int, int], form: Form, role: Role | None
    ) -> Named:  # fmt: skip
        """Make a mention of a description."""
        first, stop = span
        words = r.tokens[first:stop]
        kind: Kind = "person" if role else "organisation"
        roles = (role,) if role else ()
        vote = (Vote(kind, 3.0, "a description of an office" if role else "a description of a body"),)
        return Named(
            words[0].start, words[-1].end, written(words), form, number, r.paragraph, votes=vote, roles=roles,
            gender=self.around.gender(r.tokens, roles), subject=first == 0,
            actor=self.around.acts(r.tokens, first, stop),
        )  # fmt: skip

    def pronouns(self, number: int, r: Reading) -> Iterator[Named]:
        """Give he and she, which can only be someone."""
        for i, t in enumerate(r.tokens):
            if t.low in SUBJECTS and not (t.text.isupper() and len(t.text) > 1):
                gender: Gender = "male" if t.low == "he" else "female"
                vote = (Vote("person", 3.0, "a personal pronoun"),)
                opens = i == 0 or (i == 1 and not r.tokens[0].is_word) or r.tokens[i - 1].text in CLOSING
                yield Named(
                    t.start, t.end, t.text, "pronoun", number, r.paragraph, votes=vote, gender=gender, subject=opens
                )  # fmt: skip


def is_short(t: Token) -> bool:
    """Tell a title cut short: Gov."""
    return t.low.endswith(".")
