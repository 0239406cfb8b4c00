//! Times as recording programs write them.

use namesake_text::text::Span;

/// How many bytes of `text` are a time: `0:05`, `00:01:02`, `00:00:19.20`, `00:01:02:15`, `10:01 AM`, `12.4s`, `1h 2m 3s`,
/// `2025-10-31T10:00:05Z`.
pub fn stamp(text: &str) -> Option<usize> {
    let day = day(text);
    let rest = &text[day..];
    let len = clock(rest).or_else(|| if day == 0 { counted(rest) } else { None })?;
    let end = day + len + zone(&rest[len..], day > 0);
    text[end..].chars().next().is_none_or(|c| !c.is_alphanumeric()).then_some(end)
}

/// How many bytes of `text` are a time that words follow at once: `0:04Great`.
pub fn glued(text: &str) -> Option<usize> {
    let len = text.bytes().take_while(|byte| byte.is_ascii_digit() || *byte == b':').count();
    stamp(&text[..len]).filter(|time| *time == len)
}

/// What may stand around a time. A backslash is what an app puts before a bracket that is none of a link.
const BRACKETS: [(&str, &str); 7] =
    [("[", "]"), ("(", ")"), ("<", ">"), ("{", "}"), ("\\[", "\\]"), ("（", "）"), ("#", "#")];

/// The time that `text` begins with, in brackets or not, and how many bytes that takes in all: signs of emphasis, the end
/// of a range and the address of a link with it.
pub fn leading(text: &str) -> Option<(Span, usize)> {
    if let Some(link) = linked(text) {
        return Some(link);
    }
    let marks = text.len() - text.trim_start_matches(['*', '_', '`']).len();
    let brackets = BRACKETS.iter().find(|(open, _)| text[marks..].starts_with(open));
    let start = marks + brackets.map_or(0, |(open, _)| open.len());
    let inside = &text[start..];
    let len = match brackets {
        Some(("#", _)) => clock(inside).map(|len| len + tenths(&inside[len..])),
        Some(("[", _)) => stamp(inside).or_else(|| dotted(inside)).or_else(|| seconds(inside)),
        Some(_) => stamp(inside).or_else(|| dotted(inside)),
        None => stamp(inside),
    };
    let time = Span::new(start, start + len?);
    let mut end = time.end + if text[time.end..].starts_with(" Uhr") { 4 } else { range(&text[time.end..]) };
    if let Some((_, close)) = brackets {
        end += text[end..].strip_prefix(close).map(|_| close.len())?;
        end += address(&text[end..]);
    }
    if marks > 0 {
        end += text[end..].len() - text[end..].trim_start_matches(['*', '_', '`']).len();
    }
    Some((time, end))
}

/// `[[Recording.m4a#t=4|0:04]]`
fn linked(text: &str) -> Option<(Span, usize)> {
    let inside = text.strip_prefix("[[")?;
    let end = near(inside).find("]]")?;
    let start = inside[..end].rfind('|')? + 1;
    let start = start + inside[start..end].find(|c: char| c.is_ascii_digit())?;
    let time = Span::new(start, end).shifted(2);
    (stamp(time.of(text)) == Some(time.len())).then_some((time, end + 4))
}

/// `2025-10-31T`, `2025-10-31 `, `10/31/2025, `, `31.10.2025 `.
fn day(text: &str) -> usize {
    let bytes = text.as_bytes();
    let len = bytes.iter().take_while(|byte| byte.is_ascii_digit() || b"-/.".contains(byte)).count();
    let parts: Vec<&str> = text[..len].split(['-', '/', '.']).collect();
    let is_part = |part: &&str| matches!(part.len(), 1 | 2 | 4);
    let is_day = parts.len() == 3 && parts.iter().all(is_part) && parts[1].len() < 4;
    let behind = ["T", ", ", " "].iter().find(|sign| text[len..].starts_with(**sign));
    behind.filter(|_| is_day).map_or(0, |sign| len + sign.len())
}

/// Halves of the day behind a time.
const HALVES: [&str; 10] = [" AM", " PM", " am", " pm", " a.m.", " p.m.", "am", "pm", "\u{202f}AM", "\u{202f}PM"];

/// `h:mm:ss`, with whatever follows that is part of it.
fn clock(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    let digits = |at: usize| digits(text.get(at..).unwrap_or_default());
    let mut at = digits(0);
    if !(1..=3).contains(&at) {
        return None;
    }
    let mut parts = 1;
    while parts < 4 && bytes.get(at) == Some(&b':') && (1..=2).contains(&digits(at + 1)) {
        at += 1 + digits(at + 1);
        parts += 1;
    }
    if parts < 2 || bytes.get(at) == Some(&b':') {
        return None;
    }
    if matches!(bytes.get(at), Some(b'.' | b',')) && (1..=6).contains(&digits(at + 1)) {
        at += 1 + digits(at + 1);
    }
    Some(at + HALVES.iter().find(|half| text[at..].starts_with(**half)).map_or(0, |half| half.len()))
}

/// `12.4s`, `3m12s`, `1h 02m 03s`, `0 min 04 s`, `0 minutes 3 seconds`, `0'03"`. A blank before the unit or a sign for it
/// makes a time only of several together.
pub fn counted(text: &str) -> Option<usize> {
    let (mut at, mut found, mut last, mut is_plain) = (0, 0, 0, true);
    while last < 3 {
        let rest = &text[at..];
        let blank = usize::from(found > 0 && rest.starts_with(' '));
        let mut end = at + blank + digits(&rest[blank..]);
        if end == at + blank {
            break;
        }
        if text[end..].starts_with('.') {
            end += 1 + digits(&text[end + 1..]);
        }
        let gap = usize::from(text[end..].starts_with(' '));
        let Some((rank, len)) = unit(&text[end + gap..]).filter(|(rank, _)| *rank > last) else { break };
        is_plain &= gap == 0 && text[end..].starts_with(char::is_alphabetic);
        (at, last) = (end + gap + len, rank);
        found += 1;
    }
    (found > 1 || found == 1 && is_plain).then_some(at)
}

fn digits(text: &str) -> usize {
    text.bytes().take_while(u8::is_ascii_digit).count()
}

/// Whether `text` begins with hours, minutes or seconds, 1 to 3, and how many bytes that takes.
fn unit(text: &str) -> Option<(usize, usize)> {
    const WORDS: [&[&str]; 3] = [&["hour", "heure", "hora", "stunde", "std"], &["min"], &["sec", "sek", "seg"]];
    const SIGNS: [(char, usize); 6] = [('\'', 2), ('’', 2), ('′', 2), ('"', 3), ('”', 3), ('″', 3)];
    let len = text.find(|c: char| !c.is_alphabetic()).unwrap_or(text.len());
    if len == 0 {
        let sign = text.chars().next()?;
        return SIGNS.iter().find(|(other, _)| *other == sign).map(|(_, rank)| (*rank, sign.len_utf8()));
    }
    let word = &text[..len];
    let rank = ["h", "m", "s"].iter().position(|letter| *letter == word);
    let rank = rank.or_else(|| WORDS.iter().position(|words| words.iter().any(|start| word.starts_with(start))))?;
    Some((rank + 1, len))
}

/// `00.05`, which is a time only in brackets.
fn dotted(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    let is_one = bytes.len() > 5 && bytes[2] == b'.' && [0, 1, 3, 4].iter().all(|at| bytes[*at].is_ascii_digit());
    (is_one && !bytes[5].is_ascii_digit()).then_some(5)
}

/// `4.12`, which is a time only in square brackets before a label.
fn seconds(text: &str) -> Option<usize> {
    let whole = digits(text);
    let part = digits(text.get(whole..)?.strip_prefix('.')?);
    ((1..=5).contains(&whole) && (1..=3).contains(&part)).then_some(whole + 1 + part)
}

/// `-3` behind a time: tenths of a second.
fn tenths(text: &str) -> usize {
    text.strip_prefix('-').map_or(0, |rest| 1 + digits(rest).min(1))
}

/// `Z` or `+01:00` behind a time of a day.
fn zone(text: &str, has_day: bool) -> usize {
    match text.as_bytes() {
        [b'Z', ..] if has_day => 1,
        [b'+' | b'-', a, b, b':', c, d, ..] if has_day && [a, b, c, d].iter().all(|byte| byte.is_ascii_digit()) => 6,
        _ => 0,
    }
}

/// ` - 00:04`, ` --> 00:00:04.000`: the end of a range, which begins before it.
fn range(text: &str) -> usize {
    let rest = text.trim_start();
    let Some(rest) = ["-->", "->", "→", "-", "–", "—", "to "].iter().find_map(|sign| rest.strip_prefix(sign))
    else {
        return 0;
    };
    let rest = rest.trim_start();
    stamp(rest).map_or(0, |len| text.len() - rest.len() + len)
}

/// The address of a link to the place in the recording.
fn address(text: &str) -> usize {
    let inner = text.strip_prefix('(').and_then(|rest| near(rest).find(')'));
    inner.map_or(0, |close| close + 2)
}

/// The first bytes of `text`, in which a link ends that is one.
fn near(text: &str) -> &str {
    const REACH: usize = 400;
    &text[..text.floor_char_boundary(REACH)]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_told_from_numbers() {
        for time in [
            "0:05",
            "00:01:02",
            "00:00:19.20",
            "00:00:19,200",
            "0:0:2.45",
            "10:01 AM",
            "10:01am",
            "01:02:03:15",
            "12.4s",
            "3m12s",
            "1h 02m 03s",
            "2025-10-31 10:00:05",
            "2025-10-31T10:00:05.123Z",
            "2025-10-31T10:00:05+01:00",
            "102:11",
            "10/31/2025, 10:02 AM",
            "31.10.2025 10:02",
            "31.10.25, 09:03:12",
        ] {
            assert_eq!(stamp(time), Some(time.len()), "{time}");
            assert_eq!(stamp(&format!("{time} Mara")), Some(time.len()), "{time}");
        }
        for other in ["", "12", "1:234", "3:2:1:0:5", "12:30b", "2025-10-31", "5 stars", "12.4", ":05", "mara"] {
            assert_eq!(stamp(other), None, "{other}");
        }
    }

    #[test]
    fn brackets_ranges_and_links_belong_to_a_time() {
        for (text, len) in [
            ("[0:05] Mara", 6),
            ("(00:05 - 00:09) Mara", 15),
            ("**[0:05]** Mara", 10),
            ("[0:05](https://example.com/r?t=5) Mara", 33),
            ("`0:05` Mara", 6),
            ("0:05 --> 0:09 Mara", 13),
            ("<0:05> Mara", 6),
            ("0:05 Uhr, Mara", 8),
        ] {
            let (time, all) = leading(text).unwrap();
            assert!(time.of(text).starts_with('0') && all == len, "{text}: {} {all}", time.of(text));
        }
        assert_eq!(leading("[0:05 Mara"), None);
    }
}
