"""The codes of what stands between an order and its venue."""

NOT_RECONCILED = "NOT_RECONCILED"  # the books and the venue have not been found to agree
STREAM_DOWN = "STREAM_DOWN"  # what becomes of an order would not be heard
