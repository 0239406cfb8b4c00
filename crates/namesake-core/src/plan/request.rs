//! What a plan is asked for.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::whois::Alias;
use namesake_note::finding::{Finding, Tier};
use namesake_rules::Selection;
use namesake_text::path::NotePath;

/// Which findings are meant. An absent field allows everything.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(tsify::Tsify))]
pub struct Query {
    /// Only findings of these rules.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "ts", tsify(type = "string[]"))]
    pub rules: Option<BTreeSet<String>>,
    /// Only findings of this tier.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tier: Option<Tier>,
    /// Only findings in these notes.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "ts", tsify(type = "NotePath[]"))]
    pub paths: Option<BTreeSet<NotePath>>,
    /// Only findings with these ids.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "ts", tsify(type = "string[]"))]
    pub ids: Option<BTreeSet<String>>,
}

impl Query {
    pub(super) fn selection(&self) -> Selection<'_> {
        Selection { rules: self.rules.as_ref(), tier: self.tier }
    }

    /// Whether `finding` is meant. The caller has to look at the notes of the query only.
    pub fn takes(&self, finding: &Finding) -> bool {
        self.tier.is_none_or(|tier| tier == finding.tier)
            && self.rules.as_ref().is_none_or(|rules| rules.contains(finding.rule))
            && self.ids.as_ref().is_none_or(|ids| ids.contains(&finding.id))
    }

    /// Whether the note at `path` is one of the notes.
    pub(super) fn is_about(&self, path: &NotePath) -> bool {
        self.paths.as_ref().is_none_or(|paths| paths.contains(path))
    }
}

/// The fix that a user has chosen for a finding.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(tsify::Tsify))]
pub struct Choice {
    /// The finding.
    pub id: String,
    /// The note the finding is about.
    pub path: NotePath,
    /// Which of its fixes, from 0.
    #[serde(default)]
    pub fix: usize,
    /// The user's own wording instead of the fix's; only if the fix is one edit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// The places of a name, from 0, that stay as they are.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub without: Vec<usize>,
    /// What the numbers meant when the user chose. Where the note has changed since, what was seen is taken at the number
    /// that it has now, and nothing where it is gone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seen: Option<SeenFix>,
}

/// A fix as the user saw it, and how many places the name had.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(tsify::Tsify))]
pub struct SeenFix {
    /// What the fix does, in the words of its title.
    pub title: String,
    /// The person whom it takes the name for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub person: Option<NotePath>,
    /// Places of the name in the note.
    #[serde(default)]
    pub places: usize,
}

/// What a plan is asked to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PlanRequest {
    /// Carry out these choices and nothing else.
    Choices {
        /// The choices.
        choices: Vec<Choice>,
        /// A form to add to the aliases of a person, once one of the choices is carried out.
        alias: Option<Alias>,
    },
    /// Apply what is certain after a note was saved: in the note itself, and what it teaches other notes.
    Saved {
        /// The saved note.
        path: NotePath,
    },
    /// Apply what is certain of what a note teaches other notes.
    Taught {
        /// The note.
        path: NotePath,
    },
    /// Apply the first fix of every finding that the query means.
    Query {
        /// The query.
        query: Query,
    },
}

impl PlanRequest {
    /// The rules whose findings can be asked for.
    pub(super) fn selection(&self) -> Selection<'_> {
        match self {
            Self::Query { query } => query.selection(),
            Self::Saved { .. } | Self::Taught { .. } => Selection { tier: Some(Tier::Auto), ..Selection::default() },
            Self::Choices { .. } => Selection::default(),
        }
    }

    /// Whether all rules asked for look at one note only. No name has to be resolved then, and a change of one note gives
    /// the rules nothing new to find in another.
    pub(super) fn is_within_notes(&self) -> bool {
        let within = |name: &String| namesake_rules::rule(name).is_none_or(|rule| rule.within_note);
        self.selection().rules.is_some_and(|rules| rules.iter().all(within))
    }
}
