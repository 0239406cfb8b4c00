//! A transcript printed on pages, as plain text: heads with the page's number, and numbers before the lines. Blanks take
//! their place, so that every other byte stays where it is.

use namesake_text::text::Span;

use namesake_note::note::lines;

/// Fewer blanks than this before a number at the end of a line are a gap between words.
const LEAST_GAP: usize = 3;

/// Words for a page, in small letters.
const PAGE: [&str; 6] = ["page ", "seite ", "página ", "pagina ", "strona ", "blz. "];

/// A text as it was before it was printed.
pub struct Unprinted {
    /// The text.
    pub text: String,
    /// Whether it is printed as a hearing is: by who asks and who answers.
    pub is_hearing: bool,
}

/// `text` without heads of pages and numbers of lines, if it has any.
pub fn without_pages(text: String) -> Unprinted {
    let all: Vec<Span> = lines(&text, Span::new(0, text.len())).collect();
    let mut blanks = heads(&text, &all);
    blanks.extend(line_numbers(&text, &all, &blanks));
    if blanks.is_empty() {
        return Unprinted { text, is_hearing: false };
    }
    let stops = stops(&text, &all);
    let mut bytes = text.clone().into_bytes();
    for blank in blanks {
        bytes[blank.start..blank.end].fill(b' ');
    }
    for at in &stops {
        bytes[*at] = b':';
    }
    Unprinted { text: String::from_utf8(bytes).unwrap_or(text), is_hearing: !stops.is_empty() }
}

/// The lines that head a page: at least two with numbers that rise by one, and the same lines beside them.
fn heads(text: &str, all: &[Span]) -> Vec<Span> {
    let numbered: Vec<(usize, u32)> =
        all.iter().enumerate().filter_map(|(nth, line)| Some((nth, page_number(line.of(text))?))).collect();
    let rises = numbered.windows(2).all(|pair| pair[1].1 == pair[0].1 + 1);
    // An extract of one page begins with its head.
    let begins = |nth: usize| all[..nth].iter().all(|line| line.of(text).trim().is_empty());
    if let [(nth, _)] = numbered[..]
        && begins(nth)
    {
        return vec![all[nth]];
    }
    if numbered.len() < 2 || !rises {
        return Vec::new();
    }
    let comes_again = |line: &Span| {
        let words = line.of(text).trim();
        !words.is_empty() && all.iter().filter(|other| other.of(text).trim() == words).count() == numbered.len()
    };
    let beside = |nth: usize| [nth.checked_sub(1), Some(nth + 1)].into_iter().flatten().filter_map(|at| all.get(at));
    numbered
        .iter()
        .flat_map(|(nth, _)| beside(*nth).filter(|line| comes_again(line)).chain(all.get(*nth)))
        .copied()
        .collect()
}

/// The number of the page that a line heads: behind the word, or at the right edge.
fn page_number(line: &str) -> Option<u32> {
    let words = line.trim_end();
    let small = words.to_lowercase();
    let named = PAGE.iter().find_map(|page| Some(small.rfind(page)? + page.len())).map(|at| &small[at..]);
    let digits = |text: &str| text.split(|c: char| !c.is_ascii_digit()).next().and_then(|digits| digits.parse().ok());
    if let Some(rest) = named.filter(|rest| rest.chars().all(|c| c.is_ascii_digit() || " ofvon/de".contains(c))) {
        return digits(rest);
    }
    let head = words.trim_end_matches(|c: char| c.is_ascii_digit());
    let gap = head.len() - head.trim_end_matches(' ').len();
    (head.len() < words.len() && gap >= LEAST_GAP * 3).then(|| digits(&words[head.len()..]))?
}

/// The numbers that stand before nearly all lines and begin anew with 1.
fn line_numbers(text: &str, all: &[Span], heads: &[Span]) -> Vec<Span> {
    let (mut found, mut last, mut count) = (Vec::new(), 0, 0);
    for line in all.iter().filter(|line| !line.of(text).trim().is_empty() && !heads.contains(line)) {
        count += 1;
        let words = line.of(text);
        let start = words.len() - words.trim_start_matches(' ').len();
        let end = start + words[start..].find(|c: char| !c.is_ascii_digit()).unwrap_or(words.len() - start);
        let Ok(number) = words[start..end].parse::<u32>() else { continue };
        let is_next = number == last + 1 || number == 1;
        if is_next && words[end..].starts_with("  ") {
            last = number;
            found.push(Span::new(line.start, line.start + end));
        }
    }
    if found.len() > 2 && found.len() == count { found } else { Vec::new() }
}

/// The full stops behind “Q” and “A”, which stand for who asks and who answers.
fn stops(text: &str, all: &[Span]) -> Vec<usize> {
    let stop = |line: &Span, letter: &str| {
        let rest = line.of(text).trim_start_matches(|c: char| c == ' ' || c.is_ascii_digit());
        rest.starts_with(letter).then(|| line.end - rest.len() + 1)
    };
    let found = |letter: &'static str| all.iter().filter_map(move |line| stop(line, letter)).collect::<Vec<usize>>();
    let (asked, answered) = (found("Q.  "), found("A.  "));
    if asked.is_empty() || answered.is_empty() { Vec::new() } else { [asked, answered].concat() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn heads_of_pages_and_numbers_of_lines_become_blank() {
        let text =
            "                     14\n 1   Q.   When?\n 2   A.   On\n\n  Reporters Ltd            15\n 1   Monday.\n";
        let bare = without_pages(text.to_owned()).text;
        assert_eq!(bare.len(), text.len());
        let words: Vec<&str> = bare.split_whitespace().collect();
        assert_eq!(words, ["Q:", "When?", "A:", "On", "Monday."]);
    }

    #[test]
    fn a_text_without_pages_stays() {
        for text in ["1  one\n2  two\nthree", "Mara: we pay 14\nRob: and 15", "Page 3 of the plan is wrong\nPage 4 too"]
        {
            assert_eq!(without_pages(text.to_owned()).text, text);
        }
    }
}
