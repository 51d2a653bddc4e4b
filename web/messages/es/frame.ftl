# Ready to fill: what is missing here is shown in English. Have the words checked by somebody who speaks the language.

cairn = Cairn
nav-overview = Resumen
nav-documents = Documentos
nav-settings = Ajustes
close = Cerrar
cancel = Cancelar
save = Guardar
language = Idioma
