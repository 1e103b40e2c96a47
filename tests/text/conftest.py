"""No time limit per example: the first call of a compiled kernel compiles it."""

from hypothesis import settings

settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")
