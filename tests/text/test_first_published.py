"""first_published: from which day a reprint counts."""

from __future__ import annotations

import pytest

from readout.text.first_published import written_day


@pytest.mark.parametrize(
    ("published", "credited", "day"),
    [
        ("2031-03-09", "First published by The Harbour Ledger on 5 March 2031.", "2031-03-05"),
        ("2031-03-09", "This article originally appeared in Poole Weekly, March 2, 2031", "2031-03-02"),
        ("2031-03-09", "First published by The Harbour Ledger", "2031-03-09"),
        ("2031-03-09", "First published on 12 March 2031", "2031-03-09"),
        ("2031-03-09", "HARBOUR, 5 March 2031 (Cable)", "2031-03-09"),
        (None, "First published on 12 March 2031", "2031-03-12"),
        ("2031-03-09", None, "2031-03-09"),
    ],
)
def test_a_reprint_counts_from_the_day_of_first_publication(published: str, credited: str, day: str) -> None:
    assert written_day(published, credited) == day
