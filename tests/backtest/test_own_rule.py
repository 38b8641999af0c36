"""A user's rule in a file: what it sees, what it may say, and how its mistakes are told."""

from pathlib import Path

import numpy as np
import pytest

from photon_desktop.backtest.own_rule import OwnRule, plan_of_own_rule
from photon_desktop.backtest.own_rule_process import ask
from photon_desktop.backtest.stopwatch import Stopwatch
from photon_desktop.backtest.strategies import SmaCross
from photon_desktop.errors import NotEnoughDataError, RuleError, ValueRefusedError
from photon_desktop.trading.bars import Bars
from tests.backtest.markets import generated_bars

BARS = generated_bars(60)
SMA = """
warm_up = 20
def signal(bars):
    gaps = [bars.close[-10 - back:len(bars) - back].mean() - bars.close[-20 - back:len(bars) - back].mean()
            for back in ((1, 0) if len(bars) > 20 else (0, 0))]
    return 1 if gaps[0] < 0 < gaps[1] else -1 if gaps[0] > 0 > gaps[1] else None
"""
PEEK = """
seen = []
def signal(bars):
    columns = [bars.times, bars.open, bars.high, bars.low, bars.close, bars.volume]
    assert {len(column) for column in columns} == {len(bars)}
    for column in columns:
        whole = column
        while whole.base is not None:
            whole = whole.base
        assert not whole[len(bars):].any(), "the future"
        assert not column.flags.writeable
    return 1 if len(bars) == 3 else 0
"""


class Replies(list):
    def send(self, obj: object) -> None:
        self.append(obj)


def in_silence(done: int, total: int) -> None:
    pass


def rule_file(folder: Path, text: str, name: str = "mine.py") -> Path:
    (folder / name).write_text(text)
    return folder / name


def signals_of(folder: Path, text: str, bars: Bars = BARS) -> list[int]:
    return np.frombuffer(ask(Replies(), rule_file(folder, text), bars).signals, np.int8).tolist()


def test_a_rule_says_what_it_wants_at_each_bar(tmp_path: Path) -> None:
    bars = generated_bars(400)
    assert signals_of(tmp_path, SMA, bars) == SmaCross().signals(bars).tolist()


def test_a_rule_sees_the_bars_that_have_closed_and_nothing_else(tmp_path: Path) -> None:
    assert signals_of(tmp_path, PEEK) == [0, 0, 1] + [0] * 57


def test_bars_before_the_warm_up_are_not_asked_about(tmp_path: Path) -> None:
    assert signals_of(tmp_path, "warm_up = 58\ndef signal(bars): return -1") == [0] * 58 + [-1, -1]


def test_how_many_bars_were_asked_is_told_now_and_then(tmp_path: Path) -> None:
    replies = Replies()
    ask(replies, rule_file(tmp_path, "def signal(bars): return 0"), generated_bars(2_500))
    assert replies == [0, 1_000, 2_000]


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("def signal(bars):\n    x = 1\n    return x / 0", r"mine.py, line 3: ZeroDivisionError: division by zero \(at the bar of 1970-01-01T00:00:00Z\)"),  # noqa: E501
        ("def other():\n    return [][5]\ndef signal(bars):\n    return other()", "mine.py, line 2: IndexError"),
        ("import numpy as np\ndef signal(bars):\n    return np.ones(3).reshape(2, 2)", "mine.py, line 3: ValueError"),
        ("def signal(bars) return 1", "mine.py, line 1: expected ':'"),
        ("x = 1\nimport no_such_thing", "mine.py, line 2: ModuleNotFoundError: No module named 'no_such_thing'"),
        ("def signal(bars): return 5 if len(bars) == 3 else 0", "returned 5 at the bar of 1970-01-01T02:00:00Z; it may return 1, -1, 0 or None"),  # noqa: E501
        ("def signal(bars): return 'buy'", "returned 'buy'"),
        ("def signal(bars): return True", "returned True"),
        ("def signal(bars): return float('nan')", "returned nan"),
        ("def decide(bars): return 1", r"mine.py has no function signal\(bars\)"),
        ("signal = 1", r"mine.py has no function signal\(bars\)"),
        ("warm_up = -1\ndef signal(bars): return 1", "a warm_up of -1; it is a whole number of bars from 0"),
        ("def signal(bars): bars.close[-1] = 1", "mine.py, line 1: ValueError: assignment destination is read-only"),
    ],
)  # fmt: skip
def test_a_rules_mistake_is_told_with_file_and_line(tmp_path: Path, text: str, sentence: str) -> None:
    with pytest.raises(RuleError, match=sentence) as caught:
        signals_of(tmp_path, text)
    assert "\n" not in str(caught.value)


def test_a_mistake_in_a_file_beside_the_rule_is_told_with_that_file(tmp_path: Path) -> None:
    rule_file(tmp_path, "def wrong():\n    raise RuntimeError", "beside.py")
    with pytest.raises(RuleError, match=r"beside\.py, line 2: RuntimeError"):
        signals_of(tmp_path, "import beside\ndef signal(bars):\n    beside.wrong()")


def test_a_rule_is_asked_in_a_process_of_its_own_and_what_it_prints_is_no_result(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    text = "import os\nprint('process', os.getpid())\n" + SMA
    plan = plan_of_own_rule(OwnRule(rule_file(tmp_path, text)), BARS, False, Stopwatch(), in_silence)
    assert (plan.strategy, plan.first_decision) == ("mine.py", 20)
    assert plan.signals is not None
    assert plan.signals.tolist() == SmaCross().signals(BARS).tolist()
    printed = capfd.readouterr()
    assert (printed.out, printed.err.startswith("process ")) == ("", True)


def test_a_rule_that_never_ends_is_ended_after_its_time(tmp_path: Path) -> None:
    rule = OwnRule(rule_file(tmp_path, "def signal(bars):\n    while True: pass"), 1.0)
    with pytest.raises(RuleError, match=r"asked about 0 of 60 bars in the 1 s it has; .* --rule-seconds"):
        rule.asked(BARS, in_silence)


def test_a_rule_that_ends_its_process_is_told(tmp_path: Path) -> None:
    rule = OwnRule(rule_file(tmp_path, "import os\ndef signal(bars): os._exit(3)"))
    with pytest.raises(RuleError, match=r"mine\.py ended its process after 0 of 60 bars"):
        rule.asked(BARS, in_silence)


def test_rules_that_can_not_be_asked_are_refused_with_the_bound(tmp_path: Path) -> None:
    with pytest.raises(ValueRefusedError, match=r"no rule in .*none.py"):
        OwnRule(tmp_path / "none.py")
    file = rule_file(tmp_path, "warm_up = 100\ndef signal(bars): return 1")
    for seconds in (0.5, float("nan"), 1e9):
        with pytest.raises(ValueRefusedError, match="between 1 and 86,400"):
            OwnRule(file, seconds)
    with pytest.raises(NotEnoughDataError, match="at least 102 bars"):
        plan_of_own_rule(OwnRule(file), BARS, False, Stopwatch(), in_silence)


def test_the_readmes_example_trades(tmp_path: Path) -> None:
    readme = (Path(__file__).resolve().parents[2] / "README.md").read_text(encoding="utf-8")
    text = readme.partition("```python\n")[2].partition("```")[0]
    signals = signals_of(tmp_path, text, generated_bars(600))
    assert set(signals) == {-1, 0, 1}
    assert not any(signals[:51])
