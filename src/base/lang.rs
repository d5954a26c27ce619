//! Two languages, written side by side. A text that people read is a [`Text`]: the compiler refuses one without the other.

/// The language of a text for people.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Lang {
    #[default]
    En,
    De,
}

impl Lang {
    /// `en` or `de`.
    pub const fn code(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::De => "de",
        }
    }
}

/// One sentence in both languages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text {
    pub en: String,
    pub de: String,
}

impl Text {
    pub fn get(&self, lang: Lang) -> &str {
        match lang {
            Lang::En => &self.en,
            Lang::De => &self.de,
        }
    }
}

/// A fixed text in both languages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Words {
    pub en: &'static str,
    pub de: &'static str,
}

impl Words {
    pub const fn get(&self, lang: Lang) -> &'static str {
        match lang {
            Lang::En => self.en,
            Lang::De => self.de,
        }
    }
}

/// `text!("{n} rows", "{n} Zeilen")`: both languages of one message, with captured variables.
#[macro_export]
macro_rules! text {
    ($en:literal, $de:literal $(,)?) => {
        $crate::base::lang::Text {
            en: format!($en),
            de: format!($de),
        }
    };
}

/// A count as people write it: `248,011` in English, `248.011` in German.
pub fn count(n: u64, lang: Lang) -> String {
    let digits = n.to_string();
    let mark = match lang {
        Lang::En => ',',
        Lang::De => '.',
    };
    let mut out = String::with_capacity(digits.len() + digits.len() / 3);
    for (i, c) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            out.push(mark);
        }
        out.push(c);
    }
    out
}

/// A share of `whole` as people write it, with one decimal: `4.8%`, `4,8 %` (with a no-break space). What is not nothing
/// is never shown as nothing (`<0.1%`), and what is not all never as all. None if there is no whole.
pub fn share(part: u64, whole: u64, lang: Lang) -> Option<String> {
    if whole == 0 {
        return None;
    }
    let tenths = (u128::from(part) * 2000 / u128::from(whole)).div_ceil(2);
    let (mark, tenths) = match tenths {
        0 if part > 0 => ("<", 1),
        1000 if part < whole => (">", 999),
        n => ("", n),
    };
    let (n, d) = (tenths / 10, tenths % 10);
    Some(match lang {
        Lang::En => format!("{mark}{n}.{d}%"),
        Lang::De => format!("{mark}{n},{d}\u{a0}%"),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_are_written_as_each_language_does() {
        assert_eq!(share(11_904, 248_000, Lang::En).as_deref(), Some("4.8%"));
        assert_eq!(
            share(11_904, 248_000, Lang::De).as_deref(),
            Some("4,8\u{a0}%")
        );
        assert_eq!(share(999, 1_000, Lang::En).as_deref(), Some("99.9%"));
        assert_eq!(share(1, 10_000, Lang::En).as_deref(), Some("<0.1%"));
        assert_eq!(share(9_999, 10_000, Lang::En).as_deref(), Some(">99.9%"));
        assert_eq!(share(155, 1_000, Lang::En).as_deref(), Some("15.5%"));
        assert_eq!(share(1_555, 10_000, Lang::En).as_deref(), Some("15.6%"));
        assert_eq!(share(1, 0, Lang::En), None);
    }

    #[test]
    fn counts_are_grouped_as_each_language_does() {
        assert_eq!(count(248_011, Lang::De), "248.011");
        assert_eq!(count(1_000, Lang::En), "1,000");
        assert_eq!(count(999, Lang::En), "999");
    }
}
