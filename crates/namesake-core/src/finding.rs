//! What a rule says about a note: the finding, its evidence, and the fixes on offer. How findings come about is
//! the rules' business, how they reach a note is the plan's.

use serde::{Deserialize, Serialize};

/// How sure a finding or an answer is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(feature = "ts", derive(tsify::Tsify))]
pub enum Tier {
    /// Provably right: may be applied on save.
    Auto,
    /// A person decides.
    Review,
}
