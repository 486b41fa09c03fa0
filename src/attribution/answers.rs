//! Gathers the answers that may be given for a quotation: one a pattern that fits, one for each other reporting clause of
//! the frame, and nobody.

use super::clause::{Clause, Construction};
use super::patterns::{self, Pattern};
use super::rank::Answer;
use super::{Candidate, Place, Source};

/// Clauses farther from the quotation than this many tokens are not asked.
const REACH: usize = 120;
/// At most this many clauses on either side are asked.
const NEAREST: usize = 8;

/// The clauses of a frame that may govern the quotation at token `at`: the nearest, in order.
pub(crate) fn near(clauses: &[Clause], at: usize) -> &[Clause] {
    let middle = clauses.partition_point(|clause| clause.cue < at);
    let mut first = middle.saturating_sub(NEAREST);
    let mut last = (middle + NEAREST).min(clauses.len());
    while first < middle && at - clauses[first].cue > REACH {
        first += 1;
    }
    while last > middle && clauses[last - 1].cue - at > REACH {
        last -= 1;
    }
    &clauses[first..last]
}

/// Appends the answers that the frame itself proposes, and nobody.
pub(crate) fn push_answers(place: &Place<'_, '_>, out: &mut Vec<Answer>) {
    out.push(nobody());
    for pattern in patterns::ALL {
        let Some(find) = pattern.find else { continue };
        if let Some(candidate) = find(place) {
            out.push(answer(pattern, &candidate));
        }
    }
    for clause in place.clauses {
        let asked = out.iter().any(|held| held.cue == Some(clause.cue_span));
        if asked {
            continue;
        }
        if let Some(pattern) = pattern_of(clause, place.at) {
            out.push(answer(pattern, &Candidate::of(clause, 0)));
        }
    }
}

pub(crate) fn nobody() -> Answer {
    Answer {
        source: Source::Nobody,
        cue: None,
        pattern: &patterns::UNATTRIBUTED,
        score: 0,
        detail: 0,
    }
}

fn answer(pattern: &'static Pattern, candidate: &Candidate) -> Answer {
    Answer {
        source: candidate.subject.map_or(Source::Nobody, Source::Named),
        cue: candidate.cue,
        pattern,
        score: candidate.score,
        detail: 0,
    }
}

/// The pattern that a clause no pattern asked for is nearest to.
fn pattern_of(clause: &Clause, at: usize) -> Option<&'static Pattern> {
    let before = clause.cue < at;
    match clause.construction {
        Construction::Source => Some(&patterns::ACCORDING_TO),
        Construction::Passive => Some(&patterns::PASSIVE),
        Construction::Participle if before => Some(&patterns::PARTICIPLE),
        Construction::Infinitive if before => Some(&patterns::INFINITIVE),
        Construction::Participle | Construction::Infinitive => None,
        _ if before => Some(&patterns::COMPLEMENT),
        _ => Some(&patterns::TRAILING),
    }
}
