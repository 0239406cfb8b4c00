//! Bullets without a checkbox: where the words of one begin, and which of them are plainly nothing to do. Under which
//! headings bullets are looked at, and what becomes of them, is left to the rule.

use super::{js, line};
use namesake_text::fold::{self, fold};
use namesake_text::text::Span;

/// A list item without a checkbox, in bytes of its line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bullet {
    /// The byte behind its marker.
    pub marker_end: usize,
    /// Its words, without blanks around them. May be empty.
    pub words: Span,
}

/// Reads the line of a list item. `None` where it has a checkbox, or something like one, or is no list item to the
/// Tasks plugin: of `- - a` only the outer list is seen.
pub fn bullet(text: &str) -> Option<Bullet> {
    let indent = text.len() - text.trim_start_matches(|c| c == '>' || js::is_space(c)).len();
    let marker_end = indent + line::marker_len(&text[indent..])?;
    let after = &text[marker_end..];
    let words = after.trim_matches(js::is_space);
    let start = marker_end + (after.len() - after.trim_start_matches(js::is_space).len());
    let inside = words.strip_prefix('[').and_then(|rest| Some(rest[..rest.find(']')?].trim()));
    let is_status = |inside: &str| inside.chars().count() <= 1 || inside == "xx";
    let is_checkbox = words.starts_with('[') && !words.starts_with("[[") && inside.is_none_or(is_status);
    let is_list = line::marker_len(words).is_some_and(|end| words[end..].starts_with(js::is_space));
    if is_checkbox || is_list || !after.starts_with([' ', '\t']) || words.contains(js::is_line_end) {
        return None;
    }
    Some(Bullet { marker_end, words: Span::new(start, start + words.len()) })
}

/// Whether a bullet only heads the bullets below it: “This week:”, “**Sales**”, a word or two.
pub fn is_heading(words: &str) -> bool {
    let is_bold =
        |sign: &str| words.len() > 4 && words.starts_with(sign) && words[2..].find(sign) == Some(words.len() - 4);
    words.ends_with(':') || words.ends_with(":**") || is_bold("**") || is_bold("__") || words.split(' ').count() <= 2
}

/// Whether a bullet's words are plainly nothing to do: nothing at all, a placeholder, a question, a link, something
/// done or struck out.
pub fn is_no_task(words: &str) -> bool {
    let without_end = |text: &str| match text.rfind(" (") {
        Some(open) if text.ends_with(')') => text[..open].trim_end().len(),
        _ => text.len(),
    };
    let said = words[..without_end(words)].trim_end_matches(['*', '_', '"', '”', '“', ' ']);
    let is_aside =
        |sign: char| words.len() > 2 && words.starts_with(sign) && words[1..].find(sign) == Some(words.len() - 2);
    is_struck(words)
        || ["{{", "{ {", "<%", "✅", "☑", "✔"].iter().any(|sign| words.contains(sign))
        || said.ends_with(['?', '？', ':'])
        || words.ends_with(":**")
        || is_aside('_')
        || is_aside('*')
        || !without_links(words).contains(char::is_alphabetic)
        || is_blank(words)
        || says_nothing(words)
        || is_past(words)
        || is_decision(words)
}

/// Whether words begin struck out, and not only with whoever had to do it first.
fn is_struck(words: &str) -> bool {
    words.starts_with("~~") && handed_over(words).is_none()
}

/// The bytes of the struck name that words begin with, where another follows: `~~Mara~~ Rob: send it`.
pub(crate) fn handed_over(words: &str) -> Option<usize> {
    let (struck, behind) = words.strip_prefix("~~")?.split_once("~~")?;
    let is_name = struck.split(' ').count() <= 3 && struck.split(' ').all(|word| word.starts_with(char::is_uppercase));
    let is_next =
        behind.strip_prefix(' ').is_some_and(|behind| behind.starts_with(|c: char| c.is_uppercase() || c == '@'));
    (is_name && is_next).then(|| words.len() - behind.len() + 1)
}

/// Whether nothing is said, or nothing but what a template has filled in: `[Task] - [Owner] - [Due date]`.
pub fn is_blank(words: &str) -> bool {
    let mut left = String::new();
    let (mut rest, mut is_template) = (words, false);
    while let Some(open) = rest.find('[') {
        left.push_str(&rest[..open]);
        let Some(close) = rest[open..].find(']').map(|close| open + close) else { return false };
        if rest[open + 1..].starts_with('[') || rest[close + 1..].starts_with('(') {
            return false;
        }
        is_template = true;
        rest = &rest[close + 1..];
    }
    left.push_str(rest);
    (words.trim().is_empty() || is_template) && !left.contains(char::is_alphanumeric)
}

/// The words of a bullet that a sign says are done: struck out, or with a tick at the end.
pub fn finished(words: &str) -> Option<&str> {
    let bare = words.trim_end_matches(['✅', '☑', '✔', '\u{fe0f}', ' ']);
    let struck = bare.strip_prefix("~~").and_then(|inner| inner.strip_suffix("~~"));
    struck.or_else(|| Some(bare).filter(|bare| bare.len() < words.trim_end().len())).filter(|left| !left.is_empty())
}

/// Words that say there is nothing, as the first of a bullet; folded.
const NOTHING: &[&str] = &[
    "none", "nothing", "nil", "tbd", "tba", "tbc", "keine", "keiner", "nichts", "entfallt", "aucun", "aucune", "neant",
    "rien", "ninguno", "ninguna", "nada", "geen", "niets", "nessuno", "nessuna", "niente", "nenhum", "nenhuma",
];
/// What there is none of, behind “no”; folded.
const ITEMS: &[&str] =
    &["action", "actions", "follow", "followup", "followups", "next", "open", "further", "items", "tasks"];
/// What may stand before it; folded.
const OTHERS: &[&str] = &["new", "other", "more", "additional", "outstanding"];
/// Words that say something is done; folded.
const DONE: &[&str] =
    &["done", "completed", "finished", "erledigt", "fait", "hecho", "gedaan", "fatto", "feito", "zrobione", "klart"];
/// What may stand before that; folded.
const ALREADY: [&str; 12] =
    ["already", "all", "was", "ist", "schon", "bereits", "cest", "deja", "ya", "gia", "juz", "is"];
/// What somebody did, at the start of a bullet, where it does not end in “ed”; folded.
const PAST: &[&str] = &[
    "sent", "met", "made", "wrote", "got", "had", "was", "were", "did", "told", "said", "spoke", "gave", "took",
    "found", "paid", "built", "held", "left", "began", "chose", "heard", "knew", "saw", "thought", "went",
];
/// What ends in “ed” and may be asked for.
const ASKED: &[&str] =
    &["need", "feed", "embed", "proceed", "exceed", "speed", "seed", "shed", "succeed", "heed", "weed", "bed"];

/// What was decided, as a label in front; folded.
const DECISIONS: &[&str] = &["decision", "decisions", "beschluss", "entscheidung", "besloten", "besluit"];

fn is_decision(words: &str) -> bool {
    words.split_once(':').is_some_and(|(label, _)| DECISIONS.contains(&fold(label).as_str()))
}

fn says_nothing(words: &str) -> bool {
    let mut folded = fold::words(words);
    let (first, second) = (folded.next().unwrap_or_default(), folded.next().unwrap_or_default());
    let second = if OTHERS.contains(&second.as_str()) { folded.next().unwrap_or_default() } else { second };
    // “NA” may be somebody's initials.
    let is_not_applicable = first == "na" && second.is_empty() || words.to_lowercase().starts_with("n/a");
    is_not_applicable
        || NOTHING.contains(&first.as_str())
        || (first == "no" && ITEMS.iter().any(|item| second.starts_with(item)))
}

/// Whether the words tell of something that has happened, by the first of them, or by “done” set off at the end.
pub fn is_past(words: &str) -> bool {
    let mut folded = fold::words(words);
    let first = folded.next().unwrap_or_default();
    // “We agreed”, as “Agreed” alone.
    let first = if first == "we" { folded.next().unwrap_or_default() } else { first };
    // “Klart” is Swedish for done; “klärt” is German for finds out.
    let first = if words.starts_with("klärt") { String::new() } else { first };
    // A handle is no verb.
    let is_regular =
        !words.starts_with('@') && first.len() > 3 && first.ends_with("ed") && !ASKED.contains(&first.as_str());
    let bare = words.trim_end_matches(|c: char| !c.is_alphanumeric());
    let last = bare.rsplit(['(', ',', ':', ';', '–', '—', '[', '.', '!', '→', '>']).next().unwrap_or_default();
    // “Send the plan - done”, “Send the plan (already done)”
    let last = fold(last.rsplit(" - ").next().unwrap_or_default());
    let last = ALREADY.iter().find_map(|already| last.strip_prefix(already)).unwrap_or(&last).to_owned();
    is_regular
        || PAST.contains(&first.as_str())
        || DONE.contains(&first.as_str())
        || (last.len() < fold(words).len() && DONE.contains(&last.as_str()))
}

/// The words without links, embeds and addresses.
fn without_links(words: &str) -> String {
    let mut left = String::with_capacity(words.len());
    let mut rest = words;
    while let Some(open) = rest.find('[') {
        left.push_str(&rest[..open]);
        let end = rest[open..].find("]]").map(|end| open + end + 2).filter(|_| rest[open..].starts_with("[["));
        let address = || rest[open..].find("](").and_then(|mid| Some(open + mid + rest[open + mid..].find(')')? + 1));
        let Some(end) = end.or_else(address) else { break };
        rest = &rest[end..];
    }
    left.push_str(rest);
    let is_address = |word: &&str| !word.contains("://") && !word.starts_with("www.") && !word.starts_with('#');
    left.split_whitespace().filter(is_address).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn words(text: &str) -> Option<&str> {
        bullet(text).map(|bullet| bullet.words.of(text))
    }

    #[test]
    fn every_marker_makes_a_bullet_and_a_checkbox_makes_none() {
        for line in
            ["- Send it", "* Send it ", "+\tSend it", "12. Send it", "3)  Send it", "> - Send it", "\t- Send it"]
        {
            assert_eq!(words(line), Some("Send it"), "{line}");
        }
        for line in
            ["Send it", "- [ ] Send it", "- [x] Send it", "- [] Send it", "-Send it", "- - Send it", "- a\u{2028}b"]
        {
            assert_eq!(words(line), None, "{line}");
        }
        assert_eq!(words("- [[Rob Benoit]] to send it"), Some("[[Rob Benoit]] to send it"));
        assert_eq!(words("- [Offer](a.md) to be sent"), Some("[Offer](a.md) to be sent"));
        assert_eq!(words("- "), Some(""));
        assert_eq!(words("- [Ana] send it"), Some("[Ana] send it"));
    }

    #[test]
    fn struck_and_ticked_words_are_done() {
        for (words, left) in [("~~Send it~~", Some("Send it")), ("Send it ✅", Some("Send it")), ("~~Send~~ it", None)]
        {
            assert_eq!(finished(words), left, "{words}");
        }
        assert_eq!(finished("✅"), None);
    }

    #[test]
    fn what_is_nothing_to_do_is_told_by_its_words() {
        for text in [
            "",
            "None",
            "_None_",
            "n/a",
            "TBD",
            "None at this time.",
            "No action items",
            "No new action items for Mara",
            "No follow-ups were agreed",
            "Keine",
            "aucune",
            "{{item}}",
            "[Task] - [Owner] - [Due date]",
            "[[Offer]]",
            "https://a.example/b",
            "![[Plan.pdf]], [Plan](plan.md)",
            "~~Send the plan~~",
            "Who signs?",
            "Who signs? (Søren)",
            "**Who signs?**",
            "_What was promised_",
            "*What was promised*",
            "✅ Sent the plan",
            "Done: the plan",
            "Sent the plan",
            "Discussed the plan",
            "We agreed to keep the plan",
            "**Decision:** no plan",
            "Send the plan (done)",
            "Send the plan – done",
            "Erledigt: Angebot",
            "Mara to send the plan. **Done.**",
            "Mara to send the plan - done",
            "Mara to send the plan -> done",
            "Send the plan [DONE]",
            "Plan schicken (schon erledigt)",
            "Envoyer le plan. Fait !",
            "Sales:",
            "**Sales:**",
            "—",
        ] {
            assert!(is_no_task(text), "{text}");
        }
        for text in [
            "Send the plan",
            "Need a plan",
            "We need a plan",
            "Prepare a decision: plan or no plan",
            "Get it done",
            "Send the plan (done by Friday)",
            "Send it. Get it all done",
            "No doors without sensors: check",
            "Ask [[Rob Benoit]]",
            "[[Rob Benoit]] [Rob] send it",
            "Feed the probe data in",
            "**Send the plan**",
            "Notify Rob",
            "*Send* the plan *today*",
            "Plan senden",
        ] {
            assert!(!is_no_task(text), "{text}");
        }
    }

    #[test]
    fn a_heading_is_short_bold_or_ends_in_a_colon() {
        for text in ["Sales", "Rob Benoit", "**Everything that is left**", "What is left to do:", "**Left to do:**"] {
            assert!(is_heading(text), "{text}");
        }
        assert!(!is_heading("Send the plan"));
        assert!(!is_heading("**Send** the **plan**"));
    }

    proptest! {
        #[test]
        fn any_line_can_be_asked(line in prop_oneof![any::<String>(), "[-*0-9.) \t>\\[\\]x()_:?\u{2028}aü]{0,16}"]) {
            if let Some(bullet) = bullet(&line) {
                let words = bullet.words.of(&line);
                prop_assert!(bullet.marker_end <= bullet.words.start && words.trim_matches(js::is_space) == words);
                is_heading(words);
                is_no_task(words);
            }
        }
    }
}
