//! How a question is put: in plain words, without weights, percentages and names of rules.

use namesake_language::{say, translatable, translated};
use std::collections::BTreeSet;

use super::question::{Confidence, Dialog, QuestionKind, Quote, Topic};
use namesake_names::Plain;
use namesake_note::finding::{Finding, Fix};
use namesake_note::note::line_at;
use namesake_rules::Group;
use namesake_tasks::begins_field;
use namesake_text::path::NotePath;
use namesake_text::text::Span;
use namesake_vault::mentions::question::says_likelihood;

/// Reasons that a question shows.
const REASONS: usize = 3;

/// Why very likely names are asked about together.
pub fn nobody_else() -> String {
    say!("Nobody else comes near.").into()
}

/// Letters that a quote shows on either side of the words it is about, and of those.
const AROUND: usize = 16;
const WORDS: usize = 120;

/// From here on a name is very likely.
const VERY_LIKELY: f64 = 0.95;

/// Whether a finding asks whom a name means.
pub fn is_name(finding: &Finding) -> bool {
    finding.mention.is_some() && finding.fixes.first().is_some_and(|fix| fix.candidate.is_some())
}

/// Whether the second person is at most one bit less likely than the first.
pub fn is_either(finding: &Finding) -> bool {
    let mut likely = finding.fixes.iter().filter_map(|fix| fix.candidate.as_ref()).map(|candidate| candidate.score);
    let pair = likely.next().zip(likely.next());
    pair.is_some_and(|(first, second)| 2.0 * second > first)
}

/// Whether the first person is very likely, and no other nearly as likely.
pub fn is_very_likely(finding: &Finding) -> bool {
    confidence(finding) == Some(Confidence::VeryLikely)
}

/// The finding whose first answer is likeliest; the question shows its reasons.
pub fn lead<'f>(findings: &[&'f Finding]) -> &'f Finding {
    let score =
        |finding: &Finding| finding.fixes.first().and_then(|fix| fix.candidate.as_ref()).map_or(0.0, |one| one.score);
    findings.iter().skip(1).fold(findings[0], |best, finding| if score(finding) > score(best) { finding } else { best })
}

/// The question, or what is found, with how often.
pub fn ask(kind: QuestionKind, lead: &Finding, findings: &[&Finding]) -> String {
    if kind == QuestionKind::Names {
        let forms: BTreeSet<&str> = findings.iter().map(|finding| finding.subject.as_str()).collect();
        return say!("{count} names fit one person each. Which are right?", count = forms.len()).into();
    }
    let person = lead.fixes.first().and_then(|fix| fix.candidate.as_ref()).map(|candidate| candidate.path.stem());
    if let (Some(mention), Some(person), true) = (&lead.mention, person, is_name(lead)) {
        let written = &mention.written;
        return match is_either(lead) {
            true => say!("Who is “{written}”?", written),
            false => say!("Is “{written}” {person}?", written, person),
        }
        .into();
    }
    let count = findings.len();
    match kind {
        QuestionKind::Tasks if count > 1 => {
            let notes: BTreeSet<&NotePath> = findings.iter().map(|finding| &finding.path).collect();
            match notes.len() {
                1 => say!("{count} things to do in “{note}”. Which become tasks?", count, note = lead.path.stem()),
                notes => say!("{count} things to do in {notes} notes. Which become tasks?", count, notes),
            }
            .into()
        }
        _ => lead.message.clone(),
    }
}

/// How likely the first answer to a question about a name is.
pub fn confidence(finding: &Finding) -> Option<Confidence> {
    let first = finding.fixes.first()?.candidate.as_ref()?;
    Some(match () {
        () if is_either(finding) => Confidence::Either,
        // A principle may hold a score down, however often such a name is right.
        () if first.p.min(first.score) >= VERY_LIKELY => Confidence::VeryLikely,
        () => Confidence::Likely,
    })
}

/// What a doubt ends with in a list of findings. A question says it by being one.
const FOR_YOU: &str = translatable!(": for you to decide");

/// The reasons that all of `findings` share, strongest first: of a name what speaks for its first person and is not to be seen in
/// the name, else those of the finding.
pub fn evidence(lead: &Finding, findings: &[&Finding]) -> Vec<String> {
    if is_name(lead) {
        return reasons(lead);
    }
    let all: Vec<Vec<String>> = findings.iter().map(|finding| reasons(finding)).collect();
    let is_shared = |reason: &String| all.iter().all(|reasons| reasons.contains(reason));
    reasons(lead).into_iter().filter(is_shared).collect()
}

fn reasons(finding: &Finding) -> Vec<String> {
    // That both fit is what its confidence says.
    if is_either(finding) {
        return Vec::new();
    }
    let Some(candidate) = finding.fixes.first().and_then(|fix| fix.candidate.as_ref()) else {
        return finding.evidence.iter().filter_map(|reason| unweighed(reason)).take(REASONS).map(sentence).collect();
    };
    // What only doubts has no weight, and comes behind what speaks for the person.
    let mut reasons: Vec<_> = candidate.evidence.iter().filter(|reason| reason.bits >= 0.0).collect();
    reasons.sort_by(|one, other| other.bits.total_cmp(&one.bits));
    reasons
        .iter()
        .filter_map(|reason| match reason.plain {
            Some(Plain::Seen) => None,
            Some(Plain::Words(words)) => Some(sentence(&translated(words))),
            None => Some(sentence(&reason.what)),
        })
        .take(REASONS)
        .collect()
}

/// An answer without how likely it is.
pub fn answer(fix: &Fix) -> String {
    fix.candidate.as_ref().map_or_else(|| fix.title.clone(), |candidate| candidate.path.stem().to_owned())
}

/// A reason without its weight; none where it only says how likely something is.
fn unweighed(reason: &str) -> Option<&str> {
    if says_likelihood(reason) {
        return None;
    }
    Some(match reason.rsplit_once(" (") {
        Some((words, weight)) if weight.ends_with(" bits)") => words,
        _ => reason,
    })
}

/// What the rules' own dialogs are asked for, in place of a fix.
pub fn dialog(finding: &Finding) -> Option<Dialog> {
    match finding.rule {
        "same-person" => Some(Dialog::Merge),
        "two-people" => Some(Dialog::Split),
        _ => None,
    }
}

/// What a question is about, by the group of its rule.
pub fn topic(finding: &Finding) -> Topic {
    match namesake_rules::rule(finding.rule).map(|rule| rule.group) {
        Some(Group::Names) => Topic::Names,
        Some(Group::Tasks) => Topic::Tasks,
        Some(Group::Enrich | Group::Person) => Topic::Facts,
        Some(Group::Frontmatter) => Topic::Properties,
        Some(Group::Patterns) | None => Topic::Text,
    }
}

/// The words at `span` in their line, with a little of what stands around them. Nothing of a span that the text, which may
/// have changed since, no longer has.
pub fn quote(text: &str, span: Span) -> Quote {
    let start = span.start.min(text.len());
    let line = line_at(text, start);
    let end = span.end.clamp(start, line.end.max(start));
    let before = text.get(line.start..start).unwrap_or_default().trim_start();
    let after = text.get(end..line.end).unwrap_or_default();
    // When a task is due does not tell whom it means.
    let after = after.split(begins_field).next().unwrap_or_default();
    Quote {
        before: tail(before),
        words: head(text.get(start..end).unwrap_or_default(), WORDS),
        after: head(after.trim_end(), AROUND),
    }
}

/// The last letters of `words`, from a whole word on where there is one.
fn tail(words: &str) -> String {
    let cut = words.chars().count().saturating_sub(AROUND);
    let Some((at, _)) = words.char_indices().nth(cut).filter(|_| cut > 0) else { return words.to_owned() };
    let is_whole = words[..at].ends_with(char::is_whitespace);
    let kept = words[at..].split_once(' ').filter(|(_, rest)| !is_whole && !rest.is_empty());
    format!("…{}", kept.map_or(&words[at..], |(_, rest)| rest))
}

/// The first letters of `words`, at most `most`, up to a whole word where there is one.
fn head(words: &str, most: usize) -> String {
    let Some((at, next)) = words.char_indices().nth(most) else { return words.to_owned() };
    let kept = words[..at].rsplit_once(' ').filter(|(rest, _)| !next.is_whitespace() && !rest.trim().is_empty());
    format!("{}…", kept.map_or(&words[..at], |(rest, _)| rest))
}

fn sentence(words: &str) -> String {
    let words = words.strip_suffix(&*translated(FOR_YOU)).unwrap_or(words);
    let mut letters = words.chars();
    let first = letters.next().map(|first| first.to_uppercase().collect::<String>()).unwrap_or_default();
    let end = if words.ends_with(['.', '?', '!', '”', '“']) { "" } else { "." };
    format!("{first}{}{end}", letters.as_str())
}

#[cfg(test)]
mod tests {
    use super::{head, tail};

    #[test]
    fn a_quote_is_cut_between_words_where_there_are_any() {
        assert_eq!(tail("- The yard believes that we employ a "), "…we employ a ");
        assert_eq!(tail("we employ a "), "we employ a ");
        assert_eq!(tail(&"雨".repeat(25)), format!("…{}", "雨".repeat(16)));
        assert_eq!(head(" and a Ben Ware since spring", 20), " and a Ben Ware…");
        assert_eq!(head(&"x".repeat(25), 20), format!("{}…", "x".repeat(20)));
    }
}
