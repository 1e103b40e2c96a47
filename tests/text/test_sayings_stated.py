"""What somebody denies, asks or is charged with having said is no saying; conditions belong to what was said; objects are no words."""

from __future__ import annotations

import pytest

from readout.records import Attribution
from readout.text.said_as import as_said
from tests.text.speech_reading import read, told


def cues(text: str) -> list[tuple[str, str | None, str]]:
    """Words of saying, act and content of each saying."""
    return [(text[slice(*s.cue)] if s.cue else "", s.act, " … ".join(text[a:b] for a, b in s.content)) for s in read(text)]


@pytest.mark.parametrize(
    "text",
    [
        "The lawyer Ida Holm denied that Brock had told guards to leave the gate open.",
        "Ida Holm rejected the claim that Brock had promised workers a bonus.",
        "The union accused the director of saying that the bridge was safe.",
        "The senator asked whether the general had ordered troops to fire.",
        "Holm disputes that the minister warned of floods.",
        "Brock denied having said that the dam was safe.",
        "Brock denied ordering guards to leave the gate open.",
        "Nobody can prove that Brock told the guards to leave, Holm said.",
    ],
)
def test_what_nobody_states_was_said_is_no_saying(text: str) -> None:
    assert len(cues(text)) == 1


@pytest.mark.parametrize(
    ("text", "inner"),
    [
        ("Holm said Brock had told the guards to leave the gate open.", "told"),
        ("The minister denied the charge, saying that he had been abroad.", "saying"),
        ("The envoy denied that the talks had failed and said they would go on.", "said"),
        ("Holm criticised Brock for saying that the dam was safe.", "saying"),
        ("Not since 1996 has a vote been annulled, according to the board.", "according to"),
    ],
)
def test_what_is_stated_stays(text: str, inner: str) -> None:
    assert inner in [cue for cue, _, _ in cues(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Prosecutors questioned the bank's treasurer, Emil Rask, for four hours.",
        "Detectives questioned two sailors and their captain on Monday.",
        "The fishers praised the mayor.",
        "Both sides claimed victory.",
        "They confessed to nothing.",
        "The deputies called off the vote after the quarrel.",
        "Bus strike: Mayor calls off talks",
        "The firm called in the police.",
        "The envoys put the talks off to June.",
        "The women have stopped asking for names.",
        "The march, which the union had called for Friday, was banned.",
        "It was referring to Monday's fire at the dock, in which four men were hurt.",
        "What both firms say happened on Tuesday is unclear.",
    ],
)
def test_what_is_done_to_somebody_is_no_saying(text: str) -> None:
    assert cues(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Ferry wreck: toll climbs to 30 as two found alive",
        "Dam collapse: Engineers warned of cracks",
        "Rescue Concludes: Judge Will Lead Probe",
        "Harl Tunnel Blaze: Hunt Concludes With 9 Dead, Judge Will Steer Probe",
        "Talks put off: Ministers to meet in Harl",
        "Tunnel fire: Mayor visits wounded",
        "Velden gates: what we know about them",
    ],
)
def test_a_topic_before_a_colon_does_not_speak(text: str) -> None:
    assert cues(text) == []


@pytest.mark.parametrize("text", ["Minister: Talks will go on", "Police: Two men held after raid", "Brenn: We will not yield"])
def test_somebody_before_a_colon_speaks(text: str) -> None:
    assert len(cues(text)) == 1


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Brenn stated he would sign, but only if Rask, a clerk held on Monday, was freed.",
         "he would sign, but only if Rask, a clerk held on Monday, was freed"),
        ("The firm would pay, it said, unless the court ruled otherwise.", "The firm would pay … unless the court ruled otherwise"),
        ("The union said it would strike, unless pay rose.", "it would strike, unless pay rose"),
        ("Rask, who is accused of striking a guard, was freed.", "Rask … of striking a guard"),
        ("Brenn condemned the raid, in which four men died.", "the raid"),
        ("The union called for the mayor to resign.", "the mayor to resign"),
        ("The premier rejected a call by the bishop, Olaf Brenn, for the guard to go.",
         "a call by the bishop, Olaf Brenn, for the guard to go"),
        ("Brenn rejected a call by the opposition leader, Ida Holm, for Rask to resign.",
         "a call by the opposition leader, Ida Holm, for Rask to resign"),
        ("Labour Minister Ida Holm, who has faced calls to go, stated preliminary information from the gauges showed that the river had "
         "risen.", "preliminary information from the gauges showed that the river had risen"),
    ],
)  # fmt: skip
def test_what_was_said_is_whole(text: str, content: str) -> None:
    assert content in [found for _, _, found in cues(text)]


def test_a_name_behind_a_place_is_that_of_the_speaker() -> None:
    text = "Ambassador of Norland in Lusmar Ilse Doren rejected the note of protest."
    assert [text[slice(*span)] for span in read(text)[0].named][-1] == "Ilse Doren"


@pytest.mark.parametrize(
    ("text", "cue", "act"),
    [
        ("He called for a recount in Lisk.", "called for", "demand"),
        ("Brenn called on the army to hold back.", "called", "demand"),
        ("The firm told its staff to leave.", "told", "demand"),
        ("The envoy asked for access.", "asked for", "ask"),
        ("Judge Pia Holt ruled that the ban served a lawful aim.", "ruled", "announce"),
    ],
)
def test_the_act_is_that_of_the_words(text: str, cue: str, act: str) -> None:
    assert cues(text)[0][:2] == (cue, act)


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The two sides will meet again on Friday at the trade board in the capital, Merin, the board's head, Ida Holm, said.", "Ida Holm"),
        ("Ambassador of Norland in Harl Ida Holm rejected the charge.", "Ida Holm"),
        ("Both men were on patrol near Sarn when 20 soldiers crossed the river Ansa, opened fire and took them away, army spokeswoman Major "
         "Ada Brenn said.", "Ada Brenn"),
    ],
)  # fmt: skip
def test_who_spoke_at_the_end_of_a_sentence(text: str, who: str) -> None:
    found = read(text)
    words = [text[slice(*s.source)] for s in found if s.source]
    assert any(w.endswith(who) for w in words)


def test_his_ministry_is_none_told_of_before() -> None:
    text = "The Harl navy ministry said a ship had sunk. Jon Brenn was in Sarn on Monday. His ministry said it would not comment."
    assert told(text)[-1][1] == "Jon Brenn"
    assert read(text)[-1].name is None


@pytest.mark.parametrize(
    ("text", "cue", "content", "act", "kind", "shown"),
    [
        ("Brock denied that the gate was open.", "denied", "that the gate was open", "deny", "indirect", "denied that the gate was open"),
        ("Brock denies wrongdoing.", "denies", "wrongdoing", "deny", "indirect", "denies wrongdoing"),
        ("Brock said that the gate was open.", "said", "that the gate was open", "state", "indirect", "that the gate was open"),
        ("Brock told them to go.", "told", "to go", "demand", "indirect", "told them to go"),
        ("The board called the plan a farce.", "called", "the plan a farce", "state", "indirect", "called the plan a farce"),
        ("The gate will open, Brock vowed.", "vowed", "The gate will open", "promise", "indirect", "vowed: The gate will open"),
        ("The gate will open, Brock said.", "said", "The gate will open", "state", "indirect", "The gate will open"),
        ("“No,” Brock replied.", "replied", "“No,”", "deny", "direct", "“No,”"),
        ("According to Brock, in March nobody came.", "According to", "in March nobody came", "state", "indirect", "in March nobody came"),
    ],
)  # fmt: skip
def test_words_are_shown_with_how_they_were_said(text: str, cue: str, content: str, act: str, kind: str, shown: str) -> None:
    spans = [(text.index(w), text.index(w) + len(w)) for w in (cue, content)]
    a = Attribution("att:1", "doc:1", kind, (spans[1],), (spans[0],), (), act=act)  # type: ignore[arg-type]
    assert as_said(text, a) == shown
