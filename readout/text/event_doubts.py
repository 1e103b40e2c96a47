"""Whether a sentence leaves it open that an act took place: perhaps, no proof that, would sooner, whoever does it."""

from __future__ import annotations

from typing import Final

from readout.text.event_lists import listed
from readout.text.event_modality import Reading
from readout.text.event_tree import Tree

HEDGES: Final = frozenset({"perhaps", "possibly", "maybe", "potentially", "conceivably"})
PROOFS: Final = listed(
    "confirmation proof evidence indication sign word hint record trace suggestion corroboration verification clue guarantee "
    "certainty acknowledgement acknowledgment testimony"
)
LACKING: Final = listed("no little scant any neither without zero hardly scarcely")
# What is held out to whoever does a thing; that anybody has done it is not said.
HELD_OUT: Final = listed(
    "promise offer pledge vow threaten warn guarantee amnesty reward bounty pardon fine penalty punishment jail immunity "
    "payment bonus compensation refund grant await face risk demand require order ask urge invite"
)
WHOEVER: Final = listed("every any each all whoever anyone anybody everyone everybody those whichever")
FICTIONS: Final = listed(
    "novel thriller drama comedy opera sitcom musical fable legend myth screenplay videogame fairytale satire soap whodunit tragedy"
)
DRAFTS: Final = listed("bill motion proposal wording text petition resolution statement law communique")


def left_open(tree: Tree, trigger: int) -> str | None:
    """The words that leave open whether an act took place; null where none do."""
    hedge = hedged(tree, trigger)
    if hedge:
        return f"'{hedge}'"
    open_by = (unproved, preferred, of_whoever, of_a_scene, in_draft)
    return next((why for test in open_by if (why := test(tree, trigger))), None)


def hedged(tree: Tree, trigger: int) -> str | None:
    """The adverb that leaves open whether an act took place or will: perhaps including a meeting."""
    up = tree.head(trigger)
    near = [trigger, up] if up >= 0 and tree.rel(trigger) in ("obj", "nsubj", "xcomp") else [trigger]
    if trigger > 1 and tree.lows[trigger - 2 : trigger] == ["all", "but"]:
        return "all but"
    return next((tree.lows[c] for i in near for c in tree.of(i, "advmod") if tree.lows[c] in HEDGES), None)


def unproved(tree: Tree, trigger: int) -> str | None:
    """A noun of proof that is lacking, where a clause around the act says what of: no confirmation that, without evidence of."""
    for i in (trigger, *list(tree.above(trigger))[:4]):
        noun = tree.head(i)
        if noun < 0 or tree.lemma(noun) not in PROOFS:
            continue
        clause = tree.words[i].deprel in ("acl", "ccomp") and any(
            tree.lows[m] in ("that", "of") for m in tree.of(i, "mark")
        )
        if (clause or (tree.rel(i) == "nmod" and "of" in tree.cases(i))) and lacking(tree, noun):
            return f"no {tree.lemma(noun)} of it"
    return None


def lacking(tree: Tree, noun: int) -> bool:
    """Tell whether there is none of a thing: no proof, little evidence, without a sign, found not a trace."""
    before = {tree.lows[c] for c in tree.of(noun, "det", "amod", "case", "advmod", "cc")}
    up = tree.head(noun)
    verb = {tree.lows[c] for c in tree.of(up, "advmod")} if up >= 0 else set()
    return (bool(before & LACKING) and ("any" not in before or bool(verb & {"not", "n't", "never"}))) or bool(
        verb & {"not", "n't"}
    )


def preferred(tree: Tree, trigger: int) -> str | None:
    """What somebody would sooner do, and what he would sooner do it than: neither is done."""
    up = tree.head(trigger)
    over = up if up >= 0 and any(tree.lows[m] == "than" for m in tree.of(trigger, "mark", "case")) else trigger
    eager = {tree.lows[c] for c in tree.of(over, "advmod")} & {"sooner", "rather"}
    wishing = {"would", "'d", "will", "'ll"} & set(tree.verb_group(over))
    return f"'would {min(eager)}'" if eager and wishing else None


def of_whoever(tree: Tree, trigger: int) -> str | None:
    """A clause on whoever does a thing, where something is held out to them: an amnesty for all who return."""
    if tree.words[trigger].deprel != "acl:relcl":
        return None
    who = tree.head(trigger)
    words = {tree.lows[who], *(tree.lows[c] for c in tree.of(who, "det", "amod"))}
    held = next((i for i in list(tree.above(who))[:4] if tree.lemma(i) in HELD_OUT), None)
    return f"whoever does it; '{tree.lemma(held)}'" if held is not None and words & WHOEVER else None


def of_a_scene(tree: Tree, trigger: int) -> str | None:
    """What only a story holds: the novel tells of a minister who is arrested."""
    for i in list(tree.above(trigger))[:5]:
        told = next((c for c in tree.of(i, "nsubj") if tree.lemma(c) in FICTIONS), None)
        if told is not None:
            return f"a {tree.lemma(told)}"
    return None


def in_draft(tree: Tree, trigger: int) -> str | None:
    """What a draft says is said by nobody yet: a draft of the resolution condemns the attack."""
    by = next((c for c in tree.of(trigger, "nsubj") if tree.lemma(c) == "draft" or draft(tree, c)), None)
    return f"a {tree.lemma(by)}" if by is not None else None


def draft(tree: Tree, noun: int) -> bool:
    """Tell whether a paper is called a draft: the draft resolution, a proposed text."""
    called = {tree.lows[c] for c in tree.of(noun, "amod", "compound")}
    return bool(called & {"draft", "proposed", "leaked"}) and tree.lemma(noun) in DRAFTS


def undecided(tree: Tree, trigger: int) -> Reading | None:
    """An act that somebody neither confirms nor denies, or the denying itself; null elsewhere."""
    for i in (trigger, *list(tree.above(trigger))[:3]):
        beside = (
            {tree.lemma(tree.head(i)), *(tree.lemma(c) for c in tree.of(i, "conj"))} if tree.head(i) >= 0 else set()
        )
        if tree.lemma(i) == "deny" and "confirm" in beside and {tree.lows[c] for c in tree.of(i, "cc")} & {"nor", "or"}:
            return Reading("hypothetical", i, because="neither confirmed nor denied")
    return None
