"""Exports have the columns of the tools they are for; what is not known is null, never made up."""

from __future__ import annotations

import json
import subprocess
import sys
from hashlib import sha256

import jsonschema
import pytest

from readout.api import Record
from readout.exports.annotations import annotation_rows
from readout.exports.plover import FIELDS, PARTY, PLACE, plover_rows
from readout.exports.reports import COLUMNS, OURS, report_rows
from readout.exports.told import bounds, length
from readout.pile import Pile
from readout.records import Attribute
from readout.store.schema import json_schemas
from tests.web.world import FAMILY, REFUSAL, TALKS, VISIT, doc, event

# GDELT 2.0 event codebook (2015), column names in their order.
_EVENTS = """GLOBALEVENTID SQLDATE MonthYear Year FractionDate Actor1Code Actor1Name Actor1CountryCode Actor1KnownGroupCode
Actor1EthnicCode Actor1Religion1Code Actor1Religion2Code Actor1Type1Code Actor1Type2Code Actor1Type3Code Actor2Code Actor2Name
Actor2CountryCode Actor2KnownGroupCode Actor2EthnicCode Actor2Religion1Code Actor2Religion2Code Actor2Type1Code Actor2Type2Code
Actor2Type3Code IsRootEvent EventCode EventBaseCode EventRootCode QuadClass GoldsteinScale NumMentions NumSources NumArticles AvgTone
Actor1Geo_Type Actor1Geo_FullName Actor1Geo_CountryCode Actor1Geo_ADM1Code Actor1Geo_ADM2Code Actor1Geo_Lat Actor1Geo_Long
Actor1Geo_FeatureID Actor2Geo_Type Actor2Geo_FullName Actor2Geo_CountryCode Actor2Geo_ADM1Code Actor2Geo_ADM2Code Actor2Geo_Lat
Actor2Geo_Long Actor2Geo_FeatureID ActionGeo_Type ActionGeo_FullName ActionGeo_CountryCode ActionGeo_ADM1Code ActionGeo_ADM2Code
ActionGeo_Lat ActionGeo_Long ActionGeo_FeatureID DATEADDED SOURCEURL"""
_MENTIONS = """GLOBALEVENTID EventTimeDate MentionTimeDate MentionType MentionSourceName MentionIdentifier SentenceID
Actor1CharOffset Actor2CharOffset ActionCharOffset InRawText Confidence MentionDocLen MentionDocTone MentionDocTranslationInfo
Extras"""
GDELT_EVENTS, GDELT_MENTIONS = _EVENTS.split(), _MENTIONS.split()
TEXT = {"type": "string"}
# W3C Web Annotation Data Model, sections 3 and 4: what an annotation and its selectors must have.
ANNOTATION = {
    "type": "object",
    "required": ["@context", "id", "type", "target"],
    "properties": {
        "@context": {"type": "array", "contains": {"const": "http://www.w3.org/ns/anno.jsonld"}},
        "type": {"const": "Annotation"},
        "motivation": {"enum": ["tagging", "identifying", "describing", "commenting", "highlighting"]},
        "body": {"type": "array", "items": {"type": "object", "required": ["type", "value"], "properties": {"type": {"const": "TextualBody"}, "purpose": {"enum": ["tagging", "identifying", "commenting"]}}}},
        "target": {"type": "array", "minItems": 1, "items": {"type": "object", "required": ["source", "selector"], "properties": {"type": {"const": "SpecificResource"}, "source": {**TEXT, "format": "uri"}, "selector": {"type": "array", "items": {"oneOf": [
            {"type": "object", "required": ["type", "exact"], "properties": {"type": {"const": "TextQuoteSelector"}, "exact": TEXT, "prefix": TEXT, "suffix": TEXT}, "additionalProperties": False},
            {"type": "object", "required": ["type", "start", "end"], "properties": {"type": {"const": "TextPositionSelector"}, "start": {"type": "integer", "minimum": 0}, "end": {"type": "integer", "minimum": 0}}, "additionalProperties": False},
        ]}}}}},
    },
}  # fmt: skip


def test_reports_have_the_columns_of_eventreport_and_ours_in_order(made: Record) -> None:
    rows = list(report_rows(Pile(made)))
    assert len(rows) == 6 and all(tuple(r) == (*COLUMNS, *OURS) for r in rows)
    for row in rows:
        jsonschema.validate(json.loads(json.dumps(row)), json_schemas()["eventreport"])


def test_a_copy_says_what_it_is_a_copy_of_and_evidence_is_its_words(made: Record) -> None:
    by_page = {r["doc_id"]: r for r in report_rows(Pile(made)) if r["event_id"] == TALKS}
    mill = by_page[doc("mill.txt")]
    assert (mill["is_copy"], mill["copy_of"], mill["copy_kind"], mill["origin_id"]) == (
        True,
        doc("post.txt"),
        "spun",
        FAMILY,
    )
    assert 0 < mill["copy_share"] <= 1
    post = by_page[doc("post.txt")]
    text = Pile(made).documents[doc("post.txt")].text
    assert text[post["char_start"] : post["char_end"]] == post["evidence_text"]
    assert post["evidence_sha256"] == sha256(post["evidence_text"].encode()).hexdigest()
    assert (post["actor1"], post["actor2"], post["duration_minutes"], post["number_of_sources"]) == (
        "Ada Brenn",
        "Olek Marsh",
        240.0,
        2,
    )
    assert post["latitude"] is None and post["deaths_best"] is None  # an invented town, a peaceful day


@pytest.mark.parametrize(
    ("modifier", "expected"),
    [
        ("exact", (11.0, 11.0, 11.0)),
        ("at_least", (11.0, 11.0, None)),
        ("up_to", (11.0, None, 11.0)),
        (None, (11.0, 11.0, 11.0)),
    ],
)
def test_bounds_follow_the_hedge(modifier: str | None, expected: tuple[float | None, ...]) -> None:
    told = event(
        "post.txt",
        "met",
        "ASSAULT",
        "happened",
        TALKS,
        attributes=(Attribute("deaths", "11", 11.0, None, modifier, 0, 2),),
    )
    assert bounds(told, "deaths") == expected


def test_overlapping_spans_count_once() -> None:
    assert length([(0, 10), (5, 12), (20, 22)]) == 14


def test_plover_has_its_fields_and_nothing_uncoded(made: Record) -> None:
    rows = list(plover_rows(Pile(made)))
    assert len(rows) == 6 and all(set(r) == set(FIELDS) for r in rows)
    for row in rows:
        assert set(row["event_loc"]) == set(PLACE) and all(
            set(p) == set(PARTY) for p in (*row["actor"], *row["recipient"])
        )
        assert row["event"] and isinstance(row["mode"], list) and isinstance(row["context"], list)
    assert all(r["readout"]["voices_low"] is not None for r in rows)
    assert next(plover_rows(Pile(made), with_text=True))["text"]


def test_annotations_follow_the_recommendation_and_select_the_words(made: Record) -> None:
    pile = Pile(made)
    texts = {d.url: d.text for d in pile.documents.values()}
    rows = list(annotation_rows(pile))
    assert len(rows) == len(pile.events) + len(pile.attributions)
    for row in rows:
        jsonschema.validate(row, ANNOTATION)
        for target in row["target"]:
            quote, position = target["selector"]
            text = texts[target["source"]]
            assert text[position["start"] : position["end"]] == quote["exact"]
            assert quote["prefix"] + quote["exact"] + quote["suffix"] in text


def test_gdelt_views_have_their_columns_in_order_and_voices_behind_them(made: Record) -> None:
    assert made.table("gdelt_events").columns[: len(GDELT_EVENTS)] == GDELT_EVENTS
    assert made.table("gdelt_mentions").columns[: len(GDELT_MENTIONS)] == GDELT_MENTIONS
    rows = {r["occurrence_id"]: r for r in made.table("gdelt_events")}
    talks = rows[TALKS]
    assert (
        talks["NumArticles"],
        talks["NumMentions"],
        talks["NumVoices"],
        talks["EventRootCode"],
        talks["QuadClass"],
    ) == (4, 4, 2, "04", 1)
    assert talks["SQLDATE"] == "20310304" and talks["SOURCEURL"].startswith("https://")
    assert rows[REFUSAL]["QuadClass"] == 3 and VISIT not in {o for o, r in rows.items() if r["EventCode"] is None}
    mentions = list(made.table("gdelt_mentions"))
    assert {m["GLOBALEVENTID"] for m in mentions} == {r["GLOBALEVENTID"] for r in rows.values()}


@pytest.mark.parametrize(
    "name", ["reports", "plover", "webannotation", "gdelt_events", "gdelt_mentions", "csl", "bibtex", "stories"]
)
def test_the_command_writes_every_format(made: Record, name: str) -> None:
    run = subprocess.run(
        [sys.executable, "-m", "readout", "export", str(made.path), name], capture_output=True, text=True
    )
    assert run.returncode == 0, run.stderr
    assert run.stdout or "is empty" in run.stderr


def test_every_view_has_an_order(made: Record) -> None:
    from readout.store.views import order_by, view_names

    assert all(order_by(name) for name in view_names())
