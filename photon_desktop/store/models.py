"""The tables, as Peewee models that belong to no database: each query is handed the one it runs on.

`migrations.py` makes the tables; a test holds that they agree. Times are ns UTC; money is decimal text.
"""

from peewee import (
    AutoField,
    BigIntegerField,
    BlobField,
    CompositeKey,
    ForeignKeyField,
    IntegerField,
    Model,
    TextField,
)

from photon_desktop.store.fields import DecimalTextField, JsonTextField, StrictJsonTextField
from photon_desktop.trading.money import ZERO


class Symbol(Model):
    """A symbol that bars or the watch list name; `position` is its place there, NULL when not watched."""

    id = AutoField()
    name = TextField(unique=True)
    kind = TextField()
    position = IntegerField(null=True)

    class Meta:
        table_name = "symbols"


class BarSeries(Model):
    """The bars of a symbol at an interval from one source."""

    id = AutoField()
    symbol = ForeignKeyField(Symbol)
    interval = TextField()
    source = TextField()

    class Meta:
        table_name = "bar_series"
        indexes = ((("symbol", "interval", "source"), True),)


class BarBlock(Model):
    """Bars of a series that follow each other, packed as `bar_blocks.BarBlock` says.

    There is no row a bar: a million of them would be read and written ten times slower.
    """

    series = ForeignKeyField(BarSeries)
    first_time = BigIntegerField()
    last_time = BigIntegerField()
    count = IntegerField()
    checksum = BigIntegerField()
    columns = BlobField()

    class Meta:
        table_name = "bar_blocks"
        primary_key = CompositeKey("series", "first_time")


class SeriesPassport(Model):
    """What is known of a series beside its bars, as `trading.passport.Passport` says."""

    series = ForeignKeyField(BarSeries, primary_key=True)
    fetched_at = BigIntegerField()
    first_time = BigIntegerField()
    last_time = BigIntegerField()
    bars = IntegerField()
    gaps = IntegerField()
    missing_bars = IntegerField()
    duplicates = IntegerField()
    zone = TextField()
    adjustments = TextField()
    origin = TextField()
    content_hash = TextField()
    changed = TextField()

    class Meta:
        table_name = "passports"


class Message(Model):
    """A message of the agents, in the order they were stored, and how far it has come."""

    sequence = AutoField()
    id = TextField(unique=True)
    trace_id = TextField(index=True)
    type = TextField()
    ticker = TextField()
    sender = TextField()
    recipient = TextField()
    created_at = BigIntegerField()
    payload = StrictJsonTextField()
    status = TextField()
    note = TextField()
    settled_at = BigIntegerField()

    class Meta:
        table_name = "messages"


class Session(Model):
    """What the agents did from one start to the next: the messages and fills after these numbers."""

    sequence = AutoField()
    id = TextField(unique=True)
    account = TextField()
    market = TextField()
    began_at = BigIntegerField()
    after_message = IntegerField()
    after_fill = IntegerField()
    instruments = JsonTextField()

    class Meta:
        table_name = "sessions"


class Profile(Model):
    """An account as the user names it; `key` is that of its first books, and stays."""

    id = AutoField()
    key = TextField(unique=True)
    name = TextField()
    mode = TextField()
    market = TextField()
    starting_cash = DecimalTextField(null=True)
    product = TextField()
    is_archived = IntegerField(default=0)

    class Meta:
        table_name = "profiles"
        indexes = ((("market", "name"), True),)


class Round(Model):
    """Books that a profile has had, from when to when; it trades in those that have not ended."""

    account = TextField(primary_key=True)
    profile = ForeignKeyField(Profile, field=Profile.key, column_name="profile")
    number = IntegerField()
    began_at = BigIntegerField()
    ended_at = BigIntegerField(null=True)

    class Meta:
        table_name = "rounds"
        indexes = ((("profile", "number"), True),)


class Order(Model):
    """An order; its client order id is the one thing that makes sending it twice impossible."""

    sequence = AutoField()
    client_order_id = TextField(unique=True)
    account = TextField()
    trace_id = TextField()
    decision_id = TextField()
    symbol = TextField()
    side = TextField()
    quantity = DecimalTextField()
    requested_price = DecimalTextField()
    created_at = BigIntegerField()
    mode = TextField()
    purpose = TextField()
    stop_loss = DecimalTextField(null=True)
    take_profit = DecimalTextField(null=True)
    status = TextField()
    note = TextField()
    model_hash = TextField(default="")
    kind = TextField(default="market")
    limit_price = DecimalTextField(null=True)
    stop_price = DecimalTextField(null=True)
    trail_offset = DecimalTextField(null=True)
    trail_unit = TextField(null=True)
    time_in_force = TextField(default="gtc")
    expires_at = BigIntegerField(null=True)
    bracket = TextField(default="")
    filled = DecimalTextField(default=ZERO)
    filled_value = DecimalTextField(default=ZERO)
    parts = IntegerField(default=0)
    is_triggered = IntegerField(default=0)

    class Meta:
        table_name = "orders"


class Fill(Model):
    """An order, or part of it, carried out."""

    sequence = AutoField()
    fill_id = TextField(unique=True)
    account = TextField()
    order = ForeignKeyField(Order, field=Order.client_order_id, column_name="client_order_id")
    symbol = TextField()
    side = TextField()
    quantity = DecimalTextField()
    price = DecimalTextField()
    commission = DecimalTextField()
    slippage = DecimalTextField()
    filled_at = BigIntegerField()

    class Meta:
        table_name = "fills"


class Position(Model):
    """What an account holds, or held, of one symbol."""

    account = TextField()
    symbol = TextField()
    quantity = DecimalTextField()
    cost = DecimalTextField()
    realised = DecimalTextField()
    opened_at = BigIntegerField()
    stop_loss = DecimalTextField(null=True)
    take_profit = DecimalTextField(null=True)

    class Meta:
        table_name = "positions"
        primary_key = CompositeKey("account", "symbol")


class LevelMove(Model):
    """Where the stop and target of a position, or the stop of the trailing order that is named, stood from then on."""

    sequence = AutoField()
    account = TextField()
    symbol = TextField()
    client_order_id = TextField()
    stop_loss = DecimalTextField(null=True)
    take_profit = DecimalTextField(null=True)
    moved_at = BigIntegerField()

    class Meta:
        table_name = "level_moves"


class LedgerEntry(Model):
    """One amount in one book; the rows of one transaction sum to zero."""

    sequence = AutoField()
    account = TextField()
    transaction = TextField()
    line = IntegerField()
    book = TextField()
    symbol = TextField()
    amount = DecimalTextField()
    booked_at = BigIntegerField()

    class Meta:
        table_name = "ledger_entries"


class EquityPoint(Model):
    """What an account was worth at one time."""

    account = TextField()
    time = BigIntegerField()
    equity = DecimalTextField()
    cash = DecimalTextField()

    class Meta:
        table_name = "equity_points"
        primary_key = CompositeKey("account", "time")


class ModelVersion(Model):
    """A trained model: where its file is and what its manifest says."""

    sequence = AutoField()
    version = TextField(unique=True)
    model_type = TextField()
    symbol = TextField()
    interval = TextField()
    created_at = BigIntegerField()
    path = TextField()
    manifest = JsonTextField()
    status = TextField()

    class Meta:
        table_name = "model_versions"


class Input(Model):
    """What one decision, order or fill was made from."""

    sequence = AutoField()
    kind = TextField()
    subject = TextField()
    account = TextField()
    kept_at = BigIntegerField()
    content = JsonTextField()

    class Meta:
        table_name = "inputs"


class ModelStep(Model):
    """One step in the life of a series' model: a challenger proposed, promoted, turned down."""

    sequence = AutoField()
    time = BigIntegerField()
    symbol = TextField()
    interval = TextField()
    kind = TextField()
    champion = TextField()
    challenger = TextField()
    figures = JsonTextField()
    words = TextField()

    class Meta:
        table_name = "model_steps"


class BacktestRun(Model):
    """A backtest's parameters and results."""

    sequence = AutoField()
    id = TextField(unique=True)
    created_at = BigIntegerField()
    name = TextField()
    parameters = JsonTextField()
    results = JsonTextField()

    class Meta:
        table_name = "backtest_runs"


class AgentLog(Model):
    """One line of an agent's log."""

    sequence = AutoField()
    agent = TextField()
    at = BigIntegerField()
    level = TextField()
    text = TextField()
    message_id = TextField()

    class Meta:
        table_name = "agent_log"


class Setting(Model):
    """One setting, a JSON value by its key."""

    key = TextField(primary_key=True)
    value = JsonTextField()

    class Meta:
        table_name = "settings"


class ApiUser(Model):
    """Someone who may use the local API."""

    id = AutoField()
    email = TextField(unique=True)
    password_hash = TextField()
    created_at = BigIntegerField()

    class Meta:
        table_name = "api_users"


class AlertToSend(Model):
    """An alert on its way out by one channel, and how far it has come."""

    sequence = AutoField()
    alert_id = TextField()
    channel = TextField()
    is_urgent = IntegerField()
    content = StrictJsonTextField()
    letter_id = TextField()
    attempts = IntegerField()
    status = TextField()
    note = TextField()
    settled_at = BigIntegerField()

    class Meta:
        table_name = "alerts_to_send"
        indexes = ((("channel", "alert_id"), True),)


ALL = (
    Symbol,
    BarSeries,
    BarBlock,
    SeriesPassport,
    Message,
    Session,
    Profile,
    Round,
    Order,
    Fill,
    Position,
    LevelMove,
    LedgerEntry,
    EquityPoint,
    ModelVersion,
    ModelStep,
    BacktestRun,
    AgentLog,
    Input,
    Setting,
    ApiUser,
    AlertToSend,
)
