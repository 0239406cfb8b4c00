//! The weights of the features, read from a table: name and weight a line.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

const TABLE: &str = include_str!("../../data/heard.tsv");

static OWN: LazyLock<Weights> = LazyLock::new(|| Weights::read(TABLE));

/// The weight of each feature, in logits.
pub struct Weights {
    /// The place of each feature among the weights.
    places: FxHashMap<Box<str>, usize>,
    logits: Vec<f32>,
    bias: f32,
}

/// The sum of the weights of features, each counted once.
pub(super) struct Score<'w> {
    weights: &'w Weights,
    is_counted: Vec<bool>,
    sum: f32,
}

impl<'w> Score<'w> {
    pub fn new(weights: &'w Weights) -> Self {
        Self { weights, is_counted: vec![false; weights.logits.len()], sum: weights.bias }
    }

    /// Counts a feature; one without a weight says nothing.
    pub fn add(&mut self, name: &str) {
        let Some(&place) = self.weights.places.get(name) else { return };
        if !std::mem::replace(&mut self.is_counted[place], true) {
            self.sum += self.weights.logits[place];
        }
    }

    /// In logits.
    pub fn sum(&self) -> f32 {
        self.sum
    }
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
            Some((name, weight.trim().parse().ok()?))
        });
        let mut read = Self { places: FxHashMap::default(), logits: Vec::new(), bias: 0.0 };
        for (name, weight) in rows {
            if name == "bias" {
                read.bias = weight;
                continue;
            }
            read.places.insert(Box::from(name), read.logits.len());
            read.logits.push(weight);
        }
        read
    }
}
