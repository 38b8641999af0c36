"""The dialog in which a person accepts what the exchange holds."""
