//! What Namesake recognises in a vault: how many people, meetings, companies and projects there are, by which signs, and
//! what only seems to be one and waits for the user's word.

use namesake_language::say;
use std::collections::BTreeMap;

use namesake_note::config::ConventionAnswer;
use namesake_note::note::Kind;
use namesake_note::recognition::Reason;
use namesake_rules as rules;
use namesake_text::path::NotePath;
use namesake_vault::vault::{Habit, Vault, Written};
use serde::Serialize;

/// What a vault is recognised as.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(tsify::Tsify))]
pub struct About {
    /// One sentence: how many notes of which kinds.
    pub summary: String,
    /// How many notes there are.
    pub notes: usize,
    /// The kinds of note that are certain, with the excluded ones last.
    pub kinds: Vec<KindAbout>,
    /// What notes have in common that only seem to be of a kind, most notes first.
    pub likely: Vec<LikelyAbout>,
    /// What the user answered about such notes until now.
    pub answered: Vec<AnsweredAbout>,
    /// What the notes of a kind do alike and rules would otherwise change: left alone as the vault's habit.
    pub habits: Vec<HabitAbout>,
    /// How many names stand in the meetings' lists of participants, each meeting's own.
    pub listed: usize,
    /// How many of these certainly mean somebody who has a note.
    pub known: usize,
    /// What most person notes call the section that says when they were met.
    pub log_title: Option<String>,
}

/// The notes of a kind.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(tsify::Tsify))]
pub struct KindAbout {
    /// The kind.
    pub kind: Kind,
    /// How many there are.
    pub notes: usize,
    /// What they were recognised by, most notes first.
    pub signs: Vec<SignAbout>,
    /// A few of them.
    #[cfg_attr(feature = "ts", tsify(type = "string[]"))]
    pub examples: Vec<NotePath>,
}

/// A sign by which notes were recognised.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(tsify::Tsify))]
pub struct SignAbout {
    /// In words: `the folder “People”`.
    pub words: String,
    /// How many notes.
    pub notes: usize,
    /// What `settings.conventions` remembers an answer about these notes by, if the user can give one.
    pub key: Option<String>,
    /// A few of them.
    #[cfg_attr(feature = "ts", tsify(type = "string[]"))]
    pub examples: Vec<NotePath>,
}

/// Notes that only seem to be of a kind.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(tsify::Tsify))]
pub struct LikelyAbout {
    /// What `settings.conventions` remembers the answer by.
    pub key: String,
    /// The kind that they seem to be of.
    pub kind: Kind,
    /// The question: `47 notes in the folder “Contacts” look like people. Are they?`
    pub question: String,
    /// How many notes.
    pub notes: usize,
    /// A few of them.
    #[cfg_attr(feature = "ts", tsify(type = "string[]"))]
    pub examples: Vec<NotePath>,
}

/// An answer about notes that have something in common.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(tsify::Tsify))]
pub struct AnsweredAbout {
    /// What `settings.conventions` remembers it by.
    pub key: String,
    /// The answer, in words: `Notes in “Contacts” are people.`
    pub sentence: String,
}

/// A way of writing that a rule would change, if it were not the vault's habit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(tsify::Tsify))]
pub struct HabitAbout {
    /// What `settings.mendedHabits` lists it by, if it is to be mended all the same.
    pub key: String,
    /// The question: `6077 of 6571 notes write “tags” so that “tag-form” would change it. Mend all of them?`
    pub question: String,
    /// How many notes.
    pub notes: usize,
    /// One of them.
    #[cfg_attr(feature = "ts", tsify(type = "string"))]
    pub example: NotePath,
}

/// A note that is recognised.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct NoteAbout {
    /// What it is.
    pub kind: Kind,
    /// Where it lies.
    pub path: NotePath,
    /// Its sign, as [`SignAbout::words`]; empty where the settings name its folder.
    pub sign: String,
}

/// So many notes of a kind are named.
const EXAMPLES: usize = 3;

/// What is recognised in `vault`.
pub fn about(vault: &mut Vault) -> About {
    vault.settle();
    let kinds = [Kind::Person, Kind::Meeting, Kind::Company, Kind::Project, Kind::Excluded];
    let kinds: Vec<KindAbout> = kinds.into_iter().map(|kind| kind_about(vault, kind)).collect();
    let (listed, known) = vault.listed();
    About {
        summary: summary(vault),
        notes: vault.notes().count(),
        likely: likely(vault),
        answered: answered(vault),
        habits: habits(vault),
        kinds,
        listed,
        known,
        log_title: vault.usage().log_title().map(str::to_owned),
    }
}

/// All notes of `vault` that are recognised, in the order of their paths.
pub fn recognised(vault: &mut Vault) -> Vec<NoteAbout> {
    vault.settle();
    let sign = |path| vault.recognition(path)?.reason.as_ref().map(in_words);
    let of_a_kind = vault.notes().filter(|note| note.kind != Kind::Source);
    of_a_kind
        .map(|note| NoteAbout { kind: note.kind, path: note.path.clone(), sign: sign(&note.path).unwrap_or_default() })
        .collect()
}

fn kind_about(vault: &Vault, kind: Kind) -> KindAbout {
    let notes: Vec<&NotePath> = vault.notes().filter(|note| note.kind == kind).map(|note| &note.path).collect();
    let mut signs: BTreeMap<&Reason, Vec<&NotePath>> = BTreeMap::new();
    for path in &notes {
        if let Some(reason) = vault.recognition(path).and_then(|known| known.reason.as_ref()) {
            signs.entry(reason).or_default().push(path);
        }
    }
    let about = |(reason, notes): (&Reason, Vec<&NotePath>)| SignAbout {
        words: in_words(reason),
        notes: notes.len(),
        key: reason.key(),
        examples: examples(&notes),
    };
    let mut signs: Vec<SignAbout> = signs.into_iter().map(about).collect();
    signs.sort_by_key(|sign| std::cmp::Reverse(sign.notes));
    KindAbout { kind, notes: notes.len(), signs, examples: examples(&notes) }
}

/// A few notes from all over the list.
fn examples(notes: &[&NotePath]) -> Vec<NotePath> {
    let step = (notes.len() / EXAMPLES).max(1);
    notes.iter().step_by(step).take(EXAMPLES).map(|path| (*path).clone()).collect()
}

fn likely(vault: &Vault) -> Vec<LikelyAbout> {
    let mut groups: BTreeMap<_, Vec<&NotePath>> = BTreeMap::new();
    for note in vault.notes() {
        if let Some(convention) = vault.recognition(&note.path).and_then(|known| known.likely.as_ref()) {
            groups.entry(convention).or_default().push(&note.path);
        }
    }
    let mut all: Vec<LikelyAbout> = groups
        .into_iter()
        .map(|(convention, notes)| LikelyAbout {
            key: convention.key.clone(),
            kind: convention.kind,
            question: question(notes.len(), convention.kind, &convention.reason),
            notes: notes.len(),
            examples: examples(&notes),
        })
        .collect();
    all.sort_by(|a, b| b.notes.cmp(&a.notes).then_with(|| a.key.cmp(&b.key)));
    all
}

fn answered(vault: &Vault) -> Vec<AnsweredAbout> {
    let answers = vault.config().settings.conventions.iter();
    let about = |(key, answer): (&String, &ConventionAnswer)| {
        let which = match key.split_once(':') {
            Some(("folder", folder)) => say!("Notes in “{folder}”", folder),
            Some(("tag", tag)) => say!("Notes with a tag below “#{tag}”", tag),
            _ if key == "listed" => say!("Notes that meetings list among the participants"),
            _ => say!("Notes with a day and a list of people"),
        };
        let sentence = match answer {
            ConventionAnswer::Person => say!("{which} are people.", which),
            ConventionAnswer::Meeting => say!("{which} are meetings.", which),
            ConventionAnswer::Company => say!("{which} are companies.", which),
            ConventionAnswer::Project => say!("{which} are projects.", which),
            ConventionAnswer::None => say!("{which} are nothing of the kind.", which),
        };
        AnsweredAbout { key: key.clone(), sentence: sentence.into() }
    };
    answers.map(about).collect()
}

/// Looks at one note for each habit: the others write it in the same way.
fn habits(vault: &Vault) -> Vec<HabitAbout> {
    let mut wanted: BTreeMap<(Kind, Written), Habit> =
        vault.habits().map(|habit| ((habit.kind, habit.written.clone()), habit)).collect();
    let mut all: BTreeMap<String, HabitAbout> = BTreeMap::new();
    for note in vault.notes() {
        if wanted.is_empty() {
            break;
        }
        let found: Vec<Habit> = Written::all(note).filter_map(|written| wanted.remove(&(note.kind, written))).collect();
        if found.is_empty() {
            continue;
        }
        for (key, yielded) in rules::habits(note, vault) {
            let Some(habit) = found.iter().find(|habit| habit.written == yielded.written) else { continue };
            let (notes, of, rule) = (habit.notes, habit.of, yielded.rule);
            let question = match yielded.property {
                Some(property) => say!(
                    "{notes} of {of} notes write “{property}” so that “{rule}” would change it. Mend all of them?",
                    notes,
                    of,
                    property,
                    rule
                ),
                None => say!(
                    "{notes} of {of} notes write their lines so that “{rule}” would change them. Mend all of them?",
                    notes,
                    of,
                    rule
                ),
            };
            let question = question.into();
            all.entry(key.clone()).or_insert(HabitAbout { key, question, notes, example: note.path.clone() });
        }
    }
    all.into_values().collect()
}

fn question(notes: usize, kind: Kind, reason: &Reason) -> String {
    let what = match (kind, notes) {
        (Kind::Person, 1) => say!("a person"),
        (Kind::Person, _) => say!("people"),
        (Kind::Meeting, 1) => say!("a meeting"),
        (Kind::Meeting, _) => say!("meetings"),
        (Kind::Company, 1) => say!("a company"),
        (Kind::Company, _) => say!("companies"),
        (_, 1) => say!("a project"),
        (_, _) => say!("projects"),
    };
    match (reason, notes) {
        (Reason::Folder(folder), 1) => say!("1 note in “{folder}” looks like {what}. Is it?", folder, what),
        (Reason::Folder(folder), _) => {
            say!("{notes} notes in “{folder}” look like {what}. Are they?", notes, folder, what)
        }
        (Reason::Tag(tag), 1) => say!("1 note with a tag below “#{tag}” looks like {what}. Is it?", tag, what),
        (Reason::Tag(tag), _) => {
            say!("{notes} notes with a tag below “#{tag}” look like {what}. Are they?", notes, tag, what)
        }
        (Reason::Listed, 1) => {
            say!("1 note that meetings list among the participants looks like {what}. Is it?", what)
        }
        (Reason::Listed, _) => {
            say!("{notes} notes that meetings list among the participants look like {what}. Are they?", notes, what)
        }
        (Reason::Participants, 1) => {
            say!("1 note with a day and a list of people looks like {what}. Is it?", what)
        }
        (Reason::Participants, _) => {
            say!("{notes} notes with a day and a list of people look like {what}. Are they?", notes, what)
        }
        (_, 1) => say!("1 note looks like {what}. Is it?", what),
        (_, _) => say!("{notes} notes look like {what}. Are they?", notes, what),
    }
    .into()
}

/// What says of a note that it is of a kind, in words.
fn in_words(reason: &Reason) -> String {
    match reason {
        Reason::Settings => say!("the settings"),
        Reason::Property(key) => say!("the property “{key}”", key),
        Reason::Tag(tag) => say!("the tag “#{tag}”", tag),
        Reason::Folder(folder) => say!("the folder “{folder}”", folder),
        Reason::FileName => say!("the file's name"),
        Reason::Participants => say!("participants and a day"),
        Reason::ContactDetails => say!("a name and contact details"),
        Reason::Listed => say!("meetings that list them"),
        Reason::Template => say!("a template's folder or name"),
        Reason::Canvas => say!("the drawing or board in it"),
    }
    .into()
}

/// “12 people, 40 meetings, 3 companies and no projects recognised.” Of a vault that is settled.
pub fn summary(vault: &Vault) -> String {
    let notes = |kind: Kind| vault.notes().filter(|note| note.kind == kind).count();
    let people = match notes(Kind::Person) {
        0 => say!("No people"),
        1 => say!("1 person"),
        n => say!("{n} people", n),
    };
    let meetings = match notes(Kind::Meeting) {
        0 => say!("no meetings"),
        1 => say!("1 meeting"),
        n => say!("{n} meetings", n),
    };
    let companies = match notes(Kind::Company) {
        0 => say!("no companies"),
        1 => say!("1 company"),
        n => say!("{n} companies", n),
    };
    let projects = match notes(Kind::Project) {
        0 => say!("no projects"),
        1 => say!("1 project"),
        n => say!("{n} projects", n),
    };
    say!("{people}, {meetings}, {companies} and {projects} recognised.", people, meetings, companies, projects).into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use namesake_note::config::Config;

    fn vault(config: Config) -> Vault {
        let mut vault = Vault::new(config);
        let meeting = "---\ntype: meeting\nattendees: [\"[[Mara Voss]]\", Rob Benoit, Nobody Known]\n---\n";
        for (path, text) in [
            ("Leute/Mara Voss.md", ""),
            ("Leute/Rob Benoit.md", ""),
            ("Calls/2025-10-31 Weekly.md", meeting),
            ("Team/Roadmap.md", ""),
            ("Team/Budget.md", ""),
            ("Team/Ana Reyes.md", ""),
            ("Vorlagen/Person.md", ""),
            ("Reading.md", ""),
        ] {
            vault.upsert(path.into(), text.to_owned());
        }
        vault
    }

    #[test]
    fn it_says_what_is_recognised_by_which_signs() {
        let about = about(&mut vault(Config::default()));
        assert_eq!(about.summary, "2 people, 1 meeting, no companies and no projects recognised.");
        let people = &about.kinds[0];
        let folder = SignAbout {
            words: "the folder “Leute”".to_owned(),
            notes: 2,
            key: Some("folder:Leute".to_owned()),
            examples: vec!["Leute/Mara Voss.md".into(), "Leute/Rob Benoit.md".into()],
        };
        assert_eq!(people.signs, [folder]);
        assert_eq!((about.notes, about.listed, about.known), (8, 3, 2));
        assert_eq!(about.kinds[4].examples, [NotePath::from("Vorlagen/Person.md")]);
    }

    #[test]
    fn a_habit_is_told_once_and_mended_where_the_user_wants_it() {
        let mut config = Config::default();
        let vault = |config: &Config| {
            let mut vault = Vault::new(config.clone());
            for at in 0..30 {
                vault.upsert(format!("n{at}.md").as_str().into(), "---\ntags: one, two\n---\n".to_owned());
            }
            vault
        };
        let about_it = about(&mut vault(&config));
        assert_eq!(about_it.habits.len(), 1);
        let habit = &about_it.habits[0];
        assert_eq!((habit.key.as_str(), habit.notes), ("list-type tags", 30));
        let finds = |vault: &mut Vault| {
            vault.settle();
            let note = vault.note(&"n1.md".into()).unwrap();
            rules::check(note, vault, &rules::ALL.iter().collect::<Vec<_>>(), None).len()
        };
        assert_eq!(finds(&mut vault(&config)), 0);
        config.settings.mended_habits.push("list-type tags".to_owned());
        assert_eq!((finds(&mut vault(&config)), about(&mut vault(&config)).habits.len()), (1, 0));
    }

    #[test]
    fn a_layout_that_a_third_of_the_people_have_is_a_habit() {
        let mut vault = Vault::new(Config::default());
        for at in 0..60 {
            let gap = if at < 20 { "\n\n\n" } else { "\n\n" };
            let text = format!("---\ntype: person\n---\n# Ines{gap}She paints.\n\n## Key Facts\n");
            vault.upsert(format!("People/n{at}.md").as_str().into(), text);
        }
        let habits = about(&mut vault).habits;
        assert_eq!(habits.len(), 1);
        assert_eq!(habits[0].key, "blank-lines layout");
        let question = "20 of 60 notes write their lines so that “blank-lines” would change them. Mend all of them?";
        assert_eq!(habits[0].question, question);
        vault.upsert("People/n0.md".into(), "---\ntype: person\n---\n# Ines\n\nShe paints.\n".to_owned());
        assert_eq!(about(&mut vault).habits.len(), 0, "19 are few");
    }

    #[test]
    fn what_only_seems_so_is_asked_once_and_the_answer_holds() {
        let mut config = Config::default();
        let asked = about(&mut vault(config.clone())).likely;
        assert_eq!(asked.len(), 1);
        assert_eq!((asked[0].key.as_str(), asked[0].notes), ("folder:Team", 1));
        assert_eq!(asked[0].question, "1 note in “Team” looks like a person. Is it?");
        for (answer, people) in [(ConventionAnswer::Person, 3), (ConventionAnswer::None, 2)] {
            config.settings.conventions.insert("folder:Team".to_owned(), answer);
            let about = about(&mut vault(config.clone()));
            assert_eq!((about.likely.len(), about.kinds[0].notes), (0, people));
            assert_eq!(about.answered.len(), 1);
        }
    }

    #[test]
    fn a_folder_that_is_none_of_people_is_believed_so() {
        let mut config = Config::default();
        config.settings.conventions.insert("folder:Leute".to_owned(), ConventionAnswer::None);
        let about = about(&mut vault(config));
        assert_eq!(about.answered[0].sentence, "Notes in “Leute” are nothing of the kind.");
        let by_folder = about.kinds[0].signs.iter().any(|sign| sign.words.contains("folder"));
        assert!(!by_folder, "{:?}", about.kinds[0]);
    }
}
