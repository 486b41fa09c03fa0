//! Headlines in title case, `Mayor Slams Council Over Bridge`: only some of their capitals are those of names.

use super::tokens::Token;
use crate::lexicon::{Classes, Forms};

/// A headline has at least so many long words with capitals …
const FEWEST: usize = 3;
/// … and so many words in all: `Nine Bells Records` is a name.
const FEWEST_WORDS: usize = 4;
/// Words of at least so many bytes have capitals in headlines, prepositions and their like apart.
const LONG: u32 = 4;

/// Takes the capitals from the verbs and the small words of a paragraph in title case, so that it reads like a sentence.
pub(crate) fn lower(tokens: &mut [Token]) {
    if !is_title_case(tokens) {
        return;
    }
    for at in 1..tokens.len() {
        let (before, here) = tokens.split_at(at);
        let (token, next) = (&here[0], here.get(1));
        if token.capital && !token.all_caps && is_no_name(&before[at - 1], token, next) {
            tokens[at].capital = false;
        }
    }
}

fn is_title_case(tokens: &[Token]) -> bool {
    let (mut words, mut capitals) = (0, 0);
    for token in tokens.iter().filter(|token| token.is_word()) {
        let long = token.end - token.start >= LONG;
        if !token.capital && long && !token.is(Classes::CLOSED) {
            return false;
        }
        words += 1;
        capitals += usize::from(token.capital && long && !token.all_caps);
    }
    words >= FEWEST_WORDS && capitals >= FEWEST
}

/// Whether nothing but the headline gives the word its capital.
fn is_no_name(before: &Token, token: &Token, next: Option<&Token>) -> bool {
    let forms = token.word.forms;
    if token.is(Classes::AUX) && next.is_some_and(|next| next.word.forms.any(Forms::BASE)) {
        // `Group Will Run Ads`, not `Will Rhodes`
        return true;
    }
    let names = Classes::GIVEN.union(Classes::PLACE).union(Classes::TITLE).union(Classes::CALENDAR);
    if token.is(names) {
        return false;
    }
    // `Berg Slams Lund`, `Lund Asked to Quit`, but `Berg Price`
    let told = forms.any(Forms::THIRD.union(Forms::PAST).union(Forms::ING));
    let helped = before.is(Classes::AUX) && !before.capital;
    let led = helped || before.is(Classes::PREP) && before.end - before.start == 2;
    let verb = token.is(Classes::VERB.union(Classes::CUE));
    // `Tom Banks Slams Ferry`, `Tom Banks, Halm`
    let told_next = next.is_some_and(|next| next.word.forms.any(Forms::THIRD.union(Forms::PAST)));
    let ends = next.is_none_or(|next| !next.is_word());
    if before.is(Classes::GIVEN) && (told_next || ends) {
        return false;
    }
    token.is(Classes::CLOSED) || verb && (told || forms.any(Forms::BASE) && led)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Lexicon;
    use crate::span::Span;
    use crate::text::tokens::push_tokens;

    fn lowered(text: &str) -> String {
        let mut tokens = Vec::new();
        push_tokens(text, Span::new(0, text.len()), Lexicon::english(), &mut tokens);
        let capitals: Vec<bool> = tokens.iter().map(|token| token.capital).collect();
        lower(&mut tokens);
        let changed = tokens.iter().zip(capitals).filter(|(token, held)| token.capital != *held);
        changed.map(|(token, _)| &text[token.span()]).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn verbs_and_small_words_of_headlines() {
        assert_eq!(lowered("Ida Lund Slams Tom Bridge Over Ferry Prices"), "Slams Over Prices");
        assert_eq!(lowered("Tom Banks Slams Ferry Prices"), "Slams Prices");
        assert_eq!(lowered("Harbour Club Will Ask Will Rhodes To Quit"), "Will Ask To Quit");
        assert_eq!(lowered("Ida Lund said Tom Bridge Slams the Ferry Board"), "");
    }
}
