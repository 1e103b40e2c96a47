"""A quotation is shown whole, or marked where it breaks off."""

from __future__ import annotations

from readout.web.sayings import closed, open_at


def test_words_go_on_to_the_mark_that_closes_their_quotation() -> None:
    text = "She said that both “had learnt to listen to each other and to wait.” Then she left."
    start, end = text.index("both"), text.index(" and to wait")
    assert text[start : closed(text, start, end)].endswith("to wait.”")
    assert closed(text, start, text.index(" Then")) == text.index(" Then")


def test_another_quotation_or_paragraph_is_not_run_into() -> None:
    text = "She said “we listen and went.\nHe said “we wait.”"
    start, end = text.index("“we listen"), text.index(" and went")
    assert closed(text, start, end) == end
    assert open_at(text[start:end]) and not open_at("She “listens” to all.") and open_at('spoke of "a door')
