//! Runs of capitalised words in a note's prose: everything that could be a name, without what certainly is none.
//! Whether a run is a name is left to the rules.

use namesake_note::common_words::{ARTICLES, CALENDAR, holds};
use namesake_note::config::Settings;
use namesake_note::note::{Body, Note, lines};
use namesake_tasks::has_checkbox;
use namesake_tasks::owners::name_ends;
use namesake_text::text::Span;

/// Small words inside names, as in “Gijs van der Meer”.
const PARTICLES: &[&str] = &[
    "van", "von", "der", "den", "de", "del", "della", "di", "da", "dos", "du", "la", "le", "ten", "ter", "zu", "bin",
    "ibn", "al", "el", "y", "e",
];

/// A run of capitalised words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CapitalRun {
    /// Two to five words; a particle belongs to the word behind it.
    pub words: Vec<Span>,
    /// Whether the first word begins a sentence, and may be capitalised for that reason alone.
    pub opens: bool,
}

impl CapitalRun {
    /// Where it stands.
    pub fn span(&self) -> Span {
        Span::new(self.words[0].start, self.words[self.words.len() - 1].end)
    }

    /// The same without its first word, where that leaves a run.
    pub fn without_first(&self) -> Option<Self> {
        (self.words.len() > 2).then(|| Self { words: self.words[1..].to_vec(), opens: false })
    }
}

/// Whether every word could belong to a name. “One-on-one with Rob” is the title of a meeting.
pub fn is_name(text: &str) -> bool {
    // Other signs inside a word mostly come from a wrong decoding: `WolaÅ„ska`.
    let is_part = |c: char| c.is_alphabetic() || "'’.-‐‑".contains(c) || ('\u{300}'..='\u{36f}').contains(&c);
    let fits = |word: &str| {
        let starts = word.starts_with(|c: char| c.is_alphabetic() && !c.is_lowercase());
        starts && word.chars().all(is_part) || PARTICLES.contains(&word)
    };
    text.split_whitespace().count() <= 5 && text.split_whitespace().all(fits)
}

/// The runs in the prose of `note`: not in headings, tables, tasks, lists of participants, code, links and addresses,
/// not in transcripts, nor in what was carried over from meetings.
pub fn capital_runs(note: &Note, settings: &Settings, transcripts: &[Span]) -> Vec<CapitalRun> {
    let mut elsewhere = note.body().under(&settings.headings.recent_context);
    elsewhere.extend(transcripts);
    elsewhere.sort();
    let mut elsewhere = elsewhere.into_iter().peekable();
    let mut passed = 0;
    let mut runs = Vec::new();
    for line in lines(&note.text, Span::new(note.frontmatter.fence.body(), note.text.len())) {
        while let Some(span) = elsewhere.next_if(|span| span.start <= line.start) {
            passed = passed.max(span.end);
        }
        let words = note.slice(line).trim_start();
        if line.start >= passed && !words.starts_with(['#', '|']) && !has_checkbox(words) && !is_list(words) {
            add_runs(note, line, &mut runs);
        }
    }
    runs
}

/// Whether a line lists who took part.
fn is_list(line: &str) -> bool {
    let label = line.trim_start_matches(['-', '*', '+', ' ']).get(.."participants".len()).unwrap_or_default();
    label.eq_ignore_ascii_case("participants") || label.to_ascii_lowercase().starts_with("attendees")
}

fn add_runs(note: &Note, line: Span, runs: &mut Vec<CapitalRun>) {
    let text = &note.text[..line.end];
    // Brackets are counted as the walk goes on, since a line may be a megabyte long.
    let (mut at, mut looked_at, mut in_brackets) = (line.start, line.start, false);
    while let Some(step) = text[at..].find(char::is_uppercase) {
        let start = at + step;
        let before = &text[line.start..start];
        if let Some(bracket) = text[looked_at..start].rfind(['[', ']']) {
            in_brackets = text[looked_at + bracket..].starts_with('[');
        }
        looked_at = start;
        let ends = name_ends(&text[start..]);
        at = match other_end(note.body(), start) {
            Some(end) => end.clamp(start + 1, line.end),
            None => start + ends.last().copied().unwrap_or_default().max(word_end(&text[start..])),
        };
        while !text.is_char_boundary(at) {
            at += 1;
        }
        // Inside a Markdown link, a footnote or an inline field no wikilink can stand.
        if ends.len() < 2 || in_brackets || is_joined(before) || other_end(note.body(), start).is_some() {
            continue;
        }
        let mut words = Vec::with_capacity(ends.len());
        let mut from = start;
        for end in ends {
            let gap = text[from..].len() - text[from..].trim_start().len();
            words.push(Span::new(from + gap, start + end));
            from = start + end;
        }
        let run = CapitalRun { words, opens: opens(before) };
        runs.extend(without_calendar(note, run).filter(|run| !is_of_a_thing(note, before, run)));
    }
}

/// Where the link, address, code or comment at byte `at` ends.
fn other_end(body: &Body, at: usize) -> Option<usize> {
    let holds = |spans: &[Span]| {
        let next = spans.partition_point(|span| span.end <= at);
        spans.get(next).filter(|span| span.start <= at).map(|span| span.end)
    };
    let next = body.links.partition_point(|link| link.span.end <= at);
    let link = body.links.get(next).filter(|link| link.span.start <= at).map(|link| link.span.end);
    link.or_else(|| holds(&body.opaque)).or_else(|| holds(&body.addresses))
}

fn word_end(text: &str) -> usize {
    text.find(|c: char| !c.is_alphanumeric()).unwrap_or(text.len())
}

/// Whether what stands before makes the word part of a tag, a handle, an address or a path, or of a `(via …)`, which
/// has a rule of its own.
fn is_joined(before: &str) -> bool {
    before.ends_with(|c: char| c.is_alphanumeric() || "#@/\\_-=.&".contains(c)) || before.ends_with("(via ")
}

/// Whether a sentence begins here.
fn opens(before: &str) -> bool {
    let before = before.trim_end_matches(|c: char| c.is_whitespace() || "\"'“”‘’„«»*_([>–—-•+".contains(c));
    before.is_empty() || before.ends_with(['.', '!', '?', ':', ';', '…'])
}

fn without_calendar(note: &Note, mut run: CapitalRun) -> Option<CapitalRun> {
    let is_day = |word: &Span| holds(&CALENDAR, note.slice(*word));
    while run.words.len() > 1 && run.words.last().is_some_and(is_day) {
        run.words.pop();
    }
    // A run of two keeps its first word, since “May” is a first name too.
    while run.words.len() > 2 && is_day(&run.words[0]) {
        run.words.remove(0);
    }
    (run.words.len() > 1).then_some(run)
}

fn is_of_a_thing(note: &Note, before: &str, run: &CapitalRun) -> bool {
    let last = before.split_whitespace().next_back().filter(|_| before.ends_with(char::is_whitespace));
    holds(&ARTICLES, last.unwrap_or_default()) || holds(&ARTICLES, note.slice(run.words[0]))
}

#[cfg(test)]
mod tests {
    use super::*;
    use namesake_transcript::transcript_spans;

    fn found(text: &str) -> Vec<String> {
        let settings = Settings::default();
        let note = Note::read("Meetings/a.md".into(), text.to_owned(), &settings);
        let told = |run: &CapitalRun| {
            let words: Vec<&str> = run.words.iter().map(|word| note.slice(*word)).collect();
            format!("{}{}", if run.opens { "^" } else { "" }, words.join("|"))
        };
        capital_runs(&note, &settings, &transcript_spans(&note, &settings, &[])).iter().map(told).collect()
    }

    #[test]
    fn a_run_is_two_to_five_capitalised_words() {
        assert_eq!(found("We met Rob Banga, then Jan van der Berg's aunt."), ["Rob|Banga", "Jan|van der Berg"]);
        assert_eq!(
            found("Ask Rob Banga. *Rob Banga* rang; rob banga did not, nor Rob."),
            ["^Ask|Rob|Banga", "^Rob|Banga"]
        );
    }

    #[test]
    fn what_is_no_prose_is_passed_over() {
        let text = "# Rob Banga\n\nSetext `Rob Banga` [[Rob Banga]] [Rob](<Rob Banga>) [so Rob Banga said](x.md) [by:: Rob Banga] %% Rob Banga %% #Rob Banga \
                    https://ex.example/Rob Banga\n\n| Rob Banga | x |\n|---|---|\n\n- [ ] Rob Banga\n\n**Participants:** Rob Banga\n\n\
                    ```\nRob Banga\n```\n\n## Transcript\n\nRob Banga: yes\n";
        assert_eq!(found(text), Vec::<String>::new());
    }

    #[test]
    fn days_months_and_things_are_no_people() {
        assert_eq!(
            found("on Monday Rob Banga came, on Friday May 3, to the Grace Hospital in Grace Hospital Monday"),
            ["Rob|Banga", "Grace|Hospital"]
        );
    }
}
