//! What the pronouns of a tale tell of gender: `George sat down. She wore a jersey.`, and so again and again.
//!
//! A given name tells the gender of most of its bearers only. Whoever is the only one named before `he` or `she`, sentence after
//! sentence, is a man or a woman, whatever lists say.

use super::entity::Cast;
use super::gather::{NameMention, Pronoun};
use super::Gender;

/// So many pronouns outweigh a given name …
const FEWEST: u32 = 4;
/// … if there are so many times as many of them as of the others.
const TIMES: u32 = 3;

impl Cast {
    /// Corrects the gender of whoever the pronouns right behind their names contradict. Both are in text order.
    pub(crate) fn count_votes(&mut self, names: &[NameMention], pronouns: &[Pronoun]) {
        let mut votes = vec![[0_u32; 2]; self.entities.len()];
        let mut rest = pronouns;
        for (i, name) in names.iter().enumerate() {
            let skipped = rest.partition_point(|pronoun| pronoun.span.start < name.span.end);
            rest = &rest[skipped..];
            let Some(pronoun) = rest.first() else { break };
            let alone = names.get(i + 1).is_none_or(|next| next.span.start > pronoun.span.start);
            let first = i.checked_sub(1).is_none_or(|at| names[at].sentence < name.sentence);
            let near = pronoun.sentence <= name.sentence + 1;
            if name.subject && !name.possessive && alone && first && near {
                let vote = usize::from(pronoun.gender == Gender::Female);
                votes[self.of_mention[i]][vote] += 1;
            }
        }
        for (entity, [men, women]) in self.entities.iter_mut().zip(votes) {
            let (told, least, most) = match men > women {
                true => (Gender::Male, women, men),
                false => (Gender::Female, men, women),
            };
            if !entity.gender_sure && most >= FEWEST && most >= least * TIMES {
                entity.gender = told;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn pronouns_outvote_a_given_name() {
        let told = "George looked up. She laughed at him.\n\n\"Not now,\" said Tom.\n\n".repeat(6);
        let tale = format!("{told}Tom sat down. George went to the door.\n\n\"Now,\" he said.\n");
        let last = crate::quotes(&tale).last().and_then(|quote| quote.speaker);
        assert_eq!(last.expect("it is told who").name, "Tom");
    }
}
