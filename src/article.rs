//! [`Article`]: everything that was found in one article.

use std::borrow::Cow;

use crate::analysis::Analysis;
use crate::quote::{Kind, Quote};
use crate::span::Span;
use crate::speaker::plain_space;
use crate::text::Paragraph;

/// An article read through all stages, made by [`Extractor::extract`](crate::Extractor::extract).
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Article<'a> {
    text: &'a str,
    paragraphs: Vec<Paragraph>,
    sentences: Vec<Span>,
    quotes: Vec<Quote<'a>>,
    speakers: Vec<SpeakerEntry<'a>>,
}

/// Somebody who speaks in an article.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct SpeakerEntry<'a> {
    /// The number that [`Speaker::id`](crate::Speaker::id) gives.
    pub id: u32,
    /// The fullest form of the name in the article.
    pub name: Cow<'a, str>,
    /// A title, an office or an apposition that the article gives the speaker anywhere.
    pub role: Option<Cow<'a, str>>,
    /// Where the speaker is mentioned, in text order, as far as it was resolved.
    pub mentions: Vec<Span>,
    /// How many quotes are the speaker's, alone or together with others.
    pub quotes: usize,
}

/// A stretch of the article, all of one kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub enum Segment {
    /// The reporter's own words, with quotation marks and white space.
    Narration(Span),
    /// Words of a quote.
    Speech {
        /// Where they stand: one of the quote's parts.
        span: Span,
        /// The quote, by its place in [`Article::quotes`].
        quote: usize,
    },
    /// What somebody is reported to say, in the reporter's words, as far as it stands outside quotation marks. There are such where the
    /// extractor was told to look for indirect speech.
    Reported {
        /// Where it stands: one of the quote's parts, or what quoted pieces and clauses within it leave of that.
        span: Span,
        /// The quote, by its place in [`Article::quotes`]: the innermost of those that hold the words.
        quote: usize,
    },
}

impl Segment {
    /// Where it stands.
    #[must_use]
    pub fn span(self) -> Span {
        match self {
            Segment::Narration(span)
            | Segment::Speech { span, .. }
            | Segment::Reported { span, .. } => span,
        }
    }
}

impl<'a> Article<'a> {
    pub(crate) fn new(analysis: Analysis<'a>, min_confidence: f32) -> Self {
        let quotes: Vec<Quote<'a>> = (0..)
            .map_while(|number| analysis.quote(number))
            .filter(|quote| quote.confidence >= min_confidence)
            .collect();
        let speakers = speakers(&analysis, &quotes);
        Self {
            text: analysis.article,
            paragraphs: analysis.paragraphs,
            sentences: analysis.sentences,
            quotes,
            speakers,
        }
    }

    /// The article as it was given.
    #[must_use]
    pub fn text(&self) -> &'a str {
        self.text
    }

    /// Its quotes, in text order.
    #[must_use]
    pub fn quotes(&self) -> &[Quote<'a>] {
        &self.quotes
    }

    /// Who speaks in it, in the order of their first quotes.
    #[must_use]
    pub fn speakers(&self) -> &[SpeakerEntry<'a>] {
        &self.speakers
    }

    /// Its paragraphs, in text order.
    #[must_use]
    pub fn paragraphs(&self) -> &[Paragraph] {
        &self.paragraphs
    }

    /// Its sentences, in text order.
    #[must_use]
    pub fn sentences(&self) -> &[Span] {
        &self.sentences
    }

    /// Narration, speech and what is reported in turn, every byte of the article once.
    ///
    /// ```
    /// use inquit::{Extractor, Segment};
    ///
    /// let text = "“Yes,” said Ida Lund.";
    /// let article = Extractor::default().extract(text);
    /// let shown: Vec<String> = article
    ///     .segments()
    ///     .map(|segment| match segment {
    ///         Segment::Speech { span, .. } => text[span].to_uppercase(),
    ///         other => text[other.span()].to_owned(),
    ///     })
    ///     .collect();
    /// assert_eq!(shown.concat(), "“YES,” said Ida Lund.");
    /// ```
    ///
    /// With indirect speech, what stands outside the marks is [`Segment::Reported`]:
    ///
    /// ```
    /// use inquit::{Extractor, Segment};
    ///
    /// # fn main() -> inquit::Result<()> {
    /// let text = "Ida Lund said that the pier was “a ruin”.";
    /// let article = Extractor::builder().indirect(true).build()?.extract(text);
    /// let reported = article.segments().find(|segment| matches!(segment, Segment::Reported { .. }));
    /// assert_eq!(&text[reported.unwrap().span()], "the pier was “");
    /// # Ok(())
    /// # }
    /// ```
    pub fn segments(&self) -> impl Iterator<Item = Segment> + '_ {
        let (speech, reported) = self.pieces();
        let mut bounds: Vec<usize> = vec![0, self.text.len()];
        bounds.extend(speech.iter().chain(&reported).flat_map(|(span, _)| [span.start, span.end]));
        bounds.sort_unstable();
        bounds.dedup();
        let (mut speech, mut reported) = (speech.iter().peekable(), reported.iter().peekable());
        // clauses that hold the place, the innermost last
        let mut around: Vec<Piece> = Vec::new();
        let mut segments: Vec<Segment> = Vec::with_capacity(bounds.len());
        for pair in bounds.windows(2) {
            let span = Span::new(pair[0], pair[1]);
            while speech.next_if(|(held, _)| held.end <= span.start).is_some() {}
            while let Some(&held) = reported.next_if(|(held, _)| held.start <= span.start) {
                around.push(held);
            }
            while around.last().is_some_and(|(held, _)| held.end <= span.start) {
                around.pop();
            }
            let segment = match (speech.peek(), around.last()) {
                // a piece is one segment, whatever else begins or ends within it
                (Some((held, _)), _) if held.start < span.start => continue,
                (Some(&&(held, quote)), _) if held.start == span.start => {
                    Segment::Speech { span: held, quote }
                }
                // marks alone are the reporter's
                (_, Some(&(_, quote))) if self.text[span].contains(char::is_alphanumeric) => {
                    Segment::Reported { span, quote }
                }
                _ => Segment::Narration(span),
            };
            match segments.last_mut() {
                Some(before) if before.goes_on(&segment) => *before = before.with(&segment),
                _ => segments.push(segment),
            }
        }
        segments.into_iter()
    }
}

/// A span with the place of its quote.
type Piece = (Span, usize);

impl Article<'_> {
    /// The pieces that stand in marks, no two of them overlapping, and the parts of clauses that are reported; in text order, the outer
    /// before the inner. Each comes with its quote's place.
    fn pieces(&self) -> (Vec<Piece>, Vec<Piece>) {
        let (mut speech, mut reported) = (Vec::new(), Vec::new());
        for (number, quote) in self.quotes.iter().enumerate() {
            let clause = quote.kind == Kind::Indirect || !quote.quoted.is_empty();
            let said = if clause { &quote.quoted } else { &quote.parts };
            speech.extend(said.iter().map(|&part| (part, number)));
            if clause {
                reported.extend(quote.parts.iter().map(|&part| (part, number)));
            }
        }
        speech.sort_unstable();
        let mut end = 0;
        speech.retain(|(span, _): &Piece| {
            // those within the words of another quote are its
            let apart = span.start >= end && span.start < span.end;
            end = if apart { span.end } else { end };
            apart
        });
        reported.sort_unstable_by_key(|&(span, number): &Piece| {
            (span.start, std::cmp::Reverse(span.end), number)
        });
        (speech, reported)
    }
}

impl Segment {
    /// Whether the next segment is more of the same.
    fn goes_on(&self, next: &Segment) -> bool {
        match (self, next) {
            (Segment::Narration(_), Segment::Narration(_)) => true,
            (Segment::Reported { quote, .. }, Segment::Reported { quote: other, .. }) => {
                quote == other
            }
            _ => false,
        }
    }

    /// The segment with the next one, which is more of the same.
    fn with(self, next: &Segment) -> Self {
        let span = self.span().cover(next.span());
        match self {
            Segment::Narration(_) => Segment::Narration(span),
            Segment::Speech { quote, .. } => Segment::Speech { span, quote },
            Segment::Reported { quote, .. } => Segment::Reported { span, quote },
        }
    }
}

fn speakers<'a>(analysis: &Analysis<'a>, quotes: &[Quote<'a>]) -> Vec<SpeakerEntry<'a>> {
    let mut place = vec![usize::MAX; analysis.cast.entities.len()];
    let mut entries: Vec<SpeakerEntry<'a>> = Vec::new();
    for speaker in quotes.iter().flat_map(|quote| quote.speaker.iter().chain(&quote.joint)) {
        let id = speaker.id as usize;
        if place[id] == usize::MAX {
            place[id] = entries.len();
            let entity = &analysis.cast.entities[id];
            let mut mentions = entity.mentions.to_vec();
            mentions.sort_unstable();
            mentions.dedup();
            entries.push(SpeakerEntry {
                id: speaker.id,
                name: speaker.name.clone(),
                role: entity.role.map(|role| plain_space(&analysis.article[role])),
                mentions,
                quotes: 0,
            });
        }
        entries[place[id]].quotes += 1;
    }
    entries
}
