"""People's corrections lie over the rows: views show them, the stored rows stay, undoing brings everything back."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from readout.api import Record
from readout.errors import ReadoutError
from readout.store.overrides import Override, in_force, read_overrides, write_overrides
from tests.web.world import BRENN, MARSH, NO, REFUSAL, TALKS, VISIT, make_record


@pytest.fixture
def record(tmp_path: Path) -> Path:
    make_record(tmp_path / "v.readout")
    return tmp_path / "v.readout"


def corrected(record: Path, *listed: Override) -> Record:
    write_overrides(record, listed)
    return Record(record)


def occurrences(record: Record) -> dict[str, dict]:
    return {o["occurrence_id"]: o for o in record.occurrences}


def test_two_occurrences_become_one_with_the_reports_of_both(record: Path) -> None:
    merged = occurrences(corrected(record, Override("merge", VISIT, TALKS, "the same journey")))
    assert VISIT not in merged
    talks = merged[TALKS]
    assert (talks["reports"], talks["copies"], talks["voices_low"], talks["voices_high"]) == (4, 2, 2, 3)
    opened = Record(record)
    assert {e["occurrence_id"] for e in opened.events} == {TALKS, REFUSAL}
    human = [x for x in opened.links if x["by"] == "human"]
    assert [(h["verdict"], h["because"]) for h in human] == [("same", "the same journey")]


def test_two_persons_become_one_everywhere(record: Path) -> None:
    opened = corrected(
        record, Override("merge", MARSH, BRENN, "one person"), Override("rename", BRENN, "Ada Brenn-Marsh", "")
    )
    (one,) = [e for e in opened.entities if e["type"] == "person"]
    assert one["name"] == "Ada Brenn-Marsh" and {"Ada Brenn", "Olek Marsh"} <= set(one["aliases"])
    assert {m["entity_id"] for m in opened.mentions} == {BRENN}
    assert {p["entity_id"] for e in opened.events for p in (*e["actors"], *e["recipients"])} == {BRENN}
    assert occurrences(opened)[TALKS]["actors"] == [BRENN]
    assert {a["speaker_name"] for a in opened.attributions} == {"Ada Brenn-Marsh"}


def test_an_event_is_taken_out_and_a_status_corrected(record: Path) -> None:
    event = next(e["event_id"] for e in Record(record).events if e["occurrence_id"] == TALKS)
    opened = corrected(
        record, Override("split", event, "", "another meeting"), Override("status", REFUSAL, "denied", "")
    )
    found = occurrences(opened)
    assert found[TALKS]["reports"] == 3 and found[REFUSAL]["status"] == "denied"
    assert next(e for e in opened.events if e["event_id"] == event)["occurrence_id"] is None
    assert any(x["verdict"] == "different" and x["by"] == "human" for x in opened.links)


def test_an_occurrence_is_found_again_by_its_event_when_its_id_changed(record: Path) -> None:
    anchor = next(e["event_id"] for e in Record(record).events if e["occurrence_id"] == REFUSAL)
    opened = corrected(record, Override("rename", "occ:0000000000000000", "Marsh says no", "", anchor))
    assert occurrences(opened)[REFUSAL]["summary"] == "Marsh says no"


def test_without_corrections_everything_is_as_before(record: Path) -> None:
    before = {
        name: list(Record(record).table(name)) for name in ("events", "occurrences", "entities", "links", "reports")
    }
    corrected(record, Override("merge", VISIT, TALKS, ""))
    (record / "overrides.toml").unlink()
    assert {name: list(Record(record).table(name)) for name in before} == before


def test_merges_are_followed_and_circles_end() -> None:
    known = frozenset(("ent:a", "ent:b", "ent:c"))
    chain = [Override("merge", "ent:a", "ent:b", ""), Override("merge", "ent:b", "ent:c", "")]
    assert {(o.target, o.value) for o in in_force(chain, {}, known)} == {("ent:a", "ent:c"), ("ent:b", "ent:c")}
    circle = [Override("merge", "ent:a", "ent:b", ""), Override("merge", "ent:b", "ent:a", "")]
    assert len(in_force(circle, {}, known)) <= 2
    assert in_force([Override("merge", "ent:z", "ent:a", "")], {}, known) == []


@pytest.mark.parametrize(
    "text",
    [
        "[[override]]\nact = 'merge'",
        "[[override]]\nact = 'merge'\ntarget = 'ent:a'",
        "[[override]]\nact = 'split'\ntarget = 'doc:a'",
        "override = 3",
        "not toml",
    ],
)
def test_a_broken_file_says_what_is_wrong(tmp_path: Path, text: str) -> None:
    (tmp_path / "overrides.toml").write_text(text)
    with pytest.raises(ReadoutError, match="R024"):
        read_overrides(tmp_path)


def test_the_commands_write_list_and_undo(record: Path) -> None:
    def readout(*words: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run([sys.executable, "-m", "readout", "override", *words], capture_output=True, text=True)

    assert readout("merge", str(record), VISIT, TALKS[:12], "--because", "one journey").returncode == 0
    assert readout("status", str(record), REFUSAL, "wrong").returncode == 2
    assert "one journey" in readout("list", str(record)).stdout
    assert 'because = "one journey"' in (record / "overrides.toml").read_text()
    assert readout("undo", str(record), "1").returncode == 0
    assert read_overrides(record) == []
    assert occurrences(Record(record))[REFUSAL]["summary"] == NO
    shutil.rmtree(record)
