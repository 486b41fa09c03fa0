//! Offices: which of them a description means, and who holds one that is written as a name, `the Prime Minister`.

use memchr::memchr2;

use super::entity::{sole_of, Cast, Entity};
use super::gather::NameMention;
use super::words::{follows_the, key};
use crate::lexicon::{Classes, Lexicon};
use crate::span::Span;
use crate::text::chars;

/// Words that end a description's head phrase: `the mayor of Oslo`, `the official who`.
const BOUNDS: [&[u8]; 12] = [
    b"of ",
    b"for ",
    b"from ",
    b"in ",
    b"at ",
    b"with ",
    b"on ",
    b"to ",
    b"near ",
    b"outside ",
    b"who ",
    b"and ",
];
/// Titles cut short, with the words that descriptions use.
const SHORT: [(&str, &str); 16] = [
    ("capt", "captain"),
    ("cllr", "councillor"),
    ("col", "colonel"),
    ("cpl", "corporal"),
    ("det", "detective"),
    ("dr", "doctor"),
    ("gen", "general"),
    ("gov", "governor"),
    ("lt", "lieutenant"),
    ("maj", "major"),
    ("prof", "professor"),
    ("rep", "representative"),
    ("rev", "reverend"),
    ("sen", "senator"),
    ("sgt", "sergeant"),
    ("supt", "superintendent"),
];

/// Looks for what an office is of among so many mentions, and gives it so many words.
const MENTIONS: usize = 4;
const LONGEST_DOMAIN: usize = 5;

/// `Bishop of Norrby`, `Leader of the House`: the name of an entity that is known by nothing but its office, with what that is of.
pub(super) fn of_what(article: &str, entity: &Entity) -> Span {
    let ranks = Classes::ROLE.union(Classes::TITLE);
    let is_rank = |word: &str| Lexicon::english().get(word).is(ranks);
    let name = &article[entity.name];
    if !name.starts_with(char::is_uppercase) || !name.split(' ').all(is_rank) {
        return entity.name;
    }
    let mentions = entity.mentions.iter().take(MENTIONS).filter(|span| article[**span] == *name);
    let mut domains = mentions.filter_map(|span| Some((span, domain(&article[span.end..])?)));
    domains.next().map_or(entity.name, |(span, len)| Span { end: span.end + len, ..*span })
}

/// … within so many bytes.
const LONGEST_BEHIND: usize = 80;

/// How long ` of the House` is, where it stands right behind an office.
pub(super) fn domain(behind: &str) -> Option<usize> {
    // all else may be one long word
    let behind = chars::head(behind, LONGEST_BEHIND);
    let of = behind.strip_prefix(" of ")?;
    let of = of.strip_prefix("the ").unwrap_or(of);
    let lead = behind.len() - of.len();
    let capital = |word: &&str| word.starts_with(char::is_uppercase);
    let word = |word: &str| word.trim_end_matches(|ch: char| !ch.is_alphanumeric()).len();
    let mut end = 0;
    for part in of.split(' ').take(LONGEST_DOMAIN).take_while(capital) {
        let len = word(part);
        end = part.as_ptr() as usize - of.as_ptr() as usize + len;
        if len < part.len() {
            break;
        }
    }
    (end > 0).then_some(lead + end)
}

impl Cast {
    /// Who holds the office that the article calls them by: `the Prime Minister`, once it has said that Anna Berg is that.
    pub(super) fn holder(&self, article: &str, office: &NameMention) -> Option<usize> {
        let phrase = &article[office.core];
        // a party has many members
        if is_member(phrase) {
            return None;
        }
        let held = |office: &Span| {
            crate::work::step();
            let office = head_phrase(&article[*office]);
            office.contains(char::is_uppercase) && is_office(office, phrase)
        };
        let holders = self.by_office.get(&head_key(phrase))?.iter().copied();
        let holders = holders.filter(|&id| self.entities[id].offices.iter().any(held));
        if self.is_tale() {
            // `the Colonel` is Colonel Berg as long as there is one
            return sole_of(holders).filter(|_| follows_the(article, office.span.start));
        }
        let named = holders.clone().filter(|&id| self.entities[id].last != usize::MAX);
        let last = named.max_by_key(|&id| self.entities[id].last);
        last.or_else(|| holders.clone().next())
    }

    /// Keeps who holds an office, by what heads it.
    pub(super) fn hold(&mut self, office: &str, id: usize) {
        let holders = self.by_office.entry(head_key(head_phrase(office))).or_default();
        if holders.len() < HOLDERS && holders.last() != Some(&id) {
            holders.push(id);
        }
    }
}

/// So many who hold an office of the same name are kept apart.
const HOLDERS: usize = 12;

/// The key of the last word of an office, a short title's being that of the word it stands for.
fn head_key(phrase: &str) -> u64 {
    let head = in_full(phrase).rsplit(' ').next().unwrap_or(phrase).trim_end_matches('.');
    let head = without_time(rank(head));
    key(spelled_out(head).unwrap_or(head))
}

/// `PM`, `Halm Ferries CEO` in full.
fn in_full(phrase: &str) -> &str {
    match phrase {
        "PM" => "Prime Minister",
        _ if phrase.ends_with("CEO") => "chief executive",
        _ => phrase,
    }
}

/// `General` of `Colonel-General`: one rank that another tells more of. An `Attorney-General` has none.
fn rank(word: &str) -> &str {
    let lower = ["Brigadier", "Colonel", "Lieutenant", "Major", "Rear", "Vice"];
    match word.split_once('-') {
        Some((first, second @ ("Admiral" | "Colonel" | "General"))) if lower.contains(&first) => {
            second
        }
        _ => word,
    }
}

/// `Sen` in full.
fn spelled_out(title: &str) -> Option<&'static str> {
    SHORT.iter().find(|(short, _)| short.eq_ignore_ascii_case(title)).map(|&(_, long)| long)
}

/// `Utah Republican`, `Belgian`: whether the words tell what somebody belongs to.
pub(super) fn is_member(phrase: &str) -> bool {
    let head = phrase.rsplit(' ').next().unwrap_or(phrase);
    Lexicon::english().get(head).is(Classes::MEMBER)
}

/// `mayor` of `ex-mayor`, `then-mayor`, `mayor-elect`.
pub(super) fn without_time(head: &str) -> &str {
    let before = ["ex-", "then-", "Ex-", "Then-"].iter().find_map(|word| head.strip_prefix(word));
    let head = before.unwrap_or(head);
    ["-elect", "-designate"].iter().find_map(|word| head.strip_suffix(word)).unwrap_or(head)
}

/// Words that make one office of another, whose holder is named with it if at all: `prime minister`, `press secretary`.
const PORTFOLIOS: [&str; 24] = [
    "cabinet",
    "culture",
    "defence",
    "defense",
    "deputy",
    "education",
    "energy",
    "environment",
    "finance",
    "foreign",
    "health",
    "home",
    "housing",
    "interior",
    "justice",
    "labor",
    "labour",
    "permanent",
    "press",
    "prime",
    "private",
    "trade",
    "transport",
    "vice",
];

/// Words that make of an office one below it.
const LOWER: [&str; 3] = ["assistant", "deputy", "vice"];
/// … and one above it.
const HIGHER: [&str; 2] = ["chief", "prime"];

/// `prime minister`, `vice president`: no other word for somebody whom the article has named, but for whoever is that.
pub(super) fn is_portfolio(phrase: &str) -> bool {
    let mut words = phrase.rsplit(' ');
    let (head, before) = (words.next(), words.next());
    // `the Labour politician` is one of a party
    let party = before == Some("Labour") && !matches!(head, Some("minister" | "secretary"));
    !party && before.is_some_and(is_portfolio_word)
}

pub(super) fn is_portfolio_word(word: &str) -> bool {
    is_among(&PORTFOLIOS, word)
}

/// Whether the list has the word, whatever its case.
pub(super) fn is_among(list: &[&str], word: &str) -> bool {
    list.iter().any(|held| held.eq_ignore_ascii_case(word))
}

/// Whether an office stands for whoever holds it: `the Prime Minister`, and in a headline `Mayor told aide`.
pub(super) fn is_definite(article: &str, name: &NameMention) -> bool {
    let before = &article[..name.span.start];
    let headed = name.words == 1 && (before.is_empty() || before.ends_with('\n'));
    name.office && (headed || follows_the(article, name.span.start))
}

/// The words up to what hangs on the head: `former mayor` of `former mayor of Oslo`.
pub(super) fn head_phrase(text: &str) -> &str {
    let bytes = text.as_bytes();
    let mut at = 0;
    while let Some(found) = memchr2(b' ', b',', &bytes[at..]) {
        let end = at + found;
        if bytes[end] == b',' || BOUNDS.iter().any(|bound| bytes[end + 1..].starts_with(bound)) {
            return &text[..end];
        }
        at = end + 1;
    }
    text
}

/// Whether an office is that of a description: `U.S. Senator`, `Sen.`, `senator from Vermont` are a `senator`'s. The word before
/// the head may not differ: a `minority leader` is no `majority leader`.
pub(super) fn is_office(office: &str, phrase: &str) -> bool {
    let mut held = in_full(head_phrase(office)).split_whitespace().rev();
    let mut asked = in_full(phrase).split_whitespace().rev();
    let (last, head) = (held.next().unwrap_or_default(), asked.next().unwrap_or_default());
    let last = without_time(rank(last.trim_end_matches('.')));
    let head = without_time(head);
    let same = last.eq_ignore_ascii_case(head)
        || spelled_out(last).is_some_and(|long| long.eq_ignore_ascii_case(head));
    if !same {
        return false;
    }
    // `Vice President` is no `president`
    let differs = match (held.next(), asked.next()) {
        (Some(one), Some(other)) => !one.eq_ignore_ascii_case(other),
        (Some(one), None) => is_among(&LOWER, one),
        // nor is a `justice` the `Chief Justice`
        (None, Some(one)) => is_among(&LOWER, one) || is_among(&HIGHER, one),
        (None, None) => false,
    };
    !differs
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offices_and_heads() {
        assert!(is_office("U.S. Senator", "senator") && is_office("Sen.", "senator"));
        assert!(
            !is_office("Justice", "Chief Justice") && is_office("Chief Justice", "chief justice")
        );
        assert!(is_office("former mayor of Oslo", "mayor") && !is_office("Gov.", "senator"));
        assert!(is_office("Prime Minister", "PM") && !is_office("Foreign Minister", "PM"));
        assert!(!is_office("House Majority Leader", "Senate minority leader"));
        assert!(is_office("Mayor-elect", "mayor-elect") && is_office("Mayor", "ex-mayor"));
        assert!(!is_office("Vice President", "president"));
        assert!(is_office("Halm Ferries CEO", "chief executive"));
        assert!(
            is_office("Colonel-General", "general") && !is_office("Attorney-General", "general")
        );
        assert_eq!(head_phrase("spokeswoman for the port"), "spokeswoman");
    }
}
