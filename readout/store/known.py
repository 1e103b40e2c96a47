"""Which captures a record has read already, asked batch by batch, so that nothing is read twice."""

from __future__ import annotations

from pathlib import Path

from readout.store.merge import old_and_staged
from readout.store.staging import Staging

# A capture is known unless its documents were superseded by other bytes at the same location: then the page went
# back to what it was, and what it is now must win again.
KNOWN = """
CREATE TEMP TABLE current_places AS
    SELECT c.location, c.capture_sha256 FROM (SELECT location, capture_sha256, unnest(doc_ids) AS doc_id FROM old_captures) c
    SEMI JOIN old_documents d ON d.doc_id = c.doc_id;
CREATE TEMP TABLE known AS
    SELECT location, capture_sha256 FROM old_captures c
    WHERE len(doc_ids) = 0
       OR EXISTS (FROM current_places p WHERE p.location = c.location AND p.capture_sha256 = c.capture_sha256)
       OR NOT EXISTS (FROM current_places p WHERE p.location = c.location);
CREATE TEMP TABLE saved AS SELECT DISTINCT location, capture_sha256 FROM staged_captures;
CREATE TEMP TABLE forgotten AS
    SELECT DISTINCT external_id, capture_sha256 FROM old_dropped WHERE reason = 'forgotten';
"""

PROBE = """
    SELECT CASE WHEN s.location IS NOT NULL THEN 'saved'
                WHEN k.location IS NOT NULL OR f.external_id IS NOT NULL THEN 'known' ELSE 'fresh' END
    FROM asked a LEFT JOIN known k ON k.location = a.location AND k.capture_sha256 = a.capture_sha256
    LEFT JOIN saved s ON s.location = a.location AND s.capture_sha256 = a.capture_sha256
    LEFT JOIN forgotten f ON f.external_id = a.external_id AND f.capture_sha256 = a.capture_sha256
    ORDER BY a.position"""


class Known:
    """Answers whether captures are in the record (or in the parts of the run under way)."""

    def __init__(self, record: Path, generation: int, staging: Staging, *, nothing: bool = False) -> None:
        self.connection = old_and_staged(record, generation, staging, nothing)
        self.connection.execute(KNOWN)

    def states(self, keys: list[tuple[str, str, str]]) -> list[str]:
        """Tell for each (external_id, location, capture_sha256): known to the record, saved in a part, or fresh."""
        import pyarrow as pa

        columns = list(zip(*keys, strict=True)) or [(), (), ()]
        names = ("external_id", "location", "capture_sha256")
        asked = pa.table({n: pa.array(c, pa.string()) for n, c in zip(names, columns, strict=True)})
        self.connection.register("asked", asked.append_column("position", pa.array(range(len(keys)), pa.int64())))
        return [state for (state,) in self.connection.sql(PROBE).fetchall()]

    def drops(self) -> set[str]:
        """Give the ids of what was dropped before; small beside the documents."""
        return {i for (i,) in self.connection.sql("SELECT dropped_id FROM old_dropped").fetchall()}
