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


EXAMPLES = (
    "He spoke of „a good day“. ‚No‘ «Never» she said, on 5. May 2031, 12. October and 1. August, 05.06.2031 or 5.6.31.",
    "1,5 million tonnes, 3,2 per cent, 4,1 %, 7,25% and 2,5 points; 2,1 billion, 1,3 hours, 4,2 euros, 5,5 degrees, 1,2 hectares",
    "at 14.30 o'clock, 9.15 Uhr and 16 o’clock, 14h30; 12.000 people, 3.000 soldiers; 1,9 kilometres, 3,3 trillion, 8,5 meters",
    "The President Anna Brenn said, the Prime Minister Odo Marn said, the Foreign Minister Ila Tarn went, the Chancellor Ott Ahl is",
    "the Defence Minister Ott Ahl is, the Defense Minister Ott Ahl is, The Interior Minister Ott Ahl is; und so he went",
    "ORMSTADT (dpa) – The lock is shut.",
    "Brenn (r) and Marn (l) at the lock",
    "eight individuals were hurt, hundreds of individuals gathered, 5 yrs, several p.c of them",
)


def test_a_habit_is_never_passed_over_for_want_of_what_it_needs() -> None:
    quick = [p for name in ("translated", "spun") for p in habits(name) if p.needs]
    for p in quick:
        found = [m.group() for text in EXAMPLES for m in p.find.finditer(text)]
        assert found, p.what
        assert all(p.may_stand_in(one) or p.may_stand_in(one + " ") for one in found), p.what
        assert [m.group() for text in EXAMPLES for m in p.finditer(text)] == found
