//! [`Error`]: what can be wrong with the options of an extractor.

use thiserror::Error;

/// An option that an [`ExtractorBuilder`](crate::ExtractorBuilder) can't accept, or an article beyond the limits that the caller set.
///
/// Reading an article without limits never fails: every `&str` has an answer.
#[derive(Clone, Debug, Error, PartialEq)]
#[non_exhaustive]
pub enum Error {
    /// A language other than English.
    #[error(
        "language: `{given}` is not supported; accepted are `en` and its regions, such as `en-GB`"
    )]
    Language {
        /// The language tag as given.
        given: String,
    },
    /// A confidence outside 0 to 1.
    #[error("min_confidence: {given} is out of range; accepted are numbers from 0 to 1")]
    MinConfidence {
        /// The number as given.
        given: f32,
    },
    /// A cue verb that is no single word in lower case.
    #[error(
        "cue_verbs: `{given}` is not a verb in its base form; accepted is one lower-case word, \
         such as `quip`, which may be followed by its irregular forms: third person, past, \
         participle in -ing, past participle"
    )]
    CueVerb {
        /// The entry as given.
        given: String,
    },
    /// A name of the cast without a capital or a letter.
    #[error("cast: `{given}` is not a name; accepted are words of which one holds a letter")]
    CastName {
        /// The name or alias as given.
        given: String,
    },
    /// An article longer than [`max_article_bytes`](crate::ExtractorBuilder::max_article_bytes).
    #[error("max_article_bytes: the article has {length} bytes; accepted are {limit} at most")]
    ArticleTooLong {
        /// How many bytes it has.
        length: usize,
        /// How many it may have.
        limit: usize,
    },
    /// An article of more quotations than [`max_quotes`](crate::ExtractorBuilder::max_quotes).
    #[error("max_quotes: the article has {count} quotations; accepted are {limit} at most")]
    TooManyQuotes {
        /// How many quotations it has.
        count: usize,
        /// How many it may have.
        limit: usize,
    },
    /// One alias that two members of the cast share.
    #[error(
        "cast: `{alias}` stands for both `{first}` and `{second}`; accepted is one person an alias"
    )]
    CastAlias {
        /// The alias.
        alias: String,
        /// Who had it first.
        first: String,
        /// Who was given it again.
        second: String,
    },
}

/// A result with this crate's [`Error`](enum@Error).
pub type Result<T, E = Error> = std::result::Result<T, E>;
