"""The truth tables of the demo world agree with its pages and with each other."""

import json
import re
from functools import cache
from typing import Any

import pytest

from readout.demo import pages_path, truth_path
from tests.demo.sources import page_texts, quoted_stretches

TABLES = (
    "documents", "boilerplate", "body_sentences", "lineages", "reuses", "voices", "entities", "offices",
    "quotes", "utterances", "occurrences", "findings", "relations",
)  # fmt: skip
KINDS = {"original", "republication", "edited", "spun", "translated", "mixed"}
REUSES = {"verbatim", "edited", "spun", "translated", "shared_quote"}
DIRECTIONS = {"left_from_right", "right_from_left", "common_upstream", "same_text", "undetermined"}
AGREEMENTS = {"agree", "compatible", "partly", "conflict", "single"}
CATEGORIES = {"channel", "commitment", "incident", "position", "upcoming"}
ENTITIES = {"person", "government", "country", "organisation", "place", "group"}
PLOVER = {
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT",
    "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT", None,
}  # fmt: skip


@cache
def texts() -> dict[str, str]:
    return page_texts(pages_path())


@cache
def rows(table: str) -> tuple[dict[str, Any], ...]:
    lines = (truth_path() / f"{table}.jsonl").read_text("utf-8").splitlines()
    return tuple(json.loads(line) for line in lines)


def keys(table: str, field: str = "key") -> set[str]:
    return {row[field] for row in rows(table)}


def walk(value: Any) -> list[dict[str, Any]]:
    """Give every object inside a JSON value, itself included."""
    if isinstance(value, dict):
        return [value, *(found for part in value.values() for found in walk(part))]
    return [found for part in value for found in walk(part)] if isinstance(value, list) else []


def cited_words(table: str) -> list[tuple[str, str, int]]:
    """Give each (page, words, nth) a table cites."""
    cited = []
    for found in walk(list(rows(table))):
        if "words" in found:
            words = found["words"] if isinstance(found["words"], list) else [found["words"]]
            nth = found.get("nth", 1)
            counts = nth if isinstance(nth, list) else [nth] * len(words)
            cited += [(found["external_id"], each, count) for each, count in zip(words, counts, strict=True)]
    return cited


def cited_pages(table: str) -> set[str]:
    lists = ("copy_of", "members", "external_ids", "reports", "mentioned_by", "misattributed")
    found = walk(list(rows(table)))
    many = {page for row in found for field in lists for page in row.get(field, ())}
    one = {row.get(field) for row in found for field in ("external_id", "left_id", "right_id", "origin")}
    return many | {page for page in one if page is not None}


def cited_entities() -> set[str]:
    found = [row for table in TABLES for row in walk(list(rows(table)))]
    many = {key for row in found for field in ("actors", "recipients", "parties") for key in row.get(field, ())}
    fields = ("speaker", "named_speaker", "entity", "organisation", "place", "country")
    return many | {row[field] for row in found for field in fields if row.get(field)}


@pytest.mark.parametrize("table", TABLES)
def test_words_stand_in_their_page(table: str) -> None:
    lost = [(page, words) for page, words, nth in cited_words(table) if texts()[page].count(words) < nth]
    assert lost == []


@pytest.mark.parametrize("table", TABLES)
def test_pages_named_exist(table: str) -> None:
    assert cited_pages(table) - texts().keys() == set()


def test_every_page_is_a_document_once() -> None:
    names = [row["external_id"] for row in rows("documents")]
    assert sorted(names) == sorted(texts())


def test_entity_keys_resolve() -> None:
    assert cited_entities() - keys("entities") == set()
    assert len(keys("entities")) == len(rows("entities"))


def test_cue_and_source_stand_in_their_page() -> None:
    cited = [(row["external_id"], row[field]) for row in rows("quotes") for field in ("cue", "source")]
    assert [(page, words) for page, words in cited if words and words not in texts()[page]] == []


@pytest.mark.parametrize("page", sorted(page for page in texts() if page.endswith((".txt", ".md"))))
def test_every_quoted_stretch_of_a_text_page_is_told(page: str) -> None:
    told = [words for row in rows("quotes") if row["external_id"] == page for words in row["words"]]
    scanned = quoted_stretches(texts()[page])
    assert len(told) == len(scanned)
    for words, (stretch, closed) in zip(told, scanned, strict=True):
        assert words == stretch if closed else stretch.startswith(words)


def test_wordings_of_utterances_are_quotes() -> None:
    quotes = {(row["external_id"], tuple(row["words"]), row["speaker"]) for row in rows("quotes")}
    wordings = [wording for row in rows("utterances") for wording in row["wordings"]]
    assert {(w["external_id"], tuple(w["words"]), w["named_speaker"]) for w in wordings} <= quotes


def test_misattributed_wordings_name_another_speaker() -> None:
    for row in rows("utterances"):
        other = {w["external_id"] for w in row["wordings"] if w["named_speaker"] != row["speaker"]}
        assert set(row["misattributed"]) == other, row["key"]


def test_lineages_and_documents_agree() -> None:
    members = {(row["name"], page) for row in rows("lineages") for page in row["members"]}
    named = {(name, row["external_id"]) for row in rows("documents") for name in row["lineages"]}
    assert members == named


def test_copies_and_their_parents_are_reuses() -> None:
    pairs = {(row["left_id"], row["right_id"]) for row in rows("reuses")}
    for row in rows("documents"):
        for parent in row["copy_of"]:
            assert tuple(sorted((row["external_id"], parent))) in pairs


def runs(text: str, length: int = 15) -> set[tuple[str, ...]]:
    """Give every run of so many words; fifteen are more than the quotations that independent pages share."""
    words = re.findall(r"\w+", text.lower())
    return {tuple(words[at : at + length]) for at in range(len(words) - length + 1)}


def test_pages_said_to_share_words_do() -> None:
    pairs = [(r["left_id"], r["right_id"]) for r in rows("reuses") if r["kind"] in {"verbatim", "edited"}]
    assert [pair for pair in pairs if not runs(texts()[pair[0]]) & runs(texts()[pair[1]])] == []


def test_values_are_of_the_vocabulary() -> None:
    assert {row["kind"] for row in rows("documents")} <= KINDS
    assert {row["kind"] for row in rows("reuses")} <= REUSES
    assert {row["direction"] for row in rows("reuses")} <= DIRECTIONS
    assert {row["agreement"] for row in rows("findings")} <= AGREEMENTS
    assert {row["category"] for row in rows("relations")} <= CATEGORIES
    assert {row["type"] for row in rows("entities")} <= ENTITIES
    assert {row["type"] for row in rows("occurrences")} <= PLOVER


def test_findings_and_voices_are_about_something() -> None:
    utterances = {f"utterance:{key}" for key in keys("utterances")}
    assert keys("findings", "occurrence") <= keys("occurrences") | utterances
    assert keys("voices", "about") == keys("occurrences") | keys("documents", "external_id") | {"record"}


def test_voices_are_ordered_and_no_more_than_pages() -> None:
    for row in rows("voices"):
        assert 1 <= row["low"] <= row["high"], row["about"]
    for row in rows("occurrences"):
        assert row["voices_low"] <= len(row["reports"]), row["key"]


def test_pages_are_small() -> None:
    folders = (pages_path(), truth_path())
    assert sum(path.stat().st_size for folder in folders for path in folder.rglob("*")) < 600_000
