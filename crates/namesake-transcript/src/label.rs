//! Speakers' labels, and the lines that hold them with a time.

use namesake_text::fold::fold;
use namesake_text::text::{Span, trimmed};

use super::signs;
use super::speakers::is_nobody;
use super::stamp::{self, stamp};
use super::turn::Line;

/// Longest label, in bytes: two long names and a company in brackets.
const LONGEST: usize = 80;

/// Words that stand in names without a capital letter.
const PARTICLES: &[&str] = &[
    "de", "da", "del", "della", "der", "den", "di", "du", "la", "le", "van", "von", "zu", "bin", "al", "el", "y",
    "und", "and", "of", "the",
];

/// Signs around a nickname: `Mara ‘Mo’ Voss`.
const QUOTES: [char; 5] = ['‘', '“', '”', '"', '„'];

/// Titles that end with a full stop and are longer than initials.
const TITLES: [&str; 5] = ["Prof.", "Dipl.", "Capt.", "Cllr.", "Dr.-Ing."];

/// What stands between a name and what else a label says: a company, a department, pronouns.
const BEHIND: [&str; 8] = [" (", " [", " | ", " - ", " – ", " — ", " / ", " · "];

/// A line's label and time, and where its words begin.
#[derive(Debug, Clone, Copy)]
pub struct Label {
    pub speaker: Span,
    pub time: Option<Span>,
    pub words: usize,
}

/// The time at the beginning of a line, and where the rest begins.
pub fn leading_stamp(text: &str, line: Line) -> Option<(Span, usize)> {
    let words = line.of(text);
    let (time, len) = stamp::leading(words)?;
    let rest = words[len..].trim_start_matches([' ', '\t', '\u{a0}', '·', '•', '|', '–', '—', '-']);
    Some((time.shifted(line.start), line.end - rest.len()))
}

/// The time at which a cue begins: `00:01.000 --> 00:04.000`, whatever settings follow.
pub fn timing(text: &str, line: Line) -> Option<Span> {
    let words = line.of(text);
    let Some((from, to)) = words.split_once("-->") else {
        // SubViewer: `0:00:01.000,0:00:04.000`
        let len = words.starts_with(|c: char| c.is_ascii_digit()).then(|| stamp(words)).flatten()?;
        let to = words[len..].strip_prefix(',').filter(|to| stamp(to) == Some(to.len()))?;
        return to.contains(':').then(|| Span::new(line.start, line.start + len));
    };
    stamp(to.trim())
        .or_else(|| stamp(to.trim_start().split(' ').next().unwrap_or_default()))
        .and_then(|_| stamp(from.trim()).filter(|len| *len == from.trim().len()))
        .map(|len| Span::new(line.start, line.start + len))
}

/// The name in a label: `Mara Voss` of `Mara Voss (she/her) | Northmere`.
pub fn name_in(label: &str) -> &str {
    let begins = |(at, _): &(usize, &str)| BEHIND.iter().any(|sign| label[*at..].starts_with(sign));
    let end = label.match_indices(' ').find(begins).map_or(label.len(), |(at, _)| at);
    label[..end].trim()
}

/// Whether `text` may be a speaker's label: up to five words, each with a capital letter or in a script that has none, or an
/// e-mail address; behind them perhaps a company, pronouns or the like.
pub fn is_label(text: &str) -> bool {
    let name = name_in(text);
    let behind = text.trim_start()[name.len()..].trim();
    let is_closed = match behind.chars().next() {
        Some('(') => behind.ends_with(')'),
        Some('[') => behind.ends_with(']'),
        _ => behind.split_whitespace().count() <= 6 && !behind.contains(['.', '?', '!', ',', ':']),
    };
    if text.len() > LONGEST || !is_closed {
        return false;
    }
    let sides: Vec<&str> = name.split(", ").collect();
    match sides[..] {
        [name] => is_address(name) || is_name(name),
        // `Voss, Mara`
        [last, first] => [last, first].iter().all(|side| is_name(side) && side.split(' ').count() <= 3),
        _ => false,
    }
}

fn is_name(name: &str) -> bool {
    let mut words = 0;
    for word in name.split_whitespace() {
        words += 1;
        let is_mention = words == 1 && word.len() > 2 && word.starts_with('@');
        let starts = is_mention
            || word.trim_start_matches(QUOTES).chars().next().is_some_and(|c| c.is_alphanumeric() && !c.is_lowercase());
        let inside = |c: char| c.is_alphanumeric() || "-_'’.&@".contains(c) || QUOTES.contains(&c) || is_mark(c);
        let stops = word.ends_with('.') && word.chars().count() > 4 && !TITLES.contains(&word);
        if words > 5 || stops || !(starts || PARTICLES.contains(&word)) || !word.chars().all(inside) {
            return false;
        }
    }
    words > 0 && name.chars().any(char::is_alphabetic)
}

/// Vowels and accents that are letters of their own in some scripts.
const fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{900}'..='\u{dff}' | '\u{e31}'..='\u{e4e}')
}

fn is_address(text: &str) -> bool {
    let plain = |part: &str| !part.is_empty() && part.chars().all(|c| c.is_alphanumeric() || "._-+".contains(c));
    text.split_once('@').is_some_and(|(local, host)| plain(local) && plain(host) && host.contains('.'))
}

/// A line such as `Mara Voss: Great`, `[0:19] **Mara Voss:** Great`, `- Mara Voss (0:19): Great`, `[Mara Voss] Great`,
/// `0:19 <Mara> Great`.
pub fn labelled(text: &str, line: Line) -> Option<Label> {
    let words = line.of(text);
    let mut at = signs::bullet(words);
    let mut time = None;
    if let Some((span, len)) = stamp::leading(&words[at..]) {
        time = Some(span.shifted(line.start + at));
        at += len;
        at += words[at..].len() - words[at..].trim_start_matches([' ', '\t', '-', '–', '—', '|', '·', ':', ',']).len();
    }
    at += signs::before(&words[at..]);
    let rest = &words[at..];
    if let Some(label) = bracketed(text, line, at, time) {
        return Some(label);
    }
    if let Some(label) = sentenced(text, line, at, time) {
        return Some(label);
    }
    // A time in the label has colons too: the one that counts has a blank or a mark behind it.
    let ends = |(at, c): &(usize, char)| match c {
        ':' => rest[at + 1..].chars().next().is_none_or(|c| c.is_whitespace() || matches!(c, '*' | '_' | '<')),
        '：' => true,
        _ => false,
    };
    let Some((colon, sign)) = rest.char_indices().take_while(|(at, _)| *at < LONGEST).find(ends) else {
        return asked(text, line, at, time);
    };
    let mut label = Span::new(at, at + signs::trimmed_behind(&rest[..colon]).len());
    let stamped = trailing_stamp(label.of(words));
    if let Some((name, span)) = stamped {
        time = Some(span.shifted(line.start + at));
        label.end = at + words[at..at + name].trim_end_matches(['*', '_', ' ', '|', ',', '-', '–']).len();
    }
    let after = at + colon + sign.len_utf8();
    let mut start = after + signs::before(&words[after..]);
    // `Mara Voss: [0:19] Great`
    if let Some((span, len)) = time.is_none().then(|| stamp::leading(words[start..].trim_start())).flatten() {
        let blank = words[start..].len() - words[start..].trim_start().len();
        let is_tabbed = words[start..].starts_with('\t') && words[start + blank + len..].starts_with('\t');
        let is_set_off = is_tabbed || words[start + blank..].starts_with(['[', '(', '*', '\\']);
        if is_set_off {
            time = Some(span.shifted(line.start + start + blank));
            start += blank + len;
        }
    }
    let behind = Span::new(line.start + start, line.end);
    let speaker = chatting(text, shown(text, trimmed(text, label.shifted(line.start))));
    let name = speaker.of(text);
    // What has a time may be in small letters: `rob (0:19):`, `0:19 rob:`.
    let is_small = |name: &str| is_nobody(name) || (time.is_some() && !name.contains(' '));
    let is_speaker = is_label(name) || (name.starts_with(char::is_alphabetic) && is_small(name));
    match is_speaker {
        true => Some(Label { speaker, time, words: trimmed(text, behind).start }),
        false => asked(text, line, at, time),
    }
}

/// `Q.  Where were you?`, `A.  At home.`: how courts write who asks and who answers, from byte `at` of the line on.
fn asked(text: &str, line: Line, at: usize, time: Option<Span>) -> Option<Label> {
    let rest = &line.of(text)[at..];
    let behind = ["Q.", "A."].iter().find_map(|letter| rest.strip_prefix(letter))?;
    let is_apart = ["  ", "\t", "\u{a0}"].iter().any(|gap| behind.starts_with(gap));
    let start = line.start + at;
    (is_apart && !behind.trim().is_empty()).then(|| Label {
        speaker: Span::new(start, start + 1),
        time,
        words: line.end - behind.trim_start().len(),
    })
}

/// `**Mme Odile Carsac.** Merci`, `Mr. CARSAC. Thank you`: a label in bold or capitals that a full stop ends, from byte `at`
/// of the line on, as minutes of parliaments have it.
fn sentenced(text: &str, line: Line, at: usize, time: Option<Span>) -> Option<Label> {
    let words = line.of(text);
    let end = match words[..at].ends_with("**") {
        true => at + words[at..].find("**")?,
        false => at + shouted(&words[at..])?,
    };
    let name = words[at..end].strip_suffix('.')?;
    let after = end + signs::before(&words[end..]);
    let behind = trimmed(text, Span::new(line.start + after, line.end));
    let is_titled = ["M. ", "Mme ", "Mr ", "Mrs ", "Ms ", "Herr ", "Frau "].iter().any(|title| name.starts_with(title));
    let is_name = (is_titled || is_label(name)) && name.split_whitespace().count() <= 7 && name.len() <= LONGEST;
    let speaker = Span::new(line.start + at, line.start + at + name.len());
    (is_name && !behind.is_empty() && !name.contains(['?', '!', ':'])).then_some(Label {
        speaker,
        time,
        words: behind.start,
    })
}

/// Where the full stop behind a title and a name in capitals ends: `The CHAIRMAN.`, `Mr. AMBERG of Hillmoor.`
fn shouted(text: &str) -> Option<usize> {
    const OPENERS: [&str; 7] = ["The ", "Mr. ", "Ms. ", "Mrs. ", "Miss ", "Dr. ", "Senator "];
    let title = OPENERS.iter().find(|title| text.starts_with(**title))?.len();
    let end = title + text[title..].find(". ").filter(|end| *end < LONGEST)?;
    let first = text[title..end].split(' ').next()?;
    let is_shouted = first.chars().count() > 2 && first.chars().all(|c| c.is_uppercase() || "-'’".contains(c));
    is_shouted.then_some(end + 1)
}

/// `[Mara Voss] Great`, `<mara> Great` and `(speaker 2) Great`, from byte `at` of the line on.
fn bracketed(text: &str, line: Line, at: usize, time: Option<Span>) -> Option<Label> {
    let rest = &line.of(text)[at..];
    let (open, close) =
        [("[", ']'), ("<", '>'), ("(", ')'), ("【", '】')].into_iter().find(|(open, _)| rest.starts_with(open))?;
    if rest.starts_with("[[") {
        return None;
    }
    let end = rest.find(close)?;
    let inside = &rest[open.len()..end];
    // `[0:19 Mara Voss] Great`
    let stamped = stamp::leading(inside).filter(|(_, len)| *len < inside.len());
    let blank = stamped.map_or(0, |(_, len)| {
        len + inside[len..].len() - inside[len..].trim_start_matches([' ', '-', '–', '|', ',']).len()
    });
    // `<@mara>` and `< mara>` are how chats show who may do what; `[Mara 0:19]` has its time behind.
    let blank = blank + usize::from(close == '>' && inside.starts_with(' '));
    let stamped_behind = if close == ']' { trailing_stamp(inside) } else { None };
    let name = stamped_behind.map_or(&inside[blank..], |(name, _)| inside[..name].trim_end());
    let behind = &rest[end + close.len_utf8()..];
    let is_numbered = !name.is_empty() && is_nobody(name);
    let is_speaker = match close {
        // `(laughs)`
        ')' => is_numbered && name.ends_with(|c: char| c.is_ascii_digit()),
        '>' => is_label(name) || is_numbered || is_nick(name, time.is_some()),
        _ => is_label(name) || is_numbered,
    };
    if !is_speaker || behind.starts_with('(') || behind.trim().is_empty() || behind.trim_start().starts_with('[') {
        return None;
    }
    let start = line.start + at;
    let words = Span::new(line.end - behind.len(), line.end);
    let words = Span::new(
        words.start + words.of(text).len() - words.of(text).trim_start_matches([':', '*', '_']).len(),
        line.end,
    );
    // `[Mara Voss] 10:01:02` is a line of its own.
    let rest = trimmed(text, words);
    let is_head = stamp(rest.of(text)).is_some_and(|len| len == rest.len());
    let stamped = stamped.map(|(time, _)| time).or(stamped_behind.map(|(_, time)| time));
    let time = time.or(stamped.map(|time| time.shifted(start + open.len())));
    let from = start + open.len() + name.as_ptr().addr() - inside.as_ptr().addr();
    (!is_head).then(|| Label { speaker: Span::new(from, from + name.len()), time, words: rest.start })
}

/// Whether `<name>` is somebody in a chat and no tag.
fn is_nick(name: &str, is_timed: bool) -> bool {
    const TAGS: [&str; 12] =
        ["br", "hr", "div", "span", "p", "table", "summary", "details", "img", "html", "body", "code"];
    let name = name.trim_start_matches(['@', '+', '%']);
    name.starts_with(char::is_alphabetic)
        && name.chars().all(|c| c.is_alphanumeric() || "_-.|`^".contains(c))
        && (is_timed || name.len() > 2)
        && !TAGS.contains(&name)
}

/// `rufus: nearly` of somebody who took part: names in small letters.
pub fn small(text: &str, line: Line, known: &[&str]) -> Option<Label> {
    let words = line.of(text);
    let at = signs::bullet(words);
    let start = line.start + at + signs::before(&words[at..]);
    let (name, behind) = text[start..line.end].split_once(": ")?;
    let is_small = name.len() < LONGEST && name.starts_with(char::is_lowercase) && !name.contains(' ');
    (is_small && known.iter().any(|other| is_nick_of(name, other))).then(|| Label {
        speaker: Span::new(start, start + name.len()),
        time: None,
        words: line.end - behind.trim_start().len(),
    })
}

/// Whether `nick` is how somebody called `name` writes in a chat: `rufus`, `ramberg`, `rufus.amberg`.
pub fn is_nick_of(nick: &str, name: &str) -> bool {
    let nick: String = fold(nick).chars().filter(|c| c.is_alphabetic()).collect();
    let mut parts = name.split_whitespace().map(fold);
    let Some(first) = parts.next() else { return false };
    let last = parts.next_back().unwrap_or_default();
    let Some(initial) = first.chars().next() else { return false };
    nick.len() > 1 && (nick == first || nick == last)
        || nick == format!("{first}{last}")
        || nick == format!("{initial}{last}")
}

/// A line that may be a turn if others are like it: `**Mara Voss** Great`, `Mara Voss 0:19 Great`, `Mara Voss [0:19] Great`,
/// `Mara – Great`, `[0:19] Mara -> Great`.
pub fn likely(text: &str, line: Line) -> Option<Label> {
    let words = line.of(text);
    let (time, start) = stamp::leading(words).unwrap_or((Span::at(0), 0));
    let start = start + words[start..].len() - words[start..].trim_start().len();
    let mark = signs::before(&words[start..]);
    let at = start + mark;
    let label = |end: usize, time: Option<Span>, from: usize| {
        let name = Span::new(line.start + at, line.start + at + signs::trimmed_behind(&words[at..at + end]).len());
        let behind = trimmed(text, Span::new(line.start + from, line.end));
        let is_one = is_label(name.of(text)) || is_nobody(name.of(text));
        (is_one && name.len() > 1 && !behind.is_empty()).then(|| Label {
            speaker: name,
            time: time.map(|time| time.shifted(line.start)),
            words: behind.start,
        })
    };
    let rest = &words[at..];
    let time = (!time.is_empty()).then_some(time);
    if let Some(end) = rest.find('\t').filter(|end| *end < LONGEST) {
        let nick = time.filter(|_| is_nick(&rest[..end], true)).map(|time| Label {
            speaker: Span::new(line.start + at, line.start + at + end),
            time: Some(time.shifted(line.start)),
            words: line.end - rest[end..].trim_start().len(),
        });
        return label(end, time, at + end).or(nick);
    }
    if mark > 1 && words[..at].ends_with("**") {
        let end = rest.find("**")?;
        // Behind a bare name an office may follow; behind a time and a name what was said, or that somebody laughs.
        let offices: &[char] = if time.is_some() { &['-', '–', '—'] } else { &['-', '–', '—', '*', '('] };
        let says = |behind: &str| behind.strip_prefix(' ').is_some_and(|behind| !behind.starts_with(offices));
        return label(end, time, at + end + 2).filter(|_| says(&rest[end + 2..]));
    }
    if time.is_none() {
        let inner = rest.char_indices().take_while(|(at, _)| *at < LONGEST);
        let begins = |(at, c): &(usize, char)| {
            *at > 0 && (c.is_ascii_digit() || matches!(c, '[' | '(')) && rest[..*at].ends_with([' ', '\t', '\u{a0}'])
        };
        let stamped = inner.filter(begins).find_map(|(at, _)| Some((at, stamp::leading(&rest[at..])?)));
        if let Some((end, (time, len))) = stamped {
            let name = rest[..end].trim_end();
            let is_set = rest[end..].starts_with(['[', '(']) || name.contains(' ') || is_nobody(name);
            return label(end, Some(time.shifted(at + end)), at + end + len).filter(|_| is_set);
        }
    }
    let parts = [" – ", " — ", " -- ", " -> ", " → "].iter().filter_map(|sign| Some((rest.find(sign)?, sign.len())));
    let (end, len) = parts.min().filter(|(end, _)| *end < LONGEST)?;
    label(end, time, at + end + len)
}

/// A label alone on its line: `Mara Voss`, `**Mara Voss** -- *Treasurer*`.
pub fn alone(text: &str, line: Line) -> Option<Label> {
    let words = line.of(text);
    let Some(inner) = words.strip_prefix("**") else {
        let is_one =
            is_label(words) && words.contains(' ') || (is_nobody(words) && words.contains(char::is_alphabetic));
        return is_one.then_some(Label { speaker: line, time: None, words: line.end });
    };
    let end = inner.find("**")?;
    let behind = signs::trimmed_behind(inner[end + 2..].trim_start());
    let is_office = behind.is_empty() || ["-- ", "– ", "— ", "("].iter().any(|sign| behind.starts_with(sign));
    let is_one = is_label(&inner[..end]) && is_office && words.len() < 2 * LONGEST;
    let speaker = Span::new(line.start + 2, line.start + 2 + end);
    is_one.then_some(Label { speaker, time: None, words: line.end })
}

/// Who writes in a chat: `Mara Voss` of `From Mara Voss to Everyone`.
fn chatting(text: &str, label: Span) -> Span {
    let words = label.of(text);
    let start = words.strip_prefix("From ").map_or(0, |rest| words.len() - rest.trim_start().len());
    let rest = &words[start..];
    let end = [" to ", " To "].iter().find_map(|sign| rest.find(sign)).map_or(words.len(), |end| start + end);
    if start > 0 || ["Everyone", "everyone"].iter().any(|all| words.ends_with(all)) {
        trimmed(text, Span::new(start, end).shifted(label.start))
    } else {
        label
    }
}

/// What a link shows: `Rob` of `[[Rob Benoit|Rob]]`.
fn shown(text: &str, label: Span) -> Span {
    let link = label.of(text).strip_prefix("[[").and_then(|link| link.strip_suffix("]]"));
    let name = link.and_then(|link| link.rsplit(['|', '/']).next());
    name.map_or(label, |name| Span::new(label.end - 2 - name.len(), label.end - 2))
}

/// A line such as `Mara Voss  0:19`, `**Mara Voss** 0:19`, `[Mara Voss] 10:01:02`, `00:01:02 Mara Voss`, with the words
/// below it.
pub fn head(text: &str, line: Line) -> Option<Label> {
    let words = line.of(text);
    if words.len() > 2 * LONGEST {
        return None;
    }
    let bullet = signs::bullet(words);
    let (name, time) = match stamp::leading(&words[bullet..]) {
        Some((time, len)) => (Span::new(bullet + len, words.len()), time.shifted(bullet)),
        None => {
            let (name, time) = trailing_stamp(words)?;
            (Span::new(bullet.min(name), name - without_day(&words[..name])), time)
        }
    };
    let inner = name.of(words).trim_matches(|c: char| c.is_whitespace() || "*_`[]【】|-–—:·,".contains(c));
    let start = name.start + name.of(words).find(inner)?;
    let speaker = shown(text, Span::new(start, start + inner.len()).shifted(line.start));
    // `Then 10:30` is a sentence; a name alone on its line has two words, or is set off from its time.
    let around = name.of(words);
    let is_apart = around.trim_end_matches(' ').ends_with([']', '】', '*', '\t', '|', ',', '·', '-', '–', '—'])
        || around.ends_with("  ")
        || around.trim_start().starts_with(['|', '·', '–', '—'])
        || words[name.end..].starts_with(['(', '[']);
    let is_set = inner.contains(' ')
        || is_apart
        || around.starts_with(" - ")
        || is_nobody(inner)
        || is_address(inner)
        || inner.starts_with(|c: char| c.is_alphabetic() && !c.is_uppercase() && !c.is_lowercase());
    // `[11/03/2025 10:03 AM] mara.v`
    let is_dated = time.len() > 12 && words[bullet..].starts_with('[') && is_nick(inner, false);
    let is_named = !inner.is_empty() && (is_label(inner) || is_nobody(inner) || is_dated);
    let is_set = is_set || is_dated;
    (is_set && is_named).then(|| Label { speaker, time: Some(time.shifted(line.start)), words: line.end })
}

/// How many bytes at the end of `name` lead over to the time: `Today at` behind `Mara — `, `at` behind `Mara Voss`.
fn without_day(name: &str) -> usize {
    #[rustfmt::skip]
    const DAYS: [&str; 14] = [
        "today", "yesterday", "heute", "gestern", "aujourd’hui", "aujourd'hui", "hier", "hoy", "ayer", "oggi", "ieri",
        "vandaag", "gisteren", "hoje",
    ];
    const LINKS: [&str; 7] = [" at", " um", " à", " a las", " alle", " às", " om"];
    let words = name.trim_end();
    let rest = LINKS.iter().find_map(|link| words.strip_suffix(link)).unwrap_or(words);
    let day = rest.rsplit_once(' ').filter(|(_, day)| DAYS.contains(&day.to_lowercase().as_str()));
    let rest = day.map_or(rest, |(rest, _)| rest);
    if rest.len() < words.len() { name.len() - rest.len() } else { 0 }
}

/// Where the name ends and which bytes are the time in `Mara Voss  (0:19)`, `Mara Voss 0:19 - 0:25`.
fn trailing_stamp(text: &str) -> Option<(usize, Span)> {
    // A time has no blank in front of a digit but in `10:01 AM` and between both ends of a range.
    let starts = text.char_indices().filter(|(at, c)| {
        c.is_ascii_digit()
            && text[..*at].chars().next_back().is_some_and(|before| " \t([*|`\u{a0}（】".contains(before))
    });
    for (start, _) in starts {
        let open = text[..start].chars().next_back().filter(|c| "([（".contains(*c));
        let from = start - open.map_or(0, char::len_utf8);
        let Some((time, len)) = stamp::leading(&text[from..]) else { continue };
        if text[from + len..].chars().all(|c| "*_` \t)]".contains(c)) {
            let name = text[..from].trim_end_matches(['(', '[', '`', '\\']);
            return Some((name.len(), time.shifted(from)));
        }
    }
    None
}
