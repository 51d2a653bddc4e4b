# نظرة عامة، السجل، الموضوع، الأرقام، النشاط.

overview-lead = { $documents ->
    [zero] لا وثيقة
    [one] وثيقة واحدة
    [two] وثيقتان
    [few] { $documents } وثائق
    [many] { $documents } وثيقة
   *[other] { $documents } وثيقة
 }، { $accounts ->
    [zero] لا إفادة
    [one] إفادة واحدة
    [two] إفادتان
    [few] { $accounts } إفادات
    [many] { $accounts } إفادة
   *[other] { $accounts } إفادة
 } من { $sources ->
    [zero] لا مصدر
    [one] مصدر واحد
    [two] مصدرين
    [few] { $sources } مصادر
    [many] { $sources } مصدرًا
   *[other] { $sources } مصدر
 }.
documented = موثَّق
documented-hint = أشخاص في السجل، لكل منهم إفادة. مجالٌ حيث لا تكفي السجلات.
reported = مُبلَّغ عنه
reported-hint = ما يقوله القائلون، كلٌّ باسمه. لا يُجمع أبدًا.
estimated = مقدَّر
estimated-hint = مع من لم يُسجَّلوا قط.
no-estimate = لا تقدير.
estimate-refused = رُفض: القوائم لا تكفي لتقدير.
estimate-middle = الوسط { $count }
estimate-run = التشغيل { $run } من { $runs }
not-documented = ليس في السجل
nobody-reports = لا أحد يعطي رقمًا.
more-speakers = { $count ->
    [zero] ولا رقم آخر
    [one] ورقم آخر
    [two] ورقمان آخران
    [few] و{ $count } أرقام أخرى
    [many] و{ $count } رقمًا آخر
   *[other] و{ $count } رقم آخر
 }
speakers-count = { $count ->
    [zero] لم يُبلَّغ عن رقم
    [one] رقم واحد مُبلَّغ عنه
    [two] رقمان مُبلَّغ عنهما
    [few] { $count } أرقام مُبلَّغ عنها
    [many] { $count } رقمًا مُبلَّغًا عنه
   *[other] { $count } رقم مُبلَّغ عنه
 }
withdrawn-since = { $count ->
    [zero] لم يُسحب شيء منذ ذلك
    [one] واحدة سُحبت منذ ذلك
    [two] اثنتان سُحبتا منذ ذلك
    [few] { $count } سُحبت منذ ذلك
    [many] { $count } سُحبت منذ ذلك
   *[other] { $count } سُحبت منذ ذلك
 }
undecided-pairs = { $count ->
    [zero] لا زوج غير محسوم
    [one] زوج واحد غير محسوم
    [two] زوجان غير محسومين
    [few] { $count } أزواج غير محسومة
    [many] { $count } زوجًا غير محسوم
   *[other] { $count } زوج غير محسوم
 }
running-total = مجموع تراكمي
denied = منفي
hypothetical = يُخشى أو يُتوقع
by-rule = مجال بقاعدة لكلمة غير محددة
done-by-who = الفاعل كما قيل: { $who }
series-of = { $metric } عبر الزمن
recent-acts = آخر الأعمال
all-activity = كل النشاط
waits-for-decision = بانتظار قرار
wait-for-decision = بانتظار قرار
claims-count = { $count ->
    [zero] لا ادعاء
    [one] ادعاء واحد
    [two] ادعاءان
    [few] { $count } ادعاءات
    [many] { $count } ادعاءً
   *[other] { $count } ادعاء
 }
nothing-waits = لا شيء ينتظر. تُقرأ النصوص الجديدة حين تدخل.
nothing-counts = لا شيء يُعدّ بعد
nothing-counts-words = ما قُرئ في الوثائق ينتظر إنسانًا. اقبل ادعاءات أو استورد قائمة أو سجّل شيئًا بيدك، فتظهر الأرقام هنا.
decide-claims = قرّر في الادعاءات
empty-register = هذا السجل فارغ
empty-register-words = ينمو السجل من الوثائق. هناك ثلاث طرق للدخول، وكل عمل يمكن التراجع عنه:
empty-intake = احفظ نصًا كما هو واقرأ أرقامه
empty-import = أدخل قائمة صفًا صفًا
empty-new = دوّن ما يقوله مصدر واحد

register-lead = { $count ->
    [zero] لا إفادة.
    [one] إفادة واحدة: كلمة مصدر واحد عن شيء واحد.
    [two] إفادتان. كل منهما كلمة مصدر واحد عن شيء واحد.
    [few] { $count } إفادات. كل منها كلمة مصدر واحد عن شيء واحد.
    [many] { $count } إفادة. كل منها كلمة مصدر واحد عن شيء واحد.
   *[other] { $count } إفادة. كل منها كلمة مصدر واحد عن شيء واحد.
 }
search-any = ابحث في الأسماء والكلمات بأي كتابة
order = الترتيب
order-entry = كما دخلت
order-date = حسب التاريخ
order-name = حسب الاسم
order-place = حسب المكان
narrowed-to = مقصور على
narrow-to = اقصر على هذا
remove-filter = أزل هذا القيد
clear-filters = أزل الكل
facets = تضييق
more-of = المزيد: { $name }
values-left-out = { $count ->
    [zero] لم تُحذف قيمة.
    [one] حُذفت قيمة واحدة: ابحث عنها.
    [two] حُذفت قيمتان: ابحث عنهما.
    [few] حُذفت { $count } قيم: ابحث عنها.
    [many] حُذفت { $count } قيمة: ابحث عنها.
   *[other] حُذفت { $count } قيمة: ابحث عنها.
 }
none-found = لا نتيجة
none-found-words = لا إفادة توافق هذا كله. أزل قيدًا، أو جرّب حروفًا أقل من الاسم: لا أثر للإملاء ولا للكتابة ولا للتشكيل.
indexing = يُملأ فهرس البحث: { $done } من { $total }.
name-or-what = الاسم
sex-and-age = الجنس، العمر
when = متى
unnamed = { $kind }، بلا اسم
no-longer-counted = مسحوبة
cannot-tell = لا يُعرف هل هو شخص جديد
saved-views = العروض المحفوظة
save-view = احفظ هذا العرض
view-name = اسم العرض
view-saved = حُفظ العرض. لا يقول عنوانه شيئًا عما بُحث عنه.

subject = الموضوع
unnamed-subject = بلا اسم
subject-lead = { $count ->
    [zero] لا إفادة تتحدث عن هذا.
    [one] إفادة واحدة تتحدث عن هذا.
    [two] إفادتان تتحدثان عن هذا.
    [few] { $count } إفادات تتحدث عن هذا.
    [many] { $count } إفادة تتحدث عن هذا.
   *[other] { $count } إفادة تتحدث عن هذا.
 }
side-by-side = الإفادات جنبًا إلى جنب
field = الحقل
disagree = الإفادات مختلفة
in-their-words = بكلماتهم
judgements = الأحكام
verdict = { $verdict ->
    [same] نفسه
    [different] مختلف
    [unsure] غير مؤكد
   *[other] { $verdict }
 }
history = ما جرى
field-name = { $name ->
    [kind] النوع
    [sex] الجنس
    [age] العمر
    [born] الميلاد
    [status] الصفة المدنية
    [size] العدد
    [identifier] المعرّف
    [act] ما حدث
    [when] متى
    [place] المكان
    [means] الوسيلة
    [state] الحالة
    [tie] الصلات
    [done_by] الفاعل كما قيل
   *[number] الرقم
 }

figures-lead = ما في السجل وما يُبلِّغ عنه القائلون وما تقدّره النماذج تقف جنبًا إلى جنب ولا تُخلط أبدًا.
question = السؤال
metric = ما يُعدّ
rule = القاعدة
divide-by = قسّم حسب
as-it-was = كما كان
as-it-was-hint = تاريخ أو موضع في السجل. فارغ يعني: الآن.
shown-as = يظهر
as-table = جدول
as-series = عبر الزمن
as-dots = مجالات
as-bars = أعمدة
as-map = خريطة
scope = ممن
dimension = { $name ->
    [sex] الجنس
    [age] العمر
    [place] المكان
    [month] الشهر
    [year] السنة
    [source] القائل
    [publisher] الناشر
    [document] الوثيقة
    [kind] النوع
    [status] الصفة المدنية
    [metric] ما حدث
    [named] مسمّى
    [standing] القيام
   *[other] { $name }
 }
no-figures = لا شيء في السجل
no-figures-words = لا إفادة تُعدّ لهذا السؤال. اختر شيئًا آخر يُعدّ، أو أزل قيدًا، أو قرّر في الادعاءات المنتظرة.
no-chart = لا شيء يُرسم لهذا السؤال.
save-chart = احفظ بصيغة SVG
no-maps = لا حدود هنا
no-maps-words = الحدود ادعاءُ من رسمها، ولذلك لا يأتي Cairn بأي منها. ضع ملف GeoJSON مع مصدره وتاريخه في المجلد الذي يسميه cairn serve --boundaries.
boundaries = الحدود
boundaries-from = الحدود: { $source }، { $date }. رسمها لا يعني إقرارًا بشيء.
movable-map = خريطة يمكن تحريكها. الجدول تحتها يقول الشيء نفسه.
contradictions = تناقضات
contradictions-lead = تُسرد ولا تُصلح أبدًا.
contradiction-kind = { $kind ->
    [cumulative_falls] مجموع تراكمي ينخفض
    [part_exceeds_whole] جزء يزيد على الكل
    [total_falls] مجموع تراكمي ينخفض
    [counter_restarts] عدّ يبدأ من جديد
    [reclassified] نُقل من نوع إلى آخر
    [parts_exceed_whole] الأجزاء تزيد على الكل
    [period_not_difference] فترة لا تساوي فرق مجموعيها
    [late_addition] إضافة متأخرة
    [restated] مصدر يعيد ذكر رقمه
    [two_values] مصدر واحد يعطي رقمين ليوم واحد
    [flash_and_verified] رقم عاجل ورقم متحقَّق منه مختلفان
    [as_of_shift] الرقم نفسه ليومين
    [relay_differs] رقم منقول يختلف عن أصله
    [ends_crossed] الأدنى يزيد على الأعلى
   *[other] { $kind }
 }

activity-lead = كل ما جرى، بالكلمات. لا يُحذف شيء: ما تُرُوجع عنه يبقى هنا مشطوبًا.
no-activity = لم يحدث شيء بعد
no-activity-words = هنا ستقف كل وثيقة وكل قرار وكل استيراد، مع من قام به ولماذا.
taken-back = تُرُوجع عنه
bring-back = أعِده
undo-batch = تراجع عن هذا العمل
undo-why = لماذا
undo-hint = يُحفظ في السجل. يمكن أن يبقى فارغًا.
undone-count = { $count ->
    [zero] تم التراجع.
    [one] تم التراجع: إفادة واحدة لم تعد تُعدّ.
    [two] تم التراجع: إفادتان لم تعودا تُعدّان.
    [few] تم التراجع: { $count } إفادات لم تعد تُعدّ.
    [many] تم التراجع: { $count } إفادة لم تعد تُعدّ.
   *[other] تم التراجع: { $count } إفادة لم تعد تُعدّ.
 }
brought-back-count = { $count ->
    [zero] أُعيد.
    [one] أُعيد: إفادة واحدة تُعدّ من جديد.
    [two] أُعيد: إفادتان تُعدّان من جديد.
    [few] أُعيد: { $count } إفادات تُعدّ من جديد.
    [many] أُعيد: { $count } إفادة تُعدّ من جديد.
   *[other] أُعيد: { $count } إفادة تُعدّ من جديد.
 }
act-add = { $count ->
    [zero] لم تُضف وثيقة
    [one] أُضيفت وثيقة
    [two] أُضيفت وثيقتان
    [few] أُضيفت { $count } وثائق
    [many] أُضيفت { $count } وثيقة
   *[other] أُضيفت { $count } وثيقة
 }
act-accept = { $count ->
    [zero] لم يُقبل ادعاء
    [one] قُبل ادعاء واحد
    [two] قُبل ادعاءان
    [few] قُبلت { $count } ادعاءات
    [many] قُبل { $count } ادعاءً
   *[other] قُبل { $count } ادعاء
 }
act-reject = { $count ->
    [zero] لم يُرفض ادعاء
    [one] رُفض ادعاء واحد
    [two] رُفض ادعاءان
    [few] رُفضت { $count } ادعاءات
    [many] رُفض { $count } ادعاءً
   *[other] رُفض { $count } ادعاء
 }
act-import = { $count ->
    [zero] لم تُستورد إفادة
    [one] استُوردت إفادة واحدة
    [two] استُوردت إفادتان
    [few] استُوردت { $count } إفادات
    [many] استُوردت { $count } إفادة
   *[other] استُوردت { $count } إفادة
 }
act-record = { $count ->
    [zero] لم تُسجَّل إفادة باليد
    [one] سُجِّلت إفادة واحدة باليد
    [two] سُجِّلت إفادتان باليد
    [few] سُجِّلت { $count } إفادات باليد
    [many] سُجِّلت { $count } إفادة باليد
   *[other] سُجِّلت { $count } إفادة باليد
 }
act-undo = تُرُوجع عن: { $what }
act-other = { $act }: { $count ->
    [zero] لا إفادة
    [one] إفادة واحدة
    [two] إفادتان
    [few] { $count } إفادات
    [many] { $count } إفادة
   *[other] { $count } إفادة
 }
verb = { $act ->
    [add] إضافة مستند
    [import] استيراد
    [accept] قبول ادعاءات
    [reject] رفض ادعاءات
    [decide] البت في ادعاءات
    [record] تسجيل يدوي
    [amend] إصلاح خطأ منا
    [withdraw] سحب
    [judge] حكم في التطابق
    [undo] تراجع
    [correct] تصحيح من المصدر
    [link] ربط: من ورد في عدة قوائم
    [estimate] تقدير
    [scope] تحديد نطاق القوائم
    [consent] تسجيل موافقة
   *[other] { $act }
 }
not-drawn = غير مرسوم: { $kind ->
    [bars] لا يمكن تضييق الأعمدة. الجدول يمكن تضييقه.
   *[other] لا تُضيَّق الخطوط والنقاط إلا بمكان واحد أو مصدر واحد. الجدول يبيّن الباقي.
 }
all-contradictions = { $count ->
    [zero] لا تناقضات
    [one] عرض تناقض واحد
    [two] عرض التناقضين
    [few] عرض كل التناقضات: { $count }
    [many] عرض كل التناقضات: { $count }
   *[other] عرض كل التناقضات: { $count }
 }
grade = { $grade ->
    [same] الاسم نفسه
    [variant] الاسم نفسه برسم آخر
    [partial] جزء من الاسم
    [reordered] الكلمات نفسها بترتيب آخر
    [similar] الاسم نفسه إلا زلة قلم
    [same_family] العائلة نفسها واسم أول آخر
   *[other] اسم قريب
 }
bars-need-parts = الأعمدة تقارن الأجزاء: اختر أعلاه ما يُقسم حسبه.

mend-slip = أصلح زلة لنا
mend-words = حين قرأنا أو كتبنا خطأً. تبقى الإفادة كما كانت في السجل.
mend-it = أصلح
mended = أُصلحت.
why-mend = ما الذي كان خطأ
fields-marked = الحقول التي غيّرتها معلَّمة.
nothing-changed = غيّر حقلًا أولًا.
withdraw-account = اسحب
withdraw-words = تبقى مقروءة ولا تُعدّ بعد ذلك.
withdraw-it = اسحب هذه الإفادة
withdrawn = سُحبت. لم تعد تُعدّ.
why-withdraw = لماذا تُسحب
judge-same = نفسه أم مختلف
judge-words = هل تتحدث إفادتان عن الشيء نفسه. لا يُدمج شيء: تبقى كلتاهما كما هي.
judge-it = احكم
judged = الحكم: { $verdict ->
    [same] نفسه
    [different] مختلف
   *[unsure] غير مؤكد
 }.
why-judge = ما الذي يدلك على ذلك
verdict-label = هل تتحدث الإفادتان عن الشيء نفسه؟
verdict-needed = اختر واحدًا.
compared-to = مقارنةً بـ
another-one = غيرها
name-on-record = اسم في السجل
name-on-record-hint = بأي كتابة. اختر ما تقارن به.
choose-other = اختر إفادة تقارن بها.
which-account = أي إفادة
reason-hint = يُحفظ في السجل دائمًا.
reason-needed = اذكر سببًا: يُكتب في السجل.
counts-no-more = لم تعد تُعدّ
nothing-counts-here = لم يعد شيء من هذا يُعدّ.
look-at = للنظر فيه:
