//! The forms of English verbs and nouns by rule (Quirk et al. 1985, 3.5 to 3.10 and 5.80).

/// Which forms of a verb a word may be.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct Forms(u8);

impl Forms {
    pub(crate) const BASE: Forms = Forms(1);
    pub(crate) const THIRD: Forms = Forms(2);
    pub(crate) const PAST: Forms = Forms(4);
    pub(crate) const ING: Forms = Forms(8);
    pub(crate) const PARTICIPLE: Forms = Forms(16);

    pub(crate) const fn union(self, other: Forms) -> Forms {
        Forms(self.0 | other.0)
    }

    pub(crate) const fn any(self, of: Forms) -> bool {
        self.0 & of.0 != 0
    }
}

/// The forms of a verb entry: a base form, or all five.
pub(super) fn forms(entry: &[&str]) -> [(String, Forms); 5] {
    let base = entry[0];
    let [third, past, ing, participle] = match entry[1..] {
        [third, past, ing, participle] => [third, past, ing, participle].map(str::to_owned),
        _ => [plural(base), past(base), ing(base), past(base)],
    };
    [
        (base.to_owned(), Forms::BASE),
        (third, Forms::THIRD),
        (past, Forms::PAST),
        (ing, Forms::ING),
        (participle, Forms::PARTICIPLE),
    ]
}

/// How a regular verb is spelled in Britain, where that differs: `labelled`, `summarise`.
pub(super) fn british(base: &str) -> Vec<(String, Forms)> {
    if let Some(stem) = base.strip_suffix("ize").filter(|stem| stem.len() > 2) {
        return forms(&[format!("{stem}ise").as_str()]).into();
    }
    let mut end = base.chars().rev();
    let (last, vowel, before) = (end.next(), end.next(), end.next());
    let vowels = "aeiou";
    let doubled = last == Some('l')
        && vowel.is_some_and(|ch| vowels.contains(ch))
        && before.is_some_and(|ch| !vowels.contains(ch) || ch == 'u')
        && base.len() > 4;
    if !doubled {
        return Vec::new();
    }
    let [past, ing] = ["ed", "ing"].map(|ending| format!("{base}l{ending}"));
    vec![(past.clone(), Forms::PAST), (ing, Forms::ING), (past, Forms::PARTICIPLE)]
}

fn ends_in_consonant_y(word: &str) -> bool {
    let mut chars = word.chars().rev();
    chars.next() == Some('y') && chars.next().is_some_and(|ch| !"aeiou".contains(ch))
}

/// `plead` → `pleads`, `reply` → `replies`, `guess` → `guesses`; nouns and verbs alike.
pub(super) fn plural(word: &str) -> String {
    if ends_in_consonant_y(word) {
        return format!("{}ies", &word[..word.len() - 1]);
    }
    if let Some(stem) = word.strip_suffix("man") {
        return format!("{stem}men");
    }
    let sibilant = ["s", "x", "z", "ch", "sh"].iter().any(|end| word.ends_with(end));
    format!("{word}{}", if sibilant || word == "go" || word == "echo" { "es" } else { "s" })
}

fn past(verb: &str) -> String {
    if ends_in_consonant_y(verb) {
        return format!("{}ied", &verb[..verb.len() - 1]);
    }
    format!("{verb}{}", if verb.ends_with('e') { "d" } else { "ed" })
}

fn ing(verb: &str) -> String {
    let keeps_e = ["ee", "oe", "ye"].iter().any(|end| verb.ends_with(end));
    let stem = if keeps_e { verb } else { verb.strip_suffix('e').unwrap_or(verb) };
    format!("{stem}ing")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn regular_verbs_by_rule() {
        let cases = [
            ("add", "adds added adding added"),
            ("argue", "argues argued arguing argued"),
            ("agree", "agrees agreed agreeing agreed"),
            ("reply", "replies replied replying replied"),
            ("stay", "stays stayed staying stayed"),
            ("guess", "guesses guessed guessing guessed"),
            ("echo", "echoes echoed echoing echoed"),
        ];
        for (base, want) in cases {
            let got: Vec<String> =
                forms(&[base]).into_iter().skip(1).map(|(form, _)| form).collect();
            assert_eq!(got.join(" "), want);
        }
    }

    #[test]
    fn british_spellings() {
        let spelled = |base: &str| -> Vec<String> {
            british(base).into_iter().map(|(form, _)| form).collect()
        };
        assert_eq!(spelled("label"), ["labelled", "labelling", "labelled"]);
        assert_eq!(spelled("theorize")[..3], ["theorise", "theorises", "theorised"]);
        assert!(spelled("appeal").is_empty() && spelled("size").is_empty());
        assert!(spelled("say").is_empty() && spelled("feel").is_empty());
    }

    #[test]
    fn irregular_verbs_as_given() {
        let got = forms(&["say", "says", "said", "saying", "said"]);
        assert_eq!(got[2], ("said".to_owned(), Forms::PAST));
    }
}
