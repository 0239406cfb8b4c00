//! Words that are no names, or that are names and ordinary words as well.

use std::collections::BTreeSet;

use crate::word_list::{WordList, lower};

/// Articles: they stand before things and hardly ever before a person's full name, as in “the Grace Hospital”.
pub static ARTICLES: WordList =
    WordList::new("the this that der die das dem des den de het le la les el los las il lo gli");

/// Days and months, in the languages whose headings the settings know, in lower case.
pub static CALENDAR: WordList = WordList::new(
    "\
    monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun \
    january february march april may june july august september october november december \
    montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag \
    januar februar märz mai juni juli oktober dezember jänner \
    lundi mardi mercredi jeudi vendredi samedi dimanche janvier février mars avril juin juillet août septembre octobre \
    novembre décembre lunes martes miércoles jueves viernes sábado domingo enero febrero marzo abril mayo junio julio \
    agosto septiembre octubre noviembre diciembre maandag dinsdag woensdag donderdag vrijdag zaterdag zondag januari \
    februari maart mei augustus",
);

/// Nouns that follow a first name without being a surname, as in “Grace Hospital”. In lower case.
pub static THINGS: WordList = WordList::new(
    "\
    act airport avenue award bank bay bridge building castle cathedral centre center chapel church city clinic college \
    cottage council county court creek day drive estate farm festival field forest foundation gallery garden gardens \
    gate gates green grove hall harbour hill hills hospital hotel house inn institute island lake lane library lodge \
    manor market memorial mill mountain museum palace park place plaza point pond prize quay ridge river road room \
    school square station street studio studios terrace theatre theater tower trail trust university valley village ward \
    way wharf wood woods bahnhof brücke gasse haus hof kirche platz schule straße strasse turm weg plein straat",
);

/// First names that are ordinary words as well, in the languages of [`THINGS`] and some others: “Hope Cove” is more
/// likely a place than a person. In lower case.
pub static WORDS: WordList = WordList::new(
    "\
    amber angel april archer art august autumn baker basil bill bishop björn blanche bloem bo brook brooke buck cap carol \
    carter case cash chance charity chase chip christian claire clay cliff clémence clément colt constance consuelo cooper \
    coral cruz crystal dag dahlia daisy dale dash dawn dean destiny dolores dot drew duke earl eve faith fern fisher flora \
    forest frank gene ginger glen grace grant guy harmony hazel heath heather holly honor hope hunter ilo iris ivy jack \
    jade jet jewel joy june justice king lance lane lark lee lily linde liv lo lumi luz mai major marc mark mars mason \
    max may mei melody mercedes mercy meri merle miles miller nick noble norm olive onni page paige parker pat patience paz \
    pearl penny pierre piper porter prince prudence rauha ray reed rey rich robin rocky rod roos rosa rose ruby rusty sage \
    sandy satu skip sky sol star sten stone storm sue summer sunny tab tad taylor toivo trace van verity victor viola \
    violet wade ward wil will wolf wren ángel ernst",
);

/// Whether `word`, in any case, is one of `list`.
pub fn holds(list: &WordList, word: &str) -> bool {
    list.contains(&lower(word))
}

/// The words of `text` that are written small.
pub fn small_words(text: &str) -> BTreeSet<&str> {
    let words = text.split(|c: char| !c.is_alphanumeric());
    words.filter(|word| word.starts_with(char::is_lowercase)).collect::<BTreeSet<_>>()
}
