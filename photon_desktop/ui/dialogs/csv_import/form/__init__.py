"""The form in which a person sees and corrects how a file is read, and what it is filled from."""
