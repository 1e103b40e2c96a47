"""What a sentence tells out of its page: whom its pronouns mean, what stands elsewhere, headlines last."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from readout.pile import Told
from readout.records import Evidence, Finding, FindingValue
from readout.web.choosing import untold_fate
from readout.web.disputes import at_one_time, grows, property_in_words, still_told, timely
from readout.web.standing import meant
from readout.web.tellings import (
    as_of,
    clumsy,
    days_named,
    mostly,
    other_day,
    said_of_a_plan,
    tells_fate,
    year_of_another,
)


def page(text: str, pronouns: dict[str, str] | None = None, named: dict[str, str] | None = None, role: str = "body") -> Any:
    """Give a pile of one page of one sentence, with what its words mean."""
    at = {("d", text.index(f" {word} ") + 1 if f" {word} " in text else 0): who for word, who in (pronouns or {}).items()}
    mentions = [
        SimpleNamespace(start=text.index(words), end=text.index(words) + len(words), entity_id=who, form="name")
        for words, who in (named or {}).items()
    ]
    return SimpleNamespace(
        documents={"d": SimpleNamespace(text=text)}, pronouns=at, named={"d": mentions}, name=str.title, entities={},
        role=lambda *_: role, words=lambda e: text[e.start : e.end], sentence_starts={}, pronouns_of={}, offices_of={},
    )  # fmt: skip


def whole(pile: Any) -> Evidence:
    return Evidence("d", 0, len(pile.documents["d"].text))


def test_a_pronoun_within_a_sentence_is_explained_where_it_stands_for_nobody_named_before() -> None:
    pile = page("The guild gave him a pledge that the kiln will reopen.", {"him": "anton ro"})
    assert meant(pile, whole(pile)) == ["“him”: Anton Ro"]
    pile = page("Anton Ro said that he would stay.", {"he": "anton ro"}, {"Anton Ro": "anton ro"})
    assert meant(pile, whole(pile)) == []
    pile = page("They say that he would stay.", {"They": "guild", "he": "anton ro"})
    assert meant(pile, whole(pile)) == ["“They”: Guild", "“he”: Anton Ro"]


@pytest.mark.parametrize(("text", "stranded"), [
    ("The council wants all building south of it to cease at once.", True),
    ("A patrol fired at them twice near the old lighthouse on Friday.", True),
    ("Late on Sunday it had taken in 34 more from the barges.", True),
    ("Two days later the harbour police let the crew go home.", True),
    ("The next morning the harbour police let the crew go home.", True),
    ("Before noon on Sunday the harbour police let the crew go.", False),
    ("Earlier this week the harbour police let the whole crew go.", False),
    ("After the guild said it would strike the mayor gave in.", False),
    ("Dockers turned their backs on the minister and walked past him in silence.", False),
    ("The mayor promised the tenants that the city would pay for it in full.", False),
    ("The bank, its owners and those behind it were fined in March.", False),
])  # fmt: skip
def test_a_sentence_with_a_pronoun_for_what_stands_elsewhere_tells_badly(text: str, stranded: bool) -> None:
    pile = page(text)
    assert bool(clumsy(pile, whole(pile))) == stranded


def test_whom_a_pronoun_means_being_known_nothing_stands_elsewhere() -> None:
    pile = page("The council wants all building south of it to cease at once.", {"it": "canal"})
    assert clumsy(pile, whole(pile)) == 0 and meant(pile, whole(pile)) == ["“it”: Canal"]


def test_a_headline_tells_worse_than_a_sentence_that_leans() -> None:
    headline = page("Old rivals on the river agree to raise the bridge again", role="title")
    leaning = page("They agreed in the evening to raise the bridge of Tamm again.")
    assert clumsy(headline, whole(headline)) > clumsy(leaning, whole(leaning))


def test_properties_told_apart_by_a_number_are_named_for_people() -> None:
    assert property_in_words("duration: 3") == "how long it lasted, of another part"
    assert property_in_words("duration: further") == "how long it lasted: further"
    assert property_in_words("people aboard") == "number of people aboard"


def test_a_number_from_a_page_written_before_the_act_is_no_number_of_it_nor_is_that_of_a_copy() -> None:
    written = {"before": "2031-03-04", "copy": "2031-03-06", "after": "2031-03-06"}
    pile = SimpleNamespace(
        occurrences={"occ:1": SimpleNamespace(status="happened", date_start="2031-03-05")},
        documents={name: SimpleNamespace(published=day) for name, day in written.items()},
        lineages={"lin:1": SimpleNamespace(origin="before")},
    )  # fmt: skip
    values = tuple(
        FindingValue(f"val:{n}", str(n), None, (Evidence(page, 0, 5),), (origin,), 1, 1)
        for n, (page, origin) in enumerate((("before", "lin:1"), ("copy", "lin:1"), ("after", "after")))
    )
    found = timely(pile, Finding("fin:1", "occ:1", "participants", values, "conflict", ""))  # type: ignore[arg-type]  # a stand-in
    assert [v.value for v in found.values] == ["2"]


def given(*values: tuple[str, str], property: str = "deaths", because: str = "") -> Finding:
    """Write a finding of values told by one page each."""
    rows = tuple(FindingValue(f"val:{v}", v, "person", (Evidence(d, 0, 1),), (d,), 1, 1) for v, d in values)
    return Finding("fin:1", "occ:1", property, rows, "partly", because)


def test_a_verdict_whose_value_was_left_out_is_not_told() -> None:
    whole = given(("9", "a"), ("12", "b"), because="9 (given by: the guild) and 12 cannot both be right")
    assert still_told(whole, whole)
    assert not still_told(whole, given(("9", "a")))
    longer = given(("120", "a"), ("9", "b"), because="12 and 9 hours cannot both be right")
    assert still_told(longer, given(("9", "b")))  # 12 is no 120


def test_the_toll_of_one_day_and_that_of_the_next_are_no_rivals() -> None:
    text = {"a": "Nine were dead by Monday, the guild said.", "b": "The toll stood at 12, the mayor said on Wednesday."}
    pile = SimpleNamespace(
        documents={d: SimpleNamespace(text=t, published="2031-03-06") for d, t in text.items()}, lineages={},
        sentence=lambda d, at: Evidence(d, 0, len(text[d])), words=lambda e: text[e.doc_id][e.start : e.end],
    )  # fmt: skip
    told = given(("9", "a"), ("12", "b"), because="9 and 12 are given by different people at one time")
    assert not at_one_time(pile, told)
    text["a"] = "Nine were dead, the guild said on Wednesday."
    assert at_one_time(pile, told)


def test_numbers_that_change_are_steps_of_one_count() -> None:
    assert grows(given(("11", "a"), ("14", "b"), ("17", "c")))
    assert not grows(given(("2", "a"), ("14", "b")))


def test_a_sentence_that_names_only_another_day_does_not_tell_the_act() -> None:
    text = "The toll from the fire in Tamm rose to nine by noon on Tuesday."
    pile = SimpleNamespace(documents={"d": SimpleNamespace(published="2031-03-06")}, words=lambda e: text)
    told = Told(SimpleNamespace(start=0), Evidence("d", 0, len(text)))  # type: ignore[arg-type]  # only its place is asked
    sunday = SimpleNamespace(date_start="2031-03-02", date_end="2031-03-02")
    tuesday = SimpleNamespace(date_start="2031-03-04", date_end=None)
    assert other_day(pile, sunday, told) and not other_day(pile, tuesday, told)  # type: ignore[arg-type]  # only their days


def test_the_day_of_a_relative_clause_is_not_that_of_the_act() -> None:
    text = "The mayor turned down the demand that the guild had made on Tuesday."
    pile: Any = SimpleNamespace(documents={"d": SimpleNamespace(published="2031-03-06")}, words=lambda e: text)
    whole = Evidence("d", 0, len(text))
    assert days_named(pile, whole) == [("2031-03-04", "2031-03-04")]
    assert days_named(pile, whole, text.index("turned")) == []
    assert days_named(pile, whole, text.index("made")) == [("2031-03-04", "2031-03-04")]


@pytest.mark.parametrize(("status", "kind", "text", "word", "untold"), [
    ("refused", "AID", "Velm offered 60 rescuers on Tuesday.", "offered", True),
    ("refused", "AID", "Odra turned the lorries away.", "lorries", False),
    ("cancelled", "CONSULT", "The president will visit the coast on Sunday.", "visit", True),
    ("cancelled", "CONSULT", "The visit had been planned for 18 March.", "visit", False),
    ("denied", "ASSAULT", "None of them would have died if the frigate had stopped, Odra says.", "died", True),
    ("denied", "ASSAULT", "Odra denied that a shot had been fired.", "fired", False),
    ("postponed", "REQUEST", "The drill was put off at the request of Velm.", "request", True),
    ("postponed", "CONSULT", "The drill was put off at the request of Velm.", "drill", False),
    ("refused", "COERCE", "Velm stayed away because of the arrest of an envoy.", "arrest", True),
    ("happened", "ASSAULT", "They would have died in the cold.", "died", True),
])  # fmt: skip
def test_what_became_of_an_act_is_told_by_the_sentence(status: str, kind: str, text: str, word: str, untold: bool) -> None:
    pile = SimpleNamespace(words=lambda e: text[e.start : e.end].strip(), parsed={})
    event = SimpleNamespace(doc_id="d", start=text.index(word), end=text.index(word) + len(word))
    told = Told(event, Evidence("d", 0, len(text)))  # type: ignore[arg-type]  # only its place is asked
    assert untold_fate(pile, (SimpleNamespace(status=status, type=kind), told)) is untold  # type: ignore[arg-type]


@pytest.mark.parametrize(("occurrence", "event", "fits"), [
    (("AGREE", "happened"), ("AGREE", "AGREE", "happened"), True),
    (("AGREE", "happened"), ("AGREE", "AGREE", "ongoing"), True),
    (("AGREE", "happened"), ("AID", "AGREE", "planned"), True),
    (("AID", "happened"), ("AID", "AGREE", "planned"), False),
    (("CONSULT", "cancelled"), ("CONSULT", "CONSULT", "planned"), False),
])  # fmt: skip
def test_a_sentence_is_shown_only_with_the_fate_it_tells(occurrence: tuple[str, str], event: tuple[str, str, str], fits: bool) -> None:
    act = SimpleNamespace(type=occurrence[0], status=occurrence[1])
    told = SimpleNamespace(type=event[0], coded_type=event[1], status=event[2])
    assert tells_fate(act, told) is fits  # type: ignore[arg-type]  # only their types and statuses are asked


def test_a_plan_told_before_the_last_page_is_as_of_its_day() -> None:
    pile = SimpleNamespace(documents={"a": SimpleNamespace(published="2031-05-02"), "b": SimpleNamespace(published="2031-05-04")})

    def of(doc: str, status: str) -> str:
        told = Told(SimpleNamespace(doc_id=doc), Evidence(doc, 0, 9))  # type: ignore[arg-type]  # only its page is asked
        return as_of(pile, SimpleNamespace(status=status), told)  # type: ignore[arg-type]

    assert of("a", "planned") == "as of 2 May 2031"
    assert of("b", "planned") == of("a", "cancelled") == ""


def test_acts_no_sentence_tells_are_named_by_the_parties_of_most_pages() -> None:
    def event(doc: str, *who: str) -> Any:
        return SimpleNamespace(doc_id=doc, actors=tuple(SimpleNamespace(entity_id=w) for w in who), recipients=())

    act = SimpleNamespace(actors=("guild", "judge"), recipients=(), reports=3)
    told = [event("a", "guild", "judge"), event("b", "guild"), event("c")]
    assert mostly(act, told) == ["guild"]  # type: ignore[arg-type]


@pytest.mark.parametrize(("words", "act", "holder", "said"), [
    ("The guild wants to curb the power of the port office.", "curb", "want", "wanted"),
    ("Varn hopes to calm the traders before winter.", "calm", "hope", "hoped for"),
    ("The mayor said he wanted to meet the growers.", "meet", None, "wanted"),
    ("The bank may open a second branch in May.", "open", None, "possible"),
    ("The miners demanded that the shaft be closed.", "closed", "demand", "demanded"),
    ("The bank will open a second branch in May.", "open", None, ""),
    ("The council agreed to open the archive.", "open", "agree", ""),
])  # fmt: skip
def test_a_wish_or_a_hope_is_told_as_what_it_is(words: str, act: str, holder: str | None, said: str) -> None:
    pile = page(words)
    event: Any = SimpleNamespace(doc_id="d", start=words.index(act), end=words.index(act) + len(act), holder=holder)
    assert said_of_a_plan(pile, Told(event, whole(pile))) == said


@pytest.mark.parametrize(("words", "of_another"), [
    ("Varn accused Odra of a breach of a 2009 fishing treaty.", True), ("It broke the pact of 2009, the clerk said.", True),
    ("The two last fought over it in 2009.", False), ("They have met in every spring since 2009.", False),
    ("The pact was signed on 1 January 2009.", False), ("It was signed in the spring of 2009.", False),
])  # fmt: skip
def test_a_year_that_names_a_treaty_is_no_day_of_an_act(words: str, of_another: bool) -> None:
    pile, act = page(words), SimpleNamespace()
    pile.clearest = {"act": Told(act, whole(pile))}  # type: ignore[arg-type]
    assert year_of_another(pile, "act", "2009-01-01") == of_another  # type: ignore[arg-type]
