//! `"I'm leaving." — Anna Berg, mayor`

use super::{example, Candidate, Pattern, Place};
use crate::quote::Reference;
use crate::text::tokens::TokenKind;

pub(crate) static PATTERN: Pattern = Pattern {
    name: "dash-byline",
    summary: "A dash and a name behind the quotation, on its line or the next; in a headline a colon, a name and what it is on.",
    examples: &[
        example("\"I'm leaving.\" — Anna Berg, mayor", "Anna Berg"),
        example("“Nobody was asked.”\n\n— Tom Reyes", "Tom Reyes"),
        example("“I never liked my voice”: Anna Berg on silence and sheep", "Anna Berg"),
    ],
    find: Some(find),
};

fn find(place: &Place<'_, '_>) -> Option<Candidate> {
    let frame = place.frame;
    let dash = frame.is_kind(place.at + 1, TokenKind::Dash);
    let colon = place.at == 0 && frame.is_kind(1, TokenKind::Colon);
    if !(dash || colon) {
        return None;
    }
    let subject = frame.name_from(place.at + 2).or_else(|| frame.subject_after(place.at + 2))?;
    let named = subject.reference == Reference::Name;
    let alone = frame.is_light(subject.end, frame.len().min(subject.end + 12));
    // `- Source: Halm Radio`
    let label = frame.is_kind(subject.end, TokenKind::Colon);
    let on = dash || frame.is_word(subject.end, "on");
    (named && alone && on && !label).then_some(Candidate {
        subject: Some(subject),
        cue: None,
        score: 860,
    })
}
