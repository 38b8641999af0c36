"""What makes the window pleasant to keep open: it trades nothing and decides nothing."""
