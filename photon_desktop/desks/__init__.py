"""Between the window and the rest of the program: a desk asks, stores and tells what one part of the window needs."""
