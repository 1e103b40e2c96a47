"""Formats that people's tools read already: one function from a pile to rows or text each."""
