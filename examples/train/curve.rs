//! How often answers were right, as a curve that rises with their share (pool adjacent violators; Ayer et al. 1955).

/// A point of the scale stands for this many answers at least.
const FEWEST: usize = 80;

/// Points of a rising curve through answers sorted by share, in thousandths.
pub fn rising(seen: &[(u32, bool)]) -> Vec<(u32, u32)> {
    let mut pools: Vec<(usize, usize, usize)> = Vec::new();
    for part in seen.chunks(FEWEST) {
        let right = part.iter().filter(|(_, right)| *right).count();
        let shares = part.iter().map(|(share, _)| *share as usize).sum();
        pools.push((right, part.len(), shares));
        while let [.., before, last] = pools[..] {
            let falls = last.0 * before.1 <= before.0 * last.1;
            if !falls && last.1 >= FEWEST {
                break;
            }
            pools.truncate(pools.len() - 2);
            pools.push((before.0 + last.0, before.1 + last.1, before.2 + last.2));
        }
    }
    let mut highest = 0;
    let point = |&(right, all, shares): &(usize, usize, usize)| {
        // one wrong answer more than were seen: a small pool is sure of nothing
        highest = highest.max(right * 1000 / (all + 1));
        ((shares / all) as u32, highest as u32)
    };
    pools.iter().map(point).collect()
}
