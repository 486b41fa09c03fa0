//! The same answers everywhere: on every platform, in every run, on every thread.

use std::thread;

const DIGEST: &str = include_str!("digest.txt");

/// FNV-1a (Fowler, Noll and Vo), which needs no table and is the same everywhere.
fn digest(text: &str, mut state: u64) -> u64 {
    for byte in text.bytes() {
        state = (state ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    }
    state
}

/// What all articles of the tests say, the indirect speech included, as one number.
fn read_all() -> u64 {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/articles");
    let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let mut paths: Vec<_> =
        entries.filter(|path| path.extension().is_some_and(|end| end == "txt")).collect();
    paths.sort();
    let extractor = inquit::Extractor::builder().indirect(true).build().unwrap();
    let mut state = 0xcbf2_9ce4_8422_2325;
    for path in paths {
        let article = std::fs::read_to_string(path).unwrap();
        for quote in extractor.quotes(&article) {
            state = digest(&serde_json::to_string(&quote).unwrap(), state);
        }
        for sentence in inquit::sentences(&article) {
            state = digest(&sentence.to_string(), state);
        }
    }
    state
}

/// `UPDATE_DIGEST=1` writes the file anew.
#[test]
fn answers_are_the_checked_in_ones_on_any_number_of_threads() {
    let one = format!("{:016x}", read_all());
    if std::env::var_os("UPDATE_DIGEST").is_some() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/digest.txt");
        std::fs::write(path, format!("{one}\n")).unwrap();
        return;
    }
    assert_eq!(one, DIGEST.trim(), "answers have changed: UPDATE_DIGEST=1 if they should");
    let readers: Vec<_> = (0..8).map(|_| thread::spawn(read_all)).collect();
    for reader in readers {
        assert_eq!(format!("{:016x}", reader.join().unwrap()), one);
    }
}
