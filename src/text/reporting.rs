//! Reporting clauses behind a quotation, by which its sentence goes on: `“Where to?” Anna Berg, a pilot, asked.`

use super::chars;
use crate::lexicon::{Classes, Forms, Lexicon};

/// A reporting clause is looked for within this many words, behind a question or a shout within some more: `“Why?” Halm County Record
/// editor Anna Berg asked`.
const CLAUSE_REACH: usize = 6;
const CLAUSE_REACH_FAR: usize = 8;

/// Whether `next` begins with a clause such as `Vance said`, `the mayor said` or `I said`.
pub(super) fn is_reporting_clause(lexicon: &Lexicon, next: &str, reports: Classes) -> bool {
    let mut named = 0;
    let mut behind = next;
    let shout = reports.any(Classes::MANNER);
    for _ in 0..if shout { CLAUSE_REACH_FAR } else { CLAUSE_REACH } {
        let Some(word) = behind.split_whitespace().next() else { break };
        behind = &behind[behind.find(word).unwrap_or(0) + word.len()..];
        let bare = word.trim_end_matches(|ch: char| !ch.is_alphanumeric());
        let known = lexicon.get(bare);
        let finite = known.forms.any(Forms::PAST.union(Forms::THIRD));
        if finite && known.is(reports) && !bare.starts_with(char::is_uppercase) {
            return named > 0 && !tells_more(lexicon, word, behind);
        }
        let shouted = bare.len() > 1 && bare.bytes().all(|byte| byte.is_ascii_uppercase());
        let teller = bare == "I" && named == 0;
        let nominal = teller
            || bare.starts_with(char::is_uppercase) && (shouted || !known.is(Classes::CLOSED));
        if nominal && word.ends_with(',') && shout {
            return reports_behind_apposition(lexicon, behind);
        }
        let of = named > 0 && matches!(word, "of" | "for" | "from" | "the");
        if bare.len() < word.len() && !word.ends_with('.')
            || !(nominal || of || known.is(Classes::ROLE.union(Classes::ADV)))
        {
            return false;
        }
        named += usize::from(nominal);
    }
    false
}

/// What follows a verb of saying is looked at for so many words.
const LONGEST_SUBJECT: usize = 5;

/// `scientists have been at it for years`, `that it is late`: whether what is told behind the verb is a clause of its own, so that
/// nothing before the verb is what was said.
fn tells_more(lexicon: &Lexicon, verb: &str, behind: &str) -> bool {
    let mut words = behind.split_whitespace();
    let Some(first) = words.next().filter(|_| matches!(verb, "said" | "says")) else {
        return false;
    };
    let known = lexicon.get(first);
    if first == "that" {
        return true;
    }
    let adverbial = Classes::PREP.union(Classes::SUB).union(Classes::WH).union(Classes::ADV);
    let adverbial = adverbial.union(Classes::CONJ).union(Classes::CALENDAR).union(Classes::TIME);
    let finite = Classes::BE.union(Classes::AUX);
    let open = |word: &&str| word.ends_with(|ch: char| ch.is_alphanumeric());
    let near = std::iter::once(first).chain(words).take(LONGEST_SUBJECT).take_while(open);
    !known.is(adverbial) && near.skip(1).any(|word| lexicon.get(word).is(finite))
}

/// An apposition between a name and its verb has at most so many bytes.
const LONGEST_APPOSITION: usize = 160;

/// `a baker, said`: whether a verb of saying follows the comma that closes what another one opened behind a name.
fn reports_behind_apposition(lexicon: &Lexicon, behind: &str) -> bool {
    let near = chars::head(behind, LONGEST_APPOSITION);
    let clause = near.split(['.', '!', '?', '"', '”', '“', '\n', ';', ':']).next();
    let mut parts = clause.unwrap_or_default().split(", ").skip(1);
    parts.any(|part| {
        let verb = part.split(' ').find(|word| !lexicon.get(word).is(Classes::ADV));
        let known = lexicon.get(verb.unwrap_or_default().trim_end_matches(','));
        known.is(Classes::SPEECH) && known.forms.any(Forms::PAST.union(Forms::THIRD))
    })
}
