//! Who is named in the words of a task and has another part in it than to do it: `Write the guide (review by @ilse)`.

use namesake_text::text::Span;

/// What stands before the names of those who help, look over it, are told or thanked, or had the idea; in small letters.
#[rustfmt::skip]
const PARTS: &[&str] = &[
    "review by", "review:", "reviewed by", "reviewer", "reviewers", "to be reviewed by", "approved by", "approval by",
    "feedback from", "input from", "help from", "help by", "with help", "helped by", "support by", "support from",
    "supported by", "backup:", "cc", "fyi",
    "review von", "review durch", "geprüft von", "prüfung durch", "freigabe durch", "mit hilfe von", "mithilfe von",
    "hilfe von", "unterstützt von", "unterstützung von", "unterstützung durch", "rücksprache mit", "in absprache mit",
    "relu par", "relecture par", "relecture :", "validé par", "avec l'aide de", "avec l’aide de", "aide de",
    "revisado por", "revisión de", "revisa:", "con ayuda de", "con apoyo de", "apoyo de",
    "revisão de", "com ajuda de", "com apoio de", "apoio de",
    "revisione di", "rivisto da", "con l'aiuto di", "con l’aiuto di", "supporto di",
    "nagekeken door", "review door", "met hulp van", "hulp van", "in overleg met",
    "sprawdzi:", "z pomocą", "przy pomocy", "po konsultacji z",
    "thanks", "thank you", "thx", "kudos", "props to", "h/t", "hat tip", "credit to", "credits to", "courtesy of", "suggested by",
    "suggestion by", "suggestion from", "requested by", "request by", "reported by", "raised by", "proposed by", "idea by", "idea of", "inspired by",
    "danke", "dank an", "vorschlag von", "vorgeschlagen von", "gemeldet von", "angeregt von", "idee von", "auf wunsch von", "merci",
    "proposé par", "signalé par", "demandé par", "idée de", "gracias", "propuesto por", "sugerido por", "pedido por", "idea de",
    "obrigado", "obrigada", "proposto por", "sugestão de", "ideia de", "grazie", "proposto da", "richiesto da", "suggerito da", "idea di",
    "bedankt", "dank aan", "voorstel van", "op verzoek van", "idee van", "dzięki", "dziękujemy", "na prośbę", "pomysł",
];

/// Characters; no part of the list is longer.
const LONGEST: usize = 24;

/// Whether what stands at `place` of `text` names a helper: its bracket, or its clause, begins so.
pub(super) fn is_helper(text: &str, place: Span) -> bool {
    let before = &text[..place.start];
    let bracket = before.rfind('(').filter(|open| !before[*open..].contains(')'));
    let sign = before.rfind([',', ';', '–', '—']).max(before.rfind(" - ").map(|space| space + 1));
    let clause = sign.filter(|sign| bracket.is_none_or(|open| open < *sign));
    [bracket, clause].into_iter().flatten().any(|sign| {
        let said = before[sign..].trim_start_matches(['(', ',', ';', '–', '—', '-', ' ', '*', '_']);
        let said: String = said.chars().take(LONGEST).flat_map(char::to_lowercase).collect();
        PARTS.iter().any(|part| said.starts_with(part))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn helper(line: &str, name: &str) -> bool {
        let start = line.find(name).expect("the name stands in the line");
        is_helper(line, Span::new(start, start + name.len()))
    }

    #[test]
    fn stands_in_brackets_behind_what_they_do() {
        let line = "@mara Write the guide (review by @tomas + Ilse Brandt, Rob)";
        assert!(!helper(line, "@mara"));
        for name in ["@tomas", "Ilse", "Rob"] {
            assert!(helper(line, name), "{name}");
        }
        assert!(helper("Plan zeichnen, in Absprache mit Ilse", "Ilse"));
        assert!(helper("Paint the gate (thanks @ilse)", "@ilse"));
        assert!(helper("Paint the gate - kudos to @ilse", "@ilse"));
        assert!(helper("Rédiger le guide (relu par Ilse)", "Ilse"));
    }

    #[test]
    fn is_nobody_whose_bracket_is_closed_or_says_nothing_else() {
        for line in ["Write the guide (Mara)", "Paint (review by Friday) – Mara", "Paint, then sand, Mara"] {
            assert!(!helper(line, "Mara"), "{line}");
        }
        assert!(!helper("Get the review by Mara", "Mara"));
    }
}
