# Ready to fill: what is missing here is shown in English. Have the words checked by somebody who speaks the language.

cairn = Cairn
nav-overview = סקירה
nav-documents = מסמכים
nav-settings = הגדרות
close = סגירה
cancel = ביטול
save = שמירה
language = שפה
