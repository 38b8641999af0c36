"""What the agents did, done again from what they knew, and compared."""
