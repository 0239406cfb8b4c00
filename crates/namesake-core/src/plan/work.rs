//! Makes a plan, round by round, on the vault itself. Each round asks the rules about the notes that the last one changed.

use namesake_language::say;
use std::collections::{BTreeMap, BTreeSet};

use super::batch::{After, Batch, Part};
use super::change::{Cause, LeftOut, NoteChange, Plan};
use super::request::{Choice, PlanRequest, SeenFix};
use namesake_note::config::Settings;
use namesake_note::finding::{Finding, Fix, NewNote, Place, Tier};
use namesake_note::note::Note;
use namesake_rules::Rule;
use namesake_text::path::NotePath;
use namesake_text::text::{self, Edit};
use namesake_vault::vault::{ReadNote, Vault};

/// A fix can make room for another, so a plan takes several rounds. If it takes more than these, two rules undo each other.
const ROUNDS: usize = 64;

/// A changed note that the vault does not know of, with its edits if one round made them all.
struct Draft {
    entry: Box<ReadNote>,
    edits: Option<Vec<Edit>>,
}

/// What a plan is asked for and which rules answer, the same for all its notes.
pub(super) struct Job<'r> {
    request: &'r PlanRequest,
    rules: Vec<&'static Rule>,
    /// Those of the rules that carry knowledge from note to note.
    teaching: Vec<&'static Rule>,
    /// Whether all rules look at one note only, so that each note is planned by itself.
    pub(super) within_notes: bool,
}

impl<'r> Job<'r> {
    pub(super) fn new(request: &'r PlanRequest, settings: &Settings) -> Self {
        let rules = request.selection().rules(settings);
        let within_notes = request.is_within_notes();
        let teaching = rules.iter().copied().filter(|rule| rule.teaches).collect();
        Self { request, rules, teaching, within_notes }
    }

    /// The notes to look at, in parts that do not depend on each other.
    pub(super) fn parts(&self, vault: &Vault) -> Vec<BTreeSet<NotePath>> {
        let whole = match self.request {
            PlanRequest::Query { query } => match &query.paths {
                Some(paths) => paths.clone(),
                None => vault.notes().map(|note| note.path.clone()).collect::<BTreeSet<_>>(),
            },
            PlanRequest::Saved { path } | PlanRequest::Taught { path } => {
                std::iter::once(path.clone()).chain(vault.pupils(path)).collect::<BTreeSet<_>>()
            }
            PlanRequest::Choices { choices, .. } => {
                choices.iter().map(|choice| choice.path.clone()).collect::<BTreeSet<_>>()
            }
        };
        if self.within_notes {
            return whole.into_iter().map(|path| BTreeSet::from([path])).collect();
        }
        vec![whole]
    }

    /// The meeting to which the findings in the note at `path` are limited, if the request is about a meeting.
    fn about(&self, path: &NotePath) -> Option<&NotePath> {
        match self.request {
            PlanRequest::Saved { path: saved } | PlanRequest::Taught { path: saved } => {
                Some(saved).filter(|saved| *saved != path)
            }
            _ => None,
        }
    }

    /// The rules that can find what is asked for in the note at `path`.
    fn rules_for(&self, path: &NotePath) -> &[&'static Rule] {
        match self.request {
            PlanRequest::Saved { path: saved } if saved != path => &self.teaching,
            PlanRequest::Taught { .. } => &self.teaching,
            _ => &self.rules,
        }
    }
}

/// The state between rounds. The rounds change the vault itself and `finish` puts it back, because a copy of a large vault
/// would cost more than the plan.
pub(super) struct Work<'r> {
    job: &'r Job<'r>,
    /// The notes to look at in the next round.
    look_at: BTreeSet<NotePath>,
    /// The notes as they were, if the vault holds changed ones.
    originals: BTreeMap<NotePath, Box<ReadNote>>,
    /// The notes that this plan creates.
    new: BTreeSet<NotePath>,
    /// What the user has to know about the new notes.
    remarks: Vec<LeftOut>,
    /// The changed notes, if each note is planned by itself: the vault does not need them then.
    drafts: BTreeMap<NotePath, Draft>,
    /// The findings that the changes of each note settle.
    causes: BTreeMap<NotePath, Vec<Cause>>,
    /// The findings that cannot be settled, with the note and the reason. They are tried again when the note changes.
    refusals: BTreeMap<String, (NotePath, String)>,
    /// The findings that are settled.
    done: BTreeSet<String>,
    /// The notes in which the self-check refused several fixes together, so that each is tried alone.
    one_by_one: BTreeSet<NotePath>,
}

impl<'r> Work<'r> {
    /// The state before the first round, which looks at `notes`.
    pub(super) fn new(job: &'r Job<'r>, notes: BTreeSet<NotePath>) -> Self {
        Self {
            job,
            look_at: notes,
            originals: BTreeMap::new(),
            new: BTreeSet::new(),
            remarks: Vec::new(),
            drafts: BTreeMap::new(),
            causes: BTreeMap::new(),
            refusals: BTreeMap::new(),
            done: BTreeSet::new(),
            one_by_one: BTreeSet::new(),
        }
    }

    /// Makes rounds until nothing is left to do. Notes that never come to rest stay as they were.
    pub(super) fn run(&mut self, vault: &mut Vault) {
        self.rounds(vault);
        // The alias comes last: once a person has this name, the rules no longer ask about it.
        if let PlanRequest::Choices { alias: Some(alias), .. } = self.job.request
            && !self.done.is_empty()
        {
            match alias.text(vault) {
                Ok(Some(text)) => self.replace(vault.read(alias.person.clone(), text), Vec::new(), vault),
                Ok(None) => {}
                Err(reason) => drop(self.refusals.insert(String::new(), (alias.person.clone(), reason))),
            }
        }
    }

    fn rounds(&mut self, vault: &mut Vault) {
        for _ in 0..ROUNDS {
            if !self.round(vault) {
                return;
            }
        }
        self.give_up(vault);
    }

    /// Leaves the notes that never come to rest as they were, and those that a fix changes together with them.
    fn give_up(&mut self, vault: &mut Vault) {
        let restless = std::mem::take(&mut self.look_at);
        let causes = restless.iter().filter_map(|path| self.causes.get(path)).flatten();
        let mut refused: BTreeSet<String> = causes.map(|(id, ..)| id.clone()).collect();
        spread(&mut refused, &self.causes.values().map(Vec::as_slice).collect::<Vec<_>>());
        let is_refused = |causes: &Vec<Cause>| causes.iter().any(|(id, ..)| refused.contains(id));
        let paths: Vec<NotePath> =
            self.causes.iter().filter(|(_, causes)| is_refused(causes)).map(|(path, _)| path.clone()).collect();
        for path in paths {
            match self.new.remove(&path) {
                true => vault.remove(&path),
                false => drop(self.put_back(&path, vault)),
            }
            for (id, ..) in self.causes.remove(&path).unwrap_or_default() {
                let reason = say!("What it changes is changed back by another rule; switch one of them off.").into();
                self.done.remove(&id);
                self.refusals.insert(id, (path.clone(), reason));
            }
        }
        self.settle(vault);
    }

    /// The note as this plan has changed it so far.
    fn note<'v>(&'v self, path: &NotePath, vault: &'v Vault) -> Option<&'v Note> {
        self.drafts.get(path).map(|draft| draft.entry.note()).or_else(|| vault.note(path))
    }

    /// Puts `entry`, which `edits` made of the note, in its place.
    fn replace(&mut self, entry: Box<ReadNote>, edits: Vec<Edit>, vault: &mut Vault) {
        let path = entry.note().path.clone();
        if self.job.within_notes {
            let edits = (!self.drafts.contains_key(&path)).then_some(edits);
            self.drafts.insert(path, Draft { entry, edits });
        } else if let Some(before) = vault.put(entry)
            && !self.new.contains(&path)
        {
            self.originals.entry(path).or_insert_with(|| before);
        }
    }

    /// The notes that differ from what they were.
    fn changed(&self) -> Vec<NotePath> {
        self.drafts.keys().chain(self.originals.keys()).cloned().collect()
    }

    fn settle(&self, vault: &mut Vault) {
        if !self.job.within_notes {
            vault.settle();
        }
    }

    /// Gives the vault the note as it was; returns the changed one.
    fn put_back(&mut self, path: &NotePath, vault: &mut Vault) -> Option<Draft> {
        let known = |entry| Draft { entry, edits: None };
        self.drafts.remove(path).or_else(|| vault.put(self.originals.remove(path)?).map(known))
    }

    /// The fix to apply for `finding`, or why none can be; `None` if the request does not ask for one.
    fn fix_for(&self, finding: &Finding) -> Option<Result<Fix, String>> {
        if self.refusals.contains_key(&finding.id) {
            return None;
        }
        let first = || finding.fixes.first().cloned().map(Ok);
        match self.job.request {
            PlanRequest::Query { query } => query.takes(finding).then(first).flatten(),
            PlanRequest::Saved { path } => {
                let caused = finding.path == *path || finding.is_taught_by(path);
                (caused && finding.tier == Tier::Auto).then(first).flatten()
            }
            PlanRequest::Taught { path } => {
                (finding.is_taught_by(path) && finding.tier == Tier::Auto).then(first).flatten()
            }
            PlanRequest::Choices { choices, .. } => {
                let choice = choices.iter().find(|choice| choice.id == finding.id)?;
                (!self.done.contains(&finding.id)).then(|| fix_of(finding, choice))
            }
        }
    }

    /// Applies the fixes that go together. Whether another round is needed.
    fn round(&mut self, vault: &mut Vault) -> bool {
        let mut batch = Batch::default();
        for path in std::mem::take(&mut self.look_at) {
            let Some(note) = self.note(&path, vault) else { continue };
            for finding in namesake_rules::check(note, vault, self.job.rules_for(&path), self.job.about(&path)) {
                match self.fix_for(&finding) {
                    Some(Ok(fix)) => batch.take(finding, &fix, &self.one_by_one),
                    Some(Err(reason)) => drop(self.refusals.insert(finding.id, (path.clone(), reason))),
                    None => {}
                }
            }
        }
        let waiting: Vec<NotePath> = batch.waiting.iter().cloned().collect();
        let changed = self.apply(vault, batch);
        self.look_at.extend(waiting);
        if !changed.is_empty() || !self.look_at.is_empty() {
            self.look_further(changed, vault);
        }
        !self.look_at.is_empty()
    }

    /// Plans to look at the notes in which the rules may find something else now, if the request is about them.
    fn look_further(&mut self, changed: Vec<NotePath>, vault: &mut Vault) {
        match self.job.request {
            // A meeting changes only itself and the notes that it teaches.
            PlanRequest::Saved { path } | PlanRequest::Taught { path } => {
                let mut class = vault.pupils(path);
                class.insert(path.clone());
                if changed.is_empty() {
                    self.look_at.retain(|path| class.contains(path));
                } else {
                    self.look_at = class;
                }
            }
            _ if self.job.within_notes => self.look_at.extend(changed),
            request => {
                for path in &changed {
                    self.look_at.extend(vault.related(path));
                }
                match request {
                    PlanRequest::Query { query } => self.look_at.retain(|path| query.is_about(path)),
                    PlanRequest::Choices { choices, .. } => {
                        self.look_at.retain(|path| choices.iter().any(|choice| choice.path == *path));
                    }
                    _ => {}
                }
            }
        }
    }

    /// Carries out `batch`: makes its new notes and changes the others. The notes that are new or changed.
    fn apply(&mut self, vault: &mut Vault, batch: Batch) -> Vec<NotePath> {
        let mut refused = self.refuse_existing(&batch, vault);
        let checked: Vec<_> = batch.notes.into_iter().map(|(path, part)| self.check(path, part, vault)).collect();
        for (_, part, after) in &checked {
            if after.is_err() {
                refused.extend(part.findings.iter().map(|(id, ..)| id.clone()));
            }
        }
        spread(&mut refused, &checked.iter().map(|(_, part, _)| part.findings.as_slice()).collect::<Vec<_>>());
        let mut changed = Vec::new();
        for (new, cause, _) in batch.new {
            if !refused.contains(&cause.0) {
                changed.push(self.create(new, cause, vault));
            }
        }
        for (path, part, after) in checked {
            if part.findings.iter().any(|(id, ..)| refused.contains(id)) {
                self.look_at.insert(path);
            } else if let Ok(after) = after
                && self.change(&path, part, after, vault)
            {
                changed.push(path);
            }
        }
        if !changed.is_empty() {
            self.refusals.retain(|_, (path, _)| !changed.contains(path));
        }
        self.settle(vault);
        changed
    }

    /// Refuses the fixes that create a note where one stands; gives the ids of their findings.
    fn refuse_existing(&mut self, batch: &Batch, vault: &Vault) -> BTreeSet<String> {
        let mut refused = BTreeSet::new();
        for (new, (id, ..), path) in batch.new.iter().filter(|(new, ..)| !vault.is_free(&new.path)) {
            refused.insert(id.clone());
            let reason = say!("A note called {name} is there already.", name = new.path.stem()).into();
            self.refusals.insert(id.clone(), (path.clone(), reason));
        }
        refused
    }

    /// `part` with the note after it. If the self-check refuses several fixes together, the next round tries each alone.
    fn check(&mut self, path: NotePath, part: Part, vault: &Vault) -> (NotePath, Part, Result<After, String>) {
        let gone = || String::from(say!("The note is not there any more."));
        let after = self.note(&path, vault).ok_or_else(gone).and_then(|note| part.after(note, vault));
        if let Err(reason) = &after {
            match part.findings.as_slice() {
                [(id, ..)] => drop(self.refusals.insert(id.clone(), (path.clone(), reason.clone()))),
                _ => drop(self.one_by_one.insert(path.clone())),
            }
        }
        (path, part, after)
    }

    /// Makes a new note in the vault.
    fn create(&mut self, new: NewNote, cause: Cause, vault: &mut Vault) -> NotePath {
        let remark = |reason| LeftOut { id: cause.0.clone(), reason };
        self.remarks.extend(new.remarks.into_iter().map(remark));
        self.done.insert(cause.0.clone());
        self.causes.entry(new.path.clone()).or_default().push(cause);
        self.new.insert(new.path.clone());
        vault.put(vault.read(new.path.clone(), new.text));
        new.path
    }

    /// Puts the note after `part` in place of the one before. Whether that changes anything.
    fn change(&mut self, path: &NotePath, part: Part, after: After, vault: &mut Vault) -> bool {
        let After { edits, text, frontmatter } = after;
        if self.note(path, vault).is_some_and(|note| note.text == text) {
            return false;
        }
        self.done.extend(part.findings.iter().map(|(id, ..)| id.clone()));
        self.causes.entry(path.clone()).or_default().extend(part.findings);
        self.replace(vault.read_with(path.clone(), text, frontmatter), edits, vault);
        true
    }

    /// Gives the vault its notes back and `plan` the changes.
    pub(super) fn finish(mut self, vault: &mut Vault, plan: &mut Plan) {
        for path in std::mem::take(&mut self.new) {
            let Some(text) = vault.text(&path).map(str::to_owned) else { continue };
            vault.remove(&path);
            let causes = self.causes.remove(&path).unwrap_or_default().into_iter().collect();
            plan.changes.push(NoteChange::creation(path, text, causes));
        }
        for path in self.changed() {
            let Some(Draft { entry: after, edits }) = self.put_back(&path, vault) else { continue };
            let Some(before) = vault.text(&path) else { continue };
            let edits = edits.unwrap_or_else(|| text::changes(before, &after.note().text));
            if edits.is_empty() {
                continue;
            }
            let causes = self.causes.remove(&path).unwrap_or_default().into_iter().collect();
            let hash = after.hash().clone();
            plan.changes.extend(NoteChange::of(vault, path, edits, (after.into_text(), hash), causes));
        }
        self.settle(vault);
        if let PlanRequest::Choices { choices, .. } = self.job.request {
            for choice in choices.iter().filter(|choice| !self.done.contains(&choice.id)) {
                let gone = || say!("The note has changed and this is no longer to be found in it. Look again.").into();
                self.refusals.entry(choice.id.clone()).or_insert_with(|| (choice.path.clone(), gone()));
            }
        }
        plan.left.extend(self.remarks);
        plan.left.extend(self.refusals.into_iter().map(|(id, (_, reason))| LeftOut { id, reason }));
    }
}

/// Adds to `refused` all that stand in one note with a refused finding, and so on: what is changed in a note, and what a
/// finding changes in several, is made whole or not at all.
fn spread(refused: &mut BTreeSet<String>, notes: &[&[Cause]]) {
    loop {
        let known = refused.len();
        for causes in notes {
            if causes.iter().any(|(id, ..)| refused.contains(id)) {
                refused.extend(causes.iter().map(|(id, ..)| id.clone()));
            }
        }
        if refused.len() == known {
            return;
        }
    }
}

/// The fix that `choice` means, in the wording and at the places it asks for.
///
/// # Errors
/// Why there is none, for the user.
fn fix_of(finding: &Finding, choice: &Choice) -> Result<Fix, String> {
    let fix = match &choice.seen {
        None => finding
            .fixes
            .get(choice.fix)
            .ok_or_else(|| say!("There is nothing on offer for this; open the note and mend it by hand.")),
        Some(seen) => seen_in(finding, choice, seen)
            .ok_or_else(|| say!("The note has changed, and this is no longer what you answered. Look again.")),
    };
    let mut fix = fix.cloned()?;
    if let Some(text) = &choice.text {
        let ([edit], None) = (fix.edits.as_mut_slice(), &fix.creates) else {
            let several = say!("This changes several places, so your own wording cannot stand for it; edit the note.");
            return Err(several.into());
        };
        edit.text.clone_from(text);
    }
    let places = places_of(finding);
    for place in choice.without.iter().filter_map(|at| places.get(*at)) {
        fix.edits.retain(|edit| edit.path != finding.path || edit.end <= place.start || place.end <= edit.start);
    }
    Ok(fix)
}

fn places_of(finding: &Finding) -> &[Place] {
    finding.mention.as_ref().map(|mention| mention.places.as_slice()).unwrap_or_default()
}

/// The fix that was seen, whatever its number is now: a person stands where the score puts them, and answering one question
/// can change the scores of the next. `None` where it is gone, or where the name has places that nobody has seen.
fn seen_in<'f>(finding: &'f Finding, choice: &Choice, seen: &SeenFix) -> Option<&'f Fix> {
    let places = places_of(finding).len();
    let has_places_as_seen = places == seen.places || places < seen.places && choice.without.is_empty();
    let is_seen = |fix: &&Fix| match (&seen.person, &fix.candidate) {
        (Some(person), Some(candidate)) => candidate.path == *person,
        (None, None) => fix.title == seen.title,
        _ => false,
    };
    has_places_as_seen.then(|| finding.fixes.iter().find(is_seen)).flatten()
}
