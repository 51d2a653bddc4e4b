# Documentos, lectura, entrada, importación. Borrador: ningún hablante nativo lo ha leído.

documents-lead = Se guardan exactamente como llegaron. Lo que se lee en ellos espera a una persona.
paste-bulletin = Pegar un boletín
add-files = Añadir archivos
drop-files = Suelte archivos aquí para añadirlos
show-documents = Mostrar
show-all = Todos los documentos
show-waiting = Con afirmaciones que esperan
show-texts = Textos
show-tables = Tablas
published = Publicado
claims-waiting = Afirmaciones que esperan
accounts = Relatos
added = Añadido
document-added = Se añadió { $name }; { $count ->
    [0] no se leyó ningún número en él.
    [one] espera { $count } afirmación.
   *[other] esperan { $count } afirmaciones.
 }
document-was-here = { $name } ya estaba aquí. No se añadió nada.
none-of-these = Ninguno de estos
none-waiting = Ninguna afirmación espera una decisión.
no-documents = Todavía no hay documentos
no-documents-words = Pegue un boletín o suelte archivos aquí: texto, HTML, PDF, Word, correo y tablas. Se guardan byte por byte.
original = Archivo original
table-lead = { $rows ->
    [one] { $rows } fila
   *[other] { $rows } filas
 }; { $accounts ->
    [0] ningún relato se apoya en ella.
    [one] { $accounts } relato se apoya en ella.
   *[other] { $accounts } relatos se apoyan en ella.
 }
import-this = Incorporarla como lista
rows-of-table = Filas de la tabla
row = Fila

part-before = Parte anterior
part-after = Parte siguiente
text-of-document = Texto del documento
next-claim = Afirmación siguiente
claim-before = Afirmación anterior
accept-claim = Aceptar la afirmación
correct-claim = Corregir la afirmación
reject-claim = Rechazar la afirmación
accept-all = { $count ->
    [one] Aceptar la que espera
   *[other] Aceptar las { $count } que esperan
 }
no-claim-chosen = No hay ninguna afirmación elegida.
already-decided = Ya está decidida. Se puede deshacer en Actividad.
waiting-of = { $waiting } de { $total } esperan una decisión.
all-decided = Todo está decidido.
no-claims = Aquí no hay afirmaciones
no-claims-words = No se leyó ningún número en este texto. Lo que dice puede registrarse a mano: pulse N.
claim = Afirmación
claim-state = { $state ->
    [accepted] Aceptada
    [rejected] Rechazada
   *[proposed] Espera una decisión
 }
claim-kind = { $kind ->
    [count] Número
    [presence] Se dice que ocurrió, sin número
    [named] Una persona nombrada
    [declaration] Una declaración
   *[other] { $kind }
 }
perhaps = quizá { $who }
what = Qué
of-whom = De quiénes
place = Lugar
period = Cuándo
done-by = Hecho por
according-to = según { $who }
accept = Aceptar
correct = Corregir
reject = Rechazar
lowest = Mínimo
highest = Máximo
no-number = No es un número entero. Déjelo vacío si el extremo está abierto.
qualifier = Con qué exactitud
speaker-hint = Vacío: el propio texto, autor no consta.
party-affected = Su bando o nación, según se dice
period-words = Período, en las palabras de la fuente
first-day = Primer día
last-day = Último día
date-hint = Como 2031-05-17
who-says-so = Quién lo dice
stance-label = Postura
unit = Unidad
accept-corrected = Aceptar con la corrección
accepted-corrected = Aceptada con la corrección.
accepted-claims = { $count ->
    [one] { $count } afirmación aceptada.
   *[other] { $count } afirmaciones aceptadas.
 }
rejected-claims = { $count ->
    [one] { $count } afirmación rechazada.
   *[other] { $count } afirmaciones rechazadas.
 }

intake-lead = Pegue un boletín tal como se publicó. Se guarda palabra por palabra, se leen sus números y se pone junto al último del mismo editor.
bulletin-text = Texto del boletín
paste-here = Pegue aquí
publisher = Editor
publisher-hint = Quien lo publicó. Se ofrecen los anteriores.
as-of-day = Día que lleva
day-hint = Como 2031-05-17. Compruebe lo que está puesto.
day-wanted = Hace falta un día como 2031-05-17.
title-optional = Título, si lo tiene
read-it = Guardar y leer
intake-no-text = Pegue el texto del boletín.
intake-no-publisher = Diga quién lo publicó.
intake-how = Qué ocurre
intake-how1 = El texto se guarda exactamente como lo pega, con el nombre de quien lo publicó.
intake-how2 = Cada número se convierte en una afirmación, con las palabras en que se apoya. Verá qué subió, qué bajó y qué contradice a qué.
intake-how3 = Nada cuenta hasta que usted lo acepta, una por una o todas a la vez.
bulletin-kept = { $count ->
    [0] El boletín está guardado. No se leyó ningún número en él.
    [one] El boletín está guardado. Espera { $count } afirmación.
   *[other] El boletín está guardado. Esperan { $count } afirmaciones.
 }
intake-read = { $count ->
    [0] Guardado. No se leyó ningún número en él.
    [one] Guardado. Se leyó { $count } afirmación, que le espera.
   *[other] Guardado. Se leyeron { $count } afirmaciones, que le esperan.
 }
read-one-by-one = Decidir una por una
another-bulletin = Otro boletín
comparison = Junto al último
compared-with = { $name }, { $date }
nothing-before = No hay un boletín anterior de este editor
before = La última vez
this-time = Esta vez
change = Cambio
change-name = { $change ->
    [new] nuevo
    [gone] ya no se da
    [same] igual
    [rises] sube
    [falls] baja
   *[differs] difiere
 }

import-lead = Incorpore una lista de personas: cada fila se convierte en un relato y sus celdas se guardan como están.
drop-list = Suelte una lista aquí
reading-file = Leyendo el archivo…
choose-file = Elegir un archivo
import-formats = CSV, TSV, Excel, ODS, JSON, GeoJSON. El archivo se queda en este equipo.
upload-gone = Este archivo ya no está en espera
upload-gone-words = Los archivos esperan en memoria solo mientras el programa está en marcha. Elíjalo otra vez: lo que se importó de él no se ve afectado.
rows-count = { $count ->
    [one] { $count } fila
   *[other] { $count } filas
 }
another-file = Otro archivo
what-rows-say = Qué dice cada fila
act-from = { $from ->
    [column] Lo dice una columna del archivo.
    [mapping] Lo dice usted.
   *[default] Nadie lo dijo: compruébelo.
 }
row-act = Qué se hizo a estas personas
as-found = { $act }, según lo hallado
as-found-column = Según dice la columna
act-default = Ni el archivo ni usted dicen qué se hizo a las personas de esta lista. Se toma como lista de personas muertas hasta que elija.
who-says-rows = Quién dice lo que dicen las filas
who-says-rows-hint = Vacío: la propia lista, autor no consta.
published-day = Publicada el
list-returns = Esta lista vuelve en versiones más nuevas
series-name = Nombre de la lista
series-hint = El mismo para todas sus versiones.
key-column = Columna que identifica a una persona entre versiones
because = Por qué está aquí
because-first = Primera versión
because-new = La fuente cambió su versión: versión nueva
because-slip = Corregimos un error nuestro
columns = Columnas
columns-lead = Reconocidas por sus encabezados y valores. Cambie lo que esté mal.
taken-as = Se toma como
filled-of = { $filled } de { $rows } con valor
distinct-values = { $count ->
    [one] { $count } valor
   *[other] { $count } valores distintos
 }
more-values = Mostrar más valores
role = { $code ->
    [row] Número de la fila
    [person_id] Identificador de la persona
    [incident_id] Identificador del incidente
    [name] Nombre completo
    [given_name] Nombre de pila
    [father_name] Nombre del padre
    [grandfather_name] Nombre del abuelo
    [family_name] Apellido
    [mother_name] Nombre de la madre
    [other_name] Otro nombre
    [sex] Sexo
    [age] Edad
    [birth_date] Fecha de nacimiento
    [birth_year] Año de nacimiento
    [birth_place] Lugar de nacimiento
    [residence] Residencia
    [date] Fecha
    [start_date] Primer día
    [end_date] Último día
    [year] Año
    [month] Mes
    [day] Día
    [report_date] Fecha del informe
    [place] Lugar
    [country] País
    [place_code] Código del lugar
    [latitude] Latitud
    [longitude] Longitud
    [act] Qué se hizo
    [source] Quién lo dice
    [notes] Notas
    [verbatim] Se guarda, no se lee
    [ignore] No se usa
   *[other] { $code }
 }
first-rows = Las primeras filas, tal como se leerán
typed-column = { $name ->
    [row] Fila
    [names] Nombres
    [sex] Sexo
    [age] Edad
    [born] Nacimiento
    [acts] Qué, cuándo, dónde
    [flags] Rarezas
   *[other] { $name }
 }
import-now = Importar
dry-run = Probar sin escribir nada
strict = Una sola fila mala lo detiene
would-do = Qué haría
nothing-written = No se escribió nada.
imported = Importado
open-register = Abrir el registro
imported-count = { $count ->
    [one] { $count } relato importado.
   *[other] { $count } relatos importados.
 }
rows-added = { $count ->
    [one] { $count } fila no estaba en el registro
   *[other] { $count } filas no estaban en el registro
 }
rows-removed = { $count ->
    [one] { $count } fila de la versión anterior ya no está
   *[other] { $count } filas de la versión anterior ya no están
 }
rows-changed = { $count ->
    [one] { $count } fila cambió
   *[other] { $count } filas cambiaron
 }
rows-unchanged = { $count ->
    [one] { $count } fila como estaba
   *[other] { $count } filas como estaban
 }
rows-cannot-tell = { $count ->
    [one] de { $count } fila no se puede saber si es nueva
   *[other] de { $count } filas no se puede saber si son nuevas
 }
bad-rows = Filas no tomadas:
odd-rows = Filas por revisar:
