//! Gathers the answers that may be given for a quotation: one a pattern that fits, one for each other reporting clause of
//! the frame, and nobody.

use super::clause::{governing_subject, Clause, Construction};
use super::patterns::{self, Pattern};
use super::phrase::Subject;
use super::rank::Answer;
use super::{Candidate, Place, Source};
use crate::lexicon::Classes;
use crate::quote::Reference;

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
pub(crate) fn push_answers(
    place: &Place<'_, '_>,
    opening: Option<Subject>,
    all: &mut Vec<Answer>,
    out: &mut Vec<Answer>,
) {
    let place = &Place { governor: place.find_governor(), ..*place };
    let nearest = place.clauses.iter().rfind(|clause| clause.cue < place.at);
    let settled = nearest.filter(|clause| {
        place.frame.is_added(clause, place.at)
            || place.is_light_since(clause) && is_absolute(place, clause)
    });
    out.clear();
    // `…, with Berg saying “…”`
    let said =
        |clause: &Clause| clause.cue + 1 == place.at && place.frame.is(clause.cue, Classes::SPEECH);
    let absolute = settled.is_some_and(|clause| said(clause) && is_absolute(place, clause));
    if !absolute && !is_judged_as(place) {
        out.push(nobody());
    }
    if place.is_put_to_somebody() {
        all.append(out);
        return;
    }
    for pattern in patterns::ALL {
        let Some(find) = pattern.find else { continue };
        if let Some(candidate) = find(place) {
            out.push(answer(pattern, &candidate));
        }
    }
    let first = settled.map_or(0, |clause| clause.cue);
    let here = |clause: &&Clause| clause.cue >= first && !is_raised(place, clause);
    for clause in place.clauses.iter().filter(here) {
        let asked = out.iter().any(|held| held.cue == Some(clause.cue_span));
        if asked {
            continue;
        }
        if let Some(pattern) = pattern_of(clause, place.at) {
            out.push(answer(pattern, &Candidate::of(clause, 0)));
        }
    }
    push_others(place, opening, out);
    all.append(out);
}

/// `Berg is said to be “furious”`: whether others say so of the subject.
fn is_raised(place: &Place<'_, '_>, clause: &Clause) -> bool {
    let frame = place.frame;
    let passive = || {
        let verb = frame.skip_adverbs_back(clause.cue);
        frame.prev(verb).is_some_and(|prev| prev.is(Classes::BE))
    };
    clause.construction == Construction::Loose && frame.is_word(clause.end, "to") && passive()
}

/// `Berg slammed the plan as “reckless”`: whether the words are what somebody judges something to be.
fn is_judged_as(place: &Place<'_, '_>) -> bool {
    let frame = place.frame;
    let plain = |at: usize| frame.tokens[at].is_word() && !frame.is_word(at, "by");
    let object = |clause: &Clause| (clause.end + 1..place.at - 1).all(plain);
    let judges = |clause: &Clause| {
        frame.is(clause.cue, Classes::JUDGEMENT)
            && clause.construction == Construction::Finite
            && clause.end + 2 < place.at
            && place.is_light_since(clause)
            && object(clause)
    };
    place.at > 1 && frame.is_word(place.at - 1, "as") && place.governor().is_some_and(judges)
}

/// Whether grammar leaves no doubt who the subject is: a name, a pronoun or a noun with its determiner right at the verb, whoever
/// stands between `with` and a participle, or whom somebody quotes.
fn is_certain(place: &Place<'_, '_>, clause: &Clause) -> bool {
    if matches!(
        clause.construction,
        Construction::Source | Construction::Noun | Construction::QuotedAs
    ) {
        return true;
    }
    let frame = place.frame;
    let subject = &clause.subject;
    let verb = frame.skip_adverbs_back(clause.cue);
    if is_absolute(place, clause) || place.is_shown(clause) || place.is_told_along(clause) {
        return true;
    }
    let first = &frame.tokens[subject.start];
    let near = subject.end == verb || subject.end + 1 == verb && frame.is_word(verb - 1, "that");
    let whole = first.capital
        || subject.reference == Reference::Name
        || first.is(Classes::DET.union(Classes::POSS).union(Classes::PRON))
        // `after teachers complained`
        || frame.prev(subject.start).is_some_and(|prev| prev.is(Classes::SUB) && !prev.first);
    clause.construction == Construction::Finite && (near || clause.relative) && whole
}

/// `…, with the mayor saying`: whether a participle has a subject of its own.
fn is_absolute(place: &Place<'_, '_>, clause: &Clause) -> bool {
    let participle = clause.construction == Construction::Participle;
    let verb = place.frame.skip_adverbs_back(clause.cue);
    participle && place.frame.absolute(verb).is_some_and(|held| held.span == clause.subject.span)
}

/// Clauses on either side whose other subjects are weighed.
const DOUBTED: usize = 3;

/// Appends other subjects for the nearest clauses: the one that opens the sentence, that of the verb before.
fn push_others(place: &Place<'_, '_>, opening: Option<Subject>, out: &mut Vec<Answer>) {
    let middle = place.clauses.partition_point(|clause| clause.cue < place.at);
    let first = middle.saturating_sub(DOUBTED);
    let last = (middle + DOUBTED).min(place.clauses.len());
    for clause in place.clauses[first..last].iter().filter(|clause| !is_certain(place, clause)) {
        let held = out.iter().position(|held| held.cue == Some(clause.cue_span));
        let Some(held) = held.filter(|&held| !out[held].guessed) else { continue };
        let frame = place.frame;
        let other = match clause.construction {
            Construction::Finite | Construction::Inverted => {
                governing_subject(frame, clause.start, place.clauses)
            }
            // the noun right before a participle
            Construction::Participle | Construction::Loose => frame.subject_before(clause.cue),
            _ => None,
        };
        for subject in [opening, other].into_iter().flatten() {
            let known = out.iter().any(|held| {
                held.cue == Some(clause.cue_span)
                    && held.subject().is_some_and(|held| held.span == subject.span)
            });
            if !known && subject.end <= clause.cue {
                let source = Source::Named(subject);
                out.push(Answer { source, score: 0, guessed: true, ..out[held] });
            }
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
        guessed: false,
    }
}

fn answer(pattern: &'static Pattern, candidate: &Candidate) -> Answer {
    Answer {
        source: candidate.subject.map_or(Source::Nobody, Source::Named),
        cue: candidate.cue,
        pattern,
        score: candidate.score,
        detail: 0,
        guessed: false,
    }
}

/// The pattern that a clause no pattern asked for is nearest to.
fn pattern_of(clause: &Clause, at: usize) -> Option<&'static Pattern> {
    let before = clause.cue < at;
    match clause.construction {
        Construction::Source => Some(&patterns::ACCORDING_TO),
        Construction::Noun if before => Some(&patterns::INTRODUCING_NOUN),
        Construction::Passive => Some(&patterns::PASSIVE),
        Construction::Participle if before => Some(&patterns::PARTICIPLE),
        Construction::Infinitive if before => Some(&patterns::INFINITIVE),
        Construction::Participle | Construction::Infinitive | Construction::Noun => None,
        _ if before => Some(&patterns::COMPLEMENT),
        _ => Some(&patterns::TRAILING),
    }
}
