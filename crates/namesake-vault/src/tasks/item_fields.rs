//! A day that stands in the words of an item as a field of its own, so that it goes from there when it is written as one:
//! `[due] 2025-11-12`, `— Échéance : 07/11/2025`, `| Due date: 4 Nov 2025 |`, `[on Mara Voss - due 2025-11-07]`.

use namesake_text::text::Span;

use super::item_words::ItemWord;
use namesake_note::days::DayOrder;

/// What parts the fields of a line, with the blanks around.
const SEPARATORS: [&str; 7] = [" | ", " — ", " – ", " - ", " · ", "; ", ". "];

/// The field that says the day at `day`, in bytes of `words`: with its label, and the sign before it.
pub fn day_field(words: &str, day: Span) -> Option<Span> {
    bracketed_key(words, day)
        .or_else(|| marked(words, day).map(|span| with_blank(words, span)))
        .or_else(|| in_front(words, day))
        .or_else(|| tracked(words, day))
        .or_else(|| in_bracket(words, day))
        .or_else(|| labelled(words, day))
}

/// `[due] 2025-11-12`
fn bracketed_key(words: &str, day: Span) -> Option<Span> {
    let is_key = words[..day.start].ends_with('[') && day.of(words).contains("] ");
    is_key.then(|| Span::new(day.start - 1, day.end))
}

/// A day alone in code marks, behind which no words stand.
pub fn marked(words: &str, day: Span) -> Option<Span> {
    let mut behind = words[day.end..].split('`').skip(1).step_by(2);
    let is_last = !behind.any(|words| words.contains(char::is_alphanumeric));
    let is_marked = words[..day.start].ends_with('`') && words[day.end..].starts_with('`') && is_last;
    is_marked.then(|| Span::new(day.start - 1, day.end + 1))
}

/// `[Nov 5] Mara: send it`
fn in_front(words: &str, day: Span) -> Option<Span> {
    let is_first = matches!(&words[..day.start], "[" | "(");
    let behind = words[day.end..].strip_prefix([']', ')']).filter(|_| is_first)?;
    Some(Span::new(0, words.len() - behind.trim_start().len()))
}

/// `… [on Mara Voss - due 2025-11-07]`, as trackers add it to what says already whose it is.
fn tracked(words: &str, day: Span) -> Option<Span> {
    let open = words[..day.start].rfind(" [on ")?;
    let close = day.end + words[day.end..].find(']')?;
    let is_closed = !words[open + 2..close].contains(['[', ']']) && words[day.end..close].trim().is_empty();
    is_closed.then(|| Span::new(open, close + 1))
}

/// `… (Mara, by Friday)`
fn in_bracket(words: &str, day: Span) -> Option<Span> {
    let open = words[..day.start].rfind(['(', '['])?;
    let said = words[open + 1..day.start].trim_end_matches(['*', '_', ' ']);
    let before = said.strip_suffix([',', ';', '-', '–', '—', '|'])?.trim_end();
    let is_last = words[day.end..].trim_start_matches(['*', '_']).starts_with([')', ']']);
    let is_alone = !before.is_empty() && !said.contains([')', ']']);
    (is_last && is_alone).then(|| Span::new(open + 1 + before.len(), day.end))
}

/// A part between two separators that is a label and the day.
fn labelled(words: &str, day: Span) -> Option<Span> {
    let before = &words[..day.start];
    let (at, sign) = SEPARATORS.iter().filter_map(|sign| Some((before.rfind(sign)?, *sign))).max()?;
    let label = before[at + sign.len()..].trim().trim_end_matches(['*', '_', ':', ' ']);
    // The day's own words may hold the label: “due 4 Nov”.
    let said = day.of(words);
    let own = said.split_once(':').map_or("", |(label, _)| label);
    let is_label = ItemWord::Day.is(label) && before.trim_end_matches(['*', '_', ' ']).ends_with(':');
    let is_day = is_label || label.is_empty() && ItemWord::Day.is(own);
    let end = day.end + (words[day.end..].len() - words[day.end..].trim_start_matches(['*', '_']).len());
    let behind = &words[end..];
    let is_whole = behind.trim_matches(['.', ' ']).is_empty() || SEPARATORS.iter().any(|sign| behind.starts_with(sign));
    // A full stop belongs to the words before it.
    let from = if sign == ". " { at + 1 } else { at };
    (is_day && is_whole).then(|| Span::new(from, if behind == "." { words.len() } else { end }))
}

/// A day that stands in the words as a field and that no word introduces: `@{2025-11-06}`, `plazo: 12/11/2025`, with the whole
/// field, in bytes of `words`, and the order that the label's language has.
pub fn day_apart(words: &str) -> Option<(Span, Span, Option<DayOrder>)> {
    if let Some(open) = words.find("@{")
        && let Some(length) = words[open..].find('}')
    {
        let day = Span::new(open + 2, open + length);
        return Some((day, with_blank(words, Span::new(open, day.end + 1)), None));
    }
    for (colon, _) in words.match_indices(':') {
        let Some(start) = words[..colon].rfind(['(', '[', ',', '|', ';', '—', '–', '.', '·']) else { continue };
        let label = words[start..colon].trim_matches(|c: char| !c.is_alphanumeric());
        let value = words[colon + 1..].trim_start_matches(['*', '_', ' ']);
        let end = value.find([')', ']', ',', '|', ';', '—', '–', '·']).unwrap_or(value.len());
        let from = words.len() - value.len();
        let day = Span::new(from, from + value[..end].trim_end_matches(['*', '_', ' ', '.']).len());
        if ItemWord::Day.is(label) && !day.is_empty() {
            let field = day_field(words, day).unwrap_or(day);
            return Some((day, field, label_order(label)));
        }
    }
    None
}

/// Which of two small numbers is the day, by the language of the label before them.
pub fn label_order(label: &str) -> Option<DayOrder> {
    (ItemWord::Day.is(label) && !ItemWord::EnglishDay.is(label)).then_some(DayOrder::DayFirst)
}

/// Where the field begins that says how far an item is, and whether it is done: `… (Assignee: Mara, Status: Done)`.
pub fn state_field(words: &str) -> Option<(usize, bool)> {
    let colon = words.rfind(':')?;
    let start = words[..colon].rfind(['(', '[', ',', '|', ';', '—', '–', '.'])?;
    let state = words[colon + 1..].trim_matches(|c: char| !c.is_alphanumeric());
    let label = words[start..colon].trim_start_matches(|c: char| !c.is_alphanumeric());
    let is_done = ItemWord::Done.is(state);
    let is_state = ItemWord::State.is(label) && (is_done || ItemWord::Open.is(state));
    is_state.then_some((start, is_done))
}

/// The span with the blanks before it.
fn with_blank(words: &str, span: Span) -> Span {
    Span::new(words[..span.start].trim_end().len(), span.end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_that_is_a_field_goes_with_its_label() {
        for (words, day, left) in [
            ("Send it [due] 2025-11-12", "due] 2025-11-12", "Send it "),
            ("Send it (Mara, by Friday)", "by Friday", "Send it (Mara)"),
            ("Send it `Nov 7`", "Nov 7", "Send it"),
            ("[Nov 5] Mara: send it", "Nov 5", "Mara: send it"),
            ("Mara to send it [on Mara Voss - due 2025-11-07].", "due 2025-11-07", "Mara to send it."),
            ("Send it | Due date: 4 Nov 2025 | Priority: High", "4 Nov 2025", "Send it | Priority: High"),
            ("Relancer — Pilote : Claire — Échéance : 07/11/2025", "07/11/2025", "Relancer — Pilote : Claire"),
            ("Pintar. Responsable: Diego. Fecha límite: 14/11/2025", "14/11/2025", "Pintar. Responsable: Diego."),
        ] {
            let at = words.find(day).unwrap();
            let field = day_field(words, Span::new(at, at + day.len())).unwrap();
            assert_eq!([&words[..field.start], &words[field.end..]].concat(), left, "{words}");
        }
        for (words, day) in
            [("Send it by Friday", "by Friday"), ("Send it (by Friday)", "by Friday"), ("Friday", "Friday")]
        {
            let at = words.find(day).unwrap();
            assert_eq!(day_field(words, Span::new(at, at + day.len())), None, "{words}");
        }
    }

    #[test]
    fn a_day_without_words_before_it_is_found_behind_an_open_brace() {
        for (words, day) in [
            ("Send it @{2025-11-06}", "2025-11-06"),
            ("Send it, due: 2025-11-06", "2025-11-06"),
            ("Send @{ it, due: 2025-11-06", "2025-11-06"),
        ] {
            assert_eq!(day_apart(words).map(|(found, ..)| found.of(words)), Some(day), "{words}");
        }
    }
}
