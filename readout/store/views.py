"""The views: stored rows joined with what later stages and people lay over them."""

from __future__ import annotations

from collections.abc import Callable

from readout.records import TABLES
from readout.store import gdelt
from readout.store.corrected import CORRECTED

# `{name}` stands for the stored table. A table without an entry is shown as stored.
OVERLAID: dict[str, str] = {
    "documents": """
        SELECT d.* REPLACE (coalesce(k.kind, d.kind) AS kind, coalesce(k.because, d.kind_because) AS kind_because)
        FROM {documents} d LEFT JOIN {kinds} k ON k.doc_id = d.doc_id""",
    "blocks": """
        SELECT b.* REPLACE (CASE WHEN r.doc_id IS NULL THEN b.role ELSE 'boilerplate' END AS role,
                            coalesce(r.because, b.because) AS because)
        FROM {blocks} b LEFT JOIN {recurrences} r ON r.doc_id = b.doc_id AND r.start = b.start AND r."end" = b."end" """,
}


def who(role: str) -> str:
    """Give the SQL of a list of participants with the entity and country that `involve` found for each."""
    found = f"w.who['{role}' || (i - 1)]"
    return f"""list_transform(e.{role}s, lambda p, i: struct_pack(
        entity_id := coalesce({found}.entity_id, p.entity_id), text := p.text, start := p.start, "end" := p."end",
        country := coalesce({found}.country, p.country), sector := p.sector))"""


# A row of `involve` that names neither body nor country takes back the name that the words beside the cue seemed to give.
NAME_OF_SPEAKER = """CASE WHEN i.about IS NOT NULL AND i.name IS NULL AND i.country IS NULL THEN NULL
                     ELSE coalesce(i.name, a.speaker_name) END"""

# Ids are sorted within a link: ent < men, att < utt, evt < occ.
OVERLAID |= {
    "mentions": """
        SELECT m.* REPLACE (coalesce(l."left", m.entity_id) AS entity_id)
        FROM {mentions} m LEFT JOIN (SELECT "right", min("left") AS "left" FROM {links}
            WHERE verdict = 'same' AND starts_with("left", 'ent:') GROUP BY 1) l ON l."right" = m.mention_id""",
    "attributions": f"""
        SELECT a.* REPLACE (coalesce(i.entity_id, a.speaker) AS speaker, {NAME_OF_SPEAKER} AS speaker_name,
                            coalesce(u."right", a.utterance_id) AS utterance_id,
                            a.altered OR coalesce(k.kind IN ('spun', 'translated'), false) OR m.id IS NOT NULL AS altered)
        FROM {{attributions}} a
        LEFT JOIN (FROM {{involvements}} WHERE role = 'speaker') i ON i.about = a.attribution_id
        LEFT JOIN (SELECT "left", min("right") AS "right" FROM {{links}}
            WHERE verdict = 'same' AND starts_with("right", 'utt:') GROUP BY 1) u ON u."left" = a.attribution_id
        LEFT JOIN (SELECT DISTINCT unnest(altered) AS id FROM {{utterances}}) m ON m.id = a.attribution_id
        LEFT JOIN {{kinds}} k ON k.doc_id = a.doc_id""",
    "events": f"""
        SELECT e.* REPLACE ({who("actor")} AS actors, {who("recipient")} AS recipients,
                            coalesce(o."right", e.occurrence_id) AS occurrence_id)
        FROM {{events}} e
        LEFT JOIN (SELECT about, map_from_entries(list((role || position,
                       struct_pack(entity_id := entity_id, country := country)))) AS who
                   FROM {{involvements}} WHERE role != 'speaker' GROUP BY about) w ON w.about = e.event_id
        LEFT JOIN (SELECT "left", min("right") AS "right" FROM {{links}}
            WHERE verdict = 'same' AND starts_with("right", 'occ:') GROUP BY 1) o ON o."left" = e.event_id""",
}


def words_of(role: str) -> str:
    """Give the SQL of the participants of a role on one line."""
    return f"coalesce(list_aggregate([p.text FOR p IN e.{role}s], 'string_agg', '; '), '')"


# Views beyond the tables, for people: words instead of offsets.
FOR_PEOPLE = {
    "quotes": f"""
        SELECT a.attribution_id, a.doc_id, d.external_id, d.outlet, d.published, a.kind,
               {NAME_OF_SPEAKER} AS speaker_name,
               list_aggregate([substring(d.text, s[1] + 1, s[2] - s[1]) FOR s IN a.content], 'string_agg', ' … ') AS words,
               list_aggregate([substring(d.text, s[1] + 1, s[2] - s[1]) FOR s IN a.cue], 'string_agg', ' … ') AS cue_words,
               list_aggregate([substring(d.text, s[1] + 1, s[2] - s[1]) FOR s IN a.source], 'string_agg', ' … ')
                   AS source_words,
               coalesce({NAME_OF_SPEAKER}, '“' || nullif(source_words, '') || '”') AS said_by,
               coalesce(d.outlet, d.external_id) AS page, a.content, a.cue, a.source, a.because
        FROM {{attributions}} a JOIN {{documents}} d ON d.doc_id = a.doc_id
        LEFT JOIN (FROM {{involvements}} WHERE role = 'speaker') i ON i.about = a.attribution_id""",
    "people": """
        SELECT e.entity_id, e.name, e.country, e.aliases,
               coalesce((SELECT list_sort(list(DISTINCT
                   concat_ws(', ', nullif(o.status, 'current'), o.role, o.organisation, o.country)))
                   FROM {offices} o WHERE o.entity_id = e.entity_id), []) AS offices,
               (SELECT count(*) FROM {links} l WHERE l."left" = e.entity_id AND l.verdict = 'same') AS mentions,
               coalesce((SELECT list_sort(list(DISTINCT n.name)) FROM {occurrences} m
                         JOIN {entities} n ON list_contains(list_concat(m.actors, m.recipients), n.entity_id)
                         WHERE m.type = 'CONSULT' AND m.status IN ('happened', 'ongoing', 'historical')
                           AND n.type = 'person' AND n.entity_id != e.entity_id
                           AND list_contains(list_concat(m.actors, m.recipients), e.entity_id)), []) AS met
        FROM {entities} e WHERE e.type = 'person'""",
    "told_events": f"""
        SELECT e.*, d.external_id, substring(d.text, e.start + 1, e."end" - e.start) AS words,
               {words_of("actor")} AS actor_words, {words_of("recipient")} AS recipient_words
        FROM ({OVERLAID["events"]}) e JOIN {{documents}} d ON d.doc_id = e.doc_id""",
    "ledger": """
        SELECT 'read' AS outcome, count(*) AS items FROM {documents}
        UNION ALL SELECT reason, count(*) FROM {dropped} GROUP BY reason""",
}

FOR_PEOPLE |= {"gdelt_events": gdelt.EVENTS, "gdelt_mentions": gdelt.MENTIONS}

ORDER = {
    "quotes": ("external_id", "content"),
    "people": ("name", "entity_id"),
    "told_events": ("external_id", "start", "event_id"),
    "ledger": ("outcome",),
    "gdelt_events": ("occurrence_id",), "gdelt_mentions": ("event_id",),
}  # fmt: skip


def view_sql(name: str, stored: Callable[[str], str], overrides: str | None = None) -> str:
    """Give the SELECT of a view; `stored` gives the SQL expression of a stored table, `overrides` that of the corrections
    of people in force, where there are any."""
    tables = {t.__table__: stored(t.__table__) for t in TABLES}
    if name in FOR_PEOPLE and overrides:
        tables = {t: f'"{t}"' for t in tables}  # over the corrected views
    base = {**OVERLAID, **FOR_PEOPLE}.get(name, f"SELECT * FROM {{{name}}}").format(**tables)
    if overrides is None or name not in CORRECTED:
        return base
    return CORRECTED[name].format(base=base, overrides=overrides, **tables)


def view_names() -> tuple[str, ...]:
    """Name every view: one per table, then those for people."""
    return (*(t.__table__ for t in TABLES), *FOR_PEOPLE)


def order_by(name: str) -> str:
    """Give the ORDER BY list of a view: its table's key."""
    columns = ORDER.get(name) or next(t.__key__ for t in TABLES if t.__table__ == name)
    return ", ".join(f'"{c}"' for c in columns)


def views_script(stored: Callable[[str], str], overrides: str | None = None) -> str:
    """Give the statements that create every view, with paths relative to the record."""
    made = ((n, view_sql(n, stored, overrides).strip()) for n in view_names())
    return "".join(f'CREATE OR REPLACE VIEW "{n}" AS {sql};\n' for n, sql in made)
