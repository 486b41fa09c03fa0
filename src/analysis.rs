//! One article read through all stages, records made on demand.

use std::borrow::Cow;
use std::sync::Arc;

use crate::attribution::genre::Genre;
use crate::attribution::patterns::{Pattern, CARRIED_SENTENCE, UNATTRIBUTED};
use crate::attribution::reader::{Findings, Reader};
use crate::attribution::reported::Reported;
use crate::attribution::{Attribution, Source};
use crate::cast::CastMember;
use crate::confidence;
use crate::lexicon::Lexicon;
use crate::quotation::{self, push_narration, MarkOptions, QuotationSpan};
use crate::quote::{Context, Cue, Evidence, Kind, Mention, Quote, Reference, Speaker};
use crate::span::Span;
use crate::speaker::{plain_space, Cast, Gatherer, Narrator, Resolver, Said, Turns};
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
    /// What stands in marks, if that is not all.
    quoted: Vec<Span>,
    attribution: Attribution,
    entity: Option<usize>,
    /// Who speaks together with that one, and the words that name each.
    joint: Vec<(usize, Span)>,
    /// The record that it is reported in.
    within: Option<usize>,
}

/// A quotation looks back over this many paragraphs.
const LEAD: usize = 3;

/// A sentence is so many bytes long, more often than not longer.
const SENTENCE: usize = 100;
/// Most paragraphs have fewer tokens.
const TOKENS: usize = 256;

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
        let mut names = Gatherer::default();
        let mut reader = Reader::new(article, &quotes, genre, settings.indirect);
        if observe {
            reader.observe();
        }
        let mut tokens = Vec::with_capacity(TOKENS);
        let mut upcoming = 0;
        for (number, paragraph) in paragraphs.iter().enumerate() {
            let first_sentence = sentences.len();
            text::push_sentences(article, paragraph.span, lexicon, &mut sentences);
            let here = quotes_in(&quotes, &mut upcoming, paragraph.span);
            let first_quote = upcoming;
            let dateline = dateline_end(&article[paragraph.span]);
            let body = Span::new(paragraph.span.start + dateline, paragraph.span.end);
            tokens.clear();
            push_narration(
                article,
                body,
                here,
                first_quote,
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

    /// Whom the article names, and who tells it if somebody does.
    pub(crate) fn cast(&self, article: &str, settings: &Settings) -> Cast {
        let (names, tale) = (&self.names.names, self.genre == Genre::Tale);
        let mut cast = Cast::group(article, names, &settings.cast, tale);
        if tale {
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
        let mut resolver = Resolver::new(article, &names, &found.described, &found.speaking, cast);
        let mut records = merge(quotes, found.attributions);
        if settings.indirect {
            records = with_reported(records, &found.reported);
        }
        let mut turns = Turns::default();
        for i in 0..records.len() {
            turns.look_ahead(records[i..].iter().map(Record::source), &resolver);
            records[i].resolve(&mut resolver, &mut turns);
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

/// One record an utterance: a quotation that goes on behind its reporting clause joins the one before.
fn merge(quotes: Vec<QuotationSpan>, attributions: Vec<Attribution>) -> Vec<Record> {
    let mut records: Vec<Record> = Vec::with_capacity(quotes.len());
    for (quote, attribution) in quotes.into_iter().zip(attributions) {
        match records.last_mut() {
            Some(before) if attribution.continues => {
                before.parts.extend(&quote.parts);
                before.attribution.context = before.attribution.context.cover(attribution.context);
            }
            _ => {
                let (parts, quoted) = (quote.parts, Vec::new());
                records.push(Record {
                    parts,
                    quoted,
                    attribution,
                    entity: None,
                    joint: Vec::new(),
                    within: None,
                });
            }
        }
    }
    records
}

/// What is attributed, in text order: quotations and reported clauses, but no turns of phrase. A quotation within a clause that reports
/// the same is part of that clause; one that goes on behind its reporting clause joins the one before.
fn with_reported(quotes: Vec<Record>, reported: &[Reported]) -> Vec<Record> {
    let mut records: Vec<Record> = reported.iter().map(Record::reported).collect();
    let mut by_start: Vec<usize> = (0..records.len()).collect();
    by_start.sort_by_key(|&i| records[i].parts[0]);
    let mut alone: Vec<Record> = Vec::new();
    let mut last_told = None;
    for quote in quotes {
        let last = by_start.partition_point(|&i| records[i].parts[0].start <= quote.parts[0].start);
        let near = by_start[last.saturating_sub(NEAREST)..last].iter().rev();
        let holder = near.copied().find(|&i| records[i].may_hold(&quote));
        let goes_on = |cue: Option<Span>| {
            quote.attribution.cue.is_some()
                && quote.attribution.cue == cue
                && std::ptr::eq(quote.attribution.pattern, &CARRIED_SENTENCE)
                && quote.attribution.kind == Kind::Direct
        };
        let into = match (holder, last_told) {
            (Some(i), _) => {
                last_told = Some(Told::Within(i, quote.attribution.cue));
                records[i].hold(quote);
                continue;
            }
            (None, Some(Told::Within(i, cue)))
                if goes_on(cue) && records[i].ends_before(&quote) =>
            {
                Some(&mut records[i])
            }
            (None, Some(Told::Alone(cue))) if goes_on(cue) => alone.last_mut(),
            _ => None,
        };
        match into {
            Some(before) => before.go_on(&quote),
            None => {
                last_told = Some(Told::Alone(quote.attribution.cue));
                alone.push(quote);
            }
        }
    }
    records.extend(alone.into_iter().filter(|quote| !quote.is_a_turn_of_phrase()));
    records.sort_by(|one, other| one.parts[0].cmp(&other.parts[0]));
    for i in 0..records.len() {
        let around = (i.saturating_sub(NEAREST)..i)
            .rev()
            .find(|&outer| records[outer].surrounds(&records[i]));
        records[i].within = around;
        records[i].keep_the_speaker_out();
    }
    records
}

/// Where the quotation before went, and its cue.
#[derive(Clone, Copy)]
enum Told {
    Within(usize, Option<Span>),
    Alone(Option<Span>),
}

/// A quotation is looked for in so many clauses that begin before it.
const NEAREST: usize = 8;

impl Record {
    /// Whether the reported clause holds the quotation, as the words of the same speaker or of nobody.
    fn may_hold(&self, quote: &Record) -> bool {
        let theirs = quote.attribution.source.subject().map(|subject| subject.span);
        if theirs.is_some_and(|span| self.parts.iter().any(|part| part.overlaps(span))) {
            return false;
        }
        let mine = self.attribution.source.subject().map(|subject| subject.span);
        quote.parts.iter().all(|&part| self.holds(part))
            && (theirs.is_none() || theirs == mine || quote.attribution.cue == self.attribution.cue)
    }

    /// Words in marks that are part of the reporter's own sentence and nobody's: a title, a nickname, scare quotes.
    fn is_a_turn_of_phrase(&self) -> bool {
        self.attribution.kind == Kind::Mixed && !self.attribution.source.is_somebody()
    }

    /// Nobody is a word of what they say: such a speaker counts as carried over.
    fn keep_the_speaker_out(&mut self) {
        if let Source::Named(subject) = self.attribution.source {
            if self.parts.iter().any(|part| part.overlaps(subject.span)) {
                self.attribution.source = Source::Carried(subject);
            }
        }
    }

    /// Whether the span lies within one of the parts.
    fn holds(&self, span: Span) -> bool {
        self.parts.iter().any(|part| part.start <= span.start && span.end <= part.end)
    }

    /// From the first byte of the words to the last.
    fn span(&self) -> Span {
        Span { start: self.parts[0].start, end: self.parts[self.parts.len() - 1].end }
    }

    /// Whether the other is reported within this one, words and cue.
    fn surrounds(&self, inner: &Record) -> bool {
        let longer = self.span().len() > inner.span().len();
        longer
            && inner.parts.iter().all(|&part| self.holds(part))
            && inner.attribution.cue.is_some_and(|cue| self.holds(cue))
    }

    /// Takes the quotation in. What tells whose words are quoted is surer than what tells whose are reported.
    fn hold(&mut self, quote: Record) {
        if quote.attribution.source.is_somebody() && self.quoted.is_empty() {
            self.attribution.source = quote.attribution.source;
        }
        self.attribution.kind = Kind::Mixed;
        self.quoted.extend(quote.parts);
    }

    /// All of it stands before the quotation, so that the parts stay in order.
    fn ends_before(&self, quote: &Record) -> bool {
        self.parts[self.parts.len() - 1].end <= quote.parts[0].start
    }

    /// `"A," said Anna. "B."`: takes in a quotation that goes on behind the reporting clause.
    fn go_on(&mut self, quote: &Record) {
        if !self.quoted.is_empty() {
            self.quoted.extend(&quote.parts);
        }
        self.parts.extend(&quote.parts);
        self.attribution.context = self.attribution.context.cover(quote.attribution.context);
    }

    fn resolve(&mut self, resolver: &mut Resolver<'_>, turns: &mut Turns) {
        let Attribution { source, pattern, .. } = &self.attribution;
        self.entity = turns.resolve(source, pattern, &self.parts, resolver);
        match self.entity {
            Some(entity) => {
                turns.take(entity, &self.parts, resolver);
                let subject = self.attribution.source.subject();
                self.joint = subject
                    .map_or_else(Vec::new, |held| resolver.joint(held, self.attribution.cue));
            }
            None if matches!(self.attribution.source, Source::Turn) => {
                self.attribution.source = Source::Nobody;
                self.attribution.pattern = &UNATTRIBUTED;
            }
            None => {}
        }
    }

    fn source(&self) -> (&Source, &'static Pattern, &[Span]) {
        (&self.attribution.source, self.attribution.pattern, &self.parts)
    }

    fn reported(reported: &Reported) -> Self {
        Self {
            parts: std::iter::once(reported.content).chain(reported.rest).collect(),
            quoted: Vec::new(),
            attribution: Attribution {
                source: reported.subject.map_or(Source::Nobody, Source::Named),
                cue: Some(reported.cue),
                pattern: reported.pattern,
                confidence: confidence::of_reported(reported.share),
                kind: Kind::Indirect,
                context: reported.context,
                factuality: reported.factuality,
                continues: false,
            },
            entity: None,
            joint: Vec::new(),
            within: None,
        }
    }
}
