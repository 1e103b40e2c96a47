"""Which groups of events are worth a row: signs by name, weights that are published."""

from dataclasses import replace

from readout.stages.fuse.odds import chance, weights
from readout.stages.fuse.signs import known, signs
from readout.stages.fuse.telling import Party, Telling
from readout.stages.fuse.themes import Theme
from tests.stages.fusing import event, fused, on, page

PAGES = 10  # of the story
NAMED = Party("ent:kol", "Ostrava", True, frozenset(("kol",)), True)
THEM = Party("they", None, False, frozenset())


def telling(who: Party = NAMED, sentence: str = "Ana Kol opened the gates of the dam.", **more: object) -> Telling:
    """Make a telling of a page of its own."""
    document = page("dam", sentence)
    told = event(document, "opened", "RETREAT", [])
    theme = Theme(frozenset(), frozenset(), frozenset())
    made = Telling(told, "RETREAT", "happened", "story", None, (who,), (), None, frozenset(), "open", theme, frozenset(), sentence, ("o",))
    return replace(made, **more)  # type: ignore[arg-type]  # fields by name


def test_every_sign_has_a_weight_and_every_weight_a_sign():
    assert set(signs([telling()], PAGES)) == set(weights().of) == set(weights().means)


def test_parties_are_known_by_name_by_country_or_not_at_all():
    ranks = [known(p) for p in (THEM, Party("crew", None, False, frozenset(("crew",))), NAMED)]
    assert ranks == sorted(ranks) and len(set(ranks)) == 3


def test_who_is_known_by_name_speaks_for_a_row_and_a_pronoun_against_it():
    assert chance([telling()], PAGES).value > chance([telling(THEM)], PAGES).value


def test_what_several_pages_tell_is_likelier_worth_a_row():
    other = telling(event=event(page("other", "Ana Kol opened the gates of the dam."), "opened", "RETREAT", []))
    assert chance([telling(), other], PAGES).value > chance([telling()], PAGES).value


def test_memories_of_a_speaker_are_less_likely_worth_a_row():
    own = telling(sentence="We opened the gates of the dam and I wept.")
    assert chance([own], PAGES).value < chance([telling()], PAGES).value


def test_the_reason_says_how_likely_and_what_spoke_for_it():
    found = chance([telling()], PAGES)
    assert found.because.startswith(f"worth a row ({found.value:.2f}; ")


def test_what_only_the_network_took_for_an_act_needs_more_beside_it():
    seen = telling()
    guessed = replace(seen, event=replace(seen.event, found_by="network", act_chance=0.6))
    assert chance([guessed], PAGES).value < chance([seen], PAGES).value


def test_nobody_does_a_calamity():
    quake = telling(kind="CALAMITY", actors=())
    assert signs([quake], PAGES)["actor_nobody"] == signs([quake], PAGES)["nobody_known"] == 0


def test_a_row_says_why_it_is_one():
    met = page("met", "Ana Kol met Ilir Ruse in Halmera on Monday.")
    links = fused([met], [event(met, "met", "CONSULT", ["Ana Kol", "Ilir Ruse"], **on("2025-03-10"))])[2]
    assert all("worth a row" in link.because for link in links)


def test_what_killed_people_is_told_whoever_did_it():
    hall = page("hall", "They say the roof of the hall fell and killed nine.")
    fell = event(hall, "fell", "ASSAULT", [], act_chance=0.1, status_chance=0.1)
    fell = replace(fell, type=None, coded_type=None, quad=None, mode="collapse")
    assert len(fused([hall], [fell])[0]) == 1
