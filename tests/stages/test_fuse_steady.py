"""Whether two events are one depends on the two, not on what else the pile tells."""

from __future__ import annotations

from itertools import combinations

from readout.stages.fuse.cluster import close
from tests.stages.fusing import event, fused, on, page

PAGES = [
    page("one", "Ana Kol met Ilir Ruse in Brel on Monday about the ferry line."),
    page("two", "Ilir Ruse and Ana Kol met to talk about the ferry line."),
    page("three", "Ostrava demanded that Marn pay for the burnt ferry."),
    page("four", "Ostrava wants Marn to pay for the ferry that burnt."),
    page("five", "Tova Dane visited the harbour of Sorn."),
]
EVENTS = [
    event(PAGES[0], "met", "CONSULT", ["Ana Kol", "Ilir Ruse"], **on("2025-03-10")),
    event(PAGES[1], "met", "CONSULT", ["Ilir Ruse", "Ana Kol"]),
    event(PAGES[2], "demanded", "REQUEST", ["Ostrava"]),
    event(PAGES[3], "wants", "REQUEST", ["Ostrava"]),
    event(PAGES[4], "visited", "CONSULT", ["Tova Dane"], mode="visit"),
]


def joined(pages, events):
    """Give the pairs of events that stand in one occurrence."""
    told: dict[str, list[str]] = {}
    for link in fused(pages, events)[2]:
        told.setdefault(link.right, []).append(link.left)
    return {frozenset(pair) for members in told.values() for pair in combinations(members, 2)}


def test_what_joins_stays_joined_when_any_other_page_goes():
    whole = joined(PAGES, EVENTS)
    assert len(whole) == 2
    for gone in PAGES:
        kept = [e for e in EVENTS if e.doc_id != gone.doc_id]
        left = {pair for pair in whole if pair <= {e.event_id for e in kept}}
        assert joined([p for p in PAGES if p is not gone], kept) == left


def test_what_joins_stays_joined_when_any_other_event_goes():
    whole = joined(PAGES, EVENTS)
    for gone in EVENTS:
        kept = [e for e in EVENTS if e is not gone]
        assert joined(PAGES, kept) == {pair for pair in whole if gone.event_id not in pair}


def test_an_inauguration_is_no_meeting_with_the_one_who_is_sworn_in():
    one = page("one", "The inauguration of Ana Kol was postponed.")
    two = page("two", "A meeting between Ana Kol and the bishops was called off.", None)
    events = [
        event(one, "inauguration", "CONSULT", ["Ana Kol"], mode="ceremony", status="postponed"),
        event(two, "meeting", "CONSULT", ["Ana Kol"], status="cancelled"),
    ]
    assert len(fused([one, two], events)[0]) == 2


def test_sentences_of_unlike_length_are_no_one_passage():
    long = frozenset(["stay", "away", "arrest", "trade", "envoy", "summit", "suspect", "spy", "copy", "plan"])
    assert not close(frozenset(("arrest",)), long)
    assert close(frozenset(["stay", "away", "arrest", "envoy"]), long)
