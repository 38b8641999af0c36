"""Alerts that leave the program: what is told, when it is held back, and how it gets there."""
