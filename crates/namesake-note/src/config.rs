//! What the user can set, with defaults that fit the sample vault. The plugin's `data.json` and the command line's
//! `--config FILE` have this one shape; reading and writing the file is left to the shells.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::adopted::{Adopted, AdoptedValue, TASK_FILTER, TASK_FORMAT};
use crate::decisions::Decisions;
use crate::kind::Kind;
use crate::pattern::Pattern;
use crate::vocabulary::{OwnWords, WordsByRole};
use namesake_language::translated;
use namesake_tasks::{Format, Options};
use namesake_text::frontmatter::schema::{PropertyTypes, Schema};
use namesake_text::path::NotePath;

/// Everything that is remembered about a vault apart from its notes.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(tsify::Tsify))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Config {
    /// The shape of this file.
    pub version: u32,
    /// What the user set.
    pub settings: Settings,
    /// When that was last changed on this screen, in milliseconds since 1970: of two devices the later settings count.
    pub settings_at: u64,
    /// What the user decided.
    #[cfg_attr(feature = "schema", schemars(with = "Vec<crate::decisions::DatedDecision>"))]
    pub decisions: Decisions,
    /// Whether a first batch was gone through by hand: only then may `settings.automatic` be switched on.
    pub first_batch_reviewed: bool,
    /// Whether the user has looked through what the vault is recognised as.
    pub recognition_confirmed: bool,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            version: 1,
            settings: Settings::default(),
            settings_at: 0,
            decisions: Decisions::default(),
            first_batch_reviewed: false,
            recognition_confirmed: false,
        }
    }
}

impl Config {
    /// What this device and another one know together: the later settings, its own where both are of the same time, and
    /// the last word of each decision.
    #[must_use]
    pub fn joined(self, other: Self) -> Self {
        let decisions = self.decisions.joined(other.decisions);
        let (settings, settings_at) = match self.settings_at < other.settings_at {
            true => (other.settings, other.settings_at),
            false => (self.settings, self.settings_at),
        };
        Self {
            version: self.version,
            settings,
            settings_at,
            decisions,
            first_batch_reviewed: self.first_batch_reviewed || other.first_batch_reviewed,
            recognition_confirmed: self.recognition_confirmed || other.recognition_confirmed,
        }
    }
}

/// How a resolved owner is written in a task.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(feature = "ts", derive(tsify::Tsify))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum OwnerStyle {
    /// `[[Rob Benoit]]`
    Link,
    /// `@RobBenoit`
    Handle,
    /// `@Rob Benoit`
    Mention,
}

/// How certain a task has to be that was heard in a transcript.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(feature = "ts", derive(tsify::Tsify))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum HeardTasks {
    /// Four of five are tasks.
    Sure,
    /// Three of five are.
    Likely,
    /// None is offered.
    Off,
}

/// How a name that was understood is linked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(feature = "ts", derive(tsify::Tsify))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum LinkStyle {
    /// `[[Rob Benoit|Rob Banga]]`: as it was heard.
    Heard,
    /// `[[Rob Benoit]]`: by the note's name.
    Clean,
}

/// The user's settings, and those adopted for what the user did not set. Folders are vault paths without a closing `/`; names are compared without regard to case.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(tsify::Tsify))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[allow(clippy::struct_excessive_bools, reason = "each is a switch of its own on the screen")]
pub struct Settings {
    /// Folders whose notes are person notes, besides those that are recognised.
    pub people_folders: Vec<String>,
    /// Folders whose notes are meeting notes, besides those that are recognised.
    pub meeting_folders: Vec<String>,
    /// Folders whose notes are company notes, besides those that are recognised.
    pub company_folders: Vec<String>,
    /// Folders whose notes are project notes, besides those that are recognised.
    pub project_folders: Vec<String>,
    /// Folders of templates, besides those that are recognised: left alone.
    pub template_folders: Vec<String>,
    /// Folders that are left alone for another reason.
    pub excluded_folders: Vec<String>,
    /// Values of `type` and tags of person notes, besides those that are known.
    pub person_types: Vec<String>,
    /// Values of `type` and tags of meeting notes, besides those that are known.
    pub meeting_types: Vec<String>,
    /// Values of `type` and tags of company notes, besides those that are known.
    pub company_types: Vec<String>,
    /// Values of `type` and tags of project notes, besides those that are known.
    pub project_types: Vec<String>,
    /// What this vault calls things, besides the usual words: properties, labels, headings, folders and tags.
    #[cfg_attr(feature = "ts", tsify(type = "Partial<Record<Role, string[]>>"))]
    pub words: WordsByRole,
    /// What the user said about notes that only seemed to be of a kind, by the name of what they have in common.
    #[cfg_attr(feature = "ts", tsify(type = "Record<string, ConventionAnswer>"))]
    pub conventions: BTreeMap<String, ConventionAnswer>,
    /// Habits of the vault that are mended all the same, each by the rule's name and the property: `tag-form tags`.
    pub mended_habits: Vec<String>,
    /// The note that a new person's note is made from, by its path; empty: Namesake's own.
    pub person_template: String,
    /// The folder of new people's notes; empty: the one where most person notes lie.
    pub new_people_folder: String,
    /// The note that the vault report is written to, by its path.
    pub report_path: String,
    /// The user's own person note, by name or path; empty: none.
    pub me: String,
    /// Offer people while `@`, or the sign that is set, and a name are typed.
    pub complete_people: bool,
    /// What is typed before a name so that people are offered.
    pub people_sign: String,
    /// Offer people and companies before other notes while `[[` and a name are typed.
    pub complete_links: bool,
    /// Underline in the editor what questions are about.
    pub underline_questions: bool,
    /// How a name that was understood is linked, and an owner where those are links.
    pub link_style: LinkStyle,
    /// How a resolved owner is written.
    pub owner_style: OwnerStyle,
    /// Which of the tasks that are heard in transcripts are offered.
    pub heard: HeardTasks,
    /// Which task format is read.
    pub task_format: Format,
    /// The Tasks plugin's global filter; empty: every checkbox is a task.
    pub global_filter: String,
    /// Rules switched on or off by name; a rule that is not named is as its table says.
    #[cfg_attr(feature = "ts", tsify(type = "Record<string, boolean>"))]
    pub rules: BTreeMap<String, bool>,
    /// Other switches for some of the notes; where several speak of a rule, the last one counts.
    pub profiles: Vec<Profile>,
    /// The user's own patterns, in the order in which they are looked for.
    pub patterns: Vec<Pattern>,
    /// What properties hold, by name; goes before `.obsidian/types.json`.
    #[cfg_attr(feature = "ts", tsify(type = "Record<string, PropertyType>"))]
    pub property_types: PropertyTypes,
    /// What the notes of a kind have to hold.
    #[cfg_attr(feature = "ts", tsify(type = "Partial<Record<Kind, Schema>>"))]
    pub schemas: BTreeMap<Kind, Schema>,
    /// Other words for a value of `type`, each with the one that is written.
    #[cfg_attr(feature = "ts", tsify(type = "Record<string, string>"))]
    pub type_synonyms: BTreeMap<String, String>,
    /// The order of properties, for the rule that puts them in order; those not named follow as they stand.
    pub key_order: Vec<String>,
    /// The headings that sections are found by.
    pub headings: Headings,
    /// Notes larger than this, in bytes, are reported and left alone.
    pub max_note_bytes: usize,
    /// Write certain repairs when a note has been saved.
    pub automatic: bool,
    /// Count a name as certain of which only the first name agrees, with the only participant who has it and whose
    /// surname begins with the same sound.
    pub automatic_by_context: bool,
    /// What Obsidian and other plugins are set to. It holds where the setting here is as it is by default, and is never
    /// part of the saved file.
    #[serde(skip)]
    pub adopted: Adopted,
}

/// What notes are that only seemed to be of a kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(feature = "ts", derive(tsify::Tsify))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum ConventionAnswer {
    /// Person notes.
    Person,
    /// Meeting notes.
    Meeting,
    /// Company notes.
    Company,
    /// Project notes.
    Project,
    /// None of these.
    None,
}

impl ConventionAnswer {
    /// The kind that the notes are of, if of any.
    pub const fn kind(self) -> Option<Kind> {
        match self {
            Self::Person => Some(Kind::Person),
            Self::Meeting => Some(Kind::Meeting),
            Self::Company => Some(Kind::Company),
            Self::Project => Some(Kind::Project),
            Self::None => None,
        }
    }
}

/// Switches of rules for the notes in some folders, of some kinds, or both.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(tsify::Tsify))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Profile {
    /// Only in these folders; empty: anywhere.
    pub folders: Vec<String>,
    /// Only for these kinds of note; empty: any.
    pub kinds: Vec<Kind>,
    /// Rules switched on or off by name.
    #[cfg_attr(feature = "ts", tsify(type = "Record<string, boolean>"))]
    pub rules: BTreeMap<String, bool>,
}

impl Profile {
    fn is_about(&self, path: &NotePath, kind: Kind) -> bool {
        (self.folders.is_empty() || self.folders.iter().any(|folder| path.is_in(folder)))
            && (self.kinds.is_empty() || self.kinds.contains(&kind))
    }
}

/// Headings by which sections are found, each with its other spellings; the first is the one that is written.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(tsify::Tsify))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Headings {
    /// Of a person note: what is known about them.
    pub key_facts: Vec<String>,
    /// Of a person note: what was talked about with them.
    pub topics: Vec<String>,
    /// Of a person note: what was heard of them lately.
    pub recent_context: Vec<String>,
    /// Of a person note: who they are, at length.
    pub profile: Vec<String>,
    /// Of a person note: what was decided about them.
    pub key_decisions: Vec<String>,
    /// Of a person note: the companies that they have to do with.
    pub related_customers: Vec<String>,
    /// Of a person note: the projects that they have to do with.
    pub related_projects: Vec<String>,
    /// Of a meeting: what it was about.
    pub summary: Vec<String>,
    /// Of a meeting: what was learned there.
    pub learned: Vec<String>,
    /// Of a meeting: what was decided.
    pub decisions: Vec<String>,
    /// Of a meeting: what was talked about, an item each.
    pub discussed: Vec<String>,
    /// Of a meeting or a project: what has to be done.
    pub action_items: Vec<String>,
    /// Of a meeting: who said what.
    pub transcript: Vec<String>,
}

/// Whether both are the same value of `type`, blanks around them and case aside.
pub fn same_word(a: &str, b: &str) -> bool {
    if begin_apart(a, b) {
        return false;
    }
    let (a, b) = (a.trim(), b.trim());
    match (a.is_ascii(), b.is_ascii()) {
        (true, true) => a.eq_ignore_ascii_case(b),
        (false, false) => a.to_lowercase() == b.to_lowercase(),
        // Nearly all compared words are ASCII, and words with other letters are not equal to them.
        _ => false,
    }
}

/// Whether two words differ in their first letters already, as nearly all compared words do. Case does not count.
pub fn begin_apart(a: &str, b: &str) -> bool {
    match (a.as_bytes().first(), b.as_bytes().first()) {
        (Some(a), Some(b)) => a.is_ascii_alphanumeric() && b.is_ascii_alphanumeric() && !a.eq_ignore_ascii_case(b),
        _ => false,
    }
}

fn words(list: &[&str]) -> Vec<String> {
    list.iter().map(|&word| word.to_owned()).collect()
}

impl Settings {
    /// Whether the user has switched the rule of that name on or off for the note of that kind at `path`.
    pub fn switch(&self, rule: &str, path: &NotePath, kind: Kind) -> Option<bool> {
        let profiles = self.profiles.iter().rev().filter(|profile| profile.is_about(path, kind));
        let mut switches = profiles.map(|profile| &profile.rules).chain([&self.rules]);
        switches.find_map(|rules| rules.get(rule)).copied()
    }

    /// The word that the settings have for `word` as a value of `type`. Synonyms of synonyms are followed; of words
    /// that lead round in a circle none is the one to write.
    pub fn written_type(&self, word: &str) -> Option<&str> {
        let synonym = |word: &str| {
            let known = self.type_synonyms.iter().find(|(other, _)| same_word(other, word));
            known.map(|(_, written)| written.trim()).filter(|written| !written.is_empty())
        };
        let mut written = synonym(word)?;
        for _ in 0..self.type_synonyms.len() {
            match synonym(written) {
                None => return Some(written),
                Some(next) if same_word(next, written) => return Some(next),
                Some(next) => written = next,
            }
        }
        None
    }

    /// The kind whose notes have `word` as their `type` by the settings alone.
    pub fn kind_of_type(&self, word: &str) -> Option<Kind> {
        let kinds = [
            (Kind::Person, &self.person_types),
            (Kind::Meeting, &self.meeting_types),
            (Kind::Company, &self.company_types),
            (Kind::Project, &self.project_types),
        ];
        kinds
            .into_iter()
            .find(|(_, types)| types.iter().any(|other| other.eq_ignore_ascii_case(word)))
            .map(|(kind, _)| kind)
    }

    /// The words of the settings, ready to be looked up.
    pub fn own_words(&self) -> OwnWords {
        OwnWords::of(&self.words)
    }

    /// How task lines are read and completed: as set here, else as the Tasks plugin is set.
    pub fn task_options(&self) -> Options {
        let (adopted, usual) = (&self.adopted.tasks, Options::default());
        let format = adopted.format.filter(|_| !self.is_set(TASK_FORMAT)).unwrap_or(self.task_format);
        let filter = adopted.global_filter.as_ref().filter(|_| !self.is_set(TASK_FILTER));
        Options {
            format,
            global_filter: filter.unwrap_or(&self.global_filter).clone(),
            statuses: adopted.statuses.clone().unwrap_or(usual.statuses),
            sets_done_date: adopted.sets_done_date.unwrap_or(usual.sets_done_date),
            sets_cancelled_date: adopted.sets_cancelled_date.unwrap_or(usual.sets_cancelled_date),
            sets_created_date: adopted.sets_created_date.unwrap_or(usual.sets_created_date),
            drops_scheduled_date: adopted.drops_scheduled_date.unwrap_or(usual.drops_scheduled_date),
            next_is_below: adopted.next_is_below.unwrap_or(usual.next_is_below),
        }
    }

    /// The adopted settings that are in force, each with the file that says so.
    pub fn adopted_values(&self) -> impl Iterator<Item = &AdoptedValue> {
        let set = [TASK_FORMAT, TASK_FILTER].into_iter().filter(|setting| self.is_set(setting));
        let set: Vec<_> = set.map(translated).collect();
        self.adopted.values.iter().filter(move |value| set.iter().all(|setting| value.setting != **setting))
    }

    /// Whether the user has set here what another program calls `setting`. A setting that is as it is by default is not
    /// set.
    fn is_set(&self, setting: &str) -> bool {
        match setting {
            TASK_FORMAT => self.task_format != Format::default(),
            TASK_FILTER => !self.global_filter.is_empty(),
            _ => false,
        }
    }

    /// A form without the sign that was typed before it.
    pub fn without_sign<'a>(&self, form: &'a str) -> &'a str {
        form.strip_prefix(self.people_sign.as_str()).unwrap_or(form).trim_start_matches('@').trim()
    }
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            people_folders: Vec::new(),
            meeting_folders: Vec::new(),
            company_folders: Vec::new(),
            project_folders: Vec::new(),
            template_folders: Vec::new(),
            excluded_folders: Vec::new(),
            person_types: Vec::new(),
            meeting_types: Vec::new(),
            company_types: Vec::new(),
            project_types: Vec::new(),
            words: WordsByRole::new(),
            conventions: BTreeMap::new(),
            mended_habits: Vec::new(),
            person_template: String::new(),
            new_people_folder: String::new(),
            report_path: "Vault report.md".to_owned(),
            me: String::new(),
            complete_people: true,
            people_sign: "@".to_owned(),
            complete_links: false,
            underline_questions: true,
            link_style: LinkStyle::Heard,
            owner_style: OwnerStyle::Link,
            heard: HeardTasks::Sure,
            task_format: Format::Emoji,
            global_filter: String::new(),
            rules: BTreeMap::new(),
            profiles: Vec::new(),
            patterns: Vec::new(),
            property_types: PropertyTypes::new(),
            schemas: BTreeMap::new(),
            type_synonyms: BTreeMap::new(),
            key_order: words(&["type", "title", "aliases", "created", "date", "last_contact", "participants", "tags"]),
            headings: Headings::default(),
            max_note_bytes: 16_000_000,
            automatic: false,
            automatic_by_context: false,
            adopted: Adopted::default(),
        }
    }
}

/// What people write over what has to be done, in eleven languages.
#[rustfmt::skip]
const ACTION_ITEMS: &[&str] = &[
    "Action items", "Action points", "Actions", "Action list", "Follow-ups", "Follow-up", "Follow ups", "Followups",
    "Follow-up tasks", "Task division", "Task distribution", "Assigned tasks", "Next steps", "Next actions", "Next arrangements", "Who does what", "To-dos", "To do", "To do list", "Todo", "Tasks", "Assignments",
    "Action register", "Action log", "Action plan", "Open actions", "Open tasks", "New actions", "Commitments", "Homework", "Actions arising",
    "Aufgaben", "Aufgabenliste", "Aufgabenverteilung", "Pendenzen", "Pendenzenliste", "Offene Aufgaben", "Aktionspunkte", "Maßnahmenplan", "Arbeitsaufträge", "Folgeschritte", "Weiteres Vorgehen",
    "Folgeaufgaben", "Maßnahmen", "Nächste Schritte", "Offene Punkte", "Zu erledigen", "Wer macht was", "Hausaufgaben",
    "Actions à mener", "Plan d'action", "Plan d’actions", "Actions à suivre", "Actions décidées", "Points d'action", "Relevé d'actions", "Relevé d’actions", "Qui fait quoi", "À faire", "Tâches", "Tâches de suivi", "Répartition des tâches", "Prochaines étapes", "Suivi",
    "Acciones", "Acciones a realizar", "Plan de acción", "Puntos de acción", "Compromisos", "Elementos de acción", "Siguientes pasos", "Acciones pendientes", "Responsables y tareas", "Quién hace qué", "Tareas", "Tareas de seguimiento", "Tareas asignadas", "Reparto de tareas", "Próximos pasos", "Pasos siguientes",
    "Tareas pendientes", "Seguimiento", "Pendientes",
    "Actiepunten", "Actielijst", "Actieplan", "Openstaande acties", "Afspraken en acties", "Takenlijst", "Taakverdeling", "Wie doet wat", "Acties", "Vervolgstappen", "Vervolgtaken", "Volgende stappen", "Taken", "Te doen", "Huiswerk",
    "Ações", "Ações a tomar", "Ações pendentes", "Plano de ação", "Pontos de ação", "Pendências", "Tarefas", "Tarefas pendentes", "Divisão de tarefas", "A fazer", "Quem faz o quê", "Tarefas de acompanhamento", "Próximos passos", "Próximas etapas", "Itens de ação", "Encaminhamentos", "Compromissos",
    "Azioni", "Azioni da intraprendere", "Piano d'azione", "Punti d'azione", "Elementi di azione", "Incarichi", "Chi fa cosa", "Attività di follow-up", "Prossimi passi", "Passaggi successivi", "Da fare", "Cose da fare", "Compiti", "Divisione dei compiti",
    "Zadania", "Lista zadań", "Podział zadań", "Plan działań", "Działania", "Punkty do wykonania", "Kto co robi", "Zadania uzupełniające", "Następne kroki", "Dalsze kroki", "Do zrobienia",
    "Åtgärder", "Nästa steg", "Следующие шаги", "Задачи", "次のステップ", "アクションアイテム", "下一步", "待办事项",
];

/// What people write over who said what.
#[rustfmt::skip]
const TRANSCRIPT: &[&str] = &[
    "Transcript", "Transcript (auto)", "Transcription", "Full transcript", "Raw transcript", "Meeting transcript",
    "Call transcript", "Interview transcript", "Hearing transcript", "Audio transcript", "Video transcript", "Captions",
    "Transkript", "Transkription", "Mitschrift", "Abschrift", "Wortprotokoll",
    "Retranscription", "Verbatim", "Transcripción", "Transcrição", "Transcriptie", "Trascrizione", "Transkrypcja",
    "Litterointi", "Transskription", "Transskribering", "Přepis", "Transcriere", "Транскрипт", "Απομαγνητοφώνηση",
    "Расшифровка", "Стенограмма", "文字起こし", "书面记录", "会议转写", "逐字稿",
];

impl Default for Headings {
    fn default() -> Self {
        Self {
            key_facts: words(&["Key Facts"]),
            topics: words(&["Topics Discussed"]),
            recent_context: words(&["Recent Context"]),
            profile: words(&["Profile"]),
            key_decisions: words(&["Key Decisions"]),
            related_customers: words(&["Related Customers", "Related Companies"]),
            related_projects: words(&["Related Projects"]),
            summary: words(&["Summary", "TL;DR", "Overview"]),
            learned: words(&["Key facts learned", "Key facts", "Facts learned", "What we learned"]),
            decisions: words(&["Decisions", "Decisions made", "Key decisions"]),
            discussed: words(&["Topics", "Topics discussed", "Agenda"]),
            action_items: words(ACTION_ITEMS),
            transcript: words(TRANSCRIPT),
        }
    }
}
