"""Files in layouts of no vendor in particular: told by what stands in them."""

import json
from pathlib import Path

import pytest

from photon_desktop.errors import DataError
from photon_desktop.market.importer.reading import OpenedFile, open_file, read_bars
from photon_desktop.trading.bars import Bars
from photon_desktop.trading.interval import Interval
from tests.market.importer.layouts import english, excel_days, expected, german, lines, rows

H, D, M, W = Interval.HOUR_1, Interval.DAY_1, Interval.MINUTE_1, Interval.WEEK_1

LAYOUTS = {
    "japanese names": (D, lines("日付,始値,高値,安値,終値,出来高", lambda r: f"{r.at:%Y/%m/%d},{r.commas}", D)),
    "chinese names": (
        D, lines("日期\t开盘\t最高\t最低\t收盘\t成交量", lambda r: f"{r.at:%Y-%m-%d}\t{r.tabs}", D)
    ),
    "korean names": (D, lines("날짜,시가,고가,저가,종가,거래량", lambda r: f"{r.at:%Y.%m.%d},{r.commas}", D)),
    "russian names in angle brackets": (
        H, lines("<TICKER>;<PER>;<DATE>;<TIME>;<OPEN>;<HIGH>;<LOW>;<CLOSE>;<VOL>",
                 lambda r: f"SBER;60;{r.at:%Y%m%d};{r.at:%H%M%S};{r.semicolons}", H)
    ),
    "russian words": (
        D, lines("Дата;Открытие;Максимум;Минимум;Закрытие;Объём",
                 lambda r: f"{r.at:%d.%m.%Y};{r.german}", D)
    ),
    "spanish names, semicolons, decimal commas": (
        D, lines("Fecha;Apertura;Máximo;Mínimo;Cierre;Volumen",
                 lambda r: f"{r.at:%d/%m/%Y};{r.german}", D)
    ),
    "italian names": (
        D, lines("Data;Apertura;Massimo;Minimo;Chiusura;Volume",
                 lambda r: f"{r.at:%d/%m/%Y};{r.german}", D)
    ),
    "portuguese names": (
        D, lines("Data;Abertura;Máxima;Mínima;Fechamento;Volume",
                 lambda r: f"{r.at:%d/%m/%Y};{r.german}", D)
    ),
    "polish names": (
        D, lines("Data,Otwarcie,Najwyzszy,Najnizszy,Zamkniecie,Wolumen",
                 lambda r: f"{r.at:%Y-%m-%d},{r.commas}", D)
    ),
    "names in a language not known": (
        D, lines("Päivä,Avaus,Ylin,Alin,Päätös,Vaihto", lambda r: f"{r.at:%Y-%m-%d},{r.commas}", D)
    ),
    "columns the other way round": (
        H, lines("Volume,Close,Low,High,Open,Time",
                 lambda r: f"{r.v},{r.c},{r.l},{r.h},{r.o},{r.at:%Y-%m-%d %H:%M:%S}", H)
    ),
    "low and high before open and close, no header": (
        H, lines(None, lambda r: f"{r.unix},{r.l},{r.h},{r.o},{r.c},{r.v}", H)
    ),
    "weekly bars": (W, lines("Week,Open,High,Low,Close,Volume", lambda r: f"{r.at:%G-W%V},{r.commas}", W)),
    "weeks with their day": (
        W, lines("Date,Open,High,Low,Close,Volume", lambda r: f"{r.at:%G-W%V-%u},{r.commas}", W)
    ),
    "seconds since 1970 with a fraction": (
        M, lines("ts,o,h,l,c,v", lambda r: f"{r.unix}.0,{r.commas}", M)
    ),
    "seconds since 1970 in powers of ten": (
        H, lines("ts,o,h,l,c,v", lambda r: f"{r.unix:.9e},{r.commas}", H)
    ),
    "milliseconds, quoted throughout": (
        M, lines('"t","o","h","l","c","v"', lambda r: f'"{r.unix}000","' + r.commas.replace(",", '","') + '"', M)
    ),
    "microseconds, tabs": (M, lines("time\topen\thigh\tlow\tclose\tvolume",
                                    lambda r: f"{r.unix}000000\t{r.tabs}", M)),
    "nanoseconds, bars": (M, lines(None, lambda r: f"{r.unix}000000000|{r.o}|{r.h}|{r.l}|{r.c}|{r.v}", M)),
    "a comma at the end of each row": (
        D, lines("Date,Open,High,Low,Close,Volume", lambda r: f"{r.at:%Y-%m-%d},{r.commas},", D)
    ),
    "a comma at the end of each line": (
        D, lines("Date,Open,High,Low,Close,Volume,", lambda r: f"{r.at:%Y-%m-%d},{r.commas},", D)
    ),
    "an index without a name": (
        D, lines("Date,Open,High,Low,Close,Volume", lambda r: f"{r.unix % 97},{r.at:%Y-%m-%d},{r.commas}", D)
    ),
    "a numbered index with an empty name": (
        D, lines(",Date,Open,High,Low,Close,Volume", lambda r: f"7,{r.at:%Y-%m-%d},{r.commas}", D)
    ),
    "comments above and between": (
        H, lines("# made by hand\n# two lines\ntime,open,high,low,close,volume",
                 lambda r: f"# row {r.v}\n{r.at:%Y-%m-%dT%H:%M:%SZ},{r.commas}", H)
    ),
    "a header that is a comment": (
        H, lines("#time,open,high,low,close,volume", lambda r: f"{r.at:%Y-%m-%d %H:%M},{r.commas}", H)
    ),
    "a preamble of sentences": (
        D, lines("Historical quotes of ACME Corp.\nCurrency: USD, prices as traded\n\nDate;Open;High;Low;Close;Volume",
                 lambda r: f"{r.at:%Y-%m-%d};{r.semicolons}", D)
    ),
    "percent and change columns": (
        D, lines("Date,Close,Change,% Chg,Open,High,Low,Volume",
                 lambda r: f"{r.at:%b %d %Y},{r.c},-1.25,-0.35%,{r.o},{r.h},{r.l},{r.v}", D)
    ),
    "dates like 7-Dec-24": (
        D, lines("Date,Open,High,Low,Close,Volume", lambda r: f"{r.at.day}-{r.at:%b-%y},{r.commas}", D)
    ),
    "dates like 12/07/2024 04:00 PM": (
        H, lines("Date,Open,High,Low,Close,Volume", lambda r: f"{r.at:%m/%d/%Y %I:%M %p},{r.commas}", H)
    ),
    "dates like 20241207 160000": (
        H, lines(None, lambda r: f"{r.at:%Y%m%d %H%M%S},{r.commas}", H)
    ),
    "dates like 20241207160000": (
        M, lines("Date;Open;High;Low;Close;Volume", lambda r: f"{r.at:%Y%m%d%H%M%S};{r.semicolons}", M)
    ),
    "dates like 20241207": (D, lines(None, lambda r: f"{r.at:%Y%m%d},{r.commas}", D)),
    "dates like Sat 07 Dec 2024": (
        D, lines("Date;Open;High;Low;Close;Volume", lambda r: f"{r.at:%a %d %b %Y};{r.semicolons}", D)
    ),
    "dates like Saturday, December 7, 2024": (
        D, lines("Date;Open;High;Low;Close;Volume", lambda r: f"{r.at:%A, %B %d, %Y};{r.semicolons}", D)
    ),
    "dates like Fri Dec 06 2024 10:00:00": (
        H, lines("Date;Open;High;Low;Close;Volume", lambda r: f"{r.at:%a %b %d %Y %H:%M:%S};{r.semicolons}", H)
    ),
    "dates like 2024-12-07 16.00.00": (
        H, lines("Date;Open;High;Low;Close;Volume", lambda r: f"{r.at:%Y-%m-%d %H.%M.%S};{r.semicolons}", H)
    ),
    "date and time apart, time first": (
        H, lines("Time,Date,Open,High,Low,Close,Volume", lambda r: f"{r.at:%H:%M},{r.at:%d.%m.%Y},{r.commas}", H)
    ),
    "date and time apart, no header, tabs": (
        M, lines(None, lambda r: f"{r.at:%d/%m/%Y}\t{r.at:%H:%M:%S}\t{r.tabs}", M)
    ),
    "excel days": (
        D, lines("Date,Open,High,Low,Close,Volume", lambda r: f"{excel_days(r.at)},{r.commas}", D)
    ),
    "excel days with hours": (
        H, lines("Time,Open,High,Low,Close,Volume", lambda r: f"{excel_days(r.at)},{r.commas}", H)
    ),
    "an average price between": (
        H, lines("time,vwap,open,high,low,close,volume,trades",
                 lambda r: f"{r.unix},{r.o},{r.commas},9", H)
    ),
    "an average price before the volume, no header": (
        H, lines(None, lambda r: f"{r.unix},{r.o},{r.h},{r.l},{r.c},{r.o},{r.v},12", H)
    ),
    "averages and bands of a chart": (
        H, lines("time,open,high,low,close,SMA 20,Upper,Lower,Volume,Volume MA,RSI",
                 lambda r: f"{r.unix},{r.o},{r.h},{r.l},{r.c},{r.h},{r.h},{r.l},{r.v},777,55.5", H)
    ),
    "money beside units": (
        H, lines("unix,date,symbol,open,high,low,close,Volume USDT,Volume BTC,tradecount",
                 lambda r: f"{r.unix}000,{r.at:%Y-%m-%d %H:%M:%S},BTC/USDT,{r.o},{r.h},{r.l},{r.c},99999999,{r.v},4", H)
    ),
    "dollars and thousands": (
        D, lines("Date,Open,High,Low,Close,Volume",
                 lambda r:
                 ",".join([f"{r.at:%m/%d/%Y}", *(f'"${english(x)}"' for x in r.prices), f'"{int(r.v):,}"']), D)
    ),
    "euros behind the number": (
        D, lines("Datum;Eröffnung;Hoch;Tief;Schluss;Volumen",
                 lambda r: ";".join([f"{r.at:%d.%m.%y}", *(f"{german(x)} €" for x in r.prices), r.v]), D)
    ),
    "apostrophes between thousands": (
        D, lines("Datum;Eröffnung;Hoch;Tief;Schluss;Volumen",
                 lambda r: ";".join([f"{r.at:%d.%m.%Y}", *(english(x).replace(",", "'") for x in r.prices), r.v]), D)
    ),
    "narrow spaces between thousands": (
        D, lines("Date;Ouverture;Haut;Bas;Clôture;Volume",
                 lambda r: ";".join([f"{r.at:%d/%m/%Y}",
                                     *(english(x).replace(",", "\u202f").replace(".", ",") for x in r.prices), r.v]), D)
    ),
    "volumes in thousands": (
        D, lines("Date,Open,High,Low,Close,Vol.",
                 lambda r: f"{r.at:%Y-%m-%d},{r.o},{r.h},{r.l},{r.c},{int(r.v) / 1000:.3f}K", D)
    ),
    "columns aligned by spaces": (
        H, lines("      Date  Time     Open     High      Low    Close   Volume",
                 lambda r: f"{r.at:%Y-%m-%d} {r.at:%H:%M} {r.o:>9} {r.h:>9} {r.l:>9} {r.c:>9} {r.v:>8}", H)
    ),
    "an offset of its own in each time": (
        H, lines("time,open,high,low,close,volume", lambda r: f"{r.at:%Y-%m-%dT%H:%M:%S}+0000,{r.commas}", H)
    ),
    "GMT behind each time": (
        H, lines("time,open,high,low,close,volume", lambda r: f"{r.at:%d %b %Y %H:%M:%S} GMT,{r.commas}", H)
    ),
    "the newest first, lines ended by CR and LF": (
        D, "Date,Open,High,Low,Close,Volume\r\n"
        + "\r\n".join(f"{r.at:%d-%m-%Y},{r.commas}" for r in reversed(rows(D)))
    ),
    "bid and ask": (
        M, lines("time,bid_open,bid_high,bid_low,bid_close,ask_open,ask_high,ask_low,ask_close,volume",
                 lambda r: f"{r.unix},{r.o},{r.h},{r.l},{r.c},9,9,9,9,{r.v}", M)
    ),
    "middle, bid and ask with points": (
        M, lines("time,volume,bid.o,bid.h,bid.l,bid.c,ask.o,ask.h,ask.l,ask.c,mid.o,mid.h,mid.l,mid.c",
                 lambda r: f"{r.unix},{r.v},8,8,8,8,9,9,9,9,{r.o},{r.h},{r.l},{r.c}", M)
    ),
    "names with the symbol in them": (
        D, lines("Date,Open_AAPL,High_AAPL,Low_AAPL,Close_AAPL,Volume_AAPL",
                 lambda r: f"{r.at:%Y-%m-%d},{r.commas}", D)
    ),
    "names in capitals with units": (
        H, lines("DATETIME_UTC;OPEN_PRICE;HIGH_PRICE;LOW_PRICE;CLOSE_PRICE;TRADED_VOLUME",
                 lambda r: f"{r.at:%Y-%m-%d %H:%M:%S.000};{r.semicolons}", H)
    ),
    "names in camel case": (
        M, lines("openTime,openPrice,highPrice,lowPrice,closePrice,baseVolume,quoteVolume,closeTime",
                 lambda r: f"{r.unix}000,{r.commas},1,{r.unix + 59}999", M)
    ),
    "quoted names with blanks, thousands as in India": (
        D, lines('"Date ","series ","OPEN ","HIGH ","LOW ","PREV. CLOSE ","ltp ","close ","vwap ","VOLUME "',
                 lambda r: f'"{r.at:%d-%b-%Y}","EQ",{",".join(chr(34) + english(x) + chr(34) for x in r.prices[:3])},'
                           f'"999.00","1.00","{english(r.c)}","1,00,000.00","{int(r.v):,}"', D)
    ),
    "stars behind the names": (
        D, lines("Date\tOpen\tHigh\tLow\tClose*\tAdj Close**\tVolume",
                 lambda r: "\t".join([f"{r.at:%b %d, %Y}", *map(english, r.prices), "9.99", f"{int(r.v):,}"]), D)
    ),
    "pieces beside turnover": (
        D, lines("Datum;Erster;Hoch;Tief;Schlusskurs;Stuecke;Volumen",
                 lambda r: f"{r.at:%d.%m.%Y};{r.german};{german(str(float(r.v) * 1000))}", D)
    ),
    "a column of hours": (
        H, lines("date,hour,open,high,low,close,volume", lambda r: f"{r.at:%Y-%m-%d},{r.at.hour},{r.commas}", H)
    ),
    "twelve columns with their names": (
        M, lines("Open time,Open,High,Low,Close,Volume,Close time,Quote asset volume,Number of trades,"
                 "Taker buy base asset volume,Taker buy quote asset volume,Ignore",
                 lambda r: f"{r.unix}000,{r.commas},{r.unix + 59}999,123.5,100,5.5,777,0", M)
    ),
    "a date, a previous close and a turnover of a numbered stock": (
        D, lines("ts_code,trade_date,open,high,low,close,pre_close,change,pct_chg,vol,amount",
                 lambda r: f"600519.SH,{r.at:%Y%m%d},{','.join(r.prices)},1000.00,1.0,0.5,{r.v},99999.5", D)
    ),
    "blanks behind the commas": (
        D, lines("Date, Open, High, Low, Close, Volume", lambda r: f"{r.at:%m/%d/%y}, {r.commas.replace(',', ', ')}", D)
    ),
    "JSON lines": (
        M, "\n".join(json.dumps({"t": r.unix, "o": float(r.o), "h": float(r.h), "l": float(r.l), "c": float(r.c),
                                 "v": int(r.v)}) for r in rows(M))
    ),
    "JSON columns": (
        D, json.dumps({"s": "ok", "t": [r.unix for r in rows(D)],
                       **{name: [float(getattr(r, name)) for r in rows(D)] for name in "ohlcv"}})
    ),
    "JSON by date": (
        D, json.dumps({"Meta Data": {"2. Symbol": "IBM"}, "Time Series (Daily)": {
            f"{r.at:%Y-%m-%d}": {"1. open": r.o, "2. high": r.h, "3. low": r.l, "4. close": r.c, "5. volume": r.v}
            for r in reversed(rows(D))}})
    ),
    "JSON of a chart": (
        H, json.dumps({"chart": {"result": [{
            "meta": {"symbol": "SPY"}, "timestamp": [r.unix for r in rows(H)],
            "indicators": {"quote": [{name: [float(getattr(r, name[0])) for r in rows(H)]
                                      for name in ("open", "high", "low", "close", "volume")}]}}]}})
    ),
}  # fmt: skip


def opened(tmp_path: Path, text: str, encoding: str = "utf-8") -> OpenedFile:
    path = tmp_path / "prices of something.txt"
    path.write_bytes(text.encode(encoding))
    return open_file(path)


def bars_of(file: OpenedFile) -> Bars:
    reading = read_bars(file, file.format)
    assert reading.report.dropped == ()
    return reading.bars


@pytest.mark.parametrize("name", LAYOUTS)
def test_a_layout_of_nobody_gives_its_bars(name: str, tmp_path: Path) -> None:
    interval, text = LAYOUTS[name]
    file = opened(tmp_path, text)
    assert bars_of(file) == expected(interval)
    assert file.format.interval is interval
    assert {question.about for question in file.questions} <= {"symbol"}


@pytest.mark.parametrize(
    ("encoding", "name"),
    [
        ("utf-16", "russian words"), ("utf-16-be", "percent and change columns"), ("utf-32", "japanese names"),
        ("utf-8-sig", "euros behind the number"), ("cp1251", "russian words"), ("gb18030", "chinese names"),
        ("shift_jis", "japanese names"), ("cp1252", "euros behind the number"),
        ("latin-1", "spanish names, semicolons, decimal commas"),
    ],
)  # fmt: skip
def test_a_layout_is_read_in_the_encodings_of_its_country(encoding: str, name: str, tmp_path: Path) -> None:
    interval, text = LAYOUTS[name]
    assert bars_of(opened(tmp_path, text, encoding)) == expected(interval)


def test_a_zone_by_its_letters_and_one_in_the_columns_name_count(tmp_path: Path) -> None:
    text = lines("time,open,high,low,close,volume", lambda r: f"{r.at:%Y-%m-%d %H:%M:%S} EST,{r.commas}", H)
    assert bars_of(opened(tmp_path, text)) == expected(H, -5 * 3_600)
    text = lines("date,open,high,low,close,volume", lambda r: f"{r.at:%Y%m%d %H:%M:%S} US/Eastern,{r.commas}", H)
    file = opened(tmp_path, text)
    assert (file.format.zone, bars_of(file)) == ("US/Eastern", expected(H, -5 * 3_600))
    text = lines("time (UTC+3),open,high,low,close,volume", lambda r: f"{r.at:%Y-%m-%d %H:%M},{r.commas}", H)
    file = opened(tmp_path, text)
    assert (file.format.zone, bars_of(file)) == ("UTC+3", expected(H, 3 * 3_600))


def test_times_that_most_rows_share_are_refused(tmp_path: Path) -> None:
    text = lines("date,part,open,high,low,close,volume", lambda r: f"{r.at:%Y-%m-%d},p{r.at.hour},{r.commas}", H)
    with pytest.raises(DataError, match="have the time of another row"):
        bars_of(opened(tmp_path, text))


def test_sides_of_a_market_are_no_symbols_and_the_one_taken_is_named(tmp_path: Path) -> None:
    file = opened(tmp_path, LAYOUTS["bid and ask"][1])
    assert file.warnings == ("The file has prices of several sides; those of the bid are taken.",)


def test_one_column_of_prices_is_asked_about(tmp_path: Path) -> None:
    file = opened(tmp_path, lines("snapped_at,price,market_cap,total_volume",
                                  lambda r: f"{r.at:%Y-%m-%d %H:%M:%S} UTC,{r.c},123456789.0,{r.v}", D))  # fmt: skip
    assert [question.about for question in file.questions] == ["columns", "symbol"]
    bars = read_bars(file, file.format).bars
    assert bars.open.tolist() == bars.close.tolist() == expected(D).close.tolist()
    assert bars.volume.tolist() == expected(D).volume.tolist()


def test_an_order_of_open_and_close_that_can_not_be_told_is_asked_about(tmp_path: Path) -> None:
    text = "\n".join(f"{1_700_000_000 + 3600 * n},99,101,100,100.5,5" for n in range(5))
    question = next(one for one in opened(tmp_path, text).questions if one.about == "columns")
    assert question.sentence.startswith("The column order is unknown")
    assert question.choices == ("column 4", "column 5")


def test_bars_of_ten_minutes_are_asked_about(tmp_path: Path) -> None:
    text = "\n".join(
        f"{row.unix + number * 540},{row.o},{row.h},{row.l},{row.c},{row.v}" for number, row in enumerate(rows(M))
    )
    question = next(one for one in opened(tmp_path, text).questions if one.about == "interval")
    assert "10 minutes apart" in question.sentence
    assert "15m" in question.choices
