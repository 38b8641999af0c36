"""The desk at which an account at Bybit is traded: one thread asks, one listens, and the agent's thread decides."""
