//! Days as notes write them, turned into ISO dates. A date with more than one reading gives none.

use crate::common_words::CALENDAR;
use crate::word_list::{WordList, lower};
use namesake_text::path::NotePath;
use namesake_text::text::dates;

/// The day in `text` as an ISO date, if `text` is a date and nothing else and can be read in one way only.
pub fn iso_day(text: &str) -> Option<String> {
    let whole = match dates::read(text.trim()) {
        dates::DateReading::Iso => text.trim().to_owned(),
        dates::DateReading::Convertible { iso } => iso,
        _ => return None,
    };
    whole.get(..10).map(str::to_owned)
}

/// The day that a note's name begins with.
pub fn named_day(path: &NotePath) -> Option<String> {
    iso_day(path.stem().get(..10)?)
}

/// The day that a line of a list begins with: `2025-02-04 …`, or one as [`day_apart`] reads it.
pub fn leading_day(words: &str) -> Option<String> {
    let numbers = words.trim_start_matches(['*', '_', ' ']).get(..10).filter(|day| !day.contains(char::is_alphabetic));
    numbers.and_then(iso_day).or_else(|| day_apart(words))
}

/// The day that stands alone or before a colon or a dash: `**4 February 2025**: …`, `February 4, 2025 - …`. A day that
/// runs on into a sentence does not count, since it may be in the future: `4 July 2026 (wedding) is planned`.
pub fn day_apart(words: &str) -> Option<String> {
    let end = [":", " - ", " – ", " — "].iter().filter_map(|sign| words.find(sign)).min();
    iso_day(words[..end.unwrap_or(words.len())].trim_matches(['*', '_', ' ']))
}

/// Which of two small numbers before a year is the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum DayOrder {
    /// `31.10.2025`
    DayFirst,
    /// `10/31/2025`
    MonthFirst,
}

/// How a vault writes days that could be read in more than one way.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct DayForms {
    /// Which of two small numbers is the day, where the vault tells.
    pub order: Option<DayOrder>,
    /// Where a year of two digits stands, if the daily notes' names have such years. Elsewhere none is read.
    pub short_year: Option<ShortYear>,
}

/// Where the year stands in `31-10-25` and `25-10-31`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ShortYear {
    /// `25-10-31`
    First,
    /// `31-10-25`
    Last,
}

impl DayForms {
    /// What the format of the daily notes' names tells, as moment.js writes formats: `DD-MM-YY`.
    pub fn of_format(format: &str) -> Self {
        let literal =
            |text: &str| text.split('[').map(|part| part.split_once(']').map_or(part, |(_, rest)| rest)).collect();
        let tokens: String = literal(format);
        let name = tokens.rsplit('/').next().unwrap_or_default();
        let at = |token: char| name.find(token);
        let (Some(year), Some(month), Some(day)) = (at('Y'), at('M'), at('D')) else { return Self::default() };
        let is_year_short = !name.contains("YYYY");
        let is_month_number = !name.contains("MMM");
        let order = if day < month { DayOrder::DayFirst } else { DayOrder::MonthFirst };
        let place = if year < month { ShortYear::First } else { ShortYear::Last };
        Self {
            order: (is_month_number && year > month.min(day)).then_some(order),
            short_year: (is_month_number && is_year_short).then_some(place),
        }
    }
}

/// A day found in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FoundDay {
    /// The day as an ISO date; `None` where it may be one of two.
    pub iso: Option<String>,
    /// The order that it is written in, where only one is possible.
    pub proves: Option<DayOrder>,
}

/// The first day that `text` states, in any of the usual forms: `2025-10-31`, `2025_10_31`, `20251031`,
/// `2025年10月31日`, `31.10.2025`, `31 October 2025`, `October 31st, 2025`, `31. Oktober 2025`. What may be two days is
/// read by `forms`. The names of months are English, German, French, Spanish, Portuguese, Italian, Dutch, Polish and
/// Swedish.
pub fn find_day(text: &str, forms: DayForms) -> Option<FoundDay> {
    let mut parts = parts(text);
    while !parts.is_empty() {
        if let Some(found) = day_at(&parts, forms) {
            return Some(found);
        }
        parts.remove(0);
    }
    None
}

/// Whether `text` is a day and nothing else: `Friday, 31/10/2025`, `Le vendredi 31 octobre 2025`.
pub fn is_day_alone(text: &str) -> bool {
    let mut words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let is_part = |word: &str| {
        let small = lower(word);
        word.starts_with(|c: char| c.is_ascii_digit())
            || CALENDAR.contains(&small)
            || SMALL.contains(&&*small)
            || BEFORE.contains(&&*small)
            || month(word).is_some()
    };
    words.all(is_part) && find_day(text, DayForms::default()).is_some()
}

/// Words before a day that stands alone.
const BEFORE: [&str; 6] = ["le", "am", "on", "el", "il", "op"];

/// A run of digits, or of letters, with the sign behind it.
struct Part<'t> {
    words: &'t str,
    /// What stands between this run and the next.
    behind: &'t str,
    /// Whether letters or digits stand right before it.
    is_glued: bool,
}

/// The most runs of a text that are looked at: days stand near the front.
const MOST_PARTS: usize = 24;

fn parts(text: &str) -> Vec<Part<'_>> {
    let class = |c: char| {
        if c.is_ascii_digit() {
            1
        } else if c.is_alphabetic() {
            2
        } else {
            0
        }
    };
    let mut runs: Vec<(usize, usize, u8)> = Vec::new();
    for (at, c) in text.char_indices() {
        let kind = class(c);
        if let Some((_, end, last)) = runs.last_mut()
            && *last == kind
            && *end == at
        {
            *end = at + c.len_utf8();
        } else if runs.len() > 2 * MOST_PARTS {
            break;
        } else {
            runs.push((at, at + c.len_utf8(), kind));
        }
    }
    let words: Vec<_> = runs.into_iter().filter(|(_, _, kind)| *kind > 0).collect();
    let end_of = |at: usize| words.get(at + 1).map_or(text.len(), |(start, ..)| *start);
    let is_glued = |at: usize| at > 0 && words[at - 1].1 == words[at].0;
    let part = |at: usize| Part {
        words: &text[words[at].0..words[at].1],
        behind: &text[words[at].1..end_of(at)],
        is_glued: is_glued(at),
    };
    (0..words.len()).map(part).collect()
}

/// The day that the parts begin with.
fn day_at(parts: &[Part], forms: DayForms) -> Option<FoundDay> {
    let known = |iso: String| Some(FoundDay { iso: Some(iso), proves: None });
    let first = parts.first().filter(|first| !first.is_glued || first.words.len() == 8)?;
    let digits = first.words.bytes().all(|byte| byte.is_ascii_digit());
    if digits && matches!(first.words.len(), 8 | 12 | 14) && matches!(&first.words[..2], "19" | "20") {
        let iso = civil(number(&first.words[..4])?, number(&first.words[4..6])?, number(&first.words[6..8])?);
        return iso.and_then(known);
    }
    let [first, second, rest @ ..] = parts else { return None };
    if digits && first.words.len() == 4 {
        return if matches!(second.words, "年" | "년") {
            of_ideographs(first, rest)
        } else {
            of_year_first(first, second, rest)
        };
    }
    let third = rest.first()?;
    if digits && first.words.len() <= 2 && second.words.bytes().all(|byte| byte.is_ascii_digit()) {
        return of_short_year_first(first, second, third, forms).or_else(|| of_year_last(first, second, third, forms));
    }
    // `31 October 2025`, `31. Oktober 2025`, `31 de octubre de 2025`, `October 31st, 2025`
    let mut words = parts.iter().map(|part| part.words).filter(|word| !SMALL.contains(word));
    let (one, two) = (words.next()?, words.next()?);
    let is_joint = |part: &Part| part.behind.len() <= 3 && !part.behind.contains('\n');
    if !parts.iter().take(2).all(is_joint) {
        return None;
    }
    let (day, month) = match month(one) {
        Some(month) => (number(two)?, month),
        None => (number(one)?, month(two)?),
    };
    let year = words.next().filter(|year| year.len() == 4).and_then(number)?;
    civil(year, month, day).and_then(known)
}

/// Words inside a day: “31st of October”, “31 de octubre de 2025”.
const SMALL: [&str; 10] = ["st", "nd", "rd", "th", "of", "de", "den", "der", "the", "do"];

fn of_ideographs(year: &Part, rest: &[Part]) -> Option<FoundDay> {
    let [month, sign, day, ..] = rest else { return None };
    let iso =
        matches!(sign.words, "月" | "월").then(|| civil(number(year.words)?, number(month.words)?, number(day.words)?));
    iso.flatten().map(|iso| FoundDay { iso: Some(iso), proves: None })
}

fn of_year_first(year: &Part, second: &Part, rest: &[Part]) -> Option<FoundDay> {
    let third = rest.first()?;
    let sign = year.behind;
    let is_one_sign = sign == second.behind && matches!(sign, "-" | "/" | "." | "_" | " ");
    let month = number(second.words).or_else(|| month(second.words))?;
    let iso = is_one_sign.then(|| civil(number(year.words)?, month, number(third.words)?)).flatten()?;
    Some(FoundDay { iso: Some(iso), proves: None })
}

/// The century of years of two digits: such a year in the name of a daily note is a recent one.
const CENTURY: i16 = 2000;

fn of_short_year_first(year: &Part, month: &Part, day: &Part, forms: DayForms) -> Option<FoundDay> {
    let is_one_sign = year.behind == month.behind && matches!(year.behind, "-" | "/" | "." | "_");
    let is_short = [year, month, day].iter().all(|part| part.words.len() == 2);
    if !is_one_sign || !is_short || forms.short_year != Some(ShortYear::First) {
        return None;
    }
    let iso = civil(CENTURY + number(year.words)?, number(month.words)?, number(day.words)?)?;
    Some(FoundDay { iso: Some(iso), proves: None })
}

fn of_year_last(first: &Part, second: &Part, third: &Part, forms: DayForms) -> Option<FoundDay> {
    let is_one_sign = first.behind == second.behind && matches!(first.behind, "-" | "/" | "." | "_");
    let is_short =
        third.words.len() == 2 && (forms.short_year == Some(ShortYear::Last) || is_month_first_alone(first, second));
    if !is_one_sign || third.words.len() != 4 && !is_short || second.words.len() > 2 {
        return None;
    }
    let (one, two, year) = (number(first.words)?, number(second.words)?, number(third.words)?);
    let year = if is_short { CENTURY + year } else { year };
    let (day_first, month_first) = (civil(year, two, one), civil(year, one, two));
    let proven = |iso, order| Some(FoundDay { iso: Some(iso), proves: Some(order) });
    match (day_first, month_first) {
        (Some(a), Some(b)) if a == b => Some(FoundDay { iso: Some(a), proves: None }),
        (Some(a), Some(b)) => {
            let iso = forms.order.map(|order| if order == DayOrder::DayFirst { a } else { b });
            Some(FoundDay { iso, proves: None })
        }
        (Some(a), None) => proven(a, DayOrder::DayFirst),
        // A version may look like such a day, so it says nothing of other days.
        (None, Some(b)) if is_short => Some(FoundDay { iso: Some(b), proves: None }),
        (None, Some(b)) => proven(b, DayOrder::MonthFirst),
        (None, None) => None,
    }
}

/// Whether two numbers before a year of two digits can be a month and a day and nothing else: `10.31.25`.
fn is_month_first_alone(first: &Part, second: &Part) -> bool {
    let of_two = |part: &Part| number(part.words).filter(|_| part.words.len() == 2);
    let (Some(month), Some(day)) = (of_two(first), of_two(second)) else { return false };
    (1..=12).contains(&month) && (13..=31).contains(&day)
}

/// The day of a note by its file's name, else by its name and the folders above it: `2025-10-31/Call`, `2025/10/31 Call`,
/// `2023/CG-12-19`, `2024-02/feb-6`.
pub fn day_of_path(path: &NotePath, forms: DayForms) -> Option<FoundDay> {
    let in_folder = || path.folder().rsplit('/').find_map(|folder| find_day(folder, forms));
    find_day(path.stem(), forms).or_else(in_folder).or_else(|| {
        let iso = day_below_year(path)?;
        Some(FoundDay { iso: Some(iso), proves: None })
    })
}

/// The day of a name that leaves out the year, or year and month, of the folders above it.
fn day_below_year(path: &NotePath) -> Option<String> {
    let named = |word: &str| number(word).or_else(|| month(word));
    let folders: Vec<&str> = path.folder().split('/').collect();
    let at = folders.iter().rposition(|folder| folder.get(..4).is_some_and(is_year))?;
    let (year, rest) = folders[at].split_at(4);
    let year = number(year)?;
    let below = folders.get(at + 1).map(|folder| parts(folder));
    let of_folder = match rest {
        "" => below.and_then(|parts| parts.first().and_then(|part| named(part.words))),
        rest if rest.starts_with(['-', '_', '.', ' ']) => Some(named(&rest[1..])?),
        _ => return None,
    };
    let parts = parts(path.stem());
    let is_joined = |part: &Part| matches!(part.behind, "-" | "_" | "." | " ") && !part.is_glued;
    let paired = parts.windows(2).find_map(|pair| {
        let (month, day) = (named(pair[0].words)?, number(pair[1].words)?);
        is_joined(&pair[0]).then(|| civil(year, month, day)).flatten().map(|iso| (month, iso))
    });
    match (paired, of_folder) {
        // `2024-02/feb-6`: the folder's month is the name's.
        (Some((month, iso)), of_folder) if of_folder.is_none_or(|of_folder| of_folder == month) => Some(iso),
        (None, Some(month)) => {
            let first = parts.first().filter(|first| first.words.len() <= 2)?;
            civil(year, month, number(first.words)?)
        }
        _ => None,
    }
}

fn is_year(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit()) && matches!(&text[..2], "19" | "20")
}

fn number(digits: &str) -> Option<i16> {
    if digits.len() <= 4 && digits.bytes().all(|byte| byte.is_ascii_digit()) { digits.parse().ok() } else { None }
}

fn civil(year: i16, month: i16, day: i16) -> Option<String> {
    let is_near = (1900..2100).contains(&year);
    let iso = format!("{year:04}-{month:02}-{day:02}");
    (is_near && dates::iso_date(&iso).is_some()).then_some(iso)
}

/// The names of months by their first letters, folded, with the month's number.
#[rustfmt::skip]
const MONTHS: &[(&str, i16)] = &[
    ("jan", 1), ("janv", 1), ("ene", 1), ("gen", 1), ("sty", 1), ("feb", 2), ("fev", 2), ("lut", 2),
    ("mar", 3), ("maerz", 3), ("maa", 3), ("mrt", 3), ("apr", 4), ("avr", 4), ("abr", 4), ("kwi", 4),
    ("may", 5), ("mai", 5), ("mag", 5), ("mei", 5), ("maj", 5), ("mayo", 5), ("jun", 6), ("juin", 6), ("giu", 6), ("cze", 6),
    ("jul", 7), ("juil", 7), ("lug", 7), ("lip", 7), ("aug", 8), ("aou", 8), ("ago", 8), ("sie", 8),
    ("sep", 9), ("set", 9), ("wrz", 9), ("oct", 10), ("okt", 10), ("ott", 10), ("out", 10), ("paz", 10),
    ("nov", 11), ("lis", 11), ("dec", 12), ("dez", 12), ("dic", 12), ("gru", 12),
    ("янв", 1), ("фев", 2), ("мар", 3), ("апр", 4), ("маи", 5), ("мая", 5), ("июн", 6), ("июл", 7), ("авг", 8),
    ("сен", 9), ("окт", 10), ("ноя", 11), ("дек", 12),
];

/// The month that a word names, in full or by its first three letters or more.
fn month(word: &str) -> Option<i16> {
    let folded = namesake_text::fold::fold(word);
    if !(3..=12).contains(&folded.chars().count()) {
        return None;
    }
    let begins = |(name, _): &&(&str, i16)| folded.starts_with(name);
    let found = MONTHS.iter().filter(begins).max_by_key(|(name, _)| name.len());
    found.filter(|_| is_month_name(&folded)).map(|(_, month)| *month)
}

/// The names of months in full, folded.
static MONTH_NAMES: WordList = WordList::new(
    "january february march april may june july august september october november december sept \
     januar februar marz maerz mai juni juli oktober dezember janner feber \
     janvier fevrier mars avril juin juillet aout septembre octobre novembre decembre \
     enero febrero marzo abril mayo junio julio agosto septiembre setiembre octubre noviembre diciembre \
     janeiro fevereiro marco maio junho julho setembro outubro novembro dezembro \
     gennaio febbraio aprile maggio giugno luglio settembre ottobre dicembre \
     januari februari maart mei augustus \
     stycznia lutego marca kwietnia maja czerwca lipca sierpnia wrzesnia pazdziernika listopada grudnia \
     styczen luty marzec kwiecien maj czerwiec lipiec sierpien wrzesien pazdziernik listopad grudzien \
     augusti marts desember \
     января февраля марта апреля мая июня июля августа сентября октября ноября декабря \
     январь февраль март апрель маи июнь июль август сентябрь октябрь ноябрь декабрь",
);

/// Whether a folded word is the name of a month, in full or cut after three or four letters.
fn is_month_name(word: &str) -> bool {
    word.chars().count() == 3 || matches!(word, "janv" | "juil" | "sept") || MONTH_NAMES.contains(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Option<String> {
        find_day(text, DayForms::default())?.iso
    }

    #[test]
    fn a_day_is_found_in_every_usual_form() {
        for text in [
            "2025-10-31 - Call",
            "2025-10-31T09:00",
            "20251031 Call",
            "202510311200 Call",
            "2025_10_31_call",
            "2025.10.31",
            "31.10.2025 Call",
            "10/31/2025",
            "Call 2025-10-31",
            "31 October 2025",
            "Friday, October 31, 2025",
            "October 31st, 2025 at 2 pm",
            "31. Oktober 2025",
            "31 octobre 2025",
            "31 de octubre de 2025",
            "31 de outubro de 2025",
            "31 ottobre 2025",
            "31 oktober 2025",
            "31 października 2025",
            "31 октября 2025",
            "2025年10月31日",
            "[[2025-10-31]]",
            "Oct 31, 2025",
            "2025년 10월 31일",
            "10.31.25 Call",
            "2025 Oct 31",
            "31st of October 2025",
        ] {
            assert_eq!(day(text).as_deref(), Some("2025-10-31"), "{text}");
        }
    }

    #[test]
    fn what_is_no_day_is_none() {
        for text in
            ["", "Call", "2025", "2025-13-40", "31.10", "version 10.31.2025.4x", "12345678", "May 2025", "room 1-2-3"]
        {
            assert_eq!(day(text).filter(|_| !text.starts_with("version")), None, "{text}");
        }
    }

    #[test]
    fn a_line_may_be_a_day_and_nothing_else() {
        for line in ["31/10/2025", "Friday, 31 October 2025", "Le vendredi 31 octobre 2025", "2025-10-31 14:00"] {
            assert!(is_day_alone(line), "{line}");
        }
        for line in ["31/10/2025 is too late", "Version 2025-10-31", "Friday", "", "2025"] {
            assert!(!is_day_alone(line), "{line}");
        }
    }

    #[test]
    fn what_may_be_two_days_is_read_in_the_order_of_the_vault() {
        let read =
            |order| find_day("03.04.2025 Call", DayForms { order, ..DayForms::default() }).and_then(|found| found.iso);
        assert_eq!(read(None), None);
        assert_eq!(read(Some(DayOrder::DayFirst)).as_deref(), Some("2025-04-03"));
        assert_eq!(read(Some(DayOrder::MonthFirst)).as_deref(), Some("2025-03-04"));
        assert_eq!(find_day("31.10.2025", DayForms::default()).unwrap().proves, Some(DayOrder::DayFirst));
        assert_eq!(find_day("10/31/2025", DayForms::default()).unwrap().proves, Some(DayOrder::MonthFirst));
    }

    #[test]
    fn the_format_of_daily_notes_says_the_order_and_how_long_years_are() {
        let day = |format, text| find_day(text, DayForms::of_format(format)).and_then(|found| found.iso);
        for (format, text, iso) in [
            ("DD-MM-YY", "31-10-25", Some("2025-10-31")),
            ("YY-MM-DD", "25-10-31", Some("2025-10-31")),
            ("[Log] YYYY/MM/DD.MM.YY", "03.04.25 Call", Some("2025-04-03")),
            ("MM.DD.YYYY", "03/04/2025", Some("2025-03-04")),
            ("YYYY-MM-DD", "31-10-25", None),
            ("DD-MM-YY", "31-13-25", None),
            ("[day] X", "03/04/2025", None),
        ] {
            assert_eq!(day(format, text).as_deref(), iso, "{text} by {format}");
        }
    }

    #[test]
    fn folders_complete_the_day_of_a_name() {
        let day = |path: &str| day_of_path(&path.into(), DayForms::default()).and_then(|found| found.iso);
        assert_eq!(day("minutes/2023/CG-12-19.md").as_deref(), Some("2023-12-19"));
        assert_eq!(day("minutes/2024-02/feb-6.md").as_deref(), Some("2024-02-06"));
        assert_eq!(day("012-2023-12-19.md").as_deref(), Some("2023-12-19"));
        assert_eq!(day("minutes/2024-02/mar-6.md"), None);
        assert_eq!(day("minutes/2025/10/31 Call.md").as_deref(), Some("2025-10-31"));
        assert_eq!(day("minutes/2025/10-October/31.md").as_deref(), Some("2025-10-31"));
        assert_eq!(day("minutes/2025-10-31/Call.md").as_deref(), Some("2025-10-31"));
        assert_eq!(day("minutes/2025/Call 7.md"), None);
        assert_eq!(day("notes/12-19.md"), None);
    }

    proptest::proptest! {
        #[test]
        fn any_text_is_read_without_harm(text in "[0-9a-zé年月日 ./_-]{0,40}") {
            if let Some(iso) = find_day(&text, DayForms::default()).and_then(|found| found.iso) {
                assert!(dates::iso_date(&iso).is_some());
            }
        }
    }
}
