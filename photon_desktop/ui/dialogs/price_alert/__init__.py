"""The dialog of the price alerts, and their words."""
