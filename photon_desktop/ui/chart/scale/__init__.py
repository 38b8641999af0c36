"""Where things stand: the bars in view, the range of prices, and the labels of both axes. No Qt."""
