//! The classes of words, a bit each.

/// Defines the word classes as bits of one number.
macro_rules! classes {
    ($($(#[$doc:meta])* $name:ident = $bit:expr;)*) => {
        impl Classes {
            $($(#[$doc])* pub(crate) const $name: Classes = Classes(1 << $bit);)*
        }
    };
}

/// A set of word classes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct Classes(pub(super) u64);

classes! {
    DET = 0;
    POSS = 1;
    PREP = 2;
    CONJ = 3;
    SUB = 4;
    COMP = 5;
    REL = 6;
    WH = 7;
    BE = 8;
    AUX = 9;
    NEG = 10;
    PRON = 11;
    OBJ = 12;
    ADV = 13;
    CUE_NOUN = 14;
    TITLE = 15;
    ROLE = 16;
    ORG = 17;
    PLACE = 18;
    CALENDAR = 19;
    NOT_NAME = 20;
    PARTICLE = 21;
    SUFFIX = 22;
    GIVEN = 23;
    MALE = 24;
    FEMALE = 25;
    /// Any form of a verb in the lists.
    VERB = 26;
    SPEECH = 27;
    MANNER = 28;
    JUDGEMENT = 29;
    THOUGHT = 30;
    /// Written with a full stop, whatever follows.
    ABBREVIATION = 31;
    /// … and a name follows.
    ABBR_TITLE = 32;
    /// … and a number follows.
    ABBR_NUMBER = 33;
    /// … and it may well end a sentence.
    ABBR_END = 34;
    /// The base form, and so the third person, is a noun as well.
    NOUN_TOO = 35;
    /// A word of place names: `Lane`, `Bridge`.
    PLACE_WORD = 36;
    /// What newspapers call somebody they have named: `the striker`.
    EPITHET = 37;
    /// May report what somebody says or thinks, or how they stand to it.
    REPORT = 38;
    /// What a verb form makes of the words it reports: a question, an order, …
    ASKING = 39;
    ORDERING = 40;
    DENYING = 41;
    THINKING = 42;
    WITHHOLDING = 43;
    SHOWING = 44;
    /// A title that a surname follows, never an office: `Mr.`
    HONORIFIC = 45;
    /// Stands before a name and is no part of it: `Poor Anna`.
    NAME_EPITHET = 46;
    /// A number of its own follows: `Chapter V`.
    CHAPTER = 47;
    /// What a tale calls somebody it has named: `the girl`.
    PEOPLE = 48;
    /// A stretch of time, by which an adverbial may be known: `this week`, `two days ago`.
    TIME = 49;
    /// Names somebody by the party or the place that they belong to: `the Utah Republican`, `the Belgian`.
    MEMBER = 50;
    /// Names an organisation by itself: `Reuters`.
    KNOWN_ORG = 51;
    /// Bears a title: `the film "The Long Night"`.
    WORK = 52;
    /// What a body is named after: `Housing and Urban Development`.
    PORTFOLIO = 53;
    /// A number in words, two and more.
    NUMERAL = 54;
    /// What reports call a company they have named: `the carmaker`.
    COMPANY = 55;
    /// Reports by a particle behind it: `burst out`; and so does what is both.
    PHRASAL = 56;
    /// Reports only beside a quotation that is whole: `she lied`.
    BESIDE = 57;
}

impl Classes {
    /// Verbs that report.
    pub(crate) const CUE: Classes =
        Classes(Self::SPEECH.0 | Self::MANNER.0 | Self::JUDGEMENT.0 | Self::THOUGHT.0);
    /// Verbs, and what helps them.
    pub(crate) const VERBAL: Classes = Classes(Self::VERB.0 | Self::BE.0 | Self::AUX.0);
    /// Closed-class words: they never are, or begin, a name.
    pub(crate) const CLOSED: Classes = Classes(
        Self::DET.0
            | Self::POSS.0
            | Self::PREP.0
            | Self::CONJ.0
            | Self::SUB.0
            | Self::COMP.0
            | Self::REL.0
            | Self::WH.0
            | Self::BE.0
            | Self::AUX.0
            | Self::NEG.0
            | Self::PRON.0
            | Self::OBJ.0
            | Self::ADV.0,
    );

    /// What verb forms make of the words they report.
    const FACTUALITY: Classes = Classes(
        Self::ASKING.0
            | Self::ORDERING.0
            | Self::DENYING.0
            | Self::THINKING.0
            | Self::WITHHOLDING.0
            | Self::SHOWING.0,
    );

    /// What words are used for, whatever sort of word they are.
    pub(super) const USES: Classes = Classes(
        Self::REPORT.0
            | Self::EPITHET.0
            | Self::NAME_EPITHET.0
            | Self::CHAPTER.0
            | Self::PEOPLE.0
            | Self::TIME.0
            | Self::MEMBER.0
            | Self::KNOWN_ORG.0
            | Self::WORK.0
            | Self::PORTFOLIO.0
            | Self::COMPANY.0
            | Self::FACTUALITY.0,
    );

    pub(crate) const fn union(self, other: Classes) -> Classes {
        Classes(self.0 | other.0)
    }

    pub(crate) const fn without(self, other: Classes) -> Classes {
        Classes(self.0 & !other.0)
    }

    pub(crate) const fn any(self, of: Classes) -> bool {
        self.0 & of.0 != 0
    }
}
