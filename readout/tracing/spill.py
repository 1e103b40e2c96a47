"""Keep rows and bytes in files while a pile is traced: numbered buckets of rows, and a shelf of objects."""

from __future__ import annotations

import os
import pickle
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]


class Buckets:
    """Rows of one type in numbered files, each in the order the rows came."""

    def __init__(self, folder: Path, name: str, kind: Any) -> None:
        self.folder, self.name, self.kind = folder, name, np.dtype(kind)

    def path(self, number: int) -> Path:
        """Give the file of a bucket."""
        return self.folder / f"{self.name}-{number:05d}"

    def add(self, numbers: Ints, rows: NDArray[Any]) -> None:
        """Put each row into the bucket of its number."""
        order = np.argsort(numbers, kind="stable")
        sorted_numbers = numbers[order]
        cuts = [0, *(np.flatnonzero(np.diff(sorted_numbers)) + 1).tolist(), len(order)]
        for low, high in pairwise(cuts):
            if high > low:
                self.append(int(sorted_numbers[low]), rows[order[low:high]])

    def append(self, number: int, rows: NDArray[Any]) -> None:
        """Put rows into one bucket."""
        with self.path(number).open("ab") as out:
            out.write(np.ascontiguousarray(rows).data)

    def read(self, number: int) -> NDArray[Any]:
        """Give the rows of a bucket."""
        path = self.path(number)
        return np.fromfile(path, self.kind) if path.exists() else np.zeros(0, self.kind)

    def drop(self, number: int) -> None:
        """Remove a bucket."""
        self.path(number).unlink(missing_ok=True)


def put(path: Path, held: Any) -> None:
    """Add an object to a file of objects."""
    with path.open("ab") as out:
        pickle.dump(held, out, protocol=pickle.HIGHEST_PROTOCOL)


def taken(path: Path) -> Iterator[Any]:
    """Give the objects of a file, in the order they were put; none where there is no file."""
    if not path.exists():
        return
    with path.open("rb") as file:
        while file.peek(1):
            yield pickle.load(file)  # written by this process a moment ago, in a folder of its own


class Shelf:
    """Objects by number, in one file."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.ends: list[int] = [0]
        self._out = path.open("wb")
        self._file: int | None = None

    def add(self, held: Any) -> None:
        """Put the next object."""
        self._out.write(parcel := pickle.dumps(held, protocol=pickle.HIGHEST_PROTOCOL))
        self.ends.append(self.ends[-1] + len(parcel))

    def close(self) -> None:
        """End writing; from here on objects may be taken."""
        self._out.close()
        self._file = os.open(self.path, os.O_RDONLY)

    def __len__(self) -> int:
        return len(self.ends) - 1

    def __iter__(self) -> Iterator[Any]:
        return (self[number] for number in range(len(self)))

    def __getitem__(self, number: int) -> Any:
        if self._file is None:
            raise ValueError("a shelf is read once it is closed")
        start = self.ends[number]
        return pickle.loads(os.pread(self._file, self.ends[number + 1] - start, start))  # as in `taken`

    def __del__(self) -> None:
        if self._file is not None:
            os.close(self._file)


class Column:
    """Values in a file, appended in order and read in stretches."""

    def __init__(self, path: Path, kind: Any) -> None:
        self.path, self.kind = path, np.dtype(kind)
        self._file = os.open(path, os.O_RDWR | os.O_CREAT | os.O_TRUNC)
        self.size = 0

    def append(self, values: NDArray[Any]) -> None:
        """Put values behind the others."""
        self.write(self.size, values)
        self.size += len(values)

    def write(self, at: int, values: NDArray[Any]) -> None:
        """Put values from a place on."""
        whole = np.ascontiguousarray(values, self.kind).data.cast("B")
        done = 0
        while done < len(whole):
            done += os.pwrite(self._file, whole[done:], at * self.kind.itemsize + done)

    def read(self, stretches: Iterator[tuple[int, int]], room: int) -> NDArray[Any]:
        """Give the values of some stretches `[start, end)`, laid end to end; `room` is how many they are."""
        made = np.empty(room, self.kind)
        view, at = made.view(np.uint8).data, 0
        for start, end in stretches:
            left, place = (end - start) * self.kind.itemsize, start * self.kind.itemsize
            while left:
                got = os.preadv(self._file, [view[at : at + left]], place)
                at, left, place = at + got, left - got, place + got
        return made

    def __del__(self) -> None:
        os.close(self._file)
