"""List words for those who hold an office, by which a page describes whom it names by another: the head of government, of its
prime minister."""

from __future__ import annotations

from typing import Final

# By the words of a description, those of the offices it can mean, each a word or several that stand in it together.
_MEANT: Final = {
    "academic": "professor|lecturer", "adjudicator": "judge|justice|magistrate|arbitrator",
    "advocate": "lawyer|attorney|counsel|advocate", "ambassador": "ambassador|envoy",
    "attorney": "lawyer|attorney|counsel|advocate", "boss": "chief|head|director|president|chairman|leader|secretary",
    "businessman": "businessman|chairman|owner|entrepreneur|magnate", "captain": "captain|skipper|master",
    "chair": "chair|chairman|chairwoman", "chief": "chief|head|director|president|chairman|leader|commissioner",
    "chief diplomat": "minister foreign", "churchman": "bishop|archbishop|priest|father|cardinal",
    "clergyman": "bishop|archbishop|priest|father|pastor|vicar|reverend",
    "cleric": "bishop|archbishop|priest|father|imam|pastor|rabbi|cardinal|patriarch|mufti",
    "commander": "commander|general|colonel|admiral", "counsel": "lawyer|attorney|counsel",
    "deputy": "deputy|member parliament", "diplomat": "ambassador|envoy|consul|minister foreign|chargé|attaché",
    "director": "director|head|chief", "doctor": "doctor|physician|surgeon", "emissary": "envoy|emissary|ambassador",
    "envoy": "ambassador|envoy|emissary", "functionary": "official|director|head|commissioner|secretary|minister",
    "government chief": "premier|prime minister|chancellor", "head": "head|chief|director|president|chairman|chairwoman|leader",
    "head of diplomacy": "minister foreign", "head of government": "premier|prime minister|chancellor",
    "head of state": "president|king|queen|emperor|emir|sultan", "judge": "judge|justice|magistrate",
    "jurist": "judge|justice|lawyer|professor law", "lawmaker": "deputy|senator|lawmaker|member parliament",
    "lawyer": "lawyer|attorney|counsel|advocate|barrister",
    "leader": "leader|head|president|chairman|chairwoman|secretary general",
    "legislator": "deputy|senator|lawmaker|legislator|member parliament", "magistrate": "magistrate|judge",
    "magnate": "businessman|magnate|owner|tycoon", "mediator": "mediator|negotiator", "medic": "doctor|nurse|paramedic",
    "monarch": "king|queen|emperor", "negotiator": "negotiator|mediator",
    "officer": "colonel|general|captain|major|commander|admiral|lieutenant|commodore|inspector|superintendent|sergeant",
    "official": "official|director|head|commissioner|secretary", "parliamentarian": "deputy|senator|member parliament",
    "party leader": "leader|chairman|chairwoman", "physician": "doctor|physician|surgeon",
    "police chief": "chief|commissioner|superintendent",
    "politician": "minister|leader|senator|deputy|mayor|president|lawmaker|governor",
    "prelate": "bishop|archbishop|cardinal|patriarch", "premier": "premier|prime minister",
    "priest": "priest|father|pastor|vicar", "prime minister": "premier|prime minister",
    "scholar": "professor|scholar|historian", "scientist": "professor|scientist|researcher",
    "skipper": "skipper|captain|master",
    "soldier": "colonel|general|captain|major|commander|lieutenant|sergeant|corporal|private",
    "sovereign": "king|queen|emperor", "spokesperson": "spokesman|spokeswoman|spokesperson", "top diplomat": "minister foreign",
    "union leader": "leader|president|secretary",
}  # fmt: skip
MEANT: Final = {words: tuple(frozenset(one.split()) for one in means.split("|")) for words, means in _MEANT.items()}
