# الوثائق والقراءة والاستلام والاستيراد.

documents-lead = محفوظة كما جاءت تمامًا. ما قُرئ فيها ينتظر إنسانًا.
paste-bulletin = ألصق نشرة
add-files = أضف ملفات
drop-files = أفلت الملفات هنا لإضافتها
show-documents = أظهر
show-all = كل الوثائق
show-waiting = ما فيه ادعاءات تنتظر
show-texts = النصوص
show-tables = الجداول
published = نُشرت
claims-waiting = ادعاءات تنتظر
accounts = الإفادات
added = أُضيفت
document-added = أُضيفت { $name }؛ { $count ->
    [zero] لم يُقرأ فيها رقم.
    [one] ادعاء واحد ينتظر.
    [two] ادعاءان ينتظران.
    [few] { $count } ادعاءات تنتظر.
    [many] { $count } ادعاءً ينتظر.
   *[other] { $count } ادعاء ينتظر.
 }
document-was-here = { $name } كانت هنا من قبل. لم يُضف شيء.
none-of-these = لا شيء من هذه
none-waiting = لا ادعاء ينتظر قرارًا.
no-documents = لا وثائق بعد
no-documents-words = ألصق نشرة، أو أفلت ملفات هنا: نصوص وHTML وPDF وWord وبريد وجداول. تُحفظ بايتًا بايتًا.
original = الملف الأصلي
table-lead = { $rows ->
    [zero] لا صف
    [one] صف واحد
    [two] صفان
    [few] { $rows } صفوف
    [many] { $rows } صفًا
   *[other] { $rows } صف
 }؛ { $accounts ->
    [zero] لا إفادة تقوم عليه.
    [one] إفادة واحدة تقوم عليه.
    [two] إفادتان تقومان عليه.
    [few] { $accounts } إفادات تقوم عليه.
    [many] { $accounts } إفادة تقوم عليه.
   *[other] { $accounts } إفادة تقوم عليه.
 }
import-this = أدخله كقائمة
rows-of-table = صفوف الجدول
row = الصف

part-before = الجزء السابق
part-after = الجزء التالي
text-of-document = نص الوثيقة
next-claim = الادعاء التالي
claim-before = الادعاء السابق
accept-claim = اقبل الادعاء
correct-claim = صحّح الادعاء
reject-claim = ارفض الادعاء
accept-all = { $count ->
    [zero] لا شيء للقبول
    [one] اقبل الوحيد المنتظر
    [two] اقبل الاثنين المنتظرين
    [few] اقبل الكل: { $count } تنتظر
    [many] اقبل الكل: { $count } تنتظر
   *[other] اقبل الكل: { $count } تنتظر
 }
no-claim-chosen = لم يُختر ادعاء.
already-decided = تقرر من قبل. يمكن التراجع عنه في «النشاط».
waiting-of = { $waiting } من { $total } بانتظار قرار.
all-decided = تقرر كل شيء.
no-claims = لا ادعاءات هنا
no-claims-words = لم يُقرأ رقم في هذا النص. يمكن مع ذلك تسجيل ما يقوله باليد: اضغط N.
claim = ادعاء
claim-state = { $state ->
    [accepted] مقبول
    [rejected] مرفوض
   *[proposed] بانتظار قرار
 }
claim-kind = { $kind ->
    [count] رقم
    [presence] قيل إنه حدث، بلا رقم
    [named] شخص مسمّى
    [declaration] إعلان
   *[other] { $kind }
 }
perhaps = ربما { $who }
what = ماذا
of-whom = ممن
place = المكان
period = متى
done-by = الفاعل كما قيل
according-to = بحسب { $who }
accept = اقبل
correct = صحّح
reject = ارفض
lowest = الأدنى
highest = الأعلى
no-number = ليس عددًا صحيحًا. اتركه فارغًا إذا كان الطرف مفتوحًا.
qualifier = مدى الدقة
speaker-hint = فارغ يعني: النص نفسه، الكاتب غير مذكور.
party-affected = جماعتهم أو جنسيتهم كما قيل
period-words = الفترة بكلمات المصدر
first-day = أول يوم
last-day = آخر يوم
date-hint = مثل ⁦2031-05-17⁩
who-says-so = من يقول ذلك
stance-label = الموقف
unit = الوحدة
accept-corrected = اقبله مصحّحًا
accepted-corrected = قُبل مصحّحًا.
accepted-claims = { $count ->
    [zero] لم يُقبل ادعاء.
    [one] قُبل ادعاء واحد.
    [two] قُبل ادعاءان.
    [few] قُبلت { $count } ادعاءات.
    [many] قُبل { $count } ادعاءً.
   *[other] قُبل { $count } ادعاء.
 }
rejected-claims = { $count ->
    [zero] لم يُرفض ادعاء.
    [one] رُفض ادعاء واحد.
    [two] رُفض ادعاءان.
    [few] رُفضت { $count } ادعاءات.
    [many] رُفض { $count } ادعاءً.
   *[other] رُفض { $count } ادعاء.
 }

intake-lead = ألصق النشرة كما نُشرت. تُحفظ حرفيًا وتُقرأ أرقامها وتوضع بجانب آخر نشرة للناشر نفسه.
bulletin-text = نص النشرة
paste-here = ألصق هنا
publisher = الناشر
publisher-hint = من نشرها. تُعرض الأسماء السابقة.
as-of-day = اليوم الذي تحمله
day-hint = مثل ⁦2031-05-17⁩. تحقق مما مُلئ.
day-wanted = يلزم يوم مثل ⁦2031-05-17⁩.
title-optional = العنوان إن وُجد
read-it = احفظ واقرأ
intake-no-text = ألصق نص النشرة.
intake-no-publisher = قل من نشرها.
intake-how = ما الذي يحدث
intake-how1 = يُحفظ النص كما تلصقه تمامًا، باسم ناشره.
intake-how2 = يصبح كل رقم فيه ادعاءً مع الكلمات التي يقوم عليها. ترى ما ارتفع وما انخفض وما يناقض ماذا.
intake-how3 = لا يُعدّ شيء قبل أن تقبله، واحدًا واحدًا أو كله معًا.
bulletin-kept = { $count ->
    [zero] حُفظت النشرة. لم يُقرأ فيها رقم.
    [one] حُفظت النشرة. ادعاء واحد ينتظر.
    [two] حُفظت النشرة. ادعاءان ينتظران.
    [few] حُفظت النشرة. { $count } ادعاءات تنتظر.
    [many] حُفظت النشرة. { $count } ادعاءً ينتظر.
   *[other] حُفظت النشرة. { $count } ادعاء ينتظر.
 }
intake-read = { $count ->
    [zero] حُفظت. لم يُقرأ فيها رقم.
    [one] حُفظت. قُرئ ادعاء واحد وهو ينتظرك.
    [two] حُفظت. قُرئ ادعاءان وهما ينتظرانك.
    [few] حُفظت. قُرئت { $count } ادعاءات وهي تنتظرك.
    [many] حُفظت. قُرئ { $count } ادعاءً وهي تنتظرك.
   *[other] حُفظت. قُرئ { $count } ادعاء وهي تنتظرك.
 }
read-one-by-one = قرّر واحدًا واحدًا
another-bulletin = نشرة أخرى
comparison = بجانب الأخيرة
compared-with = { $name }، { $date }
nothing-before = لا نشرة سابقة لهذا الناشر
before = المرة الماضية
this-time = هذه المرة
change = التغير
change-name = { $change ->
    [new] جديد
    [gone] لم يعد يُذكر
    [same] نفسه
    [rises] يرتفع
    [falls] ينخفض
   *[differs] يختلف
 }

import-lead = أدخل قائمة أشخاص: يصبح كل صف إفادة، وتُحفظ خلاياه كما هي.
drop-list = أفلت قائمة هنا
reading-file = جارٍ قراءة الملف…
choose-file = اختر ملفًا
import-formats = CSV وTSV وExcel وODS وJSON وGeoJSON. يبقى الملف على هذا الجهاز.
upload-gone = لم يعد هذا الملف محفوظًا في الانتظار
upload-gone-words = تنتظر الملفات في الذاكرة ما دام البرنامج يعمل. اختره من جديد: لا يتأثر ما استُورد منه.
rows-count = { $count ->
    [zero] لا صف
    [one] صف واحد
    [two] صفان
    [few] { $count } صفوف
    [many] { $count } صفًا
   *[other] { $count } صف
 }
another-file = ملف آخر
what-rows-say = ما يقوله كل صف
act-from = { $from ->
    [column] عمود في الملف يقول ذلك.
    [mapping] أنت تقول ذلك.
   *[default] لم يقل أحد ذلك: تحقق منه.
 }
row-act = ما الذي أصاب هؤلاء الناس
as-found = { $act }، كما وُجد
as-found-column = كما يقول العمود
act-default = لا الملف ولا أنت تقولان ما الذي أصاب أهل هذه القائمة. تُعامل كقائمة قتلى حتى تختار.
who-says-rows = من يقول ما تقوله الصفوف
who-says-rows-hint = فارغ يعني: القائمة نفسها، الكاتب غير مذكور.
published-day = نُشر في
list-returns = تأتي هذه القائمة مجددًا بإصدارات أحدث
series-name = اسم القائمة
series-hint = الاسم نفسه لكل إصدار منها.
key-column = العمود الذي يسمّي الشخص عبر الإصدارات
because = لماذا هو هنا
because-first = الإصدار الأول
because-new = غيّر المصدر كلامه: إصدار جديد
because-slip = نصلح زلة لنا
columns = الأعمدة
columns-lead = عُرفت من عناوينها وقيمها. غيّر ما هو خطأ.
taken-as = يؤخذ على أنه
filled-of = { $filled } من { $rows } مملوءة
distinct-values = { $count ->
    [zero] لا قيمة
    [one] قيمة واحدة
    [two] قيمتان مختلفتان
    [few] { $count } قيم مختلفة
    [many] { $count } قيمة مختلفة
   *[other] { $count } قيمة مختلفة
 }
more-values = أظهر قيمًا أكثر
role = { $code ->
    [row] رقم الصف
    [person_id] معرّف الشخص
    [incident_id] معرّف الحادثة
    [name] الاسم الكامل
    [given_name] الاسم الأول
    [father_name] اسم الأب
    [grandfather_name] اسم الجد
    [family_name] اسم العائلة
    [mother_name] اسم الأم
    [other_name] اسم آخر
    [sex] الجنس
    [age] العمر
    [birth_date] تاريخ الميلاد
    [birth_year] سنة الميلاد
    [birth_place] مكان الميلاد
    [residence] الإقامة
    [date] التاريخ
    [start_date] أول يوم
    [end_date] آخر يوم
    [year] السنة
    [month] الشهر
    [day] اليوم
    [report_date] تاريخ التبليغ
    [place] المكان
    [country] البلد
    [place_code] رمز المكان
    [latitude] خط العرض
    [longitude] خط الطول
    [act] ما حدث
    [source] من يقول ذلك
    [notes] ملاحظات
    [verbatim] يُحفظ ولا يُقرأ
    [ignore] غير مستعمل
   *[other] { $code }
 }
first-rows = الصفوف الأولى كما ستُقرأ
typed-column = { $name ->
    [row] الصف
    [names] الأسماء
    [sex] الجنس
    [age] العمر
    [born] الميلاد
    [acts] ماذا ومتى وأين
    [flags] غرائب
   *[other] { $name }
 }
import-now = استورد
dry-run = جرّب ولا تكتب شيئًا
strict = صف واحد سيئ يوقفه
would-do = ما الذي سيفعله
nothing-written = لم يُكتب شيء.
imported = استُورد
open-register = افتح السجل
imported-count = { $count ->
    [zero] لم تُستورد إفادة.
    [one] استُوردت إفادة واحدة.
    [two] استُوردت إفادتان.
    [few] استُوردت { $count } إفادات.
    [many] استُوردت { $count } إفادة.
   *[other] استُوردت { $count } إفادة.
 }
rows-added = { $count ->
    [zero] لا صف جديد
    [one] صف واحد لم يكن في السجل
    [two] صفان لم يكونا في السجل
    [few] { $count } صفوف لم تكن في السجل
    [many] { $count } صفًا لم تكن في السجل
   *[other] { $count } صف لم تكن في السجل
 }
rows-removed = { $count ->
    [zero] لم يختف صف
    [one] صف واحد من الإصدار السابق اختفى
    [two] صفان من الإصدار السابق اختفيا
    [few] { $count } صفوف من الإصدار السابق اختفت
    [many] { $count } صفًا من الإصدار السابق اختفت
   *[other] { $count } صف من الإصدار السابق اختفت
 }
rows-changed = { $count ->
    [zero] لم يتغير صف
    [one] تغير صف واحد
    [two] تغير صفان
    [few] تغيرت { $count } صفوف
    [many] تغير { $count } صفًا
   *[other] تغير { $count } صف
 }
rows-unchanged = { $count ->
    [zero] لا صف على حاله
    [one] صف واحد كما كان
    [two] صفان كما كانا
    [few] { $count } صفوف كما كانت
    [many] { $count } صفًا كما كانت
   *[other] { $count } صف كما كانت
 }
rows-cannot-tell = { $count ->
    [zero] لا صف مشكوك في جدّته
    [one] صف واحد لا يُعرف هل هو جديد
    [two] صفان لا يُعرف هل هما جديدان
    [few] { $count } صفوف لا يُعرف هل هي جديدة
    [many] { $count } صفًا لا يُعرف هل هي جديدة
   *[other] { $count } صف لا يُعرف هل هي جديدة
 }
bad-rows = صفوف لم تؤخذ:
odd-rows = صفوف ينبغي النظر فيها:
