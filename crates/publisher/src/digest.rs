//! Names derived from content.

use sha2::{Digest, Sha256};

/// The first 16 hexadecimal digits of the SHA-256 digest of some bytes.
pub fn digest(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}
