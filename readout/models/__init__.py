"""Adapters of trained networks to Readout's ports, with the weights and their cards."""
