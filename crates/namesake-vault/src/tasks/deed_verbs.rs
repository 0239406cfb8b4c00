//! Verbs of other languages than English that say in minutes, in the present or the future, what somebody is going to do:
//! “Mara bucht den Raum”, “Tomas gaat dit onderzoeken”, “Mara va nous écrire”. In running words the present is often a plain
//! statement, so that only verbs of sending, writing, booking, asking, checking and the like count, with what they are done to.

use namesake_note::word_list::lower;

use super::bidden::FOREIGN;
use super::futures::future_of;
use super::unbidden::is_ongoing;

mod table;
use table::{Verb, Verbs, verbs};

/// So many words behind a verb say whether it is a future of doing something.
const NEAR: usize = 3;

/// More words than this behind a name are not looked at.
const MOST_WORDS: usize = 40;

/// What words behind somebody's name, ` bucht den Raum`, have to be to tell of a deed. `is_there` says of a name whether its
/// bearer takes part: who asks somebody present has done so already.
pub fn tells_deed(behind: &str, is_there: &dyn Fn(&str) -> bool) -> bool {
    let behind = behind.trim_start_matches(['*', '_', ']']);
    if !behind.starts_with(' ') || is_ongoing(sentence(behind)) {
        return false;
    }
    let tokens: Vec<&str> = sentence(behind).split_whitespace().take(MOST_WORDS).collect();
    let clitics = tokens.iter().take(2).take_while(|token| CLITICS.contains(*token)).count();
    let Some(verb) = tokens.get(clitics).copied() else { return false };
    let rest = &tokens[clitics + 1..];
    let form = without_elision(bare(verb));
    let is_small = form.starts_with(char::is_lowercase);
    // “schreibt: …”, “schreibt, dass …” tell what was said; “prüft, ob …” does not.
    let is_set_off = verb.ends_with([':', ';', '?'])
        || verb.ends_with(',') && !rest.first().is_some_and(|word| WHETHER.contains(word));
    let is_question = sentence(behind).trim_end().ends_with('?');
    if !is_small || is_set_off || is_question || is_english(&tokens) {
        return false;
    }
    let clause = Clause { tokens: &tokens, rest, is_there };
    let verbs = verbs();
    let finite = || {
        let fits = |verb: &&Verb| is_clitic_of(tokens[..clitics].last(), verb.language);
        let found = || verbs.finite.get(form).into_iter().flatten().filter(fits);
        // Languages share forms.
        found().any(|verb| clause.has(verb)) && !found().any(|verb| clause.is_statement(verb.language))
    };
    let will = || future_of(form, rest).is_some_and(|language| !clause.is_statement(language));
    finite()
        || verbs.auxiliaries.iter().any(|(word, language)| *word == form && clause.goes_to(verbs, language))
        || will()
}

/// Whether words behind a name begin with such a verb. Where a mark or a heading says that something is to be done, it needs
/// no object: “fragt an”.
pub fn begins_with_deed(behind: &str) -> bool {
    let tokens: Vec<&str> = sentence(behind.trim_start_matches(['*', '_', ']'])).split_whitespace().collect();
    let clitics = tokens.iter().take(2).take_while(|token| CLITICS.contains(*token)).count();
    let Some(verb) = tokens.get(clitics).filter(|_| behind.starts_with(' ') && !is_english(&tokens)) else {
        return false;
    };
    let clause = Clause { tokens: &tokens, rest: &tokens[clitics + 1..], is_there: &|_| false };
    let found = verbs().finite.get(without_elision(bare(verb))).into_iter().flatten();
    found.filter(|verb| is_clitic_of(tokens[..clitics].last(), verb.language)).any(|verb| {
        let particles = verb.with.split(' ').find_map(|part| part.strip_prefix('+'));
        let is_last = |particle: &str| clause.rest.last().is_some_and(|last| bare(last) == particle);
        clause.fits(verb, true) || particles.is_some_and(|particles| particles.split('|').any(is_last))
    })
}

/// Whether the pronoun before a verb may be one of its language: “a” is none of French, which says “a crée” of the past where
/// the accent is forgotten.
fn is_clitic_of(clitic: Option<&&str>, language: &str) -> bool {
    language != "fr" || clitic.is_none_or(|clitic| *clitic != "a")
}

/// Whether such a verb stands behind a word that may be a name. Most lines hold none, and need not be looked at.
pub fn may_tell_deed(words: &str) -> bool {
    deed_places(words).next().is_some()
}

/// Where in `words` that begin with names such a verb may stand: the blank before it.
pub fn deed_places(words: &str) -> impl Iterator<Item = usize> {
    let verbs = verbs();
    let mut is_behind_name = false;
    words.match_indices(' ').filter_map(move |(at, _)| {
        let before = words[..at].rsplit(' ').next().unwrap_or_default().trim_start_matches(['*', '_', '[', '@', '(']);
        // A small word may stand between: `Mara nous envoie`.
        is_behind_name = before.starts_with(char::is_uppercase)
            || words[..at].ends_with([']', '*', '_'])
            || words[..at].rsplit(' ').next().is_some_and(|word| word.starts_with('@'))
            || is_behind_name && CLITICS.contains(&before)
            // `mvoss prüft das`
            || is_handle(before) && is_apart(words[..at].strip_suffix(before).unwrap_or_default());
        let next = words[at + 1..].split(' ').next().unwrap_or_default();
        let form = without_elision(bare(next));
        let rest = || words[at + 1..].split(' ').skip(1).take(NEAR).collect::<Vec<_>>();
        let is_verb = || {
            verbs.finite.contains_key(form)
                || future_of(form, &rest()).is_some()
                || verbs.auxiliaries.iter().any(|(word, _)| *word == form)
        };
        (is_behind_name && is_verb()).then_some(at)
    })
}

/// Whether `word` is a form of such a verb, or one that goes with an infinitive.
pub(super) fn is_verb_form(word: &str) -> bool {
    let verbs = verbs();
    verbs.finite.contains_key(word) || verbs.auxiliaries.iter().any(|(other, _)| *other == word)
}

/// Whether `word` is the infinitive of such a verb of `language`.
pub(super) fn is_infinitive(word: &str, language: &str) -> bool {
    verbs().infinitives.get(word).is_some_and(|found| found.iter().any(|verb| verb.language == language))
}

/// Whether the words begin with an infinitive behind which no article makes it a plural: “ anrufen”, “ fragen, ob”, not
/// “ schicken die Liste”.
pub(super) fn begins_with_infinitive(behind: &str) -> bool {
    let mut words = behind.split_whitespace();
    let is_infinitive = words.next().is_some_and(|verb| verbs().infinitives.contains_key(bare(verb)));
    is_infinitive && !words.next().is_some_and(|next| ARTICLES.contains(&next))
}

/// Whether one of the words makes a clause of `language` tell how things are.
pub(super) fn says_not(words: &str, language: &str) -> bool {
    let tokens: Vec<&str> = words.split_whitespace().collect();
    Clause { tokens: &tokens, rest: &tokens, is_there: &|_| false }.is_statement(language)
}

/// Whether a sentence may begin behind `before`.
fn is_apart(before: &str) -> bool {
    before.is_empty()
        || before.ends_with([' ', '*']) && before.trim_end().ends_with([':', '.', ';', '!', '?', '-', '–', '>'])
}

/// Whether words say what to do and name it, and not who does it: “Prendre rendez-vous avec l’école”, “Plakate drucken”.
pub(super) fn is_infinitive_clause(words: &str) -> bool {
    let tokens: Vec<&str> = words.split_whitespace().map(bare).filter(|word| !word.is_empty()).collect();
    let of = |word: Option<&&str>, languages: &[&str]| {
        let word = word.map(|word| lower(word)).unwrap_or_default();
        languages.iter().any(|language| is_infinitive(&word, language))
    };
    let is_last = tokens.last().is_some_and(|last| last.starts_with(char::is_lowercase));
    tokens.len() > 1
        && !is_english(&tokens)
        && (of(tokens.first(), &["fr", "es", "pt", "it", "pl"]) || is_last && of(tokens.last(), &["de", "nl"]))
}

/// Whether a word in small letters may be somebody's handle.
pub(super) fn is_handle(word: &str) -> bool {
    word.len() > 2
        && word.starts_with(|c: char| c.is_ascii_lowercase())
        && word.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_.".contains(&byte))
        && !FOREIGN.contains(&word)
}

/// The words behind somebody's name.
struct Clause<'c> {
    tokens: &'c [&'c str],
    /// Those behind the verb.
    rest: &'c [&'c str],
    is_there: &'c dyn Fn(&str) -> bool,
}

impl Clause<'_> {
    /// Whether all that `verb` has to stand with is there.
    fn has(&self, verb: &Verb) -> bool {
        let is_done_to = verb.with.contains('@') || self.rest.iter().any(|word| is_object(word));
        is_done_to && self.fits(verb, true)
    }

    fn fits(&self, verb: &Verb, is_finite: bool) -> bool {
        verb.with.split(' ').filter(|part| !part.is_empty()).all(|part| {
            let (sign, words) = part.split_at(1);
            let mut words = words.split('|');
            match sign {
                "+" => !is_finite || words.any(|word| self.closes(word)),
                "=" => words.any(|word| self.holds(word)),
                "!" => !words.any(|word| self.holds(word)),
                "?" => self.asks_elsewhere(),
                "<" => self.tokens[..self.tokens.len() - self.rest.len()].iter().any(|token| {
                    let token = token.replace('’', "'");
                    words.clone().any(|word| word == token)
                }),
                "*" => self.tokens.iter().any(|word| !word.is_ascii() || FOREIGN.contains(&bare(word))),
                _ => true,
            }
        })
    }

    /// Whether one of the language's infinitives stands where it does behind an auxiliary, with an object.
    fn goes_to(&self, verbs: &Verbs, language: &str) -> bool {
        let of_language = |word: &str| {
            let found = verbs.infinitives.get(word).into_iter().flatten();
            found.filter(|verb| verb.language == language).any(|verb| self.fits(verb, false))
        };
        let is_at = |nth: usize| match language {
            "de" | "nl" => self.is_end(nth),
            "es" => nth == 1 && self.rest[0] == "a",
            _ => nth < 4,
        };
        let is_object = || self.rest.iter().filter(|word| is_object(word)).count() > 1;
        let mut words = self.rest.iter().enumerate();
        // “wil … en roept op berichten in te sturen” is another one's.
        let is_bare = |nth: usize| nth == 0 || !["te", "zu"].contains(&self.rest[nth - 1]);
        let is_deed =
            words.any(|(nth, word)| is_at(nth) && is_bare(nth) && of_language(without_pronoun(bare(word), language)));
        is_deed && is_object() && !self.is_statement(language)
    }

    /// Whether the words tell how things are, or of the meeting itself.
    fn is_statement(&self, language: &str) -> bool {
        let Some(nots) = verbs().nots.get(language) else { return false };
        let is_not = |word: &str| nots.iter().any(|other| other == word) || language == "fr" && word.starts_with("n'");
        // “prüft, ob sie nicht …” tells of something else behind the comma.
        let is_main = |nth: usize| {
            nth == 0 || !self.tokens[nth - 1].ends_with(',') && (nth == 1 || !WHETHER.contains(&self.tokens[nth]))
        };
        let main = self.tokens.iter().enumerate().take_while(|(nth, _)| is_main(*nth));
        main.into_iter().any(|(_, word)| is_not(&lower(&bare(word).replace('’', "'"))))
    }

    /// Whether `word` ends the clause, behind an object: “richtet ein Wiki ein”.
    fn closes(&self, word: &str) -> bool {
        (1..self.rest.len()).any(|nth| bare(self.rest[nth]) == word && self.is_end(nth))
    }

    /// Whether the clause ends behind the word there, or only more is told of it.
    fn is_end(&self, nth: usize) -> bool {
        let is_closed = self.rest[nth].ends_with([',', ';', '.', ':', ')', '!']);
        is_closed
            || self.rest.get(nth + 1).is_none_or(|next| next.starts_with(['(', '–', '-']) || BEHIND.contains(next))
    }

    /// Whether a word, or a word and those behind it joined by `_`, stand behind the verb.
    fn holds(&self, words: &str) -> bool {
        let words: Vec<String> = words.split('_').map(str::to_lowercase).collect();
        self.rest
            .windows(words.len())
            .any(|window| window.iter().zip(&words).all(|(at, word)| lower(bare(at)) == *word))
    }

    /// Whether somebody is asked who does not take part: “fragt bei der Stadt”, “fragt Lea Thiele, ob”.
    fn asks_elsewhere(&self) -> bool {
        let rest: Vec<&str> =
            self.rest.iter().copied().skip_while(|word| ["noch", "nochmal", "nog"].contains(word)).collect();
        let Some((first, others)) = rest.split_first() else { return false };
        let is_at = ["bei", "beim", "bij", "aan"].contains(first);
        let whom = if is_at { others } else { &rest[..] };
        let mut name = String::new();
        for word in whom.iter().take(3).take_while(|word| word.starts_with(char::is_uppercase)) {
            let blank = if name.is_empty() { "" } else { " " };
            name.push_str(blank);
            name.push_str(bare(word));
            if word.ends_with([',', '.', ':', ';']) {
                break;
            }
        }
        let is_known = (self.is_there)(&name);
        !is_known && (is_at && !whom.is_empty() || !name.is_empty())
    }
}

/// The words up to the end of the sentence.
fn sentence(words: &str) -> &str {
    let ends = [". ", "! ", "; ", " -> ", " --> ", " → ", " => "].iter().filter_map(|sign| words.find(sign));
    &words[..ends.min().unwrap_or(words.len())]
}

pub(super) fn bare(word: &str) -> &str {
    word.trim_matches(|c: char| !c.is_alphanumeric())
}

/// A verb without the pronoun before it: `l'appelle`.
fn without_elision(word: &str) -> &str {
    word.split_once(['\'', '’']).filter(|(before, _)| before.len() == 1).map_or(word, |(_, verb)| verb)
}

/// An infinitive without the pronouns behind it: `enviarles`.
fn without_pronoun<'w>(word: &'w str, language: &str) -> &'w str {
    let pronouns: &[&str] = if language == "es" { &["les", "las", "los", "nos", "le", "la", "lo", "se"] } else { &[] };
    pronouns.iter().find_map(|pronoun| word.strip_suffix(pronoun).filter(|verb| verb.ends_with('r'))).unwrap_or(word)
}

/// Whether something may be done to what a word behind the verb names.
fn is_object(word: &str) -> bool {
    word.contains(char::is_alphanumeric) && !LITTLE.contains(&bare(word))
}

/// Whether a word of English alone stands there.
fn is_english(tokens: &[&str]) -> bool {
    tokens.iter().any(|word| ["the", "and", "with", "from", "that", "this", "for"].contains(word))
}

/// Articles of languages whose plural is written as the infinitive.
pub(super) const ARTICLES: [&str; 11] = ["der", "die", "das", "den", "dem", "ein", "eine", "einen", "de", "het", "een"];

/// Pronouns between a name and its verb.
#[rustfmt::skip]
const CLITICS: &[&str] = &[
    "nous", "vous", "leur", "lui", "le", "la", "les", "se", "en", "y", "lo", "los", "las", "nos", "os", "lhe", "lhes", "o", "a", "gli",
    "ci", "ne", "si", "li", "się", "im", "s'en", "s’en", "s'y", "s’y",
];
/// What follows a verb of checking and a comma.
#[rustfmt::skip]
const WHETHER: &[&str] = &[
    "ob", "wie", "wer", "was", "wann", "welche", "welcher", "welches", "wo", "of", "hoe", "wie", "wat", "si", "se", "czy", "jak", "kto", "kiedy", "ile",
];
/// What may follow the end of a clause without a sign.
#[rustfmt::skip]
const BEHIND: &[&str] = &["und", "oder", "für", "mit", "wegen", "bis", "ob", "wenn", "bzw.", "en", "of", "voor", "met", "om", "over", "als", "aan", "naar", "bij"];
/// Words that nothing can be done to.
#[rustfmt::skip]
const LITTLE: &[&str] = &["noch", "auch", "mal", "dann", "nochmal", "sich", "nog", "ook", "dan", "encore", "aussi", "también", "também", "anche", "też", "jeszcze", "się"];

#[cfg(test)]
mod tests {
    use super::*;

    fn tells(behind: &str) -> bool {
        tells_deed(behind, &|name| ["Tomas", "Ilse", "Ilse Brandt"].contains(&name))
    }

    #[test]
    fn deeds_of_several_languages_are_told() {
        for behind in [
            " bucht den Raum ab 9 Uhr",
            " kontaktiert Lea",
            " stellt Anfrage an die AG",
            " will den Mailtext verfassen",
            " wird die Räume reservieren",
            " richten ein [Wiki](https://example.org) ein",
            " fragt bei der Stadt nach, ob das geht",
            " fragt Lea Thiele, ob sie das macht",
            " prüft, ob die Halle frei ist",
            " legt die Listen an und druckt sie",
            " sagt dem Verein Bescheid",
            " prüft mit Lea ob ein Film eine Lösung sein würde",
            " kümmert sich.",
            " sucht Kisten bis Freitag raus",
            " verwerkt nog een takenlijst.",
            " mailt de commissie over de zaal",
            " gaat dit onderzoeken",
            " zoekt dat uit",
            " nous envoie le compte rendu",
            " va aussi nous écrire un compte rendu",
            " l'appelle demain",
            " transmettra la liste",
            " envía la lista",
            " va a enviarles el acta",
            " enviará el acta",
            " vai enviar a ata",
            " marca a reunião com a escola",
            " prenota la sala",
            " gli scrive una mail",
            " wyśle plan",
            " zadzwoni do szkoły",
            " s'en occupe.",
            " se charge du courrier",
            " fährt im Januar mal hin",
            " se reúne con el alcalde",
            " se ne occupa",
            " dowie się w urzędzie",
            " pakt het op",
            " providencia as cadeiras",
        ] {
            assert!(tells(behind), "{behind}");
        }
    }

    #[test]
    fn statements_are_told_from_deeds() {
        for behind in [
            " arbeitet bei Acme",
            " a crée un fichier pour le budget",
            " berichtet über die Messe",
            " findet das gut",
            " fragt nach",
            " fragt nach dem Stand",
            " fragt Tomas, ob er das macht",
            " fragt Ilse Brandt, ob sie das macht",
            " fragt, ob das geht",
            " weist darauf hin",
            " klärt den Verein auf",
            " bucht den Raum seit Jahren",
            " schickt die Karten immer zu spät",
            " schreibt, dass sie krank ist",
            " schreibt: wir kommen",
            " schreibt Protokoll",
            " bucht den Raum nicht",
            " meldet Bedenken an",
            " stellt den Plan vor",
            " lädt herzlich zum Fest ein",
            " informiert über den Stand",
            " wird gewählt",
            " will mehr Geld",
            " ruft an.",
            " stelt voor om te wachten",
            " maakt een opmerking",
            " regelt dat altijd",
            " deelt dit mee",
            " deelt mee dat de zaal dicht is",
            " gaat naar Gent",
            " wil een feest en roept op stukken in te sturen",
            " n'envoie pas la liste",
            " invite les membres à voter",
            " va mieux",
            " va a la feria",
            " no envía la lista",
            " manda saludos",
            " já envia a lista",
            " vai embora amanhã",
            " sempre prenota la sala",
            " już wyśle plan",
            " organise the meal",
            " prüft die Anwesenheit",
            " prévient que la salle est fermée",
            " affiche son désaccord",
            " repara en el error",
            " zmieni zdanie",
            " occupe la salle",
            " charge le camion",
            " fährt nach Rom",
            " analysiert die Lage",
            " analiza la situación",
            " realiza una presentación",
            " skizziert den Ablauf",
            " beantwortet die Fragen",
            " firma el acta",
            " integra la comisión",
            " loue le travail",
            " prüft vielleicht die Liste",
            " estuda medicina",
            " herstelt van een operatie",
            " bucht?",
            " bucht den Raum?",
            "",
        ] {
            assert!(!tells(behind), "{behind}");
        }
    }

    #[test]
    fn under_a_mark_a_verb_needs_no_object() {
        for behind in [" fragt an", " schickt", " richtet ein", " kontaktiert Lea"] {
            assert!(begins_with_deed(behind), "{behind}");
        }
        for behind in
            [" stelt dat de lijst goed is", " stellen fest", " arbeitet", " to send it", " a crée un plan", ""]
        {
            assert!(!begins_with_deed(behind), "{behind}");
        }
    }

    #[test]
    fn what_to_do_is_told_by_an_infinitive() {
        for words in
            ["Prendre contact avec l’école", "Plakate drucken", "Enviar el acta", "Posters ophangen", "Wysłać listę"]
        {
            assert!(is_infinitive_clause(words), "{words}");
        }
        for words in ["Plakate", "Le devis envoyé", "Acta de la reunión", "Envoyer", "Die Karten", "Die Schreiben", ""]
        {
            assert!(!is_infinitive_clause(words), "{words}");
        }
    }

    #[test]
    fn a_deed_stands_behind_a_name() {
        assert_eq!(deed_places("Mara und Ilse richten ein Wiki ein").collect::<Vec<_>>(), [13]);
        assert!(may_tell_deed("@mvoss schickt die Liste") && may_tell_deed("[[Mara Voss]] nous envoie la liste"));
        assert!(may_tell_deed("Umfrage: mvoss prüft das") && may_tell_deed("mvoss prüft das"));
        assert!(!may_tell_deed("der Verein, der schickt"));
    }
}
