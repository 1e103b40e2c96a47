"""Pages for people; the reference is generated from code by `python -m docs.generate`."""
