"""Quality measures on given data; run from the repository root, each as `python -m evaluation.NAME`."""
