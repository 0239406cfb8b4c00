//! Properties that cannot be read.

use crate::{Report, Rule};
use namesake_language::{Said, say};
use namesake_note::finding::{Draft, Fix, Tier};
use namesake_note::note::{Note, line_at};
use namesake_text::frontmatter::{Block, Declared};
use namesake_text::repair::fences::odd_fences;
use namesake_text::repair::head::closings;
use namesake_text::repair::{Repair, culprit, repairs};
use namesake_text::text::Edit;
use namesake_vault::vault::Vault;

/// The rule.
pub const RULE: Rule = Rule {
    name: "invalid-yaml",
    what: "Reports properties that are not valid YAML, with line and column, and offers to mend the lines at fault \
           where all the others can stay as they are.",
    why: "Obsidian shows such a block as plain text, and an edit made on a guess could lose what it says.",
    example: "`title: a: b` -> on offer: `title: \"a: b\"`",
    worth: 20,
    reads_broken: true,
    check,
    ..Rule::FRONTMATTER
};

fn check(note: &Note, _: &Vault, report: &mut Report) {
    let (Some(error), Some(block)) = (&note.frontmatter.error, note.frontmatter.fence.block()) else { return };
    // Where a fence further up became something else, the rule `odd-fence` says so.
    if is_slide(note.slice(block.yaml)) || odd_fences(&note.text).is_some() {
        return;
    }
    let first = culprit(&note.text, block);
    let error = first.as_ref().unwrap_or(error);
    let line = line_at(&note.text, error.offset.min(note.text.len()));
    let message = say!("The properties cannot be read ({error}), so nothing in this note is touched.", error);
    let draft = Draft::new(Tier::Review, line, note.slice(line).trim(), message);
    report.add(mended(note, block, draft));
}

/// Whether the dashes are rules around a slide: below the first one is a blank line, and nothing looks like a property.
fn is_slide(block: &str) -> bool {
    block.lines().next().is_some_and(|line| line.trim().is_empty()) && !block.contains(':')
}

/// Adds every fix that mends the block. If there is none, a fence may be missing further up.
fn mended(note: &Note, block: Block, mut draft: Draft) -> Draft {
    let ways = repairs(&note.text, block);
    for way in &ways {
        for repair in way {
            let sentence = evidence(note, repair);
            if !draft.evidence.contains(&sentence) {
                draft.evidence.push(sentence);
            }
        }
        let edits = way.iter().map(|repair| Edit::replace(repair.span, &repair.text)).collect();
        let lines = way.iter().map(|repair| repair.line).collect();
        draft.fixes.push(Fix::in_note(title(way), &note.path, edits).declaring(Declared::Lines(lines)));
    }
    let closing = closings(&note.text).into_iter().next().filter(|_| ways.is_empty());
    closing.into_iter().fold(draft, |draft, closing| {
        let title = say!("End the properties with `---` in line {line}", line = closing.line);
        let fix = Fix::in_note(title, &note.path, vec![closing.edit]);
        draft
            .because(say!("What stands above that line can be read as properties."))
            .fix(fix.declaring(Declared::Lines(vec![closing.line])))
    })
}

fn title(way: &[Repair]) -> Said {
    let lines: Vec<String> = way.iter().map(|repair| format!("`{}`", repair.text.trim())).collect();
    let what = match way {
        [Repair { kinds, .. }] => match kinds.as_slice() {
            [kind] => kind.title(),
            _ => say!("Mend the line"),
        },
        _ => say!("Mend these lines"),
    };
    say!("{what}: {lines}", what, lines = lines.join(", "))
}

fn evidence(note: &Note, repair: &Repair) -> Said {
    let why: Vec<String> = repair.kinds.iter().map(|kind| kind.why().into()).collect();
    let text = note.slice(repair.span).trim();
    say!("Line {line}, `{text}`: {why}", line = repair.line, text, why = why.join(" "))
}
