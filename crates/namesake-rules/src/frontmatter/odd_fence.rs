//! Properties that Obsidian does not recognise, because the lines around them are wrong.

use crate::{Report, Rule};
use namesake_language::{Said, say};
use namesake_note::finding::{Draft, Fix, Tier};
use namesake_note::note::{Note, line_at};
use namesake_text::frontmatter::Declared;
use namesake_text::frontmatter::fence::is_unseen;
use namesake_text::frontmatter::schema::USUAL_NAMES;
use namesake_text::repair::fences::{OddFences, odd_fences};
use namesake_text::repair::head::{Closing, HeadFault, head_fault};
use namesake_text::text::{Edit, Span};
use namesake_vault::vault::Vault;

/// The rule.
pub const RULE: Rule = Rule {
    name: "odd-fence",
    what: "Finds properties at the head of a note that Obsidian takes for text: one of the lines `---` is something else \
           (`----`, `———`, a control character) or missing, blanks stand before the first one, or they are TOML or JSON.",
    why: "Such properties are looked for in vain, and whatever adds one writes a second block above them.",
    example: "`---`, `type: people` and a blank line -> on offer: `---` below them",
    automatic: "Where other dashes stand instead of `---`, or a control character instead of the closing line, and what \
                stands between the lines can be read as properties, one of them of a name that is usual or that other \
                notes of the vault have.",
    reads_broken: true,
    check,
    ..Rule::FRONTMATTER
};

fn check(note: &Note, vault: &Vault, report: &mut Report) {
    if note.frontmatter.is_valid() {
        return;
    }
    if let Some(odd) = odd_fences(&note.text) {
        return report.add(unlike(note, vault, odd));
    }
    let Some(odd) = head_fault(&note.text) else { return };
    report.add(match odd {
        HeadFault::Unclosed { closings } => unclosed(note, closings),
        HeadFault::Indented { blanks } => indented(note, blanks),
        HeadFault::Unopened { edit } => unopened(note, edit),
        HeadFault::Toml { span } => foreign(
            note,
            span,
            say!("The note begins with TOML (between `+++` lines), which Obsidian does not read as properties."),
        ),
        HeadFault::Json { span } => foreign(
            note,
            span,
            say!(
                "The note begins with JSON without `---` lines around it, which Obsidian does not read as properties."
            ),
        ),
    });
}

/// So many notes with a property make its name one of the vault's.
const KNOWN: usize = 3;

fn unlike(note: &Note, vault: &Vault, odd: OddFences) -> Draft {
    let shown = odd.spans.iter().map(|span| Said::verbatim(format!("`{}`", shown(note.slice(*span)))));
    let shown = shown.reduce(|first, last| say!("{first} and {last}", first, last)).unwrap_or_default();
    let message = match odd.lines.as_slice() {
        [line] => {
            say!("{shown} in line {line} is no line `---`, so Obsidian shows the properties as text.", shown, line)
        }
        _ => say!("{shown} are no lines `---`, so Obsidian shows the properties as text.", shown),
    };
    let is_known =
        |name: &String| USUAL_NAMES.contains(&name.to_lowercase().as_str()) || vault.usage().of_name(name) >= KNOWN;
    let known = odd.names.iter().find(|name| is_known(name)).filter(|_| odd.is_plain);
    let mut draft = Draft::new(Tier::Review, odd.spans[0], "unlike", message)
        .because(say!("What stands between the lines can be read as properties."));
    if let Some(known) = known {
        draft.tier = Tier::Auto;
        draft = draft.because(say!("`{known}` is the name of a property.", known));
    }
    draft.fix(Fix::in_note(say!("Write `---`"), &note.path, odd.edits()).declaring(Declared::Lines(odd.lines)))
}

/// A line with what nobody sees in it as numbers.
fn shown(line: &str) -> String {
    let sign = |c: char| if is_unseen(c) { format!("U+{:04X}", u32::from(c)) } else { c.to_string() };
    line.trim().chars().map(sign).collect()
}

fn unclosed(note: &Note, closings: Vec<Closing>) -> Draft {
    let message = say!("No line `---` ends the properties, so Obsidian shows them as text.");
    let draft = Draft::new(Tier::Review, line_at(&note.text, 0), "unclosed", message);
    let draft = draft.because(say!("The lines below the first `---` can be read as properties."));
    closings.into_iter().fold(draft, |draft, Closing { edit, line }| {
        let title = say!("End the properties with `---` in line {line}", line);
        draft.fix(Fix::in_note(title, &note.path, vec![edit]).declaring(Declared::Lines(vec![line])))
    })
}

fn indented(note: &Note, blanks: Span) -> Draft {
    let message = say!("Blanks stand before the first `---`, so Obsidian shows the properties as text.");
    let lines = (1..=note.slice(blanks).split_inclusive('\n').count()).collect();
    let fix = Fix::in_note(say!("Take the blanks away"), &note.path, vec![Edit::delete(blanks)]);
    Draft::new(Tier::Review, line_at(&note.text, blanks.end), "blanks", message)
        .because(say!("The block itself can be read."))
        .fix(fix.declaring(Declared::Lines(lines)))
}

fn unopened(note: &Note, edit: Edit) -> Draft {
    let message = say!("No line `---` begins the properties, so Obsidian shows them as text.");
    let fix = Fix::in_note(say!("Begin the properties with `---`"), &note.path, vec![edit]);
    Draft::new(Tier::Review, line_at(&note.text, 0), "unopened", message)
        .because(say!("The lines above the first `---` can be read as properties."))
        .fix(fix.declaring(Declared::Lines(vec![1])))
}

fn foreign(note: &Note, span: Span, message: Said) -> Draft {
    Draft::new(Tier::Review, line_at(&note.text, span.start), "foreign", message)
        .because(say!("It reads lines of the form `name: value` between two lines `---`."))
}
