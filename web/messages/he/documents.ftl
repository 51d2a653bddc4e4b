# מסמכים, קריאה, קליטה, ייבוא. טיוטה: אף דובר שפת אם לא קרא אותה.

documents-lead = נשמרים בדיוק כפי שהגיעו. מה שנקרא בהם ממתין לאדם.
paste-bulletin = הדבקת הודעה
add-files = הוספת קבצים
drop-files = גררו קבצים לכאן כדי להוסיפם
show-documents = הצגה
show-all = כל המסמכים
show-waiting = עם טענות ממתינות
show-texts = טקסטים
show-tables = טבלאות
published = פורסם
claims-waiting = טענות ממתינות
accounts = דיווחים
added = נוסף
document-added = { $name } נוסף; { $count ->
    [0] לא נקרא בו מספר.
    [one] טענה אחת ממתינה.
    [two] שתי טענות ממתינות.
   *[other] { $count } טענות ממתינות.
 }
document-was-here = { $name } כבר היה כאן. לא נוסף דבר.
none-of-these = אין כאלה
none-waiting = אין טענה שממתינה להחלטה.
no-documents = עדיין אין מסמכים
no-documents-words = הדביקו הודעה או גררו לכאן קבצים: טקסט, HTML,‏ PDF,‏ Word, דואר וטבלאות. הם נשמרים בית אחר בית.
original = הקובץ המקורי
table-lead = { $rows ->
    [one] שורה אחת
    [two] שתי שורות
   *[other] { $rows } שורות
 }; { $accounts ->
    [0] אין דיווח שנשען עליה.
    [one] דיווח אחד נשען עליה.
    [two] שני דיווחים נשענים עליה.
   *[other] { $accounts } דיווחים נשענים עליה.
 }
import-this = קליטה כרשימה
rows-of-table = שורות הטבלה
row = שורה

part-before = החלק הקודם
part-after = החלק הבא
text-of-document = תוכן המסמך
next-claim = הטענה הבאה
claim-before = הטענה הקודמת
accept-claim = קבלת הטענה
correct-claim = תיקון הטענה
reject-claim = דחיית הטענה
accept-all = { $count ->
    [one] קבלת הטענה הממתינה
    [two] קבלת שתי הטענות הממתינות
   *[other] קבלת כל { $count } הטענות הממתינות
 }
no-claim-chosen = לא נבחרה טענה.
already-decided = כבר הוחלט. אפשר לבטל בתצוגה ״פעילות״.
waiting-of = { $waiting } מתוך { $total } ממתינות להחלטה.
all-decided = הכול הוחלט.
no-claims = אין כאן טענות
no-claims-words = לא נקרא מספר בטקסט הזה. את מה שהוא אומר אפשר לרשום ידנית: הקישו N.
claim = טענה
claim-state = { $state ->
    [accepted] התקבלה
    [rejected] נדחתה
   *[proposed] ממתינה להחלטה
 }
claim-kind = { $kind ->
    [count] מספר
    [presence] נאמר שאירע, בלי מספר
    [named] אדם ששמו ידוע
    [declaration] הצהרה
   *[other] { $kind }
 }
perhaps = אולי { $who }
what = מה
of-whom = של מי
place = מקום
period = מתי
done-by = נעשה בידי
according-to = לדברי { $who }
accept = קבלה
correct = תיקון
reject = דחייה
lowest = הנמוך
highest = הגבוה
no-number = זה אינו מספר שלם. השאירו ריק אם הקצה פתוח.
qualifier = באיזה דיוק
speaker-hint = ריק: הטקסט עצמו, המחבר לא צוין.
party-affected = הצד או הלאום שלהם, כפי שנאמר
period-words = התקופה, במילות המקור
first-day = היום הראשון
last-day = היום האחרון
date-hint = למשל ‎2031-05-17‎
who-says-so = מי אומר זאת
stance-label = עמדה
unit = יחידה
accept-corrected = קבלה בתיקון
accepted-corrected = התקבלה בתיקון.
accepted-claims = { $count ->
    [one] טענה אחת התקבלה.
    [two] שתי טענות התקבלו.
   *[other] { $count } טענות התקבלו.
 }
rejected-claims = { $count ->
    [one] טענה אחת נדחתה.
    [two] שתי טענות נדחו.
   *[other] { $count } טענות נדחו.
 }

intake-lead = הדביקו הודעה כפי שפורסמה. היא נשמרת מילה במילה, מספריה נקראים, והיא מוצבת לצד האחרונה של אותו מפרסם.
bulletin-text = תוכן ההודעה
paste-here = הדביקו כאן
publisher = המפרסם
publisher-hint = מי שפרסם אותה. מפרסמים קודמים מוצעים.
as-of-day = היום שהיא נושאת
day-hint = למשל ‎2031-05-17‎. בדקו את מה שמולא.
day-wanted = נדרש יום, למשל ‎2031-05-17‎.
title-optional = כותרת, אם יש
read-it = שמירה וקריאה
intake-no-text = הדביקו את תוכן ההודעה.
intake-no-publisher = ציינו מי פרסם אותה.
intake-how = מה קורה
intake-how1 = הטקסט נשמר בדיוק כפי שהודבק, בשם המפרסם.
intake-how2 = כל מספר בו הופך לטענה, עם המילים שעליהן היא נשענת. רואים מה עלה, מה ירד ומה סותר את מה.
intake-how3 = דבר אינו נספר עד שמקבלים אותו, אחת אחת או הכול יחד.
bulletin-kept = { $count ->
    [0] ההודעה נשמרה. לא נקרא בה מספר.
    [one] ההודעה נשמרה. טענה אחת ממתינה.
    [two] ההודעה נשמרה. שתי טענות ממתינות.
   *[other] ההודעה נשמרה. { $count } טענות ממתינות.
 }
intake-read = { $count ->
    [0] נשמרה. לא נקרא בה מספר.
    [one] נשמרה. נקראה טענה אחת והיא ממתינה לכם.
    [two] נשמרה. נקראו שתי טענות והן ממתינות לכם.
   *[other] נשמרה. נקראו { $count } טענות והן ממתינות לכם.
 }
read-one-by-one = החלטה אחת אחת
another-bulletin = הודעה אחרת
comparison = לצד האחרונה
compared-with = { $name }, { $date }
nothing-before = אין הודעה קודמת של המפרסם הזה
before = בפעם הקודמת
this-time = הפעם
change = שינוי
change-name = { $change ->
    [new] חדש
    [gone] כבר אינו נמסר
    [same] ללא שינוי
    [rises] עולה
    [falls] יורד
   *[differs] שונה
 }

import-lead = קלטו רשימת אנשים: כל שורה הופכת לדיווח, ותאיה נשמרים כפי שהם.
drop-list = גררו רשימה לכאן
reading-file = הקובץ נקרא…
choose-file = בחירת קובץ
import-formats = CSV,‏ TSV,‏ Excel,‏ ODS,‏ JSON,‏ GeoJSON. הקובץ נשאר במחשב הזה.
upload-gone = הקובץ הזה כבר אינו מוחזק
upload-gone-words = קבצים ממתינים בזיכרון רק כל עוד התוכנה פועלת. בחרו בו שוב: מה שיובא ממנו אינו מושפע.
rows-count = { $count ->
    [one] שורה אחת
    [two] שתי שורות
   *[other] { $count } שורות
 }
another-file = קובץ אחר
what-rows-say = מה אומרת כל שורה
act-from = { $from ->
    [column] עמודה בקובץ אומרת זאת.
    [mapping] אתם אומרים זאת.
   *[default] איש לא אמר זאת: בדקו.
 }
row-act = מה אירע לאנשים האלה
as-found = { $act }, כפי שנמצא
as-found-column = כפי שאומרת העמודה
act-default = לא הקובץ ולא אתם אומרים מה אירע לאנשים שברשימה הזאת. עד שתבחרו היא נחשבת לרשימת הרוגים.
who-says-rows = מי אומר את מה שאומרות השורות
who-says-rows-hint = ריק: הרשימה עצמה, המחבר לא צוין.
published-day = פורסמה ביום
list-returns = הרשימה הזאת חוזרת בגרסאות חדשות יותר
series-name = שם הרשימה
series-hint = אותו שם לכל גרסה שלה.
key-column = העמודה שמזהה אדם בין הגרסאות
because = מדוע היא כאן
because-first = גרסה ראשונה
because-new = המקור שינה את דבריו: גרסה חדשה
because-slip = אנחנו מתקנים טעות שלנו
columns = עמודות
columns-lead = זוהו לפי הכותרות והערכים. שנו את מה ששגוי.
taken-as = נקראת בתור
filled-of = { $filled } מתוך { $rows } מלאים
distinct-values = { $count ->
    [one] ערך אחד
    [two] שני ערכים שונים
   *[other] { $count } ערכים שונים
 }
more-values = הצגת ערכים נוספים
role = { $code ->
    [row] מספר השורה
    [person_id] מזהה האדם
    [incident_id] מזהה האירוע
    [name] שם מלא
    [given_name] שם פרטי
    [father_name] שם האב
    [grandfather_name] שם הסב
    [family_name] שם משפחה
    [mother_name] שם האם
    [other_name] שם אחר
    [sex] מין
    [age] גיל
    [birth_date] תאריך לידה
    [birth_year] שנת לידה
    [birth_place] מקום לידה
    [residence] מקום מגורים
    [date] תאריך
    [start_date] היום הראשון
    [end_date] היום האחרון
    [year] שנה
    [month] חודש
    [day] יום
    [report_date] תאריך הדיווח
    [place] מקום
    [country] ארץ
    [place_code] קוד המקום
    [latitude] קו רוחב
    [longitude] קו אורך
    [act] מה אירע
    [source] מי אומר זאת
    [notes] הערות
    [verbatim] נשמרת, אינה נקראת
    [ignore] אינה בשימוש
   *[other] { $code }
 }
first-rows = השורות הראשונות, כפי שייקראו
typed-column = { $name ->
    [row] שורה
    [names] שמות
    [sex] מין
    [age] גיל
    [born] לידה
    [acts] מה, מתי, איפה
    [flags] חריגות
   *[other] { $name }
 }
import-now = ייבוא
dry-run = ניסיון בלי כתיבה
strict = שורה פגומה אחת עוצרת הכול
would-do = מה היה נעשה
nothing-written = לא נכתב דבר.
imported = יובא
open-register = פתיחת המרשם
imported-count = { $count ->
    [one] דיווח אחד יובא.
    [two] שני דיווחים יובאו.
   *[other] { $count } דיווחים יובאו.
 }
rows-added = { $count ->
    [one] שורה אחת לא הייתה במרשם
    [two] שתי שורות לא היו במרשם
   *[other] { $count } שורות לא היו במרשם
 }
rows-removed = { $count ->
    [one] שורה אחת מהגרסה הקודמת איננה
    [two] שתי שורות מהגרסה הקודמת אינן
   *[other] { $count } שורות מהגרסה הקודמת אינן
 }
rows-changed = { $count ->
    [one] שורה אחת השתנתה
    [two] שתי שורות השתנו
   *[other] { $count } שורות השתנו
 }
rows-unchanged = { $count ->
    [one] שורה אחת כפי שהייתה
    [two] שתי שורות כפי שהיו
   *[other] { $count } שורות כפי שהיו
 }
rows-cannot-tell = { $count ->
    [one] על שורה אחת אי אפשר לדעת אם היא חדשה
    [two] על שתי שורות אי אפשר לדעת אם הן חדשות
   *[other] על { $count } שורות אי אפשר לדעת אם הן חדשות
 }
bad-rows = שורות שלא נקלטו:
odd-rows = שורות שכדאי לבדוק:
