"""The program's errors: one small tree, each message one sentence that says what is wrong, where, and what to do."""


class PhotonError(Exception):
    """Something the user can be told in one sentence; the command line ends with exit code 1 on it."""


class UsageError(PhotonError):
    """The words given on the command line do not fit; exit code 2."""


class ValueRefusedError(PhotonError, ValueError):
    """A value is outside its bounds; the sentence names the bound and the value."""


class DataError(PhotonError):
    """Bars are missing or not what they should be."""


class UnknownSymbolError(DataError):
    """No source has bars for this symbol."""


class NoBarsError(DataError):
    """A source knows the symbol and has no bars of it in that span."""


class NotEnoughDataError(DataError):
    """There are bars, but fewer than the work needs."""


class StoreError(PhotonError):
    """The store could not do what was asked; nothing was changed."""


class StoreLockedError(StoreError):
    """Another program holds the store."""


class StoreNewerError(StoreError):
    """The store was written by a newer version; it was not touched."""


class StoreFullError(StoreError):
    """The disk is full; what was being written was taken back."""


class StoreDamagedError(StoreError):
    """The file is not a store, or is damaged."""


class DuplicateError(StoreError):
    """What should be stored under this id is stored already; nothing was changed."""


class DuplicateOrderError(DuplicateError):
    """An order with this client order id is stored already."""


class ModelError(PhotonError):
    """A model is missing, unreadable, or of another version."""


class MessageError(PhotonError, ValueError):
    """A message's content is not what its contract says."""


class OrderError(PhotonError):
    """An order can't be placed or filled as it stands."""


class AccountBreachError(PhotonError):
    """The books do not add up; trading must halt."""


class RuleError(PhotonError):
    """A rule of the user's own failed; the sentence names the file and the line."""


class DisplayError(PhotonError):
    """No window can be opened here."""
