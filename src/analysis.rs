//! One article read through all stages, records made on demand.

use std::borrow::Cow;
use std::sync::Arc;

use crate::attribution::genre::Genre;
use crate::attribution::reader::{Findings, Reader, Stretch};
use crate::attribution::{Attribution, Source};
use crate::cast::CastMember;
use crate::lexicon::Lexicon;
use crate::quotation::{self, push_narration, MarkOptions, QuotationSpan};
use crate::quote::{Context, Cue, Evidence, Mention, Quote, Reference, Speaker};
use crate::records::{merge, resolve, settle, with_reported, Record};
use crate::span::Span;
use crate::speaker::{part_chance_names, plain_space, Cast, Gatherer, Narrator, Resolver, Said};
use crate::text::{self, dateline_end, Paragraph};

/// What an extractor was told.
#[derive(Clone, Debug)]
pub(crate) struct Settings {
    /// The caller's lexicon, if it differs from the built-in one.
    pub(crate) lexicon: Option<Arc<Lexicon>>,
    pub(crate) marks: MarkOptions,
    pub(crate) indirect: bool,
    pub(crate) min_confidence: f32,
    pub(crate) cast: Arc<[CastMember]>,
}

/// What every stage found in one article.
#[derive(Clone, Debug)]
pub(crate) struct Analysis<'a> {
    pub(crate) article: &'a str,
    pub(crate) paragraphs: Vec<Paragraph>,
    pub(crate) sentences: Vec<Span>,
    pub(crate) cast: Arc<Cast>,
    records: Vec<Record>,
}

/// A quotation looks back over this many paragraphs: in a tale several pass between two who speak, in a report one introduces.
fn lead(genre: Genre) -> usize {
    match genre {
        Genre::Report => 1,
        Genre::Tale => 3,
    }
}

/// A sentence is so many bytes long, more often than not longer.
const SENTENCE: usize = 100;
/// A token, with the space behind it, has so many bytes, more often than not more.
const TOKEN: usize = 4;
/// Paragraphs are read so many bytes at a time, or one that has more: each stage goes over all of them before the next one begins, so
/// that its code stays in the processor's nearest cache.
const BATCH: usize = 16 * 1024;
/// Most batches have fewer paragraphs.
const STRETCHES: usize = 64;

/// What the stages before the speakers found.
pub(crate) struct Stages {
    pub(crate) paragraphs: Vec<Paragraph>,
    pub(crate) sentences: Vec<Span>,
    pub(crate) quotes: Vec<QuotationSpan>,
    pub(crate) names: Gatherer,
    pub(crate) found: Findings,
    pub(crate) genre: Genre,
}

impl Stages {
    /// Runs the stages: paragraphs, sentences, quotation spans, attribution.
    pub(crate) fn run(article: &str, settings: &Settings, observe: bool) -> Self {
        let lexicon = settings.lexicon.as_deref().unwrap_or_else(|| Lexicon::english());
        let paragraphs = text::paragraphs(article);
        let mut sentences = Vec::with_capacity(article.len() / SENTENCE);
        let mut quotes = quotation::find(article, &paragraphs, settings.marks);
        quotes.retain(|quote| quote.depth == 0);

        let genre = Genre::of(article, &paragraphs, &quotes);
        let lead = lead(genre);
        let mut names = Gatherer::new(genre, article.len());
        let mut reader = Reader::new(article, &quotes, genre, settings.indirect);
        if observe {
            reader.observe();
        }
        let mut tokens = Vec::with_capacity(article.len().min(BATCH) / TOKEN);
        let mut stretches: Vec<Stretch> = Vec::with_capacity(paragraphs.len().min(STRETCHES));
        let (mut upcoming, mut first) = (0, 0);
        for batch in text::batches(&paragraphs, BATCH) {
            for paragraph in &paragraphs[batch.clone()] {
                text::push_sentences(article, paragraph.span, lexicon, &mut sentences);
            }
            tokens.clear();
            stretches.clear();
            for number in batch {
                let Paragraph { span, kind } = paragraphs[number];
                let here = quotes_in(&quotes, &mut upcoming, span);
                let body = body(article, span, here);
                let start = tokens.len();
                first +=
                    sentences[first..].iter().take_while(|held| held.start < span.start).count();
                let sentences = &sentences[first..];
                push_narration(article, body, here, upcoming, sentences, lexicon, &mut tokens);
                let last = &paragraphs[(number + lead).min(paragraphs.len() - 1)];
                let quoted =
                    quotes.get(upcoming).is_some_and(|quote| quote.span.start < last.span.end);
                let read = quoted || settings.indirect;
                stretches.push(Stretch { number, kind, tokens: start..tokens.len(), read });
            }
            for stretch in &stretches {
                names.read(article, &tokens[stretch.tokens.clone()], stretch.kind);
            }
            reader.read(&mut tokens, &stretches);
        }
        if genre == Genre::Tale {
            part_chance_names(article, &mut names.names);
        }
        let found = reader.finish();
        Self { paragraphs, sentences, names, found, quotes, genre }
    }

    /// Whom the article names, and who tells it if somebody does.
    pub(crate) fn cast(&self, article: &str, settings: &Settings) -> Cast {
        let (names, tale) = (&self.names.names, self.genre == Genre::Tale);
        let mut cast = Cast::group(article, names, &settings.cast, tale);
        if tale {
            cast.count_votes(names, &self.names.pronouns);
            let sources = self.found.attributions.iter().map(|answer| &answer.source);
            let said = self.quotes.iter().zip(sources).map(|(quote, source)| {
                let subject = source.subject();
                Said { words: &quote.parts, subject: subject.map(|subject| subject.span) }
            });
            if let Some(narrator) = Narrator::of(article, said, names) {
                cast.tell(article, narrator.me, narrator.name);
            }
        }
        cast
    }
}

impl<'a> Analysis<'a> {
    /// Runs all stages: those of [`Stages`], then the speakers.
    pub(crate) fn of(article: &'a str, settings: &Settings) -> Self {
        let stages = Stages::run(article, settings, false);
        let cast = stages.cast(article, settings);
        let Stages { paragraphs, sentences, quotes, names, found, .. } = stages;
        let mut resolver = Resolver::new(article, &names, &found.people, cast);
        let mut records = merge(quotes, found.attributions);
        if settings.indirect {
            records = with_reported(records, &found.reported);
        }
        resolve(&mut records, &mut resolver);
        if resolver.cast.is_tale() {
            settle(article, &mut records, &mut resolver, &paragraphs);
        }
        resolver.cast.complete(article, records.iter().filter_map(|record| record.entity));
        Self { article, paragraphs, sentences, cast: Arc::new(resolver.cast), records }
    }

    pub(crate) fn len(&self) -> usize {
        self.records.len()
    }

    /// The quote of that number.
    pub(crate) fn quote(&self, number: usize) -> Option<Quote<'a>> {
        let record = self.records.get(number)?;
        let article = self.article;
        let attribution = &record.attribution;
        let speaker = record.entity.map(|entity| self.speaker(attribution, entity));
        let named = |&(id, span): &_| self.pointed_at(id, Some(span), Reference::Name);
        let joint = record.joint.iter().map(named).collect();
        let span = record.span();
        Some(Quote {
            speaker,
            joint,
            text: match record.parts[..] {
                [part] => Cow::Borrowed(&article[part]),
                _ => Cow::Owned(
                    record.parts.iter().map(|&part| &article[part]).collect::<Vec<_>>().join(" "),
                ),
            },
            context: Context {
                text: Cow::Borrowed(&article[attribution.context]),
                span: attribution.context,
                paragraph: self.paragraphs_around(span),
            },
            kind: attribution.kind,
            span,
            parts: record.parts.clone(),
            quoted: record.quoted.clone(),
            factuality: attribution.factuality,
            within: record.within.map(|outer| self.records[outer].span()),
            cue: attribution.cue.map(|cue| Cue::new(article, cue)),
            evidence: Evidence::new(attribution.pattern.name),
            confidence: attribution.confidence as f32 / 1000.0,
        })
    }

    fn speaker(&self, attribution: &Attribution, id: usize) -> Speaker<'a> {
        match &attribution.source {
            Source::Named(subject) => self.pointed_at(id, Some(subject.span), subject.reference),
            Source::Carried(_) | Source::Turn | Source::Nobody => {
                self.pointed_at(id, None, Reference::Carried)
            }
        }
    }

    /// An entity, with the words that point at it.
    fn pointed_at(&self, id: usize, words: Option<Span>, reference: Reference) -> Speaker<'a> {
        Speaker {
            name: self.cast.name(self.article, id),
            mention: words.map(|span| Mention::new(self.article, span)),
            reference,
            role: self.cast.entities[id].role.map(|role| plain_space(&self.article[role])),
            id: id as u32,
        }
    }

    fn paragraphs_around(&self, span: Span) -> Span {
        let first = self.paragraphs.partition_point(|paragraph| paragraph.span.end <= span.start);
        let last = self.paragraphs.partition_point(|paragraph| paragraph.span.start < span.end);
        match self.paragraphs.get(first..last) {
            Some([one]) => one.span,
            Some([one, .., other]) => one.span.cover(other.span),
            _ => span,
        }
    }
}

/// A paragraph without its dateline, if it has one. What is quoted is none.
fn body(article: &str, paragraph: Span, quotes: &[QuotationSpan]) -> Span {
    let start = paragraph.start + dateline_end(&article[paragraph]);
    let quoted = quotes.first().is_some_and(|quote| quote.span.start < start);
    Span { start: if quoted { paragraph.start } else { start }, ..paragraph }
}

/// The outer quotations that touch a paragraph; `upcoming` is the number of the first. Paragraphs come in order.
fn quotes_in<'q>(
    quotes: &'q [QuotationSpan],
    upcoming: &mut usize,
    paragraph: Span,
) -> &'q [QuotationSpan] {
    while quotes.get(*upcoming).is_some_and(|quote| quote.span.end <= paragraph.start) {
        *upcoming += 1;
    }
    let rest = &quotes[*upcoming..];
    let touching = rest.iter().take_while(|quote| quote.span.start < paragraph.end).count();
    &rest[..touching]
}
