//! BENCHMARKS.md: a head, and a section for each part that was measured. A part
//! that is measured again takes the place of its section; the others stay.

/// What stands above all sections.
const HEAD: &str = "# Benchmarks\n\n\
    Written by `cargo xtask bench` in a release build; `cargo xtask bench PART…` measures parts \
    anew and leaves the others. Times are medians on whatever machine ran it, here two shared \
    cores; compare the ratios, never quote the times. Ours and bare run in turns in the same \
    minute. Misses stay in the table.\n";

/// A section as it stands in the file.
struct Section<'a> {
    title: &'a str,
    body: &'a str,
}

/// The file with a part's section in its place. `order` names the sections there
/// are, first to last; those of other titles stay at the end.
pub(super) fn put(file: &str, order: &[&str], title: &str, body: &str) -> String {
    let new = Section { title, body };
    let mut sections: Vec<Section> = sections(file)
        .filter(|section| section.title != title)
        .collect();
    sections.push(new);
    let place = |section: &Section| {
        let known = order.iter().position(|title| *title == section.title);
        known.unwrap_or(order.len())
    };
    sections.sort_by_key(place);
    let told = sections.iter().map(|Section { title, body }| {
        let body = body.trim();
        format!("\n## {title}\n\n{body}\n")
    });
    HEAD.to_owned() + &told.collect::<String>()
}

/// The file without the sections that are no part's.
pub(super) fn only(file: &str, order: &[&str]) -> String {
    let known = sections(file).filter(|section| order.contains(&section.title));
    known.fold(HEAD.to_owned(), |text, section| {
        put(&text, order, section.title, section.body)
    })
}

fn sections(file: &str) -> impl Iterator<Item = Section<'_>> {
    file.split("\n## ").skip(1).map(|section| {
        let (title, body) = section.split_once('\n').unwrap_or((section, ""));
        let title = title.trim();
        Section { title, body }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const ORDER: [&str; 3] = ["One", "Two", "Three"];

    #[test]
    fn a_part_takes_its_own_place_and_leaves_the_others() {
        let file = put("", &ORDER, "Two", "second");
        let file = put(&file, &ORDER, "Apart", "kept");
        let file = put(&file, &ORDER, "One", "first");
        let file = put(&file, &ORDER, "Two", "again");
        let told = "\n## One\n\nfirst\n\n## Two\n\nagain\n\n## Apart\n\nkept\n";
        assert_eq!(file, format!("{HEAD}{told}"));
    }

    #[test]
    fn a_whole_run_drops_what_is_no_part() {
        let file = put("", &ORDER, "Apart", "old");
        let file = put(&file, &ORDER, "Three", "third");
        assert_eq!(only(&file, &ORDER), format!("{HEAD}\n## Three\n\nthird\n"));
    }
}
