//! Words of an item that report, decide or ask, and so give nobody anything to do: “The call was held today”, “Consensus is
//! that …”, “Mara, will the doors be ready”.

use super::first_look::may_bid;
use namesake_note::word_list::{holds_words, lower};
use namesake_transcript::is_deed;

/// What begins words that say what there will be or was; in small letters.
#[rustfmt::skip]
const THERE: &[&str] = &[
    "there will be", "there was", "there were", "there has been", "there have been", "expect the", "expect a", "expect an", "expect its",
    "expect this", "expect that", "expect some", "expect more", "es gab", "il y aura", "il y avait", "il y a eu", "habrá", "hubo", "haverá",
    "houve", "ci sarà", "ci saranno", "c'era", "ci sono stati", "ci sono state", "er komt", "er komen", "er was", "er waren", "będzie",
];
/// With what goes on what has to be done: “habrá que pintar”.
const NEEDED: [&str; 8] = ["que", "lieu", "à", "da", "de", "trzeba", "a need", "need"];

/// What begins words that tell what all agree on; in small letters.
#[rustfmt::skip]
const AGREED: &[&str] = &[
    "consensus is", "the consensus is", "consensus was", "the consensus was", "general consensus is", "the decision is", "the decision was",
    "konsens ist", "der konsens ist", "es besteht konsens", "einigkeit besteht", "il y a consensus", "le consensus est", "hay consenso",
    "el consenso es", "há consenso", "o consenso é", "c'è consenso", "il consenso è", "consensus is", "er is consensus", "panuje zgoda",
];

/// What says in the first part of a sentence how something will be or will not be.
#[rustfmt::skip]
const STATES: &[&str] = &[
    "will not be", "won't be", "is not going to be", "are not going to be", "will be used", "will be ready", "will be available",
    "will be held", "will be out", "ne sera pas", "ne seront pas", "no será", "no estará", "no estarán", "no serán", "não será", "não estará",
    "não estarão", "não serão", "non sarà", "non saranno", "nie będzie", "nie będą",
];

/// What says before a participle that something was done.
#[rustfmt::skip]
const WAS: &[&str] = &[
    "wurde", "wurden", "a été", "ont été", "fue", "fueron", "ha sido", "han sido", "foi", "foram",
    "è stato", "è stata", "sono stati", "sono state", "został", "została", "zostało", "zostały", "zostali",
];

/// What says so in English, where a participle has to follow: “was” is another word in German.
const ENGLISH: [&str; 4] = ["was", "were", "has been", "have been"];
/// Participles that do not end in “ed”.
#[rustfmt::skip]
const PARTICIPLES: &[&str] = &[
    "held", "sent", "made", "done", "paid", "met", "put", "set", "built", "told", "found", "won", "kept", "brought", "bought", "sold", "taken",
    "given", "written", "spoken", "begun", "shown",
];

/// Beginnings of what somebody was given to do or all agreed on, behind that.
#[rustfmt::skip]
const CHARGED: &[&str] = &[
    "ask", "task", "assign", "appoint", "agree", "decid", "request", "charg", "volunt", "nominat", "propos", "suggest", "supposed",
    "invit", "chosen", "elected", "instruct", "encourag", "remind", "gebeten", "beauftragt", "gewählt", "benannt", "bestimmt", "vereinbart",
    "beschlossen", "vorgeschlagen", "verpflichtet", "priée", "prié", "demandé", "désign", "nommé", "convenu", "décidé", "proposé", "encarg",
    "design", "nombrad", "acord", "acuerd", "asign", "decidido", "propuest", "encarreg", "nomead", "atribu", "combinad", "propost", "incaric",
    "nominat", "assegn", "concord", "deciso", "gevraagd", "aangewezen", "afgesproken", "besloten", "benoemd", "poprosz", "zobowiąz", "wyznacz",
    "ustalon", "przydziel",
];

/// What opens a clause of its own, in which something may have happened.
#[rustfmt::skip]
const CLAUSES: &[&str] = &[
    "that", "which", "who", "whom", "whether", "if", "what", "where", "when", "how", "because", "since", "as", "until",
    "dass", "ob", "wie", "was", "wer", "wo", "wenn", "bis", "wann", "warum", "welche", "welcher", "welches", "que",
    "qui", "si", "comment", "ce", "quand", "como", "quien", "cuando", "se", "quem", "quando", "che", "chi", "dat", "wat",
    "że", "czy", "co", "kto", "jak", "który", "która", "które", "cómo", "qué", "quién", "cuándo", "dónde", "cuál", "où",
    "pourquoi", "waarom", "wanneer", "hoe", "dlaczego", "kiedy", "gdzie",
];

/// With what English asks for something, between a name and what it is asked of.
const ASKING: [&str; 7] = ["will", "would", "could", "can", "does", "did", "should"];
/// With what goes on what is asked.
#[rustfmt::skip]
const ASKED_OF: &[&str] = &[
    "the", "it", "they", "we", "he", "she", "there", "these", "those", "our", "your", "their", "his", "her", "any", "anyone", "anybody", "everyone", "i",
];

/// How many words name what happened to something.
const SUBJECT: usize = 6;

/// With what begins what somebody thinks or feels, behind their name and a colon; in small letters.
#[rustfmt::skip]
const OPINIONS: &[&str] = &[
    "very", "quite", "rather", "happy", "unhappy", "glad", "worried", "satisfied", "excited", "skeptical", "sceptical", "interested",
    "concerned", "against", "agrees", "disagrees", "thinks", "likes", "loves", "prefers", "wants", "feels", "believes", "says", "said",
    "suggests", "reports", "still", "already", "good", "great", "nice", "sehr", "froh", "zufrieden", "findet", "meint", "sagt", "möchte",
    "dafür", "dagegen", "berichtet", "très", "contente", "content", "pense", "trouve", "contre", "muy", "contento", "contenta", "piensa",
    "cree", "muito", "acha", "molto", "pensa", "ritiene", "erg", "heel", "blij", "vindt", "denkt", "bardzo", "uważa", "myśli",
];

/// Whether words say what somebody thinks or feels: “very happy with the doors”.
pub fn is_opinion(told: &str) -> bool {
    let first = told.split(|c: char| !c.is_alphanumeric()).find(|word| !word.is_empty()).unwrap_or_default();
    OPINIONS.contains(&&*lower(first))
}

/// With what begins what somebody reports of themselves, behind their name and a colon; in small letters.
#[rustfmt::skip]
const HAS: &[&str] = &["has", "had", "heeft", "had", "hat", "hatte", "habe", "ha", "tem", "est", "è", "é", "jest", "był", "była", "ist", "war", "is", "was"];
/// That there is nothing new.
#[rustfmt::skip]
const NOTHING_NEW: &[&str] = &[
    "no update", "no updates", "no news", "no change", "no changes", "nothing new", "nothing to report", "status unchanged", "kein update", "keine updates",
    "keine neuigkeiten", "nichts neues", "nichts zu berichten", "status unverändert", "stand unverändert", "pas de nouvelles", "rien de neuf", "rien à signaler",
    "statut inchangé", "sin novedades", "sin cambios", "nada nuevo", "sem novidades", "sem alterações", "nada de novo", "nessuna novità", "niente di nuovo",
    "geen update", "geen updates", "geen nieuws", "niets nieuws", "status ongewijzigd", "bez zmian", "nic nowego", "brak zmian",
];

/// Whether words behind a name and a colon report how things are with their bearer: “status unchanged”, “heeft een meeting
/// gehad”.
pub fn is_own_report(told: &str) -> bool {
    let small = lower(told.trim_start_matches(['*', '_', ' '])).into_owned();
    let first = small.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    let is_new = NOTHING_NEW
        .iter()
        .any(|start| small.strip_prefix(start).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric)));
    let sentence = told.split(". ").next().unwrap_or_default();
    is_new || HAS.contains(&first) && !may_bid(sentence)
}

/// What somebody does in the meeting itself, in small letters. It is over when the note is read.
#[rustfmt::skip]
const CONDUCTED: &[&str] = &[
    "takes the chair", "takes the minutes", "chairs the meeting", "opens the meeting", "closes the meeting", "moves to adjourn",
    "übernimmt die versammlungsleitung", "übernimmt die sitzungsleitung", "übernimmt die gesprächsleitung", "übernimmt die moderation",
    "übernimmt das protokoll", "übernimmt die protokollführung", "übernimmt den vorsitz", "leitet die sitzung", "leitet die versammlung",
    "führt das protokoll", "führt protokoll", "eröffnet die sitzung", "eröffnet die versammlung", "schließt die sitzung",
    "schließt die versammlung", "beantragt die entlastung", "beantragt die vertagung", "beantragt den schluss",
    "assure la présidence", "assure le secrétariat", "préside la séance", "ouvre la séance", "lève la séance", "preside la reunión",
    "abre la reunión", "abre la sesión", "levanta la sesión", "preside a reunião", "abre a reunião", "encerra a reunião",
    "presiede la riunione", "apre la riunione", "chiude la riunione", "zit de vergadering voor", "opent de vergadering",
    "sluit de vergadering", "notuleert de vergadering", "otwiera zebranie", "prowadzi zebranie", "zamyka zebranie",
];
/// What says that another meeting is meant.
const NEXT: [&str; 8] = ["next", "nächst", "kommend", "prochain", "próxim", "prossim", "volgend", "następn"];

/// Whether words in small letters tell how the meeting itself was held: “Mara übernimmt die Versammlungsleitung”.
fn is_conduct(small: &str) -> bool {
    CONDUCTED.iter().any(|part| holds_words(small, part)) && !NEXT.iter().any(|next| small.contains(next))
}

/// Whether `words` report, decide or ask. `is_name` says whether words are certainly somebody's name.
pub fn is_told(words: &str, is_name: &dyn Fn(&str) -> bool) -> bool {
    let words = words.trim_start_matches(['*', '_', ' ']).replace('’', "'");
    let small = lower(&words);
    let rest_of = |start: &&str| small.strip_prefix(start).filter(|rest| rest.starts_with([' ', ',', ':']));
    if AGREED.iter().any(|start| rest_of(start).is_some()) {
        // “Consensus is that Mara sends it”
        return !words.split(|c: char| !c.is_alphanumeric()).skip(1).any(is_name);
    }
    if is_question(&words) || is_conduct(&small) {
        return true;
    }
    // “The gate was hit, Mara to mend it”
    let (first, rest) = small.split_once(['.', ';', ':', ',']).unwrap_or((&small, ""));
    let is_needed = |rest: &str| NEEDED.iter().any(|word| rest.trim_start().starts_with(&format!("{word} ")));
    let is_there = || THERE.iter().filter_map(rest_of).any(|rest| !is_needed(rest));
    !may_bid(rest) && (is_there() || is_state(first) || has_happened(first))
}

/// “The samples will not be ready.” Who is to tell somebody so has something to do.
fn is_state(first: &str) -> bool {
    let at = STATES.iter().filter(|state| holds_words(first, state)).filter_map(|state| first.find(state)).min();
    at.is_some_and(|at| is_subject(&first[..at]))
}

/// “The call was held today.”
fn has_happened(first: &str) -> bool {
    let is_past = |was: &&&str| {
        first.split_once(&format!(" {was} ")).is_some_and(|(subject, behind)| {
            let mut told = behind.split(' ').take(2);
            let is_english = ENGLISH.contains(was);
            let is_participle = |word: &str| word.ends_with("ed") || PARTICIPLES.contains(&word);
            let is_charge = behind.split(' ').any(|word| CHARGED.iter().any(|charge| word.starts_with(charge)));
            is_subject(subject) && !is_charge && (!is_english || told.any(is_participle))
        })
    };
    WAS.iter().chain(&ENGLISH).any(|was| is_past(&was))
}

/// Whether words name something, and tell nobody to do anything.
fn is_subject(words: &str) -> bool {
    let mut words =
        words.split(|c: char| !(c.is_alphanumeric() || c == '\'')).filter(|word| !word.is_empty()).peekable();
    let is_bare = words.peek().is_some_and(|first| !is_deed(first));
    is_bare && words.clone().count() <= SUBJECT && words.all(|word| !CLAUSES.contains(&word) || word == "the")
}

/// “Mara Voss will the doors be ready.”
fn is_question(words: &str) -> bool {
    let mut rest = words.split(' ').map(|word| word.trim_end_matches([',', ':']));
    let mut named = 0;
    let verb = rest.find(|word| {
        let is_name = word.starts_with(|c: char| c.is_uppercase() || c == '@');
        named += usize::from(is_name);
        !is_name
    });
    (1..=3).contains(&named)
        && verb.is_some_and(|verb| ASKING.contains(&verb))
        && rest.next().is_some_and(|asked| ASKED_OF.contains(&asked))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_name(words: &str) -> bool {
        words == "Mara"
    }

    #[test]
    fn what_somebody_reports_of_themselves_is_told_from_a_task() {
        for told in [
            "status ongewijzigd, druk.",
            "heeft een meeting gehad. Er is een plan, dat moet af",
            "No update.",
            "Sin novedades",
            "has sent it",
        ] {
            assert!(is_own_report(told), "{told}");
        }
        for told in ["has to send it", "status page bauen", "no posters in the hall", "send it", "is to send it", ""] {
            assert!(!is_own_report(told), "{told}");
        }
    }

    #[test]
    fn reports_are_told_from_what_is_to_be_done() {
        for words in [
            "There will be a blog post",
            "Expect its release this month.",
            "Consensus is that we keep the doors",
            "Il y aura une fête",
            "The sample set will not be ready.",
            "Los asientos no estarán listos",
            "The skeleton will be used to find the gaps",
            "The bakers’ call was held today, Mara was there",
            "Der Zaun wurde am Montag gestrichen",
            "La clôture a été peinte",
            "Mara Voss will the next doors be tied in with theirs.",
            "Mara, can the doors be painted",
            "The bill was already paid",
            "Consensus is that we will not share it",
        ] {
            assert!(is_told(words, &is_name), "{words}");
        }
        for words in [
            "Tell Rob that the doors will not be ready",
            "Check whether the invoice was paid",
            "Mara was asked to send the plan",
            "Mara wurde gebeten, den Plan zu schicken",
            "Mara est chargée de relire",
            "The doors will be painted by Mara",
            "Find out who was there",
            "Mara will send the plan",
            "Mara will then ask the dairy",
            "MV can you send the plan",
            "Call the baker who was recommended",
            "The gate was damaged. Mara to mend it",
            "There will be a fair, Tomas will make a list",
            "Consensus is that Mara sends it",
            "Habrá que pintar la puerta",
            "Będzie trzeba pomalować bramę",
            "Klären was wir im Herbst brauchen",
            "Die Stühle werden von Mara geholt",
            "Averiguar cómo fue la fiesta",
            "Ich werd das machen",
            "",
        ] {
            assert!(!is_told(words, &is_name), "{words}");
        }
    }
}
