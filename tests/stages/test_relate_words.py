"""The words, parties and states of a line of the sheet are those of the act it shows."""

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
    Office,
    Parse,
    Relation,
    Word,
)
from readout.stages.relate.alike import joined
from readout.stages.relate.index import pile_of
from readout.stages.relate.mains import is_main
from readout.stages.relate.parties import named_beside, only_saying, own, tidied
from readout.stages.relate.pile import OF_SOCIETY
from readout.stages.relate.wording import DEALT, NO_DEAL, TELLING, UNREAL, named_whole, stretched, tells, worded
from readout.tables import Table
from tests.stages.fusing import PEOPLE, event, page

BAKERS = Entity("ent:bakers", "group", "bakers", None, (), "")
TROOPS = Entity("ent:troops", "group", "Marn soldiers", None, (), "")
MARNIANS = Entity("ent:marnians", "group", "Marnians", None, (), "")
KOLS = Entity("ent:kols", "organisation", "Kol administration", None, (), "")
LONG = (
    Entity("ent:velden", "country", "Velden", "Velden", (), ""),
    Entity("ent:veldeners", "group", "Veldeners", None, (), ""),
)
KNOWN = (*PEOPLE, BAKERS, TROOPS, MARNIANS, KOLS, *LONG)


def parsed(document, rows):
    """Read the words of a page written as form, part of speech, head from 1, relation."""
    read, at = [], 0
    for row in rows.split("|"):
        form, upos, head, relation = row.split()
        at = document.text.index(form, at)
        read.append(Word(at, at + len(form), upos, form.lower(), int(head) - 1, relation, "O"))
        at += len(form)
    told = tuple(replace(w, lemma={"said": "say"}.get(w.lemma, w.lemma)) for w in read)
    return Parse(document.doc_id, 0, len(document.text), told)


def pile(document, events=(), parses=(), named=()):
    mentions = [
        Mention(f"men:{n}", document.doc_id, document.text.index(n), document.text.index(n) + len(n), "name")
        for n, _ in named
    ]
    links = [Link(who, m.mention_id, "same", None, "", "resolve") for m, (_, who) in zip(mentions, named, strict=True)]
    return pile_of(
        Table.of(Document, [document]), Table.of(Mention, mentions), Table.of(Entity, KNOWN), Table.of(Link, links),
        Table.of(Event, events), Table.of(Involvement, ()), Table.of(Parse, parses), Table.of(Kind, ()), Table.of(Office, ()),
    )  # fmt: skip


def line(
    *parties, what="Ostrava promised Marn to return the boat", category="commitment", status="promised", at=(0, 5)
):
    return Relation("rel:1", category, parties, what, status, None, (Evidence("doc:p", *at),))


@pytest.mark.parametrize(("words", "told"), [
    ("they keep up high-level contacts", "high-level contacts"),
    ("the cross-border ferry", "cross-border ferry"),
])  # fmt: skip
def test_a_word_with_a_hyphen_is_whole(words, told):
    start = words.index("-") + 1
    assert words[slice(*stretched(words, start, len(words)))] == told


def test_a_name_is_whole():
    words = "They met in the North-Sea Herring Trade committee"
    assert words[named_whole(words, words.index("Trade")) :] == "North-Sea Herring Trade committee"
    assert words[named_whole(words, words.index("committee")) :] == "committee"


def test_words_that_break_off_in_a_phrase_are_shown_to_the_end():
    told = page("p", "Marn will pay the bakers of Lurn")
    read = parsed(
        told,
        "Marn PROPN 3 nsubj|will AUX 3 aux|pay VERB 0 root|the DET 5 det|bakers NOUN 3 obj|of ADP 7 case|Lurn PROPN 5 nmod",
    )
    cut = told.text.index(" of Lurn")
    stump = line("ent:marn", what=told.text[:cut], at=(0, cut))
    made = worded(pile(told), {"doc:p": [read]}, stump)
    assert (made.what, made.evidence) == (told.text, (Evidence("doc:p", 0, len(told.text)),))
    whole = line("ent:marn", what=told.text, at=(0, len(told.text)))
    assert worded(pile(told), {"doc:p": [read]}, whole) == whole


def test_a_quotation_is_closed():
    told = page("p", "Marn called it “a farce”.")
    read = parsed(
        told,
        "Marn PROPN 2 nsubj|called VERB 0 root|it PRON 2 obj|“ PUNCT 6 punct|a DET 6 det|farce NOUN 2 xcomp|” PUNCT 6 punct",
    )
    end = told.text.index("”")
    made = worded(pile(told), {"doc:p": [read]}, line("ent:marn", what=told.text[:end], at=(0, end)))
    assert made.what == "Marn called it “a farce”"


def test_people_who_are_only_described_are_no_party_beside_one_that_is():
    assert tidied(pile(page("p", "x")), line("ent:bakers", "ent:troops", "ent:marn")).parties == ("ent:marn",)


def test_a_people_is_its_country():
    assert tidied(pile(page("p", "x")), line("ent:veldeners", "ent:velden")).parties == ("ent:velden",)
    assert tidied(pile(page("p", "x")), line("ent:velden", "ent:marn")).parties == ("ent:velden", "ent:marn")


def test_a_government_named_for_its_head_is_its_country():
    assert tidied(pile(page("p", "x")), line("ent:kols", "ent:ostrava")).parties == ("ent:ostrava",)
    assert tidied(pile(page("p", "x")), line("ent:kols", "ent:marn")).parties == ("ent:kols", "ent:marn")


def test_nobody_refuses_his_own_demand():
    one = line("ent:marn", category="position", status="demand; refused by Marn; refused by Ostrava")
    assert tidied(pile(page("p", "x")), one).status == "demand; refused by Ostrava"


REPORTED = "Marn PROPN 2 nsubj|shelled VERB 0 root|Velden PROPN 2 obj|, PUNCT 6 punct|Ostrava PROPN 6 nsubj|said VERB 2 parataxis"


def test_who_reports_a_deed_is_no_party_to_it():
    told = page("p", "Marn shelled Velden, Ostrava said")
    shelled = event(told, "shelled", "ASSAULT", ["Marn"])
    made = pile(
        told,
        [shelled],
        [parsed(told, REPORTED)],
        [("Marn", "ent:marn"), ("Velden", "ent:velden"), ("Ostrava", "ent:ostrava")],
    )
    assert only_saying(made, shelled) == ("ent:ostrava",)
    sides = ("ent:marn", "ent:ostrava", "ent:velden")
    assert own(made, sides, shelled, [shelled], deed=True) == ("ent:marn", "ent:velden")
    assert named_beside(made, shelled) == ["ent:marn", "ent:velden"]


def test_a_place_and_who_is_named_in_a_clause_beside_the_act_are_not_in_it():
    told = page("p", "Marn met Ostrava in Velden")
    rows = "Marn PROPN 2 nsubj|met VERB 0 root|Ostrava PROPN 2 obj|in ADP 5 case|Velden PROPN 2 obl"
    met = event(told, "met", "CONSULT", ["Marn"])
    made = pile(
        told, [met], [parsed(told, rows)], [("Marn", "ent:marn"), ("Velden", "ent:velden"), ("Ostrava", "ent:ostrava")]
    )
    assert named_beside(made, met) == ["ent:marn", "ent:ostrava"]


def test_what_somebody_sees_a_thing_as_is_no_deed():
    told = page("p", "Marn sees sanctions everywhere")
    noun = event(told, "sanctions", "SANCTION", ["Marn"])
    read = parsed(told, "Marn PROPN 2 nsubj|sees VERB 0 root|sanctions NOUN 2 obj|everywhere ADV 2 advmod")
    seeing = replace(read, words=tuple(replace(w, lemma="see") if w.upos == "VERB" else w for w in read.words))
    imposing = replace(read, words=tuple(replace(w, lemma="impose") if w.upos == "VERB" else w for w in read.words))
    assert not is_main(pile(told, [noun], [seeing]), noun)
    assert is_main(pile(told, [noun], [imposing]), noun)


@pytest.mark.parametrize(("what", "told"), [
    ("The baker had his guests sign for the bread", False),
    ("Marn signed a trade accord", True),
])  # fmt: skip
def test_a_signature_is_not_always_a_deal(what, told):
    assert bool(DEALT.search(what) and not NO_DEAL.search(what)) == told


@pytest.mark.parametrize(("kind", "what", "told"), [
    ("refusal", "Marn turned the offer of grain down", True),
    ("refusal", "Marn shows little appetite for the grain", False),
    ("threat", "Ostrava warned that the mills would stop", True),
    ("threat", "Ostrava hinted at lower tolls", False),
])  # fmt: skip
def test_a_stand_is_told_by_a_word_that_takes_it(kind, what, told):
    assert bool(TELLING[kind].search(what)) == told


def test_a_line_tells_what_it_is():
    assert not tells(line("ent:marn", what="Marn closed the mill"))
    assert tells(line("ent:marn", what="Marn agreed to close the mill"))
    assert UNREAL.search("a refusal would have angered the bakers")
    assert not tells(
        line("ent:marn", category="position", status="refusal", what="A refusal would have angered the bakers")
    )


def test_what_was_refused_was_asked_for_and_an_incident_stands_one_way():
    asked = line(
        "ent:marn",
        "ent:ostrava",
        category="position",
        status="refusal; refused by Ostrava",
        what="Marn wants its boats and grain back",
    )
    again = replace(asked, relation_id="rel:2", status="refusal", evidence=(Evidence("doc:q", 0, 9),))
    assert [r.status for r in joined([asked, again])] == ["demand; refused by Ostrava"]
    fire = line("ent:marn", category="incident", status="historical", what="Soldiers burned the old mill down")
    later = replace(fire, relation_id="rel:2", status="happened", evidence=(Evidence("doc:q", 0, 9),))
    assert [r.status for r in joined([fire, later])] == ["happened"]


def test_a_plan_is_called_off_by_a_line_that_tells_so():
    visit = line("ent:marn", category="upcoming", status="planned", what="Marn opens the mill bridge on Friday")
    off = replace(
        visit,
        relation_id="rel:2",
        status="cancelled",
        what="Marn will not open the mill bridge",
        evidence=(Evidence("doc:q", 0, 9),),
    )
    assert [(r.status, r.what) for r in joined([visit, off])] == [("cancelled", off.what)]
    other = replace(off, what="Bridge inspectors cancelled lunch")
    assert [r.status for r in joined([replace(visit, date="2025-04-01"), replace(other, date="2025-04-01")])] == [
        "planned"
    ]


@pytest.mark.parametrize("name", ["Marn's bakers' union", "Ostravan opposition", "striking miners of Marn"])
def test_a_body_of_society_does_not_stand_for_its_country(name):
    assert OF_SOCIETY.search(name)
