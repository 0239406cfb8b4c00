//! The name for a new note, taken from a written form. Only letters and the signs of names are kept, so that the name
//! holds no markup, no path and no sign that a file system refuses.

use namesake_names::spoken;
use namesake_text::text;

/// The most bytes of a file's name. File systems take 255, importers and zip files fewer.
const LONGEST: usize = 120;
/// Names that Windows reserves for devices, whatever their extension; the last two only with a digit behind them.
const DEVICES: [&str; 6] = ["con", "prn", "aux", "nul", "com", "lpt"];

/// The name in a written form, and the company beside it.
pub fn of(written: &str, is_company: impl Fn(&str) -> bool) -> Option<(String, Option<String>)> {
    let (name, company) = spoken(&text::plain(written), is_company);
    let name = plain(&name).filter(|name| name.len() <= LONGEST && !is_device(name))?;
    Some((name, company))
}

/// `words` with nothing but what a name is made of; `None` where no letter is left.
pub fn plain(words: &str) -> Option<String> {
    let kept: String = words.chars().filter(|c| c.is_whitespace() || is_of_a_name(*c)).collect();
    let kept = kept.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut kept = kept.trim_start_matches(|c: char| !c.is_alphanumeric()).trim_end_matches(['-', '\'', ' ']);
    // One full stop ends an initial; more are what an importer leaves of a longer name.
    while kept.ends_with("..") {
        kept = &kept[..kept.len() - 1];
    }
    kept.contains(char::is_alphabetic).then(|| kept.to_owned())
}

/// Letters and digits, marks that belong to the letter before them, and the signs between names.
fn is_of_a_name(c: char) -> bool {
    c.is_alphanumeric()
        || matches!(c, '\'' | '.' | '-' | '’' | '‐' | '‑' | '·' | '\u{200c}' | '\u{200d}')
        || matches!(c, '\u{300}'..='\u{36f}' | '\u{591}'..='\u{5c7}' | '\u{610}'..='\u{6ed}' | '\u{900}'..='\u{109f}')
}

fn is_device(name: &str) -> bool {
    let first = name.split('.').next().unwrap_or_default().trim_end().to_lowercase();
    let bare = first.strip_suffix(|c: char| c.is_ascii_digit());
    let (plain, ports) = DEVICES.split_at(4);
    plain.contains(&first.as_str()) || bare.is_some_and(|bare| ports.contains(&bare))
}

/// Whether a part of a path may be a folder for notes: not hidden, and without signs that file systems or links refuse.
pub fn is_folder(part: &str) -> bool {
    let is_refused = |c: char| c.is_control() || "\\:*?\"<>|#^[]".contains(c);
    let ends_well = !part.ends_with(['.', ' ']) && !part.starts_with(['.', ' ']);
    !part.is_empty() && ends_well && !part.contains(is_refused) && !is_device(part)
}
