"""Time a read of many stories."""
