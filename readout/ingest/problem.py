"""What can be wrong with one item: the reason, the cause and the remedy, without ending the run."""

from __future__ import annotations

import errno
import os
from dataclasses import dataclass, replace

from readout.ingest.captured import drop
from readout.records import Dropped, DropReason


class ReadProblem(Exception):
    """One item cannot be read: `reason` for the table, `cause` and `remedy` for the reader."""

    def __init__(self, reason: DropReason, cause: str, remedy: str) -> None:
        super().__init__(reason, cause, remedy)
        self.reason, self.cause, self.remedy = reason, cause, remedy


@dataclass(frozen=True, slots=True)
class Place:
    """Where an item stands: location for people, external_id for the record, name to judge the suffix by."""

    location: str
    external_id: str
    name: str
    depth: int = 0

    def member(self, name: str) -> Place:
        """Name a member of this archive."""
        return Place(f"{self.location}!{name}", f"{self.external_id}!{name}", name, self.depth + 1)

    def row(self, number: int, external_id: str | None = None) -> Place:
        """Name a row of this file, counted from 1, by the id it gives itself where it has one."""
        numbered = f"#{number}"
        chosen = self.external_id + numbered if external_id is None else external_id
        return Place(self.location + numbered, chosen, self.name, self.depth)

    def inside(self) -> Place:
        """Name what a compressed file holds: same location and id, the suffix of the compression gone."""
        return replace(self, name=os.path.splitext(self.name)[0], depth=self.depth + 1)


def drop_at(place: Place, problem: ReadProblem, capture_sha256: str | None = None) -> Dropped:
    """Make the row that says what was kept out: file, cause, remedy."""
    because = f"{place.location}: {problem.cause}; {problem.remedy}."
    return drop(place.location, place.external_id, problem.reason, because, capture_sha256)


CAUSES = {
    errno.EACCES: ("no permission to read it", "give this user read permission, or leave it out"),
    errno.EPERM: ("no permission to read it", "give this user read permission, or leave it out"),
    errno.ENOENT: ("there is no such file or folder", "check the path; it may have been moved while reading"),
    errno.EISDIR: ("it is a folder where a file was expected", "check the path"),
    errno.ELOOP: ("its symbolic links go round in a circle", "remove the link"),
    errno.ENAMETOOLONG: ("its name is too long for this system", "shorten the name"),
}


def from_os_error(error: OSError) -> ReadProblem:
    """Say what the operating system refused, without an absolute path."""
    words = f"reading failed ({type(error).__name__}: {error.strerror or error})"
    cause, remedy = CAUSES.get(error.errno or 0, (words, "check the disk or the share and read it again"))
    return ReadProblem("unreadable", cause, remedy)
