"""Lists read a page at a time, for those who ask from outside: how many there are, and one part of them."""
