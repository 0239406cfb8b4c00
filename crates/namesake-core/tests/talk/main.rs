//! Runs the fixtures of talk, `tests/talk` of the repository: one test for each transcript and each list of action items.
//! How a case is written stands in the READMEs there. What does not work yet stands in `open.md` with its reason, which
//! `UPDATE_OPEN` writes anew.

mod case;
#[path = "../common/mod.rs"]
mod common;
mod items;
#[path = "../conventions/open.rs"]
mod open;
mod turns;

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{env, fs};

use case::Case;
use libtest_mimic::{Arguments, Trial};
use open::Open;

/// What a case came to.
struct Outcome {
    family: String,
    title: String,
    /// How many of what is expected is right, of how many, and how many came besides.
    right: usize,
    expected: usize,
    besides: usize,
    /// What is not as it should be.
    failing: Option<String>,
}

type Check = fn(&Case) -> Result<Score, String>;

/// How much of a case is right.
#[derive(Default)]
pub struct Score {
    /// Expected and found.
    pub right: usize,
    /// Expected.
    pub expected: usize,
    /// Found and not expected.
    pub besides: usize,
    /// The first thing that is wrong.
    pub wrong: Option<String>,
}

fn main() -> ExitCode {
    let arguments = Arguments::from_args();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/talk");
    let outcomes: Vec<Outcome> = [("turns", turns::check as Check), ("items", items::check)]
        .into_iter()
        .flat_map(|(kind, check)| {
            families(&folder.join(kind)).into_iter().flat_map(move |path| run(kind, &path, check))
        })
        .collect();
    if arguments.nocapture {
        print(&outcomes);
    }
    let list = folder.join("open.md");
    if env::var_os("UPDATE_OPEN").is_some() {
        let failing = outcomes.iter().filter_map(|one| Some((&*one.family, &*one.title, one.failing.as_deref()?)));
        fs::write(&list, open::written(&Open::read(&list), failing)).expect("the list can be written");
    }
    let open = Open::read(&list);
    let stray = open.stray(outcomes.iter().map(|one| (&*one.family, &*one.title)));
    let mut trials = vec![
        Trial::test("what is open is a case", move || {
            if stray.is_empty() { Ok(()) } else { Err(format!("in open.md without a case: {stray:?}").into()) }
        }),
        bound("turns", &outcomes, 99, 100),
        bound("items", &outcomes, 99, 100),
    ];
    trials.extend(APART.map(|(family, share)| bound(family, &outcomes, share, 100)));
    trials.extend(outcomes.into_iter().map(|one| trial(one, &open)));
    libtest_mimic::run(&arguments, trials).exit_code()
}

/// The families whose forms nobody thought of when the reader was made; each has a bound of its own, in per cent.
const APART: [(&str, usize); 8] = [
    ("items/broad", 95),
    ("items/field", 80),
    ("items/stranger", 95),
    ("items/unseen", 85),
    ("items/wild", 95),
    ("turns/far-field", 95),
    ("turns/field", 98),
    ("turns/further-field", 98),
];

/// At least `share` of `whole` of what is expected is found.
fn bound(kind: &'static str, outcomes: &[Outcome], share: usize, whole: usize) -> Trial {
    let is_apart = |family: &str| APART.iter().any(|(apart, _)| *apart == family);
    let is_mine = |one: &&Outcome| one.family == kind || one.family.starts_with(kind) && !is_apart(&one.family);
    let mine = outcomes.iter().filter(is_mine);
    let (right, expected) = mine.fold((0, 0), |(right, expected), one| (right + one.right, expected + one.expected));
    Trial::test(format!("{kind}: {share} of {whole} are right"), move || {
        if right * whole >= expected * share { Ok(()) } else { Err(format!("{right} of {expected}").into()) }
    })
}

fn families(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("a folder of fixtures");
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.expect("an entry").path()).collect();
    paths.retain(|path| path.extension().is_some_and(|end| end == "md") && !path.ends_with("README.md"));
    paths.sort();
    paths
}

fn run(kind: &str, path: &Path, check: Check) -> Vec<Outcome> {
    let family = format!("{kind}/{}", path.file_stem().expect("a file name").to_string_lossy());
    let text = fs::read_to_string(path).expect("a family is UTF-8");
    let cases = match case::read(&text) {
        Ok(cases) => cases,
        Err(error) => {
            let title = "can be read".to_owned();
            return vec![Outcome { family, title, right: 0, expected: 1, besides: 0, failing: Some(error) }];
        }
    };
    let outcome = |case: &Case| {
        let score = check(case).unwrap_or_else(|wrong| Score { expected: 1, wrong: Some(wrong), ..Score::default() });
        let Score { right, expected, besides, wrong } = score;
        Outcome { family: family.clone(), title: case.title.clone(), right, expected, besides, failing: wrong }
    };
    cases.iter().map(outcome).collect()
}

/// The test of one case. One that is known to be open is shown as ignored, and fails once it works.
fn trial(one: Outcome, open: &Open) -> Trial {
    let name = format!("{}: {}", one.family, one.title);
    match (one.failing, open.has(&one.family, &one.title)) {
        (None, false) => Trial::test(name, || Ok(())),
        (None, true) => Trial::test(name, || Err("It works now: take it out of open.md.".into())),
        (Some(reason), false) => Trial::test(name, || Err(reason.into())),
        (Some(reason), true) => Trial::test(name, || Err(reason.into())).with_ignored_flag(true),
    }
}

fn print(outcomes: &[Outcome]) {
    for one in outcomes {
        if let Some(reason) = &one.failing {
            println!("{}: {}\n    {reason}", one.family, one.title);
        }
    }
    for group in outcomes.chunk_by(|a, b| a.family == b.family) {
        line(&group[0].family, group.iter());
    }
    for kind in ["turns", "items"] {
        line(kind, outcomes.iter().filter(|one| one.family.starts_with(kind)));
    }
}

fn line<'o>(name: &str, group: impl Iterator<Item = &'o Outcome>) {
    let mut sums = (0, 0, 0, 0, 0);
    for one in group {
        sums.0 += usize::from(one.failing.is_none());
        sums.1 += 1;
        sums.2 += one.right;
        sums.3 += one.expected;
        sums.4 += one.besides;
    }
    let (works, cases, right, expected, besides) = sums;
    println!("{name:<22} cases {works:>3} of {cases:>3}   right {right:>4} of {expected:>4}   besides {besides:>3}");
}
