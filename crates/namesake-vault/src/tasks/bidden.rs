//! Whether what follows a name says that they have to do something: “to send”, “will send”, “doit relire”.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::OnceLock;

use super::promised_deeds::{has_deed, promises_deed, without_adverb};
use super::unbidden::{goes_on, holds_infinitive, is_leaving, is_ongoing, was_asked_to_tell};
use namesake_transcript::is_deed;

/// Whether what follows a name says that they have to do something, and not where they are: “Ana to send”.
pub fn is_bidden(behind: &str) -> bool {
    let behind = without_affiliation(behind.trim_start_matches([' ', '*', '_', ']']));
    let behind = with_plain_quotes(without_adverb(behind));
    let behind = without_report(&behind);
    if is_ongoing(first_clause(behind)) || is_leaving(first_clause(behind)) || was_asked_to_tell(behind) {
        return false;
    }
    // “will be organising the meal”
    if ["will be ", "is going to be "].iter().any(|will| behind.starts_with(will))
        && promises_deed(&format!(" {behind}"))
    {
        return true;
    }
    if is_arranging(behind) {
        return true;
    }
    bidding_at(behind).into_iter().any(|word| {
        let rest = behind.strip_prefix(word);
        // “s'occupe d'acheter”
        let rest = rest.and_then(|rest| match word.ends_with('\'') {
            true => Some(rest),
            // “wird gebeten, das Gutachten …”
            false => rest.trim_start_matches(',').strip_prefix(' '),
        });
        let verb =
            rest.map(|rest| without_adverb(rest).split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default());
        // “to PR the change”; German verbs stand at the end.
        let is_verb = |verb: &str| {
            verb.starts_with(char::is_lowercase)
                || verb == "PR"
                || ["to", "will"].contains(&word) && is_deed(&verb.to_lowercase())
                || BEFORE_NOUNS.contains(&word)
                || word.ends_with(',')
        };
        // “Mara soll gefragt werden” is for others to do, “muss nach Rom” nothing to do.
        let is_done_to = || MUST.contains(&word) && rest.is_some_and(|rest| !holds_infinitive(first_clause(rest)));
        let is_wished = || word == "will" && rest.is_some_and(is_german_wish);
        let is_state = |verb| STATES.contains(&verb) && !rest.is_some_and(|rest| has_deed(without_adverb(rest)));
        verb.is_some_and(|verb| is_verb(verb) && !is_state(verb) && is_must(word, verb) && goes_on(word, verb))
            && !is_wished()
            && !is_done_to()
    })
}

/// Words behind a name without where its bearer belongs: “(Acme) to send it”, “from Acme to send it”.
fn without_affiliation(behind: &str) -> &str {
    let bracket = behind.strip_prefix('(').and_then(|rest| rest.split_once(") "));
    let from = behind.strip_prefix("from ").and_then(|rest| rest.split_once(' '));
    let is_proper = |place: &str| {
        let is_word = |word: &str| word.starts_with(char::is_uppercase) && word.chars().all(char::is_alphabetic);
        place.len() <= LONGEST_PLACE
            && place.split(' ').all(is_word)
            && !TIMES.iter().any(|time| place.starts_with(time))
    };
    let apart = bracket.or(from).filter(|(place, _)| is_proper(place));
    apart.map_or(behind, |(_, rest)| rest)
}

/// How months and days begin, since which somebody may do something.
const TIMES: [&str; 19] = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec", "Mon", "Tue", "Wed", "Thu",
    "Fri", "Sat", "Sun",
];

/// No place that somebody is from has more bytes.
const LONGEST_PLACE: usize = 30;

/// What somebody said of what they themselves will do, without that they said it: “would look into it” of “said he would look
/// into it”. Other words stay as they are.
fn without_report(behind: &str) -> &str {
    let said = REPORTED.iter().find_map(|said| behind.strip_prefix(said)?.strip_prefix(' '));
    let said = said.map(|said| said.strip_prefix("that ").unwrap_or(said));
    let own = said.and_then(|said| ["he ", "she "].iter().find_map(|own| said.strip_prefix(own)));
    let told = own.and_then(|own| ["would ", "will "].iter().find_map(|will| own.strip_prefix(will)));
    let is_deed = told.is_some_and(|told| promises_deed(&format!(" will {told}")));
    own.filter(|_| is_deed).unwrap_or(behind)
}

/// With what somebody says what they will do.
const REPORTED: [&str; 12] = [
    "said",
    "says",
    "confirmed",
    "confirms",
    "agreed",
    "promised",
    "promises",
    "mentioned",
    "indicated",
    "stated",
    "replied",
    "advised",
];

/// What may stand in German before a noun: “soll Plakate drucken”, “kümmert sich um Getränke”.
const BEFORE_NOUNS: [&str; 8] =
    ["soll", "muss", "kümmert sich um", "kümmern sich um", "übernimmt", "übernehmen", "sorgt für", "sorgen für"];

/// What says in German that somebody has to do something, before an infinitive at the end.
const MUST: [&str; 4] = ["soll", "sollen", "muss", "müssen"];

/// The words up to the first sign that ends a clause.
fn first_clause(words: &str) -> &str {
    words.split(['.', ',', ';', ':', '(', '!', '?']).next().unwrap_or_default().trim_end()
}

/// Whether somebody is arranging something, and no report says how far it is: “is organising the meal for Friday”.
fn is_arranging(behind: &str) -> bool {
    let told = behind.strip_prefix("is ").or_else(|| behind.strip_prefix("are ")).unwrap_or_default();
    let mut words = told.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.next().is_some_and(|verb| ARRANGING.contains(&verb))
        && words.next().is_some()
        && !words.any(|word| UNDER_WAY.contains(&word))
        && !told.trim_end().ends_with('?')
}

/// What somebody does who arranges something.
const ARRANGING: [&str; 8] =
    ["organising", "organizing", "arranging", "booking", "ordering", "contacting", "emailing", "drafting"];
/// Words that say that something is going on.
const UNDER_WAY: [&str; 8] = ["currently", "already", "still", "now", "busy", "usually", "always", "every"];

/// Whether what follows “will” is German, where it says what somebody wants: “will hingehen”, “will auf die Liste”.
fn is_german_wish(rest: &str) -> bool {
    let mut words = rest.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let is_german = |word: &str| {
        GERMAN.contains(&word) || word.starts_with(char::is_lowercase) && word.contains(['ä', 'ö', 'ü', 'ß'])
    };
    let is_infinitive = words.clone().next().is_some_and(|verb| verb.ends_with("en") && !is_deed(verb));
    !words.clone().any(|word| ENGLISH.contains(&word)) && (is_infinitive || words.any(is_german))
}

/// Small words of German alone.
#[rustfmt::skip]
const GERMAN: &[&str] = &[
    "der", "das", "den", "dem", "ein", "eine", "einen", "einem", "einer", "und", "mit", "für", "zum", "zur", "nach", "auf", "aus", "noch",
    "sich", "nicht", "auch", "bei", "beim", "vom", "ans", "ins", "wenn", "dass",
];

/// Whether words hold one of those that say that somebody has to do something, or an arrow.
pub(super) fn may_be_bidden(words: &str) -> bool {
    let words = with_plain_quotes(words);
    ARROWS.iter().any(|arrow| words.contains(arrow))
        || blanks(&words).any(|at| !bidding_at(&words[at + 1..]).is_empty())
        || ARRANGING.iter().any(|verb| words.contains(verb))
        || OWN.iter().any(|own| words.contains(own))
}

/// With what somebody says in the middle of words what they will do.
const OWN: [&str; 2] = [" I'll ", " I will "];

/// Words with the quotation mark that the tables have for an apostrophe.
fn with_plain_quotes(words: &str) -> Cow<'_, str> {
    if words.contains('’') { Cow::Owned(words.replace('’', "'")) } else { Cow::Borrowed(words) }
}

fn blanks(words: &str) -> impl Iterator<Item = usize> {
    words.match_indices(' ').map(|(at, _)| at)
}

/// Arrows behind which stands whose it is.
pub const ARROWS: [&str; 4] = ["→", "->", "=>", "-&gt;"];

/// What says in minutes that somebody has to do what follows.
#[rustfmt::skip]
const BIDDEN: &[&str] = &[
    "to", "will", "should", "must", "shall", "has to", "have to", "is to", "are to", "is going to", "are going to", "needs to", "need to", "agreed to", "volunteered to",
    "offered to", "promised to", "agrees to", "volunteers to", "offers to", "promises to", "plans to", "undertakes to", "commits to", "committed to", "takes the action to", "took the action to", "is responsible for",
    "was asked to", "is asked to", "undertook to", "would", "kindly agreed to",
    "soll", "muss", "wird gebeten", "wird beauftragt", "wurde gebeten", "wurde beauftragt", "verpflichtet sich", "kümmert sich um",
    "est chargé de", "est chargée de", "est prié de", "est priée de", "doit", "se charge de", "s'engage à", "se propose de",
    "queda encargado de", "queda encargada de", "se encargará de", "se encarga de", "se compromete a", "debe", "deberá", "tiene que",
    "ficou de", "ficou encarregado de", "ficou encarregada de", "ficou responsável por", "fica de", "fica responsável por",
    "compromete-se a", "deve", "deverá", "è incaricato di", "è incaricata di", "si occuperà di", "si occupa di", "si impegna a", "dovrà",
    "zal", "moet", "wordt gevraagd", "neemt op zich", "ma", "jest zobowiązany", "jest zobowiązana", "zobowiązał się", "zobowiązała się",
    "zobowiązuje się", "zajmie się", "musi",
    "takes care of", "will take care of", "übernimmt", "übernehmen", "kümmern sich um", "sollen", "müssen", "s'occupe de", "s'occupent de",
    "se chargent de", "doivent", "prend en charge", "se comprometen a", "quedan en", "queda en", "quedan encargados de", "deben",
    "deberán", "ficam de", "ficaram de", "devem", "si occupano di", "si impegnano a", "devono", "dovranno", "zullen", "moeten",
    "zorgt voor", "zorgen voor", "mają", "muszą", "zajmą się",
];

/// More of them in other languages.
static TABLE: &str = include_str!("../../data/bidding-words.tsv");

/// What says in minutes that somebody has to do what follows, where `words` begin with it.
fn bidding_at(words: &str) -> Vec<&'static str> {
    static WORDS: OnceLock<BTreeMap<String, Vec<String>>> = OnceLock::new();
    let read = || {
        let rows = TABLE.lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once('\t'));
        let told = rows.flat_map(|(_, row)| row.split(", ")).flat_map(contracted);
        let mut words: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for word in BIDDEN.iter().map(|word| (*word).to_owned()).chain(told) {
            words.entry(first_word(&word).to_owned()).or_default().push(word);
        }
        words
    };
    let same = WORDS.get_or_init(read).get(first_word(words)).into_iter().flatten();
    // Behind it stands more.
    let is_whole = |word: &&str| word.ends_with('\'') || words[word.len()..].starts_with([' ', ',']);
    same.map(String::as_str).filter(|word| words.starts_with(word)).filter(is_whole).collect()
}

fn first_word(words: &str) -> &str {
    words.split([' ', ',']).next().unwrap_or_default()
}

/// A word of the table, with the forms in which `~` says that an article may be joined to it: “s'occupe du”.
fn contracted(word: &str) -> Vec<String> {
    let Some(word) = word.strip_suffix('~') else { return vec![word.to_owned()] };
    let stem = word.rsplit_once(' ').map_or(word, |(stem, _)| stem);
    let joined = CONTRACTED.iter().filter(|(last, _)| word.ends_with(last)).flat_map(|(_, forms)| forms.split(' '));
    joined.map(|form| format!("{stem} {form}")).chain([word.to_owned()]).collect()
}

/// What prepositions become before an article.
const CONTRACTED: [(&str, &str); 4] = [
    (" de", "du des d' del do da dos das"),
    (" di", "del dello della dell' dei degli delle"),
    (" por", "pelo pela pelos pelas"),
    (" a", "al allo alla all' ai agli alle"),
];

/// Whether “ma”, which is “has” or “must”, and words of Polish such as “zgodził się” are followed by a verb: “ma przesłać”.
fn is_must(word: &str, verb: &str) -> bool {
    !POLISH.contains(&word) || verb.ends_with(['ć', 'c'])
}

/// Words of Polish behind which a thing may stand as well.
#[rustfmt::skip]
const POLISH: [&str; 17] = [
    "ma", "mają", "obiecał", "obiecała", "obieca", "zgodził się", "zgodziła się", "powinien", "powinna", "spróbuje", "postara się", "postarają się",
    "podejmie się", "podjął się", "podjęła się", "ma za zadanie", "zobowiązali się",
];

/// Where the first of what says so stands in words that begin with names.
pub fn bidding(words: &str) -> Option<usize> {
    blanks(words).find(|at| !bidding_at(&with_plain_quotes(&words[at + 1..])).is_empty() && is_bidden(&words[*at..]))
}

/// Verbs that say where somebody is or what happens to them.
#[rustfmt::skip]
const STATES: &[&str] = &[
    "be", "have", "attend", "join", "leave", "arrive", "come", "stay", "need", "like", "want", "become", "remain", "not", "no",
    "partir", "quitter", "rentrer", "irse", "marcharse", "ausentarse", "retirarse", "salir", "llegar", "sair", "ausentar", "retirar", "chegar", "uscire", "partire", "arrivare",
    "assentarsi", "weg", "vertrekken", "wyjść", "wyjechać", "opuścić", "przyjść",
    "sein", "fehlen", "mitwirken", "mitmachen", "teilnehmen", "kommen", "mehr", "être", "ser", "estar", "essere", "zijn", "być",
    "miss", "travel", "retire", "turn", "know", "fly", "only", "always", "you", "rather", "prefer", "love", "hope", "appreciate", "believe", "understand", "abstain", "blame", "differ",
    "disagree",
];

/// Whether a verb of another language than English follows a name: a small word that tells of nothing past, in words that
/// hold a small word of that language and none of English.
pub fn is_foreign_verb(behind: &str) -> bool {
    let Some(rest) = behind.strip_prefix(' ') else { return false };
    let words: Vec<&str> = rest.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let first = words.first().copied().unwrap_or_default();
    first.starts_with(char::is_lowercase)
        && words.len() > 1
        && !PAST.contains(&first)
        && !PAST_ENDINGS.iter().any(|ending| first.ends_with(ending))
        && words.iter().any(|word| FOREIGN.contains(word) || !word.is_ascii())
        && !words.iter().any(|word| ENGLISH.contains(word))
}

/// Words that tell of the past or of a state, behind a name.
#[rustfmt::skip]
const PAST: &[&str] = &[
    "hat", "haben", "hatte", "war", "ist", "wurde", "fand", "sagte", "a", "ont", "est", "était", "avait", "ha", "han", "es", "fue",
    "foi", "é", "era", "tem", "è", "sono", "heeft", "hebben", "is", "was", "jest", "był", "była", "i", "und", "et", "y", "e", "en",
];
/// How verbs of the past end behind a name, where nothing else ends so: “przedstawił”, “presentó”, “enviou”, “berichtete”.
const PAST_ENDINGS: [&str; 9] = ["ił", "iła", "ał", "ała", "ó", "ou", "tete", "ierte", "eerde"];
/// Small words of other languages.
#[rustfmt::skip]
pub(super) const FOREIGN: &[&str] = &[
    "der", "die", "das", "den", "dem", "ein", "eine", "einen", "und", "bis", "mit", "für", "zum", "zur", "wird", "soll", "muss",
    "nach", "einem", "einer", "im", "am", "beim", "vom", "sich", "um", "bei", "ins", "aufs", "auf", "aus", "noch", "neue", "neuen",
    "le", "la", "les", "des", "du", "un", "une", "doit", "va", "aux", "au", "à", "el", "los", "las", "una", "que", "para", "al",
    "del", "con", "debe", "o", "os", "as", "um", "uma", "da", "do", "com", "vai", "deve", "il", "lo", "gli", "i", "di", "per", "si",
    "alle", "dal", "het", "een", "de", "met", "voor", "zal", "moet", "gaat", "na", "z", "ze", "do", "w", "ma", "się", "musi", "obie",
];
/// Small words of English alone.
const ENGLISH: &[&str] = &["the", "of", "and", "with", "to", "for", "by", "from", "will", "on", "is", "that"];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_somebody_has_to_do_is_told_from_where_they_are() {
        for behind in [
            " to send it",
            " will send it",
            "** should paint",
            " is going to ask",
            " volunteered to paint",
            " takes the action to write",
            " will have a closer look at the pump",
            " will Update the plan",
            " said he would look into the fonts",
            " confirmed that she will order the chairs",
        ] {
            assert!(is_bidden(behind), "{behind}");
        }
        for behind in
            [" will hingehen, Rob vielleicht", " will auf die Liste", " will semi-regelmäßige Runden organisieren"]
        {
            assert!(!is_bidden(behind), "{behind}");
        }
        for behind in [" will open the door", " will strengthen the fence with Jürgen", " will do it"] {
            assert!(is_bidden(behind), "{behind}");
        }
        assert!(is_bidden(" will be organising the meal"));
        for behind in [
            " will be organising",
            " will be seeing them",
            " will be away",
            " sent it",
            " to be there",
            " to",
            " To send",
            " wants to",
            " said he would be late",
            " said she would like the plan",
            " said it will send the plan",
        ] {
            assert!(!is_bidden(behind), "{behind}");
        }
    }

    #[test]
    fn minutes_of_other_languages_say_who_has_to_do_something() {
        for behind in [
            " wird gebeten, das Gutachten nachzureichen",
            " est chargée de relire",
            " ficou de enviar",
            " ma przesłać plan",
            " erklärt sich bereit, die Halle zu buchen",
            " versucht, die Firma zu erreichen",
            " se propose pour déplacer les tables",
            " s'est engagée à relire",
            " se ofreció a llevar las sillas",
            " ofereceu-se para imprimir os cartazes",
            " si è offerta di stampare i volantini",
            " biedt aan om de zaal te boeken",
            " zgodziła się przygotować plan",
        ] {
            assert!(is_bidden(behind), "{behind}");
        }
        for behind in [
            " ma kota",
            " wird gebeten",
            " est chargée",
            " ficou em casa",
            " versucht es",
            " soll dazu gefragt werden",
            " muss von Tomas informiert werden",
            " verspricht sich viel davon",
            " zgodził się z opinią",
            " se propose",
            " hat zugesagt",
        ] {
            assert!(!is_bidden(behind), "{behind}");
        }
    }

    #[test]
    fn verbs_of_other_languages_are_told_from_reports() {
        for behind in
            [" doit relire le contrat", " schickt das Angebot", " poprosi obie firmy", " debe firmar la licencia"]
        {
            assert!(is_foreign_verb(behind), "{behind}");
        }
        for behind in [
            " przedstawił sprawozdanie za rok",
            " presentó las cuentas",
            " berichtete über die Messe",
            " hat das Angebot geschickt",
            " est en congé",
            " contract renewal",
            " sends the plan",
            "",
        ] {
            assert!(!is_foreign_verb(behind), "{behind}");
        }
    }
}
