//! Runs the matrix of conventions, `tests/conventions/<family>.md` of the repository: one test for each way of keeping
//! people and meetings. How a case is written stands in the README there; `case` reads one and `check` says why it does
//! not work. What does not work yet stands in `open.md` with its reason, which `UPDATE_OPEN` writes anew.

mod case;
mod check;
#[path = "../common/mod.rs"]
mod common;
mod open;

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{env, fs};

use libtest_mimic::{Arguments, Failed, Trial};
use open::Open;

/// A way of keeping people and meetings, and why it does not work, if it does not.
struct Way {
    family: String,
    title: String,
    failing: Option<String>,
}

fn main() -> ExitCode {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/conventions");
    let arguments = Arguments::from_args();
    let ways: Vec<Way> = families(&folder).iter().flat_map(|path| ways_of(path)).collect();
    if arguments.nocapture {
        print!("{}", table(&ways));
    }
    let list = folder.join("open.md");
    if env::var_os("UPDATE_OPEN").is_some() {
        let failing = ways.iter().filter_map(|way| Some((&*way.family, &*way.title, way.failing.as_deref()?)));
        fs::write(&list, open::written(&Open::read(&list), failing)).expect("the list can be written");
    }
    let open = Open::read(&list);
    let mut trials = vec![
        Trial::test("the matrix is as large as it should be, and no title is used twice", {
            let titles: Vec<String> = ways.iter().map(|way| format!("{}: {}", way.family, way.title)).collect();
            move || titles_are_well(&titles)
        }),
        Trial::test("what is open is a case of the matrix", {
            let stray = open.stray(ways.iter().map(|way| (&*way.family, &*way.title)));
            move || if stray.is_empty() { Ok(()) } else { Err(format!("in open.md without a case: {stray:?}").into()) }
        }),
        Trial::test("a case that says something wrong fails", check::wrong_cases_fail),
    ];
    trials.extend(ways.into_iter().map(|way| trial(way, &open)));
    libtest_mimic::run(&arguments, trials).exit_code()
}

/// The files of the families, in order.
fn families(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("tests/conventions");
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.expect("an entry").path()).collect();
    paths.retain(|path| {
        path.extension().is_some_and(|end| end == "md") && !path.ends_with("README.md") && !path.ends_with("open.md")
    });
    paths.sort();
    paths
}

fn ways_of(path: &Path) -> Vec<Way> {
    let family = path.file_stem().expect("a file name").to_string_lossy().into_owned();
    let text = fs::read_to_string(path).expect("a family is UTF-8");
    match case::read(&text) {
        Ok(cases) => {
            let way = |case: &case::Case| Way {
                family: family.clone(),
                title: case.title.clone(),
                failing: check::check(case).err(),
            };
            cases.iter().map(way).collect()
        }
        Err(error) => vec![Way { title: format!("{family}.md can be read"), family, failing: Some(error) }],
    }
}

/// The test of one way. One that is known to be open is shown as ignored, and fails once it works.
fn trial(way: Way, open: &Open) -> Trial {
    let name = format!("{}: {}", way.family, way.title);
    match (way.failing, open.has(&way.family, &way.title)) {
        (None, false) => Trial::test(name, || Ok(())),
        (None, true) => Trial::test(name, || Err("It works now: take it out of open.md.".into())),
        (Some(reason), false) => Trial::test(name, || Err(reason.into())),
        (Some(reason), true) => Trial::test(name, || Err(reason.into())).with_ignored_flag(true),
    }
}

fn titles_are_well(titles: &[String]) -> Result<(), Failed> {
    let mut seen = BTreeSet::new();
    let twice: Vec<&String> = titles.iter().filter(|title| !seen.insert(*title)).collect();
    match (titles.len() >= 150, twice.is_empty()) {
        (true, true) => Ok(()),
        (false, _) => Err(format!("only {} cases", titles.len()).into()),
        _ => Err(format!("used twice: {twice:?}").into()),
    }
}

/// How many ways of each family work, and what is in the way of the others.
fn table(ways: &[Way]) -> String {
    let (mut counts, mut reasons) = (String::new(), String::new());
    for family in ways.chunk_by(|a, b| a.family == b.family) {
        let works = family.iter().filter(|way| way.failing.is_none()).count();
        let _ = writeln!(counts, "{:<12} works {works:>3} of {:>3}", family[0].family, family.len());
        for way in family {
            if let Some(reason) = &way.failing {
                let _ = writeln!(reasons, "{}: {}\n    {reason}", way.family, way.title);
            }
        }
    }
    let works = ways.iter().filter(|way| way.failing.is_none()).count();
    format!("{reasons}\n{counts}{:<12} works {works:>3} of {:>3}\n", "all", ways.len())
}
