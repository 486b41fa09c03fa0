//! Chooses among the answers that patterns and carrying propose for a quotation.
//!
//! Each answer, nobody among them, is described by [`features`]; each feature has a whole-number weight, and the
//! answer with the greatest sum wins. The weights are those of a conditional log-linear model (Berger, Della Pietra
//! and Della Pietra 1996, *A maximum entropy approach to natural language processing*), made by
//! `examples/train.rs` from annotated articles. All arithmetic is on whole numbers, so that every platform answers alike.

pub(crate) mod facts;
pub(crate) mod features;
pub(crate) mod weights;

use super::patterns::{index_of, Pattern};
use super::phrase::Subject;
use super::Source;
use crate::confidence::Way;
use crate::span::Span;
use features::{Context, Features, Template};
use smallvec::SmallVec;

/// A way to answer for a quotation.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Answer {
    pub(crate) source: Source,
    pub(crate) cue: Option<Span>,
    pub(crate) pattern: &'static Pattern,
    /// How well the pattern itself thinks it fits.
    pub(crate) score: i32,
    /// What of the way from the words before it is worth telling, for answers that are carried over.
    pub(crate) detail: u32,
    /// Its subject is another one than the grammar gives the verb.
    pub(crate) guessed: bool,
}

impl Answer {
    pub(crate) fn is_nobody(&self) -> bool {
        matches!(self.source, Source::Nobody)
    }

    pub(crate) fn subject(&self) -> Option<&Subject> {
        self.source.subject()
    }

    /// The subject, if words of the quotation's own sentence or of its clause name it.
    #[cfg(feature = "training")]
    pub(crate) fn named(&self) -> Option<&Subject> {
        match &self.source {
            Source::Named(subject) => Some(subject),
            _ => None,
        }
    }

    /// Whether both name the same words as the speaker, or both nobody.
    pub(crate) fn agrees(&self, other: &Answer) -> bool {
        match (self.subject(), other.subject()) {
            (Some(one), Some(other)) => one.span == other.span,
            (None, None) => self.is_nobody() == other.is_nobody(),
            _ => false,
        }
    }

    /// Whether it comes from elsewhere than the quotation's own frame.
    pub(crate) fn is_carried(&self) -> bool {
        self.detail != 0
    }

    pub(crate) fn way(&self) -> Way {
        match self.source {
            Source::Nobody => Way::Nobody,
            _ if self.is_carried() => Way::Carried,
            _ => Way::Clause,
        }
    }

    pub(crate) fn pattern_number(&self) -> u32 {
        index_of(self.pattern) as u32
    }
}

/// Most quotations have fewer answers.
const MANY: usize = 12;

/// The answers for one quotation.
pub(crate) type Answers = SmallVec<[Answer; MANY]>;

/// The answer chosen, and how sure the choice is.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Choice {
    pub(crate) answer: Answer,
    /// Which of the answers it is.
    #[cfg_attr(not(feature = "training"), allow(dead_code))]
    pub(crate) number: usize,
    /// In thousandths: the model's own share for this answer and those that agree with it.
    pub(crate) share: u32,
}

/// The sum of the weights of an answer's features.
pub(crate) fn score(context: &Context<'_, '_, '_>, answer: &Answer) -> i32 {
    let mut sum = weights::Sum::new(weights::table(), context.genre() as usize);
    context.describe(answer, &mut sum);
    sum.total
}

/// Chooses among the answers that may be given, or among all if none may; there is at least one, that of nobody.
pub(crate) fn choose(
    context: &Context<'_, '_, '_>,
    answers: &[Answer],
    may_be_given: impl Fn(&Answer) -> bool,
) -> Choice {
    let scores: SmallVec<[i32; MANY]> =
        answers.iter().map(|answer| score(context, answer)).collect();
    let greatest = scores.iter().copied().max().unwrap_or_default();
    let first_best = |may_be_given: &dyn Fn(&Answer) -> bool| {
        let given = (0..answers.len()).filter(|&i| may_be_given(&answers[i]));
        given.reduce(|best, i| if scores[i] > scores[best] { i } else { best })
    };
    let best = first_best(&may_be_given).or_else(|| first_best(&|_| true)).unwrap_or_default();
    let mut agreeing = 0_u64;
    let mut all = 0_u64;
    for (answer, &score) in answers.iter().zip(&scores) {
        let power = weights::power(greatest - score);
        all += power;
        if answer.agrees(&answers[best]) {
            agreeing += power;
        }
    }
    Choice { answer: answers[best], number: best, share: (agreeing * 1000 / all.max(1)) as u32 }
}

/// Features as text, for the program that trains the weights.
#[derive(Debug, Default)]
pub(crate) struct Listing {
    pub(crate) lines: Vec<String>,
}

impl Features for Listing {
    fn code(&mut self, template: Template, code: u32) {
        self.lines.push(format!("{} {code} -", template.name()));
    }

    fn word(&mut self, template: Template, code: u32, word: &str) {
        let plain = word.chars().filter(|ch| !ch.is_whitespace());
        let word: String = plain.map(|ch| if ch == '’' { '\'' } else { ch }).collect();
        if word.is_empty() || crate::lexicon::key(&word).is_none() {
            return;
        }
        self.lines.push(format!("{} {code} {}", template.name(), word.to_lowercase()));
    }
}
