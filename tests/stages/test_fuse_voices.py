"""At least and at most how many voices tell an act."""

from __future__ import annotations

from types import SimpleNamespace

from readout.records import Lineage
from readout.stages.fuse.same import Score
from readout.stages.fuse.voices import MOST, voice
from readout.text.origins import origins_of

PAGES = "abcdefgh"
ORIGINS = origins_of([Lineage(f"lin:{p}", f"doc:{p}", None, (f"doc:{p}",), "x") for p in PAGES], [])


def told(pages):
    return [
        SimpleNamespace(event=SimpleNamespace(event_id=f"eve:{p}", doc_id=f"doc:{p}"), origins=(f"lin:{p}",))
        for p in pages
    ]


def counted(pages, retold="", **scores):
    joined = {(f"eve:{pair[0]}", f"eve:{pair[1]}"): Score(value, "x") for pair, value in scores.items()}
    made = voice("occ:x", told(pages), ORIGINS, [(f"doc:{p}", 0, 9) for p in retold], joined)
    return made.voices_low, made.voices_high


def test_reports_much_alike_are_voices_for_certain():
    assert counted("ab", ab=0.95) == (2, 2)


def test_reports_joined_by_little_may_tell_of_two_acts():
    assert counted("abc", ab=0.95, bc=0.4) == (2, 3)
    assert counted("abc", ab=0.4, bc=0.4) == (2, 3)  # of two acts one has two of the three
    assert counted("ab", ab=0.4) == (1, 2)


def test_pages_that_may_retell_an_act_count_at_most_up_to_a_bound():
    assert counted("a", "bc") == (1, 3)
    assert counted("a", "bcdefgh") == (1, 1 + MOST)


def test_a_page_of_an_origin_counted_already_takes_no_place():
    assert counted("a", "aaabcd") == (1, 4)
