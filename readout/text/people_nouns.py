"""Tell nouns for people who can do something together: families, rowers, depositors; not trawlers or talers."""

from __future__ import annotations

from typing import Final

from readout.text.event_lists import listed
from readout.text.person_nouns import PEOPLE
from readout.text.told_people import is_person

# Agentive endings that things share, and what of them are things.
ENDINGS: Final = ("er", "or", "ist", "ian", "man", "woman")
THINGS: Final = listed(
    "trawler cutter steamer tanker freighter cruiser destroyer lighter liner schooner clipper carrier bomber fighter chopper "
    "helicopter tractor trailer bulldozer lorry tower river border corner letter offer order number paper member matter water "
    "dollar taler thaler computer reactor sensor motor engine boiler container shelter tender poster folder order register charter "
    "chapter quarter factor sector vector error mirror door floor colour color harbour harbor labour vapour odour rumour humour "
    "neighbour vote weather winter summer fever cancer murder disorder barrier counter encounter disaster power shower flower "
    "answer wonder danger anger finger shoulder river theatre meter filter heater cooler freezer printer scanner monitor server "
    "router rocket-launcher launcher mortar radar barometer thermometer speaker cylinder ladder bladder leather feather timber "
    "lumber amber rubber copper silver pepper dinner supper manner banner corridor meteor tumor tumour indicator calculator "
    "elevator escalator generator ventilator refrigerator incubator accelerator predecessor tenor minor major prior"
)


def are_people(noun: str) -> bool:
    """Tell whether a noun in the plural means people."""
    low = noun.lower()
    if low in ("people", "men", "women", "children", "police", "crew", "staff", "personnel"):
        return True
    if low.endswith(("men", "women")):
        return True
    if not low.endswith("s") or low.endswith("ss"):
        return False
    one = singular(low)
    if one in PEOPLE or is_person(one):
        return True
    return one.endswith(ENDINGS) and one not in THINGS


def singular(low: str) -> str:
    """Give the singular of a noun: families, midwives, coaches."""
    if low.endswith("ies"):
        return f"{low[:-3]}y"
    if low.endswith("wives"):
        return f"{low[:-3]}fe"
    return low[:-2] if low.endswith(("ches", "sses", "shes", "xes")) else low.removesuffix("s")
