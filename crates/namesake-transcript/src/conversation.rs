//! Whether lines are a transcript where nothing says so: by their turns alone. A glossary, a schedule, a list of contacts
//! and a log have colons and times as well.

use std::collections::BTreeMap;

use super::label::{self, name_in};
use super::speakers::is_nobody;
use super::table;
use super::turn::{Line, Turn};
use super::unsaid::lone_time;
use namesake_names::is_first_name;
use namesake_note::recognition::{NameShape, name_shape};
use namesake_text::fold::fold;
use namesake_text::text::Span;

/// Behind so many lines without a turn what follows is something else.
const GAP: usize = 12;

/// The least words that a turn has on average where nothing but a colon makes it one.
const LEAST_WORDS: usize = 4;

/// A transcript without speakers and times has more words than this.
const REMARK: usize = 15;

/// A recording begins at its beginning: the first time of lines without speakers, in minutes.
const LATEST_START: u32 = 10;

/// How lines begin that have no colon and are turns for all that: those of courts, parliaments and of recorders in scripts
/// with wide brackets.
const OPENERS: [&str; 7] = ["Q", "A.", "The ", "M", "Dr. ", "Senator ", "【"];

/// Turns with fewer words on average may be points of a plan.
const FEW_WORDS: usize = 8;

/// Who speaks by office, in small letters.
#[rustfmt::skip]
const OFFICES: [&str; 14] = [
    "chair", "chairman", "chairwoman", "chairperson", "moderator", "moderation", "interviewer", "operator", "clerk",
    "president", "speaker", "vorsitz", "moderatorin", "presenter",
];

/// What stands before a colon again and again in minutes and lists, in small letters.
#[rustfmt::skip]
const HEADINGS: [&str; 22] = [
    "action", "action item", "action items", "new feature", "breaking change", "bug fix", "next step", "next steps", "topic",
    "note", "notes", "decision", "resolution", "proposal", "reminder", "summary", "agenda", "update", "status", "question",
    "answer", "issue",
];

/// Words by which people speak to each other, in small letters.
#[rustfmt::skip]
const SPOKEN: [&str; 36] = [
    "i", "i'm", "i'll", "i’ll", "i’m", "i've", "i’ve", "me", "we", "we'll", "we’ll", "you", "your", "my", "us", "let's", "let’s", "yes", "no",
    "okay", "ok", "thanks", "sorry", "ich", "wir", "du", "ja", "nein", "je", "nous", "vous", "oui", "yo", "sí", "eu", "sim",
];

/// Whether a turn may begin on `line`.
pub fn begins_turn(text: &str, line: Line) -> bool {
    let words = line.of(text);
    let start = &words.as_bytes()[..words.len().min(120)];
    let is_possible = start.contains(&b':')
        || start.first().is_some_and(|first| b"<[(#\\".contains(first) || first.is_ascii_digit())
        || start.starts_with(b"**")
        || OPENERS.iter().any(|opener| words.starts_with(opener))
        || words.contains('：')
        || words.ends_with('s');
    is_possible
        && (label::timing(text, line).is_some()
            || label::labelled(text, line).is_some()
            || label::head(text, line).is_some()
            || label::leading_stamp(text, line).is_some())
        || table::is_row(text, line)
}

/// The stretches of `lines` in which turns begin, each from its first turn to where the words of its last one end.
pub fn stretches(text: &str, lines: &[Line]) -> Vec<Span> {
    let mut found: Vec<Span> = Vec::new();
    let mut gap = GAP;
    let mut above: Option<Line> = None;
    for &line in lines.iter().filter(|line| !line.is_empty()) {
        let begins = begins_turn(text, line);
        gap = if begins { 0 } else { gap + 1 };
        match found.last_mut() {
            Some(last) if gap < GAP => last.end = line.end,
            // A name may stand on the line above its time.
            _ if begins => {
                let name = above.filter(|name| lone_time(text, line).is_some() && label::is_label(name.of(text)));
                found.push(Span::new(name.map_or(line.start, |name| name.start), line.end));
            }
            _ => {}
        }
        above = Some(line);
    }
    found
}

/// Whether people talk in `turns`; `there` are the names of those who were. With `may_be_untimed` labels without times may
/// be talk; below a heading such as Decisions `Mara: agrees` is a line of minutes.
pub fn is_conversation(text: &str, turns: &[Turn], may_be_untimed: bool, there: &[&str]) -> bool {
    let words: usize = turns.iter().flat_map(|turn| &turn.words).map(|piece| words_in(piece.of(text))).sum();
    let said = turns.iter().filter(|turn| !turn.words.is_empty()).count();
    let has_cues = turns.iter().any(|turn| is_cue(text, turn));
    // `server: ready` and `request: late` are no talk, `mara: is it?` and `rob: I hope so` are.
    let are_talking = 4 * turns.iter().filter(|turn| is_addressed(text, turn)).count() >= turns.len();
    let is_named =
        |speaker: &str| !speaker.starts_with(char::is_lowercase) || are_talking || is_speaker(speaker, 1, there);
    // `[1.2] Added: a gate`
    let is_number = |time: Span| !time.of(text).contains(|c: char| !c.is_ascii_digit() && c != '.');
    let is_timed = |turn: &&Turn| {
        turn.time().is_some_and(|time| !is_number(time))
            && turn.speaker.is_some_and(|speaker| is_named(speaker.of(text)))
    };
    let timed = turns.iter().filter(is_timed).count();
    if has_cues {
        return said > 1;
    }
    if timed > 1 && timed * 2 >= turns.len() {
        return words >= 2 * timed && (is_log(text, turns, there) || !is_plan(text, turns, words));
    }
    let labels = labels_of(text, turns.iter());
    let labelled: usize = labels.values().sum();
    if labelled * 2 > turns.len() {
        let repeated = labelled - labels.len();
        let has_others =
            labels.len() > 1 || labels.keys().any(|label| is_nobody(label) && !label.starts_with(char::is_lowercase));
        let is_dialogue = labelled > 2 && has_others && 3 * repeated >= labels.len();
        // `Status:` and `Example:` come again and again as well.
        let addressed = labels_of(text, turns.iter().filter(|turn| is_addressed(text, turn)));
        let is_theirs = |(label, count): &(&&str, &usize)| {
            let addressed = addressed.get(**label).copied().unwrap_or_default();
            is_speaker(label, **count, there) || talks(label, **count, addressed)
        };
        let speakers: usize = labels.iter().filter(is_theirs).map(|(_, count)| count).sum();
        let listed = turns.iter().filter_map(|turn| turn.speaker).filter(|speaker| is_listed(text, *speaker)).count();
        let is_talk = 5 * speakers >= 4 * labelled && 2 * listed < labelled;
        let is_long = words >= LEAST_WORDS * labelled && 3 * spoken(text, turns) >= labelled;
        return may_be_untimed && is_dialogue && is_talk && is_long;
    }
    let minutes: Vec<u32> = turns.iter().filter_map(|turn| minutes(turn.time()?.of(text))).collect();
    let rises = minutes.is_sorted() && minutes.first().is_some_and(|first| *first < LATEST_START);
    minutes.len() > 2 && rises && words > LEAST_WORDS * turns.len()
}

/// Whether turns with times are the points of a plan, a list of results or of chapters: their times stand first or nobody
/// speaks twice, they have few words, and hardly any is a sentence.
fn is_plan(text: &str, turns: &[Turn], words: usize) -> bool {
    let stands_first = |time: Span| {
        let start = text[..time.start].rfind('\n').map_or(0, |newline| newline + 1);
        let before = &text[start..time.start];
        // Only a chat has `10:03 <mara>`.
        !text[time.end..].trim_start().starts_with('<')
            && before.chars().all(|c| " \t>|-*+.".contains(c) || c.is_ascii_digit())
    };
    let first = turns.iter().filter(|turn| turn.time().is_some_and(stands_first)).count();
    let is_round = |time: Span| {
        time.of(text)
            .split(' ')
            .next()
            .is_some_and(|time| time.len() < 6 && time.ends_with(['0', '5']) && minutes(time).is_some())
    };
    if 2 * first >= turns.len() && turns.len() > 1 && turns.iter().all(|turn| turn.time().is_some_and(is_round)) {
        return true;
    }
    let labels = labels_of(text, turns.iter());
    let is_like_one = 2 * first >= turns.len() || labels.values().all(|count| *count == 1);
    is_like_one && words < FEW_WORDS * turns.len() && 2 * spoken(text, turns) < turns.len()
}

/// Whether turns of people have times of the day to the second, as no plan has them.
fn is_log(text: &str, turns: &[Turn], there: &[&str]) -> bool {
    let is_second = |time: &str| time.split(':').count() == 3 && !time.starts_with("00:") && !time.starts_with("0:");
    turns.iter().all(|turn| {
        turn.time().is_some_and(|time| is_second(time.of(text)))
            && turn.speaker.is_some_and(|speaker| is_speaker(speaker.of(text), 1, there))
    })
}

/// How many of `turns` end as sentences do, or hold a word by which people speak to each other.
fn spoken(text: &str, turns: &[Turn]) -> usize {
    let is_sentence = |words: &str| words.trim_end().ends_with(['.', '!', '…', '。', '！', '”', '"', ')']);
    let ends = |turn: &Turn| turn.words.last().is_some_and(|words| is_sentence(words.of(text)));
    turns.iter().filter(|turn| ends(turn) || is_addressed(text, turn)).count()
}

/// Whether a turn asks, or holds a word by which people speak to each other.
fn is_addressed(text: &str, turn: &Turn) -> bool {
    let speaks = |word: &str| SPOKEN.contains(&word.trim_matches([',', '.', '?', '!']).to_lowercase().as_str());
    turn.words.last().is_some_and(|words| words.of(text).trim_end().ends_with(['?', '？']))
        || turn.words.iter().any(|words| words.of(text).split_whitespace().any(speaks))
}

/// Whether `turns` only say that there is no transcript: a few words of nobody.
pub fn is_remark(text: &str, turns: &[Turn]) -> bool {
    let is_bare = turns.iter().all(|turn| turn.speaker.is_none() && turn.times.is_empty());
    is_bare && turns.iter().flat_map(|turn| &turn.words).map(|piece| words_in(piece.of(text))).sum::<usize>() <= REMARK
}

/// Words in `said`; scripts without blanks have about two letters a word.
fn words_in(said: &str) -> usize {
    let letters = said
        .chars()
        .filter(|c| matches!(*c, '\u{e00}'..='\u{eff}' | '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}'));
    said.split_whitespace().count() + letters.count() / 2
}

/// Whether a label that begins `count` turns is somebody's: of those who were `there`, a full name, a first name, a title and
/// a name, or nobody in particular. Words that may be a name have to come again.
fn is_speaker(label: &str, count: usize, there: &[&str]) -> bool {
    let name = name_in(label);
    if there.iter().any(|other| *other == name || other.split(' ').next() == Some(name)) {
        return true;
    }
    let is_shouted = name.contains(' ') && !name.contains(char::is_lowercase);
    let first = name.split([' ', ',']).next().unwrap_or_default();
    let is_title = first.ends_with('.') && first.len() <= 5 || ["Mme", "Herr", "Frau"].contains(&first);
    let is_numbered = is_nobody(label) && label.chars().count() > 1;
    let shape = name_shape(name);
    let is_single = shape == NameShape::Single && is_first_name(&fold(name));
    let may_be = shape == NameShape::Several || is_shouted;
    let is_office = OFFICES.contains(&name.to_lowercase().as_str());
    let is_nick = label.starts_with(char::is_lowercase) && there.iter().any(|other| label::is_nick_of(label, other));
    if HEADINGS.contains(&name.to_lowercase().as_str()) {
        return false;
    }
    is_office || is_nick || is_numbered || is_title || is_single || shape == NameShape::Full || (may_be && count > 1)
}

/// Whether words that begin `count` turns are a name that no list knows: of somebody who mostly speaks to others, in
/// `addressed` of them. Two words have to come more often, since so many things have names of two.
fn talks(label: &str, count: usize, addressed: usize) -> bool {
    let name = name_in(label);
    let is_single = name_shape(name) == NameShape::Single;
    let is_often = count > if is_single { 2 } else { 4 };
    let is_named = (is_single || name.split(' ').count() == 2) && label.starts_with(char::is_uppercase);
    is_named
        && is_often
        && !is_nobody(label)
        && !HEADINGS.contains(&label.to_lowercase().as_str())
        && 3 * addressed >= 2 * count
}

/// Whether a label stands in a list or a table, where it is a heading more often than a speaker.
fn is_listed(text: &str, speaker: Span) -> bool {
    let start = text[..speaker.start].rfind('\n').map_or(0, |newline| newline + 1);
    text[start..speaker.start].trim_start_matches(['>', ' ', '\t']).starts_with(['-', '+', '|', '•'])
}

/// How often each label begins a turn.
fn labels_of<'t, 'a>(text: &'t str, turns: impl Iterator<Item = &'a Turn>) -> BTreeMap<&'t str, usize> {
    let mut labels = BTreeMap::new();
    for speaker in turns.filter_map(|turn| turn.speaker) {
        *labels.entry(speaker.of(text)).or_default() += 1;
    }
    labels
}

/// Whether the time of a turn is that of a caption: `00:01.000 --> 00:04.000`.
pub fn is_cue(text: &str, turn: &Turn) -> bool {
    let arrow = |behind: &str| ["-->", "->", "→"].iter().any(|arrow| behind.starts_with(arrow));
    turn.time().is_some_and(|time| arrow(text[time.end..].trim_start()))
}

/// The minutes of a time within a recording.
fn minutes(time: &str) -> Option<u32> {
    if let Some(seconds) = time.strip_suffix('s').and_then(|seconds| seconds.split('.').next()?.parse::<u32>().ok()) {
        return Some(seconds / 60);
    }
    let parts: Vec<u32> = time.split(['.', ',']).next()?.split(':').map_while(|part| part.parse().ok()).collect();
    match parts[..] {
        [minutes, _] => Some(minutes),
        [hours, minutes, _] => Some(60 * hours + minutes),
        _ => None,
    }
}
