"""Asking and answering: routes, their fields, pages, guards, the description of it all."""
