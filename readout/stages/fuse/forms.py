"""Tell meetings by their form: a dinner is not the talks, an inauguration no meeting of ministers."""

from __future__ import annotations

import re

FORM_WORD = re.compile(r"[a-z]+")
# Meetings that are no others: a dinner is not the talks, a telephone call is no visit, who meets the press does not negotiate.
FORMS = {
    "dinner": "meal", "lunch": "meal", "breakfast": "meal", "supper": "meal", "banquet": "meal", "dine": "meal",
    "phone": "call", "telephone": "call", "call": "call",
    "briefing": "press", "funeral": "funeral", "ceremony": "ceremony",
    "reception": "ceremony", "concert": "ceremony", "parade": "ceremony",
    "separate": "separate", "session": "session", "sitting": "session", "hearing": "session",
}  # fmt: skip
# The form of acts that detection reads as meetings of their own kind.
OWN_FORM = {"ceremony": "ceremony", "election": "vote"}


def form_of(words: str) -> str | None:
    """Say what form a meeting has, where its own words tell: a meal, a call, a press conference."""
    low = words.lower()
    if "press conference" in low or "news conference" in low:
        return "press"
    listed = {w.removesuffix("s") for w in FORM_WORD.findall(low)}
    return next((form for word, form in FORMS.items() if word in listed), None)
