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

/// Titles over what somebody did or is held up by; in small letters.
#[rustfmt::skip]
const REPORTED: &[&str] = &[
    "done", "did", "what i did", "completed", "finished", "achieved", "achievements", "progress", "last week", "yesterday", "this week", "today", "since last meeting", "what was done", "status",
    "in progress", "doing", "wip", "ongoing", "blocked", "blockers", "blocker", "blocking", "blocked on", "blocked by", "problems", "impediments", "issues", "risks", "accomplishments", "highlights", "shipped",
    "erledigt", "gemacht", "fertig", "letzte woche", "gestern", "diese woche", "heute", "fortschritt", "fortschritte", "blockiert", "probleme", "hindernisse", "stand", "erreicht", "abgeschlossen", "in arbeit",
    "fait", "faits", "réalisé", "réalisés", "terminé", "semaine dernière", "hier", "cette semaine", "aujourd'hui", "avancement", "avancées", "bloqué", "blocages", "problèmes", "en cours",
    "hecho", "realizado", "terminado", "la semana pasada", "ayer", "esta semana", "hoy", "bloqueado", "bloqueos", "problemas", "en curso", "logros",
    "feito", "concluído", "semana passada", "ontem", "hoje", "progresso", "bloqueios", "impedimentos", "em andamento",
    "fatto", "svolto", "completato", "settimana scorsa", "ieri", "questa settimana", "oggi", "progressi", "bloccato", "problemi", "in corso",
    "gedaan", "gerealiseerd", "afgerond", "vorige week", "gisteren", "deze week", "vandaag", "voortgang", "geblokkeerd", "problemen", "lopend",
    "zrobione", "wykonane", "ukończone", "w zeszłym tygodniu", "wczoraj", "dzisiaj", "postępy", "zablokowane", "problemy", "w toku",
];

/// Whether `title` is over what somebody did, does or is held up by.
pub(super) fn is_reported_title(title: &str) -> bool {
    is_one_of(REPORTED, title)
}

/// Titles over what somebody is going to do, where their name stands above; in small letters.
#[rustfmt::skip]
const PLANNED: &[&str] = &[
    "next", "next up", "up next", "coming up", "next week", "next sprint", "plan", "plans", "planned", "planning", "plan for next week", "plans for next week", "planned work", "tomorrow", "upcoming", "what's next", "will do", "today", "plan for today", "plans for today", "today's plan", "plan for tomorrow", "plan for this week",
    "geplant", "als nächstes", "als nächstes geplant", "nächste woche", "plan", "pläne", "planung", "morgen", "vorhaben", "steht an", "kommende woche", "heute", "plan für heute", "plan für morgen", "plan für die woche",
    "prévu", "prévus", "prévisions", "à venir", "semaine prochaine", "la semaine prochaine", "ensuite", "prochainement", "demain", "la suite", "planifié", "aujourd'hui", "plan du jour", "plan de la semaine",
    "próximo", "siguiente", "previsto", "planeado", "planificado", "la próxima semana", "próxima semana", "mañana", "por venir", "plan para la próxima semana", "hoy", "plan para hoy", "plan de hoy", "plan para mañana",
    "planejado", "planeado", "previsto", "a seguir", "na próxima semana", "amanhã", "próximos", "hoje", "plano para hoje", "plano de hoje", "plano para amanhã",
    "prossimo", "pianificato", "previsto", "prossima settimana", "la prossima settimana", "domani", "in programma", "in arrivo", "oggi", "piano per oggi", "piano di oggi", "piano per domani",
    "gepland", "planning", "volgende", "volgende week", "komende week", "morgen", "hierna", "voor volgende week", "plannen", "vandaag", "plan voor vandaag", "plan voor morgen",
    "plan", "plany", "planowane", "następne", "następny tydzień", "w następnym tygodniu", "w przyszłym tygodniu", "jutro", "dalej", "zaplanowane", "dziś", "dzisiaj", "plan na dziś", "plan na dzisiaj", "plan na jutro", "plan na tydzień",
];

/// Whether `title` is over what somebody is going to do whose name stands above.
pub(super) fn is_planned_title(title: &str) -> bool {
    is_one_of(PLANNED, title)
}

/// Titles over what people think of and nobody has taken on; in small letters.
#[rustfmt::skip]
const IDEAS: &[&str] = &[
    "ideas", "suggestions", "proposals", "feedback", "wishes", "wish list", "wishlist", "brainstorming", "retrospective", "retro", "what went well", "to improve", "improvements", "examples", "example", "opinions", "comments", "quotes", "questions", "concerns",
    "ideen", "vorschläge", "wünsche", "rückmeldungen", "retrospektive", "verbesserungen", "beispiele", "beispiel", "meinungen", "kommentare", "anregungen", "bedenken",
    "idées", "propositions", "suggestions", "souhaits", "retours", "rétrospective", "améliorations", "exemples", "exemple", "avis", "commentaires",
    "propuestas", "sugerencias", "deseos", "retrospectiva", "mejoras", "ejemplos", "ejemplo", "opiniones", "comentarios", "ideias", "propostas", "sugestões", "desejos", "melhorias", "exemplos", "exemplo", "opiniões", "comentários",
    "idee", "proposte", "suggerimenti", "desideri", "retrospettiva", "miglioramenti", "esempi", "esempio", "opinioni", "commenti", "ideeën", "voorstellen", "wensen", "terugblik", "verbeterpunten", "voorbeelden", "voorbeeld", "meningen", "opmerkingen",
    "pomysły", "propozycje", "sugestie", "życzenia", "retrospektywa", "usprawnienia", "przykłady", "przykład", "opinie", "uwagi", "komentarze",
];

/// Whether `title` is over what people think of and nobody has taken on.
pub(super) fn is_idea_title(title: &str) -> bool {
    is_one_of(IDEAS, title)
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
