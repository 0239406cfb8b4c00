//! Links into a recording that stand in a task: `[00:12:31](https://…)`, `[WATCH (5 secs)](https://…)`, or around all of
//! its words. They say where the task was heard, and are no part of what has to be done.

use std::borrow::Cow;

/// `text` without such links, with what sets them off. Words that link to a moment stay, and their link goes.
pub fn without_recording(text: &str) -> Cow<'_, str> {
    let mut kept = Cow::Borrowed(without_bare_link(text));
    let mut from = 0;
    while let Some(open) = kept[from..].find('[').map(|open| from + open) {
        from = open + 1;
        let Some(middle) = kept[open..].find("](").map(|middle| open + middle) else { break };
        let Some(close) = kept[middle..].find(')').map(|close| middle + close + 1) else { break };
        let shown = &kept[open + 1..middle];
        if !is_moment(shown) {
            if has_moment(&kept[middle + 2..close - 1]) && !shown.contains('[') {
                kept = Cow::Owned([&kept[..open], shown, &kept[close..]].concat());
            }
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

/// `text` without a bare address of a moment at its end: `Send it - WATCH (5 secs): https://…`.
fn without_bare_link(text: &str) -> &str {
    let Some(at) = text.rfind("://").and_then(|at| text[..at].rfind(char::is_whitespace)) else { return text };
    let (before, address) = (text[..at].trim_end(), text[at..].trim());
    let is_alone = has_moment(address) && !address.contains([' ', ')', ']']);
    let label = before.strip_suffix(':').and_then(|label| Some((label.rfind(['-', '–', '—'])?, label)));
    let label = label.filter(|(dash, label)| is_moment(label[*dash..].trim_start_matches(['-', '–', '—', ' '])));
    match label {
        Some((dash, label)) if is_alone => label[..dash].trim_end(),
        None if is_alone => before.trim_end_matches(['-', '–', '—', ' ']),
        _ => text,
    }
}

/// Whether what a link shows is a place in a recording.
fn is_moment(shown: &str) -> bool {
    let shown = shown.trim();
    let is_time = |text: &str| text.contains(':') && text.chars().all(|c| c.is_ascii_digit() || c == ':');
    is_time(shown) || ["WATCH", "Watch ", "▶"].iter().any(|start| shown.starts_with(start))
}

/// Whether an address leads to a moment of a recording: `…?t=751`, `…&timestamp=12.0`.
fn has_moment(address: &str) -> bool {
    ["timestamp=", "t=", "start="].iter().any(|key| {
        address.match_indices(key).any(|(at, _)| {
            address[..at].ends_with(['?', '&', '#'])
                && address[at + key.len()..].starts_with(|c: char| c.is_ascii_digit())
        })
    })
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
            ("[Send the list.](https://example.com/c/9?tab=s&timestamp=3079.0)", "Send the list."),
            ("Send it - WATCH (5 secs): https://example.com/c/9?timestamp=12.9", "Send it"),
            ("Send it https://example.com/c/9?timestamp=12.9", "Send it"),
            ("Read https://example.com/plan?page=2", "Read https://example.com/plan?page=2"),
            ("Close [issue 214](https://example.com/i/214)", "Close [issue 214](https://example.com/i/214)"),
            ("[a](b", "[a](b"),
            ("[ ] [", "[ ] ["),
        ] {
            assert_eq!(without_recording(text), kept, "{text}");
        }
    }
}
