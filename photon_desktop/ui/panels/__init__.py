"""What stands around the chart: the docks, and in `frame` the bars, menus and dialogs of the window itself."""
