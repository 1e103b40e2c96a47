"""Who took part in an occurrence is judged over all its tellings: signs by name, weights that are published."""

from dataclasses import replace

from readout.stages.fuse.taking_part import chance, in_own_words, named_in, signs, took_part, weights
from readout.stages.fuse.telling import Party, Telling
from readout.stages.fuse.themes import Theme
from tests.stages.fusing import event, page

KOL = Party("ent:kol", "Ostrava", True, frozenset(("kol",)), True)
RUSE = Party("ent:ruse", "Halmer", True, frozenset(("ruse",)), True)
PORT = Party("ent:port", None, False, frozenset(("port",)), True, place=True)
CROWD = Party("crowd", None, False, frozenset(("crowd",)))


def telling(name: str, actors: tuple[Party, ...], recipients: tuple[Party, ...] = (), **more: object) -> Telling:
    """Make a telling of a meeting on a page of its own."""
    sentence = "Ana Kol met Ilir Ruse at the port."
    told = event(page(name, sentence), "met", "CONSULT", [])
    theme = Theme(frozenset(), frozenset(), frozenset())
    made = Telling(
        told, "CONSULT", "happened", "story", None, actors, recipients, None, frozenset(), "meet", theme, frozenset(), sentence, (name,)
    )
    return replace(made, **more)  # type: ignore[arg-type]  # fields by name


MET = [telling(name, (KOL,), (RUSE,)) for name in ("a", "b", "c")]


def test_every_weight_is_that_of_a_sign_with_a_mean():
    assert set(weights().of) == set(weights().means) and 0 < weights().threshold < 1


def test_who_is_known_is_named_with_the_tellings_and_roles_it_is_named_in():
    named = named_in([*MET, telling("d", (RUSE, CROWD), (PORT,))])
    assert set(named) == {"ent:kol", "ent:ruse", "ent:port"}
    assert (named["ent:ruse"].acting, named["ent:ruse"].acted_on) == ({3}, {0, 1, 2})


def test_who_only_stands_behind_another_is_named_but_not_itself():
    named = named_in([telling("a", (KOL,), (), acting_for=(RUSE,))])
    assert named["ent:ruse"].acting == {0} and not named["ent:ruse"].itself


def test_whom_every_telling_names_is_likelier_than_whom_one_names():
    told = [*MET, telling("d", (KOL,), (RUSE, PORT))]
    held = signs("CONSULT", told, told, named_in(told))
    assert chance(held["ent:kol"]) > chance(held["ent:port"]) and chance(held["ent:ruse"]) > chance(held["ent:port"])


def test_two_who_meet_on_every_page_took_part():
    assert {w.party.key for w in took_part("CONSULT", MET, MET)} == {"ent:kol", "ent:ruse"}


def test_an_occurrence_that_names_somebody_has_a_party_however_unlikely():
    told = [telling("a", (), (PORT,))]
    assert [w.party.key for w in took_part("CONSULT", told, told)] == ["ent:port"]
    assert took_part("CONSULT", [telling("a", (CROWD,))], []) == []


def test_pages_that_a_machine_reworded_have_no_say_where_others_name_somebody():
    spun = telling("d", (PORT,), (), reworded=True)
    assert in_own_words([*MET, spun]) == MET
    assert in_own_words([spun]) == [spun]


def test_the_order_of_tellings_changes_nothing():
    told = [*MET, telling("d", (KOL,), (PORT,))]
    assert took_part("CONSULT", told, told)[0].party == took_part("CONSULT", told[::-1], told)[0].party
    assert {w.party.key for w in took_part("CONSULT", told, told)} == {w.party.key for w in took_part("CONSULT", told[::-1], told)}
