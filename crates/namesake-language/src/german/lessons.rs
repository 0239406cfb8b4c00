//! What is said about what one note tells another.

pub const TEXTS: &[(&str, &str)] = &[
    // rules/enrich/last_contact.rs
    (
        "Sets a person's `last_contact` to the day of the newest meeting they took part in. It never goes back.",
        "Setzt `last_contact` einer Person auf den Tag der neuesten Besprechung, an der sie beteiligt war, nie auf \
         einen früheren als bisher.",
    ),
    (
        "It answers “whom have I not spoken to?”, and nobody keeps it up by hand.",
        "So weißt du, mit wem du lange nicht gesprochen hast; von Hand hält das niemand aktuell.",
    ),
    (
        "A meeting of 2025-10-31 with Rob -> `last_contact: 2025-10-31` in Rob's note",
        "Eine Besprechung vom 2025-10-31 mit Rob -> `last_contact: 2025-10-31` in Robs Notiz",
    ),
    (
        "Where the participant is certainly this person, the note has properties, and some note has this one.",
        "Wenn sicher diese Person beteiligt war, die Notiz Eigenschaften hat und irgendeine Notiz diese Eigenschaft \
         hat.",
    ),
    (
        "{name} was met on {date}, later than `{key}` says.",
        "Das letzte Treffen mit {name} war am {date}, später, als in `{key}` steht.",
    ),
    ("{name} takes part in “{meeting}” of {date}.", "{name} ist an „{meeting}“ vom {date} beteiligt."),
    ("Set `{key}` to {date}", "`{key}` auf {date} setzen"),
    // rules/enrich/contact.rs
    (
        "Offers what a meeting says of somebody's role, company, e-mail address, phone number, LinkedIn address and \
         place, in a sentence or a signature, for cells of their contact table that read `_Unknown_` and for empty \
         properties, with the words and their day. Where a bio says it too, both are on offer.",
        "Bietet an, was eine Besprechung in einem Satz oder einer Signatur über jemandes Rolle, Firma, \
         E-Mail-Adresse, Telefonnummer, LinkedIn-Adresse und Ort sagt: für Zellen der Kontakttabelle, in denen \
         `_Unknown_` steht, und für leere Eigenschaften, mit Wortlaut und Tag. Sagt es auch eine Bio, steht beides \
         zur Wahl.",
    ),
    (
        "“Noa, head of the climate chamber” is said once, and looked for ever after.",
        "„Noa, Leiterin der Klimakammer“ wird einmal gesagt und danach immer wieder gesucht.",
    ),
    ("“{meeting}” without a day says: {words}", "In „{meeting}“ ohne Datum steht: „{words}“"),
    ("“{meeting}” of {day} says: {words}", "In „{meeting}“ vom {day} steht: „{words}“"),
    ("{field} of {name} may be “{value}”.", "{field} von {name}: vielleicht „{value}“."),
    // rules/enrich/key_facts.rs
    (
        "Adds what a meeting learned about a person to their Key Facts, with a link to the meeting: the bullets that \
         name them, and no others. A bullet that changes changes its line; a line that somebody has edited is theirs.",
        "Übernimmt, was eine Besprechung über eine Person ergab, in deren „Key Facts“, mit einem Link zur \
         Besprechung: die Listenpunkte, die sie nennen, und keine anderen. Ändert sich ein Punkt, ändert sich seine \
         Zeile; eine Zeile, die jemand bearbeitet hat, bleibt unberührt.",
    ),
    (
        "What was learned about somebody is looked for in their note, and who took part has nothing to do with it.",
        "Was man über jemanden erfahren hat, sucht man in dessen Notiz, ganz gleich, wer dabei war.",
    ),
    (
        "`- Rob Benoit can stage two gateways within a week.` in a meeting -> the same line in Rob's note, ending in \
         a link to the meeting",
        "`- Rob Benoit can stage two gateways within a week.` in einer Besprechung -> dieselbe Zeile in Robs Notiz, \
         mit einem Link zur Besprechung am Ende",
    ),
    (
        "Where the bullet links to the person or calls them by a name that nobody else has, and their note has one of \
         the usual sections. A first name is asked about, and so is what something beside it may turn: a heading or a \
         line that leads it in, a cross, a condition below.",
        "Wenn der Listenpunkt die Person verlinkt oder mit einem Namen nennt, den niemand sonst hat, und ihre Notiz \
         einen der üblichen Abschnitte hat. Bei einem Vornamen wird gefragt, und auch, wenn etwas daneben den Sinn \
         umkehren kann: eine Überschrift oder einleitende Zeile, ein Kreuz, eine Bedingung darunter.",
    ),
    // rules/enrich/topics.rs
    (
        "Adds the topics that a meeting lists, in its properties or under Topics, to the Topics Discussed of those \
         who took part: one line a meeting, of what is not there yet.",
        "Übernimmt die Themen, die eine Besprechung in ihren Eigenschaften oder unter „Topics“ nennt, in „Topics \
         Discussed“ der Beteiligten: eine Zeile je Besprechung, mit dem, was noch fehlt.",
    ),
    (
        "What one has talked about with somebody is the first thing to know before the next call.",
        "Worüber man mit jemandem gesprochen hat, will man vor dem nächsten Gespräch als Erstes wissen.",
    ),
    (
        "`topics: [Gateway price, Straps]` in a meeting with Rob -> `Gateway price, Straps` in Rob's note",
        "`topics: [Gateway price, Straps]` in einer Besprechung mit Rob -> `Gateway price, Straps` in Robs Notiz",
    ),
    (
        "“{meeting}” of {date} was about more than the note says.",
        "In „{meeting}“ vom {date} ging es um mehr, als in der Notiz steht.",
    ),
    ("It lists: {topics}", "Dort stehen: „{topics}“"),
    ("Add the topics", "Themen hinzufügen"),
    // rules/enrich/recent_context.rs
    (
        "Adds a line for each meeting to its participants' Recent Context: the day, a link, the summary's first \
         sentence. Of somebody who was only talked about it says so; companies and projects that a meeting links to \
         get a line too.",
        "Fügt den Beteiligten für jede Besprechung eine Zeile in „Recent Context“ hinzu: den Tag, einen Link, den \
         ersten Satz der Zusammenfassung. Wurde über jemanden nur gesprochen, steht das dabei; auch Firmen und \
         Projekte, die eine Besprechung verlinkt, bekommen eine Zeile.",
    ),
    (
        "Before the next call one look at the person's note says what the last ones were about.",
        "Vor dem nächsten Gespräch sagt ein Blick in die Notiz der Person, worum es zuletzt ging.",
    ),
    (
        "Where the participant, or the person who is linked, is certainly this one and their note has one of the \
         usual sections; where the note of a company or a project has this one. An empty section for any notes counts \
         if another person's note lists meetings in such a section. A line that somebody has edited is left alone.",
        "Wenn sicher diese Person beteiligt oder verlinkt ist und ihre Notiz einen der üblichen Abschnitte hat; wenn \
         die Notiz einer Firma oder eines Projekts diesen Abschnitt hat. Ein leerer Abschnitt für beliebige Notizen \
         zählt, wenn die Notiz einer anderen Person in so einem Abschnitt Besprechungen aufführt. Eine Zeile, die \
         jemand bearbeitet hat, bleibt unberührt.",
    ),
    (
        "The note has no such section yet, so its shape is not the usual one.",
        "Die Notiz hat noch keinen solchen Abschnitt, sie ist also anders aufgebaut als üblich.",
    ),
    (
        "The section holds other notes, so whether meetings are listed there is a guess.",
        "In dem Abschnitt stehen andere Notizen; ob Besprechungen dorthin gehören, ist geraten.",
    ),
    (
        "The section is for any notes, and nobody’s note lists meetings under such a heading yet.",
        "Der Abschnitt ist für beliebige Notizen, und in noch keiner Notiz einer Person stehen Besprechungen unter so \
         einer Überschrift.",
    ),
    (
        "The section holds a table, and this line would stand beside it.",
        "In dem Abschnitt steht eine Tabelle, und diese Zeile käme daneben.",
    ),
    (
        "Other text parts the lines of the section, so where this one belongs is a guess.",
        "Anderer Text trennt die Zeilen des Abschnitts; wohin diese gehört, ist geraten.",
    ),
    (
        "The list of the section is indented, and would hang on this line.",
        "Die Liste des Abschnitts ist eingerückt und würde an dieser Zeile hängen.",
    ),
    (
        "{name} took part in {count} meetings, and the note has no section that lists them.",
        "{name} war an {count} Besprechungen beteiligt, und die Notiz hat keinen Abschnitt dafür.",
    ),
    ("The newest is “{meeting}” of {day}.", "Die neueste ist „{meeting}“ vom {day}."),
    ("Add the section with {count} lines", "Abschnitt mit {count} Zeilen hinzufügen"),
    ("{name} was talked about in “{meeting}”.", "In „{meeting}“ wurde über {name} gesprochen."),
    ("{name} took part in “{meeting}”.", "{name} war an „{meeting}“ beteiligt."),
    (
        "{name} is among the participants of the meeting of {day}.",
        "{name} gehört zu den Beteiligten der Besprechung vom {day}.",
    ),
    (
        "It links to {name}, who is not among the participants.",
        "Dort ist {name} verlinkt, steht aber nicht bei den Beteiligten.",
    ),
    (
        "It refers to {name}, who is not among the participants.",
        "Dort wird {name} erwähnt, steht aber nicht bei den Beteiligten.",
    ),
    ("“{meeting}” is about {name}.", "In „{meeting}“ geht es um {name}."),
    ("The meeting of {day} links to it.", "Die Besprechung vom {day} verlinkt diese Notiz."),
    (
        "The meeting says “{written}”, which is only like this name.",
        "In der Besprechung steht „{written}“, was diesem Namen nur ähnelt.",
    ),
    ("It would read: {line}", "Dann steht hier: „{line}“"),
    // rules/enrich/key_decisions.rs
    (
        "Adds what a meeting decided about a person to their Key Decisions, with a link to the meeting: the bullets \
         that name them, and no others. A bullet that changes changes its line; a line that somebody has edited is \
         theirs. Nothing is added where only brackets at the end name them, or where the note has a bullet of that \
         meeting that says about the same.",
        "Übernimmt, was eine Besprechung über eine Person entschied, in deren „Key Decisions“, mit einem Link zur \
         Besprechung: die Listenpunkte, die sie nennen, und keine anderen. Ändert sich ein Punkt, ändert sich seine \
         Zeile; eine Zeile, die jemand bearbeitet hat, bleibt unberührt. Nichts kommt dazu, wenn nur eine Klammer am \
         Ende sie nennt oder wenn die Notiz schon einen Punkt aus dieser Besprechung hat, der etwa dasselbe sagt.",
    ),
    (
        "A decision that names somebody is looked for in their note, long after the meeting.",
        "Eine Entscheidung, die jemanden nennt, sucht man lange nach der Besprechung in dessen Notiz.",
    ),
    (
        "`- Installs move to Rob Benoit.` in a meeting -> `- ✅ Installs move to Rob Benoit.` and a link to the \
         meeting in Rob's note",
        "`- Installs move to Rob Benoit.` in einer Besprechung -> `- ✅ Installs move to Rob Benoit.` und ein Link zur \
         Besprechung in Robs Notiz",
    ),
    // rules/enrich/related.rs
    (
        "Adds the companies and projects that a meeting links to, to the Related Customers and Related Projects of \
         those who took part; their own company is left out.",
        "Übernimmt die Firmen und Projekte, die eine Besprechung verlinkt, in „Related Customers“ und „Related \
         Projects“ der Beteiligten; ihre eigene Firma bleibt weg.",
    ),
    (
        "Who has to do with which customer is spread over a year of meetings.",
        "Wer mit welchem Kunden zu tun hat, ist über ein Jahr von Besprechungen verstreut.",
    ),
    (
        "`customer: \"[[Northwind]]\"` in a meeting with Rob -> `- [[Northwind]]` under Related Customers in Rob's \
         note",
        "`customer: \"[[Northwind]]\"` in einer Besprechung mit Rob -> `- [[Northwind]]` unter „Related Customers“ in \
         Robs Notiz",
    ),
    (
        "Where a property of the meeting says so (`customer`, `company`, `project`) and the person's note has one of \
         the usual sections. A link in the text is asked about.",
        "Wenn eine Eigenschaft der Besprechung es sagt (`customer`, `company`, `project`) und die Notiz der Person \
         einen der üblichen Abschnitte hat. Bei einem Link im Text wird gefragt.",
    ),
    ("{name} took part in a meeting about {about}.", "{name} war an einer Besprechung über {about} beteiligt."),
    ("“{meeting}” says so in its properties.", "Das steht in den Eigenschaften von „{meeting}“."),
    ("“{meeting}” links there.", "„{meeting}“ verlinkt dorthin."),
    ("Add the link", "Link hinzufügen"),
    // rules/enrich/gone_meeting.rs
    (
        "Lists what came from a meeting that is not there any more, all lines of a note at once.",
        "Führt auf, was aus einer Besprechung stammt, die es nicht mehr gibt, alle Zeilen einer Notiz auf einmal.",
    ),
    (
        "What a meeting taught stays behind when the meeting is deleted, and nobody can look it up.",
        "Was eine Besprechung ergab, bleibt stehen, wenn die Besprechung gelöscht wird, und niemand kann es nachlesen.",
    ),
    (
        "`- Rob Benoit has the keys. [[2025-10-31 - Call|2025-10-31]] ^20ca5403` once that note is deleted",
        "`- Rob Benoit has the keys. [[2025-10-31 - Call|2025-10-31]] ^20ca5403`, sobald diese Notiz gelöscht ist",
    ),
    ("“{target}” is gone. A line came from it.", "„{target}“ gibt es nicht mehr. Eine Zeile stammt daraus."),
    (
        "“{target}” is gone. {count} lines came from it.",
        "„{target}“ gibt es nicht mehr. {count} Zeilen stammen daraus.",
    ),
    ("Remove what came from it", "Entfernen, was daraus stammt"),
    // rules/enrich/unknown_participant.rs
    (
        "Offers a note for somebody who took part in a meeting and whom nobody in the vault is like, made from the \
         template of the settings; the name in the list leads there.",
        "Bietet eine Notiz für jemanden an, der an einer Besprechung beteiligt war und dem niemand im Vault ähnelt, \
         nach der Vorlage aus den Einstellungen; der Name in der Liste führt dann dorthin.",
    ),
    (
        "What a meeting learned about somebody without a note is lost.",
        "Was eine Besprechung über jemanden ohne Notiz ergab, geht verloren.",
    ),
    (
        "`**Participants:** Jürgen Kaspar` -> a note “Jürgen Kaspar” and `**Participants:** [[Jürgen Kaspar]]`",
        "`**Participants:** Jürgen Kaspar` -> eine Notiz „Jürgen Kaspar“ und `**Participants:** [[Jürgen Kaspar]]`",
    ),
    ("“{written}” took part and has no note.", "„{written}“ war dabei und hat keine Notiz."),
    (
        "“{roster}” lists them, and no note is about them.",
        "„{roster}“ führt den Namen auf, aber keine Notiz handelt von dieser Person.",
    ),
    ("Nobody in the vault is called like that.", "So heißt niemand im Vault."),
];
