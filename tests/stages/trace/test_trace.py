"""The stage as a whole, on pages written for the purpose."""

from __future__ import annotations

from readout.records import Attribution, Block, Document, Recurrence, Sentence
from readout.stages.segment import segment
from readout.stages.trace import Made, trace
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


def test_pages_that_share_nothing_are_originals() -> None:
    reuses, lineages, _, kinds = traced(page("a", WIRE), page("b", OTHER))
    assert not len(reuses) and len(lineages) == 2
    assert {k.kind for k in kinds} == {"original"}


def test_spans_point_at_the_shared_words() -> None:
    lead = "Our own reporter saw gulls covered in oil along the beach this morning, and no one there to help.\n\n"
    (reuse,) = traced(page("a", WIRE), page("b", lead + WIRE))[0]
    text = (lead + WIRE)[reuse.right_start : reuse.right_end]
    assert WIRE[reuse.left_start : reuse.left_end] == text and len(text) > 0.95 * len(WIRE)
