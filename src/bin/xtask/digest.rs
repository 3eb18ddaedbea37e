//! Digests of files, as browsers check them.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha384};

/// What stands in an attribute `integrity`.
pub fn integrity(bytes: &[u8]) -> String {
    format!("sha384-{}", STANDARD.encode(Sha384::digest(bytes)))
}

/// A short name for bytes, of hexadecimal digits.
pub fn name(bytes: &[u8]) -> String {
    let digits = Sha384::digest(bytes).iter().take(8).fold(0, |all, byte| all << 8 | u64::from(*byte));
    format!("{digits:016x}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digests_are_those_of_the_standard() {
        // FIPS 180-4: the digest of "abc" begins with cb00753f45a35e8b.
        assert_eq!(name(b"abc"), "cb00753f45a35e8b");
        assert_eq!(integrity(b"abc"), "sha384-ywB1P0WjXou1oD1pmsZQBycsMqsO3tFjGotgWkP/W+2AhgcroefMI1i67KE0yCWn");
    }
}
