//! Replaces the loser's name by the winner's where it is an owner of tasks, `@RobBanga` or `@Rob Banga`, and in queries for
//! such tasks. The form stays as it is written.

use namesake_note::finding::Tier;
use namesake_note::note::{Note, lines};

use namesake_tasks::Options;
use namesake_tasks::owners::{Form, as_handle};
use namesake_text::text::{Edit, Span, plain};
use namesake_vault::facts::task_lines;
use namesake_vault::vault::{Context, Vault};

/// The loser's names as owners, and the winner's that replace them.
pub struct Names {
    /// The loser's names that mean nobody else, each as written and as one word.
    known: Vec<(String, String)>,
    /// The winner's name.
    spaced: String,
    /// The same as one word.
    handle: String,
    options: Options,
}

impl Names {
    pub fn of(vault: &Vault, winner: &Note, loser: &Note) -> Self {
        let context = Context::default();
        let means_loser = |name: &str| {
            let answer = vault.resolve(name, &context);
            answer.tier == Some(Tier::Auto) && answer.best.as_ref() == Some(&loser.path)
        };
        let mut known: Vec<(String, String)> = Vec::new();
        for name in [Some(loser.path.stem()), loser.frontmatter.text("title")].into_iter().flatten() {
            let (name, handle) = (name.trim(), as_handle(name));
            let is_new = !handle.is_empty() && known.iter().all(|(known, _)| known != name);
            if is_new && means_loser(name) && vault.is_called(&loser.path, name) {
                known.push((name.to_owned(), handle));
            }
        }
        let spaced = plain(winner.path.stem());
        Self { known, handle: as_handle(&spaced), spaced, options: vault.config().settings.task_options() }
    }

    /// The edits of owners in tasks and queries of `note`; `links` gives those of the links in a query's text. In notes
    /// that no rule looks at, only links change.
    pub fn edits(&self, note: &Note, links: impl Fn(&str) -> Vec<Edit>) -> Vec<Edit> {
        if note.ignored().is_some() {
            return Vec::new();
        }
        let mut edits = Vec::new();
        for (line, task) in task_lines(note, &self.options) {
            for owner in task.owners().iter().filter(|owner| owner.note.is_none()) {
                let is_owner = matches!(owner.form, Form::At | Form::Handle | Form::Label | Form::Field);
                let readings = if is_owner { owner.readings() } else { Vec::new() };
                let named = readings.into_iter().find_map(|reading| Some((reading, self.instead(reading.name)?)));
                let Some((reading, new)) = named else { continue };
                let start = line.start + owner.name_span.start;
                edits.push(Edit::replace(Span::new(start, start + reading.name.len()), new));
            }
        }
        for &opaque in &note.body().opaque {
            if is_query(note.slice(opaque)) {
                let query = note.slice(opaque);
                edits.extend(links(query).into_iter().chain(self.asked(query)).map(|edit| edit.shifted(opaque.start)));
            }
        }
        edits
    }

    /// The replacement for `written`, if that is one of the loser's names.
    fn instead(&self, written: &str) -> Option<String> {
        let spaced = written.contains(' ');
        self.known.iter().find(|(name, handle)| match spaced {
            true => name.to_lowercase() == written.to_lowercase(),
            false => handle.to_lowercase() == as_handle(written).to_lowercase(),
        })?;
        Some(match spaced {
            true => self.spaced.clone(),
            false if written.chars().any(char::is_uppercase) => self.handle.clone(),
            false => self.handle.to_lowercase(),
        })
    }

    /// The edits of `@` and a name in a query.
    fn asked(&self, query: &str) -> Vec<Edit> {
        let mut edits = Vec::new();
        for (at, _) in query.match_indices('@') {
            let rest = &query[at + 1..];
            let forms = self.known.iter().flat_map(|(name, handle)| [name, handle]);
            let ends = |form: &&String| {
                rest.strip_prefix(form.as_str()).is_some_and(|after| !after.starts_with(char::is_alphanumeric))
            };
            if let Some((form, new)) = forms.into_iter().find(ends).and_then(|form| Some((form, self.instead(form)?))) {
                edits.push(Edit::replace(Span::new(at + 1, at + 1 + form.len()), new));
            }
        }
        edits
    }
}

/// Whether Dataview or the Tasks plugin reads the code block.
fn is_query(block: &str) -> bool {
    let first = lines(block, Span::new(0, block.len())).next().map_or("", |line| line.of(block));
    let fence = first.trim_start();
    let name = fence.trim_start_matches(['`', '~']);
    name.len() + 3 <= fence.len() && ["dataview", "tasks"].contains(&name.trim())
}
