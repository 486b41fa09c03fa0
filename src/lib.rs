//! wip
#![forbid(unsafe_code)]
mod analysis;
mod article;
mod attribution;
mod confidence;
mod error;
mod extractor;
mod lexicon;
mod quotation;
mod quote;
mod span;
mod speaker;
mod text;
#[cfg(feature = "serde")]
mod wire;

pub use article::{Article, Segment, SpeakerEntry};
pub use attribution::patterns::{patterns, Example, Pattern};
pub use error::{Error, Result};
pub use extractor::{quotes, CastMember, Extractor, ExtractorBuilder, Quotes};
pub use quotation::{quotation_spans, QuotationSpan, SingleQuotes};
pub use quote::{Context, Cue, Evidence, Kind, Mention, Quote, Reference, Speaker};
pub use span::{Span, Unit, UnitConverter};
pub use text::{paragraphs, sentences, Paragraph, ParagraphKind, Sentences};
