"""The `stage` mark: a pure function from typed tables to typed tables, its signature its declaration."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal, TypeVar, get_args, get_origin, get_type_hints

from readout.records import Row
from readout.tables import Table

Scope = Literal["document", "corpus", "story"]
F = TypeVar("F", bound=Callable[..., Any])


@dataclass(frozen=True, slots=True)
class Declaration:
    """What a stage's signature declares: row types taken (positional) and made, and the options it reads."""

    name: str
    version: int
    scope: Scope
    takes: tuple[type[Row], ...]
    makes: tuple[type[Row], ...]
    options: tuple[str, ...]
    about: str


def stage(version: int, scope: Scope = "document") -> Callable[[F], F]:
    """Mark a function as a stage. Raise `version` whenever the same input would give other rows."""

    def mark(function: F) -> F:
        function.__stage__ = (version, scope)  # type: ignore[attr-defined]  # read back by `declaration` only
        return function

    return mark


@cache
def declaration(function: Callable[..., Any]) -> Declaration:
    """Read a stage's declaration off its signature."""
    version, scope = function.__stage__  # type: ignore[attr-defined]  # set by `stage`
    hints = get_type_hints(function)
    parameters = inspect.signature(function).parameters.values()
    positional = [p for p in parameters if p.kind is not p.KEYWORD_ONLY]
    return Declaration(
        name=function.__name__,
        version=version,
        scope=scope,
        takes=tuple(row_type(hints[p.name]) for p in positional),
        makes=made_types(hints["return"]),
        options=tuple(p.name for p in parameters if p.kind is p.KEYWORD_ONLY),
        about=inspect.getdoc(function) or "",
    )


def row_type(hint: Any) -> type[Row]:
    """Give X for the type Table[X]."""
    if get_origin(hint) is not Table:
        raise TypeError(f"a stage takes and makes Table[Row], not {hint!r}")
    (made,) = get_args(hint)
    return made  # type: ignore[no-any-return]  # an argument of Table is a row type by its bound


def made_types(hint: Any) -> tuple[type[Row], ...]:
    """Give the row types of a return hint: Table[X] or tuple[Table[X], Table[Y]]."""
    hints = get_args(hint) if get_origin(hint) is tuple else (hint,)
    return tuple(row_type(h) for h in hints)
