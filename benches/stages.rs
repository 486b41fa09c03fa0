//! Each stage alone and the whole, beside a plain UAX #29 sentence pass over the same text in the same run.
//!
//!     cargo bench
//!
//! Read the ratios, not the absolute times: `stages/quotes` against `baseline/uax29_sentences`; in `growth` the throughput, which must
//! stay level from 4 kB to 8 MB; in `threads` how much more two do than one. The text is the repository's own articles, repeated, which
//! quote more than newspapers do. `docs/performance.md` has the ratios.

use divan::counter::BytesCount;
use divan::{black_box, Bencher};
use inquit::Extractor;
use unicode_segmentation::UnicodeSegmentation;

fn main() {
    divan::main();
}

/// The repository's articles.
fn articles() -> Vec<String> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/articles");
    let mut paths: Vec<_> = std::fs::read_dir(folder)
        .expect("the repository's articles")
        .map(|entry| entry.expect("a readable folder").path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "txt"))
        .collect();
    paths.sort();
    paths.iter().map(|path| std::fs::read_to_string(path).expect("articles are UTF-8")).collect()
}

/// One text of `size` bytes or a little more: whole articles one after the other.
fn long_text(size: usize) -> String {
    let mut text = String::with_capacity(size + 4096);
    for article in articles().iter().filter(|article| !article.contains('\r')).cycle() {
        if text.len() >= size {
            break;
        }
        text.push_str(article);
        text.push_str("\n\n");
    }
    text
}

#[divan::bench_group(name = "baseline")]
mod baseline {
    use super::*;

    #[divan::bench]
    fn uax29_sentences(bencher: Bencher<'_, '_>) {
        let articles = articles();
        let bytes: usize = articles.iter().map(String::len).sum();
        bencher.counter(BytesCount::new(bytes)).bench(|| {
            articles
                .iter()
                .map(|article| black_box(article).unicode_sentences().count())
                .sum::<usize>()
        });
    }
}

#[divan::bench_group(name = "stages")]
mod stages {
    use super::*;

    fn over_articles(bencher: Bencher<'_, '_>, stage: impl Fn(&str) -> usize + Sync) {
        let articles = articles();
        let bytes: usize = articles.iter().map(String::len).sum();
        bencher
            .counter(BytesCount::new(bytes))
            .bench(|| articles.iter().map(|article| stage(black_box(article))).sum::<usize>());
    }

    #[divan::bench]
    fn paragraphs(bencher: Bencher<'_, '_>) {
        over_articles(bencher, |article| inquit::paragraphs(article).len());
    }

    #[divan::bench]
    fn sentences(bencher: Bencher<'_, '_>) {
        over_articles(bencher, |article| inquit::sentences(article).count());
    }

    #[divan::bench]
    fn quotation_spans(bencher: Bencher<'_, '_>) {
        over_articles(bencher, |article| inquit::quotation_spans(article).len());
    }

    #[divan::bench]
    fn quotes(bencher: Bencher<'_, '_>) {
        over_articles(bencher, |article| inquit::quotes(article).count());
    }

    #[divan::bench]
    fn quotes_indirect(bencher: Bencher<'_, '_>) {
        let extractor = Extractor::builder().indirect(true).build().expect("good options");
        over_articles(bencher, |article| extractor.quotes(article).count());
    }
}

#[divan::bench_group(name = "growth", sample_count = 10, sample_size = 1)]
mod growth {
    use super::*;

    #[divan::bench(args = [4, 64, 1024, 4096, 8192])]
    fn quotes_kb(bencher: Bencher<'_, '_>, kilobytes: usize) {
        let text = long_text(kilobytes * 1024);
        bencher
            .counter(BytesCount::of_str(&text))
            .bench(|| inquit::quotes(black_box(&text)).count());
    }
}

#[divan::bench_group(name = "threads", sample_count = 20, sample_size = 1)]
mod threads {
    use super::*;

    /// All articles by so many threads that share an extractor, each taking the next that nobody has begun.
    #[divan::bench(args = [1, 2, 4])]
    fn quotes(bencher: Bencher<'_, '_>, threads: usize) {
        let articles: Vec<String> = (0..8).flat_map(|_| articles()).collect();
        let bytes: usize = articles.iter().map(String::len).sum();
        let extractor = Extractor::default();
        bencher.counter(BytesCount::new(bytes)).bench(|| {
            let next = std::sync::atomic::AtomicUsize::new(0);
            let take = || articles.get(next.fetch_add(1, std::sync::atomic::Ordering::Relaxed));
            let work = || {
                std::iter::from_fn(take)
                    .map(|article| extractor.quotes(black_box(article)).count())
                    .sum::<usize>()
            };
            std::thread::scope(|scope| {
                let workers: Vec<_> = (0..threads).map(|_| scope.spawn(work)).collect();
                workers.into_iter().filter_map(|worker| worker.join().ok()).sum::<usize>()
            })
        });
    }
}
