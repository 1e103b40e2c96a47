"""places: countries, peoples, cities, regions, seats of government and bodies of world standing. See NOTICE.md."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files

from readout.text.names_known import Body, City, Places, Seat, folded
from readout.text.place_lookup import Gazetteer

# Seats of government that are not the capital GeoNames names.
OTHER_SEATS = {
    "La Paz": "BOL",
    "The Hague": "NLD",
    "Ramallah": "PSE",
    "Abidjan": "CIV",
    "Astana": "KAZ",
    "Tel Aviv": "ISR",
}


def rows(name: str) -> Iterator[Mapping[str, str]]:
    """Read a table of this package: column names first, lines that begin with # left out."""
    lines = cells(name)
    columns = next(lines)
    return (dict(zip(columns, line, strict=True)) for line in lines)


def cells(name: str) -> Iterator[list[str]]:
    """Read the lines of a table of this package, that of the column names among them."""
    text = files("readout.lexicon").joinpath(name).read_text("utf-8")
    return (line.split("\t") for line in text.splitlines() if not line.startswith("#"))


def listed(value: str) -> list[str]:
    """Cut a cell that holds several values."""
    return [part.strip() for part in value.split(",") if part.strip()]


@cache
def places() -> Places:
    """Give the places of the world."""
    countries, peoples = list(rows("places/countries.tsv")), list(rows("places/peoples.tsv"))
    capitals = {folded(c["capital"]): c["alpha3"] for c in countries if c["capital"]}
    return Places(
        names={c["alpha3"]: plain_name(c["name"]) for c in countries},
        countries=country_names(countries, peoples),
        adjectives={folded(a): p["alpha3"] for p in peoples for a in listed(p["adjectives"])},
        peoples=dict(people_names(peoples)),
        capitals=capitals | {folded(k): v for k, v in OTHER_SEATS.items()} | capital_aliases(capitals),
        cities=cities(),
        regions=dict(region_names()),
        organisations=organisations(),
        seats={folded(s["name"]): Seat(s["holder"], s["country"] or None) for s in rows("places/seats.tsv")},
        two_letters={c["alpha2"]: c["alpha3"] for c in countries},
    )


def plain_name(name: str) -> str:
    """Write a country's name as running text has it."""
    usual = name.partition(" (")[0].replace("Türkiye", "Turkey").replace(" & ", " and ")
    congo = {"Congo - Kinshasa": "Democratic Republic of the Congo", "Congo - Brazzaville": "Republic of the Congo"}
    return congo.get(usual, usual)


def country_names(countries: list[Mapping[str, str]], peoples: list[Mapping[str, str]]) -> dict[str, str]:
    """Map every name and alias to its country; a usual name wins over an alias."""
    aliases = {folded(a): p["alpha3"] for p in peoples for a in listed(p["aliases"])}
    own = {folded(name): c["alpha3"] for c in countries for name in (c["name"], plain_name(c["name"]))}
    short = {k.replace("St. ", "Saint "): v for k, v in own.items() if k.startswith("St. ")}
    return aliases | short | own | {f"Republic of {k}": v for k, v in own.items() if f"Republic of {k}" not in aliases}


def people_names(peoples: list[Mapping[str, str]]) -> Iterator[tuple[str, str]]:
    """Name the people of each country: as listed, and the plural of the adjectives that take one."""
    for p in peoples:
        nouns = listed(p["people"]) or listed(p["adjectives"])
        for noun in nouns:
            yield folded(noun), p["alpha3"]
            if not noun.endswith(("s", "men", "ch", "sh", "ese")) and "." not in noun and not noun.isupper():
                yield folded(noun) + "s", p["alpha3"]


def cities() -> dict[str, City]:
    """Map each city's name, its ASCII form and its aliases to the most populous city of that name."""
    return {name: several[0] for name, several in namesakes().items()}


@cache
def namesakes() -> Mapping[str, tuple[City, ...]]:
    """Map each city's name, its ASCII form and its aliases to all cities of that name, the most populous first."""
    found: dict[str, list[City]] = {}
    lines = cells("places/cities.tsv")
    next(lines)
    for number, name, plain, country, admin1, lat, lon, population in lines:
        city = City(int(number), name, country, admin1, float(lat), float(lon), int(population))
        for key in {folded(name), plain or name}:
            found.setdefault(key, []).append(city)
    ordered = {name: tuple(sorted(held, key=lambda c: (-c.population, c.geonameid))) for name, held in found.items()}
    aliases = ((folded(a["alias"]), ordered.get(folded(a["name"]))) for a in rows("places/city_aliases.tsv"))
    return ordered | {alias: held for alias, held in aliases if held}


@cache
def gazetteer() -> Gazetteer:
    """Give the places with all cities of a name and the capital of each country."""
    known, several = places(), namesakes()
    capitals = {
        c["alpha3"]: city
        for c in rows("places/countries.tsv")
        for city in several.get(folded(c["capital"]), ())
        if city.country == c["alpha3"]
    }
    return Gazetteer(known, several, capitals)


def capital_aliases(capitals: Mapping[str, str]) -> dict[str, str]:
    """Map other spellings of capitals to their countries."""
    aliases = ((folded(a["alias"]), folded(a["name"]), a["country"]) for a in rows("places/city_aliases.tsv"))
    return {alias: country for alias, name, country in aliases if capitals.get(name) == country}


def region_names() -> Iterator[tuple[str, str | None]]:
    """Map regions and their adjectives to the country they lie in; null where there are several."""
    for r in rows("places/regions.tsv"):
        for name in (r["name"], *listed(r["adjectives"])):
            yield folded(name), r["country"] or None


def organisations() -> dict[str, Body]:
    """Map names and acronyms of bodies of world standing to their full name; a full name wins over an alias."""
    listing = list(rows("places/organisations.tsv"))
    bodies = [(o, Body(o["name"], o["country"] or None)) for o in listing]
    aliases = {folded(a): body for o, body in bodies for a in listed(o["aliases"])}
    return aliases | {folded(o["name"]): body for o, body in bodies}
