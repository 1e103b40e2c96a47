"""The stage as a whole, on pages written for the purpose."""

from __future__ import annotations

from readout.records import Attribution, Block, Document, Recurrence, Sentence
from readout.stages.segment import segment
from readout.stages.trace import Made, trace
from readout.stages.trace.origins import merged
from readout.tables import Table

WIRE = (
    "The harbour of Tarvik was closed on Tuesday after a tanker lost 40 tonnes of fuel near the northern pier. "
    "Crews worked through the night to lay booms across the channel, said the port captain, Ilse Marn.\n\n"
    "Fishing boats were told to stay at their berths until Friday. The company that owns the tanker, Belvo Lines, "
    "said it would pay for the work. A court in Ostmark fined the same company in 2019 for a smaller leak."
)
OTHER = (
    "Schools in the valley will open an hour later from Monday, because buses cannot pass the flooded road. "
    "Parents were told by letter, and the mayor, Oda Brenn, asked for patience until the bridge is mended."
)


def page(name: str, text: str, **more: str | None) -> Document:
    values: dict[str, object] = {"url": None, "capture_sha256": "", "outlet": None, "title": None, "bylines": ()}
    values |= {"published": None, "published_basis": "none", "date_candidates": (), "language": "en", "analysed": True}
    values |= {"analysed_because": "", "credited_source": None}
    return Document(**{**values, "credited_because": None, **more, "doc_id": name, "external_id": name, "text": text})  # type: ignore[arg-type]


def traced(*pages: Document) -> Made:
    documents = Table.of(Document, pages)
    blocks = Table.of(Block, [Block(d.doc_id, 0, len(d.text), "body", "given") for d in pages])
    sentences = segment(documents, blocks)
    assert sentences.row_type is Sentence
    return trace(documents, blocks, Table.of(Recurrence, []), sentences, Table.of(Attribution, []))


def test_equal_pages_are_one_family_and_one_voice() -> None:
    reuses, _, voices, _ = traced(page("a", WIRE), page("b", WIRE), page("c", OTHER))
    assert [(r.left_doc, r.right_doc, r.kind, r.direction) for r in reuses] == [("a", "b", "verbatim", "same_text")]
    (record,) = (v for v in voices if v.about == "record")
    assert (record.voices_low, record.voices_high) == (2, 2)


def test_credit_tells_the_direction() -> None:
    copy = page("b", WIRE, credited_source="Norwire", credited_because="(Norwire)")
    reuses, lineages, _, kinds = traced(page("a", WIRE, outlet="Norwire"), copy)
    assert {r.direction for r in reuses} == {"right_from_left"}
    assert [(x.origin, x.members) for x in lineages] == [("a", ("a", "b"))]
    assert [k.kind for k in kinds] == ["original", "republication"]


def test_a_page_that_says_another_reported_it_has_it_from_there() -> None:
    copy = page("a", WIRE + " The work will last a month, the Tarvik Ledger reported.", outlet="Marn Post")
    reuses, _, _, kinds = traced(copy, page("b", WIRE, outlet="Tarvik Ledger"))
    assert {r.direction for r in reuses} == {"left_from_right"}
    assert {k.doc_id: k.kind for k in kinds}["b"] == "original"


def test_a_paper_has_it_from_the_agency_whose_dateline_it_is() -> None:
    dispatch = page("b", "TARVIK (NNA) - " + WIRE, outlet="Norda News Agency")
    reuses, _, _, _ = traced(page("a", WIRE, outlet="Marn Post"), dispatch)
    assert {r.direction for r in reuses} == {"left_from_right"}


def test_the_name_of_an_agency_alone_tells_no_direction() -> None:
    reuses, _, _, _ = traced(page("a", WIRE, outlet="Marn Post"), page("b", WIRE, outlet="Norda News Agency"))
    assert {r.direction for r in reuses} == {"same_text"}
    assert "the right page is an agency's dispatch" in next(iter(reuses)).because


def test_letters_and_the_full_name_are_one_agency_where_one_fits() -> None:
    assert merged({"tna", "tarvik news agency"})["tna"] == "tarvik news agency"
    assert merged({"tna", "tarvik news agency", "tolvian news agency"})["tna"] == "tna"


def test_pages_that_share_nothing_are_originals() -> None:
    reuses, lineages, _, kinds = traced(page("a", WIRE), page("b", OTHER))
    assert not len(reuses) and len(lineages) == 2
    assert {k.kind for k in kinds} == {"original"}


def test_spans_point_at_the_shared_words() -> None:
    lead = "Our own reporter saw gulls covered in oil along the beach this morning, and no one there to help.\n\n"
    (reuse,) = traced(page("a", WIRE), page("b", lead + WIRE))[0]
    text = (lead + WIRE)[reuse.right_start : reuse.right_end]
    assert WIRE[reuse.left_start : reuse.left_end] == text and len(text) > 0.95 * len(WIRE)


CUT = "Fishing boats were told to stay at their berths until Friday. "


def test_a_page_that_leaves_out_a_sentence_is_verbatim_and_a_republication() -> None:
    copy = page("b", WIRE.replace(CUT, ""), credited_source="Norwire", credited_because="(Norwire)")
    reuses, _, _, kinds = traced(page("a", WIRE, outlet="Norwire"), copy)
    assert {r.kind for r in reuses} == {"verbatim"}
    assert [k.kind for k in kinds] == ["original", "republication"]


def test_what_a_rewriter_made_of_a_wire_says_nothing_of_a_page_that_reprints_it() -> None:
    spun = WIRE.replace("closed", "shuttered").replace("lost", "misplaced").replace("pier", "wharf")
    spun = (
        spun.replace("night", "nighttime")
        .replace("boats", "vessels")
        .replace("company", "firm")
        .replace("smaller", "littler")
    )
    credit = {"credited_source": "Norwire", "credited_because": "(Norwire)"}
    kinds = traced(page("a", WIRE, outlet="Norwire"), page("b", WIRE + "\n", **credit), page("c", spun))[3]
    assert [k.kind for k in kinds] == ["original", "republication", "spun"]


def test_reported_speech_in_a_writer_s_own_words_is_no_quotation() -> None:
    said = (
        "The minister said that the bridge over the Tarn would be closed for nine months from April and that lorries of more "
        "than 12 tonnes would have to go round by Melk, a detour of 70 kilometres for most of the mills in the valley."
    )
    pages = [
        page(n, f"{own} {said}")
        for n, own in (("a", "It rained in the morning."), ("b", "Nobody had asked the mills."))
    ]
    documents = Table.of(Document, pages)
    blocks = Table.of(Block, [Block(d.doc_id, 0, len(d.text), "body", "given") for d in pages])
    made = [(d.doc_id, d.text.index("that the bridge"), len(d.text)) for d in pages]
    indirect = [Attribution(f"att:{d}", d, "indirect", ((s, e),), (), ()) for d, s, e in made]
    tables = documents, blocks, Table.of(Recurrence, []), segment(documents, blocks), Table.of(Attribution, indirect)
    kinds = {r.kind for r in trace(*tables)[0]}
    assert kinds and "shared_quote" not in kinds
