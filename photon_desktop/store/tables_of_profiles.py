"""The sixth schema: accounts get names, and the books that each has had, round after round."""

import sqlite3

_SIXTH_SCHEMA = (
    """CREATE TABLE profiles (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        key TEXT NOT NULL UNIQUE,
        name TEXT NOT NULL COLLATE NOCASE,
        mode TEXT NOT NULL,
        market TEXT NOT NULL,
        starting_cash TEXT,
        product TEXT NOT NULL,
        is_archived INTEGER NOT NULL DEFAULT 0,
        UNIQUE (market, name))""",
    """CREATE TABLE rounds (
        account TEXT NOT NULL PRIMARY KEY,
        profile TEXT NOT NULL REFERENCES profiles (key),
        number INTEGER NOT NULL,
        began_at INTEGER NOT NULL,
        ended_at INTEGER,
        UNIQUE (profile, number))""",
)
_FIRST_ACCOUNTS = (("paper", "demo"), ("paper-real", "real"))
_OPENED_AT = "coalesce((SELECT min(booked_at) FROM ledger_entries WHERE \"transaction\" = ? || '-opening'), 0)"


def add_profiles(connection: sqlite3.Connection) -> None:
    """Bring the schema from 5 to 6; the paper account of each market becomes its profile "Paper", with the books it
    has, whose first round began when they were opened."""
    for statement in _SIXTH_SCHEMA:
        connection.execute(statement)
    for account, market in _FIRST_ACCOUNTS:
        connection.execute(
            "INSERT INTO profiles (key, name, mode, market, product) VALUES (?, 'Paper', 'paper', ?, 'linear')",
            (account, market),
        )
        connection.execute(
            f"INSERT INTO rounds (account, profile, number, began_at) VALUES (?, ?, 1, {_OPENED_AT})", (account,) * 3
        )
