"""What the verb or predicate around an event noun makes of it: accepted, turned down, weighed, within reach, held in vain."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from readout.records import Status
from readout.text.event_coding import REAL
from readout.text.event_lists import listed
from readout.text.event_moods import Mood
from readout.text.event_tree import Tree

MEETING: Final = listed("talk negotiation meeting summit visit dialogue discussion session round conference consultation")


def fruitless(tree: Tree, noun: int, up: int) -> bool:
    """Tell whether talks were held to no effect: they failed, they failed to bring peace."""
    return tree.lemma(up) in ("fail", "collapse", "founder") and (
        tree.lemma(noun) in MEETING or bool(tree.of(up, "xcomp"))
    )


PREDICATES: Final[Mapping[str, Status]] = {
    "within reach": "hypothetical", "in sight": "hypothetical", "on table": "hypothetical", "on cards": "hypothetical",
    "at hand": "hypothetical", "in doubt": "hypothetical", "in question": "hypothetical", "in prospect": "hypothetical",
    "near": "hypothetical", "close": "hypothetical", "far": "hypothetical", "off table": "cancelled", "off": "cancelled",
    "out question": "refused", "on hold": "postponed", "on ice": "postponed", "in preparation": "planned",
    "in pipeline": "planned", "under discussion": "hypothetical", "under consideration": "hypothetical", "up air": "hypothetical",
    "under way": "ongoing", "underway": "ongoing", "in progress": "ongoing",
}  # fmt: skip


def predicated(tree: Tree, up: int) -> Status | None:
    """What 'is within reach', 'is on hold', 'is off' makes of the act that is its subject."""
    if tree.lemma(up) == "enter" and any(tree.lemma(o) in ("day", "week", "month", "year") for o in tree.of(up, "obj")):
        return "ongoing"
    if faced(tree, up):
        return "hypothetical"
    heads = [up] if tree.of(up, "cop") else tree.of(up, "obl", "advmod", "xcomp") if tree.lemma(up) == "be" else []
    names = [n for h in heads for n in [f"{case} {tree.lemma(h)}" for case in sorted(tree.cases(h))] or [tree.lows[h]]]
    return next((PREDICATES[n] for n in names if n in PREDICATES), None)


ACCEPTING: Final = listed("accept take welcome honour honor grant approve")
STOPPING: Final = listed("stop halt prevent scupper torpedo scotch wreck sink ground ruin")
OBEYING: Final = listed("heed obey follow fulfil fulfill meet")
REJECTING: Final = listed(
    "reject refuse decline spurn rebuff snub oppose resist ignore dismiss defy veto shun boycott disregard rule turn brush block"
)
WEIGHING: Final = listed("discuss debate examine study consider explore weigh mull")
# Words that are said; to turn them down is an event of its own.
SPEECHES: Final = listed(
    "accusation allegation claim charge criticism demand call request appeal threat warning ultimatum condemnation protest "
    "sanction order attack crackdown strike deployment arrest expulsion pressure"
)


# What one who faces it has not yet met with: arrest, a strike, sanctions.
MENACING: Final = listed(
    "arrest expulsion deportation extradition eviction jail prison imprisonment execution dismissal suspension "
    "sanction ban fine penalty sentence disqualification relegation closure strike boycott blockade invasion attack "
    "ouster recall impeachment censure defeat removal"
)


def faced(tree: Tree, verb: int) -> bool:
    """Tell whether somebody only faces what may be done to him."""
    return tree.lemma(verb) == "face" and any(tree.lemma(o) in MENACING for o in tree.of(verb, "obj"))


SWELLING: Final = listed("grow mount rise swell increase intensify multiply spread come build pile continue persist")


def demanded(tree: Tree, up: int) -> Status | None:
    """Tell whether a clause hangs on a verb that says that calls for it grow: calls mounted for the minister to resign."""
    asked = any(tree.lemma(s) in ("call", "demand", "appeal", "plea", "pressure") for s in tree.of(up, "nsubj"))
    return "proposed" if asked and tree.lemma(up) in SWELLING else None


def answer(tree: Tree, noun: int, up: int, inner: Status, mood: Mood) -> Status | None:
    """What accepting, turning down or weighing makes of an act that is its object; null where it makes nothing of it."""
    if tree.words[up].upos != "VERB" or mood.status not in (*REAL, "negated"):
        return None
    verb = tree.lemma(up)
    if inner == "proposed" and verb in OBEYING and not mood.negated:
        return "happened"
    if inner == "proposed" and verb in ACCEPTING:
        return "refused" if mood.negated else "planned"
    if mood.negated:
        return None
    if inner == "proposed" and verb in REJECTING:
        return "refused"
    definite = any(tree.lows[d] in ("the", "this", "that", "these", "those") for d in tree.of(noun, "det"))
    if inner == "planned" and verb in OBEYING | {"keep", "redeem", "honour", "honor"} and not mood.negated:
        return "happened"
    if inner == "planned" and verb in ("break", "renege", "forget"):
        return "negated"
    ended = verb == "put" and any(tree.lemma(o) in ("stop", "end", "halt", "paid") for o in tree.of(up, "obj", "xcomp"))
    if inner in REAL and (verb in STOPPING or ended) and tree.lemma(noun) in MEETING:
        return "cancelled"
    if inner in REAL and verb in ("deny", "disavow") and not definite:
        return "denied"
    if inner in REAL and verb in WEIGHING and not definite and not tree.of(noun, "nmod:poss"):
        return "hypothetical"
    if verb == "rule" and not any(tree.lows[c] == "out" for c in tree.children[up]):
        return None  # ruled the stoppage unlawful
    if inner in REAL and verb in REJECTING and tree.lemma(noun) not in SPEECHES:
        return "refused"
    return None


# With a noun as object these presuppose the act rather than govern it.
NO_PLAN: Final = listed(
    "discuss debate examine study accept reject oppose deny see join use help follow lead suspect question "
    "doubt report claim mean get find hear serve finish complete witness watch confirm admit acknowledge resist"
)


# Papers that lay down what is to be done, agreed or not yet, and the verbs by which they do.
PACTS: Final = listed(
    "accord agreement arrangement compact compromise concordat contract deal decree formula memorandum package pact plan "
    "programme program protocol roadmap schedule scheme settlement timetable treaty truce ceasefire understanding"
)
DRAFTS: Final = listed("amendment bill blueprint draft letter list manifesto motion offer paper petition proposal resolution text")
PROVIDING: Final = frozenset((
    "call for", "comprise", "contain", "cover", "detail", "entail", "envisage", "envision", "foresee", "include", "involve",
    "lay down", "prescribe", "provide for", "require", "set out", "specify", "spell out", "stipulate",
))  # fmt: skip


def provided(tree: Tree, verb: int, names: Sequence[str]) -> Status | None:
    """What a paper makes of the act it provides for: the deal calls for a ceasefire."""
    if not PROVIDING.intersection(names) or tree.is_passive(verb):
        return None
    subjects = [tree.head(verb)] if tree.words[verb].deprel in ("acl", "acl:relcl") else tree.of(verb, "nsubj")
    if any(tree.lemma(s) in PACTS for s in subjects):
        return "planned"
    return "proposed" if any(tree.lemma(s) in DRAFTS for s in subjects) else None


PLOTTED: Final = listed("plan prepare organise organize orchestrate mastermind plot coordinate direct")
FORCE: Final = listed(
    "abduction ambush arson assault attack bombing break-in coup kidnapping killing massacre murder raid riot shooting siege"
)


def plotted(tree: Tree, noun: int, up: int) -> bool:
    """Tell whether an act of force is said to have been planned, as an act that took place: the riot was planned from outside."""
    if tree.lemma(noun) not in FORCE or tree.lemma(up) not in PLOTTED or not tree.is_passive(up):
        return False
    if not {"was", "were", "had"} & set(tree.verb_group(up)):
        return False
    beside = [(tree.cases(o), tree.lows[o]) for o in tree.of(up, "obl")]
    return any(c & {"from", "in", "by", "at"} or (c == {"for"} and low in SPANS) for c, low in beside)


SPANS: Final = frozenset(("days", "weeks", "months", "years"))
