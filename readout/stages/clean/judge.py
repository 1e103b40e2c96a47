"""judge: give every line of a page its role: first by its own words, then by where it stands."""

from __future__ import annotations

import re

from readout.lexicon.boilerplate import furniture
from readout.stages.clean.days import read_date_line
from readout.stages.clean.furniture import judge_furniture, section
from readout.stages.clean.head import Verdicts, find_title, judge_head, split_glued, told
from readout.stages.clean.line import (
    BULLET,
    QUOTED,
    Line,
    Verdict,
    ends_sentence,
    has_finite_verb,
    line_of,
    lower_share,
    reads_as_prose,
    reports,
)
from readout.stages.clean.notes import (
    SOURCE_ALONE,
    SOURCE_DEBRIS,
    is_biography,
    judge_byline,
    judge_note,
    judge_source_line,
    names_publisher,
    sign_off,
)
from readout.stages.clean.pictures import judge_picture, pictures

Judged = list[tuple[Line, Verdict]]
HINTED = {
    "figcaption": Verdict("caption", "marked as caption by the page"),
    "credit": Verdict("credit", "marked as credit by the page"),
    "byline": Verdict("byline", "marked as byline by the page"),
    "kicker": Verdict("kicker", "marked as kicker by the page"),
    "note": Verdict("note", "marked as a note by the page"),
    "deck": Verdict("deck", "marked as deck by the page"),
    "hr": Verdict("boilerplate", "a rule between parts"),
    "front_matter": Verdict("boilerplate", "fields above the text, as site builders write them"),
}
UNBROKEN = 500  # characters of one run, longer than any word or address a reader is shown: data put into the page
EMPHASISED = re.compile(r"^(?P<mark>\*{1,3}|_{1,3})(?=[^\s*_]).*(?P=mark)$", re.S)
LINK = re.compile(r"\[[^\[\]]+\]\([^()\s]+\)")
LISTED = ("li", "td", "h2", "h3", "h4", "h5", "h6")
BODY = Verdict("body", "a paragraph of the text")
DOUBT = Verdict("body", "nothing speaks against its being text")


def judge(lines: list[Line], title: str | None) -> Judged:
    """Judge every line of a page; in doubt a line is body."""
    lines = split_glued(lines, title, halves)
    verdicts: Verdicts = [by_itself(line) for line in lines]
    prose = [verdicts[i] is None and reads_as_prose(line) for i, line in enumerate(lines)]
    first = next((i for i, is_prose in enumerate(prose) if is_prose), len(lines))
    top = find_title(lines, verdicts, first, title)
    if top is not None:
        verdicts[top] = Verdict("title", why_title(lines[top], title))
        prose[top] = False
        above_text(lines, verdicts, prose, top)
        first = next((i for i, is_prose in enumerate(prose) if is_prose and i > top), len(lines))
        judge_head(lines, verdicts, top, first)
    pictures(lines, verdicts)
    prose = [p and verdicts[i] is None for i, p in enumerate(prose)]
    comments(lines, verdicts, prose)
    under_lists(lines, verdicts, prose, top)
    middle_and_tail(lines, verdicts, prose)
    return [
        (line, verdict or (BODY if prose[i] else DOUBT))
        for i, (line, verdict) in enumerate(zip(lines, verdicts, strict=True))
    ]


def above_text(lines: list[Line], verdicts: Verdicts, prose: list[bool], top: int) -> None:
    """Take a line under the headline that says in sentences who published the page and when for none of the text."""
    for i in range(top + 1, len(lines)):
        if not prose[i]:
            continue
        if told(lines[i]):
            verdicts[i], prose[i] = Verdict("byline", "says who published the page and when, under the headline"), False
        return


def halves(line: Line, seam: int) -> tuple[Line, Line]:
    """Cut a line in two; the blank between belongs to neither."""
    left = line.text[:seam].rstrip()
    first = line_of(0, len(left), left, line.hint)
    second = line_of(0, len(line.text) - seam, line.text[seam:], line.hint)
    return (
        Line(line.start, line.start + len(left), left, "trail", first.plain, first.words),
        Line(line.start + seam, line.end, second.text, line.hint, second.plain, second.words),
    )


def why_title(line: Line, title: str | None) -> str:
    """Say what makes a line the headline."""
    if title and line.text == title:
        return "is the title the page gives itself"
    return "marked as heading by the page" if line.hint in ("h1", "title") else "stands where a headline does"


def by_itself(line: Line) -> Verdict | None:
    """Judge a line by its own words and hint; null where they do not tell."""
    if line.hint == "trail":
        return Verdict("boilerplate", "a trail of sections glued before the headline")
    if (
        section(line)
        and line.length <= 3
        and line.plain not in furniture().related
        and line.plain not in furniture().comments
    ):
        return None if line.plain not in furniture().lines else Verdict("boilerplate", "a button or menu entry")
    if len(line.text) >= UNBROKEN and line.text.isascii() and not re.search(r"\s", line.text):
        return Verdict("boilerplate", f"a run of {len(line.text)} characters without a space is no prose")
    return dated(line) or judge_note(line) or judge_source_line(line) or hinted(line) or by_words(line)


def by_words(line: Line) -> Verdict | None:
    """Judge by words alone."""
    return judge_byline(line) or judge_picture(line) or judge_furniture(line)


def hinted(line: Line) -> Verdict | None:
    """Judge by the mark the page gives; furniture and credits show through it."""
    if line.hint == "date" and line.length <= 12:
        return Verdict("page_date", "marked as a date by the page")
    verdict = HINTED.get(line.hint or "")
    if verdict is None:
        return None
    shown = judge_picture(line) if line.hint in ("figcaption", "note") else None
    if shown and shown.role == "credit":
        return shown
    return judge_furniture(line) or verdict if line.length <= 12 else verdict


def dated(line: Line) -> Verdict | None:
    """Judge a line that is a date."""
    found = read_date_line(line)
    if found is None:
        return None
    if found.kind == "counted":
        return Verdict("byline", "a line of writer, date and counts")
    because = {
        "published": "labelled as the day of publication",
        "revised": "labelled as the day of a revision",
        "viewed": "labelled as the day the page was looked at",
        "weekday": "a full date alone: the day the page was looked at, unless labelled",
        "bare": "a date alone",
        "open": "figures of a day alone, in an order left open",
        "none": "a time alone",
    }[found.kind]
    return Verdict("page_date", because)


def comments(lines: list[Line], verdicts: Verdicts, prose: list[bool]) -> None:
    """Mark what follows the heading of a comment form; reports stay body, and so does the larger part of a page."""
    heads = [i for i, v in enumerate(verdicts) if v and "comment form" in v.because]
    weight = [len(line.text) if p else 0 for line, p in zip(lines, prose, strict=True)]
    head = next((i for i in heads if sum(weight[:i]) > sum(weight[i:])), None)
    for i in range(head + 1 if head is not None else len(lines), len(lines)):
        if verdicts[i] is None and not reports(lines[i]):
            verdicts[i], prose[i] = Verdict("boilerplate", "stands in the comment section"), False


def under_lists(lines: list[Line], verdicts: Verdicts, prose: list[bool], top: int | None) -> None:
    """Mark the entries under the heading of a list of links, up to the next paragraph."""
    listed = False
    for i, line in enumerate(lines):
        verdict = verdicts[i]
        if verdict and "list of links" in verdict.because:
            listed = True
        elif listed and prose[i] and teasers(lines, verdicts, prose, i):
            verdicts[i], prose[i] = Verdict("boilerplate", "a question or call in a list of links"), False
        elif prose[i] or (verdict and verdict.role in ("title", "byline", "note", "source_line")):
            listed = False
        elif listed and verdict is None and not holds_sentence(line):
            verdicts[i] = Verdict("boilerplate", "an entry in a list of links")


def teasers(lines: list[Line], verdicts: Verdicts, prose: list[bool], i: int) -> bool:
    """Tell a short question or call that stands close under a list's heading or entries, no text below it."""
    above = verdicts[i - 1]
    close = lines[i].start - lines[i - 1].end < 2 or lines[i].hint in LISTED
    below = (lines[j] for j in range(i + 1, len(lines)) if prose[j] and verdicts[j] is None)
    heads = above is not None and "heads a list" in above.because
    return (close or heads) and is_teaser(lines[i]) and all(map(is_teaser, below))


def is_teaser(line: Line) -> bool:
    """Tell a short question or call, as links to other pages are worded; quoted speech is none."""
    return line.length <= 14 and line.text.endswith(("?", "!")) and not QUOTED.search(line.text)


def holds_sentence(line: Line) -> bool:
    """Tell a line with a whole sentence before its end, as no entry of a list of links has."""
    return any(len(words.split()) >= 8 for words in re.split(r"(?<=[a-z]{3})[.!?](?=\s+[\"“A-Z])", line.text)[:-1])


def middle_and_tail(lines: list[Line], verdicts: Verdicts, prose: list[bool]) -> None:
    """Judge what is no paragraph between the paragraphs and after the last one."""
    last = max((i for i, p in enumerate(prose) if p), default=-1)
    while last > 0 and any(prose[:last]) and (verdict := appended(lines[last])):
        verdicts[last], prose[last] = verdict, False
        last = max((i for i, p in enumerate(prose) if p), default=-1)
    if last < 0:
        return
    for i in range(last):
        if verdicts[i] is None and not prose[i] and any(prose[:i]):
            verdicts[i] = within(lines, verdicts, i)
    for i in range(last + 1, len(lines)):
        if verdicts[i] is None:
            verdicts[i] = after(lines, verdicts, i, last)


def appended(line: Line) -> Verdict | None:
    """Judge a last paragraph that may be about the page and not the story."""
    if is_biography(line):
        return Verdict("note", "tells who the author is")
    if EMPHASISED.match(line.text) and LINK.search(line.text) and not reports(line):
        return Verdict("boilerplate", "a line in emphasis with a link, after the article")
    return None


def within(lines: list[Line], verdicts: Verdicts, i: int) -> Verdict | None:
    """Judge a line between paragraphs that is none itself: a heading where text follows, else body."""
    line, before = lines[i], lines[i - 1]
    if section(line) and line.hint is None and line.plain in furniture().bars:
        return Verdict("boilerplate", "a button or menu entry between paragraphs")
    if line.hint in ("h1", "h2", "h3", "h4", "h5", "h6"):
        return Verdict("heading", "marked as heading by the page")
    if line.hint in ("li", "td", "blockquote", "pre") or ends_sentence(line.text) or BULLET.match(line.text):
        return None
    if (
        before.text.endswith((":", ",", ";"))
        or not line.text.lstrip("\"'“‘«„")[:1].isupper()
        or line.length > 14
        or line.text.endswith((",", ";", ":"))
    ):
        return None
    return Verdict("heading", "a short line without a stop between paragraphs")


def after(lines: list[Line], verdicts: Verdicts, i: int, last: int) -> Verdict | None:
    """Judge a line after the last paragraph: a sign-off, an end of a list, else a link to other pages."""
    line, before = lines[i], lines[i - 1]
    if sign_off(line):
        return Verdict("source_line", "an agency's name alone at the end")
    if i == len(lines) - 1 == last + 1 and names_publisher(line):
        return Verdict("source_line", "a publisher's name alone at the end")
    if SOURCE_DEBRIS.match(line.text):
        return Verdict("source_line", "a source left unfilled by the site’s template")
    if i and SOURCE_ALONE.match(before.text):
        return Verdict("source_line", "stands under “Source”")
    if lines[last].text.endswith(":") or BULLET.match(line.text) or line.hint in ("li", "td", "blockquote", "pre"):
        return None
    above = verdicts[i - 1]
    if ends_sentence(line.text) and not (above and above.role == "boilerplate" and furniture_like(line)):
        return None
    if line.length >= 12 and has_finite_verb(line) and lower_share(line) > 0.5:
        return None
    if line.hint in ("h1", "h2", "h3", "h4", "h5", "h6"):
        return Verdict("boilerplate", "a heading with no text under it, after the article")
    return links_after(lines, verdicts, i, last)


def links_after(lines: list[Line], verdicts: Verdicts, i: int, last: int) -> Verdict | None:
    """Judge a line without a stop after the last paragraph: one of several, or one written as a headline is."""
    line = lines[i]
    loose = [j for j in range(last + 1, len(lines)) if not ends_sentence(lines[j].text)]
    if section(line):
        return Verdict("boilerplate", "the name of a section after the article")
    if len(loose) >= 2 and line.text[0].isupper() and not line.text.endswith((",", ";")):
        return Verdict("boilerplate", "one of several loose lines after the article")
    if line.length >= 4 and lower_share(line) < 0.4:
        return Verdict("boilerplate", "a headline of another page after the article")
    return None


def furniture_like(line: Line) -> bool:
    """Tell a stray sentence of a page's foot: short, to the visitor, no verb in the past."""
    return line.length <= 5 and not has_finite_verb(line) and not QUOTED.search(line.text)
