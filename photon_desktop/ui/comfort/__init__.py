"""What makes the window pleasant to use: finding what it can do, its layouts, its help, a first tour."""
