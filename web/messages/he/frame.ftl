# המסגרת: ניווט, פקודות, שגיאות ומה שמופיע בכל מקום. טיוטה: אף דובר שפת אם לא קרא אותה.

cairn = Cairn
nav-overview = סקירה
nav-documents = מסמכים
nav-intake = קליטה
nav-import = ייבוא
nav-register = מרשם
nav-figures = מספרים
nav-activity = פעילות
nav-review = בדיקה
nav-estimates = אומדנים
nav-publish = פרסום
nav-settings = הגדרות
navigation = תצוגות
menu = תפריט
skip-to-content = דילוג לתוכן
new-record = חדש
palette = פקודות
palette-ask = מה לעשות או למצוא?
palette-nothing = אין פקודה או רישום במילים האלה.
commands = פקודות
in-the-register = במרשם
help = מקשים ועזרה
help-lead = כל פקודה נמצאת גם בתפריט וברשימת הפקודות. המקשים נשארים במקומם בכל פריסת מקלדת.
help-act = עבודה
help-go = מעבר אל
help-page = הדף
go-to = מעבר אל { $place }
search-register = חיפוש במרשם
walk-back = מי אמר זאת
undo-last = ביטול הפעולה האחרונה
switch-theme = מעבר בין בהיר לכהה
switch-density = מעבר בין מרווח לצפוף
language-command = שפה: { $language }
close = סגירה
cancel = ביטול
save = שמירה
saved = נשמר.
more = הצגת עוד
fewer = הצגת פחות
none = אין
now = עכשיו
asking = שואלים את המרשם…
dismiss = הסתרה
just-done = נעשה זה עתה
undo = ביטול הפעולה
undone = בוטל.
brought-back = הוחזר.
undo-nothing = אין כאן מה לבטל. כל הפעולות מופיעות בתצוגה ״פעילות״.
jobs = עבודות בתהליך
job-state = { $state ->
    [waiting] ממתינה
    [running] פועלת
    [done] הסתיימה
    [failed] נכשלה
    [cancelled] בוטלה
   *[other] { $state }
 }
job-made = { $count ->
    [one] נכנס דיווח אחד. הצגת הפעולה
    [two] נכנסו שני דיווחים. הצגת הפעולה
   *[other] נכנסו { $count } דיווחים. הצגת הפעולה
 }

try-again = ניסיון נוסף
error-code = קוד
error-of-page = אירעה שגיאה בדף.
error-of-page-mend = טענו את הדף מחדש. מה שהקלדתם נשמר.
error-no-answer = המרשם אינו עונה.
error-no-answer-mend = בדקו אם cairn serve עדיין פועל, ונסו שוב. מה שהקלדתם יישמר ברגע שיענה.
error-session = ההתחברות הסתיימה.
error-session-mend = פתחו שוב את הכתובת שהדפיס cairn serve.
error-busy = המרשם עסוק בכתיבה ארוכה.
error-busy-mend = המתינו רגע ונסו שוב.
error-unknown = המרשם לא קיבל זאת.
not-found = אין כאן דבר
not-found-words = אין תצוגה בכתובת הזאת.
out-of-order = התצוגה הזאת לא נפתחה

sign-in = פתיחת המרשם
sign-in-words = המרשם פתוח רק למי שהפעיל אותו. פתחו את הכתובת שהדפיסה הפקודה הזאת:
sign-in-token = או הדביקו את הכתובת או את אסימון הגישה שבה
sign-in-hint = מתחילה ב־⁦http://127.0.0.1⁩ ומכילה ⁦#token=…⁩
sign-in-refused = האסימון הזה אינו של התוכנה הפועלת. הפעילו אותה מחדש כדי לקבל כתובת חדשה.

provenance = מי אמר זאת
said-by = נאמר בידי
said-on = ביום
published-by = פורסם בידי
document = מסמך
a-document = מסמך
log-entry = רשומה ביומן
entry = רשומה
entry-label = רשומה { $id }: הצגת מקורה
recorded = נרשם
act = פעולה
position = מיקום
undone-by = בוטל בידי
actor-not-stated = לא צוין מי פעל
author-not-stated = הטקסט של { $document }, המחבר לא צוין
empty-cell = (ריק)
open-subject = כל מה שנאמר על כך
open-activity = הצגת הפעולה
figure-label = { $what }: { $number }. מי אמר זאת
figure-label-plain = { $number }. מי אמר זאת
behind-inside = { $count ->
    [one] דיווח אחד בפנים
    [two] שני דיווחים בפנים
   *[other] { $count } דיווחים בפנים
 }
behind-overlaps = { $count ->
    [one] עוד אחד חופף בחלקו
    [two] עוד שניים חופפים בחלקם
   *[other] עוד { $count } חופפים בחלקם
 }
behind-withdrawn = { $count ->
    [one] אחד הוצא מהספירה
    [two] שניים הוצאו מהספירה
   *[other] { $count } הוצאו מהספירה
 }
behind-reported = { $count ->
    [0] לא דווח מספר
    [one] דווח מספר אחד
    [two] דווחו שני מספרים
   *[other] דווחו { $count } מספרים
 }
behind-shown = מוצגים { $shown } הראשונים מתוך { $total }.
by-rule-at = לפי הכלל { $rule }, במיקום { $position }
membership = { $kind ->
    [inside] בפנים
    [overlaps] חופף בחלקו
    [withdrawn] בוטל
   *[reported] מספר
 }

number-not-stated = המספר לא צוין
or-more = { $number } או יותר
or-fewer = { $number } או פחות
about = כ־{ $number }
until = עד { $date }
since = מאז { $date }
not-stated = לא צוין
as-of = נכון ל־{ $date }
age-years = { $count ->
   *[other] גיל { $age }
 }

draft-kept = נשמר כטיוטה.
draft-found = הטיוטה הקודמת שלכם כאן.
draft-keeping = נשמר…
draft-failed = עדיין לא נשמר: המרשם אינו עונה. ייעשה ניסיון נוסף.
draft-from = טיוטה מ־{ $time }
discard-draft = מחיקת הטיוטה

settings-lead = מראה הדף נשמר בדפדפן הזה. שום דבר מהמרשם אינו נשמר בו.
appearance = מראה
language = שפה
language-draft = טיוטה: אף דובר שפת אם לא קרא אותה
digits = ספרות
theme = צבעים
theme-system = כמו במערכת
theme-light = בהיר
theme-dark = כהה
density = צפיפות
density-roomy = מרווח
density-dense = צפוף
this-register = המרשם הזה
register = מרשם
actor = מי פועל
actor-hint = נרשם ביומן עם כל פעולה. ריק: לא צוין.
encryption = הצפנה
encrypted = מוצפן במשפט סיסמה
plaintext = אין: המרשם הזה נוצר עם ⁦--plaintext⁩
version = גרסה

not-here-yet = עדיין לא בדף הזה
review-words = כאן יעמדו שני דיווחים זה לצד זה, ואתם תאמרו אם הם עוסקים באותו אדם. דבר אינו ממוזג: כל החלטה היא רשומה שאפשר לבטל.
review-today = היום שורת הפקודה מוצאת מי מופיע בכמה רשימות במרשם הזה, ומסבירה כל זוג:
estimates-words = כאן רשימות חופפות יענו כמה אנשים מעולם לא נרשמו, עם הרווח, המודל ונימוקיו, או עם סירוב שאומר מדוע.
estimates-today = היום שורת הפקודה אומדת מתוך הרשימות שבמרשם הזה, או אומרת מדוע אינה יכולה:
publish-words = כאן תראו מה שהציבור יראה, לפני שיראה: מה מוסתר ומדוע, ומה הכלל והמיקום של כל מספר.
publish-today = היום שורת הפקודה כותבת כל ספירה לקובץ:
verb-ahead = השרת עדיין אינו מציע זאת; המקום מוכן.
verb-today = היום שורת הפקודה עושה זאת:
away-words = ייתכן שמה שאתם רואים אינו עדכני. מה שתקלידו נשמר כאן ויישמר במרשם כשיענה.
