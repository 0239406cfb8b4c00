//! A plan in the making, round by round, on the vault itself.

use std::collections::{BTreeMap, BTreeSet};

use super::batch::{After, Batch, Settled};
use super::{Choice, LeftOut, NoteChange, Plan, PlanRequest};
use namesake_rules::{self, Rule};
use namesake_text::path::NotePath;
use namesake_text::text::{self, Edit};
use namesake_vault::config::Settings;
use namesake_vault::finding::{Finding, Fix, Tier};
use namesake_vault::note::Note;
use namesake_vault::vault::{ReadNote, Vault};

/// A fix can make room for another in the same note; more rounds than this and two rules fight.
const ROUNDS: usize = 64;

/// A note that was changed, and the edits that led there where it was done at once.
struct Draft {
    entry: Box<ReadNote>,
    edits: Option<Vec<Edit>>,
}

/// What a plan is to find, the same for all its notes.
pub(super) struct Job<'r> {
    request: &'r PlanRequest,
    rules: Vec<&'static Rule>,
    /// Those of them that carry something from note to note.
    taught: Vec<&'static Rule>,
    /// No note is news to another.
    pub(super) within_notes: bool,
}

impl<'r> Job<'r> {
    pub(super) fn new(request: &'r PlanRequest, settings: &Settings) -> Self {
        let rules = request.asked().rules(settings);
        let within_notes = request.is_within_notes();
        let taught = rules.iter().copied().filter(|rule| rule.teaches).collect();
        Self { request, rules, taught, within_notes }
    }

    /// The notes to look at, in parts that are no news to each other.
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
            return whole.into_iter().map(|path| std::iter::once(path).collect::<BTreeSet<_>>()).collect();
        }
        vec![whole]
    }

    /// The meeting by which all that is asked for in the note at `path` was taught.
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
            PlanRequest::Saved { path: saved } if saved != path => &self.taught,
            PlanRequest::Taught { .. } => &self.taught,
            _ => &self.rules,
        }
    }
}

/// A plan in the making. The vault itself is edited while it is made and put back at the end: a copy of a large vault
/// would cost more than the plan.
pub(super) struct Work<'r> {
    job: &'r Job<'r>,
    /// The notes to look at in the next round.
    look_at: BTreeSet<NotePath>,
    originals: BTreeMap<NotePath, Box<ReadNote>>,
    /// Notes that were not there.
    new: BTreeSet<NotePath>,
    /// What is to be said of them.
    remarks: Vec<LeftOut>,
    /// Where no note is news to another: the changed notes, of which the vault need not know.
    drafts: BTreeMap<NotePath, Draft>,
    settled: BTreeMap<NotePath, Vec<Settled>>,
    /// What was refused, in which note and why. Where the note changes it is tried again.
    left: BTreeMap<String, (NotePath, String)>,
    done: BTreeSet<String>,
    /// Notes whose fixes were refused together: each is tried by itself.
    one_by_one: BTreeSet<NotePath>,
}

impl<'r> Work<'r> {
    /// Looks at `notes` first.
    pub(super) fn new(job: &'r Job<'r>, notes: BTreeSet<NotePath>) -> Self {
        Self {
            job,
            look_at: notes,
            originals: BTreeMap::new(),
            new: BTreeSet::new(),
            remarks: Vec::new(),
            drafts: BTreeMap::new(),
            settled: BTreeMap::new(),
            left: BTreeMap::new(),
            done: BTreeSet::new(),
            one_by_one: BTreeSet::new(),
        }
    }

    /// Goes on until nothing is left to do. Notes that never come to rest are put back.
    pub(super) fn run(&mut self, vault: &mut Vault) {
        self.rounds(vault);
        // Last, since nobody is asked about a name any more that somebody has.
        if let PlanRequest::Choices { alias: Some(alias), .. } = self.job.request
            && !self.done.is_empty()
        {
            match alias.text(vault) {
                Ok(Some(text)) => self.replace(vault.read(alias.person.clone(), text), Vec::new(), vault),
                Ok(None) => {}
                Err(reason) => drop(self.left.insert(String::new(), (alias.person.clone(), reason))),
            }
        }
    }

    fn rounds(&mut self, vault: &mut Vault) {
        for _ in 0..ROUNDS {
            if !self.round(vault) {
                return;
            }
        }
        for path in std::mem::take(&mut self.look_at) {
            self.put_back(&path, vault);
            for (id, ..) in self.settled.remove(&path).unwrap_or_default() {
                let reason = "What it changes is changed back by another rule; switch one of them off.";
                self.left.insert(id, (path.clone(), reason.to_owned()));
            }
        }
        // What was made for a note that is as it was is not made.
        let is_refused = |path: &NotePath| {
            self.settled.get(path).is_none_or(|settled| settled.iter().any(|(id, ..)| self.left.contains_key(id)))
        };
        let refused: Vec<NotePath> = self.new.iter().filter(|path| is_refused(path)).cloned().collect();
        for path in refused {
            self.new.remove(&path);
            vault.remove(&path);
        }
    }

    /// The note as it is by now.
    fn note<'v>(&'v self, path: &NotePath, vault: &'v Vault) -> Option<&'v Note> {
        self.drafts.get(path).map(|draft| draft.entry.note()).or_else(|| vault.note(path))
    }

    /// Has the note be what `edits` made of it.
    fn replace(&mut self, entry: Box<ReadNote>, edits: Vec<Edit>, vault: &mut Vault) {
        let path = entry.note().path.clone();
        if self.job.within_notes {
            let edits = (!self.drafts.contains_key(&path)).then_some(edits);
            self.drafts.insert(path, Draft { entry, edits });
        } else if let Some(before) = vault.put(entry) {
            self.originals.entry(path).or_insert_with(|| before);
        }
    }

    /// The notes that are not what they were.
    fn changed(&self) -> Vec<NotePath> {
        self.drafts.keys().chain(self.originals.keys()).cloned().collect()
    }

    fn settle(&self, vault: &mut Vault) {
        if !self.job.within_notes {
            vault.settle();
        }
    }

    /// Has the vault know the note as it was; gives what became of it.
    fn put_back(&mut self, path: &NotePath, vault: &mut Vault) -> Option<Draft> {
        let known = |entry| Draft { entry, edits: None };
        self.drafts.remove(path).or_else(|| vault.put(self.originals.remove(path)?).map(known))
    }

    /// The fix to apply for `finding`, if it is asked for.
    fn wanted(&self, finding: &Finding) -> Option<Result<Fix, String>> {
        if self.left.contains_key(&finding.id) {
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
                (!self.done.contains(&finding.id)).then(|| chosen(finding, choice))
            }
        }
    }

    /// Applies what can be applied at once. Whether there may be more to do.
    fn round(&mut self, vault: &mut Vault) -> bool {
        let mut batch = Batch::default();
        for path in std::mem::take(&mut self.look_at) {
            let Some(note) = self.note(&path, vault) else { continue };
            for finding in namesake_rules::check(note, vault, self.job.rules_for(&path), self.job.about(&path)) {
                match self.wanted(&finding) {
                    Some(Ok(fix)) => batch.take(finding, &fix, &self.one_by_one),
                    Some(Err(reason)) => drop(self.left.insert(finding.id, (path.clone(), reason))),
                    None => {}
                }
            }
        }
        let waiting: Vec<NotePath> = batch.waiting.iter().cloned().collect();
        let changed = self.apply(vault, batch);
        self.look_at.extend(waiting);
        if !changed.is_empty() || !self.look_at.is_empty() {
            self.look_on(changed, vault);
        }
        !self.look_at.is_empty()
    }

    /// Adds the notes to which the changed ones are news, and keeps to those that the request is about.
    fn look_on(&mut self, changed: Vec<NotePath>, vault: &mut Vault) {
        match self.job.request {
            // Of them only the meeting and whom it teaches are looked at.
            PlanRequest::Saved { path } | PlanRequest::Taught { path } => {
                let mut class = vault.pupils(path);
                class.insert(path.clone());
                if changed.is_empty() {
                    self.look_at.retain(|path| class.contains(path));
                } else {
                    self.look_at = class;
                }
            }
            // A part of one note leads to no other.
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

    fn apply(&mut self, vault: &mut Vault, batch: Batch) -> Vec<NotePath> {
        let mut refused = BTreeSet::new();
        for (new, (id, ..), path) in &batch.new {
            if !vault.is_free(&new.path) {
                refused.insert(id.clone());
                let reason = format!("A note called {} is there already.", new.path.stem());
                self.left.insert(id.clone(), (path.clone(), reason));
            }
        }
        let mut checked = Vec::new();
        for (path, part) in batch.notes {
            let gone = || "The note is not there any more.".to_owned();
            let after = self.note(&path, vault).ok_or_else(gone).and_then(|note| part.after(note, vault));
            if let Err(reason) = &after {
                refused.extend(part.findings.iter().map(|(id, ..)| id.clone()));
                match part.findings.as_slice() {
                    [(id, ..)] => drop(self.left.insert(id.clone(), (path.clone(), reason.clone()))),
                    _ => drop(self.one_by_one.insert(path.clone())),
                }
            }
            checked.push((path, part, after));
        }
        let mut changed = Vec::new();
        for (new, settled, _) in batch.new {
            if !refused.contains(&settled.0) {
                let remark = |reason| LeftOut { id: settled.0.clone(), reason };
                self.remarks.extend(new.remarks.into_iter().map(remark));
                self.done.insert(settled.0.clone());
                self.settled.entry(new.path.clone()).or_default().push(settled);
                self.new.insert(new.path.clone());
                vault.put(vault.read(new.path.clone(), new.text));
                changed.push(new.path);
            }
        }
        for (path, part, after) in checked {
            // A fix over several notes is made whole or not at all.
            if part.findings.iter().any(|(id, ..)| refused.contains(id)) {
                self.look_at.insert(path);
                continue;
            }
            let Ok(After { edits, text, frontmatter }) = after else { continue };
            if self.note(&path, vault).is_some_and(|note| note.text == text) {
                continue;
            }
            self.done.extend(part.findings.iter().map(|(id, ..)| id.clone()));
            self.settled.entry(path.clone()).or_default().extend(part.findings);
            self.replace(vault.read_with(path.clone(), text, frontmatter), edits, vault);
            changed.push(path);
        }
        if !changed.is_empty() {
            let left = std::mem::take(&mut self.left).into_iter();
            self.left = left.filter(|(_, (path, _))| !changed.contains(path)).collect();
        }
        self.settle(vault);
        changed
    }

    /// Puts the vault back, and what has become of the notes into `plan`.
    pub(super) fn finish(mut self, vault: &mut Vault, plan: &mut Plan) {
        for path in std::mem::take(&mut self.new) {
            let Some(text) = vault.text(&path).map(str::to_owned) else { continue };
            vault.remove(&path);
            let told = self.settled.remove(&path).unwrap_or_default().into_iter().collect();
            plan.changes.push(NoteChange::creation(path, text, told));
        }
        for path in self.changed() {
            let Some(Draft { entry: after, edits }) = self.put_back(&path, vault) else { continue };
            let Some(before) = vault.text(&path) else { continue };
            let edits = edits.unwrap_or_else(|| text::changes(before, &after.note().text));
            if edits.is_empty() {
                continue;
            }
            let told = self.settled.remove(&path).unwrap_or_default().into_iter().collect();
            let hash = after.hash().clone();
            plan.changes.extend(NoteChange::of(vault, path, edits, (after.into_text(), hash), told));
        }
        self.settle(vault);
        if let PlanRequest::Choices { choices, .. } = self.job.request {
            for choice in choices.iter().filter(|choice| !self.done.contains(&choice.id)) {
                let gone = "The note has changed and this is no longer to be found in it. Look again.";
                self.left.entry(choice.id.clone()).or_insert_with(|| (choice.path.clone(), gone.to_owned()));
            }
        }
        plan.left.extend(self.remarks);
        plan.left.extend(self.left.into_iter().map(|(id, (_, reason))| LeftOut { id, reason }));
    }
}

fn chosen(finding: &Finding, choice: &Choice) -> Result<Fix, String> {
    let fix = finding.fixes.get(choice.fix);
    let mut fix = fix.cloned().ok_or("There is nothing on offer for this; open the note and mend it by hand.")?;
    if let Some(text) = &choice.text {
        let ([edit], None) = (fix.edits.as_mut_slice(), &fix.creates) else {
            return Err("This changes several places, so your own wording cannot stand for it; edit the note.".into());
        };
        edit.text.clone_from(text);
    }
    let places = finding.mention.as_ref().map(|mention| mention.places.as_slice()).unwrap_or_default();
    for place in choice.without.iter().filter_map(|at| places.get(*at)) {
        fix.edits.retain(|edit| edit.path != finding.path || edit.end <= place.start || place.end <= edit.start);
    }
    Ok(fix)
}
