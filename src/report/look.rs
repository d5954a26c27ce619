//! How a text for a terminal may look: language, width, colour, and whether only ASCII may be drawn.

use crate::base::lang::Lang;

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
}
