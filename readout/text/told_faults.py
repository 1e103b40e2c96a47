"""Find what somebody says went wrong, or who began: a valve had failed, the driver was asleep, the guards opened fire first.

The words tell no "because": that they are the cause of what befell is understood from where they are said.
"""

from __future__ import annotations

import re
from typing import Final

_NOT: Final = r"(?:never |not |simply |suddenly |apparently |already |all |just |first |deliberately |badly |far |much |too )*"
# What breaks, and what is done to it.
BROKE: Final = re.compile(
    r"\b(?:(?:had |has |have |suddenly )?(?:failed(?! to)|malfunctioned|burst|cracked|"
    r"snapped|jammed|ruptured|overheated|"
    r"leaked|corroded|buckled|stalled|misfired|seized up|short-circuited)|(?:gave|given|giving) way|(?:broke|broken|"
    r"worked|came|come) (?:down|apart|off|loose)|"
    r"short circuit|blew out|caught fire)\b|"
    rf"\b(?:was|were|been) {_NOT}(?:faulty|defective|worn|rusty|corroded|cracked|broken|damaged|blocked|clogged|overloaded|"
    r"overcrowded|unlit|unlocked|unmanned|out of order|tampered with|sabotaged|mined|badly (?:built|maintained|"
    r"welded)|poorly (?:built|maintained)|"
    r"unsafe|unfit|unseaworthy|switched off|turned off|left open|left unlocked|disconnected|disabled|contaminated|polluted)\b",
    re.I,
)
# What somebody did or left undone.
FAULT: Final = re.compile(
    rf"\b(?:was|were|been|is|had been) {_NOT}(?:asleep|drunk|drinking|tired|exhausted|distracted|untrained|unlicensed|"
    rf"speeding|driving|travelling|going|"
    r"flying|sailing|using|looking)\b(?=[^.;]{0,40}\b(?:too|over|telephone|phone|fast|speed|limit|wheel|asleep|low|"
    r"away)\b|\s*$|[,.;])|"
    rf"\b(?:was|were|been) {_NOT}(?:asleep|drunk|speeding|exhausted|negligent|reckless)\b|\b(?:went|gone|going|came|"
    rf"coming|drove|driven|driving|sailed|sailing|flew|flown|flying|ran|running|reacted|acted) (?:far |"
    rf"much )?too (?:fast|late|close|low)\b|"
    r"\b(?:ignored|overlooked|neglected|disregarded|skipped|covered up|failed to|forgot to|lost control|fell asleep|"
    r"ran (?:a|the|through)|jumped (?:a|the)|"
    r"swerved|strayed|misjudged|misread|cut corners|turned (?:across|into|sharply))\b|"
    r"\b(?:repairs?|maintenance|inspections?|warnings?|alarms?|checks?|complaints?|safety|"
    r"reports?)\b[^.;]{0,50}\b(?:put off|postponed|delayed|ignored|skipped|"
    r"neglected|switched off|not (?:been )?(?:carried out|heeded|passed on|made|tested)|never (?:been )?(?:tested|"
    r"made|carried out|heeded))\b|"
    r"\bput off (?:the )?(?:repairs?|maintenance|inspections?)\b|\bto save (?:money|time|costs?)\b|"
    r"\bwithout (?:any )?(?:warning|notice|permission|reason|provocation)\b|"
    r"\b(?:opened|closed|shut|emptied|released)\b[^.;]{0,30}\b(?:gates?|valves?|dam|sluices?|water)\b",
    re.I,
)
# What nature did.
WEATHER: Final = re.compile(
    r"\b(?:rain|rains|wind|winds|gusts?|storm|fog|ice|snow|lightning|flood(?:water)?s?|waves?|heat|frost|drought|"
    r"current)\b[^.;]{0,50}\b(?:washed|swept|"
    r"undermined|knocked|struck|brought down|softened|broke|blew|hit|closed|caused|overwhelmed|pushed|tore|set off|"
    r"loosened|cut)\b|\bstruck by lightning\b",
    re.I,
)
# An act of enemies.
HOSTILE: Final = re.compile(
    r"\b(?:sabotage|saboteurs?|arson|explosives?|bombs?|drones?|cyber ?-?attack|an? (?:outside|foreign|unknown|"
    r"third) hand|on purpose|deliberately|was deliberate|"
    r"planted|set (?:the )?fire|terrorists?)\b",
    re.I,
)
# Who began, in a fight or a clash.
BEGAN: Final = re.compile(
    r"\b(?:(?:had |have |has )?(?:only |merely )?(?:opened|returned|answered) (?:the )?fire|(?:fired|shot|struck|"
    r"attacked|moved|charged|began|started) (?:it )?first|"
    r"(?:had |have )?(?:begun|began|started) (?:it|the (?:fight|fighting|shooting|violence|clash\w*|shelling))|"
    r"fired (?:on|at|into|from|without|tear gas|shots)|"
    r"shot (?:at|from|into|without)|without provocation|unprovoked|provoked|in self-defen[cs]e|defend(?:ed|"
    r"ing) (?:themselves|itself|himself)|"
    r"(?:threw|thrown|throwing|hurled|hurling|pelted)\b[^.;]{0,30}\b(?:stones?|bottles?|bombs?|rocks?|bricks?|"
    r"missiles?|objects?|petrol|fireworks?)|"
    r"(?:came|been|were|was) (?:under (?:attack|fire)|attacked|ambushed|shot at|fired (?:on|at)|pelted)|"
    r"(?:had )?(?:crossed|entered|violated|intruded|strayed)\b[^.;]{0,40}"
    r"\b(?:border|line|waters|airspace|territory|middle|demarcation)|left the (?:agreed |permitted )?(?:route|road)|"
    r"(?:blocked|closed|sealed)\b[^.;]{0,30}\b(?:way|road|street|bridge|exit|path)|(?:rammed|collided with|ran into|"
    r"cut across|turned across)|"
    r"had been peaceful|was peaceful|were peaceful)\b",
    re.I,
)
# What is wanted, feared, planned or denied tells no cause.
NO_ACCOUNT: Final = re.compile(
    r"\b(?:will|would|shall|should|must|may|might|is to|are to|want(?:s|ed)?|hopes?|hoped|urged?|demand\w*|asks?|"
    r"asked|call(?:s|ed)? (?:on|for)|if|whether|unless|"
    r"investigat\w+|fail(?:ed|s)? to (?:reach|agree|win|pass|secure|meet|attend)|unclear|not known|no (?:sign|"
    r"evidence|indication|trace|reason))\b|^\W*(?:that )?(?:there (?:was|"
    r"were|had been) )?(?:no|any|nobody|none|neither)\b",
    re.I,
)


def tells_fault(words: str) -> bool:
    """Tell whether what somebody says is of what broke, what was done wrong, what the weather or an enemy did."""
    wrong = BROKE.search(words) or FAULT.search(words) or WEATHER.search(words) or HOSTILE.search(words)
    return bool(wrong) and not NO_ACCOUNT.search(words)


def tells_beginning(words: str) -> bool:
    """Tell whether what somebody says is of who began a fight."""
    return bool(BEGAN.search(words)) and not NO_ACCOUNT.search(words)
