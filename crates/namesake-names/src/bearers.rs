//! Who bears a first name, whatever else speaks for or against them.

use namesake_text::path::NotePath;

use super::index::NameIndex;
use super::key;
use super::postings::Id;

impl NameIndex {
    /// The people with this first name, which is folded, and a surname. Short forms of it are other names.
    pub fn of_first_name(&self, first: &str) -> Vec<&NotePath> {
        let ids = self.whole_posting(key::first(first)).iter().copied();
        let bears = |id: &Id| {
            let forms = self.record(*id).map(|record| record.forms.iter());
            forms.into_iter().flatten().any(|form| form.first.text() == first && form.last.is_some())
        };
        ids.filter(bears).map(|id| self.path(id)).collect()
    }
}
