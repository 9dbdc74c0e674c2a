//! What texts and records are filed under, in little room: a ledger of a
//! million rows is kept in memory by what its records are called.

use std::collections::{HashMap, HashSet};
use std::hash::{BuildHasher, BuildHasherDefault, Hash, Hasher, RandomState};

use uuid::Uuid;

/// Stands for a text. Among three million texts, as a ledger of a million rows
/// has, two have the same key once in some four million imports.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Key(u64);

impl Hash for Key {
    fn hash<H: Hasher>(&self, state: &mut H) {
        state.write_u64(self.0);
    }
}

/// Makes keys.
#[derive(Debug, Default)]
pub(super) struct Keys(RandomState);

impl Keys {
    /// The key of a text that stands in a field of a kind.
    pub(super) fn of(&self, kind: &str, field: &str, text: &str) -> Key {
        Key(self.0.hash_one((kind, field, text)))
    }
}

/// Takes a key as it is, which is random already.
#[derive(Debug, Default)]
pub(super) struct AsIs(u64);

impl Hasher for AsIs {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = self.0.rotate_left(8) ^ u64::from(*byte);
        }
    }

    fn write_u64(&mut self, number: u64) {
        self.0 = number;
    }
}

/// Something under each key.
pub(super) type ByKey<T> = HashMap<Key, T, BuildHasherDefault<AsIs>>;

/// Records in the order they came, under what they have in common; most often
/// that is one.
#[derive(Debug)]
pub(super) struct Several<K, S = RandomState> {
    first: HashMap<K, Uuid, S>,
    /// All of them, where there are more.
    all: HashMap<K, Vec<Uuid>, S>,
}

impl<K, S: Default> Default for Several<K, S> {
    fn default() -> Self {
        Self {
            first: HashMap::default(),
            all: HashMap::default(),
        }
    }
}

impl<K: Copy + Eq + Hash, S: BuildHasher> Several<K, S> {
    /// Files a record, once.
    pub(super) fn add(&mut self, under: K, id: Uuid) {
        let first = *self.first.entry(under).or_insert(id);
        if first == id {
            return;
        }
        let all = self.all.entry(under).or_insert_with(|| vec![first]);
        if !all.contains(&id) {
            all.push(id);
        }
    }

    /// The records filed there.
    pub(super) fn under(&self, key: K) -> &[Uuid] {
        if let Some(all) = self.all.get(&key) {
            return all;
        }
        self.first.get(&key).map_or(&[], std::slice::from_ref)
    }
}

/// Records that rows of an import stand for, and whether it made them: eight
/// bytes each.
#[derive(Debug, Default)]
pub(super) struct Stood {
    keys: RandomState,
    marks: HashSet<u64, BuildHasherDefault<AsIs>>,
}

/// The bit of a mark that says that the record is new.
const NEW: u64 = 1 << 40;

impl Stood {
    fn mark(&self, id: &Uuid) -> u64 {
        self.keys.hash_one(id) & !NEW
    }

    /// A row stands for this record.
    pub(super) fn insert(&mut self, id: &Uuid) {
        let mark = self.mark(id);
        if !self.marks.contains(&(mark | NEW)) {
            self.marks.insert(mark);
        }
    }

    /// A row makes this record.
    pub(super) fn insert_new(&mut self, id: &Uuid) {
        self.marks.insert(self.mark(id) | NEW);
    }

    /// Whether a row stands for it.
    pub(super) fn contains(&self, id: &Uuid) -> bool {
        self.is_new(id) || self.marks.contains(&self.mark(id))
    }

    /// Whether a row made it.
    pub(super) fn is_new(&self, id: &Uuid) -> bool {
        self.marks.contains(&(self.mark(id) | NEW))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn records_stand_once_and_in_the_order_they_came() {
        let ids: Vec<Uuid> = (0..4).map(|_| Uuid::now_v7()).collect();
        let keys = Keys::default();
        let mut filed: Several<Key, BuildHasherDefault<AsIs>> = Several::default();
        let key = |text| keys.of("project", "name", text);
        for at in [2, 0, 2, 0, 1] {
            filed.add(key("甲"), ids[at]);
        }
        filed.add(key("乙"), ids[3]);
        assert_eq!(filed.under(key("甲")), [ids[2], ids[0], ids[1]]);
        assert_eq!(filed.under(key("乙")), [ids[3]]);
        assert!(filed.under(key("丙")).is_empty());
        assert_ne!(
            keys.of("project", "name", "甲"),
            keys.of("project", "chain", "甲")
        );
    }

    #[test]
    fn a_record_stands_for_a_row_new_or_not() {
        let ids: Vec<Uuid> = (0..3).map(|_| Uuid::now_v7()).collect();
        let mut stood = Stood::default();
        stood.insert_new(&ids[0]);
        stood.insert(&ids[0]);
        stood.insert(&ids[1]);
        let found = |id| (stood.contains(id), stood.is_new(id));
        assert_eq!(found(&ids[0]), (true, true));
        assert_eq!(found(&ids[1]), (true, false));
        assert_eq!(found(&ids[2]), (false, false));
    }
}
