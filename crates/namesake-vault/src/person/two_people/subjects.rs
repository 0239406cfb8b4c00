//! Lines of a person's note that begin with the full name of somebody else of the same first name.

use super::spelling::NameWords;
use crate::vault::Vault;
use namesake_names::{Question, fold};
use namesake_note::common_words::{WORDS, holds};
use namesake_note::finding::Tier;
use namesake_note::note::{Note, bullet, is_titled};
use namesake_tasks::owners::name_ends;
use namesake_text::text::Span;

/// The most lines that are looked at.
const MOST: usize = 200;

/// A full name, as it is written, and the words that begin with it.
pub struct OtherSubject<'n> {
    pub name: &'n str,
    pub words: Span,
}

/// The lines under Key Facts and Recent Context that begin so and do not go on about the person of the note. People who
/// have a note of their own are left out: such a line is only misplaced.
pub fn other_subjects<'n>(note: &'n Note, vault: &Vault, own: &NameWords) -> Vec<OtherSubject<'n>> {
    let headings = &vault.config().settings.headings;
    let body = note.body();
    let is_meant = |title: &str| is_titled(title, &headings.key_facts) || is_titled(title, &headings.recent_context);
    let lines = body.sections.iter().filter(|section| is_meant(&section.title)).flat_map(|section| {
        let first = body.items.partition_point(|item| item.start < section.content.start);
        body.items[first..].iter().take_while(|item| item.end <= section.content.end)
    });
    let lines = lines.filter(|line| !body.is_generated(**line)).take(MOST);
    lines.filter_map(|line| subject(note, vault, own, *line)).collect()
}

fn subject<'n>(note: &'n Note, vault: &Vault, own: &NameWords, line: Span) -> Option<OtherSubject<'n>> {
    let words = said(note, line);
    let text = note.slice(words);
    let (name, rest) = match note.body().links_in(words).first().filter(|first| first.span.start == words.start) {
        // A link to this very note that shows another name.
        Some(at_start) if vault.linked(note.slice(at_start.target)) == Some(&note.path) => {
            (at_start.display?.of(&note.text), &note.text[at_start.span.end..line.end])
        }
        Some(_) => return None,
        None => {
            let end = *name_ends(text).last()?;
            text.split_at(end)
        }
    };
    let name = name.strip_suffix("'s").or_else(|| name.strip_suffix("’s")).unwrap_or(name).trim();
    let parts: Vec<String> = name.split_whitespace().map(fold).collect();
    let ([first, .., last], true) = (parts.as_slice(), parts.len() <= 3) else { return None };
    let goes_on = rest.starts_with(['\'', '’'])
        || rest.strip_prefix([' ', ',', ':']).is_some_and(|rest| rest.trim_start().starts_with(char::is_lowercase));
    let is_other = own.is_first(first) && own.is_foreign(last) && !holds(&WORDS, last) && goes_on;
    let mut others = rest.split(|c: char| !c.is_alphanumeric()).map(fold);
    let mut names_own = || others.any(|word| own.surnames().any(|own| own == word));
    let is_nobody = || {
        vault.known_names().called(name).into_iter().all(|path| *path == note.path)
            && vault.ask(&Question::company(name), Some(&note.path)).tier != Some(Tier::Auto)
    };
    (is_other && !names_own() && is_nobody()).then_some(OtherSubject { name, words })
}

/// What an item says, without its bullet and without the day and the link that lines of Recent Context begin with.
fn said(note: &Note, line: Span) -> Span {
    let text = note.slice(line);
    let indented = text.trim_start();
    let start = line.end - indented.len() + bullet(indented).unwrap_or_default();
    let is_lead = |c: char| c.is_ascii_digit() || " -–—:.*/\t".contains(c);
    let behind_day = |at: usize| line.end - note.text[at..line.end].trim_start_matches(is_lead).len();
    let day = behind_day(start);
    let meeting =
        note.body().links_in(Span::new(day, line.end)).first().filter(|link| day > start && link.span.start == day);
    let at = meeting.map_or(day, |found| behind_day(found.span.end));
    Span::new(at.min(line.end), line.end)
}
