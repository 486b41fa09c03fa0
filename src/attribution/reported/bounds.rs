//! What a stretch of words runs over: verbs joined to the cue, clauses that begin within it.
//!
//! `She praised the ferry and left`, `When she praised the ferry, they cheered`, `praise for the ferry was rare`: in each something tells
//! where the words end that are reported.

use super::contents::Content;
use super::features::{opening, View};
use super::outline::Breaks;
use crate::attribution::rank::features::{Features, Template};

impl View<'_, '_> {
    /// Tells what a stretch runs over, and what it leaves behind.
    pub(super) fn describe_bounds(&self, content: &Content, out: &mut impl Features) {
        let (outline, frame) = (self.outline, self.outline.frame);
        let (start, end) = (content.first.0, content.end());
        let opening = opening(content);
        let verbs = |from: usize, to: usize| outline.count(from..to, |tally| tally.verbs);
        let (within, behind) = (verbs(start, end).min(2), verbs(end, frame.content_end()).min(2));
        let main = u32::from(verbs(0, self.cue.start) > 0)
            | u32::from(frame.is_finite_verb(self.cue.at)) << 1;
        out.code(Template::Verbs, main << 12 | behind << 9 | within << 7 | opening);

        let (place, held) = match self.joined() {
            None => (0, 0),
            Some(joined) => {
                let place = match end.cmp(&joined.start) {
                    std::cmp::Ordering::Equal => 1,
                    std::cmp::Ordering::Greater => 2,
                    std::cmp::Ordering::Less => 3,
                };
                (place, verbs(start.min(joined.start), joined.start).min(2))
            }
        };
        out.code(Template::Joined, opening << 4 | place << 2 | held);

        let breaks = self.breaks(start, end);
        let clausal = u32::from(content.clausal);
        out.code(Template::Crosses, breaks << 6 | opening << 1 | clausal);
        out.code(Template::Crosses, 1 << 16 | breaks << 4 | content.ending as u32);
        let commas = outline.count(start..end, |tally| tally.commas).min(3);
        let lead = self.lead() as u32;
        out.code(Template::Lead, lead << 8 | behind << 6 | within << 4 | commas << 1 | clausal);
    }

    /// Where the sentence breaks off within a stretch.
    fn breaks(&self, start: usize, end: usize) -> u32 {
        let any = |from: usize, to: usize, kind: fn(&Breaks) -> u32| {
            u32::from(self.outline.count(from..to, |tally| kind(&tally.breaks)) > 0)
        };
        any(start + 1, end, |breaks| breaks.relatives)
            | any(start + 1, end, |breaks| breaks.participles) << 1
            | any(start + 1, end, |breaks| breaks.subordinates) << 2
            | any(start + 1, end, |breaks| breaks.buts) << 3
            | any(start + 1, end, |breaks| breaks.marks) << 4
            | any(start, end - 1, |breaks| breaks.paused) << 5
            | any(start + 1, end, |breaks| breaks.clauses) << 6
    }
}
