//! `"I'm leaving." — Anna Berg, mayor`

use super::{example, Candidate, Pattern, Place};
use crate::quote::Reference;
use crate::text::tokens::TokenKind;

pub(crate) static PATTERN: Pattern = Pattern {
    name: "dash-byline",
    summary: "A dash and a name behind the quotation, on its line or the next.",
    examples: &[
        example("\"I'm leaving.\" — Anna Berg, mayor", "Anna Berg"),
        example("“Nobody was asked.”\n\n— Tom Reyes", "Tom Reyes"),
    ],
    find: Some(find),
};

fn find(place: &Place<'_, '_>) -> Option<Candidate> {
    let frame = place.frame;
    if !frame.is_kind(place.at + 1, TokenKind::Dash) {
        return None;
    }
    let subject = frame.name_from(place.at + 2).or_else(|| frame.subject_after(place.at + 2))?;
    let named = subject.reference == Reference::Name;
    let alone = frame.is_light(subject.end, frame.len().min(subject.end + 12));
    // `- Source: Halm Radio`
    let label = frame.is_kind(subject.end, TokenKind::Colon);
    (named && alone && !label).then_some(Candidate {
        subject: Some(subject),
        cue: None,
        score: 860,
    })
}
