//! What rules about properties and patterns say, and why properties cannot be read or changed.

pub const TEXTS: &[(&str, &str)] = &[
    // date_type.rs
    (
        "Writes dates in properties as Obsidian reads them: `2025-10-31` or `2025-10-31T09:30:00`.",
        "Schreibt Datumsangaben in Eigenschaften so, wie Obsidian sie liest: `2025-10-31` oder `2025-10-31T09:30:00`.",
    ),
    (
        "Any other spelling is text to Obsidian: it cannot be sorted, compared or shown as a date.",
        "Jede andere Schreibweise ist für Obsidian Text: Sie lässt sich nicht als Datum sortieren, vergleichen oder \
         anzeigen.",
    ),
    (
        "Where the spelling has one reading. `03/04/2025` could be March or April and is asked about, first as the \
         names of the vault's notes have it; `2025-02-30` is reported. What one of the vault's own templates writes is \
         left alone, and so is a time without seconds.",
        "Wo die Schreibweise nur eines bedeuten kann. Bei `03/04/2025` kann März oder April gemeint sein; danach wird \
         gefragt, zuerst nach dem, was in den Namen deiner Notizen üblich ist. `2025-02-30` wird gemeldet. Was eine \
         deiner eigenen Vorlagen schreibt, bleibt, wie es ist, ebenso eine Uhrzeit ohne Sekunden.",
    ),
    ("This spelling has one reading only.", "Diese Schreibweise kann nur eines bedeuten."),
    (
        "{why} The names of the vault's notes have the day first.",
        "{why} In den Namen deiner Notizen steht der Tag zuerst.",
    ),
    (
        "{why} The names of the vault's notes have the month first.",
        "{why} In den Namen deiner Notizen steht der Monat zuerst.",
    ),
    ("`{key}` is not a date to Obsidian: `{text}`.", "`{key}` ist für Obsidian kein Datum: `{text}`."),
    ("Write {iso}, the day first", "{iso} schreiben, Tag zuerst"),
    ("Write {iso}, the month first", "{iso} schreiben, Monat zuerst"),
    ("Write {iso}", "{iso} schreiben"),
    // duplicate_key.rs
    (
        "Reports a property whose name stands there twice, with both values, and names that differ in case only.",
        "Meldet eine Eigenschaft, deren Name zweimal dasteht, mit beiden Werten, und Namen, die sich nur in Groß- und \
         Kleinschreibung unterscheiden.",
    ),
    (
        "Obsidian refuses all properties of a note with such a pair; of names that differ in case it has one type for \
         both.",
        "Obsidian nimmt bei so einem Paar keine Eigenschaft der Notiz an; für Namen, die sich nur in Groß- und \
         Kleinschreibung unterscheiden, hat es einen gemeinsamen Typ.",
    ),
    (
        "`due: 2025-01-04` and `due: 2025-01-05` -> keep the first, keep the second",
        "`due: 2025-01-04` und `due: 2025-01-05` -> den ersten Wert behalten, den zweiten behalten",
    ),
    (
        "It stands there {times} times; take out all but one by hand.",
        "Der Name steht {times} Mal da; entferne von Hand alle bis auf einen.",
    ),
    ("Line {line}: `{property}`.", "Zeile {line}: `{property}`."),
    (
        "{listed} stands there more than once, so that Obsidian reads no properties.",
        "{listed} steht mehr als einmal da, sodass Obsidian keine Eigenschaften liest.",
    ),
    (
        "{listed} differ in case only: one property to Obsidian, several to YAML.",
        "{listed} unterscheiden sich nur in Groß- und Kleinschreibung: für Obsidian eine Eigenschaft, für YAML \
         mehrere.",
    ),
    (
        "{listed} stand there {times} times, and Obsidian then reads none of the properties.",
        "{listed} stehen {times} Mal da, und dann liest Obsidian keine der Eigenschaften.",
    ),
    ("Keep one ({value})", "Einmal behalten ({value})"),
    ("Keep both in one list ({items})", "Beide in einer Liste behalten ({items})"),
    ("Keep all in one list ({items})", "Alle in einer Liste behalten ({items})"),
    ("Keep the first ({value})", "Den ersten Wert behalten ({value})"),
    ("Keep the second ({value})", "Den zweiten Wert behalten ({value})"),
    ("Keep the third ({value})", "Den dritten Wert behalten ({value})"),
    ("Keep the fourth ({value})", "Den vierten Wert behalten ({value})"),
    ("nothing", "nichts"),
    // invalid_yaml.rs
    (
        "Reports properties that are not valid YAML, with line and column, and offers to mend the lines at fault where \
         all the others can stay as they are.",
        "Meldet Eigenschaften, die kein gültiges YAML sind, mit Zeile und Spalte, und bietet an, die fehlerhaften \
         Zeilen zu korrigieren, wenn alle anderen bleiben können, wie sie sind.",
    ),
    (
        "Obsidian shows such a block as plain text, and an edit made on a guess could lose what it says.",
        "Obsidian zeigt so einen Block als bloßen Text, und eine Änderung auf gut Glück könnte verlieren, was darin \
         steht.",
    ),
    ("`title: a: b` -> on offer: `title: \"a: b\"`", "`title: a: b` -> angeboten wird `title: \"a: b\"`"),
    (
        "The properties cannot be read ({error}), so nothing in this note is touched.",
        "Die Eigenschaften lassen sich nicht lesen ({error}), deshalb bleibt diese Notiz unberührt.",
    ),
    ("End the properties with `---` in line {line}", "Die Eigenschaften in Zeile {line} mit `---` abschließen"),
    (
        "What stands above that line can be read as properties.",
        "Was über dieser Zeile steht, lässt sich als Eigenschaften lesen.",
    ),
    ("Mend the line", "Die Zeile korrigieren"),
    ("Mend these lines", "Diese Zeilen korrigieren"),
    ("{what}: {lines}", "{what}: {lines}"),
    ("Line {line}, `{text}`: {why}", "Zeile {line}, `{text}`: {why}"),
    // key_order.rs
    (
        "Puts properties in the order of the settings, each with its comments; those not named there follow as they \
         stand.",
        "Bringt Eigenschaften in die eingestellte Reihenfolge, jede mit ihren Kommentaren; die übrigen folgen so, wie \
         sie stehen.",
    ),
    (
        "Notes are read faster where the same property stands in the same place.",
        "Notizen lesen sich schneller, wenn dieselbe Eigenschaft immer an derselben Stelle steht.",
    ),
    (
        "Where every comment belongs to one property and no value depends on the order. Anything else is reported.",
        "Wo jeder Kommentar zu einer Eigenschaft gehört und kein Wert von der Reihenfolge abhängt. Alles andere wird \
         gemeldet.",
    ),
    (
        "`{below}` stands below `{above}`; in your order it comes before.",
        "`{below}` steht unter `{above}`; in deiner Reihenfolge kommt es davor.",
    ),
    ("Put the properties in order", "Die Eigenschaften ordnen"),
    // list_type.rs
    (
        "Makes lists of `tags`, `aliases`, `cssclasses` and `participants`, and moves `tag`, `alias` and `cssclass` \
         there.",
        "Macht aus `tags`, `aliases`, `cssclasses` und `participants` Listen und holt `tag`, `alias` und `cssclass` \
         dorthin.",
    ),
    (
        "Obsidian has dropped the singular names (1.9), and a text with commas is one tag with a comma in it.",
        "Die Namen in der Einzahl liest Obsidian nicht mehr (seit 1.9), und ein Text mit Kommas ist ein einziges Tag, \
         in dem Kommas stehen.",
    ),
    (
        "`tags: type/project, pilot` -> `tags:` with two items",
        "`tags: type/project, pilot` -> `tags:` mit zwei Einträgen",
    ),
    (
        "Where the text parts in one way. A blank can part two tags or stand inside one, and a comma can belong to a \
         name: `Van Dyke, Jan Peter` is two people only if the vault knows both. Two properties that have to be merged \
         may differ on purpose and are asked about. A property that has another type in Obsidian or in the settings is \
         left alone.",
        "Wo sich der Text nur auf eine Art teilen lässt. Ein Leerzeichen kann zwei Tags trennen oder in einem stehen, \
         und ein Komma kann zu einem Namen gehören: `Van Dyke, Jan Peter` sind nur dann zwei Personen, wenn der Vault \
         beide kennt. Zwei Eigenschaften, die zusammengeführt werden müssten, können sich mit Absicht unterscheiden; \
         danach wird gefragt. Eine Eigenschaft, die in Obsidian oder in den Einstellungen einen anderen Typ hat, \
         bleibt, wie sie ist.",
    ),
    ("`{key}` is a list to Obsidian, and here it is text.", "`{key}` ist für Obsidian eine Liste, hier aber Text."),
    ("`{old}` is no longer read by Obsidian; `{name}` is.", "`{old}` liest Obsidian nicht mehr, sondern `{name}`."),
    ("“{value}”", "„{value}“"),
    ("Write `{name}` as a list of one: {one}", "`{name}` als Liste mit einem Eintrag schreiben: {one}"),
    ("Write `{name}` as a list: {items}", "`{name}` als Liste schreiben: {items}"),
    ("Merge them into `{name}`: {items}", "In `{name}` zusammenführen: {items}"),
    (
        "`{old}` and `{name}` are both there, and Obsidian reads the second only.",
        "`{old}` und `{name}` stehen beide da, und Obsidian liest nur das zweite.",
    ),
    (
        "Lines are one text to YAML; each may be meant as an item.",
        "Zeilen sind für YAML ein einziger Text; jede kann als Eintrag gemeint sein.",
    ),
    (
        "A comma can belong to a name; look whether the items are right.",
        "Ein Komma kann zu einem Namen gehören; sieh nach, ob die Einträge stimmen.",
    ),
    (
        "It holds signs that no tag has; look what was meant.",
        "Darin stehen Zeichen, die kein Tag hat; sieh nach, was gemeint war.",
    ),
    (
        "A blank may part two tags or stand inside one; look which.",
        "Ein Leerzeichen kann zwei Tags trennen oder in einem stehen; sieh nach, was hier zutrifft.",
    ),
    (
        "It holds signs that no name of a class has; look what was meant.",
        "Darin stehen Zeichen, die kein Name einer Klasse hat; sieh nach, was gemeint war.",
    ),
    // misspelt_key.rs
    (
        "Asks about a property whose name only this note has, and which is one letter off a usual name or off one that \
         many notes of the vault have, where the note has no property of that name.",
        "Fragt nach einer Eigenschaft, deren Name nur in dieser Notiz vorkommt und um einen Buchstaben von einem \
         üblichen Namen abweicht oder von einem, den viele Notizen des Vaults haben, wenn in der Notiz keine \
         Eigenschaft so heißt.",
    ),
    (
        "What stands under `tile` or `tgas` is in no list and no query, and nothing says so.",
        "Was unter `tile` oder `tgas` steht, kommt in keiner Liste und keiner Abfrage vor, und nichts weist darauf \
         hin.",
    ),
    (
        "`particpants: [Ann Lee]` -> on offer: `participants: [Ann Lee]`",
        "`particpants: [Ann Lee]` -> angeboten wird `participants: [Ann Lee]`",
    ),
    ("{first} or {last}", "{first} oder {last}"),
    ("`{key}` may be {names}.", "Mit `{key}` ist vielleicht {names} gemeint."),
    ("No other note has a property of this name.", "In keiner anderen Notiz heißt eine Eigenschaft so."),
    ("`{name}` is a usual name.", "`{name}` ist ein üblicher Name."),
    (
        "`{name}` is a usual name, and another note has it.",
        "`{name}` ist ein üblicher Name, und er kommt in einer anderen Notiz vor.",
    ),
    ("{count} notes have `{name}`.", "{count} Notizen haben `{name}`."),
    ("Call it `{new}`", "In `{new}` umbenennen"),
    // mojibake.rs
    (
        "Decodes text that was UTF-8 and was read as Windows-1252, in properties and in the body outside code.",
        "Stellt Text wieder her, der UTF-8 war und als Windows-1252 gelesen wurde: in Eigenschaften und im Text \
         darunter, nicht in Code.",
    ),
    (
        "`ðŸ“…` is no due date to the Tasks plugin, and `JÃ¼rgen` is nobody's name.",
        "`ðŸ“…` ist für die Erweiterung Tasks kein Termin, und `JÃ¼rgen` heißt niemand.",
    ),
    (
        "Where every byte is still there, so that only one reading is possible. Where a byte is lost (`â«` was \
         probably ⏫) or the signs could be meant, the repair is offered with what it assumes. Names of properties and \
         fields are only reported, since queries use them.",
        "Wo jedes Byte noch da ist, sodass nur eine Lesart möglich ist. Fehlt ein Byte (`â«` war wohl ⏫) oder könnten \
         die Zeichen so gemeint sein, wird die Korrektur mit dem angeboten, was sie annimmt. Namen von Eigenschaften \
         und Feldern werden nur gemeldet, weil Abfragen sie verwenden.",
    ),
    (
        "An address was decoded wrongly: “{address}” is “{mended}”.",
        "Eine Adresse wurde falsch gelesen: „{address}“ ist „{mended}“.",
    ),
    (
        "The note that it names so does not exist, and the one of the decoded name does.",
        "Die Notiz, die sie so nennt, gibt es nicht, die mit dem richtig gelesenen Namen aber schon.",
    ),
    (
        "Text was decoded wrongly, and what is left of it breaks the properties: {words}.",
        "Text wurde falsch gelesen, und was davon übrig ist, macht die Eigenschaften unlesbar: {words}.",
    ),
    (
        "YAML allows no control characters; with these decoded the properties can be read.",
        "YAML erlaubt keine Steuerzeichen; mit diesen Korrekturen lassen sich die Eigenschaften lesen.",
    ),
    ("“{left}”", "„{left}“"),
    (
        "Text in the property `{key}` was decoded wrongly: {words}.",
        "Text in der Eigenschaft `{key}` wurde falsch gelesen: {words}.",
    ),
    (
        "Read as Windows-1252 bytes these signs are valid UTF-8.",
        "Als Bytes von Windows-1252 gelesen, sind diese Zeichen gültiges UTF-8.",
    ),
    ("It has to be mended by hand: {error}.", "Das lässt sich nur von Hand korrigieren: {error}."),
    (
        "It is written in a form that has to be mended by hand.",
        "In dieser Form lässt es sich nur von Hand korrigieren.",
    ),
    (
        "The name “{name}” was decoded wrongly: “{decoded}”. Rename it where you use it, too.",
        "Der Name „{name}“ wurde falsch gelesen, er heißt „{decoded}“. Benenn ihn auch dort um, wo du ihn verwendest.",
    ),
    (
        "Queries and other notes may call it by the damaged name, so it is left as it is.",
        "Abfragen und andere Notizen verwenden vielleicht den beschädigten Namen, deshalb bleibt er, wie er ist.",
    ),
    ("Text was decoded wrongly: {words}.", "Text wurde falsch gelesen: {words}."),
    (
        "Read as Windows-1252 bytes these signs are valid UTF-8, and nothing was lost.",
        "Als Bytes von Windows-1252 gelesen, sind diese Zeichen gültiges UTF-8, und nichts ging verloren.",
    ),
    ("Text may have been decoded wrongly: {words}?", "Wurde Text falsch gelesen: {words}?"),
    (
        "A sign lost a byte in a wrong decoding: {words}?",
        "Ein Zeichen wurde falsch gelesen und verlor ein Byte: {words}?",
    ),
    (
        "Bytes were lost in a wrong decoding: “{left}” cannot be told any more.",
        "Text wurde falsch gelesen und verlor Bytes: Was „{left}“ war, ist nicht mehr zu erkennen.",
    ),
    (
        "More than one text fits what is left of it; write it anew.",
        "Zu dem, was übrig ist, passt mehr als ein Text; schreib es neu.",
    ),
    ("Decode it", "Zeichen wiederherstellen"),
    ("“{left}” is “{mended}”", "„{left}“ ist „{mended}“"),
    // odd_fence.rs
    (
        "Finds properties at the head of a note that Obsidian takes for text: one of the lines `---` is something else \
         (`----`, `———`, a control character) or missing, blanks stand before the first one, or they are TOML or \
         JSON.",
        "Findet Eigenschaften am Anfang einer Notiz, die Obsidian für Text hält: Eine der Zeilen `---` ist etwas \
         anderes (`----`, `———`, ein Steuerzeichen) oder fehlt, vor der ersten steht Leerraum, oder es ist TOML oder \
         JSON.",
    ),
    (
        "Such properties are looked for in vain, and whatever adds one writes a second block above them.",
        "Solche Eigenschaften sucht man vergeblich, und was immer eine hinzufügt, schreibt einen zweiten Block \
         darüber.",
    ),
    (
        "`---`, `type: people` and a blank line -> on offer: `---` below them",
        "`---`, `type: people` und eine leere Zeile -> angeboten wird `---` darunter",
    ),
    (
        "Where other dashes stand instead of `---`, or a control character instead of the closing line, and what \
         stands between the lines can be read as properties, one of them of a name that is usual or that other notes \
         of the vault have.",
        "Wo statt `---` andere Striche stehen oder statt der schließenden Zeile ein Steuerzeichen, und wo sich das \
         dazwischen als Eigenschaften lesen lässt, von denen eine einen Namen hat, der üblich ist oder in anderen \
         Notizen des Vaults vorkommt.",
    ),
    (
        "The note begins with TOML (between `+++` lines), which Obsidian does not read as properties.",
        "Die Notiz beginnt mit TOML (zwischen Zeilen `+++`); das liest Obsidian nicht als Eigenschaften.",
    ),
    (
        "The note begins with JSON without `---` lines around it, which Obsidian does not read as properties.",
        "Die Notiz beginnt mit JSON ohne Zeilen `---` darum; das liest Obsidian nicht als Eigenschaften.",
    ),
    (
        "{shown} in line {line} is no line `---`, so Obsidian shows the properties as text.",
        "{shown} in Zeile {line} ist keine Zeile `---`, deshalb zeigt Obsidian die Eigenschaften als Text.",
    ),
    (
        "{shown} are no lines `---`, so Obsidian shows the properties as text.",
        "{shown} sind keine Zeilen `---`, deshalb zeigt Obsidian die Eigenschaften als Text.",
    ),
    (
        "What stands between the lines can be read as properties.",
        "Was zwischen den Zeilen steht, lässt sich als Eigenschaften lesen.",
    ),
    ("`{known}` is the name of a property.", "`{known}` ist der Name einer Eigenschaft."),
    ("Write `---`", "`---` schreiben"),
    (
        "No line `---` ends the properties, so Obsidian shows them as text.",
        "Keine Zeile `---` schließt die Eigenschaften ab, deshalb zeigt Obsidian sie als Text.",
    ),
    (
        "The lines below the first `---` can be read as properties.",
        "Die Zeilen unter dem ersten `---` lassen sich als Eigenschaften lesen.",
    ),
    (
        "Blanks stand before the first `---`, so Obsidian shows the properties as text.",
        "Vor dem ersten `---` steht Leerraum, deshalb zeigt Obsidian die Eigenschaften als Text.",
    ),
    ("Take the blanks away", "Den Leerraum davor entfernen"),
    ("The block itself can be read.", "Der Block selbst lässt sich lesen."),
    (
        "No line `---` begins the properties, so Obsidian shows them as text.",
        "Die Eigenschaften beginnen nicht mit einer Zeile `---`, deshalb zeigt Obsidian sie als Text.",
    ),
    ("Begin the properties with `---`", "Die Eigenschaften mit `---` beginnen"),
    (
        "The lines above the first `---` can be read as properties.",
        "Die Zeilen über dem ersten `---` lassen sich als Eigenschaften lesen.",
    ),
    (
        "It reads lines of the form `name: value` between two lines `---`.",
        "Obsidian liest Zeilen der Form `Name: Wert` zwischen zwei Zeilen `---`.",
    ),
    // placeholder.rs
    (
        "Fills a template value that was never filled from what the note itself says.",
        "Füllt den Platzhalter einer Vorlage, der nie ausgefüllt wurde, mit dem, was die Notiz selbst sagt.",
    ),
    (
        "A property `{ { DATE } }` is the wreck of `{{date}}`: queries skip the note, and a meeting has no day.",
        "Eine Eigenschaft `{ { DATE } }` ist das, was von `{{date}}` übrig ist: Abfragen übergehen die Notiz, und eine \
         Besprechung hat keinen Tag.",
    ),
    (
        "`created: { { DATE } }` with `**Date:** 2025-10-31` below -> `created: 2025-10-31`",
        "`created: { { DATE } }` mit `**Date:** 2025-10-31` darunter -> `created: 2025-10-31`",
    ),
    (
        "Where the body says it once: one `**Date:**` line, one `**Participants:**` line, one top heading.",
        "Wo es im Text genau einmal steht: eine Zeile `**Date:**`, eine Zeile `**Participants:**`, eine oberste \
         Überschrift.",
    ),
    (
        "{evidence} Signs that mean something to Obsidian are left out.",
        "{evidence} Zeichen, die für Obsidian etwas bedeuten, fallen weg.",
    ),
    ("`{key}` was never filled: it still reads `{value}`.", "`{key}` wurde nie ausgefüllt: Da steht noch `{value}`."),
    (
        "In quotes it is what a template says; is this note one?",
        "So steht es, in Anführungszeichen, in einer Vorlage; ist diese Notiz eine?",
    ),
    ("The note does not say what belongs there.", "In der Notiz steht nicht, was dorthin gehört."),
    (
        "Only the template's word says what belongs there, not the property's name.",
        "Nur das Wort der Vorlage sagt, was dorthin gehört, der Name der Eigenschaft nicht.",
    ),
    (
        "The template's word asks for something else than the property's name.",
        "Das Wort der Vorlage verlangt etwas anderes als der Name der Eigenschaft.",
    ),
    (
        "It still holds what is left of a damaged letter; mend it there first.",
        "Darin steht noch der Rest eines beschädigten Buchstabens; korrigiere ihn zuerst dort.",
    ),
    ("The note has a `**Date:**` line; is it this date?", "Die Notiz hat eine Zeile `**Date:**`; ist es dieser Tag?"),
    ("The note says so once, in its `**Date:**` line.", "So steht es einmal in der Notiz, in der Zeile `**Date:**`."),
    (
        "The file's name begins with this date; the body does not say it.",
        "Der Dateiname beginnt mit diesem Tag; im Text steht er nicht.",
    ),
    (
        "The note says so once, in its `**Participants:**` line.",
        "So steht es einmal in der Notiz, in der Zeile `**Participants:**`.",
    ),
    ("{evidence} Look whether each of these is a person.", "{evidence} Sieh nach, ob das alles Personen sind."),
    ("It is the note's one top heading.", "Es ist die eine oberste Überschrift der Notiz."),
    ("It is the file's name.", "Es ist der Dateiname."),
    ("Fill `{key}` with {values}", "`{key}` ausfüllen: {values}"),
    // quote_style.rs
    (
        "Takes the quotes off texts in properties that are the same without them.",
        "Entfernt die Anführungszeichen um Texte in Eigenschaften, die ohne sie dasselbe sind.",
    ),
    (
        "Obsidian itself writes quotes only where they are needed; notes that agree with it do not change when it \
         saves.",
        "Obsidian selbst schreibt Anführungszeichen nur, wo sie nötig sind; Notizen, die es ebenso halten, ändern sich \
         beim Speichern nicht.",
    ),
    (
        "Always. Quotes stay around what could be taken for a number, a date or a yes or no, around links and \
         templates, and wherever YAML needs them.",
        "Immer. Anführungszeichen bleiben um alles, was für eine Zahl, ein Datum oder ein Ja oder Nein gehalten werden \
         könnte, um Links und Vorlagensyntax und überall, wo YAML sie braucht.",
    ),
    ("`{key}` needs no quotes: `{value}`.", "`{key}` braucht keine Anführungszeichen: `{value}`."),
    ("Write `{key}` without quotes", "`{key}` ohne Anführungszeichen schreiben"),
    // schema.rs
    (
        "Compares properties with what the settings ask of the note's kind (required, allowed, allowed values) and \
         with their types in the settings and in Obsidian.",
        "Vergleicht Eigenschaften mit dem, was die Einstellungen von dieser Art von Notiz verlangen (nötige, erlaubte, \
         erlaubte Werte), und mit ihren Typen in den Einstellungen und in Obsidian.",
    ),
    (
        "A person without a company and a `rating` that is a word are missing from the tables made of them.",
        "Eine Person ohne Firma und ein `rating`, das ein Wort ist, fehlen in den Tabellen, die daraus entstehen.",
    ),
    ("`done: yes`, a checkbox -> `done: true`", "`done: yes`, ein Kontrollkästchen -> `done: true`"),
    ("The note has no `{key}`.", "Der Notiz fehlt `{key}`."),
    ("The settings require it of notes of this kind.", "Die Einstellungen verlangen es von Notizen dieser Art."),
    ("Add `{key}`, empty", "`{key}` leer hinzufügen"),
    ("Add `{key}: {value}`", "`{key}: {value}` hinzufügen"),
    ("`{key}` holds nothing.", "`{key}` ist leer."),
    (
        "The settings require a value of notes of this kind.",
        "Die Einstellungen verlangen einen Wert von Notizen dieser Art.",
    ),
    ("`{key}` is no property of notes of this kind.", "`{key}` ist keine Eigenschaft von Notizen dieser Art."),
    (
        "The settings list the properties that notes of this kind may have.",
        "In den Einstellungen steht, welche Eigenschaften Notizen dieser Art haben dürfen.",
    ),
    (
        "`{value}` is none of the values that `{key}` can have.",
        "`{value}` ist keiner der Werte, die `{key}` haben darf.",
    ),
    ("The settings know `{values}`.", "Die Einstellungen kennen `{values}`."),
    ("Write `{value}`", "`{value}` schreiben"),
    (
        "`{key}` is a number to Obsidian, and this is none.",
        "`{key}` ist für Obsidian eine Zahl, und das hier ist keine.",
    ),
    (
        "`{key}` is a checkbox, `true` or `false` to Obsidian, and this is none.",
        "`{key}` ist für Obsidian ein Kontrollkästchen, `true` oder `false`, und das hier ist keines.",
    ),
    (
        "`{key}` is a date to Obsidian, and this is none.",
        "`{key}` ist für Obsidian ein Datum, und das hier ist keines.",
    ),
    (
        "`{key}` is a date with a time to Obsidian, and this is none.",
        "`{key}` ist für Obsidian ein Datum mit Uhrzeit, und das hier ist keines.",
    ),
    (
        "`{key}` is one text to Obsidian, and this is none.",
        "`{key}` ist für Obsidian ein einziger Text, und das hier ist keiner.",
    ),
    (
        "`{key}` is a list of texts to Obsidian, and this is none.",
        "`{key}` ist für Obsidian eine Liste von Texten, und das hier ist keine.",
    ),
    // tag_form.rs
    (
        "Writes the tags of a list as Obsidian has them: without `#`, without blanks, no empty items, each once.",
        "Schreibt die Tags einer Liste so, wie Obsidian sie kennt: ohne `#`, ohne Leerzeichen, ohne leere Einträge, \
         jedes einmal.",
    ),
    (
        "Obsidian's properties show `#` and blanks as errors, and a search for a tag does not find it.",
        "In den Eigenschaften zeigt Obsidian `#` und Leerzeichen als Fehler, und eine Suche nach dem Tag findet es \
         nicht.",
    ),
    (
        "`#` in front, blanks around, empty items, and a tag that is there already letter for letter. A blank inside a \
         tag is asked about, since nothing says whether `project alpha` was to be `project-alpha`, `project_alpha` or \
         two tags; so are `Work` and `work`, which are one tag to Obsidian. What Obsidian takes for no tag at all is \
         reported (`2024`), for `a.b` with the nearest tag. Phrases broken into words (`Blue`, `ocean`, `strategy`) \
         keep each of them.",
        "Bei `#` davor, Leerzeichen davor oder dahinter, leeren Einträgen und einem Tag, das Buchstabe für Buchstabe \
         schon da ist. Bei einem Leerzeichen in einem Tag wird gefragt, denn nichts sagt, ob `project alpha` als \
         `project-alpha`, als `project_alpha` oder als zwei Tags gemeint war; ebenso bei `Work` und `work`, die für \
         Obsidian dasselbe Tag sind. Was Obsidian gar nicht für ein Tag hält, wird gemeldet (`2024`), bei `a.b` mit \
         dem nächstliegenden Tag. Wendungen, die in Wörter zerlegt sind (`Blue`, `ocean`, `strategy`), behalten jedes \
         davon.",
    ),
    (
        "`{key}` holds nothing: a `#` begins a comment, and `{words}` is one.",
        "`{key}` ist leer: Mit `#` beginnt ein Kommentar, und `{words}` ist einer.",
    ),
    (
        "Without `#`, `{tag}` is no tag to Obsidian either. {reason}",
        "Auch ohne `#` ist `{tag}` für Obsidian kein Tag. {reason}",
    ),
    (
        "If these are the note's tags, write them without `#`.",
        "Wenn das die Tags der Notiz sind, schreib sie ohne `#`.",
    ),
    (
        "A tag has no blank and no comma; nothing says whether this is one tag or several.",
        "Ein Tag hat kein Leerzeichen und kein Komma; nichts sagt, ob das ein Tag ist oder mehrere.",
    ),
    (
        "Digits alone are no tag; put a letter or a sign such as `_` beside them.",
        "Ziffern allein sind kein Tag; setz einen Buchstaben oder ein Zeichen wie `_` dazu.",
    ),
    (
        "A tag holds letters, digits, `_`, `-` and `/`, and no other punctuation.",
        "Ein Tag besteht aus Buchstaben, Ziffern, `_`, `-` und `/`, ohne andere Satzzeichen.",
    ),
    ("`{key}` lists a tag more than once.", "In `{key}` steht ein Tag mehr als einmal."),
    ("`{key}` holds what is no part of a tag.", "In `{key}` steht etwas, das nicht zu einem Tag gehört."),
    (
        "A `#` in front is no part of a tag in the properties.",
        "Ein `#` davor gehört in den Eigenschaften nicht zum Tag.",
    ),
    ("Blanks around a tag are no part of it.", "Leerzeichen vor und hinter einem Tag gehören nicht dazu."),
    ("An empty item is no tag.", "Ein leerer Eintrag ist kein Tag."),
    ("A tag that is listed twice is the same tag.", "Ein Tag, das zweimal dasteht, ist dasselbe Tag."),
    ("Tidy `{key}`", "`{key}` aufräumen"),
    ("`{words}` is no tag to Obsidian.", "`{words}` ist für Obsidian kein Tag."),
    ("`{old}` and `{new}` are one tag to Obsidian.", "`{old}` und `{new}` sind für Obsidian dasselbe Tag."),
    ("Keep `{kept}`", "`{kept}` behalten"),
    ("They differ in capitals alone.", "Sie unterscheiden sich nur in Groß- und Kleinschreibung."),
    ("Write several tags: {tags}", "Mehrere Tags schreiben: {tags}"),
    // title.rs
    (
        "Reports a `title` of a person, company or meeting that is neither the note's top heading nor its file's name; \
         of any note one that is another note's name; and one that is missing where the settings or nearly all notes \
         of that kind have one.",
        "Meldet einen `title` einer Person, Firma oder Besprechung, der weder die oberste Überschrift der Notiz noch \
         ihr Dateiname ist; in jeder Notiz einen, der der Name einer anderen ist; und einen, der fehlt, wo die \
         Einstellungen ihn verlangen oder fast alle Notizen dieser Art einen haben.",
    ),
    (
        "Such a title is left over from the note that was copied, or from a template, and lists show it.",
        "So ein Titel stammt noch aus der Notiz, die kopiert wurde, oder aus einer Vorlage, und Listen zeigen ihn.",
    ),
    (
        "`title: Weekly catch-up` in `Rob Benoit.md` under `# Rob Benoit` -> asked about",
        "`title: Weekly catch-up` in `Rob Benoit.md` mit `# Rob Benoit` -> danach wird gefragt",
    ),
    ("The settings require one of notes of this kind.", "Die Einstellungen verlangen einen von Notizen dieser Art."),
    (
        "Of the notes of this kind {with} have one and {without} have none.",
        "Notizen dieser Art mit Titel: {with}; ohne: {without}.",
    ),
    ("The note has no `title`.", "Der Notiz fehlt ein `title`."),
    (
        "The `title` “{title}” is neither the note's heading nor its file's name.",
        "Der `title` „{title}“ ist weder die Überschrift der Notiz noch ihr Dateiname.",
    ),
    (
        "The heading is “{heading}”; the file is called “{stem}”.",
        "Die Überschrift ist „{heading}“; die Datei heißt „{stem}“.",
    ),
    (
        "The note has no top heading of its own; the file is called “{stem}”.",
        "Die Notiz hat keine eigene oberste Überschrift; die Datei heißt „{stem}“.",
    ),
    ("Set `{key}` to “{title}”", "`{key}` auf „{title}“ setzen"),
    // type_value.rs
    (
        "Writes `type` with one word for one thing, and compares it with the `type/...` tag.",
        "Schreibt in `type` für dieselbe Sache immer dasselbe Wort und vergleicht es mit dem Tag `type/...`.",
    ),
    (
        "A query for `people` misses the one note that says `person`, and a note whose tag contradicts its type is \
         found in the wrong list.",
        "Eine Abfrage nach `people` übersieht die eine Notiz, in der `person` steht, und eine Notiz, deren Tag ihrem \
         Typ widerspricht, steht in der falschen Liste.",
    ),
    (
        "`type: person` -> `type: people`, where the settings say so",
        "`type: person` -> `type: people`, wenn die Einstellungen es so wollen",
    ),
    (
        "Where the settings name the word as a synonym. A word that only nearly all other notes write otherwise, and a \
         tag that names something else, are asked about.",
        "Wo die Einstellungen das Wort als anderes Wort für eine Art nennen. Schreiben nur fast alle anderen Notizen \
         ein Wort anders, oder nennt ein Tag etwas anderes, wird gefragt.",
    ),
    (
        "`type` says `{said}`, which is written `{written}` here.",
        "In `type` steht `{said}`; hier schreibt man dafür `{written}`.",
    ),
    ("The settings have this word as a synonym.", "Die Einstellungen nennen es als anderes Wort dafür."),
    (
        "`type` says `{word}`; nearly all others say `{usual}`.",
        "In `type` steht `{word}`, in fast allen anderen `{usual}`.",
    ),
    ("`{usual}`: {notes} notes; `{word}`: {own}.", "Notizen mit `{usual}`: {notes}; mit `{word}`: {own}."),
    ("`type` says `{word}`, and the tag says `type/{others}`.", "In `type` steht `{word}`, im Tag `type/{others}`."),
    ("They name different things; one of them is wrong.", "Sie nennen Verschiedenes; eines davon ist falsch."),
    ("Change the tag to `type/{tag}`", "Das Tag in `type/{tag}` ändern"),
    ("The tag `{tags}` is written `type/{tag}` here.", "Für das Tag `{tags}` schreibt man hier `type/{tag}`."),
    (
        "The settings have this word as a synonym, and `type` says the same.",
        "Die Einstellungen nennen es als anderes Wort dafür, und `type` sagt dasselbe.",
    ),
    ("Write `type/{tag}`", "`type/{tag}` schreiben"),
    ("Set `type` to `{word}`", "`type` auf `{word}` setzen"),
    // wikilink_quote.rs
    (
        "Puts links in properties in quotes, as items of a list too.",
        "Setzt Links in Eigenschaften in Anführungszeichen, auch als Einträge einer Liste.",
    ),
    (
        "To YAML `[[Rob Benoit]]` is a list in a list, which Obsidian does not show as a link and may rewrite.",
        "Für YAML ist `[[Rob Benoit]]` eine Liste in einer Liste; Obsidian zeigt sie nicht als Link und schreibt sie \
         womöglich um.",
    ),
    (
        "Where it can only be a link: Obsidian has no lists in lists. With a comma inside (`[[Voss, Mara]]`) only if \
         there is a note of that name. Numbers and `true` are never taken for a link (`matrix: [[1, 2]]`), nor is \
         anything in `tags`.",
        "Wo es nur ein Link sein kann: Obsidian kennt keine Listen in Listen. Mit einem Komma darin (`[[Voss, Mara]]`) \
         nur, wenn es eine Notiz dieses Namens gibt. Zahlen und `true` gelten nie als Link (`matrix: [[1, 2]]`), auch \
         nichts in `tags`.",
    ),
    ("`{key}` holds a link without quotes: {sources}.", "In `{key}` steht ein Link ohne Anführungszeichen: {sources}."),
    (
        "Without quotes it is a list in a list to YAML, and Obsidian has none of those.",
        "Ohne Anführungszeichen ist es für YAML eine Liste in einer Liste, und so etwas kennt Obsidian nicht.",
    ),
    (
        "It may be a list of several items as well; no note has this name.",
        "Es kann auch eine Liste mit mehreren Einträgen sein; keine Notiz heißt so.",
    ),
    ("Put in quotes: {sources}", "In Anführungszeichen setzen: {sources}"),
];
