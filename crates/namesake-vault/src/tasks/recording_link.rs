//! Links into a recording that stand in a task: `[00:12:31](https://…)`, `[WATCH (5 secs)](https://…)`. They say where the
//! task was heard, and are no part of what has to be done.

use std::borrow::Cow;

/// `text` without such links, with what sets them off.
pub fn without_recording(text: &str) -> Cow<'_, str> {
    let mut kept = Cow::Borrowed(text);
    let mut from = 0;
    while let Some(open) = kept[from..].find('[').map(|open| from + open) {
        from = open + 1;
        let Some(middle) = kept[open..].find("](").map(|middle| open + middle) else { break };
        let Some(close) = kept[middle..].find(')').map(|close| middle + close + 1) else { break };
        if !is_moment(&kept[open + 1..middle]) {
            continue;
        }
        let is_wrapped = kept[..open].ends_with('(') && kept[close..].starts_with(')');
        let wrap = usize::from(is_wrapped);
        let before = kept[..open - wrap].trim_end().trim_end_matches(['-', '–', '—']).trim_end();
        let behind = kept[close + wrap..].trim_start();
        let blank = if before.is_empty() || behind.is_empty() { "" } else { " " };
        from = before.len();
        kept = Cow::Owned([before, blank, behind].concat());
    }
    kept
}

/// Whether what a link shows is a place in a recording.
fn is_moment(shown: &str) -> bool {
    let shown = shown.trim();
    let is_time = |text: &str| text.contains(':') && text.chars().all(|c| c.is_ascii_digit() || c == ':');
    is_time(shown) || ["WATCH", "Watch ", "▶"].iter().any(|start| shown.starts_with(start))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_into_a_recording_are_left_out() {
        for (text, kept) in [
            ("Rewrite it ([00:12:31](https://example.com/r?t=751))", "Rewrite it"),
            ("Measure it [31:05](?t=1865)", "Measure it"),
            ("[00:40:12](https://example.com) Ask three users", "Ask three users"),
            ("Send it - [WATCH (5 secs)](https://example.com) [[Mira]]", "Send it [[Mira]]"),
            ("Close [issue 214](https://example.com/i/214)", "Close [issue 214](https://example.com/i/214)"),
            ("[a](b", "[a](b"),
            ("[ ] [", "[ ] ["),
        ] {
            assert_eq!(without_recording(text), kept, "{text}");
        }
    }
}
