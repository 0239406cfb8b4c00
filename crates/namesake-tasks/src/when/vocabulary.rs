//! The words of due dates in one table, and the cutting of a text into words. The table mixes languages: where a word
//! means different things in two of them, the readers tell by its neighbours.

use namesake_text::fold::fold;
use namesake_text::text::Span;

/// A word or a number, with its place in the text in bytes.
#[derive(Debug, Clone, Copy)]
pub(super) struct Token {
    pub span: Span,
    pub word: Word,
}

/// What a word is to a due date. Days of the week count from Monday, 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Word {
    /// None of these.
    Other,
    /// Something is due by what follows.
    By,
    /// The same in German.
    Bis,
    /// The same, or a state lasts so long.
    Until,
    /// The same, or the day before.
    Before,
    /// Something takes place on what follows, or is due then.
    On,
    /// What follows is no due date: “since”, “every”, “early”.
    Barred,
    /// Says that the day before or after it has passed: “dernier”. “pasado mañana” is the day after tomorrow.
    Gone,
    /// Turns “until” and “before” round.
    Not,
    /// An article and the like, between the words that count.
    Filler,
    /// “of”.
    Of,
    /// This very day.
    Today,
    /// The day after.
    Tomorrow,
    /// The same, or the morning.
    Morgen,
    /// The day after that.
    AfterTomorrow,
    /// Of the week, month or day to come.
    Next,
    /// The same, and of a day of the week the first to come.
    Coming,
    /// Of the present week or month.
    This,
    /// “que viene”.
    Que,
    /// “que viene”.
    Viene,
    /// The end of what follows.
    End,
    /// “close of business”.
    Close,
    /// “close of business”.
    Business,
    /// The end of a day.
    EndDay,
    /// The end of the present one.
    EndOf(Unit),
    /// So much time from now, before the number.
    In,
    /// Not more time than follows.
    Within,
    /// One of them.
    Unit(Unit),
    /// Several.
    Units(Unit),
    /// A day of the week.
    Weekday(i8),
    /// One in three letters, or four.
    Short(i8),
    /// One in two letters, as in German.
    Kurz(i8),
    /// 1 to 12.
    Month(i8),
    /// A day of the month: “fifteenth”, `15th`.
    Ordinal(i8),
    /// A number in words.
    Count(i8),
    /// In digits.
    Number(u32),
    /// A time of day: “noon”, `10:00`, `5pm`.
    Time,
    /// A part of the day, behind it.
    Tail,
    /// Between two days it leaves open which.
    Or,
    /// A word behind which something else begins.
    Stop,
}

/// Stretches of time, the longest last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Unit {
    Day,
    Week,
    Month,
    Quarter,
    Year,
}

/// The words and numbers of `text`, in order. Letters around a hyphen or an apostrophe are one word (“year-end”,
/// “d’ici”, “Friday’s”), and so are the digits of a time.
pub(super) fn tokens(text: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut at = 0;
    while let Some(found) = text[at..].find(is_word) {
        let start = at + found;
        at = end_of_word(text, start);
        let span = Span::new(start, at);
        tokens.push(Token { span, word: word(span.of(text)) });
    }
    tokens
}

/// Whether `c` belongs to a word: a letter, a digit, or an accent that is a character of its own.
fn is_word(c: char) -> bool {
    c.is_alphanumeric() || ('\u{300}'..='\u{36f}').contains(&c)
}

fn end_of_word(text: &str, start: usize) -> usize {
    let mut end = start;
    loop {
        end += text[end..].find(|c| !is_word(c)).unwrap_or(text.len() - end);
        let mut after = text[end..].chars();
        let before = text[start..end].chars().next_back();
        let joins = match after.next() {
            Some('-' | '\'' | '’' | '\u{2010}' | '\u{2011}') => char::is_alphabetic,
            Some(':') => |c: char| c.is_ascii_digit(),
            _ => return end,
        };
        if !before.is_some_and(joins) || !after.next().is_some_and(joins) {
            return end;
        }
        end += text[end..].chars().next().map_or(0, char::len_utf8);
    }
}

fn word(text: &str) -> Word {
    if text.starts_with(|c: char| c.is_ascii_digit()) {
        return number(text);
    }
    // No word of the vocabulary is longer, also where its accents are characters of their own.
    if text.len() > 20 {
        return Word::Other;
    }
    let folded = fold(text);
    WORDS.binary_search_by(|(word, _)| (*word).cmp(folded.as_str())).map_or(Word::Other, |at| WORDS[at].1)
}

fn number(text: &str) -> Word {
    let (digits, ending) = text.split_at(text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len()));
    match ending {
        "" if digits.len() <= 4 => digits.parse().map_or(Word::Other, Word::Number),
        "st" | "nd" | "rd" | "th" | "er" | "e" | "ten" | "ter" => match digits.parse() {
            Ok(day @ 1..=31) => Word::Ordinal(day),
            _ => Word::Other,
        },
        "am" | "pm" | "h" | "Uhr" => Word::Time,
        _ if ending.starts_with(':') => Word::Time,
        _ => Word::Other,
    }
}

/// The words without accents, hyphens and apostrophes, in order.
#[rustfmt::skip]
const WORDS: &[(&str, Word)] = {
    use Unit as U;
    use Word as W;
    &[
        ("a", W::Count(1)), ("ab", W::Barred), ("abend", W::Tail), ("about", W::Barred), ("abril", W::Month(4)),
        ("acht", W::Count(8)), ("afgelopen", W::Barred), ("after", W::Barred), ("afternoon", W::Tail),
        ("agosto", W::Month(8)), ("am", W::On), ("amanha", W::Tomorrow), ("an", W::Count(1)), ("and", W::Stop),
        ("anfang", W::Barred), ("annee", W::Unit(U::Year)), ("anno", W::Unit(U::Year)), ("ano", W::Unit(U::Year)),
        ("antes", W::Before), ("aout", W::Month(8)), ("apr", W::Month(4)), ("apres", W::Barred),
        ("apresdemain", W::AfterTomorrow), ("april", W::Month(4)), ("aprile", W::Month(4)), ("around", W::Barred),
        ("at", W::Filler), ("ate", W::Until), ("au", W::Filler), ("aug", W::Month(8)), ("august", W::Month(8)),
        ("augustus", W::Month(8)), ("aujourdhui", W::Today), ("avant", W::Before), ("avond", W::Tail),
        ("avril", W::Month(4)), ("ayer", W::Barred), ("before", W::Before), ("begin", W::Barred),
        ("between", W::Barred), ("binnen", W::Within), ("bis", W::Bis), ("business", W::Business), ("but", W::Stop),
        ("by", W::By), ("cada", W::Barred), ("ce", W::This), ("cette", W::This), ("cinco", W::Count(5)),
        ("cinq", W::Count(5)), ("close", W::Close), ("cob", W::EndDay), ("coming", W::Coming),
        ("cuatro", W::Count(4)), ("czerwca", W::Month(6)), ("czwartek", W::Weekday(3)), ("czwartku", W::Weekday(3)),
        ("dag", W::Unit(U::Day)), ("dagen", W::Units(U::Day)), ("dans", W::In), ("dated", W::Barred),
        ("day", W::Unit(U::Day)), ("days", W::Units(U::Day)), ("de", W::Of), ("deadline", W::By),
        ("debut", W::Barred), ("dec", W::Month(12)), ("december", W::Month(12)), ("decembre", W::Month(12)),
        ("del", W::Of), ("dem", W::Filler), ("demain", W::Tomorrow), ("den", W::Filler), ("dentro", W::Within),
        ("depuis", W::Barred), ("der", W::Of), ("dernier", W::Gone), ("derniere", W::Gone), ("des", W::Of),
        ("desde", W::Barred), ("deux", W::Count(2)), ("dez", W::Month(12)), ("deze", W::This),
        ("dezember", W::Month(12)), ("dezembro", W::Month(12)), ("di", W::Kurz(1)), ("dia", W::Unit(U::Day)),
        ("dias", W::Units(U::Day)), ("dicembre", W::Month(12)), ("dici", W::By), ("diciembre", W::Month(12)),
        ("dienstag", W::Weekday(1)), ("diese", W::This), ("diesem", W::This), ("diesen", W::This),
        ("dieser", W::This), ("dieses", W::This), ("diez", W::Count(10)), ("dimanche", W::Weekday(6)),
        ("dinsdag", W::Weekday(1)), ("dit", W::This), ("dix", W::Count(10)), ("do", W::Kurz(3)),
        ("domani", W::Tomorrow), ("domenica", W::Weekday(6)), ("domingo", W::Weekday(6)),
        ("donderdag", W::Weekday(3)), ("donnerstag", W::Weekday(3)), ("dopodomani", W::AfterTomorrow),
        ("dos", W::Count(2)), ("drei", W::Count(3)), ("drie", W::Count(3)), ("du", W::Of), ("due", W::By),
        ("dzis", W::Today), ("dzisiaj", W::Today), ("each", W::Barred), ("early", W::Barred), ("echeance", W::By),
        ("een", W::Count(1)), ("eight", W::Count(8)), ("eighteenth", W::Ordinal(18)), ("eighth", W::Ordinal(8)),
        ("ein", W::Count(1)), ("eind", W::End), ("einde", W::End), ("eine", W::Count(1)), ("einem", W::Count(1)),
        ("einer", W::Count(1)), ("el", W::Filler), ("eleventh", W::Ordinal(11)), ("elk", W::Barred),
        ("elke", W::Barred), ("en", W::In), ("end", W::End), ("ende", W::End), ("endofday", W::EndDay),
        ("endofmonth", W::EndOf(U::Month)), ("endofweek", W::EndOf(U::Week)), ("enero", W::Month(1)),
        ("entre", W::Barred), ("entro", W::By), ("eob", W::EndDay), ("eod", W::EndDay), ("eom", W::EndOf(U::Month)),
        ("eoq", W::EndOf(U::Quarter)), ("eow", W::EndOf(U::Week)), ("eoy", W::EndOf(U::Year)), ("esta", W::This),
        ("este", W::This), ("et", W::Stop), ("evening", W::Tail), ("every", W::Barred), ("fallig", W::By),
        ("feb", W::Month(2)), ("febbraio", W::Month(2)), ("febrero", W::Month(2)), ("februar", W::Month(2)),
        ("februari", W::Month(2)), ("february", W::Month(2)), ("feierabend", W::EndDay), ("fevereiro", W::Month(2)),
        ("fevrier", W::Month(2)), ("fifteenth", W::Ordinal(15)), ("fifth", W::Ordinal(5)), ("fim", W::End),
        ("fin", W::End), ("final", W::End), ("finales", W::End), ("fine", W::End), ("first", W::Ordinal(1)),
        ("five", W::Count(5)), ("four", W::Count(4)), ("fourteenth", W::Ordinal(14)), ("fourth", W::Ordinal(4)),
        ("fr", W::Kurz(4)), ("freitag", W::Weekday(4)), ("fri", W::Short(4)), ("friday", W::Weekday(4)),
        ("from", W::Barred), ("fruh", W::Tail), ("funf", W::Count(5)), ("gennaio", W::Month(1)),
        ("gestern", W::Barred), ("giovedi", W::Weekday(3)), ("gisteren", W::Barred), ("giugno", W::Month(6)),
        ("goede", W::Barred), ("grudnia", W::Month(12)), ("guten", W::Barred), ("hasta", W::Until),
        ("het", W::Filler), ("heute", W::Today), ("hoje", W::Today), ("hoy", W::Today), ("huit", W::Count(8)),
        ("i", W::Stop), ("iedere", W::Barred), ("if", W::Stop), ("il", W::Filler), ("in", W::In),
        ("innerhalb", W::Within), ("jaar", W::Unit(U::Year)), ("jahr", W::Unit(U::Year)),
        ("jahres", W::Unit(U::Year)), ("jahresende", W::EndOf(U::Year)), ("jan", W::Month(1)),
        ("janeiro", W::Month(1)), ("janner", W::Month(1)), ("januar", W::Month(1)), ("januari", W::Month(1)),
        ("january", W::Month(1)), ("janvier", W::Month(1)), ("jede", W::Barred), ("jedem", W::Barred),
        ("jeden", W::Barred), ("jeudi", W::Weekday(3)), ("jour", W::Unit(U::Day)), ("jours", W::Units(U::Day)),
        ("jueves", W::Weekday(3)), ("juillet", W::Month(7)), ("juin", W::Month(6)), ("jul", W::Month(7)),
        ("julho", W::Month(7)), ("juli", W::Month(7)), ("julio", W::Month(7)), ("july", W::Month(7)),
        ("jun", W::Month(6)), ("june", W::Month(6)), ("junho", W::Month(6)), ("juni", W::Month(6)),
        ("junio", W::Month(6)), ("jusqua", W::Until), ("jusquau", W::Until), ("jutra", W::Tomorrow),
        ("jutro", W::Tomorrow), ("komende", W::Coming), ("kommende", W::Coming), ("kommenden", W::Coming),
        ("kommender", W::Coming), ("konca", W::End), ("kwartaal", W::Unit(U::Quarter)), ("kwietnia", W::Month(4)),
        ("la", W::Filler), ("last", W::Barred), ("late", W::Barred), ("later", W::By), ("latest", W::Filler),
        ("le", W::Filler), ("letzte", W::Barred), ("letztem", W::Barred), ("letzten", W::Barred),
        ("letzter", W::Barred), ("lipca", W::Month(7)), ("listopada", W::Month(11)), ("los", W::Filler),
        ("luglio", W::Month(7)), ("lundi", W::Weekday(0)), ("lunedi", W::Weekday(0)), ("lunes", W::Weekday(0)),
        ("lutego", W::Month(2)), ("maand", W::Unit(U::Month)), ("maandag", W::Weekday(0)),
        ("maanden", W::Units(U::Month)), ("maart", W::Month(3)), ("maggio", W::Month(5)), ("mai", W::Month(5)),
        ("maio", W::Month(5)), ("maja", W::Month(5)), ("manana", W::Morgen), ("mar", W::Month(3)),
        ("marca", W::Month(3)), ("march", W::Month(3)), ("marco", W::Month(3)), ("mardi", W::Weekday(1)),
        ("mars", W::Month(3)), ("martedi", W::Weekday(1)), ("martes", W::Weekday(1)), ("marz", W::Month(3)),
        ("marzo", W::Month(3)), ("matin", W::Tail), ("may", W::Month(5)), ("mayo", W::Month(5)),
        ("mediados", W::Barred), ("medio", W::Barred), ("mei", W::Month(5)), ("mercoledi", W::Weekday(2)),
        ("mercredi", W::Weekday(2)), ("mes", W::Unit(U::Month)), ("mese", W::Unit(U::Month)),
        ("meses", W::Units(U::Month)), ("mi", W::Kurz(2)), ("mid", W::Barred), ("middag", W::Tail),
        ("midday", W::Time), ("midnight", W::Time), ("miercoles", W::Weekday(2)), ("miesiaca", W::Unit(U::Month)),
        ("mittag", W::Time), ("mitte", W::Barred), ("mittwoch", W::Weekday(2)), ("mo", W::Kurz(0)),
        ("mois", W::Unit(U::Month)), ("mon", W::Short(0)), ("monat", W::Unit(U::Month)),
        ("monate", W::Units(U::Month)), ("monaten", W::Units(U::Month)), ("monats", W::Unit(U::Month)),
        ("monatsende", W::EndOf(U::Month)), ("monday", W::Weekday(0)), ("montag", W::Weekday(0)),
        ("month", W::Unit(U::Month)), ("monthend", W::EndOf(U::Month)), ("months", W::Units(U::Month)),
        ("morgen", W::Morgen), ("morning", W::Tail), ("nach", W::Barred), ("nachmittag", W::Tail),
        ("nachste", W::Next), ("nachstem", W::Next), ("nachsten", W::Next), ("nachster", W::Next),
        ("nachstes", W::Next), ("negen", W::Count(9)), ("neuf", W::Count(9)), ("neun", W::Count(9)),
        ("next", W::Next), ("nicht", W::Not), ("niedziele", W::Weekday(6)), ("niedzieli", W::Weekday(6)),
        ("niet", W::Not), ("night", W::Tail), ("nine", W::Count(9)), ("nineteenth", W::Ordinal(19)),
        ("ninth", W::Ordinal(9)), ("noon", W::Time), ("not", W::Not), ("nov", W::Month(11)),
        ("november", W::Month(11)), ("novembre", W::Month(11)), ("novembro", W::Month(11)),
        ("noviembre", W::Month(11)), ("nueve", W::Count(9)), ("o", W::Filler), ("ocho", W::Count(8)),
        ("ochtend", W::Tail), ("oct", W::Month(10)), ("october", W::Month(10)), ("octobre", W::Month(10)),
        ("octubre", W::Month(10)), ("oder", W::Or), ("of", W::Of), ("oggi", W::Today), ("okt", W::Month(10)),
        ("oktober", W::Month(10)), ("on", W::On), ("one", W::Count(1)), ("op", W::On), ("or", W::Or),
        ("ottobre", W::Month(10)), ("ou", W::Or), ("outubro", W::Month(10)), ("overmorgen", W::AfterTomorrow),
        ("para", W::By), ("pas", W::Not), ("pasada", W::Gone), ("pasado", W::Gone), ("passe", W::Gone),
        ("passee", W::Gone), ("past", W::Barred), ("pazdziernika", W::Month(10)), ("piatek", W::Weekday(4)),
        ("piatku", W::Weekday(4)), ("poniedzialek", W::Weekday(0)), ("poniedzialku", W::Weekday(0)),
        ("por", W::Barred), ("pour", W::By), ("previous", W::Barred), ("principios", W::Barred),
        ("prochain", W::Next), ("prochaine", W::Next), ("prossima", W::Next), ("prossimo", W::Next),
        ("proxima", W::Next), ("proximo", W::Next), ("przed", W::Before), ("quartafeira", W::Weekday(2)),
        ("quartal", W::Unit(U::Quarter)), ("quartals", W::Unit(U::Quarter)), ("quartalsende", W::EndOf(U::Quarter)),
        ("quarter", W::Unit(U::Quarter)), ("quatre", W::Count(4)), ("que", W::Que), ("quintafeira", W::Weekday(3)),
        ("roku", W::Unit(U::Year)), ("sa", W::Kurz(5)), ("sabado", W::Weekday(5)), ("sabato", W::Weekday(5)),
        ("samedi", W::Weekday(5)), ("samstag", W::Weekday(5)), ("sat", W::Short(5)), ("saturday", W::Weekday(5)),
        ("sechs", W::Count(6)), ("second", W::Ordinal(2)), ("segundafeira", W::Weekday(0)), ("seis", W::Count(6)),
        ("seit", W::Barred), ("semaine", W::Unit(U::Week)), ("semaines", W::Units(U::Week)),
        ("semana", W::Unit(U::Week)), ("semanas", W::Units(U::Week)), ("sep", W::Month(9)), ("sept", W::Month(9)),
        ("september", W::Month(9)), ("septembre", W::Month(9)), ("septiembre", W::Month(9)),
        ("setembro", W::Month(9)), ("settembre", W::Month(9)), ("settimana", W::Unit(U::Week)),
        ("seven", W::Count(7)), ("seventeenth", W::Ordinal(17)), ("seventh", W::Ordinal(7)), ("sexta", W::Weekday(4)),
        ("sextafeira", W::Weekday(4)), ("sieben", W::Count(7)), ("sierpnia", W::Month(8)), ("siete", W::Count(7)),
        ("since", W::Barred), ("sinds", W::Barred), ("six", W::Count(6)), ("sixteenth", W::Ordinal(16)),
        ("sixth", W::Ordinal(6)), ("so", W::Stop), ("sobote", W::Weekday(5)), ("soboty", W::Weekday(5)),
        ("soir", W::Tail), ("sonnabend", W::Weekday(5)), ("sonntag", W::Weekday(6)), ("sous", W::Within),
        ("spatestens", W::Bis), ("srode", W::Weekday(2)), ("srody", W::Weekday(2)), ("starting", W::Barred),
        ("stycznia", W::Month(1)), ("sun", W::Short(6)), ("sunday", W::Weekday(6)), ("tag", W::Unit(U::Day)),
        ("tage", W::Units(U::Day)), ("tagen", W::Units(U::Day)), ("tages", W::Unit(U::Day)), ("tard", W::By),
        ("tardar", W::By), ("tegen", W::By), ("ten", W::Count(10)), ("tenth", W::Ordinal(10)),
        ("terca", W::Weekday(1)), ("tercafeira", W::Weekday(1)), ("than", W::Filler), ("the", W::Filler),
        ("third", W::Ordinal(3)), ("thirteenth", W::Ordinal(13)), ("thirtieth", W::Ordinal(30)),
        ("thirtyfirst", W::Ordinal(31)), ("this", W::This), ("three", W::Count(3)), ("thu", W::Short(3)),
        ("thur", W::Short(3)), ("thurs", W::Short(3)), ("thursday", W::Weekday(3)), ("tien", W::Count(10)),
        ("til", W::Until), ("till", W::Until), ("to", W::Barred), ("today", W::Today), ("tomorrow", W::Tomorrow),
        ("tonight", W::Today), ("tot", W::Until), ("tras", W::Barred), ("tres", W::Count(3)),
        ("trimestre", W::Unit(U::Quarter)), ("trois", W::Count(3)), ("tue", W::Short(1)), ("tues", W::Short(1)),
        ("tuesday", W::Weekday(1)), ("tussen", W::Barred), ("twee", W::Count(2)), ("twelfth", W::Ordinal(12)),
        ("twentieth", W::Ordinal(20)), ("twentyeighth", W::Ordinal(28)), ("twentyfifth", W::Ordinal(25)),
        ("twentyfirst", W::Ordinal(21)), ("twentyfourth", W::Ordinal(24)), ("twentyninth", W::Ordinal(29)),
        ("twentysecond", W::Ordinal(22)), ("twentyseventh", W::Ordinal(27)), ("twentysixth", W::Ordinal(26)),
        ("twentythird", W::Ordinal(23)), ("two", W::Count(2)), ("tygodnia", W::Unit(U::Week)),
        ("ubermorgen", W::AfterTomorrow), ("uiterlijk", W::By), ("ultimo", W::Gone), ("un", W::Count(1)),
        ("una", W::Count(1)), ("und", W::Stop), ("une", W::Count(1)), ("unless", W::Stop), ("until", W::Until),
        ("van", W::Of), ("vanaf", W::Barred), ("vandaag", W::Today), ("vendredi", W::Weekday(4)),
        ("venerdi", W::Weekday(4)), ("vergangene", W::Barred), ("vergangenen", W::Barred), ("viene", W::Viene),
        ("vier", W::Count(4)), ("viernes", W::Weekday(4)), ("vijf", W::Count(5)), ("volgend", W::Next),
        ("volgende", W::Next), ("von", W::Of), ("voor", W::Before), ("vor", W::Before), ("vorig", W::Barred),
        ("vorige", W::Barred), ("vorigen", W::Barred), ("vormittag", W::Tail), ("vrijdag", W::Weekday(4)),
        ("we", W::Stop), ("wed", W::Short(2)), ("wednesday", W::Weekday(2)), ("week", W::Unit(U::Week)),
        ("weeks", W::Units(U::Week)), ("weken", W::Units(U::Week)), ("when", W::Stop), ("with", W::Stop),
        ("within", W::Within), ("woche", W::Unit(U::Week)), ("wochen", W::Units(U::Week)),
        ("woensdag", W::Weekday(2)), ("wrzesnia", W::Month(9)), ("wtorek", W::Weekday(1)), ("wtorku", W::Weekday(1)),
        ("y", W::Stop), ("year", W::Unit(U::Year)), ("yearend", W::EndOf(U::Year)), ("yesterday", W::Barred),
        ("zaterdag", W::Weekday(5)), ("zehn", W::Count(10)), ("zes", W::Count(6)), ("zeven", W::Count(7)),
        ("zondag", W::Weekday(6)), ("zum", W::Filler), ("zur", W::Filler), ("zwei", W::Count(2)),
        ("zwischen", W::Barred),
    ]
};

#[cfg(test)]
pub(super) fn is_in_order() -> bool {
    WORDS.is_sorted_by(|a, b| a.0 < b.0)
}
