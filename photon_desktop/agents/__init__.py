"""Floor 4: the three agents, each a worker on a thread of its own, and the wiring between them."""
