//! How many bad units are bearable: a count, or a share that is an exact decimal. Shares are compared as fractions of
//! whole numbers; no float ever decides.

use serde::{Deserialize, Serialize};

/// `{ share = "0.05" }` or `{ count = 10 }`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Bound {
    Share(Share),
    Count(u64),
}

/// A decimal from 0 to 1 with at most nine places, kept as written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Share {
    text: String,
    /// The share is `parts` of `of`.
    parts: u64,
    of: u64,
}

impl Share {
    /// `0`, `1`, `0.05`: digits, at most one point, no sign, no exponent; none if above 1.
    pub fn parse(text: &str) -> Option<Self> {
        let (whole, places) = text.split_once('.').unwrap_or((text, ""));
        let plain = !text.ends_with('.')
            && matches!(whole, "0" | "1")
            && places.len() <= 9
            && places.bytes().all(|b| b.is_ascii_digit());
        if !plain {
            return None;
        }
        let of = 10_u64.pow(places.len() as u32);
        let parts = format!("{whole}{places}").parse().ok()?;
        (parts <= of).then(|| Self {
            text: text.to_owned(),
            parts,
            of,
        })
    }

    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Whether `n` of `units` are another share by more than so many hundredths.
    pub fn is_off(&self, n: u64, units: u64, hundredths: u64) -> bool {
        let [n, units, hundredths] = [n, units, hundredths].map(u128::from);
        let (parts, of) = (u128::from(self.parts), u128::from(self.of));
        (n * of).abs_diff(parts * units) * 100 > hundredths * of * units
    }

    pub fn is_whole(&self) -> bool {
        self.parts == self.of
    }
}

impl TryFrom<String> for Share {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::parse(&text).ok_or("not a decimal from 0 to 1")
    }
}

impl From<Share> for String {
    fn from(s: Share) -> Self {
        s.text
    }
}

impl Bound {
    pub const NONE: Self = Self::Count(0);

    /// Whether `n` of `units` are more than bearable.
    pub fn exceeded(&self, n: u64, units: u64) -> bool {
        match self {
            Self::Count(max) => n > *max,
            Self::Share(s) => {
                u128::from(n) * u128::from(s.of) > u128::from(s.parts) * u128::from(units)
            }
        }
    }

    /// The greatest bearable number of `units`.
    pub fn bears(&self, units: u64) -> u64 {
        match self {
            Self::Count(max) => *max,
            Self::Share(s) => (u128::from(s.parts) * u128::from(units) / u128::from(s.of)) as u64,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_are_exact() {
        let five = Bound::Share(Share::parse("0.05").unwrap());
        assert!(!five.exceeded(5, 100));
        assert!(five.exceeded(6, 100));
        assert!(five.exceeded(6, 119));
        assert!(!five.exceeded(6, 120));
        // as floats 0.1 + 0.2 > 0.3: one tenth of thirty is three, not more
        assert!(!Bound::Share(Share::parse("0.1").unwrap()).exceeded(3, 30));
        assert!(!Bound::Share(Share::parse("1").unwrap()).exceeded(u64::MAX, u64::MAX));
        let fine = Bound::Share(Share::parse("0.000000001").unwrap());
        assert!(!fine.exceeded(1, 1_000_000_000));
        assert!(fine.exceeded(1, 999_999_999));
        assert_eq!(five.bears(119), 5);
        assert!(Bound::NONE.exceeded(1, 1_000_000));
    }

    #[test]
    fn only_plain_decimals_are_shares() {
        for good in ["0", "1", "0.5", "1.000", "0.000000001"] {
            assert_eq!(Share::parse(good).map(|s| s.text), Some(good.to_owned()));
        }
        for bad in [
            "",
            ".5",
            "0.",
            "1.1",
            "2",
            "-0.1",
            "+0.1",
            "0,05",
            "5%",
            "1e-2",
            "00.1",
            "0.0000000001",
            "0.0 ",
        ] {
            assert_eq!(Share::parse(bad), None, "{bad:?}");
        }
    }
}
