"""The window's own parts: actions, bars and small dialogs."""
