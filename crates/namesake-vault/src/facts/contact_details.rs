//! How somebody is reached, as sentences and signatures say it: e-mail address, phone number, profile, place. Whose
//! details they are is left to the caller.

/// The contact details in some words. A detail that occurs twice with different values is left out.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ContactDetails {
    /// The one e-mail address in them.
    pub mail: Option<String>,
    /// The one phone number, as it is written.
    pub phone: Option<String>,
    /// The one address of a person at `linkedin.com`.
    pub linkedin: Option<String>,
    /// The place where somebody works or lives.
    pub location: Option<String>,
}

/// Words before a phone number, in lower case.
const PHONES: [&str; 14] = [
    "phone",
    "tel",
    "telephone",
    "mobile",
    "cell",
    "call",
    "ring",
    "dial",
    "reach",
    "handy",
    "telefon",
    "mobil",
    "t",
    "m",
];
/// Words before a place.
const PLACES: [&str; 12] = [
    "Based in ",
    "Lives in ",
    "based in ",
    "based out of ",
    "lives in ",
    "I live in ",
    "living in ",
    "works from ",
    "works out of ",
    "relocated to ",
    "Location: ",
    "City: ",
];
/// Small words inside the name of a place.
const SMALL: [&str; 8] = ["de", "la", "le", "du", "am", "an", "der", "upon"];
/// The most words of a place's name.
const LONGEST: usize = 4;
/// How many digits a phone number has.
const DIGITS: std::ops::RangeInclusive<usize> = 7..=15;
/// The least digits of a number that states neither country nor area.
const BARE_DIGITS: usize = 10;

impl ContactDetails {
    /// The details in `words`, which hold no markup.
    pub fn of(words: &str) -> Self {
        Self {
            mail: words.contains('@').then(|| only(mails(words))).flatten(),
            phone: words.contains(|c: char| c.is_ascii_digit()).then(|| only(phones(words))).flatten(),
            linkedin: only(profiles(words)),
            // Nearly no sentence names a place, and `contains` is the cheapest test.
            location: PLACES.iter().find(|cue| words.contains(**cue)).and_then(|cue| place(words.split_once(cue)?.1)),
        }
    }

    /// Whether no detail is known.
    pub fn is_none(&self) -> bool {
        *self == Self::default()
    }

    /// These details, with those that are missing taken from `other`.
    #[must_use]
    pub fn or(self, other: Self) -> Self {
        Self {
            mail: self.mail.or(other.mail),
            phone: self.phone.or(other.phone),
            linkedin: self.linkedin.or(other.linkedin),
            location: self.location.or(other.location),
        }
    }
}

/// The one value that was found; `None` if there are different ones, since nobody can tell which is meant.
fn only(found: Vec<String>) -> Option<String> {
    let is_one = found.windows(2).all(|pair| pair[0] == pair[1]);
    found.into_iter().next().filter(|_| is_one)
}

fn mails(words: &str) -> Vec<String> {
    let is_sign = |c: char| c.is_ascii_alphanumeric() || "._+-@".contains(c);
    let bare =
        |word: &str| word.trim_start_matches("mailto:").trim_matches(|c: char| !c.is_ascii_alphanumeric()).to_owned();
    let is_mail = |word: &String| {
        let parts = word.split_once('@');
        parts.is_some_and(|(local, host)| !local.is_empty() && host.contains('.') && !host.contains('@'))
            && word.chars().all(is_sign)
    };
    words.split(|c: char| c.is_whitespace() || "()[]‹›".contains(c)).map(bare).filter(is_mail).collect()
}

/// The addresses of people at `linkedin.com`, without what a browser adds.
fn profiles(words: &str) -> Vec<String> {
    const OWN: &str = "linkedin.com/in/";
    let mut found = Vec::new();
    for (at, _) in words.match_indices(OWN) {
        let before = words[..at].rsplit(|c: char| !(c.is_ascii_alphanumeric() || ":/.-".contains(c))).next();
        let rest = &words[at + OWN.len()..];
        let name = &rest[..rest.find(|c: char| !(c.is_alphanumeric() || "-_%".contains(c))).unwrap_or(rest.len())];
        if !name.is_empty() {
            found.push([before.unwrap_or_default(), OWN, name].concat());
        }
    }
    found
}

/// Numbers with a country's sign, and those behind a word that says so.
fn phones(words: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(start) = words[from..].find(|c: char| c.is_ascii_digit() || "+(".contains(c)) {
        let start = from + start;
        let rest = &words[start..];
        let end = rest.find(|c: char| !(c.is_ascii_digit() || " +()-./".contains(c))).unwrap_or(rest.len());
        let number = rest[..end].trim_end_matches(|c: char| !c.is_ascii_digit());
        let is_inside = words[..start].ends_with(|c: char| c.is_alphanumeric() || "/_-@.".contains(c))
            || rest[end..].starts_with(|c: char| c.is_alphabetic() || "_@:".contains(c)) && end == number.len();
        if !is_inside && is_phone(number, &words[..start]) {
            found.push(number.to_owned());
        }
        from = start + end.max(1);
    }
    found
}

fn is_phone(number: &str, before: &str) -> bool {
    let digits = number.bytes().filter(u8::is_ascii_digit).count();
    let is_international = number.strip_prefix('+').is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
    let has_area = is_international || number.starts_with(['0', '(']);
    let is_sum =
        number.matches('(').count() != number.matches(')').count() || number.rfind('+').is_some_and(|at| at > 0);
    let mut said =
        before.split_whitespace().rev().take(3).map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()));
    let mut is_said = || said.any(|word| PHONES.iter().any(|phone| phone.eq_ignore_ascii_case(word)));
    DIGITS.contains(&digits)
        && (has_area || digits >= BARE_DIGITS)
        && !is_sum
        && !number.split(' ').any(is_date)
        && (is_international || is_said())
}

/// Whether a word is a day in figures, in whatever order.
fn is_date(word: &str) -> bool {
    let parts: Vec<&str> = word.split(['-', '.', '/']).collect();
    let year = |part: &&str| part.len() == 4;
    parts.len() == 3 && (year(&parts[0]) || year(&parts[2])) && parts[1].len() <= 2
}

/// The name of a place at the beginning of `rest`.
fn place(rest: &str) -> Option<String> {
    let mut name: Vec<&str> = Vec::new();
    for word in rest.split_whitespace().take(LONGEST) {
        let bare = word.trim_end_matches(|c: char| !c.is_alphanumeric());
        let is_part = bare.starts_with(char::is_uppercase) || !name.is_empty() && SMALL.contains(&bare);
        if !is_part || !bare.chars().all(|c| c.is_alphanumeric() || "-'’".contains(c)) {
            break;
        }
        name.push(bare);
        if bare.len() < word.len() {
            break;
        }
    }
    while name.last().is_some_and(|word| SMALL.contains(word)) {
        name.pop();
    }
    (!name.is_empty()).then(|| name.join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_phone_number_has_a_country_or_a_word_that_says_so() {
        for (words, expected) in [
            ("Reach her at +49 341 555 01 99, mornings.", "+49 341 555 01 99"),
            ("T +33 (0)4 72 55 01 99", "+33 (0)4 72 55 01 99"),
            ("Mobile: 0170 5550199.", "0170 5550199"),
            ("Call him on (617) 555-0134", "(617) 555-0134"),
            ("She can be called, 617 555 0134 is her phone", ""),
            ("Order 0170 5550199 is late.", ""),
            ("Call on 03.11.2025 or 2025-11-04.", ""),
            ("Call about the 48 000 probes.", ""),
            ("+49 341 555 01 99 or +49 341 555 01 98", ""),
            ("Ring him at 09:30.", ""),
            ("grew by +12 %", ""),
            ("tel 1+2345678", ""),
            ("", ""),
        ] {
            assert_eq!(ContactDetails::of(words).phone.unwrap_or_default(), expected, "{words}");
        }
    }

    #[test]
    fn addresses_are_taken_without_what_surrounds_them() {
        let said = ContactDetails::of(
            "See (https://www.linkedin.com/in/rob-benoit/?trk=x), [mail](mailto:rob@lumen.example).",
        );
        assert_eq!(said.linkedin.as_deref(), Some("https://www.linkedin.com/in/rob-benoit"));
        assert_eq!(said.mail.as_deref(), Some("rob@lumen.example"));
        let company = "linkedin.com/company/lumen, rob@lumen.example or mara@lumen.example";
        assert_eq!(ContactDetails::of(company), ContactDetails::default(), "a company's, and two to choose between");
    }

    #[test]
    fn a_place_is_a_name() {
        for (words, expected) in [
            ("She is based in Leipzig, Germany.", "Leipzig"),
            ("based in Frankfurt am Main since May", "Frankfurt am Main"),
            ("He works from home.", ""),
            ("lives in the north", ""),
            ("based in `Leipzig`", ""),
        ] {
            assert_eq!(ContactDetails::of(words).location.unwrap_or_default(), expected, "{words}");
        }
    }

    proptest::proptest! {
        #[test]
        fn any_words_are_read_without_harm(words in "([0-9+() ./-]|é|@|a\\.|linkedin.com/in/|based in |Ä|tel ){0,16}") {
            let said = ContactDetails::of(&words);
            for value in [said.mail, said.phone, said.linkedin, said.location].into_iter().flatten() {
                assert!(words.contains(&value) || !value.contains(['|', '[', '<', '`', '\n']), "{value}");
            }
        }
    }
}
