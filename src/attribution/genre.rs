//! Reports and tales: they tell who speaks in different ways, so the ranker weighs them by different tables.

use memchr::memmem;

use super::patterns::place::ends_with_mark;
use crate::quotation::QuotationSpan;
use crate::text::Paragraph;

/// What sort of text an article is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Genre {
    /// Somebody reports what others said.
    Report,
    /// Somebody tells what people said to each other.
    Tale,
}

/// Fewer quotations than these tell nothing.
const FEWEST: usize = 3;

/// A day's name counts as much as so many figures.
const WEEKDAY: usize = 4;

/// How often a day of the week is named.
fn weekdays(article: &str) -> usize {
    let days = ["Mon", "Tues", "Wednes", "Thurs", "Fri", "Satur", "Sun"];
    let ends = memmem::find_iter(article.as_bytes(), b"day");
    ends.filter(|&at| {
        let before = &article.as_bytes()[at.saturating_sub(6)..at];
        days.iter().any(|day| before.ends_with(day.as_bytes()))
    })
    .count()
}

/// How many ASCII digits there are: counted in bytes for so many at a time that they can't overflow, which the processor does for
/// many at once.
fn count_digits(article: &str) -> usize {
    let chunks = article.as_bytes().chunks(usize::from(u8::MAX));
    let digits =
        |chunk: &[u8]| chunk.iter().map(|byte| u8::from(byte.is_ascii_digit())).sum::<u8>();
    chunks.map(|chunk| usize::from(digits(chunk))).sum()
}

/// Words of public life, which reports are full of.
const PUBLIC: [&str; 10] = [
    " analyst",
    " campaign",
    " company",
    " government",
    " minister",
    " official",
    " percent",
    " president",
    " reporter",
    " spokes",
];

/// An acronym has at most so many letters.
const LONGEST_ACRONYM: usize = 5;

/// How many acronyms and words of public life there are: `U.S.`, `NATO`, `officials`.
fn count_public(article: &str) -> usize {
    let words = PUBLIC.iter().map(|word| memmem::find_iter(article.as_bytes(), word).count());
    let tokens = article.split_ascii_whitespace();
    let acronyms = tokens.filter(|token| {
        let token = token.trim_matches(|ch: char| !ch.is_ascii_alphabetic()).as_bytes();
        let letters = token.iter().filter(|byte| byte.is_ascii_uppercase()).count();
        let stops = token.iter().filter(|&&byte| byte == b'.').count();
        (2..=LONGEST_ACRONYM).contains(&letters) && letters + stops == token.len()
    });
    words.sum::<usize>() + acronyms.count()
}

impl Genre {
    /// The name that the table of weights uses.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Report => "report",
            Self::Tale => "tale",
        }
    }

    #[cfg(test)]
    pub(crate) fn named(text: &str) -> Option<Self> {
        [Self::Report, Self::Tale].into_iter().find(|genre| genre.name() == text)
    }

    /// A tale has few figures and dates, and its people ask and exclaim, or speak at the head of paragraph after paragraph.
    ///
    /// The bounds part the articles of PolNeAR from the novels of PDNC: one in a hundred articles and all but one in fourteen short
    /// stretches of novels fall on the tale's side, and every novel as a whole.
    pub(crate) fn of(article: &str, paragraphs: &[Paragraph], quotes: &[QuotationSpan]) -> Self {
        if quotes.len() < FEWEST {
            return Self::Report;
        }
        let words = |quote: &QuotationSpan| &article[quote.parts[quote.parts.len() - 1]];
        let whole = quotes.iter().filter(|quote| {
            article[quote.parts[0]].starts_with(char::is_uppercase) && ends_with_mark(words(quote))
        });
        let exclaims = |quote: &&QuotationSpan| words(quote).trim_end().ends_with(['?', '!']);
        let (all, lively) = (whole.clone().count(), whole.filter(exclaims).count());
        let mut openings = 0;
        let mut upcoming = paragraphs.iter().peekable();
        for quote in quotes {
            while upcoming.next_if(|paragraph| paragraph.span.start < quote.span.start).is_some() {}
            openings += usize::from(
                upcoming.peek().is_some_and(|paragraph| paragraph.span.start == quote.span.start),
            );
        }
        let lively = all > 0 && lively * 100 >= all * 12;
        let spoken = openings * 100 >= paragraphs.len() * 35;
        if !(lively || spoken) {
            return Self::Report;
        }
        let dated = count_digits(article) + weekdays(article) * WEEKDAY;
        let few = |bound: usize| dated * 10_000 < article.len() * bound;
        let told = few(12) || few(240) && lively && spoken;
        let public = || {
            let count = count_public(article);
            count >= FEWEST && count * 10_000 > article.len() * 12
        };
        if told && !public() {
            Self::Tale
        } else {
            Self::Report
        }
    }
}
