"""A person's full name behind a title that a rewriter spoiled is that person; a hall called after one is not."""

from __future__ import annotations

import pytest

from tests.stages.test_resolve import Who

NAMED = ("Defence Minister Nora Kern said no.",)


@pytest.mark.parametrize("words", ["Guard Priest Nora Kern said no.", "Guard Serve Nora Kern was dull."])
def test_a_spoiled_title_is_no_body(words: str) -> None:
    who = Who(NAMED, (words,))
    assert who.names("person") == ["Nora Kern"] and not who.names("organisation")


def test_a_school_called_after_somebody_is_a_school() -> None:
    from readout.text.names_people import is_spoiled

    assert is_spoiled("Guard Priest Nora Kern") and not is_spoiled("School Nora Kern") and not is_spoiled("Nora Kern")


def test_a_ministry_is_also_known_by_its_shorter_name() -> None:
    from types import SimpleNamespace
    from typing import Any, cast

    from readout.stages.resolve import shorter

    def names(name: str, country: str | None = "Torvia") -> list[str]:
        return list(shorter(cast(Any, SimpleNamespace(name=name, country=country))))

    assert names("Ministry of Foreign Affairs of Torvia") == ["Foreign Ministry of Torvia"]
    assert names("Ministry of Finance of Torvia") == ["Finance Ministry of Torvia"]
    assert names("Ministry of Trade and Industry of Torvia") == names("Ministry of Finance of Torvia", None) == []
