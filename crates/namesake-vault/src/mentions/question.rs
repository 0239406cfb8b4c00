//! What a finding says about a written form and the notes that it may mean: message, evidence, choices. All rules that
//! resolve forms share it.

use crate::new_person::NewPerson;
use crate::vault::{Context, Vault};
use namesake_language::{Said, say, translatable, translated};
use namesake_names::{Answer, Candidate};
use namesake_note::finding::{Draft, Fix, Mention, Place, Tier};
use namesake_note::note::Note;
use namesake_text::path::NotePath;
use namesake_text::text::{Edit, Span, line_number};

/// A written form, its places in a note, and the people around it.
pub struct FormQuestion<'a> {
    /// The form.
    pub written: &'a str,
    /// Its places, at least one, in order.
    pub places: &'a [Span],
    /// The note they stand in.
    pub note: &'a Note,
    /// The people around the form.
    pub context: &'a Context,
}

/// A finding that the form, which stands at one place, means one of the answer's candidates. `write` gives the words
/// that replace the form if a note is meant; a candidate without such words is not offered. `None` where nobody fits or
/// the words stand there already.
pub fn finding(asked: &FormQuestion, answer: &Answer, write: impl Fn(&NotePath) -> Option<String>) -> Option<Draft> {
    let best = answer.candidates.first()?;
    let tier = if is_asked_about(best) { answer.tier.and(Some(Tier::Review)) } else { answer.tier }?;
    let (note, place) = (asked.note, asked.places[0]);
    offered(asked, answer, tier, |title, path| {
        let words = write(path).filter(|words| words != note.slice(place))?;
        Some(Fix::in_note(title, &note.path, vec![Edit::replace(place, words)]))
    })
}

/// Whether the user is asked about a candidate, however likely it is: a misheard name cannot be told from another name.
/// If only the context speaks for the candidate, the settings decide, and have already lowered its probability.
const fn is_asked_about(candidate: &Candidate) -> bool {
    candidate.misheard && !candidate.by_context
}

/// As [`finding`], for any kind of fix: `fix` makes one from its title and the note that is meant.
pub fn offered(
    asked: &FormQuestion,
    answer: &Answer,
    tier: Tier,
    fix: impl Fn(Said, &NotePath) -> Option<Fix>,
) -> Option<Draft> {
    let FormQuestion { written, places, note, context } = *asked;
    let best = answer.candidates.first()?;
    let offered = match tier {
        Tier::Auto => std::slice::from_ref(best),
        Tier::Review => answer.candidates.as_slice(),
    };
    let title = |candidate: &Candidate| Said::verbatim(format!("{} ({})", candidate.path.stem(), percent(candidate.p)));
    let fix = |candidate: &Candidate| {
        Some(Fix { candidate: Some(candidate.clone()), ..fix(title(candidate), &candidate.path)? })
    };
    let fixes: Vec<Fix> = offered.iter().filter_map(fix).collect();
    if fixes.is_empty() {
        return None;
    }
    let name = best.path.stem();
    let message = match tier {
        Tier::Auto => say!("“{written}” is {name}.", written, name),
        Tier::Review => say!("“{written}” may be {name}.", written, name),
    };
    let mut draft = Draft::new(tier, places[0], format!("{written} -> {}", best.path), message);
    draft.evidence = evidence(answer);
    draft.fixes = fixes;
    let place = |span: &Span| {
        let line = line_number(&note.text, span.start);
        Place { line, start: span.start, end: span.end }
    };
    draft.mention = Some(Mention {
        written: written.to_owned(),
        places: places.iter().map(place).collect(),
        participants: context.participants.clone(),
    });
    Some(draft)
}

/// The draft with one more choice at the end: `written`, which `source` names, is somebody new, and a note is made for them.
/// `fix` makes the fix from its title. Where no note can be made, the evidence says why.
pub fn or_new(
    draft: Draft,
    source: &Note,
    vault: &Vault,
    written: &str,
    fix: &dyn Fn(Said, &NewPerson) -> Option<Fix>,
) -> Draft {
    match NewPerson::of(vault, written, source) {
        Ok(new) => match fix(say!("New person “{name}”", name = new.note.path.stem()), &new) {
            Some(fix) => draft.fix(fix.creating(new.note)),
            None => draft,
        },
        Err(reason) => draft.because(say!("Nobody new is offered. {reason}", reason)),
    }
}

/// The reasons for the best candidate with their weights, then the next candidate with what speaks most against it.
pub fn evidence(answer: &Answer) -> Vec<Said> {
    let Some((best, others)) = answer.candidates.split_first() else { return Vec::new() };
    let mut sentences = vec![say!("{name}: {percent} sure.", name = best.path.stem(), percent = percent(best.p))];
    sentences.extend(best.evidence.iter().map(|reason| weighed(&capital(&reason.what), reason.bits)));
    sentences.extend(others.first().map(|next| {
        let against = next.evidence.iter().filter(|reason| reason.bits < 0.0);
        let worst = against.reduce(|worst, reason| if reason.bits < worst.bits { reason } else { worst });
        let why = worst.map(|reason| weighed(&format!(": {}", reason.what), reason.bits)).unwrap_or_default();
        say!("Next is {name}, {percent} sure{why}.", name = next.path.stem(), percent = percent(next.p), why)
    }));
    sentences
}

/// Whether a sentence of [`evidence`] only says how likely somebody is.
pub fn says_likelihood(sentence: &str) -> bool {
    sentence.ends_with(&*translated(translatable!("% sure.")))
        || sentence.starts_with(&*translated(translatable!("Next is ")))
}

/// A probability in whole per cent; never 100, since nothing is.
fn percent(p: f64) -> String {
    format!("{} %", whole((p * 100.0).clamp(0.0, 99.0)))
}

/// A reason and its weight with a sign and one decimal; a weight of zero is left out.
fn weighed(reason: &str, bits: f64) -> Said {
    let tenths = whole(bits.abs() * 10.0);
    let sign = if bits < 0.0 { '-' } else { '+' };
    Said::verbatim(match tenths {
        0 => reason.to_owned(),
        _ => format!("{reason} ({sign}{}.{} bits)", tenths / 10, tenths % 10),
    })
}

/// The nearest whole number. Formatting floats as fractions would add 12 kB to the wasm.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "weights and shares are small and positive")]
fn whole(value: f64) -> u32 {
    value.round() as u32
}

fn capital(words: &str) -> String {
    let mut chars = words.chars();
    chars.next().map_or_else(String::new, |first| std::iter::once(first.to_ascii_uppercase()).chain(chars).collect())
}

#[cfg(test)]
mod tests {
    use super::weighed;

    #[test]
    fn a_reason_shows_its_weight_unless_it_has_none() {
        assert_eq!(weighed("Both met.", 2.34).to_string(), "Both met. (+2.3 bits)");
        assert_eq!(weighed("Nobody met.", -1.0).to_string(), "Nobody met. (-1.0 bits)");
        assert_eq!(weighed("Somebody met.", -0.04).to_string(), "Somebody met.");
    }
}
