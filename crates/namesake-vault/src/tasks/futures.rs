//! Verbs in the future of Romance languages, told by their endings: “démarrera”, “averiguará”, “preparerà”. Minutes promise in
//! it, so that a verb of which no table knows says what somebody is going to do.

/// Shorter words are none: “era”, “fará” of “fará calor”.
const SHORTEST: usize = 5;

/// The language of whose verbs `form` is a future, if it is one of doing. `tokens` are the words of its clause.
pub(super) fn future_of(form: &str, tokens: &[&str]) -> Option<&'static str> {
    if form.chars().count() < SHORTEST || !form.starts_with(char::is_lowercase) || STATES.contains(&form) {
        return None;
    }
    let ends = |endings: &[&str]| endings.iter().any(|ending| form.ends_with(ending));
    let is_french = || tokens.iter().any(|word| FRENCH.contains(&word.trim_matches(|c: char| !c.is_alphanumeric())));
    match () {
        () if ends(&["rà", "ranno"]) => Some("it"),
        () if ends(&["rán"]) => Some("es"),
        () if ends(&["rão"]) => Some("pt"),
        () if ends(&["rá"]) => Some("es"),
        // “Genera” and “mira” are the present of others.
        () if ends(&["ront"]) || ends(&["era", "ira", "dra"]) && is_french() => Some("fr"),
        () => None,
    }
}

/// Small words that French alone has.
#[rustfmt::skip]
const FRENCH: [&str; 17] = [
    "les", "des", "du", "une", "aux", "au", "et", "sur", "dans", "avec", "pour", "ce", "cette", "ses", "leur", "leurs", "chez",
];

/// Futures of being, having, coming, thinking and the like, which are nothing to do, and a word that only ends as one.
#[rustfmt::skip]
const STATES: &[&str] = &[
    "front", "seront", "auront", "pourra", "pourront", "devra", "devront", "voudra", "voudront", "faudra", "restera", "resteront", "saura", "sauront", "viendra",
    "viendront", "arrivera", "arriveront", "participera", "participeront", "assistera", "assisteront", "manquera", "manqueront", "partira", "partiront",
    "deviendra", "deviendront", "serán", "estará", "estarán", "habrá", "habrán", "podrá", "podrán", "tendrá", "tendrán", "querrá", "querrán", "sabrá",
    "vendrá", "vendrán", "llegará", "llegarán", "deberá", "deberán", "asistirá", "asistirán", "participará", "participarán", "faltará", "faltarán",
    "quedará", "quedarán", "serão", "estarão", "haverá", "poderá", "poderão", "terão", "ficará", "ficarão", "chegará", "chegarão", "deverá", "deverão",
    "faltarão", "participarão", "saranno", "avranno", "potrà", "potranno", "dovrà", "dovranno", "vorrà", "vorranno", "verrà", "verranno", "arriverà",
    "arriveranno", "resterà", "mancherà", "parteciperà", "pensera", "penseront", "réfléchira", "réfléchiront", "pensará", "pensarán", "reflexionará",
    "pensarão", "refletirá", "penserà", "penseranno", "rifletterà", "rifletteranno",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_future_of_doing_is_told_by_its_ending() {
        for (form, behind, language) in [
            ("démarrera", "la mise en place du serveur", "fr"),
            ("peaufineront", "les portes", "fr"),
            ("averiguará", "el precio", "es"),
            ("remendarão", "a porta", "pt"),
            ("rammenderà", "la tenda", "it"),
        ] {
            let tokens: Vec<&str> = behind.split(' ').collect();
            assert_eq!(future_of(form, &tokens), Some(language), "{form}");
        }
    }

    #[test]
    fn states_nouns_and_the_present_of_others_are_none() {
        for (form, behind) in [
            ("restera", "chez les voisins"),
            ("tendrá", "vacaciones"),
            ("genera", "el informe"),
            ("espera", "una respuesta"),
            ("front", "door"),
            ("Sahará", "es grande"),
            ("era", "tarde"),
        ] {
            let tokens: Vec<&str> = behind.split(' ').collect();
            assert_eq!(future_of(form, &tokens), None, "{form}");
        }
    }
}
