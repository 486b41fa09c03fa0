//! Reports and tales: they tell who speaks in different ways, so the ranker weighs them by different tables.

use memchr::memmem;
use once_cell::sync::Lazy;
use regex::Regex;

use super::patterns::place::ends_with_mark;
use crate::quotation::QuotationSpan;
use crate::text::{regex, Paragraph};

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
static PUBLIC: Lazy<Regex> = Lazy::new(|| {
    regex(
        " (?:analyst|campaign|company|government|minister|official|percent|president|reporter|spokes)",
    )
});

/// How reports tell where somebody said something.
static SOURCED: Lazy<Regex> = Lazy::new(|| {
    regex(
        " (?:according to|told the|told reporters|in an interview|in a statement|said in|said on) ",
    )
});

/// Builds the automata, if that has not been done.
pub(crate) fn prepare() {
    for regex in [&PUBLIC, &SOURCED] {
        Lazy::force(regex);
    }
}

/// An acronym has at most so many letters.
const LONGEST_ACRONYM: usize = 5;

/// How many acronyms there are, `U.S.`, `NATO`; headings in capitals hold none.
fn count_acronyms(article: &str) -> usize {
    let lines = article.lines().filter(|line| !is_shouted(line));
    let acronyms = lines.flat_map(str::split_ascii_whitespace).filter(|token| {
        let token = token.trim_matches(|ch: char| !ch.is_ascii_alphabetic()).as_bytes();
        let letters = token.iter().filter(|byte| byte.is_ascii_uppercase()).count();
        let stops = token.iter().filter(|&&byte| byte == b'.').count();
        (2..=LONGEST_ACRONYM).contains(&letters) && letters + stops == token.len()
    });
    acronyms.count()
}

/// Whether most letters of a line are capitals.
fn is_shouted(line: &str) -> bool {
    let count = |test: fn(&u8) -> bool| line.as_bytes().iter().filter(|byte| test(byte)).count();
    count(u8::is_ascii_uppercase) > count(u8::is_ascii_lowercase)
}

/// What speaks for a tale, in thousandths of a natural unit: before anything is known; where all ask or exclaim, where a quotation stands
/// at the head of every paragraph, and is all of it.
const AT_FIRST: u64 = 600;
const EXCLAIMS: u64 = 2300;
const OPENS: u64 = 4630;
const STANDS_ALONE: u64 = 3780;
/// What speaks against it where no quotation is a whole sentence.
const PIECES: u64 = 890;

/// Something else that speaks against it.
struct Against {
    /// How often it is met.
    count: fn(&str) -> usize,
    /// Its weight where it is met once in a thousand bytes.
    weight: u64,
    /// It weighs no more, however often it is met.
    most: u64,
}

/// What speaks against it; what costs more to count comes later.
const AGAINST: [Against; 6] = [
    Against {
        count: |text| count_digits(text) + weekdays(text) * WEEKDAY,
        weight: 810,
        most: 3000,
    },
    Against { count: |text| PUBLIC.find_iter(text).count(), weight: 2130, most: 5300 },
    Against { count: |text| SOURCED.find_iter(text).count(), weight: 1450, most: 2900 },
    Against {
        count: |text| memmem::find_iter(text.as_bytes(), " said").count(),
        weight: 750,
        most: 1500,
    },
    // magazines tell what somebody says, novels what they said
    Against {
        count: |text| memmem::find_iter(text.as_bytes(), " says").count(),
        weight: 2000,
        most: 1800,
    },
    Against { count: count_acronyms, weight: 1960, most: 3900 },
];

/// A day's name counts as much as so many figures.
const WEEKDAY: usize = 2;

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

    /// A tale has few figures and dates, and its people ask and exclaim, and speak at the head of paragraph after paragraph.
    ///
    /// The weights are set by hand to part the articles of PolNeAR (Newell, Margolin and Ruths 2018) from stretches of the novels of PDNC
    /// (Vishnubhotla, Hammond and Hirst 2022). 3 of 726 articles fall on the tale's side; on the report's, 21 of 1,302 stretches of four
    /// thousand bytes, none of 505 of twelve thousand, and no novel as a whole.
    pub(crate) fn of(article: &str, paragraphs: &[Paragraph], quotes: &[QuotationSpan]) -> Self {
        if quotes.len() < FEWEST {
            return Self::Report;
        }
        let mut left = liveliness(article, paragraphs, quotes);
        for Against { count, weight, most } in &AGAINST {
            if left == 0 {
                break;
            }
            let found = weight * count(article) as u64 * 1000 / article.len() as u64;
            left = left.saturating_sub(found.min(*most));
        }
        if left > 0 {
            Self::Tale
        } else {
            Self::Report
        }
    }
}

/// What speaks for a tale in how it quotes.
fn liveliness(article: &str, paragraphs: &[Paragraph], quotes: &[QuotationSpan]) -> u64 {
    let (mut whole, mut lively, mut opening, mut alone) = (0, 0, 0, 0);
    let mut upcoming = paragraphs.iter().peekable();
    for quote in quotes {
        let (first, last) = (quote.parts[0], quote.parts[quote.parts.len() - 1]);
        let words = &article[last];
        if article[first].starts_with(char::is_uppercase) && ends_with_mark(words) {
            whole += 1;
            lively += usize::from(words.trim_end().ends_with(['?', '!']));
        }
        while upcoming.next_if(|paragraph| paragraph.span.start < quote.span.start).is_some() {}
        let opened = upcoming.peek().filter(|paragraph| paragraph.span.start == quote.span.start);
        if let Some(paragraph) = opened {
            opening += 1;
            alone += usize::from(quote.span.end >= paragraph.span.end);
        }
    }
    let share = |weight: u64, part: usize, all: usize| weight * part as u64 / all.max(1) as u64;
    let speaks = AT_FIRST
        + share(EXCLAIMS, lively, whole)
        + share(OPENS, opening, paragraphs.len())
        + share(STANDS_ALONE, alone, paragraphs.len());
    speaks.saturating_sub(share(PIECES, quotes.len() - whole, quotes.len()))
}

#[cfg(test)]
mod tests {
    use super::{count_acronyms, is_shouted};

    #[test]
    fn a_heading_in_capitals_holds_no_acronym() {
        assert!(is_shouted("CHAPTER II. IN WHICH IT RAINS") && !is_shouted("NATO met in Lund."));
        assert_eq!(count_acronyms("CHAPTER II. IN WHICH IT RAINS\n\nIt rained on NATO (U.S.)."), 2);
    }
}
