"""The analytics of the account that is traded in: read and worked out off the main thread."""
