# מה שהשרת אומר בקודים; crates/server/codes.json מונה אותם. טיוטה: אף דובר שפת אם לא קרא אותה.

error-of-bad-request = המרשם אינו מקבל בקשה כזאת. טענו את הדף מחדש; אם זה חוזר, דווחו על כך.
error-of-bad-parameter = חלק מהשאלה אינו מתקבל במרשם. שנו את המסננים או את התאריכים.
error-of-unauthorised = ההתחברות הסתיימה. פתחו את הכתובת שהדפיס cairn serve.
error-of-wrong-origin = זה הגיע מאתר אחר, ולכן לא נעשה דבר. השתמשו בדף בכתובת שהדפיס cairn serve.
error-of-unknown-path = אין למרשם דבר בכתובת הזאת.
error-of-unknown-id = אין דבר עם המזהה הזה. ייתכן שכבר הוחלט בו, שבוטל או שהוקלד לא נכון.
error-of-unknown-moment = המרשם אינו מכיר רגע כזה. כתבו תאריך כמו ‎2031-05-17‎, או קחו מיקום מהתצוגה ״פעילות״.
error-of-unknown-metric = אי אפשר לספור את זה. בחרו מהרשימה.
error-of-unknown-dimension = המרשם אינו יכול לחלק לפי זה.
error-of-unknown-rule = אין כלל כזה. בחרו מהרשימה.
error-of-method-not-allowed = המרשם אינו עושה זאת כאן.
error-of-timed-out = התשובה ארכה יותר מדי. בקשו פחות בבת אחת ונסו שוב.
error-of-already-decided = מישהו כבר החליט בטענה הזאת. כדי להחליט מחדש, בטלו את ההחלטה הראשונה בתצוגה ״פעילות״.
error-of-already-undone = זה כבר בוטל. כדי להחזיר, בטלו את הביטול.
error-of-imported-otherwise = אותו קובץ כבר במרשם, ונקרא אחרת. בטלו את הייבוא הראשון, או ייבאו אותו כתיקון שלנו.
error-of-read-anew = המסמך נקרא מחדש ולא התקבל דבר. עיינו שוב בטענותיו והחליטו.
error-of-ambiguous-id = יותר מדבר אחד נושא את המזהה הזה. הוסיפו ספרות.
error-of-stopped = העבודה נעצרה כמבוקש. דבר ממנה לא נעשה גלוי.
error-of-too-large = זה גדול ממה שהמרשם מקבל בבת אחת. שלחו פחות.
error-of-wrong-media-type = מה שנשלח הוא מסוג שהמרשם אינו מקבל.
error-of-wrong-host = הכתובת נוקבת במחשב אחר. השתמשו בכתובת שהדפיס cairn serve.
error-of-fields-do-not-fit = יש שדות שאינם מתאימים. תקנו את המסומנים.
error-of-does-not-fit = אי אפשר לעשות זאת במצב הנוכחי.
error-of-bad-filter = אחד המסננים אינו קריא. הסירו אותו.
error-of-bad-date = זה אינו תאריך. כתבו כמו ‎2031-05-17‎.
error-of-too-many-cells = השאלה יוצרת תאים רבים מדי. חלקו לפי פחות.
error-of-unreadable-file = אי אפשר לקרוא את הקובץ. תקנו אותו ושלחו שוב.
error-of-wrong-kind-of-file = יש כאן טקסט במקום שנדרשת טבלה, או להפך. טקסטים מוסיפים ב״מסמכים״, טבלאות ב״ייבוא״.
error-of-mapping-does-not-fit = העמודות נקראות באופן שאינו מתאים לטבלה הזאת. שנו מה נקרא בתור מה.
error-of-too-many-jobs = כבר ממתינות עבודות רבות מדי. המתינו שאחת תסתיים או בטלו אחת.
error-of-internal = התוכנה טעתה. מה שהקלדתם נשמר; אנא דווחו מה עשיתם.
error-of-damaged = המרשם פגום. הריצו cairn verify ושחזרו מגיבוי.
error-of-busy = המרשם עסוק בכתיבה ארוכה. מה שהקלדתם נשמר; נסו שוב עוד רגע.
error-of-read-only = המרשם נמצא במקום שאי אפשר לכתוב בו. העתיקו את תיקייתו לדיסק שאפשר לכתוב בו והפעילו מחדש.
error-of-disk-full = הדיסק מלא. פנו מקום ועשו זאת שוב: דבר מזה לא נעשה גלוי.

field-problem-age-approximate = הגיל משוער
field-problem-age-implausible = יותר שנים משחי אדם כלשהו
field-problem-age-looks-like-year = נראה כמו שנה: כתבו אותה בתאריך הלידה
field-problem-age-negative = גיל שלילי
field-problem-age-unreadable = זה אינו גיל קריא. כתבו כמו 34, 5 חודשים, ⁦10-14⁩, בערך 40
field-problem-ambiguous = יותר מאחד מתאים: ציינו את המזהה
field-problem-another-speaker = רק מי שמסר את הדיווח יכול לתקנו
field-problem-cannot-be-said = אי אפשר לומר זאת על הסוג הזה
field-problem-code-unknown = אינו אחת האפשרויות
field-problem-date-century-assumed = המאה משוערת: כתבו את השנה בארבע ספרות
field-problem-date-does-not-exist = אין יום כזה בשום לוח שנה
field-problem-date-order-ambiguous = היום קודם או החודש? שניהם נשמרים: כתבו כמו ‎2031-05-17‎
field-problem-date-order-contradicted = לא ייתכן בסדר שניתן: כתבו כמו ‎2031-05-17‎
field-problem-date-other-calendar = מלוח שנה שאינו מומר: כתבו כמו ‎2031-05-17‎
field-problem-date-range-reversed = הסוף עומד לפני ההתחלה
field-problem-date-unreadable = זה אינו תאריך קריא. כתבו כמו ⁦2031-05-17⁩, מאי 2031, 2031
field-problem-date-without-year = השנה חסרה
field-problem-missing = חסר: מלאו
field-problem-no-alias = זהות נשמרת רק עבור כינוי: כתבו alias: לפני השם
field-problem-no-document = ציינו את המסמך, או השמיטו את המקום בו
field-problem-not-found = לא נמצא שם
field-problem-not-one-day = אינו יום אחד: כתבו כמו ‎2031-05-17‎
field-problem-nothing-done = אמרו מה אירע
field-problem-number-unreadable = זה אינו מספר קריא. כתבו כמו 40,‏ at least 40,‏ ‎3..5‎,‏ dozens
field-problem-shape = אינו בצורה הנדרשת
field-problem-two-documents = ניתנו גם מילים וגם מסמך: השמיטו אחד מהם
field-problem-unknown-id = אין במרשם דבר עם המזהה או השם הזה
field-problem-wrong-kind = אינו שייך לסוג הזה: השאירו ריק

odd-act-before-event = תאריכו לפני האירוע שאחריו בא
odd-act-unmapped = אינו מציין מעשה מוכר
odd-age-approximate = הגיל משוער
odd-age-implausible = מבוגר מכל אדם שחי
odd-age-looks-like-year = אינו גיל: אולי שנת הלידה
odd-age-negative = גיל שלילי, שיש רשימות הכותבות אותו במקום ״לא ידוע״
odd-age-not-by-birth = הגיל אינו מתאים ללידה
odd-age-unreadable = גיל שאינו קריא
odd-blank-row = כל התאים ריקים
odd-born-after-event = נולד אחרי האירוע
odd-date-approximate = התאריך משוער
odd-date-century-assumed = המאה של שנה בת שתי ספרות שוערה
odd-date-does-not-exist = אין יום כזה בשום לוח שנה
odd-date-order-ambiguous = היום והחודש עשויים להיות הפוכים: שניהם נשמרים
odd-date-order-contradicted = נקרא רק בניגוד לסדר התאריכים ברשימה
odd-date-other-calendar = תאריך מלוח שנה שאינו מומר
odd-date-range-reversed = הסוף עמד לפני ההתחלה
odd-date-unreadable = תאריך שאינו קריא
odd-date-without-year = בלי שנה, או בלי די כדי לקבוע אותו
odd-nothing-said = אף עמודה שנקראת אינה אומרת דבר
odd-point-far-from-others = הנקודה רחוקה מהאחרות
odd-point-half = חצי נקודה
odd-point-latitude-copied = קו הרוחב כתוב פעמיים
odd-point-outside-earth = נקודה מחוץ לכדור הארץ
odd-point-perhaps-copied = שני חצאי הנקודה זהים
odd-point-perhaps-swapped = ייתכן שקו הרוחב וקו האורך התחלפו
odd-point-swapped = קו הרוחב וקו האורך התחלפו
odd-point-unreadable = נקודה שאינה קריאה
odd-point-zero = הנקודה היא אפס, אפס
odd-sex-unmapped = אין מילה מוכרת למין
odd-too-few-cells = פחות תאים מאשר בכותרת
odd-too-many-cells = יותר תאים מאשר בכותרת
odd-unclosed-quote = מירכאות שלא נסגרו

because-header = כותרתה אומרת כך
because-values = תאיה נראים כך
because-mapping = אתם אומרים זאת
because-taken = נראית כתפקיד שכבר יש לעמודה אחרת
because-unknown-date = תאריך של דבר שהכותרת אינה אומרת במילים מוכרות
because-part-of-date = התאריך כולו נקרא מעמודה אחרת
because-not-persons = מזהה, אבל השורות אינן בני אדם
because-unknown = דבר אינו מלמד מה היא אומרת

remark-judgements-conflict = { $count ->
    [one] בזוג אחד יש הכרעות הסותרות זו את זו: הוא נחשב לא ודאי עד שתבוטל אחת מהן.
    [two] בשני זוגות יש הכרעות הסותרות זו את זו: הם נחשבים לא ודאיים עד שתבוטל אחת מהן.
   *[other] ב־{ $count } זוגות יש הכרעות הסותרות זו את זו: הם נחשבים לא ודאיים עד שתבוטל אחת מהן.
 }
remark-lists-not-linked = { $count ->
    [one] רשימה אחת נספרת.
    [two] שתי רשימות נספרות ושורותיהן לא קושרו זו לזו: אדם שמופיע בשתיהן נספר פעמיים. הפקודה cairn link מוצאת מי מופיע בשתיהן.
   *[other] { $count } רשימות נספרות ושורותיהן לא קושרו זו לזו: אדם שמופיע בשתי רשימות נספר פעמיים. הפקודה cairn link מוצאת מי מופיע בכמה מהן.
 }
remark-act-assumed = { $count ->
    [one] רשימה אחת מאלה שנספרו אינה אומרת מה אירע לאנשים שבה: ההנחה היא שנהרגו.
    [two] שתי רשימות מאלה שנספרו אינן אומרות מה אירע לאנשים שבהן: ההנחה היא שנהרגו.
   *[other] { $count } רשימות מאלה שנספרו אינן אומרות מה אירע לאנשים שבהן: ההנחה היא שנהרגו.
 }
remark-no-account-has = אין דיווח שבו { $dimension }: { $value }. יש: { $others }.
remark-undated-in-no-series = { $count ->
    [one] אמירה אחת אינה מציינת יום ואינה מופיעה בשום סדרה.
    [two] שתי אמירות אינן מציינות יום ואינן מופיעות בשום סדרה.
   *[other] { $count } אמירות אינן מציינות יום ואינן מופיעות בשום סדרה.
 }
remark-names-backwards = { $column }: נראה שהשמות כתובים הפוך, כמו ב־PDF פגום. בדקו אותם לפני הייבוא.
remark-act-by-row = מה שאירע נקרא מהעמודה { $column }, שורה אחר שורה.
remark-act-from-column = העמודה { $column } מציינת מה אירע.
remark-act-killed-assumed = דבר ברשימה אינו אומר מה אירע לאנשים שבה. ההנחה היא שנהרגו: בחרו דבר אחר אם זה שגוי.
remark-date-orders-mixed = { $column }: תאריכים שבהם רק היום יכול לבוא ראשון: { $day-first }; רק החודש: { $month-first }. אלה שנגד הסדר מסומנים.
remark-date-order-unknown = { $count ->
    [one] תאריך אחד יכול לפתוח ביום או בחודש ודבר אינו מלמד: הוא נקרא כפרק זמן הכולל את שתי האפשרויות.
    [two] שני תאריכים יכולים לפתוח ביום או בחודש ודבר אינו מלמד: הם נקראים כפרק זמן הכולל את שתי האפשרויות.
   *[other] { $count } תאריכים יכולים לפתוח ביום או בחודש ודבר אינו מלמד: הם נקראים כפרק זמן הכולל את שתי האפשרויות.
 }
remark-date-order-by-column = תאריכים דו־משמעיים: { $count ->
   *[other] { $count }
 }. נקראו { $order ->
    [mdy] כשהחודש ראשון
   *[dmy] כשהיום ראשון
 }, כמו בעמודה אחרת.
remark-date-order-by-language = תאריכים דו־משמעיים: { $count ->
   *[other] { $count }
 }. נקראו { $order ->
    [mdy] כשהחודש ראשון
   *[dmy] כשהיום ראשון
 }, כמקובל בשפת הכותרות.

contradiction-total-falls = הסך המצטבר יורד מ־{ $was } (נכון ל־{ $from }) ל־{ $is } (נכון ל־{ $to }).
contradiction-counter-restarts = הסך המצטבר מתחיל מחדש: { $was } (נכון ל־{ $from }), { $is } (נכון ל־{ $to }).
contradiction-reclassified = הסך המצטבר יורד מ־{ $was } (נכון ל־{ $from }) ל־{ $is } (נכון ל־{ $to }), בעוד ״{ $metric }״ עולה ב־{ $more }: ייתכן שאותם דברים מוינו מחדש.
contradiction-parts-exceed-whole = { $parts }: יותר מהשלם, { $whole }, נכון ל־{ $to }.
contradiction-period-not-difference = דווח על { $reported } ({ $days }), אבל הסך המצטבר { $change ->
    [none] אינו עולה
    [falls] יורד ב־{ $by }
   *[rises] עולה ב־{ $by }
 } (מ־{ $was } ל־{ $is }).{ $made-up ->
    [before] {" "}זה משלים בדיוק את הימים שלפניו.
    [after] {" "}הסך הבא משלים זאת בדיוק.
   *[no] {""}
 }
contradiction-late-addition = דווח על { $reported } ({ $days }), אבל הסך המצטבר { $change ->
    [none] אינו עולה
    [falls] יורד ב־{ $by }
   *[rises] עולה ב־{ $by }
 } (מ־{ $was } ל־{ $is }).{ $made-up ->
    [before] {" "}זה משלים בדיוק את הימים שלפניו.
    [after] {" "}הסך הבא משלים זאת בדיוק.
   *[no] {""}
 }
contradiction-restated = { $days }: { $was } במסמך של { $first }, { $is } במסמך של { $then }.
contradiction-two-values = { $days }: { $was } וגם { $is }, ודבר אינו אומר מה מאוחר יותר.
contradiction-flash-and-verified = נכון ל־{ $to }: { $was } בספירה הראשונית, { $is } לאחר אימות.
contradiction-as-of-shift = { $was }: נכון ל־{ $from } במקור אחד ונכון ל־{ $to } באחר.
contradiction-relay-differs = { $was } נמסר הלאה כ־{ $is }.
contradiction-ends-crossed = הנמוך, { $low }, גבוה מן הגבוה, { $high }.
contradiction-cumulative-falls = סך מצטבר יורד: עכשיו { $is }, קודם { $was }.
contradiction-part-exceeds-whole = חלק גדול מהשלם שלו: { $part } מתוך { $whole }.

rule-literal = כלשונו
rule-words-literal = כל דיווח נספר כפי שמקורו מוסר אותו; לא מוסקים מעמד או מספר.
rule-floor = רצפה
rule-words-floor = כמו ״כלשונו״, אבל מילה לא מדויקת (עשרות, מאות) נותנת את המעט ביותר שהיא יכולה לציין, בסימון ״לפי הכלל״.
step-reading-the-columns = קריאת העמודות
step-reading-rows = קריאת שורות
step-importing-rows = ייבוא שורות
step-indexing-for-search = מפתוח לחיפוש
at-row = שורה { $where }
at-page = עמוד { $where }
at-characters = תווים { $where }
particulars = במילות התוכנה
