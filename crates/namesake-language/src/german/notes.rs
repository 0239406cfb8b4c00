//! What single notes, the user's patterns and adopted settings say.

pub const TEXTS: &[(&str, &str)] = &[
    // note: adopted/app.rs
    ("wikilinks", "Wikilinks"),
    ("form of links", "Form der Links"),
    ("paths in links", "Pfade in Links"),
    (
        "“newLinkFormat” is “{word}”, which is no known form of paths",
        "„newLinkFormat“ ist „{word}“, und so eine Form von Pfaden ist nicht bekannt",
    ),
    ("folder of attachments", "Ordner für Anhänge"),
    ("notes left alone", "nicht angerührte Notizen"),
    (
        "the excluded files “{filter}” cannot be read ({reason})",
        "die ausgeschlossenen Dateien „{filter}“ lassen sich nicht lesen ({reason})",
    ),
    ("format of dates", "Datumsformat"),
    // note: adopted/daily.rs
    ("daily notes", "tägliche Notizen"),
    // note: adopted/file.rs
    ("“{key}” is not a text", "„{key}“ ist kein Text"),
    ("“{key}” is not true or false", "„{key}“ ist weder true noch false"),
    ("“{key}” is not a list", "„{key}“ ist keine Liste"),
    ("“{key}” is not an object", "„{key}“ ist kein Objekt"),
    ("a JSON object is needed, and this is none", "gebraucht wird ein JSON-Objekt, und das ist keines"),
    ("a JSON list of names is needed, and this is none", "gebraucht wird eine JSON-Liste von Namen, und das ist keine"),
    ("it is no JSON ({error})", "es ist kein JSON ({error})"),
    // note: adopted/ignored.rs
    ("error: {why}", "Fehler: {why}"),
    // note: adopted/model.rs
    ("global filter of tasks", "globaler Filter für Aufgaben"),
    ("format of tasks", "Aufgabenformat"),
    // note: adopted/tasks.rs
    (
        "“taskFormat” is “{word}”, which Namesake does not read",
        "„taskFormat“ ist „{word}“, und das liest Namesake nicht",
    ),
    ("day on tasks that are done", "Datum an erledigten Aufgaben"),
    ("day on tasks that are given up", "Datum an abgebrochenen Aufgaben"),
    ("day on the next occurrence of a task", "Datum an der nächsten Wiederholung einer Aufgabe"),
    ("next occurrence below", "nächste Wiederholung darunter"),
    ("next occurrence without the scheduled date", "nächste Wiederholung ohne das geplante Datum"),
    ("[{symbol}] {name}, leads to [{next}]", "[{symbol}] {name}, führt zu [{next}]"),
    ("statuses of tasks", "Status von Aufgaben"),
    ("yes", "ja"),
    ("no", "nein"),
    ("a status in “{key}” cannot be read", "ein Status in „{key}“ lässt sich nicht lesen"),
    // note: adopted/templates.rs
    ("templates", "Vorlagen"),
    // note: adopted/types.rs
    ("1 property", "1 Eigenschaft"),
    ("{n} properties", "{n} Eigenschaften"),
    ("types of properties", "Eigenschaftentypen"),
    // note: note/one_note.rs
    (
        "it is a template or a drawing, or lies in a folder that the settings exclude",
        "sie ist eine Vorlage oder eine Zeichnung oder liegt in einem ignorierten Ordner",
    ),
    ("its property “namesake” asks for it", "ihre Eigenschaft „namesake“ verlangt es"),
    // note: pattern.rs
    (
        "it looks nowhere; say where: properties, body, tasks or fileName",
        "es sucht nirgends; gib an, wo: properties, body, tasks oder fileName",
    ),
    (
        "it can match no text at all, as `a*` does where there is no `a`; ask for at least one sign",
        "es findet auch da etwas, wo nichts steht, wie `a*` ohne ein `a`; verlange mindestens ein Zeichen",
    ),
    (
        "it takes too much memory; ask for fewer repetitions",
        "es braucht zu viel Speicher; verlange weniger Wiederholungen",
    ),
    (
        "there is no group `{name}`; write `{first}` where letters follow, `$$` for a dollar sign",
        "die Gruppe `{name}` gibt es nicht; schreib `{first}`, wo Buchstaben folgen, und `$$` für ein Dollarzeichen",
    ),
    ("{part}, character {character}: {message}", "{part}, Zeichen {character}: {message}"),
    ("the pattern “{name}” cannot be used: {error}", "das Muster „{name}“ lässt sich nicht verwenden: {error}"),
    // note: syntax_error.rs
    ("invalid escape sequence found in character class", "ungültige Escape-Folge in der Zeichenklasse"),
    (
        "invalid character class range, the start must be <= the end",
        "ungültiger Bereich in der Zeichenklasse, sein Anfang darf nicht hinter seinem Ende liegen",
    ),
    (
        "invalid range boundary, must be a literal",
        "ungültige Grenze eines Bereichs, sie muss ein einzelnes Zeichen sein",
    ),
    ("unclosed character class", "die Zeichenklasse ist nicht geschlossen"),
    ("decimal literal empty", "eine Dezimalzahl fehlt"),
    ("decimal literal invalid", "ungültige Dezimalzahl"),
    ("hexadecimal literal empty", "eine Hexadezimalzahl fehlt"),
    ("hexadecimal literal is not a Unicode scalar value", "die Hexadezimalzahl ist kein Zeichen von Unicode"),
    ("invalid hexadecimal digit", "ungültige hexadezimale Ziffer"),
    (
        "incomplete escape sequence, reached end of pattern prematurely",
        "unvollständige Escape-Folge, das Muster endet vorzeitig",
    ),
    ("unrecognized escape sequence", "unbekannte Escape-Folge"),
    ("expected flag but got end of regex", "ein Schalter wird erwartet, aber das Muster ist zu Ende"),
    ("unrecognized flag", "unbekannter Schalter"),
    ("duplicate capture group name", "doppelter Name einer Gruppe"),
    ("empty capture group name", "der Name der Gruppe ist leer"),
    ("invalid capture group character", "ungültiges Zeichen im Namen der Gruppe"),
    ("unclosed capture group name", "der Name der Gruppe ist nicht geschlossen"),
    ("unclosed group", "die Gruppe ist nicht geschlossen"),
    ("unopened group", "die Gruppe ist nicht geöffnet"),
    (
        "invalid repetition count range, the start must be <= the end",
        "ungültiger Bereich der Wiederholung, sein Anfang darf nicht hinter seinem Ende liegen",
    ),
    ("repetition quantifier expects a valid decimal", "für die Wiederholung wird eine gültige Dezimalzahl erwartet"),
    ("unclosed counted repetition", "die gezählte Wiederholung ist nicht geschlossen"),
    ("repetition operator missing expression", "vor dem Zeichen für Wiederholung fehlt ein Ausdruck"),
    ("invalid Unicode character class", "ungültige Zeichenklasse von Unicode"),
    ("backreferences are not supported", "Rückverweise gibt es nicht"),
    (
        "look-around, including look-ahead and look-behind, is not supported",
        "Look-around gibt es nicht, weder Look-ahead noch Look-behind",
    ),
    ("Unicode property not found", "diese Eigenschaft von Unicode gibt es nicht"),
    ("Unicode property value not found", "diesen Wert einer Eigenschaft von Unicode gibt es nicht"),
];
