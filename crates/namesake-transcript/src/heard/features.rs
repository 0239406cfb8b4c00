//! What stands in a sentence and around it, as named features that are there or not.

use std::fmt::Write;

use super::super::grammar::clause;
use super::super::grammar::{People, Utterance, UtteranceKind};
use super::super::sentence_words::Word;
use super::Talk;
use super::anchors::Anchor;
use super::word_classes::{classes, is};

/// How far the words behind the verb are looked at.
const BEHIND: usize = 14;
/// How far the words before it are.
const BEFORE: usize = 6;

/// What is the same for all places of a sentence.
pub struct Around {
    grammar: Option<(UtteranceKind, Option<usize>)>,
    /// Names of features.
    names: Vec<String>,
    known: Vec<String>,
}

impl Around {
    /// `grammar` is what the grammar finds in the sentence.
    pub fn of(talk: &Talk, at: usize, grammar: Option<Utterance>, people: &People) -> Self {
        let said = &talk.said[at];
        let mut names = Vec::new();
        let grammar = grammar.map(|heard| (heard.kind, heard.task.map(|task| task.start)));
        if let Some(place) = talk.place_of(at) {
            names.extend(place.is_in_last_fifth.then(|| "last fifth".to_owned()));
            names.extend(place.is_in_last_twentieth.then(|| "last twentieth".to_owned()));
            names.extend(place.is_in_first_fifth.then(|| "first fifth".to_owned()));
        }
        if said.words.trim_end().ends_with('?') {
            names.push("question".to_owned());
        }
        let length = said.words.split_ascii_whitespace().count();
        names.push(format!("length {}", [5, 9, 14, 20, 30, 45].iter().filter(|bound| length > **bound).count()));
        let doubled = said.words.split_ascii_whitespace().zip(said.words.split_ascii_whitespace().skip(1));
        if doubled.filter(|(one, next)| one.eq_ignore_ascii_case(next)).count() > 1 {
            names.push("stammers".to_owned());
        }
        names.push(if talk.is_german { "german" } else { "english" }.to_owned());
        let near = |place: usize, side: &str, names: &mut Vec<String>| {
            let other = talk.said[place].speaker != said.speaker || talk.said[place].speaker.is_empty();
            let who = if other { "other" } else { "same" };
            for word in talk.words(place).iter().take(6) {
                let telling = classes(word.text).iter().filter(|class| matches!(**class, "accept" | "recap"));
                names.extend(telling.map(|class| format!("{side} {who} {class}")));
            }
            if talk.said[place].words.trim_end().ends_with('?') {
                names.push(format!("{side} {who} asks"));
            }
        };
        if let Some(before) = at.checked_sub(1) {
            near(before, "before", &mut names);
        }
        if at + 1 < talk.said.len() {
            near(at + 1, "next", &mut names);
        }
        let known = people.names.iter().filter_map(|name| name.first().cloned()).collect();
        Self { grammar, names, known }
    }

    fn is_name(&self, words: &[Word], at: usize) -> bool {
        let word = words[at];
        word.text != "i" && word.capital && (self.known.iter().any(|name| name == word.text) || at > 0 && !word.apart)
    }
}

/// Gives the names of the features of one place to `add`; some more than once.
pub fn of(around: &Around, words: &[Word], anchor: &Anchor, add: &mut dyn FnMut(&str)) {
    let mut name = String::new();
    let mut say = |args: std::fmt::Arguments| {
        name.clear();
        let _ = name.write_fmt(args);
        add(&name);
    };
    for name in &around.names {
        say(format_args!("{name}"));
    }
    let Anchor { frame, aux, .. } = *anchor;
    say(format_args!("frame {frame}"));
    say(format_args!("frame {frame} {aux}"));
    let heard = match around.grammar {
        None => "nothing",
        Some((kind, start)) => {
            let same = anchor.verb.is_some_and(|verb| Some(words[verb].span.start) == start);
            match (kind, same) {
                (UtteranceKind::Commitment, true) => "this commitment",
                (UtteranceKind::Request, true) => "this request",
                (UtteranceKind::Commitment, false) => "commitment",
                (UtteranceKind::Request, false) => "request",
            }
        }
    };
    say(format_args!("grammar {heard}"));
    let is_plain = matches!(heard, "this commitment" | "this request") && words.len() < 20;
    if is_plain {
        say(format_args!("plain {frame} {aux}"));
        if words[anchor.at..].iter().all(|word| !is("hedge", word.text) && !is("now", word.text)) {
            say(format_args!("plain and sure {frame}"));
        }
    }
    let doing = anchor.head.unwrap_or(anchor.at);
    let text = |at: usize| if around.is_name(words, at) { "NAME" } else { words[at].text };
    say(format_args!("verb:{}", text(doing)));
    let mut is_work = false;
    for class in classes(words[doing].text) {
        is_work = true;
        say(format_args!("verb {class}"));
        say(format_args!("frame {frame} verb {class}"));
        say(format_args!("frame {frame} {aux} verb {class}"));
    }
    if !is_work {
        say(format_args!("verb unknown"));
        say(format_args!("frame {frame} verb unknown"));
    }
    let behind = doing + 1..words.len().min(doing + 1 + BEHIND);
    if let Some(next) = behind.clone().next() {
        say(format_args!("object:{}", text(next)));
        say(format_args!("verb:{} {}", words[doing].text, text(next)));
    } else {
        say(format_args!("object none"));
    }
    for at in behind.clone() {
        let word = text(at);
        say(format_args!("in:{word}"));
        for class in classes(words[at].text) {
            say(format_args!("in {class}"));
            if at < doing + 7 && matches!(*class, "artefact" | "channel" | "later" | "now") {
                for verb in classes(words[doing].text) {
                    say(format_args!("verb {verb} in {class}"));
                }
            }
        }
        if at < doing + 5 && (word == "NAME" || matches!(word, "him" | "her" | "them" | "you" | "everyone" | "people"))
        {
            say(format_args!("to somebody"));
        }
    }
    surroundings(around, words, anchor, &mut say);
}

/// What stands before the place, and anywhere in the sentence.
fn surroundings(around: &Around, words: &[Word], anchor: &Anchor, say: &mut dyn FnMut(std::fmt::Arguments)) {
    let frame = anchor.frame;
    let doing = anchor.head.unwrap_or(anchor.at);
    let text = |at: usize| if around.is_name(words, at) { "NAME" } else { words[at].text };
    if clause::has_time(words, doing) {
        say(format_args!("time"));
    }
    for at in (anchor.at.saturating_sub(BEFORE)..anchor.at).rev() {
        let word = text(at);
        say(format_args!("pre:{word}"));
        for class in classes(words[at].text) {
            say(format_args!("pre {class}"));
        }
        if at + 1 == anchor.at {
            say(format_args!("prev:{word}"));
        }
    }
    if frame == "ask" && (anchor.at.saturating_sub(3)..anchor.at).any(|at| text(at) == "NAME") {
        say(format_args!("asked by name"));
    }
    if anchor.at == 0 {
        say(format_args!("begins"));
    }
    if words.get(anchor.at).is_some_and(|first| first.apart) {
        say(format_args!("apart"));
    }
    let hedges = words.iter().filter(|word| is("hedge", word.text)).count();
    say(format_args!("hedges {}", hedges.min(3)));
    for word in words {
        for class in classes(word.text) {
            if matches!(*class, "recap" | "artefact" | "later" | "now" | "negation" | "past" | "general" | "channel") {
                say(format_args!("any {class}"));
            }
        }
    }
    if clause::is_hedged(words) {
        say(format_args!("hedged"));
    }
    if clause::is_aside(words, anchor.at) {
        say(format_args!("aside"));
    }
    // German says what is done at the end.
    if around.names.iter().any(|name| name == "german") {
        for at in 0..words.len() {
            say(format_args!("de:{}", text(at)));
        }
    }
}
