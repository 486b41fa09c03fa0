//! Whether words were said, or only asked for, denied, thought or left unsaid: told by the cue, by what stands before it, and by how
//! the words begin.
//!
//! The distinctions are those of Saurí and Pustejovsky (2009, *FactBank*), as far as the reporting clause shows them.

use super::frame::Frame;
use crate::lexicon::Classes;
use crate::quote::Factuality;

const CONDITIONS: [&str; 8] = ["would", "could", "may", "might", "will", "should", "if", "unless"];

/// `asked the mayor about it`: the word stands so near behind the verb.
const ABOUT: usize = 6;

/// The head of an object stands within so many words.
const NOUN_PHRASE: usize = 5;

/// How the words that the cue at `at` reports are meant; `words` is the token they begin at.
pub(crate) fn factuality(frame: &Frame<'_>, at: usize, words: Option<usize>) -> Factuality {
    let is_one_of = |at: usize, list: &[&str]| list.iter().any(|word| frame.is_word(at, word));
    let lead = lead(frame, at);
    let before = || lead..at;
    let negated = (lead..=at).any(|at| {
        frame.is(at, Classes::NEG)
            || frame.text(at).ends_with("n't")
            || frame.text(at).ends_with("n’t")
    });
    let infinitive = is_infinitive(frame, at) && at > 1;
    let withheld =
        infinitive && frame.is(at - 2, Classes::WITHHOLDING) || frame.is(at, Classes::WITHHOLDING);
    let nobody = lead > 0 && is_one_of(lead - 1, &["nobody", "none"])
        || lead > 1 && frame.is_word(lead - 1, "one") && frame.is_word(lead - 2, "no");
    // `his decision not to recommend that`, but `hard not to notice`
    let left = infinitive
        && frame.is(at - 2, Classes::NEG)
        && !(at > 2 && is_one_of(at - 3, &["hard", "difficult", "impossible"]));
    if negated || withheld || nobody || left {
        return Factuality::Negated;
    }
    let planned = infinitive && is_one_of(at - 2, &["expected", "going", "set", "due", "likely"]);
    if planned
        || before().any(|at| is_one_of(at, &CONDITIONS))
        || frame.is_word(0, "if") && lead < 6
    {
        return Factuality::Conditional;
    }
    if frame.is(at, Classes::DENYING) && is_denial(frame, at, lead) {
        return Factuality::Denied;
    }
    let begins = |list: &[&str]| {
        words.is_some_and(|words| (words.saturating_sub(1)..=words).any(|at| is_one_of(at, list)))
    };
    let question =
        ["whether", "if", "what", "why", "how", "who", "when", "where", "which", "about"];
    let about = (at + 1..at + ABOUT).any(|at| frame.is_word(at, "about"));
    if frame.is(at, Classes::ASKING) && (about || begins(&question)) {
        return Factuality::Asked;
    }
    // `urged both men to wait`: an infinitive before any verb of their own
    let to = words.and_then(|words| (words..words + 7).find(|&at| frame.is_word(at, "to")));
    let behind = words.is_some_and(|words| words > at);
    let bidden = behind
        && !begins(&["that"])
        && to.is_some_and(|to| (words.unwrap_or(to)..to).all(|at| !frame.is_finite_verb(at)));
    let called = ["call", "called", "calling", "calls"];
    let told =
        ["ask", "asked", "asking", "asks", "tell", "telling", "tells", "told", "warn", "warned"];
    let ordered = match () {
        () if is_one_of(at, &called) => begins(&["for", "on"]),
        () if is_one_of(at, &told) => bidden || begins(&["to"]),
        () => bidden || begins(&["to", "for", "that"]),
    };
    if frame.is(at, Classes::ORDERING) && ordered {
        return Factuality::Ordered;
    }
    let thinks = frame.is(at, Classes::THOUGHT)
        && !frame.is(at, Classes::SPEECH)
        && !frame.is(at, Classes::SHOWING);
    if thinks || frame.is(at, Classes::THINKING) {
        return Factuality::Thought;
    }
    Factuality::Asserted
}

/// Whether a verb of denying denies words: not `was denied bail`, `to deny him a visa`, `in disputed waters`.
fn is_denial(frame: &Frame<'_>, at: usize, lead: usize) -> bool {
    let going_on = frame.text(at).ends_with("ing");
    let passive = !going_on && (lead..at).any(|at| frame.is(at, Classes::BE));
    let infinitive = is_infinitive(frame, at);
    let adjective = at > 0 && !going_on && !infinitive && {
        let before = &frame.tokens[at - 1];
        let verb = frame.text(at - 1).ends_with("ing") && !before.is(Classes::AUX);
        verb || before.is(Classes::DET.union(Classes::PREP))
    };
    let object = frame.skip_adverbs(at + 1);
    let persons = ["him", "her", "them", "us", "me", "you"];
    let kept_from = persons.iter().any(|word| frame.is_word(object, word));
    let telling = |at: usize| {
        frame.is(at, Classes::CUE_NOUN.union(Classes::COMP)) || frame.text(at).ends_with("ing")
    };
    let said = !infinitive || (object..frame.len().min(object + NOUN_PHRASE)).any(telling);
    !passive && !adjective && !kept_from && said
}

fn is_infinitive(frame: &Frame<'_>, at: usize) -> bool {
    at > 0 && frame.is_word(at - 1, "to")
}

/// The first auxiliary or adverb before the verb at `at`.
fn lead(frame: &Frame<'_>, at: usize) -> usize {
    let mut start = at;
    while start > 0
        && (frame.is_adverb(start - 1)
            || frame.is(start - 1, Classes::AUX.union(Classes::BE).union(Classes::NEG))
                && !frame.tokens[start - 1].capital)
    {
        start -= 1;
    }
    start
}
