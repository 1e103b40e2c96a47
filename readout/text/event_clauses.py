"""What a clause tells of the act in it by its own form: duties, questions for circumstances, recollections, late beginnings."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from readout.text.event_lists import listed
from readout.text.event_tree import Tree

LINKING: Final = frozenset({"to", "on", "for", "of", "with", "in", "against", "about", "at", "into", "from"})
# Verbs that take what follows them for true, also where they are negated.
FACTIVE: Final = listed(
    "regret know realise realize mention reveal forget notice see hear explain mind celebrate excuse say discuss comment justify "
    "learn remember recall disclose acknowledge admit"
)
# What binds without asking: the rule requires, the pact stipulates.
LAWS: Final = listed(
    "law rule treaty pact charter constitution statute act code protocol convention contract regulation clause article agreement "
    "accord mandate bylaw guide tradition custom oath"
)
BINDING: Final = listed(
    "require oblige bind commit compel stipulate provide state say prescribe entitle empower allow permit"
)


def binding(tree: Tree, node: int, up: int, verb: str) -> bool:
    """Tell whether an act is only a duty: has to, is bound to, is required to, the treaty commits X to."""
    if verb == "have" and tree.rel(node) == "xcomp" and tree.words[up].upos == "VERB":
        return tree.lows[up] in ("has", "have") and not any(tree.lows[c] == "yet" for c in tree.of(up, "advmod"))
    if tree.lows[up] in ("bound", "obliged", "required", "supposed", "entitled", "empowered"):
        return bool(tree.of(up, "cop", "aux")) and not tree.of(up, "obl:agent")
    subject = tree.of(up, "nsubj")
    if verb in BINDING and subject and tree.lows[subject[0]] in ("which", "that") and tree.rel(up) == "acl":
        return tree.head(up) >= 0 and tree.lemma(tree.head(up)) in LAWS  # clause 14, which obliges them to hand in
    return verb in BINDING and bool(subject) and tree.lemma(subject[0]) in LAWS


def wh_clause(tree: Tree, node: int) -> bool:
    """Tell whether a clause asks for the circumstances of what it takes for true: why, how, when it was done."""
    first = [tree.lows[c] for c in tree.of(node, "advmod", "mark", "obl", "nsubj", "obj") if c < node]
    return bool(set(first) & {"why", "how", "when", "where", "who", "what"}) and "whether" not in first


def belated(tree: Tree, verb: int) -> bool:
    """Tell whether something starts late: a week late, later than announced."""
    if tree.lemma(verb) not in OCCURRING and not (tree.lemma(verb) == "hold" and tree.is_passive(verb)):
        return False
    behind = [tree.lows[k] for k in tree.under(verb) if k > verb]
    later = any(pair == ("later", "than") for pair in pairwise(behind))
    return later or any(tree.lows[c] == "late" for c in tree.of(verb, "advmod", "xcomp", "obl"))


SETTING: Final = listed("set schedule plan slate fix due expect call pencil arrange")


def on_another_day(tree: Tree, noun: int, verb: int) -> bool:
    """Tell whether what was set for one day is now to be on another: the vote, due on Sunday, will now be held in May."""
    anew = {"now", "instead"} & {tree.lows[c] for c in tree.of(verb, "advmod")}
    ahead = {"will", "'ll", "to", "wo"} & set(tree.verb_group(verb))
    was_set = any(tree.lemma(c) in SETTING for c in tree.of(noun, "acl", "amod", "appos"))
    return bool(anew and ahead and was_set)


SHIFTING: Final = listed("move shift push slip switch transfer")
TIMELY: Final = listed(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october "
    "november december spring summer autumn winter week month year day date time tomorrow morning afternoon evening"
)


def shifted(tree: Tree, noun: int, verb: int) -> bool:
    """Tell whether something was moved to another time or put on hold: moved to June, shifted from May to September."""
    if tree.rel(noun) not in ("nsubj", "obj"):
        return False
    if on_another_day(tree, noun, verb):
        return True
    where = tree.of(verb, "obl")
    if tree.lemma(verb) in ("put", "place", "be") and any(tree.lemma(c) in ("hold", "ice") for c in where):
        return True
    held = tree.lemma(verb) == "hold" and any(tree.lows[c] == "over" for c in tree.children[verb])
    if tree.lemma(verb) not in SHIFTING and not held:
        return False
    if any(tree.lows[c] in ("forward", "up") for c in tree.children[verb]):
        return False
    later = [c for c in (*where, *(k for k in tree.under(verb) if k > noun)) if tree.cases(c) & {"to", "until", "till", "for"}]
    return any(tree.lemma(k) in TIMELY for c in later for k in (c, *tree.of(c, "nmod", "compound")))


def bare(tree: Tree, node: int) -> bool:
    """Tell whether a verb is an infinitive with "to", and no -ing form behind a preposition: to shoot, not to having shot."""
    marked = any(tree.lows[m] == "to" for m in tree.of(node, "mark"))
    return marked and not tree.lows[node].endswith("ing") and "having" not in tree.verb_group(node)


def given_up(tree: Tree, up: int, verb: str) -> bool:
    """Tell whether somebody had only meant to: had intended to visit, had planned to meet."""
    return verb in ("plan", "intend", "hope", "mean", "want", "wish") and "had" in tree.verb_group(up)


def for_it(tree: Tree, noun: int) -> bool:
    """Tell whether an act is only what something would be for: would have brought them together for talks."""
    return bool(tree.cases(noun) & {"for", "to"}) and not any(tree.lows[d] == "the" for d in tree.of(noun, "det"))


OCCURRING: Final = listed(
    "resume begin start take open continue go end proceed follow restart reconvene recommence reopen"
)


# Verbs that tell of what follows them as done.
IMPLICATIVE: Final = listed(
    "appear seem prove turn tend use happen come get serve help dare bother remember deign hasten rush hurry combine "
    "conspire see find know hear make force prompt compel oblige spur cause lead say report understand believe think "
    "suffice stop live join unite do"
)


def remembered(tree: Tree, trigger: int) -> bool:
    """Tell whether somebody recalls an act in words of his own: 'when we bombed it …', the pilot recalled."""
    below = trigger
    for up in tree.above(trigger):
        if tree.lemma(up) in ("recall", "remember", "reminisce") and tree.rel(below) == "ccomp" and below < up:
            return not tree.of(below, "mark")
        below = up
    return False


def gerund_of(tree: Tree, node: int) -> bool:
    """Tell whether a verb stands as an -ing form behind a linking preposition: accused of bombing."""
    marks = {tree.lows[m] for m in tree.of(node, "mark", "case")}
    going = tree.lows[node].endswith("ing") or "having" in tree.verb_group(node)
    over = tree.lemma(tree.head(node)) if tree.head(node) >= 0 else ""
    return going and bool(marks & (LINKING - {"in", "with", "at"} | FITTING.get(over, frozenset())))


# Verbs that take an -ing form behind prepositions that elsewhere only tell how or when.
FITTING: Final = {
    "charge": frozenset({"with"}), "balk": frozenset({"at"}), "baulk": frozenset({"at"}), "aim": frozenset({"at"}),
    "succeed": frozenset({"in"}), "fail": frozenset({"in"}),
}  # fmt: skip


AMOUNTS: Final = listed(
    "dollar euro pound crown franc million billion tonne ton package worth sum amount tranche parcel shipment total lot "
    "thousand hundred dozen share volume level"
)


def measured(tree: Tree, noun: int) -> bool:
    """Tell whether a noun only says how much of an act there is: pledged 20 million dollars in aid, a package of aid."""
    return tree.words[noun].upos in ("SYM", "NUM") or tree.lemma(noun) in AMOUNTS


def after_all(tree: Tree, verb: int) -> bool:
    """Tell whether what will not be had been meant to be: will not resign after all, is not coming after all."""
    for k in range(verb, len(tree.lows) - 1):
        if tree.lows[k] == "after" and tree.lows[k + 1] == "all" and (k + 2 >= len(tree.lows) or not tree.lows[k + 2][0].isalnum()):
            return bool({"will", "wo", "would", "'ll", "is", "are", "was", "were", "'s", "be"} & set(tree.verb_group(verb)))
    return False


def own_wish(tree: Tree, node: int, up: int) -> bool:
    """Tell whether somebody wants to do a thing himself, and asks nobody: wants to meet the union."""
    wishing = tree.lemma(up) in ("want", "desire") and tree.rel(node) == "xcomp" and tree.words[up].upos == "VERB"
    return wishing and not tree.is_passive(node) and not [o for o in tree.of(up, "obj", "iobj") if o < node]


AWAITING: Final = listed("expect await anticipate schedule set slate due want need welcome seek")


def scene(tree: Tree, noun: int, verb: int) -> bool:
    """Tell whether a noun says where or when a verb puts something else forward: announced the ban at a meeting, agreed in a call
    to meet; not are expected at a meeting."""
    if tree.rel(noun) != "obl" or not tree.cases(noun) or not tree.cases(noun) <= {"in", "at", "during"}:
        return False
    if tree.words[verb].upos != "VERB" or tree.lemma(verb) in AWAITING:
        return False
    further = [c for c in tree.of(verb, "obl") if c != noun and tree.cases(c) & {"on", "to", "for"}]
    return bool(tree.of(verb, "obj", "xcomp", "ccomp", "nsubj:pass") or further)
