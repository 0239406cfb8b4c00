//! Prints the questions of `scan --questions`.

use std::io::{self, Write};

use namesake_core::questions::{Confidence, Question, QuestionKind, Queue, Quote};

use crate::output::{ASIDE, Output, TITLE, count, one_line};

/// Prints what is safe, the questions, and what nobody can be asked.
pub fn print(queue: &Queue, out: &mut Output) -> io::Result<()> {
    let safe: usize = queue.safe.values().sum();
    if safe > 0 {
        writeln!(out, "{} safe; `namesake fix` shows them.", count(safe, "repair is", "repairs are"))?;
    }
    for question in &queue.questions {
        print_question(question, out)?;
    }
    let open: usize = queue.open.values().sum();
    if open > 0 {
        let notes = count(queue.open.len(), "note", "notes");
        writeln!(
            out,
            "\n{} in {notes} can only be known by you; `namesake scan` lists them.",
            count(open, "thing", "things")
        )?;
    }
    writeln!(out, "{}.", count(queue.questions.len(), "question", "questions"))
}

fn print_question(question: &Question, out: &mut Output) -> io::Result<()> {
    let title = out.styled(TITLE, one_line(&question.ask));
    let id = out.styled(ASIDE, &question.id);
    writeln!(out, "\n{title} ({}{id})", confidence(question.confidence))?;
    for reason in &question.evidence {
        let reason = out.styled(ASIDE, format_args!("· {}", one_line(reason)));
        writeln!(out, "    {reason}")?;
    }
    for place in &question.places {
        let at = format!("{}:{}", one_line(place.path.as_str()), place.line);
        match question.kind {
            QuestionKind::Name => writeln!(out, "  {at}")?,
            QuestionKind::Alike => {
                let Quote { before, words, after } = &place.quote;
                writeln!(out, "  {at}  {}", one_line(&format!("{before}{words}{after}")))?;
            }
            QuestionKind::Names | QuestionKind::Tasks | QuestionKind::One => {
                writeln!(out, "  {at}  {}", one_line(&place.message))?;
            }
        }
    }
    for (at, answer) in question.answers.iter().enumerate() {
        writeln!(out, "  {}. {}", at + 1, one_line(answer))?;
    }
    Ok(())
}

const fn confidence(confidence: Option<Confidence>) -> &'static str {
    match confidence {
        Some(Confidence::VeryLikely) => "very likely, ",
        Some(Confidence::Likely) => "likely, ",
        Some(Confidence::Either) => "could be either, ",
        None => "",
    }
}
