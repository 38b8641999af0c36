"""Downloading bars into a file: what to fetch, how far it is, and where it went.

`DownloadDialog` in `dialog.py` is the door; `worker.py` fetches on threads of its own, which `lanes.py` holds.
"""
