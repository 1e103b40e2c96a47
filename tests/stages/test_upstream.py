"""clean: an upstream is named where a page credits one, in whatever form, and never invented. All lines are made up."""

from __future__ import annotations

import pytest

from readout.records import Part
from readout.stages.clean.upstream import same
from tests.stages.test_clean import BODY, HEAD, STORY
from tests.stages.test_clean_document import document

TRUE_TAILS = [
    # the last line of a page, whom it credits
    ("Source: Norda", "Norda"),
    ("SOURCE: NORDA", "NORDA"),
    ("Source - The Sarn Post", "The Sarn Post"),
    ("Source : Sarn News Agency", "Sarn News Agency"),
    ("[Source: Norda]", "Norda"),
    ("*Source: Norda*", "Norda"),
    ("Source(s): Norda", "Norda"),
    ("Sources: AFP, Norda", "AFP"),
    ("Source: [The Sarn Post](https://sarnpost.example/a/b)", "The Sarn Post"),
    ("Quelle: Norda", "Norda"),
    ("Fuente: EFE", "EFE"),
    ("Fonte: ANSA", "ANSA"),
    ("Source = Norda", "Norda"),
    ("Source: norda.example/wire/1", "norda.example"),
    ("— NORDA", "NORDA"),
    ("– NORDA", "NORDA"),
    ("-- NORDA", "NORDA"),
    ("— Reuters", "Reuters"),
    ("- AFP", "AFP"),
    ("(Xinhua)", "Xinhua"),
    ("[AP]", "AP"),
    ("AFP", "AFP"),
    ("Agence France-Presse", "Agence France-Presse"),
    ("THE ASSOCIATED PRESS", "THE ASSOCIATED PRESS"),
    ("dpa ab cd", "dpa"),
    ("AFP/kl", "AFP"),
    ("Norda News Agency", "Norda News Agency"),
    ("This article first appeared in The Sarn Post.", "The Sarn Post"),
    ("This story was first published by The Sarn Post on May 4, 2021.", "The Sarn Post"),
    ("This report was originally published in The Sarn Post and is republished here with permission.", "The Sarn Post"),
    ("Originally published by The Sarn Post", "The Sarn Post"),
    ("First published in the Vell Review", "the Vell Review"),
    ("Reprinted from The Sarn Post", "The Sarn Post"),
    ("Republished with permission from The Sarn Post.", "The Sarn Post"),
    ("Syndicated from The Sarn Post", "The Sarn Post"),
    ("*This article first appeared in [The Sarn Post](https://sarnpost.example/a).*", "The Sarn Post"),
    ("A version of this article appeared in The Sarn Post.", "The Sarn Post"),
    ("This text was provided by Norda.", "Norda"),
    ("With inputs from Norda", "Norda"),
    ("(With input from Norda)", "Norda"),
    ("With reporting by AFP", "AFP"),
    ("With material from Norda", "Norda"),
    ("With additional reporting from Reuters", "Reuters"),
    ("Compiled from Norda", "Norda"),
    ("Copyright 2021 The Associated Press. All rights reserved.", "The Associated Press"),
    ("© 2021 AFP", "AFP"),
    ("The post Bridge opens at Sarn appeared first on The Sarn Post.", "The Sarn Post"),
    ("Original source: The Sarn Post", "The Sarn Post"),
    ("News source: Norda", "Norda"),
    ("Source: Xinhua Editor: Li Wu", "Xinhua"),
    ("Source: Xinhua | 2021-05-04 10:22:11 | Editor: li", "Xinhua"),
    ("AFP, Reuters", "AFP"),
    ("Reuters, AFP and dpa", "Reuters"),
    ("(with Reuters)", "Reuters"),
    ("Text: dpa", "dpa"),
    ("(c) 2021 Reuters. All rights reserved.", "Reuters"),
    ("Copyright © 2021 Norda News Agency", "Norda News Agency"),
    ("© dpa-infocom, dpa:210504-930-1", "dpa"),
    ("Additional reporting by Norda news agency", "Norda"),
    ("Reporting by Ilse Toren for Vandra Press", "Vandra Press"),
    ("Reporting by Reuters; editing by Paul Renk", "Reuters"),
    ("This is an edited version of a report by NORDA.", "NORDA"),
    ("This report is based on a dispatch by the Norda agency.", "Norda"),
    ("Based on reports from AFP and Norda", "AFP"),
    ("Adapted from the Sarn Post", "Sarn Post"),
    ("Translated by our desk from a report of the Sarn Post", "Sarn Post"),
    ("Courtesy: Sarn Post", "Sarn Post"),
    ("By arrangement with the Sarn Post", "Sarn Post"),
    ("The Associated Press contributed to this report.", "Associated Press"),
    ("Paul Renk and the Vandra News Agency contributed to this report.", "Vandra News Agency"),
    ("Material from Norda was used in this report.", "Norda"),
    ("Rewritten from a Norda dispatch", "Norda"),
    ("(Inputs from NORDA)", "NORDA"),
    ("Sources: NORDA / Sarn Post", "NORDA"),
    ("This story was produced by Vandra Press and distributed by Norda.", "Vandra Press"),
]  # fmt: skip

TRUE_HEADS = [
    # what stands between the headline and the text, whom it credits
    ("By Reuters", "Reuters"),
    ("By The Associated Press", "The Associated Press"),
    ("By the Associated Press", "the Associated Press"),
    ("By Reuters and AFP", "Reuters and AFP"),
    ("By Reuters Staff", "Reuters"),
    ("Source: Reuters | May 4, 2021", "Reuters"),
    ("By Ilse Toren, AFP", "AFP"),
    ("By Ilse Toren | Reuters", "Reuters"),
    ("By Ilse Toren (Reuters)", "Reuters"),
    ("By Ilse Toren of The Sarn Post", "The Sarn Post"),
    ("By Ilse Toren, Norda News Agency", "Norda News Agency"),
    ("By Ilse Toren with AFP", "AFP"),
    ("By Ilse Toren with Norda", "Norda"),
    ("By Ilse Toren, with Norda", "Norda"),
    ("By Herald staff and Norda", "Norda"),
    ("Herald Staff and Norda", "Norda"),
    ("By our correspondents and Norda", "Norda"),
    ("By the Herald desk, compiled from Norda", "Norda"),
    ("Reuters", "Reuters"),
    ("Von Ilse Toren, dpa", "dpa"),
    ("By Ilse Toren with Norda\nMay 4, 2021", "Norda"),
    ("By Ilse Toren for the Sarn Post", "the Sarn Post"),
    ("By Ilse Toren with agency material (NORDA)", "NORDA"),
]  # fmt: skip

TRUE_DATELINES = [
    ("MARN (Norda) — ", "Norda"),
    ("MARN, May 4 (AFP) - ", "AFP"),
    ("Marn (dpa) – ", "dpa"),
    ("MARN, Vellia, May 4, 2021 (Norda) — ", "Norda"),
    ("(Reuters) - ", "Reuters"),
    ("MARN (Sarn Post) — ", "Sarn Post"),
    ("MARN, 4 May /NORDA/. ", "NORDA"),
    ("MARN. /TASS/. ", "TASS"),
    ("(NORDA) Marn – ", "NORDA"),
    ("MARN (AP) _ ", "AP"),
    ("Marn (NORDA/ot) – ", "NORDA"),
    ("MARN (Ilse Toren/Norda) – ", "Norda"),
]  # fmt: skip

FALSE_TAILS = [
    # pictures
    "Photo: Jan Kerr/AFP",
    "Photo by Jan Kerr, Reuters",
    "Picture: AFP",
    "Image courtesy of Norda",
    "AFP/Getty Images",
    "Getty Images",
    "Jan Kerr via AP",
    "© Jan Kerr/Reuters",
    "AP Photo/Jan Kerr",
    "The bridge at Sarn. PHOTO HERALD / J. KERR",
    "The bridge at Sarn on Tuesday. (Photo: Norda)",
    "Graphic: Norda",
    "Video: Reuters",
    # reports of others
    "According to Norda, the toll was halved.",
    "Reuters reported that the toll was halved.",
    "Brenn told AFP that the toll was halved.",
    "The story was first reported by the Sarn Post, two officials said.",
    "“We read it in the Sarn Post,” Brenn said.",
    "The text was published by the ministry on its website.",
    "Norda could not reach the ministry.",
    "The figures were provided by the customs service, Brenn said.",
    "Vell, a former editor of The Sarn Post, signed first.",
    # people and greetings after a dash
    "— Otto Vell, Marn",
    "— Ada Brenn",
    "– Ilse Toren in Sarn",
    "— The Editors",
    "— A. B.",
    "— JKL",
    "— ENDS",
    "— 30 —",
    "—",
    "Yours sincerely, Otto Vell",
    # sources that name nobody
    "Source: Agencies",
    "Source: news agencies",
    "Source: unknown",
    "Source: N/A",
    "Source: own",
    "Source: {{ source }}",
    "Source: %s",
    "Source: site-3",
    "source feed_12",
    "Sources: various",
    "Source: internet",
    "Source: link",
    "Source:",
    "Source: here",
    "Source: our correspondent",
    # rights and people of the page itself
    "© 2021 Sarn Media. All rights reserved.",
    "Copyright 2021 Vell Holding",
    "All rights reserved.",
    "Paul Renk in Sarn contributed reporting.",
    "Reporting by Ilse Toren; Editing by Paul Renk",
    "Edited by Paul Renk",
    "Translated from German by Paul Renk",
    "Ilse Toren is a correspondent in Marn and writes about trade.",
    "This article was updated on May 5.",
    "This article was written with help of many readers.",
    "First published: May 4, 2021",
    "Published by mistake on Monday, the list named nine villages.",
    "(This story has not been edited by our staff and comes from a feed.)",
    "The post at the bridge was manned first on Tuesday.",
    "Photo source: Norda",
    "With Vell and Brenn",
    "With agency material",
    "With reporting by Paul Renk",
    "With additional reporting by Ada Brenn in Sarn",
    "Reporting by Ilse Toren in Marn, Paul Renk in Sarn; Writing by Ada Brenn",
    "Story by Ilse Toren",
    "Courtesy of the city of Marn",
    "Vell contributed to this report.",
    "The Sarn Post and the Marn Herald contributed to the fund.",
    "Material from the Sarn Quarry was used in the dam.",
    "Based on information from the Sarn Post, police searched two flats.",
    "The ruling is based on a report by the Marn Institute.",
    "Supplied by Ada Brenn",
    "© 2021 Getty Images",
    "Originally printed in 1904, the book is rare.",
    # links to other pages
    "Related Articles\nReuters journalist freed",
    "Read also: AFP opens office in Marn",
    "Follow Reuters on Twitter",
    "Tags: AFP, Norda, bridge",
]  # fmt: skip

FALSE_HEADS = [
    "By Ilse Toren with Paul Renk",
    "By Ilse Toren with Photos",
    "By Ilse Toren with photographs by Jan Kerr",
    "By Ilse Toren with Agencies",
    "By Herald staff and agencies",
    "By Staff and Wire Reports",
    "By Ilse Toren, Staff Writer",
    "By Ilse Toren, Diplomatic Correspondent",
    "By Ilse Toren in Marn",
    "By Ilse Toren, Marn",
    "By Ilse Toren and Paul Renk",
    "Photo: Jan Kerr/AFP",
    "Brenn (L) and Vell in Marn. AFP",
    "© 2021 AFP",
    "© AFP",
]  # fmt: skip

FALSE_DATELINES = [
    "MARN — ",
    "MARN, May 4, 2021 — ",
    "MARN (May 4) — ",
    "MARN (Ilse Toren) — ",
    "PARIS (France) — ",
    "SPRINGFIELD (Illinois) — ",
    "MARN (Updated) — ",
    "MARN (UPDATE 2) — ",
    "MARN (Video) — ",
    "MARN (Own report) — ",
    "(May 4) - ",
    "(Ilse Toren) - ",
    "(Vellia) Marn – ",
    "(Video) Marn – ",
    "MARN (Ilse Toren/Paul Renk) – ",
    "Marn (ab/cd) – ",
    "Marn, May 4 /two days late/ ",
]

OWN = [
    "Source: The Marn Herald",
    "Source: Marn Herald",
    "Source: www.marnherald.com",
    "© 2021 The Marn Herald",
    "This article first appeared in the Marn Herald.",
    "— MARNHERALD",
    "By Ilse Toren, The Marn Herald",
]

PAGE = f"{HEAD}\n\n{BODY}"


@pytest.mark.parametrize(("tail", "name"), TRUE_TAILS)
def test_credits_below_the_text(tail: str, name: str) -> None:
    assert document(f"{PAGE}\n\n{tail}").credited_source == name


@pytest.mark.parametrize(("tail", "name"), [t for t in TRUE_TAILS if t[0].startswith(("—", "Source", "(", "AFP"))])
def test_credits_above_the_furniture_of_the_foot(tail: str, name: str) -> None:
    foot = "Sponsored: One pan for all\nYou May Also Like\nDo you know your kettle well?\nLeave a Reply"
    assert document(f"{PAGE}\n{tail}\n\n{foot}").credited_source == name


@pytest.mark.parametrize(("head", "name"), TRUE_HEADS)
def test_credits_below_the_headline(head: str, name: str) -> None:
    assert document(f"{HEAD}\n{head}\n\n{BODY}", outlet="Vell Daily").credited_source == name


@pytest.mark.parametrize(("head", "name"), TRUE_DATELINES)
def test_credits_in_the_dateline(head: str, name: str) -> None:
    assert document(f"{HEAD}\n\n{head}{BODY}", outlet="Vell Daily").credited_source == name


@pytest.mark.parametrize("tail", FALSE_TAILS)
def test_lines_below_the_text_that_credit_nobody(tail: str) -> None:
    assert document(f"{PAGE}\n\n{tail}").credited_source is None


@pytest.mark.parametrize("head", FALSE_HEADS)
def test_lines_below_the_headline_that_credit_nobody(head: str) -> None:
    assert document(f"{HEAD}\n{head}\n\n{BODY}").credited_source is None


@pytest.mark.parametrize("head", FALSE_DATELINES)
def test_brackets_of_a_dateline_that_credit_nobody(head: str) -> None:
    assert document(f"{HEAD}\n\n{head}{BODY}").credited_source is None


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Source: Sarn Post", "Sarn Post"),
        ("(Sarn Courier)", "Sarn Courier"),
        ("As first reported by the Sarn Post, and reproduced here in part.", "the Sarn Post"),
    ],
)
def test_credits_above_prose_of_the_foot(line: str, name: str) -> None:
    foot = "Every page of ours is read by two people of the house before it goes to print each night."
    assert document(f"{PAGE}\n\n{line}\n\n{foot}").credited_source == name


@pytest.mark.parametrize("line", ["Source: Sarn Post", "(Sarn Courier)"])
def test_credits_below_a_short_last_sentence(line: str) -> None:
    foot = "Readers of ours may write to the house about any page at all before the week is out and done."
    page = f"{PAGE}\n\nThe bridge stays shut until Monday.\n\n{line}\n\n{foot}\n\n{foot.replace('Readers', 'People')}"
    assert document(page).credited_source == line.strip("()").removeprefix("Source: ")


@pytest.mark.parametrize("line", ["Source: Ministry of Trade", "Source: Eurostat", "(Ilse Toren)", "(the old quay)"])
def test_lines_above_prose_of_the_foot_that_credit_nobody(line: str) -> None:
    foot = "Every page of ours is read by two people of the house before it goes to print each night."
    assert document(f"{PAGE}\n\n{line}\n\n{foot}").credited_source is None


@pytest.mark.parametrize("line", ["Source: Sarn Post", "(Sarn Courier)"])
def test_a_publisher_named_in_the_middle_is_no_credit(line: str) -> None:
    text = "\n\n".join([HEAD, STORY[0], line, *STORY[1:], *STORY])
    assert document(text).credited_source is None


@pytest.mark.parametrize("line", OWN)
def test_an_outlet_does_not_credit_itself(line: str) -> None:
    below = document(f"{PAGE}\n\n{line}", outlet="Marn Herald")
    above = document(f"{HEAD}\n{line}\n\n{BODY}", outlet="Marn Herald")
    assert (below.credited_source, above.credited_source) == (None, None)


@pytest.mark.parametrize("note", ["Source: Ministry of Trade", "Source: Norda", "Reuters", "Quelle: Statistikamt"])
def test_the_source_of_a_table_is_not_that_of_the_page(note: str) -> None:
    table = "Crops in tons\n2020: 100\n2021: 120"
    assert document(f"{HEAD}\n\n{STORY[0]}\n\n{table}\n{note}\n\n{STORY[1]}\n\n{STORY[2]}").credited_source is None


@pytest.mark.parametrize("rows", ["2020: 100\n2021: 120", "Wheat | 4,100 t\nRye | 900 t", "Marn 4.1 %\nSarn 3 %"])
def test_the_source_of_a_table_that_ends_the_page_is_not_that_of_the_page(rows: str) -> None:
    assert document(f"{PAGE}\n\nCrops\n{rows}\nSource: Ministry of Trade").credited_source is None


@pytest.mark.parametrize("hint", ["td", "figcaption"])
def test_the_source_under_a_table_or_picture_of_html_is_not_that_of_the_page(hint: str) -> None:
    blocks = [
        ("h1", HEAD),
        *(("p", words) for words in STORY),
        (hint, "Crops by year"),
        ("p", "Source: Ministry of Trade"),
    ]
    text = "\n\n".join(words for _, words in blocks)
    parts = tuple(Part(text.index(words), text.index(words) + len(words), mark) for mark, words in blocks)
    assert document(text, parts=parts).credited_source is None


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        ("NNA", "Norda News Agency", True), ("The Norda News Agency", "NNA", True), ("NTV", "Norda News Agency", False),
        ("", "", False), ("N", "Norda", False), ("Norda News Agency", "Nemo Naval Almanac", False),
    ],
)  # fmt: skip
def test_letters_and_full_name_are_one_outlet(one: str, other: str, told: bool) -> None:
    assert same(one, other) == told
