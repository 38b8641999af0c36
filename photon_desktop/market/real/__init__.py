"""Real markets opened for watching: symbols of any venue, loaded and followed beside one another."""
