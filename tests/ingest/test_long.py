"""Pages that are no prose, or very long: read in a time that grows with their length, and told."""

from __future__ import annotations

import time

import pytest

from readout.lexicon import abbreviations
from readout.lexicon.agencies import agencies
from readout.stages.trace.doubled import rising
from readout.text.changed_numbers import went_from
from readout.text.sentences import LONGEST, sentences
from tests.conftest import STORY
from tests.oracles.chains import chain


@pytest.mark.parametrize("run", ["q", "Ab-", "1,", "é", "; ", "word "])
def test_a_sentence_without_an_end_is_cut(run: str) -> None:
    text = run * (4 * LONGEST // len(run))
    found = sentences(text, 0, len(text), abbreviations())
    assert len(found) > 3 and max(end - start for start, end in found) <= LONGEST
    covered = sum(end - start for start, end in found)
    assert covered >= len(text.replace(" ", "")) and found == sorted(found)


def test_a_long_sentence_is_cut_between_words() -> None:
    text = "The list names " + ", ".join(f"place {n}" for n in range(900)) + "."
    found = sentences(text, 0, len(text), abbreviations())
    assert len(found) > 1 and all(text[start:].startswith(("The", "place")) for start, _ in found)


def test_names_of_publishers_are_looked_for_in_short_lines_only() -> None:
    started = time.process_time()
    assert not agencies().is_publisher("y" * 100_000)
    assert time.process_time() - started < 0.5
    assert agencies().is_agency("Sorrel News Agency")


def test_what_a_number_was_is_looked_for_right_before_it() -> None:
    text = "The fare rose from about 90 crowns to 45 crowns."
    assert went_from(text, text.index("90"), text.index("90") + 9, text.index("45"))
    assert went_from("." * 9000 + text, 9000 + text.index("90"), 9000 + text.index("90") + 9, 9000 + text.index("45"))


@pytest.mark.parametrize("seed", range(40))
def test_the_heaviest_chain_is_that_of_the_slow_search(seed: int) -> None:
    import random

    chance = random.Random(seed)
    pairs = {(chance.randrange(12), chance.randrange(12, 24)) for _ in range(chance.randrange(30))}
    found = sorted((i, j, chance.choice((0.3, 0.5, 0.9))) for i, j in pairs)
    assert rising(found, 12) == chain(found, 12)


def test_a_run_without_a_space_is_no_text_and_the_page_is_read(read, tmp_path) -> None:  # type: ignore[no-untyped-def]
    from readout.api import Record

    (tmp_path / "page.txt").write_text(
        f"{STORY}\n{'QmFzZTY0' * 2000}\n\nThe ministry in Marn closed at noon.\n", "utf-8"
    )
    (tmp_path / "row.txt").write_text(f"{STORY}\nBrenn said that {'x9' * 20_000} was not hers.\n", "utf-8")
    read(tmp_path / "page.txt", tmp_path / "row.txt", engine="plain", workers=1)
    record = Record(tmp_path / "x.readout")
    assert {d["external_id"]: d["language"] for d in record.documents} == {"page.txt": "en", "row.txt": "en"}
    told = [b["because"] for b in record.blocks if b["role"] == "boilerplate"]
    assert "a run of 16000 characters without a space is no prose" in told


def test_a_page_of_more_than_a_hundred_articles_is_not_analysed(read, tmp_path) -> None:  # type: ignore[no-untyped-def]
    from readout.api import Record

    (tmp_path / "long.txt").write_text(" ".join(STORY.split()) * 1100, "utf-8")
    read(tmp_path / "long.txt", engine="plain", workers=1)
    (page,) = Record(tmp_path / "x.readout").documents
    assert not page["analysed"] and "cut it into its articles" in page["analysed_because"]
