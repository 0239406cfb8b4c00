//! What somebody says of themselves behind their name and a colon, in other languages than English: “Mara: ich schicke die
//! Liste”, “Tomas: je m’en occupe”, “Ilse: voy a enviar el acta”. It is put into the third person and read as what is told of
//! them.

use super::deed_verbs::{is_verb_form, tells_deed};

/// Pronouns with which somebody speaks of themselves: language, word.
const PRONOUNS: [(&str, &str); 10] = [
    ("de", "ich"),
    ("fr", "je"),
    ("fr", "j'"),
    ("nl", "ik"),
    ("es", "yo"),
    ("pt", "eu"),
    ("it", "io"),
    ("pl", "ja"),
    ("de", "Ich"),
    ("fr", "J'"),
];

/// Forms of the first person that no rule makes the third one of.
#[rustfmt::skip]
const FORMS: [(&str, &str); 24] = [
    ("werde", "wird"), ("will", "will"), ("lade", "lädt"), ("spreche", "spricht"), ("nehme", "nimmt"), ("gebe", "gibt"), ("trage", "trägt"), ("treffe", "trifft"),
    ("vais", "va"), ("ferai", "fera"), ("ga", "gaat"), ("zal", "zal"), ("doe", "doet"), ("voy", "va"), ("me", "se"), ("vou", "vai"), ("faço", "faz"), ("trago", "traz"),
    ("mi", "si"), ("faccio", "fa"), ("vado", "va"), ("m'en", "s'en"), ("mich", "sich"), ("mij", "zich"),
];

/// How the first person ends and the third one of it.
const ENDINGS: [(&str, &str); 9] =
    [("e", "t"), ("te", "tet"), ("ai", "a"), ("s", "t"), ("o", "a"), ("o", "e"), ("ię", "i"), ("ę", "i"), ("ę", "e")];

/// Whether `told`, behind somebody’s name and a colon, says in the first person what they are going to do.
pub(super) fn promises_in_person(told: &str) -> bool {
    let told = told.trim_start_matches([' ', '*', '_']).replace('’', "'");
    let pronoun = PRONOUNS.iter().find_map(|(_, pronoun)| {
        let rest = told.strip_prefix(pronoun)?;
        rest.strip_prefix(' ').or_else(|| pronoun.ends_with('\'').then_some(rest))
    });
    let small = pronoun.map_or_else(|| lowered(&told), str::to_owned);
    let mut words: Vec<String> = small.split(' ').map(str::to_owned).collect();
    let is_pronoun =
        |word: &str| ["me", "mi", "m'en", "lo", "la", "los", "las", "les", "le", "ne", "ci"].contains(&word);
    let ahead = words.iter().take_while(|word| is_pronoun(word)).count();
    let Some(verb) = words.get(ahead).cloned().filter(|_| pronoun.is_some() || ahead > 0 || is_going(&words)) else {
        return false;
    };
    for word in &mut words {
        let bare = word.trim_end_matches(['.', ',', ';', '!']);
        if let Some((first, third)) = FORMS.iter().find(|(first, _)| *first == bare) {
            *word = word.replacen(first, third, 1);
        }
    }
    let bare = verb.trim_end_matches(['.', ',', ';', '!']);
    let sign = &verb[bare.len()..];
    let mut thirds: Vec<String> = third_persons(bare).iter().map(|third| format!("{third}{sign}")).collect();
    // “voy”, “werde”, and those which are the same in both
    thirds.extend([words[ahead].clone(), verb.clone()]);
    thirds.into_iter().any(|third| {
        words[ahead] = third;
        tells_deed(&format!(" {}", words.join(" ")), &|_| false)
    })
}

/// Whether words begin with “voy a”, “vou”, “werde” or “ga”, which only the speaker says.
fn is_going(words: &[String]) -> bool {
    words.first().is_some_and(|word| ["voy", "vou", "werde", "ga", "zal", "vado"].contains(&word.as_str()))
}

/// The forms of the table that may be the third person of `verb`.
fn third_persons(verb: &str) -> Vec<String> {
    let third = |(first, third): &(&str, &str)| verb.strip_suffix(first).map(|stem| format!("{stem}{third}"));
    let found = ENDINGS.iter().filter_map(third).chain([format!("{verb}t")]);
    found.filter(|form| is_verb_form(form)).collect()
}

fn lowered(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_somebody_says_of_themselves_is_told_of_them() {
        for told in [
            "ich schicke die Liste",
            "ich kümmere mich.",
            "ich werde den Raum buchen",
            "Ich prüfe, ob die Halle frei ist",
            "je m'en occupe.",
            "j'envoie la liste",
            "je vais écrire la lettre",
            "ik stuur de mail",
            "ik ga de zaal reserveren",
            "yo envío el acta",
            "voy a enviar el acta",
            "lo envío mañana",
            "eu envio a ata",
            "vou enviar a ata",
            "io mando la mail",
            "me ne occupo",
            "ja wyślę plan",
        ] {
            assert!(promises_in_person(told), "{told}");
        }
        for told in [
            "ich finde das gut",
            "ich schicke nichts",
            "ich habe die Liste geschickt",
            "je suis d'accord",
            "yo no envío nada",
            "contacto con la escuela",
            "ik vind dat goed",
            "eu acho que sim",
            "ich bin im Urlaub",
            "die Liste ist fertig",
            "ich schicke immer die Liste",
            "",
        ] {
            assert!(!promises_in_person(told), "{told}");
        }
    }
}
