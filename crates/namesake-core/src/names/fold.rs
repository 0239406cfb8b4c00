//! Folding: written letters to the form in which names are compared. Latin letters lose case and accents; letters of
//! other scripts are kept as they are, never folded to nothing. How names sound is left to `sound`.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Letters and digits of `text` in lower case, Latin letters without their marks: `Jäntsch-Łoś` gives `jantschlos`.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    let mut on_latin = false;
    for c in text.nfkd().flat_map(char::to_lowercase) {
        if is_accent(c) && on_latin {
            continue;
        }
        if let Some(plain) = plain_latin(c) {
            folded.push_str(plain);
            on_latin = true;
        } else if c.is_alphanumeric() || (is_combining_mark(c) && !on_latin && !folded.is_empty()) {
            folded.push(c);
            on_latin = c.is_ascii();
        }
    }
    if folded.is_ascii() { folded } else { folded.nfc().collect() }
}

/// `text` with the letters German and Nordic writers spell out (`ü` as `ue`, `å` as `aa`), where there are any.
pub fn spelled_out(text: &str) -> Option<String> {
    let mut found = false;
    let mut spelled = String::with_capacity(text.len() + 4);
    for c in text.nfc() {
        let pair = match c {
            'ä' | 'Ä' => "ae",
            'ö' | 'Ö' | 'ø' | 'Ø' => "oe",
            'ü' | 'Ü' => "ue",
            'å' | 'Å' => "aa",
            _ => "",
        };
        found |= !pair.is_empty();
        if pair.is_empty() {
            spelled.push(c);
        } else {
            spelled.push_str(pair);
        }
    }
    found.then_some(spelled)
}

fn is_accent(c: char) -> bool {
    ('\u{300}'..='\u{36f}').contains(&c)
}

/// Latin letters that Unicode does not take apart.
fn plain_latin(c: char) -> Option<&'static str> {
    Some(match c {
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        'ø' => "o",
        'ł' => "l",
        'đ' | 'ð' => "d",
        'þ' => "th",
        'ı' => "i",
        'ə' => "e",
        'ħ' => "h",
        'ŋ' => "n",
        'ŧ' => "t",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accents_case_and_punctuation_do_not_count() {
        assert_eq!(fold("Jäntsch-Łoś"), "jantschlos");
        assert_eq!(fold("O’Brien"), fold("OBRIEN"));
        assert_eq!(fold("e\u{301}"), fold("é"));
        assert_eq!(fold("Søren İnce"), "soreni\u{6e}ce");
    }

    #[test]
    fn other_scripts_stay_as_they_are() {
        assert_eq!(fold("李明"), "李明");
        assert_eq!(fold("Дмитрий"), "дмитрий");
        assert_eq!(fold("한지민"), "한지민");
        assert_ne!(fold("कमल"), fold("कमला"));
    }

    #[test]
    fn german_and_nordic_letters_are_spelled_out() {
        assert_eq!(spelled_out("Jürgen Ångström").as_deref(), Some("Juergen aangstroem"));
        assert_eq!(spelled_out("Jose"), None);
    }
}
