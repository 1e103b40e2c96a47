"""clean: every kind of line a page prints gets its role, and no sentence of the story is taken for furniture."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from readout.records import Block, DateCandidate, Document, Layout, Part, Repeat
from readout.stages.clean import clean
from readout.tables import Table

STORY = (
    "The two ministers met for three hours on Tuesday and agreed to reopen the bridge at Sarn.",
    "“We are closer than last week,” Foreign Minister Ada Brenn said. “There is work left.”",
    "Her counterpart, Otto Vell, told reporters that the toll would be halved from June.",
    "The bridge was closed two years ago after a quarrel over grain.",
)
BODY = "\n\n".join(STORY)


def english(text: str) -> tuple[str, float] | None:
    return ("en", 0.99)


def layout(text: str, **fields: object) -> Layout:
    given_ = {
        "external_id": "a.txt", "location": "a.txt", "capture_sha256": "0" * 64, "captured_at": None, "media_type": "text/plain",
        "url": None, "outlet": None, "title": None, "bylines": (), "date_candidates": (), "declared_language": None,
        "text": text, "parts": (), **fields,
    }  # fmt: skip
    return Layout(**given_)  # type: ignore[arg-type]  # by field name


def cleaned(text: str, **fields: object) -> tuple[Document, tuple[Block, ...], tuple[Repeat, ...]]:
    documents, blocks, repeats = clean(Table.of(Layout, [layout(text, **fields)]), identify=english)
    return documents[0], blocks.rows, repeats.rows


def roles(text: str, **fields: object) -> list[tuple[str, str]]:
    _, blocks, _ = cleaned(text, **fields)
    return [(block.role, text[block.start : block.end]) for block in blocks]


def role_of(line: str, text: str, **fields: object) -> str:
    found = [role for role, words in roles(text, **fields) if words == line]
    assert found, f"no block is exactly {line!r}: {roles(text, **fields)}"
    return found[0]


HEAD = "Ministers agree to reopen Sarn bridge"

ABOVE_OR_BELOW = [
    # page as pasted, line asked about, its role
    (f"Monday, 3 May 2021\n\n{HEAD}\n\n{BODY}", "Monday, 3 May 2021", "page_date"),
    (f"Friday, May 7, 2021\nHome | World | Sport\n{HEAD}\nBy Ilse Toren\n\n{BODY}", "Friday, May 7, 2021", "page_date"),
    (f"Friday, May 7, 2021\nHome | World | Sport\n{HEAD}\nBy Ilse Toren\n\n{BODY}", "Home | World | Sport", "boilerplate"),
    (f"Friday, May 7, 2021\nHome | World | Sport\n{HEAD}\nBy Ilse Toren\n\n{BODY}", HEAD, "title"),
    (f"{HEAD}\nBy Ilse Toren\n\n{BODY}", "By Ilse Toren", "byline"),
    (f"{HEAD}\nBy Ilse Toren and Paul Renk, Diplomatic Correspondents\n\n{BODY}", "By Ilse Toren and Paul Renk, Diplomatic Correspondents", "byline"),
    (f"{HEAD}\nIlse Toren\nMay 4, 2021\n\n{BODY}", "Ilse Toren", "byline"),
    (f"{HEAD}\nVon Ilse Toren, Marn\n\n{BODY}", "Von Ilse Toren, Marn", "byline"),
    (f"{HEAD}\nPublished: May 4, 2021 at 10:30 p.m.\n\n{BODY}", "Published: May 4, 2021 at 10:30 p.m.", "page_date"),
    (f"{HEAD}\n3 hours ago\n\n{BODY}", "3 hours ago", "page_date"),
    (f"WORLD\n{HEAD}\n\n{BODY}", "WORLD", "kicker"),
    (f"EXCLUSIVE\n{HEAD}\nBy Ilse Toren\n\n{BODY}", "EXCLUSIVE", "kicker"),
    (f"{HEAD}\nToll to be halved as quarrel over grain ends\nBy Ilse Toren\n\n{BODY}", "Toll to be halved as quarrel over grain ends", "deck"),
    (f"{HEAD}\nThe toll will be halved from June, both sides say.\nBy Ilse Toren\n\n{BODY}", "The toll will be halved from June, both sides say.", "deck"),
    (f"Home > World > Europe > {HEAD}\n\n{HEAD}\n\n{BODY}", "Home > World > Europe >", "boilerplate"),
    (f"Home > World > Europe > {HEAD}\n\n{HEAD}\n\n{BODY}", HEAD, "title"),
    (f"Home World Europe {HEAD}\n{HEAD}\n\n{BODY}", "Home World Europe", "boilerplate"),
    (f"Long night in Marn: {HEAD}\n{HEAD}\n\n{BODY}", f"Long night in Marn: {HEAD}", "title"),
    (f"Home » News » Politics\n{HEAD}\n\n{BODY}", "Home » News » Politics", "boilerplate"),
    (f"{HEAD}\nShare Tweet Print Email\n\n{BODY}", "Share Tweet Print Email", "boilerplate"),
    (f"{HEAD}\n0 Comments\n5 min read\n\n{BODY}", "5 min read", "boilerplate"),
    (f"{HEAD}\nBrenn (L) shakes hands with Vell in Marn on Tuesday.\n\n{BODY}", "Brenn (L) shakes hands with Vell in Marn on Tuesday.", "caption"),
    (f"{HEAD}\nAda Brenn speaks in Marn. (Photo: Jan Kerr)\n\n{BODY}", "Ada Brenn speaks in Marn. (Photo: Jan Kerr)", "caption"),
    (f"{HEAD}\nThe bridge at Sarn. Jan Kerr/Pool via REUTERS\n\n{BODY}", "The bridge at Sarn. Jan Kerr/Pool via REUTERS", "caption"),
    (f"{HEAD}\nAda Brenn greets Otto Vell at the ministry in Marn\nPhoto: Jan Kerr\n\n{BODY}", "Ada Brenn greets Otto Vell at the ministry in Marn", "caption"),
    (f"{HEAD}\nAda Brenn greets Otto Vell in Marn.\nPhoto: Jan Kerr\n\n{BODY}", "Photo: Jan Kerr", "credit"),
    (f"{HEAD}\nAFP/Getty Images\n\n{BODY}", "AFP/Getty Images", "credit"),
    (f"{HEAD}\n© Jan Kerr/AP\n\n{BODY}", "© Jan Kerr/AP", "credit"),
    (f"{HEAD}\nThe bridge at Sarn in a file photo.\n\n{BODY}", "The bridge at Sarn in a file photo.", "caption"),
    (f"HomeWorld{HEAD[:30]}...\n{HEAD}\n\n{BODY}", "HomeWorld", "boilerplate"),
    (f"HomeWorld{HEAD[:30]}...\n{HEAD}\n\n{BODY}", f"{HEAD[:30]}...", "title"),
    (f"{HEAD}\nOn Monday Ada Brenn met Otto Vell in Marn. Credit…Jan Kerr for the Marn pool\n\n{BODY}", "On Monday Ada Brenn met Otto Vell in Marn. Credit…Jan Kerr for the Marn pool", "caption"),
    (f"{HEAD}\nAda Brenn met Otto Vell in Marn on Monday. Jan Kerr’s agency photo\n\n{BODY}", "Ada Brenn met Otto Vell in Marn on Monday. Jan Kerr’s agency photo", "caption"),
    (f"{HEAD}\nThe minister at Marn airport on Tuesday. PHOTO HERALD / R. FONT\n\n{BODY}", "The minister at Marn airport on Tuesday. PHOTO HERALD / R. FONT", "caption"),
    (f"{HEAD}\nThe minister at Marn airport.\nPHOTO HERALD / R. FONT\n\n{BODY}", "The minister at Marn airport.", "caption"),
    (f"{HEAD}\nThe minister at Marn airport.\nPHOTO HERALD / R. FONT\n\n{BODY}", "PHOTO HERALD / R. FONT", "credit"),
    (f"{HEAD}\nHerald staff and Norda\n\n{BODY}", "Herald staff and Norda", "byline"),
    (f"{HEAD}\nHerald Staff and Agencies\n\n{BODY}", "Herald Staff and Agencies", "byline"),
    (f"{HEAD}\nReporters and Police Clash at the Old Gate\n\n{BODY}", "Reporters and Police Clash at the Old Gate", "deck"),
    (f"{HEAD}\nRescue Team Finds Two More Lorries in the River\n\n{BODY}", "Rescue Team Finds Two More Lorries in the River", "deck"),
    (f"{HEAD}\n\nPress office of the Ministry of Trade, Marn, 7 May 2021\n\n{BODY}", "Press office of the Ministry of Trade, Marn, 7 May 2021", "dateline"),
    (f"{HEAD}\n\nMarn, 7 May 2021\n\n{BODY}", "Marn, 7 May 2021", "dateline"),
    (f"{HEAD}\n\nA look at the bridge since the flood of 7 May 2021\n\n{BODY}", "A look at the bridge since the flood of 7 May 2021", "deck"),
    (f"Sarn Herald | News you need today\n{HEAD}\n\n{BODY}", "Sarn Herald | News you need today", "boilerplate"),
    (f"Sarn Herald | News you need today\n{HEAD}\n\n{BODY}", HEAD, "title"),
    (f"MARN, May 4 (Norda) — {BODY}", "MARN, May 4 (Norda) —", "dateline"),
    (f"{HEAD}\n\nMARN (Norda) – {BODY}", "MARN (Norda) –", "dateline"),
    (f"{HEAD}\n\nMARN, Vellia: {BODY}", "MARN, Vellia:", "dateline"),
    (f"{HEAD}\n\nMarn — {BODY}", "Marn —", "dateline"),
    (f"{HEAD}\n\nNEW SARN/MARN, May 4, 2021 (AP) - {BODY}", "NEW SARN/MARN, May 4, 2021 (AP) -", "dateline"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "line", "role"), ABOVE_OR_BELOW)
def test_lines_above_the_text(text: str, line: str, role: str) -> None:
    assert role_of(line, text) == role


TAIL = [
    ("Related Articles\nSchool roof falls in Sarn\nHarbour gets two cranes", "School roof falls in Sarn", "boilerplate"),
    ("Most Popular\n1. Lottery numbers\n2. Where to park", "2. Where to park", "boilerplate"),
    ("Most Popular\n1. Lottery numbers\n2. Where to park", "Most Popular", "boilerplate"),
    (
        "Leave a Reply\nYour email address will not be published. Required fields are marked *\nComment *\nName "
        "*\nEmail *\nWebsite", "Website", "boilerplate"),
    ("Leave a Reply\nYour email address will not be published. Required fields are marked *\nComment *\nName *", "Name *", "boilerplate"),
    ("3 Comments\nwell done both of them", "3 Comments", "boilerplate"),
    ("3 Comments\nThese people never learn anything at all.", "These people never learn anything at all.", "boilerplate"),
    ("Save my name, email, and website in this browser for the next time I comment.", "Save my name, email, and website in this browser for the next time I comment.", "boilerplate"),
    ("For more news from the region visit https://news.example/region", "For more news from the region visit https://news.example/region", "boilerplate"),
    ("Click here to read the full statement.", "Click here to read the full statement.", "boilerplate"),
    ("Download our app for breaking news.", "Download our app for breaking news.", "boilerplate"),
    ("Follow The Marn Herald on Twitter and Facebook.", "Follow The Marn Herald on Twitter and Facebook.", "boilerplate"),
    ("Subscribe to our newsletter", "Subscribe to our newsletter", "boilerplate"),
    ("We use cookies to improve your visit.", "We use cookies to improve your visit.", "boilerplate"),
    ("Back to top", "Back to top", "boilerplate"),
    ("↑ Back to top", "↑ Back to top", "boilerplate"),
    ("https://news.example/a/b", "https://news.example/a/b", "boilerplate"),
    ("Share this article:", "Share this article:", "boilerplate"),
    ("Tags: bridge, grain, Sarn", "Tags: bridge, grain, Sarn", "boilerplate"),
    ("Read also: School roof falls in Sarn", "Read also: School roof falls in Sarn", "boilerplate"),
    ("© 2021 The Marn Herald. All rights reserved.", "© 2021 The Marn Herald. All rights reserved.", "boilerplate"),
    ("Das könnte Sie auch interessieren\nSchule in Sarn geschlossen", "Schule in Sarn geschlossen", "boilerplate"),
    ("Lire aussi : Le pont de Sarn", "Lire aussi : Le pont de Sarn", "boilerplate"),
    ("Deja un comentario", "Deja un comentario", "boilerplate"),
    ("[All statements](https://x.example/a) · [Subscribe](https://x.example/b)", "[All statements](https://x.example/a) · [Subscribe](https://x.example/b)", "boilerplate"),
    ("You May Also Like\nIs your roof safe?\nLeave a Reply", "Is your roof safe?", "boilerplate"),
    ("Most Read\nWhat does the new lock at Sarn cost you?\nWin a whole week at sea with us!", "What does the new lock at Sarn cost you?", "boilerplate"),
    ("---\n\n*The Herald lives on its readers. [Join them](https://herald.example/join).*", "*The Herald lives on its readers. [Join them](https://herald.example/join).*", "boilerplate"),
    ("ENDS", "ENDS", "boilerplate"),
    ("source feed_12", "source feed_12", "source_line"),
    ("Source: Norda", "Source: Norda", "source_line"),
    ("(Source: Norda)", "(Source: Norda)", "source_line"),
    ("Quelle: Norda", "Quelle: Norda", "source_line"),
    ("Reuters", "Reuters", "source_line"),
    ("— Xinhua", "— Xinhua", "source_line"),
    ("This article first appeared in The Sarn Post.", "This article first appeared in The Sarn Post.", "source_line"),
    ("With inputs from Norda", "With inputs from Norda", "source_line"),
    ("Paul Renk in Sarn contributed reporting.", "Paul Renk in Sarn contributed reporting.", "note"),
    ("Reporting by Ilse Toren; Editing by Paul Renk", "Reporting by Ilse Toren; Editing by Paul Renk", "note"),
    ("Additional reporting by Paul Renk", "Additional reporting by Paul Renk", "note"),
    ("Correction: An earlier version of this article gave July as the month.", "Correction: An earlier version of this article gave July as the month.", "note"),
    ("This story has been updated to add the toll.", "This story has been updated to add the toll.", "note"),
    ("Editor’s note: The names are as the ministry writes them.", "Editor’s note: The names are as the ministry writes them.", "note"),
    ("Ilse Toren is a correspondent in Marn and covers trade.", "Ilse Toren is a correspondent in Marn and covers trade.", "note"),
]  # fmt: skip


@pytest.mark.parametrize(("tail", "line", "role"), TAIL)
def test_lines_below_the_text(tail: str, line: str, role: str) -> None:
    assert role_of(line, f"{HEAD}\n\n{BODY}\n\n{tail}") == role


SENTENCES = [
    "For more than two hours, the ministers visited the site of the new bridge.",
    "“Click here and you will see what they did to our bridge,” Brenn said.",
    "By Friday, the ministers had agreed on all points but one.",
    "SARN-based farmers were told that the toll would be halved.",
    "MARN–Sarn trains will run again from June, the ministry said.",
    "By using this route, ships save two days.",
    "Source of the quarrel was a toll on grain.",
    "Read in parliament, the statement caused laughter.",
    "Follow the money, the prosecutor told the court.",
    "Visitors to the site were turned away.",
    "Related charges were dropped in May.",
    "Share prices fell by a tenth.",
    "Comments by the minister angered the farmers.",
    "Comments are expected from the prime minister on Friday, her office said.",
    "Photographs of the bridge show cracks in two pillars.",
    "Correction of the border was refused by both sides.",
    "“No,” he said.",
    "He did not.",
    "“This is the end?”",
    "The Reuters news agency reported that the bridge was open.",
    "According to AFP, forty lorries were waiting.",
    "Vell, who is left-handed, signed first.",
    "The talks were held in Marn, Sarn and Vell.",
    "It was reported first by the Sarn Post, which cited two officials.",
    "The ministry posted the text on its website on Tuesday.",
    "Subscribe to peace, the banner read.",
    "Updated figures were published on Monday, 3 May 2021, by the ministry.",
    "Die Minister trafen sich am Dienstag drei Stunden lang in Marn.",
    "Les ministres se sont rencontrés mardi pendant trois heures.",
    "Copyright law was the third point on the list, and it took an hour.",
    "Watch the bridge, the old ferryman said, and you will know.",
    "Get out, the crowd shouted as the minister arrived at the site.",
]


@pytest.mark.parametrize("place", ["first", "middle", "last"])
@pytest.mark.parametrize("sentence", SENTENCES)
def test_a_sentence_of_the_story_stays_body(sentence: str, place: str) -> None:
    paragraphs = list(STORY)
    paragraphs.insert({"first": 0, "middle": 2, "last": len(STORY)}[place], sentence)
    text = f"{HEAD}\nBy Ilse Toren\n\n" + "\n\n".join(paragraphs)
    assert role_of(sentence, text) == "body"


KEPT = [
    # a page, and lines that must stay body in it
    (f"{STORY[0]}\n\nThe accord names three points:\n\n- the toll\n- the grain\n- the bridge", ["- the toll", "- the bridge"]),
    (f"{HEAD}\n\n{BODY}\n\nComments\n\nVell said that he was content with the “long day” and would return.",
     ["Vell said that he was content with the “long day” and would return."]),
    (f"{HEAD}\nComments\n\n{BODY}", list(STORY)),
    (f"{HEAD}\n\n{STORY[0]}\n\nRelated Articles\nSchool roof falls in Sarn\n\n{STORY[1]}\n\n{STORY[2]}", [STORY[1], STORY[2]]),
    (f"{STORY[0]}\n{STORY[1]}\n{STORY[2]}", list(STORY[:3])),
    (f"{HEAD}\n\n{BODY}\n\nRelated Articles\nSchool roof falls\n\nBut who will pay for the bridge in the end?", ["But who will pay for the bridge in the end?"]),
    (f"{HEAD}\n\n{STORY[0]}\n\nRelated Articles\nWho owns the ferry that sank?\n\n{STORY[1]}", [STORY[0], STORY[1]]),
    (f"{HEAD}\n\n{BODY}\n\n*No bridge is worth a war, said the ferryman.*", ["*No bridge is worth a war, said the ferryman.*"]),
    (f"{HEAD}\n\n{BODY}\n\n_She left the [list](https://x.example/a) on the table, Brenn said, and went._",
     ["_She left the [list](https://x.example/a) on the table, Brenn said, and went._"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kept"), KEPT)
def test_in_doubt_a_line_is_body(text: str, kept: list[str]) -> None:
    assert [role_of(line, text) for line in kept] == ["body"] * len(kept)


def test_a_short_line_between_paragraphs_is_a_heading() -> None:
    text = f"{HEAD}\n\n{STORY[0]}\n\nA toll on grain\n\n{STORY[1]}"
    assert role_of("A toll on grain", text) == "heading"


def test_the_title_of_markdown_is_without_its_marks() -> None:
    document, _, _ = cleaned(f"# {HEAD}\n\n{BODY}", media_type="text/markdown", parts=(Part(0, len(HEAD) + 2, "h1"),))
    assert document.title == HEAD


def test_a_quoted_heading_is_a_heading() -> None:
    text = f"{HEAD}\n\n{STORY[0]}\n\n“A question of trust”\n\n{STORY[2]}"
    assert role_of("“A question of trust”", text) == "heading"


def test_a_headline_cut_short_above_the_whole_one_is_not_the_title() -> None:
    document, _, _ = cleaned(f"{HEAD[:30]}...\n{HEAD}\n\n{BODY}")
    assert document.title == HEAD


def test_a_text_wrapped_at_a_width_is_cut_at_blank_lines_only() -> None:
    wrapped = (
        "The two ministers met for three hours on Tuesday and agreed to reopen\n"
        "the bridge at Sarn, which had been closed for two years after a long\n"
        "quarrel over the toll on grain and the weight of lorries on the old\n"
        "bridge."
    )
    assert roles(f"{wrapped}\n\n{STORY[3]}") == [("body", wrapped), ("body", STORY[3])]


def test_hints_of_the_format_lead() -> None:
    blocks = [
        ("kicker", "Trade"),
        ("h1", HEAD),
        ("deck", "Toll halved."),
        ("figcaption", "The bridge."),
        ("p", STORY[0]),
        ("li", "the toll"),
        ("note", "Changed on Friday."),
    ]
    text = "\n\n".join(words for _, words in blocks)
    parts = tuple(Part(text.index(words), text.index(words) + len(words), hint) for hint, words in blocks)
    expected = ["kicker", "title", "deck", "caption", "body", "body", "note"]
    assert [role for role, _ in roles(text, parts=parts)] == expected


def test_every_block_says_why() -> None:
    _, blocks, _ = cleaned(f"Home | World\n{HEAD}\nBy Ilse Toren\n\n{BODY}\n\nRelated Articles\nX y z")
    assert all(block.because for block in blocks)


PIECES = st.sampled_from(
    ["\n", "\n\n", " ", "\u2028", "\xa0", "\r\n", HEAD, *STORY, "By A B", "Source: X", "Home > World > ", "May 3, 2021", "“", "—", "MARN (X) — ", "Related", "|", "🙂", "\x00"]
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(PIECES, max_size=25).map("".join))
def test_blocks_do_not_overlap_and_cover_all_but_space(text: str) -> None:
    document, blocks, repeats = cleaned(text)
    at = 0
    for block in blocks:
        assert at <= block.start < block.end <= len(text) and not text[at : block.start].strip()
        at = block.end
    assert not text[at:].strip() and document.text == text
    assert all(r.first_end <= r.start for r in repeats)


def test_the_same_whether_read_alone_or_together() -> None:
    pages = [layout(f"{HEAD} {n}\n\n{BODY}", external_id=f"{n}.txt") for n in range(3)]
    together = clean(Table.of(Layout, pages), identify=english)
    alone = [clean(Table.of(Layout, [page]), identify=english) for page in pages]
    assert sorted(b for one in alone for b in map(repr, one[1])) == sorted(map(repr, together[1]))


def test_a_paragraph_that_stands_twice_is_a_repeat() -> None:
    _, _, repeats = cleaned(f"{BODY}\n\n{STORY[0].upper()}\n\nShort one.\n\nShort one.")
    assert [(r.start, r.first_start) for r in repeats] == [(BODY.__len__() + 2, 0)]


def test_the_given_date_stays_a_candidate() -> None:
    given_date = DateCandidate("2021-05-04", "given", "2021-05-04")
    document, _, _ = cleaned(f"Monday, 10 May 2021\n{HEAD}\n\n{BODY}", date_candidates=(given_date,))
    assert (document.published, document.published_basis) == ("2021-05-04", "given")
    assert {c.origin for c in document.date_candidates} == {"given", "page_date"}


@pytest.mark.parametrize(
    "head,outlet,day,credit",
    [
        (
            "# Rain ends the fair\n\n**Vale Mail | Sunday, October 13, 2024 | Norla Cable and our own desk**",
            "Vale Mail",
            "2024-10-13",
            "Norla Cable",
        ),
        (
            "# Rain ends the fair\n\n*Vale Gazette, Lower Brin · Thursday 13 March 2025*",
            "Vale Gazette",
            "2025-03-13",
            None,
        ),
        (
            "# Rain ends the fair\n\n*By Vale Herald staff, with material from Norla Wire*\n\n**11 March 2025**",
            None,
            "2025-03-11",
            "Norla Wire",
        ),
        (
            "THE VALE TIMES\nSaturday, June 14, 2025\n\nRain ends the fair\n\nBy Odo Brun in Marn",
            "The Vale Times",
            "2025-06-14",
            None,
        ),
        ("Saturday, June 14, 2025\n\nRain ends the fair\n\nBy Odo Brun in Marn", None, None, None),
        ("# Rain ends the fair\n\nMarn/Vale, 10.03.2025, 21:14", None, "2025-03-10", None),
        ("Vale Post | Marn | 12 June 2025\n\nRain ends the fair\n\nBy Odo Brun", "Vale Post", "2025-06-12", None),
        ("Rain ends the fair\n\nThursday 12 June 2025 | Vale Post", "Vale Post", "2025-06-12", None),
        ("Rain ends the fair\n\nThursday 12 June 2025 | 14 degrees", None, None, None),
        ("# Rain ends the fair\n\nBy **Odo Brun**\n12 June 2025", None, "2025-06-12", None),
        ("Vale Herald, 4 March 2025\n\n# Rain ends the fair", "Vale Herald", "2025-03-04", None),
        ("## The Vale Herald\n\n# Rain ends the fair\n\n_Tuesday, 4 March 2025_", "The Vale Herald", "2025-03-04", None),
        ("# Rain ends the fair\n\n**By Odo Brun** | Vale Herald | March 4, 2025", "Vale Herald", "2025-03-04", None),
        ("# Rain ends the fair\n\n*Vale Herald — 4 March 2025 — by Odo Brun*", "Vale Herald", "2025-03-04", None),
        ("From the Vale Herald of 5 March 2025\n\nRain ends the fair", None, None, "Vale Herald"),
        ("Rain ends the fair\n\nVale Herald / Norla Press\n5 March 2025", "Vale Herald", "2025-03-05", "Norla Press"),
        ("Rain ends the fair\n\nVale Herald (Print edition, 5 March 2025, p. 3)", "Vale Herald", "2025-03-05", None),
        ("NORLA PRESS AGENCY\n04/03/2025 18:22 GMT\n\nRain ends the fair", "Norla Press Agency", None, None),
        ("Rain ends the fair\n\nRepublished from Norla Press under licence", None, None, "Norla Press"),
        ("Rain ends the fair\n\nvia Norla Press | 05.03.2025", None, "2025-03-05", "Norla Press"),
    ],
)
def test_lines_of_outlet_place_and_day(head: str, outlet: str | None, day: str | None, credit: str | None) -> None:
    text = (
        head + "\n\nThe fair in Marn was called off on Monday after rain had flooded the meadow, its director said.\n"
    )
    document, _, _ = cleaned(text)
    assert (document.outlet, document.published, document.credited_source) == (outlet, day, credit)


@pytest.mark.parametrize(
    ("head", "outlet", "bylines"),
    [
        ("Channel to be widened\n\nThe Lastova Chronicle\nTuesday, March 4, 2025\nBy Anna Verhoe", "The Lastova Chronicle", ("Anna Verhoe",)),
        ("Channel to be widened by forty metres\nBy Anna Verhoe\nLastova Daily News\n4 March 2025", "Lastova Daily News", ("Anna Verhoe",)),
        ("LASTOVA DAILY NEWS\n\nChannel to be widened by forty metres\n\n4 March 2025", "Lastova Daily News", ()),
        ("Channel to be widened by forty metres\n\nLastova Evening Post, March 4", "Lastova Evening Post", ()),
        ("Channel to be widened by forty metres | Lastova Chronicle\n\nPublished: 04 Mar 2025 10:12", "Lastova Chronicle", ()),
        ("Channel to be widened by forty metres\n\nLastova Chronicle - 2025-03-04", "Lastova Chronicle", ()),
        ("Channel to be widened\n\nBy Anna Verhoe, Lastova Chronicle\nMarch 4, 2025 at 9:30 am", "Lastova Chronicle", ("Anna Verhoe",)),
        ("Title: Channel to be widened\nOutlet: Lastova Chronicle\nDate: 2025-03-04", "Lastova Chronicle", ()),
        ("Channel to be widened by forty metres\n\nThe Lastova Chronicle", "The Lastova Chronicle", ()),
        ("Channel to be widened by forty metres\n\nLastova Chronicle, Tuesday", "Lastova Chronicle", ()),
        ("Channel to be widened by forty metres\n\n15 June 2025 — Radio Lastova", "Radio Lastova", ()),
        ("Channel to be widened by forty metres\n\nAdria News Agency", "Adria News Agency", ()),
    ],
)  # fmt: skip
def test_the_outlet_a_bare_head_names(head: str, outlet: str | None, bylines: tuple[str, ...]) -> None:
    body = "The harbour commission of Lastova met for six hours on Tuesday and agreed to widen the channel, its chairman said."
    document, _, _ = cleaned(f"{head}\n\n{body}\n\nWork is to begin in the spring, the commission said in a statement.")
    assert (document.outlet, document.bylines) == (outlet, bylines)
    assert document.title and document.title.startswith("Channel to be widened") and "Chronicle" not in document.title


def test_an_agency_in_brackets_opens_a_report_without_a_dash() -> None:
    document, blocks, _ = cleaned(
        "Channel to be widened\n\n(Adria News Agency) The harbour commission of Lastova met for six hours on Tuesday."
    )
    assert document.credited_source == "Adria News Agency"
    assert [b.role for b in blocks] == ["title", "dateline", "body"]


@pytest.mark.parametrize(
    "line",
    [
        "4 March 2025, 18:20 | Lastova Chronicle | Politics", "The Lastova Chronicle — 4 March 2025 — Page 3",
        "Filed: 4 March 2025, 22:15", "Press release, 4 March 2025", "No. 45/2025 | 4 March 2025",
        "For immediate release – 4 March 2025", "Transcript of the evening bulletin, 4 March 2025",
        "Section: Politics | Date: 4 March 2025 | Reading time: 3 min", "Tuesday 4 March 2025, evening edition",
        "Updated March 5, 2025 8:00 a.m. Published March 4, 2025 5:30 p.m.", "Online since 4 March 2025",
        "Tuesday, March 4, 2025 - 6:15 pm - by Anna Verhoe", "4 March 2025 | Updated 5 March 2025",
    ],
)  # fmt: skip
def test_the_day_in_a_short_line_around_the_headline(line: str) -> None:
    title = "Channel to be widened by forty metres"
    body = "The harbour commission of Lastova met for six hours on Tuesday and agreed to widen the channel, its chairman said."
    for head in (f"{title}\n\n{line}", f"# {title}\n\n*{line}*", f"{line}\n\n{title}"):
        document, _, _ = cleaned(f"{head}\n\n{body}\n\nWork is to begin in the spring, the commission said on Tuesday.")
        assert (document.published, document.credited_source) == ("2025-03-04", None)
        assert title in (document.title or "")


def test_a_day_that_a_deck_speaks_of_is_not_that_of_the_page() -> None:
    body = "The harbour commission of Lastova met for six hours on Tuesday and agreed to widen the channel, its chairman said."
    for deck in (
        "What the storm of 4 March 2025 left behind on the quays",
        "Translated from the Lastovan original of 4 March 2025",
    ):
        document, _, _ = cleaned(
            f"Channel to be widened\n\n{deck}\n\n{body}\n\nWork is to begin in the spring, it said."
        )
        assert document.published is None


def test_the_outlet_and_day_below_an_article_date_it() -> None:
    body = "The harbour commission of Lastova met for six hours on Tuesday and agreed to widen the channel, its chairman said."
    document, _, _ = cleaned(
        f"Channel to be widened\n\n{body}\n\nWork is to begin in the spring.\n\nLastova Chronicle, 4 March 2025"
    )
    assert document.published == "2025-03-04"
