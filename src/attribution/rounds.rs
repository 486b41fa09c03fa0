//! Questions and answers of a report that nothing tells whose they are but their turns: `“Was it late?” Lund asked. ¶ “It was,” said
//! Berg. ¶ “How late?”`

use super::carry::answer_by_turns;
use super::genre::Genre;
use super::page::Page;
use super::phrase::Subject;
use super::rank::Answer;
use super::reader::Reader;
use super::Source;
use crate::span::Span;
use crate::text::chars::is_closing_mark;

/// A question that a report's paragraph ends with.
#[derive(Clone, Copy, Debug)]
pub(super) struct Question {
    paragraph: usize,
    /// Who asks, where words of the paragraph tell.
    asker: Option<Subject>,
}

impl Reader<'_> {
    /// The only answer for a question that is a paragraph of its own, behind somebody's answer to another's question, and for what answers
    /// it.
    pub(super) fn by_turns(&self, page: &Page<'_>, i: usize) -> Option<Answer> {
        let seen = &page.seen[i];
        let alone = self.genre == Genre::Report
            && seen.opens
            && !page.narrated
            && page.seen.len() == 1
            && self.quotes[seen.number].closed;
        let asked = self.asked.filter(|_| alone)?;
        let last = self.last.filter(|last| last.quoted && last.paragraph + 1 == page.number)?;
        if last.answered {
            let answers = asked.paragraph + 1 == page.number && !self.is_question(seen.number);
            return answers.then(|| answer_by_turns(seen, Source::Carried(last.subject)));
        }
        let other = |asker: Subject| {
            let word = |span: Span| self.article[span].rsplit(' ').next();
            word(asker.span) != word(last.subject.span)
        };
        let asks = asked.paragraph + 2 == page.number && self.is_question(seen.number);
        (asks && asked.asker.is_none_or(other)).then(|| answer_by_turns(seen, Source::Turn))
    }

    /// Keeps the question that a paragraph ends with, if it is somebody's.
    pub(super) fn keep_question(&mut self, page: &Page<'_>) {
        let asked =
            page.seen.last().filter(|seen| self.is_question(seen.number)).and_then(|seen| {
                let held = self.attributions[seen.number].as_ref()?;
                let asker = held.source.subject().copied();
                held.source.is_somebody().then_some(Question { paragraph: page.number, asker })
            });
        self.asked = asked.or(self.asked);
    }

    /// Whether a quotation ends as a question does.
    pub(super) fn is_question(&self, number: usize) -> bool {
        let parts = &self.quotes[number].parts;
        let last = &self.article[parts[parts.len() - 1]];
        last.trim_end_matches(is_closing_mark).ends_with('?')
    }
}
