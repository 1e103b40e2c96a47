"""fuse: who holds people of whom it is only told that they were held or let go, and who calls a march."""

from __future__ import annotations

from readout.records import Parse, Participant
from tests.stages.fusing import event, fused, page
from tests.stages.test_fuse_undone import words


def dane(document):
    at = document.text.index("Tova Dane")
    return Participant(None, "Tova Dane", at, at + 9, None, None)


def actors(found, type):
    return [o.actors for o in found if o.type == type]


def test_who_took_somebody_let_them_go_where_nobody_else_holds_anybody():
    one = page("one", "Ostrava arrested Tova Dane on Monday.")
    two = page("two", "Tova Dane was freed on Friday.")
    events = [
        event(one, "arrested", "COERCE", ["Ostrava"], recipients=(dane(one),), mode="arrest"),
        event(two, "freed", "RETREAT", [], recipients=(dane(two),), mode="release"),
    ]
    assert actors(fused([one, two], events)[0], "RETREAT") == [("ent:ostrava",)]


def test_who_is_let_go_on_bail_is_let_go_by_a_court():
    one = page("one", "Ostrava arrested Tova Dane on Monday. Tova Dane was freed on bail on Friday.")
    events = [
        event(one, "arrested", "COERCE", ["Ostrava"], recipients=(dane(one),), mode="arrest"),
        event(one, "freed", "RETREAT", [], recipients=(dane(one),), mode="release"),
    ]
    assert actors(fused([one], events)[0], "RETREAT") in ([()], [])


def test_a_march_that_somebody_had_planned_is_theirs():
    text = "The march that Ostrava had planned was called off on Friday."
    one = page("one", text)
    parsed = words(
        text, ("The", "DET", "the", 1, "det"), ("march", "NOUN", "march", 7, "nsubj:pass"), ("that", "PRON", "that", 5, "obj"),
        ("Ostrava", "PROPN", "Ostrava", 5, "nsubj"), ("had", "AUX", "have", 5, "aux"), ("planned", "VERB", "plan", 1, "acl:relcl"),
        ("was", "AUX", "be", 7, "aux:pass"), ("called", "VERB", "call", -1, "root"),
    )  # fmt: skip
    events = [event(one, "march", "PROTEST", [], status="cancelled")]
    found = fused([one], events, parses=[Parse(one.doc_id, 0, len(text), parsed)])[0]
    assert actors(found, "PROTEST") == [("ent:ostrava",)]
