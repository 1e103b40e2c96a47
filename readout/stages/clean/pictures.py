"""pictures: captions and picture credits."""

from __future__ import annotations

import re

from readout.lexicon.agencies import agencies
from readout.lexicon.boilerplate import furniture
from readout.stages.clean.line import QUOTED, Line, Verdict, ends_sentence, has_finite_verb, reports

WORD = (
    r"(?i:file\s+)?(?i:photo(?:graph)?s?|pictures?|images?|pics?|fotos?|bild(?:er)?|crédits?(?:\s+photo)?|"
    r"illustration|graphics?|video)"
)
CREDIT = re.compile(
    rf"^[(\[]?\s*(?:{WORD}\s*(?:credits?|courtesy|source)?\s*(?::|by\b|courtesy|/|\||©|–|—|-\s)|"
    rf"{WORD}\s+(?:credits?|courtesy)\b|(?:credits?|courtesy(?:\s+of)?|pool\s+photo|handout)\s*(?::|/|by\b|of\b)|"
    rf"©\s*(?!(?:19|20)\d\d\b)(?=\S))",
    re.I,
)
WIRE_PHOTO = re.compile(r"^[(\[]?\s*[\w .]{2,30}?\s(?:PHOTO|Photo|photo|PICTURES?|IMAGES?)\s*(?:/|by\b|$|[)\]])")
VIA = re.compile(r"\bvia\s+(?:REUTERS|Reuters|AP|AFP|Getty|EPA|Xinhua|TASS)\b")
TAIL = re.compile(
    rf"(?:[(\[]\s*(?:[^()\[\]]{{0,40}}\b)?{WORD}\b[^()\[\]]{{0,60}}[)\]]|"
    rf"\b(?:{WORD}|[Cc]redits?)\s*(?::|by\b|/|courtesy|…|\.{{2,3}})\s*[^.!?]{{2,70}}|[.!?…]\W*[A-ZÀ-Þ][^.!?…]{{2,"
    rf"60}}\b{WORD}|"
    r"[(\[]?(?P<slashed>[A-ZÀ-Þ][\w.'’-]*(?:[ -][A-ZÀ-Þ][\w.'’-]*){0,3}(?:\s?/\s?[A-ZÀ-Þ][\w.'’-]*(?:[ "
    r"-][A-ZÀ-Þ][\w.'’-]*){0,3})+)[)\]]?|"
    r"©\s*[^.!?]{2,50}|\bvia\s+(?:REUTERS|Reuters|AP|AFP|Getty|EPA|Xinhua|TASS)\b[^.!?]{0,30})\s*[.)\]]*$"
)
SHOUTED = re.compile(r"\bPHOTO\s+[A-Z](?:[^.!?]|(?<=\b[A-Z])\.){2,60}\s*[.)\]]*$")
IN_TAILS = (
    "photo", "picture", "image", "pic", "foto", "bild", "crédit", "illustration", "graphic", "video", "credit", "/",
    "©", "via",
)  # fmt: skip
POSITION = re.compile(
    r"\(\s*(?:[LRC]|left|right|cent(?:re|er)|top|bottom|back|front|(?:from\s+|far\s+)?(?:left|right|L|R)|"
    r"(?:2nd|3rd|second|third)\s+(?:from\s+)?(?:left|right|L|R))\s*\)"
)
PICTURED = re.compile(
    r"\b(?:pictured|file\s+(?:photo|picture|image|footage)|in\s+this\s+(?:file|handout|undated|screengrab|photo|"
    r"image|picture)|"
    r"(?:is|are)\s+(?:seen|pictured|shown)|(?:archive|stock)\s+(?:photo|image|picture)|combination\s+(?:photo|"
    r"picture)|im\s+bild)\b",
    re.I,
)
PICTURED_STEMS = (
    "pictured", "photo", "picture", "image", "footage", "screengrab", "seen", "shown", "handout", "undated", "im bild",
    "in this file",
)  # fmt: skip
LONGEST_CAPTION = 70  # words; captions of agencies run to about fifty
LONGEST_CREDIT = 14


def judge_picture(line: Line) -> Verdict | None:
    """Mark credits and captions that say so themselves."""
    if line.length <= LONGEST_CREDIT and is_credit(line.text):
        return Verdict("credit", "names who made a picture")
    if line.length > LONGEST_CAPTION:
        return None
    if POSITION.search(line.text) and not quoted_report(line):
        return Verdict("caption", "tells who stands where in a picture")
    if credit_tail(line.text) and not quoted_report(line):
        return Verdict("caption", "ends with a picture credit")
    if line.length <= 45 and line.holds(PICTURED_STEMS) and PICTURED.search(line.text) and not reports(line):
        return Verdict("caption", "speaks of a picture")
    return None


def is_credit(text: str) -> bool:
    """Tell a picture credit that stands alone."""
    if CREDIT.search(text) or WIRE_PHOTO.search(text) or (VIA.search(text) and not re.search(r"[a-z][.!?]\s", text)):
        return not re.search(r"\bAll rights\b", text)
    if SHOUTED.match(text):
        return True
    parts = [p.strip(" ()[]©.") for p in re.split(r"[/|,]|\s[–—-]\s", text) if p.strip(" ()[]©.")]
    if len(parts) == 1 and parts[0].casefold() in agencies().pictures:
        return True
    slashed = "/" in text and len(parts) >= 2 and all(len(p.split()) <= 4 and p[0].isupper() for p in parts)
    return slashed and any(known(p) for p in parts)


def known(name: str) -> bool:
    """Tell an agency of text or pictures."""
    return agencies().is_agency(name) or name.casefold() in agencies().pictures or name.title() in agencies().signed


def credit_tail(text: str) -> bool:
    """Tell a text that ends with a picture credit; names joined by a stroke count where one is an agency."""
    shouted = SHOUTED.search(text, max(0, len(text) - 80))
    if shouted:
        return shouted.start() > 0
    tail = text[-120:].casefold()
    if not (any(stem in tail for stem in IN_TAILS) and (found := TAIL.search(text, max(0, len(text) - 200)))):
        return False
    if found.start() == 0:
        return False
    slashed = found["slashed"]
    parts = [part.strip(" ()[].") for part in slashed.split("/")] if slashed else []
    return slashed is None or any(known(part) or agencies().is_publisher(part) for part in parts)


def quoted_report(line: Line) -> bool:
    """Tell a sentence of speech."""
    return bool(re.search(r"[“\"«„].{12,}[”\"»“]", line.text)) and reports(line)


def present_picture(line: Line) -> bool:
    """Tell a short sentence in the present of pictures: its first verb is one that pictures show, nothing is past."""
    words = [w.strip(",.;:()[]\"'“”‘’") for w in line.words]
    shown = next((i for i, w in enumerate(words) if w in furniture().picture_verbs), None)
    if shown is None or shown == 0 or not line.length <= 45:
        return False
    before = words[:shown]
    return not any(w in PAST for w in words) and sum(1 for w in before if w and w[0].isupper()) >= 1


PAST = frozenset(
    (
        "said", "was", "were", "had", "told", "did", "met", "went", "came", "has", "have", "will", "would", "but",
        "because", "could", "may", "might", "agreed", "added", "warned", "is", "are",
    )
)  # fmt: skip


def pictures(lines: list[Line], verdicts: list[Verdict | None]) -> None:
    """Mark picture lines that only their neighbours give away: beside a credit, or printed twice in a row."""
    for i, line in enumerate(lines):
        if verdicts[i] is not None and verdicts[i].role != "deck":  # type: ignore[union-attr]  # not null here
            continue
        twin = next((j for j in (i - 1, i + 1, i - 2, i + 2) if 0 <= j < len(lines) and twins(line, lines[j])), None)
        if twin is not None:
            verdicts[i] = Verdict("caption", "a picture line printed twice, once with its maker")
            continue
        beside = [
            v for j in (i - 1, i + 1) if 0 <= j < len(lines) and (v := verdicts[j]) and v.role in ("credit", "caption")
        ]
        twice = any(0 <= j < len(lines) and lines[j].plain == line.plain for j in (i - 1, i + 1, i + 2, i - 2))
        if (beside or twice) and present_picture(line) and not QUOTED.search(line.text):
            reason = "a picture line beside a caption or credit" if beside else "a picture line printed twice"
            verdicts[i] = Verdict("caption", reason)
        elif below_is_credit(verdicts, i) and line.length <= 25 and not has_finite_verb(line):
            verdicts[i] = Verdict("caption", "a line without a finite verb right above a picture's credit")


def below_is_credit(verdicts: list[Verdict | None], i: int) -> bool:
    """Tell whether the next line names who made a picture."""
    below = verdicts[i + 1] if i + 1 < len(verdicts) else None
    return below is not None and below.role == "credit"


def twins(one: Line, other: Line) -> bool:
    """Tell two lines of which one is the other with a maker's name after it, in brackets or after a stroke."""
    short, long_ = sorted((one.text, other.text), key=len)
    rest = long_[len(short) :].strip()
    if not long_.startswith(short) or len(short) < 20 or not 1 <= len(rest.split()) <= 8:
        return False
    return rest[0] in "(|[–—/©-" and not ends_sentence(rest.rstrip(")]"))
