//! What two spellings of one written form share.

use namesake_names::fold;

/// What two spellings of one form share: neither case nor accents nor an apostrophe with “s” make another one.
pub fn form_key(written: &str) -> String {
    let written = written.trim();
    fold(written.strip_suffix("'s").or_else(|| written.strip_suffix("’s")).unwrap_or(written))
}
