//! The likeliest run of speakers, by beam search (Lowerre 1976, *The HARPY speech recognition system*).

use std::borrow::Borrow;

use smallvec::SmallVec;

use super::candidates::{Candidate, MOST};
use super::past::{Gap, Past, Standing};
use super::Line;
use crate::attribution::rank::weights::power;

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

/// Who says a speech, in few bytes: novels have many.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Voice {
    speaker: Option<u32>,
    share: Option<u16>,
}

impl Voice {
    /// Whoever was found before where nobody was weighed.
    pub(crate) fn speaker(self) -> Option<usize> {
        self.speaker.map(|entity| entity as usize)
    }

    /// The share of the best run up to the speech in which that one says it, among the best of each candidate, in thousandths; `None`
    /// where nobody else may have said it.
    pub(crate) fn share(self) -> Option<u32> {
        self.share.map(u32::from)
    }
}

/// A speech added to a run.
#[derive(Clone, Copy, Debug, Default)]
struct Step {
    /// The number of the step before.
    before: usize,
    voice: Voice,
}

/// Appends the speakers of a run, from the first step on.
fn push_voices(run: &Run, steps: &[Step], out: &mut Vec<Voice>) {
    let first = out.len();
    let mut at = run.step;
    while at > 0 {
        out.push(steps[at].voice);
        at = steps[at].before;
    }
    out[first..].reverse();
}

/// The likeliest run of speakers, exchange by exchange.
pub(crate) fn search<'a, L: Borrow<Line<'a>>>(
    lines: impl IntoIterator<Item = L>,
    weigh: &impl Weigh,
) -> Vec<Voice> {
    let mut found = Vec::new();
    let mut steps = vec![Step::default()];
    let mut runs = vec![Run { total: 0, past: Past::default(), step: 0 }];
    let mut next = Vec::new();
    for line in lines {
        let line = line.borrow();
        if line.gap == Gap::Far {
            // a new exchange: the one before is settled
            push_voices(&runs[0], &steps, &mut found);
            steps.truncate(1);
            runs.truncate(1);
            runs[0].step = 0;
        }
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
    push_voices(&runs[0], &steps, &mut found);
    found
}

/// The best of the runs that go on from those before: of such as end alike the best alone.
fn keep(
    next: &[(i32, usize, Option<usize>)],
    runs: &[Run],
    line: &Line<'_>,
    steps: &mut Vec<Step>,
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
        let voice = Voice {
            speaker: line.speaker(at).map(|entity| entity as u32),
            share: (line.candidates.len() > 1).then(|| share(next, at) as u16),
        };
        steps.push(Step { before: runs[number].step, voice });
        // totals stay small however long the tale is
        kept.push(Run { total: total - best, past, step: steps.len() - 1 });
    }
    kept
}

/// The share of the best run with that candidate among the best of each, in thousandths. The runs come best first.
fn share(next: &[(i32, usize, Option<usize>)], candidate: Option<usize>) -> u32 {
    let best = next[0].0;
    let mut seen: SmallVec<[Option<usize>; MOST]> = SmallVec::new();
    let (mut own, mut all) = (0, 0);
    for &(total, _, at) in next {
        if seen.contains(&at) {
            continue;
        }
        seen.push(at);
        let power = power(best - total);
        all += power;
        if at == candidate {
            own = power;
        }
    }
    (own * 1000 / all.max(1)) as u32
}
