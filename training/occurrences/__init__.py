"""Learn which groups of events are worth a row."""
