//! Which kind a note is of: by its `type`, else its `type/...` tag, else its folder.

use crate::config::Settings;
use crate::kind::Kind;
use namesake_text::frontmatter::Frontmatter;
use namesake_text::path::NotePath;

impl Kind {
    /// The kind of the note at `path`.
    pub fn of(path: &NotePath, frontmatter: &Frontmatter, settings: &Settings) -> Self {
        let inside = |folders: &[String]| folders.iter().any(|folder| path.is_in(folder));
        if inside(&settings.template_folders) || inside(&settings.excluded_folders) || settings.adopted.is_out(path) {
            return Self::Excluded;
        }
        let typed = |name: &str| Self::called(name, settings);
        let by_type = frontmatter.text("type").and_then(|name| typed(name.trim()));
        let tags = frontmatter.list("tags");
        let by_tag = || tags.iter().find_map(|tag| typed(tag.trim_start_matches('#').strip_prefix("type/")?));
        let by_folder = || match () {
            () if inside(&settings.people_folders) => Some(Self::Person),
            () if inside(&settings.meeting_folders) => Some(Self::Meeting),
            () if inside(&settings.company_folders) => Some(Self::Company),
            () if inside(&settings.project_folders) => Some(Self::Project),
            () => None,
        };
        by_type.or_else(by_tag).or_else(by_folder).unwrap_or(Self::Source)
    }

    /// The kind that `name` stands for in `type` or in a tag `type/...`.
    pub fn called(name: &str, settings: &Settings) -> Option<Self> {
        let is = |types: &[String]| types.iter().any(|other| other.eq_ignore_ascii_case(name));
        match name {
            _ if is(&settings.person_types) => Some(Self::Person),
            _ if is(&settings.meeting_types) => Some(Self::Meeting),
            _ if is(&settings.company_types) => Some(Self::Company),
            _ if is(&settings.project_types) => Some(Self::Project),
            _ => None,
        }
    }
}
