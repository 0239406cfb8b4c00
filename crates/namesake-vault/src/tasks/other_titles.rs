//! Titles below a list of tasks over what is none: minutes, motions, who was there.

use namesake_note::word_list::lower;

/// Such titles, in small letters. A topic, “Annual report” or “Website”, may have tasks of its own and is none of them.
#[rustfmt::skip]
const OTHERS: &[&str] = &[
    "minutes", "meeting minutes", "notes", "meeting notes", "update", "updates", "status updates", "discussion", "discussions",
    "discussion points", "discussion items", "discussion topics", "discussion notes", "motion", "motions", "motions passed", "votes",
    "voting", "resolutions", "announcements", "attendance", "attendees", "participants", "present", "absent", "apologies", "agenda",
    "background", "context", "summary", "news", "decisions", "decisions made", "decisions needed", "help needed", "open prs",
    "open pull requests", "open issues", "open questions", "questions", "information", "for information", "fyi", "links",
    "references", "attachments", "next meeting", "date of next meeting",
    "protokoll", "notizen", "diskussion", "besprochenes", "anträge", "abstimmung", "abstimmungen", "beschlüsse", "anwesend",
    "anwesende", "anwesenheit", "teilnehmer", "teilnehmende", "entschuldigt", "tagesordnung", "hintergrund", "zusammenfassung",
    "neuigkeiten", "aktuelles", "berichte", "mitteilungen", "offene fragen", "fragen", "informationen", "zur information",
    "nächstes treffen", "nächster termin",
    "compte rendu", "compte-rendu", "votes", "présents", "présences", "absents", "excusés", "ordre du jour", "contexte", "résumé",
    "actualités", "annonces", "informations", "décisions", "décisions à prendre", "questions ouvertes", "prochaine réunion",
    "acta", "notas", "discusión", "debate", "mociones", "votaciones", "asistentes", "asistencia", "ausentes", "orden del día",
    "contexto", "resumen", "novedades", "avisos", "anuncios", "información", "decisiones", "preguntas", "próxima reunión", "informes",
    "ata", "discussão", "moções", "votações", "presentes", "participantes", "pauta", "ordem do dia", "resumo", "informações",
    "decisões", "perguntas", "próxima reunião",
    "verbale", "note", "discussione", "mozioni", "votazioni", "presenti", "assenti", "ordine del giorno", "contesto", "sintesi",
    "novità", "aggiornamenti", "avvisi", "informazioni", "decisioni", "domande", "prossima riunione",
    "notulen", "notities", "discussie", "bespreking", "moties", "stemmingen", "aanwezig", "aanwezigen", "afwezig", "afwezigen",
    "achtergrond", "samenvatting", "nieuws", "mededelingen", "besluiten", "vragen", "openstaande vragen", "volgende vergadering",
    "protokół", "notatki", "dyskusja", "głosowania", "obecni", "nieobecni", "porządek obrad", "kontekst", "podsumowanie",
    "aktualności", "ogłoszenia", "informacje", "decyzje", "pytania", "następne spotkanie",
];

/// Whether `title` is one of them: `2. Updates (Mara)`.
pub(super) fn is_other_title(title: &str) -> bool {
    is_one_of(OTHERS, title)
}

/// Whether `title` is one of `titles`, without regard to a number before it and brackets behind.
fn is_one_of(titles: &[&str], title: &str) -> bool {
    let title = title.split(" (").next().unwrap_or_default();
    let title = title.trim_matches(|c: char| !c.is_alphabetic());
    title.len() < 40 && titles.contains(&&*lower(title))
}

/// Titles over what a meeting spoke of; in small letters.
#[rustfmt::skip]
const TREATED: &[&str] = &[
    "topics discussed", "items discussed", "points discussed", "matters discussed", "discussed topics", "besprochene themen",
    "besprochene punkte", "behandelte themen", "behandelte punkte", "sujets abordés", "points abordés", "points discutés", "sujets traités",
    "temas tratados", "asuntos tratados", "puntos tratados", "temas discutidos", "temas vistos", "temas abordados", "assuntos tratados",
    "assuntos discutidos", "pontos discutidos", "argomenti trattati", "punti trattati", "punti discussi", "besproken punten",
    "besproken onderwerpen", "omówione tematy", "poruszone tematy",
];

/// Whether `title` is over what a meeting spoke of.
pub(super) fn is_treated(title: &str) -> bool {
    is_one_of(TREATED, title)
}

/// Titles over the points that a meeting is to speak of; in small letters.
#[rustfmt::skip]
const AGENDAS: &[&str] = &[
    "agenda", "proposed agenda", "draft agenda", "agenda items", "topics", "tagesordnung", "tagesordnungspunkte", "themen", "top", "tops", "ordre du jour",
    "points à aborder", "orden del día", "temas", "temas a tratar", "puntos a tratar", "ordem do dia", "pauta", "pautas", "ordem de trabalhos", "ordine del giorno", "punti all'ordine del giorno",
    "agendapunten", "te bespreken", "porządek obrad", "agenda spotkania", "tematy", "objectifs", "objetivos", "ziele", "obiettivi", "goals", "objectives",
];

/// Whether `title` is over what a meeting is to speak of.
pub(super) fn is_agenda(title: &str) -> bool {
    is_one_of(AGENDAS, title)
}

/// Titles over who holds an office or was elected; in small letters.
#[rustfmt::skip]
const OFFICES: &[&str] = &[
    "officers", "offices", "roles", "positions", "board", "board members", "committee", "committees", "committee members", "team", "elections", "results", "working groups",
    "vorstand", "ämter", "rollen", "posten", "funktionen", "besetzung", "team", "gremien", "ausschüsse", "arbeitsgruppen", "wahl", "wahlen", "wahlergebnisse", "ergebnisse",
    "bureau", "composition du bureau", "conseil d'administration", "rôles", "fonctions", "commissions", "élection", "élections", "résultats",
    "junta directiva", "junta", "directiva", "cargos", "comisiones", "elecciones", "elección", "resultados", "roles",
    "direção", "direcção", "diretoria", "cargos", "comissões", "eleição", "eleições", "resultados",
    "consiglio direttivo", "direttivo", "consiglio", "cariche", "cariche sociali", "ruoli", "commissioni", "elezioni", "risultati",
    "bestuur", "bestuursleden", "functies", "rollen", "commissies", "werkgroepen", "verkiezingen", "resultaten", "uitslag",
    "zarząd", "skład zarządu", "funkcje", "role", "komisje", "wybory", "wyniki",
];

/// Whether `title` is over who holds an office or was elected.
pub(super) fn is_office(title: &str) -> bool {
    is_one_of(OFFICES, title)
}

/// Labels before when the next meeting is; in small letters.
#[rustfmt::skip]
const NEXT_MEETING: &[&str] = &[
    "next meeting", "date of next meeting", "next call", "nächstes treffen", "nächster termin", "nächste sitzung", "prochaine réunion",
    "próxima reunión", "próxima reunião", "prossima riunione", "volgende vergadering", "następne spotkanie",
];

/// Whether words say when the next meeting is: “Next meeting: 14 November”.
pub(super) fn is_next_meeting(words: &str) -> bool {
    let label = words.split_once(':').map(|(label, _)| label.trim_matches(['*', '_', ' ']));
    label.is_some_and(|label| NEXT_MEETING.contains(&&*lower(label)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_of_minutes_are_told_from_topics() {
        for title in
            ["Minutes", "**Updates:**", "2. Motions", "Updates (Mara Voss)", "Protokoll", "Anträge", "Presentes"]
        {
            assert!(is_other_title(title), "{title}");
        }
        for title in [
            "Annual report",
            "Website",
            "Update the website",
            "Release notes",
            "Vorstand",
            "Open PR for the doors",
            "",
            "3.",
        ] {
            assert!(!is_other_title(title), "{title}");
        }
        assert!(is_next_meeting("**Next meeting:** 14 November") && !is_next_meeting("Book the hall: next meeting"));
    }
}
