"""Table: an immutable, typed sequence of rows in the order of their key, with Arrow in and out."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from types import UnionType
from typing import TYPE_CHECKING, Any, Generic, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

from readout.errors import ReadoutError
from readout.records import Row

if TYPE_CHECKING:
    import pyarrow as pa

R = TypeVar("R", bound=Row)


class Table(Generic[R]):
    """Rows of one type, sorted by key, no key twice.

    Build with `Table.of(RowType, rows)`; iterate, index, `len`, `==`. `column(name)` gives one column as a tuple,
    `by(name)` groups rows under a column's values, `to_arrow` and `from_arrow` are exact inverses.
    """

    __slots__ = ("row_type", "rows")
    row_type: type[R]
    rows: tuple[R, ...]

    def __init__(self, row_type: type[R], rows: tuple[R, ...]) -> None:
        self.row_type, self.rows = row_type, rows

    @classmethod
    def of(cls, row_type: type[R], rows: Iterable[R]) -> Table[R]:
        """Sort rows by key. Raises R030 where two different rows have one key; equal rows count once."""
        key = key_of(row_type)
        keyed = sorted(((key(r), r) for r in rows), key=lambda pair: null_first(pair[0]))
        kept: list[R] = []
        last: tuple[Any, ...] | None = None
        for this, r in keyed:
            if this != last:
                kept.append(r)
            elif kept[-1] != r:
                raise ReadoutError("R030", f"{row_type.__table__}: two rows with the key {this}.")
            last = this
        return cls(row_type, tuple(kept))

    def __iter__(self) -> Iterator[R]:
        return iter(self.rows)

    def __len__(self) -> int:
        return len(self.rows)

    def __getitem__(self, index: int) -> R:
        return self.rows[index]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Table) and (self.row_type, self.rows) == (other.row_type, other.rows)

    def __hash__(self) -> int:
        return hash((self.row_type, self.rows))

    def __repr__(self) -> str:
        return f"Table[{self.row_type.__name__}]({len(self)} rows)"

    def column(self, name: str) -> tuple[Any, ...]:
        """Give one column's values in row order."""
        return tuple(getattr(r, name) for r in self.rows)

    def by(self, name: str) -> Mapping[Hashable, tuple[R, ...]]:
        """Group the rows under the values of one column, in row order."""
        groups: dict[Hashable, list[R]] = {}
        for r in self.rows:
            groups.setdefault(getattr(r, name), []).append(r)
        return {value: tuple(rows) for value, rows in groups.items()}

    def to_arrow(self) -> pa.Table:
        """Give the rows as an Arrow table of `arrow_schema(row_type)`."""
        import pyarrow as pa

        names = [f.name for f in fields(self.row_type)]
        columns = {name: [plain(getattr(r, name)) for r in self.rows] for name in names}
        return pa.table(columns, schema=arrow_schema(self.row_type))

    @classmethod
    def from_arrow(cls, row_type: type[R], table: pa.Table) -> Table[R]:
        """Read rows back; the columns may stand in any order. Raises R013 where one is missing."""
        build = builder(row_type)
        missing = [f.name for f in fields(row_type) if f.name not in table.column_names]
        if missing:
            raise ReadoutError("R013", f"{row_type.__table__} lacks the column(s) {', '.join(missing)}.")
        return cls.of(row_type, (build(values) for values in table.to_pylist()))


def key_of(row_type: type[R]) -> Callable[[R], tuple[Any, ...]]:
    """Give the function that reads a row's key."""
    names = row_type.__key__
    return lambda r: tuple(getattr(r, name) for name in names)


def null_first(key: tuple[Any, ...]) -> tuple[Any, ...]:
    """Make a key sortable where some parts may be null."""
    return tuple((False,) if part is None else (True, part) for part in key)


def plain(value: Any) -> Any:
    """Turn nested rows and tuples into the dicts and lists that Arrow and JSON take."""
    if value is None or isinstance(value, str | int | float | bytes):
        return value
    if isinstance(value, tuple):
        return [plain(v) for v in value]
    return {name: plain(getattr(value, name)) for name in value.__dataclass_fields__}


def arrow_schema(row_type: type[Any]) -> pa.Schema:
    """Give the Arrow schema of a row type, with each column's description as field metadata."""
    return derived_schema(row_type)  # type: ignore[arg-type]  # classes are hashable; mypy asks their instances


@cache
def derived_schema(row_type: Any) -> pa.Schema:
    """Derive the Arrow schema of a row type."""
    import pyarrow as pa

    hints = get_type_hints(row_type)
    return pa.schema(
        pa.field(f.name, arrow_type(hints[f.name]), optional(hints[f.name]), {"about": f.metadata.get("about", "")})
        for f in fields(row_type)
    )


def optional(hint: Any) -> bool:
    """Tell whether a type hint admits null."""
    return get_origin(hint) in (Union, UnionType) and type(None) in get_args(hint)


def without_null(hint: Any) -> Any:
    """Give X for X | None."""
    return next(a for a in get_args(hint) if a is not type(None)) if optional(hint) else hint


def element(hint: Any) -> Any:
    """Give the element type of tuple[X, ...] or tuple[X, X]."""
    return get_args(hint)[0]


def arrow_type(hint: Any) -> pa.DataType:
    """Derive the Arrow type of a column's type hint."""
    import pyarrow as pa

    hint = without_null(hint)
    if get_origin(hint) is Literal:
        return pa.string()
    if get_origin(hint) is tuple:
        return pa.list_(pa.field("element", arrow_type(element(hint)), optional(element(hint))))
    if is_dataclass(hint):
        hints = get_type_hints(hint)
        return pa.struct([pa.field(f.name, arrow_type(hints[f.name]), optional(hints[f.name])) for f in fields(hint)])
    return {str: pa.string(), int: pa.int64(), float: pa.float64(), bool: pa.bool_(), bytes: pa.binary()}[hint]


def builder(row_type: type[Any]) -> Callable[[Mapping[str, Any]], Any]:
    """Give the function that builds a row from plain values, nested rows included."""
    return derived_builder(row_type)  # type: ignore[arg-type]  # classes are hashable; mypy asks their instances


@cache
def derived_builder(row_type: Any) -> Callable[[Mapping[str, Any]], Any]:
    """Derive the function that builds a row."""
    hints = get_type_hints(row_type)
    convert = {f.name: converter(hints[f.name]) for f in fields(row_type)}
    return lambda values: row_type(**{name: make(values[name]) for name, make in convert.items()})


def converter(hint: Any) -> Callable[[Any], Any]:
    """Give the function that turns a plain value back into what the hint says."""
    hint = without_null(hint)
    if get_origin(hint) is tuple:
        inner = converter(element(hint))
        return lambda value: tuple(inner(v) for v in value or ())
    if is_dataclass(hint):
        build = builder(hint)  # type: ignore[arg-type]  # a dataclass type
        return lambda value: None if value is None else build(value)
    return lambda value: value
