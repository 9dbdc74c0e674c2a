//! How the bytes of an attached file are sealed when the desk is encrypted:
//! XChaCha20-Poly1305 under a key that only the encrypted desk holds.

use std::fmt::Write as _;

use chacha20poly1305::aead::{Aead, AeadCore, KeyInit, OsRng, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use sha2::{Digest as _, Sha256};

/// What a sealed file begins with.
const MAGIC: &[u8] = b"SUOJI-1\n";
/// Bytes of the nonce that follows.
const NONCE: usize = 24;
/// Bytes of the tag at the end.
const TAG: usize = 16;
/// How many bytes a sealed file has more than its content.
pub(crate) const OVERHEAD: u64 = (MAGIC.len() + NONCE + TAG) as u64;

/// The SHA-256 of a file's content; the only thing a path is made of.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Digest(String);

impl Digest {
    /// The digest of these bytes.
    pub(crate) fn of(data: &[u8]) -> Self {
        Self(hex(&Sha256::digest(data)))
    }

    /// A digest as a record holds it; `None` for any other text, which could
    /// lead out of the folder.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let lower = |c: char| c.is_ascii_digit() || ('a'..='f').contains(&c);
        (text.len() == 64 && text.chars().all(lower)).then(|| Self(text.to_owned()))
    }

    /// In hexadecimal.
    pub(crate) fn text(&self) -> &str {
        &self.0
    }
}

/// The key of a desk's files.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct Key([u8; 32]);

impl std::fmt::Debug for Key {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "Key({})", self.id())
    }
}

impl Key {
    /// A new key from the system's random source.
    pub(crate) fn fresh() -> Self {
        Self(XChaCha20Poly1305::generate_key(&mut OsRng).into())
    }

    /// The key that [`Key::hex`] wrote.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let mut key = [0; 32];
        if text.len() != 64 {
            return None;
        }
        for (byte, at) in key.iter_mut().zip((0..64).step_by(2)) {
            *byte = u8::from_str_radix(text.get(at..at + 2)?, 16).ok()?;
        }
        Some(Self(key))
    }

    /// The key as the desk keeps it.
    pub(crate) fn hex(&self) -> String {
        hex(&self.0)
    }

    /// Tells keys apart without telling them: part of a sealed file's name.
    pub(crate) fn id(&self) -> String {
        let mut id = hex(&Sha256::digest(self.0));
        id.truncate(8);
        id
    }

    /// The sealed form of a content; `None` only when it is beyond what the
    /// cipher takes.
    pub(crate) fn seal(&self, digest: &Digest, data: &[u8]) -> Option<Vec<u8>> {
        let nonce = XChaCha20Poly1305::generate_nonce(&mut OsRng);
        let payload = Payload {
            msg: data,
            aad: digest.text().as_bytes(),
        };
        let cipher = XChaCha20Poly1305::new(&self.0.into());
        let sealed = cipher.encrypt(&nonce, payload).ok()?;
        Some([MAGIC, &nonce, &sealed].concat())
    }

    /// The content of a sealed form; `None` when it was changed or sealed
    /// under another key.
    pub(crate) fn open(&self, digest: &Digest, sealed: &[u8]) -> Option<Vec<u8>> {
        let (nonce, sealed) = sealed.strip_prefix(MAGIC)?.split_at_checked(NONCE)?;
        let payload = Payload {
            msg: sealed,
            aad: digest.text().as_bytes(),
        };
        let nonce: [u8; NONCE] = nonce.try_into().ok()?;
        let cipher = XChaCha20Poly1305::new(&self.0.into());
        cipher.decrypt(&XNonce::from(nonce), payload).ok()
    }
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_sealed_opens_with_its_key_only_and_only_whole() {
        let (key, data) = (Key::fresh(), b"scan of a contract".as_slice());
        let digest = Digest::of(data);
        let sealed = key.seal(&digest, data).expect("sealed");
        assert_eq!(sealed.len() as u64, data.len() as u64 + OVERHEAD);
        assert_eq!(key.open(&digest, &sealed).as_deref(), Some(data));
        let kept = Key::parse(&key.hex()).expect("key");
        assert_eq!(kept.open(&digest, &sealed).as_deref(), Some(data));
        assert_eq!(Key::fresh().open(&digest, &sealed), None);
        assert_eq!(key.open(&Digest::of(b"another"), &sealed), None);
        for at in 0..sealed.len() {
            let mut other = sealed.clone();
            other[at] ^= 1;
            assert_eq!(key.open(&digest, &other), None);
            assert_eq!(key.open(&digest, &sealed[..at]), None);
        }
    }

    #[test]
    fn only_a_digest_becomes_a_path() {
        assert!(Digest::parse(&"0a".repeat(32)).is_some());
        for text in ["", "../../etc/passwd", &"0A".repeat(32), &"é".repeat(32)] {
            assert_eq!(Digest::parse(text), None);
        }
    }
}
