//! [`Span`]: where something stands in the article, and the same place in other units.

use std::fmt;
use std::ops::{Index, Range};

/// A half-open range of UTF-8 bytes in the article as given, both ends on char boundaries.
///
/// A span indexes the article directly:
///
/// ```
/// let article = "“Non,” dit Zoé.";
/// let span = inquit::Span::new(3, 6);
/// assert_eq!(&article[span], "Non");
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Span {
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

impl Span {
    /// The span from `start` up to, not including, `end`.
    ///
    /// # Panics
    ///
    /// If `start` lies behind `end`.
    #[must_use]
    pub const fn new(start: usize, end: usize) -> Self {
        assert!(start <= end, "a span's start lies behind its end");
        Self { start, end }
    }

    /// How many bytes it covers.
    #[must_use]
    pub const fn len(self) -> usize {
        self.end - self.start
    }

    /// Whether it covers nothing.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// The same as a standard range.
    #[must_use]
    pub const fn range(self) -> Range<usize> {
        self.start..self.end
    }

    /// Whether `other` lies wholly within.
    #[must_use]
    pub const fn contains(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two share at least one byte.
    #[must_use]
    pub const fn overlaps(self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The smallest span that holds both.
    #[must_use]
    pub fn cover(self, other: Span) -> Span {
        Span { start: self.start.min(other.start), end: self.end.max(other.end) }
    }

    /// The span without white space at its ends.
    pub(crate) fn trimmed(self, article: &str) -> Span {
        let text = &article[self];
        let ends = [text.as_bytes().first(), text.as_bytes().last()];
        if ends.iter().all(|end| end.is_some_and(u8::is_ascii_graphic)) {
            return self;
        }
        let start = self.end - text.trim_start().len();
        Span { start, end: start + article[start..self.end].trim_end().len() }
    }
}

impl From<Range<usize>> for Span {
    fn from(range: Range<usize>) -> Self {
        Self::new(range.start, range.end)
    }
}

impl From<Span> for Range<usize> {
    fn from(span: Span) -> Self {
        span.range()
    }
}

impl fmt::Display for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}..{}", self.start, self.end)
    }
}

/// `&article[span]` is the text that stands there.
///
/// # Panics
///
/// As slicing does: if the span is of another article and ends behind this one or inside a char.
impl Index<Span> for str {
    type Output = str;

    fn index(&self, span: Span) -> &str {
        &self[span.range()]
    }
}

/// As for [`str`].
impl Index<Span> for String {
    type Output = str;

    fn index(&self, span: Span) -> &str {
        &self.as_str()[span]
    }
}

/// The units in which other languages count text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Unit {
    /// Unicode code points: Python's `str`, and most annotation tools.
    CodePoint,
    /// UTF-16 code units: Java, JavaScript, C#, and the Language Server Protocol.
    Utf16,
}

impl Unit {
    fn width(self, ch: char) -> usize {
        match self {
            Unit::CodePoint => 1,
            Unit::Utf16 => ch.len_utf16(),
        }
    }

    fn count(self, text: &str) -> usize {
        if text.is_ascii() {
            return text.len();
        }
        text.chars().map(|ch| self.width(ch)).sum()
    }
}

/// Converts byte spans of one article into another [`Unit`], in one walk for spans that come in order.
///
/// The walk goes on from where the last offset was, so all spans of an article, given in
/// text order, cost one pass over it. A span that lies before the last one is right too,
/// and costs the way back to the nearest checkpoint.
///
/// ```
/// use inquit::{Span, Unit, UnitConverter};
///
/// let article = "🙂 “Ja.”";
/// let span = Span::new(8, 11);
/// assert_eq!(&article[span], "Ja.");
/// assert_eq!(UnitConverter::new(article, Unit::CodePoint).convert(span), Span::new(3, 6));
/// assert_eq!(UnitConverter::new(article, Unit::Utf16).convert(span), Span::new(4, 7));
/// ```
#[derive(Clone, Debug)]
pub struct UnitConverter<'a> {
    article: &'a str,
    unit: Unit,
    /// `(byte, unit)` pairs walked so far, at least `STRIDE` bytes apart.
    checkpoints: Vec<(usize, usize)>,
    last: (usize, usize),
}

impl<'a> UnitConverter<'a> {
    const STRIDE: usize = 1024;

    /// A converter for the spans of `article`.
    #[must_use]
    pub fn new(article: &'a str, unit: Unit) -> Self {
        Self { article, unit, checkpoints: vec![(0, 0)], last: (0, 0) }
    }

    /// The span's ends counted in the converter's unit.
    ///
    /// # Panics
    ///
    /// If an end lies outside the article or inside a char.
    pub fn convert(&mut self, span: Span) -> Span {
        let start = self.offset(span.start);
        Span { start, end: self.offset(span.end) }
    }

    /// One byte offset counted in the converter's unit.
    ///
    /// # Panics
    ///
    /// If the offset lies outside the article or inside a char.
    pub fn offset(&mut self, byte: usize) -> usize {
        if byte < self.last.0 {
            let i = self.checkpoints.partition_point(|&(at, _)| at <= byte) - 1;
            let (from, count) = self.checkpoints[i];
            return count + self.unit.count(&self.article[from..byte]);
        }
        while byte - self.last.0 > Self::STRIDE {
            let mut stop = self.last.0 + Self::STRIDE;
            while !self.article.is_char_boundary(stop) {
                stop -= 1;
            }
            self.last = self.advance_to(stop);
            self.checkpoints.push(self.last);
        }
        self.last = self.advance_to(byte);
        self.last.1
    }

    fn advance_to(&self, byte: usize) -> (usize, usize) {
        let (from, count) = self.last;
        (byte, count + self.unit.count(&self.article[from..byte]))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_agree_with_the_plain_count() {
        // the plain count is quadratic, and Miri slow
        let times = if cfg!(miri) { 5 } else { 300 };
        let text = "a\u{301}𝄞🙂é\u{feff}漢字 plain ".repeat(times);
        for unit in [Unit::CodePoint, Unit::Utf16] {
            let mut forward = UnitConverter::new(&text, unit);
            let mut back = UnitConverter::new(&text, unit);
            back.offset(text.len());
            for (byte, _) in text.char_indices() {
                let want: usize = text[..byte].chars().map(|ch| unit.width(ch)).sum();
                assert_eq!(forward.offset(byte), want);
                assert_eq!(back.offset(byte), want, "walking back to byte {byte}");
            }
        }
    }

    #[test]
    #[should_panic(expected = "byte index 1 is not a char boundary")]
    fn an_offset_inside_a_char_panics() {
        UnitConverter::new("é", Unit::Utf16).offset(1);
    }

    #[test]
    fn trimmed_drops_space_of_any_kind() {
        let text = "x \u{a0}a b\n y";
        assert_eq!(&text[Span::new(1, text.len() - 1).trimmed(text)], "a b");
    }
}
