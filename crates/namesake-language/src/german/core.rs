//! What questions, plans, merges and dialogs say.

pub const TEXTS: &[(&str, &str)] = &[
    // about.rs
    ("Notes in “{folder}”", "Notizen in „{folder}“"),
    ("Notes with a tag below “#{tag}”", "Notizen mit einem Tag unter „#{tag}“"),
    ("Notes that meetings list among the participants", "Notizen, die in Besprechungen bei den Beteiligten stehen,"),
    ("Notes with a day and a list of people", "Notizen mit einem Tag und einer Liste von Leuten"),
    ("{which} are people.", "{which} sind Personen."),
    ("{which} are meetings.", "{which} sind Besprechungen."),
    ("{which} are companies.", "{which} sind Firmen."),
    ("{which} are projects.", "{which} sind Projekte."),
    ("{which} are nothing of the kind.", "{which} sind nichts davon."),
    (
        "{notes} of {of} notes write “{property}” so that “{rule}” would change it. Mend all of them?",
        "{notes} von {of} Notizen schreiben „{property}“ so, dass „{rule}“ es ändern würde. Alle korrigieren?",
    ),
    (
        "{notes} of {of} notes write their lines so that “{rule}” would change them. Mend all of them?",
        "{notes} von {of} Notizen schreiben ihre Zeilen so, dass „{rule}“ sie ändern würde. Alle korrigieren?",
    ),
    ("a person", "eine Person"),
    ("people", "Personen"),
    ("a meeting", "eine Besprechung"),
    ("meetings", "Besprechungen"),
    ("a company", "eine Firma"),
    ("companies", "Firmen"),
    ("a project", "ein Projekt"),
    ("projects", "Projekte"),
    ("1 note in “{folder}” looks like {what}. Is it?", "1 Notiz in „{folder}“ sieht aus wie {what}. Stimmt das?"),
    (
        "{notes} notes in “{folder}” look like {what}. Are they?",
        "{notes} Notizen in „{folder}“ sehen aus wie {what}. Stimmt das?",
    ),
    (
        "1 note with a tag below “#{tag}” looks like {what}. Is it?",
        "1 Notiz mit einem Tag unter „#{tag}“ sieht aus wie {what}. Stimmt das?",
    ),
    (
        "{notes} notes with a tag below “#{tag}” look like {what}. Are they?",
        "{notes} Notizen mit einem Tag unter „#{tag}“ sehen aus wie {what}. Stimmt das?",
    ),
    (
        "1 note that meetings list among the participants looks like {what}. Is it?",
        "1 Notiz, die in Besprechungen bei den Beteiligten steht, sieht aus wie {what}. Stimmt das?",
    ),
    (
        "{notes} notes that meetings list among the participants look like {what}. Are they?",
        "{notes} Notizen, die in Besprechungen bei den Beteiligten stehen, sehen aus wie {what}. Stimmt das?",
    ),
    (
        "1 note with a day and a list of people looks like {what}. Is it?",
        "1 Notiz mit einem Tag und einer Liste von Leuten sieht aus wie {what}. Stimmt das?",
    ),
    (
        "{notes} notes with a day and a list of people look like {what}. Are they?",
        "{notes} Notizen mit einem Tag und einer Liste von Leuten sehen aus wie {what}. Stimmt das?",
    ),
    ("1 note looks like {what}. Is it?", "1 Notiz sieht aus wie {what}. Stimmt das?"),
    ("{notes} notes look like {what}. Are they?", "{notes} Notizen sehen aus wie {what}. Stimmt das?"),
    ("the settings", "die Einstellungen"),
    ("the property “{key}”", "die Eigenschaft „{key}“"),
    ("the tag “#{tag}”", "das Tag „#{tag}“"),
    ("the folder “{folder}”", "der Ordner „{folder}“"),
    ("the file's name", "der Dateiname"),
    ("participants and a day", "Beteiligte und ein Tag"),
    ("a name and contact details", "ein Name und Kontaktdaten"),
    ("meetings that list them", "Besprechungen, die sie nennen"),
    ("a template's folder or name", "Ordner oder Name einer Vorlage"),
    ("the drawing or board in it", "die Zeichnung oder das Board darin"),
    ("No people", "Keine Personen"),
    ("1 person", "1 Person"),
    ("{n} people", "{n} Personen"),
    ("no meetings", "keine Besprechungen"),
    ("1 meeting", "1 Besprechung"),
    ("{n} meetings", "{n} Besprechungen"),
    ("no companies", "keine Firmen"),
    ("1 company", "1 Firma"),
    ("{n} companies", "{n} Firmen"),
    ("no projects", "keine Projekte"),
    ("1 project", "1 Projekt"),
    ("{n} projects", "{n} Projekte"),
    (
        "{people}, {meetings}, {companies} and {projects} recognised.",
        "{people}, {meetings}, {companies} und {projects} erkannt.",
    ),
    // journal.rs
    (
        "{note} has changed since; compare it with the journal and mend it by hand",
        "{note} hat sich seither geändert; vergleich die Notiz mit dem Verlauf und korrigiere sie von Hand",
    ),
    (
        "the journal's entry for {note} is damaged; nothing was changed",
        "der Eintrag für {note} im Verlauf ist beschädigt; nichts wurde geändert",
    ),
    (
        "another note stands at {note} by now; move it away and undo again",
        "unter {note} liegt inzwischen eine andere Notiz; verschieb sie und versuch es dann noch einmal",
    ),
    (
        "{note} has been edited since it was made, so it stays; throw it away by hand if nothing in it is needed",
        "{note} wurde seit dem Anlegen bearbeitet und bleibt deshalb; lösche die Notiz von Hand, wenn du nichts daraus \
         brauchst",
    ),
    // merge
    (
        "{path} is no note about a person; only these are merged.",
        "{path} ist keine Notiz über eine Person; nur solche lassen sich zusammenführen.",
    ),
    ("{note} is one note already.", "{note} ist schon eine einzige Notiz."),
    (
        "One of the notes says with “distinct_from” that they are two people. Take that out first.",
        "Eine der Notizen sagt mit „distinct_from“, dass es zwei Personen sind. Nimm das zuerst heraus.",
    ),
    (
        "Its links and owners lead to the note that stays.",
        "Ihre Links und Zuständigkeiten führen zu der Notiz, die bleibt.",
    ),
    ("It takes in what {note} says.", "Sie nimmt auf, was in {note} steht."),
    ("{note} says all of it.", "Alles davon steht in {note}."),
    (
        "The name of {note} has signs that no link can hold. Rename it first.",
        "Der Name von {note} enthält Zeichen, die in keinem Link stehen können. Benenn die Notiz zuerst um.",
    ),
    (
        "The links in the properties of {note} cannot be rewritten; edit them by hand.",
        "Die Links in den Eigenschaften von {note} lassen sich nicht umschreiben; bearbeite sie von Hand.",
    ),
    (
        "The property “{key}” cannot be taken over as it is written; edit it by hand.",
        "Die Eigenschaft „{key}“ lässt sich so, wie sie dasteht, nicht übernehmen; bearbeite sie von Hand.",
    ),
    (
        "The two notes do not differ in a property “{key}”.",
        "Die beiden Notizen unterscheiden sich nicht in einer Eigenschaft „{key}“.",
    ),
    (
        "The properties of {note} are never closed. Close them first.",
        "Die Eigenschaften von {note} sind nicht abgeschlossen. Schließ sie zuerst ab.",
    ),
    (
        "The property “{key}” of {note} holds more than names; edit it by hand.",
        "Die Eigenschaft „{key}“ von {note} enthält mehr als Namen; bearbeite sie von Hand.",
    ),
    (
        "The other's names cannot be added to {note}: {error}.",
        "Die Namen der anderen Notiz lassen sich in {note} nicht ergänzen: {error}.",
    ),
    (
        "In {note} a code block or comment is never closed. Close it first.",
        "In {note} ist ein Codeblock oder Kommentar nicht geschlossen. Schließ ihn zuerst.",
    ),
    (
        "The two notes would not read as before if they were put together; edit them by hand.",
        "Zusammengeführt läsen sich die beiden Notizen nicht mehr wie vorher; bearbeite sie von Hand.",
    ),
    // overview.rs
    (
        "A note called “{name}” stands elsewhere in the vault; choose another name in the settings.",
        "Eine Notiz namens „{name}“ gibt es im Vault schon anderswo; wähl in den Einstellungen einen anderen Namen.",
    ),
    (
        "“{path}” is not a report of Namesake's and is left alone; choose another name in the settings.",
        "„{path}“ ist kein Bericht von Namesake und bleibt unberührt; wähl in den Einstellungen einen anderen Namen.",
    ),
    // pieces
    ("There is no note {path} that can be read.", "Es gibt keine lesbare Notiz {path}."),
    (
        "The properties of {path} cannot be read ({error}). Mend them first.",
        "Die Eigenschaften von {path} lassen sich nicht lesen ({error}). Korrigiere sie zuerst.",
    ),
    (
        "In {path} the property “{key}” stands more than once. Keep one of them first.",
        "In {path} steht die Eigenschaft „{key}“ mehr als einmal. Behalte zuerst nur eine davon.",
    ),
    (
        "The properties of {path} link to {to} and cannot be read ({error}). Mend them first.",
        "Die Eigenschaften von {path} verlinken {to} und lassen sich nicht lesen ({error}). Korrigiere sie zuerst.",
    ),
    (
        "A property of {note} cannot hold “{new}”. Put the link there in quotes first.",
        "Eine Eigenschaft von {note} kann „{new}“ nicht enthalten. Setz den Link dort zuerst in Anführungszeichen.",
    ),
    // plan
    (
        "The note would become larger than notes are read; raise the limit in the settings.",
        "Die Notiz würde größer als erlaubt; erlaube in den Einstellungen mehr.",
    ),
    ("The task is no longer there. Look again.", "Die Aufgabe steht nicht mehr da. Sieh noch einmal nach."),
    ("The day of the click is no date.", "Der Tag des Klicks ist kein Datum."),
    ("The task cannot be completed: {error}.", "Die Aufgabe lässt sich nicht erledigen: {error}."),
    (
        "The task says “delete” and lines are indented below it; delete them by hand.",
        "An der Aufgabe steht „delete“, und darunter sind Zeilen eingerückt; lösche sie von Hand.",
    ),
    (
        "The note would not read as before with the task completed; edit it by hand.",
        "Mit der erledigten Aufgabe läse sich die Notiz nicht mehr wie vorher; bearbeite sie von Hand.",
    ),
    ("A task is written with emoji.", "Eine Aufgabe wird mit Emojis geschrieben."),
    ("A task is written with Dataview fields.", "Eine Aufgabe wird mit Dataview-Feldern geschrieben."),
    (
        "“{task}” in {note} has fields of both formats and would read as another task; write it by hand.",
        "„{task}“ in {note} hat Felder beider Formate und würde zu einer anderen Aufgabe; schreib sie von Hand um.",
    ),
    ("A note called {name} is there already.", "Eine Notiz namens {name} gibt es schon."),
    ("The note is not there any more.", "Die Notiz gibt es nicht mehr."),
    (
        "The note has changed and this is no longer to be found in it. Look again.",
        "Die Notiz hat sich geändert, und das ist darin nicht mehr zu finden. Sieh noch einmal nach.",
    ),
    (
        "What it changes is changed back by another rule; switch one of them off.",
        "Was es ändert, ändert eine andere Regel zurück; schalte eine der beiden aus.",
    ),
    (
        "it is larger than notes are read ({megabytes} MB); split it, or raise the limit in the settings",
        "sie ist größer, als Notizen gelesen werden ({megabytes} MB); teile sie, oder erhöhe die Grenze in den Einstellungen",
    ),
    (
        "There is nothing on offer for this; open the note and mend it by hand.",
        "Dafür gibt es keinen Vorschlag; öffne die Notiz und korrigiere sie von Hand.",
    ),
    (
        "The note has changed, and this is no longer what you answered. Look again.",
        "Die Notiz hat sich geändert, und das ist nicht mehr, worauf du geantwortet hast. Sieh noch einmal nach.",
    ),
    (
        "This changes several places, so your own wording cannot stand for it; edit the note.",
        "Das ändert mehrere Stellen, deshalb können deine eigenen Worte nicht dafür stehen; bearbeite die Notiz.",
    ),
    // questions/plain.rs
    ("Nobody else comes near.", "Sonst kommt niemand in Frage."),
    ("{count} names fit one person each. Which are right?", "{count} Namen passen auf je eine Person. Welche stimmen?"),
    ("Who is “{written}”?", "Wer ist „{written}“?"),
    ("Is “{written}” {person}?", "Ist „{written}“ {person}?"),
    (
        "{count} things to do in “{note}”. Which become tasks?",
        "In „{note}“ sind {count} Dinge zu tun. Welche werden zu Aufgaben?",
    ),
    (
        "{count} things to do in {notes} notes. Which become tasks?",
        "In {notes} Notizen sind {count} Dinge zu tun. Welche werden zu Aufgaben?",
    ),
    (": for you to decide", ": das entscheidest du"),
    // split
    (
        "{path} is no note about a person; only these are split.",
        "{path} ist keine Notiz über eine Person; nur solche lassen sich aufteilen.",
    ),
    (
        "The two notes would not read as the one does. Move something else along, or split it by hand.",
        "Die beiden Notizen läsen sich nicht wie die eine. Verschieb noch etwas mit, oder teil sie von Hand auf.",
    ),
    (
        "The note has no part {number}; look at its parts again.",
        "Die Notiz hat keinen Teil {number}; sieh dir ihre Teile noch einmal an.",
    ),
    (
        "Nothing in the note names the other person. Give the new note a name.",
        "Nichts in der Notiz nennt die andere Person. Gib der neuen Notiz einen Namen.",
    ),
    (
        "Nothing moves yet. Choose what belongs to the other person.",
        "Noch wird nichts verschoben. Wähle, was zur anderen Person gehört.",
    ),
    ("It takes over what is about {name} in {note}.", "Sie übernimmt, was in {note} von {name} handelt."),
    ("What is about {name} has a note of its own.", "Was von {name} handelt, hat eine eigene Notiz."),
    ("Its links to {name} lead to the new note.", "Ihre Links zu {name} führen zur neuen Notiz."),
    (
        "The property “{key}” cannot be divided ({error}). Leave it where it is, or divide it by hand.",
        "Die Eigenschaft „{key}“ lässt sich nicht aufteilen ({error}). Lass sie, wo sie ist, oder teil sie von Hand \
         auf.",
    ),
    (
        "The new note cannot be made a person's note: {error}.",
        "Die neue Notiz lässt sich nicht zur Notiz einer Person machen: {error}.",
    ),
    // whois.rs
    ("The words are no longer there. Select them again.", "Die Wörter stehen nicht mehr da. Markiere sie neu."),
    (
        "A link would not be read here, in code, a comment, an address or another link; the text stays as it is.",
        "Hier, in Code, einem Kommentar, einer Adresse oder einem anderen Link, würde kein Link gelesen; der Text \
         bleibt, wie er ist.",
    ),
    (
        "The name of that note has signs that no link can hold.",
        "Der Name dieser Notiz enthält Zeichen, die in keinem Link stehen können.",
    ),
    (
        "These are the person's own properties; link the words first, then remember them.",
        "Das sind die eigenen Eigenschaften der Person; verlinke die Wörter zuerst und merk sie dann als Alias.",
    ),
    ("The note is no longer there.", "Die Notiz gibt es nicht mehr."),
    ("{path} is left alone: {reason}.", "{path} bleibt unberührt: {reason}."),
    ("There is a link here already; edit it by hand.", "Hier steht schon ein Link; bearbeite ihn von Hand."),
    (
        "In the properties only a whole text or list item can become a link; select all of it.",
        "In den Eigenschaften kann nur ein ganzer Text oder Listeneintrag zum Link werden; markiere ihn ganz.",
    ),
    ("The property “{key}” holds no links.", "Die Eigenschaft „{key}“ enthält keine Links."),
    ("Nothing was changed: {error}.", "Nichts wurde geändert: {error}."),
    (
        "The alias cannot be written into {person}: {error}.",
        "Der Alias lässt sich nicht in {person} schreiben: {error}.",
    ),
    ("`{key}` is no plain list; make it one first", "`{key}` ist keine einfache Liste; mach zuerst eine daraus"),
];
