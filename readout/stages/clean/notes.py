"""notes: lines about the article itself: contributors, corrections, where it comes from, who wrote it."""

from __future__ import annotations

import re

from readout.lexicon.agencies import agencies
from readout.lexicon.boilerplate import furniture, plain
from readout.stages.clean.line import Line, Verdict, has_finite_verb, line_of, name_like, reports
from readout.text.page_dates import find_day, read_day

CONTRIBUTED = re.compile(
    r"\b(?:also\s+)?contributed\s+(?:reporting|research|to\s+(?:this|the)\s+(?:report|story|article|piece|"
    r"analysis|coverage))|"
    r"^\W*(?:additional\s+|further\s+|with\s+)?(?:reporting|writing|editing|research|"
    r"translation)\s+(?:and\s+\w+\s+)?by\b|"
    r"\b(?:reporting|writing)\s+by\b.*\bediting\s+by\b|^\W*(?:editing|translated|translation|edited|compiled|"
    r"written)\s+(?:from\s+.{2,30}\s+)?by\s+[A-Z]|"
    r"^\W*translated\s+from\s+(?:the\s+)?[A-Z]|^\W*\w[\w\s.,'’-]{2,60}\s+reported\s+from\s+[A-Z][^.]{0,80}\.?\W*$",
    re.I,
)
CORRECTION = re.compile(
    r"^\W*(?:(?:corrections?|clarification|corrected|amended|editor(?:['’]?s|s['’])?\s+note|note\s+(?:to|"
    r"from)\s+(?:our\s+)?(?:readers|the editors?)|"
    r"note|berichtigung|korrektur|anmerkung\s+der\s+redaktion|hinweis\s+der\s+redaktion|rectificatif|"
    r"note\s+de\s+la\s+rédaction|fe\s+de\s+erratas|"
    r"nota\s+del?\s+(?:editor|redacción))\b[^.:]{0,40}:|(?:correction|clarification|amended|corrected)\b[^.:]{0,"
    r"40}\s[–—-]\s|"
    r"an?\s+(?:earlier|previous|original)\s+version\s+of\s+this\b|"
    r"this\s+(?:article|story|report|piece|post|page|headline|copy|version)\s+(?:was|has\s+been|is|"
    r"will\s+be)\s+(?:last\s+|also\s+|since\s+|not\s+been\s+)?"
    r"(?:updated|corrected|amended|edited|modified|revised|changed|clarified|translated|generated|produced|"
    r"written|rewritten|developing)\b|"
    r"(?:this\s+is\s+)?a\s+developing\s+story\b)",
    re.I,
)
SOURCE = re.compile(
    r"^[\W_]*(?:(?:original|article|news|text|story)\s+)?(?:sources?|quellen?|fuentes?|fontes?|source\(s\))\s*(?:[:：=]|\s[–—-]\s)\s*(?P<who>.+)$",
    re.I | re.S,
)
SOURCE_ALONE = re.compile(r"^\W*(?:sources?|quellen?|fuentes?)\s*:?\W*$", re.I)
SOURCE_DEBRIS = re.compile(r"^\W*sources?\s+(?:[a-z]+[ _-]?\d+|\W+)\W*$", re.I)
PIECE = (
    r"(?:article|story|report|piece|post|text|item|column|essay|analysis|interview|dispatch|commentary|op-?ed|"
    r"content|version|material)"
)
FIRST = re.compile(
    rf"^\W*(?:(?:this|the|a\s+version\s+of\s+this|an?\s+(?:longer|shorter|"
    rf"earlier)\s+version\s+of\s+this)\s+(?:\w+\s+)?{PIECE}\s+"
    r"(?:(?:was|is|has\s+been|had\s+been)\s+)?)?(?:(?:first|originally|initially|previously)\s+)?"
    r"(?:published|appeared|posted|printed|written|produced|re-?published|re-?printed|reproduced|syndicated|"
    r"provided|distributed|adapted|taken|sourced|re-?posted)"
    r"(?:\s+(?:here\s+)?with\s+(?:the\s+)?(?:kind\s+)?permission)?\s+(?:in|by|on|at|from|with|of|through|via|"
    r"under\s+license\s+from)\s+(?P<who>.+)$",
    re.I | re.S,
)
REPRODUCED = re.compile(
    r"^\W*as\s+(?:first\s+)?(?:reported|published|told|written)\s+(?:by|in)\s+(?P<who>[^,;]{2,60}),?\s+and\s+"
    r"(?:is\s+)?(?:re-?produced|re-?published|re-?printed|adapted|shortened|translated)\b",
    re.I,
)
ORIGINAL = re.compile(
    r"^\W*(?:translated\s+from\s+(?:the\s+)?\w+[.;,]\s+|read\s+(?:the|this)\s+)?(?:the\s+)?original"
    r"(?:\s+(?:text|article|story|report|version))?\s*(?::|\bat\b|\bin\b|\bon\b|\bby\b|\bfrom\b)\s+(?:the\s+)?(?P<who>[A-ZÀ-Þ].{2,70}?)\W*$",
    re.I,
)
TAKEN_FROM = re.compile(r"^\W*from\s+(?:the\s+)?(?P<who>[A-ZÀ-Þ][^,]{2,48}?),?\s+(?:of|dated|on)\s+(?=.{0,20}\d)[^.]{4,40}$", re.I)
BRACKETED = re.compile(r"^[(\[](?P<who>[A-ZÀ-Þ][\w .&'’-]{2,48})[)\]]\.?$")
APPEARED = re.compile(r"^\W*The\s+post\s+.{2,250}\s(?:appeared\s+first|first\s+appeared)\s+on\s+(?P<who>.+)$", re.S)
INPUTS = re.compile(
    r"^\W*(?:.{0,40}\bcompiled\s+(?:by\s+(?:our|the)\s+[\w\s]{2,30}?\s+)?from\s+(?:reports\s+(?:by|from)\s+)?(?=[A-Z])|with\s+(?:additional\s+|"
    r"agency\s+)?(?:inputs?|reporting|reports?|files?|information|material|wire\s+reports?|agency\s+reports?)\s+"
    r"(?:from|by|of)\s+|inputs?\s+(?:from|by)\s+)(?P<who>.+)$",
    re.I,
)
NAME = (
    r"(?:the\s+)?(?P<who>(?-i:[A-ZÀ-Þ][\w&.'’-]*\w(?:\s+(?:(?:of|de|do|da|del|di|du)\s+)?[A-ZÀ-Þ][\w&.'’-]*\w){0,4})"
    r"(?:\s+(?:news|press)?\s*agency)?)"
)
REST = (
    r"(?:['’]s)?(?:\s+(?:report|dispatch|story|article|piece|wire|news\s+report)s?)?"
    r"(?=\W*$|[.;:]|\s*\(|,\s+(?-i:[A-ZÀ-Þ\d])|\s+(?:of|on|dated|by|and|via|in|was|were)\b.{0,40}$)"
)
KIND = r"(?:reports?|reporting|dispatch(?:es)?|stor(?:y|ies)|articles?|material|information|texts?|piece|news\s+report)"
BY_KIND = re.compile(
    rf"(?i)^\W*(?:(?:this|the)\s+\w+\s+(?:is|was)\s+)?(?:based\s+(?:in\s+part\s+|largely\s+)?(?:up)?on|adapted\s+from|taken\s+from)\s+"
    rf"(?:an?|the)\s+(?P<who>(?-i:[A-ZÀ-Þ][\w’'-]*(?:\s+[A-ZÀ-Þ][\w’'-]*){{0,3}}))\s+{KIND}\W*$"
)
WORKED_FROM = tuple(
    re.compile(rf"^\W*{words}{NAME}{REST}", re.I)
    for words in (
        rf"(?:(?:this|the)\s+(?:\w+\s+)?(?:is|was|has\s+been)\s+)?(?:an?\s+|the\s+)?(?:\w+\s+)?(?:version|adaptation|translation|summary|rewrite)"
        rf"\s+of\s+(?!this\b)(?:an?\s+|the\s+)?(?:\w+\s+)?{KIND}\s+(?:(?:that|which)\s+)?(?:first\s+|originally\s+)?(?:published\s+|printed\s+|appeared\s+)?"
        r"(?:by|from|in|of)\s+",
        rf"from\s+(?:an?|the)\s+(?:\w+\s+)?{KIND}\s+(?:by|of)\s+",
        rf"(?:(?:this|the)\s+\w+\s+(?:is|was)\s+)?based\s+(?:in\s+part\s+|largely\s+)?(?:up)?on\s+(?:an?\s+|the\s+)?(?:\w+\s+)?{KIND}"
        r"\s+(?:by|from|in|of)\s+",
        r"(?:(?:this|the)\s+\w+\s+(?:is|was)\s+)?(?:text\s+)?(?:adapted|rewritten|re-?worked|edited|abridged|condensed|excerpted|"
        r"translated|shortened|taken)(?:\s+by\s+[^,;.]{3,40}?)?,?\s+from\s*:?\s+(?:an?\s+)?(?:(?:report|article|dispatch|text|story)\s+(?:of|by|in|from)\s+)?",
        r"(?:(?:by\s+)?courtesy(?:\s+of|\s*:)|by\s+arrangement\s+with|(?:used|reproduced|reprinted|published)\s+(?:with|by)\s+(?:the\s+)?"
        r"(?:kind\s+)?permission\s+of|(?:provided|distributed|supplied)\s+by|(?:story|report|article)(?:\s*:|\s+by)|(?:(?:news\s+|wire\s+)?agency|wire|text|words|(?:story|text)\s+credit)\s*:|inputs?\s*:|via\b)\s+",
        rf"(?:additional\s+|some\s+)?(?:material|information|details|{KIND})\s+(?:from|by|of)\s+(?=.{{3,60}}\b(?:was|were|is|are)\s+(?:also\s+)?used\b)",
        rf"(?:this|the)\s+(?:\w+\s+)?{PIECE}\s+(?:contains|includes|uses|draws\s+on|incorporates)\s+(?:additional\s+|some\s+)?{KIND}\s+(?:from|by|of)\s+",
        r"(?:with\s+)?(?:additional\s+|further\s+|some\s+|original\s+)?reporting(?:\s+(?:by|from)\s+|\s*:\s*)(?:[A-ZÀ-Þ][\w’'-]+(?:\s+[A-ZÀ-Þ][\w’'-]+){1,2}(?:,|\s+(?:of|for))\s+)?",
        r"(?:\w+\s+report|(?:by\s+.{3,40}?\s+)?with\s+agency\s+(?:material|inputs?|reports?))\s*[(:]\s*",
    )
)
CUT = r"(?:shortened|abridged|condensed|edited|cut|excerpted|adapted|updated)"
ABRIDGED = (
    re.compile(
        rf"^\W*(?:this|the)\s+(?:\w+\s+)?{PIECE}\s+(?:by|from|of)\s+(?:the\s+)?(?:[\w’'-]+\s+){{0,4}}?{NAME}\s+(?:has\s+been|was|is)\s+"
        rf"(?:\w+\s+)?{CUT}\b",
        re.I,
    ),
    re.compile(rf"^\W*{NAME}\s*[;,]\s*{CUT}\s+(?:by|for)\b.{{2,40}}$", re.I),
    re.compile(rf"^\W*{NAME}(?:\s*,\s*|\s+[–—-]\s+|\s*\(\s*|\s+)(?:in\s+part\s+)?{CUT}(?:\s+(?:version|report|text))?\W*$", re.I),
)
IN_PAPER = re.compile(
    r"^\W*(?:(?:this|the)\s+\w+\s+(?:is|was|has\s+been)\s+)?(?:(?:adapted|rewritten|re-?worked|edited|abridged|condensed|excerpted|"
    r"translated|compiled|shortened|taken)\b[^.;]{0,50}?[\s,]\s*)?from\s+(?:an?|the)\s+(?:\w+\s+)?"
    rf"{PIECE}\s+(?:published\s+|printed\s+)?in\s+{NAME}(?=\W*$|,?\s+(?:of|on|dated)\s+.{{4,40}}$|,\s+\d.{{3,30}}$)",
    re.I,
)
HELPED = re.compile(
    rf"^\W*(?:[A-ZÀ-Þ][\w’'-]+(?:\s+[A-ZÀ-Þ][\w’'-]+){{1,2}}\s+and\s+)?{NAME}(?:(?:,|\s+and)\s+[^,.]{{2,40}}){{0,2}}\s+(?:also\s+)?contributed"
    r"(?:\s+(?:reporting|material))?(?:\s+to\s+this\s+\w+)?\W*$"
)
HANDED_ON = re.compile(r"^\W*(?:provided|distributed|supplied|rewritten|adapted|re-?worked|material|information)\b", re.I)
TAG = re.compile(r"[A-ZÀ-Þ]{3,8}$")
SIGN_OFF = re.compile(r"^[\s(\[–—-]*(?P<who>[\w][\w .&'’-]{0,48}?)(?:\s?/\s?[a-z]{2,4})?[\s)\].]*$")
WITH = re.compile(r"^(?:with|text\s*:|text\s+by|distributed\s+by)\s+", re.I)
LETTERS = re.compile(  # in brackets, or before the initials of its desk: (NPQ), (NPQ, Norda), NPQ/jl/mt
    r"^(?:[(\[](?:with\s+)?(?P<who>[A-ZÀ-Þ]{3,8}(?:\s*(?:,|/|&|and)\s*[A-ZÀ-Þ][\w-]{2,14}){0,3})[)\]]\.?"
    r"|[–—-]{0,2}\s*(?P<signed>[A-ZÀ-Þ]{3,8})(?:/[a-z]{2,3}){1,3})$"
)
NO_AGENCY = frozenset((
    "END", "ENDS", "MORE", "EOM", "CONT", "CONTD", "FIN", "STOP", "TBC", "NOTE", "ADVT", "ADVERT", "VIDEO", "PHOTO",
    "PHOTOS", "FILE", "UPDATED",
))  # fmt: skip
INITIALS = re.compile(
    r"^(?P<who>[A-Z]{2,5}|dpa|epd)(?:\s+[A-Za-z]{2,4}){1,5}\s*$|^(?P<who2>dpa|AFP|APA|sda)\s?/\s?\w{2,5}$"
)
CONTRIBUTED_STEMS = ("contributed", "by", "translated", "reported")
BIO = re.compile(
    r"^[A-ZÀ-Þ][\w.'’-]+(?:\s+[A-ZÀ-Þ][\w.'’-]+){0,3}\s+(?:is|was|covers|reports\s+on|writes\s+(?:on|"
    r"about))\s+.{0,90}\b(?:reporter|correspondent|journalist|"
    r"columnist|staff\s+writer|freelance|freelancer|contributor|contributing|fellow\s+at|editor|bureau\s+chief|"
    r"covers|reports\s+on|writes\s+(?:on|about))\b",
    re.S,
)
NOTED = re.compile(r"\s*[(\[][^()\[\]]{3,40}[)\]]\W*$")
SHORT = 60
SHORT_CREDIT = 20  # words of a line that says whose report a page works from


def judge_note(line: Line) -> Verdict | None:
    """Mark notes of contributors and corrections."""
    if (
        line.length <= SHORT
        and line.holds(CONTRIBUTED_STEMS)
        and CONTRIBUTED.search(line.text)
        and not re.search(r"[“”\"]", line.text)
    ):
        return Verdict("note", "names who else worked on the article")
    if line.length <= 2 * SHORT and CORRECTION.match(line.text):
        return Verdict("note", "tells what was changed in the article")
    return None


def judge_source_line(line: Line) -> Verdict | None:
    """Mark lines that say where the article comes from."""
    if line.length > 45 or line.hint == "td":
        return None
    found = SOURCE.match(line.text)
    bare = NOTED.sub("", line.text)  # how it was cut
    if found and line.length <= 25 and not has_finite_verb(line_of(0, len(bare), bare, None)):
        return Verdict("source_line", "begins with “Source:”")
    if origin_words(line):
        return Verdict("source_line", "tells where the article appeared first or whose reports it uses")
    if bracketed(line):
        return Verdict("source_line", "a publisher’s name alone in brackets")
    return None


def bracketed(line: Line) -> str | None:
    """Give the publisher whose name alone makes up a line, in brackets."""
    found = BRACKETED.match(line.text.strip())
    return found["who"] if found and agencies().is_publisher(found["who"]) else None


def origin_words(line: Line) -> str | None:
    """Give the words after `first published by`, `with inputs from` and the like."""
    if told := APPEARED.match(line.text) or REPRODUCED.match(line.text):
        return told["who"]
    if (told := ORIGINAL.search(line.text)) and agencies().is_publisher(re.split(r"[,(]", told["who"])[0].strip(" .*_")):
        return told["who"]
    if (told := TAKEN_FROM.match(line.text)) and find_day(line.text) and agencies().is_publisher(told["who"]):
        return told["who"]
    if name := worked_from(line):
        return name
    found = INPUTS.match(line.text) or FIRST.match(line.text)
    if found is None or (reports(line) and not named_piece(line)):
        return None
    if not (
        named_piece(line)
        or re.match(
            r"^\W*(?:first|originally|initially|previously|re-?p|reprod|syndic|with\b|inputs?\b|.{0,40}\bcompiled\b)",
            line.text,
            re.I,
        )
    ):
        return None
    who = re.split(r"\s+in\s+|,", found["who"])[0].strip(" .)]*")
    writer = name_like(who.split()) and " " in who and not (agencies().is_publisher(who) or agencies().signs(who))
    return None if writer and found.re is INPUTS else found["who"]


def worked_from(line: Line) -> str | None:
    """Give the agency or outlet whose report a line says the page works from: `based on reports by X`, `X contributed`."""
    if line.length > 2 * SHORT_CREDIT or re.search(r"[“”\"]", line.text):
        return None
    if (told := BY_KIND.match(line.text)) and line.length <= SHORT_CREDIT:
        return told["who"]  # reports are an agency's or an outlet's
    tries = [form.match(line.text) for form in WORKED_FROM] if line.length <= SHORT_CREDIT else []
    if (told := IN_PAPER.match(line.text)) and line.length <= SHORT_CREDIT:
        return told["who"]  # a report stands in a paper, whatever its name is like
    tries += [form.match(line.text) for form in ABRIDGED] if line.length <= SHORT_CREDIT else []
    for found in (*tries, HELPED.match(line.text)):
        name = re.sub(r"^the\s+", "", found["who"], flags=re.I) if found else ""
        bare = re.sub(r"\s+(?:news|press)?\s*agency$", "", name)
        handed_on = bool(found) and len(bare) > 3 and " " not in bare and bool(HANDED_ON.match(line.text))
        if found and (agencies().is_publisher(name) or agencies().signs(name) or TAG.match(bare) or bare != name or handed_on):
            return bare if TAG.match(bare) or bare.count(" ") == 0 else name
    return None


def named_piece(line: Line) -> bool:
    """Tell a line that speaks of the article itself."""
    return bool(
        re.match(
            rf"^\W*(?:this|the|a\s+version\s+of\s+this|an?\s+\w+\s+version\s+of\s+this)\s+(?:\w+\s+)?{PIECE}\b",
            line.text,
            re.I,
        )
    )


def sign_off(line: Line) -> str | None:
    """Give the agency that a line names alone, as agencies sign off: AFP, (Reuters), — Xinhua, dpa ab cd."""
    if line.length > 6 or find_day(line.text):
        return None
    listed = re.split(r"\s*,\s*|\s+(?:and|und|et)\s+", WITH.sub("", line.text.strip(" ()[].–—-")))
    if all(map(agencies().is_agency, listed)):
        return WITH.sub("", line.text.strip(" ()[].–—-"))
    initials = INITIALS.match(line.text.strip(" ()[]–—-"))
    if initials and agencies().is_agency(initials["who"] or initials["who2"]):
        return initials["who"] or initials["who2"]
    letters = LETTERS.match(line.text.strip())
    who = (letters["who"] or letters["signed"]) if letters else ""
    if who and plain(who) not in furniture().lines and who not in NO_AGENCY:
        return who
    dashed = re.match(r"^[–—-]{1,2}\s*(?P<who>[A-Z]{4,14})$", line.text)  # three are initials, unless known
    if dashed and plain(dashed["who"]) not in furniture().lines:
        return dashed["who"]
    found = SIGN_OFF.match(line.text)
    return found["who"].strip() if found and agencies().is_agency(found["who"].strip(" .")) else None


def names_publisher(line: Line) -> bool:
    """Tell a line that is the name of a publisher, of two words or more, and nothing else."""
    name = line.text.strip(" ()[].*_–—-")
    return " " in name and agencies().is_publisher(name.title() if name.isupper() else name)


def is_biography(line: Line) -> bool:
    """Tell a line on the author after the text."""
    return line.length <= SHORT and bool(BIO.match(line.text)) and not re.search(r"[“”\"]|\bsaid\b", line.text)


BY = re.compile(
    r"^\W{0,2}(?:(?:written|reported|story|words|text|report|article|posted|published)\s+)?(?:by|von|par|por|di|"
    r"from)\b\s*:?\s+(?=\S)",
    re.I,
)
JOINERS = frozenset(
    (
        "and", "und", "et", "y", "e", "in", "for", "of", "with", "de", "van", "von", "al", "bin", "der", "den",
        "la", "le", "di", "da", "du", "|", "&", "•", "·", "at", "the", "on", "/", "mit", "aus", "für", "pour",
        "para", "à", "el", "del", "dos",
    )
)  # fmt: skip
ROLES = frozenset(
    (
        "staff", "writer", "writers", "reporter", "reporters", "correspondent", "correspondents", "editor",
        "editors", "political", "diplomatic", "foreign", "chief", "bureau", "special", "senior", "associate",
        "assistant", "deputy", "columnist", "analyst", "journalist", "freelance", "contributor", "contributing",
        "guest", "agencies", "agency", "wires", "wire", "web", "desk", "news", "online", "service", "our", "own",
        "team", "newsroom", "international", "national", "defence", "defense", "security", "affairs", "world",
        "europe", "asia", "enviada", "enviado", "especial", "redaktion", "korrespondent", "korrespondentin",
        "correspondant", "envoyé", "spécial", "photographer", "photographs", "photos", "translated", "published",
        "updated", "posted", "am", "pm", "min", "read",
    )
)  # fmt: skip
NOT_PEOPLE = re.compile(
    r"^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|"
    r"october|november|december|"
    r"now|then|contrast|comparison|law|the|a|an|all|that|this|its|their|his|her|mid\S*|late|early|night|noon|\d+)$",
    re.I,
)


def judge_byline(line: Line) -> Verdict | None:
    """Mark a line that begins with By and holds names, roles, places and dates only."""
    if line.length > 24 or line.text.endswith(("!", "?", ":")):
        return None
    found = BY.match(line.text)
    if found is None:
        return None
    if agencies().is_agency(line.text[found.end() :].strip(" .")):
        return Verdict("byline", "begins with By and names an agency")
    rest = [w.strip(",.;|()-–—@") for w in line.text[found.end() :].split()]
    rest = [w for w in rest if w]
    if (
        not rest
        or (NOT_PEOPLE.match(rest[0]) and not read_day(" ".join(rest)))
        or not (rest[0][0].isupper() or rest[0].lower() in ROLES)
    ):
        return None
    strange = [w for w in rest if w[0].islower() and w not in JOINERS and w.lower() not in ROLES and "@" not in w]
    return Verdict("byline", "begins with By and holds only names, roles and dates") if not strange else None


def judge_signed(line: Line) -> bool:
    """Tell a name alone, a name with a role, or an agency alone: a byline where a byline stands."""
    head = [w for w in re.split(r"\s*[,|•·]\s*|\s+[–—-]\s+|\s+in\s+", line.text) if w]
    if not head or line.length > 14 or line.text.endswith((".", "!", "?", ":")):
        return False
    if agencies().is_agency(head[0]) or staff_and(line):
        return True
    rest = [w.lower().strip(".,()") for part in head[1:] for w in part.split()]
    fits = all(w in ROLES or w in JOINERS or w[:1].isdigit() or w.isalpha() for w in rest)
    return (
        all(name_like(name.split()) for name in re.split(r"\s+(?:and|&)\s+", head[0]))
        and fits
        and (len(head) == 1 or any(w in ROLES for w in rest) or bool(find_day(line.text)) or len(rest) <= 3)
    )


STAFF = ("staff", "desk", "newsroom", "reporters", "correspondents", "writers", "agencies", "wires")
STAFF_AND = re.compile(
    rf"^(?:[A-ZÀ-Þ][\w’'.-]*\s+){{0,3}}(?i:{'|'.join(STAFF)})(?:,?\s+(?:and|with|&|/)\s+(?P<rest>[^.!?]{{2,40}}))?$"
)


def staff_and(line: Line) -> bool:
    """Tell the people of an outlet, alone or with one more name or role: `Herald staff and X`."""
    found = STAFF_AND.match(line.text)
    rest = (found["rest"] or "").split() if found else []
    named_one = len(rest) <= 1 or agencies().is_publisher(" ".join(rest))
    return found is not None and (named_one or all(w.lower() in ROLES for w in rest))
