"""The dialog in which an account is armed."""
