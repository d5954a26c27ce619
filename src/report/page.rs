//! A page of text for a terminal: a heading, then labelled paragraphs in one column, wrapped at words. Foreign text that
//! gets here is made printable first.

use unicode_width::UnicodeWidthStr as _;

use super::look::{Look, Tint};

/// A page being written.
pub struct Page {
    look: Look,
    /// Width of the column of labels.
    margin: usize,
    out: String,
}

impl Page {
    pub fn new(look: Look, margin: usize) -> Self {
        Self {
            look,
            margin,
            out: String::new(),
        }
    }

    /// `left` and, as far to the right as it goes, `right`.
    pub fn head(&mut self, left: &str, right: &str) {
        let space = self.look.width.saturating_sub(left.width() + right.width());
        if (right.is_empty() && left.width() <= self.look.width)
            || (!right.is_empty() && space >= 2)
        {
            let gap = if right.is_empty() { 0 } else { space };
            let line = format!(
                "{}{}{right}",
                self.look.tint(Tint::Bold, left),
                " ".repeat(gap)
            );
            self.out.push_str(&line);
            self.out.push('\n');
        } else {
            for line in wrap(left, self.look.width) {
                self.out.push_str(&self.look.tint(Tint::Bold, &line));
                self.out.push('\n');
            }
            if !right.is_empty() {
                self.text("", right);
            }
        }
    }

    /// Another width for the labels that follow.
    pub fn set_margin(&mut self, margin: usize) {
        self.margin = margin;
    }

    /// A label and a paragraph beside it.
    pub fn text(&mut self, label: &str, text: &str) {
        let lines = wrap(text, self.look.width.saturating_sub(self.margin));
        for (i, line) in lines.iter().enumerate() {
            let label = if i == 0 { label } else { "" };
            let gap = self.margin.saturating_sub(label.width());
            let gap = if i == 0 && !label.is_empty() {
                gap.max(1)
            } else {
                gap
            };
            self.out.push_str(label);
            self.out.push_str(&" ".repeat(gap));
            self.out.push_str(line);
            self.out.push('\n');
        }
    }

    /// A numbered point; its further lines stand under its text.
    pub fn point(&mut self, number: usize, text: &str) {
        let mark = format!("{number} ");
        let margin = " ".repeat(self.margin);
        let width = self.look.width.saturating_sub(self.margin + mark.width());
        for (i, line) in wrap(text, width).iter().enumerate() {
            let first = if i == 0 {
                mark.clone()
            } else {
                " ".repeat(mark.width())
            };
            self.line(&format!("{margin}{first}{line}"));
        }
    }

    /// The words of a command in the column of texts; where they are too long for a line, they go on as a shell reads it.
    pub fn command(&mut self, words: &[String]) {
        let margin = " ".repeat(self.margin);
        let width = self.look.width.saturating_sub(self.margin + 2);
        // an option and its value stay together
        let mut parts: Vec<String> = Vec::new();
        for (i, word) in words.iter().enumerate() {
            match parts.last_mut() {
                Some(option) if words[i - 1].starts_with('-') && !word.starts_with('-') => {
                    option.push(' ');
                    option.push_str(word);
                }
                _ => parts.push(word.clone()),
            }
        }
        let mut line = String::new();
        for word in &parts {
            if !line.trim().is_empty() && line.width() + 1 + word.width() > width {
                self.line(&format!("{margin}{line} \\"));
                line = " ".to_owned();
            }
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(word);
        }
        self.line(&format!("{margin}{line}"));
    }

    /// A paragraph over the whole width.
    pub fn wide(&mut self, text: &str) {
        for line in wrap(text, self.look.width) {
            self.line(&line);
        }
    }

    /// A line as it stands.
    pub fn line(&mut self, text: &str) {
        self.out.push_str(text);
        self.out.push('\n');
    }

    /// Paragraphs of Markdown, headings without their marks; code spans stay as they are.
    pub fn markdown(&mut self, text: &str) {
        for block in text.trim().split("\n\n") {
            let block = block.trim();
            if let Some((heading, rest)) = block
                .strip_prefix("## ")
                .map(|b| b.split_once('\n').unwrap_or((b, "")))
            {
                self.blank();
                let heading = self.look.tint(Tint::Bold, heading.trim());
                self.line(&heading);
                if !rest.trim().is_empty() {
                    self.paragraph(rest);
                }
            } else if !block.is_empty() {
                self.blank();
                self.paragraph(block);
            }
        }
    }

    /// Running text; a line that begins with `- ` begins a point of its own.
    fn paragraph(&mut self, text: &str) {
        let mut points: Vec<String> = Vec::new();
        for line in text.lines().map(str::trim) {
            match points.last_mut() {
                Some(running) if !line.starts_with("- ") => {
                    running.push(' ');
                    running.push_str(line);
                }
                _ => points.push(line.to_owned()),
            }
        }
        for point in points {
            let hang = if point.starts_with("- ") { 4 } else { 2 };
            for (i, line) in wrap(&point, self.look.width.saturating_sub(hang))
                .iter()
                .enumerate()
            {
                let indent = if i == 0 { 2 } else { hang };
                self.line(&format!("{}{line}", " ".repeat(indent)));
            }
        }
    }

    pub fn blank(&mut self) {
        if !self.out.is_empty() && !self.out.ends_with("\n\n") {
            self.out.push('\n');
        }
    }

    pub fn finish(self) -> String {
        self.out
    }
}

/// Lines of at most `width` columns, broken at words; only a word that is longer than a line is broken inside.
pub fn wrap(text: &str, width: usize) -> Vec<String> {
    let options = textwrap::Options::new(width.max(10))
        .word_separator(textwrap::WordSeparator::AsciiSpace)
        .word_splitter(textwrap::WordSplitter::NoHyphenation)
        .wrap_algorithm(textwrap::WrapAlgorithm::FirstFit);
    textwrap::wrap(text, options)
        .into_iter()
        .map(std::borrow::Cow::into_owned)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_fits_and_labels_stand_apart() {
        let look = Look {
            width: 60,
            ..Look::default()
        };
        let mut page = Page::new(look, 10);
        page.head(
            "mail-domain · Whose domain is the address under?",
            "check, rev 3, per row",
        );
        page.text("Reads", &"word ".repeat(40));
        page.markdown("What.\n\n## Why it matters\nBecause of\nmany things.\n- one\n- two");
        let text = page.finish();
        for line in text.lines() {
            assert!(line.width() <= 60, "{line:?}");
            assert_eq!(line.trim_end(), line);
        }
        assert!(text.contains("\nReads     word word"));
        assert!(
            text.contains("\nWhy it matters\n  Because of many things.\n  - one\n  - two\n"),
            "{text}"
        );
    }
}
