"""The sizes at which reading stops, each with its reason."""

from __future__ import annotations

KIB = 1 << 10
MIB = 1 << 20
GIB = 1 << 30

HEAD = 64 * KIB
"""Bytes looked at to tell a format: enough for the longest prologue of a feed or a page."""

CHUNK = 256 * KIB
"""Bytes read at once."""

ARTICLE = 256 * MIB
"""The largest single article. A year of a daily newspaper as text is smaller; above it stands a wrong file."""

TEXT = 8 * MIB
"""Characters of one article's text. A long novel has one; above it stands a file of many articles, or no prose."""

RATIO = 200
"""Unpacked bytes for each packed byte. HTML packs about 5 to 30 times, very repetitive logs about 100 times."""

RATIO_FLOOR = 64 * MIB
"""Below this much output no ratio is suspicious: nothing is harmed."""

TOTAL = 4 * GIB
"""Unpacked bytes of one archive above which `TOTAL_RATIO` holds. Size alone harms nothing, since all is streamed."""

TOTAL_RATIO = 20
"""Unpacked bytes for each byte of the outermost file, over the whole archive; web archives stay near 5."""

DEPTH = 4
"""Archives inside archives. A web archive in a zip in a zip has depth 3."""

CONTROL_SHARE = 0.01
"""Share of control characters above which bytes are no text; saved pages hold a stray one at most."""
