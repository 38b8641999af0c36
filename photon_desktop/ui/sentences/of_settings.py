"""Why a setting is refused: see `settings.setting`."""

from photon_desktop.ui.language import mark

WHOLE = (
    mark("{label} is {value}; it lies between {least} and {most}."),
    mark("{label} is {value}; it lies above {least} and up to {most}."),
    mark("{label} is {value}; it is on or off."),
    mark("{label} is {value}; it is one of: {choices}."),
    mark("{label} is {value}; it is an address like tcp://192.168.1.20:8786, or empty."),
    mark("{label} is {value}; it is a whole number of {unit}."),
    mark("{label} is no readable value."),
    mark("It was stored so; the default, {value}, is used."),
    mark("It was stored so for one account; the value for all accounts is used."),
)
