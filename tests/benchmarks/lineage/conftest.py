"""A treebank of our own, small enough to read, in which every sentence differs."""

import random
from pathlib import Path

import pytest

PEOPLE = ["mayor", "teacher", "pilot", "farmer", "doctor", "editor", "baker", "judge", "sailor", "painter"]
DEEDS = [
    "open/opened",
    "paint/painted",
    "repair/repaired",
    "visit/visited",
    "praise/praised",
    "describe/described",
    "inspect/inspected",
]
THINGS = ["hall", "bridge", "harbour", "school", "museum", "station", "garden", "tower", "library", "market"]
KINDS = ["new", "old", "large", "quiet", "famous", "small", "public", "modern"]
PLACES = ["river", "coast", "valley", "square", "border", "island", "forest", "village"]
NAMES = [
    "Tarlow",
    "Wexton",
    "Branby",
    "Kesova",
    "Lunwick",
    "Ostdale",
    "Pelmere",
    "Ralfort",
    "Seldale",
    "Torburg",
]
SYNONYMS = """
1-n	noun	hall|hallway|entrance hall
2-n	noun	bridge|span
3-v	verb	open|unlock|open up
4-v	verb	visit|call on|inspect
5-v	verb	paint|coat
6-v	verb	praise|laud
7-a	adj	new|fresh|novel
8-a	adj	old|aged
9-a	adj	large|big
10-n	noun	garden|plot
11-n	noun	teacher|instructor
12-n	noun	doctor|physician
13-n	noun	river|stream
14-v	verb	repair|mend|fix
15-n	noun	school|academy
16-v	verb	describe|depict
17-n	noun	village|hamlet
""".strip()


def line(i: int, cell: tuple[str, str, str, str, int, str]) -> str:
    form, lemma, upos, xpos, head, relation = cell
    glue = "SpaceAfter=No" if i == 14 else "_"
    return f"{i}\t{form}\t{lemma}\t{upos}\t{xpos}\t_\t{head}\t{relation}\t_\t{glue}"


def block(rng: random.Random, number: int) -> str:
    """`The ADJ PERSON of NAME VERBed the ADJ THING near the PLACE in YEAR .`, parsed."""
    verb, past = rng.choice(DEEDS).split("/")
    who, name, thing, place = rng.choice(PEOPLE), rng.choice(NAMES), rng.choice(THINGS), rng.choice(PLACES)
    first, second = rng.sample(KINDS, 2)
    year = str(1500 + number)
    cells = [
        ("The", "the", "DET", "DT", 3, "det"),
        (first, first, "ADJ", "JJ", 3, "amod"),
        (who, who, "NOUN", "NN", 6, "nsubj"),
        ("of", "of", "ADP", "IN", 5, "case"),
        (name, name, "PROPN", "NNP", 3, "nmod"),
        (past, verb, "VERB", "VBD", 0, "root"),
        ("the", "the", "DET", "DT", 9, "det"),
        (second, second, "ADJ", "JJ", 9, "amod"),
        (thing, thing, "NOUN", "NN", 6, "obj"),
        ("near", "near", "ADP", "IN", 12, "case"),
        ("the", "the", "DET", "DT", 12, "det"),
        (place, place, "NOUN", "NN", 6, "obl"),
        ("in", "in", "ADP", "IN", 14, "case"),
        (year, year, "NUM", "CD", 6, "obl"),
        (".", ".", "PUNCT", ".", 6, "punct"),
    ]
    rows = [line(i, cell) for i, cell in enumerate(cells, 1)]
    text = " ".join(c[0] for c in cells[:-1]) + "."
    return "\n".join([f"# text = {text}", *rows]) + "\n\n"


@pytest.fixture(scope="session")
def treebank(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder, rng = tmp_path_factory.mktemp("treebank"), random.Random(7)
    number = iter(range(1000))
    for part, size in (("train", 260), ("dev", 130), ("test", 130)):
        text = "".join(("# newdoc id = n\n" if i % 13 == 0 else "") + block(rng, next(number)) for i in range(size))
        (folder / f"en_own-ud-{part}.conllu").write_text(text, encoding="utf-8")
    return folder


@pytest.fixture(scope="session")
def synonyms(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("synonyms") / "synsets.tsv"
    path.write_text(SYNONYMS + "\n", encoding="utf-8")
    return path


@pytest.fixture(scope="session", params=["tuning", "heldout"])
def pile(
    request: pytest.FixtureRequest, treebank: Path, synonyms: Path, tmp_path_factory: pytest.TempPathFactory
) -> Path:
    from benchmarks.lineage.generate import generate
    from benchmarks.lineage.world import World

    out = tmp_path_factory.mktemp(request.param)
    generate(World(treebank, synonyms, request.param, 3), out, (24, 300), 3, False)
    return out
