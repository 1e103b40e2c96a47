"""Background that two pages share whose texts are not in the pile."""

from __future__ import annotations

from readout.records import Document
from readout.stages.trace.background import Suspected, less_certain
from readout.stages.trace.origins import Counted
from tests.stages.trace.test_trace import page, traced

SPUN = page(
    "a",
    "Ferry captains of the Ossian Line will vote on Thursday on whether to anchor their boats, their guild mentioned.\n\n"
    "The guild was born of the winter when the Maid of Brannoch sank with 71 individuals under a clear sky, her bow doors "
    "open. An inquest beneath coroner Fenella Drust discovered that a loose chain, well worth nine crowns, had held the "
    "doors. The road's proprietor, the distiller Angus Torrald, paid the widows in whisky shares that by no means paid a "
    "dividend.\n\n"
    "A spokesman mentioned timetables could be printed on Friday.",
    credited_source="Brannoch Gazette",
)
REWRITE = page(
    "b",
    "Minister asks ferry guild to wait\n\n"
    "The islands' minister appealed to the captains on Wednesday night not to leave harvest crews stranded.\n\n"
    "It was a chain, loose and worth nine crowns, that had kept the bow doors of the Maid of Brannoch, the inquest of the "
    "coroner Fenella Drust found after she went down one winter, under clear skies, with 71 aboard. Out of that winter came "
    "the guild. The widows got shares in whisky, on which no dividend was ever paid, from Angus Torrald, the distiller who "
    "owned the line.\n\n"
    "The minister did not say what he would do if the guild refused.",
    credited_source="The Brannoch Gazette",
)
OTHERS = (
    page(
        "c",
        "Ferries between the islands may stop next week. Captains of the Ossian Line vote on Thursday, their guild said. They "
        "want two men on every bridge at night. The line carries 4,000 passengers a day in the harvest weeks, and the minister "
        "has asked both sides to wait until the crews are home. The guild said that it had waited since the spring.",
    ),
    page(
        "d",
        "My grandfather was a captain of the Ossian Line, and he would have voted against a strike. But he never had to take "
        "the night ferry alone. The guild asks for two men on the bridge; the line says that it cannot pay them. On Thursday "
        "the captains will tell us what they think, and the minister can do nothing but ask them to wait.",
    ),
    page(
        "e",
        "The harbour of Brannoch is full of harvest crews who sleep on their bags. Nobody knows whether the ferry will sail "
        "next week. The captains vote on Thursday; the guild's hall is locked. A woman sells soup to the passengers, and the "
        "minister was seen on the pier on Wednesday night, without his hat.",
    ),
)


def suspected(*pages: Document) -> set[tuple[str, str, str, str]]:
    rows = traced(*pages)[0]
    return {(r.left_doc, r.right_doc, r.kind, r.direction) for r in rows if r.because.startswith("suspected")}


def test_background_reworded_twice_is_suspected_and_joins_no_families() -> None:
    reuses, lineages, voices, _ = traced(SPUN, REWRITE, *OTHERS)
    assert suspected(SPUN, REWRITE, *OTHERS) == {("a", "b", "spun", "common_upstream")}
    words = [REWRITE.text[r.right_start : r.right_end] for r in reuses]
    assert any("whisky" in w for w in words) and not any("appealed" in w for w in words)
    assert all(len(x.members) == 1 for x in lineages)
    (record,) = (v for v in voices if v.about == "record")
    assert (record.voices_low, record.voices_high) == (4, 4)


def test_nothing_is_suspected_of_a_page_that_is_its_own_origin() -> None:
    assert not suspected(page("a", SPUN.text), REWRITE, *OTHERS)
    assert not suspected(SPUN, page("b", REWRITE.text), *OTHERS)


def test_nothing_is_suspected_without_others_to_tell_what_everybody_knows() -> None:
    assert not suspected(SPUN, REWRITE)


def test_pages_that_name_different_sources_share_no_publisher() -> None:
    other = page("b", REWRITE.text, credited_source="Skerry Press")
    assert not suspected(SPUN, other, *OTHERS)


def test_what_a_third_page_tells_as_well_is_no_background_of_one_publisher() -> None:
    retold = (
        " Every islander knows of the Maid of Brannoch: 71 aboard, a clear winter sky, bow doors that only a chain had held, worth "
        "nine crowns and loose, as the coroner, Fenella Drust, found at her inquest. And every islander knows what the owner of "
        "the line, Angus Torrald the distiller, gave the widows: shares in whisky, and never a dividend."
    )
    third = page("f", OTHERS[0].text + retold)
    assert not suspected(SPUN, REWRITE, *OTHERS[1:], third)


def counted(page: int, *, unsure: bool = False) -> Counted:
    return Counted(f"lin{page}", None, page, lone=True, certain=True, unsure=unsure, absent=not unsure)


def test_of_two_texts_perhaps_of_one_publisher_one_is_certain() -> None:
    found = [Suspected((1, 3), [])]
    assert [o.certain for o in less_certain([counted(1), counted(2), counted(3)], found)] == [True, True, False]
    assert all(o.certain for o in less_certain([counted(1), counted(3, unsure=True)], found)), "counted as unsure already"
