//! What is weighed, for the programs that train the weights (`examples/train.rs` and its like). Not covered by semantic versioning.

mod dialogue;

use crate::analysis::{Settings, Stages};
use crate::attribution::rank::Listing;
use crate::attribution::reported::{self, claim, Considered, Reported};
use crate::extractor::Extractor;
use crate::span::Span;
use crate::speaker::{Resolver, Turns};

pub use dialogue::{dialogue, key_of, Dialogue, DialogueSpeech};

/// A quotation and the answers that were weighed for it.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Weighed {
    /// Its words, a span a paragraph, in bytes.
    pub parts: Vec<Span>,
    /// The answers; nobody is the first.
    pub answers: Vec<WeighedAnswer>,
    /// Which of them the present weights choose.
    pub chosen: usize,
    /// Which of the two tables of weights chooses: `report` or `tale`.
    pub genre: &'static str,
}

/// One answer and its features.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct WeighedAnswer {
    /// The speaker's name in full; `None` is nobody.
    pub speaker: Option<String>,
    /// The words that point at the speaker here, in bytes.
    pub mention: Option<Span>,
    /// Where the article gives that name in full, in bytes; the description where there is no name.
    pub name: Option<Span>,
    /// The names that the mention, a pronoun, might take up, with their prominence, the most prominent first.
    pub rivals: Vec<(String, i32)>,
    /// The pattern that proposes it.
    pub pattern: &'static str,
    /// The first of the answers that names the same words, itself included.
    pub same: usize,
    /// The sum of its weights, in parts of 64.
    pub score: i32,
    /// It comes from other words than those of the reporting clause.
    pub carried: bool,
    /// Its features as the table of weights writes them: template, code, word.
    pub features: Vec<String>,
}

/// Everything that is weighed in an article, quotation by quotation.
///
/// ```
/// let weighed = inquit::training::weigh("\"It is late,\" said Anna Berg.");
/// assert!(weighed[0].answers.iter().any(|answer| answer.speaker.as_deref() == Some("Anna Berg")));
/// ```
#[must_use]
pub fn weigh(article: &str) -> Vec<Weighed> {
    let settings: &Settings = Extractor::shared().settings();
    let stages = Stages::run(article, settings, true);
    let cast = stages.cast(article, settings);
    let mut resolver = Resolver::new(article, &stages.names, &stages.found.people, cast);
    let mut turns = Turns::default();
    let mut all = Vec::new();
    for (at, observed) in stages.found.observed.iter().enumerate() {
        let parts = stages.quotes[observed.number].parts.clone();
        let ahead = stages.found.observed[at..].iter().map(|next| {
            let (chosen, ..) = &next.answers[next.chosen];
            (&chosen.source, chosen.pattern, &stages.quotes[next.number].parts[..])
        });
        turns.look_ahead(ahead, &resolver);
        let answers = observed.answers.iter().map(|(answer, score, features)| {
            let mut trial = resolver.clone();
            let rivals = answer.named().map_or_else(Vec::new, |subject| trial.rivals(subject.span));
            let entity = turns.resolve(&answer.source, answer.pattern, &parts, &mut trial);
            let full_name = |id: usize| trial.cast.name(article, id).into_owned();
            WeighedAnswer {
                name: entity.map(|id| trial.cast.entities[id].name),
                rivals: rivals.into_iter().map(|(id, score)| (full_name(id), score)).collect(),
                speaker: entity.map(full_name),
                mention: answer.named().map(|subject| subject.span),
                pattern: answer.pattern.name,
                same: observed
                    .answers
                    .iter()
                    .position(|(other, ..)| other.agrees(answer))
                    .unwrap_or(0),
                score: *score,
                carried: answer.is_carried(),
                features: features.clone(),
            }
        });
        let answers = answers.collect();
        let (chosen, ..) = &observed.answers[observed.chosen];
        if let Some(entity) = turns.resolve(&chosen.source, chosen.pattern, &parts, &mut resolver) {
            turns.take(entity, &parts, &mut resolver);
        }
        all.push(Weighed { parts, answers, chosen: observed.chosen, genre: stages.genre.name() });
    }
    all
}

/// A word that may report, with what is weighed for it.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct ConsideredCue {
    /// The cue, in bytes.
    pub cue: Span,
    /// Whose words it may report: the first answer is that it reports nothing, the second that it reports nobody's in particular.
    pub sources: Vec<ConsideredSource>,
    /// Which words it may report.
    pub contents: Vec<ConsideredContent>,
    held: Considered,
}

/// One stretch of words that a cue may report.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct ConsideredContent {
    /// Its pieces, in bytes.
    pub parts: Vec<Span>,
    /// Its features as the table of weights writes them.
    pub features: Vec<String>,
}

/// One answer to whose words a cue reports.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct ConsideredSource {
    /// The words that point at the speaker, in bytes; `None` for the first two answers.
    pub mention: Option<Span>,
    /// Its features as the table of weights writes them.
    pub features: Vec<String>,
}

/// What was chosen for a cue.
#[derive(Clone, Copy, Debug)]
pub struct Proposal {
    /// The cue, by its place among those considered.
    pub cue: usize,
    /// The source, by its place among the cue's.
    pub source: usize,
    /// Its share, in thousandths.
    pub source_share: u32,
    /// The content, by its place among the cue's.
    pub content: usize,
    /// What backs it, in thousandths.
    pub backing: u32,
}

impl ConsideredCue {
    /// The content that most of the shares back, if any is likely at all, and what backs it, in thousandths.
    #[must_use]
    pub fn best_backed(&self, shares: &[u32]) -> Option<(usize, u32)> {
        let spans: Vec<_> =
            self.held.contents.iter().map(|content| (content.first, content.rest)).collect();
        reported::best_backed(&spans, shares)
    }

    fn claim(&self, proposal: &Proposal) -> Option<Reported> {
        let claim = self.held.contents[proposal.content].claim?;
        let (source, _) = &self.held.sources[proposal.source];
        claim.of(source, proposal.source_share, proposal.backing)
    }
}

/// The features of what was chosen for the cues of an article, as far as it makes records: each with its place among the proposals.
///
/// ```
/// use inquit::training::{consider, judge, Proposal};
///
/// let article = "Anna Berg said the road was closed.";
/// let proposal = Proposal { cue: 0, source: 2, source_share: 900, content: 0, backing: 900 };
/// assert_eq!(judge(article, &consider(article), &[proposal]).len(), 1);
/// ```
#[must_use]
pub fn judge(
    article: &str,
    cues: &[ConsideredCue],
    proposals: &[Proposal],
) -> Vec<(usize, Vec<String>)> {
    let claims = proposals.iter().enumerate();
    let claims: Vec<(usize, Reported)> = claims
        .filter_map(|(number, proposal)| Some((number, cues[proposal.cue].claim(proposal)?)))
        .collect();
    let mut out = Vec::new();
    for sentence in claims.chunk_by(|(_, one), (_, other)| one.context == other.context) {
        let mut kept: Vec<Reported> = sentence.iter().map(|(_, claim)| *claim).collect();
        claim::keep_the_surest(&mut kept);
        for (at, claim) in kept.iter().enumerate() {
            let number = sentence.iter().find(|(_, held)| held.cue == claim.cue);
            let mut listing = Listing::default();
            claim::describe(article, &kept, at, &mut listing);
            out.extend(number.map(|&(number, _)| (number, listing.lines)));
        }
    }
    out
}

/// Every word of an article that may report, outside quotations.
///
/// ```
/// let considered = inquit::training::consider("Anna Berg said the road was closed.");
/// assert!(considered[0].sources.iter().any(|source| source.mention.is_some()));
/// ```
///
/// # Panics
///
/// Never: the options are fixed and good.
#[must_use]
pub fn consider(article: &str) -> Vec<ConsideredCue> {
    let extractor = Extractor::builder().indirect(true).build().expect("good options");
    let stages = Stages::run(article, extractor.settings(), true);
    let considered = stages.found.considered.into_iter().map(|mut held| ConsideredCue {
        cue: held.cue,
        sources: held
            .sources
            .iter_mut()
            .map(|(source, features)| ConsideredSource {
                mention: source.subject().map(|subject| subject.span),
                features: std::mem::take(features),
            })
            .collect(),
        contents: held
            .contents
            .iter_mut()
            .map(|content| ConsideredContent {
                parts: std::iter::once(content.first).chain(content.rest).collect(),
                features: std::mem::take(&mut content.features),
            })
            .collect(),
        held,
    });
    considered.collect()
}
