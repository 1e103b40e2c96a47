"""A wrong laid to another's charge in plain words: the union said the firm had hidden the results."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from readout.text.event_actors import ActorWords, may_act
from readout.text.event_arguments import Parties, agents, subjects
from readout.text.event_coding import FORCEFUL
from readout.text.event_found import Found
from readout.text.event_hearsay import NEUTRAL
from readout.text.event_tree import Tree, listed

CHARGE: Final = "K"  # the letter of frames that ask for it
# What nobody is said to have done in praise.
WRONGS: Final = listed(
    "rig cheat lie mislead deceive betray abandon ignore neglect hide conceal falsify forge fake doctor tamper bribe "
    "steal loot embezzle squander waste misuse misspend breach violate flout defy provoke incite sabotage withhold "
    "suppress destroy bully intimidate blackmail censor silence mistreat exploit pollute poison dump discriminate "
    "botch mishandle bungle mismanage overcharge underpay defraud swindle plunder manipulate "
    "collude conspire smuggle disobey trample desecrate scapegoat disable stall dither shred"
)
# Verbs that are wrongs with what stands beside them: broke the truce, dragged its feet, looked the other way.
LATE: Final = listed("late")
WRONG_WITH: Final = {
    "break": listed("law rule promise word agreement truce deal ceasefire contract accord treaty pact oath ranks pledge"),
    "lose": listed("week month day year"),
    "drag": listed("foot feet heel"),
    "cut": listed("corner"),
    "cover": listed("up"),
    "sit": listed("report result warning data letter money hand"),
    "sleep": listed("through"),
    "look": listed("away way"),
    "turn": listed("eye deaf"),
    "close": listed("eye"),
    "shut": listed("eye"),
    "sell": listed("out worker member people country voter"),
    "cook": listed("book"),
    "do": listed("nothing little"),
    "put": listed("profit life danger risk pressure"),
    "know": listed("week month year day beforehand"),
    "switch": listed("off alarm"),
    "buy": listed("vote voter judge witness silence referee"),
    "stuff": listed("box"),
    "cross": listed("line border"),
    "jump": listed("queue light gun"),
    "act": listed("late illegally slowly unlawfully recklessly"),
    "come": LATE,
    "arrive": LATE,
    "leave": listed("rot alone die unattended lurch unanswered unlocked unguarded"),
    "react": listed("late slowly"),
    "fail": listed("to"),
    "play": listed("game politics"),
    "profit": listed("from"),
}
# Duties: said that nobody had warned them, that they were never told.
DUTIES: Final = listed("warn help act listen tell inform answer protect consult")
# With nobody named, only the passive of people tells a wrong: the referee had been bought.
DONE_TO: Final = listed("buy")
UNREAL: Final = listed("will would wo 'll 'd could may might should can must shall ca")
SELF: Final = frozenset({"i", "we", "he", "she"})
OWN_SIDE: Final = listed("team crew side squad cast band hero heroine character")
TALE_TELLERS: Final = listed(
    "author novelist critic historian biographer narrator poet reviewer columnist novel book legend film play chronicle"
)
NOBODY: Final = frozenset({"nobody", "none", "neither"})
ONES: Final = frozenset({"it", "this"})


def charged(tree: Tree, i: int, known: ActorWords) -> int | None:
    """Give the verb of the wrong that what is said lays to another's charge; null where it lays none."""
    for c in tree.of(i, "ccomp"):
        for verb in (c, *(k for k in tree.of(c, "conj") if tree.words[k].upos == "VERB")):
            if is_wrong(tree, verb) and another(tree, i, verb, known) and told_as_done(tree, c) and told_as_done(tree, verb):
                return verb
    return None


def is_wrong(tree: Tree, verb: int) -> bool:
    """Tell whether a verb tells a wrong: by itself, with a word beneath it, or as a duty not done."""
    lemma = tree.lemma(verb)
    if undone(tree, verb):
        return lemma in DUTIES
    if lemma in DONE_TO and tree.is_passive(verb) and not agents(tree, verb):
        return any(tree.words[s].upos in ("NOUN", "PROPN") for s in subjects(tree, verb)[0])
    beneath = {w for k in tree.under(verb) if k != verb for w in (tree.lemma(k), tree.lows[k])}
    return lemma in WRONGS or not beneath.isdisjoint(WRONG_WITH.get(lemma, ()))


def undone(tree: Tree, verb: int) -> bool:
    """Tell whether a verb is denied, by itself or through its subject."""
    denied = any(tree.lows[k] in ("not", "n't", "n’t", "never") for k in tree.of(verb, "advmod"))
    return denied or any(tree.lows[s] in NOBODY or (s > 0 and tree.lows[s - 1] == "no") for s in tree.of(verb, "nsubj"))


def told_as_done(tree: Tree, verb: int) -> bool:
    """Tell whether a clause is told as fact: without modal, condition or question."""
    marks = {tree.lows[m] for m in tree.of(verb, "mark", "advmod") if m < verb}
    return not set(tree.verb_group(verb)) & UNREAL and not marks & {"if", "whether", "how", "why", "to"}


def another(tree: Tree, i: int, verb: int, known: ActorWords) -> bool:
    """Tell whether who says it is a party, and who is charged another one, or left out."""
    speakers = subjects(tree, i)[0]
    if any(tree.lemma(s) in NEUTRAL | TALE_TELLERS for s in speakers) or not any(may_act(tree, s, known) for s in speakers):
        return False
    who = agents(tree, verb) if tree.is_passive(verb) else subjects(tree, verb)[0]
    if not who:
        return tree.is_passive(verb)
    if any(tree.lemma(w) in OWN_SIDE for w in who):
        return False
    if WRONG_WITH.get(tree.lemma(verb)) is LATE and tree.words[who[0]].upos == "NOUN":
        return True  # help, the order, the ambulance came too late: whoever sent it
    many = len(speakers) > 1 or tree.lows[speakers[0]] != tree.lemma(speakers[0]) or tree.lows[speakers[0]] in ("they", "we")
    same = SELF | ({"they"} if many else ONES)
    return who != speakers and not any(tree.lows[w] in same for w in who) and any(may_act(tree, w, known) for w in who)


def blamed_for_it(tree: Tree, i: int, parties: Parties, known: ActorWords) -> Parties:
    """The parties of a charge: who says it, and who is said to have done it."""
    verb = charged(tree, i, known)
    if verb is None:
        return parties
    who = agents(tree, verb) if tree.is_passive(verb) else subjects(tree, verb)[0]
    wrongdoers = tuple(w for w in who if w not in parties.actors and may_act(tree, w, known) and tree.lows[w] not in NOBODY)
    return Parties(parties.actors, wrongdoers, "actor: who says so; recipient: who is said to have done it")


def told_once(found: Sequence[Found]) -> list[Found]:
    """Leave the wrong itself to the charge that tells it, but acts of force."""
    said = {f.taken for f in found if CHARGE in f.frame.need}
    return [f for f in found if f.trigger not in said or f.frame.type in FORCEFUL]
