//! Paragraphs, sentences and tokens: the text as later stages read it.

mod batches;
pub(crate) mod chars;
mod foreign;
pub(crate) mod full_name;
pub(crate) mod headline;
mod layout;
mod lists;
mod months;
pub(crate) mod names;
pub(crate) mod offices;
mod paragraphs;
mod reporting;
mod sentences;
mod shapes;
mod short;
mod stops;
pub(crate) mod tokens;
mod words;

pub(crate) use batches::batches;
pub(crate) use paragraphs::{dateline_end, prepare, regex};
pub use paragraphs::{paragraphs, Paragraph, ParagraphKind};
pub(crate) use sentences::push_sentences;
pub use sentences::{sentences, Sentences};
