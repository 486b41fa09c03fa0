//! Short texts of our own with the speaker of each quotation in braces behind it.

/// A text and who said each of its quotations.
pub struct Lesson {
    pub text: String,
    /// Where the quotation ends, in bytes, and its speaker; empty is nobody.
    pub speakers: Vec<(usize, String)>,
}

/// Reads `lessons.txt`: a line is a paragraph, an empty line parts two lessons.
pub fn read() -> Vec<Lesson> {
    let source: Vec<&str> =
        include_str!("lessons.txt").lines().filter(|line| !line.starts_with('#')).collect();
    let lessons = source.split(|line| line.is_empty()).filter(|lines| !lines.is_empty());
    lessons.map(|lines| lesson(&lines.join("\n\n"))).collect()
}

fn lesson(marked: &str) -> Lesson {
    let mut lesson = Lesson { text: String::with_capacity(marked.len()), speakers: Vec::new() };
    let mut rest = marked;
    while let Some((before, behind)) = rest.split_once('{') {
        let (speaker, behind) = behind.split_once('}').unwrap_or((behind, ""));
        lesson.text.push_str(before);
        lesson.speakers.push((lesson.text.len(), speaker.to_owned()));
        rest = behind;
    }
    lesson.text.push_str(rest);
    lesson
}
