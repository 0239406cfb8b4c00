//! The form in which a vault writes its links.

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
