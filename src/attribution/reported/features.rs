//! What the model sees of a cue, of a source and of a stretch of words.

use super::contents::{Content, Opening};
use super::sources::{Cue, Source};
use crate::attribution::frame::Frame;
use crate::attribution::rank::facts::{distance_step, points, side};
use crate::attribution::rank::features::{Features, Template};
use crate::lexicon::{Classes, Forms};
use crate::quote::Reference;
use crate::text::tokens::TokenKind;

/// What all answers for one cue have in common.
#[derive(Debug)]
pub(super) struct View<'f, 'c> {
    frame: &'f Frame<'f>,
    cue: &'c Cue<'f>,
    construction: u32,
    form: u32,
    before: u32,
    after: u32,
    quotes: u32,
    /// How many cues stand before it, whether one of them is a verb of saying, and whether the sentence quotes.
    company: u32,
}

impl<'f, 'c> View<'f, 'c> {
    pub(super) fn new(frame: &'f Frame<'f>, cue: &'c Cue<'f>) -> Self {
        let forms = frame.tokens[cue.at].word.forms;
        let passive = (cue.start..cue.at).any(|at| frame.is(at, Classes::BE));
        let form = u32::from(forms.any(Forms::PAST))
            | u32::from(forms.any(Forms::ING)) << 1
            | u32::from(forms.any(Forms::BASE)) << 2
            | u32::from(frame.is_finite_verb(cue.at)) << 3
            | u32::from(passive) << 4
            | u32::from(cue.start < cue.at) << 5;
        let before = (0..cue.at).filter(|&at| super::may_report(frame, at));
        let said =
            before.clone().any(|at| frame.is(at, Classes::SPEECH) && frame.is_finite_verb(at));
        let quoting = (0..frame.len()).any(|at| frame.is_quote(at));
        let company = before.count().min(3) as u32 | u32::from(said) << 2 | u32::from(quoting) << 3;
        let near = |at: usize| u32::from(frame.is_quote(at));
        Self {
            frame,
            cue,
            company,
            construction: cue.construction().map_or(0, |held| held as u32 + 1),
            form,
            before: side(frame, cue.start.checked_sub(1)),
            after: side(frame, Some(cue.end)),
            quotes: near(cue.end)
                | near(cue.end + 1) << 1
                | cue.at.checked_sub(2).map_or(0, near) << 2,
        }
    }

    fn word(&self, at: Option<usize>) -> &'f str {
        match at.filter(|&at| at < self.frame.len() && !self.frame.is_quote(at)) {
            Some(at) => self.frame.text(at),
            None => "",
        }
    }

    /// Tells of the cue and of one source for it.
    pub(super) fn describe_source(&self, source: &Source, out: &mut impl Features) {
        let kind = match source {
            Source::Silent => 0,
            Source::Unnamed => 1,
            Source::Named(..) => 2,
        };
        let frame = self.frame;
        let cue = self.word(Some(self.cue.at));
        out.code(Template::Bias, kind);
        out.word(Template::Cue, kind, cue);
        out.word(Template::Construction, kind << 5 | self.construction, cue);
        out.word(Template::Inside, kind, stem(cue));
        out.word(Template::Inside, 1 << 4 | kind << 5 | self.after, stem(cue));
        out.code(Template::Construction, kind << 5 | self.construction);
        out.code(Template::Form, kind << 8 | self.form);
        out.code(Template::Sides, kind << 12 | self.before << 5 | self.after);
        out.code(Template::Sides, 1 << 16 | kind << 5 | self.after);
        out.code(Template::Sides, 1 << 17 | kind << 8 | self.before << 3 | self.quotes);
        out.word(Template::Next, kind, self.word(Some(self.cue.end)));
        out.word(Template::SecondNext, kind, self.word(Some(self.cue.end + 1)));
        out.word(Template::Previous, kind, self.word(self.cue.at.checked_sub(1)));
        out.word(Template::Governs, kind, self.word(self.cue.start.checked_sub(1)));
        out.word(Template::ShapeCue, kind << 5 | self.after, cue);
        let that =
            (self.cue.end..frame.len().min(self.cue.end + 12)).any(|at| frame.is_word(at, "that"));
        let to = frame.is_word(self.cue.end, "to");
        out.word(Template::Holds, kind << 2 | u32::from(that) << 1 | u32::from(to), cue);
        out.code(Template::Size, kind << 4 | distance_step(frame.len()));
        out.code(
            Template::Rest,
            kind << 4 | distance_step(frame.content_end().saturating_sub(self.cue.end)),
        );
        out.code(Template::Others, kind << 6 | self.company);
        out.word(Template::Others, kind << 6 | self.company, stem(cue));
        out.word(Template::Head, kind, self.word(self.cue.start.checked_sub(2)));
        let Source::Named(subject, way) = source else { return };
        out.word(Template::Source, (*way as u32) << 4 | points(subject), stem(cue));
        let way = *way as u32;
        let gap = distance_step(self.cue.start.abs_diff(subject.end));
        let sort = points(subject);
        out.code(Template::Source, way << 5 | self.construction);
        out.code(Template::Points, way << 4 | sort);
        out.code(Template::Points, 1 << 12 | self.form << 4 | sort);
        out.code(Template::SourceDistance, way << 4 | gap);
        out.code(Template::SourceDistance, 1 << 12 | self.construction << 4 | gap);
        out.code(Template::Leads, side(frame, subject.start.checked_sub(1)) << 4 | sort);
        out.code(Template::Follows, way << 5 | side(frame, Some(subject.end)));
        if subject.reference != Reference::Name {
            let text = &frame.article[subject.span];
            out.word(Template::Head, 0, text.split_whitespace().next_back().unwrap_or(text));
        }
    }

    /// Tells of one stretch of words.
    pub(super) fn describe_content(&self, content: &Content, out: &mut impl Features) {
        let frame = self.frame;
        let (start, end) =
            (content.first.0, content.second.map_or(content.first.1, |second| second.1));
        let around = u32::from(content.second.is_some());
        let opening = content.opening as u32 * 2 + around;
        let shape = opening << 4 | content.ending as u32;
        let cue = self.word(Some(self.cue.at));
        out.code(Template::Shape, shape);
        out.code(Template::Bias, u32::from(content.is_quotation(frame)) << 7 | opening << 1 | 1);
        out.code(Template::Shape, 1 << 16 | shape << 5 | self.construction);
        out.code(Template::Shape, 1 << 17 | shape << 5 | self.after);
        out.code(Template::Shape, 1 << 18 | opening << 1 | u32::from(content.clausal));
        out.word(Template::ShapeCue, opening, cue);
        out.word(Template::Inside, opening, stem(cue));
        out.word(Template::Inside, 1 << 8 | shape, stem(cue));
        out.word(Template::End, content.ending as u32, cue);
        out.word(Template::Start, opening, self.word(Some(start)));
        out.word(Template::Start, 1 << 8, self.word(start.checked_sub(1)));
        out.word(Template::Next, opening, self.word(Some(end)));
        out.word(Template::SecondNext, 0, self.word(Some(end + 1)));
        out.word(Template::Previous, 0, self.word(Some(end - 1)));
        out.code(
            Template::Sides,
            opening << 10 | side(frame, Some(start)) << 5 | side(frame, start.checked_sub(1)),
        );
        out.code(
            Template::Sides,
            1 << 16 | side(frame, Some(end)) << 5 | side(frame, Some(end - 1)),
        );
        out.code(
            Template::Sides,
            1 << 17 | side(frame, Some(end)) << 5 | side(frame, Some(end + 1)),
        );
        let (one, two) = (side(frame, Some(end)), side(frame, Some(end + 1)));
        out.code(
            Template::Ends,
            (content.ending as u32) << 15 | one << 10 | two << 5 | side(frame, Some(end + 2)),
        );
        let first = side(frame, Some(start));
        let clause = (start..end.min(start + 6)).any(|at| frame.is_finite_verb(at));
        out.code(Template::First, shape << 7 | first << 1 | u32::from(clause));
        out.code(
            Template::Ends,
            1 << 23 | first << 16 | one << 11 | two << 6 | u32::from(content.clausal) << 5,
        );
        out.word(Template::Last, one << 5 | two, self.word(Some(self.cue.at)));
        let size = distance_step(end - start);
        let rest = distance_step(frame.content_end().saturating_sub(end));
        out.code(Template::Size, opening << 4 | size);
        out.code(Template::Rest, shape << 4 | rest);
        out.code(Template::Rest, 1 << 12 | size << 4 | rest);
        let quotes = (start..end).filter(|&at| frame.is_quote(at)).count().min(2) as u32;
        let left = (end..frame.len()).any(|at| frame.is_quote(at));
        let commas =
            (start..end).filter(|&at| frame.is_kind(at, TokenKind::Comma)).count().min(3) as u32;
        let verb_behind = (end..frame.content_end()).any(|at| frame.is_finite_verb(at));
        out.code(
            Template::Holds,
            shape << 8
                | quotes << 6
                | u32::from(left) << 5
                | u32::from(content.clausal) << 3
                | commas,
        );
        out.code(
            Template::Holds,
            1 << 16 | shape << 2 | u32::from(verb_behind) << 1 | u32::from(content.clausal),
        );
        let open = (start..end).filter(|&at| frame.is_kind(at, TokenKind::Open)).count();
        let close = (start..end).filter(|&at| frame.is_kind(at, TokenKind::Close)).count();
        out.code(Template::Others, u32::from(open == close));
        if content.opening != Opening::Before {
            out.code(
                Template::Distance,
                opening << 4 | distance_step(start.saturating_sub(self.cue.end)),
            );
            out.word(Template::Object, opening, self.word(Some(self.cue.end)));
        }
    }
}

/// The head of a word, which its forms have in common.
fn stem(word: &str) -> &str {
    crate::text::chars::head(word, 6)
}
