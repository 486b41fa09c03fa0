//! [`CastMember`]: whom the caller knows.

use crate::error::{Error, Result};

/// Somebody the caller knows: a name with its aliases.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct CastMember {
    name: String,
    aliases: Vec<String>,
}

impl CastMember {
    pub(crate) fn new(name: String, aliases: Vec<String>) -> Self {
        Self { name, aliases }
    }

    /// The name that quotes will bear.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Other names for the same person.
    pub fn aliases(&self) -> impl Iterator<Item = &str> {
        self.aliases.iter().map(String::as_str)
    }
}

/// Whether every name and alias can be looked for, and means one member.
pub(crate) fn check(cast: &[CastMember]) -> Result<()> {
    let mut owners: Vec<(String, &str)> = Vec::new();
    for member in cast {
        for form in std::iter::once(member.name()).chain(member.aliases()) {
            if !form.contains(char::is_alphabetic) {
                return Err(Error::CastName { given: form.to_owned() });
            }
            owners.push((form.to_lowercase(), member.name()));
        }
    }
    owners.sort();
    for pair in owners.windows(2) {
        if pair[0].0 == pair[1].0 && pair[0].1 != pair[1].1 {
            let (first, second) = (pair[0].1.to_owned(), pair[1].1.to_owned());
            return Err(Error::CastAlias { alias: pair[0].0.clone(), first, second });
        }
    }
    Ok(())
}
