"""The self-check: its score, what differed, and what stayed open."""
