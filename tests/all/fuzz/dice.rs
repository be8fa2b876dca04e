//! Numbers that look like chance, and are the same for the same round.

/// xorshift64*, which is enough for this.
pub(super) struct Dice(u64);

impl Dice {
    /// The dice of a round.
    pub(super) fn of(round: u64) -> Self {
        let mixed = round.wrapping_add(1).wrapping_mul(0x9E37_79B9_7F4A_7C15);
        Self((mixed ^ (mixed >> 29)) | 1)
    }

    /// A number below `end`, or 0.
    pub(super) fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        let number = self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 11;
        usize::try_from(number).unwrap_or(0) % end.max(1)
    }

    pub(super) fn one_in(&mut self, count: usize) -> bool {
        self.below(count) == 0
    }

    pub(super) fn pick<'a, T>(&mut self, list: &'a [T]) -> &'a T {
        &list[self.below(list.len())]
    }

    /// A place in a text where it can be cut.
    pub(super) fn place(&mut self, text: &str) -> usize {
        floor(text, self.below(text.len() + 1))
    }
}

/// The nearest place before a byte where a text can be cut.
pub(super) fn floor(text: &str, byte: usize) -> usize {
    let byte = byte.min(text.len());
    (0..=byte)
        .rev()
        .find(|at| text.is_char_boundary(*at))
        .unwrap_or(0)
}
