"""Who spoke is another than the rules name only where he is far likelier, and no page that names who spoke is set right by others."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace
from typing import Any, cast

from readout.records import Attribution, Entity
from readout.stages.involve.said_elsewhere import MOST, Elsewhere
from readout.stages.involve.speaker_choice import another, chances, weights
from readout.stages.involve.speaker_signs import Asked, named_elsewhere, nobody, other_pages

SAYING = Attribution("att:1", "doc:1", "direct", ((0, 9),), (), ())
ROE, LEE = (Entity(f"ent:{name}", "person", name, None, (), "") for name in ("Ida Roe", "Bo Lee"))


def strongest(sign: float) -> str:
    """A published sign that adds much, or takes much away."""
    of = weights().of
    return max(of, key=lambda name: of[name] * sign)


def case(roe: float, lee: float, chosen: int) -> Asked:
    """Two candidates who hold the sign that speaks most for somebody, and nobody; the rules choose one of the three."""
    for_ = strongest(1)
    return Asked(SAYING, [ROE, LEE, None], [{for_: roe}, {for_: lee}, {}], chosen)


def test_the_likeliest_speaks_only_where_he_is_likelier_by_the_margin() -> None:
    row = another(case(0, 9, 0))
    assert row and (row.entity_id, row.role, row.position) == ("ent:Bo Lee", "speaker", 0)
    assert "the likeliest of 3" in row.because and "the rules: Ida Roe" in row.because
    assert another(case(1, 1.01, 0)) is None


def test_the_rules_choice_stands_where_it_is_likeliest_and_nobody_is_never_put_in_its_place() -> None:
    assert another(case(9, 0, 0)) is None
    against = strongest(-1)
    assert another(Asked(SAYING, [ROE, None], [{against: 9.0}, {}], 0)) is None


def test_whom_the_page_names_or_describes_as_who_spoke_stands() -> None:
    assert another(replace(case(0, 9, 0), stands=True)) is None


def test_chances_add_up_to_one() -> None:
    assert abs(sum(chances([{strongest(1): 800.0}, {}, {"unknown": 1.0}], weights().of)) - 1) < 1e-9


def elsewhere() -> Elsewhere:
    """The same words on three pages: two say Roe spoke, one says Lee."""
    words = "the lift shall not stop at night"
    return Elsewhere(
        [
            ("doc:2", words, "ent:Ida Roe", 1.0, True),
            ("doc:3", f"No, {words} again", "ent:Ida Roe", 1.0, True),
            ("doc:4", words, "ent:Bo Lee", 0.5, False),
        ]
    )


def test_the_same_words_on_other_pages_tell_who_spoke_and_the_own_page_does_not_count() -> None:
    votes, pages, naming = elsewhere().votes("doc:1", "The lift shall not stop")
    assert (dict(votes), pages, naming) == ({"ent:Ida Roe": 2.0, "ent:Bo Lee": 0.5}, 3, {"ent:Ida Roe": 2})
    assert elsewhere().votes("doc:4", "the lift shall not stop at night")[1] == 2
    assert elsewhere().votes("doc:1", "Nothing of the kind was ever said")[1] == 0


def test_many_copies_of_a_saying_are_looked_at_in_part() -> None:
    many = Elsewhere([(f"doc:{n}", "we have one lift only", "ent:Ida Roe", 1.0, True) for n in range(5 * MOST)])
    assert many.votes("doc:x", "we have one lift only")[1] == MOST


def context(sort: str, chosen: str | None) -> Any:
    """A saying whose words three other pages give to Roe."""
    votes = {"ent:Ida Roe": 3.0}
    a = SimpleNamespace(speaker_name=None)
    return cast(
        Any,
        SimpleNamespace(
            votes=(votes, 3, {}), sort=sort, chosen=chosen, how=[], row=None, describes=[], a=a, words="a b c d"
        ),
    )


def test_a_page_that_names_who_spoke_is_not_set_right_by_other_pages() -> None:
    assert other_pages(context("name", "ent:Bo Lee"), "ent:Ida Roe") == {}
    assert not any("other_pages" in name for name in nobody(context("name", "ent:Bo Lee")))
    assert other_pages(context("pronoun", "ent:Bo Lee"), "ent:Ida Roe")["other_pages_say"] == 1.0
    assert other_pages(context("none", None), "ent:Ida Roe")["other_pages_agree"] == 1.0


def test_who_is_named_beside_the_words_on_another_page_is_told_from_others() -> None:
    here = context("pronoun", None)
    assert named_elsewhere(here, "ent:Ida Roe", {"ent:Ida Roe": 2}) == {
        "named_elsewhere": 1.0, "named_elsewhere_pronoun": 1.0, "named_elsewhere_alone": 1.0, "named_elsewhere_often": 1.0,
    }  # fmt: skip
    assert named_elsewhere(here, "ent:Bo Lee", {"ent:Ida Roe": 2})["others_named_elsewhere"] == 1.0
