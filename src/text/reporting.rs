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
        let phrasal = || shout && known.is(Classes::PHRASAL) && is_phrasal(lexicon, word, behind);
        let calls = || shout && (calls_out(lexicon, word, behind) || asks(bare, behind));
        if finite
            && (known.is(reports) || phrasal() || calls())
            && !bare.starts_with(char::is_uppercase)
        {
            return named > 0 && !(tells_more(lexicon, word, behind) || !shout && leads_in(behind));
        }
        let shouted = bare.len() > 1 && bare.bytes().all(|byte| byte.is_ascii_uppercase());
        let teller = bare == "I" && named == 0;
        let nominal = teller
            || bare.starts_with(char::is_uppercase) && (shouted || !known.is(Classes::CLOSED));
        if nominal && word.ends_with(',') && shout {
            return reports_behind_apposition(lexicon, behind);
        }
        // `Rep. Anna Berg (D-Ohio) asked`
        if named > 0 && word.starts_with('(') && word.ends_with(')') {
            continue;
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

/// `called, banging a gavel`, `called from the pier`: whether a verb of calling has nobody behind it whom it calls anything.
fn calls_out(lexicon: &Lexicon, verb: &str, behind: &str) -> bool {
    let bare = verb.trim_end_matches([',', '.']);
    let next = behind.split_whitespace().next().unwrap_or_default();
    let ends = bare.len() < verb.len() || lexicon.get(next).is(Classes::PREP.union(Classes::ADV));
    matches!(bare, "called" | "calls") && ends
}

/// `wanted to know`
fn asks(verb: &str, behind: &str) -> bool {
    matches!(verb, "wanted" | "wants") && behind.starts_with(" to know")
}

/// `put in`: whether a verb reports together with the particle behind it.
fn is_phrasal(lexicon: &Lexicon, verb: &str, behind: &str) -> bool {
    let particle = behind.split_whitespace().next().unwrap_or_default();
    let particle = particle.trim_end_matches(|ch: char| !ch.is_alphanumeric());
    particle.len() <= LONGEST_PARTICLE
        && lexicon.get(&format!("{verb} {particle}")).is(Classes::PHRASAL)
}

/// `back`
const LONGEST_PARTICLE: usize = 4;

/// What follows a verb of saying is looked at for so many words.
const LONGEST_SUBJECT: usize = 5;
/// … and what ends in a colon for so many.
const LONGEST_LEAD: usize = 8;

/// `told the radio: “…”`: whether the words that a verb has stand behind it.
fn leads_in(behind: &str) -> bool {
    let open = |word: &&str| word.ends_with(|ch: char| ch.is_alphanumeric());
    let end = behind.split_whitespace().take(LONGEST_LEAD).find(|word| !open(word));
    end.is_some_and(|word| word.ends_with(':'))
}

/// `scientists have been at it for years`, `in May it would close`: whether a clause of its own is told behind the verb, so that
/// nothing before it is what was said.
fn tells_more(lexicon: &Lexicon, verb: &str, behind: &str) -> bool {
    let open = |word: &&str| word.ends_with(|ch: char| ch.is_alphanumeric());
    let day = Classes::CALENDAR.union(Classes::TIME);
    let dated = |word: &&str| matches!(*word, "in" | "on" | "last") || lexicon.get(word).is(day);
    let near = behind.split_whitespace().take(LONGEST_LEAD).take_while(open);
    let mut words = near.skip_while(dated);
    let Some(first) = words.next().filter(|_| matches!(verb, "said" | "says")) else {
        return false;
    };
    let known = lexicon.get(first);
    if first == "that" {
        return true;
    }
    let adverbial = Classes::PREP.union(Classes::SUB).union(Classes::WH).union(Classes::ADV);
    let adverbial = adverbial.union(Classes::CONJ).union(day);
    let finite = Classes::BE.union(Classes::AUX);
    let subject = matches!(first, "he" | "she" | "it" | "they" | "we");
    let goes_on = words.take(LONGEST_SUBJECT).any(|word| lexicon.get(word).is(finite));
    !known.is(adverbial) && (subject || goes_on)
}

/// An apposition between a name and its verb has at most so many bytes.
const LONGEST_APPOSITION: usize = 160;

/// `a baker, said`: whether a verb of saying follows the comma that closes what another one opened behind a name.
fn reports_behind_apposition(lexicon: &Lexicon, behind: &str) -> bool {
    let near = chars::head(behind, LONGEST_APPOSITION);
    // `R-Pa., said`, `D-N.H., said`
    let ends = |&(at, ch): &(usize, char)| {
        let goes_on = |ch: char| ch == ',' || ch.is_alphanumeric();
        let stop = ch == '.' && !near[at + 1..].starts_with(goes_on);
        stop || matches!(ch, '!' | '?' | '"' | '”' | '“' | '\n' | ';' | ':')
    };
    let end = near.char_indices().find(ends).map_or(near.len(), |(at, _)| at);
    let mut parts = near[..end].split(", ").skip(1);
    parts.any(|part| {
        let verb = part.split(' ').find(|word| !lexicon.get(word).is(Classes::ADV));
        let known = lexicon.get(verb.unwrap_or_default().trim_end_matches(','));
        known.is(Classes::SPEECH) && known.forms.any(Forms::PAST.union(Forms::THIRD))
    })
}
