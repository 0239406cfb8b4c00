//! What moving properties promises: each keeps its lines and its comments, and where that is in doubt nothing moves.

use proptest::prelude::*;

use super::*;

/// Properties by the letter they begin with; other names last, as they stand.
fn by_letter(entry: &Entry) -> usize {
    entry.key.bytes().next().filter(u8::is_ascii_lowercase).map_or(usize::MAX, usize::from)
}

fn arranged(yaml: &str) -> Result<String, SpliceError> {
    let text = format!("---\n{yaml}---\n# Body\n");
    let edits = arrange(&text, &Frontmatter::read(&text), &by_letter)?;
    let new = apply(&text, &edits).unwrap();
    Ok(new.strip_prefix("---\n").unwrap().strip_suffix("---\n# Body\n").unwrap().to_owned())
}

fn moved(yaml: &str) -> String {
    arranged(yaml).unwrap()
}

fn key(error: fn(String) -> SpliceError, key: &str) -> Result<String, SpliceError> {
    Err(error(key.to_owned()))
}

#[test]
fn whole_properties_move() {
    assert_eq!(moved("b: 1\na:\n  - x\n  - y\n"), "a:\n  - x\n  - y\nb: 1\n");
    assert_eq!(moved("c: [x,\n  y]\n'b' : |\n  t\na: {k: v}\n"), "a: {k: v}\n'b' : |\n  t\nc: [x,\n  y]\n");
    assert_eq!(moved("Z: 1\nB: 2\na: 3\n"), "a: 3\nZ: 1\nB: 2\n");
    assert_eq!(moved(" b: 1\n a: 2\n"), " a: 2\n b: 1\n");
    assert_eq!(moved("b: 1\r\na: 2\nc: 3\r\n"), "a: 2\nb: 1\r\nc: 3\r\n");
}

#[test]
fn as_few_as_possible_are_touched() {
    let text = "---\nb: 1\nc: 2\na: 3\nd: 4\n---\n";
    let edits = arrange(text, &Frontmatter::read(text), &by_letter).unwrap();
    assert_eq!(edits, [Edit::insert(4, "a: 3\n"), Edit::delete(Span::new(14, 19))]);
}

#[test]
fn comments_go_where_their_property_goes() {
    assert_eq!(moved("b: 1 # one\n# about a\n# more\na: 2\n"), "# about a\n# more\na: 2\nb: 1 # one\n");
    assert_eq!(moved("# about b\nb: 1\na: 2\n"), "a: 2\n# about b\nb: 1\n");
    assert_eq!(moved("b:\n  - x\n  # not yet\na: 2\n"), "a: 2\nb:\n  - x\n  # not yet\n");
    assert_eq!(moved("b:\n- x\n# - y\na: 2\n"), "a: 2\nb:\n- x\n# - y\n");
    assert_eq!(moved("b: 1\n# still b\n\na: 2\n"), "a: 2\nb: 1\n# still b\n\n");
}

#[test]
fn the_head_and_the_end_of_the_block_stay() {
    assert_eq!(moved("# by hand\n\nb: 1\na: 2\n"), "# by hand\n\na: 2\nb: 1\n");
    assert_eq!(moved("\nb: 1\na: 2\n\n# the end\n"), "\na: 2\nb: 1\n\n# the end\n");
    assert_eq!(moved("b: 1\n\na: 2\n"), "a: 2\nb: 1\n\n");
}

#[test]
fn nothing_to_sort_changes_no_byte() {
    for yaml in
        ["# head\na: 1\n\n# loose\n\nb: &x 1\n# end\n", "? a\n: 1\n", "a: 1\na: 2\n", "{\"a\": 1, \"b\": 2}\n", ""]
    {
        assert_eq!(moved(yaml), yaml);
    }
}

#[test]
fn a_comment_between_blank_lines_may_be_anybody_s() {
    assert_eq!(arranged("b: 1\n\n# dates\n\na: 2\n"), key(SpliceError::Loose, "a"));
    assert_eq!(arranged("b: |\n  t\n\n# dates\n\na: 2\n"), key(SpliceError::Loose, "a"));
    // Whosesoever it is, both its neighbours are where they were.
    assert_eq!(moved("b: 1\n\n# dates\n\nc: 2\na: 3\n"), "a: 3\nb: 1\n\n# dates\n\nc: 2\n");
}

#[test]
fn an_alias_never_loses_its_anchor() {
    assert_eq!(arranged("b: &x 1\na: *x\n"), Err(SpliceError::Alias));
    assert_eq!(arranged("c: &x 1\nd: &x 2\na: *x\nb: 1\n"), Err(SpliceError::Alias));
    assert_eq!(arranged("b: *x\na: &x 1\n"), Err(SpliceError::Alias));
    assert_eq!(moved("c: &x 1\nd: *x\na: 1\n"), "a: 1\nc: &x 1\nd: *x\n");
    assert_eq!(moved("b: [x] # R&D*\na:\n  - y # R&D\n"), "a:\n  - y # R&D\nb: [x] # R&D*\n");
}

#[test]
fn a_text_that_ends_in_blank_lines_keeps_them() {
    assert_eq!(moved("b: |+\n  t\n\n\na: 1\n"), "a: 1\nb: |+\n  t\n\n\n");
    assert_eq!(moved("b: 1\na: |+\n  t\n\n"), "a: |+\n  t\n\nb: 1\n");
    assert_eq!(moved("b: |\n  t\na: 1\n\n"), "a: 1\nb: |\n  t\n\n");
    // Here it would gain the blank line that stands at the end.
    assert_eq!(arranged("b: |+\n  t\na: 1\n\n"), key(SpliceError::Form, "b"));
}

#[test]
fn an_indented_comment_never_becomes_a_line_of_text() {
    assert!(arranged("  # about c\nc: 1\na: 1\nb: |\n  t\n").is_err());
}

#[test]
fn what_cannot_be_told_apart_is_refused() {
    assert_eq!(arranged("b: 1\na: 2\nb: 3\n"), key(SpliceError::Duplicate, "b"));
    assert_eq!(arranged("{\"b\": 1, \"a\": 2}\n"), key(SpliceError::Form, "b"));
    assert_eq!(arranged("b: 1\n? a\n: 2\n"), key(SpliceError::Form, "a"));
    assert_eq!(arranged("b: 1\n?\n  a\n: 2\n"), key(SpliceError::Form, "b"));
    assert_eq!(arranged("b: 1\ra: 2\n"), key(SpliceError::Form, "b"));
    assert_eq!(arranged("!!map\nb: 1\na: 2\n"), key(SpliceError::Form, "b"));
    assert_eq!(arranged("b: 1\na: 2\n...\n"), key(SpliceError::Form, "a"));
    assert_eq!(arranged("--- # c\nb: 1\na: 2\n"), key(SpliceError::Form, "b"));
}

/// Blocks of all the forms there are, most of them valid.
fn blocks() -> impl Strategy<Value = String> {
    let forms = [
        ": 1",
        ":",
        ": 'x' # c",
        ": \"y: z\"",
        ":\n  - x\n  # in\n  - y # on",
        ":\n- x\n# - y",
        ":\n- x\n\n- y",
        ": [x, 'y']",
        ": {x: 1}",
        ": |\n  t\n\n",
        ": |+\n  t\n\n",
        ": |+\n  t",
        ": >-\n    f\n  # x\n",
        ": &n v",
        ": *n",
        ": [*n]",
        ": !!str 1",
        ":\n  k: v\n  # below",
        ": x\n  y",
        ":\n\n  z",
        " : \u{2028}\u{85}",
        ":\n  x\n\n# c",
    ];
    let key = prop::sample::select(vec!["a", "b", "'c'", "\"d\"", "e", "Z", "ü"]);
    let entry = (key, prop::sample::select(forms.to_vec())).prop_map(|(key, form)| format!("{key}{form}"));
    let other =
        prop::sample::select(vec!["# c", "# d", "  # e", "", "", "# - f", "? g\n: h", "..."]).prop_map(str::to_owned);
    let lines = prop::collection::vec(prop_oneof![3 => entry, 1 => other], 0..7);
    (lines, any::<u32>()).prop_map(|(lines, endings)| {
        let yaml: String = lines.iter().flat_map(|line| [line.as_str(), "\n"]).collect();
        let ended = yaml.split_inclusive('\n').enumerate().map(|(at, line)| match endings >> (at % 32) & 1 {
            1 if endings % 3 == 0 => line.replace('\n', "\r\n"),
            _ => line.to_owned(),
        });
        format!("---\n{}---\nbody\n", ended.collect::<String>())
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_moves_is_in_order_holds_the_same_and_rests(text in blocks()) {
        let fm = Frontmatter::read(&text);
        let Ok(edits) = arrange(&text, &fm, &by_letter) else { return Ok(()) };
        if edits.is_empty() {
            prop_assert!(fm.entries.is_sorted_by_key(by_letter), "{text}");
            return Ok(());
        }
        let new = apply(&text, &edits).unwrap();
        let read = Frontmatter::read(&new);
        prop_assert_eq!(&read.error, &fm.error);
        prop_assert!(read.entries.is_sorted_by_key(by_letter), "{new}");
        prop_assert_eq!(arrange(&new, &read, &by_letter), Ok(Vec::new()));
        for entry in &fm.entries {
            let other = read.get(&entry.key).unwrap();
            prop_assert!(other.value.same(&entry.value), "{new}");
            prop_assert!(other.span.of(&new).starts_with(entry.span.of(&text)), "{new}");
        }
        let lines = |text: &str| {
            let mut lines: Vec<String> = text.split_inclusive('\n').map(str::to_owned).collect();
            lines.sort();
            lines
        };
        prop_assert_eq!(lines(&new), lines(&text));
    }

    #[test]
    fn ordinary_properties_are_never_refused(keys in Just(["a", "b", "c", "d", "e"]).prop_shuffle(), forms in prop::collection::vec(0..6_usize, 5)) {
        let forms = forms.iter().map(|&form| [": 1 # c\n", ":\n  - x\n  - y\n", ": |\n  t\n", ": [x]\n\n", ": &n v\n", ":\n"][form]);
        let yaml: String = keys.iter().zip(forms).flat_map(|(key, form)| ["# about ", key, "\n", key, form]).collect();
        match arranged(&yaml) {
            Ok(new) => {
                for key in keys {
                    prop_assert!(new.contains(&format!("# about {key}\n{key}:")), "{new}");
                }
            }
            Err(error) => prop_assert!(error == SpliceError::Alias && yaml.matches('&').count() > 1, "{error}"),
        }
    }

    #[test]
    fn the_fewest_move(wanted in Just((0..8).collect::<Vec<usize>>()).prop_shuffle()) {
        let stays = staying(&wanted);
        let kept: Vec<usize> = wanted.iter().copied().filter(|&at| stays[at]).collect();
        prop_assert!(kept.is_sorted());
        let longest = (0..1_u32 << wanted.len())
            .filter(|set| wanted.iter().filter(|&&at| set >> at & 1 == 1).is_sorted())
            .map(u32::count_ones)
            .max();
        prop_assert_eq!(Some(u32::try_from(kept.len()).unwrap()), longest);
    }
}
