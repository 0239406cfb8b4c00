//! Text that went through a wrong decoding.

use crate::finding::{Draft, Fix, Tier};
use crate::note::{Note, lines};
use crate::rules::{Report, Rule};
use crate::text::mojibake::{Repair, Sureness, repairs};
use crate::text::{Edit, Span};
use crate::vault::Vault;

/// The rule.
pub const RULE: Rule = Rule {
    name: "mojibake",
    group: "frontmatter",
    what: "Decodes text that was UTF-8 and was read as Windows-1252, in properties and in the body outside code.",
    why: "`ðŸ“…` is no due date to the Tasks plugin, and `JÃ¼rgen` is nobody's name.",
    example: "`ðŸ“… 2025-11-15` -> `📅 2025-11-15`",
    automatic: "Where every byte is still there, so that only one reading is possible. Where a byte is lost \
                (`â«` was probably ⏫) the repair is offered with what it assumes.",
    on: true,
    check,
};

fn check(note: &Note, vault: &Vault, report: &mut Report) {
    for entry in note.frontmatter.single() {
        line(note, vault, report, entry.value_span, Some(&entry.key));
    }
    for span in lines(&note.text, Span::new(note.frontmatter.fence.body(), note.text.len())) {
        line(note, vault, report, span, None);
    }
}

/// One property or one line of the body: what is certain is one finding, each guess is one of its own.
fn line(note: &Note, vault: &Vault, report: &mut Report, span: Span, property: Option<&str>) {
    let words = note.slice(span);
    let found = repairs(words).into_iter().map(|repair| Repair { span: repair.span.shifted(span.start), ..repair });
    let found = found.filter(|repair| property.is_some() || is_prose(note, vault, repair));
    let (exact, lossy): (Vec<Repair>, Vec<Repair>) = found.partition(|repair| repair.sure == Sureness::Exact);
    if let (Some(first), Some(last)) = (exact.first(), exact.last()) {
        let place = Span::new(first.span.start, last.span.end);
        let shown: Vec<String> = exact.iter().map(|repair| shown(note, repair)).collect();
        let message = format!("Text was decoded wrongly: {}.", shown.join(", "));
        let draft = Draft::new(Tier::Auto, place, format!("exact: {}", words.trim()), message)
            .because("Read as Windows-1252 bytes these signs are valid UTF-8, and nothing was lost.");
        report.add(draft.fix(fix(note, &exact, property)));
    }
    for repair in lossy {
        let Sureness::Lossy { assumed } = repair.sure else { continue };
        let subject = format!("lossy: {} in {}", note.slice(repair.span), words.trim());
        let message = format!("A sign lost a byte in a wrong decoding: {}?", shown(note, &repair));
        let draft = Draft::new(Tier::Review, repair.span, subject, message).because(assumed);
        report.add(draft.fix(fix(note, &[repair], property)));
    }
}

fn fix(note: &Note, repairs: &[Repair], property: Option<&str>) -> Fix {
    let edits = repairs.iter().map(|repair| Edit::replace(repair.span, &repair.text)).collect();
    let fix = Fix::in_note("Decode it", &note.path, edits);
    match property {
        Some(key) => fix.of_property(key),
        None => fix,
    }
}

fn shown(note: &Note, repair: &Repair) -> String {
    format!("“{}” is “{}”", note.slice(repair.span), repair.text)
}

/// Bytes looked back for the head of a bare address, so that a line without blanks costs no more than its length.
const LONGEST_ADDRESS: usize = 2000;

/// Code and addresses stay as they are. So does the target of a link, which names a file that may really be called
/// so, unless the note exists under the repaired name and not under the damaged one.
fn is_prose(note: &Note, vault: &Vault, repair: &Repair) -> bool {
    if note.body.is_opaque(repair.span) || note.body.addresses.iter().any(|address| address.overlaps(repair.span)) {
        return false;
    }
    // A bare address, as Obsidian links it.
    let from = note.text.floor_char_boundary(repair.span.start.saturating_sub(LONGEST_ADDRESS));
    let before = &note.text[from..repair.span.start];
    let word = before.rfind(char::is_whitespace).map_or(before, |blank| &before[blank..]);
    if word.contains("://") {
        return false;
    }
    let links = &note.body.links;
    let next = links.partition_point(|link| link.target.end <= repair.span.start);
    let target = links.get(next).map(|link| link.target).filter(|target| target.overlaps(repair.span));
    target.is_none_or(|target| {
        let name = note.slice(target);
        let repaired = crate::text::mojibake::decode(name);
        vault.linked(name).is_none() && repaired.is_some_and(|name| vault.linked(&name).is_some())
    })
}
