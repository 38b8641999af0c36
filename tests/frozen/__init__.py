"""The built program, started as a user starts it."""
