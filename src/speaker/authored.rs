//! Whose words something bears that is written or said for its author alone: `a text from Berg read “…”`, `her reply was short: “…”`.

use super::resolve::Resolver;
use crate::attribution::phrase::Subject;
use crate::lexicon::Word;
use crate::quote::Reference;
use crate::span::Span;

/// What speaks for nobody but whoever wrote or said it, and is nothing that others quote by its own name as they do a report or a book.
const AUTHORED: [&str; 29] = [
    "advice",
    "answer",
    "caption",
    "column",
    "comment",
    "comments",
    "email",
    "e-mail",
    "essay",
    "letter",
    "memo",
    "message",
    "note",
    "op-ed",
    "post",
    "posts",
    "reaction",
    "remark",
    "remarks",
    "reply",
    "response",
    "speech",
    "statement",
    "take",
    "text",
    "texts",
    "tweet",
    "tweets",
    "verdict",
];

impl Resolver<'_> {
    /// The author of what a description of a thing tells of, if it names them or a pronoun owns it.
    pub(super) fn author(&mut self, subject: &Subject) -> Option<usize> {
        if self.cast.is_tale() || !subject.is_described_thing() {
            return None;
        }
        let text = &self.article[subject.span];
        let authored = |phrase: &str| {
            let head = phrase.rsplit(' ').next().unwrap_or_default();
            AUTHORED.contains(&head)
        };
        let (owner, behind) = text.split_once(' ')?;
        if matches!(owner, "his" | "her" | "His" | "Her") && authored(behind) {
            let span = Span { end: subject.span.start + owner.len(), ..subject.span };
            return Some(self.owner_by_pronoun(subject, span));
        }
        let number = self.number_of(subject.span)?;
        let name = &self.names[number];
        let inside = name.span.end <= subject.span.end;
        let before = self.article.get(subject.span.start..name.span.start)?;
        let rest = &self.article[name.span.end..subject.span.end.max(name.span.end)];
        let owned = name.possessive
            && before.is_empty()
            && rest.split_once(' ').is_some_and(|(_, noun)| authored(noun));
        let from = before.strip_suffix(" from ").or_else(|| before.strip_suffix(" by "));
        let sent = rest.is_empty() && from.is_some_and(authored);
        (inside && (owned || sent)).then(|| self.cast.of_mention[number])
    }

    fn owner_by_pronoun(&mut self, subject: &Subject, span: Span) -> usize {
        let owner = Subject {
            span,
            name: None,
            reference: Reference::Pronoun,
            head: Word::default(),
            start: subject.start,
            end: subject.start + 1,
        };
        self.resolve(&owner, true)
    }
}
