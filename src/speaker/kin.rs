//! Whom a word of kinship means in a tale: `his wife` is Mrs. Berg if he is Mr. Berg, `her father` is Mr. Berg if she is Ida Berg, `the
//! widow` is whoever was called `Mrs.` last.

use super::antecedent::REACH;
use super::families::Title;
use super::resolve::{taken_up, Resolver};
use super::words::{key, name_words};
use crate::attribution::phrase::Subject;
use crate::span::Span;

/// Whom a teller has only one of, or calls by no name.
pub(super) const KIN: [&str; 14] = [
    "aunt",
    "brother",
    "dad",
    "daughter",
    "father",
    "grandfather",
    "grandmother",
    "husband",
    "mother",
    "mum",
    "sister",
    "son",
    "uncle",
    "wife",
];

/// What the head of the owner's family is called, as far as the word tells.
fn title_of(kin: &str) -> Option<Title> {
    match kin {
        "father" | "husband" | "papa" => Some(Title::Mr),
        "mother" | "wife" | "mamma" => Some(Title::Mrs),
        _ => None,
    }
}

/// What stands before the names of such kin.
fn style_of(kin: &str) -> Option<&'static str> {
    match kin {
        "aunt" => Some("Aunt"),
        "grandfather" => Some("Grandfather"),
        "grandmother" => Some("Grandmother"),
        "uncle" => Some("Uncle"),
        _ => None,
    }
}

impl Resolver<'_> {
    /// The bearer of the owner's surname whom the tale calls `Mr.` or `Mrs.`; whoever was called so last, if the owner has no surname.
    pub(super) fn kin(&self, subject: &Subject) -> Option<usize> {
        let text = Some(&self.article[subject.span]).filter(|_| self.cast.is_tale())?;
        let (owner, kin) = text.split_once(' ')?;
        if let Some(style) = style_of(kin) {
            return self.styled(style, subject.span);
        }
        if owner.eq_ignore_ascii_case("the") && kin == "widow" {
            return self.nearest_head(Title::Mrs, subject.span);
        }
        let title = title_of(kin)?;
        let (gender, person) = taken_up(&owner.to_ascii_lowercase())?;
        let at = Span::new(subject.span.start, subject.span.start + owner.len());
        let owner = self.antecedent(at, gender, person)?.entity;
        let name = &self.article[self.cast.entities[owner].name];
        let found = match name_words(name).next_back() {
            Some(surname) if name.contains(' ') => self.cast.heads.named(title, key(surname)),
            _ => self.nearest_head(title, subject.span),
        };
        found.filter(|&found| found != owner)
    }

    /// The one whom the tale calls `Uncle Tom` of late, if it calls nobody else so.
    fn styled(&self, style: &str, at: Span) -> Option<usize> {
        let styled = |&i: &usize| {
            let name = self.article[self.names[i].span].strip_prefix(style);
            name.is_some_and(|name| name.starts_with(' '))
        };
        let mut bearers = self.names_before(at, REACH * 2).filter(styled);
        let first = self.cast.of_mention[bearers.next()?];
        bearers.all(|i| self.cast.of_mention[i] == first).then_some(first)
    }

    /// Who was called so last.
    fn nearest_head(&self, title: Title, at: Span) -> Option<usize> {
        let mut before = self.names_before(at, REACH * 2).map(|i| self.cast.of_mention[i]);
        before.find(|&id| self.cast.heads.holds(title, id))
    }
}
