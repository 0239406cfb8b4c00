//! Verbs in the future of Romance languages, told by their endings: “démarreront”, “averiguará”, “preparerà”. Minutes promise
//! in it, so that a verb of which no table knows says what somebody is going to do, if it is done to something: an article
//! follows.

/// The language of whose verbs `form` is a future, where the words behind it, `rest`, begin with what something is done to.
pub(super) fn future_of(form: &str, rest: &[&str]) -> Option<&'static str> {
    let bare = |word: &&str| word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    let article = bare(rest.first()?);
    let language = FUTURES.iter().find_map(|(endings, language, articles)| {
        let is_form = endings.iter().any(|ending| form.ends_with(ending)) && form.starts_with(char::is_lowercase);
        let is_object =
            articles.iter().any(|other| article == *other || other.ends_with('\'') && article.starts_with(other));
        (is_form && is_object).then_some(*language)
    })?;
    // “Mara dejará la empresa”, “Mara volverá la próxima semana”
    let is_state = STATES.iter().any(|stem| form.starts_with(stem));
    let is_time = rest[1..].iter().take(2).any(|word| TIMES.contains(&bare(word).as_str()));
    (!is_state && !is_time).then_some(language)
}

/// Endings of the third person, their language, and the articles of it.
type Future = (&'static [&'static str], &'static str, &'static [&'static str]);

/// French has its singular in common with the present of others, so that its plural alone counts.
#[rustfmt::skip]
const FUTURES: [Future; 4] = [
    (&["eront", "iront", "dront", "tront", "vront"], "fr", &["le", "la", "les", "l'", "un", "une", "des", "du", "leur", "leurs", "ce", "cette", "ces"]),
    (&["ará", "erá", "irá", "arán", "erán", "irán"], "es", &["el", "la", "los", "las", "un", "una", "unos", "unas", "su", "sus", "este", "esta"]),
    (&["ará", "erá", "irá", "arão", "erão", "irão"], "pt", &["o", "a", "os", "as", "um", "uma", "seu", "sua", "este", "esta"]),
    (&["erà", "irà", "eranno", "iranno"], "it", &["il", "lo", "la", "i", "gli", "le", "l'", "un", "una", "uno", "suo", "sua", "questo", "questa"]),
];

/// With what begin the verbs of being, having, coming, leaving, getting, losing, thinking and the like, which are nothing to do.
#[rustfmt::skip]
const STATES: &[&str] = &[
    "ser", "aur", "pourr", "devr", "voudr", "saur", "rester", "viendr", "reviendr", "deviendr", "arriver", "participer", "assister", "manquer", "partir",
    "quitter", "sortir", "rentrer", "recevr", "perdr", "gagner", "attendr", "vivr", "passer", "penser", "réfléchir", "connaîtr", "croir", "verr", "entendr",
    "est", "habr", "haver", "podr", "poder", "tendr", "ter", "querr", "quer", "sabr", "saber", "vendr", "vir", "llegar", "chegar", "deber", "dever", "asistir",
    "participar", "faltar", "quedar", "ficar", "volver", "regresar", "voltar", "dejar", "deixar", "salir", "sair", "recibir", "receber", "necesitar", "precisar",
    "necessitar", "vivir", "viver", "perder", "ganar", "ganhar", "esperar", "entrar", "empezar", "começar", "viajar", "cumplir", "cambiar", "mudar", "pasar",
    "passar", "pensar", "reflexionar", "refletir", "creer", "ver", "conocer", "conhecer", "celebrar", "tirar", "jubilar", "abandonar", "ocupar",
    "sar", "avr", "potr", "dovr", "vorr", "sapr", "tener", "mancher", "parteciper", "tornerà", "torneranno", "uscir", "lascer", "ricever",
    "vincer", "aspetter", "entrer", "inizier", "viagger", "rientrer", "rifletter", "creder", "veder", "conoscer", "sposer", "která",
];

/// Words of time, behind an article.
#[rustfmt::skip]
const TIMES: [&str; 26] = [
    "lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo", "semana", "próxima", "próximo", "mes", "año", "ano", "dia", "día", "lundi",
    "mardi", "mercredi", "jeudi", "vendredi", "semaine", "mois", "lunedì", "settimana", "prossima", "mese",
];

#[cfg(test)]
mod tests {
    use super::*;

    fn language(form: &str, behind: &str) -> Option<&'static str> {
        future_of(form, &behind.split(' ').collect::<Vec<_>>())
    }

    #[test]
    fn a_future_of_doing_something_is_told_by_its_ending() {
        for (form, behind, expected) in [
            ("peaufineront", "les portes", "fr"),
            ("averiguará", "el precio", "es"),
            ("remendarão", "a porta", "pt"),
            ("remendará", "o salão", "pt"),
            ("rammenderà", "la tenda", "it"),
        ] {
            assert_eq!(language(form, behind), Some(expected), "{form}");
        }
    }

    #[test]
    fn states_times_nouns_and_the_words_of_others_are_none() {
        for (form, behind) in [
            ("resteront", "chez les voisins"),
            ("quitteront", "les lieux"),
            ("tendrá", "vacaciones"),
            ("dejará", "la empresa"),
            ("volverá", "la próxima semana"),
            ("saludará", "el lunes"),
            ("sairá", "de férias"),
            ("retira", "les documents"),
            ("genera", "el informe"),
            ("dobrá", "volba"),
            ("která", "pošle plán"),
            ("Sahará", "el grande"),
            ("front", "les portes"),
        ] {
            assert_eq!(language(form, behind), None, "{form}");
        }
    }
}
