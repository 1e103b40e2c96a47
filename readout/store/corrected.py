"""What people corrected, laid over the views: `{base}` is the view without it, `{overrides}` the corrections in force."""

from __future__ import annotations

MERGED = "(SELECT target FROM {overrides} WHERE act = 'merge')"
SPLIT = "(SELECT target FROM {overrides} WHERE act = 'split')"
MEANT = "(SELECT coalesce(map_from_entries(list((target, value))), MAP {{}}) FROM {overrides} WHERE act = 'merge')"
RENAMED = "LEFT JOIN {overrides} n ON n.act = 'rename' AND n.target = "


def meant(column: str) -> str:
    """Give the SQL of an id after merging."""
    return f"coalesce((SELECT value FROM {{overrides}} WHERE act = 'merge' AND target = {column}), {column})"


def all_meant(column: str) -> str:
    """Give the SQL of a list of ids after merging, none twice."""
    return f"list_sort(list_distinct(list_transform({column}, lambda i: coalesce((m.meant)[i], i))))"


def parties(column: str) -> str:
    """Give the SQL of a list of participants after merging."""
    return f"""list_transform({column}, lambda p: struct_pack(entity_id := coalesce((m.meant)[p.entity_id], p.entity_id),
        text := p.text, start := p.start, "end" := p."end", country := p.country, sector := p.sector))"""


GONE = "(SELECT coalesce(list(target), []) FROM {overrides} WHERE act = 'split')"
WITH_MEANT = f"CROSS JOIN (SELECT {MEANT} AS meant, {GONE} AS gone) m"

# Reports of an occurrence after merging and splitting: one row a page, with the events that are left.
REPORTS = f"""
    SELECT occurrence_id, doc_id, list_sort(flatten(list(events))) AS events, min(origin_id) AS origin_id,
           bool_and(is_copy) AS is_copy, min(copy_of) AS copy_of
    FROM (SELECT {meant("r.occurrence_id")} AS occurrence_id, r.doc_id,
                 list_filter(r.events, lambda e: NOT list_contains(m.gone, e)) AS events, r.origin_id, r.is_copy, r.copy_of
          FROM {{reports}} r {WITH_MEANT})
    WHERE len(events) > 0 GROUP BY 1, 2"""

CORRECTED: dict[str, str] = {
    "links": """
        SELECT * FROM ({base}) UNION ALL BY NAME
        SELECT least(target, value) AS "left", greatest(target, value) AS "right", 'same' AS verdict, 1.0 AS score,
               because, 'human' AS by FROM {overrides} WHERE act = 'merge'
        UNION ALL BY NAME
        SELECT l."left", l."right", 'different' AS verdict, 1.0 AS score, o.because, 'human' AS by
        FROM {overrides} o JOIN {links} l ON o.target IN (l."left", l."right") AND l.verdict = 'same' WHERE o.act = 'split'""",
    "mentions": f"""
        SELECT b.* REPLACE (CASE WHEN b.mention_id IN {SPLIT} THEN NULL ELSE {meant("b.entity_id")} END AS entity_id)
        FROM ({{base}}) b""",
    "entities": f"""
        SELECT b.* REPLACE (coalesce(n.value, b.name) AS name, list_sort(list_distinct(list_filter(
                   b.aliases || coalesce(x.names, []) || [b.name], lambda a: a != coalesce(n.value, b.name)))) AS aliases)
        FROM ({{base}}) b {RENAMED} b.entity_id
        LEFT JOIN (SELECT o.value AS into_id, flatten(list([e.name] || e.aliases)) AS names
                   FROM {{overrides}} o JOIN {{entities}} e ON e.entity_id = o.target WHERE o.act = 'merge' GROUP BY 1) x
            ON x.into_id = b.entity_id
        WHERE b.entity_id NOT IN {MERGED}""",
    "offices": f"""SELECT b.* REPLACE ({meant("b.entity_id")} AS entity_id) FROM ({{base}}) b""",
    "involvements": f"""
        SELECT b.* REPLACE ({meant("b.entity_id")} AS entity_id, coalesce(e.name, b.name) AS name)
        FROM ({{base}}) b LEFT JOIN "entities" e ON e.entity_id = {meant("b.entity_id")}""",
    "attributions": f"""
        SELECT b.* REPLACE ({meant("b.speaker")} AS speaker, coalesce(e.name, b.speaker_name) AS speaker_name,
                            CASE WHEN b.attribution_id IN {SPLIT} THEN NULL ELSE {meant("b.utterance_id")} END AS utterance_id)
        FROM ({{base}}) b LEFT JOIN "entities" e ON e.entity_id = {meant("b.speaker")}""",
    "utterances": f"""
        SELECT b.* REPLACE ({meant("b.speaker")} AS speaker, list_sort(list_filter(
                   b.wordings || coalesce(x.more, []), lambda a: NOT list_contains(m.gone, a))) AS wordings)
        FROM ({{base}}) b {WITH_MEANT}
        LEFT JOIN (SELECT o.value AS into_id, flatten(list(u.wordings)) AS more
                   FROM {{overrides}} o JOIN {{utterances}} u ON u.utterance_id = o.target WHERE o.act = 'merge' GROUP BY 1) x
            ON x.into_id = b.utterance_id
        WHERE b.utterance_id NOT IN {MERGED}""",
    "events": f"""
        SELECT b.* REPLACE ({parties("b.actors")} AS actors, {parties("b.recipients")} AS recipients,
                   CASE WHEN b.event_id IN {SPLIT} THEN NULL ELSE {meant("b.occurrence_id")} END AS occurrence_id)
        FROM ({{base}}) b {WITH_MEANT}""",
    "reports": REPORTS,
    "occurrences": f"""
        SELECT b.* REPLACE (coalesce(n.value, b.summary) AS summary, coalesce(s.value, b.status) AS status,
                   {all_meant("b.actors")} AS actors, {all_meant("b.recipients")} AS recipients,
                   r.reports AS reports, r.copies AS copies, greatest(b.voices_low, coalesce(x.low, 0)) AS voices_low,
                   b.voices_high + coalesce(x.high, 0) AS voices_high)
        FROM ({{base}}) b {WITH_MEANT}
        {RENAMED} b.occurrence_id
        LEFT JOIN {{overrides}} s ON s.act = 'status' AND s.target = b.occurrence_id
        LEFT JOIN (SELECT o.value AS into_id, max(c.voices_low) AS low, CAST(sum(c.voices_high) AS BIGINT) AS high
                   FROM {{overrides}} o JOIN {{occurrences}} c ON c.occurrence_id = o.target WHERE o.act = 'merge' GROUP BY 1) x
            ON x.into_id = b.occurrence_id
        JOIN (SELECT occurrence_id, count(*) AS reports, count_if(is_copy) AS copies FROM ({REPORTS}) GROUP BY 1) r
            ON r.occurrence_id = b.occurrence_id
        WHERE b.occurrence_id NOT IN {MERGED}""",
    "findings": f"""SELECT b.* REPLACE ({meant("b.about")} AS about) FROM ({{base}}) b""",
    "relations": f"""
        SELECT b.* REPLACE ({all_meant("b.parties")} AS parties) FROM ({{base}}) b {WITH_MEANT}""",
}
