"""The wordings that betray a machine."""

from __future__ import annotations

from readout.lexicon.betrayals import broken, habits, spun, translated


def test_a_phrase_is_broken_by_one_swap_or_by_two() -> None:
    swaps = {"harbour": ["haven"], "master": ["captain", "boss"]}
    assert list(broken(["harbour", "master"], swaps, 1)) == ["haven master", "harbour captain", "harbour boss"]
    assert list(broken(["the", "harbour", "master"], swaps, 2))[3:] == ["the haven captain", "the haven boss"]


def test_no_wording_is_english_of_its_own() -> None:
    made = {w.words for w in spun()}
    assert made.isdisjoint({"foreign minister", "security committee", "press statement", "high court", "final week"})
    assert {"protection minister", "joined nations"} <= made


def test_wordings_have_two_words_or_more_and_a_weight() -> None:
    for wording in (*spun(), *translated()):
        assert len(wording.words.split()) >= 2 and 0 < wording.weight <= 3, wording


def test_habits_read_as_they_should() -> None:
    cases = {
        "translated": (
            "He spoke of „a good day“.",
            "on 5. May 2031",
            "1,5 million tonnes",
            "at 14.30 o'clock",
            "It rains, so Brenn.",
            "12.000 people",
        ),
        "spun": ("a {large|big} ship", "said {that a} ship", "eight individuals were hurt"),
    }
    for name, texts in cases.items():
        for text in texts:
            assert any(p.find.search(text) for p in habits(name)), text
    plain = "On 5 May 1,500 people came at 2:30 p.m., so Brenn left. It cost 1.5 million; he had 30. May came."
    assert not [p.what for p in habits("translated") if p.find.search(plain.replace("30. May came", "thirty"))]
