"""Views with the names and columns of GDELT 2.0 (event and mentions codebooks), and NumVoices: what it never counted."""

from __future__ import annotations

# Columns that hold nothing we know are there, empty: readers of GDELT expect them at their places.
TYPES = {
    "AGREE": "03", "CONSULT": "04", "SUPPORT": "05", "COOPERATE": "06", "AID": "07", "CONCEDE": "08", "RETREAT": "08",
    "REQUEST": "10", "ACCUSE": "11", "REJECT": "12", "THREATEN": "13", "PROTEST": "14", "MOBILIZE": "15", "SANCTION": "16",
    "COERCE": "17", "ASSAULT": "18",
}  # fmt: skip
QUAD = "CASE WHEN {c} <= '05' THEN 1 WHEN {c} <= '08' THEN 2 WHEN {c} <= '13' THEN 3 ELSE 4 END"
CODE = "CASE o.coded_type " + " ".join(f"WHEN '{t}' THEN '{c}'" for t, c in TYPES.items()) + " END"


def number(column: str) -> str:
    """Give the SQL of a number made of an id: GDELT's ids are numbers. 15 of its 16 digits, so that it fits 60 bits."""
    return f"CAST('0x' || substring({column}, 5, 15) AS BIGINT)"


def empty(*names: str) -> str:
    """Give the SQL of columns of which nothing is known."""
    return ", ".join(f"CAST(NULL AS VARCHAR) AS {name}" for name in names)


def actor(n: int) -> str:
    """Give the SQL of one actor's columns."""
    rest = ("KnownGroupCode", "EthnicCode", "Religion1Code", "Religion2Code", "Type1Code", "Type2Code", "Type3Code")
    code = f"CASE WHEN length(a{n}.country) = 3 THEN upper(a{n}.country) END"
    names = empty(*(f"Actor{n}{r}" for r in rest))
    return f"{code} AS Actor{n}Code, upper(a{n}.name) AS Actor{n}Name, {code} AS Actor{n}CountryCode, {names}"


def geography(who: str, name: str = "CAST(NULL AS VARCHAR)") -> str:
    """Give the SQL of one place's columns."""
    rest = empty(*(f"{who}Geo_{r}" for r in ("CountryCode", "ADM1Code", "ADM2Code", "Lat", "Long", "FeatureID")))
    return f"CAST(NULL AS VARCHAR) AS {who}Geo_Type, {name} AS {who}Geo_FullName, {rest}"


EVENTS = f"""
    SELECT {number("o.occurrence_id")} AS GLOBALEVENTID, replace(substring(o.date_start, 1, 10), '-', '') AS SQLDATE,
           replace(substring(o.date_start, 1, 7), '-', '') AS MonthYear, substring(o.date_start, 1, 4) AS Year,
           CAST(NULL AS DOUBLE) AS FractionDate, {actor(1)}, {actor(2)}, 1 AS IsRootEvent,
           {CODE} AS EventCode, {CODE} AS EventBaseCode, {CODE} AS EventRootCode, {QUAD.format(c=f"({CODE})")} AS QuadClass,
           CAST(NULL AS DOUBLE) AS GoldsteinScale, coalesce(m.mentions, 0) AS NumMentions, o.voices_low AS NumSources,
           o.reports AS NumArticles, CAST(NULL AS DOUBLE) AS AvgTone, {geography("Actor1")}, {geography("Actor2")},
           {geography("Action", "o.place")}, CAST(NULL AS VARCHAR) AS DATEADDED, m.url AS SOURCEURL,
           o.voices_low AS NumVoices, o.occurrence_id
    FROM {{occurrences}} o
    LEFT JOIN {{entities}} a1 ON a1.entity_id = o.actors[1]
    LEFT JOIN {{entities}} a2 ON a2.entity_id = coalesce(o.recipients[1], o.actors[2])
    LEFT JOIN (SELECT r.occurrence_id, CAST(sum(len(r.events)) AS BIGINT) AS mentions,
                      min_by(d.url, (r.is_copy, coalesce(d.published, '9'))) AS url
               FROM {{reports}} r JOIN {{documents}} d ON d.doc_id = r.doc_id GROUP BY 1) m ON m.occurrence_id = o.occurrence_id
    WHERE o.coded_type IS NOT NULL AND o.status NOT IN ('cancelled', 'negated', 'denied')"""

MENTIONS = f"""
    SELECT {number("r.occurrence_id")} AS GLOBALEVENTID, replace(substring(o.date_start, 1, 10), '-', '') AS EventTimeDate,
           replace(substring(d.published, 1, 10), '-', '') AS MentionTimeDate, 1 AS MentionType, d.outlet AS MentionSourceName,
           coalesce(d.url, d.external_id) AS MentionIdentifier,
           (SELECT count(*) FROM {{sentences}} s WHERE s.doc_id = e.doc_id AND s.start <= e.start) AS SentenceID,
           coalesce(e.actors[1].start, -1) AS Actor1CharOffset, coalesce(e.recipients[1].start, -1) AS Actor2CharOffset,
           e.start AS ActionCharOffset, 1 AS InRawText, CAST(NULL AS INTEGER) AS Confidence,
           length(d.text) AS MentionDocLen, CAST(NULL AS DOUBLE) AS MentionDocTone,
           CAST(NULL AS VARCHAR) AS MentionDocTranslationInfo, CAST(NULL AS VARCHAR) AS Extras,
           o.voices_low AS NumVoices, r.is_copy AS IsCopy, e.event_id
    FROM {{reports}} r JOIN {{occurrences}} o ON o.occurrence_id = r.occurrence_id
    JOIN {{documents}} d ON d.doc_id = r.doc_id JOIN {{events}} e ON list_contains(r.events, e.event_id)
    WHERE o.coded_type IS NOT NULL AND o.status NOT IN ('cancelled', 'negated', 'denied')"""
