"""The model desk: which model decides, what it has shown, which there were before, and how they came and went.

`ModelDeskPanel` in `panel.py` is the door; it shows a `ModelDeskView` of `views.py`.
"""
