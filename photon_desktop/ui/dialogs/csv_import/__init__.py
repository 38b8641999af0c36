"""The CSV import: how a file is understood, beside what comes of it, before anything is stored.

`CsvImportDialog` in `dialog.py` is the door. What the user changes is a `Draft` (`draft.py`), files are read on
a thread of its own (`reading_thread.py`), and nothing here knows the store: the dialog is handed what keeps bars.
"""
