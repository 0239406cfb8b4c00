//! What two spellings of one written form share.

use namesake_names::fold;

/// The same for all spellings of one form: case, accents and a possessive “s” make no difference.
pub fn form_key(written: &str) -> String {
    let written = written.trim();
    fold(written.strip_suffix("'s").or_else(|| written.strip_suffix("’s")).unwrap_or(written))
}
