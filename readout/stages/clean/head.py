"""head: what stands above the first paragraph of the text: headline, kicker, deck, byline, date, menus."""

from __future__ import annotations

import re
from collections.abc import Callable

from readout.lexicon.agencies import agencies
from readout.lexicon.boilerplate import furniture, plain
from readout.stages.clean.furniture import glued_trail, section
from readout.stages.clean.imprints import names_site, read_imprint
from readout.stages.clean.line import QUOTED, Line, Verdict, ends_sentence, line_of, reads_as_prose
from readout.stages.clean.masthead import masthead
from readout.stages.clean.notes import JOINERS, judge_signed, worked_from
from readout.text.page_dates import CLOCK, find_day, read_day

Verdicts = list[Verdict | None]
NEAR = 12  # lines: how far below the top a repeated headline is looked for
LONGEST_TITLE = 40  # words
SHARED = 15  # characters: two lines that share as many at a beginning share them as a headline
ISSUERS = frozenset(
    (
        "office", "ministry", "department", "press", "embassy", "secretariat", "service", "government", "spokesperson",
        "spokesman", "spokeswoman", "commission", "council", "bureau", "mission", "delegation", "presidency",
        "chancellery", "parliament", "directorate",
    )
)  # fmt: skip
HEADINGS = ("h1", "title", "h2", "h3")


def find_title(lines: list[Line], verdicts: Verdicts, stop: int, title: str | None) -> int | None:
    """Find the headline among the first lines: the page's title, its first big heading, else the line that stands where
    a headline does."""
    wanted = plain(title or "")
    top = [i for i in range(min(len(lines), max(stop, NEAR))) if lines[i].length <= LONGEST_TITLE]
    named = [i for i in top if wanted and lines[i].plain == wanted]
    marked = [i for i in top if lines[i].hint in HEADINGS[:2] and usable(verdicts[i])]
    found = (named or marked)[0] if named or marked else placed_title(lines, verdicts, stop)
    if found is None or not lines[found].text.endswith(("…", "...")):
        return found
    return next(
        (i for i in range(found + 1, min(found + 4, len(lines))) if same_headline(lines[found], lines[i])), found
    )


def usable(verdict: Verdict | None) -> bool:
    """Tell a line that nothing speaks for yet."""
    return verdict is None


def placed_title(lines: list[Line], verdicts: Verdicts, stop: int) -> int | None:
    """Find the headline by place: the first line of four words or more above the text; below a list of links, the last
    one before byline or text."""
    free = [i for i in range(stop) if verdicts[i] is None and lines[i].hint != "figcaption"]
    if len(free) > 1 and lines[free[0]].hint is None and dated(lines[free[0]]):
        free = free[1:]
    if len(free) > 1 and (masthead(lines[free[0]].text) or names_outlet(lines[free[0]])):
        free = free[1:]
    headlines = [i for i in free if not of_the_page(lines[i])]
    if any(lines[i].length >= 3 and not section(lines[i]) for i in headlines):
        free = headlines
    long = [i for i in free if lines[i].length >= 4 and not section(lines[i])] or [
        i for i in free if not section(lines[i])
    ]
    listed = [i for i in range(stop) if (v := verdicts[i]) and "list of links" in v.because]
    if listed:
        below = [i for i in long if i > listed[-1]]
        signed = [i for i in range(listed[-1], stop) if (v := verdicts[i]) and v.role in ("byline", "page_date")]
        before = [i for i in below if not signed or i < signed[0]]
        return before[-1] if before else None
    trails = [i for i in range(stop) if (v := verdicts[i]) and "trail of sections" in v.because]
    below_trail = [i for i in long if trails and i > trails[-1]]
    if long:
        return (below_trail or long)[0]
    return question_title(lines, verdicts, stop)


def of_the_page(line: Line) -> bool:
    """Tell a line of bare text that names outlet, agency, writer or day, as none that tells the news does."""
    if line.hint is not None:
        return False
    parts = SIGNED_PARTS.split(line.text.strip("*_() "))
    letters = len(parts) > 1 and all(LETTERS_ALONE.fullmatch(part) for part in parts)
    return letters or names_outlet(line) or dated(line) or any(agencies().is_agency(part) for part in parts)


LETTERS_ALONE = re.compile(r"[A-ZÀ-Þ]{3,8}")
SIGNED_PARTS = re.compile(r"\s*[,|•·/]\s*|\s+[–—-]\s+")


def question_title(lines: list[Line], verdicts: Verdicts, stop: int) -> int | None:
    """Take a first line that ends as a sentence for a headline where a byline or date follows, or it is a question."""
    if len(lines) < 2 or verdicts[0] is not None or lines[0].length > 20 or (stop > 0 and lines[0].length < 3):
        return None
    following = verdicts[1]
    signed = following is not None and following.role in ("byline", "page_date")
    asks = lines[0].text.endswith("?") and lines[1].length > 8
    return 0 if signed or asks else None


def judge_head(lines: list[Line], verdicts: Verdicts, top: int, stop: int) -> None:
    """Give the lines around the headline their roles, down to the first paragraph at `stop`."""
    for i in range(top):
        verdicts[i] = verdicts[i] or above(lines, i, top)
    for i in range(top + 1, stop):
        if verdicts[i] is None or verdicts[i].role == "heading":  # type: ignore[union-attr]  # not null here
            verdicts[i] = below(lines, verdicts, i, top)
    for i in range(top + 1, min(len(lines), max(stop, NEAR))):
        if same_headline(lines[i], lines[top]) and lines[i].length > 1:
            verdicts[i] = Verdict("title", "the headline again")
    decks(lines, verdicts, top, stop)


def above(lines: list[Line], i: int, top: int) -> Verdict | None:
    """Judge a line above the headline."""
    line = lines[i]
    if same_headline(line, lines[top]):
        return Verdict("title", "the headline again")
    if masthead(line.text):
        return Verdict("boilerplate", "the outlet's name and slogan above the headline")
    if names_outlet(line) and find_day(line.text):
        return Verdict("byline", "outlet and day, above the headline")
    if line.hint is None and top - i == 1 and dated(line) and read_day(line.text.strip("*_ .")) is None:
        return Verdict("byline", "a short line with the day and more, right above the headline")
    if line.length <= 6 and not ends_sentence(line.text):
        if top - i <= 2:
            return Verdict("kicker", "a short line right above the headline")
        return Verdict("boilerplate", "a short line of the page's head, above the headline")
    if line.hint == "li" or (not ends_sentence(line.text) and top - i > 1 and line.length <= 25):
        return Verdict("boilerplate", "a line of the page's head, above the headline")
    if not ends_sentence(line.text) and line.length <= 25:
        return Verdict("title", "a second headline right above the first")
    return None


def below(lines: list[Line], verdicts: Verdicts, i: int, top: int) -> Verdict | None:
    """Judge a line between headline and text."""
    line, before = lines[i], verdicts[i - 1]
    if section(line):
        return Verdict("kicker", "the name of a section under the headline")
    if judge_signed(line) and signs(lines, verdicts, i):
        return Verdict("byline", "a name alone under the headline")
    if issued(line) and not (line.hint is None and names_site(line.text)) and not by_outlet(line):
        return Verdict("dateline", "an office or a place with a day under the headline")
    if imprint(line) or names_outlet(line):
        return Verdict("byline", "outlet, place or writer with the day, under the headline")
    if line.hint not in ("li", "td") and holds_day(line):
        return Verdict("byline", "outlet and day among the parts of a block under the headline")
    if line.hint not in ("li", "td") and dated(line):
        return Verdict("byline", "a short line with the day, under the headline")
    if before is not None and before.role in ("title", "deck", "kicker", "byline") and told(line):
        return Verdict("byline", "says who published the page and when, under the headline")
    if line.hint in ("li", "td") or before is None:
        return None
    if line.length >= 4 and before.role in ("title", "deck", "kicker", "byline", "page_date"):
        return Verdict("deck", "stands between the headline and the text")
    if line.length <= 4 and not ends_sentence(line.text):
        return Verdict("kicker", "a short label between headline and text")
    return None


def issued(line: Line) -> bool:
    """Tell who issued a text, where and when, as statements have it under their headline: `Press office of X, Y, day`;
    a short place alone serves, other words do not."""
    text = line.text.strip("*_() ")
    day = find_day(text) if line.length <= 20 else None
    head = text[: day.start].rstrip() if day and day.end == len(text) else ""
    if not head.endswith((",", "|", "–", "—", "·")) or not all(w[0].isupper() or w in JOINERS for w in named(head)):
        return False
    return len(named(head)) <= 3 or any(w.casefold() in ISSUERS for w in head.replace(",", " ").split())


LEADS_TO_DAY = frozenset(("dated", "filed", "posted", "issued", "sent", "printed", "aired", "broadcast"))
BY_ITSELF = re.compile(
    r"(?:^online since|\b(?:issue|edition|number) of|^(?:reported |written |story )?by [\w.’' -]{3,40} on)$", re.I
)
BOUND = ",|·•–—-/:;(."
LONGEST_DATED = 14  # words


def dated(line: Line) -> bool:
    """Tell a short line in which the day with its year stands apart: `Press release, 4 March 2025`, `Filed: 4 March 2025`."""
    text = line.text.strip("*_() ")
    day = find_day(text) if line.length <= LONGEST_DATED else None
    if day is None or text.casefold().startswith(("translat", "updated", "today")):
        return False
    before = re.sub(r",\s+(?:the|on)\s*$", ",", text[: day.start]).rstrip("*_ ")
    after = CLOCK.sub("", text[day.end :], count=1).strip("*_ ")
    apart = not before or before[-1] in BOUND or before.split()[-1].casefold() in LEADS_TO_DAY
    apart = apart or BY_ITSELF.search(before) is not None
    rest = after.strip(" .")
    return apart and (not rest or after[0] in BOUND) and not ends_sentence(rest) and not reads_as_prose(line)


def holds_day(line: Line) -> bool:
    """Tell a block whose first or last line is a day alone, or a line with an outlet first and a day last between dashes."""
    text = line.text.strip("*_() ")
    if line.length > LONGEST_BLOCK or ends_sentence(text):
        return False
    lines = [part.strip("*_ ") for part in text.split("\n")]
    if len(lines) > 1 and any(read_day(part) for part in (lines[0], lines[-1])):
        return all(len(part.split()) <= LONGEST_DATED for part in lines)
    parts = [part.strip("*_ ") for part in re.split(r"\s+[—–|·•]\s+", text)]
    return len(parts) > 2 and agencies().is_publisher(parts[0]) and read_day(parts[-1]) is not None


def told(line: Line) -> bool:
    """Tell a line of bare text right under the headline that says, in sentences of their own, who published the page and when,
    and how it came about: `Sarn Post, 4 May 2021. Machine translation.`; in emphasis what follows the day may be anything."""
    text = line.text.strip("*_() ")
    if line.hint is not None or line.length > LONGEST_TOLD or QUOTED.search(text):
        return False
    day, either = find_day(text), OPEN_DAY.search(text)
    if day is None and (either is None or not ABOUT.search(text)):
        return False
    start, end = (day.start, day.end) if day else either.span() if either else (0, 0)
    before = [part.strip() for part in PARTS.split(text[:start]) if any(map(str.isalnum, part))]
    before = before if day else [part for part in before if not ABOUT.search(part)]
    rest = CLOCK.sub("", text[end:], count=1).strip("*_ ") or "."
    named_alone = len(before) <= 3 and all(
        is_named(KIND.sub("", part)) or (i > 0 and WHAT_IT_IS.match(part)) for i, part in enumerate(before)
    )
    apart = rest[0] in BOUND or rest[0] == "\n" or ABOUT.match(rest) or ISSUE.match(rest)
    if not named_alone or (day and rest == ".") or not apart:
        return False
    parts = [part.strip(" *_()–—-") for part in SENTENCES.split(rest) if any(map(str.isalnum, part))]
    emphasised = len(line.text) != line.end - line.start or line.text.startswith("**")
    loose = bool(before) and emphasised and not SAID.search(rest)
    return loose or all(is_note(part) for part in parts)


def is_note(part: str) -> bool:
    """Tell words on how a page came about: who wrote, translated or lent it, or a few names."""
    if ABOUT.search(part) or ISSUE.match(part):
        return True
    return is_named(part) or worked_from(line_of(0, len(part), part, None)) is not None


LONGEST_TOLD = 30  # words
OPEN_DAY = re.compile(r"\b\d{1,2}[/-]\d{1,2}[/-]\d{4}\b")  # day and month either way
ISSUE = re.compile(r"(?i)(?:\w+\s+)?(?:bulletin|edition|issue|broadcast)\W*$")
KIND = re.compile(r"\s+(?:news\s+|press\s+)?(?:agency|service|bureau|newspaper)$")
SAID = re.compile(r"\b(?:said|told|announced|declared)\b")
SENTENCES = re.compile(r"\.\s+|[;|·•\n]|\s+[–—-]\s+")
WHAT_IT_IS = re.compile(r"(?:an?|the|our)\s\S+|(?:posted|published|issued|printed|aired)$")  # what an outlet says it is
ABOUT = re.compile(
    r"(?i)\btranslat(?:ed|ion)\b|^(?:the\s+)?original\b|^(?:posted|written|reported|by|with|from|edited|adapted|re-?written|source)\b|"
    r"\b(?:reports|reporting)\s+from\b"
)
LONGEST_BLOCK = 25  # words
PARTS = re.compile(r"\s*(?:[|·•/,;–—]|\.\s|\s-\s|(?<=\|)\s*-\s|\.$)\s*")
OPENERS = frozenset(
    ("by", "from", "in", "and", "our", "own", "desk", "staff", "for", "the", "a", "correspondent", "reporter")
)
MOST_PARTS, LONGEST_PART = 5, 6


def imprint(line: Line) -> bool:
    """Tell a line of outlet, place, writer and day under a headline: `Mail | Sunday, October 13, 2024 | By A Name`; every part
    beside the day is a few capitalised words, none is a section of a site."""
    day = find_day(line.text) if line.length <= 22 else None
    if day is None:
        return False
    rest = CLOCK.sub("", line.text[day.end :], count=1)
    parts = [part for part in PARTS.split(f"{line.text[: day.start]}|{rest}") if any(map(str.isalnum, part))]
    known = furniture().sections | furniture().entries
    return 0 < len(parts) <= MOST_PARTS and all(is_named(part) and plain(part) not in known for part in parts)


def is_named(part: str) -> bool:
    """Tell a few words that all are capitalised but for those that join or open a byline."""
    words = part.strip("()").split()
    capital = [w for w in words if w[0].isupper()]
    rest = [w for w in words if not w[0].isupper() and w.casefold() not in OPENERS and w not in JOINERS]
    return bool(capital) and not rest and len(words) <= LONGEST_PART


def by_outlet(line: Line) -> bool:
    """Tell a line that names an outlet and the day, and no office."""
    offices = any(w.casefold().strip(",|–—·()") in ISSUERS for w in line.words)
    return not offices and names_outlet(line)


def names_outlet(line: Line) -> bool:
    """Tell a line of bare text that names the outlet, maybe with day, place, writer and agency, and nothing else."""
    found = read_imprint(line.text) if line.hint is None else None
    return found is not None and found.outlet is not None


def named(head: str) -> list[str]:
    """List the words of a head but for those that name offices."""
    words = (word.strip(",|–—·()") for word in head.split())
    return [word for word in words if word and word.casefold() not in ISSUERS]


def signs(lines: list[Line], verdicts: Verdicts, i: int) -> bool:
    """Tell a name that stands as bylines do: with a role, beside a date or byline, or alone above the text."""
    beside = [v for j in (i - 1, i + 1) if j < len(lines) and (v := verdicts[j])]
    if lines[i].length > 4 or any(v.role in ("byline", "page_date") for v in beside):
        return True
    if agencies().is_agency(lines[i].text):
        return True
    return (
        not lines[i].text.isupper() and i + 1 < len(lines) and verdicts[i + 1] is None and reads_as_prose(lines[i + 1])
    )


def decks(lines: list[Line], verdicts: Verdicts, top: int, stop: int) -> None:
    """Mark whole sentences between the headline and a byline or date as deck."""
    signed = [
        i for i in range(top + 1, min(top + 6, len(lines))) if (v := verdicts[i]) and v.role in ("byline", "page_date")
    ]
    if not signed or signed[-1] + 1 >= len(lines):
        return
    for i in range(top + 1, signed[0]):
        if verdicts[i] is None and lines[i].length <= 60 and signed[0] - top <= 3:
            verdicts[i] = Verdict("deck", "stands between the headline and the byline or date")


def split_glued(lines: list[Line], title: str | None, make: Callable[[Line, int], tuple[Line, Line]]) -> list[Line]:
    """Cut a trail of sections off the headline it is glued to, where arrows, the title or the next line show it."""
    if not lines:
        return lines
    out: list[Line] = []
    for i, line in enumerate(lines):
        seam = glue(lines, i, plain(title or "")) if i < NEAR and line.length <= LONGEST_TITLE else 0
        out += make(line, seam) if seam else [line]
    return out


def glue(lines: list[Line], i: int, title: str) -> int:
    """Find where the headline begins in a line that opens with a trail; 0 where it does not."""
    line = lines[i]
    if seam := glued_trail(line):
        return seam
    following = [lines[j].plain for j in range(i + 1, min(i + 4, len(lines)))]
    if seam := before_headline(line, lines[i + 1 : i + 4]):
        return seam
    for whole in (title, *following):
        if len(whole.split()) >= 4 and line.plain.endswith(" " + whole):
            head = len(line.words) - len(whole.split())
            found = re.match(rf"(?:\S+\s+){{{head}}}", line.text) if 0 < head <= 8 else None
            if found and plain(line.text[found.end() :]) == whole and crumbs(line.words[:head]):
                return found.end()
    return 0


def before_headline(line: Line, following: list[Line]) -> int:
    """Find where a line goes on as the headline below it does, to its own end or to where it was cut; 0 where never."""
    text = line.text.rstrip(".… ")
    for other in following:
        seam = text.find(other.text[:SHARED]) if len(other.text) >= SHARED and other.length <= LONGEST_TITLE else -1
        above = text[: max(0, seam)]
        glued = (
            bool(above)
            and (not above[-1].isspace() or crumbs(tuple(above.split())))
            and not above.rstrip().endswith(":")
        )
        if glued and other.text.startswith(text[seam:]) and len(above.split()) <= 8:
            return seam
    return 0


def same_headline(one: Line, other: Line) -> bool:
    """Tell two lines that are one headline, maybe cut in one of them."""
    if one.plain == other.plain:
        return True
    return any(
        a.text.endswith(("…", "...")) and len(a.text) > SHARED and b.text.startswith(a.text.rstrip(".… "))
        for a, b in ((one, other), (other, one))
    )


def crumbs(words: tuple[str, ...]) -> bool:
    """Tell words glued before a headline from its own: capitalised, or signs."""
    return all(w[0].isupper() or not w[0].isalnum() for w in words)
