"""Say whose people a group is that is named by what it is: soldiers of a state, gunmen of a militia, somebody's lawyers."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final, TypeVar

from readout.records import Entity
from readout.text.event_lists import listed
from readout.text.quantity_words import singular

Owner = TypeVar("Owner")

# People who do for a state or a body what it does.
AGENTS: Final = listed(
    "soldier troop serviceman official diplomat negotiator delegate envoy emissary inspector investigator prosecutor "
    "detective expert engineer pilot sailor marine commando lawmaker deputy monitor observer mediator agent authority "
    "force fighter jet warship frigate aircraft bomber delegation mission representative"
)
# People who belong to a body that is no state; police and guards of a state are bodies of their own.
MEMBERS: Final = AGENTS | listed(
    "officer policeman guard guardsman gendarme member gunman militiaman rebel militant insurgent guerrilla commander "
    "activist supporter follower adherent backer leader captor"
)
COUNSEL: Final = listed("lawyer attorney counsel solicitor")
BEHIND: Final = re.compile(r"^(?:.*\s)?(?P<people>[\w-]+) (?:of|from|for) (?:the )?(?P<owner>[A-Z].*)$")
BEFORE: Final = re.compile(r"^(?P<owner>[A-Z].*?)(?:['’]s?)? (?:[a-z][\w-]* )*(?P<people>[a-z-]+)$")


def owner_of(group: Entity, state: Callable[[str], Owner | None], named: Callable[[str], Owner | None]) -> Owner | None:
    """Give the state or body whose people a group is; null for people of their own: protesters, citizens, miners.

    `state` gives the country of a code, `named` who alone goes by a name.
    """
    if group.type != "group":
        return None
    found = BEHIND.match(group.name) or BEFORE.match(group.name)
    people = singular(found["people"] if found else group.name.split()[-1])
    if group.country:
        return state(group.country) if people in AGENTS else None
    return named(found["owner"]) if found and people in MEMBERS | COUNSEL else None

