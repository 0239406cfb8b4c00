//! The weights of the features, read from a table: name and weight a line.

use std::collections::HashMap;
use std::sync::LazyLock;

const TABLE: &str = include_str!("../../../data/heard.tsv");

static OWN: LazyLock<Weights> = LazyLock::new(|| Weights::read(TABLE));

/// The weight of each feature, in logits.
pub struct Weights {
    of: HashMap<Box<str>, f32>,
    bias: f32,
}

impl Weights {
    /// Those that come with the tool.
    pub fn own() -> &'static Self {
        &OWN
    }

    /// Those of a table; a line without a number is left out.
    pub fn read(table: &str) -> Self {
        let rows = table.lines().filter(|line| !line.starts_with('#')).filter_map(|line| {
            let (name, weight) = line.split_once('\t')?;
            Some((Box::from(name), weight.trim().parse().ok()?))
        });
        let of: HashMap<Box<str>, f32> = rows.collect();
        let bias = of.get("bias").copied().unwrap_or_default();
        Self { of, bias }
    }

    pub(super) fn bias(&self) -> f32 {
        self.bias
    }

    pub(super) fn of(&self, name: &str) -> f32 {
        self.of.get(name).copied().unwrap_or_default()
    }
}
