//! Paragraphs, and what each is: body text, a heading, a byline, a caption, a notice.

use memchr::{memchr, memchr2_iter};
use once_cell::sync::Lazy;
use regex::Regex;

use super::layout;
use crate::span::Span;

/// One paragraph of an article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct Paragraph {
    /// Its text, without white space at the ends.
    pub span: Span,
    /// What it is.
    pub kind: ParagraphKind,
}

/// What a paragraph is. Nobody named in a byline, a caption or a notice becomes a speaker by it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "lowercase"))]
#[non_exhaustive]
pub enum ParagraphKind {
    /// Running text.
    Body,
    /// A headline or a section's head.
    Heading,
    /// Who wrote or edited the article.
    Byline,
    /// A picture's caption or credit.
    Caption,
    /// Boilerplate: `Read more`, copyright, where the article comes from.
    Notice,
}

/// The paragraphs of an article, in order.
///
/// Paragraphs are parted by blank lines; single line breaks part them too, unless the text is hard-wrapped.
/// White space between them belongs to none.
///
/// ```
/// use inquit::{paragraphs, ParagraphKind};
///
/// let article = "Harbour to close\n\nBy Ida Lund\n\nThe harbour will close in May.\n";
/// let kinds: Vec<_> = paragraphs(article).iter().map(|paragraph| paragraph.kind).collect();
/// assert_eq!(kinds, [ParagraphKind::Heading, ParagraphKind::Byline, ParagraphKind::Body]);
/// ```
#[must_use]
pub fn paragraphs(article: &str) -> Vec<Paragraph> {
    layout::blocks(article)
        .into_iter()
        .map(|span| Paragraph { span, kind: classify(&article[span]) })
        .collect()
}

/// Longer paragraphs are body text, whatever words they hold.
const LONGEST_HEADING: usize = 110;
const LONGEST_CAPTION: usize = 500;
const LONGEST_NOTICE: usize = 220;

// Classes of all the world's letters make an automaton that takes longer to build than an article to read: the letters of Europe's
// languages are written out, and whether a capital follows is asked of the char itself.

static BYLINE: Lazy<Regex> = Lazy::new(|| {
    regex(
        r"^(?i:by|written by|story by|text by|\(?(?:additional )?(?:reporting|editing|writing|compiled)(?: and (?:writing|editing))? by) +",
    )
});

static CAPTION: Lazy<Regex> = Lazy::new(|| {
    regex(
        r"REUTERS/|(?i:(?-u:\b)AP Photo(?-u:\b)|(?-u:\b)getty images(?-u:\b)|(?-u:\b)photo(?:graph)?s?(?: by|:| credit)|(?-u:\b)image (?:credit|via|source)|(?-u:\b)(?:mandatory )?credit:|(?-u:\b)file photo(?-u:\b)|/getty|^\(?photo(?-u:\b))",
    )
});

/// Whether the text holds letters that every caption's words hold: of `REUTERS`, `photo`, `getty`, `credit`, `image`. Three bytes in a
/// row are asked for all at once, which the processor does for many places at a time.
fn may_be_credited(text: &str) -> bool {
    const LETTERS: [[u8; 3]; 5] = [*b"reu", *b"oto", *b"tty", *b"dit", *b"ima"];
    let bytes = text.as_bytes();
    let (seconds, thirds) =
        (bytes.get(1..).unwrap_or_default(), bytes.get(2..).unwrap_or_default());
    let triples = bytes.iter().zip(seconds).zip(thirds);
    // letters differ by this bit from capitals
    let lower = |byte: u8| byte | 0x20;
    triples.fold(false, |held, ((&first, &second), &third)| {
        let triple = [lower(first), lower(second), lower(third)];
        let is = |letters: [u8; 3]| {
            (triple[0] == letters[0]) & (triple[1] == letters[1]) & (triple[2] == letters[2])
        };
        LETTERS.iter().fold(held, |held, letters| held | is(*letters))
    })
}

static NOTICE: Lazy<Regex> = Lazy::new(|| {
    regex(
        r"^(?i:read (?:more|also|next)(?-u:\b)|related(?:\s|:|$)|see also(?-u:\b)|also read(?-u:\b)|follow [^\x00-\x20]+(?: [^\x00-\x20]+){0,3} on (?:twitter|facebook|instagram|x)(?-u:\b)|this (?:article|story|report) (?:was|has been|is)(?-u:\b)|it has not been edited|you may (?:also )?(?:be interested|like)|sign up(?-u:\b)|subscribe(?-u:\b)|advertisement|sponsored|copyright(?-u:\b)|©|\(c\)|all rights reserved|click here|watch(?: the video| more| live)?:|listen:|get the latest|more from(?-u:\b)|most read|share this|tags?:|filed under|contact (?:the )?(?:author|reporter|us)(?-u:\b)|to comment(?-u:\b)|correction:|editor['’]s note|e-?mail:|download(?-u:\b)|join the conversation|comments?$|©)",
    )
});

/// The first three letters of what [`NOTICE`] matches, where they are ASCII.
const NOTICES: [[u8; 3]; 33] = [
    *b"(c)", *b"adv", *b"all", *b"als", *b"cli", *b"com", *b"con", *b"cop", *b"cor", *b"dow",
    *b"e-m", *b"edi", *b"ema", *b"fil", *b"fol", *b"get", *b"it ", *b"joi", *b"lis", *b"mor",
    *b"mos", *b"rea", *b"rel", *b"see", *b"sha", *b"sig", *b"spo", *b"sub", *b"tag", *b"thi",
    *b"to ", *b"wat", *b"you",
];

/// Whether a text may begin as a notice does. Most begin otherwise, and need no automaton.
fn may_be_notice(text: &str) -> bool {
    let Some((head, _)) = text.as_bytes().split_first_chunk::<3>() else { return true };
    !head.is_ascii() || NOTICES.contains(&head.map(|byte| byte.to_ascii_lowercase()))
}

/// Whether a text may begin as a byline does.
fn may_be_byline(text: &str) -> bool {
    let head = text.as_bytes().first().map(u8::to_ascii_lowercase);
    head.is_some_and(|head| !head.is_ascii() || b"(abcerstw".contains(&head))
}

/// The automaton of a pattern that is known to be one.
pub(crate) fn regex(pattern: &str) -> Regex {
    Regex::new(pattern).unwrap_or_else(|error| unreachable!("a fixed pattern: {error}"))
}

/// Builds the automata, if that has not been done.
pub(crate) fn prepare() {
    for regex in [&BYLINE, &CAPTION, &NOTICE, &DATELINE] {
        Lazy::force(regex);
    }
}

fn classify(text: &str) -> ParagraphKind {
    if text.len() <= LONGEST_NOTICE && may_be_notice(text) && NOTICE.is_match(text) {
        return ParagraphKind::Notice;
    }
    if text.len() <= LONGEST_HEADING && is_byline(text) && !has_mark(text) {
        return ParagraphKind::Byline;
    }
    if text.len() <= LONGEST_CAPTION
        && !has_mark(text)
        && (is_credited(text) || names_its_source(text))
    {
        return ParagraphKind::Caption;
    }
    if is_heading(text) {
        return ParagraphKind::Heading;
    }
    ParagraphKind::Body
}

/// Whether a double quotation mark stands in the text.
fn has_mark(text: &str) -> bool {
    let bytes = text.as_bytes();
    // the lead byte of the curly ones is that of dashes, too
    let curly = |at: usize| matches!(bytes[at + 1..], [0x80, 0x9C | 0x9D, ..]);
    memchr2_iter(b'"', 0xE2, bytes).any(|at| bytes[at] == b'"' || curly(at))
}

fn is_credited(text: &str) -> bool {
    may_be_credited(text) && CAPTION.is_match(text)
}

fn is_byline(text: &str) -> bool {
    if !may_be_byline(text) {
        return false;
    }
    let name = BYLINE.find(text).map(|by| &text[by.end()..]);
    name.is_some_and(|name| name.starts_with(|ch: char| ch.is_uppercase() || ch == '@'))
}

/// `Source: Coast Agency`
fn names_its_source(text: &str) -> bool {
    let (head, name) = text.split_at_checked("source: ".len()).unwrap_or_default();
    head.eq_ignore_ascii_case("source: ") && name.starts_with(char::is_uppercase)
}

/// Short, and without a mark that ends a sentence or leads to the next line.
fn is_heading(text: &str) -> bool {
    let ends_open = !text.ends_with([
        '.', '!', '?', '…', ':', ';', ',', '"', '”', '’', '\'', '»', ')', '-', '–', '—',
    ]);
    text.len() <= LONGEST_HEADING && (ends_open || is_shouted(text))
}

/// All letters are capitals, and there are several.
fn is_shouted(text: &str) -> bool {
    let letters = text.chars().filter(|ch| ch.is_alphabetic());
    letters.clone().all(|ch| !ch.is_lowercase()) && letters.count() > 3
}

static DATELINE: Lazy<Regex> = Lazy::new(|| {
    regex(
        r"^(?:[A-Z][A-Z.'’]+(?:[ -][A-Z][A-Z.'’]*)*(?:(?:,| and) [A-Za-zÀ-ɏ. ]{2,24}){0,2}(?:,? [A-Z][a-z]+\.? [0-9]{1,2}(?:, [0-9]{4})?)?(?: ?\([A-Za-zÀ-ɏ. /]{2,24}\))?(?: ?(?:--|[—–])| -)|[A-Za-zÀ-ɏ][A-Za-zÀ-ɏ ,.]{2,40} \((?:AP|AFP|Reuters|UPI|CNN|PTI|dpa|KNN)\) ?(?:--|[—–-]))[ \u{a0}]?",
    )
});

/// A dateline ends within this many characters.
const LONGEST_DATELINE: usize = 80;

/// Within so many bytes the bracket with the agency begins: behind 41 letters of Europe's at most, and a blank.
const LONGEST_PLACE: usize = 2 * 41 + 2;

/// How many bytes of the paragraph its dateline takes: `WASHINGTON (Reuters) - `.
pub(crate) fn dateline_end(paragraph: &str) -> usize {
    let bytes = paragraph.as_bytes();
    // a place is shouted, or an agency in brackets follows it
    let shouted =
        bytes.get(1).is_some_and(|byte| byte.is_ascii_uppercase() || b".'\xe2".contains(byte));
    let bracket = memchr(b'(', &bytes[..bytes.len().min(LONGEST_PLACE)]).is_some();
    if !(shouted || bracket) || !paragraph.starts_with(char::is_uppercase) {
        return 0;
    }
    let head = paragraph.char_indices().nth(LONGEST_DATELINE);
    let head = head.map_or(paragraph, |(at, _)| &paragraph[..at]);
    DATELINE.find(head).map_or(0, |found| found.end())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds() {
        use ParagraphKind::{Body, Byline, Caption, Heading, Notice};
        let cases = [
            ("Ferry strike enters its third day", Heading),
            ("BYE-BYE, FERRY.", Heading),
            ("By Ida Lund and Tom Reyes", Byline),
            ("(Reporting by Ida Lund; editing by Tom Reyes)", Byline),
            ("By noon the queue was gone.", Body),
            ("Cars wait at the pier in Oresund, May 3. REUTERS/Ida Lund", Caption),
            ("Photo: Ida Lund", Caption),
            ("Read more: What the strike means", Notice),
            ("This article was produced by the Coast Agency.", Notice),
            ("© 2020 Halm Press", Notice),
            ("E-MAIL: desk@example.org", Notice),
            ("Filed under ferries", Notice),
            ("Additional reporting by Ida Lund", Byline),
            ("“We wait,” said Ida Lund.", Body),
        ];
        for (text, want) in cases {
            assert_eq!(classify(text), want, "{text}");
        }
    }

    #[test]
    fn datelines() {
        let cases = [
            ("WASHINGTON (Reuters) - The", "The"),
            ("LOS ANGELES — Actress", "Actress"),
            ("CHICAGO—Admitting", "Admitting"),
            ("GRAND RAPIDS, Mich. (AP) — A", "A"),
            ("BEAVERTON -- The", "The"),
            ("Oslo (AFP) - The", "The"),
            ("NATO-led troops", "NATO-led troops"),
            ("The F-16 landed", "The F-16 landed"),
        ];
        for (text, rest) in cases {
            assert_eq!(&text[dateline_end(text)..], rest);
        }
    }
}
