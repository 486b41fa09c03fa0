//! One article read through all stages, records made on demand.

use std::borrow::Cow;
use std::sync::Arc;

use crate::attribution::genre::Genre;
use crate::attribution::indirect::Reported;
use crate::attribution::patterns::UNATTRIBUTED;
use crate::attribution::reader::{Findings, Reader};
use crate::attribution::{Attribution, Source};
use crate::extractor::CastMember;
use crate::lexicon::Lexicon;
use crate::quotation::{self, push_narration, MarkOptions, QuotationSpan};
use crate::quote::{Context, Cue, Evidence, Kind, Mention, Quote, Reference, Speaker};
use crate::span::Span;
use crate::speaker::{plain_space, Cast, Gatherer, Resolver};
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

/// A quote before it is dressed.
#[derive(Clone, Debug)]
struct Record {
    parts: Vec<Span>,
    attribution: Attribution,
    entity: Option<usize>,
}

/// A quotation looks back over this many paragraphs.
const LEAD: usize = 3;

/// What the stages before the speakers found.
pub(crate) struct Stages {
    pub(crate) paragraphs: Vec<Paragraph>,
    pub(crate) sentences: Vec<Span>,
    pub(crate) quotes: Vec<QuotationSpan>,
    pub(crate) names: Gatherer,
    pub(crate) found: Findings,
    #[cfg_attr(not(feature = "training"), allow(dead_code))]
    pub(crate) genre: Genre,
}

impl Stages {
    /// Runs the stages: paragraphs, sentences, quotation spans, attribution.
    pub(crate) fn run(article: &str, settings: &Settings, observe: bool) -> Self {
        let lexicon = settings.lexicon.as_deref().unwrap_or_else(|| Lexicon::english());
        let paragraphs = text::paragraphs(article);
        let mut sentences = Vec::new();
        let mut quotes = quotation::find(article, &paragraphs, settings.marks);
        quotes.retain(|quote| quote.depth == 0);

        let genre = Genre::of(article, &paragraphs, &quotes);
        let mut names = Gatherer::default();
        let mut reader = Reader::new(article, &quotes, genre, settings.indirect);
        if observe {
            reader.observe();
        }
        let mut tokens = Vec::new();
        let mut upcoming = 0;
        for (number, paragraph) in paragraphs.iter().enumerate() {
            let first_sentence = sentences.len();
            text::push_sentences(article, paragraph.span, lexicon, &mut sentences);
            let here = quotes_in(&quotes, &mut upcoming, paragraph.span);
            let dateline = dateline_end(&article[paragraph.span]);
            let body = Span::new(paragraph.span.start + dateline, paragraph.span.end);
            tokens.clear();
            push_narration(
                article,
                body,
                &here,
                &sentences[first_sentence..],
                lexicon,
                &mut tokens,
            );
            names.read(article, &tokens, paragraph.kind);
            let last = &paragraphs[(number + LEAD).min(paragraphs.len() - 1)];
            let quoted = quotes.get(upcoming).is_some_and(|quote| quote.span.start < last.span.end);
            if quoted || settings.indirect || reader.awaits_byline() {
                reader.read(&mut tokens, paragraph.kind, number);
            } else {
                reader.skip();
            }
        }
        let found = reader.finish();
        Self { paragraphs, sentences, names, found, quotes, genre }
    }
}

impl<'a> Analysis<'a> {
    /// Runs all stages: those of [`Stages`], then the speakers.
    pub(crate) fn of(article: &'a str, settings: &Settings) -> Self {
        let Stages { paragraphs, sentences, quotes, names, found, .. } =
            Stages::run(article, settings, false);
        let cast = Cast::group(article, &names.names, &settings.cast);
        let mut resolver = Resolver::new(article, &names, &found.described, &found.speaking, cast);
        let mut records = merge(&quotes, found.attributions);
        records.extend(found.reported.into_iter().map(Record::reported));
        records.sort_by_key(|record| record.parts[0]);
        let mut turns = Turns::default();
        for record in &mut records {
            record.resolve(&mut resolver, &mut turns);
        }
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
        let span =
            Span { start: record.parts[0].start, end: record.parts[record.parts.len() - 1].end };
        Some(Quote {
            speaker,
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
            cue: attribution.cue.map(|cue| Cue::new(article, cue)),
            evidence: Evidence::new(attribution.pattern.name),
            confidence: attribution.confidence as f32 / 1000.0,
        })
    }

    fn speaker(&self, attribution: &Attribution, id: usize) -> Speaker<'a> {
        let entity = &self.cast.entities[id];
        let (mention, reference) = match &attribution.source {
            Source::Named(subject) => {
                (Some(Mention::new(self.article, subject.span)), subject.reference)
            }
            Source::Carried(_) | Source::Turn | Source::Nobody => (None, Reference::Carried),
        };
        Speaker {
            name: self.cast.name(self.article, id),
            mention,
            reference,
            role: entity.role.map(|role| plain_space(&self.article[role])),
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

/// The outer quotations that touch a paragraph, with their numbers. Paragraphs come in order.
fn quotes_in<'q>(
    quotes: &'q [QuotationSpan],
    upcoming: &mut usize,
    paragraph: Span,
) -> Vec<(usize, &'q QuotationSpan)> {
    while quotes.get(*upcoming).is_some_and(|quote| quote.span.end <= paragraph.start) {
        *upcoming += 1;
    }
    let touching = quotes[*upcoming..].iter().take_while(|quote| quote.span.start < paragraph.end);
    touching.enumerate().map(|(i, quote)| (*upcoming + i, quote)).collect()
}

/// One record an utterance: a quotation that goes on behind its reporting clause joins the one before.
fn merge(quotes: &[QuotationSpan], attributions: Vec<Attribution>) -> Vec<Record> {
    let mut records: Vec<Record> = Vec::with_capacity(quotes.len());
    for (quote, attribution) in quotes.iter().zip(attributions) {
        match records.last_mut() {
            Some(before) if attribution.continues => {
                before.parts.extend(&quote.parts);
                before.attribution.context = before.attribution.context.cover(attribution.context);
            }
            _ => records.push(Record { parts: quote.parts.clone(), attribution, entity: None }),
        }
    }
    records
}

/// The last two to speak, and where the last one did.
#[derive(Clone, Default)]
pub(crate) struct Turns {
    last: Option<usize>,
    other: Option<usize>,
    end: usize,
}

/// Farther apart than this, two quotations are no exchange.
const LONGEST_PAUSE: usize = 1500;

impl Turns {
    /// Whom a source means, for a quotation that begins at `start`.
    pub(crate) fn resolve(
        &self,
        source: &Source,
        start: usize,
        resolver: &mut Resolver<'_>,
    ) -> Option<usize> {
        match source {
            Source::Named(subject) => Some(resolver.resolve(subject, false)),
            Source::Carried(subject) => Some(resolver.resolve(subject, true)),
            Source::Turn if start.saturating_sub(self.end) < LONGEST_PAUSE => self.other,
            Source::Turn | Source::Nobody => None,
        }
    }

    pub(crate) fn take(&mut self, entity: usize, end: usize) {
        if self.last != Some(entity) {
            self.other = self.last.replace(entity);
        }
        self.end = end;
    }
}

/// How often a reported clause without marks was right in annotated news, in thousandths.
const INDIRECT: u32 = 700;

impl Record {
    fn resolve(&mut self, resolver: &mut Resolver<'_>, turns: &mut Turns) {
        let (start, end) = (self.parts[0].start, self.parts[self.parts.len() - 1].end);
        self.entity = turns.resolve(&self.attribution.source, start, resolver);
        match self.entity {
            Some(entity) => turns.take(entity, end),
            None if matches!(self.attribution.source, Source::Turn) => {
                self.attribution.source = Source::Nobody;
                self.attribution.pattern = &UNATTRIBUTED;
            }
            None => {}
        }
    }

    fn reported(reported: Reported) -> Self {
        Self {
            parts: vec![reported.content],
            attribution: Attribution {
                source: Source::Named(reported.clause.subject),
                cue: Some(reported.clause.cue_span),
                pattern: reported.pattern,
                confidence: INDIRECT,
                kind: Kind::Indirect,
                context: reported.context,
                continues: false,
            },
            entity: None,
        }
    }
}
