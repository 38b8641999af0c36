"""The program's work without a window: one module a subcommand, each with `add_arguments` and `run`."""
