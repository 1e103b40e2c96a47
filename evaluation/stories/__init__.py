"""Measure records of story packs against their truth, the way a careful reader would go through them."""
