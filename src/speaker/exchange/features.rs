//! What the model sees of somebody who may have said a speech.

use super::candidates::Candidate;
use super::past::Standing;
use super::Line;
use crate::attribution::rank::features::{Features, Template};

/// A count in eight steps: 0, 1, 2, 3, 4 to 5, 6 to 9, 10 to 17, more.
pub(super) fn step(count: u32) -> u32 {
    match count {
        0..=3 => count,
        4..=5 => 4,
        6..=9 => 5,
        10..=17 => 6,
        _ => 7,
    }
}

/// More than so many others are not told apart where other facts are told, too.
const FEW: u32 = 3;

/// Tells what does not depend on who spoke before.
pub(crate) fn alone(line: &Line<'_>, candidate: &Candidate, out: &mut impl Features) {
    let (way, gap) = (line.way as u32, line.gap as u32);
    let found = u32::from(line.found == Some(candidate.entity));
    out.code(Template::Found, way << 1 | found);
    out.code(Template::Found, 1 << 12 | line.pattern << 1 | found);
    out.code(Template::Found, 1 << 13 | way << 4 | gap << 1 | found);
    out.code(Template::Found, 1 << 14 | way << 2 | u32::from(line.known) << 1 | found);
    if candidate.known_as > 0 {
        out.code(Template::Points, 1 << 23 | candidate.known_as << 1 | found);
    }
    if candidate.described > 0 {
        let described = candidate.described;
        out.code(Template::Points, 1 << 8 | way << 4 | described << 1 | found);
        out.code(Template::Points, 1 << 12 | candidate.mention << 3 | described);
        out.code(Template::Points, 1 << 21 | candidate.called << 3 | described);
        out.code(Template::Points, 1 << 22 | candidate.speaks << 3 | described);
    }
    if let Some((head, begins)) = &line.head {
        out.keyed(Template::Head, found, head);
        out.keyed(Template::Head, 1 << 4 | candidate.title << 1 | found, head);
        out.code(Template::Points, begins << 1 | found);
    }
    out.code(Template::Gender, way << 3 | candidate.gender);
    out.code(Template::Gender, 1 << 8 | way << 3 | candidate.gender_beside);
    out.code(Template::Gender, 1 << 9 | gap << 3 | candidate.gender_between);
    out.code(Template::Mention, way << 8 | candidate.mention);
    out.code(Template::Mention, 1 << 16 | candidate.mention << 3 | gap);
    out.code(Template::Beside, way << 8 | candidate.beside);
    out.code(Template::Beside, 1 << 16 | candidate.beside << 1 | found);
    for (near, form) in candidate.form.into_iter().enumerate().filter(|(_, form)| *form > 0) {
        out.code(Template::Form, (near as u32) << 8 | form);
        out.code(Template::Form, 1 << 12 | (near as u32) << 8 | form << 3 | candidate.title);
    }
    out.code(Template::Called, candidate.called);
    out.code(Template::Called, 1 << 12 | candidate.called << 4 | way);
    out.code(Template::Speaks, candidate.speaks);
    out.code(Template::Ahead, candidate.ahead);
    out.code(Template::Ahead, 1 << 12 | candidate.ahead << 4 | way);
    out.code(Template::Behind, candidate.behind << 4 | way);
    out.code(Template::Present, candidate.present << 1 | found);
    out.code(Template::Present, 1 << 12 | candidate.present >> 3 << 4 | way);
    out.code(Template::Voiced, candidate.voiced << 1 | found);
    out.code(Template::Voiced, 1 << 12 | candidate.voiced << 4 | way);
    out.code(Template::Rival, candidate.rival << 1 | found);
    out.code(Template::Sort, candidate.sort << 1 | found);
}

/// Tells what depends on who spoke before.
pub(crate) fn after(
    line: &Line<'_>,
    candidate: &Candidate,
    standing: Standing,
    out: &mut impl Features,
) {
    let (way, gap) = (line.way as u32, line.gap as u32);
    let (answers, asks) = (u32::from(line.answers), u32::from(line.asks));
    let found = u32::from(line.found == Some(candidate.entity));
    let Standing { others, ago, turns, stood } = standing;
    let few = others.min(FEW);
    out.code(Template::Since, way << 6 | gap << 3 | others);
    out.code(Template::Since, 1 << 12 | gap << 5 | answers << 4 | others << 1 | found);
    out.code(Template::Since, 1 << 13 | way << 6 | ago << 3 | few);
    out.code(Template::Since, 1 << 14 | candidate.called << 3 | few);
    out.code(Template::Since, 1 << 15 | candidate.ahead << 3 | few);
    out.code(Template::Since, 1 << 17 | candidate.beside << 3 | few);
    if candidate.described > 0 {
        out.code(Template::Since, 1 << 22 | candidate.described << 6 | gap << 3 | few);
        out.code(Template::Turns, 1 << 18 | candidate.described << 4 | turns);
    }
    out.code(Template::Stood, stood << 3 | gap);
    out.code(Template::Stood, 1 << 8 | stood << 3 | few << 1 | found);
    out.code(Template::Turns, gap << 4 | turns);
    out.code(Template::Turns, 1 << 10 | way << 4 | turns);
    out.code(Template::Turns, 1 << 13 | way << 8 | gap << 5 | turns << 1 | answers);
    out.code(Template::Turns, 1 << 16 | asks << 8 | gap << 5 | answers << 4 | turns);
    out.code(Template::Since, 1 << 20 | candidate.mention << 3 | few);
    out.code(Template::Beside, 1 << 20 | candidate.beside << 6 | few << 3 | gap);
    out.keyed(Template::Lead, (turns & 1) << 3 | gap, &line.opening);
}
