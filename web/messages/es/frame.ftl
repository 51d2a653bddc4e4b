# El marco: navegación, órdenes, errores y lo que está en todas partes. Borrador: ningún hablante nativo lo ha leído.

cairn = Cairn
nav-overview = Resumen
nav-documents = Documentos
nav-intake = Entrada
nav-import = Importar
nav-register = Registro
nav-figures = Cifras
nav-activity = Actividad
nav-review = Revisión
nav-estimates = Estimaciones
nav-publish = Publicación
nav-settings = Ajustes
navigation = Secciones
menu = Menú
skip-to-content = Ir al contenido
new-record = Nuevo
palette = Órdenes
palette-ask = ¿Qué quiere hacer o encontrar?
palette-nothing = Ninguna orden ni ningún registro tiene estas palabras.
commands = Órdenes
in-the-register = En el registro
help = Teclas y ayuda
help-lead = Cada orden está también en el menú y en la lista de órdenes. Las teclas conservan su lugar en cualquier teclado.
help-act = Trabajar
help-go = Ir a
help-page = La página
go-to = Ir a { $place }
search-register = Buscar en el registro
walk-back = Mostrar quién lo dijo
undo-last = Deshacer lo último
switch-theme = Cambiar entre claro y oscuro
switch-density = Cambiar entre amplia y compacta
language-command = Idioma: { $language }
close = Cerrar
cancel = Cancelar
save = Guardar
saved = Guardado.
more = Mostrar más
fewer = Mostrar menos
none = Nada
now = ahora
asking = Preguntando al registro…
dismiss = Ocultar
just-done = Recién hecho
undo = Deshacer
undone = Deshecho.
brought-back = Recuperado.
undo-nothing = Aquí no hay nada que deshacer. En Actividad están todos los actos.
jobs = Trabajos en curso
job-state = { $state ->
    [waiting] espera
    [running] en curso
    [done] hecho
    [failed] fallido
    [cancelled] cancelado
   *[other] { $state }
 }
job-made = { $count ->
    [one] Entró { $count } relato. Mostrar el acto
   *[other] Entraron { $count } relatos. Mostrar el acto
 }

try-again = Intentar de nuevo
error-code = Código
error-of-page = Algo falló en la página.
error-of-page-mend = Cargue la página de nuevo. Lo que escribió se conserva.
error-no-answer = El registro no responde.
error-no-answer-mend = Compruebe que cairn serve sigue en marcha e intente de nuevo. Lo que escribió se guardará en cuanto responda.
error-session = La sesión terminó.
error-session-mend = Abra de nuevo la dirección que mostró cairn serve.
error-busy = El registro está ocupado con una escritura larga.
error-busy-mend = Espere un momento e intente de nuevo.
error-unknown = El registro no lo aceptó.
not-found = No está aquí
not-found-words = Ninguna página tiene esta dirección.
out-of-order = Esta página no se abrió

sign-in = Abrir el registro
sign-in-words = El registro solo está abierto a quien lo puso en marcha. Abra la dirección que mostró esta orden:
sign-in-token = O pegue la dirección o su clave de acceso
sign-in-hint = Empieza por http://127.0.0.1 y contiene #token=…
sign-in-refused = Esta clave no es la del programa en marcha. Inícielo otra vez para obtener una dirección nueva.

provenance = Quién lo dijo
said-by = Dicho por
said-on = El día
published-by = Publicado por
document = Documento
a-document = un documento
log-entry = Asiento del diario
entry = Asiento
entry-label = Asiento { $id }: mostrar su origen
recorded = Registrado
act = Acto
position = Posición
undone-by = Deshecho por
actor-not-stated = no consta quién actuó
author-not-stated = texto de { $document }, autor no consta
empty-cell = (vacío)
open-subject = Todo lo dicho sobre esto
open-activity = Mostrar el acto
figure-label = { $what }: { $number }. Mostrar quién lo dijo
figure-label-plain = { $number }. Mostrar quién lo dijo
behind-inside = { $count ->
    [one] { $count } relato dentro
   *[other] { $count } relatos dentro
 }
behind-overlaps = { $count ->
    [one] { $count } más coincide en parte
   *[other] { $count } más coinciden en parte
 }
behind-withdrawn = { $count ->
    [one] { $count } retirado
   *[other] { $count } retirados
 }
behind-reported = { $count ->
    [0] ninguna cifra comunicada
    [one] { $count } cifra comunicada
   *[other] { $count } cifras comunicadas
 }
behind-shown = Se muestran los primeros { $shown } de { $total }.
by-rule-at = según la regla { $rule }, en la posición { $position }
membership = { $kind ->
    [inside] dentro
    [overlaps] coincide en parte
    [withdrawn] retirado
   *[reported] una cifra
 }

number-not-stated = número no indicado
or-more = { $number } o más
or-fewer = { $number } o menos
about = unos { $number }
until = hasta { $date }
since = desde { $date }
not-stated = no consta
as-of = al { $date }
age-years = { $count ->
    [one] { $age } año
   *[other] { $age } años
 }

draft-kept = Guardado como borrador.
draft-found = Aquí está su borrador de antes.
draft-keeping = Guardando…
draft-failed = Aún sin guardar: el registro no responde. Se intentará de nuevo.
draft-from = Borrador de { $time }
discard-draft = Descartar el borrador

settings-lead = El aspecto de la página se guarda en este navegador. Nada del registro se guarda en él.
appearance = Aspecto
language = Idioma
language-draft = Borrador: ningún hablante nativo lo ha leído
digits = Dígitos
theme = Colores
theme-system = Como el sistema
theme-light = Claro
theme-dark = Oscuro
density = Densidad
density-roomy = Amplia
density-dense = Compacta
this-register = Este registro
register = Registro
actor = Quién actúa
actor-hint = Se escribe en el diario con cada acto. Vacío: no consta.
encryption = Cifrado
encrypted = Cifrado con una frase de contraseña
plaintext = Ninguno: este registro se creó con ⁦--plaintext⁩
version = Versión

not-here-yet = Todavía no está en esta página
review-words = Aquí estarán dos relatos lado a lado y usted dirá si hablan de la misma persona. Nada se fusiona: cada decisión es un asiento que puede deshacerse.
review-today = Hoy la línea de órdenes encuentra quién figura en varias listas de este registro y explica cada par:
estimates-words = Aquí las listas que se solapan dirán cuántas personas nunca fueron registradas, con el intervalo, el modelo y sus razones, o con una negativa que dice por qué.
estimates-today = Hoy la línea de órdenes estima a partir de las listas de este registro, o dice por qué no puede:
publish-words = Aquí verá lo que vería el público, antes de que lo vea: qué se reserva, por qué, y la regla y la posición de cada número.
publish-today = Hoy la línea de órdenes escribe cualquier recuento en un archivo:
verb-ahead = El servidor todavía no ofrece esto; su lugar está preparado.
verb-today = Hoy lo hace la línea de órdenes:
away-words = Lo que ve puede ser antiguo. Lo que escriba se conserva aquí y se guardará cuando responda.
