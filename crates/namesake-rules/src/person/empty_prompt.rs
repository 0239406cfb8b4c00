//! Questions of the template that have no answer.

use crate::{Report, Rule};
use namesake_language::say;
use namesake_note::finding::{Draft, Fix, Tier};
use namesake_note::note::{Kind, Note, Section, lines};
use namesake_text::text::{Edit, Span};
use namesake_vault::vault::Vault;

/// The rule.
pub const RULE: Rule = Rule {
    name: "empty-prompt",
    what: "Offers to take out the prompts in italics that a template put under a heading, with or without the heading, once the \
           note has begun to fill.",
    why: "A question that nobody has answered looks like text and says nothing; one that is answered is in the way.",
    example: "`## Relationship` / `_How do you work with this person?_` -> `## Relationship`",
    worth: 1,
    template: &["_How do the two of you work together?_"],
    check,
    ..Rule::PERSON
};

/// A prompt and the section that it opens.
struct Prompt<'n> {
    section: &'n Section,
    line: Span,
    /// Whether nothing else stands in the section.
    is_alone: bool,
}

fn check(note: &Note, _: &Vault, report: &mut Report) {
    // In a new note the prompts are useful.
    if note.kind != Kind::Person || note.body().items.is_empty() {
        return;
    }
    let sections = &note.body().sections;
    let found = |(at, section)| prompt(note, section, sections.get(at + 1));
    let prompts: Vec<Prompt> = sections.iter().enumerate().filter_map(found).collect();
    let Some(first) = prompts.first() else { return };
    let titles: Vec<&str> = prompts.iter().map(|prompt| prompt.section.title.as_str()).collect();
    let message = match titles.as_slice() {
        [title] => say!("The prompt under “{title}” is still the template's.", title),
        titles => say!("The prompts under {count} headings are still the template's.", count = titles.len()),
    };
    let mut draft = Draft::new(Tier::Review, first.line, titles.join(" / "), message);
    for prompt in &prompts {
        let words = note.slice(prompt.line).trim().trim_matches(['_', '*']);
        let title = &prompt.section.title;
        draft = draft.because(match prompt.is_alone {
            true => say!("“{title}”: “{words}”, nobody has answered.", title, words),
            false => say!("“{title}”: “{words}”, text has come below it.", title, words),
        });
    }
    let out = |prompt: &Prompt| Edit::delete(with_blank_lines(note, prompt.line, prompt.section.content.end));
    draft = draft.fix(Fix::in_note(
        say!("Take the prompts out, keep the headings"),
        &note.path,
        prompts.iter().map(out).collect(),
    ));
    if prompts.iter().any(|prompt| prompt.is_alone) {
        let whole = |prompt: &Prompt| match prompt.is_alone {
            true => Edit::delete(Span::new(prompt.section.heading.start, prompt.section.content.end)),
            false => out(prompt),
        };
        let edits = namesake_text::text::joined(prompts.iter().map(whole).collect());
        draft = draft.fix(Fix::in_note(say!("Take the empty sections out as well"), &note.path, edits));
    }
    report.add(draft);
}

/// The prompt that opens the section: one line in italics that ends in a question mark or an ellipsis. A line right above
/// code is a caption and no prompt.
fn prompt<'n>(note: &'n Note, section: &'n Section, next: Option<&Section>) -> Option<Prompt<'n>> {
    let mut rest = lines(&note.text, section.content).filter(|line| !note.slice(*line).trim().is_empty());
    let line =
        rest.next().filter(|line| is_prompt(note.slice(*line).trim()) && !note.body().is_opaque_at(line.start))?;
    let below = rest.next();
    if below.is_some_and(|below| note.body().is_opaque_at(below.start)) {
        return None;
    }
    let goes_on = below.is_some_and(|below| note.slice(Span::new(line.end, below.start)).matches('\n').count() == 1);
    let has_inner = next.is_some_and(|next| next.level > section.level);
    (!goes_on).then_some(Prompt { section, line, is_alone: below.is_none() && !has_inner })
}

fn is_prompt(words: &str) -> bool {
    let inside = |sign: char| {
        let inner = words.strip_prefix(sign)?.strip_suffix(sign)?;
        (!inner.contains(sign) && !inner.starts_with(char::is_whitespace)).then_some(inner)
    };
    let asks = |inner: &str| ["?", "...", "…"].iter().any(|end| inner.trim_end().ends_with(end));
    inside('_').or_else(|| inside('*')).is_some_and(asks)
}

/// The line with the blank lines after it, up to byte `end`.
fn with_blank_lines(note: &Note, line: Span, end: usize) -> Span {
    let mut end_of_gap = end;
    if let Some(next) =
        lines(&note.text, Span::new(line.end, end)).skip(1).find(|line| !note.slice(*line).trim().is_empty())
    {
        end_of_gap = next.start;
    }
    Span::new(line.start, end_of_gap)
}
