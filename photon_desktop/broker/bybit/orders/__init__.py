"""Orders on their way: written exactly, sent at most once, looked up when nobody knows."""
