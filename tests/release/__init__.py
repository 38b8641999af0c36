"""What `python -m release` makes, piece by piece."""
