# סקירה, מרשם, נושא, מספרים, פעילות. טיוטה: אף דובר שפת אם לא קרא אותה.

overview-lead = { $documents ->
    [one] מסמך אחד
    [two] שני מסמכים
   *[other] { $documents } מסמכים
 }, { $accounts ->
    [one] דיווח אחד
    [two] שני דיווחים
   *[other] { $accounts } דיווחים
 } מאת { $sources ->
    [one] מקור אחד
    [two] שני מקורות
   *[other] { $sources } מקורות
 }.
documented = מתועד
documented-hint = אנשים שבמרשם, לכל אחד דיווח. טווח כשהרישומים אינם מספיקים.
reported = מדווח
reported-hint = מה שאומרים הדוברים, כל אחד בשמו. לעולם אינו מסוכם.
estimated = נאמד
estimated-hint = כולל מי שמעולם לא נרשמו.
no-estimate = אין אומדן.
not-documented = אינו במרשם
nobody-reports = איש אינו מוסר מספר.
more-speakers = { $count ->
    [one] ועוד מספר אחד
    [two] ועוד שני מספרים
   *[other] ועוד { $count } מספרים
 }
speakers-count = { $count ->
    [0] לא דווח מספר
    [one] דווח מספר אחד
    [two] דווחו שני מספרים
   *[other] דווחו { $count } מספרים
 }
withdrawn-since = { $count ->
    [one] אחד הוצא מאז מהספירה
    [two] שניים הוצאו מאז מהספירה
   *[other] { $count } הוצאו מאז מהספירה
 }
undecided-pairs = { $count ->
    [one] זוג אחד שלא הוכרע
    [two] שני זוגות שלא הוכרעו
   *[other] { $count } זוגות שלא הוכרעו
 }
running-total = סך מצטבר
denied = מוכחש
hypothetical = חשש או תחזית
by-rule = טווח לפי הכלל למילה לא מדויקת
done-by-who = נעשה בידי { $who }
series-of = { $metric } לאורך זמן
recent-acts = פעולות אחרונות
all-activity = כל הפעילות
waits-for-decision = ממתין להחלטה
wait-for-decision = ממתינות להחלטה
claims-count = { $count ->
    [one] טענה אחת
    [two] שתי טענות
   *[other] { $count } טענות
 }
nothing-waits = דבר אינו ממתין. טקסטים חדשים נקראים כשהם נכנסים.
nothing-counts = עדיין אין מה לספור
nothing-counts-words = מה שנקרא במסמכים ממתין לאדם. קבלו טענות, ייבאו רשימה או רשמו משהו ידנית, והמספרים יופיעו כאן.
decide-claims = החלטה בטענות
empty-register = המרשם הזה ריק
empty-register-words = מרשם צומח ממסמכים. יש שלוש דרכים פנימה, וכל פעולה אפשר לבטל:
empty-intake = לשמור טקסט כפי שהוא ולקרוא את מספריו
empty-import = לקלוט רשימה, שורה אחר שורה
empty-new = לכתוב מה שאומר מקור אחד

register-lead = { $count ->
    [0] אין דיווחים.
    [one] דיווח אחד: דבריו של מקור אחד על דבר אחד.
    [two] שני דיווחים. כל אחד הוא דבריו של מקור אחד על דבר אחד.
   *[other] { $count } דיווחים. כל אחד הוא דבריו של מקור אחד על דבר אחד.
 }
search-any = חיפוש שמות ומילים בכל כתב
order = סדר
order-entry = לפי הכניסה
order-date = לפי תאריך
order-name = לפי שם
order-place = לפי מקום
narrowed-to = צומצם לפי
narrow-to = צמצום לזה
remove-filter = הסרת המסנן הזה
clear-filters = הסרת כולם
facets = צמצום
more-of = עוד: { $name }
values-left-out = { $count ->
    [one] ערך אחד נוסף אינו מוצג: חפשו אותו.
    [two] שני ערכים נוספים אינם מוצגים: חפשו אותם.
   *[other] { $count } ערכים נוספים אינם מוצגים: חפשו אותם.
 }
none-found = לא נמצא דבר
none-found-words = אין דיווח שמתאים לכל זה. הסירו מסנן, או נסו פחות אותיות של שם: לכתיב, לכתב ולניקוד אין השפעה.
indexing = מפתח החיפוש מתמלא: { $done } מתוך { $total }.
name-or-what = שם
sex-and-age = מין, גיל
when = מתי
unnamed = { $kind }, בלי שם
no-longer-counted = הוצא מהספירה
cannot-tell = אי אפשר לדעת אם זה אדם חדש
saved-views = תצוגות שמורות
save-view = שמירת התצוגה הזאת
view-name = שם התצוגה
view-saved = התצוגה נשמרה. כתובתה אינה מגלה דבר על מה שחופש.

subject = נושא
unnamed-subject = בלי שם
subject-lead = { $count ->
    [one] דיווח אחד עוסק בזה.
    [two] שני דיווחים עוסקים בזה.
   *[other] { $count } דיווחים עוסקים בזה.
 }
side-by-side = הדיווחים זה לצד זה
field = שדה
disagree = הדיווחים חלוקים
in-their-words = במילותיהם
judgements = הכרעות
verdict = { $verdict ->
    [same] זהה
    [different] שונה
    [unsure] לא ניתן לדעת
   *[other] { $verdict }
 }
history = היסטוריה
field-name = { $name ->
    [kind] סוג
    [sex] מין
    [age] גיל
    [born] תאריך לידה
    [status] המעמד האזרחי
    [size] כמה
    [identifier] מזהה
    [act] מה אירע
    [when] מתי
    [place] מקום
    [means] אמצעי
    [state] מצב
    [tie] קשרים
    [done_by] נעשה בידי, כפי שנאמר
   *[number] מספר
 }

figures-lead = מה שבמרשם, מה שמדווחים הדוברים ומה שאומדים המודלים עומדים זה לצד זה ולעולם אינם מתערבבים.
question = השאלה
metric = מה נספר
rule = כלל
divide-by = חלוקה לפי
as-it-was = כפי שהיה
as-it-was-hint = תאריך או מיקום של המרשם. ריק: עכשיו.
shown-as = מוצג בתור
as-table = טבלה
as-series = לאורך זמן
as-dots = טווחים
as-bars = עמודות
as-map = מפה
scope = של מי
dimension = { $name ->
    [sex] מין
    [age] גיל
    [place] מקום
    [month] חודש
    [year] שנה
    [source] הדובר
    [publisher] המפרסם
    [document] מסמך
    [kind] סוג
    [status] המעמד האזרחי
    [metric] מה אירע
    [named] בשם
    [standing] תוקף
   *[other] { $name }
 }
no-figures = אין דבר במרשם
no-figures-words = אין דיווח שנספר לשאלה הזאת. בחרו דבר אחר לספירה, הסירו מסנן, או החליטו בטענות הממתינות.
no-chart = אין מה לשרטט לשאלה הזאת.
save-chart = שמירה כ־SVG
no-maps = אין כאן גבולות
no-maps-words = גבולות הם טענה של מי ששרטט אותם, ולכן Cairn בא בלעדיהם. שימו קובץ GeoJSON עם מקורו ותאריכו בתיקייה שמציין cairn serve --boundaries.
boundaries = גבולות
boundaries-from = גבולות: { $source }, { $date }. שרטוטם אינו תמיכה בדבר.
movable-map = מפה שאפשר להזיז. הטבלה שמתחתיה אומרת אותו דבר.
contradictions = סתירות
contradictions-lead = מנויות, לעולם אינן מתוקנות.
contradiction-kind = { $kind ->
    [cumulative_falls] סך מצטבר יורד
    [part_exceeds_whole] חלק עולה על השלם
    [total_falls] סך מצטבר יורד
    [counter_restarts] הספירה מתחילה מחדש
    [reclassified] הועבר מסוג לסוג
    [parts_exceed_whole] החלקים עולים על השלם
    [period_not_difference] ספירת תקופה אינה שווה להפרש בין הסכומים
    [late_addition] תוספת מאוחרת
    [restated] מקור מעדכן את המספר שמסר
    [two_values] מקור אחד מוסר שני מספרים ליום אחד
    [flash_and_verified] מספר ראשוני ומספר מאומת שונים
    [as_of_shift] אותו מספר לשני ימים
    [relay_differs] מספר שנמסר הלאה שונה ממקורו
    [ends_crossed] הנמוך עולה על הגבוה
   *[other] { $kind }
 }

activity-lead = כל מה שנעשה, במילים. דבר אינו נמחק: מה שבוטל נשאר כאן, מחוק בקו.
no-activity = עדיין לא נעשה דבר
no-activity-words = כאן יעמדו כל מסמך, החלטה וייבוא, עם מי שעשה זאת ומדוע.
taken-back = בוטל
bring-back = החזרה
undo-batch = ביטול הפעולה הזאת
undo-why = מדוע
undo-hint = נשמר ביומן. אפשר להשאיר ריק.
undone-count = { $count ->
    [0] בוטל.
    [one] בוטל: דיווח אחד אינו נספר עוד.
    [two] בוטל: שני דיווחים אינם נספרים עוד.
   *[other] בוטל: { $count } דיווחים אינם נספרים עוד.
 }
brought-back-count = { $count ->
    [0] הוחזר.
    [one] הוחזר: דיווח אחד שוב נספר.
    [two] הוחזר: שני דיווחים שוב נספרים.
   *[other] הוחזר: { $count } דיווחים שוב נספרים.
 }
act-add = { $count ->
    [one] נוסף מסמך
    [two] נוספו שני מסמכים
   *[other] נוספו { $count } מסמכים
 }
act-accept = { $count ->
    [one] התקבלה טענה אחת
    [two] התקבלו שתי טענות
   *[other] התקבלו { $count } טענות
 }
act-reject = { $count ->
    [one] נדחתה טענה אחת
    [two] נדחו שתי טענות
   *[other] נדחו { $count } טענות
 }
act-import = { $count ->
    [one] יובא דיווח אחד
    [two] יובאו שני דיווחים
   *[other] יובאו { $count } דיווחים
 }
act-record = { $count ->
    [one] נרשם ידנית דיווח אחד
    [two] נרשמו ידנית שני דיווחים
   *[other] נרשמו ידנית { $count } דיווחים
 }
act-undo = בוטל: { $what }
act-other = { $act }: { $count ->
    [one] דיווח אחד
    [two] שני דיווחים
   *[other] { $count } דיווחים
 }
verb = { $act ->
    [add] הוספת מסמך
    [import] ייבוא
    [accept] קבלת טענות
    [reject] דחיית טענות
    [decide] החלטה בטענות
    [record] רישום ידני
    [amend] תיקון טעות שלנו
    [withdraw] הוצאה מהספירה
    [judge] הכרעת זהות
    [undo] ביטול
    [correct] תיקון של המקור
    [link] קישור: מי מופיע בכמה רשימות
    [estimate] אומדן
    [scope] הוצהר היקף הרשימות
    [consent] נרשמה הסכמה
   *[other] { $act }
 }
not-drawn = לא שורטט: { $kind ->
    [bars] אי אפשר לצמצם עמודות. את הטבלה אפשר.
   *[other] קווים ונקודות מצטמצמים רק למקום אחד או למקור אחד. את השאר מראה הטבלה.
 }
all-contradictions = { $count ->
    [one] הצגת סתירה אחת
    [two] הצגת שתי הסתירות
   *[other] הצגת כל { $count } הסתירות
 }
grade = { $grade ->
    [same] אותו שם
    [variant] אותו שם בכתיב אחר
    [partial] חלק מהשם
    [reordered] אותן מילים בסדר אחר
    [similar] אותו שם פרט לטעות כתיב
    [same_family] אותה משפחה, שם פרטי אחר
   *[other] שם דומה
 }
bars-need-parts = עמודות משוות חלקים: בחרו למעלה לפי מה לחלק.

mend-slip = תיקון טעות שלנו
mend-words = כשקראנו או הקלדנו לא נכון. הדיווח כפי שהיה נשאר ביומן.
mend-it = תיקון
mended = תוקן.
why-mend = מה היה שגוי
fields-marked = השדות ששיניתם מסומנים.
nothing-changed = שנו שדה תחילה.
withdraw-account = הוצאה מהספירה
withdraw-words = הוא נשאר קריא ואינו נספר עוד.
withdraw-it = הוצאת הדיווח הזה מהספירה
withdrawn = הוצא. אינו נספר עוד.
why-withdraw = מדוע הוא מוצא מהספירה
judge-same = זהה או שונה
judge-words = האם שני דיווחים עוסקים באותו דבר. דבר אינו ממוזג: שניהם נשארים כפי שהם.
judge-it = הכרעה
judged = ההכרעה: { $verdict ->
    [same] זהה
    [different] שונה
   *[unsure] לא ניתן לדעת
 }.
why-judge = מה מלמד על כך
verdict-label = האם שניהם עוסקים באותו דבר?
verdict-needed = בחרו אחת.
compared-to = לעומת
another-one = אחר
name-on-record = שם במרשם
name-on-record-hint = בכל כתב. בחרו את זה שתרצו להשוות.
choose-other = בחרו דיווח להשוואה.
which-account = איזה דיווח
reason-hint = נשמר ביומן לתמיד.
reason-needed = ציינו נימוק: הוא נשמר ביומן.
counts-no-more = אינו נספר עוד
nothing-counts-here = דבר מאלה אינו נספר עוד.
look-at = כדאי לבדוק:
estimate-refused = נדחה: הרשימות אינן מאפשרות אומדן.
estimate-middle = אמצע { $count }
estimate-run = הרצה { $run } מתוך { $runs }
