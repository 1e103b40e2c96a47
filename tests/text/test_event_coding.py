"""The rows of the status table, one by one."""

import pytest

from readout.text.event_coding import coded, quad_of, type15

ROWS = [
    ("CONSULT", "happened", "CONSULT"), ("RETREAT", "ongoing", "RETREAT"), ("ASSAULT", "historical", "ASSAULT"),
    ("CONSULT", "planned", "AGREE"), ("RETREAT", "planned", "CONCEDE"), ("ASSAULT", "threatened", "THREATEN"),
    ("AID", "conditional", "AGREE"), ("SANCTION", "planned", "THREATEN"), ("PROTEST", "planned", "THREATEN"),
    ("AID", "proposed", "REQUEST"), ("RETREAT", "proposed", "REQUEST"), ("SANCTION", "proposed", "REQUEST"),
    ("CONSULT", "hypothetical", None), ("ASSAULT", "question", None), ("CONCEDE", "hypothetical", None),
    ("CONSULT", "cancelled", "REJECT"), ("AID", "cancelled", "SANCTION"), ("RETREAT", "cancelled", "REJECT"),
    ("ASSAULT", "cancelled", "RETREAT"), ("THREATEN", "cancelled", "CONCEDE"),
    ("CONSULT", "postponed", None), ("ASSAULT", "postponed", None),
    ("AID", "negated", None), ("ASSAULT", "denied", None), ("ASSAULT", "reported", None),
    ("AGREE", "failed", None), ("ASSAULT", "failed", "ASSAULT"),
    ("CONSULT", "refused", "REJECT"), ("RETREAT", "refused", "REJECT"), ("ASSAULT", "refused", None),
]  # fmt: skip


@pytest.mark.parametrize(("act", "status", "expected"), ROWS)
def test_the_status_table(act: str, status: str, expected: str | None) -> None:
    assert coded(act, status) == expected  # type: ignore[arg-type]  # a status by its name


def test_weather_rejects_nobody_and_a_foiled_attempt_is_no_event() -> None:
    assert coded("CONSULT", "cancelled", by_party=False) is None
    assert coded("ASSAULT", "failed", foiled=True) is None
    assert coded("AID", "planned", aim=True) is None


def test_protest_and_sanction_are_material_conflict_and_yielding_is_one_type_of_fifteen() -> None:
    assert (quad_of("PROTEST"), quad_of("SANCTION"), quad_of("ACCUSE"), quad_of("AID"), quad_of(None)) == (
        4,
        4,
        3,
        2,
        None,
    )
    assert type15("CONCEDE") == type15("RETREAT") == "YIELD"
