"""The thread on which files are opened, read and stored."""
