//! Folding: text to the form in which names and words are compared. Latin letters lose case and accents; letters of
//! other scripts stay as they are. The tables cover European names and Vietnamese, including letters such as ø and ł
//! that Unicode normalisation does not take apart. How names sound is left to the names crate.

/// Letters and digits of `text` in lower case, Latin letters without their marks: `Jäntsch-Łoś` gives `jantschlos`.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    if text.is_ascii() {
        let letters = text.bytes().filter(u8::is_ascii_alphanumeric);
        folded.extend(letters.map(|letter| char::from(letter.to_ascii_lowercase())));
        return folded;
    }
    for c in text.chars().map(narrow).flat_map(char::to_lowercase) {
        if c.is_ascii_alphanumeric() {
            folded.push(c);
        } else if let Some(letters) = two_letters(c) {
            folded.push_str(letters);
        } else if let Some(plain) = without_mark(c) {
            folded.push(plain);
        } else if !c.is_ascii() && c.is_alphanumeric() && !is_accent(c) {
            folded.push(c);
        }
    }
    folded
}

/// The folded words of `text`. Signs that stand alone are no words.
pub fn words(text: &str) -> impl Iterator<Item = String> {
    text.split_whitespace().map(fold).filter(|word| !word.is_empty())
}

/// `text` with the letters that German and Nordic writers spell out (`ü` as `ue`, `å` as `aa`); `None` where it has
/// none of them.
pub fn spelled_out(text: &str) -> Option<String> {
    if text.is_ascii() {
        return None;
    }
    let mut found = false;
    let mut spelled = String::with_capacity(text.len() + 4);
    let mut letters = text.chars().peekable();
    while let Some(c) = letters.next() {
        let pair = match (c, letters.peek()) {
            ('ä' | 'Ä', _) | ('a' | 'A', Some('\u{308}')) => "ae",
            ('ö' | 'Ö' | 'ø' | 'Ø', _) | ('o' | 'O', Some('\u{308}')) => "oe",
            ('ü' | 'Ü', _) | ('u' | 'U', Some('\u{308}')) => "ue",
            ('å' | 'Å', _) | ('a' | 'A', Some('\u{30a}')) => "aa",
            _ => "",
        };
        if pair.is_empty() {
            spelled.push(c);
        } else {
            found = true;
            spelled.push_str(pair);
            letters.next_if(|next| is_accent(*next));
        }
    }
    found.then_some(spelled)
}

fn is_accent(c: char) -> bool {
    ('\u{300}'..='\u{36f}').contains(&c)
}

/// The ASCII character of a full-width one, as Japanese input methods write it.
fn narrow(c: char) -> char {
    match u32::from(c) {
        wide @ 0xff01..=0xff5e => char::from_u32(wide - 0xfee0).unwrap_or(c),
        _ => c,
    }
}

fn two_letters(c: char) -> Option<&'static str> {
    Some(match c {
        'ß' => "ss",
        'æ' | 'ǽ' => "ae",
        'œ' => "oe",
        'þ' => "th",
        'ĳ' => "ij",
        _ => return None,
    })
}

/// The plain letters of U+00E0 to U+024F, and a full stop for characters that have none: Unicode's canonical
/// decompositions without marks, and ø, ł, đ, ð, ħ, ŧ, ŋ, ı, which have no decomposition.
const LATIN: &str = "\
    aaaaaa.ceeeeiiiidnooooo.ouuuuy.yaaaaaaccccccccdd.deeeeeeeeeegggggggghh.hiiiiiiiiii..jjkk.llllll...ln\
    nnnnn..noooooo..rrrrrrsssssssstttt.tuuuuuuuuuuuuwwyyyzzzzzz.................................oo......\
    .......uu............................aaiioouuuuuuuuuu.aaaa....ggkkoooo..j...gg..nnaa...oaaaaeeeeiiii\
    oooorrrruuuusstt..hh......aaeeooooooooyy............................";
/// The same of U+1E00 to U+1EFF.
const LATIN_ADDITIONAL: &str = "\
    aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmmmmmmnnnnnnnnoooooooopppprrrrrrrrssss\
    ssssssttttttttuuuuuuuuuuvvvvwwwwwwwwwwxxxxyyzzzzzzhtwy......aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeeeeeeeeeee\
    iiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy......";

fn without_mark(c: char) -> Option<char> {
    let from = |table: &str, start: u32| {
        let letter = table.as_bytes()[(u32::from(c) - start) as usize];
        (letter != b'.').then_some(char::from(letter))
    };
    match c {
        '\u{e0}'..='\u{24f}' => from(LATIN, 0xe0),
        '\u{1e00}'..='\u{1eff}' => from(LATIN_ADDITIONAL, 0x1e00),
        'ə' => Some('e'),
        'й' => Some('и'),
        'ё' => Some('е'),
        'ї' => Some('і'),
        'ў' => Some('у'),
        'ά' => Some('α'),
        'έ' => Some('ε'),
        'ή' => Some('η'),
        'ί' | 'ϊ' | 'ΐ' => Some('ι'),
        'ό' => Some('ο'),
        'ύ' | 'ϋ' | 'ΰ' => Some('υ'),
        'ώ' => Some('ω'),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accents_case_and_punctuation_do_not_count() {
        assert_eq!(fold("Jäntsch-Łoś"), "jantschlos");
        assert_eq!(fold("O’Brien"), fold("OBRIEN"));
        assert_eq!(fold("e\u{301}"), fold("é"));
        assert_eq!(fold("Søren İnce"), "sorenince");
        assert_eq!(fold("Nguyễn Thị Ánh Đào"), "nguyenthianhdao");
        assert_eq!(fold("Ｒｏｂ"), "rob");
    }

    #[test]
    fn other_scripts_stay_as_they_are() {
        assert_eq!(fold("李明"), "李明");
        assert_eq!(fold("Дмитрий"), "дмитрии");
        assert_eq!(fold("и\u{306}"), fold("й"));
        assert_eq!(fold("한지민"), "한지민");
        assert_ne!(fold("कमल"), fold("कमला"));
    }

    #[test]
    fn german_and_nordic_letters_are_spelled_out() {
        assert_eq!(spelled_out("Jürgen Ångström").as_deref(), Some("Juergen aangstroem"));
        assert_eq!(spelled_out("Ju\u{308}rgen").as_deref(), Some("Juergen"));
        assert_eq!(spelled_out("Jose"), None);
    }
}
