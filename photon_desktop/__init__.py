"""Photon Desktop: a trading program for one person at one machine."""

__version__ = "0.1.0"
