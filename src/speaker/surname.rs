//! People whom a report calls by their surname alone, since nobody but those it quotes says the whole name, or a caption does.

use memchr::memmem;

use super::entity::Cast;
use super::words::name_words;
use super::{Gender, Sort};
use crate::lexicon::{Classes, Lexicon};
use crate::span::Span;

/// Of so many people at most the whole name is looked for.
const PEOPLE: usize = 16;

impl Cast {
    /// Gives those who go by a surname the first full name that the article has for it anywhere.
    pub(crate) fn complete(&mut self, article: &str, speakers: impl Iterator<Item = usize>) {
        if self.is_tale() {
            return;
        }
        let mut seen = Vec::new();
        for id in speakers {
            let entity = &self.entities[id];
            // `the Berg campaign` makes an organisation of Berg, who is none
            let person = entity.sort != Sort::Place;
            let alone = entity.words == 1 && entity.cast_name.is_none() && person;
            if !alone || seen.contains(&id) || seen.len() == PEOPLE {
                continue;
            }
            seen.push(id);
            // a namesake with a full name is somebody else: `Mrs. Berg`, the mother of Ida Berg
            let surname = name_words(&article[entity.name]).next_back().unwrap_or_default();
            if self.bears_surname(surname) {
                continue;
            }
            if let Some(name) = full_name(article, entity.name, entity.gender) {
                self.entities[id].name = name;
                self.entities[id].words = 2;
            }
        }
    }
}

/// Where a given name of that gender stands before the surname.
fn full_name(article: &str, name: Span, gender: Gender) -> Option<Span> {
    let surname = article[name].split_whitespace().next_back()?;
    let known = Lexicon::english().get(surname);
    if !surname.starts_with(char::is_uppercase) || known.is(Classes::ORG.union(Classes::PLACE)) {
        return None;
    }
    memmem::find_iter(article.as_bytes(), surname).find_map(|start| {
        let end = start + surname.len();
        if article[end..].starts_with(|ch: char| ch.is_alphanumeric() || ch == '-') {
            return None;
        }
        let first = given_name_before(article, start)?;
        let fits = !Gender::of(Lexicon::english().get(&article[first])).clashes(gender);
        // `Anna Maria Berg`
        let begins = given_name_before(article, first.start).unwrap_or(first);
        fits.then(|| Span::new(begins.start, end))
    })
}

/// The given name that ends right before a place, a blank between them.
fn given_name_before(article: &str, at: usize) -> Option<Span> {
    let before = article[..at].strip_suffix(' ')?;
    let given = before.rsplit(|ch: char| !ch.is_alphabetic()).next()?;
    let known = Lexicon::english().get(given);
    let others = Classes::PLACE.union(Classes::ORG).union(Classes::CALENDAR);
    let bears =
        given.starts_with(char::is_uppercase) && known.is(Classes::GIVEN) && !known.is(others);
    bears.then(|| Span::new(before.len() - given.len(), before.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_given_name_stands_right_before() {
        let article = "Reyes spoke. “I met Ida Reyes-Lund and Anna Reyes,” he said of Mr. Reyes.";
        let name = |gender| full_name(article, Span::new(0, 5), gender).map(|span| &article[span]);
        assert_eq!(name(Gender::Unknown), Some("Anna Reyes"));
        assert_eq!(name(Gender::Male), None);
    }
}
