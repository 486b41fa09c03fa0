//! Whom a speech of a tale addresses: `Come in, Ida.` is not said by Ida, and she may well answer.

use super::entity::Cast;
use super::families::Title;
use super::words::key;
use crate::lexicon::{Classes, Lexicon};
use crate::span::Span;
use crate::text::chars;

impl Cast {
    /// Whoever is addressed by name in what is said, if that is a tale.
    pub(crate) fn addressee(&self, article: &str, said: &[Span]) -> Option<usize> {
        let said = said.iter().filter(|_| self.is_tale());
        let mut names = said.flat_map(|&words| addressed(article, words));
        names.find_map(|(span, _)| self.called(&article[..span.start], &article[span]))
    }

    /// Whoever is named in what is said.
    pub(super) fn told_of<'c>(
        &'c self,
        article: &'c str,
        said: &'c [Span],
    ) -> impl Iterator<Item = usize> + 'c {
        let names = said.iter().flat_map(move |&words| capitalised(&article[words]));
        names.filter_map(|name| self.bearer_of(key(name)))
    }

    /// Who bears the name alone, or behind the title that the words before it end with.
    fn called(&self, before: &str, name: &str) -> Option<usize> {
        let title = Title::ending(before);
        if title == Title::Other {
            return self.bearer_of(key(name));
        }
        let head = self.heads.named(title, key(name));
        // `Mr. Tregarth` of whom the tale tells by his surname alone
        head.or_else(|| {
            let bearer = self.bearer_of(key(name))?;
            let held = &self.entities[bearer];
            // a pronoun may have told the wrong gender
            (!held.gender_sure || !held.gender.clashes(title.gender())).then_some(bearer)
        })
    }
}

/// Names are looked for among so many words: reports within reports would be read over and over.
const MOST_WORDS: usize = 400;

/// The first words of a speech that begin with a capital and may be names.
fn capitalised(text: &str) -> impl Iterator<Item = &str> {
    let words = text.split(|ch: char| !ch.is_alphanumeric() && ch != '-');
    words.take(MOST_WORDS).filter(|word| {
        crate::work::step();
        let other = Classes::CLOSED.union(Classes::CALENDAR).union(Classes::VERB);
        word.len() > 1
            && word.starts_with(char::is_uppercase)
            && !Lexicon::english().get(word).is(other)
    })
}

/// No word of a name has more bytes.
const LONGEST_NAME: usize = 64;

/// `Come in, Ida.`, `Ida, come in!`, `My dear Ida!`: the words of a speech that address somebody by a name, and whether words lead to it.
pub(super) fn addressed(article: &str, words: Span) -> impl Iterator<Item = (Span, bool)> + '_ {
    let text = &article[words];
    let starts = text
        .char_indices()
        .filter(move |&(at, ch)| ch.is_uppercase() && !text[..at].ends_with(char::is_alphanumeric));
    starts.filter_map(move |(at, _)| {
        crate::work::step();
        let rest = &text[at..];
        let near = chars::head(rest, LONGEST_NAME);
        let len = near.find(|ch: char| !ch.is_alphanumeric() && ch != '-').unwrap_or(near.len());
        let (word, behind) = rest.split_at(len);
        let before = untitled(text[..at].trim_end());
        let led = before.ends_with(',') || before.ends_with("dear") || before.ends_with("old");
        let opens = before.is_empty() || before.ends_with(['.', '!', '?']);
        let called = led && (behind.is_empty() || behind.starts_with([',', '.', '!', '?', ';']))
            || opens && behind.starts_with([',', '!']);
        let known = Lexicon::english().get(word);
        let others = Classes::CLOSED.union(Classes::NOT_NAME).union(Classes::CALENDAR);
        let others = others.union(Classes::TITLE).union(Classes::ROLE).union(Classes::PLACE);
        let named = known.is(Classes::GIVEN) || !known.is(others.union(Classes::VERB));
        let start = words.start + at;
        (called && named && len > 1).then(|| (Span { start, end: start + len }, led))
    })
}

/// The words before a name without the title that they end with.
fn untitled(before: &str) -> &str {
    let last = chars::tail(before, LONGEST_NAME).rsplit(char::is_whitespace).next();
    let last = last.unwrap_or_default().trim_start_matches(|ch: char| !ch.is_alphabetic());
    let title = last.strip_suffix('.').unwrap_or(last);
    let titled =
        title.starts_with(char::is_uppercase) && Lexicon::english().get(title).is(Classes::TITLE);
    if titled {
        return before[..before.len() - last.len()].trim_end();
    }
    before
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_lead_to_names_that_are_called() {
        let called = |text: &str| -> Vec<String> {
            let words = Span::new(0, text.len());
            addressed(text, words).map(|(span, _)| text[span].to_owned()).collect()
        };
        for title in ["", "Mr. ", "Sir ", "Captain ", "Dr. "] {
            assert_eq!(called(&format!("Look yourself, {title}Roke.")), ["Roke"], "{title}");
        }
        assert_eq!(called("Mr. Lund, come in!"), ["Lund"]);
        assert!(called("I saw Captain Roke.").is_empty());
    }
}
