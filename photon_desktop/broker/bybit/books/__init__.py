"""What happened at the exchange, and how it gets into our books."""
