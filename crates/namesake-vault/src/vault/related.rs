//! The notes whose findings may change when another note does.

use super::context::once_each;
use super::store::Vault;
use namesake_text::path::NotePath;

impl Vault {
    /// The notes whose findings may change when the one at `path` does, itself first.
    pub fn related(&mut self, path: &NotePath) -> Vec<NotePath> {
        self.settle();
        let mut related = vec![path.clone()];
        related.extend(self.participants(path));
        related.extend(self.pupils(path));
        related.extend(self.meetings_of(path).cloned());
        related.extend(self.backlinks(path));
        related.extend(self.bio_subject(path));
        related.extend(self.notes_with_tasks_of(path));
        related.extend(self.names.lookalikes(path, &[]).into_iter().map(|other| other.path));
        once_each(related)
    }
}
