//! Several places in a text, of which one is found by halving.

use super::Span;

/// Spans in order, of which no two overlap or touch.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Spans(Vec<Span>);

impl Spans {
    /// The bytes of all `spans`, which may overlap and stand in any order.
    pub fn new(mut spans: Vec<Span>) -> Self {
        spans.retain(|span| !span.is_empty());
        spans.sort();
        let mut apart: Vec<Span> = Vec::with_capacity(spans.len());
        for span in spans {
            match apart.last_mut() {
                Some(last) if span.start <= last.end => last.end = last.end.max(span.end),
                _ => apart.push(span),
            }
        }
        Self(apart)
    }

    /// Whether byte `at` lies in one.
    pub fn holds(&self, at: usize) -> bool {
        self.from(at).first().is_some_and(|span| span.start <= at)
    }

    /// Whether `span` shares a byte with one.
    pub fn overlaps(&self, span: Span) -> bool {
        self.from(span.start).first().is_some_and(|next| next.overlaps(span))
    }

    /// Those that end behind byte `at`.
    pub fn from(&self, at: usize) -> &[Span] {
        &self.0[self.0.partition_point(|span| span.end <= at)..]
    }

    /// All, in order.
    pub fn into_vec(self) -> Vec<Span> {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_byte_is_held_where_one_of_the_spans_holds_it(
            pairs in prop::collection::vec((0_usize..40, 0_usize..8), 0..8),
            at in 0_usize..50,
            len in 1_usize..6,
        ) {
            let given: Vec<Span> = pairs.into_iter().map(|(start, len)| Span::new(start, start + len)).collect();
            let spans = Spans::new(given.clone());
            let holds = |at: usize| given.iter().any(|span| span.start <= at && at < span.end);
            prop_assert_eq!(spans.holds(at), holds(at));
            prop_assert_eq!(spans.overlaps(Span::new(at, at + len)), (at..at + len).any(holds));
            prop_assert!(spans.from(0).windows(2).all(|pair| pair[0].end < pair[1].start));
        }
    }
}
