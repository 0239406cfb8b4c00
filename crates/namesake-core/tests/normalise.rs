//! The frontmatter rules, all switched on, on notes that nobody would write.

mod oracle;
#[path = "oracle/pieces.rs"]
mod pieces;

use proptest::prelude::*;

proptest! {
    #![proptest_config(ProptestConfig { cases: 1000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_rules_of_the_frontmatter_keep_their_promises(place: u8, bytes: Vec<u8>, opens in prop::bool::weighted(0.8)) {
        let body: String = bytes.iter().map(|byte| pieces::piece(*byte)).collect();
        let text = if opens { format!("---\n{body}---\ntext\n") } else { body };
        let verdict = oracle::check(oracle::path(place), &text);
        prop_assert_eq!(verdict, Ok(()), "{:?}", text);
    }
}
