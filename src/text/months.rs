//! Months and adverbs that are somebody's surname: `Theresa May`, `Mr. March`, `May told reporters`, `said Long`.

use super::tokens::{Token, TokenKind};
use crate::lexicon::{Classes, Forms, Lexicon, Word};
use crate::span::Span;

/// The words of the calendar that are surnames as well.
const MONTHS: [&str; 3] = ["May", "March", "August"];
/// Small words that are surnames as well.
const SMALL: [&str; 3] = ["Best", "Early", "Long"];

/// Whether a word of these classes may be a surname nonetheless.
pub(super) fn may_be_surname(word: Word) -> bool {
    word.is(Classes::CALENDAR.union(Classes::ADV).union(Classes::DET))
}

/// Whether `month`, a word of the calendar or a small one, stands there with a capital as a surname. `before` are the
/// tokens of its paragraph up to it.
pub(super) fn is_surname(article: &str, month: Span, before: &[Token], lexicon: &Lexicon) -> bool {
    let small = SMALL.contains(&&article[month]);
    if !small && !MONTHS.contains(&&article[month]) {
        return false;
    }
    let behind = article[month.end..].trim_start_matches(' ');
    if behind.starts_with(|ch: char| ch.is_ascii_digit()) {
        // `May 5`
        return false;
    }
    let next = behind.split(|ch: char| !ch.is_alphabetic()).next().unwrap_or_default();
    let next = lexicon.get(next);
    // `Best is yet to come`
    let takes_verb = |behind: &str, next: Word, lexicon: &Lexicon| {
        takes_verb(behind, next, lexicon) && (!small || next.is(Classes::SPEECH))
    };
    let Some(last) = before.last() else { return takes_verb(behind, next, lexicon) };
    if last.capital && last.is(Classes::HONORIFIC) {
        return true;
    }
    if last.capital && last.is(Classes::GIVEN) && !last.is(Classes::CALENDAR) {
        return !follows_modal(behind, next);
    }
    match last.kind {
        TokenKind::Stop | TokenKind::Quote(_) => takes_verb(behind, next, lexicon),
        TokenKind::Comma => takes_verb(behind, next, lexicon) && next.is(Classes::CUE),
        // `that May was in Oslo`, `and May said`
        TokenKind::Word if last.is(Classes::COMP) => takes_verb(behind, next, lexicon),
        TokenKind::Word if last.is(Classes::CONJ) => {
            takes_verb(behind, next, lexicon) && next.is(Classes::SPEECH)
        }
        // `with May saying`
        TokenKind::Word if &article[last.span()] == "with" => {
            next.is(Classes::SPEECH)
                && next.forms.any(Forms::ING)
                && behind.starts_with(|ch: char| ch.is_ascii_lowercase())
        }
        // `"It opens," said May.`
        TokenKind::Word if last.is(Classes::SPEECH) && !last.capital => {
            matches!(before, [.., quote, _] if quote.quote().is_some())
        }
        _ => false,
    }
}

/// What goes on from a subject: `May told`, `May has`, `May's spokesman`.
fn takes_verb(behind: &str, next: Word, lexicon: &Lexicon) -> bool {
    if let Some(owned) = behind.strip_prefix("'s ").or_else(|| behind.strip_prefix("’s ")) {
        let owned = owned.split(|ch: char| !ch.is_alphabetic()).next().unwrap_or_default();
        return lexicon.get(owned).is(Classes::ROLE.union(Classes::ORG));
    }
    let small = behind.starts_with(|ch: char| ch.is_ascii_lowercase());
    let finite = next.is(Classes::VERB) && next.forms.any(Forms::PAST.union(Forms::THIRD));
    small && (finite || next.is(Classes::BE.union(Classes::AUX)))
}

/// What goes on from the modal in a headline: `Hillary May Run`, `Anna May Not`.
fn follows_modal(behind: &str, next: Word) -> bool {
    let base = next.is(Classes::VERB) && next.forms.any(Forms::BASE);
    let capital = behind.starts_with(|ch: char| ch.is_ascii_uppercase());
    capital
        && (base
            || next.is(Classes::BE.union(Classes::AUX).union(Classes::NEG).union(Classes::ADV)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::tokens::push_tokens;

    /// Whether the first of the listed words with a capital is read as a surname.
    fn surname(text: &str) -> bool {
        let mut tokens = Vec::new();
        push_tokens(text, Span::new(0, text.len()), Lexicon::english(), &mut tokens);
        let mut words = tokens.iter().filter(|token| token.capital);
        let listed = |text: &str| MONTHS.contains(&text) || SMALL.contains(&text);
        let word = words.find(|token| listed(&text[token.span()]));
        !may_be_surname(word.expect("a listed word stands there").word)
    }

    #[test]
    fn months_that_are_surnames() {
        for text in [
            "Prime Minister Theresa May makes her case.",
            "The move annoyed Mrs May, who had left.",
            "May told reporters that she would go.",
            "May's spokesman declined.",
            "May's government said it was late.",
            "She said that May was in Oslo.",
            "On Sunday Mr. March left.",
        ] {
            assert!(surname(text), "{text}");
        }
    }

    #[test]
    fn small_words_that_are_surnames() {
        for text in ["Mr. Long left early.", "Long told reporters that it was late."] {
            assert!(surname(text), "{text}");
        }
        for text in ["Best is yet to come.", "Long before dawn they left."] {
            assert!(!surname(text), "{text}");
        }
    }

    #[test]
    fn months_that_are_months() {
        for text in [
            "The road is closed until May.",
            "She called Anna May 5.",
            "May I come in?",
            "Sales in May rose.",
            "Hillary May Run Again",
            "May's figures were better.",
        ] {
            assert!(!surname(text), "{text}");
        }
    }
}
