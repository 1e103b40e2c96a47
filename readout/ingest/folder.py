"""folder: the files under the paths a user gives, each once, in an order of their own."""

from __future__ import annotations

import glob
import os
import stat
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import blake2b

from readout.errors import ReadoutError
from readout.ingest.problem import Place, ReadProblem, drop_at, from_os_error
from readout.records import Dropped

RECORD = ".readout"


@dataclass(frozen=True, slots=True)
class File:
    """A file to read; a stream (pipe) where it is no regular file."""

    path: str
    place: Place
    stream: bool = False


@dataclass(frozen=True, slots=True)
class Start:
    """A path to read from: resolved for order, as given, and the folder that names are relative to."""

    resolved: str
    path: str
    base: str


def files_under(paths: Sequence[str], root: str | None) -> Iterator[File | Dropped]:
    """Give all files under the paths, or why one cannot be read; each once, hidden files and records left out.

    Raises: R003 where a path does not lie under `root`.
    """
    seen: set[bytes] = set()
    found = [start for path in dict.fromkeys(paths) for start in starts(path, root)]
    for start in sorted(found, key=lambda s: s.resolved if isinstance(s, Start) else s.location):
        if isinstance(start, Dropped):
            yield start
        else:
            yield from walk(start, seen)


def starts(path: str, root: str | None) -> list[Start | Dropped]:
    """Give where a path or pattern leads."""
    if os.path.lexists(path) or not glob.has_magic(path):
        return [start_at(path, base_of(path, root))]
    fixed = fixed_part(path)
    matches = sorted(glob.glob(path, recursive=True))
    if matches:
        return [start_at(match, root if root is not None else fixed) for match in matches]
    name = os.path.relpath(path, fixed)
    problem = ReadProblem("unreadable", "no file matches this pattern", "check the pattern, and quote it")
    return [drop_at(Place(name, name, name), problem)]


def fixed_part(pattern: str) -> str:
    """Give the folder above the first part that holds a wildcard."""
    parts = pattern.split(os.sep)
    count = next(i for i, part in enumerate(parts) if glob.has_magic(part))
    return os.sep.join(parts[:count]) or (os.sep if pattern.startswith(os.sep) else os.curdir)


def base_of(path: str, root: str | None) -> str:
    """Give the folder that names are relative to: the root, else the folder itself, else the file's folder."""
    if root is not None:
        return root
    return path if os.path.isdir(path) else os.path.dirname(os.path.abspath(path))


def start_at(path: str, base: str) -> Start:
    """Check that a path lies under its base."""
    if not within(os.path.abspath(path), os.path.abspath(base)):
        raise ReadoutError("R003", f"{path} does not lie under --root {base}.", "Name a folder above all paths.")
    return Start(os.path.realpath(path), path, base)


def within(path: str, folder: str) -> bool:
    """Tell whether a path is a folder or lies under it."""
    return path == folder or path.startswith(folder.rstrip(os.sep) + os.sep)


def first_time(path: str, seen: set[bytes]) -> bool:
    """Tell whether a file or folder was not met yet, under whatever name.

    Cost: a digest of 16 bytes for each; ten million of them fit in memory, as many paths may not.
    """
    digest = blake2b(os.fsencode(os.path.realpath(path)), digest_size=16).digest()
    new = digest not in seen
    seen.add(digest)
    return new


def place_of(path: str, base: str) -> Place:
    """Name a file by its POSIX path relative to the base, NFC."""
    relative = os.path.relpath(path, base)
    shown = os.fsencode(relative).decode("utf-8", "replace").replace(os.sep, "/")
    name = unicodedata.normalize("NFC", shown)
    return Place(name, name, name.rpartition("/")[2])


def walk(start: Start, seen: set[bytes]) -> Iterator[File | Dropped]:
    """Give the files under one start that were not met yet, depth first, in the order of their locations."""
    tree = os.path.realpath(start.path)
    waiting = [start.path]
    while waiting:
        path = waiting.pop()
        place = place_of(path, start.base)
        try:
            status = os.stat(path)
            if not within(os.path.realpath(path), tree):
                raise OUTSIDE
            if not first_time(path, seen):
                continue
            if stat.S_ISDIR(status.st_mode):
                waiting += entries(path)
            else:
                yield file_at(path, place, status, given=path == start.path)
        except OSError as error:
            yield drop_at(place, from_os_error(error))
        except ReadProblem as problem:
            yield drop_at(place, problem)


OUTSIDE = ReadProblem("unsafe", "it is a link that leads out of the folder", "name its target as a path of its own")


def entries(folder: str) -> list[str]:
    """List a folder for a stack: last location first. Raises ReadProblem for a record, which is no input."""
    if folder.rstrip(os.sep).endswith(RECORD):
        raise ReadProblem("unsupported", "it is a record, not input", "look into it with `readout ls`")
    with os.scandir(folder) as scan:
        found = [e for e in scan if not e.name.startswith(".") and not e.name.endswith(RECORD)]
    found.sort(key=sort_name, reverse=True)
    return [e.path for e in found]


def sort_name(entry: os.DirEntry[str]) -> str:
    """Name an entry so that a folder sorts where its files do; a link that leads nowhere sorts as a file."""
    try:
        return entry.name + "/" if entry.is_dir() else entry.name
    except OSError:  # a link to itself
        return entry.name


def file_at(path: str, place: Place, status: os.stat_result, given: bool) -> File:
    """Take a regular file, or a pipe that was given by name. Raises ReadProblem for devices and sockets."""
    if stat.S_ISREG(status.st_mode):
        return File(path, place)
    if given and stat.S_ISFIFO(status.st_mode):
        return File(path, place, stream=True)
    raise ReadProblem("unsupported", "it is no regular file", "name a file or folder")
