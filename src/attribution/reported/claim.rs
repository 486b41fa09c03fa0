//! The claims of one sentence side by side: of those that say the same the surest stays, and each is weighed once more, by how long it
//! is, what it holds and what holds it.
//!
//! The choices before see a cue, or a stretch of words, by itself; how sure both are together is learnt from what they choose for texts
//! that they have not seen (stacking; Wolpert 1992, *Stacked generalization*).

use super::{agree, overlap, pieces, sum, Reported, CLAIM};
use crate::attribution::rank::facts::{length_step, points};
use crate::attribution::rank::features::{Features, Keyed, Template};
use crate::attribution::rank::weights::power;
use crate::attribution::utterance::count_words;
use crate::span::Span;

/// A claim of a lesser share, in thousandths, is none.
pub(crate) const SLIGHT: u32 = 30;
/// A claim less likely than this to be right is left out.
const LIKELY: u32 = 185;
/// So many cues before or behind may report the same words.
const RIVALS: usize = 8;

/// Leaves of the claims from `first` on, all of one sentence, those that are likely.
pub(super) fn settle(article: &str, all: &mut Vec<Reported>, first: usize) {
    let mut claims = all.split_off(first);
    keep_the_surest(&mut claims);
    let weigh = |at| sum(CLAIM, |sum| describe(article, &claims, at, sum));
    let likelihoods: Vec<u32> = (0..claims.len()).map(|at| likelihood(weigh(at))).collect();
    let weighed = claims.into_iter().zip(likelihoods);
    all.extend(
        weighed
            .filter(|&(_, share)| share >= LIKELY)
            .map(|(claim, share)| Reported { share, ..claim }),
    );
}

/// In thousandths.
fn likelihood(evidence: i32) -> u32 {
    let (lesser, greater) = (power(evidence.abs()), power(0));
    let sure = (greater * 1000 / (greater + lesser)) as u32;
    if evidence < 0 {
        1000 - sure
    } else {
        sure
    }
}

/// Of two that report the same words the surer stays.
pub(crate) fn keep_the_surest(all: &mut Vec<Reported>) {
    let mut at = 0;
    while at < all.len() {
        let spans = all[at].spans();
        let rival = (0..at).rev().take(RIVALS).find(|&other| agree(spans, all[other].spans()));
        match rival {
            Some(other) if all[other].share >= all[at].share => {
                all.remove(at);
            }
            Some(other) => {
                all.remove(other);
            }
            None => at += 1,
        }
    }
}

/// Tells of a claim among those of its sentence.
pub(crate) fn describe(article: &str, all: &[Reported], at: usize, out: &mut impl Features) {
    let claim = &all[at];
    let makings = &claim.makings;
    let (opening, clausal) = (makings.opening, u32::from(makings.clausal));
    let words = |span: Span| count_words(&article[span]);
    let length = length_step(pieces(claim.spans()).map(words).sum());
    let near = || (at.saturating_sub(RIVALS)..all.len().min(at + RIVALS + 1)).filter(|&i| i != at);
    let holds =
        |outer: &Reported, cue: Span| pieces(outer.spans()).any(|piece| overlap(piece, cue) > 0);
    let outer = near().map(|i| &all[i]).filter(|other| holds(other, claim.cue));
    let outer = outer.map(|other| other.share).max();
    let inside = outer.map_or(0, |share| 1 + u32::from(share > claim.share));
    let inner = near().map(|i| &all[i]).filter(|other| holds(claim, other.cue));
    let inner = inner.map(|other| other.share).max();
    let around = inner.map_or(0, |share| 1 + u32::from(share > claim.share));
    let sort = claim.subject.map_or(0, |subject| points(&subject));
    let cue = Keyed::new(&article[claim.cue]);
    let (share, rough) = (step(claim.share), step(claim.share) / 3);

    out.code(Template::Bias, 0);
    out.code(Template::Score, share);
    out.code(Template::Score, 1 << 8 | step(makings.source_share));
    out.code(Template::Score, 2 << 8 | step(makings.backing));
    out.code(Template::Length, length);
    out.code(Template::Length, 1 << 8 | length << 4 | rough);
    out.code(Template::Shape, opening << 1 | clausal);
    out.code(Template::Shape, 1 << 8 | opening << 4 | rough);
    out.code(Template::Shape, 1 << 16 | opening << 8 | makings.ending << 4 | length);
    out.code(Template::Inner, inside);
    out.code(Template::Inner, 1 << 8 | inside << 4 | rough);
    out.code(Template::Outer, around);
    out.code(Template::Outer, 1 << 8 | around << 4 | rough);
    out.code(Template::Points, sort);
    out.code(Template::Points, 1 << 8 | sort << 4 | rough);
    out.code(Template::Around, makings.voices);
    out.code(Template::Others, all.len().min(5) as u32);
    out.code(Template::Form, claim.factuality as u32);
    out.keyed(Template::Cue, 0, &cue);
    out.keyed(Template::Cue, 1 + clausal, &cue);
}

/// A share in steps of a twentieth.
fn step(share: u32) -> u32 {
    share / 50
}
