//! How an owner is written: shared by the rules about owners. No rule itself.

use crate::config::OwnerStyle;
use crate::path::NotePath;
use crate::text::plain;
use crate::vault::Vault;

/// The person at `path` as an owner in the style that is set. A link keeps the form that was heard. `None` where the
/// note cannot be linked.
pub fn written(vault: &Vault, path: &NotePath, heard: &str) -> Option<String> {
    let name = path.stem();
    match vault.config().settings.owner_style {
        OwnerStyle::Link => {
            let spaced = heard.to_lowercase() == name.to_lowercase().replace(' ', "");
            let shown = if spaced || heard.eq_ignore_ascii_case(name) { name } else { heard };
            vault.link(path, shown)
        }
        OwnerStyle::Handle => Some(format!("@{}", name.chars().filter(|c| c.is_alphanumeric()).collect::<String>())),
        OwnerStyle::Mention => Some(format!("@{}", plain(name))),
    }
}
