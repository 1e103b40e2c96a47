"""Words of English text as the treebanks UD EWT and GUM split them, with character offsets.

One expression lists what may be a word, most particular first; a few checks that need the neighbours follow it.
Prefixes, abbreviations and joined forms are those of English in general.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

Span = tuple[int, int]

_ABBREVIATED: Final = (
    "mr mrs ms dr prof sen rep gov gen lt col maj capt cmdr adm sgt cpl pvt rev fr hon pres st ste ft mt jr sr esq "
    "inc ltd co corp bros assn dept univ dist vs etc cf al ed eds vol vols fig figs approx est no nos pp op ca "
    "jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun "
    "ala ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev okla ore pa "
    "penn tenn tex va vt wash wis wyo ave blvd rd hwy bldg mlle mme messrs supt atty insp det amb dep min sec attn "
    "tel ext misc avg max incl spec mgr asst depts reps sens gens"
)
_ABBREVIATIONS: Final = frozenset(_ABBREVIATED.split())
# After these a full stop belongs to the word only before a number or a name, being common words too.
_ONLY_BEFORE: Final = {
    "no": "0123456789", "nos": "0123456789", "fig": "0123456789", "vol": "0123456789", "sat": "", "sun": "",
    "mar": "0123456789", "min": "", "sec": "", "max": "", "spec": "", "ill": "", "ind": "", "miss": "", "mass": "",
    "wash": "", "del": "", "ark": "", "ore": "", "det": "", "mon": "", "ed": "", "op": "", "est": "", "fr": "",
    "etc": "abcdefghijklmnopqrstuvwxyz,;:?!)",
}  # fmt: skip
_BOUND: Final = (
    "anti co counter cross de e ex extra hyper inter intra macro mega meta micro mid mini multi neo non over "
    "para post pre pro pseudo quasi re semi socio sub super trans ultra un uni"
)
_PREFIXES: Final = frozenset(_BOUND.split())
_JOINED: Final = {
    "cannot": 3, "gonna": 3, "wanna": 3, "gotta": 3, "gimme": 3, "lemme": 3, "dunno": 2, "outta": 3, "coulda": 5,
    "shoulda": 6, "woulda": 5, "dont": 2, "wont": 2, "cant": 2, "arnt": 2, "doesnt": 4, "didnt": 3,
    "isnt": 2, "wasnt": 3, "arent": 3,
    "werent": 4, "havent": 4, "hasnt": 3, "hadnt": 3, "wouldnt": 5, "couldnt": 5, "shouldnt": 6, "aint": 2,
    "im": 1, "ive": 1, "youre": 3, "youve": 3, "theyre": 4, "theyve": 4, "thats": 4, "whats": 4, "theres": 5,
    "youll": 3, "theyll": 4, "itll": 2,
}  # fmt: skip

_APOSTROPHES: Final = "'’`´"
_LETTER: Final = r"[^\W\d_]"
_FIGURE: Final = r"\d+(?:[.:/]\d+|,\d{3}(?!\d))*"
_END: Final = r"[^\s<>\"“”,;:!?.)\]'’]"
_TOP: Final = r"(?:com|org|net|edu|gov|mil|int|info|tv|co\.uk|gov\.uk|org\.uk|ac\.uk|eu|html?|pdf|docx?|xlsx?)"
# A syllable of a romanised Chinese or Korean given name: Jong-un, Ing-wen, Jae-in.
_SYLLABLE: Final = re.compile(
    r"[bcdfghjklmnpqrstwxyz]?[hswylg]?[aeiou]{1,3}(?:ng|[nkptmlhwy])?-[bcdfghjklmnpqrstwxyz]?[hswylg]?[aeiou]{1,3}"
    r"(?:ng|[nkptmlhwy])?",
    re.IGNORECASE,
)
_CLITIC: Final = re.compile(rf"(?:n[{_APOSTROPHES}]t|[{_APOSTROPHES}](?:s|m|re|ve|ll|d))$", re.IGNORECASE)
_KINDS: Final = (
    rf"(?P<address>(?:https?|ftp)://[^\s<>\"“”]*{_END}/?|www\.[^\s<>\"“”]*{_END}/?"
    r"|(?:mailto:)?[\w.+%-]+@[\w-]+(?:\.[\w-]+)+"
    rf"|(?<![\w@])[A-Za-z][\w-]*(?:\.[\w-]+)*\.{_TOP}(?![\w@])(?:/[^\s<>\"“”]*{_END})?|@\w+|\#(?=[A-Za-z])\w+)",
    r"(?P<smile>(?<!\w)[:;=]-?[)(DPp](?!\w)|<3)",
    rf"(?P<dotted>(?<!\w)(?:(?:{_LETTER}\.){{2,}}(?:{_LETTER}(?!\w))?|Ph\.D\.?|M\.Sc\.?))",
    r"(?P<phone>(?<![\w-])(?:\d{3}-\d{4}|\d{5}-\d{4}|\d+-\d+-\d+(?:-\d+)*)(?![\w-]))",
    r"(?P<currency>(?:US|AU|NZ|HK|CA|U|A|C)\$)",
    rf"(?P<number>(?:(?<!\w)[.+])?{_FIGURE}(?=(?i:am|pm|a\.m|p\.m|km|kg|cm|mm|mph|hrs?|yrs?|mins?|ft|k|m|bn)\b)"
    rf"|(?:(?<![\w.])[.+])?{_FIGURE}(?:[{_APOSTROPHES}]s)?(?!\w)|(?<!\w)[{_APOSTROPHES}]\d\ds?(?!\w))",
    r"(?P<initials>(?<!\w)[A-Za-z]{1,3}&[A-Za-z]{1,2}(?!\w))",
    r"(?P<pair>(?<!\w)(?:[A-Za-z]/[A-Za-z]|w/(?:o(?:ut)?)?)(?!\w))",
    rf"(?P<chain>\w+(?:[{_APOSTROPHES}-](?!(?:{_LETTER}\.){{2}})\w+)*)",
    r"(?P<run>\.{2,}|-{2,}|[!?]{2,}|={2,}|\*{2,}|_{2,}|\+{2,}|~{2,}|<{2,}|>{2,}|'{2}|’{2}|`{2}|\#{2,})",
    r"(?P<mark>\S)",
)
_PIECE: Final = re.compile("|".join(_KINDS))


def words(text: str) -> list[Span]:
    """The half-open spans of the words, in order; together they cover all that is not space."""
    found: list[Span] = []
    for match in _PIECE.finditer(text):
        if match.lastgroup == "chain":
            start, parts = match.start(), _chain(match.group())
            found.extend([match.span()] if len(parts) == 1 else [(start + a, start + b) for a, b in parts])
        elif match.group() == "." and found and _keeps_stop(text, found[-1], match.start()):
            found[-1] = (found[-1][0], match.end())
        else:
            found.append(match.span())
    return found


def _keeps_stop(text: str, before: Span, at: int) -> bool:
    """Whether the full stop at `at` belongs to the word before it: an abbreviation or an initial."""
    start, end = before
    word = text[start:end].lower()
    if end != at:
        return False
    after = text[at + 1 : at + 3].lstrip()
    if len(word) == 1 and text[start].isupper():
        return after[:1].isupper() or after[:1] in {",", "-", "&"}
    if word not in _ABBREVIATIONS:
        return False
    return word not in _ONLY_BEFORE or (after[:1] in _ONLY_BEFORE[word] and after != "")


@lru_cache(maxsize=100_000)
def _chain(chain: str) -> tuple[Span, ...]:
    """Split a run of letters, hyphens and apostrophes: at hyphens, then at clitics. Spans are offsets in the run."""
    return ((0, len(chain)),) if _is_name(chain) else tuple(_parts(chain))


def _parts(chain: str) -> Iterator[Span]:
    at, end = 0, len(chain)
    while at < end:
        stop = _part_end(chain, at, end)
        yield from _clitics(chain, at, stop)
        if stop < end:
            yield stop, stop + 1
        at = stop + 1


def _is_name(chain: str) -> bool:
    return chain[0].isupper() and _SYLLABLE.fullmatch(chain) is not None


def _part_end(text: str, at: int, end: int) -> int:
    """Where the part that begins at `at` ends: at the next hyphen that does not follow a prefix."""
    stop = text.find("-", at, end)
    while stop >= 0 and text[at:stop].lower() in _PREFIXES:
        stop = text.find("-", stop + 1, end)
    return stop if stop >= 0 else end


def _clitics(text: str, start: int, end: int) -> Iterator[Span]:
    """Split off a clitic (n't, 's), or cut a joined form (cannot, gonna)."""
    word = text[start:end]
    cut = _JOINED.get(word.lower(), 0)
    clitic = _CLITIC.search(word)
    if clitic is not None:
        cut = clitic.start()
    if 0 < cut < len(word):
        yield start, start + cut
        yield start + cut, end
    else:
        yield start, end
