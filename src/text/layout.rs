//! Lines to blocks: where one paragraph ends and the next begins, in text wrapped or not.

use memchr::memchr3_iter;

use crate::span::Span;

/// The paragraphs' spans, white space trimmed, empty ones left out.
pub(super) fn blocks(article: &str) -> Vec<Span> {
    let lines = lines(article);
    let width = wrap_width(article, &lines);
    let mut blocks = Vec::with_capacity(lines.len());
    let mut open: Option<Span> = None;
    for (i, &line) in lines.iter().enumerate() {
        let text = line.trimmed(article);
        if text.is_empty() {
            blocks.extend(open.take());
            continue;
        }
        open = Some(open.map_or(text, |block| block.cover(text)));
        let ends = match width {
            None => true,
            Some(width) => {
                lines.get(i + 1).is_none_or(|&next| ends_paragraph(article, line, next, width))
            }
        };
        if ends {
            blocks.extend(open.take());
        }
    }
    blocks.extend(open);
    blocks
}

/// A line has so many bytes, more often than not more.
const LINE: usize = 128;

/// Lines without their ends: LF, CR LF, CR alone, and Unicode's line and paragraph separators.
fn lines(article: &str) -> Vec<Span> {
    let bytes = article.as_bytes();
    let mut lines = Vec::with_capacity(bytes.len() / LINE + 1);
    let mut start = 0;
    for at in memchr3_iter(b'\n', b'\r', 0xE2, bytes) {
        if at < start {
            continue;
        }
        let next = match bytes[at] {
            b'\r' if bytes.get(at + 1) == Some(&b'\n') => at + 2,
            0xE2 if bytes[at..].starts_with("\u{2028}".as_bytes())
                || bytes[at..].starts_with("\u{2029}".as_bytes()) =>
            {
                at + 3
            }
            0xE2 => continue,
            _ => at + 1,
        };
        lines.push(Span { start, end: at });
        start = next;
    }
    lines.push(Span { start, end: bytes.len() });
    lines
}

/// A hard-wrapped text has lines of one width that break off inside sentences.
const WRAPPED: std::ops::RangeInclusive<usize> = 40..=100;
const LONGEST_WRAPPED: usize = 130;

/// The longest line, if the text is hard-wrapped.
fn wrap_width(article: &str, lines: &[Span]) -> Option<usize> {
    if lines.iter().any(|line| line.len() > 2 * LONGEST_WRAPPED) {
        return None;
    }
    let solid = |line: &Span| !article[*line].trim().is_empty();
    let (mut followed, mut fitting, mut finished, mut width) = (0, 0, 0, 0);
    for pair in lines.windows(2) {
        if !solid(&pair[0]) || !solid(&pair[1]) {
            continue;
        }
        let text = article[pair[0]].trim_end();
        followed += 1;
        fitting += usize::from(WRAPPED.contains(&text.len()));
        finished += usize::from(ends_sentence(text));
        width = width.max(text.len());
    }
    let wrapped = followed > 0
        && width <= LONGEST_WRAPPED
        && fitting * 3 >= followed * 2
        && finished * 5 < followed * 3;
    wrapped.then_some(width)
}

fn ends_sentence(line: &str) -> bool {
    let line = line.trim_end_matches(super::chars::is_closer);
    line.ends_with(['.', '!', '?', '…', ':'])
}

/// In wrapped text a paragraph also ends at a short finished line, or before an indented one.
fn ends_paragraph(article: &str, line: Span, next: Span, width: usize) -> bool {
    let text = article[line].trim_end();
    let indent = |line: Span| line.len() - article[line].trim_start().len();
    let indented = indent(next) >= indent(line) + 2 && ends_sentence(text);
    let first_word = article[next].split_whitespace().next().map_or(0, str::len);
    let short = text.len() + 1 + first_word + width / 4 <= width;
    indented || (short && ends_sentence(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(article: &str) -> Vec<&str> {
        blocks(article).into_iter().map(|span| &article[span]).collect()
    }

    #[test]
    fn blank_lines_and_single_lines() {
        assert_eq!(
            texts("One.\n\nTwo.\nThree.\r\n\r\nFour.\rFive"),
            ["One.", "Two.", "Three.", "Four.", "Five"]
        );
        assert_eq!(texts("\n \t\n a \u{2029}b"), ["a", "b"]);
        assert!(texts("").is_empty());
    }

    #[test]
    fn hard_wrapped_text_joins_its_lines() {
        let article = "The council met on Tuesday evening in the old corn exchange and\n\
                       heard from eleven residents who asked it to keep the library\n\
                       open.\n\
                       Nobody spoke for closing it, and the vote was put off until the\n\
                       first week of June.\n\nThe end.";
        assert_eq!(texts(article).len(), 3);
        assert!(texts(article)[0].ends_with("open."));
    }

    #[test]
    fn a_paragraph_a_line_stays_a_paragraph_a_line() {
        let article = "“We have waited eleven years for this bridge,” said Ida Lund.\n\
                       “And now we shall wait one more year,” said her neighbour.\n\
                       “It is what it is, and nobody asked us,” said Tom.";
        assert_eq!(texts(article).len(), 3);
    }
}
