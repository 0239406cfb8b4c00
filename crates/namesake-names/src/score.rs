//! One candidate weighed against a mention: levels of agreement and their bits. Competition between candidates is left
//! to `resolve`, bounds to `principles`, plain words to `evidence`.

use std::cell::{OnceCell, RefCell};

use super::compare::{Clue, ContextClass, Level, first_name_level, level};
use super::context::Context;
use super::index::NameIndex;
use super::key;
use super::mention::{FullName, Mention, Reading};
use super::nicknames::{family, is_short_form};
use super::ordinal::Ordinal;
use super::ordinary::is_everybody;
use super::postings::Id;
use super::question::Question;
use super::record::{Form, Record};
use super::sound::Part;
use super::weights::{self, exact_share};
use namesake_text::fold::fold;
use namesake_text::path::NotePath;

/// A mention prepared for being compared with many people.
pub struct Probe {
    /// The mention, taken apart.
    pub mention: Mention,
    /// All that is written, folded.
    pub folded: String,
    /// For each reading its first name.
    pub firsts: Vec<FirstName>,
    /// The key of the company beside the name, if the vault knows it.
    pub company: Option<String>,
    /// The keys of all companies that were looked up: the answer depends on whether they are known.
    pub asked: Vec<String>,
    /// For each reading how common its parts are. Most candidates have one of these parts.
    shares: Vec<Shares>,
    together: OnceCell<Option<Part>>,
    is_of_other_words: bool,
}

/// The first name of a reading, to be compared with those of many people.
#[derive(Default)]
pub struct FirstName {
    /// The names that belong together with it, sorted.
    pub family: Vec<&'static str>,
    /// The name compared last and its level: most forms of one person share their first name.
    compared: RefCell<Option<(Part, Level)>>,
}

impl FirstName {
    fn of(reading: &Reading) -> Self {
        match reading {
            Reading::Full(FullName { first: written, .. }) | Reading::Lone { word: written, .. } => {
                Self { family: family(written.text()), ..Self::default() }
            }
            Reading::Initials { .. } | Reading::Handle(_) => Self::default(),
        }
    }

    /// `written` is the first name of this reading, the same at every call.
    fn level(&self, written: &Part, known: &Part) -> Level {
        let mut compared = self.compared.borrow_mut();
        match &*compared {
            Some((part, level)) if part.is(known) => *level,
            _ => compared.insert((known.clone(), first_name_level(written, &self.family, known))).1,
        }
    }
}

/// The parts of a reading, each with the share of people who bear it.
#[derive(Default)]
struct Shares {
    first: Option<(Part, f64)>,
    last: Option<(Part, f64)>,
}

impl Shares {
    fn of(reading: &Reading, index: &NameIndex) -> Self {
        let (first, last) = match reading {
            Reading::Full(full) => (&full.first, &full.last),
            Reading::Lone { word, .. } => (word, word),
            Reading::Initials { .. } | Reading::Handle(_) => return Self::default(),
        };
        let shares = (index.first_name_share(first.text()), index.surname_share(last.text()));
        Self { first: Some((first.clone(), shares.0)), last: Some((last.clone(), shares.1)) }
    }
}

/// How a candidate agrees with a mention, and the bits of that.
pub struct Score<'a> {
    pub id: Id,
    pub class: ContextClass,
    pub reading: &'a Reading,
    pub form: &'a Form,
    pub first: Level,
    pub last: Level,
    pub middle: Clue,
    pub company: Clue,
    /// Whether the place among namesakes behind the written name is one that the person's names state.
    pub ordinal: Clue,
    pub named_already: bool,
    /// Whether the name stands alone where somebody is spoken to, and this person speaks right before or after.
    pub called: bool,
    /// Whether one of the person's names is written so, title and all.
    pub is_spelled: bool,
    pub bits: Bits,
    /// All of them together.
    pub total: f64,
}

/// Initials that are also abbreviations used at work.
const ABBREVIATIONS: &str =
    "ad ae ai ap ar cs db er eu fm gm hq hr id im ip ir is it me op pa pc pe pm po pr qa rd tv ui uk un us ux va vc vp";

impl Score<'_> {
    /// Whether the name may be another person's: a part is only similar to what was written, or is a form of it that is
    /// a name of its own as well.
    pub fn is_misheard(&self) -> bool {
        let is_another = match self.reading {
            Reading::Full(FullName { first, .. }) | Reading::Lone { word: first, .. } => {
                self.first == Level::Nickname && !is_short_form(first.text(), self.form.first.text())
            }
            Reading::Initials { first, last } => {
                ABBREVIATIONS.split(' ').any(|known| known.chars().eq([*first, *last]))
            }
            Reading::Handle(_) => false,
        };
        is_another || self.first.is_misheard() || self.last.is_misheard()
    }
}

/// The bits of each clue.
#[derive(Clone, Copy, Default)]
pub struct Bits {
    pub class: f64,
    pub first: f64,
    pub last: f64,
    pub middle: f64,
    pub company: f64,
    pub named: f64,
    pub called: f64,
}

impl Bits {
    fn total(self) -> f64 {
        self.class + self.first + self.last + self.middle + self.company + self.named + self.called
    }
}

impl Probe {
    /// Takes a written form apart.
    pub fn new(text: &str, index: &NameIndex) -> Self {
        let asked = RefCell::new(Vec::new());
        let known = |name: &str| {
            let key = NameIndex::company_key(name)?;
            asked.borrow_mut().push(key.clone());
            index.knows_company(&key).then_some(key)
        };
        let part = |folded| index.part_of(folded);
        let mut mention = super::mention::parse(text, &|name| known(name).is_some(), &part);
        // A comma says which is the family.
        if !text.contains(',') {
            mention.readings.extend(turned(&mention, index).map(Reading::Full));
        }
        let firsts = mention.readings.iter().map(FirstName::of).collect();
        let company = mention.company.as_deref().and_then(known);
        let shares = mention.readings.iter().map(|reading| Shares::of(reading, index)).collect();
        let is_small = |word: &str| word.starts_with(char::is_lowercase);
        let is_of_other_words = text.split_whitespace().count() > 2 || text.split_whitespace().any(is_small);
        Self {
            mention,
            folded: fold(text),
            firsts,
            company,
            asked: asked.into_inner(),
            shares,
            together: OnceCell::new(),
            is_of_other_words,
        }
    }

    /// Whether what is written does not look like a name of two words: it has more of them, or small letters.
    pub const fn is_of_other_words(&self) -> bool {
        self.is_of_other_words
    }

    /// All words of a full name as one part.
    pub fn together(&self) -> Option<&Part> {
        let whole = |reading: &Reading| match reading {
            Reading::Full(full) if full.whole => Part::new(full.full.clone()),
            _ => None,
        };
        self.together.get_or_init(|| self.mention.readings.iter().find_map(whole)).as_ref()
    }

    /// The levels of one reading against one form.
    pub fn levels(&self, reading: usize, record: &Record, form: &Form) -> (Level, Level) {
        let name = &self.firsts[reading];
        match &self.mention.readings[reading] {
            Reading::Full(full) => full_levels(full, name, form),
            Reading::Lone { word, titled } => lone_levels(word, *titled, name, form),
            Reading::Initials { first, last } => {
                let surname = form.last.as_ref().map_or(Level::InitialConflict, |known| initial(*last, known));
                (initial(*first, &form.first), surname)
            }
            Reading::Handle(handle) => handle_levels(handle, record, form),
        }
    }
}

/// The name with its words in the other order, where somebody in the vault has exactly that one and nobody the written
/// one: `Thorne Abel`.
fn turned(mention: &Mention, index: &NameIndex) -> Option<FullName> {
    let is_there = |name: &str| !index.whole_posting(key::handle(name)).is_empty();
    let full = name_of_two(mention).filter(|full| !is_there(&full.full))?;
    Some(full.turned_round()).filter(|turned| is_there(&turned.full))
}

/// The key under which somebody of the turned name is looked up.
pub fn turned_key(mention: &Mention) -> Option<u64> {
    name_of_two(mention).map(|full| key::handle(&full.turned_round().full))
}

/// A name of a first name, a surname and nothing else.
fn name_of_two(mention: &Mention) -> Option<&FullName> {
    let Some(Reading::Full(full)) = mention.readings.first() else { return None };
    let is_bare = full.middle.is_none() && !full.first_is_initial && !full.last_is_initial;
    (is_bare && full.words.len() == 2).then_some(full)
}

fn full_levels(full: &FullName, name: &FirstName, form: &Form) -> (Level, Level) {
    if full.whole && form.whole && form.is(&full.full) {
        return (Level::Exact, if form.last.is_some() { Level::Exact } else { Level::Absent });
    }
    let first = if full.first_is_initial {
        initial(full.first.initial(), &form.first)
    } else {
        name.level(&full.first, &form.first)
    };
    let last = match &form.last {
        None => Level::Absent,
        Some(known) if full.last_is_initial => initial(full.last.initial(), known),
        Some(known) => level(&full.last, known),
    };
    (first, last)
}

fn lone_levels(word: &Part, titled: bool, name: &FirstName, form: &Form) -> (Level, Level) {
    let first = name.level(word, &form.first);
    let Some(known) = &form.last else {
        return (if first == Level::Exact { Level::Known } else { first }, Level::Absent);
    };
    let last = level(word, known);
    if titled || last.rank() > first.rank() { (Level::Absent, last) } else { (first, Level::Absent) }
}

fn handle_levels(handle: &Part, record: &Record, form: &Form) -> (Level, Level) {
    let known = form.is(handle.text()) || record.handles.contains(handle);
    let Some(last) = &form.last else {
        return (if known { Level::Known } else { Level::Contradicted }, Level::Absent);
    };
    if known {
        return (Level::Known, Level::Known);
    }
    if handle.text().strip_prefix(form.first.initial()) == Some(last.text()) {
        return (Level::Initial, Level::Exact);
    }
    let rest = handle.text().strip_prefix(form.first.text());
    if rest.is_some_and(|rest| rest.chars().eq([last.initial()])) {
        return (Level::Exact, Level::Initial);
    }
    match form.joined().map(|together| level(handle, together)) {
        Some(Level::Close | Level::Sound) => (Level::HandleClose, Level::HandleClose),
        _ => (Level::Contradicted, Level::Contradicted),
    }
}

fn initial(letter: char, known: &Part) -> Level {
    if known.initial() == letter { Level::Initial } else { Level::InitialConflict }
}

/// How a person's names agree with a mention.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Fit<'a> {
    reading: usize,
    form: &'a Form,
    first: Level,
    last: Level,
    middle: Clue,
    company: Clue,
}

/// The agreement of the best form; `None` where no form holds among the participants.
pub fn fit<'a>(probe: &Probe, record: &'a Record, participants: &[NotePath]) -> Option<Fit<'a>> {
    let mut best: Option<(f64, usize, &Form, Level, Level)> = None;
    for form in record.forms.iter().filter(|form| form.holds(participants)) {
        for reading in 0..probe.mention.readings.len() {
            let (first, last) = probe.levels(reading, record, form);
            let rank = first.rank() + last.rank();
            if best.as_ref().is_none_or(|(top, ..)| rank > *top) {
                best = Some((rank, reading, form, first, last));
            }
        }
    }
    let (_, reading, form, first, last) = best?;
    let middle = middle_clue(&probe.mention.readings[reading], record);
    let company = match &probe.company {
        Some(key) if !record.companies.is_empty() => clue(record.companies.contains(key)),
        _ => Clue::Absent,
    };
    Some(Fit { reading, form, first, last, middle, company })
}

/// Weighs one person against the mention; `None` where no form of the person holds here or the person is a namesake.
pub fn weigh<'a>(
    probe: &'a Probe,
    id: Id,
    question: &Question,
    context: &Context,
    index: &'a NameIndex,
) -> Option<Score<'a>> {
    let record = index.record(id)?;
    let ordinal = ordinal_clue(probe.mention.ordinal, record)?;
    let Fit { reading, form, first, last, middle, company } = fit(probe, record, question.participants)?;
    let (written, shares) = (&probe.mention.readings[reading], &probe.shares[reading]);
    let class = context.class(id);
    let another_surname = last.is_vague() || last == Level::Fair;
    let named_already = another_surname && question.named.contains(index.path(id));
    let is_one = matches!(written, Reading::Lone { word, .. } if !is_everybody(word.text()));
    let called = is_one && question.called.contains(index.path(id));
    // A name that stands alone means somebody present, unless a company beside it says who.
    let alone = matches!(written, Reading::Lone { .. } | Reading::Initials { .. }) && probe.company.is_none();
    let absent = alone && class > ContextClass::Neighbour && !question.participants.is_empty();
    let bits = Bits {
        class: context.bits(class) + if absent { weights::ALONE_ABSENT } else { 0.0 },
        first: first_bits(written, first, form, shares, index),
        last: last_bits(written, last, form, shares, index),
        middle: clue_bits(middle, weights::MIDDLE),
        company: clue_bits(company, weights::COMPANY),
        named: if named_already { weights::NAMED_ALREADY } else { 0.0 },
        called: if called { weights::CALLED } else { 0.0 },
    };
    let total = bits.total();
    let is_spelled = record.spellings.iter().any(|spelling| spelling.text() == probe.folded);
    Some(Score {
        id,
        class,
        reading: written,
        form,
        first,
        last,
        middle,
        company,
        ordinal,
        named_already,
        called,
        is_spelled,
        bits,
        total,
    })
}

/// `None` where the written place among namesakes is another one than the person's.
fn ordinal_clue(written: Option<Ordinal>, record: &Record) -> Option<Clue> {
    let Some(written) = written else { return Some(Clue::Absent) };
    if record.ordinals.is_empty() {
        // A letter may be an initial.
        let is_letter = matches!(written, Ordinal::Letter(_));
        return Some(if is_letter { Clue::Absent } else { Clue::Conflict });
    }
    record.ordinals.iter().any(|known| known.is(written)).then_some(Clue::Equal)
}

fn middle_clue(reading: &Reading, record: &Record) -> Clue {
    let Reading::Full(FullName { middle: Some(written), .. }) = reading else { return Clue::Absent };
    let mut known = record.forms.iter().filter_map(|form| form.middle).peekable();
    if known.peek().is_none() { Clue::Absent } else { clue(known.any(|middle| middle == *written)) }
}

fn clue(equal: bool) -> Clue {
    if equal { Clue::Equal } else { Clue::Conflict }
}

fn clue_bits(clue: Clue, bits: f64) -> f64 {
    match clue {
        Clue::Absent => 0.0,
        Clue::Equal => bits,
        Clue::Conflict => -bits,
    }
}

fn first_bits(reading: &Reading, level: Level, form: &Form, shares: &Shares, index: &NameIndex) -> f64 {
    let share = || match &shares.first {
        Some((part, share)) if *part == form.first => *share,
        _ => index.first_name_share(form.first.text()),
    };
    match (level, reading) {
        (Level::Exact, Reading::Lone { .. }) => (exact_share::LONE_FIRST / share()).log2(),
        (Level::Exact, _) => (exact_share::FULL / share()).log2(),
        (Level::Known, _) => (exact_share::KNOWN / share()).log2(),
        (_, Reading::Lone { .. }) => weights::lone_first_name(level),
        _ => weights::first_name(level),
    }
}

fn last_bits(reading: &Reading, level: Level, form: &Form, shares: &Shares, index: &NameIndex) -> f64 {
    let Some(last) = &form.last else { return 0.0 };
    let share = || match &shares.last {
        Some((part, share)) if part == last => *share,
        _ => index.surname_share(last.text()),
    };
    match (level, reading) {
        (Level::Exact, Reading::Lone { .. }) => (exact_share::LONE_SURNAME / share()).log2(),
        (Level::Exact, _) => (exact_share::FULL / share()).log2(),
        (Level::Known, _) => (exact_share::KNOWN / share()).log2(),
        (_, Reading::Lone { .. }) => weights::lone_surname(level),
        _ => weights::surname(level),
    }
}
