//! What a rule says of itself. Nothing outside a rule's file asks for its name: who needs to know something about a rule
//! reads a field of it.

use namesake_language::say;
use namesake_note::finding::{Finding, Tier};
use namesake_note::note::{Layout, Note};
use namesake_text::path::NotePath;
use namesake_vault::vault::Vault;

use crate::report::Report;

/// A rule. Its file fills in what is special about it and takes the rest from its group: `..Rule::PERSON`.
#[derive(Clone, Copy)]
#[allow(clippy::struct_excessive_bools, reason = "each is a statement of its own that is true of few rules")]
pub struct Rule {
    /// Its name: lower case and hyphens, the same as its file's.
    pub name: &'static str,
    /// The folder it stands in.
    pub group: Group,
    /// What it does, in one sentence.
    pub what: &'static str,
    /// Why anybody wants that.
    pub why: &'static str,
    /// Before and after.
    pub example: &'static str,
    /// When it is applied without asking; empty: never.
    pub automatic: &'static str,
    /// Whether it runs where nobody has switched it on or off.
    pub on: bool,
    /// How much one finding counts in the vault report, which begins with the notes and rules that count most: from 1
    /// for looks to 20 for what keeps all other rules from looking.
    pub worth: usize,
    /// Whether it needs no names resolved, and its fix in one note leads to none in another. If all rules of a plan are so,
    /// each note is planned by itself, which is much faster.
    pub within_note: bool,
    /// Whether it carries into this note what another one says. Only such a rule's findings name a source, and only such
    /// rules run in the notes of the participants when a meeting is saved.
    pub teaches: bool,
    /// Whether it runs after all others because it counts what they have found.
    pub runs_last: bool,
    /// Whether it looks also at notes whose properties are not valid YAML. Other rules leave such notes alone.
    pub reads_broken: bool,
    /// What it leaves alone where a third of the notes of a kind do it alike: a habit is no damage.
    pub habit: Option<Habitual>,
    /// Whether it asks which of several properties of one name is meant. Until that is answered Obsidian reads none of the
    /// properties, and all other rules leave the block as it is, byte for byte.
    pub settles_names: bool,
    /// Whether its findings are certain only if the setting `automaticByContext` is on.
    pub certain_by_context: bool,
    /// What the default template of a person holds for it to fill or to read. A test looks for each in the template.
    pub template: &'static [&'static str],
    /// Looks at one note.
    pub check: fn(&Note, &Vault, &mut Report),
}

impl Rule {
    /// What rules about properties have in common.
    pub const FRONTMATTER: Self = Self { worth: 3, within_note: true, ..Self::in_group(Group::Frontmatter) };
    /// What rules about tasks have in common.
    pub const TASKS: Self = Self { worth: 5, ..Self::in_group(Group::Tasks) };
    /// What rules about names have in common.
    pub const NAMES: Self = Self { worth: 6, ..Self::in_group(Group::Names) };
    /// What rules that carry knowledge from note to note have in common.
    pub const ENRICH: Self = Self { worth: 6, ..Self::in_group(Group::Enrich) };
    /// What rules about person notes have in common.
    pub const PERSON: Self = Self { worth: 4, ..Self::in_group(Group::Person) };

    /// What rules about what the user asked for have in common.
    pub const PATTERNS: Self = Self { worth: 3, within_note: true, ..Self::in_group(Group::Patterns) };

    const fn in_group(group: Group) -> Self {
        Self {
            name: "",
            group,
            what: "",
            why: "",
            example: "",
            automatic: "",
            on: true,
            worth: 0,
            within_note: false,
            teaches: false,
            runs_last: false,
            reads_broken: false,
            habit: None,
            settles_names: false,
            certain_by_context: false,
            template: &[],
            check: |_, _, _| {},
        }
    }

    /// The best tier its findings can have.
    pub const fn tier(&self) -> Tier {
        if self.automatic.is_empty() { Tier::Review } else { Tier::Auto }
    }
}

/// What a vault can have as a habit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Habitual {
    /// How a property is written: the one that the first fix changes.
    Property,
    /// How lines are laid out.
    Layout(Layout),
}

/// What rules have in common that stand in one folder.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Group {
    /// Properties, and damage that came in with the text.
    Frontmatter,
    /// Tasks.
    Tasks,
    /// Names in prose.
    Names,
    /// What one note has to tell another.
    Enrich,
    /// What the user asked for.
    Patterns,
    /// The shape of person notes.
    Person,
}

impl Group {
    /// All groups, in the order in which their rules run.
    pub const ALL: [Self; 6] =
        [Self::Frontmatter, Self::Tasks, Self::Names, Self::Enrich, Self::Patterns, Self::Person];

    /// The folder of its rules and of their specs.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Frontmatter => "frontmatter",
            Self::Tasks => "tasks",
            Self::Names => "names",
            Self::Enrich => "enrich",
            Self::Person => "person",
            Self::Patterns => "patterns",
        }
    }

    /// Its heading in `docs/rules.md`.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Frontmatter => "Properties and damaged text",
            Self::Tasks => "Tasks",
            Self::Names => "Names",
            Self::Enrich => "What meetings teach",
            Self::Person => "Person notes",
            Self::Patterns => "Your own patterns",
        }
    }
}

/// The name under which notes that cannot be read at all are reported. No rule: there is no text to look at.
pub const UNREADABLE: &str = "unreadable-note";

/// The finding about a note that cannot be read.
pub fn unreadable(path: &NotePath, reason: &str) -> Finding {
    Finding {
        id: namesake_note::finding::finding_id(UNREADABLE, path, "", 0),
        rule: UNREADABLE,
        tier: Tier::Review,
        path: path.clone(),
        start: 0,
        end: 0,
        message: say!("This note cannot be read and is left as it is: {reason}.", reason).into(),
        evidence: Vec::new(),
        fixes: Vec::new(),
        subject: String::new(),
        source: None,
        more_sources: Vec::new(),
        mention: None,
    }
}
