//! Maps by record id. Ids end in random bits, so these bits are the hash.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

use uuid::Uuid;

/// Takes the last eight bytes as they are.
#[derive(Debug, Default, Clone, Copy)]
pub struct IdHasher(u64);

impl Hasher for IdHasher {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for block in bytes.rchunks(8).take(1) {
            for byte in block {
                self.0 = (self.0 << 8) | u64::from(*byte);
            }
        }
    }

    fn write_usize(&mut self, _: usize) {}
}

/// A map by record id.
pub type IdMap<T> = HashMap<Uuid, T, BuildHasherDefault<IdHasher>>;
