"""The measuring ground of reading: saved pages made by the thousand, rates, memory, start-up times."""
