"""The account's own stream: what became of orders, as it happens."""
