"""relate: the sheet of channels, commitments, incidents, positions and dates ahead."""

from __future__ import annotations

from dataclasses import replace

import pytest

from readout.ids import make_id
from readout.records import (
    Attribution,
    Document,
    Entity,
    Event,
    Evidence,
    Involvement,
    Kind,
    Link,
    Mention,
    Occurrence,
    Office,
    Parse,
    Participant,
    Relation,
    Utterance,
    Word,
)
from readout.stages.relate import relate
from readout.stages.relate.acts import LED, when
from readout.stages.relate.alike import joined
from readout.stages.relate.pile import LEANS
from readout.stages.relate.touch import BODY
from readout.tables import Table
from tests.stages.fusing import PEOPLE, event, involvements, on, page

MARN, OSTRAVA = "ent:marn", "ent:ostrava"


def parse(document):
    """Parse a page of one simple sentence: the second word is its verb, all others hang on it."""
    words, at = [], 0
    for n, form in enumerate(document.text.split()):
        start = document.text.index(form, at)
        at = start + len(form)
        relation = "root" if n == 1 else "nsubj" if n == 0 else "obj"
        lemma = {"demanded": "demand", "refused": "refuse", "promises": "promise"}.get(form, form.lower())
        words.append(Word(start, at, "VERB" if n == 1 else "NOUN", lemma, -1 if n == 1 else 1, relation, "O"))
    return Parse(document.doc_id, 0, len(document.text), tuple(words))


def occurrence(name, kind, status, actors, recipients=(), date=None, reports=1):
    return Occurrence(
        name, kind, kind, "", tuple(actors), tuple(recipients), date, date, None, status, reports, 0, 1, 1
    )


def related(pages, events, occurrences):
    """Relate events, each with the occurrence of its place in the list."""
    links = [
        Link(e.event_id, o.occurrence_id, "same", None, "", "fuse") for e, o in zip(events, occurrences, strict=True)
    ]
    named = [
        (Mention(make_id("men", p.doc_id, name), p.doc_id, p.text.index(name), p.text.index(name) + len(name), "name"), who)
        for p in pages for name, who in (("Ostrava", OSTRAVA), ("Marn", MARN)) if name in p.text
    ]  # fmt: skip
    links += [Link(who, m.mention_id, "same", None, "", "resolve") for m, who in named]
    return list(relate(
        Table.of(Document, pages), Table.of(Parse, map(parse, pages)), Table.of(Mention, [m for m, _ in named]), Table.of(Entity, PEOPLE),
        Table.of(Link, links), Table.of(Attribution, ()), Table.of(Event, events), Table.of(Involvement, involvements(events)),
        Table.of(Occurrence, occurrences), Table.of(Utterance, ()), Table.of(Kind, ()), Table.of(Office, ()),
    ))  # fmt: skip


def test_a_day_that_has_passed_is_not_ahead():
    early, late = (
        page("early", "Ostrava visits Marn on Friday", "2025-03-01"),
        page("late", "Nothing moved", "2025-04-01"),
    )
    visit = event(early, "visits", "CONSULT", ["Ostrava", "Marn"], status="planned", **on("2025-03-07"))
    assert not related(
        [early, late], [visit], [occurrence("occ:1", "CONSULT", "planned", [OSTRAVA, MARN], date="2025-03-07")]
    )
    ahead = related(
        [early, late], [visit], [occurrence("occ:1", "CONSULT", "planned", [OSTRAVA, MARN], date="2025-05-07")]
    )
    assert [r.category for r in ahead] == ["upcoming"]


def test_a_demand_says_what_is_demanded():
    full, again = (page(n, "Ostrava demanded the captured survey ship") for n in ("full", "again"))
    bare = page("bare", "Ostrava demanded that")
    assert [(r.category, r.parties, r.what, r.status) for r in related([full, again, bare], [], [])] == [
        ("position", (OSTRAVA,), "Ostrava demanded the captured survey ship", "demand")
    ]


def test_an_envoy_called_in_is_a_channel():
    told = page("told", "Ostrava summoned the ambassador of Marn")
    start = told.text.index("the ambassador")
    called = replace(event(told, "summoned", "ACCUSE", ["Ostrava"]),
                     recipients=(Participant(None, "the ambassador of Marn", start, len(told.text), None, None),))  # fmt: skip
    made = related([told], [called], [occurrence("occ:1", "ACCUSE", "happened", [OSTRAVA], [MARN])])
    assert ("channel", "called in") in [(r.category, r.status) for r in made]


def test_rounds_of_talks_that_were_held_and_those_ahead_are_two_channels():
    first, next_ = (
        page("first", "Ostrava negotiated with Marn", "2025-03-02"),
        page("next", "Ostrava negotiates with Marn", "2025-03-03"),
    )
    events = [
        event(first, "negotiated", "CONSULT", ["Ostrava", "Marn"]),
        event(next_, "negotiates", "CONSULT", ["Ostrava", "Marn"]),
    ]
    made = related([first, next_], events, [
        occurrence("occ:1", "CONSULT", "happened", [OSTRAVA, MARN], date="2025-03-02"),
        occurrence("occ:2", "CONSULT", "planned", [OSTRAVA, MARN], date="2025-04-02"),
    ])  # fmt: skip
    talks = [r for r in made if r.category == "channel"]
    assert [(r.parties, r.status, r.date) for r in sorted(talks, key=lambda r: r.date or "")] == [
        ((MARN, OSTRAVA), "held", "2025-03-02"), ((MARN, OSTRAVA), "planned", "2025-04-02"),
    ]  # fmt: skip


def test_lines_that_say_the_same_are_one():
    one = Relation("rel:1", "commitment", (MARN, OSTRAVA), "Ostrava and Marn agreed to reopen the ferry line", "happened", None,
                   (Evidence("doc:a", 0, 5), Evidence("doc:b", 0, 5)))  # fmt: skip
    other = replace(
        one, relation_id="rel:2", what="Marn agrees to ferry line", parties=(MARN,), evidence=(Evidence("doc:c", 0, 5),)
    )
    apart = replace(
        one, relation_id="rel:3", what="Ostrava promised to pay for grain", evidence=(Evidence("doc:d", 0, 5),)
    )
    made = list(joined([other, apart, one]))
    assert sorted(r.relation_id for r in made) == ["rel:1", "rel:3"]
    assert next(len(r.evidence) for r in made if r.relation_id == "rel:1") == 3


@pytest.mark.parametrize(
    "words",
    ["the joint border commission", "a Working Group", "their liaison committee", "the mixed technical council"],
)
def test_joint_bodies_are_known_by_their_names(words):
    assert BODY.search(words)


def test_a_parliament_s_committee_is_no_joint_body():
    assert not BODY.search("the finance committee")


@pytest.mark.parametrize(
    ("start", "end", "told"),
    [("2025-09-01", "2025-09-30", "2025-09"), ("2025-01-01", "2025-12-31", "2025"), ("2025-09-18", "2025-09-18", "2025-09-18"),
     (None, None, None), ("2025-09-01", "2025-09-07", "2025-09-01")],
)  # fmt: skip
def test_a_whole_month_or_year_is_written_as_such(start, end, told):
    assert when(start, end) == told


def test_what_a_side_wants_to_do_itself_is_no_demand():
    wish = page("wish", "Ostrava wants to visit northern harbours")
    want = event(wish, "wants", "REQUEST", ["Ostrava"])
    assert not related([wish], [want], [occurrence("occ:1", "REQUEST", "happened", [OSTRAVA])])


def test_a_promise_of_one_side_is_promised_and_a_deal_of_two_agreed():
    one, two = (
        page("one", "Marn promises northern fishing licences"),
        page("two", "Ostrava signed western grazing treaty"),
    )
    signed, given = event(two, "signed", "AGREE", ["Ostrava"]), event(one, "promises", "AGREE", ["Marn"])
    listed = [
        occurrence("occ:2", "AGREE", "happened", [OSTRAVA, MARN]),
        occurrence("occ:1", "AGREE", "happened", [MARN]),
    ]
    made = related([one, two], [signed, given], listed)
    assert sorted(str(r.status) for r in made if r.category == "commitment") == ["agreed", "promised"]


def test_a_promise_told_on_two_pages_is_one_line():
    one, two = (
        page("one", "Marn promises northern fishing licences"),
        page("two", "Marn promises northern fishing licences"),
    )
    assert [r.category for r in related([one, two], [], [])] == ["commitment"]


def test_an_incident_on_one_page_names_its_parties():
    one = page("one", "Gunmen shelled northern fishing harbours of Marn")
    shelled = event(one, "shelled", "ASSAULT", ["Marn"])
    listed = [[MARN], [MARN, OSTRAVA]]
    made = [related([one], [shelled], [occurrence("occ:1", "ASSAULT", "happened", who)]) for who in listed]
    assert [[r.parties for r in lines] for lines in made] == [[(MARN,)], [(MARN,)]]  # Ostrava is not named there


@pytest.mark.parametrize(("clause", "told"), [
    ("when police shut the old bridge", "police shut the old bridge"),
    ("Although the harbour stayed open", "the harbour stayed open"),
    ("while visiting the harbour", "while visiting the harbour"),
])  # fmt: skip
def test_a_line_is_told_without_what_ties_it_to_another_clause(clause, told):
    assert LED.sub("", clause) == told


def test_one_demand_of_two_sides_is_two_stands():
    one = Relation(
        "rel:1", "position", (MARN,), "calls for neutral observers on water", "demand", None, (Evidence("doc:a", 0, 5),)
    )
    other = replace(one, relation_id="rel:2", parties=(MARN, OSTRAVA), evidence=(Evidence("doc:b", 0, 5),))
    assert len(list(joined([one, other]))) == 2


def test_a_concession_that_was_made_is_no_promise_and_one_ahead_is():
    one = page("one", "Ostrava lifted the ban on lorries from Marn")
    lifted = event(one, "lifted", "CONCEDE", ["Ostrava", "Marn"])
    assert not related([one], [lifted], [occurrence("occ:1", "CONCEDE", "happened", [OSTRAVA], [MARN])])
    two = page("two", "Ostrava promised lorries from Marn passage")
    given = event(two, "passage", "CONCEDE", ["Ostrava", "Marn"], status="planned", holder="promise")
    ahead = related([two], [given], [occurrence("occ:1", "CONCEDE", "planned", [OSTRAVA], [MARN])])
    assert "commitment" in [r.category for r in ahead]


def test_a_refusal_is_told_with_the_demand_it_answers():
    asked = page("asked", "Ostrava demanded the captured survey ship", "2025-03-02")
    answer = page("answer", "Marn refused the captured survey ship", "2025-03-03")
    (made,) = related([asked, answer], [], [])
    assert (made.category, set(made.parties), made.status) == ("position", {OSTRAVA, MARN}, "demand; refused by Marn")


def test_who_brokers_a_truce_promises_nothing_and_who_orders_up_reserves_takes_no_stand():
    one = page("one", "Ostrava brokered a truce. Marn ordered many reserves to the northern border.")
    brokered, ordered = event(one, "brokered", "AGREE", ["Ostrava"]), event(one, "ordered", "REQUEST", ["Marn"])
    listed = [occurrence("occ:1", "AGREE", "happened", [OSTRAVA]), occurrence("occ:2", "REQUEST", "happened", [MARN])]
    assert not related([one], [brokered, ordered], listed)


def test_a_country_is_a_side_though_the_page_of_its_ministry_ends_on_its_name():
    told = replace(
        page("told", "Ostrava demanded the captured survey ship"), outlet="Ministry of Trade of the Republic of Ostrava"
    )
    assert [r.parties for r in related([told], [], [])] == [(OSTRAVA,)]


def test_a_calamity_is_told_by_a_clause_of_its_own_day():
    late = page("late", "Toll reached nine on Tuesday after the fire", "2025-03-12")
    first = page("first", "Fire destroyed the old market of Marn on Sunday", "2025-03-10")
    burnt = [event(late, "fire", None, [], mode="fire"), event(first, "Fire", None, [], mode="fire")]
    told = occurrence("occ:1", None, "happened", [MARN], date="2025-03-09", reports=2)
    assert [r.what for r in related([late, first], burnt, [told, told])] == [
        "Fire destroyed the old market of Marn on Sunday"
    ]


def test_a_clause_that_leans_on_what_stands_before_it_is_shown_with_its_sentence():
    assert LEANS.match("whose president telephoned Ana Kol on Sunday")
    assert LEANS.match("He telephoned Ana Kol on Sunday after the vote")
    assert LEANS.match("Marn responded at once")
    assert not LEANS.match("Ana Kol telephoned the president of Marn on Sunday")
