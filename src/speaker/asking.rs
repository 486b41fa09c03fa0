//! Who asks: `a reporter asked whether …`, `Berg pressed her on it`. Whoever is asked answers, and not whoever asks.

use super::resolve::Resolver;
use super::words::word_behind;
use super::Gender;
use crate::lexicon::{Classes, Lexicon};
use crate::span::Span;
use crate::text::chars;

/// Verbs of asking somebody.
const ASKS: [&str; 13] = [
    "ask",
    "asked",
    "asks",
    "challenged",
    "challenges",
    "confronted",
    "grilled",
    "pressed",
    "presses",
    "prodded",
    "questioned",
    "questions",
    "quizzed",
];
/// `then pressed her on it` has at most so many bytes.
const LONGEST_ASKING: usize = 48;
/// Whoever acted last is looked for among so many names.
const NAMES: usize = 4;

/// `a reporter asked whether …`: whoever asks is not the one who answers; but `my editor asked me to go`, `a man asked me why`.
pub(super) fn asks(article: &str, subject: Span) -> bool {
    let verb = word_behind(article, subject.end);
    let behind = || article[subject.end..].trim_start().strip_prefix(verb).unwrap_or_default();
    let whole = |rest: &str| !rest.starts_with(char::is_alphanumeric);
    let asks_me = || behind().strip_prefix(" me").is_some_and(whole);
    matches!(verb, "asked" | "asks" | "wondered" | "inquired" | "enquired") && !asks_me()
}

/// `Berg pressed her on it`, but not `Berg asked her husband`: whether whoever is mentioned up to `end` asks somebody of that gender.
pub(super) fn asks_one(article: &str, end: usize, gender: Gender) -> bool {
    let whom = match gender {
        Gender::Male => "him",
        Gender::Female => "her",
        Gender::Unknown => return false,
    };
    let behind = chars::head(&article[end..], LONGEST_ASKING);
    crate::work::steps(behind.len());
    let mut words = behind.split(' ').skip(1);
    let verb = words.next().filter(|word| *word != "then").or_else(|| words.next());
    if !verb.is_some_and(|verb| ASKS.contains(&verb)) {
        return false;
    }
    let Some(rest) = words.next().and_then(|word| word.strip_prefix(whom)) else { return false };
    let next = words.next().unwrap_or_default();
    // `asked her husband`
    let owned = whom == "her" && !Lexicon::english().get(next).is(Classes::CLOSED);
    rest.starts_with(|ch: char| !ch.is_alphanumeric()) || rest.is_empty() && !owned
}

impl Resolver<'_> {
    /// `Berg pressed her on it. “…,” she said`: whoever acts under a name last before the pronoun at `before` names, if they ask
    /// somebody of that gender.
    pub(super) fn asker(&self, before: usize, gender: Gender) -> Option<usize> {
        let near = before.saturating_sub(NAMES)..before;
        let last = near.rev().find(|&i| self.names[i].subject)?;
        asks_one(self.article, self.names[last].span.end, gender)
            .then(|| self.cast.of_mention[last])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whoever_is_asked_is_no_owner() {
        for asked in ["Berg pressed her on it.", "Berg asked her, “Why?”", "Berg then asked her."]
        {
            assert!(asks_one(asked, 4, Gender::Female), "{asked}");
        }
        for other in ["Berg asked her husband why.", "Berg pressed him on it.", "Berg held her."] {
            assert!(!asks_one(other, 4, Gender::Female), "{other}");
        }
    }
}
