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
    /// How many quotes are the speaker's.
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
}

impl Segment {
    /// Where it stands.
    #[must_use]
    pub fn span(self) -> Span {
        match self {
            Segment::Narration(span) | Segment::Speech { span, .. } => span,
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

    /// Narration and speech in turn, every byte of the article once.
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
    pub fn segments(&self) -> impl Iterator<Item = Segment> + '_ {
        let mut speech: Vec<(Span, usize)> = Vec::new();
        for (number, quote) in
            self.quotes.iter().enumerate().filter(|(_, quote)| quote.kind != Kind::Indirect)
        {
            // of a clause with quoted pieces, those
            let said = if quote.quoted.is_empty() { &quote.parts } else { &quote.quoted };
            speech.extend(said.iter().map(|&part| (part, number)));
        }
        speech.sort_unstable();
        let mut segments = Vec::with_capacity(2 * speech.len() + 1);
        let mut at = 0;
        for (span, quote) in speech {
            if span.start < at {
                // within the words of another quote
                continue;
            }
            if span.start > at {
                segments.push(Segment::Narration(Span::new(at, span.start)));
            }
            segments.push(Segment::Speech { span, quote });
            at = span.end;
        }
        if at < self.text.len() {
            segments.push(Segment::Narration(Span::new(at, self.text.len())));
        }
        segments.into_iter()
    }
}

fn speakers<'a>(analysis: &Analysis<'a>, quotes: &[Quote<'a>]) -> Vec<SpeakerEntry<'a>> {
    let mut place = vec![usize::MAX; analysis.cast.entities.len()];
    let mut entries: Vec<SpeakerEntry<'a>> = Vec::new();
    for speaker in quotes.iter().filter_map(|quote| quote.speaker.as_ref()) {
        let id = speaker.id as usize;
        if place[id] == usize::MAX {
            place[id] = entries.len();
            let entity = &analysis.cast.entities[id];
            let mut mentions = entity.mentions.clone();
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
