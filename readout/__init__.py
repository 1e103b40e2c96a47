"""Readout reads overlapping news coverage and writes one sourced record of what happened."""

__version__ = "0.1.0"
