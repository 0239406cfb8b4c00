//! Facts about somebody else.

use std::cell::Cell;
use std::collections::BTreeSet;

use crate::{Report, Rule};
use namesake_language::{Said, say};
use namesake_note::finding::{Draft, Fix, NoteEdit, Tier};
use namesake_note::note::{Kind, Note, is_titled, lines};
use namesake_text::path::NotePath;
use namesake_text::text::{Edit, Span, trimmed};
use namesake_vault::person::bullets::ends_with;
use namesake_vault::person::bullets::{Bullet, block_id, bullets, removal};
use namesake_vault::person::review::is_made_by_machine;
use namesake_vault::person::subject::{BulletSubject, is_about_nobody, names, subject};
use namesake_vault::teaching::sections::{SectionPlace, Titles};
use namesake_vault::teaching::taught_section::{DECISIONS, FACTS};
use namesake_vault::vault::{Context, Vault};

/// The rule.
pub const RULE: Rule = Rule {
    name: "misplaced-fact",
    what: "Finds bullets under Key Facts and Key Decisions whose subject is somebody else and that do not name the person of \
           the note, and offers to move them to the note of whom they are about, with a link to their source where one is \
           known. In notes that a machine made it also names key \
           facts that are about nobody and come from nowhere.",
    why: "A machine that hears a meeting files what was said under everybody who was there.",
    example: "`- Priya owns the requirements.` in Rob's note -> the same line in Priya's",
    worth: 10,
    check,
    ..Rule::PERSON
};

/// The most facts of a note whose words are searched for in meetings; the search reads all meetings of two people.
const MOST_SEARCHES: usize = 20;

fn check(note: &Note, vault: &Vault, report: &mut Report) {
    if note.kind != Kind::Person || note.body().items.is_empty() {
        return;
    }
    let headings = &vault.config().settings.headings;
    let mut neighbours = None;
    let searches = Cell::new(MOST_SEARCHES);
    let by_machine = is_made_by_machine(note);
    for section in &note.body().sections {
        let is_of_facts = is_titled(&section.title, &headings.key_facts);
        let titles = match is_of_facts {
            true => FACTS.titles,
            false if is_titled(&section.title, &headings.key_decisions) => DECISIONS.titles,
            false => continue,
        };
        for bullet in bullets(note, section.content) {
            let fact = Fact::of(note, vault, titles, bullet, &searches);
            let neighbours = neighbours.get_or_insert_with(|| vault.neighbours(note));
            let context = vault.context_among(neighbours, note, fact.meeting.as_ref());
            // A decision can be about this person without naming anybody.
            fact.check(vault, &context, by_machine && is_of_facts, report);
        }
    }
}

/// A bullet with its parts.
struct Fact<'n> {
    note: &'n Note,
    /// Where it stands.
    titles: Titles,
    bullet: Bullet,
    /// What it says, without source and block id.
    words: Span,
    /// The link behind it.
    source: Option<Span>,
    /// The meeting that the link leads to.
    meeting: Option<NotePath>,
    /// How many more times meetings may be searched for words of this note.
    searches: &'n Cell<usize>,
}

impl<'n> Fact<'n> {
    fn of(note: &'n Note, vault: &Vault, titles: Titles, bullet: Bullet, searches: &'n Cell<usize>) -> Self {
        let link = note.body().links_in(bullet.words).last();
        let link = link.filter(|link| link.span.start > bullet.words.start && ends_with(note, &bullet.words, link));
        let path = link.and_then(|link| vault.linked(note.slice(link.target)));
        let meeting = path.filter(|path| vault.facts(path).is_some_and(|facts| facts.meeting.is_some())).cloned();
        let source = link.filter(|_| meeting.is_some()).map(|link| link.span);
        let id = block_id(note.slice(bullet.words)).map_or(0, str::len);
        let end = source.map_or(bullet.words.end - id, |source| source.start);
        let words = trimmed(&note.text, Span::new(bullet.words.start, end));
        Self { note, titles, bullet, words, source, meeting, searches }
    }

    /// Reports whom the fact is about, unless it is the person of the note. If it is about nobody and has no source, that is
    /// reported too, provided that `nobody` asks for it.
    fn check(&self, vault: &Vault, context: &Context, nobody: bool, report: &mut Report) {
        let Some(subject) = subject(self.note, vault, self.words, context) else {
            if nobody && self.source.is_none() {
                self.nobody(vault, context, report);
            }
            return;
        };
        let rest = Span::new(subject.end.min(self.words.end), self.words.end);
        if names(self.note, vault, if subject.is_whole { rest } else { self.words }, context) {
            return;
        }
        let and = self.note.slice(rest).strip_prefix(" and ");
        let also =
            and.and_then(|also| self::subject(self.note, vault, Span::new(rest.end - also.len(), rest.end), context));
        self.elsewhere(vault, (&subject, also.as_ref()), report);
    }

    /// Reports that the fact is about one of the people whom `subject` may mean, or about two if it names two.
    fn elsewhere(&self, vault: &Vault, (subject, also): (&BulletSubject, Option<&BulletSubject>), report: &mut Report) {
        let note = self.note;
        let words = note.slice(self.words);
        let name = &subject.written;
        let message = say!("This is about “{name}”, not about {person}.", name, person = note.path.stem());
        let mut draft = Draft::new(Tier::Review, self.bullet.line, format!("{name}: {words}"), message);
        draft.evidence.extend(subject.evidence.iter().cloned());
        let source =
            self.meeting.clone().or_else(|| subject.people.first().and_then(|person| self.told_in(vault, person)));
        draft = match (&self.meeting, &source) {
            (Some(meeting), _) => draft.because(say!("Its source is “{meeting}”.", meeting = meeting.stem())),
            (None, Some(found)) => draft.because(say!(
                "The same words stand in “{meeting}”, which is put behind it as its source.",
                meeting = found.stem()
            )),
            (None, None) => draft.because(say!("No source is known.")),
        };
        if subject.people.is_empty() {
            report.add(draft.because(say!("Nobody in the vault is called {name}, so it is left where it is.", name)));
            return;
        }
        if block_id(note.slice(self.bullet.words)).is_some() {
            report.add(draft.because(say!("Others may link to its block id, so moving it is left to you.")));
            return;
        }
        let link = source.as_ref().filter(|_| self.meeting.is_none());
        if let Some((one, other)) = subject.people.first().zip(also.and_then(|also| also.people.first()))
            && let (Ok(mut fix), Ok(second)) = (self.moved(vault, one, link), self.moved(vault, other, link))
            && one != other
        {
            fix.title = say!("Move it to “{one}” and “{other}”", one = one.stem(), other = other.stem()).into();
            fix.edits.extend(second.edits.into_iter().skip(1));
            draft = draft.fix(fix);
        }
        for person in &subject.people {
            match self.moved(vault, person, link) {
                Ok(fix) => draft = draft.fix(fix),
                Err(reason) => {
                    let name = person.stem();
                    draft = draft.because(say!("It cannot be moved to “{name}”: {reason}.", name, reason));
                }
            }
        }
        report.add(draft);
    }

    /// Reports that the fact is about nobody.
    fn nobody(&self, vault: &Vault, context: &Context, report: &mut Report) {
        let words = self.note.slice(self.words);
        if !is_about_nobody(words) || names(self.note, vault, self.words, context) {
            return;
        }
        if let Some(source) = self.told_in(vault, &self.note.path) {
            // The fact comes from a meeting of this person, and the meeting shows whom it is about.
            let Some(link) = vault.link(&self.note.path, &source, source.stem()) else { return };
            let edit = Edit::insert(self.words.end, [" (", &link, ")"].concat());
            let message = say!("This names nobody, and where it comes from is known.");
            let draft = Draft::new(Tier::Review, self.bullet.line, format!("source: {words}"), message)
                .because(say!("The same words stand in “{meeting}”.", meeting = source.stem()));
            report.add(draft.fix(Fix::in_note(say!("Put its source behind it"), &self.note.path, vec![edit])));
            return;
        }
        let message = say!(
            "Whether this is about {name} cannot be told: it names nobody, and no source is known.",
            name = self.note.path.stem()
        );
        report.add(Draft::new(Tier::Review, self.bullet.line, format!("nobody: {words}"), message));
    }

    /// The meeting, of this person or of the other one, in which the same words stand as a list item.
    fn told_in(&self, vault: &Vault, person: &NotePath) -> Option<NotePath> {
        self.searches.set(self.searches.get().checked_sub(1)?);
        let words = self.note.slice(self.words);
        let mut seen = BTreeSet::new();
        let meetings = vault
            .meetings_of(person)
            .chain(vault.meetings_of(&self.note.path))
            .filter(|path| seen.insert((*path).clone()));
        let says = |path: &&NotePath| {
            let same = |line: &str| line.trim_start_matches(['-', '*', '+', ' ', '\t']).trim_end() == words;
            vault.text(path).is_some_and(|text| text.contains(words) && text.lines().any(same))
        };
        meetings.into_iter().find(says).cloned()
    }

    /// The fix that takes the bullet out here and puts it into the note at `person`, with a link to `source` behind it.
    fn moved(&self, vault: &Vault, person: &NotePath, source: Option<&NotePath>) -> Result<Fix, Said> {
        let target = vault.note(person).ok_or_else(|| say!("the note is gone"))?;
        if target.ignored().is_some() || target.frontmatter.error.is_some() {
            return Err(say!("that note asks to be left alone, or cannot be read"));
        }
        let text = self.note.slice(self.bullet.whole);
        if self.note.body().is_opaque(self.bullet.whole)
            || ["%%", "<", "`", "{{"].iter().any(|sign| text.contains(sign))
        {
            return Err(say!("it holds code, HTML, a comment or a template, which may mean something else there"));
        }
        let out = removal(self.note, self.bullet.whole);
        let known = |line: Span| target.slice(line).contains(self.note.slice(self.words));
        if lines(&target.text, Span::new(target.frontmatter.fence.body(), target.text.len())).any(known) {
            return Ok(Fix::in_note(
                say!("Take it out; “{name}” says it already", name = person.stem()),
                &self.note.path,
                vec![out],
            ));
        }
        let text = vault.moved(text, &self.note.path, person);
        let mut lines: Vec<String> = text.lines().map(|line| line.trim_end_matches('\r').to_owned()).collect();
        let link = source.and_then(|source| vault.link(person, source, source.stem()));
        if let (Some(link), Some(first)) = (link, lines.first_mut()) {
            *first = [first.trim_end(), " (", &link, ")"].concat();
        }
        let edit = insertion(target, vault, self.titles, &lines.join(target.line_ending()));
        let mut fix = Fix::in_note(say!("Move it to “{name}”", name = person.stem()), &self.note.path, vec![out]);
        fix.edits.push(NoteEdit { path: person.clone(), start: edit.span.start, end: edit.span.end, text: edit.text });
        Ok(fix)
    }
}

/// The place of the bullet in another note: the one where enrichment writes facts.
fn insertion(note: &Note, vault: &Vault, titles: Titles, bullet: &str) -> Edit {
    let place = SectionPlace::of(note, vault, titles);
    // The moved bullet gets the sign of the list it joins.
    let marker = place.items().map(|item| note.slice(item)).filter(|item| item.starts_with(['-', '*', '+'])).last();
    place.append(&[marker.map_or("-", |item| &item[..1]), &bullet[1..]].concat())
}
