"""zipped: members of a zip, of a web archive collection (WACZ), or a DOCX, which is a zip too."""

from __future__ import annotations

import stat
import tempfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from typing import IO, BinaryIO

from readout.ingest import limits
from readout.ingest.captured import Captured
from readout.ingest.item import capture_of
from readout.ingest.problem import Place, ReadProblem, drop_at
from readout.ingest.sniff import DOCX
from readout.ingest.stream import TOO_LARGE, Budget
from readout.ingest.unpack import Meter, broken
from readout.records import Dropped

Found = Iterator[Captured | Dropped]
ReadInside = Callable[[Place, Iterator[bytes], Budget], Found]
ZIP_ERRORS = (
    zipfile.BadZipFile,
    zipfile.LargeZipFile,
    NotImplementedError,
    ValueError,
    UnicodeError,
    EOFError,
    zlib.error,
)
MEMORY = 32 * limits.MIB
"""An archive inside an archive is held in memory up to here, above in a nameless temporary file."""
ENCRYPTED = ReadProblem("encrypted", "it is protected by a password", "unpack it with the password and read the result")


def members_of_zip(
    place: Place, chunks: Iterator[bytes], file: BinaryIO | None, budget: Budget, read: ReadInside
) -> Found:
    """Give what the members hold, in the order of their names; `file` is the zip itself where it can be sought in."""
    if file is not None:
        yield from opened(place, file, budget, read)
        return
    with tempfile.SpooledTemporaryFile(MEMORY) as spool:
        for chunk in chunks:
            spool.write(chunk)
        yield from opened(place, spool, budget, read)


def opened(place: Place, file: IO[bytes], budget: Budget, read: ReadInside) -> Found:
    """Open the directory of a zip and give its members, or the DOCX it is."""
    file.seek(0)
    try:
        archive = zipfile.ZipFile(file)
    except ZIP_ERRORS as error:
        raise broken(f"the zip's directory at its end cannot be read ({error})") from error
    names = {info.filename for info in archive.infolist()}
    if "word/document.xml" in names:
        yield whole(place, file)
        return
    refuse_documents(names)
    for info in sorted(wanted(archive.infolist(), names), key=lambda i: (i.filename, i.header_offset)):
        yield from member(place, archive, info, budget, read)


def whole(place: Place, file: IO[bytes]) -> Captured:
    """Hand on a DOCX as it is."""
    file.seek(0)
    content = file.read(limits.ARTICLE + 1)
    if len(content) > limits.ARTICLE:
        raise TOO_LARGE
    return Captured(capture_of(place, content, DOCX), content)


def refuse_documents(names: set[str]) -> None:
    """Raise ReadProblem for formats that are zips of something else."""
    kinds = (
        ("xl/workbook.xml", "an Excel file"),
        ("ppt/presentation.xml", "a PowerPoint file"),
        ("mimetype", "an OpenDocument file or e-book"),
    )
    for name, what in kinds:
        if name in names:
            raise ReadProblem("unsupported", f"it is {what}", "save it as CSV, DOCX, PDF or text")


def wanted(infos: list[zipfile.ZipInfo], names: set[str]) -> list[zipfile.ZipInfo]:
    """Leave out folders, hidden files, and of a WACZ all but its archives."""
    wacz = "datapackage.json" in names and any(n.startswith("archive/") and ".warc" in n for n in names)
    return [
        info
        for info in infos
        if not info.is_dir() and not hidden(info.filename) and (not wacz or info.filename.startswith("archive/"))
    ]


def hidden(name: str) -> bool:
    """Tell hidden files and what macOS adds to each zip."""
    return any(part == "__MACOSX" or (part.startswith(".") and part != "..") for part in name.split("/"))


def member(place: Place, archive: zipfile.ZipFile, info: zipfile.ZipInfo, budget: Budget, read: ReadInside) -> Found:
    """Give what one member holds, or why not."""
    name = info.filename.replace("\\", "/").encode("utf-8", "replace").decode()
    inside = place.member(name)
    try:
        refuse_member(info, name)
    except ReadProblem as problem:
        yield drop_at(inside, problem)
        return
    yield from read(inside, member_chunks(archive, info, budget), budget)


def refuse_member(info: zipfile.ZipInfo, name: str) -> None:
    """Raise ReadProblem for names that lead out of the archive, links and encrypted members."""
    if name.startswith("/") or ".." in name.split("/") or name[1:2] == ":":
        raise ReadProblem("unsafe", "its name leads out of the archive", "repack the archive with plain relative names")
    if stat.S_ISLNK(info.external_attr >> 16):
        raise ReadProblem("unsafe", "it is a symbolic link", "repack the archive with the file itself")
    if info.flag_bits & 1:
        raise ENCRYPTED


def member_chunks(archive: zipfile.ZipFile, info: zipfile.ZipInfo, budget: Budget) -> Iterator[bytes]:
    """Read a member in chunks. Raises ReadProblem where it is damaged or a bomb."""
    meter = Meter(budget)
    meter.taken = info.compress_size
    try:
        with archive.open(info) as file:
            while chunk := file.read(limits.CHUNK):
                meter.count(chunk, 0)
                yield chunk
    except (*ZIP_ERRORS, OSError, RuntimeError) as error:
        raise broken(f"the member is damaged ({type(error).__name__}: {error})") from error
