"""The ways out of the program: a webhook, a Telegram bot, and mail."""
