"""How the English pipeline's weights were made; see README.md here."""
