"""Know the words by which a report sets one account of an act against another: asks why, tells it differently, denies it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

_SAYS: Final = r"(?:says?|said|swears?|swore|insists?|insisted|claims?|claimed|believes?|believed|maintain(?:s|ed))"
# What is answered by several people in what follows.
ASKS: Final = re.compile(
    r"^\W*(?:And |But |So )?(?:why|what (?:caused|led|lay|set|went|brought|made|sparked|triggered)|how (?:did|"
    r"could|was) (?:it|this|that|the))\b"
    r"[^?]{0,140}\?|"
    r"^\W*(?:Exactly )?(?:why|how|what (?:him |her |them )?(?:happened|caused|killed|struck|hit|sank|started|"
    r"set (?:it )?off))\b[^.?]{0,100}\b(?:depends? on|(?<!not )disputed|"
    r"(?<!not )in dispute|contested|unclear|a matter of|"
    r"remains? open|nobody agrees|opinions? (?:differ|are divided))\b|"
    r"\b(?:reasons?|causes?|versions?|accounts?|explanations?|opinions?) (?:for (?:it|this) |of (?:it|events|"
    r"what happened) )?"
    r"(?:differ|vary|diverge|clash|contradict|are (?:disputed|contested|divided))\b|"
    r"\b(?:two|three|four|several|different|differing|conflicting|rival|competing|contradictory) "
    r"(?:versions|accounts|explanations|reasons|stories|causes)\b|"
    r"\b(?:disputed|in dispute|contested|disagree\w*|at odds)\b[^.;]{0,25}\b(?:is|over|about|on)\b (?:is )?(?:why|"
    r"how|what|who|the (?:reason|cause))\b|"
    r"\b(?:blam\w+|accus\w+) (?:each other|one another)\b|"
    r"\b(?:no|nor|little|without)\b[^.;?]{0,20}\b(?:agreement|consensus|agree)\b[^.;?]{0,10}\b(?:about|on|over|as to)\s"
    r"(?:the )?(?:causes?|reasons?|why|how|what|who)\b",
    re.I,
)
COUNTS: Final = re.compile(r"\bhow (?:many|much|long|large|big)\b", re.I)
# What sets the account of somebody against the one before.
DIFFERS: Final = re.compile(
    r"\b(?:tells?|told|sees?|saw|remembers?|describe[sd]?|explains?|explained|puts?|paint\w*) (?:it|this|that|"
    r"the story|things|matters|"
    r"events) (?:\w+ )?(?:otherwise|differently|another way)\b|"
    r"\b(?:another|a (?:very )?different|a second|a rival|their own|his own|her own|its own) (?:reason|"
    r"explanation|account|version|cause|story)\b|"
    r"\bnothing to do with\b|(?<!not )\b(?:disput\w+|contradict\w+|reject\w*|"
    r"dismiss\w*|den(?:y|ies|ied)|refut\w+) (?:this|that(?=\W*(?:$|[.,;:]|and\b|but\b|as\b))|it|so|all of (?:this|it)|"
    r"the (?:claim|account|version|explanation|accusation|charge|allegation|"
    r"suggestion|report)s?)\b|"
    r"\bthe (?:real|true) (?:reason|cause)\b|\bnot because\b|\bnot so\b|\bon the contrary\b|\bin (?:truth|"
    r"reality)\b|\bpoints? (?:instead )?to\b|"
    r"^\W*However\b|, however,|\bfor (?:his|her|its|their) part\b|^\W*(?:But|Yet|Others?|Critics|Opponents)\b|"
    r"^\W*(?:And )?in [\w -]{2,30} they\b",
    re.I,
)
# What leads to an account that stands against one told some sentences before.
ANOTHER: Final = re.compile(
    r"\b(?:tells?|told|sees?|saw|hears?|heard|remembers?|describe[sd]?|has|had) (?:it|this|the story|things|matters|"
    r"events) (?:\w+ )?(?:otherwise|differently)\b|"
    r"\b(?:another|a (?:very |quite |rather )?different|quite another|a second|a rival|a simpler|a less \w+) (?:reason|explanation|"
    r"account|version|story|tale|picture|theory|motive|view)\b|"
    r"\b(?:hears?|heard|tells?|told|says?|said|whispers?|suspects?|offers?|offered) (?:\w+ ){0,2}something (?:else|different)\b|"
    r"\b(?:had|has|have) (?:nothing|little) to do with\b|\bthe (?:real|true|actual) (?:reason|cause|motive)\b|"
    r"\bbegs? to differ\b|\bthe other way (?:round|around)\b",
    re.I,
)
REBUTS: Final = re.compile(
    r"(?<!not )(?<!n’t )(?<!n't )(?<!cannot )(?<!never )"
    r"\b(?:den(?:y|ies|ied)|reject\w*|dismiss\w*|disput\w+|refut\w+|contradict\w+|shrugged off|waved (?:away|aside)|"
    r"call(?:ed|s) (?:it|this|that|the (?:claim|charge|accusation|allegation)s?) \w+|turned down)\b",
    re.I,
)
# What takes an account told before for untrue, or leads to one that differs from it.
OTHERWISE: Final = re.compile(
    r"\b(?:reject(?:s|ed)?|disput(?:e|es|ed)|contradict(?:s|ed)?|den(?:y|ies|ied)|dismiss(?:es|ed)?|refut(?:e|es|ed)) "
    r"(?:that|this|the|his|her|their|its) (?:\w+ )?(?:account|version|explanation|story|theory)\b(?! of\b)|"
    r"\b(?:account|version|explanation|story|theory) (?:that |which )?(?:[\w’'-]+ ){1,4}"
    r"(?:reject(?:s|ed)?|disput(?:e|es|ed)|contradict(?:s|ed)?|den(?:y|ies|ied)|dismiss(?:es|ed)?)\b|"
    r"\b(?:gives?|gave|offers?|offered|tells?|told|has|had|have) (?:\w+ ){0,2}?"
    r"(?:another|a (?:very |quite |rather )?different|a rival) (?:account|version|explanation|story)\b",
    re.I,
)
# What only says that a reason told is none: the reason stands in the words behind it.
NO_REASON: Final = re.compile(r"\b(?:nothing|little) to do with\b|\b(?:was|is) not (?:the|a) (?:reason|cause)\b", re.I)
# Between two accounts of one sentence that are set against each other.
SET_APART: Final = re.compile(r";|\b(?:while|whereas|but|though)\b", re.I)
# What was not done, given up, ended or kept from taking place: people ask why.
UNDONE: Final = re.compile(
    r"\b(?:call(?:ed|s|ing)?(?: \w+){0,3} off|(?:is|was|were|be|been) off\b|cancel\w*|postpon\w*|"
    r"put (?:\w+ ){0,3}(?:off|back)|"
    r"scrapp\w+|dropp(?:ed|ing)|did not (?:come|take place|appear|attend|turn up|sign|go ahead|happen)|(?:will|"
    r"would) not (?:take place|come|"
    r"attend|go ahead)|resign\w*|step(?:ped|s|ping) down|(?:was|were|been) (?:sacked|dismissed|closed|shut|"
    r"suspended|"
    r"banned|abandoned|stopped|delayed|moved|withdrawn|removed|evacuated|grounded|held back)|withdr[ae]w\w*|"
    r"stay(?:ed|s)? away|boycott\w*|"
    r"brok(?:e|en) off|pull(?:ed|s|ing) out|walk(?:ed|s|ing) out|absen\w+|halted|"
    r"there (?:will|would) be no|(?:has|had|have) gone|left (?:office|the (?:talks|party|team|club|government|"
    r"post)))\b|^\W*(?:But )?(?:it|they|he|she|that|nothing) (?:did|was|were|came|has|had) (?:not|nothing)\W*$",
    re.I,
)
# Who is made to pay for a deed mostly says something else of it.
PUNISHED: Final = re.compile(
    r"\b(?:sack|dismiss|suspend|arrest|fin|bann|ban|expel|jail|detain|disqualif|strip|remov|oust|indict|reprimand|disciplin)"
    r"(?:s|ed|ied|led|es|ing)?\b",
    re.I,
)
# What is still to be is no account of why something was not done.
TO_COME: Final = re.compile(
    r"\b(?:will|would|shall|should|must|may|might|can|could|is to|are to|hopes?|hoped|"
    r"regret\w*|sorry)\b",
    re.I,
)
ABOUT_THEM: Final = re.compile(r"^\W*(?:that )?(?:he|she|it|they|his|her|its|their)\b", re.I)
FRAGMENT: Final = re.compile(
    rf"^\W*(?:And |But |Or )?(?P<what>(?!he\b|she\b|they\b|it\b)[^,.;:?“”\"]{{3,90}}), {_SAYS} (?!that\b|he\b|"
    rf"she\b|it\b|they\b)"
    r"(?P<who>(?:the |a |an |one |some |two )?[\w’'-]+(?: [\w’'-]+){0,5})(?=[.,;]|$)",
    re.I,
)
FOLK: Final = re.compile(
    r"\b(?:they|people|some|many|others|residents|locals|critics|opponents|neighbours|insiders|friends|colleagues|allies|"
    r"rivals|observers) "
    r"(?:believe|say|think|suspect|swear|whisper|suppose|assume) (?:that )?(?P<what>[a-z][^.;:?“”\"]{10,120})",
    re.I,
)
ACCUSED_OF: Final = re.compile(
    r"^.{0,120}?\b(?:of (?:having (?:been )?|(?:deliberately |secretly |wilfully |knowingly )?(?=not\b|"
    r"\w+ing\b)))",
    re.S,
)
LEAD: Final = re.compile(
    r"^(?:\W|that\b\s*|of (?!the\b|a\b|an\b)|of\b\s*|because(?: of)?\b\s*)+|^(?:\W*(?:that|because)\s+)", re.I
)
BREAK: Final = re.compile(
    r"[;:]|\.\s|,? and that\b|, and (?:the|he|she|it|they)\b|, (?:which|who|where|so that|although|while)\b"
)
SHORT, LONGEST = 20, 130  # characters of an account before a cut, and at most; ours
WORDS: Final = re.compile(r"[^\W\d_]{3,}")


COLON: Final = re.compile(
    r"\b(?:another|a (?:very )?different|a second|a simpler|a rival) (?:reason|explanation|account|version|cause|"
    r"story)\b[^:.]{0,90}:\s+"
    r"(?P<what>[a-z][^.;:?“”\"]{10,130})"
)


class Clause(NamedTuple):
    """A stretch of a sentence that gives an account."""

    start: int
    end: int


def asks_why(sentence: str) -> bool:
    """Tell whether a sentence leads to several answers on why or how something came about; how many is another question."""
    return bool(ASKS.search(sentence)) and not COUNTS.search(sentence)


def fragments(sentence: str) -> Iterator[tuple[int, int]]:
    """Give an account told without a verb: a bottle, says the referee."""
    for m in (FRAGMENT.match(sentence), FOLK.search(sentence), COLON.search(sentence)):
        if m and WORDS.search(m.group("what")):
            yield m.span("what")


def accused_of(content: str) -> int | None:
    """Say where in what somebody is accused of the deed begins; null where the words name none."""
    m = ACCUSED_OF.match(content)
    return m.end() if m else None


def clause(text: str, start: int, end: int, least: int = 2) -> Clause | None:
    """Cut an account to its first clause, without what leads to it; null for figures and for fewer than `least` words."""
    lead = LEAD.match(text[start:end])
    first = start + (lead.end() if lead else 0)
    cut = next((m for m in BREAK.finditer(text[first:end]) if m.start() > SHORT), None)
    last = first + cut.start() if cut else end
    if last - first > LONGEST:
        space = text.rfind(" ", first, first + LONGEST)
        last = space if space > first else first + LONGEST
    while last > first and not text[last - 1].isalnum() and text[last - 1] not in "%)":
        last -= 1
    told = text[first:last]
    numbers = re.search(r"\d", told) and len(WORDS.findall(told)) < 4
    return Clause(first, last) if len(WORDS.findall(told)) >= least and not numbers else None
