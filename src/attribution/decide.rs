//! Chooses the answer for one quotation, given the paragraph that it stands in and who spoke before.

use super::answers::{near, nobody};
use super::factuality::factuality;
use super::genre::Genre;
use super::page::Page;
use super::patterns::{HEADLINE, INTRODUCING_NOUN, INVERTED_AFTER, SUBJECT_AFTER};
use super::rank::features::{Context, Setting};
use super::rank::{choose, score, Answer, Answers, Choice, Listing};
use super::reader::Reader;
use super::utterance::kind;
use super::{Attribution, Place};
use crate::confidence;
use crate::lexicon::Classes;
use crate::quotation::QuotationSpan;
use crate::quote::{Factuality, Reference};
use crate::span::Span;
use crate::text::tokens::TokenKind;

/// The clause that parts an utterance has at most this many tokens.
const LONGEST_PAUSE: usize = 60;

/// The answers that were weighed for a quotation, with their features as text.
#[derive(Clone, Debug)]
#[cfg_attr(not(feature = "training"), allow(dead_code))]
pub(crate) struct Observed {
    pub(crate) number: usize,
    pub(crate) answers: Vec<(Answer, i32, Vec<String>)>,
    pub(crate) chosen: usize,
}

impl Reader<'_> {
    /// Chooses the answer for the quotation `i` of a paragraph. A span over paragraphs keeps the first speaker found.
    pub(super) fn decide(&mut self, page: &Page<'_>, i: usize) {
        let seen = &page.seen[i];
        let frame = &page.frames[seen.frame];
        let clauses = near(page.clauses_of(seen.frame), seen.at);
        let place = self.place(frame, clauses, seen.at, seen.number, seen.word_count);
        let mut answers = Answers::from_slice(page.answers_to(seen));
        let mut handed = false;
        let told = |answer: &Answer| {
            std::ptr::eq(answer.pattern, &SUBJECT_AFTER)
                || std::ptr::eq(answer.pattern, &INVERTED_AFTER)
        };
        let glossed = seen.at > 0 && frame.explains(seen.at - 1) && !answers.iter().any(told);
        let named = place.is_how_it_is_known()
            || place.is_own_name()
            || place.is_but_a_name()
            || place.is_borne()
            || place.is_name_given() && !answers.iter().any(told);
        let asked = place.is_put_to_somebody();
        // `Berg: Ferry is “a tub”`
        let headed = |answer: &Answer| std::ptr::eq(answer.pattern, &HEADLINE);
        if answers.iter().any(headed) {
            answers.retain(|answer| headed(answer));
        } else if glossed
            || named
            || asked
            || place.is_lettering()
            || place.is_other_word()
            || self.is_markup(&self.quotes[seen.number])
        {
            answers.retain(|answer| answer.is_nobody());
        } else {
            let next = page.seen.get(i + 1);
            let next = next.and_then(|next| strongest(page.answers_to(next)));
            handed = self.is_handed_over(page, i, &answers);
            let told = self.beat_answer(page, i, &answers).or_else(|| self.by_turns(page, i));
            if let Some(told) = told {
                answers = Answers::from_slice(&[told]);
            } else {
                self.push_carried(page, i, next, &mut answers);
            }
        }
        // `“A muddle from end to end,” is Anna Berg's verdict`
        let verdict = |answer: &Answer| std::ptr::eq(answer.pattern, &INTRODUCING_NOUN);
        if seen.at == 0 && place.is_spoken_of() && answers.iter().any(verdict) {
            answers.retain(|answer| !answer.is_nobody());
        }
        let somebody = answers.iter().any(|answer| !answer.is_nobody());
        if somebody
            && (place.is_said_behind_colon()
                || place.is_resumed_behind_colon()
                || place.is_put_so()
                || place.is_said_to_be())
        {
            answers.retain(|answer| !answer.is_nobody());
        }
        if somebody && self.is_told_by_themselves(page, i) {
            answers.retain(|answer| !answer.is_nobody());
        }
        let told = |cue: &Span| answers.iter().any(|answer| answer.cue == Some(*cue));
        let certain = place.certain_cue().filter(told);
        if let Some(cue) = self.resumed(page, i).or(certain) {
            answers.retain(|answer| answer.cue == Some(cue));
            let several = answers.len() > 1;
            if let Some(own) = several.then(|| place.own_subject()).flatten() {
                let told = |answer: &Answer| answer.subject().is_some_and(|told| told.span == own);
                if answers.iter().any(told) {
                    answers.retain(|answer| told(answer));
                }
            }
        }
        if place.is_whole_and_led() {
            answers.retain(|answer| !answer.cue.is_some_and(|cue| place.leads_on(cue)));
        }
        answers.retain(|answer| {
            let elsewhere = |cue| {
                place.is_answered_by(cue)
                    || place.is_past_the_source(cue)
                    || place.is_joined_behind(cue)
            };
            !answer.cue.is_some_and(elsewhere)
        });
        if place.is_called_so() {
            let behind = frame.tokens[seen.at].end as usize;
            answers.retain(|answer| answer.cue.is_none_or(|cue| cue.start < behind));
        }
        // a subject may stretch over marks: whoever is quoted there stands outside them
        let quoted = frame.tokens[seen.at].span();
        answers.retain(|answer| answer.subject().is_none_or(|told| !told.span.overlaps(quoted)));
        if answers.is_empty() {
            answers.push(nobody());
        }
        let context = Context::new(&place, self.setting(page, i), &answers);
        let Choice { answer, number, share } =
            choose(&context, &answers, |answer| !handed || answer.heeds_the_sentence_before());
        if let Some(observed) = &mut self.observed {
            let listed = answers.iter().map(|answer| {
                let mut listing = Listing::default();
                context.describe(answer, &mut listing);
                (*answer, score(&context, answer), listing.lines)
            });
            observed.push(Observed {
                number: seen.number,
                answers: listed.collect(),
                chosen: number,
            });
        }
        let span = frame.span(0, frame.len());
        let attribution = Attribution {
            source: answer.source,
            cue: answer.cue,
            pattern: answer.pattern,
            confidence: confidence::of(self.genre, answer.way(), share),
            kind: kind(&place, answer.cue),
            context: span,
            factuality: self.factuality(&place, answer.cue),
            continues: self.continues(&place, answer.cue),
        };
        self.attributions[seen.number] = Some(match self.attributions[seen.number] {
            Some(held) if held.source.is_somebody() => {
                Attribution { context: held.context.cover(span), ..held }
            }
            Some(held) => Attribution { context: held.context.cover(span), ..attribution },
            None => attribution,
        });
    }

    /// What the cue tells of how the words are meant, if it stands in the quotation's frame.
    fn factuality(&self, place: &Place<'_, '_>, cue: Option<Span>) -> Factuality {
        let clause = place.clauses.iter().find(|clause| Some(clause.cue_span) == cue);
        clause.map_or(Factuality::Asserted, |clause| {
            factuality(place.frame, clause.cue, Some(place.at))
        })
    }

    fn setting(&self, page: &Page<'_>, i: usize) -> Setting {
        let seen = &page.seen[i];
        let before = i.checked_sub(1).map(|i| &page.seen[i]).filter(|b| b.frame == seen.frame);
        let before = before.and_then(|before| self.attributions[before.number].as_ref());
        Setting {
            opens_paragraph: seen.opens,
            narrated: page.narrated,
            before: before.map_or(0, |held| 1 + u32::from(held.source.is_somebody())),
            subject_before: before
                .and_then(|held| held.source.subject())
                .map(|subject| subject.span),
            cue_before: before.and_then(|held| held.cue),
            genre: self.genre,
        }
    }

    /// `She thought he was joking. ¶ “I told him so.”`: whether a paragraph is nothing but what somebody says of themselves, and the one
    /// before ends with what a person does.
    fn is_told_by_themselves(&self, page: &Page<'_>, i: usize) -> bool {
        let seen = &page.seen[i];
        let acting = self.last.filter(|last| last.paragraph + 1 == page.number);
        let person = acting.is_some_and(|last| {
            let subject = &last.subject;
            match subject.reference {
                Reference::Name => true,
                Reference::Pronoun => subject.head.is(Classes::FEMALE.union(Classes::MALE)),
                _ => subject.is_described_person(),
            }
        });
        self.genre == Genre::Report
            && person
            && seen.opens
            && !page.narrated
            && self.quotes[seen.number].closed
            && self.is_utterance(seen, &page.frames[seen.frame])
            && speaks_of_self(self.words(seen.number))
    }

    /// `<tag key="value">`: marks of a machine's.
    fn is_markup(&self, quote: &QuotationSpan) -> bool {
        self.article[..quote.span.start].ends_with('=')
    }

    /// `“Not guilty,” announced Berg, “because it was late.”`: the cue of the quotation before, if the words go on with its own.
    fn resumed(&self, page: &Page<'_>, i: usize) -> Option<Span> {
        let seen = &page.seen[i];
        let before = i.checked_sub(1).map(|i| &page.seen[i]).filter(|b| b.frame == seen.frame)?;
        let frame = &page.frames[seen.frame];
        let held = self.attributions[before.number].as_ref()?;
        let told = [&SUBJECT_AFTER, &INVERTED_AFTER];
        let told = told.into_iter().any(|pattern| std::ptr::eq(held.pattern, pattern));
        let comma = self.last_words(before.number).ends_with(',')
            && frame.is_kind(seen.at.checked_sub(1)?, TokenKind::Comma);
        let goes_on = self.words(seen.number).starts_with(char::is_lowercase);
        held.cue.filter(|_| told && comma && goes_on)
    }

    /// Whether the quotation goes on with the utterance before it: `"A," said Anna, "B."`
    fn continues(&self, place: &Place<'_, '_>, cue: Option<Span>) -> bool {
        let frame = place.frame;
        let lowest = place.at.saturating_sub(LONGEST_PAUSE);
        let Some(before) = (lowest..place.at).rev().find(|&at| frame.is_quote(at)) else {
            return false;
        };
        let Some(number) = frame.tokens[before].quote() else { return false };
        let same = self.attributions[number]
            .as_ref()
            .is_some_and(|held| held.cue.is_some() && held.cue == cue);
        let prev = frame.prev(place.at).map(|prev| prev.kind);
        let after = cue.is_some_and(|cue| cue.start >= frame.tokens[before].end as usize);
        same && after
            && matches!(prev, Some(TokenKind::Comma | TokenKind::Dash))
            && self.quotes[number].closed
    }
}

/// `I told him`, `They gave me a book`: whether words hold a pronoun of the first person. `(I-Vt.)` is none.
fn speaks_of_self(words: &str) -> bool {
    let other = |ch: char| !(ch.is_alphanumeric() || ch == '-');
    words.split(other).any(|word| matches!(word, "I" | "me" | "my" | "My"))
}

/// The answer of a clause that a pattern thinks fittest.
fn strongest(answers: &[Answer]) -> Option<&Answer> {
    let named = answers.iter().filter(|answer| answer.cue.is_some() && answer.subject().is_some());
    named.max_by_key(|answer| answer.score)
}
