//! The word lists of `data/` as they are shipped, in a third of their bytes. `build.rs` packs them with the same model.
//!
//! A word begins with a capital for the number of letters it shares with the word before it (`A` none, `B` one); the
//! first word of a line shares with the first of the line before. What is left is coded arithmetically, bit by bit, by
//! how often that bit was 1 behind the same letter.

/// Ends a packed list.
pub const END: u8 = 0;

/// The letter that says "nothing shared".
pub const NONE_SHARED: u8 = b'A';

/// The text that was packed: words with a blank between them, lines that end in a line feed.
pub fn unpack(packed: &[u8]) -> String {
    let mut model = Model::new();
    let mut range = Range::WHOLE;
    let mut rest = packed.iter();
    let mut value = (0..4).fold(0, |value, _| followed(value, &mut rest));
    let mut letter = || {
        model.letter(|chance| {
            let middle = range.middle(chance);
            let bit = value <= middle;
            range.narrow(bit, middle);
            while range.settled().is_some() {
                value = followed(value, &mut rest);
            }
            bit
        })
    };
    let mut text = String::new();
    let (mut line, mut word) = (0, 0);
    loop {
        match letter() {
            END => return text,
            b'\n' => {
                text.push('\n');
                word = line;
                line = text.len();
            }
            shared @ b'A'..=b'Z' => {
                if text.len() > line {
                    text.push(' ');
                }
                let same = word..word + usize::from(shared - NONE_SHARED);
                word = text.len();
                text.extend_from_within(same);
            }
            other => text.push(char::from(other)),
        }
    }
}

fn followed(value: u32, rest: &mut std::slice::Iter<u8>) -> u32 {
    value << 8 | u32::from(rest.next().copied().unwrap_or_default())
}

/// How likely each bit of a letter is to be 1, behind the letter before it. Letters are ASCII, so of seven bits.
pub struct Model {
    chances: Vec<Chance>,
    before: u8,
}

impl Model {
    /// A model that has seen nothing.
    pub fn new() -> Self {
        Self { chances: vec![Chance::EVEN; 128 * 128], before: 0 }
    }

    /// Codes a letter: `code` gets the chance that the next bit is 1, and says what it is.
    pub fn letter(&mut self, mut code: impl FnMut(u32) -> bool) -> u8 {
        // The bits known until now behind a 1, which marks where they begin.
        let mut bits = 1;
        while bits < 128 {
            let chance = &mut self.chances[usize::from(self.before) * 128 + usize::from(bits)];
            let bit = code(chance.of_one.unsigned_abs() >> 4);
            chance.learn(bit);
            bits = bits << 1 | u8::from(bit);
        }
        self.before = bits & 127;
        self.before
    }
}

/// In parts of 65,536, and how many bits it was learnt from.
#[derive(Clone, Copy)]
struct Chance {
    of_one: i32,
    seen: i32,
}

impl Chance {
    const EVEN: Self = Self { of_one: 1 << 15, seen: 0 };

    /// Near the mean of what was seen, and after 14 bits a mean that slowly forgets.
    fn learn(&mut self, bit: bool) {
        let step = ((i32::from(bit) << 16) - self.of_one) >> (self.seen + 2).ilog2();
        self.of_one = (self.of_one + step).clamp(64, 65_536 - 64);
        self.seen = (self.seen + 1).min(14);
    }
}

/// The numbers that may still follow, both ends included.
pub struct Range {
    low: u32,
    /// Its first byte alone, with zeros behind it, lies in the range once what is settled has been taken off.
    pub high: u32,
}

impl Range {
    /// All of them.
    pub const WHOLE: Self = Self { low: 0, high: u32::MAX };

    /// The last number that means 1, for a chance in parts of 4,096.
    pub fn middle(&self, chance: u32) -> u32 {
        self.low + ((self.high - self.low) >> 12) * chance
    }

    /// Keeps the part of the range that means `bit`.
    pub fn narrow(&mut self, bit: bool, middle: u32) {
        match bit {
            true => self.high = middle,
            false => self.low = middle + 1,
        }
    }

    /// Takes off the first byte, once it is the same at both ends.
    pub fn settled(&mut self) -> Option<u8> {
        let first = self.low >> 24;
        (first == self.high >> 24).then(|| {
            self.low <<= 8;
            self.high = self.high << 8 | 0xFF;
            first.to_le_bytes()[0]
        })
    }
}
