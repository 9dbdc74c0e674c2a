//! The hybrid logical clock that stamps every change: it follows the wall
//! clock while that moves forward and keeps counting when it does not.
//!
//! It orders concurrent edits for display only; correctness never depends on
//! it, so a wrong clock neither blocks nor loses anything.

/// 48 bits of milliseconds since 1970 and 16 bits of counter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Hlc(pub i64);

impl Hlc {
    /// The stamp after `self` when the wall clock shows `now_ms`.
    #[must_use]
    pub fn next(self, now_ms: i64) -> Self {
        let wall = now_ms.clamp(0, (1 << 47) - 1) << 16;
        Self(wall.max(self.0.saturating_add(1)))
    }

    /// The milliseconds since 1970 it shows.
    pub fn millis(self) -> i64 {
        self.0 >> 16
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn always_forward_whatever_the_wall_clock_does(
            walls in proptest::collection::vec(any::<i64>(), 1..200),
        ) {
            let mut clock = Hlc(0);
            for wall in walls {
                let next = clock.next(wall);
                prop_assert!(next > clock || clock.0 == i64::MAX);
                clock = next;
            }
        }

        #[test]
        fn shows_the_wall_clock_when_that_is_ahead(ms in 1i64..(1 << 46)) {
            prop_assert_eq!(Hlc(0).next(ms).millis(), ms);
        }
    }
}
