"""Weights of the signs of who spoke quoted words that nothing gives to anybody."""
