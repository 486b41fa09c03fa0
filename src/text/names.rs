//! Name runs: the capitalised words that name one person, place or organisation, with the role before them.

use super::offices::{bearer_of_office, core_start, is_bearer, is_short_preposition};
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
#[inline]
pub(crate) fn name_at(tokens: &[Token], start: usize) -> Option<NameRun> {
    crate::work::step();
    // most words are asked in vain
    let capital = tokens.get(start)?.capital;
    if capital {
        run_from(tokens, start)
    } else {
        None
    }
}

/// The name run that begins at a capital, if one does.
fn run_from(tokens: &[Token], start: usize) -> Option<NameRun> {
    let head = &tokens[start];
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
    if head.first && opens_participle(tokens, start, end) {
        return None;
    }
    let core = core_start(tokens, start, end);
    let sure = end - start > 1
        || head.all_caps
        || head.is(Classes::GIVEN.union(Classes::TITLE).union(Classes::PLACE))
        || tokens.get(end).is_some_and(|next| next.kind == TokenKind::Possessive);
    Some(NameRun { start, core, end, doubtful: head.first && !sure })
}

/// `Addressing Congress, Anna`: a participle at the head of its sentence and what it governs, up to the comma.
fn opens_participle(tokens: &[Token], start: usize, end: usize) -> bool {
    let head = &tokens[start];
    let participle = head.is(Classes::VERB) && head.word.forms.any(Forms::ING);
    let body = end - start > 2 && tokens[end - 1].is(Classes::ORG);
    let comma = tokens.get(end).is_some_and(|next| next.kind == TokenKind::Comma);
    participle && comma && end - start > 1 && !head.is(Classes::GIVEN) && !body
}

pub(super) fn is_name_word(token: &Token) -> bool {
    // `IT WAS THREE in the morning`
    let counts = token.all_caps && token.is(Classes::NUMERAL);
    token.capital && !token.is(Classes::CLOSED) && !token.is(Classes::CALENDAR) && !counts
}

fn may_begin(tokens: &[Token], at: usize) -> bool {
    let token = &tokens[at];
    if !is_name_word(token) {
        // `May`, `March` and `Will` are names before a surname, and none in `Soon Anna left`
        let given = token.is(Classes::GIVEN);
        let surname = |next: &Token| !(token.first && next.is(Classes::GIVEN));
        return given && tokens.get(at + 1).is_some_and(|next| is_name_word(next) && surname(next));
    }
    if !token.first {
        return true;
    }
    let next_named = tokens.get(at + 1).is_some_and(is_name_word);
    let told = token.word.forms.any(Forms::PAST) && !token.word.forms.any(Forms::BASE)
        || token.word.forms.any(Forms::THIRD) && !token.is(Classes::NOUN_TOO);
    if next_named && told && token.is(Classes::CUE) && !token.is(Classes::GIVEN) {
        // `Said Anna: …`, `Says Anna: …`
        return false;
    }
    let ordinary = token.is(Classes::NOT_NAME)
        || token.is(Classes::VERB)
            && !token.is(Classes::GIVEN)
            && !tokens.get(at + 1).is_some_and(goes_on_from_subject)
            && !is_dated(tokens, at + 1)
            && !is_body_of(tokens, at);
    next_named && !token.is(Classes::NOT_NAME) || !ordinary
}

/// What stands behind a subject rather than behind a verb that opens its sentence.
fn goes_on_from_subject(next: &Token) -> bool {
    next.is(Classes::VERBAL.union(Classes::ADV))
        || matches!(next.kind, TokenKind::Comma | TokenKind::Possessive)
}

/// `Marsh on Thursday declared`: the day that agencies set between a subject and its verb.
fn is_dated(tokens: &[Token], at: usize) -> bool {
    let day = |token: &Token| token.capital && token.is(Classes::CALENDAR);
    tokens.get(at).is_some_and(|on| on.is(Classes::PREP)) && tokens.get(at + 1).is_some_and(day)
}

/// `Bank of Halm`: what could be a verb at the head of its sentence, but is the body of something with a capital.
fn is_body_of(tokens: &[Token], at: usize) -> bool {
    let of = |token: &Token| token.is(Classes::PREP) && token.end - token.start == 2;
    tokens[at].is(Classes::ORG)
        && tokens.get(at + 1).is_some_and(of)
        && tokens.get(at + 2).is_some_and(is_name_word)
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
    if token.is(Classes::CONJ) && last.is(Classes::HONORIFIC) && end == start + 1 {
        // `Mr and Mrs Lund`
        let couple = tokens.get(end + 1).is_some_and(|t| t.capital && t.is(Classes::HONORIFIC));
        return (couple && capital_at(end + 2)).then_some(end + 3);
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
        // `Institute for Near East Policy`
        let near = tokens.get(at).is_some_and(|t| t.capital && t.is(Classes::PREP));
        let at = at + usize::from(near);
        return capital_at(at).then_some(at + 1);
    }
    if word && end == start + 1 && last.is(Classes::PLACE_WORD) && !last.first {
        // `the City of Halm`, `the Gulf of Halm`
        let of = token.is(Classes::PREP) && token.end - token.start == 2;
        return (of && capital_at(end + 1)).then_some(end + 2);
    }
    if word && last.is(Classes::ROLE) && last.capital && is_short_preposition(token) {
        // `Secretary of State Ida Lund`, `Minister for Trade Ida Lund`
        let office = !tokens[start..end].iter().any(is_bearer);
        return if office { bearer_of_office(tokens, end) } else { None };
    }
    if token.capital && token.is(Classes::PREP) && last.is(Classes::ROLE) {
        // `Deputy Under Secretary Ida Lund`
        let office = tokens.get(end + 1).is_some_and(|next| next.is(Classes::ROLE));
        return (office && capital_at(end + 1)).then_some(end + 2);
    }
    if (token.is(Classes::CONJ) || token.kind == TokenKind::Comma) && last.is(Classes::PORTFOLIO) {
        return joins_portfolios(tokens, start, end).then_some(end + 2);
    }
    if token.kind == TokenKind::Ampersand {
        // `Bright & Lowe`
        // `Ida Lund & Ben Hill` are two
        let people = end - start > 1 && is_bearer(&tokens[start]);
        let two = people && tokens.get(end + 1).is_some_and(is_bearer) && capital_at(end + 2);
        return (capital_at(end + 1) && !two).then_some(end + 2);
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

/// `Housing and Urban Development`: whether what stands at `at` joins two matters that one body is for. Behind the body's own word,
/// as in `Department of Health`, no second body may follow.
fn joins_portfolios(tokens: &[Token], start: usize, at: usize) -> bool {
    let of = tokens[start..at].iter().any(|token| token.is(Classes::PREP) && !token.capital);
    let matter = |at: usize| {
        tokens.get(at).is_some_and(|t| t.capital && !t.first && t.is(Classes::PORTFOLIO))
    };
    let body = |at: usize| {
        let body = |t: &Token| t.capital && t.is(Classes::ORG) && !t.is(Classes::PORTFOLIO);
        tokens.get(at).is_some_and(body)
    };
    let listed = tokens[at].kind == TokenKind::Comma;
    // `Alcohol, Tobacco and Firearms`
    let goes_on = !listed
        || tokens.get(at + 2).is_some_and(|t| t.is(Classes::CONJ) || t.kind == TokenKind::Comma)
            && (matter(at + 3) || matter(at + 4));
    matter(at + 1) && goes_on && !(of && (body(at + 1) || body(at + 2)))
}

/// `in London Anna`: a place behind a preposition, which is no given name.
fn is_whereabouts(tokens: &[Token], at: usize) -> bool {
    let others = Classes::ORG.union(Classes::ROLE).union(Classes::MEMBER);
    // `in Geneva Anna Berg`, but `with Geneva Berg`
    let full = tokens.get(at + 2).is_some_and(|third| is_name_word(third) && !third.first);
    let others = if full { others } else { others.union(Classes::GIVEN) };
    let behind = at.checked_sub(1).is_some_and(|before| tokens[before].is(Classes::PREP));
    // `ambassador to Peru Anna Berg`
    let posted = at > 1 && tokens[at - 2].is(Classes::ROLE);
    behind && !posted && tokens[at].is(Classes::PLACE) && !tokens[at].is(others)
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
        // `who plays barmaid Anna`
        let verb_of_who = token.is(Classes::VERB)
            && start > 1
            && tokens[start - 2].is(Classes::REL)
            && !tokens[start - 2].is(Classes::DET);
        if !(modifier || owner) || verb_of_who || tokens[start].first {
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
    fn capitals_are_ranks_or_initials() {
        assert_eq!(names("Then Halm GM Ian Lund left."), ["Halm GM|Ian Lund"]);
        assert_eq!(names("JP Morgan Chase lent it."), ["|JP Morgan Chase"]);
        assert_eq!(names("It met the UN Ian Lund knew."), ["UN|Ian Lund"]);
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

    #[test]
    fn people_whom_no_list_holds() {
        assert_eq!(
            names("Then Secretary of State Kre Tallerson met a head of the Halm Council Borsem Askenov."),
            ["Secretary of State|Kre Tallerson", "Halm Council|Borsem Askenov"]
        );
        assert_eq!(
            names("The chief of the Antarctic Circling Voyage met Borsem Askenov MP."),
            ["|Antarctic Circling Voyage", "|Borsem Askenov MP"]
        );
    }

    #[test]
    fn people_called_after_a_people() {
        assert_eq!(
            names("Then Briton Ian Lund met South African Borsem Askenov."),
            ["Briton|Ian Lund", "South African|Borsem Askenov"]
        );
        assert_eq!(names("He met the American Circling Voyage."), ["|American Circling Voyage"]);
    }
}
