"""From the row types: the manifest (Frictionless data package), the JSON Schema of rows, the views."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from typing import Any, Literal, cast, get_args, get_origin, get_type_hints

from readout.records import TABLES, Row
from readout.tables import element, optional, without_null

JSON_TYPES = {str: "string", int: "integer", float: "number", bool: "boolean"}


def table_names() -> tuple[str, ...]:
    """Name every stored table, in the order of the contract."""
    return tuple(t.__table__ for t in TABLES)


def resource(row_type: type[Row], path: str, rows: int, sha256: str) -> dict[str, Any]:
    """Describe one stored table as a Frictionless resource."""
    return {
        "name": row_type.__table__,
        "description": row_type.__about__,
        "path": path,
        "format": "parquet",
        "hash": f"sha256:{sha256}",
        "rows": rows,
        "schema": {"fields": [described(row_type, f) for f in fields(row_type)], "primaryKey": list(row_type.__key__)},
    }


def described(row_type: type[Row], f: Any) -> dict[str, Any]:
    """Describe one column as a Frictionless field."""
    hint = get_type_hints(row_type)[f.name]
    made = {"name": f.name, "type": frictionless_type(hint), "description": f.metadata["about"]}
    constraints: dict[str, Any] = {} if optional(hint) else {"required": True}
    if get_origin(without_null(hint)) is Literal:
        constraints["enum"] = list(get_args(without_null(hint)))
    return {**made, "constraints": constraints} if constraints else made


def frictionless_type(hint: Any) -> str:
    """Name the Frictionless type of a column."""
    hint = without_null(hint)
    if get_origin(hint) is tuple:
        return "array"
    if is_dataclass(hint):
        return "object"
    return "string" if get_origin(hint) is Literal else JSON_TYPES[hint]


def json_schema(row_type: type[Any]) -> dict[str, Any]:
    """Give the JSON Schema of one row, nested rows included."""
    hints = get_type_hints(row_type)
    properties = {f.name: {**json_type(hints[f.name]), **about(f)} for f in fields(row_type)}
    return {"type": "object", "additionalProperties": False, "required": list(properties), "properties": properties}


def about(f: Any) -> Mapping[str, str]:
    """Give a field's description, where it has one."""
    return {"description": f.metadata["about"]} if "about" in f.metadata else {}


def json_type(hint: Any) -> dict[str, Any]:
    """Give the JSON Schema of a column's values."""
    if optional(hint):
        return {"anyOf": [json_type(without_null(hint)), {"type": "null"}]}
    if get_origin(hint) is Literal:
        return {"enum": list(get_args(hint))}
    if get_origin(hint) is tuple:
        size = (
            {} if get_args(hint)[-1] is Ellipsis else {"minItems": len(get_args(hint)), "maxItems": len(get_args(hint))}
        )
        return {"type": "array", "items": json_type(element(hint)), **size}
    return json_schema(cast(type[Any], hint)) if is_dataclass(hint) else {"type": JSON_TYPES[hint]}


def json_schemas() -> dict[str, Any]:
    """Give the JSON Schema of every line that a table export or a command with --json writes."""
    draft = {"$schema": "https://json-schema.org/draft/2020-12/schema"}
    tables = {t.__table__: {**draft, "title": t.__table__, **json_schema(t)} for t in TABLES}
    return {**tables, **{name: {**draft, "title": name, **schema} for name, schema in COMMAND_SCHEMAS.items()}}


def closed(**properties: Any) -> dict[str, Any]:
    """Give the schema of an object with exactly these properties."""
    return {"type": "object", "additionalProperties": False, "required": list(properties), "properties": properties}


TEXT, NUMBER, MAYBE = {"type": "string"}, {"type": "integer", "minimum": 0}, {"type": ["string", "null"]}
COUNTS = {"type": "object", "additionalProperties": NUMBER}
TEXTS = {"type": "array", "items": TEXT}
SPANS = {"type": "array", "items": {"type": "array", "items": NUMBER, "minItems": 2, "maxItems": 2}}
SOME = {"type": ["integer", "null"], "minimum": 0}
EVIDENCE = {"type": "array", "items": closed(doc_id=TEXT, start=NUMBER, end=NUMBER)}
# The export `reports`: the columns of the R package eventreport, then ours; the order stands in exports/reports.py.
_ACTORS = " ".join(f"actor{n}{part}" for n in (1, 2) for part in ("", "_id", "_type", "_precision"))
_TEXTS = (
    f"id event_id country date_start date_end city location geo_precision {_ACTORS} source source_author source_type "
    "unit_of_analysis aggregation plover_type plover_mode cameo status outcome origin_id copy_of copy_kind language doc_id url "
    "published date_basis place_basis sentence_id evidence_text evidence_sha256 attributed_to run_id occurrence_id"
)
_NUMBERS = (
    "latitude longitude deaths_best deaths_low deaths_high injuries_best injuries_low injuries_high number_of_sources quad "
    "participants duration_minutes copy_share char_start char_end"
)
REPORT_TEXTS, REPORT_NUMBERS = _TEXTS.split(), _NUMBERS.split()
COMMAND_SCHEMAS = {
    "read": closed(
        found=NUMBER, read=NUMBER, unchanged=NUMBER, dropped=COUNTS, documents=NUMBER, not_analysed=COUNTS, record=TEXT
    ),
    "ls": closed(table=TEXT, rows=NUMBER, what=TEXT),
    "quotes": closed(
        attribution_id=TEXT, doc_id=TEXT, external_id=TEXT, outlet=MAYBE, published=MAYBE, kind=TEXT,
        speaker_name=MAYBE, words=MAYBE, cue_words=MAYBE, source_words=MAYBE, said_by=MAYBE, page=MAYBE,
        content=SPANS, cue=SPANS, source=SPANS, because=TEXT,
    ),
    "people": closed(
        entity_id=TEXT, name=TEXT, country=MAYBE, aliases=TEXTS, offices=TEXTS, mentions=NUMBER, met=TEXTS,
    ),
    "ledger": closed(outcome=TEXT, items=NUMBER),
    "search": closed(
        doc_id=TEXT, start=NUMBER, end=NUMBER, external_id=MAYBE, outlet=MAYBE, words=TEXT, score={"type": "number"}
    ),
    "eventreport": closed(**dict.fromkeys(REPORT_TEXTS, MAYBE), **{name: {"type": ["number", "null"]} for name in REPORT_NUMBERS},
                      is_copy={"type": "boolean"}, events={"type": "array", "items": TEXT}),
    "brief": closed(
        section=TEXT, about=MAYBE, lead=TEXT, text=TEXT, note=TEXT, voices_low=SOME, voices_high=SOME,
        parts={"type": "array", "items": closed(lead=TEXT, text=TEXT, note=TEXT, evidence=EVIDENCE)}, evidence=EVIDENCE,
    ),
    "ask": closed(
        voice=TEXT, words=TEXT, doc_id=TEXT, start=NUMBER, end=NUMBER, external_id=TEXT, outlet=MAYBE, published=MAYBE,
        because=TEXT, score={"type": "number"}, also={"type": "array", "items": TEXT}, more=EVIDENCE,
    ),
    "diff": closed(
        reuse_id=TEXT, change=TEXT, left_start=NUMBER, left_end=NUMBER, right_start=NUMBER, right_end=NUMBER,
        left_words=TEXT, right_words=TEXT,
    ),
    "why": closed(line=TEXT),
    "check": closed(check=TEXT, fault=TEXT),
    "doctor": closed(what=TEXT, ok={"type": "boolean"}, detail=TEXT),
    "forget": closed(forgotten=TEXT),
}  # fmt: skip
