//! Who gives their own name: in `a man, who gave his name only as Pete, said` the man is Pete.

use super::resolve::Resolver;
use crate::span::Span;

/// The words by which somebody gives a name, all of them or part of it.
const GIVES: [&str; 42] = [
    "a",
    "agreed",
    "as",
    "asked",
    "be",
    "but",
    "by",
    "called",
    "first",
    "gave",
    "give",
    "gives",
    "given",
    "goes",
    "going",
    "her",
    "herself",
    "himself",
    "his",
    "identified",
    "identify",
    "introduced",
    "just",
    "known",
    "last",
    "middle",
    "name",
    "named",
    "nickname",
    "only",
    "self",
    "simply",
    "surname",
    "the",
    "their",
    "them",
    "themselves",
    "to",
    "wanted",
    "who",
    "wished",
    "would",
];
/// One of these stands among them.
const NAMES: [&str; 6] = ["as", "by", "name", "nickname", "surname", "called"];

/// Between whoever gives a name and the name stand at most so many bytes.
const LONGEST: usize = 90;

impl Resolver<'_> {
    /// The name that whoever is described there gives in a relative clause behind.
    pub(super) fn self_named(&self, described: Span) -> Option<usize> {
        let behind = self.article[described.end..].trim_start_matches([',', ' ']);
        if !behind.starts_with("who ") {
            return None;
        }
        let number = self.names.partition_point(|name| name.span.start < described.end);
        let name = self.names.get(number)?;
        let between = &self.article[described.end..name.span.start];
        if between.len() > LONGEST {
            return None;
        }
        let mut words = between.split([' ', ',']).filter(|word| !word.is_empty());
        let gives = words.clone().all(|word| GIVES.contains(&word));
        (gives && words.any(|word| NAMES.contains(&word))).then(|| self.cast.of_mention[number])
    }
}
