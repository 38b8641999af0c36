"""Orders at Bybit: spot and linear, in demo, on the testnet and live."""
