//! Whether a person's note holds two people, by what it says itself, and which of the two its pieces are about. What
//! follows from that is left to the rule and to the split.

mod companies;
mod piece;
mod spelling;
mod stated;
mod subjects;

use std::collections::BTreeSet;

use crate::person::bullets::block_id;
use crate::vault::Vault;
use companies::Employers;
use namesake_language::{Said, say};
use namesake_names::fold;
use namesake_note::note::{Kind, Note};
use namesake_text::path::NotePath;
use namesake_text::text::dates::iso_date;
use namesake_text::text::plain;
use piece::folded_words;
pub use piece::{Piece, Whose};
use spelling::{NameWords, Spelling};
use stated::{BIRTHDAY, MAIL, SITES, handle, mails, profiles};
use subjects::other_subjects;

/// What a note says of a second person in it.
#[derive(Debug, Clone, Default)]
pub struct TwoPeople {
    /// The other one's name, if anything says it.
    pub other: Option<String>,
    /// What speaks for a second person.
    pub signs: Vec<Sign>,
    own: NameWords,
    theirs: NameWords,
    employers: Employers,
}

/// Something that speaks for a second person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sign {
    kind: SignKind,
    /// One sentence for the user.
    pub sentence: Said,
}

/// Signs of one kind have the same innocent explanation, so they count once.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum SignKind {
    /// E-mail addresses. A changed surname explains them.
    Address,
    /// Handles. A changed surname explains them as well; another first name does not.
    Handle,
    /// Lines about somebody of another full name.
    Subject,
    /// Two companies with two roles. A change of jobs explains them.
    Work,
    /// Two birthdays.
    Birthday,
}

impl TwoPeople {
    /// What `note` says of a second person. A note that is about no person says nothing.
    pub fn of(note: &Note, vault: &Vault) -> Self {
        Self::read(note, vault, None)
    }

    /// The same with a name for the other one that the user gives, even if the note lists it as an alias.
    pub fn called(note: &Note, vault: &Vault, name: &str) -> Self {
        let mut all = Self { other: Some(name.to_owned()), ..Self::read(note, vault, Some(name)) };
        all.name_of_other(note, vault);
        all
    }

    fn read(note: &Note, vault: &Vault, other: Option<&str>) -> Self {
        let Some(own) = own_names(note, vault, other) else { return Self::default() };
        let mut all = Self { own, ..Self::default() };
        let subjects = other_subjects(note, vault, &all.own);
        all.addresses(note);
        if let Some(first) = subjects.first() {
            let name = plain(first.name);
            let words = NameWords::of([name.as_str()]);
            let agrees =
                |other: &String| other.split_whitespace().next_back().is_some_and(|last| words.is_like(&fold(last)));
            // Two other names would be three people, which is more likely noise.
            if all.other.as_ref().is_none_or(agrees) {
                let line = note.slice(first.words);
                let line = plain(&line[..line.len() - block_id(line).map_or(0, str::len)]);
                let sentence = say!("A line is about {name}: “{line}”", name, line = shortened(&line));
                all.signs.push(Sign { kind: SignKind::Subject, sentence });
                all.other = Some(name);
            }
        }
        all.signs.extend(birthdays(note));
        // Most notes show no sign, and what follows asks the whole vault.
        if !all.signs.is_empty() {
            all.name_of_other(note, vault);
            let sentence = companies::two_at_once(note, vault);
            all.signs.extend(sentence.map(|sentence| Sign { kind: SignKind::Work, sentence }));
        }
        all
    }

    /// Whether signs of two kinds speak for a second person. One alone has too many other explanations: a private
    /// address, a second job, a slip of the pen.
    pub fn is_likely(&self) -> bool {
        let has_other_first = || {
            let other = self.other.as_deref().and_then(|name| name.split_whitespace().next()).map(fold);
            other.is_some_and(|first| first.chars().count() > 1 && !self.own.is_first(&first))
        };
        let kind = |sign: &Sign| match sign.kind {
            SignKind::Handle if !has_other_first() => SignKind::Address,
            kind => kind,
        };
        self.signs.iter().map(kind).collect::<BTreeSet<_>>().len() > 1
    }

    /// Whom the piece is about, with the reason in a sentence for the user.
    pub fn whose(&self, vault: &Vault, piece: &Piece) -> (Whose, Said) {
        let (own, theirs) = (&self.own, &self.theirs);
        let name = self.other.as_deref().unwrap_or_default();
        let found = [
            self.spelt(piece),
            self.named(piece.words, || say!("It names {name}.", name)),
            self.employers.whose(piece),
            piece.links.iter().find_map(|link| Self::listed(vault, link, own, theirs)),
        ];
        let found: Vec<(Whose, Said)> = found.into_iter().flatten().collect();
        let first = found.iter().find(|(whose, _)| *whose != Whose::Open);
        let is_one = first.is_some_and(|(first, _)| found.iter().all(|(whose, _)| whose == first));
        match first {
            Some((whose, reason)) if is_one => (*whose, reason.clone()),
            None if found.is_empty() => (Whose::Open, say!("Nothing in it says whose it is.")),
            _ => (Whose::Open, say!("It agrees with both.")),
        }
    }

    fn addresses(&mut self, note: &Note) {
        let mut sign = |kind, written: Vec<(String, String)>| {
            let fits = written.iter().find(|(local, _)| self.own.spelling(local) == Spelling::Fits);
            let other = written.iter().find_map(|(local, whole)| match self.own.spelling(local) {
                Spelling::Another(name) => Some((name, whole)),
                _ => None,
            });
            let (Some((_, own)), Some((name, whole))) = (fits, other) else { return };
            let (other, own) = (plain(whole), plain(own));
            let sentence = match kind {
                SignKind::Handle => {
                    say!("The profile “{other}” says {name}, and “{own}” fits this note.", other, name, own)
                }
                _ => say!("The address “{other}” says {name}, and “{own}” fits this note.", other, name, own),
            };
            self.signs.push(Sign { kind, sentence });
            self.other.get_or_insert(name);
        };
        let local = |mail: String| mail.split_once('@').map(|(local, _)| (local.to_owned(), mail.clone()));
        let stated: Vec<String> = MAIL.values(note).iter().flat_map(|value| mails(value)).collect();
        sign(SignKind::Address, stated.into_iter().filter_map(local).collect());
        for site in &SITES {
            let handles = site.values(note).into_iter().filter_map(|value| Some((handle(&value)?.to_owned(), value)));
            sign(SignKind::Handle, handles.collect());
        }
    }

    fn name_of_other(&mut self, note: &Note, vault: &Vault) {
        self.theirs = NameWords::of(self.other.as_deref());
        self.employers = Employers::of(note, vault, &self.own, &self.theirs);
    }

    /// Whose name `words` hold.
    fn named(&self, words: &str, theirs: impl Fn() -> Said) -> Option<(Whose, Said)> {
        let folded = folded_words(words);
        let has = |names: &NameWords, others: &NameWords| {
            let is_surname = |word: &String| {
                let mut surnames = names.surnames();
                surnames.any(|own| own == word && own.chars().count() > 2) && !others.knows(word)
            };
            names.are_in(&folded) && !others.are_in(&folded) || folded.iter().any(is_surname)
        };
        match (has(&self.own, &self.theirs), has(&self.theirs, &self.own)) {
            (true, true) => Some((Whose::Open, Said::default())),
            (true, false) => Some((Whose::Own, say!("It names this person."))),
            (false, true) => Some((Whose::Theirs, theirs())),
            (false, false) => None,
        }
    }

    /// Whose name the addresses and handles in a piece spell.
    fn spelt(&self, piece: &Piece) -> Option<(Whose, Said)> {
        let all: Vec<String> = mails(piece.words).collect();
        let locals = all.iter().filter_map(|mail| mail.split_once('@').map(|(local, _)| local));
        let is_site = |key: &str| SITES.iter().any(|site| site.is_called(key));
        let handle = piece.property.filter(|key| is_site(key)).and_then(|_| handle(piece.words));
        let fits = |names: &NameWords, written: &str| names.spelling(written) == Spelling::Fits;
        let mut found = locals.chain(profiles(piece.words)).chain(handle).filter_map(|written| {
            match (fits(&self.own, written), fits(&self.theirs, written)) {
                (true, false) => Some((Whose::Own, say!("Its address is made of this person's name."))),
                (false, true) => Some((Whose::Theirs, say!("Its address is made of the other one's name."))),
                _ => None,
            }
        });
        let first = found.next()?;
        if found.any(|(whose, _)| whose != first.0) { Some((Whose::Open, Said::default())) } else { Some(first) }
    }

    /// Which of the two the meeting at `path` lists.
    fn listed(vault: &Vault, path: &NotePath, own: &NameWords, theirs: &NameWords) -> Option<(Whose, Said)> {
        let listed: Vec<Vec<String>> =
            vault.meeting(path)?.participants.iter().map(|written| folded_words(written)).collect();
        // A link may lead to this very note and show the other one.
        let is_theirs = |words: &Vec<String>| theirs.are_in(words);
        let is_both = listed.iter().any(|words| own.are_in(words) && !is_theirs(words));
        let found = listed.iter().any(is_theirs) && !is_both;
        found.then(|| (Whose::Theirs, say!("“{note}” lists the other one.", note = path.stem())))
    }
}

/// Words after which a note says what somebody was called before.
const FORMERLY: [&str; 12] = [
    "née ",
    "Née ",
    "nee ",
    "born ",
    "Born ",
    "geb. ",
    "Geb. ",
    "geborene ",
    "Geborene ",
    "formerly ",
    "Formerly ",
    "aiden name: ",
];

/// The names of the person that the note is about, former ones too, without the name of the `other` one.
fn own_names(note: &Note, vault: &Vault, other: Option<&str>) -> Option<NameWords> {
    let person = vault.person(&note.path).filter(|_| note.kind == Kind::Person)?;
    let first = person.names.iter().find_map(|name| name.split_whitespace().next()).unwrap_or_default();
    let behind =
        FORMERLY.iter().flat_map(|cue| note.text.match_indices(cue).map(|(at, cue)| &note.text[at + cue.len()..]));
    let word =
        |rest: &str| rest.split(|c: char| !c.is_alphanumeric() && c != '-').next().unwrap_or_default().to_owned();
    let former = behind.map(word).filter(|word| word.starts_with(char::is_uppercase));
    let former: Vec<String> = former.map(|last| format!("{first} {last}")).collect();
    let is_own = |name: &&str| other.is_none_or(|other| fold(other) != fold(name));
    Some(NameWords::of(person.names.iter().chain(&former).map(String::as_str).filter(is_own)))
}

/// The sign of two birthdays. Only days that no slip of one sign or turn of day and month makes of each other count.
fn birthdays(note: &Note) -> Option<Sign> {
    let stated = BIRTHDAY.values(note);
    let days: Vec<_> = stated.iter().filter_map(|value| Some((iso_date(value)?, value))).collect();
    let differ = |a: &str, b: &str| a[5..].bytes().zip(b[5..].bytes()).filter(|(a, b)| a != b).count() > 1;
    let turned = |a: &str, b: &str| a[5..7] == b[8..] && a[8..] == b[5..7];
    let (_, one) = days.first()?;
    let (_, other) = days.iter().find(|(_, other)| differ(one, other) && !turned(one, other))?;
    Some(Sign { kind: SignKind::Birthday, sentence: say!("Two birthdays are stated: {one} and {other}.", one, other) })
}

/// The most characters of a line that evidence shows.
const LONGEST: usize = 80;

fn shortened(line: &str) -> String {
    match line.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", line[..end].trim_end()),
        None => line.to_owned(),
    }
}
