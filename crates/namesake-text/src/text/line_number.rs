//! Line numbers, from 1.

/// The number of the line on which byte `at` of `text` stands.
pub fn line_number(text: &str, at: usize) -> usize {
    LineNumbers::new(text).at(at)
}

/// The line numbers of places that come in order, counted in one walk.
pub struct LineNumbers<'t> {
    text: &'t str,
    at: usize,
    line: usize,
}

impl<'t> LineNumbers<'t> {
    /// Before the first place.
    pub const fn new(text: &'t str) -> Self {
        Self { text, at: 0, line: 1 }
    }

    /// The line of byte `place`, which no earlier one lies behind.
    pub fn at(&mut self, place: usize) -> usize {
        for byte in &self.text.as_bytes()[self.at..place] {
            self.line += usize::from(*byte == b'\n');
        }
        self.at = place;
        self.line
    }
}
