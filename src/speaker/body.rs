//! Which body a common noun means: `the university`, `the company`.

use super::antecedent::{Antecedent, REACH};
use super::describe::NEAR;
use super::resolve::Resolver;
use super::{Gender, Sort};
use crate::lexicon::{Classes, Lexicon};
use crate::span::Span;
use crate::text::chars;

/// A longer run of capitals is a headline rather than a name.
const LONGEST: usize = 7;
/// `travel company TUI`, if it is among the last so many names, is the company.
const JUST_BEFORE: usize = 3;

/// A word is looked for behind so many names, among so many words behind an article.
const ADDED: usize = 12;
const MODIFIERS: usize = 4;
/// … and so many bytes.
const BESIDE: usize = 80;
/// `its` stands at most so many bytes behind the subject.
const CLAUSE: usize = 120;
/// `the firm` is what acted at most so many sentences before the last name.
const JUST_NAMED: u32 = 1;

/// What names of bodies end in that are called by another word.
const KINDS: [(&str, &[&str]); 9] = [
    ("airline", &["Air", "Airways"]),
    (
        "club",
        &[
            "Albion",
            "Athletic",
            "City",
            "County",
            "FC",
            "Rangers",
            "Rovers",
            "Town",
            "United",
            "Wanderers",
        ],
    ),
    ("hospital", &["Infirmary"]),
    ("magazine", &["Monthly", "Review", "Weekly"]),
    ("newspaper", PAPERS),
    ("operator", &["Buses", "Rail", "Railway", "Trains"]),
    ("paper", PAPERS),
    ("school", &["Academy", "College", "Grammar", "High", "Primary"]),
    ("university", &["College"]),
];
const PAPERS: &[&str] = &[
    "Chronicle",
    "Courier",
    "Echo",
    "Gazette",
    "Globe",
    "Herald",
    "Journal",
    "Mail",
    "Mercury",
    "News",
    "Post",
    "Telegraph",
    "Times",
    "Tribune",
];

/// Whether bodies whose names end otherwise are called by that word.
pub(super) fn names_a_kind(head: &str) -> bool {
    KINDS.iter().any(|(kind, _)| *kind == head)
}

/// Whether a name that ends in that word may be called by the other.
fn is_kind_of(last: &str, head: &str) -> bool {
    KINDS.iter().any(|(kind, ends)| *kind == head && ends.contains(&last))
}

impl Resolver<'_> {
    /// `the university`, `the company`: an organisation whose name has that word, else the most prominent one.
    pub(super) fn organisation(&self, at: Span, described: &str, head: &str) -> Option<usize> {
        if let Some(named) = self.added_to(at, head) {
            return Some(named);
        }
        if self.is_introduced(at, head) {
            return None;
        }
        let company = Lexicon::english().get(head).is(Classes::COMPANY);
        // `the tenants' group`
        if company && described.contains(['\'', '’']) {
            return None;
        }
        let introduced = |reach: usize| {
            let found = self.names_before(at, reach).find(|&i| {
                let before = self.article[..self.names[i].span.start].trim_end();
                before.strip_suffix(head).is_some_and(|before| before.ends_with(' '))
            });
            found.map(|i| self.cast.of_mention[i])
        };
        // `travel company TUI … The company`
        let just = if company { introduced(JUST_BEFORE) } else { None };
        // many a name ends in `Group` that is none of the groups told of
        let bears = |id: &usize| head != "group" && self.is_organisation_named(*id, head);
        let mut names = self.names_before(at, REACH * 2).map(|i| self.cast.of_mention[i]);
        let named = just.or_else(|| names.find(bears));
        if named.is_some() || !company {
            return named;
        }
        let found = self.antecedent(at, Gender::Unknown, false);
        let found = found.filter(|found| found.sentences <= NEAR);
        let stranger = self.acting_stranger(at);
        let nearer = |held: &Antecedent| found.is_none_or(|found| held.sentences < found.sentences);
        let found = stranger.filter(nearer).or(found).map(|found| found.entity);
        // a name of two words may well be a person's
        let plain = |&id: &usize| {
            let entity = &self.cast.entities[id];
            entity.sort == Sort::Organisation || entity.sort == Sort::Unknown && entity.words == 1
        };
        let person =
            |&id: &usize| matches!(self.cast.entities[id].sort, Sort::Person | Sort::Place);
        let found = found.filter(|id| !person(id));
        let found = found.or(stranger.map(|stranger| stranger.entity));
        let more = described.split(' ').count() > 2;
        found.filter(plain).or_else(|| introduced(REACH)).or(found.filter(|_| !more))
    }

    /// `Greenlung, a small charity, … the charity`: the name that the word was added to.
    fn added_to(&self, at: Span, head: &str) -> Option<usize> {
        let added = |&i: &usize| {
            let behind =
                chars::head(&self.article[self.names[i].span.end..], BESIDE).strip_prefix(", a");
            let words = behind.map(|behind| behind.strip_prefix('n').unwrap_or(behind));
            let words = words.and_then(|words| words.strip_prefix(' ')?.split([',', '.']).next());
            words.is_some_and(|words| words.split(' ').take(MODIFIERS).any(|word| word == head))
        };
        let near = self.names_before(at, ADDED).find(added)?;
        let id = self.cast.of_mention[near];
        (self.cast.entities[id].sort == Sort::Organisation).then_some(id)
    }

    /// `Savemore will close shops. … the supermarket`, `Berg Homes cut its forecast. … the firm`: whatever acted just before, as far as
    /// nothing tells that it is somebody.
    fn acting_stranger(&self, at: Span) -> Option<Antecedent> {
        let here = self.names_before(at, 1).next().map(|i| self.names[i].sentence)?;
        let strange = |&i: &usize| {
            let name = &self.names[i];
            let entity = &self.cast.entities[self.cast.of_mention[i]];
            name.subject
                && !name.possessive
                && entity.sort == Sort::Unknown
                && entity.gender == Gender::Unknown
                && entity.hint == Gender::Unknown
                && entity.role.is_none()
                && self.is_a_thing(name.core, entity.words)
        };
        let near = |&i: &usize| self.names[i].sentence + JUST_NAMED >= here;
        let found = self.names_before(at, REACH).take_while(near).find(strange);
        let sentences = |i: usize| here.saturating_sub(self.names[i].sentence);
        found.map(|i| Antecedent { entity: self.cast.of_mention[i], sentences: sentences(i) })
    }

    /// One word that no list holds, or two of which the sentence goes on with `its`.
    fn is_a_thing(&self, core: Span, words: usize) -> bool {
        if words == 1 {
            return Lexicon::english().get(&self.article[core]).is_unknown();
        }
        let behind = chars::head(&self.article[core.end..], CLAUSE);
        let behind = behind.split(['.', '\n', '”', '"']).next();
        behind.is_some_and(|behind| behind.split(' ').any(|word| word == "its"))
    }

    /// `University of Oslo`, `Oslo City Council`: whether the word heads the entity's name.
    fn is_organisation_named(&self, id: usize, head: &str) -> bool {
        let entity = &self.cast.entities[id];
        let name = &self.article[entity.name];
        let mut words = name.split_whitespace().rev();
        let mut behind = words.next().unwrap_or_default();
        // `the Syrian army` is not whatever Army stood in a headline
        if entity.sort == Sort::Person || entity.words > LONGEST || name.eq_ignore_ascii_case(head)
        {
            return false;
        }
        behind.eq_ignore_ascii_case(head)
            || entity.words > 1 && is_kind_of(behind, head)
            || words.any(|word| {
                let heads = word.eq_ignore_ascii_case(head) && matches!(behind, "of" | "for");
                behind = word;
                heads
            })
    }
}
