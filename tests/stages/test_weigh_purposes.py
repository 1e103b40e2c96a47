"""Purposes are no rival reasons."""

from __future__ import annotations

from readout.records import Evidence
from readout.stages.weigh.judge import judge_words
from readout.stages.weigh.values import Said
from readout.text.stem import stem


def said(words: str, by: str, page: str) -> list[Said]:
    """Give a reason as one page gives it."""
    stems = frozenset(stem(w) for w in words.split())
    return [Said("reason", words, None, None, False, stems, Evidence(page, 0, 10), (page,), None, by)]


def test_two_purposes_of_one_act_are_no_dispute():
    found = judge_words("reason", [said("to calm the markets", "the bank", "doc:1"), said("in order to win votes", "Ida Brand", "doc:2")])
    assert found.agreement == "compatible"


def test_a_purpose_and_a_cause_by_two_sides_differ_and_contradict_nothing():
    found = judge_words("reason", [said("to calm prices", "the bank", "doc:1"), said("its debts were due", "Ida Brand", "doc:2")])
    assert found.agreement == "partly"
