"""Who is asking: passwords, tokens, and how often one may try."""
