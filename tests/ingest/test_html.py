"""html: the article of a saved page, in reading order, with its marks; and nothing breaks on a hostile page."""

from __future__ import annotations

import time

import pytest

from readout.ids import sha256
from readout.ingest.captured import Captured
from readout.ingest.html import lay_out_html
from readout.records import Capture, Layout

PARAGRAPHS = (
    "The two ministers met for three hours on Tuesday and agreed to reopen the bridge at Sarn, which was closed "
    "two years ago.",
    "“We are closer than last week,” Foreign Minister Ada Brenn said after the talks. “There is work left for "
    "both of us.”",
    "Her counterpart, Otto Vell, told reporters that the toll on lorries would be halved from June, and lifted "
    "next year.",
    "The bridge was closed after a quarrel over grain that cost the farmers of both countries a third of their trade.",
)
HEAD = "Ministers agree to reopen Sarn bridge"
PROSE = "".join(f"<p>{p}</p>" for p in PARAGRAPHS)
PAGE = f"""<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>{HEAD} | The Marn Herald</title>
<link rel="canonical" href="/world/sarn-bridge"><meta property="og:site_name" content="The Marn Herald">
<meta property="article:published_time" content="2021-05-04T18:30:00+02:00"><meta property="article:modified_time" content="2021-05-05T08:00:00+02:00">
<script type="application/ld+json">{{"@context":"https://schema.org","@graph":[{{"@type":"WebSite","name":"x"}},{{"@type":"NewsArticle",
"headline":"{HEAD}","datePublished":"2021-05-04T18:00:00+02:00","author":[{{"@type":"Person","name":"Ilse Toren"}},{{"name":"Paul Renk"}}],
"publisher":{{"name":"The Marn Herald"}}}}]}}</script></head><body class="has-sidebar">
<header><nav><ul><li><a href="/">Home</a></li><li><a href="/w">World</a></li></ul></nav><div class="clock">Monday, 10 May 2021</div></header>
<div class="cookie-banner">We use cookies. <button>Accept</button></div>
<main><article class="post tag-sarn category-world"><p class="kicker">Trade</p><h1>{HEAD}</h1><p class="standfirst">Toll to be halved from June</p>
<div class="meta"><span class="byline">By Ilse Toren and Paul Renk</span> <time datetime="2021-05-04T18:00:00+02:00">4 May 2021</time></div>
<div class="share-bar"><a href="#">Share</a> <a href="#">Tweet</a></div>
<figure><img src="x.jpg" alt="no"><figcaption>The bridge at Sarn on Monday. <span class="credit">Jan Kerr/Pool</span></figcaption></figure>
<p>{PARAGRAPHS[0]}</p><p>{PARAGRAPHS[1]}</p><aside class="related"><h3>Related</h3><a href="/x">School roof falls in Sarn</a></aside>
<h2>A toll on grain</h2><p>{PARAGRAPHS[2]}</p><p>The accord names three points:</p><ul><li>the toll on lorries of both countries</li><li>the grain</li><li>the bridge itself</li></ul>
<blockquote><p>The bridge shall be open to all at any hour of the day and the night.</p></blockquote>
<table><tr><th>Year</th><th>Lorries</th></tr><tr><td>2019</td><td>4,100</td></tr><tr><td>2020</td><td>900</td></tr></table>
<p>{PARAGRAPHS[3]}</p><p class="correction">Correction: An earlier version of this article gave July as the month.</p></article>
<section class="comments"><h3>3 Comments</h3><p>These people never learn anything, and it is always the same with them.</p><form><input name="a"><button>Post</button></form></section></main>
<footer><p>© 2021 The Marn Herald. All rights reserved. <a href="/p">Privacy</a></p></footer><script>document.write("evil")</script></body></html>"""
EXTRACTORS = pytest.mark.parametrize("extractor", ["trafilatura", "resiliparse"])


def laid_out(
    source: str,
    extractor: str = "trafilatura",
    captured_at: str | None = None,
    url: str | None = "https://www.marnherald.example/old",
) -> Layout | None:
    content = source.encode("utf-8", "replace")
    capture = Capture("a.html", "a.html", sha256(content), "text/html", len(content), None, captured_at)
    return lay_out_html(Captured(capture, content, url), source, extractor)


def blocks(layout: Layout | None) -> list[tuple[str | None, str]]:
    assert layout is not None
    return [(part.hint, layout.text[part.start : part.end]) for part in layout.parts]


def page(body: str, head: str = "") -> str:
    return f"<html><head><title>{HEAD}</title>{head}</head><body>{body}</body></html>"


@EXTRACTORS
def test_the_article_in_reading_order_with_hints(extractor: str) -> None:
    assert blocks(laid_out(PAGE, extractor)) == [
        ("kicker", "Trade"), ("h1", HEAD), ("deck", "Toll to be halved from June"), ("byline", "By Ilse Toren and Paul Renk"), ("date", "4 May 2021"),
        ("figcaption", "The bridge at Sarn on Monday."), ("credit", "Jan Kerr/Pool"), ("p", PARAGRAPHS[0]), ("p", PARAGRAPHS[1]), ("h2", "A toll on grain"),
        ("p", PARAGRAPHS[2]), ("p", "The accord names three points:"), ("li", "the toll on lorries of both countries"), ("li", "the grain"), ("li", "the bridge itself"),
        ("blockquote", "The bridge shall be open to all at any hour of the day and the night."), ("td", "Year | Lorries\n2019 | 4,100\n2020 | 900"),
        ("p", PARAGRAPHS[3]), ("note", "Correction: An earlier version of this article gave July as the month."),
    ]  # fmt: skip


@EXTRACTORS
def test_menus_lists_of_links_and_comments_stay_out(extractor: str) -> None:
    layout = laid_out(PAGE, extractor)
    assert layout is not None
    for words in ("Home", "cookies", "Tweet", "School roof", "never learn", "Privacy", "evil", "Accept"):
        assert words not in layout.text


@EXTRACTORS
def test_what_the_page_says_of_itself(extractor: str) -> None:
    layout = laid_out(PAGE, extractor)
    assert layout is not None
    assert (layout.title, layout.outlet, layout.bylines) == (HEAD, "The Marn Herald", ("Ilse Toren", "Paul Renk"))
    assert (layout.url, layout.declared_language) == ("https://www.marnherald.example/world/sarn-bridge", "en")
    assert [(c.value, c.origin) for c in layout.date_candidates] == [
        ("2021-05-04T18:00:00+02:00", "jsonld"), ("2021-05-04T18:30:00+02:00", "meta"), ("2021-05-04T18:00:00+02:00", "time"),
        ("2021-05-05T08:00:00+02:00", "meta"), ("2021-05-10", "page_date"),
    ]  # fmt: skip


def test_dates_after_the_capture_are_left_out() -> None:
    layout = laid_out(PAGE, captured_at="2021-05-04T18:10:00+02:00")
    assert layout is not None
    assert [(c.value, c.origin) for c in layout.date_candidates] == [
        ("2021-05-04T18:00:00+02:00", "jsonld"),
        ("2021-05-04T18:00:00+02:00", "time"),
    ]


def test_blocks_are_a_blank_line_apart() -> None:
    layout = laid_out(PAGE)
    assert layout is not None
    assert layout.text == "\n\n".join(words for _, words in blocks(layout))


def test_space_folds_as_in_a_browser_and_signs_stay() -> None:
    body = f"<article><h1>{HEAD}</h1><p>It cost\n\t  20\xa0000&nbsp;crowns &amp; two co\xadws, “he”   said<br>and <b>left</b>, he\u2019d say, to the great surprise of all.</p>{PROSE}</article>"
    words = next(text for hint, text in blocks(laid_out(page(body))) if hint == "p")
    assert (
        words
        == "It cost 20\xa0000\xa0crowns & two co\xadws, “he” said\nand left, he’d say, to the great surprise of all."
    )


def test_two_line_breaks_make_a_paragraph() -> None:
    body = f"<h1>{HEAD}</h1><div class='text'>{'<br><br>'.join(PARAGRAPHS)}</div>"
    assert [text for hint, text in blocks(laid_out(page(body))) if hint == "p"] == list(PARAGRAPHS)


def test_a_table_for_layout_is_walked_through() -> None:
    body = f"<table><tr><td><a href='/'>Home</a></td></tr><tr><td><h2>{HEAD}</h2>{PROSE}</td></tr></table>"
    found = blocks(laid_out(page(body)))
    assert [text for _, text in found] == [HEAD, *PARAGRAPHS]


def test_a_form_around_the_whole_page_hides_nothing() -> None:
    found = blocks(
        laid_out(page(f"<form id='aspnet'><div class='content-sidebar'><h1>{HEAD}</h1>{PROSE}</div></form>"))
    )
    assert [text for _, text in found] == [HEAD, *PARAGRAPHS]


JSONLD = [
    ("{broken", ()),
    ("", ()),
    ("[" * 100_000, ()),
    ('{"@type": "NewsArticle", "author": "Ilse Toren"};', ("Ilse Toren",)),
    ('[{"@type": ["NewsArticle"], "author": ["Ilse Toren", {"name": "Paul Renk"}]}]', ("Ilse Toren", "Paul Renk")),
    ('<!-- {"@type": "NewsArticle", "author": {"name": ["Ilse Toren"]}} -->', ("Ilse Toren",)),
    ('{"@type": "NewsArticle", "author": {"name": null}, "headline": 3}', ()),
    ('{"@type": "NewsArticle", "author": "https://www.facebook.com/x"}', ()),
    ('{"@type": "NewsArticle", "author": "x", "pad": "' + "y" * 1_100_000 + '"}', ()),
]  # fmt: skip


@pytest.mark.parametrize(("data", "writers"), JSONLD, ids=range(len(JSONLD)))
def test_linked_data_however_broken(data: str, writers: tuple[str, ...]) -> None:
    layout = laid_out(page(f"<h1>{HEAD}</h1>{PROSE}", f'<script type="application/ld+json">{data}</script>'))
    assert layout is not None and layout.bylines == writers


BYLINES = [
    ('<meta name="author" content="By Ilse Toren">', ("Ilse Toren",)),
    ('<meta name="author" content="Ilse Toren, Staff Writer">', ("Ilse Toren",)),
    ('<meta name="author" content="Ilse Toren and Paul Renk">', ("Ilse Toren", "Paul Renk")),
    ('<meta name="author" content="admin">', ()),
    ('<meta name="author" content="The Marn Herald"><meta property="og:site_name" content="The Marn Herald">', ()),
]


@pytest.mark.parametrize(("head", "names"), BYLINES)
def test_bylines(head: str, names: tuple[str, ...]) -> None:
    layout = laid_out(page(f"<h1>{HEAD}</h1>{PROSE}", head))
    assert layout is not None and layout.bylines == names


def test_a_writer_marked_in_the_text() -> None:
    layout = laid_out(page(f"<h1>{HEAD}</h1><p>By <a rel='author' href='/i'>Ilse Toren</a> in Marn</p>{PROSE}"))
    assert layout is not None and layout.bylines == ("Ilse Toren",)


OUTLETS = [
    (f"<title>{HEAD} - The Marn Herald</title><meta property='og:title' content='{HEAD}'>", "The Marn Herald", HEAD),
    (f"<title>{HEAD} | World | The Marn Herald</title>", "The Marn Herald", HEAD),
    (f"<title>{HEAD}</title>", "marnherald.example", HEAD),
]


@pytest.mark.parametrize(("head", "outlet", "title"), OUTLETS)
def test_outlet_and_title(head: str, outlet: str, title: str) -> None:
    layout = laid_out(f"<html><head>{head}</head><body><h1>{HEAD}</h1>{PROSE}</body></html>")
    assert layout is not None and (layout.outlet, layout.title) == (outlet, title)


SHOUTED = [
    # the foot of a page whose title ends in MARN HERALD ONLINE, its outlet
    ("Marn Herald Ltd. All rights reserved.", "Marn Herald"),
    ("© 2021 Marn Herald Online", "Marn Herald Online"),
    ("Copyright 2021 by Marn Herald.", "Marn Herald"),
    ("© 2021 MARN HERALD", "MARN HERALD ONLINE"),
    ("© 2021 Sarn Media. All rights reserved.", "MARN HERALD ONLINE"),
    ("Marn Herald", "MARN HERALD ONLINE"),
]


@pytest.mark.parametrize(("foot", "outlet"), SHOUTED)
def test_a_shouted_outlet_is_written_as_its_notice_of_rights_writes_it(foot: str, outlet: str) -> None:
    body = f"<h1>{HEAD}</h1>{PROSE}<footer><p>{foot}</p></footer>"
    layout = laid_out(f"<html><head><title>{HEAD} - MARN HERALD ONLINE</title></head><body>{body}</body></html>")
    assert layout is not None and layout.outlet == outlet


def test_the_day_in_an_address() -> None:
    layout = laid_out(page(f"<h1>{HEAD}</h1>{PROSE}"), url="https://x.example/2021/05/04/sarn")
    assert layout is not None
    assert [(c.value, c.origin) for c in layout.date_candidates] == [("2021-05-04", "url")]


HOSTILE = [
    "<div>" * 100_000 + PROSE + "</div>" * 100_000,
    "<b><i>" * 50_000 + PROSE,
    "<table><tr><td>" * 40_000 + PROSE,
    "<font>" * 100_000 + PROSE,
    "<p>" * 100_000 + PROSE,
    f"<div class='{'a-' * 100_000}share'>{PROSE}</div>",
    "<a href='" + "x" * 1_000_000 + f"'>{PROSE}",
    "<!--" + "-" * 1_000_000 + PROSE,
    "<" * 200_000 + PROSE,
    f"<svg><script>{PROSE}",
    "\x00\x01\x02" + PROSE,
    "&#xD800;&#x110000;&bogus;" + PROSE,
    f"<frameset><frame src='file:///etc/passwd'></frameset>{PROSE}",
    f"<h1>{HEAD}</h1>\ud800{PROSE}",
]


@EXTRACTORS
@pytest.mark.parametrize("source", HOSTILE, ids=range(len(HOSTILE)))
def test_a_hostile_page_neither_breaks_nor_hangs(source: str, extractor: str) -> None:
    started = time.process_time()
    layout = laid_out(source, extractor)
    assert time.process_time() - started < 10  # seconds; seen: under one
    assert layout is None or all(0 <= p.start < p.end <= len(layout.text) for p in layout.parts)


@EXTRACTORS
def test_text_under_100_000_tags_is_still_read(extractor: str) -> None:
    layout = laid_out("<html><body>" + "<div>" * 100_000 + PROSE + "</div>" * 100_000 + "</body></html>", extractor)
    assert layout is not None and all(p in layout.text for p in PARAGRAPHS)


@EXTRACTORS
@pytest.mark.parametrize("source", ["", "   \n", "<html></html>", "<!-- only a comment -->", "<script>x()</script>"])
def test_a_page_without_text_gives_nothing(source: str, extractor: str) -> None:
    layout = laid_out(source, extractor)
    assert layout is None or not layout.text.strip()
