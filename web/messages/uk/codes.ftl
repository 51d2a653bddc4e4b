# Що сервер каже кодами; їх перелічує crates/server/codes.json. Чернетка: жоден носій мови її не читав.

error-of-bad-request = Такого запиту реєстр не приймає. Завантажте сторінку знову; якщо повториться, повідомте про це.
error-of-bad-parameter = Частини цього запитання реєстр не приймає. Змініть фільтри або дати.
error-of-unauthorised = Сеанс завершено. Відкрийте адресу, яку надрукувала команда cairn serve.
error-of-wrong-origin = Це надійшло з іншого сайту, тож нічого не зроблено. Користуйтеся сторінкою за адресою, яку надрукувала команда cairn serve.
error-of-unknown-path = За цією адресою в реєстрі нічого немає.
error-of-unknown-id = Ніщо не має такого ідентифікатора. Можливо, про це вже вирішено, це скасовано або в ньому описка.
error-of-unknown-moment = Реєстр не знає такого моменту. Напишіть дату, наприклад 2031-05-17, або візьміть позицію з розділу «Дії».
error-of-unknown-metric = Цього не можна порахувати. Виберіть зі списку.
error-of-unknown-dimension = Реєстр не може поділити за цим.
error-of-unknown-rule = Такого правила немає. Виберіть зі списку.
error-of-method-not-allowed = Тут реєстр цього не робить.
error-of-timed-out = Відповідь тривала надто довго. Запитайте менше за раз і спробуйте знову.
error-of-already-decided = Хтось уже вирішив щодо цього твердження. Щоб вирішити знову, скасуйте перше рішення в розділі «Дії».
error-of-already-undone = Це вже скасовано. Щоб повернути, скасуйте скасування.
error-of-imported-otherwise = Цей файл уже є в реєстрі, але прочитаний інакше. Скасуйте перший імпорт або імпортуйте його як наше виправлення.
error-of-read-anew = Документ прочитано наново, і нічого не прийнято. Перегляньте його твердження знову, тоді вирішуйте.
error-of-ambiguous-id = Цей ідентифікатор підходить до кількох речей. Додайте цифр.
error-of-stopped = Роботу зупинено, як ви просили. Нічого з неї не стало видимим.
error-of-too-large = Це більше, ніж реєстр приймає за раз. Надішліть менше.
error-of-wrong-media-type = Надіслане іншого типу, ніж приймає реєстр.
error-of-wrong-host = Адреса називає інший комп’ютер. Користуйтеся адресою, яку надрукувала команда cairn serve.
error-of-fields-do-not-fit = Деякі поля не підходять. Виправте позначені.
error-of-does-not-fit = За теперішнього стану цього не можна зробити.
error-of-bad-filter = Один із фільтрів не вдається прочитати. Приберіть його.
error-of-bad-date = Це не дата. Пишіть так: 2031-05-17.
error-of-too-many-cells = Запитання дає забагато клітинок. Поділіть за меншим.
error-of-unreadable-file = Файл не вдається прочитати. Виправте його й надішліть знову.
error-of-wrong-kind-of-file = Текст стоїть там, де потрібна таблиця, або навпаки. Тексти додають у «Документах», таблиці в «Імпорті».
error-of-mapping-does-not-fit = Стовпці взято так, що це не підходить до таблиці. Змініть, що береться як що.
error-of-too-many-jobs = Уже чекає забагато робіт. Зачекайте, доки якась завершиться, або скасуйте одну.
error-of-internal = Програма помилилася. Написане вами збережено; повідомте, будь ласка, що ви робили.
error-of-damaged = Реєстр пошкоджено. Запустіть cairn verify, тоді відновіть із резервної копії.
error-of-busy = Реєстр зайнятий довгим записом. Написане вами збережено; спробуйте за мить.
error-of-read-only = Реєстр лежить там, де не можна писати. Скопіюйте його теку на диск, на який можна писати, і запустіть знову.
error-of-disk-full = Диск заповнено. Звільніть місце й повторіть: нічого з цього не стало видимим.

field-problem-age-approximate = Вік приблизний
field-problem-age-implausible = Більше років, ніж хтось прожив
field-problem-age-looks-like-year = Схоже на рік: впишіть його в дату народження
field-problem-age-negative = Від’ємний вік
field-problem-age-unreadable = Це не вік, який можна прочитати. Пишіть так: 34, 5 місяців, 10-14, близько 40
field-problem-ambiguous = Підходить кілька: вкажіть ідентифікатор
field-problem-another-speaker = Повідомлення може виправити лише той, хто його зробив
field-problem-cannot-be-said = Про цей вид такого не кажуть
field-problem-code-unknown = Немає серед варіантів
field-problem-date-century-assumed = Століття припущено: напишіть рік чотирма цифрами
field-problem-date-does-not-exist = Такого дня немає в жодному календарі
field-problem-date-order-ambiguous = Спершу день чи місяць? Збережено обидва: пишіть так: 2031-05-17
field-problem-date-order-contradicted = У такому порядку неможливо: пишіть так: 2031-05-17
field-problem-date-other-calendar = З календаря, який не перераховується: пишіть так: 2031-05-17
field-problem-date-range-reversed = Кінець стоїть перед початком
field-problem-date-unreadable = Це не дата, яку можна прочитати. Пишіть так: 2031-05-17, травень 2031, 2031
field-problem-date-without-year = Бракує року
field-problem-missing = Бракує: заповніть
field-problem-no-alias = Особу джерела зберігають лише за псевдонімом: напишіть alias: перед ім’ям
field-problem-no-document = Назвіть документ або не вказуйте місця в ньому
field-problem-not-found = Там цього не знайдено
field-problem-not-one-day = Це не один день: пишіть так: 2031-05-17
field-problem-nothing-done = Скажіть, що сталося
field-problem-number-unreadable = Це не число, яке можна прочитати. Пишіть так: 40, at least 40, 3..5, dozens
field-problem-shape = Не в потрібній формі
field-problem-two-documents = Подано і слова, і документ: приберіть щось одне
field-problem-unknown-id = У реєстрі ніщо не має такого ідентифікатора чи імені
field-problem-wrong-kind = Не належить до цього виду: залиште порожнім

odd-act-before-event = датовано раніше за подію, після якої воно сталося
odd-act-unmapped = не називає відомої дії
odd-age-approximate = вік приблизний
odd-age-implausible = старше за будь-кого, хто жив
odd-age-looks-like-year = це не вік: можливо, рік народження
odd-age-negative = від’ємний вік, яким деякі списки позначають «невідомо»
odd-age-not-by-birth = вік не узгоджується з датою народження
odd-age-unreadable = вік, який не вдається прочитати
odd-blank-row = усі клітинки порожні
odd-born-after-event = народження після події
odd-date-approximate = дата приблизна
odd-date-century-assumed = століття двозначного року припущено
odd-date-does-not-exist = такого дня немає в жодному календарі
odd-date-order-ambiguous = день і місяць могли стояти навпаки: збережено обидва
odd-date-order-contradicted = читається лише всупереч порядку дат у списку
odd-date-other-calendar = дата з календаря, який не перераховується
odd-date-range-reversed = кінець стояв перед початком
odd-date-unreadable = дата, яку не вдається прочитати
odd-date-without-year = без року або без достатнього, щоб її визначити
odd-nothing-said = жоден прочитаний стовпець нічого не каже
odd-point-far-from-others = точка далеко від інших
odd-point-half = половина точки
odd-point-latitude-copied = широта стоїть двічі
odd-point-outside-earth = точка поза Землею
odd-point-perhaps-copied = обидві половини точки однакові
odd-point-perhaps-swapped = широту й довготу, можливо, переставлено
odd-point-swapped = широту й довготу було переставлено
odd-point-unreadable = точка, яку не вдається прочитати
odd-point-zero = точка: нуль, нуль
odd-sex-unmapped = немає відомого слова для статі
odd-too-few-cells = клітинок менше, ніж у заголовку
odd-too-many-cells = клітинок більше, ніж у заголовку
odd-unclosed-quote = незакриті лапки

because-header = так каже його заголовок
because-values = на це схожі його клітинки
because-mapping = так кажете ви
because-taken = схоже на роль, яку має інший стовпець
because-unknown-date = дата чогось, чого заголовок не називає відомими словами
because-part-of-date = усю дату читають з іншого стовпця
because-not-persons = ідентифікатор, але рядки не є особами
because-unknown = ніщо не вказує, що він каже

remark-judgements-conflict = { $count ->
    [one] { $count } пара має судження, що суперечать одне одному: вона вважається непевною, доки одне з них не скасовано.
    [few] { $count } пари мають судження, що суперечать одне одному: вони вважаються непевними, доки одне з них не скасовано.
   *[many] { $count } пар мають судження, що суперечать одне одному: вони вважаються непевними, доки одне з них не скасовано.
 }
remark-lists-not-linked = { $count ->
    [1] Враховано один список.
    [one] Враховано { $count } список, і жоден рядок не пов’язано з рядком іншого: особу з двох списків враховано двічі. Команда cairn link знаходить, хто є в кількох.
    [few] Враховано { $count } списки, і жоден рядок не пов’язано з рядком іншого: особу з двох списків враховано двічі. Команда cairn link знаходить, хто є в кількох.
   *[many] Враховано { $count } списків, і жоден рядок не пов’язано з рядком іншого: особу з двох списків враховано двічі. Команда cairn link знаходить, хто є в кількох.
 }
remark-act-assumed = { $count ->
    [one] { $count } з урахованих списків не каже, що сталося з людьми: припускається, що їх убито.
    [few] { $count } з урахованих списків не кажуть, що сталося з людьми: припускається, що їх убито.
   *[many] { $count } з урахованих списків не кажуть, що сталося з людьми: припускається, що їх убито.
 }
remark-no-account-has = Жодне повідомлення не має { $dimension }: { $value }. Є: { $others }.
remark-undated-in-no-series = { $count ->
    [one] { $count } твердження не називає дня і не стоїть у жодному ряді.
    [few] { $count } твердження не називають дня і не стоять у жодному ряді.
   *[many] { $count } тверджень не називають дня і не стоять у жодному ряді.
 }
remark-names-backwards = { $column }: імена, схоже, написано навспак, як у пошкодженому PDF. Перегляньте їх перед імпортом.
remark-act-by-row = Що сталося, читають зі стовпця { $column }, рядок за рядком.
remark-act-from-column = Стовпець { $column } називає, що сталося.
remark-act-killed-assumed = Ніщо в списку не каже, що сталося з людьми. Припускається, що їх убито: якщо це не так, виберіть інше.
remark-date-orders-mixed = { $column }: дат, де першим може бути лише день: { $day-first }; лише місяць: { $month-first }. Ті, що всупереч порядку, позначено.
remark-date-order-unknown = { $count ->
    [one] { $count } дата може починатися з дня або з місяця, і ніщо на це не вказує: її прочитано як проміжок, що охоплює обидва варіанти.
    [few] { $count } дати можуть починатися з дня або з місяця, і ніщо на це не вказує: їх прочитано як проміжок, що охоплює обидва варіанти.
   *[many] { $count } дат можуть починатися з дня або з місяця, і ніщо на це не вказує: їх прочитано як проміжок, що охоплює обидва варіанти.
 }
remark-date-order-by-column = Дат, які можна прочитати двояко: { $count ->
   *[other] { $count }
 }. Прочитано { $order ->
    [mdy] спершу місяць
   *[dmy] спершу день
 }, як в іншому стовпці.
remark-date-order-by-language = Дат, які можна прочитати двояко: { $count ->
   *[other] { $count }
 }. Прочитано { $order ->
    [mdy] спершу місяць
   *[dmy] спершу день
 }, як заведено в мові заголовка.

contradiction-total-falls = Наростаючий підсумок падає з { $was } (станом на { $from }) до { $is } (станом на { $to }).
contradiction-counter-restarts = Наростаючий підсумок починається знову: { $was } (станом на { $from }), { $is } (станом на { $to }).
contradiction-reclassified = Наростаючий підсумок падає з { $was } (станом на { $from }) до { $is } (станом на { $to }), а «{ $metric }» зростає на { $more }: можливо, те саме віднесено до іншого виду.
contradiction-parts-exceed-whole = { $parts }: більше за ціле, { $whole }, станом на { $to }.
contradiction-period-not-difference = Повідомлено { $reported } ({ $days }), але наростаючий підсумок { $change ->
    [none] не зростає
    [falls] падає на { $by }
   *[rises] зростає на { $by }
 } (з { $was } до { $is }).{ $made-up ->
    [before] {" "}Це точно покриває попередні дні.
    [after] {" "}Наступний підсумок точно це покриває.
   *[no] {""}
 }
contradiction-late-addition = Повідомлено { $reported } ({ $days }), але наростаючий підсумок { $change ->
    [none] не зростає
    [falls] падає на { $by }
   *[rises] зростає на { $by }
 } (з { $was } до { $is }).{ $made-up ->
    [before] {" "}Це точно покриває попередні дні.
    [after] {" "}Наступний підсумок точно це покриває.
   *[no] {""}
 }
contradiction-restated = { $days }: { $was } у документі { $first }, { $is } у документі { $then }.
contradiction-two-values = { $days }: { $was } і { $is }, і ніщо не каже, яке пізніше.
contradiction-flash-and-verified = Станом на { $to }: { $was } у попередньому підрахунку, { $is } перевірено.
contradiction-as-of-shift = { $was }: станом на { $from } в одному джерелі, станом на { $to } в іншому.
contradiction-relay-differs = { $was } передано як { $is }.
contradiction-ends-crossed = Найменше, { $low }, вище за найбільше, { $high }.
contradiction-cumulative-falls = Наростаючий підсумок падає: тепер { $is }, раніше { $was }.
contradiction-part-exceeds-whole = Частина більша за своє ціле: { $part } з { $whole }.

rule-literal = Буквальне
rule-words-literal = Кожне повідомлення рахується так, як його подає джерело; ні статусу, ні числа не виводять.
rule-floor = Нижня межа
rule-words-floor = Як буквальне, але неточне слово (десятки, сотні) дає найменше, що може означати, з позначкою «за правилом».
step-reading-the-columns = читання стовпців
step-reading-rows = читання рядків
step-importing-rows = імпорт рядків
step-indexing-for-search = індексація для пошуку
at-row = рядок { $where }
at-page = сторінка { $where }
at-characters = знаки { $where }
particulars = Словами програми
