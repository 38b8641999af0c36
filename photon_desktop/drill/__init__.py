"""Beside the commands: the crash drill, in which a trading program is killed again and again and its books examined."""
