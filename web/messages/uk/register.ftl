# Огляд, реєстр, суб’єкт, числа, дії. Чернетка: жоден носій мови її не читав.

overview-lead = { $documents ->
    [one] { $documents } документ
    [few] { $documents } документи
   *[many] { $documents } документів
 }, { $accounts ->
    [one] { $accounts } повідомлення
    [few] { $accounts } повідомлення
   *[many] { $accounts } повідомлень
 } від { $sources ->
    [one] { $sources } джерела
   *[other] { $sources } джерел
 }.
documented = Задокументовано
documented-hint = Особи в реєстрі, про кожну є повідомлення. Діапазон там, де записів не досить.
reported = Повідомлено
reported-hint = Що кажуть джерела, кожне назване. Ніколи не додається.
estimated = Оцінено
estimated-hint = Разом із тими, кого ніколи не записали.
no-estimate = Оцінки немає.
not-documented = немає в реєстрі
nobody-reports = Ніхто не наводить числа.
more-speakers = { $count ->
    [one] і ще { $count } число
    [few] і ще { $count } числа
   *[many] і ще { $count } чисел
 }
speakers-count = { $count ->
    [0] жодного повідомленого числа
    [one] { $count } повідомлене число
    [few] { $count } повідомлені числа
   *[many] { $count } повідомлених чисел
 }
withdrawn-since = { $count ->
    [one] { $count } відтоді вилучено
   *[other] { $count } відтоді вилучено
 }
undecided-pairs = { $count ->
    [one] { $count } невирішена пара
    [few] { $count } невирішені пари
   *[many] { $count } невирішених пар
 }
running-total = наростаючий підсумок
denied = заперечено
hypothetical = очікується або є побоювання
by-rule = діапазон за правилом для неточного слова
done-by-who = вчинено: { $who }
series-of = { $metric } у часі
recent-acts = Останні дії
all-activity = Усі дії
waits-for-decision = Чекає рішення
wait-for-decision = чекають рішення
claims-count = { $count ->
    [one] { $count } твердження
    [few] { $count } твердження
   *[many] { $count } тверджень
 }
nothing-waits = Нічого не чекає. Нові тексти читаються, коли надходять.
nothing-counts = Ще нічого не рахується
nothing-counts-words = Прочитане в документах чекає на людину. Прийміть твердження, імпортуйте список або запишіть щось від руки, і тут з’являться числа.
decide-claims = Вирішити щодо тверджень
empty-register = Цей реєстр порожній
empty-register-words = Реєстр росте з документів. Є три входи, і кожну дію можна скасувати:
empty-intake = зберегти текст як є і прочитати його числа
empty-import = внести список, рядок за рядком
empty-new = записати, що каже одне джерело

register-lead = { $count ->
    [0] Жодного повідомлення.
    [one] { $count } повідомлення. Кожне є словом одного джерела про одну річ.
    [few] { $count } повідомлення. Кожне є словом одного джерела про одну річ.
   *[many] { $count } повідомлень. Кожне є словом одного джерела про одну річ.
 }
search-any = Шукати імена й слова будь-яким письмом
order = Порядок
order-entry = Як надходили
order-date = За датою
order-name = За ім’ям
order-place = За місцем
narrowed-to = Звужено до
narrow-to = Звузити до цього
remove-filter = Прибрати цей фільтр
clear-filters = Прибрати всі
facets = Звузити
more-of = Більше: { $name }
values-left-out = { $count ->
    [one] Не показано ще { $count } значення: знайдіть його пошуком.
    [few] Не показано ще { $count } значення: знайдіть їх пошуком.
   *[many] Не показано ще { $count } значень: знайдіть їх пошуком.
 }
none-found = Нічого не знайдено
none-found-words = Жодне повідомлення не відповідає всьому цьому. Приберіть фільтр або введіть менше літер імені: правопис, письмо й голосні знаки не мають значення.
indexing = Покажчик для пошуку заповнюється: { $done } з { $total }.
name-or-what = Ім’я
sex-and-age = Стать, вік
when = Коли
unnamed = { $kind }, без імені
no-longer-counted = вилучено
cannot-tell = не можна сказати, чи це хтось новий
saved-views = Збережені вигляди
save-view = Зберегти цей вигляд
view-name = Назва вигляду
view-saved = Вигляд збережено. Його адреса нічого не каже про те, що шукали.

subject = Суб’єкт
unnamed-subject = Без імені
subject-lead = { $count ->
    [one] Про це є { $count } повідомлення.
    [few] Про це є { $count } повідомлення.
   *[many] Про це є { $count } повідомлень.
 }
side-by-side = Повідомлення поруч
field = Поле
disagree = повідомлення розходяться
in-their-words = Їхніми словами
judgements = Судження
verdict = { $verdict ->
    [same] Той самий
    [different] Інший
    [unsure] Неможливо визначити
   *[other] { $verdict }
 }
history = Історія
field-name = { $name ->
    [kind] Вид
    [sex] Стать
    [age] Вік
    [born] Дата народження
    [status] Цивільний статус
    [size] Скільки
    [identifier] Ідентифікатор
    [act] Що сталося
    [when] Коли
    [place] Місце
    [means] Засіб
    [state] Стан
    [tie] Зв’язки
    [done_by] Хто вчинив, як сказано
   *[number] Число
 }

figures-lead = Записане в реєстрі, повідомлене джерелами й оцінене моделями стоїть поруч і ніколи не змішується.
question = Запитання
metric = Що рахується
rule = Правило
divide-by = Поділити за
as-it-was = Як було
as-it-was-hint = Дата або позиція реєстру. Порожньо: зараз.
shown-as = Показати як
as-table = Таблиця
as-series = У часі
as-dots = Діапазони
as-bars = Стовпчики
as-map = Мапа
scope = Кого охоплює
dimension = { $name ->
    [sex] Стать
    [age] Вік
    [place] Місце
    [month] Місяць
    [year] Рік
    [source] Хто каже
    [publisher] Видавець
    [document] Документ
    [kind] Вид
    [status] Цивільний статус
    [metric] Що сталося
    [named] Названо
    [standing] Чинність
   *[other] { $name }
 }
no-figures = У реєстрі нічого немає
no-figures-words = Для цього запитання не рахується жодне повідомлення. Виберіть інше, що рахувати, приберіть фільтр або вирішіть щодо тверджень, які чекають.
no-chart = Для цього запитання нема чого креслити.
save-chart = Зберегти як SVG
no-maps = Тут немає меж
no-maps-words = Межі є твердженням того, хто їх накреслив, тому Cairn не містить жодних. Покладіть файл GeoJSON із джерелом і датою до теки, яку називає cairn serve --boundaries.
boundaries = Межі
boundaries-from = Межі: { $source }, { $date }. Їх показ нічого не підтримує.
movable-map = Мапа, яку можна рухати. Таблиця під нею каже те саме.
contradictions = Суперечності
contradictions-lead = Перелічуються, ніколи не виправляються.
contradiction-kind = { $kind ->
    [cumulative_falls] Наростаючий підсумок падає
    [part_exceeds_whole] Частина більша за ціле
    [total_falls] Наростаючий підсумок падає
    [counter_restarts] Лік починається знову
    [reclassified] Перенесено з одного виду до іншого
    [parts_exceed_whole] Частини більші за ціле
    [period_not_difference] Число за період не дорівнює різниці підсумків
    [late_addition] Пізнє додавання
    [restated] Джерело змінило своє число
    [two_values] Одне джерело подає два числа на один день
    [flash_and_verified] Попереднє й перевірене числа різняться
    [as_of_shift] Те саме число на два дні
    [relay_differs] Передане число відрізняється від першоджерела
    [ends_crossed] Найменше перевищує найбільше
   *[other] { $kind }
 }

activity-lead = Усе, що зроблено, словами. Нічого не видаляється: скасоване лишається тут, закреслене.
no-activity = Ще нічого не зроблено
no-activity-words = Тут стоятиме кожен документ, рішення та імпорт: хто це зробив і чому.
taken-back = скасовано
bring-back = Повернути
undo-batch = Скасувати цю дію
undo-why = Чому
undo-hint = Зберігається в журналі. Можна лишити порожнім.
undone-count = { $count ->
    [0] Скасовано.
    [one] Скасовано: { $count } повідомлення більше не рахується.
    [few] Скасовано: { $count } повідомлення більше не рахуються.
   *[many] Скасовано: { $count } повідомлень більше не рахуються.
 }
brought-back-count = { $count ->
    [0] Повернено.
    [one] Повернено: { $count } повідомлення знову рахується.
    [few] Повернено: { $count } повідомлення знову рахуються.
   *[many] Повернено: { $count } повідомлень знову рахуються.
 }
act-add = { $count ->
    [1] Додано документ
    [one] Додано { $count } документ
    [few] Додано { $count } документи
   *[many] Додано { $count } документів
 }
act-accept = { $count ->
    [one] Прийнято { $count } твердження
    [few] Прийнято { $count } твердження
   *[many] Прийнято { $count } тверджень
 }
act-reject = { $count ->
    [one] Відхилено { $count } твердження
    [few] Відхилено { $count } твердження
   *[many] Відхилено { $count } тверджень
 }
act-import = { $count ->
    [one] Імпортовано { $count } повідомлення
    [few] Імпортовано { $count } повідомлення
   *[many] Імпортовано { $count } повідомлень
 }
act-record = { $count ->
    [one] Від руки записано { $count } повідомлення
    [few] Від руки записано { $count } повідомлення
   *[many] Від руки записано { $count } повідомлень
 }
act-undo = Скасовано: { $what }
act-other = { $act }: { $count ->
    [one] { $count } повідомлення
    [few] { $count } повідомлення
   *[many] { $count } повідомлень
 }
verb = { $act ->
    [add] Додано документ
    [import] Імпортовано
    [accept] Прийнято твердження
    [reject] Відхилено твердження
    [decide] Вирішено щодо тверджень
    [record] Записано від руки
    [amend] Виправлено нашу помилку
    [withdraw] Вилучено
    [judge] Судження про тотожність
    [undo] Скасовано
    [correct] Виправлено джерелом
    [link] Пов’язано: хто є в кількох списках
    [estimate] Оцінено
    [scope] Оголошено охоплення списків
    [consent] Записано згоду
   *[other] { $act }
 }
not-drawn = Не накреслено: { $kind ->
    [bars] стовпчики не можна звузити. Таблицю можна.
   *[other] лінії й точки звужуються лише до одного місця або одного джерела. Решту показує таблиця.
 }
all-contradictions = { $count ->
    [one] Показати { $count } суперечність
    [few] Показати всі { $count } суперечності
   *[many] Показати всі { $count } суперечностей
 }
grade = { $grade ->
    [same] Те саме ім’я
    [variant] Те саме ім’я в іншому написанні
    [partial] Частина імені
    [reordered] Ті самі слова в іншому порядку
    [similar] Те саме, крім описки
    [same_family] Те саме прізвище, інше особове ім’я
   *[other] схоже ім’я
 }
bars-need-parts = Стовпчики порівнюють частини: виберіть угорі, за чим поділити.

mend-slip = Виправити нашу помилку
mend-words = Коли ми хибно прочитали чи набрали. Повідомлення, яким воно було, лишається в журналі.
mend-it = Виправити
mended = Виправлено.
why-mend = Що було хибно
fields-marked = Змінені вами поля позначено.
nothing-changed = Спершу змініть якесь поле.
withdraw-account = Вилучити
withdraw-words = Його можна читати й далі, але воно більше не рахується.
withdraw-it = Вилучити це повідомлення
withdrawn = Вилучено. Більше не рахується.
why-withdraw = Чому його вилучають
judge-same = Той самий чи інший
judge-words = Чи два повідомлення про те саме. Нічого не зливається: обидва лишаються як є.
judge-it = Винести судження
judged = Судження: { $verdict ->
    [same] той самий
    [different] інший
   *[unsure] неможливо визначити
 }.
why-judge = Що вам на це вказує
verdict-label = Чи обидва про те саме?
verdict-needed = Виберіть щось одне.
compared-to = Порівняно з
another-one = Інше
name-on-record = Ім’я в реєстрі
name-on-record-hint = Будь-яким письмом. Виберіть те, з чим порівняти.
choose-other = Виберіть повідомлення для порівняння.
which-account = Яке повідомлення
reason-hint = Зберігається в журналі назавжди.
reason-needed = Назвіть причину: вона стоятиме в журналі.
counts-no-more = більше не рахується
nothing-counts-here = Ніщо з цього більше не рахується.
look-at = Варто переглянути:
estimate-refused = Відмовлено: списки не дають підстав для оцінки.
estimate-middle = середина { $count }
estimate-run = запуск { $run } з { $runs }
