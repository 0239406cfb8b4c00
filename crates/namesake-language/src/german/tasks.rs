//! What is said about tasks, and how the rules about them are described.

pub const TEXTS: &[(&str, &str)] = &[
    // action_item.rs
    (
        "Offers to make a task of what stands under Action items, Follow-ups or Next steps (the headings are a \
         setting), is marked `ACTION:` or says what somebody has to do, and of rows of tables of tasks, with the owner \
         and the due date that the words or the lines below name. A task that says only in words whose it is or by \
         when is offered the owner and the date. Not where the note's status, folder or name says that it is over or \
         an archive, nor under headings such as Long-term or Roadmap; not in meetings more than two years older than \
         the newest one, nor where the note has a task that says the same in other words.",
        "Bietet an, eine Aufgabe aus dem zu machen, was unter Action items, Follow-ups oder Next steps steht (die \
         Überschriften sind eine Einstellung), mit `ACTION:` markiert ist oder sagt, was jemand zu tun hat, und aus \
         den Zeilen von Tabellen mit Aufgaben; wer zuständig ist und bis wann, kommt aus den Worten oder den Zeilen \
         darunter. Sagt eine Aufgabe nur in Worten, wer zuständig ist oder bis wann, wird angeboten, das einzutragen. \
         Nicht, wo Status, Ordner oder Name der Notiz sagen, dass sie abgeschlossen oder ein Archiv ist, und nicht \
         unter Überschriften wie Long-term oder Roadmap; nicht in Besprechungen, die mehr als zwei Jahre älter sind \
         als die neueste, und nicht, wo eine Aufgabe in der Notiz dasselbe mit anderen Worten sagt.",
    ),
    (
        "A bullet without a checkbox is in nobody's list of things to do.",
        "Ein Listenpunkt ohne Kontrollkästchen steht auf niemandes Aufgabenliste.",
    ),
    ("Write its owner", "Eintragen, wer zuständig ist"),
    ("Write {name} as its owner", "{name} als zuständig eintragen"),
    ("Write that it is due {day}", "Den Termin {day} eintragen"),
    ("Several people may be meant: {people}.", "Es können mehrere gemeint sein: {people}."),
    ("Write its owner, due {day}", "Eintragen, wer zuständig ist, mit Termin {day}"),
    ("Write {name} as its owner, due {day}", "{name} als zuständig eintragen, mit Termin {day}"),
    ("Make it a task", "Zur Aufgabe machen"),
    ("Make it a task of {name}", "Zur Aufgabe von {name} machen"),
    ("Make it a task, due {day}", "Zur Aufgabe machen, mit Termin {day}"),
    ("Make it a task of {name}, due {day}", "Zur Aufgabe von {name} machen, mit Termin {day}"),
    (
        "“{said}” says whose it is, and the task has no owner.",
        "„{said}“ sagt, wer zuständig ist, aber in der Aufgabe ist niemand eingetragen.",
    ),
    (
        "“{said}” says by when, and the task has no due date.",
        "„{said}“ sagt, bis wann, aber die Aufgabe hat keinen Termin.",
    ),
    ("“{said}” is done, and has no checkbox.", "„{said}“ ist erledigt und hat kein Kontrollkästchen."),
    ("“{said}” is something to do, and has no checkbox.", "„{said}“ ist zu tun und hat kein Kontrollkästchen."),
    ("Add the checkbox only", "Nur das Kontrollkästchen hinzufügen"),
    (
        "“{words}” says what several people have to do, and has no checkbox.",
        "„{words}“ sagt, was mehrere zu tun haben, und hat kein Kontrollkästchen.",
    ),
    ("Make a task for each", "Für jeden Teil eine Aufgabe anlegen"),
    (
        "“{words}” stands in a table of things to do, and no task says so.",
        "„{words}“ steht in einer Tabelle mit Aufgaben, aber es gibt keine Aufgabe dazu.",
    ),
    // commitment.rs
    (
        "Offers what somebody undertook or was asked to do in a transcript as a task, with its owner, its due date and \
         the words.",
        "Bietet als Aufgabe an, was jemand in einem Transkript zugesagt hat oder worum jemand gebeten wurde, mit der \
         zuständigen Person, dem Termin und dem Wortlaut.",
    ),
    (
        "“I'll confirm the price by the fifteenth” is on no list unless somebody writes it down.",
        "„I'll confirm the price by the fifteenth“ steht auf keiner Liste, wenn es niemand aufschreibt.",
    ),
    (
        "`I'll confirm the price by the fifteenth.` -> `- [ ] Confirm the price by the fifteenth [[Rob Benoit]] 📅 \
         2025-11-15` under Action items",
        "`I'll confirm the price by the fifteenth.` -> `- [ ] Confirm the price by the fifteenth [[Rob Benoit]] 📅 \
         2025-11-15` unter Action items",
    ),
    ("“{words}” was promised, and no task says so.", "„{words}“ wurde zugesagt, aber es gibt keine Aufgabe dazu."),
    ("“{words}” was asked for, and no task says so.", "Um „{words}“ wurde gebeten, aber es gibt keine Aufgabe dazu."),
    ("{speaker} said at {time}: “{words}”", "{speaker} sagte bei {time}: „{words}“"),
    ("{speaker} said: “{words}”", "{speaker} sagte: „{words}“"),
    ("Somebody said at {time}: “{words}”", "Jemand sagte bei {time}: „{words}“"),
    ("Somebody said: “{words}”", "Jemand sagte: „{words}“"),
    ("{name} speaks next.", "Danach spricht {name}."),
    ("Nobody else was there but {name}.", "Außer {name} war sonst niemand da."),
    // done_twin.rs
    (
        "Finds an open task that another note says is done.",
        "Findet eine offene Aufgabe, die in einer anderen Notiz erledigt ist.",
    ),
    (
        "Told in two meetings and ticked in one, a task is asked for again although nothing is left to do.",
        "Steht eine Aufgabe in zwei Besprechungen und ist nur in einer abgehakt, wird wieder nach ihr gefragt, obwohl \
         nichts mehr zu tun ist.",
    ),
    (
        "That was before this meeting, which may want it once more.",
        "Das war vor dieser Besprechung, die es vielleicht noch einmal will.",
    ),
    ("“{said}” is open here and done in “{stem}”.", "„{said}“ ist hier offen und in „{stem}“ erledigt."),
    ("The words there are nearly the same: “{words}”.", "Dort steht fast dasselbe: „{words}“."),
    ("Tick it", "Abhaken"),
    ("It was done on {day}.", "Erledigt wurde es am {day}."),
    ("Tick it, done on {day}", "Abhaken, erledigt am {day}"),
    // hidden_fields.rs
    (
        "Finds dates and other fields of an open task that have text behind them, and offers to put the text before \
         them.",
        "Findet Datumsangaben und andere Felder einer offenen Aufgabe, hinter denen noch Text steht, und bietet an, \
         den Text vor sie zu setzen.",
    ),
    (
        "The Tasks plugin reads fields from the end of the line and stops at the first other word: a task with a full \
         stop behind its date has no date for it.",
        "Die Erweiterung Tasks liest Felder vom Ende der Zeile her und hört beim ersten anderen Wort auf: Für sie hat \
         eine Aufgabe mit einem Punkt hinter dem Datum kein Datum.",
    ),
    (
        "“{sign}” stands before words instead of a day, so the Tasks plugin does not see “{seen}”.",
        "„{sign}“ steht vor Wörtern statt vor einem Tag, deshalb sieht die Erweiterung Tasks „{seen}“ nicht.",
    ),
    (
        "The Tasks plugin does not see “{seen}”, since “{words}” follows.",
        "Die Erweiterung Tasks sieht „{seen}“ nicht, weil „{words}“ folgt.",
    ),
    (
        "It reads fields from the end of the line and stops at the first other word.",
        "Sie liest Felder vom Ende der Zeile her und hört beim ersten anderen Wort auf.",
    ),
    ("Put “{words}” before it", "„{words}“ davor setzen"),
    // invalid_date.rs
    (
        "Finds a date of a task that is no day of the calendar, and offers days that may be meant, or plain text.",
        "Findet in einer Aufgabe ein Datum, das es im Kalender nicht gibt, und bietet Tage an, die gemeint sein \
         können, oder einfachen Text.",
    ),
    (
        "The Tasks plugin reads `2025-02-30` as a date that is none, and the next time it writes the task “Invalid \
         date” stands there instead.",
        "Die Erweiterung Tasks liest `2025-02-30` als Datum, das keines ist, und wenn sie die Aufgabe das nächste Mal \
         schreibt, steht stattdessen „Invalid date“ da.",
    ),
    (
        "The Tasks plugin writes “Invalid date” over it the next time it writes the task.",
        "Die Erweiterung Tasks überschreibt es mit „Invalid date“, wenn sie die Aufgabe das nächste Mal schreibt.",
    ),
    (
        "Its rule “{rule}” starts from that date, and is deleted with it.",
        "Die Regel „{rule}“ geht von diesem Datum aus und wird mit ihm gelöscht.",
    ),
    ("Make it plain text: {words}", "In einfachen Text verwandeln: {words}"),
    (
        "There is no day {date}, so this task has no valid “done” date.",
        "Den Tag {date} gibt es nicht, deshalb hat diese Aufgabe kein gültiges Datum für „erledigt“.",
    ),
    (
        "There is no day {date}, so this task has no valid “cancelled” date.",
        "Den Tag {date} gibt es nicht, deshalb hat diese Aufgabe kein gültiges Datum für „abgebrochen“.",
    ),
    (
        "There is no day {date}, so this task has no valid “due” date.",
        "Den Tag {date} gibt es nicht, deshalb hat diese Aufgabe kein gültiges Datum für „fällig“.",
    ),
    (
        "There is no day {date}, so this task has no valid “scheduled” date.",
        "Den Tag {date} gibt es nicht, deshalb hat diese Aufgabe kein gültiges Datum für „geplant“.",
    ),
    (
        "There is no day {date}, so this task has no valid “start” date.",
        "Den Tag {date} gibt es nicht, deshalb hat diese Aufgabe kein gültiges Datum für „Beginn“.",
    ),
    (
        "There is no day {date}, so this task has no valid “created” date.",
        "Den Tag {date} gibt es nicht, deshalb hat diese Aufgabe kein gültiges Datum für „angelegt“.",
    ),
    ("Write {day}, the last day of that month", "{day} schreiben, den letzten Tag dieses Monats"),
    ("Write {day}, day and month changed round", "{day} schreiben, mit vertauschtem Tag und Monat"),
    // line_separator.rs
    (
        "Finds a Unicode line or paragraph separator (U+2028, U+2029) inside a task and offers a blank instead.",
        "Findet in einer Aufgabe einen Zeilen- oder Absatztrenner von Unicode (U+2028, U+2029) und bietet stattdessen \
         ein Leerzeichen an.",
    ),
    (
        "To the Tasks plugin the task ends there: fields behind it do not count, and the rest of the line is deleted \
         the next time the plugin writes the task. They come in by pasting, and nobody sees them.",
        "Für die Erweiterung Tasks endet die Aufgabe dort: Felder dahinter zählen nicht, und der Rest der Zeile wird \
         gelöscht, wenn die Erweiterung die Aufgabe das nächste Mal schreibt. Solche Zeichen kommen beim Einfügen \
         herein, und niemand sieht sie.",
    ),
    ("Put blanks in its place", "Leerzeichen an ihre Stelle setzen"),
    (
        "To the Tasks plugin this task ends before “{rest}”: an invisible line separator stands there.",
        "Für die Erweiterung Tasks endet diese Aufgabe vor „{rest}“: Dort steht ein unsichtbarer Zeilentrenner.",
    ),
    (
        "The plugin does not read what follows, and deletes it the next time it writes the task.",
        "Die Erweiterung liest nicht, was folgt, und löscht es, wenn sie die Aufgabe das nächste Mal schreibt.",
    ),
    // owner.rs
    (
        "Resolves the owner written in a task, writes it in the one style that is set, and puts it before the fields. \
         Several names in brackets say who takes part, and a task whose tag names an owner (`#RobBenoit`, \
         `#owner/rob`) has no other. In their own note nobody is linked.",
        "Stellt fest, wer in einer Aufgabe als zuständig gemeint ist, schreibt den Namen so, wie es eingestellt ist, \
         und setzt ihn vor die Felder. Mehrere Namen in Klammern sagen, wer beteiligt ist, und wo ein Tag wie \
         `#RobBenoit` oder `#owner/rob` sagt, wer zuständig ist, ist es sonst niemand. In der eigenen Notiz wird \
         niemand verlinkt.",
    ),
    (
        "`@Rob Benoit` is plain text: no link, no backlink, and a query for `@RobBenoit` never finds it. Behind a \
         date, it hides that date from the Tasks plugin.",
        "`@Rob Benoit` ist einfacher Text: kein Link, kein Backlink, und eine Abfrage nach `@RobBenoit` findet ihn \
         nie. Hinter einem Datum verbirgt er dieses Datum vor der Erweiterung Tasks.",
    ),
    (
        "Where the name means exactly one person, and where moving it brings fields to light and changes none. A \
         misheard name, another note's very name, and a name that may be there for another reason (in brackets, or in \
         plain words), are asked about. So is `@Rob Benoit` in a vault that writes most people like that, whatever \
         they are named for.",
        "Wo der Name genau eine Person meint und wo das Verschieben Felder sichtbar macht und keines ändert. Gefragt \
         wird bei einem falsch verstandenen Namen, bei einem Namen, den eine andere Notiz genau so trägt, und bei \
         einem, der aus einem anderen Grund dastehen kann (in Klammern oder mitten im Text). Ebenso bei `@Rob Benoit` \
         in einem Vault, in dem die meisten so geschrieben werden, aus welchem Grund auch immer.",
    ),
    (
        "It may be the name of a company, which owns no task.",
        "Es kann der Name einer Firma sein, und die ist für keine Aufgabe zuständig.",
    ),
    (
        "A name in brackets at the end is mostly the owner, but it can stand there for another reason.",
        "Ein Name in Klammern am Ende sagt meistens, wer zuständig ist, kann aber auch aus einem anderen Grund dort \
         stehen.",
    ),
    (
        "The name stands in plain words, without a sign that the owner is meant.",
        "Der Name steht mitten im Text, ohne ein Zeichen dafür, dass er sagt, wer zuständig ist.",
    ),
    (
        "A word in small letters after @ can be a place or a kind of work as well.",
        "Ein kleingeschriebenes Wort hinter @ kann auch ein Ort oder eine Art von Arbeit sein.",
    ),
    ("Somebody else is named in front, who may have it.", "Vorn steht jemand anderes, der zuständig sein kann."),
    (
        "Here people are mostly written like this and not linked, so it need not be the owner.",
        "Hier werden Personen meistens so geschrieben und nicht verlinkt, deshalb muss das nicht heißen, wer zuständig \
         ist.",
    ),
    ("It stands in code marks, and may be code.", "Es steht in Zeichen für Code und ist vielleicht Code."),
    ("It is the name of a month or a day as well.", "So heißt auch ein Monat oder ein Wochentag."),
    (
        "A field that comes to light then counts instead of one that stands there again behind it.",
        "Ein Feld, das dadurch sichtbar wird, zählt dann anstelle von einem, das dahinter noch einmal steht.",
    ),
    (
        "What stands in brackets behind a field may say something about that field.",
        "Was in Klammern hinter einem Feld steht, sagt vielleicht etwas über dieses Feld.",
    ),
    ("The Tasks plugin does not see {fields}.", "Die Erweiterung Tasks sieht dies nicht: {fields}."),
    (
        "“{owners}” stands behind the task's fields and hides them; it belongs before them.",
        "„{owners}“ steht hinter den Feldern der Aufgabe und verbirgt sie; es gehört davor.",
    ),
    ("Move it before the fields", "Vor die Felder setzen"),
    // owner_query.rs
    (
        "Lets the Dataview queries in a person note find the tasks whose owner is written in the style that is set.",
        "Lässt die Dataview-Abfragen in einer Personennotiz die Aufgaben finden, in denen die Person so als zuständig \
         steht, wie es eingestellt ist.",
    ),
    (
        "A query for `@RobBenoit` lists no task of `[[Rob Benoit]]`: “Tasks They Own” stays empty.",
        "Eine Abfrage nach `@RobBenoit` findet keine Aufgabe von `[[Rob Benoit]]`: „Tasks They Own“ bleibt leer.",
    ),
    (
        "Where the query asks for this person with `@` or as a link, under a name that is theirs. What it listed it \
         lists still.",
        "Wo die Abfrage mit `@` oder als Link nach dieser Person sucht, unter einem Namen, den sie trägt. Was die \
         Abfrage bisher aufgelistet hat, listet sie weiter auf.",
    ),
    (
        "This query does not list tasks whose owner is written as {written}.",
        "Diese Abfrage listet keine Aufgaben auf, in denen als zuständig {written} steht.",
    ),
    (
        "Owners are written in this style by the settings. What the query lists now, it lists still.",
        "Nach den Einstellungen werden Zuständige so geschrieben. Was die Abfrage jetzt auflistet, listet sie weiter \
         auf.",
    ),
    (
        "It will list tasks of {name} as well, whose name begins the same.",
        "Sie listet dann auch Aufgaben von {name} auf, weil der Name gleich anfängt.",
    ),
    ("Let the query list them too", "Die Abfrage auch diese auflisten lassen"),
    // recurrence.rs
    (
        "Finds a recurrence rule that the Tasks plugin cannot read, or words behind one that it swallows, and offers \
         what is evidently meant.",
        "Findet eine Wiederholungsregel, die die Erweiterung Tasks nicht lesen kann, oder Wörter dahinter, die sie \
         verschluckt, und bietet an, was offensichtlich gemeint ist.",
    ),
    (
        "The plugin deletes what it cannot read of a rule the next time it writes the task.",
        "Was die Erweiterung von einer Regel nicht lesen kann, löscht sie, wenn sie die Aufgabe das nächste Mal \
         schreibt.",
    ),
    (
        "The Tasks plugin cannot read “{rule}” as a recurrence rule.",
        "Die Erweiterung Tasks kann „{rule}“ nicht als Wiederholungsregel lesen.",
    ),
    (
        "The task does not recur, and the plugin deletes the rule the next time it writes the task.",
        "Die Aufgabe wiederholt sich nicht, und die Erweiterung löscht die Regel, wenn sie die Aufgabe das nächste Mal \
         schreibt.",
    ),
    (
        "The Tasks plugin reads “{rule}” as “{read}” and swallows “{words}”.",
        "Die Erweiterung Tasks liest „{rule}“ als „{read}“ und verschluckt „{words}“.",
    ),
    (
        "It deletes the words that do not belong to the rule the next time it writes the task.",
        "Sie löscht die Wörter, die nicht zur Regel gehören, wenn sie die Aufgabe das nächste Mal schreibt.",
    ),
    ("Write “{rule}”", "„{rule}“ schreiben"),
    ("Put “{words}” before the fields", "„{words}“ vor die Felder setzen"),
    // restated.rs
    (
        "Finds an open task that an earlier meeting has written down and that is still open there.",
        "Findet eine offene Aufgabe, die schon eine frühere Besprechung aufgeschrieben hat und die dort noch offen \
         ist.",
    ),
    (
        "What two meetings say is one thing to do; as two tasks it is listed twice, and one of them stays open for \
         ever.",
        "Was zwei Besprechungen sagen, ist nur einmal zu tun; als zwei Aufgaben steht es zweimal da, und eine davon \
         bleibt für immer offen.",
    ),
    ("“{said}” is a task of “{stem}” already.", "„{said}“ ist schon eine Aufgabe in „{stem}“."),
    ("It is open there since {day}.", "Dort ist sie seit {day} offen."),
    ("It is due {there} there and {here} here.", "Dort ist sie am {there} fällig, hier am {here}."),
    ("Keep the words, refer to the first", "Den Wortlaut behalten und auf die erste verweisen"),
    ("Keep both tasks, link to the first", "Beide Aufgaben behalten und die erste verlinken"),
    // tasks: click.rs
    (
        "a rule for repeating it stands where the Tasks plugin does not see it; move the rule to the end of the line",
        "eine Wiederholungsregel steht dort, wo die Erweiterung Tasks sie nicht sieht; setz die Regel ans Ende der \
         Zeile",
    ),
    (
        "“{rule}” is no rule that the Tasks plugin can read; write it like “every week” or “every month on the 1st”",
        "„{rule}“ ist keine Regel, die die Erweiterung Tasks lesen kann; schreib sie wie „every week“ oder „every \
         month on the 1st“",
    ),
    (
        "no day follows by “{rule}”; write a rule that the calendar has days for, such as “every month on the last”",
        "aus „{rule}“ folgt kein Tag; schreib eine Regel, für die der Kalender Tage hat, etwa „every month on the \
         last“",
    ),
    (
        "“{day}” is no day of the calendar; correct it first",
        "„{day}“ ist kein Tag des Kalenders; korrigiere zuerst das Datum",
    ),
    (
        "its fields could not be changed without changing others; edit the line by hand",
        "ihre Felder lassen sich nicht ändern, ohne andere zu ändern; bearbeite die Zeile von Hand",
    ),
    // tasks: when.rs
    ("“{words}”, said on {said_on}, is {day}.", "„{words}“, gesagt am {said_on}, ist {day}."),
    (
        "“{words}”, said on {said_on}, is perhaps meant as {day}.",
        "„{words}“, gesagt am {said_on}, meint vielleicht {day}.",
    ),
    // transcript: speakers.rs
    ("The speaker says to be {name}.", "Wer hier spricht, nennt sich {name}."),
    (
        "{name} was asked by name right before, and this is the answer.",
        "{name} wurde unmittelbar davor beim Namen gefragt, und das ist die Antwort.",
    ),
    // vault: tasks/item_owners.rs
    ("“{words}” says whose it is.", "„{words}“ sagt, wer zuständig ist."),
    // vault: tasks/item_reading.rs
    ("“{words}” says by when.", "„{words}“ sagt, bis wann."),
    // vault: tasks/list.rs
    ("Add the task", "Die Aufgabe hinzufügen"),
    ("Add the task of {name}", "Die Aufgabe von {name} hinzufügen"),
    ("Add the task, due {day}", "Die Aufgabe hinzufügen, mit Termin {day}"),
    ("Add the task of {name}, due {day}", "Die Aufgabe von {name} hinzufügen, mit Termin {day}"),
    // vault: tasks/lone_name.rs
    (
        "“{name}” took part, and nobody else in the vault is called so",
        "„{name}“ war dabei, und sonst heißt im Vault niemand so",
    ),
    ("nobody else in the vault is called “{name}”", "sonst heißt im Vault niemand „{name}“"),
];
