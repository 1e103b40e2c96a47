"""The hand-made record, written once."""

from __future__ import annotations

import pytest

from readout.api import Record
from tests.web.world import make_record


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Record:
    return make_record(tmp_path_factory.mktemp("web") / "varn.readout")
