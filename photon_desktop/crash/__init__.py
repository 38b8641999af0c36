"""What is kept of the program's own faults: a log, and a report that stays on this machine."""
