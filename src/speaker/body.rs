//! Which body a common noun means: `the university`, `the company`.

use super::antecedent::REACH;
use super::describe::NEAR;
use super::resolve::Resolver;
use super::{Gender, Sort};
use crate::lexicon::{Classes, Lexicon};
use crate::span::Span;

/// A longer run of capitals is a headline rather than a name.
const LONGEST: usize = 7;
/// `travel company TUI`, if it is among the last so many names, is the company.
const JUST_BEFORE: usize = 3;

impl Resolver<'_> {
    /// `the university`, `the company`: an organisation whose name has that word, else the most prominent one.
    pub(super) fn organisation(&self, at: Span, described: &str, head: &str) -> Option<usize> {
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
        let found = found.filter(|found| found.sentences <= NEAR).map(|found| found.entity);
        // a name of two words may well be a person's
        let plain = |&id: &usize| {
            let entity = &self.cast.entities[id];
            entity.sort == Sort::Organisation || entity.sort == Sort::Unknown && entity.words == 1
        };
        let person =
            |&id: &usize| matches!(self.cast.entities[id].sort, Sort::Person | Sort::Place);
        let found = found.filter(|id| !person(id));
        let more = described.split(' ').count() > 2;
        found.filter(plain).or_else(|| introduced(REACH)).or(found.filter(|_| !more))
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
            || words.any(|word| {
                let heads = word.eq_ignore_ascii_case(head) && matches!(behind, "of" | "for");
                behind = word;
                heads
            })
    }
}
