"""The page of the settings about alerts that leave the program."""
