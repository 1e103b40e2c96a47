"""A page that tells a passage twice."""

from __future__ import annotations

from readout.stages.trace.doubled import reaching_on
from tests.stages.trace.test_trace import OTHER, WIRE, page, traced

TOLD_AGAIN = (
    "Tarvik shut its harbour on Tuesday when a vessel spilled 40 tonnes of oil beside the northern pier. "
    "All night teams stretched booms over the channel, Ilse Marn, who is captain of the port, told us. "
    "Until Friday trawlers must keep to their berths. Belvo Lines, the owner of the tanker, promised that it "
    "would meet the bill. In 2019 judges in Ostmark had fined this firm for another, lesser leak."
)


def test_a_rewrite_and_its_original_on_one_page_are_found() -> None:
    reuses, _, _, kinds = traced(page("a", f"{OTHER}\n\n{TOLD_AGAIN}\n\n{WIRE}"), page("b", OTHER.replace("valley", "hills")))
    (within,) = (r for r in reuses if r.left_doc == r.right_doc)
    assert within.left_end <= within.right_start and within.kind == "spun"
    assert {k.doc_id: k.kind for k in kinds}["a"] == "mixed"


def test_a_page_that_returns_to_its_subject_tells_nothing_twice() -> None:
    later = (
        "\n\nBy Friday the channel at Tarvik was clean. Ilse Marn, the port captain, let the fishing boats out at dawn, "
        "and the first of them came home with herring. Belvo Lines has not said what the work cost."
    )
    reuses, *_ = traced(page("a", WIRE + later), page("b", OTHER))
    assert [r for r in reuses if r.left_doc == r.right_doc] == []


def test_such_a_page_is_no_origin() -> None:
    _, lineages, voices, _ = traced(page("a", f"{TOLD_AGAIN}\n\n{WIRE}"), page("b", OTHER, credited_source="Norwire"))
    assert [x.origin for x in lineages if x.members == ("a",)] == [None]
    assert [(v.voices_low, v.voices_high) for v in voices if v.about == "record"] == [(1, 2)]


def test_the_telling_that_another_page_has_too_is_the_original() -> None:
    reuses, _, voices, _ = traced(page("a", f"{TOLD_AGAIN}\n\n{WIRE}"), page("b", WIRE, outlet="Norwire"), page("c", OTHER))
    (within,) = (r for r in reuses if r.left_doc == r.right_doc)
    assert within.direction == "left_from_right" and "stands in b too" in within.because
    assert [(v.voices_low, v.voices_high) for v in voices if v.about == "a"] == [(1, 1)]


def test_a_telling_goes_on_past_sentences_that_the_other_leaves_out() -> None:
    run = [(3, 12, 0.6), (4, 13, 0.7), (5, 14, 0.6)]
    assert reaching_on([(1, 9, 0.4), *run, (6, 17, 0.3)], run) == [(1, 9, 0.4), *run, (6, 17, 0.3)]


def test_a_telling_ends_where_the_other_goes_on_alone() -> None:
    run = [(3, 12, 0.6), (4, 13, 0.7), (5, 14, 0.6)]
    far = [(2, 7, 0.5), (2, 5, 0.5), (6, 19, 0.5), (13, 15, 0.5)]
    assert reaching_on([*far, *run], run) == run
