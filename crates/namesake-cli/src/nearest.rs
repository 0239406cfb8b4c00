//! What somebody who mistyped a name probably meant.

/// How alike names are that are taken for one another, from 0 to 1: two of three letters stand where they should.
const ALIKE: f64 = 0.6;

/// The one of `known` that is most like `name`, if any is like it. Case, hyphens and underscores do not count.
pub fn nearest<'k>(name: &str, known: impl IntoIterator<Item = &'k str>) -> Option<&'k str> {
    let name = letters(name);
    let likeness = |known: &'k str| (strsim::normalized_damerau_levenshtein(&name, &letters(known)), known);
    let alike = known.into_iter().map(likeness).filter(|(likeness, _)| *likeness > ALIKE);
    alike.max_by(|a, b| a.0.total_cmp(&b.0).then(b.1.cmp(a.1))).map(|(_, known)| known)
}

/// What was meant as a question in brackets, to be put into a sentence; empty if there is nothing.
pub fn did_you_mean(meant: Option<&str>) -> String {
    meant.map(|meant| format!(" (did you mean “{meant}”?)")).unwrap_or_default()
}

fn letters(name: &str) -> String {
    name.to_lowercase().replace(['-', '_'], "")
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn a_mistyped_name_is_taken_for_the_nearest_one() {
        let known = ["peopleFolders", "peopleTypes", "last-contact"];
        assert_eq!(nearest("peopleFolder", known), Some("peopleFolders"));
        assert_eq!(nearest("people_folders", known), Some("peopleFolders"));
        assert_eq!(nearest("lastContact", known), Some("last-contact"));
        assert_eq!(nearest("viax", ["via", "owner"]), Some("via"));
        assert_eq!(nearest("xyz", known), None);
        assert_eq!(nearest("", known), None);
    }
}
