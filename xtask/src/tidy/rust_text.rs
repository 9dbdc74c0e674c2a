//! Telling code, string literals and comments of a Rust file apart.

/// What a piece of a file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sort {
    Code,
    Text,
    Comment,
}

/// A piece of a file, with the line it starts on.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Piece<'a> {
    pub(super) sort: Sort,
    pub(super) line: usize,
    pub(super) text: &'a str,
}

/// Cuts a Rust file into pieces. Quotes and comment signs are left out of the
/// pieces' texts; escapes in strings stay as written.
pub(super) fn pieces(source: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let (mut from, mut at, mut line) = (0, 0, 1);
    while at < source.len() {
        let rest = &source[at..];
        let after_name = source[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_');
        let Some((sort, head, body, tail)) = special(rest, after_name) else {
            at += rest.chars().next().map_or(1, char::len_utf8);
            continue;
        };
        if body == 0 && sort == Sort::Code {
            at += head;
            continue;
        }
        push(&mut pieces, Sort::Code, &mut line, &source[from..at]);
        push(&mut pieces, sort, &mut line, &rest[head..head + body]);
        at += head + body + tail;
        from = at;
    }
    push(&mut pieces, Sort::Code, &mut line, &source[from..]);
    pieces
}

fn push<'a>(pieces: &mut Vec<Piece<'a>>, sort: Sort, line: &mut usize, text: &'a str) {
    if !text.is_empty() {
        let start = *line;
        pieces.push(Piece {
            sort,
            line: start,
            text,
        });
        *line += text.matches('\n').count();
    }
}

/// What starts here, if it is no plain code: its sort and the lengths of its
/// opening, its body and its closing. A character literal is code to be skipped.
fn special(rest: &str, after_name: bool) -> Option<(Sort, usize, usize, usize)> {
    if let Some(body) = rest.strip_prefix("//") {
        let end = body.find('\n').unwrap_or(body.len());
        return Some((Sort::Comment, 2, end, 0));
    }
    if rest.starts_with("/*") {
        let end = block_end(rest);
        return Some((Sort::Comment, 2, end.saturating_sub(4), 2.min(end - 2)));
    }
    if rest.starts_with('"') {
        return Some(plain(rest, 1));
    }
    if rest.starts_with('\'') {
        return character(rest).map(|length| (Sort::Code, length, 0, 0));
    }
    if after_name {
        return None;
    }
    let prefix = rest
        .bytes()
        .take_while(|b| matches!(b, b'b' | b'c' | b'r'))
        .count();
    let (letters, quoted) = rest.split_at(prefix.min(2));
    if letters.is_empty() {
        return None;
    }
    if letters.ends_with('r') {
        let fence = quoted.bytes().take_while(|b| *b == b'#').count();
        let body = quoted[fence..].strip_prefix('"')?;
        let closing = format!("\"{}", "#".repeat(fence));
        let end = body.find(&closing).unwrap_or(body.len());
        let tail = closing.len().min(body.len() - end);
        return Some((Sort::Text, letters.len() + fence + 1, end, tail));
    }
    quoted
        .starts_with('"')
        .then(|| plain(rest, letters.len() + 1))
}

/// A plain string literal whose opening is `head` bytes long.
fn plain(rest: &str, head: usize) -> (Sort, usize, usize, usize) {
    let body = &rest[head..];
    let mut escaped = false;
    for (at, c) in body.char_indices() {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' => return (Sort::Text, head, at, 1),
            _ => {}
        }
    }
    (Sort::Text, head, body.len(), 0)
}

/// The length of a character literal; `None` for a lifetime.
fn character(rest: &str) -> Option<usize> {
    let mut chars = rest.char_indices().skip(1);
    let (_, first) = chars.next()?;
    if first == '\\' {
        let end = rest[3..].find('\'')?;
        return Some(3 + end + 1);
    }
    let (at, second) = chars.next()?;
    (second == '\'').then_some(at + 1)
}

/// Where a block comment ends; they nest.
fn block_end(rest: &str) -> usize {
    let (mut at, mut depth) = (0, 0_usize);
    while at < rest.len() {
        if rest[at..].starts_with("/*") {
            depth += 1;
            at += 2;
        } else if rest[at..].starts_with("*/") {
            depth -= 1;
            at += 2;
            if depth == 0 {
                return at;
            }
        } else {
            at += rest[at..].chars().next().map_or(1, char::len_utf8);
        }
    }
    rest.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(sort: Sort, source: &str) -> Vec<(usize, &str)> {
        let pieces = pieces(source).into_iter();
        let pieces = pieces.filter(|piece| piece.sort == sort);
        pieces.map(|piece| (piece.line, piece.text)).collect()
    }

    #[test]
    fn string_literals_of_all_kinds_are_found_with_their_lines() {
        let source = "let a = \"one\";\nlet b = r#\"two \"2\"\"#;\nlet c = b\"three\";\n\
            let d = \"four \\\" 4\n still\";\nlet e = cr\"five\"; let four = \"\u{4e07}\";";
        let found = [
            (1, "one"),
            (2, "two \"2\""),
            (3, "three"),
            (4, "four \\\" 4\n still"),
            (6, "five"),
            (6, "\u{4e07}"),
        ];
        assert_eq!(of(Sort::Text, source), found);
    }

    #[test]
    fn comments_are_no_code_and_no_text() {
        let source = "// a \"b\" c\nx /* d /* \"e\" */ f */ y";
        assert_eq!(of(Sort::Text, source), []);
        assert_eq!(of(Sort::Comment, source)[0], (1, " a \"b\" c"));
        assert_eq!(of(Sort::Code, source), [(1, "\nx "), (2, " y")]);
    }

    #[test]
    fn characters_and_lifetimes_open_no_string() {
        let source =
            "fn f<'a>(x: &'a str) { let q = '\"'; let b = '\\''; let n = b'\\n'; g(\"t\") }";
        assert_eq!(of(Sort::Text, source), [(1, "t")]);
    }

    #[test]
    fn an_unfinished_file_ends_all_the_same() {
        for source in ["\"abc", "/* abc", "r#\"abc\"", "'", "//", "b", "/*"] {
            assert!(pieces(source).len() <= 2, "{source}");
        }
    }
}
