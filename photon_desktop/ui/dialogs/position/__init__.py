"""Dialogs on an open position: closing it, and moving its stop and target."""
