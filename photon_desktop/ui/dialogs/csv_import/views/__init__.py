"""The tables of the import: the file as it stands, the bars it becomes, and how far they can be trusted."""
