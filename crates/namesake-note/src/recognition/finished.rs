//! What is over, and what is not to be done yet: what a note's status and folder say of the note, and a heading of what
//! stands below it. The words are in the languages of the vocabulary.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use crate::note::Note;
use crate::vocabulary::{key, keys};
use namesake_text::frontmatter::Value;
use namesake_text::links;

/// Properties that say how far a matter is, by the last word of their name.
static STATUS: LazyLock<BTreeSet<String>> = LazyLock::new(|| {
    keys(
        "status | phase | state | stadium | zustand | statut | état | estado | fase | stato | stan | etap | статус | \
          состояние | 状态 | 狀態 | 状況 | ステータス",
    )
});

/// Values of such a property if nothing is left to do.
static FINISHED: LazyLock<BTreeSet<String>> = LazyLock::new(|| {
    keys(
        "done | complete | completed | finished | closed | archive | archived | erledigt | abgeschlossen | fertig | beendet | \
          geschlossen | archiviert | terminé | terminée | fini | finie | achevé | fermé | clos | archivé | archivée | \
          hecho | terminado | terminada | completado | completada | finalizado | cerrado | cerrada | archivado | archivada | \
          feito | concluído | concluída | finalizada | encerrado | fechado | arquivado | arquivada | fatto | completato | \
          completata | concluso | conclusa | chiuso | chiusa | archiviato | archiviata | klaar | gedaan | voltooid | afgerond | \
          gesloten | gearchiveerd | gotowe | zrobione | ukończone | ukończony | zakończone | zakończony | zamknięte | \
          zarchiwizowane | klar | klart | färdig | avslutad | avslutat | stängd | arkiverad | готово | сделано | завершено | \
          завершен | завершён | закрыто | закрыт | выполнено | в архиве | архив | 完了 | 終了 | アーカイブ | 完成 | 已完成 | \
          已关闭 | 已归档",
    )
});

/// What folders of notes are called that nobody works on any more.
static ARCHIVES: LazyLock<BTreeSet<String>> = LazyLock::new(|| {
    keys(
        "archive | archives | archived | done | completed | finished | closed | archiv | archiviert | erledigt | \
          abgeschlossen | archivé | terminé | archivo | archivado | terminado | arquivo | arquivado | concluído | archivio | \
          archiviato | archief | gearchiveerd | afgerond | archiwum | zakończone | arkiv | arkiverat | архив | завершено | \
          アーカイブ | 归档 | 歸檔 | 存档 | 已完成",
    )
});

/// What headings begin with over what is for later.
static LATER: LazyLock<BTreeSet<String>> = LazyLock::new(|| {
    keys(
        "future | medium term | mid term | midterm | long term | longer term | longterm | someday | one day | later | \
          backlog | zukunft | zukünftig | zukünftige | mittelfristig | langfristig | irgendwann | später | futur | à moyen terme | \
          moyen terme | à long terme | long terme | un jour | plus tard | futuro | a futuro | a medio plazo | medio plazo | \
          a largo plazo | largo plazo | algún día | más adelante | a médio prazo | médio prazo | a longo prazo | longo prazo | \
          um dia | mais tarde | a medio termine | medio termine | a lungo termine | lungo termine | un giorno | in futuro | \
          toekomst | toekomstig | toekomstige | middellange termijn | lange termijn | op termijn | ooit | przyszłość | \
          średnioterminowe | długoterminowe | kiedyś | framtid | framtida | långsiktigt | på lång sikt | någon gång | будущее | \
          в будущем | среднесрочные | долгосрочные | когда нибудь | 将来 | いつか | 中期 | 长期 | 将来也许",
    )
});

/// What takes place on a day.
static EVENTS: LazyLock<BTreeSet<String>> = LazyLock::new(|| {
    keys(
        "event | events | meeting | meetings | call | calls | session | sessions | date | dates | conference | conferences |           workshop | workshops | veranstaltung | veranstaltungen | termin | termine | treffen | sitzung | sitzungen | événement |           événements | réunion | réunions | séance | séances | rencontres | evento | eventos | reunión | reuniones | reunião |           reuniões | encuentros | encontros | eventi | riunione | riunioni | incontri | evenement | evenementen | vergadering |           vergaderingen | bijeenkomsten | activiteiten | wydarzenie | wydarzenia | spotkanie | spotkania",
    )
});

/// What headings begin with over what came of a plan.
static RESULTS: LazyLock<BTreeSet<String>> = LazyLock::new(|| {
    keys(
        "result | results | final result | outcome | outcomes | ergebnis | ergebnisse | endergebnis | résultat | résultats | \
          bilan | resultado | resultados | resultado final | cierre | conclusão | risultato | risultati | esito | resultaat | \
          resultaten | wynik | wyniki | rezultat | resultat | utfall | итог | итоги | результат | результаты | 结果 | 結果",
    )
});

/// What headings say over plans, whose steps are no promises.
static PLANS: LazyLock<BTreeSet<String>> = LazyLock::new(|| {
    keys("roadmap | fahrplan | feuille de route | hoja de ruta | roteiro | дорожная карта | ロードマップ | 路线图")
});

/// What the parts of a plan are called, each with its number.
static PHASES: LazyLock<BTreeSet<String>> = LazyLock::new(|| {
    keys(
        "phase | stage | step | week | month | quarter | sprint | milestone | iteration | wave | etappe | stufe | schritt | woche | \
          monat | quartal | meilenstein | étape | semaine | mois | trimestre | jalon | fase | etapa | semana | mes | hito | mês | \
          marco | tappa | settimana | mese | stap | maand | mijlpaal | etap | faza | tydzień | miesiąc | kwartał | fas | steg | \
          vecka | månad | этап | фаза | неделя | месяц | спринт | フェーズ | ステップ | 阶段",
    )
});

/// Whether a note's status or its folder says that nothing in it is left to do.
pub fn is_finished(note: &Note) -> bool {
    let mut entries = note.frontmatter.entries.iter().filter(|entry| is_status(&entry.key));
    entries.any(|entry| says_finished(&entry.value)) || note.path.folder().split('/').any(is_archive)
}

fn is_status(name: &str) -> bool {
    // `projectStatus` and `project_status` are statuses too.
    let last = name.rfind(|c: char| c.is_uppercase()).map_or(name, |at| &name[at..]);
    let key = key(name);
    key.rsplit(' ').next().is_some_and(|word| STATUS.contains(word)) || STATUS.contains(&self::key(last))
}

fn says_finished(value: &Value) -> bool {
    value.texts().into_iter().any(|text| {
        let text = links::sole_target(text.trim()).unwrap_or(text);
        FINISHED.contains(&key(text.rsplit('/').next().unwrap_or(text)))
    })
}

/// Whether a folder is called an archive, a number and signs aside, or “Completed …”.
fn is_archive(folder: &str) -> bool {
    let key = key(folder);
    let mut words = key.split(' ').filter(|word| !word.bytes().all(|byte| byte.is_ascii_digit()));
    let Some(first) = words.next() else { return false };
    first == "completed" || words.next().is_none() && ARCHIVES.contains(first)
}

/// Whether a heading says that what stands below is for later: `Future enhancements`, `Long-term (Q4)`. Events of the future
/// have to be prepared now.
pub fn is_later(title: &str) -> bool {
    let key = key(title.trim_start_matches(|c: char| !c.is_alphabetic()));
    if key.split(' ').any(|word| EVENTS.contains(word)) {
        return false;
    }
    let ends = key.match_indices(' ').map(|(at, _)| at).chain([key.len()]);
    ends.take(3).any(|end| LATER.contains(&key[..end]))
}

/// Whether a heading is over plans, whose steps are no promises: `Development Roadmap`.
pub fn is_plan(title: &str) -> bool {
    let key = key(title);
    PLANS.iter().any(|plan| key == *plan || key.strip_suffix(plan.as_str()).is_some_and(|rest| rest.ends_with(' ')))
}

/// Whether a heading is over what came of something: `Result (2025-11-10)`.
pub fn is_result(title: &str) -> bool {
    let key = key(title.trim_start_matches(|c: char| !c.is_alphabetic()));
    let ends = key.match_indices(' ').map(|(at, _)| at).chain([key.len()]);
    let is_last = |end: usize| key[end..].chars().all(|c| !c.is_alphabetic());
    ends.filter(|end| is_last(*end)).any(|end| RESULTS.contains(&key[..end]))
}

/// Whether a heading is over one part of a plan: `Phase 2: Ripening`, `Week 1-2`, `Etappe III`.
pub fn is_phase(title: &str) -> bool {
    let key = key(title.trim_start_matches(|c: char| !c.is_alphabetic()));
    let mut words = key.split(' ');
    let is_part = words.next().is_some_and(|first| PHASES.contains(first));
    let number = words.next().unwrap_or_default();
    is_part && (number.starts_with(|c: char| c.is_ascii_digit()) || matches!(number, "i" | "ii" | "iii" | "iv" | "v"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_is_an_archive_by_its_whole_name() {
        for folder in ["Archive", "05 Archives", "_archived", "COMPLETED-2025-10", "99-Archiv", "🗄️ Done", "Архив"]
        {
            assert!(is_archive(folder), "{folder}");
        }
        for folder in ["National Archive", "Archive project", "2025", "", "Undone", "Done deals"] {
            assert!(!is_archive(folder), "{folder}");
        }
    }

    #[test]
    fn a_heading_is_for_later_by_its_beginning() {
        for title in ["Future Enhancements", "Medium-term (Month 2)", "3. Long term", "Someday/maybe", "Langfristig"] {
            assert!(is_later(title), "{title}");
        }
        for title in [
            "Immediate",
            "Short-term",
            "Plan the future",
            "Futures desk",
            "Future events",
            "Zukünftige Veranstaltungen",
            "",
        ] {
            assert!(!is_later(title), "{title}");
        }
        for title in ["Phase 2: Ripening", "Week 1-2", "### Etappe III", "Semana 3", "Этап 1", "**Phase 1**"] {
            assert!(is_phase(title), "{title}");
        }
        for title in ["Immediate (Week 1)", "Phase out the vats", "Week", "Months", ""] {
            assert!(!is_phase(title), "{title}");
        }
        for title in ["Result", "Resultado final (2025-11-10)", "4. Ergebnisse", "Итоги"] {
            assert!(is_result(title), "{title}");
        }
        for title in ["Results we want", "Resulting tasks", ""] {
            assert!(!is_result(title), "{title}");
        }
        assert!(is_plan("Development Roadmap") && is_plan("Roadmap") && !is_plan("Roadmap review"));
    }

    #[test]
    fn a_status_is_known_by_the_last_word_of_its_name() {
        for name in ["status", "Phase", "state", "project_status", "projectStatus", "Estado", "статус"] {
            assert!(is_status(name), "{name}");
        }
        assert!(!is_status("statutes") && !is_status("status note") && !is_status("done"));
    }
}
