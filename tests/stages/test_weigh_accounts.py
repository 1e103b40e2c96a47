"""Weighing the accounts that several people give of one act, and the stations of one act on several pages."""

from __future__ import annotations

import pytest

from readout import read
from readout.stages import weigh
from readout.stages.weigh.worth import judged


def findings(folder, **pages: str) -> dict[str, list[dict[str, object]]]:
    """Read pages and give the findings by property."""
    for name, text in pages.items():
        (folder / f"{name}.txt").write_text(text, "utf-8")
    record = read([str(folder)], folder.parent / "x.readout")
    made: dict[str, list[dict[str, object]]] = {}
    for f in record.findings:
        made.setdefault(f["property"].split(":")[0], []).append(f)
    return made


def values(finding) -> set[str]:
    """Give the values of a finding."""
    return {v["value"] for v in finding["values"]}


CONCERT = """Concert in Ostervale called off

OSTERVALE, June 3, 2024 - The open-air concert planned for Saturday in Ostervale was called off on Monday.

The promoter, Ida Kell, said the stage had not been delivered; the town council says she never paid the deposit.

"We are sorry," Kell told reporters.
"""
BREWERY = """Brewery accused

HOLLIN, May 6, 2024 - The consumer league on Monday accused the Hollin brewery of having watered its beer.

The brewery rejected the charge. A meter had been faulty, its director, Jon Amber, said.
"""
PIPE = """Why did the pipe burst?

HOLLIN, May 6, 2024 - A water main burst in Hollin on Sunday and two people were hurt.

Why did it burst? Frost, says the water board. In the old town they believe that a digger had struck it.
"""

DIRECTOR = """Director leaves

HOLLIN, May 6, 2024 - The company's director, Ada Brenn, resigned on Sunday. She cited her health. The ferrymen's union said she had been driven out by the trustees.
"""
AUCTION = """No auction in Rask

RASK, June 3, 2024 - The auction of the old lighthouse was to begin on Monday. It did not. The harbour office says the deeds are locked in a safe. The bidders say the office has lost the deeds.
"""

KEEPER = """Keeper suspended

RASK, June 4, 2024 - The harbour ministry in Rask on Monday suspended its director, Jon Amber, for having failed to lock the bear house, it said. His lawyer said he had locked it at six.
"""
TRIAL = """Trial put back

RASK, June 4, 2024 - A court in Rask on Monday put off the trial of the brewer Ida Kell from Tuesday to Friday, saying the judges needed time to read the files.

Kell is accused of having watered her beer, which she denies.

Her lawyer, Mona Verr, said the delay had nothing to do with files. "Two of the judges have gone fishing," she said.
"""
BAKER = """Boy hurt in Rask

RASK, June 4, 2024 - A boy was hurt in front of a bakery in Rask on Monday. The police said that the boy had slipped on the wet steps.

His aunt, Mona Verr, gave a different account, saying that the baker had pushed the boy down the steps.
"""
BARGE = """Barge sinks at Rask

RASK, June 4, 2024 - A barge sank in the harbour of Rask on Monday.

Nor is there agreement about the cause. The police said that the helmsman had fallen asleep; two sailors said that the barge had been hit by a tug.
"""
FERRY = """Why did the ferry turn back?

RASK, June 3, 2024 - The Rask ferry turned back on Sunday and two passengers were hurt.

Why did it turn back? The shipping line speaks of fog. The captain, Jon Amber, gave another reason when he was reached at home: the rudder had jammed twice.
"""


@pytest.mark.parametrize(
    ("page", "told", "agreement"),
    [
        (CONCERT, {"the stage had not been delivered", "she never paid the deposit"}, "partly"),
        (BREWERY, {"watered its beer", "A meter had been faulty"}, "partly"),
        (PIPE, {"Frost", "a digger had struck it"}, "conflict"),
        (DIRECTOR, {"her health", "she had been driven out by the trustees"}, "partly"),
        (TRIAL, {"the judges needed time to read the files", "Two of the judges have gone fishing"}, "conflict"),
        (BAKER, {"the boy had slipped on the wet steps", "the baker had pushed the boy down the steps"}, "conflict"),
        (BARGE, {"the helmsman had fallen asleep", "the barge had been hit by a tug"}, "conflict"),
        (FERRY, {"fog", "the rudder had jammed twice"}, "conflict"),
        (AUCTION, {"the deeds are locked in a safe", "the office has lost the deeds"}, "partly"),
    ],
)
def test_two_accounts_of_one_act_on_one_page_are_two_reasons_that_differ(tmp_path, monkeypatch, page, told, agreement):
    monkeypatch.setattr(weigh, "worth_a_row", judged)  # whether a reader writes them down is another question
    folder = tmp_path / "pages"
    folder.mkdir()
    found = findings(folder, a=page)["reason"]
    assert [(f["agreement"], values(f)) for f in found] == [(agreement, told)]


def test_a_plan_and_its_calling_off_on_another_page_are_one_history(tmp_path):
    folder = tmp_path / "pages"
    folder.mkdir()
    first = "Dockers to strike\n\nRASK, June 3, 2024 - The dockers' union of Rask has announced a strike for Friday, 7 June 2024."
    then = "Strike off\n\nRASK, June 6, 2024 - The dockers' union of Rask on Thursday called off the strike it had planned for 7 June."
    found = findings(folder, a=first, b=then).get("status", [])
    assert any(f["agreement"] == "compatible" and {"planned", "cancelled"} <= values(f) for f in found)


def test_that_there_was_no_meeting_since_a_year_denies_none(tmp_path):
    folder = tmp_path / "pages"
    folder.mkdir()
    text = (
        "Mayors meet\n\nRASK, June 3, 2024 - Mayor Ada Brenn met Mayor Jon Amber in Rask on Monday for two hours. "
        "They had not met since 2019."
    )
    assert "status" not in findings(folder, a=text)


def test_what_people_say_of_what_is_to_come_and_of_numbers_are_no_rival_accounts(tmp_path):
    folder = tmp_path / "pages"
    folder.mkdir()
    text = (
        "Fair off\n\nRASK, June 3, 2024 - The spring fair in Rask was called off on Monday. "
        "The town council said refunds will be paid. The traders' guild said it would meet on Friday."
    )
    assert "reason" not in findings(folder, a=text)


def test_a_number_told_beside_what_it_was_before_is_no_conflict(tmp_path):
    folder = tmp_path / "pages"
    folder.mkdir()
    first = "Mayor promises help\n\nRASK, June 3, 2024 - Mayor Ada Brenn on Monday promised each family 20,000 marks."
    then = (
        "More for families\n\nRASK, June 9, 2024 - Each family is to get 25,000 marks, not 20,000 marks as first promised, "
        "Mayor Ada Brenn said on Sunday."
    )
    assert not [f for f in findings(folder, a=first, b=then).get("amount", []) if f["agreement"] == "conflict"]


def test_a_defence_stands_beside_its_charge(tmp_path):
    folder = tmp_path / "pages"
    folder.mkdir()
    found = findings(folder, a=KEEPER)["reason"]
    assert [values(f) for f in found] == [{"having failed to lock the bear house", "he had locked it at six"}]
