"""Bars out of any vendor's file: what the file is, what it says, and how far it can be trusted."""
