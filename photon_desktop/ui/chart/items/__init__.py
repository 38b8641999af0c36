"""What is painted: each item draws only what is in view, from arrays, on whole pixels."""
