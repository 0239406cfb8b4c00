//! Which settings hold: those that the command line names, those of the plugin in the vault, or the defaults; and their
//! schema, made from the types that read them. What the settings mean is the core's business.

mod read;
mod schema;
mod unknown;

use std::io::ErrorKind;
use std::path::Path;

use namesake_core::config::Config;
use namesake_core::pattern;

use crate::args::SettingsArgs;
use crate::error::{Error, Result};
use crate::output;

pub use read::adopted;
pub use schema::schema;

/// The settings in force: those in the file that the command line names, else those in the file where the plugin keeps its
/// own, else the defaults.
///
/// What is not known in a named file is refused, since it is mistyped. In the plugin's own file it is passed over with a
/// warning, since a newer plugin may have written it.
pub fn in_force(args: &SettingsArgs, of_plugin: Option<&Path>) -> Result<Config> {
    match (&args.config, of_plugin) {
        (Some(file), _) => named(file),
        (None, Some(file)) => plugins(file),
        (None, None) => Ok(Config::default()),
    }
}

/// The settings in `file`, which must be there and hold nothing that is not known.
fn named(file: &Path) -> Result<Config> {
    let found = read::settings(file)?.ok_or_else(|| Error::at(file)(ErrorKind::NotFound.into()))?;
    if let Some(which) = unknown::sentence(&found.unknown) {
        return Err(Error::UnknownSettings { file: file.to_owned(), which });
    }
    match pattern::first_wrong(&found.config.settings.patterns) {
        None => Ok(found.config),
        Some(reason) => Err(Error::Pattern { file: file.to_owned(), reason }),
    }
}

/// The settings in the plugin's `file`, or the defaults where there is none.
fn plugins(file: &Path) -> Result<Config> {
    let Some(found) = read::settings(file)? else { return Ok(Config::default()) };
    if let Some(which) = unknown::sentence(&found.unknown) {
        let file = file.display();
        output::warn(&format_args!(
            "{file}: {which} This is passed over; if it is not mistyped, a newer Namesake knows it"
        ));
    }
    if let Some(reason) = pattern::first_wrong(&found.config.settings.patterns) {
        output::warn(&format_args!("{}: {reason}; the others are looked for", file.display()));
    }
    Ok(found.config)
}
