//! A first look at a line: most lines say nothing of what somebody has to do, and need not be looked at again.

use super::bidden::may_be_bidden;
use super::deed_verbs::may_tell_deed;
use super::item_agents::may_have_agent;
use super::item_clauses::is_agreed;

/// Whether somebody may have to do something by these words.
pub fn may_bid(words: &str) -> bool {
    may_be_bidden(words) || may_tell_deed(words) || may_have_agent(words) || is_agreed(words)
}
