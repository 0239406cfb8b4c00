//! Runs the Markdown specs of the rules, `tests/rules/<group>/<rule>.md` of the repository: one test for each case.
//! How a spec is written stands in `tests/rules/README.md`; `spec` reads one, `case` checks it, and `update` writes into
//! it what the rule does if `UPDATE_SPECS` is set.

mod case;
#[path = "../common/mod.rs"]
mod common;
mod shown;
mod spec;
mod update;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{env, fs};

use libtest_mimic::{Arguments, Failed, Trial};
use namesake_core::rules;

fn main() -> ExitCode {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/rules");
    let arguments = Arguments::from_args();
    if env::var_os("UPDATE_SPECS").is_some() {
        update_specs(&folder, arguments.filter.as_deref().unwrap_or_default());
    }
    let mut trials = vec![
        Trial::test("every rule has a spec and every spec a rule", {
            let folder = folder.clone();
            move || rules_and_specs_agree(&folder)
        }),
        Trial::test("a spec that says something wrong fails", wrong_specs_fail),
    ];
    for path in specs(&folder) {
        trials.extend(trials_of(&folder, &path));
    }
    libtest_mimic::run(&arguments, trials).exit_code()
}

/// The spec files, in order.
fn specs(folder: &Path) -> Vec<PathBuf> {
    let files = |folder: &Path| -> Vec<PathBuf> {
        let mut paths: Vec<PathBuf> =
            fs::read_dir(folder).expect("tests/rules").map(|entry| entry.expect("an entry").path()).collect();
        paths.sort();
        paths
    };
    let groups = files(folder).into_iter().filter(|path| path.is_dir());
    groups.flat_map(|group| files(&group)).filter(|path| path.extension().is_some_and(|end| end == "md")).collect()
}

/// Writes the specs whose names contain `filter` anew where they do not hold. What cannot be written fails its test.
fn update_specs(folder: &Path, filter: &str) {
    for path in specs(folder).into_iter().filter(|path| name(folder, path).contains(filter)) {
        let rule = path.file_stem().expect("a file name").to_string_lossy().into_owned();
        let text = fs::read_to_string(&path).expect("a spec is UTF-8");
        match update::update(&rule, &text) {
            Ok(new) if new == text => {}
            Ok(new) => fs::write(&path, new).expect("the spec can be written"),
            Err(error) => eprintln!("{}: {error}", path.display()),
        }
    }
}

/// A spec's place without folder and ending: `frontmatter/placeholder`.
fn name(folder: &Path, path: &Path) -> String {
    let inside = path.strip_prefix(folder).expect("below the folder").with_extension("");
    inside.to_string_lossy().replace('\\', "/")
}

fn trials_of(folder: &Path, path: &Path) -> Vec<Trial> {
    let name = name(folder, path);
    let rule = path.file_stem().expect("a file name").to_string_lossy().into_owned();
    let text = fs::read_to_string(path).expect("a spec is UTF-8");
    match spec::read(&text) {
        Ok(cases) => cases
            .into_iter()
            .map(|case| {
                let rule = rule.clone();
                Trial::test(format!("{name}: {}", case.title), move || Ok(case::check(&rule, &case)?))
            })
            .collect(),
        Err(error) => vec![Trial::test(name, move || Err(error.into()))],
    }
}

fn rules_and_specs_agree(folder: &Path) -> Result<(), Failed> {
    let specs: BTreeSet<String> = specs(folder).iter().map(|path| name(folder, path)).collect();
    let rules: BTreeSet<String> =
        rules::ALL.iter().map(|rule| format!("{}/{}", rule.group.name(), rule.name)).collect();
    let missing: Vec<_> = rules.difference(&specs).collect();
    let stray: Vec<_> = specs.difference(&rules).collect();
    if missing.is_empty() && stray.is_empty() {
        return Ok(());
    }
    Err(format!("rules without a spec: {missing:?}\nspecs without a rule: {stray:?}").into())
}

/// The runner itself: each of these says something about heading-spacing that is not so.
fn wrong_specs_fail() -> Result<(), Failed> {
    let note = "````md note=\"People/A.md\"\ntext\n## Key Facts\n````\n";
    let found = "````findings\nauto People/A.md: The heading “Key Facts” follows text\n````\n";
    let after = "````md after=\"People/A.md\"\ntext\n\n## Key Facts\n````\n";
    let right = format!("## Right\n{note}{found}{after}");
    let wrong = [
        ("a finding that is not expected", format!("## Case\n{note}````findings\nnone\n````\n{after}")),
        ("a change that is not expected", format!("## Case\n{note}{found}")),
        ("another tier", format!("## Case\n{note}{}{after}", found.replace("auto", "review"))),
        ("another message", format!("## Case\n{note}{}{after}", found.replace("follows", "precedes"))),
        ("other bytes", format!("## Case\n{note}{found}{}", after.replace("## Key", "##  Key"))),
        ("no findings block", format!("## Case\n{note}{after}")),
        ("a note that is not there", format!("## Case\n{note}{found}{}", after.replace("A.md", "B.md"))),
    ];
    let passes = |text: &str| {
        spec::read(text).and_then(|cases| cases.iter().try_for_each(|case| case::check("heading-spacing", case)))
    };
    passes(&right)?;
    let slipped: Vec<_> = wrong.iter().filter(|(_, text)| passes(text).is_ok()).map(|(what, _)| what).collect();
    if slipped.is_empty() { Ok(()) } else { Err(format!("passed: {slipped:?}").into()) }
}
