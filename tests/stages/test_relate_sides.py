"""Who takes part in a line of the sheet, and which sentence tells it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from readout.records import (
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
    Relation,
    Word,
)
from readout.stages.relate.acts import FAILED, ORPHAN, said_enough
from readout.stages.relate.acts import line as of_act
from readout.stages.relate.index import pile_of
from readout.stages.relate.mains import before, is_main, told_there
from readout.stages.relate.parties import NOBODY, tidied
from readout.stages.relate.signs import background, signs
from readout.stages.relate.worth import weights
from readout.tables import Table
from tests.stages.fusing import PEOPLE, event, page

GUILD = Entity("ent:guild", "organisation", "Guild of Harbour Pilots", None, ("GHP",), "")
UNION = Entity("ent:union", "group", "guild", None, (), "")
CROWD = Entity("ent:crowd", "group", "thirty people", None, (), "")
LURN = Entity("ent:lurn", "place", "Lurn", None, (), "")
REEVE = Entity("ent:reeve", "person", "Jona Reeve", None, (), "")
HALT = Entity("ent:halt", "person", "Mira Halt", None, (), "")
KNOWN = (*PEOPLE, GUILD, UNION, CROWD, LURN, REEVE, HALT)


def words(document, rows):
    """Read the words of a page written as form, part of speech, head from 1, relation."""
    read, at = [], 0
    for row in rows.split("|"):
        form, upos, head, relation = row.split()
        at = document.text.index(form, at)
        read.append(Word(at, at + len(form), upos, form.lower(), int(head) - 1, relation, "O"))
        at += len(form)
    return Parse(document.doc_id, 0, len(document.text), tuple(read))


def pile(document, events=(), parses=(), involvements=(), offices=()):
    return pile_of(
        Table.of(Document, [document]), Table.of(Mention, ()), Table.of(Entity, KNOWN), Table.of(Link, ()), Table.of(Event, events),
        Table.of(Involvement, involvements), Table.of(Parse, parses), Table.of(Kind, ()), Table.of(Office, offices),
    )  # fmt: skip


def line(*parties, what="Ostrava promised Marn to return the boat", category="commitment"):
    return Relation("rel:1", category, parties, what, "promised", None, (Evidence("doc:p", 0, 5),))


def test_a_party_stands_once_and_nobody_in_particular_not_at_all():
    made = tidied(pile(page("p", "x")), line("ent:guild", "ent:union", "ent:crowd", "ent:lurn", "ent:marn"))
    assert made.parties == ("ent:guild", "ent:marn")


def test_a_line_keeps_the_only_party_it_has():
    assert tidied(pile(page("p", "x")), line("ent:crowd")).parties == ("ent:crowd",)


@pytest.mark.parametrize(
    "name", ["thirty people", "individuals", "two men", "Twenty-two people", "several other witnesses"]
)
def test_those_who_are_only_counted_are_nobody(name):
    assert NOBODY.match(name)


@pytest.mark.parametrize("name", ["the guards", "nurses of the clinic", "Women of Lurn", "People's Front"])
def test_a_group_of_its_own_is_somebody(name):
    assert not NOBODY.match(name)


def test_who_leads_a_body_acts_for_it_and_who_judges_is_no_side():
    office = Office("ent:reeve", "president", "Guild of Harbour Pilots", None, "current", "doc:p", 0, 1)
    bench = replace(office, entity_id="ent:halt", role="judge", organisation=None)
    made = pile(page("p", "x"), offices=[office, bench])
    assert made.side("ent:reeve") == "ent:guild"
    assert made.judges("ent:halt") and not made.judges("ent:reeve")
    assert pile(page("p", "x"), offices=[replace(office, status="former")]).side("ent:reeve") == "ent:reeve"


def test_an_act_named_in_passing_is_not_what_its_sentence_is_about():
    told = page("p", "Hundreds mourned the sailors killed in the blast")
    rows = "Hundreds NOUN 2 nsubj|mourned VERB 0 root|the DET 4 det|sailors NOUN 2 obj|killed VERB 4 acl|in ADP 8 case|the DET 8 det|" \
        "blast NOUN 5 obl"  # fmt: skip
    blast, mourned = event(told, "blast", "ASSAULT", []), event(told, "mourned", "PROTEST", [])
    made = pile(told, [blast, mourned], [words(told, rows)])
    assert is_main(made, mourned) and not is_main(made, blast)


def test_who_is_named_in_another_clause_takes_no_part():
    told = page("p", "Sailors held by Marn were received by Ostrava")
    rows = "Sailors NOUN 6 nsubj:pass|held VERB 1 acl|by ADP 4 case|Marn PROPN 2 obl:agent|were AUX 6 aux|received VERB 0 root|" \
        "by ADP 8 case|Ostrava PROPN 6 obl:agent"  # fmt: skip
    received = event(told, "received", "CONSULT", ["Marn", "Ostrava"])
    part = [Involvement(received.event_id, "actor", n, who, None, None, "")
            for n, who in enumerate(("ent:marn", "ent:ostrava"))]  # fmt: skip
    assert told_there(pile(told, [received], [words(told, rows)], part), [received]) == ({"ent:ostrava"}, {"ent:marn"})


def test_of_two_names_before_a_verb_without_a_subject_both_sign():
    told = page("p", "Board Mira Halt and Jona Reeve signed")
    rows = "Board PROPN 0 root|Mira PROPN 1 appos|Halt PROPN 2 flat|and CCONJ 5 cc|Jona PROPN 2 conj|Reeve PROPN 5 flat|signed VERB 1 dep"
    assert before(words(told, rows).words, 6) == {1, 4}


def test_a_town_s_council_or_an_inquiry_is_no_body_of_two_sides():
    made = replace(pile(page("p", "x")), entities={n: Entity(n, "organisation", n, None, (), "") for n in (
        "town council", "Commission of Inquiry", "Lake Commission", "joint working group")})  # fmt: skip
    assert [n for n in made.entities if made.joint(n)] == ["Lake Commission", "joint working group"]


@pytest.mark.parametrize(
    "words", ["The round never took place", "The talks did not take place", "The vote failed to go ahead"]
)
def test_what_did_not_come_about_is_known_by_its_words(words):
    assert FAILED.search(words)


def test_a_clause_without_its_head_is_not_told():
    assert not said_enough("was detained on Sunday night") and not said_enough("and the guild that was planned")
    assert ORPHAN.sub("", "evening, the two signed a pact") == "the two signed a pact"


def test_a_line_between_two_states_that_its_words_name_weighs_more_than_one_of_nobody():
    made = pile(page("p", "Ostrava promised Marn to return the boat"))
    known = background(made, [])
    two, none = (
        weights().chance(signs(made, known, line(*who))) for who in (("ent:ostrava", "ent:marn"), ("ent:crowd",))
    )
    assert two > none


def test_no_person_is_a_party_to_a_calamity():
    told = Occurrence("occ:1", None, "fire", "A fire", ("ent:reeve",), (), None, None, None, "happened", 2, 0, 1, 1)
    made = pile(page("p", "A fire burnt down the market"))
    assert of_act(made, told, "incident").parties == ()
    assert of_act(made, replace(told, type="ASSAULT"), "incident").parties == ("ent:reeve",)
