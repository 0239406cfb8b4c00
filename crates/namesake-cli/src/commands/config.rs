//! `config`: prints the settings in force with every key, in the shape that `--config` reads, or their schema.

use std::io::{self, Write};

use namesake_core::config::Config;
use namesake_core::rules;
use serde::Serialize;

use super::outcome::Outcome;
use crate::args::Config as ConfigArgs;
use crate::error::Result;
use crate::output::Output;
use crate::settings;
use crate::vault_folder::VaultFolder;

pub fn run(args: &ConfigArgs, out: &mut Output) -> Result<Outcome> {
    if args.schema {
        print(&settings::schema(), out)?;
        return Ok(Outcome::Done);
    }
    let folder = args.vault.as_deref().map(VaultFolder::open).transpose()?;
    let of_plugin = folder.map(|folder| folder.settings());
    let config = settings::in_force(&args.settings, of_plugin.as_deref())?;
    print(&with_every_rule(config), out)?;
    Ok(Outcome::Done)
}

/// Says of rules that nobody has switched on or off which way they are.
fn with_every_rule(mut config: Config) -> Config {
    for rule in rules::ALL {
        config.settings.rules.entry(rule.name.to_owned()).or_insert(rule.on);
    }
    config
}

fn print(value: &impl Serialize, out: &mut Output) -> io::Result<()> {
    out.json(value)?;
    writeln!(out)
}
