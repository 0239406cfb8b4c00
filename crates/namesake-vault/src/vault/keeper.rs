//! The note of the person who keeps the vault.

use std::collections::BTreeSet;

use super::context::Context;
use super::store::Vault;
use namesake_text::path::NotePath;

/// In fewer meetings than this nobody is known to be in nearly all.
const MEETINGS: usize = 10;

impl Vault {
    /// Whether the whole vault is the log of the person at `path`: the settings name them as its keeper, or they took part in
    /// at least nine of ten meetings that list anybody.
    pub fn is_keeper(&self, path: &NotePath) -> bool {
        let me = self.config.settings.me.trim();
        if !me.is_empty() {
            let named = self.linked(me).cloned().or_else(|| self.resolve(me, &Context::default()).best);
            if named.as_ref() == Some(path) {
                return true;
            }
        }
        let count = self.meetings_of.get(path).map_or(0, BTreeSet::len);
        count >= MEETINGS && 10 * count >= 9 * self.listing
    }
}
