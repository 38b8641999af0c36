"""Imported first, a bench has the program as the command line starts it: with Qt's binding told to read no sources."""

from photon_desktop.qt_binding import leave_sources_unread

leave_sources_unread()
