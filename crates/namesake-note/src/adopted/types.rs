//! `types.json`: what properties hold.

use namesake_language::{Said, say};
use namesake_text::frontmatter::schema::TypesFile;
use serde_json::Value;

use super::file::Source;
use super::model::Adopted;

/// Reads `types.json`.
pub(super) fn read(adopted: &mut Adopted, source: &Source) {
    let file = serde_json::from_value::<TypesFile>(Value::Object(source.object.clone()));
    let Some(file) = adopted.reported(source.path, file.map_err(|error| Said::verbatim(error.to_string()))) else {
        return;
    };
    adopted.property_types = file.types.into_iter().map(|(key, kind)| (key.to_lowercase(), kind)).collect();
    if !adopted.property_types.is_empty() {
        let count = match adopted.property_types.len() {
            1 => say!("1 property"),
            n => say!("{n} properties", n),
        };
        adopted.note(say!("types of properties"), count, source.path);
    }
}
