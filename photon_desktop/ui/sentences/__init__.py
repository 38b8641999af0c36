"""Sentences of the floors below, said in the user's language: what they are made from is known, so they are recognised
again, taken apart and put together."""
