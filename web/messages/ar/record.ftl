# التسجيل باليد.

new-lead = كلمة مصدر واحد عن شيء واحد. عمّ يتحدث؟
new-kind = جديد: { $kind }
another-kind = شيء آخر
kind-person = شخص
kind-person-words = فرد واحد، مسمّى أو لا، وما أصابه
kind-group = مجموعة
kind-group-words = عائلة أو أسرة أو أناس معدودون بلا أسماء
kind-incident = حادثة
kind-incident-words = حدث واحد في مكان وزمان
kind-holding = مسكن أو أرض
kind-holding-words = بيت أو حقل أو بئر أو دكان أو بستان أو قطيع، وما آل إليه
kind-status = حالة شخص
kind-status-words = محتجز أو مفقود أو نازح أو في مستشفى أو وُجد: في يوم معين
kind-displacement = نزوح
kind-displacement-words = أناس انتقلوا أو نُقلوا، من أين وإلى أين
kind-access = الوصول إلى الضروريات
kind-access-words = غذاء أو ماء أو دواء أو وقود أو كهرباء، مُنعت أو وُفّرت
kind-figure = رقم
kind-figure-words = رقم يعطيه مصدر
kind-statement = تصريح
kind-statement-words = ما أعلنه طرف، بلا رقم

about-what = عمّ يتحدث
who-says-it = من يقول ذلك وبأي كلمات
more-fields = حقول أخرى
name-as-written = الاسم كما كُتب
name-hint = بأي كتابة. تظهر أقرب الأسماء في السجل أثناء الكتابة.
name-other = الاسم نفسه بكتابة أخرى
sex = الجنس
age = العمر
age-hint = مثل 34 أو حوالي 40 أو 8 أشهر
born = الميلاد
any-date-hint = بقدر ما يُعرف: 2031-05-17 أو May 2031 أو 2031
civilian-status = الصفة المدنية
civilian-status-hint = ما يقوله المصدر فقط.
means = الوسيلة
manner = كيف حدث
evidence = على ماذا يقوم
what-happened = ما حدث
id-scheme = جهة المعرّف
id-scheme-hint = القائمة أو الجهة التي ترقّم هكذا
id-value = المعرّف
group-kind = نوع المجموعة
group-size = كم
size-hint = مثل 12 أو 10–15 أو at least 40
group-name = ما تُسمى
member = فرد مسمّى
incident-name = ما تُسمى
holding-kind = النوع
damage = الضرر
parcel = رقم القطعة
area = المساحة كما قيل
quantity = كم، كما قيل
tenure = كيف يُملك
status-kind = الحالة
as-of-date = في تاريخ
held-by = من يحتجزه أو يعالجه
displacement-kind = نوع الحركة
persons-count = أشخاص
households-count = أسر
origin = من
destination = إلى
essential = ماذا
access-level = مُنع أو وُفّر
access-area = أين أو لمن
number-as-said = الرقم كما قيل
component = جزء من العدّ
statement-kind = نوع التصريح
instrument = الصك القانوني كما سُمّي
note = بكلمات المصدر نفسه
note-hint = تُحفظ كوثيقة مستقلة. أو سمِّ أدناه وثيقة من السجل.
said-by-hint = اسم، أو alias: ثم الاسم المستعار لمصدر محمي. فارغ يعني: الكاتب غير مذكور.
document-on-record = وثيقة من السجل
document-on-record-hint = معرّفها أو اسم ملفها
where-in-document = أين فيها
where-in-document-hint = مثل row 7 أو الكلمات نفسها
correction-of = يصحّح الإفادة
correction-of-hint = معرّف الإفادة السابقة للمصدر نفسه
correction-stance = كيف
consent-to = الموافقة على
consent-hint = لا اختيار يعني: التسجيل فقط.
consent-state = حال الموافقة
consent-by = أعطاها
record-it = سجّل
recorded1 = سُجّل.
add-account = أضف هذه الإفادة
account-added = أُضيفت كإفادة أخرى. لم يُدمج شيء.
account-of = إفادة أخرى عن { $name }
account-of-words = تُحفظ إفادة مستقلة، مع حكم بأن الاثنتين تتحدثان عن الشخص نفسه. يمكن التراجع عن الحكم.
not-that-one = ليس هذا
judged-while-typing = اختير أثناء كتابة الإفادة
not-judged = سُجّلت الإفادة ولم يُحفظ الحكم.
nearest = الأقرب في السجل
nearest-hint = اكتب اسمًا.
nearest-none = لا اسم قريب في السجل.
nearest-failed = لا يمكن الآن البحث عن أسماء قريبة.
nearest-found = { $count ->
    [zero] لا اسم قريب
    [one] اسم قريب واحد
    [two] اسمان قريبان
    [few] { $count } أسماء قريبة
    [many] { $count } اسمًا قريبًا
   *[other] { $count } اسم قريب
 }
this-one = هذا
this-one-label = إفادة أخرى عن { $name }
