//! What somebody is called by who is not named: `sir`, `mamma`, `my boy`.

use crate::text::chars;

/// Forms of address with what they tell of whoever is called so, from 1 on; 0 stands for none.
const FORMS: [(&str, u32); 28] = [
    ("sir", 1),
    ("sirs", 1),
    ("gentlemen", 1),
    ("ma'am", 2),
    ("ma’am", 2),
    ("madam", 2),
    ("madame", 2),
    ("miss", 2),
    ("ladies", 2),
    ("papa", 3),
    ("father", 3),
    ("dad", 3),
    ("daddy", 3),
    ("uncle", 3),
    ("mamma", 4),
    ("mama", 4),
    ("mother", 4),
    ("mum", 4),
    ("mummy", 4),
    ("aunt", 4),
    ("boy", 5),
    ("lad", 5),
    ("man", 5),
    ("fellow", 5),
    ("chap", 5),
    ("girl", 6),
    ("child", 6),
    ("darling", 7),
];

/// So many bytes of a speech are looked at.
const LONGEST: usize = 600;

/// What leads to a form of address is looked for in so many bytes before it.
const LEAD: usize = 16;

/// Words that lead to one: `my boy`, `no, sir`.
const LEADING: [&str; 10] =
    ["dear", "dearest", "good", "little", "my", "no", "oh", "old", "yes", "young"];

/// By what form a speech addresses whoever it is said to; 0 where by none.
pub(super) fn form(words: &str) -> u32 {
    let words = chars::head(words, LONGEST);
    crate::work::steps(words.len());
    let mut at = 0;
    for word in words.split(|ch: char| !ch.is_alphabetic() && !chars::is_apostrophe(ch)) {
        let (start, end) = (at, at + word.len());
        at = end + words[end..].chars().next().map_or(0, char::len_utf8);
        let known = FORMS.iter().find(|(form, _)| word.eq_ignore_ascii_case(form));
        let kind = known.filter(|_| is_led_to(&words[..start]) && is_set_off(&words[end..]));
        if let Some(&(_, kind)) = kind {
            return kind;
        }
    }
    0
}

/// `Yes,`, `My dear`, but not `the old`.
fn is_led_to(before: &str) -> bool {
    let near = chars::tail(before, LEAD).trim_end();
    let mut words = near.rsplit(' ');
    let last = words.next().unwrap_or_default();
    let leading = LEADING.iter().any(|word| last.eq_ignore_ascii_case(word));
    let article = words.next().is_some_and(|word| matches!(word, "the" | "The" | "a" | "A"));
    near.is_empty() || near.ends_with([',', '—', '-', '!', '.', '?']) || leading && !article
}

fn is_set_off(behind: &str) -> bool {
    let behind = behind.trim_start_matches(' ');
    behind.is_empty() || behind.starts_with([',', '.', '!', '?', ';', ':', '—', '-', '"', '”'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_are_set_off() {
        let kinds =
            ["No, sir.", "My dear boy, wait!", "Mamma, look!", "Where is he, ma’am?"].map(form);
        assert_eq!(kinds, [1, 5, 4, 2]);
        let others = ["The old man, I think.", "My father is late.", "Sirrah!", ""].map(form);
        assert_eq!(others, [0; 4]);
    }
}
