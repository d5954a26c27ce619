//! How a text for a terminal may look: language, width, colour, and whether only ASCII may be drawn.

use crate::base::lang::Lang;
use crate::record::verdict::Status;

/// Colour only repeats what sign and word already say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Look {
    pub lang: Lang,
    /// Columns, 60 to 240.
    pub width: usize,
    pub colour: bool,
    /// ASCII borders and signs (`TERM=dumb`, a locale without UTF-8).
    pub plain: bool,
}

impl Default for Look {
    fn default() -> Self {
        Self {
            lang: Lang::En,
            width: 80,
            colour: false,
            plain: false,
        }
    }
}

/// The few colours in use.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tint {
    Green,
    Red,
    Amber,
    Grey,
    Bold,
}

impl Look {
    /// The sign of a status; `ok` where there is no check mark.
    pub const fn sign(&self, status: Status) -> &'static str {
        match status {
            Status::Met if self.plain => "ok",
            _ => super::words::status_sign(status),
        }
    }

    /// `text` in a colour, if colours are wanted.
    pub fn tint(&self, tint: Tint, text: &str) -> String {
        if !self.colour {
            return text.to_owned();
        }
        let code = match tint {
            Tint::Green => "32",
            Tint::Red => "31",
            Tint::Amber => "33",
            Tint::Grey => "90",
            Tint::Bold => "1",
        };
        format!("\u{1b}[{code}m{text}\u{1b}[0m")
    }

    /// The finished text: unchanged, or in ASCII signs and borders where the terminal bears nothing else.
    pub fn finish(&self, text: String) -> String {
        if !self.plain {
            return text;
        }
        let mut out = String::with_capacity(text.len());
        for c in text.chars() {
            match c {
                '╭' | '╮' | '╰' | '╯' | '├' | '┤' | '┬' | '┴' | '┼' => {
                    out.push('+');
                }
                '─' => out.push('-'),
                '│' => out.push('|'),
                '✓' => out.push_str("ok"),
                '✕' | '×' => out.push('x'),
                '■' => out.push('#'),
                '◌' => out.push('?'),
                '◐' => out.push('~'),
                '□' => out.push('='),
                '█' | '▉' | '▊' | '▋' | '▌' => out.push('#'),
                '▍' | '▎' | '▏' => out.push('+'),
                '░' => out.push('.'),
                '·' | '–' => out.push('-'),
                '≤' => out.push('<'),
                '→' => out.push('>'),
                '…' => out.push_str("..."),
                '“' | '”' | '„' => out.push('"'),
                '\u{a0}' => out.push(' '),
                c => out.push(c),
            }
        }
        out
    }
}
