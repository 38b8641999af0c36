"""The dialog of the data: every series of bars that is kept, with its passport."""
