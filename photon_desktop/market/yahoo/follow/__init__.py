"""Yahoo asked again and again: what to bring of an answer, and when to ask next."""
