# الإطار: التنقل والأوامر والأخطاء وما يظهر في كل مكان.

cairn = Cairn
nav-overview = نظرة عامة
nav-documents = الوثائق
nav-intake = استلام
nav-import = استيراد
nav-register = السجل
nav-figures = الأرقام
nav-activity = النشاط
nav-review = المراجعة
nav-estimates = التقديرات
nav-publish = النشر
nav-settings = الإعدادات
navigation = الصفحات
menu = القائمة
skip-to-content = انتقل إلى المحتوى
new-record = جديد
palette = الأوامر
palette-ask = ماذا تريد أن تفعل أو أن تجد؟
palette-nothing = لا أمر ولا تسجيل بهذه الكلمات.
commands = الأوامر
in-the-register = في السجل
help = المساعدة
help-lead = كل أمر موجود أيضًا في القائمة وفي قائمة الأوامر. تبقى المفاتيح في أماكنها في كل لوحة مفاتيح.
help-act = العمل
help-go = الانتقال
help-page = الصفحة
go-to = انتقل إلى { $place }
search-register = ابحث في السجل
walk-back = أظهر من قال ذلك
undo-last = تراجع عن آخر عمل
switch-theme = بدّل بين الفاتح والداكن
switch-density = بدّل بين الواسع والمكثف
language-command = اللغة: { $language }
close = إغلاق
cancel = إلغاء
save = حفظ
saved = حُفظ.
more = أظهر المزيد
fewer = أظهر أقل
none = لا شيء
now = الآن
asking = جارٍ سؤال السجل…
dismiss = إخفاء
just-done = ما تم للتو
undo = تراجع
undone = تم التراجع.
brought-back = أُعيد.
undo-nothing = لا شيء هنا للتراجع عنه. في «النشاط» كل عمل.
jobs = أعمال جارية
job-state = { $state ->
    [waiting] ينتظر
    [running] جارٍ
    [done] تم
    [failed] أخفق
    [cancelled] أُلغي
   *[other] { $state }
 }
job-made = { $count ->
    [zero] لم تدخل أي إفادة. أظهر العمل
    [one] دخلت إفادة واحدة. أظهر العمل
    [two] دخلت إفادتان. أظهر العمل
    [few] دخلت { $count } إفادات. أظهر العمل
    [many] دخلت { $count } إفادة. أظهر العمل
   *[other] دخلت { $count } إفادة. أظهر العمل
 }

try-again = حاول مجددًا
error-code = الرمز
error-of-page = حدث خطأ في الصفحة.
error-of-page-mend = حمّل الصفحة من جديد. ما كتبته محفوظ.
error-no-answer = السجل لا يجيب.
error-no-answer-mend = تحقق من أن cairn serve ما زال يعمل ثم حاول مجددًا. يُحفظ ما كتبته حالما يجيب.
error-session = انتهت الجلسة.
error-session-mend = افتح من جديد العنوان الذي طبعه cairn serve.
error-busy = السجل مشغول بكتابة طويلة.
error-busy-mend = انتظر قليلًا ثم حاول مجددًا.
error-unknown = رفض السجل ذلك.
not-found = ليس هنا
not-found-words = لا صفحة بهذا العنوان.
out-of-order = لم تُفتح هذه الصفحة

sign-in = افتح السجل
sign-in-words = السجل مفتوح لمن شغّله وحده. افتح العنوان الذي طبعه هذا الأمر:
sign-in-token = أو ألصق العنوان أو رمزه
sign-in-hint = يبدأ بـ ⁦http://127.0.0.1⁩ وفيه ⁦#token=…⁩
sign-in-refused = ليس هذا رمز البرنامج العامل. شغّله من جديد لتحصل على عنوان جديد.

provenance = من قال ذلك
said-by = القائل
said-on = في
published-by = الناشر
document = الوثيقة
a-document = وثيقة
log-entry = القيد في السجل
entry = القيد
entry-label = القيد { $id }: أظهر أصله
recorded = سُجّل
act = العمل
position = الموضع
undone-by = تراجَع عنه
actor-not-stated = الفاعل غير مذكور
author-not-stated = نص { $document }، الكاتب غير مذكور
empty-cell = (فارغ)
open-subject = كل ما قيل عن هذا
open-activity = أظهر العمل
figure-label = { $what }: { $number }. أظهر من قال ذلك
figure-label-plain = { $number }. أظهر من قال ذلك
behind-inside = { $count ->
    [zero] لا إفادة داخلها
    [one] إفادة واحدة داخلها
    [two] إفادتان داخلها
    [few] { $count } إفادات داخلها
    [many] { $count } إفادة داخلها
   *[other] { $count } إفادة داخلها
 }
behind-overlaps = { $count ->
    [zero] ولا أخرى تتقاطع معها
    [one] وأخرى تتقاطع معها
    [two] واثنتان أخريان تتقاطعان معها
    [few] و{ $count } أخرى تتقاطع معها
    [many] و{ $count } أخرى تتقاطع معها
   *[other] و{ $count } أخرى تتقاطع معها
 }
behind-withdrawn = { $count ->
    [zero] لا مسحوب
    [one] واحدة مسحوبة
    [two] اثنتان مسحوبتان
    [few] { $count } مسحوبة
    [many] { $count } مسحوبة
   *[other] { $count } مسحوبة
 }
behind-reported = { $count ->
    [zero] لم يُبلَّغ عن رقم
    [one] رقم واحد مُبلَّغ عنه
    [two] رقمان مُبلَّغ عنهما
    [few] { $count } أرقام مُبلَّغ عنها
    [many] { $count } رقمًا مُبلَّغًا عنه
   *[other] { $count } رقم مُبلَّغ عنه
 }
behind-shown = يظهر هنا أول { $shown } من { $total }.
by-rule-at = بقاعدة { $rule }، عند الموضع { $position }
membership = { $kind ->
    [inside] داخلها
    [overlaps] تتقاطع
    [withdrawn] مسحوبة
   *[reported] رقم
 }

number-not-stated = الرقم غير مذكور
or-more = { $number } أو أكثر
or-fewer = { $number } أو أقل
about = حوالي { $number }
until = حتى { $date }
since = منذ { $date }
not-stated = غير مذكور
as-of = حتى تاريخ { $date }
age-years = { $count ->
    [zero] أقل من سنة ({ $age })
    [one] { $age } سنة
    [two] { $age } سنة
    [few] { $age } سنوات
    [many] { $age } سنة
   *[other] { $age } سنة
 }

draft-kept = حُفظ كمسودة.
draft-found = مسودتك السابقة هنا.
draft-keeping = جارٍ الحفظ…
draft-failed = لم يُحفظ بعد: السجل لا يجيب. تُعاد المحاولة.
draft-from = مسودة من { $time }
discard-draft = تخلّ عن المسودة

settings-lead = يُحفظ مظهر الصفحة في هذا المتصفح. ولا يُحفظ فيه شيء من السجل.
appearance = المظهر
language = اللغة
language-draft = مسودة: لم يقرأها متحدث أصلي
digits = الأرقام
theme = الألوان
theme-system = كالنظام
theme-light = فاتح
theme-dark = داكن
density = الكثافة
density-roomy = واسع
density-dense = مكثف
this-register = هذا السجل
register = السجل
actor = من يعمل
actor-hint = يُكتب في السجل مع كل عمل. فارغ يعني: غير مذكور.
encryption = التشفير
encrypted = مشفّر بعبارة مرور
plaintext = لا يوجد: أُنشئ هذا السجل بـ ⁦--plaintext⁩
version = الإصدار

not-here-yet = ليس في هذه الصفحة بعد
review-words = هنا ستقف إفادتان جنبًا إلى جنب، وتقول أنت هل تتحدثان عن الشخص نفسه. لا يُدمج شيء: كل قرار قيد يمكن التراجع عنه.
review-today = اليوم يجد سطر الأوامر من ورد في عدة قوائم من هذا السجل ويشرح كل زوج:
estimates-words = هنا ستجيب القوائم المتداخلة عن عدد من لم يُسجَّلوا قط، مع المجال والنموذج وأسبابه، أو مع رفض يقول لماذا.
estimates-today = اليوم يقدّر سطر الأوامر من قوائم هذا السجل، أو يقول لماذا لا يمكن ذلك:
publish-words = هنا سترى ما سيراه الجمهور قبل أن يراه: ما الذي يُحجب ولماذا، وقاعدة كل رقم وموضعه.
publish-today = اليوم يكتب سطر الأوامر أي عدّ في ملف:
verb-ahead = لا يقدّم الخادم هذا بعد، ومكانه جاهز.
verb-today = اليوم يقوم به سطر الأوامر:
away-words = قد يكون ما تراه قديمًا. ما تكتبه يبقى هنا ويُحفظ حين يجيب.
