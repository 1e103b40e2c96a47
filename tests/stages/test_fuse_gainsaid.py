"""fuse: what the next sentence says that somebody denies, and pages that a machine reworded."""

from __future__ import annotations

from dataclasses import replace

from readout.ids import make_id
from readout.records import Parse, Sentence, Story
from readout.stages.fuse.gainsaid import DENIED, WHAT_WAS_SAID, gainsaid, said
from readout.stages.fuse.rows import latest_status
from readout.stages.fuse.telling import people
from readout.stages.fuse.tellings import tellings
from readout.stages.fuse.themes import Wordings
from readout.tables import Table
from readout.text.origins import origins_of
from tests.stages.fusing import PEOPLE, event, involvements, on, page
from tests.stages.test_fuse_undone import words

TEXT = "The union said guards had beaten drivers. The ministry denied it."
SAID = words(
    TEXT, ("The", "DET", "the", 1, "det"), ("union", "NOUN", "union", 2, "nsubj"), ("said", "VERB", "say", -1, "root"),
    ("guards", "NOUN", "guard", 5, "nsubj"), ("had", "AUX", "have", 5, "aux"), ("beaten", "VERB", "beat", 2, "ccomp"),
    ("drivers", "NOUN", "driver", 5, "obj"),
)  # fmt: skip


def test_only_what_was_said_before_is_denied():
    for behind in (" it.", " the report within the hour.", " this flatly.", " the army’s claim.", " the allegations."):
        assert WHAT_WAS_SAID.match(behind), behind
    for behind in (" that he had met them.", " the claim that men had died.", " any part in it.", " the visa."):
        assert not WHAT_WAS_SAID.match(behind), behind
    assert DENIED.fullmatch("denied")
    assert not DENIED.fullmatch("rejected")  # who rejects a charge may have done what is told


def test_a_clause_that_somebody_says_is_his_word_and_what_stands_beside_it_is_not():
    assert said(SAID, 5)
    assert not said(SAID, 2)
    assert not said(SAID, 6)


def test_what_is_only_said_and_denied_in_the_next_sentence_is_told_as_denied():
    told = page("a", TEXT)
    end = TEXT.index(".") + 1
    spans = [(0, end), (end + 1, len(TEXT))]
    sentences = [Sentence(make_id("sen", told.doc_id, s, e), told.doc_id, s, e, n) for n, (s, e) in enumerate(spans)]
    events = [
        replace(event(told, "beaten", "ASSAULT", [], **on("2025-03-09")), sentence_id=sentences[0].sentence_id, attributed_to="att:1"),
        replace(event(told, "denied", "REJECT", []), sentence_id=sentences[1].sentence_id),
    ]
    wordings = Wordings({told.doc_id: TEXT}, sentences, [Parse(told.doc_id, 0, end, SAID)])
    known = people(Table.of(type(PEOPLE[0]), PEOPLE), (), [told], events, involvements(events), [Story("sto:1", (told.doc_id,), "")])
    made = tellings([told], wordings, events, [], known, [Story("sto:1", (told.doc_id,), "")], origins_of((), ()), [])
    beaten, denied = sorted(made, key=lambda t: t.event.start)
    assert (beaten.status, denied.kind) == ("denied", "REJECT")
    assert latest_status([beaten]) == "denied"
    assert gainsaid([replace(beaten, status="happened"), replace(denied, depth=5)], wordings)[0].status == "happened"


def test_a_page_that_a_machine_reworded_makes_no_plan_a_deed():
    told = page("a", TEXT)
    known = people(Table.of(type(PEOPLE[0]), PEOPLE), (), [told], [], [], [Story("sto:1", (told.doc_id,), "")])
    act = event(told, "beaten", "PROTEST", [], **on("2025-03-09"))
    story = [Story("sto:1", (told.doc_id,), "")]
    (one,) = tellings([told], Wordings({told.doc_id: TEXT}, (), ()), [act], [], known, story, origins_of((), ()), [])
    planned = replace(one, status="planned")
    assert latest_status([planned, replace(one, status="happened", reworded=True)]) == "planned"
    assert latest_status([replace(one, status="happened", reworded=True)]) == "happened"
