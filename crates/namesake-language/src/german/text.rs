//! What is said about texts and properties as they are read, written and repaired.

pub const TEXTS: &[(&str, &str)] = &[
    // name_line.rs
    (
        "It may be one person, {name}, written with the surname in front.",
        "Es kann eine einzige Person sein, {name}, mit dem Nachnamen davor.",
    ),
    (
        "A comma can stand between surname and first name; look whether these are several people.",
        "Ein Komma kann zwischen Nachname und Vorname stehen; sieh nach, ob das mehrere Personen sind.",
    ),
    ("It may be one name or several; look which.", "Es kann ein Name sein oder mehrere; sieh nach, was zutrifft."),
    // model.rs
    ("line {line}, column {column}: {message}", "Zeile {line}, Spalte {column}: {message}"),
    // read.rs
    (
        "the properties are over 1 MB; shorten them, or close the block",
        "die Eigenschaften sind größer als 1 MB; kürze sie, oder schließ den Block ab",
    ),
    (
        "a line of the properties begins with `---`; take the dashes out",
        "eine Zeile der Eigenschaften beginnt mit `---`; entferne die Striche",
    ),
    (
        "a line `...` ends the properties above; take it out, or write `---` instead of it",
        "eine Zeile `...` beendet die Eigenschaften darüber; entferne sie, oder schreib stattdessen `---`",
    ),
    (
        "the block holds a list; properties need the form `name: value`",
        "im Block steht eine Liste; Eigenschaften brauchen die Form `Name: Wert`",
    ),
    (
        "the block holds a single text; properties need the form `name: value`",
        "im Block steht ein einziger Text; Eigenschaften brauchen die Form `Name: Wert`",
    ),
    (
        "{what}; put the value in quotes or correct the line",
        "{what}; setz den Wert in Anführungszeichen, oder korrigiere die Zeile",
    ),
    (
        "a second `: ` stands in the line, or the line is indented too far; put the value in quotes (`title: \"a: \
         b\"`), or begin the line where the others begin",
        "in der Zeile steht ein zweites `: `, oder sie ist zu weit eingerückt; setz den Wert in Anführungszeichen \
         (`title: \"a: b\"`), oder lass die Zeile dort beginnen, wo die anderen beginnen",
    ),
    (
        "the line is no property; write `name: value`, with a blank after the colon",
        "die Zeile ist keine Eigenschaft; schreib `Name: Wert`, mit einem Leerzeichen nach dem Doppelpunkt",
    ),
    (
        "a line below a property begins with a tab; replace the tab by blanks",
        "eine Zeile unter einer Eigenschaft beginnt mit einem Tabulator; ersetz ihn durch Leerzeichen",
    ),
    (
        "a quote is opened and not closed; put the closing quote at the end of the value",
        "ein Anführungszeichen wird geöffnet und nicht geschlossen; setz das schließende ans Ende des Werts",
    ),
    (
        "text follows the closing quote; put quotes of the other kind around the whole value",
        "hinter dem schließenden Anführungszeichen steht noch Text; setz den ganzen Wert in Anführungszeichen der \
         anderen Art",
    ),
    (
        "between double quotes `\\` has a meaning of its own; use single quotes (`'C:\\Users'`)",
        "zwischen doppelten Anführungszeichen hat `\\` eine eigene Bedeutung; nimm einfache (`'C:\\Users'`)",
    ),
    (
        "a bracket has no partner, or a comma between two items is missing; close it, or put the value in quotes",
        "zu einer Klammer fehlt die zweite, oder zwischen zwei Einträgen fehlt ein Komma; ergänze, was fehlt, oder \
         setz den Wert in Anführungszeichen",
    ),
    (
        "a value begins with `- `; put it in quotes, or put each item of a list on a line of its own",
        "ein Wert beginnt mit `- `; setz ihn in Anführungszeichen, oder schreib jeden Eintrag einer Liste in eine \
         eigene Zeile",
    ),
    (
        "something follows the value, or the line does not begin where the lines above do; put the whole value in \
         quotes, or indent the line as they are",
        "hinter dem Wert steht noch etwas, oder die Zeile beginnt nicht dort, wo die Zeilen darüber beginnen; setz den \
         ganzen Wert in Anführungszeichen, oder rück die Zeile so ein wie diese",
    ),
    (
        "the properties do not all begin in the same column; take the blanks before them away",
        "nicht alle Eigenschaften beginnen in derselben Spalte; entferne die Leerzeichen davor",
    ),
    (
        "a line begins with `%`; put the name in quotes",
        "eine Zeile beginnt mit `%`; setz den Namen in Anführungszeichen",
    ),
    (
        "a value begins with `!`; put it in quotes (`cover: \"![[a.png]]\"`)",
        "ein Wert beginnt mit `!`; setz ihn in Anführungszeichen (`cover: \"![[a.png]]\"`)",
    ),
    (
        "a value begins with `*` or `&`; put it in quotes",
        "ein Wert beginnt mit `*` oder `&`; setz ihn in Anführungszeichen",
    ),
    (
        "text follows a `|` or `>`; put the value in quotes",
        "hinter `|` oder `>` steht noch Text; setz den Wert in Anführungszeichen",
    ),
    (
        "the value is nested too deeply; take some of the brackets or indented lines out",
        "der Wert ist zu tief verschachtelt; entferne einige der Klammern oder der eingerückten Zeilen",
    ),
    (
        "an invisible sign (a byte order mark) stands here; take it out",
        "hier steht ein unsichtbares Zeichen (eine Bytereihenfolge-Markierung); entferne es",
    ),
    ("an invisible sign stands here; take it out", "hier steht ein unsichtbares Zeichen; entferne es"),
    (
        "a value must not begin with a backtick; put it in quotes",
        "ein Wert darf nicht mit einem Backtick beginnen; setz ihn in Anführungszeichen",
    ),
    (
        "a value must not begin with `{character}`; put it in quotes",
        "ein Wert darf nicht mit `{character}` beginnen; setz ihn in Anführungszeichen",
    ),
    // parts.rs
    (
        "the note has no properties block; add one in Obsidian (“Add file property”) first",
        "die Notiz hat keine Eigenschaften; füge zuerst in Obsidian eine hinzu („Dateieigenschaft hinzufügen“)",
    ),
    (
        "the properties cannot be read; correct them first",
        "die Eigenschaften lassen sich nicht lesen; korrigiere sie zuerst",
    ),
    (
        "there is no property `{key}`, or none with that item; read the note again",
        "es gibt keine Eigenschaft `{key}` oder keine mit diesem Eintrag; lies die Notiz noch einmal",
    ),
    (
        "the property `{key}` stands there more than once; keep one of them first",
        "die Eigenschaft `{key}` steht mehr als einmal da; behalte zuerst nur eine davon",
    ),
    (
        "the property `{key}` holds a comment, an anchor, an alias or a tag; edit it by hand",
        "die Eigenschaft `{key}` enthält einen Kommentar, einen Anker, einen Alias oder ein Tag von YAML; bearbeite \
         sie von Hand",
    ),
    (
        "the property `{key}` is written in a form that can only be edited by hand",
        "die Eigenschaft `{key}` ist in einer Form geschrieben, die sich nur von Hand bearbeiten lässt",
    ),
    (
        "a comment above `{key}` stands by itself; put it directly above the property it is about",
        "ein Kommentar über `{key}` steht für sich; setz ihn direkt über die Eigenschaft, die er meint",
    ),
    (
        "a property repeats what another one holds (`&name`, `*name`), so their order counts; move them by hand",
        "eine Eigenschaft wiederholt, was in einer anderen steht (`&name`, `*name`), deshalb zählt die Reihenfolge; \
         verschieb sie von Hand",
    ),
    // entry.rs
    ("number {number}", "Nummer {number}"),
    // verify.rs
    (
        "the change would break the properties ({error}); nothing was written",
        "die Änderung würde die Eigenschaften unlesbar machen ({error}); nichts wurde geschrieben",
    ),
    (
        "the change would touch the property `{key}` too; nothing was written",
        "die Änderung würde auch die Eigenschaft `{key}` berühren; nichts wurde geschrieben",
    ),
    (
        "the change would touch a comment of the properties; nothing was written",
        "die Änderung würde einen Kommentar in den Eigenschaften berühren; nichts wurde geschrieben",
    ),
    (
        "the change would part an alias (`*name`) from what it repeats; nothing was written",
        "die Änderung würde einen Alias (`*name`) von dem trennen, was er wiederholt; nichts wurde geschrieben",
    ),
    (
        "the change would add or lose blank lines of the properties; nothing was written",
        "die Änderung würde leere Zeilen in den Eigenschaften hinzufügen oder verlieren; nichts wurde geschrieben",
    ),
    (
        "the change would touch text outside the properties; nothing was written",
        "die Änderung würde Text außerhalb der Eigenschaften berühren; nichts wurde geschrieben",
    ),
    // kind.rs
    ("Put the value in quotes", "Den Wert in Anführungszeichen setzen"),
    ("Put the name in quotes", "Den Namen in Anführungszeichen setzen"),
    ("Put the items in quotes", "Die Einträge in Anführungszeichen setzen"),
    ("Make it a list", "Eine Liste daraus machen"),
    ("Close the quotes", "Die Anführungszeichen schließen"),
    ("Close the bracket", "Die Klammer schließen"),
    ("Use the other kind of quotes", "Anführungszeichen der anderen Art nehmen"),
    ("Put a blank after the colon", "Ein Leerzeichen nach dem Doppelpunkt setzen"),
    ("Put a colon after the name", "Einen Doppelpunkt nach dem Namen setzen"),
    ("Put a blank after the dash", "Ein Leerzeichen nach dem Strich setzen"),
    ("Indent with blanks instead of tabs", "Mit Leerzeichen statt Tabulatoren einrücken"),
    ("Line it up with the other lines", "Wie die anderen Zeilen einrücken"),
    (
        "In quotes the value is read as it stands, whatever signs it holds.",
        "In Anführungszeichen wird der Wert gelesen, wie er dasteht, welche Zeichen er auch enthält.",
    ),
    (
        "In quotes the name is read as it stands, whatever sign it begins with.",
        "In Anführungszeichen wird der Name gelesen, wie er dasteht, mit welchem Zeichen er auch beginnt.",
    ),
    (
        "In quotes an item is read as it stands, whatever signs it holds.",
        "In Anführungszeichen wird ein Eintrag gelesen, wie er dasteht, welche Zeichen er auch enthält.",
    ),
    (
        "Several values need brackets around them, and links quotes.",
        "Mehrere Werte brauchen Klammern um sich und Links Anführungszeichen.",
    ),
    (
        "The quote that opens the value is never closed.",
        "Das Anführungszeichen am Anfang des Werts wird nie geschlossen.",
    ),
    ("The bracket that opens the value is never closed.", "Die Klammer am Anfang des Werts wird nie geschlossen."),
    (
        "Within these quotes a quote or a backslash has a meaning of its own; within the others it has not.",
        "Zwischen diesen Anführungszeichen hat ein Anführungszeichen oder ein Backslash eine eigene Bedeutung, \
         zwischen den anderen nicht.",
    ),
    (
        "Without a blank after the colon the name does not end there.",
        "Ohne Leerzeichen nach dem Doppelpunkt endet der Name dort nicht.",
    ),
    (
        "Without a colon nothing parts the name from its value.",
        "Ohne Doppelpunkt trennt nichts den Namen von seinem Wert.",
    ),
    (
        "Without a blank after the dash the line is no item of the list.",
        "Ohne Leerzeichen nach dem Strich ist die Zeile kein Eintrag der Liste.",
    ),
    ("Only blanks count as indentation.", "Als Einrückung zählen nur Leerzeichen."),
    (
        "Lines that belong together begin in the same column.",
        "Zeilen, die zusammengehören, beginnen in derselben Spalte.",
    ),
    // dates.rs
    ("“{written}” names a time that no day has.", "„{written}“ nennt eine Uhrzeit, die es nicht gibt."),
    (
        "It may be {a} or {b}; write it the one way you mean.",
        "Es kann {a} oder {b} sein; schreib es so, dass nur eines gemeint sein kann.",
    ),
    ("{date} is in no calendar.", "{date} steht in keinem Kalender."),
    (
        "{date} is another day of the week than the one written; one of the two is wrong.",
        "{date} ist ein anderer Wochentag als der, der dasteht; eines von beiden ist falsch.",
    ),
    (
        "{first}/{second}/{year} is in no calendar, either way round.",
        "{first}/{second}/{year} steht in keinem Kalender, wie herum man es auch liest.",
    ),
    // edit.rs
    (
        "the edit at bytes {start}..{end} does not fit the text; read the note again and compute anew",
        "die Änderung an den Bytes {start}..{end} passt nicht zum Text; lies die Notiz noch einmal und rechne neu",
    ),
    (
        "the edits overlap at byte {byte}; apply them one after the other",
        "die Änderungen überlappen sich bei Byte {byte}; wende sie nacheinander an",
    ),
    // lossy.rs
    (
        "byte 8F is lost; it is taken for ⏫, the Tasks plugin's mark of high priority",
        "Byte 8F fehlt; es gilt als ⏫, das Zeichen der Erweiterung Tasks für hohe Priorität",
    ),
    (
        "byte 8F is lost; it is taken for ⏬, the Tasks plugin's mark of lowest priority",
        "Byte 8F fehlt; es gilt als ⏬, das Zeichen der Erweiterung Tasks für niedrigste Priorität",
    ),
    (
        "byte 8F is lost; it is taken for ⏳, the Tasks plugin's mark of a scheduled date",
        "Byte 8F fehlt; es gilt als ⏳, das Zeichen der Erweiterung Tasks für einen geplanten Tag",
    ),
    (
        "byte 9D is lost; it is taken for ❌, the Tasks plugin's mark of a cancelled task",
        "Byte 9D fehlt; es gilt als ❌, das Zeichen der Erweiterung Tasks für eine abgebrochene Aufgabe",
    ),
    ("byte 90 is lost; it is taken for ⭐", "Byte 90 fehlt; es gilt als ⭐"),
    (
        "byte 8D is lost; between two emoji it is taken for the joiner that makes them one",
        "Byte 8D fehlt; zwischen zwei Emojis gilt es als das Zeichen, das sie zu einem verbindet",
    ),
    (
        "byte 9D is lost; behind an opening “ it is taken for the closing ”",
        "Byte 9D fehlt; hinter einem öffnenden englischen Anführungszeichen gilt es als das schließende",
    ),
    (
        "byte 8F is lost; behind a sign it is taken for the one that shows it as an emoji",
        "Byte 8F fehlt; hinter einem Zeichen gilt es als das, durch das dieses als Emoji erscheint",
    ),
    (
        "byte A0 was turned into a blank or lost; Ã is taken for à",
        "Byte A0 wurde zu einem Leerzeichen oder fehlt; Ã gilt als à",
    ),
    // script.rs
    (
        "every byte is there and the letters are of one script; nobody is taken to have meant the signs",
        "jedes Byte ist da, und die Buchstaben gehören zu einer Schrift; angenommen wird, dass niemand die Zeichen so \
         gemeint hat",
    ),
    ("a capital Ã before a dash is taken for Ö", "ein großes Ã vor einem Strich gilt als Ö"),
];
