//! What the model sees of a cue, of a source and of a stretch of words.
//!
//! Facts that several answers share are told apart from those of one answer, so that they are weighed once: those of the cue, of
//! the place where a stretch begins, of the one where it ends.

use std::cell::OnceCell;

use super::contents::{Content, Opening};
use super::lead::Lead;
use super::outline::{Joined, Outline, Quoted};
use super::sources::{Cue, Source};
use super::Makings;
use crate::attribution::rank::facts::{distance_step, mark_within, points};
use crate::attribution::rank::features::{Features, Keyed, Template};
use crate::lexicon::{Classes, Forms};
use crate::quote::Reference;
use crate::text::tokens::TokenKind;

/// What all answers for one cue have in common.
#[derive(Debug)]
pub(super) struct View<'f, 'c> {
    pub(super) outline: &'c Outline<'f>,
    pub(super) cue: &'c Cue<'c>,
    word: Keyed<'f>,
    /// The head of the word, which its forms have in common.
    stem: Keyed<'f>,
    construction: u32,
    form: u32,
    lead: OnceCell<Lead>,
    joined: OnceCell<Option<Joined>>,
    before: u32,
    after: u32,
    quotes: u32,
    /// The quotations that the cue reports.
    own: &'c [Quoted],
    /// Whether there are such, and whether the first stands on its own; whether there are others that somebody says.
    quoting: u32,
    /// How many cues stand before it, whether one of them is a verb of saying, and whether the sentence quotes.
    company: u32,
}

impl<'f, 'c> View<'f, 'c> {
    pub(super) fn new(outline: &'c Outline<'f>, cue: &'c Cue<'c>) -> Self {
        let frame = outline.frame;
        let forms = frame.tokens[cue.at].word.forms;
        let passive = (cue.start..cue.at).any(|at| frame.is(at, Classes::BE));
        let form = u32::from(forms.any(Forms::PAST))
            | u32::from(forms.any(Forms::ING)) << 1
            | u32::from(forms.any(Forms::BASE)) << 2
            | u32::from(frame.is_finite_verb(cue.at)) << 3
            | u32::from(passive) << 4
            | u32::from(cue.start < cue.at) << 5
            | u32::from(frame.is_kind(cue.at, TokenKind::Colon)) << 6;
        let cues = outline.count(0..cue.at, |tally| tally.cues);
        let said = outline.count(0..cue.at, |tally| tally.said) > 0;
        let quotes = outline.count(0..frame.len(), |tally| tally.quotes) > 0;
        let own = outline.quoted_by(cue.start..cue.end.max(cue.at + 1));
        let voiced = outline.count(0..frame.len(), |tally| tally.voiced);
        let near = |at: usize| u32::from(frame.is_quote(at));
        let word = outline.word(Some(cue.at));
        Self {
            outline,
            cue,
            word,
            stem: Keyed::new(crate::text::chars::head(word.text, 6)),
            company: cues.min(3) | u32::from(said) << 2 | u32::from(quotes) << 3,
            construction: cue.construction().map_or(0, |held| held as u32 + 1),
            form,
            lead: OnceCell::new(),
            joined: OnceCell::new(),
            before: outline.side(cue.start.checked_sub(1)),
            after: outline.side(Some(cue.end)),
            quotes: near(cue.end)
                | near(cue.end + 1) << 1
                | cue.at.checked_sub(2).map_or(0, near) << 2,
            own,
            quoting: own.first().map_or(0, |first| 1 + u32::from(first.mixed))
                | u32::from(voiced as usize > own.len()) << 2,
        }
    }

    /// What the clause of the cue is part of. Most cues report nothing and are never asked.
    pub(super) fn lead(&self) -> Lead {
        *self.lead.get_or_init(|| Lead::of(self.outline.frame, self.cue))
    }

    /// The verb that a conjunction joins to the cue.
    pub(super) fn joined(&self) -> Option<Joined> {
        *self.joined.get_or_init(|| self.outline.joined_to(self.cue.at, self.cue.end))
    }

    /// Tells of the cue: what speaks for its reporting anything at all.
    pub(super) fn describe_cue(&self, out: &mut impl Features) {
        let (frame, cue) = (self.outline.frame, self.cue);
        let word = |at: Option<usize>| self.outline.word(at);
        out.code(Template::Bias, 0);
        out.keyed(Template::Cue, 0, &self.word);
        out.keyed(Template::Construction, self.construction, &self.word);
        out.keyed(Template::Inside, 0, &self.stem);
        out.keyed(Template::Inside, 1 << 5 | self.after, &self.stem);
        out.code(Template::Construction, self.construction);
        out.code(Template::Form, self.form);
        out.code(Template::Sides, self.before << 5 | self.after);
        out.code(Template::Sides, 1 << 16 | self.after);
        out.code(Template::Sides, 1 << 17 | self.before << 3 | self.quotes);
        out.keyed(Template::Next, 0, &word(Some(cue.end)));
        out.keyed(Template::SecondNext, 0, &word(Some(cue.end + 1)));
        out.keyed(Template::Previous, 0, &word(cue.at.checked_sub(1)));
        out.keyed(Template::Governs, 0, &word(cue.start.checked_sub(1)));
        out.keyed(Template::Head, 1, &word(cue.start.checked_sub(2)));
        out.keyed(Template::ShapeCue, self.after, &self.word);
        let that = (cue.end..frame.len().min(cue.end + 12)).any(|at| frame.is_word(at, "that"));
        let to = frame.is_word(cue.end, "to");
        out.keyed(Template::Holds, u32::from(that) << 1 | u32::from(to), &self.word);
        out.code(Template::Size, distance_step(frame.len()));
        out.code(Template::Rest, distance_step(frame.content_end().saturating_sub(cue.end)));
        out.code(Template::Others, self.company);
        out.code(Template::Again, self.quoting);
        out.code(Template::Again, 1 << 8 | self.quoting << 5 | self.after);
        out.keyed(Template::Again, self.quoting, &self.word);
        out.keyed(Template::Others, self.company, &self.stem);
    }

    /// Tells what speaks for one source, beside what speaks for the cue.
    pub(super) fn describe_source(&self, source: &Source, out: &mut impl Features) {
        let Source::Named(subject, way) = source else {
            if matches!(source, Source::Unnamed) {
                self.describe_unnamed(out);
            }
            return;
        };
        let (outline, way) = (self.outline, *way as u32);
        let gap = distance_step(self.cue.start.abs_diff(subject.end));
        let sort = points(subject);
        out.keyed(Template::Source, way << 4 | sort, &self.stem);
        out.code(Template::Source, way << 5 | self.construction);
        out.code(Template::Points, way << 4 | sort);
        out.code(Template::Points, 1 << 12 | self.form << 4 | sort);
        out.code(Template::SourceDistance, way << 4 | gap);
        out.code(Template::SourceDistance, 1 << 12 | self.construction << 4 | gap);
        out.code(Template::Leads, outline.side(subject.start.checked_sub(1)) << 4 | sort);
        out.code(Template::Follows, way << 5 | outline.side(Some(subject.end)));
        if subject.reference != Reference::Name {
            let text = &outline.frame.article[subject.span];
            out.word(Template::Head, 0, text.split_whitespace().next_back().unwrap_or(text));
        }
    }

    fn describe_unnamed(&self, out: &mut impl Features) {
        let word = |at: Option<usize>| self.outline.word(at);
        out.code(Template::Bias, 1);
        out.keyed(Template::Cue, 1, &self.word);
        out.code(Template::Construction, 1 << 8 | self.construction);
        out.code(Template::Form, 1 << 8 | self.form);
        out.code(Template::Sides, 1 << 18 | self.before << 5 | self.after);
        out.keyed(Template::Next, 1, &word(Some(self.cue.end)));
        out.keyed(Template::Previous, 1, &word(self.cue.at.checked_sub(1)));
        out.keyed(Template::Governs, 1, &word(self.cue.start.checked_sub(1)));
        out.code(Template::Others, 1 << 6 | self.company);
    }

    /// Tells of the place where a stretch begins.
    pub(super) fn describe_start(&self, content: &Content, out: &mut impl Features) {
        let (outline, start) = (self.outline, content.first.0);
        let opening = opening(content);
        out.keyed(Template::ShapeCue, opening, &self.word);
        out.keyed(Template::Inside, opening, &self.stem);
        out.keyed(Template::Start, opening, &outline.word(Some(start)));
        out.keyed(Template::Start, 1 << 8, &outline.word(start.checked_sub(1)));
        out.code(
            Template::Sides,
            opening << 10 | outline.side(Some(start)) << 5 | outline.side(start.checked_sub(1)),
        );
        if content.opening != Opening::Before {
            let distance = distance_step(start.saturating_sub(self.cue.end));
            out.code(Template::Distance, opening << 4 | distance);
            out.keyed(Template::Object, opening, &outline.word(Some(self.cue.end)));
        }
    }

    /// Tells of the place where a stretch ends.
    pub(super) fn describe_end(&self, end: usize, out: &mut impl Features) {
        let outline = self.outline;
        let (last, next) = (outline.side(Some(end - 1)), outline.side(Some(end)));
        let second = outline.side(Some(end + 1));
        out.keyed(Template::Next, 0, &outline.word(Some(end)));
        out.keyed(Template::SecondNext, 0, &outline.word(Some(end + 1)));
        out.keyed(Template::Previous, 0, &outline.word(Some(end - 1)));
        out.code(Template::Sides, 1 << 16 | next << 5 | last);
        out.code(Template::Sides, 1 << 17 | next << 5 | second);
        out.keyed(Template::Last, next << 5 | second, &self.word);
        if outline.frame.is_quote(end - 1) {
            let mark = mark_within(outline.frame.text(end - 1));
            out.code(Template::Closing, mark << 5 | next);
        }
    }

    /// What a claim is made of that reports the stretch.
    pub(super) fn makings(&self, content: &Content) -> Makings {
        Makings {
            opening: opening(content),
            ending: content.ending as u32,
            clausal: content.clausal,
            voices: self.voices(content),
            ..Makings::default()
        }
    }

    /// Of the quotations that the cue reports, whether the stretch holds some and leaves some out; whether it holds others that somebody
    /// says.
    fn voices(&self, content: &Content) -> u32 {
        let outline = self.outline;
        let pieces = || [Some(content.first), content.second].into_iter().flatten();
        let holds = |at: usize| pieces().any(|(start, end)| start <= at && at < end);
        let few = &self.own[..self.own.len().min(MOST_QUOTED)];
        let held = few.iter().filter(|quoted| holds(quoted.at)).count();
        let mixed = few.iter().any(|quoted| quoted.mixed);
        let count = |(start, end)| outline.count(start..end, |tally| tally.voiced) as usize;
        let voiced: usize = pieces().map(count).sum();
        u32::from(held > 0)
            | u32::from(held < few.len()) << 1
            | u32::from(voiced > held) << 2
            | u32::from(mixed) << 3
    }

    /// Tells what shape a stretch has.
    pub(super) fn describe_shape(&self, content: &Content, out: &mut impl Features) {
        let opening = opening(content);
        let shape = shape(content);
        let quotation = u32::from(content.is_quotation(self.outline.frame));
        out.code(Template::Shape, shape);
        let voices = self.voices(content);
        out.code(Template::Around, voices << 1 | quotation);
        out.code(Template::Around, 1 << 10 | voices << 6 | opening << 1 | quotation);
        out.code(Template::Bias, quotation << 7 | opening << 1 | 1);
        out.code(Template::Shape, 1 << 16 | shape << 5 | self.construction);
        out.code(Template::Shape, 1 << 17 | shape << 5 | self.after);
        out.code(Template::Shape, 1 << 18 | opening << 1 | u32::from(content.clausal));
    }

    /// Tells of a stretch as a whole, beside its ends and its shape.
    pub(super) fn describe_content(&self, content: &Content, out: &mut impl Features) {
        let (outline, frame) = (self.outline, self.outline.frame);
        let (start, end) = (content.first.0, content.end());
        let (opening, shape) = (opening(content), shape(content));
        let ending = content.ending as u32;
        let clausal = u32::from(content.clausal);
        out.keyed(Template::Inside, 1 << 8 | shape, &self.stem);
        out.keyed(Template::End, ending, &self.word);
        let side = |at: usize| outline.side(Some(at));
        let (first, one, two) = (side(start), side(end), side(end + 1));
        out.code(Template::Ends, ending << 15 | one << 10 | two << 5 | side(end + 2));
        let clause = u32::from(outline.has_verb(start..end.min(start + 6)));
        out.code(Template::First, shape << 7 | first << 1 | clause);
        out.code(Template::Ends, 1 << 23 | first << 16 | one << 11 | two << 6 | clausal << 5);
        let size = distance_step(end - start);
        let rest = distance_step(frame.content_end().saturating_sub(end));
        out.code(Template::Size, opening << 4 | size);
        out.code(Template::Rest, shape << 4 | rest);
        out.code(Template::Rest, 1 << 12 | size << 4 | rest);
        let quotes = outline.count(start..end, |tally| tally.quotes).min(2);
        let commas = outline.count(start..end, |tally| tally.commas).min(3);
        let left = u32::from(outline.count(end..frame.len(), |tally| tally.quotes) > 0);
        let verb_behind = u32::from(outline.has_verb(end..frame.content_end()));
        out.code(Template::Holds, shape << 8 | quotes << 6 | left << 5 | clausal << 3 | commas);
        out.code(Template::Holds, 1 << 16 | shape << 2 | verb_behind << 1 | clausal);
        let open = outline.count(start..end, |tally| tally.opens);
        let close = outline.count(start..end, |tally| tally.closes);
        out.code(Template::Others, u32::from(open == close));
        self.describe_clauses(content, out);
        self.describe_bounds(content, out);
    }

    /// Tells of the clauses in a stretch and behind it: what ends where somebody else begins to speak, what ends before it has a verb.
    fn describe_clauses(&self, content: &Content, out: &mut impl Features) {
        let outline = self.outline;
        let (start, end) = (content.first.0, content.end());
        let (ending, shape, next) =
            (content.ending as u32, shape(content), outline.side(Some(end)));
        let said = |from: usize, to: usize| {
            u32::from(outline.count(from..to.max(from), |tally| tally.said) > 0)
        };
        let said = said(start, end) << 1 | said(end, end + 7);
        out.code(Template::Again, said << 5 | next);
        let clausal = u32::from(content.clausal);
        out.code(Template::Again, 1 << 16 | said << 11 | shape << 1 | clausal);
        // `if it rains, …` ends at no comma
        let opens_at = start + usize::from(outline.frame.is_word(start, "that"));
        let verbs = outline.count(start..end, |tally| tally.verbs).min(2);
        let soon = u32::from(outline.has_verb(start..end.min(start + 6)));
        out.keyed(Template::First, 1 << 8 | ending << 2 | verbs, &outline.word(Some(opens_at)));
        let opens = outline.side(Some(opens_at));
        out.code(Template::First, 1 << 20 | opens << 8 | ending << 4 | verbs << 2 | soon);
    }
}

/// So many quotations of one cue are looked at.
const MOST_QUOTED: usize = 6;

/// How a stretch opens, and whether it goes on behind the clause.
pub(super) fn opening(content: &Content) -> u32 {
    content.opening as u32 * 2 + u32::from(content.second.is_some())
}

fn shape(content: &Content) -> u32 {
    opening(content) << 4 | content.ending as u32
}
