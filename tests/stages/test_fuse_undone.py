"""fuse: what was called off, only asked, wished or denied, and what copies alone seem to tell."""

from __future__ import annotations

from readout.records import Kind, Lineage, Parse, Participant, Reuse, Word
from readout.stages.fuse.undone import called_off
from tests.stages.fusing import event, fused, on, page


def words(text: str, *rows: tuple[str, str, str, int, str]) -> tuple[Word, ...]:
    """Make parsed words of (form, tag, lemma, head, relation)."""
    made, at = [], 0
    for form, tag, lemma, head, relation in rows:
        at = text.index(form, at)
        made.append(Word(at, at + len(form), tag, lemma, head, relation, "O"))
        at += len(form)
    return tuple(made)


SCRAPS = "Kol scraps the trip to Marn."
SCRAPS_WORDS = words(
    SCRAPS, ("Kol", "PROPN", "Kol", 1, "nsubj"), ("scraps", "VERB", "scrap", -1, "root"), ("the", "DET", "the", 3, "det"),
    ("trip", "NOUN", "trip", 1, "obj"), ("to", "ADP", "to", 5, "case"), ("Marn", "PROPN", "Marn", 3, "nmod"),
)  # fmt: skip


def test_who_scraps_a_trip_tells_of_the_trip_that_it_is_off():
    undone = called_off(SCRAPS_WORDS, 4, 10)
    assert undone is not None
    assert (undone.kind, undone.status, undone.journey) == ("CONSULT", "cancelled", True)


def test_who_scraps_a_tax_calls_off_no_act():
    text = "Kol scraps the tax."
    parsed = words(
        text, ("Kol", "PROPN", "Kol", 1, "nsubj"), ("scraps", "VERB", "scrap", -1, "root"), ("the", "DET", "the", 3, "det"),
        ("tax", "NOUN", "tax", 1, "obj"),
    )  # fmt: skip
    assert called_off(parsed, 4, 10) is None


def test_a_planned_visit_and_the_word_that_it_is_scrapped_are_one_that_was_cancelled():
    plan = page("plan", "Ana Kol will visit Marn next week.", "2025-03-03")
    off = page("off", SCRAPS, "2025-03-08")
    events = [
        event(plan, "visit", "CONSULT", ["Ana Kol"], status="planned", mode="visit", **on("2025-03-11")),
        event(off, "scraps", "REJECT", ["Kol"], **on("2025-03-08")),
    ]
    occurrences = fused([plan, off], events, parses=[Parse(off.doc_id, 0, len(SCRAPS), SCRAPS_WORDS)])[0]
    assert [(o.type, o.status, o.date_start) for o in occurrences] == [("CONSULT", "cancelled", "2025-03-11")]


def test_who_asks_whether_demands_nothing():
    one = page("one", "Ana Kol asked Ilir Ruse whether the road was open.")
    assert not list(fused([one], [event(one, "asked", "REQUEST", ["Ana Kol", "Ilir Ruse"])])[0])


def test_who_wants_to_travel_asks_nobody():
    one = page("one", "Ana Kol wants to travel to Marn.")
    wish = event(one, "travel", "CONSULT", ["Ana Kol"], status="proposed", coded_type="REQUEST", holder="want")
    assert not list(fused([one], [wish])[0])


def test_a_deed_that_nobody_tells_but_who_denies_it_is_told_beside_the_denial_as_denied():
    one = page("one", "Ana Kol denied that Marn had closed the road.")
    events = [
        event(one, "denied", "REJECT", ["Ana Kol"]),
        event(one, "closed", "SANCTION", ["Marn"], status="denied"),
    ]
    assert {(o.type, o.status) for o in fused([one], events)[0]} == {("REJECT", "happened"), ("SANCTION", "denied")}


def test_what_a_synonym_in_a_copy_seems_to_tell_makes_no_occurrence():
    text = "Ana Kol told the crowd that Marn was near."
    one, spun = page("one", text), page("spun", text.replace("told", "instructed"))
    reuse = Reuse("reu:1", "doc:one", 0, 40, "doc:spun", 0, 40, "spun", 0.9, "right_from_left", "")
    lineage = Lineage("lin:1", "doc:one", "one", ("doc:one", "doc:spun"), "")
    asked = event(spun, "instructed", "COERCE", ["Ana Kol", "Marn"])
    kinds = [Kind("doc:one", "original", ""), Kind("doc:spun", "spun", "")]
    assert not list(fused([one, spun], [asked], [reuse], [lineage], kinds)[0])
    assert len(fused([one, spun], [asked])[0]) == 1


def test_two_visits_of_one_traveller_to_two_hosts_are_two():
    one = page("one", "Ana Kol cut short a visit to Brel.")
    two = page("two", "Ana Kol visited the injured in hospital.", "2025-03-11")
    far = Participant(None, "Brel", 28, 32, None, None)
    hurt = Participant(None, "injured", 20, 27, None, None)
    events = [
        event(one, "visit", "CONSULT", ["Ana Kol"], mode="visit", recipients=(far,), place="Brel"),
        event(two, "visited", "CONSULT", ["Ana Kol"], mode="visit", recipients=(hurt,)),
    ]
    assert len(fused([one, two], events)[0]) == 2


def test_who_refuses_to_resign_answers_no_threat_of_a_strike():
    one = page("one", "The union threatened to strike. Ana Kol will not resign over trains, her spokesman said.")
    threat = event(one, "threatened", "THREATEN", ["union"])
    refusal = event(one, "resign", "REJECT", ["Ana Kol"])
    found = [o for o in fused([one], [threat, refusal])[0] if o.type == "REJECT"]
    assert [o.recipients for o in found] == [()]
