"""What the alerts' channels and their secrets say: see `alerts`."""

from photon_desktop.ui.language import mark

WHOLE = (
    mark("Kept for this session only: {why}."),
    mark("Kept in {keyring}."),
    mark("This system has no keyring."),
    mark("Enter it again after a restart."),
    mark(
        "A secret lasts only as long as the window that it was entered in, and photon-desktop serve has none:"
        " enter it in the window under Settings, Alerts, and let that run."
    ),
    mark("The secret is empty, too long, or has characters that can't be typed; enter it again."),
    mark("The webhook's secret has {count} characters; use 16 or more, so that nobody can guess it."),
    mark("This is no bot's token; BotFather gives it as a number, a colon, and letters."),
    mark("The webhook's address is not in the keyring; enter it again under Settings, Alerts."),
    mark("{keyring} took the secret and does not give it back; it was not kept."),
    mark("{keyring} still holds the secret; remove {service} there."),
    mark("The secret can't be read: {keyring} is locked; unlock it and try again."),
    mark("The secret can't be read: {keyring} failed ({error}); try again."),
    mark("The secret can't be kept: {keyring} is locked; unlock it and try again."),
    mark("The secret can't be kept: {keyring} failed ({error}); try again."),
    mark("The secret can't be forgotten: {keyring} is locked; unlock it and try again."),
    mark("The secret can't be forgotten: {keyring} failed ({error}); try again."),
    mark("The keyring that is configured here can't be opened ({error})."),
    mark("There is no secret to sign with; enter one under Settings, Alerts."),
    mark("There is no token of the bot; enter it under Settings, Alerts."),
    mark("There is no password of the mail server; enter it under Settings, Alerts."),
    mark("Nobody has answered in time."),
    mark("It was broken off."),
    mark("The channel was switched off."),
    mark("It was tried {count} times."),
    mark("{who} has taken it."),
    mark("{who} has taken it ({status})."),
    mark("{who} took the mail, but not for {recipients}."),
    mark("{who} takes no mail for these addresses ({code})."),
    mark("{who} does not take the mail ({code})."),
    mark("{who} does not take the user or the password; enter them again."),
    mark("{who} does not do what is asked of it; choose another security."),
    mark("{who} has no certificate that this computer trusts."),
    mark("{who} can't be reached, or hangs up."),
    mark("{who} can't be reached."),
    mark("{who} does not answer in time."),
    mark("{who} has an address that can't be used; enter it again."),
    mark("{who} answers {status}."),
    mark("{who} answers {status}: {why}."),
    mark("{who} answers {status}: it has moved; enter the address where it is now."),
    mark("Look at what is entered here."),
    mark("{who} does not know the bot's token; enter it again."),
    mark("Mail would go out readable by anybody on the way; use STARTTLS or TLS."),
    mark("The user's name has characters that can't be sent."),
)
HALF = (mark("the webhook at {host}"), mark("the mail server {host}"), mark("Telegram's server {host}"))
