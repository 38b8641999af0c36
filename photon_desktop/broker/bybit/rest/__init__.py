"""The signed way to an account: each write sent once, each error sorted by whether it is certain."""
