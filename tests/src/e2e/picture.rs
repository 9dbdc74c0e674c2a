//! Pictures that were approved by eye, and whether the window still looks like them.

use std::fs::File;
use std::io::BufReader;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, ensure};

/// The side of the squares whose mean colours are compared: how letters are smoothed
/// differs from machine to machine, and where they stand does not.
const SQUARE: usize = 4;

/// How far a channel of a square may be from the approved one, of 255.
const NEAR: u32 = 14;

/// How many squares may be further: those of a blinking caret, and not those of a mark.
const FEW: usize = 12;

/// Says that approved pictures are to be made anew.
const APPROVE: &str = "SUOJI_APPROVE";

/// A picture as lines of red, green and blue.
#[derive(Debug, PartialEq, Eq)]
struct Picture {
    width: usize,
    height: usize,
    bytes: Vec<u8>,
}

impl Picture {
    fn read(file: &Path) -> Result<Self> {
        let open = File::open(file).with_context(|| format!("{}", file.display()))?;
        let mut decoder = png::Decoder::new(BufReader::new(open));
        decoder.set_transformations(png::Transformations::normalize_to_color8());
        let mut reader = decoder.read_info()?;
        let size = reader.output_buffer_size().context("its size")?;
        let mut bytes = vec![0; size];
        let info = reader.next_frame(&mut bytes)?;
        let channels = info.color_type.samples();
        ensure!(channels >= 3, "{} has no colours", file.display());
        let pixels = bytes[..info.buffer_size()].chunks_exact(channels);
        Ok(Self {
            width: usize::try_from(info.width)?,
            height: usize::try_from(info.height)?,
            bytes: pixels
                .flat_map(|pixel| [pixel[0], pixel[1], pixel[2]])
                .collect(),
        })
    }

    /// The summed colour of the square whose corner is here, and its number of pixels.
    fn square(&self, left: usize, top: usize) -> ([u32; 3], u32) {
        let (mut sum, mut count) = ([0; 3], 0);
        for y in top..(top + SQUARE).min(self.height) {
            for x in left..(left + SQUARE).min(self.width) {
                let at = (y * self.width + x) * 3;
                for (total, part) in sum.iter_mut().zip(&self.bytes[at..at + 3]) {
                    *total += u32::from(*part);
                }
                count += 1;
            }
        }
        (sum, count)
    }

    /// How many squares look different, and the first that does.
    fn differs(&self, other: &Self) -> (usize, Option<(usize, usize)>) {
        let (mut far, mut first) = (0, None);
        for top in (0..self.height).step_by(SQUARE) {
            for left in (0..self.width).step_by(SQUARE) {
                let ((ours, count), (theirs, _)) =
                    (self.square(left, top), other.square(left, top));
                let near = |(one, two): (u32, u32)| one.abs_diff(two) <= NEAR * count;
                if !ours.into_iter().zip(theirs).all(near) {
                    far += 1;
                    first = first.or(Some((left, top)));
                }
            }
        }
        (far, first)
    }
}

/// The approved picture of this name.
fn approved(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("pictures");
    folder.join(format!("{name}.png"))
}

/// Compares what the window showed with the approved picture of this name.
///
/// A picture that is meant to look different is approved by running the story with
/// `SUOJI_APPROVE=1`, looking at the new pictures, and committing them.
pub(super) fn compare(shown: &Path, name: &str) -> Result<()> {
    let kept = approved(name);
    if std::env::var_os(APPROVE).is_some() {
        std::fs::create_dir_all(kept.parent().context("its folder")?)?;
        std::fs::copy(shown, &kept)?;
        return Ok(());
    }
    let (now, then) = (Picture::read(shown)?, Picture::read(&kept)?);
    let (size, kept_size) = ((now.width, now.height), (then.width, then.height));
    ensure!(
        size == kept_size,
        "{name} is {size:?} now, and was approved as {kept_size:?}; see {}",
        shown.display()
    );
    let (far, first) = now.differs(&then);
    ensure!(
        far <= FEW,
        "{name} looks different in {far} squares, first at {first:?}; see {} and {}",
        shown.display(),
        kept.display()
    );
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A white sheet with a blue box whose left edge is here.
    fn sheet(left: usize) -> Picture {
        let blue = |at: usize| (left..left + 30).contains(&(at % 200)) && at / 200 < 20;
        Picture {
            width: 200,
            height: 100,
            bytes: (0..20_000)
                .flat_map(|at| if blue(at) { [42, 88, 197] } else { [255; 3] })
                .collect(),
        }
    }

    #[test]
    fn a_moved_box_is_seen_and_a_softer_edge_is_not() {
        assert_eq!(sheet(40).differs(&sheet(40)), (0, None));
        assert!(sheet(40).differs(&sheet(48)).0 > FEW);
        let mut soft = sheet(40);
        for at in (40 * 3)..(41 * 3) {
            soft.bytes[at] = soft.bytes[at].saturating_add(60);
        }
        assert!(soft.differs(&sheet(40)).0 <= FEW);
    }

    #[test]
    fn another_colour_is_seen() {
        let mut other = sheet(40);
        for byte in other.bytes.iter_mut().filter(|byte| **byte == 197) {
            *byte = 150;
        }
        assert!(other.differs(&sheet(40)).0 > FEW);
    }
}
