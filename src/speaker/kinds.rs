//! Other words for whoever has an office: the pastor is the Rev. Amos Lund, and hardly Carla Diaz.
//!
//! Written out for this project.

use super::office::is_among;

/// Words that newspapers call somebody by, and the offices, ranks and titles of those whom they may so call.
const KINDS: [(&[&str], &[&str]); 8] = [
    (
        &["boss", "gaffer"],
        &[
            "boss",
            "ceo",
            "chairman",
            "chairwoman",
            "chief",
            "coach",
            "executive",
            "manager",
            "owner",
        ],
    ),
    (
        &[
            "congressman",
            "congresswoman",
            "lawmaker",
            "legislator",
            "parliamentarian",
            "politician",
            "senator",
            "statesman",
        ],
        &POLITICS,
    ),
    (
        &[
            "cleric",
            "clergyman",
            "clergywoman",
            "minister",
            "pastor",
            "preacher",
            "priest",
            "vicar",
        ],
        &[
            "archbishop",
            "bishop",
            "canon",
            "dean",
            "father",
            "fr",
            "imam",
            "pastor",
            "rabbi",
            "rev",
            "reverend",
            "vicar",
        ],
    ),
    (
        &["academic", "economist", "historian", "professor", "researcher", "scholar", "scientist"],
        &["dr", "prof", "professor"],
    ),
    (&["doctor", "medic", "physician", "surgeon"], &["doctor", "dr", "surgeon"]),
    (
        &["airman", "commander", "soldier", "veteran", "warrior"],
        &[
            "adm",
            "admiral",
            "brig",
            "brigadier",
            "capt",
            "captain",
            "cmdr",
            "col",
            "colonel",
            "corporal",
            "cpl",
            "gen",
            "general",
            "lieutenant",
            "lt",
            "maj",
            "major",
            "sergeant",
            "sgt",
        ],
    ),
    (
        &["detective", "lawman", "officer", "policeman", "policewoman"],
        &[
            "constable",
            "dc",
            "det",
            "detective",
            "di",
            "insp",
            "inspector",
            "pc",
            "sergeant",
            "sgt",
            "sheriff",
            "superintendent",
            "supt",
        ],
    ),
    (&["monarch", "royal"], &["duchess", "duke", "earl", "king", "prince", "princess", "queen"]),
];

/// Words of an office that is voted for, or of whoever runs for one.
const POLITICS: [&str; 31] = [
    "assemblyman",
    "assemblywoman",
    "candidate",
    "chairman",
    "chairwoman",
    "congressman",
    "congresswoman",
    "council",
    "councilman",
    "councilwoman",
    "gov",
    "governor",
    "hopeful",
    "house",
    "lawmaker",
    "leader",
    "legislator",
    "majority",
    "mayor",
    "minority",
    "mp",
    "msp",
    "nominee",
    "president",
    "rep",
    "representative",
    "sen",
    "senate",
    "senator",
    "speaker",
    "whip",
];

/// Whether an office makes whoever has it one of that kind: a `Col.` is a `veteran`.
pub(super) fn is_of_kind(head: &str, office: &str) -> bool {
    let mut kinds = KINDS.iter().filter(|(heads, _)| heads.contains(&head));
    kinds.any(|(_, offices)| has_any(office, offices))
}

/// Whether an office is one that people are voted into.
pub(super) fn is_political(office: &str) -> bool {
    has_any(office, &POLITICS)
}

/// Whether an office has one of the words, `Rev` and `Rev.` being the same.
fn has_any(office: &str, words: &[&str]) -> bool {
    office.split([' ', '-']).any(|word| is_among(words, word.trim_end_matches('.')))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offices_make_kinds() {
        for (head, office) in [
            ("veteran", "Col."),
            ("lawmaker", "U.S. Senator"),
            ("pastor", "Rev."),
            ("academic", "Prof"),
        ] {
            assert!(is_of_kind(head, office), "{head} {office}");
        }
        assert!(!is_of_kind("veteran", "Sen.") && !is_of_kind("baker", "Prof"));
        assert!(is_political("Gov.") && !is_political("Prof."));
    }
}
