//! What the user has decided about findings and about names, remembered for good. The shells store decisions as plain
//! entries. Which finding a rejection silences is up to the report; what a name may still mean is looked up in
//! [`FormDecisions`].

mod changes;
mod decision;
mod form_decisions;
mod form_key;

pub use changes::DecisionChanges;
pub use decision::{DatedDecision, Decision, Decisions, SAME_AS, SAME_AS_BY_CONTEXT, SOMEBODY, Verdict};
pub use form_decisions::FormDecisions;
pub use form_key::form_key;
