"""The dialogs in which a person sets something up before it is done."""
