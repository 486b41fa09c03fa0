//! Answers that come from the words before a quotation, or behind it, rather than from its own frame.

use super::clause::{Clause, Construction};
use super::frame::Frame;
use super::genre::Genre;
use super::page::{Page, Seen};
use super::patterns::place::ends_with_mark;
use super::patterns::{
    Pattern, CARRIED_BACK, CARRIED_PARAGRAPH, CARRIED_SENTENCE, INTRODUCED, TURN,
};
use super::phrase::Subject;
use super::rank::{Answer, Answers};
use super::reader::Reader;
use super::told::frame_bearer;
use super::utterance::count_words;
use super::Source;
use crate::lexicon::Classes;
use crate::quote::Reference;
use crate::span::Span;
use crate::text::chars::is_closing_mark;
use crate::text::tokens::TokenKind;

/// What ends a sentence.
const SENTENCE_ENDS: [char; 4] = ['.', '!', '?', '…'];
/// Fewer words than these don't stand as an utterance of their own.
const UTTERANCE: usize = 4;
/// Marks an answer that is carried over the sentence of somebody else.
const OTHER: u32 = 1 << 2;
/// Marks an answer as carried.
const CARRIED: u32 = 1 << 11;
/// Marks an answer that the words before lead to: by a colon, or by what somebody does.
const LED_TO: u32 = 64;
/// What is told of the quotation itself takes so many bits of an answer's detail.
const BESIDE: u32 = 3;

impl Answer {
    /// Whether the answer may be given for words that the sentence before hands over to its own speaker.
    pub(super) fn heeds_the_sentence_before(&self) -> bool {
        let carried = std::ptr::eq(self.pattern, &CARRIED_SENTENCE);
        let passes_over = carried && self.detail & OTHER << BESIDE != 0;
        !self.is_nobody() && !passes_over && !std::ptr::eq(self.pattern, &CARRIED_BACK)
    }
}

impl Reader<'_> {
    /// Appends the answers that other quotations and other sentences propose for quotation `i` of a paragraph.
    pub(super) fn push_carried(
        &self,
        page: &Page<'_>,
        i: usize,
        next: Option<&Answer>,
        out: &mut Answers,
    ) {
        let seen = &page.seen[i];
        let stands = stands(self.is_utterance(seen, &page.frames[seen.frame]), seen);
        let mut push = |pattern, source, cue, score, detail: u32| {
            let detail = CARRIED | detail << BESIDE | stands;
            out.push(Answer { source, cue, pattern, score, detail, guessed: false });
        };
        if let Some((source, cue, detail)) = self.carried_sentence(page, i) {
            push(&CARRIED_SENTENCE, source, cue, 600, detail);
        }
        if let Some((subject, cue)) = self.introducing.filter(|_| seen.frame == 0) {
            push(&INTRODUCED, Source::Named(subject), cue, 650, LED_TO);
        }
        if let Some((subject, detail)) = introduced(seen, page.speakers) {
            push(&INTRODUCED, Source::Named(subject), None, 450, detail);
        }
        let tale = self.genre == Genre::Tale;
        if let Some((subject, detail)) = followed(seen, page).filter(|_| tale) {
            push(&INTRODUCED, Source::Named(subject), None, 430, detail);
        }
        if let Some(detail) = self.turn(seen, page.number) {
            push(&TURN, Source::Turn, None, 450, detail);
        }
        if let Some((pattern, subject, score, detail)) = self.carried_paragraph(page, i) {
            push(pattern, Source::Carried(subject), None, score, detail);
        }
        let known = self.last.map(|last| last.subject.span);
        if let Some(subject) = self.mentioned.filter(|held| seen.opens && known != Some(held.span))
        {
            let full = u32::from(subject.end - subject.start > 1);
            let given = u32::from(subject.head.is(Classes::GIVEN));
            push(&INTRODUCED, Source::Carried(subject), None, 300, 128 | full | given << 1);
        }
        // `(“One will do.”) His wife says “…”`: what brackets hold belongs to what stands before
        let bracketed = page.frames[seen.frame].is_kind(0, TokenKind::Open);
        if let Some(next) = next.filter(|_| !bracketed || page.seen[i + 1].frame == seen.frame) {
            let near = page.seen[i + 1].frame - seen.frame;
            let behind = next
                .cue
                .is_some_and(|cue| cue.start > self.quotes[page.seen[i + 1].number].span.start);
            let detail =
                near.min(3) as u32 | u32::from(behind) << 2 | u32::from(next.score > 900) << 3;
            push(&CARRIED_BACK, next.source, next.cue, 400, detail);
        }
    }

    /// The only answer where what is done beside the words tells whose they are.
    pub(super) fn beat_answer(&self, page: &Page<'_>, i: usize, own: &[Answer]) -> Option<Answer> {
        let source = self.beat(page, i, own)?;
        // what a beat is told of is an utterance
        let detail = CARRIED | LED_TO << BESIDE | stands(true, &page.seen[i]);
        let pattern = &INTRODUCED;
        Some(Answer { source, cue: None, pattern, score: 650, detail, guessed: false })
    }

    /// `“…,” said Berg. Lund notes that it is late. “…”`: whether a report's sentence before tells what somebody says, so that they go on
    /// in a quotation of which nothing else tells whose it is.
    pub(super) fn is_handed_over(&self, page: &Page<'_>, i: usize, own: &[Answer]) -> bool {
        let seen = &page.seen[i];
        let Some(before) = seen.frame.checked_sub(1) else { return false };
        let Some(speaker) = page.speakers[before] else { return false };
        let somebody = speaker.reference != Reference::Description || speaker.is_described_person();
        // `When the hotel announced it, Berg joined`: whoever the main clause is about may be meant as well
        let frame = &page.frames[before];
        let free = speaker.start == 0 || !frame.is(speaker.start - 1, Classes::SUB);
        let says = |clause: &Clause| {
            clause.subject.span == speaker.span && clause.construction == Construction::Finite
        };
        // `Lund is not so sure. “…”`
        let people = ["he", "i", "she", "they", "we"];
        let told = speaker.reference != Reference::Pronoun
            || people.iter().any(|word| frame.is_word(speaker.start, word));
        let brought_in = told
            && !frame.holds_quotes()
            && (frame.opens_with(&speaker) || frame_bearer(frame).is_some())
            && self
                .last_words(seen.number)
                .trim_end_matches(is_closing_mark)
                .ends_with(SENTENCE_ENDS);
        self.genre == Genre::Report
            && somebody
            && free
            && own.iter().all(Answer::is_nobody)
            && self.is_utterance(seen, &page.frames[seen.frame])
            && (brought_in || page.clauses_of(before).iter().any(says))
    }

    /// Whether the quotation stands on its own as a sentence does.
    pub(super) fn is_utterance(&self, seen: &Seen, frame: &Frame<'_>) -> bool {
        let quote = &self.quotes[seen.number];
        let words = &self.article[quote.parts[0]];
        let alone = frame.tokens.iter().all(|token| token.quote().is_some() || !token.is_word());
        let begins = words.starts_with(|ch: char| {
            ch.is_uppercase() || ch.is_numeric() || matches!(ch, '.' | '…' | '[' | '‘' | '\'')
        });
        let last = &self.article[quote.parts[quote.parts.len() - 1]];
        let ends = ends_with_mark(last) || !quote.closed;
        let count = if quote.parts.len() == 1 { seen.word_count } else { count_words(words) };
        let long = count >= UTTERANCE;
        begins && (alone && (ends || long) || frame.is_led_in(seen.at) && ends && long)
    }

    /// The speaker of the quotation before it in the paragraph goes on.
    fn carried_sentence(&self, page: &Page<'_>, i: usize) -> Option<(Source, Option<Span>, u32)> {
        let seen = &page.seen[i];
        let (before, held) = page.seen[..i].iter().rev().take(REACH).find_map(|before| {
            let held = self.attributions[before.number].as_ref()?;
            held.source.is_somebody().then_some((before, held))
        })?;
        let frames = (seen.frame - before.frame).min(3) as u32;
        let other =
            page.speakers[before.frame..seen.frame].iter().skip(1).flatten().any(|speaker| {
                held.source.subject().is_none_or(|subject| subject.span != speaker.span)
            });
        let words = &self.article[self.quotes[before.number].parts[0]];
        let told = held.cue.is_some_and(|cue| cue.start > self.quotes[before.number].span.start);
        let skipped = page.seen[i - 1].number != before.number;
        let detail = frames
            | if other { OTHER } else { 0 }
            | u32::from(ends_with_mark(words)) << 3
            | u32::from(told) << 4
            | u32::from(skipped) << 5;
        Some((held.source, held.cue, detail))
    }

    /// In a dialogue the other one answers: most of all behind a question.
    fn turn(&self, seen: &Seen, paragraph: usize) -> Option<u32> {
        let before = seen.number.checked_sub(1)?;
        let last = self.last.filter(|last| last.quoted && last.paragraph + 1 == paragraph)?;
        let asked = self.is_question(before);
        let detail =
            u32::from(asked) | u32::from(last.answered) << 1 | u32::from(self.tail.is_some()) << 2;
        (seen.opens && self.quotes[before].closed).then_some(detail)
    }

    /// The speaker of the paragraph before goes on.
    fn carried_paragraph(
        &self,
        page: &Page<'_>,
        i: usize,
    ) -> Option<(&'static Pattern, Subject, i32, u32)> {
        let seen = &page.seen[i];
        let first = i == 0 && page.speakers[..seen.frame].iter().all(Option::is_none);
        let last = self.last.filter(|last| first && last.paragraph + 3 >= page.number)?;
        let (pattern, score) =
            if last.quoted { (&CARRIED_PARAGRAPH, 500) } else { (&INTRODUCED, 420) };
        let detail = (page.number - last.paragraph).min(3) as u32
            | u32::from(last.answered) << 2
            | u32::from(self.tail.is_some()) << 3
            | u32::from(last.subject.reference == Reference::Description) << 4
            | u32::from(!last.quoted) << 5
            | u32::from(seen.frame > 0) << 6;
        Some((pattern, last.subject, score, detail))
    }
}

/// The answer for a quotation that is a paragraph of its own, in an exchange.
pub(super) fn answer_by_turns(seen: &Seen, source: Source) -> Answer {
    let pattern = if matches!(source, Source::Turn) { &TURN } else { &CARRIED_PARAGRAPH };
    let detail = CARRIED | 1 << BESIDE | stands(true, seen);
    Answer { source, cue: None, pattern, score: 450, detail, guessed: false }
}

/// What is told of the quotation itself: whether it is a whole utterance, and where it stands.
fn stands(whole: bool, seen: &Seen) -> u32 {
    u32::from(whole) | u32::from(seen.leads) << 1 | u32::from(seen.opens) << 2
}

/// Quotations farther back than this are not asked.
const REACH: usize = 6;

/// `“With apples!” She wiped her eyes.`: the subject of the sentence behind, if that is the reporter's alone.
fn followed(seen: &Seen, page: &Page<'_>) -> Option<(Subject, u32)> {
    let next = seen.frame + 1;
    let frame = page.frames.get(next).filter(|frame| !frame.holds_quotes())?;
    let subject = page.speakers[next].filter(|subject| frame.opens_with(subject))?;
    let pronoun = u32::from(subject.reference == Reference::Pronoun);
    let last = u32::from(next + 1 == page.frames.len());
    Some((subject, 32 | pronoun | last << 1))
}

/// The subject of a sentence before, in the same paragraph.
fn introduced(seen: &Seen, speakers: &[Option<Subject>]) -> Option<(Subject, u32)> {
    let before = &speakers[..seen.frame];
    let (back, subject) = before
        .iter()
        .rev()
        .take(REACH)
        .enumerate()
        .find_map(|(i, speaker)| Some((i, (*speaker)?)))?;
    Some((subject, back.min(3) as u32))
}
