"""The page on which keys of an exchange are entered, tested and forgotten."""
