<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru_RU" sourcelanguage="en">
<context>
    <name></name>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Язык</translation>
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
        <source>A position in {symbol} was closed just now; no new one is opened for {bars} more bar.</source>
        <translation>Позиция по {symbol} только что закрыта; ещё {bars} бар новая не откроется.</translation>
    </message>
    <message>
        <source>A position in {symbol} was closed just now; no new one is opened for {bars} more bars.</source>
        <translation>Позиция по {symbol} только что закрыта; новая не откроется ещё несколько баров: {bars}.</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>Точность</translation>
    </message>
    <message>
        <source>All positions together would be worth {worth}, above the limit of {limit} ({share} of equity).</source>
        <translation>Все позиции вместе стоили бы {worth}, это больше предела {limit} ({share} капитала).</translation>
    </message>
    <message>
        <source>As the computer&apos;s</source>
        <translation>Как в системе</translation>
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
        <source>Balanced</source>
        <translation>Сбалансированная</translation>
    </message>
    <message>
        <source>Beware: {drift}.</source>
        <translation>Осторожно: {drift}.</translation>
    </message>
    <message>
        <source>Buy and hold</source>
        <translation>Купить и держать</translation>
    </message>
    <message>
        <source>Confidence {confidence} is under the least allowed, {least}.</source>
        <translation>Уверенность {confidence} ниже допустимой, {least}.</translation>
    </message>
    <message>
        <source>Costs, luck and length</source>
        <translation>Издержки, везение и длина</translation>
    </message>
    <message>
        <source>Deflated Sharpe ratio</source>
        <translation>Шарп с поправкой на попытки</translation>
    </message>
    <message>
        <source>Equity is {share} under its peak; from {limit} on nothing is opened until trading is released.</source>
        <translation>Капитал на {share} ниже максимума; начиная с {limit} позиции не открываются, пока торговлю не возобновят.</translation>
    </message>
    <message>
        <source>Evidence of an edge: {strategy} made {made} after costs, better than {share} of the same positions at random times, and its Sharpe ratio is more than the luck of {tries} (probability {probability}).</source>
        <translation>Доказательства преимущества: {strategy} дала {made} после издержек, лучше {share} таких же позиций в случайное время, и её коэффициент Шарпа больше, чем везение ({tries}; вероятность {probability}).</translation>
    </message>
    <message>
        <source>How many bars it takes to be 95% sure that the Sharpe ratio is above zero.</source>
        <translation>Сколько баров нужно, чтобы на 95% быть уверенным, что коэффициент Шарпа выше нуля.</translation>
    </message>
    <message>
        <source>How often the best of a sweep on one half of the bars was among the worse half on the other.</source>
        <translation>Как часто лучший вариант перебора на одной половине баров попадал в худшую половину на другой.</translation>
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
        <source>Kelly&apos;s criterion goes by a model&apos;s odds and there is no model to tell them</source>
        <translation>критерию Келли нужны шансы от модели, а модели нет</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Язык</translation>
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
        <source>Minimum track length</source>
        <translation>Наименьшая длина истории</translation>
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
        <source>Nothing to judge: {reason}.</source>
        <translation>Судить не о чем: {reason}.</translation>
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
        <source>Overfitting</source>
        <translation>Переобучение</translation>
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
        <source>Rules decided: {rules}.</source>
        <translation>Решили правила: {rules}.</translation>
    </message>
    <message>
        <source>Rules decided; none of them spoke.</source>
        <translation>Решали правила; ни одно не сработало.</translation>
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
        <source>Selling {quantity} {symbol} would open a short position, which is not allowed.</source>
        <translation>Продажа {quantity} {symbol} открыла бы короткую позицию, а это не разрешено.</translation>
    </message>
    <message>
        <source>Sharpe {ratio}</source>
        <translation>Шарп {ratio}</translation>
    </message>
    <message>
        <source>Sized by {method}.</source>
        <translation>Размер: {method}.</translation>
    </message>
    <message>
        <source>That holds for these bars, not for those to come.</source>
        <translation>Это верно для этих баров, но не для будущих.</translation>
    </message>
    <message>
        <source>The class prior knows only how often each outcome comes.</source>
        <translation>Частоты классов говорят только, как часто бывает каждый исход.</translation>
    </message>
    <message>
        <source>The first model of {symbol} is still being trained</source>
        <translation>Первая модель для {symbol} ещё обучается</translation>
    </message>
    <message>
        <source>The language counts from the next start. What is kept and sent stays English.</source>
        <translation>Язык сменится при следующем запуске. Сохраняемое и отправляемое остаётся на английском.</translation>
    </message>
    <message>
        <source>The last price of {symbol} is {bars} bars old; {limit} are allowed.</source>
        <translation>Последней цене {symbol} уже {bars} бара; допустимо {limit}.</translation>
    </message>
    <message>
        <source>The likeliest outcome is no move of {share} either way within {bars} bars.</source>
        <translation>Вероятнее всего, за {bars} баров цена не сдвинется на {share} ни в одну сторону.</translation>
    </message>
    <message>
        <source>The market of {symbol} is closed; an order would wait for its next session&apos;s first price.</source>
        <translation>Рынок {symbol} закрыт; заявка ждала бы первой цены следующей сессии.</translation>
    </message>
    <message>
        <source>The mean over buy, hold and sell of the share of each that was told.</source>
        <translation>Среднее по покупке, удержанию и продаже от доли верно предсказанных.</translation>
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
        <source>The order is worth {worth}, above the limit of {limit} ({share} of equity).</source>
        <translation>Заявка стоит {worth}, это больше предела {limit} ({share} капитала).</translation>
    </message>
    <message>
        <source>The order needs {needed} and the free cash is {cash}.</source>
        <translation>Заявке нужно {needed}, а свободных денег {cash}.</translation>
    </message>
    <message>
        <source>The order&apos;s price {price} is {share} away from the last one, {last}; {limit} are allowed.</source>
        <translation>Цена заявки {price} отстоит от последней, {last}, на {share}; допустимо {limit}.</translation>
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
        <source>The risk score {score} is above the most allowed, {most}.</source>
        <translation>Оценка риска {score} выше допустимой, {most}.</translation>
    </message>
    <message>
        <source>The rules do not agree on a side.</source>
        <translation>Правила не согласны насчёт стороны.</translation>
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
        <source>The share of the outcomes told right; the majority class is what came most often before.</source>
        <translation>Доля верно предсказанных исходов; самый частый класс — тот, что раньше встречался чаще всего.</translation>
    </message>
    <message>
        <source>There is no model of {symbol} yet</source>
        <translation>Модели для {symbol} ещё нет</translation>
    </message>
    <message>
        <source>This bar of {symbol} has led to a {action} already.</source>
        <translation>По этому бару {symbol} уже было решение {action}.</translation>
    </message>
    <message>
        <source>This explores the simulated market: the model found nothing to gain, and a small paper trade shows what one costs.</source>
        <translation>Это разведка на смоделированном рынке: модель не нашла выгоды, а маленькая учебная сделка показывает, сколько стоит торговля.</translation>
    </message>
    <message>
        <source>This run</source>
        <translation>Этот прогон</translation>
    </message>
    <message>
        <source>Trend {trend}, strength {strength}.</source>
        <translation>Тренд: {trend}, сила {strength}.</translation>
    </message>
    <message>
        <source>Variations tried</source>
        <translation>Испытано вариаций</translation>
    </message>
    <message>
        <source>Weak evidence of an edge: {reason}.</source>
        <translation>Слабые доказательства преимущества: {reason}.</translation>
    </message>
    <message>
        <source>What the model&apos;s log-loss is better by than that of the class prior; under 0 it is worse.</source>
        <translation>Насколько потеря модели лучше, чем у частот классов; ниже 0 — хуже.</translation>
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
        <source>a position was closed just now and no new one is opened for {bars} more bar</source>
        <translation>позиция только что закрыта, и ещё {bars} бар новая не откроется</translation>
    </message>
    <message>
        <source>a position was closed just now and no new one is opened for {bars} more bars</source>
        <translation>позиция только что закрыта, и новая не откроется ещё несколько баров: {bars}</translation>
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
        <source>better than {share} of {draws}</source>
        <translation>лучше {share} из {draws}</translation>
    </message>
    <message>
        <source>buying and holding made {held}, {strategy} {made} and no better for its risk</source>
        <translation>«купить и держать» дало {held}, {strategy} — {made} и не лучше с учётом риска</translation>
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
        <source>more than chance</source>
        <translation>больше случайного</translation>
    </message>
    <message>
        <source>no length</source>
        <translation>никакая</translation>
    </message>
    <message>
        <source>no {symbol} is held and short selling is not allowed</source>
        <translation>{symbol} в позиции нет, а короткие продажи не разрешены</translation>
    </message>
    <message>
        <source>nothing is expected to be gained, and of that Kelly&apos;s criterion stakes nothing</source>
        <translation>выигрыша не ожидается, и критерий Келли ничего не ставит</translation>
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
        <source>{count} orders went out within a minute; {limit} are allowed.</source>
        <translation>За минуту отправлено заявок: {count}; разрешено {limit}.</translation>
    </message>
    <message>
        <source>{count} variations</source>
        <translation>вариаций: {count}</translation>
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
        <source>{other}, a textbook rule, made {best} and {strategy} {made}</source>
        <translation>{other}, правило из учебника, дало {best}, а {strategy} — {made}</translation>
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
        <source>{share} of {draws} draws of the same positions at random times did as well or better</source>
        <translation>{share} из {draws} случайных расстановок тех же позиций дали не меньше</translation>
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
        <source>{symbol} is a real market&apos;s; only a simulated one may be explored.</source>
        <translation>{symbol} торгуется на реальном рынке; разведка возможна только на смоделированном.</translation>
    </message>
    <message>
        <source>{trades} trades are too few to tell skill from luck; {least} are the least</source>
        <translation>сделок ({trades}) мало, чтобы отличить умение от везения; нужно не меньше {least}</translation>
    </message>
</context>
</TS>
