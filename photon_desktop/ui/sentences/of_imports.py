"""What reading a file of bars says: see `market.importer`."""

from photon_desktop.ui.language import mark

WHOLE = (
    mark("There are several symbols in {name} ({symbols}); choose which to import."),
    mark("Which symbol the bars are of can't be told from {name}; name it."),
    mark("The bars are {spacing} apart, which is none of the intervals known; choose one of {intervals}."),
    mark("There are too few rows to tell the interval; choose one of {intervals}."),
    mark("Whether the day or the month comes first in dates like {cell} can't be told; choose the order."),
    mark(
        "{format} is no time format; write iso, {known} or a template like %d.%m.%Y %H:%M with a year, a month and"
        " a day."
    ),
    mark("There is no data in {name}, it is empty but for blanks; choose another file."),
    mark("{name} looks like a web page, not OHLCV data; download the file again, or another one."),
    mark("{name}: the file is empty; choose a file with bars."),
    mark("{name} is an archive of a kind not known here; unpack it, or use gzip or zip."),
    mark("{name} is a folder; choose a file."),
    mark("{name} is not a regular file; choose a file."),
    mark("{name} has {size} bytes, over the {most} taken; split it into smaller files."),
    mark("There is no file {name}; check its name and folder."),
    mark("{name} can't be read ({error}); check the file and its permissions."),
    mark("{name} is packed in a way not known here; unpack it and import the file."),
    mark("{name} holds {count} files; unpack it and import one of them."),
    mark("{name} is an Office document; save its table as CSV and import that."),
    mark("There is no CSV inside {name}; choose an archive with a file of bars."),
    mark("There are {count} CSV files inside {name} ({names}); unpack it and import one."),
    mark("{name} is password protected (encrypted); unpack it and import the file."),
    mark(
        "{name}: the unpacked size or ratio is too large (over {most} bytes from {size}); unpack it yourself if you"
        " trust it."
    ),
    mark("There is an archive and no CSV inside {name}; unpack it and import the file in it."),
    mark("The file inside {name} is empty; choose one with bars."),
    mark("{name} is a damaged archive (cut off, or its CRC is wrong); download it again."),
    mark("{name} is {kind}, not a text or CSV file; choose or save a CSV file."),
    mark("{name} is not a text or CSV file; choose a CSV file with bars."),
    mark("The encoding {encoding} is not known; write one like utf-8 or cp1252."),
    mark("Line 1 of {name} is too long ({size} bytes and more): there are no rows; choose a file with a row a line."),
    mark("{name} is a damaged {kind} file; save it again, or as CSV."),
    mark("{name} has {rows} rows of {columns} columns; at most {most} of {widest} are taken, split it."),
    mark("{name} is too large when unpacked; split it into smaller files."),
    mark("There is no data in {name}, it has no rows; choose another file."),
    mark("{name} has over {most} bytes of JSON; save it as CSV and import that."),
    mark("There are no OHLCV columns in {name}: it is JSON without a table of bars."),
    mark("{name} holds {count} tables ({names}); save one of them in a file."),
    mark("{name} is broken JSON (cut off or damaged); download it again."),
    mark("There are no rows of bars in {name}, only a header or text; choose a file with data."),
    mark("There are no OHLCV columns in {name}: no line has a time and prices; choose another file."),
    mark("The import was cancelled; nothing was stored."),
    mark("There is no timestamp or date column in {name}; choose a file with times."),
    mark("There is no timestamp or date column in {name} (its columns are {names}); choose a file with times."),
    mark(
        "The order of the columns in {name} can't be told: no four of them are like a bar's open, high, low and"
        " close; give the file a header."
    ),
    mark(
        "The column order is unknown: of {one} and {other} either may be the open; say which columns are open and"
        " close."
    ),
    mark("There is one column of prices, {column}, and none for open, high and low; say whether it shall be all four."),
    mark("The file has prices of several sides; those of the {side} are taken."),
    mark("The closes are adjusted for splits and dividends, the other prices may not be."),
    mark("There are duplicate columns for the {role}: {names}; choose which one is meant."),
    mark("There is no column for {what} in {name} ({found}); choose a file with open, high, low and close."),
    mark("There are several symbols in {name} ({names}); choose which to import."),
    mark(
        "Of {rows} rows of {name} {count} have the time of another row; choose the column of the time of day, or of"
        " the symbol."
    ),
    mark("There are no rows of data in {name}; choose a file with bars, or another delimiter."),
    mark("None of the {rows} rows of {name} is a bar ({reasons}); choose another format or file."),
    mark("There is no {symbol} in {name}; choose one of its symbols."),
    mark("There are no bars in {name}; nothing was stored."),
    mark("The bars of {name} are {spacing} apart, too close for {interval}; choose their own interval."),
    mark("The time zone {zone} is not known; write UTC, +03:00 or a place like America/New_York."),
    mark("Extreme values in {count} row, the first on {day}."),
    mark("Extreme values in {count} rows, the first on {day}."),
    mark("A possible split of {ratio} on {day} that the prices before it are not adjusted for."),
    mark("There are {count} more possible splits."),
    mark("The times are when a bar ends; each bar is stored by the time at which it opens."),
    mark("{column} is when a bar ends; each bar is stored by the time at which it opens."),
    mark("{count} row of other symbols than {symbol} left out."),
    mark("{count} rows of other symbols than {symbol} left out."),
    mark("The volume is not told in {count} row and counts as 0 there."),
    mark("The volume is not told in {count} rows and counts as 0 there."),
    mark("There are too few rows ({count}) to check their interval."),
    mark("There are dates in the future, up to {time}."),
    mark("Most bars are {spacing} apart, not {interval}."),
    mark("Some times have no timezone ({count} of them); they are read as {zone}."),
    mark("The hour of {time} occurs twice, which looks like a clock change: choose a timezone."),
    mark("The hour of {time} is missing, which looks like a clock change: choose a timezone."),
    mark(
        "The times name no zone and fit New York's session, 09:30 to 16:00; they are read as UTC: choose {zone} if"
        " they are from there (for a command --zone)."
    ),
    mark(
        "The times name no zone; they are read as UTC: choose another zone if they are a local clock's or a"
        " broker's (for a command --zone)."
    ),
    mark(
        "The times name no zone and fit New York's session, 09:30 to 16:00; they are read as {zone}: choose another"
        " zone if they are not from there (for a command --zone)."
    ),
    mark(
        "The times name no zone and begin by fitting New York's session, 09:30 to 16:00; they are read as {zone}:"
        " choose another zone if they are not from there (for a command --zone)."
    ),
    mark("The prices are whole numbers and are divided by {divisor}."),
)

HALF = (
    mark("a picture"),
    mark("a PDF document"),
    mark("an old Excel workbook"),
    mark("a database"),
    mark("it has no header"),
    mark("its columns are {names}"),
    mark("OHLCV prices"),
    mark("column {number} ({name})"),
    mark("column {number}"),
    mark("{names} and {count} more"),
)
