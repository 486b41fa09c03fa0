//! Quotation marks to quotation spans.
//!
//! [`marks`] finds every mark and judges its shape from its neighbours; `pairing` matches the marks of one
//! paragraph; this file joins what runs over paragraphs and hands out [`QuotationSpan`]s.

mod marks;
mod narration;
mod pairing;

use crate::span::Span;
use crate::text::{paragraphs, Paragraph};
use marks::Mark;
use pairing::Pairs;

pub(crate) use narration::push_narration;

/// Text between quotation marks, whoever's words it is.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct QuotationSpan {
    /// From the opening mark to the closing one, marks inside.
    pub span: Span,
    /// The words, a span a paragraph, without marks.
    pub parts: Vec<Span>,
    /// How many spans it lies within: 0 for an outer one.
    pub depth: u32,
    /// Whether both its marks stand in the text.
    pub closed: bool,
}

/// How single quotation marks are read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum SingleQuotes {
    /// As outer marks if the article uses them so, else inside double marks only.
    #[default]
    Detect,
    /// As outer marks.
    Primary,
    /// Inside double marks only.
    Nested,
}

/// Which marks are read, and how.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct MarkOptions {
    pub(crate) single: SingleQuotes,
    /// Whether a dash at the head of a paragraph opens direct speech.
    pub(crate) dash_dialogue: bool,
}

/// The quotation spans of an article, in text order, outer before inner.
///
/// All English marks are read, guillemets, low-high and corner marks too. An article that sets its quotations in
/// single marks is detected, and so is one whose headline alone does. A span that each next paragraph re-opens is one
/// span with several parts; one whose closing mark is missing ends with its paragraph.
///
/// ```
/// let article = "“He called it ‘odd’,” she said.";
/// let spans = inquit::quotation_spans(article);
/// assert_eq!(&article[spans[0].parts[0]], "He called it ‘odd’,");
/// assert_eq!((&article[spans[1].span], spans[1].depth), ("‘odd’", 1));
/// ```
#[must_use]
pub fn quotation_spans(article: &str) -> Vec<QuotationSpan> {
    find(article, &paragraphs(article), MarkOptions::default())
}

/// The quotation spans of an article whose paragraphs are known.
pub(crate) fn find(
    article: &str,
    paragraphs: &[Paragraph],
    options: MarkOptions,
) -> Vec<QuotationSpan> {
    let mut all = Vec::new();
    let mut bounds = Vec::with_capacity(paragraphs.len());
    for paragraph in paragraphs {
        let first = all.len();
        marks::push_marks(article, paragraph.span, &mut all);
        bounds.push(first..all.len());
    }
    let single = match options.single {
        SingleQuotes::Primary => true,
        SingleQuotes::Nested => false,
        SingleQuotes::Detect => single_is_primary(&all),
    };
    let mut joiner = Joiner { article, spans: Vec::new(), open: None };
    for (number, (paragraph, range)) in paragraphs.iter().zip(bounds).enumerate() {
        let headline = number == 0 && options.single == SingleQuotes::Detect;
        let single = single || headline && is_headed_in_single(paragraph.span, &all[range.clone()]);
        let dash =
            options.dash_dialogue && article[paragraph.span].starts_with(['—', '–', '―', '-']);
        let pairs = if dash && range.is_empty() {
            Pairs::from_iter([pairing::dash_speech(article, paragraph.span)])
        } else {
            pairing::pair(article, paragraph.span, &all[range], single)
        };
        joiner.add(paragraph.span, pairs);
    }
    let mut spans = joiner.spans;
    spans.sort_by_key(|span| (span.span.start, span.depth));
    spans
}

/// Whether the article sets its quotations in single marks: they pair up, and doubles are none or lie within.
fn single_is_primary(marks: &[Mark]) -> bool {
    let doubles = marks.iter().filter(|mark| !mark.single).count();
    let opens = marks.iter().filter(|mark| mark.single && mark.may_open && !mark.may_close).count();
    let closes = marks.iter().filter(|mark| mark.single && mark.may_close && mark.strong).count();
    opens.min(closes) > 0 && (doubles == 0 || opens.min(closes) > 2 * doubles)
}

/// A headline has at most so many bytes.
const LONGEST_HEADLINE: usize = 300;

/// Whether an article opens with a headline that sets what it quotes in single marks, as American papers do whose text has
/// double ones: `Mayor calls ferry ‘a tub’`.
fn is_headed_in_single(paragraph: Span, marks: &[Mark]) -> bool {
    paragraph.end - paragraph.start <= LONGEST_HEADLINE
        && marks.iter().all(|mark| mark.single)
        && marks.iter().any(|mark| mark.may_open && !mark.may_close)
        && marks.iter().any(|mark| mark.may_close && !mark.may_open)
}

/// Joins a span that its paragraph does not close to the next paragraph's, if that re-opens it.
struct Joiner<'a> {
    article: &'a str,
    spans: Vec<QuotationSpan>,
    /// The span still open at the end of the last paragraph, and the char that opened it.
    open: Option<(usize, char)>,
}

impl Joiner<'_> {
    fn add(&mut self, paragraph: Span, pairs: Pairs) {
        let before = self.open.take();
        for (i, pair) in pairs.into_iter().enumerate() {
            let words = pair.words.trimmed_end(self.article);
            let opener = self.article[pair.span].chars().next().unwrap_or_default();
            let reopens = i == 0 && pair.depth == 0 && pair.span.start == paragraph.start;
            let number = match before {
                Some((number, mark)) if reopens && mark == opener => {
                    let span = &mut self.spans[number];
                    span.span.end = pair.span.end;
                    span.parts.push(words);
                    span.closed = pair.closed;
                    number
                }
                _ => {
                    self.spans.push(QuotationSpan {
                        span: pair.span,
                        parts: vec![words],
                        depth: pair.depth,
                        closed: pair.closed,
                    });
                    self.spans.len() - 1
                }
            };
            if pair.runs_on {
                self.open = Some((number, opener));
            }
        }
    }
}

impl Span {
    fn trimmed_end(self, article: &str) -> Span {
        Span { start: self.start, end: self.start + article[self].trim_end().len() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Each case: an article, and its spans as `depth text`, an unclosed one with `~` before.
    const CASES: &[(&str, &[&str])] = &[
        ("\"Yes,\" he said. \"No.\"", &["0 \"Yes,\"", "0 \"No.\""]),
        ("“He said ‘go’ and went.”", &["0 “He said ‘go’ and went.”", "1 ‘go’"]),
        ("“He said “go” and went.”", &["0 “He said “go” and went.”", "1 “go”"]),
        ("«Oui», dit-il. »Ja«, sagte er. „Nein“, sagte sie.", &["0 «Oui»", "0 »Ja«", "0 „Nein“"]),
        ("「はい」と言った。", &["0 「はい」"]),
        ("``Stop,'' she said. ''Go,'' he said.", &["0 ``Stop,''", "0 ''Go,''"]),
        ("The 6'2\" guard and a 12\" record.", &[]),
        ("Rock 'n' roll in the '90s, the drivers' choice; 'tis true.", &[]),
        ("‘It’s the drivers’ fault,’ he said.", &["0 ‘It’s the drivers’ fault,’"]),
        ("'I don't know,' said Tom. 'Ask Ann.'", &["0 'I don't know,'", "0 'Ask Ann.'"]),
        ("“One.\n\n“Two.\n\n“Three,” he said.", &["0 “One.\n\n“Two.\n\n“Three,”"]),
        ("“One is lost.\n\nTwo is not.", &["~0 “One is lost."]),
        (
            "He said “never. Then he left.\n\nThen “yes,” too.",
            &["~0 “never. Then he left.", "0 “yes,”"],
        ),
        ("This is bad,” he said.", &["~0 This is bad,”"]),
        ("James \"Shorty\" Hill", &["0 \"Shorty\""]),
        ("\"A,\"he said.\"B.\"", &["0 \"A,\"", "0 \"B.\""]),
        ("He said:\"Go.\" (\"Now.\")", &["0 \"Go.\"", "0 \"Now.\""]),
        ("“A” and \"b\" and “c\".", &["0 “A”", "0 \"b\"", "0 “c\""]),
    ];

    #[test]
    fn cases() {
        for (article, want) in CASES {
            let got: Vec<String> = quotation_spans(article)
                .iter()
                .map(|q| {
                    format!("{}{} {}", if q.closed { "" } else { "~" }, q.depth, &article[q.span])
                })
                .collect();
            assert_eq!(&got, want, "{article}");
        }
    }

    #[test]
    fn a_span_over_paragraphs_has_a_part_a_paragraph() {
        let article = "“One.\n\n“Two,” he said.";
        let spans = quotation_spans(article);
        let parts: Vec<&str> = spans[0].parts.iter().map(|&part| &article[part]).collect();
        assert_eq!(parts, ["One.", "Two,"]);
    }

    #[test]
    fn a_headline_may_quote_in_single_marks() {
        let first = |headline: &str| {
            let article = format!("{headline}\n\nBerg called it \"a tub\".");
            let spans = quotation_spans(&article);
            article[spans[0].span].to_owned()
        };
        assert_eq!(first("Berg calls ferry 'a tub'"), "'a tub'");
        assert_eq!(first("Berg: ‘Tub’ of a ferry won’t do"), "‘Tub’");
        for plain in ["Bosses' offer won't do, says drivers' union", "Rock 'n' roll is back"] {
            assert_eq!(first(plain), "\"a tub\"", "{plain}");
        }
    }

    #[test]
    fn single_marks_can_be_forced() {
        let article = "“A,” he said. 'B,' she said.";
        let count = |single| {
            let options = MarkOptions { single, dash_dialogue: false };
            find(article, &paragraphs(article), options).len()
        };
        assert_eq!((count(SingleQuotes::Nested), count(SingleQuotes::Primary)), (1, 2));
    }

    #[test]
    fn dash_dialogue_is_opt_in() {
        let article = "— I am going, said Ada.\n\nShe went.";
        let options = MarkOptions { single: SingleQuotes::Detect, dash_dialogue: true };
        let spans = find(article, &paragraphs(article), options);
        assert_eq!(&article[spans[0].parts[0]], "I am going,");
        assert!(quotation_spans(article).is_empty());
    }
}
