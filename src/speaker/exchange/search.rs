//! The likeliest run of speakers, by beam search (Lowerre 1976, *The HARPY speech recognition system*).

use smallvec::SmallVec;

use super::candidates::Candidate;
use super::past::{Past, Standing};
use super::Line;

/// Says how well a candidate fits a speech.
pub(crate) trait Weigh {
    /// Whoever spoke before.
    fn alone(&self, line: &Line<'_>, candidate: &Candidate) -> i32;
    /// After those who spoke before.
    fn after(&self, line: &Line<'_>, candidate: &Candidate, standing: Standing) -> i32;
}

/// So many runs are kept at a time.
const BEAM: usize = 8;

/// The speakers of all speeches up to some.
#[derive(Clone, Debug)]
struct Run {
    total: i32,
    past: Past,
    /// The number of its last step.
    step: usize,
}

/// Which candidate says each of the speeches; `None` where there is none.
pub(crate) fn search(lines: &[Line<'_>], weigh: &impl Weigh) -> Vec<Option<usize>> {
    // each step: the number of the one before, and the candidate
    let mut steps = vec![(0, None)];
    let mut runs = vec![Run { total: 0, past: Past::default(), step: 0 }];
    let mut next = Vec::new();
    for line in lines {
        next.clear();
        for (at, candidate) in line.candidates.iter().enumerate() {
            let alone = weigh.alone(line, candidate);
            // somebody stands alike in most runs
            let mut known: SmallVec<[(Standing, i32); BEAM]> = SmallVec::new();
            for (number, run) in runs.iter().enumerate() {
                crate::work::step();
                let standing = run.past.standing(candidate.entity, line);
                let held = known.iter().find(|(held, _)| *held == standing);
                let after = match held {
                    Some(&(_, after)) => after,
                    None => {
                        let after = weigh.after(line, candidate, standing);
                        known.push((standing, after));
                        after
                    }
                };
                next.push((run.total + alone + after, number, Some(at)));
            }
        }
        if line.candidates.is_empty() {
            next.extend(runs.iter().enumerate().map(|(number, run)| (run.total, number, None)));
        }
        // of equals the first
        next.sort_by_key(|&(total, ..)| std::cmp::Reverse(total));
        runs = keep(&next, &runs, line, &mut steps);
    }
    let mut found = Vec::with_capacity(lines.len());
    let mut at = runs[0].step;
    while at > 0 {
        found.push(steps[at].1);
        at = steps[at].0;
    }
    found.reverse();
    found
}

/// The best of the runs that go on from those before: of such as end alike the best alone.
fn keep(
    next: &[(i32, usize, Option<usize>)],
    runs: &[Run],
    line: &Line<'_>,
    steps: &mut Vec<(usize, Option<usize>)>,
) -> Vec<Run> {
    let mut kept: Vec<Run> = Vec::with_capacity(BEAM);
    let best = next[0].0;
    for &(total, number, at) in next {
        if kept.len() == BEAM {
            break;
        }
        let mut past = runs[number].past.clone();
        past.take(line.speaker(at), line);
        if kept.iter().any(|other| other.past.ends_like(&past)) {
            continue;
        }
        steps.push((runs[number].step, at));
        // totals stay small however long the tale is
        kept.push(Run { total: total - best, past, step: steps.len() - 1 });
    }
    kept
}
