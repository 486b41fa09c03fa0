//! `Anna Berg: "I'm leaving."`

use super::{example, Candidate, Pattern, Place};
use crate::attribution::phrase::Subject;
use crate::quote::Reference;
use crate::text::tokens::TokenKind;

pub(crate) static PATTERN: Pattern = Pattern {
    name: "verbless",
    summary: "A name and a colon before the quotation, nothing else but who that is: no verb.",
    examples: &[
        example("Anna Berg: \"I'm leaving.\"", "Anna Berg"),
        example("Tom Reyes, 44, baker, by email: “I have not slept.”", "Tom Reyes"),
        example("Sen. Anna Berg, R-Neb.: “It has a coast.”", "Anna Berg"),
        example("My daughter, from the back seat: “You did yesterday.”", "My daughter"),
    ],
    find: Some(find),
};

/// A name with its role takes no more tokens than these.
const LONGEST: usize = 12;

fn find(place: &Place<'_, '_>) -> Option<Candidate> {
    if !place.is_behind_colon() {
        return None;
    }
    let frame = place.frame;
    let lowest = place.at.saturating_sub(LONGEST);
    // `… - Anna Berg: "I'm leaving."`: an item with its source behind a dash
    let dash = (lowest..place.at).rev().find(|&at| frame.is_kind(at, TokenKind::Dash));
    let lead = match dash {
        Some(dash) => dash + 1,
        None if lowest == 0 => 0,
        None => return None,
    };
    // `Anna Berg, 44, baker: “I'm leaving.”`
    let comma = (lead + 1..place.at - 1).find(|&at| frame.is_kind(at, TokenKind::Comma));
    // `Anna Berg, R-Neb.:`
    let stop = place.at > 1 && frame.is_kind(place.at - 2, TokenKind::Stop);
    let end = place.at - 1 - usize::from(stop);
    let full = |comma: &usize| *comma > lead + 1 && frame.is_light(lead, end);
    let listed =
        comma.filter(full).and_then(|comma| frame.name_from(lead).filter(|name| name.end == comma));
    if let Some(subject) = listed {
        return Some(Candidate { subject: Some(subject), cue: None, score: 930 });
    }
    // `My daughter, from the back:`
    let described = comma.filter(full).and_then(|comma| frame.describe(lead, comma));
    if let Some(subject) = described.filter(Subject::is_described_person) {
        return Some(Candidate { subject: Some(subject), cue: None, score: 930 });
    }
    let subject = frame.subject_before(place.at - 1)?;
    let alone = subject.start == lead || frame.is_light(lead, place.at - 1);
    let named = subject.reference == Reference::Name && subject.start <= lead + 2;
    (alone && named).then_some(Candidate { subject: Some(subject), cue: None, score: 930 })
}
