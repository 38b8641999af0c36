"""What the time machine shows, read off the main thread."""
