# Resumen, registro, sujeto, cifras, actividad. Borrador: ningún hablante nativo lo ha leído.

overview-lead = { $documents ->
    [one] { $documents } documento
   *[other] { $documents } documentos
 }, { $accounts ->
    [one] { $accounts } relato
   *[other] { $accounts } relatos
 } de { $sources ->
    [one] { $sources } fuente
   *[other] { $sources } fuentes
 }.
documented = Documentado
documented-hint = Personas registradas, cada una con un relato. Un intervalo donde los registros no bastan.
reported = Comunicado
reported-hint = Lo que dicen los declarantes, cada uno con su nombre. Nunca se suma.
estimated = Estimado
estimated-hint = Incluye a quienes nunca fueron registrados.
no-estimate = Sin estimación.
not-documented = no está registrado
nobody-reports = Nadie da un número.
more-speakers = { $count ->
    [one] y { $count } número más
   *[other] y { $count } números más
 }
speakers-count = { $count ->
    [0] ningún número comunicado
    [one] { $count } número comunicado
   *[other] { $count } números comunicados
 }
withdrawn-since = { $count ->
    [one] { $count } retirado después
   *[other] { $count } retirados después
 }
undecided-pairs = { $count ->
    [one] { $count } par sin decidir
   *[other] { $count } pares sin decidir
 }
running-total = total acumulado
denied = negado
hypothetical = temido o previsto
by-rule = intervalo según la regla para una palabra imprecisa
done-by-who = hecho por { $who }
series-of = { $metric } en el tiempo
recent-acts = Últimos actos
all-activity = Toda la actividad
waits-for-decision = Espera una decisión
wait-for-decision = esperan una decisión
claims-count = { $count ->
    [one] { $count } afirmación
   *[other] { $count } afirmaciones
 }
nothing-waits = Nada espera. Los textos nuevos se leen cuando entran.
nothing-counts = Todavía no cuenta nada
nothing-counts-words = Lo leído en los documentos espera a una persona. Acepte afirmaciones, importe una lista o registre algo a mano, y las cifras aparecerán aquí.
decide-claims = Decidir sobre las afirmaciones
empty-register = Este registro está vacío
empty-register-words = Un registro crece a partir de documentos. Hay tres entradas, y cada acto puede deshacerse:
empty-intake = guardar un texto como está y leer sus números
empty-import = incorporar una lista, fila por fila
empty-new = anotar lo que dice una fuente

register-lead = { $count ->
    [0] Ningún relato.
    [one] { $count } relato. Cada uno es la palabra de una fuente sobre una cosa.
   *[other] { $count } relatos. Cada uno es la palabra de una fuente sobre una cosa.
 }
search-any = Buscar nombres y palabras en cualquier escritura
order = Orden
order-entry = Como entraron
order-date = Por fecha
order-name = Por nombre
order-place = Por lugar
narrowed-to = Limitado a
narrow-to = Limitar a esto
remove-filter = Quitar este filtro
clear-filters = Quitarlos todos
facets = Limitar
more-of = Más: { $name }
values-left-out = { $count ->
    [one] Falta { $count } valor: búsquelo.
   *[other] Faltan { $count } valores: búsquelos.
 }
none-found = No se encontró nada
none-found-words = Ningún relato cumple todo esto. Quite un filtro o pruebe con menos letras de un nombre: la grafía, la escritura y los signos vocálicos no importan.
indexing = Se está llenando el índice de búsqueda: { $done } de { $total }.
name-or-what = Nombre
sex-and-age = Sexo, edad
when = Cuándo
unnamed = { $kind }, sin nombre
no-longer-counted = retirado
cannot-tell = no se puede saber si es alguien nuevo
saved-views = Vistas guardadas
save-view = Guardar esta vista
view-name = Nombre de la vista
view-saved = Vista guardada. Su dirección no dice nada de lo que se buscó.

subject = Sujeto
unnamed-subject = Sin nombre
subject-lead = { $count ->
    [one] { $count } relato habla de esto.
   *[other] { $count } relatos hablan de esto.
 }
side-by-side = Relatos lado a lado
field = Campo
disagree = los relatos discrepan
in-their-words = En sus palabras
judgements = Juicios
verdict = { $verdict ->
    [same] El mismo
    [different] Distinto
    [unsure] No se sabe
   *[other] { $verdict }
 }
history = Historial
field-name = { $name ->
    [kind] Tipo
    [sex] Sexo
    [age] Edad
    [born] Nacimiento
    [status] Condición de civil
    [size] Cuántos
    [identifier] Identificador
    [act] Qué ocurrió
    [when] Cuándo
    [place] Lugar
    [means] Medio empleado
    [state] Situación
    [tie] Vínculos
    [done_by] Hecho por, según se dice
   *[number] Número
 }

figures-lead = Lo registrado, lo que comunican los declarantes y lo que estiman los modelos están lado a lado y nunca se mezclan.
question = La pregunta
metric = Qué se cuenta
rule = Regla
divide-by = Dividir por
as-it-was = Como era
as-it-was-hint = Una fecha o una posición del registro. Vacío: ahora.
shown-as = Se muestra como
as-table = Tabla
as-series = En el tiempo
as-dots = Intervalos
as-bars = Barras
as-map = Mapa
scope = De quiénes
dimension = { $name ->
    [sex] Sexo
    [age] Edad
    [place] Lugar
    [month] Mes
    [year] Año
    [source] Declarante
    [publisher] Editor
    [document] Documento
    [kind] Tipo
    [status] Condición de civil
    [metric] Qué ocurrió
    [named] Con nombre
    [standing] Vigencia
   *[other] { $name }
 }
no-figures = Nada en el registro
no-figures-words = Ningún relato cuenta para esta pregunta. Elija otra cosa que contar, quite un filtro o decida sobre las afirmaciones que esperan.
no-chart = No hay nada que dibujar para esta pregunta.
save-chart = Guardar como SVG
no-maps = Aquí no hay límites
no-maps-words = Los límites son una afirmación de quien los trazó, así que Cairn no trae ninguno. Ponga un archivo GeoJSON con su fuente y fecha en la carpeta que indica cairn serve --boundaries.
boundaries = Límites
boundaries-from = Límites: { $source }, { $date }. Dibujarlos no respalda nada.
movable-map = Mapa que se puede mover. La tabla de abajo dice lo mismo.
contradictions = Contradicciones
contradictions-lead = Se enumeran, nunca se reparan.
contradiction-kind = { $kind ->
    [cumulative_falls] Un total acumulado baja
    [part_exceeds_whole] Una parte supera el todo
    [total_falls] Un total acumulado baja
    [counter_restarts] Un recuento empieza de nuevo
    [reclassified] Pasado de una clase a otra
    [parts_exceed_whole] Las partes superan el todo
    [period_not_difference] Un período no iguala la diferencia de sus totales acumulados
    [late_addition] Una adición tardía
    [restated] Una fuente cambia su número
    [two_values] Una fuente da dos números para un día
    [flash_and_verified] Una cifra preliminar y una verificada difieren
    [as_of_shift] El mismo número para dos días
    [relay_differs] Un número retransmitido difiere de su origen
    [ends_crossed] El mínimo supera el máximo
   *[other] { $kind }
 }

activity-lead = Todo lo que se hizo, en palabras. Nada se borra: lo deshecho queda aquí, tachado.
no-activity = Todavía no se hizo nada
no-activity-words = Aquí estarán cada documento, decisión e importación, con quién lo hizo y por qué.
taken-back = deshecho
bring-back = Recuperar
undo-batch = Deshacer este acto
undo-why = Por qué
undo-hint = Queda en el diario. Puede dejarse vacío.
undone-count = { $count ->
    [0] Deshecho.
    [one] Deshecho: { $count } relato ya no cuenta.
   *[other] Deshecho: { $count } relatos ya no cuentan.
 }
brought-back-count = { $count ->
    [0] Recuperado.
    [one] Recuperado: { $count } relato vuelve a contar.
   *[other] Recuperado: { $count } relatos vuelven a contar.
 }
act-add = { $count ->
    [one] Se añadió un documento
   *[other] Se añadieron { $count } documentos
 }
act-accept = { $count ->
    [one] Se aceptó { $count } afirmación
   *[other] Se aceptaron { $count } afirmaciones
 }
act-reject = { $count ->
    [one] Se rechazó { $count } afirmación
   *[other] Se rechazaron { $count } afirmaciones
 }
act-import = { $count ->
    [one] Se importó { $count } relato
   *[other] Se importaron { $count } relatos
 }
act-record = { $count ->
    [one] Se registró a mano { $count } relato
   *[other] Se registraron a mano { $count } relatos
 }
act-undo = Deshecho: { $what }
act-other = { $act }: { $count ->
    [one] { $count } relato
   *[other] { $count } relatos
 }
verb = { $act ->
    [add] Documento añadido
    [import] Importado
    [accept] Afirmaciones aceptadas
    [reject] Afirmaciones rechazadas
    [decide] Afirmaciones decididas
    [record] Registrado a mano
    [amend] Error nuestro corregido
    [withdraw] Retirado
    [judge] Juicio sobre si es el mismo
    [undo] Deshecho
    [correct] Corregido por la fuente
    [link] Vinculado: quién figura en varias listas
    [estimate] Estimado
    [scope] Alcance de las listas declarado
    [consent] Consentimiento registrado
   *[other] { $act }
 }
not-drawn = No se dibuja: { $kind ->
    [bars] las barras no se pueden limitar. La tabla sí.
   *[other] las líneas y los puntos solo se limitan a un lugar o a una fuente. La tabla muestra el resto.
 }
all-contradictions = { $count ->
    [one] Mostrar { $count } contradicción
   *[other] Mostrar las { $count } contradicciones
 }
grade = { $grade ->
    [same] El mismo nombre
    [variant] El mismo nombre con otra grafía
    [partial] Una parte del nombre
    [reordered] Las mismas palabras en otro orden
    [similar] El mismo salvo un error de escritura
    [same_family] La misma familia, otro nombre de pila
   *[other] un nombre parecido
 }
bars-need-parts = Las barras comparan partes: elija arriba por qué dividir.

mend-slip = Corregir un error nuestro
mend-words = Cuando leímos o escribimos mal. El relato como estaba queda en el diario.
mend-it = Corregir
mended = Corregido.
why-mend = Qué estaba mal
fields-marked = Los campos que cambió están marcados.
nothing-changed = Cambie antes un campo.
withdraw-account = Retirar
withdraw-words = Sigue siendo legible y deja de contar.
withdraw-it = Retirar este relato
withdrawn = Retirado. Ya no cuenta.
why-withdraw = Por qué se retira
judge-same = El mismo o distinto
judge-words = Si dos relatos hablan de lo mismo. Nada se fusiona: ambos quedan como están.
judge-it = Juzgar
judged = Juicio: { $verdict ->
    [same] el mismo
    [different] distinto
   *[unsure] no se sabe
 }.
why-judge = Qué se lo indica
verdict-label = ¿Hablan ambos de lo mismo?
verdict-needed = Elija una opción.
compared-to = Comparado con
another-one = Otro
name-on-record = Nombre registrado
name-on-record-hint = En cualquier escritura. Elija el que quiera comparar.
choose-other = Elija un relato con el que comparar.
which-account = Qué relato
reason-hint = Queda en el diario para siempre.
reason-needed = Dé una razón: queda en el diario.
counts-no-more = ya no cuenta
nothing-counts-here = Nada de esto cuenta ya.
look-at = Por revisar:
estimate-refused = Rechazado: las listas no permiten una estimación.
estimate-middle = centro { $count }
estimate-run = ejecución { $run } de { $runs }
