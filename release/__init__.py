"""Makes what users install out of a checkout: the frozen program, archives, packages, and what is known of each."""
