//! Titles over what is shared out among people, “Reparto”, “Verantwortlichkeiten”: below them a topic and names are
//! something to do, and nothing else is for its place alone.

use namesake_note::word_list::lower;

/// What begins a title over what is shared out among people, before “of” and the like; in small letters.
#[rustfmt::skip]
const SHARES: &[&str] = &[
    "distribution", "allocation", "division", "assignment", "assignments", "aufteilung", "verteilung", "zuteilung", "répartition",
    "reparto", "distribución", "asignación", "asignaciones", "distribuição", "divisão", "atribuição", "ripartizione", "divisione",
    "suddivisione", "assegnazione", "verdeling", "toewijzing", "podział", "przydział",
];

/// What begins a title over who is responsible for what; in small letters.
#[rustfmt::skip]
const RESPONSIBLE: &[&str] = &[
    "responsibilities", "responsibility", "owners", "ownership", "who does what", "verantwortlichkeiten", "verantwortlichkeit", "verantwortung", "zuständigkeiten", "zuständigkeit",
    "zuordnung", "aufgabenverteilung", "aufgabenteilung", "aufgabenzuteilung", "arbeitsaufteilung", "arbeitsteilung", "themenverteilung", "responsabilités", "responsabilité", "qui fait quoi", "affectation", "affectations",
    "responsabilidades", "responsabilidad", "responsabilidade", "encargados", "repartición", "división", "responsáveis", "atribuições", "quem faz o quê", "quem faz o que", "responsabilità", "attribuzione", "attribuzioni", "chi fa cosa",
    "incarichi", "verantwoordelijkheden", "verantwoordelijkheid", "taakverdeling", "rolverdeling", "werkverdeling", "wie doet wat", "obowiązki", "odpowiedzialność", "odpowiedzialni", "kto co robi", "zakres obowiązków", "rozdział",
];

/// Whether a title begins with a word of what is shared out.
pub(super) fn is_shared_out(title: &str) -> bool {
    begins_with(SHARES, title)
}

/// Whether a title stands over what is shared out or who is responsible.
pub(super) fn is_sharing_title(title: &str) -> bool {
    let bare = lower(title.trim_matches(|c: char| !c.is_alphabetic()));
    let is_short = title.split_whitespace().count() <= MOST_WORDS && !OTHERS.contains(&&*bare);
    is_short && (is_shared_out(title) || begins_with(RESPONSIBLE, title))
}

/// Titles of one word that stand over something else as well: whom minutes are sent to, parts of a company.
const OTHERS: [&str; 6] = ["distribution", "distribution list", "division", "divisione", "divisão", "allocation"];
/// A title of more words is a sentence.
const MOST_WORDS: usize = 6;

fn begins_with(beginnings: &[&str], title: &str) -> bool {
    let title = lower(title.trim_start_matches(|c: char| !c.is_alphabetic())).into_owned();
    let ends = |rest: &str| !rest.starts_with(char::is_alphanumeric);
    beginnings.iter().any(|word| title.strip_prefix(word).is_some_and(ends)) && !title.ends_with('?')
}

/// What somebody is for long, and not what they are to do; in small letters.
#[rustfmt::skip]
const ROLES: &[&str] = &[
    "chair", "chairperson", "co-chair", "president", "vice-president", "treasurer", "secretary", "scribe", "note taker", "notetaker", "minute taker", "minutes", "facilitator", "moderator", "host", "scrum master",
    "product owner", "project manager", "team lead", "lead", "leader", "developer", "developers", "tester", "designer", "coach", "tutor", "mentor", "supervisor", "member", "members", "timekeeper",
    "vorsitz", "vorsitzende", "vorsitzender", "stellvertretung", "kassenwart", "kassenwartin", "kassierer", "kassiererin", "schriftführer", "schriftführerin", "schriftführung", "protokoll", "protokollant", "moderation", "leitung", "beisitzer",
    "projektleiter", "projektleiterin", "projektleitung", "entwickler", "betreuer", "betreuerin", "mitglied", "mitglieder", "président", "présidente", "trésorier", "trésorière", "secrétaire", "animateur", "animatrice", "chef de projet", "membre", "membres",
    "presidente", "presidenta", "tesorero", "tesorera", "secretario", "secretaria", "moderador", "moderadora", "líder", "jefe de proyecto", "miembro", "miembros", "tesoureiro", "tesoureira", "secretário", "secretária", "gerente", "coordenador", "coordenadora", "coordinador", "coordinadora", "membro", "membros",
    "tesoriere", "segretario", "segretaria", "moderatore", "coordinatore", "coordinatrice", "membri", "voorzitter", "penningmeester", "secretaris", "notulist", "projectleider", "teamleider", "lid", "leden",
    "przewodniczący", "przewodnicząca", "skarbnik", "sekretarz", "protokolant", "kierownik", "koordynator", "członek", "członkowie", "lider",
];

/// Whether a topic is somebody’s office: “Kassenwart: Mara”.
pub(super) fn is_role(topic: &str) -> bool {
    ROLES.contains(&&*lower(topic.trim_matches(|c: char| !c.is_alphanumeric())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_say_that_something_is_shared_out() {
        for title in [
            "Verantwortlichkeiten der Umsetzung",
            "Asignación específica:",
            "**Responsabilidades**",
            "3. Responsibilities",
            "Taakverdeling",
            "Qui fait quoi",
            "Podział pracy",
            "Responsabilità",
        ] {
            assert!(is_sharing_title(title), "{title}");
        }
        for title in [
            "Responsible AI",
            "Distribution:",
            "Distributions",
            "Leadership",
            "Wer ist verantwortlich?",
            "Chi siamo",
            "",
        ] {
            assert!(!is_sharing_title(title), "{title}");
        }
        assert!(is_role("**Kassenwart**") && !is_role("Plakate"));
    }
}
