//! Name runs: the capitalised words that name one person, place or organisation, with the role before them.

use super::tokens::{Token, TokenKind};
use crate::lexicon::{Classes, Forms};

/// A run of tokens that is, or may be, a name. Places are token indices.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct NameRun {
    /// First token of the role or title before the name, or of the name itself.
    pub(crate) start: usize,
    /// First token of the name proper; equals `end` where an office stands without a name.
    pub(crate) core: usize,
    /// One past the last token.
    pub(crate) end: usize,
    /// The run is the head of a sentence and nothing but its capital speaks for a name.
    pub(crate) doubtful: bool,
}

/// A run of more tokens is cut: it is a list or noise.
const LONGEST_RUN: usize = 24;

/// A role in small letters has at most this many words before its head.
const LONGEST_ROLE: usize = 24;

/// The name run that begins at `start`, if one does.
pub(crate) fn name_at(tokens: &[Token], start: usize) -> Option<NameRun> {
    crate::work::step();
    let head = tokens.get(start)?;
    if !may_begin(tokens, start) {
        return None;
    }
    let mut end = start + 1;
    while let Some(next) = extend(tokens, start, end).filter(|_| end - start < LONGEST_RUN) {
        end = next;
    }
    while end > start + 1
        && tokens[end - 1].is(Classes::NOT_NAME)
        && !is_name_word(&tokens[end - 1])
    {
        end -= 1;
    }
    let core = core_start(tokens, start, end);
    let sure = end - start > 1
        || head.all_caps
        || head.is(Classes::GIVEN.union(Classes::TITLE).union(Classes::PLACE))
        || tokens.get(end).is_some_and(|next| next.kind == TokenKind::Possessive);
    Some(NameRun { start, core, end, doubtful: head.first && !sure })
}

fn is_name_word(token: &Token) -> bool {
    token.capital && !token.is(Classes::CLOSED) && !token.is(Classes::CALENDAR)
}

fn may_begin(tokens: &[Token], at: usize) -> bool {
    let token = &tokens[at];
    if !is_name_word(token) {
        // `May`, `March` and `Will` are names before a surname, and none in `Soon Anna left`
        let given = token.capital && token.is(Classes::GIVEN);
        let surname = |next: &Token| !(token.first && next.is(Classes::GIVEN));
        return given && tokens.get(at + 1).is_some_and(|next| is_name_word(next) && surname(next));
    }
    if !token.first {
        return true;
    }
    let next_named = tokens.get(at + 1).is_some_and(is_name_word);
    let told = token.word.forms.any(Forms::PAST) && !token.word.forms.any(Forms::BASE);
    if next_named && told && token.is(Classes::CUE) && !token.is(Classes::GIVEN) {
        // `Said Anna: …`
        return false;
    }
    let ordinary = token.is(Classes::NOT_NAME)
        || token.is(Classes::VERB)
            && !token.is(Classes::GIVEN)
            && !tokens.get(at + 1).is_some_and(goes_on_from_subject);
    next_named && !token.is(Classes::NOT_NAME) || !ordinary
}

/// What stands behind a subject rather than behind a verb that opens its sentence.
fn goes_on_from_subject(next: &Token) -> bool {
    next.is(Classes::VERB.union(Classes::BE).union(Classes::AUX).union(Classes::ADV))
        || matches!(next.kind, TokenKind::Comma | TokenKind::Possessive)
}

/// Where the run that stands at `start..end` goes on to, if it does.
fn extend(tokens: &[Token], start: usize, end: usize) -> Option<usize> {
    let token = tokens.get(end)?;
    let last = &tokens[end - 1];
    if token.first || end == start + 1 && is_whereabouts(tokens, start) && token.is(Classes::GIVEN)
    {
        return None;
    }
    if is_name_word(token) || token.is(Classes::SUFFIX) && token.is_word() && token.capital {
        return Some(end + 1);
    }
    if end == start + 1 && last.is(Classes::GIVEN) && may_be_surname(tokens, end) {
        return Some(end + 1);
    }
    let capital_at = |at: usize| tokens.get(at).is_some_and(|t| is_name_word(t) && !t.first);
    let word = token.is_word() && !token.capital;
    if word && token.is(Classes::PARTICLE) && !last.is(Classes::ROLE) {
        // `van der Berg`, `de la Cruz`, `bin Salman`
        let two = tokens.get(end + 1).is_some_and(|t| t.is(Classes::PARTICLE) && !t.capital)
            && capital_at(end + 2);
        if capital_at(end + 1) && !token.is(Classes::CLOSED) {
            return Some(end + 2);
        }
        return two.then_some(end + 3);
    }
    let organised = (start..end).any(|i| tokens[i].is(Classes::ORG));
    if word
        && organised
        && token.is(Classes::PREP)
        && token.end - token.start <= 3
        && last.is(Classes::ORG)
    {
        // `Ministry of Health`, `Centers for Disease Control`, `Bank of the West`
        let article = tokens.get(end + 1).is_some_and(|t| t.is(Classes::DET) && !t.capital);
        let at = end + 1 + usize::from(article);
        return capital_at(at).then_some(at + 1);
    }
    if word && last.is(Classes::ROLE) && last.capital && token.is(Classes::PREP) && is_of(token) {
        // `Secretary of State Ida Lund`, `Chancellor of the Exchequer Ida Lund`
        let bearer = |t: &Token| t.is(Classes::GIVEN) && !t.is(Classes::PLACE);
        let article = tokens.get(end + 1).is_some_and(|t| t.is(Classes::DET) && !t.capital);
        let of = end + 1 + usize::from(article);
        let named = capital_at(of + 1) && tokens.get(of + 1).is_some_and(bearer);
        let office = !tokens[start..end].iter().any(bearer);
        return (office && named && capital_at(of)).then_some(of + 1);
    }
    if token.capital && token.is(Classes::PREP) && last.is(Classes::ROLE) {
        // `Deputy Under Secretary Ida Lund`
        let office = tokens.get(end + 1).is_some_and(|next| next.is(Classes::ROLE));
        return (office && capital_at(end + 1)).then_some(end + 2);
    }
    if token.kind == TokenKind::Ampersand {
        // `Bright & Lowe`
        return capital_at(end + 1).then_some(end + 2);
    }
    if token.kind == TokenKind::Possessive {
        // `Shopworkers' Union`
        let organisation = tokens.get(end + 1).is_some_and(|next| next.is(Classes::ORG));
        return (organisation && capital_at(end + 1)).then_some(end + 2);
    }
    if matches!(token.kind, TokenKind::Quote(_)) {
        // a nickname: `James "Shorty" Hill`
        let short = token.end - token.start <= 24;
        return (short && last.is(Classes::GIVEN) && capital_at(end + 1)).then_some(end + 2);
    }
    if token.kind == TokenKind::Comma
        && tokens.get(end + 1).is_some_and(|t| t.capital && t.is(Classes::SUFFIX))
    {
        return Some(end + 2);
    }
    None
}

/// `Elsie May, who`: the month stands where a surname does, and no day or year behind it.
fn may_be_surname(tokens: &[Token], at: usize) -> bool {
    let month = &tokens[at];
    month.capital
        && month.is(Classes::CALENDAR)
        && month.is(Classes::AUX)
        && tokens.get(at + 1).is_some_and(|next| {
            next.kind == TokenKind::Comma || next.is(Classes::CUE) && !next.capital
        })
        && !tokens.get(at + 2).is_some_and(|next| next.kind == TokenKind::Number)
}

/// `in London Anna`: a place behind a preposition, which is no given name.
fn is_whereabouts(tokens: &[Token], at: usize) -> bool {
    let others = Classes::GIVEN.union(Classes::ORG).union(Classes::ROLE).union(Classes::MEMBER);
    let behind = at.checked_sub(1).is_some_and(|before| tokens[before].is(Classes::PREP));
    // `ambassador to Peru Anna Berg`
    let posted = at > 1 && tokens[at - 2].is(Classes::ROLE);
    behind && !posted && tokens[at].is(Classes::PLACE) && !tokens[at].is(others)
}

/// `of`, as far as its length tells a preposition.
fn is_of(token: &Token) -> bool {
    token.is(Classes::PREP) && token.end - token.start == 2
}

/// Classes that tell what a capitalised word is.
const KNOWN_NAME: Classes =
    Classes::GIVEN.union(Classes::TITLE).union(Classes::ORG).union(Classes::PLACE);

/// Where the name proper begins: behind the last title or role of the run.
fn core_start(tokens: &[Token], start: usize, end: usize) -> usize {
    let rank = Classes::TITLE.union(Classes::ROLE);
    let office = |i: usize| {
        tokens[i].is(rank)
            && !(tokens[i].is(Classes::GIVEN)
                && i + 1 < end
                && i == start
                && !tokens[i].is(Classes::ROLE))
    };
    if (start..end).any(|i| tokens[i].is(Classes::ORG) && i + 1 == end) {
        return start;
    }
    if let Some(bearer) = bearer_behind(tokens, start, end) {
        return bearer;
    }
    let unknown = tokens[start].first && end - start > 2 && !tokens[start].is(KNOWN_NAME);
    if unknown && tokens[start + 1].is(Classes::GIVEN) && !(start..end).any(office) {
        // `Organist Clement Yau`: a role at the head of a sentence
        return start + 1;
    }
    match (start..end).rev().find(|&i| office(i)) {
        Some(i) if i + 1 == end && i > start => surname_start(tokens, start, i).unwrap_or(end),
        Some(i) if i + 3 < end && !tokens[i + 1].capital && is_of(&tokens[i + 1]) => {
            i + 3 + usize::from(!tokens[i + 2].capital)
        }
        Some(i) => i + 1,
        None => start,
    }
}

/// `forecaster with the Weather Bureau Ian Lund`, `ambassador to Peru Ian Lund`: somebody right behind where they work.
fn bearer_behind(tokens: &[Token], start: usize, end: usize) -> Option<usize> {
    let posted = start > 1
        && tokens[start - 1].is(Classes::PREP)
        && tokens[start - 2].is(Classes::ROLE)
        && !tokens[start].first;
    let works = Classes::ORG.union(Classes::PLACE_WORD);
    let works = if posted { works.union(Classes::PLACE) } else { works };
    (start + 1..end.saturating_sub(1)).rev().find(|&i| {
        let given = tokens[i].is(Classes::GIVEN) && !tokens[i].is(KNOWN_PLACE);
        given && tokens[i - 1].is(works) && tokens[i - 1].capital && tokens[i + 1].capital
    })
}

/// Classes of what is no person.
const KNOWN_PLACE: Classes =
    Classes::PLACE.union(Classes::ORG).union(Classes::TITLE).union(Classes::ROLE);

/// Where the name begins whose surname is the role's word at `i`: `Mr. Bishop`, `Mr. Ian Lund Bishop`; `None` if it is a role there.
fn surname_start(tokens: &[Token], start: usize, i: usize) -> Option<usize> {
    let rank = Classes::TITLE.union(Classes::ROLE);
    let before = (start..i).rev().find(|&at| tokens[at].is(rank));
    let first = before.map_or(start, |at| at + 1);
    if first == i {
        return tokens[i - 1].is(Classes::HONORIFIC).then_some(i);
    }
    let given = tokens[first].is(Classes::GIVEN) && !tokens[first].is(Classes::PLACE);
    (given && i <= first + 2 && tokens[i - 1].capital).then_some(first)
}

/// The role in small letters right before a name, `former mayor` before `Anna Berg`: its first token.
pub(crate) fn lower_role_start(tokens: &[Token], name: usize) -> Option<usize> {
    let role = name.checked_sub(1)?;
    if !(tokens[role].is_word() && tokens[role].is(Classes::ROLE) && !tokens[name].first) {
        return None;
    }
    let mut start = role;
    while start > role.saturating_sub(LONGEST_ROLE) {
        crate::work::step();
        let token = &tokens[start - 1];
        let nominal =
            Classes::ROLE.union(Classes::ORG).union(Classes::CUE_NOUN).union(Classes::NOUN_TOO);
        let verb = token.is(Classes::VERB) && !token.is(nominal);
        let modifier = token.is_word() && !verb && !token.is(Classes::CLOSED);
        let owner = token.kind == TokenKind::Possessive;
        if !(modifier || owner) || tokens[start].first {
            break;
        }
        start -= 1;
    }
    Some(start)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Lexicon;
    use crate::span::Span;
    use crate::text::tokens::push_tokens;

    fn names(text: &str) -> Vec<String> {
        let mut tokens = Vec::new();
        push_tokens(text, Span::new(0, text.len()), Lexicon::english(), &mut tokens);
        tokens[0].first = true;
        let cut = |from: usize, to: usize| {
            if from == to {
                ""
            } else {
                &text[tokens[from].start as usize..tokens[to - 1].end as usize]
            }
        };
        let mut found = Vec::new();
        let mut at = 0;
        while at < tokens.len() {
            match name_at(&tokens, at) {
                Some(run) => {
                    found.push(format!("{}|{}", cut(run.start, run.core), cut(run.core, run.end)));
                    at = run.end;
                }
                None => at += 1,
            }
        }
        found
    }

    #[test]
    fn offices_with_an_article_are_roles() {
        let lund = ["Chancellor of the Exchequer|Ida Lund"];
        assert_eq!(names("The Chancellor of the Exchequer Ida Lund left."), lund);
    }

    #[test]
    fn runs_with_their_roles() {
        assert_eq!(
            names("The U.S. Vice President JD Vance met Ursula von der Leyen."),
            ["U.S. Vice President|JD Vance", "|Ursula von der Leyen"]
        );
        assert_eq!(
            names("On Monday the Ministry of Health sued Mr. Lund and Tom Hill Jr."),
            ["|Ministry of Health", "Mr.|Lund", "|Tom Hill Jr."]
        );
        assert_eq!(
            names("Berg's lawyer met Attorney General Ida Reyes in May."),
            ["|Berg", "Attorney General|Ida Reyes"]
        );
        assert_eq!(
            names("Then Anna Bishop and Bishop Lund met the Attorney General."),
            ["|Anna Bishop", "Bishop|Lund", "Attorney General|"]
        );
    }

    #[test]
    fn small_words_that_are_given_names() {
        assert_eq!(names("Soon Anna left."), ["|Anna"]);
        assert_eq!(names("Soon Vosko left with Will Marsh."), ["|Soon Vosko", "|Will Marsh"]);
    }

    #[test]
    fn places_behind_prepositions_begin_no_name() {
        assert_eq!(
            names("Then in London Anna met Paris Lund of Oslo."),
            ["|London", "|Anna", "|Paris Lund", "|Oslo"]
        );
    }

    #[test]
    fn roles_that_are_surnames() {
        assert_eq!(
            names("Then Mr. Farmer met Rep. Anna Lund Baker and Miss Ida Miller."),
            ["Mr.|Farmer", "Rep.|Anna Lund Baker", "Miss|Ida Miller"]
        );
        assert_eq!(names("Then the Lord Mayor left."), ["Lord Mayor|"]);
    }

    #[test]
    fn people_right_behind_where_they_work() {
        assert_eq!(
            names("Then the director of Halm Airport Tom Reyes and an ambassador to Peru Ida Lund left."),
            ["Halm Airport|Tom Reyes", "Peru|Ida Lund"]
        );
        assert_eq!(names("He left Peru for Lima University."), ["|Peru", "|Lima University"]);
    }
}
