<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru_RU" sourcelanguage="en">
<context>
    <name></name>
    <message numerus="yes">
        <source>%n orders waiting for a price</source>
        <comment>%n order waiting for a price</comment>
        <translation>
            <numerusform>%n заявка ждёт цены</numerusform>
            <numerusform>%n заявки ждут цены</numerusform>
            <numerusform>%n заявок ждут цены</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n symbols</source>
        <comment>%n symbol</comment>
        <translation>
            <numerusform>%n символ</numerusform>
            <numerusform>%n символа</numerusform>
            <numerusform>%n символов</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;About Photon Desktop</source>
        <translation>О &amp;программе Photon Desktop</translation>
    </message>
    <message>
        <source>&amp;Add symbols</source>
        <translation>&amp;Добавить символы</translation>
    </message>
    <message>
        <source>&amp;Add symbols…	Ins</source>
        <translation>&amp;Добавить символы…	Ins</translation>
    </message>
    <message>
        <source>&amp;Automatic</source>
        <translation>&amp;Автоматически</translation>
    </message>
    <message>
        <source>&amp;Backtest…</source>
        <translation>&amp;Бэктест…</translation>
    </message>
    <message>
        <source>&amp;Chart</source>
        <translation>&amp;График</translation>
    </message>
    <message>
        <source>&amp;Close position…</source>
        <translation>&amp;Закрыть позицию…</translation>
    </message>
    <message>
        <source>&amp;Close position…	Alt+X</source>
        <translation>&amp;Закрыть позицию…	Alt+X</translation>
    </message>
    <message>
        <source>&amp;Command palette</source>
        <translation>&amp;Палитра команд</translation>
    </message>
    <message>
        <source>&amp;Copy	Ctrl+C</source>
        <translation>&amp;Копировать	Ctrl+C</translation>
    </message>
    <message>
        <source>&amp;Copy selected</source>
        <translation>&amp;Копировать выбранные</translation>
    </message>
    <message>
        <source>&amp;Copy {symbols}	Ctrl+C</source>
        <translation>&amp;Копировать {symbols}	Ctrl+C</translation>
    </message>
    <message>
        <source>&amp;Data…</source>
        <translation>&amp;Данные…</translation>
    </message>
    <message>
        <source>&amp;Decide now</source>
        <translation>&amp;Решить сейчас</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>&amp;Экспорт</translation>
    </message>
    <message>
        <source>&amp;Export trades…</source>
        <translation>&amp;Экспорт сделок…</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Файл</translation>
    </message>
    <message>
        <source>&amp;Filter</source>
        <translation>&amp;Фильтр</translation>
    </message>
    <message>
        <source>&amp;Follow live</source>
        <translation>С&amp;ледить за рынком</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Справка</translation>
    </message>
    <message>
        <source>&amp;Import CSV</source>
        <translation>&amp;Импорт CSV</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>Сочетания &amp;клавиш</translation>
    </message>
    <message>
        <source>&amp;Kill switch</source>
        <translation>&amp;Аварийная остановка</translation>
    </message>
    <message>
        <source>&amp;Kind</source>
        <translation>&amp;Вид инструмента</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Язык</translation>
    </message>
    <message>
        <source>&amp;Layouts…</source>
        <translation>&amp;Раскладки…</translation>
    </message>
    <message>
        <source>&amp;Logarithmic prices</source>
        <translation>&amp;Логарифмическая шкала</translation>
    </message>
    <message>
        <source>&amp;Market</source>
        <translation>&amp;Рынок</translation>
    </message>
    <message>
        <source>&amp;Next symbol</source>
        <translation>Сле&amp;дующий символ</translation>
    </message>
    <message>
        <source>&amp;Previous symbol</source>
        <translation>Пред&amp;ыдущий символ</translation>
    </message>
    <message>
        <source>&amp;Price alerts…	Alt+A</source>
        <translation>&amp;Ценовые оповещения…	Alt+A</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Выход</translation>
    </message>
    <message>
        <source>&amp;RSI pane</source>
        <translation>Панель &amp;RSI</translation>
    </message>
    <message>
        <source>&amp;Remove	Del</source>
        <translation>&amp;Удалить	Del</translation>
    </message>
    <message>
        <source>&amp;Remove selected</source>
        <translation>&amp;Удалить выбранные</translation>
    </message>
    <message>
        <source>&amp;Remove {symbols}	Del</source>
        <translation>&amp;Удалить {symbols}	Del</translation>
    </message>
    <message>
        <source>&amp;Report…</source>
        <translation>&amp;Отчёт…</translation>
    </message>
    <message>
        <source>&amp;Reset layout</source>
        <translation>&amp;Сбросить раскладку</translation>
    </message>
    <message>
        <source>&amp;Roll back to this</source>
        <translation>&amp;Вернуться к этой</translation>
    </message>
    <message>
        <source>&amp;Settings…</source>
        <translation>&amp;Настройки…</translation>
    </message>
    <message>
        <source>&amp;Stop and target…</source>
        <translation>&amp;Стоп и цель…</translation>
    </message>
    <message>
        <source>&amp;Stop and target…	Alt+S</source>
        <translation>&amp;Стоп и цель…	Alt+S</translation>
    </message>
    <message>
        <source>&amp;Time machine…</source>
        <translation>&amp;Машина времени…</translation>
    </message>
    <message>
        <source>&amp;Tour of the window</source>
        <translation>&amp;Знакомство с окном</translation>
    </message>
    <message>
        <source>&amp;Undo removal</source>
        <translation>&amp;Вернуть удалённое</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Вид</translation>
    </message>
    <message>
        <source>&amp;Watchlist</source>
        <translation>С&amp;писок наблюдения</translation>
    </message>
    <message numerus="yes">
        <source>, %n price alerts</source>
        <comment>, %n price alert</comment>
        <translation>
            <numerusform>, %n ценовое оповещение</numerusform>
            <numerusform>, %n ценовых оповещения</numerusform>
            <numerusform>, %n ценовых оповещений</numerusform>
        </translation>
    </message>
    <message>
        <source>1 bar is missing among the last {bars}</source>
        <translation>среди последних {bars} баров одного не хватает</translation>
    </message>
    <message>
        <source>1 bar is missing among those it needs, and more than {most} are too many</source>
        <translation>среди нужных баров не хватает одного, а больше {most} — слишком много</translation>
    </message>
    <message>
        <source>1 day</source>
        <translation>1 день</translation>
    </message>
    <message>
        <source>1 year</source>
        <translation>1 год</translation>
    </message>
    <message>
        <source>20-bar move</source>
        <translation>Ход за 20 баров</translation>
    </message>
    <message>
        <source>30 days</source>
        <translation>30 дней</translation>
    </message>
    <message>
        <source>7 days</source>
        <translation>7 дней</translation>
    </message>
    <message>
        <source>90 days</source>
        <translation>90 дней</translation>
    </message>
    <message>
        <source>? unknown</source>
        <translation>? неизвестно</translation>
    </message>
    <message>
        <source>A bar farther than this from all training bars is unlike anything it learnt from: it holds.</source>
        <translation>Бар, который дальше этого от всех баров обучения, не похож ни на что изученное: модель держит.</translation>
    </message>
    <message>
        <source>A paper account needs no arming: its orders never leave this computer. Choose an account with an exchange.</source>
        <translation>Учебному счёту разрешение не нужно: его заявки не покидают этот компьютер. Выберите биржевой счёт.</translation>
    </message>
    <message>
        <source>A position in {symbol} was closed just now; no new one is opened for {bars} more bar.</source>
        <translation>Позиция по {symbol} только что закрыта; ещё {bars} бар новая не откроется.</translation>
    </message>
    <message>
        <source>A position in {symbol} was closed just now; no new one is opened for {bars} more bars.</source>
        <translation>Позиция по {symbol} только что закрыта; новая не откроется ещё несколько баров: {bars}.</translation>
    </message>
    <message>
        <source>A position on this side is held already.</source>
        <translation>Позиция в эту сторону уже открыта.</translation>
    </message>
    <message>
        <source>A position that is open at the end stays open.</source>
        <translation>Позиция, открытая в конце, остаётся открытой.</translation>
    </message>
    <message>
        <source>A position was closed just now; the next one waits.</source>
        <translation>Позиция только что закрыта; следующая подождёт.</translation>
    </message>
    <message>
        <source>A price alert could not be kept</source>
        <translation>Не удалось сохранить ценовое оповещение</translation>
    </message>
    <message>
        <source>A&amp;ccounts…</source>
        <translation>С&amp;чета…</translation>
    </message>
    <message>
        <source>A&amp;rm the account…</source>
        <translation>Разре&amp;шить реальную торговлю…</translation>
    </message>
    <message>
        <source>A&amp;rm {account}…</source>
        <translation>Разре&amp;шить торговлю: {account}…</translation>
    </message>
    <message>
        <source>Accept what the e&amp;xchange holds…</source>
        <translation>&amp;Принять то, что есть на бирже…</translation>
    </message>
    <message>
        <source>Accept what the exchange holds…</source>
        <translation>Принять то, что есть на бирже…</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Счёт</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>Точность</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Действие</translation>
    </message>
    <message>
        <source>Add symbols</source>
        <translation>Добавление символов</translation>
    </message>
    <message>
        <source>Add symbols (Ins)</source>
        <translation>Добавить символы (Ins)</translation>
    </message>
    <message>
        <source>Add symbols to the watchlist, many at once</source>
        <translation>Добавить символы в список наблюдения, сразу много</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Через</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>Агент</translation>
    </message>
    <message>
        <source>Agents</source>
        <translation>Агенты</translation>
    </message>
    <message>
        <source>Agents and window are not touched by it.</source>
        <translation>Агентов и окна это не касается.</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Всё</translation>
    </message>
    <message>
        <source>All accounts…</source>
        <translation>Все счета…</translation>
    </message>
    <message>
        <source>All decisions</source>
        <translation>Все решения</translation>
    </message>
    <message>
        <source>All positions together would be larger than allowed.</source>
        <translation>Все позиции вместе превысили бы допустимое.</translation>
    </message>
    <message>
        <source>All positions together would be worth {worth}, above the limit of {limit} ({share} of equity).</source>
        <translation>Все позиции вместе стоили бы {worth}, это больше предела {limit} ({share} капитала).</translation>
    </message>
    <message>
        <source>All price al&amp;erts</source>
        <translation>Все ценовые &amp;оповещения</translation>
    </message>
    <message>
        <source>All reports</source>
        <translation>Все отчёты</translation>
    </message>
    <message>
        <source>An earlier order for this symbol is still open.</source>
        <translation>Прежняя заявка по этому символу ещё открыта.</translation>
    </message>
    <message>
        <source>An order in {symbol} is still waiting for its fill.</source>
        <translation>Заявка по {symbol} ещё ждёт исполнения.</translation>
    </message>
    <message>
        <source>And {count} more since.</source>
        <translation>С тех пор ещё {count}.</translation>
    </message>
    <message>
        <source>Another kind of model decides; choose this kind in the settings (Ctrl+,).</source>
        <translation>Решает модель другого вида; выберите этот вид в настройках (Ctrl+,).</translation>
    </message>
    <message>
        <source>Another market is watched now.</source>
        <translation>Теперь ведётся наблюдение за другим рынком.</translation>
    </message>
    <message>
        <source>Apr</source>
        <translation>апр</translation>
    </message>
    <message>
        <source>Arm…</source>
        <translation>Разрешить…</translation>
    </message>
    <message>
        <source>Arrows</source>
        <translation>Стрелки</translation>
    </message>
    <message>
        <source>As much was lost today as may be; nothing is opened until tomorrow (UTC).</source>
        <translation>Сегодня потеряно столько, сколько можно; до завтра (UTC) ничего не открывается.</translation>
    </message>
    <message>
        <source>As the computer&apos;s</source>
        <translation>Как в системе</translation>
    </message>
    <message>
        <source>Asked at</source>
        <translation>По цене</translation>
    </message>
    <message>
        <source>Asking Bybit what the key may do, and keeping it. The system may ask for the keyring&apos;s password.</source>
        <translation>Узнаём у Bybit, что разрешено ключу, и сохраняем его. Система может спросить пароль от хранилища ключей.</translation>
    </message>
    <message>
        <source>Asking Bybit what the key may do.</source>
        <translation>Узнаём у Bybit, что разрешено ключу.</translation>
    </message>
    <message>
        <source>At 1×, 2×, 3× the costs</source>
        <translation>При издержках 1×, 2×, 3×</translation>
    </message>
    <message>
        <source>At random times</source>
        <translation>В случайное время</translation>
    </message>
    <message>
        <source>Aug</source>
        <translation>авг</translation>
    </message>
    <message>
        <source>Average</source>
        <translation>Средняя</translation>
    </message>
    <message>
        <source>Bacon, Practical Portfolio Performance Measurement, 2008, who halves it</source>
        <translation>Bacon, Practical Portfolio Performance Measurement, 2008, у него вдвое меньше</translation>
    </message>
    <message>
        <source>Balanced</source>
        <translation>Сбалансированная</translation>
    </message>
    <message>
        <source>Balanced accuracy</source>
        <translation>Сбалансированная точность</translation>
    </message>
    <message>
        <source>Bar</source>
        <translation>Бар</translation>
    </message>
    <message>
        <source>Bar closed</source>
        <translation>Бар закрыт</translation>
    </message>
    <message>
        <source>Bar closed {time} ({utc})</source>
        <translation>Бар закрыт {time} ({utc})</translation>
    </message>
    <message>
        <source>Bars are missing among those it needs.</source>
        <translation>Среди нужных баров есть пропуски.</translation>
    </message>
    <message>
        <source>Base rates alone</source>
        <translation>Одни частоты</translation>
    </message>
    <message>
        <source>Before you rely on the real market</source>
        <translation>Прежде чем полагаться на реальный рынок</translation>
    </message>
    <message>
        <source>Began</source>
        <translation>Начало</translation>
    </message>
    <message>
        <source>Beware: {drift}.</source>
        <translation>Осторожно: {drift}.</translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>Запрещено</translation>
    </message>
    <message>
        <source>Blocked decisions</source>
        <translation>Запрещённые решения</translation>
    </message>
    <message>
        <source>Blocked: {rules}</source>
        <translation>Запрещено: {rules}</translation>
    </message>
    <message>
        <source>Books</source>
        <translation>Учёт</translation>
    </message>
    <message>
        <source>Books of the account</source>
        <translation>Раунд счёта</translation>
    </message>
    <message>
        <source>Buy and hold</source>
        <translation>Купить и держать</translation>
    </message>
    <message>
        <source>Buy and hold: the first equity spread evenly over the symbols decided on, without costs.</source>
        <translation>Купить и держать: начальный капитал поровну между символами, по которым принимались решения, без издержек.</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Разрез</translation>
    </message>
    <message>
        <source>CAGR</source>
        <translation>CAGR</translation>
    </message>
    <message>
        <source>CAGR / |maximum drawdown|</source>
        <translation>CAGR / |наибольшая просадка|</translation>
    </message>
    <message>
        <source>CSV files (*.csv);;All files (*)</source>
        <translation>Файлы CSV (*.csv);;Все файлы (*)</translation>
    </message>
    <message>
        <source>Calmar</source>
        <translation>Калмар</translation>
    </message>
    <message>
        <source>Came true</source>
        <translation>Сбылось</translation>
    </message>
    <message>
        <source>Cancel order</source>
        <translation>Снять заявку</translation>
    </message>
    <message>
        <source>Cancel the waiting order chosen</source>
        <translation>Снять выбранную ожидающую заявку</translation>
    </message>
    <message>
        <source>Cash</source>
        <translation>Деньги</translation>
    </message>
    <message>
        <source>Cash, equity and open positions will stand here as soon as the execution agent runs; start it under Agents.</source>
        <translation>Деньги, капитал и открытые позиции появятся здесь, как только заработает «Исполнитель»; запустите его на панели «Агенты».</translation>
    </message>
    <message>
        <source>Change between the dark and the light theme</source>
        <translation>Переключить тёмную и светлую тему</translation>
    </message>
    <message>
        <source>Changed settings</source>
        <translation>Изменённые настройки</translation>
    </message>
    <message>
        <source>Check parity n&amp;ow</source>
        <translation>Проверить паритет с&amp;ейчас</translation>
    </message>
    <message>
        <source>Choose a decision, and here stands what spoke for it and against it, and which rule stopped it.</source>
        <translation>Выберите решение, и здесь будет видно, что говорило за него и против и какое правило его остановило.</translation>
    </message>
    <message>
        <source>Choose a version in the list to compare it, and to go back to it.</source>
        <translation>Выберите версию в списке, чтобы сравнить её и вернуться к ней.</translation>
    </message>
    <message>
        <source>Chosen</source>
        <translation>Выбранная</translation>
    </message>
    <message>
        <source>Chosen below</source>
        <translation>Выбранная ниже</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Close the position chosen, after a question</source>
        <translation>Закрыть выбранную позицию, спросив сначала</translation>
    </message>
    <message>
        <source>Close the position chosen, or that of the symbol shown, after a question</source>
        <translation>Закрыть выбранную позицию или позицию показанного символа, спросив сначала</translation>
    </message>
    <message>
        <source>Close the window and stop the agents in order</source>
        <translation>Закрыть окно и остановить агентов по порядку</translation>
    </message>
    <message>
        <source>Closed trades</source>
        <translation>Закрытые сделки</translation>
    </message>
    <message>
        <source>Colour: change in a day, blue up, orange down. Arrows go through the tiles, Enter opens the chart.</source>
        <translation>Цвет: изменение за день, синий — рост, оранжевый — падение. Стрелки ведут по плиткам, Enter открывает график.</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Команда</translation>
    </message>
    <message>
        <source>Command palette</source>
        <translation>Палитра команд</translation>
    </message>
    <message>
        <source>Commission</source>
        <translation>Комиссия</translation>
    </message>
    <message>
        <source>Compared</source>
        <translation>Сравнено</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>Уверенность</translation>
    </message>
    <message>
        <source>Confidence {confidence} is under the least allowed, {least}.</source>
        <translation>Уверенность {confidence} ниже допустимой, {least}.</translation>
    </message>
    <message>
        <source>Contributions of the model&apos;s inputs</source>
        <translation>Вклад признаков модели</translation>
    </message>
    <message>
        <source>Copy the selected symbols, one a line</source>
        <translation>Скопировать выбранные символы, по одному в строке</translation>
    </message>
    <message>
        <source>Costs, luck and length</source>
        <translation>Издержки, везение и длина</translation>
    </message>
    <message>
        <source>Crypto prices come from Bybit, stock prices from Yahoo Finance, and nobody warrants either.</source>
        <translation>Цены криптовалют приходят с Bybit, цены акций — с Yahoo Finance, и никто за них не ручается.</translation>
    </message>
    <message>
        <source>Ctrl+K finds any command by a few letters, ? shows every key, and F1 opens the help for the place you are in.</source>
        <translation>Ctrl+K находит любую команду по нескольким буквам, ? показывает все клавиши, а F1 открывает справку о том месте, где вы находитесь.</translation>
    </message>
    <message>
        <source>Dark &amp;theme</source>
        <translation>Тёмная &amp;тема</translation>
    </message>
    <message>
        <source>Dec</source>
        <translation>дек</translation>
    </message>
    <message>
        <source>Decide on the last closed bar of the symbol shown</source>
        <translation>Принять решение по последнему закрытому бару показанного символа</translation>
    </message>
    <message>
        <source>Decided by rules, without a model</source>
        <translation>Решали правила, без модели</translation>
    </message>
    <message>
        <source>Decides</source>
        <translation>Решающая</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Решение</translation>
    </message>
    <message>
        <source>DecisionMaker</source>
        <translation>Решающий</translation>
    </message>
    <message>
        <source>Decisions</source>
        <translation>Решения</translation>
    </message>
    <message>
        <source>Decisions by action, confidence and outcome</source>
        <translation>Решения по действию, уверенности и исходу</translation>
    </message>
    <message>
        <source>Decisions shown</source>
        <translation>Показываемые решения</translation>
    </message>
    <message>
        <source>Deepest {share}</source>
        <translation>Наибольшая {share}</translation>
    </message>
    <message>
        <source>Deflated Sharpe ratio</source>
        <translation>Шарп с поправкой на попытки</translation>
    </message>
    <message>
        <source>Delay: the trading cost less fees and slippage. It is what orders would have made that were filled in part or not at all, because they expired or were rejected, and what followed from that.</source>
        <translation>Задержка: стоимость торговли минус комиссии и проскальзывание. Это то, что принесли бы заявки, исполненные частично или вовсе не исполненные, потому что были просрочены или отклонены, и то, что из этого вышло.</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Подробности</translation>
    </message>
    <message>
        <source>Details of the problem</source>
        <translation>Подробности проблемы</translation>
    </message>
    <message>
        <source>Direction gain</source>
        <translation>Прирост направления</translation>
    </message>
    <message>
        <source>Disa&amp;rm</source>
        <translation>Снять разре&amp;шение</translation>
    </message>
    <message>
        <source>Disarm</source>
        <translation>Снять разрешение</translation>
    </message>
    <message>
        <source>Disarm with Ctrl+Shift+G.</source>
        <translation>Снять разрешение: Ctrl+Shift+G.</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Скрыть</translation>
    </message>
    <message>
        <source>Dismiss the problem</source>
        <translation>Скрыть проблему</translation>
    </message>
    <message>
        <source>Distance</source>
        <translation>Расстояние</translation>
    </message>
    <message>
        <source>Distance to SMA 10</source>
        <translation>Расстояние до SMA 10</translation>
    </message>
    <message>
        <source>Distance to SMA 20</source>
        <translation>Расстояние до SMA 20</translation>
    </message>
    <message>
        <source>Do again what the agents did since the newest day began, in the background, and compare</source>
        <translation>Повторить в фоне то, что агенты делали с начала новейшего дня, и сравнить</translation>
    </message>
    <message>
        <source>Do&amp;wnload bars…</source>
        <translation>&amp;Загрузить бары…</translation>
    </message>
    <message>
        <source>Drag</source>
        <translation>Перетаскивание</translation>
    </message>
    <message>
        <source>Draw the equity without costs beside the account&apos;s.</source>
        <translation>Нарисовать капитал без издержек рядом с капиталом счёта.</translation>
    </message>
    <message>
        <source>Drawdown</source>
        <translation>Просадка</translation>
    </message>
    <message>
        <source>Drift</source>
        <translation>Дрейф</translation>
    </message>
    <message>
        <source>Drift (PSI)</source>
        <translation>Дрейф (PSI)</translation>
    </message>
    <message>
        <source>Drift limit</source>
        <translation>Предел дрейфа</translation>
    </message>
    <message>
        <source>Each decision of the agents, the newest first: buy, sell or hold, how sure, and why.</source>
        <translation>Каждое решение агентов, новейшее сверху: купить, продать или держать, насколько уверенно и почему.</translation>
    </message>
    <message>
        <source>Edge: its gain beats 19 of 20 markets whose bars were permuted, and its direction gain is surely above 0.</source>
        <translation>Преимущество: прирост лучше, чем на 19 из 20 рынков с перемешанными барами, и прирост направления наверняка выше 0.</translation>
    </message>
    <message>
        <source>Equal shares, equal heights</source>
        <translation>Равным долям — равная высота</translation>
    </message>
    <message>
        <source>Equity</source>
        <translation>Капитал</translation>
    </message>
    <message>
        <source>Equity curve</source>
        <translation>Кривая капитала</translation>
    </message>
    <message>
        <source>Equity is as far under its peak as it may be; nothing is opened until trading is released.</source>
        <translation>Капитал просел от максимума настолько, насколько можно; ничего не открывается, пока торговля не будет возобновлена.</translation>
    </message>
    <message>
        <source>Equity is {share} under its peak; from {limit} on nothing is opened until trading is released.</source>
        <translation>Капитал на {share} ниже максимума; начиная с {limit} позиции не открываются, пока торговлю не возобновят.</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Ошибка</translation>
    </message>
    <message>
        <source>Every account, which one trades, and the rounds it has had</source>
        <translation>Все счета, какой из них торгует, и их раунды</translation>
    </message>
    <message>
        <source>Every decision will stand here with its reason, whether to buy, sell or hold. The first one comes when a bar closes, or now with Ctrl+D.</source>
        <translation>Здесь появится каждое решение с его причиной: купить, продать или держать. Первое придёт, когда закроется бар, или сейчас по Ctrl+D.</translation>
    </message>
    <message>
        <source>Every order&apos;s outcome will stand here, filled or refused. Start monitoring and the agents begin to trade.</source>
        <translation>Здесь появится исход каждой заявки, исполненной или отклонённой. Начните наблюдение, и агенты начнут торговать.</translation>
    </message>
    <message>
        <source>Every price alert in one list</source>
        <translation>Все ценовые оповещения одним списком</translation>
    </message>
    <message>
        <source>Every series of bars that is kept, and where it is from</source>
        <translation>Все сохранённые ряды баров и откуда они</translation>
    </message>
    <message>
        <source>Every shortcut on one sheet</source>
        <translation>Все сочетания клавиш на одном листе</translation>
    </message>
    <message>
        <source>Every threshold, with its bounds and what it is for</source>
        <translation>Все пороги, их границы и назначение</translation>
    </message>
    <message>
        <source>Everything else</source>
        <translation>Всё остальное</translation>
    </message>
    <message>
        <source>Everything goes on as it was before. Try again; the Agents panel&apos;s log may say more.</source>
        <translation>Всё продолжается как прежде. Попробуйте ещё раз; журнал панели «Агенты» может сказать больше.</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Доказательства</translation>
    </message>
    <message>
        <source>Evidence of an edge</source>
        <translation>Доказательства преимущества</translation>
    </message>
    <message>
        <source>Evidence of an edge: {evidence}. A gain under zero means it knows less than nothing.</source>
        <translation>Доказательства преимущества: {evidence}. Прирост меньше нуля означает, что она знает меньше, чем ничего.</translation>
    </message>
    <message>
        <source>Evidence of an edge: {strategy} made {made} after costs, better than {share} of the same positions at random times, and its Sharpe ratio is more than the luck of {tries} (probability {probability}).</source>
        <translation>Доказательства преимущества: {strategy} дала {made} после издержек, лучше {share} таких же позиций в случайное время, и её коэффициент Шарпа больше, чем везение ({tries}; вероятность {probability}).</translation>
    </message>
    <message>
        <source>Exchange keys</source>
        <translation>Ключи биржи</translation>
    </message>
    <message>
        <source>ExecutionAgent</source>
        <translation>Исполнитель</translation>
    </message>
    <message>
        <source>Expectancy</source>
        <translation>Матожидание сделки</translation>
    </message>
    <message>
        <source>Expected shortfall 95%</source>
        <translation>Ожидаемые потери 95%</translation>
    </message>
    <message>
        <source>Exploring</source>
        <translation>Разведка</translation>
    </message>
    <message>
        <source>Export the trades shown</source>
        <translation>Экспорт показанных сделок</translation>
    </message>
    <message>
        <source>Exposure</source>
        <translation>Загрузка капитала</translation>
    </message>
    <message>
        <source>F&amp;ull screen</source>
        <translation>Полный &amp;экран</translation>
    </message>
    <message>
        <source>Feb</source>
        <translation>фев</translation>
    </message>
    <message>
        <source>Feed</source>
        <translation>Поток</translation>
    </message>
    <message>
        <source>Fees</source>
        <translation>Комиссии</translation>
    </message>
    <message>
        <source>Fees: the sum of the commissions of all fills.</source>
        <translation>Комиссии: сумма комиссий всех исполнений.</translation>
    </message>
    <message>
        <source>Fetch bars of a symbol into a CSV file</source>
        <translation>Загрузить бары символа в файл CSV</translation>
    </message>
    <message>
        <source>Figures of the models</source>
        <translation>Показатели моделей</translation>
    </message>
    <message>
        <source>Fill the whole screen</source>
        <translation>Занять весь экран</translation>
    </message>
    <message>
        <source>Filled</source>
        <translation>Исполненные</translation>
    </message>
    <message>
        <source>Filled whole and without costs, as the paper twin fills, at the open of the next bar; left at the stop or the target that labels are made with, or after 24 bars.</source>
        <translation>Исполнение целиком и без издержек, как у учебного двойника, по открытию следующего бара; выход по стопу или цели, по которым ставятся метки, или через 24 бара.</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Фильтр</translation>
    </message>
    <message>
        <source>Filter the trades</source>
        <translation>Фильтр сделок</translation>
    </message>
    <message>
        <source>Filter the watchlist</source>
        <translation>Фильтр списка наблюдения</translation>
    </message>
    <message>
        <source>Find any action by its name</source>
        <translation>Найти любое действие по названию</translation>
    </message>
    <message>
        <source>Find in the log</source>
        <translation>Поиск в журнале</translation>
    </message>
    <message>
        <source>Fri</source>
        <translation>пт</translation>
    </message>
    <message>
        <source>From → to</source>
        <translation>От → кому</translation>
    </message>
    <message>
        <source>Gain</source>
        <translation>Прирост</translation>
    </message>
    <message>
        <source>Gain, nats</source>
        <translation>Прирост, нат</translation>
    </message>
    <message>
        <source>Go back over the recorded bars: chart, decision, orders and portfolio as they were</source>
        <translation>Вернуться по записанным барам: график, решение, заявки и портфель, какими они были</translation>
    </message>
    <message>
        <source>Gradient boosting</source>
        <translation>Градиентный бустинг</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Группа</translation>
    </message>
    <message>
        <source>Halt</source>
        <translation>Остановка</translation>
    </message>
    <message>
        <source>Halt trading at once: take back what waits, open nothing, and close what is held if asked</source>
        <translation>Сразу остановить торговлю: снять ожидающие заявки, ничего не открывать и, если попросите, закрыть позиции</translation>
    </message>
    <message>
        <source>Hash</source>
        <translation>Хеш</translation>
    </message>
    <message>
        <source>Help: {page}</source>
        <translation>Справка: {page}</translation>
    </message>
    <message>
        <source>How far its inputs are from this bar&apos;s; 1 is what training bars are from their nearest on average.</source>
        <translation>Насколько его признаки далеки от признаков этого бара; 1 — среднее расстояние баров обучения до их ближайших соседей.</translation>
    </message>
    <message>
        <source>How far the newest bar is from the nearest one the model was trained on, over the limit of its figures. Above 1 the market is unlike anything it learnt from, and it opens nothing unless the settings say otherwise.</source>
        <translation>Насколько новейший бар далёк от ближайшего бара обучения, в долях предела из показателей. Выше 1 рынок не похож ни на что изученное, и модель ничего не открывает, если настройки не говорят иного.</translation>
    </message>
    <message>
        <source>How many bars it takes to be 95% sure that the Sharpe ratio is above zero.</source>
        <translation>Сколько баров нужно, чтобы на 95% быть уверенным, что коэффициент Шарпа выше нуля.</translation>
    </message>
    <message>
        <source>How many models were tried to choose this one; the more, the likelier its figures are luck.</source>
        <translation>Сколько моделей перепробовано, чтобы выбрать эту; чем больше, тем вероятнее, что её числа — удача.</translation>
    </message>
    <message>
        <source>How much worse its log loss gets, in nats, on bars it had not seen, when this input is mixed up among them. Around 0 or below, the input told it nothing. Inputs that say the same stand in for each other.</source>
        <translation>Насколько растут логарифмические потери, в натах, на барах, которых модель не видела, если перемешать этот признак. Около 0 или ниже — признак ничего ей не сказал. Признаки, говорящие одно и то же, заменяют друг друга.</translation>
    </message>
    <message>
        <source>How often its likeliest outcome came, on bars it had not seen.</source>
        <translation>Как часто сбывался вероятнейший исход, на барах, которых модель не видела.</translation>
    </message>
    <message>
        <source>How often the best of a sweep on one half of the bars was among the worse half on the other.</source>
        <translation>Как часто лучший вариант перебора на одной половине баров попадал в худшую половину на другой.</translation>
    </message>
    <message>
        <source>How often the most frequent outcome came: what one gets without a model.</source>
        <translation>Как часто случался самый частый исход: столько получается и без модели.</translation>
    </message>
    <message>
        <source>How the program is doing, with its log, to copy or save</source>
        <translation>Как дела у программы, с журналом, чтобы скопировать или сохранить</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Номер</translation>
    </message>
    <message>
        <source>Import a file or download bars of it.</source>
        <translation>Импортируйте файл или загрузите бары.</translation>
    </message>
    <message>
        <source>Import bars from a file; or drop it on the window</source>
        <translation>Импортировать бары из файла; можно и перетащить его в окно</translation>
    </message>
    <message>
        <source>In brackets the 5% and 95% bounds of a block bootstrap in blocks of {bars} bars.</source>
        <translation>В скобках границы 5% и 95% по блочному бутстрэпу с блоками по {bars} баров.</translation>
    </message>
    <message>
        <source>In nats: the less the better.</source>
        <translation>В натах: чем меньше, тем лучше.</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Признак</translation>
    </message>
    <message>
        <source>Inputs</source>
        <translation>Признаки</translation>
    </message>
    <message>
        <source>Inputs of the model</source>
        <translation>Признаки модели</translation>
    </message>
    <message>
        <source>It counts until the program ends.</source>
        <translation>До закрытия программы он действует.</translation>
    </message>
    <message>
        <source>It is of another version of the program. Arrange the panels anew and save it under its name.</source>
        <translation>Она от другой версии программы. Расставьте панели заново и сохраните раскладку под её именем.</translation>
    </message>
    <message>
        <source>It still goes off while the program runs. In a terminal, photon-desktop check tells what is wrong with the store; then set it again.</source>
        <translation>Пока программа работает, оно всё равно сработает. В терминале команда photon-desktop check скажет, что не так с хранилищем; затем задайте его снова.</translation>
    </message>
    <message>
        <source>It was not done</source>
        <translation>Это не сделано</translation>
    </message>
    <message>
        <source>It was not looked for when this decision was made.</source>
        <translation>Когда принималось это решение, этого не искали.</translation>
    </message>
    <message>
        <source>It would open a short position, which is not allowed.</source>
        <translation>Она открыла бы короткую позицию, а это не разрешено.</translation>
    </message>
    <message>
        <source>Its keys were changed.</source>
        <translation>Ключи счёта изменены.</translation>
    </message>
    <message>
        <source>Its process failed ({error}).</source>
        <translation>Сбой её процесса ({error}).</translation>
    </message>
    <message>
        <source>Its stop and target are tried against its prices, so they have to come. Close the position first.</source>
        <translation>По его ценам проверяются стоп и цель, поэтому цены должны приходить. Сначала закройте позицию.</translation>
    </message>
    <message>
        <source>Jan</source>
        <translation>янв</translation>
    </message>
    <message>
        <source>Jul</source>
        <translation>июл</translation>
    </message>
    <message>
        <source>Jun</source>
        <translation>июн</translation>
    </message>
    <message>
        <source>KWallet</source>
        <translation>KWallet</translation>
    </message>
    <message>
        <source>Keep an arrangement of the panels by name, or bring one back</source>
        <translation>Сохранить расположение панелей под именем или вернуть сохранённое</translation>
    </message>
    <message>
        <source>Keep the newest bar in sight</source>
        <translation>Держать новейший бар на виду</translation>
    </message>
    <message>
        <source>Kelly&apos;s criterion goes by a model&apos;s odds and there is no model to tell them</source>
        <translation>критерию Келли нужны шансы от модели, а модели нет</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Сочетания клавиш</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Ключи</translation>
    </message>
    <message>
        <source>Keys are kept for this session only; enter them again after a restart.</source>
        <translation>Ключи хранятся только до конца сеанса; после перезапуска введите их снова.</translation>
    </message>
    <message>
        <source>Keys are kept in {keyring}.</source>
        <translation>Где хранятся ключи: {keyring}.</translation>
    </message>
    <message>
        <source>Labelled bars it was trained on, and how many they are worth: neighbours share their future.</source>
        <translation>Размеченные бары, на которых она обучена, и сколько они стоят: соседние делят одно будущее.</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Язык</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>Последняя</translation>
    </message>
    <message>
        <source>Last return</source>
        <translation>Последняя доходность</translation>
    </message>
    <message>
        <source>Layout: {layout}</source>
        <translation>Раскладка: {layout}</translation>
    </message>
    <message>
        <source>Lead the books to what the exchange holds where they can&apos;t explain it, after its numbers and a question</source>
        <translation>Привести учёт к тому, что есть на бирже, когда он не может этого объяснить: с цифрами и вопросом</translation>
    </message>
    <message>
        <source>Leaned on  ◂ sell · buy ▸</source>
        <translation>На что опиралась  ◂ продажа · покупка ▸</translation>
    </message>
    <message>
        <source>Learning</source>
        <translation>Обучение</translation>
    </message>
    <message>
        <source>Least level shown</source>
        <translation>Наименьший показываемый уровень</translation>
    </message>
    <message>
        <source>Let orders of the account leave for its exchange, after a card of checks; or stop them again</source>
        <translation>Разрешить заявкам счёта уходить на биржу после списка проверок или снова запретить</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Уровень</translation>
    </message>
    <message>
        <source>Light &amp;theme</source>
        <translation>Светлая &amp;тема</translation>
    </message>
    <message>
        <source>Likeliest class</source>
        <translation>Вероятнейший класс</translation>
    </message>
    <message>
        <source>Loading</source>
        <translation>Загрузка</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Журнал</translation>
    </message>
    <message>
        <source>Log loss</source>
        <translation>Логарифмические потери</translation>
    </message>
    <message>
        <source>Log loss of knowing only how often each outcome comes, less the model&apos;s, in nats; above 0 it knows more. In 9 of 10 resampled histories it lies between the two figures.</source>
        <translation>Логарифмические потери при знании одних лишь частот исходов минус потери модели, в натах; выше 0 модель знает больше. В 9 из 10 пересобранных историй прирост лежит между двумя числами.</translation>
    </message>
    <message>
        <source>Log-loss</source>
        <translation>Логарифмическая потеря</translation>
    </message>
    <message>
        <source>Log-loss gain</source>
        <translation>Выигрыш в потере</translation>
    </message>
    <message>
        <source>Longest under water</source>
        <translation>Дольше всего ниже максимума</translation>
    </message>
    <message>
        <source>M&amp;ACD pane</source>
        <translation>Панель &amp;MACD</translation>
    </message>
    <message>
        <source>MACD histogram</source>
        <translation>Гистограмма MACD</translation>
    </message>
    <message>
        <source>MACD {before} → {after}</source>
        <translation>MACD {before} → {after}</translation>
    </message>
    <message>
        <source>Mar</source>
        <translation>мар</translation>
    </message>
    <message>
        <source>Market</source>
        <translation>Рынок</translation>
    </message>
    <message>
        <source>Market heatmap</source>
        <translation>Тепловая карта рынка</translation>
    </message>
    <message>
        <source>MarketMonitor</source>
        <translation>Наблюдатель рынка</translation>
    </message>
    <message>
        <source>Matching commands</source>
        <translation>Подходящие команды</translation>
    </message>
    <message>
        <source>Maximum drawdown</source>
        <translation>Наибольшая просадка</translation>
    </message>
    <message>
        <source>May</source>
        <translation>май</translation>
    </message>
    <message>
        <source>Mean result</source>
        <translation>Средний результат</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Сообщение</translation>
    </message>
    <message>
        <source>Message chains</source>
        <translation>Цепочки сообщений</translation>
    </message>
    <message>
        <source>Message {message}
Trace {trace}</source>
        <translation>Сообщение {message}
Цепочка {trace}</translation>
    </message>
    <message>
        <source>Messages of the chain</source>
        <translation>Сообщения цепочки</translation>
    </message>
    <message>
        <source>Metric</source>
        <translation>Показатель</translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation>Показатели</translation>
    </message>
    <message>
        <source>Minimum track length</source>
        <translation>Наименьшая длина истории</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>Режим</translation>
    </message>
    <message>
        <source>Mode: {mode}</source>
        <translation>Режим: {mode}</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Модель</translation>
    </message>
    <message>
        <source>Model that decides</source>
        <translation>Решающая модель</translation>
    </message>
    <message>
        <source>Models and backtests made before were made on the bars as they were. Train and test again to compare.</source>
        <translation>Прежние модели и бэктесты сделаны на барах, какими они были. Чтобы сравнить, обучите и проверьте заново.</translation>
    </message>
    <message>
        <source>Mon</source>
        <translation>пн</translation>
    </message>
    <message>
        <source>Months</source>
        <translation>Месяцы</translation>
    </message>
    <message>
        <source>More orders went out within a minute than allowed.</source>
        <translation>За минуту ушло больше заявок, чем допустимо.</translation>
    </message>
    <message>
        <source>More than a bar had passed before a price came.</source>
        <translation>До прихода цены прошло больше бара.</translation>
    </message>
    <message>
        <source>Move &amp;down</source>
        <translation>Переместить в&amp;низ</translation>
    </message>
    <message>
        <source>Move &amp;down	Alt+Down</source>
        <translation>Переместить в&amp;низ	Alt+Down</translation>
    </message>
    <message>
        <source>Move &amp;up	Alt+Up</source>
        <translation>Переместить вв&amp;ерх	Alt+Up</translation>
    </message>
    <message>
        <source>Move and zoom the chart</source>
        <translation>Двигать график и менять масштаб</translation>
    </message>
    <message>
        <source>Move the chart</source>
        <translation>Двигать график</translation>
    </message>
    <message>
        <source>Move the selected symbols one place down</source>
        <translation>Переместить выбранные символы на строку ниже</translation>
    </message>
    <message>
        <source>Move the selected symbols one place up</source>
        <translation>Переместить выбранные символы на строку выше</translation>
    </message>
    <message>
        <source>Move the stop and the target of the position chosen</source>
        <translation>Передвинуть стоп и цель выбранной позиции</translation>
    </message>
    <message>
        <source>Move the stop and the target of the position chosen, or of the symbol shown</source>
        <translation>Передвинуть стоп и цель выбранной позиции или позиции показанного символа</translation>
    </message>
    <message>
        <source>Move u&amp;p</source>
        <translation>Переместить вв&amp;ерх</translation>
    </message>
    <message>
        <source>No change of one input alone, as far as inputs went in training.</source>
        <translation>Изменение одного признака в пределах обучения ничего не меняет.</translation>
    </message>
    <message>
        <source>No evidence of an edge: {reason}.</source>
        <translation>Доказательств преимущества нет: {reason}.</translation>
    </message>
    <message>
        <source>No input stood out for the model.</source>
        <translation>Ни один признак не был для модели решающим.</translation>
    </message>
    <message>
        <source>No keys of {account} are known; enter them with Keys….</source>
        <translation>Ключи счёта {account} неизвестны; введите их кнопкой «Ключи…».</translation>
    </message>
    <message>
        <source>No model stands behind it.</source>
        <translation>За этим не стоит модель.</translation>
    </message>
    <message>
        <source>No order leaves any more but those that make a position smaller. What is held stays; arm again with Ctrl+Shift+G.</source>
        <translation>Теперь уходят только заявки, уменьшающие позицию. Открытые позиции остаются; разрешить торговлю снова: Ctrl+Shift+G.</translation>
    </message>
    <message>
        <source>No order waits for its fill.</source>
        <translation>Ни одна заявка не ждёт исполнения.</translation>
    </message>
    <message>
        <source>No position is chosen in the portfolio, and nothing of {symbol} is held.</source>
        <translation>В портфеле не выбрана позиция, а по {symbol} позиции нет.</translation>
    </message>
    <message>
        <source>No price came within a bar; the order was dropped, not sent again.</source>
        <translation>За бар не пришло ни одной цены; заявка снята и не отправлена заново.</translation>
    </message>
    <message>
        <source>No prices for {time}</source>
        <translation>Цен нет уже {time}</translation>
    </message>
    <message>
        <source>No rule has stood in the way of a decision in this period.</source>
        <translation>За этот период ни одно правило не помешало ни одному решению.</translation>
    </message>
    <message>
        <source>No symbol here contains “{text}”. Esc shows them all.</source>
        <translation>Ни один символ здесь не содержит «{text}». Esc покажет все.</translation>
    </message>
    <message>
        <source>No symbols yet. Press Ins or + to add some.</source>
        <translation>Символов пока нет. Нажмите Ins или +, чтобы добавить.</translation>
    </message>
    <message>
        <source>None is noted with this decision.</source>
        <translation>С этим решением ничего не записано.</translation>
    </message>
    <message>
        <source>None is shown; change the filter, or trade first.</source>
        <translation>Ни одной не показано; измените фильтр или сначала торгуйте.</translation>
    </message>
    <message>
        <source>Not asked: there are no keys to ask with.</source>
        <translation>Не запрошено: нет ключей для запроса.</translation>
    </message>
    <message>
        <source>Not filled</source>
        <translation>Неисполненные</translation>
    </message>
    <message>
        <source>Nothing is held now; size the tiles by volume to see the market.</source>
        <translation>Сейчас позиций нет; чтобы увидеть рынок, задайте размер плиток по объёму.</translation>
    </message>
    <message>
        <source>Nothing is held that could be sold, and short selling is not allowed.</source>
        <translation>Продавать нечего, а короткие продажи не разрешены.</translation>
    </message>
    <message>
        <source>Nothing is held.</source>
        <translation>Открытых позиций нет.</translation>
    </message>
    <message>
        <source>Nothing is held. A position appears here with its profit when the first order is filled.</source>
        <translation>Позиций нет. Позиция с её прибылью появится здесь, когда исполнится первая заявка.</translation>
    </message>
    <message>
        <source>Nothing is known at the exchange that the books don&apos;t explain</source>
        <translation>На бирже не найдено ничего, что не объяснял бы учёт</translation>
    </message>
    <message>
        <source>Nothing is known that the books don&apos;t explain.</source>
        <translation>Нет ничего, чего не объяснял бы учёт.</translation>
    </message>
    <message>
        <source>Nothing is sent to the exchange</source>
        <translation>На биржу ничего не отправляется</translation>
    </message>
    <message>
        <source>Nothing is traded at the exchange so far.</source>
        <translation>Пока на бирже ничего не покупается и не продаётся.</translation>
    </message>
    <message>
        <source>Nothing to judge: {reason}.</source>
        <translation>Судить не о чем: {reason}.</translation>
    </message>
    <message>
        <source>Nothing was changed by it; press Ctrl+Shift+Y to try again.</source>
        <translation>Она ничего не изменила; чтобы попробовать ещё раз, нажмите Ctrl+Shift+Y.</translation>
    </message>
    <message>
        <source>Nothing was traded because of it. Start it again from the Agents panel; its log there says more.</source>
        <translation>Из-за этого ничего не было куплено или продано. Запустите его снова на панели «Агенты»; её журнал скажет больше.</translation>
    </message>
    <message>
        <source>Notice</source>
        <translation>Уведомление</translation>
    </message>
    <message>
        <source>Nov</source>
        <translation>ноя</translation>
    </message>
    <message>
        <source>Oct</source>
        <translation>окт</translation>
    </message>
    <message>
        <source>Of those that wanted to buy or sell, before costs.</source>
        <translation>Среди тех, что хотели купить или продать, до издержек.</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Нет связи</translation>
    </message>
    <message>
        <source>On bars it had not seen it could not tell the direction: that is the base rate&apos;s.</source>
        <translation>На барах, которых она не видела, модель не предсказала направление: оно взято из базовых частот.</translation>
    </message>
    <message>
        <source>On bars it had not seen it could tell nothing yet: these are the base rates.</source>
        <translation>На барах, которых она не видела, модель пока ничего не предсказала: это базовые частоты.</translation>
    </message>
    <message>
        <source>On bars it had not seen the model told no more than how often each class comes: no skill was measured.</source>
        <translation>На барах, которых она не видела, модель сказала не больше, чем частоты исходов: умения не обнаружено.</translation>
    </message>
    <message>
        <source>On bars it had not seen the model told {gain} nats more than how often each class comes.</source>
        <translation>На барах, которых она не видела, модель сказала на {gain} ната больше, чем частоты исходов.</translation>
    </message>
    <message>
        <source>Only a model that has shown an edge may open a position.</source>
        <translation>Открывать позицию может только модель, показавшая преимущество.</translation>
    </message>
    <message>
        <source>Only a simulated market is explored.</source>
        <translation>Разведка ведётся только на смоделированном рынке.</translation>
    </message>
    <message>
        <source>Open positions</source>
        <translation>Открытые позиции</translation>
    </message>
    <message>
        <source>Orders are filled in a simulated account. No money is at stake.</source>
        <translation>Заявки исполняются на учебном счёте. Деньгами вы не рискуете.</translation>
    </message>
    <message>
        <source>Orders at the exchange may still be open</source>
        <translation>На бирже могут оставаться открытые заявки</translation>
    </message>
    <message>
        <source>Orders go to the exchange with real money.</source>
        <translation>Заявки уходят на биржу с реальными деньгами.</translation>
    </message>
    <message>
        <source>Orders go to the exchange&apos;s demo account. No money is at stake.</source>
        <translation>Заявки уходят на демо-счёт биржи. Деньгами вы не рискуете.</translation>
    </message>
    <message>
        <source>Orders go to the exchange&apos;s test network. No money is at stake.</source>
        <translation>Заявки уходят в тестовую сеть биржи. Деньгами вы не рискуете.</translation>
    </message>
    <message>
        <source>Orders or positions at an exchange are looked after</source>
        <translation>Программа следит за заявками или позициями на бирже</translation>
    </message>
    <message>
        <source>Out of sample</source>
        <translation>Вне выборки</translation>
    </message>
    <message>
        <source>Out of sample, on {count} bars it had not seen: accuracy {accuracy}, always the likeliest class {majority}; log loss {loss}, knowing only how often each comes {prior}.</source>
        <translation>Вне выборки, на {count} барах, которых она не видела: точность {accuracy}, всегда вероятнейший класс — {majority}; логарифмические потери {loss}, при знании одних лишь частот — {prior}.</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Исход</translation>
    </message>
    <message>
        <source>Overfitting</source>
        <translation>Переобучение</translation>
    </message>
    <message>
        <source>PAPER is play money, and so it begins. Nothing reaches an exchange before you give keys and arm an account by typing its name.</source>
        <translation>PAPER — это учебные деньги, с них всё начинается. На биржу ничего не уйдёт, пока вы не введёте ключи и не разрешите торговлю, набрав имя счёта.</translation>
    </message>
    <message>
        <source>Panel</source>
        <translation>Панель</translation>
    </message>
    <message>
        <source>Paper twin</source>
        <translation>Учебный двойник</translation>
    </message>
    <message>
        <source>Parit&amp;y self-check…</source>
        <translation>Самопр&amp;оверка паритета…</translation>
    </message>
    <message>
        <source>Parity</source>
        <translation>Паритет</translation>
    </message>
    <message>
        <source>Payload of the message</source>
        <translation>Содержимое сообщения</translation>
    </message>
    <message>
        <source>Payoff ratio</source>
        <translation>Отношение выигрыша к проигрышу</translation>
    </message>
    <message>
        <source>Performance</source>
        <translation>Результаты</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Период</translation>
    </message>
    <message>
        <source>Place in range</source>
        <translation>Место в диапазоне</translation>
    </message>
    <message>
        <source>Population stability index: how far the input&apos;s values have moved since the training. Above {limit} they have drifted; three such inputs propose a challenger. Known from 200 new bars on.</source>
        <translation>Индекс стабильности популяции: насколько значения признака сместились со времени обучения. Выше {limit} — дрейф; три таких признака предлагают претендента. Известен после 200 новых баров.</translation>
    </message>
    <message>
        <source>Portfolio, trades, messages, agents</source>
        <translation>Портфель, сделки, сообщения, агенты</translation>
    </message>
    <message>
        <source>Positions are opened only with evidence of an edge.</source>
        <translation>Позиции открываются только при доказанном преимуществе.</translation>
    </message>
    <message>
        <source>Predictions</source>
        <translation>Предсказания</translation>
    </message>
    <message>
        <source>Press Ctrl+Shift+P to see each.</source>
        <translation>Каждое можно увидеть по Ctrl+Shift+P.</translation>
    </message>
    <message>
        <source>Press the kill switch again, or cancel them at the exchange.</source>
        <translation>Нажмите аварийную остановку ещё раз или снимите их на бирже.</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Цена</translation>
    </message>
    <message>
        <source>Price a&amp;lerts</source>
        <translation>&amp;Ценовые оповещения</translation>
    </message>
    <message>
        <source>Price alerts of the selected symbol</source>
        <translation>Ценовые оповещения выбранного символа</translation>
    </message>
    <message>
        <source>Price alerts of the selected symbol (Alt+A)</source>
        <translation>Ценовые оповещения выбранного символа (Alt+A)</translation>
    </message>
    <message>
        <source>Prices of one symbol, with what the agents decided and what was traded. Drag to move, turn the wheel to zoom, Ctrl+L follows the newest bar.</source>
        <translation>Цены одного символа, решения агентов и сделки. Перетаскивание двигает график, колесо меняет масштаб, Ctrl+L следит за новейшим баром.</translation>
    </message>
    <message>
        <source>Probabilities</source>
        <translation>Вероятности</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Проблемы</translation>
    </message>
    <message>
        <source>Profit</source>
        <translation>Прибыль</translation>
    </message>
    <message>
        <source>Profit and loss</source>
        <translation>Прибыль и убыток</translation>
    </message>
    <message>
        <source>Profit factor</source>
        <translation>Профит-фактор</translation>
    </message>
    <message>
        <source>Profit {amount}</source>
        <translation>Прибыль {amount}</translation>
    </message>
    <message>
        <source>Put back what was removed (Ctrl+Z)</source>
        <translation>Вернуть удалённое (Ctrl+Z)</translation>
    </message>
    <message>
        <source>Put back what was removed last</source>
        <translation>Вернуть удалённое последним</translation>
    </message>
    <message>
        <source>Put every panel back where it was at first</source>
        <translation>Вернуть все панели на исходные места</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>Количество</translation>
    </message>
    <message>
        <source>RSI 14</source>
        <translation>RSI 14</translation>
    </message>
    <message>
        <source>RSI state</source>
        <translation>Состояние RSI</translation>
    </message>
    <message>
        <source>RSI {before} → {after}</source>
        <translation>RSI {before} → {after}</translation>
    </message>
    <message>
        <source>RSI {value} overbought.</source>
        <translation>RSI {value}, перекупленность.</translation>
    </message>
    <message>
        <source>RSI {value} oversold.</source>
        <translation>RSI {value}, перепроданность.</translation>
    </message>
    <message>
        <source>RSI {value}.</source>
        <translation>RSI {value}.</translation>
    </message>
    <message>
        <source>Random entries</source>
        <translation>Случайные входы</translation>
    </message>
    <message>
        <source>Random forest</source>
        <translation>Случайный лес</translation>
    </message>
    <message>
        <source>Read the bars one by one</source>
        <translation>Читать бары по одному</translation>
    </message>
    <message>
        <source>Real</source>
        <translation>Реальный</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Причина</translation>
    </message>
    <message>
        <source>Reasoning</source>
        <translation>Обоснование</translation>
    </message>
    <message>
        <source>Reliability: confidence told against how often it came true</source>
        <translation>Надёжность: заявленная уверенность и как часто она сбывалась</translation>
    </message>
    <message>
        <source>Remove the selected symbols</source>
        <translation>Удалить выбранные символы</translation>
    </message>
    <message>
        <source>Remove the selected symbols (Del)</source>
        <translation>Удалить выбранные символы (Del)</translation>
    </message>
    <message>
        <source>Removed {symbols}.</source>
        <translation>Удалено: {symbols}.</translation>
    </message>
    <message>
        <source>Removing the keys. The system may ask for the keyring&apos;s password.</source>
        <translation>Удаляем ключи. Система может спросить пароль от хранилища ключей.</translation>
    </message>
    <message>
        <source>Reports shown</source>
        <translation>Показываемые отчёты</translation>
    </message>
    <message>
        <source>Requested at {price}</source>
        <translation>Запрошено по {price}</translation>
    </message>
    <message>
        <source>Restart</source>
        <translation>Заново</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>Доходность</translation>
    </message>
    <message>
        <source>Return, risk, months and the worth of decisions will stand here, two bars after monitoring starts (Ctrl+M).</source>
        <translation>Доходность, риск, месяцы и ценность решений появятся здесь через два бара после начала наблюдения (Ctrl+M).</translation>
    </message>
    <message>
        <source>Returns by month</source>
        <translation>Доходность по месяцам</translation>
    </message>
    <message>
        <source>Risk score</source>
        <translation>Оценка риска</translation>
    </message>
    <message>
        <source>Roll back to the version chosen</source>
        <translation>Вернуться к выбранной версии</translation>
    </message>
    <message>
        <source>Round {number}</source>
        <translation>Раунд {number}</translation>
    </message>
    <message>
        <source>Round {number} (now)</source>
        <translation>Раунд {number} (текущий)</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Строки</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Правила</translation>
    </message>
    <message>
        <source>Rules decided: {rules}.</source>
        <translation>Решили правила: {rules}.</translation>
    </message>
    <message>
        <source>Rules decided; none of them spoke.</source>
        <translation>Решали правила; ни одно не сработало.</translation>
    </message>
    <message>
        <source>Rules decided; only a model remembers bars like this.</source>
        <translation>Решали правила; похожие бары помнит только модель.</translation>
    </message>
    <message>
        <source>Rules decided; this is known only of a model.</source>
        <translation>Решали правила; это известно только о модели.</translation>
    </message>
    <message>
        <source>Rules in the way</source>
        <translation>Помешавшие правила</translation>
    </message>
    <message>
        <source>Rules that spoke</source>
        <translation>Сработавшие правила</translation>
    </message>
    <message>
        <source>Runs on these bars that traded differently, kept variations and each choice of a sweep among them, and the annual Sharpe ratio that the best of as many is expected to have without any skill.</source>
        <translation>Прогоны на этих барах, торговавшие иначе, вместе с сохранёнными вариациями и каждым вариантом перебора, и годовой коэффициент Шарпа, ожидаемый у лучшего из стольких без всякого умения.</translation>
    </message>
    <message>
        <source>SMA cross</source>
        <translation>Пересечение SMA</translation>
    </message>
    <message>
        <source>SMA crossing</source>
        <translation>Пересечение SMA</translation>
    </message>
    <message>
        <source>SMA10 against SMA20 {before} → {after}</source>
        <translation>SMA10 против SMA20 {before} → {after}</translation>
    </message>
    <message>
        <source>SMA10 crossed above SMA20.</source>
        <translation>SMA10 пересекла SMA20 снизу вверх.</translation>
    </message>
    <message>
        <source>SMA10 crossed below SMA20.</source>
        <translation>SMA10 пересекла SMA20 сверху вниз.</translation>
    </message>
    <message>
        <source>SMA10 crossing above SMA20 for buying</source>
        <translation>пересечение SMA10 и SMA20 снизу вверх — за покупку</translation>
    </message>
    <message>
        <source>SMA10 crossing below SMA20 for selling</source>
        <translation>пересечение SMA10 и SMA20 сверху вниз — за продажу</translation>
    </message>
    <message>
        <source>Sat</source>
        <translation>сб</translation>
    </message>
    <message>
        <source>Seconds of market time that pass in one second</source>
        <translation>Сколько секунд рынка проходит за одну секунду</translation>
    </message>
    <message>
        <source>Select a symbol first.</source>
        <translation>Сначала выберите символ.</translation>
    </message>
    <message>
        <source>Selling {quantity} {symbol} would open a short position, which is not allowed.</source>
        <translation>Продажа {quantity} {symbol} открыла бы короткую позицию, а это не разрешено.</translation>
    </message>
    <message>
        <source>Sep</source>
        <translation>сен</translation>
    </message>
    <message>
        <source>Set or change the price alerts of a symbol</source>
        <translation>Задать или изменить ценовые оповещения символа</translation>
    </message>
    <message>
        <source>Settings: {page}</source>
        <translation>Настройки: {page}</translation>
    </message>
    <message>
        <source>Settled</source>
        <translation>Исход известен</translation>
    </message>
    <message>
        <source>Several files were dropped; each is looked at before it is stored, so drop one at a time.</source>
        <translation>Перетащено несколько файлов; каждый просматривается перед сохранением, поэтому перетаскивайте по одному.</translation>
    </message>
    <message>
        <source>Share of the settled ones whose wish was the outcome that came.</source>
        <translation>Доля решений с известным исходом, желание которых совпало с исходом.</translation>
    </message>
    <message>
        <source>Sharpe</source>
        <translation>Шарп</translation>
    </message>
    <message>
        <source>Sharpe {ratio}</source>
        <translation>Шарп {ratio}</translation>
    </message>
    <message>
        <source>Shift+Left, Shift+Right</source>
        <translation>Shift+Влево, Shift+Вправо</translation>
    </message>
    <message>
        <source>Show only reports that have every word: a symbol, an action, a reason</source>
        <translation>Показать только отчёты, в которых есть каждое слово: символ, действие, причина</translation>
    </message>
    <message>
        <source>Show only the symbols that contain a text</source>
        <translation>Показать только символы, содержащие текст</translation>
    </message>
    <message>
        <source>Show only the symbols that contain this (Ctrl+F)</source>
        <translation>Показать только символы, содержащие это (Ctrl+F)</translation>
    </message>
    <message>
        <source>Show or hide the MACD under the prices</source>
        <translation>Показать или скрыть MACD под ценами</translation>
    </message>
    <message>
        <source>Show or hide the RSI under the prices</source>
        <translation>Показать или скрыть RSI под ценами</translation>
    </message>
    <message>
        <source>Show or hide the panel {panel}</source>
        <translation>Показать или скрыть панель «{panel}»</translation>
    </message>
    <message>
        <source>Show the details of the problem</source>
        <translation>Показать подробности проблемы</translation>
    </message>
    <message>
        <source>Show the next symbol of the watchlist</source>
        <translation>Показать следующий символ списка наблюдения</translation>
    </message>
    <message>
        <source>Show the paper twin&apos;s curve</source>
        <translation>Показать кривую учебного двойника</translation>
    </message>
    <message>
        <source>Show the previous symbol of the watchlist</source>
        <translation>Показать предыдущий символ списка наблюдения</translation>
    </message>
    <message>
        <source>Side</source>
        <translation>Сторона</translation>
    </message>
    <message>
        <source>Simulated</source>
        <translation>Симуляция</translation>
    </message>
    <message>
        <source>Simulated or real mar&amp;ket</source>
        <translation>Смоделированный или реальный р&amp;ынок</translation>
    </message>
    <message>
        <source>Simulated time</source>
        <translation>Смоделированное время</translation>
    </message>
    <message>
        <source>Size of the tiles</source>
        <translation>Размер плиток</translation>
    </message>
    <message>
        <source>Sized by {method}.</source>
        <translation>Размер: {method}.</translation>
    </message>
    <message>
        <source>Slippage</source>
        <translation>Проскальзывание</translation>
    </message>
    <message>
        <source>Slippage: the sum over all fills of (price paid − price asked for) × quantity, the other way round for sales: spread, slippage, and the price&apos;s way from the decision to the fill.</source>
        <translation>Проскальзывание: сумма по всем исполнениям (уплаченная цена − запрошенная цена) × количество, для продаж наоборот: спред, проскальзывание и ход цены от решения до исполнения.</translation>
    </message>
    <message>
        <source>Some price alerts can&apos;t be read</source>
        <translation>Некоторые ценовые оповещения не читаются</translation>
    </message>
    <message>
        <source>Some settings can&apos;t be read</source>
        <translation>Некоторые настройки не читаются</translation>
    </message>
    <message>
        <source>Sort by this; a third click puts the newest first again</source>
        <translation>Сортировать по этому столбцу; третий щелчок снова ставит новейшие первыми</translation>
    </message>
    <message>
        <source>Sortino</source>
        <translation>Сортино</translation>
    </message>
    <message>
        <source>Stale</source>
        <translation>Устарело</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Пуск</translation>
    </message>
    <message>
        <source>Start &amp;monitoring</source>
        <translation>Начать &amp;наблюдение</translation>
    </message>
    <message>
        <source>Start or stop watching the market</source>
        <translation>Начать или прекратить наблюдение за рынком</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Состояние</translation>
    </message>
    <message>
        <source>State of {agent}</source>
        <translation>Состояние агента: {agent}</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Статус</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Шаг</translation>
    </message>
    <message>
        <source>Steps of the learning</source>
        <translation>Шаги обучения</translation>
    </message>
    <message>
        <source>Stood in its way</source>
        <translation>Что помешало</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Стоп</translation>
    </message>
    <message>
        <source>Stop &amp;monitoring</source>
        <translation>Прекратить &amp;наблюдение</translation>
    </message>
    <message>
        <source>Stop and target are the agents&apos; own, one barrier away, not those of the run.</source>
        <translation>Стоп и цель у агентов свои, на один барьер, а не из прогона.</translation>
    </message>
    <message>
        <source>Stop the orders of {account} at once</source>
        <translation>Сразу запретить заявки счёта {account}</translation>
    </message>
    <message>
        <source>Stopped; whether it was done is not known. Look at what is kept now.</source>
        <translation>Остановлено; неизвестно, было ли это сделано. Посмотрите, что сохранено сейчас.</translation>
    </message>
    <message>
        <source>Stops trading at once: Ctrl+Shift+K, from any window of the program.</source>
        <translation>Останавливает торговлю сразу: Ctrl+Shift+K из любого окна программы.</translation>
    </message>
    <message>
        <source>Store</source>
        <translation>Хранилище</translation>
    </message>
    <message>
        <source>Store ready</source>
        <translation>Хранилище готово</translation>
    </message>
    <message>
        <source>Sun</source>
        <translation>вс</translation>
    </message>
    <message>
        <source>Symbol</source>
        <translation>Символ</translation>
    </message>
    <message>
        <source>Symbol: {symbol}</source>
        <translation>Символ: {symbol}</translation>
    </message>
    <message>
        <source>Take the selected symbols off the watchlist</source>
        <translation>Убрать выбранные символы из списка наблюдения</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Цель</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Текст</translation>
    </message>
    <message>
        <source>Text to find in the log</source>
        <translation>Текст для поиска в журнале</translation>
    </message>
    <message>
        <source>That holds for these bars, not for those to come.</source>
        <translation>Это верно для этих баров, но не для будущих.</translation>
    </message>
    <message>
        <source>The account sends orders to an exchange and is not armed.</source>
        <translation>Счёт отправляет заявки на биржу, а торговля на нём не разрешена.</translation>
    </message>
    <message>
        <source>The account was not changed</source>
        <translation>Счёт не сменён</translation>
    </message>
    <message>
        <source>The account was not reset</source>
        <translation>Счёт не начат заново</translation>
    </message>
    <message>
        <source>The accounts could not be shown</source>
        <translation>Не удалось показать счета</translation>
    </message>
    <message>
        <source>The agents enter at the next open.</source>
        <translation>Агенты входят по следующей цене открытия.</translation>
    </message>
    <message>
        <source>The agents have to decide first; start them.</source>
        <translation>Сначала агенты должны принять решения; запустите их.</translation>
    </message>
    <message>
        <source>The agents keep to the instrument&apos;s ticks and steps, and an order takes no more than a bar&apos;s volume.</source>
        <translation>Агенты соблюдают шаги цены и количества инструмента, и заявка берёт не больше объёма бара.</translation>
    </message>
    <message>
        <source>The agents&apos; model has 300 trees and is replaced when a challenger passes the gate; the backtest fits one of 100 on a schedule, with its own seed.</source>
        <translation>В модели агентов 300 деревьев, и её сменяет претендент, прошедший проверку; бэктест обучает модель из 100 деревьев по расписанию и со своим зерном.</translation>
    </message>
    <message>
        <source>The bars could not be kept for the next time: {error}</source>
        <translation>Не удалось сохранить бары на следующий раз: {error}</translation>
    </message>
    <message>
        <source>The books and the exchange have not been found to agree.</source>
        <translation>Учёт и биржа ещё не сверены.</translation>
    </message>
    <message>
        <source>The chart</source>
        <translation>График</translation>
    </message>
    <message>
        <source>The chart&apos;s settings were not kept</source>
        <translation>Настройки графика не сохранены</translation>
    </message>
    <message>
        <source>The class prior knows only how often each outcome comes.</source>
        <translation>Частоты классов говорят только, как часто бывает каждый исход.</translation>
    </message>
    <message>
        <source>The confidence is under the least allowed.</source>
        <translation>Уверенность ниже наименьшей допустимой.</translation>
    </message>
    <message>
        <source>The decision is older than its bar&apos;s interval; nothing was ordered.</source>
        <translation>Решение старше своего бара; заявки не было.</translation>
    </message>
    <message>
        <source>The decision was left by a session on another market; nothing was ordered.</source>
        <translation>Решение осталось от сеанса на другом рынке; заявки не было.</translation>
    </message>
    <message>
        <source>The exchange did not say whether it took the order; it is asked.</source>
        <translation>Биржа не сказала, приняла ли она заявку; её спрашивают.</translation>
    </message>
    <message>
        <source>The exchange refused the order.</source>
        <translation>Биржа отклонила заявку.</translation>
    </message>
    <message>
        <source>The feed stood still when the bar came; prices may be old.</source>
        <translation>Когда пришёл бар, поток стоял; цены могут быть старыми.</translation>
    </message>
    <message>
        <source>The file of this version is gone; only the newest are kept.</source>
        <translation>Файла этой версии больше нет; хранятся только новейшие.</translation>
    </message>
    <message>
        <source>The first model of {symbol} is still being trained</source>
        <translation>Первая модель для {symbol} ещё обучается</translation>
    </message>
    <message>
        <source>The guide, at the page for where you are</source>
        <translation>Руководство на странице о том месте, где вы находитесь</translation>
    </message>
    <message>
        <source>The history of {symbol} has changed</source>
        <translation>История {symbol} изменилась</translation>
    </message>
    <message>
        <source>The key can trade and can&apos;t withdraw.</source>
        <translation>Ключом можно торговать и нельзя выводить средства.</translation>
    </message>
    <message>
        <source>The key {key} is used.</source>
        <translation>Используется ключ {key}.</translation>
    </message>
    <message>
        <source>The keys are kept for this session only, as you wished.</source>
        <translation>Как вы и просили, ключи хранятся только до конца сеанса.</translation>
    </message>
    <message>
        <source>The keys can&apos;t be forgotten: {why}</source>
        <translation>Ключи не удаётся забыть: {why}</translation>
    </message>
    <message>
        <source>The keys can&apos;t be kept: {why}</source>
        <translation>Ключи не удаётся сохранить: {why}</translation>
    </message>
    <message>
        <source>The keys can&apos;t be read: {why}</source>
        <translation>Ключи не удаётся прочитать: {why}</translation>
    </message>
    <message>
        <source>The keys of the account can&apos;t be read</source>
        <translation>Ключи счёта не читаются</translation>
    </message>
    <message>
        <source>The keys of {account} are forgotten. Delete them at Bybit, too.</source>
        <translation>Ключи счёта {account} забыты. Удалите их и на Bybit.</translation>
    </message>
    <message>
        <source>The keys of {account} in the keyring can&apos;t be read; enter them again.</source>
        <translation>Ключи счёта {account} в хранилище не читаются; введите их снова.</translation>
    </message>
    <message>
        <source>The keys of {account} were forgotten meanwhile; enter them again.</source>
        <translation>Ключи счёта {account} тем временем забыты; введите их снова.</translation>
    </message>
    <message>
        <source>The keys were not kept: {why}</source>
        <translation>Ключи не сохранены: {why}</translation>
    </message>
    <message>
        <source>The kill switch</source>
        <translation>Аварийная остановка</translation>
    </message>
    <message>
        <source>The kill switch closed the position in part: {side} {quantity} {symbol} at {price}; {rest} of {whole} not yet.</source>
        <translation>Аварийная остановка закрыла позицию частично: {side} {quantity} {symbol} по {price}; осталось {rest} из {whole}.</translation>
    </message>
    <message>
        <source>The kill switch closed the position: {side} {quantity} {symbol} at {price}.</source>
        <translation>Аварийная остановка закрыла позицию: {side} {quantity} {symbol} по {price}.</translation>
    </message>
    <message>
        <source>The kill switch could not be kept</source>
        <translation>Не удалось сохранить аварийную остановку</translation>
    </message>
    <message>
        <source>The kill switch was pressed.</source>
        <translation>Нажата аварийная остановка.</translation>
    </message>
    <message>
        <source>The language counts from the next start. What is kept and sent stays English.</source>
        <translation>Язык сменится при следующем запуске. Сохраняемое и отправляемое остаётся на английском.</translation>
    </message>
    <message>
        <source>The last message took {time}; p50 and p99 are of the newest 500.</source>
        <translation>Последнее сообщение заняло {time}; p50 и p99 — по последним 500.</translation>
    </message>
    <message>
        <source>The last price is too old.</source>
        <translation>Последняя цена слишком старая.</translation>
    </message>
    <message>
        <source>The last price of {symbol} is {bars} bars old; {limit} are allowed.</source>
        <translation>Последней цене {symbol} уже {bars} бара; допустимо {limit}.</translation>
    </message>
    <message>
        <source>The layout can&apos;t be used</source>
        <translation>Раскладку нельзя использовать</translation>
    </message>
    <message>
        <source>The likeliest outcome is no move of {share} either way within {bars} bars.</source>
        <translation>Вероятнее всего, за {bars} баров цена не сдвинется на {share} ни в одну сторону.</translation>
    </message>
    <message>
        <source>The local API does not answer</source>
        <translation>Локальный API не отвечает</translation>
    </message>
    <message>
        <source>The log loss of knowing only how often each outcome comes.</source>
        <translation>Логарифмические потери при знании одних лишь частот исходов.</translation>
    </message>
    <message>
        <source>The market is closed.</source>
        <translation>Рынок закрыт.</translation>
    </message>
    <message>
        <source>The market is unlike anything the model was trained on.</source>
        <translation>Рынок не похож ни на что, на чём обучалась модель.</translation>
    </message>
    <message>
        <source>The market of {symbol} is closed; an order would wait for its next session&apos;s first price.</source>
        <translation>Рынок {symbol} закрыт; заявка ждала бы первой цены следующей сессии.</translation>
    </message>
    <message>
        <source>The market that is watched: the simulated one needs nothing, the real one follows Bybit and Yahoo. Each has its own account.</source>
        <translation>За каким рынком ведётся наблюдение: смоделированному ничего не нужно, реальный следит за Bybit и Yahoo. У каждого свой счёт.</translation>
    </message>
    <message>
        <source>The market was not changed</source>
        <translation>Рынок не сменён</translation>
    </message>
    <message>
        <source>The mean of −ln p of what came, in nats; less is better.</source>
        <translation>Среднее −ln p того, что вышло, в натах; меньше — лучше.</translation>
    </message>
    <message>
        <source>The mean over buy, hold and sell of the share of each that was told.</source>
        <translation>Среднее по покупке, удержанию и продаже от доли верно предсказанных.</translation>
    </message>
    <message>
        <source>The mean over the outcomes of how often each was told; chance gives 33%.</source>
        <translation>Среднее по исходам того, как часто каждый был назван; случай даёт 33%.</translation>
    </message>
    <message>
        <source>The messages the agents exchange will stand here, chain by chain. Start monitoring, or decide now (Ctrl+D).</source>
        <translation>Сообщения, которыми обмениваются агенты, появятся здесь, цепочка за цепочкой. Начните наблюдение или решите сейчас (Ctrl+D).</translation>
    </message>
    <message>
        <source>The model behind it has the hash {hash}</source>
        <translation>Хеш модели, которая за этим стоит: {hash}</translation>
    </message>
    <message>
        <source>The model itself holds: no move is the likeliest.</source>
        <translation>Модель сама держит: вероятнее всего движения не будет.</translation>
    </message>
    <message>
        <source>The model leaned on {inputs}.</source>
        <translation>Модель опиралась на {inputs}.</translation>
    </message>
    <message>
        <source>The model on {bars} bars it had not seen</source>
        <translation>Модель на {bars} барах, которых она не видела</translation>
    </message>
    <message>
        <source>The model that decides will stand here with what it has shown, as soon as the first one is trained.</source>
        <translation>Модель, которая решает, появится здесь со своими показателями, как только будет обучена первая.</translation>
    </message>
    <message>
        <source>The model wanted {action}.</source>
        <translation>Модель хотела {action}.</translation>
    </message>
    <message>
        <source>The model would say {action} with {change}, all else as it was.</source>
        <translation>Модель сказала бы {action} при таком изменении: {change}; всё остальное прежнее.</translation>
    </message>
    <message>
        <source>The moment is riskier than allowed.</source>
        <translation>Момент рискованнее допустимого.</translation>
    </message>
    <message>
        <source>The move to expect does not pay its costs.</source>
        <translation>Ожидаемое движение не окупает издержек.</translation>
    </message>
    <message>
        <source>The order does not fit the instrument&apos;s least size or step.</source>
        <translation>Заявка не подходит под наименьший размер или шаг инструмента.</translation>
    </message>
    <message>
        <source>The order is worth {worth}, above the limit of {limit} ({share} of equity).</source>
        <translation>Заявка стоит {worth}, это больше предела {limit} ({share} капитала).</translation>
    </message>
    <message>
        <source>The order needs {needed} and the free cash is {cash}.</source>
        <translation>Заявке нужно {needed}, а свободных денег {cash}.</translation>
    </message>
    <message>
        <source>The order was taken back.</source>
        <translation>Заявка снята.</translation>
    </message>
    <message>
        <source>The order would be larger than its share of equity allows.</source>
        <translation>Заявка превысила бы допустимую долю капитала.</translation>
    </message>
    <message>
        <source>The order&apos;s price is too far from the last one.</source>
        <translation>Цена заявки слишком далека от последней.</translation>
    </message>
    <message>
        <source>The order&apos;s price {price} is {share} away from the last one, {last}; {limit} are allowed.</source>
        <translation>Цена заявки {price} отстоит от последней, {last}, на {share}; допустимо {limit}.</translation>
    </message>
    <message>
        <source>The panels were put back.</source>
        <translation>Панели возвращены на место.</translation>
    </message>
    <message>
        <source>The paper twin makes the same decisions in the same account, on paper or not: each order is filled whole and at once at the price asked for, without spread, slippage and commission.</source>
        <translation>Учебный двойник принимает те же решения на том же счёте, учебном или нет: каждая заявка исполняется целиком и сразу по запрошенной цене, без спреда, проскальзывания и комиссии.</translation>
    </message>
    <message>
        <source>The position was closed by hand in part: {side} {quantity} {symbol} at {price}; {rest} of {whole} not yet.</source>
        <translation>Позиция закрыта вручную частично: {side} {quantity} {symbol} по {price}; осталось {rest} из {whole}.</translation>
    </message>
    <message>
        <source>The position was closed by hand: {side} {quantity} {symbol} at {price}.</source>
        <translation>Позиция закрыта вручную: {side} {quantity} {symbol} по {price}.</translation>
    </message>
    <message>
        <source>The position would be larger than its share of equity allows.</source>
        <translation>Позиция превысила бы допустимую долю капитала.</translation>
    </message>
    <message>
        <source>The position would be worth {worth}, above the limit of {limit} ({share} of equity).</source>
        <translation>Позиция стоила бы {worth}, это больше предела {limit} ({share} капитала).</translation>
    </message>
    <message>
        <source>The probability that the Sharpe ratio is more than the luck of that many tries.</source>
        <translation>Вероятность, что коэффициент Шарпа больше, чем везение при стольких попытках.</translation>
    </message>
    <message>
        <source>The reasons of a decision will stand here. Click one in the feed, or its mark on the chart.</source>
        <translation>Здесь появятся причины решения. Щёлкните решение в ленте или его метку на графике.</translation>
    </message>
    <message>
        <source>The rest was not filled within a bar; it was dropped, not sent again.</source>
        <translation>Остаток не исполнился за бар; он снят и не отправлен заново.</translation>
    </message>
    <message>
        <source>The risk score {score} is above the most allowed, {most}.</source>
        <translation>Оценка риска {score} выше допустимой, {most}.</translation>
    </message>
    <message>
        <source>The rules do not agree on a side.</source>
        <translation>Правила не согласны насчёт стороны.</translation>
    </message>
    <message>
        <source>The rules themselves hold.</source>
        <translation>Сами правила держат.</translation>
    </message>
    <message>
        <source>The rules wanted {action}.</source>
        <translation>Правила хотели {action}.</translation>
    </message>
    <message>
        <source>The same bars and money, other ways</source>
        <translation>Те же бары и деньги другими способами</translation>
    </message>
    <message>
        <source>The same decisions at one, two and three times the costs.</source>
        <translation>Те же решения при одинарных, двойных и тройных издержках.</translation>
    </message>
    <message>
        <source>The same for up or down alone, on the bars that went either way.</source>
        <translation>То же только для роста или падения, на барах, которые пошли в одну из сторон.</translation>
    </message>
    <message>
        <source>The same money at the same costs, and the annual Sharpe ratio, both from the first decision&apos;s bar on.</source>
        <translation>Те же деньги при тех же издержках и годовой коэффициент Шарпа, с бара первого решения.</translation>
    </message>
    <message>
        <source>The same positions, as long, as large, on the same side and at the same costs, at random times: the 5th to the 95th percentile of the draws, and the share of them that made less than this run.</source>
        <translation>Те же позиции той же длины, размера и стороны, при тех же издержках, но в случайное время: от 5-го до 95-го процентиля и доля давших меньше, чем этот прогон.</translation>
    </message>
    <message>
        <source>The score is not a probability.</source>
        <translation>Оценка — не вероятность.</translation>
    </message>
    <message>
        <source>The self-check could not be made</source>
        <translation>Самопроверку провести не удалось</translation>
    </message>
    <message>
        <source>The self-check found a difference</source>
        <translation>Самопроверка нашла расхождение</translation>
    </message>
    <message>
        <source>The settings could not be kept</source>
        <translation>Не удалось сохранить настройки</translation>
    </message>
    <message>
        <source>The share of the outcomes told right; the majority class is what came most often before.</source>
        <translation>Доля верно предсказанных исходов; самый частый класс — тот, что раньше встречался чаще всего.</translation>
    </message>
    <message>
        <source>The simulated market has symbols of its own. Change to the real market (Ctrl+Shift+M) to choose yours.</source>
        <translation>У смоделированного рынка свои символы. Чтобы выбрать свои, перейдите на реальный рынок (Ctrl+Shift+M).</translation>
    </message>
    <message>
        <source>The sizing rules leave less than the least order.</source>
        <translation>Правила размера оставляют меньше наименьшей заявки.</translation>
    </message>
    <message>
        <source>The stop loss closed the position in part: {side} {quantity} {symbol} at {price}; {rest} of {whole} not yet.</source>
        <translation>Стоп закрыл позицию частично: {side} {quantity} {symbol} по {price}; осталось {rest} из {whole}.</translation>
    </message>
    <message>
        <source>The stop loss closed the position: {side} {quantity} {symbol} at {price}.</source>
        <translation>Стоп закрыл позицию: {side} {quantity} {symbol} по {price}.</translation>
    </message>
    <message>
        <source>The symbols of this market will stand here, as soon as monitoring starts.</source>
        <translation>Символы этого рынка появятся здесь, как только начнётся наблюдение.</translation>
    </message>
    <message>
        <source>The take profit closed the position in part: {side} {quantity} {symbol} at {price}; {rest} of {whole} not yet.</source>
        <translation>Цель закрыла позицию частично: {side} {quantity} {symbol} по {price}; осталось {rest} из {whole}.</translation>
    </message>
    <message>
        <source>The take profit closed the position: {side} {quantity} {symbol} at {price}.</source>
        <translation>Цель закрыла позицию: {side} {quantity} {symbol} по {price}.</translation>
    </message>
    <message>
        <source>The three agents will report here once a second as soon as they are started with the program.</source>
        <translation>Три агента будут отчитываться здесь раз в секунду, как только запустятся вместе с программой.</translation>
    </message>
    <message>
        <source>The trades were not exported</source>
        <translation>Сделки не экспортированы</translation>
    </message>
    <message>
        <source>The twin&apos;s equity less the account&apos;s. {what} Under zero, trading was a gain against it.</source>
        <translation>Капитал двойника минус капитал счёта. {what} Меньше нуля — торговля оказалась выгоднее двойника.</translation>
    </message>
    <message>
        <source>The watched symbols will stand here as tiles once their bars are loaded. Start monitoring (Ctrl+M).</source>
        <translation>Символы списка появятся здесь плитками, как только загрузятся их бары. Начать наблюдение: Ctrl+M.</translation>
    </message>
    <message>
        <source>The watchlist</source>
        <translation>Список наблюдения</translation>
    </message>
    <message>
        <source>The {agent} could not go on: {why}</source>
        <translation>{agent}: продолжить не удалось: {why}</translation>
    </message>
    <message>
        <source>The {agent} has stopped</source>
        <translation>{agent}: агент остановился</translation>
    </message>
    <message>
        <source>Their defaults are used. Set them again with Ctrl+,.</source>
        <translation>Используются значения по умолчанию. Задайте их снова: Ctrl+,.</translation>
    </message>
    <message>
        <source>Then it</source>
        <translation>Затем</translation>
    </message>
    <message>
        <source>There are no bars of {series} any more; open the data again to see what there is.</source>
        <translation>Баров {series} больше нет; откройте данные снова, чтобы увидеть, что есть.</translation>
    </message>
    <message>
        <source>There are no keys of {account}; enter them first.</source>
        <translation>Ключей счёта {account} нет; сначала введите их.</translation>
    </message>
    <message>
        <source>There are no trades to export</source>
        <translation>Нет сделок для экспорта</translation>
    </message>
    <message>
        <source>There are no {interval} bars of {symbol} here.</source>
        <translation>Баров {symbol} с интервалом {interval} здесь нет.</translation>
    </message>
    <message>
        <source>There are too few bars to decide on yet.</source>
        <translation>Баров для решения пока слишком мало.</translation>
    </message>
    <message>
        <source>There is no help</source>
        <translation>Справки нет</translation>
    </message>
    <message>
        <source>There is no model of {symbol} yet</source>
        <translation>Модели для {symbol} ещё нет</translation>
    </message>
    <message>
        <source>There is not enough free cash for the order and its costs.</source>
        <translation>Свободных денег не хватает на заявку и её издержки.</translation>
    </message>
    <message>
        <source>There is nothing to check yet</source>
        <translation>Пока нечего проверять</translation>
    </message>
    <message>
        <source>They count until the program ends; apply them again to keep them.</source>
        <translation>До закрытия программы они действуют; чтобы сохранить их, примените ещё раз.</translation>
    </message>
    <message>
        <source>They were left out, the others are watched. Set them again with Ctrl+Shift+A.</source>
        <translation>Они пропущены, за остальными идёт наблюдение. Задайте их снова: Ctrl+Shift+A.</translation>
    </message>
    <message>
        <source>They were not tested: {why}</source>
        <translation>Они не проверены: {why}</translation>
    </message>
    <message>
        <source>This bar has led to such an order already.</source>
        <translation>Этот бар уже привёл к такой заявке.</translation>
    </message>
    <message>
        <source>This bar of {symbol} has led to a {action} already.</source>
        <translation>По этому бару {symbol} уже было решение {action}.</translation>
    </message>
    <message>
        <source>This challenger was turned down, and its file was not kept.</source>
        <translation>Этот претендент отклонён, и его файл не сохранён.</translation>
    </message>
    <message>
        <source>This explores the simulated market: the model found nothing to gain, and a small paper trade shows what one costs.</source>
        <translation>Это разведка на смоделированном рынке: модель не нашла выгоды, а маленькая учебная сделка показывает, сколько стоит торговля.</translation>
    </message>
    <message>
        <source>This failed inside the program ({error}); try again, and look at the log if it stays.</source>
        <translation>Сбой внутри программы ({error}); попробуйте ещё раз, а если не пройдёт, посмотрите журнал.</translation>
    </message>
    <message>
        <source>This key can&apos;t be traded with as it is.</source>
        <translation>Таким ключом торговать нельзя.</translation>
    </message>
    <message>
        <source>This list can&apos;t be changed.</source>
        <translation>Этот список изменить нельзя.</translation>
    </message>
    <message>
        <source>This run</source>
        <translation>Этот прогон</translation>
    </message>
    <message>
        <source>This system has no keyring.</source>
        <translation>В этой системе нет хранилища ключей.</translation>
    </message>
    <message>
        <source>This version decides already.</source>
        <translation>Эта версия уже решает.</translation>
    </message>
    <message>
        <source>Thu</source>
        <translation>чт</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Время</translation>
    </message>
    <message>
        <source>Time in UTC</source>
        <translation>Время UTC</translation>
    </message>
    <message>
        <source>Toolbar</source>
        <translation>Панель инструментов</translation>
    </message>
    <message>
        <source>Trade executed successfully in part: {side} {quantity} {symbol} at {price}; {rest} of {whole} not yet.</source>
        <translation>Сделка исполнена частично: {side} {quantity} {symbol} по {price}; осталось {rest} из {whole}.</translation>
    </message>
    <message>
        <source>Trade executed successfully: {side} {quantity} {symbol} at {price}.</source>
        <translation>Сделка исполнена: {side} {quantity} {symbol} по {price}.</translation>
    </message>
    <message>
        <source>Trades</source>
        <translation>Сделки</translation>
    </message>
    <message>
        <source>Trades exported</source>
        <translation>Сделки экспортированы</translation>
    </message>
    <message>
        <source>Trades of {account}, round {number}</source>
        <translation>Сделки счёта {account}, раунд {number}</translation>
    </message>
    <message>
        <source>Trades only</source>
        <translation>Только сделки</translation>
    </message>
    <message>
        <source>Trading cost {amount}:</source>
        <translation>Стоимость торговли {amount}:</translation>
    </message>
    <message>
        <source>Trading cost: nothing was ordered yet</source>
        <translation>Стоимость торговли: заявок ещё не было</translation>
    </message>
    <message>
        <source>Trading is halted</source>
        <translation>Торговля остановлена</translation>
    </message>
    <message>
        <source>Trading is halted all the same while the program runs; press it again after a restart.</source>
        <translation>Пока программа работает, торговля всё равно остановлена; после перезапуска нажмите остановку снова.</translation>
    </message>
    <message>
        <source>Trading is halted.</source>
        <translation>Торговля остановлена.</translation>
    </message>
    <message>
        <source>Trading is halted: {reason}</source>
        <translation>Торговля остановлена: {reason}</translation>
    </message>
    <message>
        <source>Trading is halted: {why}</source>
        <translation>Торговля остановлена: {why}</translation>
    </message>
    <message>
        <source>Trading is halted: {why} Release it first with Ctrl+Shift+K.</source>
        <translation>Торговля остановлена: {why} Сначала снимите остановку: Ctrl+Shift+K.</translation>
    </message>
    <message>
        <source>Trading is not halted.</source>
        <translation>Торговля не остановлена.</translation>
    </message>
    <message>
        <source>Trading was halted before a price came; the order was taken back.</source>
        <translation>Торговля остановлена до прихода цены; заявка отозвана.</translation>
    </message>
    <message>
        <source>Trading was halted.</source>
        <translation>Торговля была остановлена.</translation>
    </message>
    <message>
        <source>Trained to</source>
        <translation>Обучена по</translation>
    </message>
    <message>
        <source>Trend</source>
        <translation>Тренд</translation>
    </message>
    <message>
        <source>Trend strength</source>
        <translation>Сила тренда</translation>
    </message>
    <message>
        <source>Trend {trend}, strength {strength}.</source>
        <translation>Тренд: {trend}, сила {strength}.</translation>
    </message>
    <message>
        <source>Tue</source>
        <translation>вт</translation>
    </message>
    <message>
        <source>Turnover</source>
        <translation>Оборот</translation>
    </message>
    <message>
        <source>Type a command, a symbol, a page of the settings or of the help</source>
        <translation>Введите команду, символ, страницу настроек или справки</translation>
    </message>
    <message>
        <source>Ulcer index</source>
        <translation>Индекс Ulcer</translation>
    </message>
    <message>
        <source>Under changed settings: {settings}.</source>
        <translation>При изменённых настройках: {settings}.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Отменить</translation>
    </message>
    <message>
        <source>Undo the removal</source>
        <translation>Отменить удаление</translation>
    </message>
    <message>
        <source>Unrealised</source>
        <translation>Нереализ.</translation>
    </message>
    <message>
        <source>Value</source>
        <comment>of a metric</comment>
        <translation>Значение</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Стоимость</translation>
    </message>
    <message>
        <source>Value at risk 95%</source>
        <translation>VaR 95%</translation>
    </message>
    <message>
        <source>Value held</source>
        <translation>Стоимость позиций</translation>
    </message>
    <message>
        <source>Variations tried</source>
        <translation>Испытано вариаций</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Версия</translation>
    </message>
    <message>
        <source>Version and licence</source>
        <translation>Версия и лицензия</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Версии</translation>
    </message>
    <message>
        <source>Versions of the model</source>
        <translation>Версии модели</translation>
    </message>
    <message>
        <source>Volatility</source>
        <translation>Волатильность</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Объём</translation>
    </message>
    <message>
        <source>Volume traded in a day</source>
        <translation>Объём торгов за день</translation>
    </message>
    <message>
        <source>Waiting orders</source>
        <translation>Ожидающие заявки</translation>
    </message>
    <message>
        <source>Waiting since</source>
        <translation>Ждёт с</translation>
    </message>
    <message>
        <source>Walk through the window, a place at a time</source>
        <translation>Пройти по окну, место за местом</translation>
    </message>
    <message>
        <source>Wanted</source>
        <translation>Хотелось</translation>
    </message>
    <message>
        <source>Wanted {action}, blocked: {rules}</source>
        <translation>Хотелось {action}, запрещено: {rules}</translation>
    </message>
    <message>
        <source>Watch the real market instead of the simulated one, or back</source>
        <translation>Наблюдать за реальным рынком вместо смоделированного или наоборот</translation>
    </message>
    <message>
        <source>Watchlist</source>
        <translation>Список наблюдения</translation>
    </message>
    <message>
        <source>Way</source>
        <translation>Путь</translation>
    </message>
    <message>
        <source>Way of the chain</source>
        <translation>Путь цепочки</translation>
    </message>
    <message>
        <source>Weak evidence of an edge: {reason}.</source>
        <translation>Слабые доказательства преимущества: {reason}.</translation>
    </message>
    <message>
        <source>Wed</source>
        <translation>ср</translation>
    </message>
    <message>
        <source>What Bybit holds was accepted</source>
        <translation>Данные Bybit приняты</translation>
    </message>
    <message>
        <source>What a strategy would have made on past bars</source>
        <translation>Что принесла бы стратегия на прошлых барах</translation>
    </message>
    <message>
        <source>What became of it</source>
        <translation>Что из этого вышло</translation>
    </message>
    <message>
        <source>What becomes of an order at the exchange would not be heard now.</source>
        <translation>Что станет с заявкой на бирже, сейчас не было бы слышно.</translation>
    </message>
    <message>
        <source>What came is known: the horizon of 24 bars is over.</source>
        <translation>Что вышло, известно: горизонт в 24 бара прошёл.</translation>
    </message>
    <message>
        <source>What came of it</source>
        <translation>Что получилось</translation>
    </message>
    <message>
        <source>What can be done about the problem</source>
        <translation>Что можно сделать с этой проблемой</translation>
    </message>
    <message>
        <source>What followed on bars like this</source>
        <translation>Что было после похожих баров</translation>
    </message>
    <message>
        <source>What is held and what it is worth. The tabs beside it tell of trades, of each message, and of the agents.</source>
        <translation>Что в позициях и сколько это стоит. Соседние вкладки рассказывают о сделках, о каждом сообщении и об агентах.</translation>
    </message>
    <message>
        <source>What is watched. A click puts a symbol on the chart. The real market takes symbols of your own.</source>
        <translation>За чем ведётся наблюдение. Щелчок показывает символ на графике. На реальном рынке можно добавить свои символы.</translation>
    </message>
    <message>
        <source>What nobody can explain can be accepted as it is, under Market.</source>
        <translation>Что никто не может объяснить, можно принять как есть в меню «Рынок».</translation>
    </message>
    <message>
        <source>What the agents log will stand here, the newest line on top.</source>
        <translation>Здесь будет журнал агентов, новейшая строка сверху.</translation>
    </message>
    <message>
        <source>What the last self-check came to, and what differed</source>
        <translation>Чем кончилась последняя самопроверка и что разошлось</translation>
    </message>
    <message>
        <source>What the model&apos;s log-loss is better by than that of the class prior; under 0 it is worse.</source>
        <translation>Насколько потеря модели лучше, чем у частот классов; ниже 0 — хуже.</translation>
    </message>
    <message>
        <source>What was booked before stands as it is; look at the Agents panel&apos;s log, then release with Ctrl+Shift+K.</source>
        <translation>Учтённое прежде остаётся как есть; посмотрите журнал панели «Агенты», затем снимите остановку: Ctrl+Shift+K.</translation>
    </message>
    <message>
        <source>What was booked stands as it is. Bybit is asked again by itself, and at once when the Execution Agent is started again under Agents.</source>
        <translation>Учтённое остаётся как есть. Программа сама спросит Bybit ещё раз, а сразу — если запустить «Исполнителя» снова на панели «Агенты».</translation>
    </message>
    <message>
        <source>What was removed</source>
        <translation>Что удалено</translation>
    </message>
    <message>
        <source>What would change it</source>
        <translation>Что изменило бы решение</translation>
    </message>
    <message>
        <source>What you chose about the window could not be kept</source>
        <translation>Не удалось сохранить ваш выбор для окна</translation>
    </message>
    <message>
        <source>Wheel</source>
        <translation>Колесо мыши</translation>
    </message>
    <message>
        <source>Whole</source>
        <translation>Итого</translation>
    </message>
    <message>
        <source>Whose money</source>
        <translation>Чьи деньги</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Почему</translation>
    </message>
    <message>
        <source>Why it holds</source>
        <translation>Почему держит</translation>
    </message>
    <message>
        <source>Why no past bars are shown</source>
        <translation>Почему прошлых баров нет</translation>
    </message>
    <message>
        <source>Why this decision</source>
        <translation>Почему это решение</translation>
    </message>
    <message>
        <source>Win rate</source>
        <translation>Доля прибыльных</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Окно</translation>
    </message>
    <message>
        <source>Worth</source>
        <translation>Вклад</translation>
    </message>
    <message>
        <source>Would have made</source>
        <translation>Принесло бы</translation>
    </message>
    <message>
        <source>Write the reports shown to a CSV file (Ctrl+Shift+E)</source>
        <translation>Записать показанные отчёты в файл CSV (Ctrl+Shift+E)</translation>
    </message>
    <message>
        <source>Write the trades that are shown to a CSV file</source>
        <translation>Записать показанные сделки в файл CSV</translation>
    </message>
    <message>
        <source>Yahoo&apos;s data are read in an unofficial way, for personal and research use; they may be late, revised or blocked, and must not be passed on. Bybit refuses some countries. Trades stay on paper, in an account of their own.</source>
        <translation>Данные Yahoo читаются неофициальным способом, для личных и исследовательских целей; они могут опаздывать, исправляться или быть закрыты, и передавать их дальше нельзя. Bybit не работает в некоторых странах. Сделки остаются учебными, на отдельном счёте.</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Год</translation>
    </message>
    <message>
        <source>You disarmed it.</source>
        <translation>Вы сняли разрешение.</translation>
    </message>
    <message>
        <source>You hold {symbols}.</source>
        <translation>В позиции: {symbols}.</translation>
    </message>
    <message>
        <source>Zoom the chart in time</source>
        <translation>Масштаб графика по времени</translation>
    </message>
    <message>
        <source>a MACD histogram of {before} → {after}</source>
        <translation>гистограмма MACD {before} → {after}</translation>
    </message>
    <message>
        <source>a MACD signal of {before} → {after}</source>
        <translation>сигнальная линия MACD {before} → {after}</translation>
    </message>
    <message>
        <source>a bear trend of strength {strength} for selling</source>
        <translation>нисходящий тренд силы {strength} — за продажу</translation>
    </message>
    <message>
        <source>a bull trend of strength {strength} for buying</source>
        <translation>восходящий тренд силы {strength} — за покупку</translation>
    </message>
    <message>
        <source>a close {before} → {after} from {average}</source>
        <translation>закрытие {before} → {after} от {average}</translation>
    </message>
    <message>
        <source>a last bar of {before} → {after}</source>
        <translation>последний бар {before} → {after}</translation>
    </message>
    <message>
        <source>a place in the {bars}-bar range of {before} → {after}</source>
        <translation>место в диапазоне {bars} баров {before} → {after}</translation>
    </message>
    <message>
        <source>a position was closed just now and no new one is opened for {bars} more bar</source>
        <translation>позиция только что закрыта, и ещё {bars} бар новая не откроется</translation>
    </message>
    <message>
        <source>a position was closed just now and no new one is opened for {bars} more bars</source>
        <translation>позиция только что закрыта, и новая не откроется ещё несколько баров: {bars}</translation>
    </message>
    <message>
        <source>a trend strength of {before} → {after}</source>
        <translation>сила тренда {before} → {after}</translation>
    </message>
    <message>
        <source>a trend {before} → {after}</source>
        <translation>тренд {before} → {after}</translation>
    </message>
    <message>
        <source>a volume of {before} → {after} times its {bars}-bar median</source>
        <translation>объём {before} → {after} к медиане за {bars} баров</translation>
    </message>
    <message>
        <source>a {bars}-bar change of {before} → {after}</source>
        <translation>изменение за {bars} баров {before} → {after}</translation>
    </message>
    <message>
        <source>a {bars}-bar volatility of {before} → {after} times that of {more} bars</source>
        <translation>волатильность за {bars} баров {before} → {after} к волатильности за {more}</translation>
    </message>
    <message>
        <source>after {time} {message}</source>
        <translation>через {time} {message}</translation>
    </message>
    <message>
        <source>an RSI state {before} → {after}</source>
        <translation>состояние RSI {before} → {after}</translation>
    </message>
    <message>
        <source>an earlier order has not been settled yet</source>
        <translation>предыдущая заявка ещё не рассчитана</translation>
    </message>
    <message>
        <source>an overbought RSI for selling</source>
        <translation>перекупленность по RSI — за продажу</translation>
    </message>
    <message>
        <source>an oversold RSI for buying</source>
        <translation>перепроданность по RSI — за покупку</translation>
    </message>
    <message>
        <source>at twice the costs it made {made}</source>
        <translation>при удвоенных издержках результат {made}</translation>
    </message>
    <message>
        <source>bars in which a position was held, entry and exit included / all bars</source>
        <translation>бары с открытой позицией, включая вход и выход / все бары</translation>
    </message>
    <message>
        <source>bear</source>
        <translation>нисходящий</translation>
    </message>
    <message>
        <source>beat {ago}</source>
        <translation>сигнал {ago}</translation>
    </message>
    <message>
        <source>better than {share} of {draws}</source>
        <translation>лучше {share} из {draws}</translation>
    </message>
    <message>
        <source>bull</source>
        <translation>восходящий</translation>
    </message>
    <message>
        <source>buying and holding made {held}, {strategy} {made} and no better for its risk</source>
        <translation>«купить и держать» дало {held}, {strategy} — {made} и не лучше с учётом риска</translation>
    </message>
    <message>
        <source>came true</source>
        <translation>сбылось</translation>
    </message>
    <message>
        <source>chance 33.3%</source>
        <translation>наугад 33,3%</translation>
    </message>
    <message>
        <source>class prior {nats}</source>
        <translation>частоты классов {nats}</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>закрыт</translation>
    </message>
    <message>
        <source>closing by hand</source>
        <translation>закрытие вручную</translation>
    </message>
    <message>
        <source>commission {commission}, slippage {slippage}</source>
        <translation>комиссия {commission}, проскальзывание {slippage}</translation>
    </message>
    <message>
        <source>counted here</source>
        <translation>посчитано здесь</translation>
    </message>
    <message>
        <source>crossed above</source>
        <translation>пересекла вверх</translation>
    </message>
    <message>
        <source>crossed below</source>
        <translation>пересекла вниз</translation>
    </message>
    <message>
        <source>crypto</source>
        <translation>криптовалюта</translation>
    </message>
    <message>
        <source>decided</source>
        <translation>решение</translation>
    </message>
    <message>
        <source>decision</source>
        <translation>решение</translation>
    </message>
    <message>
        <source>delay {amount}</source>
        <translation>задержка {amount}</translation>
    </message>
    <message>
        <source>delayed</source>
        <translation>с задержкой</translation>
    </message>
    <message>
        <source>demo</source>
        <translation>демо</translation>
    </message>
    <message>
        <source>done</source>
        <translation>готово</translation>
    </message>
    <message>
        <source>drift {share} of its limit</source>
        <translation>дрейф {share} от предела</translation>
    </message>
    <message>
        <source>edge</source>
        <translation>преимущество</translation>
    </message>
    <message>
        <source>error</source>
        <translation>ошибка</translation>
    </message>
    <message>
        <source>expired</source>
        <translation>просрочено</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>сбой</translation>
    </message>
    <message>
        <source>failed {count}</source>
        <translation>сбоев {count}</translation>
    </message>
    <message>
        <source>fall %</source>
        <translation>падение, %</translation>
    </message>
    <message>
        <source>fees {amount},</source>
        <translation>комиссии {amount},</translation>
    </message>
    <message>
        <source>fell</source>
        <translation>падение</translation>
    </message>
    <message>
        <source>file dropped</source>
        <translation>файл удалён</translation>
    </message>
    <message>
        <source>handled {count}</source>
        <translation>обработано {count}</translation>
    </message>
    <message>
        <source>it was stopped.</source>
        <translation>действие остановлено.</translation>
    </message>
    <message>
        <source>its Sharpe ratio is not above zero, however long the track</source>
        <translation>коэффициент Шарпа не выше нуля при любой длине истории</translation>
    </message>
    <message>
        <source>its Sharpe ratio of {sharpe} a year takes {needed} bars to be told from zero, there are {bars}</source>
        <translation>чтобы отличить годовой коэффициент Шарпа {sharpe} от нуля, нужно {needed} баров, а есть {bars}</translation>
    </message>
    <message>
        <source>its confidence of {confidence} is under the least, {least}</source>
        <translation>уверенность {confidence} ниже наименьшей, {least}</translation>
    </message>
    <message>
        <source>kill switch</source>
        <translation>аварийная остановка</translation>
    </message>
    <message>
        <source>last equity / first equity − 1</source>
        <translation>последний капитал / первый капитал − 1</translation>
    </message>
    <message>
        <source>least of (equity / highest equity so far − 1)</source>
        <translation>наименьшее (капитал / наибольший капитал до сих пор − 1)</translation>
    </message>
    <message>
        <source>live</source>
        <comment>feed</comment>
        <translation>идёт</translation>
    </message>
    <message>
        <source>live</source>
        <translation>реальный</translation>
    </message>
    <message>
        <source>longest run of bars that end under the highest equity so far</source>
        <translation>самый длинный ряд баров, кончающихся ниже наибольшего капитала до сих пор</translation>
    </message>
    <message>
        <source>luckiest of them {ratio}</source>
        <translation>у самой везучей {ratio}</translation>
    </message>
    <message>
        <source>majority class {shares}</source>
        <translation>самый частый класс {shares}</translation>
    </message>
    <message>
        <source>may be chance</source>
        <translation>может быть случайностью</translation>
    </message>
    <message>
        <source>mean of a trade&apos;s profit / the money put in, net of fees</source>
        <translation>среднее прибыли сделки / вложенных денег, за вычетом комиссий</translation>
    </message>
    <message>
        <source>mean of r / standard deviation of r × √(bars a year), risk-free rate 0</source>
        <translation>среднее r / стандартное отклонение r × √(баров в году), безрисковая ставка 0</translation>
    </message>
    <message>
        <source>mean of r / √(mean of min(r, 0)²) × √(bars a year)</source>
        <translation>среднее r / √(среднее min(r, 0)²) × √(баров в году)</translation>
    </message>
    <message>
        <source>mean of what was won / mean of what was lost</source>
        <translation>среднее выигранное / среднее проигранное</translation>
    </message>
    <message>
        <source>mean return of the worst bar in twenty</source>
        <translation>средняя доходность худшего бара из двадцати</translation>
    </message>
    <message>
        <source>more than chance</source>
        <translation>больше случайного</translation>
    </message>
    <message>
        <source>neither</source>
        <translation>ни то ни другое</translation>
    </message>
    <message>
        <source>neutral</source>
        <translation>нейтрально</translation>
    </message>
    <message>
        <source>no beat</source>
        <translation>сигнала нет</translation>
    </message>
    <message>
        <source>no evidence</source>
        <translation>доказательств нет</translation>
    </message>
    <message>
        <source>no length</source>
        <translation>никакая</translation>
    </message>
    <message>
        <source>no model decides</source>
        <translation>модель не решает</translation>
    </message>
    <message>
        <source>no trend yet</source>
        <translation>тренда пока нет</translation>
    </message>
    <message>
        <source>no {symbol} is held and short selling is not allowed</source>
        <translation>{symbol} в позиции нет, а короткие продажи не разрешены</translation>
    </message>
    <message>
        <source>not crossing</source>
        <translation>не пересекает</translation>
    </message>
    <message>
        <source>nothing is expected to be gained, and of that Kelly&apos;s criterion stakes nothing</source>
        <translation>выигрыша не ожидается, и критерий Келли ничего не ставит</translation>
    </message>
    <message>
        <source>now</source>
        <translation>сейчас</translation>
    </message>
    <message>
        <source>of Sharpe {ratio}</source>
        <translation>при Шарпе {ratio}</translation>
    </message>
    <message>
        <source>of {count} halvings</source>
        <translation>из {count} делений</translation>
    </message>
    <message>
        <source>off</source>
        <translation>выкл.</translation>
    </message>
    <message>
        <source>offline</source>
        <translation>нет связи</translation>
    </message>
    <message>
        <source>on {bars} bars it had not seen the model&apos;s log-loss was {loss} nats, knowing only how often each class comes gives {prior}, and the difference may be chance</source>
        <translation>на {bars} барах, которых модель не видела, её логарифмическая потеря была {loss} ната; одни лишь частоты исходов дают {prior}, и разница может быть случайной</translation>
    </message>
    <message>
        <source>one trade is too few to tell skill from luck; {least} are the least</source>
        <translation>одной сделки мало, чтобы отличить умение от везения; нужно не меньше {least}</translation>
    </message>
    <message>
        <source>one variation</source>
        <translation>одна вариация</translation>
    </message>
    <message>
        <source>open</source>
        <translation>не завершено</translation>
    </message>
    <message>
        <source>other kind</source>
        <translation>другой вид</translation>
    </message>
    <message>
        <source>overbought</source>
        <translation>перекупленность</translation>
    </message>
    <message>
        <source>oversold</source>
        <translation>перепроданность</translation>
    </message>
    <message>
        <source>paper</source>
        <translation>учебный</translation>
    </message>
    <message>
        <source>positions closed, from flat to flat</source>
        <translation>закрытые позиции, от нуля до нуля</translation>
    </message>
    <message>
        <source>product of (1 + r) ^ (1 / years) − 1</source>
        <translation>произведение (1 + r) ^ (1 / годы) − 1</translation>
    </message>
    <message>
        <source>profit</source>
        <translation>прибыль</translation>
    </message>
    <message>
        <source>queue {count}</source>
        <translation>в очереди {count}</translation>
    </message>
    <message>
        <source>queued</source>
        <translation>в очереди</translation>
    </message>
    <message>
        <source>reconnecting</source>
        <translation>переподключение</translation>
    </message>
    <message>
        <source>report</source>
        <translation>отчёт</translation>
    </message>
    <message>
        <source>retired</source>
        <translation>отставлена</translation>
    </message>
    <message>
        <source>return that one bar in twenty falls short of</source>
        <translation>доходность, ниже которой оказывается один бар из двадцати</translation>
    </message>
    <message>
        <source>rose</source>
        <translation>рост</translation>
    </message>
    <message>
        <source>sideways</source>
        <translation>боковой</translation>
    </message>
    <message>
        <source>slippage {amount},</source>
        <translation>проскальзывание {amount},</translation>
    </message>
    <message>
        <source>snapshot</source>
        <translation>снимок рынка</translation>
    </message>
    <message>
        <source>stale</source>
        <translation>устарел</translation>
    </message>
    <message>
        <source>standard deviation of r × √(bars a year)</source>
        <translation>стандартное отклонение r × √(баров в году)</translation>
    </message>
    <message>
        <source>stock</source>
        <translation>акция</translation>
    </message>
    <message>
        <source>stop loss</source>
        <translation>стоп-лосс</translation>
    </message>
    <message>
        <source>sum of all commissions, in quote money</source>
        <translation>сумма всех комиссий, в валюте котировки</translation>
    </message>
    <message>
        <source>sum of what fills cost beyond the prices asked for, in quote money</source>
        <translation>сумма того, во что обошлись исполнения сверх запрошенных цен, в валюте котировки</translation>
    </message>
    <message>
        <source>sum of what was won / sum of what was lost</source>
        <translation>сумма выигранного / сумма проигранного</translation>
    </message>
    <message>
        <source>sum of |quantity × price|, buys and sells / mean equity</source>
        <translation>сумма |количество × цена|, покупки и продажи / средний капитал</translation>
    </message>
    <message>
        <source>take profit</source>
        <translation>тейк-профит</translation>
    </message>
    <message>
        <source>testnet</source>
        <translation>тестовая сеть</translation>
    </message>
    <message>
        <source>the Windows Credential Manager</source>
        <translation>Диспетчер учётных данных Windows</translation>
    </message>
    <message>
        <source>the best of {tries} without skill is expected to have a Sharpe ratio of {luck} a year; that this one&apos;s {sharpe} is more has a probability of {probability}</source>
        <translation>у лучшей из попыток без умения ({tries}) ожидается годовой коэффициент Шарпа {luck}; вероятность, что {sharpe} больше этого, — {probability}</translation>
    </message>
    <message>
        <source>the best of {variations} variations on one half of the bars was among the worse half on the other in {share} of {halvings} ways to halve them</source>
        <translation>лучшая из {variations} вариаций на одной половине баров попадала в худшую половину на другой в {share} из {halvings} делений пополам</translation>
    </message>
    <message>
        <source>the expected move of {edge} does not pay the costs of {costs}</source>
        <translation>ожидаемое движение {edge} не окупает издержки {costs}</translation>
    </message>
    <message>
        <source>the feed was {state} when the bar came and prices may be old</source>
        <translation>когда пришёл бар, поток был в состоянии «{state}», и цены могли устареть</translation>
    </message>
    <message>
        <source>the free cash leaves nothing to open a position with</source>
        <translation>свободных денег на открытие позиции нет</translation>
    </message>
    <message>
        <source>the largest exposure leaves nothing to open a position with</source>
        <translation>предел загрузки капитала ничего не оставляет на открытие позиции</translation>
    </message>
    <message>
        <source>the largest order leaves nothing to open a position with</source>
        <translation>предел заявки ничего не оставляет на открытие позиции</translation>
    </message>
    <message>
        <source>the largest position leaves nothing to open a position with</source>
        <translation>предел позиции ничего не оставляет на её открытие</translation>
    </message>
    <message>
        <source>the last bars do not give the model all its inputs (too few of them, or no movement)</source>
        <translation>последние бары не дают модели всех признаков (их мало, или цена не движется)</translation>
    </message>
    <message>
        <source>the macOS Keychain</source>
        <translation>Связка ключей macOS</translation>
    </message>
    <message>
        <source>the market is {times} times as far as its limit allows from anything the model was trained on</source>
        <translation>рынок в {times} раза дальше допустимого от всего, на чём обучалась модель</translation>
    </message>
    <message>
        <source>the model has not shown an edge ({evidence}) and only a model that has may open a position</source>
        <translation>модель не показала преимущества ({evidence}), а открывать позицию может только показавшая его</translation>
    </message>
    <message>
        <source>the risk score of {score} is above the most allowed, {most}</source>
        <translation>оценка риска {score} выше допустимой, {most}</translation>
    </message>
    <message>
        <source>the rules have not shown an edge ({evidence}) and only a model that has may open a position</source>
        <translation>правила не показали преимущества ({evidence}), а открывать позицию может только показавшая его модель</translation>
    </message>
    <message>
        <source>the sizing rules leave less than the least order of {symbol}</source>
        <translation>правила размера оставляют меньше наименьшей заявки {symbol}</translation>
    </message>
    <message>
        <source>the system&apos;s Secret Service</source>
        <translation>служба секретов системы</translation>
    </message>
    <message>
        <source>the volatility that its size goes by is not known</source>
        <translation>волатильность, от которой зависит размер, неизвестна</translation>
    </message>
    <message>
        <source>there are too few bars for the rules</source>
        <translation>для правил слишком мало баров</translation>
    </message>
    <message>
        <source>there are too few bars to know how much the price moves</source>
        <translation>баров слишком мало, чтобы знать, насколько движется цена</translation>
    </message>
    <message>
        <source>there are {count}</source>
        <translation>есть {count}</translation>
    </message>
    <message>
        <source>there is no equity left to trade with</source>
        <translation>не осталось капитала для торговли</translation>
    </message>
    <message>
        <source>this one</source>
        <translation>эта</translation>
    </message>
    <message>
        <source>told</source>
        <translation>заявлено</translation>
    </message>
    <message>
        <source>told {told}, came true {came} of {count}</source>
        <translation>заявлено {told}, сбылось {came} из {count}</translation>
    </message>
    <message>
        <source>trades with a profit above 0, net of fees / all trades</source>
        <translation>сделки с прибылью выше 0 за вычетом комиссий / все сделки</translation>
    </message>
    <message>
        <source>trend {trend}, strength {strength}</source>
        <translation>тренд: {trend}, сила {strength}</translation>
    </message>
    <message>
        <source>untested</source>
        <translation>не проверено</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>ожидание</translation>
    </message>
    <message>
        <source>{account} begins anew.</source>
        <translation>{account} начинает заново.</translation>
    </message>
    <message>
        <source>{account} can be chosen again.</source>
        <translation>Счёт {account} снова можно выбрать.</translation>
    </message>
    <message>
        <source>{account} is archived; its history is kept.</source>
        <translation>Счёт {account} в архиве; его история сохранена.</translation>
    </message>
    <message>
        <source>{account} is called {name} now.</source>
        <translation>Счёт {account} теперь называется {name}.</translation>
    </message>
    <message>
        <source>{account} is deleted.</source>
        <translation>Счёт {account} удалён.</translation>
    </message>
    <message>
        <source>{account} is made. Trade with it when you like.</source>
        <translation>Счёт {account} создан. Торгуйте на нём, когда захотите.</translation>
    </message>
    <message>
        <source>{account} is not armed any more</source>
        <translation>Торговля на счёте {account} больше не разрешена</translation>
    </message>
    <message>
        <source>{account} is not armed: no order leaves for the exchange.</source>
        <translation>Торговля на счёте {account} не разрешена: ни одна заявка не уходит на биржу.</translation>
    </message>
    <message>
        <source>{account} is traded in now.</source>
        <translation>Теперь торговля идёт на счёте {account}.</translation>
    </message>
    <message>
        <source>{account} trades.</source>
        <translation>Торгует счёт {account}.</translation>
    </message>
    <message>
        <source>{account} trades; choose another, or see all (Ctrl+Shift+U)</source>
        <translation>Торгует {account}; выберите другой или посмотрите все (Ctrl+Shift+U)</translation>
    </message>
    <message>
        <source>{action} (confidence {confidence}).</source>
        <translation>{action} (уверенность {confidence}).</translation>
    </message>
    <message>
        <source>{action} (score {score}).</source>
        <translation>{action} (оценка {score}).</translation>
    </message>
    <message>
        <source>{action} was wanted (confidence {confidence}), but {obstacles}.</source>
        <translation>Хотелось {action} (уверенность {confidence}), но {obstacles}.</translation>
    </message>
    <message>
        <source>{action} was wanted (score {score}), but {obstacles}.</source>
        <translation>Хотелось {action} (оценка {score}), но {obstacles}.</translation>
    </message>
    <message>
        <source>{action} {symbol}, confidence {figure}.</source>
        <translation>{action} {symbol}, уверенность {figure}.</translation>
    </message>
    <message>
        <source>{action} {symbol}, score {figure}.</source>
        <translation>{action} {symbol}, оценка {figure}.</translation>
    </message>
    <message>
        <source>{action}: now {symbol}</source>
        <translation>{action}: сейчас {symbol}</translation>
    </message>
    <message>
        <source>{agents} did not stop in time.</source>
        <translation>Не остановились вовремя: {agents}.</translation>
    </message>
    <message>
        <source>{amount} USDT was booked against capital; the account is compared once more, and may be armed again then.</source>
        <translation>На капитал отнесено {amount} USDT; счёт сверяется ещё раз, после чего торговлю снова можно разрешить.</translation>
    </message>
    <message numerus="yes">
        <source>{amount} in %n parts</source>
        <comment>{amount} in %n part</comment>
        <translation>
            <numerusform>{amount}, %n часть</numerusform>
            <numerusform>{amount}, %n части</numerusform>
            <numerusform>{amount}, %n частей</numerusform>
        </translation>
    </message>
    <message>
        <source>{counts}: {share} would have come true, {mean} on average before costs</source>
        <translation>{counts}: сбылись бы {share}, в среднем {mean} до издержек</translation>
    </message>
    <message>
        <source>{counts}; the newest {count} stand below</source>
        <translation>{counts}; ниже новейшие {count}</translation>
    </message>
    <message>
        <source>{count} bars</source>
        <translation>{count} баров</translation>
    </message>
    <message>
        <source>{count} bars are missing among the last {bars}</source>
        <translation>среди последних {bars} баров не хватает {count}</translation>
    </message>
    <message>
        <source>{count} bars are missing among those it needs, and more than {most} are too many</source>
        <translation>среди нужных баров не хватает {count}, а больше {most} — слишком много</translation>
    </message>
    <message>
        <source>{count} blocked, {settled} settled</source>
        <translation>Запрещено {count}, исход известен у {settled}</translation>
    </message>
    <message>
        <source>{count} more</source>
        <translation>ещё {count}</translation>
    </message>
    <message>
        <source>{count} ms</source>
        <translation>{count} мс</translation>
    </message>
    <message>
        <source>{count} orders went out within a minute; {limit} are allowed.</source>
        <translation>За минуту отправлено заявок: {count}; разрешено {limit}.</translation>
    </message>
    <message>
        <source>{count} reports stand in {file}.</source>
        <translation>Отчётов в файле {file}: {count}.</translation>
    </message>
    <message>
        <source>{count} variations</source>
        <translation>вариаций: {count}</translation>
    </message>
    <message>
        <source>{days} d {hours} h</source>
        <translation>{days} д {hours} ч</translation>
    </message>
    <message>
        <source>{deed} the {agent}</source>
        <translation>{deed}: {agent}</translation>
    </message>
    <message>
        <source>{deed} {agent}</source>
        <translation>{deed}: {agent}</translation>
    </message>
    <message>
        <source>{end} after {fills}</source>
        <translation>{end} после исполнения {fills}</translation>
    </message>
    <message numerus="yes">
        <source>{end} by %n rules:</source>
        <comment>{end} by %n rule:</comment>
        <translation>
            <numerusform>{end}, помешало %n правило:</numerusform>
            <numerusform>{end}, помешали %n правила:</numerusform>
            <numerusform>{end}, помешало %n правил:</numerusform>
        </translation>
    </message>
    <message>
        <source>{filled} of {whole}</source>
        <translation>{filled} из {whole}</translation>
    </message>
    <message>
        <source>{hours} h {minutes} min</source>
        <translation>{hours} ч {minutes} мин</translation>
    </message>
    <message>
        <source>{keyring} failed ({error}); try again, or keep keys for this session only.</source>
        <translation>{keyring}: сбой ({error}); попробуйте ещё раз или сохраните ключи только на этот сеанс.</translation>
    </message>
    <message>
        <source>{keyring} is locked; unlock it and try again.</source>
        <translation>{keyring}: хранилище заблокировано; разблокируйте его и попробуйте ещё раз.</translation>
    </message>
    <message>
        <source>{keyring} still holds the keys of {account}; remove {service} there.</source>
        <translation>{keyring}: ключи счёта {account} всё ещё там; удалите там {service}.</translation>
    </message>
    <message>
        <source>{keyring} took the keys and does not give them back; keep them for this session.</source>
        <translation>{keyring}: ключи приняты, но обратно не выдаются; сохраните их только на этот сеанс.</translation>
    </message>
    <message>
        <source>{kind}, as you chose</source>
        <translation>{kind}, по вашему выбору</translation>
    </message>
    <message>
        <source>{kind}, by its name</source>
        <translation>{kind}, судя по имени</translation>
    </message>
    <message>
        <source>{layout} is used.</source>
        <translation>Используется раскладка {layout}.</translation>
    </message>
    <message>
        <source>{layout} was deleted.</source>
        <translation>Раскладка {layout} удалена.</translation>
    </message>
    <message>
        <source>{layout} was saved.</source>
        <translation>Раскладка {layout} сохранена.</translation>
    </message>
    <message>
        <source>{loss} of equity was lost since the UTC day began; from {limit} on nothing is opened.</source>
        <translation>С начала суток UTC потеряно {loss} капитала; начиная с {limit} позиции не открываются.</translation>
    </message>
    <message>
        <source>{low} to {high}</source>
        <translation>от {low} до {high}</translation>
    </message>
    <message>
        <source>{minutes} min {seconds} s</source>
        <translation>{minutes} мин {seconds} с</translation>
    </message>
    <message>
        <source>{model} · {evidence} · {gain} nats</source>
        <translation>{model} · {evidence} · {gain} нат</translation>
    </message>
    <message>
        <source>{model}, version {version}</source>
        <translation>{model}, версия {version}</translation>
    </message>
    <message>
        <source>{mode} ARMED: {account}</source>
        <translation>{mode}: ТОРГОВЛЯ РАЗРЕШЕНА: {account}</translation>
    </message>
    <message>
        <source>{mode} ARMED: {account} · {program}</source>
        <translation>{mode}: ТОРГОВЛЯ РАЗРЕШЕНА: {account} · {program}</translation>
    </message>
    <message>
        <source>{mode} armed</source>
        <translation>{mode}: торговля разрешена</translation>
    </message>
    <message>
        <source>{mode}: {account} is armed. Orders go to the exchange with real money.</source>
        <translation>{mode}: торговля на счёте {account} разрешена. Заявки уходят на биржу с реальными деньгами.</translation>
    </message>
    <message>
        <source>{mode}: {account} is armed. Orders go to the exchange without real money.</source>
        <translation>{mode}: торговля на счёте {account} разрешена. Заявки уходят на биржу без реальных денег.</translation>
    </message>
    <message>
        <source>{other}, a textbook rule, made {best} and {strategy} {made}</source>
        <translation>{other}, правило из учебника, дало {best}, а {strategy} — {made}</translation>
    </message>
    <message>
        <source>{profit}; buy and hold {amount} (dotted)</source>
        <translation>{profit}; купить и держать {amount} (пунктир)</translation>
    </message>
    <message>
        <source>{quantity} at {price}</source>
        <translation>{quantity} по {price}</translation>
    </message>
    <message>
        <source>{quantity} {symbol} is held already</source>
        <translation>{quantity} {symbol} уже куплено</translation>
    </message>
    <message>
        <source>{quantity} {symbol} is sold short already</source>
        <translation>{quantity} {symbol} уже продано в короткую</translation>
    </message>
    <message>
        <source>{reason}; the score is not a probability.</source>
        <translation>{reason}; оценка — не вероятность.</translation>
    </message>
    <message>
        <source>{rows}, worth {worth}</source>
        <translation>{rows}, равноценно {worth}</translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds} с</translation>
    </message>
    <message>
        <source>{series} has been stored anew since; delete it first to get the old bars back.</source>
        <translation>Ряд {series} с тех пор сохранён заново; сначала удалите его, чтобы вернуть старые бары.</translation>
    </message>
    <message>
        <source>{setting} {value} (default {default})</source>
        <translation>{setting} {value} (по умолчанию {default})</translation>
    </message>
    <message>
        <source>{share} of its cost</source>
        <translation>{share} от её стоимости</translation>
    </message>
    <message>
        <source>{share} of {draws} draws of the same positions at random times did as well or better</source>
        <translation>{share} из {draws} случайных расстановок тех же позиций дали не меньше</translation>
    </message>
    <message>
        <source>{shown} of {there}</source>
        <translation>{shown} из {there}</translation>
    </message>
    <message>
        <source>{strategy} held one position all the time, so there is no choice of times to judge</source>
        <translation>{strategy}: одна позиция на всё время, судить о выборе времени не по чему</translation>
    </message>
    <message>
        <source>{strategy} made {made} after costs</source>
        <translation>{strategy}: {made} после издержек</translation>
    </message>
    <message>
        <source>{strategy} made {made}, buying and holding {held} over the same bars: it did better by {points} percentage points.</source>
        <translation>{strategy}: {made}, «купить и держать» на тех же барах: {held}; лучше на {points} п. п.</translation>
    </message>
    <message>
        <source>{strategy} made {made}, buying and holding {held} over the same bars: it did worse by {points} percentage points.</source>
        <translation>{strategy}: {made}, «купить и держать» на тех же барах: {held}; хуже на {points} п. п.</translation>
    </message>
    <message>
        <source>{strategy} made {made}, the same as buying and holding over the same bars.</source>
        <translation>{strategy}: {made}, столько же, сколько «купить и держать» на тех же барах.</translation>
    </message>
    <message>
        <source>{strategy} never traded</source>
        <translation>{strategy}: сделок не было</translation>
    </message>
    <message>
        <source>{strategy} never traded; buying and holding made {held} over the same bars.</source>
        <translation>{strategy}: сделок не было; «купить и держать» на тех же барах дало {held}.</translation>
    </message>
    <message>
        <source>{symbols} stays on the watchlist</source>
        <translation>{symbols} остаётся в списке наблюдения</translation>
    </message>
    <message>
        <source>{symbol} is a real market&apos;s; only a simulated one may be explored.</source>
        <translation>{symbol} торгуется на реальном рынке; разведка возможна только на смоделированном.</translation>
    </message>
    <message>
        <source>{symbol}: last {price} {quote}, {change} in a day, {trend}, feed {feed}{alerts}, {kind}</source>
        <translation>{symbol}: последняя {price} {quote}, {change} за день, {trend}, поток: {feed}{alerts}, {kind}</translation>
    </message>
    <message>
        <source>{symbol}: rules, no model</source>
        <translation>{symbol}: правила, без модели</translation>
    </message>
    <message>
        <source>{symbol}: training</source>
        <translation>{symbol}: обучение</translation>
    </message>
    <message>
        <source>{symbol}: {change} in a day, traded {traded} {quote}, held {held} {quote}</source>
        <translation>{symbol}: {change} за день, объём {traded} {quote}, в позиции {held} {quote}</translation>
    </message>
    <message>
        <source>{text}
Message {message}</source>
        <translation>{text}
Сообщение {message}</translation>
    </message>
    <message>
        <source>{time} ago</source>
        <translation>{time} назад</translation>
    </message>
    <message numerus="yes">
        <source>{time}: {outcome}, {change} in %n bars</source>
        <comment>{time}: {outcome}, {change} in %n bar</comment>
        <translation>
            <numerusform>{time}: {outcome}, {change} за %n бар</numerusform>
            <numerusform>{time}: {outcome}, {change} за %n бара</numerusform>
            <numerusform>{time}: {outcome}, {change} за %n баров</numerusform>
        </translation>
    </message>
    <message>
        <source>{trades} trades are too few to tell skill from luck; {least} are the least</source>
        <translation>сделок ({trades}) мало, чтобы отличить умение от везения; нужно не меньше {least}</translation>
    </message>
    <message>
        <source>{value} ({low} to {high})</source>
        <translation>{value} ({low} … {high})</translation>
    </message>
    <message>
        <source>{way}
Trace {trace}</source>
        <translation>{way}
Цепочка {trace}</translation>
    </message>
    <message>
        <source>– Exchange closed</source>
        <translation>– Биржа закрыта</translation>
    </message>
    <message>
        <source>– Not monitoring</source>
        <translation>– Наблюдение не идёт</translation>
    </message>
    <message>
        <source>– skipped</source>
        <translation>– пропущена</translation>
    </message>
    <message>
        <source>… Connecting</source>
        <translation>… Подключение</translation>
    </message>
    <message>
        <source>… evidence untested</source>
        <translation>… преимущество не проверено</translation>
    </message>
    <message>
        <source>… proposed</source>
        <translation>… предложена</translation>
    </message>
    <message>
        <source>√(mean of drawdown²)</source>
        <translation>√(среднее просадки²)</translation>
    </message>
    <message>
        <source>■ HALTED</source>
        <translation>■ ОСТАНОВЛЕНА</translation>
    </message>
    <message>
        <source>■ neither</source>
        <translation>■ ни то ни другое</translation>
    </message>
    <message>
        <source>■ stopped</source>
        <translation>■ остановлен</translation>
    </message>
    <message>
        <source>▲ ARMED</source>
        <translation>▲ РАЗРЕШЕНА</translation>
    </message>
    <message>
        <source>▲ The trading cost can&apos;t be told now</source>
        <translation>▲ Стоимость торговли сейчас неизвестна</translation>
    </message>
    <message>
        <source>▲ bull</source>
        <translation>▲ рост</translation>
    </message>
    <message>
        <source>▲ failed</source>
        <translation>▲ сбой</translation>
    </message>
    <message>
        <source>▲ long</source>
        <translation>▲ длинная</translation>
    </message>
    <message>
        <source>▲ rose</source>
        <translation>▲ рост</translation>
    </message>
    <message>
        <source>▲ took over</source>
        <translation>▲ стала решающей</translation>
    </message>
    <message>
        <source>▶ sideways</source>
        <translation>▶ боковик</translation>
    </message>
    <message>
        <source>▼ bear</source>
        <translation>▼ падение</translation>
    </message>
    <message>
        <source>▼ fell</source>
        <translation>▼ падение</translation>
    </message>
    <message>
        <source>▼ rolled back</source>
        <translation>▼ возвращена</translation>
    </message>
    <message>
        <source>▼ short</source>
        <translation>▼ короткая</translation>
    </message>
    <message>
        <source>◆ degraded</source>
        <translation>◆ с перебоями</translation>
    </message>
    <message>
        <source>◇ Exploring: a small trade in a simulated market, to see what comes of it and not for a gain.</source>
        <translation>◇ Разведка: маленькая сделка на смоделированном рынке, чтобы увидеть, что выйдет, а не ради прибыли.</translation>
    </message>
    <message>
        <source>○ NOT ARMED</source>
        <translation>○ НЕ РАЗРЕШЕНА</translation>
    </message>
    <message>
        <source>○ Reconnecting</source>
        <translation>○ Переподключение</translation>
    </message>
    <message>
        <source>○ Stale</source>
        <translation>○ Устарел</translation>
    </message>
    <message>
        <source>○ Stale · last price {ago}</source>
        <translation>○ Устарел · последняя цена {ago}</translation>
    </message>
    <message>
        <source>○ Waiting for the first price</source>
        <translation>○ Ожидание первой цены</translation>
    </message>
    <message>
        <source>○ kept</source>
        <translation>○ хранится</translation>
    </message>
    <message>
        <source>○ no evidence of an edge</source>
        <translation>○ преимущество не доказано</translation>
    </message>
    <message>
        <source>○ tested</source>
        <translation>○ проверена</translation>
    </message>
    <message>
        <source>● Live · last price {ago}</source>
        <translation>● Идёт · последняя цена {ago}</translation>
    </message>
    <message>
        <source>● decides</source>
        <translation>● решает</translation>
    </message>
    <message>
        <source>● fitted</source>
        <translation>● обучена</translation>
    </message>
    <message>
        <source>● running</source>
        <translation>● работает</translation>
    </message>
    <message>
        <source>◐ Delayed</source>
        <translation>◐ С задержкой</translation>
    </message>
    <message>
        <source>◐ partly executed</source>
        <translation>◐ исполнено частично</translation>
    </message>
    <message>
        <source>✓ edge</source>
        <translation>✓ преимущество</translation>
    </message>
    <message>
        <source>✓ executed</source>
        <translation>✓ исполнено</translation>
    </message>
    <message>
        <source>✕ Expired.</source>
        <translation>✕ Просрочено.</translation>
    </message>
    <message>
        <source>✕ Failed.</source>
        <translation>✕ Сбой.</translation>
    </message>
    <message>
        <source>✕ Offline</source>
        <translation>✕ Нет связи</translation>
    </message>
    <message>
        <source>✕ Type the account&apos;s name exactly as it stands above the field.</source>
        <translation>✕ Введите имя счёта точно так, как оно написано над полем.</translation>
    </message>
    <message>
        <source>✕ cancelled</source>
        <translation>✕ снято</translation>
    </message>
    <message>
        <source>✕ expired</source>
        <translation>✕ просрочено</translation>
    </message>
    <message>
        <source>✕ failed</source>
        <translation>✕ сбой</translation>
    </message>
    <message>
        <source>✕ rejected</source>
        <translation>✕ отклонено</translation>
    </message>
    <message>
        <source>✕ turned down</source>
        <translation>✕ отклонена</translation>
    </message>
</context>
</TS>
