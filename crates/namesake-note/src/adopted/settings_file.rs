//! A settings file as the shells hand it over.

use serde::Deserialize;

/// A settings file of Obsidian or of a plugin.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "ts", derive(tsify::Tsify))]
pub struct SettingsFile {
    /// Its path below the vault: `.obsidian/app.json`. The first folder may have another name.
    pub path: String,
    /// Its text.
    pub text: String,
}

impl SettingsFile {
    /// The path below the configuration folder, whatever that is called.
    pub(super) fn name(&self) -> &str {
        self.path.split_once('/').map_or("", |(_, name)| name)
    }
}
