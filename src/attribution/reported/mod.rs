//! Speech without marks, or with marks in parts of it only: what somebody says, thinks, asks for or stands to, in the reporter's
//! words.
//!
//! Each word that may be a cue is weighed by itself, in two steps. Does it report at all, and whose words ([`sources`])?
//! If so, which words of the sentence are what is reported ([`contents`])? Both choose among a few answers that grammar
//! proposes, by the same kind of model as [`rank`](super::rank), with a table of their own that `examples/train_reported.rs`
//! makes. What comes of it is a [`claim`]: in a third step those of a sentence are weighed side by side.

mod bounds;
pub(crate) mod claim;
pub(crate) mod contents;
mod features;
mod label;
mod lead;
mod outline;
pub(crate) mod sources;

use once_cell::sync::Lazy;

use super::clause::{Clause, Construction};
use super::factuality::factuality;
use super::frame::Frame;
use super::patterns::{
    Pattern, INDIRECT_AFTER, INDIRECT_AROUND, INDIRECT_CLAUSE, INDIRECT_NOUN, INDIRECT_OBJECT,
};
use super::phrase::Subject;
use super::rank::weights::{power, Sum, Weights};
use super::rank::Listing;
use crate::lexicon::Classes;
use crate::quote::Factuality;
use crate::span::Span;
use crate::text::tokens::TokenKind;
use contents::{Content, Opening};
pub(crate) use outline::Outline;
use sources::Source;

/// What somebody is reported to say, with the cue that reports it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Reported {
    pub(crate) content: Span,
    /// What goes on behind the cue: `The road, she said, is closed`.
    pub(crate) rest: Option<Span>,
    pub(crate) subject: Option<Subject>,
    pub(crate) cue: Span,
    pub(crate) pattern: &'static Pattern,
    pub(crate) factuality: Factuality,
    /// The model's share, in thousandths.
    pub(crate) share: u32,
    pub(crate) context: Span,
    /// What it is made of.
    pub(crate) makings: Makings,
}

/// How a claim came about.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Makings {
    /// The share of its source, and what backs its content, in thousandths.
    pub(crate) source_share: u32,
    pub(crate) backing: u32,
    /// How the content opens and ends.
    opening: u32,
    ending: u32,
    clausal: bool,
    /// What is quoted in it, and by whom.
    voices: u32,
}

impl Reported {
    /// The same as somebody's words, with the shares of both choices. Nobody is a word of what they say.
    pub(crate) fn of(mut self, source: &Source, source_share: u32, backing: u32) -> Option<Self> {
        self.subject = source.subject();
        self.share = source_share * backing / 1000;
        self.makings.source_share = source_share;
        self.makings.backing = backing;
        let of_self = self
            .subject
            .is_some_and(|subject| pieces(self.spans()).any(|piece| piece.overlaps(subject.span)));
        (!of_self && self.share >= claim::SLIGHT).then_some(self)
    }

    /// Where its words stand.
    fn spans(&self) -> Spans {
        (self.content, self.rest)
    }
}

fn overlap(one: Span, other: Span) -> usize {
    one.end.min(other.end).saturating_sub(one.start.max(other.start))
}

/// One cue with everything that was weighed for it, for the program that trains.
#[derive(Clone, Debug)]
#[cfg_attr(not(feature = "training"), allow(dead_code))]
pub(crate) struct Considered {
    pub(crate) cue: Span,
    pub(crate) sources: Vec<(Source, Vec<String>)>,
    pub(crate) contents: Vec<ConsideredContent>,
}

/// One stretch of words that a cue may report.
#[derive(Clone, Debug)]
#[cfg_attr(not(feature = "training"), allow(dead_code))]
pub(crate) struct ConsideredContent {
    pub(crate) first: Span,
    pub(crate) rest: Option<Span>,
    /// The record it would make; none if it is nothing but a quotation.
    pub(crate) claim: Option<Reported>,
    pub(crate) features: Vec<String>,
}

const TABLE: &str = include_str!("weights.txt");
static WEIGHTS: Lazy<Weights> = Lazy::new(|| Weights::read(TABLE, &["source", "content", "claim"]));
/// Reads the tables, if that has not been done.
pub(crate) fn prepare() {
    Lazy::force(&WEIGHTS);
}

const SOURCE: usize = 0;
const CONTENT: usize = 1;
const CLAIM: usize = 2;

/// A cue that is likelier than this to report nothing, in thousandths, is not asked what it reports.
const SILENT: u32 = 850;
/// A cue for which so little speaks, in parts of 64 of a natural unit, reports nothing whoever its subject is.
const SCANT: i32 = -192;
/// Whether the token may report.
fn may_report(frame: &Frame<'_>, at: usize) -> bool {
    let token = &frame.tokens[at];
    let plain = token.is_word() && (!token.capital || token.first);
    let reports = Classes::REPORT.union(Classes::CUE_NOUN).union(Classes::SPEECH);
    let reports = reports.union(Classes::THOUGHT).union(Classes::JUDGEMENT);
    let cue = plain && token.is(reports);
    cue && !frame.introduces_name(at) || label::closes_label(frame, at)
}

/// Whether any word of the sentence may report.
pub(crate) fn holds_a_cue(frame: &Frame<'_>) -> bool {
    (0..frame.len()).any(|at| may_report(frame, at))
}

/// Appends what a frame reports. Room for what is weighed comes with the reader.
pub(crate) fn push_reported(
    outline: &Outline<'_>,
    clauses: &[Clause],
    out: &mut Vec<Reported>,
    mut observed: Option<&mut Vec<Considered>>,
) {
    let (frame, first) = (outline.frame, out.len());
    let mut contents = Vec::new();
    for at in (0..frame.len()).filter(|&at| outline.may_report(at)) {
        let cue = sources::Cue::new(frame, at, clauses);
        let view = features::View::new(outline, &cue);
        contents.clear();
        if let Some(observed) = observed.as_deref_mut() {
            contents::push(outline, &cue, &mut contents);
            if !contents.is_empty() {
                observed.push(consider(
                    frame,
                    &view,
                    &cue,
                    &cue.sources(outline, clauses),
                    &contents,
                ));
            }
            continue;
        }
        // most cues report nothing: only the others are asked whose words, and what
        let evidence = sum(SOURCE, |sum| view.describe_cue(sum));
        if evidence < SCANT {
            continue;
        }
        let sources = cue.sources(outline, clauses);
        if let Some((source, share)) = choose_source(&view, &sources, evidence) {
            contents::push(outline, &cue, &mut contents);
            out.extend(choose_content(frame, &view, &cue, source, share, &contents));
        }
    }
    claim::settle(frame.article, out, first);
}

/// What the facts told weigh in a decision.
fn sum(decision: usize, describe: impl FnOnce(&mut Sum<'_>)) -> i32 {
    let mut sum = Sum::new(&WEIGHTS, decision);
    describe(&mut sum);
    sum.total
}

/// The likeliest source and its share, if the cue may well report. That it reports nothing weighs nothing; all other answers
/// share the evidence for the cue.
fn choose_source<'s>(
    view: &features::View<'_, '_>,
    sources: &'s [Source],
    evidence: i32,
) -> Option<(&'s Source, u32)> {
    let score = |source: &Source| match source {
        Source::Silent => 0,
        _ => evidence + sum(SOURCE, |sum| view.describe_source(source, sum)),
    };
    let shares = shares(&sources.iter().map(score).collect::<Vec<_>>());
    let named = sources.iter().zip(shares.iter().copied()).skip(1);
    named.max_by_key(|(_, share)| *share).filter(|_| shares[0] <= SILENT)
}

/// What each stretch weighs. Stretches that begin or end at the same place share what that place weighs; those whose ends are far
/// from the best are not looked at as a whole.
fn weigh(view: &features::View<'_, '_>, contents: &[Content]) -> Vec<i32> {
    let mut ends: Vec<(usize, i32)> = Vec::with_capacity(contents.len());
    let mut start = None;
    let mut scores = Vec::with_capacity(contents.len());
    for content in contents {
        let begins = (content.first.0, content.opening, content.second.is_some());
        let beginning = match start {
            Some((held, weight)) if held == begins => weight,
            _ => sum(CONTENT, |sum| view.describe_start(content, sum)),
        };
        start = Some((begins, beginning));
        let end = content.end();
        let ending = match ends.iter().find(|(held, _)| *held == end) {
            Some(&(_, weight)) => weight,
            None => {
                ends.push((end, sum(CONTENT, |sum| view.describe_end(end, sum))));
                ends[ends.len() - 1].1
            }
        };
        let shape = sum(CONTENT, |sum| view.describe_shape(content, sum));
        scores.push(beginning + ending + shape);
    }
    let best = scores.iter().copied().max().unwrap_or_default();
    for (content, score) in contents.iter().zip(&mut scores) {
        if *score + HOPELESS < best {
            *score -= HOPELESS * 8;
        } else {
            *score += sum(CONTENT, |sum| view.describe_content(content, sum));
        }
    }
    scores
}

/// So far behind the best by its ends and its shape, in parts of 64 of a natural unit, a stretch is not chosen for the rest.
const HOPELESS: i32 = 192;

fn choose_content(
    frame: &Frame<'_>,
    view: &features::View<'_, '_>,
    cue: &sources::Cue<'_>,
    source: &Source,
    source_share: u32,
    contents: &[Content],
) -> Option<Reported> {
    let spans: Vec<_> = contents.iter().map(|content| spans(frame, content)).collect();
    let (which, backing) = best_backed(&spans, &shares(&weigh(view, contents)))?;
    claim(frame, view, cue, &contents[which])?.of(source, source_share, backing)
}

/// What a stretch would be as a record; nothing if it is a mere quotation.
fn claim(
    frame: &Frame<'_>,
    view: &features::View<'_, '_>,
    cue: &sources::Cue<'_>,
    content: &Content,
) -> Option<Reported> {
    if content.is_quotation(frame) {
        return None;
    }
    // `that` joins the words to the clause and is none of them
    let (mut start, end) = content.first;
    let joins = frame.is_word(start, "that") && !is_subject_of(frame, start + 1, end);
    let clausal = content.clausal || frame.is_quote(start + 1) || start + CLAUSE < end;
    // `said that, if it rained, …`
    let behind = start + 1 + usize::from(frame.is_kind(start + 1, TokenKind::Comma));
    if joins && (clausal || content.opening == Opening::Conjunction) && behind < end {
        start = behind;
    }
    Some(Reported {
        content: frame.span(start, end),
        rest: content.second.map(|(start, end)| frame.span(start, end)),
        subject: None,
        cue: cue.span(),
        pattern: pattern(cue, content),
        factuality: factuality(frame, cue.at, Some(content.first.0)),
        share: 0,
        context: frame.span(0, frame.len()),
        makings: view.makings(content),
    })
}

/// So many words behind `that` are a clause, whether or not its verb is known.
const CLAUSE: usize = 4;

/// `that was late`, but not `that masked men had taken him`: whether the word before `at` is the subject of a verb there.
fn is_subject_of(frame: &Frame<'_>, at: usize, end: usize) -> bool {
    let sure = frame.is(at, Classes::BE.union(Classes::AUX)) || frame.tokens[at - 1].first;
    frame.is_finite_verb(at) && (sure || !(at + 2..end).any(|at| frame.is_finite_verb(at)))
}

/// Where a stretch and what goes on of it stand.
type Spans = (Span, Option<Span>);

fn pieces((first, rest): Spans) -> impl Iterator<Item = Span> {
    [Some(first), rest].into_iter().flatten()
}

/// Whether two share half of what either has.
fn agree(one: Spans, other: Spans) -> bool {
    let length = |held| pieces(held).map(Span::len).sum::<usize>();
    let overlaps = pieces(one).flat_map(|a| pieces(other).map(move |b| overlap(a, b)));
    3 * overlaps.sum::<usize>() >= length(one) + length(other)
}

fn spans(frame: &Frame<'_>, content: &Content) -> Spans {
    let span = |(start, end)| frame.span(start, end);
    (span(content.first), content.second.map(span))
}

/// The stretch that most of the shares back: its own, and those of stretches that agree with it by half. So a stretch in the middle of
/// likely ones is chosen rather than the likeliest by itself (minimum Bayes risk).
pub(crate) fn best_backed(spans: &[Spans], shares: &[u32]) -> Option<(usize, u32)> {
    let backing = |i: usize| {
        let likely = (0..spans.len()).filter(|&other| shares[other] > 0);
        likely.filter(|&other| agree(spans[i], spans[other])).map(|other| shares[other]).sum()
    };
    let likely: Vec<(usize, u32)> =
        (0..spans.len()).filter(|&i| shares[i] >= UNLIKELY).map(|i| (i, backing(i))).collect();
    let most = likely.iter().map(|(_, backing)| *backing).max()?;
    // of those that nearly as much backs, the likeliest by itself
    let backed = likely.into_iter().filter(|(_, backing)| backing + CLOSE >= most);
    backed.reduce(|held, next| if shares[next.0] > shares[held.0] { next } else { held })
}

/// So much less backing, in thousandths, is as good.
const CLOSE: u32 = 120;
/// A stretch less likely than this, in thousandths, is not chosen for its neighbours.
const UNLIKELY: u32 = 20;

/// The share of each among all, in thousandths.
fn shares(scores: &[i32]) -> Vec<u32> {
    let highest = scores.iter().copied().max().unwrap_or_default();
    let powers: Vec<u64> = scores.iter().map(|score| power(highest - score)).collect();
    let all: u64 = powers.iter().sum();
    powers.into_iter().map(|power| (power * 1000 / all.max(1)) as u32).collect()
}

fn pattern(cue: &sources::Cue<'_>, content: &Content) -> &'static Pattern {
    match content.opening {
        Opening::Raised => &INDIRECT_OBJECT,
        _ if content.second.is_some() => &INDIRECT_AROUND,
        Opening::Before => &INDIRECT_AFTER,
        _ if cue.construction() == Some(Construction::Source) => &INDIRECT_AFTER,
        _ if cue.is_noun() => &INDIRECT_NOUN,
        _ if content.clausal => &INDIRECT_CLAUSE,
        _ => &INDIRECT_OBJECT,
    }
}

fn consider(
    frame: &Frame<'_>,
    view: &features::View<'_, '_>,
    cue: &sources::Cue<'_>,
    sources: &[Source],
    contents: &[Content],
) -> Considered {
    let sources = sources.iter().map(|source| {
        let mut listing = Listing::default();
        if !matches!(source, Source::Silent) {
            view.describe_cue(&mut listing);
        }
        view.describe_source(source, &mut listing);
        (*source, listing.lines)
    });
    let contents = contents.iter().map(|content| {
        let mut listing = Listing::default();
        view.describe_start(content, &mut listing);
        view.describe_end(content.end(), &mut listing);
        view.describe_shape(content, &mut listing);
        view.describe_content(content, &mut listing);
        let (first, rest) = spans(frame, content);
        ConsideredContent {
            first,
            rest,
            claim: claim(frame, view, cue, content),
            features: listing.lines,
        }
    });
    Considered { cue: cue.span(), sources: sources.collect(), contents: contents.collect() }
}
