"""html_meta: what a page says of itself outside its text: title, bylines, outlet, address, language, dates."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

from lxml.html import HtmlElement

from readout.ingest.dates import not_after, read_date
from readout.ingest.html_jsonld import Linked, read_linked
from readout.records import DateCandidate
from readout.text.page_dates import find_day, read_day

PUBLISHED = (
    "article:published_time", "og:article:published_time", "og:published_time", "datepublished", "date_published",
    "date.published", "publish-date", "publish_date", "publishdate", "publication_date", "pubdate", "parsely-pub-date",
    "sailthru.date", "dc.date.issued", "dcterms.issued", "dcterms.created", "dc.date.created", "dc.date",
    "dcterms.date",
    "citation_publication_date", "citation_date", "article.published", "displaydate", "cxenseparse:recs:publishtime",
    "originalpublicationdate", "date",
)  # fmt: skip
MODIFIED = (
    "article:modified_time",
    "og:updated_time",
    "datemodified",
    "dcterms.modified",
    "last-modified",
    "lastmod",
    "revised",
)
AUTHORS = (
    "author",
    "article:author",
    "byl",
    "dc.creator",
    "dcterms.creator",
    "parsely-author",
    "sailthru.author",
    "citation_author",
)
URL_DAY = re.compile(r"/((?:19|20)\d\d)[/-]?(0[1-9]|1[0-2])[/-]?(0[1-9]|[12]\d|3[01])(?=\D|$)")
SUFFIX = re.compile(r"\s+(?:[|–—•·»:-]|::|<<?)\s+")
BY = re.compile(r"^(?:(?:written|reported|story|words|text)\s+)?(?:by|von|par|por|di)\s*:?\s+", re.I)
ROLE = re.compile(
    r"\b(?:staff|writer|reporter|correspondent|editor|desk|bureau|columnist|journalist|contributor|contributing|"
    r"analyst|"
    r"newsroom|redaktion|in (?-i:[A-Z])\w+)\b",
    re.I,
)
JOINTS = re.compile(r"\s*(?:;|\band\b|\bund\b|\bet\b|&|\|)\s*")
PLACE = re.compile(r"\s+(?:in|from|at|aus|à|en|desde)\s+[A-ZÀ-Ý].*$")
NOT_A_NAME = re.compile(r"https?:|www\.|@|\d{2}|^(?:admin|author|editor|staff|redaktion|null|undefined)$", re.I)
MOST_TIMES = 20


@dataclass(frozen=True, slots=True)
class Meta:
    """What a page says of itself."""

    title: str | None
    bylines: tuple[str, ...]
    outlet: str | None
    url: str | None
    language: str | None
    dates: tuple[DateCandidate, ...]


def read_meta(tree: HtmlElement, fetched: str | None, http_date: str | None, captured_at: str | None) -> Meta:
    """Read the head, the linked data and the marked-up times of a page."""
    said, linked = properties(tree), read_linked(tree)
    url = address(tree, said, linked, fetched)
    outlet, whole = one(said, "og:site_name", "application-name") or linked.outlet, title_tag(tree)
    outlet = outlet or after_headline(whole, one(said, "og:title") or linked.title)
    title = one(said, "og:title", "twitter:title", "dc.title") or linked.title or whole
    return Meta(
        without_suffix(title, outlet) if title else None,
        bylines(tree, said, linked, outlet),
        outlet,
        url,
        language_of(tree, said, linked),
        dates(tree, said, linked, url, http_date, captured_at),
    )


def properties(tree: HtmlElement) -> dict[str, list[str]]:
    """Collect the meta elements by name."""
    found: dict[str, list[str]] = {}
    for meta in tree.iter("meta"):
        name = (meta.get("property") or meta.get("name") or meta.get("itemprop") or "").strip().lower()
        content = " ".join((meta.get("content") or "").split())
        if name and content:
            found.setdefault(name, []).append(content)
    return found


def one(said: dict[str, list[str]], *names: str) -> str | None:
    """Give the first value of the first of some names."""
    return next((said[name][0] for name in names if name in said), None)


def address(tree: HtmlElement, said: dict[str, list[str]], linked: Linked, fetched: str | None) -> str | None:
    """Find the address the page names for itself, made absolute by where it was fetched; else where it was fetched."""
    canonical = [e.get("href", "") for e in tree.iter("link") if "canonical" in (e.get("rel") or "").lower().split()]
    for found in (*canonical, *said.get("og:url", ()), linked.url or ""):
        whole = joined(fetched, found.strip())
        if whole:
            return whole
    return fetched


def joined(base: str | None, found: str) -> str | None:
    """Make an address absolute; null where it is none."""
    try:
        whole = urljoin(base or "", found)
        parts = urlsplit(whole)
    except ValueError:
        return None
    return whole if parts.scheme in ("http", "https") and parts.netloc else None


def host_of(url: str | None) -> str | None:
    """Name the host of an address, without www."""
    try:
        host = urlsplit(url).hostname if url else None
    except ValueError:
        return None
    return host.removeprefix("www.") if host else None


def title_tag(tree: HtmlElement) -> str | None:
    """Read the title element."""
    element = tree.find(".//title")
    return (" ".join(element.text_content().split()) or None) if element is not None else None


def after_headline(whole: str | None, headline: str | None) -> str | None:
    """Find the outlet behind the headline in the title element."""
    if not whole or not headline or not whole.startswith(headline):
        return None
    rest = SUFFIX.split(whole[len(headline) :])
    return rest[-1].strip() or None if len(rest) > 1 else None


def without_suffix(title: str, outlet: str | None) -> str:
    """Cut the outlet's name off a title."""
    parts = SUFFIX.split(title)
    if len(parts) < 2 or not outlet:
        return title
    last = list(SUFFIX.finditer(title))[-1]
    same = plain(parts[-1]) == plain(outlet) or plain(parts[-1]) in plain(outlet) or plain(outlet) in plain(parts[-1])
    return title[: last.start()].strip() if same and plain(parts[-1]) else title


def plain(name: str) -> str:
    """Reduce a name to what tells it apart."""
    return re.sub(r"^(?:the|die|der|das|le|la|el)\s+|\.(?:com|org|net|co\.\w\w|\w\w)$|\W", "", name.lower().strip())


def language_of(tree: HtmlElement, said: dict[str, list[str]], linked: Linked) -> str | None:
    """Read the language a page declares."""
    root = tree.getroottree().getroot()
    declared = root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang") or root.get("xml:lang")
    found = declared or one(said, "og:locale", "content-language", "dc.language", "language") or linked.language
    return re.split(r"[-_,;\s]", found.strip().lower())[0] or None if found else None


def bylines(tree: HtmlElement, said: dict[str, list[str]], linked: Linked, outlet: str | None) -> tuple[str, ...]:
    """Name who wrote it: by linked data, meta elements, links to authors, blocks named byline; the first that tells."""
    metas = [value for name in AUTHORS for value in said.get(name, ())]
    for source in (linked.authors, metas, author_links(tree), byline_blocks(tree)):
        names = [name for value in source for name in people(value)]
        kept = tuple(dict.fromkeys(n for n in names if plain(n) != plain(outlet or "")))
        if kept:
            return kept
    return ()


def author_links(tree: HtmlElement) -> Iterator[str]:
    """Read what is marked as the author."""
    for element in tree.iter("a", "span", "div", "p"):
        if element.get("rel") == "author" or element.get("itemprop") == "author":
            yield text_of(element)


def byline_blocks(tree: HtmlElement) -> Iterator[str]:
    """Read blocks named byline that begin as one."""
    for element in tree.iter("p", "div", "span", "a", "address"):
        if re.search(r"(?:^|[\s_-])(?:by-?line|author)", (element.get("class") or "").lower()):
            yield text_of(element)


def text_of(element: HtmlElement) -> str:
    """Read a short text; longer ones are no names."""
    text = " ".join("".join(element.itertext()).split())
    return text if len(text) <= 150 else ""


def people(words: str) -> list[str]:
    """Cut a byline into names: `By A and B, Staff Writer` gives A and B."""
    found = BY.sub("", words.strip())
    day = find_day(found)
    found = found[: day.start] if day else found
    names = [piece for part in JOINTS.split(found) for piece in kept_parts(part)]
    return [
        n for n in names if n and not NOT_A_NAME.search(n) and len(n) <= 60 and len(n.split()) <= 6 and n[0].isalpha()
    ]


def kept_parts(part: str) -> list[str]:
    """Cut at commas, where what follows is a role or a place of work and not a name of two words or more."""
    pieces = [PLACE.sub("", p.strip(" .,|-–—")) for p in part.split(",")]
    return [p for i, p in enumerate(pieces) if i == 0 or (len(p.split()) > 1 and not ROLE.search(p))]


def dates(
    tree: HtmlElement,
    said: dict[str, list[str]],
    linked: Linked,
    url: str | None,
    http: str | None,
    captured_at: str | None,
) -> tuple[DateCandidate, ...]:
    """List every date with its origin: publication before revision, none later than the capture."""
    found = [
        *(candidate(raw, "jsonld") for raw in linked.published),
        *(candidate(raw, "meta") for name in PUBLISHED for raw in said.get(name, ())),
        *times(tree),
        *url_days(url),
        *(candidate(raw, "jsonld", REVISED) for raw in linked.modified),
        *(candidate(raw, "meta", REVISED) for name in MODIFIED for raw in said.get(name, ())),
        *(candidate(raw, "http") for raw in [http] if raw),
    ]
    return not_after(tuple(dict.fromkeys(found)), captured_at)


REVISED = "modified "
"""Stands before the words of a date of revision, to keep it apart from publication."""


def candidate(raw: str, origin: str, mark: str = "") -> DateCandidate:
    """Read a date the page gives."""
    return DateCandidate(read_date(raw) or read_day(raw), origin, mark + raw)  # type: ignore[arg-type]  # checked literals


def times(tree: HtmlElement) -> Iterable[DateCandidate]:
    """Read the times marked up in the article: those in its element, or all where no element is named so."""
    articles = tree.findall(".//article") or tree.findall(".//main")
    inside: Sequence[HtmlElement] = list((articles[0] if articles else tree).iter("time"))
    for element in inside[:MOST_TIMES]:
        if not any(up.tag in ("aside", "nav", "footer") for up in element.iterancestors()):
            raw = element.get("datetime") or text_of(element)
            mark = REVISED if "modif" in (element.get("itemprop") or element.get("class") or "").lower() else ""
            if raw:
                yield candidate(raw.strip(), "time", mark)


def url_days(url: str | None) -> Iterable[DateCandidate]:
    """Read the day in an address like /2021/05/03/."""
    found = URL_DAY.search(urlsplit(url).path) if url else None
    if found:
        year, month, day = found.groups()
        value = read_date(f"{year}-{month}-{day}")
        if value:
            yield DateCandidate(value, "url", found.group().strip("/"))
