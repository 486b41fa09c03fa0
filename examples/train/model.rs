//! The log-linear model and how it learns.

use std::collections::HashMap;

use inquit::Span;

/// How to learn.
#[derive(Clone, Copy, Debug)]
pub struct Options {
    pub rounds: usize,
    pub penalty: f64,
    pub least: usize,
    /// The first step's length.
    pub step: f64,
}

impl Options {
    /// Those for tales: novels have so many quotations that rare features needn't be trusted.
    pub fn of_tales(self) -> Self {
        Self { penalty: self.penalty * 3.0, least: self.least + 3, ..self }
    }
}

/// One quotation.
#[derive(Clone, Debug)]
pub struct Item {
    pub answers: Vec<Answer>,
    /// Somebody is annotated as its source.
    pub sourced: bool,
    /// The article it is from.
    pub article: usize,
    /// The answer that the present weights choose.
    pub chosen: usize,
    /// Its article reads like a tale.
    pub tale: bool,
    /// Counts when answers are scored.
    pub scored: bool,
    /// Its source as annotated.
    pub source: String,
    /// Where it is.
    pub span: Span,
}

impl Item {
    /// Whether answer `number` names the source, or nobody where there is none.
    pub fn is_right(&self, number: usize) -> bool {
        let answer = &self.answers[number];
        if answer.somebody {
            answer.right
        } else {
            !self.sourced
        }
    }
}

#[derive(Clone, Debug)]
pub struct Answer {
    pub features: Vec<u32>,
    pub right: bool,
    pub somebody: bool,
    /// The first of the answers that names the same words.
    pub same: usize,
    pub carried: bool,
    pub pattern: &'static str,
    pub speaker: String,
}

impl Answer {
    /// How the speaker was found.
    pub fn way(&self) -> &'static str {
        match (self.somebody, self.carried) {
            (false, _) => "nobody",
            (true, false) => "clause",
            (true, true) => "carried",
        }
    }
}

/// Numbers features in the order in which they come.
#[derive(Debug, Default)]
pub struct Interner {
    numbers: HashMap<String, u32>,
}

impl Interner {
    pub fn number(&mut self, feature: &str) -> u32 {
        let next = self.numbers.len() as u32;
        match self.numbers.get(feature) {
            Some(&number) => number,
            None => *self.numbers.entry(feature.to_owned()).or_insert(next),
        }
    }

    pub fn len(&self) -> usize {
        self.numbers.len()
    }

    pub fn names(&self) -> impl Iterator<Item = (&str, u32)> {
        self.numbers.iter().map(|(name, &number)| (name.as_str(), number))
    }
}

#[derive(Debug)]
pub struct Model {
    weights: Vec<f64>,
}

/// So many orders of the quotations are tried.
const ORDERS: u64 = 16;

impl Model {
    /// The mean of models that saw the quotations in different orders: it errs less than each of them.
    pub fn train(items: &[&Item], features: usize, options: Options) -> Self {
        let kept = frequent(items, features, options.least);
        let models = std::thread::scope(|scope| {
            let workers: Vec<_> = (0..ORDERS)
                .map(|order| {
                    scope.spawn({
                        let kept = &kept;
                        move || Self::train_once(items, kept, order + 1, options)
                    })
                })
                .collect();
            workers.into_iter().filter_map(|worker| worker.join().ok()).collect::<Vec<_>>()
        });
        let mean = |at: usize| models.iter().map(|model| model.weights[at]).sum::<f64>();
        Self { weights: (0..features).map(|at| mean(at) / models.len().max(1) as f64).collect() }
    }

    fn train_once(items: &[&Item], kept: &[bool], seed: u64, options: Options) -> Self {
        let features = kept.len();
        let mut weights = vec![0.0; features];
        let mut squares = vec![1e-3; features];
        let mut order: Vec<usize> = (0..items.len()).collect();
        let mut seed = seed;
        let penalty = options.penalty / items.len().max(1) as f64 * 100.0;
        let mut sums = vec![0.0; features];
        for round in 0..options.rounds {
            if round * 2 >= options.rounds {
                // the mean of the later rounds errs less than the last
                sums.iter_mut().zip(&weights).for_each(|(sum, weight)| *sum += weight);
            }
            shuffle(&mut order, &mut seed);
            for &number in &order {
                let item = items[number];
                let shares = shares(&weights, item);
                let right: f64 =
                    item.answers.iter().zip(&shares).filter(|(a, _)| a.right).map(|(_, s)| s).sum();
                for (answer, share) in item.answers.iter().zip(&shares) {
                    let wanted = if answer.right { share / right.max(1e-12) } else { 0.0 };
                    let slope = share - wanted;
                    if slope.abs() < 1e-6 {
                        continue;
                    }
                    for &feature in &answer.features {
                        let at = feature as usize;
                        if !kept[at] {
                            continue;
                        }
                        let slope = slope + penalty * weights[at];
                        squares[at] += slope * slope;
                        weights[at] -= options.step * slope / f64::sqrt(squares[at]);
                    }
                }
            }
        }
        let counted = 1 + options.rounds - options.rounds.div_ceil(2);
        for (sum, weight) in sums.iter_mut().zip(&weights) {
            *sum = (*sum + weight) / counted as f64;
        }
        Self { weights: sums }
    }

    pub fn weight(&self, feature: u32) -> f64 {
        self.weights[feature as usize]
    }

    /// The share of the answers that name the same as answer `number`, in thousandths.
    pub fn share(&self, item: &Item, number: usize) -> u32 {
        let shares = shares(&self.weights, item);
        let same = item.answers[number].same;
        let agreeing = item.answers.iter().zip(&shares).filter(|(answer, _)| answer.same == same);
        (agreeing.map(|(_, share)| share).sum::<f64>() * 1000.0) as u32
    }

    /// The likeliest answer.
    pub fn best(&self, item: &Item) -> usize {
        let scores = scores(&self.weights, item);
        (0..scores.len()).fold(0, |best, i| if scores[i] > scores[best] { i } else { best })
    }
}

/// Which features come with enough quotations to be worth a weight.
fn frequent(items: &[&Item], features: usize, least: usize) -> Vec<bool> {
    let mut counts = vec![0_usize; features];
    let mut last = vec![usize::MAX; features];
    for (number, item) in items.iter().enumerate() {
        for &feature in item.answers.iter().flat_map(|answer| &answer.features) {
            let at = feature as usize;
            if last[at] != number {
                last[at] = number;
                counts[at] += 1;
            }
        }
    }
    counts.into_iter().map(|count| count >= least).collect()
}

fn scores(weights: &[f64], item: &Item) -> Vec<f64> {
    let score = |answer: &Answer| answer.features.iter().map(|&at| weights[at as usize]).sum();
    item.answers.iter().map(score).collect()
}

fn shares(weights: &[f64], item: &Item) -> Vec<f64> {
    let scores = scores(weights, item);
    let highest = scores.iter().copied().fold(f64::MIN, f64::max);
    let powers: Vec<f64> = scores.iter().map(|score| (score - highest).exp()).collect();
    let sum: f64 = powers.iter().sum();
    powers.into_iter().map(|power| power / sum).collect()
}

/// Fisher and Yates, with Knuth's linear congruential generator.
fn shuffle(order: &mut [usize], seed: &mut u64) {
    for i in (1..order.len()).rev() {
        *seed =
            seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        order.swap(i, (*seed >> 33) as usize % (i + 1));
    }
}
