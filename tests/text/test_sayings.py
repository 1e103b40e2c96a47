"""Speech without quotation marks is read off the syntax; marks and syntax are joined."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from readout.lexicon import abbreviations, reporting, speech
from readout.text.attributions import quoted_stretches
from readout.text.joined_sayings import Words
from readout.text.sentences import all_sentences, paragraphs
from readout.text.unit_reading import Said
from tests.text.speech_reading import read as read_with

KNOWN = Words(speech(), reporting())


def read(text: str) -> list[Said]:
    return read_with(text, KNOWN)


def shown(text: str) -> list[tuple[str, str, str, list[str]]]:
    """Kind, source, cue and content of each attribution, in order of the cue."""
    found = sorted(read(text), key=lambda s: s.cue or s.content[0])
    return [
        (
            s.kind,
            text[slice(*s.source)] if s.source else "",
            text[slice(*s.cue)] if s.cue else "",
            [text[a:b] for a, b in s.content],
        )
        for s in found
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The minister said the port would close.", [("indirect", "The minister", "said", ["the port would close"])]),
        ("The plan, the minister said on Monday, would fail.", [("indirect", "the minister", "said", ["The plan", "would fail"])]),
        ("Prices will rise, the bank predicted.", [("indirect", "the bank", "predicted", ["Prices will rise"])]),
        ("According to Ann Poe, a spokeswoman for the port, two ships sank.",
         [("indirect", "Ann Poe, a spokeswoman for the port", "According to", ["two ships sank"])]),
        ("Two ships sank, according to the port.", [("indirect", "the port", "according to", ["Two ships sank"])]),
        ("She would resign if the vote went against her, she said last week.",
         [("indirect", "she", "said", ["She would resign if the vote went against her"])]),
        ("The verdict, she added, took his age into account.",
         [("indirect", "she", "added", ["The verdict", "took his age into account"])]),
        ("It was no question of pride, he argued; the road was needed.",
         [("indirect", "he", "argued", ["It was no question of pride", "the road was needed"])]),
        ("Rumours that a guard had died were untrue, St. Brannoc hospital said.",
         [("indirect", "", "Rumours", ["that a guard had died"]),
          ("indirect", "St. Brannoc hospital", "said", ["Rumours that a guard had died were untrue"])]),
        ("Asked about the ferry, Lee said, Poe had smiled.", [("indirect", "Lee", "said", ["Poe had smiled"])]),
        ("It was over, she said: “Nobody will come back.”",
         [("indirect", "she", "said", ["It was over"]), ("direct", "she", "said", ["“Nobody will come back.”"])]),
        ("Poe said the talks had failed: “We will not pay.”",
         [("indirect", "Poe", "said", ["the talks had failed"]), ("direct", "Poe", "said", ["“We will not pay.”"])]),
        ("The harbour minister, Ann Poe, was less cautious: “The gates will close.”",
         [("direct", "The harbour minister, Ann Poe", ":", ["“The gates will close.”"])]),
        ("17:05 Our reporter Kit Poe, in Bram: “The water is rising.”",
         [("direct", "Our reporter Kit Poe, in Bram", ":", ["“The water is rising.”"])]),
        ("“Safety comes first,” the harbour chief Ann Poe was quoted as saying.",
         [("direct", "the harbour chief Ann Poe", "quoted", ["“Safety comes first,”"])]),
        ("“It is for the people to decide,” was all that ferry chief Ann Poe would say.",
         [("direct", "ferry chief Ann Poe", "say", ["“It is for the people to decide,”"])]),
        ("The company that owns the ferry would only say that it was “in touch with the families”.",
         [("mixed", "The company that owns the ferry", "say", ["that it was “in touch with the families”"])]),
        ("Poe let it be known that the plan was dead.", [("indirect", "Poe", "let it be known", ["that the plan was dead"])]),
        ("A strike is threatened from May, according to the leader of the union, Ann Poe.",
         [("indirect", "the leader of the union, Ann Poe", "according to", ["A strike is threatened from May"])]),
        ("Poe believes that the plan is dead.", [("indirect", "Poe", "believes", ["that the plan is dead"])]),
        ("The organisers put the crowd at 20,000 and went home.",
         [("indirect", "The organisers", "put", ["the crowd at 20,000"])]),
        ("In the view of the engineer Ann Poe, the gates held.",
         [("indirect", "the engineer Ann Poe", "In the view of", ["the gates held"])]),
        ("By his reckoning 300 millimetres fell in a day.",
         [("indirect", "his", "By his reckoning", ["300 millimetres fell in a day"])]),
        ("For Ann Poe, who leads the society, the marsh is “the last quiet place”.",
         [("mixed", "Ann Poe", "For", ["the marsh is “the last quiet place”"])]),
        ("About 200 wagons, so Poe, are loaded with fruit.",
         [("indirect", "Poe", "so", ["About 200 wagons", "are loaded with fruit"])]),
        ("«The papers lie ready», so Poe before the press.", [("direct", "Poe", "so", ["«The papers lie ready»"])]),
        ("The neighbour, she said, “remembers a knock on the door”.",
         [("mixed", "she", "said", ["The neighbour", "“remembers a knock on the door”"])]),
        ("Quay Trust, the business group that favours the sale, demanded that the unions pay.",
         [("indirect", "Quay Trust, the business group that favours the sale", "demanded", ["that the unions pay"])]),
        ("She urged voters to stay at home.", [("indirect", "She", "urged", ["to stay at home"])]),
        ("The union vowed to strike again.", [("indirect", "The union", "vowed", ["to strike again"])]),
        ("Poe accused the council of hiding the letter.", [("indirect", "Poe", "accused", ["the council of hiding the letter"])]),
        ("Poe called the move a disgrace.", [("indirect", "Poe", "called", ["the move a disgrace"])]),
        ("The ministry demanded the release of two sailors.",
         [("indirect", "The ministry", "demanded", ["the release of two sailors"])]),
        ("He was quoted as saying that the talks had failed.",
         [("indirect", "He", "quoted as saying", ["that the talks had failed"])]),
        ("Reporters asked whether the mayor would resign.",
         [("indirect", "Reporters", "asked", ["whether the mayor would resign"])]),
        ("The paper printed her claim that the vote was rigged.", [("indirect", "her", "claim", ["that the vote was rigged"])]),
        ("Poe, who said the bridge was safe, left on Friday.", [("indirect", "who", "said", ["the bridge was safe"])]),
        ("The mayor said the bridge was safe, adding that tests would go on.",
         [("indirect", "The mayor", "said", ["the bridge was safe"]), ("indirect", "The mayor", "adding", ["that tests would go on"])]),
        ("He pointed out that the bill had passed twice.", [("indirect", "He", "pointed out", ["that the bill had passed twice"])]),
        ("She made clear that the talks were over.", [("indirect", "She", "made clear", ["that the talks were over"])]),
        ("Lee denied meeting the envoy.", [("indirect", "Lee", "denied", ["meeting the envoy"])]),
        ("Poe told an aide to burn the letter.", [("indirect", "Poe", "told", ["to burn the letter"])]),
        ("Poe wrote in the email that she knew of the plan.", [("indirect", "Poe", "wrote", ["that she knew of the plan"])]),
        ("The bill, which critics say would hurt farmers, passed on Monday.",
         [("indirect", "critics", "say", ["would hurt farmers"])]),
        ("Police said a man was killed and two others were wounded.",
         [("indirect", "Police", "said", ["a man was killed and two others were wounded"])]),
        ("Lee was asked if he had read the report.", [("indirect", "", "asked", ["if he had read the report"])]),
        ("Lee said the plan was a start but added that it was not enough.",
         [("indirect", "Lee", "said", ["the plan was a start"]), ("indirect", "Lee", "added", ["that it was not enough"])]),
        ("The president has vowed to veto the bill, calling it a waste of money.",
         [("indirect", "The president", "vowed", ["to veto the bill"]),
          ("indirect", "The president", "calling", ["it a waste of money"])]),
        ("Poe hinted at talks to end the strike by saying that the port was open.",
         [("indirect", "Poe", "hinted at", ["talks to end the strike by saying that the port was open"]),
          ("indirect", "Poe", "saying", ["that the port was open"])]),
        ("Poe is accused of taking bribes.", [("indirect", "", "accused", ["Poe", "of taking bribes"])]),
        ("Police: Man killed in Lusmar", [("indirect", "Police", ":", ["Man killed in Lusmar"])]),
    ],
)  # fmt: skip
def test_indirect_speech(text: str, expected: list[tuple[str, str, str, list[str]]]) -> None:
    assert shown(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "He did not say when the talks would end.",
        "She could say that the plan was dead.",
        "The envoy is expected to announce a plan on Friday.",
        "Some believe that the plan is dead.",
        "He believed that the plan was dead.",
        "The minister wants to say that he is sorry.",
        "If the mayor says that it is over, the strike will end.",
        "A man called Poe left the room.",
        "No one said that the bridge was safe.",
        "Never before had the mayor said that the bridge was safe.",
        "The paper cited two officials.",
    ],
)
def test_what_was_not_said_is_no_attribution(text: str) -> None:
    assert shown(text) == []


def test_a_relative_pronoun_is_named_by_its_noun() -> None:
    text = "Ann Poe, who said the bridge was safe, left on Friday."
    (one,) = read(text)
    assert one.name == "Ann Poe"
    assert [text[a:b] for a, b in one.named] == ["Ann Poe"]


@pytest.mark.parametrize(
    ("text", "source", "named", "name"),
    [
        (
            "The minister in the talks with Ann Poe said it was over.",
            "The minister in the talks with Ann Poe",
            ["The minister"],
            None,
        ),
        ("Ann Poe’s lawyer said it was over.", "Ann Poe’s lawyer", ["lawyer"], None),
        ("A spokesman for Ann Poe said it was over.", "A spokesman for Ann Poe", ["A spokesman"], None),
        ("Ann Poe, a resident of the port, said it was over.", "Ann Poe, a resident of the port", [], "Ann Poe"),
    ],
)
def test_somebody_else_in_the_source_words_does_not_name_the_speaker(
    text: str, source: str, named: list[str], name: str | None
) -> None:
    (one,) = read(text)
    assert one.source is not None
    assert (text[slice(*one.source)], [text[a:b] for a, b in one.named], one.name) == (source, named, name)


def test_the_clause_around_quoted_words_is_theirs() -> None:
    text = "The mayor told reporters in Lusmar that the bridge was “as safe as a church” and would open soon."
    assert shown(text) == [
        ("mixed", "The mayor", "told", ["that the bridge was “as safe as a church” and would open soon"])
    ]


def test_an_unclosed_quotation_ends_before_the_words_of_saying() -> None:
    text = "“I heard it hiss in the night, said Ann Poe, who kept the gate."
    assert shown(text) == [("direct", "Ann Poe, who kept the gate", "said", ["“I heard it hiss in the night"])]


def test_a_few_quoted_words_in_a_phrase_are_partial() -> None:
    assert shown("Poe called the speech “reckless”.") == [("partial", "Poe", "called", ["the speech “reckless”"])]


def test_a_passive_with_its_agent_names_who_spoke() -> None:
    text = "The strike was condemned by the council."
    assert shown(text) == [("indirect", "the council", "condemned", ["The strike"])]


def test_occasion_is_what_the_sentence_tells() -> None:
    text = "In a statement, the mayor told reporters at a rally in Lusmar that the bridge was safe."
    (one,) = read(text)
    when = one.occasion
    assert [text[slice(*s)] if s else None for s in (when.addressee, when.medium, when.venue)] == [
        "reporters", "a statement", "a rally",
    ]  # fmt: skip


def test_agreement_of_marks_and_syntax_scores_above_one_of_them() -> None:
    (both,) = read("“We won,” said Ann Poe.")
    later = read("Ann Poe said the match was long. “We won.”")
    assert both.score is not None
    assert [s.score is not None and s.score < both.score for s in later] == [True, True]


PIECES = ["“", "”", '"', "'", " said ", " Ann Poe ", "the plan", ", ", ". ", "\n", "He", " told ", " that ", "according to ",
          ": ", " is dead", "“big”", "?", " and ", "adding ", " — ", "who", "to "]  # fmt: skip


@settings(max_examples=60, deadline=None, derandomize=True)
@example("Ann Poe said that the plan “is dead.\n“\n“ and he said “big” that it is")
@given(st.lists(st.sampled_from(PIECES), max_size=25).map("".join))
def test_no_stretch_is_lost_whatever_the_text(text: str) -> None:
    found = read(text)
    cut = [p for p in all_sentences(text, paragraphs(text), abbreviations()) if p]
    for s in quoted_stretches(text, cut):
        end = s.end if s.closing else s.inner_start  # what nothing closes may end where words of saying begin
        assert any(a <= s.start and end <= b for f in found for a, b in f.content)
    for f in found:
        assert all(a < b for a, b in f.content)
        assert all(left[1] <= right[0] for left, right in pairwise(f.content))
    assert len({f.content for f in found}) == len(found)
