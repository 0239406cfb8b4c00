//! Forms of verbs that minutes have beside the third person, told as that: the first person of whoever speaks, “Mara: ich
//! schreibe der Stadt”, the subjunctive and the verb at the end of what was agreed, “que Mara escriba”, “dass Mara sie schreibt”.

use super::deed_verbs::{bare, tells_deed};

/// Words of somebody who speaks of more, or of what they think, are no promise.
const MOST_WORDS: usize = 30;

/// Whether words in the first person undertake something: “ich schreibe der Stadt”, “je m'occupe du vin”, “wyślę listę”.
/// `is_bidden` says whether words behind a name say that its bearer has to do something.
pub(super) fn promises(words: &str, is_bidden: fn(&str) -> bool) -> bool {
    let words = words.trim_start_matches([' ', '*', '_']).replace('’', "'");
    let mut tokens: Vec<String> = words.split_whitespace().take(MOST_WORDS).map(str::to_owned).collect();
    let Some(first) = tokens.first_mut() else { return false };
    *first = first.to_lowercase();
    // “j'enverrai”, “m'occupe”
    if let Some(verb) = first.strip_prefix("j'") {
        *first = verb.to_owned();
    } else if PRONOUNS.contains(&first.as_str()) {
        tokens.remove(0);
    }
    for token in &mut tokens {
        if let Some((_, other)) = REFLEXIVE.iter().find(|(own, _)| own == token) {
            *token = (*other).to_owned();
        } else if let Some(verb) = token.strip_prefix("m'") {
            *token = format!("s'{verb}");
        }
    }
    // “mi occupo io delle bibite”
    tokens.retain(|token| token != "io" && token != "yo");
    let at = tokens.iter().position(|token| !["se", "si", "się", "zich"].contains(&token.as_str()));
    let Some((at, verb)) = at.and_then(|at| Some((at, tokens.get(at)?.clone()))) else { return false };
    let is_own = |third: &str| third != verb || IRREGULAR.iter().any(|(first, _)| *first == verb);
    let is_reflexive =
        words.contains("m'") || REFLEXIVE.iter().any(|(own, _)| words.split(' ').any(|word| word == *own));
    third_persons(&verb).into_iter().any(|third| {
        // “Will it rain?” is in no first person.
        let is_first = is_own(&third) || is_reflexive;
        tokens[at] = third;
        let told = format!(" {}", tokens.join(" "));
        is_first && is_bidden(&told) || tells_deed(&told, &|_| false)
    })
}

/// Pronouns of whoever speaks.
const PRONOUNS: [&str; 8] = ["ich", "je", "yo", "eu", "io", "ik", "ja", "we'"];
/// What somebody says of themselves, and what others say of them.
const REFLEXIVE: [(&str, &str); 4] = [("mich", "sich"), ("me", "se"), ("mi", "si"), ("mij", "zich")];
/// First persons that are not made by an ending; those of thinking are none.
const IRREGULAR: [(&str, &str); 17] = [
    ("übernehme", "übernimmt"),
    ("werde", "wird"),
    ("nehme", "nimmt"),
    ("gebe", "gibt"),
    ("spreche", "spricht"),
    ("trage", "trägt"),
    ("lade", "lädt"),
    ("lasse", "lässt"),
    ("halte", "hält"),
    ("vais", "va"),
    ("voy", "va"),
    ("vou", "vai"),
    ("ga", "gaat"),
    ("zal", "zal"),
    ("faço", "faz"),
    ("hago", "hace"),
    ("farò", "farà"),
];
/// What verbs of the first person end with, and those of the third.
const ENDINGS: [(&str, &str); 16] = [
    ("e", "t"),
    ("e", "et"),
    ("", ""),
    ("", "t"),
    ("rai", "ra"),
    ("ré", "rá"),
    ("rei", "rá"),
    ("rò", "rà"),
    ("o", "a"),
    ("o", "e"),
    ("ço", "ça"),
    ("ę", "e"),
    ("ę", "ie"),
    ("ę", "i"),
    ("ę", ""),
    ("ego", "ega"),
];

/// The third persons that a first person may stand for. “Creo” and the like are opinions.
fn third_persons(verb: &str) -> Vec<String> {
    if ["creo", "credo", "finde", "glaube", "denke"].contains(&verb) {
        return Vec::new();
    }
    let irregular = IRREGULAR.iter().filter(|(first, _)| *first == verb).map(|(_, third)| (*third).to_owned());
    let regular = ENDINGS.iter().filter_map(|(own, third)| Some(format!("{}{third}", verb.strip_suffix(own)?)));
    irregular.chain(regular).collect()
}

/// Whether words behind a name tell a deed by a verb at the end or in the subjunctive: “ die Einladung schreibt”, “ escriba al
/// concejal”.
pub(super) fn is_agreed_deed(behind: &str) -> bool {
    let clause = behind.split([',', ';']).next().unwrap_or_default().trim_end_matches(['.', ' ', ')']);
    let Some((ahead, last)) = clause.rsplit_once(' ') else { return false };
    if !ahead.is_empty() && tells_deed(&format!(" {last}{ahead}"), &|_| false) {
        return true;
    }
    let mut words = clause.trim_start().splitn(2, ' ');
    let (verb, rest) = (bare(words.next().unwrap_or_default()), words.next().unwrap_or_default());
    SUBJUNCTIVES.iter().any(|(own, third)| {
        let stem = verb.strip_suffix(own);
        stem.is_some_and(|stem| tells_deed(&format!(" {stem}{third} {rest}"), &|_| false))
    })
}

/// What verbs of the subjunctive end with, and those of the indicative.
const SUBJUNCTIVES: [(&str, &str); 8] =
    [("que", "ca"), ("gue", "ga"), ("ce", "za"), ("a", "e"), ("e", "a"), ("íe", "ía"), ("i", "a"), ("ça", "ce")];

#[cfg(test)]
mod tests {
    use super::super::bidden::is_bidden;
    use super::*;

    #[test]
    fn whoever_speaks_may_promise_something() {
        for words in [
            "Ich kümmere mich um die Bühne",
            "ich schreibe der Stadt",
            "je m'occupe du vin",
            "j’enverrai la liste demain",
            "yo me encargo del cartel",
            "enviaré la lista",
            "vou ligar para a gráfica",
            "mi occupo io delle bibite",
            "manderò la lista",
            "ik zal de lijst sturen",
            "ik bel de drukker",
            "wyślę listę",
            "zajmę się muzyką",
        ] {
            assert!(promises(words, is_bidden), "{words}");
        }
        for words in [
            "Ich finde die Halle zu klein",
            "ich war letztes Jahr dabei",
            "je trouve la salle trop petite",
            "j'étais là l'an dernier",
            "creo que el salón es pequeño",
            "estuve allí el año pasado",
            "acho que o salão é pequeno",
            "credo che la sala sia piccola",
            "ik vind de zaal te klein",
            "ik was er vorig jaar bij",
            "myślę, że sala jest za mała",
            "byłam tam w zeszłym roku",
            "",
        ] {
            assert!(!promises(words, is_bidden), "{words}");
        }
    }

    #[test]
    fn what_was_agreed_may_have_its_verb_at_the_end_or_in_the_subjunctive() {
        for behind in [
            " die Einladung schreibt",
            " de wethouder mailt",
            " escriba al concejal",
            " llame a la imprenta",
            " scriva al sindaco",
        ] {
            assert!(is_agreed_deed(behind), "{behind}");
        }
        for behind in
            [" recht hat", " gelijk heeft", " tenga razón", " sea la tesorera", " abbia ragione", " schreibt", ""]
        {
            assert!(!is_agreed_deed(behind), "{behind}");
        }
    }
}
