//! Who speaks together: the other names of `Anna Berg, Ben Lind and Carl Roth said`.

use super::resolve::Resolver;
use crate::attribution::phrase::Subject;
use crate::lexicon::{Classes, Forms, Lexicon};
use crate::quote::Reference;
use crate::span::Span;

/// A role between two names has at most so many words.
const LONGEST_ROLE: usize = 3;
/// At most so many speak together.
const MOST: usize = 8;
/// Between the last of the names and the verb behind them stand at most so many bytes: `Berg and Lind jointly said`.
const LONGEST_WAY: usize = 24;
/// A description before a name has at most so many bytes.
const LONGEST_DESCRIPTION: usize = 60;
/// An insertion behind them has at most so many bytes.
const LONGEST_INSERTION: usize = 300;

/// Whether the words between two names join them: `and`, or that with the role of the second, as in `and pilot`, `and her deputy,`;
/// a comma may end an apposition before it.
fn joins(between: &str) -> bool {
    match between.strip_prefix(',').unwrap_or(between).strip_prefix(" and ") {
        Some(role) => {
            let role = role.strip_suffix(", ").unwrap_or(role);
            let mut words = role.split_whitespace();
            role.is_empty()
                || words.clone().count() <= LONGEST_ROLE
                    && words.clone().all(|word| word.chars().all(char::is_lowercase))
                    && words
                        .next_back()
                        .is_some_and(|word| Lexicon::english().get(word).is(Classes::ROLE))
        }
        None => between == " & ",
    }
}

impl Resolver<'_> {
    /// The names that are joined with the subject's, each with its entity, in text order.
    pub(crate) fn joint(&self, subject: &Subject, cue: Option<Span>) -> Vec<(usize, Span)> {
        let core = subject.name.filter(|_| subject.reference == Reference::Name);
        let Some(own) = core.and_then(|core| self.number_of(core)) else { return Vec::new() };
        let mut last = own;
        // `Engineer Anna Berg and pilot Ben Lind said`: the second is the subject by its role
        let led = own.checked_sub(1).filter(|&before| {
            self.between(before, own).is_some_and(joins) && self.begins_sentence(before)
        });
        let mut listed = led.is_some();
        while last - own < MOST {
            match self.between(last, last + 1) {
                Some(between) if joins(between) => {
                    last += 1;
                    listed = true;
                    break;
                }
                Some(", and ") if last > own => {
                    last += 1;
                    listed = true;
                    break;
                }
                Some(", ") => last += 1,
                _ => break,
            }
        }
        if !listed || !self.reaches(last, cue) {
            return Vec::new();
        }
        let mut first = led.unwrap_or(own);
        while first > 0 && own - first < MOST && self.between(first - 1, first) == Some(", ") {
            if !self.is_person(first - 1) {
                break;
            }
            first -= 1;
        }
        let mut all: Vec<(usize, Span)> = (first..=last)
            .map(|number| (self.cast.of_mention[number], self.names[number].span))
            .collect();
        // `Brandt and Brandt said`: one name, told twice
        let mut seen = vec![self.cast.of_mention[own]];
        all.retain(|&(entity, _)| {
            let new = !seen.contains(&entity);
            seen.push(entity);
            new
        });
        all
    }

    /// What stands between two names, the second being nobody's owner: `Berg and Lind's aide` is not both.
    fn between(&self, one: usize, other: usize) -> Option<&str> {
        let (one, other) = (self.names.get(one)?, self.names.get(other)?);
        if other.possessive || other.office || one.sentence != other.sentence {
            return None;
        }
        self.article.get(one.span.end..other.span.start)
    }

    /// Whether the name begins its sentence, alone or behind a description: `The county clerk, Nora Fitch`.
    fn begins_sentence(&self, number: usize) -> bool {
        let before = self.article[..self.names[number].span.start].trim_end_matches(' ');
        let ends = ['.', '!', '?', '\n', '\r', '"', '”', '’'];
        if before.is_empty() || before.ends_with(ends) {
            return true;
        }
        let Some(described) = before.strip_suffix(',') else { return false };
        let near = crate::text::chars::tail(described, LONGEST_DESCRIPTION);
        let opening = near.rsplit(ends).next().unwrap_or(near).trim_start();
        let role = opening.split_whitespace().next_back().unwrap_or_default();
        opening.starts_with(char::is_uppercase)
            && (opening.len() < near.len() || near.len() == described.len())
            && Lexicon::english().get(role).is(Classes::ROLE)
    }

    /// Whether the list belongs to the verb: it ends right before it, or no verb of its own follows.
    fn reaches(&self, last: usize, cue: Option<Span>) -> bool {
        let end = self.names[last].span.end;
        let Some(cue) = cue else { return false };
        if cue.start >= end {
            let way = &self.article[end..cue.start];
            // `Berg and Lind, who sit on the board, said`
            let set_off = way.len() <= LONGEST_INSERTION
                && way.starts_with(',')
                && way.trim_end().ends_with(',');
            return set_off && !way.contains(['.', ';', ':'])
                || way.len() <= LONGEST_WAY && !way.contains([',', '.', ';', ':']);
        }
        let behind = &self.article[end..];
        let next = behind.trim_start().split(|ch: char| !ch.is_alphabetic()).next();
        let (next, alone) = (next.unwrap_or_default(), behind.starts_with(' '));
        let forms = Lexicon::english().get(next).forms;
        !(alone && forms.any(Forms::PAST.union(Forms::THIRD)))
    }
}
