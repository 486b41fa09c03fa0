//! How sure an answer is: how often answers like it were right among texts that nothing was learnt from.
//!
//! Answers are alike if their genre, the way in which the speaker was found and their share among the weighed answers are.
//! `confidence.txt` has points of a rising curve for each genre and way, made by `examples/train.rs` by cross-validation;
//! between two points the line between them counts. Calibration by such a curve is that of Zadrozny and Elkan (2002,
//! *Transforming classifier scores into accurate multiclass probability estimates*).

use once_cell::sync::Lazy;

use crate::attribution::genre::Genre;

const TABLE: &str = include_str!("confidence.txt");

/// How the speaker of a quotation was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Way {
    Nobody,
    /// By the words of the quotation's own sentence.
    Clause,
    /// By the words around that sentence.
    Carried,
}

impl Way {
    const ALL: [Self; 3] = [Self::Nobody, Self::Clause, Self::Carried];

    /// The name that the table uses.
    fn name(self) -> &'static str {
        match self {
            Self::Nobody => "nobody",
            Self::Clause => "clause",
            Self::Carried => "carried",
        }
    }
}

/// Points of a rising curve: share and precision in thousandths.
type Curve = Vec<(u32, u32)>;

static CURVES: Lazy<[[Curve; 3]; 2]> = Lazy::new(|| {
    [Genre::Report, Genre::Tale].map(|genre| Way::ALL.map(|way| curve(TABLE, genre, way)))
});

fn curve(table: &str, genre: Genre, way: Way) -> Curve {
    let points = table.lines().filter_map(|line| {
        let fields: Vec<&str> = line.split(' ').collect();
        let [of_genre, of_way, share, precision] = fields[..] else { return None };
        let wanted = of_genre == genre.name() && of_way == way.name();
        wanted.then_some((share.parse().ok()?, precision.parse().ok()?))
    });
    points.collect()
}

/// How often answers of this share were right, in thousandths.
pub(crate) fn of(genre: Genre, way: Way, share: u32) -> u32 {
    read(&CURVES[genre as usize][way as usize], share)
}

static REPORTED: Lazy<Curve> =
    Lazy::new(|| points(include_str!("attribution/reported/confidence.txt")));

static EXCHANGE: Lazy<Curve> =
    Lazy::new(|| points(include_str!("speaker/exchange/confidence.txt")));

/// The points of a table that has a line for each.
fn points(table: &str) -> Curve {
    let points = table.lines().filter_map(|line| {
        let (share, precision) = line.split_once(' ')?;
        Some((share.parse().ok()?, precision.parse().ok()?))
    });
    points.collect()
}

/// How often speakers of this share were right in the exchanges of tales, in thousandths.
pub(crate) fn of_exchange(share: u32) -> u32 {
    read(&EXCHANGE, share)
}

/// How often reported clauses of this share were right, in thousandths.
pub(crate) fn of_reported(share: u32) -> u32 {
    read(&REPORTED, share)
}

fn read(curve: &[(u32, u32)], share: u32) -> u32 {
    let above = curve.partition_point(|&(point, _)| point < share);
    match (above.checked_sub(1).map(|below| curve[below]), curve.get(above)) {
        (Some((low, from)), Some(&(high, to))) => {
            let rise = (to - from) * (share - low) / (high - low).max(1);
            from + rise
        }
        (Some((_, precision)), None) | (None, Some(&(_, precision))) => precision,
        (None, None) => share,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_is_a_point_and_curves_rise() {
        let lines = TABLE.lines().filter(|line| !line.starts_with('#')).count();
        let mut points = 0;
        for curve in CURVES.iter().flatten() {
            assert!(!curve.is_empty());
            assert!(curve.windows(2).all(|pair| pair[0].0 <= pair[1].0 && pair[0].1 <= pair[1].1));
            assert!(curve.iter().all(|&(share, precision)| share <= 1000 && precision <= 1000));
            points += curve.len();
        }
        assert_eq!(points, lines);
        for curve in [&REPORTED, &EXCHANGE] {
            assert!(curve.len() > 3);
            assert!(curve.windows(2).all(|pair| pair[0].0 <= pair[1].0 && pair[0].1 <= pair[1].1));
        }
    }

    #[test]
    fn between_points_the_line_counts() {
        let curve = [(400, 500), (600, 900)];
        assert_eq!(read(&curve, 100), 500);
        assert_eq!(read(&curve, 500), 700);
        assert_eq!(read(&curve, 1000), 900);
    }
}
