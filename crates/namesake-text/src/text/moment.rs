//! Formats of dates as templates have them, in the letters of Moment.js: `YYYY-MM-DD HH:mm`. Only whether a text has the
//! form of a format is asked; no date is written by one.

/// The letters that stand for parts of a date or time.
const LETTERS: &str = "YMDdHhmsSAaZT";
/// What may stand between them.
const SIGNS: &str = " -/.:,_[]";

/// The format in a line of a template, such as `YYYY-MM-DD HH:mm` in `<% tp.date.now("YYYY-MM-DD HH:mm") %>`, if there is one
/// with year, month and day.
pub fn format_in(line: &str) -> Option<&str> {
    let is_part = |c: char| LETTERS.contains(c) || SIGNS.contains(c);
    let year = line.find("YY")?;
    let start = line[..year].trim_end_matches(is_part).len();
    let end = line[year..].find(|c| !is_part(c)).map_or(line.len(), |at| year + at);
    // `date:YYYY-MM-DD` has the colon of its expression in front.
    let format = line[start..end].trim_matches([' ', ':', ',']);
    (format.contains('M') && format.contains('D')).then_some(format)
}

/// Whether `text` is written as `format` says.
pub fn fits(format: &str, text: &str) -> bool {
    let mut format = format;
    let mut text = text;
    while let Some(letter) = format.chars().next() {
        if letter == '[' {
            let Some((words, rest)) = format[1..].split_once(']') else { return false };
            let Some(after) = text.strip_prefix(words) else { return false };
            (format, text) = (rest, after);
            continue;
        }
        let rest = format.trim_start_matches(letter);
        let run = (format.len() - rest.len()) / letter.len_utf8();
        let Some(after) = part(letter, run, text) else { return false };
        (format, text) = (rest, after);
    }
    text.is_empty()
}

/// `text` behind what `run` times this letter stands for at its head.
fn part(letter: char, run: usize, text: &str) -> Option<&str> {
    let digits = text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let words = text.len() - text.trim_start_matches(char::is_alphabetic).len();
    let length = match (letter, run) {
        ('Y', 4) => Some(4).filter(|length| digits >= *length),
        ('M' | 'd', 3..) | ('A' | 'a', _) => Some(words).filter(|length| *length > 0),
        ('Y' | 'M' | 'D' | 'H' | 'h' | 'm' | 's', 2) => Some(2).filter(|length| digits >= *length),
        ('M' | 'D' | 'H' | 'h' | 'm' | 's', 1) => Some(digits.min(2)).filter(|length| *length > 0),
        ('Y' | 'M' | 'D' | 'd' | 'H' | 'h' | 'm' | 's' | 'S' | 'Z', _) => None,
        _ => Some(run * letter.len_utf8()).filter(|_| text.chars().take_while(|c| *c == letter).count() >= run),
    }?;
    text.get(length..)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_format_is_taken_out_of_its_expression() {
        for (line, format) in [
            ("created: {{date:YYYY-MM-DD HH:mm}}", "YYYY-MM-DD HH:mm"),
            ("created: <% tp.date.now(\"YYYY/MM/DD\") %>", "YYYY/MM/DD"),
            ("created: <% tp.file.creation_date('D MMMM YYYY') %>", "D MMMM YYYY"),
            ("created: {{DATE:YYYY-MM-DD[T]HH:mm}}", "YYYY-MM-DD[T]HH:mm"),
        ] {
            assert_eq!(format_in(line), Some(format), "{line}");
        }
        for line in ["created: {{date}}", "year: {{date:YYYY}}", "", "é: ÄYY"] {
            assert_eq!(format_in(line), None, "{line}");
        }
    }

    #[test]
    fn a_text_fits_part_by_part() {
        assert!(fits("YYYY-MM-DD HH:mm", "2026-03-04 12:00"));
        assert!(fits("D MMMM YYYY, h:mm a", "4 März 2026, 9:05 pm"));
        assert!(fits("YYYY-MM-DD[T]HH:mm", "2026-03-04T12:00"));
        for text in ["2026-03-04", "2026-03-04 12:00:00", "2026-3-4 12:00", "04.03.2026 12:00", ""] {
            assert!(!fits("YYYY-MM-DD HH:mm", text), "{text}");
        }
    }

    proptest::proptest! {
        #[test]
        fn any_texts_are_compared_without_harm(format in "[YMDdhHmsAZ :é\\[\\]-]{0,12}", text in "[0-9a-zé :-]{0,12}") {
            let _ = (fits(&format, &text), format_in(&format));
        }
    }
}
