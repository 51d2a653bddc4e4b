# ما يقوله الخادم برموز. تسرد crates/server/codes.json كل الرموز.

error-of-bad-request = ليس الطلب مما يقبله السجل. حمّل الصفحة من جديد، وإن تكرر ذلك فأبلغ عنه.
error-of-bad-parameter = جزء من السؤال ليس مما يقبله السجل. غيّر القيود أو التواريخ.
error-of-unauthorised = انتهت الجلسة. افتح من جديد العنوان الذي طبعه cairn serve.
error-of-wrong-origin = جاء هذا من موقع آخر فلم يُفعل شيء. استعمل الصفحة على العنوان الذي طبعه cairn serve.
error-of-unknown-path = ليس في السجل شيء بهذا العنوان.
error-of-unknown-id = لا شيء بهذا المعرّف. لعله تقرر أو تُرُوجع عنه أو كُتب خطأ.
error-of-unknown-moment = لا يعرف السجل هذه اللحظة. اكتب تاريخًا مثل ⁦2031-05-17⁩ أو خذ موضعًا من «النشاط».
error-of-unknown-metric = لا يمكن عدّ هذا. اختر من القائمة.
error-of-unknown-dimension = لا يمكن التقسيم حسب هذا.
error-of-unknown-rule = لا توجد قاعدة كهذه. اختر من القائمة.
error-of-method-not-allowed = لا يفعل السجل هذا هنا.
error-of-timed-out = طال انتظار الجواب. اسأل عن أقل ثم حاول مجددًا.
error-of-already-decided = تقرر هذا الادعاء من قبل. لتقرر من جديد تراجع عن القرار الأول في «النشاط».
error-of-already-undone = تُرُوجع عن هذا من قبل. لتعيده تراجع عن التراجع.
error-of-imported-otherwise = الملف نفسه في السجل وقد قُرئ على وجه آخر. تراجع عن الاستيراد الأول، أو استورده إصلاحًا لزلة لنا.
error-of-read-anew = أُعيدت قراءة الوثيقة ولم يُقبل شيء. انظر في ادعاءاتها من جديد ثم قرّر.
error-of-ambiguous-id = أكثر من شيء بهذا المعرّف. اكتب خانات أكثر.
error-of-stopped = أُوقف العمل كما طُلب. لم يظهر منه شيء.
error-of-too-large = هذا أكبر مما يقبله السجل دفعة واحدة. أرسل أقل.
error-of-wrong-media-type = نوع ما أُرسل ليس مما يقبله السجل.
error-of-wrong-host = يسمّي العنوان جهازًا آخر. استعمل العنوان الذي طبعه cairn serve.
error-of-fields-do-not-fit = بعض الحقول لا تصح. أصلح المعلّم منها.
error-of-does-not-fit = لا يمكن هذا في الحال القائم.
error-of-bad-filter = أحد القيود لا يُقرأ. أزله.
error-of-bad-date = ليس هذا تاريخًا. اكتبه مثل ⁦2031-05-17⁩.
error-of-too-many-cells = ينتج السؤال خلايا كثيرة جدًا. قسّم حسب أقل.
error-of-unreadable-file = لا يمكن قراءة الملف. أصلحه وأرسله من جديد.
error-of-wrong-kind-of-file = هنا نص حيث يلزم جدول أو العكس. تُضاف النصوص في «الوثائق» والجداول في «استيراد».
error-of-mapping-does-not-fit = لا يصح ما أُخذت عليه الأعمدة في هذا الجدول. غيّر ما يؤخذ على ماذا.
error-of-too-many-jobs = تنتظر أعمال كثيرة. انتظر حتى ينتهي أحدها أو ألغِ واحدًا.
error-of-internal = أخطأ البرنامج. ما كتبته محفوظ؛ نرجو أن تبلغ بما فعلته.
error-of-damaged = السجل متضرر. شغّل cairn verify ثم استعد من نسخة احتياطية.
error-of-busy = السجل مشغول بكتابة طويلة. ما كتبته محفوظ؛ حاول بعد قليل.
error-of-read-only = السجل حيث لا يمكن الكتابة. انسخ مجلده إلى قرص يقبل الكتابة ثم شغّل من جديد.
error-of-disk-full = القرص ممتلئ. أفرغ مكانًا ثم أعد المحاولة: لم يظهر منه شيء.

field-problem-age-approximate = العمر تقريبي
field-problem-age-implausible = سنوات أكثر مما عاشه أحد
field-problem-age-looks-like-year = تبدو سنة: اكتبها في خانة الميلاد
field-problem-age-negative = عمر سالب
field-problem-age-unreadable = عمر لا يُقرأ. اكتبه مثل 34 أو 5 أشهر أو ⁦10-14⁩ أو حوالي 40
field-problem-ambiguous = أكثر من واحد يطابق: اكتب المعرّف
field-problem-another-speaker = لا يصحح الإفادة إلا قائلها
field-problem-cannot-be-said = لا يقال هذا عن هذا النوع
field-problem-code-unknown = ليس من الخيارات
field-problem-date-century-assumed = القرن مفترض: اكتب السنة بأربعة أرقام
field-problem-date-does-not-exist = لا تقويم فيه هذا اليوم
field-problem-date-order-ambiguous = اليوم أولًا أم الشهر؟ يُحفظ الاحتمالان: اكتبه مثل ⁦2031-05-17⁩
field-problem-date-order-contradicted = لا يصح بالترتيب المعطى: اكتبه مثل ⁦2031-05-17⁩
field-problem-date-other-calendar = من تقويم لا يُحوَّل: اكتبه مثل ⁦2031-05-17⁩
field-problem-date-range-reversed = النهاية قبل البداية
field-problem-date-unreadable = تاريخ لا يُقرأ. اكتبه مثل ⁦2031-05-17⁩ أو مايو 2031 أو 2031
field-problem-date-without-year = السنة ناقصة
field-problem-missing = ناقص: املأه
field-problem-no-alias = لا تُحفظ الهوية إلا لاسم مستعار: اكتب ⁦alias:⁩ قبل الاسم
field-problem-no-document = سمِّ الوثيقة أو اترك الموضع فيها
field-problem-not-found = لا يوجد هناك
field-problem-not-one-day = ليس يومًا واحدًا: اكتبه مثل ⁦2031-05-17⁩
field-problem-nothing-done = قل ما حدث
field-problem-number-unreadable = عدد لا يُقرأ. اكتبه مثل 40 أو على الأقل 40 أو ⁦3..5⁩ أو عشرات
field-problem-shape = ليس بالصيغة المطلوبة
field-problem-two-documents = أُعطيت كلمات ووثيقة معًا: اترك إحداهما
field-problem-unknown-id = ليس في السجل شيء بهذا المعرّف أو الاسم
field-problem-wrong-kind = لا يخص هذا النوع: اتركه

odd-act-before-event = تاريخه قبل الحدث الذي تبعه
odd-act-unmapped = لا يسمّي فعلًا معروفًا
odd-age-approximate = العمر تقريبي
odd-age-implausible = أكبر مما بلغه أحد
odd-age-looks-like-year = ليس عمرًا: لعله سنة الميلاد
odd-age-negative = عمر سالب، وتكتبه بعض القوائم لغير المعروف
odd-age-not-by-birth = العمر لا يوافق الميلاد
odd-age-unreadable = عمر لا يُقرأ
odd-blank-row = كل الخلايا فارغة
odd-born-after-event = الميلاد بعد الحدث
odd-date-approximate = التاريخ تقريبي
odd-date-century-assumed = قرن السنة ذات الرقمين مفترض
odd-date-does-not-exist = لا تقويم فيه هذا اليوم
odd-date-order-ambiguous = قد يتبادل اليوم والشهر: يُحفظ الاحتمالان
odd-date-order-contradicted = لا يُقرأ إلا بخلاف ترتيب التواريخ في القائمة
odd-date-other-calendar = تاريخ من تقويم لا يُحوَّل
odd-date-range-reversed = النهاية قبل البداية
odd-date-unreadable = تاريخ لا يُقرأ
odd-date-without-year = بلا سنة أو بما لا يكفي لتعيينه
odd-nothing-said = لا عمود مقروء يقول شيئًا
odd-point-far-from-others = النقطة بعيدة عن غيرها
odd-point-half = نصف نقطة
odd-point-latitude-copied = خط العرض مكرر
odd-point-outside-earth = نقطة خارج الأرض
odd-point-perhaps-copied = نصفا النقطة متماثلان
odd-point-perhaps-swapped = لعل خط العرض وخط الطول متبادلان
odd-point-swapped = خط العرض وخط الطول متبادلان
odd-point-unreadable = نقطة لا تُقرأ
odd-point-zero = النقطة صفر وصفر
odd-sex-unmapped = ليست كلمة معروفة للجنس
odd-too-few-cells = خلايا أقل من العناوين
odd-too-many-cells = خلايا أكثر من العناوين
odd-unclosed-quote = علامة اقتباس غير مغلقة

because-header = عنوانه يقول ذلك
because-values = خلاياه تبدو كذلك
because-mapping = أنت تقول ذلك
because-taken = يشبه دورًا يشغله عمود آخر
because-unknown-date = تاريخ شيء لا يقوله العنوان بكلمات معروفة
because-part-of-date = يُقرأ التاريخ كله من عمود آخر
because-not-persons = معرّف، لكن الصفوف ليست أشخاصًا
because-unknown = لا شيء يدل على ما يقوله

remark-judgements-conflict = { $count ->
    [zero] لا أزواج متناقضة الأحكام.
    [one] في زوج واحد أحكام متناقضة: يُعدّ غير مؤكد حتى يُتراجع عن أحدها.
    [two] في زوجين أحكام متناقضة: يُعدّان غير مؤكدين حتى يُتراجع عن أحدها.
    [few] في { $count } أزواج أحكام متناقضة: تُعدّ غير مؤكدة حتى يُتراجع عن أحدها.
    [many] في { $count } زوجًا أحكام متناقضة: تُعدّ غير مؤكدة حتى يُتراجع عن أحدها.
   *[other] في { $count } زوج أحكام متناقضة: تُعدّ غير مؤكدة حتى يُتراجع عن أحدها.
 }
remark-lists-not-linked = { $count ->
    [zero] لا قوائم معدودة.
    [one] قائمة واحدة معدودة.
    [two] عُدّت قائمتان لم تُربط صفوفهما: من ورد في كلتيهما يُعدّ مرتين. الأمر cairn link يجد من ورد في كلتيهما.
    [few] عُدّت { $count } قوائم لم تُربط صفوفها بعضها ببعض: من ورد في قائمتين يُعدّ مرتين. الأمر cairn link يجد من ورد في عدة قوائم.
    [many] عُدّت { $count } قائمة لم تُربط صفوفها بعضها ببعض: من ورد في قائمتين يُعدّ مرتين. الأمر cairn link يجد من ورد في عدة قوائم.
   *[other] عُدّت { $count } قائمة لم تُربط صفوفها بعضها ببعض: من ورد في قائمتين يُعدّ مرتين. الأمر cairn link يجد من ورد في عدة قوائم.
 }
remark-act-assumed = { $count ->
    [zero] كل القوائم المعدودة تقول ما الذي أصاب أهلها.
    [one] قائمة واحدة من المعدودة لا تقول ما الذي أصاب أهلها: يُفترض أنهم قُتلوا.
    [two] قائمتان من المعدودة لا تقولان ما الذي أصاب أهلهما: يُفترض أنهم قُتلوا.
    [few] { $count } قوائم من المعدودة لا تقول ما الذي أصاب أهلها: يُفترض أنهم قُتلوا.
    [many] { $count } قائمة من المعدودة لا تقول ما الذي أصاب أهلها: يُفترض أنهم قُتلوا.
   *[other] { $count } قائمة من المعدودة لا تقول ما الذي أصاب أهلها: يُفترض أنهم قُتلوا.
 }
remark-no-account-has = لا إفادة فيها { $dimension }: { $value }. الموجود: { $others }.
remark-undated-in-no-series = { $count ->
    [zero] كل الأقوال تذكر يومها.
    [one] قول واحد لا يذكر يومًا ولا يقف في أي سلسلة.
    [two] قولان لا يذكران يومًا ولا يقفان في أي سلسلة.
    [few] { $count } أقوال لا تذكر يومًا ولا تقف في أي سلسلة.
    [many] { $count } قولًا لا تذكر يومًا ولا تقف في أي سلسلة.
   *[other] { $count } قول لا تذكر يومًا ولا تقف في أي سلسلة.
 }
remark-names-backwards = { $column }: تبدو الأسماء مكتوبة بالعكس كما في ملف PDF معطوب. انظر فيها قبل الاستيراد.
remark-act-by-row = يُقرأ ما حدث من العمود { $column } صفًا صفًا.
remark-act-from-column = العمود { $column } يسمّي ما حدث.
remark-act-killed-assumed = لا شيء في القائمة يقول ما الذي أصاب أهلها. يُفترض أنهم قُتلوا: اختر غير ذلك إن كان خطأ.
remark-date-orders-mixed = { $column }: تواريخ لا تصح إلا واليوم أولًا: { $day-first }، وأخرى لا تصح إلا والشهر أولًا: { $month-first }. يُعلَّم ما يخالف الترتيب.
remark-date-order-unknown = { $count ->
    [zero] لا تاريخ يلتبس يومه بشهره.
    [one] تاريخ واحد قد يكون اليوم فيه أولًا أو الشهر ولا شيء يدل: يُقرأ على الاحتمالين معًا.
    [two] تاريخان قد يكون اليوم فيهما أولًا أو الشهر ولا شيء يدل: يُقرآن على الاحتمالين معًا.
    [few] { $count } تواريخ قد يكون اليوم فيها أولًا أو الشهر ولا شيء يدل: تُقرأ على الاحتمالين معًا.
    [many] { $count } تاريخًا قد يكون اليوم فيها أولًا أو الشهر ولا شيء يدل: تُقرأ على الاحتمالين معًا.
   *[other] { $count } تاريخ قد يكون اليوم فيها أولًا أو الشهر ولا شيء يدل: تُقرأ على الاحتمالين معًا.
 }
remark-date-order-by-column = تواريخ ملتبسة: { $count ->
   *[other] { $count }
 }. قُرئت { $order ->
    [mdy] والشهر أولًا
   *[dmy] واليوم أولًا
 } كما في عمود آخر.
remark-date-order-by-language = تواريخ ملتبسة: { $count ->
   *[other] { $count }
 }. قُرئت { $order ->
    [mdy] والشهر أولًا
   *[dmy] واليوم أولًا
 } كما هي عادة لغة العناوين.

contradiction-total-falls = ينخفض المجموع التراكمي من { $was } ({ $from }) إلى { $is } ({ $to }).
contradiction-counter-restarts = يبدأ المجموع التراكمي من جديد: { $was } ({ $from })، ثم { $is } ({ $to }).
contradiction-reclassified = ينخفض المجموع التراكمي من { $was } ({ $from }) إلى { $is } ({ $to })، بينما يرتفع «{ $metric }» بمقدار { $more }: لعل الأشياء نفسها صُنّفت من جديد.
contradiction-parts-exceed-whole = { $parts }: أكثر من الكل، { $whole }، حتى { $to }.
contradiction-period-not-difference = أُبلغ عن { $reported } ({ $days })، لكن المجموع التراكمي { $change ->
    [none] لا يرتفع
    [falls] ينخفض بمقدار { $by }
   *[rises] يرتفع بمقدار { $by }
 } (من { $was } إلى { $is }).{ $made-up ->
    [before] {" "}وهذا يعوّض تمامًا ما نقص قبله.
    [after] {" "}والمجموع التالي يعوّضه تمامًا.
   *[no] {""}
 }
contradiction-late-addition = أُبلغ عن { $reported } ({ $days })، لكن المجموع التراكمي { $change ->
    [none] لا يرتفع
    [falls] ينخفض بمقدار { $by }
   *[rises] يرتفع بمقدار { $by }
 } (من { $was } إلى { $is }).{ $made-up ->
    [before] {" "}وهذا يعوّض تمامًا ما نقص قبله.
    [after] {" "}والمجموع التالي يعوّضه تمامًا.
   *[no] {""}
 }
contradiction-restated = { $days }: { $was } في وثيقة { $first }، و{ $is } في وثيقة { $then }.
contradiction-two-values = { $days }: { $was } و{ $is }، ولا شيء يقول أيهما لاحق.
contradiction-flash-and-verified = حتى { $to }: { $was } في العدّ العاجل، و{ $is } بعد التحقق.
contradiction-as-of-shift = الرقم { $was } حتى { $from } في مصدر، وحتى { $to } في آخر.
contradiction-relay-differs = نُقل الرقم { $was } على أنه { $is }.
contradiction-ends-crossed = الأدنى { $low } أعلى من الأعلى { $high }.
contradiction-cumulative-falls = مجموع تراكمي ينخفض: الآن { $is }، وقبلُ { $was }.
contradiction-part-exceeds-whole = جزء أكبر من كله: { $part } من { $whole }.

rule-literal = حرفية
rule-words-literal = تُعدّ كل إفادة كما يعطيها مصدرها؛ لا تُستنتج صفة ولا رقم.
rule-floor = الحد الأدنى
rule-words-floor = كالحرفية، لكن الكلمة غير المحددة (عشرات، مئات) تعطي أقل ما تعنيه، مع الإشارة إلى أن ذلك بقاعدة.
step-reading-the-columns = قراءة الأعمدة
step-reading-rows = قراءة الصفوف
step-importing-rows = استيراد الصفوف
step-indexing-for-search = فهرسة للبحث
at-row = الصف { $where }
at-page = الصفحة { $where }
at-characters = الحروف { $where }
particulars = بكلمات البرنامج
