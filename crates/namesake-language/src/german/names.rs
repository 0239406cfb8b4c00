//! What is said about names.

pub const TEXTS: &[(&str, &str)] = &[
    // names/evidence.rs
    ("middle initial equal", "mittlere Initiale ist gleich"),
    ("middle initial differs", "mittlere Initiale ist anders"),
    ("Middle initial matches", "Mittlere Initiale passt"),
    ("belongs to the company named", "gehört zur genannten Firma"),
    ("belongs to another company than the one named", "gehört zu einer anderen Firma als der genannten"),
    ("Works for the company named", "Arbeitet für die genannte Firma"),
    (
        "speaks right before or after, where somebody is spoken to",
        "spricht gleich davor oder danach, wo jemand angesprochen wird",
    ),
    ("Speaks right before or after", "Spricht gleich davor oder danach"),
    (
        "already named in this meeting by another surname",
        "steht in dieser Besprechung schon mit einem anderen Nachnamen",
    ),
    ("Took part", "War dabei"),
    ("Linked from the same note", "In derselben Notiz verlinkt"),
    ("Has met people of this note", "Hat Leute aus dieser Notiz getroffen"),
    ("Works for this note’s company", "Arbeitet für die Firma dieser Notiz"),
    ("First name in another form", "Vorname in anderer Form"),
    ("First name sounds the same", "Vorname klingt gleich"),
    ("First name almost matches", "Vorname stimmt fast"),
    ("First initial fits", "Initiale des Vornamens passt"),
    ("First name sounds alike", "Vorname klingt ähnlich"),
    ("First name begins alike", "Vorname beginnt ähnlich"),
    ("Surname in another form", "Nachname in anderer Form"),
    ("Surname sounds the same", "Nachname klingt gleich"),
    ("Surname almost matches", "Nachname stimmt fast"),
    ("Surname’s initial fits", "Initiale des Nachnamens passt"),
    ("Surname sounds alike", "Nachname klingt ähnlich"),
    ("Surname begins alike", "Nachname beginnt ähnlich"),
    ("takes part in the meeting", "ist bei der Besprechung dabei"),
    ("linked from the same note", "in derselben Notiz verlinkt"),
    ("has met people of this note", "hat Leute aus dieser Notiz getroffen"),
    ("belongs to the note's company", "gehört zur Firma der Notiz"),
    ("known in the vault only, not in this context", "nur im Vault bekannt, nicht in diesem Zusammenhang"),
    ("first name equal, rare here", "Vorname ist gleich und hier selten"),
    ("first name equal, common here", "Vorname ist gleich und hier häufig"),
    ("first name equal", "Vorname ist gleich"),
    ("first name known in this form", "Vorname ist in dieser Form bekannt"),
    ("first name is another form of the same name", "Vorname ist eine andere Form desselben Namens"),
    ("first name sounds the same", "Vorname klingt gleich"),
    ("first name almost the same in the handle", "Vorname ist im Kürzel fast gleich"),
    ("first name almost the same", "Vorname ist fast gleich"),
    ("first name: the initial fits", "Vorname: die Initiale passt"),
    ("first name somewhat alike", "Vorname ist ungefähr gleich"),
    ("first name of like sounds", "Vorname klingt ähnlich"),
    ("first name: only the first sound agrees", "Vorname: nur der erste Laut stimmt"),
    ("first name differs", "Vorname ist anders"),
    ("first name: the initial differs", "Vorname: die Initiale ist anders"),
    ("surname equal, rare here", "Nachname ist gleich und hier selten"),
    ("surname equal, common here", "Nachname ist gleich und hier häufig"),
    ("surname equal", "Nachname ist gleich"),
    ("surname known in this form", "Nachname ist in dieser Form bekannt"),
    ("surname is another form of the same name", "Nachname ist eine andere Form desselben Namens"),
    ("surname sounds the same", "Nachname klingt gleich"),
    ("surname almost the same in the handle", "Nachname ist im Kürzel fast gleich"),
    ("surname almost the same", "Nachname ist fast gleich"),
    ("surname: the initial fits", "Nachname: die Initiale passt"),
    ("surname somewhat alike", "Nachname ist ungefähr gleich"),
    ("surname of like sounds", "Nachname klingt ähnlich"),
    ("surname: only the first sound agrees", "Nachname: nur der erste Laut stimmt"),
    ("surname differs", "Nachname ist anders"),
    ("surname: the initial differs", "Nachname: die Initiale ist anders"),
    // names/principles.rs
    ("the only person of exactly this name", "als einzige Person genau dieses Namens"),
    (
        "sounds somewhat like it, and speaks right before or after: for you to decide",
        "klingt ungefähr so und spricht gleich davor oder danach: das entscheidest du",
    ),
    ("the only participant whose name sounds like it", "von den Beteiligten klingt nur dieser Name so"),
    ("one of two participants whose names sound like it", "von den Beteiligten klingen zwei Namen so"),
    ("someone else fits as well", "jemand anders passt genauso"),
    ("someone of the same name may have met them too", "jemand mit demselben Namen hat sie vielleicht auch getroffen"),
    ("the middle initial differs: for you to decide", "die mittlere Initiale ist anders: das entscheidest du"),
    (
        "the number or generation behind the name tells of a namesake: for you to decide",
        "die Zahl oder Generation hinter dem Namen spricht für jemand anders mit demselben Namen: das entscheidest du",
    ),
    (
        "what is written is a name of its own: for you to decide",
        "was dasteht, ist ein eigener Name: das entscheidest du",
    ),
    (
        "the same words in the other order: for you to decide",
        "dieselben Wörter in der anderen Reihenfolge: das entscheidest du",
    ),
    ("somebody else is called just that: for you to decide", "jemand anders heißt genau so: das entscheidest du"),
    ("written in another script: for you to decide", "in einer anderen Schrift geschrieben: das entscheidest du"),
    (
        "the number in the note’s name tells of a namesake: for you to decide",
        "die Zahl im Namen der Notiz spricht für jemand anders mit demselben Namen: das entscheidest du",
    ),
    (
        "an ordinary word, and not where somebody is spoken to",
        "ein gewöhnliches Wort, und nicht da, wo jemand angesprochen wird",
    ),
    ("neither name agrees", "weder Vorname noch Nachname stimmt"),
    ("a part of the name is contradicted", "ein Teil des Namens widerspricht"),
    (
        "surname lost, and the context does not single this person out",
        "Nachname unkenntlich, und aus dem Zusammenhang geht nicht hervor, dass es diese Person ist",
    ),
    (
        "the only participant of that first name; the surname is lost",
        "von den Beteiligten heißt sonst niemand so; der Nachname ist unkenntlich",
    ),
    (
        "the only participant of that first name, but the surname is lost: for you to decide",
        "von den Beteiligten heißt sonst niemand so, aber der Nachname ist unkenntlich: das entscheidest du",
    ),
    ("part of it is lost: for you to decide", "ein Teil des Namens ist unkenntlich: das entscheidest du"),
    ("a part is of like sounds only: for you to decide", "ein Teil klingt nur ähnlich: das entscheidest du"),
    ("only somewhat alike, and not in this context", "nur ungefähr gleich, und nicht in diesem Zusammenhang"),
    ("an initial differs", "eine Initiale ist anders"),
    (
        "a lone name of somebody absent: for you to decide",
        "ein einzelner Name von jemandem, der nicht dabei war: das entscheidest du",
    ),
    // names/agreement.rs
    (
        "takes part, and sounds like what was heard when read in one",
        "ist dabei und klingt in einem Zug gelesen wie das Gehörte",
    ),
    ("all its words agree", "alle Wörter stimmen"),
    ("the words are other ones: for you to decide", "die Wörter sind andere: das entscheidest du"),
    ("a part of the name is another one", "ein Teil des Namens ist ein anderer"),
    ("a name between the first and the last differs", "ein Name zwischen dem ersten und dem letzten ist anders"),
    (
        "a syllable more makes another name: for you to decide",
        "eine Silbe mehr macht einen anderen Namen: das entscheidest du",
    ),
    ("a part of the name is only somewhat alike", "ein Teil des Namens ist nur ungefähr gleich"),
    (
        "the words stand in another order: for you to decide",
        "die Wörter stehen in anderer Reihenfolge: das entscheidest du",
    ),
    ("a part of the name is left out: for you to decide", "ein Teil des Namens fehlt: das entscheidest du"),
    (
        "a part of the name is only somewhat alike: for you to decide",
        "ein Teil des Namens ist nur ungefähr gleich: das entscheidest du",
    ),
    ("parts of the name are only alike: for you to decide", "Teile des Namens sind nur ähnlich: das entscheidest du"),
    // names/company/mod.rs
    ("company name equal", "Firmenname ist gleich"),
    ("company name equal but for a general word", "Firmenname ist bis auf ein allgemeines Wort gleich"),
    ("company name shares most of its words", "Firmenname hat die meisten Wörter gemeinsam"),
    ("company name almost the same", "Firmenname ist fast gleich"),
    // vault/mentions/question.rs
    ("“{written}” is {name}.", "„{written}“ ist {name}."),
    ("“{written}” may be {name}.", "„{written}“ ist vielleicht {name}."),
    ("New person “{name}”", "Neue Person „{name}“"),
    ("Nobody new is offered. {reason}", "Eine neue Person wird nicht angeboten. {reason}"),
    ("{name}: {percent} sure.", "{name}: zu {percent} sicher."),
    ("Next is {name}, {percent} sure{why}.", "Danach kommt {name}, zu {percent} sicher{why}."),
    ("% sure.", "% sicher."),
    ("Next is ", "Danach kommt "),
    // vault/person/subject.rs
    ("It begins with a link to “{name}”.", "Am Anfang steht ein Link zu „{name}“."),
    ("“{form}” is the name of {people}.", "„{form}“ ist der Name von {people}."),
    ("“{name}”", "„{name}“"),
    ("{first} and {last}", "{first} und {last}"),
    // rules/names/mention.rs
    (
        "Asks who is meant by a name that nobody in the vault has but that is like somebody's: among the \
         participants, in links that lead nowhere, and in the prose of meeting, person and other notes, where it must \
         be like the name of somebody who takes part or is linked there. The last choice makes a note for somebody \
         new.",
        "Fragt, wer mit einem Namen gemeint ist, den niemand im Vault hat, der aber einem bekannten ähnelt: bei den \
         Beteiligten, in Links, die nirgendwohin führen, und im Text von Besprechungs-, Personen- und anderen \
         Notizen; dort muss er dem Namen von jemandem ähneln, der beteiligt oder dort verlinkt ist. Die letzte \
         Antwort legt eine Notiz für eine neue Person an.",
    ),
    (
        "Machines mishear names: “Rob Banga” in a meeting with Rob Benoit is hardly anybody else, and nobody finds \
         him there.",
        "Maschinen verhören sich bei Namen: „Rob Banga“ in einer Besprechung mit Rob Benoit ist kaum jemand anders, \
         und niemand findet ihn dort.",
    ),
    (
        "Only where the settings say so, and only for a form whose first name is that of one participant and of \
         nobody else there, and whose surname begins with the same sound as theirs.",
        "Nur wenn die Einstellungen es erlauben, und nur, wenn genau eine beteiligte Person diesen Vornamen hat und \
         der Nachname mit demselben Laut beginnt wie ihrer.",
    ),
    (
        "Of those who take part, 1 belongs to the company of {name}.",
        "Von den Beteiligten gehört 1 Person zur Firma von {name}.",
    ),
    (
        "Of those who take part, {count} belong to the company of {name}.",
        "Von den Beteiligten gehören {count} zur Firma von {name}.",
    ),
    // rules/names/cut_off_link.rs
    (
        "Reconnects a link whose target was cut off to the note whose name begins like that; of several, it asks \
         which, and says so where no name does.",
        "Führt einen Link mit abgeschnittenem Ziel wieder zu der Notiz, deren Name so beginnt; bei mehreren fragt \
         sie, welche, und sie sagt es, wenn kein Name so beginnt.",
    ),
    (
        "Importers cut names at 80 characters, and such a link leads nowhere: no backlink, and a click makes an empty \
         note.",
        "Importe schneiden Namen nach 80 Zeichen ab, und so ein Link führt nirgendwohin: kein Backlink, und ein Klick \
         legt eine leere Notiz an.",
    ),
    (
        "`[[2025-05-07 - Dock trial, what we learned and whether the other seventeen doors foll]]` -> the whole name",
        "`[[2025-05-07 - Dock trial, what we learned and whether the other seventeen doors foll]]` -> der ganze Name",
    ),
    ("Link to “{name}”", "Zu „{name}“ verlinken"),
    (
        "The link to “{target}” leads nowhere: its target was cut off.",
        "Der Link zu „{target}“ führt nirgendwohin: Sein Ziel wurde abgeschnitten.",
    ),
    (
        "No note's name begins with these words, so it is left as it is.",
        "Kein Name einer Notiz beginnt mit diesen Wörtern, deshalb bleibt der Link, wie er ist.",
    ),
    ("One note's name begins with these words.", "Der Name einer Notiz beginnt mit diesen Wörtern."),
    (
        "The names of {count} notes begin with these words; look which is meant.",
        "Die Namen von {count} Notizen beginnen mit diesen Wörtern; sieh nach, welche gemeint ist.",
    ),
    // rules/names/via.rs
    (
        "Links the name in `(via X)` to the person it means, with the participants of the line's meeting as context.",
        "Verlinkt den Namen in `(via X)` mit der Person, die gemeint ist; dabei hilft, wer an der Besprechung dieser \
         Zeile beteiligt war.",
    ),
    (
        "The name was heard by a machine: “Rob Banga” in a meeting with Rob Benoit is hardly anybody else.",
        "Den Namen hat eine Maschine gehört: „Rob Banga“ in einer Besprechung mit Rob Benoit ist kaum jemand anders.",
    ),
    (
        "Where a short form can mean one participant only (`via Rob`). A name that was misheard is asked about unless \
         the settings say that the context may speak for it, and one that is written as the person's note has it is \
         left as it is.",
        "Wenn eine Kurzform nur eine beteiligte Person meinen kann (`via Rob`). Bei einem falsch verstandenen Namen \
         wird gefragt, außer wenn laut Einstellungen der Zusammenhang für ihn sprechen darf; ein Name, der so \
         geschrieben ist wie in der Notiz der Person, bleibt, wie er ist.",
    ),
    ("The line tells of the meeting “{meeting}”.", "Die Zeile handelt von der Besprechung „{meeting}“."),
    // rules/names/same_person.rs
    (
        "Finds two notes that may be about one person: the name in two spellings, a middle initial, a short form, or \
         a misheard surname in a note that tells of the other one's meetings.",
        "Findet zwei Notizen, die vielleicht dieselbe Person meinen: der Name in zwei Schreibweisen, eine mittlere \
         Initiale, eine Kurzform oder ein falsch verstandener Nachname in einer Notiz, die von den Besprechungen der \
         anderen handelt.",
    ),
    (
        "Facts that are scattered over two notes are found in neither.",
        "Was auf zwei Notizen verteilt ist, findet man in keiner.",
    ),
    (
        "`Rob Banga`, whose note tells of meetings in which only Rob Benoit took part -> “Rob Banga” may be Rob Benoit",
        "`Rob Banga`, dessen Notiz von Besprechungen handelt, an denen nur Rob Benoit beteiligt war -> „Rob Banga“ \
         ist vielleicht Rob Benoit",
    ),
    ("Both have the same e-mail address.", "Beide haben dieselbe E-Mail-Adresse."),
    ("Both belong to the same company.", "Beide gehören zur selben Firma."),
    (
        "This note tells of a meeting, in which {name} took part.",
        "Diese Notiz handelt von einer Besprechung, an der {name} beteiligt war.",
    ),
    (
        "This note tells of {count} meetings, in which {name} took part.",
        "Diese Notiz handelt von {count} Besprechungen, an denen {name} beteiligt war.",
    ),
    (
        "The note of {name} tells of a meeting, in which this person took part.",
        "Die Notiz von {name} handelt von einer Besprechung, an der diese Person beteiligt war.",
    ),
    (
        "The note of {name} tells of {count} meetings, in which this person took part.",
        "Die Notiz von {name} handelt von {count} Besprechungen, an denen diese Person beteiligt war.",
    ),
    ("Both have the same name.", "Beide haben denselben Namen."),
    (
        "The names have the same words in the other order.",
        "Die Namen haben dieselben Wörter in der anderen Reihenfolge.",
    ),
    ("The name is the same in another spelling.", "Der Name ist derselbe in anderer Schreibweise."),
    (
        "The names are the same but for a middle name or initial.",
        "Die Namen sind bis auf einen mittleren Namen oder eine Initiale gleich.",
    ),
    (
        "The surname is the same, and one first name is a short form of the other.",
        "Der Nachname ist derselbe, und ein Vorname ist die Kurzform des anderen.",
    ),
    ("The names sound alike.", "Die Namen klingen ähnlich."),
    (
        "The first name is the same; the surname may have been misheard.",
        "Der Vorname ist derselbe; der Nachname wurde vielleicht falsch verstanden.",
    ),
    ("“{own}” may be the same person as {name}.", "„{own}“ ist vielleicht dieselbe Person wie {name}."),
    (
        "Merge… on this card, or `namesake merge` on the command line, makes the two notes one. If they are two \
         people, `distinct_from: \"[[{name}]]\"` in the properties says so for good.",
        "„Zusammenführen…“ auf dieser Karte oder `namesake merge` auf der Kommandozeile macht aus den beiden Notizen \
         eine. Sind es zwei Personen, dann hält `distinct_from: \"[[{name}]]\"` in den Eigenschaften das für immer \
         fest.",
    ),
];
