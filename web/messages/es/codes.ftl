# Lo que el servidor dice por códigos; crates/server/codes.json los enumera. Borrador: ningún hablante nativo lo ha leído.

error-of-bad-request = La petición no es de las que el registro acepta. Cargue la página de nuevo; si se repite, comuníquelo.
error-of-bad-parameter = Una parte de la pregunta no es de las que el registro acepta. Cambie los filtros o las fechas.
error-of-unauthorised = La sesión terminó. Abra la dirección que mostró cairn serve.
error-of-wrong-origin = Esto vino de otro sitio, así que no se hizo nada. Use la página en la dirección que mostró cairn serve.
error-of-unknown-path = El registro no tiene nada en esta dirección.
error-of-unknown-id = Nada tiene este identificador. Puede haberse decidido, deshecho o escrito mal.
error-of-unknown-moment = El registro no conoce ese momento. Escriba una fecha como 2031-05-17 o tome una posición de Actividad.
error-of-unknown-metric = Esto no se puede contar. Elija de la lista.
error-of-unknown-dimension = El registro no puede dividir por esto.
error-of-unknown-rule = No existe esa regla. Elija de la lista.
error-of-method-not-allowed = El registro no hace esto aquí.
error-of-timed-out = La respuesta tardó demasiado. Pida menos de una vez e intente de nuevo.
error-of-already-decided = Alguien ya decidió esta afirmación. Para decidir otra vez, deshaga la primera decisión en Actividad.
error-of-already-undone = Esto ya se deshizo. Para recuperarlo, deshaga el acto que lo deshizo.
error-of-imported-otherwise = El mismo archivo ya está en el registro, leído de otro modo. Deshaga la primera importación o impórtelo como corrección nuestra.
error-of-read-anew = El documento se leyó de nuevo y no se aceptó nada. Mire otra vez sus afirmaciones y decida.
error-of-ambiguous-id = Más de una cosa tiene este identificador. Dé más dígitos.
error-of-stopped = El trabajo se detuvo como se pidió. Nada de él se hizo visible.
error-of-too-large = Es más de lo que el registro acepta de una vez. Envíe menos.
error-of-wrong-media-type = Lo enviado es de otro tipo que el que el registro acepta.
error-of-wrong-host = La dirección nombra otro equipo. Use la dirección que mostró cairn serve.
error-of-fields-do-not-fit = Algunos campos no encajan. Corrija los marcados.
error-of-does-not-fit = Esto no se puede hacer tal como están las cosas.
error-of-bad-filter = Uno de los filtros no se puede leer. Quítelo.
error-of-bad-date = Esto no es una fecha. Escríbala como 2031-05-17.
error-of-too-many-cells = La pregunta da demasiadas celdas. Divida por menos.
error-of-unreadable-file = El archivo no se puede leer. Arréglelo y envíelo otra vez.
error-of-wrong-kind-of-file = Hay un texto donde hace falta una tabla, o al revés. Los textos se añaden en Documentos; las tablas, en Importar.
error-of-mapping-does-not-fit = Las columnas no se toman de un modo que encaje con esta tabla. Cambie qué se toma como qué.
error-of-too-many-jobs = Ya esperan demasiados trabajos. Espere a que termine uno o cancele uno.
error-of-internal = El programa cometió un error. Lo que escribió se conserva; comunique por favor qué hizo.
error-of-damaged = El registro está dañado. Ejecute cairn verify y restaure desde una copia de seguridad.
error-of-busy = El registro está ocupado con una escritura larga. Lo que escribió se conserva; intente dentro de un momento.
error-of-read-only = El registro está donde no se puede escribir. Copie su carpeta a un disco con escritura y empiece de nuevo.
error-of-disk-full = El disco está lleno. Haga sitio y repítalo: nada de ello se hizo visible.

field-problem-age-approximate = La edad es aproximada
field-problem-age-implausible = Más años de los que nadie ha vivido
field-problem-age-looks-like-year = Parece un año: escríbalo en nacimiento
field-problem-age-negative = Una edad negativa
field-problem-age-unreadable = No es una edad legible. Escriba como 34, 5 meses, 10-14, alrededor de 40
field-problem-ambiguous = Coincide más de uno: dé el identificador
field-problem-another-speaker = Solo el declarante de un relato puede rectificarlo
field-problem-cannot-be-said = De este tipo no se puede decir esto
field-problem-code-unknown = No es una de las opciones
field-problem-date-century-assumed = El siglo se supone: escriba el año con cuatro cifras
field-problem-date-does-not-exist = Ningún calendario tiene este día
field-problem-date-order-ambiguous = ¿Primero el día o el mes? Se guardan ambos: escriba como 2031-05-17
field-problem-date-order-contradicted = No puede ir en el orden dado: escriba como 2031-05-17
field-problem-date-other-calendar = De un calendario que no se convierte: escriba como 2031-05-17
field-problem-date-range-reversed = El final está antes del comienzo
field-problem-date-unreadable = No es una fecha legible. Escriba como 2031-05-17, mayo de 2031, 2031
field-problem-date-without-year = Falta el año
field-problem-missing = Falta: complételo
field-problem-no-alias = Una identidad solo se guarda para un alias: escriba alias: antes del nombre
field-problem-no-document = Nombre el documento o deje vacío su lugar en él
field-problem-not-found = No se encuentra ahí
field-problem-not-one-day = No es un solo día: escriba como 2031-05-17
field-problem-nothing-done = Diga qué ocurrió
field-problem-number-unreadable = No es un número legible. Escriba como 40, at least 40, 3..5, dozens
field-problem-shape = No tiene la forma necesaria
field-problem-two-documents = Se dan palabras y un documento: deje uno fuera
field-problem-unknown-id = Nada en el registro tiene este identificador o nombre
field-problem-wrong-kind = No corresponde a este tipo: déjelo vacío

odd-act-before-event = con fecha anterior al hecho al que siguió
odd-act-unmapped = no nombra ningún acto conocido
odd-age-approximate = la edad es aproximada
odd-age-implausible = mayor que cualquiera que haya vivido
odd-age-looks-like-year = no es una edad: quizá el año de nacimiento
odd-age-negative = una edad negativa, que algunas listas usan por «no se sabe»
odd-age-not-by-birth = la edad no concuerda con el nacimiento
odd-age-unreadable = una edad que no se puede leer
odd-blank-row = todas las celdas están vacías
odd-born-after-event = nacimiento posterior al hecho
odd-date-approximate = la fecha es aproximada
odd-date-century-assumed = se supuso el siglo de un año de dos cifras
odd-date-does-not-exist = ningún calendario tiene este día
odd-date-order-ambiguous = el día y el mes podrían estar al revés: se guardan ambos
odd-date-order-contradicted = solo se lee contra el orden de fechas de la lista
odd-date-other-calendar = una fecha de un calendario que no se convierte
odd-date-range-reversed = el final estaba antes del comienzo
odd-date-unreadable = una fecha que no se puede leer
odd-date-without-year = sin año, o sin lo bastante para situarla
odd-nothing-said = ninguna columna leída dice nada
odd-point-far-from-others = el punto queda lejos de los demás
odd-point-half = medio punto
odd-point-latitude-copied = la latitud está dos veces
odd-point-outside-earth = un punto fuera de la Tierra
odd-point-perhaps-copied = las dos mitades del punto son iguales
odd-point-perhaps-swapped = latitud y longitud pueden estar cambiadas
odd-point-swapped = latitud y longitud estaban cambiadas
odd-point-unreadable = un punto que no se puede leer
odd-point-zero = el punto es cero, cero
odd-sex-unmapped = ninguna palabra conocida para un sexo
odd-too-few-cells = menos celdas que el encabezado
odd-too-many-cells = más celdas que el encabezado
odd-unclosed-quote = unas comillas sin cerrar

because-header = lo dice su encabezado
because-values = sus celdas lo parecen
because-mapping = lo dice usted
because-taken = parece un papel que ya tiene otra columna
because-unknown-date = fecha de algo que el encabezado no dice en palabras conocidas
because-part-of-date = la fecha entera se lee de otra columna
because-not-persons = un identificador, pero las filas no son personas
because-unknown = nada indica lo que dice

remark-judgements-conflict = { $count ->
    [one] Un par tiene juicios que se contradicen: se considera dudoso hasta que se deshaga uno de ellos.
   *[other] { $count } pares tienen juicios que se contradicen: se consideran dudosos hasta que se deshaga uno de ellos.
 }
remark-lists-not-linked = { $count ->
    [one] Se cuenta una lista.
   *[other] Se cuentan { $count } listas y ninguna de sus filas está vinculada a las de otra: quien figura en dos listas cuenta dos veces. La orden cairn link encuentra quién figura en varias.
 }
remark-act-assumed = { $count ->
    [one] Una de las listas contadas no dice qué se hizo a sus personas: se supone que fueron muertas.
   *[other] { $count } de las listas contadas no dicen qué se hizo a sus personas: se supone que fueron muertas.
 }
remark-no-account-has = Ningún relato tiene { $dimension }: { $value }. Hay: { $others }.
remark-undated-in-no-series = { $count ->
    [one] Una declaración no indica el día y no figura en ninguna serie.
   *[other] { $count } declaraciones no indican el día y no figuran en ninguna serie.
 }
remark-names-backwards = { $column }: los nombres parecen escritos al revés, como en un PDF defectuoso. Mírelos antes de importar.
remark-act-by-row = Lo que se hizo se lee de la columna { $column }, fila por fila.
remark-act-from-column = La columna { $column } nombra lo que se hizo.
remark-act-killed-assumed = Nada en la lista dice qué se hizo a sus personas. Se supone que fueron muertas: elija otro acto si no es así.
remark-date-orders-mixed = { $column }: fechas que solo pueden llevar primero el día: { $day-first }; primero el mes: { $month-first }. Las contrarias al orden están marcadas.
remark-date-order-unknown = { $count ->
    [one] Una fecha podría llevar primero el día o el mes y nada lo aclara: se lee como el período que abarca ambos.
   *[other] { $count } fechas podrían llevar primero el día o el mes y nada lo aclara: se leen como el período que abarca ambos.
 }
remark-date-order-by-column = { $count ->
    [one] Una fecha podría llevar primero el día o el mes: se lee { $order ->
        [mdy] primero el mes
       *[dmy] primero el día
     }, como en otra columna.
   *[other] { $count } fechas podrían llevar primero el día o el mes: se leen { $order ->
        [mdy] primero el mes
       *[dmy] primero el día
     }, como en otra columna.
 }
remark-date-order-by-language = { $count ->
    [one] Una fecha podría llevar primero el día o el mes: se lee { $order ->
        [mdy] primero el mes
       *[dmy] primero el día
     }, como en la lengua del encabezado.
   *[other] { $count } fechas podrían llevar primero el día o el mes: se leen { $order ->
        [mdy] primero el mes
       *[dmy] primero el día
     }, como en la lengua del encabezado.
 }

contradiction-total-falls = El total acumulado baja de { $was } (al { $from }) a { $is } (al { $to }).
contradiction-counter-restarts = El total acumulado empieza de nuevo: { $was } (al { $from }), { $is } (al { $to }).
contradiction-reclassified = El total acumulado baja de { $was } (al { $from }) a { $is } (al { $to }), mientras «{ $metric }» sube en { $more }: puede que lo mismo se haya clasificado de nuevo.
contradiction-parts-exceed-whole = { $parts }: más que el todo, { $whole }, al { $to }.
contradiction-period-not-difference = { $reported } comunicados ({ $days }), pero el total acumulado { $change ->
    [none] no sube
    [falls] baja en { $by }
   *[rises] sube en { $by }
 } (de { $was } a { $is }).{ $made-up ->
    [before] {" "}Esto compensa exactamente los días anteriores.
    [after] {" "}El total siguiente lo compensa exactamente.
   *[no] {""}
 }
contradiction-late-addition = { $reported } comunicados ({ $days }), pero el total acumulado { $change ->
    [none] no sube
    [falls] baja en { $by }
   *[rises] sube en { $by }
 } (de { $was } a { $is }).{ $made-up ->
    [before] {" "}Esto compensa exactamente los días anteriores.
    [after] {" "}El total siguiente lo compensa exactamente.
   *[no] {""}
 }
contradiction-restated = { $days }: { $was } en el documento de { $first }, { $is } en el de { $then }.
contradiction-two-values = { $days }: { $was } y { $is }, y nada dice cuál es posterior.
contradiction-flash-and-verified = Al { $to }: { $was } en el recuento preliminar, { $is } verificados.
contradiction-as-of-shift = { $was } es al { $from } en una fuente y al { $to } en otra.
contradiction-relay-differs = { $was } se retransmite como { $is }.
contradiction-ends-crossed = El mínimo, { $low }, está por encima del máximo, { $high }.
contradiction-cumulative-falls = Un total acumulado baja: ahora { $is }, antes { $was }.
contradiction-part-exceeds-whole = Una parte es mayor que su todo: { $part } de { $whole }.

rule-literal = Literal
rule-words-literal = Cada relato cuenta como lo da su fuente; no se infiere ninguna condición ni ningún número.
rule-floor = Mínimo
rule-words-floor = Como la literal, pero una palabra imprecisa (decenas, cientos) da lo menos que puede significar, marcado como regla.
step-reading-the-columns = leyendo las columnas
step-reading-rows = leyendo filas
step-importing-rows = importando filas
step-indexing-for-search = indexando para la búsqueda
at-row = fila { $where }
at-page = página { $where }
at-characters = caracteres { $where }
particulars = En palabras del programa
