"""The measuring ground of lineage: planted copies and look-alikes, scorers, growth piles, peers."""
