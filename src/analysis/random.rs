//! Uniform numbers from a seed.
#![allow(clippy::inline_always, reason = "the innermost loop, in a build that is small before it is fast")]

/// `SplitMix64`: one addition and three mixing steps on 64-bit integers, so that every platform draws the same numbers.
#[derive(Clone, Copy, Debug)]
pub struct SplitMix64 {
    state: u64,
}

impl SplitMix64 {
    /// The generator of a seed.
    #[must_use]
    pub fn new(seed: u64) -> Self {
        Self { state: seed }
    }

    /// The next 64 random bits.
    #[inline(always)]
    pub fn next_bits(&mut self) -> u64 {
        self.state = self.state.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut bits = self.state;
        bits = (bits ^ (bits >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        bits = (bits ^ (bits >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        bits ^ (bits >> 31)
    }

    /// A number strictly between 0 and 1: the upper 53 bits and a half.
    #[inline(always)]
    #[allow(clippy::cast_precision_loss, clippy::cast_possible_wrap, reason = "53 bits fit exactly")]
    pub fn next_uniform(&mut self) -> f64 {
        const STEP: f64 = 1.0 / 9_007_199_254_740_992.0;
        // As a signed number: the shift leaves no sign, and WebAssembly converts it faster.
        ((self.next_bits() >> 11) as i64 as f64 + 0.5) * STEP
    }
}

#[cfg(test)]
mod tests {
    use super::SplitMix64;

    #[test]
    fn the_published_first_number_of_the_published_seed() {
        assert_eq!(SplitMix64::new(1_234_567).next_bits(), 6_457_827_717_110_365_317);
    }

    #[test]
    fn uniforms_stay_inside() {
        let mut random = SplitMix64::new(1);
        assert!((0..10_000).map(|_| random.next_uniform()).all(|u| u > 0.0 && u < 1.0));
    }
}
