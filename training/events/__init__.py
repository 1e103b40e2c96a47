"""How the event head was made, re-runnable; the corpus it learned from."""
