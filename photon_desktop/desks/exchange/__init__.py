"""The desks of trading at an exchange: keys, checks before arming, arming, and what the books cannot explain."""
