"""utter brings together what reports one act of saying, and keeps apart what does not."""

from __future__ import annotations

import random
from typing import Any

import pytest

from readout.ids import make_id, sha256
from readout.records import Attribution, Document, Involvement, Kind, Link, Reuse, Utterance
from readout.stages.utter import utter
from readout.tables import Table

GATE = "“We opened the northern lighthouse gate at dawn, and nobody came to shut it,”"
SPUN = "“We unlocked the northern beacon entrance at daybreak, and no one arrived to close it,”"


class Pile:
    """Pages of one quotation each, put together by hand."""

    def __init__(self) -> None:
        self.documents: list[Document] = []
        self.attributions: list[Attribution] = []
        self.involvements: list[Involvement] = []
        self.reuses: list[Reuse] = []
        self.kinds: list[Kind] = []

    def page(self, name: str, words: str, speaker: str | None = "Ann Poe", **more: Any) -> str:
        """Add a page that says `words`, by `speaker`; give the id of its attribution."""
        kind, published, said = more.get("kind", "direct"), more.get("published", "2031-05-06"), more.get("said")
        doc_id = f"doc:{name}"
        self.documents.append(
            Document(doc_id, name, None, sha256(words.encode()), None, None, (), published, "given", (), "en", True, "English",
                     None, None, text=f"{words} Rest.")
        )  # fmt: skip
        at = make_id("att", doc_id)
        self.attributions.append(
            Attribution(at, doc_id, kind, ((0, len(words)),), (), (), speaker_name=speaker, date=said, act=more.get("act"))
        )
        if speaker:
            self.involvements.append(Involvement(at, "speaker", 0, f"ent:{speaker}", speaker, "AAA", "test"))
        self.kinds.append(Kind(doc_id, more.get("page", "original"), "test"))
        return at

    def copied(self, left: str, right: str, kind: Any = "spun", direction: Any = "right_from_left") -> None:
        """Say that one page was made of another."""
        ends = [len(next(d.text for d in self.documents if d.external_id == name)) for name in (left, right)]
        self.reuses.append(
            Reuse(
                make_id("reu", left, right),
                f"doc:{left}",
                0,
                ends[0],
                f"doc:{right}",
                0,
                ends[1],
                kind,
                0.5,
                direction,
                "test",
            )
        )

    def read(self) -> tuple[list[Utterance], list[Link]]:
        tables = (self.documents, self.attributions, self.involvements, self.reuses, self.kinds)
        for rows in tables:
            random.Random(3).shuffle(rows)
        types = (Document, Attribution, Involvement, Reuse, Kind)
        made, links = utter(*(Table.of(t, rows) for t, rows in zip(types, tables, strict=True)))  # type: ignore[arg-type]  # pairs fit
        return list(made), list(links)


def test_the_same_words_on_two_pages_are_one_saying_linked_from_both() -> None:
    pile = Pile()
    ids = {pile.page("a", GATE), pile.page("b", GATE)}
    (one,), links = pile.read()
    assert set(one.wordings) == ids
    assert (one.speaker, one.speaker_name, one.voices) == ("ent:Ann Poe", "Ann Poe", 2)
    assert {link.left for link in links} == ids
    assert {link.right for link in links} == {one.utterance_id}


def test_a_spun_wording_joins_and_is_altered_and_never_best() -> None:
    pile = Pile()
    plain, spun = pile.page("a", GATE[:-2] + "”"), pile.page("b", SPUN, page="spun")
    pile.copied("a", "b")
    (one,), links = pile.read()
    assert (one.best_wording, one.altered, one.voices) == (plain, (spun,), 1)
    told = next(link.because for link in links if spun in (link.left, link.right))
    assert "“unlocked” for “opened”" in told
    assert "the page is spun" in told


def test_direct_beats_partial_and_long_beats_trimmed() -> None:
    pile = Pile()
    pile.page("a", "opened the northern lighthouse gate at dawn", kind="partial")
    longest = pile.page("b", GATE)
    pile.page("c", "“We opened the northern lighthouse gate at dawn”")
    (one,), _ = pile.read()
    assert one.best_wording == longest
    assert len(one.wordings) == 3


def test_similar_sayings_of_one_speaker_on_different_days_are_two() -> None:
    pile = Pile()
    pile.page("a", "“We came to talk, not to trade.”", published="2031-05-06")
    pile.page("b", "“We went to talk, not to trade.”", published="2031-05-09")
    made, _ = pile.read()
    assert len(made) == 2


def test_a_short_slogan_on_days_stated_apart_is_two_sayings() -> None:
    pile = Pile()
    pile.page("a", "“No more delays.”", said="2031-05-02")
    pile.page("b", "“No more delays.”", said="2031-05-06")
    made, _ = pile.read()
    assert len(made) == 2


def test_another_speaker_for_the_same_words_is_one_saying_with_a_flag() -> None:
    pile = Pile()
    pile.page("a", GATE)
    pile.page("b", GATE)
    wrong = pile.page("c", GATE, speaker="Bo Lund")
    (one,), _ = pile.read()
    assert (one.speaker, one.disputed) == ("ent:Ann Poe", (wrong,))
    assert "another speaker" in one.because


def test_a_denial_is_no_wording_of_what_was_stated() -> None:
    pile = Pile()
    words = "that the northern lighthouse gate had been opened at dawn by the guards"
    pile.page("a", words, kind="indirect", act="deny")
    pile.page("b", words, kind="indirect", act="state")
    made, _ = pile.read()
    assert len(made) == 2


def test_a_ministry_named_for_its_minister_is_no_misattribution() -> None:
    pile = Pile()
    pile.page("a", GATE)
    pile.page("b", GATE)
    pile.page("c", GATE, speaker="Ministry of Ports")
    (one,), _ = pile.read()
    assert (len(one.wordings), one.disputed) == (3, ())


@pytest.mark.parametrize("other", ["“The budget will be voted on next week in the lower house.”", "“It rained.”"])
def test_other_words_are_other_sayings(other: str) -> None:
    pile = Pile()
    pile.page("a", GATE)
    pile.page("b", other)
    made, _ = pile.read()
    assert len(made) == 2


def test_two_quotations_of_one_page_are_not_joined_by_likeness() -> None:
    pile = Pile()
    pile.page("a", GATE)
    text = pile.documents[0].text + " " + SPUN
    pile.documents[0] = Document(
        "doc:a",
        "a",
        None,
        sha256(b"x"),
        None,
        None,
        (),
        "2031-05-06",
        "given",
        (),
        "en",
        True,
        "English",
        None,
        None,
        text=text,
    )
    start = text.index(SPUN)
    pile.attributions.append(
        Attribution("att:z", "doc:a", "direct", ((start, start + len(SPUN)),), (), (), speaker_name="Ann Poe")
    )
    made, _ = pile.read()
    assert len(made) == 2


def test_a_term_is_no_saying_and_untraced_pages_have_no_count_of_voices() -> None:
    pile = Pile()
    pile.page("a", "“Gone”", kind="term")
    pile.page("b", GATE)
    pile.kinds = []
    (one,), _ = pile.read()
    assert one.voices is None


def test_a_promise_reported_inside_a_saying_is_another_saying() -> None:
    pile = Pile()
    whole = "The mayor said that the council had promised to open the northern lighthouse gate at dawn every day"
    pile.page("a", whole, kind="indirect")
    start = whole.index("to open")
    pile.attributions.append(
        Attribution("att:z", "doc:a", "indirect", ((start, len(whole)),), (), (), speaker_name="Ann Poe")
    )
    made, _ = pile.read()
    assert len(made) == 2
