//! The labelled lines of a meeting note that are about this meeting and not about the next or the last one.

use crate::note::{Field, Note};
use crate::word_list::{WordList, lower};

/// Words in headings of sections about another meeting, in lower case.
static OTHER: WordList =
    WordList::new("next previous last upcoming following future follow-up followup nächste nächstes nächster");

/// The lines of a meeting note with one of these labels that do not stand under a heading such as “Next meeting”.
pub(super) fn own_fields<'n>(note: &'n Note, labels: &[&str]) -> Vec<&'n Field> {
    let is_other = |title: &str| title.split_whitespace().any(|word| OTHER.contains(&lower(word)));
    let under = |field: &Field| note.body().section_at(field.value.start);
    let fields = note.body().fields_of(labels);
    fields.filter(|field| !under(field).is_some_and(|section| is_other(&section.title))).collect()
}
