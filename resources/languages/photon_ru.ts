<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru_RU" sourcelanguage="en">
<context>
    <name></name>
    <message>
        <source> and </source>
        <translation> и </translation>
    </message>
    <message>
        <source>% a day</source>
        <translation>% в день</translation>
    </message>
    <message>
        <source>% from the entry</source>
        <translation>% от входа</translation>
    </message>
    <message>
        <source>% of bars</source>
        <translation>% баров</translation>
    </message>
    <message>
        <source>% of each fill</source>
        <translation>% с каждого исполнения</translation>
    </message>
    <message>
        <source>% of each market fill</source>
        <translation>% с каждого рыночного исполнения</translation>
    </message>
    <message>
        <source>% of it</source>
        <translation>% от неё</translation>
    </message>
    <message>
        <source>% of the money</source>
        <translation>% денег</translation>
    </message>
    <message numerus="yes">
        <source>%n bars</source>
        <comment>%n bar</comment>
        <translation>
            <numerusform>%n бар</numerusform>
            <numerusform>%n бара</numerusform>
            <numerusform>%n баров</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changed</source>
        <comment>%n changed</comment>
        <translation>
            <numerusform>%n изменение</numerusform>
            <numerusform>%n изменения</numerusform>
            <numerusform>%n изменений</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more faults came since; the log has them all.</source>
        <comment>One more fault came since; the log has them all.</comment>
        <translation>
            <numerusform>С тех пор произошла ещё %n ошибка; все они есть в журнале.</numerusform>
            <numerusform>С тех пор произошли ещё %n ошибки; все они есть в журнале.</numerusform>
            <numerusform>С тех пор произошло ещё %n ошибок; все они есть в журнале.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n orders</source>
        <comment>%n order</comment>
        <translation>
            <numerusform>%n заявка</numerusform>
            <numerusform>%n заявки</numerusform>
            <numerusform>%n заявок</numerusform>
        </translation>
    </message>
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
        <source>%n series</source>
        <comment>%n series</comment>
        <translation>
            <numerusform>%n ряд</numerusform>
            <numerusform>%n ряда</numerusform>
            <numerusform>%n рядов</numerusform>
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
    <message numerus="yes">
        <source>%n symbols will be added.</source>
        <comment>%n symbol will be added.</comment>
        <translation>
            <numerusform>Будет добавлен %n символ.</numerusform>
            <numerusform>Будет добавлено %n символа.</numerusform>
            <numerusform>Будет добавлено %n символов.</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;About Photon Desktop</source>
        <translation>О &amp;программе Photon Desktop</translation>
    </message>
    <message>
        <source>&amp;Across</source>
        <translation>По &amp;горизонтали</translation>
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
        <source>&amp;Apply</source>
        <translation>&amp;Применить</translation>
    </message>
    <message>
        <source>&amp;At once</source>
        <translation>С&amp;разу</translation>
    </message>
    <message>
        <source>&amp;Automatic</source>
        <translation>&amp;Автоматически</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Назад</translation>
    </message>
    <message>
        <source>&amp;Back to the run</source>
        <translation>&amp;Вернуться к прогону</translation>
    </message>
    <message>
        <source>&amp;Backtest…</source>
        <translation>&amp;Бэктест…</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>О&amp;бзор…</translation>
    </message>
    <message>
        <source>&amp;Chance</source>
        <translation>Вероят&amp;ность</translation>
    </message>
    <message>
        <source>&amp;Chart</source>
        <translation>&amp;График</translation>
    </message>
    <message>
        <source>&amp;Check again</source>
        <translation>Проверить за&amp;ново</translation>
    </message>
    <message>
        <source>&amp;Check now</source>
        <translation>&amp;Проверить сейчас</translation>
    </message>
    <message>
        <source>&amp;Choose…</source>
        <translation>Вы&amp;брать…</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Закрыть</translation>
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
        <source>&amp;Combinations</source>
        <translation>&amp;Комбинации</translation>
    </message>
    <message>
        <source>&amp;Command palette</source>
        <translation>&amp;Палитра команд</translation>
    </message>
    <message>
        <source>&amp;Commission</source>
        <translation>&amp;Комиссия</translation>
    </message>
    <message>
        <source>&amp;Copied</source>
        <translation>&amp;Скопировано</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Копировать</translation>
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
        <source>&amp;Create</source>
        <translation>&amp;Создать</translation>
    </message>
    <message>
        <source>&amp;Curve as PNG…</source>
        <translation>&amp;График в PNG…</translation>
    </message>
    <message>
        <source>&amp;Data…</source>
        <translation>&amp;Данные…</translation>
    </message>
    <message>
        <source>&amp;Decide now</source>
        <translation>&amp;Решить</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Удалить</translation>
    </message>
    <message>
        <source>&amp;Done</source>
        <translation>&amp;Готово</translation>
    </message>
    <message>
        <source>&amp;Download</source>
        <translation>&amp;Загрузить</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Правка</translation>
    </message>
    <message>
        <source>&amp;Equity as CSV…</source>
        <translation>&amp;Капитал в CSV…</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>&amp;Экспорт</translation>
    </message>
    <message>
        <source>&amp;Export as CSV…</source>
        <translation>&amp;Экспорт в CSV…</translation>
    </message>
    <message>
        <source>&amp;Export trades…</source>
        <translation>&amp;Экспорт сделок…</translation>
    </message>
    <message>
        <source>&amp;Fast average</source>
        <translation>&amp;Быстрая средняя</translation>
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
        <source>&amp;First parameter</source>
        <translation>&amp;Первый параметр</translation>
    </message>
    <message>
        <source>&amp;Folder</source>
        <translation>П&amp;апка</translation>
    </message>
    <message>
        <source>&amp;Follow live</source>
        <translation>С&amp;ледить за рынком</translation>
    </message>
    <message>
        <source>&amp;Forward</source>
        <translation>&amp;Вперёд</translation>
    </message>
    <message>
        <source>&amp;Go on</source>
        <translation>&amp;Продолжить</translation>
    </message>
    <message>
        <source>&amp;Halts and urgent troubles come at once</source>
        <translation>&amp;Остановки и срочные неполадки приходят сразу</translation>
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
        <source>&amp;Import a file…</source>
        <translation>&amp;Импортировать файл…</translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation>&amp;Импорт…</translation>
    </message>
    <message>
        <source>&amp;Interval</source>
        <translation>&amp;Интервал</translation>
    </message>
    <message>
        <source>&amp;Judge</source>
        <translation>О&amp;ценить</translation>
    </message>
    <message>
        <source>&amp;Keep it</source>
        <translation>&amp;Оставить</translation>
    </message>
    <message>
        <source>&amp;Keep keys</source>
        <translation>&amp;Запомнить ключи</translation>
    </message>
    <message>
        <source>&amp;Keep the books</source>
        <translation>&amp;Оставить учёт</translation>
    </message>
    <message>
        <source>&amp;Keep the computer awake while an exchange&apos;s account holds something</source>
        <translation>&amp;Не давать компьютеру уснуть, пока на счёте биржи есть позиции</translation>
    </message>
    <message>
        <source>&amp;Keep this variation</source>
        <translation>С&amp;охранить этот вариант</translation>
    </message>
    <message>
        <source>&amp;Keep to the symbol&apos;s price ticks, quantity steps and least order</source>
        <translation>Соблюдать шаг &amp;цены, шаг количества и наименьшую заявку инструмента</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>Сочетания &amp;клавиш</translation>
    </message>
    <message>
        <source>&amp;Keys…</source>
        <translation>&amp;Ключи…</translation>
    </message>
    <message>
        <source>&amp;Kill switch</source>
        <translation>&amp;Аварийный стоп</translation>
    </message>
    <message>
        <source>&amp;Kind</source>
        <translation>&amp;Вид инструмента</translation>
    </message>
    <message>
        <source>&amp;Kind of the rows selected</source>
        <translation>&amp;Вид выбранных строк</translation>
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
        <source>&amp;Leave halted</source>
        <translation>&amp;Оставить остановленной</translation>
    </message>
    <message>
        <source>&amp;Logarithmic prices</source>
        <translation>&amp;Логарифмическая шкала</translation>
    </message>
    <message>
        <source>&amp;Lower level</source>
        <translation>Ни&amp;жний уровень</translation>
    </message>
    <message>
        <source>&amp;Market</source>
        <translation>&amp;Рынок</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Имя</translation>
    </message>
    <message>
        <source>&amp;New account…</source>
        <translation>&amp;Новый счёт…</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>&amp;Далее</translation>
    </message>
    <message>
        <source>&amp;Next &gt;</source>
        <translation>&amp;Далее &gt;</translation>
    </message>
    <message>
        <source>&amp;Next symbol</source>
        <translation>Сле&amp;дующий символ</translation>
    </message>
    <message>
        <source>&amp;Open folder</source>
        <translation>&amp;Открыть папку</translation>
    </message>
    <message>
        <source>&amp;Period</source>
        <translation>&amp;Период</translation>
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
        <source>&amp;Quiet hours</source>
        <translation>&amp;Тихие часы</translation>
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
        <source>&amp;Redo</source>
        <translation>&amp;Повторить</translation>
    </message>
    <message>
        <source>&amp;Redo: {change}</source>
        <translation>&amp;Повторить: {change}</translation>
    </message>
    <message>
        <source>&amp;Release trading</source>
        <translation>&amp;Возобновить торговлю</translation>
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
        <source>&amp;Rename</source>
        <translation>&amp;Переименовать</translation>
    </message>
    <message>
        <source>&amp;Rename…</source>
        <translation>&amp;Переименовать…</translation>
    </message>
    <message>
        <source>&amp;Replace</source>
        <translation>&amp;Заменить</translation>
    </message>
    <message>
        <source>&amp;Report as HTML…</source>
        <translation>&amp;Отчёт в HTML…</translation>
    </message>
    <message>
        <source>&amp;Report…</source>
        <translation>&amp;Отчёт…</translation>
    </message>
    <message>
        <source>&amp;Reset</source>
        <translation>С&amp;бросить</translation>
    </message>
    <message>
        <source>&amp;Reset account</source>
        <translation>С&amp;бросить счёт</translation>
    </message>
    <message>
        <source>&amp;Reset layout</source>
        <translation>&amp;Сбросить раскладку</translation>
    </message>
    <message>
        <source>&amp;Reset page</source>
        <translation>С&amp;бросить страницу</translation>
    </message>
    <message>
        <source>&amp;Roll back to this</source>
        <translation>&amp;Вернуться к этой</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>&amp;Запустить</translation>
    </message>
    <message>
        <source>&amp;Run this combination</source>
        <translation>Запустить эту &amp;комбинацию</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Сохранить</translation>
    </message>
    <message>
        <source>&amp;Save…</source>
        <translation>&amp;Сохранить…</translation>
    </message>
    <message>
        <source>&amp;Settings…</source>
        <translation>&amp;Настройки…</translation>
    </message>
    <message>
        <source>&amp;Show</source>
        <translation>&amp;Показать</translation>
    </message>
    <message>
        <source>&amp;Size of the interface</source>
        <translation>&amp;Размер интерфейса</translation>
    </message>
    <message>
        <source>&amp;Skip</source>
        <translation>&amp;Пропустить</translation>
    </message>
    <message>
        <source>&amp;Speed</source>
        <translation>&amp;Скорость</translation>
    </message>
    <message>
        <source>&amp;Starting cash</source>
        <translation>&amp;Начальные деньги</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <comment>price</comment>
        <translation>&amp;Стоп</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>&amp;Остановить</translation>
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
        <source>&amp;Strategy</source>
        <translation>&amp;Стратегия</translation>
    </message>
    <message>
        <source>&amp;Symbol</source>
        <translation>&amp;Символ</translation>
    </message>
    <message>
        <source>&amp;Symbols</source>
        <translation>&amp;Символы</translation>
    </message>
    <message>
        <source>&amp;Target</source>
        <translation>&amp;Цель</translation>
    </message>
    <message>
        <source>&amp;Test</source>
        <translation>&amp;Проверить</translation>
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
        <source>&amp;Trade with it</source>
        <translation>&amp;Торговать на нём</translation>
    </message>
    <message>
        <source>&amp;Trades</source>
        <translation>&amp;Торгует</translation>
    </message>
    <message>
        <source>&amp;Trades as CSV…</source>
        <translation>&amp;Сделки в CSV…</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Отменить</translation>
    </message>
    <message>
        <source>&amp;Undo: {change}</source>
        <translation>&amp;Отменить: {change}</translation>
    </message>
    <message>
        <source>&amp;Upper level</source>
        <translation>&amp;Верхний уровень</translation>
    </message>
    <message>
        <source>&amp;Upwards</source>
        <translation>По &amp;вертикали</translation>
    </message>
    <message>
        <source>&amp;Use</source>
        <translation>&amp;Применить</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Вид</translation>
    </message>
    <message>
        <source>&amp;Watchlist</source>
        <translation>С&amp;писок наблюдения</translation>
    </message>
    <message>
        <source>+ Studies</source>
        <translation>+ Индикаторы</translation>
    </message>
    <message>
        <source>+ will be added</source>
        <translation>+ будет добавлен</translation>
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
        <source>1 hour</source>
        <translation>1 час</translation>
    </message>
    <message>
        <source>1 minute</source>
        <translation>1 минута</translation>
    </message>
    <message>
        <source>1 year</source>
        <translation>1 год</translation>
    </message>
    <message>
        <source>10y</source>
        <translation>10 лет</translation>
    </message>
    <message>
        <source>15 minutes</source>
        <translation>15 минут</translation>
    </message>
    <message>
        <source>15-minute</source>
        <translation>15 мин</translation>
    </message>
    <message>
        <source>1d</source>
        <translation>1 день</translation>
    </message>
    <message>
        <source>1mo</source>
        <translation>1 месяц</translation>
    </message>
    <message>
        <source>1w</source>
        <translation>1 неделя</translation>
    </message>
    <message>
        <source>1y</source>
        <translation>1 год</translation>
    </message>
    <message>
        <source>1× is one bar a second (+ and −)</source>
        <translation>1× — один бар в секунду (+ и −)</translation>
    </message>
    <message>
        <source>20-bar move</source>
        <translation>Ход за 20 баров</translation>
    </message>
    <message>
        <source>24 hours</source>
        <translation>24 часа</translation>
    </message>
    <message>
        <source>2y</source>
        <translation>2 года</translation>
    </message>
    <message>
        <source>30 days</source>
        <translation>30 дней</translation>
    </message>
    <message>
        <source>3mo</source>
        <translation>3 месяца</translation>
    </message>
    <message>
        <source>4 hours</source>
        <translation>4 часа</translation>
    </message>
    <message>
        <source>5 minutes</source>
        <translation>5 минут</translation>
    </message>
    <message>
        <source>5d</source>
        <translation>5 дней</translation>
    </message>
    <message>
        <source>5y</source>
        <translation>5 лет</translation>
    </message>
    <message>
        <source>6mo</source>
        <translation>6 месяцев</translation>
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
        <source>&lt; &amp;Back</source>
        <translation>&lt; &amp;Назад</translation>
    </message>
    <message>
        <source>? unknown</source>
        <translation>? неизвестно</translation>
    </message>
    <message>
        <source>A Python file with a function signal(bars), asked at each bar&apos;s close; it returns 1 to be long, -1 to be out, 0 to leave things as they are. It runs in a process of its own.</source>
        <translation>Файл Python с функцией signal(bars), которую спрашивают на закрытии каждого бара; она возвращает 1 — быть в длинной позиции, -1 — быть вне рынка, 0 — оставить всё как есть. Работает в отдельном процессе.</translation>
    </message>
    <message>
        <source>A bar farther than this from all training bars is unlike anything it learnt from: it holds.</source>
        <translation>Бар, который дальше этого от всех баров обучения, не похож ни на что изученное: модель держит.</translation>
    </message>
    <message>
        <source>A bar is missing between {first} and {last}: nothing was traded there, and stops fill at the next open.</source>
        <translation>Не хватает одного бара между {first} и {last}: там не торговали, а стопы исполняются по следующему открытию.</translation>
    </message>
    <message>
        <source>A challenger of {version} is proposed, {count} labels being new and {inputs} inputs having drifted.</source>
        <translation>Предложен претендент на место {version}, новых меток: {count}, признаков с дрейфом: {inputs}.</translation>
    </message>
    <message>
        <source>A challenger of {version} is proposed, {count} labels being new.</source>
        <translation>Предложен претендент на место {version}, новых меток: {count}.</translation>
    </message>
    <message>
        <source>A change counts from the next decision on, without a restart.</source>
        <translation>Изменение действует со следующего решения, без перезапуска.</translation>
    </message>
    <message>
        <source>A decision that is less sure than this opens no position.</source>
        <translation>Решение с меньшей уверенностью не открывает позицию.</translation>
    </message>
    <message>
        <source>A decision that is riskier than this opens no position.</source>
        <translation>Более рискованное решение не открывает позицию.</translation>
    </message>
    <message>
        <source>A fixed amount of money</source>
        <translation>Постоянная сумма денег</translation>
    </message>
    <message>
        <source>A fixed quantity</source>
        <translation>Постоянное количество</translation>
    </message>
    <message>
        <source>A fixed rate</source>
        <translation>Постоянная ставка</translation>
    </message>
    <message>
        <source>A key lets this program see and trade an account at Bybit. Make one there that can trade and can&apos;t withdraw, and tie it to your address. Live, demo and testnet have keys of their own.</source>
        <translation>Ключ позволяет программе видеть счёт на Bybit и торговать на нём. Создайте там ключ с правом торговать и без права вывода и привяжите его к своему адресу. У реального счёта, демо и тестовой сети ключи свои.</translation>
    </message>
    <message>
        <source>A loss ate all the equity at the bar of {time}, and the position was closed there.</source>
        <translation>Убыток на баре {time} съел весь капитал, и позиция там закрыта.</translation>
    </message>
    <message>
        <source>A new one is trained.</source>
        <translation>Обучается новая.</translation>
    </message>
    <message>
        <source>A paper account needs no arming: its orders never leave this computer. Choose an account with an exchange.</source>
        <translation>Учебному счёту разрешение не нужно: его заявки не покидают этот компьютер. Выберите биржевой счёт.</translation>
    </message>
    <message>
        <source>A parameter is chosen twice; choose another one, or none.</source>
        <translation>Параметр выбран дважды; выберите другой или никакой.</translation>
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
        <source>A possible split of {ratio} on {day} that the prices before it are not adjusted for.</source>
        <translation>Возможный сплит {ratio} {day}, на который прежние цены не скорректированы.</translation>
    </message>
    <message>
        <source>A price alert could not be kept</source>
        <translation>Не удалось сохранить ценовое оповещение</translation>
    </message>
    <message>
        <source>A rule of my own (.py)</source>
        <translation>Своё правило (.py)</translation>
    </message>
    <message>
        <source>A rule of your own has no parameters to sweep; choose another strategy.</source>
        <translation>У своего правила нет параметров для перебора; выберите другую стратегию.</translation>
    </message>
    <message>
        <source>A secret lasts only as long as the window that it was entered in, and photon-desktop serve has none: enter it in the window under Settings, Alerts, and let that run.</source>
        <translation>Секрет действует, только пока открыто окно, в котором его ввели, а у photon-desktop serve его нет: введите его в окне в «Настройки», «Оповещения» и не закрывайте окно.</translation>
    </message>
    <message>
        <source>A share of the money</source>
        <translation>Доля денег</translation>
    </message>
    <message>
        <source>A stop or target is moved by undo or redo</source>
        <translation>Стоп или цель передвинуты отменой или повтором</translation>
    </message>
    <message>
        <source>A sweep of {name}.</source>
        <translation>Перебор: {name}.</translation>
    </message>
    <message>
        <source>A test is being sent.</source>
        <translation>Отправляется проверка.</translation>
    </message>
    <message>
        <source>A trade is told while another window is in front.</source>
        <translation>О сделке сообщается, когда впереди другое окно.</translation>
    </message>
    <message>
        <source>A&amp;ccount</source>
        <translation>С&amp;чёт</translation>
    </message>
    <message>
        <source>A&amp;ccounts…</source>
        <translation>С&amp;чета…</translation>
    </message>
    <message>
        <source>A&amp;rm</source>
        <translation>&amp;Разрешить</translation>
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
        <source>A&amp;rm {mode}</source>
        <translation>&amp;Разрешить {mode}</translation>
    </message>
    <message>
        <source>ATR pane</source>
        <translation>Окно ATR</translation>
    </message>
    <message>
        <source>About</source>
        <translation>О чём</translation>
    </message>
    <message>
        <source>About Photon Desktop</source>
        <translation>О программе Photon Desktop</translation>
    </message>
    <message>
        <source>About the equity curve</source>
        <translation>О кривой капитала</translation>
    </message>
    <message numerus="yes">
        <source>About {due} bars, {size} MB.</source>
        <comment>About {due} bar, {size} MB.</comment>
        <translation>
            <numerusform>Около {due} бара, {size} МБ.</numerusform>
            <numerusform>Около {due} баров, {size} МБ.</numerusform>
            <numerusform>Около {due} баров, {size} МБ.</numerusform>
        </translation>
    </message>
    <message>
        <source>Acc&amp;ept</source>
        <translation>&amp;Принять</translation>
    </message>
    <message>
        <source>Accept what Bybit holds in {name}?</source>
        <translation>Принять данные Bybit по счёту «{name}»?</translation>
    </message>
    <message>
        <source>Accept what the e&amp;xchange holds…</source>
        <translation>&amp;Принять то, что есть на бирже…</translation>
    </message>
    <message>
        <source>Accept what the exchange holds: {name}</source>
        <translation>Принять данные биржи: {name}</translation>
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
        <source>Accounts</source>
        <translation>Счета</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>Точность</translation>
    </message>
    <message>
        <source>Across</source>
        <translation>По горизонтали</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Действие</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Добавить</translation>
    </message>
    <message numerus="yes">
        <source>Add %n symbols</source>
        <comment>Add</comment>
        <translation>
            <numerusform>Добавить %n символ</numerusform>
            <numerusform>Добавить %n символа</numerusform>
            <numerusform>Добавить %n символов</numerusform>
        </translation>
    </message>
    <message>
        <source>Add a symbol to the watchlist first; then an alert can be set on it.</source>
        <translation>Сначала добавьте символ в список наблюдения; тогда на него можно поставить оповещение.</translation>
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
        <source>Address</source>
        <translation>Адрес</translation>
    </message>
    <message>
        <source>Adjusted for</source>
        <translation>Корректировки</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Через</translation>
    </message>
    <message>
        <source>After</source>
        <comment>a gap</comment>
        <translation>После</translation>
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
        <source>Agents and trading are not touched by it. Under Settings, Alerts, a test says whether it works.</source>
        <translation>Агентов и торговлю это не затрагивает. В настройках, «Оповещения», проверка покажет, работает ли отправка.</translation>
    </message>
    <message>
        <source>Agents and window are not touched by it.</source>
        <translation>Агентов и окна это не касается.</translation>
    </message>
    <message>
        <source>Alert</source>
        <translation>Оповещение</translation>
    </message>
    <message>
        <source>Alert: {rule}. Went off at {when}.</source>
        <translation>Оповещение: {rule}. Сработало: {when}.</translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation>Оповещения</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Всё</translation>
    </message>
    <message>
        <source>All accounts</source>
        <translation>Все счета</translation>
    </message>
    <message>
        <source>All accounts…</source>
        <translation>Все счета…</translation>
    </message>
    <message>
        <source>All alerts</source>
        <translation>Все оповещения</translation>
    </message>
    <message>
        <source>All bars</source>
        <translation>Все бары</translation>
    </message>
    <message>
        <source>All bars there are.</source>
        <translation>Все бары, какие есть.</translation>
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
        <source>All that was tried</source>
        <translation>Всё испытанное</translation>
    </message>
    <message>
        <source>All the money</source>
        <translation>Все деньги</translation>
    </message>
    <message numerus="yes">
        <source>All {count} combinations count as tried on these bars from now on: what is shown as worth something has to beat the luck of that many.</source>
        <comment>The one combination counts as tried on these bars from now on: what is shown as worth something has to beat the luck of that many.</comment>
        <translation>
            <numerusform>{count} комбинация отныне считается испытанной на этих барах: чтобы результат чего-то стоил, он должен превзойти везение стольких попыток.</numerusform>
            <numerusform>{count} комбинации отныне считаются испытанными на этих барах: чтобы результат чего-то стоил, он должен превзойти везение стольких попыток.</numerusform>
            <numerusform>{count} комбинаций отныне считаются испытанными на этих барах: чтобы результат чего-то стоил, он должен превзойти везение стольких попыток.</numerusform>
        </translation>
    </message>
    <message>
        <source>An alert by {channel} was not delivered</source>
        <translation>Оповещение не доставлено: {channel}</translation>
    </message>
    <message>
        <source>An answer of Bybit takes {trip} ms, {limit}; check the connection.</source>
        <translation>Ответ Bybit идёт {trip} мс, {limit}; проверьте соединение.</translation>
    </message>
    <message>
        <source>An earlier order for this symbol is still open.</source>
        <translation>Прежняя заявка по этому символу ещё открыта.</translation>
    </message>
    <message>
        <source>An empty field means none.</source>
        <translation>Пустое поле означает «нет».</translation>
    </message>
    <message>
        <source>An order in {symbol} is still waiting for its fill.</source>
        <translation>Заявка по {symbol} ещё ждёт исполнения.</translation>
    </message>
    <message>
        <source>An order in {symbol} waits for its fill; cancel it first, then close the position.</source>
        <translation>Заявка по {symbol} ждёт исполнения; сначала снимите её, затем закройте позицию.</translation>
    </message>
    <message>
        <source>An order is {quantity} {symbol}.</source>
        <translation>Заявка — {quantity} {symbol}.</translation>
    </message>
    <message>
        <source>An order of {notional} {coin} is too small for Bybit: {why}; raise the order size.</source>
        <translation>Заявка на {notional} {coin} слишком мала для Bybit: {why}; увеличьте размер заявки.</translation>
    </message>
    <message>
        <source>An order that would be worth more than this share of equity is refused.</source>
        <translation>Заявка дороже этой доли капитала отклоняется.</translation>
    </message>
    <message>
        <source>An order that would make all positions together worth more than this share of equity is refused.</source>
        <translation>Заявка, после которой все позиции вместе стоили бы больше этой доли капитала, отклоняется.</translation>
    </message>
    <message>
        <source>An order that would make one position worth more than this share of equity is refused.</source>
        <translation>Заявка, после которой одна позиция стоила бы больше этой доли капитала, отклоняется.</translation>
    </message>
    <message>
        <source>An order whose price is farther than this from the last one is refused.</source>
        <translation>Заявка, цена которой дальше от последней, чем на столько, отклоняется.</translation>
    </message>
    <message>
        <source>Analytics</source>
        <translation>Аналитика</translation>
    </message>
    <message>
        <source>And {count} more since.</source>
        <translation>С тех пор ещё {count}.</translation>
    </message>
    <message>
        <source>And {reason}.</source>
        <translation>И {reason}.</translation>
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
        <source>Apostrophe  1&apos;234</source>
        <translation>Апостроф  1&apos;234</translation>
    </message>
    <message>
        <source>Apply and close (Enter)</source>
        <translation>Применить и закрыть (Enter)</translation>
    </message>
    <message>
        <source>Apply, and stay here</source>
        <translation>Применить и остаться</translation>
    </message>
    <message>
        <source>Apply, or undo, first</source>
        <translation>Сначала примените или отмените изменения</translation>
    </message>
    <message>
        <source>Apr</source>
        <translation>апр</translation>
    </message>
    <message>
        <source>Arc&amp;hive</source>
        <translation>В ар&amp;хив</translation>
    </message>
    <message>
        <source>Arm {mode}</source>
        <translation>Разрешить {mode}</translation>
    </message>
    <message>
        <source>Arm {name}</source>
        <translation>Разрешение торговли: {name}</translation>
    </message>
    <message>
        <source>Arm {name} ({mode})</source>
        <translation>Разрешить торговлю: {name} ({mode})</translation>
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
        <source>As JSON, signed with the secret: the header Photon-Signature has the time and an HMAC-SHA256 over time and body. The address may be a secret too: where there is a keyring it is kept there, and only its host is shown.</source>
        <translation>В JSON, с подписью секретом: в заголовке Photon-Signature время и HMAC-SHA256 по времени и телу. Адрес тоже может быть секретом: где есть системное хранилище ключей, он хранится в нём, а показывается только его сервер.</translation>
    </message>
    <message>
        <source>As bars</source>
        <translation>В виде баров</translation>
    </message>
    <message>
        <source>As bars, the first {shown:,} of {count:,}</source>
        <translation>В виде баров, первые {shown:,} из {count:,}</translation>
    </message>
    <message>
        <source>As detected</source>
        <translation>Как определено</translation>
    </message>
    <message>
        <source>As it was then</source>
        <translation>Как было тогда</translation>
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
        <source>As they stand</source>
        <translation>Как записаны</translation>
    </message>
    <message>
        <source>Ask Bybit what the key may do, and keep it (Enter)</source>
        <translation>Спросить Bybit, что разрешено ключу, и запомнить его (Enter)</translation>
    </message>
    <message>
        <source>Ask Bybit what the key that is kept may do</source>
        <translation>Спросить Bybit, что разрешено сохранённому ключу</translation>
    </message>
    <message>
        <source>Ask for every line anew (F5)</source>
        <translation>Запросить каждую строку заново (F5)</translation>
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
        <source>Asking for the newest bar…</source>
        <translation>Запрос последнего бара…</translation>
    </message>
    <message>
        <source>At 1×, 2×, 3× the costs</source>
        <translation>При издержках 1×, 2×, 3×</translation>
    </message>
    <message>
        <source>At m&amp;ost</source>
        <translation>Не &amp;больше</translation>
    </message>
    <message>
        <source>At once: not worked out yet.</source>
        <translation>Сразу: ещё не подсчитано.</translation>
    </message>
    <message>
        <source>At once: {result}</source>
        <translation>Сразу: {result}</translation>
    </message>
    <message>
        <source>At random times</source>
        <translation>В случайное время</translation>
    </message>
    <message>
        <source>At risk</source>
        <translation>Под риском</translation>
    </message>
    <message>
        <source>Aug</source>
        <translation>авг</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Автоматически</translation>
    </message>
    <message>
        <source>Average</source>
        <translation>Средняя</translation>
    </message>
    <message>
        <source>Average that gives the newest close the most weight: 2 / (length + 1)</source>
        <translation>Среднее, где наибольший вес у новейшего закрытия: 2 / (период + 1)</translation>
    </message>
    <message>
        <source>Avg</source>
        <translation>Средн.</translation>
    </message>
    <message>
        <source>Back to &amp;now</source>
        <translation>Вернуться в &amp;настоящее</translation>
    </message>
    <message>
        <source>Back to the default, {words}</source>
        <translation>Вернуть значение по умолчанию: {words}</translation>
    </message>
    <message>
        <source>Back to the value of all accounts, {words}</source>
        <translation>Вернуть общее значение всех счетов: {words}</translation>
    </message>
    <message>
        <source>Backtest</source>
        <translation>Бэктест</translation>
    </message>
    <message>
        <source>Backtests</source>
        <translation>Бэктесты</translation>
    </message>
    <message>
        <source>Bacon, Practical Portfolio Performance Measurement, 2008, who halves it</source>
        <translation>Bacon, Practical Portfolio Performance Measurement, 2008, у него вдвое меньше</translation>
    </message>
    <message>
        <source>Balance</source>
        <translation>Баланс</translation>
    </message>
    <message>
        <source>Balanced</source>
        <translation>Взвешенный</translation>
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
        <source>Bar  |</source>
        <translation>Черта  |</translation>
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
        <source>Bar of the past</source>
        <translation>Бар прошлого</translation>
    </message>
    <message>
        <source>Bar under the crosshair</source>
        <translation>Бар под перекрестием</translation>
    </message>
    <message>
        <source>Bar {place:,} of {count:,}</source>
        <translation>Бар {place:,} из {count:,}</translation>
    </message>
    <message>
        <source>Bars</source>
        <translation>Бары</translation>
    </message>
    <message>
        <source>Bars ({endings});;All files (*)</source>
        <translation>Бары ({endings});;Все файлы (*)</translation>
    </message>
    <message>
        <source>Bars already stored for the same times are replaced.</source>
        <translation>Уже сохранённые бары за то же время будут заменены.</translation>
    </message>
    <message>
        <source>Bars are missing among those it needs.</source>
        <translation>Среди нужных баров есть пропуски.</translation>
    </message>
    <message>
        <source>Bars of {interval}</source>
        <translation>Бары по {interval}</translation>
    </message>
    <message>
        <source>Bars the file becomes</source>
        <translation>Бары, которые получатся из файла</translation>
    </message>
    <message>
        <source>Bars to import</source>
        <translation>Баров к импорту</translation>
    </message>
    <message>
        <source>Bars will stand here once it is chosen what to import.</source>
        <translation>Бары появятся здесь, когда будет выбрано, что импортировать.</translation>
    </message>
    <message>
        <source>Bars without volume</source>
        <translation>Баров без объёма</translation>
    </message>
    <message>
        <source>Base rates alone</source>
        <translation>Одни частоты</translation>
    </message>
    <message>
        <source>Before</source>
        <comment>a gap</comment>
        <translation>До</translation>
    </message>
    <message>
        <source>Before rounds were counted</source>
        <translation>До того как раунды стали считать</translation>
    </message>
    <message>
        <source>Before you rely on the real market</source>
        <translation>Прежде чем полагаться на реальный рынок</translation>
    </message>
    <message>
        <source>Began</source>
        <translation>Начат</translation>
    </message>
    <message>
        <source>Begin it anew; its history is kept</source>
        <translation>Начать заново; история сохраняется</translation>
    </message>
    <message>
        <source>Begin {name} anew?</source>
        <translation>Начать счёт «{name}» заново?</translation>
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
        <source>Bollinger</source>
        <translation>Боллинджер</translation>
    </message>
    <message>
        <source>Bollinger bands</source>
        <translation>Полосы Боллинджера</translation>
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
        <source>Bot&apos;s token</source>
        <translation>Токен бота</translation>
    </message>
    <message>
        <source>Bring in bars from a CSV file</source>
        <translation>Импортировать бары из файла CSV</translation>
    </message>
    <message>
        <source>Buy &amp;whole units only</source>
        <translation>Покупать только ц&amp;елые единицы</translation>
    </message>
    <message>
        <source>Buy and hold</source>
        <translation>Купить и держать</translation>
    </message>
    <message>
        <source>Buy and hold on {symbol} {interval}</source>
        <translation>Купить и держать: {symbol} {interval}</translation>
    </message>
    <message>
        <source>Buy and hold: the first equity spread evenly over the symbols decided on, without costs.</source>
        <translation>Купить и держать: начальный капитал поровну между символами, по которым принимались решения, без издержек.</translation>
    </message>
    <message>
        <source>Buy back</source>
        <translation>Выкупить</translation>
    </message>
    <message>
        <source>Buys and leaves by chance: what a strategy has to beat to be more than luck.</source>
        <translation>Покупает и выходит случайно: то, что стратегия должна превзойти, чтобы быть больше чем везением.</translation>
    </message>
    <message>
        <source>Buys once and keeps it: what every strategy is measured against.</source>
        <translation>Покупает один раз и держит: то, с чем сравнивают любую стратегию.</translation>
    </message>
    <message>
        <source>Buys where the RSI comes up through the lower level, and leaves where it falls through the upper one.</source>
        <translation>Покупает, когда RSI поднимается выше нижнего уровня, и выходит, когда он опускается ниже верхнего.</translation>
    </message>
    <message>
        <source>Buys where the fast average crosses above the slow one, and leaves where it crosses below.</source>
        <translation>Покупает, когда быстрая средняя пересекает медленную снизу вверх, и выходит, когда пересекает её сверху вниз.</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Разрез</translation>
    </message>
    <message>
        <source>By Kelly&apos;s stake (models)</source>
        <translation>По ставке Келли (модели)</translation>
    </message>
    <message>
        <source>By the kill switch, or because books don&apos;t add up.</source>
        <translation>Аварийной остановкой или из-за расхождения в учёте.</translation>
    </message>
    <message>
        <source>By this computer&apos;s clock. What happens meanwhile is held back, and comes in one message when they are over. A night belongs to the day on which it begins.</source>
        <translation>По часам этого компьютера. Происходящее в это время придерживается и приходит одним сообщением, когда тихие часы кончатся. Ночь относится к тому дню, когда она началась.</translation>
    </message>
    <message>
        <source>By volatility</source>
        <translation>По волатильности</translation>
    </message>
    <message>
        <source>Bybit accepted it.</source>
        <translation>Bybit принял.</translation>
    </message>
    <message>
        <source>Bybit does not accept this request ({detail}); check its symbol, quantity and prices.</source>
        <translation>Bybit не принимает этот запрос ({detail}); проверьте символ, количество и цены.</translation>
    </message>
    <message>
        <source>Bybit has an open order {order}, a {what}, which this program did not place.</source>
        <translation>На Bybit открыта заявка {order}, {what}, которую эта программа не подавала.</translation>
    </message>
    <message>
        <source>Bybit has no {category} market {symbol}; choose one that it lists.</source>
        <translation>На Bybit нет рынка {symbol} ({category}); выберите один из его списка.</translation>
    </message>
    <message>
        <source>Bybit holds {theirs} {symbol}, the books {ours}: {difference} is unexplained.</source>
        <translation>На Bybit {theirs} {symbol}, в учёте {ours}: не объяснено {difference}.</translation>
    </message>
    <message>
        <source>Bybit is asked once more…</source>
        <translation>Bybit запрашивается ещё раз…</translation>
    </message>
    <message>
        <source>Bybit says {theirs} of the order {order} in {symbol} is filled; its executions sum to {mine}.</source>
        <translation>По данным Bybit исполнено {theirs} заявки {order} по {symbol}; сумма исполнений — {mine}.</translation>
    </message>
    <message>
        <source>Bybit shows a {order} at {price} (execution {id}), which this program did not order.</source>
        <translation>Bybit показывает {order} по {price} (исполнение {id}), чего эта программа не заказывала.</translation>
    </message>
    <message>
        <source>Bybit shows a {what} (execution {id}) for the order {order}, a {wanted}.</source>
        <translation>Bybit показывает {what} (исполнение {id}) по заявке {order}, а та — {wanted}.</translation>
    </message>
    <message>
        <source>Bybit&apos;s answer can&apos;t be used ({error}); try again later.</source>
        <translation>Ответ Bybit непригоден ({error}); повторите позже.</translation>
    </message>
    <message>
        <source>Bybit&apos;s public history</source>
        <translation>открытая история Bybit</translation>
    </message>
    <message>
        <source>Bybit&apos;s stream of the account has been silent for over {age} s.</source>
        <translation>Поток счёта на Bybit молчит дольше {age} с.</translation>
    </message>
    <message>
        <source>Bybit&apos;s stream of the account is not open yet.</source>
        <translation>Поток счёта на Bybit ещё не открыт.</translation>
    </message>
    <message>
        <source>Bybit&apos;s stream of the account is not open; wait until it is.</source>
        <translation>Поток счёта на Bybit не открыт; подождите, пока откроется.</translation>
    </message>
    <message>
        <source>Bybit&apos;s time is not known; check the connection.</source>
        <translation>Время Bybit неизвестно; проверьте соединение.</translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation>&amp;Закрыть</translation>
    </message>
    <message>
        <source>C&amp;ommission</source>
        <translation>&amp;Комиссия</translation>
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
        <source>CSV and text with any delimiter, gzip and zip archives, Parquet, Feather and JSON. Columns, numbers, times and the symbol are found out; you see the guess and can change it before anything is stored.</source>
        <translation>CSV и текст с любым разделителем, архивы gzip и zip, Parquet, Feather и JSON. Столбцы, числа, время и символ определяются сами; вы видите догадку и можете изменить её до сохранения.</translation>
    </message>
    <message>
        <source>CSV files (*.csv);;All files (*)</source>
        <translation>Файлы CSV (*.csv);;Все файлы (*)</translation>
    </message>
    <message>
        <source>Call it by another name (F2)</source>
        <translation>Дать другое имя (F2)</translation>
    </message>
    <message>
        <source>Call it so (Enter)</source>
        <translation>Дать это имя (Enter)</translation>
    </message>
    <message>
        <source>Call the selected run something else</source>
        <translation>Дать выбранному прогону другое название</translation>
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
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Cancel &amp;all open orders of the account at Bybit first</source>
        <translation>Сначала снять &amp;все открытые заявки счёта на Bybit</translation>
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
        <source>Cancelled; nothing was stored.</source>
        <translation>Отменено; ничего не сохранено.</translation>
    </message>
    <message>
        <source>Candles</source>
        <translation>Свечи</translation>
    </message>
    <message>
        <source>Capped Kelly</source>
        <translation>Келли с пределом</translation>
    </message>
    <message>
        <source>Cash</source>
        <translation>Деньги</translation>
    </message>
    <message>
        <source>Cash and unrealised profit at the last close, in quote money.</source>
        <translation>Деньги и нереализованная прибыль на последнем закрытии, в валюте котировки.</translation>
    </message>
    <message>
        <source>Cash, equity and open positions will stand here as soon as the execution agent runs; start it under Agents.</source>
        <translation>Деньги, капитал и открытые позиции появятся здесь, как только заработает «Исполнитель»; запустите его на панели «Агенты».</translation>
    </message>
    <message>
        <source>Cells of the file</source>
        <translation>Ячейки файла</translation>
    </message>
    <message>
        <source>Certainty</source>
        <translation>Уверенность</translation>
    </message>
    <message>
        <source>Change</source>
        <comment>an alert</comment>
        <translation>Изменить</translation>
    </message>
    <message>
        <source>Change between the dark and the light theme</source>
        <translation>Переключить тёмную и светлую тему</translation>
    </message>
    <message>
        <source>Change over 24 hours</source>
        <translation>Изменение за 24 часа</translation>
    </message>
    <message>
        <source>Changed settings</source>
        <translation>Изменённые настройки</translation>
    </message>
    <message>
        <source>Changed. The guess was {guess}; take it again</source>
        <translation>Изменено. Догадка была: {guess}; вернуть её</translation>
    </message>
    <message>
        <source>Chart</source>
        <translation>График</translation>
    </message>
    <message>
        <source>Chart menu</source>
        <translation>Меню графика</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>Чат</translation>
    </message>
    <message>
        <source>Check &amp;again</source>
        <translation>Проверить &amp;снова</translation>
    </message>
    <message>
        <source>Check parity n&amp;ow</source>
        <translation>Проверить паритет с&amp;ейчас</translation>
    </message>
    <message>
        <source>Check the last day each &amp;night</source>
        <translation>Проверять последний день каждую &amp;ночь</translation>
    </message>
    <message>
        <source>Check the newest day up to now (Ctrl+Shift+Y)</source>
        <translation>Проверить последний день до этого момента (Ctrl+Shift+Y)</translation>
    </message>
    <message>
        <source>Checked {key}.</source>
        <translation>Проверено: {key}.</translation>
    </message>
    <message>
        <source>Checking {key}…</source>
        <translation>Проверка {key}…</translation>
    </message>
    <message>
        <source>Checking, {done} of {lines} done.</source>
        <translation>Проверка, выполнено {done} из {lines}.</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Проверка…</translation>
    </message>
    <message>
        <source>Checks done</source>
        <translation>Выполнено проверок</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>Выберите</translation>
    </message>
    <message>
        <source>Choose a decision, and here stands what spoke for it and against it, and which rule stopped it.</source>
        <translation>Выберите решение, и здесь будет видно, что говорило за него и против и какое правило его остановило.</translation>
    </message>
    <message>
        <source>Choose a file of bars</source>
        <translation>Выбор файла с барами</translation>
    </message>
    <message>
        <source>Choose a file of bars (Ctrl+O)</source>
        <translation>Выбрать файл с барами (Ctrl+O)</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>Выбор папки</translation>
    </message>
    <message>
        <source>Choose a symbol in the watchlist to see its chart.</source>
        <translation>Выберите символ в списке наблюдения, чтобы увидеть его график.</translation>
    </message>
    <message>
        <source>Choose a symbol.</source>
        <translation>Выберите символ.</translation>
    </message>
    <message>
        <source>Choose a version in the list to compare it, and to go back to it.</source>
        <translation>Выберите версию в списке, чтобы сравнить её и вернуться к ней.</translation>
    </message>
    <message>
        <source>Choose file</source>
        <translation>Выбрать файл</translation>
    </message>
    <message>
        <source>Choose file…</source>
        <translation>Выбрать файл…</translation>
    </message>
    <message>
        <source>Choose how long a bar is.</source>
        <translation>Выберите длительность бара.</translation>
    </message>
    <message>
        <source>Choose next drawing</source>
        <translation>Выбрать следующий рисунок</translation>
    </message>
    <message>
        <source>Choose studies and set their lengths (I)</source>
        <translation>Выбрать индикаторы и задать их периоды (I)</translation>
    </message>
    <message>
        <source>Choose studies and their lengths</source>
        <translation>Выбор индикаторов и их периодов</translation>
    </message>
    <message>
        <source>Choose the Python file</source>
        <translation>Выбрать файл Python</translation>
    </message>
    <message>
        <source>Choose the file of the rule; its name ends in .py.</source>
        <translation>Выберите файл правила; его имя заканчивается на .py.</translation>
    </message>
    <message>
        <source>Choose the rule</source>
        <translation>Выбор правила</translation>
    </message>
    <message>
        <source>Choose which column holds the {role}.</source>
        <translation>Выберите столбец для «{role}».</translation>
    </message>
    <message>
        <source>Choose which file of the archive to import.</source>
        <translation>Выберите, какой файл архива импортировать.</translation>
    </message>
    <message>
        <source>Choosing by the past alone made {change} out of sample: in each of the last {taken} of {blocks} stretches of bars the combination was taken that had done best before it.</source>
        <translation>Выбор только по прошлому дал {change} вне выборки: на каждом из последних {taken} из {blocks} отрезков баров бралась комбинация, лучшая до него.</translation>
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
        <source>Clock</source>
        <translation>Часы</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Close</source>
        <comment>price</comment>
        <translation>Закрытие</translation>
    </message>
    <message>
        <source>Close all &amp;positions</source>
        <translation>Закрыть все &amp;позиции</translation>
    </message>
    <message>
        <source>Close the help (Esc)</source>
        <translation>Закрыть справку (Esc)</translation>
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
        <source>Close the position in {symbol}</source>
        <translation>Закрытие позиции {symbol}</translation>
    </message>
    <message>
        <source>Close the time machine (Esc)</source>
        <translation>Закрыть машину времени (Esc)</translation>
    </message>
    <message>
        <source>Close the window (Esc)</source>
        <translation>Закрыть окно (Esc)</translation>
    </message>
    <message>
        <source>Close the window and stop the agents in order</source>
        <translation>Закрыть окно и остановить агентов по порядку</translation>
    </message>
    <message>
        <source>Close this (Esc)</source>
        <translation>Закрыть это окно (Esc)</translation>
    </message>
    <message>
        <source>Close this and arm nothing (Esc)</source>
        <translation>Закрыть и ничего не разрешать (Esc)</translation>
    </message>
    <message>
        <source>Close this and leave trading halted (Esc)</source>
        <translation>Закрыть окно и оставить торговлю остановленной (Esc)</translation>
    </message>
    <message>
        <source>Close, and leave what holds as it is (Esc)</source>
        <translation>Закрыть, ничего не меняя (Esc)</translation>
    </message>
    <message>
        <source>Closed trades</source>
        <translation>Закрытые сделки</translation>
    </message>
    <message>
        <source>Colour b&amp;y</source>
        <translation>&amp;Раскраска</translation>
    </message>
    <message>
        <source>Colour by</source>
        <translation>Раскраска</translation>
    </message>
    <message>
        <source>Colour: change in a day, blue up, orange down. Arrows go through the tiles, Enter opens the chart.</source>
        <translation>Цвет: изменение за день, синий — рост, оранжевый — падение. Стрелки ведут по плиткам, Enter открывает график.</translation>
    </message>
    <message>
        <source>Column names</source>
        <translation>Заголовки</translation>
    </message>
    <message>
        <source>Column {column}</source>
        <translation>Столбец {column}</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Столбцы</translation>
    </message>
    <message>
        <source>Combination</source>
        <translation>Комбинация</translation>
    </message>
    <message>
        <source>Comma  ,</source>
        <translation>Запятая  ,</translation>
    </message>
    <message>
        <source>Comma  1,234</source>
        <translation>Запятая  1,234</translation>
    </message>
    <message>
        <source>Comma  1,5</source>
        <translation>Запятая  1,5</translation>
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
        <source>Condition</source>
        <translation>Условие</translation>
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
        <source>Contents</source>
        <translation>Содержание</translation>
    </message>
    <message>
        <source>Contributions of the model&apos;s inputs</source>
        <translation>Вклад признаков модели</translation>
    </message>
    <message>
        <source>Cooldown</source>
        <translation>Пауза</translation>
    </message>
    <message>
        <source>Cooldown after a loss</source>
        <translation>Пауза после убытка</translation>
    </message>
    <message>
        <source>Copy picture</source>
        <translation>Копировать изображение</translation>
    </message>
    <message>
        <source>Copy the selected symbols, one a line</source>
        <translation>Скопировать выбранные символы, по одному в строке</translation>
    </message>
    <message>
        <source>Copy the versions, as a report of a fault wants them</source>
        <translation>Копировать версии для сообщения об ошибке</translation>
    </message>
    <message>
        <source>Copy the whole report (Alt+C)</source>
        <translation>Копировать весь отчёт</translation>
    </message>
    <message>
        <source>Costs</source>
        <translation>Издержки</translation>
    </message>
    <message>
        <source>Costs and account</source>
        <translation>Издержки и счёт</translation>
    </message>
    <message>
        <source>Costs, luck and length</source>
        <translation>Издержки, везение и длина</translation>
    </message>
    <message>
        <source>Costs, size, risk</source>
        <translation>Издержки, размер, риск</translation>
    </message>
    <message>
        <source>Count gaps and compare with the passport (F5)</source>
        <translation>Сосчитать пропуски и сравнить с паспортом (F5)</translation>
    </message>
    <message>
        <source>Counting gaps…</source>
        <translation>Подсчёт пропусков…</translation>
    </message>
    <message>
        <source>Counting the bars…</source>
        <translation>Подсчёт баров…</translation>
    </message>
    <message>
        <source>Crypto</source>
        <translation>Криптовалюта</translation>
    </message>
    <message>
        <source>Crypto prices come from Bybit, stock prices from Yahoo Finance, and nobody warrants either.</source>
        <translation>Цены криптовалют приходят с Bybit, цены акций — с Yahoo Finance, и никто за них не ручается.</translation>
    </message>
    <message>
        <source>Ctrl+C copies it</source>
        <translation>Ctrl+C копирует её</translation>
    </message>
    <message>
        <source>Ctrl+K finds any command by a few letters, ? shows every key, and F1 opens the help for the place you are in.</source>
        <translation>Ctrl+K находит любую команду по нескольким буквам, ? показывает все клавиши, а F1 открывает справку о том месте, где вы находитесь.</translation>
    </message>
    <message>
        <source>Daily loss</source>
        <translation>Дневной убыток</translation>
    </message>
    <message>
        <source>Daily swing</source>
        <translation>Дневное колебание</translation>
    </message>
    <message>
        <source>Dark &amp;theme</source>
        <translation>Тёмная &amp;тема</translation>
    </message>
    <message>
        <source>Dask scheduler</source>
        <translation>Планировщик Dask</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Данные</translation>
    </message>
    <message>
        <source>Days (UTC)</source>
        <translation>Дни (UTC)</translation>
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
        <source>Decimal sign</source>
        <translation>Десятичный знак</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Решение</translation>
    </message>
    <message>
        <source>Decision Maker</source>
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
        <source>Decisions to buy or sell</source>
        <translation>Решения купить или продать</translation>
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
        <source>Delete drawing</source>
        <translation>Удалить рисунок</translation>
    </message>
    <message>
        <source>Delete the layout chosen (Del)</source>
        <translation>Удалить выбранную раскладку (Del)</translation>
    </message>
    <message>
        <source>Delete the series; it can be undone for 8 seconds (Del)</source>
        <translation>Удалить ряд; отменить можно в течение 8 секунд (Del)</translation>
    </message>
    <message>
        <source>Deleted {what}, {bars}.</source>
        <translation>Удалено: {what}, {bars}.</translation>
    </message>
    <message>
        <source>Deleting {key}…</source>
        <translation>Удаление {key}…</translation>
    </message>
    <message>
        <source>Delimiter</source>
        <translation>Разделитель</translation>
    </message>
    <message>
        <source>Demo</source>
        <translation>Демо</translation>
    </message>
    <message>
        <source>Desktop</source>
        <translation>Рабочий стол</translation>
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
        <source>Detect again</source>
        <translation>Определить заново</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Разница</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>Расхождения</translation>
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
        <comment>past case</comment>
        <translation>Отличие</translation>
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
        <source>Divided by 1,000</source>
        <translation>Делятся на 1000</translation>
    </message>
    <message>
        <source>Divided by 1,000,000</source>
        <translation>Делятся на 1 000 000</translation>
    </message>
    <message>
        <source>Divided by 1,000,000,000</source>
        <translation>Делятся на 1 000 000 000</translation>
    </message>
    <message>
        <source>Divided by 10</source>
        <translation>Делятся на 10</translation>
    </message>
    <message>
        <source>Divided by 10,000</source>
        <translation>Делятся на 10 000</translation>
    </message>
    <message>
        <source>Divided by 10,000,000</source>
        <translation>Делятся на 10 000 000</translation>
    </message>
    <message>
        <source>Divided by 100</source>
        <translation>Делятся на 100</translation>
    </message>
    <message>
        <source>Divided by 100,000</source>
        <translation>Делятся на 100 000</translation>
    </message>
    <message>
        <source>Divided by 100,000,000</source>
        <translation>Делятся на 100 000 000</translation>
    </message>
    <message>
        <source>Do again what the agents did since the newest day began, in the background, and compare</source>
        <translation>Повторить в фоне то, что агенты делали с начала новейшего дня, и сравнить</translation>
    </message>
    <message>
        <source>Do anew what was undone last</source>
        <translation>Повторить то, что было отменено последним</translation>
    </message>
    <message>
        <source>Do nothing</source>
        <translation>Ничего не делать</translation>
    </message>
    <message>
        <source>Do&amp;wnload bars…</source>
        <translation>&amp;Загрузить бары…</translation>
    </message>
    <message>
        <source>Done again</source>
        <translation>Сделано заново</translation>
    </message>
    <message>
        <source>Down&amp;load…</source>
        <translation>&amp;Загрузить…</translation>
    </message>
    <message>
        <source>Download bars</source>
        <translation>Загрузить бары</translation>
    </message>
    <message>
        <source>Drag</source>
        <translation>Перетаскивание</translation>
    </message>
    <message>
        <source>Draw</source>
        <translation>Рисование</translation>
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
        <source>Drawing tools</source>
        <translation>Инструменты рисования</translation>
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
        <source>Drift guard</source>
        <translation>Защита от дрейфа</translation>
    </message>
    <message>
        <source>Drift limit</source>
        <translation>Предел дрейфа</translation>
    </message>
    <message>
        <source>Drop a file of bars here, or choose one.</source>
        <translation>Перетащите сюда файл с барами или выберите его.</translation>
    </message>
    <message>
        <source>Drop another file here, or choose one.</source>
        <translation>Перетащите сюда другой файл или выберите его.</translation>
    </message>
    <message>
        <source>Duplicate rows</source>
        <translation>Повторных строк</translation>
    </message>
    <message>
        <source>Duplicates</source>
        <translation>Повторы</translation>
    </message>
    <message>
        <source>E&amp;xport</source>
        <translation>&amp;Экспорт</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Эл. почта</translation>
    </message>
    <message>
        <source>Each decision of the agents, the newest first: buy, sell or hold, how sure, and why.</source>
        <translation>Каждое решение агентов, новейшее сверху: купить, продать или держать, насколько уверенно и почему.</translation>
    </message>
    <message>
        <source>Each decision, order and fill is made again from what it was made from, by the functions of backtest and live trading, and compared.</source>
        <translation>Каждое решение, заявка и исполнение создаются заново из тех же исходных данных функциями бэктеста и реальной торговли и сравниваются.</translation>
    </message>
    <message>
        <source>Edge: its gain beats 19 of 20 markets whose bars were permuted, and its direction gain is surely above 0.</source>
        <translation>Преимущество: прирост лучше, чем на 19 из 20 рынков с перемешанными барами, и прирост направления наверняка выше 0.</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>Кодировка</translation>
    </message>
    <message>
        <source>End the tour (Esc)</source>
        <translation>Закончить обзор (Esc)</translation>
    </message>
    <message>
        <source>End this round and begin the next</source>
        <translation>Закончить этот раунд и начать следующий</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Закончен</translation>
    </message>
    <message>
        <source>Enter it again after a restart.</source>
        <translation>После перезапуска введите его снова.</translation>
    </message>
    <message>
        <source>Enter, test or forget the keys of this account</source>
        <translation>Ввести, проверить или удалить ключи этого счёта</translation>
    </message>
    <message>
        <source>Entries for which the money did not buy one step.</source>
        <translation>Входы, на которые денег не хватило даже для одного шага.</translation>
    </message>
    <message>
        <source>Entries refused</source>
        <translation>Отклонено входов</translation>
    </message>
    <message>
        <source>Entry</source>
        <translation>Вход</translation>
    </message>
    <message>
        <source>Entry price</source>
        <translation>Цена входа</translation>
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
        <source>Equity and position</source>
        <translation>Капитал и позиция</translation>
    </message>
    <message>
        <source>Equity beside buy and hold</source>
        <translation>Капитал рядом с «купить и держать»</translation>
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
        <source>Equity {worth} · holding {held}</source>
        <translation>Капитал {worth} · в позиции {held}</translation>
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
        <source>Every combination</source>
        <translation>Все комбинации</translation>
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
        <source>Every time</source>
        <translation>Каждый раз</translation>
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
        <source>Excel days</source>
        <translation>Дни Excel</translation>
    </message>
    <message>
        <source>Exchange</source>
        <translation>Биржа</translation>
    </message>
    <message>
        <source>Exchange keys</source>
        <translation>Ключи биржи</translation>
    </message>
    <message>
        <source>Execution Agent</source>
        <translation>Исполнитель</translation>
    </message>
    <message>
        <source>Exit</source>
        <translation>Выход</translation>
    </message>
    <message>
        <source>Exit price</source>
        <translation>Цена выхода</translation>
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
        <source>Expiry</source>
        <translation>Срок действия</translation>
    </message>
    <message>
        <source>Explore after</source>
        <translation>Пробовать через</translation>
    </message>
    <message>
        <source>Exploring</source>
        <translation>Разведка</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Экспорт</translation>
    </message>
    <message>
        <source>Export as CSV</source>
        <translation>Экспорт в CSV</translation>
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
        <source>Extreme values in {count} row, the first on {day}.</source>
        <translation>Выбросы в {count} строке, первый {day}.</translation>
    </message>
    <message>
        <source>Extreme values in {count} rows, the first on {day}.</source>
        <translation>Выбросы, строк: {count}, первый {day}.</translation>
    </message>
    <message>
        <source>F&amp;orget</source>
        <translation>&amp;Удалить</translation>
    </message>
    <message>
        <source>F&amp;rom</source>
        <translation>&amp;С</translation>
    </message>
    <message>
        <source>F&amp;ull screen</source>
        <translation>Полный &amp;экран</translation>
    </message>
    <message>
        <source>Fast</source>
        <translation>Быстрый</translation>
    </message>
    <message>
        <source>Fast average less the slow one, its signal, and the difference of both</source>
        <translation>Быстрое среднее минус медленное, сигнальная линия и их разность</translation>
    </message>
    <message>
        <source>Features</source>
        <translation>Признаки</translation>
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
        <source>Fetch bars over the network</source>
        <translation>Получить бары из сети</translation>
    </message>
    <message>
        <source>Fetched</source>
        <translation>Получено</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Поле</translation>
    </message>
    <message>
        <source>Figures of the models</source>
        <translation>Показатели моделей</translation>
    </message>
    <message>
        <source>Figures of the run</source>
        <translation>Показатели прогона</translation>
    </message>
    <message>
        <source>Figures of the selected runs</source>
        <translation>Показатели выбранных прогонов</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Файл</translation>
    </message>
    <message>
        <source>File inside</source>
        <translation>Файл внутри</translation>
    </message>
    <message>
        <source>File of the rule</source>
        <translation>Файл правила</translation>
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
        <source>Filled on this computer</source>
        <translation>Исполнение на этом компьютере</translation>
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
        <source>Filter the series</source>
        <translation>Фильтр рядов</translation>
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
        <source>Final equity</source>
        <translation>Итоговый капитал</translation>
    </message>
    <message>
        <source>Find a setting</source>
        <translation>Найти настройку</translation>
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
        <source>Find out what the result is worth</source>
        <translation>Выяснить, чего стоит результат</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>Первый день</translation>
    </message>
    <message>
        <source>First day, in UTC</source>
        <translation>Первый день, в UTC</translation>
    </message>
    <message>
        <source>First line</source>
        <translation>Первая строка</translation>
    </message>
    <message>
        <source>Fit prices to what is in view</source>
        <translation>Подогнать цены под видимое</translation>
    </message>
    <message>
        <source>Fitted again and again on bars that are past, each prediction on bars the model has not seen. It decides as the agents do live, with its own stop and target.</source>
        <translation>Обучается снова и снова на прошедших барах, а каждый прогноз делает на барах, которых модель не видела. Решает так же, как агенты в реальной работе, со своими стопом и целью.</translation>
    </message>
    <message>
        <source>Fitting the models</source>
        <translation>Обучение моделей</translation>
    </message>
    <message>
        <source>Fixed</source>
        <translation>Постоянное</translation>
    </message>
    <message>
        <source>Fixed notional</source>
        <translation>Постоянная сумма</translation>
    </message>
    <message>
        <source>Fixed quantity</source>
        <translation>Постоянное количество</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Папка</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>Следить</translation>
    </message>
    <message>
        <source>Follow the model</source>
        <translation>Следовать модели</translation>
    </message>
    <message>
        <source>Follow the newest bar</source>
        <translation>Следить за новейшим баром</translation>
    </message>
    <message>
        <source>For vendors that write 970000000 for a price of 97,000</source>
        <translation>Для поставщиков, которые пишут 970000000 вместо цены 97 000</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>Забыть</translation>
    </message>
    <message>
        <source>Forget an account that never traded (Del)</source>
        <translation>Удалить счёт, на котором не торговали (Del)</translation>
    </message>
    <message>
        <source>Forget the changes and take the guess again</source>
        <translation>Забыть изменения и вернуть догадку</translation>
    </message>
    <message>
        <source>Forget the selected runs</source>
        <translation>Забыть выбранные прогоны</translation>
    </message>
    <message>
        <source>Found in the catalogue</source>
        <translation>Найдено в каталоге</translation>
    </message>
    <message>
        <source>Found in the catalogue: Down goes there, Enter takes what is selected.</source>
        <translation>Найдено в каталоге: «Вниз» переходит туда, Enter берёт выбранное.</translation>
    </message>
    <message>
        <source>Fri</source>
        <translation>пт</translation>
    </message>
    <message>
        <source>From</source>
        <translation>С</translation>
    </message>
    <message>
        <source>From</source>
        <comment>mail</comment>
        <translation>От кого</translation>
    </message>
    <message>
        <source>From Bybit, which lists crypto symbols.</source>
        <translation>С Bybit, где торгуются криптовалюты.</translation>
    </message>
    <message>
        <source>From Yahoo Finance, which lists stocks.</source>
        <translation>С Yahoo Finance, где есть акции.</translation>
    </message>
    <message>
        <source>From Yahoo Finance, which lists stocks; it has {interval} bars of the last {days:,} days.</source>
        <translation>С Yahoo Finance, где есть акции; бары {interval} доступны за последние {days:,} дн.</translation>
    </message>
    <message>
        <source>From the simulated market.</source>
        <translation>С симулированного рынка.</translation>
    </message>
    <message>
        <source>From {origin}, fetched {fetched_at}.</source>
        <translation>Источник: {origin}; получено {fetched_at}.</translation>
    </message>
    <message>
        <source>From … to …</source>
        <translation>С … по …</translation>
    </message>
    <message>
        <source>From → to</source>
        <translation>От → кому</translation>
    </message>
    <message>
        <source>GB 18030, Chinese</source>
        <translation>GB 18030, китайская</translation>
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
        <source>Gaps</source>
        <translation>Пропуски</translation>
    </message>
    <message>
        <source>Gaps in numbers</source>
        <translation>Пропуски в числах</translation>
    </message>
    <message numerus="yes">
        <source>Gaps, {count} bars missing</source>
        <comment>Gaps, {count} bar missing</comment>
        <translation>
            <numerusform>Пропуски, не хватает {count} бара</numerusform>
            <numerusform>Пропуски, не хватает {count} баров</numerusform>
            <numerusform>Пропуски, не хватает {count} баров</numerusform>
        </translation>
    </message>
    <message>
        <source>Go &amp;short on sell signals</source>
        <translation>Открывать &amp;шорт по сигналам на продажу</translation>
    </message>
    <message>
        <source>Go back over the recorded bars: chart, decision, orders and portfolio as they were</source>
        <translation>Вернуться по записанным барам: график, решение, заявки и портфель, какими они были</translation>
    </message>
    <message numerus="yes">
        <source>Goes on where it stopped ({kept} of about {due} bars).</source>
        <comment>Goes on where it stopped ({kept} of about {due} bar).</comment>
        <translation>
            <numerusform>Продолжится с места остановки ({kept} из примерно {due} бара).</numerusform>
            <numerusform>Продолжится с места остановки ({kept} из примерно {due} баров).</numerusform>
            <numerusform>Продолжится с места остановки ({kept} из примерно {due} баров).</numerusform>
        </translation>
    </message>
    <message>
        <source>Gradient boosting</source>
        <translation>Градиентный бустинг</translation>
    </message>
    <message>
        <source>Gradient boosting on {symbol} {interval}</source>
        <translation>Градиентный бустинг: {symbol} {interval}</translation>
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
        <source>Heatmap</source>
        <translation>Тепловая карта</translation>
    </message>
    <message>
        <source>Heikin-Ashi</source>
        <translation>Хейкин-Аши</translation>
    </message>
    <message>
        <source>Held {symbol}</source>
        <translation>Позиция {symbol}</translation>
    </message>
    <message>
        <source>Held: {held}.</source>
        <translation>В позициях: {held}.</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Справка</translation>
    </message>
    <message>
        <source>Help: {page}</source>
        <translation>Справка: {page}</translation>
    </message>
    <message>
        <source>High</source>
        <comment>price</comment>
        <translation>Максимум</translation>
    </message>
    <message>
        <source>Highest risk score</source>
        <translation>Наибольшая оценка риска</translation>
    </message>
    <message>
        <source>Hollow candles</source>
        <translation>Полые свечи</translation>
    </message>
    <message>
        <source>Horizontal line</source>
        <translation>Горизонтальная линия</translation>
    </message>
    <message>
        <source>How far its inputs are from this bar&apos;s; 1 is what training bars are from their nearest on average.</source>
        <translation>Насколько его признаки далеки от признаков этого бара; 1 — среднее расстояние баров обучения до их ближайших соседей.</translation>
    </message>
    <message>
        <source>How far the judgement is</source>
        <translation>Как далеко продвинулась оценка</translation>
    </message>
    <message>
        <source>How far the newest bar is from the nearest one the model was trained on, over the limit of its figures. Above 1 the market is unlike anything it learnt from, and it opens nothing unless the settings say otherwise.</source>
        <translation>Насколько новейший бар далёк от ближайшего бара обучения, в долях предела из показателей. Выше 1 рынок не похож ни на что изученное, и модель ничего не открывает, если настройки не говорят иного.</translation>
    </message>
    <message>
        <source>How far the run is</source>
        <translation>Как далеко продвинулся прогон</translation>
    </message>
    <message>
        <source>How far this result can be trusted</source>
        <translation>Насколько можно доверять этому результату</translation>
    </message>
    <message>
        <source>How long a bar is</source>
        <translation>Какова длительность бара</translation>
    </message>
    <message>
        <source>How long after a position was closed none is opened in its symbol; 1 waits for the next bar.</source>
        <translation>Сколько после закрытия позиции по её символу ничего не открывается; 1 — до следующего бара.</translation>
    </message>
    <message>
        <source>How long nothing is held in a simulated market until a little is bought to learn from; 0 never does.</source>
        <translation>Сколько на симулированном рынке ничего не держится, прежде чем для обучения покупается немного; 0 — никогда.</translation>
    </message>
    <message>
        <source>How m&amp;uch</source>
        <translation>С&amp;колько</translation>
    </message>
    <message>
        <source>How many bars it takes to be 95% sure that the Sharpe ratio is above zero.</source>
        <translation>Сколько баров нужно, чтобы на 95% быть уверенным, что коэффициент Шарпа выше нуля.</translation>
    </message>
    <message>
        <source>How many combinations</source>
        <translation>Сколько комбинаций</translation>
    </message>
    <message>
        <source>How many models were tried to choose this one; the more, the likelier its figures are luck.</source>
        <translation>Сколько моделей перепробовано, чтобы выбрать эту; чем больше, тем вероятнее, что её числа — удача.</translation>
    </message>
    <message>
        <source>How many orders may go out within a minute of the market&apos;s time; a fault can&apos;t trade without end.</source>
        <translation>Сколько заявок может уйти за минуту рыночного времени; ошибка не сможет торговать без конца.</translation>
    </message>
    <message>
        <source>How many units of whatever is traded every position has.</source>
        <translation>Сколько единиц торгуемого инструмента в каждой позиции.</translation>
    </message>
    <message>
        <source>How much it is</source>
        <translation>Сколько их</translation>
    </message>
    <message>
        <source>How much of the bar&apos;s volatility is added to the slippage by spread and volatility.</source>
        <translation>Какая часть волатильности бара прибавляется к проскальзыванию по спреду и волатильности.</translation>
    </message>
    <message>
        <source>How much of the commission an order pays that rested at its price, as a target does.</source>
        <translation>Какую часть комиссии платит заявка, которая ждала по своей цене, как цель.</translation>
    </message>
    <message>
        <source>How much of the stake under which wealth would grow fastest, were the model right; half or less is usual.</source>
        <translation>Какая часть ставки, при которой состояние росло бы быстрее всего, будь модель права; обычно половина или меньше.</translation>
    </message>
    <message>
        <source>How much one position may move equity on a usual day, as a standard deviation: the volatility target.</source>
        <translation>Насколько одна позиция может сдвинуть капитал за обычный день, в стандартных отклонениях: целевая волатильность.</translation>
    </message>
    <message>
        <source>How much worse its log loss gets, in nats, on bars it had not seen, when this input is mixed up among them. Around 0 or below, the input told it nothing. Inputs that say the same stand in for each other.</source>
        <translation>Насколько растут логарифмические потери, в натах, на барах, которых модель не видела, если перемешать этот признак. Около 0 или ниже — признак ничего ей не сказал. Признаки, говорящие одно и то же, заменяют друг друга.</translation>
    </message>
    <message>
        <source>How much worse than the price that comes next a paper order is filled.</source>
        <translation>Насколько хуже следующей цены исполняется учебная заявка.</translation>
    </message>
    <message>
        <source>How often</source>
        <translation>Как часто</translation>
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
        <source>How old the last price may be when a position is opened.</source>
        <translation>Насколько старой может быть последняя цена при открытии позиции.</translation>
    </message>
    <message>
        <source>How probable it is that the best was luck can&apos;t be told here: that takes more bars.</source>
        <translation>Насколько вероятно, что лучшая — везение, сказать нельзя: нужно больше баров.</translation>
    </message>
    <message>
        <source>How probable it is that the best was luck can&apos;t be told here: that takes two combinations or more.</source>
        <translation>Насколько вероятно, что лучшая — везение, сказать нельзя: нужны две комбинации или больше.</translation>
    </message>
    <message>
        <source>How the file is read</source>
        <translation>Как читается файл</translation>
    </message>
    <message>
        <source>How the letters are written in bytes</source>
        <translation>Как буквы записаны байтами</translation>
    </message>
    <message>
        <source>How the program is doing</source>
        <translation>Как работает программа</translation>
    </message>
    <message>
        <source>How the program is doing, with its log, to copy or save</source>
        <translation>Как дела у программы, с журналом, чтобы скопировать или сохранить</translation>
    </message>
    <message>
        <source>How the replay stands</source>
        <translation>Как идёт воспроизведение</translation>
    </message>
    <message>
        <source>How times are written: one of these, or a template such as %d.%m.%Y %H:%M</source>
        <translation>Как записано время: один из этих форматов или шаблон, например %d.%m.%Y %H:%M</translation>
    </message>
    <message>
        <source>How to use the tool in hand</source>
        <translation>Как пользоваться выбранным инструментом</translation>
    </message>
    <message>
        <source>I&amp;nterval</source>
        <translation>И&amp;нтервал</translation>
    </message>
    <message>
        <source>ISO 8601</source>
        <translation>ISO 8601</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Номер</translation>
    </message>
    <message>
        <source>Impact</source>
        <translation>Влияние на рынок</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Импортировать</translation>
    </message>
    <message>
        <source>Import a file or download bars of it.</source>
        <translation>Импортируйте файл или загрузите бары.</translation>
    </message>
    <message>
        <source>Import another file</source>
        <translation>Импортировать другой файл</translation>
    </message>
    <message>
        <source>Import bars</source>
        <translation>Импорт баров</translation>
    </message>
    <message>
        <source>Import bars from a file</source>
        <translation>Импортировать бары из файла</translation>
    </message>
    <message>
        <source>Import bars from a file; or drop it on the window</source>
        <translation>Импортировать бары из файла; можно и перетащить его в окно</translation>
    </message>
    <message>
        <source>Import or download them again.</source>
        <translation>Импортируйте или загрузите их заново.</translation>
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
        <source>In the file</source>
        <translation>В файле</translation>
    </message>
    <message>
        <source>In what the agents differ from the backtest</source>
        <translation>В чём агенты отличаются от бэктеста</translation>
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
        <source>Interval</source>
        <translation>Интервал</translation>
    </message>
    <message>
        <source>Interval {interval}</source>
        <translation>Интервал {interval}</translation>
    </message>
    <message>
        <source>It belongs to the simulated market, which has its own list.</source>
        <translation>Он принадлежит симулированному рынку, у которого свой список.</translation>
    </message>
    <message>
        <source>It closes at the last close</source>
        <translation>Закрывается по последней цене закрытия</translation>
    </message>
    <message>
        <source>It closes at the last open</source>
        <translation>Закрывается по последней цене открытия</translation>
    </message>
    <message>
        <source>It counts until the program ends.</source>
        <translation>До закрытия программы он действует.</translation>
    </message>
    <message>
        <source>It ends at one press of Disarm, with the kill switch (Ctrl+Shift+K), with another account or market, with the program, and when the books differ from the exchange&apos;s and nothing explains it.</source>
        <translation>Разрешение снимается одним нажатием «Снять разрешение», аварийной остановкой (Ctrl+Shift+K), при смене счёта или рынка, с закрытием программы и когда учёт расходится с биржевым без объяснения.</translation>
    </message>
    <message>
        <source>It gained {gain} nats, permuted markets up to {most} (p {p}); {direction}.</source>
        <translation>Прирост {gain} нат, на перемешанных рынках до {most} (p {p}); {direction}.</translation>
    </message>
    <message>
        <source>It has no passport: where its bars are from was not written down when they were stored.</source>
        <translation>Паспорта нет: при сохранении не было записано, откуда эти бары.</translation>
    </message>
    <message>
        <source>It is chosen to trade in its market; choose another account first</source>
        <translation>Он выбран для торговли на своём рынке; сначала выберите другой счёт</translation>
    </message>
    <message>
        <source>It is not in the data folder: import it to use it here.</source>
        <translation>Файл не в папке данных: импортируйте его, чтобы использовать здесь.</translation>
    </message>
    <message>
        <source>It is of another version of the program. Arrange the panels anew and save it under its name.</source>
        <translation>Она от другой версии программы. Расставьте панели заново и сохраните раскладку под её именем.</translation>
    </message>
    <message>
        <source>It is on the list already.</source>
        <translation>Уже в списке.</translation>
    </message>
    <message>
        <source>It is worth {equity} after 1 trade.</source>
        <translation>Капитал {equity} после 1 сделки.</translation>
    </message>
    <message>
        <source>It is worth {equity} after {trades:,} trades.</source>
        <translation>Капитал {equity}; сделок: {trades:,}.</translation>
    </message>
    <message>
        <source>It stands on the work of others</source>
        <translation>Программа опирается на труд других</translation>
    </message>
    <message>
        <source>It stays open</source>
        <translation>Остаётся открытой</translation>
    </message>
    <message>
        <source>It still goes off while the program runs. In a terminal, photon-desktop check tells what is wrong with the store; then set it again.</source>
        <translation>Пока программа работает, оно всё равно сработает. В терминале команда photon-desktop check скажет, что не так с хранилищем; затем задайте его снова.</translation>
    </message>
    <message>
        <source>It was broken off.</source>
        <translation>Отправка прервана.</translation>
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
        <source>It was not sent: {error}</source>
        <translation>Не отправлено: {error}</translation>
    </message>
    <message>
        <source>It was not undone</source>
        <translation>Отмена не выполнена</translation>
    </message>
    <message>
        <source>It was stored so for one account; the value for all accounts is used.</source>
        <translation>Так было сохранено для одного счёта; используется значение для всех счетов.</translation>
    </message>
    <message>
        <source>It was stored so; the default, {value}, is used.</source>
        <translation>Так было сохранено; используется значение по умолчанию, {value}.</translation>
    </message>
    <message>
        <source>It was tried {count} times.</source>
        <translation>Попыток: {count}.</translation>
    </message>
    <message>
        <source>It would open a short position, which is not allowed.</source>
        <translation>Она открыла бы короткую позицию, а это не разрешено.</translation>
    </message>
    <message>
        <source>Its books are opened when it first trades.</source>
        <translation>Учёт открывается с первой сделкой.</translation>
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
        <source>Its text is not at hand here; it came with the library when that was installed.</source>
        <translation>Её текста здесь нет; он был получен вместе с библиотекой при её установке.</translation>
    </message>
    <message>
        <source>Its times were written in {zone}. {adjusted}</source>
        <translation>Время было записано в поясе {zone}. {adjusted}</translation>
    </message>
    <message>
        <source>Its trades, ledger and equity curve are kept; look at them here under its rounds, or export them.</source>
        <translation>Сделки, журнал учёта и кривая капитала сохраняются; смотрите их здесь в раундах счёта или экспортируйте.</translation>
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
        <source>Ke&amp;y</source>
        <translation>&amp;Ключ</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Сохранить</translation>
    </message>
    <message>
        <source>Keep an arrangement of the panels by name, or bring one back</source>
        <translation>Сохранить расположение панелей под именем или вернуть сохранённое</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Оставить</translation>
    </message>
    <message>
        <source>Keep it as a run of its own</source>
        <translation>Сохранить как отдельный прогон</translation>
    </message>
    <message>
        <source>Keep it in the system&apos;s keyring (Enter)</source>
        <translation>Сохранить в системном хранилище ключей (Enter)</translation>
    </message>
    <message>
        <source>Keep its name (Esc)</source>
        <translation>Оставить прежнее имя (Esc)</translation>
    </message>
    <message>
        <source>Keep the newest bar in sight</source>
        <translation>Держать новейший бар на виду</translation>
    </message>
    <message>
        <source>Keep the newest bar in view (F or End)</source>
        <translation>Держать новейший бар на виду (F или End)</translation>
    </message>
    <message>
        <source>Keep the panels as they stand under this name (Enter)</source>
        <translation>Сохранить расположение панелей под этим именем (Enter)</translation>
    </message>
    <message>
        <source>Keep them in memory until the program ends, and nowhere else</source>
        <translation>Держать их только в памяти до закрытия программы</translation>
    </message>
    <message>
        <source>Kelly fraction</source>
        <translation>Доля Келли</translation>
    </message>
    <message>
        <source>Kelly&apos;s criterion goes by a model&apos;s odds and there is no model to tell them</source>
        <translation>критерию Келли нужны шансы от модели, а модели нет</translation>
    </message>
    <message>
        <source>Kep&amp;t runs</source>
        <translation>Со&amp;хранённые прогоны</translation>
    </message>
    <message>
        <source>Kept as {name}.</source>
        <translation>Сохранено как {name}.</translation>
    </message>
    <message>
        <source>Kept for this session only: {why}.</source>
        <translation>Хранится только в этом сеансе: {why}.</translation>
    </message>
    <message>
        <source>Kept in {keyring}.</source>
        <translation>Хранится здесь: {keyring}.</translation>
    </message>
    <message>
        <source>Kept runs</source>
        <translation>Сохранённые прогоны</translation>
    </message>
    <message>
        <source>Kept: its combinations count as tried.</source>
        <translation>Сохранено: комбинации считаются испытанными.</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Ключ</translation>
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
        <translation>Ключи хранятся здесь: {keyring}.</translation>
    </message>
    <message>
        <source>Keys known</source>
        <translation>Известные ключи</translation>
    </message>
    <message>
        <source>Kill switch</source>
        <translation>Аварийная остановка</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Вид</translation>
    </message>
    <message>
        <source>Kind of model</source>
        <translation>Тип модели</translation>
    </message>
    <message>
        <source>Kind of the selected symbols</source>
        <translation>Вид выбранных символов</translation>
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
        <source>Largest exposure</source>
        <translation>Наибольшая загрузка капитала</translation>
    </message>
    <message>
        <source>Largest order</source>
        <translation>Наибольшая заявка</translation>
    </message>
    <message>
        <source>Largest position</source>
        <translation>Наибольшая позиция</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>Последняя</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Последний день</translation>
    </message>
    <message>
        <source>Last day, in UTC</source>
        <translation>Последний день, в UTC</translation>
    </message>
    <message>
        <source>Last price</source>
        <translation>Последняя цена</translation>
    </message>
    <message>
        <source>Last return</source>
        <translation>Последняя доходность</translation>
    </message>
    <message>
        <source>Latin 1</source>
        <translation>Latin 1</translation>
    </message>
    <message>
        <source>Layout: {layout}</source>
        <translation>Раскладка: {layout}</translation>
    </message>
    <message>
        <source>Layouts</source>
        <translation>Раскладки</translation>
    </message>
    <message>
        <source>Lead the books to what Bybit holds</source>
        <translation>Привести учёт к данным Bybit</translation>
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
        <source>Leaned on {name}</source>
        <translation>Опора: {name}</translation>
    </message>
    <message>
        <source>Learning</source>
        <translation>Обучение</translation>
    </message>
    <message>
        <source>Least &amp;confidence</source>
        <translation>&amp;Уверенность от</translation>
    </message>
    <message>
        <source>Least commission</source>
        <translation>Наименьшая комиссия</translation>
    </message>
    <message>
        <source>Least con&amp;fidence</source>
        <translation>Наименьшая &amp;уверенность</translation>
    </message>
    <message>
        <source>Least confidence</source>
        <translation>Минимальная уверенность</translation>
    </message>
    <message>
        <source>Least level shown</source>
        <translation>Наименьший показываемый уровень</translation>
    </message>
    <message>
        <source>Leave open what the result is worth</source>
        <translation>Не выяснять, чего стоит результат</translation>
    </message>
    <message>
        <source>Leave the account as it is (Esc)</source>
        <translation>Оставить счёт как есть (Esc)</translation>
    </message>
    <message>
        <source>Leave the books as they are (Esc)</source>
        <translation>Оставить учёт как есть (Esc)</translation>
    </message>
    <message>
        <source>Left unticked, orders that this program did not place stay open, and what they fill stops trading again.</source>
        <translation>Если не отметить, заявки, поданные не этой программой, останутся открытыми, и их исполнения снова остановят торговлю.</translation>
    </message>
    <message>
        <source>Length</source>
        <comment>of a gap</comment>
        <translation>Длина</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Период</translation>
    </message>
    <message>
        <source>Let orders of the account leave for its exchange, after a card of checks; or stop them again</source>
        <translation>Разрешить заявкам счёта уходить на биржу после списка проверок или снова запретить</translation>
    </message>
    <message>
        <source>Let other computers register</source>
        <translation>Регистрация с других компьютеров</translation>
    </message>
    <message>
        <source>Let programs here register</source>
        <translation>Регистрация программ на этом компьютере</translation>
    </message>
    <message>
        <source>Let the agents open positions again</source>
        <translation>Снова разрешить агентам открывать позиции</translation>
    </message>
    <message>
        <source>Let the orders of this account leave (Enter)</source>
        <translation>Разрешить отправку заявок этого счёта (Enter)</translation>
    </message>
    <message>
        <source>Let this page be for the account as it is for all accounts</source>
        <translation>Сделать эту страницу для счёта такой же, как для всех счетов</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Уровень</translation>
    </message>
    <message>
        <source>Libraries</source>
        <translation>Библиотеки</translation>
    </message>
    <message>
        <source>Licence of the library chosen</source>
        <translation>Лицензия выбранной библиотеки</translation>
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
        <source>Limits</source>
        <translation>Пределы</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Линия</translation>
    </message>
    <message>
        <source>Line 1 of {name} is too long ({size} bytes and more): there are no rows; choose a file with a row a line.</source>
        <translation>Первая строка {name} слишком длинная ({size} байт и больше): строк нет; выберите файл, где каждая запись в своей строке.</translation>
    </message>
    <message>
        <source>Linear</source>
        <translation>Линейная</translation>
    </message>
    <message>
        <source>Lines, rectangles and measures</source>
        <translation>Линии, прямоугольники и измерения</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>Реальный</translation>
    </message>
    <message>
        <source>Loading</source>
        <translation>Загрузка</translation>
    </message>
    <message>
        <source>Local API</source>
        <translation>Локальный API</translation>
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
        <source>Logarithmic</source>
        <translation>Логарифмическая</translation>
    </message>
    <message>
        <source>Logarithmic prices</source>
        <translation>Логарифмические цены</translation>
    </message>
    <message>
        <source>Longest under water</source>
        <translation>Дольше всего ниже максимума</translation>
    </message>
    <message>
        <source>Look at what is entered here.</source>
        <translation>Проверьте, что здесь введено.</translation>
    </message>
    <message>
        <source>Looking at the bars</source>
        <translation>Просмотр баров</translation>
    </message>
    <message>
        <source>Looking for the system&apos;s keyring.</source>
        <translation>Поиск системного хранилища ключей.</translation>
    </message>
    <message>
        <source>Low</source>
        <comment>price</comment>
        <translation>Минимум</translation>
    </message>
    <message>
        <source>M&amp;ACD pane</source>
        <translation>Панель &amp;MACD</translation>
    </message>
    <message>
        <source>M&amp;arket</source>
        <translation>Р&amp;ынок</translation>
    </message>
    <message>
        <source>M&amp;ode</source>
        <translation>&amp;Режим</translation>
    </message>
    <message>
        <source>MACD histogram</source>
        <translation>Гистограмма MACD</translation>
    </message>
    <message>
        <source>MACD pane</source>
        <translation>Окно MACD</translation>
    </message>
    <message>
        <source>MACD signal</source>
        <translation>Сигнал MACD</translation>
    </message>
    <message>
        <source>MACD {before} → {after}</source>
        <translation>MACD {before} → {after}</translation>
    </message>
    <message>
        <source>Mail server</source>
        <translation>Почтовый сервер</translation>
    </message>
    <message>
        <source>Mail would go out readable by anybody on the way; use STARTTLS or TLS.</source>
        <translation>Письмо по пути мог бы прочесть кто угодно; выберите STARTTLS или TLS.</translation>
    </message>
    <message>
        <source>Make a bot with BotFather, write to it once, and enter its token and the number of the chat.</source>
        <translation>Создайте бота через BotFather, напишите ему один раз и введите токен и номер чата.</translation>
    </message>
    <message>
        <source>Make an account (Ctrl+N)</source>
        <translation>Создать счёт (Ctrl+N)</translation>
    </message>
    <message>
        <source>Make none (Esc)</source>
        <translation>Не создавать (Esc)</translation>
    </message>
    <message>
        <source>Make the account (Enter)</source>
        <translation>Создать счёт (Enter)</translation>
    </message>
    <message>
        <source>Maker&apos;s share</source>
        <translation>Доля мейкера</translation>
    </message>
    <message>
        <source>Map of the sweep</source>
        <translation>Карта перебора</translation>
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
        <source>Market Monitor</source>
        <translation>Наблюдатель рынка</translation>
    </message>
    <message>
        <source>Market and period</source>
        <translation>Рынок и период</translation>
    </message>
    <message>
        <source>Market heatmap</source>
        <translation>Тепловая карта рынка</translation>
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
        <source>Mean of the last closes</source>
        <translation>Среднее последних цен закрытия</translation>
    </message>
    <message>
        <source>Mean of the last closes, and two standard deviations to either side</source>
        <translation>Среднее последних закрытий и по два стандартных отклонения в обе стороны</translation>
    </message>
    <message>
        <source>Mean result</source>
        <translation>Средний результат</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>Измерение</translation>
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
        <source>Messages</source>
        <translation>Сообщения</translation>
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
        <source>Minimum</source>
        <translation>Минимум</translation>
    </message>
    <message>
        <source>Minimum track length</source>
        <translation>Наименьшая длина истории</translation>
    </message>
    <message>
        <source>Missing</source>
        <comment>bars</comment>
        <translation>Не хватает</translation>
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
        <source>Model {version} decides on {symbol}.</source>
        <translation>По {symbol} решает модель {version}.</translation>
    </message>
    <message>
        <source>Models and backtests made before were made on the bars as they were. Train and test again to compare.</source>
        <translation>Прежние модели и бэктесты сделаны на барах, какими они были. Чтобы сравнить, обучите и проверьте заново.</translation>
    </message>
    <message>
        <source>Moment shown</source>
        <translation>Показанный момент</translation>
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
        <source>More than {most} at once; add it with the next ones.</source>
        <translation>Больше {most} за раз; добавьте со следующими.</translation>
    </message>
    <message>
        <source>Most &amp;time</source>
        <translation>Не до&amp;льше</translation>
    </message>
    <message>
        <source>Most bars are {spacing} apart, not {interval}.</source>
        <translation>Между большинством баров {spacing}, а не {interval}.</translation>
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
        <source>Name</source>
        <translation>Имя</translation>
    </message>
    <message>
        <source>Name of the account</source>
        <translation>Имя счёта</translation>
    </message>
    <message>
        <source>Name of the layout</source>
        <translation>Имя раскладки</translation>
    </message>
    <message>
        <source>Name of the layout as it is now</source>
        <translation>Имя нынешней раскладки</translation>
    </message>
    <message>
        <source>Name of the run</source>
        <translation>Название прогона</translation>
    </message>
    <message>
        <source>Named layouts</source>
        <translation>Именованные раскладки</translation>
    </message>
    <message>
        <source>New account</source>
        <translation>Новый счёт</translation>
    </message>
    <message>
        <source>New alert</source>
        <translation>Новое оповещение</translation>
    </message>
    <message>
        <source>No account</source>
        <translation>Нет счёта</translation>
    </message>
    <message>
        <source>No bar is missing.</source>
        <translation>Все бары на месте.</translation>
    </message>
    <message numerus="yes">
        <source>No bars among {count} rows; what is wrong with them stands below.</source>
        <comment>No bars among {count} row; what is wrong with them stands below.</comment>
        <translation>
            <numerusform>Среди {count} строки нет баров; что с ней не так, сказано ниже.</numerusform>
            <numerusform>Среди {count} строк нет баров; что с ними не так, сказано ниже.</numerusform>
            <numerusform>Среди {count} строк нет баров; что с ними не так, сказано ниже.</numerusform>
        </translation>
    </message>
    <message>
        <source>No challenger of {symbol} could be proposed: {error}</source>
        <translation>Претендента для {symbol} предложить не удалось: {error}</translation>
    </message>
    <message>
        <source>No challenger of {version} took over, it goes on deciding: {error}</source>
        <translation>Претендент не сменил {version}, она решает дальше: {error}</translation>
    </message>
    <message>
        <source>No challenger: {fresh} labels are new since the model was trained, {needed} are needed.</source>
        <translation>Претендента нет: новых меток с обучения модели {fresh}, нужно {needed}.</translation>
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
        <source>No file chosen</source>
        <translation>Файл не выбран</translation>
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
        <source>No keys of {name} are known.</source>
        <translation>Ключи счёта {name} неизвестны.</translation>
    </message>
    <message>
        <source>No layout has a name yet. Arrange the panels as you like them, type a name and save.</source>
        <translation>Именованных раскладок пока нет. Расположите панели как удобно, введите имя и сохраните.</translation>
    </message>
    <message>
        <source>No model of {symbol} could be trained: {error}</source>
        <translation>Обучить модель для {symbol} не удалось: {error}</translation>
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
        <source>No page has these words.</source>
        <translation>Ни на одной странице нет этих слов.</translation>
    </message>
    <message>
        <source>No position is chosen in the portfolio, and nothing of {symbol} is held.</source>
        <translation>В портфеле не выбрана позиция, а по {symbol} позиции нет.</translation>
    </message>
    <message>
        <source>No price alerts</source>
        <translation>Нет ценовых оповещений</translation>
    </message>
    <message>
        <source>No price alerts yet. Write a level above and press Enter to set one.</source>
        <translation>Ценовых оповещений пока нет. Введите уровень выше и нажмите Enter.</translation>
    </message>
    <message>
        <source>No price came within a bar; the order was dropped, not sent again.</source>
        <translation>За бар не пришло ни одной цены; заявка снята и не отправлена заново.</translation>
    </message>
    <message>
        <source>No price of {symbol} has come yet; the alert can go off with the first one.</source>
        <translation>Цены {symbol} ещё не было; оповещение может сработать с первой же.</translation>
    </message>
    <message>
        <source>No prices for {time}</source>
        <translation>Цен нет уже {time}</translation>
    </message>
    <message>
        <source>No real money: while {name} is armed, the agents&apos; orders leave for Bybit&apos;s demo account ({product}). They are filled at real prices with play money.</source>
        <translation>Без реальных денег: пока торговля на счёте «{name}» разрешена, заявки агентов уходят на демо-счёт Bybit ({product}). Они исполняются по реальным ценам на игровые деньги.</translation>
    </message>
    <message>
        <source>No real money: while {name} is armed, the agents&apos; orders leave for Bybit&apos;s test network ({product}). Its prices are its own and can be far from the market&apos;s.</source>
        <translation>Без реальных денег: пока торговля на счёте «{name}» разрешена, заявки агентов уходят в тестовую сеть Bybit ({product}). Цены там свои и могут быть далеки от рыночных.</translation>
    </message>
    <message>
        <source>No row had the time of another.</source>
        <translation>Ни у одной строки не было времени другой.</translation>
    </message>
    <message>
        <source>No rule has stood in the way of a decision in this period.</source>
        <translation>За этот период ни одно правило не помешало ни одному решению.</translation>
    </message>
    <message>
        <source>No run is kept yet. Each backtest that ends is kept here.</source>
        <translation>Ни один прогон пока не сохранён. Здесь сохраняется каждый завершённый бэктест.</translation>
    </message>
    <message>
        <source>No series selected</source>
        <translation>Ряд не выбран</translation>
    </message>
    <message>
        <source>No series yet. Import a file or download bars, and they stand here with where they are from.</source>
        <translation>Рядов пока нет. Импортируйте файл или загрузите бары — они появятся здесь вместе со сведениями о происхождении.</translation>
    </message>
    <message>
        <source>No setting has these words.</source>
        <translation>Ни в одной настройке нет этих слов.</translation>
    </message>
    <message>
        <source>No stop and no target but the strategy&apos;s own.</source>
        <translation>Без стопа и цели, кроме собственных стратегии.</translation>
    </message>
    <message>
        <source>No symbol here contains “{text}”. Esc shows them all.</source>
        <translation>Ни один символ здесь не содержит «{text}». Esc покажет все.</translation>
    </message>
    <message>
        <source>No symbol is on the chart.</source>
        <translation>На графике нет символа.</translation>
    </message>
    <message>
        <source>No symbol of this account&apos;s market is watched; add one to the watchlist.</source>
        <translation>Ни один символ рынка этого счёта не наблюдается; добавьте символ в список наблюдения.</translation>
    </message>
    <message>
        <source>No symbols yet. Press Ins or + to add some.</source>
        <translation>Символов пока нет. Нажмите Ins или +, чтобы добавить.</translation>
    </message>
    <message>
        <source>Nobody has answered in time.</source>
        <translation>Никто не ответил вовремя.</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Нет</translation>
    </message>
    <message>
        <source>None  1234</source>
        <translation>Нет  1234</translation>
    </message>
    <message>
        <source>None is kept yet.</source>
        <translation>Пока ничего не сохранено.</translation>
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
        <source>None of the {bars} bars has a volume: whether anything could have been traded there is not known.</source>
        <translation>Ни у одного из {bars} баров нет объёма: можно ли было там торговать, неизвестно.</translation>
    </message>
    <message>
        <source>None of the {rows} rows of {name} is a bar ({reasons}); choose another format or file.</source>
        <translation>Ни одна из {rows} строк {name} — не бар ({reasons}); выберите другой формат или файл.</translation>
    </message>
    <message>
        <source>None, on this computer only</source>
        <translation>Без шифрования, только на этом компьютере</translation>
    </message>
    <message>
        <source>Not applied yet.</source>
        <translation>Ещё не применено.</translation>
    </message>
    <message>
        <source>Not asked: there are no keys to ask with.</source>
        <translation>Не спрошено: нет ключей, с которыми спрашивать.</translation>
    </message>
    <message>
        <source>Not checked yet</source>
        <translation>Ещё не проверено</translation>
    </message>
    <message>
        <source>Not counted yet; check it again.</source>
        <translation>Ещё не сосчитано; проверьте заново.</translation>
    </message>
    <message>
        <source>Not filled</source>
        <translation>Неисполненные</translation>
    </message>
    <message>
        <source>Not in the catalogue{similar}; it is tried as it is.</source>
        <translation>Нет в каталоге{similar}; будет испробован как есть.</translation>
    </message>
    <message>
        <source>Not known without a passport.</source>
        <translation>Без паспорта неизвестно.</translation>
    </message>
    <message>
        <source>Not known; check it again.</source>
        <translation>Неизвестно; проверьте заново.</translation>
    </message>
    <message>
        <source>Not possible now.</source>
        <translation>Сейчас невозможно.</translation>
    </message>
    <message>
        <source>Not replayed for {strategy}: the agents decide by a model, and by no other rule.</source>
        <translation>Для {strategy} не воспроизводится: агенты решают по модели и ни по какому другому правилу.</translation>
    </message>
    <message>
        <source>Not used while the {label} is {chosen}.</source>
        <translation>Не используется, пока выбрано: {label} — {chosen}.</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Заметка</translation>
    </message>
    <message>
        <source>Note (optional)</source>
        <translation>Заметка (необязательно)</translation>
    </message>
    <message>
        <source>Nothing differs.</source>
        <translation>Расхождений нет.</translation>
    </message>
    <message>
        <source>Nothing has come from the account&apos;s private stream yet; wait a moment and check again.</source>
        <translation>Из личного потока счёта пока ничего не пришло; подождите немного и проверьте снова.</translation>
    </message>
    <message>
        <source>Nothing is chosen yet.</source>
        <translation>Пока ничего не выбрано.</translation>
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
        <translation>Ничего не объяснённого учётом нет.</translation>
    </message>
    <message>
        <source>Nothing is opened, and orders that waited are taken back. Stops and targets go on guarding what is held.</source>
        <translation>Ничего не открывается, ожидавшие заявки сняты. Стопы и цели продолжают охранять позиции.</translation>
    </message>
    <message>
        <source>Nothing is recorded of {symbol} yet. Each bar that is decided on is kept; start monitoring (Ctrl+M).</source>
        <translation>О {symbol} пока ничего не записано. Сохраняется каждый бар, на котором принято решение; запустите мониторинг (Ctrl+M).</translation>
    </message>
    <message>
        <source>Nothing is sent to anyone. The report has no keys, passwords or addresses; read it, then copy or save it if you want to show it.</source>
        <translation>Никому ничего не отправляется. В отчёте нет ключей, паролей и адресов; прочитайте его, а затем скопируйте или сохраните, если хотите показать.</translation>
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
        <source>Nothing is unexplained any more; there is nothing to accept.</source>
        <translation>Необъяснённого больше нет; принимать нечего.</translation>
    </message>
    <message>
        <source>Nothing of {symbol} is held; there is nothing to close.</source>
        <translation>Позиции по {symbol} нет; закрывать нечего.</translation>
    </message>
    <message>
        <source>Nothing to add yet</source>
        <translation>Пока нечего добавлять</translation>
    </message>
    <message>
        <source>Nothing to judge: {reason}.</source>
        <translation>Судить не о чем: {reason}.</translation>
    </message>
    <message>
        <source>Nothing was accepted: what Bybit holds has changed since it was shown; look at it again.</source>
        <translation>Ничего не принято: данные Bybit изменились после показа; посмотрите на них снова.</translation>
    </message>
    <message>
        <source>Nothing was changed by it; press Ctrl+Shift+Y to try again.</source>
        <translation>Она ничего не изменила; чтобы попробовать ещё раз, нажмите Ctrl+Shift+Y.</translation>
    </message>
    <message>
        <source>Nothing was changed that can be undone.</source>
        <translation>Нет изменений, которые можно отменить.</translation>
    </message>
    <message>
        <source>Nothing was checked yet. The last day is checked each night, or at the first start on a new day.</source>
        <translation>Пока ничего не проверено. Последний день проверяется каждую ночь или при первом запуске в новый день.</translation>
    </message>
    <message>
        <source>Nothing was imported</source>
        <translation>Ничего не импортировано</translation>
    </message>
    <message>
        <source>Nothing was ordered in this round.</source>
        <translation>В этом раунде заявок не было.</translation>
    </message>
    <message>
        <source>Nothing was sent to Bybit: {error}</source>
        <translation>На Bybit ничего не отправлено: {error}</translation>
    </message>
    <message>
        <source>Nothing was traded because of it. Start it again from the Agents panel; its log there says more.</source>
        <translation>Из-за этого ничего не было куплено или продано. Запустите его снова на панели «Агенты»; её журнал скажет больше.</translation>
    </message>
    <message>
        <source>Nothing was traded in it yet.</source>
        <translation>На счёте ещё не торговали.</translation>
    </message>
    <message>
        <source>Nothing was undone that can be done anew.</source>
        <translation>Нет отменённого, что можно повторить.</translation>
    </message>
    <message>
        <source>Nothing will be added.</source>
        <translation>Ничего не будет добавлено.</translation>
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
        <source>Nu&amp;mber</source>
        <translation>К&amp;оличество</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>Числа</translation>
    </message>
    <message>
        <source>OHLCV prices</source>
        <translation>цен OHLCV</translation>
    </message>
    <message>
        <source>Oct</source>
        <translation>окт</translation>
    </message>
    <message>
        <source>Of equity at most: {order} an order, {position} a position, {exposure} in all; halts at {loss} lost a day or {drawdown} under the peak.</source>
        <translation>От капитала не больше: {order} на заявку, {position} на позицию, {exposure} всего; остановка при потере {loss} за день или {drawdown} от максимума.</translation>
    </message>
    <message>
        <source>Of equity at most: {order} an order, {position} a position; halts at {loss} lost a day or {drawdown} under the peak.</source>
        <translation>От капитала не больше: {order} на заявку, {position} на позицию; остановка при потере {loss} за день или {drawdown} от максимума.</translation>
    </message>
    <message>
        <source>Of several files in the archive, the one to import</source>
        <translation>Какой из нескольких файлов архива импортировать</translation>
    </message>
    <message>
        <source>Of several instruments in the file, the one to import</source>
        <translation>Какой из нескольких инструментов файла импортировать</translation>
    </message>
    <message>
        <source>Of those that wanted to buy or sell, before costs.</source>
        <translation>Среди тех, что хотели купить или продать, до издержек.</translation>
    </message>
    <message>
        <source>Of {rows} rows of {name} {count} have the time of another row; choose the column of the time of day, or of the symbol.</source>
        <translation>Из {rows} строк {name} у {count} время другой строки; выберите столбец времени суток или символа.</translation>
    </message>
    <message>
        <source>Of {since} to {until}, checked on {checked_at}.</source>
        <translation>За время с {since} по {until}, проверено {checked_at}.</translation>
    </message>
    <message>
        <source>Offer it again</source>
        <translation>Снова предлагать этот счёт</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Нет связи</translation>
    </message>
    <message>
        <source>Older bars of {symbol} can&apos;t be shown</source>
        <translation>Более старые бары {symbol} показать нельзя</translation>
    </message>
    <message>
        <source>Oldest price</source>
        <translation>Самая старая цена</translation>
    </message>
    <message>
        <source>On</source>
        <translation>Включено</translation>
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
        <source>Once</source>
        <translation>Один раз</translation>
    </message>
    <message>
        <source>Once equity is this far under its peak, nothing is opened until trading is released.</source>
        <translation>Когда капитал настолько ниже своего максимума, ничего не открывается, пока торговля не возобновлена.</translation>
    </message>
    <message>
        <source>Once this share of equity is lost since the UTC day began, nothing is opened until the next one.</source>
        <translation>Когда с начала суток UTC потеряна эта доля капитала, до следующих суток ничего не открывается.</translation>
    </message>
    <message>
        <source>One bar</source>
        <translation>Один бар</translation>
    </message>
    <message>
        <source>One or many, in any form: BTCUSDT, ETH/USDT aapl msft. A column can be pasted, a text file dropped here.</source>
        <translation>Один или много, в любом виде: BTCUSDT, ETH/USDT aapl msft. Можно вставить столбец или перетащить сюда текстовый файл.</translation>
    </message>
    <message>
        <source>Only a model that has shown an edge may open a position.</source>
        <translation>Открывать позицию может только модель, показавшая преимущество.</translation>
    </message>
    <message>
        <source>Only a paper account can be reset</source>
        <translation>Сбросить можно только учебный счёт</translation>
    </message>
    <message>
        <source>Only a simulated market is explored.</source>
        <translation>Разведка ведётся только на смоделированном рынке.</translation>
    </message>
    <message>
        <source>Only for this &amp;session</source>
        <translation>Только на этот &amp;сеанс</translation>
    </message>
    <message>
        <source>Only this symbol</source>
        <translation>Только этот символ</translation>
    </message>
    <message>
        <source>Only with evidence</source>
        <translation>Только с доказательствами</translation>
    </message>
    <message>
        <source>Only {name}</source>
        <translation>Только {name}</translation>
    </message>
    <message>
        <source>Open</source>
        <comment>price</comment>
        <translation>Открытие</translation>
    </message>
    <message>
        <source>Open at the &amp;end</source>
        <translation>&amp;Открытая в конце</translation>
    </message>
    <message>
        <source>Open no position</source>
        <translation>Не открывать позиций</translation>
    </message>
    <message>
        <source>Open orders of others</source>
        <translation>Чужие открытые заявки</translation>
    </message>
    <message>
        <source>Open positions</source>
        <translation>Открытые позиции</translation>
    </message>
    <message>
        <source>Open positions only when the model has shown an &amp;edge</source>
        <translation>Открывать позиции, только когда модель показала &amp;преимущество</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>Заявки</translation>
    </message>
    <message>
        <source>Orders a minute</source>
        <translation>Заявок в минуту</translation>
    </message>
    <message>
        <source>Orders are filled in a simulated account. No money is at stake.</source>
        <translation>Заявки исполняются на учебном счёте. Деньгами вы не рискуете.</translation>
    </message>
    <message>
        <source>Orders are filled on this computer at the market&apos;s prices. No money is at stake.</source>
        <translation>Заявки исполняются на этом компьютере по рыночным ценам. Деньгами вы не рискуете.</translation>
    </message>
    <message>
        <source>Orders at the exchange may still be open</source>
        <translation>На бирже могут оставаться открытые заявки</translation>
    </message>
    <message>
        <source>Orders go to the exchange with real money, once keys are given and the account is armed.</source>
        <translation>Заявки уходят на биржу с реальными деньгами, когда введены ключи и торговля на счёте разрешена.</translation>
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
        <source>Orders in all {count} symbols are large enough.</source>
        <translation>Заявки по всем символам достаточно велики; символов: {count}.</translation>
    </message>
    <message>
        <source>Orders or positions at an exchange are looked after</source>
        <translation>Программа следит за заявками или позициями на бирже</translation>
    </message>
    <message>
        <source>Orders that wait and positions are looked after by this program; it can&apos;t while the computer sleeps.</source>
        <translation>За ожидающими заявками и позициями следит эта программа; пока компьютер спит, она этого не может.</translation>
    </message>
    <message>
        <source>Other rules than were run:</source>
        <translation>Другие правила, чем в прогоне:</translation>
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
        <source>Outliers</source>
        <translation>Выбросы</translation>
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
        <source>PAST</source>
        <translation>ПРОШЛОЕ</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Страница</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Страницы</translation>
    </message>
    <message>
        <source>Paid in: {paid_in}</source>
        <translation>Внесено: {paid_in}</translation>
    </message>
    <message>
        <source>Panel</source>
        <translation>Панель</translation>
    </message>
    <message>
        <source>Panels stand where you last left them in any case; a named layout brings an arrangement back later.</source>
        <translation>Панели и так остаются там, где вы их оставили; именованная раскладка позволяет вернуть расположение позже.</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Учебный</translation>
    </message>
    <message>
        <source>Paper orders</source>
        <translation>Учебные заявки</translation>
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
        <source>Parity self-check</source>
        <translation>Самопроверка соответствия</translation>
    </message>
    <message>
        <source>Parity {percent}</source>
        <translation>Соответствие {percent}</translation>
    </message>
    <message>
        <source>Parity {percent} · {when}</source>
        <translation>Соответствие {percent} · {when}</translation>
    </message>
    <message>
        <source>Passport</source>
        <translation>Паспорт</translation>
    </message>
    <message>
        <source>Passport of the series selected</source>
        <translation>Паспорт выбранного ряда</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Пароль</translation>
    </message>
    <message>
        <source>Paste it here</source>
        <translation>Вставьте сюда</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Пауза</translation>
    </message>
    <message>
        <source>Pause, and let one bar come (→ or .)</source>
        <translation>Пауза и один следующий бар (→ или .)</translation>
    </message>
    <message>
        <source>Payload of the message</source>
        <translation>Содержимое сообщения</translation>
    </message>
    <message>
        <source>Payoff ratio</source>
        <translation>Выигрыш/проигрыш</translation>
    </message>
    <message>
        <source>Percent</source>
        <translation>Проценты</translation>
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
        <source>Permissions</source>
        <translation>Разрешения</translation>
    </message>
    <message>
        <source>Perpetual contracts</source>
        <translation>Бессрочные контракты</translation>
    </message>
    <message>
        <source>Pictures (*.png)</source>
        <translation>Изображения (*.png)</translation>
    </message>
    <message>
        <source>Place in range</source>
        <translation>Место в диапазоне</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Пуск</translation>
    </message>
    <message>
        <source>Play or pause (Space)</source>
        <translation>Пуск или пауза (пробел)</translation>
    </message>
    <message numerus="yes">
        <source>Played out. Replayed: equity {worth}, {count} fills.</source>
        <comment>Played out. Replayed: equity {worth}, {count} fill.</comment>
        <translation>
            <numerusform>Сыграно до конца. При воспроизведении: капитал {worth}, {count} исполнение.</numerusform>
            <numerusform>Сыграно до конца. При воспроизведении: капитал {worth}, {count} исполнения.</numerusform>
            <numerusform>Сыграно до конца. При воспроизведении: капитал {worth}, {count} исполнений.</numerusform>
        </translation>
    </message>
    <message>
        <source>Point  1.234</source>
        <translation>Точка  1.234</translation>
    </message>
    <message>
        <source>Point  1.5</source>
        <translation>Точка  1.5</translation>
    </message>
    <message>
        <source>Policy</source>
        <translation>Политика</translation>
    </message>
    <message>
        <source>Population stability index: how far the input&apos;s values have moved since the training. Above {limit} they have drifted; three such inputs propose a challenger. Known from 200 new bars on.</source>
        <translation>Индекс стабильности популяции: насколько значения признака сместились со времени обучения. Выше {limit} — дрейф; три таких признака предлагают претендента. Известен после 200 новых баров.</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Порт</translation>
    </message>
    <message>
        <source>Portfolio</source>
        <translation>Портфель</translation>
    </message>
    <message>
        <source>Portfolio, trades, messages, agents</source>
        <translation>Портфель, сделки, сообщения, агенты</translation>
    </message>
    <message>
        <source>Position cap</source>
        <translation>Предел позиции</translation>
    </message>
    <message>
        <source>Position open at the end</source>
        <translation>Позиция, открытая в конце</translation>
    </message>
    <message>
        <source>Positions are opened only with evidence of an edge.</source>
        <translation>Позиции открываются только при доказанном преимуществе.</translation>
    </message>
    <message>
        <source>Post alerts to a &amp;webhook</source>
        <translation>Отправлять оповещения на &amp;вебхук</translation>
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
        <source>Press Detect again to read the file once more.</source>
        <translation>Нажмите «Определить заново», чтобы прочитать файл ещё раз.</translation>
    </message>
    <message>
        <source>Press Enter to run it.</source>
        <translation>Нажмите Enter, чтобы запустить.</translation>
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
        <source>Price alert at {price}…</source>
        <translation>Оповещение на цене {price}…</translation>
    </message>
    <message>
        <source>Price alerts</source>
        <translation>Ценовые оповещения</translation>
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
        <source>Price alert…</source>
        <translation>Ценовое оповещение…</translation>
    </message>
    <message>
        <source>Price chart</source>
        <translation>График цены</translation>
    </message>
    <message>
        <source>Price collar</source>
        <translation>Ценовой коридор</translation>
    </message>
    <message>
        <source>Price paid on average since the UTC day began, of daily bars since the year did</source>
        <translation>Средняя цена сделок с начала суток UTC, для дневных баров — с начала года</translation>
    </message>
    <message>
        <source>Price {price} is off {symbol}&apos;s tick {tick}.</source>
        <translation>Цена {price} не кратна шагу {tick} символа {symbol}.</translation>
    </message>
    <message>
        <source>Prices</source>
        <translation>Цены</translation>
    </message>
    <message>
        <source>Prices are adjusted for splits and dividends.</source>
        <translation>Цены скорректированы на дробления и дивиденды.</translation>
    </message>
    <message>
        <source>Prices are adjusted for splits.</source>
        <translation>Цены скорректированы на дробления.</translation>
    </message>
    <message>
        <source>Prices are not adjusted.</source>
        <translation>Цены не скорректированы.</translation>
    </message>
    <message>
        <source>Prices in percent</source>
        <translation>Цены в процентах</translation>
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
        <source>Probability of overfitting {probability}: in that share of {halvings:,} ways to halve the bars, what was best on one half was no better than the middling one on the other.</source>
        <translation>Вероятность переобучения {probability}: в такой доле из {halvings:,} способов разделить бары пополам лучшее на одной половине оказывалось на другой не лучше среднего.</translation>
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
        <source>Profit {parts} {quote}, before costs.</source>
        <translation>Прибыль: {parts} {quote}, до издержек.</translation>
    </message>
    <message>
        <source>Progress of the backtest</source>
        <translation>Ход бэктеста</translation>
    </message>
    <message>
        <source>Progress of the download</source>
        <translation>Ход загрузки</translation>
    </message>
    <message>
        <source>Progress of the import</source>
        <translation>Ход импорта</translation>
    </message>
    <message>
        <source>Protection: {protection}.</source>
        <translation>Защита: {protection}.</translation>
    </message>
    <message>
        <source>Put back what was removed (Ctrl+Z)</source>
        <translation>Вернуть удалённое (Ctrl+Z)</translation>
    </message>
    <message>
        <source>Put every panel back where it was at first</source>
        <translation>Вернуть все панели на исходные места</translation>
    </message>
    <message>
        <source>Put every slider back to what was run</source>
        <translation>Вернуть все ползунки к значениям прогона</translation>
    </message>
    <message>
        <source>Put it away; its history is kept</source>
        <translation>Убрать счёт; история сохраняется</translation>
    </message>
    <message>
        <source>Put the panels as in the layout chosen (Enter in the list)</source>
        <translation>Расположить панели как в выбранной раскладке (Enter в списке)</translation>
    </message>
    <message>
        <source>Put this page back to its defaults</source>
        <translation>Вернуть эту страницу к значениям по умолчанию</translation>
    </message>
    <message>
        <source>Python files (*.py)</source>
        <translation>Файлы Python (*.py)</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>Качество</translation>
    </message>
    <message>
        <source>Quality report</source>
        <translation>Отчёт о качестве</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>Количество</translation>
    </message>
    <message>
        <source>Quantity {quantity} is off {symbol}&apos;s step {step}.</source>
        <translation>Количество {quantity} не кратно шагу {step} символа {symbol}.</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Вопрос</translation>
    </message>
    <message>
        <source>Quiet from</source>
        <translation>Тихо с</translation>
    </message>
    <message>
        <source>Quiet on {day}</source>
        <translation>Тихо: {day}</translation>
    </message>
    <message>
        <source>Quiet until</source>
        <translation>Тихо до</translation>
    </message>
    <message>
        <source>R&amp;eset…</source>
        <translation>С&amp;бросить…</translation>
    </message>
    <message>
        <source>REPLAY</source>
        <translation>ВОСПРОИЗВЕДЕНИЕ</translation>
    </message>
    <message>
        <source>RSI</source>
        <translation>RSI</translation>
    </message>
    <message>
        <source>RSI &amp;period</source>
        <translation>&amp;Период RSI</translation>
    </message>
    <message>
        <source>RSI (Wilder)</source>
        <translation>RSI (Уайлдер)</translation>
    </message>
    <message>
        <source>RSI 14</source>
        <translation>RSI 14</translation>
    </message>
    <message>
        <source>RSI on {symbol} {interval}</source>
        <translation>RSI: {symbol} {interval}</translation>
    </message>
    <message>
        <source>RSI pane</source>
        <translation>Окно RSI</translation>
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
        <source>Random entries on {symbol} {interval}</source>
        <translation>Случайные входы: {symbol} {interval}</translation>
    </message>
    <message>
        <source>Random forest</source>
        <translation>Случайный лес</translation>
    </message>
    <message>
        <source>Random forest on {symbol} {interval}</source>
        <translation>Случайный лес: {symbol} {interval}</translation>
    </message>
    <message>
        <source>Re&amp;name…</source>
        <translation>&amp;Переименовать…</translation>
    </message>
    <message>
        <source>Read the bars one by one</source>
        <translation>Читать бары по одному</translation>
    </message>
    <message>
        <source>Reading the bars…</source>
        <translation>Чтение баров…</translation>
    </message>
    <message>
        <source>Reading the file</source>
        <translation>Чтение файла</translation>
    </message>
    <message>
        <source>Reading which series there are…</source>
        <translation>Чтение списка рядов…</translation>
    </message>
    <message>
        <source>Reading {name}…</source>
        <translation>Чтение {name}…</translation>
    </message>
    <message>
        <source>Real</source>
        <translation>Реальный</translation>
    </message>
    <message>
        <source>Real money: while {name} is armed, the agents&apos; orders leave for Bybit and move real money on this account ({product}). Losses are real, and a stop may fill worse than its price.</source>
        <translation>Реальные деньги: пока торговля на счёте «{name}» разрешена, заявки агентов уходят на Bybit и двигают реальные деньги на этом счёте ({product}). Убытки реальны, а стоп может исполниться хуже своей цены.</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Причина</translation>
    </message>
    <message>
        <source>Reason of the decision</source>
        <translation>Причина решения</translation>
    </message>
    <message>
        <source>Reasoning</source>
        <translation>Обоснование</translation>
    </message>
    <message>
        <source>Recorded</source>
        <translation>Записано</translation>
    </message>
    <message>
        <source>Recorded: {recorded}
Done again: {replayed}</source>
        <translation>Записано: {recorded}
Сделано заново: {replayed}</translation>
    </message>
    <message>
        <source>Rectangle</source>
        <translation>Прямоугольник</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Повторить</translation>
    </message>
    <message>
        <source>Release it first with Ctrl+Shift+K.</source>
        <translation>Сначала снимите остановку: Ctrl+Shift+K.</translation>
    </message>
    <message>
        <source>Reliability: confidence told against how often it came true</source>
        <translation>Надёжность: заявленная уверенность и как часто она сбывалась</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Удалить</translation>
    </message>
    <message>
        <source>Remove alert at {price}</source>
        <translation>Убрать оповещение на {price}</translation>
    </message>
    <message>
        <source>Remove it, here and in the keyring</source>
        <translation>Удалить здесь и из хранилища ключей</translation>
    </message>
    <message>
        <source>Remove the keys of this account, here and in the keyring</source>
        <translation>Удалить ключи этого счёта здесь и в хранилище</translation>
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
        <source>Rename the run</source>
        <translation>Переименование прогона</translation>
    </message>
    <message>
        <source>Rename {name}</source>
        <translation>Переименование: {name}</translation>
    </message>
    <message>
        <source>Replay · {title}</source>
        <translation>Воспроизведение · {title}</translation>
    </message>
    <message>
        <source>Replayed on the &amp;chart</source>
        <translation>Воспроизвести на &amp;графике</translation>
    </message>
    <message>
        <source>Replayed, the agents themselves decide on the bars, in a store of their own: nothing of yours is touched. The result at once is worked out meanwhile.</source>
        <translation>При воспроизведении решения на барах принимают сами агенты, в отдельном хранилище: ваши данные не затрагиваются. Тем временем подсчитывается и результат бэктеста «сразу».</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Отчёт</translation>
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
        <source>Reset</source>
        <translation>Сбросить</translation>
    </message>
    <message>
        <source>Reset {label}</source>
        <translation>Сбросить: {label}</translation>
    </message>
    <message>
        <source>Reset {name}</source>
        <translation>Сброс счёта {name}</translation>
    </message>
    <message>
        <source>Restart</source>
        <translation>Заново</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Результаты</translation>
    </message>
    <message>
        <source>Return</source>
        <comment>past case</comment>
        <translation>Итог</translation>
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
        <source>Risk: account</source>
        <translation>Риск: счёт</translation>
    </message>
    <message>
        <source>Risk: orders</source>
        <translation>Риск: заявки</translation>
    </message>
    <message>
        <source>Roll back to the version chosen</source>
        <translation>Вернуться к выбранной версии</translation>
    </message>
    <message>
        <source>Round</source>
        <translation>Раунд</translation>
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
        <source>Rounds</source>
        <translation>Раунды</translation>
    </message>
    <message>
        <source>Rounds of {name}</source>
        <translation>Раунды счёта {name}</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Строки</translation>
    </message>
    <message>
        <source>Rows dropped</source>
        <translation>Отброшено строк</translation>
    </message>
    <message>
        <source>Rows read</source>
        <translation>Прочитано строк</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Правило</translation>
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
        <source>Run</source>
        <comment>of a backtest</comment>
        <translation>Прогон</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Запуск</translation>
    </message>
    <message>
        <source>Run a&amp;gain</source>
        <translation>Запустить &amp;снова</translation>
    </message>
    <message>
        <source>Run at</source>
        <translation>Время прогона</translation>
    </message>
    <message>
        <source>Run the same backtest once more</source>
        <translation>Запустить тот же бэктест ещё раз</translation>
    </message>
    <message>
        <source>Run the selected backtest once more</source>
        <translation>Запустить выбранный бэктест ещё раз</translation>
    </message>
    <message>
        <source>Run {place}</source>
        <translation>Прогон {place}</translation>
    </message>
    <message>
        <source>Run {place}, {name} (start 100)</source>
        <translation>Прогон {place}, {name} (начало 100)</translation>
    </message>
    <message>
        <source>Runs on these bars that traded differently, kept variations and each choice of a sweep among them, and the annual Sharpe ratio that the best of as many is expected to have without any skill.</source>
        <translation>Прогоны на этих барах, торговавшие иначе, вместе с сохранёнными вариациями и каждым вариантом перебора, и годовой коэффициент Шарпа, ожидаемый у лучшего из стольких без всякого умения.</translation>
    </message>
    <message>
        <source>Runs that were kept, to compare or run again</source>
        <translation>Сохранённые прогоны, чтобы сравнить или запустить снова</translation>
    </message>
    <message>
        <source>S&amp;econd parameter</source>
        <translation>&amp;Второй параметр</translation>
    </message>
    <message>
        <source>S&amp;eed</source>
        <translation>З&amp;ерно</translation>
    </message>
    <message>
        <source>S&amp;how</source>
        <translation>По&amp;казать</translation>
    </message>
    <message>
        <source>S&amp;lippage</source>
        <translation>&amp;Проскальзывание</translation>
    </message>
    <message>
        <source>S&amp;low average</source>
        <translation>&amp;Медленная средняя</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>С&amp;топ</translation>
    </message>
    <message>
        <source>S&amp;weep…</source>
        <translation>П&amp;еребор…</translation>
    </message>
    <message>
        <source>SHA-256 of its bars: {content_hash}</source>
        <translation>SHA-256 баров: {content_hash}</translation>
    </message>
    <message>
        <source>SIMULATED</source>
        <translation>СИМУЛЯЦИЯ</translation>
    </message>
    <message>
        <source>SMA cross</source>
        <translation>Пересечение SMA</translation>
    </message>
    <message>
        <source>SMA cross on {symbol} {interval}</source>
        <translation>Пересечение SMA: {symbol} {interval}</translation>
    </message>
    <message>
        <source>SMA crossing</source>
        <translation>Пересечение SMA</translation>
    </message>
    <message>
        <source>SMA, fast</source>
        <translation>SMA, быстрая</translation>
    </message>
    <message>
        <source>SMA, slow</source>
        <translation>SMA, медленная</translation>
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
        <source>STARTTLS (usually port 587)</source>
        <translation>STARTTLS (обычно порт 587)</translation>
    </message>
    <message>
        <source>Sat</source>
        <translation>сб</translation>
    </message>
    <message>
        <source>Save picture</source>
        <translation>Сохранение изображения</translation>
    </message>
    <message>
        <source>Save picture…</source>
        <translation>Сохранить изображение…</translation>
    </message>
    <message>
        <source>Save the change</source>
        <translation>Сохранить изменение</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>Сохранение отчёта</translation>
    </message>
    <message>
        <source>Saved as {name}.</source>
        <translation>Сохранено как {name}.</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Оценка</translation>
    </message>
    <message>
        <source>Search the help</source>
        <translation>Поиск по справке</translation>
    </message>
    <message>
        <source>Searching the catalogue…</source>
        <translation>Поиск в каталоге…</translation>
    </message>
    <message>
        <source>Sec&amp;ret</source>
        <translation>С&amp;екрет</translation>
    </message>
    <message>
        <source>Seconds of market time that pass in one second</source>
        <translation>Сколько секунд рынка проходит за одну секунду</translation>
    </message>
    <message>
        <source>Secret</source>
        <translation>Секрет</translation>
    </message>
    <message>
        <source>Secret to sign with</source>
        <translation>Секрет для подписи</translation>
    </message>
    <message>
        <source>Security</source>
        <translation>Защита</translation>
    </message>
    <message>
        <source>See and export them (Enter)</source>
        <translation>Посмотреть и экспортировать их (Enter)</translation>
    </message>
    <message>
        <source>Select a series to read its passport and see its gaps.</source>
        <translation>Выберите ряд, чтобы прочитать его паспорт и увидеть пропуски.</translation>
    </message>
    <message>
        <source>Select a symbol first.</source>
        <translation>Сначала выберите символ.</translation>
    </message>
    <message>
        <source>Select one run to see its figures, or two to see them beside each other.</source>
        <translation>Выберите один прогон, чтобы увидеть его показатели, или два, чтобы сравнить их.</translation>
    </message>
    <message>
        <source>Sell</source>
        <translation>Продать</translation>
    </message>
    <message>
        <source>Sell or buy back all that is held</source>
        <translation>Продать или выкупить все позиции</translation>
    </message>
    <message>
        <source>Selling {quantity} {symbol} would open a short position, which is not allowed.</source>
        <translation>Продажа {quantity} {symbol} открыла бы короткую позицию, а это не разрешено.</translation>
    </message>
    <message>
        <source>Semicolon  ;</source>
        <translation>Точка с запятой  ;</translation>
    </message>
    <message>
        <source>Send a message now, and see</source>
        <translation>Отправить сообщение сейчас и посмотреть</translation>
    </message>
    <message>
        <source>Send a test</source>
        <translation>Отправить проверку</translation>
    </message>
    <message>
        <source>Send alerts by &amp;e-mail</source>
        <translation>Отправлять оповещения по эл. &amp;почте</translation>
    </message>
    <message>
        <source>Send alerts by a bot of &amp;Telegram</source>
        <translation>Отправлять оповещения ботом &amp;Telegram</translation>
    </message>
    <message>
        <source>Sep</source>
        <translation>сен</translation>
    </message>
    <message>
        <source>Series of bars</source>
        <translation>Ряды баров</translation>
    </message>
    <message>
        <source>Series selected</source>
        <translation>Выбранный ряд</translation>
    </message>
    <message>
        <source>Serve the API</source>
        <translation>Открыть API</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Сервер</translation>
    </message>
    <message>
        <source>Set alert</source>
        <translation>Поставить</translation>
    </message>
    <message>
        <source>Set or change the price alerts of a symbol</source>
        <translation>Задать или изменить ценовые оповещения символа</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Настройки</translation>
    </message>
    <message>
        <source>Settings &amp;of</source>
        <translation>&amp;Чьи настройки</translation>
    </message>
    <message>
        <source>Settings of</source>
        <translation>Чьи настройки</translation>
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
        <source>Share of equity</source>
        <translation>Доля капитала</translation>
    </message>
    <message>
        <source>Share of the settled ones whose wish was the outcome that came.</source>
        <translation>Доля решений с известным исходом, желание которых совпало с исходом.</translation>
    </message>
    <message>
        <source>Share of volume</source>
        <translation>Доля объёма</translation>
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
        <source>Shift JIS, Japanese</source>
        <translation>Shift JIS, японская</translation>
    </message>
    <message>
        <source>Shift+Left, Shift+Right</source>
        <translation>Shift+Влево, Shift+Вправо</translation>
    </message>
    <message>
        <source>Short selling</source>
        <translation>Короткие продажи</translation>
    </message>
    <message>
        <source>Show &amp;archived</source>
        <translation>Показать &amp;архивные</translation>
    </message>
    <message>
        <source>Show archived accounts</source>
        <translation>Показать архивные счета</translation>
    </message>
    <message>
        <source>Show only reports that have every word: a symbol, an action, a reason</source>
        <translation>Показать только отчёты, в которых есть каждое слово: символ, действие, причина</translation>
    </message>
    <message>
        <source>Show only the alerts of this symbol</source>
        <translation>Показать только оповещения этого символа</translation>
    </message>
    <message>
        <source>Show only the series that have every word (Ctrl+F)</source>
        <translation>Показать только ряды, в которых есть все слова (Ctrl+F)</translation>
    </message>
    <message>
        <source>Show only the settings that have every word (Ctrl+F)</source>
        <translation>Показать только настройки, где есть все слова (Ctrl+F)</translation>
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
        <source>Show or hide {title}; a right click sets its length</source>
        <translation>Показать или скрыть {title}; правая кнопка задаёт период</translation>
    </message>
    <message>
        <source>Show the &amp;tour again</source>
        <translation>Показать об&amp;зор снова</translation>
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
        <source>Show the pages that have every word (Ctrl+F)</source>
        <translation>Показать страницы, где есть все слова (Ctrl+F)</translation>
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
        <source>Show the series on the chart (Enter)</source>
        <translation>Показать ряд на графике (Enter)</translation>
    </message>
    <message>
        <source>Show what was imported</source>
        <translation>Показать импортированное</translation>
    </message>
    <message>
        <source>Show {name}</source>
        <translation>Показать {name}</translation>
    </message>
    <message>
        <source>Show {symbol}</source>
        <translation>Показать {symbol}</translation>
    </message>
    <message>
        <source>Show {title}</source>
        <translation>Показать {title}</translation>
    </message>
    <message>
        <source>Shown from {days} days of trading on: before, a year would be a guess.</source>
        <translation>Показывается с {days} дней торговли: раньше год был бы догадкой.</translation>
    </message>
    <message>
        <source>Si&amp;ze</source>
        <translation>&amp;Размер</translation>
    </message>
    <message>
        <source>Si&amp;ze, of the run&apos;s</source>
        <translation>Раз&amp;мер, от прогона</translation>
    </message>
    <message>
        <source>Side</source>
        <translation>Сторона</translation>
    </message>
    <message>
        <source>Signal</source>
        <translation>Сигнальный</translation>
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
        <source>Size</source>
        <translation>Размер</translation>
    </message>
    <message>
        <source>Size of the interface</source>
        <translation>Размер интерфейса</translation>
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
        <source>Sizing</source>
        <translation>Размер позиции</translation>
    </message>
    <message>
        <source>Sizing method</source>
        <translation>Способ расчёта размера</translation>
    </message>
    <message>
        <source>Slippage</source>
        <translation>Проскальзывание</translation>
    </message>
    <message>
        <source>Slippage &amp;model</source>
        <translation>&amp;Модель проскальзывания</translation>
    </message>
    <message>
        <source>Slippage model</source>
        <translation>Модель проскальзывания</translation>
    </message>
    <message>
        <source>Slippage: the sum over all fills of (price paid − price asked for) × quantity, the other way round for sales: spread, slippage, and the price&apos;s way from the decision to the fill.</source>
        <translation>Проскальзывание: сумма по всем исполнениям (уплаченная цена − запрошенная цена) × количество, для продаж наоборот: спред, проскальзывание и ход цены от решения до исполнения.</translation>
    </message>
    <message>
        <source>Slow</source>
        <translation>Медленный</translation>
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
        <source>Some times have no timezone ({count} of them); they are read as {zone}.</source>
        <translation>У части времён нет часового пояса ({count}); они читаются как {zone}.</translation>
    </message>
    <message>
        <source>Some, drawn at random</source>
        <translation>Некоторые, наугад</translation>
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
        <source>Source</source>
        <translation>Источник</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Пробел</translation>
    </message>
    <message>
        <source>Space  1 234</source>
        <translation>Пробел  1 234</translation>
    </message>
    <message>
        <source>Space plays and pauses · → or . one bar · + and − speed · Esc closes</source>
        <translation>Пробел — пуск и пауза · → или . — один бар · + и − — скорость · Esc — закрыть</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Скорость</translation>
    </message>
    <message>
        <source>Spot</source>
        <translation>Спот</translation>
    </message>
    <message>
        <source>Spread and the bar&apos;s range</source>
        <translation>Спред и размах бара</translation>
    </message>
    <message>
        <source>Spread and volatility</source>
        <translation>Спред и волатильность</translation>
    </message>
    <message>
        <source>Square root of the share</source>
        <translation>Квадратный корень доли</translation>
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
        <translation>&amp;Наблюдать</translation>
    </message>
    <message>
        <source>Start or stop watching the market</source>
        <translation>Начать или прекратить наблюдение за рынком</translation>
    </message>
    <message>
        <source>Started.</source>
        <translation>Запуск.</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>Начало</translation>
    </message>
    <message>
        <source>Starting &amp;money</source>
        <translation>Начальные &amp;деньги</translation>
    </message>
    <message>
        <source>Starting cash</source>
        <translation>Начальные деньги</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Состояние</translation>
    </message>
    <message>
        <source>State of the download</source>
        <translation>Состояние загрузки</translation>
    </message>
    <message>
        <source>State of the import</source>
        <translation>Состояние импорта</translation>
    </message>
    <message>
        <source>State of the prices</source>
        <translation>Состояние цен</translation>
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
        <source>Steps of the wizard</source>
        <translation>Шаги мастера</translation>
    </message>
    <message>
        <source>Stock</source>
        <translation>Акция</translation>
    </message>
    <message>
        <source>Stood in its way</source>
        <translation>Что помешало</translation>
    </message>
    <message>
        <source>Stop</source>
        <comment>what runs</comment>
        <translation>Остановить</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Стоп</translation>
    </message>
    <message>
        <source>Stop &amp;judging</source>
        <translation>Остановить &amp;оценку</translation>
    </message>
    <message>
        <source>Stop &amp;monitoring</source>
        <translation>&amp;Не наблюдать</translation>
    </message>
    <message>
        <source>Stop and target are the agents&apos; own, one barrier away, not those of the run.</source>
        <translation>Стоп и цель у агентов свои, на один барьер, а не из прогона.</translation>
    </message>
    <message>
        <source>Stop and target of {symbol}</source>
        <translation>Стоп и цель {symbol}</translation>
    </message>
    <message>
        <source>Stop checking</source>
        <translation>Прервать проверку</translation>
    </message>
    <message>
        <source>Stop of {symbol}</source>
        <translation>Стоп {symbol}</translation>
    </message>
    <message>
        <source>Stop the agents and forget the replay (Esc)</source>
        <translation>Остановить агентов и забыть воспроизведение (Esc)</translation>
    </message>
    <message>
        <source>Stop the agents and go on with this one</source>
        <translation>Остановить агентов и продолжить на этом счёте</translation>
    </message>
    <message>
        <source>Stop the orders of {account} at once</source>
        <translation>Сразу запретить заявки счёта {account}</translation>
    </message>
    <message>
        <source>Stop waiting for the answer</source>
        <translation>Не ждать ответа</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Остановка.</translation>
    </message>
    <message>
        <source>Stopped. Press Enter to run it again.</source>
        <translation>Остановлено. Нажмите Enter, чтобы запустить снова.</translation>
    </message>
    <message>
        <source>Stopped; nothing of it counts as tried. Press Enter to run it again.</source>
        <translation>Остановлено; ничего из этого не считается испытанным. Нажмите Enter, чтобы запустить снова.</translation>
    </message>
    <message>
        <source>Stopped; whether it was done is not known. Look at what is kept now.</source>
        <translation>Остановлено; неизвестно, было ли это сделано. Посмотрите, что сохранено сейчас.</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Остановка…</translation>
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
        <source>Storing the bars</source>
        <translation>Сохранение баров</translation>
    </message>
    <message>
        <source>Strategy</source>
        <translation>Стратегия</translation>
    </message>
    <message>
        <source>Stream</source>
        <translation>Поток</translation>
    </message>
    <message>
        <source>Studies</source>
        <translation>Индикаторы</translation>
    </message>
    <message>
        <source>Studies and lengths…</source>
        <translation>Индикаторы и периоды…</translation>
    </message>
    <message>
        <source>Studies and their lengths</source>
        <translation>Индикаторы и их периоды</translation>
    </message>
    <message>
        <source>Style, scale, studies and picture</source>
        <translation>Вид, шкала, индикаторы и изображение</translation>
    </message>
    <message>
        <source>Such as BTCUSDT</source>
        <translation>Например BTCUSDT</translation>
    </message>
    <message>
        <source>Sun</source>
        <translation>вс</translation>
    </message>
    <message>
        <source>Sweep of {run}</source>
        <translation>Перебор, {run}</translation>
    </message>
    <message>
        <source>Sweeps work on the cluster of this scheduler, like tcp://192.168.1.20:8786; empty, on this computer&apos;s cores.</source>
        <translation>Переборы считаются на кластере этого планировщика, например tcp://192.168.1.20:8786; пусто — на ядрах этого компьютера.</translation>
    </message>
    <message>
        <source>Symbol</source>
        <translation>Символ</translation>
    </message>
    <message>
        <source>Symbol on the chart</source>
        <translation>Символ на графике</translation>
    </message>
    <message>
        <source>Symbol: {symbol}</source>
        <translation>Символ: {symbol}</translation>
    </message>
    <message>
        <source>Symbols to add</source>
        <translation>Символы для добавления</translation>
    </message>
    <message>
        <source>T&amp;hird parameter</source>
        <translation>&amp;Третий параметр</translation>
    </message>
    <message>
        <source>TLS (usually port 465)</source>
        <translation>TLS (обычно порт 465)</translation>
    </message>
    <message>
        <source>Ta&amp;rget</source>
        <translation>Це&amp;ль</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>Табуляция</translation>
    </message>
    <message>
        <source>Take &amp;out</source>
        <translation>Из ар&amp;хива</translation>
    </message>
    <message>
        <source>Take back what was changed last</source>
        <translation>Вернуть, как было до последнего изменения</translation>
    </message>
    <message>
        <source>Take back what was done last (Ctrl+Z)</source>
        <translation>Отменить последнее действие (Ctrl+Z)</translation>
    </message>
    <message>
        <source>Take it into the wizard and run it by itself</source>
        <translation>Перенести её в мастер и запустить отдельно</translation>
    </message>
    <message>
        <source>Take the columns as shown</source>
        <translation>Принять столбцы как показано</translation>
    </message>
    <message>
        <source>Take the guess for {field} again</source>
        <translation>Вернуть догадку для поля «{field}»</translation>
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
        <source>Target of {symbol}</source>
        <translation>Цель {symbol}</translation>
    </message>
    <message>
        <source>Telegram</source>
        <translation>Telegram</translation>
    </message>
    <message>
        <source>Telegram&apos;s server {host}</source>
        <translation>сервер Telegram {host}</translation>
    </message>
    <message>
        <source>Tell me about</source>
        <translation>Сообщать о</translation>
    </message>
    <message>
        <source>Tell the desktop of &amp;trades</source>
        <translation>Сообщать на рабочем столе о &amp;сделках</translation>
    </message>
    <message>
        <source>Tell the desktop of price &amp;alerts</source>
        <translation>Сообщать на рабочем столе о &amp;ценовых оповещениях</translation>
    </message>
    <message>
        <source>Tell the desktop when trading is &amp;halted</source>
        <translation>Сообщать на рабочем столе об &amp;остановке торговли</translation>
    </message>
    <message>
        <source>Testnet</source>
        <translation>Тестовая сеть</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Текст</translation>
    </message>
    <message>
        <source>Text files (*.txt)</source>
        <translation>Текстовые файлы (*.txt)</translation>
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
        <source>The Execution Agent is stopped, so nothing was done; start it under Agents.</source>
        <translation>«Исполнитель» остановлен, поэтому ничего не сделано; запустите его на панели «Агенты».</translation>
    </message>
    <message>
        <source>The RSI&apos;s period</source>
        <translation>Период RSI</translation>
    </message>
    <message>
        <source>The account is being compared with Bybit; wait a moment.</source>
        <translation>Счёт сверяется с Bybit; подождите немного.</translation>
    </message>
    <message>
        <source>The account is not known yet; nothing was moved.</source>
        <translation>Счёт ещё не известен; ничего не передвинуто.</translation>
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
        <source>The agents run on threads of their own and go on where they can; orders and trades stand in the store as they were. Look at the Agents panel. The kill switch (Ctrl+Shift+K) works.</source>
        <translation>Агенты работают в своих потоках и продолжают, где могут; заявки и сделки в хранилище остались как были. Посмотрите на панель «Агенты». Аварийная остановка (Ctrl+Shift+K) работает.</translation>
    </message>
    <message>
        <source>The agents&apos; model has 300 trees and is replaced when a challenger passes the gate; the backtest fits one of 100 on a schedule, with its own seed.</source>
        <translation>В модели агентов 300 деревьев, и её сменяет претендент, прошедший проверку; бэктест обучает модель из 100 деревьев по расписанию и со своим зерном.</translation>
    </message>
    <message>
        <source>The alert on {symbol} is gone already.</source>
        <translation>Оповещения на {symbol} уже нет.</translation>
    </message>
    <message numerus="yes">
        <source>The archive holds %n files; choose one.</source>
        <comment>The archive holds %n files; choose one.</comment>
        <translation>
            <numerusform>В архиве %n файл; выберите один.</numerusform>
            <numerusform>В архиве %n файла; выберите один.</numerusform>
            <numerusform>В архиве %n файлов; выберите один.</numerusform>
        </translation>
    </message>
    <message>
        <source>The bars are {spacing} apart, which is none of the intervals known; choose one of {intervals}.</source>
        <translation>Между барами {spacing}, такого интервала нет; выберите один из: {intervals}.</translation>
    </message>
    <message>
        <source>The bars could not be kept for the next time: {error}</source>
        <translation>Не удалось сохранить бары на следующий раз: {error}</translation>
    </message>
    <message>
        <source>The bars of {name} are {spacing} apart, too close for {interval}; choose their own interval.</source>
        <translation>Между барами {name} {spacing}, слишком мало для {interval}; выберите их собственный интервал.</translation>
    </message>
    <message>
        <source>The best of all, {combination}, made {change} on all bars; nobody could have known that beforehand.</source>
        <translation>Лучшая из всех, {combination}, дала {change} на всех барах; заранее этого знать никто не мог.</translation>
    </message>
    <message>
        <source>The books and the exchange have not been found to agree.</source>
        <translation>Учёт и биржа ещё не сверены.</translation>
    </message>
    <message>
        <source>The cap</source>
        <translation>Предел</translation>
    </message>
    <message>
        <source>The cash at Bybit is {amount} {direction} than the books explain.</source>
        <translation>Денег на Bybit на {amount} {direction}, чем объясняет учёт.</translation>
    </message>
    <message>
        <source>The catalogue can&apos;t be searched now ({problem}). Symbols can be added as they are typed.</source>
        <translation>Поиск в каталоге сейчас невозможен ({problem}). Символы можно добавить так, как они введены.</translation>
    </message>
    <message>
        <source>The catalogue has nothing for “{text}”. It can be added as it is typed.</source>
        <translation>В каталоге нет ничего по запросу «{text}». Можно добавить так, как введено.</translation>
    </message>
    <message>
        <source>The chance of an entry</source>
        <translation>Вероятность входа</translation>
    </message>
    <message>
        <source>The channel was switched off.</source>
        <translation>Канал выключен.</translation>
    </message>
    <message>
        <source>The chart</source>
        <translation>График</translation>
    </message>
    <message>
        <source>The chart of the symbol chosen will stand here. Start monitoring (Ctrl+M) and its bars are loaded.</source>
        <translation>Здесь появится график выбранного символа. Начните наблюдение (Ctrl+M), и его бары загрузятся.</translation>
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
        <source>The clocks differ by {skew} ms, an answer takes {trip} ms.</source>
        <translation>Часы расходятся на {skew} мс, ответ идёт {trip} мс.</translation>
    </message>
    <message>
        <source>The closes are adjusted for splits and dividends, the other prices may not be.</source>
        <translation>Закрытия скорректированы на сплиты и дивиденды, остальные цены — возможно, нет.</translation>
    </message>
    <message>
        <source>The column order is unknown: of {one} and {other} either may be the open; say which columns are open and close.</source>
        <translation>Порядок столбцов неясен: открытием может быть и {one}, и {other}; укажите столбцы открытия и закрытия.</translation>
    </message>
    <message>
        <source>The combination the map is at</source>
        <translation>Комбинация, на которой стоит карта</translation>
    </message>
    <message>
        <source>The commission</source>
        <translation>Комиссия</translation>
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
        <source>The default for real money, whatever the settings say: a model without evidence out of sample opens nothing here. Closing is always allowed.</source>
        <translation>По умолчанию для реальных денег, что бы ни говорили настройки: модель без доказательств вне выборки здесь ничего не открывает. Закрывать можно всегда.</translation>
    </message>
    <message>
        <source>The default settings are used.</source>
        <translation>Используются настройки по умолчанию.</translation>
    </message>
    <message>
        <source>The difference is booked as an adjustment against capital, with the time and these sentences: it counts as neither profit nor loss. Nothing is ordered at the exchange. That can&apos;t be undone.</source>
        <translation>Разница записывается как корректировка капитала со временем и этими объяснениями: это ни прибыль, ни убыток. На бирже ничего не заказывается. Отменить это нельзя.</translation>
    </message>
    <message>
        <source>The encoding {encoding} is not known; write one like utf-8 or cp1252.</source>
        <translation>Кодировка {encoding} неизвестна; введите, например, utf-8 или cp1252.</translation>
    </message>
    <message>
        <source>The equity curve stands here once bars have closed while the account trades.</source>
        <translation>Кривая капитала появится здесь, когда за время торговли на счёте закроются бары.</translation>
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
        <source>The fast average</source>
        <translation>Быстрая средняя</translation>
    </message>
    <message>
        <source>The feed of {market}: {error}</source>
        <translation>Поток «{market}»: {error}</translation>
    </message>
    <message>
        <source>The feed stood still when the bar came; prices may be old.</source>
        <translation>Когда пришёл бар, поток стоял; цены могут быть старыми.</translation>
    </message>
    <message>
        <source>The file has not been read to its end.</source>
        <translation>Файл ещё не прочитан до конца.</translation>
    </message>
    <message>
        <source>The file has prices of several sides; those of the {side} are taken.</source>
        <translation>В файле цены нескольких сторон; берутся цены {side}.</translation>
    </message>
    <message>
        <source>The file inside {name} is empty; choose one with bars.</source>
        <translation>Файл внутри {name} пуст; выберите файл с барами.</translation>
    </message>
    <message>
        <source>The file is being read.</source>
        <translation>Файл читается.</translation>
    </message>
    <message>
        <source>The file of this version is gone; only the newest are kept.</source>
        <translation>Файла этой версии больше нет; хранятся только новейшие.</translation>
    </message>
    <message>
        <source>The file was left as it is; nothing was written.</source>
        <translation>Файл остался прежним; ничего не записано.</translation>
    </message>
    <message>
        <source>The first day is after the last; choose an earlier one.</source>
        <translation>Первый день позже последнего; выберите более ранний.</translation>
    </message>
    <message>
        <source>The first day is behind the last one; swap them.</source>
        <translation>Первый день позже последнего; поменяйте их местами.</translation>
    </message>
    <message>
        <source>The first model of {symbol} is still being trained</source>
        <translation>Первая модель для {symbol} ещё обучается</translation>
    </message>
    <message>
        <source>The first parameter</source>
        <translation>Первый параметр</translation>
    </message>
    <message>
        <source>The guide, at the page for where you are</source>
        <translation>Руководство на странице о том месте, где вы находитесь</translation>
    </message>
    <message>
        <source>The hash is copied.</source>
        <translation>Хеш скопирован.</translation>
    </message>
    <message>
        <source>The history of {symbol} has changed</source>
        <translation>История {symbol} изменилась</translation>
    </message>
    <message>
        <source>The hour of {time} is missing, which looks like a clock change: choose a timezone.</source>
        <translation>Часа {time} нет, похоже на перевод часов: выберите часовой пояс.</translation>
    </message>
    <message>
        <source>The hour of {time} occurs twice, which looks like a clock change: choose a timezone.</source>
        <translation>Час {time} встречается дважды, похоже на перевод часов: выберите часовой пояс.</translation>
    </message>
    <message>
        <source>The import failed inside the program ({name}: {error}); nothing was stored.</source>
        <translation>Сбой импорта внутри программы ({name}: {error}); ничего не сохранено.</translation>
    </message>
    <message>
        <source>The import was cancelled; nothing was stored.</source>
        <translation>Импорт отменён; ничего не сохранено.</translation>
    </message>
    <message>
        <source>The key can trade and can&apos;t withdraw.</source>
        <translation>Ключом можно торговать и нельзя выводить средства.</translation>
    </message>
    <message>
        <source>The key {key} is used.</source>
        <translation>Ключ {key} используется.</translation>
    </message>
    <message>
        <source>The keyring that is configured here can&apos;t be opened ({error}).</source>
        <translation>Настроенное здесь хранилище ключей не открывается ({error}).</translation>
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
        <source>The last decision and its reason</source>
        <translation>Последнее решение и его причина</translation>
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
        <source>The least confidence</source>
        <translation>Наименьшая уверенность</translation>
    </message>
    <message>
        <source>The likeliest outcome is no move of {share} either way within {bars} bars.</source>
        <translation>Вероятнее всего, за {bars} баров цена не сдвинется на {share} ни в одну сторону.</translation>
    </message>
    <message>
        <source>The list is being put together…</source>
        <translation>Список составляется…</translation>
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
        <source>The longest gaps</source>
        <translation>Самые длинные пропуски</translation>
    </message>
    <message>
        <source>The lower level</source>
        <translation>Нижний уровень</translation>
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
        <source>The message stays queued.</source>
        <translation>Сообщение остаётся в очереди.</translation>
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
        <source>The most of equity that one position is sized to; rules without a model get a quarter of it.</source>
        <translation>Наибольшая доля капитала в одной позиции; правилам без модели достаётся четверть.</translation>
    </message>
    <message>
        <source>The most of equity that one position may lose when its stop is hit.</source>
        <translation>Наибольшая доля капитала, которую одна позиция может потерять по своему стопу.</translation>
    </message>
    <message>
        <source>The most that paper orders take of what is traded; the rest of an order waits.</source>
        <translation>Какую долю торгуемого объёма самое большее берут учебные заявки; остаток заявки ждёт.</translation>
    </message>
    <message>
        <source>The move to expect does not pay its costs.</source>
        <translation>Ожидаемое движение не окупает издержек.</translation>
    </message>
    <message>
        <source>The name is blank; type a word.</source>
        <translation>Имя пустое; введите слово.</translation>
    </message>
    <message>
        <source>The name the bars are stored under, such as BTCUSDT or AAPL</source>
        <translation>Имя, под которым сохраняются бары, например BTCUSDT или AAPL</translation>
    </message>
    <message>
        <source>The newest 20,000 bars</source>
        <translation>Последние 20 000 баров</translation>
    </message>
    <message>
        <source>The newest 5,000 bars</source>
        <translation>Последние 5000 баров</translation>
    </message>
    <message>
        <source>The newest model that can be read takes its place.</source>
        <translation>Её место занимает новейшая модель, которую можно прочитать.</translation>
    </message>
    <message>
        <source>The next place (Enter or Right)</source>
        <translation>Следующее место (Enter или Вправо)</translation>
    </message>
    <message>
        <source>The next round begins with {starting_cash} and nothing held.</source>
        <translation>Следующий раунд начинается с {starting_cash} и без позиций.</translation>
    </message>
    <message>
        <source>The number drawn</source>
        <translation>Сколько отобрать</translation>
    </message>
    <message>
        <source>The order does not fit the instrument&apos;s least size or step.</source>
        <translation>Заявка не подходит под наименьший размер или шаг инструмента.</translation>
    </message>
    <message>
        <source>The order in {symbol} was not cancelled: {error}</source>
        <translation>Заявка по {symbol} не снята: {error}</translation>
    </message>
    <message>
        <source>The order is filled at the next price, with its costs. Account: {mode}.</source>
        <translation>Заявка исполнится по следующей цене, с издержками. Счёт: {mode}.</translation>
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
        <source>The order of the columns in {name} can&apos;t be told: no four of them are like a bar&apos;s open, high, low and close; give the file a header.</source>
        <translation>Порядок столбцов в {name} неясен: никакие четыре не похожи на открытие, максимум, минимум и закрытие бара; добавьте в файл заголовок.</translation>
    </message>
    <message>
        <source>The order was cancelled by hand before all of it was filled.</source>
        <translation>Заявка снята вручную до полного исполнения.</translation>
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
        <source>The order {order} does not wait any more; nothing was cancelled.</source>
        <translation>Заявка {order} больше не ждёт; ничего не снято.</translation>
    </message>
    <message>
        <source>The order {order} in {symbol} is stored as {state} and open at Bybit; cancel it.</source>
        <translation>Заявка {order} по {symbol} записана как {state}, а на Bybit открыта; снимите её.</translation>
    </message>
    <message>
        <source>The order {order} is filled by {filled}, more than its {quantity} {symbol}.</source>
        <translation>Заявка {order} исполнена на {filled}, больше её {quantity} {symbol}.</translation>
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
        <source>The page before</source>
        <translation>Предыдущая страница</translation>
    </message>
    <message>
        <source>The page before (Alt+Left)</source>
        <translation>Предыдущая страница (Alt+Влево)</translation>
    </message>
    <message>
        <source>The page you came back from (Alt+Right)</source>
        <translation>Страница, с которой вы вернулись (Alt+Вправо)</translation>
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
        <source>The picture can&apos;t be written to {path}. Choose a folder that may be written to and has room.</source>
        <translation>Не удаётся записать изображение в {path}. Выберите папку, доступную для записи и со свободным местом.</translation>
    </message>
    <message>
        <source>The picture was not saved</source>
        <translation>Изображение не сохранено</translation>
    </message>
    <message>
        <source>The place before (Left)</source>
        <translation>Предыдущее место (Влево)</translation>
    </message>
    <message>
        <source>The position in {symbol} whose stop and target were moved is closed; nothing was moved.</source>
        <translation>Позиция по {symbol}, у которой были передвинуты стоп и цель, закрыта; ничего не передвинуто.</translation>
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
        <source>The position was closed first; what was left of the order was cancelled.</source>
        <translation>Сначала закрылась позиция; остаток заявки снят.</translation>
    </message>
    <message>
        <source>The position was closed otherwise before this order was filled; it was taken back.</source>
        <translation>Позиция закрылась иначе, прежде чем исполнилась заявка; заявка снята.</translation>
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
        <source>The price is beyond that already ({away}); the alert waits until it has come back.</source>
        <translation>Цена уже за этим уровнем ({away}); оповещение ждёт, пока она вернётся.</translation>
    </message>
    <message>
        <source>The prices are whole numbers and are divided by {divisor}.</source>
        <translation>Цены — целые числа и делятся на {divisor}.</translation>
    </message>
    <message>
        <source>The private stream has been silent for {age} s, {limit}; check the connection.</source>
        <translation>Личный поток молчит {age} с, {limit}; проверьте соединение.</translation>
    </message>
    <message>
        <source>The private stream showed a sign of life {age} s ago.</source>
        <translation>Личный поток подавал признаки жизни {age} с назад.</translation>
    </message>
    <message>
        <source>The probability that the Sharpe ratio is more than the luck of that many tries.</source>
        <translation>Вероятность, что коэффициент Шарпа больше, чем везение при стольких попытках.</translation>
    </message>
    <message>
        <source>The process of the backtest ended by itself, mostly for want of memory; choose a shorter period.</source>
        <translation>Процесс бэктеста завершился сам, чаще всего из-за нехватки памяти; выберите период короче.</translation>
    </message>
    <message>
        <source>The reasons of a decision will stand here. Click one in the feed, or its mark on the chart.</source>
        <translation>Здесь появятся причины решения. Щёлкните решение в ленте или его метку на графике.</translation>
    </message>
    <message>
        <source>The report</source>
        <translation>Отчёт</translation>
    </message>
    <message>
        <source>The report is in the clipboard.</source>
        <translation>Отчёт скопирован в буфер обмена.</translation>
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
        <source>The rule&apos;s time</source>
        <translation>Время правила</translation>
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
        <source>The same after a position that lost money; the longer of the two counts.</source>
        <translation>То же после убыточной позиции; действует более долгая из двух пауз.</translation>
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
        <source>The same for other computers, which reach only serve --host with a certificate; the first user always may.</source>
        <translation>То же для других компьютеров, которым он доступен только через serve --host с сертификатом; первый пользователь может зарегистрироваться всегда.</translation>
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
        <source>The same money with the same costs, bought once and held.</source>
        <translation>Те же деньги с теми же издержками: куплено один раз и удержано.</translation>
    </message>
    <message>
        <source>The same or another fault in {count} more.</source>
        <translation>Та же или другая ошибка ещё у {count}.</translation>
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
        <source>The second parameter</source>
        <translation>Второй параметр</translation>
    </message>
    <message>
        <source>The secret can&apos;t be forgotten: {keyring} failed ({error}); try again.</source>
        <translation>Секрет не удалён: {keyring} — ошибка ({error}); попробуйте снова.</translation>
    </message>
    <message>
        <source>The secret can&apos;t be forgotten: {keyring} is locked; unlock it and try again.</source>
        <translation>Секрет не удалён: {keyring} — закрыто; откройте и попробуйте снова.</translation>
    </message>
    <message>
        <source>The secret can&apos;t be kept: {keyring} failed ({error}); try again.</source>
        <translation>Секрет не сохранён: {keyring} — ошибка ({error}); попробуйте снова.</translation>
    </message>
    <message>
        <source>The secret can&apos;t be kept: {keyring} is locked; unlock it and try again.</source>
        <translation>Секрет не сохранён: {keyring} — закрыто; откройте и попробуйте снова.</translation>
    </message>
    <message>
        <source>The secret can&apos;t be read: {keyring} failed ({error}); try again.</source>
        <translation>Секрет не прочитан: {keyring} — ошибка ({error}); попробуйте снова.</translation>
    </message>
    <message>
        <source>The secret can&apos;t be read: {keyring} is locked; unlock it and try again.</source>
        <translation>Секрет не прочитан: {keyring} — закрыто; откройте и попробуйте снова.</translation>
    </message>
    <message>
        <source>The secret is empty, too long, or has characters that can&apos;t be typed; enter it again.</source>
        <translation>Секрет пуст, слишком длинный или содержит непечатаемые символы; введите его снова.</translation>
    </message>
    <message>
        <source>The seed</source>
        <translation>Зерно</translation>
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
        <source>The sign before the fraction of a number</source>
        <translation>Знак перед дробной частью числа</translation>
    </message>
    <message>
        <source>The sign that groups the digits of a number</source>
        <translation>Знак, который разделяет группы цифр</translation>
    </message>
    <message>
        <source>The simulated market has symbols of its own. Change to the real market (Ctrl+Shift+M) to choose yours.</source>
        <translation>У смоделированного рынка свои символы. Чтобы выбрать свои, перейдите на реальный рынок (Ctrl+Shift+M).</translation>
    </message>
    <message>
        <source>The size</source>
        <translation>Размер</translation>
    </message>
    <message>
        <source>The size counts from the next start.</source>
        <translation>Размер применяется при следующем запуске.</translation>
    </message>
    <message>
        <source>The sizing rules leave less than the least order.</source>
        <translation>Правила размера оставляют меньше наименьшей заявки.</translation>
    </message>
    <message>
        <source>The slippage</source>
        <translation>Проскальзывание</translation>
    </message>
    <message>
        <source>The slow average</source>
        <translation>Медленная средняя</translation>
    </message>
    <message>
        <source>The snapshot is older than its bar&apos;s interval, or its symbol is not watched.</source>
        <translation>Снимок старше интервала своего бара, или его символ не наблюдается.</translation>
    </message>
    <message>
        <source>The snapshot was left by a session on another market.</source>
        <translation>Снимок остался от сеанса на другом рынке.</translation>
    </message>
    <message>
        <source>The starting money</source>
        <translation>Начальные деньги</translation>
    </message>
    <message>
        <source>The stop</source>
        <translation>Стоп</translation>
    </message>
    <message>
        <source>The stop and target of {symbol} do not stand where they were moved to; they stay.</source>
        <translation>Стоп и цель {symbol} стоят не там, куда были передвинуты; они остаются на месте.</translation>
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
        <source>The target</source>
        <translation>Цель</translation>
    </message>
    <message>
        <source>The third parameter</source>
        <translation>Третий параметр</translation>
    </message>
    <message>
        <source>The three agents will report here once a second as soon as they are started with the program.</source>
        <translation>Три агента будут отчитываться здесь раз в секунду, как только запустятся вместе с программой.</translation>
    </message>
    <message>
        <source>The time zone {zone} is not known; write UTC, +03:00 or a place like America/New_York.</source>
        <translation>Часовой пояс {zone} неизвестен; введите UTC, +03:00 или место вида America/New_York.</translation>
    </message>
    <message>
        <source>The times are when a bar ends; each bar is stored by the time at which it opens.</source>
        <translation>Время в файле — конец бара; каждый бар сохраняется по времени открытия.</translation>
    </message>
    <message>
        <source>The times name no zone and begin by fitting New York&apos;s session, 09:30 to 16:00; they are read as {zone}: choose another zone if they are not from there (for a command --zone).</source>
        <translation>Часовой пояс не указан, а начало совпадает с сессией Нью-Йорка, с 09:30 до 16:00; время читается как {zone}: выберите другой, если оно не оттуда (в команде --zone).</translation>
    </message>
    <message>
        <source>The times name no zone and fit New York&apos;s session, 09:30 to 16:00; they are read as UTC: choose {zone} if they are from there (for a command --zone).</source>
        <translation>Часовой пояс не указан, а время совпадает с сессией Нью-Йорка, с 09:30 до 16:00; оно читается как UTC: выберите {zone}, если оно оттуда (в команде --zone).</translation>
    </message>
    <message>
        <source>The times name no zone and fit New York&apos;s session, 09:30 to 16:00; they are read as {zone}: choose another zone if they are not from there (for a command --zone).</source>
        <translation>Часовой пояс не указан, а время совпадает с сессией Нью-Йорка, с 09:30 до 16:00; оно читается как {zone}: выберите другой, если оно не оттуда (в команде --zone).</translation>
    </message>
    <message>
        <source>The times name no zone; they are read as UTC: choose another zone if they are a local clock&apos;s or a broker&apos;s (for a command --zone).</source>
        <translation>Часовой пояс не указан; время читается как UTC: выберите другой, если это местное время или время брокера (в команде --zone).</translation>
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
        <source>The upper level</source>
        <translation>Верхний уровень</translation>
    </message>
    <message>
        <source>The user&apos;s name has characters that can&apos;t be sent.</source>
        <translation>В имени пользователя есть символы, которые нельзя передать.</translation>
    </message>
    <message>
        <source>The verdict</source>
        <translation>Вывод</translation>
    </message>
    <message>
        <source>The volume is not told in {count} row and counts as 0 there.</source>
        <translation>Объём не указан в {count} строке и считается там нулём.</translation>
    </message>
    <message>
        <source>The volume is not told in {count} rows and counts as 0 there.</source>
        <translation>Объём не указан, строк: {count}; там он считается нулём.</translation>
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
        <source>The watchlist has them already, or can&apos;t be changed now.</source>
        <translation>Они уже есть в списке наблюдения, или его сейчас нельзя изменить.</translation>
    </message>
    <message>
        <source>The watchlist has them no longer, or can&apos;t be changed now.</source>
        <translation>Их уже нет в списке наблюдения, или его сейчас нельзя изменить.</translation>
    </message>
    <message>
        <source>The webhook&apos;s address is not in the keyring; enter it again under Settings, Alerts.</source>
        <translation>Адреса вебхука нет в хранилище ключей; введите его снова в «Настройки», «Оповещения».</translation>
    </message>
    <message>
        <source>The webhook&apos;s secret has {count} characters; use 16 or more, so that nobody can guess it.</source>
        <translation>Символов в секрете вебхука: {count}; нужно не меньше 16, чтобы его нельзя было угадать.</translation>
    </message>
    <message>
        <source>The window says it in either case.</source>
        <translation>В окне они показываются в любом случае.</translation>
    </message>
    <message>
        <source>The zone of times that carry none: UTC, +03:00 or a place such as America/New_York</source>
        <translation>Пояс для времени без указания пояса: UTC, +03:00 или место, например America/New_York</translation>
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
        <source>The {count:,} longest:</source>
        <translation>Самые длинные, {count:,}:</translation>
    </message>
    <message>
        <source>The {field} is empty; choose or write one.</source>
        <translation>Поле «{field}» пусто; выберите или напишите значение.</translation>
    </message>
    <message>
        <source>The {name} is empty or has characters that none has; copy it again.</source>
        <translation>{name}: пусто или содержит недопустимые символы; скопируйте снова.</translation>
    </message>
    <message>
        <source>The {name} {text!r} is not a number; write it like 97250.5.</source>
        <translation>Не число ({name}): {text!r}; пишите так: 97250.5.</translation>
    </message>
    <message>
        <source>The {name} {text} is no price; it must be above zero.</source>
        <translation>Не цена ({name}): {text}; она должна быть больше нуля.</translation>
    </message>
    <message>
        <source>Their SHA-256 is {content_hash}.</source>
        <translation>Их SHA-256: {content_hash}.</translation>
    </message>
    <message>
        <source>Their defaults are used. Set them again with Ctrl+,.</source>
        <translation>Используются значения по умолчанию. Задайте их снова: Ctrl+,.</translation>
    </message>
    <message>
        <source>Then</source>
        <translation>Тогда</translation>
    </message>
    <message>
        <source>Then it</source>
        <translation>Затем</translation>
    </message>
    <message>
        <source>There are dates in the future, up to {time}.</source>
        <translation>Есть даты из будущего, до {time}.</translation>
    </message>
    <message>
        <source>There are duplicate columns for the {role}: {names}; choose which one is meant.</source>
        <translation>Для роли «{role}» несколько столбцов: {names}; выберите нужный.</translation>
    </message>
    <message>
        <source>There are no OHLCV columns in {name}: it is JSON without a table of bars.</source>
        <translation>В {name} нет столбцов OHLCV: это JSON без таблицы баров.</translation>
    </message>
    <message>
        <source>There are no OHLCV columns in {name}: no line has a time and prices; choose another file.</source>
        <translation>В {name} нет столбцов OHLCV: ни в одной строке нет времени и цен; выберите другой файл.</translation>
    </message>
    <message>
        <source>There are no bars in {name}; nothing was stored.</source>
        <translation>В {name} нет баров; ничего не сохранено.</translation>
    </message>
    <message>
        <source>There are no bars of {series} any more; open the data again to see what there is.</source>
        <translation>Баров {series} больше нет; откройте данные снова, чтобы увидеть, что есть.</translation>
    </message>
    <message>
        <source>There are no bars of {symbol} to decide on yet.</source>
        <translation>Баров {symbol}, по которым можно решать, пока нет.</translation>
    </message>
    <message>
        <source>There are no bars to show before every column is found.</source>
        <translation>Показать бары можно, только когда найдены все столбцы.</translation>
    </message>
    <message>
        <source>There are no bars yet.</source>
        <translation>Баров пока нет.</translation>
    </message>
    <message>
        <source>There are no keys of {account}; enter them first.</source>
        <translation>Ключей счёта {account} нет; сначала введите их.</translation>
    </message>
    <message>
        <source>There are no rows of bars in {name}, only a header or text; choose a file with data.</source>
        <translation>В {name} нет строк с барами, только заголовок или текст; выберите файл с данными.</translation>
    </message>
    <message>
        <source>There are no rows of data in {name}; choose a file with bars, or another delimiter.</source>
        <translation>В {name} нет строк данных; выберите файл с барами или другой разделитель.</translation>
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
        <source>There are several symbols in {name} ({names}); choose which to import.</source>
        <translation>В {name} несколько символов ({names}); выберите, какой импортировать.</translation>
    </message>
    <message>
        <source>There are several symbols in {name} ({symbols}); choose which to import.</source>
        <translation>В {name} несколько символов ({symbols}); выберите, какой импортировать.</translation>
    </message>
    <message>
        <source>There are too few bars to decide on yet.</source>
        <translation>Баров для решения пока слишком мало.</translation>
    </message>
    <message>
        <source>There are too few rows ({count}) to check their interval.</source>
        <translation>Строк слишком мало ({count}), чтобы проверить интервал.</translation>
    </message>
    <message>
        <source>There are too few rows to tell the interval; choose one of {intervals}.</source>
        <translation>Строк слишком мало, чтобы определить интервал; выберите один из: {intervals}.</translation>
    </message>
    <message>
        <source>There are {count} CSV files inside {name} ({names}); unpack it and import one.</source>
        <translation>В {name} несколько файлов CSV, {count} ({names}); распакуйте его и импортируйте один.</translation>
    </message>
    <message>
        <source>There are {count} more possible splits.</source>
        <translation>И ещё возможных сплитов: {count}.</translation>
    </message>
    <message>
        <source>There is an archive and no CSV inside {name}; unpack it and import the file in it.</source>
        <translation>В {name} ещё один архив и нет CSV; распакуйте его и импортируйте файл из него.</translation>
    </message>
    <message>
        <source>There is no CSV inside {name}; choose an archive with a file of bars.</source>
        <translation>В {name} нет CSV; выберите архив с файлом баров.</translation>
    </message>
    <message>
        <source>There is no account with an exchange yet. Add one in the accounts dialog; then its keys go here.</source>
        <translation>Счёта на бирже пока нет. Добавьте его в окне счетов; тогда его ключи вводятся здесь.</translation>
    </message>
    <message>
        <source>There is no bar to import; change how the file is read.</source>
        <translation>Импортировать нечего; измените способ чтения файла.</translation>
    </message>
    <message>
        <source>There is no column for {what} in {name} ({found}); choose a file with open, high, low and close.</source>
        <translation>В {name} нет столбца для {what} ({found}); выберите файл с открытием, максимумом, минимумом и закрытием.</translation>
    </message>
    <message>
        <source>There is no data in {name}, it has no rows; choose another file.</source>
        <translation>В {name} нет данных, ни одной строки; выберите другой файл.</translation>
    </message>
    <message>
        <source>There is no data in {name}, it is empty but for blanks; choose another file.</source>
        <translation>В {name} нет данных, одни пробелы; выберите другой файл.</translation>
    </message>
    <message>
        <source>There is no file {name}; check its name and folder.</source>
        <translation>Файла {name} нет; проверьте имя и папку.</translation>
    </message>
    <message>
        <source>There is no file {path}; choose another.</source>
        <translation>Файла {path} нет; выберите другой.</translation>
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
        <source>There is no password of the mail server; enter it under Settings, Alerts.</source>
        <translation>Нет пароля почтового сервера; введите его в «Настройки», «Оповещения».</translation>
    </message>
    <message>
        <source>There is no price of {symbol} yet; wait for the stream.</source>
        <translation>Цены {symbol} ещё нет; дождитесь потока.</translation>
    </message>
    <message>
        <source>There is no secret to sign with; enter one under Settings, Alerts.</source>
        <translation>Нет секрета для подписи; введите его в «Настройки», «Оповещения».</translation>
    </message>
    <message>
        <source>There is no timestamp or date column in {name} (its columns are {names}); choose a file with times.</source>
        <translation>В {name} нет столбца времени или даты (столбцы: {names}); выберите файл со временем.</translation>
    </message>
    <message>
        <source>There is no timestamp or date column in {name}; choose a file with times.</source>
        <translation>В {name} нет столбца времени или даты; выберите файл со временем.</translation>
    </message>
    <message>
        <source>There is no token of the bot; enter it under Settings, Alerts.</source>
        <translation>Нет токена бота; введите его в «Настройки», «Оповещения».</translation>
    </message>
    <message>
        <source>There is no {symbol} in {name}; choose one of its symbols.</source>
        <translation>В {name} нет {symbol}; выберите один из символов файла.</translation>
    </message>
    <message>
        <source>There is not enough free cash for the order and its costs.</source>
        <translation>Свободных денег не хватает на заявку и её издержки.</translation>
    </message>
    <message>
        <source>There is nothing to accept: the books explain all that Bybit holds.</source>
        <translation>Принимать нечего: учёт объясняет всё, что есть на Bybit.</translation>
    </message>
    <message>
        <source>There is nothing to check yet</source>
        <translation>Пока нечего проверять</translation>
    </message>
    <message>
        <source>There is one column of prices, {column}, and none for open, high and low; say whether it shall be all four.</source>
        <translation>Столбец цен один, {column}, а открытия, максимума и минимума нет; укажите, брать ли его за все четыре.</translation>
    </message>
    <message>
        <source>These count for every account that has no value of its own.</source>
        <translation>Действуют для каждого счёта, у которого нет своего значения.</translation>
    </message>
    <message>
        <source>These count for {name} alone; what is not marked is as for all accounts.</source>
        <translation>Действуют только для счёта {name}; неотмеченное — как для всех счетов.</translation>
    </message>
    <message>
        <source>These limits stop nothing as they are set: {names}; lower them in Settings.</source>
        <translation>Эти пределы в нынешнем виде ничего не остановят: {names}; уменьшите их в настройках.</translation>
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
        <source>This account sends orders to an exchange and is not armed; arm it to let decisions trade.</source>
        <translation>Этот счёт отправляет заявки на биржу, и торговля на нём не разрешена; разрешите её, чтобы решения торговали.</translation>
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
        <source>This computer&apos;s clock is {skew} ms {direction} Bybit&apos;s; set it by the network.</source>
        <translation>Часы этого компьютера на {skew} мс {direction} часов Bybit; сверьте их по сети.</translation>
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
        <source>This failed inside the program ({name}: {error}).</source>
        <translation>Сбой внутри программы ({name}: {error}).</translation>
    </message>
    <message>
        <source>This failed inside the program ({name}: {error}); the log says where.</source>
        <translation>Сбой внутри программы ({name}: {error}); подробности в журнале.</translation>
    </message>
    <message>
        <source>This file can&apos;t be imported as it stands.</source>
        <translation>В таком виде этот файл импортировать нельзя.</translation>
    </message>
    <message>
        <source>This folder is not there; choose another.</source>
        <translation>Этой папки нет; выберите другую.</translation>
    </message>
    <message>
        <source>This is no bot&apos;s token; BotFather gives it as a number, a colon, and letters.</source>
        <translation>Это не токен бота; BotFather даёт его как число, двоеточие и буквы.</translation>
    </message>
    <message>
        <source>This judges the run, not what the sliders stand for; keep the variation to have it judged.</source>
        <translation>Оценивается прогон, а не то, что задано ползунками; сохраните вариант, чтобы оценить его.</translation>
    </message>
    <message>
        <source>This key can only read; let it trade at Bybit, or make another.</source>
        <translation>Этот ключ только для чтения; разрешите ему торговлю на Bybit или создайте другой.</translation>
    </message>
    <message>
        <source>This key can withdraw money; make one at Bybit that can only trade.</source>
        <translation>Этот ключ может выводить деньги; создайте на Bybit ключ только для торговли.</translation>
    </message>
    <message>
        <source>This key can&apos;t be traded with as it is.</source>
        <translation>С этим ключом в его нынешнем виде торговать нельзя.</translation>
    </message>
    <message>
        <source>This key can&apos;t withdraw money.</source>
        <translation>Этот ключ не может выводить деньги.</translation>
    </message>
    <message>
        <source>This key ends within a day or has ended; make a new one, tied to your address.</source>
        <translation>Срок ключа истекает в течение дня или истёк; создайте новый, привязанный к вашему адресу.</translation>
    </message>
    <message>
        <source>This key is tied to {addresses} and does not expire.</source>
        <translation>Ключ привязан к {addresses} и бессрочен.</translation>
    </message>
    <message>
        <source>This key may not trade {category}; give it {group}: {right} at Bybit.</source>
        <translation>Этому ключу нельзя торговать {category}; дайте ему на Bybit право {group}: {right}.</translation>
    </message>
    <message>
        <source>This key may trade {category}.</source>
        <translation>Этому ключу можно торговать {category}.</translation>
    </message>
    <message>
        <source>This key works for {days} more days, from any address.</source>
        <translation>Ключ действует ещё дней: {days}, с любого адреса.</translation>
    </message>
    <message>
        <source>This list can&apos;t be changed.</source>
        <translation>Этот список изменить нельзя.</translation>
    </message>
    <message>
        <source>This replaces {name}.</source>
        <translation>Раскладка «{name}» будет заменена.</translation>
    </message>
    <message>
        <source>This round ends as it stands: its positions are not closed but left in its books, and orders that wait are cancelled. That can&apos;t be undone.</source>
        <translation>Раунд заканчивается как есть: позиции не закрываются, а остаются в его учёте, ожидающие заявки снимаются. Отменить это нельзя.</translation>
    </message>
    <message>
        <source>This run</source>
        <translation>Этот прогон</translation>
    </message>
    <message>
        <source>This series has no hash yet; check it again to have one.</source>
        <translation>У этого ряда ещё нет хеша; проверьте ряд заново, чтобы получить его.</translation>
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
        <source>Thousands</source>
        <translation>Тысячи</translation>
    </message>
    <message>
        <source>Three agents watch a market, decide, and trade on paper. Every number on the screen has a row in the ledger behind it, and the model says when it knows nothing.</source>
        <translation>Три агента наблюдают за рынком, принимают решения и торгуют на учебном счёте. За каждым числом на экране стоит запись в журнале учёта, а модель говорит, когда ничего не знает.</translation>
    </message>
    <message>
        <source>Through your mail server. Without a user nothing logs in, and no password is needed.</source>
        <translation>Через ваш почтовый сервер. Без пользователя входа нет, и пароль не нужен.</translation>
    </message>
    <message>
        <source>Thu</source>
        <translation>чт</translation>
    </message>
    <message>
        <source>Ticker</source>
        <translation>Тикер</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Время</translation>
    </message>
    <message>
        <source>Time (UTC)</source>
        <translation>Время (UTC)</translation>
    </message>
    <message>
        <source>Time format</source>
        <translation>Формат времени</translation>
    </message>
    <message>
        <source>Time in UTC</source>
        <translation>Время UTC</translation>
    </message>
    <message>
        <source>Time machine · {symbol}</source>
        <translation>Машина времени · {symbol}</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Часовой пояс</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>Время</translation>
    </message>
    <message>
        <source>To</source>
        <comment>mail</comment>
        <translation>Кому</translation>
    </message>
    <message>
        <source>To</source>
        <translation>По</translation>
    </message>
    <message>
        <source>To accept it, &amp;type the account&apos;s name: {name}</source>
        <translation>Чтобы принять, введите &amp;имя счёта: {name}</translation>
    </message>
    <message>
        <source>To reset it, &amp;type its name: {name}</source>
        <translation>Чтобы сбросить, введите &amp;имя счёта: {name}</translation>
    </message>
    <message>
        <source>Told when any price is {level}% from another one of {window} before.</source>
        <translation>Сообщается, когда цена отличается на {level}% от одной из прежних (окно: {window}).</translation>
    </message>
    <message>
        <source>Toolbar</source>
        <translation>Панель инструментов</translation>
    </message>
    <message>
        <source>Tour</source>
        <translation>Обзор</translation>
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
        <source>Trades of the r&amp;ound…</source>
        <translation>Сделки &amp;раунда…</translation>
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
        <source>Trading and measuring</source>
        <translation>Торговля и измерение</translation>
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
        <source>Trading goes on. Drawdown is measured from here on.</source>
        <translation>Торговля продолжается. Просадка отсчитывается отсюда.</translation>
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
        <source>Trend line</source>
        <translation>Линия тренда</translation>
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
        <source>Troubles of agents, prices and the exchange</source>
        <translation>Неполадки агентов, цен и биржи</translation>
    </message>
    <message>
        <source>Try many values of the strategy&apos;s parameters (Alt+W)</source>
        <translation>Испытать много значений параметров стратегии (Alt+W)</translation>
    </message>
    <message>
        <source>Trying the combinations</source>
        <translation>Проверка комбинаций</translation>
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
        <source>Type part of a symbol or a name to search the catalogue.</source>
        <translation>Введите часть символа или названия для поиска в каталоге.</translation>
    </message>
    <message>
        <source>Type the account&apos;s &amp;name to arm it: {name}</source>
        <translation>Чтобы разрешить торговлю, введите &amp;имя счёта: {name}</translation>
    </message>
    <message>
        <source>Type the account&apos;s name</source>
        <translation>Введите имя счёта</translation>
    </message>
    <message>
        <source>U&amp;ndo</source>
        <translation>&amp;Отменить</translation>
    </message>
    <message>
        <source>UTF-16, big end first</source>
        <translation>UTF-16, старший байт первым</translation>
    </message>
    <message>
        <source>UTF-16, little end first</source>
        <translation>UTF-16, младший байт первым</translation>
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
        <source>Unix microseconds</source>
        <translation>Unix, микросекунды</translation>
    </message>
    <message>
        <source>Unix milliseconds</source>
        <translation>Unix, миллисекунды</translation>
    </message>
    <message>
        <source>Unix nanoseconds</source>
        <translation>Unix, наносекунды</translation>
    </message>
    <message>
        <source>Unix seconds</source>
        <translation>Unix, секунды</translation>
    </message>
    <message>
        <source>Unlike the backtest: {differences}</source>
        <translation>В отличие от бэктеста: {differences}</translation>
    </message>
    <message>
        <source>Unpacking</source>
        <translation>Распаковка</translation>
    </message>
    <message>
        <source>Unrealised</source>
        <translation>Нереализ.</translation>
    </message>
    <message>
        <source>Upwards</source>
        <translation>По вертикали</translation>
    </message>
    <message>
        <source>Use shared</source>
        <translation>Взять общее</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Пользователь</translation>
    </message>
    <message>
        <source>VWAP of the session</source>
        <translation>VWAP сессии</translation>
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
        <source>Values of the first parameter</source>
        <translation>Значения первого параметра</translation>
    </message>
    <message>
        <source>Values of the second parameter</source>
        <translation>Значения второго параметра</translation>
    </message>
    <message>
        <source>Values of the third parameter</source>
        <translation>Значения третьего параметра</translation>
    </message>
    <message>
        <source>Variation</source>
        <translation>Вариант</translation>
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
        <source>Version {version}, Qt {qt}, Python {python}. MIT licence.</source>
        <translation>Версия {version}, Qt {qt}, Python {python}. Лицензия MIT.</translation>
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
        <source>Vol</source>
        <translation>Объём</translation>
    </message>
    <message>
        <source>Volatility</source>
        <translation>Волатильность</translation>
    </message>
    <message>
        <source>Volatility target</source>
        <translation>Целевая волатильность</translation>
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
        <source>Waiting for an answer</source>
        <translation>Ожидание ответа</translation>
    </message>
    <message>
        <source>Waiting for the first bars of {symbol} …</source>
        <translation>Ожидание первых баров {symbol} …</translation>
    </message>
    <message>
        <source>Waiting for the next price: {waiting}.</source>
        <translation>Ожидают следующей цены: {waiting}.</translation>
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
        <source>Walk through the window once more</source>
        <translation>Пройти по окну ещё раз</translation>
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
        <source>Wanted {wanted}, blocked by</source>
        <translation>Хотели {wanted}, запретили</translation>
    </message>
    <message>
        <source>Warn</source>
        <translation>Предупреждать</translation>
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
        <source>Webhook</source>
        <translation>Вебхук</translation>
    </message>
    <message>
        <source>Wed</source>
        <translation>ср</translation>
    </message>
    <message>
        <source>Weight of swings</source>
        <translation>Вес колебаний</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Что</translation>
    </message>
    <message>
        <source>What Bybit holds has changed; look at it again, then type the name.</source>
        <translation>Данные Bybit изменились; посмотрите на них снова, затем введите имя.</translation>
    </message>
    <message>
        <source>What Bybit holds was accepted</source>
        <translation>Данные Bybit приняты</translation>
    </message>
    <message>
        <source>What a new paper account begins with; one that exists keeps its money.</source>
        <translation>С чего начинает новый учебный счёт; у существующего деньги остаются прежними.</translation>
    </message>
    <message>
        <source>What a position&apos;s size comes from; balanced is the least of cap, risk, swing and a quarter of Kelly&apos;s stake.</source>
        <translation>Из чего получается размер позиции; взвешенный — наименьшее из предела, риска, колебания и четверти ставки Келли.</translation>
    </message>
    <message>
        <source>What a strategy would have made on past bars</source>
        <translation>Что принесла бы стратегия на прошлых барах</translation>
    </message>
    <message>
        <source>What a sweep is</source>
        <translation>Что такое перебор</translation>
    </message>
    <message>
        <source>What accepting does</source>
        <translation>Что произойдёт при принятии</translation>
    </message>
    <message>
        <source>What an order as large as all that is traded adds to the slippage by share of volume.</source>
        <translation>Сколько прибавляет к проскальзыванию по доле объёма заявка размером со весь торгуемый объём.</translation>
    </message>
    <message>
        <source>What an order pays at least, however little it moves.</source>
        <translation>Сколько заявка платит как минимум, сколь бы мала она ни была.</translation>
    </message>
    <message>
        <source>What became of it</source>
        <translation>Что из этого вышло</translation>
    </message>
    <message>
        <source>What became of the order {order} in {symbol} is not known; it has to be looked up.</source>
        <translation>Что стало с заявкой {order} по {symbol}, неизвестно; её нужно найти.</translation>
    </message>
    <message>
        <source>What became of the sweep</source>
        <translation>Чем закончился перебор</translation>
    </message>
    <message>
        <source>What becomes of an order at the exchange would not be heard now.</source>
        <translation>Что станет с заявкой на бирже, сейчас не было бы слышно.</translation>
    </message>
    <message>
        <source>What begins</source>
        <translation>Что начнётся</translation>
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
        <source>What came of it: {name}</source>
        <translation>Что вышло: {name}</translation>
    </message>
    <message>
        <source>What came of the challenger of {symbol} was not stored: {error}</source>
        <translation>Итог претендента для {symbol} не сохранён: {error}</translation>
    </message>
    <message>
        <source>What came of the last request</source>
        <translation>Что вышло из последнего запроса</translation>
    </message>
    <message>
        <source>What can be applied</source>
        <translation>Что можно применить</translation>
    </message>
    <message>
        <source>What can be done about the problem</source>
        <translation>Что можно сделать с этой проблемой</translation>
    </message>
    <message>
        <source>What changed since it was fetched</source>
        <translation>Что изменилось после получения</translation>
    </message>
    <message>
        <source>What column {column} holds</source>
        <translation>Что в столбце {column}</translation>
    </message>
    <message>
        <source>What column {column}, {name}, holds</source>
        <translation>Что в столбце {column}, {name}</translation>
    </message>
    <message>
        <source>What ends</source>
        <translation>Что закончится</translation>
    </message>
    <message>
        <source>What every fill costs, as a share of the money it moves.</source>
        <translation>Сколько стоит каждое исполнение, в доле от его суммы.</translation>
    </message>
    <message>
        <source>What every position is worth when it is opened.</source>
        <translation>Сколько стоит каждая позиция при открытии.</translation>
    </message>
    <message>
        <source>What followed on bars like this</source>
        <translation>Что было после похожих баров</translation>
    </message>
    <message>
        <source>What follows when the market is unlike anything the model was trained on: nothing, a warning, or no position.</source>
        <translation>Что происходит, когда рынок не похож ни на что из обучения модели: ничего, предупреждение или отказ от позиций.</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Что произошло</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>Что будет</translation>
    </message>
    <message>
        <source>What happens can reach you where you are. Many alerts at once come as one message. What is changed here counts at once and is kept.</source>
        <translation>О происходящем можно узнавать, где бы вы ни были. Много оповещений сразу приходят одним сообщением. Изменения здесь действуют сразу и сохраняются.</translation>
    </message>
    <message>
        <source>What has to be known of the result</source>
        <translation>Что нужно знать о результате</translation>
    </message>
    <message>
        <source>What is asked about columns</source>
        <translation>Вопрос о столбцах</translation>
    </message>
    <message>
        <source>What is asked about {field}</source>
        <translation>Вопрос о поле «{field}»</translation>
    </message>
    <message>
        <source>What is changed here counts at once and is kept.</source>
        <translation>Изменения здесь действуют сразу и сохраняются.</translation>
    </message>
    <message>
        <source>What is drawn on {symbol} was read anew meanwhile.</source>
        <translation>Рисунки на {symbol} тем временем прочитаны заново.</translation>
    </message>
    <message>
        <source>What is held</source>
        <translation>Что есть в позициях</translation>
    </message>
    <message>
        <source>What is held and what it is worth. The tabs beside it tell of trades, of each message, and of the agents.</source>
        <translation>Что в позициях и сколько это стоит. Соседние вкладки рассказывают о сделках, о каждом сообщении и об агентах.</translation>
    </message>
    <message>
        <source>What is held of {symbol} is less than can be sold at once; it stays.</source>
        <translation>Позиция по {symbol} меньше, чем можно продать за раз; она остаётся.</translation>
    </message>
    <message>
        <source>What is judged</source>
        <translation>Что оценивается</translation>
    </message>
    <message>
        <source>What is kept</source>
        <translation>Что сохранится</translation>
    </message>
    <message>
        <source>What is missing</source>
        <translation>Чего не хватает</translation>
    </message>
    <message>
        <source>What is not explained</source>
        <translation>Что не объяснено</translation>
    </message>
    <message>
        <source>What is on the chart stays.</source>
        <translation>То, что на графике, остаётся.</translation>
    </message>
    <message>
        <source>What is shown of the kept runs</source>
        <translation>Что показано из сохранённых прогонов</translation>
    </message>
    <message>
        <source>What is told</source>
        <translation>О чём сообщать</translation>
    </message>
    <message>
        <source>What is typed above stands here, with its kind and what becomes of it.</source>
        <translation>Здесь появится введённое выше, его вид и что с ним будет.</translation>
    </message>
    <message>
        <source>What is watched. A click puts a symbol on the chart. The real market takes symbols of your own.</source>
        <translation>За чем ведётся наблюдение. Щелчок показывает символ на графике. На реальном рынке можно добавить свои символы.</translation>
    </message>
    <message>
        <source>What is wrong with the name</source>
        <translation>Что не так с именем</translation>
    </message>
    <message>
        <source>What is wrong with the rules</source>
        <translation>Что не так с правилами</translation>
    </message>
    <message>
        <source>What is wrong with the strategy</source>
        <translation>Что не так со стратегией</translation>
    </message>
    <message>
        <source>What is wrong with {label}</source>
        <translation>Что не так: {label}</translation>
    </message>
    <message>
        <source>What is wrong with: {name}</source>
        <translation>Что не так: {name}</translation>
    </message>
    <message>
        <source>What it means</source>
        <translation>Что это значит</translation>
    </message>
    <message>
        <source>What keys are</source>
        <translation>Что такое ключи</translation>
    </message>
    <message>
        <source>What learns and decides; rules decide for the seconds in which the first model of another kind is trained.</source>
        <translation>Что обучается и решает; пока несколько секунд обучается первая модель другого типа, решают правила.</translation>
    </message>
    <message>
        <source>What nobody can explain can be accepted as it is, under Market.</source>
        <translation>Что никто не может объяснить, можно принять как есть в меню «Рынок».</translation>
    </message>
    <message>
        <source>What prices are adjusted for is not known.</source>
        <translation>На что скорректированы цены, неизвестно.</translation>
    </message>
    <message>
        <source>What replaying is</source>
        <translation>Что такое воспроизведение</translation>
    </message>
    <message>
        <source>What share of equity every position is worth when it is opened.</source>
        <translation>Какую долю капитала стоит каждая позиция при открытии.</translation>
    </message>
    <message>
        <source>What slippage grows with; the last two take the slippage rate for half the spread and add to it.</source>
        <translation>От чего растёт проскальзывание; последние два способа берут ставку проскальзывания за половину спреда и прибавляют к ней.</translation>
    </message>
    <message>
        <source>What stands between the cells of a line</source>
        <translation>Что стоит между ячейками строки</translation>
    </message>
    <message>
        <source>What the agents log will stand here, the newest line on top.</source>
        <translation>Здесь будет журнал агентов, новейшая строка сверху.</translation>
    </message>
    <message>
        <source>What the alert means</source>
        <translation>Что означает оповещение</translation>
    </message>
    <message>
        <source>What the books and Bybit hold</source>
        <translation>Что показывают учёт и Bybit</translation>
    </message>
    <message>
        <source>What the check found</source>
        <translation>Что показала проверка</translation>
    </message>
    <message>
        <source>What the day came to</source>
        <translation>Итог дня</translation>
    </message>
    <message>
        <source>What the file holds</source>
        <translation>Что в файле</translation>
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
        <source>What the result is worth</source>
        <translation>Чего стоит результат</translation>
    </message>
    <message>
        <source>What the strategy does</source>
        <translation>Что делает стратегия</translation>
    </message>
    <message>
        <source>What the sweep is worth</source>
        <translation>Чего стоит перебор</translation>
    </message>
    <message>
        <source>What there is of these bars</source>
        <translation>Что есть из этих баров</translation>
    </message>
    <message>
        <source>What this result is worth is being found out</source>
        <translation>Выясняется, чего стоит этот результат</translation>
    </message>
    <message>
        <source>What this result is worth was not found out: it was stopped.</source>
        <translation>Чего стоит этот результат, не выяснено: оценка остановлена.</translation>
    </message>
    <message>
        <source>What was booked before stands as it is; look at the Agents panel&apos;s log, then release with Ctrl+Shift+K.</source>
        <translation>Учтённое прежде остаётся как есть; посмотрите журнал панели «Агенты», затем снимите остановку: Ctrl+Shift+K.</translation>
    </message>
    <message>
        <source>What was booked before stands in the store. An order whose fate is not known is looked up before anything is sent.</source>
        <translation>Всё учтённое ранее осталось в хранилище. Прежде чем что-либо отправить, судьба неясных заявок выясняется.</translation>
    </message>
    <message>
        <source>What was booked stands as it is. Bybit is asked again by itself, and at once when the Execution Agent is started again under Agents.</source>
        <translation>Учтённое остаётся как есть. Программа сама спросит Bybit ещё раз, а сразу — если запустить «Исполнителя» снова на панели «Агенты».</translation>
    </message>
    <message>
        <source>What was compared</source>
        <translation>Что сравнивалось</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>Что сделано</translation>
    </message>
    <message>
        <source>What was imported</source>
        <translation>Что импортировано</translation>
    </message>
    <message>
        <source>What was not compared</source>
        <translation>Что не сравнивалось</translation>
    </message>
    <message>
        <source>What was removed</source>
        <translation>Что удалено</translation>
    </message>
    <message>
        <source>What was traded in each bar</source>
        <translation>Сколько торговалось в каждом баре</translation>
    </message>
    <message>
        <source>What will be added</source>
        <translation>Что будет добавлено</translation>
    </message>
    <message>
        <source>What will be run</source>
        <translation>Что будет запущено</translation>
    </message>
    <message>
        <source>What would change it</source>
        <translation>Что изменило бы решение</translation>
    </message>
    <message>
        <source>What you chose about alerts could not be kept</source>
        <translation>Выбранное для оповещений не удалось сохранить</translation>
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
        <source>When</source>
        <translation>Когда</translation>
    </message>
    <message>
        <source>When it ends</source>
        <translation>Когда это закончится</translation>
    </message>
    <message>
        <source>When it was fetched: {gaps}</source>
        <translation>При получении: {gaps}</translation>
    </message>
    <message>
        <source>Where it comes from</source>
        <translation>Откуда бары</translation>
    </message>
    <message>
        <source>Where it is kept: {name}</source>
        <translation>Где хранится: {name}</translation>
    </message>
    <message>
        <source>Where keys are kept</source>
        <translation>Где хранятся ключи</translation>
    </message>
    <message>
        <source>Where the prices come from</source>
        <translation>Откуда поступают цены</translation>
    </message>
    <message>
        <source>Where they find it: 127.0.0.1 and this port.</source>
        <translation>Где они её найдут: 127.0.0.1 и этот порт.</translation>
    </message>
    <message>
        <source>Whether a line above the data names the columns</source>
        <translation>Есть ли над данными строка с названиями столбцов</translation>
    </message>
    <message>
        <source>Whether any model may open positions, or only one that has shown an edge on bars it had not seen.</source>
        <translation>Может ли открывать позиции любая модель или только та, что показала преимущество на барах, которых не видела.</translation>
    </message>
    <message>
        <source>Whether more may be sold than is held, to gain when the price falls.</source>
        <translation>Можно ли продавать больше, чем есть в позиции, чтобы заработать на падении цены.</translation>
    </message>
    <message>
        <source>Whether other programs on this computer may watch and drive this one, once they have logged in.</source>
        <translation>Могут ли другие программы на этом компьютере наблюдать за этой и управлять ею после входа.</translation>
    </message>
    <message>
        <source>Whether programs on this computer may register more users, 20 in all; switch it off where others work here.</source>
        <translation>Могут ли программы на этом компьютере регистрировать новых пользователей, всего не больше 20. Выключите, если за ним работают и другие люди.</translation>
    </message>
    <message>
        <source>Whether the day or the month comes first in dates like {cell} can&apos;t be told; choose the order.</source>
        <translation>В датах вида {cell} неясно, что идёт первым, день или месяц; выберите порядок.</translation>
    </message>
    <message>
        <source>Whether they are of all accounts, or of the one that trades</source>
        <translation>Настройки всех счетов или того, что торгует</translation>
    </message>
    <message>
        <source>Which combinations</source>
        <translation>Какие комбинации</translation>
    </message>
    <message>
        <source>Which symbol the bars are of can&apos;t be told from {name}; name it.</source>
        <translation>По имени {name} нельзя понять, какого символа эти бары; укажите символ.</translation>
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
        <source>Whose rounds</source>
        <translation>Чьи раунды</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Почему</translation>
    </message>
    <message>
        <source>Why closed</source>
        <translation>Почему закрыта</translation>
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
        <source>Why the chart is empty</source>
        <translation>Почему график пуст</translation>
    </message>
    <message>
        <source>Why the file can&apos;t be imported</source>
        <translation>Почему файл нельзя импортировать</translation>
    </message>
    <message>
        <source>Why this decision</source>
        <translation>Почему это решение</translation>
    </message>
    <message>
        <source>Wilder&apos;s average of how far a bar reaches, the gap before it included</source>
        <translation>Среднее Уайлдера от размаха бара вместе с разрывом перед ним</translation>
    </message>
    <message>
        <source>Wilder&apos;s strength of rises against falls, 0 to 100</source>
        <translation>Сила роста относительно падения по Уайлдеру, от 0 до 100</translation>
    </message>
    <message>
        <source>Win rate</source>
        <translation>Доля прибыльных</translation>
    </message>
    <message>
        <source>Window</source>
        <comment>of time</comment>
        <translation>Окно</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Окно</translation>
    </message>
    <message>
        <source>Windows 1250, central European</source>
        <translation>Windows 1250, центральноевропейская</translation>
    </message>
    <message>
        <source>Windows 1251, Cyrillic</source>
        <translation>Windows 1251, кириллица</translation>
    </message>
    <message>
        <source>Windows 1252, western</source>
        <translation>Windows 1252, западная</translation>
    </message>
    <message>
        <source>Withdrawal</source>
        <translation>Вывод средств</translation>
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
        <source>Write a percentage.</source>
        <translation>Укажите процент.</translation>
    </message>
    <message>
        <source>Write a price.</source>
        <translation>Укажите цену.</translation>
    </message>
    <message>
        <source>Write a symbol, such as BTCUSDT or AAPL.</source>
        <translation>Напишите символ, например BTCUSDT или AAPL.</translation>
    </message>
    <message>
        <source>Write the level.</source>
        <translation>Укажите уровень.</translation>
    </message>
    <message>
        <source>Write the report to a file (Alt+S)</source>
        <translation>Записать отчёт в файл</translation>
    </message>
    <message>
        <source>Write the reports shown to a CSV file (Ctrl+Shift+E)</source>
        <translation>Записать показанные отчёты в файл CSV (Ctrl+Shift+E)</translation>
    </message>
    <message>
        <source>Write the run to a file</source>
        <translation>Записать прогон в файл</translation>
    </message>
    <message>
        <source>Write the series to a file</source>
        <translation>Записать ряд в файл</translation>
    </message>
    <message>
        <source>Write the symbol the bars are of.</source>
        <translation>Напишите символ, которому принадлежат бары.</translation>
    </message>
    <message>
        <source>Write the trades that are shown to a CSV file</source>
        <translation>Записать показанные сделки в файл CSV</translation>
    </message>
    <message>
        <source>Write the values as a range (5 to 25 step 5) or a list (5, 10, 20). Everything else stays as the pages before say. Every combination is run on all bars; which one could have been chosen in time is told first.</source>
        <translation>Запишите значения диапазоном (5 to 25 step 5) или списком (5, 10, 20). Всё остальное остаётся таким, как на предыдущих страницах. Каждая комбинация прогоняется по всем барам; первым сообщается, какую из них можно было выбрать вовремя.</translation>
    </message>
    <message>
        <source>Writing {name}…</source>
        <translation>Запись {name}…</translation>
    </message>
    <message>
        <source>Written: {path}</source>
        <translation>Записано: {path}</translation>
    </message>
    <message>
        <source>Yahoo Finance&apos;s public history</source>
        <translation>открытая история Yahoo Finance</translation>
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
        <source>Yes, as shown</source>
        <translation>Да, как показано</translation>
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
        <source>a CSV file</source>
        <translation>файл CSV</translation>
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
        <source>a PDF document</source>
        <translation>документ PDF</translation>
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
        <source>a database</source>
        <translation>база данных</translation>
    </message>
    <message>
        <source>a last bar of {before} → {after}</source>
        <translation>последний бар {before} → {after}</translation>
    </message>
    <message>
        <source>a picture</source>
        <translation>картинка</translation>
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
        <source>about {time} left</source>
        <translation>осталось около {time}</translation>
    </message>
    <message>
        <source>above {least} to {most}</source>
        <translation>больше {least}, до {most}</translation>
    </message>
    <message>
        <source>above {least}, up to {most}</source>
        <translation>больше {least}, до {most}</translation>
    </message>
    <message>
        <source>after {time} {message}</source>
        <translation>через {time} {message}</translation>
    </message>
    <message>
        <source>age of the last price</source>
        <translation>возраст последней цены</translation>
    </message>
    <message>
        <source>ahead of</source>
        <translation>впереди</translation>
    </message>
    <message>
        <source>alert on {symbol} changed</source>
        <translation>оповещение на {symbol} изменено</translation>
    </message>
    <message>
        <source>alert on {symbol} removed</source>
        <translation>оповещение на {symbol} удалено</translation>
    </message>
    <message>
        <source>alert on {symbol} set</source>
        <translation>оповещение на {symbol} поставлено</translation>
    </message>
    <message>
        <source>all</source>
        <comment>size</comment>
        <translation>все деньги</translation>
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
        <source>an old Excel workbook</source>
        <translation>старая книга Excel</translation>
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
        <source>and {count:,} more</source>
        <translation>и ещё {count:,}</translation>
    </message>
    <message>
        <source>as fast as it goes</source>
        <translation>как можно быстрее</translation>
    </message>
    <message>
        <source>as fetched</source>
        <translation>как получен</translation>
    </message>
    <message>
        <source>at first</source>
        <translation>с начала</translation>
    </message>
    <message>
        <source>at the {name} {price}: {profit}</source>
        <translation>{name} {price}: {profit}</translation>
    </message>
    <message>
        <source>at twice the costs it made {made}</source>
        <translation>при удвоенных издержках результат {made}</translation>
    </message>
    <message>
        <source>bars</source>
        <translation>баров</translation>
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
        <source>behind</source>
        <translation>позади</translation>
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
        <source>chance</source>
        <translation>вероятность</translation>
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
        <source>close</source>
        <comment>price</comment>
        <translation>закр.</translation>
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
        <source>column {number}</source>
        <translation>столбец {number}</translation>
    </message>
    <message>
        <source>column {number} ({name})</source>
        <translation>столбец {number} ({name})</translation>
    </message>
    <message>
        <source>combinations</source>
        <translation>комбинаций</translation>
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
        <source>daily</source>
        <translation>1 день</translation>
    </message>
    <message>
        <source>daily loss</source>
        <translation>дневной убыток</translation>
    </message>
    <message>
        <source>date out of range</source>
        <translation>дата вне диапазона</translation>
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
        <source>default {words}</source>
        <translation>по умолчанию: {words}</translation>
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
        <source>direction at least {low}</source>
        <translation>направление не меньше {low}</translation>
    </message>
    <message>
        <source>done</source>
        <translation>готово</translation>
    </message>
    <message>
        <source>drawdown halt</source>
        <translation>остановка по просадке</translation>
    </message>
    <message>
        <source>drawing on {symbol}</source>
        <translation>рисунок на {symbol}</translation>
    </message>
    <message>
        <source>drift {share} of its limit</source>
        <translation>дрейф {share} от предела</translation>
    </message>
    <message>
        <source>duplicate timestamp with different values, the first one kept</source>
        <translation>повтор времени с другими значениями, оставлена первая строка</translation>
    </message>
    <message>
        <source>duplicate, identical to an earlier row</source>
        <translation>повтор, совпадает с более ранней строкой</translation>
    </message>
    <message>
        <source>edge</source>
        <translation>преимущество</translation>
    </message>
    <message>
        <source>end</source>
        <translation>конец</translation>
    </message>
    <message numerus="yes">
        <source>equity {equity} ({change}), {count} trades.</source>
        <comment>equity {equity} ({change}), {count} trade.</comment>
        <translation>
            <numerusform>капитал {equity} ({change}), {count} сделка.</numerusform>
            <numerusform>капитал {equity} ({change}), {count} сделки.</numerusform>
            <numerusform>капитал {equity} ({change}), {count} сделок.</numerusform>
        </translation>
    </message>
    <message>
        <source>error</source>
        <translation>ошибка</translation>
    </message>
    <message>
        <source>every time</source>
        <translation>каждый раз</translation>
    </message>
    <message>
        <source>everyone</source>
        <translation>всем</translation>
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
        <source>falls to</source>
        <translation>упадёт до</translation>
    </message>
    <message>
        <source>fast</source>
        <translation>быстр.</translation>
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
        <source>fill</source>
        <translation>исполнение</translation>
    </message>
    <message>
        <source>filled</source>
        <translation>исполнена</translation>
    </message>
    <message>
        <source>five-minute</source>
        <translation>5 мин</translation>
    </message>
    <message>
        <source>four-hourly</source>
        <translation>4 ч</translation>
    </message>
    <message>
        <source>from – to</source>
        <translation>с – по</translation>
    </message>
    <message>
        <source>half-daily</source>
        <translation>12 ч</translation>
    </message>
    <message>
        <source>half-hourly</source>
        <translation>30 мин</translation>
    </message>
    <message>
        <source>handled {count}</source>
        <translation>обработано {count}</translation>
    </message>
    <message>
        <source>header line inside the data</source>
        <translation>строка заголовка внутри данных</translation>
    </message>
    <message>
        <source>high</source>
        <comment>price</comment>
        <translation>макс.</translation>
    </message>
    <message>
        <source>high &lt; low</source>
        <translation>максимум &lt; минимума</translation>
    </message>
    <message>
        <source>hourly</source>
        <translation>1 ч</translation>
    </message>
    <message>
        <source>ignore</source>
        <translation>нет</translation>
    </message>
    <message>
        <source>in UTC</source>
        <translation>в UTC</translation>
    </message>
    <message>
        <source>in order</source>
        <translation>в порядке</translation>
    </message>
    <message>
        <source>it has no header</source>
        <translation>заголовка нет</translation>
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
        <source>its columns are {names}</source>
        <translation>столбцы: {names}</translation>
    </message>
    <message>
        <source>its confidence of {confidence} is under the least, {least}</source>
        <translation>уверенность {confidence} ниже наименьшей, {least}</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>только что</translation>
    </message>
    <message>
        <source>kill switch</source>
        <translation>аварийная остановка</translation>
    </message>
    <message>
        <source>largest order</source>
        <translation>наибольшая заявка</translation>
    </message>
    <message>
        <source>largest position</source>
        <translation>наибольшая позиция</translation>
    </message>
    <message>
        <source>last equity / first equity − 1</source>
        <translation>последний капитал / первый капитал − 1</translation>
    </message>
    <message>
        <source>last night</source>
        <translation>прошлой ночью</translation>
    </message>
    <message>
        <source>least of (equity / highest equity so far − 1)</source>
        <translation>наименьшее (капитал / наибольший капитал до сих пор − 1)</translation>
    </message>
    <message>
        <source>length of {study}</source>
        <translation>период {study}</translation>
    </message>
    <message>
        <source>less</source>
        <translation>меньше</translation>
    </message>
    <message>
        <source>linear contracts</source>
        <translation>линейные контракты</translation>
    </message>
    <message numerus="yes">
        <source>lines {lines}</source>
        <comment>line {lines}</comment>
        <translation>
            <numerusform>строка {lines}</numerusform>
            <numerusform>строки {lines}</numerusform>
            <numerusform>строки {lines}</numerusform>
        </translation>
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
        <source>low</source>
        <comment>price</comment>
        <translation>мин.</translation>
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
        <source>max</source>
        <translation>всё</translation>
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
        <source>minimum confidence</source>
        <translation>наименьшая уверенность</translation>
    </message>
    <message>
        <source>more</source>
        <translation>больше</translation>
    </message>
    <message>
        <source>more than chance</source>
        <translation>больше случайного</translation>
    </message>
    <message>
        <source>moves by, either way</source>
        <translation>сдвинется в любую сторону на</translation>
    </message>
    <message>
        <source>negative volume</source>
        <translation>отрицательный объём</translation>
    </message>
    <message>
        <source>neither</source>
        <translation>флэт</translation>
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
        <source>no row dropped</source>
        <translation>ни одна строка не отброшена</translation>
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
        <source>none</source>
        <translation>нет</translation>
    </message>
    <message>
        <source>none was made</source>
        <translation>не принималось</translation>
    </message>
    <message>
        <source>not checked yet</source>
        <translation>ещё не проверено</translation>
    </message>
    <message>
        <source>not crossing</source>
        <translation>не пересекает</translation>
    </message>
    <message>
        <source>not filled yet</source>
        <translation>ещё не исполнена</translation>
    </message>
    <message>
        <source>not in order</source>
        <translation>не в порядке</translation>
    </message>
    <message>
        <source>not said</source>
        <translation>не указана</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>ничего</translation>
    </message>
    <message>
        <source>nothing is expected to be gained, and of that Kelly&apos;s criterion stakes nothing</source>
        <translation>выигрыша не ожидается, и критерий Келли ничего не ставит</translation>
    </message>
    <message>
        <source>nothing moved</source>
        <translation>ничего не двигалось</translation>
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
        <source>on</source>
        <translation>вкл.</translation>
    </message>
    <message>
        <source>on {bars} bars it had not seen the model&apos;s log-loss was {loss} nats, knowing only how often each class comes gives {prior}, and the difference may be chance</source>
        <translation>на {bars} барах, которых модель не видела, её логарифмическая потеря была {loss} ната; одни лишь частоты исходов дают {prior}, и разница может быть случайной</translation>
    </message>
    <message>
        <source>once</source>
        <translation>один раз</translation>
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
        <source>one-minute</source>
        <translation>1 мин</translation>
    </message>
    <message>
        <source>open</source>
        <translation>не завершено</translation>
    </message>
    <message>
        <source>open</source>
        <comment>price</comment>
        <translation>откр.</translation>
    </message>
    <message>
        <source>open or close outside low..high</source>
        <translation>открытие или закрытие вне минимума и максимума</translation>
    </message>
    <message>
        <source>order</source>
        <translation>заявка</translation>
    </message>
    <message>
        <source>orders</source>
        <translation>заявок</translation>
    </message>
    <message>
        <source>orders a minute</source>
        <translation>заявок в минуту</translation>
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
        <source>partly filled</source>
        <translation>исполнена частично</translation>
    </message>
    <message>
        <source>period</source>
        <translation>период</translation>
    </message>
    <message>
        <source>positions closed, from flat to flat</source>
        <translation>закрытые позиции, от нуля до нуля</translation>
    </message>
    <message>
        <source>price</source>
        <translation>цена</translation>
    </message>
    <message>
        <source>price &lt;= 0</source>
        <translation>цена &lt;= 0</translation>
    </message>
    <message>
        <source>price collar</source>
        <translation>коридор цены</translation>
    </message>
    <message>
        <source>price missing</source>
        <translation>нет цены</translation>
    </message>
    <message>
        <source>price not a number</source>
        <translation>цена — не число</translation>
    </message>
    <message>
        <source>price not finite</source>
        <translation>цена не конечна</translation>
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
        <source>reaches, from either side</source>
        <translation>достигнет с любой стороны</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>готов</translation>
    </message>
    <message>
        <source>reconnecting</source>
        <translation>переподключение</translation>
    </message>
    <message>
        <source>removal of {symbols}</source>
        <translation>удаление {symbols}</translation>
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
        <source>rises to</source>
        <translation>вырастет до</translation>
    </message>
    <message>
        <source>rose</source>
        <translation>рост</translation>
    </message>
    <message>
        <source>ruin</source>
        <translation>разорение</translation>
    </message>
    <message>
        <source>s</source>
        <translation>с</translation>
    </message>
    <message>
        <source>scale: {scale}</source>
        <translation>шкала: {scale}</translation>
    </message>
    <message>
        <source>see Window</source>
        <translation>см. «Окно»</translation>
    </message>
    <message>
        <source>see below</source>
        <translation>см. ниже</translation>
    </message>
    <message>
        <source>seed</source>
        <translation>зерно</translation>
    </message>
    <message>
        <source>set for all accounts</source>
        <translation>задано для всех счетов</translation>
    </message>
    <message>
        <source>shared {words}</source>
        <translation>общее: {words}</translation>
    </message>
    <message>
        <source>sideways</source>
        <translation>боковой</translation>
    </message>
    <message>
        <source>signal</source>
        <translation>сигнал</translation>
    </message>
    <message>
        <source>six-hourly</source>
        <translation>6 ч</translation>
    </message>
    <message>
        <source>size</source>
        <translation>размер</translation>
    </message>
    <message>
        <source>slippage {amount},</source>
        <translation>проскальзывание {amount},</translation>
    </message>
    <message>
        <source>slow</source>
        <translation>медл.</translation>
    </message>
    <message>
        <source>snapshot</source>
        <translation>снимок рынка</translation>
    </message>
    <message>
        <source>splits</source>
        <translation>дробления</translation>
    </message>
    <message>
        <source>splits and dividends</source>
        <translation>дробления и дивиденды</translation>
    </message>
    <message>
        <source>spot</source>
        <translation>спот</translation>
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
        <source>stop</source>
        <translation>стоп</translation>
    </message>
    <message>
        <source>stop and target of {symbol}</source>
        <translation>стоп и цель {symbol}</translation>
    </message>
    <message>
        <source>stop loss</source>
        <translation>стоп-лосс</translation>
    </message>
    <message>
        <source>stop {share}</source>
        <translation>стоп {share}</translation>
    </message>
    <message>
        <source>style: {style}</source>
        <translation>вид: {style}</translation>
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
        <source>symbol</source>
        <comment>column</comment>
        <translation>символ</translation>
    </message>
    <message>
        <source>take profit</source>
        <translation>тейк-профит</translation>
    </message>
    <message>
        <source>target</source>
        <translation>цель</translation>
    </message>
    <message>
        <source>target {share}</source>
        <translation>цель {share}</translation>
    </message>
    <message>
        <source>tell me</source>
        <translation>сообщать</translation>
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
        <source>the bars that are being read</source>
        <translation>бары, которые сейчас читаются</translation>
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
        <source>the limit is {limit} ms</source>
        <translation>предел {limit} мс</translation>
    </message>
    <message>
        <source>the limit is {limit} s</source>
        <translation>предел {limit} с</translation>
    </message>
    <message>
        <source>the macOS Keychain</source>
        <translation>Связка ключей macOS</translation>
    </message>
    <message>
        <source>the mail server {host}</source>
        <translation>почтовый сервер {host}</translation>
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
        <source>the model&apos;s</source>
        <translation>из модели</translation>
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
        <source>the simulated market</source>
        <translation>симулированный рынок</translation>
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
        <source>the webhook at {host}</source>
        <translation>вебхук на {host}</translation>
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
        <source>three-minute</source>
        <translation>3 мин</translation>
    </message>
    <message>
        <source>time</source>
        <comment>column</comment>
        <translation>время</translation>
    </message>
    <message>
        <source>time of day</source>
        <comment>column</comment>
        <translation>время суток</translation>
    </message>
    <message>
        <source>to</source>
        <comment>between two days</comment>
        <translation>по</translation>
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
        <source>too few columns</source>
        <translation>слишком мало столбцов</translation>
    </message>
    <message>
        <source>too many columns</source>
        <translation>слишком много столбцов</translation>
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
        <source>two-hourly</source>
        <translation>2 ч</translation>
    </message>
    <message>
        <source>unbalanced quote</source>
        <translation>непарная кавычка</translation>
    </message>
    <message>
        <source>units</source>
        <translation>ед.</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>неизвестно</translation>
    </message>
    <message>
        <source>unreadable date</source>
        <translation>дата не читается</translation>
    </message>
    <message>
        <source>untested</source>
        <translation>не проверено</translation>
    </message>
    <message>
        <source>until</source>
        <translation>до</translation>
    </message>
    <message>
        <source>volume</source>
        <comment>column</comment>
        <translation>объём</translation>
    </message>
    <message>
        <source>volume not a number</source>
        <translation>объём — не число</translation>
    </message>
    <message>
        <source>volume not finite</source>
        <translation>объём не конечен</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>ожидание</translation>
    </message>
    <message>
        <source>weekly</source>
        <translation>1 неделя</translation>
    </message>
    <message>
        <source>when it</source>
        <translation>когда он</translation>
    </message>
    <message>
        <source>within</source>
        <translation>за</translation>
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
        <source>{account} is chosen to trade in its market; choose another account first.</source>
        <translation>Счёт {account} выбран для торговли на своём рынке; сначала выберите другой.</translation>
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
        <source>{action}, on the chart</source>
        <translation>{action}, на графике</translation>
    </message>
    <message>
        <source>{action}: now {symbol}</source>
        <translation>{action}: сейчас {symbol}</translation>
    </message>
    <message>
        <source>{after} to {before} UTC</source>
        <translation>С {after} по {before} UTC</translation>
    </message>
    <message numerus="yes">
        <source>{after} to {before}: {count} bars missing, {length}</source>
        <comment>{after} to {before}: {count} bar missing, {length}</comment>
        <translation>
            <numerusform>С {after} по {before}: не хватает {count} бара, {length}</numerusform>
            <numerusform>С {after} по {before}: не хватает {count} баров, {length}</numerusform>
            <numerusform>С {after} по {before}: не хватает {count} баров, {length}</numerusform>
        </translation>
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
        <source>{amount} unit</source>
        <translation>{amount} ед.</translation>
    </message>
    <message>
        <source>{amount} units</source>
        <translation>{amount} ед.</translation>
    </message>
    <message>
        <source>{available} {coin} are free, {needed} are needed; move money to the account, or lower the order size.</source>
        <translation>Свободно {available} {coin}, нужно {needed}; переведите деньги на счёт или уменьшите размер заявки.</translation>
    </message>
    <message>
        <source>{available} {coin} are free.</source>
        <translation>Свободно {available} {coin}.</translation>
    </message>
    <message numerus="yes">
        <source>{bars} of about {due} bars</source>
        <comment>{bars} of about {due} bars</comment>
        <translation>
            <numerusform>{bars} из примерно {due} бара</numerusform>
            <numerusform>{bars} из примерно {due} баров</numerusform>
            <numerusform>{bars} из примерно {due} баров</numerusform>
        </translation>
    </message>
    <message>
        <source>{bars} of {symbol}</source>
        <translation>{bars}, {symbol}</translation>
    </message>
    <message>
        <source>{bars}, from {first} to {last}.</source>
        <translation>{bars}, с {first} по {last}.</translation>
    </message>
    <message>
        <source>{column} is when a bar ends; each bar is stored by the time at which it opens.</source>
        <translation>{column} — время конца бара; каждый бар сохраняется по времени открытия.</translation>
    </message>
    <message numerus="yes">
        <source>{combination}: return {total}, Sharpe {sharpe}, drawdown {drawdown}, {count} trades</source>
        <comment>{combination}: return {total}, Sharpe {sharpe}, drawdown {drawdown}, {count} trades</comment>
        <translation>
            <numerusform>{combination}: доходность {total}, Шарп {sharpe}, просадка {drawdown}, {count} сделка</numerusform>
            <numerusform>{combination}: доходность {total}, Шарп {sharpe}, просадка {drawdown}, {count} сделки</numerusform>
            <numerusform>{combination}: доходность {total}, Шарп {sharpe}, просадка {drawdown}, {count} сделок</numerusform>
        </translation>
    </message>
    <message>
        <source>{count:,} more are left out, as the strategy can&apos;t have them</source>
        <translation>ещё {count:,} пропущено: стратегия не может их иметь</translation>
    </message>
    <message>
        <source>{count:,} of them are drawn</source>
        <translation>из них отобрано {count:,}</translation>
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
    <message numerus="yes">
        <source>{count} bars</source>
        <comment>{count} bar</comment>
        <translation>
            <numerusform>{count} бар</numerusform>
            <numerusform>{count} бара</numerusform>
            <numerusform>{count} баров</numerusform>
        </translation>
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
        <source>{count} bars are missing between {first} and {last}, and {rest} elsewhere: nothing was traded there, and stops fill at the next open.</source>
        <translation>Не хватает баров: {count} между {first} и {last} и {rest} в других местах; там не торговали, а стопы исполняются по следующему открытию.</translation>
    </message>
    <message>
        <source>{count} bars are missing between {first} and {last}: nothing was traded there, and stops fill at the next open.</source>
        <translation>Не хватает баров между {first} и {last}, всего {count}: там не торговали, а стопы исполняются по следующему открытию.</translation>
    </message>
    <message numerus="yes">
        <source>{count} bars are missing, in {gaps}.</source>
        <comment>{count} bar is missing, in {gaps}.</comment>
        <translation>
            <numerusform>Не хватает {count} бара, {gaps}.</numerusform>
            <numerusform>Не хватает {count} баров, {gaps}.</numerusform>
            <numerusform>Не хватает {count} баров, {gaps}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} bars from {first} to {last}, source {source}.</source>
        <comment>{count} bars from {first} to {last}, source {source}.</comment>
        <translation>
            <numerusform>{count} бар с {first} по {last}, источник {source}.</numerusform>
            <numerusform>{count} бара с {first} по {last}, источник {source}.</numerusform>
            <numerusform>{count} баров с {first} по {last}, источник {source}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} bars have no volume: whether anything could be traded there is not known.</source>
        <comment>{count} bars have no volume: whether anything could be traded there is not known.</comment>
        <translation>
            <numerusform>У {count} бара нет объёма: можно ли было там что-то купить или продать, неизвестно.</numerusform>
            <numerusform>У {count} баров нет объёма: можно ли было там что-то купить или продать, неизвестно.</numerusform>
            <numerusform>У {count} баров нет объёма: можно ли было там что-то купить или продать, неизвестно.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} bars lie outside of the time that was fetched.</source>
        <comment>{count} bar lies outside of the time that was fetched.</comment>
        <translation>
            <numerusform>{count} бар лежит вне полученного времени.</numerusform>
            <numerusform>{count} бара лежат вне полученного времени.</numerusform>
            <numerusform>{count} баров лежат вне полученного времени.</numerusform>
        </translation>
    </message>
    <message>
        <source>{count} bars of {symbol} {interval} from {source}.</source>
        <translation>{symbol} {interval}: баров {count}, источник {source}.</translation>
    </message>
    <message>
        <source>{count} blocked, {settled} settled</source>
        <translation>Запрещено {count}, исход известен у {settled}</translation>
    </message>
    <message>
        <source>{count} can&apos;t be added.</source>
        <translation>Нельзя добавить: {count}.</translation>
    </message>
    <message numerus="yes">
        <source>{count} combinations</source>
        <comment>{count} combination</comment>
        <translation>
            <numerusform>{count} комбинация</numerusform>
            <numerusform>{count} комбинации</numerusform>
            <numerusform>{count} комбинаций</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} gaps</source>
        <comment>{count} gap</comment>
        <translation>
            <numerusform>{count} пропуск</numerusform>
            <numerusform>{count} пропуска</numerusform>
            <numerusform>{count} пропусков</numerusform>
        </translation>
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
        <source>{count} of the {bars} bars have no volume: whether anything could have been traded there is not known.</source>
        <translation>У {count} из {bars} баров нет объёма: можно ли было там торговать, неизвестно.</translation>
    </message>
    <message>
        <source>{count} of {total:,}</source>
        <translation>{count} из {total:,}</translation>
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
        <source>{count} row of other symbols than {symbol} left out.</source>
        <translation>Пропущена {count} строка других символов, кроме {symbol}.</translation>
    </message>
    <message numerus="yes">
        <source>{count} rows dropped</source>
        <comment>{count} row dropped</comment>
        <translation>
            <numerusform>отброшена {count} строка</numerusform>
            <numerusform>отброшено {count} строки</numerusform>
            <numerusform>отброшено {count} строк</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} rows of a time that another row had, left out.</source>
        <comment>{count} row of a time that another row had, left out.</comment>
        <translation>
            <numerusform>Пропущена {count} строка со временем, которое уже было у другой.</numerusform>
            <numerusform>Пропущены {count} строки со временем, которое уже было у других.</numerusform>
            <numerusform>Пропущено {count} строк со временем, которое уже было у других.</numerusform>
        </translation>
    </message>
    <message>
        <source>{count} rows of other symbols than {symbol} left out.</source>
        <translation>Пропущено строк других символов, кроме {symbol}: {count}.</translation>
    </message>
    <message numerus="yes">
        <source>{count} rows were left out, having the time of another.</source>
        <comment>{count} row was left out, having the time of another.</comment>
        <translation>
            <numerusform>Пропущена {count} строка со временем другой строки.</numerusform>
            <numerusform>Пропущены {count} строки со временем других строк.</numerusform>
            <numerusform>Пропущено {count} строк со временем других строк.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} values</source>
        <comment>{count} values</comment>
        <translation>
            <numerusform>{count} значение</numerusform>
            <numerusform>{count} значения</numerusform>
            <numerusform>{count} значений</numerusform>
        </translation>
    </message>
    <message>
        <source>{count} variations</source>
        <translation>вариаций: {count}</translation>
    </message>
    <message numerus="yes">
        <source>{count} {hourly} bars</source>
        <comment>{count} {hourly} bar</comment>
        <translation>
            <numerusform>{count} бар ({hourly})</numerusform>
            <numerusform>{count} бара ({hourly})</numerusform>
            <numerusform>{count} баров ({hourly})</numerusform>
        </translation>
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
        <source>{done:,} of {total:,}</source>
        <translation>{done:,} из {total:,}</translation>
    </message>
    <message>
        <source>{done} of {total} steps.</source>
        <translation>{done} из {total} шагов.</translation>
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
        <source>{field} is empty; it is {bounds}.</source>
        <translation>{field}: не заполнено; нужно {bounds}.</translation>
    </message>
    <message>
        <source>{field} is {number:,g}; it is {bounds}.</source>
        <translation>{field}: {number:,g}; нужно {bounds}.</translation>
    </message>
    <message>
        <source>{field} is {number:g}; it is a whole number, {bounds}.</source>
        <translation>{field}: {number:g}; нужно целое число, {bounds}.</translation>
    </message>
    <message>
        <source>{field}, changed</source>
        <translation>{field}, изменено</translation>
    </message>
    <message>
        <source>{filled} of {whole}</source>
        <translation>{filled} из {whole}</translation>
    </message>
    <message>
        <source>{first} to {last}</source>
        <translation>с {first} по {last}</translation>
    </message>
    <message>
        <source>{format} is no time format; write iso, {known} or a template like %d.%m.%Y %H:%M with a year, a month and a day.</source>
        <translation>{format} — не формат времени; введите iso, {known} или шаблон вида %d.%m.%Y %H:%M с годом, месяцем и днём.</translation>
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
        <source>{keyring} still holds the secret; remove {service} there.</source>
        <translation>{keyring}: секрет всё ещё там; удалите в нём {service}.</translation>
    </message>
    <message>
        <source>{keyring} took the keys and does not give them back; keep them for this session.</source>
        <translation>{keyring}: ключи приняты, но обратно не выдаются; сохраните их только на этот сеанс.</translation>
    </message>
    <message>
        <source>{keyring} took the secret and does not give it back; it was not kept.</source>
        <translation>{keyring}: секрет принят, но не возвращается; он не сохранён.</translation>
    </message>
    <message>
        <source>{key} is back.</source>
        <translation>{key} снова на месте.</translation>
    </message>
    <message>
        <source>{key} is not what was fetched.</source>
        <translation>{key} — не то, что было получено.</translation>
    </message>
    <message>
        <source>{kind} (automatic)</source>
        <translation>{kind} (автоматически)</translation>
    </message>
    <message>
        <source>{kind} (chosen)</source>
        <translation>{kind} (выбрано)</translation>
    </message>
    <message>
        <source>{kind} by {channel}</source>
        <translation>{kind}: {channel}</translation>
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
        <source>{label} is no readable value.</source>
        <translation>{label}: значение не читается.</translation>
    </message>
    <message>
        <source>{label} is {value}; it is a whole number of {unit}.</source>
        <translation>{label}: {value}; нужно целое число, {unit}.</translation>
    </message>
    <message>
        <source>{label} is {value}; it is an address like tcp://192.168.1.20:8786, or empty.</source>
        <translation>{label}: {value}; нужен адрес вида tcp://192.168.1.20:8786 или пусто.</translation>
    </message>
    <message>
        <source>{label} is {value}; it is on or off.</source>
        <translation>{label}: {value}; допустимо «вкл» или «выкл».</translation>
    </message>
    <message>
        <source>{label} is {value}; it is one of: {choices}.</source>
        <translation>{label}: {value}; допустимо одно из: {choices}.</translation>
    </message>
    <message>
        <source>{label} is {value}; it lies above {least} and up to {most}.</source>
        <translation>{label}: {value}; допустимо больше {least} и до {most}.</translation>
    </message>
    <message>
        <source>{label} is {value}; it lies between {least} and {most}.</source>
        <translation>{label}: {value}; допустимо от {least} до {most}.</translation>
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
        <source>{least} to {most}</source>
        <translation>от {least} до {most}</translation>
    </message>
    <message>
        <source>{least} to {most}</source>
        <comment>numbers</comment>
        <translation>от {least} до {most}</translation>
    </message>
    <message>
        <source>{lines} and {count:,} more</source>
        <translation>{lines} и ещё {count:,}</translation>
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
        <source>{money} to begin with, size {size}, commission {commission}, slippage {slippage}.</source>
        <translation>В начале {money}, размер {size}, комиссия {commission}, проскальзывание {slippage}.</translation>
    </message>
    <message>
        <source>{names} and {count} more</source>
        <translation>{names} и ещё {count}</translation>
    </message>
    <message>
        <source>{name} can&apos;t be read ({error}); check the file and its permissions.</source>
        <translation>{name} не читается ({error}); проверьте файл и права на него.</translation>
    </message>
    <message>
        <source>{name} can&apos;t be read ({fault}); choose another file.</source>
        <translation>Не удаётся прочитать {name} ({fault}); выберите другой файл.</translation>
    </message>
    <message>
        <source>{name} has over {most} bytes of JSON; save it as CSV and import that.</source>
        <translation>В {name} больше {most} байт JSON; сохраните его как CSV и импортируйте.</translation>
    </message>
    <message>
        <source>{name} has the key {shown}</source>
        <translation>У счёта {name} ключ {shown}</translation>
    </message>
    <message>
        <source>{name} has {rows} rows of {columns} columns; at most {most} of {widest} are taken, split it.</source>
        <translation>В {name} {rows} строк по {columns} столбцов; берётся не больше {most} по {widest}, разделите его.</translation>
    </message>
    <message>
        <source>{name} has {size} bytes, over the {most} taken; split it into smaller files.</source>
        <translation>В {name} {size} байт, больше допустимых {most}; разделите его на файлы поменьше.</translation>
    </message>
    <message>
        <source>{name} holds {count} files; unpack it and import one of them.</source>
        <translation>В {name} файлов: {count}; распакуйте его и импортируйте один из них.</translation>
    </message>
    <message>
        <source>{name} holds {count} tables ({names}); save one of them in a file.</source>
        <translation>В {name} таблиц: {count} ({names}); сохраните одну из них в файл.</translation>
    </message>
    <message>
        <source>{name} is a damaged archive (cut off, or its CRC is wrong); download it again.</source>
        <translation>{name} — повреждённый архив (обрезан или не сходится CRC); загрузите его снова.</translation>
    </message>
    <message>
        <source>{name} is a damaged {kind} file; save it again, or as CSV.</source>
        <translation>{name} — повреждённый файл {kind}; сохраните его снова или как CSV.</translation>
    </message>
    <message>
        <source>{name} is a folder; choose a file.</source>
        <translation>{name} — папка; выберите файл.</translation>
    </message>
    <message>
        <source>{name} is an Office document; save its table as CSV and import that.</source>
        <translation>{name} — документ Office; сохраните таблицу как CSV и импортируйте её.</translation>
    </message>
    <message>
        <source>{name} is an archive of a kind not known here; unpack it, or use gzip or zip.</source>
        <translation>{name} — архив неизвестного вида; распакуйте его или возьмите gzip или zip.</translation>
    </message>
    <message>
        <source>{name} is broken JSON (cut off or damaged); download it again.</source>
        <translation>{name} — испорченный JSON (обрезан или повреждён); загрузите его снова.</translation>
    </message>
    <message>
        <source>{name} is not a regular file; choose a file.</source>
        <translation>{name} — не обычный файл; выберите файл.</translation>
    </message>
    <message>
        <source>{name} is not a text or CSV file; choose a CSV file with bars.</source>
        <translation>{name} — не текст и не CSV; выберите файл CSV с барами.</translation>
    </message>
    <message>
        <source>{name} is packed in a way not known here; unpack it and import the file.</source>
        <translation>{name} сжат неизвестным способом; распакуйте его и импортируйте файл.</translation>
    </message>
    <message>
        <source>{name} is password protected (encrypted); unpack it and import the file.</source>
        <translation>{name} защищён паролем; распакуйте его и импортируйте файл.</translation>
    </message>
    <message>
        <source>{name} is replaced once all of them are there.</source>
        <translation>{name} будет заменён, когда будут получены все бары.</translation>
    </message>
    <message>
        <source>{name} is there already, in {folder}. Replace it?</source>
        <translation>{name} уже есть в {folder}. Заменить?</translation>
    </message>
    <message>
        <source>{name} is too large when unpacked; split it into smaller files.</source>
        <translation>В распакованном виде {name} слишком велик; разделите его на файлы поменьше.</translation>
    </message>
    <message>
        <source>{name} is {kind}, not a text or CSV file; choose or save a CSV file.</source>
        <translation>{name} — {kind}, а не текст и не CSV; выберите или сохраните файл CSV.</translation>
    </message>
    <message>
        <source>{name} looks like a web page, not OHLCV data; download the file again, or another one.</source>
        <translation>{name} похож на веб-страницу, а не на данные OHLCV; загрузите файл снова или другой.</translation>
    </message>
    <message>
        <source>{name}: the file is empty; choose a file with bars.</source>
        <translation>{name}: файл пуст; выберите файл с барами.</translation>
    </message>
    <message>
        <source>{name}: the unpacked size or ratio is too large (over {most} bytes from {size}); unpack it yourself if you trust it.</source>
        <translation>{name}: распакованный размер слишком велик (больше {most} байт из {size}); распакуйте его сами, если доверяете ему.</translation>
    </message>
    <message>
        <source>{number!r} is not a number; write one like 100000 or 0.5.</source>
        <translation>{number!r} — не число; пишите, например, 100000 или 0.5.</translation>
    </message>
    <message>
        <source>{number!r} is not clear; write decimals behind a point, like 0.5.</source>
        <translation>{number!r} — неясно; дробную часть пишите через точку: 0.5.</translation>
    </message>
    <message>
        <source>{number} of {count}</source>
        <translation>{number} из {count}</translation>
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
        <source>{progress}, stop at {price}</source>
        <translation>{progress}, стоп на {price}</translation>
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
        <source>{seconds:.0f} s ago</source>
        <translation>{seconds:.0f} с назад</translation>
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
        <source>{share} from {price} {quote}</source>
        <translation>{share} от {price} {quote}</translation>
    </message>
    <message>
        <source>{share} of its cost</source>
        <translation>{share} от её стоимости</translation>
    </message>
    <message>
        <source>{share} of {draws} draws of the same positions at random times did as well or better</source>
        <translation>{share} из {draws} случайных расстановок тех же позиций дали не меньше</translation>
    </message>
    <message numerus="yes">
        <source>{shown} of {count} series</source>
        <comment>{shown} of {count} series</comment>
        <translation>
            <numerusform>{shown} из {count} ряда</numerusform>
            <numerusform>{shown} из {count} рядов</numerusform>
            <numerusform>{shown} из {count} рядов</numerusform>
        </translation>
    </message>
    <message>
        <source>{shown} of {there}</source>
        <translation>{shown} из {there}</translation>
    </message>
    <message>
        <source>{side} of {quantity} {symbol}</source>
        <translation>{side} {quantity} {symbol}</translation>
    </message>
    <message>
        <source>{speed:,.0f} bars a second</source>
        <translation>{speed:,.0f} баров в секунду</translation>
    </message>
    <message>
        <source>{step}  {change}  {bars} bars  {time}</source>
        <translation>{step}  {change}  баров: {bars}  {time}</translation>
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
        <source>{study} hidden</source>
        <translation>скрыт индикатор {study}</translation>
    </message>
    <message>
        <source>{study} shown</source>
        <translation>показан индикатор {study}</translation>
    </message>
    <message>
        <source>{study} values</source>
        <translation>Значения {study}</translation>
    </message>
    <message>
        <source>{symbols} read again, as asked for.</source>
        <translation>{symbols}: прочитано снова, по запросу.</translation>
    </message>
    <message>
        <source>{symbols} stays on the watchlist</source>
        <translation>{symbols} остаётся в списке наблюдения</translation>
    </message>
    <message>
        <source>{symbol} at {price}</source>
        <translation>{symbol} по {price}</translation>
    </message>
    <message>
        <source>{symbol} has no bars between these days; there are bars from {begin} to {end}.</source>
        <translation>У {symbol} нет баров между этими днями; бары есть с {begin} по {end}.</translation>
    </message>
    <message>
        <source>{symbol} is a real market&apos;s; only a simulated one may be explored.</source>
        <translation>{symbol} торгуется на реальном рынке; разведка возможна только на смоделированном.</translation>
    </message>
    <message>
        <source>{symbol} is being closed already; its order waits for the next price.</source>
        <translation>{symbol} уже закрывается; заявка ждёт следующей цены.</translation>
    </message>
    <message>
        <source>{symbol} is watched now; take it off the watchlist or stop monitoring to delete its bars.</source>
        <translation>{symbol} сейчас под наблюдением; чтобы удалить бары, уберите его из списка наблюдения или остановите мониторинг.</translation>
    </message>
    <message>
        <source>{symbol} was not given back to {version}: {error}</source>
        <translation>{symbol} не возвращён модели {version}: {error}</translation>
    </message>
    <message>
        <source>{symbol} was not tested for an edge: {error}</source>
        <translation>{symbol}: преимущество не проверено: {error}</translation>
    </message>
    <message>
        <source>{symbol} {interval} from {source}</source>
        <translation>{symbol} {interval} из {source}</translation>
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
        <source>{symbol}: stop {stop}, target {target}.</source>
        <translation>{symbol}: стоп {stop}, цель {target}.</translation>
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
        <source>{text} (not stored: {error})</source>
        <translation>{text} (не сохранено: {error})</translation>
    </message>
    <message>
        <source>{time} ago</source>
        <translation>{time} назад</translation>
    </message>
    <message>
        <source>{time} left</source>
        <translation>осталось {time}</translation>
    </message>
    <message>
        <source>{time} so far</source>
        <translation>прошло {time}</translation>
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
        <source>{told} (the best over {parameters})</source>
        <translation>{told} (лучшее по {parameters})</translation>
    </message>
    <message>
        <source>{told}. Enter or a click runs it by itself.</source>
        <translation>{told}. Enter или щелчок запускает её отдельно.</translation>
    </message>
    <message>
        <source>{tool}: click a price; or arrows and Enter. Esc gives up.</source>
        <translation>{tool}: щёлкните на нужной цене; либо стрелки и Enter. Esc — отказ.</translation>
    </message>
    <message>
        <source>{tool}: drag from one end to the other, or click both; or arrows and Enter. Esc gives up.</source>
        <translation>{tool}: протяните от одного конца к другому или щёлкните оба; либо стрелки и Enter. Esc — отказ.</translation>
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
        <source>{verb} {what} at about {price}, worth {value} {quote}?</source>
        <translation>{verb} {what} примерно по {price} на сумму {value} {quote}?</translation>
    </message>
    <message>
        <source>{verb} {what} at the next price? None is known yet.</source>
        <translation>{verb} {what} по следующей цене? Она пока неизвестна.</translation>
    </message>
    <message>
        <source>{version} could not be tested for an edge: {error}</source>
        <translation>Проверить преимущество {version} не удалось: {error}</translation>
    </message>
    <message>
        <source>{version} decides again, by the user&apos;s choice.</source>
        <translation>Снова решает {version}, по выбору пользователя.</translation>
    </message>
    <message>
        <source>{version} is no stored model of {symbol} {interval}; choose one of the list.</source>
        <translation>{version} — не сохранённая модель {symbol} {interval}; выберите одну из списка.</translation>
    </message>
    <message>
        <source>{version} is of the kind {kind}, and {other} is set to decide; change that in the settings first.</source>
        <translation>{version} — вида {kind}, а решать задано {other}; сначала измените это в настройках.</translation>
    </message>
    <message>
        <source>{version} stays untested: the bars it was trained on have changed since; train it again.</source>
        <translation>{version} остаётся непроверенной: бары, на которых она обучена, с тех пор изменились; обучите её снова.</translation>
    </message>
    <message>
        <source>{version} was trained on {count} bars.</source>
        <translation>{version} обучена, баров: {count}.</translation>
    </message>
    <message>
        <source>{version} was turned down: {old}, which it was compared with, decides no more.</source>
        <translation>{version} отклонена: {old}, с которой её сравнивали, больше не решает.</translation>
    </message>
    <message>
        <source>{version}: edge.</source>
        <translation>{version}: преимущество.</translation>
    </message>
    <message>
        <source>{version}: no evidence.</source>
        <translation>{version}: доказательств нет.</translation>
    </message>
    <message>
        <source>{version}: untested.</source>
        <translation>{version}: не проверено.</translation>
    </message>
    <message>
        <source>{way}
Trace {trace}</source>
        <translation>{way}
Цепочка {trace}</translation>
    </message>
    <message>
        <source>{who} answers {status}.</source>
        <translation>{who} отвечает {status}.</translation>
    </message>
    <message>
        <source>{who} answers {status}: it has moved; enter the address where it is now.</source>
        <translation>{who} отвечает {status}: адрес изменился; введите нынешний.</translation>
    </message>
    <message>
        <source>{who} answers {status}: {why}.</source>
        <translation>{who} отвечает {status}: {why}.</translation>
    </message>
    <message>
        <source>{who} can&apos;t be reached, or hangs up.</source>
        <translation>{who} недоступен или обрывает связь.</translation>
    </message>
    <message>
        <source>{who} can&apos;t be reached.</source>
        <translation>{who} недоступен.</translation>
    </message>
    <message>
        <source>{who} does not answer in time.</source>
        <translation>{who} не отвечает вовремя.</translation>
    </message>
    <message>
        <source>{who} does not do what is asked of it; choose another security.</source>
        <translation>{who} не делает того, что требуется; выберите другую защиту.</translation>
    </message>
    <message>
        <source>{who} does not know the bot&apos;s token; enter it again.</source>
        <translation>{who} не знает токена бота; введите его снова.</translation>
    </message>
    <message>
        <source>{who} does not take the mail ({code}).</source>
        <translation>{who} не принимает письмо ({code}).</translation>
    </message>
    <message>
        <source>{who} does not take the user or the password; enter them again.</source>
        <translation>{who} не принимает имя или пароль; введите их снова.</translation>
    </message>
    <message>
        <source>{who} has an address that can&apos;t be used; enter it again.</source>
        <translation>{who} — такой адрес использовать нельзя; введите его снова.</translation>
    </message>
    <message>
        <source>{who} has no certificate that this computer trusts.</source>
        <translation>{who} не имеет сертификата, которому доверяет этот компьютер.</translation>
    </message>
    <message>
        <source>{who} has taken it ({status}).</source>
        <translation>{who} — принято ({status}).</translation>
    </message>
    <message>
        <source>{who} has taken it.</source>
        <translation>{who} — принято.</translation>
    </message>
    <message>
        <source>{who} takes no mail for these addresses ({code}).</source>
        <translation>{who} не принимает почту для этих адресов ({code}).</translation>
    </message>
    <message>
        <source>{who} took the mail, but not for {recipients}.</source>
        <translation>{who} принял письмо, но не для {recipients}.</translation>
    </message>
    <message>
        <source>{word} of {name}, bars</source>
        <translation>{word} {name}, в барах</translation>
    </message>
    <message>
        <source>{word} ✕ wrong side of the price</source>
        <translation>{word} ✕ не с той стороны цены</translation>
    </message>
    <message>
        <source>{word}: {least} to {most} bars</source>
        <translation>{word}: баров от {least} до {most}</translation>
    </message>
    <message>
        <source>± moves by {level}% in {window}</source>
        <translation>± сдвинется на {level}% (окно: {window})</translation>
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
        <source>– not on the watchlist</source>
        <translation>– нет в списке наблюдения</translation>
    </message>
    <message>
        <source>– skipped</source>
        <translation>– пропущена</translation>
    </message>
    <message>
        <source>… Checking parity</source>
        <translation>… Проверка соответствия</translation>
    </message>
    <message>
        <source>… Connecting</source>
        <translation>… Подключение</translation>
    </message>
    <message>
        <source>… Reading what was recorded of {symbol}.</source>
        <translation>… Чтение записей о {symbol}.</translation>
    </message>
    <message>
        <source>… The agents&apos; model is being trained on the bars before the first; then bars come.</source>
        <translation>… Модель агентов обучается на барах до первого; затем пойдут бары.</translation>
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
        <source>← → by bar, Page Up and Page Down by day, Home and End, Esc back to now</source>
        <translation>← → по барам, Page Up и Page Down по дням, Home и End, Esc — назад в настоящее</translation>
    </message>
    <message>
        <source>↺ waits to come back</source>
        <translation>↺ ждёт возврата цены</translation>
    </message>
    <message>
        <source>↺ went off {when}, must come back</source>
        <translation>↺ сработало {when}, цена должна вернуться</translation>
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
        <source>■ Trading is halted</source>
        <translation>■ Торговля остановлена</translation>
    </message>
    <message>
        <source>■ neither</source>
        <translation>■ флэт</translation>
    </message>
    <message>
        <source>■ stopped</source>
        <translation>■ остановлен</translation>
    </message>
    <message>
        <source>□ archived</source>
        <translation>□ в архиве</translation>
    </message>
    <message>
        <source>▲ ARMED</source>
        <translation>▲ РАЗРЕШЕНА</translation>
    </message>
    <message>
        <source>▲ Changed since it was fetched: {changed}</source>
        <translation>▲ Изменён после получения: {changed}</translation>
    </message>
    <message>
        <source>▲ Checked: the stored bars are not those that were fetched.</source>
        <translation>▲ Проверено: сохранённые бары — не те, что были получены.</translation>
    </message>
    <message>
        <source>▲ No day is chosen: it is never quiet.</source>
        <translation>▲ Не выбран ни один день: тихо не будет никогда.</translation>
    </message>
    <message>
        <source>▲ Something went wrong in the program</source>
        <translation>▲ В программе произошла ошибка</translation>
    </message>
    <message>
        <source>▲ The program crashed the last time</source>
        <translation>▲ В прошлый раз программа аварийно завершилась</translation>
    </message>
    <message>
        <source>▲ The sweep was not kept, so it does not count: {problem}</source>
        <translation>▲ Перебор не сохранён, поэтому не считается: {problem}</translation>
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
        <source>▲ changed since it was fetched</source>
        <translation>▲ изменён после получения</translation>
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
        <source>▲ not the bars that were fetched</source>
        <translation>▲ не те бары, что были получены</translation>
    </message>
    <message>
        <source>▲ rises to {level}</source>
        <translation>▲ вырастет до {level}</translation>
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
        <source>▲ {count} values can&apos;t be applied; see {pages}.</source>
        <translation>▲ Нельзя применить значений: {count}; смотрите {pages}.</translation>
    </message>
    <message>
        <source>▲ {path} can&apos;t be written; choose another place.</source>
        <translation>▲ Не удаётся записать {path}; выберите другое место.</translation>
    </message>
    <message>
        <source>▶ Trading is released</source>
        <translation>▶ Торговля возобновлена</translation>
    </message>
    <message>
        <source>▶ sideways</source>
        <translation>▶ боковик</translation>
    </message>
    <message>
        <source>▶ trading</source>
        <translation>▶ торгует</translation>
    </message>
    <message>
        <source>▼ bear</source>
        <translation>▼ падение</translation>
    </message>
    <message>
        <source>▼ falls to {level}</source>
        <translation>▼ упадёт до {level}</translation>
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
        <source>◆ reaches {level}</source>
        <translation>◆ достигнет {level}</translation>
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
        <source>○ no passport</source>
        <translation>○ нет паспорта</translation>
    </message>
    <message>
        <source>○ tested</source>
        <translation>○ проверена</translation>
    </message>
    <message numerus="yes">
        <source>○ {count} bars when it was fetched</source>
        <comment>○ {count} bars when it was fetched</comment>
        <translation>
            <numerusform>○ при получении был {count} бар</numerusform>
            <numerusform>○ при получении было {count} бара</numerusform>
            <numerusform>○ при получении было {count} баров</numerusform>
        </translation>
    </message>
    <message>
        <source>● Checked: the bars can be read. There is no passport to compare them with.</source>
        <translation>● Проверено: бары читаются. Паспорта, с которым их можно сравнить, нет.</translation>
    </message>
    <message>
        <source>● Live · last price {ago}</source>
        <translation>● Идёт · последняя цена {ago}</translation>
    </message>
    <message>
        <source>● changed</source>
        <translation>● изменено</translation>
    </message>
    <message>
        <source>● chosen in its market</source>
        <translation>● выбран на своём рынке</translation>
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
        <source>● on</source>
        <translation>● включено</translation>
    </message>
    <message>
        <source>● on, went off {when}</source>
        <translation>● включено, сработало {when}</translation>
    </message>
    <message>
        <source>● own</source>
        <translation>● своё</translation>
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
        <source>◷ THE PAST: {time} ({utc_time}), bar {place:,} of {count:,}. Esc leads back to now.</source>
        <translation>◷ ПРОШЛОЕ: {time} ({utc_time}), бар {place:,} из {count:,}. Esc возвращает в настоящее.</translation>
    </message>
    <message>
        <source>✓ Checked {age}: all in order. After a minute it is asked anew.</source>
        <translation>✓ Проверено {age}: всё в порядке. Через минуту запрашивается заново.</translation>
    </message>
    <message>
        <source>✓ Checked: the stored bars are, to the bit, those that were fetched.</source>
        <translation>✓ Проверено: сохранённые бары до бита те же, что были получены.</translation>
    </message>
    <message numerus="yes">
        <source>✓ Imported {count} bars</source>
        <comment>✓ Imported {count} bar</comment>
        <translation>
            <numerusform>✓ Импортирован {count} бар</numerusform>
            <numerusform>✓ Импортировано {count} бара</numerusform>
            <numerusform>✓ Импортировано {count} баров</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>✓ Saved {count} bars from {source} to {name}.</source>
        <comment>✓ Saved {count} bar from {source} to {name}.</comment>
        <translation>
            <numerusform>✓ Сохранён {count} бар из {source} в {name}.</numerusform>
            <numerusform>✓ Сохранено {count} бара из {source} в {name}.</numerusform>
            <numerusform>✓ Сохранено {count} баров из {source} в {name}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>✓ Wrote {count} bars of {key} to {name}.</source>
        <comment>✓ Wrote {count} bar of {key} to {name}.</comment>
        <translation>
            <numerusform>✓ Записан {count} бар {key} в {name}.</numerusform>
            <numerusform>✓ Записано {count} бара {key} в {name}.</numerusform>
            <numerusform>✓ Записано {count} баров {key} в {name}.</numerusform>
        </translation>
    </message>
    <message>
        <source>✓ as fetched, checked</source>
        <translation>✓ как получен, проверен</translation>
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
        <source>✓ watched already</source>
        <translation>✓ уже в списке</translation>
    </message>
    <message>
        <source>✓ went off {when}</source>
        <translation>✓ сработало {when}</translation>
    </message>
    <message>
        <source>✕ Checked {age}: {lines} are not in order.</source>
        <translation>✕ Проверено {age}: не в порядке {lines}.</translation>
    </message>
    <message>
        <source>✕ Checked {age}: {line} is not in order.</source>
        <translation>✕ Проверено {age}: не в порядке {line}.</translation>
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
        <source>✕ The checks were stopped; check again to arm.</source>
        <translation>✕ Проверки прерваны; проверьте снова, чтобы разрешить торговлю.</translation>
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
        <source>✕ refused</source>
        <translation>✕ отклонён</translation>
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
