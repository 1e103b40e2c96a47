"""An act that rests on one side's word: allegedly, according to a party, claims, accusations, a victim's telling."""

from __future__ import annotations

from typing import Final

from readout.text.event_lists import listed
from readout.text.event_tree import Tree

ALLEGING: Final = listed("protest allege claim complain assert contend maintain insist")
ADVERBS: Final = listed("allegedly reportedly supposedly purportedly apparently")
NEUTRAL: Final = listed(
    "police official authority ministry report witness doctor medic agency figure study survey data estimate hospital "
    "rescuer spokesman spokeswoman spokesperson statement newspaper document poll record list schedule coroner analyst "
    "diplomat coastguard organiser organizer resident observer investigator prosecutor court observer survivor mediator"
)
CLAIMS: Final = listed(
    "claim allegation accusation charge report rumour rumor suggestion story suspicion assertion notion account"
)
DENYING: Final = listed(
    "reject dismiss deny refute rebut dispute scoff ridicule contradict repudiate brush laugh mock rubbish "
    "debunk discount scorn disown belie"
)
ACCORDING: Final = "'according to'"
# Verbs that lay a hostile act to somebody's charge: the act counts as an accusation by who says so.
CHARGING: Final = listed(
    "accuse allege claim complain charge blame assert contend protest denounce condemn criticise criticize maintain "
    "allegation accusation complaint"
)
OWN: Final = listed("its their his her our my them us him me")


def hearsay(tree: Tree, trigger: int) -> str | None:
    """The words that make an act one side's word; null where the sentence tells it as fact."""
    near = [trigger, *list(tree.above(trigger))[:4]]
    for i in near:
        if one_sided(tree, i):
            return ACCORDING
        for c in tree.of(i, "advmod", "parataxis", "ccomp", "advcl"):
            if tree.lows[c] in ADVERBS:
                return f"'{tree.lows[c]}'"
            if tree.rel(c) == "parataxis" and tree.lemma(c) in ALLEGING and tree.of(c, "nsubj"):
                return f"'{tree.lemma(c)}'"
    return None


def one_sided(tree: Tree, i: int) -> bool:
    """Tell whether a clause is told according to a party, rather than to police, officials or figures."""
    for c in tree.of(i, "obl", "nmod", "advmod", "advcl"):
        if "according" in tree.cases(c) or (tree.lows[c] == "according"):
            heads = [c, *tree.of(c, "obl", "nmod", "obj", "fixed", "pobj")]
            return not any(tree.lemma(h) in NEUTRAL for h in heads)
    return False


def claim_above(tree: Tree, node: int) -> int | None:
    """The noun of claiming whose content a clause is: reports that X had met Y."""
    up = tree.head(node)
    if up < 0 or tree.words[node].deprel not in ("acl", "ccomp", "appos") or tree.lemma(up) not in CLAIMS:
        return None
    marks = {tree.lows[m] for m in tree.of(node, "mark")}
    return up if "that" in marks or ("to" not in marks and tree.of(node, "nsubj", "nsubj:pass")) else None


def denied_claim(tree: Tree, noun: int) -> int | None:
    """The verb that rejects or denies a claim, from the claim's own noun."""
    if "contrary" in tree.lows[max(0, noun - 4) : noun]:
        return noun
    for up in (tree.head(noun), *([noun] if tree.rel(noun) == "root" else [])):
        if up >= 0 and (tree.lemma(up) in DENYING or called_untrue(tree, noun)):
            return up
        baseless = up >= 0 and tree.lemma(up) in ("truth", "substance", "basis")
        if baseless and any(tree.lows[c] == "no" for c in tree.of(up, "det")):
            return up
    return noun if any(lemma in FALSE for lemma in tree.lemmas) else None


FALSE: Final = listed("untrue false baseless unfounded groundless nonsense fabrication fantasy untruth")


def called_untrue(tree: Tree, noun: int) -> bool:
    """Tell whether somebody calls a claim untrue: called reports that he had banned it 'pure fantasy'."""
    up = tree.head(noun)
    if up < 0 or tree.lemma(up) not in ("call", "describe", "label", "brand", "term"):
        return False
    return any(tree.lemma(k) in UNTRUE for c in tree.of(up, "xcomp", "obl", "obj", "ccomp") for k in tree.under(c))


UNTRUE: Final = listed(
    "tale hoax fable fantasy lie nonsense false untrue baseless rumour rumor fabrication fiction invention unfounded "
    "propaganda rubbish absurd "
    "slander libel myth fake ridiculous groundless"
)


def names_of(tree: Tree, i: int) -> set[str]:
    """The names in a phrase of those it is of: Norland's delegate, Norland's ferries."""
    near = [i, *tree.of(i, "nmod:poss", "compound", "amod", "nmod")]
    return {tree.lows[k] for k in near if tree.words[k].upos == "PROPN"}


def told_by_the_struck(tree: Tree, speaker: int | None, recipients: tuple[int, ...]) -> bool:
    """Tell whether those it was done to tell it: the party said police had arrested its members."""
    if speaker is None or tree.lemma(speaker) in NEUTRAL:
        return False
    for r in recipients:
        of_them = [r, *tree.of(r, "nmod", "nmod:poss")]
        of_them += [p for o in of_them for p in tree.of(o, "nmod:poss")]
        if any(o == speaker or tree.lows[o] in OWN or tree.lemma(o) == tree.lemma(speaker) for o in of_them):
            return True
        if names_of(tree, speaker) & names_of(tree, r):
            return True
    return False
