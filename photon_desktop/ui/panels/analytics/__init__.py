"""The analytics dock: how the account did, what decisions were worth, and what the blocked ones would have made."""
