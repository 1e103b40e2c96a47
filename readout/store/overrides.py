"""Corrections by people: `overrides.toml` in the record, laid over the rows by the views, never written into them.

Each entry names an act, the id it corrects and why. `anchor` is an event of a corrected occurrence: occurrences are named by
their events, so that after more pages were read the correction still finds the one it means.
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from readout.errors import ReadoutError
from readout.store.layout import write_whole

if TYPE_CHECKING:
    import pyarrow as pa

NAME, STORED = "overrides.toml", "overrides.parquet"
HEAD = "# Corrections by people, laid over what was read. Remove an entry to undo it. Written by `readout override`.\n"
# What an act can correct, by the prefix of ids, and what its value is.
ACTS = {"merge": ("ent", "occ", "utt"), "split": ("men", "att", "evt"), "rename": ("ent", "occ"), "status": ("occ",)}
VALUED = ("merge", "rename", "status")


@dataclass(frozen=True, slots=True)
class Override:
    """One correction. `value` is what a merge goes into, a new name or a status; empty for a split."""

    act: str
    target: str
    value: str
    because: str
    anchor: str = ""


def read_overrides(record: Path) -> list[Override]:
    """Read the corrections of a record; none where it holds no such file. Raises R024 where an entry is not one."""
    path = record / NAME
    if not path.exists():
        return []
    try:
        entries = tomllib.loads(path.read_text("utf-8")).get("override", [])
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as problem:
        raise ReadoutError("R024", f"{path} cannot be read: {problem}.", "Mend it, or remove it.") from problem
    if not isinstance(entries, list):
        raise ReadoutError("R024", f"{path}: `override` is not a list of tables.", "Write each one under [[override]].")
    return [checked(entry, path, number) for number, entry in enumerate(entries, 1)]


def checked(entry: Any, path: Path, number: int) -> Override:
    """Check one entry."""
    known = ("act", "target", "value", "because", "anchor")
    wrong = not isinstance(entry, dict) or any(k not in known or not isinstance(v, str) for k, v in entry.items())
    if wrong or not {"act", "target"} <= entry.keys():
        raise ReadoutError("R024", f"{path}: entry {number} is not a correction.", f"Its keys are {', '.join(known)}, all texts.")
    one = Override(entry["act"], entry["target"], entry.get("value", ""), entry.get("because", ""), entry.get("anchor", ""))
    if one.target.partition(":")[0] not in ACTS.get(one.act, ()) or bool(one.value) != (one.act in VALUED):
        what = f"{path}: entry {number}: {one.act} cannot correct {one.target or 'nothing'}"
        raise ReadoutError("R024", f"{what}{' without a value' if one.act in VALUED and not one.value else ''}.",
                           "; ".join(f"{act} takes {', '.join(of)}" for act, of in ACTS.items()))  # fmt: skip
    return one


def write_overrides(record: Path, listed: Iterable[Override]) -> None:
    """Write the corrections of a record, in order."""
    entries = []
    for one in listed:
        pairs = ((k, getattr(one, k)) for k in ("act", "target", "value", "because", "anchor"))
        entries.append("[[override]]\n" + "".join(f"{k} = {json.dumps(v, ensure_ascii=False)}\n" for k, v in pairs if v))
    write_whole(record / NAME, HEAD + "\n" + "\n".join(entries))


def in_force(listed: Sequence[Override], occurrence_of: dict[str, str], known: frozenset[str]) -> list[Override]:
    """Give the corrections as they apply now: occurrences found again by their anchor, chains of merges followed to their
    end, the last of two contradicting ones kept, those whose rows are gone left out."""
    found: dict[tuple[str, str], Override] = {}
    for one in listed:
        target = one.target if one.target in known else occurrence_of.get(one.anchor, "")
        if target:
            found[one.act, target] = replace(one, target=target)
    into = {o.target: o.value for (act, _), o in found.items() if act == "merge"}
    return [replace(o, value=end(o.value, into)) if o.act == "merge" else o for o in found.values()
            if o.act != "merge" or end(o.value, into) != o.target]  # fmt: skip


def end(start: str, into: dict[str, str]) -> str:
    """Follow merges to their end; a circle ends where it began."""
    seen, at = {start}, start
    while at in into and into[at] not in seen:
        at = into[at]
        seen.add(at)
    return at


def table(listed: Iterable[Override]) -> pa.Table:
    """Give corrections as a table for the views."""
    import pyarrow as pa

    names = ("act", "target", "value", "because")
    rows = list(listed)
    return pa.table({n: pa.array([getattr(o, n) for o in rows], pa.string()) for n in names})
