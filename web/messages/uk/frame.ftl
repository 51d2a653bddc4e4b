# Ready to fill: what is missing here is shown in English. Have the words checked by somebody who speaks the language.

cairn = Cairn
nav-overview = Огляд
nav-documents = Документи
nav-settings = Налаштування
close = Закрити
cancel = Скасувати
save = Зберегти
language = Мова
