//! The records: [`Quote`], its [`Speaker`], [`Cue`], [`Context`] and [`Evidence`].

use std::borrow::Cow;
use std::fmt;

use crate::attribution::patterns;
use crate::span::Span;

/// Words that somebody in the article is said to have said, or that stand in quotation marks.
///
/// All spans are UTF-8 byte offsets into the article as it was given.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Quote<'a> {
    /// Who said it; `None` where nobody in the article is said to have said it.
    pub speaker: Option<Speaker<'a>>,
    /// Who said it together with the speaker, in text order: Ben of `Anna and Ben said`. Empty nearly always.
    pub joint: Vec<Speaker<'a>>,
    /// The words, marks stripped: borrowed when they stand in one piece, else the pieces joined by one space.
    pub text: Cow<'a, str>,
    /// The sentences and the paragraph around the quote.
    pub context: Context<'a>,
    /// Whether the words are the speaker's, the reporter's or both.
    pub kind: Kind,
    /// From the first byte of the words to their last, marks at the outer ends excluded.
    pub span: Span,
    /// The pieces of the quote, each without its marks: one usually, more for `"A," she said, "B."` and
    /// for a quote that runs over paragraphs.
    pub parts: Vec<Span>,
    /// What stands in quotation marks within a mixed quote whose `text` is the whole clause, marks excluded. Empty where all of the parts
    /// do, and where none does.
    pub quoted: Vec<Span>,
    /// Whether the words were said, or asked, denied, thought, left unsaid.
    pub factuality: Factuality,
    /// Of a quote that is reported within another (`Anna said Ben had told her`): the [`span`](Self::span) of the nearest quote around it.
    pub within: Option<Span>,
    /// The reporting verb or phrase, where there is one.
    pub cue: Option<Cue<'a>>,
    /// The pattern that decided.
    pub evidence: Evidence,
    /// How often an answer like this one was right on annotated articles, from 0 to 1.
    pub confidence: f32,
}

impl Quote<'_> {
    /// The same record, owning its texts, to be kept when the article is gone.
    ///
    /// ```
    /// let quote = {
    ///     let article = String::from("“It rained,” said Ada Moss.");
    ///     let quote = inquit::quotes(&article).next().expect("one quote").into_owned();
    ///     quote
    /// };
    /// assert_eq!(quote.text, "It rained,");
    /// ```
    #[must_use]
    pub fn into_owned(self) -> Quote<'static> {
        Quote {
            speaker: self.speaker.map(Speaker::into_owned),
            joint: self.joint.into_iter().map(Speaker::into_owned).collect(),
            text: owned(self.text),
            context: self.context.into_owned(),
            kind: self.kind,
            span: self.span,
            parts: self.parts,
            quoted: self.quoted,
            factuality: self.factuality,
            within: self.within,
            cue: self.cue.map(Cue::into_owned),
            evidence: self.evidence,
            confidence: self.confidence,
        }
    }
}

fn owned(text: Cow<'_, str>) -> Cow<'static, str> {
    Cow::Owned(text.into_owned())
}

/// How a quote stands in the reporter's text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "lowercase"))]
#[non_exhaustive]
pub enum Kind {
    /// Words in quotation marks that stand on their own: `"I'm leaving," said Anna.`
    Direct,
    /// Words in quotation marks inside a clause of the reporter's: `Anna called it a "bloodbath".`
    Mixed,
    /// A clause without marks that tells what somebody said: `Anna said she was leaving.`
    Indirect,
}

impl Kind {
    /// `direct`, `mixed` or `indirect`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Kind::Direct => "direct",
            Kind::Mixed => "mixed",
            Kind::Indirect => "indirect",
        }
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// How the words of a quote are meant, as far as the reporting clause tells.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "lowercase"))]
#[non_exhaustive]
pub enum Factuality {
    /// Said: `Anna said it was late`.
    #[default]
    Asserted,
    /// Not said: `did not say`, `declined to say`, `nobody said`.
    Negated,
    /// A question: `asked whether it was late`.
    Asked,
    /// An order, a wish or advice: `told them to go`, `called for an end`.
    Ordered,
    /// Said in some case, or later: `would say if`, `is expected to say`.
    Conditional,
    /// Denied: `denied that it was late`.
    Denied,
    /// Thought, feared, hoped: `believes it is late`.
    Thought,
}

impl Factuality {
    /// The name in small letters: `asserted`, `negated`, …
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Factuality::Asserted => "asserted",
            Factuality::Negated => "negated",
            Factuality::Asked => "asked",
            Factuality::Ordered => "ordered",
            Factuality::Conditional => "conditional",
            Factuality::Denied => "denied",
            Factuality::Thought => "thought",
        }
    }
}

impl fmt::Display for Factuality {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// Who said a quote.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Speaker<'a> {
    /// The fullest form of the speaker's name in the article: `JD Vance` where the quote has `He`.
    pub name: Cow<'a, str>,
    /// The words that point at the speaker here; `None` where the speaker is carried over from before.
    pub mention: Option<Mention<'a>>,
    /// How the mention points at the speaker.
    pub reference: Reference,
    /// A title, an office or an apposition that the article gives the speaker anywhere.
    pub role: Option<Cow<'a, str>>,
    /// The speaker's number within the article: same person, same number.
    pub id: u32,
}

impl Speaker<'_> {
    /// The same record, owning its texts.
    #[must_use]
    pub fn into_owned(self) -> Speaker<'static> {
        Speaker {
            name: owned(self.name),
            mention: self.mention.map(Mention::into_owned),
            reference: self.reference,
            role: self.role.map(owned),
            id: self.id,
        }
    }
}

/// Words that point at somebody.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Mention<'a> {
    /// The words.
    pub text: Cow<'a, str>,
    /// Where they stand.
    pub span: Span,
}

impl<'a> Mention<'a> {
    pub(crate) fn new(article: &'a str, span: Span) -> Self {
        Self { text: Cow::Borrowed(&article[span]), span }
    }

    /// The same record, owning its text.
    #[must_use]
    pub fn into_owned(self) -> Mention<'static> {
        Mention { text: owned(self.text), span: self.span }
    }
}

/// How a mention points at its speaker.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "lowercase"))]
#[non_exhaustive]
pub enum Reference {
    /// By name: `Anna Berg`, `Mr. Berg`, `the Ministry of Health`.
    Name,
    /// By what the speaker is: `a senior official`, `her sister`.
    Description,
    /// By a pronoun: `he`, `they`, `who`.
    Pronoun,
    /// Not at all: the speaker of the words before goes on.
    Carried,
}

impl Reference {
    /// `name`, `description`, `pronoun` or `carried`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Reference::Name => "name",
            Reference::Description => "description",
            Reference::Pronoun => "pronoun",
            Reference::Carried => "carried",
        }
    }
}

impl fmt::Display for Reference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// The word or phrase that reports: `said`, `according to`, `message`.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Cue<'a> {
    /// The words.
    pub text: Cow<'a, str>,
    /// Where they stand.
    pub span: Span,
}

impl<'a> Cue<'a> {
    pub(crate) fn new(article: &'a str, span: Span) -> Self {
        Self { text: Cow::Borrowed(&article[span]), span }
    }

    /// The same record, owning its text.
    #[must_use]
    pub fn into_owned(self) -> Cue<'static> {
        Cue { text: owned(self.text), span: self.span }
    }
}

/// What stands around a quote.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Context<'a> {
    /// The sentence or sentences that hold the quote and its reporting clause.
    pub text: Cow<'a, str>,
    /// Where they stand.
    pub span: Span,
    /// The paragraph, or paragraphs, that hold the quote.
    pub paragraph: Span,
}

impl Context<'_> {
    /// The same record, owning its text.
    #[must_use]
    pub fn into_owned(self) -> Context<'static> {
        Context { text: owned(self.text), span: self.span, paragraph: self.paragraph }
    }
}

/// The pattern that decided who said a quote, or that nobody did, by its stable name.
///
/// Every name, with its meaning and an example, is listed by [`patterns`](crate::patterns) and in
/// `docs/patterns.md`.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Evidence {
    name: &'static str,
}

impl Evidence {
    pub(crate) const fn new(name: &'static str) -> Self {
        Self { name }
    }

    /// The pattern's stable name, such as `subject-cue-after`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        self.name
    }

    /// The evidence of that name, or `None` if no pattern bears it.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        patterns::names().find(|&known| known == name).map(|name| Self { name })
    }
}

impl fmt::Display for Evidence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name)
    }
}

impl fmt::Debug for Evidence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Evidence({})", self.name)
    }
}
