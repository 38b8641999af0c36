"""Floor 3: what a strategy would have made, told truthfully."""
