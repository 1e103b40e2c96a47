"""html_marks: what the names of tags, classes and ids say of a piece of a page: its hint, or that it is furniture.

Class names are habits of content systems in general (WordPress, Drupal, Arc, schema.org naming), not of one site.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

SKIPPED = frozenset(
    (
        "script", "style", "noscript", "template", "svg", "iframe", "object", "embed", "canvas", "video", "audio",
        "select", "option", "textarea", "button", "input", "map", "dialog", "datalist", "progress", "meter",
        "head", "math",
    )
)  # fmt: skip
BLOCKS = frozenset(
    (
        "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dir", "div",
        "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "frameset", "h1", "h2", "h3", "h4", "h5",
        "h6", "header", "hgroup", "hr", "html", "legend", "li", "main", "menu", "nav", "ol", "p", "pre", "section",
        "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
    )
)  # fmt: skip
WHOLES = frozenset(("html", "body", "main", "article"))
TAG_HINTS = {
    **{tag: tag for tag in ("h1", "h2", "h3", "h4", "h5", "h6", "li", "blockquote", "figcaption", "pre")},
    "dt": "li", "dd": "li", "caption": "figcaption", "address": "byline",
}  # fmt: skip
FURNITURE_TAGS = frozenset(("nav", "footer", "form", "aside", "menu", "fieldset"))
FURNITURE_ROLES = frozenset(
    ("navigation", "contentinfo", "complementary", "search", "dialog", "alertdialog", "menu", "menubar", "toolbar")
)
NAMES = ("class", "id", "itemprop", "rel", "data-component", "data-testid")
CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")


def names_of(words: str) -> re.Pattern[str]:
    """Match any of some words as a whole part of a class name: `share` in `post-share`, not in `shareholder`."""
    return re.compile(rf"(?:^|[\s_-])(?:{words})(?:$|[\s_-])")


FURNITURE = names_of(
    r"share|sharing|shares|sharebar|social|socials|addtoany|sharedaddy|related\w*|recommend\w*|recirc\w*|trending|"
    r"popular|"
    r"mostread|most-?(?:read|viewed|popular|shared|commented)|newsletter\w*|subscri\w+|sign-?up|signin|sign-in|login|"
    r"promo\w*|advert\w*|ad|ads|adslot|ad-?(?:slot|unit|container|wrapper|banner)|sponsor\w*|outbrain|taboola|"
    r"cookie\w*|"
    r"consent|gdpr|comment|comments|commentlist|comment-?respond|respond|disqus\w*|breadcrumbs?|pagination|pager|"
    r"menu|navbar|navigation|nav|sidebar|footer|toolbar|tag-?list|tagcloud|post-?tags|entry-?tags|tags-?links|"
    r"read-?more|read-?next|up-?next|also-?read|see-?also|more-?(?:from|on|stories|news|articles)|"
    r"next-?(?:article|post)|"
    r"prev-?(?:article|post)|post-?navigation|paywall|modal|popup|overlay|widget|widgets|skip-?link|sr-?only|"
    r"visually-?hidden|screen-?reader(?:-text)?|back-?to-?top|donat\w+|membership|app-?download|weather|ticker|"
    r"search-?form|print-?only|noprint|author-?bio|about-?the-?author|feedback|rating|ratings|survey|poll"
)
HINTS = tuple(
    (hint, limit, names_of(words))
    for hint, limit, words in (
        # The figure: the longest text, in characters, that the hint is believed of; longer ones are containers.
        ("note", 1000, r"corrections?|correction-?note|editors?-?note|clarification|update-?note|editorial-?note"),
        ("credit", 250, r"credits?|photo-?credits?|image-?credits?|img-?credit|copyright|photographer|image-?source"),
        ("figcaption", 700, r"captions?|caption-?text|wp-caption-text|image-?caption|photo-?caption|cutline"),
        ("byline", 250, r"by-?lines?|by-?author|authors?|author-?names?|contributors?|writer|(?:post|article)-author"),
        ("date", 150, r"date|dates|timestamp|time-?stamp|publish\w*|pub-?date|date-?time|posted-?on|entry-?date|"
                      r"post-?date|datePublished|date-?published|date-?modified|updated|last-?updated|dateline"),
        ("deck", 700, r"standfirst|deck|dek|sub-?title|sub-?head(?:line|ing)?|strap-?line|teaser-?text|"
                      r"(?:article|entry|post|story)-?(?:summary|description|excerpt|intro|lead|deck|dek|subtitle)"),
        ("kicker", 80, r"kicker|eyebrow|overline|over-?title|rubric|roofline|"
                       r"(?:article|entry|post|story)-?(?:section|category|label|kicker|tag)"),
    )
)  # fmt: skip
LONGEST = {hint: limit for hint, limit, _ in HINTS}


def names(attributes: Mapping[str, str]) -> str:
    """Join the names an element bears, camel case cut."""
    found = " ".join([attributes[name] for name in NAMES if name in attributes])
    return decamelled(found) if found else ""


@lru_cache(maxsize=4096)
def decamelled(found: str) -> str:
    """Cut camel case. Pages repeat few names many times, so the answers are kept here and below; they never change."""
    return CAMEL.sub("-", found).lower()


def is_furniture(tag: str, attributes: Mapping[str, str], named: str) -> bool:
    """Tell menus, share bars, related lists, forms, comments and hidden parts by tag, role and name."""
    if tag in WHOLES:
        return False
    if tag in FURNITURE_TAGS:
        return True
    if attributes and (attributes.get("role") in FURNITURE_ROLES or hidden(attributes)):
        return True
    return bool(named) and named_furniture(named)


@lru_cache(maxsize=4096)
def named_furniture(named: str) -> bool:
    """Tell names that say furniture."""
    return bool(FURNITURE.search(named))


def hidden(attributes: Mapping[str, str]) -> bool:
    """Tell what a browser does not show."""
    if "hidden" in attributes or attributes.get("aria-hidden") == "true":
        return True
    style = attributes.get("style")
    return bool(style and re.search(r"display\s*:\s*none|visibility\s*:\s*hidden", style, re.I))


def hint_by_name(named: str) -> str | None:
    """Give the hint that the names of an element carry."""
    return told_by_name(named) if named else None


@lru_cache(maxsize=4096)
def told_by_name(named: str) -> str | None:
    """Look through the words of every hint."""
    return next((hint for hint, _, pattern in HINTS if pattern.search(named)), None)
