//! Finds the quotation marks of a paragraph and judges by its neighbours whether each may open or close.

use memchr::{memchr, memchr3};

use crate::span::Span;
use crate::text::chars::{after, before, is_apostrophe, is_dash};

/// A quotation mark.
#[derive(Clone, Copy, Debug)]
pub(super) struct Mark {
    pub(super) span: Span,
    /// The mark's shape family: only marks of one family pair.
    pub(super) family: Family,
    pub(super) single: bool,
    pub(super) may_open: bool,
    pub(super) may_close: bool,
    /// A closing mark behind punctuation or before it, which an apostrophe hardly is.
    pub(super) strong: bool,
}

/// Marks that pair with each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Family {
    /// `"`, `“ ”`, `„ “`, ``` `` '' ```: mixed freely by careless editors.
    Double,
    /// `'`, `‘ ’`, `‚ ‘`, `` ` ``.
    Single,
    /// `« »` in both directions, and their single kin.
    Guillemet,
    /// `「 」` and `『 』`.
    Corner,
}

/// What the char itself says of its direction.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Direction {
    Open,
    Close,
    Either,
}

/// Finds the bytes that begin a mark: ASCII ones, and the lead bytes of the others (U+00AB, U+00BB, U+201x, U+203x, U+300x,
/// U+FF02). Three searches, each a step of the processor for many bytes, and each made again only where its last find is passed.
struct Leads<'a> {
    bytes: &'a [u8],
    found: [usize; 3],
}

impl<'a> Leads<'a> {
    fn new(bytes: &'a [u8]) -> Self {
        Self { bytes, found: [0; 3] }
    }

    /// The first such byte at `at` or behind it; the end if there is none.
    fn next(&mut self, at: usize) -> usize {
        let Some(rest) = self.bytes.get(at..) else { return self.bytes.len() };
        for (number, found) in self.found.iter_mut().enumerate() {
            if *found > at || *found == at && at > 0 {
                continue;
            }
            let next = match number {
                0 => memchr3(b'"', b'\'', 0xE2, rest),
                1 => memchr3(0xC2, 0xE3, 0xEF, rest),
                _ => memchr(b'`', rest),
            };
            *found = next.map_or(self.bytes.len(), |next| at + next);
        }
        self.found.into_iter().min().unwrap_or(at)
    }
}

/// Appends the marks of one paragraph.
pub(super) fn push_marks(article: &str, paragraph: Span, out: &mut Vec<Mark>) {
    let bytes = article.as_bytes();
    let mut leads = Leads::new(&bytes[..paragraph.end]);
    let mut at = leads.next(paragraph.start);
    // whether a double mark before waits for its closing one, as far as counting tells
    let (mut straight, mut curly) = (0_usize, false);
    while at < paragraph.end {
        let Some((family, direction, len)) = shape(&article[at..paragraph.end]) else {
            let mut next = at + 1;
            while !article.is_char_boundary(next) {
                next += 1;
            }
            at = leads.next(next);
            continue;
        };
        let span = Span::new(at, at + len);
        let waits = straight % 2 == 1 || curly;
        out.extend(judge(article, paragraph, span, family, direction, waits));
        straight += usize::from(bytes[at] == b'"');
        curly |= article[span] == *"“";
        at = leads.next(at + len);
    }
}

fn shape(text: &str) -> Option<(Family, Direction, usize)> {
    use Direction::{Close, Either, Open};
    use Family::{Corner, Double, Guillemet, Single};
    if text.starts_with("``") {
        return Some((Double, Open, 2));
    }
    if text.starts_with("''") {
        return Some((Double, Either, 2));
    }
    let ch = text.chars().next()?;
    let (family, direction) = match ch {
        '"' | '＂' => (Double, Either),
        '“' | '‟' => (Double, Open),
        '„' => (Double, Open),
        '”' | '〞' => (Double, Close),
        '\'' => (Single, Either),
        '‘' | '‛' | '`' | '‚' => (Single, Open),
        '’' => (Single, Close),
        '«' | '»' | '‹' | '›' => (Guillemet, Either),
        '「' | '『' => (Corner, Open),
        '」' | '』' => (Corner, Close),
        _ => return None,
    };
    Some((family, direction, ch.len_utf8()))
}

/// Words that lose their head: an apostrophe before one opens nothing.
const CLIPPED: [&str; 12] =
    ["tis", "twas", "em", "til", "till", "cause", "n", "bout", "round", "fraid", "twill", "twere"];

fn judge(
    article: &str,
    paragraph: Span,
    span: Span,
    family: Family,
    direction: Direction,
    waits: bool,
) -> Option<Mark> {
    let prev = if span.start > paragraph.start { before(article, span.start) } else { None };
    let next = if span.end < paragraph.end { after(article, span.end) } else { None };
    let space_before = prev.is_none_or(char::is_whitespace);
    let space_after = next.is_none_or(char::is_whitespace);
    let single = family == Family::Single;
    let word_before = prev.is_some_and(char::is_alphanumeric);
    let word_after = next.is_some_and(char::is_alphanumeric);
    if single && word_before && word_after {
        return None;
    }
    let opening_place =
        !space_after && (space_before || prev.is_some_and(may_stand_before_opening));
    let closing_place =
        !space_before && (space_after || next.is_some_and(|ch| !ch.is_alphanumeric()));
    let mut mark = Mark { span, family, single, may_open: false, may_close: false, strong: false };
    match direction {
        Direction::Open => mark.may_open = true,
        Direction::Close => mark.may_close = true,
        Direction::Either => {
            mark.may_open = opening_place || (!closing_place && !space_after && !single);
            mark.may_close = closing_place || (!opening_place && !space_before && !single);
            if space_before && space_after && !single {
                // `'so,' " she said`: it closes what waits, or opens
                mark.may_open = true;
                mark.may_close = true;
            }
        }
    }
    if direction == Direction::Open
        && family == Family::Double
        && article[span] == *"“"
        && closing_place
        && !opening_place
    {
        // low-high German closes with the char that English opens with
        mark.may_close = true;
    }
    let punctuation =
        |ch: char| matches!(ch, ',' | '.' | '!' | '?' | '…' | ';' | ':' | '-' | '—' | '”' | '"');
    mark.strong = mark.may_close
        && (prev.is_some_and(punctuation) || next.is_none_or(punctuation) || !single);
    if single
        && mark.may_open
        && direction != Direction::Open
        && is_clipped(article, paragraph, span)
    {
        mark.may_open = false;
    }
    if !single
        && mark.may_close
        && prev.is_some_and(|ch| ch.is_ascii_digit())
        && !waits
        && article[span] == *"\""
    {
        // `6'2"`, `12" record`: a mark behind digits where no mark before it waits

        return None;
    }
    (mark.may_open || mark.may_close).then_some(mark)
}

fn may_stand_before_opening(ch: char) -> bool {
    matches!(ch, '(' | '[' | '{' | '“' | '‘' | '"' | '\'' | '/' | ':' | '=' | '>' | '«' | '„' | '…')
        || is_dash(ch)
}

/// `'tis`, `'90s`: an apostrophe where letters or digits are left out.
fn is_clipped(article: &str, paragraph: Span, span: Span) -> bool {
    let rest = &article[span.end..paragraph.end];
    let word = rest.split(|ch: char| !ch.is_alphanumeric()).next().unwrap_or_default();
    let decade = word.len() >= 2 && word.as_bytes()[..2].iter().all(u8::is_ascii_digit);
    let behind = rest.get(word.len()..).unwrap_or_default();
    decade && !behind.starts_with(is_apostrophe)
        || CLIPPED.iter().any(|clipped| word.eq_ignore_ascii_case(clipped))
}
