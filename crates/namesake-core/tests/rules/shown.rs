//! A difference of two notes for a person: line by line, with what is invisible made visible.

use namesake_core::text::diff;

/// The lines of `want` that are not in `got` behind `-`, those of `got` that are not in `want` behind `+`.
pub fn diff(want: &str, got: &str) -> String {
    let mut lines = Vec::new();
    for stretch in diff::lines(want, got) {
        let shown = |sign: char, text: &str| -> Vec<String> {
            text.split_inclusive('\n').map(|line| format!("{sign} {}", visible(line))).collect()
        };
        match stretch.same {
            true => lines.extend(shown(' ', stretch.old.of(want))),
            false => {
                lines.extend(shown('-', stretch.old.of(want)));
                lines.extend(shown('+', stretch.new.of(got)));
            }
        }
    }
    lines.join("\n")
}

fn visible(line: &str) -> String {
    let (words, end) = match line.strip_suffix('\n') {
        Some(words) => (words, ""),
        None => (line, "⟨no line end⟩"),
    };
    let words = words.replace('\r', "␍").replace('\t', "→").replace('\u{feff}', "⟨BOM⟩");
    let kept = words.trim_end_matches(' ');
    format!("{kept}{}{end}", "·".repeat(words.len() - kept.len()))
}
