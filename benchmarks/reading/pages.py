"""Make saved HTML pages of about 60 kB as news sites serve them: little article, much around it.

python -m benchmarks.reading.pages OUT --count 1000 [--text FOLDER] [--seed 1]
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from html import escape
from json import dumps
from pathlib import Path
from random import Random

import click

from benchmarks.reading.words import LAST, PLACES, SUBJECTS, Paragraphs, headline, paragraphs_of

BYTES = 60_000
PER_FOLDER = 100


@dataclass(frozen=True, slots=True)
class Story:
    """What a page tells."""

    number: int
    outlet: str
    title: str
    byline: str
    day: str
    paragraphs: list[str]
    chance: Random

    @property
    def url(self) -> str:
        host = self.outlet.lower().replace(" ", "-")
        return f"https://{host}.example/{self.day.replace('-', '/')}/story-{self.number}"


def story(number: int, seed: int, text: Paragraphs) -> Story:
    """Invent a story; the same number and seed give the same one."""
    chance = Random(f"{seed}/{number}")
    outlet = f"{chance.choice(PLACES)} {chance.choice(('Courier', 'Post', 'Wire', 'Tribune'))}"
    day = f"2021-{chance.randint(1, 12):02d}-{chance.randint(1, 28):02d}"
    paragraphs = text.some(chance, chance.randint(9, 24))
    byline = " ".join(chance.sample(LAST, 2))
    return Story(number, outlet, headline(chance), byline, day, paragraphs, chance)


# --- what stands around an article -----------------------------------------------------------------------------


def links(chance: Random, count: int, style: str) -> str:
    """Make a list of links, as menus and teasers are."""
    items = (
        f'<li class="{style}__item"><a class="{style}__link" href="/s/{chance.randrange(10**6)}" data-track="{i}">'
        f"<span>{escape(headline(chance))}</span></a></li>"
        for i in range(count)
    )
    return f'<ul class="{style}">{"".join(items)}</ul>'


def menu(chance: Random) -> str:
    """Make the head of a page: logo, search form, menu of sections."""
    sections = "".join(f'<li><a href="/{p.lower()}">{p}</a></li>' for p in chance.sample(PLACES, 12))
    form = '<form action="/search"><input name="q" placeholder="Search"><button type="submit">Search</button></form>'
    return f'<header class="site-header"><a href="/" class="logo">Home</a><nav><ul>{sections}</ul></nav>{form}</header>'


def comments(chance: Random, count: int) -> str:
    """Make a comment section with its form."""
    said = (
        f'<div class="comment" id="c{i}"><div class="meta"><b>{chance.choice(LAST)}</b><time>1 h ago</time></div>'
        f'<p>I think that {chance.choice(SUBJECTS)} is not the point.</p><a href="#" class="reply">Reply</a></div>'
        for i in range(count)
    )
    form = "<form><label>Leave a comment</label><textarea></textarea><button>Post comment</button></form>"
    return f'<section id="comments" class="comments"><h3>Comments</h3>{"".join(said)}{form}</section>'


def footer(chance: Random) -> str:
    """Make the foot of a page."""
    return f'<footer class="site-footer">{links(chance, 24, "footer-links")}<p>© 2021 All rights reserved.</p></footer>'


def styles(chance: Random, length: int) -> str:
    """Make a style sheet of about so many characters."""
    rules, size = [], 0
    while size < length:
        rules.append(
            f".c{chance.randrange(10**5)}{{margin:{chance.randrange(40)}px;width:{chance.randrange(900)}px}}\n"
        )
        size += len(rules[-1])
    return f"<style>{''.join(rules)}</style>"


def script(chance: Random, length: int) -> str:
    """Make a script that holds about so many characters of settings, with markup inside, as they have."""
    entries, size = [], 0
    while size < length:
        entries.append(dumps({"id": chance.randrange(10**9), "title": headline(chance), "html": "<div>ad</div>"}))
        size += len(entries[-1])
    settings = ",".join(entries).replace("</", "<\\/")
    return f"<script>window.__DATA__ = [{settings}];</script>"


def meta(told: Story) -> str:
    """Make the head that names the article for machines."""
    linked = {
        "@context": "https://schema.org", "@type": "NewsArticle", "headline": told.title, "url": told.url,
        "datePublished": f"{told.day}T08:00:00Z", "author": {"@type": "Person", "name": told.byline},
        "publisher": {"@type": "Organization", "name": told.outlet},
    }  # fmt: skip
    title = escape(told.title)
    return (
        f'<meta charset="utf-8"><title>{title} - {told.outlet}</title><link rel="canonical" href="{told.url}">'
        f'<meta property="og:title" content="{title}"><meta property="og:site_name" content="{told.outlet}">'
        f'<meta property="article:published_time" content="{told.day}T08:00:00Z">'
        f'<script type="application/ld+json">{dumps(linked)}</script>'
    )


# --- four kinds of pages ---------------------------------------------------------------------------------------


def marked(told: Story) -> str:
    """A page whose marks say what is what, with a teaser and a figure in the middle of the article."""
    middle = len(told.paragraphs) // 2
    figure = '<figure><img src="/p.jpg" alt=""><figcaption>The harbour on Monday. Photo: Agency</figcaption></figure>'
    teaser = f'<aside class="related"><h4>Related Articles</h4>{links(told.chance, 4, "related")}</aside>'
    body = paragraphs(told.paragraphs[:middle]) + figure + teaser + paragraphs(told.paragraphs[middle:])
    signed = f'<p class="byline">By {told.byline}</p><time datetime="{told.day}">{told.day}</time>'
    head = f"<h1>{escape(told.title)}</h1>{signed}"
    return f'{menu(told.chance)}<main><article>{head}<div class="article-body">{body}</div></article></main>'


def blog(told: Story) -> str:
    """A page of a blog system: divs with telling classes, sharing buttons, a side bar."""
    share = '<div class="sharedaddy"><a href="#">Share on Facebook</a><a href="#">Tweet</a></div>'
    body = f'<div class="entry-content">{paragraphs(told.paragraphs)}{share}</div>'
    post = f'<div class="post hentry"><h1 class="entry-title">{escape(told.title)}</h1>{body}</div>'
    side = f'<div class="sidebar"><h3>Most Popular</h3>{links(told.chance, 10, "popular")}</div>'
    return f'{menu(told.chance)}<div id="content">{post}{side}</div>'


def nameless(told: Story) -> str:
    """A page of a script-built site: nested divs with names that mean nothing."""
    names = (f"css-{told.chance.randrange(10**5)}" for _ in told.paragraphs)
    blocks = (
        f'<div class="{n}"><div><p>{escape(p)}</p></div></div>' for n, p in zip(names, told.paragraphs, strict=True)
    )
    inner = f"<div><div><h1>{escape(told.title)}</h1>{''.join(blocks)}</div></div>"
    return f'<div id="root"><div><div>{menu(told.chance)}{inner}</div></div></div>'


def tabled(told: Story) -> str:
    """A page of twenty years ago: a table lays it out, two line breaks part the paragraphs."""
    side = links(told.chance, 15, "sidemenu")
    body = "<br><br>\n".join(map(escape, told.paragraphs))
    head = f"<font size=5><b>{escape(told.title)}</b></font><br><i>{told.byline}, {told.day}</i><br><br>"
    top = f"<tr><td colspan=2>{menu(told.chance)}</td></tr>"
    return f"<table width=960>{top}<tr><td>{side}</td><td>{head}{body}</td></tr></table>"


KINDS: tuple[Callable[[Story], str], ...] = (marked, blog, nameless, tabled)


def paragraphs(texts: list[str]) -> str:
    return "".join(f"<p>{escape(text)}</p>\n" for text in texts)


def page(told: Story) -> str:
    """Make a whole page: teasers and comments below the article, styles and scripts up to about 60 kB."""
    chance = told.chance
    shown = KINDS[told.number % len(KINDS)](told)
    below = links(chance, 30, "teaser") + comments(chance, chance.randint(5, 25)) + footer(chance)
    free = max(0, int(BYTES * chance.uniform(0.8, 1.2)) - len(shown) - len(below))
    head = f"<head>{meta(told)}{styles(chance, free // 2)}</head>"
    foot = script(chance, free // 2)
    return f'<!DOCTYPE html>\n<html lang="en">{head}<body>{shown}{below}{foot}</body></html>\n'


def write_pages(out: Path, count: int, text: Paragraphs, seed: int = 1) -> int:
    """Write pages into folders of a hundred; give the bytes written."""
    size = 0
    for number in range(count):
        folder = out / f"{number // PER_FOLDER:04d}"
        folder.mkdir(parents=True, exist_ok=True)
        size += (folder / f"page-{number:06d}.html").write_bytes(page(story(number, seed, text)).encode())
    return size


@click.command()
@click.argument("out", type=click.Path(path_type=Path))
@click.option("--count", default=1000, show_default=True)
@click.option("--text", type=click.Path(exists=True, file_okay=False, path_type=Path), help="Folder of open text.")
@click.option("--seed", default=1, show_default=True)
def main(out: Path, count: int, text: Path | None, seed: int) -> None:
    """Write COUNT pages under OUT."""
    size = write_pages(out, count, paragraphs_of(text), seed)
    click.echo(f"{count} pages, {size / count / 1000:.1f} kB each, under {out}")


if __name__ == "__main__":
    main()
