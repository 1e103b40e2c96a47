"""Words rehung where the parser hung them too high or too low."""

from __future__ import annotations

from readout.records import Word
from readout.text.event_tree import Tree


def tree(rows: str) -> Tree:
    """Build a tree from 'form upos head relation' rows."""
    words, text = [], ""
    for row in rows.strip().splitlines():
        form, upos, head, rel = row.split()
        words.append(Word(len(text), len(text) + len(form), upos, form.lower(), int(head), rel, "O"))
        text += form + " "
    return Tree(text, words)


def test_an_infinitive_behind_a_noun_of_plotting_says_what_the_plot_is() -> None:
    made = tree("Police NOUN 1 nsubj\nfoil VERB -1 root\nplot NOUN 1 obj\nto PART 4 mark\nbomb VERB 1 advcl\nit PRON 4 obj")
    assert (made.head(4), made.rel(4)) == (2, "acl")


def test_what_somebody_is_accused_of_hangs_on_the_accusing() -> None:
    made = tree("We PRON 1 nsubj\naccuse VERB -1 root\nrebels NOUN 1 obj\nof SCONJ 4 mark\nbombing VERB 2 acl")
    assert (made.head(4), made.rel(4)) == (1, "advcl")


def test_whom_somebody_calls_on_is_to_act() -> None:
    made = tree("We PRON 1 nsubj\ncall VERB -1 root\non ADP 3 case\nthem PRON 1 obl\nto PART 5 mark\nleave VERB 1 advcl")
    assert made.rel(5) == "xcomp"


def test_the_particle_of_a_phrasal_verb_is_no_preposition() -> None:
    made = tree("He PRON 1 nsubj\ncall VERB -1 root\noff ADP 4 case\nhis PRON 4 nmod:poss\nvisit NOUN 1 obl")
    assert (made.rel(2), made.head(2), made.rel(4)) == ("compound", 1, "obj")


def test_a_purpose_stays_one() -> None:
    made = tree("We PRON 1 nsubj\nuse VERB -1 root\ngas NOUN 1 obj\nto PART 4 mark\nclear VERB 1 advcl\nit PRON 4 obj")
    assert (made.head(4), made.rel(4)) == (1, "advcl")


def test_a_closing_tag_of_speech_describes_no_noun_before_it() -> None:
    rows = (
        "They PRON 1 nsubj\nwent VERB -1 root\nfor ADP 3 case\ntalks NOUN 1 obl\n, PUNCT 3 punct\n"
        "officials NOUN 6 nsubj\nsay VERB 3 acl:relcl\n. PUNCT 1 punct"
    )
    assert (tree(rows).head(6), tree(rows).rel(6)) == (1, "parataxis")


def test_what_reports_say_is_no_clause_of_its_own() -> None:
    rows = "They PRON 1 nsubj\ndeny VERB -1 root\nrumour NOUN 1 obj\nthat SCONJ 5 mark\nshe PRON 5 nsubj\nleft VERB 2 ccomp"
    assert tree(rows).rel(5) == "acl"


def test_an_act_in_a_list_of_acts_hangs_on_the_first() -> None:
    """The reinstatement of drivers and the dismissal of the chief: not the dismissal of drivers."""
    made = tree(
        "the DET 1 det\nreinstatement NOUN -1 root\nof ADP 3 case\ndriver NOUN 1 nmod\nand CCONJ 6 cc\nthe DET 6 det\n"
        "dismissal NOUN 3 conj\nof ADP 8 case\nchief NOUN 6 nmod"
    )
    assert made.head(6) == 1


def test_things_in_a_list_stay_with_the_thing_before() -> None:
    made = tree("the DET 1 det\nreturn NOUN -1 root\nof ADP 3 case\nship NOUN 1 nmod\nand CCONJ 6 cc\nthe DET 6 det\ncrew NOUN 3 conj")
    assert made.head(6) == 3
