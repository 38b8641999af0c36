"""Yahoo asked for charts and symbols: politely, one at a time, its errors turned into ours."""
