//! How sure an answer is.

use crate::attribution::{Attribution, Source};

/// The share of right answers among those like this one.
pub(crate) fn of(attribution: &Attribution) -> f32 {
    let score = attribution.score.clamp(0, 1000) as f32 / 1000.0;
    match attribution.source {
        Source::Nobody => 0.7,
        _ => score.clamp(0.05, 0.99),
    }
}
