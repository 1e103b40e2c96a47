"""Keep the institutions whose country no page tells, and those that speak through a spokesman, apart and linked."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from readout.text.names import Named
from readout.text.names_atlas import Atlas
from readout.text.names_bodies import Thing, ThingType
from readout.text.names_homes import Homes
from readout.text.names_person import Place

AROUND = 40  # code points on either side by which two pages are seen to say the same; ours


def spoken_for(n: Named, known: Atlas) -> Named:
    """Read "a spokesman for the X ministry" as the body he speaks for; anything else as it is."""
    role = n.role
    if role is None or role.key != "spokesperson" or role.definite or n.form not in ("title", "descriptor"):
        return n
    country = known.country(role.country)
    if role.body:
        of = f" of {known.name(country)}" if country and not known.country(role.body) else ""
        return replace(n, text=role.body + of, roles=(), form="descriptor", actor=True)
    if role.country and known.kind(role.country) == "organisation":
        return replace(n, text=role.country, roles=(), form="name")
    return n


def unnamed(left: Iterable[tuple[Place, Named]], where: Homes) -> list[Thing]:
    """Make a body of each institution that acts on a page that does not tell of which country.

    One for each kind on a page; pages that use the same words around it mean the same one, others need not.
    """
    scopes: dict[tuple[str, int], str] = {}
    around: dict[tuple[str, str], str] = {}
    found: dict[tuple[str, str], Thing] = {}
    for (p, at), n in left:
        kind = where.kind(n)
        if kind is None or not (n.actor or (kind, p) in scopes):
            continue
        page = where.pages[p]
        words = (kind, " ".join(page.text[max(0, n.start - AROUND) : n.end + AROUND].split()))
        scope = scopes.setdefault((kind, p), around.get(words, page.doc_id))
        around.setdefault(words, scope)
        type_: ThingType = "government" if kind == "government" else "organisation"
        thing = found.setdefault((kind, scope), Thing(type_, titled(kind), None, scope=scope))
        thing.uses[(p, at)] = "an institution that acts here; the page does not tell of which country"
        thing.names.add(n.text)
    return list(found.values())


def titled(kind: str) -> str:
    """Write a ministry in capitals, as where its country is known."""
    return kind.title().replace(" Of ", " of ").replace(" The ", " the ") if kind.startswith("ministry") else kind
