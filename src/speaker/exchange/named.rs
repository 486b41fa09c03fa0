//! Whom the tale names around a speech.

use super::candidates::Exchange;
use crate::span::Span;
use crate::speaker::Gender;

/// Names are looked for among so many before a speech …
pub(super) const NAMES_BEFORE: usize = 40;
/// … and so many behind it.
pub(super) const NAMES_BEHIND: usize = 6;
/// The pronoun of a paragraph is looked for among so many.
const PRONOUNS: usize = 12;
/// Places in the order of names are told apart up to this one.
const FARTHEST: u32 = 7;

/// Where somebody was named, the nearest place first.
const HERE: u32 = 0;
const SINCE: u32 = 1;
const BEFORE: u32 = 2;
const EARLIER: u32 = 3;
/// Added where that is a subject.
const SUBJECT: u32 = 4;

/// Whom the tale names around a speech.
#[derive(Clone, Debug)]
pub(super) struct Named {
    /// Who was named before, each once, the last one first, and where: in the paragraph, since the speech before, in the paragraph of
    /// that, or earlier.
    before: Vec<(usize, u32)>,
    /// Who is named behind it in the paragraph, and whether as a subject.
    behind: Vec<(usize, bool)>,
    /// The gender of the first pronoun outside of quotations in the paragraph.
    pub(super) pronoun: Gender,
    /// The same between the speech before and the paragraph.
    pub(super) between: Gender,
    /// The number of the first name behind the speech.
    pub(super) here: usize,
}

impl Named {
    /// Around the speech of that number.
    pub(super) fn around(tale: &Exchange<'_, '_>, number: usize) -> Self {
        let speech = tale.speeches[number].span();
        let paragraph = tale.paragraph(speech.start);
        let last = number.checked_sub(1).map(|before| tale.speeches[before].span());
        let last_paragraph = last.map_or(0, |last| tale.paragraph(last.start).start);
        let last = last.map_or(0, |last| last.end);
        let mentions = &tale.mentions;
        let here = mentions.partition_point(|mention| mention.start < speech.start);
        let mut before: Vec<(usize, u32)> = Vec::new();
        for mention in mentions[..here].iter().rev().take(NAMES_BEFORE) {
            let entity = mention.entity;
            if before.iter().any(|&(held, _)| held == entity) {
                continue;
            }
            let place = match mention.start {
                at if at >= paragraph.start => HERE,
                at if at >= last => SINCE,
                at if at >= last_paragraph => BEFORE,
                _ => EARLIER,
            };
            let subject = if mention.subject { SUBJECT } else { 0 };
            before.push((entity, place | subject));
        }
        let next = tale.speeches.get(number + 1).map_or(usize::MAX, |next| next.span().start);
        let end = paragraph.end.min(next);
        let behind = mentions[here..].iter().take_while(|mention| mention.start < end);
        let behind = behind.take(NAMES_BEHIND).map(|mention| (mention.entity, mention.subject));
        Self {
            before,
            behind: behind.collect(),
            pronoun: pronoun(tale, paragraph),
            between: pronoun(tale, Span { start: last, end: paragraph.start.max(last) }),
            here,
        }
    }

    /// How many others were named since that one, and where that was; 0 if it was nowhere near.
    pub(super) fn mention(&self, entity: usize) -> u32 {
        let at = self.before.iter().position(|&(held, _)| held == entity);
        at.map_or(0, |at| 1 + self.before[at].1 + 8 * (at as u32).min(FARTHEST))
    }

    /// Whether the paragraph names that one before the speech, behind it, and as what.
    pub(super) fn beside(&self, entity: usize) -> u32 {
        let before = self.before.iter().find(|&&(held, _)| held == entity);
        let before = match before.map(|&(_, place)| place) {
            Some(HERE) => 1,
            Some(place) if place == HERE | SUBJECT => 2,
            _ => 0,
        };
        let at = self.behind.iter().position(|&(held, _)| held == entity);
        let behind = at.map_or(0, |at| 1 + u32::from(self.behind[at].1) * 2 + u32::from(at > 0));
        before << 4 | u32::from(!self.behind.is_empty()) << 3 | behind
    }
}

/// The gender of the first pronoun that leads its sentence there, outside of quotations.
fn pronoun(tale: &Exchange<'_, '_>, span: Span) -> Gender {
    let pronouns = tale.resolver.pronouns;
    let first = pronouns.partition_point(|pronoun| pronoun.span.start < span.start);
    let within = pronouns[first..].iter().take(PRONOUNS);
    let mut within = within.take_while(|pronoun| pronoun.span.start < span.end);
    within.find(|pronoun| pronoun.first).map_or(Gender::Unknown, |pronoun| pronoun.gender)
}
