//! Who said what: quotations in English text, matched to their speakers.
//!
//! inquit reads an article and hands out [`Quote`] records: the words, who said them, the reporting verb, the context, the
//! pattern that decided, and how sure it is. It needs no model, no network and no set-up, gives the same answer every
//! time, and everything it hands out borrows from the article.
//!
//! ```
//! let article = "\"We are asking for the same rest as a lorry driver,\" said Karin Holt, who speaks for the \
//!     Deck Officers' Union. The operator called the strike \"a blow to island families\".";
//!
//! for quote in inquit::quotes(article) {
//!     let speaker = quote.speaker.as_ref().map_or("nobody", |speaker| speaker.name.as_ref());
//!     println!("{speaker}: {} [{}]", quote.text, quote.evidence);
//! }
//! # let names: Vec<_> = inquit::quotes(article).map(|quote| quote.speaker.unwrap().name).collect();
//! # assert_eq!(names, ["Karin Holt", "The operator"]);
//! ```
//!
//! prints
//!
//! ```text
//! Karin Holt: We are asking for the same rest as a lorry driver, [inverted-after]
//! The operator: a blow to island families [judgement]
//! ```
//!
//! # The way through
//!
//! - [`quotes`] reads one article with the default options; an [`Extractor`], made once by its [builder](Extractor::builder)
//!   and shared between threads, reads many with others.
//! - [`Extractor::extract`] gives the whole [`Article`]: quotes, speakers with all their mentions, paragraphs, sentences and
//!   lossless [segments](Article::segments).
//! - The lower stages stand alone: [`paragraphs`], [`sentences`], [`quotation_spans`].
//! - Every [`Span`] counts UTF-8 bytes and indexes the article: `&article[span]`. A [`UnitConverter`] counts code points or
//!   UTF-16 units instead.
//! - [`patterns`] lists what [`Evidence`] may name.
//!
//! # What an answer means
//!
//! `speaker` is `None` where nobody in the article is said to have said the words: scare quotes, titles of works, nicknames,
//! and quotations whose source the article keeps to itself. [`Quote::confidence`] and [`Quote::evidence`] let a caller
//! filter further.
//!
//! # Features
//!
//! - `serde`: [`Serialize`](https://docs.rs/serde) and `Deserialize` for every record. A quote serialises as a line of the
//!   JSON Lines that the example programs print.
//! - `work-counter`: counts steps of work, for tests of growth. It slows everything down.
//! - `training`: what is weighed for each quotation, for the program that trains the weights. It may change with any version.

#![forbid(unsafe_code)]
#![warn(missing_docs, missing_debug_implementations)]

mod analysis;
mod article;
mod attribution;
mod cast;
mod confidence;
mod error;
mod extractor;
mod lexicon;
mod quotation;
mod quote;
mod records;
mod span;
mod speaker;
mod text;
#[cfg(feature = "training")]
pub mod training;
#[cfg(feature = "serde")]
mod wire;
#[cfg(not(feature = "work-counter"))]
mod work;
#[cfg(feature = "work-counter")]
pub mod work;

pub use article::{Article, Segment, SpeakerEntry};
pub use attribution::patterns::{patterns, Example, Pattern};
pub use cast::CastMember;
pub use error::{Error, Result};
pub use extractor::{quotes, Extractor, ExtractorBuilder, Quotes};
pub use quotation::{quotation_spans, QuotationSpan, SingleQuotes};
pub use quote::{Context, Cue, Evidence, Factuality, Kind, Mention, Quote, Reference, Speaker};
pub use span::{Span, Unit, UnitConverter};
pub use text::{paragraphs, sentences, Paragraph, ParagraphKind, Sentences};
