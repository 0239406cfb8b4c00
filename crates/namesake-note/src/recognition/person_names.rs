//! What somebody is called by their note: the one reader of names. It knows properties, the file's name in its usual
//! forms, the first heading and aliases.

use super::name_shape::{NameShape, name_shape};
use super::signs::bare_name;
use crate::note::Note;
use crate::vocabulary::key;
use namesake_names::fold;
use namesake_text::frontmatter::{Value, placeholder};

/// The names of a person, and the company that stands behind the name in brackets or after a dash.
#[derive(Debug, Default)]
pub struct PersonNames {
    /// Each once, the most formal first.
    pub names: Vec<String>,
    /// The company, where the file's name says one.
    pub company: Option<String>,
}

/// Properties that hold a whole name, folded.
const WHOLE: [&str; 8] = ["name", "full name", "fullname", "fn", "display name", "displayname", "nickname", "known as"];
/// Pairs of properties that hold a first name and a surname, folded.
const PARTED: [(&str, &str); 12] = [
    ("first", "last"),
    ("first name", "last name"),
    ("firstname", "lastname"),
    ("given name", "family name"),
    ("givenname", "familyname"),
    ("given", "family"),
    ("n gn", "n fn"),
    ("vorname", "nachname"),
    ("prenom", "nom"),
    ("nombre", "apellido"),
    ("nome", "cognome"),
    ("voornaam", "achternaam"),
];

impl PersonNames {
    /// The names of the person that `note` is about.
    pub fn of(note: &Note) -> Self {
        let mut all = Self::default();
        let properties = Properties::of(note);
        for title in properties.of_keys(&["title"]) {
            all.add(title);
        }
        let stem = note.path.stem();
        let file = FileName::read(stem);
        if file.is_as_written {
            all.add(stem);
        }
        for name in &file.names {
            all.add(name);
        }
        if let Some(turned) = surname_last(file.names.first().map_or(stem, String::as_str)) {
            all.add(&turned);
        }
        all.company = file.company;
        for name in properties.of_keys(&WHOLE) {
            all.add(name);
        }
        for (first, last) in PARTED {
            let of = |key: &str| properties.of_keys(&[key]).next();
            if let (Some(first), Some(last)) = (of(first), of(last)) {
                all.add(&format!("{} {}", first.trim(), last.trim()));
            }
        }
        if let Some(heading) = heading(note, &all.names) {
            all.add(&heading);
        }
        let aliases = note.frontmatter.list("aliases").into_iter().chain(note.frontmatter.list("alias"));
        for alias in aliases {
            all.add(alias);
        }
        if all.names.is_empty() {
            all.add(stem.trim_start_matches('@'));
        }
        all
    }

    fn add(&mut self, name: &str) {
        let name = name.trim();
        if !name.is_empty() && !name.starts_with('@') && !self.names.iter().any(|known| known == name) {
            self.names.push(name.to_owned());
        }
    }
}

/// The filled properties that hold one text, by their folded names.
struct Properties<'n>(Vec<(String, &'n str)>);

impl<'n> Properties<'n> {
    fn of(note: &'n Note) -> Self {
        let filled = note.frontmatter.entries.iter().filter(|entry| placeholder(&entry.value).is_none());
        let texts = filled.flat_map(|entry| match &entry.value {
            // `name:` with its parts below it
            Value::Map { pairs, .. } if key(&entry.key) == "name" => {
                let texts = pairs.iter().filter_map(|(name, part)| Some((key(name.value.text()?), part.value.text()?)));
                texts.collect::<Vec<_>>()
            }
            value => value.text().map(|text| (key(&entry.key), text)).into_iter().collect(),
        });
        Self(texts.filter(|(_, text)| !text.trim().is_empty()).collect())
    }

    /// The texts of the properties that are called like one of `keys`.
    fn of_keys(&self, keys: &[&str]) -> impl Iterator<Item = &'n str> {
        self.0.iter().filter(|(key, _)| keys.contains(&key.as_str())).map(|(_, text)| *text)
    }
}

/// The first top heading, if it is a name that agrees with one of `names`: `Vera T` and `# Vera Tolland`.
fn heading(note: &Note, names: &[String]) -> Option<String> {
    let first = note.body().sections.iter().find(|section| section.level == 1)?;
    let title = namesake_text::text::plain(&first.title);
    let title = title.trim_start_matches(|c: char| !c.is_alphanumeric());
    if name_shape(title) < NameShape::Several {
        return None;
    }
    let begins = |name: &String| {
        let (mut ours, mut theirs) = (title.split_whitespace().map(fold), name.split_whitespace().map(fold));
        let (Some(ours), Some(theirs)) = (ours.next(), theirs.next()) else { return false };
        ours.starts_with(&theirs) || theirs.starts_with(&ours)
    };
    names.iter().any(begins).then(|| title.to_owned())
}

/// A file's name as the names that it may mean.
struct FileName {
    names: Vec<String>,
    company: Option<String>,
    /// Whether the file's name itself is one of them.
    is_as_written: bool,
}

impl FileName {
    fn read(stem: &str) -> Self {
        let bare = bare_name(stem).trim_start_matches(|c: char| !c.is_alphanumeric());
        let numbered = bare.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.');
        let bare = if name_shape(numbered) >= NameShape::Several {
            numbered.trim_start_matches([' ', '-', '_'])
        } else {
            bare
        };
        let (person, company) = apart(bare);
        let mut names = Vec::new();
        if person != stem {
            names.push(person.to_owned());
        }
        let (plain, nickname) = without_nickname(person);
        if let Some(nickname) = nickname {
            let last = plain.split_whitespace().next_back().unwrap_or_default();
            names.push(plain.clone());
            names.push(format!("{nickname} {last}"));
        }
        names.extend(spelled_apart(person));
        let is_as_written = company.is_none() && person == stem || names.is_empty();
        Self { names, company, is_as_written }
    }
}

/// `DOE Jane`, as offices write it, as `Jane DOE`.
fn surname_last(name: &str) -> Option<String> {
    let is_loud = |word: &&str| word.chars().count() > 2 && word.chars().all(char::is_uppercase);
    let words: Vec<&str> = name.split_whitespace().collect();
    let count = words.iter().take_while(|word| is_loud(word)).count();
    let (last, first) = words.split_at(count);
    let is_turned = !last.is_empty() && !first.is_empty() && !first.iter().any(is_loud);
    is_turned.then(|| [first, last].concat().join(" "))
}

/// A name and the company behind it, in brackets or after a dash.
fn apart(name: &str) -> (&str, Option<String>) {
    let bracketed = name.strip_suffix(')').and_then(|rest| rest.rsplit_once(" ("));
    let dashed = || name.split_once(" - ").or_else(|| name.split_once(" – ")).or_else(|| name.split_once(" @ "));
    match bracketed.or_else(dashed) {
        Some((person, company))
            if name_shape(person) >= NameShape::Several && company.starts_with(char::is_uppercase) =>
        {
            (person.trim(), Some(company.trim().to_owned()))
        }
        _ => (name, None),
    }
}

/// A name without the nickname in quotes inside it: `Theodora “Dolly” Fenn`.
fn without_nickname(name: &str) -> (String, Option<String>) {
    let quoted = [('“', '”'), ('"', '"'), ('„', '“'), ('«', '»'), ('(', ')'), ('\'', '\''), ('‘', '’')]
        .iter()
        .find_map(|(open, close)| {
            let (before, rest) = name.split_once(*open).filter(|(before, _)| before.ends_with(' '))?;
            let (inside, behind) = rest.split_once(*close).filter(|(_, behind)| behind.starts_with(' '))?;
            Some((format!("{}{behind}", before.trim_end()), inside.trim().to_owned()))
        });
    quoted.map_or_else(|| (name.to_owned(), None), |(plain, nickname)| (plain, Some(nickname)))
}

/// `jane-doe`, `jane_doe` and `JaneDoe` as `Jane Doe`.
fn spelled_apart(name: &str) -> Option<String> {
    if name.contains(' ') {
        return None;
    }
    let humps = name.chars().zip(name.chars().skip(1)).filter(|(a, b)| a.is_lowercase() && b.is_uppercase()).count();
    let words: Vec<String> = match () {
        () if name.contains('_') => name.split('_').map(str::to_owned).collect(),
        () if name.contains('-') && !name.contains(char::is_uppercase) => name.split('-').map(str::to_owned).collect(),
        () if humps == 1 && name.starts_with(char::is_uppercase) => {
            let at = name.char_indices().skip(1).find(|(_, c)| c.is_uppercase()).map_or(0, |(at, _)| at);
            vec![name[..at].to_owned(), name[at..].to_owned()]
        }
        () => return None,
    };
    let is_word = |word: &String| word.chars().count() > 1 && word.chars().all(char::is_alphabetic);
    let capital = |word: &String| {
        let mut letters = word.chars();
        letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect::<String>()
    };
    (words.len() > 1 && words.iter().all(is_word)).then(|| words.iter().map(capital).collect::<Vec<_>>().join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Settings;

    fn names(stem: &str, text: &str) -> Vec<String> {
        let note = Note::read(format!("People/{stem}.md").as_str().into(), text.to_owned(), &Settings::default());
        PersonNames::of(&note).names
    }

    #[test]
    fn a_file_is_called_in_many_ways() {
        for stem in [
            "@Jane Doe",
            "202510311200 Jane Doe",
            "👤 Jane Doe",
            "Jane Doe (Kiln & Co)",
            "Jane Doe - Kiln & Co",
            "jane-doe",
            "Jane_Doe",
            "JaneDoe",
            "21.03 Jane Doe",
            "Jane “Jay” Doe",
        ] {
            assert!(names(stem, "").iter().any(|name| name == "Jane Doe"), "{stem}: {:?}", names(stem, ""));
        }
        assert!(names("Jane “Jay” Doe", "").contains(&"Jay Doe".to_owned()));
        assert_eq!(names("Jane Doe", ""), ["Jane Doe"]);
        assert_eq!(names("Rob, the fitter", ""), ["Rob, the fitter"]);
        assert!(names("DOE Jane", "").contains(&"Jane DOE".to_owned()));
        assert!(names("Jane Doe 0f3c2b1a9d8e4c7fa1b2c3d4e5f60718", "").contains(&"Jane Doe".to_owned()));
    }

    #[test]
    fn the_heading_and_properties_say_it_in_full() {
        assert_eq!(names("Vera T", "# Vera Tolland\n"), ["Vera T", "Vera Tolland"]);
        assert_eq!(names("Vera T", "# Contact details\n"), ["Vera T"]);
        assert_eq!(names("doe", "---\nname:\n  given: Jane\n  family: Doe\n---\n"), ["doe", "Jane Doe"]);
        assert_eq!(names("BK", "---\nfirst name: Bram\nlast name: Keller\n---\n"), ["BK", "Bram Keller"]);
        assert_eq!(
            names("Lena", "---\nname: Lena Carrow\naliases: [LC, \"@lena\"]\n---\n"),
            ["Lena", "Lena Carrow", "LC"]
        );
    }
}
