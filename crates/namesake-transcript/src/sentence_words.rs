//! A sentence as words for the grammar: small letters, contractions written out, fillers left out. “I'm gonna, uh,
//! send” reads `i am going to send`.

use std::sync::LazyLock;

use namesake_note::word_list::{WordIndex, WordList};
use namesake_text::text::Span;

/// A word of a sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Word<'s> {
    /// In small letters.
    pub text: &'s str,
    /// Where it stands in the sentence; both halves of a contraction stand at the same place.
    pub span: Span,
    /// Whether a comma or another mark stands right before it.
    pub apart: bool,
    /// Whether it is written with a capital letter.
    pub capital: bool,
}

/// What a whole word stands for.
const WHOLE: &[(&str, &[&str])] = &[
    ("gonna", &["going", "to"]),
    ("gotta", &["got", "to"]),
    ("wanna", &["want", "to"]),
    ("lemme", &["let", "me"]),
    ("let's", &["let", "us"]),
    ("lets", &["let", "us"]),
    ("won't", &["will", "not"]),
    ("wont", &["will", "not"]),
    ("can't", &["can", "not"]),
    ("cant", &["can", "not"]),
    ("cannot", &["can", "not"]),
    ("dont", &["do", "not"]),
    ("im", &["i", "am"]),
    ("ive", &["i", "have"]),
    ("youll", &["you", "will"]),
    ("theyll", &["they", "will"]),
    ("it'd", &["it", "would"]),
    ("ok", &["okay"]),
    ("pls", &["please"]),
];

/// Those words, since nearly all others have no apostrophe.
static WRITTEN_TOGETHER: LazyLock<WordIndex> = LazyLock::new(|| WordIndex::of(WHOLE.iter().map(|(form, _)| *form)));

/// What the end of a word stands for.
const ENDS: &[(&str, &str)] =
    &[("n't", "not"), ("'ll", "will"), ("'m", "am"), ("'re", "are"), ("'ve", "have"), ("'d", "would"), ("'s", "'s")];

/// Sounds and words that say nothing.
static FILLERS: WordList = WordList::new("um umm uh uhm er erm ah eh hmm mm mhm oh basically literally like");

/// Verbs that make a misheard “ill” an “I'll”.
const AFTER_ILL: &[&str] =
    &["send", "check", "get", "call", "ask", "do", "make", "take", "write", "email", "talk", "try", "put", "follow"];

/// The words of `text`; `lower` is the same text in small ASCII letters and with plain apostrophes kept as they are.
pub fn words<'s>(text: &str, lower: &'s str) -> Vec<Word<'s>> {
    let mut words: Vec<Word> = Vec::new();
    let mut apart = true;
    let is_inner = |c: char| c.is_alphanumeric() || matches!(c, '\'' | '’' | '-' | '_' | '@' | '&');
    let mut at = 0;
    while at < lower.len() {
        let rest = &lower[at..];
        let len = rest.find(|c: char| !is_inner(c)).unwrap_or(rest.len());
        if len == 0 {
            let sign = rest.chars().next().unwrap_or(' ');
            apart |= !sign.is_whitespace();
            at += sign.len_utf8();
            continue;
        }
        let span = Span::new(at, at + len);
        at += len;
        let capital = span.of(text).starts_with(char::is_uppercase);
        // “like” says nothing but where something is likened.
        let is_filler = FILLERS.contains(&lower[span.range()])
            && (&lower[span.range()] != "like" || !words.last().is_some_and(|last| is_before_like(last.text)));
        if is_filler {
            continue;
        }
        for part in parts(span.of(lower)).into_iter().flatten() {
            words.push(Word { text: part, span, apart, capital });
            apart = false;
        }
    }
    mend_ill(&mut words);
    words
}

/// Whether “like” behind this word is a verb or a likening.
fn is_before_like(word: &str) -> bool {
    [
        "i", "you", "would", "do", "was", "were", "is", "are", "looks", "feels", "sounds", "not", "just", "be", "they",
        "people",
    ]
    .contains(&word)
}

/// A word as one or two.
fn parts(word: &str) -> [Option<&str>; 2] {
    if !word.contains(['\'', '’']) && WRITTEN_TOGETHER.find(word).is_none() {
        return [Some(word.trim_matches(['-', '_'])).filter(|word| !word.is_empty()), None];
    }
    let apostrophe = word.find('’');
    let same = |form: &str, said: &str| form == said || apostrophe.is_some() && is_but_for_apostrophes(form, said);
    let whole = WHOLE.iter().find(|(form, _)| same(form, word));
    if let Some((_, parts)) = whole {
        return [parts.first().copied(), parts.get(1).copied()];
    }
    for (end, meaning) in ENDS {
        let len = end.len() + apostrophe.map_or(0, |_| '’'.len_utf8() - 1);
        let start = word.len().checked_sub(len).filter(|start| *start > 0);
        if let Some(start) = start.filter(|start| word.get(*start..).is_some_and(|tail| same(end, tail))) {
            return [Some(&word[..start]), Some(meaning)];
        }
    }
    [Some(word.trim_matches(['\'', '’', '-', '_'])).filter(|word| !word.is_empty()), None]
}

/// Whether `word` is `form` with a plain apostrophe for each of its own.
fn is_but_for_apostrophes(form: &str, word: &str) -> bool {
    form.chars().eq(word.chars().map(|c| if c == '’' { '\'' } else { c }))
}

/// `ill send` was heard for `I'll send`.
fn mend_ill(words: &mut Vec<Word>) {
    let mut at = 0;
    while at + 1 < words.len() {
        if words[at].text == "ill" && AFTER_ILL.contains(&words[at + 1].text) {
            words[at].text = "i";
            words.insert(at + 1, Word { text: "will", apart: false, ..words[at] });
        }
        at += 1;
    }
}
