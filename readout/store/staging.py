"""Parts of a run that is under way: complete or absent, so that a killed run goes on where it stopped."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from readout.store.layout import sync_folder

if TYPE_CHECKING:
    import pyarrow as pa


class Staging:
    """The parts of one run, told apart by a digest of what can change its rows (stages, versions, options)."""

    def __init__(self, record: Path, digest: str) -> None:
        self.folder = record / "work" / f"parts-{digest[:16]}"
        self.clear_others(record)
        self.folder.mkdir(parents=True, exist_ok=True)
        self.count = len(self.parts())

    def clear_others(self, record: Path) -> None:
        """Remove parts that other options made, and halves that a killed run left."""
        for path in (record / "work").glob("parts-*"):
            if path != self.folder:
                shutil.rmtree(path)
        for path in self.folder.glob(".*"):
            shutil.rmtree(path)

    def parts(self) -> list[Path]:
        """List the complete parts."""
        return sorted(p for p in self.folder.glob("[0-9]*") if p.is_dir())

    def files(self, table: str) -> list[str]:
        """List the files of one table over all parts."""
        return [str(p / f"{table}.parquet") for p in self.parts() if (p / f"{table}.parquet").exists()]

    def saved(self) -> Iterator[dict[str, pa.Table]]:
        """Give the captures of each complete part, with what was dropped of them."""
        import pyarrow.parquet as parquet

        for part in self.parts():
            if (part / "captures.parquet").exists():
                yield {n: parquet.read_table(part / f"{n}.parquet") for n in ("captures", "dropped")}

    def add(self, tables: Mapping[str, pa.Table]) -> None:
        """Write one part whole."""
        import pyarrow.parquet as parquet

        fresh = self.folder / f".{self.count:08d}"
        fresh.mkdir()
        for name, table in tables.items():
            parquet.write_table(table, fresh / f"{name}.parquet", compression="zstd", row_group_size=8192)
        os.replace(fresh, self.folder / f"{self.count:08d}")
        sync_folder(self.folder)
        self.count += 1

    def clear(self) -> None:
        """Remove every part."""
        shutil.rmtree(self.folder, ignore_errors=True)
