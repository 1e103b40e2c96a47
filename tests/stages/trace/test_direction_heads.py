"""trace: who credits whom, by the outlet's name or by the name in its head."""

from __future__ import annotations

from dataclasses import replace

import pytest

from readout.stages.trace.direction import credits
from tests.stages.test_clean import BODY, HEAD
from tests.stages.test_clean_document import document

COPY = document(f"{HEAD}\n\nVell Daily, 4 May 2031\nFrom a report in Recado de Sarn\n\n{BODY}")


@pytest.mark.parametrize(
    "head", ["Recado de Sarn\nBy Ada Brenn", "Recado de Sarn - Tuesday, 3 May 2031", "By Ada Brenn, Recado de Sarn"]
)
def test_a_page_is_credited_by_the_name_in_its_head(head: str) -> None:
    source = document(f"{HEAD}\n\n{head}\n\n{BODY}")
    assert COPY.credited_source == "Recado de Sarn" and credits(COPY, source)


def test_a_page_that_credits_the_same_name_is_not_it() -> None:
    other = document(f"{HEAD}\n\nMarn Weekly, 4 May 2031\nFrom a report in Recado de Sarn\n\n{BODY}")
    assert not credits(COPY, other) and not credits(other, COPY)


def test_a_name_that_the_text_alone_speaks_of_is_no_head() -> None:
    source = document(
        f"{HEAD}\n\nBy Ada Brenn\n\n{BODY} The writer works for Recado de Sarn, which prints in the town."
    )
    assert not credits(COPY, replace(source, outlet=None))
