# Рамка: навігація, команди, помилки й те, що є всюди. Чернетка: жоден носій мови її не читав.

cairn = Cairn
nav-overview = Огляд
nav-documents = Документи
nav-intake = Приймання
nav-import = Імпорт
nav-register = Реєстр
nav-figures = Числа
nav-activity = Дії
nav-review = Перегляд
nav-estimates = Оцінки
nav-publish = Оприлюднення
nav-settings = Налаштування
navigation = Розділи
menu = Меню
skip-to-content = До змісту
new-record = Нове
palette = Команди
palette-ask = Що ви хочете зробити чи знайти?
palette-nothing = Жодна команда й жоден запис не мають цих слів.
commands = Команди
in-the-register = У реєстрі
help = Клавіші й довідка
help-lead = Кожна команда є також у меню та в переліку команд. Клавіші зберігають свої місця в будь-якій розкладці.
help-act = Робота
help-go = Перейти
help-page = Сторінка
go-to = Перейти: { $place }
search-register = Шукати в реєстрі
walk-back = Показати, хто це сказав
undo-last = Скасувати останню дію
switch-theme = Перемкнути світлі й темні кольори
switch-density = Перемкнути просторий і щільний вигляд
language-command = Мова: { $language }
close = Закрити
cancel = Скасувати
save = Зберегти
saved = Збережено.
more = Показати більше
fewer = Показати менше
none = Нічого
now = зараз
asking = Запит до реєстру…
dismiss = Сховати
just-done = Щойно зроблено
undo = Скасувати
undone = Скасовано.
brought-back = Повернено.
undo-nothing = Тут нічого скасовувати. Усі дії є в розділі «Дії».
jobs = Поточні роботи
job-state = { $state ->
    [waiting] чекає
    [running] триває
    [done] зроблено
    [failed] не вдалося
    [cancelled] скасовано
   *[other] { $state }
 }
job-made = { $count ->
    [one] Надійшло { $count } повідомлення. Показати дію
    [few] Надійшло { $count } повідомлення. Показати дію
   *[many] Надійшло { $count } повідомлень. Показати дію
 }

try-again = Спробувати ще раз
error-code = Код
error-of-page = На сторінці сталася помилка.
error-of-page-mend = Завантажте сторінку знову. Написане вами збережено.
error-no-answer = Реєстр не відповідає.
error-no-answer-mend = Перевірте, чи працює cairn serve, і спробуйте ще раз. Написане вами буде збережено, щойно він відповість.
error-session = Сеанс завершено.
error-session-mend = Відкрийте знову адресу, яку надрукувала команда cairn serve.
error-busy = Реєстр зайнятий довгим записом.
error-busy-mend = Зачекайте трохи і спробуйте ще раз.
error-unknown = Реєстр цього не прийняв.
not-found = Тут цього немає
not-found-words = Жоден розділ не має такої адреси.
out-of-order = Цей розділ не відкрився

sign-in = Відкрити реєстр
sign-in-words = Реєстр відкритий лише для того, хто його запустив. Відкрийте адресу, яку надрукувала ця команда:
sign-in-token = Або вставте адресу чи її ключ доступу
sign-in-hint = Починається з http://127.0.0.1 і містить #token=…
sign-in-refused = Це ключ не тієї програми, що зараз працює. Запустіть її знову, щоб отримати нову адресу.

provenance = Хто це сказав
said-by = Хто сказав
said-on = Коли сказано
published-by = Хто опублікував
document = Документ
a-document = документ
log-entry = Запис журналу
entry = Запис
entry-label = Запис { $id }: показати походження
recorded = Записано
act = Дія
position = Позиція
undone-by = Скасовано дією
actor-not-stated = не зазначено, хто діяв
author-not-stated = текст { $document }, автора не зазначено
empty-cell = (порожньо)
open-subject = Усе, що про це сказано
open-activity = Показати дію
figure-label = { $what }: { $number }. Показати, хто це сказав
figure-label-plain = { $number }. Показати, хто це сказав
behind-inside = { $count ->
    [one] { $count } повідомлення всередині
    [few] { $count } повідомлення всередині
   *[many] { $count } повідомлень усередині
 }
behind-overlaps = { $count ->
    [one] ще { $count } збігається частково
   *[other] ще { $count } збігаються частково
 }
behind-withdrawn = { $count ->
    [one] { $count } вилучено
   *[other] { $count } вилучено
 }
behind-reported = { $count ->
    [0] жодного повідомленого числа
    [one] { $count } повідомлене число
    [few] { $count } повідомлені числа
   *[many] { $count } повідомлених чисел
 }
behind-shown = Показано перші { $shown } з { $total }.
by-rule-at = за правилом { $rule }, у позиції { $position }
membership = { $kind ->
    [inside] всередині
    [overlaps] збігається частково
    [withdrawn] відкликано
   *[reported] число
 }

number-not-stated = число не зазначено
or-more = { $number } або більше
or-fewer = { $number } або менше
about = близько { $number }
until = до { $date }
since = з { $date }
not-stated = не зазначено
as-of = станом на { $date }
age-years = { $count ->
    [one] { $age } рік
    [few] { $age } роки
   *[many] { $age } років
 }

draft-kept = Збережено як чернетку.
draft-found = Тут ваша попередня чернетка.
draft-keeping = Зберігається…
draft-failed = Ще не збережено: реєстр не відповідає. Буде нова спроба.
draft-from = Чернетка від { $time }
discard-draft = Відкинути чернетку

settings-lead = Вигляд сторінки зберігається в цьому браузері. Нічого з реєстру в ньому не зберігається.
appearance = Вигляд
language = Мова
language-draft = Чернетка: жоден носій мови її не читав
digits = Цифри
theme = Кольори
theme-system = Як у системі
theme-light = Світлі
theme-dark = Темні
density = Щільність
density-roomy = Просторо
density-dense = Щільно
this-register = Цей реєстр
register = Реєстр
actor = Хто діє
actor-hint = Записується в журнал з кожною дією. Порожньо: не зазначено.
encryption = Шифрування
encrypted = Зашифровано парольною фразою
plaintext = Немає: цей реєстр створено з ⁦--plaintext⁩
version = Версія

not-here-yet = На цій сторінці цього ще немає
review-words = Тут стоятимуть поруч два повідомлення, а ви скажете, чи вони про ту саму особу. Нічого не зливається: кожне рішення є записом, який можна скасувати.
review-today = Сьогодні це робить командний рядок: знаходить, хто є в кількох списках цього реєстру, і пояснює кожну пару:
estimates-words = Тут списки, що перетинаються, скажуть, скільки людей ніколи не було записано: з інтервалом, моделлю та її підставами, або з відмовою, яка пояснює чому.
estimates-today = Сьогодні це робить командний рядок: оцінює за списками цього реєстру або каже, чому не може:
publish-words = Тут ви побачите те, що побачать усі, ще до того: що утримано й чому, а також правило й позицію кожного числа.
publish-today = Сьогодні командний рядок записує будь-який підрахунок у файл:
verb-ahead = Сервер цього ще не пропонує; місце вже готове.
verb-today = Сьогодні це робить командний рядок:
away-words = Те, що ви бачите, може бути застарілим. Написане вами тримається тут і збережеться, коли реєстр відповість.
