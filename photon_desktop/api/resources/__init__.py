"""What can be asked for, each module one part of the API."""
