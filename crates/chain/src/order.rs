//! Order keys: texts between any two of which another fits, so that moving a
//! segment writes one record.

const DIGITS: &[u8; 36] = b"0123456789abcdefghijklmnopqrstuvwxyz";

fn digit(byte: u8) -> usize {
    DIGITS.iter().position(|digit| *digit == byte).unwrap_or(0)
}

/// A key after `before` and before `after`; either may be open.
///
/// Keys never end in `0`, so that there is always room below one.
pub fn between(before: Option<&str>, after: Option<&str>) -> String {
    let low = before.unwrap_or_default().as_bytes();
    let high = after
        .map(str::as_bytes)
        .filter(|high| low < *high && high.iter().any(|byte| *byte != b'0'));
    let mut key = Vec::new();
    let mut bounded = high;
    for place in 0.. {
        let least = low.get(place).map_or(0, |byte| digit(*byte));
        let most = match bounded {
            Some(high) => high.get(place).map_or(0, |byte| digit(*byte)),
            None => DIGITS.len(),
        };
        if most > least + 1 {
            // Near the lower end where nothing bounds it: appended rows are
            // many, and keys stay short.
            let step = match bounded {
                None if place < low.len() => 1,
                _ => (most - least) / 2,
            };
            key.push(DIGITS[least + step]);
            break;
        }
        key.push(DIGITS[least]);
        if most > least {
            bounded = None;
        }
    }
    key.iter().map(|byte| char::from(*byte)).collect()
}

/// The key of the `index`-th of `count` rows that are written together.
pub fn nth(index: usize, count: usize) -> String {
    let digits = std::iter::successors(Some(count * 2), |left| Some(left / 36))
        .take_while(|left| *left > 0)
        .count()
        .max(2);
    let mut left = index + 1;
    let mut key = vec![b'0'; digits];
    for place in key.iter_mut().rev() {
        *place = DIGITS[left % 36];
        left /= 36;
    }
    key.push(b'i');
    key.iter().map(|byte| char::from(*byte)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn there_is_always_room(places in proptest::collection::vec(0usize..100, 1..200)) {
            let mut keys: Vec<String> = Vec::new();
            for place in places {
                let at = place % (keys.len() + 1);
                let before = at.checked_sub(1).map(|at| keys[at].as_str());
                let key = between(before, keys.get(at).map(String::as_str));
                keys.insert(at, key);
            }
            prop_assert!(keys.is_sorted());
            let mut once = keys.clone();
            once.dedup();
            prop_assert_eq!(once.len(), keys.len());
        }
    }

    #[test]
    fn rows_written_together_keep_their_order() {
        let keys: Vec<String> = (0..3_000).map(|at| nth(at, 3_000)).collect();
        assert!(keys.is_sorted());
        assert!(between(None, Some(&keys[0])) < keys[0]);
    }
}
