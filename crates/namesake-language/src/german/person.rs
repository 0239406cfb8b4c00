//! What is said about people and their notes: what meetings teach, contact details, new people, two people in one note.

pub const TEXTS: &[(&str, &str)] = &[
    // rules/rule.rs
    (
        "This note cannot be read and is left as it is: {reason}.",
        "Diese Notiz lässt sich nicht lesen und bleibt, wie sie ist: {reason}.",
    ),
    // vault/teaching/sections.rs
    (
        "Code or a comment is never closed and would swallow it; close that first.",
        "Code oder ein Kommentar ist nicht geschlossen und würde die Zeile verschlucken; schließ das zuerst.",
    ),
    // vault/teaching/taught_section.rs
    ("“{meeting}” says something about {name}.", "In „{meeting}“ steht etwas über {name}."),
    ("It links to {name}.", "Dort ist {name} verlinkt."),
    ("It names {name}, and nobody else is called so.", "Dort steht der Name {name}, und niemand sonst heißt so."),
    (
        "What it calls them can, of those who took part, only mean {name}.",
        "Von den Beteiligten kann dort nur {name} gemeint sein.",
    ),
    (
        "What stands above, before or below it in the meeting may say that it is not so.",
        "Was in der Besprechung darüber, davor oder darunter steht, sagt vielleicht, dass es nicht so ist.",
    ),
    (
        "Words of its own part the section, so where this belongs is a guess.",
        "Eigener Text unterbricht den Abschnitt; wohin das gehört, ist geraten.",
    ),
    (
        "The note has none of the usual sections, so where this belongs is a guess.",
        "Die Notiz hat keinen der üblichen Abschnitte; wohin das gehört, ist geraten.",
    ),
    ("Add the line", "Zeile hinzufügen"),
    ("“{meeting}” says this otherwise by now.", "In „{meeting}“ steht das inzwischen anders."),
    ("There is more than one line that this could be.", "Mehr als eine Zeile kommt dafür in Frage."),
    ("Another note links to this line.", "Eine andere Notiz verlinkt diese Zeile."),
    (
        "This line was edited and is not what “{meeting}” says.",
        "Diese Zeile wurde bearbeitet und weicht von „{meeting}“ ab.",
    ),
    ("Take the meeting’s words", "Wortlaut der Besprechung übernehmen"),
    ("“{meeting}” says this too, and said it first.", "In „{meeting}“ steht das auch, und zwar zuerst."),
    (
        "“{meeting}” says this, and “{other}” does not any more.",
        "Das steht in „{meeting}“ und nicht mehr in „{other}“.",
    ),
    ("Link the first", "Die erste verlinken"),
    ("“{meeting}” does not say this any more.", "In „{meeting}“ steht das nicht mehr."),
    ("Remove the line", "Zeile entfernen"),
    ("Here it says: {words}", "Hier steht: „{words}“"),
    (
        "Nobody has touched the line since it was written.",
        "Niemand hat die Zeile geändert, seit sie geschrieben wurde.",
    ),
    ("It says: {words}", "Dort steht: „{words}“"),
    ("On {date} it says: {words}", "Am {date} heißt es dort: „{words}“"),
    // vault/new_person/mod.rs
    (
        "No link can lead to this note, and theirs has to say where it comes from.",
        "Zu dieser Notiz kann kein Link führen, und in der neuen muss stehen, woher sie kommt.",
    ),
    ("No note can have this name.", "So kann keine Notiz heißen."),
    ("A note called “{name}” is there already.", "Eine Notiz namens „{name}“ gibt es schon."),
    ("The template {from} cannot be used: {reason}", "Die Vorlage {from} lässt sich nicht verwenden: {reason}"),
    ("it is larger than notes are read.", "sie ist größer als erlaubt."),
    (
        "what it makes is no person note; give it `type: people`, and a folder that is not left alone.",
        "was daraus entsteht, ist keine Personennotiz; gib ihr `type: people` und einen Ordner, der nicht ignoriert \
         wird.",
    ),
    ("there is no such note.", "diese Notiz gibt es nicht."),
    (
        "“{folder}” is no folder that new notes can be put into; name another in the settings.",
        "In „{folder}“ lassen sich keine neuen Notizen anlegen; nenn in den Einstellungen einen anderen Ordner.",
    ),
    (
        "Slots of the template that Namesake does not know, or that stand where no value can, stay empty: {slots}.",
        "Platzhalter der Vorlage, die Namesake nicht kennt oder die an einer Stelle ohne Wert stehen, bleiben leer: \
         {slots}.",
    ),
    // vault/new_person/template.rs
    (
        "it holds `<%`, a command of Templater, and Namesake runs none; give it a copy without.",
        "sie enthält `<%`, einen Befehl von Templater, und Namesake führt keine aus; nimm eine Kopie ohne solche \
         Befehle.",
    ),
    ("its properties have no closing `---`.", "ihren Eigenschaften fehlt das schließende `---`."),
    ("its properties cannot be read ({error}).", "ihre Eigenschaften lassen sich nicht lesen ({error})."),
    // vault/facts/contact_table.rs
    ("Role", "Rolle"),
    ("Company", "Firma"),
    ("Department", "Abteilung"),
    ("Email", "E-Mail"),
    ("Phone", "Telefon"),
    ("LinkedIn", "LinkedIn"),
    ("Location", "Ort"),
    // vault/person/contact_fields.rs
    ("the contact table", "Kontakttabelle"),
    ("the property `{key}`", "Eigenschaft `{key}`"),
    ("Write “{value}”", "„{value}“ schreiben"),
    ("“{value}” in {location}, of {day}.", "{location}: „{value}“, vom {day}."),
    ("“{value}” in {location}, undated.", "{location}: „{value}“, ohne Datum."),
    ("“{value}” in {location}, without source or date.", "{location}: „{value}“, ohne Quelle und Datum."),
    ("the line “{label}” under “{section}”", "Zeile „{label}“ unter „{section}“"),
    ("the line “{label}”", "Zeile „{label}“"),
    ("the tag `company/{slug}`", "Tag `company/{slug}`"),
    ("{location}, from “{source}”", "{location}, aus „{source}“"),
    // vault/person/two_people/companies.rs
    ("It names {name}, this person's company.", "Dort steht „{name}“, die Firma dieser Person."),
    ("It names {name}, the other one's company.", "Dort steht „{name}“, die Firma der anderen Person."),
    (
        "Two companies and two roles are stated: {one} and {other}, {role} and {second}.",
        "Zwei Firmen und zwei Rollen sind genannt: „{one}“ und „{other}“, „{role}“ und „{second}“.",
    ),
    // vault/person/two_people/mod.rs
    ("A line is about {name}: “{line}”", "Eine Zeile handelt von {name}: „{line}“"),
    ("It names {name}.", "Dort steht der Name {name}."),
    ("Nothing in it says whose it is.", "Nichts darin sagt, zu wem es gehört."),
    ("It agrees with both.", "Es passt zu beiden."),
    (
        "The profile “{other}” says {name}, and “{own}” fits this note.",
        "Das Profil „{other}“ nennt {name}, und „{own}“ passt zu dieser Notiz.",
    ),
    (
        "The address “{other}” says {name}, and “{own}” fits this note.",
        "Die Adresse „{other}“ nennt {name}, und „{own}“ passt zu dieser Notiz.",
    ),
    ("It names this person.", "Dort steht der Name dieser Person."),
    ("Its address is made of this person's name.", "Die Adresse darin ist aus dem Namen dieser Person gebildet."),
    (
        "Its address is made of the other one's name.",
        "Die Adresse darin ist aus dem Namen der anderen Person gebildet.",
    ),
    ("“{note}” lists the other one.", "„{note}“ führt die andere Person auf."),
    ("Two birthdays are stated: {one} and {other}.", "Zwei Geburtstage sind genannt: {one} und {other}."),
    // rules/person/two_people.rs
    (
        "Finds a person's note that holds two people, by at least two signs: an e-mail address that spells another \
         name beside one that fits, a profile that does, a fact that begins with another full name of the same first \
         name, two companies with two roles, two birthdays.",
        "Findet die Notiz einer Person, in der zwei stecken, an mindestens zwei Anzeichen: eine E-Mail-Adresse mit \
         einem anderen Namen neben einer passenden, ein solches Profil, eine Angabe, die mit einem anderen vollen \
         Namen desselben Vornamens beginnt, zwei Firmen mit zwei Rollen, zwei Geburtstage.",
    ),
    (
        "A name that is heard twice puts the facts of two people into one note, and each of them is asked about the \
         other's.",
        "Ein Name, den es zweimal gibt, bringt die Angaben zweier Personen in eine Notiz, und jede wird nach denen \
         der anderen gefragt.",
    ),
    (
        "`email: [rob.benoit@lumen.example, rob.banga@wickmoor.example]` and `- Rob Banga runs the depot.` in Rob \
         Benoit's note -> it may hold Rob Banga too",
        "`email: [rob.benoit@lumen.example, rob.banga@wickmoor.example]` und `- Rob Banga runs the depot.` in Rob \
         Benoits Notiz -> darin steckt vielleicht auch Rob Banga",
    ),
    (
        "The note of {name} may hold a second person: {other}.",
        "In der Notiz von {name} steckt vielleicht noch eine Person: {other}.",
    ),
    ("The note of {name} may hold two people.", "In der Notiz von {name} stecken vielleicht zwei Personen."),
    (
        "Split… on this card, or `namesake split` on the command line, makes two notes of it. If it is one person, an \
         alias with the other name says so for good.",
        "„Aufteilen…“ auf dieser Karte oder `namesake split` auf der Kommandozeile macht zwei Notizen daraus. Ist es \
         eine Person, dann hält ein Alias mit dem anderen Namen das für immer fest.",
    ),
    // rules/person/contradiction.rs
    (
        "Lays role and company side by side where the contact table, the profile, properties, the tag `company/x` or \
         a source note about the person say different things, and where a role is a company's name.",
        "Legt Rolle und Firma nebeneinander, wenn Kontakttabelle, Profil, Eigenschaften, das Tag `company/x` oder \
         eine Quelle über die Person Verschiedenes sagen, und wenn eine Rolle der Name einer Firma ist.",
    ),
    (
        "Each batch knew only its own source. Which one is right nobody can see as long as each stands in its own \
         corner.",
        "Jeder Import kannte nur seine eigene Quelle. Welche stimmt, sieht niemand, solange jede in ihrer Ecke steht.",
    ),
    (
        "Company “Lumen Labs” in the table, tag `company/northwind` -> one of the two, in both places",
        "Firma „Lumen Labs“ in der Tabelle, Tag `company/northwind` -> eines von beiden, an beiden Stellen",
    ),
    ("The role “{role}” is a company's name.", "Die Rolle „{role}“ ist der Name einer Firma."),
    (
        "This note has {count} answers for the role of {name}.",
        "In dieser Notiz stehen {count} verschiedene Rollen von {name}.",
    ),
    (
        "This note has {count} answers for the company of {name}.",
        "In dieser Notiz stehen {count} verschiedene Firmen von {name}.",
    ),
    ("“{value}” is a company's name, and no role.", "„{value}“ ist der Name einer Firma und keine Rolle."),
    ("Take “{value}” ({location})", "„{value}“ übernehmen ({location})"),
    ("Say that it is unknown", "Als unbekannt eintragen"),
    // rules/person/unknown_cell.rs
    (
        "Fills a cell of the contact table that is `_Unknown_` from what the note says elsewhere: a property, a \
         labelled line, the tag `company/x`, or a source note about the person; where the table has no such row, an \
         empty property of that name. What nobody knows stays as it is.",
        "Füllt eine Zelle der Kontakttabelle, in der `_Unknown_` steht, mit dem, was anderswo steht: in einer \
         Eigenschaft, einer beschrifteten Zeile, dem Tag `company/x` oder einer Quelle über die Person; hat die \
         Tabelle keine solche Zeile, dann eine leere Eigenschaft dieses Namens. Was niemand weiß, bleibt, wie es ist.",
    ),
    (
        "What was learnt later stands somewhere below, and the table at the top goes on saying that nobody knows.",
        "Was man später erfuhr, steht irgendwo weiter unten, und die Tabelle oben sagt weiter, dass es niemand weiß.",
    ),
    (
        "From a property of the field's own name, where nothing in the note says otherwise.",
        "Aus einer Eigenschaft, die heißt wie das Feld, wenn in der Notiz nichts anderes steht.",
    ),
    (
        "{name} is unknown in {place}, and {source} knows it.",
        "{name} ist unbekannt ({place}), steht aber anderswo: {source}.",
    ),
    (
        "{name} is unknown in {place}, and the note knows it.",
        "{name} ist unbekannt ({place}), steht aber anderswo in der Notiz.",
    ),
    // rules/person/misplaced_fact.rs
    (
        "Finds bullets under Key Facts and Key Decisions whose subject is somebody else and that do not name the \
         person of the note, and offers to move them to the note of whom they are about, with a link to their source \
         where one is known. In notes that a machine made it also names key facts that are about nobody and come from \
         nowhere.",
        "Findet Listenpunkte unter „Key Facts“ und „Key Decisions“, die von jemand anderem handeln und die Person der \
         Notiz nicht nennen, und bietet an, sie in die Notiz zu verschieben, in die sie gehören, mit einem Link zur \
         Quelle, falls sie bekannt ist. In Notizen, die eine Maschine angelegt hat, nennt sie auch Angaben, die von \
         niemandem handeln und nirgendwoher kommen.",
    ),
    (
        "A machine that hears a meeting files what was said under everybody who was there.",
        "Eine Maschine, die eine Besprechung mithört, schreibt das Gesagte bei allen auf, die dabei waren.",
    ),
    (
        "`- Priya owns the requirements.` in Rob's note -> the same line in Priya's",
        "`- Priya owns the requirements.` in Robs Notiz -> dieselbe Zeile in Priyas Notiz",
    ),
    ("This is about “{name}”, not about {person}.", "Das handelt von „{name}“, nicht von {person}."),
    ("Its source is “{meeting}”.", "Die Quelle ist „{meeting}“."),
    (
        "The same words stand in “{meeting}”, which is put behind it as its source.",
        "Derselbe Wortlaut steht in „{meeting}“; das kommt als Quelle dahinter.",
    ),
    ("No source is known.", "Eine Quelle ist nicht bekannt."),
    (
        "Nobody in the vault is called {name}, so it is left where it is.",
        "Niemand im Vault heißt {name}, deshalb bleibt es, wo es ist.",
    ),
    (
        "Others may link to its block id, so moving it is left to you.",
        "Andere verlinken vielleicht die Block-ID, deshalb bleibt das Verschieben dir überlassen.",
    ),
    ("Move it to “{one}” and “{other}”", "Zu „{one}“ und „{other}“ verschieben"),
    ("It cannot be moved to “{name}”: {reason}.", "Es lässt sich nicht zu „{name}“ verschieben: {reason}."),
    ("This names nobody, and where it comes from is known.", "Hier steht kein Name, aber woher es kommt, ist bekannt."),
    ("The same words stand in “{meeting}”.", "Derselbe Wortlaut steht in „{meeting}“."),
    ("Put its source behind it", "Quelle dahinter setzen"),
    (
        "Whether this is about {name} cannot be told: it names nobody, and no source is known.",
        "Ob das von {name} handelt, ist nicht zu sagen: Es nennt niemanden, und eine Quelle ist nicht bekannt.",
    ),
    ("the note is gone", "die Notiz ist nicht mehr da"),
    (
        "that note asks to be left alone, or cannot be read",
        "die Notiz soll unberührt bleiben oder lässt sich nicht lesen",
    ),
    (
        "it holds code, HTML, a comment or a template, which may mean something else there",
        "es enthält Code, HTML, einen Kommentar oder eine Vorlage, was dort etwas anderes bedeuten kann",
    ),
    ("Take it out; “{name}” says it already", "Herausnehmen; in „{name}“ steht es schon"),
    ("Move it to “{name}”", "Zu „{name}“ verschieben"),
    // rules/person/near_duplicate.rs
    (
        "Finds bullets of a person note that say the same under one heading. Of two the fuller one is kept; numbers, \
         dates, names and words such as “not” must be the same in both. A section that was pasted twice is one \
         finding.",
        "Findet Listenpunkte einer Personennotiz, die unter einer Überschrift dasselbe sagen. Von zweien bleibt der \
         ausführlichere; Zahlen, Daten, Namen und Wörter wie „nicht“ müssen in beiden gleich sein. Ein Abschnitt, der \
         zweimal eingefügt wurde, ergibt nur eine Frage.",
    ),
    (
        "Each batch tells the old facts again in slightly other words, until the new ones drown in them.",
        "Jeder Import erzählt das Alte mit etwas anderen Worten noch einmal, bis das Neue darin untergeht.",
    ),
    (
        "`- Leads the group; eleven years.` and `- Leads the group, eleven years` -> the first",
        "`- Leads the group; eleven years.` und `- Leads the group, eleven years` -> der erste",
    ),
    (
        "Where both stand under the same headings and say the same to the letter but for case, white space and \
         punctuation, and nothing hangs on the one that goes: no lines below it, no block id, no other source.",
        "Wenn beide unter denselben Überschriften stehen und bis auf Groß- und Kleinschreibung, Leerraum und \
         Satzzeichen wörtlich gleich sind, und wenn an dem, der wegfällt, nichts hängt: keine Zeilen darunter, keine \
         Block-ID, keine andere Quelle.",
    ),
    ("The section “{title}” stands twice in this note.", "Der Abschnitt „{title}“ steht zweimal in dieser Notiz."),
    ("Both say the same to the letter, blank lines aside.", "Beide sind bis auf Leerzeilen wörtlich gleich."),
    ("Take the second one out", "Den zweiten herausnehmen"),
    (
        "{count} of its bullets are the same in both, and other lines differ, so they are left to you.",
        "{count} Listenpunkte sind in beiden gleich, andere Zeilen nicht; das bleibt dir überlassen.",
    ),
    ("This bullet says what another one says already.", "Dieser Listenpunkt sagt, was ein anderer schon sagt."),
    (
        "This bullet seems to say what another one says more fully.",
        "Dieser Listenpunkt sagt wohl, was ein anderer ausführlicher sagt.",
    ),
    ("Kept: “{words}”", "Bleibt: „{words}“"),
    ("Taken out: “{words}”", "Fällt weg: „{words}“"),
    (
        "Lines below it or its block id would go with it, so that one is left to you.",
        "Zeilen darunter oder die Block-ID gingen mit verloren, deshalb bleibt das dir überlassen.",
    ),
    ("Its source is put behind the one that is kept.", "Die Quelle kommt hinter den, der bleibt."),
    ("Keep the fuller one", "Das Ausführlichere behalten"),
    ("Keep the other one", "Das andere behalten"),
    // rules/person/repeated_topic.rs
    (
        "Finds topics under Topics Discussed that an earlier line names already, and offers to take the later ones \
         out. Nothing else of the lines changes.",
        "Findet Themen unter „Topics Discussed“, die schon in einer früheren Zeile stehen, und bietet an, die \
         späteren herauszunehmen. Sonst ändert sich an den Zeilen nichts.",
    ),
    (
        "Each batch appends the topics of one meeting, and what is talked about every week stands there every week.",
        "Jeder Import hängt die Themen einer Besprechung an, und worüber man jede Woche spricht, steht dann für jede \
         Woche da.",
    ),
    (
        "`Pilot pricing, Straps` and below it `Install burden, Straps` -> `Install burden`",
        "`Pilot pricing, Straps` und darunter `Install burden, Straps` -> `Install burden`",
    ),
    ("“{topic}” is listed under the topics already.", "„{topic}“ steht schon bei den Themen."),
    ("{count} topics are listed more than once.", "{count} Themen stehen mehr als einmal da."),
    ("Listed again: {topics}.", "Noch einmal genannt: {topics}."),
    ("Keep the first", "Das erste behalten"),
    // rules/person/recent_context_order.rs
    (
        "Makes one list of several Recent Context sections, puts its lines in order, the newest first, and finds \
         meetings that it tells twice. Every line keeps its bytes. A list that grows downwards is left so in notes \
         that no machine made.",
        "Macht aus mehreren Abschnitten „Recent Context“ eine Liste, ordnet ihre Zeilen, die neueste zuerst, und \
         findet Besprechungen, die zweimal darin stehen. Jede Zeile bleibt Zeichen für Zeichen gleich. Eine Liste, \
         die nach unten wächst, bleibt in Notizen so, die keine Maschine angelegt hat.",
    ),
    (
        "Lists that grew by appending begin with the oldest call, go on in the next section, and nobody reads to the \
         end.",
        "Listen, an die immer nur angehängt wurde, beginnen mit dem ältesten Gespräch, gehen im nächsten Abschnitt \
         weiter, und niemand liest sie zu Ende.",
    ),
    (
        "Where a line stands there twice, the same but for case, white space and punctuation, and nothing hangs on it.",
        "Wenn eine Zeile zweimal dasteht, bis auf Groß- und Kleinschreibung, Leerraum und Satzzeichen gleich, und \
         nichts daran hängt.",
    ),
    ("Recent Context tells of “{name}” twice.", "„{name}“ steht zweimal in „Recent Context“."),
    (
        "Others may link to the block id of the line that would go, so that one is left to you.",
        "Andere verlinken vielleicht die Block-ID der Zeile, die wegfiele, deshalb bleibt das dir überlassen.",
    ),
    ("Keep the longer one", "Das Längere behalten"),
    ("Keep one of them", "Eines davon behalten"),
    (
        "Recent Context is not in order, the newest first.",
        "„Recent Context“ ist nicht nach Datum geordnet, die neueste Zeile zuerst.",
    ),
    (
        "Recent Context stands in {count} sections of this note.",
        "„Recent Context“ ist in dieser Notiz auf {count} Abschnitte verteilt.",
    ),
    ("The line of {older} stands above that of {newer}.", "Die Zeile vom {older} steht über der vom {newer}."),
    ("Make it one list, the newest first", "Eine Liste daraus machen, die neueste zuerst"),
    ("Put the newest first", "Die neuesten nach oben setzen"),
    // rules/person/empty_prompt.rs
    (
        "Offers to take out the prompts in italics that a template put under a heading, with or without the heading, \
         once the note has begun to fill.",
        "Bietet an, die kursiven Fragen herauszunehmen, die eine Vorlage unter eine Überschrift gesetzt hat, mit oder \
         ohne die Überschrift, sobald sich die Notiz zu füllen beginnt.",
    ),
    (
        "A question that nobody has answered looks like text and says nothing; one that is answered is in the way.",
        "Eine Frage, die niemand beantwortet hat, sieht aus wie Text und sagt nichts; eine beantwortete ist im Weg.",
    ),
    ("The prompt under “{title}” is still the template's.", "Unter „{title}“ steht noch die Frage der Vorlage."),
    (
        "The prompts under {count} headings are still the template's.",
        "Unter {count} Überschriften stehen noch die Fragen der Vorlage.",
    ),
    ("“{title}”: “{words}”, nobody has answered.", "„{title}“: „{words}“, das hat niemand beantwortet."),
    ("“{title}”: “{words}”, text has come below it.", "„{title}“: „{words}“, darunter steht inzwischen Text."),
    ("Take the prompts out, keep the headings", "Fragen herausnehmen, Überschriften behalten"),
    ("Take the empty sections out as well", "Leere Abschnitte mit herausnehmen"),
    // rules/person/blank_lines.rs
    (
        "Leaves one blank line where a person note has several, and none where they cut a list up. It looks only at \
         notes with a section of the person template, which programs append to: others are laid out as somebody wants.",
        "Lässt eine Leerzeile stehen, wo eine Personennotiz mehrere hat, und keine, wo sie eine Liste zerschneiden. \
         Sie sieht nur Notizen mit einem Abschnitt der Personenvorlage an, an die Programme etwas anhängen: Alle \
         anderen sind so angelegt, wie jemand sie haben will.",
    ),
    (
        "Each batch that is appended brings blank lines of its own, and a list in pieces reads like several.",
        "Jeder angehängte Import bringt eigene Leerzeilen mit, und eine Liste in Stücken liest sich wie mehrere.",
    ),
    (
        "`- a fact` / (blank) / (blank) / `- another` -> `- a fact` / `- another`",
        "`- a fact` / (leer) / (leer) / `- another` -> `- a fact` / `- another`",
    ),
    (
        "Always, but not in code, comments and HTML, and not at the end of the note: elsewhere Markdown shows several \
         blank lines as one.",
        "Immer, aber nicht in Code, Kommentaren und HTML und nicht am Ende der Notiz: Anderswo zeigt Markdown mehrere \
         Leerzeilen wie eine.",
    ),
    ("Several blank lines stand in one place of this note.", "An einer Stelle dieser Notiz stehen mehrere Leerzeilen."),
    (
        "Several blank lines stand in {count} places of this note.",
        "An {count} Stellen dieser Notiz stehen mehrere Leerzeilen.",
    ),
    ("Take out what is too many", "Überzählige herausnehmen"),
    // rules/person/heading_spacing.rs
    (
        "Puts a blank line before a heading of a person note that follows text without one. It looks only at notes \
         with a section of the person template, which programs append to: others are laid out as somebody wants.",
        "Setzt eine Leerzeile vor eine Überschrift einer Personennotiz, die ohne Leerzeile auf Text folgt. Sie sieht \
         nur Notizen mit einem Abschnitt der Personenvorlage an, an die Programme etwas anhängen: Alle anderen sind \
         so angelegt, wie jemand sie haben will.",
    ),
    (
        "Sections that grew by appending end up glued together, and some readers then see no heading at all.",
        "Abschnitte, an die immer nur angehängt wurde, kleben zusammen, und manche Programme sehen dann gar keine \
         Überschrift.",
    ),
    (
        "`- a fact` / `## Topics` -> `- a fact` / (blank) / `## Topics`",
        "`- a fact` / `## Topics` -> `- a fact` / (leer) / `## Topics`",
    ),
    (
        "Always: a blank line before a heading changes nothing that a reader sees.",
        "Immer: Eine Leerzeile vor einer Überschrift ändert nichts an dem, was man beim Lesen sieht.",
    ),
    (
        "The heading “{title}” follows text without a blank line.",
        "Die Überschrift „{title}“ folgt ohne Leerzeile auf Text.",
    ),
    ("Put a blank line before it", "Leerzeile davor setzen"),
    // rules/person/last_updated.rs
    (
        "Fills the footer `*Last updated: *` with the newest day that something in the note is of: a line of Recent \
         Context that begins with a day or with a link to its meeting, a day that heads lines there, or a fact with \
         its meeting behind it. Tasks do not count.",
        "Trägt in die Fußzeile `*Last updated: *` den neuesten Tag ein, von dem etwas in der Notiz stammt: eine Zeile \
         von „Recent Context“, die mit einem Tag oder einem Link zu ihrer Besprechung beginnt, ein Tag, der dort über \
         Zeilen steht, oder eine Angabe mit ihrer Besprechung dahinter. Aufgaben zählen nicht.",
    ),
    (
        "An empty footer says nothing; one from the clock says when a machine ran, not how old the knowledge is.",
        "Eine leere Fußzeile sagt nichts; eine nach der Uhr sagt, wann eine Maschine lief, nicht, wie alt das Wissen \
         ist.",
    ),
    (
        "Where the footer is empty or holds an older date. Any other words in it are left alone.",
        "Wenn die Fußzeile leer ist oder ein älteres Datum enthält. Anderer Text darin bleibt unberührt.",
    ),
    (
        "The newest entry of this note is of {day}, and its footer does not say so.",
        "Der neueste Eintrag dieser Notiz ist vom {day}, und in der Fußzeile steht das nicht.",
    ),
    ("Write {day}", "{day} schreiben"),
    (
        "“{meeting}” says again what a line of this note says.",
        "„{meeting}“ sagt noch einmal, was in einer Zeile dieser Notiz steht.",
    ),
    (
        "A line under “{title}” comes from “{meeting}” of {day}.",
        "Eine Zeile unter „{title}“ stammt aus „{meeting}“ vom {day}.",
    ),
    (
        "A line in this note comes from “{meeting}” of {day}.",
        "Eine Zeile in dieser Notiz stammt aus „{meeting}“ vom {day}.",
    ),
    ("The newest line under “{title}” is of {day}.", "Die neueste Zeile unter „{title}“ ist vom {day}."),
    ("The newest line in this note is of {day}.", "Die neueste Zeile in dieser Notiz ist vom {day}."),
    // rules/person/needs_review.rs
    (
        "Offers to drop the tag `needs-review` once nothing else in the note is open, and to set `reviewed` to the \
         day of the newest entry that was looked at. It names what the contact table still does not know.",
        "Bietet an, das Tag `needs-review` zu entfernen, sobald in der Notiz sonst nichts offen ist, und `reviewed` \
         auf den Tag des neuesten Eintrags zu setzen. Sie nennt, was in der Kontakttabelle noch fehlt.",
    ),
    (
        "The tag is how a machine says “look at me”; a tag that stays for ever says nothing.",
        "Mit dem Tag sagt eine Maschine „sieh dir das an“; ein Tag, das für immer bleibt, sagt nichts.",
    ),
    (
        "Nothing else is open in this note; does it still need the tag `{tag}`?",
        "Sonst ist in dieser Notiz nichts offen; braucht sie das Tag `{tag}` noch?",
    ),
    ("Still unknown in the contact table: {fields}.", "In der Kontakttabelle noch unbekannt: {fields}."),
    ("The newest entry of the note is of {day}.", "Der neueste Eintrag der Notiz ist vom {day}."),
    ("Drop the tag and set `{key}` to {day}", "Tag entfernen und `{key}` auf {day} setzen"),
    ("Drop the tag", "Tag entfernen"),
];
