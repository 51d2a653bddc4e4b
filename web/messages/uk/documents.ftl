# Документи, читання, приймання, імпорт. Чернетка: жоден носій мови її не читав.

documents-lead = Зберігаються точно такими, якими надійшли. Прочитане в них чекає на людину.
paste-bulletin = Вставити зведення
add-files = Додати файли
drop-files = Перетягніть файли сюди, щоб додати
show-documents = Показати
show-all = Усі документи
show-waiting = Із твердженнями, що чекають
show-texts = Тексти
show-tables = Таблиці
published = Опубліковано
claims-waiting = Тверджень чекає
accounts = Повідомлення
added = Додано
document-added = { $name } додано; { $count ->
    [0] жодного числа в ньому не прочитано.
    [one] чекає { $count } твердження.
    [few] чекають { $count } твердження.
   *[many] чекають { $count } тверджень.
 }
document-was-here = { $name } вже є тут. Нічого не додано.
none-of-these = Немає таких
none-waiting = Жодне твердження не чекає рішення.
no-documents = Документів ще немає
no-documents-words = Вставте зведення або перетягніть сюди файли: текст, HTML, PDF, Word, листи й таблиці. Вони зберігаються байт у байт.
original = Оригінальний файл
table-lead = { $rows ->
    [one] { $rows } рядок
    [few] { $rows } рядки
   *[many] { $rows } рядків
 }; { $accounts ->
    [0] жодне повідомлення на ній не ґрунтується.
    [one] на ній ґрунтується { $accounts } повідомлення.
    [few] на ній ґрунтуються { $accounts } повідомлення.
   *[many] на ній ґрунтуються { $accounts } повідомлень.
 }
import-this = Внести як список
rows-of-table = Рядки таблиці
row = Рядок

part-before = Попередня частина
part-after = Наступна частина
text-of-document = Текст документа
next-claim = Наступне твердження
claim-before = Попереднє твердження
accept-claim = Прийняти твердження
correct-claim = Виправити твердження
reject-claim = Відхилити твердження
accept-all = { $count ->
    [1] Прийняти те, що чекає
    [one] Прийняти все, що чекає: { $count }
   *[other] Прийняти всі, що чекають: { $count }
 }
no-claim-chosen = Жодного твердження не вибрано.
already-decided = Рішення вже є. Його можна скасувати в розділі «Дії».
waiting-of = Чекають рішення: { $waiting } з { $total }.
all-decided = Усе вирішено.
no-claims = Тут немає тверджень
no-claims-words = У цьому тексті не прочитано жодного числа. Сказане в ньому можна записати від руки: натисніть N.
claim = Твердження
claim-state = { $state ->
    [accepted] Прийнято
    [rejected] Відхилено
   *[proposed] Чекає рішення
 }
claim-kind = { $kind ->
    [count] Число
    [presence] Сказано, що сталося, без числа
    [named] Названа особа
    [declaration] Заява
   *[other] { $kind }
 }
perhaps = можливо, { $who }
what = Що
of-whom = Кого
place = Місце
period = Коли
done-by = Хто вчинив
according-to = за словами: { $who }
accept = Прийняти
correct = Виправити
reject = Відхилити
lowest = Найменше
highest = Найбільше
no-number = Це не ціле число. Залиште порожнім, якщо межа відкрита.
qualifier = Наскільки точно
speaker-hint = Порожньо: сам текст, автора не зазначено.
party-affected = Їхня сторона чи нація, як сказано
period-words = Період, словами джерела
first-day = Перший день
last-day = Останній день
date-hint = Наприклад 2031-05-17
who-says-so = Хто це каже
stance-label = Позиція
unit = Одиниця
accept-corrected = Прийняти з виправленням
accepted-corrected = Прийнято з виправленням.
accepted-claims = { $count ->
    [one] { $count } твердження прийнято.
    [few] { $count } твердження прийнято.
   *[many] { $count } тверджень прийнято.
 }
rejected-claims = { $count ->
    [one] { $count } твердження відхилено.
    [few] { $count } твердження відхилено.
   *[many] { $count } тверджень відхилено.
 }

intake-lead = Вставте зведення так, як його опубліковано. Його збережуть слово в слово, прочитають числа і поставлять поруч з останнім зведенням того самого видавця.
bulletin-text = Текст зведення
paste-here = Вставте сюди
publisher = Видавець
publisher-hint = Хто опублікував. Попередні пропонуються.
as-of-day = День, яким датовано
day-hint = Наприклад 2031-05-17. Перевірте, що вже заповнено.
day-wanted = Потрібен день, наприклад 2031-05-17.
title-optional = Заголовок, якщо є
read-it = Зберегти й прочитати
intake-no-text = Вставте текст зведення.
intake-no-publisher = Скажіть, хто його опублікував.
intake-how = Що відбувається
intake-how1 = Текст зберігається точно так, як ви його вставили, під ім’ям видавця.
intake-how2 = Кожне число в ньому стає твердженням, зі словами, на яких воно ґрунтується. Ви бачите, що зросло, що впало і що чому суперечить.
intake-how3 = Ніщо не рахується, доки ви не приймете: по одному або все разом.
bulletin-kept = { $count ->
    [0] Зведення збережено. Жодного числа в ньому не прочитано.
    [one] Зведення збережено. Чекає { $count } твердження.
    [few] Зведення збережено. Чекають { $count } твердження.
   *[many] Зведення збережено. Чекають { $count } тверджень.
 }
intake-read = { $count ->
    [0] Збережено. Жодного числа в ньому не прочитано.
    [one] Збережено. Прочитано { $count } твердження, воно чекає на вас.
    [few] Збережено. Прочитано { $count } твердження, вони чекають на вас.
   *[many] Збережено. Прочитано { $count } тверджень, вони чекають на вас.
 }
read-one-by-one = Вирішувати по одному
another-bulletin = Інше зведення
comparison = Поруч з останнім
compared-with = { $name }, { $date }
nothing-before = Немає попереднього зведення цього видавця
before = Минулого разу
this-time = Цього разу
change = Зміна
change-name = { $change ->
    [new] нове
    [gone] більше не подається
    [same] те саме
    [rises] зростає
    [falls] падає
   *[differs] різниться
 }

import-lead = Внесіть список людей: кожен рядок стає повідомленням, а його клітинки зберігаються як є.
drop-list = Перетягніть список сюди
reading-file = Файл читається…
choose-file = Вибрати файл
import-formats = CSV, TSV, Excel, ODS, JSON, GeoJSON. Файл лишається на цьому комп’ютері.
upload-gone = Цей файл більше не тримається напоготові
upload-gone-words = Файли чекають у пам’яті лише доки працює програма. Виберіть його знову: те, що з нього імпортовано, не зачеплено.
rows-count = { $count ->
    [one] { $count } рядок
    [few] { $count } рядки
   *[many] { $count } рядків
 }
another-file = Інший файл
what-rows-say = Що каже кожен рядок
act-from = { $from ->
    [column] Так каже стовпець файлу.
    [mapping] Так кажете ви.
   *[default] Ніхто цього не сказав: перевірте.
 }
row-act = Що сталося з цими людьми
as-found = { $act }, як знайдено
as-found-column = Як каже стовпець
act-default = Ні файл, ні ви не кажете, що сталося з людьми цього списку. Доки ви не виберете, він вважається списком убитих.
who-says-rows = Хто каже те, що в рядках
who-says-rows-hint = Порожньо: сам список, автора не зазначено.
published-day = Опубліковано
list-returns = Цей список надходить у новіших версіях
series-name = Назва списку
series-hint = Та сама для кожної його версії.
key-column = Стовпець, що позначає особу в різних версіях
because = Чому він тут
because-first = Перша версія
because-new = Джерело змінило свої слова: нова версія
because-slip = Ми виправляємо власну помилку
columns = Стовпці
columns-lead = Розпізнано за заголовками й значеннями. Змініть, що хибне.
taken-as = Береться як
filled-of = заповнено { $filled } з { $rows }
distinct-values = { $count ->
    [one] { $count } різне значення
    [few] { $count } різні значення
   *[many] { $count } різних значень
 }
more-values = Показати більше значень
role = { $code ->
    [row] Номер рядка
    [person_id] Ідентифікатор особи
    [incident_id] Ідентифікатор події
    [name] Повне ім’я
    [given_name] Особове ім’я
    [father_name] Ім’я батька
    [grandfather_name] Ім’я діда
    [family_name] Прізвище
    [mother_name] Ім’я матері
    [other_name] Інше ім’я
    [sex] Стать
    [age] Вік
    [birth_date] Дата народження
    [birth_year] Рік народження
    [birth_place] Місце народження
    [residence] Місце проживання
    [date] Дата
    [start_date] Перший день
    [end_date] Останній день
    [year] Рік
    [month] Місяць
    [day] День
    [report_date] Дата повідомлення
    [place] Місце
    [country] Країна
    [place_code] Код місця
    [latitude] Широта
    [longitude] Довгота
    [act] Що сталося
    [source] Хто це каже
    [notes] Нотатки
    [verbatim] Зберігається, не читається
    [ignore] Не використовується
   *[other] { $code }
 }
first-rows = Перші рядки, як їх буде прочитано
typed-column = { $name ->
    [row] Рядок
    [names] Імена
    [sex] Стать
    [age] Вік
    [born] Народження
    [acts] Що, коли, де
    [flags] Незвичне
   *[other] { $name }
 }
import-now = Імпортувати
dry-run = Спробувати, нічого не записуючи
strict = Один хибний рядок зупиняє все
would-do = Що було б зроблено
nothing-written = Нічого не записано.
imported = Імпортовано
open-register = Відкрити реєстр
imported-count = { $count ->
    [one] { $count } повідомлення імпортовано.
    [few] { $count } повідомлення імпортовано.
   *[many] { $count } повідомлень імпортовано.
 }
rows-added = { $count ->
    [one] { $count } рядка не було в реєстрі
   *[other] { $count } рядків не було в реєстрі
 }
rows-removed = { $count ->
    [one] { $count } рядка попередньої версії більше немає
   *[other] { $count } рядків попередньої версії більше немає
 }
rows-changed = { $count ->
    [one] { $count } рядок змінився
    [few] { $count } рядки змінилися
   *[many] { $count } рядків змінилося
 }
rows-unchanged = { $count ->
    [one] { $count } рядок без змін
    [few] { $count } рядки без змін
   *[many] { $count } рядків без змін
 }
rows-cannot-tell = { $count ->
    [one] про { $count } рядок не можна сказати, чи він новий
    [few] про { $count } рядки не можна сказати, чи вони нові
   *[many] про { $count } рядків не можна сказати, чи вони нові
 }
bad-rows = Не взяті рядки:
odd-rows = Рядки, які варто переглянути:
