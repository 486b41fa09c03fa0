//! Records: one for each utterance, from quotations and reported clauses, each with its speaker once that is resolved.

use crate::attribution::patterns::{index_of, Pattern, CARRIED_SENTENCE, TURN, UNATTRIBUTED};
use crate::attribution::phrase::Subject;
use crate::attribution::reported::Reported;
use crate::attribution::{Attribution, Source};
use crate::confidence;
use crate::quotation::QuotationSpan;
use crate::quote::{Kind, Reference};
use crate::span::Span;
use crate::speaker::exchange::{Exchange, Speech, Way};
use crate::speaker::{taken_up, Cast, Gender, Resolver, Turns};
use crate::text::Paragraph;

/// A quote before it is dressed.
#[derive(Clone, Debug)]
pub(crate) struct Record {
    pub(crate) parts: Vec<Span>,
    /// What stands in marks, if that is not all.
    pub(crate) quoted: Vec<Span>,
    pub(crate) attribution: Attribution,
    pub(crate) entity: Option<usize>,
    /// Who speaks together with that one, and the words that name each.
    pub(crate) joint: Vec<(usize, Span)>,
    /// The record that it is reported in.
    pub(crate) within: Option<usize>,
    /// The words themselves tell who says them.
    introduced: bool,
}

/// One record an utterance: a quotation that goes on behind its reporting clause joins the one before.
pub(crate) fn merge(quotes: Vec<QuotationSpan>, attributions: Vec<Attribution>) -> Vec<Record> {
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
                    introduced: false,
                });
            }
        }
    }
    records
}

/// What is attributed, in text order: quotations and reported clauses, but no turns of phrase. A quotation within a clause that reports
/// the same is part of that clause; one that goes on behind its reporting clause joins the one before.
pub(crate) fn with_reported(quotes: Vec<Record>, reported: &[Reported]) -> Vec<Record> {
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

/// Finds the speaker of every record, in text order.
pub(crate) fn resolve(records: &mut [Record], resolver: &mut Resolver<'_>) {
    let mut turns = Turns::default();
    for i in 0..records.len() {
        turns.look_ahead(records[i..].iter().map(Record::source), resolver);
        let own = introduced(&records[i..], resolver);
        records[i].resolve(own, resolver, &mut turns);
    }
}

/// Whoever the words of the first record, or those that go on with it, say that they are.
fn introduced(records: &[Record], resolver: &Resolver<'_>) -> Option<usize> {
    let (cast, article) = (&resolver.cast, resolver.article);
    let [first, rest @ ..] = records else { return None };
    if !first.is_open(cast, article) {
        return None;
    }
    let goes_on = |record: &&Record| std::ptr::eq(record.attribution.pattern, &CARRIED_SENTENCE);
    let next = rest.first().filter(goes_on).filter(|next| next.is_open(cast, article));
    let mut same = std::iter::once(first).chain(next);
    same.find_map(|record| record.introduced(cast, article))
}

/// The exchanges of a tale; what is not quoted has no part in them.
pub(crate) fn exchange<'t, 'a>(
    article: &'a str,
    records: &'t [Record],
    resolver: &'t Resolver<'t>,
    paragraphs: &'t [Paragraph],
) -> Exchange<'t, 'a> {
    let speeches = records.iter().filter(|record| record.is_quoted());
    let speeches = speeches.map(|record| record.speech(article)).collect();
    Exchange::of(article, speeches, resolver, paragraphs)
}

/// Gives every speech of a tale the speaker whom its exchange makes likeliest.
pub(crate) fn settle(
    article: &str,
    records: &mut [Record],
    resolver: &mut Resolver<'_>,
    paragraphs: &[Paragraph],
) {
    let exchange = exchange(article, records, resolver, paragraphs);
    if !exchange.is_talk() {
        return;
    }
    let voices = exchange.voices();
    let speeches = records.iter_mut().filter(|record| record.is_quoted());
    for (record, voice) in speeches.zip(voices) {
        if let Some(share) = voice.share() {
            let confidence = &mut record.attribution.confidence;
            *confidence = (*confidence).min(confidence::of_exchange(share));
        }
        match voice.speaker() {
            Some(speaker) if record.entity != Some(speaker) => {
                record.settle(speaker, &mut resolver.cast);
            }
            _ => {}
        }
    }
}

/// What the words that stand for a speaker tell of gender.
fn gender_of(subject: &Subject, article: &str) -> Gender {
    match taken_up(&article[subject.span].to_lowercase()) {
        Some((gender, _)) => gender,
        None => Gender::of(subject.head),
    }
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
    /// Whether any of it stands in marks.
    fn is_quoted(&self) -> bool {
        self.attribution.kind != Kind::Indirect
    }

    /// Whether the reported clause holds the quotation, as the words of the same speaker or of nobody.
    fn may_hold(&self, quote: &Record) -> bool {
        let theirs = quote.attribution.source.subject().map(|subject| subject.span);
        if theirs.is_some_and(|span| self.overlaps(span)) {
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
            if self.overlaps(subject.span) {
                self.attribution.source = Source::Carried(subject);
            }
        }
    }

    /// Whether the span lies within one of the parts. They are in order, and there may be as many as the article has quotations.
    fn holds(&self, span: Span) -> bool {
        let begun = |part: &Span| {
            crate::work::step();
            part.start <= span.start
        };
        let behind = self.parts.partition_point(begun);
        behind.checked_sub(1).is_some_and(|part| span.end <= self.parts[part].end)
    }

    /// Whether the span shares a byte with one of the parts.
    fn overlaps(&self, span: Span) -> bool {
        let ended = |part: &Span| {
            crate::work::step();
            part.end <= span.start
        };
        let first = self.parts.partition_point(ended);
        self.parts.get(first).is_some_and(|part| part.overlaps(span))
    }

    /// From the first byte of the words to the last.
    pub(crate) fn span(&self) -> Span {
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

    fn resolve(&mut self, own: Option<usize>, resolver: &mut Resolver<'_>, turns: &mut Turns) {
        let Attribution { source, pattern, .. } = &self.attribution;
        self.entity = turns.resolve(source, pattern, &self.parts, resolver);
        if let Some(own) = own {
            self.introduced = true;
            if self.entity != Some(own) {
                self.settle(own, &mut resolver.cast);
            }
        }
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

    /// Whether nothing but a pronoun, a description or, in a tale, the words around tell whose the words are.
    fn is_open(&self, cast: &Cast, article: &str) -> bool {
        let subject = self.attribution.source.subject();
        let open = subject
            .is_none_or(|told| told.reference != Reference::Name && article[told.span] != *"I");
        let pronoun = subject.is_some_and(|told| told.reference == Reference::Pronoun);
        let somebody = self.is_quoted() && self.attribution.source.is_somebody();
        open && somebody && (cast.is_tale() || pronoun)
    }

    /// Whoever the words themselves say that they are, whom nothing around them rules out: `My name is Ida Lund`.
    fn introduced(&self, cast: &Cast, article: &str) -> Option<usize> {
        let own = cast.introduced(article, &self.parts)?;
        let subject = self.attribution.source.subject();
        let gender = subject.map_or(Gender::Unknown, |subject| gender_of(subject, article));
        (!cast.entities[own].gender.clashes(gender)).then_some(own)
    }

    /// As exchanges are weighed.
    fn speech(&self, article: &str) -> Speech<'_> {
        let subject = self.attribution.source.subject();
        Speech {
            parts: &self.parts,
            way: if self.introduced { Way::Named } else { Way::of(&self.attribution, article) },
            pattern: index_of(self.attribution.pattern) as u32,
            found: self.entity,
            subject: subject.map(|subject| subject.span),
            gender: subject.map_or(Gender::Unknown, |subject| gender_of(subject, article)),
        }
    }

    /// Gives it another speaker. The words that stood for the one before stand for that one, or for nobody here.
    fn settle(&mut self, entity: usize, cast: &mut Cast) {
        let Attribution { source, cue, pattern, .. } = &mut self.attribution;
        match *source {
            Source::Named(subject) if cue.is_some() && subject.reference != Reference::Name => {
                cast.rename(subject.span, self.entity, entity);
            }
            _ => {
                *source = Source::Turn;
                *pattern = &TURN;
            }
        }
        self.entity = Some(entity);
        self.joint.clear();
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
            introduced: false,
        }
    }
}
