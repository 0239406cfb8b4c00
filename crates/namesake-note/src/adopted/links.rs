//! The form in which a vault writes its links.

use namesake_text::path::NotePath;

/// How a link spells the path of the note that it leads to.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum LinkPath {
    /// The note's name, with its folders only if several notes have it.
    #[default]
    Shortest,
    /// From the folder of the note that holds the link.
    Relative,
    /// From the vault's root.
    Absolute,
}

impl LinkPath {
    /// The form that `app.json` calls so.
    pub(super) fn called(word: &str) -> Option<Self> {
        match word {
            "shortest" => Some(Self::Shortest),
            "relative" => Some(Self::Relative),
            "absolute" => Some(Self::Absolute),
            _ => None,
        }
    }
}

/// The form in which links are written.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct LinkForm {
    /// Whether they are Markdown links, `[Jane](Jane.md)`. In properties they never are: Obsidian reads none there.
    pub markdown: bool,
    /// How they spell paths.
    pub path: LinkPath,
}

/// A link to one note, in the form that fits its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Links {
    /// In the text of a note.
    pub in_text: String,
    /// In a property.
    pub in_property: String,
}

impl LinkForm {
    /// A link to the note at `path`, spelt `target`, that shows the plain words `shown`, or the note's name where that
    /// says the same.
    pub fn link(self, target: &str, path: &NotePath, shown: &str) -> String {
        let name = path.stem();
        if self.markdown || !shown.is_empty() && shown != target {
            return self.link_showing(target, if shown.is_empty() { name } else { shown });
        }
        match shown {
            // A path with steps or folders is shown by nobody's wish; among several notes of a name it tells which.
            "" if self.path != LinkPath::Shortest && target != name => self.link_showing(target, name),
            _ => format!("[[{target}]]"),
        }
    }

    /// A link to a note, spelt `target`, that shows the plain words `shown` whatever the target is.
    pub fn link_showing(self, target: &str, shown: &str) -> String {
        if self.markdown {
            // A bracket in the words would end them.
            let words = shown.replace('[', "(").replace(']', ")");
            return format!("[{words}]({})", encoded(target));
        }
        format!("[[{target}|{shown}]]")
    }
}

/// `path` without its ending, relative to the folder of the note at `from`.
pub fn relative(from: &NotePath, path: &NotePath) -> String {
    let folders: Vec<&str> = from.folder().split('/').filter(|folder| !folder.is_empty()).collect();
    let to: Vec<&str> = path.without_extension().split('/').collect();
    let shared = folders.iter().zip(&to[..to.len() - 1]).take_while(|(one, other)| one == other).count();
    "../".repeat(folders.len() - shared) + &to[shared..].join("/")
}

/// `path`, which lacks its ending, as the address of a Markdown link: signs that Markdown or Obsidian would misread are percent-encoded, letters
/// stay as they are.
pub fn encoded(path: &str) -> String {
    let mut address = String::with_capacity(path.len());
    for c in path.chars() {
        if c.is_control() || c.is_whitespace() || "%()<>[]\\^|#?\"`*_~{}".contains(c) {
            let mut bytes = [0; 4];
            address.extend(c.encode_utf8(&mut bytes).bytes().map(|byte| format!("%{byte:02X}")));
        } else {
            address.push(c);
        }
    }
    address + ".md"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_relative_to_the_folder_of_the_note() {
        for (from, to, expected) in [
            ("a.md", "b.md", "b"),
            ("a.md", "People/b.md", "People/b"),
            ("People/a.md", "People/b.md", "b"),
            ("Work/Meetings/a.md", "Work/People/b.md", "../People/b"),
            ("x/y/a.md", "b.md", "../../b"),
            ("People/a.md", "People/b/People/c.md", "b/People/c"),
        ] {
            assert_eq!(relative(&from.into(), &to.into()), expected, "{from} -> {to}");
        }
    }

    #[test]
    fn a_markdown_link_encodes_what_would_be_misread() {
        let form = LinkForm { markdown: true, path: LinkPath::Shortest };
        let link = |name: &str, shown: &str| form.link(name, &format!("{name}.md").as_str().into(), shown);
        assert_eq!(link("Jürgen Kaspar", ""), "[Jürgen Kaspar](Jürgen%20Kaspar.md)");
        assert_eq!(link("50% (old), a & b's", "[x]"), "[(x)](50%25%20%28old%29,%20a%20&%20b's.md)");
    }

    #[test]
    fn a_wikilink_with_folders_shows_the_name() {
        let form = |path| LinkForm { markdown: false, path };
        let link = |path, target: &str, shown: &str| form(path).link(target, &"People/Ines.md".into(), shown);
        assert_eq!(link(LinkPath::Shortest, "Ines", "Ines"), "[[Ines]]");
        assert_eq!(link(LinkPath::Shortest, "People/Ines", ""), "[[People/Ines]]");
        assert_eq!(link(LinkPath::Relative, "../People/Ines", ""), "[[../People/Ines|Ines]]");
        assert_eq!(link(LinkPath::Absolute, "People/Ines", "Ini"), "[[People/Ines|Ini]]");
    }
}
