"""The dialog of the accounts."""
