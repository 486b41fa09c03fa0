//! [`Extractor`]: runs the stages in order, nothing else.

use std::iter::FusedIterator;
use std::sync::Arc;

use once_cell::sync::Lazy;

use crate::analysis::{Analysis, Settings};
use crate::article::Article;
use crate::attribution::{genre, rank, reported};
use crate::cast::{self, CastMember};
use crate::error::{Error, Result};
use crate::lexicon::Lexicon;
use crate::quotation::{self, MarkOptions, QuotationSpan, SingleQuotes};
use crate::quote::Quote;
use crate::text;

static DEFAULT: Lazy<Extractor> = Lazy::new(Extractor::default);

/// The quotes of an article, in text order, found with the default options.
///
/// ```
/// let article = "\"We are closing early,\" said Ida Lund, the harbour master.";
/// let quote = inquit::quotes(article).next().unwrap();
/// let speaker = quote.speaker.unwrap();
/// assert_eq!(quote.text, "We are closing early,");
/// assert_eq!(speaker.name, "Ida Lund");
/// assert_eq!(speaker.role.as_deref(), Some("harbour master"));
/// ```
#[must_use]
pub fn quotes(article: &str) -> Quotes<'_> {
    Extractor::shared().quotes(article)
}

/// Reads articles. Made once by its [builder](Extractor::builder), immutable, shared between threads.
///
/// ```
/// use inquit::Extractor;
///
/// let extractor = Extractor::builder().indirect(true).build()?;
/// let article = "The mayor said the bridge would open in May.";
/// let quote = extractor.quotes(article).next().unwrap();
/// assert_eq!(quote.text, "the bridge would open in May");
/// # Ok::<(), inquit::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct Extractor {
    settings: Settings,
    max_article_bytes: usize,
    max_quotes: usize,
}

impl Default for Extractor {
    /// The extractor that [`quotes`] uses.
    fn default() -> Self {
        Self {
            settings: Settings {
                lexicon: None,
                marks: MarkOptions::default(),
                indirect: false,
                min_confidence: 0.0,
                cast: Arc::default(),
            },
            max_article_bytes: usize::MAX,
            max_quotes: usize::MAX,
        }
    }
}

impl Extractor {
    /// The extractor without options, made once.
    pub(crate) fn shared() -> &'static Self {
        &DEFAULT
    }

    #[cfg(feature = "training")]
    pub(crate) fn settings(&self) -> &Settings {
        &self.settings
    }

    /// A builder with the default options.
    pub fn builder() -> ExtractorBuilder {
        ExtractorBuilder::default()
    }

    /// The quotes of an article, in text order.
    #[must_use]
    pub fn quotes<'a>(&self, article: &'a str) -> Quotes<'a> {
        let analysis = Analysis::of(article, &self.settings);
        let min_confidence = self.settings.min_confidence;
        Quotes { next: 0, min_confidence, analysis }
    }

    /// The quotes of an article, if it keeps the limits that the builder was given.
    ///
    /// An article that is too long costs nothing. Quotations are counted before anything else is looked for: where they are too many,
    /// the time spent is that of finding them.
    ///
    /// # Errors
    ///
    /// [`Error::ArticleTooLong`] and [`Error::TooManyQuotes`].
    ///
    /// ```
    /// use inquit::{Error, Extractor};
    ///
    /// let extractor = Extractor::builder().max_article_bytes(1_000_000).max_quotes(1).build()?;
    /// let found = extractor.try_quotes("“Yes,” said Ida Lund. “No,” said Tom Reyes.");
    /// assert_eq!(found.unwrap_err(), Error::TooManyQuotes { count: 2, limit: 1 });
    /// # Ok::<(), Error>(())
    /// ```
    pub fn try_quotes<'a>(&self, article: &'a str) -> Result<Quotes<'a>> {
        let (length, limit) = (article.len(), self.max_article_bytes);
        if length > limit {
            return Err(Error::ArticleTooLong { length, limit });
        }
        if self.max_quotes < usize::MAX {
            let spans = self.quotation_spans(article);
            let count = spans.iter().filter(|span| span.depth == 0).count();
            if count > self.max_quotes {
                return Err(Error::TooManyQuotes { count, limit: self.max_quotes });
            }
        }
        Ok(self.quotes(article))
    }

    /// The whole article: its quotes, speakers, paragraphs, sentences and segments.
    ///
    /// ```
    /// let article = inquit::Extractor::default().extract("“Yes,” said Ida Lund. “No,” said Tom Reyes. “Why?” Lund asked.");
    /// let counts: Vec<_> = article.speakers().iter().map(|speaker| (speaker.name.as_ref(), speaker.quotes)).collect();
    /// assert_eq!(counts, [("Ida Lund", 2), ("Tom Reyes", 1)]);
    /// ```
    #[must_use]
    pub fn extract<'a>(&self, article: &'a str) -> Article<'a> {
        Article::new(Analysis::of(article, &self.settings), self.settings.min_confidence)
    }

    /// The quotation spans of an article, read with this extractor's options for marks.
    #[must_use]
    pub fn quotation_spans(&self, article: &str) -> Vec<QuotationSpan> {
        quotation::find(article, &text::paragraphs(article), self.settings.marks)
    }
}

/// Iterator over the quotes of an article, made by [`Extractor::quotes`].
#[derive(Clone, Debug)]
pub struct Quotes<'a> {
    analysis: Analysis<'a>,
    next: usize,
    min_confidence: f32,
}

impl<'a> Iterator for Quotes<'a> {
    type Item = Quote<'a>;

    fn next(&mut self) -> Option<Quote<'a>> {
        loop {
            let quote = self.analysis.quote(self.next)?;
            self.next += 1;
            if quote.confidence >= self.min_confidence {
                return Some(quote);
            }
        }
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        let left = self.analysis.len() - self.next;
        (if self.min_confidence > 0.0 { 0 } else { left }, Some(left))
    }
}

impl FusedIterator for Quotes<'_> {}

/// Options of an [`Extractor`]; each may be left out.
///
/// ```
/// use inquit::{Extractor, SingleQuotes};
///
/// let extractor = Extractor::builder()
///     .language("en-GB")
///     .single_quotes(SingleQuotes::Primary)
///     .add_cue_verbs(["whinge"])
///     .cast_member("Ida Lund", ["The Harbour Cat"])
///     .build()?;
/// let quote = extractor.quotes("'Not again,' whinged the Harbour Cat.").next().unwrap();
/// assert_eq!(quote.speaker.unwrap().name, "Ida Lund");
/// # Ok::<(), inquit::Error>(())
/// ```
#[derive(Clone, Debug)]
#[must_use = "a builder does nothing until `build` is called"]
pub struct ExtractorBuilder {
    language: String,
    indirect: bool,
    marks: MarkOptions,
    min_confidence: f32,
    replace_cue_verbs: bool,
    cue_verbs: Vec<String>,
    cast: Vec<CastMember>,
    max_article_bytes: usize,
    max_quotes: usize,
}

impl Default for ExtractorBuilder {
    fn default() -> Self {
        Self {
            language: "en".to_owned(),
            indirect: false,
            marks: MarkOptions::default(),
            min_confidence: 0.0,
            replace_cue_verbs: false,
            cue_verbs: Vec::new(),
            cast: Vec::new(),
            max_article_bytes: usize::MAX,
            max_quotes: usize::MAX,
        }
    }
}

impl ExtractorBuilder {
    /// The article's language as a BCP 47 tag; English only. The default is `en`.
    pub fn language(mut self, tag: impl Into<String>) -> Self {
        self.language = tag.into();
        self
    }

    /// Whether clauses without quotation marks are reported too: `Anna said she was leaving`. Off by default.
    ///
    /// The records are then all that somebody is held to say, and no more: words in marks that are part of a sentence of the reporter's and
    /// nobody's (titles, nicknames, scare quotes) make none, which they do, without a speaker, when this is off.
    pub fn indirect(mut self, on: bool) -> Self {
        self.indirect = on;
        self
    }

    /// Whether a dash at the head of a paragraph opens direct speech. Off by default.
    pub fn dash_dialogue(mut self, on: bool) -> Self {
        self.marks.dash_dialogue = on;
        self
    }

    /// How single quotation marks are read. By default the article decides.
    pub fn single_quotes(mut self, reading: SingleQuotes) -> Self {
        self.marks.single = reading;
        self
    }

    /// Leaves out quotes whose confidence is lower, from 0 to 1. The default is 0.
    pub fn min_confidence(mut self, confidence: f32) -> Self {
        self.min_confidence = confidence;
        self
    }

    /// Adds reporting verbs: each a base form, or that and its four irregular forms parted by spaces
    /// (`quip quips quipped quipping quipped`).
    pub fn add_cue_verbs<I>(mut self, verbs: I) -> Self
    where
        I: IntoIterator,
        I::Item: Into<String>,
    {
        self.cue_verbs.extend(verbs.into_iter().map(Into::into));
        self
    }

    /// Uses these reporting verbs and no others; entries as for [`add_cue_verbs`](Self::add_cue_verbs).
    pub fn cue_verbs<I>(mut self, verbs: I) -> Self
    where
        I: IntoIterator,
        I::Item: Into<String>,
    {
        self.replace_cue_verbs = true;
        self.cue_verbs = verbs.into_iter().map(Into::into).collect();
        self
    }

    /// Adds somebody the article may speak of: quotes of any of the aliases bear the name.
    pub fn cast_member<I>(mut self, name: impl Into<String>, aliases: I) -> Self
    where
        I: IntoIterator,
        I::Item: Into<String>,
    {
        let aliases = aliases.into_iter().map(Into::into).collect();
        self.cast.push(CastMember::new(name.into(), aliases));
        self
    }

    /// The longest article that [`Extractor::try_quotes`] reads, in bytes. No limit by default.
    pub fn max_article_bytes(mut self, limit: usize) -> Self {
        self.max_article_bytes = limit;
        self
    }

    /// The most quotations, quotations within quotations not counted, that [`Extractor::try_quotes`] reads. No limit by default.
    pub fn max_quotes(mut self, limit: usize) -> Self {
        self.max_quotes = limit;
        self
    }

    /// The extractor. The first one made in a process takes some milliseconds, in which the tables are read.
    ///
    /// # Errors
    ///
    /// An [`Error`](enum@Error) that names the option that can't be accepted and says what is.
    pub fn build(self) -> Result<Extractor> {
        let primary = self.language.split(['-', '_']).next().unwrap_or_default();
        if !primary.eq_ignore_ascii_case("en") && !primary.eq_ignore_ascii_case("eng") {
            return Err(Error::Language { given: self.language });
        }
        if !(0.0..=1.0).contains(&self.min_confidence) {
            return Err(Error::MinConfidence { given: self.min_confidence });
        }
        cast::check(&self.cast)?;
        let lexicon = self.own_lexicon()?;
        prepare(self.indirect);
        Ok(Extractor {
            settings: Settings {
                lexicon: lexicon.map(Arc::new),
                marks: self.marks,
                indirect: self.indirect,
                min_confidence: self.min_confidence,
                cast: self.cast.into(),
            },
            max_article_bytes: self.max_article_bytes,
            max_quotes: self.max_quotes,
        })
    }

    /// The English lexicon with the caller's changes; `None` where there are none.
    fn own_lexicon(&self) -> Result<Option<Lexicon>> {
        if !self.replace_cue_verbs && self.cue_verbs.is_empty() {
            return Ok(None);
        }
        let mut lexicon = Lexicon::english().clone();
        if self.replace_cue_verbs {
            lexicon.clear_cue_verbs();
        }
        for verb in &self.cue_verbs {
            lexicon.add_cue_verb(verb)?;
        }
        Ok(Some(lexicon))
    }
}

/// Reads the tables that all extractors share, the first time: so that the first article need not wait for it.
fn prepare(indirect: bool) {
    Lexicon::english();
    rank::weights::table();
    text::prepare();
    genre::prepare();
    if indirect {
        reported::prepare();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn is_shared_between_threads() {
        fn shared<T: Send + Sync + Clone + std::fmt::Debug>() {}
        shared::<Extractor>();
        shared::<Quotes<'static>>();
        shared::<Quote<'static>>();
        shared::<Article<'static>>();
    }

    #[test]
    fn a_bad_option_is_named() {
        let says = |builder: ExtractorBuilder| builder.build().map(|_| ()).unwrap_err().to_string();
        assert_eq!(
            says(Extractor::builder().language("fr")),
            "language: `fr` is not supported; accepted are `en` and its regions, such as `en-GB`"
        );
        assert!(says(Extractor::builder().min_confidence(f32::NAN))
            .starts_with("min_confidence: NaN is out of range"));
        assert!(says(Extractor::builder().min_confidence(1.5))
            .contains("accepted are numbers from 0 to 1"));
        assert!(
            says(Extractor::builder().add_cue_verbs(["Quip!"])).starts_with("cue_verbs: `Quip!`")
        );
        assert!(says(Extractor::builder().cast_member("…", [""; 0]))
            .starts_with("cast: `…` is not a name"));
        let twice =
            Extractor::builder().cast_member("Ida Lund", ["Ida"]).cast_member("Ida Reyes", ["ida"]);
        assert_eq!(says(twice), "cast: `ida` stands for both `Ida Lund` and `Ida Reyes`; accepted is one person an alias");
    }

    #[test]
    fn cue_verbs_can_be_replaced() {
        let article = "“Yes,” zorked Ida Lund.\n\nTom Reyes came in. “No,” said Tom Reyes.";
        let extractor = Extractor::builder().cue_verbs(["zork"]).build().unwrap();
        let cues: Vec<_> =
            extractor.quotes(article).map(|quote| quote.cue.map(|cue| cue.text)).collect();
        assert_eq!(cues, [Some("zorked".into()), None]);
    }

    #[test]
    fn min_confidence_leaves_out() {
        let article = "“Yes, it boiled over,” said Ida Lund. The “smart” kettle broke.";
        let all = quotes(article).count();
        let sure = Extractor::builder().min_confidence(0.9).build().unwrap();
        assert_eq!((all, sure.quotes(article).count()), (2, 1));
    }
}
